"""Whom an interview is with, as the words before its first question tell: "Radio North spoke to Ada Moor"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.extract.speakers import topics
from claimtrack.core.extract.words.reading import name_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_WITH = name_pattern(
    r"\b(?i:interview|conversation|q ?(?:&|and) ?a|question(?:s and|-and-) ?answers?|phone-in|session|briefing|conference|hearing|sat down|speaks|talks) with"
    r"|\b(?i:interviewe?[ds]|interviews|interview of|questions to|questioned|evidence of|evidence from|testimony of)\b"
    r"(?! (?:by|on|for|in|at)\b)"
)
"""Words that whoever is asked stands behind."""
_SPOKE = name_pattern(r"\b(?:spoke|speaks|speaking|talked|talks|talking) (?:to|with)\b")
"""Words between whoever asks and whoever is asked, whichever is first."""
_ASKERS = re.compile(
    r"\b(?:[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Pp]resenter|[Hh]ost|[Jj]ournalist|[Ii]nterviewer|[Bb]roadcaster)s?\b"
)
_INTRODUCTION, _FAR = 3000, 160
"""Characters before the first question, and behind a word, in which somebody is named."""


def interviewee(text: str, begins: int, full_names: Mapping[str, str]) -> str | None:
    """The full name of whoever is asked, told before the first question at `begins`; None where no words tell it."""
    start = max(0, begins - _INTRODUCTION)
    for found in _WITH.finditer(text, start, begins):
        if name := _first_named(text, found.end(), begins, full_names):
            return name
    spoke = _SPOKE.search(text, start, begins)
    if spoke is None:
        return None
    opens = max(text.rfind(". ", start, spoke.start()), text.rfind("\n", start, spoke.start())) + 1
    subject = text[opens : spoke.start()]
    by = topics.person_of(subject.strip(), full_names, {})
    if by and not _ASKERS.search(subject):
        return by
    return _first_named(text, spoke.end(), begins, full_names)


def _first_named(text: str, start: int, end: int, full_names: Mapping[str, str]) -> str | None:
    """The first person named in full between these places."""
    words = text[start : min(end, start + _FAR)].partition("\n")[0]
    names = topics.people_in(words, full_names)
    return min((name for name in names if name in words), key=words.find, default=None)
