-- No two published verdicts of ours stand at one address (triggers_reviews.sql): it is asked at each publication and by `lint`.
create index reviews_address on reviews (url) where status = 'published' and origin = 'desk';
