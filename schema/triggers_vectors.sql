-- A vector stands for the words it was made from: it goes when they do. Plain SQL only, so that any client may write.

drop trigger if exists vectors_claim_reworded;
create trigger vectors_claim_reworded after update of id, text on claims
when old.text is not new.text or old.id is not new.id
begin
    delete from claim_vectors where claim_id in (old.id, new.id);
end;

drop trigger if exists vectors_claim_deleted;
create trigger vectors_claim_deleted after delete on claims begin
    delete from claim_vectors where claim_id = old.id;
end;
