-- The day since when a published verdict of ours is held: taken off what readers get, until it is released or withdrawn. Nothing of what
-- was signed changes, so a release needs no new signature.
alter table reviews add column held_on text check (held_on is date(held_on));
create index reviews_held_on on reviews (held_on) where held_on is not null;
