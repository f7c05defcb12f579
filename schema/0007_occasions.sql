-- A claim heard again in a place whose text we do not hold ("Radio 4") is another occasion when it was another
-- speaker or another day; until now a place counted once for a claim.
drop index appearances_without_span;
create unique index appearances_without_span
    on appearances (claim_id, article_id, coalesce(claimant_id, 0), coalesce(said_on, ''))
    where span_start is null;

-- Numbers between letters of a script without spaces ("300 people" in Chinese), and those letters with their marks, are
-- read as such now: claims that have them are indexed anew.
insert or ignore into match_pending (claim_id)
    select id from claims where text glob '*[฀-໿က-႟ក-៿぀-ヿ㐀-鿿𠀀-𿿿]*';
