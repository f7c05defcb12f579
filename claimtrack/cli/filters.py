"""Which claims a list or an export holds: the options that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.options import SINCE, CheckedText
from claimtrack.core.model import Priority, Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.store.views import ClaimFilter

DAY = CheckedText("date", "clean_date")
"""A day, which may lie ahead: "until the end of the month"."""


def status_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--status`, as often as one likes."""
    return click.option(
        "--status",
        "statuses",
        type=click.Choice([str(status) for status in Status]),
        multiple=True,
        help="Only claims of this status; given several times, of any of these.",
    )(command)


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--status --claimant --tag --since`: which claims an export holds."""
    options = [
        status_option,
        click.option("--claimant", metavar="NAME", help="Only claims of this person or organisation."),
        click.option("--tag", metavar="TAG", help="Only claims with this tag."),
        click.option(
            "--since",
            type=SINCE,
            metavar="DATE",
            help="Only claims filed on that day, of your clock, or later.",
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def claim_filter(
    *, statuses: tuple[str, ...] = (), priority: str | None = None, **criteria: Any
) -> ClaimFilter:
    """The filter that the options ask for."""
    from claimtrack.store.views import ClaimFilter

    wanted = None if priority is None else Priority(priority)
    return ClaimFilter(tuple(map(Status, statuses)), priority=wanted, **criteria)
