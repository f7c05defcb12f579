-- One person or body goes by several names: "EllTram", "the operator", "Elland Tramways". Each keeps its row, and what was
-- filed under it; `name_of_id` is the claimant whose other name it is, and to split them is to empty it again. That one
-- stands for itself (triggers_names.sql), so that no chain is ever walked.
alter table claimants add column name_of_id integer references claimants (id) check (name_of_id <> id);

-- Most desks ask whether there is any such name far oftener than they have one.
create index claimants_name_of on claimants (name_of_id) where name_of_id is not null;
-- All names of one claimant, its own among them: as in the view standing_claimants.
create index claimants_standing on claimants (coalesce(name_of_id, id));
