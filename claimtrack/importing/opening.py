"""Opens a file as text, whatever its encoding."""

from __future__ import annotations

import codecs
import io
from typing import IO

from claimtrack.core.errors import UnreadableSource
from claimtrack.fetch import Hints, decode
from claimtrack.fetch.decoding.binary import refuse_binary

_SAMPLE = 1 << 16
_PIECE = 1 << 20
MAX_MEGABYTES = 500
"""Longest file that is read at once, in millions of bytes: a sheet of a million claims. /dev/zero and some pipes never end."""


def buffered(file: IO[bytes]) -> io.BufferedReader:
    """The file, such that its first bytes can be looked at and still be read."""
    return file if isinstance(file, io.BufferedReader) else io.BufferedReader(file)  # type: ignore[arg-type]


def read_whole(file: IO[bytes], name: str) -> bytes:
    """All of a file. Raises UnreadableSource once it is too long, so that one without end does not fill the memory."""
    pieces, left = [], MAX_MEGABYTES * 1_000_000
    while piece := file.read(_PIECE):
        pieces.append(piece)
        left -= len(piece)
        if left < 0:
            raise UnreadableSource(
                f"{name} is longer than {MAX_MEGABYTES} MB, or never ends: divide it, and give one part at a time"
            )
    return b"".join(pieces)


def open_text(file: IO[bytes], name: str) -> tuple[io.TextIOBase, str]:
    """The file as text, and its first character that is no white space ("" if there is none).

    UTF-8 is streamed, however long the file; other encodings are read at once. Line ends stay as they
    are. Raises UnreadableSource for a file that is no text.
    """
    binary = buffered(file)
    sample = binary.peek(_SAMPLE)
    refuse_binary(sample, name)
    if _is_utf8(sample):
        text: io.TextIOBase = io.TextIOWrapper(binary, encoding="utf-8-sig", errors="replace", newline="")
        start = sample.decode("utf-8-sig", "replace")
    else:
        whole, _ = decode(read_whole(binary, name), Hints(name))
        text, start = io.StringIO(whole, newline=""), whole[:_SAMPLE]
    return text, start.lstrip()[:1]


def _is_utf8(sample: bytes) -> bool:
    """Whether the bytes are UTF-8; the last character may be cut off."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True
