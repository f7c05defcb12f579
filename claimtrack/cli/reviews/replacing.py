"""The commands `review correct` and `review update`: a new verdict in place of a published one."""

from __future__ import annotations

from typing import Any

import click

from claimtrack.cli.output.messages import say
from claimtrack.cli.parameters.options import result_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.reviews.fields import field_options, review_argument, write_reviews
from claimtrack.workflow.days import describe_wait


@click.command("correct")
@review_argument
@click.option("--note", required=True, help="What changed, for the public.")
@field_options
@result_option
@pass_session
def correct_command(
    session: Session, /, review_id: int, note: str, output_format: str, **fields: Any
) -> None:
    """Start a correction of a published review that was wrong.

    If it was right and the world has changed since, use `review update`. A correction needs the same approval as the review. Options you
    leave out are copied from the review, except the date and the time (--not-before): give the date here or to `review publish`. The old
    verdict stands until the correction is published, and stays on record after that.

    \b
    claimtrack review correct 3 --note "We had left out Wales." --rating "Mostly true" \\
        --date 2024-06-01
    """
    _replace(session, review_id, note, output_format, is_update=False, **fields)


@click.command("update")
@review_argument
@click.option("--note", required=True, help="What is new, for the public.")
@field_options
@result_option
@pass_session
def update_command(session: Session, /, review_id: int, note: str, output_format: str, **fields: Any) -> None:
    """Start an update of a published review: it was right, and the world has changed.

    For promises and running stories. If the review was wrong, use `review correct`. An update works as a correction does, but readers are
    told that it is an update, and it does not count as a correction.

    \b
    claimtrack review update 3 --note "The last of the homes was built." --rating Kept \\
        --headline "Homes: promise kept" --summary "10,200 homes were built." --date 2024-06-01
    """
    _replace(session, review_id, note, output_format, is_update=True, **fields)


def _replace(
    session: Session, review_id: int, note: str, output_format: str, *, is_update: bool, **fields: Any
) -> None:
    from claimtrack.store.reviews import reviews
    from claimtrack.workflow.reviews import reviewing

    with session.open() as db:
        number = reviewing.correct(
            db, review_id, note=note, is_update=is_update, actor=session.actor, **fields
        )
        before, after = reviews.get(db, review_id), reviews.get(db, number)
    submit = f"`claimtrack review submit {number}`"
    say(
        f"Drafted review {number}, {'an update' if is_update else 'a correction'} of {review_id}{describe_wait(after.not_before)}. Next: {submit}"
    )
    texts = {"headline": after.headline, "summary": after.summary}
    old = [name for name, text in texts.items() if text and fields[name] is None]
    if after.rating_id != before.rating_id and old:
        edit = f"`claimtrack review edit {number} {' '.join(f'--{name} TEXT' for name in old)}`"
        say(f"It has a new rating, but the old {' and '.join(old)}. To change that: {edit}")
    if all(getattr(after, name) == getattr(before, name) for name in ("rating_id", *texts)):
        edit = f"`claimtrack review edit {number} --summary TEXT`"
        say(f"It still says what review {review_id} says. To change that, before you submit it: {edit}")
    write_reviews(session, [number], output_format)
