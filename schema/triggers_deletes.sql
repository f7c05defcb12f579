-- A row that other rows refer to is not deleted. Foreign keys would prevent that, too, but their error message gives no reason,
-- and a client may have them off.

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

create trigger tags_with_claims_stay before delete on tags
when exists (select 1 from claim_tags where tag_id = old.id)
begin
    select raise(abort, 'Refused: a tag cannot be deleted while claims have it; delete its rows in claim_tags first');
end;

create trigger ratings_with_reviews_stay before delete on ratings
when exists (select 1 from reviews where rating_id = old.id)
begin
    select raise(abort, 'Refused: a rating cannot be deleted while reviews give it; set retired to 1 instead');
end;

create trigger rating_scales_with_ratings_stay before delete on rating_scales
when exists (select 1 from ratings where scale_id = old.id)
begin
    select raise(abort, 'Refused: a scale cannot be deleted while it has ratings; set retired of these to 1 instead');
end;

create trigger publishers_with_reviews_or_scales_stay before delete on publishers
when exists (select 1 from reviews where publisher_id = old.id)
    or exists (select 1 from rating_scales where publisher_id = old.id)
begin
    select raise(abort, 'Refused: a publisher cannot be deleted while it has reviews or scales');
end;
