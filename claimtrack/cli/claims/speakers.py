"""The command `speaker`: who makes the claims, and under which names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.messages import say, say_cut
from claimtrack.cli.output.rows import write_rows
from claimtrack.cli.parameters.filters import min_score_option
from claimtrack.cli.parameters.options import format_option, result_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import COUNT
from claimtrack.core.model import ClaimantKind
from claimtrack.core.texts.printable import humanise_name, list_some, plural

if TYPE_CHECKING:
    from claimtrack.workflow.joining import Joined

_MAX_NAMES = 10
"""Names to list; the rest are counted."""
_COLUMN_KEYS = ("name", "kind", "role", "other_names", "claims", "appearances")


@click.group("speaker")
def speaker_command() -> None:
    """List speakers, and join the names of one person or body.

    Joined names count as one speaker everywhere: in the ledger, lists, searches, statistics and matching, and in articles read later.
    Each claim stays filed under its own name, so `split` can undo a join.

    \b
    claimtrack speaker list miller
    claimtrack speaker alike
    claimtrack speaker join "Ada Miller" Miller "A. Miller"
    claimtrack speaker rename "Ada Miler" "Ada Miller"
    claimtrack speaker spell "Ada McMiller"
    """


@speaker_command.command("list")
@click.argument("query", default="")
@click.option("--limit", type=COUNT, help="Maximum number of speakers.")
@format_option
@pass_session
def list_command(session: Session, query: str, limit: int | None, output_format: str) -> None:
    """List speakers with all their names, most claims first.

    QUERY shows only speakers with a name that has all these words.

    \b
    claimtrack speaker list
    claimtrack speaker list "ada mil" --format json
    """
    from claimtrack.store import names

    with session.open() as db:
        found, keys = names.list_overview(db, query), names.overview_columns(db)
    columns = {key: humanise_name(key) for key in _COLUMN_KEYS}
    write_rows(found[:limit], output_format, columns=columns, keys=keys)
    if not found:
        say(f"No speaker has a name with {query!r}." if query.strip() else "No speakers yet.")
    elif limit is not None and limit < len(found):
        say_cut(f"first {limit:,} of {plural(len(found), 'speaker')}", "raise --limit or give part of a name")


@speaker_command.command("join")
@click.argument("name")
@click.argument("others", metavar="OTHER...", nargs=-1, required=True)
@result_option
@pass_session
def join_command(session: Session, name: str, others: tuple[str, ...], output_format: str) -> None:
    """Make each OTHER another name of the speaker NAME.

    This covers existing claims and future ones. Published verdicts keep the name they were approved with. Run `claimtrack duplicates`
    afterwards to compare the claims again.

    \b
    claimtrack speaker join "Ada Miller" Miller "A. Miller"
    """
    from claimtrack.workflow import joining

    with session.open() as db:
        done = joining.join(db, name, others, actor=session.actor)
    for line in _describe_join(done):
        say(line)
    _write_speakers(session, [done.standing], output_format)


def _describe_join(done: Joined) -> list[str]:
    from claimtrack.core.match.unnamed_claimants import is_description
    from claimtrack.workflow.joining import command

    told = []
    if done.already:
        told.append(f"{_some_names(done.already)}: already {_other_names(done.already)} of {done.standing}")
    if done.joined:
        joined, brought = ([one.written for one in names] for names in (done.joined, done.brought))
        back = command("split", joined[0] if len(joined) == 1 else "NAME")
        along = f", and with it {_some_names(brought)}" if brought else ""
        told.append(
            f"{_some_names(joined)}{along}: now {_other_names(joined + brought)} of {done.standing}, with {plural(done.claims, 'claim')}. To undo: {back}"
        )
        if done.claims:
            told.append("To see which of their claims now say the same: `claimtrack duplicates`")
    for one in done.unlike[:_MAX_NAMES]:
        slip = "if they are not the same, split them again"
        told.append(f"{one.written} is filed as {one.kind}, but {done.standing} as {done.kind}: {slip}")
    unnamed = [one.written for one in done.joined if one.kind == ClaimantKind.ANONYMOUS]
    if unnamed:
        told.append(
            f"Future verdicts on claims by {_some_names(unnamed)} will name {done.standing} to readers"
        )
    described = [one.written for one in done.joined if one.written in unnamed or is_description(one.written)]
    if described:
        told.append(
            f"In another article, {_some_names(described)} may be someone else, and their claims will count as {done.standing}'s too"
        )
    return told


def _other_names(names: Sequence[str]) -> str:
    return "another name" if len(names) == 1 else "other names"


def _some_names(names: Sequence[str]) -> str:
    return list_some(names, _MAX_NAMES)


@speaker_command.command("rename")
@click.argument("name")
@click.argument("new")
@result_option
@pass_session
def rename_command(session: Session, name: str, new: str, output_format: str) -> None:
    """Give a speaker a NEW name that the desk has not used.

    NAME remains another name of theirs, and claims filed under it, now or later, are theirs; `split` undoes this. Published
    verdicts keep the name they were approved with.

    \b
    claimtrack speaker rename "Ada Miler" "Ada Miller"
    """
    from claimtrack.workflow import joining

    with session.open() as db:
        done = joining.rename(db, name, new, actor=session.actor)
    [was] = done.joined
    say(
        f"{was.written} is now {done.standing}, with {plural(done.claims, 'claim')}. To undo: {joining.command('split', was.written)}"
    )
    _write_speakers(session, [done.standing], output_format)


@speaker_command.command("split")
@click.argument("other")
@result_option
@pass_session
def split_command(session: Session, other: str, output_format: str) -> None:
    """Make OTHER a separate speaker again.

    It gets back the claims filed under it, and any names that were joined along with it.

    \b
    claimtrack speaker split "A. Miller"
    """
    from claimtrack.workflow import joining

    with session.open() as db:
        done = joining.split(db, other, actor=session.actor)
    took = f", with {_some_names(done.took)}" if done.took else ""
    say(f"{done.name}{took} is no longer a name of {done.was}, and has {plural(done.claims, 'claim')}")
    _write_speakers(session, [done.name, done.was], output_format)


@speaker_command.command("spell")
@click.argument("name")
@result_option
@pass_session
def spell_command(session: Session, name: str, output_format: str) -> None:
    """Correct the capitals in a speaker's name.

    The desk treats names that differ only in capitals as one, and keeps the first spelling it saw. This command, an edit or an imported
    spreadsheet changes it everywhere. Published verdicts keep the name they were approved with.

    \b
    claimtrack speaker spell "Conor McDaly"
    """
    from claimtrack.workflow import joining

    with session.open() as db:
        done = joining.spell(db, name, actor=session.actor)
    if done.was is None:
        say(f"{done.name} is already spelt this way")
    else:
        say(f"{done.was} is now spelt {done.name}, with {plural(done.claims, 'claim')}")
    _write_speakers(session, [done.name], output_format)


def _write_speakers(session: Session, names: Sequence[str], output_format: str) -> None:
    """For programs, print the speakers of these names as `speaker list` does."""
    from claimtrack.store.names import overviews

    session.print_results(output_format, lambda db: overviews(db, names))


@speaker_command.command("repeats")
@click.argument("query", default="")
@min_score_option
@click.option("--limit", type=COUNT, help="Maximum number of claims.")
@format_option
@pass_session
def repeats_command(
    session: Session, query: str, min_score: float | None, limit: int | None, output_format: str
) -> None:
    """List who repeats which claim, most often first.

    Shows claims that one speaker made more than once, under any of their names, with the number of times and the first and last day.
    QUERY shows only speakers with a name that has all these words. Claims judged the same are listed once, under the lowest id.

    \b
    claimtrack speaker repeats
    claimtrack speaker repeats miller --format csv
    claimtrack speaker repeats --min-score 0.5
    """
    from claimtrack.store import names, statistics

    with session.open() as db:
        rows = statistics.who_repeats(db, limit=None if query.strip() else limit, min_score=min_score)
        rows = [row for row in rows if names.contains_words(query, row["speaker"])][:limit]
        keys = statistics.repeats_columns(db)
    columns = {
        "speaker": "speaker",
        "claim_id": "id",
        "claim": "claim",
        "appearances": "times",
        "first_seen": "first",
        "last_seen": "last",
    }
    nothing = "The desk has no speaker who made the same claim more than once."
    write_rows(rows, output_format, columns=columns, keys=keys, nothing=nothing)


@speaker_command.command("alike")
@click.argument("query", default="")
@click.option("--limit", type=COUNT, default=50, show_default=True, help="Maximum number of pairs.")
@format_option
@pass_session
def alike_command(session: Session, query: str, limit: int, output_format: str) -> None:
    """List names that may belong to one speaker, and why.

    Nothing is joined: that is up to you. Look at what each one said first, since people share surnames and a son may have his
    father's name. QUERY shows only pairs in which a name has all these words.

    \b
    claimtrack speaker alike
    claimtrack speaker alike miller --format json
    """
    from claimtrack.workflow import joining

    with session.open() as db:
        found = joining.propose(db, query)
    rows = [asdict(one) for one in found[:limit]]
    columns = {
        "name": "name",
        "claims": "claims",
        "other_name": "other",
        "other_claims": "claims ",
        "reasons": "why",
    }
    write_rows(rows, output_format, columns=columns, keys=[field.name for field in fields(joining.Proposed)])
    if not found:
        say("No names look like they belong to one speaker.")
        return
    if len(rows) < len(found):
        say_cut(
            f"first {len(rows):,} of {plural(len(found), 'pair')}", "raise --limit or give part of a name"
        )
    example = joining.command("join", found[0].name, found[0].other_name)
    say(f"{plural(len(found), 'pair')}. If two are the same: {example}")
