-- Words that an article was read in are looked for among those that claims are quoted in: a claim that was reworded in
-- triage is known by both. Of each quote the beginning, which tells nearly all apart in a fraction of the space.
create index appearances_quote on appearances (substr(quote, 1, 40)) where quote is not null;

-- Claims that are quoted otherwise than they are worded are found by these words, too, from here on.
insert or ignore into match_pending (claim_id)
select distinct claims.id from appearances join claims on claims.id = appearances.claim_id
where appearances.quote <> claims.text;
