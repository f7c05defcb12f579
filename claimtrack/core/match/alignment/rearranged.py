"""Two statements of the same words that say who does what to whom, or with whom, otherwise.

A phrase may stand anywhere: "in May Dravo sued its supplier"; but who does something may not change places with whom it is done to, be it
across a relative clause.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.difference import Difference, check_either_way
from claimtrack.core.match.guards.roles.deeds import NO_DEEDS
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.syntax.governed import object_of
from claimtrack.core.match.reading.syntax.phrases import (
    BREAKS,
    DETERMINERS,
    HELPERS,
    clause_end,
    clause_start,
)
from claimtrack.core.match.words.forms import is_done
from claimtrack.core.match.words.lexicon import (
    ARTICLES,
    BE,
    MORE,
    NO_NAMES,
    POSSESSIVES,
    RELATIVES,
    STOP_WORDS,
    words_of,
)
from claimtrack.core.match.words.terms import stem, stems_of, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.guards.difference import Told
    from claimtrack.core.match.reading.reading import Reading


class _Roles(NamedTuple):
    """Who does something, and to whom it is done; nothing where it is not told."""

    doer: str
    done_to: str
    at: int


def rearranged(a: Reading, b: Reading) -> Difference | None:
    """By whom it is done in the one and not in the other: "sued: city / firm"."""
    ours, theirs = _roles(a), _roles(b)
    for verb, one in ours.items():
        other = theirs.get(verb)
        instead = other is not None and _instead(a, one, b, other)
        if other and (instead or _exchanged(one, other)):
            told = " / ".join(
                f"{r.tokens[x.at - 1].text} {r.tokens[x.at].text}" for r, x in ((a, one), (b, other))
            )
            return Difference(f"differs: {told}", sure=True, in_any_order=instead or one[:2] == other[1::-1])
    return None


def _exchanged(one: _Roles, other: _Roles) -> bool:
    """Whether who does it in the one has it done to them in the other, and nobody stays what they are."""
    crossed = (one.doer and one.doer == other.done_to) or (other.doer and other.doer == one.done_to)
    stays = (one.doer and one.doer == other.doer) or (one.done_to and one.done_to == other.done_to)
    return bool(crossed) and not stays


def _instead(a: Reading, one: _Roles, b: Reading, other: _Roles) -> bool:
    """Whether of two who are named in both one does it to the same in a relative clause of the one, and one in that of the other: "the ships that A used"."""
    both = {one.doer, other.doer}
    if len(both) == 1 or one.done_to != other.done_to or not both <= a.terms & b.terms:
        return False
    named = both <= a.names.keys() | b.names.keys() and not _beside(a, both)
    return named and all(_in_a_relative(r, x.at) for r, x in ((a, one), (b, other)))


def _beside(reading: Reading, both: set[str]) -> bool:
    """Whether two terms stand side by side, as those of one name."""
    return any({x, y} == both for (x, at), (y, at_b) in pairwise(reading.placed) if at_b == at + 1)


def _in_a_relative(reading: Reading, at: int) -> bool:
    """Whether a verb stands in a relative clause with one who does it: "that A later *used*"."""
    opens = next((i for i in range(at - 1, 0, -1) if reading.words[i] in RELATIVES or reading.parted(i)), 0)
    return reading.words[opens] in RELATIVES and "and" not in reading.words[opens:at]


_EITHER_WAY = stems_of("pass sign join marry")
"""Who signs is signed, and what passes is passed."""
_HELPING = HELPERS | words_of("later then soon first once twice again")
_THEMSELVES = POSSESSIVES | words_of("him it them us me you himself herself itself themselves who")
"""Behind these nobody can tell whom it is done to, or it is done to oneself: "hurt her ankle", "was hurt"."""
_PLACES = words_of(
    "of in at near on from for with outside behind beside around across along under between among"
)
_BY_THEMSELVES = stems_of(
    "pass move return train retire gather grow work double halve increase decrease rise fall change close open end start begin stop form"
    " drown burn sink shut lose break turn drop improve worsen shrink expand develop spread split join marry engage register"
    " crash collapse hide dress wash injure hurt strand trap arrive expire complete qualify graduate base locate relocate transfer"
)
"""What happens to somebody who does it: "the bridge opened", "the bridge was opened"."""


def _roles(reading: Reading) -> dict[str, _Roles]:
    """Each verb that tells what was done, but those that stand twice -> who did it, and to whom."""
    found: dict[str, _Roles] = {}
    twice: set[str] = set()
    for at, word in enumerate(reading.words):
        verb = stem(word)
        if (
            at
            and word not in STOP_WORDS
            and is_done(word)
            and verb not in NO_DEEDS | _EITHER_WAY
            and (told := _read(reading, at))
        ):
            twice.update({verb} & found.keys())
            found[verb] = told
    return {verb: told for verb, told in found.items() if verb not in twice}


def _read(reading: Reading, at: int) -> _Roles | None:
    """Who does what a verb at a place tells, and to whom."""
    words, start = reading.words, at
    while (
        start
        and not reading.parted(start)
        and (words[start - 1] in _HELPING or words[start - 1].endswith("ly"))
    ):
        start -= 1
    subject, antecedent = _subject(reading, start)
    following = words[at + 1] if at + 1 < len(words) else ""
    if not subject or words[at - 1] in ARTICLES | POSSESSIVES or following in _THEMSELVES | MORE:
        return None
    by = (
        _noun(reading, object_of(reading, at + 1))
        if following == "by" and _names_a_doer(reading, at + 2)
        else ""
    )
    if by or not BE.isdisjoint(words[start:at]):
        return _Roles(by, subject, at)
    done_to = antecedent or _noun(reading, object_of(reading, at))
    acts = words[start - 1] in RELATIVES or _is_main_verb(reading, start, at)
    if not done_to and (stem(words[at]) in _BY_THEMSELVES or not acts):
        return None
    return _Roles(subject, done_to, at)


def _names_a_doer(reading: Reading, at: int) -> bool:
    """Whether behind "by" stands who does it, and not by how much or by what means it is done: "by 12 percent", "by helicopter"."""
    word = "".join(reading.words[at : at + 1])
    return (
        word in DETERMINERS or word.endswith("s") or (word.isalpha() and reading.tokens[at].text[0].isupper())
    )


def _is_main_verb(reading: Reading, start: int, at: int) -> bool:
    """Whether a verb has a subject, and is no participle: "the men attacked at dawn"; not "the men arrested at dawn were", nor in a headline."""
    words, opens, end = reading.words, clause_start(reading, at), clause_end(reading, at)
    others = (i for i in range(opens, end) if not start <= i <= at)
    finite = any(
        (words[i] in HELPERS and reading.tokens[i].text != "May")
        or (is_done(words[i]) and words[i - 1] not in DETERMINERS)
        for i in others
    )
    return words[opens] in DETERMINERS and not finite


def _subject(reading: Reading, start: int) -> tuple[str, str]:
    """Who stands before a verb that begins at a place; and what it is told of, where that is whom it is done to: "the *state* that Iraq invaded"."""
    words = reading.words
    if not start:
        return "", ""
    if reading.parted(start):  # "Holm, which built the dam, sued"
        opens = clause_start(reading, start - 1)
        return (_noun(reading, opens - 1), "") if opens and words[opens] in RELATIVES else ("", "")
    if words[start - 1] in RELATIVES:
        return _noun(reading, start - 2), ""
    if (main := _behind_a_clause(reading, start)) is not None:
        return main, ""
    head, at = start - 1, start
    while at and not reading.parted(at) and (goes_on := _goes_on(reading, at - 1)):
        head = at - 2 if goes_on == _LINK else head
        at -= 1
    if at and words[at - 1] in RELATIVES and not reading.parted(at):
        return _noun(reading, head), _noun(reading, at - 2)
    bare = at > 0 and words[at] in DETERMINERS and not reading.parted(at)
    bare = bare and words[at - 1] not in BREAKS and not is_done(words[at - 1])
    return _noun(reading, head), (_noun(reading, at - 1) if bare else "")  # "the man the police shot"


def _behind_a_clause(reading: Reading, start: int) -> str | None:
    """Who stands before a relative clause behind which a verb begins: "the *guard* who shot the burglar arrested"; None where none does."""
    words, opens = reading.words, clause_start(reading, start)
    clause = next((at for at in range(start - 1, opens, -1) if words[at] in RELATIVES), 0)
    if not clause or is_done(words[clause - 1]) or not _JOINING.isdisjoint(words[clause:start]):
        return None
    told = any(words[at] in HELPERS or is_done(words[at]) for at in range(clause + 1, start))
    return _noun(reading, clause - 1) if told else None


_JOINING = words_of("and but or as when while because after before")
_LINK, _WORD = 1, 2


def _goes_on(reading: Reading, at: int) -> int:
    """Whether a word belongs to what stands before a verb: a preposition, another word; 0 where it ends."""
    words = reading.words
    if words[at] in _PLACES:
        return _LINK
    if is_done(words[at]) or words[at] in BREAKS - DETERMINERS or words[at] in RELATIVES:
        return 0
    ends = words[at + 1] in DETERMINERS and words[at] not in _PLACES and words[at] not in DETERMINERS
    return 0 if ends else _WORD  # before "the police" in "the man the police shot"


def _noun(reading: Reading, at: int) -> str:
    """The stem of a noun at a place; nothing for grammar, a number or a time."""
    word = reading.words[at] if at >= 0 else ""
    is_number = any(q.first <= at <= q.last for q in reading.quantities) or word in MEASURES
    return "" if is_number or word in NO_NAMES or not word.isalpha() else stem(word)


# ── who does it together with whom ──────────────────────────────────────────────────────────────


@check_either_way("differs", sure=False)
def done_with_or_to(one: Reading, other: Reading) -> Told | None:
    """Who does something with another in the one statement, and to, for or about them in the other: "the mayor and a banker wrote", "the mayor wrote about a banker"."""
    for verb, at in _done_together(one):
        doer, word = _noun(one, at), one.words[verb]
        there = [i for i, known in enumerate(other.words) if known == word]
        places = [i for i, known in enumerate(other.words) if stem(known) == doer]
        if not doer or not len(there) == len(places) == 1 or stem(word) in NO_DEEDS:
            continue
        is_passive = [not BE.isdisjoint(r.words[i - 1 : i]) for r, i in ((one, verb), (other, there[0]))]
        if len(set(is_passive)) == 1 and places[0] > there[0] and _is_undergone(other, there[0], places[0]):
            return (
                wording((one.tokens[at], one.tokens[verb])),
                wording((other.tokens[there[0]], other.tokens[places[0]])),
            )
    return None


def _done_together(reading: Reading) -> Iterator[tuple[int, int]]:
    """The place of a verb that two do who are joined by "and", and that of each: "the *mayor* and a *banker* have *written*"."""
    words = reading.words
    for at in range(3, len(words)):
        start = at
        while start and words[start - 1] in HELPERS:
            start -= 1
        opens, is_verb = clause_start(reading, at), is_done(words[at]) or words[start:at] != []
        before = words[opens:start]
        if is_verb and words[at] not in STOP_WORDS and "and" in before[1:] and not _PLACES & set(before):
            if not any(map(is_done, before)):
                yield at, start - 1
                yield at, opens + before.index("and") - 1
            return


def _is_undergone(reading: Reading, verb: int, at: int) -> bool:
    """Whether what stands at a place behind a verb is joined to it by nothing, or by what tells to, for or about whom it is done."""
    links = [word for word in reading.words[verb + 1 : at] if word in BREAKS - DETERMINERS]
    return not links or (links[-1] in _ABOUT and "with" not in links)


_ABOUT = words_of("for about at to against of on")
