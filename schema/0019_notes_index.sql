-- Notes are found by their words, too. Double quotes around the content table: Datasette finds content="notes" only.
create virtual table notes_fts using fts5 (
    body, tokenize = 'porter unicode61', content = "notes", content_rowid = "id"
);
insert into notes_fts (notes_fts) values ('rebuild');
