-- Which changes of history one import made: history itself does not tell where one began. What an import did is told by these changes
-- alone; one that was taken back is none any more.
create table imports (
    first_change integer primary key,
    last_change integer not null,
    check (last_change >= first_change)
) strict;
