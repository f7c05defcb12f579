"""How may text appear in a line of a report or a terminal?"""

from __future__ import annotations

import os
import re
import shlex
import unicodedata
from collections.abc import Iterable, Sequence

from claimtrack.core.expressions import expression
from claimtrack.core.steps import Worded
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.core.texts.legible import legible

# Line ends and tabs, and the joiners of Persian, Hindi and family emoji.
_HARMLESS = "\n\t\u200c\u200d"
_FLAG = expression("(\U0001f3f4[\U000e0061-\U000e007a]{5}\U000e007f)")
"""The flags of England, Scotland and Wales: a black flag followed by invisible letters."""

MOST_SHOWN = 40
"""Characters of a refused value that an error repeats."""
MOST_NAMED = 5
"""Items that a message lists by default; of the rest, it gives the number."""
_LONGEST_FAILURE = 300
"""Characters of a foreign error message, which may fill a page."""


def brief(value: object, most: int) -> str:
    """Shorten a value to at most `most` characters, for a line that reports a change; "nothing" for None."""
    text = "nothing" if value is None else str(value)
    return text if len(text) <= most else f"{text[: most - 1]}…"


def brief_line(text: str, most: int) -> str:
    """Return a text on one line, as `clean_line` makes it, in at most `most` characters."""
    return brief(clean_line(text), most)


def describe_error(error: BaseException) -> str:
    """Describe an error of foreign code on one line."""
    try:
        words = brief_line(str(error), _LONGEST_FAILURE)
    except Exception:  # a foreign error may fail to format itself
        words = ""
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def list_some(things: Iterable[object], most: int = MOST_NAMED, *, in_all: int = 0) -> str:
    """List items on one line, at most `most` of them: "a, b, c and 1,200 more". `in_all` is their number if these are only the first."""
    named = [str(one) for one in things]
    count = max(in_all, len(named))
    more = f" and {count - most:,} more" if count > most else ""
    return ", ".join(named[:most]) + more


def shell_command(*words: str, system: str = os.name) -> str:
    """Quote the words of a command for the user's shell.

    On Windows in double quotes: one of its two shells takes single ones literally. One within a word is doubled: after a backslash it
    would end the word for both, and they would run what follows an "&" in somebody's name.
    """
    if system != "nt":
        return " ".join(map(_quote, words))
    return " ".join(
        word if re.fullmatch(r"[\w.:\\/+=-]+", word) else '"{}"'.format(word.replace('"', '""'))
        for word in words
    )


def _quote(word: str) -> str:
    """Quote a word for a POSIX shell, also the name of a file that is not UTF-8: Python keeps its bytes as lone surrogates."""
    if not re.search(r"[\udc80-\udcff]", word):
        return shlex.quote(word)
    plain = re.sub(r"[\\']", r"\\\g<0>", word)
    written = re.sub(r"[\udc80-\udcff]", lambda byte: f"\\x{ord(byte[0]) - 0xDC00:x}", plain)
    return f"$'{written}'"


def claimtrack_command(command: str, *names: str) -> Worded:
    """Quote a claimtrack command with these names, even one that begins with a dash; no web page offers an equivalent."""
    dashes = ["--"] if any(name.startswith("-") for name in names) else []
    return Worded(f"`claimtrack {command} {shell_command(*dashes, *names)}`")


def plural(count: int, noun: str) -> str:
    """Return a number with its noun: "1 pair", "1,200 pairs"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def numbered(noun: str, numbers: Sequence[int]) -> str:
    """List the numbers of some items: "claim 7", "claims 7, 9"."""
    return f"{noun}{'s' * (len(numbers) > 1)} {list_some(numbers)}"


def humanise_name(name: str) -> str:
    """Return a status or column name as people read it: "in_review" -> "in review"."""
    return name.replace("_", " ")


def printable(text: str) -> str:
    """Return the text as a reader sees it, with control characters and direction overrides made visible.

    A claim comes from anywhere: printed raw, an escape sequence in it could repaint the terminal, and
    an override could show the words in another order than they are stored.
    """
    text = legible(text)
    if text.isprintable():  # all but a few of the thousands in a long table
        return text
    return "".join(
        part if _FLAG.fullmatch(part) else "".join(map(_escape_invisible, part)) for part in _FLAG.split(text)
    )


def _escape_invisible(character: str) -> str:
    """Return a harmless character as it is, an invisible one as its escape."""
    if character in _HARMLESS or unicodedata.category(character) not in ("Cc", "Cf", "Cs"):
        return character
    return f"\\u{ord(character):04x}" if ord(character) <= 0xFFFF else f"\\U{ord(character):08x}"
