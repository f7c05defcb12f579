-- Records the contents of verdicts that were approved before this table existed, as they are now.
insert into signed_verdicts (review_id, said)
select review_id, said
from verdict_contents
where review_id in (select id from reviews where origin = 'desk' and status in ('approved', 'published'))
    and review_id not in (select review_id from signed_verdicts);
