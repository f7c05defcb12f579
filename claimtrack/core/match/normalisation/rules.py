"""Rewrite rules: a pattern, and the wording in which texts that match it are read."""

from __future__ import annotations

import string
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression

if TYPE_CHECKING:
    import re

    Replacement = str | Callable[[re.Match[str]], str]


class Rule(NamedTuple):
    """A rewrite rule: words or signs of which every text that it changes has one, its pattern and its replacement."""

    telltales: tuple[str, ...]
    pattern: re.Pattern[str]
    replacement: Replacement


def rule(telltales: str, pattern: str, replacement: Replacement, flags: int = 0) -> Rule:
    """Return a rule with its telltales, in lower case unless the text must have the capital; in them "_" is a space, and 0 any digit.

    A telltale of English letters that stands alone must be a whole word of the text, with only signs and digits next to it;
    "e-mail" and "0s" may be parts of words. A rule without telltales is tried on every text that is not all ASCII.
    """
    return Rule(
        tuple(telltale.replace("_", " ") for telltale in telltales.split()),
        expression(pattern, flags),
        replacement,
    )


class Rules:
    """One of several sets of rules that are applied one after the other; within it each rule is applied to the result of the one before."""

    def __init__(self, rules: Sequence[Rule], number: int, telltales: _Telltales) -> None:
        self._rules = rules
        self._number = number
        self._telltales = telltales

    def __call__(self, text: str) -> str:
        """Return a text rewritten by every rule of which the text, as it came to this set, has a telltale."""
        for at in self._telltales.found(text).get(self._number, ()):
            _, pattern, replacement = self._rules[at]
            text = pattern.sub(replacement, text)
        return text


def combine_rules(*sets: Sequence[Rule]) -> tuple[Rules, ...]:
    """Return sets of rules that are applied to texts in this order, whatever is done to the texts in between."""
    telltales = _Telltales(sets)
    return tuple(Rules(rules, number, telltales) for number, rules in enumerate(sets))


class _Telltales:
    """The telltales of several sets of rules, all looked for at once, since most texts come to each set unchanged.

    Most texts have none, and searching for each pattern would take ten times as long. A word or sign of each telltale is looked for
    first, among the words and signs of the text.
    """

    def __init__(self, sets: Sequence[Sequence[Rule]]) -> None:
        self._by_key: dict[str, list[tuple[str, tuple[int, int]]]] = defaultdict(list)
        for number, rules in enumerate(sets):
            for at, one in enumerate(rules):
                for telltale in one.telltales or ("",):
                    self._by_key[_rarest_part(telltale)].append((telltale, (number, at)))
        self._keys = frozenset(self._by_key)
        self.found = lru_cache(maxsize=4)(self._find_telltales)

    def _find_telltales(self, text: str) -> dict[int, list[int]]:
        """Return the rules of each set of which a text has a telltale, in their order."""
        if not text.isascii():
            text = _DIGIT.sub("0", text)  # the patterns match digits of any script, too
        small = text.lower()
        low = small.encode(errors="surrogatepass")
        words = (
            low.translate(_LETTERS_ONLY).decode().split() if small.isascii() else ["", *_WORD.findall(small)]
        )
        signs = low.translate(_DIGITS_TO_ZERO, _LETTERS_AND_SPACE).decode(errors="surrogatepass")
        both = (
            (low + text.encode(errors="surrogatepass"))
            .translate(_DIGITS_TO_ZERO)
            .decode(errors="surrogatepass")
        )
        present = {
            place
            for key in (*self._keys.intersection(words), *self._keys.intersection(signs))
            for telltale, place in self._by_key[key]
            if telltale in both
        }
        found: defaultdict[int, list[int]] = defaultdict(list)
        for number, at in sorted(present):
            found[number].append(at)
        return found


_LETTERS = string.ascii_letters.encode()
_LETTERS_AND_SPACE = _LETTERS + b" "
_DIGITS_TO_ZERO = bytes.maketrans(b"123456789", b"000000000")
_LETTERS_ONLY = bytes(sign if sign in _LETTERS else ord(" ") for sign in range(128)).ljust(256)
_WORD = expression(r"[^\W\d_]+")
_DIGIT = expression(r"\d")
_COMMON_SIGNS = "'-0,."
"""Signs that many texts have, the most common last."""


def _rarest_part(telltale: str) -> str:
    """Return the part of a telltale that fewest texts have: a rare sign, its longest word, or the rarest of its common signs."""
    signs = [sign for sign in telltale if sign.encode() not in _LETTERS_AND_SPACE]
    rarest = min(signs, key=_COMMON_SIGNS.find, default=" ")
    words = [word for word in telltale.lower().split() if word.isascii() and word.isalpha()]
    return rarest if rarest not in f" {_COMMON_SIGNS}" else max(words, key=len, default=rarest.strip())
