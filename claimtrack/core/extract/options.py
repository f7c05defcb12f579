"""How should an article be extracted? Points, minimum score, and progress reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from claimtrack.core.advancing import Advance, tell_nobody
from claimtrack.core.extract import checkworthy

Step = TypeVar("Step")
_STAGES = 4
"""The stages of extraction, each the same share of the work: speakers of all drafts, then whom each name denotes, then scores, then everything else."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to extract. `min_score` 0..1 drops rows below it; `threshold` 0..1 marks check-worthy rows.

    `speaker` is the author of a speech, post or op-ed: what the article says in its own voice is attributed to this person.
    `points` overrides the points of the features it names, so that a desk can refit them. `progress` is called with (done, total)
    paragraphs, a paragraph being done when its rows are; it has no influence on the result, so options that differ in it alone are equal.
    """

    min_score: float = 0.0
    threshold: float = checkworthy.DEFAULT_THRESHOLD
    points: Mapping[str, int] | None = None
    speaker: str | None = None
    progress: Advance = field(default=tell_nobody, compare=False)

    def track_progress(self, steps: Sequence[Step], at: int, paragraphs: int) -> Iterable[Step]:
        """Wrap the steps of stage `at` so that `progress`, if any, is reported at the end of each as a share of all paragraphs."""
        return steps if self.progress is tell_nobody else self._with_progress(steps, at, paragraphs)

    def _with_progress(self, steps: Sequence[Step], at: int, paragraphs: int) -> Iterator[Step]:
        """Yield the steps of a stage, reporting progress after each."""
        for done, step in enumerate(steps, start=1):
            yield step
            self.progress((at * len(steps) + done) * paragraphs // (_STAGES * len(steps)), paragraphs)


SHIPPED = Options()
