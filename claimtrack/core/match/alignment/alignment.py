"""Whether two statements are the same but for unaligned words, and what those are.

Guards know contradictions; they cannot list every pair of words that means two things. So for a "duplicate" the burden is reversed:
each word must be found on the other side in some form, be a function word, or belong to the attribution. A pair with anything left
over is related at most; and where the rest is the same word for word, what is left over is the difference: a conflict.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.language.word_lists import words_of
from claimtrack.core.match.alignment.additions import (
    bounds_universal,
    changes_claim_anywhere,
    changes_fact,
    find_final_condition,
    narrows_universal,
    select_weighty,
)
from claimtrack.core.match.alignment.competing_names import (
    MOST_LEFT_OVER,
    have_competing_names,
    have_unshared_names,
)
from claimtrack.core.match.alignment.denials import (
    find_unmatched_negation,
    find_weaker_denial,
    has_paraphrased_negation,
    is_contrastive_negation,
)
from claimtrack.core.match.alignment.differing_spans import (
    are_brief_or_close,
    describe_substitution,
    differ_in_one_place,
    find_differing_phrases,
    find_differing_spans,
    lie_within,
    replaces_other_meaning,
    share_bases_differ,
)
from claimtrack.core.match.alignment.excerpts import show_difference, show_tokens
from claimtrack.core.match.alignment.modifiers import excludes_some, is_decisive_alone
from claimtrack.core.match.alignment.names import initials_differ
from claimtrack.core.match.alignment.near_synonyms import are_light_verbs
from claimtrack.core.match.alignment.numbers import may_agree_loosely, may_be_same_number
from claimtrack.core.match.alignment.same_words.checks import CHECKS
from claimtrack.core.match.alignment.same_words.transpositions import pronouns_swapped
from claimtrack.core.match.alignment.unaligned import find_unaligned, is_light_word
from claimtrack.core.match.guards.comparison.comparisons import are_converse_comparisons
from claimtrack.core.match.guards.comparison.reversals import find_agreeing_axes
from claimtrack.core.match.guards.entities.names import modified_names_differ
from claimtrack.core.match.guards.entities.sources import GENERIC_SPEAKERS
from claimtrack.core.match.guards.polarity.answers import are_within_same_answer
from claimtrack.core.match.guards.roles.contests import have_same_winner
from claimtrack.core.match.guards.roles.transfers import are_converse
from claimtrack.core.match.guards.roles.transpositions import order_reversed
from claimtrack.core.match.guards.scope.exceptions import is_exception_complement
from claimtrack.core.match.guards.time.modality import is_mood_surely_different, modals_differ
from claimtrack.core.match.reading.names.people import find_reversed_name
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.words.terms import format_both, stem

if TYPE_CHECKING:
    from claimtrack.core.match.features import Pair


_MIN_SAME_ORDER = 0.7
"""The similarity of word order from which two statements count as worded alike, so that a difference is meant ..."""
_MAX_BRIEF_TERMS, _MIN_SAME_ORDER_IF_BRIEF = 3, 0.66
"""... which of so few terms may be one."""
_MIN_SAME_ORDER_WITH_CLAUSE = 0.6
"""The same where the extra words of one side form a clause of their own."""
_MIN_COVERAGE_OF_DENIED = 0.9
"""The coverage from which a negation of one side applies to what the other states, in any word order."""
_PLACE_PREPOSITIONS = words_of("in at across throughout")
_MAX_SLOT_WORDS = 3
"""The most words that may replace each other and count as one difference."""


class LeftOver(NamedTuple):
    """What keeps a pair from being the same, as shown to a person, and whether it surely contradicts."""

    description: str
    contradicts: bool


def _only_in_one(one: Reading, places: Sequence[int], *, contradicts: bool) -> LeftOver:
    """What only one statement has."""
    return LeftOver(f"only one says: {show_tokens(one, places)}", contradicts)


def find_left_over(pair: Pair) -> LeftOver | None:
    """What one statement has that the other has no counterpart for; None where nothing that matters is left over."""
    a, b = pair.a, pair.b
    if letters := initials_differ(a, b):
        return LeftOver(letters, contradicts=True)
    alike = _are_worded_alike(pair)
    if longer := modified_names_differ(a, b):
        return LeftOver(longer, contradicts=alike)
    ours, theirs = find_unaligned(a, b, pair), find_unaligned(b, a, pair)
    if ours and theirs:
        return _compare_left_over(pair, ours, theirs, alike)
    return (
        (_weigh_addition(pair, a, ours, b, alike) if ours else None)
        or (_weigh_addition(pair, b, theirs, a, alike) if theirs else None)
        or _compare_aligned(pair, alike)
        or _compare_reversed(a, b, alike=alike)
        or _compare_related_words(pair, ours, theirs)
        or _compare_light_words(pair)
        or _compare_pronouns(a, b)
    )


def _compare_pronouns(a: Reading, b: Reading) -> LeftOver | None:
    """Who acts in one, and is acted upon in the other, where only a pronoun shows it."""
    said = pronouns_swapped(a, b)
    return LeftOver(said, contradicts=False) if said else None


def _weigh_addition(
    pair: Pair, one: Reading, places: list[int], other: Reading, alike: bool
) -> LeftOver | None:
    """What is left over on one side only, if it matters."""
    is_universal_narrowed = len(places) == 1 and narrows_universal(one, places[0], other)
    if is_universal_narrowed or bounds_universal(one, places, other):
        return _only_in_one(one, places, contradicts=True)
    if matters := select_weighty(one, places, alike):
        sure = (
            (pair.in_order >= _MIN_SAME_ORDER_WITH_CLAUSE and excludes_some(one, matters))
            or changes_claim_anywhere(one, matters, other)
            or replaces_other_meaning(one, matters, other)
            or (alike and changes_fact(one, matters, other))
        )
        sure = sure and not _may_agree(one, matters, other, ()) and not _are_converses(pair.a, pair.b)
        if substitution := describe_substitution(one, matters, other):
            both = format_both(substitution, turned=one is not pair.a)
            return LeftOver(f"differs: {both}", contradicts=sure)
        return _only_in_one(one, matters, contradicts=sure)
    if is_decisive_alone(one, places, other):
        return _only_in_one(one, places, contradicts=changes_claim_anywhere(one, places, other))
    return None


def _compare_aligned(pair: Pair, alike: bool) -> LeftOver | None:
    """What differs in conditions, moods, function words or negations where every word that matters is aligned."""
    a, b = pair.a, pair.b
    for one, other in ((a, b), (b, a)):
        condition = find_final_condition(one, other)
        if condition and stem(one.words[condition[0]]) not in pair.misspelt:
            return _only_in_one(one, condition, contradicts=False)
    if moods := modals_differ(a, b):
        return LeftOver(moods, contradicts=alike and is_mood_surely_different(a, b))
    for differ in CHECKS:
        if mark := differ(a, b):
            return LeftOver(mark.description, contradicts=mark.contradicts(word_for_word=alike))
    if negation := find_unmatched_negation(a, b):
        sure = (alike or pair.near >= _MIN_COVERAGE_OF_DENIED) and not is_contrastive_negation(a, b)
        return LeftOver(negation, contradicts=sure)
    return None


def _compare_left_over(pair: Pair, ours: list[int], theirs: list[int], alike: bool) -> LeftOver:
    """What is left over on both sides; it surely contradicts where the one replaces the other."""
    a, b = pair.a, pair.b
    is_same_slot = alike and _find_slot(a, ours) == _find_slot(b, theirs) is not None
    is_in_place = (
        (is_same_slot and are_brief_or_close(a, b))
        or _lie_in_spans(find_differing_phrases(a, b), ours, theirs)
        or differ_in_one_place(pair, ours, theirs)
        or (alike and share_bases_differ(pair, ours, theirs))
        or have_competing_names(a, ours, b, theirs)
    )
    return LeftOver(show_difference(a, ours, b, theirs), is_in_place and _surely_replace(a, ours, b, theirs))


def _surely_replace(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether what is left over on both sides in one place cannot agree."""
    return not (_are_converses(a, b) or is_exception_complement(a, b) or _may_agree(a, ours, b, theirs))


def _are_worded_alike(pair: Pair) -> bool:
    """Whether most terms of two statements are in the same order."""
    brief = max(len(pair.a.sequence), len(pair.b.sequence)) <= _MAX_BRIEF_TERMS
    return pair.in_order >= (_MIN_SAME_ORDER_IF_BRIEF if brief else _MIN_SAME_ORDER)


_MAX_SPAN_TOKENS = 4
"""The most tokens of each side in the one differing span in which light words are compared."""
_CONTINUING_WORDS = words_of("keep keeps kept still")


def _compare_light_words(pair: Pair) -> LeftOver | None:
    """What differs between otherwise identical statements in light words ("kept out", "brought in"), or in a weaker denial."""
    a, b = pair.a, pair.b
    if weaker := find_weaker_denial(a, b):
        return LeftOver(weaker, contradicts=False)
    slots = find_differing_spans(a, b)
    if slots is None or not all(0 < len(slot) <= _MAX_SPAN_TOKENS for slot in slots):
        return None
    if has_paraphrased_negation(a, b):
        return None
    ours, theirs = (
        [at for at in find_unaligned(one, other, pair, akin=False, light=False) if at in slot]
        for one, other, slot in ((a, b, slots[0]), (b, a, slots[1]))
    )
    lacking = [r.words[at] for r, places in ((a, ours), (b, theirs)) for at in places]
    if not ours or not theirs or are_light_verbs(lacking) or _CONTINUING_WORDS.issuperset(lacking):
        return None  # near_synonyms.py compares these
    both = list(zip((a, b), slots, strict=True))
    quoted = " / ".join(r.as_written(slot.start, slot.stop) for r, slot in both)
    doubtful = (at for r, _ in both for at in (*r.negators, *(q.first for q in r.quantities)))
    sure = all(map(is_light_word, lacking)) and not any(at in slot for at in doubtful for slot in slots)
    return LeftOver(f"differs: {quoted}", contradicts=sure)


def _compare_related_words(pair: Pair, ours: Sequence[int], theirs: Sequence[int]) -> LeftOver | None:
    """What one statement has only a related word for, of the same stem or axis: "differs: farmers / farms", "differs: owned / sold".

    `ours` and `theirs` are the tokens without even that; they weigh nothing.
    """
    a, b = pair.a, pair.b
    ours = [at for at in find_unaligned(a, b, pair, akin=False) if at not in ours]
    theirs = [at for at in find_unaligned(b, a, pair, akin=False) if at not in theirs]
    if ours and theirs:
        return LeftOver(show_difference(a, ours, b, theirs), contradicts=False)
    one, places = (a, ours) if ours else (b, theirs)
    return _only_in_one(one, places, contradicts=False) if places else None


def _compare_reversed(a: Reading, b: Reading, *, alike: bool) -> LeftOver | None:
    """A difference in order: the parts of one name, which may be the same person's, or agent and patient."""
    if said := find_reversed_name(a, b):
        return LeftOver(said, contradicts=False)
    said = None if _are_converses(a, b) else order_reversed(a, b)
    return LeftOver(said, contradicts=alike) if said else None


def _are_converses(a: Reading, b: Reading) -> bool:
    """Whether two statements swap their participants and the verb, and so agree: dearer and cheaper, sold and bought, led and trailed."""
    tests = (are_converse_comparisons, are_converse, have_same_winner, find_agreeing_axes)
    return any(are_alike(a, b) for are_alike in tests)


def find_substitution(pair: Pair, *, surely: bool) -> LeftOver | None:
    """What both statements have left over, where both have something: "differs: oil / paint".

    With `surely`, differences that do not contradict may be left out, which ends the search early: most pairs differ in several places.
    """
    place = find_differing_phrases(pair.a, pair.b)
    too_many = MOST_LEFT_OVER + 1 if surely and place is None else None
    if too_many and not have_unshared_names(pair.a, pair.b):
        return None
    ours = find_unaligned(pair.a, pair.b, pair, most=too_many)
    theirs = find_unaligned(pair.b, pair.a, pair, most=too_many) if ours and len(ours) != too_many else []
    if not theirs:
        return None
    tokens = pair.a, ours, pair.b, theirs
    is_in_place = _lie_in_spans(place, ours, theirs) or have_competing_names(*tokens)
    return LeftOver(show_difference(*tokens), is_in_place and _surely_replace(*tokens))


def _may_agree(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether what is left over may be one number, day or thing, or the same answer to a question."""
    tests = (may_be_same_number, are_within_same_answer, may_agree_loosely, _may_corefer)
    return any(may_agree(a, ours, b, theirs) for may_agree in tests)


_DEFINITE_NOUNS = GENERIC_SPEAKERS | words_of(
    "victim suspect defendant attacker boy girl driver player club team bank party"
)
"""Nouns by which a person or body may be mentioned who is named in the other statement."""


def _may_corefer(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether one side names what the other mentions by a definite noun: "Moor", "the driver"; "the CIA", "the agency"."""
    return any(
        all(one.has_capital(at) for at in places)
        and len(nouns) == 1
        and other.words[nouns[0]] in _DEFINITE_NOUNS
        and other.words[nouns[0] - 1] == "the"
        for one, places, other, nouns in ((a, ours, b, theirs), (b, theirs, a, ours))
        if places and nouns and nouns[0]
    )


def _lie_in_spans(slots: tuple[range, range] | None, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether everything left over lies in the single span in which two statements differ, if there is one."""
    return slots is not None and lie_within(slots[0], ours) and lie_within(slots[1], theirs)


def _find_slot(reading: Reading, places: Sequence[int]) -> tuple[str, str] | None:
    """The stems of the words before and after some adjacent tokens; None where the tokens are too far apart."""
    words, first, last = reading.words, places[0], places[-1]
    if last - first >= _MAX_SLOT_WORDS:
        return None
    first -= first > 1 and words[first - 1] in _PLACE_PREPOSITIONS
    return stem(" ".join(words[first - 1 : first])), stem(" ".join(words[last + 1 : last + 2]))
