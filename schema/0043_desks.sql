-- A desk that never was a copy of this one can be brought in as a whole, too: `is_desk` says that an import was one of those.
alter table copy_imports add column is_desk integer not null default 0 check (is_desk in (0, 1));
-- Names of users of that desk under which they are known here, for its next import: an object of names.
alter table copy_imports add column people text check (json_valid(people));

-- When a change was made in the copy or on the other desk. Here, history has the time at which it came in.
create table copied_changes (
    change_id integer primary key references history (id),
    happened_at text not null
) strict;
