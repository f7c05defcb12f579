"""Which words express time: days, months, durations? Written by hand; add a word with a test."""

from __future__ import annotations

from claimtrack.core.extract.words.reading import words_of
from claimtrack.core.language import calendar_words

TIME_UNITS = calendar_words.TIME_UNITS
AFTER_BEFORE = words_of("after before")
WEEKDAYS = frozenset(calendar_words.WEEKDAYS) | frozenset(calendar_words.SHORT_WEEKDAYS)
MONTHS = frozenset(calendar_words.MONTHS)
TIME_ADVERBS = WEEKDAYS | words_of(
    "only simply bluntly today yesterday tomorrow tonight recently later earlier afterwards afterward again then "
    "once also now overnight"
)
"""Time adverbs, and manner adverbs in the same position: "said on Monday", "said simply"."""
TIME_MODIFIERS = words_of("last this next late early earlier")
TIME_NOUNS = words_of(
    WEEKDAYS | MONTHS,
    "week month year morning afternoon evening night weekend spring summer autumn fall winter",
)
PERIOD_NOUNS = TIME_UNITS | TIME_NOUNS
TIME_WORDS = TIME_NOUNS | TIME_ADVERBS | TIME_MODIFIERS | {"on", "in"}
"""Words of which a time expression is made: "on Friday", "last week"."""
