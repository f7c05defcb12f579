-- The day since when a published verdict of ours is held: taken off what readers get, until it is released or withdrawn. Nothing of what
-- was signed changes, so a release needs no new signature.
alter table reviews add column held_on text check (held_on is date(held_on));
create index reviews_held_on on reviews (held_on) where held_on is not null;

-- The id of a verdict's entry in feeds, where that is not its address: the address at which readers first had it, before the site moved.
alter table reviews add column feed_id text;
create index reviews_feed_id on reviews (feed_id) where feed_id is not null;
