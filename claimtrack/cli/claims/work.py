"""Desk work on claims: the commands `edit`, `priority`, `due`, `note` and `tag`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.output.descriptions import describe_side_effects
from claimtrack.cli.output.messages import warn_if_past
from claimtrack.cli.output.results import claim_row
from claimtrack.cli.parameters.inputs import read_text
from claimtrack.cli.parameters.options import claims_argument, piped_argument, result_option, single_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import DATE, DAY, LANGUAGE, Clearable, OneOf
from claimtrack.core.errors import Refused
from claimtrack.core.model import Priority
from claimtrack.core.texts.cleaning import clean_tag
from claimtrack.core.texts.languages import language_name

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.cli.output.rows import Row
    from claimtrack.workflow.editing import Edited, Fields


@click.command("edit")
@claims_argument
@click.option("--text", help="New wording, of one claim; `-` reads it from standard input.")
@single_option("--claimant", help='Who said it; "" if unknown.')
@click.option(
    "--date",
    "claimed_on",
    type=Clearable(DATE),
    help='Date it was said, YYYY-MM-DD; "" if unknown.',
)
@click.option(
    "--language",
    type=Clearable(LANGUAGE),
    help='Language of the wording, such as cy or Welsh; "" for that of its article.',
)
@click.option("--clean", is_flag=True, help="Remove HTML and double spaces from the wording.")
@result_option
@pass_session
def edit_command(
    session: Session, /, claim_ids: tuple[int, ...], clean: bool, output_format: str, **given: str | None
) -> None:
    """Reword claims, or correct who said them, when and in which language.

    Options you leave out stay as they are, and so do the quotations from articles. If you only change the spelling of the
    claimant's name, it changes on all their claims. The desk then looks for matches again.

    If you use --clean on several claims, those with a signed verdict stay as they are.

    \b
    claimtrack edit 12 --text "Rents rose by 12 percent in 2023" --claimant "Ada Miller"
    claimtrack edit 12 15 --date ""
    claimtrack edit 12 15 --language cy
    claimtrack list --format csv | claimtrack edit - --clean
    """
    from claimtrack.workflow.editing import clean_words, edit_claim

    fields: Fields = {name: value for name, value in given.items() if value is not None}  # type: ignore[assignment]
    if clean == bool(fields):
        raise click.UsageError(
            "nothing to change: give --text, --claimant, --date or --language, or --clean alone"
        )
    if "text" in fields:
        if len(set(claim_ids)) > 1:
            raise click.UsageError("several claims cannot get the same wording: give one ID with --text")
        fields["text"] = read_text(fields["text"])

    def edit(db: Database, claim_id: int) -> str:
        try:
            if clean:
                edited = clean_words(db, claim_id, actor=session.actor)
            else:
                edited = edit_claim(db, claim_id, **fields, actor=session.actor)
        except Refused as error:
            if len(set(claim_ids)) == 1:
                raise
            if clean:  # one claim with an approved verdict must not stop the cleaning of the others
                return f"Claim {claim_id} stays as it is: {error}"
            raise Refused(f"claim {claim_id}: {error}") from None
        return "\n".join(_describe_edit(claim_id, edited)) if edited.changes or not clean else ""

    nothing = "No HTML or double spaces in the wording: nothing changed"
    session.report_each(claim_ids, edit, nothing=nothing, output_format=output_format)


def _describe_edit(claim_id: int, edited: Edited) -> Iterator[str]:
    for name, (before, after) in edited.changes.items():
        field = "date" if name == "claimed_on" else name
        if name == "language":
            before, after = (language_name(one) if one else "none of its own" for one in (before, after))
        yield f"Claim {claim_id}, {field}: {before or 'none'} → {after or 'none'}"
    if not edited.changes:
        yield f"Claim {claim_id} already says that: nothing changed"
    yield from describe_side_effects(claim_id, edited)


@click.command("priority")
@claims_argument
@click.argument("priority", type=OneOf(Priority))
@result_option
@pass_session
def priority_command(session: Session, claim_ids: tuple[int, ...], priority: str, output_format: str) -> None:
    """Set how urgent claims are.

    \b
    claimtrack priority 12 high
    claimtrack priority 12 15 16 low
    """
    from claimtrack.workflow import desk

    def prioritise(db: Database, claim_id: int) -> str:
        before = desk.set_priority(db, claim_id, Priority(priority), actor=session.actor)
        if before == priority:
            return f"Claim {claim_id} already has {priority} priority"
        return f"Claim {claim_id}: {before} → {priority} priority"

    session.report_each(claim_ids, prioritise, output_format=output_format)


@click.command("due")
@claims_argument
@click.argument("day", metavar="DATE", type=Clearable(DAY))
@result_option
@pass_session
def due_command(session: Session, claim_ids: tuple[int, ...], day: str, output_format: str) -> None:
    """Set the date by which claims must be checked or, once published, looked at again.

    DATE is YYYY-MM-DD, `today` or `tomorrow`; "" removes the due date. Due claims are listed on the desk's home page and by
    `list --due-until today`. Publication removes the date; `review publish --look-again` sets another.

    \b
    claimtrack due 12 2024-05-03
    claimtrack due 12 ""
    """
    from claimtrack.workflow import desk

    def set_due(db: Database, claim_id: int) -> str:
        before, _ = desk.set_due_on(db, claim_id, day, actor=session.actor)
        was = f" (was {before})" if before not in (None, day) else ""
        not_due = desk.explain_not_due(db, claim_id) if day else ""
        warning = f"\nWarning: {not_due}" if not_due else ""
        return f"Claim {claim_id} {f'is due {day}' if day else 'has no due date'}{was}{warning}"

    session.report_each(claim_ids, set_due, output_format=output_format)
    warn_if_past(day)


@click.command("note")
@claims_argument
@click.argument("text")
@click.option(
    "--settles-doubt",
    is_flag=True,
    help="It says why what is in doubt of the claim stays as it is: see `review doubts`.",
)
@click.option("--remove", is_flag=True, help="Remove your note that has or begins with this text.")
@result_option
@pass_session
def note_command(
    session: Session,
    claim_ids: tuple[int, ...],
    text: str,
    settles_doubt: bool,
    remove: bool,
    output_format: str,
) -> None:
    """Add a note to claims, or remove one of yours.

    Use `-` as TEXT to read it from standard input. If one of several claims cannot be changed, none is. The same note
    within ten minutes counts as sent twice, and is added once. With --settles-doubt it takes the claim off `review doubts`, and
    removes the due day if a mark set it, such as that of a retracted source.

    \b
    claimtrack note 12 "The ministry calls back on Monday"
    claimtrack note 12 15 16 "Rang the ministry on Friday: all three are right"
    claimtrack note 12 "Two other studies say the same" --settles-doubt
    claimtrack note 12 "The ministry calls" --remove
    """
    from claimtrack.store import notes
    from claimtrack.workflow import desk
    from claimtrack.workflow.people import unheard_mention
    from claimtrack.workflow.settling import settle_doubts

    if settles_doubt and remove:
        raise click.UsageError("--remove takes a note away: leave out --settles-doubt")
    body, made = read_text(text), dict[int, int]()

    def note(db: Database, claim_id: int) -> str:
        if remove:
            desk.remove_note_by_text(db, claim_id, body, actor=session.actor)
            return f"Claim {claim_id}: removed the note"
        if settles_doubt:
            done = settle_doubts(db, claim_id, body, actor=session.actor)
            made[claim_id] = done.note_id
            return f"Claim {claim_id}: noted, and {done.outcome}"
        made[claim_id] = desk.add_note(db, claim_id, body, actor=session.actor)
        unheard = unheard_mention(db, body)
        return f"Claim {claim_id}: noted" + (f"\nWarning: {unheard}" if unheard else "")

    warnings = []
    if text.strip().isdecimal() and not remove:
        warnings = [f"Warning: the note says {text}, and claim {text} has none: the text comes last"]

    def row_of(db: Database, claim_id: int) -> Row:
        return claim_row(db, claim_id) if remove else notes.get(db, made[claim_id])

    how: dict[str, Any] = {"output_format": output_format, "undoes_one": settles_doubt}
    session.report_each(claim_ids, note, *warnings, row_of=row_of, **how)


@click.command("tag")
@piped_argument
@click.argument("tags", metavar="TAG...", nargs=-1, required=True)
@click.option("--remove", is_flag=True, help="Remove the tags instead.")
@result_option
@pass_session
def tag_command(
    session: Session, claim_ids: tuple[int, ...], tags: tuple[str, ...], remove: bool, output_format: str
) -> None:
    """Add tags to a claim, or remove them.

    ID may be `-`: the claims that are piped in, by their numbers or as `list --format csv` prints them. `claimtrack tags` lists, renames and
    joins tags.

    \b
    claimtrack tag 12 economy jobs "Platform: Facebook"
    claimtrack tag 12 jobs --remove
    claimtrack list --claimant "Ada Miller" --format csv | claimtrack tag - miller
    """
    from claimtrack.store import labels
    from claimtrack.workflow import desk

    change = desk.remove_tag if remove else desk.add_tag
    names: dict[str, str] = {}
    for name in map(clean_tag, tags):
        names.setdefault(name.casefold(), name)

    def tag(db: Database, claim_id: int) -> str:
        meant = dict.fromkeys(labels.resolve(db, labels.TAG, name) for name in names.values())
        for name in tags:
            change(db, claim_id, name, actor=session.actor)
        return f"Claim {claim_id}: {'removed' if remove else 'tagged'} {', '.join(meant)}"

    warnings = [
        f"Warning: {name} is now a tag. To tag claim {name} as well, tag it separately; to remove this tag: `claimtrack tag "
        f"{claim_ids[0]} {name} --remove`"
        for name in names.values()
        if name.isdecimal() and not remove
    ]
    session.report_each(claim_ids, tag, *warnings, output_format=output_format)
