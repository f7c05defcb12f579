"""What accompanies a number: the other end of its range, its rate unit (per person, a month), and what rounds or bounds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import (
    APPROXIMATE,
    AT_LEAST,
    AT_MOST,
    EACH,
    MAGNITUDES,
    NEARLY,
    NUMBER_WORDS,
    PER_WORDS,
    PERCENT,
    STOP_WORDS,
    groups_by_word,
    phrases_of,
    words_of,
)
from claimtrack.core.match.reading.dates import is_year
from claimtrack.core.match.words.currencies import SIGNS

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading
    from claimtrack.core.match.words.tokens import Tokens


MOTION_VERBS = words_of(
    "go goes going went gone move moves moved rise rises rising rose risen climb climbed edge edged edging "
    "creep crept inched ticked nudged shot soared jumped"
)
"""Before "up to" these make it the goal of a movement, no bound."""
_MORE = words_of("more greater higher larger older longer heavier taller faster")
_LESS = words_of("less fewer lower smaller younger shorter lighter slower")
JUST_SHORT_OF = (["just", "short", "of"], ["just", "shy", "of"])
_BOUNDING = AT_LEAST | AT_MOST
_HEDGING = APPROXIMATE | _BOUNDING | {"than", "up", "as", "short", "shy"}
"""Every hedge contains one of these."""
_COMPARING = _MORE | _LESS
_MODIFYING = words_of("minimum maximum")
"""These may modify a noun and then bound no number: "raised the *minimum* wage 20 percent"."""


def read_hedge(words: Sequence[str], first: int) -> tuple[bool, int]:
    """Return whether the words before a number make it approximate, and the bound they set: "nearly", "more than"."""
    first = _start_of_age(words, first)
    before = words[max(0, first - 3) : first]
    if _HEDGING.isdisjoint(before):
        return False, 0
    approximate = any(w in APPROXIMATE for w in before) or before in JUST_SHORT_OF
    near = before[-2:]
    if near[0] in _MODIFYING and near[1:] not in ([], ["of"]):
        near = near[1:]
    more = any(w in AT_LEAST for w in near) or (near[-1:] == ["than"] and near[0] in _MORE)
    less = any(w in AT_MOST for w in near) or (near[-1:] == ["than"] and near[0] in _LESS)
    if near == ["up", "to"] and before[0] not in MOTION_VERBS:
        less = True
    if before[-3:-2] == ["as"] and near[-1:] == ["as"] and near[0] in ("many", "much"):
        less = True
    bound = int(more) - int(less)
    if near[-1:] == ["than"] and before[0] in ("no", "not"):
        bound = -bound  # "no fewer than" is "at least"
    return approximate, bound


def is_not_quite_reached(words: Sequence[str], first: int) -> bool:
    """Whether the words before a number mean that it is not quite reached: "nearly", "just short of"."""
    return words[max(0, first - 1) : first] in _NOT_QUITE or words[max(0, first - 3) : first] in JUST_SHORT_OF


_NOT_QUITE = [[word] for word in NEARLY]
_BOUNDS_AFTER = {
    **{("or", word): 1 for word in ("more", "over", "above", "older", "higher", "longer")},
    ("at", "least"): 1,
    ("at", "most"): -1,
}
"""Bounds after a number: "50 or more", "20 grams at most". "Or less" is left out: it usually goes with "not more"."""
_BOUND_REACH = 2
"""Maximum number of words between a number and a bound after it."""


_AFTER_BOUND = words_of("under in on during since because when if by for")
"""Words that may follow such a bound: "nine hours at most *under* the rules", but "40 people at most schools"."""


def read_bound_after(words: Sequence[str], text: Tokens, end: int) -> tuple[int, int]:
    """Return the bound that the words after a number set, and where they end; 0 and the end of the number if there is none."""
    near = words[end : end + _BOUND_REACH + 3]
    if "or" not in near and "at" not in near:
        return 0, end
    last = min(end + _BOUND_REACH, len(words) - 1)
    at = end
    while at <= last:
        bound = _BOUNDS_AFTER.get((words[at], "".join(words[at + 1 : at + 2])), 0)
        following = "".join(words[at + 2 : at + 3])
        if bound and following != "than" and not following[:1].isdecimal():
            # a comma or a dash, more than a space
            is_separated = not following or text.gap(at + 2) > 1
            if words[at] == "or" or is_separated or following in _AFTER_BOUND:
                return bound, at + 2
        if words[at] in EACH and words[at + 2 : at + 3] in (["at"], ["or"]):
            at, last = at + 2, at + 2
            continue
        if words[at] in STOP_WORDS or not words[at][0].isalnum():
            break
        at += 1
    return 0, end


def find_hedge_start(words: Sequence[str], first: int) -> int:
    """Return where the words that bound a number begin, "no fewer than", "up to", "below the age of"; the place of the number if there are none."""
    at = _start_of_age(words, first)
    near = list(words[max(0, at - 3) : at])
    if near in JUST_SHORT_OF:
        return at - 3
    if near[-1:] == ["than"] and len(near) > 1 and near[-2] in _COMPARING:
        return at - 2 - (near[0] in ("no", "not"))
    if near[-2:] in (["up", "to"], ["at", "least"], ["at", "most"], ["close", "to"]):
        return at - 2
    if near[-2:] in (["maximum", "of"], ["minimum", "of"]):
        return at - 2 - (near[0] in ("a", "the"))
    if near[:1] == near[-1:] == ["as"]:
        return at - 3
    return at - (near[-1:] != [] and near[-1] in _BOUNDING)


def _start_of_age(words: Sequence[str], first: int) -> int:
    """Return the place before "the age of" a number, or that of the number."""
    if words[max(0, first - 2) : first] != ["age", "of"]:
        return first
    return first - 2 - (words[max(0, first - 3) : first - 2] == ["the"])


_YEAR_AND = ["years", "and"]
_BETWEEN = phrases_of("to | - | – | or")
_MAX_UNSCALED = 1000
"""Larger numbers are written in full."""
_MAX_FALL_RATIO = 10
"""How many times the upper end the lower may be after a fall: "from 12 to 3 million"."""
_UNSHARED_KINDS = words_of("number clock ordinal times")
"""Kinds that the first number of a range does not take over."""


def combine_numbers(words: Sequence[str], text: Tokens, one: Quantity, other: Quantity) -> list[Quantity]:
    """Return two numbers as they are meant: "one year and two months" is one, "from 5 to 3 million euros" are both millions of euros."""
    if whole := _add_durations(words, one, other):
        return [whole]
    if not _are_ends(words, text, one, other):
        return [one, other]
    one, other = _share_scale(words, one, other), _share_currency(one, other)
    return [_share_unit(words, one, other), other]


def _are_ends(words: Sequence[str], text: Tokens, one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are the ends of one range: "from 6 to 4", "between 5 and 10", "5-10", but not "8.79, or 0.9 percent"."""
    between = words[one.last + 1 : other.first]
    if between and text.gap(one.last + 1) > 1:
        return False
    return between in _BETWEEN or (between == ["and"] and one.first > 0 and words[one.first - 1] == "between")


def _add_durations(words: Sequence[str], one: Quantity, other: Quantity) -> Quantity | None:
    """Return the one duration that two numbers make up, if they do: "one year and two months"."""
    between = words[one.last + 1 : other.first]
    smaller = one.kind == other.kind == "time" and other.unit < one.unit
    if not smaller or len(between) > len(_YEAR_AND) or between[1:] not in ([], ["and"]):
        return None
    return replace(one, value=one.value + other.value * other.unit / one.unit, last=other.last)


def _share_scale(words: Sequence[str], one: Quantity, other: Quantity) -> Quantity:
    """Return the lower end of a range in the scale that only the upper has: "two to three thousand".

    After "from" the first may be somewhat larger: "from 5 to 3 million", but "from 800 to 2 million".
    """
    of_one_kind = one.kind == other.kind or ("number" in (one.kind, other.kind) and one.kind != "%")
    if not of_one_kind or not other.scaled or one.scaled or one.grouped or not 0 < one.value < _MAX_UNSCALED:
        return one
    scale = next((scale for scale in (1e12, 1e9, 1e6) if other.value >= scale), 1e3)
    falls = one.first > 0 and words[one.first - 1] == "from"
    if one.value >= other.value / scale * (_MAX_FALL_RATIO if falls else 1):
        return one
    written = " ".join((one.written, *other.written.split(" ")[1:2]))
    return replace(one, value=one.value * scale, scaled=True, written=written)


def _share_currency(one: Quantity, other: Quantity) -> Quantity:
    """Return the upper end of a range in the currency that only the lower has: "$3 to 5 million"."""
    if other.kind != "number" or one.written[0] not in SIGNS:
        return other
    return replace(other, kind=one.kind, issuer=one.issuer, written=f"{one.written[0]}{other.written}")


def _share_unit(words: Sequence[str], one: Quantity, other: Quantity) -> Quantity:
    """Return the lower end of a range in the unit that only the upper has, "from 11.1 to 3.4 percent", "5 to 10 miles"; a year has no unit."""
    bare = one.kind == "number" and other.kind not in _UNSHARED_KINDS
    percent = other.written.casefold().endswith((*PERCENT, "cent"))
    share = other.kind == "%" and not percent  # "six to eight in ten"
    if not bare or share or is_year(one, words) or is_year(other, words):
        return one
    tail = other.written.split(" ")[1:]
    tail = [word for word in tail if word not in MAGNITUDES and word not in NUMBER_WORDS]
    sign = "%" if other.written.endswith("%") else ""
    written = " ".join((one.written + sign, *tail))
    return replace(one, kind=other.kind, unit=other.unit, issuer=other.issuer, written=written)


RATE_UNITS = groups_by_word(
    """
    person: person people capita head individual adult | household: household family home | child: child pupil student
    | company: company firm business employer | worker: worker employee | second: second | minute: minute | hour: hour hourly
    | night: night nightly | day: day daily | week: week weekly | month: month monthly | quarter: quarter quarterly
    | year: year yearly annum annually annual | decade: decade | kilo: kilo kg kilogram | litre: litre liter
    | kilometre: kilometre kilometer km | gallon: gallon | tonne: tonne | acre: acre | hectare: hectare | mile: mile
    | share: share | ticket: ticket | dose: dose | patient: patient | vote: vote
    """
)
"""Units of rates: "$400 per person", "three times a week", "5 million daily"."""
_RATE_REACH = 5
"""Number of tokens after a number within which its rate unit stands."""


def find_rate_unit(reading: Reading, quantity: Quantity) -> str | None:
    """Return the word for what a rate is counted by, if one follows soon."""
    words = reading.words
    if quantity.kind == "speed":
        return None  # the hour of "miles an hour" is part of its unit
    end = min(len(words), quantity.last + 1 + _RATE_REACH)
    for at in range(quantity.last + 1, end):
        if reading.sentences[at] != reading.sentences[quantity.last] or words[at][0].isdecimal():
            return None
        if words[at] == "share" and reading.word(at + 1) == "of":
            continue  # "as a share of the debt"
        singular = words[at].removesuffix("s")
        adverb = words[at].endswith("ly") and at > quantity.last + 1
        if words[at] in RATE_UNITS and (words[at - 1] in EACH or adverb):
            return words[at]
        if words[at - 1] in PER_WORDS and singular in RATE_UNITS:
            return singular
    if len(reading.amounts) > 1:
        return None
    if words[0] in _OPENING and words[1] in TIME_SPANS:
        return words[1]  # "Each day, 90 patients are treated"
    return next((w for per, w in pairwise(words) if per == "per" and w in RATE_UNITS), None)


_OPENING = words_of("each every")
TIME_SPANS = words_of("second minute hour night day week month quarter year decade")
"""The spans of time that rates are counted by."""
