-- Which scores and judgements of pairs are outdated because a claim was reworded since: a judged pair keeps both.

create view rewordings as
select id, row_id as claim_id, old_row ->> 'text' as text_before
from history
where table_name = 'claims' and operation = 'update' and old_row ->> 'text' <> new_row ->> 'text';

-- The claim's text is compared with its text at that time, so a rewording that was undone does not count. An unjudged pair has no
-- outdated judgement.
create view match_words as
select
    matches.id as id,
    exists (
        select 1 from claims
        where claims.id in (matches.left_id, matches.right_id) and claims.text <> (
            select text_before from rewordings
            where claim_id = claims.id and rewordings.id > (
                select max(history.id) from history
                where table_name = 'matches' and row_id = matches.id and (
                    operation = 'insert'
                    or (old_row ->> 'score', old_row ->> 'reasons', old_row ->> 'differences')
                        is not (new_row ->> 'score', new_row ->> 'reasons', new_row ->> 'differences')
                )
            )
            order by rewordings.id limit 1
        )
    ) as is_scored_otherwise,
    exists (
        select 1 from claims
        where claims.id in (matches.left_id, matches.right_id) and claims.text <> (
            select text_before from rewordings
            where claim_id = claims.id and rewordings.id > (
                select min(history.id) from history
                where table_name = 'matches' and row_id = matches.id and operation = 'update'
                    and new_row ->> 'judged_at' = matches.judged_at
            )
            order by rewordings.id limit 1
        )
    ) as is_judged_otherwise
from matches;
