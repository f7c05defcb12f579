-- Each name with the claimant that it stands for, usually itself: use it to count, group or compare speakers.
-- Subqueries instead of a join, so that it costs one look-up in any query. A condition on `standing_id` uses the index
-- claimants_standing.
create view standing_claimants as
select
    claimants.id as id,
    claimants.name as written,
    coalesce(claimants.name_of_id, claimants.id) as standing_id,
    iif(
        claimants.name_of_id is null,
        claimants.name,
        (select standing.name from claimants as standing where standing.id = claimants.name_of_id)
    ) as name,
    iif(
        claimants.name_of_id is null,
        claimants.kind,
        (select standing.kind from claimants as standing where standing.id = claimants.name_of_id)
    ) as kind
from claimants;
