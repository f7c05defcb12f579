"""The input and the output of a loader."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claimtrack.core.model import Article

if TYPE_CHECKING:
    from claimtrack.core.desk.cited import Cited


def _name(source: str) -> str:
    return "standard input" if source == "-" else source


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known about some bytes before they are read.

    `source` is the file's name or the address as the caller gave it, `url` the address that answered,
    after redirects. `charset` and `media_type` ("text/html") are as the web server sent them. `whole`: the
    cells of tables and the notes below a text are wanted, too. `links`: so are the sources that a draft cites. `seconds`: somebody waits for
    it in a browser, perhaps with bad intent, so reading it may take no longer.
    """

    source: str
    url: str | None = None
    charset: str | None = None
    media_type: str | None = None
    whole: bool = False
    links: bool = False
    seconds: float | None = None

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
    """An article, its source as the caller named it, and warnings.

    `written` is the decoded file, to whose lines the text corresponds; empty if there is no such correspondence. `cited` are the citations
    of a draft, if they were asked for.
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
