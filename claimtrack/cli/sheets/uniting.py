"""The command `import desk`: bring in another desk as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.messages import progress, say
from claimtrack.cli.output.results import write_results
from claimtrack.cli.parameters.inputs import confirm, is_interactive
from claimtrack.cli.parameters.options import preview_options, result_option
from claimtrack.cli.parameters.session import Session, index_written_claims, pass_session
from claimtrack.cli.parameters.types import NewPath
from claimtrack.cli.sheets.copies import NOUNS, list_numbers, report_row, say_kept, say_left_earlier, shown
from claimtrack.core.errors import Refused
from claimtrack.core.texts.printable import list_some, plural

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.cli.output.rows import Row
    from claimtrack.workflow.uniting import United


def _parse_people(ctx: click.Context, option: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    people = {}
    for one in values:
        there, equals, here = (part.strip() for part in one.partition("="))
        if not (there and equals and here):
            raise click.UsageError(f"--person {one!r}: write NAME=NAME-HERE", ctx)
        people[there] = here
    return people


@click.command("desk")
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--person",
    "people",
    metavar="NAME=NAME-HERE",
    multiple=True,
    callback=_parse_people,
    help="Another name for somebody of that desk, if two people have one name, or one has two; later imports remember it. Repeat it for several.",
)
@click.option(
    "--numbers",
    type=NewPath(dir_okay=False),
    help="Write the numbers of claims, reviews and articles, there and here, to this CSV file.",
)
@click.option(
    "--again",
    is_flag=True,
    help="Name again what earlier imports of this desk left as it is here, and try it again.",
)
@preview_options
@result_option
@pass_session
def desk_command(
    session: Session,
    file: Path,
    people: dict[str, str],
    numbers: str | None,
    again: bool,
    dry_run: bool,
    yes: bool,
    output_format: str,
) -> None:
    """Bring in another desk as a whole, for two that become one.

    FILE is a desk that never was a copy of this one: of another newsroom that closes, or a second one of yours. All that was done there is done
    here, too, in new rows and under the names of those who did it: articles, claims, sources, notes, judgements, verdicts. The same claim in
    the same words is one, and so is an article. Verdicts that were published under another name stay that publisher's; if both desks have
    one name, they are yours (docs/partners.md). What is here stays as it is, and what differs is named. FILE is not changed, even if an older
    claimtrack made it.

    \b
    claimtrack import desk gazette.db --dry-run
    claimtrack import desk gazette.db --person "ben=Ben Ode" --numbers numbers.csv
    """
    if numbers and dry_run:
        raise click.UsageError("--numbers is for what was written: leave out --dry-run")
    if numbers and Path(numbers).exists():
        raise Refused(f"{numbers} already exists: give another file for the numbers")
    asks = not (dry_run or yes) and is_interactive()
    undo = None
    with session.open() as db:
        if dry_run or asks:
            found = _run(session, db, file, people, again=again, dry_run=True)
            _report(found, file, would=True)
        if not dry_run and (not asks or confirm("Write this?", "Nothing was written.")):
            found = _run(session, db, file, people, again=again, dry_run=False)
            _report(found, file, would=False)
            if numbers:
                _write_numbers(found, Path(numbers))
            undo = session.tell_import(db, found.written)
        write_results([_report_row(found, undo)], output_format)
        if undo:
            index_written_claims(db)
    if found.replayed.kept or found.not_in_history:
        raise click.exceptions.Exit(1)


def _run(
    session: Session, db: Database, file: Path, people: dict[str, str], *, again: bool, dry_run: bool
) -> United:
    from claimtrack.workflow.uniting import import_desk

    with progress("Comparing" if dry_run else "Writing") as advance:
        return import_desk(
            db, file, actor=session.actor, people=people, again=again, dry_run=dry_run, progress=advance
        )


def _report_row(found: United, undo: str | None) -> Row:
    lost = [f"{_noun(table)} {one}" for table, ids in found.not_in_history.items() for one in ids]
    return report_row(found.replayed, undo) | {
        "publisher": found.publisher,
        "verdicts": found.verdicts,
        "approved_there": list(found.approved),
        "same_people": found.same_people,
        "not_in_history": lost,
    }


def _noun(table: str) -> str:
    return {"claims": "claim", "claim_tags": "tag of a claim"}.get(table) or NOUNS[table]


def _report(found: United, file: Path, *, would: bool) -> None:
    done = found.replayed
    if not done.made:
        is_all = not (done.kept or done.left_earlier or found.not_in_history)
        say(
            f"There is nothing new to bring in{': everything of that desk is here' if is_all else ''}."
            if done.known
            else "That desk has nothing."
        )
    else:
        new, same = plural(len(done.new_claims), "new claim"), plural(len(done.same_claims), "claim")
        say(
            f"{'Would bring' if would else 'Brought'} in {plural(done.made, 'change')}: {new}, and {same} that this desk had in the same words"
        )
    list_numbers(done, "that desk")
    _report_verdicts(found, file)
    if found.people:
        renamed = [f"{shown(there)} is {shown(here)}" for there, here in found.people.items()]
        say(f"Under another name here: {list_some(renamed)}.")
    if found.same_people:
        same_people = list_some(map(shown, found.same_people))
        say(
            f"On both desks: {same_people}. If they are two people, give one another name with --person, before you write."
            if would
            else f"On both desks: {same_people}: from now on one person here."
        )
    if done.kept:
        say("Not brought in, because of what is here:")
        say_kept(done, "there")
        if not would:
            say("Later imports of that desk leave it so without naming it, unless you add --again.")
    say_left_earlier(done, "that desk")
    if found.not_in_history:
        _report_lost(found.not_in_history, file)
    if "tunings" in done.left_out:
        say("What `tune` found on that desk stays there: run `claimtrack tune` here again.")
    if done.new_claims and not would:
        say("Next: `claimtrack duplicates` finds the same claims in other words.")


def _report_lost(lost: dict[str, list[int]], file: Path) -> None:
    told = [f"{plural(len(ids), _noun(table))} ({list_some(ids)})" for table, ids in lost.items()]
    say(
        f"Not in the history of that desk, as if written past claimtrack, so they did not come in, nor what belongs to them: {', '.join(told)}. "
        f"Look for them in {file}, and file them here by hand."
    )


def _report_verdicts(found: United, file: Path) -> None:
    if found.verdicts:
        verb = "stays" if found.verdicts == 1 else "stay"
        say(f"{plural(found.verdicts, 'published verdict')} of {shown(found.publisher)} {verb} theirs.")
    if found.approved:
        told = [f"review {review} ({shown(who)} there)" for review, who in found.approved.items()]
        many = len(found.approved) > 1
        say(
            f"{plural(len(found.approved), 'draft verdict')} approved on that desk {'are' if many else 'is'} in review here, until somebody of yours approves "
            f"{'them' if many else 'it'}: {list_some(told)}."
        )
    if found.signed:
        say(
            f"What was signed with {'it' if found.signed == 1 else 'them'}, word by word, is only in {file}: keep it."
        )
    if found.returned:
        say(
            f"{plural(found.returned, 'review')} of this desk, which the other had imported, did not come back."
        )


def _write_numbers(found: United, path: Path) -> None:
    from claimtrack.export.csv_sheet import write
    from claimtrack.workflow.uniting import NUMBERED

    rows = sorted(
        (NUMBERED[table], there, here) for (table, there), here in found.numbers.items() if table in NUMBERED
    )
    with path.open("x", encoding="utf-8", newline="") as out:
        write(("what", "there", "here"), rows, out)
    say(f"Wrote {path}: the numbers there and here")
