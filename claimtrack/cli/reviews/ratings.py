"""The command `rating`: choose which ratings can be given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.messages import say
from claimtrack.cli.output.rows import write_rows
from claimtrack.cli.parameters.options import format_option, result_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import RATING_VALUE
from claimtrack.core.texts.cleaning import clean_name
from claimtrack.core.texts.printable import claimtrack_command, shell_command

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.cli.output.rows import Row


@click.group("rating")
def rating_command() -> None:
    """Choose which ratings can be given.

    \b
    claimtrack rating list
    claimtrack rating add "Our checks" Confirmed
    claimtrack rating retire "Six-step truth scale" Absurd
    """


@rating_command.command("list")
@format_option
@pass_session
def list_command(session: Session, output_format: str) -> None:
    """List the ratings of each scale, in order.

    Retired ratings are listed too.

    \b
    claimtrack rating list
    claimtrack rating list --format json
    """
    from claimtrack.store.reviews import ratings

    columns = {name: name for name in ("scale", "name", "value", "retired", "definition")}
    with session.open() as db:
        rows = ratings.list_all(db)
    nothing = "No ratings. To add one, use `claimtrack rating add`."
    write_rows(rows, output_format, columns=columns, keys=ratings.COLUMNS, nothing=nothing)


@rating_command.command("add")
@click.argument("scale")
@click.argument("rating")
@click.option(
    "--value",
    type=RATING_VALUE,
    metavar="N",
    help="Its number in ClaimReview; 1 is the worst. By numbers `check --strict` knows what is false in your words. Default: none.",
)
@click.option("--definition", help="What it means, for readers.")
@result_option
@pass_session
def add_command(
    session: Session, scale: str, rating: str, value: float | None, definition: str | None, output_format: str
) -> None:
    """Add a rating of your own at the end of a scale.

    A SCALE that the desk does not have is created. Ratings without numbers make a scale of words, such as a checking department's.

    \b
    claimtrack rating add "Our checks" Confirmed
    claimtrack rating add "Our checks" "On author" --definition "The writer vouches for it."
    claimtrack rating add "Five steps" False --value 1
    """
    from claimtrack.workflow.reviews import scales

    with session.open() as db:
        is_new = scales.add(db, scale, rating, value=value, definition=definition, actor=session.actor)
    added = f"Added {rating} to {'the new scale ' if is_new else ''}{scale}"
    say(f"{added}. To take it back: {_rating_command('remove', scale, rating)}")
    _write_scale(session, scale, output_format)


@rating_command.command("rename")
@click.argument("scale")
@click.argument("rating")
@click.argument("name", metavar="NEW_NAME")
@result_option
@pass_session
def rename_command(session: Session, scale: str, rating: str, name: str, output_format: str) -> None:
    """Give a rating another name.

    Reviews that are not approved yet get the new name, too. If verdicts were approved, published or imported with the old one, all
    reviews keep it: it is retired, and a rating with the new name takes its place, number and definition. So it is for a rating that comes with every desk.

    \b
    claimtrack rating rename "Our checks" "On author" "On the author"
    """
    from claimtrack.workflow.reviews import scales

    with session.open() as db:
        old, is_replaced = scales.rename(db, scale, rating, name, actor=session.actor)
    name = clean_name(name)
    if old == name:
        say(f"{name} of {scale} is called that already: nothing changes.")
    elif is_replaced:
        undo = f"{_rating_command('restore', scale, old)}, then {_rating_command('remove', scale, name)}"
        say(
            f"{name} of {scale} can be given instead of {old}. Reviews that have {old} keep it. To undo: {undo}"
        )
    else:
        say(f"{old} of {scale} is now {name}. To undo: {_rating_command('rename', scale, name, old)}")
    _write_scale(session, scale, output_format)


def _parse_numbers(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> dict[str, float | None]:
    """Parse RATING=N values; N may be empty. Raises click.UsageError if there is no `=`, another word after it, or a rating twice."""
    numbers: dict[str, float | None] = {}
    for one in values:
        label, equals, number = one.rpartition("=")
        if not equals:
            raise click.UsageError(f"{one!r}: write RATING=N, such as {shell_command(f'{one}=3')}", ctx)
        if label.casefold() in map(str.casefold, numbers):
            raise click.UsageError(f"{label!r} comes twice: give it one number", ctx)
        numbers[label] = RATING_VALUE.convert(number, param, ctx) if number.strip() else None
    return numbers


@rating_command.command("number")
@click.argument("scale")
@click.argument("numbers", metavar="RATING=N...", nargs=-1, required=True, callback=_parse_numbers)
@result_option
@pass_session
def number_command(
    session: Session, scale: str, numbers: dict[str, float | None], output_format: str
) -> None:
    """Give ratings that you added without numbers their numbers, in which 1 is the worst; RATING= takes one away.

    Verdicts that have the ratings keep their words, and get the numbers in ClaimReview. Number the lowest and the highest rating of a
    scale at once: the range of a scale with verdicts stays, and so does a number that a published verdict has.

    \b
    claimtrack rating number "Our checks" "On author=1" Confirmed=2
    """
    from claimtrack.workflow.reviews import scales

    with session.open() as db:
        given = scales.number(db, scale, numbers, actor=session.actor)
    told = ", ".join(f"{one.label} {_describe_number(one.value)}" for one in given)
    before = [f"{one.label}={'' if one.before is None else f'{one.before:g}'}" for one in given]
    undo = f". To undo: {_rating_command('number', scale, *before)}"
    say(f"{scale}: {told}{undo if all(one.can_go_back for one in given) else ''}")
    _write_scale(session, scale, output_format)


def _describe_number(value: float | None) -> str:
    return "has no number" if value is None else f"is {value:g}"


@rating_command.command("remove")
@click.argument("scale")
@click.argument("rating")
@result_option
@pass_session
def remove_command(session: Session, scale: str, rating: str, output_format: str) -> None:
    """Remove a rating that you added and no review uses.

    The scale again runs from the lowest to the highest of its other ratings, unless verdicts were given on it. Removing the last rating removes the scale. A rating that a review has or had can only be retired.

    \b
    claimtrack rating remove "Our checks" "On autor"
    """
    from claimtrack.workflow.reviews import scales

    with session.open() as db:
        scales.remove(db, scale, rating, actor=session.actor)
    say(f"Removed {rating} from {scale}")
    _write_scale(session, scale, output_format)


@rating_command.command("retire")
@click.argument("scale")
@click.argument("rating", required=False)
@result_option
@pass_session
def retire_command(session: Session, scale: str, rating: str | None, output_format: str) -> None:
    """Stop a rating from being given, or all of a scale.

    Reviews that have it keep it; new reviews cannot use it.

    \b
    claimtrack rating retire "Six-step truth scale" Absurd
    claimtrack rating retire "Four-step scale"
    """
    from claimtrack.workflow.reviews import scales

    with session.open() as db:
        retired = scales.retire(db, scale, rating, actor=session.actor)
    what = f"{rating} of {scale}" if rating else f"{scale} ({', '.join(retired) or 'retired before'})"
    undo = "To undo" if rating else "To give all of it again"  # those that were retired before, too
    say(f"{what} can no longer be given. {undo}: {_rating_command('restore', scale, rating)}")
    _write_scale(session, scale, output_format)


@rating_command.command("restore")
@click.argument("scale")
@click.argument("rating", required=False)
@result_option
@pass_session
def restore_command(session: Session, scale: str, rating: str | None, output_format: str) -> None:
    """Allow a retired rating to be given again, or all of a scale.

    \b
    claimtrack rating restore "Six-step truth scale" Absurd
    claimtrack rating restore "Four-step scale"
    """
    from claimtrack.workflow.reviews import scales

    with session.open() as db:
        restored = scales.retire(db, scale, rating, retired=False, actor=session.actor)
    what = f"{rating} of {scale}" if rating else f"{scale} ({', '.join(restored) or 'none was retired'})"
    say(f"{what} can be given again")
    _write_scale(session, scale, output_format)


def _write_scale(session: Session, scale: str, output_format: str) -> None:
    """For programs, print the ratings that the scale now has, as `rating list` does."""
    from claimtrack.store.reviews import ratings

    name = clean_name(scale).casefold()

    def read(db: Database) -> Iterator[Row]:
        return (row for row in ratings.list_all(db) if row["scale"].casefold() == name)

    session.print_results(output_format, read, keys=ratings.COLUMNS)


def _rating_command(verb: str, *names: str | None) -> str:
    """The `claimtrack rating` command line for a rating, or for a whole scale."""
    return claimtrack_command(f"rating {verb}", *filter(None, names))
