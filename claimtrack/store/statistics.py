"""The numbers on the statistics page and on a speaker's page."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from sqlite_utils import Database

from claimtrack.store import rows
from claimtrack.store.claimants import all_names_sql, standing_id
from claimtrack.store.interventions import IS_OF_ANOTHER
from claimtrack.store.views import claims_by_id, claims_in_order

Row = dict[str, Any]


def claims_per_week(db: Database, *, weeks: int) -> list[Row]:
    """Return the number of claims added in each of the newest weeks that had any, oldest first."""
    found = db.query("select week, claims from claims_per_week order by week desc limit ?", [weeks])
    return list(found)[::-1]


def status_funnel(db: Database) -> list[Row]:
    """Return the number of claims that reached each stage."""
    return list(db.query("select stage, claims from status_funnel"))


def ratings_by_claimant(db: Database, *, limit: int) -> list[Row]:
    """Return how often each claimant got each rating, and by whom if not by our own desk."""
    sql = "select claimant_id, claimant, scale, rating, rated_by, reviews from ratings_by_claimant limit ?"
    return list(db.query(sql, [limit]))


def most_repeated(db: Database, *, limit: int) -> list[Row]:
    """Return the claims seen most often; of claims judged the same, the one that represents them."""
    # The number of appearances is an upper bound, so the slow counting of occasions stops once no other claim can be seen as often.
    sql = """
        select claim_id as id, count(*) as most from appearances
        where claim_id not in (select claim_id from match_clusters) group by 1 having most > 1
        union all
        select cluster_id, count(*) from match_clusters join appearances using (claim_id) group by 1 having count(*) > 1
        order by most desc, id
    """
    found: list[Row] = []
    bounds = db.execute(sql)
    while batch := bounds.fetchmany(limit):
        if len(found) == limit and batch[0][1] < found[-1]["appearances"]:
            break
        seen = claims_by_id(db, [claim_id for claim_id, _ in batch]).values()
        repeated = [
            {name: row[name] for name in ("id", "text", "appearances")}
            for row in seen
            if row["appearances"] > 1
        ]
        found = sorted([*found, *repeated], key=lambda row: (-row["appearances"], row["id"]))[:limit]
    return found


def who_repeats(db: Database, *, limit: int | None, min_score: float | None = None) -> list[Row]:
    """Return who made the same claim more than once, and how often, most frequent first: claims with at least this score, if one is given."""
    scored = "(? is null or claim_id in (select id from claims where score >= ?))"
    least = [min_score, min_score]
    if limit is None:
        return list(db.query(f"select * from repeats_by_speaker where {scored}", least))
    # As above, the number of appearances is an upper bound for the slow counting of occasions. Most claims were said once by each of
    # their speakers: an index tells which ones not, but for those that were judged the same as others and speakers with several names.
    sql = """
        with several (claim_id) as (
            select claim_id from appearances group by claimant_id, claim_id having count(*) > 1
            union
            select claim_id from match_clusters
            union
            select appearances.claim_id from claimants as other_names
            join claimants as names on names.id in (other_names.id, other_names.name_of_id)
            join appearances on appearances.claimant_id = names.id
            where other_names.name_of_id is not null
        )
        select coalesce(cluster_id, appearances.claim_id) as claim_id,
            coalesce(standing_id, lower(speaker_as_written)) as speaker, count(*) as most
        from several cross join appearances using (claim_id)
        left join match_clusters on match_clusters.claim_id = appearances.claim_id
        left join standing_claimants on standing_claimants.id = appearances.claimant_id
        group by 1, 2 having most > 1 and speaker is not null
        order by most desc, 1
    """
    # Like the view repeats_by_speaker, which would count all claims before selecting these.
    counted = f"""
        select claim_id, claim, speaker_id, speaker, count(*) as appearances, min(first_seen) as first_seen, max(last_seen) as last_seen
        from speaker_occasions where claim_id in (select value from json_each(?)) and {scored}
        group by claim_id, coalesce(speaker_id, lower(speaker)) having count(*) > 1
    """
    found: list[Row] = []
    done = set[int]()
    bounds = db.execute(sql)
    while batch := bounds.fetchmany(limit):
        if len(found) == limit and batch[0][2] <= found[-1]["appearances"]:
            break
        new = {row[0] for row in batch} - done
        done |= new
        found += db.query(counted, [json.dumps(list(new)), *least])
        found = sorted(found, key=lambda row: (-row["appearances"], row["claim_id"], row["speaker"]))[:limit]
    return found


def repeats_columns(db: Database) -> list[str]:
    """Return the columns of the rows of `who_repeats`."""
    return rows.columns(db, "repeats_by_speaker")


def days_to_publication(db: Database) -> list[Row]:
    """Return how many claims took how long from filing to publication, in everyday steps ("3 to 7 days"); without those that were filed after their verdict."""
    sql = """
        select steps.label as time, count(days_to_publication.days) as claims
        from (
            select 1 as position, 'same day' as label, 0 as least, 0 as most
            union all select 2, '1 to 2 days', 1, 2
            union all select 3, '3 to 7 days', 3, 7
            union all select 4, '8 to 30 days', 8, 30
            union all select 5, 'longer', 31, 1000000
        ) as steps
        left join days_to_publication on days_to_publication.days between steps.least and steps.most
        group by steps.position order by steps.position
    """
    return list(db.query(sql))


# ── one speaker ─────────────────────────────────────────────────────────────────────────────────


def claimant(db: Database, claimant_id: int) -> Row:
    """Return a claimant, given the id of any of their names, with the counts of claims, appearances and published verdicts under all.

    Raises NotFound.
    """
    standing = standing_id(db, claimant_id) or claimant_id
    found = rows.get(
        db, "claimant_overview", standing, "claimant", "the page of a claim leads to its speaker"
    )
    return rows.decode_json_columns(found)


def claims_of(db: Database, claimant_id: int, *, limit: int, offset: int) -> list[Row]:
    """Return a claimant's claims under all their names, newest first."""
    sql = (
        f"select id from claims where claimant_id in ({all_names_sql('?')}) order by id desc limit ? offset ?"
    )
    return claims_in_order(db, rows.fetch_numbers(db, sql, [claimant_id, limit, offset]))


def ratings_of(db: Database, claimant_id: int, *, limit: int) -> list[Row]:
    """Return the newest published verdicts on a claimant's claims by date, each with `rated_by` if not by our own desk."""
    sql = f"""
        select review_overview.*, iif(is_desk, null, publisher) as rated_by from review_overview
        join claims on claims.id = review_overview.claim_id
        where claims.claimant_id in ({all_names_sql("?")}) and review_overview.status = 'published'
        order by review_overview.reviewed_on desc, review_overview.id desc limit ?
    """
    return list(rows.query(db, sql, [claimant_id, limit]))[::-1]


class Period(NamedTuple):
    """A range of days (inclusive), and the moments in UTC at which it begins and ends in local time; None for an open end."""

    first_day: str | None = None
    last_day: str | None = None
    begins: str | None = None
    ends: str | None = None


_OF_PERIOD = f"""
    with moved (claim_id, status) as (
        select distinct claim_id, new_row ->> 'status' from history
        where happened_at >= coalesce(:begins, '') and happened_at < coalesce(:ends, 'Z')
            and +table_name = 'claims' and operation = 'update' and new_row ->> 'status' <> old_row ->> 'status'
    ),
    verdicts (figure, rating, claim_id, reviewed_on) as (
        select iif(reviews.origin = 'desk', 'verdicts_published', 'verdicts_imported'), ratings.name, claim_id, reviewed_on
        from reviews join ratings on ratings.id = reviews.rating_id
        where reviews.corrects_id is null
            and reviews.reviewed_on between coalesce(:first_day, '') and coalesce(:last_day, 'Z')
            and (reviews.status = 'published' or exists (
                select 1 from history
                where table_name = 'reviews' and row_id = reviews.id and new_row ->> 'status' = 'published'
            ))
    ),
    ours (sources, primary_sources, requests) as (
        select
            (select count(*) from evidence where evidence.claim_id = verdicts.claim_id),
            (select count(*) from evidence where evidence.claim_id = verdicts.claim_id and is_primary),
            (select count(*) from interventions
            where interventions.claim_id = verdicts.claim_id and purpose = 'comment' and asked_on <= reviewed_on and not {IS_OF_ANOTHER})
        from verdicts where figure = 'verdicts_published'
    ),
    changed (action) as (
        select action from correction_sheet
        where changed_on between coalesce(:first_day, '') and coalesce(:last_day, 'Z')
    )
    select 'claims_filed' as figure, null as status, null as rating, count(*) as count from claims
        where created_at >= coalesce(:begins, '') and created_at < coalesce(:ends, 'Z')
    union all select 'claims_taken_into_checking', null, null, count(*) from moved where status = 'checking'
    union all select 'claims_handed_in_for_review', null, null, count(*) from moved where status = 'in_review'
    union all select 'verdicts_published', null, null, count(*) from verdicts where figure = 'verdicts_published'
    union all select * from (
        select figure, null, rating, count(*) from verdicts
        where figure = 'verdicts_published' group by rating order by count(*) desc, rating
    )
    union all select 'verdicts_published_with_two_or_more_sources', null, null, count(*) from ours where sources > 1
    union all select 'verdicts_published_with_a_primary_source', null, null, count(*) from ours where primary_sources > 0
    union all select 'verdicts_published_after_asking_for_comment', null, null, count(*) from ours where requests > 0
    union all select 'verdicts_corrected', null, null, count(*) from changed where action = 'corrected'
    union all select 'verdicts_updated', null, null, count(*) from changed where action = 'updated'
    union all select 'verdicts_withdrawn', null, null, count(*) from changed where action = 'withdrawn'
    union all select 'verdicts_imported', null, null, count(*) from verdicts where figure = 'verdicts_imported'
    union all select * from (
        select figure, null, rating, count(*) from verdicts
        where figure = 'verdicts_imported' group by rating order by count(*) desc, rating
    )
"""


def of_period(db: Database, period: Period) -> list[Row]:
    """Return what was done in a period: claims filed and checked, verdicts by their date, corrections, updates and withdrawals.

    Verdicts that were imported are counted apart from those given on this desk. A verdict counts on its own date with its original rating, even if it was corrected, updated or withdrawn since. Sources are those that its claim has now. A row is a
    `count`, and what it counts: its `figure`, with a `rating` if it is of these alone.
    """
    return list(db.query(_OF_PERIOD, period._asdict()))


def totals(db: Database) -> list[Row]:
    """Return how much is on the desk: claims by status, then everything else.

    A row is a `count`, and what it counts: its `figure`, with a `status` if it is of these alone.
    """
    sql = """
        select 'claims' as figure, null as status, null as rating, count(*) as count from claims
        union all select 'claims', status, null, claims from status_counts
        union all select 'claims_seen_more_than_once', null, null, (select count(*) from recurring_claims)
        union all select 'appearances', null, null, (select count(*) from appearances)
        union all select 'articles', null, null, (select count(*) from articles where text is not null)
        union all select 'places_without_a_text', null, null, (select count(*) from articles where text is null)
        union all select 'claimants', null, null, (select count(*) from claimants where name_of_id is null)
        union all select 'evidence_links', null, null, (select count(*) from evidence where url is not null)
        union all select 'evidence_links_without_a_copy', null, null,
            (select count(*) from evidence where url is not null and archived_url is null)
        union all select 'evidence_that_is_no_web_page', null, null, (select count(*) from evidence where url is null)
        union all select 'pairs_to_judge', null, null, (select count(*) from waiting_pairs)
        union all select * from (
            select 'reviews_of_ours', name, null, (
                select count(*) from review_overview
                where status = review_statuses.name and origin = 'desk' and coalesce(corrected_by_id, updated_by_id) is null
            )
            from review_statuses order by position
        )
        union all select 'reviews_of_ours', 'corrected', null,
            (select count(*) from review_overview where origin = 'desk' and corrected_by_id is not null)
        union all select 'reviews_of_ours', 'updated', null,
            (select count(*) from review_overview where origin = 'desk' and updated_by_id is not null)
        union all select 'reviews_held', null, null, (select count(*) from reviews where held_on is not null)
        union all select 'reviews_of_other_publishers', null, null, (select count(*) from reviews where origin = 'imported')
        union all select 'corrections', null, null, (select count(distinct id) from correction_sheet where action <> 'updated')
        union all select 'updates', null, null, (select count(*) from correction_sheet where action = 'updated')
        union all select 'requests_without_an_answer', null, null,
            (select count(*) from interventions where outcome = 'waiting')
    """
    return list(db.query(sql))
