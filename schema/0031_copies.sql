-- Imports of the work that was done in copies of this desk: what was gone through then is decided. `copy_change` is the newest change in
-- the copy's history at that time, and `copy_change_is` is what identifies it: a file that has this change is the same copy, grown or not.
-- `continues` is the last import before it of the same copy. What came in are the changes from `first_change` to `last_change`; both are
-- null if nothing did. Whether it was undone, and by which changes, is in the table imports (0023_imports.sql).
create table copy_imports (
    id integer primary key autoincrement,
    file text not null,
    actor text,
    continues integer references copy_imports (id),
    copy_change integer not null,
    copy_change_is text not null check (json_valid(copy_change_is)),
    first_change integer,
    last_change integer,
    check ((first_change is null) = (last_change is null))
) strict;

-- The ids that the new rows of a copy got here.
create table copied_rows (
    copy_import_id integer not null references copy_imports (id),
    table_name text not null,
    id_in_copy integer not null,
    row_id integer not null,
    primary key (copy_import_id, table_name, id_in_copy)
) strict, without rowid;
