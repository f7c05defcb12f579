-- The release has a new matcher: see 0042_terms_anew.sql. It has other views, too.
delete from match_postings;
delete from match_endings;
delete from match_terms;
update match_totals set claims = 0, terms = 0;
insert or ignore into match_pending (claim_id) select id from claims;
