"""Notices about rows that repeat the claim of another row, or come from the address of a claim of the desk."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimtrack.core.texts.cleaning import is_url
from claimtrack.core.texts.printable import list_some, numbered
from claimtrack.workflow import occasions
from claimtrack.workflow.sheets.changes import Refusal
from claimtrack.workflow.sheets.rows import quote_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlite_utils import Database

    from claimtrack.workflow.sheets.changes import Change
    from claimtrack.workflow.sheets.repeats import Contradiction


def report_contradictions(found: Mapping[str, Sequence[tuple[int, Contradiction]]]) -> Iterator[Refusal]:
    """Report the rows that contradict an earlier row about their claim."""
    for what, rows in found.items():
        line, error = rows[0]
        message = f"line {line}: {error}"
        if len(rows) > 1:
            named = numbered("line", [line for line, _ in rows])
            message = f"{named}: each {what} the claim of a row further up (line {line} for that of line {error.first}): keep one row of each claim"
        yield Refusal(
            tuple(line for line, _ in rows),
            f"{message}, or keep the column as a note, as in --map 'Its header=note'",
        )


def report_respelt_matches(changes: Iterable[Change]) -> Iterator[str]:
    """Report the rows that were matched to a claim with another spelling."""
    found: dict[tuple[int | None, str], list[int]] = {}
    for one in changes:
        if one.held is not None:
            found.setdefault((one.claim_id, one.held), []).append(one.line)
    for (claim_id, held), lines in found.items():
        yield f"{numbered('line', lines)}: matched to claim {claim_id}, which has it as {quote_value(held)}"


def report_redundant_rows(changes: Iterable[Change]) -> Iterator[str]:
    """Report the rows that add nothing to an earlier row about the same claim."""
    again = {one.line: one.covered_by for one in changes if one.covered_by is not None}
    if len(again) == 1:
        [(line, first)] = again.items()
        yield f"line {line}: the same claim as line {first}, with no other date or place, so it counts once"
    elif again:
        line, first = next(iter(again.items()))
        yield (
            f"{numbered('Line', [*again])}: each has the claim of a row further up (line {line} that of line {first}), with no other date or "
            "place, so it counts once"
        )


def report_known_addresses(db: Database, changes: Sequence[Change]) -> Iterator[str]:
    """Report the new claims from an address at which the desk has one in other words: the other tool may have reworded it."""
    said = [
        (one, one.said.place) for one in changes if one.said and one.said.place and is_url(one.said.place)
    ]
    rows_from = Counter(url for _, url in said)
    there = {
        one.line: claims_there[0]
        for one, url in said
        if one.is_new and rows_from[url] == 1 and len(claims_there := occasions.claims_on(db, url)) == 1
    }
    if there:
        named = list_some(f"line {line}: claim {claim_id}" for line, claim_id in there.items())
        yield (
            f"{numbered('Line', [*there])}: the desk has a claim from this address in other words ({named}). If it was reworded in the other tool, "
            "give the row that id in a column 'id', and the words change; otherwise both are on the desk"
        )
