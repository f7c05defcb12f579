"""What a statement denies: its negators and the terms in their scope."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from claimtrack.core.language.calendar_words import TIME_UNITS
from claimtrack.core.language.word_lists import NOBODY, RELATIVE_SUBJECTS, WEEKDAYS, words_of
from claimtrack.core.match.reading.dates import starts_date
from claimtrack.core.match.reading.semantics.near_denials import (
    CONTEXTUAL_NEGATORS,
    EXCLUDING_VERBS,
    RULE_OUT_VERBS,
    excludes_possibility,
    find_negation_end,
    is_denial,
    is_no_denial,
    opens_number,
    refutes_report,
)
from claimtrack.core.match.reading.syntax.phrases import HELPERS
from claimtrack.core.match.words.forms import is_comparative
from claimtrack.core.match.words.negators import (
    BASELESS,
    CEASING,
    DENIERS,
    EXCLUDING,
    IDIOMS,
    LEAVING_UNDONE,
    NEGATORS,
    is_negator,
)

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

FOCUS = 2
"""Number of terms after a negator that it surely negates."""
NEGATIVE_PRONOUNS = words_of("nobody none nothing nowhere zero nil")
"""Negators that may stand after what they negate: "used by nobody"."""
POLARITY_ITEMS = words_of("any anyone anybody anything anywhere ever yet either")
"""Words that only reinforce a negator: "not paid anyone *yet*"."""
_CLAUSE_OPENERS = words_of(
    "when while because after before that which who whom whose how why if since until although though unless"
)
"""Words that open a clause, which a negator before it does not surely negate."""
_ZERO = words_of("zero nil none")
"""Negative pronouns that may stand far after what they negate: "the tax on it was zero"."""
REACH = 6
"""Number of terms after a negator that it may negate."""


_MAY_NEGATE = NEGATORS | CEASING | LEAVING_UNDONE | RULE_OUT_VERBS | CONTEXTUAL_NEGATORS
"""Every word that negates in some context: checked first, as most words are none."""


_UNIVERSALS = words_of("all every everyone everybody both enough")
_EXISTENTIALS = words_of("there hardly has have had")
_CONTENT_NOUNS = BASELESS | words_of(
    "doubt reason chance way question possibility risk guarantee need suggestion hope danger claim "
    "likelihood plan plans"
)
"""After these "that" opens their content, no relative clause: "there is *no proof that* it does *not* work"."""
_SECOND_NEGATOR_REACH = 9
"""Maximum number of words between a "there is no" and the "not" of the clause that cancels it."""


_RULE_OUT_REACH = 3
"""Maximum number of words from a "not" or "unable" to the "rule out" that it negates."""


def double_negatives(words: Sequence[str], places: Sequence[int]) -> frozenset[int]:
    """Return the places of pairs of negators that cancel each other: "*there is no* bank *that does not*" is every bank, "has *not ruled out*", "*never fails* to"."""
    found: set[int] = set()
    for first, second in pairwise(places):
        start = next((at for at in range(first, max(-1, first - 3), -1) if words[at] in _EXISTENTIALS), None)
        none = words[first] in ("no", "not", "isn't", "aren't", "wasn't", "weren't", "hardly")
        between = words[first + 1 : second]
        clause = not RELATIVE_SUBJECTS.isdisjoint(between) or words[second] == "without"
        of_things = "but" not in between and _CONTENT_NOUNS.isdisjoint(between)
        not_excluded = words[second] in RULE_OUT_VERBS and second - first <= _RULE_OUT_REACH
        not_left = words[second] in LEAVING_UNDONE and second - first == 1 and words[first] != "no"
        is_close = start is not None and second - first <= _SECOND_NEGATOR_REACH
        if not_left or not_excluded or (is_close and none and clause and of_things):
            found |= {first, second}
    return frozenset(found)


def _skip_asides(words: Sequence[str], at: int) -> int:
    """Return the first place from one on that is past any time or spokesperson: "declined *on Friday, through a spokesman,* to say"."""
    while at < len(words) and (words[at] in _ASIDE_WORDS or words[at].endswith("ly")):
        at += 1
    return at


_ASIDE_WORDS = WEEKDAYS.keys() | words_of(
    "on today yesterday again also through a an his her its spokesman spokeswoman lawyer"
)


def find_negators(words: Sequence[str]) -> list[int]:
    """Return the places of the words that negate; "not only", "no doubt" and the like do not."""
    return [
        at
        for at, word in enumerate(words)
        if (word in _MAY_NEGATE or word.endswith("n't"))
        and _is_negating(words, at)
        and not is_no_denial(words, at)
        and not _is_in_idiom(words, at)
    ]


def _is_negating(words: Sequence[str], at: int) -> bool:
    """Whether a word negates in its context: "never", "*stopped* paying", "*declined* on Friday to say", "*ruled* out"."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    to = _skip_asides(words, at + 1) if word in LEAVING_UNDONE else at
    is_left_undone = to > at and words[to : to + 1] == ["to"] and not opens_number(words[to + 1 : to + 2])
    return (
        is_negator(word)
        or is_left_undone
        or (word in CEASING and following.endswith("ing"))
        or (word in EXCLUDING and following == "out")
        or (word in EXCLUDING_VERBS and excludes_possibility(words, at))
        or (word in CONTEXTUAL_NEGATORS and is_denial(words, at))
    )


def _is_in_idiom(words: Sequence[str], at: int) -> bool:
    """Whether an idiom includes a negator: "*no* doubt", "the oldest, if *not* the best"; but "if not all members sign", "*no* lower than Lenn"."""
    if words[at] == "no" and _is_compared(words[at + 1 : at + 4]):
        return False
    if words[max(0, at - 1) : at + 1] == ["if", "not"] and "".join(words[at + 1 : at + 2]) in _UNIVERSALS:
        return False
    spans = ((at, at + 2), (at, at + 3), (at - 1, at + 1), (at - 1, at + 2))
    return any(tuple(words[first:end]) in IDIOMS for first, end in spans)


def _is_compared(words: Sequence[str]) -> bool:
    """Whether a comparative compares, and does not bound a number: "lower than they were", but "lower than 5 percent"."""
    return words[1:2] == ["than"] and words[0] in _COMPARATIVES and not opens_number(words[2:])


_COMPARATIVES = words_of("higher lower larger smaller greater older younger")


def is_number_sign(reading: Reading, at: int) -> bool:
    """Whether "No" abbreviates "number": "No. 1", "the No 1"; but "no 24-hour shop"."""
    if reading.words[at] != "no" or not reading.word(at + 1).isdecimal():
        return False
    return reading.is_boundary(at + 1) or (reading.written[at] == "No" and at not in reading.openings)


_EXPECTATION_WORDS = words_of(
    "expect expects expected count counting likely anticipate anticipated think due hope bank ready scheduled"
)
_TIME_UNITS = TIME_UNITS | words_of("decade decades century")
_EXPECTATION_REACH = 12
"""Number of words within which a time limit follows a negated expectation: "don't expect the road to open before June"."""


def _only_sets_bound(words: Sequence[str], at: int) -> bool:
    """Whether a negator only sets a limit: "not before 2027" is 2027 at the earliest, "none is larger" the largest."""
    if _is_limited_in_time(words, at):
        return True
    if words[at] not in NOBODY:
        return False
    rest = list(takewhile(lambda word: word not in _REASON_CONJUNCTIONS, words[at + 1 :]))
    if rest.count("as") > 1:
        return True  # "no colleague has missed as many as" she has
    if "than" not in rest:
        return False
    than = rest.index("than")
    if rest[max(0, than - 2)] == "for" and not _TIME_UNITS.isdisjoint(rest[than + 1 : than + 3]):
        return False  # "had no president for more than a year"
    return any(is_comparative(word) for word in rest[:than])


_REASON_CONJUNCTIONS = words_of("because although though despite unless whereas")
"""After these begins another statement, whatever it compares."""


def _is_limited_in_time(words: Sequence[str], at: int) -> bool:
    """Whether a negator negates only up to a date: "not before 2027", "won't open until Monday"."""
    if words[at] not in ("not", "never", "no", "nobody") and not words[at].endswith("n't"):
        return False
    expected = not _EXPECTATION_WORDS.isdisjoint(words[at + 1 : at + 4])
    if words[at] in ("no", "nobody") and not expected:
        return False
    return any(
        word == "until" or (word == "before" and _starts_time(words[i + 1 : i + 3]))
        for i, word in enumerate(words[at + 1 : at + (_EXPECTATION_REACH if expected else 5)], at + 1)
    )


def _starts_time(words: Sequence[str]) -> bool:
    """Whether a date or part of the year follows, and not an event: "the summer", but "the dam broke"."""
    if words[:1] != ["the"]:
        return starts_date(words[:1])
    return starts_date(words[1:2]) or not _TIME_NOUNS.isdisjoint(words[1:2])


_TIME_NOUNS = words_of(
    "end start beginning middle weekend new year month week election elections vote deadline"
)


def postponed(
    words: Sequence[str], placed_terms: Sequence[tuple[str, int]], places: Sequence[int]
) -> frozenset[str]:
    """Return the terms that the negators at some places negate only up to a date."""
    found: set[str] = set()
    for at in places:
        if _is_limited_in_time(words, at):
            found.update([term for term, place in placed_terms if place > at][:FOCUS])
    return frozenset(found)


_TIME_PREPOSITIONS = words_of("since until before after during within through across")
"""Function words that are no stop words: neither they nor what follows is surely negated."""


def negates_sentence(words: Sequence[str], at: int) -> bool:
    """Whether a negator negates its whole sentence: "a *hoax*", "*no* evidence", "*not* true that", "*never* did the board see it"."""
    if at == 0 and words[0] == "never":
        return len(words) > 1 and words[1] in HELPERS
    not_true = "".join(words[at + 1 : at + 2]) == "true" and words[at].endswith(("not", "n't"))
    return (
        words[at] in DENIERS
        or (not_true and list(words[at + 2 : at + 3]) in ([], ["that"]))
        or refutes_report(words, at)
        or (words[at] in ("no", "zero") and not BASELESS.isdisjoint(words[at + 1 : at + 3]))
    )


def count_negators(reading: Reading, reach: int) -> list[int]:
    """Return for each term how many negators have it in their scope, which ends with their sentence; some negate all of it."""
    words, placed_terms, sentences = reading.words, reading.placed_terms, reading.sentences
    counts = [0] * len(placed_terms)
    all_places = [at for _, at in placed_terms]
    deniable = [
        i for i, at in enumerate(all_places) if not is_negator(words[at]) and words[at] not in POLARITY_ITEMS
    ]
    places = [all_places[i] for i in deniable]
    for at in reading.negators:
        if _only_sets_bound(words, at):
            continue
        over = find_negation_end(reading, at) if reach == FOCUS else len(words)
        whole = over == len(words) and negates_sentence(words, at)
        first = 0 if whole else bisect_right(places, at + (words[at] in EXCLUDING))  # "ruled *out* a link"
        near = [
            i
            for i in deniable[first : None if whole else first + reach]
            if sentences[all_places[i]] == sentences[at] and all_places[i] < over
        ]
        if reach == FOCUS and not whole:
            near = [i for i in near if not _CLAUSE_OPENERS & set(words[at + 2 : all_places[i]])]
            near = list(takewhile(lambda i: words[all_places[i]] not in _TIME_PREPOSITIONS, near))
            if words[at] == "neither":
                near = [i for i in near if "nor" not in words[at : all_places[i]]]  # that "nor" denies itself
        for i in near:
            counts[i] += 1
        if words[at] in NEGATIVE_PRONOUNS and reach > FOCUS:
            end = bisect_left(all_places, at)
            start = end - (reach if words[at] in _ZERO else FOCUS)
            for i in range(max(0, start), end):
                counts[i] += sentences[all_places[i]] == sentences[at]
    return counts
