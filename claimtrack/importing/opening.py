"""Opens a file as text, whatever its encoding."""

from __future__ import annotations

import codecs
import io
from typing import IO

from claimtrack.fetch import Hints, decode
from claimtrack.fetch.decoding.binary import refuse_binary

_SAMPLE = 1 << 16


def buffered(file: IO[bytes]) -> io.BufferedReader:
    """The file, such that its first bytes can be looked at and still be read."""
    return file if isinstance(file, io.BufferedReader) else io.BufferedReader(file)  # type: ignore[arg-type]


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
        whole, _ = decode(binary.read(), Hints(name))
        text, start = io.StringIO(whole, newline=""), whole[:_SAMPLE]
    return text, start.lstrip()[:1]


def _is_utf8(sample: bytes) -> bool:
    """Whether the bytes are UTF-8; the last character may be cut off."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True
