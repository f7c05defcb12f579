-- The views that people and exports read. Dropped and created again after each migration.

-- One row per appearance, with its article. `seen_on` is the date given for the appearance or its article; without one it is NULL,
-- and only `filed_on`, the day in local time when the appearance was filed, is known.
create view appearance_overview as
select
    appearances.id as id,
    appearances.claim_id as claim_id,
    claims.text as claim,
    coalesce(
        (select name from standing_claimants where standing_claimants.id = appearances.claimant_id),
        appearances.speaker_as_written
    ) as speaker,
    (
        select written from standing_claimants
        where standing_claimants.id = appearances.claimant_id and standing_id <> standing_claimants.id
    ) as filed_as,
    appearances.speaker_as_written as speaker_as_written,
    appearances.kind as kind,
    appearances.quote as quote,
    coalesce(appearances.said_on, articles.published_on) as seen_on,
    date(appearances.created_at, 'localtime') as filed_on,
    articles.outlet as outlet,
    articles.title as title,
    articles.url as url,
    -- Where it was heard, as described by whoever filed it: "Radio 4, Today, 8:10".
    iif(articles.text is null and articles.url is null, articles.source, null) as place,
    appearances.article_id as article_id,
    appearances.span_start as span_start,
    appearances.span_end as span_end,
    appearances.score as score,
    appearances.reasons as reasons,
    appearances.flags as flags,
    -- The day on which the outlet withdrew the article, as the article says or its next version, a notice of withdrawal.
    coalesce(
        articles.withdrawn_on, (select max(withdrawn_on) from articles as newer where newer.previous_id = articles.id)
    ) as withdrawn_on,
    articles.language as language
from appearances
join claims on claims.id = appearances.claim_id
join articles on articles.id = appearances.article_id;

-- One row per review, with names instead of ids; the claim is as it was signed.
create view review_overview as
select
    reviews.id as id,
    reviews.claim_id as claim_id,
    review_subjects.claim as claim,
    review_subjects.claimant as claimant,
    publishers.name as publisher,
    publishers.is_desk as is_desk,
    ratings.name as rating,
    ratings.value as rating_value,
    rating_scales.name as scale,
    rating_scales.worst as worst,
    rating_scales.best as best,
    reviews.headline as headline,
    reviews.summary as summary,
    reviews.url as url,
    reviews.reviewed_on as reviewed_on,
    reviews.status as status,
    reviews.origin as origin,
    -- `drafted_by` of another publisher's review is who imported it; its author is unknown.
    iif(reviews.origin = 'desk', reviews.drafted_by, null) as drafted_by,
    iif(reviews.origin = 'imported', reviews.drafted_by, null) as imported_by,
    reviews.approved_by as approved_by,
    reviews.corrects_id as corrects_id,
    reviews.correction_note as correction_note,
    reviews.language as language,
    -- The published correction or update that replaced it: then it was not withdrawn for good.
    iif(replacements.is_update = 0, replacements.id, null) as corrected_by_id,
    iif(replacements.is_update = 1, replacements.id, null) as updated_by_id,
    reviews.is_update as is_update,
    reviews.not_before as not_before,
    reviews.held_on as held_on,
    -- The published review of the claim because of which ours cannot be published: see the trigger `reviews_one_verdict_stands`.
    iif(
        reviews.status in ('draft', 'submitted', 'approved') and reviews.origin = 'desk',
        (
            select min(standing.id) from reviews as standing
            where standing.claim_id = reviews.claim_id and standing.status = 'published' and standing.origin = 'desk'
                and (standing.rating_id <> reviews.rating_id or coalesce(standing.language = reviews.language, 1))
                and not exists (
                    select 1 from reviews as replaced
                    where replaced.id = reviews.corrects_id and replaced.status = 'published'
                )
        ),
        null
    ) as excluded_by_id
from reviews
left join reviews as replacements on replacements.id = (
    select max(later.id) from reviews as later
    where later.corrects_id = reviews.id and reviews.status = 'withdrawn' and exists (
        select 1 from history
        where table_name = 'reviews' and row_id = later.id and new_row ->> 'status' = 'published'
    )
)
join review_subjects on review_subjects.review_id = reviews.id
join publishers on publishers.id = reviews.publisher_id
left join ratings on ratings.id = reviews.rating_id
left join rating_scales on rating_scales.id = ratings.scale_id;

-- Pairs of appearances that report the same occasion: in the same article, by the same speaker under whichever name, on the same
-- day. `kept` is the one to count, the one with a date or else the earlier one; `again` is its repeat. Whoever uses this view must
-- check that both are of the same claim, or of claims judged the same.
create view same_occasions as
select
    again.id as again_id,
    again.claim_id as again_claim_id,
    kept.id as kept_id,
    kept.claim_id as kept_claim_id
from appearances as again
join appearances as kept on kept.article_id = again.article_id and kept.id <> again.id
where ( -- "+" makes SQLite use the index on article_id: a speaker may have thousands of appearances
        +kept.claimant_id is again.claimant_id
        or (select standing_id from standing_claimants where id = +kept.claimant_id)
            = (select standing_id from standing_claimants where id = again.claimant_id)
    )
    and (
        again.claimant_id is not null
        or lower(coalesce(kept.speaker_as_written, '')) = lower(coalesce(again.speaker_as_written, ''))
    )
    and iif(
        kept.said_on is again.said_on,
        kept.id < again.id,
        again.said_on is null and again.span_start is not null
    );

-- Each appearance of a claim, or of one judged the same. Versions of an article count separately. Subqueries instead of a join: an article
-- is read only for its dates, since reading it takes longer than to count the occasion.
create view claim_sightings as
select
    cluster_members.claim_id as claim_id,
    cluster_members.cluster_id as cluster_id,
    cluster_members.member_id as member_id,
    appearances.id as appearance_id,
    appearances.article_id as article_id,
    coalesce(
        appearances.said_on, (select published_on from articles where articles.id = appearances.article_id)
    ) as seen_on,
    (select withdrawn_on from articles where articles.id = appearances.article_id) as withdrawn_on
from cluster_members
join appearances on appearances.claim_id = cluster_members.member_id;

-- The occasions on which a claim, or one judged the same, was made: one row per article, speaker and day, however often the article
-- repeats it. The versions of an article count once; the row is from the last version that contains the claim, and `dropped_by_id` is
-- the version after that, if there is one, or that version itself if its outlet withdrew it. A version contains a claim if it has an
-- appearance of that claim, or one by the same speaker of a claim judged the same.
create view claim_occasions as
select
    claim_id,
    cluster_id,
    appearance_id,
    article_id,
    coalesce(
        (select min(newer.id) from articles as newer where newer.previous_id = sightings.article_id),
        iif(withdrawn_on is null, null, article_id)
    ) as dropped_by_id
from claim_sightings as sightings
-- Usually the next version has the same claim. This check comes first because the recursion below takes twenty times as long: a claim
-- of a debate that was ingested every minute is in ninety versions.
where not exists (
    select 1
    from articles as newer
    cross join appearances as again on again.article_id = newer.id and again.claim_id = sightings.member_id
    where newer.previous_id = sightings.article_id
)
-- NOT MATERIALIZED: the recursion stops at the first version that contains the claim, usually the next one.
and not exists (
    select 1
    from articles as newer
    where newer.previous_id = sightings.article_id and exists (
        with recursive versions (id) as not materialized (
            select newer.id
            union
            select newest.id from versions join articles as newest on newest.previous_id = versions.id
        )
        select 1
        from versions
        cross join appearances as again on again.article_id = versions.id
        left join match_clusters on match_clusters.claim_id = again.claim_id
        where coalesce(match_clusters.cluster_id, again.claim_id) = sightings.cluster_id
            and (
                match_clusters.cluster_id is null  -- the claim is in no cluster
                or exists (
                    select 1 from appearances as own
                    where own.id = sightings.appearance_id and (
                        own.claim_id = again.claim_id
                        or (select standing_id from standing_claimants where id = own.claimant_id)
                            = (select standing_id from standing_claimants where id = again.claimant_id)
                        or own.claimant_id is null and again.claimant_id is null
                            and lower(coalesce(own.speaker_as_written, '')) = lower(coalesce(again.speaker_as_written, ''))
                    )
                )
            )
    )
)
-- Repeats of the same claim take one look-up; repeats of other claims in the cluster, one for each claim of the article. Whether the
-- article has the claim again comes first, which the index alone tells: to read each appearance takes as long as all the rest.
and (
    not exists (
        select 1 from appearances as others
        where others.article_id = sightings.article_id and others.claim_id = sightings.member_id
            and others.id <> sightings.appearance_id
    )
    or not exists (
        select 1 from same_occasions where again_id = appearance_id and kept_claim_id = again_claim_id
    )
)
and (
    not exists (select 1 from match_clusters as own where own.claim_id = sightings.cluster_id)
    or not exists (
        select 1
        from same_occasions cross join match_clusters as others on others.claim_id = kept_claim_id
        where again_id = appearance_id and others.cluster_id = sightings.cluster_id
    )
);

-- For each claim the published verdict that gives its rating: its own or that of a claim judged the same. Ours come before those of
-- other publishers, and among ours the one on the claim itself, which no judgement of a pair may replace; then the newest.
-- `rated_by` is the publisher, unless that is our own desk. A verdict that is held still counts on the desk; `held_on` says so.
create view claim_verdicts as
select
    claims.id as claim_id,
    reviews.id as review_id,
    reviews.claim_id as verdict_on,
    (select name from ratings where ratings.id = reviews.rating_id) as rating,
    (select name from publishers where publishers.id = reviews.publisher_id and publishers.is_desk = 0) as rated_by,
    reviews.held_on as held_on
from claims
cross join reviews on reviews.id = (
    select published.id
    from cluster_members
    cross join reviews as published on published.claim_id = cluster_members.member_id
    join publishers on publishers.id = published.publisher_id
    where cluster_members.claim_id = claims.id and published.status = 'published' and published.rating_id is not null
    order by
        publishers.is_desk desc,
        publishers.is_desk and published.claim_id = cluster_members.claim_id desc,
        published.reviewed_on desc,
        published.id desc
    limit 1
);

-- The language of each claim, as a code: the one that somebody gave it, else that of the first of its articles whose language is known.
create view claim_languages as
select
    claims.id as claim_id,
    coalesce(
        claims.language,
        (
            -- An older claimtrack stored what pages say, such as pt_BR.
            select replace(cast(articles.language as blob), '_', '-')
            from appearances cross join articles on articles.id = appearances.article_id
            where appearances.claim_id = claims.id and articles.language is not null
            order by appearances.article_id limit 1
        )
    ) as language
from claims;

-- One row per claim: what the desk log shows. Rating and appearances are those of the whole cluster, so that claims judged the same
-- show the same.
-- Subqueries instead of joins: a facet on one column then scans a covering index (status of 100,000 claims: 8 ms instead of 370).
create view claim_overview as
select
    claims.id as id,
    claims.text as text,
    (select name from standing_claimants where standing_claimants.id = claims.claimant_id) as claimant,
    claims.claimed_on as claimed_on,
    claims.status as status,
    (select rating from claim_verdicts where claim_verdicts.claim_id = claims.id) as rating,
    (select rated_by from claim_verdicts where claim_verdicts.claim_id = claims.id) as rated_by,
    -- Our verdict that is approved but not published. For an article checked before it is printed, it stays so.
    (
        select ratings.name
        from reviews cross join ratings on ratings.id = reviews.rating_id
        where reviews.claim_id = claims.id and reviews.status = 'approved' and reviews.origin = 'desk'
        order by reviews.id desc limit 1
    ) as approved_rating,
    (
        select reviews.approved_by
        from reviews
        where reviews.claim_id = claims.id and reviews.status = 'approved' and reviews.origin = 'desk'
        order by reviews.id desc limit 1
    ) as approved_by,
    (
        select reviews.not_before
        from reviews
        where reviews.claim_id = claims.id and reviews.status = 'approved' and reviews.origin = 'desk'
        order by reviews.id desc limit 1
    ) as not_before,
    -- "+" keeps SQLite from using the index on priority: most claims have the same one, and all of those would be looked up to show
    -- the newest.
    +claims.priority as priority,
    claims.assignee as assignee,
    claims.due_on as due_on,
    claims.score as score,
    (select count(*) from claim_occasions where claim_occasions.claim_id = claims.id) as appearances,
    (select min(seen_on) from claim_sightings where claim_sightings.claim_id = claims.id) as first_seen,
    (select max(seen_on) from claim_sightings where claim_sightings.claim_id = claims.id) as last_seen,
    -- Counted only if an article of the claim has a newer version or was withdrawn: each occasion costs ten look-ups.
    iif(
        exists (
            select 1
            from claim_sightings cross join articles as newer on newer.previous_id = claim_sightings.article_id
            where claim_sightings.claim_id = claims.id
        ) or exists (
            -- "+" keeps SQLite from looking at all articles that were withdrawn, for each claim.
            select 1 from claim_sightings
            where claim_sightings.claim_id = claims.id and +claim_sightings.withdrawn_on is not null
        ),
        (select count(dropped_by_id) from claim_occasions where claim_occasions.claim_id = claims.id),
        0
    ) as dropped,
    (select count(*) from evidence where evidence.claim_id = claims.id) as evidence,
    (select count(*) from notes where notes.claim_id = claims.id) as notes,
    (
        select json_group_array(name)
        from (
            select tags.name as name
            from claim_tags join tags on tags.id = claim_tags.tag_id
            where claim_tags.claim_id = claims.id order by tags.name
        )
    ) as tags,
    (
        select articles.url
        from appearances join articles on articles.id = appearances.article_id
        where appearances.claim_id = claims.id and articles.url is not null
        order by appearances.id limit 1
    ) as url,
    claims.created_at as created_at,
    (select language from claim_languages where claim_languages.claim_id = claims.id) as language,
    -- Looked up only while some verdict is held.
    iif(
        exists (select 1 from reviews where held_on is not null),
        (select held_on from claim_verdicts where claim_verdicts.claim_id = claims.id),
        null
    ) as held_on
from claims;

-- The columns of a desk's own: what stands before the colon of a tag names the column, and what follows is the value. The same rule is in
-- claimtrack/core/sheets/own_columns.py. As bytes, because a served desk has functions that fail for a text that is not UTF-8.
create view claim_columns as
select
    claim_tags.claim_id as claim_id,
    trim(cast(substr(cast(tags.name as blob), 1, instr(cast(tags.name as blob), x'3a') - 1) as text)) as name,
    trim(cast(substr(cast(tags.name as blob), instr(cast(tags.name as blob), x'3a') + 1) as text)) as value
from claim_tags join tags on tags.id = claim_tags.tag_id
where tags.name like '%_:%'
    and cast(substr(cast(tags.name as blob), 1, instr(cast(tags.name as blob), x'3a') - 1) as text) glob '*[^0-9 ]*'
    and trim(cast(substr(cast(tags.name as blob), instr(cast(tags.name as blob), x'3a') + 1) as text)) <> ''
    and trim(cast(substr(cast(tags.name as blob), instr(cast(tags.name as blob), x'3a') + 1) as text)) not like '//%';

-- The claims that wait for triage, most check-worthy first.
create view proposed_queue as
select
    claims.id as id,
    claims.text as text,
    (select name from standing_claimants where standing_claimants.id = claims.claimant_id) as claimant,
    claims.score as score,
    (
        select appearances.reasons from appearances
        where appearances.claim_id = claims.id order by appearances.id limit 1
    ) as reasons,
    claims.created_at as created_at
from claims
where claims.status = 'proposed'
order by claims.score desc, claims.id;

-- Pairs that wait for a judgement: without pairs of rejected claims, and pairs that are in the same cluster by other judgements.
create view waiting_pairs as
select
    matches.id as id,
    matches.suggestion as suggestion,
    matches.score as score,
    matches.left_id as left_id,
    lefts.text as left_text,
    matches.right_id as right_id,
    rights.text as right_text,
    matches.reasons as reasons,
    matches.differences as differences
from matches
join claims as lefts on lefts.id = matches.left_id
join claims as rights on rights.id = matches.right_id
left join match_clusters as left_clusters on left_clusters.claim_id = matches.left_id
left join match_clusters as right_clusters on right_clusters.claim_id = matches.right_id
where matches.judgement = 'unjudged' and lefts.status <> 'rejected' and rights.status <> 'rejected'
    and coalesce(left_clusters.cluster_id <> right_clusters.cluster_id, true);

-- The same pairs in the order in which to judge them: duplicates, then related pairs, highest score first; then conflicts, lowest
-- score first, because a difference lowers the score more, the more alike the rest of the two statements is. Of many claims with the
-- same words, the pairs of the first one come first: once these are judged same, the others need no judgement.
create view match_queue as
select * from waiting_pairs
order by
    case suggestion when 'duplicate' then 0 when 'related' then 1 else 2 end,
    iif(suggestion = 'conflict', -score, score) desc,
    left_id,
    right_id;

-- Reviews on their way to publication.
create view review_queue as
select * from review_overview where status in ('draft', 'submitted', 'approved') order by id;

create view status_counts as
select
    statuses.name as status,
    statuses.label as label,
    (select count(*) from claims where claims.status = statuses.name) as claims,
    statuses.description as description
from statuses
order by statuses.position;

-- One row per claimant: their other names, and the counts under all of their names.
-- "+" removes the column's type affinity: otherwise SQLite would not use the index on the expression of `standing_id`.
create view claimant_overview as
select
    claimants.id as id,
    claimants.name as name,
    claimants.kind as kind,
    claimants.role as role,
    (
        select json_group_array(name)
        from (select others.name as name from claimants as others where others.name_of_id = claimants.id order by others.name)
    ) as other_names,
    (
        select count(*) from standing_claimants as names cross join claims on claims.claimant_id = names.id
        where names.standing_id = +claimants.id
    ) as claims,
    (
        select count(*) from standing_claimants as names cross join appearances on appearances.claimant_id = names.id
        where names.standing_id = +claimants.id
    ) as appearances,
    (
        select count(*) from standing_claimants as names cross join claims on claims.claimant_id = names.id
        where names.standing_id = +claimants.id and claims.status = 'published'
    ) as published
from claimants
where claimants.name_of_id is null;

-- One row per article or place: the number of claims found in it or heard there, by status ("3 proposed, 15 checking").
create view article_overview as
select
    articles.id as id,
    articles.title as title,
    articles.outlet as outlet,
    articles.published_on as published_on,
    articles.url as url,
    articles.source as source,
    length(articles.text) as characters,
    (select count(*) from appearances where appearances.article_id = articles.id) as appearances,
    (
        select group_concat(claims || ' ' || replace(name, '_', ' '), ', ')
        from (
            select statuses.name as name, count(distinct claims.id) as claims
            from appearances
            cross join claims on claims.id = appearances.claim_id
            cross join statuses on statuses.name = claims.status
            where appearances.article_id = articles.id
            group by statuses.position
            order by statuses.position
        )
    ) as statuses,
    articles.previous_id as previous_id,
    articles.created_at as created_at,
    articles.withdrawn_on as withdrawn_on,
    articles.language as language
from articles;

-- Claims that were seen in more than one place, counted as in claim_overview; a cluster is represented by its lowest id.
-- Starts from claims with several appearances, because counting the occasions of a million claims takes seconds. Not sorted, so that
-- the first rows are shown before all are counted.
create view recurring_claims as
select
    claims.id as id,
    claims.text as text,
    (select name from standing_claimants where standing_claimants.id = claims.claimant_id) as claimant,
    claims.status as status,
    (select count(*) from claim_occasions where claim_occasions.claim_id = claims.id) as appearances,
    (select count(distinct article_id) from claim_occasions where claim_occasions.claim_id = claims.id) as articles,
    (select min(seen_on) from claim_sightings where claim_sightings.claim_id = claims.id) as first_seen,
    (select max(seen_on) from claim_sightings where claim_sightings.claim_id = claims.id) as last_seen
from (
    select appearances.claim_id as id
    from appearances
    where not exists (select 1 from match_clusters where match_clusters.claim_id = appearances.claim_id)
    group by appearances.claim_id having count(*) > 1
    union all
    select match_clusters.cluster_id
    from match_clusters cross join appearances on appearances.claim_id = match_clusters.claim_id
    group by match_clusters.cluster_id having count(*) > 1
) as appearing
cross join claims on claims.id = appearing.id
where (select count(*) from claim_occasions where claim_occasions.claim_id = claims.id) > 1;

-- Appearances that were carried over from the previous version of their article: that has the same claim with the same quote and
-- speaker, at least as often as this version up to the appearance. A transcript ingested every minute has one per minute and claim.
create view carried_appearances as
select appearances.id
from appearances
join articles on articles.id = appearances.article_id
where (
    select count(*) from appearances as former
    -- Lower ids only: when an older text is ingested again, its appearances are older than those of its previous version.
    where former.article_id = articles.previous_id and former.id < appearances.id
        and former.claim_id = appearances.claim_id and former.quote = appearances.quote
        and former.claimant_id is appearances.claimant_id
        and former.speaker_as_written is appearances.speaker_as_written
) >= (
    select count(*) from appearances as same
    where same.article_id = appearances.article_id and same.id <= appearances.id and same.claim_id = appearances.claim_id
        and same.quote = appearances.quote
        and same.claimant_id is appearances.claimant_id
        and same.speaker_as_written is appearances.speaker_as_written
) and appearances.quote is not null;

-- The changes on the desk, newest first: only the columns that changed, each with its old and new value.
create view recent_changes as
select
    history.id as id,
    history.happened_at as happened_at,
    history.actor as actor,
    history.operation as operation,
    history.table_name as table_name,
    history.row_id as row_id,
    history.claim_id as claim_id,
    case history.operation when 'update' then (
        select json_group_object(field.key, json_array(json_extract(history.old_row, '$."' || field.key || '"'), field.value))
        from json_each(history.new_row) as field
        where json_extract(history.old_row, '$."' || field.key || '"') is not field.value
    ) end as changes
from history
where not (
    history.table_name = 'appearances' and history.operation = 'insert'
    and exists (select 1 from carried_appearances where carried_appearances.id = history.row_id)
) and not (  -- the article grew: only the words after the quote changed
    history.table_name = 'appearances' and history.operation = 'update'
    and json_remove(history.old_row, '$.context_after') = json_remove(history.new_row, '$.context_after')
)
order by history.id desc;

-- The path of each article's address, up to the first character that is not plain ("?", "#", "%" ...) and without the slash at its
-- end: all addresses of a page have the same. A look-up uses the index articles_page (0044_indexes.sql), as long as its expression is
-- the same as here.
create view article_pages as
select
    id,
    url,
    rtrim(
        substr(
            substr(replace(cast(url as blob), '://', ':'), instr(replace(cast(url as blob), '://', ':') || '/', '/')),
            1,
            length(substr(replace(cast(url as blob), '://', ':'), instr(replace(cast(url as blob), '://', ':') || '/', '/')))
                - length(ltrim(substr(replace(cast(url as blob), '://', ':'), instr(replace(cast(url as blob), '://', ':') || '/', '/')), 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/'))
        ),
        '/'
    ) as path
from articles
where url is not null;

-- The notes that an import of a copy added, changed or removed, while it is being undone: its run is null then (store/history_ranges.py).
create view notes_being_restored as
select history.row_id as id
from imports
cross join copy_imports on copy_imports.first_change = imports.first_change
cross join history on history.id between copy_imports.first_change and copy_imports.last_change
where imports.run is null and history.table_name = 'notes';
