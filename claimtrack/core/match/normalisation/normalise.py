"""Bringing one text into its normal form. The steps are applied in the order of `STEPS`, and a wording belongs to the first that fits it.

1. signs: one kind of quote, dash, digit and space (`words/typography.py`);
2. noise: what surrounds a forwarded message (`forwarding.py`), what a page, post, feed or transcript adds to a statement, and assurances (`noise.py`);
3. abbreviations: full forms, and the usual names of states, countries and parties (`phrasings.py`);
4. numbers: in words, Roman, with their time spans, units, bounds and dates (`number_words.py`, `numerals.py`);
5. phrasings: two or three words that mean the same as one (`phrasings.py`).

Spelling is left to stemming (`words/terms.py`), which knows both spellings of a word. Equivalent constructions are unified only where two
statements are compared: see `harmonisation/`.
"""

from __future__ import annotations

import html
from typing import NamedTuple

from claimtrack.core.match.normalisation.forwarding import strip_forwarding
from claimtrack.core.match.normalisation.noise import (
    ADDRESSES,
    CONTROLS,
    NOISE,
    POSTS,
    TAGS,
    split_signature,
    strip_restarts,
    strip_vouching,
)
from claimtrack.core.match.normalisation.number_words import NUMBERS, PERIODS, ROMAN
from claimtrack.core.match.normalisation.numerals import BOUNDS, DECIMALS, NUMERALS
from claimtrack.core.match.normalisation.phrasings import ABBREVIATIONS, PHRASINGS
from claimtrack.core.match.normalisation.rules import combine_rules
from claimtrack.core.match.words.terms import MAX_TEXT
from claimtrack.core.match.words.typography import unify

_strip_addresses, _strip_noise, _unify_names, _unify_numbers, _strip_tags = combine_rules(
    (ADDRESSES,),
    (*POSTS, *NOISE),
    (*ABBREVIATIONS, *ROMAN, *NUMBERS),
    (*DECIMALS, *PERIODS, *BOUNDS, *NUMERALS, *PHRASINGS),
    TAGS,
)
STEPS = (
    strip_forwarding,
    _strip_noise,
    strip_restarts,
    strip_vouching,
    _unify_names,
    _unify_numbers,
    _strip_tags,
)
"""The steps, each applied to the result of the one before."""


class Normalised(NamedTuple):
    """A text in its normal form; for a quoted tweet also its author and date."""

    text: str
    signed_by: str | None
    signed_on: str | None


def normalise_text(text: str) -> Normalised:
    """Return a text in its normal form."""
    text = text[:MAX_TEXT]
    if "&" in text and ";" in text:
        text = html.unescape(text)
    text = _strip_addresses(unify(CONTROLS.sub("", text) if "\x1b" in text else text))
    text, author, date = split_signature(text)
    for step in STEPS:
        text = step(text)
    return Normalised(text, author, date)
