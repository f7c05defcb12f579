"""What the commands on reviews have in common: the id of a review, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimtrack.cli.parameters.options import combine_options
from claimtrack.cli.parameters.types import COUNT, DATE, URL
from claimtrack.core.texts.printable import brief

if TYPE_CHECKING:
    from sqlite_utils import Database


_MAX_CLAIM = 60
"""Characters of a claim that tell which it is."""


review_argument = click.argument("review_id", metavar="REVIEW", type=COUNT)
reviews_argument = click.argument("review_ids", metavar="REVIEW...", type=COUNT, nargs=-1, required=True)
"""On commands that do the same with each review: with all of them, or with none."""
field_options = combine_options(
    click.option("--rating", metavar="LABEL", help="Verdict, as a label of one of the desk's rating scales."),
    click.option(
        "--scale",
        metavar="NAME",
        help="Rating scale, if several have the label. Default: the one the desk used last.",
    ),
    click.option("--headline", help="Headline of the review."),
    click.option("--summary", help="Verdict in a sentence or two."),
    click.option("--url", type=URL, help="Web address where the review is or will be published."),
    click.option("--date", "reviewed_on", type=DATE, metavar="DATE", help="Date of the verdict, YYYY-MM-DD."),
    click.option("--language", metavar="CODE", help="Language of the review, such as en."),
)
"""What a review says."""


def describe_review(db: Database, review_id: int) -> str:
    """A review with what it is about and says, so that a mistyped number shows. Raises NotFound."""
    from claimtrack.store import views
    from claimtrack.store.reviews import reviews

    claim_id = reviews.get(db, review_id).claim_id
    [one] = [row for row in views.reviews_of_claim(db, claim_id) if row["id"] == review_id]
    return f"Review {review_id} of claim {claim_id} (“{brief(one['claim'], _MAX_CLAIM)}”: {one['rating'] or 'no rating yet'})"
