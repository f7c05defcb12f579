"""The articles of one dry run: which of them are copies of one another, or new versions."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from claimtrack.store import appearances
from claimtrack.store.file.database import create_or_migrate
from claimtrack.workflow.articles import recognising
from claimtrack.workflow.articles.extracting import Extractor
from claimtrack.workflow.articles.ingesting import ingest_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database

    from claimtrack.core.extract import Options
    from claimtrack.core.model import Article, ExtractedClaim

    Span = tuple[int, int]


class ScratchDesk:
    """Files the articles of a dry run on a desk of its own, which nobody keeps, as the run itself would on the real one.

    That desk is made when there is a second article, and gone with `close()`.
    """

    def __init__(self, options: Options) -> None:
        self._options = options
        self._desk: Database | None = None
        self._waiting: tuple[Article, str | None, Sequence[ExtractedClaim]] | None = None
        self._open = ExitStack()

    def close(self) -> None:
        """Leave nothing behind."""
        self._open.close()

    def held(self, article: Article, source: str | None) -> list[Span]:
        """Where claims stand in the article that one before it has as well, as its copy or its earlier version."""
        self._file_waiting()
        if self._desk is None:
            return []
        standing = recognising.recognise(self._desk, article, source)
        spans = [span for _, span in standing.moved]
        if standing.article_id is not None:
            spans += appearances.spans(self._desk, standing.article_id)
        return spans

    def add(self, article: Article, source: str | None, found: Sequence[ExtractedClaim]) -> None:
        """Take what was found in an article for filed, for the next one to be compared with."""
        self._waiting = article, source, found

    def _file_waiting(self) -> None:
        if self._waiting is None:
            return
        article, source, found = self._waiting
        self._waiting = None
        if self._desk is None:
            folder = self._open.enter_context(TemporaryDirectory())
            self._desk, _ = create_or_migrate(Path(folder) / "scratch.db")
            self._open.callback(self._desk.close)
        # An article that an older claimtrack kept with the line ends of its file has other places there than here.
        read = Extractor(
            "scratch",
            lambda kept, options: [
                one for one in found if (kept.text or "")[one.start : one.end] == one.text
            ],
        )
        ingest_article(self._desk, article, source=source, options=self._options, extractor=read, actor=None)
