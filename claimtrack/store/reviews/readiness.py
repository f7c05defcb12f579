"""Loads what the readiness rules need to know about claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from claimtrack.core.desk.facts import Dossier
from claimtrack.core.desk.verdicts import Differing, Verdict, have_same_rating
from claimtrack.core.model import SET_ASIDE, STEPS_OF_A_CHECK, ReviewStatus, Status
from claimtrack.core.texts.addresses import has_key
from claimtrack.core.texts.cleaning import is_url
from claimtrack.core.texts.contacts import has_contact_details
from claimtrack.core.texts.printable import brief
from claimtrack.store.claims import FIRST_DAY_SQL, claimant, unknown_claim
from claimtrack.store.clusters import contradicting_verdicts
from claimtrack.store.reviews.signed import changed_claims
from claimtrack.store.views import IN_ARTICLE, any_of, article_order_sql

_SELECT = f"""
    select claims.id, claims.text, claims.status, {claimant("claims")},
        (select kind from standing_claimants where standing_claimants.id = claims.claimant_id), claims.claimed_on,
        {FIRST_DAY_SQL},
        (select min(seen_on) from claim_sightings where claim_sightings.claim_id = claims.id),
        (select count(*) from evidence where evidence.claim_id = claims.id),
        (select count(*) from evidence where evidence.claim_id = claims.id and is_primary = 1),
        (select group_concat(url, ' ') from evidence where evidence.claim_id = claims.id and archived_url is null),
        (
            select count(*) from claim_sightings join articles on articles.id = claim_sightings.article_id
            where claim_sightings.claim_id = claims.id and articles.url is not null
        ),
        (select count(*) from interventions where interventions.claim_id = claims.id),
        reviews.id, reviews.status, ratings.name, ratings.retired, reviews.summary, reviews.url,
        reviews.reviewed_on, reviews.not_before,
        (
            select count(*) from reviews as others
            where others.url = reviews.url and others.status = 'published' and others.origin = 'desk'
                and others.id <> reviews.id and others.id is not reviews.corrects_id
        ),
        (select language from claim_languages where claim_languages.claim_id = claims.id), reviews.language,
        (select count(*) from evidence where evidence.claim_id = claims.id and retracted_on is not null),
        (select dropped > 0 and dropped = appearances from claim_overview where claim_overview.id = claims.id)
    from claims
    left join reviews on reviews.id = coalesce(:review_id, (
        select max(ours.id) from reviews as ours
        where ours.claim_id = claims.id and ours.origin = 'desk' and ours.status <> 'withdrawn'
    ))
    left join ratings on ratings.id = reviews.rating_id
"""


def dossiers(db: Database, claim_ids: Sequence[int]) -> Iterator[Dossier]:
    """Yield the dossiers of these claims, or without ids of all that are being checked, in review or published. Raises NotFound."""
    changed = changed_claims(db, claim_ids)
    if not claim_ids:
        where = f"where claims.status in {any_of(STEPS_OF_A_CHECK)} order by claims.id"
        for row in db.execute(f"{_SELECT} {where}", {"review_id": None}):
            yield _make_dossier(db, row, changed)
        return
    for claim_id in claim_ids:
        yield _load_dossier(db, claim_id, None, changed)


def article_dossiers(db: Database, article_id: int) -> list[Dossier]:
    """Return the dossiers of an article's claims, except parked and rejected ones, in text order."""
    sql = f"""
        {_SELECT}
        where claims.status not in {any_of(SET_ASIDE)} and claims.{IN_ARTICLE}
        order by {article_order_sql("claims.id")}, claims.id
    """
    found = db.execute(sql, {"review_id": None, "article_id": article_id}).fetchall()
    changed = changed_claims(db, [row[0] for row in found]) if found else set()
    return [_make_dossier(db, row, changed) for row in found]


def review_dossier(db: Database, claim_id: int, review_id: int) -> Dossier:
    """Return the dossier of a claim with this review, which need not be the newest. Raises NotFound."""
    return _load_dossier(db, claim_id, review_id, changed_claims(db, [claim_id]))


def _load_dossier(db: Database, claim_id: int, review_id: int | None, changed: set[int]) -> Dossier:
    asked = {"claim_id": claim_id, "review_id": review_id}
    row = db.execute(f"{_SELECT} where claims.id = :claim_id", asked).fetchone()
    if row is None:
        raise unknown_claim(claim_id)
    return _make_dossier(db, row, changed)


def _make_dossier(db: Database, row: Sequence[Any], changed: set[int]) -> Dossier:
    *facts, is_gone = row
    claim = Dossier(*(*facts, len(contradicting_verdicts(db, row[0]))))
    # While a claim is being corrected, the desk is supposed to differ.
    is_changed = claim.status == Status.PUBLISHED and claim.claim_id in changed
    differing = find_differing(db, claim.claim_id, claim.review_id) if claim.rating else None
    beside = [*filter(None, [claim.claimant]), *_texts_beside(db, claim.claim_id, claim.review_id)]
    return replace(
        claim,
        is_changed=is_changed,
        is_gone=bool(is_gone),
        differing=differing,
        contact=next((brief(one, _MOST_SHOWN) for one in beside if has_contact_details(one)), None),
        key_address=next((one for one in beside if is_url(one) and has_key(one)), None),
    )


_MOST_SHOWN = 100
"""How many characters of a text a rule shows."""
_BESIDE = (
    """
    select coalesce(claimants.name, speaker_as_written), appearances.quote, articles.title, articles.outlet, articles.url,
        iif(articles.text is null and articles.url is null, articles.source, null), archives.archived_url
    from claim_sightings
    join appearances on appearances.id = appearance_id
    join articles on articles.id = appearances.article_id
    left join claimants on claimants.id = appearances.claimant_id
    left join archives on archives.url = articles.url
    where claim_sightings.claim_id = :claim_id
    """,
    "select url, source, title, quote, archived_url from evidence where claim_id = :claim_id order by id",
    "select asked, request, url from interventions where claim_id = :claim_id order by id",
    "select headline, correction_note from reviews where id = :review_id",
)


def _texts_beside(db: Database, claim_id: int, review_id: int | None) -> Iterator[str]:
    """Yield what readers would see beside the claim, its claimant and the summary: speakers, places, quotes, sources, whom the desk asked, the headline."""
    asked = {"claim_id": claim_id, "review_id": review_id}
    for sql in _BESIDE:
        for row in db.execute(sql, asked):
            yield from filter(None, row)


_SIMILAR_FROM = 0.95
"""From this score on, two claims that nobody judged have the same words, or nearly."""
_VERDICT = (
    "reviews.claim_id, reviews.id, ratings.name, ratings.value, rating_scales.worst, rating_scales.best"
)
_RATED = (
    "join ratings on ratings.id = reviews.rating_id join rating_scales on rating_scales.id = ratings.scale_id"
)


# Of the claims judged the same, and of those with nearly the same words as one of these, and all judged the same as those: `duplicates`
# pairs a claim with one of several that were judged the same.
_OTHER_VERDICTS = f"""
    with own (claim_id) as (select member_id from cluster_members where claim_id = :claim_id),
    similar (claim_id) as (
        select distinct iif(left_id = own.claim_id, right_id, left_id)
        from own cross join matches
        where (left_id = own.claim_id or right_id = own.claim_id) and +suggestion = 'duplicate' and score >= :similar
            -- "+": by its ids, since most pairs are unjudged. One that was judged stays when a claim is reworded.
            and (+judgement = 'unjudged' or +judgement = 'unsure' and not (
                select is_scored_otherwise from match_words where match_words.id = matches.id
            ))
    ),
    apart (cluster_id) as (
        select cluster_id from cluster_members where claim_id = :claim_id
        union all
        select cluster_id from own
        cross join matches on left_id = own.claim_id and judgement = 'different'
        cross join cluster_members on cluster_members.claim_id = right_id
        union all
        select cluster_id from own
        cross join matches on right_id = own.claim_id and judgement = 'different'
        cross join cluster_members on cluster_members.claim_id = left_id
    ),
    others (claim_id, is_judged) as (
        select member_id, 1 from cluster_members where claim_id = :claim_id and member_id <> :claim_id
        union all
        select member_id, 0 from similar cross join cluster_members on cluster_members.claim_id = similar.claim_id
        where cluster_id not in (select cluster_id from apart)
    )
    select is_judged, reviews.status, {_VERDICT}
    from others cross join reviews on reviews.id = (
        select max(id) from reviews
        where claim_id = others.claim_id and origin = 'desk' and status in ('approved', 'published')
    )
    {_RATED}
    order by is_judged desc, reviews.status desc, reviews.claim_id
"""


def find_differing(db: Database, claim_id: int, review_id: int | None) -> Differing | None:
    """Return the first verdict of ours with another rating than this review on a claim that seems to be the same; None if there is none.

    That is a claim judged the same, or one with the same words or nearly as one of these, or judged the same as such a one, unless claims
    judged the same as the two are judged different. Its newest verdict counts that is approved or published.
    """
    others = db.execute(_OTHER_VERDICTS, {"claim_id": claim_id, "similar": _SIMILAR_FROM}).fetchall()
    if not others:
        return None
    own = db.execute(
        f"select reviews.status, {_VERDICT} from reviews {_RATED} where reviews.id = ?", [review_id]
    )
    for status, *fields in own:
        for is_judged, status_of_other, *fields_of_other in others:
            one, other = Verdict(*fields), Verdict(*fields_of_other)
            if not have_same_rating(one, other):
                are_published = status == status_of_other == ReviewStatus.PUBLISHED
                return Differing(one, other, bool(is_judged), are_published)
    return None
