"""Plain text and transcripts: the text is the file as decoded, to the last line end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.model import Article
from claimtrack.fetch.encoding import decode
from claimtrack.fetch.loaded import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.fetch.loaded import Hints


def load(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """One article, unchanged: people point into this text by code points. `NAME:` labels stay."""
    text, warnings = decode(data, hints)
    yield Loaded(Article(text=text, url=hints.url), hints.source, warnings, written=text)
