-- Claims judged the same form a cluster: match_clusters is updated with each judgement, and a judgement that contradicts
-- others is refused. Plain SQL only, so that it works for every client. A refusal checks the result of the writes before it
-- in the same trigger; RAISE(ABORT) rolls them back. ON CONFLICT instead of INSERT OR IGNORE, because the conflict clause of
-- the outer statement would override the latter.

create trigger matches_same_is_possible after update of judgement on matches
when new.judgement = 'same' and old.judgement <> 'same'
begin
    insert into match_clusters (claim_id, cluster_id)
    values (new.left_id, new.left_id), (new.right_id, new.right_id)
    on conflict (claim_id) do nothing;

    update match_clusters
    set cluster_id = merged.lower
    from (
        select min(cluster_id) as lower, max(cluster_id) as higher
        from match_clusters where claim_id in (new.left_id, new.right_id)
    ) as merged
    where match_clusters.cluster_id = merged.higher and merged.higher <> merged.lower;

    select raise(abort, 'Refused: these claims, or claims judged the same as them, were judged different; undo that judgement first')
    where exists (
        select 1
        from match_clusters as lefts
        cross join matches on matches.left_id = lefts.claim_id and matches.judgement = 'different'
        cross join match_clusters as rights on rights.claim_id = matches.right_id
        where rights.cluster_id = lefts.cluster_id
            and lefts.cluster_id = (select cluster_id from match_clusters where claim_id = new.left_id)
    );
end;

create trigger matches_different_is_possible after update of judgement on matches
when old.judgement <> new.judgement and (old.judgement = 'same' or new.judgement = 'different')
begin
    insert into parted_claims select new.left_id, new.right_id where old.judgement = 'same';

    select raise(abort, 'Refused: these two claims are the same by other judgements; undo one of those first')
    where new.judgement = 'different' and exists (
        select 1
        from match_clusters as lefts join match_clusters as rights on rights.cluster_id = lefts.cluster_id
        where lefts.claim_id = new.left_id and rights.claim_id = new.right_id
    );
end;

create trigger matches_deleted_joins_nothing after delete on matches when old.judgement = 'same'
begin
    insert into parted_claims values (old.left_id, old.right_id);
end;

-- Without one of its judgements a cluster splits in two at most: the claims that its lowest claim still reaches, and the rest.
-- The WITH is in a subquery because SQLite does not allow it at the top level of a statement in a trigger. CROSS JOIN fixes
-- the join order; otherwise SQLite may scan all judgements at each step of the recursion.
create trigger claims_are_parted instead of insert on parted_claims
begin
    update match_clusters
    set cluster_id = rest.lowest
    from (
        with recursive reached(claim_id) as (
            select cluster_id from match_clusters where claim_id = new.left_id
            union
            select m.right_id from reached cross join matches as m on m.left_id = reached.claim_id
            where m.judgement = 'same'
            union
            select m.left_id from reached cross join matches as m on m.right_id = reached.claim_id
            where m.judgement = 'same'
        )
        select claim_id, min(claim_id) over () as lowest
        from match_clusters
        where cluster_id = (select cluster_id from match_clusters where claim_id = new.left_id)
            and claim_id not in (select claim_id from reached)
    ) as rest
    where match_clusters.claim_id = rest.claim_id;

    -- If they are apart now: `duplicates` paired other claims with one of them, which stood for all (triggers_match.sql).
    insert or ignore into match_uncompared (claim_id)
    select others.claim_id
    from match_clusters as lefts
    join match_clusters as rights on rights.claim_id = new.right_id and rights.cluster_id <> lefts.cluster_id
    join match_clusters as others on others.cluster_id in (lefts.cluster_id, rights.cluster_id)
    where lefts.claim_id = new.left_id;

    delete from match_clusters
    where claim_id in (new.left_id, new.right_id) and not exists (
        select 1 from match_clusters as others
        where others.cluster_id = match_clusters.cluster_id and others.claim_id <> match_clusters.claim_id
    );
end;
