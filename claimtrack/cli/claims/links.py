"""Evidence of a claim: link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.given.options import claims_argument
from claimtrack.cli.given.session import Session, pass_session
from claimtrack.cli.given.values import LINK, URL, OneOf
from claimtrack.cli.printed.talk import say
from claimtrack.core.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlite_utils import Database


@click.command("link")
@claims_argument
@click.argument("link", metavar="URL[=STANCE]", type=LINK)
@click.option(
    "--stance",
    type=OneOf(Stance),
    show_default=str(Stance.CONTEXT),
    help="Stance of the page on the claim; the same as =supports, =refutes or =context after the URL.",
)
@click.option("--title", help="Title of the page.")
@click.option("--archived", "archived_url", type=URL, help="Web address of an archived copy.")
@click.option(
    "--primary/--secondary", "is_primary", default=None, help="Whether the page is the original source."
)
@click.option("--remove", is_flag=True, help="Remove the link instead.")
@pass_session
def link_command(
    session: Session,
    /,
    claim_ids: tuple[int, ...],
    link: tuple[str, Stance | None],
    stance: str | None,
    remove: bool,
    **about: str | bool | None,
) -> None:
    """Add an evidence link to claims, or change one they have.

    If one of several claims cannot be changed, none is.

    You can add =supports, =refutes or =context to the URL as its stance. If the URL itself ends that way, as in
    https://search.example/?q=supports, use --stance.

    \b
    claimtrack link 12 https://stats.example/2024 --stance refutes --primary
    claimtrack link 12 https://stats.example/2024=refutes
    claimtrack link 12 https://stats.example/2024 --primary --title "Rents, 2024"
    claimtrack link 12 15 16 https://stats.example/2024 --stance supports
    claimtrack link 12 https://stats.example/2024 --remove
    """
    from claimtrack.store.file.database import write_transaction
    from claimtrack.workflow import desk

    asked = list(dict.fromkeys(claim_ids))
    url, said = link
    if remove:
        with session.open() as db, write_transaction(db, session.actor):
            gone = {
                claim_id: desk.remove_link_to(db, claim_id, url, actor=session.actor) for claim_id in asked
            }
        say("\n".join(f"Claim {claim_id}: removed {url} ({stance})" for claim_id, stance in gone.items()))
        return
    if stance and said not in (None, stance):
        raise click.UsageError(
            f"the URL ends with ={said}, but --stance says {stance}: leave one of them out"
        )
    given = {"stance": said or (Stance(stance) if stance else None), **about}
    told: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    with session.open() as db, write_transaction(db, session.actor):
        lines = [
            line
            for claim_id in asked
            for line in _put(db, claim_id, url, told, session.actor, is_one=len(asked) == 1)
        ]
    say("\n".join(lines))


def _put(
    db: Database, claim_id: int, url: str, told: Mapping[str, Any], actor: str | None, *, is_one: bool
) -> Iterator[str]:
    """Attach the link, or put right what is told of it; what to say. Of several claims some may have it already: it stays."""
    from claimtrack.store import evidence
    from claimtrack.workflow import desk

    there = evidence.find(db, claim_id, url) if told or not is_one else None
    if there is not None:
        changes = desk.change_link(db, there, told, actor=actor).changes
        yield f"Claim {claim_id}, {url}: {_words(changes) or 'nothing changed'}"
        return
    desk.add_link(db, claim_id, url, **told, actor=actor)
    yield f"Claim {claim_id}: {told.get('stance', Stance.CONTEXT)} {url}"
    for review_id in desk.standing_as_signed(db, claim_id):
        yield (
            f"Review {review_id} is published as it was approved. To show readers this link, publish a correction: claimtrack "
            f"review correct {review_id}"
        )


def _words(changes: Mapping[str, tuple[Any, Any]]) -> str:
    return "; ".join(
        f"{_CALLED.get(name, name)}: {_word(old)} → {_word(new)}" for name, (old, new) in changes.items()
    )


_CALLED = {"archived_url": "archived copy", "is_primary": "primary source"}


def _word(value: Any) -> str:
    return str({None: "nothing", 1: "yes", 0: "no"}.get(value, value))
