"""From bytes to text: what the bytes say first, then what they claim, a guess last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue, UnreadableSource
from claimtrack.core.texts.cleaning import UNSTORABLE
from claimtrack.core.texts.printable import MOST_SHOWN, brief
from claimtrack.fetch.codepages import guess_codec

if TYPE_CHECKING:
    from claimtrack.fetch.loaded import Hints

_UTF8_MARK = b"\xef\xbb\xbf"
# The longer mark first: UTF-32's begins with UTF-16's.
_WIDE_MARKS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

# What a page means when it says the left: browsers read these names so (WHATWG Encoding Standard).
_MEANT = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
}

# A lead byte of UTF-8 and one that continues it, each read as a letter of windows-1252 or latin-1: "Ã©", "â€".
_CONTINUING = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_READ_AS_BYTES = re.compile(f"[\u00c2-\u00f4][{_CONTINUING}]")
# The commonest byte that windows-1252 has no letter for is the last of U+201D: strict readers leave it out or put U+FFFD.
_LOST_MARK = re.compile(f"â€(?:\ufffd|(?![{_CONTINUING}]))")
_MOSTLY_LATIN = 0.25
_SAMPLE = 65_536  # bytes
_STRAY_NULS = 8
"""So many are no strays where one byte in twenty is one, as in UTF-16 of Cyrillic, whose blanks and stops alone have them."""
_FEWER = 20
_CONTROL = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)  # what numbers of two bytes have, and no text
_FEW_SIGNS = 2  # that say nothing yet: "café" is Western, whatever their share of so short a text

# No desk is sent text of IBM mainframes, but charset-normalizer finds it in short Western lines.
_MAINFRAME = ["cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140"]


def decode(data: bytes, hints: Hints) -> tuple[str, tuple[str, ...]]:
    """The text of some bytes without its byte order mark, and warnings where the encoding is a guess or had been one.

    Line ends stay as they are. Raises UnreadableSource when the bytes are in no known encoding.
    """
    text, guessed = _decoded(data, hints)
    text, garbled = repair_mojibake(text)
    return text, guessed + garbled


def _decoded(data: bytes, hints: Hints) -> tuple[str, tuple[str, ...]]:
    declared = (hints.charset or "").strip().lower()
    declared = _MEANT.get(declared, declared)
    marked = "utf-8-sig" if data.startswith(_UTF8_MARK) else detect_wide(data)
    # Bytes that form valid UTF-8 are UTF-8 whatever the server says; pure ASCII proves nothing
    # (ISO-2022-JP is ASCII to the eye), so there the declaration comes first.
    for name in (marked, declared if data.isascii() else "", "utf-8", declared):
        try:
            if name:
                return data.decode(name), ()
        except (LookupError, ValueError):
            continue
    return _damaged_utf8(data) or _guessed(data, hints.name)


def has_many_nuls(data: bytes) -> bool:
    """Whether the bytes are no text of one byte a letter; a stray NUL is no reason."""
    sample = data[:_SAMPLE]
    nuls = sample.count(0)
    return nuls >= _STRAY_NULS and nuls > len(sample) / 20


def detect_wide(data: bytes) -> str:
    """UTF-16 or UTF-32, half NUL by nature, by the name of its mark or as `_unmarked_wide` tells it; "" for anything else."""
    marked = next((name for mark, name in _WIDE_MARKS if data.startswith(mark)), "")
    return marked or _unmarked_wide(data)


def _unmarked_wide(data: bytes) -> str:
    """UTF-16 without its mark, by name: every other byte of Western text in it is NUL, and hardly another ("Ā"); "" for anything else."""
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
    """The text of bytes of which a person says the encoding, without its byte order mark; `name` is that of the file.

    Raises InvalidValue for an encoding that there is not, UnreadableSource where the bytes are not in it.
    """
    try:
        "a".encode(encoding)  # which also tells a codec that is none of texts, such as base64
    except (LookupError, ValueError):
        raise InvalidValue(
            f"there is no encoding {brief(encoding, MOST_SHOWN)!r}: give one such as utf-8, windows-1252 (Western Europe), windows-1250 (Central "
            "Europe), windows-1251 (Cyrillic), mac-roman or utf-16"
        ) from None
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableSource(
            f"{name} is not in {encoding}: line {line} has bytes that are not valid in it. Give another --encoding, or leave it out to "
            "have it guessed"
        ) from error
    except ValueError as error:  # utf-16 and others raise a plain UnicodeError for a text that breaks off
        raise UnreadableSource(
            f"{name} is not in {encoding} ({error}): give another --encoding, or leave it out to have it guessed"
        ) from error


def replace_unstorable(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with U+FFFD for each character that no desk can hold, and a warning where there is one."""
    text, odd = UNSTORABLE.subn("\ufffd", text)
    told = f"replaced {odd} character{'s' * (odd > 1)} that cannot be stored (U+0000, half a pair) with �"
    return text, (told,) if odd else ()


def repair_mojibake(text: str) -> tuple[str, tuple[str, ...]]:
    """The text as it was before some program read its UTF-8 as windows-1252 ("donâ€™t"), and a warning where one did.

    Lost quotation marks would cost the quotations. What may be meant as it stands ("SÃO") stays: ftfy decides, line by line.
    """
    found = _READ_AS_BYTES.search(text)
    if found is None:
        return text, ()
    from ftfy import fix_encoding

    # Not splitlines(): U+0085 is the end of a line to that, and to us half of a letter.
    lines = text.split("\n")
    # With its last byte given back, ftfy reads a quotation mark; else it takes the space behind it for that of a dagger.
    fixed = "\n".join(
        fix_encoding(_LOST_MARK.sub("â€\x9d", line)) if _READ_AS_BYTES.search(line) else line
        for line in lines
    )
    told = f"repaired letters that an earlier program had garbled ({found[0]!r}): compare names and quotes with the source"
    return fixed, (told,) if fixed != text else ()


def _damaged_utf8(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """UTF-8 with some bad bytes: more sequences that fit than that do not."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    fitting = sum(character > "\x7f" for character in text) - bad
    if fitting <= bad:
        return None
    return text, (f"damaged UTF-8: replaced what could not be read with � in {bad} place{'s' * (bad > 1)}",)


def _guessed(data: bytes, source: str) -> tuple[str, tuple[str, ...]]:
    name = _by_its_words(data)
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


def _by_its_words(data: bytes) -> str | None:
    """The code page whose words look right; None where none fits, or much of the text is beyond ASCII, as Hebrew and Japanese are."""
    if sum(byte > 0x7F for byte in data) > max(_FEW_SIGNS, _MOSTLY_LATIN * len(data)):
        return None
    name = guess_codec(data)
    try:
        data.decode(name or "ascii")
    except UnicodeDecodeError:
        return None
    return name
