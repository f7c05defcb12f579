-- A former name of a tag or an outlet comes back as the name of now, whoever writes it. Applied before the triggers of history: these
-- are then asked first, and keep what was written before what becomes of it.

create trigger claim_tags_enter_as_called_now after insert on claim_tags
when exists (
        select 1 from tags cross join former_names on kind = 'tag' and former_names.name = tags.name collate nocase
        where tags.id = new.tag_id
    )
begin
    insert into tags (name)
    select current_name
    from tags cross join former_names on kind = 'tag' and former_names.name = tags.name collate nocase
    where tags.id = new.tag_id and not exists (select 1 from tags as there where there.name = current_name);
    update claim_tags
    set tag_id = (
            select there.id
            from tags cross join former_names on kind = 'tag' and former_names.name = tags.name collate nocase
            join tags as there on there.name = current_name
            where tags.id = new.tag_id
        )
    where id = new.id and not exists (
            select 1
            from tags cross join former_names on kind = 'tag' and former_names.name = tags.name collate nocase
            join tags as there on there.name = current_name
            join claim_tags as borne on borne.tag_id = there.id and borne.claim_id = new.claim_id
            where tags.id = new.tag_id
        );
    delete from claim_tags where id = new.id and tag_id = new.tag_id;
end;

create trigger claim_tags_are_called_as_now before update of tag_id on claim_tags
when new.tag_id is not old.tag_id and exists (
        select 1 from tags cross join former_names on kind = 'tag' and former_names.name = tags.name collate nocase
        where tags.id = new.tag_id
    )
begin
    select raise(abort, 'Refused: this is a former name of another tag; use that one, or `claimtrack tags forget` first');
end;

create trigger tags_are_renamed_with_their_former_names after update of name on tags when new.name <> old.name collate binary
begin
    delete from former_names where kind = 'tag' and name = new.name collate nocase;
    update former_names set current_name = new.name where kind = 'tag' and current_name = old.name collate nocase;
    insert into former_names (kind, name, current_name)
    select 'tag', old.name, new.name
    where old.name <> new.name collate nocase and exists (select 1 from claim_tags where tag_id = new.id);
end;

create trigger articles_enter_as_called_now after insert on articles
when exists (select 1 from former_names where kind = 'outlet' and name = new.outlet)
begin
    update articles set outlet = (select current_name from former_names where kind = 'outlet' and name = new.outlet) where id = new.id;
end;

create trigger articles_are_called_as_now after update of outlet on articles
when new.outlet is not old.outlet and exists (select 1 from former_names where kind = 'outlet' and name = new.outlet)
begin
    update articles set outlet = (select current_name from former_names where kind = 'outlet' and name = new.outlet) where id = new.id;
end;

create trigger former_names_are_borne_by_nothing before insert on former_names
when new.kind = 'outlet' and exists (select 1 from articles where outlet = new.name)
    or new.kind = 'tag' and exists (select 1 from tags join claim_tags on tag_id = tags.id where name = new.name)
begin
    select raise(abort, 'Refused: this name is in use; `claimtrack tags join` or `outlets join` also changes what has it');
end;

create trigger former_names_lead_to_one_of_now before insert on former_names
when exists (
        select 1 from former_names
        where kind = new.kind and (
                kind = 'tag' and (name = new.current_name collate nocase or current_name = new.name collate nocase)
                or kind = 'outlet' and (name = new.current_name or current_name = new.name)
            )
    )
begin
    select raise(abort, 'Refused: a former name leads to a name of now, and no other former name leads to it');
end;

create trigger former_names_keep_their_name before update of kind, name on former_names
when new.kind is not old.kind or new.name is not old.name
begin
    select raise(abort, 'Refused: a former name stays as it is; `claimtrack tags forget` or `outlets forget`, then join anew');
end;

create trigger former_names_still_lead_to_one_of_now before update of current_name on former_names
when new.kind = 'tag' and exists (select 1 from former_names where kind = 'tag' and name = new.current_name collate nocase)
    or new.kind = 'outlet' and exists (select 1 from former_names where kind = 'outlet' and name = new.current_name)
begin
    select raise(abort, 'Refused: a former name leads to a name of now, and no other former name leads to it');
end;
