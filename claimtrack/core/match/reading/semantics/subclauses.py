"""Where the clause ends that a negator stands in, if another verb than it follows: "the driver *who did not stop* was fined"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.forms import may_be_past
from claimtrack.core.match.words.lexicon import ARTICLES, FINITE_AUXILIARIES, words_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_RELATIVE = words_of("who which that")
_NEAR = 4
"""Words from one of these to a negator at most: "that the union *avoided*"."""


def clause_over(reading: Reading, at: int) -> int:
    """Where the clause of a negator is over, and what follows is told besides; the number of words where it goes on to the end."""
    words = reading.words
    behind = range(at + 1, len(words))
    opens = next((i for i in range(at - 1, max(0, at - _NEAR), -1) if words[i] in _RELATIVE), 0)
    if not opens:
        ends = (
            i
            for i in behind
            if words[i] == "and" and reading.parted(i) and not ARTICLES.isdisjoint(words[i + 1 : i + 2])
        )
    elif reading.parted(opens):
        ends = (i for i in behind if reading.parted(i))
    elif words[opens + 1] in ARTICLES and may_be_past("".join(words[at + 1 : at + 2])):
        return (
            at + 1 if may_be_past(words[at]) else at + 2
        )  # "that they *avoided*", "that they *never* built"
    else:
        ends = (i for i in behind[1:] if words[i] in FINITE_AUXILIARIES)
    return next(ends, len(words))
