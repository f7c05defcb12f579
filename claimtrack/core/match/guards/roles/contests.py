"""Who won against whom: "A beat B", "B lost to A", "A won the seat from B", and a guard on who it was."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.entities.names import is_named
from claimtrack.core.match.guards.roles.agents import same_terms
from claimtrack.core.match.reading.names.names import NOT_NAMES
from claimtrack.core.match.reading.names.variants import same_name
from claimtrack.core.match.reading.syntax.phrases import as_told, clause_end
from claimtrack.core.match.words.lexicon import MONTHS, PASSIVE, STOP_WORDS, WEEKDAYS, words_of
from claimtrack.core.match.words.terms import stem, wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.core.match.reading.reading import Reading


def _stems(listing: str) -> frozenset[str]:
    return frozenset(
        stem(form) for word in words_of(listing) for form in (word, f"{word.removesuffix('e')}ed")
    )


_BEATING = _stems(
    "beat defeat overcome thrash edge trounce outplay unseat oust topple knock eliminate conquer crush"
)
"""Behind these stands who lost."""
_WINNING = _stems("win gain take victory capture triumph snatch")
_LOSING = _stems("lose loss defeat fall succumb bow")
_OVER, _TO = words_of("over against from"), words_of("to against by")
"""Behind these stands who lost after "won", and who won after "lost"."""
_PLACING = words_of("in at on near since during across around outside inside until of for with")
"""Behind these a name tells where, when or what it is about."""
_TELLING = words_of("won lost beaten overcame took taken fell fallen") | {
    f"{word}{ending}"
    for word in (*_BEATING, *_WINNING, *_LOSING)
    for ending in ("", "s", "es", "ed", "d", "e", "y")
}
"""Words without which no contest is told of."""


_CONCEDING = words_of(
    "conceded concedes acknowledged acknowledges accepted accepts admitted admits recognised recognized"
)
"""Who does this to a defeat has lost, and to somebody's victory as well."""
_A, _BEFORE = words_of("a an the its their"), 3
"""Within so many words of these, "defeat" is a noun: "a shoot-out defeat"."""


class Contest(NamedTuple):
    """Who won, and who lost, each by a word of the name, with its place."""

    winner: str
    loser: str
    at: int


def other_winner(a: Reading, b: Reading) -> str | None:
    """Each tells that one beat the other, and it is the other way about: A beat B, A lost to B."""
    for one in contests(a):
        for other in contests(b):
            if same_name(one.winner, other.loser) and same_name(one.loser, other.winner):
                return f"roles swapped: {as_told(a, one.at)} / {as_told(b, other.at)}"
    return None


def same_winner(a: Reading, b: Reading) -> bool:
    """Whether both tell that the same one beat the same other."""
    return any(
        same_name(one.winner, other.winner) and same_name(one.loser, other.loser)
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
            found.append(conceded)
            continue
        if (subject := _name(reading, range(_clause_start(reading, at), at))) is None:
            continue
        end = clause_end(reading, at)
        passive = verb in _BEATING and any(w in PASSIVE for w in words[max(0, at - 2) : at])
        lost = (
            passive
            or (verb in _LOSING and verb not in _BEATING)
            or words[at - 1] in ("a", "in", "to", "suffered")
            or words[at - 1] in _CONCEDING
            or (word in ("defeat", "loss") and not _A.isdisjoint(words[max(0, at - _BEFORE) : at]))
        )
        if passive or verb not in _BEATING or lost:
            marks = _TO if lost else _OVER
            behind = next((i + 1 for i in range(at + 1, end) if words[i] in marks), end)
        else:
            behind = at + 1
        rival = _name(reading, range(behind, end))
        if rival is not None and not same_name(words[subject], words[rival]):
            won, beaten = (rival, subject) if lost else (subject, rival)
            found.append(Contest(words[won], words[beaten], won))
    return found


_AHEAD, _BEHIND = words_of("led leads leading ahead"), words_of("trailed trails trailing behind")


def _leads(reading: Reading) -> list[Contest]:
    """Who was ahead of whom: "A led B by two points", "A was two points ahead of B", "B trailed A"."""
    if _AHEAD.isdisjoint(reading.vocabulary) and _BEHIND.isdisjoint(reading.vocabulary):
        return []
    words, found = reading.words, []
    for at, word in enumerate(words):
        if word not in _AHEAD and word not in _BEHIND:
            continue
        behind = at + 1 + (word == "ahead")
        if words[at + 1 : behind] not in ([], ["of"]) or words[at + 1 : at + 2] == ["by"]:
            continue  # "was led by"
        subject = _name(reading, range(_clause_start(reading, at), at))
        near = range(behind, min(behind + _FULL_NAME, clause_end(reading, at)))
        rival = _name(reading, near, placed=False)
        if subject is not None and rival is not None and not same_name(words[subject], words[rival]):
            won, beaten = (subject, rival) if word in _AHEAD else (rival, subject)
            found.append(Contest(words[won], words[beaten], won))
    return found


_FULL_NAME = 3
"""Words behind "led" or "ahead of" in which it is told whom: "Ms Harris", "the Greens"."""


def _clause_start(reading: Reading, at: int) -> int:
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
    return "other winner: " + " / ".join(
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


_PARTICLES = words_of("da de del della di do dos van von der den bin al el la le")


def _in_a_name(reading: Reading, at: int) -> bool:
    """Whether a word is one of a name: "Luiz Inácio Lula *da* Silva"."""
    word = reading.words[at]
    return word in _PARTICLES or (reading.tokens[at].text[0].isupper() and word not in STOP_WORDS)


def _run(reading: Reading, start: int) -> range | None:
    """The places of the name that begins at a place, if one does."""
    end = start
    while end < len(reading.words) and _in_a_name(reading, end) and not (end > start and reading.parted(end)):
        end += 1
    return range(start, end) if end > start else None


_OF_WINNING = frozenset(map(stem, ("win", "go", "award")))


def _besides(reading: Reading, run: range) -> frozenset[str]:
    """The terms of all but who won."""
    return frozenset(term for term, at in reading.placed if at not in run) - _OF_WINNING


def _conceded(reading: Reading, at: int) -> Contest | None:
    """Who won by the word of who lost: "A acknowledged that B had *won*"."""
    words, start = reading.words, reading.sentences.index(reading.sentences[at])
    conceding = next((i for i in range(start, at) if words[i] in _CONCEDING), None)
    if conceding is None:
        return None
    loser, winner = _name(reading, range(start, conceding)), _name(reading, range(conceding + 1, at))
    return None if loser is None or winner is None else Contest(words[winner], words[loser], winner)


def _name(reading: Reading, places: Iterable[int], *, placed: bool = True) -> int | None:
    """The first of some places that holds a name of somebody, and not of a place where `placed` names stand among them."""
    words = reading.words
    for at in places:
        plain = (
            words[at] in STOP_WORDS or words[at] in NOT_NAMES or words[at] in MONTHS or words[at] in WEEKDAYS
        )
        placing = placed and at > 0 and words[at - 1] in _PLACING
        if reading.tokens[at].text[0].isupper() and not plain and not placing:
            return at
    return None
