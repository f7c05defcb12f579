-- Fills the table that triggers keep up to date from then on: after each migration, and in `claimtrack doctor --repair`.
delete from match_clusters;
insert into match_clusters (claim_id, cluster_id) select claim_id, cluster_id from judged_clusters;
