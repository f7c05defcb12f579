"""Comparisons: what is more than what, and whether two of them are the other way round."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.comparison.equivalences import (
    EARLIER_WORDS,
    NOW_STEMS,
    NOW_TERM,
    PAST_AUXILIARIES,
    PERIODS,
    add_time_terms,
    are_converse_positions,
    is_present_tense,
    refers_to_past,
)
from claimtrack.core.match.reading.syntax.phrases import clause_end, phrase_after, terms_around, terms_between
from claimtrack.core.match.words.antonyms import sides as sides_of
from claimtrack.core.match.words.forms import is_comparative
from claimtrack.core.match.words.lexicon import MULTIPLIERS, NOBODY, phrases_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.core.match.reading.reading import Reading

_TIMES = words_of("times half") | MULTIPLIERS.keys()
"""Before "as many as" these make one side the larger."""


class Comparison(NamedTuple):
    """What is told to be more or less, what it is compared with, the word that tells which, and which terms stand together.

    `beside` has each term with the one right behind it, "richest percent", `joined` with the other one of "A and B"; `graded` is the
    word right behind the degree: more *expensive*, fewer *births*.
    """

    left: frozenset[str]
    right: frozenset[str]
    degree: str
    beside: frozenset[tuple[str, str]] = frozenset()
    joined: frozenset[tuple[str, str]] = frozenset()
    graded: str = ""

    def same_degree(self, other: Comparison) -> bool:
        """Whether the two degrees are one, or turn the same way: larger and bigger."""
        ours, theirs = sides_of(self.degree), sides_of(other.degree)
        return self.degree == other.degree or bool(set(ours) & set(theirs))


_LONGEST = 150
"""Words of a text above which places are not compared: it is no claim but a post, and says many things."""
COMPARISON_MARKERS = words_of("than as")
_BOUNDING = words_of("more less fewer greater higher lower larger smaller older younger")


def find_comparisons(reading: Reading) -> Iterator[Comparison]:
    """What is more than what: the sentence before "than", and the clause behind it."""
    yield from _outdone(reading)
    words = reading.words
    marks = {"than"} if _TIMES.isdisjoint(reading.vocabulary) else {"than", "as"}
    if marks.isdisjoint(reading.vocabulary):
        yield from _more_then(reading)
        return
    numbers = {quantity.first for quantity in reading.quantities}
    for at, word in enumerate(words):
        if word not in marks or not NOBODY.isdisjoint(words[:at]):
            continue
        degree = _degree(words, at)
        if degree is None or (words[degree] in _BOUNDING and degree + 1 == at and at + 1 in numbers):
            continue  # "more than 40" only bounds the number
        behind = _standard(reading, at)
        owner = _NO_TERMS if behind else _owner(reading, at)
        behind = behind or owner
        before = frozenset(
            term
            for term, i in reading.placed_terms
            if i < at
            and i != degree
            and reading.sentences[i] == reading.sentences[at]
            and term not in owner
            and not (term in behind and words[i].endswith("'s"))  # "Peru's neighbours ... than Peru"
        )
        if before and behind:
            is_now = is_present_tense(words[:at]) and refers_to_past(reading, at + 1)
            sides = add_time_terms(before, words[:at], is_now=is_now), add_time_terms(behind, words[at + 1 :])
            graded = reading.word(degree + 1) if words[degree] in _BOUNDING else ""
            yield Comparison(*sides, _word_for(words, degree), *_together(reading), graded)


def _standard(reading: Reading, at: int) -> frozenset[str]:
    """The terms of the clause behind "than"; without the "one" that stands for what is compared: "than the southern *one*"."""
    end = clause_end(reading, at)
    end -= reading.words[end - 1] in _ONE
    return terms_between(reading, at + 1, end)


_ONE = words_of("one ones")


def _owner(reading: Reading, at: int) -> frozenset[str]:
    """Who is meant by an "it" alone behind "than": whose what is compared is, "the *bank's* cleaners" or "the cleaners of the *bank* pay more than *it* does"."""
    words = reading.words
    if reading.word(at + 1) not in _IT:
        return _NO_TERMS
    owners = (i for i in reading.places if i < at and (words[i].endswith("'s") or "of" in words[i - 2 : i]))
    place = next(owners, None)
    return frozenset(term for term, i in reading.placed_terms if i == place)


_IT = words_of("it they he she")


def _word_for(words: Sequence[str], degree: int) -> str:
    """The word that tells which of two is more: what is half as fast is less so, what is twice as fast is more so."""
    if words[degree] != "as":
        return words[degree]
    return "fewer" if words[degree - 1] == "half" else "more"


def _together(reading: Reading) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    """The terms that stand right beside each other, in their order, and those that "and" joins, in either."""
    beside, joined = set(), set()
    for (term, at), (other, at_b) in pairwise(reading.placed_terms):
        between = reading.words[at + 1 : at_b]
        if not between:
            beside.add((term, other))
        elif between in _AND:
            joined |= {(term, other), (other, term)}
    return frozenset(beside), frozenset(joined)


_AND = phrases_of("and | and the | and in")


def _more_then(reading: Reading) -> Iterator[Comparison]:
    """What was more at an earlier time, and so than now: "before the drought the lake was higher"."""
    if PAST_AUXILIARIES.isdisjoint(reading.vocabulary) or (
        EARLIER_WORDS.isdisjoint(reading.vocabulary) and not reading.years
    ):
        return
    for at in (at for at, word in enumerate(reading.words) if is_comparative(word)):
        left = frozenset(term for term, i in reading.placed_terms if i != at)
        yield Comparison(left - NOW_STEMS, NOW_TERM, reading.words[at], *_together(reading))


EXCEEDING_VERBS = words_of(
    "outsell outsells outsold outnumber outnumbers outnumbered overtake overtakes overtook overtaken outpace outpaces outpaced"
    " outstrip outstrips outstripped outweigh outweighs outweighed outperform outperforms outperformed outlive outlives outlived exceed exceeds exceeded surpass surpasses surpassed"
)
"""Who does this has or is more than whom it is done to."""


def _outdone(reading: Reading) -> Iterator[Comparison]:
    """Who outdoes whom: "A has overtaken B", "A outsold B"."""
    for at in sorted(map(reading.words.index, EXCEEDING_VERBS & reading.vocabulary)):
        sides = terms_around(reading, at)
        by = at + 1 if reading.words[at + 1 : at + 2] == ["by"] else at
        behind = phrase_after(reading, by)
        if sides.left and any(term[0] != "#" for term in behind):
            yield Comparison(*((sides.left, behind) if by == at else (behind, sides.left)), "more")


def _degree(words: Sequence[str], at: int) -> int | None:
    """The place of what is compared before "than" or the second "as": "more", "twice as many"."""
    before = range(at - 1, max(-1, at - (11 if words[at] == "than" else 14)), -1)
    if words[at] == "than":
        plain = next((i for i in before if words[i] in _PLAIN), None)
        return next((i for i in before if is_comparative(words[i])), None) if plain is None else plain
    first = next((i for i in before if words[i] == "as"), None)
    return first if first and words[first - 1] in _TIMES else None


_PLAIN = words_of("more less fewer worse")
"""What is compared is told by these, though another may stand nearer: "more of the smaller firms than"."""


def are_sides_crossed(one: Comparison, other: Comparison) -> bool:
    """The same for what stands behind "than", which is short, and before it, which may be the whole sentence."""
    right, right_b = one.right - one.left - other.right, other.right - other.left - one.right
    moved, moved_b = right & other.left, right_b & one.left
    if (
        moved
        and moved_b
        and not _only_now(moved, moved_b, one.right)
        and not _only_now(moved_b, moved, other.right)
    ):
        return True
    return _turned_within(one, other) or _turned_within(other, one)


def are_sides_exchanged(one: Comparison, other: Comparison) -> bool:
    """Whether all that is compared has changed sides, so that an opposite degree says the same.

    Not where what stands together with it has stayed: "A has more than B and C", "B has less than A and C"; "the richest percent
    owns less than the poorest half", "the poorest percent owns more than the richest half".
    """
    return are_sides_crossed(one, other) and not _left_behind(one, other)


def _left_behind(one: Comparison, other: Comparison) -> bool:
    """Whether what stands together with what has changed sides has not."""
    both = (one.left | other.left) & (one.right | other.right)
    left, right = (one.left & other.left) - both, (one.right & other.right) - both
    to_the_left, to_the_right = (one.right & other.left) - one.left, (one.left & other.right) - one.right
    moved, stayed = to_the_left | to_the_right, left | right
    if any(term in moved and fellow in stayed for term, fellow in one.joined | other.joined):
        return True
    return all(
        any(term in gone and head in kept for term, head in one.beside)
        for gone, kept in ((to_the_left, right), (to_the_right, left))
    )


def _only_now(moved: frozenset[str], others: frozenset[str], standard: frozenset[str]) -> bool:
    """Whether only a "now" has changed sides, which is not the standard, and no other time for it: "than coal *now*", "is *now* cheaper than coal in India"."""
    if not moved <= NOW_TERM < standard:
        return False
    return not any(term[0] == "#" or term in NOW_TERM or term in PERIODS for term in others)


def _turned_within(one: Comparison, other: Comparison) -> bool:
    """The same where one noun stands on all four sides: "sons of doctors are richer than doctors"."""
    again = one.right & one.left & other.left & other.right
    moved = (one.left - one.right) & (other.right - other.left)
    return bool(again and moved) and one.right <= one.left


def is_comparison_reversed(one: Comparison, other: Comparison) -> bool:
    """Whether the same is more on the one side in the one, and on the other side in the other."""
    return one.same_degree(other) and are_sides_crossed(one, other)


def is_either_too_long(a: Reading, b: Reading) -> bool:
    """Whether one of two texts says so many things that what changes places in it tells nothing."""
    return max(len(a.words), len(b.words)) > _LONGEST


def are_converse_comparisons(a: Reading, b: Reading) -> bool:
    """Whether two comparisons change places and word, "A is cheaper than B", "B is dearer than A": an opposite says nothing."""
    if are_converse_positions(a, b):
        return True
    if COMPARISON_MARKERS.isdisjoint(a.vocabulary | b.vocabulary) or is_either_too_long(a, b):
        return False
    ours, theirs = list(find_comparisons(a)), list(find_comparisons(b))
    return any(
        are_sides_exchanged(one, other) and not one.same_degree(other) for one in ours for other in theirs
    )


_NO_TERMS: frozenset[str] = frozenset()
