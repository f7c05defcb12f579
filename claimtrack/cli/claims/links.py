"""The command `link`: add, change and remove evidence of claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.claims.retracting import Marking
from claimtrack.cli.output.descriptions import replacement_commands
from claimtrack.cli.parameters.options import claims_argument, result_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import DATE, LINK, URL, Clearable, OneOf
from claimtrack.core.model import Stance
from claimtrack.core.texts.cleaning import clean_source
from claimtrack.core.texts.printable import brief

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.cli.output.rows import Row


@click.command("link")
@claims_argument
@click.argument("link", metavar="SOURCE[=STANCE]", type=LINK)
@click.option(
    "--stance",
    type=OneOf(Stance),
    show_default=str(Stance.CONTEXT),
    help="Stance of the source on the claim; the same as =supports, =refutes or =context after it.",
)
@click.option("--title", help="Title of the page.")
@click.option("--quote", help='The passage that matters: "p. 44: 141 inhabitants".')
@click.option("--archived", "archived_url", type=URL, help="Web address of an archived copy.")
@click.option("--primary/--secondary", "is_primary", default=None, help="Whether it is the original source.")
@click.option(
    "--retracted",
    "retracted_on",
    type=Clearable(DATE),
    metavar="DATE",
    help='Date on which its publisher retracted it, YYYY-MM-DD; "" if not after all.',
)
@click.option("--retraction-note", help="Why it was retracted, and who says so. It stays on the desk.")
@click.option("--remove", is_flag=True, help="Remove the source instead.")
@result_option
@pass_session
def link_command(
    session: Session,
    /,
    claim_ids: tuple[int, ...],
    link: tuple[str, Stance | None],
    stance: str | None,
    retracted_on: str | None,
    retraction_note: str | None,
    remove: bool,
    output_format: str,
    **about: str | bool | None,
) -> None:
    """Add evidence to claims, or change what they have.

    SOURCE is a web address or, if it is not a web page, words: a call, a recording, a book, a file. Readers see it once
    the review is published, so name a source who must be protected in a note instead (`claimtrack note`).

    If one of several claims cannot be changed, none is. You can add =supports, =refutes or =context to SOURCE as its stance. If a web address itself ends that way, as in
    https://search.example/?q=supports, use --stance.

    --retracted marks the source on all claims that have its address. Published ones become due, so that somebody looks at the verdict
    again, and readers are told with the next `publish` and export.

    \b
    claimtrack link 12 https://stats.example/2024 --stance refutes --primary
    claimtrack link 12 https://stats.example/2024=refutes
    claimtrack link 12 https://stats.example/2024 --primary --title "Rents, 2024" --quote "p. 44: up by 12 percent"
    claimtrack link 12 15 16 "Phone call with Ada Miller, 18 April" --primary
    claimtrack link 12 https://journal.example/7 --retracted 2024-05-03 --retraction-note "Invented figures, says the editor"
    claimtrack link 12 https://stats.example/2024 --remove
    """
    source, said = link
    if remove:
        take_off = partial(_remove_source, source=source, actor=session.actor)
        session.report_each(claim_ids, take_off, output_format=output_format)
        return
    if stance and said not in (None, stance):
        raise click.UsageError(
            f"{source} ends with ={said}, but --stance says {stance}: leave one of them out"
        )
    if retracted_on == "" and retraction_note:
        raise click.UsageError(
            '--retracted "" takes the mark back, and the note on a retraction goes with it: leave --retraction-note out'
        )
    given = {"stance": said or (Stance(stance) if stance else None), **about}
    fields: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    marking = Marking(session, retracted_on, retraction_note)
    _put_source(session, claim_ids, source, fields, marking, output_format)


def _put_source(
    session: Session,
    claim_ids: tuple[int, ...],
    source: str,
    fields: Mapping[str, Any],
    marking: Marking,
    output_format: str,
) -> None:
    """Attach the source to the claims or update what is recorded of it, mark it as retracted if that is wanted, and report it."""
    is_one = len(set(claim_ids)) == 1

    def put(db: Database, claim_id: int) -> str:
        told: list[str] = []
        if fields or not marking.is_wanted:
            told += _attach_source(db, claim_id, source, fields, session.actor, is_one=is_one)
        if marking.is_wanted:
            told += marking.mark(db, claim_id, source, is_one=is_one)
        return "\n".join(told)

    def row_of(db: Database, claim_id: int) -> Row:
        return _evidence_row(db, claim_id, clean_source(source)) | marking.due_claims(claim_id)

    session.report_each(claim_ids, put, output_format=output_format, row_of=row_of)


def _remove_source(db: Database, claim_id: int, source: str, actor: str | None) -> str:
    from claimtrack.workflow import linking

    was, told = linking.remove_link_to(db, claim_id, source, actor=actor)
    return f"Claim {claim_id}: removed {source} ({was}). {told}".removesuffix(". ")


def _evidence_row(db: Database, claim_id: int, source: str) -> Row:
    """The claim's evidence from this source, as `show` prints it."""
    from claimtrack.store import evidence

    return evidence.by_source(db, claim_id)[source]


def _attach_source(
    db: Database, claim_id: int, source: str, fields: Mapping[str, Any], actor: str | None, *, is_one: bool
) -> Iterator[str]:
    """Attach the source, or update what is recorded of it, and yield messages. Of several claims, some may have it already."""
    from claimtrack.workflow import linking, retracting

    edited = None
    if fields or not is_one:
        edited = linking.put_link(db, claim_id, source, fields, actor=actor)
    else:
        linking.add_link(db, claim_id, source, actor=actor)
    if edited is not None:
        yield f"Claim {claim_id}, {source}: {_describe_changes(edited.changes) or 'nothing changed'}"
        return
    yield f"Claim {claim_id}: {fields.get('stance', Stance.CONTEXT)} {source}"
    if told := retracting.known_retraction(db, linking.link_to(db, claim_id, source)["id"]):
        yield f"Warning: {told}"
    for review_id in linking.uncorrected_reviews(db, claim_id):
        yield (
            f"Review {review_id} is published as it was approved. To show readers this source, publish a correction or an update: "
            f"{replacement_commands(review_id)}"
        )


def _describe_changes(changes: Mapping[str, tuple[Any, Any]]) -> str:
    return "; ".join(
        f"{_FIELD_LABELS.get(name, name)}: {_format_value(old)} → {_format_value(new)}"
        for name, (old, new) in changes.items()
    )


_MAX_VALUE = 160
_FIELD_LABELS = {"archived_url": "archived copy", "is_primary": "primary source"}


def _format_value(value: Any) -> str:
    word = {None: "nothing", 1: "yes", 0: "no"}.get(value, value)
    return brief(" ".join(str(word).split()), _MAX_VALUE)
