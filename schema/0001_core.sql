-- The claim desk: every table that DESIGN section 2 names, and the lookup tables behind its enums.
-- Append-only: once released, this file never changes; the next change is a new numbered file.
-- Triggers and views are not here: triggers*.sql and views.sql are re-applied after each migration.
-- Times are ISO 8601 in UTC, dates are ISO dates, spans count Unicode code points.

pragma application_id = 0x636c6d74;  -- "clmt": how claimtrack knows a file of its own

-- ── lookup tables: one per enum of claimtrack/core/model.py ────────────────────────────────────

create table statuses (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;

insert into statuses (name, label, position, description) values
    ('proposed', 'Proposed', 1, 'Found in an article; nobody has looked at it yet.'),
    ('open', 'Open', 2, 'Worth checking; waits for somebody to take it.'),
    ('checking', 'Checking', 3, 'Somebody is checking it.'),
    ('in_review', 'In review', 4, 'The check is written and waits for a second person.'),
    ('published', 'Published', 5, 'The check is out.'),
    ('parked', 'Parked', 6, 'Worth checking, but not now.'),
    ('rejected', 'Rejected', 7, 'Not worth checking, or no claim at all.');

create table status_transitions (
    from_status text not null references statuses (name),
    to_status text not null references statuses (name),
    description text not null,
    primary key (from_status, to_status)
) strict;

insert into status_transitions (from_status, to_status, description) values
    ('proposed', 'open', 'accept'),
    ('proposed', 'checking', 'accept and start at once'),
    ('proposed', 'parked', 'accept, but not now'),
    ('proposed', 'rejected', 'reject'),
    ('open', 'proposed', 'undo the triage'),
    ('open', 'checking', 'start checking'),
    ('open', 'parked', 'put off'),
    ('open', 'rejected', 'drop'),
    ('checking', 'open', 'give back'),
    ('checking', 'in_review', 'hand in'),
    ('checking', 'parked', 'put off'),
    ('checking', 'rejected', 'drop'),
    ('in_review', 'checking', 'send back'),
    ('in_review', 'published', 'publish'),
    ('published', 'checking', 'check again: a correction'),
    ('parked', 'proposed', 'undo the triage'),
    ('parked', 'open', 'take up again'),
    ('parked', 'checking', 'take up again and start'),
    ('parked', 'rejected', 'drop'),
    ('rejected', 'proposed', 'undo the triage'),
    ('rejected', 'open', 'take up after all');

create table priorities (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;

insert into priorities (name, label, position, description) values
    ('high', 'High', 1, 'Before the others.'),
    ('normal', 'Normal', 2, 'In its turn.'),
    ('low', 'Low', 3, 'When nothing else waits.');

create table kinds (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;

insert into kinds (name, label, position, description) values
    ('direct', 'Direct', 1, 'In quotation: the speaker''s own words.'),
    ('indirect', 'Indirect', 2, 'In reported speech: the article''s words for what a speaker said.'),
    ('outlet', 'Outlet', 3, 'Asserted by the article itself.');

create table claimant_kinds (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;

insert into claimant_kinds (name, label, position, description) values
    ('person', 'Person', 1, 'A named person.'),
    ('organisation', 'Organisation', 2, 'A government, company, party, agency or group.'),
    ('anonymous', 'Anonymous', 3, 'A source the article does not name.'),
    ('document', 'Document', 4, 'A report, a study, a set of data.'),
    ('outlet', 'Outlet', 5, 'A news outlet speaking in its own voice.'),
    ('unknown', 'Unknown', 6, 'Nobody has said which.');

create table stances (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;

insert into stances (name, label, position, description) values
    ('supports', 'Supports', 1, 'Speaks for the claim.'),
    ('refutes', 'Refutes', 2, 'Speaks against the claim.'),
    ('context', 'Context', 3, 'Helps to understand the claim.');

create table judgements (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;

insert into judgements (name, label, position, description) values
    ('unjudged', 'Unjudged', 1, 'Suggested by the matcher; nobody has looked.'),
    ('same', 'Same', 2, 'The two say the same thing: they share one verdict.'),
    ('different', 'Different', 3, 'The two do not say the same thing.'),
    ('unsure', 'Not sure', 4, 'Somebody looked and could not tell.');

create table suggestions (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;

insert into suggestions (name, label, position, description) values
    ('duplicate', 'Duplicate', 1, 'Very likely the same claim in other words.'),
    ('related', 'Related', 2, 'About the same matter.'),
    ('conflict', 'Conflict', 3, 'The same words with a fact changed: a number, a year, a name, a "not".');

create table review_statuses (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;

insert into review_statuses (name, label, position, description) values
    ('draft', 'Draft', 1, 'Being written.'),
    ('submitted', 'Submitted', 2, 'Waits for a second person.'),
    ('approved', 'Approved', 3, 'A second person agrees.'),
    ('published', 'Published', 4, 'Out; from here on only corrected by a new review.'),
    ('withdrawn', 'Withdrawn', 5, 'Taken back.');

create table review_status_transitions (
    from_status text not null references review_statuses (name),
    to_status text not null references review_statuses (name),
    description text not null,
    primary key (from_status, to_status)
) strict;

insert into review_status_transitions (from_status, to_status, description) values
    ('draft', 'submitted', 'submit'),
    ('draft', 'withdrawn', 'give up'),
    ('submitted', 'draft', 'send back'),
    ('submitted', 'approved', 'approve'),
    ('submitted', 'withdrawn', 'give up'),
    ('approved', 'draft', 'send back'),
    ('approved', 'published', 'publish'),
    ('approved', 'withdrawn', 'give up'),
    ('published', 'withdrawn', 'withdraw'),
    ('withdrawn', 'draft', 'take up again');

create table review_origins (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;

insert into review_origins (name, label, position, description) values
    ('desk', 'Desk', 1, 'Written here, under the desk''s own sign-off.'),
    ('imported', 'Imported', 2, 'Another publisher''s, read from its ClaimReview or CSV.');

-- ── who ────────────────────────────────────────────────────────────────────────────────────────

create table claimants (
    id integer primary key,
    name text not null collate nocase unique
        check (trim(name) <> '' and length(name) <= 300 and instr(name, char(0)) = 0),
    kind text not null default 'unknown' references claimant_kinds (name),
    role text,
    url text check (url like 'http://_%' or url like 'https://_%'),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) strict;

create table publishers (
    id integer primary key,
    name text not null collate nocase unique check (trim(name) <> '' and length(name) <= 300),
    url text check (url like 'http://_%' or url like 'https://_%'),
    is_desk integer not null default 0 check (is_desk in (0, 1)),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) strict;

create unique index publishers_one_desk on publishers (is_desk) where is_desk = 1;

-- ── where claims come from ─────────────────────────────────────────────────────────────────────

-- An article whose text is not held (NULL) is known by its url, or by the source in words alone:
-- "Radio 4, Today, 8:10".
create table articles (
    id integer primary key,
    url text check (url like 'http://_%' or url like 'https://_%'),
    source text,
    title text,
    outlet text,
    author text,
    published_on text check (published_on is date(published_on)),
    language text,
    text text check (instr(text, char(0)) = 0),
    text_sha256 text check (length(text_sha256) = 64),
    previous_id integer references articles (id),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    check ((text is null) = (text_sha256 is null)),
    check (text is not null or url is not null or source is not null)
) strict;

-- Reading the same article again adds nothing; a changed text is a new row that names the previous one.
create unique index articles_once on articles (coalesce(url, ''), text_sha256) where text is not null;
create unique index articles_address_once on articles (coalesce(url, source)) where text is null;
create index articles_url on articles (url);
create index articles_previous on articles (previous_id);
create index articles_outlet on articles (outlet);
create index articles_published_on on articles (published_on);

-- ── claims ─────────────────────────────────────────────────────────────────────────────────────

create table claims (
    id integer primary key,
    text text not null
        check (trim(text) <> '' and length(text) <= 10000 and instr(text, char(0)) = 0),
    claimant_id integer references claimants (id),
    claimed_on text check (claimed_on is date(claimed_on)),
    status text not null default 'open' references statuses (name),
    priority text not null default 'normal' references priorities (name),
    assignee text check (trim(assignee) <> ''),
    score real check (score between 0 and 1),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) strict;

create index claims_status_score on claims (status, score);
create index claims_status_created_at on claims (status, created_at);
create index claims_claimant on claims (claimant_id);
create index claims_assignee on claims (assignee);
create index claims_priority on claims (priority);
create index claims_claimed_on on claims (claimed_on);
create index claims_created_at on claims (created_at);
create index claims_text on claims (text);

create table appearances (
    id integer primary key,
    claim_id integer not null references claims (id),
    article_id integer not null references articles (id),
    claimant_id integer references claimants (id),
    span_start integer check (span_start >= 0),
    span_end integer,
    quote text,
    kind text references kinds (name),
    kind_certain integer not null default 1 check (kind_certain in (0, 1)),
    speaker_as_written text,
    said_on text check (said_on is date(said_on)),
    context_before text,
    context_after text,
    score real check (score between 0 and 1),
    reasons text not null default '[]' check (json_type(reasons) = 'array'),
    flags text not null default '[]' check (json_type(flags) = 'array'),
    extractor text,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    check ((span_start is null) = (span_end is null) and (span_start is null) = (quote is null)),
    check (span_end > span_start)
) strict;

create unique index appearances_span on appearances (article_id, span_start, span_end)
    where span_start is not null;
create unique index appearances_without_span on appearances (claim_id, article_id)
    where span_start is null;
create index appearances_claim on appearances (claim_id);
create index appearances_article on appearances (article_id);
create index appearances_claimant on appearances (claimant_id);
create index appearances_kind on appearances (kind);

create table evidence (
    id integer primary key,
    claim_id integer not null references claims (id),
    url text not null check ((url like 'http://_%' or url like 'https://_%') and length(url) <= 4000),
    title text,
    stance text not null default 'context' references stances (name),
    quote text,
    is_primary integer check (is_primary in (0, 1)),
    archived_url text check (archived_url like 'http://_%' or archived_url like 'https://_%'),
    added_by text,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    unique (claim_id, url)
) strict;

create index evidence_stance on evidence (stance);

create table notes (
    id integer primary key,
    claim_id integer not null references claims (id),
    body text not null
        check (trim(body) <> '' and length(body) <= 100000 and instr(body, char(0)) = 0),
    author text,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) strict;

create index notes_claim on notes (claim_id);

create table tags (
    id integer primary key,
    name text not null collate nocase unique
        check (name = trim(name) and name <> '' and length(name) <= 100 and instr(name, char(0)) = 0)
) strict;

create table claim_tags (
    id integer primary key,
    claim_id integer not null references claims (id),
    tag_id integer not null references tags (id),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    unique (claim_id, tag_id)
) strict;

create index claim_tags_tag on claim_tags (tag_id);

-- ── matching: a pair and what people decided about it ──────────────────────────────────────────

create table matches (
    id integer primary key,
    left_id integer not null references claims (id),
    right_id integer not null references claims (id),
    score real not null check (score between 0 and 1),
    suggestion text not null references suggestions (name),
    reasons text not null default '[]' check (json_type(reasons) = 'array'),
    differences text not null default '[]' check (json_type(differences) = 'array'),
    scorer text not null,
    judgement text not null default 'unjudged' references judgements (name),
    judged_by text,
    judged_at text,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    unique (left_id, right_id),
    check (left_id < right_id)
) strict;

create index matches_right on matches (right_id, judgement);
create index matches_left on matches (left_id, judgement);
create index matches_queue on matches (judgement, score);
create index matches_suggestion on matches (suggestion);

-- ── verdicts ───────────────────────────────────────────────────────────────────────────────────

create table rating_scales (
    id integer primary key,
    name text not null collate nocase unique check (trim(name) <> ''),
    description text,
    worst real,
    best real,
    publisher_id integer references publishers (id),
    check ((worst is null) = (best is null)),
    check (worst >= 1 and worst < best)
) strict;

create table ratings (
    id integer primary key,
    scale_id integer not null references rating_scales (id),
    name text not null check (trim(name) <> ''),
    position integer not null,
    value real,
    definition text,
    retired integer not null default 0 check (retired in (0, 1)),
    unique (scale_id, name)
) strict;

create table reviews (
    id integer primary key,
    claim_id integer not null references claims (id),
    publisher_id integer not null references publishers (id),
    origin text not null default 'desk' references review_origins (name),
    rating_id integer references ratings (id),
    headline text,
    summary text,
    url text check (url like 'http://_%' or url like 'https://_%'),
    reviewed_on text check (reviewed_on is date(reviewed_on)),
    status text not null default 'draft' references review_statuses (name),
    drafted_by text,
    approved_by text,
    corrects_id integer references reviews (id),
    correction_note text,
    language text,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    constraint published_is_complete check (
        status <> 'published'
        -- Not every publisher dates its ClaimReview; ours is always dated.
        or (rating_id is not null and url is not null and (reviewed_on is not null or origin = 'imported'))
    ),
    -- coalesce: a CHECK that comes out NULL passes.
    constraint second_person check (
        origin = 'imported'
        or status not in ('approved', 'published')
        or coalesce(trim(approved_by) <> '' and approved_by <> drafted_by, 0)
    ),
    constraint correction_has_note check (corrects_id is null or coalesce(trim(correction_note) <> '', 0))
) strict;

create index reviews_claim on reviews (claim_id, status);
create index reviews_publisher on reviews (publisher_id);
create index reviews_rating on reviews (rating_id);
create index reviews_status on reviews (status);
create index reviews_corrects on reviews (corrects_id);
create unique index reviews_imported_once on reviews (publisher_id, url, claim_id)
    where origin = 'imported';

-- ── history and its actor ──────────────────────────────────────────────────────────────────────

-- One row. Who writes sets it inside the write transaction and clears it before the commit; the
-- triggers read it. A plain SQL client that knows nothing of it leaves NULL as the actor.
create table audit_context (
    id integer primary key check (id = 1),
    actor text
) strict;

insert into audit_context (id, actor) values (1, null);

create table history (
    id integer primary key check (id > 0),
    table_name text not null,
    row_id integer not null,
    claim_id integer,
    operation text not null check (operation in ('insert', 'update', 'delete')),
    old_row text check (json_valid(old_row)),
    new_row text check (json_valid(new_row)),
    actor text,
    happened_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) strict;

create index history_row on history (table_name, row_id);
create index history_claim on history (claim_id);
create index history_happened_at on history (happened_at);
create index history_actor on history (actor);

-- ── full-text search ───────────────────────────────────────────────────────────────────────────
-- Double quotes around the content table: Datasette finds content="claims", but not content='claims'.

create virtual table claims_fts using fts5 (
    text, tokenize = 'porter unicode61', content = "claims", content_rowid = "id"
);
create virtual table articles_fts using fts5 (
    title, text, tokenize = 'porter unicode61', content = "articles", content_rowid = "id"
);
