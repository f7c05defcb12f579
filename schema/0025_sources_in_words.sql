-- What is no web page: a phone call, a tape, a book, a file. Either has the row, an address or words: claimtrack/store/file/remaking.py makes
-- the table anew, so that an address may be missing. SQLite has no statement for it.
alter table evidence add column source text check ((url is null) <> (source is null) and length(source) between 1 and 4000);
create unique index evidence_source on evidence (claim_id, source) where source is not null;
