-- The public copy, created and filled by `claimtrack publish`: the desk is attached as "desk", read-only.
-- Every column that leaves the desk is named here and nowhere else. Everything else stays on the desk:
-- notes, drafts, assignees, actors, tags but for those in `chosen_topics`, the words around a quote, file names, whole articles.
-- A claim is public if a review of it by our own desk is published and not held. `chosen` has the reviews to take, each with the status that
-- it must have: 'approved' only where somebody on the desk asks for its text, which has no address and no date before it is published.

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
    last_seen text,
    language text
) strict;

-- Each review has the claim as it was signed: of two languages, only one may have been corrected.
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
    first_page_on text,
    is_update integer not null,
    withdrawn_appearances text not null,
    claim_language text,
    feed_id text not null,
    first_reviewed_on text
) strict;

-- Two public claims judged the same each have the appearances of both, so `id` is not unique.
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
    withdrawn_on text,
    language text,
    archived_url text,
    primary key (claim_id, id)
) strict;

-- The evidence of each verdict, web pages and sources in words. Two reviews of a claim, in two languages, each have theirs, so `id`
-- is not unique.
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
    retracted_on text,
    primary key (review_id, id)
) strict;

-- Withdrawn reviews are listed, too, with their claim, because readers saw them. A correction or update that was withdrawn has two rows,
-- so `id` is not unique.
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
    feed_id text,
    first_reviewed_on text,
    claim_language text,
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

-- The tags of claims that readers may see, each with its number on the desk.
create table topics (
    id integer not null,
    claim_id integer not null references claims (id),
    name text not null,
    primary key (claim_id, id)
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
    worst, best, headline, summary, iif(status = 'published', url, ''), iif(status = 'published', reviewed_on, ''), language, publisher,
    publisher_url, corrects_id, correction_note, page_id, definition, first_seen, appearances, first_page_on, is_update,
    withdrawn_appearances, claim_language, iif(status = 'published', coalesce(feed_id, url), ''),
    (select first.reviewed_on from desk.reviews as first where first.id = page_id)
from desk.verdict_details join desk.review_pages on review_id = id
where is_desk = 1 and held_on is null and (id, status) in (select id, status from chosen)
    -- An imported earlier review may have no date: `publish` names it.
    and (status = 'approved' or reviewed_on is not null);

-- Before they are compared: without it each would be compared with all.
create index reviews_claim on reviews (claim_id);

-- The newest review of each claim, which gives the claim its rating.
create temp table newest as
select * from reviews as ours
where id = (
    select others.id from reviews as others where others.claim_id = ours.claim_id
    order by others.reviewed_on desc, others.id desc limit 1
);

-- One after the other: through the UNION ALL of verdict_sightings SQLite would read those of all reviews of the desk, also for the text of
-- one verdict.
create temp table sightings as
select signed.*, 0 as is_later from reviews cross join desk.signed_sightings as signed on signed.review_id = reviews.id
union all
select later.*, 1 from reviews cross join desk.later_sightings as later on later.review_id = reviews.id;

create index temp.sightings_review on sightings (review_id);

-- Only appearances that the desk counts as occasions.
insert into appearances
select sightings.id, sightings.claim_id, sightings.quote, sightings.speaker, sightings.kind, sightings.seen_on, sightings.outlet,
    -- Without an article, the place where it was heard: "Radio 4, Today, 8:10".
    coalesce(sightings.title, (
        select nullif(place, '') from desk.appearance_overview as overview
        where overview.id = sightings.id and place not like 'a place not recorded%'
    )),
    sightings.url, sightings.withdrawn_on, sightings.language,
    -- The copy that the desk saved, but not of what its outlet took back.
    iif(sightings.withdrawn_on is null, (select archives.archived_url from desk.archives as archives where archives.url = sightings.url), null)
from newest cross join sightings on sightings.review_id = newest.id
where sightings.counts;

insert into claims
select newest.claim_id, newest.claim, newest.claimant, newest.claimant_kind, newest.claimant_role, newest.claimant_url,
    newest.claimed_on, newest.rating, newest.url, newest.reviewed_on,
    count(*) filter (where sightings.counts), min(sightings.seen_on), max(sightings.seen_on),
    newest.claim_language
from newest left join sightings on sightings.review_id = newest.id
group by newest.id;

insert into evidence
select signed.id, review_id, signed.claim_id, signed.url, signed.source, signed.title, signed.stance, signed.quote, signed.is_primary,
    signed.archived_url, signed.retracted_on
from reviews cross join desk.signed_evidence as signed on review_id = reviews.id;

insert into corrections
select id, claim_id, claim, action, rating_before, rating_after, note, reviewed_on, changed_on, url, page_id, coalesce(feed_id, url),
    (select first.reviewed_on from desk.reviews as first where first.id = page_id),
    (select language from desk.claim_languages as languages where languages.claim_id = correction_sheet.claim_id)
from desk.correction_sheet join desk.review_pages on review_id = id
where held_on is null and id in (select id from chosen)
    -- Of a claim that was erased, of which one letter is left many times (docs/erasing.md), nothing is told.
    and count_letters(claim) <> 1;

insert into interventions
select id, claim_id, asked, request, asked_on, outcome, outcome_on, url, purpose
from desk.interventions where claim_id in (select id from claims);

insert into topics
select tags.id, claim_tags.claim_id, tags.name
from desk.claim_tags as claim_tags join desk.tags as tags on tags.id = claim_tags.tag_id
where tags.name in (select name from chosen_topics) and claim_tags.claim_id in (select id from claims);

insert into ratings
select ratings.id, rating_scales.name, ratings.name, ratings.position, ratings.value, ratings.definition,
    ratings.retired
from desk.ratings as ratings
join desk.rating_scales as rating_scales on rating_scales.id = ratings.scale_id
where rating_scales.name in (select scale from reviews);

-- Addresses and paths on the desk's own computer or network are removed, also from words, and `publish` reports them.
delete from evidence where is_private_address(url) or leads_inside(source);
update evidence set archived_url = null where is_private_address(archived_url);
update evidence set title = null where leads_inside(title);
update evidence set quote = null where leads_inside(quote);
update appearances set archived_url = null where is_private_address(archived_url) or is_private_address(url);
update appearances set url = null where is_private_address(url);
update appearances set title = null where leads_inside(title);
update appearances set outlet = null where leads_inside(outlet);
update reviews set appearance_urls = (
    select json_group_array(value) from json_each(appearance_urls) where not is_private_address(value)
), first_page_on = iif(is_private_address(appearance_urls ->> 0), (
    -- The date of the first address that is left. If that is unknown, the date of the review, so that the address does not pass for the
    -- first appearance of a claim that was seen before.
    select coalesce(min(sightings.seen_on), reviews.reviewed_on) from sightings
    where sightings.review_id = reviews.id
        and sightings.url = (select value from json_each(appearance_urls) where not is_private_address(value) limit 1)
    group by sightings.review_id
), first_page_on);
update reviews set withdrawn_appearances = (
    select json_group_object(key, value) from json_each(withdrawn_appearances) where not is_private_address(key)
);
update reviews set feed_id = url where iif(feed_id = url, 0, is_private_address(feed_id));
update corrections set feed_id = url where iif(feed_id = url, 0, is_private_address(feed_id));
update reviews set claimant_url = null where is_private_address(claimant_url);
update claims set claimant_url = null where is_private_address(claimant_url);
update interventions set url = null where is_private_address(url);
delete from interventions where leads_inside(asked) or leads_inside(request);

-- What names the colleague who got or shared a page ("?mc_eid=", "?igsh=") is removed from its address. (An archive finds a copy whose
-- address contains that of the page only by the whole of it.)
update evidence set url = without_reader(url) where url like '%?%';
update evidence set archived_url = without_reader(archived_url) where archived_url like '%?%' and archived_url not like '_%http%';
update appearances set url = without_reader(url) where url like '%?%';
update appearances set archived_url = without_reader(archived_url) where archived_url like '%?%' and archived_url not like '_%http%';
update interventions set url = without_reader(url) where url like '%?%';
update claims set claimant_url = without_reader(claimant_url) where claimant_url like '%?%';
update reviews set claimant_url = without_reader(claimant_url) where claimant_url like '%?%';
update reviews set appearance_urls = (select json_group_array(without_reader(value)) from json_each(appearance_urls));
update reviews set withdrawn_appearances = (select json_group_object(without_reader(key), value) from json_each(withdrawn_appearances));

create index reviews_reviewed_on on reviews (reviewed_on);
create index reviews_rating on reviews (rating);
create index claims_claimant on claims (claimant);
create index claims_rating on claims (rating);
create index claims_reviewed_on on claims (reviewed_on);
create index evidence_claim on evidence (claim_id);
create index corrections_changed_on on corrections (changed_on);
create index interventions_claim on interventions (claim_id);
create index topics_name on topics (name);

create virtual table claims_fts using fts5 (
    text, tokenize='porter unicode61', content="claims", content_rowid="id"
);
insert into claims_fts (claims_fts) values ('rebuild');
