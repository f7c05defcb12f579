-- What reviews are about. In public a review shows the claim as it was signed, on the desk the claim is shown as it is now. The two
-- differ only while a correction or an update is in progress.

-- The claim of each review: for ours that are or were published, as it was signed; for another publisher's, in the words that it
-- rated; otherwise as it is now.
create view review_subjects as
select
    reviews.id as review_id,
    coalesce(reviews.claim_reviewed, claims.text) as claim,
    iif(
        reviews.origin = 'desk' and reviews.claim_reviewed is not null,
        reviews.claimant_reviewed,
        (select name from standing_claimants where standing_claimants.id = claims.claimant_id)
    ) as claimant,
    iif(
        reviews.origin = 'desk' and reviews.claim_reviewed is not null, reviews.claimed_on_reviewed, claims.claimed_on
    ) as claimed_on,
    -- For the claimant's kind, role and address. If no claimant has the signed name any more, it was renamed: then it is the claim's.
    -- A name that was joined to another after publication still means its own row.
    iif(
        reviews.origin = 'desk' and reviews.claim_reviewed is not null,
        iif(
            reviews.claimant_reviewed is null,
            null,
            coalesce((select id from claimants as named where name = reviews.claimant_reviewed), claims.claimant_id)
        ),
        (select standing_id from standing_claimants where standing_claimants.id = claims.claimant_id)
    ) as claimant_id
from reviews
join claims on claims.id = reviews.claim_id;

-- Reviews of ours that are approved or published and not being replaced: their claim cannot change (triggers_signed.sql).
create view signed_reviews as
select
    reviews.id as review_id,
    reviews.claim_id as claim_id,
    reviews.claim_reviewed as claim_reviewed,
    reviews.claimant_reviewed as claimant_reviewed,
    reviews.claimed_on_reviewed as claimed_on_reviewed,
    coalesce(
        (
            select max(history.happened_at) from history
            where history.table_name = 'reviews' and history.row_id = reviews.id
                and history.new_row ->> 'status' = 'approved' and history.old_row ->> 'status' <> 'approved'
        ),
        '9999' -- without an approval in history
    ) as signed_at
from reviews
where reviews.origin = 'desk'
    and (
        reviews.status = 'approved'
        or reviews.status = 'published' and not exists (
            select 1
            from reviews as corrections join reviews as corrected on corrected.id = corrections.corrects_id
            where corrections.claim_id = reviews.claim_id and corrections.status in ('draft', 'submitted')
                and corrected.claim_id = reviews.claim_id and corrected.status = 'published'
        )
    );

-- The evidence and the appearances that these reviews rest on, by their ids: not by their times, because what was done in a copy of
-- the desk is brought back later with the times that it had there.
create view signed_rows as
select signed_reviews.claim_id as claim_id, 'evidence' as table_name, signed.value ->> 'id' as row_id
from signed_reviews
join signed_verdicts on signed_verdicts.review_id = signed_reviews.review_id
join json_each(signed_verdicts.said, '$.evidence') as signed
union all
select signed_reviews.claim_id, 'appearances', cast(signed.key as integer)
from signed_reviews
join signed_verdicts on signed_verdicts.review_id = signed_reviews.review_id
join json_each(signed_verdicts.said, '$.appearances') as signed;

-- Reviews of ours that are or were published, with what they said at publication, from history.
create view verdicts_as_published as
select
    reviews.id as review_id,
    new_row ->> 'rating_id' as rating_id,
    new_row ->> 'headline' as headline,
    new_row ->> 'summary' as summary,
    new_row ->> 'reviewed_on' as reviewed_on
from reviews
join history on history.id = (
    select max(history.id) from history
    where table_name = 'reviews' and row_id = reviews.id
        and new_row ->> 'status' = 'published' and old_row ->> 'status' <> 'published'
)
where origin = 'desk' and (status = 'published' or status = 'withdrawn' and claim_reviewed is not null);

-- The page of each review on the public site: a correction or update is on the page of the first review that it goes back to, so that an
-- address which readers have stays valid. `feed_id` is the id of its entry in feeds, its own or an earlier version's; NULL if that is
-- its address.
create view review_pages as
with recursive versions (review_id, page_id, feed_id) as (
    select id, id, feed_id from reviews where corrects_id is null
    union
    select reviews.id, versions.page_id, coalesce(reviews.feed_id, versions.feed_id)
    from versions cross join reviews on reviews.corrects_id = versions.review_id
)
select review_id, page_id, feed_id from versions;
