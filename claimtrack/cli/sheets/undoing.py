"""The commands `import list` and `import undo`: list and take back imported sheets, reviews and articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.messages import name_desk, say, say_cut
from claimtrack.cli.output.results import write_results
from claimtrack.cli.output.rows import write_rows
from claimtrack.cli.parameters.inputs import confirm, is_interactive
from claimtrack.cli.parameters.options import format_option, result_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import CHANGES, COUNT
from claimtrack.core.errors import Refused
from claimtrack.core.texts.printable import plural
from claimtrack.workflow.days import local_time

if TYPE_CHECKING:
    from claimtrack.cli.output.rows import Row
    from claimtrack.store.history_ranges import HistoryRange
    from claimtrack.workflow.undoing import Import


_COLUMNS = {
    "undo": "undo",
    "happened_at": "when",
    "actor": "by",
    "what": "what",
    "claims": "new claims",
    "why_kept": "cannot undo, because",
}


@click.command("list")
@click.option("--limit", type=COUNT, default=20, show_default=True, help="Maximum number to show.")
@format_option
@pass_session
def list_command(session: Session, limit: int, output_format: str) -> None:
    """List imports and runs of `ingest`, newest first.

    UNDO is what `import undo` takes as CHANGES. If you cannot undo an import, for example because someone has worked on its claims, the last column
    says why (in full with --format json). Imports already undone, or made with claimtrack 0.2.0 or earlier, are not listed.

    \b
    claimtrack import list
    claimtrack import list --limit 100 --format csv
    """
    from claimtrack.store.history_ranges import count_imports
    from claimtrack.workflow.undoing import IMPORT_KEYS, imports

    with session.open() as db:
        rows = [
            {**row, "why_kept": row["why_kept"] and name_desk(row["why_kept"])}
            for row in imports(db, limit=limit, actor=session.actor)
        ]
        kept = count_imports(db)
    shown = [_table_row(row) for row in rows] if output_format == "table" else rows
    write_rows(shown, output_format, columns=_COLUMNS, keys=IMPORT_KEYS)
    if not rows:
        say("No imports to show.")
    elif len(rows) < kept:
        say_cut(f"newest {len(rows):,} of {kept:,}")
    if mine := next((row["undo"] for row in rows if not row["why_kept"]), None):
        say(f"To undo the newest one that you can: `claimtrack import undo {mine}`")


def _table_row(row: Row) -> Row:
    why = (row["why_kept"] or "").partition(":")[0]
    return {**row, "happened_at": local_time(row["happened_at"]), "why_kept": why}


@click.command("undo")
@click.argument("changes", metavar="CHANGES", type=CHANGES)
@click.option("--yes", is_flag=True, help="Do not ask for confirmation.")
@result_option
@pass_session
def undo_command(session: Session, changes: tuple[HistoryRange, str], yes: bool, output_format: str) -> None:
    """Undo one of your imports or runs of `ingest`.

    CHANGES was printed at the end of the import and is shown by `import list`. It is refused if someone has worked on the imported claims or
    changed the same fields since. Articles and reviews are removed too, and so are speakers, places, tags, publishers and ratings that came
    with them, unless something else uses them.

    \b
    claimtrack import undo 179-204-3f9a2c
    """
    from claimtrack.workflow.undoing import import_of, import_parts, take_back_import

    with session.open() as db:
        parts = import_parts(db, *changes)
        if not yes:
            if not is_interactive():
                raise Refused("nothing was undone: add --yes to confirm")
            asked = f"Undo this import: {_describe_undone(import_of(db, parts, actor=session.actor))}?"
            confirm(asked, "Nothing was undone.", abort=True)
        done = take_back_import(db, *parts, actor=session.actor)
    say(f"Undone: {_describe_undone(done)}")
    row = {"claims": done.filed, "other_claims": done.others, "judgements": done.judged}
    write_results([row], output_format)


def _describe_undone(done: Import) -> str:
    told = {
        f"{plural(done.filed, 'claim')} that it filed": done.filed,
        f"its changes to {plural(done.others, 'other claim' if done.filed else 'claim')}": done.others,
        plural(done.judged, "judgement"): done.judged,
    }
    some = [words for words, count in told.items() if count]
    return ", and ".join(some) or "no claims, only an article or what was filled in for it"
