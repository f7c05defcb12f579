-- A desk that never was a copy of this one can be brought in as a whole, too: `is_desk` says that an import was one of those.
alter table copy_imports add column is_desk integer not null default 0 check (is_desk in (0, 1));

-- When a change was made in the copy or on the other desk. Here, history has the time at which it came in.
create table copied_changes (
    change_id integer primary key references history (id),
    happened_at text not null
) strict;

-- The release has a new matcher, so all claims are indexed anew, whether or not it reads their terms otherwise: an index of other terms
-- seems damaged. What is emptied here is derived from them.
delete from match_postings;
delete from match_endings;
delete from match_terms;
update match_totals set claims = 0, terms = 0;
insert or ignore into match_pending (claim_id) select id from claims;
