"""Options and arguments that recur: how to print it, and which claim it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.given.values import COUNT

if TYPE_CHECKING:
    from collections.abc import Callable

FORMATS = ("table", "json", "ndjson", "csv")


def format_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--format table|json|ndjson|csv`, on every command that reads."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(FORMATS),
        default="table",
        show_default=True,
        help="How to print it; json, ndjson and csv are for programs.",
    )(command)


def claim_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """The id of a claim, on every command about one."""
    return click.argument("claim_id", metavar="ID", type=COUNT)(command)
