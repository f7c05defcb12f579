"""Guards on the standard of a comparison: an equal ("as much as"), an earlier value ("stays at 7 percent"), another of the kind ("the worst", "worse than this one")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimtrack.core.language.word_lists import (
    COMPARATIVES,
    NOBODY,
    NUMBER_WORDS,
    ORDINALS,
    OTHERS,
    phrases_of,
    words_of,
)
from claimtrack.core.match.guards.difference import Excerpts, symmetric_guard
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.bindings import share_context
from claimtrack.core.match.reading.syntax.phrases import phrase_after
from claimtrack.core.match.words.antonyms import poles_of

_EQUAL_WORDS = words_of("same equal equally identical")


@symmetric_guard("differs")
def equal_or_not(one: Reading, other: Reading) -> Excerpts | None:
    """Two are equal in one, and one of them exceeds the other in the other: "the same prize", "as much as", "more than"."""
    if one.negators or other.negators:
        return None
    unshared = other.vocabulary - one.vocabulary
    more = COMPARATIVES & unshared if "than" in unshared else _find_ratios(other, unshared)
    if more and (equal := sorted(_EQUAL_WORDS & (one.vocabulary - other.vocabulary)) or _find_equatives(one)):
        return equal[0], min(more)
    return _as_likely_or_changed(one, other)


_EQUATIVE_SPAN = 6
"""Words from the first "as" of a pair to the second: "as much money per week as"."""
_GRADABLE_WORDS = words_of(
    "much many often high low big large old heavy rich likely good long short fast strong safe dangerous "
    "expensive cheap poor tall young small wide deep common clean hot cold dense hard far"
)


def _find_equatives(reading: Reading) -> list[str]:
    """The equatives in a statement as written: "as much as"; not "twice as much as" nor "as many as 40"."""
    words = reading.words
    if "with" in reading.vocabulary:
        for at in range(len(words) - 2):
            if words[at : at + 3] in _EQUALITY_PHRASES:
                return [reading.as_written(at, at + 3)]
    counted = {place for q in reading.quantities for place in (q.first - 2, q.first - 3, q.last + 2)}
    return [
        reading.as_written(at - 1, at + 1)
        for at, word in enumerate(words[1:-2], 1)
        if word in _GRADABLE_WORDS
        and words[at - 1] == "as" in words[at + 1 : at + _EQUATIVE_SPAN]
        and at not in counted
        and words[at : at + 2] != ["far", "as"]  # "as far as quality goes"
        and NOBODY.isdisjoint(words[:at])
        and _RATIO_WORDS.isdisjoint(words[max(0, at - 3) : at - 1])
    ]


def _find_ratios(reading: Reading, unshared: frozenset[str]) -> list[str]:
    """The new ratios in a statement as written: "twice as much", "half as much as"."""
    return [
        reading.as_written(at - 2, at + 1)
        for at, word in enumerate(reading.words[2:-1], 2)
        if word in _GRADABLE_WORDS
        and reading.words[at - 1] == "as"
        and reading.words[at - 2] in MULTIPLIERS & unshared
    ]


MULTIPLIERS = words_of("half twice times double")
_EQUALITY_PHRASES = phrases_of(
    "in line with | in step with | kept pace with | keep pace with | keeps pace with | a par with"
)
_RISK_NOUNS = words_of("risk risks chance chances odds likelihood probability danger")
_RISK_CHANGING_VERBS = words_of(
    "cut cuts cutting reduce reduces reduced lower lowers lowered halve halves halved raise raises raised "
    "increase increases increased double doubles doubled triples tripled more less"
)
_LIKELIHOOD_ADJECTIVES = words_of("likely prone apt")
_RATIO_WORDS = words_of("half twice times double not nearly almost")


def _as_likely_or_changed(one: Reading, other: Reading) -> Excerpts | None:
    """Something changes a risk in one, and leaves it equal in the other: "cuts the risk", "just as likely"."""
    if "likely" not in one.vocabulary or one.negators or other.negators or not _is_equally_likely(one):
        return None
    if not _RISK_NOUNS.isdisjoint(one.vocabulary):
        return None  # a risk that the other does not mention
    of_chance = other.vocabulary & (_RISK_NOUNS | _LIKELIHOOD_ADJECTIVES)
    changing = sorted(_RISK_CHANGING_VERBS & other.vocabulary)
    if not of_chance or _is_equally_likely(other) or not (changing or _RATIO_WORDS & other.vocabulary):
        return None
    return "as likely", changing[0] if changing else "times as likely"


def _is_equally_likely(reading: Reading) -> bool:
    """Whether two are equally likely, and not twice as likely."""
    words = reading.words
    places = (at for at in range(1, len(words)) if words[at - 1 : at + 1] == ["as", "likely"])
    return any(_RATIO_WORDS.isdisjoint(words[max(0, at - 2) : at - 1]) for at in places)


_NUMBER_REACH = 6
"""Words from "fewer than" to the record, or from "stays" to a number."""


_STAYING_VERBS = words_of(
    "stay stays stayed staying remain remains remained remaining unchanged held holds kept keeps left leaves steady"
)


@symmetric_guard("differs")
def stays_or_changes(one: Reading, other: Reading) -> Excerpts | None:
    """A value stays in one and changes in the other: "stays at 7 percent", "from 7 to 9 percent"; or "stays the same" and rises."""
    if two := _unchanged_or_changed(one, other):
        return two
    staying = [at for at, word in enumerate(one.words) if word in _STAYING_VERBS]
    if not staying or not {"from", "to"} <= other.vocabulary or "from" in one.vocabulary:
        return None
    for x, y in pairwise(other.amounts):
        moved = other.words[x.first - 1] == "from" and x.value != y.value
        levels = (q for q in one.amounts if q.value == x.value and 0 < q.first - staying[0] <= _NUMBER_REACH)
        if moved and other.words[y.first - 1] == "to" and (level := next(levels, None)):
            return f"{one.words[staying[0]]} at {level.written}", f"from {x.written} to {y.written}"
    return None


_CONSTANT_WORDS = words_of("same constant unchanged flat stable steady")
_CHANGING_VERBS = words_of("changed changes change shifted moved varied")


def _unchanged_or_changed(one: Reading, other: Reading) -> tuple[str, str] | None:
    """How one says that something stays the same, and what it does in the other: "stayed the same", "rose"."""
    words = one.words
    staying = (at for at, word in enumerate(words) if word in _STAYING_VERBS)
    at = next((at for at in staying if _starts_with_constant(words[at + 1 :])), None)
    if at is None or one.negators or other.negators or not _CONSTANT_WORDS.isdisjoint(other.vocabulary):
        return None
    if "direction" in one.poles or not _CHANGING_VERBS.isdisjoint(one.vocabulary):
        return None
    turns = [(word, place) for _, word, place in other.poles.get("direction", ())]
    turns += [(word, place) for place, word in enumerate(other.words) if word in _CHANGING_VERBS]
    for word, place in turns:
        if share_context(one, at, other, place):
            end = next(i for i in range(at, len(words)) if words[i] in _CONSTANT_WORDS)
            return one.as_written(at, end + 1), word
    return None


def _starts_with_constant(words: Sequence[str]) -> bool:
    """Whether the words after "stayed" mean unchanged: "stayed *the same*", "has remained *largely unchanged*"."""
    return not _CONSTANT_WORDS.isdisjoint(words[: 1 + words[0].endswith(("the", "ly"))]) if words else False


_COMPARATIVES = {"worst": "worse", "best": "better", "most": "more", "least": "less", "fewest": "fewer"}
_UNIVERSAL_WORDS = NOBODY | words_of("any all every everybody everyone ever never not")
"""With these a comparative ranks first, too: "worse than any other", "nobody has more than"."""
_SOME_WORDS = words_of("some several many few only") | NUMBER_WORDS.keys()
_LOWER_RANKS = (ORDINALS.keys() - {"first"}) | {"one", "among", "next"}
"""Before a superlative these mean that others exceed it: "the *second* highest", "*one* of the highest"."""
_EXCEPTION_WORDS = words_of("after behind except excepting but bar outside")
"""After a superlative these name what exceeds it: "the highest *after* Estonia's"."""
_THAN_REACH = 9
"""Words from the comparative to "than"."""
_STEM_LETTERS = 4
"""First letters by which two terms are forms of one: Scottish, Scotland."""


@symmetric_guard("differs")
def top_or_outranked(one: Reading, other: Reading) -> Excerpts | None:
    """One ranks it first, the other below another: the worst, and worse than this one."""
    if "than" not in other.vocabulary or "than" in one.vocabulary or one.negators or other.negators:
        return None
    if not _UNIVERSAL_WORDS.isdisjoint(other.vocabulary) or not _are_others_limited(other):
        return None
    for at, word in enumerate(one.words):
        comparative = _COMPARATIVES.get(word) or (f"{word[:-2]}r" if word.endswith("est") else "")
        more = _find_comparative(comparative, other) if comparative else None
        if more is None or _has_lower_rank(one, at):
            continue
        than = next((i for i in range(more + 1, more + _THAN_REACH) if other.word(i) == "than"), 0)
        subject = {term[:_STEM_LETTERS] for term, place in one.placed_terms if place < at}
        after = phrase_after(other, than) if than else frozenset()
        if after and {term[:_STEM_LETTERS] for term in after} <= subject:
            return one.written[at], f"{other.written[more]} than"
    return None


def _find_comparative(comparative: str, reading: Reading) -> int | None:
    """The place of a comparative or of a synonym: hotter, warmer."""
    if comparative in reading.vocabulary:
        return reading.words.index(comparative)
    meant = set(poles_of(comparative))
    places = (at for at, word in enumerate(reading.words) if word in COMPARATIVES)
    return next((at for at in places if not meant.isdisjoint(poles_of(reading.words[at]))), None)


def _has_lower_rank(reading: Reading, at: int) -> bool:
    """Whether a superlative leaves others above it: "the second highest", "the highest after"."""
    before, after = reading.words[max(0, at - 3) : at], reading.words[at:]
    return not (_LOWER_RANKS.isdisjoint(before) and _EXCEPTION_WORDS.isdisjoint(after))


def _are_others_limited(reading: Reading) -> bool:
    """Whether "others", if there are any, are only some: "two other capitals"; "worse than others" may mean all of them."""
    words = reading.words
    places = [at for at, word in enumerate(words) if word in OTHERS]
    return all(at and (words[at - 1] in _SOME_WORDS or words[at - 1][0].isdecimal()) for at in places)
