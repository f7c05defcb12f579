"""Options and arguments that many commands share: the output format, claim ids, tags, flags."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.parameters.inputs import read_piped_ids
from claimtrack.cli.parameters.types import COUNT, ID_OR_PIPED, PIPED, URL, OneOf

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def combine_options(*options: Decorator) -> Decorator:
    """Combine several options into one decorator."""

    def apply(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return apply


def single_option(*names: str, **attributes: Any) -> Decorator:
    """An option that may be given only once: repeated, one of its values would be lost silently."""

    def take_one(ctx: click.Context, option: click.Parameter, values: tuple[Any, ...]) -> Any:
        if len(set(values)) > 1:
            both = " and ".join(map(repr, dict.fromkeys(values)))
            raise click.BadParameter(f"given more than once, as {both}: choose one", ctx, option)
        return values[0] if values else None

    return click.option(*names, multiple=True, callback=take_one, **attributes)


def _expand_piped(
    ctx: click.Context, param: click.Parameter, given: int | tuple[int, ...] | None
) -> tuple[int, ...]:
    """Replace `-` among the ids by the ids read from standard input, which must be those of this desk."""
    ids = given if isinstance(given, tuple) else (given or PIPED,)
    if PIPED not in ids:
        return ids
    piped = read_piped_ids()
    if any(words for _, words in piped):
        from claimtrack.workflow.sheets.ids import refuse_other_claims

        with ctx.obj.open() as db:
            refuse_other_claims(db, piped)
    numbers = [number for number, _ in piped]
    return tuple(number for one in ids for number in (numbers if one == PIPED else [one]))


def _output_format(meaning: str) -> Decorator:
    formats = OneOf(["table", "json", "ndjson", "csv"])
    return click.option(
        "--format", "output_format", type=formats, default="table", show_default=True, help=meaning
    )


format_option = _output_format("Output format; json, ndjson and csv are for programs.")
result_option = _output_format("For programs, json, ndjson or csv also prints what was made or changed.")
"""For commands that write: a table would repeat their messages, so none is printed."""
preview_options = combine_options(
    click.option("--dry-run", is_flag=True, help="Show what would happen, and change nothing."),
    click.option("--yes", is_flag=True, help="Write without a preview or confirmation, as scripts do."),
)
"""For commands that show in a terminal what they would write, and ask."""
tag_option = click.option(
    "--tag",
    "tags",
    metavar="TAG",
    multiple=True,
    help="Only claims with this tag. Repeat it to require several tags. With 'Platform:', those with any tag that begins so.",
)
without_option = click.option(
    "--without",
    metavar="TAG",
    multiple=True,
    help="Only claims without this tag or, with 'Platform:', without any that begins so. Repeatable.",
)
flag_option = single_option(
    "--flag", metavar="FLAG", help="Only claims with this flag, such as unsure_speaker."
)
claim_argument = click.argument("claim_id", metavar="ID", type=COUNT)


def _complete_last(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What may stand behind the ids, such as the statuses: they could go on for ever, and nobody completes a number."""
    last = [one for one in ctx.command.params if isinstance(one, click.Argument)][-1]
    return last.type.shell_complete(ctx, last, incomplete) if last is not param else []


claims_argument = click.argument(
    "claim_ids",
    metavar="ID...",
    type=ID_OR_PIPED,
    nargs=-1,
    required=True,
    callback=_expand_piped,
    shell_complete=_complete_last,
)
"""For commands that change every claim or, on an error, none. `-` stands for ids from standard input."""
piped_argument = click.argument("claim_ids", metavar="ID", type=ID_OR_PIPED, callback=_expand_piped)
"""The same for a single claim, on commands whose last argument takes several values."""


def readers_link_option(meaning: str) -> Decorator:
    """The option for pages of the newsroom to which readers get a link, each with a title."""

    def check_titles(
        ctx: click.Context, option: click.Parameter, links: tuple[tuple[str, str], ...]
    ) -> tuple[tuple[str, str], ...]:
        if not all(title.strip() for title, _ in links):
            raise click.UsageError(
                "a --link has no title: give what readers click on, and then its address", ctx
            )
        return links

    return click.option(
        "--link",
        "links",
        type=(str, URL),
        multiple=True,
        metavar="TITLE URL",
        callback=check_titles,
        help=f"{meaning} Can be repeated.",
    )
