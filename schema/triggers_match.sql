-- Queues for the match index (match_pending) each claim whose text changes, or the headlines of its reviews, or its quotes in
-- other words; and for `duplicates` (match_uncompared) each claim whose text or speaker changes.
-- Plain SQL only, so that any client can write claims without our Python functions.
-- The conflict clause of an outer statement overrides the OR IGNORE here; in these tables of one column every clause is harmless.

create trigger match_claim_inserted after insert on claims begin
    insert or ignore into match_pending (claim_id) values (new.id);
    insert or ignore into match_uncompared (claim_id) values (new.id);
end;

create trigger match_claim_reworded after update of text on claims begin
    insert or ignore into match_pending (claim_id) values (new.id);
    insert or ignore into match_uncompared (claim_id) values (new.id);
end;

-- Suggestions for the former text are deleted: `duplicates` compares the claim again. Judged pairs are kept.
create trigger match_claim_reworded_has_no_suggestions after update of text on claims when old.text <> new.text begin
    delete from matches where left_id = new.id and judgement = 'unjudged';
    delete from matches where right_id = new.id and judgement = 'unjudged';
    -- A judgement about the former text no longer decides for the claims judged the same as this one.
    insert or ignore into match_uncompared (claim_id)
    select iif(left_id = new.id, right_id, left_id) from matches
    where (left_id = new.id or right_id = new.id) and +judgement in ('different', 'unsure')  -- "+": by its ids
        and exists (select 1 from match_clusters where claim_id = new.id);
end;

-- A pair whose judgement is taken back is deleted, too, if its score is for a former text.
create trigger match_of_other_words_is_dropped after update of judgement on matches
when new.judgement = 'unjudged' and old.judgement <> 'unjudged'
    and (select is_scored_otherwise from match_words where id = new.id)
begin
    insert or ignore into match_uncompared (claim_id) values (new.left_id);
    insert or ignore into match_uncompared (claim_id) values (new.right_id);
    delete from matches where id = new.id;
end;

-- `duplicates` pairs a claim with one of several that were judged the same, which stands for the others (see claims_are_parted, too).
-- When that pair no longer does, the claim is compared again, so that another pair takes its place.
create trigger match_pair_deleted after delete on matches when old.suggestion <> 'conflict' begin
    insert or ignore into match_uncompared (claim_id)
    select iif(claim_id = old.left_id, old.right_id, old.left_id) from match_clusters
    where claim_id in (old.left_id, old.right_id);
end;

create trigger match_suggestion_changed after update of suggestion on matches
when old.suggestion not in ('conflict', new.suggestion)
begin
    insert or ignore into match_uncompared (claim_id)
    select iif(claim_id = new.left_id, new.right_id, new.left_id) from match_clusters
    where claim_id in (new.left_id, new.right_id);
end;

-- Pairs of a rejected claim do not wait for a judgement.
create trigger match_claim_rejected after update of status on claims
when new.status = 'rejected' and old.status <> 'rejected' and exists (select 1 from match_clusters where claim_id = new.id)
begin
    insert or ignore into match_uncompared (claim_id)
    select iif(left_id = new.id, right_id, left_id) from matches
    where (left_id = new.id or right_id = new.id) and +judgement <> 'same';  -- "+": by its ids
end;

-- When two names are joined or split, claims of different speakers become claims of one, or the reverse: `duplicates` compares
-- them again.
create trigger match_claimant_joined after update of name_of_id on claimants
when new.name_of_id is not old.name_of_id
begin
    insert or ignore into match_uncompared (claim_id) select id from claims where claimant_id = new.id;
    delete from matches
    where judgement = 'unjudged' and id in (
        select matches.id
        from claims as moved
        cross join matches on matches.left_id = moved.id or matches.right_id = moved.id
        cross join claims as other on other.id = iif(matches.left_id = moved.id, matches.right_id, matches.left_id)
        where moved.claimant_id = new.id and other.claimant_id in (
            select id from standing_claimants
            where standing_id in (coalesce(old.name_of_id, old.id), coalesce(new.name_of_id, new.id))
        )
    );
end;

create trigger match_claim_deleted after delete on claims begin
    insert or ignore into match_pending (claim_id) values (old.id);
end;

create trigger match_headline_inserted after insert on reviews when new.headline is not null begin
    insert or ignore into match_pending (claim_id) values (new.claim_id);
end;

create trigger match_headline_changed after update of headline, claim_id on reviews begin
    insert or ignore into match_pending (claim_id) values (old.claim_id);
    insert or ignore into match_pending (claim_id) values (new.claim_id);
end;

create trigger match_headline_deleted after delete on reviews when old.headline is not null begin
    insert or ignore into match_pending (claim_id) values (old.claim_id);
end;

create trigger match_quote_inserted after insert on appearances
when new.quote <> (select text from claims where id = new.claim_id)
begin
    insert or ignore into match_pending (claim_id) values (new.claim_id);
end;

create trigger match_quote_changed after update of quote, claim_id, article_id on appearances
when coalesce(old.quote, new.quote) is not null
begin
    insert or ignore into match_pending (claim_id) values (old.claim_id);
    insert or ignore into match_pending (claim_id) values (new.claim_id);
end;

create trigger match_quote_deleted after delete on appearances when old.quote is not null begin
    insert or ignore into match_pending (claim_id) values (old.claim_id);
end;
