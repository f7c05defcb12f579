-- What a verdict of ours is about, as two people signed it: the claim's words (claim_reviewed, which was there for
-- imported reviews), whose they are and their day. Kept at publication, so that nothing done to the claim since is
-- public, nor told of verdicts that were taken back.
alter table reviews add column claimant_reviewed text;
alter table reviews add column claimed_on_reviewed text check (claimed_on_reviewed is date(claimed_on_reviewed));

update reviews
set (claim_reviewed, claimant_reviewed, claimed_on_reviewed) = (
    select claims.text, claimants.name, claims.claimed_on
    from claims left join claimants on claimants.id = claims.claimant_id
    where claims.id = reviews.claim_id
)
where origin = 'desk' and (
    status = 'published'
    or status = 'withdrawn' and exists (
        select 1 from history
        where table_name = 'reviews' and row_id = reviews.id and new_row ->> 'status' = 'published'
    )
);
