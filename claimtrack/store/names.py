"""The names of claimants: which is the main name of which others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlite_utils import Database

from claimtrack.core.errors import NotFound
from claimtrack.core.steps import SEE_SPEAKERS
from claimtrack.core.texts.folding import alphabetical, folded
from claimtrack.core.texts.printable import MOST_SHOWN, brief
from claimtrack.store import claimants, rows

if TYPE_CHECKING:
    Row = dict[str, Any]

_NAMES = """
    select id, written, (select kind from claimants where claimants.id = standing_claimants.id), standing_id, name
    from standing_claimants
"""
_MAX_SIMILAR = 3
_MIN_SIMILARITY = 70
"""Similarity, out of 100, from which one name may be a misspelling of another."""


class Name(NamedTuple):
    """A name on the desk; `standing_id` is the id of its main name, its own if it is one."""

    id: int
    written: str
    kind: str
    standing_id: int
    standing: str

    @property
    def stands(self) -> bool:
        """Whether it is a main name."""
        return self.id == self.standing_id


def get_by_name(db: Database, name: str) -> Name:
    """Return the name, ignoring case. Raises NotFound, which suggests similar names."""
    claimant_id = claimants.find(db, name)
    if claimant_id is None:
        near_ones = find_similar(db, name)
        told = f"similar names: {', '.join(map(repr, near_ones))}" if near_ones else SEE_SPEAKERS
        raise NotFound(f"there is no speaker {brief(name, MOST_SHOWN)!r}; " + told)
    return Name(*db.execute(f"{_NAMES} where id = ?", [claimant_id]).fetchone())


def list_all(db: Database) -> list[Name]:
    """Return all names of the desk."""
    return [Name(*row) for row in db.execute(f"{_NAMES} order by id")]


def with_last_word(db: Database, name: str) -> list[Name]:
    """Return the names of several words that end with the last word of this name, ignoring case."""
    last = re.sub(r"([\\%_])", r"\\\1", name.split()[-1])
    return [Name(*row) for row in db.execute(f"{_NAMES} where written like ? escape '\\'", [f"% {last}"])]


def newest(db: Database, limit: int) -> list[str]:
    """Return the main names added last, in alphabetical order."""
    sql = "select name from claimants where name_of_id is null order by id desc limit ?"
    return sorted((row[0] for row in db.execute(sql, [limit])), key=alphabetical)


def find_similar(db: Database, name: str) -> list[str]:
    """Return the few names of the desk most similar to one that it does not have: "Marla Tennick" for "Tennick"."""
    from rapidfuzz import fuzz, process

    known = [row[0] for row in db.execute("select name from claimants")]
    found = process.extract(
        folded(name),
        known,
        scorer=fuzz.WRatio,
        processor=folded,
        limit=_MAX_SIMILAR,
        score_cutoff=_MIN_SIMILARITY,
    )
    return [one for one, *_ in found]


def other_names(db: Database, standing_id: int) -> list[Name]:
    """Return the other names of a main name, in alphabetical order."""
    found = db.execute(f"{_NAMES} where standing_id = ? and id <> standing_id", [standing_id])
    return sorted((Name(*row) for row in found), key=lambda name: alphabetical(name.written))


def names_joined_with(db: Database, name: Name) -> list[Name]:
    """Return the other names of this name that were joined to another main name together with it."""
    sql = """
        select old_row ->> 'name_of_id' from history
        where table_name = 'claimants' and row_id = ? and operation = 'update'
            and old_row ->> 'name_of_id' is not new_row ->> 'name_of_id'
        order by id desc limit 1
    """
    last = ((one, db.execute(sql, [one.id]).fetchone()) for one in other_names(db, name.standing_id))
    return [one for one, row in last if row and row[0] == name.id]


def set_standing(db: Database, name_id: int, standing_id: int | None) -> None:
    """Make a name another name of that main name, or with None a main name itself. Raises Refused if the desk's rules forbid it."""
    rows.update(db, "claimants", name_id, {"name_of_id": standing_id})


def list_overview(db: Database, query: str = "") -> list[Row]:
    """Return rows of claimant_overview, those with most claims first; with a query, those with a name that contains all its words."""
    found = rows.query(db, "select * from claimant_overview order by claims desc, appearances desc, name")
    return [
        row
        for row in found
        if any(contains_words(query, name) for name in (row["name"], *row["other_names"]))
    ]


def overviews(db: Database, names: Iterable[str]) -> list[Row]:
    """Return rows of claimant_overview for the speakers with these names of the desk, each once."""
    sql = """
        select * from claimant_overview
        where id in (
            select coalesce(name_of_id, id) from claimants where name in (select value from json_each(?))
        )
        order by claims desc, appearances desc, name
    """
    return list(rows.query(db, sql, [json.dumps(list(names))]))


def overview_columns(db: Database) -> list[str]:
    """Return the columns of claimant_overview, the rows of `list_overview`."""
    return rows.columns(db, "claimant_overview")


def contains_words(query: str, name: str) -> bool:
    """Whether the name contains each word of the query, ignoring accents and case."""
    return all(word in folded(name) for word in folded(query).split())


def count_claims(db: Database, claimant_id: int) -> int:
    """Return the number of claims filed under exactly this name."""
    return rows.fetch_number(db, "select count(*) from claims where claimant_id = ?", [claimant_id]) or 0
