"""Guards on who and what stands where: doer and done to, from and to, more and less than, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.core.match.contests import same_winner
from claimtrack.core.match.converses import not_before, told_from_both_ends
from claimtrack.core.match.crossing import turned_about, wholes_exchanged
from claimtrack.core.match.deeds import (
    acted,
    deeds,
    deeds_round,
    deeds_turned,
    given,
    headed,
    heads_exchanged,
    mostly_round,
    owned,
    took_sides,
    wholes_round,
)
from claimtrack.core.match.giving import handed_over
from claimtrack.core.match.lexicon import MULTIPLIERS, words_of
from claimtrack.core.match.opposites import sides as sides_of
from claimtrack.core.match.phrases import (
    Sides,
    around,
    clause_end,
    phrase_after,
    terms_between,
    told,
)
from claimtrack.core.match.places import little_words_exchanged, two_exchanged
from claimtrack.core.match.terms import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from claimtrack.core.match.reading import Reading

ALIKE = 0.5
"""The part of the larger's terms that two statements share before places are compared."""
LONGEST = 150
"""Words of a text above which places are not compared: it is no claim but a post, and says many things."""
_TURNING = words_of("by from before after")
"""Behind these the same order may mean the other way round: "A hit B", "A was hit by B"."""
_APART = 6
"""Tokens between "from" and "to" at most."""
_SPANS = frozenset(stem(w) for w in words_of("second minute hour day week month year decade"))


def roles_swapped(a: Reading, b: Reading) -> str | None:
    """The same words, but who did it to whom, from where to where or which came first is changed round."""
    if _too_long(a, b) or len(a.terms & b.terms) < ALIKE * max(len(a.terms), len(b.terms), 1):
        return None
    if exchanged := little_words_exchanged(a, b):
        return exchanged
    in_one_order = _in_one_order(a, b)
    may_cross = not in_one_order or "country" in a.kinds
    if may_cross and (exchanged := two_exchanged(a, b)):
        return exchanged
    for name, sides, crossed in _IN_ONE_ORDER if in_one_order else _RELATIONS:
        theirs = list(sides(b))
        for one in list(sides(a)):
            if any(crossed(one, other) for other in theirs) and one not in theirs:
                if (name == "roles" and compared_the_other_way(a, b)) or (
                    name == "order" and not_before(a, b)
                ):
                    continue  # "A owns more than B", "B owns less than A"
                return f"{name} swapped: {told(a, one.left)} / {told(a, one.right)}"
    return None


def _in_one_order(a: Reading, b: Reading) -> bool:
    """Whether what both have stands in one order, with no word that turns it: then nothing has changed sides.

    What changes sides stands before something in the one that it stands behind in the other.
    """
    if not _TURNING.isdisjoint(a.vocabulary) or not _TURNING.isdisjoint(b.vocabulary):
        return False
    return [t for t in a.sequence if t in b.terms] == [t for t in b.sequence if t in a.terms]


def _too_long(a: Reading, b: Reading) -> bool:
    return max(len(a.words), len(b.words)) > LONGEST


def compared_the_other_way(a: Reading, b: Reading) -> bool:
    """Whether two comparisons change places and word, "A is cheaper than B", "B is dearer than A": an opposite says nothing."""
    if _COMPARING.isdisjoint(a.vocabulary) or _COMPARING.isdisjoint(b.vocabulary) or _too_long(a, b):
        return False
    ours, theirs = list(_compared(a)), list(_compared(b))
    return any(_across(one, other) and not one.same_degree(other) for one in ours for other in theirs)


def turned_round(a: Reading, b: Reading) -> frozenset[str]:
    """The axes on which an opposite only makes up for changed places: "A before B", "B after A"; A sells, B buys."""
    if _too_long(a, b):
        return frozenset()
    found: set[str] = set()
    ours, theirs = list(_ordered(a)), list(_ordered(b))
    if not_before(a, b) or any(turned_about(Sides(x.right, x.left), y) for x in ours for y in theirs):
        found.add("order")
    if _since_and_until(a, b):
        found |= {"order", *_IN_FORCE}
    if same_winner(a, b):
        found |= _WON_OR_LOST
    found |= told_from_both_ends(a, b)
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
    return any({p for p, _, _ in a.poles[axis]}.isdisjoint(p for p, _, _ in b.poles[axis]) for axis in both)


_WON_OR_LOST = frozenset({"outcome", "direction", "gain", "meeting a goal", "deal"})


# ── crossing ────────────────────────────────────────────────────────────────────────────────────


def _across(one: _Comparison, other: _Comparison) -> bool:
    """The same for what stands behind "than", which is short, and before it, which may be the whole sentence."""
    right, right_b = one.right - one.left - other.right, other.right - other.left - one.right
    if right & other.left and right_b & one.left:
        return True
    return _turned_within(one, other) or _turned_within(other, one)


def _turned_within(one: _Comparison, other: _Comparison) -> bool:
    """The same where one noun stands on all four sides: "sons of doctors are richer than doctors"."""
    again = one.right & one.left & other.left & other.right
    moved = (one.left - one.right) & (other.right - other.left)
    return bool(again and moved) and one.right <= one.left


def _compared_round(one: _Comparison, other: _Comparison) -> bool:
    return one.same_degree(other) and _across(one, other)


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


_TIMES = words_of("times half") | MULTIPLIERS.keys()
"""Before "as many as" these make one side the larger."""


class _Comparison(NamedTuple):
    left: frozenset[str]
    right: frozenset[str]
    degree: str

    def same_degree(self, other: _Comparison) -> bool:
        """Whether the two degrees are one, or turn the same way: larger and bigger."""
        ours, theirs = sides_of(self.degree), sides_of(other.degree)
        return self.degree == other.degree or bool(set(ours) & set(theirs))


_COMPARING = words_of("than as")
_BOUNDING = words_of("more less fewer greater higher lower larger smaller older younger")


def _compared(reading: Reading) -> Iterator[_Comparison]:
    """What is more than what: the sentence before "than", and the clause behind it."""
    yield from _outdone(reading)
    words = reading.words
    marks = {"than"} if _TIMES.isdisjoint(reading.vocabulary) else {"than", "as"}
    if marks.isdisjoint(reading.vocabulary):
        return
    numbers = {quantity.first for quantity in reading.quantities}
    for at, word in enumerate(words):
        if word not in marks or {"no", "nobody", "none", "nowhere", "nothing"} & set(words[:at]):
            continue
        degree = _degree(words, at)
        if degree is None or (words[degree] in _BOUNDING and at + 1 in numbers):
            continue  # "more than 40" only bounds the number
        before = frozenset(
            term
            for term, i in reading.placed
            if i < at and i != degree and reading.sentences[i] == reading.sentences[at]
        )
        behind = terms_between(reading, at + 1, clause_end(reading, at))
        if before and behind:
            yield _Comparison(before, behind, words[degree])


_OUTDOING = words_of(
    "outsell outsells outsold outnumber outnumbers outnumbered overtake overtakes overtook overtaken outpace outpaces outpaced"
    " outstrip outstrips outstripped outweigh outweighs outweighed outperform outperforms outperformed outlive outlives outlived"
)
"""Who does this has or is more than whom it is done to."""


def _outdone(reading: Reading) -> Iterator[_Comparison]:
    """Who outdoes whom: "A has overtaken B", "A outsold B"."""
    for word in _OUTDOING & reading.vocabulary:
        at = reading.words.index(word)
        sides = around(reading, at)
        behind = phrase_after(reading, at)
        if sides.left and behind and reading.words[at + 1 : at + 2] != ["by"]:
            yield _Comparison(sides.left, behind, "more")


def _degree(words: Sequence[str], at: int) -> int | None:
    """The place of what is compared before "than" or the second "as": "more", "twice as many"."""
    before = range(at - 1, max(-1, at - (8 if words[at] == "than" else 14)), -1)
    if words[at] == "than":
        return next((i for i in before if _is_comparative(words[i])), None)
    first = next((i for i in before if words[i] == "as"), None)
    return first if first and words[first - 1] in _TIMES else None


def _is_comparative(word: str) -> bool:
    return word in ("more", "less", "fewer", "worse") or (word.endswith("er") and len(word) > 4)


def _ordered(reading: Reading) -> Iterator[Sides]:
    """What came earlier, and what later."""
    return _either_side(reading, ("before", "after"))


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
        behind, rest = (
            frozenset(t for t in side if t[0] != "#" and t not in _SPANS) for side in (behind, rest)
        )
        if behind and rest:
            yield Sides(rest, behind) if word == "before" else Sides(behind, rest)


def _shared_out(reading: Reading) -> Iterator[Sides]:
    """Of what a share is told, and what is told of it: "70 % of drivers are women", "70 % of women are drivers"."""
    for quantity in reading.quantities:
        if quantity.kind != "%":
            continue
        at = quantity.last + (reading.words[quantity.last + 1 : quantity.last + 2] == ["of"])
        if whole := phrase_after(reading, at):
            end = clause_end(reading, at)
            yield Sides(whole, terms_between(reading, at + 1, end) - whole)


_RELATIONS: tuple[tuple[str, Callable[[Reading], Iterable[Any]], Callable[[Any, Any], bool]], ...] = (
    ("from and to", _moved, wholes_exchanged),
    ("comparison", _compared, _compared_round),
    ("order", _ordered, turned_about),
    ("cause", _caused, turned_about),
    ("roles", deeds, deeds_turned),
    ("roles", acted, mostly_round),
    ("roles", given, deeds_round),
    ("roles", handed_over, deeds_round),
    ("roles", owned, wholes_round),
    ("roles", headed, heads_exchanged),
    ("sides", took_sides, wholes_round),
    ("share", _shared_out, wholes_exchanged),
)
_IN_ONE_ORDER = tuple(relation for relation in _RELATIONS if relation[1] is took_sides)
"""Those that the order of words does not tell: "A agreed, B refused", "A refused, B agreed"."""
