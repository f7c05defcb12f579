-- Whatever is written under the former name of a tag or an outlet gets the current name, whichever client writes it: history
-- records the row as it was written, then its change.

create trigger claim_tags_get_the_current_tag after insert on claim_tags
when exists (
        select 1 from former_names
        where kind = 'tag' and name = (select name from tags where id = new.tag_id) collate nocase
    )
begin
    insert into tags (name)
    select current_name from former_names
    where kind = 'tag' and name = (select name from tags where id = new.tag_id) collate nocase
        and not exists (select 1 from tags where tags.name = current_name);
    update claim_tags
    set tag_id = current_tags.id
    from former_names join tags as current_tags on current_tags.name = current_name
    where claim_tags.id = new.id
        and kind = 'tag' and former_names.name = (select name from tags where id = new.tag_id) collate nocase
        and not exists (select 1 from claim_tags where claim_id = new.claim_id and tag_id = current_tags.id);
    delete from claim_tags where id = new.id and tag_id = new.tag_id;
end;

create trigger claim_tags_refuse_former_names before update of tag_id on claim_tags
when new.tag_id is not old.tag_id and exists (
        select 1 from former_names
        where kind = 'tag' and name = (select name from tags where id = new.tag_id) collate nocase
    )
begin
    select raise(abort, 'Refused: this is a former name of another tag; use that tag, or run `claimtrack tags forget` first');
end;

create trigger tags_renamed_leave_a_former_name after update of name on tags when new.name <> old.name collate binary
begin
    delete from former_names where kind = 'tag' and name = new.name collate nocase;
    update former_names set current_name = new.name where kind = 'tag' and current_name = old.name collate nocase;
    insert into former_names (kind, name, current_name)
    select 'tag', old.name, new.name
    where old.name <> new.name collate nocase and exists (select 1 from claim_tags where tag_id = new.id);
end;

create trigger articles_inserted_get_the_current_outlet after insert on articles
when exists (select 1 from former_names where kind = 'outlet' and name = new.outlet)
begin
    update articles set outlet = (select current_name from former_names where kind = 'outlet' and name = new.outlet) where id = new.id;
end;

create trigger articles_updated_get_the_current_outlet after update of outlet on articles
when new.outlet is not old.outlet and exists (select 1 from former_names where kind = 'outlet' and name = new.outlet)
begin
    update articles set outlet = (select current_name from former_names where kind = 'outlet' and name = new.outlet) where id = new.id;
end;

create trigger former_names_are_not_in_use before insert on former_names
when new.kind = 'outlet' and exists (select 1 from articles where outlet = new.name)
    or new.kind = 'tag' and exists (select 1 from tags join claim_tags on tag_id = tags.id where name = new.name)
begin
    select raise(abort, 'Refused: this name is in use; `claimtrack tags join` or `outlets join` also changes the rows that use it');
end;

create trigger former_names_form_no_chain before insert on former_names
when exists (
        select 1 from former_names
        where kind = new.kind and (
                kind = 'tag' and (name = new.current_name collate nocase or current_name = new.name collate nocase)
                or kind = 'outlet' and (name = new.current_name or current_name = new.name)
            )
    )
begin
    select raise(abort, 'Refused: a former name must lead to a current name, which cannot be a former name itself');
end;

create trigger former_names_kind_and_name_are_final before update of kind, name on former_names
when new.kind is not old.kind or new.name is not old.name
begin
    select raise(abort, 'Refused: a former name cannot be changed; run `claimtrack tags forget` or `outlets forget`, then join again');
end;

create trigger former_names_still_form_no_chain before update of current_name on former_names
when new.kind = 'tag' and exists (select 1 from former_names where kind = 'tag' and name = new.current_name collate nocase)
    or new.kind = 'outlet' and exists (select 1 from former_names where kind = 'outlet' and name = new.current_name)
begin
    select raise(abort, 'Refused: a former name must lead to a current name, which cannot be a former name itself');
end;
