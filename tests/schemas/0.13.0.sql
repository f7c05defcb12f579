pragma application_id = 1668050292;
pragma user_version = 1828277464;
pragma foreign_keys = off;
begin;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (1, 'claimtrack', '0001_core.sql', '2026-12-03 14:57:51.496840+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (2, 'claimtrack', '0002_match_index.sql', '2026-12-03 14:57:51.497426+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (3, 'claimtrack', '0003_interchange.sql', '2026-12-03 14:57:51.498843+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (4, 'claimtrack', '0004_tuning.sql', '2026-12-03 14:57:51.499465+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (5, 'claimtrack', '0005_comparing.sql', '2026-12-03 14:57:51.499734+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (6, 'claimtrack', '0006_vectors.sql', '2026-12-03 14:57:51.500137+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (7, 'claimtrack', '0007_occasions.sql', '2026-12-03 14:57:51.500426+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (8, 'claimtrack', '0008_clusters.sql', '2026-12-03 14:57:51.500868+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (9, 'claimtrack', '0009_sources.sql', '2026-12-03 14:57:51.501145+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (10, 'claimtrack', '0010_terms.sql', '2026-12-03 14:57:51.501327+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (11, 'claimtrack', '0011_places.sql', '2026-12-03 14:57:51.501575+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (12, 'claimtrack', '0012_quotes.sql', '2026-12-03 14:57:51.501820+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (13, 'claimtrack', '0013_stale_suggestions.sql', '2026-12-03 14:57:51.502062+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (14, 'claimtrack', '0014_withdrawals.sql', '2026-12-03 14:57:51.503122+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (15, 'claimtrack', '0015_signed.sql', '2026-12-03 14:57:51.504555+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (16, 'claimtrack', '0016_other_names.sql', '2026-12-03 14:57:51.505474+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (17, 'claimtrack', '0017_addresses.sql', '2026-12-03 14:57:51.505695+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (18, 'claimtrack', '0018_signed_verdicts.sql', '2026-12-03 14:57:51.505980+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (19, 'claimtrack', '0019_notes_index.sql', '2026-12-03 14:57:51.506416+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (20, 'claimtrack', '0020_terms_anew.sql', '2026-12-03 14:57:51.506601+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (21, 'claimtrack', '0021_due.sql', '2026-12-03 14:57:51.507463+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (22, 'claimtrack', '0022_numbers.sql', '2026-12-03 14:57:51.507639+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (23, 'claimtrack', '0023_imports.sql', '2026-12-03 14:57:51.507831+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (24, 'claimtrack', '0024_runs.sql', '2026-12-03 14:57:51.508673+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (25, 'claimtrack', '0025_sources_in_words.sql', '2026-12-03 14:57:51.509572+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (26, 'claimtrack', '0026_purposes.sql', '2026-12-03 14:57:51.510455+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (27, 'claimtrack', '0027_found_by_others.sql', '2026-12-03 14:57:51.513675+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (28, 'claimtrack', '0028_older_sqlite.sql', '2026-12-03 14:57:51.513888+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (29, 'claimtrack', '0029_former_names.sql', '2026-12-03 14:57:51.514262+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (30, 'claimtrack', '0030_terms_anew.sql', '2026-12-03 14:57:51.514468+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (31, 'claimtrack', '0031_copies.sql', '2026-12-03 14:57:51.514772+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (32, 'claimtrack', '0032_updates.sql', '2026-12-03 14:57:51.516175+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (33, 'claimtrack', '0033_not_before.sql', '2026-12-03 14:57:51.517193+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (34, 'claimtrack', '0034_withdrawn_articles.sql', '2026-12-03 14:57:51.519158+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (35, 'claimtrack', '0035_readings.sql', '2026-12-03 14:57:51.519433+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (36, 'claimtrack', '0036_languages.sql', '2026-12-03 14:57:51.520319+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (37, 'claimtrack', '0037_held.sql', '2026-12-03 14:57:51.522103+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (38, 'claimtrack', '0038_retracted.sql', '2026-12-03 14:57:51.523725+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (39, 'claimtrack', '0039_terms_anew.sql', '2026-12-03 14:57:51.523955+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (40, 'claimtrack', '0040_note_steps.sql', '2026-12-03 14:57:51.525150+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (41, 'claimtrack', '0041_views.sql', '2026-12-03 14:57:51.525327+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (42, 'claimtrack', '0042_terms_anew.sql', '2026-12-03 14:57:51.525508+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (43, 'claimtrack', '0043_desks.sql', '2026-12-03 14:57:51.527257+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (44, 'claimtrack', '0044_indexes.sql', '2026-12-03 14:57:51.527895+00:00');
insert into _sqlite_migrations (id, migration_set, name, applied_at) values (45, 'claimtrack', '0045_terms_anew.sql', '2026-12-03 14:57:51.528082+00:00');
CREATE TABLE statuses (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;
insert into statuses (name, label, position, description) values ('proposed', 'Proposed', 1, 'Found in an article; nobody has looked at it yet.');
insert into statuses (name, label, position, description) values ('open', 'Open', 2, 'Worth checking; waits for somebody to take it.');
insert into statuses (name, label, position, description) values ('checking', 'Checking', 3, 'Somebody is checking it.');
insert into statuses (name, label, position, description) values ('in_review', 'In review', 4, 'The check is written and waits for a second person.');
insert into statuses (name, label, position, description) values ('published', 'Published', 5, 'The check is out.');
insert into statuses (name, label, position, description) values ('parked', 'Parked', 6, 'Worth checking, but not now.');
insert into statuses (name, label, position, description) values ('rejected', 'Rejected', 7, 'Not worth checking, or no claim at all.');
CREATE TABLE status_transitions (
    from_status text not null references statuses (name),
    to_status text not null references statuses (name),
    description text not null,
    primary key (from_status, to_status)
) strict;
insert into status_transitions (from_status, to_status, description) values ('proposed', 'open', 'accept');
insert into status_transitions (from_status, to_status, description) values ('proposed', 'checking', 'accept and start at once');
insert into status_transitions (from_status, to_status, description) values ('proposed', 'parked', 'accept, but not now');
insert into status_transitions (from_status, to_status, description) values ('proposed', 'rejected', 'reject');
insert into status_transitions (from_status, to_status, description) values ('open', 'proposed', 'undo the triage');
insert into status_transitions (from_status, to_status, description) values ('open', 'checking', 'start checking');
insert into status_transitions (from_status, to_status, description) values ('open', 'parked', 'put off');
insert into status_transitions (from_status, to_status, description) values ('open', 'rejected', 'drop');
insert into status_transitions (from_status, to_status, description) values ('checking', 'open', 'give back');
insert into status_transitions (from_status, to_status, description) values ('checking', 'in_review', 'hand in');
insert into status_transitions (from_status, to_status, description) values ('checking', 'parked', 'put off');
insert into status_transitions (from_status, to_status, description) values ('checking', 'rejected', 'drop');
insert into status_transitions (from_status, to_status, description) values ('in_review', 'checking', 'send back');
insert into status_transitions (from_status, to_status, description) values ('in_review', 'published', 'publish');
insert into status_transitions (from_status, to_status, description) values ('published', 'checking', 'check again: a correction');
insert into status_transitions (from_status, to_status, description) values ('parked', 'proposed', 'undo the triage');
insert into status_transitions (from_status, to_status, description) values ('parked', 'open', 'take up again');
insert into status_transitions (from_status, to_status, description) values ('parked', 'checking', 'take up again and start');
insert into status_transitions (from_status, to_status, description) values ('parked', 'rejected', 'drop');
insert into status_transitions (from_status, to_status, description) values ('rejected', 'proposed', 'undo the triage');
insert into status_transitions (from_status, to_status, description) values ('rejected', 'open', 'take up after all');
CREATE TABLE priorities (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;
insert into priorities (name, label, position, description) values ('high', 'High', 1, 'Before the others.');
insert into priorities (name, label, position, description) values ('normal', 'Normal', 2, 'In its turn.');
insert into priorities (name, label, position, description) values ('low', 'Low', 3, 'When nothing else waits.');
CREATE TABLE kinds (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;
insert into kinds (name, label, position, description) values ('direct', 'Direct', 1, 'In quotation: the speaker''s own words.');
insert into kinds (name, label, position, description) values ('indirect', 'Indirect', 2, 'In reported speech: the article''s words for what a speaker said.');
insert into kinds (name, label, position, description) values ('outlet', 'Outlet', 3, 'Asserted by the article itself.');
CREATE TABLE claimant_kinds (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;
insert into claimant_kinds (name, label, position, description) values ('person', 'Person', 1, 'A named person.');
insert into claimant_kinds (name, label, position, description) values ('organisation', 'Organisation', 2, 'A government, company, party, agency or group.');
insert into claimant_kinds (name, label, position, description) values ('anonymous', 'Anonymous', 3, 'A source the article does not name.');
insert into claimant_kinds (name, label, position, description) values ('document', 'Document', 4, 'A report, a study, a set of data.');
insert into claimant_kinds (name, label, position, description) values ('outlet', 'Outlet', 5, 'A news outlet speaking in its own voice.');
insert into claimant_kinds (name, label, position, description) values ('unknown', 'Unknown', 6, 'Nobody has said which.');
CREATE TABLE stances (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;
insert into stances (name, label, position, description) values ('supports', 'Supports', 1, 'Speaks for the claim.');
insert into stances (name, label, position, description) values ('refutes', 'Refutes', 2, 'Speaks against the claim.');
insert into stances (name, label, position, description) values ('context', 'Context', 3, 'Helps to understand the claim.');
CREATE TABLE judgements (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;
insert into judgements (name, label, position, description) values ('unjudged', 'Unjudged', 1, 'Suggested by the matcher; nobody has looked.');
insert into judgements (name, label, position, description) values ('same', 'Same', 2, 'The two say the same thing: they share one verdict.');
insert into judgements (name, label, position, description) values ('different', 'Different', 3, 'The two do not say the same thing.');
insert into judgements (name, label, position, description) values ('unsure', 'Not sure', 4, 'Somebody looked and could not tell.');
CREATE TABLE suggestions (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;
insert into suggestions (name, label, position, description) values ('duplicate', 'Duplicate', 1, 'Very likely the same claim in other words.');
insert into suggestions (name, label, position, description) values ('related', 'Related', 2, 'About the same matter.');
insert into suggestions (name, label, position, description) values ('conflict', 'Conflict', 3, 'The same words with a fact changed: a number, a year, a name, a "not".');
CREATE TABLE review_statuses (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;
insert into review_statuses (name, label, position, description) values ('draft', 'Draft', 1, 'Being written.');
insert into review_statuses (name, label, position, description) values ('submitted', 'Submitted', 2, 'Waits for a second person.');
insert into review_statuses (name, label, position, description) values ('approved', 'Approved', 3, 'A second person agrees.');
insert into review_statuses (name, label, position, description) values ('published', 'Published', 4, 'Out; from here on only corrected by a new review.');
insert into review_statuses (name, label, position, description) values ('withdrawn', 'Withdrawn', 5, 'Taken back.');
CREATE TABLE review_status_transitions (
    from_status text not null references review_statuses (name),
    to_status text not null references review_statuses (name),
    description text not null,
    primary key (from_status, to_status)
) strict;
insert into review_status_transitions (from_status, to_status, description) values ('draft', 'submitted', 'submit');
insert into review_status_transitions (from_status, to_status, description) values ('draft', 'withdrawn', 'give up');
insert into review_status_transitions (from_status, to_status, description) values ('submitted', 'draft', 'send back');
insert into review_status_transitions (from_status, to_status, description) values ('submitted', 'approved', 'approve');
insert into review_status_transitions (from_status, to_status, description) values ('submitted', 'withdrawn', 'give up');
insert into review_status_transitions (from_status, to_status, description) values ('approved', 'draft', 'send back');
insert into review_status_transitions (from_status, to_status, description) values ('approved', 'published', 'publish');
insert into review_status_transitions (from_status, to_status, description) values ('approved', 'withdrawn', 'give up');
insert into review_status_transitions (from_status, to_status, description) values ('published', 'withdrawn', 'withdraw');
insert into review_status_transitions (from_status, to_status, description) values ('withdrawn', 'draft', 'take up again');
CREATE TABLE review_origins (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;
insert into review_origins (name, label, position, description) values ('desk', 'Desk', 1, 'Written here, under the desk''s own sign-off.');
insert into review_origins (name, label, position, description) values ('imported', 'Imported', 2, 'Another publisher''s, read from its ClaimReview or CSV.');
CREATE TABLE audit_context (
    id integer primary key check (id = 1),
    actor text
) strict;
insert into audit_context (id, actor) values (1, NULL);
CREATE TABLE match_terms (
    id integer primary key,
    term text not null unique,
    claims integer not null check (claims >= 0)
) strict;
insert into match_terms (id, term, claims) values (1, '#2', 2);
insert into match_terms (id, term, claims) values (2, '#3', 2);
insert into match_terms (id, term, claims) values (3, '#5', 1);
insert into match_terms (id, term, claims) values (4, 'act', 1);
insert into match_terms (id, term, claims) values (5, 'against', 1);
insert into match_terms (id, term, claims) values (6, 'almost', 2);
insert into match_terms (id, term, claims) values (7, 'alreadi', 1);
insert into match_terms (id, term, claims) values (8, 'among', 1);
insert into match_terms (id, term, claims) values (9, 'antoni', 2);
insert into match_terms (id, term, claims) values (10, 'bas', 2);
insert into match_terms (id, term, claims) values (11, 'battlefield', 2);
insert into match_terms (id, term, claims) values (12, 'begin', 1);
insert into match_terms (id, term, claims) values (13, 'beij', 4);
insert into match_terms (id, term, claims) values (14, 'blinken', 5);
insert into match_terms (id, term, claims) values (15, 'china', 14);
insert into match_terms (id, term, claims) values (16, 'chines', 2);
insert into match_terms (id, term, claims) values (17, 'claim', 2);
insert into match_terms (id, term, claims) values (18, 'compani', 3);
insert into match_terms (id, term, claims) values (19, 'complaint', 1);
insert into match_terms (id, term, claims) values (20, 'contribut', 2);
insert into match_terms (id, term, claims) values (21, 'control', 1);
insert into match_terms (id, term, claims) values (22, 'countri', 1);
insert into match_terms (id, term, claims) values (23, 'critic', 1);
insert into match_terms (id, term, claims) values (24, 'day', 1);
insert into match_terms (id, term, claims) values (25, 'defens', 2);
insert into match_terms (id, term, claims) values (26, 'degrad', 1);
insert into match_terms (id, term, claims) values (27, 'disput', 2);
insert into match_terms (id, term, claims) values (28, 'dron', 2);
insert into match_terms (id, term, claims) values (29, 'dual', 1);
insert into match_terms (id, term, claims) values (30, 'europ', 1);
insert into match_terms (id, term, claims) values (31, 'expect', 1);
insert into match_terms (id, term, claims) values (32, 'export', 1);
insert into match_terms (id, term, claims) values (33, 'firm', 1);
insert into match_terms (id, term, claims) values (34, 'foreign', 1);
insert into match_terms (id, term, claims) values (35, 'good', 1);
insert into match_terms (id, term, claims) values (36, 'helmet', 2);
insert into match_terms (id, term, claims) values (37, 'help', 1);
insert into match_terms (id, term, claims) values (38, 'industr', 2);
insert into match_terms (id, term, claims) values (39, 'industri', 1);
insert into match_terms (id, term, claims) values (40, 'investig', 1);
insert into match_terms (id, term, claims) values (41, 'jinp', 1);
insert into match_terms (id, term, claims) values (42, 'know', 1);
insert into match_terms (id, term, claims) values (43, 'largest', 2);
insert into match_terms (id, term, claims) values (44, 'last', 1);
insert into match_terms (id, term, claims) values (45, 'less', 3);
insert into match_terms (id, term, claims) values (46, 'logist', 1);
insert into match_terms (id, term, claims) values (47, 'machin', 1);
insert into match_terms (id, term, claims) values (48, 'mak', 1);
insert into match_terms (id, term, claims) values (49, 'maritim', 1);
insert into match_terms (id, term, claims) values (50, 'meet', 1);
insert into match_terms (id, term, claims) values (51, 'minist', 1);
insert into match_terms (id, term, claims) values (52, 'mistak', 1);
insert into match_terms (id, term, claims) values (53, 'month', 1);
insert into match_terms (id, term, claims) values (54, 'neighb', 2);
insert into match_terms (id, term, claims) values (55, 'not', 2);
insert into match_terms (id, term, claims) values (56, 'other', 1);
insert into match_terms (id, term, claims) values (57, 'philippin', 1);
insert into match_terms (id, term, claims) values (58, 'prepar', 1);
insert into match_terms (id, term, claims) values (59, 'presid', 1);
insert into match_terms (id, term, claims) values (60, 'radio', 2);
insert into match_terms (id, term, claims) values (61, 'rebuild', 1);
insert into match_terms (id, term, claims) values (62, 'rec', 1);
insert into match_terms (id, term, claims) values (63, 'russia', 7);
insert into match_terms (id, term, claims) values (64, 'sanct', 2);
insert into match_terms (id, term, claims) values (65, 'sea', 3);
insert into match_terms (id, term, claims) values (66, 'secretari', 1);
insert into match_terms (id, term, claims) values (67, 'secur', 1);
insert into match_terms (id, term, claims) values (68, 'sell', 2);
insert into match_terms (id, term, claims) values (69, 'semiconduct', 1);
insert into match_terms (id, term, claims) values (70, 'several', 1);
insert into match_terms (id, term, claims) values (71, 'shar', 1);
insert into match_terms (id, term, claims) values (72, 'shipbuild', 1);
insert into match_terms (id, term, claims) values (73, 'south', 3);
insert into match_terms (id, term, claims) values (74, 'stat', 2);
insert into match_terms (id, term, claims) values (75, 'talk', 2);
insert into match_terms (id, term, claims) values (76, 'tool', 1);
insert into match_terms (id, term, claims) values (77, 'top', 1);
insert into match_terms (id, term, claims) values (78, 'turn', 1);
insert into match_terms (id, term, claims) values (79, 'ukrain', 4);
insert into match_terms (id, term, claims) values (80, 'undermin', 1);
insert into match_terms (id, term, claims) values (81, 'unit', 1);
insert into match_terms (id, term, claims) values (82, 'usa', 2);
insert into match_terms (id, term, claims) values (83, 'use', 3);
insert into match_terms (id, term, claims) values (84, 'vest', 2);
insert into match_terms (id, term, claims) values (85, 'vietnam', 1);
insert into match_terms (id, term, claims) values (86, 'visit', 4);
insert into match_terms (id, term, claims) values (87, 'wang', 1);
insert into match_terms (id, term, claims) values (88, 'washington', 2);
insert into match_terms (id, term, claims) values (89, 'wednesdai', 1);
insert into match_terms (id, term, claims) values (90, 'week', 1);
insert into match_terms (id, term, claims) values (91, 'wheth', 1);
insert into match_terms (id, term, claims) values (92, 'whol', 2);
insert into match_terms (id, term, claims) values (93, 'xi', 1);
insert into match_terms (id, term, claims) values (94, 'year', 3);
insert into match_terms (id, term, claims) values (95, 'yi', 1);
insert into match_terms (id, term, claims) values (96, '#6', 1);
insert into match_terms (id, term, claims) values (97, 'assault', 1);
insert into match_terms (id, term, claims) values (98, 'between', 1);
insert into match_terms (id, term, claims) values (99, 'end', 1);
insert into match_terms (id, term, claims) values (100, 'fridai', 1);
insert into match_terms (id, term, claims) values (101, 'harm', 1);
insert into match_terms (id, term, claims) values (102, 'nobodi', 1);
insert into match_terms (id, term, claims) values (103, 'norm', 1);
insert into match_terms (id, term, claims) values (104, 'noth', 1);
insert into match_terms (id, term, claims) values (105, 'prom', 1);
insert into match_terms (id, term, claims) values (106, 'struggl', 1);
insert into match_terms (id, term, claims) values (107, 'support', 1);
insert into match_terms (id, term, claims) values (108, 'sustain', 1);
insert into match_terms (id, term, claims) values (109, 'trad', 1);
insert into match_terms (id, term, claims) values (110, 'within', 1);
insert into match_terms (id, term, claims) values (111, 'without', 1);
CREATE TABLE match_endings (
    ending text not null,
    term_id integer not null,
    primary key (ending, term_id)
) strict, without rowid;
insert into match_endings (ending, term_id) values ('aissur', 63);
insert into match_endings (ending, term_id) values ('anihc', 15);
insert into match_endings (ending, term_id) values ('bhgien', 54);
insert into match_endings (ending, term_id) values ('citirc', 23);
insert into match_endings (ending, term_id) values ('darged', 26);
insert into match_endings (ending, term_id) values ('dart', 109);
insert into match_endings (ending, term_id) values ('diserp', 59);
insert into match_endings (ending, term_id) values ('dleifelttab', 11);
insert into match_endings (ending, term_id) values ('dliuber', 61);
insert into match_endings (ending, term_id) values ('dliubpihs', 72);
insert into match_endings (ending, term_id) values ('doog', 35);
insert into match_endings (ending, term_id) values ('gitsevni', 40);
insert into match_endings (ending, term_id) values ('gnaw', 87);
insert into match_endings (ending, term_id) values ('gnoma', 8);
insert into match_endings (ending, term_id) values ('htehw', 91);
insert into match_endings (ending, term_id) values ('htnom', 53);
insert into match_endings (ending, term_id) values ('hton', 104);
insert into match_endings (ending, term_id) values ('htuos', 73);
insert into match_endings (ending, term_id) values ('iadirf', 100);
insert into match_endings (ending, term_id) values ('iadsendew', 89);
insert into match_endings (ending, term_id) values ('idaerla', 7);
insert into match_endings (ending, term_id) values ('idobon', 102);
insert into match_endings (ending, term_id) values ('inapmoc', 18);
insert into match_endings (ending, term_id) values ('inotna', 9);
insert into match_endings (ending, term_id) values ('iraterces', 66);
insert into match_endings (ending, term_id) values ('irtnuoc', 22);
insert into match_endings (ending, term_id) values ('irtsudni', 39);
insert into match_endings (ending, term_id) values ('jieb', 13);
insert into match_endings (ending, term_id) values ('katsim', 52);
insert into match_endings (ending, term_id) values ('keew', 90);
insert into match_endings (ending, term_id) values ('klat', 75);
insert into match_endings (ending, term_id) values ('lareves', 70);
insert into match_endings (ending, term_id) values ('laud', 29);
insert into match_endings (ending, term_id) values ('lggurts', 106);
insert into match_endings (ending, term_id) values ('lles', 68);
insert into match_endings (ending, term_id) values ('lohw', 92);
insert into match_endings (ending, term_id) values ('loot', 76);
insert into match_endings (ending, term_id) values ('lortnoc', 21);
insert into match_endings (ending, term_id) values ('manteiv', 85);
insert into match_endings (ending, term_id) values ('mialc', 17);
insert into match_endings (ending, term_id) values ('mitiram', 49);
insert into match_endings (ending, term_id) values ('morp', 105);
insert into match_endings (ending, term_id) values ('mrah', 101);
insert into match_endings (ending, term_id) values ('mrif', 33);
insert into match_endings (ending, term_id) values ('mron', 103);
insert into match_endings (ending, term_id) values ('neewteb', 98);
insert into match_endings (ending, term_id) values ('neknilb', 14);
insert into match_endings (ending, term_id) values ('ngierof', 34);
insert into match_endings (ending, term_id) values ('niarku', 79);
insert into match_endings (ending, term_id) values ('niatsus', 108);
insert into match_endings (ending, term_id) values ('nigeb', 12);
insert into match_endings (ending, term_id) values ('nihcam', 47);
insert into match_endings (ending, term_id) values ('nihtiw', 110);
insert into match_endings (ending, term_id) values ('nimrednu', 80);
insert into match_endings (ending, term_id) values ('nippilihp', 57);
insert into match_endings (ending, term_id) values ('nord', 28);
insert into match_endings (ending, term_id) values ('notgnihsaw', 88);
insert into match_endings (ending, term_id) values ('nrut', 78);
insert into match_endings (ending, term_id) values ('oidar', 60);
insert into match_endings (ending, term_id) values ('pleh', 37);
insert into match_endings (ending, term_id) values ('pnij', 41);
insert into match_endings (ending, term_id) values ('porue', 30);
insert into match_endings (ending, term_id) values ('raey', 94);
insert into match_endings (ending, term_id) values ('rahs', 71);
insert into match_endings (ending, term_id) values ('raperp', 58);
insert into match_endings (ending, term_id) values ('rehto', 56);
insert into match_endings (ending, term_id) values ('rtsudni', 38);
insert into match_endings (ending, term_id) values ('ruces', 67);
insert into match_endings (ending, term_id) values ('senihc', 16);
insert into match_endings (ending, term_id) values ('snefed', 25);
insert into match_endings (ending, term_id) values ('ssel', 45);
insert into match_endings (ending, term_id) values ('tats', 74);
insert into match_endings (ending, term_id) values ('tcepxe', 31);
insert into match_endings (ending, term_id) values ('tcnas', 64);
insert into match_endings (ending, term_id) values ('tcudnocimes', 69);
insert into match_endings (ending, term_id) values ('teem', 50);
insert into match_endings (ending, term_id) values ('temleh', 36);
insert into match_endings (ending, term_id) values ('tinu', 81);
insert into match_endings (ending, term_id) values ('tisiv', 86);
insert into match_endings (ending, term_id) values ('tluassa', 97);
insert into match_endings (ending, term_id) values ('tnialpmoc', 19);
insert into match_endings (ending, term_id) values ('troppus', 107);
insert into match_endings (ending, term_id) values ('tropxe', 32);
insert into match_endings (ending, term_id) values ('tsal', 44);
insert into match_endings (ending, term_id) values ('tsegral', 43);
insert into match_endings (ending, term_id) values ('tsev', 84);
insert into match_endings (ending, term_id) values ('tsigol', 46);
insert into match_endings (ending, term_id) values ('tsinim', 51);
insert into match_endings (ending, term_id) values ('tsniaga', 5);
insert into match_endings (ending, term_id) values ('tsomla', 6);
insert into match_endings (ending, term_id) values ('tubirtnoc', 20);
insert into match_endings (ending, term_id) values ('tuohtiw', 111);
insert into match_endings (ending, term_id) values ('tupsid', 27);
insert into match_endings (ending, term_id) values ('wonk', 42);
CREATE TABLE match_postings (
    term_id integer not null,
    block integer not null,
    offsets blob not null,
    weights blob not null,
    primary key (term_id, block)
) strict, without rowid;
insert into match_postings (term_id, block, offsets, weights) values (1, 0, X'07000700', X'7487');
insert into match_postings (term_id, block, offsets, weights) values (2, 0, X'01001100', X'5473');
insert into match_postings (term_id, block, offsets, weights) values (3, 0, X'0B00', X'57');
insert into match_postings (term_id, block, offsets, weights) values (4, 0, X'0400', X'63');
insert into match_postings (term_id, block, offsets, weights) values (5, 0, X'0400', X'63');
insert into match_postings (term_id, block, offsets, weights) values (6, 0, X'0B001200', X'575E');
insert into match_postings (term_id, block, offsets, weights) values (7, 0, X'0500', X'6B');
insert into match_postings (term_id, block, offsets, weights) values (8, 0, X'0B00', X'57');
insert into match_postings (term_id, block, offsets, weights) values (9, 0, X'01000D00', X'5465');
insert into match_postings (term_id, block, offsets, weights) values (10, 0, X'02000E00', X'6F6E');
insert into match_postings (term_id, block, offsets, weights) values (11, 0, X'06001300', X'605E');
insert into match_postings (term_id, block, offsets, weights) values (12, 0, X'0100', X'54');
insert into match_postings (term_id, block, offsets, weights) values (13, 0, X'08000B000D001200', X'6F57655E');
insert into match_postings (term_id, block, offsets, weights) values (14, 0, X'0100070007000D001100', X'5474626573');
insert into match_postings (term_id, block, offsets, weights) values (15, 0, X'01000200050007000A000B000C0007000D000E000F00100011001200', X'546F6B7479575A62656E696E735E');
insert into match_postings (term_id, block, offsets, weights) values (16, 0, X'06001300', X'605E');
insert into match_postings (term_id, block, offsets, weights) values (17, 0, X'0B001200', X'7D84');
insert into match_postings (term_id, block, offsets, weights) values (18, 0, X'040005001300', X'636B5E');
insert into match_postings (term_id, block, offsets, weights) values (19, 0, X'0100', X'54');
insert into match_postings (term_id, block, offsets, weights) values (20, 0, X'02000E00', X'6F6E');
insert into match_postings (term_id, block, offsets, weights) values (21, 0, X'0300', X'54');
insert into match_postings (term_id, block, offsets, weights) values (22, 0, X'0500', X'6B');
insert into match_postings (term_id, block, offsets, weights) values (23, 0, X'0C00', X'5A');
insert into match_postings (term_id, block, offsets, weights) values (24, 0, X'0100', X'54');
insert into match_postings (term_id, block, offsets, weights) values (25, 0, X'02000E00', X'6F6E');
insert into match_postings (term_id, block, offsets, weights) values (26, 0, X'0300', X'54');
insert into match_postings (term_id, block, offsets, weights) values (27, 0, X'0B001200', X'575E');
insert into match_postings (term_id, block, offsets, weights) values (28, 0, X'06001300', X'605E');
insert into match_postings (term_id, block, offsets, weights) values (29, 0, X'0300', X'54');
insert into match_postings (term_id, block, offsets, weights) values (30, 0, X'0400', X'63');
insert into match_postings (term_id, block, offsets, weights) values (31, 0, X'0800', X'6F');
insert into match_postings (term_id, block, offsets, weights) values (32, 0, X'0300', X'54');
insert into match_postings (term_id, block, offsets, weights) values (33, 0, X'0600', X'60');
insert into match_postings (term_id, block, offsets, weights) values (34, 0, X'0800', X'6F');
insert into match_postings (term_id, block, offsets, weights) values (35, 0, X'0300', X'54');
insert into match_postings (term_id, block, offsets, weights) values (36, 0, X'06001300', X'605E');
insert into match_postings (term_id, block, offsets, weights) values (37, 0, X'0300', X'54');
insert into match_postings (term_id, block, offsets, weights) values (38, 0, X'02000E00', X'6F6E');
insert into match_postings (term_id, block, offsets, weights) values (39, 0, X'0C00', X'5A');
insert into match_postings (term_id, block, offsets, weights) values (40, 0, X'0C00', X'5A');
insert into match_postings (term_id, block, offsets, weights) values (41, 0, X'0900', X'6F');
insert into match_postings (term_id, block, offsets, weights) values (42, 0, X'0900', X'6F');
insert into match_postings (term_id, block, offsets, weights) values (43, 0, X'02000E00', X'6F6E');
insert into match_postings (term_id, block, offsets, weights) values (44, 0, X'0C00', X'5A');
insert into match_postings (term_id, block, offsets, weights) values (45, 0, X'070007001100', X'746273');
insert into match_postings (term_id, block, offsets, weights) values (46, 0, X'0C00', X'5A');
insert into match_postings (term_id, block, offsets, weights) values (47, 0, X'0300', X'54');
insert into match_postings (term_id, block, offsets, weights) values (48, 0, X'0100', X'54');
insert into match_postings (term_id, block, offsets, weights) values (49, 0, X'0C00', X'5A');
insert into match_postings (term_id, block, offsets, weights) values (50, 0, X'0800', X'6F');
insert into match_postings (term_id, block, offsets, weights) values (51, 0, X'0800', X'6F');
insert into match_postings (term_id, block, offsets, weights) values (52, 0, X'0C00', X'7F');
insert into match_postings (term_id, block, offsets, weights) values (53, 0, X'0100', X'54');
insert into match_postings (term_id, block, offsets, weights) values (54, 0, X'0B001200', X'575E');
insert into match_postings (term_id, block, offsets, weights) values (55, 0, X'05000900', X'6B6F');
insert into match_postings (term_id, block, offsets, weights) values (56, 0, X'0300', X'54');
insert into match_postings (term_id, block, offsets, weights) values (57, 0, X'0B00', X'57');
insert into match_postings (term_id, block, offsets, weights) values (58, 0, X'0400', X'63');
insert into match_postings (term_id, block, offsets, weights) values (59, 0, X'0900', X'6F');
insert into match_postings (term_id, block, offsets, weights) values (60, 0, X'06001300', X'605E');
insert into match_postings (term_id, block, offsets, weights) values (61, 0, X'0300', X'54');
insert into match_postings (term_id, block, offsets, weights) values (62, 0, X'0900', X'6F');
insert into match_postings (term_id, block, offsets, weights) values (63, 0, X'0200030006000E000F0010001300', X'6F54606E696E5E');
insert into match_postings (term_id, block, offsets, weights) values (64, 0, X'03000500', X'546B');
insert into match_postings (term_id, block, offsets, weights) values (65, 0, X'0A000B001200', X'79575E');
insert into match_postings (term_id, block, offsets, weights) values (66, 0, X'0100', X'54');
insert into match_postings (term_id, block, offsets, weights) values (67, 0, X'0400', X'63');
insert into match_postings (term_id, block, offsets, weights) values (68, 0, X'06001300', X'605E');
insert into match_postings (term_id, block, offsets, weights) values (69, 0, X'0300', X'54');
insert into match_postings (term_id, block, offsets, weights) values (70, 0, X'0500', X'6B');
insert into match_postings (term_id, block, offsets, weights) values (71, 0, X'0300', X'54');
insert into match_postings (term_id, block, offsets, weights) values (72, 0, X'0C00', X'5A');
insert into match_postings (term_id, block, offsets, weights) values (73, 0, X'0A000B001200', X'79575E');
insert into match_postings (term_id, block, offsets, weights) values (74, 0, X'01000400', X'5463');
insert into match_postings (term_id, block, offsets, weights) values (75, 0, X'0A000D00', X'7965');
insert into match_postings (term_id, block, offsets, weights) values (76, 0, X'0300', X'54');
insert into match_postings (term_id, block, offsets, weights) values (77, 0, X'0C00', X'5A');
insert into match_postings (term_id, block, offsets, weights) values (78, 0, X'0A00', X'79');
insert into match_postings (term_id, block, offsets, weights) values (79, 0, X'040006000F001300', X'6360695E');
insert into match_postings (term_id, block, offsets, weights) values (80, 0, X'0400', X'63');
insert into match_postings (term_id, block, offsets, weights) values (81, 0, X'0400', X'63');
insert into match_postings (term_id, block, offsets, weights) values (82, 0, X'01000C00', X'545A');
insert into match_postings (term_id, block, offsets, weights) values (83, 0, X'030006001300', X'54605E');
insert into match_postings (term_id, block, offsets, weights) values (84, 0, X'06001300', X'605E');
insert into match_postings (term_id, block, offsets, weights) values (85, 0, X'0B00', X'57');
insert into match_postings (term_id, block, offsets, weights) values (86, 0, X'0100070007001100', X'54748773');
insert into match_postings (term_id, block, offsets, weights) values (87, 0, X'0800', X'6F');
insert into match_postings (term_id, block, offsets, weights) values (88, 0, X'01000500', X'546B');
insert into match_postings (term_id, block, offsets, weights) values (89, 0, X'0100', X'54');
insert into match_postings (term_id, block, offsets, weights) values (90, 0, X'0C00', X'5A');
insert into match_postings (term_id, block, offsets, weights) values (91, 0, X'0900', X'6F');
insert into match_postings (term_id, block, offsets, weights) values (92, 0, X'0B001200', X'575E');
insert into match_postings (term_id, block, offsets, weights) values (93, 0, X'0900', X'6F');
insert into match_postings (term_id, block, offsets, weights) values (94, 0, X'070007001100', X'748773');
insert into match_postings (term_id, block, offsets, weights) values (95, 0, X'0800', X'6F');
insert into match_postings (term_id, block, offsets, weights) values (96, 0, X'1200', X'5E');
insert into match_postings (term_id, block, offsets, weights) values (97, 0, X'0F00', X'69');
insert into match_postings (term_id, block, offsets, weights) values (98, 0, X'1000', X'6E');
insert into match_postings (term_id, block, offsets, weights) values (99, 0, X'0D00', X'65');
insert into match_postings (term_id, block, offsets, weights) values (100, 0, X'0D00', X'65');
insert into match_postings (term_id, block, offsets, weights) values (101, 0, X'1000', X'6E');
insert into match_postings (term_id, block, offsets, weights) values (102, 0, X'1000', X'6E');
insert into match_postings (term_id, block, offsets, weights) values (103, 0, X'1000', X'6E');
insert into match_postings (term_id, block, offsets, weights) values (104, 0, X'0D00', X'65');
insert into match_postings (term_id, block, offsets, weights) values (105, 0, X'0D00', X'65');
insert into match_postings (term_id, block, offsets, weights) values (106, 0, X'0F00', X'69');
insert into match_postings (term_id, block, offsets, weights) values (107, 0, X'0F00', X'69');
insert into match_postings (term_id, block, offsets, weights) values (108, 0, X'0F00', X'69');
insert into match_postings (term_id, block, offsets, weights) values (109, 0, X'1000', X'6E');
insert into match_postings (term_id, block, offsets, weights) values (110, 0, X'0700', X'62');
insert into match_postings (term_id, block, offsets, weights) values (111, 0, X'0F00', X'69');
CREATE TABLE match_pending (
    claim_id integer primary key
) strict;
CREATE TABLE match_totals (
    id integer primary key check (id = 1),
    claims integer not null,
    terms integer not null
) strict;
insert into match_totals (id, claims, terms) values (1, 20, 187);
CREATE TABLE outcomes (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;
insert into outcomes (name, label, position, description) values ('waiting', 'Waiting', 1, 'Asked; no answer yet.');
insert into outcomes (name, label, position, description) values ('corrected', 'Corrected', 2, 'They put it right.');
insert into outcomes (name, label, position, description) values ('partly', 'Partly corrected', 3, 'They put some of it right, or right in one place only.');
insert into outcomes (name, label, position, description) values ('declined', 'Declined', 4, 'They answered and stand by it, or did not want to comment.');
insert into outcomes (name, label, position, description) values ('no_answer', 'No answer', 5, 'They did not answer in the time we gave.');
insert into outcomes (name, label, position, description) values ('answered', 'Answered', 6, 'They answered.');
CREATE TABLE archive_statuses (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;
insert into archive_statuses (name, label, position, description) values ('queued', 'Queued', 1, 'Waits to be saved, for the first time or again.');
insert into archive_statuses (name, label, position, description) values ('saved', 'Saved', 2, 'A copy stands at archived_url.');
insert into archive_statuses (name, label, position, description) values ('failed', 'Given up', 3, 'Tried as often as we try; queue it again to try once more.');
CREATE TABLE tuned_parts (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;
insert into tuned_parts (name, label, position, description) values ('matching', 'Matching', 1, 'Which pairs are called the same claim, fitted to judged pairs.');
insert into tuned_parts (name, label, position, description) values ('extraction', 'Extraction', 2, 'Which sentences are worth checking, fitted to triage decisions.');
CREATE TABLE match_uncompared (
    claim_id integer primary key
) strict;
insert into match_uncompared (claim_id) values (1);
insert into match_uncompared (claim_id) values (2);
insert into match_uncompared (claim_id) values (3);
insert into match_uncompared (claim_id) values (4);
insert into match_uncompared (claim_id) values (5);
insert into match_uncompared (claim_id) values (6);
insert into match_uncompared (claim_id) values (7);
insert into match_uncompared (claim_id) values (8);
insert into match_uncompared (claim_id) values (9);
insert into match_uncompared (claim_id) values (10);
insert into match_uncompared (claim_id) values (11);
insert into match_uncompared (claim_id) values (12);
insert into match_uncompared (claim_id) values (13);
insert into match_uncompared (claim_id) values (14);
insert into match_uncompared (claim_id) values (15);
insert into match_uncompared (claim_id) values (16);
insert into match_uncompared (claim_id) values (17);
insert into match_uncompared (claim_id) values (18);
insert into match_uncompared (claim_id) values (19);
CREATE TABLE match_compared_by (
    id integer primary key check (id = 1),
    scorer text
) strict;
insert into match_compared_by (id, scorer) values (1, NULL);
CREATE TABLE claim_vectors (
    id integer primary key,
    encoder_id integer not null references encoders (id),
    claim_id integer not null,
    vector blob not null check (length(vector) > 0),
    made_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    unique (encoder_id, claim_id)
) strict;
CREATE TABLE match_clusters (
    claim_id integer primary key,
    cluster_id integer not null,
    unique (cluster_id, claim_id)
) strict;
insert into match_clusters (claim_id, cluster_id) values (2, 2);
insert into match_clusters (claim_id, cluster_id) values (14, 2);
CREATE TABLE signed_verdicts (
    review_id integer primary key references reviews (id),
    said text not null check (json_valid(said))
) strict;
insert into signed_verdicts (review_id, said) values (1, '{"claimant_kind":"outlet","claimant_role":null,"claimant_url":null,"definition":"The claim is accurate.","first_seen":"2024-04-22","evidence":[{"id":5,"url":"https://archive.example/travel/2023-06","title":"Travel log of the secretary of state","stance":"supports","quote":null,"is_primary":1,"archived_url":"https://web-archive.example/travel/2023-06"}],"appearances":{"7":{"quote":"It is Blinken''s second visit to China in less than a year.","speaker":"The Example Courier","kind":"outlet","seen_on":"2024-04-22","outlet":"The Example Courier","title":"Washington names China as the main supplier of Russia''s arms industry","url":"https://news.example/2024/04/22/washington-names-china","counts":1}}}');
CREATE TABLE imports (
    first_change integer primary key,
    last_change integer not null, run integer,
    check (last_change >= first_change)
) strict;
insert into imports (first_change, last_change, run) values (18, 92, 18);
insert into imports (first_change, last_change, run) values (124, 160, 124);
CREATE VIRTUAL TABLE claims_fts using fts5 (text, tokenize='porter unicode61', content="claims", content_rowid="id");
CREATE VIRTUAL TABLE articles_fts using fts5 (title, text, tokenize='porter unicode61', content="articles", content_rowid="id");
CREATE VIRTUAL TABLE notes_fts using fts5 (body, tokenize='porter unicode61', content="notes", content_rowid="id");
CREATE TABLE former_names (
    id integer primary key autoincrement,
    kind text not null check (kind in ('tag', 'outlet')),
    name text not null check (name = trim(name) and name <> '' and instr(name, char(0)) = 0),
    current_name text not null
        check (current_name = trim(current_name) and current_name <> '' and instr(current_name, char(0)) = 0 and current_name <> name)
) strict;
CREATE TABLE copy_imports (
    id integer primary key autoincrement,
    file text not null,
    actor text,
    continues integer references copy_imports (id),
    copy_change integer not null,
    copy_change_is text not null check (json_valid(copy_change_is)),
    first_change integer,
    last_change integer, is_desk integer not null default 0 check (is_desk in (0, 1)), people text check (json_valid(people)),
    check ((first_change is null) = (last_change is null))
) strict;
CREATE TABLE copied_rows (
    copy_import_id integer not null references copy_imports (id),
    table_name text not null,
    id_in_copy integer not null,
    row_id integer not null,
    primary key (copy_import_id, table_name, id_in_copy)
) strict, without rowid;
CREATE TABLE article_readings (
    article_id integer primary key,
    basis_sha256 text not null check (length(basis_sha256) = 64),
    known integer not null check (known >= 0),
    skipped integer not null check (skipped >= 0)
) strict;
insert into article_readings (article_id, basis_sha256, known, skipped) values (1, '26d731cdd7e195319c251d20d6e232676624d4584fe80764d385000888dd3af2', 12, 0);
insert into article_readings (article_id, basis_sha256, known, skipped) values (2, '4a64488bbb28565ae238c83561ea89b9db44a167e74b278a8e748687ea08925b', 8, 0);
CREATE TABLE note_steps (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;
insert into note_steps (name, label, position, description) values ('hold', 'Hold', 1, 'Why a verdict was taken off what readers get, for now.');
insert into note_steps (name, label, position, description) values ('release', 'Release', 2, 'Why readers got a verdict back.');
insert into note_steps (name, label, position, description) values ('send_back', 'Send back', 3, 'What is to be changed in a verdict that was sent back.');
insert into note_steps (name, label, position, description) values ('judge', 'Judge', 4, 'Why a pair of claims was judged so.');
insert into note_steps (name, label, position, description) values ('repeat', 'Repeat', 5, 'Other words in which the claim was made again.');
insert into note_steps (name, label, position, description) values ('settle', 'Settle', 6, 'Why what was in doubt stays as it is.');
CREATE TABLE copied_changes (
    change_id integer primary key references history (id),
    happened_at text not null
) strict;
CREATE TABLE "articles" (
    id integer primary key autoincrement,
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
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), withdrawn_on text check (withdrawn_on is date(withdrawn_on)), withdrawn_note text
    constraint withdrawal_note_has_day check (withdrawn_note is null or withdrawn_on is not null and length(withdrawn_note) <= 4000),
    check ((text is null) = (text_sha256 is null)),
    check (text is not null or url is not null or source is not null)
) strict;
insert into articles (id, url, source, title, outlet, author, published_on, language, text, text_sha256, previous_id, created_at, withdrawn_on, withdrawn_note) values (1, 'https://news.example/2024/04/22/washington-names-china', 'brief-1.txt', 'Washington names China as the main supplier of Russia''s arms industry', 'The Example Courier', NULL, '2024-04-22', 'en', 'Washington names China as the main supplier of Russia''s arms industry

BEIJING - The US secretary of state, Antony Blinken, begins a three-day visit to China on Wednesday with a complaint that Washington has been making for months.

"China is the largest contributor to Russia''s defence industrial base," Blinken said last week after a meeting of G7 foreign ministers in Italy. "It is sharing machine tools, semiconductors and other dual-use goods that help Russia rebuild what sanctions and export controls had degraded."

A senior State Department official told reporters before the trip that the United States was prepared to act against companies that undermine security in Ukraine and Europe. "Washington has already sanctioned companies in a number of countries, not just China," the official said.

Chinese firms sell Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine, according to an analysis of trade data by CNBC.

It is Blinken''s second visit to China in less than a year. He is expected to meet Foreign Minister Wang Yi in Beijing, the State Department said. Whether President Xi Jinping will receive him is not known.

Talks will also turn to the South China Sea. Beijing claims almost the whole of the South China Sea, and five neighbours dispute that claim, among them the Philippines and Vietnam.

Last week China criticised a US investigation into its shipbuilding, maritime and logistics industries as "a mistake on top of a mistake".
', '28dea174f9530d4bd499d6d124b0eded4fea9da0c43d0154b90bedcf6d27eb27', NULL, '2026-12-03T14:57:51.668Z', NULL, NULL);
insert into articles (id, url, source, title, outlet, author, published_on, language, text, text_sha256, previous_id, created_at, withdrawn_on, withdrawn_note) values (2, 'https://news.example/2024/04/29/no-promise-on-exports', 'brief-2.txt', 'Blinken leaves Beijing without a promise on exports to Russia', 'The Example Courier', NULL, '2024-04-29', 'en', 'Blinken leaves Beijing without a promise on exports to Russia

SHANGHAI - Antony Blinken ended his talks in China on Friday, and Beijing promised him nothing.

Blinken said that China is the largest contributor to the defence industrial base of Russia. "Russia would struggle to sustain its assault on Ukraine without China''s support," he told reporters.

"Washington has already sanctioned companies in a number of countries, not just China," a senior State Department official said when asked what would follow.

Trade between China and Russia is normal and harms nobody, a spokesman for the Chinese foreign ministry said.

It was Blinken''s third visit to China in less than a year.

Beijing claims almost the whole of the South China Sea, and six neighbours dispute that claim, the Philippine coast guard said in a statement on Thursday.

Chinese companies are selling Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine, an analysis of trade data by CNBC says.
', '2621f2e470eca2dcfcdc0c9d2020b1a400c0b60d4933d6acf0c23687531e075f', NULL, '2026-12-03T14:57:51.803Z', NULL, NULL);
CREATE TABLE "claimants" (
    id integer primary key autoincrement,
    name text not null collate nocase unique
        check (trim(name) <> '' and length(name) <= 300 and instr(name, char(0)) = 0),
    kind text not null default 'unknown' references claimant_kinds (name),
    role text,
    url text check (url like 'http://_%' or url like 'https://_%'),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
, name_of_id integer references claimants (id) check (name_of_id <> id)) strict;
insert into claimants (id, name, kind, role, url, created_at, name_of_id) values (1, 'The Example Courier', 'outlet', NULL, NULL, '2026-12-03T14:57:51.671Z', NULL);
insert into claimants (id, name, kind, role, url, created_at, name_of_id) values (2, 'Antony Blinken', 'person', NULL, NULL, '2026-12-03T14:57:51.671Z', NULL);
insert into claimants (id, name, kind, role, url, created_at, name_of_id) values (3, 'senior State Department official', 'anonymous', NULL, NULL, '2026-12-03T14:57:51.672Z', NULL);
insert into claimants (id, name, kind, role, url, created_at, name_of_id) values (4, 'analysis of trade data by CNBC', 'document', NULL, NULL, '2026-12-03T14:57:51.672Z', NULL);
insert into claimants (id, name, kind, role, url, created_at, name_of_id) values (5, 'State Department', 'organisation', NULL, NULL, '2026-12-03T14:57:51.672Z', NULL);
insert into claimants (id, name, kind, role, url, created_at, name_of_id) values (6, 'spokesman for the Chinese foreign ministry', 'anonymous', NULL, NULL, '2026-12-03T14:57:51.804Z', NULL);
insert into claimants (id, name, kind, role, url, created_at, name_of_id) values (7, 'Philippine coast guard', 'organisation', NULL, NULL, '2026-12-03T14:57:51.804Z', NULL);
CREATE TABLE "claims" (
    id integer primary key autoincrement,
    text text not null
        check (trim(text) <> '' and length(text) <= 10000 and instr(text, char(0)) = 0),
    claimant_id integer references claimants (id),
    claimed_on text check (claimed_on is date(claimed_on)),
    status text not null default 'open' references statuses (name),
    priority text not null default 'normal' references priorities (name),
    assignee text check (trim(assignee) <> ''),
    score real check (score between 0 and 1),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
, due_on text check (due_on is date(due_on)), language text) strict;
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (1, 'The US secretary of state, Antony Blinken, begins a three-day visit to China on Wednesday with a complaint that Washington has been making for months.', 1, NULL, 'proposed', 'normal', NULL, 0.813, '2026-12-03T14:57:51.672Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (2, 'China is the largest contributor to Russia''s defence industrial base', 2, NULL, 'checking', 'high', 'ada', 0.7425, '2026-12-03T14:57:51.672Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (3, 'It is sharing machine tools, semiconductors and other dual-use goods that help Russia rebuild what sanctions and export controls had degraded.', 2, NULL, 'checking', 'normal', 'ada', 0.7087, '2026-12-03T14:57:51.672Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (4, 'the United States was prepared to act against companies that undermine security in Ukraine and Europe', 3, NULL, 'proposed', 'normal', NULL, 0.8699, '2026-12-03T14:57:51.672Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (5, 'Washington has already sanctioned companies in a number of countries, not just China', 3, NULL, 'proposed', 'normal', NULL, 0.9232, '2026-12-03T14:57:51.672Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (6, 'Chinese firms sell Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine', 4, NULL, 'open', 'normal', NULL, 0.9737, '2026-12-03T14:57:51.672Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (7, 'It is Blinken''s second visit to China in less than a year.', 1, NULL, 'published', 'normal', 'ben', 0.7725, '2026-12-03T14:57:51.672Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (8, 'He is expected to meet Foreign Minister Wang Yi in Beijing', 5, NULL, 'proposed', 'normal', NULL, 0.0673, '2026-12-03T14:57:51.672Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (9, 'Whether President Xi Jinping will receive him is not known.', 1, NULL, 'rejected', 'normal', NULL, 0.0699, '2026-12-03T14:57:51.672Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (10, 'Talks will also turn to the South China Sea.', 1, NULL, 'rejected', 'normal', NULL, 0.113, '2026-12-03T14:57:51.672Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (11, 'Beijing claims almost the whole of the South China Sea, and five neighbours dispute that claim, among them the Philippines and Vietnam.', 1, NULL, 'open', 'normal', NULL, 0.7395, '2026-12-03T14:57:51.672Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (12, 'Last week China criticised a US investigation into its shipbuilding, maritime and logistics industries as "a mistake on top of a mistake".', 1, NULL, 'proposed', 'normal', NULL, 0.7224, '2026-12-03T14:57:51.672Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (13, 'Antony Blinken ended his talks in China on Friday, and Beijing promised him nothing.', 1, NULL, 'proposed', 'normal', NULL, 0.5783, '2026-12-03T14:57:51.805Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (14, 'China is the largest contributor to the defence industrial base of Russia', 2, NULL, 'open', 'normal', NULL, 0.8257, '2026-12-03T14:57:51.805Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (15, 'Russia would struggle to sustain its assault on Ukraine without China''s support', 2, NULL, 'proposed', 'normal', NULL, 0.2689, '2026-12-03T14:57:51.805Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (16, 'Trade between China and Russia is normal and harms nobody', 6, NULL, 'proposed', 'normal', NULL, 0.8679, '2026-12-03T14:57:51.805Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (17, 'It was Blinken''s third visit to China in less than a year.', 1, NULL, 'checking', 'high', 'ben', 0.892, '2026-12-03T14:57:51.805Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (18, 'Beijing claims almost the whole of the South China Sea, and six neighbours dispute that claim', 7, '2024-04-25', 'open', 'normal', NULL, 0.9241, '2026-12-03T14:57:51.805Z', NULL, NULL);
insert into claims (id, text, claimant_id, claimed_on, status, priority, assignee, score, created_at, due_on, language) values (19, 'Chinese companies are selling Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine', 4, NULL, 'proposed', 'normal', NULL, 0.9783, '2026-12-03T14:57:51.805Z', NULL, NULL);
CREATE TABLE "appearances" (
    id integer primary key autoincrement,
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
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (1, 1, 1, 1, 81, 231, 'The US secretary of state, Antony Blinken, begins a three-day visit to China on Wednesday with a complaint that Washington has been making for months.', 'outlet', 1, NULL, NULL, 'Washington names China as the main supplier of Russia''s arms industry

BEIJING - ', '

"China is the largest contributor to Russia''s defence industrial base," Blinken said last week after a meeting of G7 foreign ministers in Italy. "It is sharing machine tools, semiconductors and othe', 0.813, '["a day, a month or a period: +5", "how things were, or what has happened so far: +4", "a public matter: +4", "a public body, an office, a party or a company: +3", "a document, a study, a plan or a bill: +3", "a compound such as state-owned: +3", "uses long words: +2", "near claims worth checking: +1"]', '[]', 'rules-23', '2026-12-03T14:57:51.675Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (2, 2, 1, 2, 234, 302, 'China is the largest contributor to Russia''s defence industrial base', 'direct', 1, 'Blinken', NULL, ' supplier of Russia''s arms industry

BEIJING - The US secretary of state, Antony Blinken, begins a three-day visit to China on Wednesday with a complaint that Washington has been making for months.

"', '," Blinken said last week after a meeting of G7 foreign ministers in Italy. "It is sharing machine tools, semiconductors and other dual-use goods that help Russia rebuild what sanctions and export con', 0.7425, '["a word such as first, only, most or record: +6", "a public matter: +4", "several public matters: +3", "near claims worth checking: +3", "uses long words: +2"]', '[]', 'rules-23', '2026-12-03T14:57:51.675Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (3, 3, 1, 2, 379, 521, 'It is sharing machine tools, semiconductors and other dual-use goods that help Russia rebuild what sanctions and export controls had degraded.', 'direct', 1, 'Blinken', NULL, 'omplaint that Washington has been making for months.

"China is the largest contributor to Russia''s defence industrial base," Blinken said last week after a meeting of G7 foreign ministers in Italy. "', '"

A senior State Department official told reporters before the trip that the United States was prepared to act against companies that undermine security in Ukraine and Europe. "Washington has already', 0.7087, '["explains why, how or what: -6", "a verb in the past: closed, cut, seen: +4", "how things were, or what has happened so far: +4", "a public matter: +4", "near claims worth checking: +4", "a past action, the speaker''s or with a name in it: +3", "several public matters: +3", "a compound such as state-owned: +3", "uses long words: +2", "hedging, vague or personal words: -2"]', '[]', 'rules-23', '2026-12-03T14:57:51.675Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (4, 4, 1, 3, 595, 696, 'the United States was prepared to act against companies that undermine security in Ukraine and Europe', 'indirect', 1, 'A senior State Department official', NULL, 'chine tools, semiconductors and other dual-use goods that help Russia rebuild what sanctions and export controls had degraded."

A senior State Department official told reporters before the trip that ', '. "Washington has already sanctioned companies in a number of countries, not just China," the official said.

Chinese firms sell Russia drones, helmets, vests and radios that are used on the battlefie', 0.8699, '["a plan, not yet a fact: -18", "against somebody or something: +8", "figurative or loaded words: -6", "what something does, uses or shows: +5", "how things were, or what has happened so far: +4", "says when or where: +4", "a public matter: +4", "a law, a contract or a rule, or what falls under one: +4", "near claims worth checking: +4", "several public matters: +3", "a public body, an office, a party or a company: +3", "states more than one thing: +3", "uses long words: +2"]', '["future_plan"]', 'rules-23', '2026-12-03T14:57:51.675Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (5, 5, 1, 3, 699, 783, 'Washington has already sanctioned companies in a number of countries, not just China', 'direct', 1, 'the official', NULL, 'controls had degraded."

A senior State Department official told reporters before the trip that the United States was prepared to act against companies that undermine security in Ukraine and Europe. "', '," the official said.

Chinese firms sell Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine, according to an analysis of trade data by CNBC.

It is Blinken''s second ', 0.9232, '["a rate, an average or a count: +5", "a verb in the past: closed, cut, seen: +4", "how things were, or what has happened so far: +4", "says when or where: +4", "a public matter: +4", "words such as even, just, seems or like: -4", "near claims worth checking: +4", "a past action, the speaker''s or with a name in it: +3", "several public matters: +3", "a public body, an office, a party or a company: +3", "uses long words: +2"]', '[]', 'rules-23', '2026-12-03T14:57:51.675Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (6, 6, 1, 4, 806, 909, 'Chinese firms sell Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine', 'indirect', 1, 'an analysis of trade data by CNBC', NULL, 'States was prepared to act against companies that undermine security in Ukraine and Europe. "Washington has already sanctioned companies in a number of countries, not just China," the official said.

', ', according to an analysis of trade data by CNBC.

It is Blinken''s second visit to China in less than a year. He is expected to meet Foreign Minister Wang Yi in Beijing, the State Department said. Whe', 0.9737, '["a document or data say so: +14", "what something does, uses or shows: +5", "says when or where: +4", "a public matter: +4", "several public matters: +3", "states more than one thing: +3", "near claims worth checking: +3", "uses long words: +2"]', '[]', 'rules-23', '2026-12-03T14:57:51.675Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (7, 7, 1, 1, 960, 1018, 'It is Blinken''s second visit to China in less than a year.', 'outlet', 1, NULL, NULL, 'untries, not just China," the official said.

Chinese firms sell Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine, according to an analysis of trade data by CNBC.

', ' He is expected to meet Foreign Minister Wang Yi in Beijing, the State Department said. Whether President Xi Jinping will receive him is not known.

Talks will also turn to the South China Sea. Beijin', 0.7725, '["a comparison: +8", "says more or less, better or worse: -7", "a word such as first, only, most or record: +6", "a day, a month or a period: +5", "says when or where: +4", "a public matter: +4", "hedging, vague or personal words: -2"]', '[]', 'rules-23', '2026-12-03T14:57:51.675Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (8, 8, 1, 5, 1019, 1077, 'He is expected to meet Foreign Minister Wang Yi in Beijing', 'indirect', 1, 'the State Department', NULL, ' sell Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine, according to an analysis of trade data by CNBC.

It is Blinken''s second visit to China in less than a year. ', ', the State Department said. Whether President Xi Jinping will receive him is not known.

Talks will also turn to the South China Sea. Beijing claims almost the whole of the South China Sea, and five ', 0.0673, '["a plan, not yet a fact: -18", "something expected, or a future date: -14", "says when or where: +4", "a public body, a company or a group says so: +4", "a public body, an office, a party or a company: +3", "near claims not worth checking: -1"]', '["unresolved_pronoun", "future_plan"]', 'rules-23', '2026-12-03T14:57:51.675Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (9, 9, 1, 1, 1106, 1165, 'Whether President Xi Jinping will receive him is not known.', 'outlet', 1, NULL, NULL, 'ine, according to an analysis of trade data by CNBC.

It is Blinken''s second visit to China in less than a year. He is expected to meet Foreign Minister Wang Yi in Beijing, the State Department said. ', '

Talks will also turn to the South China Sea. Beijing claims almost the whole of the South China Sea, and five neighbours dispute that claim, among them the Philippines and Vietnam.

Last week China ', 0.0699, '["a plan, not yet a fact: -18", "an accusation, a failure, or what somebody knew: +9", "a condition: -6", "a law, a contract or a rule, or what falls under one: +4", "opens with a name or a title: -4", "a public body, an office, a party or a company: +3", "near claims not worth checking: -3", "uses long words: +2", "hedging, vague or personal words: -2"]', '["future_plan"]', 'rules-23', '2026-12-03T14:57:51.675Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (10, 10, 1, 1, 1167, 1211, 'Talks will also turn to the South China Sea.', 'outlet', 1, NULL, NULL, 'linken''s second visit to China in less than a year. He is expected to meet Foreign Minister Wang Yi in Beijing, the State Department said. Whether President Xi Jinping will receive him is not known.

', ' Beijing claims almost the whole of the South China Sea, and five neighbours dispute that claim, among them the Philippines and Vietnam.

Last week China criticised a US investigation into its shipbui', 0.113, '["a plan, not yet a fact: -18", "an additional fact: +8", "a public matter: +4", "hedging, vague or personal words: -2", "near claims not worth checking: -2"]', '["future_plan"]', 'rules-23', '2026-12-03T14:57:51.675Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (11, 11, 1, 1, 1212, 1347, 'Beijing claims almost the whole of the South China Sea, and five neighbours dispute that claim, among them the Philippines and Vietnam.', 'outlet', 1, NULL, NULL, ' year. He is expected to meet Foreign Minister Wang Yi in Beijing, the State Department said. Whether President Xi Jinping will receive him is not known.

Talks will also turn to the South China Sea. ', '

Last week China criticised a US investigation into its shipbuilding, maritime and logistics industries as "a mistake on top of a mistake".
', 0.7395, '["a number in words: +9", "a public matter: +4", "several public matters: +3", "states more than one thing: +3", "uses long words: +2", "near claims not worth checking: -2"]', '[]', 'rules-23', '2026-12-03T14:57:51.675Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (12, 12, 1, 1, 1349, 1487, 'Last week China criticised a US investigation into its shipbuilding, maritime and logistics industries as "a mistake on top of a mistake".', 'outlet', 1, NULL, NULL, 'im is not known.

Talks will also turn to the South China Sea. Beijing claims almost the whole of the South China Sea, and five neighbours dispute that claim, among them the Philippines and Vietnam.

', '
', 0.7224, '["a position or a reaction rather than a fact: -12", "about an organisation or a thing: its: +7", "a word such as first, only, most or record: +6", "a word that judges: historic, powerful, tough: -6", "a day, a month or a period: +5", "a verb in the past: closed, cut, seen: +4", "says when or where: +4", "a public matter: +4", "several public matters: +3", "states more than one thing: +3", "uses long words: +2", "hedging, vague or personal words: -2"]', '[]', 'rules-23', '2026-12-03T14:57:51.675Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (13, 13, 2, 1, 74, 158, 'Antony Blinken ended his talks in China on Friday, and Beijing promised him nothing.', 'outlet', 1, NULL, NULL, 'Blinken leaves Beijing without a promise on exports to Russia

SHANGHAI - ', '

Blinken said that China is the largest contributor to the defence industrial base of Russia. "Russia would struggle to sustain its assault on Ukraine without China''s support," he told reporters.

"W', 0.5783, '["about one person: -6", "loose or chatty wording: -6", "a day, a month or a period: +5", "a verb in the past: closed, cut, seen: +4", "says when or where: +4", "a public matter: +4", "opens with a name or a title: -4", "something that was done or happened: +3", "states more than one thing: +3", "uses long words: +2", "near claims worth checking: +1"]', '[]', 'rules-23', '2026-12-03T14:57:51.806Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (14, 14, 2, 2, 178, 251, 'China is the largest contributor to the defence industrial base of Russia', 'indirect', 1, 'Blinken', NULL, 'Blinken leaves Beijing without a promise on exports to Russia

SHANGHAI - Antony Blinken ended his talks in China on Friday, and Beijing promised him nothing.

Blinken said that ', '. "Russia would struggle to sustain its assault on Ukraine without China''s support," he told reporters.

"Washington has already sanctioned companies in a number of countries, not just China," a senio', 0.8257, '["a word such as first, only, most or record: +6", "a public matter: +4", "several public matters: +3", "uses long words: +2"]', '[]', 'rules-23', '2026-12-03T14:57:51.806Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (15, 15, 2, 2, 254, 333, 'Russia would struggle to sustain its assault on Ukraine without China''s support', 'direct', 1, 'he', NULL, ' Russia

SHANGHAI - Antony Blinken ended his talks in China on Friday, and Beijing promised him nothing.

Blinken said that China is the largest contributor to the defence industrial base of Russia. "', '," he told reporters.

"Washington has already sanctioned companies in a number of countries, not just China," a senior State Department official said when asked what would follow.

Trade between Chin', 0.2689, '["something sought, tried, considered, likely or promised: -6", "what can, could or might happen: -5", "a public matter: +4", "near claims worth checking: +4", "several public matters: +3", "uses long words: +2", "hedging, vague or personal words: -2"]', '[]', 'rules-23', '2026-12-03T14:57:51.806Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (16, 5, 2, 3, 357, 441, 'Washington has already sanctioned companies in a number of countries, not just China', 'direct', 1, 'a senior State Department official', NULL, '.

Blinken said that China is the largest contributor to the defence industrial base of Russia. "Russia would struggle to sustain its assault on Ukraine without China''s support," he told reporters.

"', '," a senior State Department official said when asked what would follow.

Trade between China and Russia is normal and harms nobody, a spokesman for the Chinese foreign ministry said.

It was Blinken''', 0.9064, '["a rate, an average or a count: +5", "a verb in the past: closed, cut, seen: +4", "how things were, or what has happened so far: +4", "says when or where: +4", "a public matter: +4", "words such as even, just, seems or like: -4", "a past action, the speaker''s or with a name in it: +3", "several public matters: +3", "a public body, an office, a party or a company: +3", "uses long words: +2", "near claims worth checking: +2"]', '[]', 'rules-23', '2026-12-03T14:57:51.806Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (17, 16, 2, 6, 515, 572, 'Trade between China and Russia is normal and harms nobody', 'indirect', 1, 'a spokesman for the Chinese foreign ministry', NULL, 'ut China''s support," he told reporters.

"Washington has already sanctioned companies in a number of countries, not just China," a senior State Department official said when asked what would follow.

', ', a spokesman for the Chinese foreign ministry said.

It was Blinken''s third visit to China in less than a year.

Beijing claims almost the whole of the South China Sea, and six neighbours dispute tha', 0.8679, '["a public matter: +4", "near claims worth checking: +4", "several public matters: +3", "never, always, every, any or no: +3", "states more than one thing: +3", "uses long words: +2", "hedging, vague or personal words: -2"]', '[]', 'rules-23', '2026-12-03T14:57:51.806Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (18, 17, 2, 1, 626, 684, 'It was Blinken''s third visit to China in less than a year.', 'outlet', 1, NULL, NULL, ' not just China," a senior State Department official said when asked what would follow.

Trade between China and Russia is normal and harms nobody, a spokesman for the Chinese foreign ministry said.

', '

Beijing claims almost the whole of the South China Sea, and six neighbours dispute that claim, the Philippine coast guard said in a statement on Thursday.

Chinese companies are selling Russia drone', 0.892, '["a comparison: +8", "says more or less, better or worse: -7", "a word such as first, only, most or record: +6", "a day, a month or a period: +5", "how things were, or what has happened so far: +4", "says when or where: +4", "a public matter: +4", "near claims worth checking: +4", "hedging, vague or personal words: -2"]', '[]', 'rules-23', '2026-12-03T14:57:51.806Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (19, 18, 2, 7, 686, 779, 'Beijing claims almost the whole of the South China Sea, and six neighbours dispute that claim', 'indirect', 1, 'the Philippine coast guard', '2024-04-25', 'en asked what would follow.

Trade between China and Russia is normal and harms nobody, a spokesman for the Chinese foreign ministry said.

It was Blinken''s third visit to China in less than a year.

', ', the Philippine coast guard said in a statement on Thursday.

Chinese companies are selling Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine, an analysis of trade ', 0.9241, '["a number in words: +9", "a public matter: +4", "a public body, a company or a group says so: +4", "near claims worth checking: +4", "states more than one thing: +3", "uses long words: +2"]', '[]', 'rules-23', '2026-12-03T14:57:51.806Z');
insert into appearances (id, claim_id, article_id, claimant_id, span_start, span_end, quote, kind, kind_certain, speaker_as_written, said_on, context_before, context_after, score, reasons, flags, extractor, created_at) values (20, 19, 2, 4, 842, 956, 'Chinese companies are selling Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine', 'indirect', 1, 'an analysis of trade data by CNBC', NULL, ' third visit to China in less than a year.

Beijing claims almost the whole of the South China Sea, and six neighbours dispute that claim, the Philippine coast guard said in a statement on Thursday.

', ', an analysis of trade data by CNBC says.
', 0.9783, '["a document or data say so: +14", "what something does, uses or shows: +5", "says when or where: +4", "a public matter: +4", "several public matters: +3", "a public body, an office, a party or a company: +3", "states more than one thing: +3", "near claims worth checking: +3", "uses long words: +2"]', '[]', 'rules-23', '2026-12-03T14:57:51.806Z');
CREATE TABLE "notes" (
    id integer primary key autoincrement,
    claim_id integer not null references claims (id),
    body text not null
        check (trim(body) <> '' and length(body) <= 100000 and instr(body, char(0)) = 0),
    author text,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
, step text references note_steps (name)) strict;
insert into notes (id, claim_id, body, author, created_at, step) values (1, 2, 'Largest by value or by number of goods? Asked the press office which figure stands behind it.', 'ada', '2026-12-03T14:57:51.690Z', NULL);
insert into notes (id, claim_id, body, author, created_at, step) values (2, 18, 'Five or six? It depends on whether Taiwan is counted. Two claims, not one.', 'ben', '2026-12-03T14:57:51.816Z', NULL);
CREATE TABLE "tags" (
    id integer primary key autoincrement,
    name text not null collate nocase unique
        check (name = trim(name) and name <> '' and length(name) <= 100 and instr(name, char(0)) = 0)
) strict;
insert into tags (id, name) values (1, 'Antony Blinken');
insert into tags (id, name) values (2, 'China');
insert into tags (id, name) values (3, 'Washington');
insert into tags (id, name) values (4, 'Russia');
insert into tags (id, name) values (5, 'war and defence');
insert into tags (id, name) values (6, 'United States');
insert into tags (id, name) values (7, 'Ukraine');
insert into tags (id, name) values (8, 'Europe');
insert into tags (id, name) values (9, 'economy');
insert into tags (id, name) values (10, 'law and government');
insert into tags (id, name) values (11, 'Wang Yi');
insert into tags (id, name) values (12, 'Beijing');
insert into tags (id, name) values (13, 'Xi Jinping');
insert into tags (id, name) values (14, 'South China Sea');
insert into tags (id, name) values (15, 'Philippines');
insert into tags (id, name) values (16, 'Vietnam');
insert into tags (id, name) values (17, 'crime and migration');
insert into tags (id, name) values (19, 'sanctions');
CREATE TABLE "claim_tags" (
    id integer primary key autoincrement,
    claim_id integer not null references claims (id),
    tag_id integer not null references tags (id),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    unique (claim_id, tag_id)
) strict;
insert into claim_tags (id, claim_id, tag_id, created_at) values (1, 1, 1, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (2, 1, 2, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (3, 1, 3, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (4, 2, 4, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (5, 2, 5, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (6, 3, 4, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (7, 3, 5, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (8, 4, 6, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (9, 4, 7, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (10, 4, 8, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (11, 4, 9, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (12, 4, 10, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (13, 5, 2, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (14, 5, 9, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (15, 6, 4, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (16, 6, 7, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (17, 7, 1, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (18, 7, 2, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (19, 8, 11, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (20, 8, 12, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (21, 9, 13, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (22, 10, 14, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (23, 11, 14, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (24, 11, 15, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (25, 11, 16, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (26, 12, 2, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (27, 12, 9, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (28, 12, 17, '2026-12-03T14:57:51.673Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (31, 2, 19, '2026-12-03T14:57:51.686Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (32, 3, 19, '2026-12-03T14:57:51.692Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (33, 6, 19, '2026-12-03T14:57:51.694Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (36, 13, 1, '2026-12-03T14:57:51.805Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (37, 13, 2, '2026-12-03T14:57:51.805Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (38, 13, 12, '2026-12-03T14:57:51.805Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (39, 14, 4, '2026-12-03T14:57:51.805Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (40, 14, 5, '2026-12-03T14:57:51.805Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (41, 15, 7, '2026-12-03T14:57:51.805Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (42, 15, 2, '2026-12-03T14:57:51.805Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (43, 16, 2, '2026-12-03T14:57:51.805Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (44, 16, 4, '2026-12-03T14:57:51.805Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (45, 16, 9, '2026-12-03T14:57:51.805Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (46, 17, 1, '2026-12-03T14:57:51.805Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (47, 17, 2, '2026-12-03T14:57:51.805Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (48, 18, 14, '2026-12-03T14:57:51.805Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (49, 19, 4, '2026-12-03T14:57:51.805Z');
insert into claim_tags (id, claim_id, tag_id, created_at) values (50, 19, 7, '2026-12-03T14:57:51.805Z');
CREATE TABLE "matches" (
    id integer primary key autoincrement,
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
insert into matches (id, left_id, right_id, score, suggestion, reasons, differences, scorer, judgement, judged_by, judged_at, created_at) values (1, 2, 14, 9.28320057646964902e-01, 'duplicate', '["share most of their rare words", "same people, places or organisations"]', '[]', 'terms-guards 36', 'same', 'ada', '2026-12-03T14:57:51.814Z', '2026-12-03T14:57:51.806Z');
insert into matches (id, left_id, right_id, score, suggestion, reasons, differences, scorer, judgement, judged_by, judged_at, created_at) values (2, 7, 17, 1.90740000265719217e-01, 'conflict', '["share most of their rare words", "similar wording throughout", "same people, places or organisations"]', '["differs: second visit / third visit"]', 'terms-guards 36', 'unjudged', NULL, NULL, '2026-12-03T14:57:51.806Z');
insert into matches (id, left_id, right_id, score, suggestion, reasons, differences, scorer, judgement, judged_by, judged_at, created_at) values (3, 11, 18, 3.31005090549026659e-01, 'conflict', '["share most of their rare words", "same people, places or organisations"]', '["differs: five / six"]', 'terms-guards 36', 'different', 'ben', '2026-12-03T14:57:51.818Z', '2026-12-03T14:57:51.806Z');
insert into matches (id, left_id, right_id, score, suggestion, reasons, differences, scorer, judgement, judged_by, judged_at, created_at) values (4, 6, 19, 0.947641206003825, 'duplicate', '["share most of their rare words", "similar wording throughout", "same people, places or organisations"]', '[]', 'terms-guards 36', 'unjudged', NULL, NULL, '2026-12-03T14:57:51.806Z');
CREATE TABLE "publishers" (
    id integer primary key autoincrement,
    name text not null collate nocase unique check (trim(name) <> '' and length(name) <= 300),
    url text check (url like 'http://_%' or url like 'https://_%'),
    is_desk integer not null default 0 check (is_desk in (0, 1)),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) strict;
insert into publishers (id, name, url, is_desk, created_at) values (1, 'The Demo Desk', NULL, 1, '2026-12-03T14:57:51.577Z');
CREATE TABLE "rating_scales" (
    id integer primary key autoincrement,
    name text not null collate nocase unique check (trim(name) <> ''),
    description text,
    worst real,
    best real,
    publisher_id integer references publishers (id),
    check ((worst is null) = (best is null)),
    check (worst >= 1 and worst < best)
) strict;
insert into rating_scales (id, name, description, worst, best, publisher_id) values (1, 'Six-step truth scale', 'From false without excuse to true: for desks that rate how true a claim is.', 1.0, 6.0, NULL);
insert into rating_scales (id, name, description, worst, best, publisher_id) values (2, 'Four-step scale', 'False, mostly false, mostly true, true: no middle to hide in.', 1.0, 4.0, NULL);
insert into rating_scales (id, name, description, worst, best, publisher_id) values (3, 'No scale', 'No grades: the conclusion is a sentence, and the label only says that there is one.', NULL, NULL, NULL);
CREATE TABLE "ratings" (
    id integer primary key autoincrement,
    scale_id integer not null references rating_scales (id),
    name text not null check (trim(name) <> ''),
    position integer not null,
    value real,
    definition text,
    retired integer not null default 0 check (retired in (0, 1)),
    unique (scale_id, name)
) strict;
insert into ratings (id, scale_id, name, position, value, definition, retired) values (1, 1, 'True', 1, 6.0, 'The claim is accurate and nothing important is left out.', 0);
insert into ratings (id, scale_id, name, position, value, definition, retired) values (2, 1, 'Mostly true', 2, 5.0, 'The claim is accurate but needs a clarification.', 0);
insert into ratings (id, scale_id, name, position, value, definition, retired) values (3, 1, 'Half true', 3, 4.0, 'The claim is partly accurate but leaves out or bends something important.', 0);
insert into ratings (id, scale_id, name, position, value, definition, retired) values (4, 1, 'Mostly false', 4, 3.0, 'The claim holds a grain of truth but ignores facts that would give another picture.', 0);
insert into ratings (id, scale_id, name, position, value, definition, retired) values (5, 1, 'False', 5, 2.0, 'The claim is not accurate.', 0);
insert into ratings (id, scale_id, name, position, value, definition, retired) values (6, 1, 'Absurd', 6, 1.0, 'The claim is not accurate and nobody could in good faith think so.', 0);
insert into ratings (id, scale_id, name, position, value, definition, retired) values (7, 2, 'True', 1, 4.0, 'The claim is accurate.', 0);
insert into ratings (id, scale_id, name, position, value, definition, retired) values (8, 2, 'Mostly true', 2, 3.0, 'The claim is accurate in what matters.', 0);
insert into ratings (id, scale_id, name, position, value, definition, retired) values (9, 2, 'Mostly false', 3, 2.0, 'The claim is wrong in what matters.', 0);
insert into ratings (id, scale_id, name, position, value, definition, retired) values (10, 2, 'False', 4, 1.0, 'The claim is not accurate.', 0);
insert into ratings (id, scale_id, name, position, value, definition, retired) values (11, 2, 'Unproven', 5, NULL, 'The evidence at hand decides it neither way.', 0);
insert into ratings (id, scale_id, name, position, value, definition, retired) values (12, 3, 'Conclusion', 1, NULL, 'The conclusion is in the words of the review.', 0);
CREATE TABLE "reviews" (
    id integer primary key autoincrement,
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
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), claim_reviewed text, withdrawn_on text check (withdrawn_on is date(withdrawn_on)), claimant_reviewed text, claimed_on_reviewed text check (claimed_on_reviewed is date(claimed_on_reviewed)), is_update integer not null default 0
    constraint update_replaces_a_review check (is_update in (0, 1) and (is_update = 0 or corrects_id is not null)), not_before text
    constraint not_before_is_a_time check (
        not_before is null
        -- Times at the ends of the calendar cannot be shown everywhere on Earth.
        or not_before between '2000' and '9999' and not_before is strftime('%Y-%m-%dT%H:%M:%fZ', not_before)
    ), held_on text check (held_on is date(held_on)), feed_id text,
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
insert into reviews (id, claim_id, publisher_id, origin, rating_id, headline, summary, url, reviewed_on, status, drafted_by, approved_by, corrects_id, correction_note, language, created_at, claim_reviewed, withdrawn_on, claimant_reviewed, claimed_on_reviewed, is_update, not_before, held_on, feed_id) values (1, 7, 1, 'desk', 7, 'The visit is the second within a year', 'He was in Beijing in June 2023 and came back in April 2024: two visits in ten months.', 'https://desk.example/checks/second-visit', '2024-04-24', 'published', 'ben', 'ada', NULL, NULL, NULL, '2026-12-03T14:57:51.699Z', 'It is Blinken''s second visit to China in less than a year.', NULL, 'The Example Courier', NULL, 0, NULL, NULL, NULL);
CREATE TABLE "interventions" (
    id integer primary key autoincrement,
    claim_id integer not null references claims (id),
    asked text not null check (trim(asked) <> '' and length(asked) <= 300),
    request text not null
        check (trim(request) <> '' and length(request) <= 10000 and instr(request, char(0)) = 0),
    asked_on text not null check (asked_on is date(asked_on)),
    outcome text not null default 'waiting' references outcomes (name),
    outcome_on text check (outcome_on is date(outcome_on)),
    outcome_note text check (instr(outcome_note, char(0)) = 0),
    url text check (url like 'http://_%' or url like 'https://_%'),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), purpose text not null default 'correction' check (purpose in ('correction', 'comment')),
    check ((outcome = 'waiting') = (outcome_on is null)),
    check (outcome_on >= asked_on)
) strict;
CREATE TABLE "archives" (
    id integer primary key autoincrement,
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
CREATE TABLE "tunings" (
    id integer primary key autoincrement,
    part text not null references tuned_parts (name),
    fitted_to text not null,
    parameters text not null check (json_type(parameters) = 'object'),
    figures text not null default '{}' check (json_type(figures) = 'object'),
    in_force integer not null default 1 check (in_force in (0, 1)),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) strict;
CREATE TABLE "encoders" (
    id integer primary key autoincrement,
    name text not null check (trim(name) <> ''),
    version text not null check (trim(version) <> ''),
    dimensions integer not null check (dimensions between 1 and 65536),
    in_force integer not null default 1 check (in_force in (0, 1)),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    unique (name, version)
) strict;
CREATE TABLE "evidence" (
    id integer primary key autoincrement,
    claim_id integer not null references claims (id),
    url text check ((url like 'http://_%' or url like 'https://_%') and length(url) <= 4000),
    title text,
    stance text not null default 'context' references stances (name),
    quote text,
    is_primary integer check (is_primary in (0, 1)),
    archived_url text check (archived_url like 'http://_%' or archived_url like 'https://_%'),
    added_by text,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), source text check ((url is null) <> (source is null) and length(source) between 1 and 4000), retracted_on text check (retracted_on is date(retracted_on)), retracted_note text
    constraint retraction_note_has_day check (retracted_note is null or retracted_on is not null and length(retracted_note) <= 4000),
    unique (claim_id, url)
) strict;
insert into evidence (id, claim_id, url, title, stance, quote, is_primary, archived_url, added_by, created_at, source, retracted_on, retracted_note) values (1, 2, 'https://trade-data.example/2023/china-russia', 'Customs data on dual-use exports', 'context', NULL, 1, NULL, 'ada', '2026-12-03T14:57:51.688Z', NULL, NULL, NULL);
insert into evidence (id, claim_id, url, title, stance, quote, is_primary, archived_url, added_by, created_at, source, retracted_on, retracted_note) values (2, 2, 'https://thinktank.example/arms-industry-suppliers', 'Who supplies Russia''s arms makers', 'supports', NULL, NULL, NULL, 'ada', '2026-12-03T14:57:51.689Z', NULL, NULL, NULL);
insert into evidence (id, claim_id, url, title, stance, quote, is_primary, archived_url, added_by, created_at, source, retracted_on, retracted_note) values (3, 3, 'https://trade-data.example/2023/china-russia', 'Customs data on dual-use exports', 'supports', NULL, 1, NULL, 'ada', '2026-12-03T14:57:51.693Z', NULL, NULL, NULL);
insert into evidence (id, claim_id, url, title, stance, quote, is_primary, archived_url, added_by, created_at, source, retracted_on, retracted_note) values (4, 6, 'https://broadcaster.example/trade-analysis', 'The analysis of trade data', 'supports', NULL, NULL, NULL, 'ada', '2026-12-03T14:57:51.694Z', NULL, NULL, NULL);
insert into evidence (id, claim_id, url, title, stance, quote, is_primary, archived_url, added_by, created_at, source, retracted_on, retracted_note) values (5, 7, 'https://archive.example/travel/2023-06', 'Travel log of the secretary of state', 'supports', NULL, 1, 'https://web-archive.example/travel/2023-06', 'ben', '2026-12-03T14:57:51.698Z', NULL, NULL, NULL);
insert into evidence (id, claim_id, url, title, stance, quote, is_primary, archived_url, added_by, created_at, source, retracted_on, retracted_note) values (6, 11, 'https://atlas.example/south-china-sea', 'Who claims what', 'context', NULL, NULL, NULL, 'ada', '2026-12-03T14:57:51.713Z', NULL, NULL, NULL);
CREATE TABLE "history" (
    id integer primary key check (id > 0),
    table_name text not null,
    row_id integer not null,
    claim_id integer,
    operation text not null check (operation in ('insert', 'update', 'delete')),
    old_row text check (old_row is null or json_valid(old_row)),
    new_row text check (new_row is null or json_valid(new_row)),
    actor text,
    happened_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) strict;
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (1, 'rating_scales', 1, NULL, 'insert', NULL, '{"id":1,"name":"Six-step truth scale","description":"From false without excuse to true: for desks that rate how true a claim is.","worst":1.0,"best":6.0,"publisher_id":null}', 'demo', '2026-12-03T14:57:51.576Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (2, 'rating_scales', 2, NULL, 'insert', NULL, '{"id":2,"name":"Four-step scale","description":"False, mostly false, mostly true, true: no middle to hide in.","worst":1.0,"best":4.0,"publisher_id":null}', 'demo', '2026-12-03T14:57:51.576Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (3, 'rating_scales', 3, NULL, 'insert', NULL, '{"id":3,"name":"No scale","description":"No grades: the conclusion is a sentence, and the label only says that there is one.","worst":null,"best":null,"publisher_id":null}', 'demo', '2026-12-03T14:57:51.576Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (4, 'ratings', 1, NULL, 'insert', NULL, '{"id":1,"scale_id":1,"name":"True","position":1,"value":6.0,"definition":"The claim is accurate and nothing important is left out.","retired":0}', 'demo', '2026-12-03T14:57:51.577Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (5, 'ratings', 2, NULL, 'insert', NULL, '{"id":2,"scale_id":1,"name":"Mostly true","position":2,"value":5.0,"definition":"The claim is accurate but needs a clarification.","retired":0}', 'demo', '2026-12-03T14:57:51.577Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (6, 'ratings', 3, NULL, 'insert', NULL, '{"id":3,"scale_id":1,"name":"Half true","position":3,"value":4.0,"definition":"The claim is partly accurate but leaves out or bends something important.","retired":0}', 'demo', '2026-12-03T14:57:51.577Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (7, 'ratings', 4, NULL, 'insert', NULL, '{"id":4,"scale_id":1,"name":"Mostly false","position":4,"value":3.0,"definition":"The claim holds a grain of truth but ignores facts that would give another picture.","retired":0}', 'demo', '2026-12-03T14:57:51.577Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (8, 'ratings', 5, NULL, 'insert', NULL, '{"id":5,"scale_id":1,"name":"False","position":5,"value":2.0,"definition":"The claim is not accurate.","retired":0}', 'demo', '2026-12-03T14:57:51.577Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (9, 'ratings', 6, NULL, 'insert', NULL, '{"id":6,"scale_id":1,"name":"Absurd","position":6,"value":1.0,"definition":"The claim is not accurate and nobody could in good faith think so.","retired":0}', 'demo', '2026-12-03T14:57:51.577Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (10, 'ratings', 7, NULL, 'insert', NULL, '{"id":7,"scale_id":2,"name":"True","position":1,"value":4.0,"definition":"The claim is accurate.","retired":0}', 'demo', '2026-12-03T14:57:51.577Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (11, 'ratings', 8, NULL, 'insert', NULL, '{"id":8,"scale_id":2,"name":"Mostly true","position":2,"value":3.0,"definition":"The claim is accurate in what matters.","retired":0}', 'demo', '2026-12-03T14:57:51.577Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (12, 'ratings', 9, NULL, 'insert', NULL, '{"id":9,"scale_id":2,"name":"Mostly false","position":3,"value":2.0,"definition":"The claim is wrong in what matters.","retired":0}', 'demo', '2026-12-03T14:57:51.577Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (13, 'ratings', 10, NULL, 'insert', NULL, '{"id":10,"scale_id":2,"name":"False","position":4,"value":1.0,"definition":"The claim is not accurate.","retired":0}', 'demo', '2026-12-03T14:57:51.577Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (14, 'ratings', 11, NULL, 'insert', NULL, '{"id":11,"scale_id":2,"name":"Unproven","position":5,"value":null,"definition":"The evidence at hand decides it neither way.","retired":0}', 'demo', '2026-12-03T14:57:51.577Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (15, 'ratings', 12, NULL, 'insert', NULL, '{"id":12,"scale_id":3,"name":"Conclusion","position":1,"value":null,"definition":"The conclusion is in the words of the review.","retired":0}', 'demo', '2026-12-03T14:57:51.577Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (16, 'publishers', 1, NULL, 'insert', NULL, '{"id":1,"name":"The Demo Desk","url":null,"is_desk":0,"created_at":"2026-12-03T14:57:51.577Z"}', 'demo', '2026-12-03T14:57:51.577Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (17, 'publishers', 1, NULL, 'update', '{"id":1,"name":"The Demo Desk","url":null,"is_desk":0,"created_at":"2026-12-03T14:57:51.577Z"}', '{"id":1,"name":"The Demo Desk","url":null,"is_desk":1,"created_at":"2026-12-03T14:57:51.577Z"}', 'demo', '2026-12-03T14:57:51.577Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (18, 'articles', 1, NULL, 'insert', NULL, '{"id":1,"url":"https://news.example/2024/04/22/washington-names-china","source":"brief-1.txt","title":"Washington names China as the main supplier of Russia''s arms industry","outlet":"The Example Courier","author":null,"published_on":"2024-04-22","language":"en","text_sha256":"28dea174f9530d4bd499d6d124b0eded4fea9da0c43d0154b90bedcf6d27eb27","previous_id":null,"created_at":"2026-12-03T14:57:51.668Z","withdrawn_on":null,"withdrawn_note":null}', 'demo', '2026-12-03T14:57:51.668Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (19, 'claimants', 1, NULL, 'insert', NULL, '{"id":1,"name":"The Example Courier","kind":"outlet","role":null,"url":null,"created_at":"2026-12-03T14:57:51.671Z","name_of_id":null}', 'demo', '2026-12-03T14:57:51.671Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (20, 'claimants', 2, NULL, 'insert', NULL, '{"id":2,"name":"Antony Blinken","kind":"person","role":null,"url":null,"created_at":"2026-12-03T14:57:51.671Z","name_of_id":null}', 'demo', '2026-12-03T14:57:51.671Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (21, 'claimants', 3, NULL, 'insert', NULL, '{"id":3,"name":"senior State Department official","kind":"anonymous","role":null,"url":null,"created_at":"2026-12-03T14:57:51.672Z","name_of_id":null}', 'demo', '2026-12-03T14:57:51.672Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (22, 'claimants', 4, NULL, 'insert', NULL, '{"id":4,"name":"analysis of trade data by CNBC","kind":"document","role":null,"url":null,"created_at":"2026-12-03T14:57:51.672Z","name_of_id":null}', 'demo', '2026-12-03T14:57:51.672Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (23, 'claimants', 5, NULL, 'insert', NULL, '{"id":5,"name":"State Department","kind":"organisation","role":null,"url":null,"created_at":"2026-12-03T14:57:51.672Z","name_of_id":null}', 'demo', '2026-12-03T14:57:51.672Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (24, 'claims', 1, 1, 'insert', NULL, '{"id":1,"text":"The US secretary of state, Antony Blinken, begins a three-day visit to China on Wednesday with a complaint that Washington has been making for months.","claimant_id":1,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.813,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.672Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (25, 'claims', 2, 2, 'insert', NULL, '{"id":2,"text":"China is the largest contributor to Russia''s defence industrial base","claimant_id":2,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.7425,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.672Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (26, 'claims', 3, 3, 'insert', NULL, '{"id":3,"text":"It is sharing machine tools, semiconductors and other dual-use goods that help Russia rebuild what sanctions and export controls had degraded.","claimant_id":2,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.7087,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.672Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (27, 'claims', 4, 4, 'insert', NULL, '{"id":4,"text":"the United States was prepared to act against companies that undermine security in Ukraine and Europe","claimant_id":3,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.8699,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.672Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (28, 'claims', 5, 5, 'insert', NULL, '{"id":5,"text":"Washington has already sanctioned companies in a number of countries, not just China","claimant_id":3,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.9232,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.672Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (29, 'claims', 6, 6, 'insert', NULL, '{"id":6,"text":"Chinese firms sell Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine","claimant_id":4,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.9737,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.672Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (30, 'claims', 7, 7, 'insert', NULL, '{"id":7,"text":"It is Blinken''s second visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.7725,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.672Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (31, 'claims', 8, 8, 'insert', NULL, '{"id":8,"text":"He is expected to meet Foreign Minister Wang Yi in Beijing","claimant_id":5,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.0673,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.672Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (32, 'claims', 9, 9, 'insert', NULL, '{"id":9,"text":"Whether President Xi Jinping will receive him is not known.","claimant_id":1,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.0699,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.672Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (33, 'claims', 10, 10, 'insert', NULL, '{"id":10,"text":"Talks will also turn to the South China Sea.","claimant_id":1,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.113,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.672Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (34, 'claims', 11, 11, 'insert', NULL, '{"id":11,"text":"Beijing claims almost the whole of the South China Sea, and five neighbours dispute that claim, among them the Philippines and Vietnam.","claimant_id":1,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.7395,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.672Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (35, 'claims', 12, 12, 'insert', NULL, '{"id":12,"text":"Last week China criticised a US investigation into its shipbuilding, maritime and logistics industries as \"a mistake on top of a mistake\".","claimant_id":1,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.7224,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.672Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (36, 'tags', 1, NULL, 'insert', NULL, '{"id":1,"name":"Antony Blinken"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (37, 'tags', 2, NULL, 'insert', NULL, '{"id":2,"name":"China"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (38, 'tags', 3, NULL, 'insert', NULL, '{"id":3,"name":"Washington"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (39, 'tags', 4, NULL, 'insert', NULL, '{"id":4,"name":"Russia"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (40, 'tags', 5, NULL, 'insert', NULL, '{"id":5,"name":"war and defence"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (41, 'tags', 6, NULL, 'insert', NULL, '{"id":6,"name":"United States"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (42, 'tags', 7, NULL, 'insert', NULL, '{"id":7,"name":"Ukraine"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (43, 'tags', 8, NULL, 'insert', NULL, '{"id":8,"name":"Europe"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (44, 'tags', 9, NULL, 'insert', NULL, '{"id":9,"name":"economy"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (45, 'tags', 10, NULL, 'insert', NULL, '{"id":10,"name":"law and government"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (46, 'tags', 11, NULL, 'insert', NULL, '{"id":11,"name":"Wang Yi"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (47, 'tags', 12, NULL, 'insert', NULL, '{"id":12,"name":"Beijing"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (48, 'tags', 13, NULL, 'insert', NULL, '{"id":13,"name":"Xi Jinping"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (49, 'tags', 14, NULL, 'insert', NULL, '{"id":14,"name":"South China Sea"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (50, 'tags', 15, NULL, 'insert', NULL, '{"id":15,"name":"Philippines"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (51, 'tags', 16, NULL, 'insert', NULL, '{"id":16,"name":"Vietnam"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (52, 'tags', 17, NULL, 'insert', NULL, '{"id":17,"name":"crime and migration"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (53, 'claim_tags', 1, 1, 'insert', NULL, '{"id":1,"claim_id":1,"tag_id":1,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (54, 'claim_tags', 2, 1, 'insert', NULL, '{"id":2,"claim_id":1,"tag_id":2,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (55, 'claim_tags', 3, 1, 'insert', NULL, '{"id":3,"claim_id":1,"tag_id":3,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (56, 'claim_tags', 4, 2, 'insert', NULL, '{"id":4,"claim_id":2,"tag_id":4,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (57, 'claim_tags', 5, 2, 'insert', NULL, '{"id":5,"claim_id":2,"tag_id":5,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (58, 'claim_tags', 6, 3, 'insert', NULL, '{"id":6,"claim_id":3,"tag_id":4,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (59, 'claim_tags', 7, 3, 'insert', NULL, '{"id":7,"claim_id":3,"tag_id":5,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (60, 'claim_tags', 8, 4, 'insert', NULL, '{"id":8,"claim_id":4,"tag_id":6,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (61, 'claim_tags', 9, 4, 'insert', NULL, '{"id":9,"claim_id":4,"tag_id":7,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (62, 'claim_tags', 10, 4, 'insert', NULL, '{"id":10,"claim_id":4,"tag_id":8,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (63, 'claim_tags', 11, 4, 'insert', NULL, '{"id":11,"claim_id":4,"tag_id":9,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (64, 'claim_tags', 12, 4, 'insert', NULL, '{"id":12,"claim_id":4,"tag_id":10,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (65, 'claim_tags', 13, 5, 'insert', NULL, '{"id":13,"claim_id":5,"tag_id":2,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (66, 'claim_tags', 14, 5, 'insert', NULL, '{"id":14,"claim_id":5,"tag_id":9,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (67, 'claim_tags', 15, 6, 'insert', NULL, '{"id":15,"claim_id":6,"tag_id":4,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (68, 'claim_tags', 16, 6, 'insert', NULL, '{"id":16,"claim_id":6,"tag_id":7,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (69, 'claim_tags', 17, 7, 'insert', NULL, '{"id":17,"claim_id":7,"tag_id":1,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (70, 'claim_tags', 18, 7, 'insert', NULL, '{"id":18,"claim_id":7,"tag_id":2,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (71, 'claim_tags', 19, 8, 'insert', NULL, '{"id":19,"claim_id":8,"tag_id":11,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (72, 'claim_tags', 20, 8, 'insert', NULL, '{"id":20,"claim_id":8,"tag_id":12,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (73, 'claim_tags', 21, 9, 'insert', NULL, '{"id":21,"claim_id":9,"tag_id":13,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (74, 'claim_tags', 22, 10, 'insert', NULL, '{"id":22,"claim_id":10,"tag_id":14,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (75, 'claim_tags', 23, 11, 'insert', NULL, '{"id":23,"claim_id":11,"tag_id":14,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (76, 'claim_tags', 24, 11, 'insert', NULL, '{"id":24,"claim_id":11,"tag_id":15,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (77, 'claim_tags', 25, 11, 'insert', NULL, '{"id":25,"claim_id":11,"tag_id":16,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (78, 'claim_tags', 26, 12, 'insert', NULL, '{"id":26,"claim_id":12,"tag_id":2,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (79, 'claim_tags', 27, 12, 'insert', NULL, '{"id":27,"claim_id":12,"tag_id":9,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (80, 'claim_tags', 28, 12, 'insert', NULL, '{"id":28,"claim_id":12,"tag_id":17,"created_at":"2026-12-03T14:57:51.673Z"}', 'demo', '2026-12-03T14:57:51.673Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (81, 'appearances', 1, 1, 'insert', NULL, '{"id":1,"claim_id":1,"article_id":1,"claimant_id":1,"span_start":81,"span_end":231,"quote":"The US secretary of state, Antony Blinken, begins a three-day visit to China on Wednesday with a complaint that Washington has been making for months.","kind":"outlet","kind_certain":1,"speaker_as_written":null,"said_on":null,"context_before":"Washington names China as the main supplier of Russia''s arms industry\n\nBEIJING - ","context_after":"\n\n\"China is the largest contributor to Russia''s defence industrial base,\" Blinken said last week after a meeting of G7 foreign ministers in Italy. \"It is sharing machine tools, semiconductors and othe","score":0.813,"reasons":"[\"a day, a month or a period: +5\", \"how things were, or what has happened so far: +4\", \"a public matter: +4\", \"a public body, an office, a party or a company: +3\", \"a document, a study, a plan or a bill: +3\", \"a compound such as state-owned: +3\", \"uses long words: +2\", \"near claims worth checking: +1\"]","flags":"[]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.675Z"}', 'demo', '2026-12-03T14:57:51.675Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (82, 'appearances', 2, 2, 'insert', NULL, '{"id":2,"claim_id":2,"article_id":1,"claimant_id":2,"span_start":234,"span_end":302,"quote":"China is the largest contributor to Russia''s defence industrial base","kind":"direct","kind_certain":1,"speaker_as_written":"Blinken","said_on":null,"context_before":" supplier of Russia''s arms industry\n\nBEIJING - The US secretary of state, Antony Blinken, begins a three-day visit to China on Wednesday with a complaint that Washington has been making for months.\n\n\"","context_after":",\" Blinken said last week after a meeting of G7 foreign ministers in Italy. \"It is sharing machine tools, semiconductors and other dual-use goods that help Russia rebuild what sanctions and export con","score":0.7425,"reasons":"[\"a word such as first, only, most or record: +6\", \"a public matter: +4\", \"several public matters: +3\", \"near claims worth checking: +3\", \"uses long words: +2\"]","flags":"[]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.675Z"}', 'demo', '2026-12-03T14:57:51.675Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (83, 'appearances', 3, 3, 'insert', NULL, '{"id":3,"claim_id":3,"article_id":1,"claimant_id":2,"span_start":379,"span_end":521,"quote":"It is sharing machine tools, semiconductors and other dual-use goods that help Russia rebuild what sanctions and export controls had degraded.","kind":"direct","kind_certain":1,"speaker_as_written":"Blinken","said_on":null,"context_before":"omplaint that Washington has been making for months.\n\n\"China is the largest contributor to Russia''s defence industrial base,\" Blinken said last week after a meeting of G7 foreign ministers in Italy. \"","context_after":"\"\n\nA senior State Department official told reporters before the trip that the United States was prepared to act against companies that undermine security in Ukraine and Europe. \"Washington has already","score":0.7087,"reasons":"[\"explains why, how or what: -6\", \"a verb in the past: closed, cut, seen: +4\", \"how things were, or what has happened so far: +4\", \"a public matter: +4\", \"near claims worth checking: +4\", \"a past action, the speaker''s or with a name in it: +3\", \"several public matters: +3\", \"a compound such as state-owned: +3\", \"uses long words: +2\", \"hedging, vague or personal words: -2\"]","flags":"[]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.675Z"}', 'demo', '2026-12-03T14:57:51.675Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (84, 'appearances', 4, 4, 'insert', NULL, '{"id":4,"claim_id":4,"article_id":1,"claimant_id":3,"span_start":595,"span_end":696,"quote":"the United States was prepared to act against companies that undermine security in Ukraine and Europe","kind":"indirect","kind_certain":1,"speaker_as_written":"A senior State Department official","said_on":null,"context_before":"chine tools, semiconductors and other dual-use goods that help Russia rebuild what sanctions and export controls had degraded.\"\n\nA senior State Department official told reporters before the trip that ","context_after":". \"Washington has already sanctioned companies in a number of countries, not just China,\" the official said.\n\nChinese firms sell Russia drones, helmets, vests and radios that are used on the battlefie","score":0.8699,"reasons":"[\"a plan, not yet a fact: -18\", \"against somebody or something: +8\", \"figurative or loaded words: -6\", \"what something does, uses or shows: +5\", \"how things were, or what has happened so far: +4\", \"says when or where: +4\", \"a public matter: +4\", \"a law, a contract or a rule, or what falls under one: +4\", \"near claims worth checking: +4\", \"several public matters: +3\", \"a public body, an office, a party or a company: +3\", \"states more than one thing: +3\", \"uses long words: +2\"]","flags":"[\"future_plan\"]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.675Z"}', 'demo', '2026-12-03T14:57:51.675Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (85, 'appearances', 5, 5, 'insert', NULL, '{"id":5,"claim_id":5,"article_id":1,"claimant_id":3,"span_start":699,"span_end":783,"quote":"Washington has already sanctioned companies in a number of countries, not just China","kind":"direct","kind_certain":1,"speaker_as_written":"the official","said_on":null,"context_before":"controls had degraded.\"\n\nA senior State Department official told reporters before the trip that the United States was prepared to act against companies that undermine security in Ukraine and Europe. \"","context_after":",\" the official said.\n\nChinese firms sell Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine, according to an analysis of trade data by CNBC.\n\nIt is Blinken''s second ","score":0.9232,"reasons":"[\"a rate, an average or a count: +5\", \"a verb in the past: closed, cut, seen: +4\", \"how things were, or what has happened so far: +4\", \"says when or where: +4\", \"a public matter: +4\", \"words such as even, just, seems or like: -4\", \"near claims worth checking: +4\", \"a past action, the speaker''s or with a name in it: +3\", \"several public matters: +3\", \"a public body, an office, a party or a company: +3\", \"uses long words: +2\"]","flags":"[]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.675Z"}', 'demo', '2026-12-03T14:57:51.675Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (86, 'appearances', 6, 6, 'insert', NULL, '{"id":6,"claim_id":6,"article_id":1,"claimant_id":4,"span_start":806,"span_end":909,"quote":"Chinese firms sell Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine","kind":"indirect","kind_certain":1,"speaker_as_written":"an analysis of trade data by CNBC","said_on":null,"context_before":"States was prepared to act against companies that undermine security in Ukraine and Europe. \"Washington has already sanctioned companies in a number of countries, not just China,\" the official said.\n\n","context_after":", according to an analysis of trade data by CNBC.\n\nIt is Blinken''s second visit to China in less than a year. He is expected to meet Foreign Minister Wang Yi in Beijing, the State Department said. Whe","score":0.9737,"reasons":"[\"a document or data say so: +14\", \"what something does, uses or shows: +5\", \"says when or where: +4\", \"a public matter: +4\", \"several public matters: +3\", \"states more than one thing: +3\", \"near claims worth checking: +3\", \"uses long words: +2\"]","flags":"[]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.675Z"}', 'demo', '2026-12-03T14:57:51.675Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (87, 'appearances', 7, 7, 'insert', NULL, '{"id":7,"claim_id":7,"article_id":1,"claimant_id":1,"span_start":960,"span_end":1018,"quote":"It is Blinken''s second visit to China in less than a year.","kind":"outlet","kind_certain":1,"speaker_as_written":null,"said_on":null,"context_before":"untries, not just China,\" the official said.\n\nChinese firms sell Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine, according to an analysis of trade data by CNBC.\n\n","context_after":" He is expected to meet Foreign Minister Wang Yi in Beijing, the State Department said. Whether President Xi Jinping will receive him is not known.\n\nTalks will also turn to the South China Sea. Beijin","score":0.7725,"reasons":"[\"a comparison: +8\", \"says more or less, better or worse: -7\", \"a word such as first, only, most or record: +6\", \"a day, a month or a period: +5\", \"says when or where: +4\", \"a public matter: +4\", \"hedging, vague or personal words: -2\"]","flags":"[]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.675Z"}', 'demo', '2026-12-03T14:57:51.675Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (88, 'appearances', 8, 8, 'insert', NULL, '{"id":8,"claim_id":8,"article_id":1,"claimant_id":5,"span_start":1019,"span_end":1077,"quote":"He is expected to meet Foreign Minister Wang Yi in Beijing","kind":"indirect","kind_certain":1,"speaker_as_written":"the State Department","said_on":null,"context_before":" sell Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine, according to an analysis of trade data by CNBC.\n\nIt is Blinken''s second visit to China in less than a year. ","context_after":", the State Department said. Whether President Xi Jinping will receive him is not known.\n\nTalks will also turn to the South China Sea. Beijing claims almost the whole of the South China Sea, and five ","score":0.0673,"reasons":"[\"a plan, not yet a fact: -18\", \"something expected, or a future date: -14\", \"says when or where: +4\", \"a public body, a company or a group says so: +4\", \"a public body, an office, a party or a company: +3\", \"near claims not worth checking: -1\"]","flags":"[\"unresolved_pronoun\", \"future_plan\"]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.675Z"}', 'demo', '2026-12-03T14:57:51.675Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (89, 'appearances', 9, 9, 'insert', NULL, '{"id":9,"claim_id":9,"article_id":1,"claimant_id":1,"span_start":1106,"span_end":1165,"quote":"Whether President Xi Jinping will receive him is not known.","kind":"outlet","kind_certain":1,"speaker_as_written":null,"said_on":null,"context_before":"ine, according to an analysis of trade data by CNBC.\n\nIt is Blinken''s second visit to China in less than a year. He is expected to meet Foreign Minister Wang Yi in Beijing, the State Department said. ","context_after":"\n\nTalks will also turn to the South China Sea. Beijing claims almost the whole of the South China Sea, and five neighbours dispute that claim, among them the Philippines and Vietnam.\n\nLast week China ","score":0.0699,"reasons":"[\"a plan, not yet a fact: -18\", \"an accusation, a failure, or what somebody knew: +9\", \"a condition: -6\", \"a law, a contract or a rule, or what falls under one: +4\", \"opens with a name or a title: -4\", \"a public body, an office, a party or a company: +3\", \"near claims not worth checking: -3\", \"uses long words: +2\", \"hedging, vague or personal words: -2\"]","flags":"[\"future_plan\"]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.675Z"}', 'demo', '2026-12-03T14:57:51.675Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (90, 'appearances', 10, 10, 'insert', NULL, '{"id":10,"claim_id":10,"article_id":1,"claimant_id":1,"span_start":1167,"span_end":1211,"quote":"Talks will also turn to the South China Sea.","kind":"outlet","kind_certain":1,"speaker_as_written":null,"said_on":null,"context_before":"linken''s second visit to China in less than a year. He is expected to meet Foreign Minister Wang Yi in Beijing, the State Department said. Whether President Xi Jinping will receive him is not known.\n\n","context_after":" Beijing claims almost the whole of the South China Sea, and five neighbours dispute that claim, among them the Philippines and Vietnam.\n\nLast week China criticised a US investigation into its shipbui","score":0.113,"reasons":"[\"a plan, not yet a fact: -18\", \"an additional fact: +8\", \"a public matter: +4\", \"hedging, vague or personal words: -2\", \"near claims not worth checking: -2\"]","flags":"[\"future_plan\"]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.675Z"}', 'demo', '2026-12-03T14:57:51.675Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (91, 'appearances', 11, 11, 'insert', NULL, '{"id":11,"claim_id":11,"article_id":1,"claimant_id":1,"span_start":1212,"span_end":1347,"quote":"Beijing claims almost the whole of the South China Sea, and five neighbours dispute that claim, among them the Philippines and Vietnam.","kind":"outlet","kind_certain":1,"speaker_as_written":null,"said_on":null,"context_before":" year. He is expected to meet Foreign Minister Wang Yi in Beijing, the State Department said. Whether President Xi Jinping will receive him is not known.\n\nTalks will also turn to the South China Sea. ","context_after":"\n\nLast week China criticised a US investigation into its shipbuilding, maritime and logistics industries as \"a mistake on top of a mistake\".\n","score":0.7395,"reasons":"[\"a number in words: +9\", \"a public matter: +4\", \"several public matters: +3\", \"states more than one thing: +3\", \"uses long words: +2\", \"near claims not worth checking: -2\"]","flags":"[]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.675Z"}', 'demo', '2026-12-03T14:57:51.675Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (92, 'appearances', 12, 12, 'insert', NULL, '{"id":12,"claim_id":12,"article_id":1,"claimant_id":1,"span_start":1349,"span_end":1487,"quote":"Last week China criticised a US investigation into its shipbuilding, maritime and logistics industries as \"a mistake on top of a mistake\".","kind":"outlet","kind_certain":1,"speaker_as_written":null,"said_on":null,"context_before":"im is not known.\n\nTalks will also turn to the South China Sea. Beijing claims almost the whole of the South China Sea, and five neighbours dispute that claim, among them the Philippines and Vietnam.\n\n","context_after":"\n","score":0.7224,"reasons":"[\"a position or a reaction rather than a fact: -12\", \"about an organisation or a thing: its: +7\", \"a word such as first, only, most or record: +6\", \"a word that judges: historic, powerful, tough: -6\", \"a day, a month or a period: +5\", \"a verb in the past: closed, cut, seen: +4\", \"says when or where: +4\", \"a public matter: +4\", \"several public matters: +3\", \"states more than one thing: +3\", \"uses long words: +2\", \"hedging, vague or personal words: -2\"]","flags":"[]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.675Z"}', 'demo', '2026-12-03T14:57:51.675Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (93, 'claims', 2, 2, 'update', '{"id":2,"text":"China is the largest contributor to Russia''s defence industrial base","claimant_id":2,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.7425,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', '{"id":2,"text":"China is the largest contributor to Russia''s defence industrial base","claimant_id":2,"claimed_on":null,"status":"open","priority":"normal","assignee":null,"score":0.7425,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'ada', '2026-12-03T14:57:51.683Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (94, 'claims', 2, 2, 'update', '{"id":2,"text":"China is the largest contributor to Russia''s defence industrial base","claimant_id":2,"claimed_on":null,"status":"open","priority":"normal","assignee":null,"score":0.7425,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', '{"id":2,"text":"China is the largest contributor to Russia''s defence industrial base","claimant_id":2,"claimed_on":null,"status":"checking","priority":"normal","assignee":null,"score":0.7425,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'ada', '2026-12-03T14:57:51.683Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (95, 'claims', 2, 2, 'update', '{"id":2,"text":"China is the largest contributor to Russia''s defence industrial base","claimant_id":2,"claimed_on":null,"status":"checking","priority":"normal","assignee":null,"score":0.7425,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', '{"id":2,"text":"China is the largest contributor to Russia''s defence industrial base","claimant_id":2,"claimed_on":null,"status":"checking","priority":"normal","assignee":"ada","score":0.7425,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'cleo', '2026-12-03T14:57:51.684Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (96, 'claims', 2, 2, 'update', '{"id":2,"text":"China is the largest contributor to Russia''s defence industrial base","claimant_id":2,"claimed_on":null,"status":"checking","priority":"normal","assignee":"ada","score":0.7425,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', '{"id":2,"text":"China is the largest contributor to Russia''s defence industrial base","claimant_id":2,"claimed_on":null,"status":"checking","priority":"high","assignee":"ada","score":0.7425,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'cleo', '2026-12-03T14:57:51.685Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (97, 'tags', 19, NULL, 'insert', NULL, '{"id":19,"name":"sanctions"}', 'ada', '2026-12-03T14:57:51.686Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (98, 'claim_tags', 31, 2, 'insert', NULL, '{"id":31,"claim_id":2,"tag_id":19,"created_at":"2026-12-03T14:57:51.686Z"}', 'ada', '2026-12-03T14:57:51.686Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (99, 'evidence', 1, 2, 'insert', NULL, '{"id":1,"claim_id":2,"url":"https://trade-data.example/2023/china-russia","title":"Customs data on dual-use exports","stance":"context","quote":null,"is_primary":1,"archived_url":null,"added_by":"ada","created_at":"2026-12-03T14:57:51.688Z","source":null,"retracted_on":null,"retracted_note":null}', 'ada', '2026-12-03T14:57:51.688Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (100, 'evidence', 2, 2, 'insert', NULL, '{"id":2,"claim_id":2,"url":"https://thinktank.example/arms-industry-suppliers","title":"Who supplies Russia''s arms makers","stance":"supports","quote":null,"is_primary":null,"archived_url":null,"added_by":"ada","created_at":"2026-12-03T14:57:51.689Z","source":null,"retracted_on":null,"retracted_note":null}', 'ada', '2026-12-03T14:57:51.689Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (101, 'notes', 1, 2, 'insert', NULL, '{"id":1,"claim_id":2,"body":"Largest by value or by number of goods? Asked the press office which figure stands behind it.","author":"ada","created_at":"2026-12-03T14:57:51.690Z","step":null}', 'ada', '2026-12-03T14:57:51.690Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (102, 'claims', 3, 3, 'update', '{"id":3,"text":"It is sharing machine tools, semiconductors and other dual-use goods that help Russia rebuild what sanctions and export controls had degraded.","claimant_id":2,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.7087,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', '{"id":3,"text":"It is sharing machine tools, semiconductors and other dual-use goods that help Russia rebuild what sanctions and export controls had degraded.","claimant_id":2,"claimed_on":null,"status":"open","priority":"normal","assignee":null,"score":0.7087,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'ada', '2026-12-03T14:57:51.690Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (103, 'claims', 3, 3, 'update', '{"id":3,"text":"It is sharing machine tools, semiconductors and other dual-use goods that help Russia rebuild what sanctions and export controls had degraded.","claimant_id":2,"claimed_on":null,"status":"open","priority":"normal","assignee":null,"score":0.7087,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', '{"id":3,"text":"It is sharing machine tools, semiconductors and other dual-use goods that help Russia rebuild what sanctions and export controls had degraded.","claimant_id":2,"claimed_on":null,"status":"checking","priority":"normal","assignee":null,"score":0.7087,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'ada', '2026-12-03T14:57:51.691Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (104, 'claims', 3, 3, 'update', '{"id":3,"text":"It is sharing machine tools, semiconductors and other dual-use goods that help Russia rebuild what sanctions and export controls had degraded.","claimant_id":2,"claimed_on":null,"status":"checking","priority":"normal","assignee":null,"score":0.7087,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', '{"id":3,"text":"It is sharing machine tools, semiconductors and other dual-use goods that help Russia rebuild what sanctions and export controls had degraded.","claimant_id":2,"claimed_on":null,"status":"checking","priority":"normal","assignee":"ada","score":0.7087,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'cleo', '2026-12-03T14:57:51.692Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (105, 'claim_tags', 32, 3, 'insert', NULL, '{"id":32,"claim_id":3,"tag_id":19,"created_at":"2026-12-03T14:57:51.692Z"}', 'ada', '2026-12-03T14:57:51.692Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (106, 'evidence', 3, 3, 'insert', NULL, '{"id":3,"claim_id":3,"url":"https://trade-data.example/2023/china-russia","title":"Customs data on dual-use exports","stance":"supports","quote":null,"is_primary":1,"archived_url":null,"added_by":"ada","created_at":"2026-12-03T14:57:51.693Z","source":null,"retracted_on":null,"retracted_note":null}', 'ada', '2026-12-03T14:57:51.693Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (107, 'claims', 6, 6, 'update', '{"id":6,"text":"Chinese firms sell Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine","claimant_id":4,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.9737,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', '{"id":6,"text":"Chinese firms sell Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine","claimant_id":4,"claimed_on":null,"status":"open","priority":"normal","assignee":null,"score":0.9737,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'ada', '2026-12-03T14:57:51.693Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (108, 'claim_tags', 33, 6, 'insert', NULL, '{"id":33,"claim_id":6,"tag_id":19,"created_at":"2026-12-03T14:57:51.694Z"}', 'ada', '2026-12-03T14:57:51.694Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (109, 'evidence', 4, 6, 'insert', NULL, '{"id":4,"claim_id":6,"url":"https://broadcaster.example/trade-analysis","title":"The analysis of trade data","stance":"supports","quote":null,"is_primary":null,"archived_url":null,"added_by":"ada","created_at":"2026-12-03T14:57:51.694Z","source":null,"retracted_on":null,"retracted_note":null}', 'ada', '2026-12-03T14:57:51.694Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (110, 'claims', 7, 7, 'update', '{"id":7,"text":"It is Blinken''s second visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.7725,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', '{"id":7,"text":"It is Blinken''s second visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"open","priority":"normal","assignee":null,"score":0.7725,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'ben', '2026-12-03T14:57:51.695Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (111, 'claims', 7, 7, 'update', '{"id":7,"text":"It is Blinken''s second visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"open","priority":"normal","assignee":null,"score":0.7725,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', '{"id":7,"text":"It is Blinken''s second visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"checking","priority":"normal","assignee":null,"score":0.7725,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'ben', '2026-12-03T14:57:51.696Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (112, 'claims', 7, 7, 'update', '{"id":7,"text":"It is Blinken''s second visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"checking","priority":"normal","assignee":null,"score":0.7725,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', '{"id":7,"text":"It is Blinken''s second visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"in_review","priority":"normal","assignee":null,"score":0.7725,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'ben', '2026-12-03T14:57:51.696Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (113, 'claims', 7, 7, 'update', '{"id":7,"text":"It is Blinken''s second visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"in_review","priority":"normal","assignee":null,"score":0.7725,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', '{"id":7,"text":"It is Blinken''s second visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"in_review","priority":"normal","assignee":"ben","score":0.7725,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'cleo', '2026-12-03T14:57:51.697Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (114, 'evidence', 5, 7, 'insert', NULL, '{"id":5,"claim_id":7,"url":"https://archive.example/travel/2023-06","title":"Travel log of the secretary of state","stance":"supports","quote":null,"is_primary":1,"archived_url":"https://web-archive.example/travel/2023-06","added_by":"ben","created_at":"2026-12-03T14:57:51.698Z","source":null,"retracted_on":null,"retracted_note":null}', 'ben', '2026-12-03T14:57:51.698Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (115, 'reviews', 1, 7, 'insert', NULL, '{"id":1,"claim_id":7,"publisher_id":1,"origin":"desk","rating_id":7,"headline":"The visit is the second within a year","summary":"He was in Beijing in June 2023 and came back in April 2024: two visits in ten months.","url":null,"reviewed_on":null,"status":"draft","drafted_by":"ben","approved_by":null,"corrects_id":null,"correction_note":null,"language":null,"created_at":"2026-12-03T14:57:51.699Z","claim_reviewed":null,"withdrawn_on":null,"claimant_reviewed":null,"claimed_on_reviewed":null,"is_update":0,"not_before":null,"held_on":null,"feed_id":null}', 'ben', '2026-12-03T14:57:51.699Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (116, 'reviews', 1, 7, 'update', '{"id":1,"claim_id":7,"publisher_id":1,"origin":"desk","rating_id":7,"headline":"The visit is the second within a year","summary":"He was in Beijing in June 2023 and came back in April 2024: two visits in ten months.","url":null,"reviewed_on":null,"status":"draft","drafted_by":"ben","approved_by":null,"corrects_id":null,"correction_note":null,"language":null,"created_at":"2026-12-03T14:57:51.699Z","claim_reviewed":null,"withdrawn_on":null,"claimant_reviewed":null,"claimed_on_reviewed":null,"is_update":0,"not_before":null,"held_on":null,"feed_id":null}', '{"id":1,"claim_id":7,"publisher_id":1,"origin":"desk","rating_id":7,"headline":"The visit is the second within a year","summary":"He was in Beijing in June 2023 and came back in April 2024: two visits in ten months.","url":null,"reviewed_on":null,"status":"submitted","drafted_by":"ben","approved_by":null,"corrects_id":null,"correction_note":null,"language":null,"created_at":"2026-12-03T14:57:51.699Z","claim_reviewed":null,"withdrawn_on":null,"claimant_reviewed":null,"claimed_on_reviewed":null,"is_update":0,"not_before":null,"held_on":null,"feed_id":null}', 'ben', '2026-12-03T14:57:51.702Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (117, 'reviews', 1, 7, 'update', '{"id":1,"claim_id":7,"publisher_id":1,"origin":"desk","rating_id":7,"headline":"The visit is the second within a year","summary":"He was in Beijing in June 2023 and came back in April 2024: two visits in ten months.","url":null,"reviewed_on":null,"status":"submitted","drafted_by":"ben","approved_by":null,"corrects_id":null,"correction_note":null,"language":null,"created_at":"2026-12-03T14:57:51.699Z","claim_reviewed":null,"withdrawn_on":null,"claimant_reviewed":null,"claimed_on_reviewed":null,"is_update":0,"not_before":null,"held_on":null,"feed_id":null}', '{"id":1,"claim_id":7,"publisher_id":1,"origin":"desk","rating_id":7,"headline":"The visit is the second within a year","summary":"He was in Beijing in June 2023 and came back in April 2024: two visits in ten months.","url":null,"reviewed_on":null,"status":"approved","drafted_by":"ben","approved_by":"ada","corrects_id":null,"correction_note":null,"language":null,"created_at":"2026-12-03T14:57:51.699Z","claim_reviewed":null,"withdrawn_on":null,"claimant_reviewed":null,"claimed_on_reviewed":null,"is_update":0,"not_before":null,"held_on":null,"feed_id":null}', 'ada', '2026-12-03T14:57:51.706Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (118, 'reviews', 1, 7, 'update', '{"id":1,"claim_id":7,"publisher_id":1,"origin":"desk","rating_id":7,"headline":"The visit is the second within a year","summary":"He was in Beijing in June 2023 and came back in April 2024: two visits in ten months.","url":null,"reviewed_on":null,"status":"approved","drafted_by":"ben","approved_by":"ada","corrects_id":null,"correction_note":null,"language":null,"created_at":"2026-12-03T14:57:51.699Z","claim_reviewed":null,"withdrawn_on":null,"claimant_reviewed":null,"claimed_on_reviewed":null,"is_update":0,"not_before":null,"held_on":null,"feed_id":null}', '{"id":1,"claim_id":7,"publisher_id":1,"origin":"desk","rating_id":7,"headline":"The visit is the second within a year","summary":"He was in Beijing in June 2023 and came back in April 2024: two visits in ten months.","url":"https://desk.example/checks/second-visit","reviewed_on":"2024-04-24","status":"published","drafted_by":"ben","approved_by":"ada","corrects_id":null,"correction_note":null,"language":null,"created_at":"2026-12-03T14:57:51.699Z","claim_reviewed":"It is Blinken''s second visit to China in less than a year.","withdrawn_on":null,"claimant_reviewed":"The Example Courier","claimed_on_reviewed":null,"is_update":0,"not_before":null,"held_on":null,"feed_id":null}', 'ada', '2026-12-03T14:57:51.710Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (119, 'claims', 7, 7, 'update', '{"id":7,"text":"It is Blinken''s second visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"in_review","priority":"normal","assignee":"ben","score":0.7725,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', '{"id":7,"text":"It is Blinken''s second visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"published","priority":"normal","assignee":"ben","score":0.7725,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'ada', '2026-12-03T14:57:51.710Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (120, 'claims', 11, 11, 'update', '{"id":11,"text":"Beijing claims almost the whole of the South China Sea, and five neighbours dispute that claim, among them the Philippines and Vietnam.","claimant_id":1,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.7395,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', '{"id":11,"text":"Beijing claims almost the whole of the South China Sea, and five neighbours dispute that claim, among them the Philippines and Vietnam.","claimant_id":1,"claimed_on":null,"status":"open","priority":"normal","assignee":null,"score":0.7395,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'ada', '2026-12-03T14:57:51.711Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (121, 'evidence', 6, 11, 'insert', NULL, '{"id":6,"claim_id":11,"url":"https://atlas.example/south-china-sea","title":"Who claims what","stance":"context","quote":null,"is_primary":null,"archived_url":null,"added_by":"ada","created_at":"2026-12-03T14:57:51.713Z","source":null,"retracted_on":null,"retracted_note":null}', 'ada', '2026-12-03T14:57:51.713Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (122, 'claims', 9, 9, 'update', '{"id":9,"text":"Whether President Xi Jinping will receive him is not known.","claimant_id":1,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.0699,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', '{"id":9,"text":"Whether President Xi Jinping will receive him is not known.","claimant_id":1,"claimed_on":null,"status":"rejected","priority":"normal","assignee":null,"score":0.0699,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'ada', '2026-12-03T14:57:51.713Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (123, 'claims', 10, 10, 'update', '{"id":10,"text":"Talks will also turn to the South China Sea.","claimant_id":1,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.113,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', '{"id":10,"text":"Talks will also turn to the South China Sea.","claimant_id":1,"claimed_on":null,"status":"rejected","priority":"normal","assignee":null,"score":0.113,"created_at":"2026-12-03T14:57:51.672Z","due_on":null,"language":null}', 'ada', '2026-12-03T14:57:51.714Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (124, 'articles', 2, NULL, 'insert', NULL, '{"id":2,"url":"https://news.example/2024/04/29/no-promise-on-exports","source":"brief-2.txt","title":"Blinken leaves Beijing without a promise on exports to Russia","outlet":"The Example Courier","author":null,"published_on":"2024-04-29","language":"en","text_sha256":"2621f2e470eca2dcfcdc0c9d2020b1a400c0b60d4933d6acf0c23687531e075f","previous_id":null,"created_at":"2026-12-03T14:57:51.803Z","withdrawn_on":null,"withdrawn_note":null}', 'demo', '2026-12-03T14:57:51.803Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (125, 'claimants', 6, NULL, 'insert', NULL, '{"id":6,"name":"spokesman for the Chinese foreign ministry","kind":"anonymous","role":null,"url":null,"created_at":"2026-12-03T14:57:51.804Z","name_of_id":null}', 'demo', '2026-12-03T14:57:51.804Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (126, 'claimants', 7, NULL, 'insert', NULL, '{"id":7,"name":"Philippine coast guard","kind":"organisation","role":null,"url":null,"created_at":"2026-12-03T14:57:51.804Z","name_of_id":null}', 'demo', '2026-12-03T14:57:51.804Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (127, 'claims', 13, 13, 'insert', NULL, '{"id":13,"text":"Antony Blinken ended his talks in China on Friday, and Beijing promised him nothing.","claimant_id":1,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.5783,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (128, 'claims', 14, 14, 'insert', NULL, '{"id":14,"text":"China is the largest contributor to the defence industrial base of Russia","claimant_id":2,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.8257,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (129, 'claims', 15, 15, 'insert', NULL, '{"id":15,"text":"Russia would struggle to sustain its assault on Ukraine without China''s support","claimant_id":2,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.2689,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (130, 'claims', 16, 16, 'insert', NULL, '{"id":16,"text":"Trade between China and Russia is normal and harms nobody","claimant_id":6,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.8679,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (131, 'claims', 17, 17, 'insert', NULL, '{"id":17,"text":"It was Blinken''s third visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.892,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (132, 'claims', 18, 18, 'insert', NULL, '{"id":18,"text":"Beijing claims almost the whole of the South China Sea, and six neighbours dispute that claim","claimant_id":7,"claimed_on":"2024-04-25","status":"proposed","priority":"normal","assignee":null,"score":0.9241,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (133, 'claims', 19, 19, 'insert', NULL, '{"id":19,"text":"Chinese companies are selling Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine","claimant_id":4,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.9783,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (134, 'claim_tags', 36, 13, 'insert', NULL, '{"id":36,"claim_id":13,"tag_id":1,"created_at":"2026-12-03T14:57:51.805Z"}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (135, 'claim_tags', 37, 13, 'insert', NULL, '{"id":37,"claim_id":13,"tag_id":2,"created_at":"2026-12-03T14:57:51.805Z"}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (136, 'claim_tags', 38, 13, 'insert', NULL, '{"id":38,"claim_id":13,"tag_id":12,"created_at":"2026-12-03T14:57:51.805Z"}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (137, 'claim_tags', 39, 14, 'insert', NULL, '{"id":39,"claim_id":14,"tag_id":4,"created_at":"2026-12-03T14:57:51.805Z"}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (138, 'claim_tags', 40, 14, 'insert', NULL, '{"id":40,"claim_id":14,"tag_id":5,"created_at":"2026-12-03T14:57:51.805Z"}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (139, 'claim_tags', 41, 15, 'insert', NULL, '{"id":41,"claim_id":15,"tag_id":7,"created_at":"2026-12-03T14:57:51.805Z"}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (140, 'claim_tags', 42, 15, 'insert', NULL, '{"id":42,"claim_id":15,"tag_id":2,"created_at":"2026-12-03T14:57:51.805Z"}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (141, 'claim_tags', 43, 16, 'insert', NULL, '{"id":43,"claim_id":16,"tag_id":2,"created_at":"2026-12-03T14:57:51.805Z"}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (142, 'claim_tags', 44, 16, 'insert', NULL, '{"id":44,"claim_id":16,"tag_id":4,"created_at":"2026-12-03T14:57:51.805Z"}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (143, 'claim_tags', 45, 16, 'insert', NULL, '{"id":45,"claim_id":16,"tag_id":9,"created_at":"2026-12-03T14:57:51.805Z"}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (144, 'claim_tags', 46, 17, 'insert', NULL, '{"id":46,"claim_id":17,"tag_id":1,"created_at":"2026-12-03T14:57:51.805Z"}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (145, 'claim_tags', 47, 17, 'insert', NULL, '{"id":47,"claim_id":17,"tag_id":2,"created_at":"2026-12-03T14:57:51.805Z"}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (146, 'claim_tags', 48, 18, 'insert', NULL, '{"id":48,"claim_id":18,"tag_id":14,"created_at":"2026-12-03T14:57:51.805Z"}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (147, 'claim_tags', 49, 19, 'insert', NULL, '{"id":49,"claim_id":19,"tag_id":4,"created_at":"2026-12-03T14:57:51.805Z"}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (148, 'claim_tags', 50, 19, 'insert', NULL, '{"id":50,"claim_id":19,"tag_id":7,"created_at":"2026-12-03T14:57:51.805Z"}', 'demo', '2026-12-03T14:57:51.805Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (149, 'matches', 1, 2, 'insert', NULL, '{"id":1,"left_id":2,"right_id":14,"score":0.928320057646965,"suggestion":"duplicate","reasons":"[\"share most of their rare words\", \"same people, places or organisations\"]","differences":"[]","scorer":"terms-guards 36","judgement":"unjudged","judged_by":null,"judged_at":null,"created_at":"2026-12-03T14:57:51.806Z"}', 'demo', '2026-12-03T14:57:51.806Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (150, 'matches', 2, 7, 'insert', NULL, '{"id":2,"left_id":7,"right_id":17,"score":0.190740000265719,"suggestion":"conflict","reasons":"[\"share most of their rare words\", \"similar wording throughout\", \"same people, places or organisations\"]","differences":"[\"differs: second visit / third visit\"]","scorer":"terms-guards 36","judgement":"unjudged","judged_by":null,"judged_at":null,"created_at":"2026-12-03T14:57:51.806Z"}', 'demo', '2026-12-03T14:57:51.806Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (151, 'matches', 3, 11, 'insert', NULL, '{"id":3,"left_id":11,"right_id":18,"score":0.331005090549027,"suggestion":"conflict","reasons":"[\"share most of their rare words\", \"same people, places or organisations\"]","differences":"[\"differs: five / six\"]","scorer":"terms-guards 36","judgement":"unjudged","judged_by":null,"judged_at":null,"created_at":"2026-12-03T14:57:51.806Z"}', 'demo', '2026-12-03T14:57:51.806Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (152, 'matches', 4, 6, 'insert', NULL, '{"id":4,"left_id":6,"right_id":19,"score":0.947641206003825,"suggestion":"duplicate","reasons":"[\"share most of their rare words\", \"similar wording throughout\", \"same people, places or organisations\"]","differences":"[]","scorer":"terms-guards 36","judgement":"unjudged","judged_by":null,"judged_at":null,"created_at":"2026-12-03T14:57:51.806Z"}', 'demo', '2026-12-03T14:57:51.806Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (153, 'appearances', 13, 13, 'insert', NULL, '{"id":13,"claim_id":13,"article_id":2,"claimant_id":1,"span_start":74,"span_end":158,"quote":"Antony Blinken ended his talks in China on Friday, and Beijing promised him nothing.","kind":"outlet","kind_certain":1,"speaker_as_written":null,"said_on":null,"context_before":"Blinken leaves Beijing without a promise on exports to Russia\n\nSHANGHAI - ","context_after":"\n\nBlinken said that China is the largest contributor to the defence industrial base of Russia. \"Russia would struggle to sustain its assault on Ukraine without China''s support,\" he told reporters.\n\n\"W","score":0.5783,"reasons":"[\"about one person: -6\", \"loose or chatty wording: -6\", \"a day, a month or a period: +5\", \"a verb in the past: closed, cut, seen: +4\", \"says when or where: +4\", \"a public matter: +4\", \"opens with a name or a title: -4\", \"something that was done or happened: +3\", \"states more than one thing: +3\", \"uses long words: +2\", \"near claims worth checking: +1\"]","flags":"[]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.806Z"}', 'demo', '2026-12-03T14:57:51.806Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (154, 'appearances', 14, 14, 'insert', NULL, '{"id":14,"claim_id":14,"article_id":2,"claimant_id":2,"span_start":178,"span_end":251,"quote":"China is the largest contributor to the defence industrial base of Russia","kind":"indirect","kind_certain":1,"speaker_as_written":"Blinken","said_on":null,"context_before":"Blinken leaves Beijing without a promise on exports to Russia\n\nSHANGHAI - Antony Blinken ended his talks in China on Friday, and Beijing promised him nothing.\n\nBlinken said that ","context_after":". \"Russia would struggle to sustain its assault on Ukraine without China''s support,\" he told reporters.\n\n\"Washington has already sanctioned companies in a number of countries, not just China,\" a senio","score":0.8257,"reasons":"[\"a word such as first, only, most or record: +6\", \"a public matter: +4\", \"several public matters: +3\", \"uses long words: +2\"]","flags":"[]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.806Z"}', 'demo', '2026-12-03T14:57:51.806Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (155, 'appearances', 15, 15, 'insert', NULL, '{"id":15,"claim_id":15,"article_id":2,"claimant_id":2,"span_start":254,"span_end":333,"quote":"Russia would struggle to sustain its assault on Ukraine without China''s support","kind":"direct","kind_certain":1,"speaker_as_written":"he","said_on":null,"context_before":" Russia\n\nSHANGHAI - Antony Blinken ended his talks in China on Friday, and Beijing promised him nothing.\n\nBlinken said that China is the largest contributor to the defence industrial base of Russia. \"","context_after":",\" he told reporters.\n\n\"Washington has already sanctioned companies in a number of countries, not just China,\" a senior State Department official said when asked what would follow.\n\nTrade between Chin","score":0.2689,"reasons":"[\"something sought, tried, considered, likely or promised: -6\", \"what can, could or might happen: -5\", \"a public matter: +4\", \"near claims worth checking: +4\", \"several public matters: +3\", \"uses long words: +2\", \"hedging, vague or personal words: -2\"]","flags":"[]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.806Z"}', 'demo', '2026-12-03T14:57:51.806Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (156, 'appearances', 16, 5, 'insert', NULL, '{"id":16,"claim_id":5,"article_id":2,"claimant_id":3,"span_start":357,"span_end":441,"quote":"Washington has already sanctioned companies in a number of countries, not just China","kind":"direct","kind_certain":1,"speaker_as_written":"a senior State Department official","said_on":null,"context_before":".\n\nBlinken said that China is the largest contributor to the defence industrial base of Russia. \"Russia would struggle to sustain its assault on Ukraine without China''s support,\" he told reporters.\n\n\"","context_after":",\" a senior State Department official said when asked what would follow.\n\nTrade between China and Russia is normal and harms nobody, a spokesman for the Chinese foreign ministry said.\n\nIt was Blinken''","score":0.9064,"reasons":"[\"a rate, an average or a count: +5\", \"a verb in the past: closed, cut, seen: +4\", \"how things were, or what has happened so far: +4\", \"says when or where: +4\", \"a public matter: +4\", \"words such as even, just, seems or like: -4\", \"a past action, the speaker''s or with a name in it: +3\", \"several public matters: +3\", \"a public body, an office, a party or a company: +3\", \"uses long words: +2\", \"near claims worth checking: +2\"]","flags":"[]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.806Z"}', 'demo', '2026-12-03T14:57:51.806Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (157, 'appearances', 17, 16, 'insert', NULL, '{"id":17,"claim_id":16,"article_id":2,"claimant_id":6,"span_start":515,"span_end":572,"quote":"Trade between China and Russia is normal and harms nobody","kind":"indirect","kind_certain":1,"speaker_as_written":"a spokesman for the Chinese foreign ministry","said_on":null,"context_before":"ut China''s support,\" he told reporters.\n\n\"Washington has already sanctioned companies in a number of countries, not just China,\" a senior State Department official said when asked what would follow.\n\n","context_after":", a spokesman for the Chinese foreign ministry said.\n\nIt was Blinken''s third visit to China in less than a year.\n\nBeijing claims almost the whole of the South China Sea, and six neighbours dispute tha","score":0.8679,"reasons":"[\"a public matter: +4\", \"near claims worth checking: +4\", \"several public matters: +3\", \"never, always, every, any or no: +3\", \"states more than one thing: +3\", \"uses long words: +2\", \"hedging, vague or personal words: -2\"]","flags":"[]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.806Z"}', 'demo', '2026-12-03T14:57:51.806Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (158, 'appearances', 18, 17, 'insert', NULL, '{"id":18,"claim_id":17,"article_id":2,"claimant_id":1,"span_start":626,"span_end":684,"quote":"It was Blinken''s third visit to China in less than a year.","kind":"outlet","kind_certain":1,"speaker_as_written":null,"said_on":null,"context_before":" not just China,\" a senior State Department official said when asked what would follow.\n\nTrade between China and Russia is normal and harms nobody, a spokesman for the Chinese foreign ministry said.\n\n","context_after":"\n\nBeijing claims almost the whole of the South China Sea, and six neighbours dispute that claim, the Philippine coast guard said in a statement on Thursday.\n\nChinese companies are selling Russia drone","score":0.892,"reasons":"[\"a comparison: +8\", \"says more or less, better or worse: -7\", \"a word such as first, only, most or record: +6\", \"a day, a month or a period: +5\", \"how things were, or what has happened so far: +4\", \"says when or where: +4\", \"a public matter: +4\", \"near claims worth checking: +4\", \"hedging, vague or personal words: -2\"]","flags":"[]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.806Z"}', 'demo', '2026-12-03T14:57:51.806Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (159, 'appearances', 19, 18, 'insert', NULL, '{"id":19,"claim_id":18,"article_id":2,"claimant_id":7,"span_start":686,"span_end":779,"quote":"Beijing claims almost the whole of the South China Sea, and six neighbours dispute that claim","kind":"indirect","kind_certain":1,"speaker_as_written":"the Philippine coast guard","said_on":"2024-04-25","context_before":"en asked what would follow.\n\nTrade between China and Russia is normal and harms nobody, a spokesman for the Chinese foreign ministry said.\n\nIt was Blinken''s third visit to China in less than a year.\n\n","context_after":", the Philippine coast guard said in a statement on Thursday.\n\nChinese companies are selling Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine, an analysis of trade ","score":0.9241,"reasons":"[\"a number in words: +9\", \"a public matter: +4\", \"a public body, a company or a group says so: +4\", \"near claims worth checking: +4\", \"states more than one thing: +3\", \"uses long words: +2\"]","flags":"[]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.806Z"}', 'demo', '2026-12-03T14:57:51.806Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (160, 'appearances', 20, 19, 'insert', NULL, '{"id":20,"claim_id":19,"article_id":2,"claimant_id":4,"span_start":842,"span_end":956,"quote":"Chinese companies are selling Russia drones, helmets, vests and radios that are used on the battlefield in Ukraine","kind":"indirect","kind_certain":1,"speaker_as_written":"an analysis of trade data by CNBC","said_on":null,"context_before":" third visit to China in less than a year.\n\nBeijing claims almost the whole of the South China Sea, and six neighbours dispute that claim, the Philippine coast guard said in a statement on Thursday.\n\n","context_after":", an analysis of trade data by CNBC says.\n","score":0.9783,"reasons":"[\"a document or data say so: +14\", \"what something does, uses or shows: +5\", \"says when or where: +4\", \"a public matter: +4\", \"several public matters: +3\", \"a public body, an office, a party or a company: +3\", \"states more than one thing: +3\", \"near claims worth checking: +3\", \"uses long words: +2\"]","flags":"[]","extractor":"rules-23","created_at":"2026-12-03T14:57:51.806Z"}', 'demo', '2026-12-03T14:57:51.806Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (161, 'claims', 14, 14, 'update', '{"id":14,"text":"China is the largest contributor to the defence industrial base of Russia","claimant_id":2,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.8257,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', '{"id":14,"text":"China is the largest contributor to the defence industrial base of Russia","claimant_id":2,"claimed_on":null,"status":"open","priority":"normal","assignee":null,"score":0.8257,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', 'ada', '2026-12-03T14:57:51.810Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (162, 'matches', 1, 2, 'update', '{"id":1,"left_id":2,"right_id":14,"score":0.928320057646965,"suggestion":"duplicate","reasons":"[\"share most of their rare words\", \"same people, places or organisations\"]","differences":"[]","scorer":"terms-guards 36","judgement":"unjudged","judged_by":null,"judged_at":null,"created_at":"2026-12-03T14:57:51.806Z"}', '{"id":1,"left_id":2,"right_id":14,"score":0.928320057646965,"suggestion":"duplicate","reasons":"[\"share most of their rare words\", \"same people, places or organisations\"]","differences":"[]","scorer":"terms-guards 36","judgement":"same","judged_by":"ada","judged_at":"2026-12-03T14:57:51.814Z","created_at":"2026-12-03T14:57:51.806Z"}', 'ada', '2026-12-03T14:57:51.814Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (163, 'claims', 18, 18, 'update', '{"id":18,"text":"Beijing claims almost the whole of the South China Sea, and six neighbours dispute that claim","claimant_id":7,"claimed_on":"2024-04-25","status":"proposed","priority":"normal","assignee":null,"score":0.9241,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', '{"id":18,"text":"Beijing claims almost the whole of the South China Sea, and six neighbours dispute that claim","claimant_id":7,"claimed_on":"2024-04-25","status":"open","priority":"normal","assignee":null,"score":0.9241,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', 'ada', '2026-12-03T14:57:51.816Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (164, 'notes', 2, 18, 'insert', NULL, '{"id":2,"claim_id":18,"body":"Five or six? It depends on whether Taiwan is counted. Two claims, not one.","author":"ben","created_at":"2026-12-03T14:57:51.816Z","step":null}', 'ben', '2026-12-03T14:57:51.816Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (165, 'matches', 3, 11, 'update', '{"id":3,"left_id":11,"right_id":18,"score":0.331005090549027,"suggestion":"conflict","reasons":"[\"share most of their rare words\", \"same people, places or organisations\"]","differences":"[\"differs: five / six\"]","scorer":"terms-guards 36","judgement":"unjudged","judged_by":null,"judged_at":null,"created_at":"2026-12-03T14:57:51.806Z"}', '{"id":3,"left_id":11,"right_id":18,"score":0.331005090549027,"suggestion":"conflict","reasons":"[\"share most of their rare words\", \"same people, places or organisations\"]","differences":"[\"differs: five / six\"]","scorer":"terms-guards 36","judgement":"different","judged_by":"ben","judged_at":"2026-12-03T14:57:51.818Z","created_at":"2026-12-03T14:57:51.806Z"}', 'ben', '2026-12-03T14:57:51.818Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (166, 'claims', 17, 17, 'update', '{"id":17,"text":"It was Blinken''s third visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"proposed","priority":"normal","assignee":null,"score":0.892,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', '{"id":17,"text":"It was Blinken''s third visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"open","priority":"normal","assignee":null,"score":0.892,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', 'ben', '2026-12-03T14:57:51.819Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (167, 'claims', 17, 17, 'update', '{"id":17,"text":"It was Blinken''s third visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"open","priority":"normal","assignee":null,"score":0.892,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', '{"id":17,"text":"It was Blinken''s third visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"checking","priority":"normal","assignee":null,"score":0.892,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', 'ben', '2026-12-03T14:57:51.819Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (168, 'claims', 17, 17, 'update', '{"id":17,"text":"It was Blinken''s third visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"checking","priority":"normal","assignee":null,"score":0.892,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', '{"id":17,"text":"It was Blinken''s third visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"checking","priority":"normal","assignee":"ben","score":0.892,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', 'cleo', '2026-12-03T14:57:51.820Z');
insert into history (id, table_name, row_id, claim_id, operation, old_row, new_row, actor, happened_at) values (169, 'claims', 17, 17, 'update', '{"id":17,"text":"It was Blinken''s third visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"checking","priority":"normal","assignee":"ben","score":0.892,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', '{"id":17,"text":"It was Blinken''s third visit to China in less than a year.","claimant_id":1,"claimed_on":null,"status":"checking","priority":"high","assignee":"ben","score":0.892,"created_at":"2026-12-03T14:57:51.805Z","due_on":null,"language":null}', 'cleo', '2026-12-03T14:57:51.821Z');
insert into claims_fts (claims_fts) values ('rebuild');
insert into articles_fts (articles_fts) values ('rebuild');
insert into notes_fts (notes_fts) values ('rebuild');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX claim_vectors_claim on claim_vectors (claim_id);
CREATE INDEX imports_run on imports (run);
CREATE UNIQUE INDEX former_tags on former_names (name collate nocase) where kind = 'tag';
CREATE UNIQUE INDEX former_outlets on former_names (name) where kind = 'outlet';
CREATE UNIQUE INDEX articles_address_once on articles (coalesce(url, source)) where text is null;
CREATE INDEX articles_url on articles (url);
CREATE INDEX articles_outlet on articles (outlet);
CREATE INDEX articles_published_on on articles (published_on);
CREATE INDEX articles_previous on articles (previous_id) where previous_id is not null;
CREATE INDEX articles_source on articles (source) where source is not null;
CREATE UNIQUE INDEX articles_once on articles (
    coalesce(url, ''), text_sha256, case when url is null and lower(substr(source, 1, 4)) = 'urn:' then source else '' end
) where text is not null;
CREATE INDEX articles_withdrawn_on on articles (withdrawn_on) where withdrawn_on is not null;
CREATE INDEX articles_page on articles (
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
CREATE INDEX claimants_name_of on claimants (name_of_id) where name_of_id is not null;
CREATE INDEX claimants_standing on claimants (coalesce(name_of_id, id));
CREATE INDEX claims_status_score on claims (status, score);
CREATE INDEX claims_status_created_at on claims (status, created_at);
CREATE INDEX claims_claimant on claims (claimant_id);
CREATE INDEX claims_priority on claims (priority);
CREATE INDEX claims_claimed_on on claims (claimed_on);
CREATE INDEX claims_created_at on claims (created_at);
CREATE INDEX claims_text on claims (text);
CREATE INDEX claims_due_on on claims (due_on) where due_on is not null;
CREATE INDEX claims_assignee on claims (assignee, status, due_on, priority) where assignee is not null;
CREATE INDEX claims_untaken on claims (status, priority = 'high' desc, priority = 'low', score desc, id)
where assignee is null and status in ('open', 'checking');
CREATE UNIQUE INDEX appearances_span on appearances (article_id, span_start, span_end)
    where span_start is not null;
CREATE INDEX appearances_kind on appearances (kind);
CREATE UNIQUE INDEX appearances_without_span
    on appearances (claim_id, article_id, coalesce(claimant_id, 0), coalesce(said_on, ''))
    where span_start is null;
CREATE INDEX appearances_claim on appearances (claim_id, article_id, said_on);
CREATE INDEX appearances_article on appearances (article_id, claim_id);
CREATE INDEX appearances_quote on appearances (substr(quote, 1, 40)) where quote is not null;
CREATE INDEX appearances_claimant on appearances (claimant_id, claim_id);
CREATE INDEX notes_claim on notes (claim_id);
CREATE INDEX claim_tags_tag on claim_tags (tag_id);
CREATE INDEX matches_right on matches (right_id, judgement);
CREATE INDEX matches_left on matches (left_id, judgement);
CREATE INDEX matches_queue on matches (judgement, score);
CREATE INDEX matches_suggestion on matches (suggestion);
CREATE UNIQUE INDEX publishers_one_desk on publishers (is_desk) where is_desk = 1;
CREATE INDEX reviews_claim on reviews (claim_id, status);
CREATE INDEX reviews_publisher on reviews (publisher_id);
CREATE INDEX reviews_rating on reviews (rating_id);
CREATE INDEX reviews_status on reviews (status);
CREATE INDEX reviews_corrects on reviews (corrects_id);
CREATE UNIQUE INDEX reviews_imported_once on reviews (publisher_id, url, claim_id)
    where origin = 'imported';
CREATE INDEX reviews_address on reviews (url) where status = 'published' and origin = 'desk';
CREATE INDEX reviews_held_on on reviews (held_on) where held_on is not null;
CREATE INDEX reviews_feed_id on reviews (feed_id) where feed_id is not null;
CREATE INDEX interventions_claim on interventions (claim_id);
CREATE INDEX interventions_outcome on interventions (outcome, asked_on);
CREATE INDEX archives_queue on archives (status, try_after);
CREATE UNIQUE INDEX tunings_in_force on tunings (part) where in_force = 1;
CREATE INDEX tunings_part on tunings (part);
CREATE UNIQUE INDEX encoders_in_force on encoders (in_force) where in_force = 1;
CREATE INDEX evidence_stance on evidence (stance);
CREATE INDEX evidence_archived on evidence (url) where archived_url is null;
CREATE UNIQUE INDEX evidence_source on evidence (claim_id, source) where source is not null;
CREATE INDEX evidence_retracted_on on evidence (retracted_on) where retracted_on is not null;
CREATE INDEX history_row on history (table_name, row_id);
CREATE INDEX history_claim on history (claim_id);
CREATE INDEX history_happened_at on history (happened_at);
CREATE INDEX history_actor on history (actor);
CREATE INDEX history_removed_marks on history (table_name, operation)
where table_name = 'evidence' and operation = 'delete' and old_row ->> 'retracted_on' is not null;
CREATE VIEW appearance_overview as
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
CREATE VIEW review_overview as
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
CREATE VIEW same_occasions as
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
CREATE VIEW claim_sightings as
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
CREATE VIEW claim_occasions as
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
CREATE VIEW claim_verdicts as
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
CREATE VIEW claim_languages as
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
CREATE VIEW claim_overview as
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
CREATE VIEW claim_columns as
select
    claim_tags.claim_id as claim_id,
    trim(cast(substr(cast(tags.name as blob), 1, instr(cast(tags.name as blob), x'3a') - 1) as text)) as name,
    trim(cast(substr(cast(tags.name as blob), instr(cast(tags.name as blob), x'3a') + 1) as text)) as value
from claim_tags join tags on tags.id = claim_tags.tag_id
where tags.name like '%_:%'
    and cast(substr(cast(tags.name as blob), 1, instr(cast(tags.name as blob), x'3a') - 1) as text) glob '*[^0-9 ]*'
    and trim(cast(substr(cast(tags.name as blob), instr(cast(tags.name as blob), x'3a') + 1) as text)) <> ''
    and trim(cast(substr(cast(tags.name as blob), instr(cast(tags.name as blob), x'3a') + 1) as text)) not like '//%';
CREATE VIEW proposed_queue as
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
CREATE VIEW waiting_pairs as
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
CREATE VIEW match_queue as
select * from waiting_pairs
order by
    case suggestion when 'duplicate' then 0 when 'related' then 1 else 2 end,
    iif(suggestion = 'conflict', -score, score) desc,
    left_id,
    right_id;
CREATE VIEW review_queue as
select * from review_overview where status in ('draft', 'submitted', 'approved') order by id;
CREATE VIEW status_counts as
select
    statuses.name as status,
    statuses.label as label,
    (select count(*) from claims where claims.status = statuses.name) as claims,
    statuses.description as description
from statuses
order by statuses.position;
CREATE VIEW claimant_overview as
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
CREATE VIEW article_overview as
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
CREATE VIEW recurring_claims as
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
CREATE VIEW carried_appearances as
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
CREATE VIEW recent_changes as
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
CREATE VIEW article_pages as
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
CREATE VIEW notes_being_restored as
select history.row_id as id
from imports
cross join copy_imports on copy_imports.first_change = imports.first_change
cross join history on history.id between copy_imports.first_change and copy_imports.last_change
where imports.run is null and history.table_name = 'notes';
CREATE VIEW judged_clusters as
with recursive reached(start_id, claim_id) as (
    select left_id, left_id from matches
    where judgement = 'same' and left_id not in (select right_id from matches where judgement = 'same')
    union
    select reached.start_id, m.right_id from reached cross join matches as m on m.left_id = reached.claim_id
    where m.judgement = 'same'
    union
    select reached.start_id, m.left_id from reached cross join matches as m on m.right_id = reached.claim_id
    where m.judgement = 'same'
)
select claim_id, min(start_id) as cluster_id
from reached
group by claim_id;
CREATE VIEW claim_clusters as
select
    claim_id,
    cluster_id,
    (select count(*) from match_clusters as others where others.cluster_id = match_clusters.cluster_id) as size
from match_clusters;
CREATE VIEW cluster_members as
select
    claims.id as claim_id,
    coalesce(own.cluster_id, claims.id) as cluster_id,
    coalesce(others.claim_id, claims.id) as member_id
from claims
left join match_clusters as own on own.claim_id = claims.id
left join match_clusters as others on others.cluster_id = own.cluster_id;
CREATE VIEW claim_places as
select
    id as claim_id,
    status,
    assignee,
    iif(assignee is not null and status in ('open', 'checking', 'in_review'), 0, 100)
        + case status
            when 'published' then 10 when 'in_review' then 20 when 'checking' then 30 when 'open' then 40
            when 'proposed' then 50 when 'parked' then 60 else 70
        end
        + case priority when 'high' then 0 when 'normal' then 1 else 2 end as place
from claims;
CREATE VIEW held_claims as
select held.claim_id as claim_id
from reviews as held
where held.held_on is not null and not exists (
    select 1 from reviews as others join publishers on publishers.id = others.publisher_id
    where others.claim_id = held.claim_id and others.status = 'published' and others.held_on is null and publishers.is_desk = 1
);
CREATE VIEW claims_with_drafts as
select claim_id from reviews where origin = 'desk' and status in ('draft', 'submitted', 'approved');
CREATE VIEW claims_ahead as
select own.claim_id as claim_id, ahead.claim_id as ahead_id
from match_clusters as own
cross join claim_places as behind on behind.claim_id = own.claim_id
cross join match_clusters as others on others.cluster_id = own.cluster_id and others.claim_id <> own.claim_id
cross join claim_places as ahead on ahead.claim_id = others.claim_id
where (ahead.place, ahead.claim_id) < (behind.place, behind.claim_id) and (
    ahead.status in ('open', 'checking', 'in_review')
    or (
        ahead.status = 'published'
        and ahead.claim_id not in (select claim_id from held_claims)
        and not exists (select 1 from claims_with_drafts where claims_with_drafts.claim_id = own.claim_id)
    )
);
CREATE VIEW claims_published_already as
select claims.id as claim_id, min(published.id) as published_id
from claims as published
cross join match_clusters as theirs on theirs.claim_id = published.id
cross join match_clusters as own on own.cluster_id = theirs.cluster_id
cross join claims on claims.id = own.claim_id
where published.status = 'published' and published.id not in (select claim_id from held_claims)
    and claims.status in ('open', 'checking') and claims.assignee is null
    and not exists (select 1 from claims_with_drafts where claims_with_drafts.claim_id = claims.id)
group by claims.id;
CREATE VIEW parted_claims as select null as left_id, null as right_id where false;
CREATE VIEW standing_claimants as
select
    claimants.id as id,
    claimants.name as written,
    coalesce(claimants.name_of_id, claimants.id) as standing_id,
    iif(
        claimants.name_of_id is null,
        claimants.name,
        (select standing.name from claimants as standing where standing.id = claimants.name_of_id)
    ) as name,
    iif(
        claimants.name_of_id is null,
        claimants.kind,
        (select standing.kind from claimants as standing where standing.id = claimants.name_of_id)
    ) as kind
from claimants;
CREATE VIEW sighting_details as
select
    claim_sightings.claim_id as claim_id,
    appearances.id as id,
    appearances.quote as quote,
    coalesce(claimants.name, appearances.speaker_as_written) as speaker,
    appearances.kind as kind,
    claim_sightings.seen_on as seen_on,
    coalesce(claim_sightings.seen_on, date(articles.created_at)) as known_by,
    articles.id as article_id,
    articles.outlet as outlet,
    articles.title as title,
    articles.url as url,
    replace(cast(articles.language as blob), '_', '-') as language, -- an older claimtrack stored what pages say, such as pt_BR
    exists (
        select 1 from claim_occasions
        where claim_occasions.claim_id = claim_sightings.claim_id and appearance_id = appearances.id
    ) as counts
from claim_sightings
join appearances on appearances.id = claim_sightings.appearance_id
join articles on articles.id = appearances.article_id
left join claimants on claimants.id = appearances.claimant_id;
CREATE VIEW withdrawn_articles as
with recursive versions (id, withdrawn_on) as (
    select id, withdrawn_on from articles
    where withdrawn_on is not null and not exists (select 1 from articles as newer where newer.previous_id = articles.id)
    union
    select articles.previous_id, versions.withdrawn_on from versions join articles using (id) where articles.previous_id is not null
)
select id, withdrawn_on from versions;
CREATE VIEW verdict_contents as
select
    reviews.id as review_id,
    json_object(
        'claimant_kind', claimants.kind,
        'claimant_role', claimants.role,
        'claimant_url', claimants.url,
        'definition', (select definition from ratings where ratings.id = reviews.rating_id),
        'first_seen', (select min(seen_on) from claim_sightings where claim_sightings.claim_id = reviews.claim_id),
        'evidence', (
            select json_group_array(
                json_object(
                    'id', id, iif(url is null, 'source', 'url'), coalesce(url, source), 'title', title, 'stance', stance,
                    'quote', quote, 'is_primary', is_primary, 'archived_url', archived_url
                )
            )
            from (select * from evidence where evidence.claim_id = reviews.claim_id order by id)
        ),
        'appearances', (
            select json_group_object(
                id,
                json_object(
                    'quote', quote, 'speaker', speaker, 'kind', kind, 'seen_on', seen_on, 'outlet', outlet, 'title', title,
                    'url', url, 'counts', counts
                )
            )
            from (
                select * from sighting_details where sighting_details.claim_id = reviews.claim_id
                order by min(known_by) over (partition by url), min(id) over (partition by url), id
            )
        )
    ) as said
from reviews
join review_subjects on review_subjects.review_id = reviews.id
left join claimants on claimants.id = review_subjects.claimant_id;
CREATE VIEW signed_evidence as
select
    reviews.id as review_id,
    reviews.claim_id as claim_id,
    signed.value ->> 'id' as id,
    signed.value ->> 'url' as url,
    signed.value ->> 'source' as source,
    signed.value ->> 'title' as title,
    signed.value ->> 'stance' as stance,
    signed.value ->> 'quote' as quote,
    signed.value ->> 'is_primary' as is_primary,
    coalesce(signed.value ->> 'archived_url', evidence.archived_url) as archived_url,
    coalesce(
        evidence.retracted_on,
        -- Whoever corrects the verdict may have removed it from the claim by now. Others may since have taken the mark back.
        (
            select gone.old_row ->> 'retracted_on' from history as gone
            where gone.table_name = 'evidence' and gone.row_id = signed.value ->> 'id' and gone.operation = 'delete'
                and gone.old_row ->> 'retracted_on' is not null
                and not exists (
                    select 1 from evidence as same
                    join history as later on later.table_name = 'evidence' and later.row_id = same.id and later.id > gone.id
                    where (same.url = signed.value ->> 'url' or same.claim_id = reviews.claim_id and same.source = signed.value ->> 'source')
                        and later.old_row ->> 'retracted_on' is not null and later.new_row ->> 'retracted_on' is null
                )
            order by gone.id desc limit 1
        )
    ) as retracted_on
from reviews
join signed_verdicts on signed_verdicts.review_id = reviews.id
cross join json_each(signed_verdicts.said, '$.evidence') as signed
-- By its address or words, each by an index: it may have been removed and added again.
left join evidence on evidence.claim_id = reviews.claim_id
    and (evidence.url = signed.value ->> 'url' or evidence.source = signed.value ->> 'source')
where reviews.status in ('approved', 'published');
CREATE VIEW published_evidence as
select signed_evidence.* from reviews cross join signed_evidence on review_id = reviews.id where reviews.status = 'published';
CREATE VIEW signed_sightings as
select
    reviews.id as review_id,
    reviews.claim_id as claim_id,
    iif(signed.value ->> 'url' is null, null, signed.id) as place,
    cast(signed.key as integer) as id,
    signed.value ->> 'quote' as quote,
    signed.value ->> 'speaker' as speaker,
    signed.value ->> 'kind' as kind,
    coalesce(signed.value ->> 'seen_on', appearances.said_on, articles.published_on) as seen_on,
    null as known_by,
    coalesce(signed.value ->> 'outlet', articles.outlet) as outlet,
    coalesce(signed.value ->> 'title', articles.title) as title,
    coalesce(signed.value ->> 'url', articles.url) as url,
    withdrawn_articles.withdrawn_on as withdrawn_on,
    replace(cast(articles.language as blob), '_', '-') as language,
    signed.value ->> 'counts' as counts
from reviews
join signed_verdicts on signed_verdicts.review_id = reviews.id
cross join json_each(signed_verdicts.said, '$.appearances') as signed
left join appearances on appearances.id = cast(signed.key as integer)
left join articles on articles.id = appearances.article_id
left join withdrawn_articles on withdrawn_articles.id = appearances.article_id
where reviews.status in ('approved', 'published');
CREATE VIEW later_sightings as
select
    reviews.id as review_id,
    reviews.claim_id as claim_id,
    null as place,
    later.id as id,
    later.quote as quote,
    later.speaker as speaker,
    later.kind as kind,
    later.seen_on as seen_on,
    later.known_by as known_by,
    later.outlet as outlet,
    later.title as title,
    later.url as url,
    withdrawn_articles.withdrawn_on as withdrawn_on,
    later.language as language,
    later.counts and not exists (
        select 1 from same_occasions
        where kept_id = later.id and said -> ('$.appearances.' || again_id) is not null
    ) and not exists (
        with recursive former_versions (id) as (
            select previous_id from articles where articles.id = later.article_id
            union
            select previous_id from former_versions join articles on articles.id = former_versions.id
        )
        select 1 from former_versions cross join appearances on appearances.article_id = former_versions.id
        where said -> ('$.appearances.' || appearances.id) is not null
    ) as counts
from reviews
left join signed_verdicts on signed_verdicts.review_id = reviews.id
cross join sighting_details as later on later.claim_id = reviews.claim_id
left join withdrawn_articles on withdrawn_articles.id = later.article_id
where reviews.status in ('approved', 'published') and said -> ('$.appearances.' || later.id) is null;
CREATE VIEW verdict_sightings as
select * from signed_sightings union all select * from later_sightings;
CREATE VIEW published_sightings as
select verdict_sightings.* from reviews cross join verdict_sightings on review_id = reviews.id where reviews.status = 'published';
CREATE VIEW claim_sheet as
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
CREATE VIEW review_sheet as
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
CREATE VIEW appearance_sheet as
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
CREATE VIEW evidence_sheet as
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
CREATE VIEW note_sheet as
select
    notes.id as id,
    notes.claim_id as claim_id,
    claims.text as claim,
    notes.body as body,
    notes.author as author,
    notes.created_at as created_at,
    notes.step as step
from notes join claims on claims.id = notes.claim_id;
CREATE VIEW correction_sheet as
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
CREATE VIEW log_sheet as
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
CREATE VIEW verdict_details as
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
CREATE VIEW claimreview_sheet as
select
    id, claim_id, is_desk, claim, url, rating, publisher, publisher_url, scale, value, worst, best, reviewed_on, claimant, claimant_kind,
    claimant_role, claimant_url, claimed_on, first_seen, appearances, first_page_on, withdrawn_appearances, definition, headline, summary,
    language, correction_note, corrects_id, is_update, claim_language,
    (select first.reviewed_on from reviews as first where first.id = page_id) as first_reviewed_on
from verdict_details join review_pages on review_id = verdict_details.id
where status = 'published' and held_on is null;
CREATE VIEW review_subjects as
select
    reviews.id as review_id,
    coalesce(reviews.claim_reviewed, claims.text) as claim,
    iif(
        reviews.origin = 'desk' and reviews.claim_reviewed is not null,
        reviews.claimant_reviewed,
        (select name from standing_claimants where standing_claimants.id = claims.claimant_id)
    ) as claimant,
    iif(
        reviews.origin = 'desk' and reviews.claim_reviewed is not null, reviews.claimed_on_reviewed, claims.claimed_on
    ) as claimed_on,
    -- For the claimant's kind, role and address. If no claimant has the signed name any more, it was renamed: then it is the claim's.
    -- A name that was joined to another after publication still means its own row.
    iif(
        reviews.origin = 'desk' and reviews.claim_reviewed is not null,
        iif(
            reviews.claimant_reviewed is null,
            null,
            coalesce((select id from claimants as named where name = reviews.claimant_reviewed), claims.claimant_id)
        ),
        (select standing_id from standing_claimants where standing_claimants.id = claims.claimant_id)
    ) as claimant_id
from reviews
join claims on claims.id = reviews.claim_id;
CREATE VIEW signed_reviews as
select
    reviews.id as review_id,
    reviews.claim_id as claim_id,
    reviews.claim_reviewed as claim_reviewed,
    reviews.claimant_reviewed as claimant_reviewed,
    reviews.claimed_on_reviewed as claimed_on_reviewed,
    coalesce(
        (
            select max(history.happened_at) from history
            where history.table_name = 'reviews' and history.row_id = reviews.id
                and history.new_row ->> 'status' = 'approved' and history.old_row ->> 'status' <> 'approved'
        ),
        '9999' -- without an approval in history
    ) as signed_at
from reviews
where reviews.origin = 'desk'
    and (
        reviews.status = 'approved'
        or reviews.status = 'published' and not exists (
            select 1
            from reviews as corrections join reviews as corrected on corrected.id = corrections.corrects_id
            where corrections.claim_id = reviews.claim_id and corrections.status in ('draft', 'submitted')
                and corrected.claim_id = reviews.claim_id and corrected.status = 'published'
        )
    );
CREATE VIEW signed_rows as
select signed_reviews.claim_id as claim_id, 'evidence' as table_name, signed.value ->> 'id' as row_id
from signed_reviews
join signed_verdicts on signed_verdicts.review_id = signed_reviews.review_id
join json_each(signed_verdicts.said, '$.evidence') as signed
union all
select signed_reviews.claim_id, 'appearances', cast(signed.key as integer)
from signed_reviews
join signed_verdicts on signed_verdicts.review_id = signed_reviews.review_id
join json_each(signed_verdicts.said, '$.appearances') as signed;
CREATE VIEW verdicts_as_published as
select
    reviews.id as review_id,
    new_row ->> 'rating_id' as rating_id,
    new_row ->> 'headline' as headline,
    new_row ->> 'summary' as summary,
    new_row ->> 'reviewed_on' as reviewed_on
from reviews
join history on history.id = (
    select max(history.id) from history
    where table_name = 'reviews' and row_id = reviews.id
        and new_row ->> 'status' = 'published' and old_row ->> 'status' <> 'published'
)
where origin = 'desk' and (status = 'published' or status = 'withdrawn' and claim_reviewed is not null);
CREATE VIEW review_pages as
with recursive versions (review_id, page_id, feed_id) as (
    select id, id, feed_id from reviews where corrects_id is null
    union
    select reviews.id, versions.page_id, coalesce(reviews.feed_id, versions.feed_id)
    from versions cross join reviews on reviews.corrects_id = versions.review_id
)
select review_id, page_id, feed_id from versions;
CREATE VIEW claims_per_week as
select
    date(created_at, 'localtime', 'weekday 0', '-6 days') as week,
    count(*) as claims
from claims
group by week
order by week;
CREATE VIEW status_funnel as
select 1 as position, 'on the desk' as stage, count(*) as claims from claims
union all
select 2, 'taken up', count(*) from claims where status not in ('proposed', 'rejected')
union all
select 3, 'being checked or further', count(*) from claims where status in ('checking', 'in_review', 'published')
union all
select 4, 'in review or further', count(*) from claims where status in ('in_review', 'published')
union all
select 5, 'published', count(*) from claims where status = 'published'
order by position;
CREATE VIEW ratings_by_claimant as
select
    standing_claimants.standing_id as claimant_id,
    standing_claimants.name as claimant,
    rating_scales.name as scale,
    ratings.name as rating,
    (select name from publishers where publishers.id = rating_scales.publisher_id and publishers.is_desk = 0) as rated_by,
    ratings.position as position,
    count(*) as reviews
from reviews
join claims on claims.id = reviews.claim_id
join standing_claimants on standing_claimants.id = claims.claimant_id
join ratings on ratings.id = reviews.rating_id
join rating_scales on rating_scales.id = ratings.scale_id
where reviews.status = 'published'
group by standing_claimants.standing_id, ratings.id
order by reviews desc, claimant, position;
CREATE VIEW desk_events as
select 'claims_filed' as figure, id as claim_id, date(created_at, 'localtime') as day, null as rating from claims
union all
select 'verdicts_published', reviews.claim_id, reviews.reviewed_on, ratings.name
from reviews join ratings on ratings.id = reviews.rating_id
where reviews.origin = 'desk' and reviews.corrects_id is null and (reviews.status = 'published' or exists (
    select 1 from history
    where table_name = 'reviews' and row_id = reviews.id and new_row ->> 'status' = 'published'
))
union all
select 'verdicts_corrected', claim_id, changed_on, rating_before from correction_sheet where action = 'corrected';
CREATE VIEW days_to_publication as
select
    claims.id as claim_id,
    claims.text as claim,
    min(reviews.reviewed_on) as published_on,
    iif(
        min(reviews.reviewed_on) >= date(claims.created_at, 'localtime'),
        cast(julianday(min(reviews.reviewed_on)) - julianday(date(claims.created_at, 'localtime')) as integer),
        null
    ) as days
from reviews join claims on claims.id = reviews.claim_id
-- Also one that was corrected or withdrawn since: it was the first.
where reviews.origin = 'desk'
    and (reviews.status = 'published' or reviews.status = 'withdrawn' and reviews.claim_reviewed is not null)
group by claims.id
order by published_on;
CREATE VIEW speaker_occasions as
select
    claim_id, claim, speaker_id, speaker, seen_on,
    coalesce(days ->> 0, seen_on) as first_seen,
    coalesce(days ->> 1, seen_on) as last_seen
from (
    select
        claim_occasions.claim_id as claim_id,
        claims.text as claim,
        standing_claimants.standing_id as speaker_id,
        coalesce(standing_claimants.name, appearances.speaker_as_written) as speaker,
        coalesce(appearances.said_on, articles.published_on) as seen_on,
        -- The first and last day over all versions of the article, as in the ledger of a claim; null if it has only one.
        case when articles.previous_id is not null then (
            with recursive versions (id) as (
                select articles.previous_id
                union
                select older.previous_id from versions join articles as older using (id) where older.previous_id is not null
            )
            select json_array(min(seen_on), max(seen_on)) from (
                select coalesce(appearances.said_on, articles.published_on) as seen_on
                union all
                select sightings.seen_on from claim_sightings as sightings
                where sightings.claim_id = claim_occasions.claim_id and sightings.article_id in (select id from versions)
            )
        ) end as days
    from claim_occasions
    cross join appearances on appearances.id = claim_occasions.appearance_id
    join articles on articles.id = appearances.article_id
    join claims on claims.id = claim_occasions.claim_id
    left join standing_claimants on standing_claimants.id = appearances.claimant_id
    where claim_occasions.claim_id = claim_occasions.cluster_id
        and coalesce(standing_claimants.name, appearances.speaker_as_written) is not null
);
CREATE VIEW repeats_by_speaker as
select
    claim_id,
    claim,
    speaker_id,
    speaker,
    count(*) as appearances,
    min(first_seen) as first_seen,
    max(last_seen) as last_seen
from speaker_occasions
-- Only claims that a speaker may have made more than once: an index of the claimants has them, but for those that were judged the same as
-- others and speakers with several names. To count the occasions of all takes seconds.
where claim_id in (
    select claim_id from appearances group by claimant_id, claim_id having count(*) > 1
    union all
    select cluster_id from match_clusters
    union all
    select appearances.claim_id
    from claimants as other_names
    join claimants as names on names.id in (other_names.id, other_names.name_of_id)
    join appearances on appearances.claimant_id = names.id
    where other_names.name_of_id is not null
)
group by claim_id, coalesce(speaker_id, lower(speaker))
having count(*) > 1
order by appearances desc, claim_id, speaker;
CREATE VIEW rewordings as
select id, row_id as claim_id, old_row ->> 'text' as text_before
from history
where table_name = 'claims' and operation = 'update' and old_row ->> 'text' <> new_row ->> 'text';
CREATE VIEW match_words as
select
    matches.id as id,
    exists (
        select 1 from claims
        where claims.id in (matches.left_id, matches.right_id) and claims.text <> (
            select text_before from rewordings
            where claim_id = claims.id and rewordings.id > (
                select max(history.id) from history
                where table_name = 'matches' and row_id = matches.id and (
                    operation = 'insert'
                    or (old_row ->> 'score', old_row ->> 'reasons', old_row ->> 'differences')
                        is not (new_row ->> 'score', new_row ->> 'reasons', new_row ->> 'differences')
                )
            )
            order by rewordings.id limit 1
        )
    ) as is_scored_otherwise,
    exists (
        select 1 from claims
        where claims.id in (matches.left_id, matches.right_id) and claims.text <> (
            select text_before from rewordings
            where claim_id = claims.id and rewordings.id > (
                select min(history.id) from history
                where table_name = 'matches' and row_id = matches.id and operation = 'update'
                    and new_row ->> 'judged_at' = matches.judged_at
            )
            order by rewordings.id limit 1
        )
    ) as is_judged_otherwise
from matches;
CREATE TRIGGER claims_status_step before update of status on claims
when old.status <> new.status
    and not exists (
        select 1 from status_transitions
        where from_status = old.status and to_status = new.status
    )
    and exists (select 1 from statuses where name = old.status) -- no step leads from what a damaged file has: `doctor` has it replaced
begin
    select raise(abort, 'InvalidTransition: a claim cannot go from its present status to this one; the table status_transitions lists the possible steps');
end;
CREATE TRIGGER claims_enter_before_their_check before insert on claims
when new.status <> 'open' and new.status in (select name from statuses)
    and not exists (select 1 from status_transitions where from_status = 'open' and to_status = new.status)
begin
    select raise(abort, 'InvalidTransition: a new claim cannot have this status; insert it as proposed or open, then change the status step by step');
end;
CREATE TRIGGER claims_published_stays before update of text, claimant_id, claimed_on on claims
when old.status = 'published'
    and (old.text, old.claimant_id, old.claimed_on) is not (new.text, new.claimant_id, new.claimed_on)
    and not exists (select 1 from reviews where claim_id = old.id and status = 'published' and origin = 'desk')
begin
    select raise(abort, 'Refused: a published claim cannot be reworded; since none of our reviews of it is published, set its status to checking first');
end;
CREATE TRIGGER claims_enter_with_a_language_code before insert on claims
when new.language not glob '[A-Za-z][A-Za-z]*' or new.language glob '*[^A-Za-z0-9-]*' or instr(new.language || '-', '-') > 4
begin
    select raise(abort, 'InvalidValue: language must be a code, as in cy or pt-BR');
end;
CREATE TRIGGER claims_language_is_a_code before update of language on claims
when new.language not glob '[A-Za-z][A-Za-z]*' or new.language glob '*[^A-Za-z0-9-]*' or instr(new.language || '-', '-') > 4
begin
    select raise(abort, 'InvalidValue: language must be a code, as in cy or pt-BR');
end;
CREATE TRIGGER articles_language_is_a_code before update of language on articles
when new.language is not old.language
    and (new.language not glob '[A-Za-z][A-Za-z]*' or new.language glob '*[^A-Za-z0-9-]*' or instr(new.language || '-', '-') > 4)
    and not exists (
        select 1 from history where table_name = 'articles' and row_id = new.id and old_row ->> 'language' = new.language
    )
begin
    select raise(abort, 'InvalidValue: language must be a code, as in cy or pt-BR');
end;
CREATE TRIGGER articles_text_is_final before update of text, text_sha256 on articles
when old.text is not null and (old.text is not new.text or old.text_sha256 is not new.text_sha256)
    and not coalesce(
        old.text_sha256 is not new.text_sha256 and (
            length(new.text) > length(old.text)
                and substr(new.text, 1, length(rtrim(old.text, char(10)))) = rtrim(old.text, char(10))
                and not exists (
                    select 1 from appearances where article_id = old.id and span_end > length(rtrim(old.text, char(10)))
                )
            or length(new.text) < length(old.text)
                and substr(old.text, 1, length(rtrim(new.text, char(10)))) = rtrim(new.text, char(10))
                and exists (
                    select 1 from history
                    where table_name = 'articles' and row_id = old.id and operation = 'update'
                        and old_row ->> 'text_sha256' = new.text_sha256 and new_row ->> 'text_sha256' = old.text_sha256
                )
                and not exists (select 1 from appearances where article_id = old.id and span_end > length(new.text))
            or new.text is null and new.text_sha256 is null
                and exists (
                    select 1 from history
                    where table_name = 'articles' and row_id = old.id and operation = 'update'
                        and old_row ->> 'text_sha256' is null and new_row ->> 'text_sha256' = old.text_sha256
                )
                and not exists (select 1 from appearances where article_id = old.id and quote is not null)
                and not exists (select 1 from articles as newer where newer.previous_id = old.id)
        ),
        0
    )
begin
    select raise(abort, 'Refused: the text of an article cannot be edited; bring in the changed article as a new one');
end;
CREATE TRIGGER articles_are_no_version_of_themselves before update of previous_id on articles
when new.previous_id is not null and new.previous_id is not old.previous_id and new.id in (
    with recursive earlier (id) as (
        values (new.previous_id)
        union
        select previous_id from earlier join articles using (id) where previous_id is not null
    )
    select id from earlier
)
begin
    select raise(abort, 'Refused: previous_id must not be the article itself or one of its later versions');
end;
CREATE TRIGGER readings_go_with_their_article after delete on articles
begin
    delete from article_readings where article_id = old.id;
end;
CREATE TRIGGER appearances_span_holds_quote before insert on appearances
when new.span_start is not null and (
    substr(
        (select text from articles where id = new.article_id),
        new.span_start + 1, new.span_end - new.span_start
    ) is not new.quote
    -- substr() stops at the end of the text, so a span that goes beyond it would pass.
    or length(new.quote) <> new.span_end - new.span_start
)
begin
    select raise(abort, 'InvalidSpan: the article does not have these words at this span');
end;
CREATE TRIGGER appearances_span_still_holds_quote
before update of article_id, span_start, span_end, quote on appearances
when new.span_start is not null and (
    substr(
        (select text from articles where id = new.article_id),
        new.span_start + 1, new.span_end - new.span_start
    ) is not new.quote
    -- substr() stops at the end of the text, so a span that goes beyond it would pass.
    or length(new.quote) <> new.span_end - new.span_start
)
begin
    select raise(abort, 'InvalidSpan: the article does not have these words at this span');
end;
CREATE TRIGGER matches_enter_unjudged before insert on matches
when new.judgement <> 'unjudged'
begin
    select raise(abort, 'Refused: a new pair must be unjudged; insert it, then judge it with an update');
end;
CREATE TRIGGER matches_pair_is_final before update of left_id, right_id on matches
when old.left_id <> new.left_id or old.right_id <> new.right_id
begin
    select raise(abort, 'Refused: the two claims of a pair cannot be changed; record another pair');
end;
CREATE TRIGGER matches_judged_are_not_replaced before insert on matches
when exists (
    select 1 from matches
    where left_id = new.left_id and right_id = new.right_id and judgement <> 'unjudged'
)
begin
    select raise(abort, 'Refused: this pair is already judged; judge it again with an update');
end;
CREATE TRIGGER matches_judged_stay before update of score, suggestion, reasons, differences, scorer on matches
when old.judgement <> 'unjudged' and new.judgement = old.judgement
    and (old.score, old.suggestion, old.reasons, old.differences, old.scorer)
        is not (new.score, new.suggestion, new.reasons, new.differences, new.scorer)
begin
    select raise(ignore);
end;
CREATE TRIGGER reviews_status_step before update of status on reviews
when old.status <> new.status
    and not exists (
        select 1 from review_status_transitions
        where from_status = old.status and to_status = new.status
    )
    and exists (select 1 from review_statuses where name = old.status) -- as above
begin
    select raise(abort, 'InvalidTransition: a review cannot go from its present status to this one; the table review_status_transitions lists the possible steps');
end;
CREATE TRIGGER reviews_drafter_is_final before update of drafted_by on reviews
when old.drafted_by is not null and old.drafted_by is not new.drafted_by
begin
    select raise(abort, 'Refused: the drafter of a review cannot be changed afterwards');
end;
CREATE TRIGGER reviews_drafter_is_actor before insert on reviews
when new.origin = 'desk'
    and (select actor from audit_context where id = 1) is not null
    and (
        coalesce(new.drafted_by <> (select actor from audit_context where id = 1) collate nocase, 0)
        or new.approved_by is not null
    )
begin
    select raise(abort, 'Refused: you can draft a review only in your own name, and someone else must approve it afterwards');
end;
CREATE TRIGGER reviews_approver_is_actor before update of approved_by on reviews
when new.approved_by is not null and old.approved_by is not new.approved_by
    and coalesce(new.approved_by <> (select actor from audit_context where id = 1) collate nocase, 0)
begin
    select raise(abort, 'Refused: you can approve a review only in your own name');
end;
CREATE TRIGGER notes_author after insert on notes
when new.author is null
    and not exists (select 1 from notes_being_restored where id = new.id)
begin
    update notes set author = (select actor from audit_context where id = 1) where id = new.id;
end;
CREATE TRIGGER evidence_added_by after insert on evidence when new.added_by is null
begin
    update evidence set added_by = (select actor from audit_context where id = 1) where id = new.id;
end;
CREATE TRIGGER reviews_drafted_by after insert on reviews when new.drafted_by is null
begin
    update reviews set drafted_by = (select actor from audit_context where id = 1) where id = new.id;
end;
CREATE TRIGGER matches_judged_by after update of judgement on matches
when old.judgement <> new.judgement and new.judged_at is old.judged_at
begin
    update matches
    set judged_by = (select actor from audit_context where id = 1),
        judged_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    where id = new.id;
end;
CREATE TRIGGER reviews_keep_what_was_signed after update of status on reviews
when new.status = 'published' and old.status <> 'published' and new.origin = 'desk'
begin
    update reviews
    set (claim_reviewed, claimant_reviewed, claimed_on_reviewed) = (
        select claims.text, (select name from standing_claimants where id = claims.claimant_id), claims.claimed_on
        from claims
        where claims.id = new.claim_id
    )
    where id = new.id;
end;
CREATE TRIGGER reviews_draft_is_unsigned after update of status on reviews
when new.status = 'draft' and new.approved_by is not null and new.origin = 'desk'
begin
    update reviews
    set approved_by = null,
        claim_reviewed = null,
        claimant_reviewed = null,
        claimed_on_reviewed = null
    where id = new.id;
end;
CREATE TRIGGER history_is_not_updated before update on history
begin
    select raise(abort, 'Refused: history cannot be changed');
end;
CREATE TRIGGER history_is_not_deleted before delete on history
begin
    select raise(abort, 'Refused: history cannot be changed');
end;
CREATE TRIGGER history_is_not_replaced before insert on history
when exists (select 1 from history where id = new.id)
begin
    select raise(abort, 'Refused: history cannot be changed');
end;
CREATE TRIGGER audit_context_stays before delete on audit_context
begin
    select raise(abort, 'Refused: the audit context must stay one row');
end;
CREATE TRIGGER claims_fts_insert after insert on claims
begin
    insert into claims_fts (rowid, text) values (new.id, new.text);
end;
CREATE TRIGGER claims_fts_delete after delete on claims
begin
    insert into claims_fts (claims_fts, rowid, text) values ('delete', old.id, old.text);
end;
CREATE TRIGGER claims_fts_update after update of text on claims
begin
    insert into claims_fts (claims_fts, rowid, text) values ('delete', old.id, old.text);
    insert into claims_fts (rowid, text) values (new.id, new.text);
end;
CREATE TRIGGER articles_fts_insert after insert on articles
begin
    insert into articles_fts (rowid, title, text) values (new.id, new.title, new.text);
end;
CREATE TRIGGER articles_fts_delete after delete on articles
begin
    insert into articles_fts (articles_fts, rowid, title, text) values ('delete', old.id, old.title, old.text);
end;
CREATE TRIGGER articles_fts_update after update of title, text on articles
begin
    insert into articles_fts (articles_fts, rowid, title, text) values ('delete', old.id, old.title, old.text);
    insert into articles_fts (rowid, title, text) values (new.id, new.title, new.text);
end;
CREATE TRIGGER notes_fts_insert after insert on notes
begin
    insert into notes_fts (rowid, body) values (new.id, new.body);
end;
CREATE TRIGGER notes_fts_delete after delete on notes
begin
    insert into notes_fts (notes_fts, rowid, body) values ('delete', old.id, old.body);
end;
CREATE TRIGGER notes_fts_update after update of body on notes
begin
    insert into notes_fts (notes_fts, rowid, body) values ('delete', old.id, old.body);
    insert into notes_fts (rowid, body) values (new.id, new.body);
end;
CREATE TRIGGER evidence_is_added_by_actor before insert on evidence
when new.added_by <> (select actor from audit_context where id = 1) collate nocase
    and not exists (
        select 1 from history
        where table_name = 'evidence' and row_id = new.id and operation = 'delete' and old_row ->> 'added_by' = new.added_by
    )
begin
    select raise(abort, 'Refused: you can add evidence only in your own name; leave added_by out');
end;
CREATE TRIGGER evidence_added_by_is_final before update of added_by on evidence
when old.added_by is not new.added_by
    and (select actor from audit_context where id = 1) is not null
    and (old.added_by is not null or new.added_by <> (select actor from audit_context where id = 1) collate nocase)
    and not exists (
        select 1 from history
        where table_name = 'evidence' and row_id = new.id and new_row ->> 'added_by' is new.added_by
    )
begin
    select raise(abort, 'Refused: who added evidence cannot be changed afterwards');
end;
CREATE TRIGGER matches_judge_is_actor before update of judgement, judged_by, judged_at on matches
when (old.judged_by, old.judged_at) is not (new.judged_by, new.judged_at)
    and new.judged_by <> (select actor from audit_context where id = 1) collate nocase
    and not exists (
        select 1 from history
        where table_name = 'matches' and row_id = new.id
            and (new_row ->> 'judgement', new_row ->> 'judged_by', new_row ->> 'judged_at')
                is (new.judgement, new.judged_by, new.judged_at)
    )
begin
    select raise(abort, 'Refused: you can judge a pair only in your own name; leave judged_by and judged_at out');
end;
CREATE TRIGGER matches_same_is_possible after update of judgement on matches
when new.judgement = 'same' and old.judgement <> 'same'
begin
    insert into match_clusters (claim_id, cluster_id)
    values (new.left_id, new.left_id), (new.right_id, new.right_id)
    on conflict (claim_id) do nothing;

    update match_clusters
    set cluster_id = merged.lower
    from (
        select min(cluster_id) as lower, max(cluster_id) as higher
        from match_clusters where claim_id in (new.left_id, new.right_id)
    ) as merged
    where match_clusters.cluster_id = merged.higher and merged.higher <> merged.lower;

    select raise(abort, 'Refused: these claims, or claims judged the same as them, were judged different; undo that judgement first')
    where exists (
        select 1
        from match_clusters as lefts
        cross join matches on matches.left_id = lefts.claim_id and matches.judgement = 'different'
        cross join match_clusters as rights on rights.claim_id = matches.right_id
        where rights.cluster_id = lefts.cluster_id
            and lefts.cluster_id = (select cluster_id from match_clusters where claim_id = new.left_id)
    );
end;
CREATE TRIGGER matches_different_is_possible after update of judgement on matches
when old.judgement <> new.judgement and (old.judgement = 'same' or new.judgement = 'different')
begin
    insert into parted_claims select new.left_id, new.right_id where old.judgement = 'same';

    select raise(abort, 'Refused: these two claims are the same by other judgements; undo one of those first')
    where new.judgement = 'different' and exists (
        select 1
        from match_clusters as lefts join match_clusters as rights on rights.cluster_id = lefts.cluster_id
        where lefts.claim_id = new.left_id and rights.claim_id = new.right_id
    );
end;
CREATE TRIGGER matches_deleted_joins_nothing after delete on matches when old.judgement = 'same'
begin
    insert into parted_claims values (old.left_id, old.right_id);
end;
CREATE TRIGGER claims_are_parted instead of insert on parted_claims
begin
    update match_clusters
    set cluster_id = rest.lowest
    from (
        with recursive reached(claim_id) as (
            select cluster_id from match_clusters where claim_id = new.left_id
            union
            select m.right_id from reached cross join matches as m on m.left_id = reached.claim_id
            where m.judgement = 'same'
            union
            select m.left_id from reached cross join matches as m on m.right_id = reached.claim_id
            where m.judgement = 'same'
        )
        select claim_id, min(claim_id) over () as lowest
        from match_clusters
        where cluster_id = (select cluster_id from match_clusters where claim_id = new.left_id)
            and claim_id not in (select claim_id from reached)
    ) as rest
    where match_clusters.claim_id = rest.claim_id;

    -- If they are apart now: `duplicates` paired other claims with one of them, which stood for all (triggers_match.sql).
    insert or ignore into match_uncompared (claim_id)
    select others.claim_id
    from match_clusters as lefts
    join match_clusters as rights on rights.claim_id = new.right_id and rights.cluster_id <> lefts.cluster_id
    join match_clusters as others on others.cluster_id in (lefts.cluster_id, rights.cluster_id)
    where lefts.claim_id = new.left_id;

    delete from match_clusters
    where claim_id in (new.left_id, new.right_id) and not exists (
        select 1 from match_clusters as others
        where others.cluster_id = match_clusters.cluster_id and others.claim_id <> match_clusters.claim_id
    );
end;
CREATE TRIGGER appearances_said_on_enters_as_a_day before insert on appearances
when new.said_on is not date(new.said_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: said_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER appearances_said_on_is_a_day before update of said_on on appearances
when new.said_on is not old.said_on and new.said_on is not date(new.said_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: said_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER articles_published_on_enters_as_a_day before insert on articles
when new.published_on is not date(new.published_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: published_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER articles_published_on_is_a_day before update of published_on on articles
when new.published_on is not old.published_on and new.published_on is not date(new.published_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: published_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER articles_withdrawn_on_enters_as_a_day before insert on articles
when new.withdrawn_on is not date(new.withdrawn_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: withdrawn_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER articles_withdrawn_on_is_a_day before update of withdrawn_on on articles
when new.withdrawn_on is not old.withdrawn_on and new.withdrawn_on is not date(new.withdrawn_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: withdrawn_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER claims_claimed_on_enters_as_a_day before insert on claims
when new.claimed_on is not date(new.claimed_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: claimed_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER claims_claimed_on_is_a_day before update of claimed_on on claims
when new.claimed_on is not old.claimed_on and new.claimed_on is not date(new.claimed_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: claimed_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER claims_due_on_enters_as_a_day before insert on claims
when new.due_on is not date(new.due_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: due_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER claims_due_on_is_a_day before update of due_on on claims
when new.due_on is not old.due_on and new.due_on is not date(new.due_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: due_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER evidence_retracted_on_enters_as_a_day before insert on evidence
when new.retracted_on is not date(new.retracted_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: retracted_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER evidence_retracted_on_is_a_day before update of retracted_on on evidence
when new.retracted_on is not old.retracted_on and new.retracted_on is not date(new.retracted_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: retracted_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER interventions_asked_on_enters_as_a_day before insert on interventions
when new.asked_on is not date(new.asked_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: asked_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER interventions_asked_on_is_a_day before update of asked_on on interventions
when new.asked_on is not old.asked_on and new.asked_on is not date(new.asked_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: asked_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER interventions_outcome_on_enters_as_a_day before insert on interventions
when new.outcome_on is not date(new.outcome_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: outcome_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER interventions_outcome_on_is_a_day before update of outcome_on on interventions
when new.outcome_on is not old.outcome_on and new.outcome_on is not date(new.outcome_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: outcome_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER reviews_reviewed_on_enters_as_a_day before insert on reviews
when new.reviewed_on is not date(new.reviewed_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: reviewed_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER reviews_reviewed_on_is_a_day before update of reviewed_on on reviews
when new.reviewed_on is not old.reviewed_on and new.reviewed_on is not date(new.reviewed_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: reviewed_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER reviews_withdrawn_on_enters_as_a_day before insert on reviews
when new.withdrawn_on is not date(new.withdrawn_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: withdrawn_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER reviews_withdrawn_on_is_a_day before update of withdrawn_on on reviews
when new.withdrawn_on is not old.withdrawn_on and new.withdrawn_on is not date(new.withdrawn_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: withdrawn_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER reviews_claimed_on_reviewed_enters_as_a_day before insert on reviews
when new.claimed_on_reviewed is not date(new.claimed_on_reviewed, '+0 days')
begin
    select raise(abort, 'InvalidValue: claimed_on_reviewed must be a day, as in 2024-04-22');
end;
CREATE TRIGGER reviews_claimed_on_reviewed_is_a_day before update of claimed_on_reviewed on reviews
when new.claimed_on_reviewed is not old.claimed_on_reviewed and new.claimed_on_reviewed is not date(new.claimed_on_reviewed, '+0 days')
begin
    select raise(abort, 'InvalidValue: claimed_on_reviewed must be a day, as in 2024-04-22');
end;
CREATE TRIGGER reviews_held_on_enters_as_a_day before insert on reviews
when new.held_on is not date(new.held_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: held_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER reviews_held_on_is_a_day before update of held_on on reviews
when new.held_on is not old.held_on and new.held_on is not date(new.held_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: held_on must be a day, as in 2024-04-22');
end;
CREATE TRIGGER claims_with_anything_on_them_stay before delete on claims
when exists (select 1 from appearances where claim_id = old.id)
    or exists (select 1 from evidence where claim_id = old.id)
    or exists (select 1 from notes where claim_id = old.id)
    or exists (select 1 from claim_tags where claim_id = old.id)
    or exists (select 1 from matches where left_id = old.id or right_id = old.id)
    or exists (select 1 from reviews where claim_id = old.id)
    or exists (select 1 from interventions where claim_id = old.id)
begin
    select raise(abort, 'Refused: a claim cannot be deleted while it has appearances, evidence, notes, tags, matches or reviews; set its status to rejected instead');
end;
CREATE TRIGGER articles_with_claims_stay before delete on articles
when exists (select 1 from appearances where article_id = old.id)
begin
    select raise(abort, 'Refused: an article cannot be deleted while claims are quoted from it; reject the claims instead');
end;
CREATE TRIGGER claimants_with_claims_stay before delete on claimants
when exists (select 1 from claims where claimant_id = old.id)
    or exists (select 1 from appearances where claimant_id = old.id)
    or exists (select 1 from claimants where name_of_id = old.id)
begin
    select raise(abort, 'Refused: a claimant cannot be deleted while they have claims, appearances or other names; give those claims and appearances another claimant and split the names first');
end;
CREATE TRIGGER tags_with_claims_stay before delete on tags
when exists (select 1 from claim_tags where tag_id = old.id)
begin
    select raise(abort, 'Refused: a tag cannot be deleted while claims have it; delete its rows in claim_tags first');
end;
CREATE TRIGGER ratings_with_reviews_stay before delete on ratings
when exists (select 1 from reviews where rating_id = old.id)
begin
    select raise(abort, 'Refused: a rating cannot be deleted while reviews give it; set retired to 1 instead');
end;
CREATE TRIGGER rating_scales_with_ratings_stay before delete on rating_scales
when exists (select 1 from ratings where scale_id = old.id)
begin
    select raise(abort, 'Refused: a scale cannot be deleted while it has ratings; set retired of these to 1 instead');
end;
CREATE TRIGGER publishers_with_reviews_or_scales_stay before delete on publishers
when exists (select 1 from reviews where publisher_id = old.id)
    or exists (select 1 from rating_scales where publisher_id = old.id)
begin
    select raise(abort, 'Refused: a publisher cannot be deleted while it has reviews or scales');
end;
CREATE TRIGGER claim_tags_get_the_current_tag after insert on claim_tags
when exists (
        select 1 from former_names
        where kind = 'tag' and name = (select name from tags where id = new.tag_id) collate nocase
    )
begin
    insert into tags (name)
    select current_name from former_names
    where kind = 'tag' and name = (select name from tags where id = new.tag_id) collate nocase
        and not exists (select 1 from tags where tags.name = current_name);
    update claim_tags
    set tag_id = current_tags.id
    from former_names join tags as current_tags on current_tags.name = current_name
    where claim_tags.id = new.id
        and kind = 'tag' and former_names.name = (select name from tags where id = new.tag_id) collate nocase
        and not exists (select 1 from claim_tags where claim_id = new.claim_id and tag_id = current_tags.id);
    delete from claim_tags where id = new.id and tag_id = new.tag_id;
end;
CREATE TRIGGER claim_tags_refuse_former_names before update of tag_id on claim_tags
when new.tag_id is not old.tag_id and exists (
        select 1 from former_names
        where kind = 'tag' and name = (select name from tags where id = new.tag_id) collate nocase
    )
begin
    select raise(abort, 'Refused: this is a former name of another tag; use that tag, or run `claimtrack tags forget` first');
end;
CREATE TRIGGER tags_renamed_leave_a_former_name after update of name on tags when new.name <> old.name collate binary
begin
    delete from former_names where kind = 'tag' and name = new.name collate nocase;
    update former_names set current_name = new.name where kind = 'tag' and current_name = old.name collate nocase;
    insert into former_names (kind, name, current_name)
    select 'tag', old.name, new.name
    where old.name <> new.name collate nocase and exists (select 1 from claim_tags where tag_id = new.id);
end;
CREATE TRIGGER articles_inserted_get_the_current_outlet after insert on articles
when exists (select 1 from former_names where kind = 'outlet' and name = new.outlet)
begin
    update articles set outlet = (select current_name from former_names where kind = 'outlet' and name = new.outlet) where id = new.id;
end;
CREATE TRIGGER articles_updated_get_the_current_outlet after update of outlet on articles
when new.outlet is not old.outlet and exists (select 1 from former_names where kind = 'outlet' and name = new.outlet)
begin
    update articles set outlet = (select current_name from former_names where kind = 'outlet' and name = new.outlet) where id = new.id;
end;
CREATE TRIGGER former_names_are_not_in_use before insert on former_names
when new.kind = 'outlet' and exists (select 1 from articles where outlet = new.name)
    or new.kind = 'tag' and exists (select 1 from tags join claim_tags on tag_id = tags.id where name = new.name)
begin
    select raise(abort, 'Refused: this name is in use; `claimtrack tags join` or `outlets join` also changes the rows that use it');
end;
CREATE TRIGGER former_names_form_no_chain before insert on former_names
when exists (
        select 1 from former_names
        where kind = new.kind and (
                kind = 'tag' and (name = new.current_name collate nocase or current_name = new.name collate nocase)
                or kind = 'outlet' and (name = new.current_name or current_name = new.name)
            )
    )
begin
    select raise(abort, 'Refused: a former name must lead to a current name, which cannot be a former name itself');
end;
CREATE TRIGGER former_names_kind_and_name_are_final before update of kind, name on former_names
when new.kind is not old.kind or new.name is not old.name
begin
    select raise(abort, 'Refused: a former name cannot be changed; run `claimtrack tags forget` or `outlets forget`, then join again');
end;
CREATE TRIGGER former_names_still_form_no_chain before update of current_name on former_names
when new.kind = 'tag' and exists (select 1 from former_names where kind = 'tag' and name = new.current_name collate nocase)
    or new.kind = 'outlet' and exists (select 1 from former_names where kind = 'outlet' and name = new.current_name)
begin
    select raise(abort, 'Refused: a former name must lead to a current name, which cannot be a former name itself');
end;
CREATE TRIGGER claims_id_can_be_named after insert on claims
when new.id < 1
begin
    select raise(abort, 'InvalidValue: the id of a claim must be 1 or more; leave it out to get the next one');
end;
CREATE TRIGGER match_claim_inserted after insert on claims begin
    insert or ignore into match_pending (claim_id) values (new.id);
    insert or ignore into match_uncompared (claim_id) values (new.id);
end;
CREATE TRIGGER match_claim_reworded after update of text on claims begin
    insert or ignore into match_pending (claim_id) values (new.id);
    insert or ignore into match_uncompared (claim_id) values (new.id);
end;
CREATE TRIGGER match_claim_reworded_has_no_suggestions after update of text on claims when old.text <> new.text begin
    delete from matches where left_id = new.id and judgement = 'unjudged';
    delete from matches where right_id = new.id and judgement = 'unjudged';
    -- A judgement about the former text no longer decides for the claims judged the same as this one.
    insert or ignore into match_uncompared (claim_id)
    select iif(left_id = new.id, right_id, left_id) from matches
    where (left_id = new.id or right_id = new.id) and +judgement in ('different', 'unsure')  -- "+": by its ids
        and exists (select 1 from match_clusters where claim_id = new.id);
end;
CREATE TRIGGER match_of_other_words_is_dropped after update of judgement on matches
when new.judgement = 'unjudged' and old.judgement <> 'unjudged'
    and (select is_scored_otherwise from match_words where id = new.id)
begin
    insert or ignore into match_uncompared (claim_id) values (new.left_id);
    insert or ignore into match_uncompared (claim_id) values (new.right_id);
    delete from matches where id = new.id;
end;
CREATE TRIGGER match_pair_deleted after delete on matches when old.suggestion <> 'conflict' begin
    insert or ignore into match_uncompared (claim_id)
    select iif(claim_id = old.left_id, old.right_id, old.left_id) from match_clusters
    where claim_id in (old.left_id, old.right_id);
end;
CREATE TRIGGER match_suggestion_changed after update of suggestion on matches
when old.suggestion not in ('conflict', new.suggestion)
begin
    insert or ignore into match_uncompared (claim_id)
    select iif(claim_id = new.left_id, new.right_id, new.left_id) from match_clusters
    where claim_id in (new.left_id, new.right_id);
end;
CREATE TRIGGER match_claim_rejected after update of status on claims
when new.status = 'rejected' and old.status <> 'rejected' and exists (select 1 from match_clusters where claim_id = new.id)
begin
    insert or ignore into match_uncompared (claim_id)
    select iif(left_id = new.id, right_id, left_id) from matches
    where (left_id = new.id or right_id = new.id) and +judgement <> 'same';  -- "+": by its ids
end;
CREATE TRIGGER match_claimant_joined after update of name_of_id on claimants
when new.name_of_id is not old.name_of_id
begin
    insert or ignore into match_uncompared (claim_id) select id from claims where claimant_id = new.id;
    delete from matches
    where judgement = 'unjudged' and id in (
        select matches.id
        from claims as moved
        cross join matches on matches.left_id = moved.id or matches.right_id = moved.id
        cross join claims as other on other.id = iif(matches.left_id = moved.id, matches.right_id, matches.left_id)
        where moved.claimant_id = new.id and other.claimant_id in (
            select id from standing_claimants
            where standing_id in (coalesce(old.name_of_id, old.id), coalesce(new.name_of_id, new.id))
        )
    );
end;
CREATE TRIGGER match_claim_deleted after delete on claims begin
    insert or ignore into match_pending (claim_id) values (old.id);
end;
CREATE TRIGGER match_headline_inserted after insert on reviews when new.headline is not null begin
    insert or ignore into match_pending (claim_id) values (new.claim_id);
end;
CREATE TRIGGER match_headline_changed after update of headline, claim_id on reviews begin
    insert or ignore into match_pending (claim_id) values (old.claim_id);
    insert or ignore into match_pending (claim_id) values (new.claim_id);
end;
CREATE TRIGGER match_headline_deleted after delete on reviews when old.headline is not null begin
    insert or ignore into match_pending (claim_id) values (old.claim_id);
end;
CREATE TRIGGER match_quote_inserted after insert on appearances
when new.quote <> (select text from claims where id = new.claim_id)
begin
    insert or ignore into match_pending (claim_id) values (new.claim_id);
end;
CREATE TRIGGER match_quote_changed after update of quote, claim_id, article_id on appearances
when coalesce(old.quote, new.quote) is not null
begin
    insert or ignore into match_pending (claim_id) values (old.claim_id);
    insert or ignore into match_pending (claim_id) values (new.claim_id);
end;
CREATE TRIGGER match_quote_deleted after delete on appearances when old.quote is not null begin
    insert or ignore into match_pending (claim_id) values (old.claim_id);
end;
CREATE TRIGGER claimants_are_names_of_one_that_stands before update of name_of_id on claimants
when new.name_of_id is not null and new.name_of_id is not old.name_of_id
    and not exists (select 1 from claimants where id = new.name_of_id and id <> new.id and name_of_id is null)
begin
    select raise(abort, 'Refused: a name can only be joined to a different, existing claimant that is not itself another name');
end;
CREATE TRIGGER claimants_enter_as_names_of_one_that_stands before insert on claimants
when new.name_of_id is not null
    and not exists (select 1 from claimants where id = new.name_of_id and name_of_id is null)
begin
    select raise(abort, 'Refused: a name can only be joined to a different, existing claimant that is not itself another name');
end;
CREATE TRIGGER claimants_with_other_names_stand before update of name_of_id on claimants
when new.name_of_id is not null and exists (select 1 from claimants where name_of_id = new.id)
begin
    select raise(abort, 'Refused: this claimant has other names; join those to the other one first, or use `claimtrack speaker join`, which does both');
end;
CREATE TRIGGER claimants_signed_stay before update of name_of_id, name, kind on claimants
when (
        new.name_of_id is not old.name_of_id
        or new.name <> old.name collate binary
        or new.kind <> old.kind and old.kind <> 'unknown'
    )
    and exists (
        select 1 from reviews join claims on claims.id = reviews.claim_id
        where reviews.status = 'approved' and reviews.origin = 'desk'
            and (
                claims.claimant_id = old.id
                or claims.claimant_id in (select id from claimants as names where names.name_of_id = old.id)
            )
    )
begin
    select raise(abort, 'Refused: a verdict on a claim under this name is approved but not published yet; publish it or send it back first, then join, split or change the name');
end;
CREATE TRIGGER notes_author_is_actor before insert on notes
when new.author <> (select actor from audit_context where id = 1) collate nocase
    and not exists (select 1 from notes_being_restored where id = new.id)
begin
    select raise(abort, 'Refused: you can write a note only in your own name; leave the author out');
end;
CREATE TRIGGER notes_author_is_final before update of author on notes
when old.author is not null and old.author is not new.author
begin
    select raise(abort, 'Refused: the author of a note cannot be changed afterwards');
end;
CREATE TRIGGER notes_words_are_the_authors before update of claim_id, body, created_at, step on notes
when old.author <> (select actor from audit_context where id = 1) collate nocase
    and (old.claim_id, old.body, old.created_at, old.step) is not (new.claim_id, new.body, new.created_at, new.step)
    and not exists (select 1 from notes_being_restored where id = old.id)
begin
    select raise(abort, 'Refused: only its author can change a note; write a note of your own');
end;
CREATE TRIGGER notes_are_removed_by_their_author before delete on notes
when old.author <> (select actor from audit_context where id = 1) collate nocase
    and not exists (select 1 from notes_being_restored where id = old.id)
begin
    select raise(abort, 'Refused: only its author can delete a note; write a note of your own');
end;
CREATE TRIGGER articles_previous_id_leads_somewhere before insert on articles
when new.previous_id is not null and new.previous_id not in (select id from articles)
begin
    select raise(abort, 'InvalidValue: previous_id must be the id of a row in the table articles');
end;
CREATE TRIGGER articles_previous_id_still_leads_somewhere before update of previous_id on articles
when new.previous_id is not null and new.previous_id is not old.previous_id and new.previous_id not in (select id from articles)
begin
    select raise(abort, 'InvalidValue: previous_id must be the id of a row in the table articles');
end;
CREATE TRIGGER claims_claimant_id_leads_somewhere before insert on claims
when new.claimant_id is not null and new.claimant_id not in (select id from claimants)
begin
    select raise(abort, 'InvalidValue: claimant_id must be the id of a row in the table claimants');
end;
CREATE TRIGGER claims_claimant_id_still_leads_somewhere before update of claimant_id on claims
when new.claimant_id is not null and new.claimant_id is not old.claimant_id and new.claimant_id not in (select id from claimants)
begin
    select raise(abort, 'InvalidValue: claimant_id must be the id of a row in the table claimants');
end;
CREATE TRIGGER appearances_claim_id_leads_somewhere before insert on appearances
when new.claim_id is not null and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;
CREATE TRIGGER appearances_claim_id_still_leads_somewhere before update of claim_id on appearances
when new.claim_id is not null and new.claim_id is not old.claim_id and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;
CREATE TRIGGER appearances_article_id_leads_somewhere before insert on appearances
when new.article_id is not null and new.article_id not in (select id from articles)
begin
    select raise(abort, 'InvalidValue: article_id must be the id of a row in the table articles');
end;
CREATE TRIGGER appearances_article_id_still_leads_somewhere before update of article_id on appearances
when new.article_id is not null and new.article_id is not old.article_id and new.article_id not in (select id from articles)
begin
    select raise(abort, 'InvalidValue: article_id must be the id of a row in the table articles');
end;
CREATE TRIGGER appearances_claimant_id_leads_somewhere before insert on appearances
when new.claimant_id is not null and new.claimant_id not in (select id from claimants)
begin
    select raise(abort, 'InvalidValue: claimant_id must be the id of a row in the table claimants');
end;
CREATE TRIGGER appearances_claimant_id_still_leads_somewhere before update of claimant_id on appearances
when new.claimant_id is not null and new.claimant_id is not old.claimant_id and new.claimant_id not in (select id from claimants)
begin
    select raise(abort, 'InvalidValue: claimant_id must be the id of a row in the table claimants');
end;
CREATE TRIGGER evidence_claim_id_leads_somewhere before insert on evidence
when new.claim_id is not null and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;
CREATE TRIGGER evidence_claim_id_still_leads_somewhere before update of claim_id on evidence
when new.claim_id is not null and new.claim_id is not old.claim_id and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;
CREATE TRIGGER notes_claim_id_leads_somewhere before insert on notes
when new.claim_id is not null and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;
CREATE TRIGGER notes_claim_id_still_leads_somewhere before update of claim_id on notes
when new.claim_id is not null and new.claim_id is not old.claim_id and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;
CREATE TRIGGER claim_tags_claim_id_leads_somewhere before insert on claim_tags
when new.claim_id is not null and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;
CREATE TRIGGER claim_tags_claim_id_still_leads_somewhere before update of claim_id on claim_tags
when new.claim_id is not null and new.claim_id is not old.claim_id and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;
CREATE TRIGGER claim_tags_tag_id_leads_somewhere before insert on claim_tags
when new.tag_id is not null and new.tag_id not in (select id from tags)
begin
    select raise(abort, 'InvalidValue: tag_id must be the id of a row in the table tags');
end;
CREATE TRIGGER claim_tags_tag_id_still_leads_somewhere before update of tag_id on claim_tags
when new.tag_id is not null and new.tag_id is not old.tag_id and new.tag_id not in (select id from tags)
begin
    select raise(abort, 'InvalidValue: tag_id must be the id of a row in the table tags');
end;
CREATE TRIGGER matches_left_id_leads_somewhere before insert on matches
when new.left_id is not null and new.left_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: left_id must be the id of a row in the table claims');
end;
CREATE TRIGGER matches_left_id_still_leads_somewhere before update of left_id on matches
when new.left_id is not null and new.left_id is not old.left_id and new.left_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: left_id must be the id of a row in the table claims');
end;
CREATE TRIGGER matches_right_id_leads_somewhere before insert on matches
when new.right_id is not null and new.right_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: right_id must be the id of a row in the table claims');
end;
CREATE TRIGGER matches_right_id_still_leads_somewhere before update of right_id on matches
when new.right_id is not null and new.right_id is not old.right_id and new.right_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: right_id must be the id of a row in the table claims');
end;
CREATE TRIGGER rating_scales_publisher_id_leads_somewhere before insert on rating_scales
when new.publisher_id is not null and new.publisher_id not in (select id from publishers)
begin
    select raise(abort, 'InvalidValue: publisher_id must be the id of a row in the table publishers');
end;
CREATE TRIGGER rating_scales_publisher_id_still_leads_somewhere before update of publisher_id on rating_scales
when new.publisher_id is not null and new.publisher_id is not old.publisher_id and new.publisher_id not in (select id from publishers)
begin
    select raise(abort, 'InvalidValue: publisher_id must be the id of a row in the table publishers');
end;
CREATE TRIGGER ratings_scale_id_leads_somewhere before insert on ratings
when new.scale_id is not null and new.scale_id not in (select id from rating_scales)
begin
    select raise(abort, 'InvalidValue: scale_id must be the id of a row in the table rating_scales');
end;
CREATE TRIGGER ratings_scale_id_still_leads_somewhere before update of scale_id on ratings
when new.scale_id is not null and new.scale_id is not old.scale_id and new.scale_id not in (select id from rating_scales)
begin
    select raise(abort, 'InvalidValue: scale_id must be the id of a row in the table rating_scales');
end;
CREATE TRIGGER reviews_claim_id_leads_somewhere before insert on reviews
when new.claim_id is not null and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;
CREATE TRIGGER reviews_claim_id_still_leads_somewhere before update of claim_id on reviews
when new.claim_id is not null and new.claim_id is not old.claim_id and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;
CREATE TRIGGER reviews_publisher_id_leads_somewhere before insert on reviews
when new.publisher_id is not null and new.publisher_id not in (select id from publishers)
begin
    select raise(abort, 'InvalidValue: publisher_id must be the id of a row in the table publishers');
end;
CREATE TRIGGER reviews_publisher_id_still_leads_somewhere before update of publisher_id on reviews
when new.publisher_id is not null and new.publisher_id is not old.publisher_id and new.publisher_id not in (select id from publishers)
begin
    select raise(abort, 'InvalidValue: publisher_id must be the id of a row in the table publishers');
end;
CREATE TRIGGER reviews_rating_id_leads_somewhere before insert on reviews
when new.rating_id is not null and new.rating_id not in (select id from ratings)
begin
    select raise(abort, 'InvalidValue: rating_id must be the id of a row in the table ratings');
end;
CREATE TRIGGER reviews_rating_id_still_leads_somewhere before update of rating_id on reviews
when new.rating_id is not null and new.rating_id is not old.rating_id and new.rating_id not in (select id from ratings)
begin
    select raise(abort, 'InvalidValue: rating_id must be the id of a row in the table ratings');
end;
CREATE TRIGGER reviews_corrects_id_leads_somewhere before insert on reviews
when new.corrects_id is not null and new.corrects_id not in (select id from reviews)
begin
    select raise(abort, 'InvalidValue: corrects_id must be the id of a row in the table reviews');
end;
CREATE TRIGGER reviews_corrects_id_still_leads_somewhere before update of corrects_id on reviews
when new.corrects_id is not null and new.corrects_id is not old.corrects_id and new.corrects_id not in (select id from reviews)
begin
    select raise(abort, 'InvalidValue: corrects_id must be the id of a row in the table reviews');
end;
CREATE TRIGGER interventions_claim_id_leads_somewhere before insert on interventions
when new.claim_id is not null and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;
CREATE TRIGGER interventions_claim_id_still_leads_somewhere before update of claim_id on interventions
when new.claim_id is not null and new.claim_id is not old.claim_id and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;
CREATE TRIGGER claim_vectors_encoder_id_leads_somewhere before insert on claim_vectors
when new.encoder_id is not null and new.encoder_id not in (select id from encoders)
begin
    select raise(abort, 'InvalidValue: encoder_id must be the id of a row in the table encoders');
end;
CREATE TRIGGER claim_vectors_encoder_id_still_leads_somewhere before update of encoder_id on claim_vectors
when new.encoder_id is not null and new.encoder_id is not old.encoder_id and new.encoder_id not in (select id from encoders)
begin
    select raise(abort, 'InvalidValue: encoder_id must be the id of a row in the table encoders');
end;
CREATE TRIGGER signed_verdicts_review_id_leads_somewhere before insert on signed_verdicts
when new.review_id is not null and new.review_id not in (select id from reviews)
begin
    select raise(abort, 'InvalidValue: review_id must be the id of a row in the table reviews');
end;
CREATE TRIGGER signed_verdicts_review_id_still_leads_somewhere before update of review_id on signed_verdicts
when new.review_id is not null and new.review_id is not old.review_id and new.review_id not in (select id from reviews)
begin
    select raise(abort, 'InvalidValue: review_id must be the id of a row in the table reviews');
end;
CREATE TRIGGER copy_imports_continues_leads_somewhere before insert on copy_imports
when new.continues is not null and new.continues not in (select id from copy_imports)
begin
    select raise(abort, 'InvalidValue: continues must be the id of a row in the table copy_imports');
end;
CREATE TRIGGER copy_imports_continues_still_leads_somewhere before update of continues on copy_imports
when new.continues is not null and new.continues is not old.continues and new.continues not in (select id from copy_imports)
begin
    select raise(abort, 'InvalidValue: continues must be the id of a row in the table copy_imports');
end;
CREATE TRIGGER copied_rows_copy_import_id_leads_somewhere before insert on copied_rows
when new.copy_import_id is not null and new.copy_import_id not in (select id from copy_imports)
begin
    select raise(abort, 'InvalidValue: copy_import_id must be the id of a row in the table copy_imports');
end;
CREATE TRIGGER copied_rows_copy_import_id_still_leads_somewhere before update of copy_import_id on copied_rows
when new.copy_import_id is not null and new.copy_import_id is not old.copy_import_id and new.copy_import_id not in (select id from copy_imports)
begin
    select raise(abort, 'InvalidValue: copy_import_id must be the id of a row in the table copy_imports');
end;
CREATE TRIGGER copied_changes_change_id_leads_somewhere before insert on copied_changes
when new.change_id is not null and new.change_id not in (select id from history)
begin
    select raise(abort, 'InvalidValue: change_id must be the id of a row in the table history');
end;
CREATE TRIGGER copied_changes_change_id_still_leads_somewhere before update of change_id on copied_changes
when new.change_id is not null and new.change_id is not old.change_id and new.change_id not in (select id from history)
begin
    select raise(abort, 'InvalidValue: change_id must be the id of a row in the table history');
end;
CREATE TRIGGER reviews_approved_stays
before update of
    claim_id, publisher_id, rating_id, headline, summary, correction_note, corrects_id, is_update, language, url, reviewed_on
on reviews
when old.status = 'approved' and new.status in ('approved', 'published') and old.origin = 'desk'
    and (
        (
            old.claim_id, old.publisher_id, old.rating_id, old.headline, old.summary, old.correction_note, old.corrects_id,
            old.is_update, old.language
        ) is not (
            new.claim_id, new.publisher_id, new.rating_id, new.headline, new.summary, new.correction_note, new.corrects_id,
            new.is_update, new.language
        )
        or new.status = 'approved' and (old.url, old.reviewed_on) is not (new.url, new.reviewed_on)
    )
begin
    select raise(abort, 'Refused: an approved review cannot be edited; send it back first (you can still give its address and date when you publish it)');
end;
CREATE TRIGGER reviews_second_person before update of status, approved_by on reviews
when new.origin = 'desk' and new.status in ('approved', 'published')
    and (old.status, old.approved_by) is not (new.status, new.approved_by)
    and new.approved_by = new.drafted_by collate nocase
begin
    select raise(abort, 'Refused: someone other than its drafter must approve a review; another spelling of the same name does not count');
end;
CREATE TRIGGER reviews_approval_is_fresh before update of status on reviews
when new.status = 'approved' and old.status <> 'approved' and new.origin = 'desk'
    and coalesce(new.approved_by <> (select actor from audit_context where id = 1) collate nocase, 0)
begin
    select raise(abort, 'Refused: you can approve a review only in your own name');
end;
CREATE TRIGGER reviews_approver_did_not_write before update of approved_by on reviews
when new.approved_by is not null and old.approved_by is not new.approved_by and new.origin = 'desk'
    and exists (
        select 1 from history
        where table_name = 'reviews' and row_id = new.id and operation = 'update' and actor = new.approved_by collate nocase
            and (
                json_extract(old_row, '$.rating_id') is not json_extract(new_row, '$.rating_id')
                or json_extract(old_row, '$.headline') is not json_extract(new_row, '$.headline')
                or json_extract(old_row, '$.summary') is not json_extract(new_row, '$.summary')
                or json_extract(old_row, '$.correction_note') is not json_extract(new_row, '$.correction_note')
                or json_extract(old_row, '$.is_update') is not json_extract(new_row, '$.is_update')
                or json_extract(old_row, '$.claim_id') is not json_extract(new_row, '$.claim_id')
                or json_extract(old_row, '$.publisher_id') is not json_extract(new_row, '$.publisher_id')
                or json_extract(old_row, '$.corrects_id') is not json_extract(new_row, '$.corrects_id')
                or json_extract(old_row, '$.language') is not json_extract(new_row, '$.language')
            )
    )
begin
    select raise(abort, 'Refused: you changed what this review says or which claim it is about, so someone else must approve it');
end;
CREATE TRIGGER reviews_enter_as_draft before insert on reviews
when new.origin = 'desk' and new.status <> 'draft'
begin
    select raise(abort, 'Refused: a new review of ours must be a draft; insert it, then change its status step by step');
end;
CREATE TRIGGER reviews_wait_for_their_time before update of status on reviews
when new.status = 'published' and old.status <> 'published' and new.origin = 'desk'
    and new.not_before > strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
begin
    select raise(abort, 'Refused: the time before which this review must not be published (not_before, in UTC) has not come; wait, or change that time');
end;
CREATE TRIGGER reviews_published_stay before delete on reviews
when old.status = 'published' and old.origin = 'desk'
    and exists (select 1 from claims where id = old.claim_id) -- else a damaged file has lost it
begin
    select raise(abort, 'Refused: a published review cannot be deleted; withdraw it instead');
end;
CREATE TRIGGER reviews_origin_is_final before update of origin on reviews when old.origin <> new.origin
begin
    select raise(abort, 'Refused: whether a review is ours or imported cannot be changed afterwards');
end;
CREATE TRIGGER reviews_imported_is_not_ours before insert on reviews
when new.origin = 'imported' and (select is_desk from publishers where id = new.publisher_id)
begin
    select raise(abort, 'Refused: reviews of our own desk cannot be imported; draft and approve them here');
end;
CREATE TRIGGER reviews_imported_stays_theirs before update of publisher_id on reviews
when new.origin = 'imported' and old.publisher_id <> new.publisher_id
    and (select is_desk from publishers where id = new.publisher_id)
begin
    select raise(abort, 'Refused: reviews of our own desk cannot be imported; draft and approve them here');
end;
CREATE TRIGGER reviews_one_verdict_stands before update of status on reviews
when new.status = 'published' and old.status <> 'published' and new.origin = 'desk'
    and not exists (select 1 from reviews where id = new.corrects_id and claim_id = new.claim_id and status = 'published')
    and exists (
        select 1 from reviews
        where claim_id = new.claim_id and id <> new.id and status = 'published' and origin = 'desk'
            and (rating_id is not new.rating_id or coalesce(language = new.language, 1))
    )
begin
    select raise(abort, 'Refused: the claim already has a published verdict of this desk; correct that one, or withdraw it first');
end;
CREATE TRIGGER reviews_correction_takes_no_other_place before update of status on reviews
when new.status = 'published' and old.status <> 'published' and new.origin = 'desk' and new.corrects_id is not null
    and new.language is not (select language from reviews where id = new.corrects_id)
    and exists (
        select 1 from reviews
        where claim_id = new.claim_id and id not in (new.id, new.corrects_id) and status = 'published' and origin = 'desk'
            and language = new.language
    )
begin
    select raise(abort, 'Refused: the claim already has a published verdict of this desk in this language; correct that one, and keep this one in its own language');
end;
CREATE TRIGGER reviews_correction_takes_its_place after update of status on reviews
when new.status = 'published' and old.status <> 'published' and new.origin = 'desk' and new.corrects_id is not null
begin
    update reviews set status = 'withdrawn', held_on = null where id = new.corrects_id and status = 'published';
end;
CREATE TRIGGER reviews_feed_id_outlives_the_address after update of url on reviews
when old.origin = 'desk' and old.status = 'published' and new.status = 'published'
    and old.url is not null and old.url is not new.url and (old.feed_id, new.feed_id) is (null, null)
begin
    update reviews
    set feed_id = coalesce((select feed_id from review_pages where review_id = new.id), old.url)
    where id = new.id;
end;
CREATE TRIGGER reviews_feed_id_is_not_anothers after update of status on reviews
when new.status = 'published' and old.status <> 'published' and new.origin = 'desk'
    and exists (select 1 from reviews where feed_id = new.url)
    and (select feed_id from review_pages where review_id = new.id) is null
begin
    update reviews set feed_id = new.url || '#review-' || new.id where id = new.id;
end;
CREATE TRIGGER reviews_held_are_published before update of held_on on reviews
when new.held_on is not null and new.held_on is not old.held_on
    and (new.status <> 'published' or not (select is_desk from publishers where id = new.publisher_id))
begin
    select raise(abort, 'Refused: only a published review of ours can be held');
end;
CREATE TRIGGER reviews_enter_unheld before insert on reviews when new.held_on is not null
begin
    select raise(abort, 'Refused: only a published review of ours can be held');
end;
CREATE TRIGGER reviews_withdrawn_are_not_held after update of status on reviews
when new.status <> 'published' and new.held_on is not null
begin
    update reviews set held_on = null where id = new.id;
end;
CREATE TRIGGER reviews_published_is_final
before update of
    claim_id, publisher_id, rating_id, headline, summary, reviewed_on, approved_by, corrects_id, is_update, language, created_at,
    not_before
on reviews
when old.origin = 'desk' and (old.status = 'published' or old.status = 'withdrawn' and old.claim_reviewed is not null)
    and (
        (
            old.claim_id, old.publisher_id, old.approved_by, old.corrects_id, old.is_update, old.language, old.created_at,
            old.not_before
        ) is not (
            new.claim_id, new.publisher_id, new.approved_by, new.corrects_id, new.is_update, new.language, new.created_at,
            new.not_before
        )
        or (old.rating_id, old.headline, old.summary, old.reviewed_on)
            is not (new.rating_id, new.headline, new.summary, new.reviewed_on)
        and (new.rating_id, new.headline, new.summary, new.reviewed_on) is not (
            select rating_id, headline, summary, reviewed_on from verdicts_as_published where review_id = old.id
        )
    )
begin
    select raise(abort, 'Refused: a published verdict must stay on record as readers saw it; publish a correction instead or, if it was withdrawn, draft another review');
end;
CREATE TRIGGER reviews_taken_back_stay_so before update of status on reviews
when old.status = 'withdrawn' and new.status = 'draft' and old.origin = 'desk' and old.claim_reviewed is not null
begin
    select raise(abort, 'Refused: readers saw this verdict, so its withdrawal must stay on record; draft another review of the claim');
end;
CREATE TRIGGER reviews_address_is_mended_by_another before update of url on reviews
when old.origin = 'desk' and (old.status = 'published' or old.status = 'withdrawn' and old.claim_reviewed is not null)
    and old.url is not new.url
    and (
        old.status <> 'published'
        or new.status <> 'published'
        or coalesce((select actor from audit_context where id = 1) = old.drafted_by collate nocase, 1)
    )
begin
    select raise(abort, 'Refused: someone other than its drafter must change the address of a published verdict, in their own name; the address of a withdrawn one cannot be changed');
end;
CREATE TRIGGER reviews_one_address_each before update of status, url on reviews
when new.status = 'published' and new.origin = 'desk' and (old.status <> 'published' or old.url is not new.url)
    and exists (
        select 1 from reviews
        where url = new.url and status = 'published' and origin = 'desk' and id <> new.id and id is not new.corrects_id
    )
begin
    select raise(abort, 'Refused: another published verdict of this desk already has this address; give each its own page, or an anchor such as #rent');
end;
CREATE TRIGGER reviews_public_note_stays before update of correction_note, withdrawn_on on reviews
when old.origin = 'desk' and new.status = old.status
    and (old.status = 'published' or old.status = 'withdrawn' and old.claim_reviewed is not null)
    and (old.correction_note, old.withdrawn_on) is not (new.correction_note, new.withdrawn_on)
begin
    select raise(abort, 'Refused: what readers are told about a published review cannot be edited; correct the review, or withdraw it with a note. After a withdrawal nothing can be edited');
end;
CREATE TRIGGER rating_scales_published_stay before update of name, worst, best on rating_scales
when (old.name, coalesce(old.worst, new.worst), coalesce(old.best, new.best)) is not (new.name, new.worst, new.best)
    and exists (
        select 1 from ratings join reviews on reviews.rating_id = ratings.id
        where ratings.scale_id = old.id and reviews.origin = 'desk'
            and (reviews.status in ('approved', 'published') or reviews.claim_reviewed is not null)
    )
begin
    select raise(abort, 'Refused: approved verdicts use this scale, so it cannot be changed; add another scale instead');
end;
CREATE TRIGGER reviews_signed_words_stay
before update of claim_reviewed, claimant_reviewed, claimed_on_reviewed on reviews
when new.origin = 'desk'
    and (old.claim_reviewed, old.claimant_reviewed, old.claimed_on_reviewed)
        is not (new.claim_reviewed, new.claimant_reviewed, new.claimed_on_reviewed)
    and not (
        new.status = 'draft'
        and (new.claim_reviewed, new.claimant_reviewed, new.claimed_on_reviewed) is (null, null, null)
    )
    and not (
        new.status = 'published'
        and old.claim_reviewed is null
        and (new.claim_reviewed, new.claimant_reviewed, new.claimed_on_reviewed) is (
            select claims.text, (select name from standing_claimants where id = claims.claimant_id), claims.claimed_on
            from claims
            where claims.id = new.claim_id
        )
    )
begin
    select raise(abort, 'Refused: what a published verdict is about cannot be changed here; publish a correction');
end;
CREATE TRIGGER reviews_enter_unsigned before insert on reviews
when new.origin = 'desk'
    and (new.claim_reviewed, new.claimant_reviewed, new.claimed_on_reviewed) is not (null, null, null)
begin
    select raise(abort, 'Refused: what a verdict is about is recorded when it is published, and cannot be given before');
end;
CREATE TRIGGER reviews_contents_are_kept after update of status on reviews
when new.status = 'approved' and old.status <> 'approved' and new.origin = 'desk'
begin
    insert into signed_verdicts (review_id, said)
    select review_id, said from verdict_contents where review_id = new.id;
end;
CREATE TRIGGER reviews_draft_keeps_no_contents after update of status on reviews
when new.status = 'draft' and old.status <> 'draft'
begin
    delete from signed_verdicts where review_id = new.id;
end;
CREATE TRIGGER reviews_deleted_keep_no_contents after delete on reviews
begin
    delete from signed_verdicts where review_id = old.id;
end;
CREATE TRIGGER signed_verdicts_are_final before update on signed_verdicts
begin
    select raise(abort, 'Refused: what an approved verdict says cannot be changed here; publish a correction');
end;
CREATE TRIGGER signed_verdicts_stay before delete on signed_verdicts
when exists (select 1 from reviews where id = old.review_id and status <> 'draft')
begin
    select raise(abort, 'Refused: what an approved verdict says cannot be changed here; publish a correction');
end;
CREATE TRIGGER signed_verdicts_say_what_is_signed before insert on signed_verdicts
when exists (select 1 from signed_verdicts where review_id = new.review_id)
    or not exists (
        select 1 from reviews
        where id = new.review_id and origin = 'desk' and status in ('approved', 'published')
    )
    or new.said is not (select said from verdict_contents where review_id = new.review_id)
begin
    select raise(abort, 'Refused: what a verdict says is recorded when it is approved, from the claim and its evidence at that time');
end;
CREATE TRIGGER claims_signed_stay before update of text, claimant_id, claimed_on on claims
when (old.text, old.claimant_id, old.claimed_on) is not (new.text, new.claimant_id, new.claimed_on)
    and exists (select 1 from signed_reviews where claim_id = old.id)
    and (
        exists (select 1 from reviews where claim_id = old.id and status = 'approved' and origin = 'desk')
        or not exists (
            select 1 from signed_reviews
            where claim_id = old.id and (claim_reviewed, claimed_on_reviewed) is (new.text, new.claimed_on)
                and (
                    (claimant_reviewed, new.claimant_id) is (null, null)
                    or exists ( -- signed under this name, or the name of the claimant that it stands for
                        select 1 from standing_claimants
                        where standing_claimants.id = new.claimant_id and claimant_reviewed collate nocase in (written, name)
                    )
                )
        )
    )
begin
    select raise(abort, 'Refused: a verdict on this claim was approved as the claim is now; start a correction of the review (if it is not published yet, send it back instead), then change the claim, and have the review approved and published again');
end;
CREATE TRIGGER claims_with_a_verdict_stay_published before update of status on claims
when old.status = 'published' and new.status <> 'published'
    and exists (select 1 from reviews where claim_id = old.id and status = 'published' and origin = 'desk')
    and not exists (
        select 1
        from reviews as corrections join reviews as standing on standing.id = corrections.corrects_id
        where corrections.claim_id = old.id and corrections.status in ('draft', 'submitted', 'approved')
            and standing.claim_id = old.id and standing.status = 'published'
    )
begin
    select raise(abort, 'Refused: our verdict on this claim is published, and readers can see it; correct, update or withdraw the review, and the claim moves with it');
end;
CREATE TRIGGER claims_with_a_verdict_are_not_rejected before update of status on claims
when new.status = 'rejected' and old.status <> 'rejected'
    and exists (select 1 from reviews where claim_id = old.id and status = 'published' and origin = 'desk')
begin
    select raise(abort, 'Refused: our verdict on this claim is published, and readers can see it; withdraw the review first');
end;
CREATE TRIGGER reviews_approver_left_the_claim before update of approved_by on reviews
when new.approved_by is not null and old.approved_by is not new.approved_by and new.origin = 'desk'
    and exists (
        select 1
        -- What was ever on the claim, by which history has an index. Otherwise the history of all evidence and appearances is read.
        from (
            select 'claims' as part, new.claim_id as part_id
            union all
            select 'claimants', value
            from claims
            join standing_claimants on standing_claimants.id = claims.claimant_id
            join json_each(json_array(standing_claimants.id, standing_id))
            where claims.id = new.claim_id
            union all
            select 'ratings', new.rating_id
            union all
            select 'rating_scales', scale_id from ratings where id = new.rating_id
            union
            select table_name, row_id from history
            where claim_id = new.claim_id and table_name in ('evidence', 'appearances')
        )
        cross join history on table_name = part and row_id = part_id
        where actor = new.approved_by collate nocase
            and history.id > coalesce((
                select max(id) from history as handed_in
                where table_name = 'reviews' and row_id = new.id and new_row ->> 'status' = 'submitted'
                    and old_row ->> 'status' <> 'submitted'
            ), 0)
            and (
                table_name = 'claims' and operation = 'update'
                and (old_row ->> 'text', old_row ->> 'claimant_id', old_row ->> 'claimed_on')
                    is not (new_row ->> 'text', new_row ->> 'claimant_id', new_row ->> 'claimed_on')
                or table_name = 'evidence' and new.claim_id in (new_row ->> 'claim_id', old_row ->> 'claim_id')
                and (
                    old_row ->> 'claim_id', old_row ->> 'url', old_row ->> 'stance', old_row ->> 'quote',
                    old_row ->> 'source', old_row ->> 'title', old_row ->> 'is_primary'
                ) is not (
                    new_row ->> 'claim_id', new_row ->> 'url', new_row ->> 'stance', new_row ->> 'quote',
                    new_row ->> 'source', new_row ->> 'title', new_row ->> 'is_primary'
                )
                or table_name = 'appearances' and operation <> 'insert' and old_row ->> 'claim_id' = new.claim_id
                and (old_row ->> 'claim_id', old_row ->> 'quote') is not (new_row ->> 'claim_id', new_row ->> 'quote')
                -- The verdict contains the claimant's name, role, address and kind. An unknown kind may be filled in.
                or table_name = 'claimants' and operation = 'update'
                and (
                    old_row ->> 'name_of_id', old_row ->> 'name', old_row ->> 'role', old_row ->> 'url',
                    iif(old_row ->> 'kind' = 'unknown', new_row ->> 'kind', old_row ->> 'kind')
                ) is not (
                    new_row ->> 'name_of_id', new_row ->> 'name', new_row ->> 'role', new_row ->> 'url', new_row ->> 'kind'
                )
                -- Nor a rating by another name, or on a scale with other ends.
                or table_name in ('ratings', 'rating_scales') and operation = 'update'
                and (
                    old_row ->> 'name', old_row ->> 'value', old_row ->> 'scale_id', old_row ->> 'worst', old_row ->> 'best'
                ) is not (
                    new_row ->> 'name', new_row ->> 'value', new_row ->> 'scale_id', new_row ->> 'worst', new_row ->> 'best'
                )
            )
    )
begin
    select raise(abort, 'Refused: you changed the claim, its evidence or the rating after this review was submitted, so you cannot approve it; send it back and have it submitted again, or let someone else approve it');
end;
CREATE TRIGGER reviews_withdrawn_say_why before update of status on reviews
when old.origin = 'desk' and old.status = 'published' and new.status = 'withdrawn'
    and trim(coalesce(new.correction_note, '')) = ''
    and not exists (select 1 from reviews as corrections where corrects_id = old.id and status = 'published')
begin
    select raise(abort, 'Refused: readers saw this verdict, so withdrawing it needs a note that tells them why');
end;
CREATE TRIGGER reviews_withdrawn_stay before delete on reviews
when old.status = 'withdrawn' and old.origin = 'desk' and old.claim_reviewed is not null
    and exists (select 1 from claims where id = old.claim_id)
begin
    select raise(abort, 'Refused: a review that was ever published cannot be deleted, so that readers can learn what became of it');
end;
CREATE TRIGGER evidence_signed_is_not_removed before delete on evidence
when exists (select 1 from signed_rows where claim_id = old.claim_id and table_name = 'evidence' and row_id = old.id)
    and exists (select 1 from claims where id = old.claim_id)
begin
    select raise(abort, 'Refused: an approved verdict uses this source; start a correction of the review (if it is not published yet, send it back instead), then remove the source, and have the review approved and published again');
end;
CREATE TRIGGER evidence_signed_stays
before update of claim_id, url, source, title, stance, quote, is_primary, archived_url, created_at on evidence
when (
        old.claim_id, old.url, old.source, old.title, old.stance, old.quote, old.is_primary, old.created_at,
        coalesce(old.archived_url, new.archived_url)
    ) is not (
        new.claim_id, new.url, new.source, new.title, new.stance, new.quote, new.is_primary, new.created_at,
        new.archived_url
    )
    and exists (select 1 from signed_rows where claim_id = old.claim_id and table_name = 'evidence' and row_id = old.id)
begin
    select raise(abort, 'Refused: an approved verdict uses this source; start a correction of the review (if it is not published yet, send it back instead), then change the source, and have the review approved and published again');
end;
CREATE TRIGGER evidence_signed_is_not_replaced before insert on evidence
when exists (
        select 1 from evidence as existing join signed_reviews on signed_reviews.claim_id = existing.claim_id
        where existing.claim_id = new.claim_id and (existing.url = new.url or existing.source = new.source)
    )
begin
    select raise(abort, 'Refused: the claim already has this source, and an approved verdict uses it');
end;
CREATE TRIGGER evidence_signed_is_not_overwritten before update of claim_id, url, source on evidence
when exists (
        select 1 from evidence as existing join signed_reviews on signed_reviews.claim_id = existing.claim_id
        where existing.claim_id = new.claim_id and (existing.url = new.url or existing.source = new.source) and existing.id <> old.id
    )
begin
    select raise(abort, 'Refused: the claim already has this source, and an approved verdict uses it');
end;
CREATE TRIGGER ratings_published_stay before update of name, value, scale_id on ratings
when (old.name, coalesce(old.value, new.value), old.scale_id) is not (new.name, new.value, new.scale_id)
    and exists (
        select 1 from reviews
        where rating_id = old.id and origin = 'desk' and (status in ('approved', 'published') or claim_reviewed is not null)
    )
begin
    select raise(abort, 'Refused: approved verdicts have this rating, so its name and number cannot be changed; retire it and add another');
end;
CREATE TRIGGER appearances_signed_are_not_removed before delete on appearances
when old.quote is not null
    and exists (select 1 from claims where id = old.claim_id)
    and exists (select 1 from signed_rows where claim_id = old.claim_id and table_name = 'appearances' and row_id = old.id)
begin
    select raise(abort, 'Refused: an approved verdict shows this quote; start a correction of the review (if it is not published yet, send it back instead), then remove the quote, and have the review approved and published again');
end;
CREATE TRIGGER appearances_signed_stay
before update of claim_id, span_start, span_end, quote, created_at on appearances
when (old.claim_id, old.span_start, old.span_end, old.quote, old.created_at)
        is not (new.claim_id, new.span_start, new.span_end, new.quote, new.created_at)
    and old.quote is not null
    and exists (select 1 from signed_rows where claim_id = old.claim_id and table_name = 'appearances' and row_id = old.id)
begin
    select raise(abort, 'Refused: an approved verdict shows this quote; start a correction of the review (if it is not published yet, send it back instead), then mark other words, and have the review approved and published again');
end;
CREATE TRIGGER vectors_claim_reworded after update of text on claims
when old.text is not new.text
begin
    delete from claim_vectors where claim_id = new.id;
end;
CREATE TRIGGER vectors_claim_deleted after delete on claims begin
    delete from claim_vectors where claim_id = old.id;
end;
CREATE TRIGGER status_transitions_from_status_enters_known before insert on status_transitions
when new.from_status not in (select name from statuses)
begin
    select raise(abort, 'InvalidValue: from_status must be one of the names in the table statuses');
end;
CREATE TRIGGER status_transitions_from_status_is_known before update of from_status on status_transitions
when new.from_status not in (select name from statuses)
begin
    select raise(abort, 'InvalidValue: from_status must be one of the names in the table statuses');
end;
CREATE TRIGGER status_transitions_to_status_enters_known before insert on status_transitions
when new.to_status not in (select name from statuses)
begin
    select raise(abort, 'InvalidValue: to_status must be one of the names in the table statuses');
end;
CREATE TRIGGER status_transitions_to_status_is_known before update of to_status on status_transitions
when new.to_status not in (select name from statuses)
begin
    select raise(abort, 'InvalidValue: to_status must be one of the names in the table statuses');
end;
CREATE TRIGGER review_status_transitions_from_status_enters_known before insert on review_status_transitions
when new.from_status not in (select name from review_statuses)
begin
    select raise(abort, 'InvalidValue: from_status must be one of the names in the table review_statuses');
end;
CREATE TRIGGER review_status_transitions_from_status_is_known before update of from_status on review_status_transitions
when new.from_status not in (select name from review_statuses)
begin
    select raise(abort, 'InvalidValue: from_status must be one of the names in the table review_statuses');
end;
CREATE TRIGGER review_status_transitions_to_status_enters_known before insert on review_status_transitions
when new.to_status not in (select name from review_statuses)
begin
    select raise(abort, 'InvalidValue: to_status must be one of the names in the table review_statuses');
end;
CREATE TRIGGER review_status_transitions_to_status_is_known before update of to_status on review_status_transitions
when new.to_status not in (select name from review_statuses)
begin
    select raise(abort, 'InvalidValue: to_status must be one of the names in the table review_statuses');
end;
CREATE TRIGGER claimants_kind_enters_known before insert on claimants
when new.kind not in (select name from claimant_kinds)
begin
    select raise(abort, 'InvalidValue: kind must be one of the names in the table claimant_kinds');
end;
CREATE TRIGGER claimants_kind_is_known before update of kind on claimants
when new.kind not in (select name from claimant_kinds)
begin
    select raise(abort, 'InvalidValue: kind must be one of the names in the table claimant_kinds');
end;
CREATE TRIGGER claims_status_enters_known before insert on claims
when new.status not in (select name from statuses)
begin
    select raise(abort, 'InvalidValue: status must be one of the names in the table statuses');
end;
CREATE TRIGGER claims_status_is_known before update of status on claims
when new.status not in (select name from statuses)
begin
    select raise(abort, 'InvalidValue: status must be one of the names in the table statuses');
end;
CREATE TRIGGER claims_priority_enters_known before insert on claims
when new.priority not in (select name from priorities)
begin
    select raise(abort, 'InvalidValue: priority must be one of the names in the table priorities');
end;
CREATE TRIGGER claims_priority_is_known before update of priority on claims
when new.priority not in (select name from priorities)
begin
    select raise(abort, 'InvalidValue: priority must be one of the names in the table priorities');
end;
CREATE TRIGGER appearances_kind_enters_known before insert on appearances
when new.kind not in (select name from kinds)
begin
    select raise(abort, 'InvalidValue: kind must be one of the names in the table kinds');
end;
CREATE TRIGGER appearances_kind_is_known before update of kind on appearances
when new.kind not in (select name from kinds)
begin
    select raise(abort, 'InvalidValue: kind must be one of the names in the table kinds');
end;
CREATE TRIGGER evidence_stance_enters_known before insert on evidence
when new.stance not in (select name from stances)
begin
    select raise(abort, 'InvalidValue: stance must be one of the names in the table stances');
end;
CREATE TRIGGER evidence_stance_is_known before update of stance on evidence
when new.stance not in (select name from stances)
begin
    select raise(abort, 'InvalidValue: stance must be one of the names in the table stances');
end;
CREATE TRIGGER notes_step_enters_known before insert on notes
when new.step not in (select name from note_steps)
begin
    select raise(abort, 'InvalidValue: step must be one of the names in the table note_steps');
end;
CREATE TRIGGER notes_step_is_known before update of step on notes
when new.step not in (select name from note_steps)
begin
    select raise(abort, 'InvalidValue: step must be one of the names in the table note_steps');
end;
CREATE TRIGGER matches_suggestion_enters_known before insert on matches
when new.suggestion not in (select name from suggestions)
begin
    select raise(abort, 'InvalidValue: suggestion must be one of the names in the table suggestions');
end;
CREATE TRIGGER matches_suggestion_is_known before update of suggestion on matches
when new.suggestion not in (select name from suggestions)
begin
    select raise(abort, 'InvalidValue: suggestion must be one of the names in the table suggestions');
end;
CREATE TRIGGER matches_judgement_enters_known before insert on matches
when new.judgement not in (select name from judgements)
begin
    select raise(abort, 'InvalidValue: judgement must be one of the names in the table judgements');
end;
CREATE TRIGGER matches_judgement_is_known before update of judgement on matches
when new.judgement not in (select name from judgements)
begin
    select raise(abort, 'InvalidValue: judgement must be one of the names in the table judgements');
end;
CREATE TRIGGER reviews_origin_enters_known before insert on reviews
when new.origin not in (select name from review_origins)
begin
    select raise(abort, 'InvalidValue: origin must be one of the names in the table review_origins');
end;
CREATE TRIGGER reviews_origin_is_known before update of origin on reviews
when new.origin not in (select name from review_origins)
begin
    select raise(abort, 'InvalidValue: origin must be one of the names in the table review_origins');
end;
CREATE TRIGGER reviews_status_enters_known before insert on reviews
when new.status not in (select name from review_statuses)
begin
    select raise(abort, 'InvalidValue: status must be one of the names in the table review_statuses');
end;
CREATE TRIGGER reviews_status_is_known before update of status on reviews
when new.status not in (select name from review_statuses)
begin
    select raise(abort, 'InvalidValue: status must be one of the names in the table review_statuses');
end;
CREATE TRIGGER interventions_outcome_enters_known before insert on interventions
when new.outcome not in (select name from outcomes)
begin
    select raise(abort, 'InvalidValue: outcome must be one of the names in the table outcomes');
end;
CREATE TRIGGER interventions_outcome_is_known before update of outcome on interventions
when new.outcome not in (select name from outcomes)
begin
    select raise(abort, 'InvalidValue: outcome must be one of the names in the table outcomes');
end;
CREATE TRIGGER archives_status_enters_known before insert on archives
when new.status not in (select name from archive_statuses)
begin
    select raise(abort, 'InvalidValue: status must be one of the names in the table archive_statuses');
end;
CREATE TRIGGER archives_status_is_known before update of status on archives
when new.status not in (select name from archive_statuses)
begin
    select raise(abort, 'InvalidValue: status must be one of the names in the table archive_statuses');
end;
CREATE TRIGGER tunings_part_enters_known before insert on tunings
when new.part not in (select name from tuned_parts)
begin
    select raise(abort, 'InvalidValue: part must be one of the names in the table tuned_parts');
end;
CREATE TRIGGER tunings_part_is_known before update of part on tunings
when new.part not in (select name from tuned_parts)
begin
    select raise(abort, 'InvalidValue: part must be one of the names in the table tuned_parts');
end;
CREATE TRIGGER articles_history_insert after insert on articles
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'articles', new.id, null, 'insert', null, json_object('id', new.id, 'url', new.url, 'source', new.source, 'title', new.title, 'outlet', new.outlet, 'author', new.author, 'published_on', new.published_on, 'language', new.language, 'text_sha256', new.text_sha256, 'previous_id', new.previous_id, 'created_at', new.created_at, 'withdrawn_on', new.withdrawn_on, 'withdrawn_note', new.withdrawn_note), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER articles_history_update after update on articles
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'articles', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select iif(coalesce(length(new.text), -1) < length(old.text), json_object('id', old.id, 'url', old.url, 'source', old.source, 'title', old.title, 'outlet', old.outlet, 'author', old.author, 'published_on', old.published_on, 'language', old.language, 'text', old.text, 'text_sha256', old.text_sha256, 'previous_id', old.previous_id, 'created_at', old.created_at, 'withdrawn_on', old.withdrawn_on, 'withdrawn_note', old.withdrawn_note), json_object('id', old.id, 'url', old.url, 'source', old.source, 'title', old.title, 'outlet', old.outlet, 'author', old.author, 'published_on', old.published_on, 'language', old.language, 'text_sha256', old.text_sha256, 'previous_id', old.previous_id, 'created_at', old.created_at, 'withdrawn_on', old.withdrawn_on, 'withdrawn_note', old.withdrawn_note)) as old_row, json_object('id', new.id, 'url', new.url, 'source', new.source, 'title', new.title, 'outlet', new.outlet, 'author', new.author, 'published_on', new.published_on, 'language', new.language, 'text_sha256', new.text_sha256, 'previous_id', new.previous_id, 'created_at', new.created_at, 'withdrawn_on', new.withdrawn_on, 'withdrawn_note', new.withdrawn_note) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER articles_history_delete after delete on articles
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'articles', old.id, null, 'delete', json_object('id', old.id, 'url', old.url, 'source', old.source, 'title', old.title, 'outlet', old.outlet, 'author', old.author, 'published_on', old.published_on, 'language', old.language, 'text', old.text, 'text_sha256', old.text_sha256, 'previous_id', old.previous_id, 'created_at', old.created_at, 'withdrawn_on', old.withdrawn_on, 'withdrawn_note', old.withdrawn_note), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER articles_keeps_its_id before update on articles when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER articles_is_not_replaced before insert on articles
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from articles where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'articles'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update articles set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from articles where id = new.id);
end;
CREATE TRIGGER claimants_history_insert after insert on claimants
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claimants', new.id, null, 'insert', null, json_object('id', new.id, 'name', new.name, 'kind', new.kind, 'role', new.role, 'url', new.url, 'created_at', new.created_at, 'name_of_id', new.name_of_id), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER claimants_history_update after update on claimants
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claimants', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'name', old.name, 'kind', old.kind, 'role', old.role, 'url', old.url, 'created_at', old.created_at, 'name_of_id', old.name_of_id) as old_row, json_object('id', new.id, 'name', new.name, 'kind', new.kind, 'role', new.role, 'url', new.url, 'created_at', new.created_at, 'name_of_id', new.name_of_id) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER claimants_history_delete after delete on claimants
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claimants', old.id, null, 'delete', json_object('id', old.id, 'name', old.name, 'kind', old.kind, 'role', old.role, 'url', old.url, 'created_at', old.created_at, 'name_of_id', old.name_of_id), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER claimants_keeps_its_id before update on claimants when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER claimants_is_not_replaced before insert on claimants
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from claimants where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'claimants'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update claimants set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from claimants where id = new.id);
end;
CREATE TRIGGER claims_history_insert after insert on claims
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claims', new.id, new.id, 'insert', null, json_object('id', new.id, 'text', new.text, 'claimant_id', new.claimant_id, 'claimed_on', new.claimed_on, 'status', new.status, 'priority', new.priority, 'assignee', new.assignee, 'score', new.score, 'created_at', new.created_at, 'due_on', new.due_on, 'language', new.language), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER claims_history_update after update on claims
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claims', new.id, new.id, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'text', old.text, 'claimant_id', old.claimant_id, 'claimed_on', old.claimed_on, 'status', old.status, 'priority', old.priority, 'assignee', old.assignee, 'score', old.score, 'created_at', old.created_at, 'due_on', old.due_on, 'language', old.language) as old_row, json_object('id', new.id, 'text', new.text, 'claimant_id', new.claimant_id, 'claimed_on', new.claimed_on, 'status', new.status, 'priority', new.priority, 'assignee', new.assignee, 'score', new.score, 'created_at', new.created_at, 'due_on', new.due_on, 'language', new.language) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER claims_history_delete after delete on claims
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claims', old.id, old.id, 'delete', json_object('id', old.id, 'text', old.text, 'claimant_id', old.claimant_id, 'claimed_on', old.claimed_on, 'status', old.status, 'priority', old.priority, 'assignee', old.assignee, 'score', old.score, 'created_at', old.created_at, 'due_on', old.due_on, 'language', old.language), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER claims_keeps_its_id before update on claims when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER claims_is_not_replaced before insert on claims
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from claims where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'claims'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update claims set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from claims where id = new.id);
end;
CREATE TRIGGER appearances_history_insert after insert on appearances
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'appearances', new.id, new.claim_id, 'insert', null, json_object('id', new.id, 'claim_id', new.claim_id, 'article_id', new.article_id, 'claimant_id', new.claimant_id, 'span_start', new.span_start, 'span_end', new.span_end, 'quote', new.quote, 'kind', new.kind, 'kind_certain', new.kind_certain, 'speaker_as_written', new.speaker_as_written, 'said_on', new.said_on, 'context_before', new.context_before, 'context_after', new.context_after, 'score', new.score, 'reasons', new.reasons, 'flags', new.flags, 'extractor', new.extractor, 'created_at', new.created_at), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER appearances_history_update after update on appearances
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'appearances', new.id, new.claim_id, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'claim_id', old.claim_id, 'article_id', old.article_id, 'claimant_id', old.claimant_id, 'span_start', old.span_start, 'span_end', old.span_end, 'quote', old.quote, 'kind', old.kind, 'kind_certain', old.kind_certain, 'speaker_as_written', old.speaker_as_written, 'said_on', old.said_on, 'context_before', old.context_before, 'context_after', old.context_after, 'score', old.score, 'reasons', old.reasons, 'flags', old.flags, 'extractor', old.extractor, 'created_at', old.created_at) as old_row, json_object('id', new.id, 'claim_id', new.claim_id, 'article_id', new.article_id, 'claimant_id', new.claimant_id, 'span_start', new.span_start, 'span_end', new.span_end, 'quote', new.quote, 'kind', new.kind, 'kind_certain', new.kind_certain, 'speaker_as_written', new.speaker_as_written, 'said_on', new.said_on, 'context_before', new.context_before, 'context_after', new.context_after, 'score', new.score, 'reasons', new.reasons, 'flags', new.flags, 'extractor', new.extractor, 'created_at', new.created_at) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER appearances_history_delete after delete on appearances
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'appearances', old.id, old.claim_id, 'delete', json_object('id', old.id, 'claim_id', old.claim_id, 'article_id', old.article_id, 'claimant_id', old.claimant_id, 'span_start', old.span_start, 'span_end', old.span_end, 'quote', old.quote, 'kind', old.kind, 'kind_certain', old.kind_certain, 'speaker_as_written', old.speaker_as_written, 'said_on', old.said_on, 'context_before', old.context_before, 'context_after', old.context_after, 'score', old.score, 'reasons', old.reasons, 'flags', old.flags, 'extractor', old.extractor, 'created_at', old.created_at), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER appearances_keeps_its_id before update on appearances when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER appearances_is_not_replaced before insert on appearances
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from appearances where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'appearances'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update appearances set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from appearances where id = new.id);
end;
CREATE TRIGGER evidence_history_insert after insert on evidence
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'evidence', new.id, new.claim_id, 'insert', null, json_object('id', new.id, 'claim_id', new.claim_id, 'url', new.url, 'title', new.title, 'stance', new.stance, 'quote', new.quote, 'is_primary', new.is_primary, 'archived_url', new.archived_url, 'added_by', new.added_by, 'created_at', new.created_at, 'source', new.source, 'retracted_on', new.retracted_on, 'retracted_note', new.retracted_note), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER evidence_history_update after update on evidence
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'evidence', new.id, new.claim_id, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'claim_id', old.claim_id, 'url', old.url, 'title', old.title, 'stance', old.stance, 'quote', old.quote, 'is_primary', old.is_primary, 'archived_url', old.archived_url, 'added_by', old.added_by, 'created_at', old.created_at, 'source', old.source, 'retracted_on', old.retracted_on, 'retracted_note', old.retracted_note) as old_row, json_object('id', new.id, 'claim_id', new.claim_id, 'url', new.url, 'title', new.title, 'stance', new.stance, 'quote', new.quote, 'is_primary', new.is_primary, 'archived_url', new.archived_url, 'added_by', new.added_by, 'created_at', new.created_at, 'source', new.source, 'retracted_on', new.retracted_on, 'retracted_note', new.retracted_note) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER evidence_history_delete after delete on evidence
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'evidence', old.id, old.claim_id, 'delete', json_object('id', old.id, 'claim_id', old.claim_id, 'url', old.url, 'title', old.title, 'stance', old.stance, 'quote', old.quote, 'is_primary', old.is_primary, 'archived_url', old.archived_url, 'added_by', old.added_by, 'created_at', old.created_at, 'source', old.source, 'retracted_on', old.retracted_on, 'retracted_note', old.retracted_note), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER evidence_keeps_its_id before update on evidence when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER evidence_is_not_replaced before insert on evidence
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from evidence where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'evidence'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update evidence set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from evidence where id = new.id);
end;
CREATE TRIGGER notes_history_insert after insert on notes
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'notes', new.id, new.claim_id, 'insert', null, json_object('id', new.id, 'claim_id', new.claim_id, 'body', new.body, 'author', new.author, 'created_at', new.created_at, 'step', new.step), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER notes_history_update after update on notes
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'notes', new.id, new.claim_id, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'claim_id', old.claim_id, 'body', old.body, 'author', old.author, 'created_at', old.created_at, 'step', old.step) as old_row, json_object('id', new.id, 'claim_id', new.claim_id, 'body', new.body, 'author', new.author, 'created_at', new.created_at, 'step', new.step) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER notes_history_delete after delete on notes
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'notes', old.id, old.claim_id, 'delete', json_object('id', old.id, 'claim_id', old.claim_id, 'body', old.body, 'author', old.author, 'created_at', old.created_at, 'step', old.step), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER notes_keeps_its_id before update on notes when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER notes_is_not_replaced before insert on notes
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from notes where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'notes'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update notes set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from notes where id = new.id);
end;
CREATE TRIGGER tags_history_insert after insert on tags
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'tags', new.id, null, 'insert', null, json_object('id', new.id, 'name', new.name), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER tags_history_update after update on tags
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'tags', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'name', old.name) as old_row, json_object('id', new.id, 'name', new.name) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER tags_history_delete after delete on tags
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'tags', old.id, null, 'delete', json_object('id', old.id, 'name', old.name), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER tags_keeps_its_id before update on tags when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER tags_is_not_replaced before insert on tags
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from tags where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'tags'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update tags set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from tags where id = new.id);
end;
CREATE TRIGGER claim_tags_history_insert after insert on claim_tags
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claim_tags', new.id, new.claim_id, 'insert', null, json_object('id', new.id, 'claim_id', new.claim_id, 'tag_id', new.tag_id, 'created_at', new.created_at), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER claim_tags_history_update after update on claim_tags
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claim_tags', new.id, new.claim_id, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'claim_id', old.claim_id, 'tag_id', old.tag_id, 'created_at', old.created_at) as old_row, json_object('id', new.id, 'claim_id', new.claim_id, 'tag_id', new.tag_id, 'created_at', new.created_at) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER claim_tags_history_delete after delete on claim_tags
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'claim_tags', old.id, old.claim_id, 'delete', json_object('id', old.id, 'claim_id', old.claim_id, 'tag_id', old.tag_id, 'created_at', old.created_at), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER claim_tags_keeps_its_id before update on claim_tags when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER claim_tags_is_not_replaced before insert on claim_tags
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from claim_tags where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'claim_tags'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update claim_tags set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from claim_tags where id = new.id);
end;
CREATE TRIGGER former_names_history_insert after insert on former_names
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'former_names', new.id, null, 'insert', null, json_object('id', new.id, 'kind', new.kind, 'name', new.name, 'current_name', new.current_name), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER former_names_history_update after update on former_names
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'former_names', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'kind', old.kind, 'name', old.name, 'current_name', old.current_name) as old_row, json_object('id', new.id, 'kind', new.kind, 'name', new.name, 'current_name', new.current_name) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER former_names_history_delete after delete on former_names
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'former_names', old.id, null, 'delete', json_object('id', old.id, 'kind', old.kind, 'name', old.name, 'current_name', old.current_name), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER former_names_keeps_its_id before update on former_names when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER former_names_is_not_replaced before insert on former_names
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from former_names where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'former_names'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update former_names set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from former_names where id = new.id);
end;
CREATE TRIGGER matches_history_insert after insert on matches
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'matches', new.id, new.left_id, 'insert', null, json_object('id', new.id, 'left_id', new.left_id, 'right_id', new.right_id, 'score', new.score, 'suggestion', new.suggestion, 'reasons', new.reasons, 'differences', new.differences, 'scorer', new.scorer, 'judgement', new.judgement, 'judged_by', new.judged_by, 'judged_at', new.judged_at, 'created_at', new.created_at), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER matches_history_update after update on matches
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'matches', new.id, new.left_id, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'left_id', old.left_id, 'right_id', old.right_id, 'score', old.score, 'suggestion', old.suggestion, 'reasons', old.reasons, 'differences', old.differences, 'scorer', old.scorer, 'judgement', old.judgement, 'judged_by', old.judged_by, 'judged_at', old.judged_at, 'created_at', old.created_at) as old_row, json_object('id', new.id, 'left_id', new.left_id, 'right_id', new.right_id, 'score', new.score, 'suggestion', new.suggestion, 'reasons', new.reasons, 'differences', new.differences, 'scorer', new.scorer, 'judgement', new.judgement, 'judged_by', new.judged_by, 'judged_at', new.judged_at, 'created_at', new.created_at) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER matches_history_delete after delete on matches
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'matches', old.id, old.left_id, 'delete', json_object('id', old.id, 'left_id', old.left_id, 'right_id', old.right_id, 'score', old.score, 'suggestion', old.suggestion, 'reasons', old.reasons, 'differences', old.differences, 'scorer', old.scorer, 'judgement', old.judgement, 'judged_by', old.judged_by, 'judged_at', old.judged_at, 'created_at', old.created_at), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER matches_keeps_its_id before update on matches when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER matches_is_not_replaced before insert on matches
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from matches where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'matches'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update matches set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from matches where id = new.id);
end;
CREATE TRIGGER publishers_history_insert after insert on publishers
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'publishers', new.id, null, 'insert', null, json_object('id', new.id, 'name', new.name, 'url', new.url, 'is_desk', new.is_desk, 'created_at', new.created_at), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER publishers_history_update after update on publishers
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'publishers', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'name', old.name, 'url', old.url, 'is_desk', old.is_desk, 'created_at', old.created_at) as old_row, json_object('id', new.id, 'name', new.name, 'url', new.url, 'is_desk', new.is_desk, 'created_at', new.created_at) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER publishers_history_delete after delete on publishers
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'publishers', old.id, null, 'delete', json_object('id', old.id, 'name', old.name, 'url', old.url, 'is_desk', old.is_desk, 'created_at', old.created_at), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER publishers_keeps_its_id before update on publishers when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER publishers_is_not_replaced before insert on publishers
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from publishers where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'publishers'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update publishers set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from publishers where id = new.id);
end;
CREATE TRIGGER rating_scales_history_insert after insert on rating_scales
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'rating_scales', new.id, null, 'insert', null, json_object('id', new.id, 'name', new.name, 'description', new.description, 'worst', new.worst, 'best', new.best, 'publisher_id', new.publisher_id), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER rating_scales_history_update after update on rating_scales
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'rating_scales', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'name', old.name, 'description', old.description, 'worst', old.worst, 'best', old.best, 'publisher_id', old.publisher_id) as old_row, json_object('id', new.id, 'name', new.name, 'description', new.description, 'worst', new.worst, 'best', new.best, 'publisher_id', new.publisher_id) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER rating_scales_history_delete after delete on rating_scales
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'rating_scales', old.id, null, 'delete', json_object('id', old.id, 'name', old.name, 'description', old.description, 'worst', old.worst, 'best', old.best, 'publisher_id', old.publisher_id), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER rating_scales_keeps_its_id before update on rating_scales when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER rating_scales_is_not_replaced before insert on rating_scales
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from rating_scales where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'rating_scales'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update rating_scales set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from rating_scales where id = new.id);
end;
CREATE TRIGGER ratings_history_insert after insert on ratings
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'ratings', new.id, null, 'insert', null, json_object('id', new.id, 'scale_id', new.scale_id, 'name', new.name, 'position', new.position, 'value', new.value, 'definition', new.definition, 'retired', new.retired), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER ratings_history_update after update on ratings
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'ratings', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'scale_id', old.scale_id, 'name', old.name, 'position', old.position, 'value', old.value, 'definition', old.definition, 'retired', old.retired) as old_row, json_object('id', new.id, 'scale_id', new.scale_id, 'name', new.name, 'position', new.position, 'value', new.value, 'definition', new.definition, 'retired', new.retired) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER ratings_history_delete after delete on ratings
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'ratings', old.id, null, 'delete', json_object('id', old.id, 'scale_id', old.scale_id, 'name', old.name, 'position', old.position, 'value', old.value, 'definition', old.definition, 'retired', old.retired), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER ratings_keeps_its_id before update on ratings when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER ratings_is_not_replaced before insert on ratings
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from ratings where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'ratings'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update ratings set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from ratings where id = new.id);
end;
CREATE TRIGGER reviews_history_insert after insert on reviews
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'reviews', new.id, new.claim_id, 'insert', null, json_object('id', new.id, 'claim_id', new.claim_id, 'publisher_id', new.publisher_id, 'origin', new.origin, 'rating_id', new.rating_id, 'headline', new.headline, 'summary', new.summary, 'url', new.url, 'reviewed_on', new.reviewed_on, 'status', new.status, 'drafted_by', new.drafted_by, 'approved_by', new.approved_by, 'corrects_id', new.corrects_id, 'correction_note', new.correction_note, 'language', new.language, 'created_at', new.created_at, 'claim_reviewed', new.claim_reviewed, 'withdrawn_on', new.withdrawn_on, 'claimant_reviewed', new.claimant_reviewed, 'claimed_on_reviewed', new.claimed_on_reviewed, 'is_update', new.is_update, 'not_before', new.not_before, 'held_on', new.held_on, 'feed_id', new.feed_id), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER reviews_history_update after update on reviews
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'reviews', new.id, new.claim_id, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'claim_id', old.claim_id, 'publisher_id', old.publisher_id, 'origin', old.origin, 'rating_id', old.rating_id, 'headline', old.headline, 'summary', old.summary, 'url', old.url, 'reviewed_on', old.reviewed_on, 'status', old.status, 'drafted_by', old.drafted_by, 'approved_by', old.approved_by, 'corrects_id', old.corrects_id, 'correction_note', old.correction_note, 'language', old.language, 'created_at', old.created_at, 'claim_reviewed', old.claim_reviewed, 'withdrawn_on', old.withdrawn_on, 'claimant_reviewed', old.claimant_reviewed, 'claimed_on_reviewed', old.claimed_on_reviewed, 'is_update', old.is_update, 'not_before', old.not_before, 'held_on', old.held_on, 'feed_id', old.feed_id) as old_row, json_object('id', new.id, 'claim_id', new.claim_id, 'publisher_id', new.publisher_id, 'origin', new.origin, 'rating_id', new.rating_id, 'headline', new.headline, 'summary', new.summary, 'url', new.url, 'reviewed_on', new.reviewed_on, 'status', new.status, 'drafted_by', new.drafted_by, 'approved_by', new.approved_by, 'corrects_id', new.corrects_id, 'correction_note', new.correction_note, 'language', new.language, 'created_at', new.created_at, 'claim_reviewed', new.claim_reviewed, 'withdrawn_on', new.withdrawn_on, 'claimant_reviewed', new.claimant_reviewed, 'claimed_on_reviewed', new.claimed_on_reviewed, 'is_update', new.is_update, 'not_before', new.not_before, 'held_on', new.held_on, 'feed_id', new.feed_id) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER reviews_history_delete after delete on reviews
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'reviews', old.id, old.claim_id, 'delete', json_object('id', old.id, 'claim_id', old.claim_id, 'publisher_id', old.publisher_id, 'origin', old.origin, 'rating_id', old.rating_id, 'headline', old.headline, 'summary', old.summary, 'url', old.url, 'reviewed_on', old.reviewed_on, 'status', old.status, 'drafted_by', old.drafted_by, 'approved_by', old.approved_by, 'corrects_id', old.corrects_id, 'correction_note', old.correction_note, 'language', old.language, 'created_at', old.created_at, 'claim_reviewed', old.claim_reviewed, 'withdrawn_on', old.withdrawn_on, 'claimant_reviewed', old.claimant_reviewed, 'claimed_on_reviewed', old.claimed_on_reviewed, 'is_update', old.is_update, 'not_before', old.not_before, 'held_on', old.held_on, 'feed_id', old.feed_id), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER reviews_keeps_its_id before update on reviews when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER reviews_is_not_replaced before insert on reviews
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from reviews where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'reviews'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update reviews set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from reviews where id = new.id);
end;
CREATE TRIGGER interventions_history_insert after insert on interventions
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'interventions', new.id, new.claim_id, 'insert', null, json_object('id', new.id, 'claim_id', new.claim_id, 'asked', new.asked, 'request', new.request, 'asked_on', new.asked_on, 'outcome', new.outcome, 'outcome_on', new.outcome_on, 'outcome_note', new.outcome_note, 'url', new.url, 'created_at', new.created_at, 'purpose', new.purpose), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER interventions_history_update after update on interventions
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'interventions', new.id, new.claim_id, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'claim_id', old.claim_id, 'asked', old.asked, 'request', old.request, 'asked_on', old.asked_on, 'outcome', old.outcome, 'outcome_on', old.outcome_on, 'outcome_note', old.outcome_note, 'url', old.url, 'created_at', old.created_at, 'purpose', old.purpose) as old_row, json_object('id', new.id, 'claim_id', new.claim_id, 'asked', new.asked, 'request', new.request, 'asked_on', new.asked_on, 'outcome', new.outcome, 'outcome_on', new.outcome_on, 'outcome_note', new.outcome_note, 'url', new.url, 'created_at', new.created_at, 'purpose', new.purpose) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER interventions_history_delete after delete on interventions
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'interventions', old.id, old.claim_id, 'delete', json_object('id', old.id, 'claim_id', old.claim_id, 'asked', old.asked, 'request', old.request, 'asked_on', old.asked_on, 'outcome', old.outcome, 'outcome_on', old.outcome_on, 'outcome_note', old.outcome_note, 'url', old.url, 'created_at', old.created_at, 'purpose', old.purpose), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER interventions_keeps_its_id before update on interventions when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER interventions_is_not_replaced before insert on interventions
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from interventions where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'interventions'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update interventions set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from interventions where id = new.id);
end;
CREATE TRIGGER archives_history_insert after insert on archives
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'archives', new.id, null, 'insert', null, json_object('id', new.id, 'url', new.url, 'status', new.status, 'attempts', new.attempts, 'try_after', new.try_after, 'error', new.error, 'archived_url', new.archived_url, 'archived_at', new.archived_at, 'created_at', new.created_at), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER archives_history_update after update on archives
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'archives', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'url', old.url, 'status', old.status, 'attempts', old.attempts, 'try_after', old.try_after, 'error', old.error, 'archived_url', old.archived_url, 'archived_at', old.archived_at, 'created_at', old.created_at) as old_row, json_object('id', new.id, 'url', new.url, 'status', new.status, 'attempts', new.attempts, 'try_after', new.try_after, 'error', new.error, 'archived_url', new.archived_url, 'archived_at', new.archived_at, 'created_at', new.created_at) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER archives_history_delete after delete on archives
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'archives', old.id, null, 'delete', json_object('id', old.id, 'url', old.url, 'status', old.status, 'attempts', old.attempts, 'try_after', old.try_after, 'error', old.error, 'archived_url', old.archived_url, 'archived_at', old.archived_at, 'created_at', old.created_at), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER archives_keeps_its_id before update on archives when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER archives_is_not_replaced before insert on archives
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from archives where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'archives'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update archives set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from archives where id = new.id);
end;
CREATE TRIGGER tunings_history_insert after insert on tunings
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'tunings', new.id, null, 'insert', null, json_object('id', new.id, 'part', new.part, 'fitted_to', new.fitted_to, 'parameters', new.parameters, 'figures', new.figures, 'in_force', new.in_force, 'created_at', new.created_at), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER tunings_history_update after update on tunings
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'tunings', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'part', old.part, 'fitted_to', old.fitted_to, 'parameters', old.parameters, 'figures', old.figures, 'in_force', old.in_force, 'created_at', old.created_at) as old_row, json_object('id', new.id, 'part', new.part, 'fitted_to', new.fitted_to, 'parameters', new.parameters, 'figures', new.figures, 'in_force', new.in_force, 'created_at', new.created_at) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER tunings_history_delete after delete on tunings
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'tunings', old.id, null, 'delete', json_object('id', old.id, 'part', old.part, 'fitted_to', old.fitted_to, 'parameters', old.parameters, 'figures', old.figures, 'in_force', old.in_force, 'created_at', old.created_at), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER tunings_keeps_its_id before update on tunings when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER tunings_is_not_replaced before insert on tunings
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from tunings where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'tunings'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update tunings set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from tunings where id = new.id);
end;
CREATE TRIGGER encoders_history_insert after insert on encoders
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'encoders', new.id, null, 'insert', null, json_object('id', new.id, 'name', new.name, 'version', new.version, 'dimensions', new.dimensions, 'in_force', new.in_force, 'created_at', new.created_at), (select actor from audit_context where id = 1);
end;
CREATE TRIGGER encoders_history_update after update on encoders
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'encoders', new.id, null, 'update', old_row, new_row, (select actor from audit_context where id = 1)
    from (select json_object('id', old.id, 'name', old.name, 'version', old.version, 'dimensions', old.dimensions, 'in_force', old.in_force, 'created_at', old.created_at) as old_row, json_object('id', new.id, 'name', new.name, 'version', new.version, 'dimensions', new.dimensions, 'in_force', new.in_force, 'created_at', new.created_at) as new_row)
    where old_row is not new_row;
end;
CREATE TRIGGER encoders_history_delete after delete on encoders
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select 'encoders', old.id, null, 'delete', json_object('id', old.id, 'name', old.name, 'version', old.version, 'dimensions', old.dimensions, 'in_force', old.in_force, 'created_at', old.created_at), null, (select actor from audit_context where id = 1);
end;
CREATE TRIGGER encoders_keeps_its_id before update on encoders when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;
CREATE TRIGGER encoders_is_not_replaced before insert on encoders
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from encoders where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = 'encoders'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update encoders set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from encoders where id = new.id);
end;
commit;
