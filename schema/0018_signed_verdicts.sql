-- What a verdict of ours says beside its own row, as two people signed it: the kind, the role and the address of the claimant,
-- what the rating means, the links that it rests on, where the claim had been seen. Readers get it from here, whatever becomes of
-- those rows (views_published.sql). It is written at the approval, and once for verdicts from before (fill_signed_verdicts.sql).
create table signed_verdicts (
    review_id integer primary key references reviews (id),
    said text not null check (json_valid(said))
) strict;
