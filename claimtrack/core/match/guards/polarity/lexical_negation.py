"""The ways in which one statement denies in one word what the other denies with a "not"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.polarity.endings import is_called_off, is_halted, is_kept, is_over
from claimtrack.core.match.guards.polarity.said_otherwise import said_otherwise, until_or_since
from claimtrack.core.match.guards.time.moods import is_left_open
from claimtrack.core.match.reading.numbers.agreement import agrees
from claimtrack.core.match.reading.paraphrases import is_said
from claimtrack.core.match.reading.syntax.phrases import phrase_after
from claimtrack.core.match.words.lexicon import HAVE, MORE, STOP_WORDS, words_of
from claimtrack.core.match.words.opposites import (
    CONTRARY,
    DENIERS,
    EXCLUDING,
    INEFFECTIVE,
    LIFTING,
    LOSING,
    PROHIBITING,
    sides,
    without_prefix,
)
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.core.match.reading.reading import Reading


def denied_otherwise(one: Reading, other: Reading) -> bool:
    """Whether what the one denies, the other denies in one word: not safe, unsafe; not allowed, banned; stop, end."""
    return any(way(one, other) for way in _WAYS)


_ASKING = words_of("must require requires required need needs least minimum only from")


def _from_an_age(one: Reading, other: Reading) -> bool:
    """What is below a number may not what is asked for from there on: "under 18 may not", "must be 18"."""
    if _ASKING.isdisjoint(other.vocabulary):
        return False
    return any(x.bound < 0 <= y.bound and x.value == y.value for x in one.amounts for y in other.amounts)


_NO_MORE = (["no", "more", "than"], ["no", "longer", "than"], ["no", "less", "than"], ["no", "fewer", "than"])


def _no_more_than(one: Reading, other: Reading) -> bool:
    """What is not to be more than a number, is to be no more than that, or up to it: "should not spend more than an hour", "up to an hour"."""
    words = other.words
    bound = next((words[at + 1] for at in range(len(words)) if words[at : at + 3] in _NO_MORE), None)
    if bound is not None and [bound, "than"] in (one.words[at : at + 2] for at in range(len(one.words))):
        return True
    if len(one.negators) != 1 or other.negators:
        return False
    return any(x.value == y.value and x.bound * y.bound < 0 for x in one.amounts for y in other.amounts)


_BEFORE = words_of("before until")
_LONG_AGO = words_of("years decades since century centuries")


def _never_before(one: Reading, other: Reading) -> bool:
    """What was not so before is the first, the last or the lowest: "not been as low for 40 years", "its lowest in 40 years"."""
    new = other.vocabulary - one.vocabulary
    if "first" in other.vocabulary and not _BEFORE.isdisjoint(one.vocabulary):
        return True  # "no woman held it before her", "the first woman"
    if (
        "first" in new
        and "time" in other.vocabulary
        and any(x.kind == y.kind == "time" and agrees(x, y) for x in one.amounts for y in other.amounts)
    ):
        return True  # "for nine years it had not", "the first time in nine years"
    if "since" in one.vocabulary and "last" in new:
        return True  # "has not been seen since May", "was last seen in May"
    return bool(_LONG_AGO & one.vocabulary) and any(map(_tops, new))


def _tops(word: str) -> bool:
    """Whether a word tells that something is beyond all else: "lowest", "dearer"."""
    return word in MORE or (word.endswith("est") and bool(sides(word)))


def _in_an_opposite(one: Reading, other: Reading) -> bool:
    """The word denied has its opposite on the other side, or "un-" before it: "not safe", "unsafe", "dangerous"."""
    truth = other.poles.get("truth", ()) if DENIERS & one.vocabulary else ()
    if any(stem(word) in other.surely_denied for _, word, _ in truth):
        return True  # "untrue", "not true"
    if any(stem(base) in one.surely_denied for word in other.words for base in without_prefix(word)):
        return True
    denied = [
        word
        for at, word in enumerate(one.words)
        if stem(word) in one.surely_denied and is_denied_itself(one, at)
    ]
    if any(base in other.vocabulary for word in denied for base in without_prefix(word)):
        return True
    if until_or_since(one, other):
        return False  # "was not closed until 2015", "has been open since 2015"
    for axis in one.poles.keys() & other.poles.keys() - CONTRARY:
        ours, theirs = ({pole for pole, _, _ in r.poles[axis]} for r in (one, other))
        if ours != theirs and any(
            stem(word) in one.surely_denied and {pole} != theirs and is_denied_itself(one, at)
            for pole, word, at in one.poles[axis]
        ):
            return True
    return False


_BINDING = words_of("on of for in from with by at about against over")
"""Behind these something is told of what is denied."""


def is_denied_itself(reading: Reading, place: int) -> bool:
    """Whether a word is denied and no other thing that is told of it: "no profit", but not "no tax on profit"."""
    negator = max((at for at in reading.negators if at < place), default=place)
    between = reading.words[negator + 1 : place]
    binding = [at for at, word in enumerate(between) if word in _BINDING]
    return not binding or all(word in STOP_WORDS for word in between[: binding[-1]])


_OUT_OF = words_of("service order action use")
_REFUSING = words_of("refuse refuses refused refusing")
_TURNED_DOWN = words_of("reject rejects rejected declined declines")


_UNCHANGED = words_of(
    "frozen froze freeze stable static flat steady constant same stagnant stagnated stood stands remained stayed"
)
_CHANGING = stems_of("change rise fall increase move alter vary")


_CLEARING = words_of("cleared clears clear exonerated exonerates absolved acquitted vindicated exculpated")
_WRONG = words_of(
    "wrong wrongdoing guilty misconduct fault blame responsible liable broke break broken breach breached breaching committed commit"
    " negligent negligence culpable"
)


def cleared_of_it(one: Reading, other: Reading) -> bool:
    """Whether the one denies that somebody did wrong, of which the other says that they are cleared: "did nothing wrong"."""
    if _CLEARING.isdisjoint(other.vocabulary - one.vocabulary) or _WRONG.isdisjoint(one.vocabulary):
        return False
    return bool(one.negators) and not other.negators


def _in_a_word_that_denies(one: Reading, other: Reading) -> bool:
    """The other bans, rejects, rules out or excepts what is denied, or says that it has no effect."""
    new = other.vocabulary - one.vocabulary
    if "other" in new and any(
        two == ("other", "than") and not terms.isdisjoint(one.surely_denied)
        for two, terms in ((two, phrase_after(other, at + 1)) for at, two in enumerate(pairwise(other.words)))
    ):
        return True  # "speak no Dutch", "speak a language other than Dutch"
    bans = PROHIBITING & other.vocabulary and not other.negators
    lifted = any(stem(word) in one.surely_denied for word in LIFTING & other.vocabulary)
    if bans and not lifted and (not PROHIBITING & one.vocabulary or "longer" in one.vocabulary):
        return True
    if "out" in other.vocabulary and _OUT_OF & new:
        return True  # "no trams run", "the trams are out of service"
    if _REFUSING & one.vocabulary and _TURNED_DOWN & {*other.words, *other.in_a_word.values()}:
        return True  # "refused to meet him", "turned down a meeting with him"
    if (
        one.negators
        and other.negators
        and any(r.words[at] in EXCLUDING for r in (one, other) for at in r.negators)
    ):
        return True  # "ruled out as the cause", "did not cause it"
    if not _UNCHANGED.isdisjoint(new) and not _CHANGING.isdisjoint(one.surely_denied):
        return True  # "has not changed", "has been frozen"
    return bool(INEFFECTIVE & new)  # "does not work", "is ineffective"


LACKING = words_of("lack lacks lacked lacking shortage shortages scarcity dearth")
SHORT = words_of("short missing needs needed few shortage shortages scarcity dearth")
_CUTTING = words_of(
    "cut cuts lacked lacks deprived robbed stripped taken revoked suspended withdrawn expired confiscated"
)
_RUN_OUT = words_of("run runs ran running")
_SKIPPING = words_of("skip skips skipped miss misses missed forgo forgoes")
_GOING_WITHOUT = LOSING | _SKIPPING | _CUTTING | LIFTING
_CUT_OFF, _OFF = words_of("cut deprived robbed stripped"), words_of("off of")


def _has_none(one: Reading, other: Reading) -> bool:
    """What somebody has none of was lost, lifted or taken: "left without power", "cut off from power"."""
    new = other.vocabulary - one.vocabulary
    enough = any("enough" in one.words[at + 1 : at + 1 + _OF_IT] for at in one.negators)
    if SHORT & new and (enough or LACKING & one.vocabulary):
        return True  # "lacks 200 nurses", "does not have enough nurses", "is 200 nurses short"
    if _RUN_OUT & new and "out" in other.vocabulary and _RUN_OUT.isdisjoint(one.vocabulary):
        return True  # "has no insulin left", "has run out of insulin"
    none = any(one.words[at] == "no" and one.words[at - 1] in HAVE for at in one.negators)
    if none and _CUT_OFF & new and _OFF & other.vocabulary:
        return True  # "had no water", "was cut off from water"
    return "without" in one.vocabulary and bool(_GOING_WITHOUT & new)


_GONE = words_of(
    "removed eradicated eliminated melted cleared cleaned gone vanished disappeared expelled killed exterminated destroyed driven wiped"
    " lifted rid thawed"
)


def _is_free_of_what_is_gone(one: Reading, other: Reading) -> bool:
    """What a place is free of has gone from it: "free of ice", "the ice has melted"."""
    return [one.words[at] for at in one.negators] == ["free"] and not _GONE.isdisjoint(
        other.vocabulary - one.vocabulary
    )


_STANDING = words_of("stood stands standing unbroken unbeaten unsurpassed unmatched unequalled")
_BEATING = stems_of("beat break better surpass top match equal exceed improve")


def _stands_as_a_record(one: Reading, other: Reading) -> bool:
    """A record that nobody has beaten stands."""
    both = "record" in one.vocabulary & other.vocabulary and not other.negators
    return both and not _STANDING.isdisjoint(other.vocabulary) and not _BEATING.isdisjoint(one.terms)


_OF_IT = 4
"""Words behind a "no" in which it is told what there is none of."""
_CRIMES = words_of("crime crimes offence offense offences felony criminal punishable")
_MADE_LEGAL = words_of(
    "decriminalised decriminalized decriminalises decriminalizes legalised legalized legalises legalizes legal lawful"
)


def _is_no_crime(one: Reading, other: Reading) -> bool:
    """What is no crime has been made legal."""
    if other.negators or _MADE_LEGAL.isdisjoint(other.vocabulary):
        return False
    return any(not _CRIMES.isdisjoint(one.words[at + 1 : at + 1 + _OF_IT]) for at in one.negators)


_WAYS: tuple[Callable[[Reading, Reading], bool], ...] = (
    _from_an_age,
    _no_more_than,
    _never_before,
    _in_an_opposite,
    _in_a_word_that_denies,
    _has_none,
    _is_free_of_what_is_gone,
    is_over,
    cleared_of_it,
    is_halted,
    is_kept,
    _stands_as_a_record,
    _is_no_crime,
    is_called_off,
    said_otherwise,
)


def denied_in_a_phrase(a: Reading, b: Reading) -> bool:
    """Whether one denies only in phrases of which the other has the meaning in words that deny nothing: "can't afford", "too poor"."""
    return any(
        one.negators
        and not other.negators
        and not is_left_open(other)
        and all(_is_said_there(one, at, other) for at in one.negators)
        for one, other in ((a, b), (b, a))
    )


def _is_said_there(one: Reading, negator: int, other: Reading) -> bool:
    phrase = one.phrase_at(negator)
    if phrase is None or not is_said(phrase, one, other):
        return False
    # "Hardly any" are few, and not a few.
    return phrase.meaning != "few" or ("a", "few") not in pairwise(other.words)
