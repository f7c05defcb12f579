"""The command `review`: write, approve, publish, correct and update verdicts."""

from __future__ import annotations

import click

from claimtrack.cli.output.messages import say
from claimtrack.cli.parameters.inputs import confirm, is_interactive
from claimtrack.cli.parameters.options import result_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import DATE, URL
from claimtrack.cli.reviews.fields import describe_review, review_argument, write_reviews
from claimtrack.cli.reviews.holding import hold_command, release_command
from claimtrack.cli.reviews.listing import corrections_command, doubts_command, list_command
from claimtrack.cli.reviews.publishing import publish_command
from claimtrack.cli.reviews.replacing import correct_command, update_command
from claimtrack.cli.reviews.signing import (
    approve_command,
    draft_command,
    edit_command,
    return_command,
    submit_command,
)
from claimtrack.core.model import ReviewStatus
from claimtrack.core.steps import take_down, withdrawn_while_held


@click.group("review")
def review_command() -> None:
    """Write, approve, publish, correct and update verdicts on claims.

    A second person must approve a review before it is published, and --actor is a signature: give no name but your own. A program
    drafts and submits; people approve.

    \b
    claimtrack review draft 12 --rating "Half true" --summary "Rent rose by 60 percent."
    claimtrack review submit 3
    claimtrack --actor ben review approve 3
    claimtrack review publish 3 --url https://desk.example/rent --date 2024-05-03
    """


@review_command.command("address")
@review_argument
@click.argument("url", type=URL)
@result_option
@pass_session
def address_command(session: Session, /, review_id: int, url: str, output_format: str) -> None:
    """Change the web address of a published review.

    Use it when the review moved, or went online somewhere other than planned. Someone other than its drafter must do this. The claim's
    `history` keeps both addresses and the name; exports, feeds and the public copy use the new address. Before publication, use
    `review edit --url` or `review publish --url`.

    \b
    claimtrack --actor ben review address 3 https://desk.example/2024/rent
    """
    from claimtrack.workflow.reviews import linting, reviewing

    with session.open() as db:
        left = reviewing.mend_address(db, review_id, url, actor=session.actor)
        warnings = linting.address_warnings(db, review_id)
    say(f"Review {review_id} is now at {url}")
    for warning in warnings:
        say(f"Warning: {warning}")
    for one in left:
        say(
            f"Its {one.replacement}, review {one.id}, still has the old address. To change it: `claimtrack review publish {one.id} --url "
            "URL`"
        )
    write_reviews(session, [review_id], output_format)


@review_command.command("withdraw")
@review_argument
@click.option("--note", help="Reason, for the public. Required if the review is published.")
@click.option(
    "--date",
    "withdrawn_on",
    type=DATE,
    metavar="DATE",
    help="Date it was withdrawn, YYYY-MM-DD. Default: today.",
)
@click.option("--yes", is_flag=True, help="Do not ask for confirmation.")
@result_option
@pass_session
def withdraw_command(
    session: Session,
    /,
    review_id: int,
    note: str | None,
    withdrawn_on: str | None,
    yes: bool,
    output_format: str,
) -> None:
    """Withdraw a review.

    The verdict stays on record, and the note appears in the corrections. A withdrawn review can never be published again, so in a
    terminal you are asked first if it is published. A review that another publisher took back can be withdrawn here, too: readers
    of your desk have never seen it, and the note stays on the desk.

    \b
    claimtrack review withdraw 3 --note "The source retracted its figures." --date 2024-06-01
    """
    from claimtrack.store.reviews import reviews
    from claimtrack.workflow.reviews import reviewing

    with session.open() as db:
        name, review = describe_review(db, review_id), reviews.get(db, review_id)
        if note and review.is_ours_in_public and not yes and is_interactive():
            say(
                f"{name}: published. Once withdrawn, it can never be published again, and the corrections will mention it."
            )
            confirm("Withdraw it?", "Nothing was withdrawn.", abort=True)
        left = reviewing.withdraw(db, review_id, note=note, withdrawn_on=withdrawn_on, actor=session.actor)
        replaces = review.corrects_id
    was_public = review.status is ReviewStatus.PUBLISHED
    say(f"{name}: {ReviewStatus.WITHDRAWN if was_public else 'given up before it was published'}")
    if review.is_ours_in_public:
        say(withdrawn_while_held() if review.held_on else take_down(review.url))
    if left:
        say(
            f"Review {replaces} stays as it was approved. The changes made for the {review.replacement} stay on the desk "
            f"({', '.join(left)}): undo them, or start another {review.replacement} with `claimtrack review "
            f"{'update' if review.is_update else 'correct'} {replaces} --note {'NEWS' if review.is_update else 'WHY'}`"
        )
    elif replaces and not was_public:
        say(
            f"Review {replaces} stays published. To withdraw that: `claimtrack review withdraw {replaces} --note WHY`"
        )
    write_reviews(session, [review_id], output_format)


for command in (
    draft_command, edit_command, submit_command, approve_command, return_command, publish_command, list_command, corrections_command,
    correct_command, update_command, hold_command, release_command, doubts_command,
):  # fmt: skip
    review_command.add_command(command)
