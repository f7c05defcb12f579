-- What the verdicts of the desk are about. In public a review says what was signed; on the desk a claim says what it says
-- now. The two differ while a correction is under way, and only then.

-- Of each review the claim: of ours that are or were out as it was signed, of another publisher's in the words that it rated,
-- of all others as it stands.
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
    -- Whose kind, role and address they are. A claimant that was renamed since is still the claim's; a name that was joined
    -- to another after the verdict was out is read as before.
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

-- Reviews of ours that a second person signed and nobody is correcting: what they are about stays (triggers_signed.sql).
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
        '9999' -- where history does not know, no link came later
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

-- Reviews of ours that readers have or had, with what they said when they came out: history knows.
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

-- Where each review stands on the public site: the page of a correction is that of the first review it goes back to, so that
-- an address which readers have keeps its meaning.
create view review_pages as
with recursive versions (review_id, page_id) as (
    select id, id from reviews where corrects_id is null
    union
    select reviews.id, versions.page_id from versions cross join reviews on reviews.corrects_id = versions.review_id
)
select review_id, page_id from versions;
