"""Rules that keep published verdicts on record as readers had them, even after a correction or withdrawal."""

import re

from claimtrack.core.errors import Refused
from claimtrack.resources import resource
from tests.store.rules.rule import (
    IN_TWO_LANGUAGES,
    PUBLISHED,
    Rule,
    by_ben,
    signed_correction,
    signed_second_review,
)

WITHDRAWN = (
    *by_ben(PUBLISHED),
    ("ben", "update reviews set status = 'withdrawn', correction_note = 'Gone.'"),
)
ADD_RATING_TRUE = "insert into ratings (id, scale_id, name, position) values (2, 1, 'True', 2)"
CORRECTED = (
    *by_ben(PUBLISHED),
    ADD_RATING_TRUE,
    *signed_correction("null"),
    ("ben", "update reviews set status = 'published' where id = 3"),
)
FINAL_TRIGGER = re.search(
    r"create trigger reviews_published_is_final.*?^end;",
    (resource("schema") / "triggers_reviews.sql").read_text(),
    re.DOTALL | re.MULTILINE,
)[0]

RULES = [
    *(
        Rule(
            "reviews_published_is_final",
            f"a verdict that was {event} keeps its {column} as readers had it",
            f"update reviews set {column} = {value} where id = 1",
            Refused,
            given=given,
            actor=actor,
        )
        for event, given in (("corrected", CORRECTED), ("withdrawn", (*WITHDRAWN, ADD_RATING_TRUE)))
        for column, value, actor in (
            ("rating_id", "2", "ana"),
            ("headline", "'It did'", "ben"),
            ("summary", "'It was so.'", None),
            ("reviewed_on", "'2024-04-30'", "ben"),
            ("language", "'de'", "cid"),
            ("claim_id", "2", None),
            ("approved_by", "'cid'", "cid"),
            ("created_at", "'2020-01-01'", "ben"),
        )
    ),
    *(
        Rule(
            "reviews_published_is_final",
            f"a published correction keeps what it says of {column}",
            f"update reviews set {column} = 2 where id = 3",
            Refused,
            given=CORRECTED,
        )
        for column in ("publisher_id", "corrects_id")
    ),
    Rule(
        "reviews_published_is_final",
        "its language cannot change: it would be another article",
        "update reviews set language = 'de'",
        Refused,
        given=by_ben(PUBLISHED),
        actor="ben",
    ),
    Rule(
        "reviews_published_is_final",
        "a verdict that an older version let be rewritten may be restored to what readers had",
        "update reviews set rating_id = 1",
        given=(
            *WITHDRAWN,
            ADD_RATING_TRUE,
            f"drop trigger reviews_published_is_final; update reviews set rating_id = 2; {FINAL_TRIGGER}",
        ),
        then=("select rating_id from reviews", 1),
    ),
    Rule(
        "reviews_taken_back_stay_so",
        "a reopened verdict could be rewritten, and would vanish from the public corrections",
        "update reviews set status = 'draft'",
        Refused,
        given=WITHDRAWN,
        actor="ben",
    ),
    Rule(
        "reviews_taken_back_stay_so",
        "an abandoned draft had no readers and may be reopened",
        "update reviews set status = 'draft'",
        given=("update reviews set status = 'withdrawn'",),
        then=("select status from reviews", "draft"),
    ),
    Rule(
        "reviews_public_note_stays",
        "the reason that readers were given cannot change",
        "update reviews set correction_note = 'Never mind.'",
        Refused,
        given=WITHDRAWN,
        actor="ben",
    ),
    Rule(
        "reviews_public_note_stays",
        "the day of the withdrawal cannot change",
        "update reviews set withdrawn_on = '2024-05-02'",
        Refused,
        given=WITHDRAWN,
        actor="ben",
    ),
    Rule(
        "reviews_public_note_stays",
        "a corrected verdict cannot get the note of a withdrawal as well",
        "update reviews set correction_note = 'Gone.' where id = 1",
        Refused,
        given=CORRECTED,
        actor="ben",
    ),
    *(
        Rule(
            "reviews_address_is_mended_by_another",
            reason,
            f"update reviews set {change}",
            Refused,
            given=given,
            actor=actor,
        )
        for reason, change, given, actor in (
            (
                "the drafter alone cannot send readers to another address",
                "url = 'https://a.example'",
                by_ben(PUBLISHED),
                "Ana",
            ),
            (
                "the address cannot change without a known actor",
                "url = 'https://a.example'",
                by_ben(PUBLISHED),
                None,
            ),
            (
                "the address of a withdrawn verdict stays on record",
                "url = 'https://a.example'",
                WITHDRAWN,
                "ben",
            ),
            (
                "the address cannot change in the update that withdraws the verdict",
                "status = 'withdrawn', correction_note = 'Gone.', url = 'https://a.example'",
                by_ben(PUBLISHED),
                "ben",
            ),
        )
    ),
    Rule(
        "reviews_one_address_each",
        "a second verdict cannot be published at the address of the first",
        "update reviews set status = 'published', url = 'https://desk.example/1' where id = 2",
        Refused,
        given=signed_second_review("language", "1, 'cy'"),
        actor="ben",
    ),
    Rule(
        "reviews_one_address_each",
        "nor if it had that address before it was approved",
        "update reviews set status = 'published' where id = 2",
        Refused,
        given=(
            "update reviews set url = 'https://desk.example/2'",
            *signed_second_review("language", "1, 'cy'"),
        ),
        actor="ben",
    ),
    Rule(
        "reviews_one_address_each",
        "a verdict cannot move to the address of another",
        "update reviews set url = 'https://desk.example/1' where id = 2",
        Refused,
        given=IN_TWO_LANGUAGES,
        actor="ben",
    ),
    Rule(
        "reviews_one_address_each",
        "a correction may use the address of the verdict it corrects",
        "update reviews set status = 'published', url = 'https://desk.example/1' where id = 3",
        given=(*by_ben(PUBLISHED), *signed_correction("null")),
        then=("select url from reviews where status = 'published'", "https://desk.example/1"),
        actor="ben",
    ),
    Rule(
        "reviews_correction_takes_its_place",
        "a correction published by a plain SQL client withdraws the old verdict, too",
        "select 1",
        given=CORRECTED,
        then=("select status from reviews where id = 1", "withdrawn"),
    ),
    Rule(
        "rating_scales_published_stay",
        "the ends of a scale cannot change: each verdict on it would mean something else",
        "update rating_scales set worst = 1, best = 100",
        Refused,
        given=("update rating_scales set worst = 1, best = 5", *by_ben(PUBLISHED)),
    ),
    *(
        Rule(
            "rating_scales_published_stay",
            f"a scale keeps its {change.partition(' ')[0]} {when}",
            f"update rating_scales set {change}",
            Refused,
            given=("update rating_scales set worst = 1, best = 5", *given),
        )
        for when, given in (
            ("once a verdict is approved", by_ben(PUBLISHED[:2])),
            ("after one was withdrawn", WITHDRAWN),
        )
        for change in ("name = 'Stars'", "worst = 0", "best = 100")
    ),
    Rule(
        "rating_scales_published_stay",
        "the description of a scale may change",
        "update rating_scales set description = 'How true it is.'",
        given=by_ben(PUBLISHED),
        then=("select description from rating_scales", "How true it is."),
    ),
    Rule(
        "rating_scales_published_stay",
        "a scale of words may get ends",
        "update rating_scales set worst = 1, best = 100",
        given=by_ben(PUBLISHED),
        then=("select best from rating_scales", 100),
    ),
    Rule(
        "reviews_approved_stays",
        "an approved review cannot get another language or address",
        "update reviews set language = 'de', url = 'https://a.example'",
        Refused,
        given=by_ben(PUBLISHED[:2]),
        actor="ben",
    ),
    Rule(
        "reviews_approved_stays",
        "whoever publishes it may set its address and date",
        "update reviews set status = 'published', url = 'https://desk.example/out', reviewed_on = '2024-05-02'",
        given=by_ben(PUBLISHED[:2]),
        then=("select url || reviewed_on from reviews", "https://desk.example/out2024-05-02"),
    ),
]
