-- sqlite-utils and Datasette find the index of a table by `content="claims"`, with no blank in it: without that `sqlite-utils search`
-- knows of none. An index cannot be altered, so each is made anew.
drop table claims_fts;
create virtual table claims_fts using fts5 (text, tokenize='porter unicode61', content="claims", content_rowid="id");
insert into claims_fts (claims_fts) values ('rebuild');
drop table articles_fts;
create virtual table articles_fts using fts5 (title, text, tokenize='porter unicode61', content="articles", content_rowid="id");
insert into articles_fts (articles_fts) values ('rebuild');
drop table notes_fts;
create virtual table notes_fts using fts5 (body, tokenize='porter unicode61', content="notes", content_rowid="id");
insert into notes_fts (notes_fts) values ('rebuild');
