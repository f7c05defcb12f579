"""The command `duplicates`: compare all claims, and list the pairs that wait for a judgement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from claimtrack.cli.output.messages import ending_on_interrupt, progress, say
from claimtrack.cli.output.rows import Row, write_rows
from claimtrack.cli.parameters.options import format_option
from claimtrack.cli.parameters.session import Session, index_waiting_claims, pass_session
from claimtrack.cli.parameters.types import COUNT, OneOf
from claimtrack.core.desk.decisions import WaitingPairs
from claimtrack.core.texts.printable import plural


def _report_conflicts_not_kept(not_kept: int) -> None:
    from claimtrack.store.index.pairs import MAX_CONFLICTS

    if not_kept:
        say(
            f"{plural(not_kept, 'more conflict')} {'is' if not_kept == 1 else 'are'} not kept: for each claim, only the {MAX_CONFLICTS} most similar conflicts with earlier claims are. To see more "
            "of them: `claimtrack match TEXT --limit 50`"
        )


_STOPPED = "Stopped. The comparisons so far are kept: run `claimtrack duplicates` again to continue."


@click.command("duplicates")
@click.option(
    "--show",
    type=OneOf(WaitingPairs),
    default=str(WaitingPairs.ALL),
    show_default=True,
    help="Which pairs to show. Conflicts differ in one fact, such as a number.",
)
@click.option(
    "--limit",
    type=COUNT,
    help="Maximum number of pairs to show. All claims are compared either way.",
)
@format_option
@pass_session
def duplicates_command(session: Session, show: str, limit: int | None, output_format: str) -> None:
    """Compare all claims, and list pairs that need a judgement.

    Likely repeats come first, then conflicts, most similar first. Nothing is merged: you decide with `judge`. You can interrupt
    the comparison and run it again; only new and reworded claims are compared. At most five conflicts with earlier claims are
    kept for each claim. On a read-only desk it shows the pairs found earlier.

    The CSV output is a sheet for `judge --file`: fill in its judgement column. Of claims that all say the same, judge the first with each
    other one, and leave the other rows empty: those pairs then no longer wait.

    \b
    claimtrack duplicates
    claimtrack duplicates --show repeats --limit 20
    claimtrack duplicates --format csv > pairs.csv
    """
    from claimtrack.store.file.database import snapshot
    from claimtrack.store.queues import PAIR_COLUMNS, count_unjudged_pairs, unjudged_pairs
    from claimtrack.workflow.matching.matching import (
        find_duplicates,
        queue_outdated_index,
    )

    with session.open() as db:
        if session.is_only_read():
            say("The desk is read-only, so nothing was compared. These pairs were found earlier.")
        else:
            queue_outdated_index(db)
            index_waiting_claims(db)
            with ending_on_interrupt(_STOPPED), progress("Comparing claims") as advance:
                compared = find_duplicates(db, actor=session.actor, progress=advance)
            _report_conflicts_not_kept(compared.not_kept)
        # First the columns that people fill in for `judge --file`.
        keys = list(dict.fromkeys(["id", "judgement", "note", *PAIR_COLUMNS]))
        with snapshot(db):  # each kind of pair is a query of its own
            shown: list[tuple[int, int]] = []
            pairs = _remembering(shown, unjudged_pairs(db, WaitingPairs(show), limit=limit))
            rows = ({**dict.fromkeys(keys), **pair} for pair in pairs)
            write_rows(rows, output_format, columns=_PAIR_COLUMNS, keys=keys)
            waiting = (
                count_unjudged_pairs(db, WaitingPairs(show), at_most=-1) if limit is not None else len(shown)
            )
    _report_waiting(show, waiting, shown, output_format)


def _remembering(shown: list[tuple[int, int]], pairs: Iterable[Row]) -> Iterator[Row]:
    """Yield the pairs, and add the numbers of each to `shown`."""
    for pair in pairs:
        shown.append((pair["left_id"], pair["right_id"]))
        yield pair


def _report_waiting(show: str, waiting: int, shown: list[tuple[int, int]], output_format: str) -> None:
    """Say how many pairs wait, and how to judge them."""
    is_cut = len(shown) < waiting
    if is_cut or output_format == "table":
        among = "" if show == WaitingPairs.ALL else f" of {show}"
        counted = f"{plural(waiting, 'pair') if waiting else 'No pairs'}{among}"
        part = f": --limit shows the first {len(shown):,}" if is_cut else ""
        say(f"{counted} {'is' if waiting == 1 else 'are'} waiting for a judgement{part}.")
    if shown and output_format == "table":
        one, other = shown[0]
        say(
            f"To judge the first: `claimtrack judge {one} {other} JUDGEMENT` (same, different or unsure). To judge many in a spreadsheet: "
            "`claimtrack duplicates --format csv > pairs.csv`"
        )
    elif shown and output_format == "csv":
        say("Once its column judgement is filled in: `claimtrack judge --file FILE`")


_PAIR_COLUMNS = {
    "left_id": "id",
    "right_id": "other",
    "suggestion": "are",
    "score": "score",
    "left_text": "claim",
    "left_claimant": "claimant",
    "right_text": "other claim",
    "right_claimant": "other claimant",
    "differences": "differs",
}
