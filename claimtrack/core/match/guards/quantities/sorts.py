"""Whether two numbers tell of two sorts of things: an age, a time of day, a length of time or a share, and what is counted; or of two things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.attribution import attribution
from claimtrack.core.match.reading.numbers.shares import part_and_whole
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import clause_start, phrase_after, terms_between
from claimtrack.core.match.words.lexicon import NUMBER_WORDS, STOP_WORDS, words_of
from claimtrack.core.match.words.verbs import may_be_past

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading

_NOT_COUNTED = ("time", "clock", "%")
_OLDEST = 120
_AGED = words_of("old aged age")
_WHEN = words_of("at is was turned turns")
_CLOSE = 3
"""Words from a change to its number at most: "rose by about 12"."""
_WHERE = words_of("in at near from to")
"""No person stands behind these, before a number: "in Gaza, 34, among them two nurses, were hurt"."""


def of_two_sorts(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether the one counts what it is told of, and the other tells how old, when, how long or what share, or also of how many."""
    if _is_age(a, x) != _is_age(b, y):
        return not (_is_aged(a, x) and _is_aged(b, y))
    return _counts(a, x, y) or _counts(b, y, x) or _is_the_part(a, x, y) or _is_the_part(b, y, x)


def _is_the_part(reading: Reading, number: Quantity, share: Quantity) -> bool:
    """Whether one tells how many, and the other also of how many: "at least one", "at least one of the 13"."""
    of_how_many = part_and_whole(share.written) if share.is_share else None
    if number.kind != "number" or of_how_many is None or of_how_many[0] != number.value:
        return False
    behind = reading.words[number.last + 1 : number.last + 4]
    return behind[:1] != ["of"] or not any(word in NUMBER_WORDS or word[0].isdecimal() for word in behind)


def _is_age(reading: Reading, number: Quantity) -> bool:
    """Whether a number tells how old somebody is whose name stands before it: "Ilsa Brandt, *62*, said"."""
    first, behind = number.first, number.last + 1
    if number.kind != "number" or not 0 < number.value < _OLDEST or not first:
        return False
    if reading.cleaned[reading.tokens[first - 1].end] != "," or not _ends(reading, behind):
        return False
    name = first
    while name and reading.tokens[name - 1].text[0].isupper() and (name == first or not reading.parted(name)):
        name -= 1
    return (
        name < first and reading.words[max(0, name - 1)] not in _WHERE and reading.words[name] not in _WHERE
    )


def _ends(reading: Reading, at: int) -> bool:
    return at == len(reading.words) or reading.parted(at)


def _is_aged(reading: Reading, number: Quantity) -> bool:
    """Whether it tells that in any way: "62", "62-year-old", "aged 62", "at 62", "she is 62"."""
    before = reading.words[max(0, number.first - 2) : number.first]
    beside = {*before, *reading.words[number.last : number.last + 4]}
    at_end = _ends(reading, number.last + 1) and not _WHEN.isdisjoint(before[-1:])
    return _is_age(reading, number) or at_end or not _AGED.isdisjoint(beside)


def _counts(reading: Reading, number: Quantity, other: Quantity) -> bool:
    """Whether a bare number has a noun of its own, beside one that tells what is not counted: "two counts", "at 7 pm"."""
    if number.kind != "number" or other.kind not in _NOT_COUNTED or other.is_share:
        return False
    at = number.last + 1
    if at == len(reading.words) or reading.parted(at):
        return False
    word = reading.words[at]
    return word.isalpha() and word not in STOP_WORDS and not may_be_past(word)


def of_two_things(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether two shares are told of things that have nothing in common: of new sales, of their range."""
    if x.kind != "%" or not all(r.words[q.last + 1 : q.last + 2] == ["of"] for r, q in ((a, x), (b, y))):
        return False
    whole, whole_b = phrase_after(a, x.last + 1), phrase_after(b, y.last + 1)
    return _nothing_in_common(whole, whole_b) and not (_shortened(whole, b) or _shortened(whole_b, a))


def change_of_two_things(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether of what changed by two numbers nothing is the same: "*rents* rose 21 percent", "*bus fares* rose 7 percent"."""
    return _nothing_in_common(_changing(a, x), _changing(b, y))


def _nothing_in_common(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two phrases have no term in common, in any word."""
    meant = ours.union(*map(meanings, ours))
    return bool(ours and theirs) and all(meant.isdisjoint({term, *meanings(term)}) for term in theirs)


def _changing(reading: Reading, quantity: Quantity) -> frozenset[str]:
    """What changes by a number: the terms of the phrase that its clause begins with."""
    sides = reading.poles.get("direction", ())
    at = next((at for _, word, at in sides if 0 < quantity.first - at <= _CLOSE and word != "up"), 0)
    start = clause_start(reading, at)
    if not at or start in attribution(reading):
        return frozenset()
    return phrase_after(reading, start - 1) & terms_between(reading, start, at)


def _shortened(whole: frozenset[str], other: Reading) -> bool:
    """Whether what a share is of is told by its first letters on the other side: gross domestic product, GDP."""
    return len(whole) > 2 and any(sorted(word) == sorted(term[0] for term in whole) for word in other.words)
