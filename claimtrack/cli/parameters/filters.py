"""Options that select which claims a list or an export contains."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.parameters.options import combine_options, single_option, tag_option, without_option
from claimtrack.cli.parameters.types import COUNT, DAY, LANGUAGE, SCORE, SINCE, Clearable, OneOf
from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Priority, Status
from claimtrack.core.texts.cleaning import check_period
from claimtrack.workflow.days import start_of_day, start_of_day_after

if TYPE_CHECKING:
    from claimtrack.cli.parameters.options import Decorator
    from claimtrack.store.views import ClaimFilter


def day_bounds(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The start of the first day and the end of the last (exclusive), by the local clock, as UTC timestamps."""
    return since and start_of_day(since), until and start_of_day_after(until)


def check_day_order(since: str | None, until: str | None) -> None:
    """Raise click.UsageError if the last day is before the first."""
    try:
        check_period(since, until)
    except InvalidValue as error:
        raise click.UsageError(str(error)) from error


status_option = click.option(
    "--status",
    "statuses",
    type=OneOf(Status),
    multiple=True,
    help="Only claims with this status. Repeat it to allow several.",
)


def article_option(text: str) -> Decorator:
    """The option `--article`, which may be given once; the text begins its help."""
    return single_option("--article", "article_id", type=COUNT, help=f"{text} (see `claimtrack articles`).")


language_option = single_option(
    "--language",
    type=Clearable(LANGUAGE),
    help='Only claims in this language, such as cy or Welsh, in any region; "" if unknown.',
)
"""The option `--language`, which may be given once."""


_DAY_HELP = (
    "Only reviews and corrections dated that day or {}; for other rows, only those of claims filed then "
    "(local time)."
)


filter_options = combine_options(
    status_option,
    single_option("--claimant", metavar="NAME", help="Only claims by this person or organisation."),
    tag_option,
    without_option,
    article_option("Only claims from this article, in the order of its text"),
    language_option,
    single_option("--since", type=DAY, metavar="DATE", help=_DAY_HELP.format("later")),
    single_option("--until", type=DAY, metavar="DATE", help=_DAY_HELP.format("earlier")),
    single_option(
        "--filed-since",
        type=SINCE,
        metavar="DATE",
        help="Only rows of claims filed that day or later, or since a time (local), reviews and corrections included.",
    ),
)
"""The options that select the rows of an export."""


def export_selection(
    preset: str | None, *, since: str | None, until: str | None, filed_since: str | None, **criteria: Any
) -> dict[str, Any]:
    """The selection that an export's options describe: `criteria` for the claims, `days` for rows with a date of their own (reviews, corrections)."""
    from claimtrack.core.sheets.sheets import Preset
    from claimtrack.store.sheets import ALL_DATES, DATE_COLUMNS, DateRange

    check_day_order(since, until)
    if Preset(preset or Preset.CLAIMS) in DATE_COLUMNS:
        return {"criteria": claim_filter(since=filed_since, **criteria), "days": DateRange(since, until)}
    begins, ends = day_bounds(since, until)
    filed = max(filter(None, (begins, filed_since)), default=None)
    return {"criteria": claim_filter(since=filed, until=ends, **criteria), "days": ALL_DATES}


min_score_option = single_option(
    "--min-score",
    type=SCORE,
    help="Only claims with at least this check-worthiness score, 0 to 1. Claims added by hand have none.",
)


once_option = click.option(
    "--once",
    "is_once",
    is_flag=True,
    help="Of claims judged the same that meet the filters, only one: the one that somebody has, then the one furthest on its way, the "
    "most urgent, the one filed first. The number of times and the verdict are always those of all. With --status, "
    "unless it asks for published claims, also none to be checked that nobody has while another is published.",
)


def claim_filter(
    *, statuses: tuple[str, ...] = (), priority: str | None = None, **criteria: Any
) -> ClaimFilter:
    """Build the claim filter from option values."""
    from claimtrack.store.views import ClaimFilter

    wanted = None if priority is None else Priority(priority)
    return ClaimFilter(tuple(map(Status, statuses)), priority=wanted, **criteria)
