"""`claimtrack rating`: which labels the desk gives."""

from __future__ import annotations

import click

from claimtrack.cli.output.messages import say
from claimtrack.cli.output.rows import write_rows
from claimtrack.cli.parameters.options import format_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import RATING_VALUE
from claimtrack.core.texts.printable import shell_command


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
        rows = [{**row, "retired": bool(row["retired"])} for row in ratings.list_all(db)]
        write_rows(rows, output_format, columns=columns)


@rating_command.command("add")
@click.argument("scale")
@click.argument("rating")
@click.option(
    "--value",
    type=RATING_VALUE,
    metavar="N",
    help="Its number in ClaimReview; 1 is the worst. Default: none.",
)
@click.option("--definition", help="What it means, for readers.")
@pass_session
def add_command(
    session: Session, scale: str, rating: str, value: float | None, definition: str | None
) -> None:
    """Add a rating of your own at the end of a scale.

    A SCALE of another name is a new one. Ratings without numbers are a scale of words, such as a checking department's.

    \b
    claimtrack rating add "Our checks" Confirmed
    claimtrack rating add "Our checks" "On author" --definition "The writer vouches for it."
    claimtrack rating add "Five steps" False --value 1
    """
    from claimtrack.workflow.reviews import scales

    with session.open() as db:
        is_new = scales.add(db, scale, rating, value=value, definition=definition, actor=session.actor)
    added = f"Added {rating} to {'the new scale ' if is_new else ''}{scale}"
    say(f"{added}. To take it back: {_rating_command(session, 'remove', scale, rating)}")


@rating_command.command("remove")
@click.argument("scale")
@click.argument("rating")
@pass_session
def remove_command(session: Session, scale: str, rating: str) -> None:
    """Remove a rating that you added and no review has.

    The numbers of the scale go from the lowest to the highest of the others again, unless verdicts were given on it. The last rating takes the scale with it. A rating that a review has, or had, can only be retired.

    \b
    claimtrack rating remove "Our checks" "On autor"
    """
    from claimtrack.workflow.reviews import scales

    with session.open() as db:
        scales.remove(db, scale, rating, actor=session.actor)
    say(f"Removed {rating} from {scale}")


@rating_command.command("retire")
@click.argument("scale")
@click.argument("rating", required=False)
@pass_session
def retire_command(session: Session, scale: str, rating: str | None) -> None:
    """Stop a rating from being given, or all of a scale.

    Reviews that have it keep it; new reviews cannot use it.

    \b
    claimtrack rating retire "Six-step truth scale" Absurd
    claimtrack rating retire "Four-step scale"
    """
    retired = _set_retired(session, scale, rating, retired=True)
    what = f"{rating} of {scale}" if rating else f"{scale} ({', '.join(retired) or 'retired before'})"
    say(f"{what} can no longer be given. To undo: {_rating_command(session, 'restore', scale, rating)}")


@rating_command.command("restore")
@click.argument("scale")
@click.argument("rating", required=False)
@pass_session
def restore_command(session: Session, scale: str, rating: str | None) -> None:
    """Allow a retired rating to be given again, or all of a scale.

    \b
    claimtrack rating restore "Six-step truth scale" Absurd
    claimtrack rating restore "Four-step scale"
    """
    restored = _set_retired(session, scale, rating, retired=False)
    what = f"{rating} of {scale}" if rating else f"{scale} ({', '.join(restored) or 'none was retired'})"
    say(f"{what} can be given again")


def _set_retired(session: Session, scale: str, rating: str | None, *, retired: bool) -> list[str]:
    from claimtrack.store.file.database import write_transaction
    from claimtrack.store.reviews import ratings

    with session.open() as db, write_transaction(db, session.actor):
        return ratings.retire(db, scale, rating, retired=retired)


def _rating_command(session: Session, deed: str, scale: str, rating: str | None) -> str:
    """How `claimtrack rating` is typed to do this to a rating, or to all of a scale."""
    from claimtrack.store.file.connecting import command

    return f"`{command(session.path, shell_command('rating', deed, scale, *filter(None, [rating])))}`"
