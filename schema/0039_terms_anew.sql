-- The terms that a claim is found by are read otherwise now (times such as "2:14:04", "8 votes to 4", "the previous year",
-- "N5.3bn"), so all claims are indexed anew. What is emptied here is derived from them.
delete from match_postings;
delete from match_endings;
delete from match_terms;
update match_totals set claims = 0, terms = 0;
insert or ignore into match_pending (claim_id) select id from claims;
