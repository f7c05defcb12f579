"""Whether a text is English at all: the rules of this package read nothing else."""

from __future__ import annotations

import re

from claimtrack.core.extract.words.reading import letter_runs, word_set

_COMMON = word_set(
    "the of and to in a is that for it as was with be by on not he his but at are this have from or "
    "had an they which one you were her all she there would their we him been has when who will more "
    "no if out so said what up its about into than them can only other new some could these two may i "
    "do any my now such"
)
_ADDRESS = r"\b\w[\w.-]*\.(?:com|co)/\S+"
_MARKUP = r"</?[a-zA-Z][^<>]*>|https?://\S+|@\w+|#\w+|&#?\w{1,8};"
"""Each alternative begins with a character of its own, to which the engine skips at once."""
_NO_PROSE = re.compile(f"{_MARKUP}|{_ADDRESS}")
"""Markup, addresses, handles and hashtags: an article of embedded posts is full of them."""
_NO_PROSE_NOR_ADDRESS = re.compile(_MARKUP)
"""The same for a text without such addresses, which are slow to look for: they begin like any word."""
_MARKS = ("<", "http", "@", "#", "&")
"""One of these is in any of it."""
_LABELS = re.compile(r"^[^\S\n]*[A-Z][\w.' -]{1,40}:", re.MULTILINE)
"""Who speaks in a transcript: names are words of no language."""
_LOWEST_SHARE = 0.15
_FEWEST_WORDS = 20
_READ = 20_000


def looks_english(text: str) -> bool:
    """Whether at least 15 % of the words are everyday English ones; short texts pass in Latin letters."""
    text = text[:_READ]
    if ".com/" in text or ".co/" in text:
        text = _NO_PROSE.sub(" ", text)
    elif any(map(text.__contains__, _MARKS)):
        text = _NO_PROSE_NOR_ADDRESS.sub(" ", text)
    return _reads_english(text) or (":" in text and _reads_english(_LABELS.sub(" ", text)))


def _reads_english(text: str) -> bool:
    words = letter_runs(text.lower())
    if len(words) < _FEWEST_WORDS:
        letters = sum(map(str.isalpha, text))
        return letters == 0 or sum(c.isascii() and c.isalpha() for c in text) / letters > 0.8
    return sum(map(_COMMON.__contains__, words)) / len(words) >= _LOWEST_SHARE
