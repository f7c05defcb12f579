"""At which address is a verdict published, if the desk's site has a pattern for its addresses?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from claimtrack.core.errors import InvalidValue
from claimtrack.core.expressions import expression
from claimtrack.core.texts.folding import folded

if TYPE_CHECKING:
    import re

_PART = expression(r"\{([^{}]*)\}?|\}")
_NO_LETTER = expression(r"[^\w]+|_+")
_PARTS = ("id", "claim_id", "slug", "year", "month", "day")
_MAX_SLUG = 60
"""Characters of the words in an address."""


def address(pattern: str, *, review_id: int, claim_id: int, words: str, day: str) -> str:
    """Return the address of a verdict by a pattern, such as https://desk.example/checks/{id}-{slug}.

    {id} is the number of the review and {claim_id} of its claim, {slug} the `words` in lower case without accents, joined by hyphens.
    {year}, {month} and {day} are those of the ISO date `day`. Raises InvalidValue for any other part in braces.
    """
    values = dict(zip(_PARTS, (str(review_id), str(claim_id), slug(words), *day.split("-")), strict=True))

    def value(found: re.Match[str]) -> str:
        part = found[1]
        if part not in values or not found[0].endswith("}"):
            raise InvalidValue(
                f"{found[0][:40]!r} is no part of an address: give {', '.join(f'{{{one}}}' for one in _PARTS)}",
                pattern,
            )
        return values[part]

    return _PART.sub(value, pattern)


def slug(words: str) -> str:
    """Return words for an address: "Rents rose, Étienne says" -> "rents-rose-etienne-says". Whole words, if more than one fits."""
    joined = _NO_LETTER.sub("-", folded(words)).strip("-")
    if len(joined) > _MAX_SLUG:
        joined = joined[: _MAX_SLUG + 1].rpartition("-")[0] or joined[:_MAX_SLUG]
    return quote(joined)
