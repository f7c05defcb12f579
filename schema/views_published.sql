-- What readers see of a verdict besides its own row: for ours what was signed (signed_verdicts), for another publisher's what is on
-- the desk now. Later appearances of the claim are still added, which changes nothing in the verdict. Of an approved one it is what they
-- would see if it were published now; whoever reads for readers leaves it out.

-- Each appearance of a claim, or of one judged the same, as readers see it. `counts` is 1 if the desk counts it as an occasion. The
-- speaker is as named in the article: that "a person who was there" is another name of a known claimant is not for the public.
create view sighting_details as
select
    claim_sightings.claim_id as claim_id,
    appearances.id as id,
    appearances.quote as quote,
    coalesce(claimants.name, appearances.speaker_as_written) as speaker,
    appearances.kind as kind,
    claim_sightings.seen_on as seen_on,
    coalesce(claim_sightings.seen_on, date(articles.created_at)) as known_by,
    articles.id as article_id,
    articles.outlet as outlet,
    articles.title as title,
    articles.url as url,
    replace(cast(articles.language as blob), '_', '-') as language, -- an older claimtrack stored what pages say, such as pt_BR
    exists (
        select 1 from claim_occasions
        where claim_occasions.claim_id = claim_sightings.claim_id and appearance_id = appearances.id
    ) as counts
from claim_sightings
join appearances on appearances.id = claim_sightings.appearance_id
join articles on articles.id = appearances.article_id
left join claimants on claimants.id = appearances.claimant_id;

-- Each version of the articles whose newest version is withdrawn, with that day: their page is what the outlet took back.
create view withdrawn_articles as
with recursive versions (id, withdrawn_on) as (
    select id, withdrawn_on from articles
    where withdrawn_on is not null and not exists (select 1 from articles as newer where newer.previous_id = articles.id)
    union
    select articles.previous_id, versions.withdrawn_on from versions join articles using (id) where articles.previous_id is not null
)
select id, withdrawn_on from versions;

-- What a second person would sign of each review now. The appearances are an object with their ids as keys, so that one can be looked
-- up by id, in the order in which ClaimReview lists their addresses: the first seen first.
create view verdict_contents as
select
    reviews.id as review_id,
    json_object(
        'claimant_kind', claimants.kind,
        'claimant_role', claimants.role,
        'claimant_url', claimants.url,
        'definition', (select definition from ratings where ratings.id = reviews.rating_id),
        'first_seen', (select min(seen_on) from claim_sightings where claim_sightings.claim_id = reviews.claim_id),
        'evidence', (
            select json_group_array(
                json_object(
                    'id', id, iif(url is null, 'source', 'url'), coalesce(url, source), 'title', title, 'stance', stance,
                    'quote', quote, 'is_primary', is_primary, 'archived_url', archived_url
                )
            )
            from (select * from evidence where evidence.claim_id = reviews.claim_id order by id)
        ),
        'appearances', (
            select json_group_object(
                id,
                json_object(
                    'quote', quote, 'speaker', speaker, 'kind', kind, 'seen_on', seen_on, 'outlet', outlet, 'title', title,
                    'url', url, 'counts', counts
                )
            )
            from (
                select * from sighting_details where sighting_details.claim_id = reviews.claim_id
                order by min(known_by) over (partition by url), min(id) over (partition by url), id
            )
        )
    ) as said
from reviews
join review_subjects on review_subjects.review_id = reviews.id
left join claimants on claimants.id = review_subjects.claimant_id;

-- The evidence of each approved or published verdict of ours as it was signed, web pages and sources in words. The archived copy may be
-- added later, and so may the day on which its publisher retracted it.
create view signed_evidence as
select
    reviews.id as review_id,
    reviews.claim_id as claim_id,
    signed.value ->> 'id' as id,
    signed.value ->> 'url' as url,
    signed.value ->> 'source' as source,
    signed.value ->> 'title' as title,
    signed.value ->> 'stance' as stance,
    signed.value ->> 'quote' as quote,
    signed.value ->> 'is_primary' as is_primary,
    coalesce(signed.value ->> 'archived_url', evidence.archived_url) as archived_url,
    coalesce(
        evidence.retracted_on,
        -- Whoever corrects the verdict may have removed it from the claim by now. Others may since have taken the mark back.
        (
            select gone.old_row ->> 'retracted_on' from history as gone
            where gone.table_name = 'evidence' and gone.row_id = signed.value ->> 'id' and gone.operation = 'delete'
                and gone.old_row ->> 'retracted_on' is not null
                and not exists (
                    select 1 from evidence as same
                    join history as later on later.table_name = 'evidence' and later.row_id = same.id and later.id > gone.id
                    where (same.url = signed.value ->> 'url' or same.claim_id = reviews.claim_id and same.source = signed.value ->> 'source')
                        and later.old_row ->> 'retracted_on' is not null and later.new_row ->> 'retracted_on' is null
                )
            order by gone.id desc limit 1
        )
    ) as retracted_on
from reviews
join signed_verdicts on signed_verdicts.review_id = reviews.id
cross join json_each(signed_verdicts.said, '$.evidence') as signed
-- By its address or words, each by an index: it may have been removed and added again.
left join evidence on evidence.claim_id = reviews.claim_id
    and (evidence.url = signed.value ->> 'url' or evidence.source = signed.value ->> 'source')
where reviews.status in ('approved', 'published');

-- That of the published ones.
create view published_evidence as
select signed_evidence.* from reviews cross join signed_evidence on review_id = reviews.id where reviews.status = 'published';

-- The appearances of the claim of each approved or published review of ours as they were signed, `place` giving their order. Values that
-- were unknown then (a date, an address, a title or outlet) are filled in when they become known, and so are the language of the article
-- and that its outlet withdrew it.
create view signed_sightings as
select
    reviews.id as review_id,
    reviews.claim_id as claim_id,
    iif(signed.value ->> 'url' is null, null, signed.id) as place,
    cast(signed.key as integer) as id,
    signed.value ->> 'quote' as quote,
    signed.value ->> 'speaker' as speaker,
    signed.value ->> 'kind' as kind,
    coalesce(signed.value ->> 'seen_on', appearances.said_on, articles.published_on) as seen_on,
    null as known_by,
    coalesce(signed.value ->> 'outlet', articles.outlet) as outlet,
    coalesce(signed.value ->> 'title', articles.title) as title,
    coalesce(signed.value ->> 'url', articles.url) as url,
    withdrawn_articles.withdrawn_on as withdrawn_on,
    replace(cast(articles.language as blob), '_', '-') as language,
    signed.value ->> 'counts' as counts
from reviews
join signed_verdicts on signed_verdicts.review_id = reviews.id
cross join json_each(signed_verdicts.said, '$.appearances') as signed
left join appearances on appearances.id = cast(signed.key as integer)
left join articles on articles.id = appearances.article_id
left join withdrawn_articles on withdrawn_articles.id = appearances.article_id
where reviews.status in ('approved', 'published');

-- The appearances found after the review was signed; for another publisher's review, all of them. Another version of an article, or
-- a date added later, does not make a signed appearance count twice.
create view later_sightings as
select
    reviews.id as review_id,
    reviews.claim_id as claim_id,
    null as place,
    later.id as id,
    later.quote as quote,
    later.speaker as speaker,
    later.kind as kind,
    later.seen_on as seen_on,
    later.known_by as known_by,
    later.outlet as outlet,
    later.title as title,
    later.url as url,
    withdrawn_articles.withdrawn_on as withdrawn_on,
    later.language as language,
    later.counts and not exists (
        select 1 from same_occasions
        where kept_id = later.id and said -> ('$.appearances.' || again_id) is not null
    ) and not exists (
        with recursive former_versions (id) as (
            select previous_id from articles where articles.id = later.article_id
            union
            select previous_id from former_versions join articles on articles.id = former_versions.id
        )
        select 1 from former_versions cross join appearances on appearances.article_id = former_versions.id
        where said -> ('$.appearances.' || appearances.id) is not null
    ) as counts
from reviews
left join signed_verdicts on signed_verdicts.review_id = reviews.id
cross join sighting_details as later on later.claim_id = reviews.claim_id
left join withdrawn_articles on withdrawn_articles.id = later.article_id
where reviews.status in ('approved', 'published') and said -> ('$.appearances.' || later.id) is null;

-- Both. A correlated query should use the two views separately: through the UNION ALL SQLite would scan all reviews.
create view verdict_sightings as
select * from signed_sightings union all select * from later_sightings;

-- Those of the published reviews.
create view published_sightings as
select verdict_sightings.* from reviews cross join verdict_sightings on review_id = reviews.id where reviews.status = 'published';
