"""`claimtrack review`: the verdict and its sign-off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.given.inputs import at_terminal
from claimtrack.cli.given.session import Session, pass_session
from claimtrack.cli.given.values import COUNT, DATE, URL
from claimtrack.cli.printed.talk import say, stopping
from claimtrack.cli.reviews.fields import called, field_options, review_argument
from claimtrack.cli.reviews.listing import corrections_command, list_command

if TYPE_CHECKING:
    from claimtrack.store.reviews.reviews import ReviewRow


@click.group("review")
def review_command() -> None:
    """Write a verdict, have a second person sign it, publish it, and put it right when it was wrong.

    \b
    claimtrack review draft 12 --rating "Half true" --summary "Rent rose by 60 percent."
    claimtrack review submit 3
    claimtrack --actor ben review approve 3
    claimtrack review publish 3 --url https://desk.example/rent --date 2024-05-03
    """


def _say_rivals(rivals: list[ReviewRow]) -> None:
    """Say which other verdicts on the claim are out or on their way, before the work on this one is done twice."""
    from claimtrack.core.model import ReviewStatus
    from claimtrack.workflow.reviews import linting

    for one in rivals:
        is_out = one.status is ReviewStatus.PUBLISHED
        command = f"correct {one.id}" if is_out else f"withdraw {one.id}"
        remedy = (
            "to change its verdict" if is_out else "only one of them can be published; to give that one up"
        )
        say(f"{linting.told(one)}: {remedy}, `claimtrack review {command}`")


@review_command.command("draft")
@click.argument("claim_id", metavar="CLAIM", type=COUNT)
@field_options
@pass_session
def draft_command(session: Session, /, claim_id: int, **fields: Any) -> None:
    """Begin a review of CLAIM. All but the claim may come later, with `review edit`.

    The desk needs a name first: `init --name`. A label that several scales have, such as "False", needs --scale until a
    review of the desk is on one of them; from then on the scale used last is taken.

    \b
    claimtrack init --name "The Fact Desk"
    claimtrack review draft 12 --rating "Half true" --summary "Rent rose by 60 percent."
    claimtrack review draft 12 --rating False --scale "Six-step truth scale"
    """
    from claimtrack.workflow.reviews import linting, reviewing

    with session.open() as db:
        review_id = reviewing.draft(db, claim_id, actor=session.actor, **fields)
        rivals = linting.rivals(db, review_id)
    say(f"Drafted review {review_id} of claim {claim_id}. Next: claimtrack review submit {review_id}")
    _say_rivals(rivals)


@review_command.command("edit")
@review_argument
@field_options
@pass_session
def edit_command(session: Session, /, review_id: int, **fields: Any) -> None:
    """Change a review that is not approved yet. What is not named stays; an empty text clears it.

    From the approval on it stays as two people signed it: `review return` sends it back, `review correct` puts right
    what is published, and `review address` mends where that stands.

    \b
    claimtrack review edit 3 --rating "Mostly false" --scale "Six-step truth scale"
    """
    from claimtrack.workflow.reviews import reviewing

    named = {name: value for name, value in fields.items() if value is not None}
    if not named:
        raise click.UsageError("nothing to change: name a field, as in --summary")
    with session.open() as db:
        reviewing.revise(db, review_id, actor=session.actor, **named)
        name = called(db, review_id)
    say(f"{name} is changed")


@review_command.command("submit")
@review_argument
@pass_session
def submit_command(session: Session, /, review_id: int) -> None:
    """Hand REVIEW in: another person approves it.

    \b
    claimtrack review submit 3
    """
    from claimtrack.workflow.reviews import linting, reviewing

    with session.open() as db:
        reviewing.submit(db, review_id, actor=session.actor)
        name, rivals = called(db, review_id), linting.rivals(db, review_id)
    say(f"{name} waits for a second person")
    _say_rivals(rivals)


@review_command.command("approve")
@review_argument
@pass_session
def approve_command(session: Session, /, review_id: int) -> None:
    """Sign REVIEW as the second person; whoever drafted it cannot.

    \b
    claimtrack --actor ben review approve 3
    """
    from claimtrack.workflow.reviews import linting, reviewing

    with session.open() as db:
        reviewing.approve(db, review_id, actor=session.actor)
        name, rivals = called(db, review_id), linting.rivals(db, review_id)
    say(f"{name} is approved. Next: claimtrack review publish {review_id}")
    _say_rivals(rivals)


@review_command.command("return")
@review_argument
@pass_session
def return_command(session: Session, /, review_id: int) -> None:
    """Send REVIEW back to its drafter; a signature it had is void.

    \b
    claimtrack --actor ben review return 3
    """
    from claimtrack.workflow.reviews import reviewing

    with session.open() as db:
        reviewing.send_back(db, review_id, actor=session.actor)
        name = called(db, review_id)
    say(f"{name} is a draft again")


@review_command.command("publish")
@review_argument
@click.option("--url", type=URL, help="Where it stands, where the draft does not say.")
@click.option("--date", "reviewed_on", type=DATE, metavar="DATE", help="The day of the verdict.")
@pass_session
def publish_command(session: Session, /, review_id: int, url: str | None, reviewed_on: str | None) -> None:
    """Say that REVIEW is out; from here on it is corrected or withdrawn, not edited.

    The desk has one verdict on a claim: a second one corrects the first (`review correct`) or comes after it was
    withdrawn. The same verdict may stand once in each --language. Readers get the claim and its links as they were approved.

    \b
    claimtrack review publish 3 --url https://desk.example/rent --date 2024-05-03
    """
    from claimtrack.workflow.reviews import linting, reviewing

    with session.open() as db:
        reviewing.publish(db, review_id, url=url, reviewed_on=reviewed_on, actor=session.actor)
        name, found = called(db, review_id), linting.obstacles(db, review_id)
    say(f"{name} is published")
    for message in found:
        say(f"Beware: {message}")


@review_command.command("address")
@review_argument
@click.argument("url", type=URL)
@pass_session
def address_command(session: Session, /, review_id: int, url: str) -> None:
    """Say where the published REVIEW stands now: it went online elsewhere than was told, or moved since.

    Another person than its drafter does so. `history` of the claim keeps both addresses and the name; exports,
    feeds and the public copy have the new one from then on. Before publication the address is a field of the review (`review
    edit --url`, `review publish --url`).

    \b
    claimtrack --actor ben review address 3 https://desk.example/2024/rent
    """
    from claimtrack.workflow.reviews import reviewing

    with session.open() as db:
        left = reviewing.mend_address(db, review_id, url, actor=session.actor)
    say(f"Review {review_id} stands at {url}")
    for one in left:
        say(
            f"Review {one.id}, a correction of it, still has the former address: "
            f"give it the new one with `claimtrack review publish {one.id} --url URL`"
        )


@review_command.command("withdraw")
@review_argument
@click.option("--note", help="Why, for the public; a published review needs it.")
@click.option(
    "--date",
    "withdrawn_on",
    type=DATE,
    metavar="DATE",
    help="The day on which it was taken back; left out, today.",
)
@click.option("--yes", is_flag=True, help="Do not ask, also where it is published.")
@pass_session
def withdraw_command(
    session: Session, /, review_id: int, note: str | None, withdrawn_on: str | None, yes: bool
) -> None:
    """Take REVIEW back. Its verdict stays on record, and the note stands in the corrections.

    One that was published is never published again; in a terminal you are asked first.

    \b
    claimtrack review withdraw 3 --note "The source retracted its figures." --date 2024-06-01
    """
    from claimtrack.core.model import ReviewStatus
    from claimtrack.store.reviews import reviews
    from claimtrack.workflow.reviews import reviewing

    with session.open() as db:
        name, review = called(db, review_id), reviews.get(db, review_id)
        if note and review.status is ReviewStatus.PUBLISHED and not yes:
            _agreed(name)
        left = reviewing.withdraw(db, review_id, note=note, withdrawn_on=withdrawn_on, actor=session.actor)
        corrects = review.corrects_id
    say(f"{name} is withdrawn")
    if left:
        say(
            f"Review {corrects} stands as it was signed, and so readers have it. The desk keeps what was changed for the correction, "
            f"{', '.join(left)}: take that back, or begin another with `claimtrack review correct {corrects}`"
        )


def _agreed(name: str) -> None:
    """Go on where the person at the terminal agrees, or where nobody can be asked. Raises Abort where they do not."""
    if at_terminal():
        say(f"{name} is published. Taken back, it is never published again, and the corrections tell of it.")
        with stopping("Stopped. Nothing was taken back."):
            click.confirm("Take it back?", err=True, abort=True)


@review_command.command("correct")
@review_argument
@click.option("--note", required=True, help="What changed, for the public.")
@field_options
@pass_session
def correct_command(session: Session, /, review_id: int, note: str, **fields: Any) -> None:
    """Begin a correction of the published REVIEW, under the same sign-off.

    What is not named is taken over, but for the date: the correction has its own, given here or to
    `review publish`. The old verdict stands until the correction is published, and
    stays on record after.

    \b
    claimtrack review correct 3 --note "We had left out Wales." --rating "Mostly true" \\
        --date 2024-06-01
    """
    from claimtrack.workflow.reviews import reviewing

    with session.open() as db:
        correction = reviewing.correct(db, review_id, note=note, actor=session.actor, **fields)
    say(
        f"Drafted review {correction}, a correction of {review_id}. Next: claimtrack review submit {correction}"
    )


review_command.add_command(list_command)
review_command.add_command(corrections_command)
