"""Which number has a month that is named in a language other than English, and what may stand before a day there? Names from Unicode's CLDR."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from claimtrack.core.expressions import expression
from claimtrack.core.texts.folding import folded

_LANGUAGES = (
    "es ca gl pt fr it ro de nl sv da nb fi et lv hu pl cs sk sl hr sr bg mk uk ru be el tr az sq ar ar_LB "
    "he fa ur hi mr bn gu ta te id ms fil sw cy ga is"
).split()
"""Not all of `WITH_OWN_NAMES` (`core/texts/languages.py`): "to 3 mai" would be a Thursday, as in Nynorsk."""


def foreign_month_number(name: str) -> int | None:
    """Return the number, from 1, of a month named in another language; None if unknown or ambiguous: "listopad" is November in Polish, October in Croatian."""
    numbers = {number for _, number in _load_months().get(_strip_particles(name), ())}
    return min(numbers) if len(numbers) == 1 else None


def is_before_day(words: str, month: str) -> bool:
    """Whether these words before a day say nothing more: an article, a weekday in a language of the month's name, or both.

    Such as "lundi " and "Freitag, den ". Elsewhere the word may say more: "do" is a Dutch Thursday, and before "3 maja" Polish for "until".
    """
    told = {*_APART.split(folded(words).strip(_AROUND))} - _ARTICLES - {""}
    languages = {language for language, _ in _load_months().get(_strip_particles(month), ())}
    return not told or any(told <= _load_weekdays(language) for language in languages)


@cache
def _load_weekdays(language: str) -> set[str]:
    """The words of the names of weekdays in a language."""
    from babel import Locale

    names = Locale.parse(language).days["format"]
    words = (
        folded(name).strip(_AROUND) for width in ("wide", "abbreviated") for name in names[width].values()
    )
    return {word for name in words for word in _APART.split(name)}


@cache
def _load_months() -> dict[str, set[tuple[str, int]]]:
    """Map each month's name to the languages that have it, each with its number there."""
    from babel import Locale

    found = defaultdict[str, set[tuple[str, int]]](set, {name: {one} for name, one in _OF_WINDOWS.items()})
    for language in _LANGUAGES:
        months = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    found[_strip_particles(name)].add((language, number))
    return dict(found)


def _strip_particles(name: str) -> str:
    """Strip what languages put around a month's name: "de abril de", "d'abril", "Apr."."""
    words = folded(name).replace("d'", "de ").replace("d’", "de ").replace(".", " ").split()
    return " ".join(word for word in words if word not in _BESIDE)


_APART = expression(r"[\s.,،]+")
_AROUND = " .,،\xa0"
_ARTICLES = frozenset("le l' l’ el il der den am dia a o em op on يوم".split())
_OF_WINDOWS = {"mrz": ("de", 3), "сен": ("ru", 9), "ноя": ("ru", 11)}
"""How Excel shortens months where CLDR does otherwise."""
_BESIDE = frozenset("de del di da do af of".split())
