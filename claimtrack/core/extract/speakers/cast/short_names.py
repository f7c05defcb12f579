"""Short names that an article explains: "the Election Commission of India (ECI)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.naming.names import Naming, naming
from claimtrack.core.extract.words.reading import word_set
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Reversible

    from claimtrack.core.extract.speakers.speaker import Speaker

_SHORT = expression(r" \((?P<short>[A-Z]{2,8})\)")
_SMALL = word_set("of for and the in on to de du des")
_FEWEST, _MOST = 3, 8
"""Letters of a short name; of two there are too many."""
_LONGEST_NAME = 120
"""Characters of a name with the words before it."""


def explained(plain: str) -> dict[str, Naming]:
    """Short name -> the body whose name stands before it, of whose words it is the first letters."""
    if "(" not in plain:
        return {}
    found: dict[str, Naming] = {}
    for mark in _SHORT.finditer(plain):
        words = plain[max(0, mark.start() - _LONGEST_NAME) : mark.start()].split()
        name = next(_names_before(words, mark["short"]), "")
        read = naming(name) if name and mark["short"] not in found else None
        if read and read.kind is ClaimantKind.ORGANISATION:
            found[mark["short"]] = read
    return found


def spelt_out(short: str, bodies: Reversible[Speaker]) -> Speaker | None:
    """The last of the bodies that spoke whose name has these first letters: "the EPA" behind "the Environment Protection Authority"."""
    if not (short.isupper() and _FEWEST <= len(short) <= _MOST):
        return None
    return next((body for body in reversed(bodies) if short == _letters(body)), None)


def _letters(body: Speaker) -> str:
    """The first letters of the name of a body, without those of small words."""
    words = body.name.split() if body.kind is ClaimantKind.ORGANISATION else []
    return "".join(word[0] for word in words if word not in _SMALL and word[0].isupper())


def _names_before(words: list[str], short: str) -> Iterator[str]:
    """The last words whose first letters are those of a short name; small words may give one or none."""
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if not (word in _SMALL or (word[0].isupper() and word.replace("-", "").replace("&", "").isalpha())):
            return
        capitals = (one if one.isupper() else one[0] for one in words[at:] if one not in _SMALL)
        if word not in _SMALL and short in {"".join(capitals), "".join(one[0] for one in words[at:]).upper()}:
            yield " ".join(words[at:])
