"""Guards on what is absent in one statement and present in the other: "no arrests", "14 arrests"; "free", "40 euros"."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.core.language.word_lists import BE, STOP_WORDS, words_of
from claimtrack.core.match.guards.difference import Excerpts, symmetric_guard
from claimtrack.core.match.guards.polarity.implicit_negation import ABSENCE_WORDS
from claimtrack.core.match.reading.reading import Reading, share_meaning
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.currencies import MONEY
from claimtrack.core.match.words.terms import stem

_UNCOUNTED_KINDS = ("%", "ordinal", "clock", "times", "time")
_UNCOUNTED_WORDS = words_of("more fewer less other longer one single doubt later earlier")


@symmetric_guard("differs")
def none_or_some(one: Reading, other: Reading) -> Excerpts | None:
    """One denies that there were any of what the other counts: "no arrests", "14 arrests", "£40m in dividends"."""
    return _nobody_or_some(one, other) or _no_or_number(one, other)


def _no_or_number(one: Reading, other: Reading) -> Excerpts | None:
    """One has "no" before a noun, the other a number before the same noun: "no arrests", "14 arrests"."""
    if "no" in other.vocabulary or other.negators or len(one.negators) != 1:
        return None
    at = one.negators[0]
    noun = one.word(at + 1)
    if one.words[at] != "no" or noun in STOP_WORDS or noun in _UNCOUNTED_WORDS:
        return None
    quoted = one.as_written(at, at + 2)
    for quantity in other.amounts if not one.amounts else ():
        after = quantity.last + 1 + (other.word(quantity.last + 1) in ("in", "of"))
        if quantity.kind not in _UNCOUNTED_KINDS and stem(other.word(after)) == stem(noun):
            return quoted, other.as_written(quantity.first, after + 1)
    return None


_NOBODY_WORDS = words_of("nobody none")
_PASSIVE_AUXILIARIES = words_of("was were been is are")
_COUNT_WORDS = words_of("several some many dozens hundreds thousands two three four five six people")


def _nobody_or_some(one: Reading, other: Reading) -> tuple[str, str] | None:
    """Nobody was affected in one, and some were in the other, in these or other words: "nobody was hurt", "several were injured", "injured two people"."""
    rest = [other.words[at] for at in other.negators]  # "nobody was hurt and nothing was stolen"
    unshared = [at for at in one.negators if one.words[at] not in rest]
    if len(unshared) != 1 or len(one.negators) != len(rest) + 1:
        return None
    at = unshared[0]
    if one.words[at] not in _NOBODY_WORDS and one.words[at : at + 2] != ["no", "one"]:
        return None
    places = range(at + 1, min(len(one.words), at + 4))
    action = next((i for i in places if one.words[i - 1] in _PASSIVE_AUXILIARIES), None)
    if action is None:
        return None
    verb = stem(one.words[action])
    for place in range(1, len(other.words)):
        if not share_meaning({verb}, {stem(other.words[place])}):
            continue
        is_counted = not _COUNT_WORDS.isdisjoint(other.words[max(0, place - 4) : place]) or other.amounts
        if other.words[place - 1] in _PASSIVE_AUXILIARIES and is_counted:
            return one.as_written(at, action + 1), other.as_written(max(0, place - 2), place + 1)
        counts = {quantity.first for quantity in other.amounts if quantity.kind == "number"}
        if other.word(place + 1) in _COUNT_WORDS or place + 1 in counts:  # "injured *14* people"
            return one.as_written(at, action + 1), other.as_written(place, place + 3)
    return None


_STEM_LETTERS = 6
"""First letters by which two words are forms of one: extracted, extraction; apologise, apology; fewer if the stem is shorter."""


@symmetric_guard("negated")
def done_or_undone(one: Reading, other: Reading) -> Excerpts | None:
    """Somebody did in one what the other says was lacking: "apologised", "without an apology"."""
    if one.negators or not other.negators or ABSENCE_WORDS.isdisjoint(other.vocabulary):
        return None
    for at in other.negators:
        for place in _find_absent_nouns(other, at):
            verb = _find_past_verb(one, other.words[place])
            if verb and one.words[verb] not in other.vocabulary:
                return one.written[verb], other.as_written(place - 1, place + 1)
    return None


def _find_absent_nouns(reading: Reading, at: int) -> list[int]:
    """The place of the noun for what is lacking: "without an *apology*", "yet to get any *compensation*"; at most one."""
    words = reading.words
    start = at + 1
    if words[at] not in ABSENCE_WORDS:
        start = next((i + 1 for i in range(at + 1, min(len(words), at + 4)) if words[i] == "any"), len(words))
    start += reading.word(start) in DETERMINERS
    if start >= len(words) or words[start] in STOP_WORDS:
        return []
    after = reading.word(start + 1)
    of_a_noun = words[start].endswith("ing") and after and after not in STOP_WORDS
    return [] if of_a_noun else [start]  # "without *planning* permission"


def _find_past_verb(reading: Reading, noun: str) -> int | None:
    """The place of the past-tense verb that is related to a noun and stands before no noun: "apologised" for "apology"."""
    head = noun[: min(_STEM_LETTERS, len(stem(noun)))]
    if noun.endswith("ed") or len(head) < _MIN_STEM_LETTERS:
        return None
    for at, (before, word) in enumerate(pairwise(reading.words), 1):
        if word.endswith("ed") and word.startswith(head) and before not in _PARTICIPLE_MARKERS:
            return at
    return None


_MIN_STEM_LETTERS = 4
"""Minimum number of letters of a stem by which a participle is found."""


_PARTICIPLE_MARKERS = DETERMINERS | BE | {"by"}


_PRICE_WORDS = words_of(
    "charge charges charged charging cost costs costing pay pays paid paying fee fees price entry ticket tickets"
)
_FREE_WORDS = words_of("free gratis")
_OTHER_SENSE_WORDS = words_of(
    "set sets go goes went walk walks walked of from to speech trade press market election elections and or"
)
"""Beside these "free" does not mean free of charge: "set free", "free of lead", "free speech"."""
_CAPTIVITY_WORDS = words_of("bail ransom prison jail custody hostage hostages captivity kidnappers")
"""With these, "free" means released."""


@symmetric_guard("differs")
def costs_or_free(one: Reading, other: Reading) -> Excerpts | None:
    """Something costs an amount in one and is free in the other: "charges 40 euros for it", "lets you have it for free"."""
    if _PRICE_WORDS.isdisjoint(one.vocabulary) or one.negators or other.negators:
        return None
    if not _CAPTIVITY_WORDS.isdisjoint(one.vocabulary | other.vocabulary):
        return None
    free = None if _find_free(one) else _find_free(other)
    price = next((q for q in one.amounts if q.kind in MONEY), None) if free else None
    if free and price and not any(q.kind in MONEY for q in other.amounts):
        return price.written, free
    return None


def _find_free(reading: Reading) -> str | None:
    """The word that states that something costs nothing; None if there is none."""
    if "gratis" in reading.phrase_meanings.values():
        return "free of charge"
    words = reading.words
    for at, word in enumerate(words):
        neighbours = {*words[max(0, at - 1) : at], *words[at + 1 : at + 2]}
        if word in _FREE_WORDS and _OTHER_SENSE_WORDS.isdisjoint(neighbours):
            return word
    return None
