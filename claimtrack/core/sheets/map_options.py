"""The option `--map` in the message about a cell, which knows its field; the header of its column is put in where the sheet is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.texts.printable import shell_command

if TYPE_CHECKING:
    import re

_OPTION = expression(r"--map '\{([^{}]+)\}=([^']*)'")


def map_option(field: str, meaning: str) -> str:
    """Return the option that reads the column of a field as something else: for the messages that `name_headers` completes."""
    return f"--map '{{{field}}}={meaning}'"


def name_headers(message: str, headers: Mapping[str, str]) -> str:
    """Return a message with the header of each field's column in its options, which can then be copied."""

    def complete(found: re.Match[str]) -> str:
        header = headers.get(found[1], "Its header")
        return f"--map {shell_command(f'{header}={found[2]}')}"

    return _OPTION.sub(complete, message)
