-- A published verdict is replaced by a correction, because it was wrong, or by an update: it was right, and the world has changed since.
-- Every replacement from before is a correction, as readers were told.
alter table reviews add column is_update integer not null default 0
    constraint update_replaces_a_review check (is_update in (0, 1) and (is_update = 0 or corrects_id is not null));

-- The due day of a published claim is now the day to look again. Until now publication left the day by which the claim was to be checked:
-- that one goes, and history keeps it. A day that somebody set or confirmed after publication stays.
create temp table met_deadlines as
select claims.id as claim_id, (
    select max(id) from history
    where table_name = 'claims' and row_id = claims.id and new_row ->> 'status' = 'published' and old_row ->> 'status' <> 'published'
) as published_at
from claims where status = 'published' and due_on is not null;

delete from met_deadlines where exists (
    select 1 from history
    where table_name = 'claims' and row_id = met_deadlines.claim_id and id > published_at
        and new_row ->> 'due_on' is not old_row ->> 'due_on'
);

insert into history (table_name, row_id, claim_id, operation, old_row, new_row)
select 'claims', met_deadlines.claim_id, met_deadlines.claim_id, 'update', new_row, json_set(new_row, '$.due_on', null)
from met_deadlines join history on history.id = (
    select max(id) from history where table_name = 'claims' and row_id = met_deadlines.claim_id
);

update claims set due_on = null where id in (select claim_id from met_deadlines);
drop table met_deadlines;
