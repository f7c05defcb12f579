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


def foreign_month_number(name: str) -> int | None:
    """Return the number, from 1, of a month named in another language; None if unknown or ambiguous: "listopad" is November in Polish, October in Croatian."""
    numbers: set[int] = _load_months().get(_strip_particles(name), set())
    return min(numbers) if len(numbers) == 1 else None


def is_before_day(words: str) -> bool:
    """Whether these words before a day say nothing more: an article, a weekday, or both, as in "lundi " and "Freitag, den "."""
    told = _APART.split(folded(words).strip(_AROUND))
    return not any(told) or {*told} <= _ARTICLES or _ARTICLES | _load_weekdays() >= {*told}


@cache
def _load_weekdays() -> set[str]:
    """The words of all names of weekdays."""
    from babel import Locale

    days = (Locale.parse(language).days["format"] for language in _LANGUAGES)
    names = (name for forms in days for width in ("wide", "abbreviated") for name in forms[width].values())
    # Not Finnish "to", Thursday: in English it makes another date of the day.
    return {word for name in names for word in _APART.split(folded(name).strip(_AROUND))} - {"to"}


@cache
def _load_months() -> dict[str, set[int]]:
    """Map each month's name to the numbers that it has in some language."""
    from babel import Locale

    found = defaultdict[str, set[int]](set)
    for language in _LANGUAGES:
        months = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    found[_strip_particles(name)].add(number)
    return dict(found)


def _strip_particles(name: str) -> str:
    """Strip what languages put around a month's name: "de abril de", "d'abril", "Apr."."""
    words = folded(name).replace("d'", "de ").replace("d’", "de ").replace(".", " ").split()
    return " ".join(word for word in words if word not in _BESIDE)


_APART = expression(r"[\s.,]+")
_AROUND = " .,\xa0"
_ARTICLES = frozenset("le l' l’ el il der den am dia a o em op on".split())
_BESIDE = frozenset("de del di da do af of".split())
