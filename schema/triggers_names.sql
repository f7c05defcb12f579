-- Another name of a claimant (name_of_id) refers directly to the claimant itself: no chains, no cycles, no dangling references.

create trigger claimants_are_names_of_one_that_stands before update of name_of_id on claimants
when new.name_of_id is not null and new.name_of_id is not old.name_of_id
    and not exists (select 1 from claimants where id = new.name_of_id and id <> new.id and name_of_id is null)
begin
    select raise(abort, 'Refused: a name can only be joined to a different, existing claimant that is not itself another name');
end;

create trigger claimants_enter_as_names_of_one_that_stands before insert on claimants
when new.name_of_id is not null
    and not exists (select 1 from claimants where id = new.name_of_id and name_of_id is null)
begin
    select raise(abort, 'Refused: a name can only be joined to a different, existing claimant that is not itself another name');
end;

create trigger claimants_with_other_names_stand before update of name_of_id on claimants
when new.name_of_id is not null and exists (select 1 from claimants where name_of_id = new.id)
begin
    select raise(abort, 'Refused: this claimant has other names; join those to the other one first, or use `claimtrack speaker join`, which does both');
end;

-- An approved verdict names the claimant as two people signed it; it is published in these words or sent back. Only an unknown
-- kind may be filled in, as the next article that tells it does.
create trigger claimants_signed_stay before update of name_of_id, name, kind on claimants
when (
        new.name_of_id is not old.name_of_id
        or new.name <> old.name collate binary
        or new.kind <> old.kind and old.kind <> 'unknown'
    )
    and exists (
        select 1 from reviews join claims on claims.id = reviews.claim_id
        where reviews.status = 'approved' and reviews.origin = 'desk'
            and (
                claims.claimant_id = old.id
                or claims.claimant_id in (select id from claimants as names where names.name_of_id = old.id)
            )
    )
begin
    select raise(abort, 'Refused: a verdict on a claim under this name is approved but not published yet; publish it or send it back first, then join, split or change the name');
end;
