-- Fills what triggers keep from then on: after each migration, and by `claimtrack doctor --repair`.
delete from match_clusters;
insert into match_clusters (claim_id, cluster_id) select claim_id, cluster_id from judged_clusters;
