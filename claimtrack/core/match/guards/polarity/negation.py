"""A guard on what one statement denies and the other asserts, and the ways in which both may deny it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.comparison.equivalences import (
    negates_same_comparative,
    never_exceeded_or_exceeded,
)
from claimtrack.core.match.guards.difference import symmetric_guard
from claimtrack.core.match.guards.polarity.ability import have_same_ability
from claimtrack.core.match.guards.polarity.answers import have_same_answer
from claimtrack.core.match.guards.polarity.contrasts import find_contrasts
from claimtrack.core.match.guards.polarity.lexical_negation import (
    is_denied_idiomatically,
    is_denied_lexically,
    is_known_paraphrase,
)
from claimtrack.core.match.guards.polarity.prefixes import is_double_negative
from claimtrack.core.match.guards.quantities.number_pairs import are_complementary_shares
from claimtrack.core.match.guards.scope.coverage import is_few_versus_most
from claimtrack.core.match.guards.scope.exceptions import restricts_kind
from claimtrack.core.match.guards.scope.quantifiers import both_quantify_none
from claimtrack.core.match.guards.time.habits import is_habit_ended
from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.reading.paraphrases import paraphrased_terms
from claimtrack.core.match.reading.reading import PREFIX_LENGTH, meanings
from claimtrack.core.match.reading.syntax.phrases import HELPERS, terms_between
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.lexicon import EVERYBODY, NOBODY, words_of
from claimtrack.core.match.words.negators import DENIERS, LEAVING_UNDONE
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.reading import Reading

_REPORTING = stems_of("say tell add announce report claim state write ask")
"""Verbs that stand near a "not" of what is reported, and are not what it denies."""
_BEHIND = 3
"""Tokens at most from a negator to the word that is told with it: "none of the members"."""


def negations_differ(a: Reading, b: Reading) -> str | None:
    """One denies what the other asserts."""
    if not a.negators and not b.negators:
        return never_exceeded_or_exceeded(a, b)
    if (
        _deny_one_thing(a, b)
        or both_quantify_none(a, b)
        or is_denied_idiomatically(a, b)
        or is_habit_ended(a, b)
    ):
        return None  # whatever else a "not" may reach
    if have_same_answer(a, b) or have_same_ability(a, b):
        return None
    if ("zero" in a.vocabulary) != ("zero" in b.vocabulary) and (
        (a.negators and b.negators) or "0" in a.vocabulary | b.vocabulary
    ):
        return None  # "cut to zero", "no tax is paid", "cut to 0%"
    if any(
        negates_opposite(*two) or _unless(*two) or negates_same_comparative(*two) for two in ((a, b), (b, a))
    ):
        return None
    if (
        are_complementary_shares(a, b)
        or is_few_versus_most(a, b)
        or is_double_negative(a, b)
        or _in_a_contrast(a, b)
        or _in_a_contrast(b, a)
    ):
        return None
    if any(restricts_kind(one) and "only" not in other.vocabulary for one, other in ((a, b), (b, a))):
        return _only_they_or_not(a, b)  # "only citizens may" is "non-citizens may not"
    shared = (a.terms & b.terms) - _REPORTING
    for one, other in ((a, b), (b, a)):
        flipped = (one.surely_denied & (shared | _in_one_word(other) | _kin(one, other))) - other.maybe_denied
        if flipped and count_denials(a) == count_denials(b):
            flipped -= _of_none(one) | _with_no_object(other)
            flipped -= _beside_what_is_denied(one, other)
        if flipped and _left_undone(one, other):
            continue
        if flipped and not is_denied_lexically(one, other):
            place = one.placed_terms[min(map(one.sequence.index, flipped))][1]
            return f"negated: {quote_negation(one, place)}"
    for one, other in ((a, b), (b, a)):
        if denies_effect(one, other):
            return f"negated: {quote_negation(one)}"
    if a.asserted_sequence == b.asserted_sequence and (count_denials(a) - count_denials(b)) % 2:
        one, other = sorted((a, b), key=lambda r: -len(r.negators))
        return None if is_denied_lexically(one, other) else f"negated: {quote_negation(one)}"
    return None


_EFFECT = words_of("effect effects impact influence bearing difference")
_WORKING = ("direction", "quality", "help", "cause", "speed", "strength")
"""Axes of what has an effect."""


def denies_effect(one: Reading, other: Reading) -> bool:
    """Whether one denies the effect that the other tells: "has no effect on the heart", "harms the heart"."""
    if not one.negators or other.negators or _EFFECT.isdisjoint(one.vocabulary):
        return False
    denied = any(not _EFFECT.isdisjoint(one.words[at + 1 : at + 4]) for at in one.negators)
    return denied and any(axis in other.poles for axis in _WORKING)


@symmetric_guard("negated")
def _only_they_or_not(one: Reading, other: Reading) -> Excerpts | None:
    """What the one says of some only, the other denies of the same: "only residents are", "residents are not"."""
    denied = other.negators and other.words[other.negators[0]] not in NOBODY
    rest = [term for term in one.asserted_sequence if term != stem("only")]
    if (
        one.words[:1] == ["only"]
        and not one.negators
        and denied
        and len(other.negators) == 1
        and rest == other.asserted_sequence
    ):
        return one.written[0], other.written[other.negators[0]]
    return None


def negates_opposite(one: Reading, other: Reading) -> bool:
    """Whether one says of neither or none what the other says the contrary of: "neither survived", "both died"; "missed no", "attended every"."""
    if other.negators or EVERYBODY.isdisjoint(other.vocabulary):
        return False
    neither, alone = "neither" in one.vocabulary, len(one.negators) == 1
    if neither and is_known_paraphrase(one, other):
        return True
    none, no = (alone and word in one.vocabulary for word in ("none", "no"))
    return any(
        one.poles_on(axis).isdisjoint(other.poles_on(axis))
        and (
            neither
            or any(
                is_verb_form(word) and (none or (no and at + 1 in one.negators))
                for _, word, at in one.poles[axis]
            )
        )
        for axis in one.poles.keys() & other.poles.keys() - {"direction"}
    )


def _unless(one: Reading, other: Reading) -> bool:
    """Whether the one says "unless" where the other says "if not"."""
    said = "unless" in one.vocabulary - other.vocabulary and "if" in other.vocabulary - one.vocabulary
    return said and len(other.negators) == len(one.negators) + 1


def _in_a_contrast(one: Reading, other: Reading) -> bool:
    """Whether the one denies only beside something else what the other denies: "this, not that", "that is not", "not that but this"."""
    told = find_contrasts(one)
    if not told or one.negators or len(other.negators) != 1 or other.contrastive_negators:
        return False
    start = other.negators[0]
    if other.words[start] == "no":
        return False  # "drought is no problem" tells nothing of what is
    but = next((at for at in range(start, len(other.words)) if other.words[at] == "but"), 0)
    denied = terms_between(other, start, but) if but else other.terms
    return all(contrast.terms <= denied for contrast in told)


def count_denials(reading: Reading) -> int:
    """How often it denies; "neither this nor that" is once."""
    return len(reading.negators) - bool({"neither", "nor"} <= reading.vocabulary)


def _kin(one: Reading, other: Reading) -> set[str]:
    """What one denies and the other has in a form of another stem: "not *threatened*", "under *threat*"."""
    return {
        term
        for term in one.surely_denied
        if len(term) >= PREFIX_LENGTH and term[:PREFIX_LENGTH] in other.prefixes
    }


def _in_one_word(reading: Reading) -> set[str]:
    """What two words of it stand for: "stepped down" is resigned."""
    return {stem(word) for word in reading.phrase_meanings.values()}


def _deny_one_thing(a: Reading, b: Reading) -> bool:
    """Whether both deny as often, and the same in this or another form or word: "not to blame", "not his fault"."""
    if len(a.negators) != len(b.negators) or is_averted_in_one(a, b):
        return False
    heads, others = ({term[:PREFIX_LENGTH] for term in r.surely_denied} for r in (a, b))
    to_none, to_none_of_b = ({term[:PREFIX_LENGTH] for term in _with_no_object(r)} for r in (a, b))
    if not heads.isdisjoint(others | to_none_of_b) or not others.isdisjoint(to_none):
        return True  # "has no regrets", "regretted nothing"
    return _deny_in_other_words(a, b) or _deny_in_other_words(b, a)


_AVERT = {"avoided": "avoid", "averted": "avert"}
"""These only deny in the past: what was averted was not so, but "failed to avert" denies that."""


def is_averting_verb_negated(one: Reading, at: int, other: Reading) -> bool:
    """Whether a word that denies is a verb which the other has in a form that does not: "averted it", "did not avert it"."""
    return _AVERT.get(one.words[at]) in other.vocabulary


def is_averted_in_one(a: Reading, b: Reading) -> bool:
    """Whether one of two denies so only by what the other tells or denies itself: "*averted* it", "failed to avert it"."""
    return any(
        is_averting_verb_negated(one, at, other) for one, other in ((a, b), (b, a)) for at in one.negators
    )


def _deny_in_other_words(one: Reading, other: Reading) -> bool:
    """Whether the first thing that one denies is denied by the other in a word that stands for it."""
    first = _first_denied(one)
    if not first or first in other.terms:
        return False
    return any(not meanings(first).isdisjoint(meanings(term)) for term in other.maybe_denied)


def _with_no_object(reading: Reading) -> set[str]:
    """What is done to nothing or nobody: "found no wreckage" is "no wreckage was found"."""
    words = reading.words
    return {stem(words[at - 1]) for at in reading.negators if at and words[at] in _NO_OBJECT}


def _beside_what_is_denied(one: Reading, other: Reading) -> frozenset[str]:
    """All that stands behind what one denies, where each denies something that the other has not: "not seen *from space*", "not visible"."""
    ours, theirs = _first_denied(one), _first_denied(other)
    told = ours and theirs and ours not in other.terms and theirs not in one.terms
    return one.surely_denied if told else frozenset()


def _left_undone(one: Reading, other: Reading) -> bool:
    """Whether what is denied is a verb that the other has not in any word: "failed to stop at a red light", "ran a red light"."""
    first = _first_denied(one)
    if not first or one.words[one.negators[0]] not in LEAVING_UNDONE:
        return False
    return not other.mentions(first)


def _first_denied(reading: Reading) -> str:
    """The first thing behind its only negator."""
    if len(reading.negators) != 1 or reading.words[reading.negators[0]] in DENIERS:
        return ""
    at = reading.negators[0]
    return next(
        (term for term, place in reading.placed_terms if place > at and term in reading.surely_denied), ""
    )


_PLAIN = words_of("not never cannot refuse refuses refused rule rules ruled")
_BINDING = words_of("until unless before after only except without but if than as so any more yet alone")
"""What may make up for a "not": "not until May", "not unless they pay"."""
_SAYING = stems_of("confirm admit acknowledge concede decide rule find claim believe fact indeed")


def is_plainly_denied(a: Reading, b: Reading) -> bool:
    """Whether one denies with a plain "not" or "never" what the other says, in no word that the one has not, in whatever order."""
    if not _BINDING.isdisjoint(a.vocabulary) or not _BINDING.isdisjoint(b.vocabulary):
        return False
    for one, other in ((a, b), (b, a)):
        if other.negators or len(one.negators) != 1:
            continue
        word, denied = one.words[one.negators[0]], _first_denied(one)
        plain = word in _PLAIN or word.endswith("n't")
        if plain and denied and other.mentions(denied) and _has_all(one, other):
            return True
    return False


def _has_all(one: Reading, other: Reading) -> bool:
    """Whether one has all that another says, but for who says it."""
    speaking = attribution_places(other)
    told = {term for term, at in other.placed_terms if at not in speaking and term[0] != "#"} - _SAYING
    return all(one.mentions(term) for term in told - paraphrased_terms(other, one))


_NO_OBJECT = words_of("no none nobody nothing")


def _of_none(reading: Reading) -> set[str]:
    """Of what none has done something, which the other side may deny of all: "no low-cost airline has", "the airlines have yet to"."""
    words = reading.words
    neither = {at for at in reading.negators if words[at] == "neither"}
    opens = all(not at or reading.is_boundary(at) for at in neither)
    none = _NEITHER if neither and opens else _NONE
    heads = [at for at in reading.negators if words[at] in none]
    found: set[str] = set()
    for at in heads:
        verb = next(
            (i for i in range(at + 1, len(words)) if words[i] in HELPERS or reading.is_boundary(i)), at
        )
        behind = [(term, i) for term, i in reading.placed_terms if i > at and term in reading.surely_denied]
        found.update(term for number, (term, i) in enumerate(behind) if not number or i < verb)
    return found


_NONE = words_of("no none")
_NEITHER = _NONE | {"neither", "nor"}


def quote_negation(reading: Reading, place: int | None = None) -> str:
    """The word that denies what stands at a place, with the word behind it: "no evidence", "not safe", "denied"."""
    before = [at for at in reading.negators if place is None or at < place]
    at = before[-1] if before else reading.negators[0]
    end = next((i for i in reading.places if i > at), at)
    last = end if end - at <= _BEHIND and reading.words[at] not in DENIERS else at
    return reading.as_written(at, last + 1)
