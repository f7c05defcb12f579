-- What a desk has fitted to its own decisions: thresholds and weights of the matcher, points and threshold
-- of the extractor. A version is a row and stays; at most one of each part is in force, and where none is,
-- claimtrack works as shipped.

create table tuned_parts (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;

insert into tuned_parts (name, label, position, description) values
    ('matching', 'Matching', 1, 'Which pairs are called the same claim, fitted to judged pairs.'),
    ('extraction', 'Extraction', 2, 'Which sentences are worth checking, fitted to triage decisions.');

-- `fitted_to` names the scorer or extractor whose weights these are: another version ignores them.
-- `figures` is what they were chosen on, as `tune` showed it.
create table tunings (
    id integer primary key,
    part text not null references tuned_parts (name),
    fitted_to text not null,
    parameters text not null check (json_type(parameters) = 'object'),
    figures text not null default '{}' check (json_type(figures) = 'object'),
    in_force integer not null default 1 check (in_force in (0, 1)),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) strict;

create unique index tunings_in_force on tunings (part) where in_force = 1;
create index tunings_part on tunings (part);
