"""What readers had stays as they had it, when it is corrected or withdrawn, too."""

import re

from claimtrack.core.errors import Refused
from claimtrack.resources import resource
from tests.store.rules.rule import IN_TWO_LANGUAGES, PUBLISHED, Rule, by_ben, signed_second, third

TAKEN_BACK = (
    *by_ben(PUBLISHED),
    ("ben", "update reviews set status = 'withdrawn', correction_note = 'Gone.'"),
)
TRUE = "insert into ratings (id, scale_id, name, position) values (2, 1, 'True', 2)"
CORRECTED = (
    *by_ben(PUBLISHED),
    TRUE,
    *third("null"),
    ("ben", "update reviews set status = 'published' where id = 3"),
)
FINAL = re.search(
    r"create trigger reviews_published_is_final.*?^end;",
    (resource("schema") / "triggers_reviews.sql").read_text(),
    re.DOTALL | re.MULTILINE,
)[0]

RULES = [
    *(
        Rule(
            "reviews_published_is_final",
            f"a verdict that was {how} stays on record as readers had it ({column})",
            f"update reviews set {column} = {value} where id = 1",
            Refused,
            given=given,
            actor=actor,
        )
        for how, given in (("corrected", CORRECTED), ("withdrawn", (*TAKEN_BACK, TRUE)))
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
    Rule(
        "reviews_published_is_final",
        "in another language than it was signed in it would be another piece",
        "update reviews set language = 'de'",
        Refused,
        given=by_ben(PUBLISHED),
        actor="ben",
    ),
    Rule(
        "reviews_published_is_final",
        "what an older version let be rewritten may be put back to what readers had",
        "update reviews set rating_id = 1",
        given=(
            *TAKEN_BACK,
            TRUE,
            f"drop trigger reviews_published_is_final; update reviews set rating_id = 2; {FINAL}",
        ),
        then=("select rating_id from reviews", 1),
    ),
    Rule(
        "reviews_taken_back_stay_so",
        "taken up again it would be rewritten, and the public corrections forget it",
        "update reviews set status = 'draft'",
        Refused,
        given=TAKEN_BACK,
        actor="ben",
    ),
    Rule(
        "reviews_taken_back_stay_so",
        "a draft that was given up had no readers",
        "update reviews set status = 'draft'",
        given=("update reviews set status = 'withdrawn'",),
        then=("select status from reviews", "draft"),
    ),
    Rule(
        "reviews_public_note_stays",
        "readers were told why, and on which day",
        "update reviews set correction_note = 'Never mind.'",
        Refused,
        given=TAKEN_BACK,
        actor="ben",
    ),
    Rule(
        "reviews_public_note_stays",
        "nor is the day moved",
        "update reviews set withdrawn_on = '2024-05-02'",
        Refused,
        given=TAKEN_BACK,
        actor="ben",
    ),
    Rule(
        "reviews_public_note_stays",
        "what was corrected is not told to have been taken back besides",
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
                "alone the drafter would lead readers elsewhere",
                "url = 'https://a.example'",
                by_ben(PUBLISHED),
                "Ana",
            ),
            ("nobody would know who did", "url = 'https://a.example'", by_ben(PUBLISHED), None),
            ("where it stood stays on record", "url = 'https://a.example'", TAKEN_BACK, "ben"),
            (
                "nor does it move as it is taken back",
                "status = 'withdrawn', correction_note = 'Gone.', url = 'https://a.example'",
                by_ben(PUBLISHED),
                "ben",
            ),
        )
    ),
    Rule(
        "reviews_one_address_each",
        "readers would find the one where the other is meant",
        "update reviews set status = 'published', url = 'https://desk.example/1' where id = 2",
        Refused,
        given=signed_second("language", "1, 'cy'"),
        actor="ben",
    ),
    Rule(
        "reviews_one_address_each",
        "nor does one move to where another stands",
        "update reviews set url = 'https://desk.example/1' where id = 2",
        Refused,
        given=IN_TWO_LANGUAGES,
        actor="ben",
    ),
    Rule(
        "reviews_one_address_each",
        "a correction stands where the verdict stood that it puts right",
        "update reviews set status = 'published', url = 'https://desk.example/1' where id = 3",
        given=(*by_ben(PUBLISHED), *third("null")),
        then=("select url from reviews where status = 'published'", "https://desk.example/1"),
        actor="ben",
    ),
    Rule(
        "reviews_correction_takes_its_place",
        "also where a plain client publishes it: two verdicts would stand",
        "select 1",
        given=CORRECTED,
        then=("select status from reviews where id = 1", "withdrawn"),
    ),
    Rule(
        "rating_scales_published_stay",
        "with another end of the scale each verdict on it says something else",
        "update rating_scales set worst = 1, best = 100",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "rating_scales_published_stay",
        "it may be explained",
        "update rating_scales set description = 'How true it is.'",
        given=by_ben(PUBLISHED),
        then=("select description from rating_scales", "How true it is."),
    ),
    Rule(
        "reviews_approved_stays",
        "nor is it given another language or address than was signed",
        "update reviews set language = 'de', url = 'https://a.example'",
        Refused,
        given=by_ben(PUBLISHED[:2]),
        actor="ben",
    ),
    Rule(
        "reviews_approved_stays",
        "whoever publishes it says where it stands, and since when",
        "update reviews set status = 'published', url = 'https://desk.example/out', reviewed_on = '2024-05-02'",
        given=by_ben(PUBLISHED[:2]),
        then=("select url || reviewed_on from reviews", "https://desk.example/out2024-05-02"),
    ),
]
