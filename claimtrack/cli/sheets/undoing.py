"""`claimtrack import undo`: an imported sheet is taken back."""

from __future__ import annotations

import sys
from typing import Any

import click

from claimtrack.cli.given.inputs import in_utf8
from claimtrack.cli.given.session import Session, pass_session
from claimtrack.cli.printed.talk import plural, say, stopping


class Changes(click.ParamType[tuple[int, int]]):
    """The first and the last change of an import, as in 179-204."""

    name = "changes"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """The history ids (after, until] of the changes."""
        first, dash, last = str(value).partition("-")
        if not (dash and first.isascii() and first.isdecimal() and last.isascii() and last.isdecimal()):
            self.fail(
                f"{value!r} names no import: give what `import csv` told at its end, as in 179-204",
                param,
                ctx,
            )
        return int(first) - 1, int(last)


def told_undo(after: int, until: int) -> str:
    """How an import is taken back that made the changes with history ids in (after, until]."""
    return f"To take it back: `claimtrack import undo {after + 1}-{until}`"


@click.command("undo")
@click.argument("changes", type=Changes())
@click.option("--yes", is_flag=True, help="Take it back without asking.")
@pass_session
def undo_command(session: Session, changes: tuple[int, int], yes: bool) -> None:
    """Take back all that an `import csv` of yours did: CHANGES is what it told at its end.

    It is refused where somebody has worked on the claims that came in, or has changed what the sheet changed. Speakers,
    places and tags that were new with the sheet go, too, unless something else leads to them.

    \b
    claimtrack import undo 179-204
    """
    from claimtrack.workflow.undoing import sheet_between, take_back_sheet

    with session.open() as db:
        if not yes:
            filed, others = sheet_between(db, *changes, actor=session.actor)
            _agreed(
                f"Take back {plural(filed, 'claim')} that it filed, and what it changed of {plural(others, 'other')}?"
            )
        filed, others = take_back_sheet(db, *changes, actor=session.actor)
    say(
        f"Taken back: {plural(filed, 'claim')} that it filed, and what it changed of {plural(others, 'other')}"
    )


def _agreed(question: str) -> None:
    """Go on where the person agrees. Raises ClickException where nobody can be asked, Abort where they do not."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise click.ClickException("nothing was taken back: add --yes to do so")
    with stopping("Stopped. Nothing was taken back."), in_utf8():
        click.confirm(question, err=True, abort=True)
