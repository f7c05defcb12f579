"""What an edited sheet would do, as `import csv` shows it before it asks."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output import plural, say
from claimtrack.core.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.importing.table import Table
    from claimtrack.workflow.importing_sheets import Plan
    from claimtrack.workflow.sheet_rows import Change

_ALIKE = 3
"""Claims of the desk that a new row is shown beside."""


def say_columns(table: Table, columns: dict[int, str]) -> list[str]:
    """Tell which columns are read, as what, and which are not; those of them that are of no export of ours, and would be lost."""
    read = ", ".join(
        table.headers[position]
        if table.headers[position] == field
        else f"{table.headers[position]!r} as {field}"
        for position, field in columns.items()
    )
    left = [header for position, header in enumerate(table.headers) if position not in columns]
    form = "; ".join([table.form, *table.warnings])
    if not left or {"id", "version"} <= set(columns.values()):  # ours: the desk has all of it already
        say(f"{form}. Reads {read}" + (f"; leaves out {', '.join(left)}" if left else ""))
        return []
    say(f"{form}. Reads {read}")
    say(
        f"NOT READ, and kept nowhere: {', '.join(left)}. One is read with --map {shlex.quote(f'{left[0]}=FIELD')}"
    )
    return left


def print_plan(plan: Plan) -> None:
    """Print each change, and tell what stands against the file and how much there is."""
    for change in plan.changes:
        for told in _told(change):
            click.echo(printable(told))
    for message in plan.notices + plan.problems:
        say(message)
    changed = f"{plural(plan.cells, 'changed cell')} in {plural(plan.changed, 'claim')}"
    parts = [changed, plural(plan.new, "new claim")]
    parts += [plural(plan.again, "further occasion")] if plan.again else []
    parts += [plural(plan.notes, "new note")] if plan.notes else []
    say(", ".join([*parts, f"{plural(plan.unchanged, 'row')} unchanged"]))


def _told(change: Change) -> Iterator[str]:
    """What a row does, a line for each thing."""
    from claimtrack.workflow.sheet_rows import shown

    claim = (
        f"claim {change.claim_id}"
        if change.claim_id is not None
        else f"new, line {change.repeats or change.line}"
    )
    if change.is_new:
        yield f"{claim}: {shown(change.fields['text'][1])}"
        for match in change.resembles[:_ALIKE]:
            yield f"  resembles claim {match.claim_id}, {match.suggestion} {match.score:.2f}: {shown(match.text)}"
    else:
        for name, (before, after) in change.fields.items():
            yield f"{claim}, {name}: {shown(before)} → {shown(after)}"
    if change.said and change.is_again:
        yield f"{claim}, also said: {', '.join(filter(None, change.said))}"
    if change.note:
        yield f"{claim}, note: {shown(change.note)}"
