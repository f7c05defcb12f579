"""Arguments and options that the commands on reviews share: review ids and the fields of a review."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.messages import say
from claimtrack.cli.output.results import write_results
from claimtrack.cli.parameters.options import combine_options
from claimtrack.cli.parameters.types import COUNT, DATE, TIME, URL, Clearable
from claimtrack.core.texts.printable import brief

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.cli.parameters.session import Session


_MAX_CLAIM = 60
"""Characters of the claim to show, enough to recognise it."""


review_argument = click.argument("review_id", metavar="REVIEW", type=COUNT)
reviews_argument = click.argument("review_ids", metavar="REVIEW...", type=COUNT, nargs=-1, required=True)
"""For commands that change every review or, on an error, none."""
field_options = combine_options(
    click.option("--rating", metavar="LABEL", help="Verdict, as a label of one of the desk's rating scales."),
    click.option(
        "--scale",
        metavar="NAME",
        help="Rating scale, if several have the label. Default: the one the desk used last.",
    ),
    click.option("--headline", help="Headline of the review."),
    click.option("--summary", help="Verdict in a sentence or two."),
    click.option("--url", type=Clearable(URL), help="Web address where the review is or will be published."),
    click.option(
        "--date",
        "reviewed_on",
        type=Clearable(DATE),
        metavar="DATE",
        help="Date of the verdict, YYYY-MM-DD.",
    ),
    click.option(
        "--not-before",
        type=Clearable(TIME),
        metavar="TIME",
        help='Time before which nobody publishes it: "2024-05-03 18:00", "tomorrow 06:00". Local time, unless it ends in Z or an offset such as '
        "+02:00.",
    ),
    click.option("--language", metavar="CODE", help="Language of the review, such as en."),
)
"""The fields of a review."""


def write_reviews(session: Session, review_ids: Iterable[int], output_format: str) -> None:
    """For programs, print these reviews as `review list --all` does."""
    from claimtrack.store.reviews import reviews

    if output_format != "table":
        with session.open() as db:
            rows, keys = reviews.overview(db, review_ids), reviews.overview_columns(db)
        write_results(rows, output_format, keys=keys)


def next_step(db: Database, review_ids: Iterable[int]) -> str:
    """What comes after these reviews were drafted, all with the same rating or all without: without one, none can be submitted."""
    from claimtrack.store.reviews import reviews

    first, *others = review_ids
    if reviews.get(db, first).rating_id is None:
        return f"Next: give {'each' if others else 'it'} a rating: `claimtrack review edit {first} --rating LABEL`"
    return f"Next: `claimtrack review submit {' '.join(map(str, [first, *others]))}`"


def say_warnings(review_id: int, warnings: Iterable[str], *, of_several: bool) -> None:
    """Print warnings about a review; `of_several` names it in each."""
    for told in warnings:
        say(f"Warning: review {review_id}: {told}" if of_several else f"Warning: {told}")


def describe_review(db: Database, review_id: int) -> str:
    """A review with its claim and rating, so that a mistyped id is noticed. Raises NotFound."""
    from claimtrack.store.reviews import reviews

    claim_id = reviews.get(db, review_id).claim_id
    [one] = reviews.overview(db, [review_id])
    return f"Review {review_id} of claim {claim_id} (“{brief(one['claim'], _MAX_CLAIM)}”: {one['rating'] or 'no rating yet'})"
