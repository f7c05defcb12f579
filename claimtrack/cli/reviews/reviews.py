"""The command `review`: write, approve, publish and correct verdicts."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from claimtrack.cli.output.messages import say
from claimtrack.cli.parameters.inputs import confirm, is_interactive
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import DATE, URL
from claimtrack.cli.reviews.fields import describe_review, field_options, review_argument
from claimtrack.cli.reviews.listing import corrections_command, list_command
from claimtrack.cli.reviews.signing import (
    approve_command,
    draft_command,
    edit_command,
    return_command,
    submit_command,
)
from claimtrack.core.model import ReviewStatus


@click.group("review")
def review_command() -> None:
    """Write, approve, publish and correct verdicts on claims.

    A second person must approve a review before it is published, and --actor is a signature: give no name but your own. A program
    drafts and submits; people approve.

    \b
    claimtrack review draft 12 --rating "Half true" --summary "Rent rose by 60 percent."
    claimtrack review submit 3
    claimtrack --actor ben review approve 3
    claimtrack review publish 3 --url https://desk.example/rent --date 2024-05-03
    """


@review_command.command("publish")
@review_argument
@click.option("--url", type=URL, help="Web address of the review, if the draft has none.")
@click.option("--date", "reviewed_on", type=DATE, metavar="DATE", help="Date of the verdict, YYYY-MM-DD.")
@pass_session
def publish_command(session: Session, /, review_id: int, url: str | None, reviewed_on: str | None) -> None:
    """Record that a review is published.

    From then on it can be corrected or withdrawn, but not edited. A claim has one published verdict (one per --language): to publish
    another, correct the first (`review correct`) or withdraw it. Readers get the claim and its links as they were approved, and get them
    now: a review dated tomorrow is refused.

    \b
    claimtrack review publish 3 --url https://desk.example/rent --date 2024-05-03
    """
    from claimtrack.workflow.reviews import linting, reviewing

    today = date.today().isoformat()
    with session.open() as db:
        reviewing.publish(db, review_id, url=url, reviewed_on=reviewed_on, today=today, actor=session.actor)
        name, found = describe_review(db, review_id), linting.obstacles(db, review_id)
    say(f"{name}: published")
    for message in found:
        say(f"Warning: {message}")


@review_command.command("address")
@review_argument
@click.argument("url", type=URL)
@pass_session
def address_command(session: Session, /, review_id: int, url: str) -> None:
    """Change the web address of a published review.

    Use it when the review moved, or went online somewhere other than planned. Someone other than its drafter must do this. The claim's
    `history` keeps both addresses and the name; exports, feeds and the public copy use the new address. Before publication, use
    `review edit --url` or `review publish --url`.

    \b
    claimtrack --actor ben review address 3 https://desk.example/2024/rent
    """
    from claimtrack.workflow.reviews import reviewing

    with session.open() as db:
        left = reviewing.mend_address(db, review_id, url, actor=session.actor)
    say(f"Review {review_id} is now at {url}")
    for one in left:
        say(
            f"Its correction, review {one.id}, still has the old address. To change it: `claimtrack review publish {one.id} --url "
            "URL`"
        )


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
@pass_session
def withdraw_command(
    session: Session, /, review_id: int, note: str | None, withdrawn_on: str | None, yes: bool
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
        is_ours_in_public = review.status is ReviewStatus.PUBLISHED and review.origin == "desk"
        if note and is_ours_in_public and not yes and is_interactive():
            say(
                f"{name}: published. Once withdrawn, it can never be published again, and the corrections will mention it."
            )
            confirm("Withdraw it?", "Nothing was withdrawn.", abort=True)
        left = reviewing.withdraw(db, review_id, note=note, withdrawn_on=withdrawn_on, actor=session.actor)
        corrects = review.corrects_id
    was_public = review.status is ReviewStatus.PUBLISHED
    say(f"{name}: {ReviewStatus.WITHDRAWN if was_public else 'given up before it was published'}")
    if left:
        say(
            f"Readers still see review {corrects} as it was approved. The changes made for the correction stay on the desk "
            f"({', '.join(left)}): undo them, or start another correction with `claimtrack review correct {corrects}`"
        )
    elif corrects and not was_public:
        say(
            f"Review {corrects} stays published. To withdraw that: `claimtrack review withdraw {corrects} --note NOTE`"
        )


@review_command.command("correct")
@review_argument
@click.option("--note", required=True, help="What changed, for the public.")
@field_options
@pass_session
def correct_command(session: Session, /, review_id: int, note: str, **fields: Any) -> None:
    """Start a correction of a published review.

    It needs the same approval as the review. Options you leave out are copied from the review, except the date: give it here or to `review
    publish`. The old verdict stands until the correction is published, and stays on record after that.

    \b
    claimtrack review correct 3 --note "We had left out Wales." --rating "Mostly true" \\
        --date 2024-06-01
    """
    from claimtrack.store.file.connecting import command
    from claimtrack.store.reviews import reviews
    from claimtrack.workflow.reviews import reviewing

    with session.open() as db:
        correction = reviewing.correct(db, review_id, note=note, actor=session.actor, **fields)
        before, after = reviews.get(db, review_id), reviews.get(db, correction)
    submit = command(session.path, f"review submit {correction}")
    say(f"Drafted review {correction}, a correction of {review_id}. Next: {submit}")
    texts = {"headline": after.headline, "summary": after.summary}
    old = [name for name, text in texts.items() if text and fields[name] is None]
    if after.rating_id != before.rating_id and old:
        edit = command(session.path, f"review edit {correction} {' '.join(f'--{name} TEXT' for name in old)}")
        say(f"It has a new rating, but the old {' and '.join(old)}. To change that: {edit}")


for command in (draft_command, edit_command, submit_command, approve_command, return_command, list_command):
    review_command.add_command(command)
review_command.add_command(corrections_command)
