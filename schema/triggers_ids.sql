-- After a row with the largest number that SQLite knows it draws the numbers of new rows at random, and nobody can name a
-- claim 0 or -5 to a command. (Before an insert the number is not drawn yet.)
create trigger claims_id_can_be_named after insert on claims
when new.id not between 1 and 999999999999999
begin
    select raise(abort, 'InvalidValue: the id of a claim is a number from 1 to 999,999,999,999,999; left out, it is the next one');
end;
