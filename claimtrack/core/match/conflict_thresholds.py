"""How similar two statements must be for a guard's finding to make them a conflict; otherwise it is only reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.language.word_lists import words_of
from claimtrack.core.match.guards.comparison.comparisons import are_sides_exchanged, find_comparisons
from claimtrack.core.match.guards.entities.names import names_differ
from claimtrack.core.match.guards.entities.sources import speaker_roles_differ
from claimtrack.core.match.guards.place.directions import relations_differ
from claimtrack.core.match.guards.polarity.antonyms import antonyms_conflict, relational_antonyms_conflict
from claimtrack.core.match.guards.polarity.negation import denies_effect, is_plainly_denied, negations_differ
from claimtrack.core.match.guards.polarity.prefixes import negative_affixes_differ, particle_missing
from claimtrack.core.match.guards.quantities.amounts import have_unrelated_numbers, numbers_differ
from claimtrack.core.match.guards.quantities.number_pairs import complementary_shares_differ
from claimtrack.core.match.guards.scope.coverage import none_or_not_all
from claimtrack.core.match.guards.scope.exceptions import only_or_also
from claimtrack.core.match.guards.scope.quantifiers import some_or_not_all
from claimtrack.core.match.guards.time.stages import planned_or_done

if TYPE_CHECKING:
    from claimtrack.core.match.features import Pair
    from claimtrack.core.match.guards.guards import Guard
    from claimtrack.core.match.reading.reading import Reading

_MIN_COVERAGE = 0.45
"""How much of each other two statements must cover, nearly half, for a difference to be a conflict.

In a long post next to a short claim a "not" or a number may belong to something else: it is reported, and rules out "duplicate".
"""

_MIN_COVERAGE_OF_SENTENCES = 0.4
"""The same where each side is a single sentence, in which there is less that it could belong to."""


def least_coverage(a: Reading, b: Reading) -> float:
    """How much of each other two statements must cover for a difference to count."""
    return _MIN_COVERAGE_OF_SENTENCES if _are_single_sentences(a, b) else _MIN_COVERAGE


def _are_single_sentences(a: Reading, b: Reading) -> bool:
    """Whether each statement is a single sentence."""
    return a.sentences[-1:] == b.sentences[-1:] == (0,)


class ConflictThreshold(NamedTuple):
    """The share of terms in the same order from which a guard's finding is a conflict, in statements that cover each other enough ...

    ... or, as `near`, the coverage from which it is one in any order; above 1 is never.
    """

    in_order: float = 0.0
    near: float = 1.1

    def is_met_by(self, pair: Pair) -> bool:
        """Whether a difference is a conflict; if not, the pair may be a rewording: it is reported, and rules out "duplicate"."""
        if pair.near >= self.near and pair.shares_words:
            return True
        return pair.in_order >= self.in_order and pair.near >= least_coverage(pair.a, pair.b)

    def is_no_stricter_than(self, other: ConflictThreshold) -> bool:
        """Whether this threshold is met wherever the other is."""
        return self.in_order <= other.in_order and self.near <= other.near


NO_THRESHOLD = ConflictThreshold()

_FOR_POSTS = ConflictThreshold(in_order=0.4, near=0.65)
"""The threshold where a side makes several statements: what differs may belong to another of them."""
_FOR_SENTENCES = ConflictThreshold(near=0.3)
"""The threshold for single sentences: another country, year, kind or end is another claim in any words."""

_BY_GUARD: Mapping[Guard, ConflictThreshold] = {
    numbers_differ: ConflictThreshold(in_order=0.4, near=0.6),
    negations_differ: ConflictThreshold(in_order=0.45, near=0.85),
    relational_antonyms_conflict: ConflictThreshold(in_order=0.6),
    particle_missing: ConflictThreshold(in_order=0.7),
    relations_differ: ConflictThreshold(in_order=0.66),
    speaker_roles_differ: ConflictThreshold(in_order=0.5),
    complementary_shares_differ: ConflictThreshold(in_order=0.6, near=0.78),
    some_or_not_all: ConflictThreshold(in_order=1.1),  # both may be so
}
"""Guards that may find a difference in a mere rewording: "not safe" for "unsafe", a share given by its complement.

There are too many ways to negate and to count. One rule for all, fitted to the labelled tables, does worse (tests/cases/README.md).
"""

_BY_GUARD_FOR_SENTENCES: Mapping[Guard, ConflictThreshold] = {
    **_BY_GUARD,
    **dict.fromkeys((names_differ, planned_or_done, none_or_not_all, only_or_also), NO_THRESHOLD),
}
"""The same for single sentences, where these guards need more similarity than others: who shares little else may be anybody."""

_IF_NEGATED: Mapping[Guard, ConflictThreshold] = {
    **_BY_GUARD_FOR_SENTENCES,
    **dict.fromkeys((antonyms_conflict, negative_affixes_differ), _FOR_POSTS),
}
"""The same where something is negated: in other words an antonym may only cancel it, "banned no longer" for "legal"."""

_IF_PLAINLY_NEGATED: Mapping[Guard, ConflictThreshold] = {
    **_IF_NEGATED,
    negations_differ: ConflictThreshold(near=0.5),
}
"""The same where a plain "not" negates what the other states in the same words: nothing else can cancel it."""

_IF_BOTH_NEGATE: Mapping[Guard, ConflictThreshold] = {
    **_IF_NEGATED,
    negations_differ: ConflictThreshold(in_order=0.6),
}
"""The same where both negate equally often: in another order they may well negate the same."""

_IF_NO_EFFECT: Mapping[Guard, ConflictThreshold] = {**_BY_GUARD_FOR_SENTENCES, negations_differ: NO_THRESHOLD}
"""The same where one states no effect, and the other a direction: "does not change the risk", "lowers the risk"."""

_IF_COMPARED_WITH_PAST: Mapping[Guard, ConflictThreshold] = {
    **_BY_GUARD_FOR_SENTENCES,
    relational_antonyms_conflict: ConflictThreshold(in_order=0.2, near=0.6),
}
"""The same where both compare with an earlier time, which cannot change sides: more than in the previous year, fewer than the year before."""
_EARLIER_WORDS = words_of("previous previously before earlier last ago prior then preceding")
_EARLIER_REACH = 6
"""The number of words after "than" that may refer to an earlier time."""


def _compares_with_past(reading: Reading) -> bool:
    """Whether something is compared with an earlier time: "more than in the previous year"."""
    if "than" not in reading.vocabulary:
        return False
    at = reading.words.index("than")
    return not _EARLIER_WORDS.isdisjoint(reading.words[at + 1 : at + 1 + _EARLIER_REACH])


def _compare_same_things(a: Reading, b: Reading) -> bool:
    """Whether both compare the same two things in the same direction."""
    if "than" not in a.vocabulary or "than" not in b.vocabulary:
        return False
    ours, theirs = list(find_comparisons(a)), list(find_comparisons(b))
    return any(
        3 * len(sense.left & sense_b.left) >= 2 * min(len(sense.left), len(sense_b.left))
        and sense.right & sense_b.right
        and not are_sides_exchanged(sense, sense_b)
        for sense in ours
        for sense_b in theirs
    )


_IF_REMAINDER: Mapping[Guard, ConflictThreshold] = {
    **_BY_GUARD_FOR_SENTENCES,
    complementary_shares_differ: ConflictThreshold(in_order=0.6),
}
"""The same where one may state the remaining share or a decrease: 70 and 30 percent may then agree."""
_REMAINDER_WORDS = words_of(
    "left remain remains remained remaining rest less fewer lower lost lose loses missing gone gap below "
    "behind short off discount away intact"
)


def thresholds_for(a: Reading, b: Reading) -> Callable[[Guard], ConflictThreshold]:
    """A function from each guard to its conflict threshold for two statements."""
    if not _are_single_sentences(a, b):
        return lambda guard: _BY_GUARD.get(guard, _FOR_POSTS)
    by_guard = _thresholds_for_sentences(a, b)
    return lambda guard: by_guard.get(guard, _FOR_SENTENCES)


def _thresholds_for_sentences(a: Reading, b: Reading) -> Mapping[Guard, ConflictThreshold]:
    """The guards with thresholds of their own for two single sentences."""
    if denies_effect(a, b) or denies_effect(b, a):
        return _IF_NO_EFFECT
    if is_plainly_denied(a, b):
        return _IF_PLAINLY_NEGATED
    if a.negators and len(a.negators) == len(b.negators):
        return _IF_BOTH_NEGATE
    if _is_negated(a) or _is_negated(b):
        return _IF_NEGATED
    if (_compares_with_past(a) and _compares_with_past(b)) or _compare_same_things(a, b):
        return _IF_COMPARED_WITH_PAST
    return (
        _BY_GUARD_FOR_SENTENCES if _REMAINDER_WORDS.isdisjoint(a.vocabulary ^ b.vocabulary) else _IF_REMAINDER
    )


_MANY_DIFFERENCES = 3
"""The number of differences from which two statements with little in common are about two things."""


def is_conflict(pair: Pair, differences: Sequence[str], thresholds: Iterable[ConflictThreshold]) -> bool:
    """Whether the differences found, each with its threshold, make two statements a conflict."""
    apart = len(differences) >= _MANY_DIFFERENCES and pair.near < least_coverage(pair.a, pair.b)
    return not (apart or have_unrelated_numbers(pair.a, pair.b)) and any(
        threshold.is_met_by(pair) for threshold in thresholds
    )


def _is_negated(reading: Reading) -> bool:
    """Whether a statement negates something, except by a word that is itself an antonym: "hardly any" of "most", "denied" of "admitted"."""
    if not reading.surely_denied:
        return False
    return any(
        at not in reading.phrase_meanings and reading.words[at] not in _DENY_FORMS for at in reading.negators
    )


_DENY_FORMS = words_of("denied denies deny denying")
"""Forms of "deny", the antonym of "admit"."""
