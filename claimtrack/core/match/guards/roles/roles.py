"""Guards on what stands in which relation: agent and patient, origin and goal, more and less, before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from claimtrack.core.language.word_lists import words_of
from claimtrack.core.match.guards.comparison.comparisons import (
    are_converse_comparisons,
    find_comparisons,
    is_comparison_reversed,
    is_either_too_long,
)
from claimtrack.core.match.guards.comparison.equivalences import are_converse_positions
from claimtrack.core.match.guards.roles.contests import have_same_winner
from claimtrack.core.match.guards.roles.transfers import (
    find_converse_axes,
    find_transformations,
    is_before_negated,
    share_transfer,
)
from claimtrack.core.match.guards.roles.transpositions import terms_transposed
from claimtrack.core.match.guards.roles.word_order import function_words_swapped, is_only_reordered
from claimtrack.core.match.guards.scope.exceptions import is_exception_complement
from claimtrack.core.match.guards.time.event_order import AFTERWARDS_WORDS
from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.reading.clauses import find_clauses
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.noun_phrases import TIME_UNIT_STEMS
from claimtrack.core.match.reading.syntax.phrases import (
    Sides,
    are_exchanged,
    are_fully_exchanged,
    are_reversed,
    clause_end,
    display_first_term,
    phrase_after,
    phrase_before,
    terms_between,
)
from claimtrack.core.match.words.terms import stem, stems_of

_MIN_OVERLAP = 0.5
"""The share of the larger statement's terms that both must have before places are compared."""
_ORDER_MARKERS = words_of("by from before after")
"""After these the same word order may mean the opposite: "A hit B", "A was hit by B"."""
_FROM_TO_REACH = 6
"""Tokens between "from" and "to" at most."""


def roles_swapped(a: Reading, b: Reading) -> str | None:
    """The words are the same, but agent and patient, origin and goal, or earlier and later are exchanged."""
    if is_either_too_long(a, b) or are_converse_positions(a, b):
        return None
    if len(a.terms & b.terms) < _MIN_OVERLAP * max(len(a.terms), len(b.terms), 1):
        return None
    difference = function_words_swapped(a, b) or _find_swapped_relation(a, b)
    return None if difference is None or is_only_reordered(a, b) or share_transfer(a, b) else difference


def _find_swapped_relation(a: Reading, b: Reading) -> str | None:
    """The first relation whose two sides are exchanged, as a difference: "order swapped: ..."."""
    in_one_order = _have_same_order(a, b)
    may_cross = not in_one_order or "country" in a.kinds
    if may_cross and (difference := terms_transposed(a, b)):
        return difference
    for name, sides, is_swapped in _ORDER_FREE_RELATIONS if in_one_order else _RELATIONS:
        theirs = list(sides(b))
        for relation in list(sides(a)):
            if any(is_swapped(relation, other) for other in theirs) and relation not in theirs:
                if name in _COMPENSATIONS and _COMPENSATIONS[name](a, b):
                    break
                return f"{name} swapped: {display_first_term(a, relation.left)} / {display_first_term(a, relation.right)}"
    return None


def _have_same_order(a: Reading, b: Reading) -> bool:
    """Whether the shared terms stand in the same order, with no word that reverses it: then nothing has changed sides.

    What changes sides precedes something in one statement that it follows in the other.
    """
    if not _ORDER_MARKERS.isdisjoint(a.vocabulary) or not _ORDER_MARKERS.isdisjoint(b.vocabulary):
        return False
    return [t for t in a.sequence if t in b.terms] == [t for t in b.sequence if t in a.terms]


def find_reversed_axes(a: Reading, b: Reading) -> frozenset[str]:
    """The axes on which an antonym only compensates for exchanged places: "A before B", "B after A"; A sells, B buys."""
    if is_either_too_long(a, b):
        return frozenset()
    found: set[str] = set()
    ours, theirs = list(_find_sequences(a)), list(_find_sequences(b))
    if is_before_negated(a, b) or any(are_reversed(Sides(x.right, x.left), y) for x in ours for y in theirs):
        found.add("order")
    if _is_since_until_converse(a, b):
        found |= {"order", *_FORCE_AXES}
    if have_same_winner(a, b):
        found |= _CONTEST_AXES
    found |= find_converse_axes(a, b)
    return frozenset(found)


_SINCE_WORDS = words_of("since after")
_FORCE_AXES = frozenset({"permission", "beginning", "run", "keeping a rule"})
"""Axes that "since" and "until" reverse: what was allowed until then is forbidden since."""


def _is_since_until_converse(a: Reading, b: Reading) -> bool:
    """Whether one states until when the opposite held of what the other says has held since: "banned since", "allowed until"."""
    pairs = ((a.vocabulary, b.vocabulary), (b.vocabulary, a.vocabulary))
    are_opposed = any(_SINCE_WORDS & one and "until" in other - one for one, other in pairs)
    both = _FORCE_AXES & a.poles.keys() & b.poles.keys() if are_opposed else ()
    return any(_asserted_poles(a, axis).isdisjoint(_asserted_poles(b, axis)) for axis in both)


def _asserted_poles(reading: Reading, axis: str) -> set[int]:
    """The poles of an axis that a statement asserts: "not closed" asserts that of "open"."""
    return {pole ^ (stem(word) in reading.denied_or_postponed) for pole, word, _ in reading.poles[axis]}


_CONTEST_AXES = frozenset({"outcome", "direction", "gain", "meeting a goal", "deal", "standing"})


# ── relations ───────────────────────────────────────────────────────────────────────────────────


def _find_movements(reading: Reading) -> Iterator[Sides]:
    """Yield origin and goal: from where to where, from what to what."""
    words = reading.words
    for at, word in enumerate(words):
        if word == "from":
            origin = phrase_after(reading, at)
            for goal in range(max(0, at - _FROM_TO_REACH), min(len(words), at + _FROM_TO_REACH + 1)):
                if words[goal] in ("to", "into"):
                    yield Sides(origin, phrase_after(reading, goal))


def _find_sequences(reading: Reading) -> Iterator[Sides]:
    """Yield what came earlier and what came later."""
    yield from _split_at_marks(reading, ("before", "after"))
    yield from (Sides(x.patient, x.agent) for x in find_clauses(reading, _FOLLOWING_VERBS))
    for at, word in enumerate(() if reading.vocabulary.isdisjoint(AFTERWARDS_WORDS) else reading.words):
        opens = _later_clause_start(reading, at) if word in AFTERWARDS_WORDS else 0
        if opens:
            start = reading.sentences.index(reading.sentences[at])
            earlier = terms_between(reading, start, opens)
            later = terms_between(reading, opens if word == "then" else at + 1, clause_end(reading, at))
            yield Sides(earlier - TIME_UNIT_STEMS, later - TIME_UNIT_STEMS)


_FOLLOWING_VERBS = stems_of("follow")
_MAX_DELAY_WORDS = 4
"""Words that may state how much later it was: "*about two weeks* later"."""


def _later_clause_start(reading: Reading, at: int) -> int:
    """The start of a clause about what came "then" or "two days later"; 0 if the word only dates something: "a later date"."""
    start = at
    if reading.words[at] == "later":
        delay = range(max(1, at - _MAX_DELAY_WORDS), at)
        units = [i for i in delay if stem(reading.words[i]) in TIME_UNIT_STEMS]
        start = max(1, units[-1] - _MAX_DELAY_WORDS + 1) if units else at
        start = next((i for i in range(at, start - 1, -1) if _starts_clause(reading, i)), start)
    elif reading.words[at] == "then":  # "and police then fired"
        delay = range(at, max(1, at - _MAX_DELAY_WORDS), -1)
        start = next((i for i in delay if _starts_clause(reading, i)), at)
    return start if start > 1 and _starts_clause(reading, start) else 0


def _starts_clause(reading: Reading, at: int) -> bool:
    """Whether a clause starts at a place: after "and" or a punctuation mark."""
    return reading.words[at - 1] == "and" or reading.is_boundary(at)


def _is_order_reversed(one: Sides, other: Sides) -> bool:
    """Whether what came later in one came earlier in the other, whoever did both: "backed it before he fought it"."""
    within = one.right <= other.left and other.right <= one.left and bool(one.right and other.right)
    return are_reversed(one, other) or (within and one.right.isdisjoint(other.right))


def _split_at_marks(reading: Reading, marks: tuple[str, ...]) -> Iterator[Sides]:
    """Yield the phrase after a mark, up to the next comma, and the rest of the sentence; the rest first for "before"."""
    words = reading.words
    if reading.vocabulary.isdisjoint(marks):
        return
    for at, word in enumerate(words):
        if word not in marks:
            continue
        end = clause_end(reading, at)
        after = terms_between(reading, at + 1, end)
        sentence = [i for i in range(len(words)) if reading.sentences[i] == reading.sentences[at]]
        rest = terms_between(reading, sentence[0], at) | terms_between(reading, end, sentence[-1] + 1)
        attributed = {term for term, place in reading.placed_terms if place in attribution_places(reading)}
        after, rest = (
            frozenset(t for t in side if t[0] != "#" and t not in TIME_UNIT_STEMS) for side in (after, rest)
        )
        for side, side_b in dict.fromkeys([(after, rest), (after - attributed, rest - attributed)]):
            if side and side_b:
                yield Sides(side_b, side) if word == "before" else Sides(side, side_b)


def _find_shares(reading: Reading) -> Iterator[_Relation]:
    """Yield what a share is of, and what is said of it: "70 % of drivers are women", "70 % of women are drivers"."""
    for quantity in reading.quantities:
        if quantity.kind != "%":
            continue
        at = quantity.last + (reading.word(quantity.last + 1) == "of")
        if whole := phrase_after(reading, at):
            end = clause_end(reading, at)
            yield _Relation(quantity.term, whole, terms_between(reading, at + 1, end) - whole)


class _Relation(NamedTuple):
    """The two sides of an axis or a share."""

    what: str
    left: frozenset[str]
    right: frozenset[str]


def find_opposed_doers(reading: Reading) -> Iterator[_Relation]:
    """Yield who did something and who did its opposite: "A agreed, B refused"."""
    for axis, poles in reading.poles.items():
        if len({pole for pole, _, _ in poles}) > 1:
            agents: dict[int, frozenset[str]] = {}
            for pole, _, at in poles:
                if agent := _find_agent(reading, at):
                    agents.setdefault(pole, agent)
            if len(agents) > 1:
                (_, left), (_, right) = sorted(agents.items())[:2]
                yield _Relation(axis, left, right)


def _find_agent(reading: Reading, at: int) -> frozenset[str]:
    """The noun phrase before the verb at a place, or after "by" if there is one."""
    by = next((i for i in range(at + 1, min(len(reading.words), at + 3)) if reading.words[i] == "by"), None)
    return phrase_before(reading, at) if by is None else phrase_after(reading, by)


def _are_sides_swapped(one: _Relation, other: _Relation) -> bool:
    """Whether the two sides of the same axis or share are exchanged, and neither keeps its side."""
    return one.what == other.what and are_fully_exchanged(Sides(*one[1:]), Sides(*other[1:]))


_RELATIONS: tuple[tuple[str, Callable[[Reading], Iterable[Any]], Callable[[Any, Any], bool]], ...] = (
    ("from and to", _find_movements, are_fully_exchanged),
    ("comparison", find_comparisons, is_comparison_reversed),
    ("change", find_transformations, are_exchanged),
    ("order", _find_sequences, _is_order_reversed),
    ("cause", lambda reading: _split_at_marks(reading, ("because",)), are_reversed),
    ("sides", find_opposed_doers, _are_sides_swapped),
    ("share", _find_shares, _are_sides_swapped),
)
_COMPENSATIONS: dict[str, Callable[[Reading, Reading], bool]] = {
    "order": lambda a, b: is_before_negated(a, b) or are_converse_comparisons(a, b),
    "comparison": is_exception_complement,
}
"""Per relation, whether exchanged sides mean the same: "A owns more than B", "B owns less than A"; "not before", "only after"."""
_ORDER_FREE_RELATIONS = tuple(relation for relation in _RELATIONS if relation[1] is find_opposed_doers)
"""Relations that can be exchanged in the same word order: "A agreed, B refused", "A refused, B agreed"."""
