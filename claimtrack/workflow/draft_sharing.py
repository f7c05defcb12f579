"""A second process that checks some of the sentences of a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.core.extract.page.sentences import paragraphs, sentences
from claimtrack.core.extract.words.reading import normalise
from claimtrack.workflow.draft_lookups import Part
from claimtrack.workflow.draft_repeats import SentenceCheck
from claimtrack.workflow.worker_process import count_cores, open_once, start_worker

if TYPE_CHECKING:
    from claimtrack.workflow.draft_repeats import Repeat, Span
    from claimtrack.workflow.worker_process import GiveWay, WorkerProcess

    Sentence = tuple[Span, list[Part]]

_MIN_BYTES = 600
"""The file for which starting takes as long as it saves: some five sentences."""
_PREPARED = 4
"""How many sentences are checked for preparation, which compiles what all need: about as many as there is time for."""
_SHARE = 4
"""The other process is given this part of the sentences that nobody has begun, again and again: so both are done at about the same time."""


class Helper:
    """Checks sentences in a second process, which opens the desk itself. Without one it does nothing."""

    def __init__(self, other: WorkerProcess | None, desk: Path) -> None:
        self._other, self._desk = other, desk

    def begin(self, text: str) -> None:
        """Prepare the other process for a draft, while this one extracts its claims."""
        if self._other:
            self._other.call_later(_prepare_in_worker, self._desk, text)

    def share(
        self, text: str, divided: Sequence[Sentence], check: Callable[..., list[Repeat]]
    ) -> Iterator[list[Repeat]]:
        """Yield the repeats in each sentence: `check` works from the first on while the other process works from the last."""
        if self._other is None:
            yield from (check(*one) for one in divided)
            return
        groups = _divide(divided)
        calls = [self._other.call_later(_check_in_worker, self._desk, text, group) for group in groups]
        for group, call in zip(reversed(groups), reversed(calls), strict=True):
            found = None if call.cancel() else call.result()
            yield from (check(*one) for one in group) if found is None else found

    def close(self) -> None:
        """End the other process. Before the desk is closed: the last that closes it removes SQLite's other files."""
        if self._other:
            self._other.end()


@contextmanager
def start_helper(desk: Path, source: str) -> Iterator[Helper]:
    """Start a helper that ends with the block; without a process where that is impossible or, for a short file, does not pay.

    Call it before the desk is opened.
    """
    draft = Path(source)
    is_short = draft.is_file() and draft.stat().st_size < _MIN_BYTES
    if is_short or count_cores() < 2 or _count_threads() != 1:
        yield Helper(None, desk)
        return
    with start_worker("fork") as other:
        yield Helper(other, desk)


def _count_threads() -> int:
    """How many threads this process has; 0 except on Linux. With more than one, or elsewhere, it cannot be forked safely."""
    try:
        return sum(1 for _ in Path("/proc/self/task").iterdir())
    except OSError:
        return 0


def _divide(divided: Sequence[Sentence]) -> list[Sequence[Sentence]]:
    """The sentences in groups, the last sentences first, each a part of those that are left."""
    groups, left = [], len(divided)
    while left:
        size = max(1, left // _SHARE)
        groups.append(divided[left - size : left])
        left -= size
    return groups


def _prepare_in_worker(desk: Path, text: str, give_way: GiveWay) -> None:
    check = _start_check(desk, text)
    reading = normalise(text)
    spans = [span for block in paragraphs(reading) for span in sentences(reading, block)]
    for span in spans[-_PREPARED:]:
        check(span, [Part(*span)])
        give_way()


def _check_in_worker(
    desk: Path, text: str, group: Sequence[Sentence], give_way: GiveWay
) -> list[list[Repeat]]:
    check = _start_check(desk, text)
    found = []
    for one in group:
        found.append(check(*one))
        give_way()  # it ends the work if the other process has gone
    return found


@lru_cache(maxsize=1)  # one draft is checked after the other
def _start_check(desk: Path, text: str) -> SentenceCheck:
    return SentenceCheck(open_once(desk), text)
