"""Numerals and times of day: "1,500", "10 000", "twenty-five", "two hundred" and the magnitudes after them; "6 pm", "6.30 p.m.", "18:00"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.language.word_lists import (
    ARTICLES,
    GLUED_ONLY,
    MAGNITUDES,
    NUMBER_WORDS,
    SLANG,
    STOP_WORDS,
    words_of,
)

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.words.tokens import Tokens


_MIN_UNGROUPED_LENGTH = 8
"""Length from which a single dot does not separate thousands: "1234.000"."""
_MAX_EXACT_DIGITS, _MAX_DIGITS = 15, 40
"""Number of digits beyond which a float would round, and beyond which a token is no number but a code."""
_MAX_DIGIT_GROUPS = 5
"""More consecutive groups of three digits are a row of a table, no number."""


def plain_number(token: str) -> float | None:
    """Return the value of a token of digits, such as 1,500 or 2.5; None for anything else, including 18:30."""
    if not token[0].isdecimal() or ":" in token:
        return None
    if token.count(".") > 1 or (
        token.endswith(".000") and len(token) < _MIN_UNGROUPED_LENGTH and token[:-4] not in ("0", "1")
    ):
        token = token.replace(".", "")  # dots separate thousands in most of Europe: "90.000", "3.000.000"
    whole, comma, rest = token.partition(",")
    # "1,5" is one and a half in most of Europe; a thousands separator has three digits after it.
    decimal = comma and len(rest) < 3 and rest.isdecimal()
    digits = f"{whole}.{rest}" if decimal else token.replace(",", "")
    if len(digits) > _MAX_DIGITS:
        return None
    return int(digits) if len(digits) > _MAX_EXACT_DIGITS and digits.isdecimal() else float(digits)


def mixed_number(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """Return a number with a fraction, "2 1/2" (or "2½", normalised to it), and where it ends."""
    whole, part, slash, parts = [*words[at : at + 4], "", "", "", ""][:4]
    if slash != "/" or not all(word.isdecimal() and len(word) < 4 for word in (whole, part, parts)):
        return None
    return (int(whole) + int(part) / int(parts), at + 4) if 0 < int(part) < int(parts) <= 16 else None


def spaced_number(words: Sequence[str], text: Tokens, at: int) -> tuple[float, int] | None:
    """Return a number with spaces between its thousands, "10 000", and where it ends."""
    if not (words[at].isdecimal() and len(words[at]) <= 3):
        return None
    end = at + 1
    while end - at <= _MAX_DIGIT_GROUPS and _is_next_group(words, text, end):
        end += 1
    if end == at + 1 or end - at > _MAX_DIGIT_GROUPS:
        return None
    begins = not (at and words[at - 1].isdecimal() and _is_next_group(words, text, at))
    return (float("".join(words[at:end])), end) if begins else None


def _is_next_group(words: Sequence[str], text: Tokens, at: int) -> bool:
    """Whether a token is three digits after a single space."""
    return at < len(words) and len(words[at]) == 3 and words[at].isdecimal() and text.gap(at) == 1


def spelled_number(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """Return the value of number words from a place on ("twenty-five"), and where they end."""
    if words[at] not in NUMBER_WORDS:
        return None
    value = float(NUMBER_WORDS[words[at]])
    end = at + 1
    if 20 <= value < 100 and end < len(words) and 0 < NUMBER_WORDS.get(words[end], 0) < 10:
        value, end = value + NUMBER_WORDS[words[end]], end + 1
    return value, end


def magnitude_at(words: Sequence[str], text: Tokens, at: int, money: bool) -> float:
    """Return the factor that a word gives the number before it: million, bn, k; else 0."""
    if at >= len(words):
        return 0
    if words[at] not in MAGNITUDES:
        return _misspelt_magnitude(words[at])
    glued = text.gap(at) == 0
    if words[at] in GLUED_ONLY and not (glued or money):
        return 0
    if words[at] in SLANG and not _is_slang(words, text, at):
        return 0
    return MAGNITUDES[words[at]]


def read_magnitudes(words: Sequence[str], text: Tokens, at: int, money: bool) -> tuple[float, int]:
    """Return the product of the magnitudes at a token, and where they end: "million million"."""
    scale = 1.0
    while (factor := magnitude_at(words, text, at, money)) and scale < _MAX_SCALE:
        scale, at = scale * factor, at + 1
    return scale, at


_MAX_SCALE = 1e30
"""Magnitudes are multiplied no further: "trillion trillion trillion ..." would end in infinity."""


def _is_slang(words: Sequence[str], text: Tokens, at: int) -> bool:
    """Whether "grand", "thou" or "mill" is a magnitude: nothing follows that it might modify."""
    following = words[at + 1] if at + 1 < len(words) else "the"
    counted = at > 0 and words[at - 1] not in ARTICLES
    return text.texts[at].islower() and counted and (following in STOP_WORDS or following in _AFTER_SLANG)


_AFTER_SLANG = words_of("each more per every last this less within during over")


def _misspelt_magnitude(word: str) -> float:
    """Return the factor of a misspelt magnitude such as "mlilion"; 0 for any other word."""
    if not 6 <= len(word) <= 9 or word[0] not in "mbt":
        return 0
    from rapidfuzz.distance import OSA

    near = [
        (OSA.distance(word, spelt), MAGNITUDES[spelt])
        for spelt in ("thousand", "million", "billion", "trillion")
    ]
    distance, factor = min(near)
    return factor if distance <= 1 else 0


_TIME = expression(r"(\d\d?)(?:[:.](\d\d))?")
_BEFORE = words_of("at by around before after from until till since about to between and")
_AFTER_TIME = words_of("o'clock am pm in")
"""Words that must follow a time of day unless it has a colon."""
_LATER = words_of("afternoon evening")
_PARTS_OF_DAY = _LATER | {"morning"}


def clock_at(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """Return the hours since midnight of a time of day and where it ends; None for any other number."""
    is_clock = ":" in words[at]
    if not is_clock and (at + 1 == len(words) or words[at + 1] not in _AFTER_TIME):
        return None  # nearly always
    found = _TIME.fullmatch(words[at])
    hours = float(found[1]) if found else float(NUMBER_WORDS.get(words[at], 99))
    minutes = int(found[2] or 0) if found else 0
    if hours > 24 or minutes > 59:
        return None
    end = at + 1
    if words[end : end + 1] == ["o'clock"]:
        is_clock, end = True, end + 1
    following = words[end : end + 3]
    if following[:1] in (["am"], ["pm"]):
        return _to_24_hours(hours, following[0] == "pm") + minutes / 60, end + 1
    spoken = hours <= 12 and (is_clock or (at and words[at - 1] in _BEFORE))
    if spoken and following[:2] == ["in", "the"] and following[-1] in _PARTS_OF_DAY:
        return _to_24_hours(hours, following[-1] in _LATER) + minutes / 60, end + 3
    return (hours + minutes / 60, end) if is_clock else None


def _to_24_hours(hours: float, later: bool) -> float:
    """Convert twelve-hour times: 12 a.m. is 0, 12 p.m. is 12."""
    return hours % 12 + 12 * later if hours <= 12 else hours


def specifies_half_of_day(time: Quantity) -> bool:
    """Whether a time of day is unambiguous: "6 pm", "18:00", "06:30" and "12:30", but not "6:30"."""
    in_figures = ":" in time.written and (time.value >= 12 or time.written.startswith("0"))
    return in_figures or time.value >= 13 or not time.written.endswith(("o'clock", *"0123456789"))


def are_same_time(one: float, other: float, either: bool) -> bool:
    """Whether two times of day are the same; with `either`, whatever half of the day they are in."""
    return abs(one - other) % (12 if either else 24) < 1 / 120
