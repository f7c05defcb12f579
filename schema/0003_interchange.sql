-- Whom the desk asked to correct what, and what is saved of the pages that claims rest on.

create table outcomes (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;

insert into outcomes (name, label, position, description) values
    ('waiting', 'Waiting', 1, 'Asked; no answer yet.'),
    ('corrected', 'Corrected', 2, 'They put it right.'),
    ('partly', 'Partly corrected', 3, 'They put some of it right, or right in one place only.'),
    ('declined', 'Declined', 4, 'They answered and stand by it.'),
    ('no_answer', 'No answer', 5, 'They did not answer in the time we gave.');

-- One request to somebody outside to correct a claim. Public: it is part of how the desk works.
create table interventions (
    id integer primary key,
    claim_id integer not null references claims (id),
    asked text not null check (trim(asked) <> '' and length(asked) <= 300),
    request text not null
        check (trim(request) <> '' and length(request) <= 10000 and instr(request, char(0)) = 0),
    asked_on text not null check (asked_on is date(asked_on)),
    outcome text not null default 'waiting' references outcomes (name),
    outcome_on text check (outcome_on is date(outcome_on)),
    outcome_note text check (instr(outcome_note, char(0)) = 0),
    url text check (url like 'http://_%' or url like 'https://_%'),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    check ((outcome = 'waiting') = (outcome_on is null)),
    check (outcome_on >= asked_on)
) strict;

create index interventions_claim on interventions (claim_id);
create index interventions_outcome on interventions (outcome, asked_on);

create table archive_statuses (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;

insert into archive_statuses (name, label, position, description) values
    ('queued', 'Queued', 1, 'Waits to be saved, for the first time or again.'),
    ('saved', 'Saved', 2, 'A copy stands at archived_url.'),
    ('failed', 'Given up', 3, 'Tried as often as we try; queue it again to try once more.');

-- A page that evidence or an appearance points at, and the copy of it. A queue: it works offline, and
-- nobody waits for it. `attempts` counts those that failed since it was queued.
create table archives (
    id integer primary key,
    url text not null unique check (url like 'http://_%' or url like 'https://_%'),
    status text not null default 'queued' references archive_statuses (name),
    attempts integer not null default 0 check (attempts >= 0),
    try_after text,
    error text,
    archived_url text check (archived_url like 'http://_%' or archived_url like 'https://_%'),
    archived_at text,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    check ((status = 'saved') = (archived_url is not null))
) strict;

create index archives_queue on archives (status, try_after);
create index evidence_archived on evidence (url) where archived_url is null;

-- The claim as another publisher words it. The desk may reword the claim itself, and still know the
-- review again when it is imported once more.
alter table reviews add column claim_reviewed text;
