-- Ids that do not exist are refused even if the client has foreign keys off, which is SQLite's default.
-- One pair of triggers for each column that references another table's id. Generated: `scripts/docs` updates it.

-- [[[cog
-- import cog, schema_docs
-- cog.outl(schema_docs.reference_triggers())
-- ]]]
create trigger articles_previous_id_leads_somewhere before insert on articles
when new.previous_id is not null and new.previous_id not in (select id from articles)
begin
    select raise(abort, 'InvalidValue: previous_id must be the id of a row in the table articles');
end;

create trigger articles_previous_id_still_leads_somewhere before update of previous_id on articles
when new.previous_id is not null and new.previous_id is not old.previous_id and new.previous_id not in (select id from articles)
begin
    select raise(abort, 'InvalidValue: previous_id must be the id of a row in the table articles');
end;

create trigger claims_claimant_id_leads_somewhere before insert on claims
when new.claimant_id is not null and new.claimant_id not in (select id from claimants)
begin
    select raise(abort, 'InvalidValue: claimant_id must be the id of a row in the table claimants');
end;

create trigger claims_claimant_id_still_leads_somewhere before update of claimant_id on claims
when new.claimant_id is not null and new.claimant_id is not old.claimant_id and new.claimant_id not in (select id from claimants)
begin
    select raise(abort, 'InvalidValue: claimant_id must be the id of a row in the table claimants');
end;

create trigger appearances_claim_id_leads_somewhere before insert on appearances
when new.claim_id is not null and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;

create trigger appearances_claim_id_still_leads_somewhere before update of claim_id on appearances
when new.claim_id is not null and new.claim_id is not old.claim_id and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;

create trigger appearances_article_id_leads_somewhere before insert on appearances
when new.article_id is not null and new.article_id not in (select id from articles)
begin
    select raise(abort, 'InvalidValue: article_id must be the id of a row in the table articles');
end;

create trigger appearances_article_id_still_leads_somewhere before update of article_id on appearances
when new.article_id is not null and new.article_id is not old.article_id and new.article_id not in (select id from articles)
begin
    select raise(abort, 'InvalidValue: article_id must be the id of a row in the table articles');
end;

create trigger appearances_claimant_id_leads_somewhere before insert on appearances
when new.claimant_id is not null and new.claimant_id not in (select id from claimants)
begin
    select raise(abort, 'InvalidValue: claimant_id must be the id of a row in the table claimants');
end;

create trigger appearances_claimant_id_still_leads_somewhere before update of claimant_id on appearances
when new.claimant_id is not null and new.claimant_id is not old.claimant_id and new.claimant_id not in (select id from claimants)
begin
    select raise(abort, 'InvalidValue: claimant_id must be the id of a row in the table claimants');
end;

create trigger evidence_claim_id_leads_somewhere before insert on evidence
when new.claim_id is not null and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;

create trigger evidence_claim_id_still_leads_somewhere before update of claim_id on evidence
when new.claim_id is not null and new.claim_id is not old.claim_id and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;

create trigger notes_claim_id_leads_somewhere before insert on notes
when new.claim_id is not null and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;

create trigger notes_claim_id_still_leads_somewhere before update of claim_id on notes
when new.claim_id is not null and new.claim_id is not old.claim_id and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;

create trigger claim_tags_claim_id_leads_somewhere before insert on claim_tags
when new.claim_id is not null and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;

create trigger claim_tags_claim_id_still_leads_somewhere before update of claim_id on claim_tags
when new.claim_id is not null and new.claim_id is not old.claim_id and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;

create trigger claim_tags_tag_id_leads_somewhere before insert on claim_tags
when new.tag_id is not null and new.tag_id not in (select id from tags)
begin
    select raise(abort, 'InvalidValue: tag_id must be the id of a row in the table tags');
end;

create trigger claim_tags_tag_id_still_leads_somewhere before update of tag_id on claim_tags
when new.tag_id is not null and new.tag_id is not old.tag_id and new.tag_id not in (select id from tags)
begin
    select raise(abort, 'InvalidValue: tag_id must be the id of a row in the table tags');
end;

create trigger matches_left_id_leads_somewhere before insert on matches
when new.left_id is not null and new.left_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: left_id must be the id of a row in the table claims');
end;

create trigger matches_left_id_still_leads_somewhere before update of left_id on matches
when new.left_id is not null and new.left_id is not old.left_id and new.left_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: left_id must be the id of a row in the table claims');
end;

create trigger matches_right_id_leads_somewhere before insert on matches
when new.right_id is not null and new.right_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: right_id must be the id of a row in the table claims');
end;

create trigger matches_right_id_still_leads_somewhere before update of right_id on matches
when new.right_id is not null and new.right_id is not old.right_id and new.right_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: right_id must be the id of a row in the table claims');
end;

create trigger rating_scales_publisher_id_leads_somewhere before insert on rating_scales
when new.publisher_id is not null and new.publisher_id not in (select id from publishers)
begin
    select raise(abort, 'InvalidValue: publisher_id must be the id of a row in the table publishers');
end;

create trigger rating_scales_publisher_id_still_leads_somewhere before update of publisher_id on rating_scales
when new.publisher_id is not null and new.publisher_id is not old.publisher_id and new.publisher_id not in (select id from publishers)
begin
    select raise(abort, 'InvalidValue: publisher_id must be the id of a row in the table publishers');
end;

create trigger ratings_scale_id_leads_somewhere before insert on ratings
when new.scale_id is not null and new.scale_id not in (select id from rating_scales)
begin
    select raise(abort, 'InvalidValue: scale_id must be the id of a row in the table rating_scales');
end;

create trigger ratings_scale_id_still_leads_somewhere before update of scale_id on ratings
when new.scale_id is not null and new.scale_id is not old.scale_id and new.scale_id not in (select id from rating_scales)
begin
    select raise(abort, 'InvalidValue: scale_id must be the id of a row in the table rating_scales');
end;

create trigger reviews_claim_id_leads_somewhere before insert on reviews
when new.claim_id is not null and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;

create trigger reviews_claim_id_still_leads_somewhere before update of claim_id on reviews
when new.claim_id is not null and new.claim_id is not old.claim_id and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;

create trigger reviews_publisher_id_leads_somewhere before insert on reviews
when new.publisher_id is not null and new.publisher_id not in (select id from publishers)
begin
    select raise(abort, 'InvalidValue: publisher_id must be the id of a row in the table publishers');
end;

create trigger reviews_publisher_id_still_leads_somewhere before update of publisher_id on reviews
when new.publisher_id is not null and new.publisher_id is not old.publisher_id and new.publisher_id not in (select id from publishers)
begin
    select raise(abort, 'InvalidValue: publisher_id must be the id of a row in the table publishers');
end;

create trigger reviews_rating_id_leads_somewhere before insert on reviews
when new.rating_id is not null and new.rating_id not in (select id from ratings)
begin
    select raise(abort, 'InvalidValue: rating_id must be the id of a row in the table ratings');
end;

create trigger reviews_rating_id_still_leads_somewhere before update of rating_id on reviews
when new.rating_id is not null and new.rating_id is not old.rating_id and new.rating_id not in (select id from ratings)
begin
    select raise(abort, 'InvalidValue: rating_id must be the id of a row in the table ratings');
end;

create trigger reviews_corrects_id_leads_somewhere before insert on reviews
when new.corrects_id is not null and new.corrects_id not in (select id from reviews)
begin
    select raise(abort, 'InvalidValue: corrects_id must be the id of a row in the table reviews');
end;

create trigger reviews_corrects_id_still_leads_somewhere before update of corrects_id on reviews
when new.corrects_id is not null and new.corrects_id is not old.corrects_id and new.corrects_id not in (select id from reviews)
begin
    select raise(abort, 'InvalidValue: corrects_id must be the id of a row in the table reviews');
end;

create trigger interventions_claim_id_leads_somewhere before insert on interventions
when new.claim_id is not null and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;

create trigger interventions_claim_id_still_leads_somewhere before update of claim_id on interventions
when new.claim_id is not null and new.claim_id is not old.claim_id and new.claim_id not in (select id from claims)
begin
    select raise(abort, 'InvalidValue: claim_id must be the id of a row in the table claims');
end;

create trigger claim_vectors_encoder_id_leads_somewhere before insert on claim_vectors
when new.encoder_id is not null and new.encoder_id not in (select id from encoders)
begin
    select raise(abort, 'InvalidValue: encoder_id must be the id of a row in the table encoders');
end;

create trigger claim_vectors_encoder_id_still_leads_somewhere before update of encoder_id on claim_vectors
when new.encoder_id is not null and new.encoder_id is not old.encoder_id and new.encoder_id not in (select id from encoders)
begin
    select raise(abort, 'InvalidValue: encoder_id must be the id of a row in the table encoders');
end;

create trigger signed_verdicts_review_id_leads_somewhere before insert on signed_verdicts
when new.review_id is not null and new.review_id not in (select id from reviews)
begin
    select raise(abort, 'InvalidValue: review_id must be the id of a row in the table reviews');
end;

create trigger signed_verdicts_review_id_still_leads_somewhere before update of review_id on signed_verdicts
when new.review_id is not null and new.review_id is not old.review_id and new.review_id not in (select id from reviews)
begin
    select raise(abort, 'InvalidValue: review_id must be the id of a row in the table reviews');
end;

create trigger copy_imports_continues_leads_somewhere before insert on copy_imports
when new.continues is not null and new.continues not in (select id from copy_imports)
begin
    select raise(abort, 'InvalidValue: continues must be the id of a row in the table copy_imports');
end;

create trigger copy_imports_continues_still_leads_somewhere before update of continues on copy_imports
when new.continues is not null and new.continues is not old.continues and new.continues not in (select id from copy_imports)
begin
    select raise(abort, 'InvalidValue: continues must be the id of a row in the table copy_imports');
end;

create trigger copied_rows_copy_import_id_leads_somewhere before insert on copied_rows
when new.copy_import_id is not null and new.copy_import_id not in (select id from copy_imports)
begin
    select raise(abort, 'InvalidValue: copy_import_id must be the id of a row in the table copy_imports');
end;

create trigger copied_rows_copy_import_id_still_leads_somewhere before update of copy_import_id on copied_rows
when new.copy_import_id is not null and new.copy_import_id is not old.copy_import_id and new.copy_import_id not in (select id from copy_imports)
begin
    select raise(abort, 'InvalidValue: copy_import_id must be the id of a row in the table copy_imports');
end;

create trigger copied_changes_change_id_leads_somewhere before insert on copied_changes
when new.change_id is not null and new.change_id not in (select id from history)
begin
    select raise(abort, 'InvalidValue: change_id must be the id of a row in the table history');
end;

create trigger copied_changes_change_id_still_leads_somewhere before update of change_id on copied_changes
when new.change_id is not null and new.change_id is not old.change_id and new.change_id not in (select id from history)
begin
    select raise(abort, 'InvalidValue: change_id must be the id of a row in the table history');
end;

-- [[[end]]]
