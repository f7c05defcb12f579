-- A tag that was joined to another, or renamed, stands nowhere any more, and neither does an outlet: what comes in under the former
-- name gets the one that it has now. Tags that differ in capitals alone are one, outlets are not.
create table former_names (
    id integer primary key autoincrement,
    kind text not null check (kind in ('tag', 'outlet')),
    name text not null check (name = trim(name) and name <> '' and instr(name, char(0)) = 0),
    current_name text not null
        check (current_name = trim(current_name) and current_name <> '' and instr(current_name, char(0)) = 0 and current_name <> name)
) strict;

create unique index former_tags on former_names (name collate nocase) where kind = 'tag';
create unique index former_outlets on former_names (name) where kind = 'outlet';
