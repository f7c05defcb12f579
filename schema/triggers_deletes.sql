-- What something else hangs on is not deleted. The foreign keys see to that, but say no more than that they failed.

create trigger claims_with_anything_on_them_stay before delete on claims
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

create trigger articles_with_claims_stay before delete on articles
when exists (select 1 from appearances where article_id = old.id)
begin
    select raise(abort, 'Refused: an article cannot be deleted while claims are quoted from it; reject the claims instead');
end;

create trigger claimants_with_claims_stay before delete on claimants
when exists (select 1 from claims where claimant_id = old.id)
    or exists (select 1 from appearances where claimant_id = old.id)
    or exists (select 1 from claimants where name_of_id = old.id)
begin
    select raise(abort, 'Refused: a claimant cannot be deleted while they have claims, appearances or other names; give those claims and appearances another claimant and split the names first');
end;
