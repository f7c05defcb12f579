-- Suggestions for a claim that was reworded after they were worked out tell of words that are gone. From here on a trigger
-- takes them away at once; `duplicates` works them out anew.
insert or ignore into match_uncompared (claim_id)
select claims.id from claims join history on history.table_name = 'claims' and history.row_id = claims.id
where history.operation = 'update' and history.old_row ->> 'text' <> history.new_row ->> 'text';

delete from matches
where judgement = 'unjudged' and exists (
    select 1 from history
    where table_name = 'claims' and row_id in (matches.left_id, matches.right_id)
        and operation = 'update' and old_row ->> 'text' <> new_row ->> 'text'
        and id > (
            select coalesce(max(id), 0) from history where table_name = 'matches' and row_id = matches.id
        )
);
