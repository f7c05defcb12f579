"""The ways in which one statement denies in one word what the other denies with a "not"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.polarity.implicit_negation import (
    is_ended,
    is_halted,
    is_implicitly_negated,
    is_kept,
    share_until_since_year,
)
from claimtrack.core.match.guards.time.modality import leaves_possible
from claimtrack.core.match.reading.numbers.agreement import can_be_equal
from claimtrack.core.match.reading.paraphrases import expresses_phrase
from claimtrack.core.match.reading.reading import share_sense
from claimtrack.core.match.reading.syntax.phrases import phrase_after
from claimtrack.core.match.words.antonyms import CONTRARY_AXES, sides
from claimtrack.core.match.words.lexicon import COMPARATIVES, STOP_WORDS, phrases_of, words_of
from claimtrack.core.match.words.negators import (
    DENIERS,
    EXCLUDING,
    INEFFECTIVE,
    LIFTING,
    LOSING,
    PROHIBITING,
    without_prefix,
)
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.core.match.reading.reading import Reading


def is_denied_lexically(one: Reading, other: Reading) -> bool:
    """Whether what the one denies, the other denies in one word: not safe, unsafe; not allowed, banned; stop, end."""
    return any(way(one, other) for way in _WAYS)


_ASKING = words_of("must require requires required need needs least minimum only from")


def is_age_limit_converse(one: Reading, other: Reading) -> bool:
    """What is below a number may not what is asked for from there on: "under 18 may not", "must be 18"."""
    if _ASKING.isdisjoint(other.vocabulary):
        return False
    return any(x.bound < 0 <= y.bound and x.value == y.value for x in one.amounts for y in other.amounts)


_NO_MORE = phrases_of("no more than | no longer than | no less than | no fewer than")


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
        and any(x.kind == y.kind == "time" and can_be_equal(x, y) for x in one.amounts for y in other.amounts)
    ):
        return True  # "for nine years it had not", "the first time in nine years"
    if "since" in one.vocabulary and "last" in new:
        return True  # "has not been seen since May", "was last seen in May"
    return bool(_LONG_AGO & one.vocabulary) and any(map(_tops, new))


def _tops(word: str) -> bool:
    """Whether a word tells that something is beyond all else: "lowest", "dearer"."""
    return word in COMPARATIVES or (word.endswith("est") and bool(sides(word)))


def _in_an_opposite(one: Reading, other: Reading) -> bool:
    """The word denied has its opposite on the other side, or "un-" before it: "not safe", "unsafe", "dangerous"."""
    truth = other.poles.get("truth", ()) if DENIERS & one.vocabulary else ()
    if any(stem(word) in other.surely_denied for _, word, _ in truth):
        return True  # "untrue", "not true"
    undone = {stem(base) for word in other.words for base in without_prefix(word)}
    if not undone.isdisjoint(one.surely_denied) or share_sense(undone, one.surely_denied):
        return True  # "not safe", "unsafe"; "no proof", "unproven"
    denied = [
        word
        for at, word in enumerate(one.words)
        if stem(word) in one.surely_denied and is_directly_negated(one, at)
    ]
    if any(base in other.vocabulary for word in denied for base in without_prefix(word)):
        return True
    if share_until_since_year(one, other):
        return False  # "was not closed until 2015", "has been open since 2015"
    for axis in one.poles.keys() & other.poles.keys() - CONTRARY_AXES:
        ours, theirs = one.poles_on(axis), other.poles_on(axis)
        if ours != theirs and any(
            stem(word) in one.surely_denied and {pole} != theirs and is_directly_negated(one, at)
            for pole, word, at in one.poles[axis]
        ):
            return True
    return False


_BINDING = words_of("on of for in from with by at about against over")
"""Behind these something is told of what is denied."""


def is_directly_negated(reading: Reading, place: int) -> bool:
    """Whether a word is denied and no other thing that is told of it: "no profit", but not "no tax on profit"."""
    negator = max((at for at in reading.negators if at < place), default=place)
    between = reading.words[negator + 1 : place]
    binding = [at for at, word in enumerate(between) if word in _BINDING]
    return not binding or all(word in STOP_WORDS for word in between[: binding[-1]])


def _in_a_word_that_denies(one: Reading, other: Reading) -> bool:
    """The other bans, rules out or excepts what is denied."""
    if "other" in other.vocabulary - one.vocabulary and any(
        two == ("other", "than") and not terms.isdisjoint(one.surely_denied)
        for two, terms in ((two, phrase_after(other, at + 1)) for at, two in enumerate(pairwise(other.words)))
    ):
        return True  # "speak no Dutch", "speak a language other than Dutch"
    # "cannot evict them without a reason", "is banned from evicting them without a reason"
    once_more = len(one.negators) > len(other.negators)
    bans = PROHIBITING & other.vocabulary and once_more
    bans = bans and all(other.words[at] in one.vocabulary for at in other.negators)
    lifted = any(stem(word) in one.surely_denied for word in LIFTING & other.vocabulary)
    if bans and not lifted and (not PROHIBITING & one.vocabulary or "longer" in one.vocabulary):
        return True
    both = one.negators and other.negators
    return bool(both) and any(r.words[at] in EXCLUDING for r in (one, other) for at in r.negators)


LACK_WORDS = words_of("lack lacks lacked lacking shortage shortages scarcity dearth")
SHORTAGE_WORDS = words_of("short missing needs needed few shortage shortages scarcity dearth")
_ENDING_OF_USE = words_of(
    "skip skips skipped miss misses missed forgo forgoes cut cuts lacked lacks deprived robbed stripped taken revoked suspended"
    " withdrawn expired confiscated"
)


class _Wording(NamedTuple):
    """Words of which the one denies some or has them where it denies, words of which the other alone has some, and some `besides`."""

    denied: frozenset[str]
    told: frozenset[str]
    besides: frozenset[str]


def _wording(_example: str, denied: str, told: str | frozenset[str], besides: str = "") -> _Wording:
    words = words_of(told) if isinstance(told, str) else told
    return _Wording(stems_of(denied) | words_of(denied), words, words_of(besides))


_WORDINGS = (
    _wording("does not work / is ineffective", "", INEFFECTIVE),
    _wording("no trams run / the trams are out of service", "", "service order action use", "out"),
    _wording("has no insulin left / has run out of insulin", "", "run runs ran running", "out"),
    _wording("lacks nurses / is short of nurses", "lack lacking shortage scarcity dearth enough", SHORTAGE_WORDS),
    _wording("is without power / lost power", "without", LOSING | LIFTING | _ENDING_OF_USE),
    _wording("had no water / was cut off from water", "no", "cut deprived robbed stripped", "off of"),
    _wording("no ferry sails / all are cancelled", "no", "cancelled canceled cancel scrapped axed suspended", "all every"),
    _wording("refused to meet / turned down a meeting", "refuse", "reject rejects rejected declined declines"),
    _wording("will probably not / is unlikely to", "probably likely", "unlikely improbable doubtful"),
    _wording("avoided a crash / escaped a crash", "avoided averted", "escape escapes escaped dodged evaded"),
    _wording("did not change / was frozen", "change rise fall increase move alter vary", "frozen froze freeze stable static flat steady constant same stagnant stagnated stood stands remained stayed"),
    _wording("is free of ice / the ice has melted", "free", "removed eradicated eliminated melted cleared cleaned gone vanished disappeared expelled killed exterminated destroyed driven wiped lifted rid thawed"),
    _wording("nobody beat the record / the record stood", "beat break better surpass top match equal exceed improve", "stood stands standing unbroken unbeaten unsurpassed unmatched unequalled", "record"),
    _wording("will not remove the statue / it will stay where it is", "remove move demolish relocate dismantle sell replace", "stay stays stayed remain remains remained", "where"),
    _wording("is no crime / was made legal", "crime offence offense felony criminal punishable", "decriminalised decriminalized decriminalises decriminalizes legalised legalized legalises legalizes legal lawful"),
    _wording("did nothing wrong / was cleared", "wrong wrongdoing guilty misconduct fault blame responsible liable broke break broken breach breached breaching committed commit negligent negligence culpable", "cleared clears clear exonerated exonerates absolved acquitted vindicated exculpated"),
)  # fmt: skip
"""What is denied, and what says the same without a "not", each with what it is read by."""


def is_known_paraphrase(one: Reading, other: Reading) -> bool:
    """Whether what the one denies is told in words of the other that are known to say it: "did nothing wrong", "was cleared"."""
    new = (other.vocabulary | {*other.phrase_meanings.values()}) - one.vocabulary
    told = [way for way in _WORDINGS if any(stem(word) not in one.terms for word in way.told & new)]
    ours = one.terms | one.vocabulary if told else frozenset()
    return any(
        not (way.denied and way.denied.isdisjoint(ours))
        and not (way.besides and way.besides.isdisjoint(other.vocabulary))
        for way in told
    )


_WAYS: tuple[Callable[[Reading, Reading], bool], ...] = (
    is_age_limit_converse, _no_more_than, _never_before, _in_an_opposite, _in_a_word_that_denies,
    is_known_paraphrase, is_ended, is_halted, is_kept, is_implicitly_negated,
)  # fmt: skip


def is_denied_idiomatically(a: Reading, b: Reading) -> bool:
    """Whether one denies only in phrases of which the other has the meaning in words that deny nothing: "can't afford", "too poor"."""
    return any(
        one.negators
        and not other.negators
        and not leaves_possible(other)
        and all(_is_said_there(one, at, other) for at in one.negators)
        for one, other in ((a, b), (b, a))
    )


def _is_said_there(one: Reading, negator: int, other: Reading) -> bool:
    phrase = one.phrase_at(negator)
    if phrase is None or not expresses_phrase(phrase, one, other):
        return False
    # "Hardly any" are few, and not a few.
    return phrase.meaning != "few" or ("a", "few") not in pairwise(other.words)
