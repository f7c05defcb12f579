"""How one statement denies by a word ("unsafe", "banned", "lacks") what the other denies with a "not"."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, product
from typing import NamedTuple

from claimtrack.core.language.word_lists import COMPARATIVES, STOP_WORDS, phrases_of, words_of
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
from claimtrack.core.match.reading.reading import Reading, share_sense
from claimtrack.core.match.reading.syntax.phrases import phrase_after
from claimtrack.core.match.words.antonyms import CONTRARY_AXES, poles_of
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


def is_denied_lexically(one: Reading, other: Reading) -> bool:
    """Whether the other denies in one word what the one denies with a "not": not safe, unsafe; not allowed, banned; stop, end."""
    return any(denies(one, other) for denies in _LEXICAL_NEGATIONS)


_REQUIRING_WORDS = words_of("must require requires required need needs least minimum only from")


def is_age_limit_converse(one: Reading, other: Reading) -> bool:
    """Whether a ban below a number and a requirement from that number on are the same limit: "under 18 may not", "must be 18"."""
    if _REQUIRING_WORDS.isdisjoint(other.vocabulary):
        return False
    return any(x.bound < 0 <= y.bound and x.value == y.value for x in one.amounts for y in other.amounts)


_NO_MORE_PHRASES = phrases_of("no more than | no longer than | no less than | no fewer than")


def _is_upper_bound(one: Reading, other: Reading) -> bool:
    """Whether "not ... more than" and an upper bound of the same number mean the same: "should not spend more than an hour", "up to an hour"."""
    words = other.words
    bound = next((words[at + 1] for at in range(len(words)) if words[at : at + 3] in _NO_MORE_PHRASES), None)
    if bound is not None and [bound, "than"] in (one.words[at : at + 2] for at in range(len(one.words))):
        return True
    if len(one.negators) != 1 or other.negators:
        return False
    return any(x.value == y.value and x.bound * y.bound < 0 for x in one.amounts for y in other.amounts)


_UNTIL_WORDS = words_of("before until")
_LONG_TIME_WORDS = words_of("years decades since century centuries")


def _is_superlative_since(one: Reading, other: Reading) -> bool:
    """Whether what was never so before is the first, the last or the most: "not been as low for 40 years", "its lowest in 40 years"."""
    unshared = other.vocabulary - one.vocabulary
    if "first" in other.vocabulary and not _UNTIL_WORDS.isdisjoint(one.vocabulary):
        return True  # "no woman held it before her", "the first woman"
    if "first" in unshared and "time" in other.vocabulary:
        times = ((x, y) for x, y in product(one.amounts, other.amounts) if x.kind == y.kind == "time")
        if any(can_be_equal(x, y) for x, y in times):
            return True  # "for nine years it had not", "the first time in nine years"
    if "since" in one.vocabulary and "last" in unshared:
        return True  # "has not been seen since May", "was last seen in May"
    return bool(_LONG_TIME_WORDS & one.vocabulary) and any(
        word in COMPARATIVES or (word.endswith("est") and poles_of(word)) for word in unshared
    )


def _is_antonym_used(one: Reading, other: Reading) -> bool:
    """Whether the other has an antonym of the word denied, or it with "un-": "not safe", "unsafe", "dangerous"."""
    truth = other.poles.get("truth", ()) if DENIERS & one.vocabulary else ()
    if any(stem(word) in other.surely_denied for _, word, _ in truth):
        return True  # "untrue", "not true"
    bases = {stem(base) for word in other.words for base in without_prefix(word)}
    if not bases.isdisjoint(one.surely_denied) or share_sense(bases, one.surely_denied):
        return True  # "not safe", "unsafe"; "no proof", "unproven"
    places = (at for at, word in enumerate(one.words) if stem(word) in one.surely_denied)
    denied = [one.words[at] for at in places if is_directly_negated(one, at)]
    if any(not other.vocabulary.isdisjoint(without_prefix(word)) for word in denied):
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


_PREPOSITIONS = words_of("on of for in from with by at about against over")
"""After these follows a complement of what is denied."""


def is_directly_negated(reading: Reading, place: int) -> bool:
    """Whether the word at a place is itself negated: "no profit", but not "no tax on profit"."""
    negator = max((at for at in reading.negators if at < place), default=place)
    between = reading.words[negator + 1 : place]
    binding = [at for at, word in enumerate(between) if word in _PREPOSITIONS]
    return not binding or all(word in STOP_WORDS for word in between[: binding[-1]])


def _is_prohibited(one: Reading, other: Reading) -> bool:
    """Whether the other bans, rules out or excepts what is denied: "may not", "is banned"."""
    if "other" in other.vocabulary - one.vocabulary and any(
        two == ("other", "than") and not terms.isdisjoint(one.surely_denied)
        for two, terms in ((two, phrase_after(other, at + 1)) for at, two in enumerate(pairwise(other.words)))
    ):
        return True  # "speak no Dutch", "speak a language other than Dutch"
    # Two negators in each: "cannot evict them without a reason", "is banned from evicting them without a reason"
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
_DEPRIVATION_VERBS = words_of(
    "skip skips skipped miss misses missed forgo forgoes cut cuts lacked lacks deprived robbed stripped "
    "taken revoked suspended withdrawn expired confiscated"
)


class _Paraphrase(NamedTuple):
    """Stems that the denying statement has, words that only the other has, and words that the other also has."""

    denied: frozenset[str]
    asserted: frozenset[str]
    also: frozenset[str]


def _make_paraphrase(
    _example: str, denied: str, asserted: str | frozenset[str], also: str = ""
) -> _Paraphrase:
    """A paraphrase from lists of words; its first argument is an example for the reader."""
    words = words_of(asserted) if isinstance(asserted, str) else asserted
    return _Paraphrase(stems_of(denied) | words_of(denied), words, words_of(also))


_PARAPHRASES = (
    _make_paraphrase("does not work / is ineffective", "", INEFFECTIVE),
    _make_paraphrase("no trams run / the trams are out of service", "", "service order action use", "out"),
    _make_paraphrase("has no insulin left / has run out of insulin", "", "run runs ran running", "out"),
    _make_paraphrase("lacks nurses / is short of nurses", "lack lacking shortage scarcity dearth enough", SHORTAGE_WORDS),
    _make_paraphrase("is without power / lost power", "without", LOSING | LIFTING | _DEPRIVATION_VERBS),
    _make_paraphrase("had no water / was cut off from water", "no", "cut deprived robbed stripped", "off of"),
    _make_paraphrase("no ferry sails / all are cancelled", "no", "cancelled canceled cancel scrapped axed suspended", "all every"),
    _make_paraphrase("refused to meet / turned down a meeting", "refuse", "reject rejects rejected declined declines"),
    _make_paraphrase("will probably not / is unlikely to", "probably likely", "unlikely improbable doubtful"),
    _make_paraphrase("avoided a crash / escaped a crash", "avoided averted", "escape escapes escaped dodged evaded"),
    _make_paraphrase("did not change / was frozen", "change rise fall increase move alter vary",
        "frozen froze freeze stable static flat steady constant same stagnant stagnated stood stands "
        "remained stayed"),
    _make_paraphrase("is free of ice / the ice has melted", "free",
        "removed eradicated eliminated melted cleared cleaned gone vanished disappeared expelled killed "
        "exterminated destroyed driven wiped lifted rid thawed"),
    _make_paraphrase("nobody beat the record / the record stood",
        "beat break better surpass top match equal exceed improve", "stood stands standing unbroken unbeaten unsurpassed unmatched unequalled", "record"),
    _make_paraphrase(
        "will not remove the statue / it will stay where it is", "remove move demolish relocate dismantle sell replace", "stay stays stayed remain remains remained", "where"),
    _make_paraphrase("is no crime / was made legal", "crime offence offense felony criminal punishable",
        "decriminalised decriminalized decriminalises decriminalizes legalised legalized legalises legalizes "
        "legal lawful"),
    _make_paraphrase("did nothing wrong / was cleared",
        "wrong wrongdoing guilty misconduct fault blame responsible liable broke break broken breach "
        "breached breaching committed commit negligent negligence culpable",
        "cleared clears clear exonerated exonerates absolved acquitted vindicated exculpated"),
)  # fmt: skip
"""What is denied, and what says the same without a "not"; each with the words by which it is recognised."""


def is_known_paraphrase(one: Reading, other: Reading) -> bool:
    """Whether the other expresses by a known paraphrase what the one denies: "did nothing wrong", "was cleared"."""
    unshared = (other.vocabulary | {*other.phrase_meanings.values()}) - one.vocabulary
    for paraphrase in _PARAPHRASES:
        if any(stem(word) not in one.terms for word in paraphrase.asserted & unshared):
            denied, also = paraphrase.denied, paraphrase.also
            is_denied = not denied or not (denied.isdisjoint(one.terms) and denied.isdisjoint(one.vocabulary))
            if is_denied and not (also and also.isdisjoint(other.vocabulary)):
                return True
    return False


_LEXICAL_NEGATIONS: tuple[Callable[[Reading, Reading], bool], ...] = (
    is_age_limit_converse, _is_upper_bound, _is_superlative_since, _is_antonym_used, _is_prohibited,
    is_known_paraphrase, is_ended, is_halted, is_kept, is_implicitly_negated,
)  # fmt: skip


def is_denied_idiomatically(a: Reading, b: Reading) -> bool:
    """Whether one denies only in set phrases whose meaning the other expresses without a negation: "can't afford", "too poor"."""
    return any(
        one.negators
        and not other.negators
        and not leaves_possible(other)
        and all(_is_phrase_paraphrased(one, at, other) for at in one.negators)
        for one, other in ((a, b), (b, a))
    )


def _is_phrase_paraphrased(one: Reading, negator: int, other: Reading) -> bool:
    """Whether the other expresses the meaning of the set phrase around a negator."""
    phrase = one.phrase_at(negator)
    if phrase is None or not expresses_phrase(phrase, one, other):
        return False
    # "Hardly any" are few, not a few.
    return phrase.meaning != "few" or ("a", "few") not in pairwise(other.words)
