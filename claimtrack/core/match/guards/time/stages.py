"""Guards on what is done: still to be done in the other, taken up again, or taken back."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import symmetric_guard
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.forms import is_verb_form, may_be_past
from claimtrack.core.match.words.lexicon import ARTICLES, BE, FORMS_OF_TAKE, words_of
from claimtrack.core.match.words.negators import EXCLUDING, LOSING
from claimtrack.core.match.words.synonyms import senses
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.reading import Reading


_HEAD = 6
"""Letters that make two words forms of one verb."""
_NO_WAITING = words_of("plane planes plane's")
"""Words that share their stem with one of those."""
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


@symmetric_guard("differs")
def planned_or_done(ahead: Reading, done: Reading) -> Excerpts | None:
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
    for verb, at in reading.placed_terms:
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
    if before < 0 or reading.is_boundary(at) or words[at].endswith("ly") or words[at] in EXCLUDING:
        return None  # "has yet to rule out", "has not ruled out"
    if words[before] in _COMING or (words[before] == "have" and words[before - 1] in _COMING):
        return True
    if words[before] in ARTICLES and before and stem(words[before - 1]) in _PROPOSING:
        return True  # "wants a ban"
    if words[before] == "to" and before:
        return True if _is_one_of(words[before - 1], _WAITING_STEMS) else None
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
    return any(_is_one_of(word, _EXPECTING) for word in words[max(0, at - _FAR) : at])


def _is_one_of(word: str, stems: frozenset[str]) -> bool:
    return stem(word) in stems and word not in _NO_WAITING


def _told(reading: Reading, at: int) -> str:
    return reading.as_written(max(0, at - 2), at + 1)


_ACHIEVING = words_of("managed manages succeeded succeeds")
"""Before "to" or "in" and a verb these tell that it has been done."""


def is_achievement_verb(words: Sequence[str], at: int) -> bool:
    """Whether a word tells that what is told behind it has been done: "managed to stop it", "succeeded in stopping it"."""
    if words[at] not in _ACHIEVING:
        return False
    return words[at + 1 : at + 2] == ["to"] or (
        words[at + 1 : at + 2] == ["in"] and "".join(words[at + 2 : at + 3]).endswith("ing")
    )


RESUMING_VERBS = words_of(
    "resume resumes resumed resuming restart restarts restarted restarting reopen reopens reopened reopening"
)
"""What is done again, or open again."""
_AGAIN = words_of(
    "resumed resumes reopened reopens restored restores reinstated reinstates relaunched rehired rejoined returned revived"
)


@symmetric_guard("differs")
def ended_or_resumed(one: Reading, other: Reading) -> Excerpts | None:
    """What has come to an end in the one has been taken up again in the other, which tells both: "suspended", "suspended and resumed"."""
    for word in sorted(_AGAIN & (other.vocabulary - one.vocabulary)) if not other.negators else ():
        sides = {axis: pole for axis, found in other.poles.items() for pole, w, _ in found if w == word}
        ours = [(w, pole == sides[axis]) for axis in sides for pole, w, _ in one.poles.get(axis, ())]
        ended = [w for w, again in ours if not again and w in other.vocabulary]
        if ended and len(ended) == len(ours) and not one.negators:
            return ended[0], word
    return None


_UNDOING = words_of(
    "withdraw withdraws withdrew withdrawn withdrawing withdrawal revoke revokes revoked revoking revocation rescind rescinds rescinded rescinding"
    " retract retracts retracted retracting retraction overturn overturns overturned annul annuls annulled quash quashes quashed repeal"
    " repeals repealed cancel cancels cancelled canceled cancellation reverse reverses reversed void voided nullified"
)
_GIVING = words_of(
    "give gives gave given grant grants granted issue issues issued receive receives received obtained got"
)
_BACK = words_of("back away off")
_OBJECT = 4
"""Words behind what undoes it in which it is told what is undone: "took back *its former approval*"."""
_THING = 3
"""Words of a thing: "its *former two-year sentence*"."""
_SUBJECT = 12
"""Words before that in the passive: "*the licence of the two mines in Kell* was revoked"."""


@symmetric_guard("opposite")
def done_or_revoked(one: Reading, other: Reading) -> Excerpts | None:
    """What is done in the one is taken back in the other: "approved the drug", "took back its approval of the drug"."""
    undone = _undone(other)
    if not undone or len(undone) - len(_undone(one)) != 1 or one.negators or other.negators:
        return None
    if not LOSING.isdisjoint(one.vocabulary):
        return None
    at, things = undone[-1]
    for thing in things:
        if is_verb_form(other.words[thing]):
            continue  # "cancelled its planned strike"
        if done := _done(one, other.words[thing], again=len(undone) > 1):
            first, end = min(at, thing), max(at, thing) + 1
            return done, other.as_written(first, end)
    return None


def _done(reading: Reading, thing: str, *, again: bool) -> str | None:
    """The word by which what a thing tells of is done, or is undone `again`: "approved", "gave" its approval."""
    words = reading.words
    for at, word in enumerate(words):
        if word in _GIVING and any(_of_one_verb(one, thing) for one in words[at + 1 : at + 1 + _OBJECT]):
            return word
        undoes = word in _UNDOING
        told = (undoes or is_verb_form(word)) and undoes == again and words[at - 1] not in DETERMINERS
        if told and (undoes == (thing in _UNDOING)) and (undoes or _of_one_verb(word, thing)):
            return word
    return None


def _of_one_verb(word: str, thing: str) -> bool:
    """Whether a thing is made from a verb: "approved", "approval"."""
    return stem(word) == stem(thing) or not meanings(stem(word)).isdisjoint(meanings(stem(thing)))


def _undone(reading: Reading) -> list[tuple[int, range]]:
    """The places of what undoes something, each with where that is told: "took back its *approval*", "the *licence* was revoked"."""
    words = reading.words
    if _UNDOING.isdisjoint(reading.vocabulary) and FORMS_OF_TAKE.isdisjoint(reading.vocabulary):
        return []
    found = []
    for at, word in enumerate(words):
        taking = word in FORMS_OF_TAKE and not _BACK.isdisjoint(words[at + 1 : at + 3])
        if not taking and word not in _UNDOING:
            continue
        passive = words[at - 1] in BE and words[at + 1 : at + 2] != ["off"]  # "was taken off the list"
        start = max(0, at - _SUBJECT) if passive else at + 1
        end = at if start < at else min(len(words), at + 1 + _OBJECT)
        opens = next((i for i in range(max(1, start), end) if _is_owned(words, i)), end)
        found.append((at, range(opens, min(end, opens + _THING))))
    return found


def _is_owned(words: Sequence[str], at: int) -> bool:
    return words[at - 1] in DETERMINERS or words[at - 1].endswith("'s")
