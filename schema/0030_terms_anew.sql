-- In languages other than English claims are now indexed by different terms (words of Indian scripts with their vowels,
-- "1,5 milyon", "12 persen"), so all claims are indexed again. The rows deleted here are derived from the claims.
delete from match_postings;
delete from match_endings;
delete from match_terms;
update match_totals set claims = 0, terms = 0;
insert or ignore into match_pending (claim_id) select id from claims;
