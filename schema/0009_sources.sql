-- A file that is read again is found by its name, also on a desk of very many articles.
create index articles_source on articles (source) where source is not null;
