"""Wordings that mean the same by rule of language, each put in the one in which texts are read."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable


class Wording(NamedTuple):
    """What is put otherwise: words or signs of which one stands in every such text, the wording, and what it is read as."""

    telltales: tuple[str, ...]
    pattern: re.Pattern[str]
    told: str | Callable[[re.Match[str]], str]


def wording(telltales: str, pattern: str, told: str | Callable[[re.Match[str]], str]) -> Wording:
    """A wording by its telltales: whole words in lower case, or signs, which may be parts of words; "_" is a space in them."""
    return Wording(tuple(one.replace("_", " ") for one in telltales.split()), expression(pattern), told)


class Wordings:
    """Wordings that are looked for in their order, each in what those before it have left.

    All telltales are looked for first, in the text as it was: most texts have none, and to search for each pattern would take ten times as long.
    """

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self._wordings = tuple(wordings)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_sign: list[tuple[str, int]] = []
        for at, one in enumerate(self._wordings):
            for telltale in one.telltales:
                if telltale.isalpha() and len(telltale) > _PART:
                    self._by_word[telltale].append(at)
                else:
                    self._by_sign.append((telltale, at))

    def in_one_form(self, text: str) -> str:
        """A text with each of the wordings as it is read."""
        found = {at for sign, at in self._by_sign if sign in text}
        words = text.lower().translate(_PARTED).split() if self._by_word else ()
        for word in self._by_word.keys() & words:
            found.update(self._by_word[word])
        for at in sorted(found):
            _, pattern, told = self._wordings[at]
            text = pattern.sub(told, text)
        return text


_PART = 2
_PARTED = {ord(sign): " " for sign in ".,;:!?()'\"-/"}
