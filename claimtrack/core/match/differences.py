"""What the guards find to differ in two statements, without repeats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import le, lt
from typing import TYPE_CHECKING

from claimtrack.core.match.conflict_thresholds import NO_THRESHOLD, thresholds_for
from claimtrack.core.match.guards.guards import GUARDS
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.statement_guards import STATEMENT_GUARDS
from claimtrack.core.model import Statement
from claimtrack.core.texts.differing import swap_sides

if TYPE_CHECKING:
    from claimtrack.core.match.conflict_thresholds import ConflictThreshold


def find_differences(query: Statement, candidate: Statement) -> dict[str, ConflictThreshold]:
    """What the guards find to differ -> the threshold from which it is a conflict."""
    a, b = read(query.text), read(candidate.text)
    said_by = {guard: difference for guard in GUARDS if (difference := guard(a, b))}
    threshold = thresholds_for(a, b) if said_by else None
    found = {difference: threshold(guard) for guard, difference in said_by.items()} if threshold else {}
    reported = found | {
        difference: NO_THRESHOLD for guard in STATEMENT_GUARDS if (difference := guard(query, candidate))
    }
    if len(reported) < 2:
        return reported
    return {
        difference: threshold
        for difference, threshold in reported.items()
        if not _is_redundant(difference, reported)
    }


def differ(query: Statement, candidate: Statement) -> bool:
    """Whether any guard finds a difference: as `find_differences`, but stops at the first."""
    a, b = read(query.text), read(candidate.text)
    return any(guard(a, b) for guard in GUARDS) or any(guard(query, candidate) for guard in STATEMENT_GUARDS)


def _is_redundant(difference: str, reported: Mapping[str, ConflictThreshold]) -> bool:
    """Whether another guard reports the same difference in as many or more words: "before / after", "before a drone / after a drone".

    Its threshold must be no stricter; of two identical reports the first stays.
    """
    both, is_before = _words_by_side(difference), True
    for other in reported:
        theirs = _words_by_side(other)
        if other == difference:
            is_before = False
        elif (
            _is_within(both, theirs, le)
            and (is_before or both != theirs)
            and reported[other].is_no_stricter_than(reported[difference])
        ):
            return True
    return False


def drop_repeats(texts: Iterable[str]) -> tuple[str, ...]:
    """The differences without those that another contains or an earlier one reverses: "second / third", "second visit / third visit"."""
    sides = {text: _words_by_side(text) for text in texts}
    kept = [text for text in sides if not any(_is_within(sides[text], other, lt) for other in sides.values())]
    return tuple(text for at, text in enumerate(kept) if swap_sides([text])[0] not in kept[:at])


def _is_within(
    one: Sequence[frozenset[str]], other: Sequence[frozenset[str]], within: Callable[..., bool]
) -> bool:
    """Whether each side of the first report is within the same side of the other: `le`, or `lt` for strictly."""
    return len(one) == len(other) == 2 and all(map(within, one, other))


def _words_by_side(difference: str) -> list[frozenset[str]]:
    return [frozenset(side.lower().split()) for side in difference.partition(": ")[2].split(" / ")]
