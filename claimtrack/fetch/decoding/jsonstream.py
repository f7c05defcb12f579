"""Reads JSON values from a file one at a time, so that a feed of a hundred thousand needs the memory of one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import UnreadableSource

if TYPE_CHECKING:
    import io

_CHUNK = 1 << 20
_LONGEST = 1 << 24
"""How many characters a value may have; one that is longer is broken."""

_LONGEST_INTEGER = 300
"""How many digits an integer may have; Python refuses to parse thousands, and no float could hold it."""


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) <= _LONGEST_INTEGER else float(digits)


# Many files have raw line breaks inside strings: strict=False accepts them.
_DECODER = json.JSONDecoder(strict=False, parse_int=_integer)

# Arrays inside an object that contain the records: DataFeed, JSON-LD, Google's API.
_LISTS = re.compile(r'"(?:dataFeedElement|@graph|claims|claimReviewMarkupPages|itemListElement)"\s*:\s*\[')
_SPACE = re.compile(r"[\s,]*")


class _Reader:
    """A file's text with a position, read on as needed."""

    def __init__(self, file: io.TextIOBase) -> None:
        self._file = file
        self.text = ""
        self.place = 0
        self.ended = False

    def more(self) -> None:
        """Read on, and discard the text before the position."""
        chunk = self._file.read(_CHUNK)
        self.ended = not chunk
        self.text = self.text[self.place :] + chunk
        self.place = 0

    def skip_space(self) -> str:
        """Skip white space and commas; return the next character, or "" at the end."""
        while True:
            found = _SPACE.match(self.text, self.place)
            self.place = found.end() if found else self.place
            if self.place < len(self.text):
                return self.text[self.place]
            if self.ended:
                return ""
            self.more()

    def value(self) -> Any:
        """Parse the value that begins here. Raises UnreadableSource if it is broken."""
        while True:
            try:
                value, self.place = _DECODER.raw_decode(self.text, self.place)
            except json.JSONDecodeError as error:
                if self.ended or len(self.text) - self.place > _LONGEST:
                    raise UnreadableSource(
                        f"broken JSON: {error.msg} at {self.text[error.pos : error.pos + 40]!r}"
                    ) from error
                self.more()
            except RecursionError as error:
                raise UnreadableSource("broken JSON: nested too deep") from error
            else:
                return value


def json_value(text: str) -> Any:
    """Parse a text that is one value. Raises UnreadableSource if it is broken, with the line if there are several."""
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        at = f" in line {error.lineno}" if "\n" in text.strip() else ""
        raise UnreadableSource(f"broken JSON{at}: {error.msg}") from error
    except RecursionError as error:
        raise UnreadableSource("broken JSON: nested too deep") from error


def json_values(file: io.TextIOBase) -> Iterator[Any]:
    """Yield the records of a JSON file: the elements of its list, the lines of NDJSON, or its only value.

    Raises UnreadableSource at the first broken value, after the valid ones before it.
    """
    reader = _Reader(file)
    if reader.skip_space() == "[":
        yield from _elements(reader)
        return
    opening = None if _holds_whole_value(reader) else _LISTS.search(reader.text)
    if opening:
        reader.place = opening.end() - 1
        yield from _elements(reader)
        return
    while reader.skip_space():
        yield reader.value()


def _holds_whole_value(reader: _Reader) -> bool:
    """Whether the first value is complete in what has been read: then it is small, or one of several lines."""
    try:
        _DECODER.raw_decode(reader.text, reader.place)
    except (json.JSONDecodeError, RecursionError):
        return False
    return True


def _elements(reader: _Reader) -> Iterator[Any]:
    """Yield the elements of the list that begins here. After it only the surrounding object ends: there are no more records."""
    reader.place += 1
    while True:
        following = reader.skip_space()
        if following == "]":
            return
        if not following:
            raise UnreadableSource("broken JSON: the list is not closed, so the file was cut off")
        yield reader.value()
