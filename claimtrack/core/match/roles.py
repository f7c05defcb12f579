"""Guards on who and what stands where: doer and done to, from and to, more and less than, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.core.match.lexicon import STOP_WORDS, words_of
from claimtrack.core.match.opposites import sides as sides_of
from claimtrack.core.match.terms import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimtrack.core.match.reading import Reading

ALIKE = 0.6
"""The part of the larger's terms that two statements share before places are compared."""
_PHRASE = 5
"""Tokens that a phrase has at most."""
_MUTUAL = frozenset(
    stem(w)
    for w in words_of(
        "meet marry talk play border resemble fight equal cooperate trade say tell add warn announce report"
    )
)
"""Verbs that say the same both ways round, or only tell who speaks."""
_BE = words_of("is are was were be been being get got gets getting")
_HELPERS = words_of(
    "has have had will would shall should can could may might must do does did not never also is are was were be been being"
)
_BREAKS = STOP_WORDS | words_of(
    "along across against during near over under between through without within before after since until despite among"
    " behind beyond around outside inside towards toward than while although though unless"
)
"""Where a phrase ends."""
_SPANS = frozenset(stem(w) for w in words_of("second minute hour day week month year decade"))
_DETERMINERS = words_of("the a an its his her their our my your this these those that all some any")


class Sides(NamedTuple):
    """The terms on either side of a relation: origin and goal, more and less, earlier and later, doer and done to."""

    left: frozenset[str]
    right: frozenset[str]


def roles_swapped(a: Reading, b: Reading) -> str | None:
    """The same words, but who did it to whom, from where to where or which came first is changed round."""
    if len(a.terms & b.terms) < ALIKE * max(len(a.terms), len(b.terms), 1):
        return None
    for name, sides, crossed in _RELATIONS:
        for one in sides(a):
            if any(crossed(one, other) for other in sides(b)):
                return f"{name} swapped: {_told(a, one.left)} / {_told(a, one.right)}"
    return None


def turned_round(a: Reading, b: Reading) -> frozenset[str]:
    """The axes on which an opposite only makes up for changed places: "A is cheaper than B", "B is dearer than A"."""
    found: set[str] = set()
    for one in _compared(a):
        for other in _compared(b):
            if _across(one, other):
                found |= one.opposed_to(other)
    if any(_round(Sides(x.right, x.left), y) for x in _ordered(a) for y in _ordered(b)):
        found.add("order")
    for axis in CONVERSE & a.poles.keys() & b.poles.keys():
        (doer, _), (other, _) = (_around(r, r.poles[axis][0][2]) for r in (a, b))
        if doer and other and not doer & other:
            found.add(axis)
    return frozenset(found)


CONVERSE = frozenset({"deal", "trade", "loan", "gift", "outcome", "standing"})
"""Axes of one event seen from both ends, A sells to B, B buys from A: an opposite only where the doer is the same."""


# ── crossing ────────────────────────────────────────────────────────────────────────────────────


def _round(one: Sides, other: Sides) -> bool:
    """Whether what stands left in the one stands right in the other, and the other way about."""
    a, b = (
        Sides(one.left - one.right, one.right - one.left),
        Sides(other.left - other.right, other.right - other.left),
    )
    crossing = (a.left & b.right, a.right & b.left)
    parallel = len(a.left & b.left) + len(a.right & b.right)
    return all(crossing) and sum(map(len, crossing)) > 2 * parallel


def _across(one: _Comparison, other: _Comparison) -> bool:
    """The same for what stands behind "than", which is short, and before it, which may be the whole sentence."""
    right, right_b = one.right - one.left, other.right - other.left
    return not right & right_b and bool(right & other.left) and bool(right_b & one.left)


def _compared_round(one: _Comparison, other: _Comparison) -> bool:
    return not one.opposed_to(other) and _across(one, other)


def _deeds_round(one: _Deed, other: _Deed) -> bool:
    left, right = one.left - one.right, one.right - one.left
    return one.verb == other.verb and bool(
        left & (other.right - other.left) and right & (other.left - other.right)
    )


# ── relations ───────────────────────────────────────────────────────────────────────────────────


def _moved(reading: Reading) -> Iterator[Sides]:
    """From where to where, from what to what."""
    words = reading.words
    for at, word in enumerate(words):
        if word == "from":
            origin = _phrase_after(reading, at)
            goals = [
                i for i in range(max(0, at - _PHRASE), min(len(words), at + 7)) if words[i] in ("to", "into")
            ]
            for goal in goals:
                yield Sides(origin, _phrase_after(reading, goal))


class _Comparison(NamedTuple):
    left: frozenset[str]
    right: frozenset[str]
    degree: str

    def opposed_to(self, other: _Comparison) -> frozenset[str]:
        """The axes on which the two degrees turn opposite ways: more and fewer, cheaper and dearer."""
        ours, theirs = dict(sides_of(self.degree)), dict(sides_of(other.degree))
        return frozenset(axis for axis in ours.keys() & theirs.keys() if ours[axis] != theirs[axis])


def _compared(reading: Reading) -> Iterator[_Comparison]:
    """What is more than what: the sentence before "than", and the clause behind it."""
    words = reading.words
    for at, word in enumerate(words):
        if word != "than":
            continue
        degree = next((i for i in range(at - 1, max(-1, at - 8), -1) if _is_comparative(words[i])), None)
        if degree is None:
            continue
        before = frozenset(
            term
            for term, i in reading.placed
            if i < at and i != degree and reading.sentences[i] == reading.sentences[at]
        )
        behind = _terms_between(reading, at + 1, _clause_end(reading, at))
        if before and behind:
            yield _Comparison(before, behind, words[degree])


def _is_comparative(word: str) -> bool:
    return word in ("more", "less", "fewer", "worse") or (word.endswith("er") and len(word) > 4)


def _ordered(reading: Reading) -> Iterator[Sides]:
    """What came earlier, and what later."""
    words = reading.words
    for at, word in enumerate(words):
        if word not in ("before", "after"):
            continue
        end = _clause_end(reading, at)
        behind = _terms_between(reading, at + 1, end)
        sentence = [i for i in range(len(words)) if reading.sentences[i] == reading.sentences[at]]
        rest = _terms_between(reading, sentence[0], at) | _terms_between(reading, end, sentence[-1] + 1)
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
    words = reading.words
    for at in range(1, len(words) - 1):
        verb = stem(words[at])
        if (
            words[at] in STOP_WORDS
            or not words[at].isalpha()
            or verb in _MUTUAL
            or reading.tokens[at].text[0].isupper()
        ):
            continue
        passive = words[at + 1] == "by" and _is_passive(reading, at)
        left, right = _phrase_before(reading, at), _phrase_after(reading, at + 1 if passive else at)
        if left and right:
            yield _Deed(verb, right, left) if passive else _Deed(verb, left, right)


_RELATIONS: tuple[tuple[str, Callable[[Reading], Iterator[Any]], Callable[[Any, Any], bool]], ...] = (
    ("from and to", _moved, _round),
    ("comparison", _compared, _compared_round),
    ("order", _ordered, _round),
    ("roles", _acted, _deeds_round),
)


def _is_passive(reading: Reading, at: int) -> bool:
    """Whether "by" behind a verb names who did it: "was hit by", "hit by", but not "has risen by 15"."""
    words = reading.words
    number = words[at + 2 : at + 3] and words[at + 2][0].isdigit()
    has = {"have", "has", "had"} & set(words[max(0, at - 2) : at]) and words[at - 1] not in _BE
    verb = words[at - 1] in _BE or words[at].endswith(("ed", "en", "wn"))
    return verb and not number and not has


# ── phrases ─────────────────────────────────────────────────────────────────────────────────────


def _around(reading: Reading, place: int) -> Sides:
    """The terms before and behind a token, within its sentence."""
    here = [(t, i) for t, i in reading.placed if reading.sentences[i] == reading.sentences[place]]
    return Sides(frozenset(t for t, i in here if i < place), frozenset(t for t, i in here if i > place))


def _phrase_after(reading: Reading, at: int) -> frozenset[str]:
    """The terms of the phrase behind a token: up to the next grammatical word but "of", or comma."""
    words, start = reading.words, at + 1
    while start < len(words) and words[start] in _DETERMINERS and not reading.parted(start):
        start += 1
    end = start
    while end < min(len(words), start + _PHRASE) and not reading.parted(end) and _goes_on(words, end):
        end += 1
    return _terms_between(reading, start, end)


def _phrase_before(reading: Reading, at: int) -> frozenset[str]:
    """The terms of the phrase before a token, its helping verbs and adverbs left out."""
    words, end = reading.words, at
    while (
        end > 0 and not reading.parted(end) and (words[end - 1] in _HELPERS or words[end - 1].endswith("ly"))
    ):
        end -= 1
    start = end
    while start > max(0, end - _PHRASE) and not reading.parted(start) and _goes_on(words, start - 1):
        start -= 1
    return _terms_between(reading, start, end)


def _goes_on(words: Sequence[str], at: int) -> bool:
    """Whether a token belongs to a phrase: a word of content, "of", or a determiner behind it."""
    if words[at] in _DETERMINERS:
        return at > 0 and words[at - 1] == "of"
    return words[at] == "of" or words[at] not in _BREAKS


def _clause_end(reading: Reading, at: int) -> int:
    end = at + 1
    while end < len(reading.words) and not reading.parted(end):
        end += 1
    return end


def _terms_between(reading: Reading, start: int, end: int) -> frozenset[str]:
    return frozenset(term for term, at in reading.placed if start <= at < end)


def _told(reading: Reading, terms: frozenset[str]) -> str:
    """The first of some terms, as written."""
    place = min((at for term, at in reading.placed if term in terms), default=0)
    return reading.tokens[place].text
