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

-- What the desk's front page asks for: whose claims are in hand, and which of those to be checked nobody has, in the order of their list.
-- Among 100,000 claims each of these queries read 30,000 rows.
drop index if exists claims_assignee;
create index claims_assignee on claims (assignee, status, due_on, priority) where assignee is not null;
drop index if exists claims_untaken;
create index claims_untaken on claims (status, priority = 'high' desc, priority = 'low', score desc, id)
where assignee is null and status in ('open', 'checking');

-- Who said which claim more than once is read from this index alone. The statistics grouped all appearances for it.
drop index if exists appearances_claimant;
create index appearances_claimant on appearances (claimant_id, claim_id);

-- The release has a new matcher, so all claims are indexed anew, whether or not it reads their terms otherwise: an index of other terms
-- seems damaged. What is emptied here is derived from them.
delete from match_postings;
delete from match_endings;
delete from match_terms;
update match_totals set claims = 0, terms = 0;
insert or ignore into match_pending (claim_id) select id from claims;
