-- Decimal commas, degrees and micro-units are read as parts of a number now: claims that have them are indexed anew.
insert or ignore into match_pending (claim_id)
    select id from claims where text glob '*[0-9],[0-9]*' or text glob '*[°µμ]*';
