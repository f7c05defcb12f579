-- The numbers behind the statistics page: one view per chart.

-- Weeks from Monday to Sunday in local time, as `claimtrack stats` counts days.
create view claims_per_week as
select
    date(created_at, 'localtime', 'weekday 0', '-6 days') as week,
    count(*) as claims
from claims
group by week
order by week;

-- The number of claims whose status is at least at each stage.
create view status_funnel as
select 1 as position, 'on the desk' as stage, count(*) as claims from claims
union all
select 2, 'taken up', count(*) from claims where status not in ('proposed', 'rejected')
union all
select 3, 'being checked or further', count(*) from claims where status in ('checking', 'in_review', 'published')
union all
select 4, 'in review or further', count(*) from claims where status in ('in_review', 'published')
union all
select 5, 'published', count(*) from claims where status = 'published'
order by position;

-- The number of published reviews per claimant, under whichever names, and rating.
create view ratings_by_claimant as
select
    standing_claimants.standing_id as claimant_id,
    standing_claimants.name as claimant,
    rating_scales.name as scale,
    ratings.name as rating,
    (select name from publishers where publishers.id = rating_scales.publisher_id and publishers.is_desk = 0) as rated_by,
    ratings.position as position,
    count(*) as reviews
from reviews
join claims on claims.id = reviews.claim_id
join standing_claimants on standing_claimants.id = claims.claimant_id
join ratings on ratings.id = reviews.rating_id
join rating_scales on rating_scales.id = ratings.scale_id
where reviews.status = 'published'
group by standing_claimants.standing_id, ratings.id
order by reviews desc, claimant, position;

-- What `claimtrack stats` counts of a period, each on its day: a claim when it was filed (local time), a verdict of ours on its own date, with
-- the rating that it had then, also if it was replaced or withdrawn since, and a correction on its date, with the rating before it.
create view desk_events as
select 'claims_filed' as figure, id as claim_id, date(created_at, 'localtime') as day, null as rating from claims
union all
select 'verdicts_published', reviews.claim_id, reviews.reviewed_on, ratings.name
from reviews join ratings on ratings.id = reviews.rating_id
where reviews.origin = 'desk' and reviews.corrects_id is null and (reviews.status = 'published' or exists (
    select 1 from history
    where table_name = 'reviews' and row_id = reviews.id and new_row ->> 'status' = 'published'
))
union all
select 'verdicts_corrected', claim_id, changed_on, rating_before from correction_sheet where action = 'corrected';

-- The number of days between adding a claim to the desk and its first published verdict; null if the claim was added after that, as
-- when old verdicts are entered: how long it took is unknown.
create view days_to_publication as
select
    claims.id as claim_id,
    claims.text as claim,
    min(reviews.reviewed_on) as published_on,
    iif(
        min(reviews.reviewed_on) >= date(claims.created_at, 'localtime'),
        cast(julianday(min(reviews.reviewed_on)) - julianday(date(claims.created_at, 'localtime')) as integer),
        null
    ) as days
from reviews join claims on claims.id = reviews.claim_id
-- Also one that was corrected or withdrawn since: it was the first.
where reviews.origin = 'desk'
    and (reviews.status = 'published' or reviews.status = 'withdrawn' and reviews.claim_reviewed is not null)
group by claims.id
order by published_on;

-- Each occasion on which a speaker made a claim, counted as in claim_overview; a cluster is represented by its lowest id. Without
-- statements of outlets in their own voice.
create view speaker_occasions as
select
    claim_id, claim, speaker_id, speaker, seen_on,
    coalesce(days ->> 0, seen_on) as first_seen,
    coalesce(days ->> 1, seen_on) as last_seen
from (
    select
        claim_occasions.claim_id as claim_id,
        claims.text as claim,
        standing_claimants.standing_id as speaker_id,
        coalesce(standing_claimants.name, appearances.speaker_as_written) as speaker,
        coalesce(appearances.said_on, articles.published_on) as seen_on,
        -- The first and last day over all versions of the article, as in the ledger of a claim; null if it has only one.
        case when articles.previous_id is not null then (
            with recursive versions (id) as (
                select articles.previous_id
                union
                select older.previous_id from versions join articles as older using (id) where older.previous_id is not null
            )
            select json_array(min(seen_on), max(seen_on)) from (
                select coalesce(appearances.said_on, articles.published_on) as seen_on
                union all
                select sightings.seen_on from claim_sightings as sightings
                where sightings.claim_id = claim_occasions.claim_id and sightings.article_id in (select id from versions)
            )
        ) end as days
    from claim_occasions
    cross join appearances on appearances.id = claim_occasions.appearance_id
    join articles on articles.id = appearances.article_id
    join claims on claims.id = claim_occasions.claim_id
    left join standing_claimants on standing_claimants.id = appearances.claimant_id
    where claim_occasions.claim_id = claim_occasions.cluster_id
        and coalesce(standing_claimants.name, appearances.speaker_as_written) is not null
);

-- Who repeats what: one row per speaker, under whichever names, and claim made more than once.
create view repeats_by_speaker as
select
    claim_id,
    claim,
    speaker_id,
    speaker,
    count(*) as appearances,
    min(first_seen) as first_seen,
    max(last_seen) as last_seen
from speaker_occasions
-- Only claims that a speaker may have made more than once: an index of the claimants has them, but for those that were judged the same as
-- others and speakers with several names. To count the occasions of all takes seconds.
where claim_id in (
    select claim_id from appearances group by claimant_id, claim_id having count(*) > 1
    union all
    select cluster_id from match_clusters
    union all
    select appearances.claim_id
    from claimants as other_names
    join claimants as names on names.id in (other_names.id, other_names.name_of_id)
    join appearances on appearances.claimant_id = names.id
    where other_names.name_of_id is not null
)
group by claim_id, coalesce(speaker_id, lower(speaker))
having count(*) > 1
order by appearances desc, claim_id, speaker;
