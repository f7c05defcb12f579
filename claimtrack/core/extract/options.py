"""How an article is read: by which points, from which score on, and who asks how far it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from claimtrack.core.extract import checkworthy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

Step = TypeVar("Step")
_STAGES = 4
"""Who says what is found for all paragraphs first, then whom each name means, then what each row scores, then all else about it."""


def _unheard(done: int, total: int) -> None:
    """Nobody asks how far it is."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to extract. `min_score` 0..1 leaves out rows below it; `threshold` 0..1 marks check-worthy rows.

    `speaker` is whose speech, post or op-ed the article is: what it says in its own voice, this person says.
    `points` replaces the points of the features it names, so that a desk can refit them. `progress` is called with (done, of
    how many) paragraphs, each of which is done when its rows are; it decides about nothing, so that options that differ in it
    alone are equal.
    """

    min_score: float = 0.0
    threshold: float = checkworthy.DEFAULT_THRESHOLD
    points: Mapping[str, int] | None = None
    speaker: str | None = None
    progress: Callable[[int, int], None] = field(default=_unheard, compare=False)

    def heard(self, steps: Sequence[Step], at: int, paragraphs: int) -> Iterable[Step]:
        """The steps of the stage `at`, of whose end `progress`, if anybody asks, is told as of so much of the paragraphs."""
        return steps if self.progress is _unheard else self._told(steps, at, paragraphs)

    def _told(self, steps: Sequence[Step], at: int, paragraphs: int) -> Iterator[Step]:
        for done, step in enumerate(steps, start=1):
            yield step
            self.progress((at * len(steps) + done) * paragraphs // (_STAGES * len(steps)), paragraphs)


SHIPPED = Options()
