"""Print matches as a table."""

from __future__ import annotations

from dataclasses import asdict

from claimtrack.cli.output.rows import write_table
from claimtrack.core.desk.verdicts import format_rating
from claimtrack.core.model import Match
from claimtrack.core.texts.printable import list_some


def print_matches(found: list[Match], *, err: bool = False) -> None:
    """Print a table of matches, best first, with reasons and differences; with `err`, on standard error."""
    pairs = ((match, asdict(match)) for match in found)
    rows = [{**row, "rating": format_rating(row), "why": _why(match)} for match, row in pairs]
    columns = {
        "claim_id": "id",
        "suggestion": "is",
        "score": "score",
        "text": "claim",
        "claimant": "claimant",
        "status": "status",
        "rating": "rating",
        "appearances": "seen",
        "why": "why",
    }
    write_table(rows, columns, err=err)


def _why(match: Match) -> str:
    same = [f"same as {list_some(match.same_as)}"] if match.same_as else []
    return "; ".join([*same, *match.differences, *match.reasons])
