-- What readers get of a verdict beside its own row: of ours what was signed (signed_verdicts), of another publisher's what
-- stands on the desk. Where the claim is seen later goes on being added: it adds to the verdict, and changes nothing of it.

-- Each appearance of a claim, or of one judged the same, as readers see it. `counts` where the desk counts it as an occasion. The
-- speaker is whom the article names: that "a person who was there" is another name of somebody known is not for the public.
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
    exists (
        select 1 from claim_occasions
        where claim_occasions.claim_id = claim_sightings.claim_id and appearance_id = appearances.id
    ) as counts
from claim_sightings
join appearances on appearances.id = claim_sightings.appearance_id
join articles on articles.id = appearances.article_id
left join claimants on claimants.id = appearances.claimant_id;

-- Of each review what a second person would sign now. The appearances are by their id, that each is found at once, in the
-- order in which ClaimReview tells their addresses: the first seen first.
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

-- What each verdict of ours rests on: an address, or a source in words. A copy of the page may be saved later.
create view published_evidence as
select
    reviews.id as review_id,
    reviews.claim_id as claim_id,
    link.value ->> 'id' as id,
    link.value ->> 'url' as url,
    link.value ->> 'source' as source,
    link.value ->> 'title' as title,
    link.value ->> 'stance' as stance,
    link.value ->> 'quote' as quote,
    link.value ->> 'is_primary' as is_primary,
    coalesce(
        link.value ->> 'archived_url',
        (
            select archived_url from evidence
            where evidence.claim_id = reviews.claim_id
                and coalesce(evidence.url, evidence.source) = coalesce(link.value ->> 'url', link.value ->> 'source')
        )
    ) as archived_url
from reviews
join signed_verdicts on signed_verdicts.review_id = reviews.id
cross join json_each(signed_verdicts.said, '$.evidence') as link
where reviews.status = 'published';

-- Where the claim of each published review of ours stood when it was signed, by `place` in that order. All of it stays but what
-- nobody knew: an address, a day or a name of the page that is told later.
create view signed_sightings as
select
    reviews.id as review_id,
    reviews.claim_id as claim_id,
    iif(seen.value ->> 'url' is null, null, seen.id) as place,
    cast(seen.key as integer) as id,
    seen.value ->> 'quote' as quote,
    seen.value ->> 'speaker' as speaker,
    seen.value ->> 'kind' as kind,
    coalesce(seen.value ->> 'seen_on', appearances.said_on, articles.published_on) as seen_on,
    null as known_by,
    coalesce(seen.value ->> 'outlet', articles.outlet) as outlet,
    coalesce(seen.value ->> 'title', articles.title) as title,
    coalesce(seen.value ->> 'url', articles.url) as url,
    seen.value ->> 'counts' as counts
from reviews
join signed_verdicts on signed_verdicts.review_id = reviews.id
cross join json_each(signed_verdicts.said, '$.appearances') as seen
left join appearances on appearances.id = cast(seen.key as integer)
left join articles on articles.id = appearances.article_id
where reviews.status = 'published';

-- Where it was found to stand since; of another publisher's review, everywhere. An article's next version, or a day that is told
-- later, is no further occasion of what was signed.
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
    later.counts and not exists (
        select 1 from same_occasions
        where kept_id = later.id and said -> ('$.appearances.' || again_id) is not null
    ) and not exists (
        with recursive former (id) as (
            select previous_id from articles where articles.id = later.article_id
            union
            select previous_id from former join articles on articles.id = former.id
        )
        select 1 from former cross join appearances on appearances.article_id = former.id
        where said -> ('$.appearances.' || appearances.id) is not null
    ) as counts
from reviews
left join signed_verdicts on signed_verdicts.review_id = reviews.id
cross join sighting_details as later on later.claim_id = reviews.claim_id
where reviews.status = 'published' and said -> ('$.appearances.' || later.id) is null;

-- Both. Ask each for itself where the review is that of another row: of a union SQLite would read all reviews.
create view published_sightings as
select * from signed_sightings union all select * from later_sightings;
