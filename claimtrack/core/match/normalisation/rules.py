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
    """A rule by its telltales, in small letters but for what has a capital in the text, too; "_" is a space in them.

    Telltales of English letters are whole words of the text, with nothing but signs and digits beside them; any others, such as
    "e-mail" and "rom_1", may be parts of words. A rule without telltales is tried on every text that is not all ASCII.
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


def in_turn(*sets: Sequence[Rule]) -> tuple[Rules, ...]:
    """Sets of rules that texts come to in this order, whatever is done to them between."""
    telltales = _Telltales(sets)
    return tuple(Rules(rules, number, telltales) for number, rules in enumerate(sets))


class _Telltales:
    """The telltales of some sets of rules. All are looked for at once, since most texts come to each set as they came to the first.

    Most texts have none, and to search for each pattern would take ten times as long. What is looked for first is a word or a
    sign of each telltale, among the words and signs of the text.
    """

    def __init__(self, sets: Sequence[Sequence[Rule]]) -> None:
        self._by_key: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
        for number, rules in enumerate(sets):
            for at, one in enumerate(rules):
                for telltale in one.telltales or ("",):
                    self._by_key[_key(telltale)].append((telltale, number, at))
        self.found = lru_cache(maxsize=4)(self._look_for)

    def _look_for(self, text: str) -> dict[int, list[int]]:
        """The rules of each set that a text has a telltale of, in their order."""
        small = text.lower()
        words = small.translate(_PARTED).split() if small.isascii() else ["", *_WORD.findall(small)]
        signs = text.encode(errors="surrogatepass").translate(None, _PLAIN).decode(errors="surrogatepass")
        there = {
            (number, at)
            for key in self._by_key.keys() & {*words, *signs}
            for telltale, number, at in self._by_key[key]
            if telltale in small or telltale in text
        }
        found: dict[int, list[int]] = {}
        for number, at in sorted(there):
            found.setdefault(number, []).append(at)
        return found


_PLAIN = string.ascii_letters.encode() + b" "
_COMMON = "9876543210'-,."
"""Signs and digits that many texts have, those of the most behind."""
_PARTED = {ord(sign): " " for sign in string.punctuation + string.digits}
_WORD = expression(r"[^\W\d_]+")


def _key(telltale: str) -> str:
    """What to look for first: the sign or digit of a telltale that the fewest texts have, or the longest of its words."""
    signs = [sign for sign in telltale if sign.encode() not in _PLAIN]
    return min(signs, key=_COMMON.find) if signs else max(telltale.lower().split(), key=len, default="")
