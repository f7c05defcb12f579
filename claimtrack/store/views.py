"""Typed readers of the schema's views: what lists, pages and exports show."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.core.legible import legible
from claimtrack.store.claimants import all_names
from claimtrack.store.errors import translated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlite_utils import Database

    from claimtrack.core.model import Status


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims a list shows: None, or no `status`, leaves a criterion out; of several statuses one is met. `since` is a moment, ISO in UTC."""

    status: tuple[Status, ...] = ()
    claimant: str | None = None
    assignee: str | None = None
    tag: str | None = None
    since: str | None = None
    article_id: int | None = None

    def where(self) -> tuple[str, dict[str, Any]]:
        """The SQL condition over claim_overview, and its parameters."""
        criteria = {
            "status": "status in (select value from json_each(:status))",
            "claimant": (  # under all their names, whichever is given; without a "the" as claimants.find has it
                "id in (select claims.id from standing_claimants as named"
                " cross join standing_claimants as names on names.standing_id = named.standing_id"
                " cross join claims on claims.claimant_id = names.id where named.id = coalesce("
                "(select id from claimants where name = :claimant),"
                " (select id from claimants where :claimant glob 'the *' and name = substr(:claimant, 5))))"
            ),
            "assignee": "assignee = :assignee",
            "tag": (
                "id in (select claim_id from claim_tags join tags on tags.id = tag_id where tags.name = :tag)"
            ),
            "since": "created_at >= :since",
            "article_id": "id in (select claim_id from appearances where article_id = :article_id)",
        }
        values = {name: getattr(self, name) for name in criteria if getattr(self, name) not in (None, ())}
        if self.status:
            values["status"] = json.dumps(self.status)
        return " and ".join(criteria[name] for name in values) or "1", values


def claims(
    db: Database, criteria: ClaimFilter | None = None, *, limit: int | None = None, newest_first: bool = False
) -> Iterator[dict[str, Any]]:
    """Rows of claim_overview that meet the criteria, by id."""
    where, values = (criteria or ClaimFilter()).where()
    order = "desc" if newest_first else "asc"
    sql = f"select * from claim_overview where {where} order by id {order}"
    if limit is not None:
        sql, values = f"{sql} limit :limit", {**values, "limit": limit}
    yield from db.query(sql, values)


def claim_columns(db: Database) -> list[str]:
    """The columns of claim_overview, which the rows of `claims` and `search` have."""
    return [column[0] for column in db.execute("select * from claim_overview limit 0").description]


def proposed(
    db: Database, *, article_id: int | None = None, min_score: float = 0.0, limit: int | None = None
) -> list[dict[str, Any]]:
    """Rows of proposed_queue, most worth checking first; a claim without a score comes last.

    `min_score` above 0 leaves out the claims that score less, and those without a score.
    """
    sql = """
        select * from proposed_queue
        where coalesce(score, 0) >= :min_score
            and (:article is null or id in (select claim_id from appearances where article_id = :article))
        limit :limit
    """
    values = {"min_score": min_score, "article": article_id, "limit": -1 if limit is None else limit}
    return list(db.query(sql, values))


def claims_by_id(db: Database, ids: Sequence[int], columns: str = "*") -> dict[int, dict[str, Any]]:
    """Rows of claim_overview for these ids; with fewer `columns`, id among them, in less time."""
    sql = f"select {columns} from claim_overview where id in (select value from json_each(?))"
    rows = db.query(sql, [json.dumps(list(ids))])
    return {row["id"]: row for row in rows}


def search(db: Database, query: str, *, limit: int) -> list[dict[str, Any]]:
    """Claims in which each word of the query stands, in the claim or in its claimant's name; best first.

    The claim's words are matched by their stem, "words in double quotes" as a phrase; the name's by
    their letters.
    """
    words = _search_words(query)
    if not words:
        return []
    hits: dict[int, float] = {}
    with translated():
        for claimant_id, rest in [(None, words), *_speakers(db, words)]:
            for claim_id, rank in _hits(db, claimant_id, rest, limit):
                hits[claim_id] = min(rank, hits.get(claim_id, rank))
        best = sorted(hits, key=lambda claim_id: (hits[claim_id], claim_id))[:limit]
        rows = claims_by_id(db, best)
    return [rows[claim_id] for claim_id in best]


def _speakers(db: Database, words: list[str]) -> list[tuple[int, list[str]]]:
    """The claimants one of whose names holds some of the words, each with the words that are left for the claim."""
    sql = """
        select distinct standing_id, written
        from standing_claimants join json_each(?) as word on instr(lower(written), lower(word.value))
    """
    names: defaultdict[int, list[str]] = defaultdict(list)
    for key, name in db.execute(sql, [json.dumps(words)]):
        names[key].append(name.casefold())
    return [
        (key, [w for w in words if not any(w.casefold() in n for n in own)]) for key, own in names.items()
    ]


def _hits(db: Database, claimant_id: int | None, words: list[str], limit: int) -> list[tuple[int, float]]:
    """Id and rank (lower is better) of the claims with these words; of one claimant's alone where given."""
    if not words:
        sql = f"select id, 0.0 from claims where claimant_id in ({all_names('?')}) order by id limit ?"
        return list(db.execute(sql, [claimant_id, limit]))
    sql = f"""
        select claims_fts.rowid, claims_fts.rank
        from claims_fts join claims on claims.id = claims_fts.rowid
        where claims_fts match :match and (:claimant is null or claims.claimant_id in ({all_names(":claimant")}))
        order by claims_fts.rank, claims_fts.rowid limit :limit
    """
    return list(db.execute(sql, {"match": _quoted(words), "claimant": claimant_id, "limit": limit}))


def _search_words(query: str) -> list[str]:
    """The words and "quoted phrases" of a query as they are filed, without marks that stand alone."""
    parts = re.findall(r'"([^"]+)"|(\S+)', legible(query.replace("\0", " ")))
    words = [(phrase or word).replace('"', "") for phrase, word in parts]
    return [word for word in dict.fromkeys(words) if re.search(r"\w", word)]


def _quoted(words: list[str]) -> str:
    """Words as an FTS5 query that cannot be a syntax error."""
    return " ".join(f'"{word}"' for word in words)


def reviews_of_claim(db: Database, claim_id: int) -> list[dict[str, Any]]:
    """A claim's reviews, oldest first."""
    return list(db.query("select * from review_overview where claim_id = ? order by id", [claim_id]))
