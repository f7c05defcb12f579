"""claimtrack: a newsroom's claim desk in one SQLite file.

`claimtrack.open(path)` gives a `Desk` to add to, match against and ingest into; the errors that a
person can act on are under `ClaimtrackError`.
"""

from __future__ import annotations

import typing

from claimtrack.core.errors import ClaimtrackError
from claimtrack.core.model import Judgement, Match, Priority, Stance, Statement, Status

if typing.TYPE_CHECKING:
    from claimtrack.api import Desk, open

__version__ = "0.13.0"

__all__ = [
    "ClaimtrackError",
    "Desk",
    "Judgement",
    "Match",
    "Priority",
    "Stance",
    "Statement",
    "Status",
    "__version__",
    "open",
]


def __getattr__(name: str) -> object:
    """`Desk` and `open`, imported when they are asked for: the commands, which import this package too, have no use for them."""
    if name not in ("Desk", "open"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from claimtrack import api

    return getattr(api, name)


def __dir__() -> list[str]:
    """Also what is imported only when it is asked for: notebooks complete names with this."""
    return sorted({*globals(), *__all__})
