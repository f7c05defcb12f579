"""Rewrite rules: a wording, and the one in which texts that have it are read."""

from __future__ import annotations

import string
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Sequence

    Replacement = str | Callable[[re.Match[str]], str]


class Rule(NamedTuple):
    """A rewrite rule: words or signs of which one stands in every text that it rewrites, what it finds there, and what it puts."""

    telltales: tuple[str, ...]
    pattern: re.Pattern[str]
    replacement: Replacement


def rule(telltales: str, pattern: str, replacement: Replacement, flags: int = 0) -> Rule:
    """A rule by its telltales, in small letters but for what has a capital in the text, too; "_" is a space in them, and 0 any digit.

    What stands by itself in them and has only English letters is a whole word of the text, with nothing but signs and digits beside
    it; "e-mail" and "0s" may be parts of words. A rule without telltales is tried on every text that is not all ASCII.
    """
    return Rule(
        tuple(one.replace("_", " ") for one in telltales.split()), expression(pattern, flags), replacement
    )


class Rules:
    """One of some sets of rules that come behind each other; its rules are tried in their order, each on what those before it have left."""

    def __init__(self, rules: Sequence[Rule], number: int, telltales: _Telltales) -> None:
        self._rules = rules
        self._number = number
        self._telltales = telltales

    def __call__(self, text: str) -> str:
        """A text rewritten by all rules that it has a telltale of, as it came to this set."""
        for at in self._telltales.found(text).get(self._number, ()):
            _, pattern, replacement = self._rules[at]
            text = pattern.sub(replacement, text)
        return text


def combine_rules(*sets: Sequence[Rule]) -> tuple[Rules, ...]:
    """Sets of rules that texts come to in this order, whatever is done to them between."""
    telltales = _Telltales(sets)
    return tuple(Rules(rules, number, telltales) for number, rules in enumerate(sets))


class _Telltales:
    """The telltales of some sets of rules. All are looked for at once, since most texts come to each set as they came to the first.

    Most texts have none, and to search for each pattern would take ten times as long. What is looked for first is a word or a
    sign of each telltale, among the words and signs of the text.
    """

    def __init__(self, sets: Sequence[Sequence[Rule]]) -> None:
        self._by_key: dict[str, list[tuple[str, tuple[int, int]]]] = defaultdict(list)
        for number, rules in enumerate(sets):
            for at, one in enumerate(rules):
                for telltale in one.telltales or ("",):
                    self._by_key[_key(telltale)].append((telltale, (number, at)))
        self._keys = frozenset(self._by_key)
        self.found = lru_cache(maxsize=4)(self._look_for)

    def _look_for(self, text: str) -> dict[int, list[int]]:
        """The rules of each set that a text has a telltale of, in their order."""
        if not text.isascii():
            text = _DIGIT.sub("0", text)  # as the patterns do, which read those of any script
        small = text.lower()
        low = small.encode(errors="surrogatepass")
        words = low.translate(_PARTED).decode().split() if small.isascii() else ["", *_WORD.findall(small)]
        signs = low.translate(_NOUGHTS, _PLAIN).decode(errors="surrogatepass")
        both = (low + text.encode(errors="surrogatepass")).translate(_NOUGHTS).decode(errors="surrogatepass")
        there = {
            place
            for key in (*self._keys.intersection(words), *self._keys.intersection(signs))
            for telltale, place in self._by_key[key]
            if telltale in both
        }
        found: defaultdict[int, list[int]] = defaultdict(list)
        for number, at in sorted(there):
            found[number].append(at)
        return found


_LETTERS = string.ascii_letters.encode()
_PLAIN = _LETTERS + b" "
_NOUGHTS = bytes.maketrans(b"123456789", b"000000000")
_PARTED = bytes(sign if sign in _LETTERS else ord(" ") for sign in range(128)).ljust(256)
_WORD = expression(r"[^\W\d_]+")
_DIGIT = expression(r"\d")
_COMMON = "'-0,."
"""Signs that many texts have, the commonest last."""


def _key(telltale: str) -> str:
    """What to look for first, as few texts have it: a rare sign of a telltale, its longest word, or the rarest of its common signs."""
    signs = [sign for sign in telltale if sign.encode() not in _PLAIN]
    rarest = min(signs, key=_COMMON.find, default=" ")
    words = [word for word in telltale.lower().split() if word.isascii() and word.isalpha()]
    return rarest if rarest not in f" {_COMMON}" else max(words, key=len, default=rarest.strip())
