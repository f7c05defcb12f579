-- What somebody was asked for: to correct a claim, or to comment on it before the desk publishes. Requests of older desks
-- were for corrections: nothing else could be recorded.
alter table interventions add column purpose text not null default 'correction' check (purpose in ('correction', 'comment'));
insert into outcomes (name, label, position, description)
select 'answered', 'Answered', max(position) + 1, 'They answered.' from outcomes where true -- a desk may have outcomes of its own
on conflict (name) do nothing;
update outcomes set description = 'They answered and stand by it, or did not want to comment.' where name = 'declined';
