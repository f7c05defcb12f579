"""Parsing the numbers of a statement: "$1.5bn", "forty per cent", "between 5 and 10 miles", "one in five", "twice"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.language.word_lists import (
    FRACTIONS,
    MAGNITUDES,
    MINUS,
    MULTIPLIERS,
    NUMBER_WORDS,
    ORDINALS,
    PERCENT,
    words_of,
)
from claimtrack.core.match.reading.numbers.bounds import is_not_quite_reached, read_bound_after, read_hedge
from claimtrack.core.match.reading.numbers.measures import (
    SUBUNITS,
    may_open_amount,
    measure_at,
    read_currency_before,
    read_letter_unit,
    read_unit_after,
)
from claimtrack.core.match.reading.numbers.numerals import (
    clock_at,
    magnitude_at,
    mixed_number,
    plain_number,
    read_magnitudes,
    spaced_number,
    spelled_number,
)
from claimtrack.core.match.reading.numbers.ranges import combine_numbers
from claimtrack.core.match.reading.numbers.shares import (
    STARTS_NUMBER_IF,
    complement_at,
    compound_measure_at,
    measure_after_share,
    rank_at,
    share_at,
)
from claimtrack.core.match.words.currencies import CURRENCIES, DOLLARS, SIGNS

if TYPE_CHECKING:
    from claimtrack.core.match.words.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its kind and precision.

    `kind` is "%", "points", what MEASURES lists ("time", "length"), "clock", a currency ("$"), "times", "ordinal", or "number" for a bare token (a year, a count).
    `bound` is +1 for "more than", -1 for "less than", 0 for neither. `first` and `last` are the places of its tokens. `grouped` distinguishes "2,000" from "2000",
    `scaled` marks "5 million". `issuer` is the country of its currency, if named. `unit_words` is the number of tokens of the unit after it: two for "square miles".
    `nearly` means that it is not quite reached: "almost 12,000". `is_share` marks a percentage expressed as a fraction: "two thirds".
    """

    value: float
    kind: str
    first: int
    last: int
    written: str
    approximate: bool = False
    bound: int = 0
    grouped: bool = False
    scaled: bool = False
    unit: float = 1.0
    issuer: str = ""
    unit_words: int = 0
    nearly: bool = False
    is_share: bool = False

    @property
    def size(self) -> float:
        """The value in the base unit of its kind: "2 years" and "24 months" are nearly equal."""
        return self.value if self.unit == 1 else self.value * self.unit

    @property
    def step(self) -> float:
        """The value of its last significant digit: 0.1 for "31.7", 100,000 for "4.9 million", 100 for "1,500"."""
        digits = _NUMERAL.search(self.written)
        figures = int(re.sub(r"\D", "", digits.group())) if digits else 0
        step = abs(self.value) / figures if figures else 1.0
        whole = str(round(abs(self.value)))
        is_rounded = step == 1 and len(whole) > _MAX_EXACT_DIGITS
        return 10.0 ** (len(whole) - len(whole.rstrip("0"))) if is_rounded else step

    @property
    def term(self) -> str:
        """The term it is indexed by: the same for "40 per cent", "40%" and "forty percent"."""
        return f"#{self.value}" if isinstance(self.value, int) else "#" + format(self.value, ".10g")

    @property
    def embedded_places(self) -> range:
        """The places of a noun inside a share: "one *hospital bed* in eight"."""
        if self.kind != "%" or self.last - self.first < _MIN_EMBEDDING_TOKENS:
            return range(0)
        words = self.written.casefold().split()
        end = next((at for at, word in enumerate(words) if word in ("in", "out")), 0)
        return range(self.first + 1, self.first + end)


_MIN_EMBEDDING_TOKENS = 3
"""Minimum number of tokens from the first to the last one of a share that may contain a noun."""
_GLUED_SIGN = expression(rf"((?:{DOLLARS})\$|[{SIGNS}-]) ")
"""A sign that is written without a space before its number."""
_NUMERAL = expression(r"\d[\d.,]*")
_MILLION = 1e6
_AND_A_HALF = ["and", "a", "half"]
_HAT_TRICK = ["hat", "trick"]
_BEFORE_NO_COUNT = words_of("each every no")
"""After these "one" counts nothing: "every one of the six" is all six, "no one" nobody."""
_MAX_EXACT_DIGITS = 3
"""Digits of a plain number that is taken as exact even if it ends in zeros: 300, but not 3,000."""
_STARTERS = words_of(
    frozenset(NUMBER_WORDS) | frozenset(MULTIPLIERS) | frozenset(ORDINALS),
    "half quarter dozen a an hat all every once single",
)
_OPENING = _STARTERS.union(filter(may_open_amount, CURRENCIES))


def _read_numeral(words: Sequence[str], text: Tokens, at: int) -> tuple[float, int] | None:
    """Return the value of the digits or number words at a token, without a magnitude, and where they end."""
    if (share := share_at(words, at)) and (shared := _fraction_of_magnitude(words, text, share)):
        return shared
    read = mixed_number(words, at) or spaced_number(words, text, at)
    if not read:
        value = plain_number(words[at])
        read = (value, at + 1) if value is not None else spelled_number(words, at)
    if read:
        return (read[0] + 0.5, read[1] + 3) if words[read[1] : read[1] + 3] == _AND_A_HALF else read
    if words[at] == "single":
        return 1.0, at + 1
    if words[at] in ("a", "half") and magnitude_at(words, text, at + 1, False):
        return (0.5 if words[at] == "half" else 1.0), at + 1
    return None


def _fraction_of_magnitude(
    words: Sequence[str], text: Tokens, share: tuple[float, int]
) -> tuple[float, int] | None:
    """Return the fraction of one that a number is expressed as, and where the rest begins: "a quarter of a *million*", "half a *percent*"."""
    at = share[1] + (words[share[1] : share[1] + 1] == ["of"])
    if words[at : at + 1] not in (["a"], ["an"], ["one"]) or at + 1 >= len(words):
        return None
    kind = read_unit_after(words, at + 1).kind
    return (share[0] / 100, at + 1) if magnitude_at(words, text, at + 1, False) or kind in _PARTED else None


_WHOLE = words_of("full whole straight consecutive solid entire")
_PARTED = ("%", "points")


def _is_range_hyphen(words: Sequence[str], at: int) -> bool:
    """Whether a hyphen before a number is part of a score or a range, no minus: "60-40", "5-10"."""
    return words[at - 1] == "-" and at > 1 and (words[at - 2][0].isdecimal() or words[at - 2] in PERCENT)


def _read_amount(words: Sequence[str], text: Tokens, at: int) -> Quantity | None:
    """Parse a number in digits or words with its currency, magnitude and unit."""
    first, money = at, read_currency_before(words, at)
    if money:
        at = money.end
        if at >= len(words):
            return None
    read = _read_numeral(words, text, at)
    if read is None:
        return None
    value, end = read
    scale, end = read_magnitudes(words, text, end, bool(money))
    if scale >= _MILLION and words[end : end + 3] == _AND_A_HALF:
        value, end = value + 0.5, end + 3  # "a million and a half"
    kind, issuer, end = (money.kind, money.issuer, end) if money else read_unit_after(words, end)
    if kind in SUBUNITS:
        kind, shrink = SUBUNITS[kind]
        scale /= shrink
    minus = first and words[first - 1] in MINUS and not _is_range_hyphen(words, first)
    if minus:
        scale, first = -scale, first - 1
    approximate, bound = read_hedge(words, first)
    bound = bound or read_bound_after(words, text, end)[0]
    written = text.written(first, end)
    if " " in written:
        written = _GLUED_SIGN.sub(r"\1", written.replace(" %", "%").replace(" / ", "/"))
    grouped = "," in text.texts[at]
    # "5 g" is a weight, "5G" a network.
    measured = kind == "number" and end < len(words) and text.texts[end] != "G"
    unit_at = end + ("".join(words[end : end + 1]) in _WHOLE)  # "two full days"
    measure = (read_letter_unit(text, end) or measure_at(words[unit_at : unit_at + 3])) if measured else None
    kind, unit = (measure.kind, measure.unit) if measure else (kind, 1.0)
    return Quantity(
        value if scale == 1 else value * scale,
        kind,
        first,
        end - 1,
        written,
        approximate,
        bound,
        grouped,
        abs(scale) > 1,
        unit,
        issuer,
        measure.words + unit_at - end if measure else 0,
    )


def _counts_times(words: Sequence[str], text: Tokens, at: int) -> bool:
    """Whether "once" at the end means one time: "voted once", but "at once", "never once"."""
    ends = at + 1 == len(words) or text.gap(at + 1) > 1
    return ends and at > 0 and words[at - 1] not in ("at", "not", "never", "ever", "than")


def _read_quantity(words: Sequence[str], text: Tokens, at: int) -> Quantity | None:
    """Parse the quantity that begins at a token, if any."""
    is_no_count = words[at] == "one" and words[max(0, at - 1)] in _BEFORE_NO_COUNT
    if is_no_count or (words[at] == "once" and not _counts_times(words, text, at)):
        return None
    return (
        _read_multiple(words, text, at)
        or _read_share(words, text, at)
        or _read_time_or_rank(words, text, at)
        or _read_amount(words, text, at)
    )


def _read_multiple(words: Sequence[str], text: Tokens, at: int) -> Quantity | None:
    """Parse a number of times: "once", "twice", "a hat-trick"."""
    if words[at : at + 2] == _HAT_TRICK:
        return Quantity(3.0, "times", at, at + 1, "hat-trick")
    times = 1.0 if words[at] == "once" else MULTIPLIERS.get(words[at])
    return None if times is None else Quantity(times, "times", at, at, text.texts[at])


def _read_share(words: Sequence[str], text: Tokens, at: int) -> Quantity | None:
    """Parse a share, or a measure given as one: "all but 3 percent", "two thirds", "one in five", "half an hour"."""
    if rest := complement_at(words, at):
        return Quantity(rest[0], "%", at, rest[1] - 1, text.written(at, rest[1]), True)
    if compound := compound_measure_at(words, at):
        value, kind, unit, last = compound
        approximate, bound = read_hedge(words, at)
        written = text.written(at, last + 1)
        return Quantity(value, kind, at, last, written, approximate, bound, unit=unit)
    is_magnitude = words[at] in ("half", "a") and any(w in MAGNITUDES for w in words[at + 1 : at + 3])
    is_none = words[max(0, at - 1)] == "not"  # "not one of the 27"
    share = None if is_magnitude or is_none else share_at(words, at)
    if not share or _fraction_of_magnitude(words, text, share):
        return None
    approximate, bound = read_hedge(words, at)
    if part := measure_after_share(words, share[1]):
        written = text.written(at, part[2] + 1).replace(" / ", "/")
        return Quantity(share[0] / 100, part[0], at, part[2], written, True, bound, unit=part[1])
    written = text.written(at, share[1]).replace(" / ", "/")
    return Quantity(share[0], "%", at, share[1] - 1, written, approximate, bound, is_share=True)


def _read_time_or_rank(words: Sequence[str], text: Tokens, at: int) -> Quantity | None:
    """Parse a time of day or a rank: "9 pm", "21st"."""
    if clock := clock_at(words, at):
        approximate, bound = read_hedge(words, at)
        return Quantity(clock[0], "clock", at, clock[1] - 1, text.written(at, clock[1]), approximate, bound)
    if rank := rank_at(words, text, at):
        return Quantity(rank[0], "ordinal", at, rank[1] - 1, text.written(at, rank[1]))
    return None


_BEGINS_WITH_DIGIT = expression(r"\d(?<!\S.)")
_TELLTALE = (_STARTERS - STARTS_NUMBER_IF.keys()) | {"single", *MAGNITUDES, *FRACTIONS}


def may_have_number(words: Sequence[str]) -> bool:
    """Whether lower-case tokens include a digit or number word: most claims have none, and skip parsing."""
    return not _TELLTALE.isdisjoint(words) or _BEGINS_WITH_DIGIT.search(" ".join(words)) is not None


def read_quantities(words: Sequence[str], text: Tokens) -> list[Quantity]:
    """Return all numbers of a statement, in order; `words` are its tokens in lower case."""
    found: list[Quantity] = []
    end = 0
    for at in [at for at, word in enumerate(words) if word in _OPENING or word[0].isdecimal()]:
        if at < end or (words[at] in STARTS_NUMBER_IF and not STARTS_NUMBER_IF[words[at]](words, text, at)):
            continue
        if quantity := _read_quantity(words, text, at):
            if is_not_quite_reached(words, quantity.first):
                quantity = replace(quantity, nearly=True)
            end = quantity.last + 1 + quantity.unit_words  # the "second" of "metres per second" is no rank
            found[-1:] = combine_numbers(words, text, found[-1], quantity) if found else [quantity]
    return found
