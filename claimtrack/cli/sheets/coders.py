"""The command `coders`: compare what several people decided, each on a copy of the desk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.failures import describe_failure
from claimtrack.cli.output.messages import say
from claimtrack.cli.output.rows import write_rows
from claimtrack.cli.parameters.options import format_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.core.texts.printable import list_some

if TYPE_CHECKING:
    from claimtrack.cli.output.rows import Row
    from claimtrack.core.errors import ClaimtrackError

_files = click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)


@click.group("coders")
def coders_command() -> None:
    """Compare what several people decided, each on a copy of the desk.

    The desk of the command is the one that was copied (`claimtrack backup`), as it was then. Each FILE is the copy of one person, who is
    called as the file is: s007 for s007.db. See docs/teaching.md.

    \b
    claimtrack --db lesson.db coders decisions desks/*.db
    claimtrack --db lesson.db coders agreement desks/*.db
    """


@coders_command.command("decisions")
@_files
@format_option
@pass_session
def decisions_command(session: Session, files: tuple[Path, ...], output_format: str) -> None:
    """List what each person decided since the desk was copied.

    A row is a decision: on a claim (triage, speaker, status, rating, tags), on a pair, or that a claim was filed. If a file cannot be
    compared with the others, each such file is named, and nothing is printed.

    \b
    claimtrack --db lesson.db coders decisions desks/*.db
    claimtrack --db lesson.db coders decisions key.db desks/*.db --format csv > decisions.csv
    """
    from claimtrack.workflow.coding import COLUMNS

    write_rows(_decisions(session, files), output_format, keys=COLUMNS, nothing="Nobody decided anything.")


@coders_command.command("agreement")
@_files
@format_option
@pass_session
def agreement_command(session: Session, files: tuple[Path, ...], output_format: str) -> None:
    """Show how well people agree who decided without seeing each other's decisions.

    For each two of them: the share of units (claims or pairs) that both coded alike, and Cohen's kappa. For all, in the rows without
    names: the share of pairs of codes that are alike, and Krippendorff's alpha for codes without an order. What somebody left out is
    missing, not wrong. A coefficient is empty if it is not defined, because all used the same code.

    \b
    claimtrack --db lesson.db coders agreement desks/*.db
    claimtrack --db lesson.db coders agreement desks/*.db --format csv > agreement.csv
    """
    from claimtrack.core.desk.agreement import Agreement
    from claimtrack.workflow.coding import compare

    rows = [one._asdict() for one in compare(_decisions(session, files))]
    if output_format == "table":
        rows = [_shown(row) for row in rows]
    write_rows(
        rows, output_format, keys=Agreement._fields, nothing="No two people decided on the same thing."
    )


def _decisions(session: Session, files: Sequence[Path]) -> list[Row]:
    from claimtrack.workflow.coding import decisions

    unusable: list[ClaimtrackError] = []
    with session.open() as db:
        found = decisions(db, files, unusable=unusable.append)
    if unusable:
        for error in unusable[:-1]:
            say(describe_failure(error))
        raise unusable[-1]
    deciding = {row["coder"] for row in found}
    if idle := [path.stem for path in files if path.stem not in deciding]:
        say(f"Decided nothing: {list_some(idle)}.")
    return found


def _shown(row: Row) -> Row:
    """The row as people read it."""
    figures = {name: row[name] for name in ("agreement", "kappa", "alpha")}
    return {
        "what": row["what"],
        "coders": f"{row['coder']}, {row['other_coder']}" if row["coder"] else f"all {row['coders']}",
        "units": row["units"],
        **{name: "" if value is None else f"{value:.3f}" for name, value in figures.items()},
    }
