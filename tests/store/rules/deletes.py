"""Rules for rows that are deleted: not while other rows refer to them."""

from claimtrack.core.errors import Refused
from tests.store.rules.rule import Rule

UNMATCHED = ("delete from matches", "insert into tags (id, name) values (1, 'rents')")
ON_A_CLAIM = {
    "quote": "insert into appearances (claim_id, article_id) values ({}, 2)",
    "source": "insert into evidence (claim_id, url) values ({}, 'https://stats.example')",
    "note": "insert into notes (claim_id, body) values ({}, 'Ask the ministry.')",
    "tag": "insert into claim_tags (claim_id, tag_id) values ({}, 1)",
    "judgement of an earlier claim": "insert into matches (left_id, right_id, score, suggestion, scorer) values (1, {}, 0.9, 'duplicate', 'test')",
    "judgement of a later claim": "insert into matches (left_id, right_id, score, suggestion, scorer) values ({}, 4, 0.9, 'duplicate', 'test')",
    "verdict": "insert into reviews (claim_id, publisher_id) values ({}, 1)",
    "request": "insert into interventions (claim_id, asked, request, asked_on) values ({}, 'Ana Pell', 'Mend it.', '2024-05-01')",
}
RULES = [
    *(
        Rule(
            "claims_with_anything_on_them_stay",
            f"its {what} would belong to nothing",
            "delete from claims where id = 3",
            Refused,
            given=(*UNMATCHED, "insert into claims (id, text) values (4, 'Prices rose.')", row.format(3)),
        )
        for what, row in ON_A_CLAIM.items()
    ),
    Rule(
        "claims_with_anything_on_them_stay",
        "a claim filed by mistake may be deleted, whatever is on others",
        "delete from claims where id = 3",
        given=(
            *UNMATCHED,
            "insert into claims (id, text) values (4, 'Prices rose.')",
            *(row.format(2) for row in ON_A_CLAIM.values()),
        ),
        then=("select count(*) from claims", 3),
    ),
    Rule(
        "articles_with_claims_stay",
        "the quotes of its claims would have no source",
        "delete from articles where id = 1",
        Refused,
    ),
    Rule(
        "articles_with_claims_stay",
        "an article without claims may be deleted",
        "delete from articles where id = 2",
        then=("select count(*) from articles", 1),
    ),
    Rule(
        "claimants_with_claims_stay",
        "claims would silently lose their claimant",
        "delete from claimants",
        Refused,
        given=(
            "insert into claimants (id, name) values (1, 'Ada')",
            "update claims set claimant_id = 1 where id = 2",
        ),
    ),
    Rule(
        "claimants_with_claims_stay",
        "a quote would silently lose its speaker",
        "delete from claimants",
        Refused,
        given=(
            "insert into claimants (id, name) values (1, 'Ada')",
            "update appearances set claimant_id = 1",
        ),
    ),
    Rule(
        "claimants_with_claims_stay",
        "another name would be the name of nobody",
        "delete from claimants where id = 1",
        Refused,
        given=(
            "insert into claimants (id, name) values (1, 'Ada')",
            "insert into claimants (name, name_of_id) values ('A.', 1)",
        ),
    ),
    Rule(
        "claimants_with_claims_stay",
        "an unused name may be deleted",
        "delete from claimants",
        given=("insert into claimants (id, name) values (1, 'Ada')",),
        then=("select count(*) from claimants", 0),
    ),
    Rule(
        "tags_with_claims_stay",
        "claims would have a tag without a name",
        "delete from tags where name = 'rents'",
        Refused,
        given=(
            "insert into tags (id, name) values (1, 'rents')",
            "insert into claim_tags (claim_id, tag_id) values (1, 1)",
        ),
    ),
    Rule(
        "tags_with_claims_stay",
        "an unused tag may be deleted",
        "delete from tags where name = 'rents'",
        given=("insert into tags (id, name) values (1, 'rents')",),
        then=("select count(*) from tags", 0),
    ),
    Rule(
        "ratings_with_reviews_stay",
        "a verdict would lose its rating",
        "delete from ratings where id = 1",
        Refused,
    ),
    Rule(
        "ratings_with_reviews_stay",
        "an unused rating may be deleted",
        "delete from ratings where id = 7",
        given=("insert into ratings (id, scale_id, name, position) values (7, 1, 'Half true', 7)",),
        then=("select count(*) from ratings where id = 7", 0),
    ),
    Rule(
        "rating_scales_with_ratings_stay",
        "its ratings would have no scale",
        "delete from rating_scales where id = 1",
        Refused,
    ),
    Rule(
        "rating_scales_with_ratings_stay",
        "a scale without ratings may be deleted",
        "delete from rating_scales where id = 7",
        given=("insert into rating_scales (id, name) values (7, 'Stars')",),
        then=("select count(*) from rating_scales where id = 7", 0),
    ),
    Rule(
        "publishers_with_reviews_or_scales_stay",
        "a verdict would have no publisher",
        "delete from publishers where id = 1",
        Refused,
    ),
    Rule(
        "publishers_with_reviews_or_scales_stay",
        "its scale would have no publisher",
        "delete from publishers where id = 2",
        Refused,
        given=("insert into rating_scales (name, publisher_id) values ('Stars', 2)",),
    ),
    Rule(
        "publishers_with_reviews_or_scales_stay",
        "a publisher without reviews may be deleted",
        "delete from publishers where id = 2",
        then=("select count(*) from publishers where id = 2", 0),
    ),
]
