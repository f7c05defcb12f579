-- What two people signed is what the public reads, whatever happens to the claim afterwards: the claim's text, claimant and date,
-- its quotes, and the evidence. These change only with a correction or an update, which needs two signatures of its own (view signed_reviews).

-- The copy of the claim is written at publication and cleared by reviews_draft_is_unsigned: no other write is possible.
create trigger reviews_signed_words_stay
before update of claim_reviewed, claimant_reviewed, claimed_on_reviewed on reviews
when new.origin = 'desk'
    and (old.claim_reviewed, old.claimant_reviewed, old.claimed_on_reviewed)
        is not (new.claim_reviewed, new.claimant_reviewed, new.claimed_on_reviewed)
    and not (
        new.status = 'draft'
        and (new.claim_reviewed, new.claimant_reviewed, new.claimed_on_reviewed) is (null, null, null)
    )
    and not (
        new.status = 'published'
        and old.claim_reviewed is null
        and (new.claim_reviewed, new.claimant_reviewed, new.claimed_on_reviewed) is (
            select claims.text, (select name from standing_claimants where id = claims.claimant_id), claims.claimed_on
            from claims
            where claims.id = new.claim_id
        )
    )
begin
    select raise(abort, 'Refused: what a published verdict is about cannot be changed here; publish a correction');
end;

create trigger reviews_enter_unsigned before insert on reviews
when new.origin = 'desk'
    and (new.claim_reviewed, new.claimant_reviewed, new.claimed_on_reviewed) is not (null, null, null)
begin
    select raise(abort, 'Refused: what a verdict is about is recorded when it is published, and cannot be given before');
end;

-- The rest of the verdict is recorded when the second person approves it. A review that is sent back needs a new approval.
create trigger reviews_contents_are_kept after update of status on reviews
when new.status = 'approved' and old.status <> 'approved' and new.origin = 'desk'
begin
    insert into signed_verdicts (review_id, said)
    select review_id, said from verdict_contents where review_id = new.id;
end;

create trigger reviews_draft_keeps_no_contents after update of status on reviews
when new.status = 'draft' and old.status <> 'draft'
begin
    delete from signed_verdicts where review_id = new.id;
end;

-- A trigger instead of ON DELETE CASCADE, which would need foreign keys to be on. A row left behind would belong to any review
-- inserted later with the same id.
create trigger reviews_deleted_keep_no_contents after delete on reviews
begin
    delete from signed_verdicts where review_id = old.id;
end;

create trigger signed_verdicts_are_final before update on signed_verdicts
begin
    select raise(abort, 'Refused: what an approved verdict says cannot be changed here; publish a correction');
end;

create trigger signed_verdicts_stay before delete on signed_verdicts
when exists (select 1 from reviews where id = old.review_id and status <> 'draft')
begin
    select raise(abort, 'Refused: what an approved verdict says cannot be changed here; publish a correction');
end;

-- Otherwise contents could be published that nobody signed.
create trigger signed_verdicts_say_what_is_signed before insert on signed_verdicts
when exists (select 1 from signed_verdicts where review_id = new.review_id)
    or not exists (
        select 1 from reviews
        where id = new.review_id and origin = 'desk' and status in ('approved', 'published')
    )
    or new.said is not (select said from verdict_contents where review_id = new.review_id)
begin
    select raise(abort, 'Refused: what a verdict says is recorded when it is approved, from the claim and its evidence at that time');
end;

-- Otherwise one person alone could change what a verdict is about. After a correction was abandoned, the claim may be set back to
-- what was signed; not while a correction is approved, because the new verdict would then be published with the old claim.
create trigger claims_signed_stay before update of text, claimant_id, claimed_on on claims
when (old.text, old.claimant_id, old.claimed_on) is not (new.text, new.claimant_id, new.claimed_on)
    and exists (select 1 from signed_reviews where claim_id = old.id)
    and (
        exists (select 1 from reviews where claim_id = old.id and status = 'approved' and origin = 'desk')
        or not exists (
            select 1 from signed_reviews
            where claim_id = old.id and (claim_reviewed, claimed_on_reviewed) is (new.text, new.claimed_on)
                and (
                    (claimant_reviewed, new.claimant_id) is (null, null)
                    or exists ( -- signed under this name, or the name of the claimant that it stands for
                        select 1 from standing_claimants
                        where standing_claimants.id = new.claimant_id and claimant_reviewed collate nocase in (written, name)
                    )
                )
        )
    )
begin
    select raise(abort, 'Refused: a verdict on this claim was approved as the claim is now; start a correction of the review (if it is not published yet, send it back instead), then change the claim, and have the review approved and published again');
end;

-- Readers would still see the verdict: another status of the claim would only hide that on the desk.
create trigger claims_with_a_verdict_stay_published before update of status on claims
when old.status = 'published' and new.status <> 'published'
    and exists (select 1 from reviews where claim_id = old.id and status = 'published' and origin = 'desk')
    and not exists (
        select 1
        from reviews as corrections join reviews as standing on standing.id = corrections.corrects_id
        where corrections.claim_id = old.id and corrections.status in ('draft', 'submitted', 'approved')
            and standing.claim_id = old.id and standing.status = 'published'
    )
begin
    select raise(abort, 'Refused: our verdict on this claim is published, and readers can see it; correct, update or withdraw the review, and the claim moves with it');
end;

-- A correction moves the claim from "published" to an earlier status and back; from "rejected" it would not come back.
create trigger claims_with_a_verdict_are_not_rejected before update of status on claims
when new.status = 'rejected' and old.status <> 'rejected'
    and exists (select 1 from reviews where claim_id = old.id and status = 'published' and origin = 'desk')
begin
    select raise(abort, 'Refused: our verdict on this claim is published, and readers can see it; withdraw the review first');
end;

-- Otherwise the second person could change the claim or its evidence after submission and approve what the drafter never saw.
create trigger reviews_approver_left_the_claim before update of approved_by on reviews
when new.approved_by is not null and old.approved_by is not new.approved_by and new.origin = 'desk'
    and exists (
        select 1
        -- What was ever on the claim, by which history has an index. Otherwise the history of all evidence and appearances is read.
        from (
            select 'claims' as part, new.claim_id as part_id
            union all
            select 'claimants', value
            from claims
            join standing_claimants on standing_claimants.id = claims.claimant_id
            join json_each(json_array(standing_claimants.id, standing_id))
            where claims.id = new.claim_id
            union all
            select 'ratings', new.rating_id
            union all
            select 'rating_scales', scale_id from ratings where id = new.rating_id
            union
            select table_name, row_id from history
            where claim_id = new.claim_id and table_name in ('evidence', 'appearances')
        )
        cross join history on table_name = part and row_id = part_id
        where actor = new.approved_by collate nocase
            and history.id > coalesce((
                select max(id) from history as handed_in
                where table_name = 'reviews' and row_id = new.id and new_row ->> 'status' = 'submitted'
                    and old_row ->> 'status' <> 'submitted'
            ), 0)
            and (
                table_name = 'claims' and operation = 'update'
                and (old_row ->> 'text', old_row ->> 'claimant_id', old_row ->> 'claimed_on')
                    is not (new_row ->> 'text', new_row ->> 'claimant_id', new_row ->> 'claimed_on')
                or table_name = 'evidence' and new.claim_id in (new_row ->> 'claim_id', old_row ->> 'claim_id')
                and (
                    old_row ->> 'claim_id', old_row ->> 'url', old_row ->> 'stance', old_row ->> 'quote',
                    old_row ->> 'source', old_row ->> 'title', old_row ->> 'is_primary'
                ) is not (
                    new_row ->> 'claim_id', new_row ->> 'url', new_row ->> 'stance', new_row ->> 'quote',
                    new_row ->> 'source', new_row ->> 'title', new_row ->> 'is_primary'
                )
                or table_name = 'appearances' and operation <> 'insert' and old_row ->> 'claim_id' = new.claim_id
                and (old_row ->> 'claim_id', old_row ->> 'quote') is not (new_row ->> 'claim_id', new_row ->> 'quote')
                -- The verdict contains the claimant's name, role, address and kind. An unknown kind may be filled in.
                or table_name = 'claimants' and operation = 'update'
                and (
                    old_row ->> 'name_of_id', old_row ->> 'name', old_row ->> 'role', old_row ->> 'url',
                    iif(old_row ->> 'kind' = 'unknown', new_row ->> 'kind', old_row ->> 'kind')
                ) is not (
                    new_row ->> 'name_of_id', new_row ->> 'name', new_row ->> 'role', new_row ->> 'url', new_row ->> 'kind'
                )
                -- Nor a rating by another name, or on a scale with other ends.
                or table_name in ('ratings', 'rating_scales') and operation = 'update'
                and (
                    old_row ->> 'name', old_row ->> 'value', old_row ->> 'scale_id', old_row ->> 'worst', old_row ->> 'best'
                ) is not (
                    new_row ->> 'name', new_row ->> 'value', new_row ->> 'scale_id', new_row ->> 'worst', new_row ->> 'best'
                )
            )
    )
begin
    select raise(abort, 'Refused: you changed the claim, its evidence or the rating after this review was submitted, so you cannot approve it; send it back and have it submitted again, or let someone else approve it');
end;

-- Readers saw it, so they are told why it was withdrawn. (For a review replaced by a correction, the correction's note does that.)
create trigger reviews_withdrawn_say_why before update of status on reviews
when old.origin = 'desk' and old.status = 'published' and new.status = 'withdrawn'
    and trim(coalesce(new.correction_note, '')) = ''
    and not exists (select 1 from reviews as corrections where corrects_id = old.id and status = 'published')
begin
    select raise(abort, 'Refused: readers saw this verdict, so withdrawing it needs a note that tells them why');
end;

create trigger reviews_withdrawn_stay before delete on reviews
when old.status = 'withdrawn' and old.origin = 'desk' and old.claim_reviewed is not null
    and exists (select 1 from claims where id = old.claim_id)
begin
    select raise(abort, 'Refused: a review that was ever published cannot be deleted, so that readers can learn what became of it');
end;

-- A source that was added after the approval may be removed again: the verdict does not rest on it. So may that of a claim that a
-- damaged file has lost, as `doctor` suggests.
create trigger evidence_signed_is_not_removed before delete on evidence
when exists (select 1 from signed_rows where claim_id = old.claim_id and table_name = 'evidence' and row_id = old.id)
    and exists (select 1 from claims where id = old.claim_id)
begin
    select raise(abort, 'Refused: an approved verdict uses this source; start a correction of the review (if it is not published yet, send it back instead), then remove the source, and have the review approved and published again');
end;

-- Only the address of an archived copy may be added later.
create trigger evidence_signed_stays
before update of claim_id, url, source, title, stance, quote, is_primary, archived_url, created_at on evidence
when (
        old.claim_id, old.url, old.source, old.title, old.stance, old.quote, old.is_primary, old.created_at,
        coalesce(old.archived_url, new.archived_url)
    ) is not (
        new.claim_id, new.url, new.source, new.title, new.stance, new.quote, new.is_primary, new.created_at,
        new.archived_url
    )
    and exists (select 1 from signed_rows where claim_id = old.claim_id and table_name = 'evidence' and row_id = old.id)
begin
    select raise(abort, 'Refused: an approved verdict uses this source; start a correction of the review (if it is not published yet, send it back instead), then change the source, and have the review approved and published again');
end;

-- INSERT OR REPLACE would delete the conflicting row without firing a delete trigger, so without history.
create trigger evidence_signed_is_not_replaced before insert on evidence
when exists (
        select 1 from evidence as existing join signed_reviews on signed_reviews.claim_id = existing.claim_id
        where existing.claim_id = new.claim_id and (existing.url = new.url or existing.source = new.source)
    )
begin
    select raise(abort, 'Refused: the claim already has this source, and an approved verdict uses it');
end;

create trigger evidence_signed_is_not_overwritten before update of claim_id, url, source on evidence
when exists (
        select 1 from evidence as existing join signed_reviews on signed_reviews.claim_id = existing.claim_id
        where existing.claim_id = new.claim_id and (existing.url = new.url or existing.source = new.source) and existing.id <> old.id
    )
begin
    select raise(abort, 'Refused: the claim already has this source, and an approved verdict uses it');
end;

-- Otherwise renaming a rating would change every published verdict that has it. A rating may be retired and another added, and one
-- without a number may get one: the verdicts keep their word.
create trigger ratings_published_stay before update of name, value, scale_id on ratings
when (old.name, coalesce(old.value, new.value), old.scale_id) is not (new.name, new.value, new.scale_id)
    and exists (
        select 1 from reviews
        where rating_id = old.id and origin = 'desk' and (status in ('approved', 'published') or claim_reviewed is not null)
    )
begin
    select raise(abort, 'Refused: approved verdicts have this rating, so its name and number cannot be changed; retire it and add another');
end;

-- The verdict's page shows the claim's quotes. Others may be added later.
create trigger appearances_signed_are_not_removed before delete on appearances
when old.quote is not null
    and exists (select 1 from claims where id = old.claim_id)
    and exists (select 1 from signed_rows where claim_id = old.claim_id and table_name = 'appearances' and row_id = old.id)
begin
    select raise(abort, 'Refused: an approved verdict shows this quote; start a correction of the review (if it is not published yet, send it back instead), then remove the quote, and have the review approved and published again');
end;

create trigger appearances_signed_stay
before update of claim_id, span_start, span_end, quote, created_at on appearances
when (old.claim_id, old.span_start, old.span_end, old.quote, old.created_at)
        is not (new.claim_id, new.span_start, new.span_end, new.quote, new.created_at)
    and old.quote is not null
    and exists (select 1 from signed_rows where claim_id = old.claim_id and table_name = 'appearances' and row_id = old.id)
begin
    select raise(abort, 'Refused: an approved verdict shows this quote; start a correction of the review (if it is not published yet, send it back instead), then mark other words, and have the review approved and published again');
end;
