"""Rates, concentrations and powers of ten, which may be written in several ways: "12 in every 100,000", "15 ppb", "2 x 10^6"."""

from __future__ import annotations

from decimal import Decimal
from re import IGNORECASE
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.language.word_lists import NUMBER_WORDS
from claimtrack.core.match.normalisation.rules import combine_rules, rule

if TYPE_CHECKING:
    import re

_FIGURE = r"(?<![\w$£€,.-])\d[\d,]*(?:\.\d+)?"
_COUNT = rf"(?P<count>{_FIGURE}|(?<![\w-])(?<!ty )(?<!and )(?:{'|'.join(NUMBER_WORDS)}))"
_EACH = r"per|(?:in|out of|of|for) (?:every|each)"
_CASES = rf"(?P<cases>(?: (?!(?:{_EACH}|a|and|to|than)\b)[a-z][\w-]*){{1,3}}(?= (?:{_EACH}) ))?"
"""What is counted: "5 *murders* per 100,000 people"."""
_BASE = r"(?P<base>(?:10{0,2}|[1-9]\d{0,2}[, ])000(?![\d,]|\.\d)|1,000,000\b|(?:(?:a|one|1) )?million\b)"
_PEOPLE = r"(?P<people> (?:people|persons|inhabitants|residents|(?:of )?(?:the )?population)\b)?"
_RATE = expression(rf"{_COUNT}{_CASES} (?:{_EACH}|(?:in|out of)(?! million)) {_BASE}{_PEOPLE}", IGNORECASE)
_PERCENTAGE = expression(rf"(?P<count>{_FIGURE}) ?(?:%|per ?cent\b)", IGNORECASE)


def align_rates(one: str, other: str) -> tuple[str, str]:
    """Return two texts with a rate of the one as in the other if it has the same value, and all rates with one preposition."""
    rates, rates_b = ([*_RATE.finditer(text)] if _may_have_rate(text) else [] for text in (one, other))
    if rates and rates_b:
        known = {_value(rate): rate for rate in rates_b}
        aligned = _RATE.sub(lambda rate: _with_per(rate, known.get(_value(rate)) or rate), one)
        return aligned, _RATE.sub(lambda rate: _with_per(rate, rate), other)
    return (
        _as_share(one, other) if rates else one,
        _as_share(other, one) if rates_b else other,
    )


def _may_have_rate(text: str) -> bool:
    """Whether a text has the end of a base of rates; most have not."""
    return "000" in text or "illion" in text


def _value(rate: re.Match[str]) -> str:
    """Return the share that a rate expresses, without the rounding errors of a float."""
    count = float(NUMBER_WORDS.get(rate["count"].lower(), rate["count"].replace(",", "")))
    base = rate["base"].replace(",", "").replace(" ", "")
    share = count / (int(base) if base.isdecimal() else 10**6)
    return format(share, ".10g")


def _with_per(rate: re.Match[str], known: re.Match[str]) -> str:
    """Return a rate with the figures of one that has the same value."""
    people = " people" if rate["people"] else ""
    return f"{known['count']}{rate['cases'] or ''} per {known['base'].replace(' 000', ',000')}{people}"


def _as_share(text: str, other: str) -> str:
    """Return a text with a rate as a share if the other has the same figure as a percentage: "12 per 100,000", "12 percent"."""
    figures = {percentage["count"] for percentage in _PERCENTAGE.finditer(other)}
    return _RATE.sub(
        lambda rate: (
            f"{rate['count']}{rate['cases'] or ''} in {rate['base']}{rate['people'] or ''}"
            if rate["count"] in figures
            else rate[0]
        ),
        text,
    )


_PARTS = {"m": "million", "b": "billion"}
_WEIGHTS = {"m": "milligrams", "n": "nanograms", "k": "kilograms", "": "grams"}
_VOLUMES = {"l": "litre", "dl": "decilitre", "ml": "millilitre", "kg": "kilogram"}
_EXPONENTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
_MAX_EXPONENT = 15


def _spell_concentration(match: re.Match[str]) -> str:
    """Return a weight in a volume or a weight in words: "µg/l" as "micrograms per litre"."""
    weight = _WEIGHTS.get(match["prefix"].lower(), "micrograms")
    return f" {weight} per {_VOLUMES[match['volume'].lower()]}"


def _expand_power(match: re.Match[str]) -> str:
    """Return a power of ten, or its multiple, in digits: "2 x 10^6" as 2000000."""
    exponent = int((match["caret"] or match["raised"]).translate(_EXPONENTS))
    if abs(exponent) > _MAX_EXPONENT:
        return match[0]
    number = f"{Decimal(match['factor'] or 1).scaleb(exponent):f}"
    return number.rstrip("0").rstrip(".") if "." in number else number


_RULES = (
    rule("ppm ppb", r"(?<=\d) ?pp([mb])\b", lambda m: f" parts per {_PARTS[m[1]]}"),
    rule("g/l g/d g/m g/k g_/", r"(?i)(?<=\d) ?(?P<prefix>[mnkuµμ]|mc|)g ?/ ?(?P<volume>[dm]?l|kg)(?![^\W_])", _spell_concentration),
    rule(
        "0^ ⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹",
        r"(?<![\w.,])(?:(?P<factor>\d+(?:\.\d+)?) ?[x×*·] ?)?10(?:\^(?P<caret>-?\d{1,2})|(?P<raised>[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?![\w.]\d|[\d⁰¹²³⁴⁵⁶⁷⁸⁹^])",
        _expand_power,
    ),
)  # fmt: skip
(_spell_out,) = combine_rules(_RULES)


def spell_out_units(one: str, other: str) -> tuple[str, str]:
    """Return two texts with concentrations in words and powers of ten in digits."""
    return (
        _spell_out(one) if _may_have_unit(one) else one,
        _spell_out(other) if _may_have_unit(other) else other,
    )


def _may_have_unit(text: str) -> bool:
    """Whether a text has a sign of what is spelled out; most have not, and each of many candidates is asked."""
    return "/" in text or "^" in text or "ppm" in text or "ppb" in text or not text.isascii()
