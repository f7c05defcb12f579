"""Units: what each measures and its size in days, metres, kilograms or litres; percent, points, and currencies with their countries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.language.countries import find_country
from claimtrack.core.language.word_lists import EACH, PER_CENT, PERCENT, words_of
from claimtrack.core.match.words.currencies import AFTER_NATIONALITY, CURRENCIES, CURRENCY_CODES, ISSUERS

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.words.tokens import Tokens


_LISTED: tuple[tuple[str, str, float], ...] = (
    ("time", "second seconds sec secs", 1 / 86400), ("time", "minute minutes min mins", 1 / 1440), ("time", "hour hours hr hrs", 1 / 24),
    ("time", "day days", 1.0), ("time", "week weeks", 7.0), ("time", "fortnight fortnights", 14.0), ("time", "month months", 30.4),
    ("time", "year years yr yrs", 365.0), ("time", "decade decades", 3650.0), ("time", "century centuries", 36500.0),
    ("time", "millennium millennia millenniums", 365000.0),
    ("length", "mile miles", 1609.0), ("length", "foot feet ft", 0.3048), ("length", "yard yards", 0.9144), ("length", "inch inches", 0.0254),
    ("weight", "kilo kilos", 1.0), ("weight", "μg ug mcg", 1e-9), ("weight", "lb lbs", 0.4536), ("weight", "oz ounce ounces", 0.02835),
    ("weight", "ton tons", 1000.0),
    ("volume", "gallon gallons", 4.0), ("volume", "pint pints", 0.5), ("volume", "barrel barrels", 159.0),
    ("volume", "teaspoon teaspoons", 0.005), ("volume", "tablespoon tablespoons", 0.015),
    ("area", "acre acres", 4047.0), ("area", "hectare hectares ha", 10_000.0),
    ("speed", "mph", 1.609), ("speed", "kph kmh kmph", 1.0), ("speed", "knot knots", 1.852),
    ("celsius", "celsius centigrade", 1.0), ("fahrenheit", "fahrenheit", 1.0),
)  # fmt: skip
_METRIC: tuple[tuple[str, str, float, str, str], ...] = (
    ("length", "metre meter", 1.0, "m", "k c m n"),
    ("weight", "gram gramme", 0.001, "g", "k m"),
    ("weight", "tonne", 1000.0, "t", "g"),
    ("volume", "litre liter", 1.0, "l", "h d c m"),
    ("power", "watt", 1.0, "w", "k m g t"),
    ("energy", "watthour", 0.001, "wh", "k m g t"),
    ("energy", "joule", 1 / 3.6e6, "j", "k"),
    ("memory", "byte", 1.0, "b", "g t p"),
    ("memory", "bit", 0.125, "bit", ""),
    ("frequency", "hertz", 1.0, "hz", "k m g"),
    ("voltage", "volt", 1.0, "v", "k"),
    ("radiation", "sievert", 1.0, "sv", "m"),
)
"""(what it measures, unit, size, sign, prefixes of the sign that newsrooms use): "GW", but no "mt", which is a mountain, and no "kb"."""
_PREFIXES = {
    "nano": 1e-9, "micro": 1e-6, "milli": 1e-3, "centi": 1e-2, "deci": 1e-1, "hecto": 1e2, "kilo": 1e3, "mega": 1e6,
    "giga": 1e9, "tera": 1e12, "peta": 1e15,
}  # fmt: skip
_BY_LETTER = {
    "n": 1e-9, "m": 1e-3, "c": 1e-2, "d": 1e-1, "h": 1e2, "k": 1e3, "M": 1e6, "g": 1e9, "t": 1e12, "p": 1e15,
}  # fmt: skip
_MEGA = words_of("w wh hz")
"""Signs before which a lower-case "m" is mega, not milli."""
_BARE_SIGNS = {"g": ("weight", 0.001), "m": ("length", 1.0)}


def _metric_units() -> dict[str, tuple[str, float]]:
    """Return the metric units with all prefixes: gigatonnes, megalitres, kWh."""
    found = dict(_BARE_SIGNS)
    for measured, names, size, sign, letters in _METRIC:
        for name in names.split():
            for prefix, factor in ({"": 1.0} | _PREFIXES).items():
                found.update(
                    dict.fromkeys((f"{prefix}{name}", f"{prefix}{name}s"), (measured, size * factor))
                )
        for letter in letters.split():
            factor = _BY_LETTER["M" if letter == "m" and sign in _MEGA else letter]
            found[f"{letter}{sign}"] = (measured, size * factor)
    return found


MEASURES: dict[str, tuple[str, float]] = _metric_units() | {
    word: (measured, size) for measured, words, size in _LISTED for word in words.split()
}
"""Unit -> (what it measures, its size)."""


class Measured(NamedTuple):
    """What a unit measures, its size, and its number of words."""

    kind: str
    unit: float
    words: int


_UNIT_QUALIFIERS = words_of("us usa american imperial british metric short long nautical degree degrees")
"""Qualifiers that leave a unit as it is, or change it by a tenth or so: "degrees Celsius", "US gallons", "metric tons"."""
_PER_HOUR = {"hour": 1.0, "h": 1.0, "hr": 1.0, "second": 3600.0, "s": 3600.0}
_PER = EACH | {"/"}


def measure_at(words: Sequence[str]) -> Measured | None:
    """Return the unit that begins some words after a number: "miles", "square miles", "cubic metres", "miles per hour", "terawatt hours"."""
    first, second, third = [*words[:3], "", "", ""][:3]
    if first in _UNIT_QUALIFIERS and second in MEASURES:
        return Measured(*MEASURES[second], 2)
    kind, size = MEASURES.get(second, ("", 0.0))
    if first in ("square", "sq") and kind == "length":
        return Measured("area", size**2, 2)
    if first == "cubic" and kind == "length":
        return Measured("volume", 1000.0 * size**3, 2)
    kind, size = MEASURES.get(first, ("", 0.0))
    if kind == "power" and second in ("hour", "hours"):
        return Measured("energy", size / 1000, 2)
    if kind == "length" and (unit_words := 2 if second in _PER_TIME_SIGNS else 3 if second in _PER else 0):
        in_an_hour = _PER_HOUR.get(third if unit_words == 3 else second, 0.0)
        if in_an_hour:
            return Measured("speed", size * in_an_hour / 1000, unit_words)
    return Measured(kind, size, 1) if kind else None


_PER_TIME_SIGNS = words_of("h hr s")
"""The rest of "km/h" and "m/s" as tokens."""


_MILLION = 1e6


def read_letter_unit(text: Tokens, at: int) -> Measured | None:
    """Return the unit of a letter written directly after a number: "1.5C", "2h 30min"."""
    return _LETTERS.get(text.texts[at]) if text.gap(at) == 0 else None


_LETTERS = {
    "C": Measured("celsius", 1.0, 1),
    "F": Measured("fahrenheit", 1.0, 1),
    "h": Measured("time", 1 / 24, 1),
    "t": Measured("weight", 1000.0, 1),
}


def may_mean_metres(one: Quantity, other: Quantity) -> bool:
    """Whether the "m" after a number may mean the metres of the other and not millions: the 100m."""
    metres = one.scaled and one.kind == "number" and one.written.endswith("m") and other.unit == 1
    return metres and one.value == other.value * _MILLION


SUBUNITS = {"basis points": ("points", 100.0), "‰": ("%", 10.0)}
"""Kinds in smaller units than the kind they are compared as."""
_KIND_OF_WORD = (
    CURRENCIES
    | {"times": "times", "fold": "times", "‰": "‰", "bps": "basis points"}
    | dict.fromkeys(PERCENT, "%")
)
"""The kind that a word after a number gives it."""
_STERLING = ["sterling"]
_ISSUERS_BY_NAME = {("", "cfa"): "cfa", ("hong", "kong"): "hong kong"}
"""Issuers of money that are not named like a country."""


class Denomination(NamedTuple):
    """The kind of a number, the country that issues its money ("" if not named), and where its words end."""

    kind: str
    issuer: str
    end: int


def may_open_amount(currency: str) -> bool:
    """Whether a currency may stand before its number: "€5", "EUR 5"."""
    return not currency.isalpha() or currency in CURRENCY_CODES


def read_currency_before(words: Sequence[str], at: int) -> Denomination | None:
    """Return the currency at a place, if it may stand before a number: "C$5"."""
    word = words[at]
    if word not in CURRENCIES or not may_open_amount(word):
        return None
    return Denomination(CURRENCIES[word], ISSUERS.get(word, ""), at + 1)


def read_unit_after(words: Sequence[str], at: int) -> Denomination:
    """Return what the words after a number denominate it in: "per cent", "dollars", "Canadian dollars", "pounds sterling"."""
    word, *following = words[at : at + 3] or [""]
    if [word, *following[:1]] in PER_CENT:
        return Denomination("%", "", at + 2)
    if word in ("percentage", "basis") and following and following[0].startswith("point"):
        return Denomination("points" if word == "percentage" else "basis points", "", at + 2)
    if word in _KIND_OF_WORD:
        sterling = following[:1] == _STERLING and word in CURRENCIES
        issuer = "uk" if sterling else ISSUERS.get(word, "")
        return Denomination(_KIND_OF_WORD[word], issuer, at + 1 + sterling)
    return _read_national_currency(words, at, following) or Denomination("number", "", at)


def _read_national_currency(words: Sequence[str], at: int, following: Sequence[str]) -> Denomination | None:
    """Return a currency after one or two words for its country: "Indian rupees", "Hong Kong dollars"."""
    for size, currency in enumerate(following, 1):
        kind = CURRENCIES.get(currency) or AFTER_NATIONALITY.get(currency)
        if kind:
            named = (words[at] if size > 1 else "", words[at + size - 1])
            issuer = _ISSUERS_BY_NAME.get(named) or find_country(*named)
            return Denomination(kind, issuer, at + size + 1) if issuer else None
    return None
