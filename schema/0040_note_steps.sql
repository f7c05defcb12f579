-- Which step wrote a note: holding a verdict, sending one back, judging a pair. Null if a person wrote it by itself. Until now only its
-- first words told it.
create table note_steps (
    name text primary key not null,
    label text not null,
    position integer not null unique,
    description text not null
) strict;

insert into note_steps (name, label, position, description) values
    ('hold', 'Hold', 1, 'Why a verdict was taken off what readers get, for now.'),
    ('release', 'Release', 2, 'Why readers got a verdict back.'),
    ('send_back', 'Send back', 3, 'What is to be changed in a verdict that was sent back.'),
    ('judge', 'Judge', 4, 'Why a pair of claims was judged so.'),
    ('repeat', 'Repeat', 5, 'Other words in which the claim was made again.'),
    ('settle', 'Settle', 6, 'Why what was in doubt stays as it is.');

alter table notes add column step text references note_steps (name);

-- Only what fits the words of the step and a review or pair of this claim.
update notes set step = case
    when body glob 'Also said in these words: *' or body glob 'Also said in these words (*): *' then 'repeat'
    when exists (
        select 1 from reviews
        where reviews.claim_id = notes.claim_id and notes.body glob 'Review ' || reviews.id || ' held: *'
    ) then 'hold'
    when exists (
        select 1 from reviews
        where reviews.claim_id = notes.claim_id and notes.body glob 'Review ' || reviews.id || ' released: *'
    ) then 'release'
    when exists (
        select 1 from reviews
        where reviews.claim_id = notes.claim_id and notes.body glob 'Review ' || reviews.id || ' sent back: *'
    ) then 'send_back'
    when exists (
        select 1 from judgements join claims as other on other.id = cast(substr(notes.body, length('Claim ') + 1) as integer)
        where notes.body glob 'Claim ' || other.id || ', ' || judgements.name || ': *'
    ) then 'judge'
end
where body glob 'Also said in these words*' or body glob 'Review [0-9]*' or body glob 'Claim [0-9]*';

-- Evidence that was marked as retracted when it was removed: a link that is added again keeps its mark. Without this index, which is
-- almost always empty, each added link would read the history of all evidence. Of two columns, so that SQLite prefers it to history_row.
create index history_removed_marks on history (table_name, operation)
where table_name = 'evidence' and operation = 'delete' and old_row ->> 'retracted_on' is not null;
