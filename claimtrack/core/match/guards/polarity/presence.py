"""Guards on what there is none of in one statement, and some of in the other: "no arrests", "14 arrests"; "free", "40 euros"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import symmetric_guard
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.currencies import MONEY
from claimtrack.core.match.words.lexicon import STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.reading import Reading


_NO_COUNTS = ("%", "ordinal", "clock", "times", "time")
_NO_COUNT = words_of("more fewer less other longer one single doubt later earlier")


@symmetric_guard("differs")
def none_or_some(one: Reading, other: Reading) -> Excerpts | None:
    """One says that there was none of what the other counts: "no arrests", "14 arrests", "£40m in dividends"."""
    return _nobody_or_some(one, other) or _no_thing_or_some(one, other)


def _no_thing_or_some(one: Reading, other: Reading) -> Excerpts | None:
    if "no" in other.vocabulary or other.negators or len(one.negators) != 1:
        return None
    at = one.negators[0]
    thing = one.word(at + 1)
    if one.words[at] != "no" or thing in STOP_WORDS or thing in _NO_COUNT:
        return None
    told = one.as_written(at, at + 2)
    for quantity in other.amounts if not one.amounts else ():
        behind = quantity.last + 1 + (other.words[quantity.last + 1 : quantity.last + 2] in (["in"], ["of"]))
        if quantity.kind not in _NO_COUNTS and stem(other.word(behind)) == stem(thing):
            return told, other.as_written(quantity.first, behind + 1)
    return None


_NOBODY = words_of("nobody none")
_DONE_TO = words_of("was were been is are")
_SOME = words_of("several some many dozens hundreds thousands two three four five six people")


def _nobody_or_some(one: Reading, other: Reading) -> tuple[str, str] | None:
    """What is told of nobody, and of some in the other, in this or another word: "nobody was hurt", "several were injured", "injured two people"."""
    rest = [other.words[at] for at in other.negators]  # "nobody was hurt and nothing was stolen"
    beside = [at for at in one.negators if one.words[at] not in rest]
    if len(beside) != 1 or len(one.negators) != len(rest) + 1:
        return None
    at = beside[0]
    if one.words[at] not in _NOBODY and one.words[at : at + 2] != ["no", "one"]:
        return None
    done = next((i for i in range(at + 1, min(len(one.words), at + 4)) if one.words[i - 1] in _DONE_TO), None)
    if done is None:
        return None
    verb = stem(one.words[done])
    for place in range(1, len(other.words)):
        term = stem(other.words[place])
        same = term == verb or not meanings(term).isdisjoint(meanings(verb))
        if not same:
            continue
        some = not _SOME.isdisjoint(other.words[max(0, place - 4) : place]) or other.amounts
        if other.words[place - 1] in _DONE_TO and some:
            return one.as_written(at, done + 1), other.as_written(max(0, place - 2), place + 1)
        if not _SOME.isdisjoint(other.words[place + 1 : place + 2]) or _counted(other, place + 1):
            return one.as_written(at, done + 1), other.as_written(place, place + 3)
    return None


def _counted(reading: Reading, at: int) -> bool:
    """Whether a count begins at a place: "injured *14* people"."""
    return any(quantity.first == at and quantity.kind == "number" for quantity in reading.amounts)


_HAVING_NONE = words_of("no without any")


_HEAD = 6
"""Letters that make two words forms of one: extracted, extraction; apologise, apology; no fewer where the stem is longer."""


@symmetric_guard("negated")
def done_or_undone(one: Reading, other: Reading) -> Excerpts | None:
    """What somebody has done in the one, is told as a thing that there was not in the other: "apologised", "without an apology"."""
    if one.negators or not other.negators or _HAVING_NONE.isdisjoint(other.vocabulary):
        return None
    for at in other.negators:
        for place in _denied_things(other, at):
            done = _done(one, other.words[place])
            if done and one.words[done] not in other.vocabulary:
                return one.written[done], other.as_written(place - 1, place + 1)
    return None


def _denied_things(reading: Reading, at: int) -> list[int]:
    """The place of the thing that there is not: "without an *apology*", "yet to get any *compensation*"."""
    words = reading.words
    start = at + 1
    if words[at] not in _HAVING_NONE:
        start = next((i + 1 for i in range(at + 1, min(len(words), at + 4)) if words[i] == "any"), len(words))
    start += words[start : start + 1] != [] and words[start] in DETERMINERS
    if start >= len(words) or words[start] in STOP_WORDS:
        return []
    of_a_noun = (
        words[start].endswith("ing") and words[start + 1 : start + 2] and words[start + 1] not in STOP_WORDS
    )
    return [] if of_a_noun else [start]  # "without *planning* permission"


def _done(reading: Reading, thing: str) -> int | None:
    """The place of the verb in the past that is another form of what is not there, and does not stand before a noun."""
    if thing.endswith("ed"):
        return None
    head = thing[: min(_HEAD, len(stem(thing)))]
    return next(
        (
            at
            for at, word in enumerate(reading.words)
            if at
            and word.endswith("ed")
            and word.startswith(head)
            and len(head) >= _SHORTEST
            and reading.words[at - 1] not in _BEFORE_A_PARTICIPLE
        ),
        None,
    )


_SHORTEST = 4


_BEFORE_A_PARTICIPLE = DETERMINERS | words_of("was were is are been be being by")


_CHARGING = words_of(
    "charge charges charged charging cost costs costing pay pays paid paying fee fees price entry ticket tickets"
)
_FREE = words_of("free gratis")
_RELEASING = words_of(
    "set sets go goes went walk walks walked of from to speech trade press market election elections and or"
)
"""Beside these "free" tells of no price: "set free", "free of lead", "free speech"."""
_HELD = words_of("bail ransom prison jail custody hostage hostages captivity kidnappers")
"""Who was in this, or was let go for it, is free as one is who is not held."""


@symmetric_guard("differs")
def costs_or_free(one: Reading, other: Reading) -> Excerpts | None:
    """What costs so much in the one is free in the other: "charges 40 euros for it", "lets you have it for free"."""
    if _CHARGING.isdisjoint(one.vocabulary) or one.negators or other.negators:
        return None
    if not _HELD.isdisjoint(one.vocabulary | other.vocabulary):
        return None
    free = None if _is_free(one) else _is_free(other)
    price = next((q for q in one.amounts if q.kind in MONEY), None) if free else None
    if free and price and not any(q.kind in MONEY for q in other.amounts):
        return price.written, free
    return None


def _is_free(reading: Reading) -> str | None:
    """The word by which something is told to cost nothing."""
    if "gratis" in reading.phrase_meanings.values():
        return "free of charge"
    words = reading.words
    for at, word in enumerate(words):
        beside = {*words[max(0, at - 1) : at], *words[at + 1 : at + 2]}
        if word in _FREE and _RELEASING.isdisjoint(beside):
            return word
    return None
