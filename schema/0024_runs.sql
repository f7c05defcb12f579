-- Which parts of history are of one run: while it reads article after article, others may write in between. The first change of its
-- first part names a run.
alter table imports add column run integer;
update imports set run = first_change;
create index imports_run on imports (run);
