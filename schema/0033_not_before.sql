-- The moment before which nobody publishes a review of ours, as under an embargo: in UTC, like created_at.
alter table reviews add column not_before text
    constraint not_before_is_a_time check (
        not_before is null
        -- Times at the ends of the calendar cannot be shown everywhere on Earth.
        or not_before between '2000' and '9999' and not_before is strftime('%Y-%m-%dT%H:%M:%fZ', not_before)
    );
