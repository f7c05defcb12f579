"""Compare two claims word by word: what only one of them says, and which of that changes the fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from claimtrack.core.extract.words.reading import begins_name
from claimtrack.core.match.reading.numbers.agreement import can_be_equal
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.negators import NEGATORS
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading

_Number = tuple[int, int, "Quantity"]
"""A number with the start and end of its text, including the unit."""
_WORD = re.compile(r"\S+|\s+")
_OUTER_PUNCTUATION = re.compile(r"^\W+|\W+$")
"""Punctuation around a word: quotation marks, brackets, full stops."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a claim: `differs` if the other claim does not have it, `fact` if that is a number, a name or a negation."""

    text: str
    differs: bool = False
    fact: bool = False


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A word, white space, or all words of a number ("100 pounds", "7.5 miles"), with the key it is compared by.

    `beside` is the key without the numbers; `fact` says whether it is a number, a name or a negation.
    """

    text: str
    key: str
    numbers: tuple[Quantity, ...] = ()
    beside: str = ""
    fact: bool = False


def compare_claims(left: str, right: str) -> tuple[list[Part], list[Part]]:
    """Split both claims into parts, marking what only one of them says; joined, the parts are the text again.

    Neither the same number in another spelling or unit nor words in another position are marked.
    """
    one, other = _split(left), _split(right)
    matcher = SequenceMatcher(None, [word.key for word in one], [word.key for word in other], False)
    opcodes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    lefts = {at for _, a, b, _, _ in opcodes for at in range(a, b)}
    rights = {at for _, _, _, c, d in opcodes for at in range(c, d)}
    for at, place in _match_leftovers(one, sorted(lefts), other, sorted(rights)):
        lefts.discard(at)
        rights.discard(place)
    return _merge_parts(one, lefts), _merge_parts(other, rights)


def _match_leftovers(
    one: Sequence[_Stretch], ours: Sequence[int], other: Sequence[_Stretch], theirs: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of places on both sides that are unaligned but equal."""
    free = list(theirs)
    for at in ours:
        place = next((place for place in free if _are_equal(one[at], other[place])), None)
        if place is not None:
            free.remove(place)
            yield at, place


def _are_equal(one: _Stretch, other: _Stretch) -> bool:
    if one.key == other.key:
        return True
    if len(one.numbers) != 1 or len(other.numbers) != 1 or one.beside != other.beside:
        return False
    x, y = one.numbers[0], other.numbers[0]
    return x.kind == y.kind and x.bound == y.bound and can_be_equal(x, y)


def _split(text: str) -> list[_Stretch]:
    reading = read(text)
    is_whole = (
        reading.cleaned == text
    )  # the matcher drops addresses and signatures, which shifts the positions
    numbers = _find_numbers(reading) if is_whole else []
    # At the start of a sentence a capital does not mean a name: "Rents", "In".
    plain = (
        {reading.tokens[at].start for at in reading.openings if not _is_name(reading, at)}
        if is_whole
        else set()
    )
    found: list[_Stretch] = []
    start = 0
    for word in _WORD.finditer(text):
        if any(first < word.end() < last for first, last, _ in numbers):
            continue  # inside a number that continues in the next word
        here = [number for number in numbers if start <= number[0] < word.end()]
        named = plain.isdisjoint(range(start, word.end()))
        found.append(_make_stretch(text, start, word.end(), here, named=named))
        start = word.end()
    return found


def _is_name(reading: Reading, at: int) -> bool:
    return stem(reading.words[at]) in reading.names


def _make_stretch(text: str, start: int, end: int, numbers: Sequence[_Number], *, named: bool) -> _Stretch:
    """A stretch from start to end, keyed by its numbers and the text attached to them: "14-letter"."""
    key, beside, at = "", "", start
    for first, last, number in numbers:
        glued = _normalise(text[at:first])
        key += f"{glued}#{number.kind}{number.size:.10g}#"
        beside += f"{glued}#"
        at = last
    rest, words = _normalise(text[at:end]), text[start:end]
    fact = bool(numbers) or _is_fact(words, named=named)
    if fact and not numbers:
        rest = rest.replace("’", "'").removesuffix("'s")  # "Russia's base", "the base of Russia": one name
    return _Stretch(words, key + rest, tuple(number for *_, number in numbers), beside + rest, fact)


def _find_numbers(reading: Reading) -> list[_Number]:
    places = reading.tokens
    return [
        (places[q.first].start, places[q.last + q.unit_words].end, q)
        for q in reading.quantities
        if not q.embedded_places
    ]


def _normalise(word: str) -> str:
    return " " if word.isspace() else word.casefold().strip(".,;:!?\"'“”‘’()")


def _merge_parts(words: Sequence[_Stretch], differing: set[int]) -> list[Part]:
    """Merge runs of shared words into one part; each differing word is a part of its own."""
    found: list[Part] = []
    for at, word in enumerate(words):
        if at in differing and not word.text.isspace():
            found.append(Part(word.text, True, word.fact))
        elif found and not found[-1].differs:
            found[-1] = Part(found[-1].text + word.text)
        else:
            found.append(Part(word.text))
    return found


def _is_fact(words: str, *, named: bool) -> bool:
    """Whether the words contain a negation, a number or a name; if not `named`, a capital is that of a sentence's first word."""
    bare = _OUTER_PUNCTUATION.sub("", words)
    folded = bare.casefold().replace("’", "'")
    is_negation = folded in NEGATORS or folded.endswith("n't")
    return is_negation or (named and begins_name(bare)) or any(map(str.isdigit, bare))
