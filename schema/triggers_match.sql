-- Queue for the match index every claim whose words, or whose reviews' headlines, change, or that is quoted in other words;
-- and those whose words change for `duplicates` as well.
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
