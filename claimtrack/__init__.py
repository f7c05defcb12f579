"""claimtrack: a newsroom's claim desk in one SQLite file.

`claimtrack.open(path)` gives a `Desk` to add to, match against and ingest into; the errors that a
person can act on are under `ClaimtrackError`.
"""

from claimtrack.api import Desk, open
from claimtrack.core.errors import ClaimtrackError
from claimtrack.core.model import Judgement, Match, Priority, Stance, Statement, Status

__version__ = "0.2.0"

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
