"""How much in doubt it is what a guard finds: how alike a pair must be for it to be a conflict, and not only told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
from claimtrack.core.match.words.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claimtrack.core.match.features import Pair
    from claimtrack.core.match.guards.guards import Guard
    from claimtrack.core.match.reading.reading import Reading

_NEAR = 0.45
"""How much of each other two statements must cover, nearly half, for a difference to be a conflict. In a long post beside
a short claim a "not" or a number may belong to something else: it is told, and bars "duplicate", no more."""

_NEAR_IN_ONE = 0.4
"""The same where each side is one sentence, in which there is less that it could belong to."""


def least_coverage(a: Reading, b: Reading) -> float:
    """How near two statements must be for a difference to weigh."""
    return _NEAR_IN_ONE if _one_sentence(a, b) else _NEAR


def _one_sentence(a: Reading, b: Reading) -> bool:
    """Whether each is one sentence, and says one thing."""
    return a.sentences[-1:] == b.sentences[-1:] == (0,)


class ConflictThreshold(NamedTuple):
    """How much of two statements that are near enough must stand in the same order for what a guard finds to be a conflict ...

    ... or how near they must be in whatever words; above 1 is never.
    """

    in_order: float = 0.0
    near: float = 1.1

    def is_over(self, pair: Pair) -> bool:
        """Whether what differs is a conflict. Else it may be the same put otherwise: it is told, and bars "duplicate"."""
        if pair.near >= self.near and pair.shares_words:
            return True
        return pair.in_order >= self.in_order and pair.near >= least_coverage(pair.a, pair.b)

    def is_no_stricter_than(self, other: ConflictThreshold) -> bool:
        """Whether it is over wherever the other is."""
        return self.in_order <= other.in_order and self.near <= other.near


NO_THRESHOLD = ConflictThreshold()

_IN_A_POST = ConflictThreshold(in_order=0.4, near=0.65)
"""Where a side says more than one thing, what differs may belong to something else."""
_IN_A_SENTENCE = ConflictThreshold(near=0.3)
"""Where each side is one sentence, another country, year, kind or end is another claim in whatever words."""

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
"""Guards that may find a difference in what is only put otherwise, wherever it stands: "not safe" for "unsafe", a share told of the
rest. There are too many ways to deny and to count. One rule for all, fitted to the labelled tables, does worse (tests/cases/README.md)."""

_OF_ONE_SENTENCE: Mapping[Guard, ConflictThreshold] = {
    **_BY_GUARD,
    **dict.fromkeys((names_differ, planned_or_done, none_or_not_all, only_or_also), NO_THRESHOLD),
}
"""The same of single sentences, in which these need more in common than others: who shares little else may be anybody."""

_WHERE_DENIED: Mapping[Guard, ConflictThreshold] = {
    **_OF_ONE_SENTENCE,
    **dict.fromkeys((antonyms_conflict, negative_affixes_differ), _IN_A_POST),
}
"""The same where something is denied: in other words an opposite may only make up for it, "banned no longer" for "legal"."""

_WHERE_DENIED_OUTRIGHT: Mapping[Guard, ConflictThreshold] = {
    **_WHERE_DENIED,
    negations_differ: ConflictThreshold(near=0.5),
}
"""The same where a plain "not" denies what the other says, in no word that it has not: nothing else can make up for it."""

_WHERE_BOTH_DENY: Mapping[Guard, ConflictThreshold] = {
    **_WHERE_DENIED,
    negations_differ: ConflictThreshold(in_order=0.6),
}
"""The same where both deny equally often: in another order they may well deny the same, of whatever else each is told."""

_WITH_NO_EFFECT: Mapping[Guard, ConflictThreshold] = {**_OF_ONE_SENTENCE, negations_differ: NO_THRESHOLD}
"""The same where one says that something has no effect, and the other which way it works: "lowers the risk"."""

_THAN_BEFORE: Mapping[Guard, ConflictThreshold] = {
    **_OF_ONE_SENTENCE,
    relational_antonyms_conflict: ConflictThreshold(in_order=0.2, near=0.6),
}
"""The same where both compare with an earlier time, which cannot change sides: more than in the previous year, fewer than the year before."""
_BEFORE = words_of("previous previously before earlier last ago prior then preceding")
_SOON = 6
"""Words behind "than" in which it is told that it is an earlier time."""


def _than_before(reading: Reading) -> bool:
    """Whether something is compared with what it was at an earlier time."""
    if "than" not in reading.vocabulary:
        return False
    at = reading.words.index("than")
    return not _BEFORE.isdisjoint(reading.words[at + 1 : at + 1 + _SOON])


def _compared_alike(a: Reading, b: Reading) -> bool:
    """Whether both compare the same with the same, the same way round."""
    if "than" not in a.vocabulary or "than" not in b.vocabulary:
        return False
    ours, theirs = list(find_comparisons(a)), list(find_comparisons(b))
    return any(
        3 * len(one.left & other.left) >= 2 * min(len(one.left), len(other.left))
        and one.right & other.right
        and not are_sides_exchanged(one, other)
        for one in ours
        for other in theirs
    )


_OF_WHAT_IS_LEFT: Mapping[Guard, ConflictThreshold] = {
    **_OF_ONE_SENTENCE,
    complementary_shares_differ: ConflictThreshold(in_order=0.6),
}
"""The same where one may tell the share that is left, or by how much something is less: 70 and 30 percent may be one then."""
_LEFT = words_of(
    "left remain remains remained remaining rest less fewer lower lost lose loses missing gone gap below behind short off discount away intact"
)


def thresholds_for(a: Reading, b: Reading) -> Callable[[Guard], ConflictThreshold]:
    """How much in doubt it is what a guard finds in two statements."""
    if not _one_sentence(a, b):
        return lambda guard: _BY_GUARD.get(guard, _IN_A_POST)
    by_guard = _guards_of_one_sentence(a, b)
    return lambda guard: by_guard.get(guard, _IN_A_SENTENCE)


def _guards_of_one_sentence(a: Reading, b: Reading) -> Mapping[Guard, ConflictThreshold]:
    """The guards that two single sentences leave more or less in doubt than the others."""
    if denies_effect(a, b) or denies_effect(b, a):
        return _WITH_NO_EFFECT
    if is_plainly_denied(a, b):
        return _WHERE_DENIED_OUTRIGHT
    if a.negators and len(a.negators) == len(b.negators):
        return _WHERE_BOTH_DENY
    if _denies(a) or _denies(b):
        return _WHERE_DENIED
    if (_than_before(a) and _than_before(b)) or _compared_alike(a, b):
        return _THAN_BEFORE
    return _OF_ONE_SENTENCE if _LEFT.isdisjoint(a.vocabulary ^ b.vocabulary) else _OF_WHAT_IS_LEFT


_APART = 3
"""Differences of two statements that share little: so many make another claim about another thing."""


def is_conflict(pair: Pair, found: Sequence[str], thresholds_for: Iterable[ConflictThreshold]) -> bool:
    """Whether what was found to differ, each with its doubt, makes a conflict of two statements."""
    apart = len(found) >= _APART and pair.near < least_coverage(pair.a, pair.b)
    return not (apart or have_unrelated_numbers(pair.a, pair.b)) and any(
        doubt.is_over(pair) for doubt in thresholds_for
    )


def _denies(reading: Reading) -> bool:
    """Whether something is denied, but by what is an opposite itself: the "hardly any" of "most", the "denied" of "admitted"."""
    if not reading.surely_denied:
        return False
    return any(
        at not in reading.phrase_meanings and reading.words[at] not in _DENIALS for at in reading.negators
    )


_DENIALS = words_of("denied denies deny denying")
"""These are the opposite of what is admitted."""
