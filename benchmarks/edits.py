"""Edits real claims automatically, into pairs that say the same and pairs in which one fact changed; for matching.py and duplicates.py.

It uses word lists of its own, independent of the matcher's, so that the pairs are a fair test of it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

Edit = Callable[[str, random.Random, Sequence[str]], str | None]

_NUMBER = re.compile(r"(?<![\w.,#-])(\$?)(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w,.]*\d)")
_NAME = re.compile(r"(?<=[a-z,] )([A-Z][a-z]{3,})\b(?! [A-Z])")
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|will|would|can|could|should|has|have|had|does|did)\b(?! not\b)(?!n't)"
)
_DIGITS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def negate(text: str, rng: random.Random, names: Sequence[str]) -> str | None:
    """Insert "not" after the first auxiliary verb."""
    if re.search(r"\b(not|no|never|none|without|n't)\b|n't|n’t", text):
        return None
    found = _AUXILIARY.search(text)
    return f"{text[: found.end()]} not{text[found.end() :]}" if found else None


def change_number(text: str, rng: random.Random, names: Sequence[str]) -> str | None:
    """Multiply a number by 1.5 to 10; a year is moved back by one to twelve years."""
    found = _NUMBER.search(text)
    if not found:
        return None
    value = float(found[2].replace(",", ""))
    year = value.is_integer() and 1900 <= value <= 2099 and "," not in found[2] and not found[1]
    other = value - rng.randint(1, 12) if year else round(value * rng.choice((1.5, 2, 3, 5, 10))) + 1
    written = f"{other:,.0f}" if "," in found[2] else f"{other:g}" if other < 1e6 else f"{other:.0f}"
    return text[: found.start(2)] + written + text[found.end(2) :]


def swap_name(text: str, rng: random.Random, names: Sequence[str]) -> str | None:
    """Replace a name with one from another claim."""
    found = _NAME.search(text)
    others = [n for n in rng.sample(list(names), 12) if found and n not in text]
    return text[: found.start()] + others[0] + text[found.end() :] if found and others else None


def reformat_number(text: str, rng: random.Random, names: Sequence[str]) -> str | None:
    """Write a number another way: 5 million and 5,000,000, 40% and 40 percent, 3 and three."""
    if found := re.search(r"(\d+(?:\.\d+)?) (million|billion)", text):
        factor = 10**6 if found[2] == "million" else 10**9
        return text[: found.start()] + f"{float(found[1]) * factor:,.0f}" + text[found.end() :]
    if found := re.search(r"(\d+(?:\.\d+)?)( percent| per cent|%)", text):
        other = " percent" if found[2] == "%" else "%"
        return text[: found.start(2)] + other + text[found.end(2) :]
    if found := re.search(r"\b(\d{1,2})\b(?= [a-z])", text):
        value = int(found[1])
        return text[: found.start()] + _DIGITS[value] + text[found.end() :] if 1 < value < 13 else None
    return None


def misspell(text: str, rng: random.Random, names: Sequence[str]) -> str | None:
    """Swap two letters in each of two longer words."""
    words = text.split(" ")
    places = [i for i, w in enumerate(words) if len(w) > 5 and w.isalpha()]
    if len(places) < 3:
        return None
    for place in rng.sample(places, 2):
        word, at = words[place], rng.randrange(1, len(words[place]) - 2)
        words[place] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return " ".join(words)


def add_clause(text: str, rng: random.Random, names: Sequence[str]) -> str | None:
    """Add an attribution before or after the claim."""
    bare = text.rstrip(".")
    return rng.choice(
        (f"According to a post that was widely shared, {text}", f"{bare}, a local newspaper wrote.")
    )


def change_case(text: str, rng: random.Random, names: Sequence[str]) -> str | None:
    """Write the claim all in upper case or all in lower case."""
    return text.upper() if rng.random() < 0.5 else text.lower()


CHANGED: tuple[Edit, ...] = (negate, change_number, swap_name)
KEPT: tuple[Edit, ...] = (reformat_number, misspell, add_clause, change_case)


def edited_pairs(claims: Sequence[str], seed: int = 0) -> Iterator[tuple[str, str, bool, str]]:
    """(claim, edited claim, whether it still says the same, kind of edit) for each edit that applies."""
    rng = random.Random(seed)
    names = sorted({name for claim in claims for name in _NAME.findall(claim)})
    for claim in claims:
        for edit in (*CHANGED, *KEPT):
            edited = edit(claim, rng, names)
            if edited and edited != claim:
                yield claim, edited, edit in KEPT, edit.__name__
