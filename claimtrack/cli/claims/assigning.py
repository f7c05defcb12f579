"""The commands `assign` and `reassign`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from claimtrack.cli.parameters.options import claims_argument, result_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.core.texts.cleaning import clean_name

if TYPE_CHECKING:
    from sqlite_utils import Database


@click.command("assign")
@claims_argument
@click.argument("name")
@result_option
@pass_session
def assign_command(session: Session, claim_ids: tuple[int, ...], name: str, output_format: str) -> None:
    """Assign claims to a person; "" unassigns them.

    If the desk has users and NAME is not one of them, you get a warning: it may be a freelancer, or a typo.

    \b
    claimtrack assign 12 ada
    claimtrack assign 12 15 16 ben
    claimtrack assign 12 ""
    """
    _assign_each(session, claim_ids, name, output_format)


@click.command("reassign")
@click.argument("of", metavar="PERSON")
@click.argument("name")
@result_option
@pass_session
def reassign_command(session: Session, of: str, name: str, output_format: str) -> None:
    """Assign all claims of a person to another.

    For when PERSON leaves, or is away. Their parked and rejected claims stay with them, and published ones without a day to look again.
    "" as NAME unassigns the others.

    \b
    claimtrack reassign ben ada
    claimtrack reassign ben ""
    """
    from claimtrack.workflow import people

    with session.open() as db:
        claim_ids, waiting = people.open_claims_of(db, of), people.waiting_notes(db, of)
    _assign_each(session, claim_ids, name, output_format, *filter(None, [waiting]))


def _assign_each(
    session: Session, claim_ids: Sequence[int], name: str, output_format: str, *notices: str
) -> None:
    from claimtrack.workflow import desk, people

    name = clean_name(name)
    if name == "-":
        raise click.UsageError(
            '"-" is not a name: "" unassigns, and claims that are piped in come first (`assign - ada`)'
        )
    warnings = [*notices]
    if unknown := people.resolve_user(session.path, name).unknown:
        warnings.append(f"Warning: {unknown} (see `claimtrack user list`)")
    elif name.isdecimal():
        warnings.append(
            f"Warning: the claims are now assigned to {name}, and claim {name} was not changed: the name comes last"
        )

    together = frozenset(claim_ids)

    def assign(db: Database, claim_id: int) -> str:
        done = desk.assign(db, claim_id, name, together=together, actor=session.actor)
        taken = f", no longer to {done.before}" if done.is_taken_over else ""
        warning = f"\nWarning: {done.warning}" if done.warning else ""
        return f"Claim {claim_id} is assigned to {done.after or 'nobody'}{taken}{warning}"

    session.report_each(claim_ids, assign, *warnings, output_format=output_format)
