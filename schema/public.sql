-- The public copy, made and filled by `claimtrack publish`: the desk is attached as "desk", read-only.
-- Every column that leaves the desk is named here and nowhere else. What is not named stays: notes,
-- drafts, assignees, actors, tags, the words around a quote, file names, whole articles.
-- A claim is public when a review of our own desk about it is published.

create table claims (
    id integer primary key,
    text text not null,
    claimant text,
    claimant_kind text not null,
    claimant_role text,
    claimant_url text,
    claimed_on text,
    rating text not null,
    review_url text not null,
    reviewed_on text not null,
    appearances integer not null,
    first_seen text,
    last_seen text
) strict;

-- Each with the claim as it was signed: of two languages one may be corrected and the other not.
create table reviews (
    id integer primary key,
    claim_id integer not null references claims (id),
    claim text not null,
    claimant text,
    claimant_kind text not null,
    claimant_role text,
    claimant_url text,
    claimed_on text,
    rating text not null,
    rating_value real,
    scale text not null,
    worst real,
    best real,
    headline text,
    summary text,
    url text not null,
    reviewed_on text not null,
    language text,
    publisher text not null,
    publisher_url text,
    corrects_id integer,
    correction_note text,
    page_id integer not null,
    definition text,
    first_seen text,
    appearance_urls text not null,
    first_page_on text
) strict;

-- Of two public claims that are judged the same each has all of both: so `id` is no key.
create table appearances (
    id integer not null,
    claim_id integer not null references claims (id),
    quote text,
    speaker text,
    kind text,
    seen_on text,
    outlet text,
    title text,
    url text,
    primary key (claim_id, id)
) strict;

-- What each verdict rests on, an address or a source in words: of two languages one may be corrected and the other not. So `id` is no key.
create table evidence (
    id integer not null,
    review_id integer not null references reviews (id),
    claim_id integer not null references claims (id),
    url text,
    source text,
    title text,
    stance text not null,
    quote text,
    is_primary integer,
    archived_url text,
    primary key (review_id, id)
) strict;

-- A review that was withdrawn stands here too, with the claim it was about: readers saw it. So `id` is no key: of a
-- correction that was withdrawn there are two rows.
create table corrections (
    id integer not null,
    claim_id integer not null,
    claim text not null,
    action text not null,
    rating_before text,
    rating_after text,
    note text not null,
    reviewed_on text,
    changed_on text not null,
    url text,
    page_id integer not null,
    primary key (id, action)
) strict;

create table interventions (
    id integer primary key,
    claim_id integer not null references claims (id),
    asked text not null,
    request text not null,
    asked_on text not null,
    outcome text not null,
    outcome_on text,
    url text,
    purpose text not null
) strict;

create table ratings (
    id integer primary key,
    scale text not null,
    name text not null,
    position integer not null,
    value real,
    definition text,
    retired integer not null
) strict;

insert into reviews
select id, claim_id, claim, claimant, claimant_kind, claimant_role, claimant_url, claimed_on, rating, value, scale,
    worst, best, headline, summary, url, reviewed_on, language, publisher, publisher_url, corrects_id, correction_note, page_id,
    definition, first_seen, appearances, first_page_on
from desk.claimreview_sheet join desk.review_pages on review_id = id
where is_desk = 1;

-- The verdict that stands for each claim.
create temp table newest as
select * from reviews as ours
where id = (
    select standing.id from reviews as standing where standing.claim_id = ours.claim_id
    order by standing.reviewed_on desc, standing.id desc limit 1
);

-- As the desk counts them: each time that the claim was said, or one that is judged the same.
insert into appearances
select said.id, said.claim_id, said.quote, said.speaker, said.kind, said.seen_on, said.outlet,
    -- Without an article it was heard somewhere: "Radio 4, Today, 8:10".
    coalesce(said.title, (
        select nullif(place, iif(place like 'a place not recorded%', place, '')) from desk.appearance_overview as held
        where held.id = said.id
    )),
    said.url
from newest cross join desk.published_sightings as said on said.review_id = newest.id
where said.counts;

insert into claims
select newest.claim_id, newest.claim, newest.claimant, newest.claimant_kind, newest.claimant_role, newest.claimant_url,
    newest.claimed_on, newest.rating, newest.url, newest.reviewed_on,
    count(*) filter (where said.counts), min(said.seen_on), max(said.seen_on)
from newest left join desk.published_sightings as said on said.review_id = newest.id
group by newest.id;

insert into evidence
select links.id, review_id, links.claim_id, links.url, links.source, links.title, links.stance, links.quote, links.is_primary, links.archived_url
from reviews cross join desk.published_evidence as links on review_id = reviews.id;

insert into corrections
select id, claim_id, claim, action, rating_before, rating_after, note, reviewed_on, changed_on, url, page_id
from desk.correction_sheet join desk.review_pages on review_id = id;

insert into interventions
select id, claim_id, asked, request, asked_on, outcome, outcome_on, url, purpose
from desk.interventions where claim_id in (select id from claims);

insert into ratings
select ratings.id, rating_scales.name, ratings.name, ratings.position, ratings.value, ratings.definition,
    ratings.retired
from desk.ratings as ratings
join desk.rating_scales as rating_scales on rating_scales.id = ratings.scale_id
where rating_scales.name in (select scale from reviews);

-- What only the desk's computer or its network has is no reader's: is_inside() tells it by its address, tells_file() in words, and who publishes is told.
delete from evidence where is_inside(url) or tells_file(source);
update evidence set archived_url = null where is_inside(archived_url);
update evidence set title = null where tells_file(title);
update appearances set url = null where is_inside(url);
update appearances set title = null where tells_file(title);
update appearances set outlet = null where tells_file(outlet);
update reviews set appearance_urls = (
    select json_group_array(value) from json_each(appearance_urls) where not is_inside(value)
), first_page_on = iif(is_inside(appearance_urls ->> 0), (
    -- Of the first that is left: it is no first appearance where the claim was seen elsewhere before, nor where nobody knows its day.
    select coalesce(min(said.seen_on), reviews.reviewed_on) from desk.published_sightings as said
    where said.review_id = reviews.id
        and said.url = (select value from json_each(appearance_urls) where not is_inside(value) limit 1)
    group by said.review_id
), first_page_on);
update reviews set claimant_url = null where is_inside(claimant_url);
update claims set claimant_url = null where is_inside(claimant_url);
update interventions set url = null where is_inside(url);

create index reviews_claim on reviews (claim_id);
create index reviews_reviewed_on on reviews (reviewed_on);
create index reviews_rating on reviews (rating);
create index claims_claimant on claims (claimant);
create index claims_rating on claims (rating);
create index claims_reviewed_on on claims (reviewed_on);
create index evidence_claim on evidence (claim_id);
create index corrections_changed_on on corrections (changed_on);
create index interventions_claim on interventions (claim_id);

create virtual table claims_fts using fts5 (
    text, tokenize='porter unicode61', content="claims", content_rowid="id"
);
insert into claims_fts (claims_fts) values ('rebuild');
