"""`claimtrack import undo`: an imported sheet is taken back."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.given.inputs import at_terminal, in_utf8
from claimtrack.cli.given.session import Session, pass_session
from claimtrack.cli.printed.talk import plural, say, stopping

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.workflow.undoing import Sheet

_GIVEN = re.compile(r"(\d{1,18})-(\d{1,18})-([0-9a-f]{6})", re.ASCII)


class Changes(click.ParamType[tuple[int, int, str]]):
    """The first and the last change of an import, and the mark of all of them, as in 179-204-3f9a2c."""

    name = "changes"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int, str]:
        """The history ids (after, until] of the changes, and their mark."""
        given = _GIVEN.fullmatch(str(value))
        if given is None:
            self.fail(
                f"{value!r} names no import: give what `import csv` told at its end, as in 179-204-3f9a2c",
                param,
                ctx,
            )
        return int(given[1]) - 1, int(given[2]), given[3]


def told_undo(db: Database, path: str, after: int, until: int) -> str:
    """How an import into the desk at `path` is taken back that made the changes with history ids in (after, until]."""
    from claimtrack.store.rewinding import mark

    which = f"{after + 1}-{until}-{mark(db, after, until)}"
    return f"To take it back: `claimtrack --db {shlex.quote(path)} import undo {which}`"


@click.command("undo")
@click.argument("changes", metavar="CHANGES", type=Changes())
@click.option("--yes", is_flag=True, help="Take it back without asking.")
@pass_session
def undo_command(session: Session, changes: tuple[int, int, str], yes: bool) -> None:
    """Take back all that an `import csv` of yours did: CHANGES is what it told at its end.

    It is refused where somebody has worked on the claims that came in, or has changed what the sheet changed. Speakers,
    places and tags that were new with the sheet go, too, unless something else leads to them.

    \b
    claimtrack import undo 179-204-3f9a2c
    """
    from claimtrack.workflow.undoing import refuse_unmarked, sheet_between, take_back_sheet

    after, until, mark = changes
    with session.open() as db:
        refuse_unmarked(db, after, until, mark)
        if not yes:
            _agreed(f"Take back {_told(sheet_between(db, after, until, actor=session.actor))}?")
        done = take_back_sheet(db, after, until, actor=session.actor)
    say(f"Taken back: {_told(done)}")


def _told(sheet: Sheet) -> str:
    return f"{plural(sheet.filed, 'claim')} that it filed, and what it changed of {plural(sheet.others, 'other')}"


def _agreed(question: str) -> None:
    """Go on where the person agrees. Raises ClickException where nobody can be asked, Abort where they do not."""
    if not at_terminal():
        raise click.ClickException("nothing was taken back: add --yes to do so")
    with stopping("Stopped. Nothing was taken back."), in_utf8():
        click.confirm(question, err=True, abort=True)
