-- The moment before which nobody publishes a review of ours, as under an embargo: in UTC, like created_at.
alter table reviews add column not_before text
    constraint not_before_is_a_time check (not_before is strftime('%Y-%m-%dT%H:%M:%fZ', not_before));
