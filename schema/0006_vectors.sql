-- What an encoder makes of each claim: numbers that lie close where the meaning does. Off until a desk switches an
-- encoder on; vectors are derived, and made anew from the claims by `claimtrack encode`.

-- An encoder that a desk uses or used. `name` is the plug-in's, `version` tells its vectors from those of another
-- release: only vectors of one version are ever compared. At most one is in force.
create table encoders (
    id integer primary key,
    name text not null check (trim(name) <> ''),
    version text not null check (trim(version) <> ''),
    dimensions integer not null check (dimensions between 1 and 65536),
    in_force integer not null default 1 check (in_force in (0, 1)),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    unique (name, version)
) strict;

create unique index encoders_in_force on encoders (in_force) where in_force = 1;

-- `vector` holds one signed byte for each dimension: the direction only, the largest component being 127. A row is
-- written once and never changed; triggers remove it when the claim is reworded or deleted.
create table claim_vectors (
    id integer primary key,
    encoder_id integer not null references encoders (id),
    claim_id integer not null,
    vector blob not null check (length(vector) > 0),
    made_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    unique (encoder_id, claim_id)
) strict;

create index claim_vectors_claim on claim_vectors (claim_id);
