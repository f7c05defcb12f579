"""How many claims were filed, and verdicts published and corrected, by month, tag, speaker, rating or a column of the desk's own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.errors import InvalidValue, NotFound
from claimtrack.core.sheets.own_columns import fold
from claimtrack.store import own_columns

if TYPE_CHECKING:
    from claimtrack.store.own_columns import OwnColumn
    from claimtrack.store.statistics import Period

Row = dict[str, Any]

# What rows are counted by -> the SQL of its value, and the tables that it needs besides the events.
_GROUPS = {
    "month": ("substr(events.day, 1, 7)", ""),
    "quarter": ("substr(events.day, 1, 4) || '-Q' || ((substr(events.day, 6, 2) + 2) / 3)", ""),
    "year": ("substr(events.day, 1, 4)", ""),
    "rating": ("events.rating", ""),
    "tag": (
        "tags.name",
        "left join claim_tags on claim_tags.claim_id = events.claim_id left join tags on tags.id = claim_tags.tag_id",
    ),
    "speaker": (
        "standing_claimants.name",
        "join claims on claims.id = events.claim_id left join standing_claimants on standing_claimants.id = claims.claimant_id",
    ),
}
GROUPS = tuple(_GROUPS)
FIGURES = ("claims_filed", "verdicts_published", "verdicts_corrected")


def by_groups(db: Database, groups: Sequence[str], period: Period) -> list[Row]:
    """Return what was done in a period, by each of the `groups`: some of GROUPS, or names of columns of the desk's own.

    A row has a key for each group, None for claims without one, and a count for each of FIGURES. A claim with two tags counts in both.
    Raises InvalidValue for a group that is given twice, is none or is called as a figure, NotFound for a column that the desk does not have.
    """
    names = [*map(fold, groups), *FIGURES]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise InvalidValue(f"two columns would be called {twice!r}: each name can be there only once")
    columns = _own_columns(db, [name for name in groups if name not in _GROUPS])
    chosen = [_GROUPS.get(name) or _own(at) for at, name in enumerate(groups)]
    keys = [columns[name].header if name in columns else name for name in groups]
    values = ", ".join(f"{sql} as group_{at}" for at, (sql, _) in enumerate(chosen))
    counts = ", ".join(f"sum(events.figure = '{figure}') as {figure}" for figure in FIGURES)
    places = ", ".join(str(at) for at, _ in enumerate(groups, 1))
    sql = f"""
        select {values}, {counts} from desk_events as events {" ".join(joined for _, joined in chosen)}
        where events.day between coalesce(:first_day, '') and coalesce(:last_day, 'Z') group by {places} order by {places}
    """
    rows = db.execute(sql, period._asdict() | _parameters(groups, columns))
    return [dict(zip((*keys, *FIGURES), row, strict=True)) for row in rows]


def _own_columns(db: Database, groups: Sequence[str]) -> dict[str, OwnColumn]:
    try:
        return dict(zip(groups, own_columns.find(db, groups), strict=True))
    except NotFound as error:
        raise NotFound(f"{error}. Besides these, figures can be counted by {', '.join(GROUPS)}") from None


def _own(at: int) -> tuple[str, str]:
    """The SQL of a column of the desk's own, by its place among the groups."""
    joined = f"""
        left join (
            select distinct claim_id, value from claim_columns where name in (select value from json_each(:own_{at}))
        ) as own_{at} on own_{at}.claim_id = events.claim_id
    """
    return f"own_{at}.value", joined


def _parameters(groups: Sequence[str], columns: dict[str, OwnColumn]) -> dict[str, str]:
    return {f"own_{at}": json.dumps(columns[name].names) for at, name in enumerate(groups) if name in columns}
