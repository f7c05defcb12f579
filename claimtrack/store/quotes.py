"""Quotes: the original wordings of claims that a person reworded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sqlite_utils import Database

from claimtrack.store.claims import Wording

_QUOTED = """
    claims.id, quote, (
        select name from standing_claimants
        where standing_claimants.id = coalesce(appearances.claimant_id, claims.claimant_id)
    ), coalesce(said_on, claimed_on), published_on
    from appearances join claims on claims.id = claim_id join articles on articles.id = article_id
"""


def find_by_quote(db: Database, words: Iterable[str]) -> Iterator[Wording]:
    """Yield each quote that is exactly one of these wordings and differs from its claim's text."""
    sql = f"""
        select distinct {_QUOTED} where substr(quote, 1, 40) in (select substr(value, 1, 40) from json_each(:words))
            and quote in (select value from json_each(:words)) and claims.text <> quote order by claims.id
    """
    yield from map(Wording._make, db.execute(sql, {"words": json.dumps(list(words))}))


def reworded_quotes(db: Database, claim_ids: Iterable[int]) -> Iterator[Wording]:
    """Yield the quotes of these claims that differ from the claim's text."""
    ids = list(claim_ids)
    if not ids:
        return  # most sentences of an article meet no claim
    sql = f"""
        select distinct {_QUOTED} where claim_id in (select value from json_each(?)) and quote <> claims.text
        order by claims.id
    """
    yield from map(Wording._make, db.execute(sql, [json.dumps(ids)]))
