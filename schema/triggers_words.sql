-- Names that are not in a lookup table are refused even if the client has foreign keys off, which is SQLite's default.
-- One pair of triggers for each column that references a lookup table's name. Generated: `scripts/docs` updates it.

-- [[[cog
-- import cog, schema_docs
-- cog.outl(schema_docs.word_triggers())
-- ]]]
create trigger status_transitions_from_status_enters_known before insert on status_transitions
when new.from_status not in (select name from statuses)
begin
    select raise(abort, 'InvalidValue: from_status must be one of the names in the table statuses');
end;

create trigger status_transitions_from_status_is_known before update of from_status on status_transitions
when new.from_status not in (select name from statuses)
begin
    select raise(abort, 'InvalidValue: from_status must be one of the names in the table statuses');
end;

create trigger status_transitions_to_status_enters_known before insert on status_transitions
when new.to_status not in (select name from statuses)
begin
    select raise(abort, 'InvalidValue: to_status must be one of the names in the table statuses');
end;

create trigger status_transitions_to_status_is_known before update of to_status on status_transitions
when new.to_status not in (select name from statuses)
begin
    select raise(abort, 'InvalidValue: to_status must be one of the names in the table statuses');
end;

create trigger review_status_transitions_from_status_enters_known before insert on review_status_transitions
when new.from_status not in (select name from review_statuses)
begin
    select raise(abort, 'InvalidValue: from_status must be one of the names in the table review_statuses');
end;

create trigger review_status_transitions_from_status_is_known before update of from_status on review_status_transitions
when new.from_status not in (select name from review_statuses)
begin
    select raise(abort, 'InvalidValue: from_status must be one of the names in the table review_statuses');
end;

create trigger review_status_transitions_to_status_enters_known before insert on review_status_transitions
when new.to_status not in (select name from review_statuses)
begin
    select raise(abort, 'InvalidValue: to_status must be one of the names in the table review_statuses');
end;

create trigger review_status_transitions_to_status_is_known before update of to_status on review_status_transitions
when new.to_status not in (select name from review_statuses)
begin
    select raise(abort, 'InvalidValue: to_status must be one of the names in the table review_statuses');
end;

create trigger claimants_kind_enters_known before insert on claimants
when new.kind not in (select name from claimant_kinds)
begin
    select raise(abort, 'InvalidValue: kind must be one of the names in the table claimant_kinds');
end;

create trigger claimants_kind_is_known before update of kind on claimants
when new.kind not in (select name from claimant_kinds)
begin
    select raise(abort, 'InvalidValue: kind must be one of the names in the table claimant_kinds');
end;

create trigger claims_status_enters_known before insert on claims
when new.status not in (select name from statuses)
begin
    select raise(abort, 'InvalidValue: status must be one of the names in the table statuses');
end;

create trigger claims_status_is_known before update of status on claims
when new.status not in (select name from statuses)
begin
    select raise(abort, 'InvalidValue: status must be one of the names in the table statuses');
end;

create trigger claims_priority_enters_known before insert on claims
when new.priority not in (select name from priorities)
begin
    select raise(abort, 'InvalidValue: priority must be one of the names in the table priorities');
end;

create trigger claims_priority_is_known before update of priority on claims
when new.priority not in (select name from priorities)
begin
    select raise(abort, 'InvalidValue: priority must be one of the names in the table priorities');
end;

create trigger appearances_kind_enters_known before insert on appearances
when new.kind not in (select name from kinds)
begin
    select raise(abort, 'InvalidValue: kind must be one of the names in the table kinds');
end;

create trigger appearances_kind_is_known before update of kind on appearances
when new.kind not in (select name from kinds)
begin
    select raise(abort, 'InvalidValue: kind must be one of the names in the table kinds');
end;

create trigger evidence_stance_enters_known before insert on evidence
when new.stance not in (select name from stances)
begin
    select raise(abort, 'InvalidValue: stance must be one of the names in the table stances');
end;

create trigger evidence_stance_is_known before update of stance on evidence
when new.stance not in (select name from stances)
begin
    select raise(abort, 'InvalidValue: stance must be one of the names in the table stances');
end;

create trigger notes_step_enters_known before insert on notes
when new.step not in (select name from note_steps)
begin
    select raise(abort, 'InvalidValue: step must be one of the names in the table note_steps');
end;

create trigger notes_step_is_known before update of step on notes
when new.step not in (select name from note_steps)
begin
    select raise(abort, 'InvalidValue: step must be one of the names in the table note_steps');
end;

create trigger matches_suggestion_enters_known before insert on matches
when new.suggestion not in (select name from suggestions)
begin
    select raise(abort, 'InvalidValue: suggestion must be one of the names in the table suggestions');
end;

create trigger matches_suggestion_is_known before update of suggestion on matches
when new.suggestion not in (select name from suggestions)
begin
    select raise(abort, 'InvalidValue: suggestion must be one of the names in the table suggestions');
end;

create trigger matches_judgement_enters_known before insert on matches
when new.judgement not in (select name from judgements)
begin
    select raise(abort, 'InvalidValue: judgement must be one of the names in the table judgements');
end;

create trigger matches_judgement_is_known before update of judgement on matches
when new.judgement not in (select name from judgements)
begin
    select raise(abort, 'InvalidValue: judgement must be one of the names in the table judgements');
end;

create trigger reviews_origin_enters_known before insert on reviews
when new.origin not in (select name from review_origins)
begin
    select raise(abort, 'InvalidValue: origin must be one of the names in the table review_origins');
end;

create trigger reviews_origin_is_known before update of origin on reviews
when new.origin not in (select name from review_origins)
begin
    select raise(abort, 'InvalidValue: origin must be one of the names in the table review_origins');
end;

create trigger reviews_status_enters_known before insert on reviews
when new.status not in (select name from review_statuses)
begin
    select raise(abort, 'InvalidValue: status must be one of the names in the table review_statuses');
end;

create trigger reviews_status_is_known before update of status on reviews
when new.status not in (select name from review_statuses)
begin
    select raise(abort, 'InvalidValue: status must be one of the names in the table review_statuses');
end;

create trigger interventions_outcome_enters_known before insert on interventions
when new.outcome not in (select name from outcomes)
begin
    select raise(abort, 'InvalidValue: outcome must be one of the names in the table outcomes');
end;

create trigger interventions_outcome_is_known before update of outcome on interventions
when new.outcome not in (select name from outcomes)
begin
    select raise(abort, 'InvalidValue: outcome must be one of the names in the table outcomes');
end;

create trigger archives_status_enters_known before insert on archives
when new.status not in (select name from archive_statuses)
begin
    select raise(abort, 'InvalidValue: status must be one of the names in the table archive_statuses');
end;

create trigger archives_status_is_known before update of status on archives
when new.status not in (select name from archive_statuses)
begin
    select raise(abort, 'InvalidValue: status must be one of the names in the table archive_statuses');
end;

create trigger tunings_part_enters_known before insert on tunings
when new.part not in (select name from tuned_parts)
begin
    select raise(abort, 'InvalidValue: part must be one of the names in the table tuned_parts');
end;

create trigger tunings_part_is_known before update of part on tunings
when new.part not in (select name from tuned_parts)
begin
    select raise(abort, 'InvalidValue: part must be one of the names in the table tuned_parts');
end;

-- [[[end]]]
