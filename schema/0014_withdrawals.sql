-- A review is often entered as taken back on another day than the one on which readers were told. Left out, it is
-- that on which it was entered: history knows.
alter table reviews add column withdrawn_on text check (withdrawn_on is date(withdrawn_on));
