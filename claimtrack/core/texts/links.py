"""How do people write evidence? An address or words, with a stance after it (`https://stats.example/rents=refutes`)."""

from __future__ import annotations

import re
from difflib import get_close_matches

from claimtrack.core.errors import InvalidValue
from claimtrack.core.expressions import expression
from claimtrack.core.model import Stance
from claimtrack.core.texts.cleaning import clean_source

_BETWEEN = expression(r"""[\s"<>]+|\](?=\(https?://)|[,;|]+(?=https?://|\s|$)""", re.IGNORECASE)
"""The separators between links and words, also within a link as HTML or Markdown writes it: `[Table 4](https://stats.example/rents)`."""
_ADDRESS = expression(r"https?://", re.IGNORECASE)
_BARE_ADDRESS = expression(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/)\S", re.IGNORECASE)
"""An address without its https://, as people read it out."""

_CLOSED_BY = {"(": ")", "[": "]"}


def read_link(text: str) -> tuple[str, Stance | None]:
    """Parse SOURCE or SOURCE=STANCE: an address may contain `=` itself, so only a known stance at the end counts. Raises InvalidValue.

    The value of an address's last parameter is no stance: "https://search.example/?q=supports".
    """
    source, mark, after_mark = text.rpartition("=")
    stance = after_mark.strip().casefold()
    if not mark or _is_parameter(source):
        return clean_source(text), None
    if stance in set(Stance):
        return clean_source(source), Stance(stance)
    is_meant = not set("?#") & set(source) if "://" in source else get_close_matches(stance, Stance)
    if is_meant and stance.isalpha():
        raise InvalidValue(f"{after_mark.strip()!r} is not a stance. Use one of: {', '.join(Stance)}")
    return clean_source(text), None


def _is_parameter(url: str) -> bool:
    """Whether the text before the last `=` ends in a parameter name, which has no value yet."""
    query = url.partition("?")[2]
    return "?" in url and "#" not in query and "=" not in re.split("[&;]", query)[-1]


def read_links(cell: str) -> dict[str, Stance | None]:
    """Parse the links in a cell, separated by blanks, line breaks, commas, semicolons or bars. Raises InvalidValue."""
    return dict(read_link(word) for word in _words(cell) if _ADDRESS.match(word))


def read_sources(cell: str) -> dict[str, Stance | None]:
    """Parse the sources in a cell, an address or words on each line. Raises InvalidValue."""
    return dict(read_link(line) for line in cell.splitlines() if line.strip())


def contains_only_links(cell: str) -> bool:
    """Whether the cell contains only links, or their number, as exports write it."""
    words = _words(cell)
    return all(map(_ADDRESS.match, words)) or (len(words) == 1 and words[0].isdigit())


def bare_addresses(cell: str) -> list[str]:
    """Return the addresses in a cell that lack their https://, and are words to `read_links`."""
    return [word for word in _words(cell) if _BARE_ADDRESS.match(word)]


def _words(cell: str) -> list[str]:
    """Split a cell into its links and words."""
    return [word for part in _BETWEEN.split(cell) if (word := _strip_punctuation(part))]


def _strip_punctuation(word: str) -> str:
    """Strip the punctuation of the surrounding sentence from an address: `(https://stats.example/rents),`."""
    if word[:1] in _CLOSED_BY and _ADDRESS.match(word[1:]):
        return word[1:].rstrip(",;|.").removesuffix(_CLOSED_BY[word[0]])
    return word.rstrip(",;|.") if _ADDRESS.match(word) else word.strip(",;|-–—")
