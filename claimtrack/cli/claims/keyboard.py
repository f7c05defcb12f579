"""Keys and lines from whoever decides: a terminal, key by key without Enter, or a pipe."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from claimtrack.cli.parameters.inputs import is_interactive, read_line, requiring_utf8
from claimtrack.core.errors import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Iterator

QUIT = "q"


class Keyboard:
    """Reads from the terminal, or where standard input is none, the same keys from the pipe.

    In a pipe white space between keys is skipped and the end of the input is QUIT. What a key asks for is
    the rest of its line, or where that is blank the next line; each further answer is a line.
    """

    def __init__(self) -> None:
        self.is_piped = not is_interactive()
        self._typed_ahead = ""
        self._after_key = False

    def key(self) -> str:
        """The next key; a key that sends several characters (an arrow) comes as one."""
        return self._piped() if self.is_piped else self._pressed()

    def _pressed(self) -> str:
        try:
            typed = self._typed_ahead or click.getchar()
        except EOFError:  # Ctrl-D
            return QUIT
        # The terminal hands over all that was typed since the last look; an escape sequence stays whole.
        length = len(typed) if typed.startswith("\x1b") else 1
        key, self._typed_ahead = typed[:length], typed[length:]
        return key

    def _piped(self) -> str:
        while character := _read_character():
            if not character.isspace():
                self._after_key = True
                return character
        return QUIT

    def line(self, prompt: str, default: str = "") -> str:
        """A line. On a terminal the default stands there to be edited, and what is cleared is empty; elsewhere an empty
        line means the default.

        Raises click.Abort at Ctrl-C and Ctrl-D, InvalidValue where a pipe ends before its line does: it was cut.
        """
        if self.is_piped:
            return self._piped_line() or default
        typed, end, self._typed_ahead = re.split(r"([\r\n]|$)", self._typed_ahead, maxsplit=1)
        if end:
            return typed.strip() or default
        with _prefilled_prompt(typed or default) as is_there, requiring_utf8():
            answer: str = click.prompt(prompt, default="", show_default=False)
        return answer.strip() or ("" if is_there else default)

    def _piped_line(self) -> str:
        rest = _read_whole_line()
        if not rest and self._after_key:
            rest = _read_whole_line()
        self._after_key = False
        return rest


def _read_whole_line() -> str:
    line = read_line()
    if not line.endswith("\n"):
        raise InvalidValue("the input ends in the middle of an answer: end each answer with a line break")
    return line.strip()


@contextmanager
def _prefilled_prompt(text: str) -> Iterator[bool]:
    """Within it, a prompt starts with a text to edit; whether this Python has readline for that."""
    try:
        import readline
    except ImportError:
        yield False
        return
    readline.set_startup_hook(lambda: readline.insert_text(text))
    try:
        yield True
    finally:
        readline.set_startup_hook()


def _read_character() -> str:
    with requiring_utf8():
        return sys.stdin.read(1)
