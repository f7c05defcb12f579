"""What commands read from files and from standard input, and what is told where that cannot be read."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.options import standard_input

if TYPE_CHECKING:
    from collections.abc import Iterator


class Input(click.File):
    """A file of bytes to read; `-` is standard input, which may be closed (`<&-`)."""

    def __init__(self) -> None:
        super().__init__("rb")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The open file."""
        if value == "-":
            standard_input()
        return super().convert(value, param, ctx)


@contextmanager
def in_utf8() -> Iterator[None]:
    """Within it text is taken from standard input. Raises ClickException for bytes that are no UTF-8."""
    try:
        yield
    except UnicodeError as error:
        raise click.ClickException(
            "what was given is not text in UTF-8: save or type it as UTF-8, then try again"
        ) from error


def typed_line() -> str:
    """The next line of standard input, as it stands; "" at its end. Raises ClickException for bytes that are no UTF-8."""
    with in_utf8():
        line = sys.stdin.readline()
        line.encode()  # where the terminal tells no encoding, Python passes such bytes on
        return line
