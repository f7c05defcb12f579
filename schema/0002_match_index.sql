-- The index that finds candidates for a match: an inverted index of our own in ordinary tables, so that
-- it needs no extension and any SQLite client may write claims. See docs/matching.md for why not FTS5.
-- All of it can be built again from the claims, so no foreign keys hold its parts together.

-- Every term of the claims and the headlines of their reviews, and how many claims have it.
create table match_terms (
    id integer primary key,
    term text not null unique,
    claims integer not null check (claims >= 0)
) strict;

-- The same terms from the back, so that a misspelt beginning is looked up as fast as a misspelt end.
create table match_endings (
    ending text not null,
    term_id integer not null,
    primary key (ending, term_id)
) strict, without rowid;

-- Where a term stands. A block holds the claims whose id is block * 65536 + offset; `offsets` are unsigned
-- 16-bit little-endian, `weights` one byte each: the term's BM25 share in that claim, in 1/100.
create table match_postings (
    term_id integer not null,
    block integer not null,
    offsets blob not null,
    weights blob not null,
    primary key (term_id, block)
) strict, without rowid;

-- Claims that changed since the index saw them. Triggers fill it, a look-up reads these claims as they
-- stand, and the next writing command indexes them. So a claim is found from the moment it is committed.
create table match_pending (
    claim_id integer primary key
) strict;

-- One row: how many claims the index holds and how many terms they have together.
create table match_totals (
    id integer primary key check (id = 1),
    claims integer not null,
    terms integer not null
) strict;

insert into match_totals (id, claims, terms) values (1, 0, 0);
insert into match_pending (claim_id) select id from claims;
