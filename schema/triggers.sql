-- The rules of the desk, enforced by the database itself, so that they bind the command line,
-- Datasette's edit dialog and a plain SQL client alike. After each migration all triggers are
-- dropped and these files are run again. A message starts with the name of the Python exception
-- to raise (claimtrack/store/file/errors.py parses it); the rest is shown to the user.

-- ── claims ─────────────────────────────────────────────────────────────────────────────────────

create trigger claims_status_step before update of status on claims
when old.status <> new.status
    and not exists (
        select 1 from status_transitions
        where from_status = old.status and to_status = new.status
    )
    and exists (select 1 from statuses where name = old.status) -- no step leads from what a damaged file has: `doctor` has it replaced
begin
    select raise(abort, 'InvalidTransition: a claim cannot go from its present status to this one; the table status_transitions lists the possible steps');
end;

-- An insert must not bypass the steps. It may take one step from "open": `import claimreview` parks what others have checked.
create trigger claims_enter_before_their_check before insert on claims
when new.status <> 'open' and new.status in (select name from statuses)
    and not exists (select 1 from status_transitions where from_status = 'open' and to_status = new.status)
begin
    select raise(abort, 'InvalidTransition: a new claim cannot have this status; insert it as proposed or open, then change the status step by step');
end;

-- For a claim that is published without a verdict of ours. Where there is one, claims_signed_stay refuses and gives the remedy.
create trigger claims_published_stays before update of text, claimant_id, claimed_on on claims
when old.status = 'published'
    and (old.text, old.claimant_id, old.claimed_on) is not (new.text, new.claimant_id, new.claimed_on)
    and not exists (select 1 from reviews where claim_id = old.id and status = 'published' and origin = 'desk')
begin
    select raise(abort, 'Refused: a published claim cannot be reworded; since none of our reviews of it is published, set its status to checking first');
end;

-- ── languages ──────────────────────────────────────────────────────────────────────────────────

create trigger claims_enter_with_a_language_code before insert on claims
when new.language not glob '[A-Za-z][A-Za-z]*' or new.language glob '*[^A-Za-z0-9-]*' or instr(new.language || '-', '-') > 4
begin
    select raise(abort, 'InvalidValue: language must be a code, as in cy or pt-BR');
end;

create trigger claims_language_is_a_code before update of language on claims
when new.language not glob '[A-Za-z][A-Za-z]*' or new.language glob '*[^A-Za-z0-9-]*' or instr(new.language || '-', '-') > 4
begin
    select raise(abort, 'InvalidValue: language must be a code, as in cy or pt-BR');
end;

-- Only when it is changed: an older claimtrack stored what pages and feeds say of themselves. Whoever undoes a change brings that back.
create trigger articles_language_is_a_code before update of language on articles
when new.language is not old.language
    and (new.language not glob '[A-Za-z][A-Za-z]*' or new.language glob '*[^A-Za-z0-9-]*' or instr(new.language || '-', '-') > 4)
    and not exists (
        select 1 from history where table_name = 'articles' and row_id = new.id and old_row ->> 'language' = new.language
    )
begin
    select raise(abort, 'InvalidValue: language must be a code, as in cy or pt-BR');
end;

-- ── articles: the text only grows at its end ───────────────────────────────────────────────────

-- A row that has only an address may get its text once. A text may get longer at its end, like a transcript that is ingested again
-- while it is being written: every span stays valid. A line end there may give way to the rest of the line. The text may go back to
-- what it was before it grew, unless something quotes the rest; a row that had only an address may have only that again, unless something
-- quotes it or it has a newer version.
create trigger articles_text_is_final before update of text, text_sha256 on articles
when old.text is not null and (old.text is not new.text or old.text_sha256 is not new.text_sha256)
    and not coalesce(
        old.text_sha256 is not new.text_sha256 and (
            length(new.text) > length(old.text)
                and substr(new.text, 1, length(rtrim(old.text, char(10)))) = rtrim(old.text, char(10))
                and not exists (
                    select 1 from appearances where article_id = old.id and span_end > length(rtrim(old.text, char(10)))
                )
            or length(new.text) < length(old.text)
                and substr(old.text, 1, length(rtrim(new.text, char(10)))) = rtrim(new.text, char(10))
                and exists (
                    select 1 from history
                    where table_name = 'articles' and row_id = old.id and operation = 'update'
                        and old_row ->> 'text_sha256' = new.text_sha256 and new_row ->> 'text_sha256' = old.text_sha256
                )
                and not exists (select 1 from appearances where article_id = old.id and span_end > length(new.text))
            or new.text is null and new.text_sha256 is null
                and exists (
                    select 1 from history
                    where table_name = 'articles' and row_id = old.id and operation = 'update'
                        and old_row ->> 'text_sha256' is null and new_row ->> 'text_sha256' = old.text_sha256
                )
                and not exists (select 1 from appearances where article_id = old.id and quote is not null)
                and not exists (select 1 from articles as newer where newer.previous_id = old.id)
        ),
        0
    )
begin
    select raise(abort, 'Refused: the text of an article cannot be edited; bring in the changed article as a new one');
end;

-- A row is not replaced, and a new one has no later version, so only an update can close a circle.
create trigger articles_are_no_version_of_themselves before update of previous_id on articles
when new.previous_id is not null and new.previous_id is not old.previous_id and new.id in (
    with recursive earlier (id) as (
        values (new.previous_id)
        union
        select previous_id from earlier join articles using (id) where previous_id is not null
    )
    select id from earlier
)
begin
    select raise(abort, 'Refused: previous_id must not be the article itself or one of its later versions');
end;

create trigger readings_go_with_their_article after delete on articles
begin
    delete from article_readings where article_id = old.id;
end;

-- ── appearances: the span contains exactly the quoted words ────────────────────────────────────

create trigger appearances_span_holds_quote before insert on appearances
when new.span_start is not null and (
    substr(
        (select text from articles where id = new.article_id),
        new.span_start + 1, new.span_end - new.span_start
    ) is not new.quote
    -- substr() stops at the end of the text, so a span that goes beyond it would pass.
    or length(new.quote) <> new.span_end - new.span_start
)
begin
    select raise(abort, 'InvalidSpan: the article does not have these words at this span');
end;

create trigger appearances_span_still_holds_quote
before update of article_id, span_start, span_end, quote on appearances
when new.span_start is not null and (
    substr(
        (select text from articles where id = new.article_id),
        new.span_start + 1, new.span_end - new.span_start
    ) is not new.quote
    -- substr() stops at the end of the text, so a span that goes beyond it would pass.
    or length(new.quote) <> new.span_end - new.span_start
)
begin
    select raise(abort, 'InvalidSpan: the article does not have these words at this span');
end;

-- ── matches: a person's judgement is kept (triggers_clusters.sql keeps judgements consistent) ──

-- A pair is inserted unjudged and judged by an update, so that the update triggers see every judgement.
create trigger matches_enter_unjudged before insert on matches
when new.judgement <> 'unjudged'
begin
    select raise(abort, 'Refused: a new pair must be unjudged; insert it, then judge it with an update');
end;

-- Otherwise a judgement could be moved to two other claims, past those triggers.
create trigger matches_pair_is_final before update of left_id, right_id on matches
when old.left_id <> new.left_id or old.right_id <> new.right_id
begin
    select raise(abort, 'Refused: the two claims of a pair cannot be changed; record another pair');
end;

-- Otherwise INSERT OR REPLACE would replace a person's judgement with a new suggestion.
create trigger matches_judged_are_not_replaced before insert on matches
when exists (
    select 1 from matches
    where left_id = new.left_id and right_id = new.right_id and judgement <> 'unjudged'
)
begin
    select raise(abort, 'Refused: this pair is already judged; judge it again with an update');
end;

-- A new suggestion for a judged pair is silently skipped.
create trigger matches_judged_stay before update of score, suggestion, reasons, differences, scorer on matches
when old.judgement <> 'unjudged' and new.judgement = old.judgement
    and (old.score, old.suggestion, old.reasons, old.differences, old.scorer)
        is not (new.score, new.suggestion, new.reasons, new.differences, new.scorer)
begin
    select raise(ignore);
end;

-- ── reviews: sign-off ──────────────────────────────────────────────────────────────────────────

create trigger reviews_status_step before update of status on reviews
when old.status <> new.status
    and not exists (
        select 1 from review_status_transitions
        where from_status = old.status and to_status = new.status
    )
    and exists (select 1 from review_statuses where name = old.status) -- as above
begin
    select raise(abort, 'InvalidTransition: a review cannot go from its present status to this one; the table review_status_transitions lists the possible steps');
end;

create trigger reviews_drafter_is_final before update of drafted_by on reviews
when old.drafted_by is not null and old.drafted_by is not new.drafted_by
begin
    select raise(abort, 'Refused: the drafter of a review cannot be changed afterwards');
end;

-- Nobody drafts or approves in someone else's name: if the actor is known, drafter and approver must be the actor.
create trigger reviews_drafter_is_actor before insert on reviews
when new.origin = 'desk'
    and (select actor from audit_context where id = 1) is not null
    and (
        coalesce(new.drafted_by <> (select actor from audit_context where id = 1) collate nocase, 0)
        or new.approved_by is not null
    )
begin
    select raise(abort, 'Refused: you can draft a review only in your own name, and someone else must approve it afterwards');
end;

create trigger reviews_approver_is_actor before update of approved_by on reviews
when new.approved_by is not null and old.approved_by is not new.approved_by
    and coalesce(new.approved_by <> (select actor from audit_context where id = 1) collate nocase, 0)
begin
    select raise(abort, 'Refused: you can approve a review only in your own name');
end;

-- ── what a change of a row fills in ───────────────────────────────────────────────────────────

-- Authors: the actor of the change, unless the writer gives another name.
create trigger notes_author after insert on notes
when new.author is null
    and not exists (select 1 from notes_being_restored where id = new.id)
begin
    update notes set author = (select actor from audit_context where id = 1) where id = new.id;
end;

create trigger evidence_added_by after insert on evidence when new.added_by is null
begin
    update evidence set added_by = (select actor from audit_context where id = 1) where id = new.id;
end;

create trigger reviews_drafted_by after insert on reviews when new.drafted_by is null
begin
    update reviews set drafted_by = (select actor from audit_context where id = 1) where id = new.id;
end;

create trigger matches_judged_by after update of judgement on matches
when old.judgement <> new.judgement and new.judged_at is old.judged_at
begin
    update matches
    set judged_by = (select actor from audit_context where id = 1),
        judged_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    where id = new.id;
end;

-- While a review is approved, its claim cannot be changed; from publication on, the public reads this copy of it (triggers_signed.sql).
create trigger reviews_keep_what_was_signed after update of status on reviews
when new.status = 'published' and old.status <> 'published' and new.origin = 'desk'
begin
    update reviews
    set (claim_reviewed, claimant_reviewed, claimed_on_reviewed) = (
        select claims.text, (select name from standing_claimants where id = claims.claimant_id), claims.claimed_on
        from claims
        where claims.id = new.claim_id
    )
    where id = new.id;
end;

-- Only our own: if the withdrawal of another newsroom's verdict is undone, it passes through draft, and keeps what they signed.
create trigger reviews_draft_is_unsigned after update of status on reviews
when new.status = 'draft' and new.approved_by is not null and new.origin = 'desk'
begin
    update reviews
    set approved_by = null,
        claim_reviewed = null,
        claimant_reviewed = null,
        claimed_on_reviewed = null
    where id = new.id;
end;

-- ── history and its context ────────────────────────────────────────────────────────────────────

create trigger history_is_not_updated before update on history
begin
    select raise(abort, 'Refused: history cannot be changed');
end;

create trigger history_is_not_deleted before delete on history
begin
    select raise(abort, 'Refused: history cannot be changed');
end;

-- Otherwise INSERT OR REPLACE would replace a row without firing an update or delete trigger.
create trigger history_is_not_replaced before insert on history
when exists (select 1 from history where id = new.id)
begin
    select raise(abort, 'Refused: history cannot be changed');
end;

create trigger audit_context_stays before delete on audit_context
begin
    select raise(abort, 'Refused: the audit context must stay one row');
end;

-- ── full-text search ───────────────────────────────────────────────────────────────────────────

create trigger claims_fts_insert after insert on claims
begin
    insert into claims_fts (rowid, text) values (new.id, new.text);
end;

create trigger claims_fts_delete after delete on claims
begin
    insert into claims_fts (claims_fts, rowid, text) values ('delete', old.id, old.text);
end;

create trigger claims_fts_update after update of text on claims
begin
    insert into claims_fts (claims_fts, rowid, text) values ('delete', old.id, old.text);
    insert into claims_fts (rowid, text) values (new.id, new.text);
end;

create trigger articles_fts_insert after insert on articles
begin
    insert into articles_fts (rowid, title, text) values (new.id, new.title, new.text);
end;

create trigger articles_fts_delete after delete on articles
begin
    insert into articles_fts (articles_fts, rowid, title, text) values ('delete', old.id, old.title, old.text);
end;

create trigger articles_fts_update after update of title, text on articles
begin
    insert into articles_fts (articles_fts, rowid, title, text) values ('delete', old.id, old.title, old.text);
    insert into articles_fts (rowid, title, text) values (new.id, new.title, new.text);
end;

create trigger notes_fts_insert after insert on notes
begin
    insert into notes_fts (rowid, body) values (new.id, new.body);
end;

create trigger notes_fts_delete after delete on notes
begin
    insert into notes_fts (notes_fts, rowid, body) values ('delete', old.id, old.body);
end;

create trigger notes_fts_update after update of body on notes
begin
    insert into notes_fts (notes_fts, rowid, body) values ('delete', old.id, old.body);
    insert into notes_fts (rowid, body) values (new.id, new.body);
end;
