"""Transcripts copied from the page of a video, as YouTube shows them: times, each with the words of a few seconds below or after it."""

from __future__ import annotations

import re
from itertools import pairwise

from claimtrack.fetch.loaders.captions.cues import ARROW, in_seconds

_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d\d(?:\.\d{1,3})?"
_STAMPED = re.compile(
    rf"^[ \t]*({_CLOCK})(?:[ \t]*\n[ \t]*|[ \t]+)(?!{_CLOCK}(?!\S))(\S[^\n]*)$", re.MULTILINE
)
"""A time, and the words below or after it."""
_LABEL = re.compile(r"[A-Z][\w.' -]{1,40}: ")
_STOP = tuple(".!?…")
_FEWEST, _LONGEST_GAP = 5, 30
"""How many times a transcript has at least, and how many seconds are between two."""
_BEGINNING, _MOST_CAPITALS = 60, 0.8
"""In what seconds a transcript begins, or how many of its lines begin with a capital letter."""
_MOST_OTHERS = 3
"""How many other lines there may be, such as the title of the video; more in a long one, which has chapters."""


def is_copied(text: str) -> bool:
    """Whether a text is such a transcript: many times in a row, in whose words sentences are cut, and nobody is named.

    A programme or a diary of events has whole sentences, longer gaps, or more than a line below a time. In one whose times are of the day,
    minutes look like seconds, but it does not begin at 0:00, and each line begins with a capital letter.
    """
    found = _STAMPED.findall(text)
    if len(found) < _FEWEST:
        return False
    lines = sum(not re.fullmatch(rf"\s*(?:{_CLOCK})?\s*", line) for line in text.split("\n"))
    times = [in_seconds(clock) for clock, _ in found]
    cut = sum(not words.rstrip().endswith(_STOP) for _, words in found)
    capitals = sum(words[0].isupper() for _, words in found)
    return (
        lines <= len(found) + max(_MOST_OTHERS, len(found) // 10)
        and all(0 <= after - before <= _LONGEST_GAP for before, after in pairwise(times))
        and cut * 2 >= len(found)
        and (times[0] < _BEGINNING or capitals < len(found) * _MOST_CAPITALS)
        and not any(_LABEL.match(words) for _, words in found)
    )


def as_cues(text: str) -> str:
    """The transcript as subtitles."""
    return _STAMPED.sub(rf"\n\1 {ARROW} \1\n\2", text)
