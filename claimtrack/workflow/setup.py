"""Creates a desk with its tables and rating scales, and gives it a name."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.errors import EmptyValue
from claimtrack.core.steps import terminal_only
from claimtrack.core.texts.cleaning import clean_name, clean_url
from claimtrack.resources import resource
from claimtrack.store.file.database import create_or_migrate, write_transaction
from claimtrack.store.reviews import publishers, ratings

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.store.file.migrating import Upgrade


def init_desk(
    path: str | Path, *, name: str | None = None, url: str | None = None, actor: str | None
) -> Upgrade:
    """Create a desk or migrate an existing one; return what was done to the file.

    Missing rating scales of seeds/ are added; a desk's own changes to them stay. `name` is the desk's name as a publisher of reviews,
    `url` the address of its home page, "" for none. Raises InvalidValue for an empty name, a wrong address or one of a desk without a name,
    NotADesk, TooNew, MigrationFailed.
    """
    cleaned = None if name is None else _clean_desk(name)
    home = clean_url(url) if url else None
    db, upgrade = create_or_migrate(path)
    with closing(db):
        with write_transaction(db, actor):
            _seed_ratings(db)
            if cleaned:
                upgrade = upgrade._replace(named=(_give_name(db, cleaned), cleaned))
        if (
            url is not None
        ):  # a transaction of its own: a desk without a name, which refuses it, is a desk all the same
            with write_transaction(db, actor):
                publishers.set_desk_url(db, home)
    return upgrade


def name_desk(db: Database, name: str, *, actor: str | None) -> None:
    """Set the desk's name as a publisher of reviews. Raises InvalidValue for an empty one."""
    cleaned = _clean_desk(name)
    with write_transaction(db, actor):
        _give_name(db, cleaned)


def _give_name(db: Database, name: str) -> str | None:
    """Set the desk's name, and return the former one."""
    known = publishers.find_desk(db)
    was = known.name if known else None
    if was != name:
        publishers.name_desk(db, name)
    return was


def _clean_desk(name: str) -> str:
    if cleaned := clean_name(name):
        return cleaned
    raise EmptyValue(
        "the name of the desk is empty: give one"
        + terminal_only(", as in ", 'claimtrack init --name "The Fact Desk"')
    )


def _seed_ratings(db: Database) -> None:
    for scale in _rows("rating_scales.csv"):
        ratings.add_scale(
            db,
            scale["name"],
            description=scale["description"],
            worst=_number(scale["worst"]),
            best=_number(scale["best"]),
        )
    for rating in _rows("ratings.csv"):
        ratings.add_rating(
            db,
            rating["scale"],
            rating["name"],
            position=int(rating["position"]),
            value=_number(rating["value"]),
            definition=rating["definition"],
        )


def is_shipped(scale: str, label: str) -> bool:
    """Whether `init` adds this label, whatever the case of its letters here, and would add it again if it were gone."""
    return any(
        (scale.casefold(), label.casefold()) == (rating["scale"].casefold(), rating["name"].casefold())
        for rating in _rows("ratings.csv")
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (resource("seeds") / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _number(text: str) -> float | None:
    return float(text) if text else None
