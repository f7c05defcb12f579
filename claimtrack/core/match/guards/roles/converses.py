"""One event seen from both ends: A sells to B, B buys from A."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.syntax.governed import object_of
from claimtrack.core.match.reading.syntax.phrases import (
    Sides,
    around,
    clause_end,
    exchanged,
    phrase_after,
    phrase_before,
    terms_between,
)
from claimtrack.core.match.words.lexicon import BE, PASSIVE, words_of
from claimtrack.core.match.words.opposites import AT_THE_ENDS
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

_CONVERSE = frozenset({"deal", "trade", "loan", "gift", "payment", "outcome", "standing", "hold"})
"""Axes of one event seen from both ends, A sells to B, B buys from A: an opposite only where the doer is the same."""
_ANYBODY = words_of("you nobody anybody anyone everyone")
"""Who does it may be anybody, and so is at the other end of what is sold or paid: "you can buy it in shops", "shops may sell it"."""


def told_from_both_ends(a: Reading, b: Reading) -> set[str]:
    """The axes on which two opposites are the two ends of one event, since it is not the same one who does both."""
    found: set[str] = set()
    for axis in _CONVERSE & a.poles.keys() & b.poles.keys():
        at, at_b = a.poles[axis][0][2], b.poles[axis][0][2]
        doer, other = _who(a, at), _who(b, at_b)
        at_the_other_end = _other_end(a, at) & other or _other_end(b, at_b) & doer
        handed = axis == "gift" and (_gets(a, at, b, at_b) or _gets(b, at_b, a, at))
        if at_the_other_end or handed or (axis == "deal" and _is_passive(a, at) != _is_passive(b, at_b)):
            found.add(axis)
            continue
        anybody = not _ANYBODY.isdisjoint(a.words) or not _ANYBODY.isdisjoint(b.words)
        if (doer or other) and (anybody or (doer and other)) and not doer & other:
            found.add(axis)
    return found


def _gets(one: Reading, at: int, other: Reading, place: int) -> bool:
    """Whether who receives something in the one is told behind the verb in the other: "*widows* receive", "the law gives *widows*"."""
    who = phrase_before(one, at)
    return one.words[at - 1] not in PASSIVE and bool(who) and who <= around(other, place).right


def _who(reading: Reading, at: int) -> frozenset[str]:
    """Who sells, lends or the like, among what else stands before the verb; in the passive who stands behind its "by"."""
    words = reading.words
    by = next((i for i in range(at + 1, clause_end(reading, at)) if words[i] == "by"), None)
    passive = by is not None and words[at - 1] in PASSIVE
    return phrase_after(reading, by) if passive and by else around(reading, at).left


_NOUNS = {
    **dict.fromkeys(map(stem, words_of("sale export loan gift payment")), "to"),
    **dict.fromkeys(map(stem, words_of("purchase import")), "from"),
}
"""What is told as a thing, with the word behind which who is at the other end of it stands: "sales of whisky to India"."""


def _other_end(reading: Reading, at: int) -> frozenset[str]:
    """Who is told to be at the other end of a deal that is told as a thing."""
    words, link = reading.words, _NOUNS.get(stem(reading.words[at]))
    if link is None or words[at] == "exported" or link not in words[at:]:
        return frozenset()
    return phrase_after(reading, words.index(link, at))


def _is_passive(reading: Reading, at: int) -> bool:
    """Whether it is not told who sells or buys: "can be bought"."""
    words, phrase = reading.words, reading.phrase_at(at)
    if "by" in words[at:]:
        return False
    last = phrase.places[-1] if phrase else at  # "sold *off* its mill"
    return words[at - 1] in ("be", "is", "are") or (
        words[at : at + 1] == ["sold"]
        and object_of(reading, last) < 0
        and words[last + 1 : last + 2] != ["it"]
    )


def are_converse(a: Reading, b: Reading) -> bool:
    """Whether they tell one event from its two ends, by which what they name changes places: "X was sold to Y", "Y bought X"."""
    return _are_kin(a, b) or any(
        {pole for pole, _, _ in a.poles[axis]}.isdisjoint(pole for pole, _, _ in b.poles[axis])
        for axis in told_from_both_ends(a, b)
    )


def _are_kin(a: Reading, b: Reading) -> bool:
    """Whether each tells what one of two is to the other: "A is the mother of B", "B is the son of A"."""
    if AT_THE_ENDS.keys().isdisjoint(a.terms) or AT_THE_ENDS.keys().isdisjoint(b.terms):
        return False
    return any(
        bond == other_bond and end != other_end and exchanged(one, other)
        for (bond, end), one in _of_each_other(a)
        for (other_bond, other_end), other in _of_each_other(b)
    )


def _of_each_other(reading: Reading) -> Iterator[tuple[tuple[int, int], Sides]]:
    words = reading.words
    for at in range(2, len(words) - 1):
        bond = AT_THE_ENDS.get(stem(words[at]))
        if bond and words[at - 1] == "the" and words[at + 1] == "of" and words[at - 2] in BE:
            yield bond, Sides(terms_between(reading, 0, at - 1), phrase_after(reading, at + 1))


def not_before(a: Reading, b: Reading) -> bool:
    """Whether one denies of the time before what the other says of the time after: "did not tell before", "told only after"."""
    denied = (len(a.negators) - len(b.negators)) % 2 == 1
    return denied and ("before" in a.vocabulary) != ("before" in b.vocabulary)
