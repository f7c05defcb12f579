"""Print what importing an edited sheet would change, before `import csv` asks for confirmation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.messages import name_desk, say
from claimtrack.core.sheets.sheets import (
    EXPORT_ONLY_COLUMNS,
    IMPORTED_FIELDS,
    is_claims_export,
    is_verdict_header,
)
from claimtrack.core.texts.cleaning import is_url
from claimtrack.core.texts.printable import list_some, plural, printable, shell_command

if TYPE_CHECKING:
    from claimtrack.cli.output.rows import Row
    from claimtrack.importing.table import Table
    from claimtrack.workflow.sheets.changes import Change, RowSource
    from claimtrack.workflow.sheets.importing import Plan

_VERDICTS = (
    "To import it as a rating, use `claimtrack import claimreview`, which reads spreadsheets too "
    "(docs/exports.md)"
)
_MAX_MATCHES = 3
"""Similar claims to show for a new row."""


def report_ignored_content(table: Table) -> None:
    """Say which contents of the workbook are not read: coloured cells, comments, further sheets."""
    if table.coloured:
        columns = sorted({column for _, column in table.coloured})
        named = list_some(map(repr, dict.fromkeys(table.headers[column] for column in columns)))
        say(
            f"NOT READ: colours, of {plural(len(table.coloured), 'cell')} ({named}). If a colour means something, write that into a "
            "column, for all rows of a colour at once with the filter of your spreadsheet program"
        )
    if table.comments:
        say(
            f"NOT READ: {plural(len(table.comments), 'comment')} on cells, such as on {table.comments[0]}. To keep a comment, copy it to a column of notes"
        )
    if table.others:
        option = f"--sheet {shell_command(table.others[0])}"
        say(
            f"Reading one sheet of the workbook. NOT READ: {list_some(table.others)}. To read another: {option}"
        )


def report_columns(table: Table, columns: dict[int, str], adjusted: Mapping[str, str]) -> list[str]:
    """Say which columns are read, and as what, and which are not; return those whose content is lost, being neither part of our exports nor left out on purpose."""
    read = ", ".join(
        table.headers[position]
        if table.headers[position] == field
        else f"{table.headers[position]!r} as {field}"
        for position, field in sorted(columns.items())
    )
    left = [header for position, header in enumerate(table.headers) if position not in columns]
    ours = (*EXPORT_ONLY_COLUMNS, *IMPORTED_FIELDS) if is_claims_export(table.headers) else ()
    dropped = {header.strip().casefold() for header, field in adjusted.items() if not field}
    out = [header for header in left if header in ours or header.strip().casefold() in dropped]
    lost = [header for header in left if header.strip() and header not in out]
    say(
        f"{'; '.join([table.form, *table.warnings])}. Reading {read}"
        + (f"; ignoring {', '.join(out)}" if out else "")
    )
    if table.is_guessed:
        from claimtrack.fetch.decoding.encodings import USUAL_ENCODINGS

        say(f"If letters look wrong below, give the encoding of the file with --encoding: {USUAL_ENCODINGS}")
    for header in (table.headers[position] for position, field in columns.items() if field == "note"):
        if is_verdict_header(header):
            say(f"{header!r} is kept as a note on each claim. {_VERDICTS}")
    if lost:
        field, note, own = (shell_command(f"{lost[0]}={one}") for one in ("FIELD", "note", f"{lost[0]}:"))
        say(
            f"NOT READ, and not kept anywhere: {', '.join(map(repr, lost))}. To read a column, use --map {field}; to keep it as a column of "
            f"your own, --map {own}; as a note, --map {note}. Fields: {', '.join(IMPORTED_FIELDS)}"
        )
    return lost


def plan_rows(plan: Plan, undo: str | None) -> Iterator[Row]:
    """Yield a row for programs of each change, then of each problem. `changes` has the value before and after, as in `history`."""
    for change in plan.changes:
        yield {
            "line": change.line,
            "outcome": "new" if change.is_new else "repeats" if change.is_again else "changed",
            "claim_id": change.claim_id or plan.filed.get(change.repeats or change.line),
            "changes": change.fields,
            "said": _said_row(change),
            "note": change.note,
            "evidence": [_evidence_row(one) for one in change.links],
            "resembles": [match.claim_id for match in change.resembles],
            "message": None,
            "undo": undo,
        }
    empty: Row = {**dict.fromkeys(PLAN_KEYS), "evidence": [], "resembles": []}
    for lines, message in plan.refused:
        for line in lines:
            yield {**empty, "line": line, "outcome": "refused", "message": name_desk(message)}


def _said_row(change: Change) -> Row | None:
    if change.said is None or not any(change.said) or not (change.is_new or change.is_again):
        return None
    return {
        "claimant": change.said.claimant,
        "claimed_on": change.said.day,
        "place": change.said.place,
    }


def _evidence_row(one: RowSource) -> Row:
    is_page = is_url(one.source)
    return {
        "url": one.source if is_page else None,
        "source": None if is_page else one.source,
        "stance": one.stance,
        "quote": one.quote,
    }


PLAN_KEYS = (
    "line", "outcome", "claim_id", "changes", "said", "note", "evidence", "resembles", "message", "undo",
)  # fmt: skip


_MAX_OF_A_KIND = 10
"""Most problems of one kind that are listed: a column read as the wrong field has one in each row."""
_OF_ONE_CELL = re.compile(r"'.*'|\d+", re.DOTALL)


def _first_of_each_kind(problems: Iterable[str]) -> Iterator[str]:
    """Yield the problems; of those that differ only in a value or a number the first few, and then how many more there are."""
    kinds: Counter[str] = Counter()
    for message in problems:
        kind = _OF_ONE_CELL.sub("", message)
        kinds[kind] += 1
        if kinds[kind] <= _MAX_OF_A_KIND:
            yield message
    left = sum(count - _MAX_OF_A_KIND for count in kinds.values() if count > _MAX_OF_A_KIND)
    if left:
        yield f"... and {plural(left, 'more problem')} like these: add --dry-run --format json to see all"


def print_plan(plan: Plan, output_format: str) -> None:
    """Print each change as text if the format is a table, then problems and totals."""
    for change in plan.changes if output_format == "table" else ():
        for line in _describe_change(change):
            click.echo(printable(line))
    for message in (*plan.notices, *_first_of_each_kind(plan.problems), *plan.remedies):
        say(message)
    changed = f"{plural(plan.cells, 'changed cell')} in {plural(plan.changed, 'claim')}"
    more = {"repeat": plan.again, "new note": plan.notes, "new link": plan.links, "new quote": plan.quotes}
    counts = [plural(count, what) for what, count in more.items() if count]
    unchanged = f"{plural(plan.unchanged, 'row')} unchanged"
    say(", ".join([changed, plural(plan.new, "new claim"), *counts, unchanged]))


def _describe_new_claim(change: Change) -> str:
    """The fields of a new claim besides its text; claimant and date come first, even if they are empty."""
    from claimtrack.workflow.sheets.rows import quote_value

    values = {name: value for name, (_, value) in change.fields.items() if name != "text"}
    who_and_when = {name: values.pop(name, None) for name in ("claimant", "claimed_on")}
    said_in = {"place": change.said.place} if change.said and change.said.place else {}
    return "; ".join(
        f"{name}: {quote_value(value)}" for name, value in (who_and_when | said_in | values).items()
    )


def _describe_change(change: Change) -> Iterator[str]:
    """What a row changes, one line for each field."""
    from claimtrack.workflow.sheets.rows import quote_value

    claim = (
        f"claim {change.claim_id}"
        if change.claim_id is not None
        else f"new, line {change.repeats or change.line}"
    )
    if change.is_new:
        yield f"{claim}: {quote_value(change.fields['text'][1])}"
        yield f"  {_describe_new_claim(change)}"
        for match in change.resembles[:_MAX_MATCHES]:
            yield f"  resembles claim {match.claim_id}, {match.suggestion} {match.score:.2f}: {quote_value(match.text)}"
    else:
        for name, (before, after) in change.fields.items():
            yield f"{claim}, {name}: {quote_value(before)} → {quote_value(after)}"
    if change.said and change.is_again:
        yield f"{claim}, also said: {', '.join(filter(None, change.said))}"
    if change.note:
        yield f"{claim}, note: {quote_value(change.note)}"
    for one in change.links:
        yield f"{claim}, evidence: {one.stance} {one.source}{f', quote: {quote_value(one.quote)}' if one.quote else ''}"
