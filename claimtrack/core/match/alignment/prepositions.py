"""Prepositions that turn a fact round by standing in each other's place: from and to, attacks on and by."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.antonyms import VOTING_VERBS
from claimtrack.core.match.words.lexicon import MONTHS, NUMBER_WORDS, STOP_WORDS, WEEKDAYS, words_of
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading


_PREPOSITIONS = words_of("of at by for from in into on onto off to with about against as over")
_OPPOSED = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "from/to from/into from/onto by/at by/on by/to by/against by/for by/about by/into by/onto from/for"
        " from/in from/at from/on to/in into/in as/to as/by as/from with/against on/off"
    ).split()
)
"""Pairs that say two things: whence and whither, who does it and to whom. Others, "in" and "at", "of" and "for", may say one."""
_DOUBTFUL = frozenset({frozenset({"from", other}) for other in ("in", "at", "on", "for")}) | {
    frozenset({"to", "in"}),
    frozenset({"into", "in"}),
    frozenset({"with", "against"}),
    *(frozenset({"as", other}) for other in ("to", "by", "from")),
}
"""Of these, such as may be one thing put otherwise: voters in Ohio, voters from Ohio; wars with, wars against."""
_HARM = stems_of(
    "murder attack bombing shooting killing raid assault strike arrest kidnapping abduction massacre invasion siege beating"
    " hatred love fear sale purchase ambush persecution torture betrayal rape abuse criticism condemnation investigation capture defeat execution harassment"
)
"""Deeds that have a doer and a victim, so that "of" and "by", "of" and "on" tell which of the two is meant."""
IMPOSED = stems_of("sanctions embargo ban tariffs restrictions")
"""These are on whom they are against."""
_EITHER_WAY = stems_of("differ different separate apart buy borrow exempt immune")
"""Behind these "from" and "to" are one thing, or say where something comes from in either way."""


class _Placed(NamedTuple):
    """A preposition, with the word of weight before it and the word that it belongs to."""

    word: str
    before: str
    at: int


_Slots = dict[str, list[_Placed]]
"""The word behind each preposition and its determiners, with the prepositions that stand before it."""


def prepositions_differ(a: Reading, b: Reading) -> Difference | None:
    """What two statements say with opposed prepositions before one word, and whether that is surely another fact."""
    ours = _placed(a)
    if not ours:
        return None
    theirs = _placed(b)
    same_terms = a.terms == b.terms
    for following in [word for word in ours if word in theirs]:
        known = {one.word for one in ours[following]} & {one.word for one in theirs[following]}
        for x in ours[following]:
            for y in theirs[following]:
                if x.word in known or y.word in known:
                    continue
                if _whence_and_whither(x, y):
                    told = f"differs: {_told(a, x)} / {_told(b, y)}"
                    return Difference(told, sure=True, in_any_order=True)
                if x.before != y.before and not same_terms:
                    continue
                if (sure := _opposed(x, y, following)) is not None:
                    return Difference(f"differs: {_told(a, x)} / {_told(b, y)}", sure)
    return _aims_exchanged(a, b, ours, theirs)


def _whence_and_whither(x: _Placed, y: _Placed) -> bool:
    """Whether something goes to whom it comes from in the other: "money went *to farmers*", "money came *from farmers*"."""
    moves = (x.word, x.before) in _MOVES or (y.word, y.before) in _MOVES
    return moves and x.before != y.before and {x.word, y.word} == {"from", "to"}


_MOVES = {("from", stem("come")), ("to", stem("go"))}


_TOWARDS = words_of("at by for from to against")
"""What stands behind these and before the verb cannot change places without changing the fact."""


def _aims_exchanged(a: Reading, b: Reading, ours: _Slots, theirs: _Slots) -> Difference | None:
    """What was aimed at stands before it on the other side, and the other way about: rebels fired at police, police at rebels."""
    for x, one in _aims(ours):
        for y, other in _aims(theirs):
            same = one.word == other.word and one.before == other.before and x != y
            # not "does not apply to A but applies to B"
            once = all(r.sequence.count(one.before) == 1 for r in (a, b))
            if same and once and x in b.words[: other.at] and y in a.words[: one.at]:
                return Difference(f"differs: {_told(a, one)} / {_told(b, other)}", sure=True)
    return None


def _aims(slots: _Slots) -> Iterator[tuple[str, _Placed]]:
    return ((word, one) for word, placed in slots.items() for one in placed if one.word in _TOWARDS)


def _opposed(x: _Placed, y: _Placed, following: str) -> bool | None:
    """Whether two prepositions surely tell two facts; None where they may well tell one."""
    two = frozenset({x.word, y.word})
    if x.before in _EITHER_WAY or y.before in _EITHER_WAY:
        return None
    if two == {"on", "against"} and x.before in IMPOSED:
        return None
    if two in ({"of", "by"}, {"of", "on"}):
        return True if x.before == y.before and x.before in _HARM else None
    if two == {"for", "on"}:
        return False if x.before == y.before and x.before in VOTING_VERBS else None
    if two == {"on", "over"}:
        return False if x.before in _PLACED else None
    if two == {"by", "in"}:
        return False if _is_time(following) or following in _RIDDEN else None
    if "by" in two and (x.before != y.before or _is_number(following)):
        return False if _is_time(following) else None
    if two in _DOUBTFUL:
        return False if x.before == y.before else None
    return True if two in _OPPOSED else None


_PLACED = stems_of("sit stand lie hang fly")
_RIDDEN = words_of("helicopter plane aircraft car van bus lorry truck train tram ship ferry boat tank")
"""Who is killed in one of these is not killed by it."""


def _is_time(word: str) -> bool:
    return word in MONTHS or word in WEEKDAYS or (_is_number(word) and len(word) == 4) or word in _TIMES


_TIMES = words_of(
    "end beginning start middle spring summer autumn winter christmas easter next mid late early"
)


_WAYS = words_of("out up down off away back home")
"""These say which way, and are not what a preposition belongs to: "brought out of", "brought into"."""


def _is_number(word: str) -> bool:
    return word[0].isdecimal()


def _placed(reading: Reading) -> _Slots:
    found: _Slots = {}
    for placed, following in _read(reading):
        found.setdefault(following, []).append(placed)
    return found


def _read(reading: Reading) -> Iterator[tuple[_Placed, str]]:
    words = reading.words
    before = ""
    for at, word in enumerate(words):
        if word in _PREPOSITIONS:
            end = at + 1
            while end < len(words) and words[end] in DETERMINERS:
                end += 1
            of_a_number = (
                word == "of"
                and words[at - 1] == "out"
                and words[end : end + 1]
                and (words[end] in NUMBER_WORDS or words[end].isdecimal())
            )
            if end < len(words) and words[end] not in STOP_WORDS and not of_a_number:
                whence = word == "of" and at > 0 and words[at - 1] == "out"
                yield _Placed("from" if whence else word, before, at), words[end]
        elif word not in STOP_WORDS and word not in _WAYS:
            before = stem(word)


def _told(reading: Reading, placed: _Placed) -> str:
    end = placed.at + 1
    while reading.words[end] in DETERMINERS:
        end += 1
    return reading.as_written(placed.at, end + 1)
