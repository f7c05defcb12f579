"""The command `export desk`: a desk of some claims of this one."""

from __future__ import annotations

from pathlib import Path

import click

from claimtrack.cli.output.messages import say
from claimtrack.cli.output.results import write_results
from claimtrack.cli.parameters.options import result_option
from claimtrack.cli.parameters.session import Session, indexing_progress, pass_session
from claimtrack.cli.parameters.types import NewPath
from claimtrack.core.texts.printable import list_some, plural


@click.command("desk")
@click.argument("out", type=NewPath(dir_okay=False))
@click.option(
    "--tag",
    "tags",
    metavar="TAG",
    multiple=True,
    help="Only claims with this tag. Repeat it to require several.",
)
@click.option("--without", metavar="TAG", multiple=True, help="Only claims that --tag would leave out.")
@result_option
@pass_session
def desk_command(
    session: Session, out: str, tags: tuple[str, ...], without: tuple[str, ...], output_format: str
) -> None:
    """Export some claims as a desk of their own, and lose nothing of them.

    OUT is a new desk. It has the claims, under their numbers, with all that belongs to them: articles, sources, notes, judgements, verdicts as
    they were signed, and their history. Nothing of the other claims is in it, but for articles that both are from, and what was signed with a verdict. This desk is
    not changed. With --tag and then --without you get two desks in place of one (docs/partners.md).

    \b
    claimtrack export desk investigation.db --tag investigation
    claimtrack export desk rest.db --without investigation
    """
    from claimtrack.workflow.parting import export_desk

    if bool(tags) == bool(without):
        raise click.UsageError("say which claims: give either --tag or --without")
    with (
        session.open() as db,
        indexing_progress(db.table("claims").count, "Stopped. Nothing was written.") as advance,
    ):
        done = export_desk(db, Path(out), tags or without, others=bool(without), progress=advance)
    say(f"Wrote {out}. Of this desk it has:")
    for table, count in done.counts.items():
        say(f"  {count:,} of {done.of[table]:,} {'requests' if table == 'interventions' else table}")
    if done.left.shared_articles:
        say(
            f"{plural(done.left.shared_articles, 'article')} with claims of both parts: each desk has the whole text."
        )
    if done.left.verdicts:
        say(
            f"{plural(done.left.verdicts, 'verdict')} signed while a claim of the other part was judged the same: where that was said is still in it."
        )
    if done.left.judgements:
        say(f"Left out: {plural(done.left.judgements, 'judgement')} on a claim of each part.")
    if done.left.tables:
        say(f"Left out, since they are tables of your own: {list_some(done.left.tables)}.")
    say(
        "Log-ins, the names by which imports and changes are undone, and the place of programs that follow history are not in it."
    )
    write_results([{"file": out, "counts": done.counts}], output_format)
