"""A guard on who comes to power or loses it: "since they took office", "since they lost office"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

_RULE = words_of("power office")
_TAKING = words_of(
    "took take takes taking taken won win wins gained gain seized seize assumed assume entered enter regained retook"
)
"""Behind these alone it stands ..."""
_COMING = words_of(
    "came come comes coming rose rise risen returned return swept got voted elected brought restored lifted"
)
_TO, _FROM = words_of("to into"), words_of("from of")
"""... and behind these with such a word between."""
_LOSING = words_of("lost lose loses losing left leave leaves leaving quit vacated surrendered")
_FALLING = words_of(
    "fell fall falls fallen driven forced voted swept ousted toppled removed out resigned retired"
)
_LONGEST = 3
"""Words from the verb to "power" at most: "driven *out of* power"."""


class _Change(NamedTuple):
    """Whether somebody comes to power, by the last term before the verb, and how it is told."""

    comes: bool
    who: str
    told: str


def in_power_or_not(a: Reading, b: Reading) -> str | None:
    """The same ones come to power in the one and lose it in the other."""
    if _RULE.isdisjoint(a.vocabulary) or _RULE.isdisjoint(b.vocabulary) or a.negators or b.negators:
        return None
    ours, theirs = list(_changes(a)), list(_changes(b))
    if len({one.comes for one in ours}) != 1 or len({one.comes for one in theirs}) != 1:
        return None
    one, other = ours[0], theirs[0]
    if one.comes == other.comes or one.who != other.who:
        return None
    return f"opposite: {one.told} / {other.told}"


def _changes(reading: Reading) -> Iterator[_Change]:
    words = reading.words
    for at, word in enumerate(words):
        verb = _verb(words, at) if word in _RULE else None
        if verb is not None:
            comes = words[verb] in _TAKING or (words[verb] in _COMING and words[at - 1] in _TO)
            who = next((term for term, place in reversed(reading.placed) if place < verb), "")
            yield _Change(comes, who, wording(reading.tokens[verb : at + 1]))


def _verb(words: list[str], at: int) -> int | None:
    """The place of the verb that tells how somebody comes to power or loses it: "*fell* from power", "*took* office"."""
    for verb in range(at - 1, max(-1, at - 1 - _LONGEST), -1):
        beside = verb == at - 1
        if beside and words[verb] in _TAKING | _LOSING:
            return verb
        if (
            not beside
            and words[verb] in (_COMING if words[at - 1] in _TO else _FALLING)
            and words[at - 1] in _TO | _FROM
        ):
            return verb
    return None
