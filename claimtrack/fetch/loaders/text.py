"""Plain text and transcripts: the text is the decoded file, to the last line end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.core.model import Article
from claimtrack.fetch.decoding.encodings import decode
from claimtrack.fetch.loaded import Loaded

if TYPE_CHECKING:
    from claimtrack.fetch.loaded import Hints


def load(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """Yield one article with the unchanged text, because spans count in it. `NAME:` labels stay."""
    text, warnings = decode(data, hints)
    yield Loaded(Article(text=text, url=hints.url), hints.source, warnings, written=text)
