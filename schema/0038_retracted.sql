-- Evidence that its publisher has taken back, such as a retracted study. All evidence at the address is marked; a source in words alone.
alter table evidence add column retracted_on text check (retracted_on is date(retracted_on));
alter table evidence add column retracted_note text
    constraint retraction_note_has_day check (retracted_note is null or retracted_on is not null and length(retracted_note) <= 4000);
create index evidence_retracted_on on evidence (retracted_on) where retracted_on is not null;
