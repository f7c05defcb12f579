-- The day by which the desk wants a claim checked. It is the desk's own: readers never get it.
alter table claims add column due_on text check (due_on is date(due_on));
create index claims_due_on on claims (due_on) where due_on is not null;
