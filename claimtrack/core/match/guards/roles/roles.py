"""Guards on who and what stands where: doer and done to, from and to, more and less than, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.core.match.guards.comparison.comparisons import (
    are_converse_comparisons,
    find_comparisons,
    is_comparison_reversed,
    is_either_too_long,
)
from claimtrack.core.match.guards.comparison.equivalences import are_converse_positions
from claimtrack.core.match.guards.roles.contests import have_same_winner
from claimtrack.core.match.guards.roles.converses import find_converse_axes, is_before_negated
from claimtrack.core.match.guards.roles.transfers import find_transformations, share_transfer
from claimtrack.core.match.guards.roles.transpositions import terms_transposed
from claimtrack.core.match.guards.roles.word_order import function_words_swapped, is_only_reordered
from claimtrack.core.match.guards.scope.exceptions import is_exception_complement
from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.reading.clauses import clauses
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
from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimtrack.core.match.reading.reading import Reading

_ALIKE = 0.5
"""The part of the larger's terms that two statements share before places are compared."""
_TURNING = words_of("by from before after")
"""Behind these the same order may mean the other way round: "A hit B", "A was hit by B"."""
_APART = 6
"""Tokens between "from" and "to" at most."""


def roles_swapped(a: Reading, b: Reading) -> str | None:
    """The same words, but who did it to whom, from where to where or which came first is changed round."""
    if is_either_too_long(a, b) or are_converse_positions(a, b):
        return None
    if len(a.terms & b.terms) < _ALIKE * max(len(a.terms), len(b.terms), 1):
        return None
    said = function_words_swapped(a, b) or _changed_sides(a, b)
    return None if said is None or is_only_reordered(a, b) or share_transfer(a, b) else said


def _changed_sides(a: Reading, b: Reading) -> str | None:
    in_one_order = _in_one_order(a, b)
    may_cross = not in_one_order or "country" in a.kinds
    if may_cross and (said := terms_transposed(a, b)):
        return said
    for name, sides, crossed in _IN_ONE_ORDER if in_one_order else _RELATIONS:
        theirs = list(sides(b))
        for one in list(sides(a)):
            if any(crossed(one, other) for other in theirs) and one not in theirs:
                if name in _MADE_UP_FOR and _MADE_UP_FOR[name](a, b):
                    break
                return (
                    f"{name} swapped: {display_first_term(a, one.left)} / {display_first_term(a, one.right)}"
                )
    return None


def _in_one_order(a: Reading, b: Reading) -> bool:
    """Whether what both have stands in one order, with no word that turns it: then nothing has changed sides.

    What changes sides stands before something in the one that it stands behind in the other.
    """
    if not _TURNING.isdisjoint(a.vocabulary) or not _TURNING.isdisjoint(b.vocabulary):
        return False
    return [t for t in a.sequence if t in b.terms] == [t for t in b.sequence if t in a.terms]


def find_reversed_axes(a: Reading, b: Reading) -> frozenset[str]:
    """The axes on which an opposite only makes up for changed places: "A before B", "B after A"; A sells, B buys."""
    if is_either_too_long(a, b):
        return frozenset()
    found: set[str] = set()
    ours, theirs = list(_ordered(a)), list(_ordered(b))
    if is_before_negated(a, b) or any(are_reversed(Sides(x.right, x.left), y) for x in ours for y in theirs):
        found.add("order")
    if _since_and_until(a, b):
        found |= {"order", *_IN_FORCE}
    if have_same_winner(a, b):
        found |= _WON_OR_LOST
    found |= find_converse_axes(a, b)
    return frozenset(found)


_SINCE = words_of("since after")
_IN_FORCE = frozenset({"permission", "beginning", "run", "keeping a rule"})
"""Axes that "since" and "until" turn: what was allowed until then is forbidden since."""


def _since_and_until(a: Reading, b: Reading) -> bool:
    """Whether one tells until when the opposite was so of what the other tells since when it is."""
    turned = any(
        _SINCE & one.vocabulary and "until" in other.vocabulary - one.vocabulary
        for one, other in ((a, b), (b, a))
    )
    both = _IN_FORCE & a.poles.keys() & b.poles.keys() if turned else ()
    return any(_held(a, axis).isdisjoint(_held(b, axis)) for axis in both)


def _held(reading: Reading, axis: str) -> set[int]:
    """The sides of an axis that it tells were taken: "not closed" takes that of "open"."""
    return {pole ^ (stem(word) in reading.denied_or_postponed) for pole, word, _ in reading.poles[axis]}


_WON_OR_LOST = frozenset({"outcome", "direction", "gain", "meeting a goal", "deal", "standing"})


# ── relations ───────────────────────────────────────────────────────────────────────────────────


def _moved(reading: Reading) -> Iterator[Sides]:
    """From where to where, from what to what."""
    words = reading.words
    for at, word in enumerate(words):
        if word == "from":
            origin = phrase_after(reading, at)
            goals = [
                i
                for i in range(max(0, at - _APART), min(len(words), at + _APART + 1))
                if words[i] in ("to", "into")
            ]
            for goal in goals:
                yield Sides(origin, phrase_after(reading, goal))


def _ordered(reading: Reading) -> Iterator[Sides]:
    """What came earlier, and what later."""
    yield from _either_side(reading, ("before", "after"))
    yield from (Sides(x.patient, x.agent) for x in clauses(reading, _FOLLOWING))
    for at, word in enumerate(() if reading.vocabulary.isdisjoint(_LATER) else reading.words):
        opens = _opens_later(reading, at) if word in _LATER else 0
        if opens:
            start = reading.sentences.index(reading.sentences[at])
            earlier, later = (
                terms_between(reading, start, opens),
                terms_between(reading, opens if word == "then" else at + 1, clause_end(reading, at)),
            )
            yield Sides(earlier - TIME_UNIT_STEMS, later - TIME_UNIT_STEMS)


_FOLLOWING = stems_of("follow")
TIME_UNIT_STEMS = stems_of("second minute hour day week month year decade")
_LATER = words_of("then later afterwards subsequently thereafter")
_SPAN = 4
"""Words of how much later it was, at most: "*about two weeks* later"."""


def _opens_later(reading: Reading, at: int) -> int:
    """Where a clause begins that tells what came "then" or "two days later"; 0 where a word only tells when: "a later date"."""
    start = at
    if reading.words[at] == "later":
        units = [i for i in range(max(1, at - _SPAN), at) if stem(reading.words[i]) in TIME_UNIT_STEMS]
        start = max(1, units[-1] - _SPAN + 1) if units else at
        start = next((i for i in range(at, start - 1, -1) if _begins(reading, i)), start)
    elif reading.words[at] == "then":  # "and police then fired"
        start = next((i for i in range(at, max(1, at - _SPAN), -1) if _begins(reading, i)), at)
    return start if start > 1 and _begins(reading, start) else 0


def _begins(reading: Reading, at: int) -> bool:
    return reading.words[at - 1] == "and" or reading.is_boundary(at)


def _order_turned(one: Sides, other: Sides) -> bool:
    """Whether what came later in the one came earlier in the other, whoever does both: "backed it before he fought it"."""
    if are_reversed(one, other):
        return True
    return (
        one.right.isdisjoint(other.right)
        and one.right <= other.left
        and other.right <= one.left
        and bool(one.right and other.right)
    )


def _caused(reading: Reading) -> Iterator[Sides]:
    """The cause, and what came of it."""
    return _either_side(reading, ("because",))


def _either_side(reading: Reading, marks: tuple[str, ...]) -> Iterator[Sides]:
    """What stands behind a mark, up to the next comma, and the rest of its sentence; the other way about for "before"."""
    words = reading.words
    if reading.vocabulary.isdisjoint(marks):
        return
    for at, word in enumerate(words):
        if word not in marks:
            continue
        end = clause_end(reading, at)
        behind = terms_between(reading, at + 1, end)
        sentence = [i for i in range(len(words)) if reading.sentences[i] == reading.sentences[at]]
        rest = terms_between(reading, sentence[0], at) | terms_between(reading, end, sentence[-1] + 1)
        spoken = {term for term, place in reading.placed_terms if place in attribution_places(reading)}
        behind, rest = (
            frozenset(t for t in side if t[0] != "#" and t not in TIME_UNIT_STEMS) for side in (behind, rest)
        )
        for side, other in dict.fromkeys([(behind, rest), (behind - spoken, rest - spoken)]):
            if side and other:
                yield Sides(other, side) if word == "before" else Sides(side, other)


def _shared_out(reading: Reading) -> Iterator[_Of]:
    """Of what each share is told, and what is told of it: "70 % of drivers are women", "70 % of women are drivers"."""
    for quantity in reading.quantities:
        if quantity.kind != "%":
            continue
        at = quantity.last + (reading.words[quantity.last + 1 : quantity.last + 2] == ["of"])
        if whole := phrase_after(reading, at):
            end = clause_end(reading, at)
            yield _Of(quantity.term, whole, terms_between(reading, at + 1, end) - whole)


class _Of(NamedTuple):
    """The two sides that are told of something: of an axis, of a share."""

    what: str
    left: frozenset[str]
    right: frozenset[str]


def find_opposed_doers(reading: Reading) -> Iterator[_Of]:
    """Who did the one thing and who its opposite: "A agreed, B refused"."""
    for axis, found in reading.poles.items():
        if len({pole for pole, _, _ in found}) > 1:
            doers: dict[int, frozenset[str]] = {}
            for pole, _, at in found:
                if doer := _doer(reading, at):
                    doers.setdefault(pole, doer)
            if len(doers) > 1:
                (_, left), (_, right) = sorted(doers.items())[:2]
                yield _Of(axis, left, right)


def _doer(reading: Reading, at: int) -> frozenset[str]:
    """The name or noun that does what the verb at a place tells, behind "by" where it is passive."""
    by = next((i for i in range(at + 1, min(len(reading.words), at + 3)) if reading.words[i] == "by"), None)
    return phrase_before(reading, at) if by is None else phrase_after(reading, by)


def _wholes_round(one: _Of, other: _Of) -> bool:
    """Whether of one thing the two sides have changed places, and nothing stays on its side."""
    return one.what == other.what and are_fully_exchanged(Sides(*one[1:]), Sides(*other[1:]))


_RELATIONS: tuple[tuple[str, Callable[[Reading], Iterable[Any]], Callable[[Any, Any], bool]], ...] = (
    ("from and to", _moved, are_fully_exchanged),
    ("comparison", find_comparisons, is_comparison_reversed),
    ("change", find_transformations, are_exchanged),
    ("order", _ordered, _order_turned),
    ("cause", _caused, are_reversed),
    ("sides", find_opposed_doers, _wholes_round),
    ("share", _shared_out, _wholes_round),
)
_MADE_UP_FOR: dict[str, Callable[[Reading, Reading], bool]] = {
    "order": lambda a, b: is_before_negated(a, b) or are_converse_comparisons(a, b),
    "comparison": is_exception_complement,
}
"""What tells that changed sides say the same: "A owns more than B", "B owns less than A"; "not before", "only after"."""
_IN_ONE_ORDER = tuple(relation for relation in _RELATIONS if relation[1] is find_opposed_doers)
"""Those that the order of words does not tell: "A agreed, B refused", "A refused, B agreed"."""
