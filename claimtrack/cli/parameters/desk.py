"""The options --db and --actor, accepted before the command and after it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from claimtrack.cli.parameters.options import combine_options
from claimtrack.cli.parameters.session import Session, default_actor
from claimtrack.cli.parameters.types import TEXT
from claimtrack.core.texts.cleaning import clean_name
from claimtrack.core.texts.printable import printable

_DB_HELP, _ACTOR_HELP = "The desk, one SQLite file.", "Your name, as the history records it."
_PLACEMENT = "Works before or after the command."
_DESK_FILE = click.Path(dir_okay=False, readable=False)


desk_options = combine_options(
    click.option(
        "--db",
        envvar="CLAIMTRACK_DB",
        default="claims.db",
        show_default=True,
        show_envvar=True,
        type=_DESK_FILE,
        help=f"{_DB_HELP} {_PLACEMENT}",
    ),
    click.option(
        "--actor",
        envvar="CLAIMTRACK_ACTOR",
        type=TEXT,
        default=default_actor,
        show_default="your user name",
        show_envvar=True,
        help=f"{_ACTOR_HELP} {_PLACEMENT}",
    ),
)
"""The options of the top-level group, which define the session."""


def make_session(db: str, actor: str) -> Session:
    """Create the session for this desk and actor. Raises click.UsageError if either is invalid."""
    return Session(path=_check_desk(db), typed_actor=_check_actor(actor))


def accept_desk_options(command: click.Command) -> click.Command:
    """Make the command accept --db and --actor too; given after the command, they take precedence."""
    if isinstance(command, click.Group):
        for one in command.commands.values():
            accept_desk_options(one)
    if any(param.name == "db" for param in command.params):
        return command  # already added
    command.params += [
        # Eager: an error in another option names the desk in what it suggests.
        click.Option(
            ["--db"],
            type=_DESK_FILE,
            help=_DB_HELP,
            expose_value=False,
            hidden=True,
            is_eager=True,
            callback=_set_desk,
        ),
        click.Option(
            ["--actor"], type=TEXT, help=_ACTOR_HELP, expose_value=False, hidden=True, callback=_set_actor
        ),
    ]
    return command


def _set_desk(ctx: click.Context, _: click.Parameter, db: str | None) -> None:
    if db is not None:
        ctx.obj = ctx.find_root().obj = replace(ctx.obj, path=_check_desk(db))


def _set_actor(ctx: click.Context, _: click.Parameter, actor: str | None) -> None:
    if actor is not None:
        ctx.obj = replace(ctx.obj, typed_actor=_check_actor(actor))


def _check_desk(db: str) -> str:
    if not db:
        raise click.UsageError("--db is empty: give the file of the desk")
    try:
        Path(db).resolve(strict=True)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        pass  # reported when the desk is opened or created
    except (OSError, RuntimeError) as error:
        # For a symbolic link that points to itself, the exception type depends on the Python version.
        raise click.UsageError(
            f"--db does not lead to a file ({printable(str(error))}): give the file itself"
        ) from error
    return db


def _check_actor(actor: str) -> str:
    if not (cleaned := clean_name(actor)):
        raise click.UsageError("the actor is empty: give your name with --actor or CLAIMTRACK_ACTOR")
    return cleaned
