-- Claims judged the same, directly or by way of others, each with the lowest of them, which stands for all. A claim that
-- no judgement joins to another has no row. Derived from the judgements: triggers keep it, and the view judged_clusters
-- works it out anew, with which it is filled after each migration.
create table match_clusters (
    claim_id integer primary key,
    cluster_id integer not null,
    unique (cluster_id, claim_id)
) strict;

-- What is told of each claim - how often it was said, when first, when last - is read from the indexes alone.
drop index appearances_claim;
create index appearances_claim on appearances (claim_id, article_id, said_on);
drop index appearances_article;
create index appearances_article on appearances (article_id, claim_id);

-- Without the articles that name no earlier one: SQLite took them for many versions of one article, and read all of
-- them to find the newer version of another.
drop index articles_previous;
create index articles_previous on articles (previous_id) where previous_id is not null;
