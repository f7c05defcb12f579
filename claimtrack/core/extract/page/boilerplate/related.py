"""Headlines of other articles that a page has in the midst of its sentences, behind a name: "Ada Moor Ada Jane MoorBridge is shut Mill burns MORE said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.words.reading import name_pattern
from claimtrack.core.extract.words.titles import has_title

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_RELATED = name_pattern(
    r"(?P<name>[A-Z][\w'-]+) (?P<full>(?:\(?[A-Z][\w.'-]*\)? ){1,5}(?P=name))(?=[A-Z\d\"'(])[^\n]{8,900}? MORE\b"
)
"""A name, which the page shows again in full, and what it links to beside it."""


_TICKER = name_pattern(r"(?<=[a-z.] )[A-Z]{1,5}, [+-]\d{1,3}\.\d\d?%(?= )")


def related(plain: str) -> list[re.Match[str]]:
    """The names with such headlines behind them."""
    return list(_RELATED.finditer(plain)) if " MORE" in plain else []


def without_related(plain: str, found: Iterable[re.Match[str]]) -> str:
    """The text with the headlines blanked: who says what goes on behind them."""
    for one in found:
        plain = plain[: one.end("name")] + " " * (one.end() - one.end("name")) + plain[one.end() :]
    return plain


def without_tickers(plain: str) -> str:
    """The text with the signs of shares blanked, which a page sets behind the firms it names: "Moor Boats MRB, +6.03% reported"."""
    if not ("%" in plain and (", +" in plain or ", -" in plain)):
        return plain
    return _TICKER.sub(lambda sign: " " * len(sign[0]), plain)


def with_full_names(plain: str, found: Iterable[re.Match[str]]) -> str:
    """The text with the full name in the place of a surname that stands alone: who appears in the article is told there."""
    for one in found:
        before = plain[: one.start()].split()[-1:]
        if not before or not before[0][0].isupper() or before[0].endswith(".") or has_title(before):
            whole = one["full"].ljust(one.end("full") - one.start())
            plain = plain[: one.start()] + whole + plain[one.end("full") :]
    return plain
