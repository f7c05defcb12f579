-- Each name with the claimant that it stands for, itself mostly: what counts, groups or asks for the same speaker reads this.
-- No join, that it costs one look-up wherever it is read; its condition on `standing_id` is found by the index claimants_standing.
create view standing_claimants as
select
    claimants.id as id,
    claimants.name as written,
    coalesce(claimants.name_of_id, claimants.id) as standing_id,
    iif(
        claimants.name_of_id is null,
        claimants.name,
        (select stands.name from claimants as stands where stands.id = claimants.name_of_id)
    ) as name,
    iif(
        claimants.name_of_id is null,
        claimants.kind,
        (select stands.kind from claimants as stands where stands.id = claimants.name_of_id)
    ) as kind
from claimants;
