-- Claims judged the same form a cluster, represented by its lowest id. These views read the table match_clusters, which triggers
-- keep up to date (triggers_clusters.sql), so that showing a claim needs no recursion over judgements.

-- The clusters computed from the judgements, to fill that table and to verify it. The recursion starts from each claim that is never
-- the right (higher) one of a pair; the lowest claim of each cluster is among these.
create view judged_clusters as
with recursive reached(start_id, claim_id) as (
    select left_id, left_id from matches
    where judgement = 'same' and left_id not in (select right_id from matches where judgement = 'same')
    union
    select reached.start_id, m.right_id from reached cross join matches as m on m.left_id = reached.claim_id
    where m.judgement = 'same'
    union
    select reached.start_id, m.left_id from reached cross join matches as m on m.right_id = reached.claim_id
    where m.judgement = 'same'
)
select claim_id, min(start_id) as cluster_id
from reached
group by claim_id;

-- Claims judged the same, directly or through others. A claim that is judged the same as no other has no row here.
create view claim_clusters as
select
    claim_id,
    cluster_id,
    (select count(*) from match_clusters as others where others.cluster_id = match_clusters.cluster_id) as size
from match_clusters;

-- Each claim with all members of its cluster, itself included; a claim in no cluster is its own only member.
create view cluster_members as
select
    claims.id as claim_id,
    coalesce(own.cluster_id, claims.id) as cluster_id,
    coalesce(others.claim_id, claims.id) as member_id
from claims
left join match_clusters as own on own.claim_id = claims.id
left join match_clusters as others on others.cluster_id = own.cluster_id;

-- Which of the claims judged the same goes first wherever only one of them is listed: the one with the lowest `place` and, of several,
-- the one filed first. That is the claim that somebody has in hand, then the one furthest on its way, then the most urgent.
create view claim_places as
select
    id as claim_id,
    status,
    assignee,
    iif(assignee is not null and status in ('open', 'checking', 'in_review'), 0, 100)
        + case status
            when 'published' then 10 when 'in_review' then 20 when 'checking' then 30 when 'open' then 40
            when 'proposed' then 50 when 'parked' then 60 else 70
        end
        + case priority when 'high' then 0 when 'normal' then 1 else 2 end as place
from claims;

-- Published claims of which readers get no verdict for now: one of ours is held, and none is left.
create view held_claims as
select held.claim_id as claim_id
from reviews as held
where held.held_on is not null and not exists (
    select 1 from reviews as others join publishers on publishers.id = others.publisher_id
    where others.claim_id = held.claim_id and others.status = 'published' and others.held_on is null and publishers.is_desk = 1
);

-- Claims of which we have a verdict in progress.
create view claims_with_drafts as
select claim_id from reviews where origin = 'desk' and status in ('draft', 'submitted', 'approved');

-- Each claim with those judged the same that are in hand or published and go before it. A list of what is to be checked leaves it out,
-- so that nobody takes it while somebody has another, or the verdict is out. Who has such a claim, or began a verdict, keeps it.
create view claims_ahead as
select own.claim_id as claim_id, ahead.claim_id as ahead_id
from match_clusters as own
cross join claim_places as behind on behind.claim_id = own.claim_id
cross join match_clusters as others on others.cluster_id = own.cluster_id and others.claim_id <> own.claim_id
cross join claim_places as ahead on ahead.claim_id = others.claim_id
where (ahead.place, ahead.claim_id) < (behind.place, behind.claim_id) and (
    ahead.status in ('open', 'checking', 'in_review')
    or (
        ahead.status = 'published'
        and ahead.claim_id not in (select claim_id from held_claims)
        and not exists (select 1 from claims_with_drafts where claims_with_drafts.claim_id = own.claim_id)
    )
);

-- Claims to be checked that nobody has, each with the first claim judged the same whose verdict is out.
create view claims_published_already as
select claims.id as claim_id, min(published.id) as published_id
from claims as published
cross join match_clusters as theirs on theirs.claim_id = published.id
cross join match_clusters as own on own.cluster_id = theirs.cluster_id
cross join claims on claims.id = own.claim_id
where published.status = 'published' and published.id not in (select claim_id from held_claims)
    and claims.status in ('open', 'checking') and claims.assignee is null
    and not exists (select 1 from claims_with_drafts where claims_with_drafts.claim_id = claims.id)
group by claims.id;

-- Used as a procedure, which SQLite does not have: inserting two claims into this view splits their cluster if no judgement joins
-- them any more (triggers_clusters.sql).
create view parted_claims as select null as left_id, null as right_id where false;
