"""What `ingest` and `check` could not read, said as it is met while the rest goes on."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimtrack.cli.printed.talk import say
from claimtrack.core.errors import LeftOut, NotExtracted, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimtrack.fetch import Loaded


class Unread:
    """Tells of each source that is not read; true once one failed, which the exit code tells."""

    def __init__(self, say: Callable[[str], None] = say) -> None:
        self._say = say
        self._failed = False
        self.skipped = 0
        """Sources that were left out by rule."""

    def __bool__(self) -> bool:
        return self._failed

    def skip(self, error: SourceError) -> None:
        """Tell of a source; what is left out by rule is no failure."""
        if isinstance(error, LeftOut):
            self._say(f"Skipped: {error}")
            self.skipped += 1
        else:
            self._say(f"Error: {error}")
            self._failed = True

    @contextmanager
    def going_on(self, one: Loaded) -> Iterator[None]:
        """Within it an article on which the extractor fails is told by its source and left out."""
        try:
            yield
        except NotExtracted as error:
            self.skip(NotExtracted(f"{one.name}: {error}"))
