"""The sheets that the desk writes and reads back: which there are, and what their columns hold."""

from __future__ import annotations

from enum import StrEnum


class Preset(StrEnum):
    """What an export holds, one row each."""

    CLAIMS = "claims"
    REVIEWS = "reviews"
    APPEARANCES = "appearances"
    EVIDENCE = "evidence"
    CORRECTIONS = "corrections"
    LOG = "log"


class Layout(StrEnum):
    """How published reviews stand in a ClaimReview export."""

    FEED = "feed"
    LINES = "lines"
    FILES = "files"
    CSV = "csv"


# Columns that hold a JSON array in the database and words side by side in a cell.
LISTS = frozenset({"tags"})
