"""What an account of words does not see: signs, little phrases, and what "only" belongs to."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.lexicon import words_of
from claimtrack.core.match.terms import stem

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.core.match.reading import Reading

_SIGN = re.compile(r"[<>≤≥±≠↑↓→←📈📉👍👎]|(?<=[A-Za-z0-9+])\+(?!\w)|(?<=[A-Z])-(?![\w-])")
_PHRASES = frozenset(
    {
        ("every", "other"),
        ("all", "but"),
        ("nothing", "but"),
        ("anything", "but"),
        ("next", "to"),
        ("no", "more"),
    }
)
_IS, _WAS = words_of("is are am"), words_of("was were")
_ADDRESS = {
    "mr": "a man",
    "ms": "a woman",
    "mrs": "a woman",
    "miss": "a woman",
    "sir": "a man",
    "madam": "a woman",
}


def marks_differ(a: Reading, b: Reading) -> str | None:
    """What tells two statements apart that have the same words; None where nothing does."""
    for of in _MARKS:
        ours, theirs = of(a), of(b)
        if ours != theirs:
            return f"differs: {' '.join(ours) or 'nothing'} / {' '.join(theirs) or 'nothing'}"
    return "other tense" if _tense(a) * _tense(b) < 0 else None


def _signs(reading: Reading) -> list[str]:
    return sorted(_SIGN.findall(reading.cleaned))


def _phrases(reading: Reading) -> list[str]:
    return sorted(" ".join(two) for two in pairwise(reading.words) if two in _PHRASES)


def _beside_only(reading: Reading) -> list[str]:
    """The word behind each "only", which it belongs to."""
    return sorted(stem(word) for only, word in pairwise(reading.words) if only == "only")


def _addressed(reading: Reading) -> list[str]:
    return sorted({_ADDRESS[word] for word in reading.words if word in _ADDRESS})


def _opens_with_no(reading: Reading) -> list[str]:
    """ "No, taxes will rise" answers; "no taxes will rise" denies."""
    return ["no,"] if reading.words[:1] == ["no"] and reading.parted(1) else []


_MARKS: tuple[Callable[[Reading], list[str]], ...] = (
    _signs,
    _phrases,
    _beside_only,
    _addressed,
    _opens_with_no,
)


def _tense(reading: Reading) -> int:
    """1 where it only says what is, -1 where it only says what was, else 0."""
    return bool(reading.vocabulary & _IS) - bool(reading.vocabulary & _WAS)
