-- The CHECK constraints of the tables compare a day with date(day), but before SQLite 3.45 that returns 30 February unchanged.
-- With the modifier '+0 days' date() normalises it, so that the comparison fails. One pair of triggers for each column with such
-- a constraint. Generated: `scripts/docs` updates it.

-- [[[cog
-- import cog, schema_docs
-- cog.outl(schema_docs.day_triggers())
-- ]]]
create trigger appearances_said_on_enters_as_a_day before insert on appearances
when new.said_on is not date(new.said_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: said_on must be a day, as in 2024-04-22');
end;

create trigger appearances_said_on_is_a_day before update of said_on on appearances
when new.said_on is not old.said_on and new.said_on is not date(new.said_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: said_on must be a day, as in 2024-04-22');
end;

create trigger articles_published_on_enters_as_a_day before insert on articles
when new.published_on is not date(new.published_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: published_on must be a day, as in 2024-04-22');
end;

create trigger articles_published_on_is_a_day before update of published_on on articles
when new.published_on is not old.published_on and new.published_on is not date(new.published_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: published_on must be a day, as in 2024-04-22');
end;

create trigger articles_withdrawn_on_enters_as_a_day before insert on articles
when new.withdrawn_on is not date(new.withdrawn_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: withdrawn_on must be a day, as in 2024-04-22');
end;

create trigger articles_withdrawn_on_is_a_day before update of withdrawn_on on articles
when new.withdrawn_on is not old.withdrawn_on and new.withdrawn_on is not date(new.withdrawn_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: withdrawn_on must be a day, as in 2024-04-22');
end;

create trigger claims_claimed_on_enters_as_a_day before insert on claims
when new.claimed_on is not date(new.claimed_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: claimed_on must be a day, as in 2024-04-22');
end;

create trigger claims_claimed_on_is_a_day before update of claimed_on on claims
when new.claimed_on is not old.claimed_on and new.claimed_on is not date(new.claimed_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: claimed_on must be a day, as in 2024-04-22');
end;

create trigger claims_due_on_enters_as_a_day before insert on claims
when new.due_on is not date(new.due_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: due_on must be a day, as in 2024-04-22');
end;

create trigger claims_due_on_is_a_day before update of due_on on claims
when new.due_on is not old.due_on and new.due_on is not date(new.due_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: due_on must be a day, as in 2024-04-22');
end;

create trigger evidence_retracted_on_enters_as_a_day before insert on evidence
when new.retracted_on is not date(new.retracted_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: retracted_on must be a day, as in 2024-04-22');
end;

create trigger evidence_retracted_on_is_a_day before update of retracted_on on evidence
when new.retracted_on is not old.retracted_on and new.retracted_on is not date(new.retracted_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: retracted_on must be a day, as in 2024-04-22');
end;

create trigger interventions_asked_on_enters_as_a_day before insert on interventions
when new.asked_on is not date(new.asked_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: asked_on must be a day, as in 2024-04-22');
end;

create trigger interventions_asked_on_is_a_day before update of asked_on on interventions
when new.asked_on is not old.asked_on and new.asked_on is not date(new.asked_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: asked_on must be a day, as in 2024-04-22');
end;

create trigger interventions_outcome_on_enters_as_a_day before insert on interventions
when new.outcome_on is not date(new.outcome_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: outcome_on must be a day, as in 2024-04-22');
end;

create trigger interventions_outcome_on_is_a_day before update of outcome_on on interventions
when new.outcome_on is not old.outcome_on and new.outcome_on is not date(new.outcome_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: outcome_on must be a day, as in 2024-04-22');
end;

create trigger reviews_reviewed_on_enters_as_a_day before insert on reviews
when new.reviewed_on is not date(new.reviewed_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: reviewed_on must be a day, as in 2024-04-22');
end;

create trigger reviews_reviewed_on_is_a_day before update of reviewed_on on reviews
when new.reviewed_on is not old.reviewed_on and new.reviewed_on is not date(new.reviewed_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: reviewed_on must be a day, as in 2024-04-22');
end;

create trigger reviews_withdrawn_on_enters_as_a_day before insert on reviews
when new.withdrawn_on is not date(new.withdrawn_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: withdrawn_on must be a day, as in 2024-04-22');
end;

create trigger reviews_withdrawn_on_is_a_day before update of withdrawn_on on reviews
when new.withdrawn_on is not old.withdrawn_on and new.withdrawn_on is not date(new.withdrawn_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: withdrawn_on must be a day, as in 2024-04-22');
end;

create trigger reviews_claimed_on_reviewed_enters_as_a_day before insert on reviews
when new.claimed_on_reviewed is not date(new.claimed_on_reviewed, '+0 days')
begin
    select raise(abort, 'InvalidValue: claimed_on_reviewed must be a day, as in 2024-04-22');
end;

create trigger reviews_claimed_on_reviewed_is_a_day before update of claimed_on_reviewed on reviews
when new.claimed_on_reviewed is not old.claimed_on_reviewed and new.claimed_on_reviewed is not date(new.claimed_on_reviewed, '+0 days')
begin
    select raise(abort, 'InvalidValue: claimed_on_reviewed must be a day, as in 2024-04-22');
end;

create trigger reviews_held_on_enters_as_a_day before insert on reviews
when new.held_on is not date(new.held_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: held_on must be a day, as in 2024-04-22');
end;

create trigger reviews_held_on_is_a_day before update of held_on on reviews
when new.held_on is not old.held_on and new.held_on is not date(new.held_on, '+0 days')
begin
    select raise(abort, 'InvalidValue: held_on must be a day, as in 2024-04-22');
end;

-- [[[end]]]
