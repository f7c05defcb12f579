"""Read single keys and lines in triage, from a terminal or a pipe."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from claimtrack.cli.parameters.inputs import is_interactive, read_line, requiring_utf8
from claimtrack.core.errors import InvalidValue

QUIT = "q"


class Keyboard:
    """Reads keys from the terminal without Enter or, if standard input is not a terminal, from the pipe.

    In a pipe, white space between keys is skipped, and the end of input is QUIT. The answer to a key's prompt is the
    rest of its line or, if that is blank, the next line; each further answer is a line of its own.
    """

    def __init__(self) -> None:
        self.is_piped = not is_interactive()
        self._typed_ahead = ""
        self._after_key = False

    def key(self) -> str:
        """Return the next key; a key that sends several characters (an arrow) counts as one."""
        return self._piped() if self.is_piped else self._pressed()

    def _pressed(self) -> str:
        try:
            typed = self._typed_ahead or click.getchar()
        except EOFError:  # Ctrl-D
            return QUIT
        # The terminal returns everything typed since the last read; keep an escape sequence together.
        length = len(typed) if typed.startswith("\x1b") else 1
        key, self._typed_ahead = typed[:length], typed[length:]
        return key

    def _piped(self) -> str:
        while character := _read_character():
            if not character.isspace():
                self._after_key = True
                return character
        return QUIT

    def line(self, prompt: str, default: str = "", *, is_editable: bool = True) -> str:
        """Read a line. On a terminal the default can be edited, and an emptied line is empty; in a pipe an empty line means the default.

        A default that is not editable is shown in brackets, and what is typed takes its place: "12" typed after a "7" that
        is already there would be 712. Raises click.Abort on Ctrl-C and Ctrl-D, and InvalidValue if the pipe ends within a
        line, which was probably truncated.
        """
        if self.is_piped:
            return self._piped_line() or default
        typed, end, self._typed_ahead = re.split(r"([\r\n]|$)", self._typed_ahead, maxsplit=1)
        if end:
            return typed.strip() or default
        offered = "" if is_editable else default
        with _prefilled_prompt(typed or ("" if offered else default)) as is_there, requiring_utf8():
            answer: str = click.prompt(prompt, default=offered, show_default=bool(offered))
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
    """Within the context, a prompt starts with editable text; yields whether this Python has readline to do so."""
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
