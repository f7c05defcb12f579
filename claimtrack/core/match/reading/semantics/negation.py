"""What a statement denies: its negators and the terms in their reach."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from claimtrack.core.match.reading.dates import starts_date
from claimtrack.core.match.reading.semantics.near_denials import (
    CONTEXTUAL_NEGATORS,
    EXCLUDING_VERBS,
    excludes_possibility,
    find_negation_end,
    is_denial,
    is_no_denial,
    is_superlative,
    refutes_report,
)
from claimtrack.core.match.reading.syntax.phrases import HELPERS
from claimtrack.core.match.words.forms import is_comparative
from claimtrack.core.match.words.languages import is_portuguese
from claimtrack.core.match.words.lexicon import NOBODY, NUMBER_WORDS, WEEKDAYS, words_of
from claimtrack.core.match.words.negators import (
    BASELESS,
    CEASING,
    DENIERS,
    EXCLUDING,
    IDIOMS,
    LEAVING_UNDONE,
    NEGATORS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading

FOCUS = 2
"""Terms after a negator that it surely denies."""
PRONOUNS = frozenset({"nobody", "none", "nothing", "nowhere", "zero", "nil"})
"""Negators that may stand behind what they deny: "used by nobody"."""
POLARITY_ITEMS = frozenset("any anyone anybody anything anywhere ever yet either".split())
"""Words that only strengthen a negator."""
_CLAUSES = frozenset(
    "when while because after before that which who whom whose how why if since until although though unless".split()
)
"""Openings of a clause, which a negator before it does not surely deny."""
_NAUGHT = frozenset({"zero", "nil", "none"})
"""Of these, such as may stand far behind: "the tax on it was zero"."""
REACH = 6
"""Terms after a negator that it may deny."""


_MAY_DENY = NEGATORS | CEASING | LEAVING_UNDONE | EXCLUDING | EXCLUDING_VERBS | CONTEXTUAL_NEGATORS
"""Every word that denies, somewhere: most words are passed by at once."""


def is_negator(word: str) -> bool:
    """Whether a lower-case word denies: "not", "never", "didn't", "lacks", "without"."""
    return word in NEGATORS or word.endswith("n't")


_ALL = words_of("all every everyone everybody both enough")
_THERE = frozenset({"there", "hardly", "has", "have", "had"})
_WHICH = frozenset({"that", "who", "which"})
_THOUGHTS = BASELESS | words_of(
    "doubt reason chance way question possibility risk guarantee need suggestion hope danger claim likelihood plan plans"
)
"""Of these "that" tells what they are of: "there is *no proof that* it does *not* work"."""
_TWICE = 9
"""Words between a "there is no" and the "not" of a clause that makes up for it, at most."""


_UNABLE_TO = 3
"""Words from a "not" or "unable" to the "rule out" that it denies, at most."""


def double_negatives(words: Sequence[str], places: Sequence[int]) -> frozenset[int]:
    """The places of two negators that deny each other: "*there is no* bank *that does not*" is every bank, "has *not ruled out*", "*never fails* to"."""
    found: set[int] = set()
    for first, second in pairwise(places):
        start = next((at for at in range(first, max(-1, first - 3), -1) if words[at] in _THERE), None)
        none = words[first] in ("no", "not", "isn't", "aren't", "wasn't", "weren't", "hardly")
        between = words[first + 1 : second]
        clause = not _WHICH.isdisjoint(between) or words[second] == "without"
        of_things = "but" not in between and _THOUGHTS.isdisjoint(between)
        not_excluded = (
            words[second] in EXCLUDING or words[second] in EXCLUDING_VERBS
        ) and second - first <= _UNABLE_TO
        not_left = words[second] in LEAVING_UNDONE and second - first == 1 and words[first] != "no"
        if (
            not_left
            or not_excluded
            or (start is not None and none and clause and of_things and second - first <= _TWICE)
        ):
            found |= {first, second}
    return frozenset(found)


_VOTES = frozenset("vote votes motion motions".split())


def _names_a_vote(words: Sequence[str], at: int) -> bool:
    """Whether a "no" is only in the name of a vote: "a no-confidence vote", "a motion of no confidence", "a no vote"."""
    if words[at + 1 : at + 2] in (["vote"], ["votes"]) and at and words[at - 1] in ("a", "the", "his", "her"):
        return True
    if words[at + 1 : at + 2] != ["confidence"]:
        return False
    return not _VOTES.isdisjoint((*words[at + 2 : at + 3], *words[max(0, at - 2) : at]))


def _sets_apart(words: Sequence[str], at: int) -> bool:
    """Whether a "no other" tells that one is like none: "*no other* city has as many"; but "two were held, and *no other* suspects are sought"."""
    if words[at + 1 : at + 2] != ["other"]:
        return False
    behind = words[at + 2 :]
    return not _UNEQUALLED.isdisjoint(behind) or any(map(is_comparative, behind))


_UNEQUALLED = words_of("as than like before such so match rival choice option alternative way")


def _counts(words: Sequence[str]) -> bool:
    """Whether a number follows, or what may stand before one: "declined to *5* percent"."""
    return any(word[0].isdecimal() or word in NUMBER_WORDS or word in _BEFORE_A_NUMBER for word in words)


def _beyond_asides(words: Sequence[str], at: int) -> int:
    """The place from one on at which it is not told when or through whom: "declined *on Friday, through a spokesman,* to say"."""
    while at < len(words) and (words[at] in _ASIDES or words[at].endswith("ly")):
        at += 1
    return at


_ASIDES = WEEKDAYS.keys() | words_of(
    "on today yesterday again also through a an his her its spokesman spokeswoman lawyer"
)
_BEFORE_A_NUMBER = frozenset("a an its their just about nearly almost under below £ $ €".split())


def find_negators(words: Sequence[str]) -> list[int]:
    """The places of the words that deny; "not only", "no doubt" and the like do not."""
    found = []
    for at, word in enumerate(words):
        if word not in _MAY_DENY and not word.endswith("n't"):
            continue
        following = words[at + 1] if at + 1 < len(words) else ""
        ceases = word in CEASING and following.endswith("ing")
        to = _beyond_asides(words, at + 1) if word in LEAVING_UNDONE else at
        undone = to > at and words[to : to + 1] == ["to"] and not _counts(words[to + 1 : to + 2])
        excludes = (word in EXCLUDING and following == "out") or (
            word in EXCLUDING_VERBS and excludes_possibility(words, at)
        )
        if not (
            is_negator(word)
            or ceases
            or undone
            or excludes
            or (word in CONTEXTUAL_NEGATORS and is_denial(words, at))
        ):
            continue
        if word == "no" and (_names_a_vote(words, at) or _sets_apart(words, at) or is_portuguese(words)):
            continue
        if is_no_denial(words, at):
            continue
        if word == "absence" and _counts(words[at + 2 : at + 3]):
            continue  # "after an absence of 25 years"
        if word == "never" and is_superlative(words, at):
            continue  # "has never been higher" is the highest, and "never has it been so"
        if word == "not" and following in _ALL and words[max(0, at - 1)] == "if":
            found.append(at)  # "if not all members sign"; but "the oldest, if not the best"
            continue
        if any(
            tuple(words[first:end]) in IDIOMS
            for first, end in ((at, at + 2), (at, at + 3), (at - 1, at + 1), (at - 1, at + 2))
        ):
            continue
        found.append(at)
    return found


def is_number_sign(reading: Reading, at: int) -> bool:
    """Whether "No" at a place denies nothing: "No. 1", "the No 1"; but "no 24-hour shop"."""
    if reading.words[at] != "no" or not reading.word(at + 1).isdecimal():
        return False
    return reading.is_boundary(at + 1) or (reading.written[at] == "No" and at not in reading.openings)


_EXPECTING = frozenset(
    "expect expects expected count counting likely anticipate anticipated think due hope bank ready scheduled".split()
)
_LENGTHS = words_of("year years month months week weeks day days decade decades hour hours century")
_LONG = 12
"""Words in which a bound follows where a negator denies what is expected: "don't expect the road to open before June"."""


def _only_bounds(words: Sequence[str], at: int) -> bool:
    """Whether a negator only sets a bound: "not before 2027" is 2027 at the earliest, "none is larger" the largest."""
    if _bounded_in_time(words, at):
        return True
    if words[at] not in NOBODY:
        return False
    rest = list(takewhile(lambda word: word not in _REASONING, words[at + 1 :]))
    if rest.count("as") > 1:
        return True  # "no colleague has missed as many as" she has
    if "than" not in rest:
        return False
    than = rest.index("than")
    if rest[max(0, than - 2)] == "for" and not _LENGTHS.isdisjoint(rest[than + 1 : than + 3]):
        return False  # "had no president for more than a year"
    return any(is_comparative(word) for word in rest[:than])


_REASONING = words_of("because although though despite unless whereas")
"""Behind these something else is told, be it that it is more than."""


def _bounded_in_time(words: Sequence[str], at: int) -> bool:
    """Whether a negator denies up to a date only: "not before 2027", "won't open until Monday"."""
    if words[at] not in ("not", "never", "no", "nobody") and not words[at].endswith("n't"):
        return False
    expected = not _EXPECTING.isdisjoint(words[at + 1 : at + 4])
    if words[at] in ("no", "nobody") and not expected:
        return False
    return any(
        word == "until" or (word == "before" and _tells_when(words[i + 1 : i + 3]))
        for i, word in enumerate(words[at + 1 : at + (_LONG if expected else 5)], at + 1)
    )


def _tells_when(words: Sequence[str]) -> bool:
    """Whether a date or a part of the year follows, and not what else happened: "the summer", but "the dam broke"."""
    if words[:1] != ["the"]:
        return starts_date(words[:1])
    return starts_date(words[1:2]) or not _TIMES.isdisjoint(words[1:2])


_TIMES = frozenset(
    "end start beginning middle weekend new year month week election elections vote deadline".split()
)


def postponed(
    words: Sequence[str], placed: Sequence[tuple[str, int]], places: Sequence[int]
) -> frozenset[str]:
    """The terms behind the negators at some places that are denied up to a date only."""
    found: set[str] = set()
    for at in places:
        if _bounded_in_time(words, at):
            found.update([term for term, place in placed if place > at][:FOCUS])
    return frozenset(found)


_SINCE = frozenset("since until before after during within through across".split())
"""Grammar that is no stop word: neither it nor what stands behind it is surely denied."""


def negates_sentence(words: Sequence[str], at: int) -> bool:
    """Whether a negator denies all of its sentence: "a *hoax*", "*no* evidence", "*not* true that", "*never* did the board see it"."""
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
    """How many of its negators reach each term of a statement; none reaches past its sentence, a denier reaches all of it."""
    words, placed, sentences = reading.words, reading.placed_terms, reading.sentences
    counts = [0] * len(placed)
    all_places = [at for _, at in placed]
    deniable = [
        i for i, at in enumerate(all_places) if not is_negator(words[at]) and words[at] not in POLARITY_ITEMS
    ]
    places = [all_places[i] for i in deniable]
    for at in reading.negators:
        if _only_bounds(words, at):
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
            near = [i for i in near if not _CLAUSES & set(words[at + 2 : all_places[i]])]
            near = list(takewhile(lambda i: words[all_places[i]] not in _SINCE, near))
            if words[at] == "neither":
                near = [i for i in near if "nor" not in words[at : all_places[i]]]  # that "nor" denies itself
        for i in near:
            counts[i] += 1
        if words[at] in PRONOUNS and reach > FOCUS:
            end = bisect_left(all_places, at)
            start = end - (reach if words[at] in _NAUGHT else FOCUS)
            for i in range(max(0, start), end):
                counts[i] += sentences[all_places[i]] == sentences[at]
    return counts
