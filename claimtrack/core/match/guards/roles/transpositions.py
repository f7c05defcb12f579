"""What has changed places between two statements of the same words: two terms, or two names."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.entities.speakers import speaker_and_topic_swapped
from claimtrack.core.match.guards.quantities.bindings import find_shared_bindings
from claimtrack.core.match.guards.roles.word_order import (
    CLAUSE_CONJUNCTIONS,
    MOVABLE_PREPOSITIONS,
    find_crossed_places,
    is_only_reordered,
    terms_with_countries,
)
from claimtrack.core.match.reading.clauses import clauses, predicates
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS, display_word, share_list
from claimtrack.core.match.words.lexicon import MONTHS, PASSIVE, SEQUENCE_WORDS, STOP_WORDS, WEEKDAYS
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading

RECIPROCAL_VERBS = stems_of(
    "meet marry touch talk speak play border resemble fight equal cooperate trade merge collide clash"
    " say tell add warn announce report"
)
"""Verbs that say the same both ways round, or only tell who speaks."""
_EACH_OTHER = stems_of("meet marry play border resemble")
"""Of these, such as do so whatever stands behind; but "fought them off", "traded him to another club"."""
PASS = stem("pass")
LAWS = stems_of("bill law motion act amendment measure budget resolution")
"""A bill passes the house that passes it."""
_NEAR = 5


def terms_transposed(a: Reading, b: Reading) -> str | None:
    """Two terms stand in each other's place and all others as they did; none in a list."""
    if _one_is_passive(a, b):
        return None
    ours, theirs = terms_with_countries(a), terms_with_countries(b)
    if "than" in a.vocabulary and "than" in b.vocabulary:
        theirs = _in_words_of(ours, theirs)
    apart = _runs_crossed(ours, theirs)
    if (
        apart is None
        or _made_passive(a, b)
        or not meanings(ours[apart.ours[0]]).isdisjoint(meanings(ours[apart.ours[1]]))
        or _listed_or_mutual(a, *apart.ours)
        or _listed_or_mutual(b, *apart.theirs)
        or _of_whom(a, b)
        or _of_whom(b, a)
    ):
        return None
    places = [a.places[at] for at in apart.ours]
    others = [b.places[at] for at in reversed(apart.theirs)]
    if (
        _owner_moved(a, places, b, others)
        or _adjuncts_moved(a, b, apart)
        or find_shared_bindings(a, b).issuperset(places)
    ):
        return None
    return _told(a, *places)


def _in_words_of(ours: list[str], theirs: list[str]) -> list[str]:
    """The terms of one row in the words of the other, where that has one alone that says the same: "earn" for "pay".

    Asked of comparisons only: elsewhere a verb in another word may stand elsewhere and say the same.
    """
    alone, alone_b = set(ours) - set(theirs), set(theirs) - set(ours)
    if len(ours) != len(theirs) or not 0 < len(alone) == len(alone_b) <= _RUN:
        return theirs
    same = {
        other: term
        for other in alone_b
        for term in sorted(alone)
        if not meanings(term).isdisjoint(meanings(other))
    }
    return [same.get(term, term) for term in theirs]


def _of_whom(one: Reading, other: Reading) -> bool:
    """Whether one puts behind "of" what the other puts before a thing: "a pastor's home", "the home of a pastor"; "a 3% rise"."""
    words = other.words
    joined = {*pairwise(map(stem, one.words))} if "of" in other.vocabulary else set()
    measured = {q.first: q.last for q in other.quantities} if joined else {}
    return any(
        words[at] == "of"
        and (stem(words[measured.get(at + 1, at + 1 + (words[at + 1] in DETERMINERS))]), stem(words[at - 1]))
        in joined
        for at in range(2, len(words) - 2)
        if words[at - 2] in ("the", "which") or other.is_boundary(at - 1) or at + 1 in measured
    )


def _adjuncts_moved(a: Reading, b: Reading, apart: _Apart) -> bool:
    """Whether each run has taken its preposition along: "under the council rents rose in May", "in May ... under the council"."""
    beside = [
        (_preposition(a, apart.first), _preposition(b, apart.theirs[1])),
        (_preposition(a, apart.ours[1]), _preposition(b, apart.first)),
    ]
    if all(one == other != "" for one, other in beside):
        return True
    if ("", "") in beside and any(one == other and one in CLAUSE_CONJUNCTIONS for one, other in beside):
        return True  # "when he fled A shot B, the court ruled"
    if ("in", "in") not in beside or ("", "") not in beside:
        return False
    side_by_side = apart.ours[1] == apart.ours[0] + 1  # "mothers in Finland get", "in Finland mothers get"
    return side_by_side or _described(a) == _described(b) != set()


def _owner_moved(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether whose it is stands behind it in the one, and before it in the other: "prices of oil in Spain", "Spain's oil prices".

    Of two names that do both have changed places, whatever they stand behind: "Peru's envoy in Chile".
    """
    if all(a.has_capital(at) for at in ours):
        return False
    return any(
        _preposition(one, one.places.index(behind)) in ("in", "of") and other.words[before].endswith("'s")
        for x, y in zip(ours, theirs, strict=True)
        for one, behind, other, before in ((a, x, b, y), (b, y, a, x))
    )


def _described(reading: Reading) -> set[str]:
    """What is told of somebody behind "is" or "was": "are undecided in Ohio", "in Ohio are undecided"."""
    return {
        stem(word) for before, word in pairwise(reading.words) if before in PASSIVE and word not in STOP_WORDS
    }


def _preposition(reading: Reading, at: int) -> str:
    """The preposition that a term is, or that stands before it with grammar between at most; else nothing."""
    place = reading.places[at]
    moving = (
        MOVABLE_PREPOSITIONS | CLAUSE_CONJUNCTIONS | {"for", "from", "to"}
        if reading.sequence[at][0] == "#"
        else MOVABLE_PREPOSITIONS | CLAUSE_CONJUNCTIONS
    )
    for word in reversed(reading.words[max(0, place - _NEAR) : place + 1]):
        if word in moving:
            return word
        if word not in STOP_WORDS and word != reading.words[place]:
            break
    return ""


class _Apart(NamedTuple):
    """In each of two rows the places of two terms, and where the first that differs stands in both."""

    ours: tuple[int, int]
    theirs: tuple[int, int]
    first: int


def _runs_crossed(ours: Sequence[str], theirs: Sequence[str]) -> _Apart | None:
    """Where in each of two rows two runs end and begin that stand in each other's place, all else being the same.

    Of two terms that is where they stand; of "gang members | shot | police officers" it is "members" and "police".
    """
    if len(ours) != len(theirs) or ours == theirs or set(ours) != set(theirs):
        return None
    first = next(at for at, (x, y) in enumerate(zip(ours, theirs, strict=True)) if x != y)
    behind = next(at for at in range(len(ours)) if ours[-1 - at] != theirs[-1 - at])
    one, other = ours[first : len(ours) - behind], theirs[first : len(theirs) - behind]
    for left, right in product(range(1, min(_RUN, len(one) - 1) + 1), repeat=2):
        if left + right > len(one) or one[:left] != other[-left:] or one[-right:] != other[:right]:
            continue
        between = one[left:-right]
        alone = left == right == 1
        dated = any(term[0] == "#" for term in (*one[:left], *one[-right:]))
        if between == other[right:-left] and (alone or (between and not dated)):
            last = first + len(one)
            return _Apart((first + left - 1, last - right), (first + right - 1, last - left), first)
    return None


_RUN = 3
"""Terms of who did it, and of whom it was done to, at most."""


def turned(a: Reading, b: Reading) -> str | None:
    """Two terms stand the other way round, and others between them stay in their place."""
    if _one_is_passive(a, b):
        return None
    if said := speaker_and_topic_swapped(a, b):
        return said
    said = _exchanged_across(a, b)
    return None if said is None or is_only_reordered(a, b) or _of_whom(a, b) or _of_whom(b, a) else said


def _one_is_passive(a: Reading, b: Reading) -> bool:
    """Whether one says who did it with "by", and the other without: places change for that alone."""
    return ("by" in a.vocabulary) != ("by" in b.vocabulary)


def _listed_or_mutual(reading: Reading, one: int, other: int) -> bool:
    """Whether two terms stand in a list, or on the two sides of a verb that says the same both ways round."""
    first, second = reading.placed_terms[one][1], reading.placed_terms[other][1]
    if share_list(reading, first, second):
        return True
    between = reading.words[first + 1 : second]
    one_by_one = SEQUENCE_WORDS & set(between)
    joined = not one_by_one and (not between or {"and", "or"} & set(between) or reading.is_boundary(second))
    weighty = [stem(word) for word in between if word not in STOP_WORDS]
    dated = any(_tells_when(reading.words[at]) for at in (first, second))
    return bool(
        (other == one + 1 and (joined or dated))
        or (PASS in weighty and not LAWS.isdisjoint((reading.sequence[one], reading.sequence[other])))
        or (RECIPROCAL_VERBS & set(weighty) and weighty[0] in SYMMETRIC_VERBS)
    )


def _tells_when(word: str) -> bool:
    """Whether a word may stand before or behind what happened then: a month, a day of the week, a year."""
    return word in MONTHS or word in WEEKDAYS or (word.isdecimal() and len(word) == _YEAR)


_YEAR = 4
_LIGHT = stems_of("hold have begin start resume reach sign make open end sit continue")
"""Verbs before what is mutual: "held talks with"; but "walked out of the talks with"."""
SYMMETRIC_VERBS = RECIPROCAL_VERBS | _LIGHT


def _exchanged_across(a: Reading, b: Reading) -> str | None:
    ours = [term for term in a.sequence if a.sequence.count(term) == b.sequence.count(term) == 1]
    apart = find_crossed_places(ours, [term for term in b.sequence if term in ours])
    if apart is None or apart[1] == apart[0] + 1 or _made_passive(a, b):
        return None
    places = [a.placed_terms[a.sequence.index(ours[at])][1] for at in apart]
    others = [b.placed_terms[b.sequence.index(ours[at])][1] for at in apart]
    first, last = sorted(places)
    if share_list(a, first, last) and share_list(b, *sorted(others)):
        return None
    if _EACH_OTHER.issuperset(stem(word) for word in a.words[first + 1 : last] if word not in STOP_WORDS):
        return None
    if (
        _owner_moved(a, places, b, others)
        or any(a.words[at] in MOVABLE_PREPOSITIONS for at in places)
        or sum(_tells_when(a.words[at]) for at in places) == 1
    ):
        return None
    return _told(a, *places)


def _made_passive(a: Reading, b: Reading) -> bool:
    """Whether a verb is active in the one and passive in the other: "lost its men at Verdun", "at Verdun its men were lost"."""
    ours, theirs = ({stem(word) for before, word in pairwise(r.words) if before in PASSIVE} for r in (a, b))
    both = a.terms & b.terms
    shared = predicates(a) & predicates(b)
    voices = {(clause.verb, clause.passive) for clause in clauses(a, shared)}
    if any(c.passive is not None and (c.verb, not c.passive) in voices for c in clauses(b, shared)):
        return True
    return bool((ours - theirs) & both) != bool((theirs - ours) & both)


def _told(reading: Reading, *places: int) -> str:
    return f"swapped: {' / '.join(display_word(reading, at) for at in places)}"
