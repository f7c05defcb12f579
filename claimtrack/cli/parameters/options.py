"""Options and arguments that recur: how to print it, and which claim it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.parameters.inputs import read_piped_ids
from claimtrack.cli.parameters.types import COUNT, ID_OR_PIPED, PIPED, OneOf

if TYPE_CHECKING:
    from collections.abc import Callable

    Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def combine_options(*options: Decorator) -> Decorator:
    """These options, as one decorator."""

    def give(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return give


def single_option(*names: str, **how: Any) -> Decorator:
    """An option that takes one value. Given twice it is refused: of two values one would be lost without a word."""

    def only(ctx: click.Context, option: click.Parameter, told: tuple[Any, ...]) -> Any:
        if len(set(told)) > 1:
            both = " and ".join(map(repr, dict.fromkeys(told)))
            raise click.BadParameter(f"given more than once, as {both}: choose one", ctx, option)
        return told[0] if told else None

    return click.option(*names, multiple=True, callback=only, **how)


def _expand_piped(
    ctx: click.Context, param: click.Parameter, given: int | tuple[int, ...] | None
) -> tuple[int, ...]:
    """These ids, and in the place of `-` those that are piped in."""
    ids = given if isinstance(given, tuple) else (given or PIPED,)
    if PIPED not in ids:
        return ids
    piped = read_piped_ids()
    return tuple(number for one in ids for number in (piped if one == PIPED else [one]))


format_option = click.option(
    "--format",
    "output_format",
    type=OneOf(["table", "json", "ndjson", "csv"]),
    default="table",
    show_default=True,
    help="Output format; json, ndjson and csv are for programs.",
)
tag_option = click.option(
    "--tag",
    "tags",
    metavar="TAG",
    multiple=True,
    help="Only claims with this tag. Repeat it to require several tags.",
)
flag_option = single_option(
    "--flag", metavar="FLAG", help="Only claims with this flag, such as unsure_speaker."
)
claim_argument = click.argument("claim_id", metavar="ID", type=COUNT)
claims_argument = click.argument(
    "claim_ids", metavar="ID...", type=ID_OR_PIPED, nargs=-1, required=True, callback=_expand_piped
)
"""On commands that do the same with each claim: with all of them, or with none. `-` stands for those that are piped in."""
piped_argument = click.argument("claim_ids", metavar="ID", type=ID_OR_PIPED, callback=_expand_piped)
"""The same for one claim, on commands that take several of something else."""
