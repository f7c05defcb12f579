"""Guards: one small function each, which tells two statements apart that share their words.

A guard returns what differs, in the words a person reads, or None. It only ever lowers a score. It
fires on a fact that both sides state differently; what one side leaves out is no conflict.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimtrack.core.match.lexicon import words_of
from claimtrack.core.match.names import opening_name, same_name
from claimtrack.core.match.opposites import LOOKALIKES, PREFIXES
from claimtrack.core.match.terms import stem

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.core.match.quantities import Quantity
    from claimtrack.core.match.reading import Reading

    Guard = Callable[[Reading, Reading], str | None]

ROUNDING = 0.025
"""How far apart two scaled numbers may be and still be one, rounded: 4.9 and 5 million."""
HEDGED = 0.1
"""The same where one side says "about" or "nearly"."""
BEYOND = 1.3
"""How far above 5 million a number may be for "more than 5 million"."""


_ENOUGH_ALIKE = 4
"""Terms that two statements must have before the one in which they differ is told apart by its slot."""


def agrees(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers can be the same one, rounded or hedged as they are."""
    if a.kind != b.kind and "number" not in (a.kind, b.kind):
        return False
    low, high = sorted((a.size, b.size) if a.kind == b.kind else (a.value, b.value))
    if low == high:
        return a.bound * b.bound >= 0
    if a.bound != b.bound and 0 in (a.bound, b.bound):
        hedged, plain = (a, b) if a.bound else (b, a)
        ratio = plain.size / hedged.size if hedged.size else 0
        return 1 <= ratio <= BEYOND if hedged.bound > 0 else 1 / BEYOND <= ratio <= 1
    rounded = (a.scaled or b.scaled or a.value % 1 or b.value % 1) and high >= 10
    allowed = HEDGED if a.approximate or b.approximate or a.unit != b.unit else ROUNDING if rounded else 0.0
    return high - low <= allowed * high


def _unmatched(a: Reading, b: Reading) -> tuple[list[Quantity], list[Quantity]]:
    """The numbers of each side without a partner on the other; equal ones find each other first."""
    ours, theirs = list(a.amounts), list(b.amounts)
    for exact in (True, False):
        for x in list(ours):
            partner = next((y for y in theirs if agrees(x, y) and (not exact or x.value == y.value)), None)
            if partner:
                ours.remove(x)
                theirs.remove(partner)
    return ours, theirs


def numbers_differ(a: Reading, b: Reading) -> str | None:
    """Both give a number for the same thing, and not the same number."""
    ours, theirs = _unmatched(a, b)
    for x, y in product(ours, theirs):
        comparable = x.kind == y.kind or ("number" in (x.kind, y.kind) and "ordinal" not in (x.kind, y.kind))
        alone = x.kind == y.kind != "number" and x.kind != "ordinal" and len(ours) == len(theirs) == 1
        if comparable and (alone or a.near(x.last) & b.near(y.last)):
            return f"differs: {x.written} / {y.written}"
    slot = _only_slot(a, b)
    if ours and theirs and slot and all(r.words[at][0].isdigit() for r, at in zip((a, b), slot, strict=True)):
        return f"differs: {a.tokens[slot[0]].text} / {b.tokens[slot[1]].text}"
    return None


def years_differ(a: Reading, b: Reading) -> str | None:
    """Both name a year, and not the same year."""
    ours, theirs = a.years - b.years, b.years - a.years
    return f"other year: {min(ours)} / {min(theirs)}" if ours and theirs else None


def dates_differ(a: Reading, b: Reading) -> str | None:
    """Both name a day, a weekday or a month, and not the same one."""
    if a.weekdays and b.weekdays and not a.weekdays & b.weekdays:
        return "other weekday"
    if a.months and b.months and not a.months & b.months:
        return "other month"
    if a.days and b.days and not a.days & b.days:
        return f"other day: {min(a.days)} / {min(b.days)}"
    return None


def negated(a: Reading, b: Reading) -> str | None:
    """One denies what the other asserts."""
    if not a.negators and not b.negators:
        return None
    shared = a.terms & b.terms
    for one, other in ((a, b), (b, a)):
        flipped = (one.surely_denied & shared) - other.maybe_denied
        if flipped and not _denied_by_prefix(one, other):
            return f"negated: {_as_written(one, min(flipped, key=one.sequence.index))}"
    alike = a.asserted_sequence == b.asserted_sequence
    return "negated" if alike and (len(a.negators) - len(b.negators)) % 2 else None


def _denied_by_prefix(one: Reading, other: Reading) -> bool:
    """Whether what the one denies, the other denies in one word: "not safe", "unsafe"."""
    return any(
        word.removeprefix(prefix) != word and stem(word.removeprefix(prefix)) in one.surely_denied
        for word in other.words
        for prefix in PREFIXES
    )


def opposite(a: Reading, b: Reading) -> str | None:
    """They turn opposite ways: rising and falling, most and least, north and south, won and lost."""
    ours, theirs = a.poles, b.poles
    for axis in sorted(ours.keys() & theirs.keys()):
        one, other = ours[axis], theirs[axis]
        if {pole for pole, _, _ in one} & {pole for pole, _, _ in other}:
            continue
        (_, word, place), (_, word_b, place_b) = one[0], other[0]
        denied = (stem(word) in a.surely_denied) != (stem(word_b) in b.surely_denied)
        if not denied and a.near(place, 4, 4) & b.near(place_b, 4, 4):
            return f"opposite: {word} / {word_b}"
    return None


def prefix_denies(a: Reading, b: Reading) -> str | None:
    """One has a word with un-, in-, dis- or the like, the other the word without it: legal, illegal."""
    for one, other in ((a, b), (b, a)):
        for word in sorted(one.vocabulary - other.vocabulary):
            if not word.startswith(PREFIXES) or word.startswith(LOOKALIKES):
                continue
            for prefix in PREFIXES:
                base = word.removeprefix(prefix)
                if (
                    base == word
                    or len(base) < 4
                    or base not in other.vocabulary
                    or base in one.vocabulary
                    or prefix in other.vocabulary
                ):
                    continue
                if (stem(word) in one.surely_denied) == (stem(base) in other.surely_denied):
                    return f"opposite: {word} / {base}"
    return None


def _unshared_names(one: Reading, other: Reading) -> list[str]:
    """The names of one statement that the other does not have in any form."""
    found = []
    for name, place in one.names.items():
        word = one.words[place]
        if name in other.terms or name in other.names or word in other.vocabulary or word in other.initials:
            continue
        spelt_out = any(len(w) > 1 and w in one.initials for w in other.vocabulary)
        if not spelt_out and not any(same_name(word, w) for w in other.vocabulary):
            found.append(name)
    return found


def _only_slot(a: Reading, b: Reading) -> tuple[int, int] | None:
    """The tokens of the one term in which two statements differ, where all others are the same in order."""
    if len(a.sequence) != len(b.sequence) or len(a.sequence) < _ENOUGH_ALIKE:
        return None
    slots = [i for i, (x, y) in enumerate(zip(a.sequence, b.sequence, strict=True)) if x != y]
    return (a.placed[slots[0]][1], b.placed[slots[0]][1]) if len(slots) == 1 else None


def names_differ(a: Reading, b: Reading) -> str | None:
    """Each names somebody or some place the other does not, in the same role."""
    if slot := _only_slot(a, b):
        x, y = a.tokens[slot[0]].text, b.tokens[slot[1]].text
        if x[0].isupper() and y[0].isupper() and 0 not in slot and not same_name(x.lower(), y.lower()):
            return f"other name: {x} / {y}"
    if len(a.terms & b.terms) < 0.5 * max(len(r.terms) - len(r.names) - 1 for r in (a, b)):
        return None  # they are about different things, whatever names they share
    ours, theirs = _unshared_names(a, b), _unshared_names(b, a)
    for one, mine, other in ((a, ours, b), (b, theirs, a)):
        opening = opening_name(one.words, one.tokens, one.names)
        if opening and not any(same_name(one.words[0], word) for word in other.words):
            mine.append(opening)
    if not ours or not theirs:
        return None
    larger = max(len(a.terms) - len(ours), len(b.terms) - len(theirs))
    if not larger or len(a.terms & b.terms) < 0.5 * larger:
        return None
    for x, y in product(ours, theirs):
        if a.around(x) & b.around(y):
            return f"other name: {_as_written(a, x)} / {_as_written(b, y)}"
    return None


_MUTUAL = frozenset(
    stem(w)
    for w in words_of(
        "meet marry talk play border resemble fight equal cooperate trade say tell add warn announce report"
    )
)
"""Verbs that say the same both ways round, or only tell who speaks."""
_MOVED = words_of("in at on by for from since during after before according under with last this")
"""Openings of a phrase that may stand at either end."""


def roles_swapped(a: Reading, b: Reading) -> str | None:
    """The same words, but who did it and to whom are changed round."""
    ours, theirs = a.sequence, b.sequence
    if ours == theirs or sorted(ours) != sorted(theirs) or ("by" in a.words) != ("by" in b.words):
        return None
    if _MOVED & {a.words[0], b.words[0]}:
        return None
    start = next(i for i, (x, y) in enumerate(zip(ours, theirs, strict=True)) if x != y)
    end = next(i for i, (x, y) in enumerate(zip(ours[::-1], theirs[::-1], strict=True)) if x != y)
    one, other = ours[start : len(ours) - end], theirs[start : len(theirs) - end]
    for left in range(1, len(one) - 1) if start == 0 else ():
        for right in range(1, len(one) - left):
            first, middle, last = one[:left], one[left:-right], one[-right:]
            if last + middle + first == other and not _MUTUAL & set(middle):
                return f"roles swapped: {_as_written(a, first[0])} / {_as_written(a, last[0])}"
    return None


def _as_written(reading: Reading, name: str) -> str:
    place = next((at for term, at in reading.placed if term == name), reading.names.get(name, 0))
    return reading.tokens[place].text


GUARDS: tuple[Guard, ...] = (
    numbers_differ,
    years_differ,
    dates_differ,
    negated,
    opposite,
    prefix_denies,
    names_differ,
    roles_swapped,
)
