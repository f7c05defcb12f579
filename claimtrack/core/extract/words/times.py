"""The words that tell when: days, months, lengths of time. Written by hand; add a word with a test."""

from __future__ import annotations

from claimtrack.core.extract.words.reading import word_set
from claimtrack.core.language import calendar_words

STRETCHES = word_set("minute minutes hour hours day days week weeks month months year years")
"""Nouns of a length of time: "hours after the vote"."""
LAPSING = frozenset({"after", "before"})
WEEKDAYS = frozenset(calendar_words.WEEKDAYS) | frozenset(calendar_words.SHORT_WEEKDAYS)
MONTHS = frozenset(calendar_words.MONTHS)
TIMES = WEEKDAYS | word_set(
    "only simply bluntly today yesterday tomorrow tonight recently later earlier afterwards afterward again then "
    "once also now overnight"
)
"""What tells when, and small adverbs that stand where a day may: "said on Monday", "said simply"."""
TIME_OPENERS = word_set("last this next late early earlier")
TIME_NOUNS = (
    WEEKDAYS
    | MONTHS
    | word_set("week month year morning afternoon evening night weekend spring summer autumn fall winter")
)
SPELLS = STRETCHES | TIME_NOUNS
MOMENTS = TIME_NOUNS | TIMES | TIME_OPENERS | {"on", "in"}
"""What the words for a moment are made of: "on Friday", "last week"."""
