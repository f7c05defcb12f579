-- Claims judged the same are one cluster, and the lowest id stands for it. What is read here is the table
-- match_clusters, which triggers keep as people judge: nobody follows a chain of judgements to show a claim.

-- What that table is to hold, worked out from the judgements: to fill it, and to see whether it is whole.
-- Each cluster is walked from those of its claims that are the higher one of no pair; the lowest is among them.
create view judged_clusters as
with recursive reach(start_id, claim_id) as (
    select left_id, left_id from matches
    where judgement = 'same' and left_id not in (select right_id from matches where judgement = 'same')
    union
    select reach.start_id, m.right_id from reach cross join matches as m on m.left_id = reach.claim_id
    where m.judgement = 'same'
    union
    select reach.start_id, m.left_id from reach cross join matches as m on m.right_id = reach.claim_id
    where m.judgement = 'same'
)
select claim_id, min(start_id) as cluster_id
from reach
group by claim_id;

-- Claims judged the same, directly or by way of others. A claim that no judgement joins to another has no row here.
create view claim_clusters as
select
    claim_id,
    cluster_id,
    (select count(*) from match_clusters as others where others.cluster_id = match_clusters.cluster_id) as size
from match_clusters;

-- Each claim with all that are judged the same, itself among them: of every claim, for what is told of a cluster.
create view cluster_members as
select
    claims.id as claim_id,
    coalesce(own.cluster_id, claims.id) as cluster_id,
    coalesce(others.claim_id, claims.id) as member_id
from claims
left join match_clusters as own on own.claim_id = claims.id
left join match_clusters as others on others.cluster_id = own.cluster_id;

-- SQLite has no procedures: to insert two claims into this view is to part their cluster where no judgement joins them
-- any more (triggers_clusters.sql).
create view parted_claims as select null as left_id, null as right_id where false;
