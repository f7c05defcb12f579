"""What a loader is told, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from claimtrack.core.desk.cited import Cited
    from claimtrack.core.model import Article


def _name(source: str) -> str:
    return "standard input" if source == "-" else source


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known about some bytes before they are read.

    `source` is the file's name or the address as the caller gave it, `url` the address that answered,
    after redirects. `charset` and `media_type` ("text/html") are the web server's words. `whole`: the
    cells of tables and the notes below a text are wanted, too. `links`: so is what its writer cited beside its words.
    """

    source: str
    url: str | None = None
    charset: str | None = None
    media_type: str | None = None
    whole: bool = False
    links: bool = False

    @property
    def name(self) -> str:
        """What messages call the source."""
        return _name(self.source)

    @property
    def suffix(self) -> str:
        """The ending of the file's name or of the address's path: lower case, no dot, "" for none."""
        path = urlsplit(self.url).path if self.url else self.source.replace("\\", "/")
        return PurePosixPath(path).suffix.removeprefix(".").lower()


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article, the source it came from as the caller named it, and what to know before trusting it.

    `written` is the file as decoded, in whose lines the text stands; empty where it stands in no lines of its own. `cited` is what
    the writer of a draft cited beside its words, where that was asked for.
    """

    article: Article
    source: str
    warnings: tuple[str, ...] = ()
    written: str = ""
    cited: tuple[Cited, ...] = ()

    @property
    def name(self) -> str:
        """What messages call the source."""
        return _name(self.source)
