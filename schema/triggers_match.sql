-- Queue for the match index every claim whose words, or whose reviews' headlines, change.
-- Plain SQL only: another client must be able to write claims without our Python functions.
-- An ON CONFLICT of the outer statement overrides the IGNORE here; each policy is harmless on one column.

DROP TRIGGER IF EXISTS match_claim_inserted;
CREATE TRIGGER match_claim_inserted AFTER INSERT ON claims BEGIN
    INSERT OR IGNORE INTO match_pending (claim_id) VALUES (new.id);
END;

DROP TRIGGER IF EXISTS match_claim_reworded;
CREATE TRIGGER match_claim_reworded AFTER UPDATE OF id, text ON claims BEGIN
    INSERT OR IGNORE INTO match_pending (claim_id) VALUES (old.id);
    INSERT OR IGNORE INTO match_pending (claim_id) VALUES (new.id);
END;

DROP TRIGGER IF EXISTS match_claim_deleted;
CREATE TRIGGER match_claim_deleted AFTER DELETE ON claims BEGIN
    INSERT OR IGNORE INTO match_pending (claim_id) VALUES (old.id);
END;

DROP TRIGGER IF EXISTS match_headline_inserted;
CREATE TRIGGER match_headline_inserted AFTER INSERT ON reviews WHEN new.headline IS NOT NULL BEGIN
    INSERT OR IGNORE INTO match_pending (claim_id) VALUES (new.claim_id);
END;

DROP TRIGGER IF EXISTS match_headline_changed;
CREATE TRIGGER match_headline_changed AFTER UPDATE OF headline, claim_id ON reviews BEGIN
    INSERT OR IGNORE INTO match_pending (claim_id) VALUES (old.claim_id);
    INSERT OR IGNORE INTO match_pending (claim_id) VALUES (new.claim_id);
END;

DROP TRIGGER IF EXISTS match_headline_deleted;
CREATE TRIGGER match_headline_deleted AFTER DELETE ON reviews WHEN old.headline IS NOT NULL BEGIN
    INSERT OR IGNORE INTO match_pending (claim_id) VALUES (old.claim_id);
END;
