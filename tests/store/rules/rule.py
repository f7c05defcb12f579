"""A rule of the database as a table row, the desk it is tried on, and steps that several tables start with."""

from dataclasses import dataclass

from claimtrack.core.errors import ClaimtrackError

# "naïve" and an emoji: spans count code points, neither bytes nor UTF-16 units.
TEXT = "A naïve 🙂 says prices fell by half."
DESK = f"""
insert into claims (id, text) values (1, 'Prices fell.'), (2, 'Prices dropped.'), (3, 'Prices sank.');
insert into articles (id, text, text_sha256) values (1, '{TEXT}', '{"0" * 64}');
insert into articles (id, url) values (2, 'https://a.example/later');
insert into appearances (id, claim_id, article_id, span_start, span_end, quote)
    values (1, 1, 1, 15, 34, 'prices fell by half');
insert into matches (id, left_id, right_id, score, suggestion, scorer)
    values (1, 1, 2, 0.9, 'duplicate', 'test'), (2, 2, 3, 0.9, 'duplicate', 'test'),
           (3, 1, 3, 0.9, 'duplicate', 'test');
insert into publishers (id, name, is_desk) values (1, 'Our desk', 1), (2, 'Another desk', 0);
insert into rating_scales (id, name) values (1, 'Truth');
insert into ratings (id, scale_id, name, position) values (1, 1, 'False', 1);
insert into reviews (id, claim_id, publisher_id, drafted_by, rating_id, url, reviewed_on)
    values (1, 1, 1, 'ana', 1, 'https://desk.example/1', '2024-05-01');
"""
PUBLISHED = (
    "update reviews set status = 'submitted'",
    "update reviews set status = 'approved', approved_by = 'ben'",
    "update reviews set status = 'published'",
)
CLAIM_PUBLISHED = tuple(
    f"update claims set status = '{status}' where id = 1" for status in ("checking", "in_review", "published")
)


def by_ben(statements):
    return tuple(("ben", statement) for statement in statements)


def signed_second_review(columns, values):
    """Publish the first review, and have ana draft and ben approve a second one of the same claim."""
    return (
        *by_ben(PUBLISHED),
        "insert into ratings (id, scale_id, name, position) values (2, 1, 'True', 2)",
        f"insert into reviews (id, claim_id, publisher_id, drafted_by, url, reviewed_on, rating_id, {columns})"
        f" values (2, 1, 1, 'ana', 'https://desk.example/2', '2024-05-01', {values})",
        "update reviews set status = 'submitted' where id = 2",
        ("ben", "update reviews set status = 'approved', approved_by = 'ben' where id = 2"),
    )


VERDICT_ON_ANOTHER_CLAIM = (
    "insert into reviews (id, claim_id, publisher_id, drafted_by, url, reviewed_on, rating_id)"
    " values (3, 2, 1, 'ana', 'https://desk.example/3', '2024-05-01', 1)",
    "update reviews set status = 'submitted' where id = 3",
    ("ben", "update reviews set status = 'approved', approved_by = 'ben' where id = 3"),
    ("ben", "update reviews set status = 'published' where id = 3"),
)
IN_TWO_LANGUAGES = (
    "update reviews set language = 'en'",
    *signed_second_review("language", "1, 'cy'"),
    ("ben", "update reviews set status = 'published' where id = 2"),
)


def signed_correction(language):
    """Have ana draft and ben approve a correction of the first review in this language."""
    return (
        "insert into reviews"
        " (id, claim_id, publisher_id, drafted_by, url, reviewed_on, rating_id, corrects_id, correction_note, language)"
        f" values (3, 1, 1, 'ana', 'https://desk.example/3', '2024-06-01', 1, 1, 'We had it wrong.', {language})",
        "update reviews set status = 'submitted' where id = 3",
        ("ben", "update reviews set status = 'approved', approved_by = 'ben' where id = 3"),
    )


@dataclass(frozen=True)
class Rule:
    """A statement that a trigger refuses (`error`) or accepts (`then`: a query and its result afterwards).

    The statements of `given` run first; each is SQL or (actor, SQL). The actor is ana unless named.
    """

    trigger: str
    reason: str
    do: str
    error: type[ClaimtrackError] | None = None
    given: tuple = ()
    then: tuple[str, object] | None = None
    actor: str | None = "ana"

    def __str__(self):
        return f"{self.trigger}: {self.reason}"


CORRECTION = (
    "insert into reviews (id, claim_id, publisher_id, drafted_by, url, reviewed_on, rating_id, corrects_id, correction_note)"
    " values (2, 1, 1, 'ana', 'https://desk.example/1', '2024-06-01', 1, 1, 'We had the year wrong.')"
)
CITED = "insert into evidence (id, claim_id, url, created_at) values (1, 1, 'https://stats.example', '2024-01-01')"
CITED_IN_WORDS = (
    "insert into evidence (id, claim_id, source, created_at) values (1, 1, 'Phone call', '2024-01-01')"
)
