"""Decodes bytes to text: by the bytes themselves, else by the declared encoding, else by a guess."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue, UnreadableSource
from claimtrack.core.texts.printable import MOST_SHOWN, brief
from claimtrack.fetch.decoding.codepages import guess_codec
from claimtrack.fetch.decoding.repairs import repair_mojibake

if TYPE_CHECKING:
    from claimtrack.fetch.loaded import Hints

USUAL_ENCODINGS = (
    "windows-1252 (Western Europe), windows-1250 (Central Europe), windows-1251 (Cyrillic), mac-roman"
)
"""What a sheet that is not UTF-8 is mostly in, for messages."""

_UTF8_MARK = b"\xef\xbb\xbf"
# The longer marks first: UTF-32's begin with UTF-16's.
_WIDE_MARKS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

# The encoding that browsers use for a declared one (WHATWG Encoding Standard), by Python's name for that.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}

_MOSTLY_LATIN = 0.25
_SAMPLE = 65_536  # bytes
_STRAY_NULS = 8
"""So many NULs are no strays if one byte in twenty is one, as in UTF-16 of Cyrillic, where only spaces and stops have them."""
_FEWER = 20
_CONTROL = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)  # control characters, which two-byte numbers produce, but no text
_FEW_SIGNS = 2  # too few to judge: "café" is Western, whatever their share of so short a text

# Text of IBM mainframes does not occur, but charset-normalizer finds it in short Western lines.
_MAINFRAME = ["cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140"]


def decode(data: bytes, hints: Hints) -> tuple[str, tuple[str, ...]]:
    """Decode bytes without their byte order mark; warns if the encoding is a guess, or was a wrong one before.

    Line ends stay as they are. Raises UnreadableSource if the bytes are in no known encoding.
    """
    text, guessed = _decoded(data, hints)
    text, garbled = repair_mojibake(text)
    return text, guessed + garbled


def _decoded(data: bytes, hints: Hints) -> tuple[str, tuple[str, ...]]:
    try:
        declared = codecs.lookup((hints.charset or "").strip()).name
    except (LookupError, ValueError):
        declared = ""
    declared = _MEANT.get(declared, declared)
    marked = "utf-8-sig" if data.startswith(_UTF8_MARK) else detect_wide(data)
    # Bytes that are valid UTF-8 are UTF-8 whatever the server says; pure ASCII proves nothing
    # (ISO-2022-JP is ASCII to the eye), so there the declaration comes first.
    for name in (marked, declared if data.isascii() else "", "utf-8", declared):
        try:
            if name:
                return data.decode(name), ()
        except (LookupError, ValueError):
            continue
    return _decode_damaged_utf8(data) or _guess(data, hints.name)


def has_many_nuls(data: bytes) -> bool:
    """Whether there are too many NULs for a single-byte text; stray ones are allowed."""
    sample = data[:_SAMPLE]
    nuls = sample.count(0)
    return nuls >= _STRAY_NULS and nuls > len(sample) / 20


def detect_wide(data: bytes) -> str:
    """The codec name of UTF-16 or UTF-32, by its byte order mark or by `_unmarked_wide`; "" for anything else."""
    marked = next((name for mark, name in _WIDE_MARKS if data.startswith(mark)), "")
    return marked or _unmarked_wide(data)


def _unmarked_wide(data: bytes) -> str:
    """The codec name of UTF-16 without a mark, in which every other byte of Western text is NUL; "" for anything else."""
    sample = data[:_SAMPLE]
    first, second = sample[::2].count(0), sample[1::2].count(0)
    if min(first, second) * _FEWER > max(first, second) or not has_many_nuls(data):
        return ""
    name = "utf-16-be" if first > second else "utf-16-le"
    try:
        return "" if _CONTROL.search(data.decode(name)) else name
    except UnicodeDecodeError:
        return ""


def decode_as(data: bytes, encoding: str, name: str) -> str:
    """Decode bytes in an encoding that a person gives, without the byte order mark; `name` is the file's name.

    Raises InvalidValue for an unknown encoding, UnreadableSource if the bytes are not in it.
    """
    try:
        "a".encode(encoding)  # this also rejects codecs that are not for text, such as base64
    except (LookupError, ValueError):
        raise InvalidValue(
            f"there is no encoding {brief(encoding, MOST_SHOWN)!r}: give one such as utf-8, {USUAL_ENCODINGS} or utf-16"
        ) from None
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except ValueError as error:  # utf-16 and others raise a plain UnicodeError for a truncated text
        told = f" ({error})"
        if isinstance(error, UnicodeDecodeError):
            line = data.count(b"\n", 0, error.start) + 1
            told = f": line {line} has bytes that are not valid in it"
        raise UnreadableSource(
            f"{name} is not in {encoding}{told}. Give another --encoding, or leave it out to have it guessed"
        ) from error


def _decode_damaged_utf8(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """Decode UTF-8 with some bad bytes, if more sequences are valid than invalid; else None."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    fitting = sum(character > "\x7f" for character in text) - bad
    if fitting <= bad:
        return None
    return text, (f"damaged UTF-8: replaced what could not be read with � in {bad} place{'s' * (bad > 1)}",)


def _guess(data: bytes, source: str) -> tuple[str, tuple[str, ...]]:
    name = _guess_by_words(data)
    if name is not None:
        text = data.decode(name)
    else:
        from charset_normalizer import from_bytes

        best = from_bytes(data, cp_exclusion=_MAINFRAME).best()
        if best is None:
            raise UnreadableSource(f"{source} has an unknown encoding: save it as UTF-8 text and use that")
        text, name = str(best), best.encoding
    return text, (
        f"encoding guessed as {name.replace('cp125', 'windows-125')}: if names look wrong, save the text as UTF-8",
    )


def _guess_by_words(data: bytes) -> str | None:
    """The code page whose words look right; None if none fits, or if much of the text is not ASCII, as in Hebrew and Japanese."""
    if sum(byte > 0x7F for byte in data) > max(_FEW_SIGNS, _MOSTLY_LATIN * len(data)):
        return None
    name = guess_codec(data)
    try:
        data.decode(name or "ascii")
    except UnicodeDecodeError:
        return None
    return name
