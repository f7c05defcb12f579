"""The commands `review list`, `corrections` and `doubts`: reviews in progress, those corrected, updated or withdrawn, and those in doubt."""

from __future__ import annotations

import click

from claimtrack.cli.output.descriptions import status_in_words
from claimtrack.cli.output.messages import name_desk
from claimtrack.cli.output.rows import MAX_CELL_WITH_REMEDY, write_rows
from claimtrack.cli.parameters.filters import article_option
from claimtrack.cli.parameters.options import format_option
from claimtrack.cli.parameters.session import Session, pass_session


@click.command("list")
@click.option("--all", "with_done", is_flag=True, help="Also published and withdrawn reviews.")
@article_option("Only reviews of claims from this article, in the order of its text")
@format_option
@pass_session
def list_command(session: Session, /, with_done: bool, article_id: int | None, output_format: str) -> None:
    """List the desk's reviews that are not published yet, oldest first.

    It says which of them cannot be published, because another review of the same claim is: in JSON, `excluded_by_id`.

    \b
    claimtrack review list
    claimtrack review list --article 2
    claimtrack review list --all --format json
    """
    from claimtrack.store.reviews import reviews

    shown = {
        "id": "id",
        "status": "status",
        "claim_id": "claim",
        "claim": "words",
        "rating": "rating",
        "drafted_by": "drafted by",
        "approved_by": "approved by",
    }
    if with_done:
        shown |= {"reviewed_on": "on", "corrected_by_id": "corrected by", "updated_by_id": "updated by"}
    with session.open() as db:
        rows = (reviews.list_own if with_done else reviews.list_queue)(db, article_id)
        keys = reviews.overview_columns(db)
    none = "There are no reviews" if with_done else "No review is in progress"
    none += " of this article" if article_id else ""
    if output_format == "table":
        rows = [{**row, "status": status_in_words(row)} for row in rows]
    nothing = f"{none}. To start one, use `claimtrack review draft`."
    write_rows(rows, output_format, columns=shown, keys=keys, nothing=nothing)


@click.command("corrections")
@format_option
@pass_session
def corrections_command(session: Session, /, output_format: str) -> None:
    """List corrected, updated and withdrawn reviews, newest first.

    Each has its public note. The date is the one given to `review correct`, `review update`, `review publish` or `review withdraw`; for a
    withdrawal without a date, it is the day it was recorded.

    \b
    claimtrack review corrections
    claimtrack review corrections --format json
    """
    from claimtrack.store.reviews import reviews

    shown = {
        "changed_on": "on",
        "action": "what",
        "claim": "claim",
        "rating_before": "was",
        "rating_after": "is",
        "note": "note",
    }
    with session.open() as db:
        rows, keys = reviews.corrections(db), reviews.correction_columns(db)
    nothing = "No published review was corrected, updated or withdrawn."
    write_rows(rows, output_format, columns=shown, keys=keys, nothing=nothing)


@click.command("doubts")
@format_option
@pass_session
def doubts_command(session: Session, /, output_format: str) -> None:
    """List what readers see, or saw, that is no longer sure, newest first.

    That is a verdict that is held; one that was withdrawn and not replaced; one with evidence that its publisher retracted; and one of a
    claim whose article was withdrawn by its outlet, or no longer has it. Each line says since when, who marked it and why, and what settles
    it. A new verdict takes a claim off the list, and so does a note that says why all stays as it is, with --settles-doubt. A held verdict
    stays until it is released, replaced or withdrawn.

    \b
    claimtrack review doubts
    claimtrack note 12 "Two other studies say the same" --settles-doubt
    """
    from claimtrack.core.desk.doubts import describe
    from claimtrack.store import doubts
    from claimtrack.workflow.days import local_time

    with session.open() as db:
        rows = [{**row, "message": name_desk(describe(row))} for row in doubts.current(db)]
    keys = (*doubts.KEYS, "message")
    shown = {
        "claim_id": "claim",
        "claim": "words",
        "rating": "rating",
        "about": "about",
        "marked_on": "since",
        "marked_by": "by",
        "note": "why",
        "message": "what",
    }
    if output_format == "table":
        rows = [{**row, "marked_on": row["marked_at"] and local_time(row["marked_at"])[:10]} for row in rows]
    nothing = "Nothing that readers see or saw is in doubt."
    write_rows(rows, output_format, columns=shown, keys=keys, widest=MAX_CELL_WITH_REMEDY, nothing=nothing)
