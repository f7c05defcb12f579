-- The former names of tags and outlets that were joined to another or renamed, each with its current name: what is written under
-- a former name later gets the current one (triggers_former_names.sql). Tags that differ only in upper and lower case are the same
-- tag; outlets are not.
create table former_names (
    id integer primary key autoincrement,
    kind text not null check (kind in ('tag', 'outlet')),
    name text not null check (name = trim(name) and name <> '' and instr(name, char(0)) = 0),
    current_name text not null
        check (current_name = trim(current_name) and current_name <> '' and instr(current_name, char(0)) = 0 and current_name <> name)
) strict;

create unique index former_tags on former_names (name collate nocase) where kind = 'tag';
create unique index former_outlets on former_names (name) where kind = 'outlet';
