"""The command `user`: manage who may log in to the desk."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.interrupts import ignoring_suspension
from claimtrack.cli.output.messages import say
from claimtrack.cli.output.results import write_results
from claimtrack.cli.output.rows import write_rows
from claimtrack.cli.parameters.inputs import is_interactive, read_line, requiring_utf8
from claimtrack.cli.parameters.options import format_option, result_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import OneOf
from claimtrack.core.errors import ClaimtrackError
from claimtrack.core.model import Role
from claimtrack.core.texts.printable import plural, shell_command

if TYPE_CHECKING:
    from claimtrack.store.users import User


@click.group("user")
def user_command() -> None:
    """Manage who can log in, and what they can do.

    A viewer reads; a reporter also triages, annotates and drafts; an editor also judges, approves and publishes. Once there is a user, nobody
    can see the desk without logging in. Names and password hashes are kept in a separate file that only you can read, so a copy of the
    desk contains no passwords.

    \b
    claimtrack user add "Ada Miller" --role editor
    claimtrack user list
    claimtrack user role "Ada Miller" viewer
    claimtrack user password "Ada Miller"
    """


@user_command.command("add")
@click.argument("name")
@click.option(
    "--role",
    type=OneOf(Role),
    default=str(Role.REPORTER),
    show_default=True,
    help="What the person can do.",
)
@result_option
@pass_session
def add_command(session: Session, name: str, role: str, output_format: str) -> None:
    """Add a user.

    A name that is taken is refused. You are asked for the password; without a terminal, it is read from the first line of standard input. Users can change their own
    password from the menu of the desk's pages.

    \b
    claimtrack user add "Ada Miller" --role editor
    """
    from claimtrack.workflow.people import add_user

    session.check()
    added = add_user(Path(session.path), name, Role(role), _ask_password())
    say(f"Added {added.name}, {role}")
    _write_user(added, output_format)


def _ask_password() -> str:
    if is_interactive():
        with requiring_utf8(), ignoring_suspension():
            return str(
                click.prompt("Password", hide_input=True, confirmation_prompt="Repeat the password", err=True)
            )
    if not (line := read_line()):
        raise click.UsageError(
            "no password: run this in a terminal, which asks for it, or write it to standard input"
        )
    return line.rstrip("\r\n")


@user_command.command("list")
@format_option
@pass_session
def list_command(session: Session, output_format: str) -> None:
    """List users and their roles.

    \b
    claimtrack user list
    claimtrack user list --format json
    """
    from claimtrack.workflow.people import list_users

    session.check()
    nothing = "No users yet. Add one with `claimtrack user add NAME`."
    write_rows(list_users(Path(session.path)), output_format, keys=("name", "role"), nothing=nothing)


@user_command.command("password")
@click.argument("name")
@result_option
@pass_session
def password_command(session: Session, name: str, output_format: str) -> None:
    """Give a user who forgot theirs a new password; the role stays the same.

    It is asked for or read as in `user add`, and ends the sessions that were begun with the old one.

    \b
    claimtrack user password "Ada Miller"
    """
    from claimtrack.workflow.people import change_password, refuse_unknown, resolve_user

    name = resolve_user(session.path, name).name
    refuse_unknown(Path(session.path), name)  # before a password is asked for
    changed = change_password(Path(session.path), name, _ask_password())
    say(f"{name} has a new password")
    _write_user(changed, output_format)


@user_command.command("role")
@click.argument("name")
@click.argument("role", type=OneOf(Role))
@result_option
@pass_session
def role_command(session: Session, name: str, role: str, output_format: str) -> None:
    """Give a user another role; the password stays the same.

    \b
    claimtrack user role "Ada Miller" editor
    """
    from claimtrack.workflow.people import change_role, resolve_user

    name = resolve_user(session.path, name).name
    changed = change_role(Path(session.path), name, Role(role))
    say(f"{name} now has the role {role}")
    _write_user(changed, output_format)


@user_command.command("remove")
@click.argument("name")
@result_option
@pass_session
def remove_command(session: Session, name: str, output_format: str) -> None:
    """Remove a user and end their sessions.

    Their name stays in the history. You are told how much of their work is open: claims that stay with them, drafts, and notes to them that nobody answered. If you remove the last user, nobody
    can log in, and the desk stays closed.

    \b
    claimtrack user remove "Ada Miller"
    """
    from claimtrack.store.users import users_path
    from claimtrack.workflow.people import remove_user, resolve_user

    name = resolve_user(session.path, name).name
    is_anybody_left = remove_user(Path(session.path), name)
    say(f"Removed {name}")
    with suppress(ClaimtrackError):  # the desk may not open
        _report_open_work(session, name)
    if not is_anybody_left:
        say(
            "Nobody can log in now, and the desk stays closed. Add someone with `claimtrack user add NAME`, "
            f"or delete {users_path(session.path)} to open the desk again as it was before it had users."
        )
    write_results([{"name": name, "role": None}], output_format)


def _write_user(user: User, output_format: str) -> None:
    """For programs, print the user as `user list` does."""
    write_results([{"name": user.name, "role": user.role}], output_format)


def _report_open_work(session: Session, name: str) -> None:
    """Say which open work is still assigned to a removed user, and how to reassign it."""
    from claimtrack.workflow.people import waiting_notes, workload_of

    with session.open() as db:
        held, waiting = workload_of(db, name), waiting_notes(db, name)
    told = []
    if held.claims:
        told.append(
            f"{plural(held.claims, 'claim')} not done yet, or to look at again, {'is' if held.claims == 1 else 'are'} still assigned to {name}. To list them: `{shell_command('claimtrack', 'list', '--assignee', name)}`. To give them all to somebody else: `{shell_command('claimtrack', 'reassign', name, 'NAME')}`"
        )
    if held.reviews:
        told.append(
            f"{plural(held.reviews, 'review')} of theirs not published yet: see `claimtrack review list`"
        )
    for line in (*told, *filter(None, [waiting])):
        say(line)
