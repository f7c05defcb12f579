"""Corrects the speaker or the date of appearances after they were filed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlite_utils import Database

from claimtrack.store import rows
from claimtrack.store.claimants import all_names_sql, are_one

_SET_SPEAKER = "claimant_id = :now, speaker_as_written = iif(:now is null, null, speaker_as_written)"


def set_claimant(db: Database, appearance_id: int, claimant_id: int | None) -> None:
    """Set an appearance's speaker; the article's words for the speaker are kept, unless the speaker becomes unknown."""
    told = {"now": claimant_id, "id": appearance_id}
    rows.execute(db, f"update appearances set {_SET_SPEAKER} where id = :id", told)


def claims_in_own_voice(db: Database, claim_ids: Iterable[int]) -> set[int]:
    """Return which of these claims an article makes in its own voice."""
    sql = """
        select distinct claim_id from appearances
        where kind = 'outlet' and claim_id in (select value from json_each(?))
    """
    return set(rows.fetch_numbers(db, sql, [json.dumps(list(claim_ids))]))


def claims_only_elsewhere(db: Database, claim_ids: Iterable[int], here: Iterable[int]) -> set[int]:
    """Return which of these claims only appear in articles other than these and their versions."""
    sql = """
        with recursive versions (id) as (
            select value from json_each(:here)
            union
            select articles.id from versions join articles on articles.previous_id = versions.id
            union
            select previous_id from versions join articles using (id) where previous_id is not null
        )
        select distinct claim_id from appearances
        where claim_id in (select value from json_each(:ids))
            and claim_id not in (select claim_id from appearances where article_id in (select id from versions))
    """
    told = {"here": json.dumps(list(here)), "ids": json.dumps(list(claim_ids))}
    return set(rows.fetch_numbers(db, sql, told))


def name_unknown_speaker(db: Database, *, claim_id: int, article_id: int, claimant_id: int | None) -> None:
    """Set the speaker of an appearance that a person added to this article by hand without a speaker.

    Nothing changes if this speaker already has such an appearance there.
    """
    # Uses the partial index of appearances without a span: the article may quote the claim a thousand times.
    sql = """
        update appearances indexed by appearances_without_span set claimant_id = :claimant_id
        where claim_id = :claim_id and article_id = :article_id and span_start is null and claimant_id is null
            and not exists (
                select 1 from appearances as named indexed by appearances_without_span
                where named.claim_id = :claim_id and named.article_id = :article_id
                    and named.span_start is null and named.claimant_id = :claimant_id
            )
    """
    rows.execute(db, sql, {"claim_id": claim_id, "article_id": article_id, "claimant_id": claimant_id})


# As in the view same_occasions: the same speaker or, if nobody was recognised, the same word of the article.
_SAME_SPEAKER = f"""
    appearances.claim_id = :claim_id
        and (appearances.claimant_id is :was or appearances.claimant_id in ({all_names_sql(":was")}))
        and (:was is not null or span_start is not null and lower(coalesce(speaker_as_written, '')) = :written)
"""


def correct_speaker(db: Database, claim_id: int, *, was: int | None, now: int | None) -> None:
    """Replace the speaker of a claim on all its appearances (None for unknown).

    It applies to each version of an article, each reprint and each place added by hand. If the former speaker was not
    recognised, it applies to appearances with the same words for the speaker as the first of them. Appearances with other
    speakers stay unchanged, and nothing changes if both are names of one speaker.
    """
    if was == now or are_one(db, was, now):
        return
    first = """
        select lower(coalesce(speaker_as_written, '')) from appearances
        where claim_id = ? and claimant_id is ? and span_start is not null order by id limit 1
    """
    [written] = db.execute(first, [claim_id, was]).fetchone() or [""]
    told = {"claim_id": claim_id, "was": was, "now": now, "written": written}
    # Appearances without a quote, of both speakers in one place on one day, would become duplicates.
    again = f"""
        delete from appearances where {_SAME_SPEAKER} and span_start is null and exists (
            select 1 from appearances as there
            where there.claim_id = :claim_id and there.article_id = appearances.article_id and there.span_start is null
                and there.claimant_id is :now and there.said_on is appearances.said_on
        )
    """
    rows.execute(db, again, told)
    rows.execute(db, f"update appearances set {_SET_SPEAKER} where {_SAME_SPEAKER}", told)


def correct_day(db: Database, claim_id: int, claimant_id: int | None, *, was: str, now: str | None) -> None:
    """Replace the day on which this claimant made the claim on all its appearances with that day (None for unknown)."""
    sql = """
        update appearances set said_on = :now
        where claim_id = :claim_id and claimant_id is :claimant_id and said_on = :was and not exists (
            -- Appearances in one place on both days would become duplicates.
            select 1 from appearances as there
            where there.claim_id = :claim_id and there.article_id = appearances.article_id and there.span_start is null
                and there.claimant_id is :claimant_id and there.said_on is :now
        )
    """
    rows.execute(db, sql, {"claim_id": claim_id, "claimant_id": claimant_id, "was": was, "now": now})


def misread_speakers(db: Database, claim_id: int) -> list[tuple[int | None, str | None]]:
    """Return the speakers whom a person replaced on quotes of this claim, each time: id and name, oldest first.

    Filling in an outlet once it is known is not a correction.
    """
    sql = """
        select olds.id, olds.name
        from history
        left join claimants as olds on olds.id = old_row ->> 'claimant_id'
        left join claimants as news on news.id = new_row ->> 'claimant_id'
        where claim_id = ? and table_name = 'appearances' and operation = 'update'
            and new_row ->> 'span_start' is not null and old_row ->> 'claimant_id' is not new_row ->> 'claimant_id'
            and not (olds.id is null and news.kind is 'outlet')
        order by history.id
    """
    return list(db.execute(sql, [claim_id]))


class CorrectedQuote(NamedTuple):
    """A quote whose speaker a person corrected: `read_as` is the speaker that the extractor found, `claimant_id` the correct one."""

    claim_id: int
    claimant_id: int | None
    quote: str
    kind: str
    context_before: str
    context_after: str
    read_as: str | None


def find_corrected_quotes(
    db: Database, asked: Sequence[tuple[str, Sequence[int]]]
) -> list[list[CorrectedQuote]]:
    """Return, for each (text, claim ids), the quotes with exactly this text or of these claims whose speaker was corrected."""
    sql = """
        with asked as (select key as number, value ->> 0 as words, value ->> 1 as ids from json_each(?))
        select
            number, quoted.claim_id, quoted.claimant_id, quote, quoted.kind,
            coalesce(context_before, ''), coalesce(context_after, ''), olds.name
        from (
            select number, appearances.id from asked
            cross join appearances on substr(quote, 1, 40) = substr(words, 1, 40) and quote = words
            union
            select number, appearances.id from asked
            cross join json_each(ids) as one cross join appearances on claim_id = one.value and quote is not null
        ) as found
        cross join appearances as quoted on quoted.id = found.id
        join history on history.id = (
            select min(id) from history
            where table_name = 'appearances' and row_id = quoted.id and operation = 'update'
                and old_row ->> 'claimant_id' is not new_row ->> 'claimant_id'
        )
        left join claimants as olds on olds.id = old_row ->> 'claimant_id'
        left join claimants as news on news.id = quoted.claimant_id
        where olds.id is not quoted.claimant_id and not (olds.id is null and news.kind is 'outlet')
        order by quoted.id
    """
    found: list[list[CorrectedQuote]] = [[] for _ in asked]
    for number, *row in db.execute(sql, [json.dumps(asked)]):
        found[number].append(CorrectedQuote(*row))
    return found


def appears_elsewhere(db: Database, claim_id: int, claimant_id: int | None, article_id: int) -> bool:
    """Whether that speaker (None for unnamed) also makes the claim in the newest version of another article."""
    sql = f"""
        select exists (
            select 1 from appearances
            where claim_id = :claim_id and article_id <> :article_id and (
                    claimant_id is :claimant_id or claimant_id in ({all_names_sql(":claimant_id")})
                )
                and not exists (select 1 from articles where articles.previous_id = appearances.article_id)
        )
    """
    told = {"claim_id": claim_id, "claimant_id": claimant_id, "article_id": article_id}
    return bool(rows.fetch_number(db, sql, told))
