-- What the last reading of an article came to. `basis_sha256` is a digest of all that decides what a reading would find and what of it
-- is filed already: where that is the same, the article need not be read again. Derived, like the match index: no foreign keys, no history.
create table article_readings (
    article_id integer primary key,
    basis_sha256 text not null check (length(basis_sha256) = 64),
    known integer not null check (known >= 0),
    skipped integer not null check (skipped >= 0)
) strict;
