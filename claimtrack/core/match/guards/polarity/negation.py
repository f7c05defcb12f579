"""Guard: does one statement deny what the other asserts? With the ways in which both may deny the same."""

from __future__ import annotations

from claimtrack.core.language.word_lists import EVERYBODY, NOBODY, words_of
from claimtrack.core.match.guards.comparison.equivalences import (
    negates_same_comparative,
    never_exceeded_or_exceeded,
)
from claimtrack.core.match.guards.difference import Excerpts, symmetric_guard
from claimtrack.core.match.guards.polarity.ability import have_same_ability
from claimtrack.core.match.guards.polarity.answers import have_same_answer
from claimtrack.core.match.guards.polarity.contrasts import denies_in_contrast
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
from claimtrack.core.match.reading.reading import PREFIX_LENGTH, Reading, share_sense
from claimtrack.core.match.reading.syntax.phrases import HELPERS
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.negators import DENIERS, LEAVING_UNDONE
from claimtrack.core.match.words.terms import stem, stems_of

_REPORTING_VERBS = stems_of("say tell add announce report claim state write ask")
"""Reporting verbs, which a "not" of the reported clause does not deny."""
_MAX_QUOTED_GAP = 3
"""Tokens at most from a negator to the word that is quoted with it: "none of the members"."""


def negations_differ(a: Reading, b: Reading) -> str | None:
    """One denies what the other asserts: "is safe", "is not safe"."""
    if not a.negators and not b.negators:
        return never_exceeded_or_exceeded(a, b)
    both_ways = ((a, b), (b, a))
    if _mean_the_same(a, b) or any(_means_the_same_as(one, other) for one, other in both_ways):
        return None
    if any(restricts_kind(one) and "only" not in other.vocabulary for one, other in both_ways):
        return _only_or_denied(a, b)  # "only citizens may" is "non-citizens may not"
    for one, other in both_ways:
        flipped = _flipped_terms(one, other)
        if flipped and not _is_omitted_verb(one, other) and not is_denied_lexically(one, other):
            place = one.placed_terms[min(map(one.sequence.index, flipped))][1]
            return f"negated: {quote_negation(one, place)}"
    if denier := next((one for one, other in both_ways if denies_effect(one, other)), None):
        return f"negated: {quote_negation(denier)}"
    if a.asserted_sequence == b.asserted_sequence and (count_denials(a) - count_denials(b)) % 2:
        one, other = sorted((a, b), key=lambda r: -len(r.negators))
        return None if is_denied_lexically(one, other) else f"negated: {quote_negation(one)}"
    return None


def _mean_the_same(a: Reading, b: Reading) -> bool:
    """Whether negators of the two compensate for each other or for an antonym, whatever else they deny."""
    zero_once = ("zero" in a.vocabulary) != ("zero" in b.vocabulary)
    return (
        _deny_same_thing(a, b)
        or both_quantify_none(a, b)
        or is_denied_idiomatically(a, b)
        or is_habit_ended(a, b)
        or have_same_answer(a, b)
        or have_same_ability(a, b)
        # "cut to zero", "no tax is paid", "cut to 0%"
        or (zero_once and bool((a.negators and b.negators) or "0" in a.vocabulary | b.vocabulary))
        or are_complementary_shares(a, b)
        or is_few_versus_most(a, b)
        or is_double_negative(a, b)
    )


def _means_the_same_as(one: Reading, other: Reading) -> bool:
    """Whether one denies what the other expresses by an opposite, an "if not", a "no more" or a contrast."""
    return (
        negates_opposite(one, other)
        or _is_unless_if_not(one, other)
        or negates_same_comparative(one, other)
        or denies_in_contrast(one, other)
    )


def _flipped_terms(one: Reading, other: Reading) -> frozenset[str]:
    """The terms that one surely denies and the other asserts, in this or a related form."""
    shared = (one.terms & other.terms) - _REPORTING_VERBS
    asserted = shared.union(_shared_stems(one, other), map(stem, other.phrase_meanings.values()))
    flipped = (one.surely_denied & asserted) - other.maybe_denied
    if flipped and count_denials(one) == count_denials(other):
        flipped -= _terms_of_none(one) | _verbs_without_object(other)
        flipped -= _terms_of_distinct_denials(one, other)
    return flipped


_EFFECT_NOUNS = words_of("effect effects impact influence bearing difference")
_EFFECT_AXES = ("direction", "quality", "help", "cause", "speed", "strength")
"""Axes of what an effect may change."""


def denies_effect(one: Reading, other: Reading) -> bool:
    """Whether one denies an effect that the other asserts: "has no effect on the heart", "harms the heart"."""
    if not one.negators or other.negators or _EFFECT_NOUNS.isdisjoint(one.vocabulary):
        return False
    denied = any(not _EFFECT_NOUNS.isdisjoint(one.words[at + 1 : at + 4]) for at in one.negators)
    return denied and any(axis in other.poles for axis in _EFFECT_AXES)


@symmetric_guard("negated")
def _only_or_denied(one: Reading, other: Reading) -> Excerpts | None:
    """What one says only of some is denied of the same by the other: "only residents are", "residents are not"."""
    if one.words[:1] != ["only"] or one.negators or len(other.negators) != 1:
        return None
    rest, negator = [term for term in one.asserted_sequence if term != stem("only")], other.negators[0]
    if rest != other.asserted_sequence or other.words[negator] in NOBODY:
        return None
    return one.written[0], other.written[negator]


def negates_opposite(one: Reading, other: Reading) -> bool:
    """Whether one says of neither or none the opposite of what the other says of all: "neither survived", "both died"; "missed no", "attended every"."""
    if other.negators or EVERYBODY.isdisjoint(other.vocabulary):
        return False
    has_neither, is_alone = "neither" in one.vocabulary, len(one.negators) == 1
    if has_neither and is_known_paraphrase(one, other):
        return True
    none, no = (is_alone and word in one.vocabulary for word in ("none", "no"))
    shared = one.poles.keys() & other.poles.keys() - {"direction"}
    opposed = (axis for axis in shared if one.poles_on(axis).isdisjoint(other.poles_on(axis)))
    return any(
        has_neither or (is_verb_form(word) and (none or (no and at + 1 in one.negators)))
        for axis in opposed
        for _, word, at in one.poles[axis]
    )


def _is_unless_if_not(one: Reading, other: Reading) -> bool:
    """Whether one says "unless" where the other says "if not"."""
    is_used = "unless" in one.vocabulary - other.vocabulary and "if" in other.vocabulary - one.vocabulary
    return is_used and len(other.negators) == len(one.negators) + 1


def count_denials(reading: Reading) -> int:
    """How often a statement denies; "neither this nor that" counts once."""
    return len(reading.negators) - bool({"neither", "nor"} <= reading.vocabulary)


def _shared_stems(one: Reading, other: Reading) -> set[str]:
    """The terms that one denies and the other has in a related form: "not *threatened*", "under *threat*"."""
    long_enough = (term for term in one.surely_denied if len(term) >= PREFIX_LENGTH)
    return {term for term in long_enough if term[:PREFIX_LENGTH] in other.prefixes}


def _deny_same_thing(a: Reading, b: Reading) -> bool:
    """Whether both deny equally often, and the same thing in any form: "not to blame", "not his fault"."""
    if len(a.negators) != len(b.negators) or is_averted_in_one(a, b):
        return False
    denied, denied_b = ({term[:PREFIX_LENGTH] for term in r.surely_denied} for r in (a, b))
    to_none, to_none_of_b = ({term[:PREFIX_LENGTH] for term in _verbs_without_object(r)} for r in (a, b))
    if not denied.isdisjoint(denied_b | to_none_of_b) or not denied_b.isdisjoint(to_none):
        return True  # "has no regrets", "regretted nothing"
    return _is_denied_synonymously(a, b) or _is_denied_synonymously(b, a)


_AVERTING_FORMS = {"avoided": "avoid", "averted": "avert"}
"""These deny only in the past: what was averted did not happen, but "failed to avert" denies that."""


def is_averting_verb_negated(one: Reading, at: int, other: Reading) -> bool:
    """Whether a negator is an averting verb that the other has in its base form: "averted it", "did not avert it"."""
    return _AVERTING_FORMS.get(one.words[at]) in other.vocabulary


def is_averted_in_one(a: Reading, b: Reading) -> bool:
    """Whether one denies by an averting verb that the other itself denies: "*averted* it", "failed to avert it"."""
    pairs = ((a, b), (b, a))
    return any(is_averting_verb_negated(one, at, other) for one, other in pairs for at in one.negators)


def _is_denied_synonymously(one: Reading, other: Reading) -> bool:
    """Whether the other denies a synonym of the first thing that one denies."""
    first = _first_denied_term(one)
    if not first or first in other.terms:
        return False
    return share_sense((first,), other.maybe_denied)


def _verbs_without_object(reading: Reading) -> set[str]:
    """The stems of verbs with "no", "none" or "nobody" as object: "found no wreckage" is "no wreckage was found"."""
    words = reading.words
    return {stem(words[at - 1]) for at in reading.negators if at and words[at] in NOBODY}


def _terms_of_distinct_denials(one: Reading, other: Reading) -> frozenset[str]:
    """All terms denied by one, if each denies something that the other does not mention: "not seen *from space*", "not visible"."""
    ours, theirs = _first_denied_term(one), _first_denied_term(other)
    both_new = ours and theirs and ours not in other.terms and theirs not in one.terms
    return one.surely_denied if both_new else frozenset()


def _is_omitted_verb(one: Reading, other: Reading) -> bool:
    """Whether one fails to do what the other does not mention: "failed to stop at a red light", "ran a red light"."""
    first = _first_denied_term(one)
    if not first or one.words[one.negators[0]] not in LEAVING_UNDONE:
        return False
    return not other.mentions(first)


def _first_denied_term(reading: Reading) -> str:
    """The first term after the only negator; "" if there are several."""
    if len(reading.negators) != 1 or reading.words[reading.negators[0]] in DENIERS:
        return ""
    at, denied = reading.negators[0], reading.surely_denied
    return next((term for term, place in reading.placed_terms if place > at and term in denied), "")


_PLAIN_NEGATORS = words_of("not never cannot refuse refuses refused rule rules ruled")
_CONDITIONS = words_of("until unless before after only except without but if than as so any more yet alone")
"""These may compensate for a "not": "not until May", "not unless they pay"."""
_ASSERTING_VERBS = stems_of("confirm admit acknowledge concede decide rule find claim believe fact indeed")


def is_plainly_denied(a: Reading, b: Reading) -> bool:
    """Whether one denies with a plain "not" or "never" what the other asserts with no additional word, in any order."""
    if not _CONDITIONS.isdisjoint(a.vocabulary) or not _CONDITIONS.isdisjoint(b.vocabulary):
        return False
    for one, other in ((a, b), (b, a)):
        if other.negators or len(one.negators) != 1:
            continue
        word, denied = one.words[one.negators[0]], _first_denied_term(one)
        is_plain = word in _PLAIN_NEGATORS or word.endswith("n't")
        if is_plain and denied and other.mentions(denied) and _covers_terms(one, other):
            return True
    return False


def _covers_terms(one: Reading, other: Reading) -> bool:
    """Whether one has all terms of the other except those of its speaker."""
    speaking = attribution_places(other)
    content = {term for term, at in other.placed_terms if at not in speaking and term[0] != "#"}
    return all(one.mentions(term) for term in content - _ASSERTING_VERBS - paraphrased_terms(other, one))


def _terms_of_none(reading: Reading) -> set[str]:
    """The terms whose "no" as subject the other may express as "not" of all: "no low-cost airline has", "the airlines have yet to"."""
    words = reading.words
    neither = {at for at in reading.negators if words[at] == "neither"}
    opens = all(not at or reading.is_boundary(at) for at in neither)
    none = _NEITHER_WORDS if neither and opens else _NO_WORDS
    determiners = [at for at in reading.negators if words[at] in none]
    found: set[str] = set()
    for at in determiners:
        after = range(at + 1, len(words))
        verb = next((i for i in after if words[i] in HELPERS or reading.is_boundary(i)), at)
        denied = [(term, i) for term, i in reading.placed_terms if i > at and term in reading.surely_denied]
        found.update(term for number, (term, i) in enumerate(denied) if not number or i < verb)
    return found


_NO_WORDS = words_of("no none")
_NEITHER_WORDS = _NO_WORDS | {"neither", "nor"}


def quote_negation(reading: Reading, place: int | None = None) -> str:
    """The negator before a place, with the next word: "no evidence", "not safe", "denied"."""
    before = [at for at in reading.negators if place is None or at < place]
    at = before[-1] if before else reading.negators[0]
    end = next((i for i in reading.places if i > at), at)
    last = end if end - at <= _MAX_QUOTED_GAP and reading.words[at] not in DENIERS else at
    return reading.as_written(at, last + 1)
