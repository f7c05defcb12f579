"""What has been done in one statement, and is still to be done in another."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import either_way
from claimtrack.core.match.words.forms import may_be_past
from claimtrack.core.match.words.lexicon import ARTICLES, words_of
from claimtrack.core.match.words.opposites import EXCLUDING
from claimtrack.core.match.words.synonyms import senses
from claimtrack.core.match.words.terms import stem, stems_of, wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimtrack.core.match.guards.difference import Told
    from claimtrack.core.match.reading.reading import Reading

_HEAD = 6
"""Letters that make two words forms of one verb."""
_COMING = words_of("will shall may might won't would")
_WAITING = words_of(
    "yet still plan want intend aim propose hope consider wait due set expect promise pledge vow threaten seek ask urge press is are"
)
"""Before "to" these tell what is not done yet: "plans to", "yet to", "is to"."""
_WAITING_STEMS = frozenset(map(stem, _WAITING))
_PROPOSING = stems_of("plan propose consider seek want demand mull weigh")
_TELLING_OF_COMING = (
    _COMING
    | {"to"}
    | words_of("plans propose proposes considers considering seeks wants demands mulls weighs weighing")
)
_HAVING = words_of("has have had having been")
_OUGHT = words_of("should could would might may must ought")
_BETWEEN = words_of("not also already now finally be still again never soon eventually")


@either_way("differs")
def not_done_yet(ahead: Reading, done: Reading) -> Told | None:
    """One says that it has been done, the other that it is to be, may be or will be: has moved, will move."""
    if _TELLING_OF_COMING.isdisjoint(ahead.vocabulary) and _TELLING_OF_COMING.isdisjoint(done.vocabulary):
        return None
    if _HAVING.isdisjoint(done.vocabulary) and not _tells_only_of_the_past(done):
        return None
    stages = _stages(done)
    for verb, (coming, at) in _stages(ahead).items():
        if not coming:
            continue
        coming_b, at_b = stages.get(verb) or _done_in_other_words(verb, stages) or (True, 0)
        if not coming_b:
            return _told(ahead, at), _told(done, at_b)
    return None


_STILL_TALKED_OF = words_of(
    "pending demanding urging reviewing awaiting considering considers mulling drafting debating discussing"
)
_TALKED_OF = stems_of("demand urge review await consider mull draft debate discuss plan propose want call")


@either_way("differs")
def still_talked_of(one: Reading, other: Reading) -> Told | None:
    """One says that it has been done, the other that it is demanded, reviewed or debated: "has been approved", "is reviewing"."""
    if _STILL_TALKED_OF.isdisjoint(one.vocabulary) and _STILL_TALKED_OF.isdisjoint(other.vocabulary):
        return None
    talked = sorted(_STILL_TALKED_OF & (one.vocabulary - other.vocabulary))
    done = _HAVING & (other.vocabulary - one.vocabulary)
    if talked and done and other.terms.isdisjoint(_TALKED_OF) and not one.negators and not other.negators:
        at = other.words.index(min(done))
        return talked[0], wording(other.tokens[at : at + 3])
    return None


_IN_FORCE = (
    ["in", "force"],
    ["into", "force"],
    ["taken", "effect"],
    ["took", "effect"],
    ["became", "law"],
    ["become", "law"],
)
_FORCE = words_of("force effect law")
_BILLS = words_of("bill bills draft drafts proposed proposal proposals proposes plan plans")
_WITHDRAWN = words_of(
    "withdrew withdrawn withdraws scrapped scraps suspended suspends dropped drops cancelled cancels repealed repeals revoked revokes shelved"
    " shelves postponed postpones delayed delays abolished abolishes annulled annuls"
)
_NOT_YET = _COMING | _OUGHT | words_of("once when if until due yet")


@either_way("differs")
def in_force_or_not(one: Reading, other: Reading) -> Told | None:
    """One tells of a law that is in force, the other of a bill: "a law now in force bars", "a bill would bar"."""
    if _FORCE.isdisjoint(one.vocabulary) and _FORCE.isdisjoint(other.vocabulary):
        return None
    at = _in_force(one)
    undone = next((word for word in other.words if word in _WITHDRAWN - one.vocabulary), None)
    if at is not None and undone and _FORCE.isdisjoint(other.vocabulary) and not other.negators:
        return wording(one.tokens[at : at + 2]), undone
    bill = next((word for word in other.words if word in _BILLS), None)
    would = not _COMING.isdisjoint(other.vocabulary)
    if at is not None and bill and would and _in_force(other) is None:
        return wording(one.tokens[at : at + 2]), bill
    return None


def _in_force(reading: Reading) -> int | None:
    """Where it is told that something is in force; None where it is not, or not yet."""
    words = reading.words
    if not _NOT_YET.isdisjoint(reading.vocabulary):
        return None
    at = next((at for at in range(len(words)) if words[at : at + 2] in _IN_FORCE), None)
    denied = at is not None and any(at - _SHORTLY <= i < at for i in reading.negators)
    return None if denied else at


_SHORTLY = 4
"""Words before "in force" in which that is denied."""


_FINISHED = words_of("finished completed concluded stopped ended ceased quit began started")
_GOING_ON = words_of("is are am was were been being still")


@either_way("differs")
def still_going_on(one: Reading, other: Reading) -> Told | None:
    """One says that something has come to its end, the other that it is going on: "finished examining", "has been examining"."""
    for word in _FINISHED & (one.vocabulary - other.vocabulary):
        doing = "".join(one.words[one.words.index(word) + 1 :][:1])
        if doing.endswith("ing") and doing in other.vocabulary and not other.negators and not one.negators:
            at = other.words.index(doing)
            if at and other.words[at - 1] in _GOING_ON:
                return f"{word} {doing}", wording(other.tokens[at - 1 : at + 1])
    return None


_NO_VERB_BEHIND = (
    ARTICLES
    | _COMING
    | _HAVING
    | words_of(
        "to of in by for from with and or is are was were be being do does did not can could must should"
    )
    | words_of("its his her their this that these those no any each every")
)
"""Behind these stands no verb that tells by its form when something happens."""


def _done_in_other_words(verb: str, stages: Mapping[str, tuple[bool, int]]) -> tuple[bool, int] | None:
    """What another verb for the same is told of: "plans to relocate", "have been moved"."""
    meant = senses(verb)
    return next((stage for known, stage in stages.items() if not meant.isdisjoint(senses(known))), None)


@lru_cache(maxsize=64)
def _stages(reading: Reading) -> Mapping[str, tuple[bool, int]]:
    """The verbs that are surely done or surely to come, by its head; such as are both count for neither. Kept for the next pair."""
    found: dict[str, tuple[bool, int]] = {}
    both: set[str] = set()
    for verb, at in reading.placed:
        coming = _is_coming(reading, at)
        verb = verb[:_HEAD]
        if coming is not None and found.setdefault(verb, (coming, at))[0] != coming:
            both.add(verb)
    return {verb: stage for verb, stage in found.items() if verb not in both}


def _is_coming(reading: Reading, at: int) -> bool | None:
    """Whether the verb at a place is to come, is done, or neither for sure."""
    words = reading.words
    before = at - 1
    while before > 0 and (words[before] in _BETWEEN or words[before].endswith("ly")):
        before -= 1
    if before < 0 or reading.parted(at) or words[at].endswith("ly") or words[at] in EXCLUDING:
        return None  # "has yet to rule out", "has not ruled out"
    if words[before] in _COMING or (words[before] == "have" and words[before - 1] in _COMING):
        return True
    if words[before] in ("a", "an", "the") and before and stem(words[before - 1]) in _PROPOSING:
        return True  # "wants a ban"
    if words[before] == "to" and before:
        return True if stem(words[before - 1]) in _WAITING_STEMS else None
    if words[before] == "have" and words[before - 1] == "to" and _is_expected(words, before):
        return True  # "experts expect it to have recovered by then"
    if words[before] in _HAVING and not _OUGHT.isdisjoint(words[max(0, before - 2) : before]):
        return None  # "should have been deported"
    if words[before] in _HAVING and (
        words[before] == "been" or words[at].endswith("en") or may_be_past(words[at])
    ):
        denied = any(place in reading.negators for place in range(max(0, before - 2), at))
        return None if denied else False
    past = may_be_past(words[at])
    if past and words[before] not in _NO_VERB_BEHIND - _WAS and _tells_only_of_the_past(reading):
        return False
    return None


_WAS = words_of("was were")
_OF_WISHES = frozenset(map(stem, _WAITING - words_of("is are still yet due"))) | _PROPOSING


@lru_cache(maxsize=64)
def _tells_only_of_the_past(reading: Reading) -> bool:
    """Whether nothing is to come, wished or denied, so that "joined" tells what has been done."""
    words = reading.vocabulary
    return (
        not reading.negators and (_COMING | _OUGHT).isdisjoint(words) and _OF_WISHES.isdisjoint(reading.terms)
    )


_EXPECTING = stems_of("expect plan aim hope intend promise pledge vow due set want forecast predict")
_FAR = 9
"""Words before "to have" in which it is told that this is expected."""


def _is_expected(words: Sequence[str], at: int) -> bool:
    return any(stem(word) in _EXPECTING for word in words[max(0, at - _FAR) : at])


def _told(reading: Reading, at: int) -> str:
    return wording(reading.tokens[max(0, at - 2) : at + 1])
