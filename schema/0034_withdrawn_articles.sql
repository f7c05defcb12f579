-- Items of news agencies under different URNs are different articles, even with the same text. The first two columns are those that
-- look-ups of a text use.
drop index articles_once;
create unique index articles_once on articles (
    coalesce(url, ''), text_sha256, case when url is null and lower(substr(source, 1, 4)) = 'urn:' then source else '' end
) where text is not null;

-- An article that its outlet has withdrawn. Of an item that a news agency withdraws with another text, the notice is the next version.
alter table articles add column withdrawn_on text check (withdrawn_on is date(withdrawn_on));
alter table articles add column withdrawn_note text
    constraint withdrawal_note_has_day check (withdrawn_note is null or withdrawn_on is not null and length(withdrawn_note) <= 4000);
create index articles_withdrawn_on on articles (withdrawn_on) where withdrawn_on is not null;
