-- How far `duplicates` has come: the claims that were not yet compared with all others as they stand now.
-- Triggers fill it, each batch that is done takes its claims out. So an interrupted run goes on where it was,
-- and the next compares only what is new or reworded. Derived, like the match index.
create table match_uncompared (
    claim_id integer primary key
) strict;

-- One row: the scorer that compared the others. Another one begins anew.
create table match_compared_by (
    id integer primary key check (id = 1),
    scorer text
) strict;

insert into match_compared_by (id, scorer) values (1, null);
insert into match_uncompared (claim_id) select id from claims;
