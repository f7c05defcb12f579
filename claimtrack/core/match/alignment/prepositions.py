"""Prepositions that reverse a fact by replacing each other: "from" and "to", attacks "on" and "by"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from claimtrack.core.language.word_lists import MONTHS, NUMBER_WORDS, STOP_WORDS, WEEKDAYS, words_of
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.antonyms import VOTING_VERBS
from claimtrack.core.match.words.terms import stem, stems_of

_PREPOSITIONS = words_of("of at by for from in into on onto off to with about against as over")
_OPPOSED_PAIRS = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "from/to from/into from/onto by/at by/on by/to by/against by/for by/about by/into by/onto from/for"
        " from/in from/at from/on to/in into/in as/to as/by as/from with/against on/off"
    ).split()
)
"""Pairs with two meanings: source and goal, agent and patient. Others, "in" and "at", "of" and "for", may mean the same."""
_DOUBTFUL_PAIRS = frozenset({frozenset({"from", other}) for other in ("in", "at", "on", "for")}) | {
    words_of("to in"),
    words_of("into in"),
    words_of("with against"),
    *(frozenset({"as", other}) for other in ("to", "by", "from")),
}
"""Those of them that may mean the same: voters in Ohio, voters from Ohio; wars with, wars against."""
_TRANSITIVE_NOUN_STEMS = stems_of(
    "murder attack bombing shooting killing raid assault strike arrest kidnapping abduction massacre "
    "invasion siege beating hatred love fear sale purchase ambush persecution torture betrayal rape abuse "
    "criticism condemnation investigation capture defeat execution harassment"
)
"""Nouns of actions with an agent and a patient, which "of" and "by", "of" and "on" distinguish."""
IMPOSED_STEMS = stems_of("sanctions embargo ban tariffs restrictions")
"""Nouns after which "on" means "against": "sanctions on Iran"."""
_SYMMETRIC_STEMS = stems_of("differ different separate apart buy borrow exempt immune")
"""Words after which "from" and "to" mean the same, or both name a source."""


class _Preposition(NamedTuple):
    """A preposition, the stem of the content word before it, and its offset."""

    word: str
    before: str
    at: int


_BySlot = dict[str, list[_Preposition]]
"""Object of a preposition -> the prepositions before it."""


def prepositions_differ(a: Reading, b: Reading) -> Difference | None:
    """Opposed prepositions before the same word, and whether that is surely another fact."""
    ours = _group_by_object(a)
    if not ours:
        return None
    theirs = _group_by_object(b)
    for following in [word for word in ours if word in theirs]:
        known = {p.word for p in ours[following]} & {p.word for p in theirs[following]}
        for x, y in product(ours[following], theirs[following]):
            if x.word not in known and y.word not in known and (mark := _compare_pair(a, x, b, y, following)):
                return mark
    return _targets_swapped(a, b, ours, theirs)


def _compare_pair(
    a: Reading, x: _Preposition, b: Reading, y: _Preposition, following: str
) -> Difference | None:
    """How two prepositions before the same word differ; None where they may well state one fact."""
    text = f"differs: {_describe_phrase(a, x)} / {_describe_phrase(b, y)}"
    if _are_source_and_goal(x, y):
        return Difference(text, sure=True, in_any_order=True)
    is_comparable = x.before == y.before or a.terms == b.terms
    sure = _are_opposed(x, y, following) if is_comparable else None
    return None if sure is None else Difference(text, sure)


def _are_source_and_goal(x: _Preposition, y: _Preposition) -> bool:
    """Whether a goal of one is a source of the other: "money went *to farmers*", "money came *from farmers*"."""
    moves = (x.word, x.before) in _MOTION_PAIRS or (y.word, y.before) in _MOTION_PAIRS
    return moves and x.before != y.before and {x.word, y.word} == {"from", "to"}


_MOTION_PAIRS = {("from", stem("come")), ("to", stem("go"))}


_DIRECTIONAL = words_of("at by for from to against")
"""Prepositions whose object cannot swap with the subject without changing the fact."""


def _targets_swapped(a: Reading, b: Reading, ours: _BySlot, theirs: _BySlot) -> Difference | None:
    """Target and subject are swapped: rebels fired at police, police fired at rebels."""
    for x, target in _find_targets(ours):
        for y, target_b in _find_targets(theirs):
            same = target.word == target_b.word and target.before == target_b.before and x != y
            # not "does not apply to A but applies to B"
            once = all(r.sequence.count(target.before) == 1 for r in (a, b))
            if same and once and x in b.words[: target_b.at] and y in a.words[: target.at]:
                phrases = _describe_phrase(a, target), _describe_phrase(b, target_b)
                return Difference(f"differs: {' / '.join(phrases)}", sure=True)
    return None


def _find_targets(slots: _BySlot) -> Iterator[tuple[str, _Preposition]]:
    """The objects of directional prepositions, each with its preposition."""
    return (
        (word, one) for word, preposition in slots.items() for one in preposition if one.word in _DIRECTIONAL
    )


def _are_opposed(x: _Preposition, y: _Preposition, following: str) -> bool | None:
    """Whether two prepositions surely state two facts; None where they may well state one."""
    two, is_same_head = frozenset({x.word, y.word}), x.before == y.before
    if x.before in _SYMMETRIC_STEMS or y.before in _SYMMETRIC_STEMS:
        return None
    if two in ({"of", "by"}, {"of", "on"}):
        return True if is_same_head and x.before in _TRANSITIVE_NOUN_STEMS else None
    if "by" in two and two != {"by", "in"} and (not is_same_head or _is_number(following)):
        return False if _is_time(following) else None
    if two in _OPPOSED_PAIRS and two not in _DOUBTFUL_PAIRS:
        return True
    is_doubtful = (
        (two in _DOUBTFUL_PAIRS and is_same_head)
        or (two == {"for", "on"} and is_same_head and x.before in VOTING_VERBS)
        or (two == {"on", "over"} and x.before in _POSITION_STEMS)
        or (two == {"by", "in"} and (_is_time(following) or following in _VEHICLES))
    )
    return False if is_doubtful else None


_POSITION_STEMS = stems_of("sit stand lie hang fly")
_VEHICLES = words_of("helicopter plane aircraft car van bus lorry truck train tram ship ferry boat tank")
"""Vehicles; who is killed in one is not killed by it."""


def _is_time(word: str) -> bool:
    return word in MONTHS or word in WEEKDAYS or (_is_number(word) and len(word) == 4) or word in _TIME_NOUNS


_TIME_NOUNS = words_of(
    "end beginning start middle spring summer autumn winter christmas easter next mid late early"
)


_DIRECTION_ADVERBS = words_of("out up down off away back home")
"""Adverbs of direction, which no preposition depends on: "brought out of", "brought into"."""


def _is_number(word: str) -> bool:
    return word[0].isdecimal()


def _group_by_object(reading: Reading) -> _BySlot:
    """First word of an object -> the prepositions before it."""
    found: _BySlot = {}
    for preposition, following in _find_prepositions(reading):
        found.setdefault(following, []).append(preposition)
    return found


def _find_prepositions(reading: Reading) -> Iterator[tuple[_Preposition, str]]:
    """Each preposition of a statement with the first word of its object."""
    words = reading.words
    before = ""
    for at, word in enumerate(words):
        if word in _PREPOSITIONS:
            end = at + 1
            while end < len(words) and words[end] in DETERMINERS:
                end += 1
            out_of, following = word == "of" and words[at - 1] == "out", reading.word(end)
            of_a_number = out_of and (following in NUMBER_WORDS or following.isdecimal())
            if following and following not in STOP_WORDS and not of_a_number:
                yield _Preposition("from" if out_of and at else word, before, at), following
        elif word not in STOP_WORDS and word not in _DIRECTION_ADVERBS:
            before = stem(word)


def _describe_phrase(reading: Reading, preposition: _Preposition) -> str:
    """A preposition with its determiners and the first word of its object, as written."""
    end = preposition.at + 1
    while reading.words[end] in DETERMINERS:
        end += 1
    return reading.as_written(preposition.at, end + 1)
