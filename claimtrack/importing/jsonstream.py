"""JSON values out of a file one at a time, so that a feed of a hundred thousand needs the memory of one."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import UnreadableSource

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

_CHUNK = 1 << 20
_LONGEST = 1 << 24
"""Characters a single value may have; one that is still open then is broken."""

_LONGEST_INTEGER = 300
"""Digits; Python refuses to read one of thousands, and no float holds it."""


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) <= _LONGEST_INTEGER else float(digits)


# Other people's JSON has raw line breaks inside its strings: strict=False takes them.
_DECODER = json.JSONDecoder(strict=False, parse_int=_integer)

# Arrays that stand inside an object and hold the records: DataFeed, JSON-LD, Google's API.
_LISTS = re.compile(r'"(?:dataFeedElement|@graph|claims|claimReviewMarkupPages|itemListElement)"\s*:\s*\[')
_SPACE = re.compile(r"[\s,]*")


class _Reader:
    """A file's text with a place in it, read on as it is needed."""

    def __init__(self, file: io.TextIOBase) -> None:
        self._file = file
        self.text = ""
        self.place = 0
        self.ended = False
        self.more()

    def more(self) -> None:
        """Read on, and forget what lies before the place."""
        chunk = self._file.read(_CHUNK)
        self.ended = not chunk
        self.text = self.text[self.place :] + chunk
        self.place = 0

    def skip_space(self) -> str:
        """Move past blanks and commas; the character that follows, or "" at the end."""
        while True:
            found = _SPACE.match(self.text, self.place)
            self.place = found.end() if found else self.place
            if self.place < len(self.text):
                return self.text[self.place]
            if self.ended:
                return ""
            self.more()

    def value(self) -> Any:
        """The value that begins here. Raises UnreadableSource where it is broken."""
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
    """The one value that the text is. Raises UnreadableSource where it is broken, naming the line of several."""
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        at = f" in line {error.lineno}" if "\n" in text.strip() else ""
        raise UnreadableSource(f"broken JSON{at}: {error.msg}") from error
    except RecursionError as error:
        raise UnreadableSource("broken JSON: nested too deep") from error


def json_values(file: io.TextIOBase) -> Iterator[Any]:
    """The records of a JSON file: elements of its list, lines of NDJSON, or the one value it is.

    Raises UnreadableSource at the first broken value, after the sound ones before it.
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
    """Whether the first value ends in what has been read: then it is small, or a line among others."""
    try:
        _DECODER.raw_decode(reader.text, reader.place)
    except (json.JSONDecodeError, RecursionError):
        return False
    return True


def _elements(reader: _Reader) -> Iterator[Any]:
    """The elements of the list that begins here. What follows the list is its object's end: no records."""
    reader.place += 1
    while True:
        following = reader.skip_space()
        if following == "]":
            return
        if not following:
            raise UnreadableSource("broken JSON: the list is not closed, so the file was cut off")
        yield reader.value()
