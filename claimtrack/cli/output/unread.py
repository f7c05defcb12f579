"""Sources that `ingest` and `check` skip, reported as they occur while the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.cli.output.failures import describe_failure
from claimtrack.cli.output.messages import say
from claimtrack.core.errors import LeftOut, NotExtracted, NothingYet, SourceError

if TYPE_CHECKING:
    from claimtrack.fetch import Loaded


@dataclass
class Unread:
    """Reports each source that is not read: `failed` sets the exit code, `skipped` counts those left out by rule."""

    tell: Callable[[str], None] = say
    failed: bool = False
    skipped: int = 0

    def skip(self, error: SourceError) -> None:
        """Tell of a source; what is left out by rule, or has nothing in it yet, is no failure."""
        if isinstance(error, LeftOut | NothingYet):
            self.tell(f"Skipped: {error}")
            self.skipped += 1
        else:
            self.tell(describe_failure(error))
            self.failed = True

    @contextmanager
    def skipping_failures(self, one: Loaded) -> Iterator[None]:
        """Within the context, report and skip an article on which the extractor fails."""
        try:
            yield
        except NotExtracted as error:
            self.skip(NotExtracted(f"{one.name}: {error}"))
