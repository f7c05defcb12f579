"""When and where something was said: where "on Friday, Jan. 31, 2025," ends, and "an email seen by the Courier"."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import opens_clause, word_at
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.verbs import is_finite

_LONGEST_DATE = 9
"""Words and marks of the longest date."""
_DIGITS_OF_YEAR = 4
_LONGEST_MOMENT = 5
MOMENTS = times.TIMES | times.TIME_NOUNS | times.TIME_OPENERS | lexicon.COUNTS
MOMENTS |= word_set(
    "the same following next previous day days hour hours minutes weeks months years ago before after at over "
    "weekend few several earlier"
)
"""Words that tell when something was said, and no part of it."""
_LONGEST = 8
_SEEN = word_set(
    "seen obtained reviewed shared sent read published posted released circulated leaked issued dated aired"
)
"""What has become of a letter in which something was said."""


def past_date(tokens: list[Token], at: int) -> int:
    """Where the date ends that begins at `at`, with the comma before "that"; the same place where none begins."""
    i = at + (word_at(tokens, at) == "on")
    if word_at(tokens, i) in times.WEEKDAYS:
        i += 1 + (word_at(tokens, i + 1) == ",")
    first = word_at(tokens, i)
    if first.isdigit() and word_at(tokens, i + 1) in times.MONTHS:
        i += 2
    elif first in times.MONTHS:
        i += 1 + (word_at(tokens, i + 1) == ".")
        if not word_at(tokens, i).isdigit():
            return at
        i += 1
    else:
        return at
    year = i + (word_at(tokens, i) == ",")
    if word_at(tokens, year).isdigit() and len(word_at(tokens, year)) == _DIGITS_OF_YEAR:
        i = year + 1
    return i + (word_at(tokens, i) == "," and word_at(tokens, i + 1) == "that")


def past_day_or_month(tokens: list[Token], at: int) -> int:
    """Past "Saturday night", "June 2019" and "June 3 the"; in "in June 40 homes were empty" the figure is said."""
    number = word_at(tokens, at + 1)
    if word_at(tokens, at) in times.WEEKDAYS:
        return at + 1 + (number in times.TIME_NOUNS)
    is_year = len(number) == _DIGITS_OF_YEAR
    is_date = is_year or word_at(tokens, at + 2) in lexicon.SUBJECT_OPENERS
    return at + 1 + (number.isdigit() and is_date)


def before_date(tokens: list[Token], end: int, floor: int) -> int:
    """In "Ann Lee, on Friday, Jan. 31, said", the place behind the first comma, if a date stands between; else `end`."""
    close = end - (word_at(tokens, end - 1) == ",")
    starts = range(close - 1, max(floor, close - _LONGEST_DATE), -1)
    return next((i for i in starts if tokens[i - 1].text == "," and past_date(tokens, i) == close), end)


def past_moment(tokens: list[Token], at: int) -> int:
    """In "said the same day that" and "said two weeks ago that", where "that" stands; else the same place."""
    end = at
    while end - at < _LONGEST_MOMENT and ((word := word_at(tokens, end)) in MOMENTS or word.isdigit()):
        end += 1
    return end if word_at(tokens, end) == "that" and opens_clause(tokens, end + 1) else at


def past_venue(tokens: list[Token], at: int) -> int:
    """Past what is told of the venue that ends before `at`: who has seen the letter, where the hearing was."""
    return _past_town(tokens, _past_finder(tokens, at))


def _past_town(tokens: list[Token], at: int) -> int:
    town = at + 1 if word_at(tokens, at) == "in" else at
    end = town
    while at < town <= end < len(tokens) and tokens[end].is_capital:
        end += 1
    return end if town < end < len(tokens) and tokens[end].is_word else at


def _past_finder(tokens: list[Token], at: int) -> int:
    """Past "seen by the Courier" and "obtained on Monday by us"."""
    if word_at(tokens, at) not in _SEEN or word_at(tokens, at + 1) not in lexicon.PREPOSITIONS:
        return at
    window = range(at + 2, min(len(tokens), at + _LONGEST))
    end = next((i for i in window if not tokens[i].is_word or tokens[i].lower == "that"), at)
    return at if any(map(is_finite, tokens[at + 1 : end])) else end
