"""What a number is told in: percent, points, a currency, and whose that is, since those of several countries have one name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.words.countries import country_of
from claimtrack.core.match.words.currencies import BEHIND_A_PEOPLE, CURRENCIES, CURRENCY_CODES, ISSUERS
from claimtrack.core.match.words.lexicon import PER_CENT, PERCENT

if TYPE_CHECKING:
    from collections.abc import Sequence

HUNDREDFOLD = {"basis points": ("points", 100.0), "‰": ("%", 10.0)}
"""Kinds told in smaller parts than the kind they are compared as."""
_KIND_OF = (
    CURRENCIES
    | {"times": "times", "fold": "times", "‰": "‰", "bps": "basis points"}
    | dict.fromkeys(PERCENT, "%")
)
"""The kind that one word behind a number gives it."""
_STERLING = ["sterling"]
_NO_COUNTRY = {("", "cfa"): "cfa", ("hong", "kong"): "hong kong"}
"""Whose money it is where no country's name tells."""


class Denomination(NamedTuple):
    """The kind of a number, the country whose money it is ("" where that is not told), and where its words end."""

    kind: str
    issuer: str
    end: int


def opens_amount(currency: str) -> bool:
    """Whether a currency may stand before its number: "€5", "EUR 5"."""
    return not currency.isalpha() or currency in CURRENCY_CODES


def told_before(words: Sequence[str], at: int) -> Denomination | None:
    """The currency at a place where that may stand before its number, as in "C$5"."""
    word = words[at]
    if word not in CURRENCIES or not opens_amount(word):
        return None
    return Denomination(CURRENCIES[word], ISSUERS.get(word, ""), at + 1)


def told_behind(words: Sequence[str], at: int) -> Denomination:
    """What the words from a place on, behind a number, tell it in: "per cent", "dollars", "Canadian dollars", "pounds sterling"."""
    word, *following = words[at : at + 3] or [""]
    if [word, *following[:1]] in PER_CENT:
        return Denomination("%", "", at + 2)
    if word in ("percentage", "basis") and following and following[0].startswith("point"):
        return Denomination("points" if word == "percentage" else "basis points", "", at + 2)
    if word in _KIND_OF:
        sterling = following[:1] == _STERLING and word in CURRENCIES
        issuer = "uk" if sterling else ISSUERS.get(word, "")
        return Denomination(_KIND_OF[word], issuer, at + 1 + sterling)
    return _behind_a_people(words, at, following) or Denomination("number", "", at)


def _behind_a_people(words: Sequence[str], at: int, following: Sequence[str]) -> Denomination | None:
    """A currency behind one or two words that tell whose it is: "Indian rupees", "Hong Kong dollars"."""
    for size, currency in enumerate(following, 1):
        kind = CURRENCIES.get(currency) or BEHIND_A_PEOPLE.get(currency)
        if kind:
            named = (words[at] if size > 1 else "", words[at + size - 1])
            issuer = _NO_COUNTRY.get(named) or country_of(*named)
            return Denomination(kind, issuer, at + size + 1) if issuer else None
    return None
