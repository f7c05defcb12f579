"""Guards on who and what stands where: doer and done to, from and to, more and less than, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.core.match.lexicon import MULTIPLIERS, STOP_WORDS, words_of
from claimtrack.core.match.opposites import sides as sides_of
from claimtrack.core.match.phrases import (
    Sides,
    around,
    clause_end,
    phrase_after,
    phrase_before,
    terms_between,
    told,
)
from claimtrack.core.match.places import MUTUAL, two_exchanged
from claimtrack.core.match.synonyms import senses
from claimtrack.core.match.terms import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimtrack.core.match.reading import Reading

ALIKE = 0.5
"""The part of the larger's terms that two statements share before places are compared."""
LONGEST = 150
"""Words of a text above which places are not compared: it is no claim but a post, and says many things."""
_UNDERGONE = frozenset(stem(w) for w in words_of("die suffer"))
"""Verbs of which the subject does nothing: what stands behind them may do it."""
_OWNING = frozenset(stem(w) for w in words_of("own hold control owe employ possess lead run manage finance"))
_NO_DEEDS = MUTUAL | _UNDERGONE
_TOWARDS = words_of("to from against for")
_CLAUSES = words_of("that who which when while because if although")
_APART = 6
"""Tokens between "from" and "to" at most."""
_BE = words_of("is are was were be been being get got gets getting")
_SPANS = frozenset(stem(w) for w in words_of("second minute hour day week month year decade"))


def roles_swapped(a: Reading, b: Reading) -> str | None:
    """The same words, but who did it to whom, from where to where or which came first is changed round."""
    if _too_long(a, b) or len(a.terms & b.terms) < ALIKE * max(len(a.terms), len(b.terms), 1):
        return None
    if exchanged := two_exchanged(a, b):
        return exchanged
    for name, sides, crossed in _RELATIONS:
        theirs = list(sides(b))
        for one in list(sides(a)):
            if any(crossed(one, other) for other in theirs):
                return f"{name} swapped: {told(a, one.left)} / {told(a, one.right)}"
    return None


def _too_long(a: Reading, b: Reading) -> bool:
    return max(len(a.words), len(b.words)) > LONGEST


def compared_the_other_way(a: Reading, b: Reading) -> bool:
    """Whether two comparisons change places and word, "A is cheaper than B", "B is dearer than A": an opposite says nothing."""
    if _too_long(a, b):
        return False
    ours, theirs = list(_compared(a)), list(_compared(b))
    return any(_across(one, other) and not one.same_degree(other) for one in ours for other in theirs)


def turned_round(a: Reading, b: Reading) -> frozenset[str]:
    """The axes on which an opposite only makes up for changed places: "A before B", "B after A"; A sells, B buys."""
    if _too_long(a, b):
        return frozenset()
    found: set[str] = set()
    ours, theirs = list(_ordered(a)), list(_ordered(b))
    if any(_round(Sides(x.right, x.left), y) for x in ours for y in theirs):
        found.add("order")
    for axis in CONVERSE & a.poles.keys() & b.poles.keys():
        (doer, _), (other, _) = (around(r, r.poles[axis][0][2]) for r in (a, b))
        if doer and other and not doer & other:
            found.add(axis)
    return frozenset(found)


CONVERSE = frozenset({"deal", "trade", "loan", "gift", "payment", "outcome", "standing"})
"""Axes of one event seen from both ends, A sells to B, B buys from A: an opposite only where the doer is the same."""


# ── crossing ────────────────────────────────────────────────────────────────────────────────────


def _round(one: Sides, other: Sides) -> bool:
    """Whether what stands left in the one stands right in the other, and the other way about."""
    a, b = _apart(one), _apart(other)
    crossing = (a.left & b.right, a.right & b.left)
    parallel = len(a.left & b.left) + len(a.right & b.right)
    return all(crossing) and sum(map(len, crossing)) > 2 * parallel


def _across(one: _Comparison, other: _Comparison) -> bool:
    """The same for what stands behind "than", which is short, and before it, which may be the whole sentence."""
    right, right_b = one.right - one.left - other.right, other.right - other.left - one.right
    return bool(right & other.left) and bool(right_b & one.left)


def _compared_round(one: _Comparison, other: _Comparison) -> bool:
    return one.same_degree(other) and _across(one, other)


def _deeds_round(one: _Deed, other: _Deed) -> bool:
    same = one.verb == other.verb or bool(senses(one.verb) & senses(other.verb))
    return same and _exchanged(Sides(one.left, one.right), Sides(other.left, other.right))


def _exchanged(one: Sides, other: Sides) -> bool:
    """The same where other words may stand beside: something has come from each side to the other."""
    a, b = _apart(one), _apart(other)
    return bool(a.left & b.right and a.right & b.left)


def _wholes_exchanged(one: Sides, other: Sides) -> bool:
    return not one.left & other.left and _exchanged(one, other)


def _apart(sides: Sides) -> Sides:
    """What stands on one side only."""
    return Sides(sides.left - sides.right, sides.right - sides.left)


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


_FACTORS = tuple([word] for word in (*MULTIPLIERS, "times", "half"))
"""Before "as many as" these make one side the larger."""


class _Comparison(NamedTuple):
    left: frozenset[str]
    right: frozenset[str]
    degree: str

    def same_degree(self, other: _Comparison) -> bool:
        """Whether the two degrees are one, or turn the same way: larger and bigger."""
        ours, theirs = sides_of(self.degree), sides_of(other.degree)
        return self.degree == other.degree or bool(set(ours) & set(theirs))


def _compared(reading: Reading) -> Iterator[_Comparison]:
    """What is more than what: the sentence before "than", and the clause behind it."""
    words = reading.words
    for at, word in enumerate(words):
        if word not in ("than", "as") or {"no", "nobody", "none", "nowhere", "nothing"} & set(words[:at]):
            continue
        degree = _degree(words, at)
        if degree is None:
            continue
        before = frozenset(
            term
            for term, i in reading.placed
            if i < at and i != degree and reading.sentences[i] == reading.sentences[at]
        )
        behind = terms_between(reading, at + 1, clause_end(reading, at))
        if before and behind:
            yield _Comparison(before, behind, words[degree])


def _degree(words: Sequence[str], at: int) -> int | None:
    """The place of what is compared before "than" or the second "as": "more", "twice as many"."""
    before = range(at - 1, max(-1, at - 8), -1)
    if words[at] == "than":
        return next((i for i in before if _is_comparative(words[i])), None)
    first = next((i for i in before if words[i] == "as"), None)
    return None if first is None or words[first - 1 : first] not in _FACTORS else first


def _is_comparative(word: str) -> bool:
    return word in ("more", "less", "fewer", "worse") or (word.endswith("er") and len(word) > 4)


def _ordered(reading: Reading) -> Iterator[Sides]:
    """What came earlier, and what later."""
    words = reading.words
    for at, word in enumerate(words):
        if word not in ("before", "after"):
            continue
        end = clause_end(reading, at)
        behind = terms_between(reading, at + 1, end)
        sentence = [i for i in range(len(words)) if reading.sentences[i] == reading.sentences[at]]
        rest = terms_between(reading, sentence[0], at) | terms_between(reading, end, sentence[-1] + 1)
        behind, rest = (
            frozenset(t for t in side if t[0] != "#" and t not in _SPANS) for side in (behind, rest)
        )
        if behind and rest:
            yield Sides(behind, rest) if word == "after" else Sides(rest, behind)


class _Deed(NamedTuple):
    verb: str
    left: frozenset[str]
    right: frozenset[str]


def _acted(reading: Reading) -> Iterator[_Deed]:
    """Who did what to whom; in the passive the doer stands behind "by"."""
    return (deed for deed, _ in _deeds(reading, passive=True))


def _deeds(reading: Reading, *, passive: bool = False) -> Iterator[tuple[_Deed, int]]:
    """Each verb, or what may be one, with what stands before and behind it, and its place."""
    words = reading.words
    for at in range(1, len(words) - 1):
        verb = stem(words[at])
        if words[at] in STOP_WORDS or not words[at].isalpha() or verb in _NO_DEEDS:
            continue
        if reading.tokens[at].text[0].isupper():
            continue
        by = _by(reading, at)
        turned = by is not None and _is_passive(reading, at, by)
        if turned and not passive:
            continue
        left, right = phrase_before(reading, at), phrase_after(reading, by if turned and by else at)
        if left and right:
            yield (_Deed(verb, right, left) if turned else _Deed(verb, left, right)), at


def _given(reading: Reading) -> Iterator[_Deed]:
    """Who did something to, from or against whom: what stands behind the verb's preposition."""
    words = reading.words
    for deed, at in _deeds(reading):
        for i in range(at + 2, clause_end(reading, at)):
            if words[i] in _TOWARDS and (goal := phrase_after(reading, i)):
                yield _Deed(f"{deed.verb} {words[i]}", deed.left, goal)


def _owned(reading: Reading) -> Iterator[_Deed]:
    """Everything before the verb of a clause, and what stands behind it: whose is what."""
    for deed, at in _deeds(reading):
        if deed.verb in _OWNING:
            yield _Deed(deed.verb, terms_between(reading, _clause_start(reading, at), at), deed.right)


class _Subject(NamedTuple):
    verb: str
    head: str
    left: frozenset[str]
    right: frozenset[str]


def _headed(reading: Reading) -> Iterator[_Subject]:
    """Of who does something, the one word that is meant: the son in "the son of the mayor" and "the mayor's son"."""
    for deed, at in _deeds(reading):
        phrase = [(term, i) for term, i in reading.placed if term in deed.left and i < at]
        whose = [i for _, i in phrase if reading.words[i].endswith(("'s", "s'"))]
        of = next((i for i in range(phrase[0][1], at) if reading.words[i] == "of"), None) if phrase else None
        head = [term for term, i in phrase if (i < of if of else whose and i > whose[-1])]
        if head or phrase:
            behind = terms_between(reading, at + 1, clause_end(reading, at))
            yield _Subject(deed.verb, head[-1] if head else "", deed.left, behind)


def _heads_exchanged(one: _Subject, other: _Subject) -> bool:
    if one.verb != other.verb:
        return False
    less, more = sorted((one, other), key=lambda subject: len(subject.left))
    return less.left < more.left and more.head in less.right - less.left


def _clause_start(reading: Reading, at: int) -> int:
    while at > 0 and not reading.parted(at) and reading.words[at - 1] not in _CLAUSES:
        at -= 1
    return at


def _owners_round(one: _Deed, other: _Deed) -> bool:
    return one.verb == other.verb and _wholes_exchanged(
        Sides(one.left, one.right), Sides(other.left, other.right)
    )


def _took_sides(reading: Reading) -> Iterator[_Deed]:
    """Who did the one thing and who its opposite: "A agreed, B refused"."""
    for axis, found in reading.poles.items():
        if len({pole for pole, _, _ in found}) > 1:
            doers: dict[int, frozenset[str]] = {}
            for pole, _, at in found:
                if doer := _doer(reading, at):
                    doers.setdefault(pole, doer)
            if len(doers) > 1:
                (_, left), (_, right) = sorted(doers.items())[:2]
                yield _Deed(axis, left, right)


def _doer(reading: Reading, at: int) -> frozenset[str]:
    """The name or noun that does what the verb at a place tells, behind "by" where it is passive."""
    by = next((i for i in range(at + 1, min(len(reading.words), at + 3)) if reading.words[i] == "by"), None)
    return phrase_before(reading, at) if by is None else phrase_after(reading, by)


def _shared_out(reading: Reading) -> Iterator[Sides]:
    """Of what a share is told, and what is told of it: "70 % of drivers are women", "70 % of women are drivers"."""
    for quantity in reading.quantities:
        if quantity.kind != "%":
            continue
        at = quantity.last + (reading.words[quantity.last + 1 : quantity.last + 2] == ["of"])
        if whole := phrase_after(reading, at):
            end = clause_end(reading, at)
            yield Sides(whole, terms_between(reading, at + 1, end) - whole)


def _by(reading: Reading, at: int) -> int | None:
    """The place of the "by" that belongs to a verb: behind it, or behind what it makes of its object."""
    words = reading.words
    if words[at + 1] == "by":
        return at + 1
    later = range(at + 2, clause_end(reading, at)) if words[at - 1] in _BE else ()
    return next((i for i in later if words[i] == "by"), None)


def _is_passive(reading: Reading, at: int, by: int) -> bool:
    """Whether "by" behind a verb names who did it: "was hit by", "hit by", but not "has risen by 15"."""
    words = reading.words
    number = words[by + 1 : by + 2] and words[by + 1][0].isdigit()
    has = {"have", "has", "had"} & set(words[max(0, at - 2) : at]) and words[at - 1] not in _BE
    verb = words[at - 1] in _BE or words[at].endswith(("ed", "en", "wn"))
    return verb and not number and not has


_RELATIONS: tuple[tuple[str, Callable[[Reading], Iterator[Any]], Callable[[Any, Any], bool]], ...] = (
    ("from and to", _moved, _wholes_exchanged),
    ("comparison", _compared, _compared_round),
    ("order", _ordered, _round),
    ("roles", _acted, _deeds_round),
    ("roles", _given, _deeds_round),
    ("roles", _owned, _owners_round),
    ("roles", _headed, _heads_exchanged),
    ("sides", _took_sides, _owners_round),
    ("share", _shared_out, _wholes_exchanged),
)
