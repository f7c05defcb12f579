-- A command cannot be given a claim 0 or -5. AFTER insert, because NEW.id is -1 before SQLite has assigned it.
create trigger claims_id_can_be_named after insert on claims
when new.id < 1
begin
    select raise(abort, 'InvalidValue: the id of a claim must be 1 or more; leave it out to get the next one');
end;
