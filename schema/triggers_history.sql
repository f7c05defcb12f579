-- History of every tracked table: old row, new row, actor, time. Generated: `scripts/docs` updates it.
-- Triggers on all three operations, because INSERT OR REPLACE fires no update trigger, and its delete
-- triggers only with recursive_triggers on. Therefore none of our code uses REPLACE, and an insert with
-- an existing id is refused: it would also bypass all update triggers. NEW.id is -1 if the id is left
-- to SQLite.

-- [[[cog
-- import cog, schema_docs
-- cog.outl(schema_docs.history_triggers())
-- ]]]
create trigger articles_history_insert after insert on articles
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'articles', new.id, null, 'insert', null, json_object('id', new.id, 'url', new.url, 'source', new.source, 'title', new.title, 'outlet', new.outlet, 'author', new.author, 'published_on', new.published_on, 'language', new.language, 'text_sha256', new.text_sha256, 'previous_id', new.previous_id, 'created_at', new.created_at, 'withdrawn_on', new.withdrawn_on, 'withdrawn_note', new.withdrawn_note), (select actor from audit_context where id = 1);
end;

create trigger articles_history_update after update on articles
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'articles', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select iif(coalesce(length(new.text), -1) < length(old.text), json_object('id', old.id, 'url', old.url, 'source', old.source, 'title', old.title, 'outlet', old.outlet, 'author', old.author, 'published_on', old.published_on, 'language', old.language, 'text', old.text, 'text_sha256', old.text_sha256, 'previous_id', old.previous_id, 'created_at', old.created_at, 'withdrawn_on', old.withdrawn_on, 'withdrawn_note', old.withdrawn_note), json_object('id', old.id, 'url', old.url, 'source', old.source, 'title', old.title, 'outlet', old.outlet, 'author', old.author, 'published_on', old.published_on, 'language', old.language, 'text_sha256', old.text_sha256, 'previous_id', old.previous_id, 'created_at', old.created_at, 'withdrawn_on', old.withdrawn_on, 'withdrawn_note', old.withdrawn_note)) as old_row, json_object('id', new.id, 'url', new.url, 'source', new.source, 'title', new.title, 'outlet', new.outlet, 'author', new.author, 'published_on', new.published_on, 'language', new.language, 'text_sha256', new.text_sha256, 'previous_id', new.previous_id, 'created_at', new.created_at, 'withdrawn_on', new.withdrawn_on, 'withdrawn_note', new.withdrawn_note) as new_row)
    where old_row is not new_row;
end;

create trigger articles_history_delete after delete on articles
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'articles', old.id, null, 'delete', json_object('id', old.id, 'url', old.url, 'source', old.source, 'title', old.title, 'outlet', old.outlet, 'author', old.author, 'published_on', old.published_on, 'language', old.language, 'text', old.text, 'text_sha256', old.text_sha256, 'previous_id', old.previous_id, 'created_at', old.created_at, 'withdrawn_on', old.withdrawn_on, 'withdrawn_note', old.withdrawn_note), null, (select actor from audit_context where id = 1);
end;

create trigger articles_keeps_its_id before update on articles when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger articles_is_not_replaced before insert on articles
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from articles where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'articles'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update articles set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from articles where id = new.id);
end;

create trigger claimants_history_insert after insert on claimants
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claimants', new.id, null, 'insert', null, json_object('id', new.id, 'name', new.name, 'kind', new.kind, 'role', new.role, 'url', new.url, 'created_at', new.created_at, 'name_of_id', new.name_of_id), (select actor from audit_context where id = 1);
end;

create trigger claimants_history_update after update on claimants
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claimants', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'name', old.name, 'kind', old.kind, 'role', old.role, 'url', old.url, 'created_at', old.created_at, 'name_of_id', old.name_of_id) as old_row, json_object('id', new.id, 'name', new.name, 'kind', new.kind, 'role', new.role, 'url', new.url, 'created_at', new.created_at, 'name_of_id', new.name_of_id) as new_row)
    where old_row is not new_row;
end;

create trigger claimants_history_delete after delete on claimants
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claimants', old.id, null, 'delete', json_object('id', old.id, 'name', old.name, 'kind', old.kind, 'role', old.role, 'url', old.url, 'created_at', old.created_at, 'name_of_id', old.name_of_id), null, (select actor from audit_context where id = 1);
end;

create trigger claimants_keeps_its_id before update on claimants when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger claimants_is_not_replaced before insert on claimants
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from claimants where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'claimants'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update claimants set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from claimants where id = new.id);
end;

create trigger claims_history_insert after insert on claims
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claims', new.id, new.id, 'insert', null, json_object('id', new.id, 'text', new.text, 'claimant_id', new.claimant_id, 'claimed_on', new.claimed_on, 'status', new.status, 'priority', new.priority, 'assignee', new.assignee, 'score', new.score, 'created_at', new.created_at, 'due_on', new.due_on, 'language', new.language), (select actor from audit_context where id = 1);
end;

create trigger claims_history_update after update on claims
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claims', new.id, new.id, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'text', old.text, 'claimant_id', old.claimant_id, 'claimed_on', old.claimed_on, 'status', old.status, 'priority', old.priority, 'assignee', old.assignee, 'score', old.score, 'created_at', old.created_at, 'due_on', old.due_on, 'language', old.language) as old_row, json_object('id', new.id, 'text', new.text, 'claimant_id', new.claimant_id, 'claimed_on', new.claimed_on, 'status', new.status, 'priority', new.priority, 'assignee', new.assignee, 'score', new.score, 'created_at', new.created_at, 'due_on', new.due_on, 'language', new.language) as new_row)
    where old_row is not new_row;
end;

create trigger claims_history_delete after delete on claims
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claims', old.id, old.id, 'delete', json_object('id', old.id, 'text', old.text, 'claimant_id', old.claimant_id, 'claimed_on', old.claimed_on, 'status', old.status, 'priority', old.priority, 'assignee', old.assignee, 'score', old.score, 'created_at', old.created_at, 'due_on', old.due_on, 'language', old.language), null, (select actor from audit_context where id = 1);
end;

create trigger claims_keeps_its_id before update on claims when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger claims_is_not_replaced before insert on claims
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from claims where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'claims'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update claims set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from claims where id = new.id);
end;

create trigger appearances_history_insert after insert on appearances
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'appearances', new.id, new.claim_id, 'insert', null, json_object('id', new.id, 'claim_id', new.claim_id, 'article_id', new.article_id, 'claimant_id', new.claimant_id, 'span_start', new.span_start, 'span_end', new.span_end, 'quote', new.quote, 'kind', new.kind, 'kind_certain', new.kind_certain, 'speaker_as_written', new.speaker_as_written, 'said_on', new.said_on, 'context_before', new.context_before, 'context_after', new.context_after, 'score', new.score, 'reasons', new.reasons, 'flags', new.flags, 'extractor', new.extractor, 'created_at', new.created_at), (select actor from audit_context where id = 1);
end;

create trigger appearances_history_update after update on appearances
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'appearances', new.id, new.claim_id, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'claim_id', old.claim_id, 'article_id', old.article_id, 'claimant_id', old.claimant_id, 'span_start', old.span_start, 'span_end', old.span_end, 'quote', old.quote, 'kind', old.kind, 'kind_certain', old.kind_certain, 'speaker_as_written', old.speaker_as_written, 'said_on', old.said_on, 'context_before', old.context_before, 'context_after', old.context_after, 'score', old.score, 'reasons', old.reasons, 'flags', old.flags, 'extractor', old.extractor, 'created_at', old.created_at) as old_row, json_object('id', new.id, 'claim_id', new.claim_id, 'article_id', new.article_id, 'claimant_id', new.claimant_id, 'span_start', new.span_start, 'span_end', new.span_end, 'quote', new.quote, 'kind', new.kind, 'kind_certain', new.kind_certain, 'speaker_as_written', new.speaker_as_written, 'said_on', new.said_on, 'context_before', new.context_before, 'context_after', new.context_after, 'score', new.score, 'reasons', new.reasons, 'flags', new.flags, 'extractor', new.extractor, 'created_at', new.created_at) as new_row)
    where old_row is not new_row;
end;

create trigger appearances_history_delete after delete on appearances
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'appearances', old.id, old.claim_id, 'delete', json_object('id', old.id, 'claim_id', old.claim_id, 'article_id', old.article_id, 'claimant_id', old.claimant_id, 'span_start', old.span_start, 'span_end', old.span_end, 'quote', old.quote, 'kind', old.kind, 'kind_certain', old.kind_certain, 'speaker_as_written', old.speaker_as_written, 'said_on', old.said_on, 'context_before', old.context_before, 'context_after', old.context_after, 'score', old.score, 'reasons', old.reasons, 'flags', old.flags, 'extractor', old.extractor, 'created_at', old.created_at), null, (select actor from audit_context where id = 1);
end;

create trigger appearances_keeps_its_id before update on appearances when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger appearances_is_not_replaced before insert on appearances
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from appearances where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'appearances'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update appearances set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from appearances where id = new.id);
end;

create trigger evidence_history_insert after insert on evidence
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'evidence', new.id, new.claim_id, 'insert', null, json_object('id', new.id, 'claim_id', new.claim_id, 'url', new.url, 'title', new.title, 'stance', new.stance, 'quote', new.quote, 'is_primary', new.is_primary, 'archived_url', new.archived_url, 'added_by', new.added_by, 'created_at', new.created_at, 'source', new.source, 'retracted_on', new.retracted_on, 'retracted_note', new.retracted_note), (select actor from audit_context where id = 1);
end;

create trigger evidence_history_update after update on evidence
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'evidence', new.id, new.claim_id, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'claim_id', old.claim_id, 'url', old.url, 'title', old.title, 'stance', old.stance, 'quote', old.quote, 'is_primary', old.is_primary, 'archived_url', old.archived_url, 'added_by', old.added_by, 'created_at', old.created_at, 'source', old.source, 'retracted_on', old.retracted_on, 'retracted_note', old.retracted_note) as old_row, json_object('id', new.id, 'claim_id', new.claim_id, 'url', new.url, 'title', new.title, 'stance', new.stance, 'quote', new.quote, 'is_primary', new.is_primary, 'archived_url', new.archived_url, 'added_by', new.added_by, 'created_at', new.created_at, 'source', new.source, 'retracted_on', new.retracted_on, 'retracted_note', new.retracted_note) as new_row)
    where old_row is not new_row;
end;

create trigger evidence_history_delete after delete on evidence
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'evidence', old.id, old.claim_id, 'delete', json_object('id', old.id, 'claim_id', old.claim_id, 'url', old.url, 'title', old.title, 'stance', old.stance, 'quote', old.quote, 'is_primary', old.is_primary, 'archived_url', old.archived_url, 'added_by', old.added_by, 'created_at', old.created_at, 'source', old.source, 'retracted_on', old.retracted_on, 'retracted_note', old.retracted_note), null, (select actor from audit_context where id = 1);
end;

create trigger evidence_keeps_its_id before update on evidence when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger evidence_is_not_replaced before insert on evidence
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from evidence where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'evidence'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update evidence set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from evidence where id = new.id);
end;

create trigger notes_history_insert after insert on notes
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'notes', new.id, new.claim_id, 'insert', null, json_object('id', new.id, 'claim_id', new.claim_id, 'body', new.body, 'author', new.author, 'created_at', new.created_at, 'step', new.step), (select actor from audit_context where id = 1);
end;

create trigger notes_history_update after update on notes
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'notes', new.id, new.claim_id, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'claim_id', old.claim_id, 'body', old.body, 'author', old.author, 'created_at', old.created_at, 'step', old.step) as old_row, json_object('id', new.id, 'claim_id', new.claim_id, 'body', new.body, 'author', new.author, 'created_at', new.created_at, 'step', new.step) as new_row)
    where old_row is not new_row;
end;

create trigger notes_history_delete after delete on notes
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'notes', old.id, old.claim_id, 'delete', json_object('id', old.id, 'claim_id', old.claim_id, 'body', old.body, 'author', old.author, 'created_at', old.created_at, 'step', old.step), null, (select actor from audit_context where id = 1);
end;

create trigger notes_keeps_its_id before update on notes when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger notes_is_not_replaced before insert on notes
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from notes where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'notes'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update notes set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from notes where id = new.id);
end;

create trigger tags_history_insert after insert on tags
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'tags', new.id, null, 'insert', null, json_object('id', new.id, 'name', new.name), (select actor from audit_context where id = 1);
end;

create trigger tags_history_update after update on tags
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'tags', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'name', old.name) as old_row, json_object('id', new.id, 'name', new.name) as new_row)
    where old_row is not new_row;
end;

create trigger tags_history_delete after delete on tags
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'tags', old.id, null, 'delete', json_object('id', old.id, 'name', old.name), null, (select actor from audit_context where id = 1);
end;

create trigger tags_keeps_its_id before update on tags when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger tags_is_not_replaced before insert on tags
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from tags where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'tags'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update tags set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from tags where id = new.id);
end;

create trigger claim_tags_history_insert after insert on claim_tags
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claim_tags', new.id, new.claim_id, 'insert', null, json_object('id', new.id, 'claim_id', new.claim_id, 'tag_id', new.tag_id, 'created_at', new.created_at), (select actor from audit_context where id = 1);
end;

create trigger claim_tags_history_update after update on claim_tags
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claim_tags', new.id, new.claim_id, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'claim_id', old.claim_id, 'tag_id', old.tag_id, 'created_at', old.created_at) as old_row, json_object('id', new.id, 'claim_id', new.claim_id, 'tag_id', new.tag_id, 'created_at', new.created_at) as new_row)
    where old_row is not new_row;
end;

create trigger claim_tags_history_delete after delete on claim_tags
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claim_tags', old.id, old.claim_id, 'delete', json_object('id', old.id, 'claim_id', old.claim_id, 'tag_id', old.tag_id, 'created_at', old.created_at), null, (select actor from audit_context where id = 1);
end;

create trigger claim_tags_keeps_its_id before update on claim_tags when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger claim_tags_is_not_replaced before insert on claim_tags
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from claim_tags where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'claim_tags'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update claim_tags set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from claim_tags where id = new.id);
end;

create trigger former_names_history_insert after insert on former_names
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'former_names', new.id, null, 'insert', null, json_object('id', new.id, 'kind', new.kind, 'name', new.name, 'current_name', new.current_name), (select actor from audit_context where id = 1);
end;

create trigger former_names_history_update after update on former_names
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'former_names', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'kind', old.kind, 'name', old.name, 'current_name', old.current_name) as old_row, json_object('id', new.id, 'kind', new.kind, 'name', new.name, 'current_name', new.current_name) as new_row)
    where old_row is not new_row;
end;

create trigger former_names_history_delete after delete on former_names
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'former_names', old.id, null, 'delete', json_object('id', old.id, 'kind', old.kind, 'name', old.name, 'current_name', old.current_name), null, (select actor from audit_context where id = 1);
end;

create trigger former_names_keeps_its_id before update on former_names when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger former_names_is_not_replaced before insert on former_names
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from former_names where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'former_names'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update former_names set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from former_names where id = new.id);
end;

create trigger matches_history_insert after insert on matches
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'matches', new.id, new.left_id, 'insert', null, json_object('id', new.id, 'left_id', new.left_id, 'right_id', new.right_id, 'score', new.score, 'suggestion', new.suggestion, 'reasons', new.reasons, 'differences', new.differences, 'scorer', new.scorer, 'judgement', new.judgement, 'judged_by', new.judged_by, 'judged_at', new.judged_at, 'created_at', new.created_at), (select actor from audit_context where id = 1);
end;

create trigger matches_history_update after update on matches
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'matches', new.id, new.left_id, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'left_id', old.left_id, 'right_id', old.right_id, 'score', old.score, 'suggestion', old.suggestion, 'reasons', old.reasons, 'differences', old.differences, 'scorer', old.scorer, 'judgement', old.judgement, 'judged_by', old.judged_by, 'judged_at', old.judged_at, 'created_at', old.created_at) as old_row, json_object('id', new.id, 'left_id', new.left_id, 'right_id', new.right_id, 'score', new.score, 'suggestion', new.suggestion, 'reasons', new.reasons, 'differences', new.differences, 'scorer', new.scorer, 'judgement', new.judgement, 'judged_by', new.judged_by, 'judged_at', new.judged_at, 'created_at', new.created_at) as new_row)
    where old_row is not new_row;
end;

create trigger matches_history_delete after delete on matches
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'matches', old.id, old.left_id, 'delete', json_object('id', old.id, 'left_id', old.left_id, 'right_id', old.right_id, 'score', old.score, 'suggestion', old.suggestion, 'reasons', old.reasons, 'differences', old.differences, 'scorer', old.scorer, 'judgement', old.judgement, 'judged_by', old.judged_by, 'judged_at', old.judged_at, 'created_at', old.created_at), null, (select actor from audit_context where id = 1);
end;

create trigger matches_keeps_its_id before update on matches when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger matches_is_not_replaced before insert on matches
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from matches where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'matches'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update matches set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from matches where id = new.id);
end;

create trigger publishers_history_insert after insert on publishers
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'publishers', new.id, null, 'insert', null, json_object('id', new.id, 'name', new.name, 'url', new.url, 'is_desk', new.is_desk, 'created_at', new.created_at), (select actor from audit_context where id = 1);
end;

create trigger publishers_history_update after update on publishers
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'publishers', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'name', old.name, 'url', old.url, 'is_desk', old.is_desk, 'created_at', old.created_at) as old_row, json_object('id', new.id, 'name', new.name, 'url', new.url, 'is_desk', new.is_desk, 'created_at', new.created_at) as new_row)
    where old_row is not new_row;
end;

create trigger publishers_history_delete after delete on publishers
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'publishers', old.id, null, 'delete', json_object('id', old.id, 'name', old.name, 'url', old.url, 'is_desk', old.is_desk, 'created_at', old.created_at), null, (select actor from audit_context where id = 1);
end;

create trigger publishers_keeps_its_id before update on publishers when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger publishers_is_not_replaced before insert on publishers
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from publishers where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'publishers'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update publishers set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from publishers where id = new.id);
end;

create trigger rating_scales_history_insert after insert on rating_scales
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'rating_scales', new.id, null, 'insert', null, json_object('id', new.id, 'name', new.name, 'description', new.description, 'worst', new.worst, 'best', new.best, 'publisher_id', new.publisher_id), (select actor from audit_context where id = 1);
end;

create trigger rating_scales_history_update after update on rating_scales
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'rating_scales', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'name', old.name, 'description', old.description, 'worst', old.worst, 'best', old.best, 'publisher_id', old.publisher_id) as old_row, json_object('id', new.id, 'name', new.name, 'description', new.description, 'worst', new.worst, 'best', new.best, 'publisher_id', new.publisher_id) as new_row)
    where old_row is not new_row;
end;

create trigger rating_scales_history_delete after delete on rating_scales
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'rating_scales', old.id, null, 'delete', json_object('id', old.id, 'name', old.name, 'description', old.description, 'worst', old.worst, 'best', old.best, 'publisher_id', old.publisher_id), null, (select actor from audit_context where id = 1);
end;

create trigger rating_scales_keeps_its_id before update on rating_scales when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger rating_scales_is_not_replaced before insert on rating_scales
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from rating_scales where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'rating_scales'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update rating_scales set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from rating_scales where id = new.id);
end;

create trigger ratings_history_insert after insert on ratings
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'ratings', new.id, null, 'insert', null, json_object('id', new.id, 'scale_id', new.scale_id, 'name', new.name, 'position', new.position, 'value', new.value, 'definition', new.definition, 'retired', new.retired), (select actor from audit_context where id = 1);
end;

create trigger ratings_history_update after update on ratings
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'ratings', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'scale_id', old.scale_id, 'name', old.name, 'position', old.position, 'value', old.value, 'definition', old.definition, 'retired', old.retired) as old_row, json_object('id', new.id, 'scale_id', new.scale_id, 'name', new.name, 'position', new.position, 'value', new.value, 'definition', new.definition, 'retired', new.retired) as new_row)
    where old_row is not new_row;
end;

create trigger ratings_history_delete after delete on ratings
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'ratings', old.id, null, 'delete', json_object('id', old.id, 'scale_id', old.scale_id, 'name', old.name, 'position', old.position, 'value', old.value, 'definition', old.definition, 'retired', old.retired), null, (select actor from audit_context where id = 1);
end;

create trigger ratings_keeps_its_id before update on ratings when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger ratings_is_not_replaced before insert on ratings
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from ratings where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'ratings'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update ratings set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from ratings where id = new.id);
end;

create trigger reviews_history_insert after insert on reviews
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'reviews', new.id, new.claim_id, 'insert', null, json_object('id', new.id, 'claim_id', new.claim_id, 'publisher_id', new.publisher_id, 'origin', new.origin, 'rating_id', new.rating_id, 'headline', new.headline, 'summary', new.summary, 'url', new.url, 'reviewed_on', new.reviewed_on, 'status', new.status, 'drafted_by', new.drafted_by, 'approved_by', new.approved_by, 'corrects_id', new.corrects_id, 'correction_note', new.correction_note, 'language', new.language, 'created_at', new.created_at, 'claim_reviewed', new.claim_reviewed, 'withdrawn_on', new.withdrawn_on, 'claimant_reviewed', new.claimant_reviewed, 'claimed_on_reviewed', new.claimed_on_reviewed, 'is_update', new.is_update, 'not_before', new.not_before, 'held_on', new.held_on, 'feed_id', new.feed_id), (select actor from audit_context where id = 1);
end;

create trigger reviews_history_update after update on reviews
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'reviews', new.id, new.claim_id, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'claim_id', old.claim_id, 'publisher_id', old.publisher_id, 'origin', old.origin, 'rating_id', old.rating_id, 'headline', old.headline, 'summary', old.summary, 'url', old.url, 'reviewed_on', old.reviewed_on, 'status', old.status, 'drafted_by', old.drafted_by, 'approved_by', old.approved_by, 'corrects_id', old.corrects_id, 'correction_note', old.correction_note, 'language', old.language, 'created_at', old.created_at, 'claim_reviewed', old.claim_reviewed, 'withdrawn_on', old.withdrawn_on, 'claimant_reviewed', old.claimant_reviewed, 'claimed_on_reviewed', old.claimed_on_reviewed, 'is_update', old.is_update, 'not_before', old.not_before, 'held_on', old.held_on, 'feed_id', old.feed_id) as old_row, json_object('id', new.id, 'claim_id', new.claim_id, 'publisher_id', new.publisher_id, 'origin', new.origin, 'rating_id', new.rating_id, 'headline', new.headline, 'summary', new.summary, 'url', new.url, 'reviewed_on', new.reviewed_on, 'status', new.status, 'drafted_by', new.drafted_by, 'approved_by', new.approved_by, 'corrects_id', new.corrects_id, 'correction_note', new.correction_note, 'language', new.language, 'created_at', new.created_at, 'claim_reviewed', new.claim_reviewed, 'withdrawn_on', new.withdrawn_on, 'claimant_reviewed', new.claimant_reviewed, 'claimed_on_reviewed', new.claimed_on_reviewed, 'is_update', new.is_update, 'not_before', new.not_before, 'held_on', new.held_on, 'feed_id', new.feed_id) as new_row)
    where old_row is not new_row;
end;

create trigger reviews_history_delete after delete on reviews
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'reviews', old.id, old.claim_id, 'delete', json_object('id', old.id, 'claim_id', old.claim_id, 'publisher_id', old.publisher_id, 'origin', old.origin, 'rating_id', old.rating_id, 'headline', old.headline, 'summary', old.summary, 'url', old.url, 'reviewed_on', old.reviewed_on, 'status', old.status, 'drafted_by', old.drafted_by, 'approved_by', old.approved_by, 'corrects_id', old.corrects_id, 'correction_note', old.correction_note, 'language', old.language, 'created_at', old.created_at, 'claim_reviewed', old.claim_reviewed, 'withdrawn_on', old.withdrawn_on, 'claimant_reviewed', old.claimant_reviewed, 'claimed_on_reviewed', old.claimed_on_reviewed, 'is_update', old.is_update, 'not_before', old.not_before, 'held_on', old.held_on, 'feed_id', old.feed_id), null, (select actor from audit_context where id = 1);
end;

create trigger reviews_keeps_its_id before update on reviews when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger reviews_is_not_replaced before insert on reviews
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from reviews where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'reviews'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update reviews set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from reviews where id = new.id);
end;

create trigger interventions_history_insert after insert on interventions
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'interventions', new.id, new.claim_id, 'insert', null, json_object('id', new.id, 'claim_id', new.claim_id, 'asked', new.asked, 'request', new.request, 'asked_on', new.asked_on, 'outcome', new.outcome, 'outcome_on', new.outcome_on, 'outcome_note', new.outcome_note, 'url', new.url, 'created_at', new.created_at, 'purpose', new.purpose), (select actor from audit_context where id = 1);
end;

create trigger interventions_history_update after update on interventions
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'interventions', new.id, new.claim_id, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'claim_id', old.claim_id, 'asked', old.asked, 'request', old.request, 'asked_on', old.asked_on, 'outcome', old.outcome, 'outcome_on', old.outcome_on, 'outcome_note', old.outcome_note, 'url', old.url, 'created_at', old.created_at, 'purpose', old.purpose) as old_row, json_object('id', new.id, 'claim_id', new.claim_id, 'asked', new.asked, 'request', new.request, 'asked_on', new.asked_on, 'outcome', new.outcome, 'outcome_on', new.outcome_on, 'outcome_note', new.outcome_note, 'url', new.url, 'created_at', new.created_at, 'purpose', new.purpose) as new_row)
    where old_row is not new_row;
end;

create trigger interventions_history_delete after delete on interventions
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'interventions', old.id, old.claim_id, 'delete', json_object('id', old.id, 'claim_id', old.claim_id, 'asked', old.asked, 'request', old.request, 'asked_on', old.asked_on, 'outcome', old.outcome, 'outcome_on', old.outcome_on, 'outcome_note', old.outcome_note, 'url', old.url, 'created_at', old.created_at, 'purpose', old.purpose), null, (select actor from audit_context where id = 1);
end;

create trigger interventions_keeps_its_id before update on interventions when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger interventions_is_not_replaced before insert on interventions
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from interventions where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'interventions'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update interventions set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from interventions where id = new.id);
end;

create trigger archives_history_insert after insert on archives
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'archives', new.id, null, 'insert', null, json_object('id', new.id, 'url', new.url, 'status', new.status, 'attempts', new.attempts, 'try_after', new.try_after, 'error', new.error, 'archived_url', new.archived_url, 'archived_at', new.archived_at, 'created_at', new.created_at), (select actor from audit_context where id = 1);
end;

create trigger archives_history_update after update on archives
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'archives', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'url', old.url, 'status', old.status, 'attempts', old.attempts, 'try_after', old.try_after, 'error', old.error, 'archived_url', old.archived_url, 'archived_at', old.archived_at, 'created_at', old.created_at) as old_row, json_object('id', new.id, 'url', new.url, 'status', new.status, 'attempts', new.attempts, 'try_after', new.try_after, 'error', new.error, 'archived_url', new.archived_url, 'archived_at', new.archived_at, 'created_at', new.created_at) as new_row)
    where old_row is not new_row;
end;

create trigger archives_history_delete after delete on archives
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'archives', old.id, null, 'delete', json_object('id', old.id, 'url', old.url, 'status', old.status, 'attempts', old.attempts, 'try_after', old.try_after, 'error', old.error, 'archived_url', old.archived_url, 'archived_at', old.archived_at, 'created_at', old.created_at), null, (select actor from audit_context where id = 1);
end;

create trigger archives_keeps_its_id before update on archives when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger archives_is_not_replaced before insert on archives
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from archives where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'archives'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update archives set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from archives where id = new.id);
end;

create trigger tunings_history_insert after insert on tunings
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'tunings', new.id, null, 'insert', null, json_object('id', new.id, 'part', new.part, 'fitted_to', new.fitted_to, 'parameters', new.parameters, 'figures', new.figures, 'in_force', new.in_force, 'created_at', new.created_at), (select actor from audit_context where id = 1);
end;

create trigger tunings_history_update after update on tunings
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'tunings', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'part', old.part, 'fitted_to', old.fitted_to, 'parameters', old.parameters, 'figures', old.figures, 'in_force', old.in_force, 'created_at', old.created_at) as old_row, json_object('id', new.id, 'part', new.part, 'fitted_to', new.fitted_to, 'parameters', new.parameters, 'figures', new.figures, 'in_force', new.in_force, 'created_at', new.created_at) as new_row)
    where old_row is not new_row;
end;

create trigger tunings_history_delete after delete on tunings
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'tunings', old.id, null, 'delete', json_object('id', old.id, 'part', old.part, 'fitted_to', old.fitted_to, 'parameters', old.parameters, 'figures', old.figures, 'in_force', old.in_force, 'created_at', old.created_at), null, (select actor from audit_context where id = 1);
end;

create trigger tunings_keeps_its_id before update on tunings when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger tunings_is_not_replaced before insert on tunings
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from tunings where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'tunings'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update tunings set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from tunings where id = new.id);
end;

create trigger encoders_history_insert after insert on encoders
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'encoders', new.id, null, 'insert', null, json_object('id', new.id, 'name', new.name, 'version', new.version, 'dimensions', new.dimensions, 'in_force', new.in_force, 'created_at', new.created_at), (select actor from audit_context where id = 1);
end;

create trigger encoders_history_update after update on encoders
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'encoders', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'name', old.name, 'version', old.version, 'dimensions', old.dimensions, 'in_force', old.in_force, 'created_at', old.created_at) as old_row, json_object('id', new.id, 'name', new.name, 'version', new.version, 'dimensions', new.dimensions, 'in_force', new.in_force, 'created_at', new.created_at) as new_row)
    where old_row is not new_row;
end;

create trigger encoders_history_delete after delete on encoders
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'encoders', old.id, null, 'delete', json_object('id', old.id, 'name', old.name, 'version', old.version, 'dimensions', old.dimensions, 'in_force', old.in_force, 'created_at', old.created_at), null, (select actor from audit_context where id = 1);
end;

create trigger encoders_keeps_its_id before update on encoders when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger encoders_is_not_replaced before insert on encoders
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from encoders where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'encoders'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update encoders set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from encoders where id = new.id);
end;

-- [[[end]]]
