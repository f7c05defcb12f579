"""The command `review publish`: that approved verdicts are published, one, several, or those whose time has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.output.failures import describe_failure
from claimtrack.cli.output.messages import say, warn_if_past
from claimtrack.cli.output.results import write_results
from claimtrack.cli.parameters.inputs import confirm, is_interactive
from claimtrack.cli.parameters.options import result_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import COUNT, DATE, DAY, URL
from claimtrack.cli.reviews.fields import describe_review, say_warnings, write_reviews
from claimtrack.core.errors import Refused
from claimtrack.core.model import ReviewStatus
from claimtrack.core.texts.printable import plural

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.workflow.reviews.publishing import PublishedSeveral


@click.command("publish")
@click.argument("review_ids", metavar="[REVIEW]...", type=COUNT, nargs=-1)
@click.option("--url", type=URL, help="Web address of the review, if the draft has none.")
@click.option(
    "--url-pattern",
    metavar="PATTERN",
    help="Address of each review without one, such as https://desk.example/checks/{id}-{slug}. Its parts: {id} of the review, {claim_id}, "
    "{slug} from the headline or the claim, {year}, {month}, {day}.",
)
@click.option("--date", "reviewed_on", type=DATE, metavar="DATE", help="Date of the verdict, YYYY-MM-DD.")
@click.option(
    "--look-again", type=DAY, metavar="DATE", help="Day on which the claim is due again, YYYY-MM-DD."
)
@click.option(
    "--all-approved",
    is_flag=True,
    help="Every approved review that does not wait for its time. Shows them and asks first, or needs --yes.",
)
@click.option(
    "--due",
    is_flag=True,
    help="Every approved review whose --not-before has come, each in its approver's name. For cron.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be published where, and publish nothing.")
@click.option("--yes", is_flag=True, help="Do not ask for confirmation.")
@result_option
@pass_session
def publish_command(
    session: Session,
    /,
    review_ids: tuple[int, ...],
    due: bool,
    all_approved: bool,
    dry_run: bool,
    yes: bool,
    output_format: str,
    **told: Any,
) -> None:
    """Record that reviews are published.

    From then on a review can be corrected, updated or withdrawn, but not edited. A claim has one published verdict (one per --language): to
    publish another, correct the first (`review correct`), update it (`review update`) or withdraw it. Readers get the claim and its links
    as they were approved, and get them now: a review dated tomorrow is refused. Without --look-again the claim is no longer due, but a
    correction or update leaves a day that is still ahead; `due` sets or removes it later.

    If one of several reviews cannot be published, none is. With --all-approved the others are, and the exit code is 1. Reviews of a
    piece of your own that stay approved are among them: give the numbers of the others instead.

    A review with --not-before is refused until then. With --due, every approved one whose time has come is published, dated today if it has
    no date. If one cannot be, the others are, and the exit code is 1. One without an address is left for you to publish. Without
    anything to do, nothing is printed.

    \b
    claimtrack review publish 3 --url https://desk.example/rent --date 2024-05-03
    claimtrack review publish 3 --url https://desk.example/homes --date 2024-05-03 --look-again 2025-05-01
    claimtrack review publish 3 4 5 --date today --url-pattern "https://desk.example/checks/{id}-{slug}"
    claimtrack review publish --all-approved --date today --url-pattern "https://desk.example/checks/{id}" --dry-run
    claimtrack review publish --due
    """
    if bool(review_ids) + all_approved + due != 1 or (due and (any(told.values()) or dry_run or yes)):
        raise click.UsageError("give the numbers of reviews, or --all-approved, or --due alone")
    if told["url"] and (told["url_pattern"] or len(review_ids) != 1):
        raise click.UsageError(
            "--url is the address of one review: for several, give a pattern with --url-pattern"
        )
    if due:
        _publish_due(session, output_format)
    else:
        _publish(session, review_ids, told, dry_run=dry_run, yes=yes, output_format=output_format)


def _publish(
    session: Session,
    review_ids: tuple[int, ...],
    told: dict[str, Any],
    *,
    dry_run: bool,
    yes: bool,
    output_format: str,
) -> None:
    """Publish these reviews, all or none, or without numbers every approved one that can be."""
    from claimtrack.store.history import last_change_id
    from claimtrack.workflow.days import today
    from claimtrack.workflow.reviews.publishing import approved_reviews, publish_several

    with session.open() as db:
        how = told | {"today": today(), "or_none": bool(review_ids), "actor": session.actor}
        if not review_ids:  # else somebody would publish what a colleague changed while the question stood
            how["version"] = last_change_id(db)
        chosen = review_ids or _all_approved(db, *approved_reviews(db))
        is_refused = False
        if not review_ids and chosen and not (dry_run or yes):
            chosen, is_refused = _ask(db, chosen, how)
        done = publish_several(db, chosen, dry_run=dry_run, **how)
        verb = f"{'would be ' * dry_run}{ReviewStatus.PUBLISHED}"
        _report(db, done, verb, with_address=dry_run or bool(told["url_pattern"]))
        if dry_run:
            say("A dry run: nothing was published.")
    warn_if_past(told["look_again"])
    write_results(done.rows.values(), output_format)
    if done.refused or is_refused:
        raise SystemExit(1)


def _ask(db: Database, chosen: tuple[int, ...], how: dict[str, Any]) -> tuple[tuple[int, ...], bool]:
    """Show what would be published where, and ask. Return what can be published, and whether some cannot."""
    from claimtrack.workflow.reviews.publishing import publish_several

    if not is_interactive():
        count = plural(len(chosen), "approved review")
        raise Refused(f"nothing was published: look at the {count} with --dry-run, then add --yes to publish")
    found = publish_several(db, chosen, dry_run=True, **how)
    _report(db, found, "would be published", with_address=True)
    if not found.rows:
        say("Nothing was published.")
        raise SystemExit(1)
    confirm(f"Publish {plural(len(found.rows), 'review')}?", "Nothing was published.", abort=True)
    return tuple(found.rows), bool(found.refused)


def _all_approved(db: Database, ready: list[int], waiting: dict[int, str]) -> tuple[int, ...]:
    """Say which reviews are left out, as their time has not come, and return the others."""
    from claimtrack.workflow.days import describe_wait

    for review_id, not_before in waiting.items():
        say(f"{describe_review(db, review_id)}: left out{describe_wait(not_before)}")
    if not ready:
        say("No approved review can be published now: see `claimtrack review list`.")
    return tuple(ready)


def _report(db: Database, done: PublishedSeveral, verb: str, *, with_address: bool) -> None:
    """Say what was published, what that lacks, and what could not be published."""
    for review_id, row in done.rows.items():
        where = f" at {row['url']}" if with_address else ""
        say(f"{describe_review(db, review_id)}: {verb}{where}{done.due[review_id].of_published()}")
        say_warnings(review_id, done.warnings[review_id], of_several=len(done.rows) > 1)
    for review_id, why in done.refused.items():
        _say_refused(db, review_id, why)


def _say_refused(db: Database, review_id: int, why: str) -> None:
    told = f"{describe_review(db, review_id)}: not published: {why}"
    say(describe_failure(Refused(told)))


def _publish_due(session: Session, output_format: str) -> None:
    """Publish what is due, and end with exit code 1 if some of it could not be published.

    What waits for an address is named only to a person: cron, which runs this each minute, can do nothing about it.
    """
    from claimtrack.workflow.reviews import linting, timing

    with session.open() as db:
        published = timing.publish_due(db)
        for review_id in published.done:
            say(f"{describe_review(db, review_id)}: {ReviewStatus.PUBLISHED}")
            say_warnings(review_id, linting.obstacles(db, review_id), of_several=len(published.done) > 1)
        for review_id in published.without_address if is_interactive() else ():
            say(
                f"{describe_review(db, review_id)}: its time has come, but it has no address. To publish it: "
                f"`claimtrack review publish {review_id} --url URL --date today`"
            )
        for review_id, why in published.refused.items():
            _say_refused(db, review_id, why)
    write_reviews(session, published.done, output_format)
    if published.refused:
        raise SystemExit(1)
