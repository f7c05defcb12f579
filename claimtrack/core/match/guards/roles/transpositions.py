"""Which terms or names have changed places between two statements of the same words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product
from typing import NamedTuple

from claimtrack.core.language.word_lists import MONTHS, PASSIVE, SEQUENCE_WORDS, STOP_WORDS, WEEKDAYS
from claimtrack.core.match.guards.entities.speakers import speaker_and_topic_swapped
from claimtrack.core.match.guards.quantities.bindings import find_shared_bindings
from claimtrack.core.match.guards.roles.word_order import (
    CLAUSE_CONJUNCTIONS,
    MOVABLE_PREPOSITIONS,
    find_crossed_places,
    is_only_reordered,
    terms_with_countries,
)
from claimtrack.core.match.reading.clauses import find_clauses, predicates
from claimtrack.core.match.reading.reading import Reading, share_sense
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS, display_word, share_list
from claimtrack.core.match.words.terms import stem, stems_of

RECIPROCAL_VERBS = stems_of(
    "meet marry touch talk speak play border resemble fight equal cooperate trade merge collide clash"
    " say tell add warn announce report"
)
"""Verbs that mean the same both ways round, or that only name the speaker."""
_ALWAYS_RECIPROCAL = stems_of("meet marry play border resemble")
"""Those of them that are reciprocal whatever follows; not "fought them off", "traded him to another club"."""
PASS = stem("pass")
"""A bill passes the house that passes it, so this verb is symmetric between laws and other subjects."""
LAWS = stems_of("bill law motion act amendment measure budget resolution")
"""Nouns for what a parliament passes."""
_PREPOSITION_REACH = 5
"""Words before a term among which its preposition is looked for."""


def terms_transposed(a: Reading, b: Reading) -> str | None:
    """Two terms are exchanged and all others keep their places; not the members of a list."""
    if _is_voice_different(a, b):
        return None
    ours, theirs = terms_with_countries(a), terms_with_countries(b)
    if "than" in a.vocabulary and "than" in b.vocabulary:
        theirs = _align_synonyms(ours, theirs)
    exchange = _find_exchanged_runs(ours, theirs)
    if exchange is None or _is_made_passive(a, b) or _is_genitive_rephrased(a, b):
        return None
    one, other = (ours[at] for at in exchange.ours)
    if share_sense([one], [other]) or _is_symmetric(a, *exchange.ours) or _is_symmetric(b, *exchange.theirs):
        return None
    places = [a.places[at] for at in exchange.ours]
    others = [b.places[at] for at in reversed(exchange.theirs)]
    if _is_possessor_moved(a, places, b, others) or _are_adjuncts_moved(a, b, exchange):
        return None
    return None if find_shared_bindings(a, b).issuperset(places) else _describe(a, *places)


def _align_synonyms(ours: list[str], theirs: list[str]) -> list[str]:
    """The terms of one statement, with synonyms replaced by the other's terms: "earn" for "pay".

    Only for comparisons: elsewhere a synonym of a verb may stand elsewhere and mean the same.
    """
    alone, alone_b = set(ours) - set(theirs), set(theirs) - set(ours)
    if len(ours) != len(theirs) or not 0 < len(alone) == len(alone_b) <= _MAX_RUN_WORDS:
        return theirs
    same = {y: x for y, x in product(alone_b, sorted(alone)) if share_sense([x], [y])}
    return [same.get(term, term) for term in theirs]


def _is_genitive_rephrased(a: Reading, b: Reading) -> bool:
    """Whether an "of" phrase of one stands before the noun in the other: "a pastor's home", "the home of a pastor"; "a 3% rise"."""
    return _is_of_phrase_before_noun(a, b) or _is_of_phrase_before_noun(b, a)


def _is_of_phrase_before_noun(one: Reading, other: Reading) -> bool:
    """Whether the first has before the noun what the second has after "of"."""
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


def _are_adjuncts_moved(a: Reading, b: Reading, exchange: _Exchange) -> bool:
    """Whether each of two runs has moved with its preposition: "under the council rents rose in May", "in May ... under the council"."""
    prepositions = [
        (_governing_preposition(a, exchange.first), _governing_preposition(b, exchange.theirs[1])),
        (_governing_preposition(a, exchange.ours[1]), _governing_preposition(b, exchange.first)),
    ]
    if all(one == other != "" for one, other in prepositions):
        return True
    if ("", "") not in prepositions:
        return False
    if any(one == other and one in CLAUSE_CONJUNCTIONS for one, other in prepositions):
        return True  # "when he fled A shot B, the court ruled"
    if ("in", "in") not in prepositions:
        return False
    # "mothers in Finland get", "in Finland mothers get"
    side_by_side = exchange.ours[1] == exchange.ours[0] + 1
    return side_by_side or _predicate_adjectives(a) == _predicate_adjectives(b) != set()


def _is_possessor_moved(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether a possessor follows its noun in one and precedes it in the other: "prices of oil in Spain", "Spain's oil prices".

    Two names have changed places, whatever they follow: "Peru's envoy in Chile".
    """
    if all(a.has_capital(at) for at in ours):
        return False
    return any(
        _governing_preposition(one, one.places.index(after)) in ("in", "of")
        and other.words[before].endswith("'s")
        for x, y in zip(ours, theirs, strict=True)
        for one, after, other, before in ((a, x, b, y), (b, y, a, x))
    )


def _predicate_adjectives(reading: Reading) -> set[str]:
    """The stems after "is" or "was": "are undecided in Ohio", "in Ohio are undecided"."""
    return {
        stem(word) for before, word in pairwise(reading.words) if before in PASSIVE and word not in STOP_WORDS
    }


def _governing_preposition(reading: Reading, at: int) -> str:
    """The preposition that a term is, or that governs it across function words; "" if none."""
    place = reading.places[at]
    moving = MOVABLE_PREPOSITIONS | CLAUSE_CONJUNCTIONS
    if reading.sequence[at][0] == "#":
        moving |= {"for", "from", "to"}
    for word in reversed(reading.words[max(0, place - _PREPOSITION_REACH) : place + 1]):
        if word in moving:
            return word
        if word not in STOP_WORDS and word != reading.words[place]:
            break
    return ""


class _Exchange(NamedTuple):
    """The places of two exchanged terms in each of two sequences, and the first place that differs."""

    ours: tuple[int, int]
    theirs: tuple[int, int]
    first: int


def _find_exchanged_runs(ours: Sequence[str], theirs: Sequence[str]) -> _Exchange | None:
    """Where two runs of terms are exchanged, all else being the same; None if it is not so.

    Gives the places of two single terms; of "gang members | shot | police officers" those of "members" and "police".
    """
    if len(ours) != len(theirs) or ours == theirs or set(ours) != set(theirs):
        return None
    first = next(at for at, (x, y) in enumerate(zip(ours, theirs, strict=True)) if x != y)
    after = next(at for at in range(len(ours)) if ours[-1 - at] != theirs[-1 - at])
    one, other = ours[first : len(ours) - after], theirs[first : len(theirs) - after]
    for left, right in product(range(1, min(_MAX_RUN_WORDS, len(one) - 1) + 1), repeat=2):
        if left + right > len(one) or one[:left] != other[-left:] or one[-right:] != other[:right]:
            continue
        between = one[left:-right]
        alone = left == right == 1
        dated = any(term[0] == "#" for term in (*one[:left], *one[-right:]))
        if between == other[right:-left] and (alone or (between and not dated)):
            last = first + len(one)
            return _Exchange((first + left - 1, last - right), (first + right - 1, last - left), first)
    return None


_MAX_RUN_WORDS = 3
"""Terms of agent and patient at most."""


def order_reversed(a: Reading, b: Reading) -> str | None:
    """Two terms are exchanged, and those between them keep their places: "gangs fear police", "police fear gangs"."""
    if _is_voice_different(a, b):
        return None
    if difference := speaker_and_topic_swapped(a, b):
        return difference
    difference = _find_exchange_across(a, b)
    if difference is None or is_only_reordered(a, b):
        return None
    return None if _is_genitive_rephrased(a, b) else difference


def _is_voice_different(a: Reading, b: Reading) -> bool:
    """Whether only one has a "by" phrase: terms change places for that alone."""
    return ("by" in a.vocabulary) != ("by" in b.vocabulary)


def _is_symmetric(reading: Reading, one: int, other: int) -> bool:
    """Whether two terms are members of a list, or the two sides of a symmetric verb: "Peru and Chile", "Peru borders Chile"."""
    first, second = reading.placed_terms[one][1], reading.placed_terms[other][1]
    if share_list(reading, first, second):
        return True
    between = reading.words[first + 1 : second]
    one_by_one = SEQUENCE_WORDS & set(between)
    joined = not one_by_one and (not between or {"and", "or"} & set(between) or reading.is_boundary(second))
    weighty = [stem(word) for word in between if word not in STOP_WORDS]
    dated = any(_is_date_word(reading.words[at]) for at in (first, second))
    return bool(
        (other == one + 1 and (joined or dated))
        or (PASS in weighty and not LAWS.isdisjoint((reading.sequence[one], reading.sequence[other])))
        or (RECIPROCAL_VERBS & set(weighty) and weighty[0] in SYMMETRIC_VERBS)
    )


def _is_date_word(word: str) -> bool:
    """Whether a word is a month, a weekday or a year, which may precede or follow its event."""
    return word in MONTHS or word in WEEKDAYS or (word.isdecimal() and len(word) == len("2024"))


_LIGHT_VERBS = stems_of("hold have begin start resume reach sign make open end sit continue")
"""Light verbs before a reciprocal noun: "held talks with"; but "walked out of the talks with"."""
SYMMETRIC_VERBS = RECIPROCAL_VERBS | _LIGHT_VERBS


def _find_exchange_across(a: Reading, b: Reading) -> str | None:
    """The difference where two terms that each occur once are exchanged across others; None if they only moved."""
    ours = [term for term in a.sequence if a.sequence.count(term) == b.sequence.count(term) == 1]
    apart = find_crossed_places(ours, [term for term in b.sequence if term in ours])
    if apart is None or apart[1] == apart[0] + 1 or _is_made_passive(a, b):
        return None
    places = [a.placed_terms[a.sequence.index(ours[at])][1] for at in apart]
    others = [b.placed_terms[b.sequence.index(ours[at])][1] for at in apart]
    first, last = sorted(places)
    if share_list(a, first, last) and share_list(b, *sorted(others)):
        return None
    between = (stem(word) for word in a.words[first + 1 : last] if word not in STOP_WORDS)
    if _ALWAYS_RECIPROCAL.issuperset(between) or _is_possessor_moved(a, places, b, others):
        return None
    words = [a.words[at] for at in places]
    if not MOVABLE_PREPOSITIONS.isdisjoint(words) or sum(map(_is_date_word, words)) == 1:
        return None
    return _describe(a, *places)


def _is_made_passive(a: Reading, b: Reading) -> bool:
    """Whether a verb is active in one and passive in the other: "lost its men at Verdun", "at Verdun its men were lost"."""
    ours, theirs = ({stem(word) for before, word in pairwise(r.words) if before in PASSIVE} for r in (a, b))
    both = a.terms & b.terms
    shared = predicates(a) & predicates(b)
    voices = {(clause.verb, clause.passive) for clause in find_clauses(a, shared)}
    if any(c.passive is not None and (c.verb, not c.passive) in voices for c in find_clauses(b, shared)):
        return True
    return bool((ours - theirs) & both) != bool((theirs - ours) & both)


def _describe(reading: Reading, *places: int) -> str:
    """The difference between exchanged words, as a person reads it."""
    return f"swapped: {' / '.join(display_word(reading, at) for at in places)}"
