"""The commands `review draft`, `edit`, `submit`, `approve` and `return`: a verdict, or several, on the way to a second signature."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.output.descriptions import replacement_commands
from claimtrack.cli.output.messages import say
from claimtrack.cli.parameters.options import result_option
from claimtrack.cli.parameters.session import Session, change_all_or_none, pass_session
from claimtrack.cli.parameters.types import COUNT
from claimtrack.cli.reviews.fields import (
    describe_review,
    field_options,
    next_step,
    review_argument,
    reviews_argument,
    say_warnings,
    write_reviews,
)
from claimtrack.core.model import ReviewStatus
from claimtrack.workflow.days import describe_wait

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.cli.parameters.session import R
    from claimtrack.store.reviews.reviews import ReviewRow


_MOST_NAMED = 20
"""How many reviews a suggested command names: of thousands, nobody reads the numbers."""


def _warn(db: Database, review_id: int, *, of_several: bool) -> None:
    """Warn of retracted sources, and of other verdicts on the claim or on one that seems the same, before the work is done twice."""
    from claimtrack.store.reviews import reviews
    from claimtrack.workflow.reviews import linting, rules

    review = reviews.get(db, review_id)
    say_warnings(review_id, linting.early_warnings(db, review_id), of_several=of_several)
    for one in linting.rivals(db, review_id):
        is_out = one.status is ReviewStatus.PUBLISHED
        command = replacement_commands(one.id) if is_out else f"`claimtrack review withdraw {one.id}`"
        remedy = (
            "to change its verdict, use"
            if is_out
            else "only one of them can be published; to withdraw that one, use"
        )
        translated = rules.suggest_translation(review, one) if is_out else ""
        say(f"{linting.describe_rival(one)}: {remedy} {command}{translated}")


@click.command("draft")
@click.argument("claim_ids", metavar="CLAIM...", type=COUNT, nargs=-1, required=True)
@field_options
@result_option
@pass_session
def draft_command(session: Session, /, claim_ids: tuple[int, ...], output_format: str, **fields: Any) -> None:
    """Start a review of a claim, or one of each of several claims.

    A claim that nobody has is assigned to you. You can add everything else later with `review edit`. Give --not-before under an
    embargo: nobody publishes the verdict until then. The desk needs a name first: `init --name`. If several scales have a label, such as "False", give --scale the first time; after that, the scale used last is the default.

    \b
    claimtrack init --name "The Fact Desk"
    claimtrack review draft 12 --rating "Half true" --summary "Rent rose by 60 percent."
    claimtrack review draft 12 --rating False --scale "Six-step truth scale"
    claimtrack review draft 12 15 16 --rating True --summary "As in the ministry's table."
    """
    from claimtrack.workflow.reviews import beginning

    with session.open() as db:
        begun = _run_for_each(db, session, beginning.begin, claim_ids, **fields)
        drafted = {claim_id: one.review_id for claim_id, one in begun.items()}
        following = next_step(db, drafted.values())
        wait = describe_wait(fields["not_before"])
        told = [
            f"Drafted review {one.review_id} of claim {claim_id}{f' (assigned to {one.assignee})' if one.assignee else ''}{wait}."
            for claim_id, one in begun.items()
        ]
        say(f"{told[0]} {following}" if len(told) == 1 else "\n".join([*told, following]))
        for claim_id, one in begun.items():
            if one.warning:
                say(f"Warning: {f'claim {claim_id}: ' if len(begun) > 1 else ''}{one.warning}")
        for review_id in drafted.values():
            _warn(db, review_id, of_several=len(drafted) > 1)
    write_reviews(session, drafted.values(), output_format)


@click.command("edit")
@review_argument
@field_options
@click.option("--note", help="Public note of a correction or update.")
@click.option(
    "--update/--correction",
    "is_update",
    default=None,
    help="Make a correction an update, because the verdict was right in its time, or an update a correction.",
)
@result_option
@pass_session
def edit_command(session: Session, /, review_id: int, output_format: str, **fields: Any) -> None:
    """Change a review that is not approved yet.

    Options you leave out stay as they are; "" clears a field. Once approved, a review can only be sent back (`review return`), or get another
    --not-before, which is not part of what was signed: give no other option with it. Once published, it can be corrected
    (`review correct`), updated (`review update`) or given a new web address (`review address`).

    \b
    claimtrack review edit 3 --rating "Mostly false" --scale "Six-step truth scale"
    claimtrack review edit 3 --not-before "2024-05-03 18:00"
    claimtrack review edit 5 --update --note "The last of the homes was built."
    """
    from claimtrack.store.reviews import reviews
    from claimtrack.workflow.reviews import reviewing, timing

    named = {name: value for name, value in fields.items() if value is not None}
    if not named:
        raise click.UsageError("nothing to change: give a field, as in --summary")
    with session.open() as db:
        waited = describe_wait(reviews.get(db, review_id).not_before)
        if [*named] == ["not_before"]:
            timing.set_not_before(db, review_id, named["not_before"], actor=session.actor)
        else:
            reviewing.revise(db, review_id, actor=session.actor, **named)
        name, wait = describe_review(db, review_id), describe_wait(reviews.get(db, review_id).not_before)
    say(f"{name}: changed{wait or (waited and ', no longer waits for a time')}")
    write_reviews(session, [review_id], output_format)


@click.command("submit")
@reviews_argument
@result_option
@pass_session
def submit_command(session: Session, /, review_ids: tuple[int, ...], output_format: str) -> None:
    """Submit reviews for another person to approve.

    If one of several reviews cannot be submitted, none is.

    \b
    claimtrack review submit 3
    claimtrack review submit 3 4 5
    """
    from claimtrack.workflow.reviews import reviewing

    with session.open() as db:
        for review_id in _run_for_each(db, session, reviewing.submit, review_ids):
            say(f"{describe_review(db, review_id)}: waiting for a second person to approve it")
            _warn(db, review_id, of_several=len(set(review_ids)) > 1)
    write_reviews(session, review_ids, output_format)


def _run_for_each(
    db: Database, session: Session, step: Callable[..., R], numbers: tuple[int, ...], **how: Any
) -> dict[int, R]:
    """Run the step for each claim or review id, all or none, and return the results by id."""
    return change_all_or_none(
        db, session.actor, numbers, lambda db, number: step(db, number, actor=session.actor, **how)
    )


@click.command("approve")
@reviews_argument
@result_option
@pass_session
def approve_command(session: Session, /, review_ids: tuple[int, ...], output_format: str) -> None:
    """Approve reviews that someone else drafted.

    If one of several reviews cannot be approved, none is.

    \b
    claimtrack --actor ben review approve 3
    claimtrack --actor ben review approve 3 4 5
    """
    from claimtrack.store.reviews import reviews
    from claimtrack.workflow.reviews import reviewing

    with session.open() as db:
        approved = [reviews.get(db, one) for one in _run_for_each(db, session, reviewing.approve, review_ids)]
        ready = [one for one in approved if not describe_wait(one.not_before)]
        for review in approved:
            told = review.status if ready[1:] and review in ready else _approved(review)
            say(f"{describe_review(db, review.id)}: {told}")
            _warn(db, review.id, of_several=len(approved) > 1)
    if ready[1:]:
        say(_publish_together(ready))
    write_reviews(session, review_ids, output_format)


def _approved(review: ReviewRow) -> str:
    """Say that a review is approved, and how it is published: at once or, if it waits, from its time on."""

    wait = describe_wait(review.not_before)
    if wait and review.url:
        return f"{review.status}{wait}. Then: `claimtrack review publish --due`"
    asked = [("--url URL", review.url), ("--date today", review.reviewed_on)]
    missing = "".join(f" {option}" for option, value in asked if value is None)
    lead = "It has no address, so publish it yourself then" if wait else "Next"
    return f"{review.status}{wait}. {lead}: `claimtrack review publish {review.id}{missing}`"


def _publish_together(ready: list[ReviewRow]) -> str:
    """The command that publishes several reviews at once; a pattern gives an address to those that have none."""
    numbers = " ".join(str(one.id) for one in ready) if len(ready) <= _MOST_NAMED else "--all-approved"
    date = "" if all(one.reviewed_on for one in ready) else " --date today"
    if all(one.url for one in ready):
        return f"Next: `claimtrack review publish {numbers}{date}`"
    example = "such as https://desk.example/checks/{id}-{slug}"
    return f"Next: `claimtrack review publish {numbers}{date} --url-pattern PATTERN`, {example}"


@click.command("return")
@reviews_argument
@click.option("--note", help="What is to be changed, as a note on each claim.")
@result_option
@pass_session
def return_command(
    session: Session, /, review_ids: tuple[int, ...], note: str | None, output_format: str
) -> None:
    """Send reviews back to their drafters, cancelling any approval.

    If one of several reviews cannot be sent back, none is.

    \b
    claimtrack --actor ben review return 3 --note "Name the source"
    """
    from claimtrack.workflow.reviews import reviewing

    with session.open() as db:
        for review_id in _run_for_each(db, session, reviewing.send_back, review_ids, note=note):
            say(f"{describe_review(db, review_id)}: sent back as a draft")
    write_reviews(session, review_ids, output_format)
