-- The release has a new matcher, so all claims are indexed anew, whether or not it reads their terms otherwise: an index of other terms
-- seems damaged. What is emptied here is derived from them.
delete from match_postings;
delete from match_endings;
delete from match_terms;
update match_totals set claims = 0, terms = 0;
insert or ignore into match_pending (claim_id) select id from claims;
