"""The commands `review hold` and `review release`: a published verdict off what readers get, for now, and back."""

from __future__ import annotations

import click

from claimtrack.cli.output.messages import say
from claimtrack.cli.parameters.options import result_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.reviews.fields import describe_review, review_argument, write_reviews
from claimtrack.core.steps import put_back, take_down


@click.command("hold")
@review_argument
@click.option("--note", help="Why, as a note on the claim: readers never see it.")
@result_option
@pass_session
def hold_command(session: Session, /, review_id: int, note: str | None, output_format: str) -> None:
    """Take a published review off what readers get, until it is released.

    For a letter from a lawyer, or a doubt. Run `publish` and the exports again: the site, the public copy, the feeds and ClaimReview no
    longer have it, and nothing says that it was there. On the desk it stays published, marked as held. Nothing that was signed
    changes, so `review release` gives it back as it was. A held review can also be corrected, updated or withdrawn, which ends the hold.

    \b
    claimtrack review hold 3 --note "A letter from their lawyer: see the file."
    """
    from claimtrack.workflow.reviews import holding

    with session.open() as db:
        held = holding.hold(db, review_id, note=note, actor=session.actor)
        say(f"{describe_review(db, review_id)}: held. {take_down(held.review.url)}")
    if new := held.replacement:
        say(
            f"Review {new.id}, its {new.replacement}, is approved: once it is published, readers get that. To stop it: "
            f"`claimtrack review return {new.id}`"
        )
    for one in held.others:
        say(
            f"Readers still get review {one.id} of this claim{f', in {one.language}' if one.language else ''}. To hold it, too: "
            f"`claimtrack review hold {one.id}`"
        )
    write_reviews(session, [review_id], output_format)


@click.command("release")
@review_argument
@click.option("--note", help="Why, as a note on the claim: readers never see it.")
@result_option
@pass_session
def release_command(session: Session, /, review_id: int, note: str | None, output_format: str) -> None:
    """Give a held review back to readers, as it was signed and with its dates.

    \b
    claimtrack review release 3 --note "Our lawyer has no objection."
    """
    from claimtrack.workflow.reviews import holding

    with session.open() as db:
        holding.release(db, review_id, note=note, actor=session.actor)
        say(f"{describe_review(db, review_id)}: no longer held. {put_back()}")
    write_reviews(session, [review_id], output_format)
