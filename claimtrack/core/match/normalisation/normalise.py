"""One text in its normal form. The order of the steps is the order of `STEPS`, and a wording belongs to the first that fits it.

1. signs: one kind of quote, dash, digit and space (`words/typography.py`);
2. noise: what surrounds a message that is passed on (`forwards.py`), what a page, a post, a feed or a transcript puts around a statement or into it, and what only vouches for it (`noise.py`);
3. short for long: abbreviations and the names of states, countries and parties (`phrasings.py`);
4. numbers: in words, Roman, with their spans, units, bounds and dates (`number_words.py`, `figures.py`);
5. phrasings: what two or three words say that one says (`phrasings.py`).

Spelling is left to the stems of words (`words/terms.py`), which know both spellings of one. What grammar puts in many ways is
rewritten only where two statements are compared: see `harmonisation/`.
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

_without_addresses, _without_noise, _in_short, _in_figures, _without_tags = combine_rules(
    (ADDRESSES,),
    (*POSTS, *NOISE),
    (*ABBREVIATIONS, *ROMAN, *NUMBERS),
    (*DECIMALS, *PERIODS, *BOUNDS, *NUMERALS, *PHRASINGS),
    TAGS,
)
STEPS = (
    strip_forwarding,
    _without_noise,
    strip_restarts,
    strip_vouching,
    _in_short,
    _in_figures,
    _without_tags,
)
"""What is done to a text, one step on what the last has left."""


class Normalised(NamedTuple):
    """A text in its normal form, and where it is a quoted tweet, who signed it and on which day."""

    text: str
    signed_by: str | None
    signed_on: str | None


def normalise_text(text: str) -> Normalised:
    """A text in its normal form."""
    text = text[:MAX_TEXT]
    if "&" in text and ";" in text:
        text = html.unescape(text)
    text = _without_addresses(unify(CONTROLS.sub("", text) if "\x1b" in text else text))
    text, by, on = split_signature(text)
    for step in STEPS:
        text = step(text)
    return Normalised(text, by, on)
