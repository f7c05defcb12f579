-- Who added a link and who judged a pair: if the actor is known, nobody does it in someone else's name. A plain SQL client without an
-- actor may. What history has already may return, since a step that is undone restores the names as well.

create trigger evidence_is_added_by_actor before insert on evidence
when new.added_by <> (select actor from audit_context where id = 1) collate nocase
    and not exists (
        select 1 from history
        where table_name = 'evidence' and row_id = new.id and operation = 'delete' and old_row ->> 'added_by' = new.added_by
    )
begin
    select raise(abort, 'Refused: you can add evidence only in your own name; leave added_by out');
end;

create trigger evidence_added_by_is_final before update of added_by on evidence
when old.added_by is not null and old.added_by is not new.added_by
    and (select actor from audit_context where id = 1) is not null
    and not exists (
        select 1 from history
        where table_name = 'evidence' and row_id = new.id and new_row ->> 'added_by' is new.added_by
    )
begin
    select raise(abort, 'Refused: who added evidence cannot be changed afterwards');
end;

-- A judgement that is changed without its judge and time gets the actor (matches_judged_by).
create trigger matches_judge_is_actor before update of judgement, judged_by, judged_at on matches
when (old.judged_by, old.judged_at) is not (new.judged_by, new.judged_at)
    and new.judged_by <> (select actor from audit_context where id = 1) collate nocase
    and not exists (
        select 1 from history
        where table_name = 'matches' and row_id = new.id
            and (new_row ->> 'judgement', new_row ->> 'judged_by', new_row ->> 'judged_at')
                is (new.judgement, new.judged_by, new.judged_at)
    )
begin
    select raise(abort, 'Refused: you can judge a pair only in your own name; leave judged_by and judged_at out');
end;
