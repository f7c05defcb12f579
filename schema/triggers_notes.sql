-- Notes: words stand under the name of who wrote them. When an import of a copy is undone, the notes that came in go, and those that
-- were changed or removed in the copy are restored as they were, whoever wrote them (view notes_being_restored).

-- Nobody writes a note in someone else's name. If the actor is unknown, as in a manual import, any author may be given.
create trigger notes_author_is_actor before insert on notes
when new.author <> (select actor from audit_context where id = 1) collate nocase
    and not exists (select 1 from notes_being_restored where id = new.id)
begin
    select raise(abort, 'Refused: you can write a note only in your own name; leave the author out');
end;

create trigger notes_author_is_final before update of author on notes
when old.author is not null and old.author is not new.author
begin
    select raise(abort, 'Refused: the author of a note cannot be changed afterwards');
end;

-- Otherwise a colleague could change the words that stand under the author's name. An unknown actor, such as a plain SQL client, may.
create trigger notes_words_are_the_authors before update of claim_id, body, created_at, step on notes
when old.author <> (select actor from audit_context where id = 1) collate nocase
    and (old.claim_id, old.body, old.created_at, old.step) is not (new.claim_id, new.body, new.created_at, new.step)
    and not exists (select 1 from notes_being_restored where id = old.id)
begin
    select raise(abort, 'Refused: only its author can change a note; write a note of your own');
end;

create trigger notes_are_removed_by_their_author before delete on notes
when old.author <> (select actor from audit_context where id = 1) collate nocase
    and not exists (select 1 from notes_being_restored where id = old.id)
begin
    select raise(abort, 'Refused: only its author can delete a note; write a note of your own');
end;
