"""Who won against whom: "A beat B", "B lost to A", "A won the seat from B", and a guard on who it was."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.capitals import PARTICLES
from claimtrack.core.match.guards.entities.names import is_named
from claimtrack.core.match.reading.names.names import NOT_NAMES
from claimtrack.core.match.reading.names.variants import same_name
from claimtrack.core.match.reading.semantics.same_terms import same_terms
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS, as_told, clause_end
from claimtrack.core.match.words.lexicon import MONTHS, PASSIVE, STOP_WORDS, WEEKDAYS, words_of
from claimtrack.core.match.words.terms import stem, stems_of, wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.core.match.reading.reading import Reading


def _stems(listing: str) -> frozenset[str]:
    return frozenset(
        stem(form) for word in words_of(listing) for form in (word, f"{word.removesuffix('e')}ed")
    )


_BEATING = _stems(
    "beat defeat overcome thrash edge trounce outplay unseat oust topple knock eliminate conquer crush outsell overtake"
) | {"outsold"}
"""Behind these stands who lost."""
_WINNING = _stems("win gain take victory capture triumph snatch")
_LOSING = _stems("lose loss defeat fall succumb bow")
_OVER, _TO = words_of("over against from"), words_of("to against by")
"""Behind these stands who lost after "won", and who won after "lost"."""
_PLACING = words_of("in at on near since during across around outside inside until of for with")
"""Behind these a name tells where, when or what it is about."""
_TELLING = words_of("won lost beaten overcame overtook overtaken took taken fell fallen winning") | {
    f"{word}{ending}"
    for word in (*_BEATING, *_WINNING, *_LOSING)
    for ending in ("", "s", "es", "ed", "d", "e", "y", "ing")
}
"""Words without which no contest is told of."""


_CONCEDING = words_of(
    "conceded concedes acknowledged acknowledges accepted accepts admitted admits recognised recognized"
)
"""Who does this to a defeat has lost, and to somebody's victory as well."""
_A, _BEFORE = words_of("a an the its their"), 3
"""Within so many words of these, "defeat" is a noun: "a shoot-out defeat"."""


class Contest(NamedTuple):
    """Who won, and who lost, each by the words of the name that are not the other's, and the place of the winner's."""

    winner: frozenset[str]
    loser: frozenset[str]
    at: int


def other_winner(a: Reading, b: Reading) -> str | None:
    """Each tells that one beat the other, and it is the other way about: A beat B, A lost to B."""
    for one in contests(a):
        for other in contests(b):
            if _are_one(one.winner, other.loser) and _are_one(one.loser, other.winner):
                return f"roles swapped: {as_told(a, one.at)} / {as_told(b, other.at)}"
    return None


def same_winner(a: Reading, b: Reading) -> bool:
    """Whether both tell that the same one beat the same other."""
    return any(
        _are_one(one.winner, other.winner) and _are_one(one.loser, other.loser)
        for one in contests(a)
        for other in contests(b)
    )


@lru_cache(maxsize=64)
def contests(reading: Reading) -> list[Contest]:
    """Who beat whom, or was ahead of whom."""
    if _TELLING.isdisjoint(reading.vocabulary):
        return _leads(reading)
    words, found = reading.words, _leads(reading)
    for at, word in enumerate(words):
        verb = stem(word)
        if verb not in _BEATING and verb not in _WINNING and verb not in _LOSING:
            continue
        if verb in _WINNING and (conceded := _conceded(reading, at)):
            found.extend(conceded)
            continue
        end, start = clause_end(reading, at), _first_named(reading, at)
        subject = _name(reading, range(start, at))
        if subject is None and words[start] in _OPENING:
            subject = _name(reading, range(end, min(len(words), clause_end(reading, end))))
        if subject is None:
            continue
        passive = verb in _BEATING and any(w in PASSIVE for w in words[max(0, at - 2) : at])
        lost = (
            passive
            or (verb in _LOSING and verb not in _BEATING)
            or words[at - 1] in _BEFORE_A_DEFEAT
            or words[at - 1] in _CONCEDING
            or (word in ("defeat", "loss") and not _A.isdisjoint(words[max(0, at - _BEFORE) : at]))
        )
        if passive or verb not in _BEATING or lost:
            behind = _behind_a_mark(reading, range(at + 1, end), lost=lost)
        else:
            behind = at + 1
        rival = _name(reading, range(behind, end), placed=words[behind - 1] != "at")
        if rival is not None:
            found.extend(_contest(reading, *((rival, subject) if lost else (subject, rival))))
    return found


_OPENING = words_of("having after by")
"""Behind these it is told last whose contest it was: "*having beaten* Rovers, United ..."."""


def _contest(reading: Reading, won: int, beaten: int) -> list[Contest]:
    """The contest between two whose names begin at two places; none where they are one."""
    winner, loser = (
        frozenset(reading.words[i].removesuffix("'s") for i in _run(reading, at) or (at,))
        for at in (won, beaten)
    )
    both = winner & loser
    apart = winner - both and loser - both and not same_name(reading.words[won], reading.words[beaten])
    return [Contest(winner - both, loser - both, won)] if apart else []


def _are_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names, or parts of them, may be one's: Lena Orsk, Orsk."""
    return any(same_name(word, word_b) for word in one for word_b in other)


_BEFORE_A_DEFEAT = words_of("a in to suffered")


def _behind_a_mark(reading: Reading, places: range, *, lost: bool) -> int:
    """The place behind the "over" or "to" by which a rival is named; behind a result "at" names one, too: "lost 2-0 *at* United"."""
    words, marks = reading.words, _TO if lost else _OVER
    return next(
        (
            at + 1
            for at in places
            if words[at] in marks or (lost and words[at] == "at" and words[at - 1][0].isdecimal())
        ),
        places.stop,
    )


_AHEAD, _BEHIND = words_of("led leads leading ahead"), words_of("trailed trails trailing behind")


def _leads(reading: Reading) -> list[Contest]:
    """Who was ahead of whom: "A led B by two points", "A was two points ahead of B", "B trailed A"."""
    if _AHEAD.isdisjoint(reading.vocabulary) and _BEHIND.isdisjoint(reading.vocabulary):
        return []
    words, found = reading.words, []
    for at, word in enumerate(words):
        if word not in _AHEAD and word not in _BEHIND:
            continue
        if word == "behind" and words[at - 1] == "from":
            continue  # who comes from behind may win
        behind = at + 1 + (word == "ahead")
        if words[at + 1 : behind] not in ([], ["of"]) or words[at + 1 : at + 2] == ["by"]:
            continue  # "was led by"
        subject = _name(reading, range(_first_named(reading, at), at))
        near = range(behind, min(behind + _FULL_NAME, clause_end(reading, at)))
        rival = _name(reading, near, placed=False)
        if subject is not None and rival is not None:
            found.extend(_contest(reading, *((subject, rival) if word in _AHEAD else (rival, subject))))
    return found


_FULL_NAME = 3
"""Words behind "led" or "ahead of" in which it is told whom: "Ms Harris", "the Greens"."""


def _first_named(reading: Reading, at: int) -> int:
    """Where who won or lost may be named first: behind what is told of when and where, "in the 2019 Brno final, Slavia"."""
    start = reading.sentences.index(reading.sentences[at])
    if reading.words[start] not in _PLACING:
        return start
    return next((i for i in range(start + 1, at) if reading.parted(i)), start)


def other_victor(a: Reading, b: Reading) -> str | None:
    """Each tells who won the same, and it is another: "Swiatek won the title", "the title went to Muchova"."""
    ours = _victor(a)
    theirs = _victor(b) if ours else None
    if not ours or not theirs or a.negators or b.negators:
        return None
    if any(is_named(one, at, other) for one, run, other in ((a, ours, b), (b, theirs, a)) for at in run):
        return None
    rest, rest_b = (_besides(r, run) for r, run in ((a, ours), (b, theirs)))
    if len(rest & rest_b) < _ENOUGH or not same_terms(rest, rest_b):
        return None
    return "different winner: " + " / ".join(
        wording(r.tokens[at] for at in run) for r, run in ((a, ours), (b, theirs))
    )


_WON, _GONE = words_of("won wins"), words_of("went goes awarded")
_HELPING = words_of("has have had was is were")
_ENOUGH = 3
"""Terms beside who won that two statements must have in common."""


def _victor(reading: Reading) -> range | None:
    """The places of the name before "won", behind "won by" or behind "went to"."""
    words = reading.words
    if _WON.isdisjoint(reading.vocabulary) and _GONE.isdisjoint(reading.vocabulary):
        return None
    for at, word in enumerate(words[:-1]):
        behind = (word in _WON and words[at + 1] == "by") or (word in _GONE and words[at + 1] == "to")
        if behind:
            return _run(reading, at + 2 + (words[at + 2 : at + 3] == ["the"]))
        if word in _WON and at:
            end = at - (words[at - 1] in _HELPING)
            start = end
            while start and _in_a_name(reading, start - 1):
                start -= 1
            return range(start, end) if start < end else None
    return None


def _in_a_name(reading: Reading, at: int) -> bool:
    """Whether a word is one of a name: "Luiz Inácio Lula *da* Silva"."""
    word = reading.words[at]
    return word in PARTICLES or (reading.tokens[at].text[0].isupper() and word not in STOP_WORDS)


def _run(reading: Reading, start: int) -> range | None:
    """The places of the name that begins at a place, if one does."""
    end = start
    while end < len(reading.words) and _in_a_name(reading, end) and not (end > start and reading.parted(end)):
        end += 1
    return range(start, end) if end > start else None


_OF_WINNING = stems_of("win go award")


def _besides(reading: Reading, run: range) -> frozenset[str]:
    """The terms of all but who won."""
    return frozenset(term for term, at in reading.placed if at not in run) - _OF_WINNING


def _conceded(reading: Reading, at: int) -> list[Contest]:
    """Who won by the word of who lost: "A acknowledged that B had *won*"."""
    words, start = reading.words, reading.sentences.index(reading.sentences[at])
    conceding = next((i for i in range(start, at) if words[i] in _CONCEDING), None)
    if conceding is None:
        return []
    loser, winner = _name(reading, range(start, conceding)), _name(reading, range(conceding + 1, at))
    return [] if loser is None or winner is None else _contest(reading, winner, loser)


def _name(reading: Reading, places: Iterable[int], *, placed: bool = True) -> int | None:
    """The first of some places that holds a name of somebody, and not of a place where `placed` names stand among them."""
    words = reading.words
    for at in places:
        word = words[at].removesuffix("'s")
        plain = word in STOP_WORDS or word in MONTHS or word in WEEKDAYS
        plain = plain or (word.endswith("ly") and at in reading.openings)  # "Globally"
        plain = plain or (word in NOT_NAMES and not _is_team(reading, at))
        placing = placed and at > 0 and words[at - 1] in _PLACING
        if reading.tokens[at].text[0].isupper() and not plain and not placing:
            return at
    return None


def _is_team(reading: Reading, at: int) -> bool:
    """Whether a word with a capital that is part of many a name stands for a team by itself: "beat *City* 3-1", "*City* lost"."""
    words, tokens = reading.words, reading.tokens
    behind = at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()
    if at in reading.openings:
        return not behind and "".join(words[at + 1 : at + 2]) in _TELLING
    return not behind and not tokens[at - 1].text[0].isupper() and words[at - 1] not in DETERMINERS
