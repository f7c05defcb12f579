-- Sign-off has no way round it: what a second person agreed to is what goes out, and theirs is the last
-- word before it does. The steps themselves are in triggers.sql.

-- Else a draft could be approved, reworded, and published with a signature it never had. Its address and its day are often
-- known only once it is out: whoever publishes it gives them, in that step and not before.
create trigger reviews_approved_stays
before update of claim_id, publisher_id, rating_id, headline, summary, correction_note, corrects_id, language, url, reviewed_on
on reviews
when old.status = 'approved' and new.status in ('approved', 'published') and old.origin = 'desk'
    and (
        (
            old.claim_id, old.publisher_id, old.rating_id, old.headline, old.summary, old.correction_note, old.corrects_id,
            old.language
        ) is not (
            new.claim_id, new.publisher_id, new.rating_id, new.headline, new.summary, new.correction_note, new.corrects_id,
            new.language
        )
        or new.status = 'approved' and (old.url, old.reviewed_on) is not (new.url, new.reviewed_on)
    )
begin
    select raise(abort, 'Refused: an approved review cannot be edited; send it back first (you can still give its address and date when you publish it)');
end;

-- The names of people are compared as the log-in reads them, large and small letters alike, here and wherever one's own is
-- told from another's: `ada`, as the system calls her, and `Ada`, as she logs in, are no two people. (Of letters beyond a to z
-- SQLite knows no other size; claimtrack/core/desk/actors.py does.) The table's own check, second_person, compares letter by letter.
create trigger reviews_second_person before update of status, approved_by on reviews
when new.origin = 'desk' and new.status in ('approved', 'published')
    and (old.status, old.approved_by) is not (new.status, new.approved_by)
    and new.approved_by = new.drafted_by collate nocase
begin
    select raise(abort, 'Refused: someone other than its drafter must approve a review; another spelling of the same name does not count');
end;

-- Else an approval from an earlier round would pass for one of this round.
create trigger reviews_approval_is_fresh before update of status on reviews
when new.status = 'approved' and old.status <> 'approved' and new.origin = 'desk'
    and coalesce(new.approved_by <> (select actor from audit_context where id = 1) collate nocase, 0)
begin
    select raise(abort, 'Refused: you can approve a review only in your own name');
end;

-- Else one person's words could go out under two names: drafted by one, rewritten and approved by another.
create trigger reviews_approver_did_not_write before update of approved_by on reviews
when new.approved_by is not null and old.approved_by is not new.approved_by and new.origin = 'desk'
    and exists (
        select 1 from history
        where table_name = 'reviews' and row_id = new.id and operation = 'update' and actor = new.approved_by collate nocase
            and (
                json_extract(old_row, '$.rating_id') is not json_extract(new_row, '$.rating_id')
                or json_extract(old_row, '$.headline') is not json_extract(new_row, '$.headline')
                or json_extract(old_row, '$.summary') is not json_extract(new_row, '$.summary')
                or json_extract(old_row, '$.correction_note') is not json_extract(new_row, '$.correction_note')
            )
    )
begin
    select raise(abort, 'Refused: you changed the words or the rating of this review, so someone else must approve it');
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
    select raise(abort, 'Refused: a new review of ours must be a draft; insert it, then change its status step by step');
end;

create trigger reviews_published_stay before delete on reviews
when old.status = 'published' and old.origin = 'desk'
begin
    select raise(abort, 'Refused: a published review cannot be deleted; withdraw it instead');
end;

-- Else a draft of ours would need no second person once it is called imported.
create trigger reviews_origin_is_final before update of origin on reviews when old.origin <> new.origin
begin
    select raise(abort, 'Refused: whether a review is ours or imported cannot be changed afterwards');
end;

create trigger reviews_imported_is_not_ours before insert on reviews
when new.origin = 'imported' and (select is_desk from publishers where id = new.publisher_id)
begin
    select raise(abort, 'Refused: reviews of our own desk cannot be imported; draft and approve them here');
end;

create trigger reviews_imported_stays_theirs before update of publisher_id on reviews
when new.origin = 'imported' and old.publisher_id <> new.publisher_id
    and (select is_desk from publishers where id = new.publisher_id)
begin
    select raise(abort, 'Refused: reviews of our own desk cannot be imported; draft and approve them here');
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
    select raise(abort, 'Refused: the claim already has a published verdict of this desk; correct that one, or withdraw it first');
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
    select raise(abort, 'Refused: the claim already has a published verdict of this desk in this language; correct that one, and keep this one in its own language');
end;

-- A correction takes the place of what it corrects, also where whoever publishes it does not say so.
create trigger reviews_correction_takes_its_place after update of status on reviews
when new.status = 'published' and old.status <> 'published' and new.origin = 'desk' and new.corrects_id is not null
begin
    update reviews set status = 'withdrawn' where id = new.corrects_id and status = 'published';
end;

-- ── what readers had: of ours what is published, and what was before it was taken back ─────────────

-- It stays on record as they had it. One that an older claimtrack let be rewritten may only be put back to that (`doctor`).
create trigger reviews_published_is_final
before update of
    claim_id, publisher_id, rating_id, headline, summary, reviewed_on, approved_by, corrects_id, language, created_at
on reviews
when old.origin = 'desk' and (old.status = 'published' or old.status = 'withdrawn' and old.claim_reviewed is not null)
    and (
        (old.claim_id, old.publisher_id, old.approved_by, old.corrects_id, old.language, old.created_at)
            is not (new.claim_id, new.publisher_id, new.approved_by, new.corrects_id, new.language, new.created_at)
        or (old.rating_id, old.headline, old.summary, old.reviewed_on)
            is not (new.rating_id, new.headline, new.summary, new.reviewed_on)
        and (new.rating_id, new.headline, new.summary, new.reviewed_on) is not (
            select rating_id, headline, summary, reviewed_on from verdicts_as_published where review_id = old.id
        )
    )
begin
    select raise(abort, 'Refused: a published verdict must stay on record as readers saw it; publish a correction instead or, if it was withdrawn, draft another review');
end;

-- Taken up again it could be rewritten, and readers would no longer be told that it was taken back.
create trigger reviews_taken_back_stay_so before update of status on reviews
when old.status = 'withdrawn' and new.status = 'draft' and old.origin = 'desk' and old.claim_reviewed is not null
begin
    select raise(abort, 'Refused: readers saw this verdict, so its withdrawal must stay on record; draft another review of the claim');
end;

-- Where it stands is known once it is out, and changes with the site: no words of the verdict, but what leads readers to them.
-- So another person than the one whose words they are says it, in a name that history keeps.
create trigger reviews_address_is_mended_by_another before update of url on reviews
when old.origin = 'desk' and (old.status = 'published' or old.status = 'withdrawn' and old.claim_reviewed is not null)
    and old.url is not new.url
    and (
        old.status <> 'published'
        or new.status <> 'published'
        or coalesce((select actor from audit_context where id = 1) = old.drafted_by collate nocase, 1)
    )
begin
    select raise(abort, 'Refused: someone other than its drafter must change the address of a published verdict, in their own name; the address of a withdrawn one cannot be changed');
end;

-- Readers, and whoever reads ClaimReview, find one verdict at an address. Two from before this rule stay, and can be mended.
create trigger reviews_one_address_each before update of status, url on reviews
when new.status = 'published' and new.origin = 'desk' and (old.status <> 'published' or old.url is not new.url)
    and exists (
        select 1 from reviews
        where url = new.url and status = 'published' and origin = 'desk' and id <> new.id and id is not new.corrects_id
    )
begin
    select raise(abort, 'Refused: another published verdict of this desk already has this address; give each its own page, or an anchor such as #rent');
end;

-- What readers are told of it: while it stands nothing but the note of a correction, afterwards why and when it was taken back.
create trigger reviews_public_note_stays before update of correction_note, withdrawn_on on reviews
when old.origin = 'desk' and new.status = old.status
    and (old.status = 'published' or old.status = 'withdrawn' and old.claim_reviewed is not null)
    and (old.correction_note, old.withdrawn_on) is not (new.correction_note, new.withdrawn_on)
begin
    select raise(abort, 'Refused: what readers are told about a published review cannot be edited; correct the review, or withdraw it with a note. After a withdrawal nothing can be edited');
end;

-- One rename of a scale, or another end of it, would change each verdict on it that readers have.
create trigger rating_scales_published_stay before update of name, worst, best on rating_scales
when (old.name, old.worst, old.best) is not (new.name, new.worst, new.best)
    and exists (
        select 1 from ratings join reviews on reviews.rating_id = ratings.id
        where ratings.scale_id = old.id and reviews.origin = 'desk'
            and (reviews.status in ('approved', 'published') or reviews.claim_reviewed is not null)
    )
begin
    select raise(abort, 'Refused: approved verdicts use this scale, so it cannot be changed; add another scale instead');
end;
