"""The command `add`: file a single claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.matches import print_matches
from claimtrack.cli.output.messages import ending_on_interrupt, say
from claimtrack.cli.output.rows import write_one
from claimtrack.cli.parameters.inputs import is_interactive, read_text, refuse_file_name, requiring_utf8
from claimtrack.cli.parameters.options import format_option, single_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import DATE, LANGUAGE, LINK, OneOf
from claimtrack.core.model import OnDuplicate, Stance, Status, Suggestion
from claimtrack.core.texts.printable import humanise_name, printable, shell_command

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.workflow.adding import Added, NewClaim

_STATUSES = [str(status) for status in Status if status is not Status.PUBLISHED]
"""Initial statuses; a claim becomes published only by a verdict."""
_ASK_USER = "ask"
# SAME is the default, so it is not offered.
_DUPLICATE_CHOICES = [_ASK_USER, *(str(one) for one in OnDuplicate if one is not OnDuplicate.SAME)]


@click.command("add")
@click.argument("text")
@single_option("--claimant", help="Who said it.")
@click.option(
    "--source",
    help='Where it was said: a web address, or words such as "Radio 4, Today, 8:10". Readers of a verdict see it.',
)
@click.option("--date", "claimed_on", type=DATE, help="Date it was said, YYYY-MM-DD.")
@click.option(
    "--link",
    "links",
    multiple=True,
    type=LINK,
    metavar="SOURCE[=STANCE]",
    help="Evidence: a web address, or words, as for a phone call. Add =supports, =refutes or =context (the default) for its stance. Repeatable.",
)
@click.option(
    "--status",
    type=OneOf(_STATUSES),
    show_default=str(Status.OPEN),
    help="Status of a new claim. An existing claim keeps its own.",
)
@click.option("--note", "notes", multiple=True, help="Note on the claim. Repeatable.")
@click.option("--tag", "tags", multiple=True, help="Tag for the claim. Repeatable.")
@click.option("--language", type=LANGUAGE, help="Language of the claim, such as cy or Welsh.")
@click.option(
    "--on-duplicate",
    type=OneOf(_DUPLICATE_CHOICES),
    help="What to do if the desk already has the claim. By default you are asked in a terminal; in a script, "
    "a claim in the same words is added to the existing one (unless --claimant differs) and any other is "
    "filed as new.",
)
@format_option
@pass_session
def add_command(
    session: Session,
    text: str,
    claimant: str | None,
    source: str | None,
    claimed_on: str | None,
    links: tuple[tuple[str, Stance | None], ...],
    status: str | None,
    notes: tuple[str, ...],
    tags: tuple[str, ...],
    language: str | None,
    on_duplicate: str | None,
    output_format: str,
) -> None:
    """Add one claim, and see at once what it repeats.

    Use `-` as TEXT to read it from standard input.

    \b
    claimtrack add "Unemployment fell by a third" --claimant "Ada Miller" \\
        --source https://news.example/1 --date 2024-04-22 --link https://stats.example=refutes
    """
    from claimtrack.workflow.adding import NewClaim

    refuse_file_name(text, f"to read an article, use `claimtrack ingest {shell_command(text)}`")
    new = NewClaim(
        text=read_text(text),
        claimant=claimant,
        source=source,
        claimed_on=claimed_on,
        links=tuple((source, stance or Stance.CONTEXT) for source, stance in links),
        status=Status(status) if status else Status.OPEN,
        notes=notes,
        tags=tags,
        language=language,
    ).cleaned()
    asking = on_duplicate == _ASK_USER or (on_duplicate is None and is_interactive() and text != "-")
    if on_duplicate == _ASK_USER and not is_interactive():
        raise click.UsageError("there is no terminal to ask in: choose --on-duplicate attach, new or fail")
    with session.open_or_create(for_one=True) as db:
        added = _add(session, db, new, on_duplicate=on_duplicate, asking=asking)
        kept = (
            [] if added.is_new else list(_describe_kept_values(db, added, Status(status) if status else None))
        )
        undo = _undo_name(db, added) if output_format != "table" or _is_joined(added) else None
    _report(added, output_format, asked=asking, undo=undo)
    _report_next_steps(added, new, kept, undo=undo)


def _is_joined(added: Added) -> bool:
    """Whether it was added to another claim: a new one could be rejected instead."""
    return added.is_recorded and not added.is_new


def _undo_name(db: Database, added: Added) -> str | None:
    # Slow to import, and not needed for a new claim in a table.
    from claimtrack.workflow.undoing import changes_name

    return changes_name(db, [added.written])


def _describe_kept_values(db: Database, added: Added, asked: Status | None) -> Iterator[str]:
    """List the values of the existing claim that differ from those given, and how to change them."""
    from claimtrack.store.statuses import next_statuses

    claim_id, stands = added.claim_id, added.status
    if asked not in (None, stands):
        steps = next_statuses(db, stands)
        to = asked if asked in steps else "|".join(steps)
        yield f"Claim {claim_id} keeps its status, {humanise_name(stands)}. To change it: `claimtrack status {claim_id} {to}`"
    elif stands is Status.REJECTED and asked is None:
        yield f"This claim was rejected. To reopen it: `claimtrack status {claim_id} open`"
    elif stands is Status.PARKED and asked is None:
        yield f"This claim is parked. If it is worth checking now: `claimtrack status {claim_id} open`"
    for source, stance in added.kept_links:
        yield f"Claim {claim_id} already has the source {source} as {stance}. To change that: `claimtrack link {claim_id} {shell_command(source)} --stance STANCE`"


def _report_next_steps(added: Added, new: NewClaim, kept: list[str], *, undo: str | None) -> None:
    """Say what differs from what was given, what is missing, and how to take it back."""
    from claimtrack.workflow.adding import describe_speakers

    for line in (*kept, *describe_speakers(added, new)):
        say(line)
    if not new.source:
        _report_missing_place(added, new)
    if _is_joined(added):
        say(f"To take it back: `claimtrack undo --changes {undo}`")


def _report_missing_place(added: Added, new: NewClaim) -> None:
    """Say that no place was given: a new claim does not count as seen, and a repeat is counted without a place."""
    missing, options = ("Where", "--source") if new.claimed_on else ("Where and when", "--source and --date")
    if added.is_new:
        say(
            f"{missing} it was said is not recorded, so it does not count as seen. To record it, add the claim again with {options}."
            + (" Once the claim is said again, this day counts too." if new.claimed_on else "")
        )
    elif not added.is_recorded:
        say("If it was said another time, add it again with --source and --date.")
    else:
        say(f"{missing} it was said this time is not recorded. To record it, add it again with {options}.")


def _add(session: Session, db: Database, new: NewClaim, *, on_duplicate: str | None, asking: bool) -> Added:
    from claimtrack.workflow.adding import add_claim

    choice, attach_to = (
        _ask_about_repeats(db, new) if asking else (OnDuplicate(on_duplicate or OnDuplicate.SAME), None)
    )
    return add_claim(db, new, on_duplicate=choice, attach_to=attach_to, actor=session.actor)


def _ask_about_repeats(db: Database, new: NewClaim) -> tuple[OnDuplicate, int | None]:
    """Show the claims that this one may repeat, and ask whether it is new or which of them it joins."""
    from claimtrack.workflow.matching.matching import filter_worth_showing, look_up

    found = filter_worth_showing(db, look_up(db, new.statement()))
    if not found:
        return OnDuplicate.SAME, None
    print_matches(found, err=True)
    with ending_on_interrupt("Stopped. Nothing was filed."), requiring_utf8():
        answer = click.prompt(
            "Which of these is it? Type the id to add to that claim, or n for a new one",
            type=click.Choice([*(str(match.claim_id) for match in found), "n"], case_sensitive=False),
            show_choices=False,
            err=True,
        )
    return (OnDuplicate.NEW, None) if answer == "n" else (OnDuplicate.SAME, int(answer))


def _report(added: Added, output_format: str, *, asked: bool, undo: str | None) -> None:
    """Say what was done with the claim, and list similar claims unless the user was `asked` about them."""
    if output_format != "table":
        row = {
            "claim_id": added.claim_id,
            "outcome": added.outcome,
            "other_words": added.other_words,
            "differences": list(added.differences),
            "matches": [asdict(m) for m in added.matches],
            "undo": undo,
        }
        write_one(row, output_format)
        return
    click.echo(f"Claim {added.claim_id} is new." if added.is_new else _describe_repeat(added))
    if added.matches and not asked:
        click.echo("It resembles:")
        print_matches(list(added.matches))
        _suggest_judgement(added)


def _describe_repeat(added: Added) -> str:
    """What was done with a repeat; if the user joined claims that the matcher distinguishes, name the differences."""
    words = f", {printable(added.other_words)!r}" if added.other_words else ""
    if added.differences:
        done = "Added to" if added.is_recorded else "Nothing was added to"
        why = "as you asked" if added.is_recorded else "which has all of this already"
        differs = printable("; ".join(added.differences))
        return f"{done} claim {added.claim_id}{words}, {why}. What differs: {differs}"
    same = f"Claim {added.claim_id} says the same{' in other words' if words else ''}{words}"
    done = ": added to it." if added.is_recorded else ", and has all of this already: nothing was added."
    return same + done


def _suggest_judgement(added: Added) -> None:
    likeliest = next((match for match in added.matches if match.suggestion == Suggestion.DUPLICATE), None)
    if added.is_new and likeliest is not None:
        judge = f"`claimtrack judge {likeliest.claim_id} {added.claim_id} same`"
        say(f"If it says the same as claim {likeliest.claim_id}, run: {judge}")
