-- A claim heard again in a place whose text we do not hold ("Radio 4") is another occasion when it was another
-- speaker or another day; until now a place counted once for a claim.
drop index appearances_without_span;
create unique index appearances_without_span
    on appearances (claim_id, article_id, coalesce(claimant_id, 0), coalesce(said_on, ''))
    where span_start is null;
