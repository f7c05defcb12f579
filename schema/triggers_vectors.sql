-- A vector encodes the claim's text, so it is deleted when the text changes. Plain SQL only, so that any client can write claims.

create trigger vectors_claim_reworded after update of text on claims
when old.text is not new.text
begin
    delete from claim_vectors where claim_id = new.id;
end;

create trigger vectors_claim_deleted after delete on claims begin
    delete from claim_vectors where claim_id = old.id;
end;
