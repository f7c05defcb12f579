"""Two statements of exactly the same words in which two parts have swapped, or a number precedes another noun.

Nobody who rewords a claim swaps two of its parts and leaves the rest in place, except for known reasons: the two are listed or
equated, the verb is reciprocal, or each has taken its preposition along. So any other swap is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import (
    AUXILIARIES,
    BE,
    FINITE_BE,
    MONTHS,
    NUMBER_WORDS,
    STOP_WORDS,
    words_of,
)
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.roles.transpositions import PASS, RECIPROCAL_VERBS, SYMMETRIC_VERBS
from claimtrack.core.match.guards.roles.word_order import (
    CLAUSE_CONJUNCTIONS,
    FRONTABLE_WORDS,
    is_only_reordered,
)
from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS, share_list
from claimtrack.core.match.reading.syntax.verbs import CONTENT_CLAUSE_VERBS
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    _Parts = tuple[range, range, range]
    """The places in a statement of two parts that have changed places in the other, and between them of what stands there."""


def parts_swapped(a: Reading, b: Reading) -> Difference | None:
    """Two parts have swapped and all other words have stayed: "$1 in Ohio but $2 in Iowa", "$1 in Iowa but $2 in Ohio"."""
    ours, theirs = a.words, b.words
    if ours == theirs or sorted(ours) != sorted(theirs):
        return None
    first = next(at for at, (x, y) in enumerate(zip(ours, theirs, strict=True)) if x != y)
    end = len(ours) - next(n for n in range(len(ours)) if ours[-1 - n] != theirs[-1 - n])
    quoted = (
        _number_moved(a, b, first, end)
        or _number_moved(b, a, first, end)[::-1]
        or _possessive_moved(a, b, first, end)
    )
    parts = None if quoted else _find_swapped_parts(a, b, first, end)
    turned = parts and (
        is_only_reordered(a, b) or _are_claim_and_source(a, b, parts) or _may_be_swapped(a, parts)
    )
    if parts and (_are_condition_and_consequence(a, parts) or not turned):
        quoted = tuple(a.as_written(part.start, part.stop) for part in parts[::2])
    return Difference(f"swapped: {' / '.join(quoted)}", sure=True, in_any_order=True) if quoted else None


def pronouns_swapped(a: Reading, b: Reading) -> str | None:
    """Who acts in one is acted upon in the other, where only the form of a pronoun shows it: "the state pays *us*", "*we* pay the state"; not in another voice."""
    ours, theirs = a.vocabulary - b.vocabulary, b.vocabulary - a.vocabulary
    if a.terms != b.terms or not (ours | theirs).isdisjoint(BE | {"by"}):
        return None
    for case in _CASES:
        pronouns = [next((word for word in case if word in only), "") for only in (ours, theirs)]
        if all(pronouns) and pronouns[0] != pronouns[1]:
            quoted = (r.written[r.words.index(word)] for r, word in zip((a, b), pronouns, strict=True))
            return f"differs: {' / '.join(quoted)}"
    return None


_CASES = (("we", "us"), ("they", "them"), ("he", "him"), ("she", "her"), ("i", "me"))
"""Pronouns as who acts and as who is acted upon."""


def _number_moved(one: Reading, other: Reading, first: int, end: int) -> tuple[str, ...]:
    """A number before another noun of the same two: "nine years of declines", "years of nine declines"."""
    number, *between = one.words[first:end]
    if [*between, number] != other.words[first:end] or STOP_WORDS.isdisjoint(between):
        return ()
    nouns = between[0], other.word(end)
    counts = number[0].isdecimal() or number in NUMBER_WORDS
    counts = counts and all(noun.isalpha() and noun not in STOP_WORDS | MONTHS.keys() for noun in nouns)
    return tuple(f"{number} {noun}" for noun in nouns) if counts else ()


def _possessive_moved(a: Reading, b: Reading, first: int, end: int) -> tuple[str, ...]:
    """A possessive before a modifier, and after it: "the *dead woman's* sister", "the *woman's dead* sister"."""
    owners = [r.words[first].endswith("'s") for r in (a, b)]
    apart = end - first == len({*owners}) == 2 and STOP_WORDS.isdisjoint(a.words[first:end])
    return (a.as_written(first, end), b.as_written(first, end)) if apart else ()


def _find_swapped_parts(a: Reading, b: Reading, first: int, end: int) -> _Parts | None:
    """The two parts that have swapped between the first and the last token that differ, with the tokens between them; None without such."""
    one, other = a.words[first:end], b.words[first:end]
    for left in (n for n in range(1, len(one)) if one[:n] == other[-n:]):
        for right in range(1, len(one) - left + 1):
            middle = one[left : len(one) - right]
            if one[-right:] == other[:right] and middle == other[right : len(one) - left]:
                start, stop = first + left, end - right
                parts = range(first, start), range(start, stop), range(stop, end)
                return parts if middle or _are_condition_and_consequence(a, parts) else None
    return None


_CONDITION_OPENERS = CLAUSE_CONJUNCTIONS | words_of("if unless before after until since once")


def _are_condition_and_consequence(reading: Reading, parts: _Parts) -> bool:
    """Whether two parts are a condition and its consequence: "*if* rents rise, banks fail"."""
    first, _, second = parts
    opens = not _CONDITION_OPENERS.isdisjoint(reading.words[max(0, first.start - 2) : first.start])
    whole = min(len(first), len(second)) > 1 and second.stop == len(reading.words)
    return opens and whole and reading.has_boundary_in(range(first.stop, second.start + 1))


def _are_claim_and_source(a: Reading, b: Reading, parts: _Parts) -> bool:
    """Whether two parts are a claim and its source: "the clerk thinks rents will fall", "rents will fall, thinks the clerk"."""
    first, between, second = parts
    weighty = {stem(a.words[at]) for at in between if a.words[at] not in STOP_WORDS}
    apart = a.is_boundary(between.start) or b.is_boundary(first.start + len(second))
    return bool(weighty) and weighty <= CONTENT_CLAUSE_VERBS and apart


_TIME_OPENERS = words_of("last next this today yesterday")
"""First words of times; two parts that open with these each date something else."""
_MOVABLE_OPENERS = FRONTABLE_WORDS | _CONDITION_OPENERS | _TIME_OPENERS
_COORDINATORS = words_of("and or nor plus while whereas whilst") | DETERMINERS
_CONTRASTING = words_of("and but although though while whereas than whilst compared versus")
_EQUALITY_WORDS = words_of("equal equals alike")
_UNSWAPPABLE_WORDS = STOP_WORDS - words_of("me him us them you")
"""Function words that form no part by themselves; but "more with Rau than with *me*"."""


def _may_be_swapped(reading: Reading, parts: _Parts) -> bool:
    """Whether two parts may be swapped without changing the meaning."""
    first, between, second = (reading.words[part.start : part.stop] for part in parts)
    before = [reading.words[part.start - 1] if part.start else "" for part in parts[::2]]
    after = reading.words[parts[2].stop : parts[2].stop + 1]  # "as many as Orm *has* teachers"
    weighty = {stem(word) for word in between if word not in STOP_WORDS}
    points = {"he", "she"} & reading.vocabulary  # "when A met B, he"
    labelled = first[0][0].isdecimal() and bool(weighty)  # "Ohio 5, Iowa 7"
    if first[0] in _TIME_OPENERS and second[0] in _TIME_OPENERS:
        return False
    return (
        any(part[0] in _MOVABLE_OPENERS or _UNSWAPPABLE_WORDS.issuperset(part) for part in (first, second))
        or (_COORDINATORS.issuperset(between) and "respectively" not in reading.vocabulary)
        or (FINITE_BE | DETERMINERS | {"also"}).issuperset(between)
        or (_CONTRASTING.isdisjoint(between) and before[0] == before[1] in FRONTABLE_WORDS)
        or (between.count("as") > 1 and AUXILIARIES.isdisjoint(after))
        or not _EQUALITY_WORDS.isdisjoint(between)
        or PASS in weighty
        or (not RECIPROCAL_VERBS.isdisjoint(weighty) and weighty <= SYMMETRIC_VERBS and not points)
        or not attribution_places(reading).isdisjoint(parts[1])
        or (not labelled and share_list(reading, parts[0].start, parts[2].start))
    )
