-- Sign-off has no way round it: what a second person agreed to is what goes out, and theirs is the last
-- word before it does. The steps themselves are in triggers.sql.

-- Else a draft could be approved, reworded, and published with a signature it never had.
create trigger reviews_approved_stays
before update of claim_id, publisher_id, rating_id, headline, summary, correction_note on reviews
when old.status = 'approved' and new.status in ('approved', 'published') and old.origin = 'desk'
    and (old.claim_id, old.publisher_id, old.rating_id, old.headline, old.summary, old.correction_note)
        is not (new.claim_id, new.publisher_id, new.rating_id, new.headline, new.summary, new.correction_note)
begin
    select raise(abort, 'Refused: an approved review is not edited; send it back to draft first');
end;

-- Else an approval from an earlier round would pass for one of this round.
create trigger reviews_approval_is_fresh before update of status on reviews
when new.status = 'approved' and old.status <> 'approved' and new.origin = 'desk'
    and coalesce(new.approved_by <> (select actor from audit_context where id = 1), 0)
begin
    select raise(abort, 'Refused: a review is approved in one''s own name');
end;

-- Else one person's words could go out under two names: drafted by one, rewritten and approved by another.
create trigger reviews_approver_did_not_write before update of approved_by on reviews
when new.approved_by is not null and old.approved_by is not new.approved_by and new.origin = 'desk'
    and exists (
        select 1 from history
        where table_name = 'reviews' and row_id = new.id and operation = 'update' and actor = new.approved_by
            and (
                json_extract(old_row, '$.rating_id') is not json_extract(new_row, '$.rating_id')
                or json_extract(old_row, '$.headline') is not json_extract(new_row, '$.headline')
                or json_extract(old_row, '$.summary') is not json_extract(new_row, '$.summary')
                or json_extract(old_row, '$.correction_note') is not json_extract(new_row, '$.correction_note')
            )
    )
begin
    select raise(abort, 'Refused: who changed the words or the rating of a review does not approve it; a third person does');
end;

create trigger reviews_draft_is_unsigned after update of status on reviews
when new.status = 'draft' and new.approved_by is not null
begin
    update reviews
    set approved_by = null,
        claim_reviewed = iif(origin = 'desk', null, claim_reviewed),
        claimant_reviewed = null,
        claimed_on_reviewed = null
    where id = new.id;
end;

-- Else a review could come in as approved or published, past every step.
create trigger reviews_enter_as_draft before insert on reviews
when new.origin = 'desk' and new.status <> 'draft'
begin
    select raise(abort, 'Refused: a review of ours enters as a draft, and goes its steps with updates');
end;

create trigger reviews_published_stay before delete on reviews
when old.status = 'published' and old.origin = 'desk'
begin
    select raise(abort, 'Refused: a published review is not deleted; withdraw it');
end;

-- Else a draft of ours would need no second person once it is called imported.
create trigger reviews_origin_is_final before update of origin on reviews when old.origin <> new.origin
begin
    select raise(abort, 'Refused: whether a review is ours or imported is not changed afterwards');
end;

create trigger reviews_imported_is_not_ours before insert on reviews
when new.origin = 'imported' and (select is_desk from publishers where id = new.publisher_id)
begin
    select raise(abort, 'Refused: a review of our own desk is drafted and signed here, not imported');
end;

create trigger reviews_imported_stays_theirs before update of publisher_id on reviews
when new.origin = 'imported' and old.publisher_id <> new.publisher_id
    and (select is_desk from publishers where id = new.publisher_id)
begin
    select raise(abort, 'Refused: a review of our own desk is drafted and signed here, not imported');
end;

-- Two opposite verdicts of one desk would both go out, as documents and in the public copy. A correction takes the place
-- of what it corrects; the same verdict may stand in a second language. Two from before this rule stay, and can be mended.
create trigger reviews_one_verdict_stands before update of status on reviews
when new.status = 'published' and old.status <> 'published' and new.origin = 'desk'
    and not exists (select 1 from reviews where id = new.corrects_id and claim_id = new.claim_id and status = 'published')
    and exists (
        select 1 from reviews
        where claim_id = new.claim_id and id <> new.id and status = 'published' and origin = 'desk'
            and (rating_id is not new.rating_id or coalesce(language = new.language, 1))
    )
begin
    select raise(abort, 'Refused: the claim has a published verdict of this desk already; correct that one, or withdraw it first');
end;

-- Else one would be corrected into the place of another.
create trigger reviews_correction_takes_no_other_place before update of status on reviews
when new.status = 'published' and old.status <> 'published' and new.origin = 'desk' and new.corrects_id is not null
    and new.language is not (select language from reviews where id = new.corrects_id)
    and exists (
        select 1 from reviews
        where claim_id = new.claim_id and id not in (new.id, new.corrects_id) and status = 'published' and origin = 'desk'
            and language = new.language
    )
begin
    select raise(abort, 'Refused: the claim has another published verdict of this desk in this language; correct that one, and leave this one in its own');
end;
