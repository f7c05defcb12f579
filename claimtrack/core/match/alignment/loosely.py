"""What is left over of two statements, where the one may tell less exactly what the other does: how many, on which day, or what thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.alignment.so_many import may_be_so_many
from claimtrack.core.match.reading.dates import may_be_one_day
from claimtrack.core.match.reading.semantics.less_exact import less_exactly

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading


def told_loosely(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether these may be one: "several officers", "five officers"; "tomorrow", "on Tuesday"; "a man", "a person"."""
    words, others = ([r.words[at] for at in places] for r, places in ((a, ours), (b, theirs)))
    return (
        may_be_so_many(a, ours, b, theirs)
        or may_be_one_day(words, others)
        or less_exactly(a, ours, b, theirs)
    )
