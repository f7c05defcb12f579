"""Which claims a list or an export holds: the options that say so."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.parameters.options import combine_options, single_option, tag_option
from claimtrack.cli.parameters.types import COUNT, DAY, SINCE, OneOf
from claimtrack.core.model import Priority, Status

if TYPE_CHECKING:
    from claimtrack.cli.parameters.options import Decorator
    from claimtrack.store.views import ClaimFilter


def day_bounds(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """When these days begin and end where the command runs, in UTC; the second moment is no part of them."""
    after = None
    if until is not None and until < date.max.isoformat():
        after = (date.fromisoformat(until) + timedelta(days=1)).isoformat()
    return _start_of_day(since), _start_of_day(after)


def _start_of_day(day: str | None) -> str | None:
    return None if day is None else SINCE.convert(day, None, None)


def check_day_order(since: str | None, until: str | None) -> None:
    """Raise UsageError where the last day comes before the first."""
    if since and until and until < since:
        raise click.UsageError(f"{until} is before {since}: give the earlier day first")


status_option = click.option(
    "--status",
    "statuses",
    type=OneOf(Status),
    multiple=True,
    help="Only claims with this status. Repeat it to allow several.",
)


def article_option(told: str) -> Decorator:
    """`--article`, once."""
    return single_option("--article", "article_id", type=COUNT, help=f"{told} (see `claimtrack articles`).")


_DAY_HELP = (
    "Only reviews and corrections dated that day or {}; for other rows, only those of claims filed then "
    "(local time)."
)


filter_options = combine_options(
    status_option,
    single_option("--claimant", metavar="NAME", help="Only claims by this person or organisation."),
    tag_option,
    article_option("Only claims from this article, in the order of its text"),
    single_option("--since", type=DAY, metavar="DATE", help=_DAY_HELP.format("later")),
    single_option("--until", type=DAY, metavar="DATE", help=_DAY_HELP.format("earlier")),
    single_option(
        "--filed-since",
        type=SINCE,
        metavar="DATE",
        help="Only rows of claims filed that day or later (local time), reviews and corrections included.",
    ),
)
"""Which rows an export holds."""


def export_selection(
    preset: str | None, *, since: str | None, until: str | None, filed_since: str | None, **criteria: Any
) -> dict[str, Any]:
    """What the options of an export ask for: `criteria` of its claims, and `days` of its rows where these have a day of their own."""
    from claimtrack.core.sheets.sheets import Preset
    from claimtrack.store.sheets import ALL_DATES, DATE_COLUMNS, DateRange

    check_day_order(since, until)
    if Preset(preset or Preset.CLAIMS) in DATE_COLUMNS:
        return {"criteria": claim_filter(since=filed_since, **criteria), "days": DateRange(since, until)}
    begins, ends = day_bounds(since, until)
    filed = max(filter(None, (begins, filed_since)), default=None)
    return {"criteria": claim_filter(since=filed, until=ends, **criteria), "days": ALL_DATES}


def claim_filter(
    *, statuses: tuple[str, ...] = (), priority: str | None = None, **criteria: Any
) -> ClaimFilter:
    """The filter that the options ask for."""
    from claimtrack.store.views import ClaimFilter

    wanted = None if priority is None else Priority(priority)
    return ClaimFilter(tuple(map(Status, statuses)), priority=wanted, **criteria)
