"""What numbers count and "only" modifies in two statements of the same words: four in ten, four of the ten."""

from __future__ import annotations

from itertools import pairwise, product

from claimtrack.core.language.word_lists import (
    APPROXIMATE,
    MAGNITUDES,
    MONTHS,
    NEARLY,
    NUMBER_WORDS,
    STOP_WORDS,
    words_of,
)
from claimtrack.core.match.alignment.numbers import is_stated_as_counts
from claimtrack.core.match.guards.difference import Difference, Excerpts, symmetric_check
from claimtrack.core.match.reading.numbers.quantities import Quantity
from claimtrack.core.match.reading.numbers.rates import RATE_UNITS
from claimtrack.core.match.reading.paraphrases import unmatched
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS, find_focus_of_only, is_only_moved
from claimtrack.core.match.words.terms import stem


@symmetric_check("differs", sure=True, in_any_order=True)
def counted_things_differ(one: Reading, other: Reading) -> Excerpts | None:
    """The base of a share, the counted noun or what "only" modifies is another in each statement."""
    checks = (
        _share_or_part,
        _counted_nouns_differ,
        _noun_or_unit,
        _possessor_or_possession,
        _only_scopes_differ,
    )
    return next((difference for differ in checks if (difference := differ(one, other))), None)


def _share_or_part(one: Reading, other: Reading) -> tuple[str, str] | None:
    """A share in general, and the same share of a definite group: "four in ten pupils", "four out of ten", "four of the ten pupils"."""
    shares = [q for q in one.quantities if q.kind == "%" and (" in " in q.written or _has_round_base(q))]
    parts = [q for q in other.quantities if q.kind == "%" and _is_part_of_group(q)]
    pairs = ((x.written, y.written) for x, y in product(shares, parts) if x.value == y.value)
    return next(pairs, None)


def _is_part_of_group(part: Quantity) -> bool:
    """Whether a share is of a definite group: "four of the ten"; but "on three of seven days"."""
    words = part.written.casefold().split()
    return "out" not in words and any(
        word == "of" and following in DETERMINERS for word, following in pairwise(words)
    )


def _has_round_base(share: Quantity) -> bool:
    """Whether a share has a base so small that it may be of everybody: "nine out of ten", but "7 out of 11"."""
    is_listed, whole = " out of " in share.written, share.written.casefold().split()[-1]
    return (
        is_listed and (NUMBER_WORDS.get(whole, 0) or int(whole if whole.isdecimal() else 99)) in _ROUND_BASES
    )


_ROUND_BASES = frozenset({*range(2, 11), 12})
"""Bases of shares in general; "seven out of eleven" are seven of eleven that exist."""


def _counted_nouns_differ(one: Reading, other: Reading) -> tuple[str, str] | None:
    """A number counts a noun in the one, and something else in the other: "60 lamps", "lamps from 60 streets"."""
    if one.terms != other.terms:
        return None
    for number in one.amounts:
        noun = one.word(number.last + 1)
        counts = number.kind == "number" or _is_part_of_group(number)
        if not counts or noun in STOP_WORDS or not noun[:1].isalpha():
            continue
        for same in other.amounts:
            if same.value == number.value and _counts_other_noun(other, same, noun):
                return f"{number.written} {noun}", f"{other.words[same.first - 1]} {same.written}"
    return None


def _noun_or_unit(one: Reading, other: Reading) -> tuple[str, str] | None:
    """A number counts a noun in the one, and is only the number of a unit in the other: "7 million containers", "7 million tonnes"."""
    for number in one.amounts:
        noun = one.words[number.last + 1 : number.last + 2]
        if number.kind != "number" or not noun or not noun[0].isalpha() or noun[0] in STOP_WORDS:
            continue
        measured = [
            q
            for q in other.amounts
            if q.value == number.value and q.kind not in _UNITLESS_KINDS and not _shares_unit(one, other, q)
        ]
        if measured and unmatched(frozenset({stem(noun[0])}), other.terms):
            same = measured[0]
            return f"{number.written} {noun[0]}", other.as_written(
                same.first, same.last + 1 + same.unit_words
            )
    return None


@symmetric_check("differs", sure=False)  # "scored three times", "scored three goals"
def times_or_objects(one: Reading, other: Reading) -> Excerpts | None:
    """So many times, and so many objects that the other does not mention, or mentions one of: "stabbed with twelve knives", "sued *the paper* twice"."""
    for number in (q for q in one.amounts if q.kind == "times"):
        alike = [q for q in other.amounts if q.value == number.value]
        if any(q.kind == "times" for q in alike):
            continue
        for same in (q for q in alike if q.kind == "number"):
            noun = other.word(same.last + 1)
            means = other.words[same.first - 1 : same.first] == ["with"]  # which may be akin to the verb
            counts = noun[:1].isalpha() and noun not in STOP_WORDS
            is_other = means or unmatched(frozenset({stem(noun)}), one.terms) or _mentions_singular(one, noun)
            if counts and is_other:
                return number.written, f"{same.written} {noun}"
    return _rank_or_count(one, other)


def _rank_or_count(one: Reading, other: Reading) -> Excerpts | None:
    """An ordinal in the one and a count of the same noun in the other: "her *third* medal", "*three* medals"."""
    ranks, numbers = _numbers_by_noun(one, "ordinal"), _numbers_by_noun(other, "number")
    return next(((ranks[two], numbers[two]) for two in ranks if two in numbers), None)


def _numbers_by_noun(reading: Reading, kind: str) -> dict[tuple[float, str], str]:
    """Value of each number of a kind, with the stem of each word soon after it -> the number as written; no dates: "14 August"."""
    return {
        (number.value, stem(noun)): number.written
        for number in reading.quantities
        if number.kind == kind
        and reading.word(number.last + 1) not in STOP_WORDS
        and MONTHS.keys().isdisjoint(reading.words[max(0, number.first - 2) : number.last + 1 + _NOUN_REACH])
        for noun in reading.words[number.last + 1 : number.last + 1 + _NOUN_REACH]
    }


_NOUN_REACH = 3
"""The number of tokens after a number among which the counted noun is."""


def _mentions_singular(reading: Reading, plural: str) -> bool:
    """Whether a statement has the singular of a plural: "the bill", of "bills"."""
    return any(
        before in DETERMINERS and word != plural and stem(word) == stem(plural)
        for before, word in pairwise(reading.words)
    )


def _possessor_or_possession(one: Reading, other: Reading) -> tuple[str, str] | None:
    """So many people, and as many of their possessions: "30 children", "30 children's ponies"."""
    for number in one.amounts:
        noun = one.word(number.last + 1)
        for same in other.amounts if noun and not _is_possessive(one, number.last + 1) else ():
            at = same.last + 1
            counts = number.kind == same.kind == "number" and same.value == number.value
            owned = counts and _is_possessive(other, at) and stem(other.words[at]) == stem(noun)
            if owned and stem(other.words[at + 1]) not in one.terms:
                return f"{number.written} {noun}", f"{same.written} {other.as_written(at, at + 2)}"
    return None


def _is_possessive(reading: Reading, at: int) -> bool:
    """Whether a word is a possessive before a noun: "children's ponies", "shepherds' dogs"."""
    if at + 1 >= len(reading.words) or reading.words[at + 1] in STOP_WORDS:
        return False
    gap = reading.gap_before(at + 1)
    return reading.words[at].endswith("'s") or gap == "' "


_UNITLESS_KINDS = frozenset({"number", "%", "times", "rank", "time"})
"""Kinds of numbers without a unit of their own."""


def _shares_unit(one: Reading, other: Reading, number: Quantity) -> bool:
    """Whether a statement has the unit of a number of the other."""
    words = other.words[number.first : number.last + 1 + number.unit_words]
    return any(word in one.vocabulary for word in words if word[0].isalpha() and word not in MAGNITUDES)


def _counts_other_noun(reading: Reading, number: Quantity, noun: str) -> bool:
    """Whether a number follows a preposition, and the noun only precedes that."""
    before, after = reading.words[: number.first], reading.words[number.last + 1 :]
    return bool(before) and before[-1] in _PREPOSITIONS and noun in before and noun not in after


_PREPOSITIONS = words_of("from in on at for with into onto off")


def _only_scopes_differ(one: Reading, other: Reading) -> tuple[str, str] | None:
    """Both have one "only", which modifies another word in each."""
    ours, theirs = _find_only_scopes(one), _find_only_scopes(other)
    is_moved = is_only_moved(one.words, other.words)
    if len(ours) != 1 or len(theirs) != 1 or not ours.keys().isdisjoint(theirs) or is_moved:
        return None
    both = ((ours, one, other), (theirs, other, one))
    if any(q.term in x and is_stated_as_counts(q, y) for x, r, y in both for q in r.quantities):
        return None  # "only two of the 27 states", "only two of its 27 states"
    return next(iter(ours.values())), next(iter(theirs.values()))


_ONLY = words_of("only just")


def number_comments_differ(a: Reading, b: Reading) -> Difference | None:
    """One calls a number small, or additional, and the other does not: "only 30,000 tickets", "another 30,000 tickets"."""
    for words, (one, other) in product((_MINIMISERS, _ADDITIONS), ((a, b), (b, a))):
        if words.isdisjoint(one.vocabulary) or not words.isdisjoint(other.vocabulary):
            continue
        for number in one.amounts:
            before = one.words[number.first - 1] if number.first else ""
            same = any(q.value == number.value and q.kind == number.kind for q in other.amounts)
            if before in words and same and one.words[number.first - 2 : number.first - 1] != ["not"]:
                return Difference(f"only one says: {before}", sure=False)
    return None


_MINIMISERS = words_of("only just merely solely mere barely few fewer little")
_ADDITIONS = words_of("another extra additional further more new others other")


def _find_only_scopes(reading: Reading) -> dict[str, str]:
    """What each "only" modifies, a number by its term -> as shown; "only use 10 percent" modifies the number."""
    words, found = reading.words, {}
    for at, word in enumerate(words[:-1]):
        if word not in _ONLY:
            continue
        first = at + 1
        number = next((q for q in reading.quantities if first <= q.first <= first + 1), None)
        if number is not None and (number.first == first or words[first] not in STOP_WORDS):
            found[number.term] = f"only {number.written}"
            continue
        first = find_focus_of_only(words, first)
        found[stem(words[first])] = f"only {words[first]}"
    return found


_DISTRIBUTIVES = words_of("each apiece")


@symmetric_check("only one says", in_any_order=True, sure=True)
def distribution_differs(one: Reading, other: Reading) -> Excerpts | None:
    """A number for each in the one, for all together in the other: "each of the five banks paid 3 million", "the five paid"."""
    distributive = _DISTRIBUTIVES & (one.vocabulary - other.vocabulary)
    is_shared = len(one.amounts) > 1 or _follows_number(one)
    if distributive and is_shared and not {"every", "per"} & other.vocabulary and not _has_idle_each(one):
        return (min(distributive),)
    return None


def _has_idle_each(reading: Reading) -> bool:
    """Whether "each" counts times or is reciprocal: "60 hours each week", "crashed into each other"."""
    after_each = [following for word, following in pairwise(reading.words) if word == "each"]
    return any(following == "other" or following in RATE_UNITS for following in after_each)


def _follows_number(reading: Reading) -> bool:
    """Whether "each" follows what it distributes, and precedes no noun: "60 million crowns *each* from the ministry"."""
    return any(
        word in _DISTRIBUTIVES and next_word in STOP_WORDS - {"of"}
        for word, next_word in pairwise([*reading.words, "and"])
    )


@symmetric_check("differs", sure=False)
def all_or_about(one: Reading, other: Reading) -> Excerpts | None:
    """All of a number in the one, about so many in the other: "all 30", "some 30"; but "in all, 30"."""
    for x in one.quantities if "all" in one.vocabulary else ():
        if not x.first or one.words[x.first - 1] != "all" or one.is_boundary(x.first):
            continue
        same = (y for y in other.quantities if y.first and y.value == x.value)
        if approximate := next((y for y in same if other.words[y.first - 1] in _APPROXIMATIONS), None):
            return f"all {x.written}", f"{other.words[approximate.first - 1]} {x.written}"
    return None


_APPROXIMATIONS = APPROXIMATE - NEARLY
