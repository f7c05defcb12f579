"""Fractions, shares and ranks: "two thirds", "one in five", "half an hour", "third"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import (
    FRACTIONS,
    NUMBER_WORDS,
    ORDINALS,
    PERCENT,
    STOP_WORDS,
    WEEKDAYS,
    words_of,
)
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.numbers.numerals import magnitude_at
from claimtrack.core.match.words.negators import is_negator

if TYPE_CHECKING:
    from claimtrack.core.match.words.tokens import Tokens


def share_at(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """Return the percentage of a share, "half", "two thirds", "one in five", "a quarter", and where it ends."""
    if words[at + 1 : at + 2] == ["/"] and (figures := _slashed_share(words, at)):
        return figures
    if words[at] == "every":
        return _every_nth(words, at)
    if words[at] in ("half", "quarter"):
        return 100 / FRACTIONS[words[at]], at + 1
    count = _read_part(words[at])
    if count is None or at + 1 >= len(words):
        return None
    following = words[at + 1]
    is_fraction = following in FRACTIONS or following in _FRACTION_NOUNS
    if not is_fraction and SHARE_LINKS.isdisjoint(words[at + 1 : at + 4]):
        return None  # nearly always
    if following in ORDINALS and (count >= _MIN_TENS or _is_serial_ordinal(words, at)):
        return None  # "twenty-fourth"
    return _fraction_at(words, at, count) or _part_of_whole(words, at, count)


def _read_part(word: str) -> int | None:
    """Return the number of parts that a word counts: "two", "a", "31"."""
    if word.isdecimal() and len(word) < 4:
        return NUMBER_WORDS.get(word, int(word))
    return NUMBER_WORDS.get(word, 1 if word in ("a", "an") else None)


def _fraction_at(words: Sequence[str], at: int, count: int) -> tuple[float, int] | None:
    """Return the percentage of a fraction and where it ends: "two thirds", "three hundredths of"; but "ten quarters in a row"."""
    following = words[at + 1]
    sure = count > 1 or words[at] == "one" or following in ("half", "third", "quarter", "fifth", "tenth")
    if following in FRACTIONS and sure and count <= FRACTIONS[following]:
        return 100 * count / FRACTIONS[following], at + 2
    scale = _FRACTION_NOUNS.get(following.removesuffix("s")) if words[at + 2 : at + 3] == ["of"] else None
    if scale and count < _MIN_TENS and not _is_ordinal(words, at):
        return 100 * count / scale, at + 2
    return None


def _part_of_whole(words: Sequence[str], at: int, count: int) -> tuple[float, int] | None:
    """Return the percentage of a part of a whole number, and where it ends: "one in five", "one woman in ten"."""
    joined = 2 if words[at + 1] == "in" else 3 if words[at + 1 : at + 3] in _OUT_OF else 0
    joined = joined or _offset_of_time_span(words, at)
    if joined and at + joined < len(words) and words[at] not in ("a", "an"):
        whole, end = _read_whole(words, at + joined)
        if count < whole and (whole <= 100 or whole in _ROUND_WHOLES):
            return 100 * count / whole, end
    return _one_around_noun(words, at) if words[at] == "one" else _share_around_noun(words, at, count)


def _offset_of_time_span(words: Sequence[str], at: int) -> int:
    """Return how far after a number the whole of a share of time spans stands, "on three *of seven days*"; 0 if there is none."""
    of_how_many = words[at + 1 : at + 2] == ["of"] and at + 3 < len(words) and _whole_number(words[at + 2])
    return 2 if of_how_many and MEASURES.get(words[at + 3], ("", 0))[0] == "time" else 0


_SERIAL_NOUNS = words_of(
    "person man woman child boy girl victim suspect patient term time party candidate country state nation "
    "city town case death attempt bid wave dose shot jab vote round reading hearing attack bomb blast "
    "explosion strike day night week month year season title goal win loss defeat victory member group "
    "option version source official report study test trial lockdown referendum election war baby marriage "
    "ship plane train bridge runway reactor world person's player officer"
)


def _is_serial_ordinal(words: Sequence[str], at: int) -> bool:
    """Whether "a third" means one more and no share: "a third person", "a fifth term", but "a third of them", "a third voted"."""
    return words[at] == "a" and "".join(words[at + 2 : at + 3]) in _SERIAL_NOUNS


_MIN_TENS = 20
SHARE_LINKS = words_of("in out of")
"""Words between a part and its whole, at most two words after the part: "two Indians in five"."""


def _slashed_share(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """Return the share of "2/3 of" something; without "of" it may be a date or a score."""
    part, _, whole, of = [*words[at : at + 4], "", "", "", ""][:4]
    if of != "of" or not (part.isdecimal() and whole.isdecimal() and len(whole) < 4):
        return None
    return (100 * int(part) / int(whole), at + 3) if 0 < int(part) < int(whole) else None


_OUT_OF = [["out", "of"], *(["of", whose] for whose in ("the", "its", "their", "our"))]


_MAGNITUDES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_ROUND_WHOLES = frozenset({*_MAGNITUDES.values(), 10_000, 100_000})
"""Above a hundred, "three in 1,000" is a share only of a round number."""


def _whole_number(word: str) -> int:
    """Return the value of a number word or of digits; 0 for anything else."""
    figure = word.replace(",", "")
    return NUMBER_WORDS.get(word) or _MAGNITUDES.get(word) or (int(figure) if figure.isdecimal() else 0)


def _read_whole(words: Sequence[str], at: int) -> tuple[int, int]:
    """Return the whole of a share after its "in", and where it ends: "ten", "every ten", "a hundred"."""
    at += words[at] in ("every", "each") and at + 1 < len(words)
    at += words[at] in ("a", "one") and "".join(words[at + 1 : at + 2]) in _MAGNITUDES
    return _whole_number(words[at]), at + 1


def have_same_whole(one: str, other: str) -> bool:
    """Whether two shares, as written, are out of the same number: 12 of the 15, 11 of the fifteen."""
    wholes = {_whole_number(written.casefold().split()[-1]) for written in (one, other)}
    return len(wholes) == 1 and wholes != {0}


def parse_part_and_whole(written: str) -> tuple[int, int] | None:
    """Return part and whole of a share as written, "14 out of 19", "seven of the eleven"; None for any other."""
    words = written.casefold().split()
    two = (_whole_number(words[0]), _whole_number(words[-1])) if "of" in words else (0, 0)
    return two if all(two) else None


def one_in_how_many(written: str) -> int:
    """Return the whole of a share of one, as written, "one in ten", "one child out of 11"; 0 for any other."""
    words = written.casefold().split()
    return _whole_number(words[-1]) if words[0] in ("one", "1") and not SHARE_LINKS.isdisjoint(words) else 0


def _share_around_noun(words: Sequence[str], at: int, count: int) -> tuple[float, int] | None:
    """Return a share with its noun inside: "six Indians in ten", but "six guests in ten rooms"."""
    joined = 1 if words[at + 2 : at + 3] == ["in"] else 2 if words[at + 2 : at + 4] == ["out", "of"] else 0
    of = at + 2 + joined
    if not joined or of >= len(words) or words[at] in ("a", "an"):
        return None
    whole, after = _whole_number(words[of]), "".join(words[of + 1 : of + 2])
    counted = after not in STOP_WORDS and _is_plural(after)
    found = count < whole <= 100 and _is_plural(words[at + 1]) and not counted
    return (100 * count / whole, of + 1) if found else None


def _is_plural(word: str) -> bool:
    """Whether a word has the form of a plural noun: "rooms", "people", but not "live"."""
    return word.endswith("s") or word in ("people", "men", "women", "children")


def _one_around_noun(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """Return a share of one with its noun inside: "one child in five", "one young voter out of three"."""
    at += 2 + (words[at + 2 : at + 3] not in (["in"], ["out"]) and words[at + 1 : at + 2] != ["of"])
    joined = 1 if words[at : at + 1] == ["in"] else 2 if words[at : at + 2] == ["out", "of"] else 0
    at += joined
    if not joined or at >= len(words):
        return None
    whole, end = _read_whole(words, at)
    return (100 / whole, end) if 1 < whole <= 100 else None


def _every_nth(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """Return the share of "every third child", but not of "every third day"."""
    rank = ORDINALS.get(words[at + 1], 1) if at + 2 < len(words) else 1
    return (100 / rank, at + 2) if 1 < rank < 100 and not is_time_word(words[at + 2]) else None


def is_time_word(word: str) -> bool:
    """Whether "every second" before a word is a frequency: "every second day"."""
    return MEASURES.get(word, ("", 0))[0] == "time" or word in _FREQUENCY_NOUNS or word in WEEKDAYS


_FREQUENCY_NOUNS = words_of("time night morning evening weekend summer winter and of is counts")


def complement_at(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """Return the percentage that leaves out a share, "all but a tenth", "all but 10 percent", and where it ends."""
    if words[at : at + 2] != ["all", "but"] or at + 3 >= len(words):
        return None
    if share := share_at(words, at + 2):
        return 100 - share[0], share[1]
    value = NUMBER_WORDS.get(words[at + 2]) or (int(words[at + 2]) if words[at + 2].isdecimal() else 0)
    end = at + 4 + (words[at + 3 : at + 5] == ["per", "cent"])
    return (100.0 - value, end) if 0 < value < 100 and (words[end - 1] in PERCENT or end > at + 4) else None


def compound_measure_at(words: Sequence[str], at: int) -> tuple[float, str, float, int] | None:
    """Return the value, kind, unit and end of one measure with more after it: "an hour and a half", "*a year* and two months"."""
    if words[at] not in ("a", "an", "one") or words[at + 2 : at + 3] != ["and"]:
        return None
    kind, unit = MEASURES.get(words[at + 1], ("", 0.0))
    if kind and words[at + 3 : at + 5] == ["a", "half"]:
        return 1.5, kind, unit, at + 4
    kind_of_more, smaller = MEASURES.get("".join(words[at + 4 : at + 5]), ("", 0.0))
    return (1.0, kind, unit, at + 1) if kind == kind_of_more == "time" and smaller < unit else None


def measure_after_share(words: Sequence[str], at: int) -> tuple[str, float, int] | None:
    """Return the kind, unit and end of the measure that a share is of: "a quarter *of a century*", "half *an hour*"."""
    if words[at : at + 1] and words[at] in MEASURES and words[at - 1] in ("half", "quarter"):
        kind, unit = MEASURES[words[at]]
        return kind, unit, at  # "a half-hour run"
    at += words[at : at + 1] == ["of"]
    article, noun = [*words[at : at + 2], "", ""][:2]
    return (*MEASURES[noun], at + 1) if article in ("a", "an") and noun in MEASURES else None


def _is_ordinal(words: Sequence[str], at: int) -> bool:
    """Whether "thirty-second" is a rank: "its thirty-second member", but "a thirty-second film"."""
    before = words[at - 1] if at else ""
    return before in ("the", "its", "his", "her", "their", "our", "my") or before.endswith("'s")


_ORDINAL_SCALES = {"hundredth": 100, "thousandth": 1_000, "millionth": 1_000_000}
"""After a number these make an ordinal: "the ten thousandth visitor"."""
_FRACTION_NOUNS = {**_ORDINAL_SCALES, "twentieth": 20, "fiftieth": 50}
"""Before "of" these are fractions: "a twentieth of its passengers"."""


def rank_at(words: Sequence[str], text: Tokens, at: int) -> tuple[float, int] | None:
    """Return a rank, "first", "21st", "3rd", and where it ends."""
    tens, last = NUMBER_WORDS.get(words[at], 0), words[at + 1] if at + 1 < len(words) else ""
    if tens >= 20 and ORDINALS.get(last, 10) < 10 and (last != "second" or _is_ordinal(words, at)):
        return float(tens + ORDINALS[last]), at + 2
    if tens and last in _ORDINAL_SCALES and _is_ordinal(words, at):
        return float(tens * _ORDINAL_SCALES[last]), at + 2
    if words[at] in ORDINALS:
        return float(ORDINALS[words[at]]), at + 1
    suffixed = at + 1 < len(words) and words[at + 1] in ("st", "nd", "rd", "th") and text.gap(at + 1) == 0
    figure = words[at].replace(",", "")
    return (float(figure), at + 2) if suffixed and figure.isdecimal() else None


def _opens_number(words: Sequence[str], text: Tokens, at: int) -> bool:
    """Whether an article may open a fraction or a number: "a third", "an hour and a half", "a million"."""
    following = words[at + 1] if at + 1 < len(words) else ""
    return (
        following in FRACTIONS
        or (following in _FRACTION_NOUNS and words[at + 2 : at + 3] == ["of"])
        or words[at + 2 : at + 3] == ["and"]
        or magnitude_at(words, text, at + 1, False) > 0
    )


_SINGLE_NOUNS = words_of("mother father parent parents woman man dad mum mom market currency")
"""Nouns with which "single" does not count: "a single mother"."""
_NEGATION_REACH = 5
"""Number of words after a "not" within which "a single" means "any"."""


def _counts_one(words: Sequence[str], text: Tokens, at: int) -> bool:
    """Whether "a single" counts what follows: "a single dose", but "not a single dose", "a single mother", "a single-storey house"."""
    if at + 1 == len(words) or words[max(0, at - 1) : at] != ["a"]:
        return False
    is_any = any(map(is_negator, words[max(0, at - _NEGATION_REACH) : at]))
    return text.gap(at + 1) > 0 and words[at + 1] not in _SINGLE_NOUNS and not is_any


STARTS_NUMBER_IF: Mapping[str, Callable[[Sequence[str], Tokens, int], bool]] = {
    "a": _opens_number,
    "an": _opens_number,
    "all": lambda words, _, at: words[at + 1 : at + 2] == ["but"],
    "single": _counts_one,
    "every": lambda words, _, at: at + 1 < len(words) and words[at + 1] in ORDINALS,
}
"""Little words that may open a number, with the check of what follows: they are in every text, and nearly always precede a noun."""
