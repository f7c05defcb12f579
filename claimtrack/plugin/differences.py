"""Two claims word by word: what only the one says, and which of that changes the fact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from claimtrack.core.extract.words.reading import begins_name
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.opposites import NEGATORS

if TYPE_CHECKING:
    from collections.abc import Sequence

_Number = tuple[int, int, str]
"""Where a number starts and ends in its text, and one key for all its spellings."""
_WORD = re.compile(r"\S+|\s+")
_SIGNS = re.compile(r"^\W+|\W+$")
"""What stands around a word: quotation marks, brackets, stops."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one claim: `differs` where the other does not have it, `fact` for a number, name or negation."""

    text: str
    differs: bool = False
    fact: bool = False


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A word, white space, or all words of a number ("100 pounds"), with what it is compared by."""

    text: str
    key: str
    is_number: bool = False


def parts(left: str, right: str) -> tuple[list[Part], list[Part]]:
    """Both claims in parts; joined, the parts of each are its words again. One number in two spellings is no difference."""
    one, other = _stretches(left), _stretches(right)
    matcher = SequenceMatcher(None, [word.key for word in one], [word.key for word in other], False)
    lefts: list[Part] = []
    rights: list[Part] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        lefts += _parts(one[a:b], differs=tag != "equal")
        rights += _parts(other[c:d], differs=tag != "equal")
    return lefts, rights


def _stretches(text: str) -> list[_Stretch]:
    numbers = _numbers(text)
    found: list[_Stretch] = []
    start = 0
    for word in _WORD.finditer(text):
        if any(first < word.end() < last for first, last, _ in numbers):
            continue  # a number goes on in the next word
        here = [number for number in numbers if start <= number[0] < word.end()]
        found.append(_stretch(text, start, word.end(), here))
        start = word.end()
    return found


def _stretch(text: str, start: int, end: int, numbers: Sequence[_Number]) -> _Stretch:
    """The words from start to end, compared by the numbers among them and by what else is glued to these: "14-letter"."""
    key, at = "", start
    for first, last, number in numbers:
        key += _plain(text[at:first]) + number
        at = last
    return _Stretch(text[start:end], key + _plain(text[at:end]), bool(numbers))


def _numbers(text: str) -> list[_Number]:
    """The numbers of the text; none where the matcher reads it without an address or a signature in it."""
    reading = read(text)
    if reading.cleaned != text:
        return []
    places = reading.tokens
    return [
        (places[q.first].start, places[q.last].end, f"#{q.kind}{q.size:.10g}#")
        for q in reading.quantities
        if not q.midst
    ]


def _plain(word: str) -> str:
    return " " if word.isspace() else word.casefold().strip(".,;:!?\"'“”‘’()")


def _parts(words: Sequence[_Stretch], *, differs: bool) -> list[Part]:
    if not differs:
        return [Part("".join(word.text for word in words))] if words else []
    return [
        Part(word.text)
        if word.text.isspace()
        else Part(word.text, True, word.is_number or _is_fact(word.text))
        for word in words
    ]


def _is_fact(word: str) -> bool:
    bare = _SIGNS.sub("", word)
    folded = bare.casefold().replace("’", "'")
    is_negation = folded in NEGATORS or folded.endswith("n't")
    return is_negation or begins_name(bare) or any(map(str.isdigit, bare))
