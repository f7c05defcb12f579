-- Queue for the match index every claim whose words, or whose reviews' headlines, change, or that is quoted in other words;
-- and those whose words or speaker change for `duplicates` as well.
-- Plain SQL only: another client must be able to write claims without our Python functions.
-- An ON CONFLICT of the outer statement overrides the IGNORE here; each policy is harmless on one column.

drop trigger if exists match_claim_inserted;
create trigger match_claim_inserted after insert on claims begin
    insert or ignore into match_pending (claim_id) values (new.id);
    insert or ignore into match_uncompared (claim_id) values (new.id);
end;

drop trigger if exists match_claim_reworded;
create trigger match_claim_reworded after update of id, text on claims begin
    insert or ignore into match_pending (claim_id) values (old.id);
    insert or ignore into match_pending (claim_id) values (new.id);
    insert or ignore into match_uncompared (claim_id) values (new.id);
end;

-- What was suggested of the words before says nothing of these: `duplicates` compares them anew. What a person judged stays.
drop trigger if exists match_claim_reworded_has_no_suggestions;
create trigger match_claim_reworded_has_no_suggestions after update of text on claims when old.text <> new.text begin
    delete from matches where left_id = new.id and judgement = 'unjudged';
    delete from matches where right_id = new.id and judgement = 'unjudged';
end;

-- Nor does a pair that is not judged any more wait with a score of words that are gone.
drop trigger if exists match_of_other_words_is_dropped;
create trigger match_of_other_words_is_dropped after update of judgement on matches
when new.judgement = 'unjudged' and old.judgement <> 'unjudged'
    and (select is_scored_otherwise from match_words where id = new.id)
begin
    insert or ignore into match_uncompared (claim_id) values (new.left_id);
    insert or ignore into match_uncompared (claim_id) values (new.right_id);
    delete from matches where id = new.id;
end;

-- Who was another speaker is none any more, or the other way round: `duplicates` compares these claims anew.
drop trigger if exists match_claimant_joined;
create trigger match_claimant_joined after update of name_of_id on claimants
when new.name_of_id is not old.name_of_id
begin
    insert or ignore into match_uncompared (claim_id) select id from claims where claimant_id = new.id;
    delete from matches
    where judgement = 'unjudged' and id in (
        select matches.id
        from claims as one
        cross join matches on matches.left_id = one.id or matches.right_id = one.id
        cross join claims as other on other.id = iif(matches.left_id = one.id, matches.right_id, matches.left_id)
        where one.claimant_id = new.id and other.claimant_id in (
            select id from standing_claimants
            where standing_id in (coalesce(old.name_of_id, old.id), coalesce(new.name_of_id, new.id))
        )
    );
end;

drop trigger if exists match_claim_deleted;
create trigger match_claim_deleted after delete on claims begin
    insert or ignore into match_pending (claim_id) values (old.id);
end;

drop trigger if exists match_headline_inserted;
create trigger match_headline_inserted after insert on reviews when new.headline is not null begin
    insert or ignore into match_pending (claim_id) values (new.claim_id);
end;

drop trigger if exists match_headline_changed;
create trigger match_headline_changed after update of headline, claim_id on reviews begin
    insert or ignore into match_pending (claim_id) values (old.claim_id);
    insert or ignore into match_pending (claim_id) values (new.claim_id);
end;

drop trigger if exists match_headline_deleted;
create trigger match_headline_deleted after delete on reviews when old.headline is not null begin
    insert or ignore into match_pending (claim_id) values (old.claim_id);
end;

drop trigger if exists match_quote_inserted;
create trigger match_quote_inserted after insert on appearances
when new.quote <> (select text from claims where id = new.claim_id)
begin
    insert or ignore into match_pending (claim_id) values (new.claim_id);
end;

drop trigger if exists match_quote_changed;
create trigger match_quote_changed after update of quote, claim_id, article_id on appearances
when coalesce(old.quote, new.quote) is not null
begin
    insert or ignore into match_pending (claim_id) values (old.claim_id);
    insert or ignore into match_pending (claim_id) values (new.claim_id);
end;

drop trigger if exists match_quote_deleted;
create trigger match_quote_deleted after delete on appearances when old.quote is not null begin
    insert or ignore into match_pending (claim_id) values (old.claim_id);
end;
