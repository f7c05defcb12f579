-- The index of 0011_places.sql as bytes, as the view article_pages has it now: on a served desk, the functions that people's queries may call
-- fail for a text that is not UTF-8, which another program may have written. The views claim_columns, claim_languages, appearance_sheet and
-- those of published claims read such columns as bytes, too.
drop index if exists articles_page;
create index articles_page on articles (
    rtrim(
        substr(
            substr(replace(cast(url as blob), '://', ':'), instr(replace(cast(url as blob), '://', ':') || '/', '/')),
            1,
            length(substr(replace(cast(url as blob), '://', ':'), instr(replace(cast(url as blob), '://', ':') || '/', '/')))
                - length(ltrim(substr(replace(cast(url as blob), '://', ':'), instr(replace(cast(url as blob), '://', ':') || '/', '/')), 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/'))
        ),
        '/'
    ),
    url
) where url is not null;

-- The release has a new matcher, so all claims are indexed anew, whether or not it reads their terms otherwise: an index of other terms
-- seems damaged. What is emptied here is derived from them.
delete from match_postings;
delete from match_endings;
delete from match_terms;
update match_totals set claims = 0, terms = 0;
insert or ignore into match_pending (claim_id) select id from claims;
