"""How are words rejoined that a line break splits? "afford-" and "able" are one word, "twenty-" and "five" keep their hyphen."""

from __future__ import annotations

import re
from functools import lru_cache

from claimtrack.core.expressions import expression
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.core.texts.legible import legible

_BROKEN = expression(r"(?<![\w'-])(?P<before>\w[\w'-]*)-[ \t]*(?:\r\n?|\n)\s*(?P<after>[^\W\d_A-Z][\w']*)")
_SUSPENDED = frozenset({"and", "or", "to"})
"""Words after a suspended hyphen ("short- and ..."), whose second half comes later."""
_ENDING = expression(
    r"(?:[ai]b(?:le|ly)|a?bility|(?:[bcdfglmstvz]?[aiu])?tion(?:s|al|ally|ed|ing)?|[aiu]?sions?|ment(?:s|al|ally)?|ing(?:s|ly)?"
    r"|ed|ers?|est|e?ly|ness(?:es)?|it(?:y|ies)|(?:[ct]i)?ous(?:ly)?|(?:[ai]?t)?ives?|[ae]nc(?:e|es|y|ies)|[ao]r(?:y|ies)|is[mt]s?"
    r"|i[sz](?:e[ds]?|ing|ers?|ations?)|ful(?:ly)?|less(?:ly)?|(?:ic|[ct]i)?al(?:ly|s)?|tures?|tic(?:s|al|ally)?|ent(?:s|ly)?)"
)
"""Suffixes that are no words by themselves: no compound has one for its second half."""


def unwrap_line(words: str, text: str) -> str:
    """Return words of a text on one line, cleaned by `clean_line`, with words rejoined that a line break splits.

    The hyphen is dropped if the word occurs elsewhere in the text without it, or occurs nowhere with it and the second half
    can only be a suffix; else it may belong to the word.
    """
    return clean_line(_BROKEN.sub(lambda broken: _rejoin(broken, text), words) if "-" in words else words)


def _rejoin(broken: re.Match[str], text: str) -> str:
    """Rejoin a word split by a line break, with or without its hyphen."""
    before, after = broken["before"], broken["after"]
    if after in _SUSPENDED:
        return broken[0]
    there = _words(text)
    own = f"{before}-{after}"
    is_one = before.isalpha() and own.lower() not in there and _ENDING.fullmatch(after) is not None
    return before + after if is_one or (before + after).lower() in there else own


@lru_cache(maxsize=1)  # called for each claim of an article
def _words(text: str) -> frozenset[str]:
    """Return the words of a text in lower case, hyphens included."""
    return frozenset(re.findall(r"\w[\w'-]*\w", legible(text).lower()))
