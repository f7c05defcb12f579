"""Two claims word by word: what only the one says, and which of that changes the fact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+|\s+")
_NUMBER_OR_NAME = re.compile(r"\d|^\W*[A-Z]")
_NEGATION = re.compile(
    r"^\W*(?:not?|never|none|nobody|nothing|neither|nor|without|cannot|\w+n['’]t)\W*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one claim: `differs` where the other does not have it, `fact` for a number, name or negation."""

    text: str
    differs: bool = False
    fact: bool = False


def parts(left: str, right: str) -> tuple[list[Part], list[Part]]:
    """Both claims in parts; joined, the parts of each are its words again."""
    one, other = _WORD.findall(left), _WORD.findall(right)
    matcher = SequenceMatcher(None, [_plain(word) for word in one], [_plain(word) for word in other], False)
    lefts: list[Part] = []
    rights: list[Part] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        lefts += _parts(one[a:b], differs=tag != "equal")
        rights += _parts(other[c:d], differs=tag != "equal")
    return lefts, rights


def _plain(word: str) -> str:
    return " " if word.isspace() else word.casefold().strip(".,;:!?\"'“”‘’()")


def _parts(words: list[str], *, differs: bool) -> list[Part]:
    if not differs:
        return [Part("".join(words))] if words else []
    return [Part(word) if word.isspace() else Part(word, True, _is_fact(word)) for word in words]


def _is_fact(word: str) -> bool:
    return bool(_NUMBER_OR_NAME.search(word) or _NEGATION.search(word))
