"""How much in doubt it is what a guard finds: how alike a pair must be for it to be a conflict, and not only told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.comparison.comparisons import compared, exchanged
from claimtrack.core.match.guards.entities.names import names_differ
from claimtrack.core.match.guards.entities.sources import other_voice
from claimtrack.core.match.guards.place.directions import other_relation
from claimtrack.core.match.guards.polarity.antonyms import opposite, opposite_or_turned
from claimtrack.core.match.guards.polarity.negation import denied_outright, has_no_effect, negated
from claimtrack.core.match.guards.polarity.prefixes import prefix_denies, without_particle
from claimtrack.core.match.guards.quantities.amounts import numbers_differ, numbers_of_two_things
from claimtrack.core.match.guards.quantities.wholes import rest_of_the_whole
from claimtrack.core.match.guards.scope.coverage import not_one_or_all
from claimtrack.core.match.guards.scope.exceptions import only_some
from claimtrack.core.match.guards.scope.quantifiers import some_or_not_all
from claimtrack.core.match.guards.time.stages import not_done_yet
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


def near_enough(a: Reading, b: Reading) -> float:
    """How near two statements must be for a difference to weigh."""
    return _NEAR_IN_ONE if _one_sentence(a, b) else _NEAR


def _one_sentence(a: Reading, b: Reading) -> bool:
    """Whether each is one sentence, and says one thing."""
    return a.sentences[-1:] == b.sentences[-1:] == (0,)


class Doubt(NamedTuple):
    """How much of two statements that are near enough must stand in the same order for what a guard finds to be a conflict ...

    ... or how near they must be in whatever words; above 1 is never.
    """

    in_order: float = 0.0
    near: float = 1.1

    def is_over(self, pair: Pair) -> bool:
        """Whether what differs is a conflict. Else it may be the same put otherwise: it is told, and bars "duplicate"."""
        if pair.near >= self.near and pair.shares_words:
            return True
        return pair.in_order >= self.in_order and pair.near >= near_enough(pair.a, pair.b)

    def surer_than(self, other: Doubt) -> bool:
        """Whether it is over wherever the other is."""
        return self.in_order <= other.in_order and self.near <= other.near


NO_DOUBT = Doubt()

_IN_A_POST = Doubt(in_order=0.4, near=0.65)
"""Where a side says more than one thing, what differs may belong to something else."""
_IN_A_SENTENCE = Doubt(near=0.3)
"""Where each side is one sentence, another country, year, kind or end is another claim in whatever words."""

_BY_GUARD: Mapping[Guard, Doubt] = {
    numbers_differ: Doubt(in_order=0.4, near=0.6),
    negated: Doubt(in_order=0.45, near=0.85),
    opposite_or_turned: Doubt(in_order=0.6),
    without_particle: Doubt(in_order=0.7),
    other_relation: Doubt(in_order=0.66),
    other_voice: Doubt(in_order=0.5),
    rest_of_the_whole: Doubt(in_order=0.6, near=0.78),
    some_or_not_all: Doubt(in_order=1.1),  # both may be so
}
"""Guards that may find a difference in what is only put otherwise, wherever it stands: "not safe" for "unsafe", a share told of the
rest. There are too many ways to deny and to count. One rule for all, fitted to the labelled tables, does worse (tests/cases/README.md)."""

_OF_ONE_SENTENCE: Mapping[Guard, Doubt] = {
    **_BY_GUARD,
    **dict.fromkeys((names_differ, not_done_yet, not_one_or_all, only_some), NO_DOUBT),
}
"""The same of single sentences, in which these need more in common than others: who shares little else may be anybody."""

_WHERE_DENIED: Mapping[Guard, Doubt] = {
    **_OF_ONE_SENTENCE,
    **dict.fromkeys((opposite, prefix_denies), _IN_A_POST),
}
"""The same where something is denied: in other words an opposite may only make up for it, "banned no longer" for "legal"."""

_WHERE_DENIED_OUTRIGHT: Mapping[Guard, Doubt] = {**_WHERE_DENIED, negated: Doubt(near=0.5)}
"""The same where a plain "not" denies what the other says, in no word that it has not: nothing else can make up for it."""

_WHERE_BOTH_DENY: Mapping[Guard, Doubt] = {**_WHERE_DENIED, negated: Doubt(in_order=0.6)}
"""The same where both deny equally often: in another order they may well deny the same, of whatever else each is told."""

_WITH_NO_EFFECT: Mapping[Guard, Doubt] = {**_OF_ONE_SENTENCE, negated: NO_DOUBT}
"""The same where one says that something has no effect, and the other which way it works: "lowers the risk"."""

_THAN_BEFORE: Mapping[Guard, Doubt] = {**_OF_ONE_SENTENCE, opposite_or_turned: Doubt(in_order=0.2, near=0.6)}
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
    ours, theirs = list(compared(a)), list(compared(b))
    return any(
        3 * len(one.left & other.left) >= 2 * min(len(one.left), len(other.left))
        and one.right & other.right
        and not exchanged(one, other)
        for one in ours
        for other in theirs
    )


_OF_WHAT_IS_LEFT: Mapping[Guard, Doubt] = {**_OF_ONE_SENTENCE, rest_of_the_whole: Doubt(in_order=0.6)}
"""The same where one may tell the share that is left, or by how much something is less: 70 and 30 percent may be one then."""
_LEFT = words_of(
    "left remain remains remained remaining rest less fewer lower lost lose loses missing gone gap below behind short off discount away intact"
)


def doubts(a: Reading, b: Reading) -> Callable[[Guard], Doubt]:
    """How much in doubt it is what a guard finds in two statements."""
    if not _one_sentence(a, b):
        return lambda guard: _BY_GUARD.get(guard, _IN_A_POST)
    by_guard = _guards_of_one_sentence(a, b)
    return lambda guard: by_guard.get(guard, _IN_A_SENTENCE)


def _guards_of_one_sentence(a: Reading, b: Reading) -> Mapping[Guard, Doubt]:
    """The guards that two single sentences leave more or less in doubt than the others."""
    if has_no_effect(a, b) or has_no_effect(b, a):
        return _WITH_NO_EFFECT
    if denied_outright(a, b):
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


def contradict(pair: Pair, found: Sequence[str], doubts: Iterable[Doubt]) -> bool:
    """Whether what was found to differ, each with its doubt, makes a conflict of two statements."""
    apart = len(found) >= _APART and pair.near < near_enough(pair.a, pair.b)
    return not (apart or numbers_of_two_things(pair.a, pair.b)) and any(
        doubt.is_over(pair) for doubt in doubts
    )


def _denies(reading: Reading) -> bool:
    """Whether something is denied, but by what is an opposite itself: the "hardly any" of "most", the "denied" of "admitted"."""
    if not reading.surely_denied:
        return False
    return any(at not in reading.in_a_word and reading.words[at] not in _DENIALS for at in reading.negators)


_DENIALS = words_of("denied denies deny denying")
"""These are the opposite of what is admitted."""
