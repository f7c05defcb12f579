"""Guard: are two things equal in one statement, and one of them more in the other? "as much as", "more than"; "just as likely", "cuts the risk"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import COMPARATIVES, NOBODY, phrases_of, words_of
from claimtrack.core.match.guards.difference import symmetric_guard

if TYPE_CHECKING:
    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.reading import Reading

_EQUAL_WORDS = words_of("same equal equally identical")


@symmetric_guard("differs")
def equal_or_not(one: Reading, other: Reading) -> Excerpts | None:
    """Two are equal in one, and one of them exceeds the other in the other: "the same prize", "as much as", "more than"."""
    if one.negators or other.negators:
        return None
    unshared = other.vocabulary - one.vocabulary
    more = COMPARATIVES & unshared if "than" in unshared else _find_ratios(other, unshared)
    equal = (
        (sorted(_EQUAL_WORDS & (one.vocabulary - other.vocabulary)) or _find_equatives(one)) if more else []
    )
    return (equal[0], min(more)) if more and equal else _as_likely_or_changed(one, other)


_EQUATIVE_SPAN = 6
"""Words from the first "as" of a pair to the second: "as much money per week as"."""
_GRADABLE_WORDS = words_of(
    "much many often high low big large old heavy rich likely good long short fast strong safe dangerous expensive cheap poor tall young"
    " small wide deep common clean hot cold dense hard far"
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
        and reading.words[at - 2] in _MULTIPLIERS & unshared
    ]


_MULTIPLIERS = words_of("half twice times double")
_EQUALITY_PHRASES = phrases_of(
    "in line with | in step with | kept pace with | keep pace with | keeps pace with | a par with"
)
_RISK_NOUNS = words_of("risk risks chance chances odds likelihood probability danger")
_CHANGING_VERBS = words_of(
    "cut cuts cutting reduce reduces reduced lower lowers lowered halve halves halved raise raises raised increase increases"
    " increased double doubles doubled triples tripled more less"
)
_LIKELIHOOD_ADJECTIVES = words_of("likely prone apt")
_RATIO_WORDS = words_of("half twice times double not nearly almost")


def _as_likely_or_changed(one: Reading, other: Reading) -> Excerpts | None:
    """Something changes a risk in one, and leaves it equal in the other: "cuts the risk", "just as likely"."""
    if "likely" not in one.vocabulary or one.negators or other.negators or not _is_equally_likely(one):
        return None
    if not _RISK_NOUNS.isdisjoint(one.vocabulary):
        return None  # a risk that the other does not mention
    of_chance = not _RISK_NOUNS.isdisjoint(other.vocabulary) or not _LIKELIHOOD_ADJECTIVES.isdisjoint(
        other.vocabulary
    )
    changing = sorted(_CHANGING_VERBS & other.vocabulary)
    if (
        of_chance
        and not _is_equally_likely(other)
        and (changing or not _RATIO_WORDS.isdisjoint(other.vocabulary))
    ):
        return "as likely", changing[0] if changing else "times as likely"
    return None


def _is_equally_likely(reading: Reading) -> bool:
    """Whether two are equally likely, and not twice as likely."""
    words = reading.words
    return any(
        words[at - 1] == "as" and not {*words[max(0, at - 2) : at - 1]} & _RATIO_WORDS
        for at in _places_of_likely(words)
    )


def _places_of_likely(words: list[str]) -> list[int]:
    """The places of "likely", except at the start."""
    return [at for at, word in enumerate(words) if word == "likely" and at]
