-- The index that finds candidates for a match: an inverted index of our own in ordinary tables, so that
-- it needs no extension and any SQLite client may write claims. See docs/matching.md for why not FTS5.

-- Every term of the claims and the headlines of their reviews, and how many claims have it.
CREATE TABLE match_terms (
    id INTEGER PRIMARY KEY,
    term TEXT NOT NULL UNIQUE,
    claims INTEGER NOT NULL CHECK (claims >= 0)
) STRICT;

-- The same terms from the back, so that a misspelt beginning is looked up as fast as a misspelt end.
CREATE TABLE match_endings (
    ending TEXT NOT NULL,
    term_id INTEGER NOT NULL REFERENCES match_terms (id) ON DELETE CASCADE,
    PRIMARY KEY (ending, term_id)
) STRICT, WITHOUT ROWID;

-- Where a term stands. A block holds the claims whose id is block * 65536 + offset; `offsets` are unsigned
-- 16-bit little-endian, `weights` one byte each: the term's BM25 share in that claim, in 1/100.
CREATE TABLE match_postings (
    term_id INTEGER NOT NULL REFERENCES match_terms (id) ON DELETE CASCADE,
    block INTEGER NOT NULL,
    offsets BLOB NOT NULL,
    weights BLOB NOT NULL,
    PRIMARY KEY (term_id, block)
) STRICT, WITHOUT ROWID;

-- Claims that changed since the index saw them. Triggers fill it, a look-up reads these claims as they
-- stand, and the next writing command indexes them. So a claim is found from the moment it is committed.
CREATE TABLE match_pending (
    claim_id INTEGER PRIMARY KEY
) STRICT;

-- One row: how many claims the index holds and how many terms they have together.
CREATE TABLE match_totals (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    claims INTEGER NOT NULL,
    terms INTEGER NOT NULL
) STRICT;

INSERT INTO match_totals (id, claims, terms) VALUES (1, 0, 0);
INSERT INTO match_pending (claim_id) SELECT id FROM claims;
