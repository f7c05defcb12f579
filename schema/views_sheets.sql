-- What the exports write: one view per preset of `claimtrack export csv`, columns in the order of the file.
-- The first column is the id. `version` is the last change in history of the claim or of its claimant's names: `import csv` compares
-- with the claim as it was then, to see which side changed what.

create view claim_sheet as
select
    claim_overview.id as id,
    text,
    claimant,
    claimed_on,
    status,
    rating,
    rated_by,
    priority,
    assignee,
    due_on,
    tags,
    appearances,
    first_seen,
    last_seen,
    dropped,
    evidence,
    notes,
    url,
    (
        select place from appearance_overview
        where appearance_overview.claim_id = claim_overview.id and place not like 'a place not recorded%'
        order by appearance_overview.id limit 1
    ) as place,
    score,
    created_at,
    max(
        coalesce((select max(history.id) from history where history.claim_id = claim_overview.id), 0),
        coalesce(
            (
                select max(history.id)
                from claims
                join standing_claimants on standing_claimants.id = claims.claimant_id
                cross join json_each(json_array(standing_claimants.id, standing_id)) as names
                cross join history on history.table_name = 'claimants' and history.row_id = names.value
                where claims.id = claim_overview.id
            ),
            0
        )
    ) as version,
    approved_rating,
    approved_by,
    not_before,
    language,
    held_on
from claim_overview;

create view review_sheet as
select
    review_overview.id as id,
    claim_id,
    claim,
    claimant,
    publisher,
    rating,
    rating_value,
    scale,
    worst,
    best,
    headline,
    summary,
    url,
    reviewed_on,
    status,
    origin,
    drafted_by,
    approved_by,
    corrects_id,
    correction_note,
    corrected_by_id,
    updated_by_id,
    is_update,
    not_before,
    held_on
from review_overview;

create view appearance_sheet as
select
    appearance_overview.id as id,
    appearance_overview.claim_id as claim_id,
    claim,
    speaker,
    appearance_overview.speaker_as_written as speaker_as_written,
    appearance_overview.kind as kind,
    appearance_overview.quote as quote,
    seen_on,
    outlet,
    title,
    url,
    place,
    appearances.context_before as context_before,
    appearances.context_after as context_after,
    appearance_overview.article_id as article_id,
    appearance_overview.span_start as span_start,
    appearance_overview.span_end as span_end,
    withdrawn_on
from appearance_overview join appearances on appearances.id = appearance_overview.id;

create view evidence_sheet as
select
    evidence.id as id,
    evidence.claim_id as claim_id,
    claims.text as claim,
    evidence.url as url,
    evidence.source as source,
    evidence.title as title,
    evidence.stance as stance,
    evidence.quote as quote,
    evidence.is_primary as is_primary,
    evidence.archived_url as archived_url,
    evidence.added_by as added_by,
    evidence.created_at as created_at,
    evidence.retracted_on as retracted_on
from evidence join claims on claims.id = evidence.claim_id;

create view note_sheet as
select
    notes.id as id,
    notes.claim_id as claim_id,
    claims.text as claim,
    notes.body as body,
    notes.author as author,
    notes.created_at as created_at,
    notes.step as step
from notes join claims on claims.id = notes.claim_id;

-- Our published reviews that were corrected, updated or withdrawn, with the former verdict and the public note. History tells whether a
-- review was ever published. The date of a correction or update is its own `reviewed_on`, which may differ from the day of entry; that of
-- a withdrawal without replacement is `withdrawn_on`, or else the day of entry in local time, but never before the verdict. A correction
-- or update that was withdrawn has two rows, each with the note and the verdict of its time.
create view correction_sheet as
with withdrawals as (  -- with the correction note that the review had until then
    select row_id as id, old_row ->> 'correction_note' as note, max(history.id)
    from history
    where table_name = 'reviews' and old_row ->> 'status' = 'published' and new_row ->> 'status' = 'withdrawn'
    group by row_id
),
held_pages as materialized (
    select page_id, held_on
    from reviews cross join review_pages on review_id = reviews.id
    where held_on is not null
)
select
    reviews.id as id,
    reviews.claim_id as claim_id,
    review_subjects.claim as claim,
    actions.action as action,
    iif(actions.action = 'withdrawn', ratings.name, coalesce(earlier_ratings.name, ratings.name)) as rating_before,
    iif(actions.action = 'withdrawn', null, ratings.name) as rating_after,
    iif(actions.action = 'withdrawn', reviews.correction_note, coalesce(withdrawals.note, reviews.correction_note)) as note,
    reviews.reviewed_on as reviewed_on,
    case
        when actions.action <> 'withdrawn' and reviews.reviewed_on is not null then reviews.reviewed_on
        when actions.action = 'withdrawn' and reviews.withdrawn_on is not null then reviews.withdrawn_on
        else (
            select max(date(max(history.happened_at), 'localtime'), coalesce(reviews.reviewed_on, '')) from history
            where history.table_name = 'reviews' and history.row_id = reviews.id
                and history.new_row ->> 'status' is not history.old_row ->> 'status'
        )
    end as changed_on,
    reviews.url as url,
    publishers.name as publisher,
    reviews.corrects_id as corrects_id,
    -- That of the verdict on the same page. Until it is released, readers do not get the row, either.
    (
        select held_on from held_pages
        where page_id = (select page_id from review_pages where review_pages.review_id = reviews.id)
    ) as held_on
from reviews
join (select 'corrected' as action union all select 'updated' union all select 'withdrawn') as actions on case
    when actions.action <> 'withdrawn'
        then reviews.corrects_id is not null and reviews.is_update = (actions.action = 'updated')
    when reviews.corrects_id is null then 1
    else reviews.status = 'withdrawn' and not exists (
        select 1 from reviews as later
        -- "cross" keeps SQLite from reading the history of all reviews for each correction.
        cross join history on history.table_name = 'reviews' and history.row_id = later.id
        where later.corrects_id = reviews.id and history.new_row ->> 'status' = 'published'
    )
end
left join withdrawals on withdrawals.id = reviews.id
join review_subjects on review_subjects.review_id = reviews.id
join publishers on publishers.id = reviews.publisher_id
left join ratings on ratings.id = reviews.rating_id
left join reviews as earlier on earlier.id = reviews.corrects_id
left join ratings as earlier_ratings on earlier_ratings.id = earlier.rating_id
where reviews.status in ('published', 'withdrawn')
    and reviews.correction_note is not null
    and reviews.origin = 'desk'
    and exists (
        select 1 from history
        where history.table_name = 'reviews' and history.row_id = reviews.id
            and history.new_row ->> 'status' = 'published'
    );

-- The desk log on one sheet: a row per appearance, and a row for each claim without one. `rating`, `reviewer` and `published_url`
-- are those of the published verdict; `verdict` and the columns after it are those of our newest review, whatever its status.
create view log_sheet as
select
    claims.id as id,
    claims.text as claim,
    coalesce(articles.title, iif(articles.text is null and articles.url is null, articles.source, null)) as article,
    articles.outlet as outlet,
    coalesce(appearances.said_on, articles.published_on, claims.claimed_on) as date,
    coalesce(appearances.quote, claims.text) as exact_words,
    coalesce(
        (select name from standing_claimants where standing_claimants.id = appearances.claimant_id),
        appearances.speaker_as_written,
        (select name from standing_claimants where standing_claimants.id = claims.claimant_id)
    ) as speaker,
    trim(
        cast(coalesce(appearances.context_before, '') || ' … ' || coalesce(appearances.context_after, '') as blob), ' …'
    ) as context,
    articles.url as article_url,
    claims.status as status,
    claims.priority as priority,
    claims.assignee as assignee,
    claims.due_on as due_on,
    ratings.name as rating,
    (select name from publishers where publishers.id = reviews.publisher_id and publishers.is_desk = 0) as rated_by,
    ( -- web addresses, then each source in words on a line of its own
        select group_concat(coalesce(url, source), iif(url is null, char(10), ' '))
        from (select url, source from evidence where evidence.claim_id = claims.id order by url is null, evidence.id)
    ) as evidence,
    (
        select group_concat(archived_url, ' ')
        from (
            select archived_url from evidence
            where evidence.claim_id = claims.id and archived_url is not null order by evidence.id
        )
    ) as archive,
    (
        select group_concat(body, char(10, 10))
        from (select body from notes where notes.claim_id = claims.id order by notes.id)
    ) as notes,
    reviews.approved_by as reviewer,
    reviews.url as published_url,
    appearances.id as appearance_id,
    (
        select group_concat(line, char(10))
        from (
            select
                stance || iif(is_primary = 1, ' (primary): ', ': ') || coalesce(title || ', ', '') || coalesce(url, source)
                    || coalesce(', “' || quote || '”', '') as line
            from evidence where evidence.claim_id = claims.id order by evidence.id
        )
    ) as sources,
    (select name from ratings where ratings.id = newest.rating_id) as verdict,
    newest.status as verdict_state,
    newest.drafted_by as drafted_by,
    newest.approved_by as approved_by,
    reviews.held_on as held_on
from claims
left join appearances on appearances.claim_id = claims.id
left join articles on articles.id = appearances.article_id
left join reviews on reviews.id = (
    select published.id
    from reviews as published
    join publishers on publishers.id = published.publisher_id
    where published.claim_id = claims.id and published.status = 'published'
    order by publishers.is_desk desc, published.reviewed_on desc, published.id desc
    limit 1
)
left join ratings on ratings.id = reviews.rating_id
left join reviews as newest on newest.id = (
    select max(ours.id) from reviews as ours
    where ours.claim_id = claims.id and ours.origin = 'desk' and ours.status <> 'withdrawn'
);

-- Each approved or published review with everything that its ClaimReview contains, ours as it was signed. `appearances` are the addresses
-- where the claim, or one judged the same, was seen, the first seen first; those found after the verdict come last.
create view verdict_details as
select
    reviews.id as id,
    reviews.claim_id as claim_id,
    reviews.status as status,
    reviews.held_on as held_on,
    publishers.is_desk as is_desk,
    review_subjects.claim as claim,
    reviews.url as url,
    ratings.name as rating,
    publishers.name as publisher,
    publishers.url as publisher_url,
    rating_scales.name as scale,
    ratings.value as value,
    rating_scales.worst as worst,
    rating_scales.best as best,
    reviews.reviewed_on as reviewed_on,
    review_subjects.claimant as claimant,
    coalesce(iif(said is null, claimants.kind, said ->> 'claimant_kind'), 'unknown') as claimant_kind,
    iif(said is null, claimants.role, said ->> 'claimant_role') as claimant_role,
    iif(said is null, claimants.url, said ->> 'claimant_url') as claimant_url,
    review_subjects.claimed_on as claimed_on,
    iif(
        said is null,
        (select min(seen_on) from claim_sightings where claim_sightings.claim_id = reviews.claim_id),
        said ->> 'first_seen'
    ) as first_seen,
    (
        select json_group_array(url)
        from (
            select url
            from (
                select url, place, known_by, id from signed_sightings where review_id = reviews.id
                union all
                select url, place, known_by, id from later_sightings where review_id = reviews.id
            )
            where url is not null
            group by url
            order by min(place) is null, min(place), min(known_by), min(id)
        )
    ) as appearances,
    -- The date of the first of these addresses; `first_seen` may be earlier, where there is no address.
    (
        select min(seen_on)
        from (
            select url, place, known_by, id, seen_on from signed_sightings where review_id = reviews.id
            union all
            select url, place, known_by, id, seen_on from later_sightings where review_id = reviews.id
        )
        where url is not null
        group by url
        order by min(place) is null, min(place), min(known_by), min(id)
        limit 1
    ) as first_page_on,
    -- Those of these addresses at which every article was withdrawn, each with the day.
    (
        select json_group_object(url, withdrawn_on)
        from (
            select url, max(withdrawn_on) as withdrawn_on
            from (
                select url, withdrawn_on from signed_sightings where review_id = reviews.id
                union all
                select url, withdrawn_on from later_sightings where review_id = reviews.id
            )
            where url is not null
            group by url
            having count(withdrawn_on) = count(*)
        )
    ) as withdrawn_appearances,
    iif(said is null, ratings.definition, said ->> 'definition') as definition,
    reviews.headline as headline,
    reviews.summary as summary,
    reviews.language as language,
    reviews.correction_note as correction_note,
    reviews.corrects_id as corrects_id,
    reviews.is_update as is_update,
    (select language from claim_languages where claim_languages.claim_id = reviews.claim_id) as claim_language
from reviews
join review_subjects on review_subjects.review_id = reviews.id
join publishers on publishers.id = reviews.publisher_id
join ratings on ratings.id = reviews.rating_id
join rating_scales on rating_scales.id = ratings.scale_id
left join signed_verdicts on signed_verdicts.review_id = reviews.id
left join claimants on claimants.id = review_subjects.claimant_id
where reviews.status in ('approved', 'published');

-- Those that readers get: published, and not held.
create view claimreview_sheet as
select
    id, claim_id, is_desk, claim, url, rating, publisher, publisher_url, scale, value, worst, best, reviewed_on, claimant, claimant_kind,
    claimant_role, claimant_url, claimed_on, first_seen, appearances, first_page_on, withdrawn_appearances, definition, headline, summary,
    language, correction_note, corrects_id, is_update, claim_language,
    (select first.reviewed_on from reviews as first where first.id = page_id) as first_reviewed_on
from verdict_details join review_pages on review_id = verdict_details.id
where status = 'published' and held_on is null;
