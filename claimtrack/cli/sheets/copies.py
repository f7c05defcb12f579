"""The command `import copy`: bring back the work done in a copy of the desk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.output.messages import progress, say, say_first
from claimtrack.cli.output.results import write_results
from claimtrack.cli.parameters.inputs import confirm, is_interactive
from claimtrack.cli.parameters.options import preview_options, result_option
from claimtrack.cli.parameters.session import Session, index_written_claims, pass_session
from claimtrack.core.texts.printable import brief_line, numbered, plural
from claimtrack.workflow.days import describe_time, local_time

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.cli.output.rows import Row
    from claimtrack.store.copies.results import Kept, Replayed
    from claimtrack.workflow.returning import Returned

_MAX_SHOWN = 20
"""New claims, and changes that were not made, to print."""
_MAX_VALUE = 50
"""Characters of a value to print."""
NOUNS = {
    "articles": "article",
    "claimants": "speaker",
    "evidence": "source",
    "reviews": "review",
    "notes": "note",
    "tags": "tag",
    "claim_tags": "tag",
    "former_names": "former name",
    "publishers": "publisher",
    "rating_scales": "scale",
    "ratings": "rating",
    "appearances": "quote",
    "archives": "saved copy of",
    "interventions": "request",
}


@click.command("copy")
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--again",
    is_flag=True,
    help="Name again what earlier imports of this copy left as it is here, and try it again.",
)
@preview_options
@result_option
@pass_session
def copy_command(
    session: Session, file: Path, again: bool, dry_run: bool, yes: bool, output_format: str
) -> None:
    """Bring back the work that was done in a copy of this desk.

    FILE is a copy in which somebody went on working: on a laptop without a network, or in a backup that was taken for the desk. What was done
    there since it was copied is done here, too, under the names of those who did it: articles, claims, statuses, notes, evidence, judgements,
    reviews and their signatures. New claims get new numbers.

    What somebody has changed here since stays; if the copy has another value, both are named, and you decide. The copy is not changed. In a
    terminal it shows what would happen, and asks. You may go on working in the copy, and bring it back again later: then only what is new
    comes in or is named.

    \b
    claimtrack backup laptop.db
    claimtrack --db laptop.db status 12 checking
    claimtrack import copy laptop.db
    """
    asks = not (dry_run or yes) and is_interactive()
    undo = None
    with session.open() as db:
        if dry_run or asks:
            found = _run(session, db, file, again=again, dry_run=True)
            _report(found, file, would=True)
        if asks and not (found.replayed.made or found.replayed.kept):
            say("There is nothing to write.")
        elif not dry_run and (not asks or confirm(_question(found.replayed), "Nothing was written.")):
            found = _run(session, db, file, again=again, dry_run=False)
            _report(found, file, would=False)
            undo = session.tell_import(db, found.written)
        write_results([report_row(found.replayed, undo)], output_format)
        if undo:
            index_written_claims(db)
    if found.replayed.kept:
        raise click.exceptions.Exit(1)


def report_row(done: Replayed, undo: str | None) -> Row:
    """What was brought in, for programs; `numbers` are those of the claims here and in the other file."""
    numbers = {**done.new_claims, **done.same_claims}
    return {
        "changes_made": done.made,
        "changes_known": done.known,
        "new_claim_ids": list(done.new_claims),
        "changed_claim_ids": sorted(done.changed_claims),
        "numbers": [{"claim_id": here, "claim_id_in_copy": there} for here, there in numbers.items()],
        "left_out": [_kept_row(one) for one in done.kept.values()],
        "undo": undo,
    }


def _kept_row(kept: Kept) -> Row:
    row = kept._asdict()
    return {
        "table_name": row.pop("table"),
        **row,
        "reason": kept.reason or None,
        "column": kept.column or None,
    }


def _question(done: Replayed) -> str:
    return "Write this?" if done.made else "Leave this as it is here, and not name it again?"


def _run(session: Session, db: Database, file: Path, *, again: bool, dry_run: bool) -> Returned:
    from claimtrack.workflow.returning import import_copy

    with progress("Comparing" if dry_run else "Writing") as advance:
        return import_copy(db, file, actor=session.actor, again=again, dry_run=dry_run, progress=advance)


def _report(found: Returned, file: Path, *, would: bool) -> None:
    done = found.replayed
    say(f"{file} and this desk are the same until {local_time(found.same_until)}.")
    if not (done.made or done.kept or done.left_earlier):
        say("Everything done in it since is here." if done.known else "Nothing was done in it since.")
    elif not done.made:
        say("There is nothing new to bring back.")
    if done.made:
        new = plural(len(done.new_claims), "new claim")
        others = plural(len(done.changed_claims), "other claim")
        say(
            f"{'Would bring' if would else 'Brought'} back {plural(done.made, 'change')}: {new}, and work on {others}"
        )
    list_numbers(done, "the copy")
    if departed := len(found.departed):
        say(
            f"By their numbers, {departed:,} of the new claims left this desk when it was divided (in the copy {numbered('claim', found.departed)}): "
            f"look whether they are those. If so, the copy is from before, or of the other part. {'Write this only if' if would else 'Take it back, unless'} they are to come back"
        )
    if done.kept:
        say("Not brought back, because of what was done here since:")
        say_kept(done, "in the copy")
        if not would:
            say("Later imports of this copy leave it so without naming it, unless you add --again.")
    say_left_earlier(done, "the copy")
    if "tunings" in done.left_out:
        say("What `tune` found in the copy stays there: run `claimtrack tune` here again.")


def list_numbers(done: Replayed, there: str) -> None:
    """Print the claims that have another number here than in the other file."""
    both = done.new_claims | done.same_claims
    pairs = [(here, there) for here, there in both.items() if here != there]
    for here, number in pairs[:_MAX_SHOWN]:
        say(f"  claim {number} of {there} is claim {here} here")
    if len(pairs) > _MAX_SHOWN:
        say(
            f"  ... and {len(pairs) - _MAX_SHOWN:,} more, up to claim {pairs[-1][1]}, which is claim {pairs[-1][0]} here"
        )


def say_left_earlier(done: Replayed, there: str) -> None:
    """Say how many changes earlier imports left out, if any."""
    if count := len(done.left_earlier):
        say(
            f"{plural(count, 'change')} of {there} {'was' if count == 1 else 'were'} left out earlier: add --again to see what, and to try again."
        )


def say_kept(done: Replayed, there: str) -> None:
    """Print the first changes that were not made."""
    say_first(done.kept.values(), _MAX_SHOWN, lambda kept: _describe(kept, there))


def _describe(kept: Kept, there: str) -> str:
    noun = NOUNS.get(kept.table, "")
    own = f"{noun} {shown(kept.name or kept.row_id or '')}".strip() if noun else ""
    row = ", ".join(filter(None, [f"claim {kept.claim_id}" if kept.claim_id else "", own])) or kept.table
    by = f" (by {shown(kept.actor)})" if kept.actor else ""
    if kept.reason:
        return f"{row}{by}: {kept.reason}"
    column = kept.column.removesuffix("_id").replace("claimant", "speaker")
    return f"{row}, {column}: {_value(column, kept.here)} here, {_value(column, kept.there)} {there}{by}"


def shown(value: object) -> str:
    """Return a value, or what somebody is called, as part of a line."""
    return brief_line(str(value), _MAX_VALUE)


def _value(column: str, value: Any) -> str:
    if value is None:
        return "nothing"
    return describe_time(value) if column == "not_before" else shown(value)
