"""Regular expressions that are made when they are first asked: all those of the core.

To make all those that read an article takes as long as reading fifty articles, and one article asks a third of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Expression:
    """Stands for the compiled expression; whichever method of it was found once is found at once from then on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._source), name)
        setattr(self, name, found)
        return found


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, but compiled only when it is asked; a mistake in it is told only then, too.

    The `re` of a match is the compiled one: compare its pattern.
    """
    return cast("re.Pattern[str]", _Expression(pattern, flags))
