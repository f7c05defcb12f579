-- Sign-off cannot be bypassed: what is published is what a second person approved, with no change after the approval.
-- The steps of a review's status are in triggers.sql.

-- Otherwise a draft could be approved, reworded and published, as if the new words had been approved. Its address and date are
-- often known only at publication, so they are set in that step and not before.
create trigger reviews_approved_stays
before update of
    claim_id, publisher_id, rating_id, headline, summary, correction_note, corrects_id, is_update, language, url, reviewed_on
on reviews
when old.status = 'approved' and new.status in ('approved', 'published') and old.origin = 'desk'
    and (
        (
            old.claim_id, old.publisher_id, old.rating_id, old.headline, old.summary, old.correction_note, old.corrects_id,
            old.is_update, old.language
        ) is not (
            new.claim_id, new.publisher_id, new.rating_id, new.headline, new.summary, new.correction_note, new.corrects_id,
            new.is_update, new.language
        )
        or new.status = 'approved' and (old.url, old.reviewed_on) is not (new.url, new.reviewed_on)
    )
begin
    select raise(abort, 'Refused: an approved review cannot be edited; send it back first (you can still give its address and date when you publish it)');
end;

-- Actors are compared without regard to case, as the log-in does, here and in all other triggers: `ada`, the system's user name,
-- and `Ada`, her log-in, are the same person. (The collation NOCASE folds only ASCII; claimtrack/core/desk/actors.py folds all
-- letters.) The table's CHECK constraint second_person compares with case.
create trigger reviews_second_person before update of status, approved_by on reviews
when new.origin = 'desk' and new.status in ('approved', 'published')
    and (old.status, old.approved_by) is not (new.status, new.approved_by)
    and new.approved_by = new.drafted_by collate nocase
begin
    select raise(abort, 'Refused: someone other than its drafter must approve a review; another spelling of the same name does not count');
end;

-- Otherwise the approval of an earlier version, still in approved_by, would count for this one.
create trigger reviews_approval_is_fresh before update of status on reviews
when new.status = 'approved' and old.status <> 'approved' and new.origin = 'desk'
    and coalesce(new.approved_by <> (select actor from audit_context where id = 1) collate nocase, 0)
begin
    select raise(abort, 'Refused: you can approve a review only in your own name');
end;

-- Otherwise one person could rewrite a colleague's draft, or move it to another claim, then approve their own verdict. Readers are told the
-- language, and in another one a verdict stands beside the published one instead of being refused.
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
                or json_extract(old_row, '$.is_update') is not json_extract(new_row, '$.is_update')
                or json_extract(old_row, '$.claim_id') is not json_extract(new_row, '$.claim_id')
                or json_extract(old_row, '$.publisher_id') is not json_extract(new_row, '$.publisher_id')
                or json_extract(old_row, '$.corrects_id') is not json_extract(new_row, '$.corrects_id')
                or json_extract(old_row, '$.language') is not json_extract(new_row, '$.language')
            )
    )
begin
    select raise(abort, 'Refused: you changed what this review says or which claim it is about, so someone else must approve it');
end;

-- Otherwise a review could be inserted as approved or published, past every step.
create trigger reviews_enter_as_draft before insert on reviews
when new.origin = 'desk' and new.status <> 'draft'
begin
    select raise(abort, 'Refused: a new review of ours must be a draft; insert it, then change its status step by step');
end;

-- Otherwise an embargo would be broken by mistake. The clock is that of the computer that writes.
create trigger reviews_wait_for_their_time before update of status on reviews
when new.status = 'published' and old.status <> 'published' and new.origin = 'desk'
    and new.not_before > strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
begin
    select raise(abort, 'Refused: the time before which this review must not be published (not_before, in UTC) has not come; wait, or change that time');
end;

create trigger reviews_published_stay before delete on reviews
when old.status = 'published' and old.origin = 'desk'
    and exists (select 1 from claims where id = old.claim_id) -- else a damaged file has lost it
begin
    select raise(abort, 'Refused: a published review cannot be deleted; withdraw it instead');
end;

-- Otherwise a draft of ours could be published without a second person by calling it imported.
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

-- Otherwise two opposite verdicts of this desk could both be published. A correction or update replaces an earlier verdict, and
-- the same verdict may be published in a second language. Two verdicts from before this rule stay, and can be corrected.
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

-- Otherwise a correction in another language could duplicate the verdict already published in that language.
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

-- Publishing a correction or update withdraws the review that it replaces, whichever client publishes it.
create trigger reviews_correction_takes_its_place after update of status on reviews
when new.status = 'published' and old.status <> 'published' and new.origin = 'desk' and new.corrects_id is not null
begin
    update reviews set status = 'withdrawn', held_on = null where id = new.corrects_id and status = 'published';
end;

-- ── the entry of a verdict in feeds, which has its address as its id ──────────────────────────────

-- Otherwise feed readers would show every verdict as new when the site gets another address.
create trigger reviews_feed_id_outlives_the_address after update of url on reviews
when old.origin = 'desk' and old.status = 'published' and new.status = 'published'
    and old.url is not null and old.url is not new.url and (old.feed_id, new.feed_id) is (null, null)
begin
    update reviews
    set feed_id = coalesce((select feed_id from review_pages where review_id = new.id), old.url)
    where id = new.id;
end;

-- Otherwise a verdict at the former address of another would replace that one's entry.
create trigger reviews_feed_id_is_not_anothers after update of status on reviews
when new.status = 'published' and old.status <> 'published' and new.origin = 'desk'
    and exists (select 1 from reviews where feed_id = new.url)
    and (select feed_id from review_pages where review_id = new.id) is null
begin
    update reviews set feed_id = new.url || '#review-' || new.id where id = new.id;
end;

-- ── a verdict that is held: published, but for now not for readers; also an imported earlier one of ours ──

create trigger reviews_held_are_published before update of held_on on reviews
when new.held_on is not null and new.held_on is not old.held_on
    and (new.status <> 'published' or not (select is_desk from publishers where id = new.publisher_id))
begin
    select raise(abort, 'Refused: only a published review of ours can be held');
end;

create trigger reviews_enter_unheld before insert on reviews when new.held_on is not null
begin
    select raise(abort, 'Refused: only a published review of ours can be held');
end;

-- Whichever client withdraws it. There is nothing left to hold.
create trigger reviews_withdrawn_are_not_held after update of status on reviews
when new.status <> 'published' and new.held_on is not null
begin
    update reviews set held_on = null where id = new.id;
end;

-- ── our verdicts that readers have seen: published, or withdrawn after publication ─────────────────

-- They stay on record as readers saw them. One that an older claimtrack allowed to be rewritten may only be restored (`doctor`).
create trigger reviews_published_is_final
before update of
    claim_id, publisher_id, rating_id, headline, summary, reviewed_on, approved_by, corrects_id, is_update, language, created_at,
    not_before
on reviews
when old.origin = 'desk' and (old.status = 'published' or old.status = 'withdrawn' and old.claim_reviewed is not null)
    and (
        (
            old.claim_id, old.publisher_id, old.approved_by, old.corrects_id, old.is_update, old.language, old.created_at,
            old.not_before
        ) is not (
            new.claim_id, new.publisher_id, new.approved_by, new.corrects_id, new.is_update, new.language, new.created_at,
            new.not_before
        )
        or (old.rating_id, old.headline, old.summary, old.reviewed_on)
            is not (new.rating_id, new.headline, new.summary, new.reviewed_on)
        and (new.rating_id, new.headline, new.summary, new.reviewed_on) is not (
            select rating_id, headline, summary, reviewed_on from verdicts_as_published where review_id = old.id
        )
    )
begin
    select raise(abort, 'Refused: a published verdict must stay on record as readers saw it; publish a correction instead or, if it was withdrawn, draft another review');
end;

-- As a draft again, it could be rewritten, and the public list of corrections would no longer show that it was withdrawn.
create trigger reviews_taken_back_stay_so before update of status on reviews
when old.status = 'withdrawn' and new.status = 'draft' and old.origin = 'desk' and old.claim_reviewed is not null
begin
    select raise(abort, 'Refused: readers saw this verdict, so its withdrawal must stay on record; draft another review of the claim');
end;

-- The address is often known only after publication and may change with the site. It is not part of the verdict, but leads
-- readers to it, so someone other than the drafter must change it, and history must know who.
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

-- Readers, and consumers of ClaimReview, find one verdict at an address. Two from before this rule stay, and can be changed.
create trigger reviews_one_address_each before update of status, url on reviews
when new.status = 'published' and new.origin = 'desk' and (old.status <> 'published' or old.url is not new.url)
    and exists (
        select 1 from reviews
        where url = new.url and status = 'published' and origin = 'desk' and id <> new.id and id is not new.corrects_id
    )
begin
    select raise(abort, 'Refused: another published verdict of this desk already has this address; give each its own page, or an anchor such as #rent');
end;

-- The note that readers see: the correction note of a published review, the reason and date of a withdrawn one.
create trigger reviews_public_note_stays before update of correction_note, withdrawn_on on reviews
when old.origin = 'desk' and new.status = old.status
    and (old.status = 'published' or old.status = 'withdrawn' and old.claim_reviewed is not null)
    and (old.correction_note, old.withdrawn_on) is not (new.correction_note, new.withdrawn_on)
begin
    select raise(abort, 'Refused: what readers are told about a published review cannot be edited; correct the review, or withdraw it with a note. After a withdrawal nothing can be edited');
end;

-- Otherwise renaming a scale or changing its ends would change every published verdict that uses it. A scale of words may get ends.
create trigger rating_scales_published_stay before update of name, worst, best on rating_scales
when (old.name, coalesce(old.worst, new.worst), coalesce(old.best, new.best)) is not (new.name, new.worst, new.best)
    and exists (
        select 1 from ratings join reviews on reviews.rating_id = ratings.id
        where ratings.scale_id = old.id and reviews.origin = 'desk'
            and (reviews.status in ('approved', 'published') or reviews.claim_reviewed is not null)
    )
begin
    select raise(abort, 'Refused: approved verdicts use this scale, so it cannot be changed; add another scale instead');
end;
