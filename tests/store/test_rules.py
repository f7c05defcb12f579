"""The rules that the database itself keeps: every trigger of schema/ that holds one, each row with its reason.

They are tried with plain SQL, for that is what Datasette's edit dialog and a plain client send.
"""

import re
import shutil
from contextlib import closing
from dataclasses import dataclass

import pytest

from claimtrack.core.errors import ClaimtrackError, InvalidSpan, InvalidTransition, InvalidValue, Refused
from claimtrack.resources import resource
from claimtrack.store.file.connecting import writing
from claimtrack.store.file.database import open_desk, signed, write_transaction
from claimtrack.store.file.errors import translated
from tests.tables import each_row

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
OUT = tuple(
    f"update claims set status = '{status}' where id = 1" for status in ("checking", "in_review", "published")
)


def signed_second(columns, values):
    """A second review of claim 1, drafted by ana and approved by ben, beside the first, which is published."""
    return (
        *by_ben(PUBLISHED),
        "insert into ratings (id, scale_id, name, position) values (2, 1, 'True', 2)",
        f"insert into reviews (id, claim_id, publisher_id, drafted_by, url, reviewed_on, rating_id, {columns})"
        f" values (2, 1, 1, 'ana', 'https://desk.example/2', '2024-05-01', {values})",
        "update reviews set status = 'submitted' where id = 2",
        ("ben", "update reviews set status = 'approved', approved_by = 'ben' where id = 2"),
    )


def by_ben(statements):
    return tuple(("ben", statement) for statement in statements)


IN_TWO_LANGUAGES = (
    "update reviews set language = 'en'",
    *signed_second("language", "1, 'cy'"),
    ("ben", "update reviews set status = 'published' where id = 2"),
)


def third(language):
    """A correction of the first review in this language, approved by ben."""
    return (
        "insert into reviews"
        " (id, claim_id, publisher_id, drafted_by, url, reviewed_on, rating_id, corrects_id, correction_note, language)"
        f" values (3, 1, 1, 'ana', 'https://desk.example/3', '2024-06-01', 1, 1, 'We had it wrong.', {language})",
        "update reviews set status = 'submitted' where id = 3",
        ("ben", "update reviews set status = 'approved', approved_by = 'ben' where id = 3"),
    )


@dataclass(frozen=True)
class Rule:
    """What a trigger refuses (`error`), or does where there is no error (`then`: a query and its answer).

    `given` is done first; a statement may stand in it as (actor, sql). The actor is ana unless named.
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


def judged(match_id, judgement):
    return f"update matches set judgement = '{judgement}' where id = {match_id}"


CORRECTION = (
    "insert into reviews (id, claim_id, publisher_id, drafted_by, url, reviewed_on, rating_id, corrects_id, correction_note)"
    " values (2, 1, 1, 'ana', 'https://desk.example/1', '2024-06-01', 1, 1, 'We had the year wrong.')"
)
MENDED = (
    *by_ben(PUBLISHED),
    CORRECTION,
    "update claims set text = 'Prices rose.', claimed_on = '2024-04-30' where id = 1",
)
BENS_NOTE = (("ben", "insert into notes (id, claim_id, body) values (1, 1, 'Ask the ministry.')"),)
CITED = "insert into evidence (id, claim_id, url, created_at) values (1, 1, 'https://stats.example', '2024-01-01')"
ELSEWHERE = "insert into evidence (id, claim_id, url) values (2, 2, 'https://b.example')"
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
# As a file from before it was kept, or one that somebody took the trigger from.
LOST = (
    "drop trigger signed_verdicts_stay",
    "delete from signed_verdicts",
)
FINAL = re.search(
    r"create trigger reviews_published_is_final.*?^end;",
    (resource("schema") / "triggers_reviews.sql").read_text(),
    re.DOTALL | re.MULTILINE,
)[0]
READERS_HAD = [
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
SIGNED = [
    Rule(
        "reviews_keep_what_was_signed",
        "what is public does not hang on the claim any more",
        "select 1",
        given=("update claims set claimed_on = '2024-04-29' where id = 1", *by_ben(PUBLISHED)),
        then=("select claim_reviewed || claimed_on_reviewed from reviews", "Prices fell.2024-04-29"),
    ),
    Rule(
        "reviews_keep_what_was_signed",
        "while a correction is written the public reads what was signed",
        "select 1",
        given=MENDED,
        then=("select claim from review_overview where id = 1", "Prices fell."),
    ),
    Rule(
        "reviews_signed_words_stay",
        "the words of a verdict that is out are nobody's to write",
        "update reviews set claim_reviewed = 'Prices rose.'",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "reviews_signed_words_stay",
        "nor do those of the claim slip in while it is mended for a correction",
        "update reviews set claim_reviewed = 'Prices rose.', claimed_on_reviewed = '2024-04-30' where id = 1",
        Refused,
        given=MENDED,
    ),
    Rule(
        "reviews_signed_words_stay",
        "nor are they laid down before anybody signed",
        "update reviews set claimant_reviewed = 'Ada'",
        Refused,
    ),
    Rule(
        "reviews_enter_unsigned",
        "nor brought along",
        "insert into reviews (claim_id, publisher_id, claim_reviewed) values (2, 1, 'Prices rose.')",
        Refused,
    ),
    Rule(
        "reviews_enter_unsigned",
        "another publisher has its own words for the claim",
        "insert into reviews (claim_id, publisher_id, origin, claim_reviewed) values (2, 2, 'imported', 'Prices rose.')",
        then=("select claim_reviewed from reviews where claim_id = 2", "Prices rose."),
    ),
    Rule(
        "claims_signed_stay",
        "one person would turn a verdict that two people signed into another",
        "update claims set text = 'Prices rose.' where id = 1",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "claims_signed_stay",
        "by whatever status the claim goes: a desk of before this rule may have it at checking",
        "update claims set status = 'checking', text = 'Prices rose.' where id = 1",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "claims_signed_stay",
        "nor does the claim become another person's",
        "update claims set claimant_id = 1 where id = 1",
        Refused,
        given=("insert into claimants (id, name) values (1, 'Ada')", *by_ben(PUBLISHED)),
    ),
    Rule(
        "claims_signed_stay",
        "between the signature and the publication it does not change either",
        "update claims set text = 'Prices rose.' where id = 1",
        Refused,
        given=by_ben(PUBLISHED[:2]),
    ),
    Rule(
        "claims_signed_stay",
        "a correction under way may mend it: it is signed anew",
        "update claims set text = 'Prices rose.' where id = 1",
        given=(*by_ben(PUBLISHED), CORRECTION),
        then=("select text from claims where id = 1", "Prices rose."),
    ),
    Rule(
        "claims_signed_stay",
        "what is called a correction of another claim's verdict is none of this one's",
        "update claims set text = 'Prices rose.' where id = 1",
        Refused,
        given=(
            *by_ben(PUBLISHED),
            "insert into reviews (id, claim_id, publisher_id, drafted_by, url, reviewed_on, rating_id)"
            " values (3, 2, 1, 'ana', 'https://desk.example/3', '2024-05-01', 1)",
            "update reviews set status = 'submitted' where id = 3",
            ("ben", "update reviews set status = 'approved', approved_by = 'ben' where id = 3"),
            ("ben", "update reviews set status = 'published' where id = 3"),
            CORRECTION.replace("1, 1, 'We had", "1, 3, 'We had"),
        ),
    ),
    Rule(
        "claims_signed_stay",
        "once the correction is signed, no more",
        "update claims set text = 'Prices sank.' where id = 1",
        Refused,
        given=(
            *MENDED,
            "update reviews set status = 'submitted' where id = 2",
            ("ben", "update reviews set status = 'approved', approved_by = 'ben' where id = 2"),
        ),
    ),
    Rule(
        "claims_signed_stay",
        "nor back to the words of the old verdict: the new one would go out on them",
        "update claims set text = 'Prices fell.', claimed_on = null where id = 1",
        Refused,
        given=(
            *MENDED,
            "update reviews set status = 'submitted' where id = 2",
            ("ben", "update reviews set status = 'approved', approved_by = 'ben' where id = 2"),
        ),
    ),
    Rule(
        "claims_with_a_verdict_are_not_rejected",
        "it would stay rejected beside a verdict that readers have",
        "update claims set status = 'rejected' where id = 1",
        Refused,
        given=(*OUT, *by_ben(PUBLISHED), CORRECTION),
    ),
    Rule(
        "claims_with_a_verdict_are_not_rejected",
        "without a verdict it may be",
        "update claims set status = 'rejected' where id = 1",
        then=("select status from claims where id = 1", "rejected"),
    ),
    Rule(
        "reviews_approver_left_the_claim",
        "ben signs words that he alone has put there: ana handed in others",
        "update reviews set status = 'approved', approved_by = 'ben'",
        Refused,
        given=(PUBLISHED[0], ("ben", "update claims set text = 'Prices rose.' where id = 1")),
        actor="ben",
    ),
    Rule(
        "reviews_approver_left_the_claim",
        "nor as Ben, the name under which he logs in",
        "update reviews set status = 'approved', approved_by = 'Ben'",
        Refused,
        given=(PUBLISHED[0], ("ben", "update claims set text = 'Prices rose.' where id = 1")),
        actor="Ben",
    ),
    Rule(
        "reviews_approver_left_the_claim",
        "or a link that nobody else has seen",
        "update reviews set status = 'approved', approved_by = 'ben'",
        Refused,
        given=(PUBLISHED[0], ("ben", CITED)),
        actor="ben",
    ),
    Rule(
        "reviews_approver_left_the_claim",
        "what he changed before it was handed in, ana saw",
        "update reviews set status = 'approved', approved_by = 'ben'",
        given=(("ben", "update claims set text = 'Prices rose.' where id = 1"), PUBLISHED[0]),
        then=("select approved_by from reviews", "ben"),
        actor="ben",
    ),
    Rule(
        "reviews_withdrawn_say_why",
        "readers who had it would not learn that it is gone",
        "update reviews set status = 'withdrawn'",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "reviews_public_note_stays",
        "nor is the reason taken away later",
        "update reviews set correction_note = null",
        Refused,
        given=(*by_ben(PUBLISHED), "update reviews set status = 'withdrawn', correction_note = 'Gone.'"),
    ),
    Rule(
        "reviews_withdrawn_say_why",
        "a draft that nobody has seen needs none",
        "update reviews set status = 'withdrawn'",
        then=("select status from reviews", "withdrawn"),
    ),
    Rule(
        "reviews_public_note_stays",
        "a note beside a verdict that stands would be told as if it was taken back",
        "update reviews set correction_note = 'All lies.'",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "evidence_signed_is_not_replaced",
        "what is replaced is deleted without a trigger: the link would be gone, and its stance turned round",
        "insert or replace into evidence (claim_id, url, stance) values (1, 'https://stats.example', 'refutes')",
        Refused,
        given=(CITED, *by_ben(PUBLISHED)),
    ),
    Rule(
        "evidence_signed_is_not_overwritten",
        "nor is it overwritten by a link that came later",
        "update or replace evidence set url = 'https://stats.example' where id = 2",
        Refused,
        given=(
            CITED,
            *by_ben(PUBLISHED),
            "insert into evidence (id, claim_id, url, created_at) values (2, 1, 'https://b.example', '2099-01-01')",
        ),
    ),
    Rule(
        "ratings_published_stay",
        "one rename would change each verdict that readers have",
        "update ratings set name = 'Very false'",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "ratings_published_stay",
        "it may be retired, and explained",
        "update ratings set retired = 1, definition = 'It is not so.'",
        given=by_ben(PUBLISHED),
        then=("select retired from ratings", 1),
    ),
    Rule(
        "reviews_withdrawn_stay",
        "withdrawn and deleted, a verdict would be gone without trace",
        "delete from reviews",
        Refused,
        given=(*by_ben(PUBLISHED), "update reviews set status = 'withdrawn', correction_note = 'Gone.'"),
    ),
    Rule(
        "claims_signed_stay",
        "a correction that was given up leaves the way back to what was signed",
        "update claims set text = 'Prices fell.', claimed_on = null where id = 1",
        given=(*MENDED, "update reviews set status = 'withdrawn' where id = 2"),
        then=("select text from claims where id = 1", "Prices fell."),
    ),
    Rule(
        "claims_signed_stay",
        "a verdict that was taken back binds nobody",
        "update claims set text = 'Prices rose.' where id = 1",
        given=(*by_ben(PUBLISHED), "update reviews set status = 'withdrawn', correction_note = 'Gone.'"),
        then=("select text from claims where id = 1", "Prices rose."),
    ),
    Rule(
        "claims_signed_stay",
        "another publisher's verdict is on its own words",
        "update claims set text = 'Prices rose.' where id = 1",
        given=(
            "insert into reviews (claim_id, publisher_id, rating_id, url, status, origin)"
            " values (1, 2, 1, 'https://other.example/1', 'published', 'imported')",
        ),
        then=("select text from claims where id = 1", "Prices rose."),
    ),
    Rule(
        "claims_with_a_verdict_stay_published",
        "the verdict stays out: the desk would only look as if it were not",
        "update claims set status = 'checking' where id = 1",
        Refused,
        given=(*OUT, *by_ben(PUBLISHED)),
    ),
    Rule(
        "claims_with_a_verdict_stay_published",
        "for a correction it is checked again",
        "update claims set status = 'checking' where id = 1",
        given=(*OUT, *by_ben(PUBLISHED), CORRECTION),
        then=("select status from claims where id = 1", "checking"),
    ),
    Rule(
        "claims_with_a_verdict_stay_published",
        "of a verdict that is out elsewhere the desk knows nothing",
        "update claims set status = 'checking' where id = 1",
        given=OUT,
        then=("select status from claims where id = 1", "checking"),
    ),
    Rule(
        "evidence_signed_is_not_removed",
        "what was signed rested on it",
        "delete from evidence",
        Refused,
        given=(CITED, *by_ben(PUBLISHED)),
    ),
    Rule(
        "evidence_signed_is_not_removed",
        "nor between the signature and the publication",
        "delete from evidence",
        Refused,
        given=(CITED, *by_ben(PUBLISHED[:2])),
    ),
    Rule(
        "evidence_signed_is_not_removed",
        "a link that came later may go: nobody signed it",
        "delete from evidence",
        given=(*by_ben(PUBLISHED), CITED.replace("2024-01-01", "2999-01-01")),
        then=("select count(*) from evidence", 0),
    ),
    Rule(
        "evidence_signed_is_not_removed",
        "a correction under way may rest on something else",
        "delete from evidence",
        given=(CITED, *by_ben(PUBLISHED), CORRECTION),
        then=("select count(*) from evidence", 0),
    ),
    Rule(
        "evidence_signed_stays",
        "turned round, it would say the opposite",
        "update evidence set stance = 'supports'",
        Refused,
        given=(CITED, *by_ben(PUBLISHED)),
    ),
    Rule(
        "evidence_signed_stays",
        "nor is it made to look as if it came later, to be removed",
        "update evidence set created_at = '2999-01-01'",
        Refused,
        given=(CITED, *by_ben(PUBLISHED)),
    ),
    Rule(
        "evidence_signed_stays",
        "nor is the saved copy another page",
        "update evidence set archived_url = 'https://elsewhere.example'",
        Refused,
        given=(CITED, "update evidence set archived_url = 'https://archive.example'", *by_ben(PUBLISHED)),
    ),
    Rule(
        "evidence_signed_stays",
        "the page is saved whenever there is a network",
        "update evidence set archived_url = 'https://archive.example'",
        given=(CITED, *by_ben(PUBLISHED)),
        then=("select archived_url from evidence", "https://archive.example"),
    ),
]

KEPT = "select count(*) from signed_verdicts where said like '%stats.example%'"
FORGED = "insert into signed_verdicts (review_id, said) values (1, '{}')"
AS_IT_STANDS = "insert into signed_verdicts select review_id, said from verdict_contents where review_id = 1"
SIGNED += [
    Rule(
        "reviews_contents_are_kept",
        "what the second person saw is what readers get",
        "update reviews set status = 'approved', approved_by = 'ben'",
        given=(CITED, PUBLISHED[0]),
        actor="ben",
        then=(KEPT, 1),
    ),
    Rule(
        "reviews_draft_keeps_no_contents",
        "what is sent back is signed anew, as it stands then",
        "update reviews set status = 'approved', approved_by = 'ben'",
        given=(*by_ben(PUBLISHED[:2]), "update reviews set status = 'draft'", CITED, PUBLISHED[0]),
        actor="ben",
        then=(KEPT, 1),
    ),
    Rule(
        "signed_verdicts_are_final",
        "one person alone would change what readers get",
        "update signed_verdicts set said = '{}'",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "signed_verdicts_stay",
        "readers would get what stands on the desk by now",
        "delete from signed_verdicts",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "reviews_deleted_keep_no_contents",
        "a review that readers never had goes, and leaves nothing to the next one of its number",
        "delete from reviews",
        given=(*by_ben(PUBLISHED[:2]), "update reviews set status = 'withdrawn'"),
        then=("select (select count(*) from reviews) + (select count(*) from signed_verdicts)", 0),
    ),
    Rule(
        "signed_verdicts_say_what_is_signed",
        "nobody has signed a draft",
        AS_IT_STANDS,
        Refused,
    ),
    Rule(
        "signed_verdicts_say_what_is_signed",
        "what is replaced is deleted without a trigger",
        AS_IT_STANDS.replace("insert", "insert or replace"),
        Refused,
        given=(*by_ben(PUBLISHED), CITED),
    ),
    Rule(
        "signed_verdicts_say_what_is_signed",
        "where it was lost, what stands on the desk is kept and nothing else",
        FORGED,
        Refused,
        given=(*by_ben(PUBLISHED), *LOST),
    ),
    Rule(
        "signed_verdicts_say_what_is_signed",
        "so it is put back",
        AS_IT_STANDS,
        given=(CITED, *by_ben(PUBLISHED), *LOST),
        then=(KEPT, 1),
    ),
]

SIGNED += [
    Rule(
        "appearances_signed_are_not_removed",
        "the claim would stand nowhere",
        "delete from appearances",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "appearances_signed_are_not_removed",
        "where it was only heard, one that says the same of another speaker takes its place",
        "delete from appearances where id = 2",
        given=("insert into appearances (id, claim_id, article_id) values (2, 1, 2)", *by_ben(PUBLISHED)),
        then=("select count(*) from appearances", 1),
    ),
    Rule(
        "appearances_signed_stay",
        "other words of the article would stand under the verdict",
        "update appearances set span_end = 30, quote = 'prices fell by '",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "appearances_signed_stay",
        "nor is the quote another claim's",
        "update appearances set claim_id = 2",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "appearances_signed_stay",
        "the day that the words were said on may be filled in",
        "update appearances set said_on = '2024-04-22'",
        given=by_ben(PUBLISHED),
        then=("select said_on from appearances", "2024-04-22"),
    ),
    Rule(
        "appearances_signed_stay",
        "a correction under way may quote other words",
        "update appearances set span_end = 30, quote = 'prices fell by '",
        given=(*by_ben(PUBLISHED), CORRECTION),
        then=("select quote from appearances", "prices fell by "),
    ),
]


NAMES = "insert into claimants (id, name) values (1, 'Jane Doe'), (2, 'Doe'), (3, 'the mayor')"
DOE = "update claimants set name_of_id = 1 where id = 2"
PERSONS = "update claimants set kind = 'person'"
DOES_CLAIM = "update claims set claimant_id = 2 where id = 1"
NAMED = [
    Rule(
        "claimants_are_names_of_one_that_stands",
        "a name leads to the one that it is another name of",
        DOE,
        given=(NAMES,),
        then=("select group_concat(name) from standing_claimants where id in (1, 2)", "Jane Doe,Jane Doe"),
    ),
    Rule(
        "claimants_are_names_of_one_that_stands",
        "nobody is another name of himself",
        "update claimants set name_of_id = 1 where id = 1",
        Refused,
        given=(NAMES,),
    ),
    Rule(
        "claimants_are_names_of_one_that_stands",
        "no chain is ever to be walked",
        "update claimants set name_of_id = 2 where id = 3",
        Refused,
        given=(NAMES, DOE),
    ),
    Rule(
        "claimants_are_names_of_one_that_stands",
        "nor a circle",
        "update claimants set name_of_id = 2 where id = 1",
        Refused,
        given=(NAMES, DOE),
    ),
    Rule(
        "claimants_are_names_of_one_that_stands",
        "a client that leaves foreign keys off does not lead a name nowhere",
        "update claimants set name_of_id = 99 where id = 1",
        Refused,
        given=(NAMES,),
    ),
    Rule(
        "claimants_enter_as_names_of_one_that_stands",
        "a new name, too, leads to one that stands",
        "insert into claimants (name, name_of_id) values ('J. Doe', 2)",
        Refused,
        given=(NAMES, DOE),
    ),
    Rule(
        "claimants_enter_as_names_of_one_that_stands",
        "a name may be told as another one's at once",
        "insert into claimants (name, name_of_id) values ('J. Doe', 1)",
        given=(NAMES,),
        then=("select name from standing_claimants where written = 'J. Doe'", "Jane Doe"),
    ),
    Rule(
        "claimants_with_other_names_stand",
        "its names would hang on a name",
        "update claimants set name_of_id = 3 where id = 1",
        Refused,
        given=(NAMES, DOE),
    ),
    Rule(
        "claimants_with_claims_stay",
        "its other names would be nobody's",
        "delete from claimants where id = 1",
        Refused,
        given=(NAMES, DOE),
    ),
    Rule(
        "claimants_signed_stay",
        "one person would change whose claim it is that another has just approved",
        DOE,
        Refused,
        given=(NAMES, DOES_CLAIM, *by_ben(PUBLISHED[:2])),
    ),
    Rule(
        "claimants_signed_stay",
        "nor is a name taken back between the two",
        "update claimants set name_of_id = null where id = 2",
        Refused,
        given=(NAMES, DOES_CLAIM, DOE, *by_ben(PUBLISHED[:2])),
    ),
    Rule(
        "claimants_signed_stay",
        "nor does it go out under a name that nobody signed",
        "update claimants set name = 'Evil Twin' where id = 2",
        Refused,
        given=(NAMES, DOES_CLAIM, *by_ben(PUBLISHED[:2])),
    ),
    Rule(
        "claimants_signed_stay",
        "of another name it is the one that it stands for that goes out",
        "update claimants set name = 'Evil Twin' where id = 1",
        Refused,
        given=(NAMES, DOES_CLAIM, DOE, *by_ben(PUBLISHED[:2])),
    ),
    Rule(
        "claimants_signed_stay",
        "in these very letters",
        "update claimants set name = 'DOE' where id = 2",
        Refused,
        given=(NAMES, DOES_CLAIM, *by_ben(PUBLISHED[:2])),
    ),
    Rule(
        "claimants_signed_stay",
        "nor is a person made a body",
        "update claimants set kind = 'organisation' where id = 2",
        Refused,
        given=(NAMES, "update claimants set kind = 'person'", DOES_CLAIM, *by_ben(PUBLISHED[:2])),
    ),
    Rule(
        "claimants_signed_stay",
        "an article that tells the kind is read while a verdict waits",
        "update claimants set kind = 'person' where id = 2",
        given=(NAMES, DOES_CLAIM, *by_ben(PUBLISHED[:2])),
        then=("select kind from claimants where id = 2", "person"),
    ),
    Rule(
        "claimants_signed_stay",
        "another speaker may be renamed meanwhile",
        "update claimants set name = 'the mayoress' where id = 3",
        given=(NAMES, DOES_CLAIM, DOE, *by_ben(PUBLISHED[:2])),
        then=("select name from claimants where id = 3", "the mayoress"),
    ),
    Rule(
        "claimants_signed_stay",
        "a verdict that is out keeps the name that it was signed with, whatever that is joined to",
        DOE,
        given=(NAMES, DOES_CLAIM, *by_ben(PUBLISHED)),
        then=("select claimant from review_overview where id = 1", "Doe"),
    ),
    Rule(
        "reviews_keep_what_was_signed",
        "the name that the two saw on the desk is the one that they signed",
        "select 1",
        given=(NAMES, DOES_CLAIM, DOE, *by_ben(PUBLISHED)),
        then=("select claimant_reviewed from reviews", "Jane Doe"),
    ),
    Rule(
        "claims_signed_stay",
        "a claim filed under another name may come back from a correction that was given up",
        "update claims set text = 'Prices fell.', claimant_id = 2, claimed_on = null where id = 1",
        given=(
            NAMES,
            DOES_CLAIM,
            DOE,
            *by_ben(PUBLISHED),
            CORRECTION,
            "update claims set text = 'Prices rose.', claimant_id = 3 where id = 1",
            "update reviews set status = 'withdrawn' where id = 2",
        ),
        then=("select claimant_id from claims where id = 1", 2),
    ),
    Rule(
        "reviews_approver_left_the_claim",
        "who joined the claimant to another after it was handed in decided whom the verdict names",
        "update reviews set status = 'approved', approved_by = 'ben'",
        Refused,
        given=(NAMES, DOES_CLAIM, PUBLISHED[0], ("ben", DOE)),
        actor="ben",
    ),
    Rule(
        "reviews_approver_left_the_claim",
        "nor does he sign a name that he alone has put there",
        "update reviews set status = 'approved', approved_by = 'ben'",
        Refused,
        given=(NAMES, DOES_CLAIM, PUBLISHED[0], ("ben", "update claimants set name = 'Twin' where id = 2")),
        actor="ben",
    ),
    Rule(
        "reviews_approver_left_the_claim",
        "nor that of the one whose other name the claim is filed under",
        "update reviews set status = 'approved', approved_by = 'ben'",
        Refused,
        given=(
            NAMES,
            DOES_CLAIM,
            DOE,
            PUBLISHED[0],
            ("ben", "update claimants set name = 'Twin' where id = 1"),
        ),
        actor="ben",
    ),
    *(
        Rule(
            "reviews_approver_left_the_claim",
            f"nor anything else that readers get: {what}",
            "update reviews set status = 'approved', approved_by = 'ben'",
            Refused,
            given=(NAMES, DOES_CLAIM, PERSONS, CITED, ELSEWHERE, PUBLISHED[0], ("ben", change)),
            actor="ben",
        )
        for what, change in {
            "what a link is called": "update evidence set title = 'Lies' where id = 1",
            "a link of another claim": "update evidence set claim_id = 1 where id = 2",
            "a link that is now another claim's": "update evidence set claim_id = 3 where id = 1",
            "the words that are quoted": "update appearances set quote = 'prices', span_end = 21",
            "whose words they are not any more": "update appearances set claim_id = 3",
            "the claimant's office": "update claimants set role = 'thief' where id = 2",
            "the claimant's address": "update claimants set url = 'https://thief.example' where id = 2",
            "a kind that was told": "update claimants set kind = 'document' where id = 2",
        }.items()
    ),
    Rule(
        "reviews_approver_left_the_claim",
        "a kind that nobody had told is filled in by the next article",
        "update reviews set status = 'approved', approved_by = 'ben'",
        given=(
            NAMES,
            DOES_CLAIM,
            "update claimants set kind = 'unknown' where id = 2",
            PUBLISHED[0],
            ("ben", "update claimants set kind = 'person' where id = 2"),
        ),
        then=("select approved_by from reviews", "ben"),
        actor="ben",
    ),
    Rule(
        "reviews_approver_left_the_claim",
        "another speaker's name is none of this verdict's",
        "update reviews set status = 'approved', approved_by = 'ben'",
        given=(
            NAMES,
            DOES_CLAIM,
            DOE,
            PUBLISHED[0],
            ("ben", "update claimants set name = 'Twin' where id = 3"),
        ),
        then=("select approved_by from reviews", "ben"),
        actor="ben",
    ),
]
RULES = [
    *NAMED,
    Rule(
        "claims_id_can_be_named",
        "no command takes a number below 1",
        "insert into claims (id, text) values (0, 'Prices fell.')",
        InvalidValue,
    ),
    Rule(
        "claims_id_can_be_named",
        "a number of one's own is taken: another desk's, say",
        "insert into claims (id, text) values (123456, 'Prices fell.')",
        then=("select count(*) from claims where id = 123456", 1),
    ),
    Rule(
        "claims_enter_before_their_check",
        "nobody has checked what nobody had yet",
        "insert into claims (text, status) values ('Rents rose.', 'published')",
        InvalidTransition,
    ),
    Rule(
        "claims_enter_before_their_check",
        "nor handed it in",
        "insert into claims (text, status) values ('Rents rose.', 'in_review')",
        InvalidTransition,
    ),
    Rule(
        "claims_enter_before_their_check",
        "what one step leads to from open may be said at once: what another desk checked is parked",
        "insert into claims (text, status) values ('Rents rose.', 'proposed'), ('Rents fell.', 'parked')",
        then=("select count(*) from claims where status in ('proposed', 'parked')", 2),
    ),
    Rule(
        "claims_status_step",
        "a claim is not published without having been checked",
        "update claims set status = 'published' where id = 1",
        InvalidTransition,
    ),
    Rule(
        "claims_status_step",
        "a step of the table goes through",
        "update claims set status = 'checking' where id = 1",
        then=("select status from claims where id = 1", "checking"),
    ),
    Rule(
        "claims_status_step",
        "saving a form that leaves the status alone is no step",
        "update claims set status = 'open', priority = 'high' where id = 1",
        then=("select priority from claims where id = 1", "high"),
    ),
    Rule(
        "claims_published_stays",
        "the desk says that a check of these words is out elsewhere",
        "update claims set text = 'Prices rose.' where id = 1",
        Refused,
        given=OUT,
    ),
    Rule(
        "claims_published_stays",
        "nor do they become another's",
        "update claims set claimed_on = '2020-01-01' where id = 1",
        Refused,
        given=OUT,
    ),
    Rule(
        "claims_published_stays",
        "who is assigned is the desk's own affair",
        "update claims set assignee = 'ben' where id = 1",
        given=OUT,
        then=("select assignee from claims where id = 1", "ben"),
    ),
    Rule(
        "claims_published_stays",
        "a claim that is checked again is mended",
        "update claims set text = 'Prices rose.' where id = 1",
        given=(*OUT, "update claims set status = 'checking' where id = 1"),
        then=("select text from claims where id = 1", "Prices rose."),
    ),
    *SIGNED,
    Rule(
        "articles_text_is_final",
        "spans count on the text as read",
        "update articles set text = 'Something else.' where id = 1",
        Refused,
    ),
    Rule(
        "articles_text_is_final",
        "nor is it taken away",
        "update articles set text = null, text_sha256 = null where id = 1",
        Refused,
    ),
    Rule(
        "articles_text_is_final",
        "an address filed without its text gets it later",
        f"update articles set text = 'Now read.', text_sha256 = '{'1' * 64}' where id = 2",
        then=("select text from articles where id = 2", "Now read."),
    ),
    Rule(
        "articles_text_is_final",
        "a title may be mended",
        f"update articles set title = 'Prices', text = '{TEXT}' where id = 1",
        then=("select title from articles where id = 1", "Prices"),
    ),
    Rule(
        "appearances_span_holds_quote",
        "the words stand one place further",
        "insert into appearances (claim_id, article_id, span_start, span_end, quote)"
        " values (2, 1, 14, 20, 'prices')",
        InvalidSpan,
    ),
    Rule(
        "appearances_span_holds_quote",
        "an article without text holds no words",
        "insert into appearances (claim_id, article_id, span_start, span_end, quote)"
        " values (2, 2, 0, 6, 'prices')",
        InvalidSpan,
    ),
    Rule(
        "appearances_span_holds_quote",
        "a span past the end holds less than it says",
        "insert into appearances (claim_id, article_id, span_start, span_end, quote)"
        " values (2, 1, 30, 99, 'half.')",
        InvalidSpan,
    ),
    Rule(
        "appearances_span_holds_quote",
        "spans count code points: an accent and an emoji stand before this one",
        "insert into appearances (claim_id, article_id, span_start, span_end, quote)"
        " values (2, 1, 15, 21, 'prices')",
        then=("select count(*) from appearances where claim_id = 2", 1),
    ),
    Rule(
        "appearances_span_still_holds_quote",
        "a quote is not reworded",
        "update appearances set quote = 'prices rose by half' where id = 1",
        InvalidSpan,
    ),
    Rule(
        "appearances_span_still_holds_quote",
        "nor moved to an article that does not hold it",
        "update appearances set article_id = 2 where id = 1",
        InvalidSpan,
    ),
    Rule(
        "appearances_span_still_holds_quote",
        "a span and its quote may move together",
        "update appearances set span_end = 21, quote = 'prices' where id = 1",
        then=("select quote from appearances where id = 1", "prices"),
    ),
    Rule(
        "matches_same_is_possible",
        "1 = 2 and 2 ≠ 3, so 1 = 3 would contradict",
        judged(3, "same"),
        Refused,
        given=(judged(1, "same"), judged(2, "different")),
    ),
    Rule(
        "matches_same_is_possible",
        "the same with the sides swapped: the 'different' lies on the left",
        judged(2, "same"),
        Refused,
        given=(judged(1, "different"), judged(3, "same")),
    ),
    Rule(
        "matches_same_is_possible",
        "'unsure' stands in nobody's way",
        judged(3, "same"),
        given=(judged(1, "same"), judged(2, "unsure")),
        then=("select count(distinct cluster_id) from claim_clusters", 1),
    ),
    Rule(
        "matches_same_is_possible",
        "a person may think again about the very pair",
        judged(1, "same"),
        given=(judged(1, "different"),),
        then=("select judgement from matches where id = 1", "same"),
    ),
    Rule(
        "matches_different_is_possible",
        "1 = 2 = 3 already joins 1 and 3",
        judged(3, "different"),
        Refused,
        given=(judged(1, "same"), judged(2, "same")),
    ),
    Rule(
        "matches_different_is_possible",
        "taking back the only 'same' between the two is allowed",
        judged(1, "different"),
        given=(judged(1, "same"),),
        then=("select count(*) from claim_clusters", 0),
    ),
    Rule(
        "matches_deleted_joins_nothing",
        "a pair that is taken off the desk joins its claims no more",
        "delete from matches where id = 2",
        given=(judged(1, "same"), judged(2, "same")),
        then=("select group_concat(claim_id) from claim_clusters", "1,2"),
    ),
    Rule(
        "claims_are_parted",
        "what other judgements join stays together",
        judged(1, "unsure"),
        given=(judged(1, "same"), judged(2, "same"), judged(3, "same")),
        then=("select count(*) from claim_clusters where cluster_id = 1", 3),
    ),
    Rule(
        "claims_are_parted",
        "what nothing joins any more is another cluster",
        judged(1, "unsure"),
        given=(judged(1, "same"), judged(2, "same")),
        then=("select group_concat(claim_id) from claim_clusters where cluster_id = 2", "2,3"),
    ),
    Rule(
        "matches_enter_unjudged",
        "a judgement that enters with the row would slip past the rules on updates",
        "insert into matches (left_id, right_id, score, suggestion, scorer, judgement)"
        " values (1, 2, 0.9, 'duplicate', 'test', 'same')",
        Refused,
        given=("delete from matches where id = 1",),
    ),
    Rule(
        "matches_pair_is_final",
        "a judgement is not carried over to other claims",
        "update matches set left_id = 1 where id = 2",
        Refused,
        given=("delete from matches where id = 3", judged(2, "same")),
    ),
    Rule(
        "matches_judged_are_not_replaced",
        "a fresh suggestion does not push a judgement out",
        "insert or replace into matches (left_id, right_id, score, suggestion, scorer)"
        " values (1, 2, 0.1, 'related', 'test')",
        Refused,
        given=(judged(1, "different"),),
    ),
    Rule(
        "matches_judged_are_not_replaced",
        "an unjudged pair may be suggested anew",
        "insert or replace into matches (left_id, right_id, score, suggestion, scorer)"
        " values (1, 2, 0.1, 'related', 'test')",
        then=("select score from matches where left_id = 1 and right_id = 2", 0.1),
    ),
    Rule(
        "matches_judged_stay",
        "a new matcher does not touch what a person has judged",
        "update matches set score = 0.1, suggestion = 'related' where id = 1",
        given=(judged(1, "same"),),
        then=("select score from matches where id = 1", 0.9),
    ),
    Rule(
        "matches_judged_stay",
        "an unjudged pair is scored anew",
        "update matches set score = 0.1 where id = 1",
        then=("select score from matches where id = 1", 0.1),
    ),
    Rule(
        "reviews_status_step",
        "a draft is not published without a second pair of eyes",
        "update reviews set status = 'published', approved_by = 'ben'",
        InvalidTransition,
        actor="ben",
    ),
    Rule(
        "reviews_status_step",
        "draft, submit, approve, publish",
        PUBLISHED[-1],
        given=by_ben(PUBLISHED[:-1]),
        then=("select status from reviews", "published"),
    ),
    Rule(
        "reviews_drafter_is_final",
        "who drafted may not be swapped to approve one's own",
        "update reviews set drafted_by = 'ben'",
        Refused,
    ),
    Rule(
        "reviews_drafter_is_actor",
        "nobody drafts in another's name",
        "insert into reviews (claim_id, publisher_id, drafted_by) values (2, 1, 'ben')",
        Refused,
    ),
    Rule(
        "reviews_drafter_is_actor",
        "in her own she does, however she writes it",
        "insert into reviews (claim_id, publisher_id, drafted_by) values (2, 1, 'Ana')",
        then=("select drafted_by from reviews where claim_id = 2", "Ana"),
    ),
    Rule(
        "reviews_drafter_is_actor",
        "nor brings the approval along",
        "insert into reviews (claim_id, publisher_id, drafted_by, approved_by) values (2, 1, 'ana', 'ben')",
        Refused,
    ),
    Rule(
        "reviews_drafter_is_actor",
        "another publisher's review has its own people",
        "insert into reviews (claim_id, publisher_id, drafted_by, approved_by, origin)"
        " values (2, 2, 'cid', 'dee', 'imported')",
        then=("select drafted_by from reviews where claim_id = 2", "cid"),
    ),
    Rule(
        "reviews_approver_is_actor",
        "ana may not sign as ben",
        "update reviews set status = 'approved', approved_by = 'ben'",
        Refused,
        given=("update reviews set status = 'submitted'",),
    ),
    Rule(
        "reviews_published_is_final",
        "a verdict that is out is corrected by a new one",
        "update reviews set summary = 'On second thoughts ...'",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "reviews_published_is_final",
        "nor does it become a correction afterwards",
        "update reviews set corrects_id = 1, correction_note = 'We had the year wrong.'",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "reviews_published_stay",
        "what was public is taken back, not made never to have been",
        "delete from reviews",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "reviews_published_stay",
        "a draft may go",
        "delete from reviews",
        then=("select (select count(*) from reviews) + (select count(*) from signed_verdicts)", 0),
    ),
    Rule(
        "reviews_enter_as_draft",
        "a verdict that comes in finished has gone past a second person's eyes, whatever names are in it",
        "insert into reviews (claim_id, publisher_id, rating_id, url, reviewed_on, status, drafted_by, approved_by)"
        " values (2, 1, 1, 'https://desk.example/2', '2024-05-01', 'published', 'ana', 'ben')",
        Refused,
        actor=None,
    ),
    Rule(
        "reviews_enter_as_draft",
        "another publisher's review is published already",
        "insert into reviews (claim_id, publisher_id, rating_id, url, status, origin)"
        " values (2, 2, 1, 'https://other.example/2', 'published', 'imported')",
        then=("select status from reviews where claim_id = 2", "published"),
    ),
    Rule(
        "reviews_address_is_mended_by_another",
        "its address may move with the site",
        "update reviews set url = 'https://desk.example/moved'",
        given=by_ben(PUBLISHED),
        then=("select url from reviews", "https://desk.example/moved"),
        actor="ben",
    ),
    *READERS_HAD,
    Rule(
        "reviews_published_is_final",
        "and it may be withdrawn",
        "update reviews set status = 'withdrawn', correction_note = 'Gone.'",
        given=by_ben(PUBLISHED),
        then=("select status from reviews", "withdrawn"),
    ),
    Rule(
        "reviews_approved_stays",
        "what was approved is what goes out",
        "update reviews set summary = 'Mostly false, after all'",
        Refused,
        given=by_ben(PUBLISHED[:2]),
    ),
    Rule(
        "reviews_approved_stays",
        "nor is it reworded in the stroke that publishes it",
        "update reviews set status = 'published', headline = 'Something else'",
        Refused,
        given=by_ben(PUBLISHED[:2]),
    ),
    Rule(
        "reviews_approved_stays",
        "sent back to draft it may be written anew",
        "update reviews set status = 'draft'; update reviews set summary = 'Mostly false'",
        given=by_ben(PUBLISHED[:2]),
        then=("select summary from reviews", "Mostly false"),
    ),
    Rule(
        "reviews_approval_is_fresh",
        "ben signed ahead while it was a draft; ana may not use that signature",
        "update reviews set status = 'approved'",
        Refused,
        given=(("ben", "update reviews set approved_by = 'ben'"), "update reviews set status = 'submitted'"),
    ),
    Rule(
        "reviews_approval_is_fresh",
        "he himself may, also as Ben",
        "update reviews set status = 'approved'",
        given=(("ben", "update reviews set approved_by = 'ben'"), "update reviews set status = 'submitted'"),
        then=("select status from reviews", "approved"),
        actor="Ben",
    ),
    Rule(
        "reviews_approver_did_not_write",
        "ben put other words under ana's name; his approval would make them one person's",
        "update reviews set approved_by = 'ben'",
        Refused,
        given=(("ben", "update reviews set summary = 'Quite wrong.'"),),
        actor="ben",
    ),
    Rule(
        "reviews_approver_did_not_write",
        "nor if he is called ben by the system and Ben as he logs in",
        "update reviews set approved_by = 'Ben'",
        Refused,
        given=(("ben", "update reviews set summary = 'Quite wrong.'"),),
        actor="Ben",
    ),
    Rule(
        "reviews_second_person",
        "Ana and ana are one person, whatever the table's check says of the letters",
        "update reviews set status = 'approved', approved_by = 'Ana'",
        Refused,
        given=(PUBLISHED[0],),
        actor="Ana",
    ),
    Rule(
        "reviews_second_person",
        "also where the signature and the step are two changes",
        "update reviews set status = 'approved'",
        Refused,
        given=(PUBLISHED[0], ("ANA", "update reviews set approved_by = 'ANA'")),
        actor="ben",
    ),
    Rule(
        "reviews_second_person",
        "or somebody with the file alone, who has no name there, writes both",
        "update reviews set status = 'approved', approved_by = 'aNa'",
        Refused,
        given=(PUBLISHED[0],),
        actor=None,
    ),
    Rule(
        "reviews_approver_is_actor",
        "one's own name is one's own in large letters, too",
        "update reviews set status = 'approved', approved_by = 'Ben'",
        given=(PUBLISHED[0],),
        then=("select approved_by from reviews", "Ben"),
        actor="ben",
    ),
    Rule(
        "reviews_approver_did_not_write",
        "ben only handed it in: he may approve it",
        "update reviews set approved_by = 'ben'",
        given=(("ben", "update reviews set status = 'submitted'"),),
        then=("select approved_by from reviews", "ben"),
        actor="ben",
    ),
    Rule(
        "reviews_one_verdict_stands",
        "True beside False, both of one desk, would both go out",
        "update reviews set status = 'published' where id = 2",
        Refused,
        given=signed_second("language", "2, null"),
    ),
    Rule(
        "reviews_one_verdict_stands",
        "in another language it is still the opposite",
        "update reviews set status = 'published' where id = 2",
        Refused,
        given=("update reviews set language = 'en'", *signed_second("language", "2, 'cy'")),
    ),
    Rule(
        "reviews_one_verdict_stands",
        "the same verdict twice is one too many, unless another language is told of both",
        "update reviews set status = 'published' where id = 2",
        Refused,
        given=signed_second("language", "1, 'cy'"),
    ),
    Rule(
        "reviews_one_verdict_stands",
        "the same verdict may stand in a second language",
        "update reviews set status = 'published' where id = 2",
        given=("update reviews set language = 'en'", *signed_second("language", "1, 'cy'")),
        then=("select status from reviews where id = 2", "published"),
    ),
    Rule(
        "reviews_one_verdict_stands",
        "a correction takes the place of what it corrects",
        "update reviews set status = 'published' where id = 2",
        given=signed_second("corrects_id, correction_note", "2, 1, 'We had the year wrong.'"),
        then=("select status from reviews where id = 2", "published"),
    ),
    Rule(
        "reviews_correction_takes_no_other_place",
        "two verdicts would be out in one language",
        "update reviews set status = 'published' where id = 3",
        Refused,
        given=(*IN_TWO_LANGUAGES, *third("'cy'")),
    ),
    Rule(
        "reviews_correction_takes_no_other_place",
        "a language that nobody has is free",
        "update reviews set status = 'published' where id = 3",
        given=(*IN_TWO_LANGUAGES, *third("'de'")),
        then=("select status from reviews where id = 3", "published"),
    ),
    Rule(
        "reviews_correction_takes_no_other_place",
        "two in one language, from before the rule, can each be mended",
        "update reviews set status = 'published' where id = 3",
        given=(
            *IN_TWO_LANGUAGES,
            "drop trigger reviews_published_is_final; update reviews set language = 'cy' where id = 1",
            *third("'cy'"),
        ),
        then=("select status from reviews where id = 3", "published"),
    ),
    Rule(
        "reviews_one_verdict_stands",
        "one that was taken back stands in no way",
        "update reviews set status = 'published' where id = 2",
        given=(
            *signed_second("language", "2, null"),
            "update reviews set status = 'withdrawn', correction_note = 'Gone.' where id = 1",
        ),
        then=("select status from reviews where id = 2", "published"),
    ),
    Rule(
        "reviews_one_verdict_stands",
        "another publisher has a verdict of its own",
        "insert into reviews (claim_id, publisher_id, rating_id, url, status, origin)"
        " values (1, 2, 1, 'https://other.example/1', 'published', 'imported')",
        given=by_ben(PUBLISHED),
        then=("select count(*) from reviews where status = 'published'", 2),
    ),
    Rule(
        "reviews_draft_is_unsigned",
        "back in draft, the approval of what it said before is gone",
        "update reviews set status = 'draft'",
        given=by_ben(PUBLISHED[:2]),
        then=("select approved_by is null from reviews", 1),
    ),
    Rule(
        "reviews_origin_is_final",
        "an imported review needs no second person, so ours may not become one",
        "update reviews set origin = 'imported'",
        Refused,
    ),
    Rule(
        "reviews_imported_is_not_ours",
        "nor may ours come in as imported",
        "insert into reviews (claim_id, publisher_id, origin) values (2, 1, 'imported')",
        Refused,
    ),
    Rule(
        "reviews_imported_stays_theirs",
        "nor may another's be made ours afterwards",
        "update reviews set publisher_id = 1 where claim_id = 2",
        Refused,
        given=("insert into reviews (claim_id, publisher_id, origin) values (2, 2, 'imported')",),
    ),
    Rule(
        "notes_author",
        "Datasette's dialog sends no author",
        "insert into notes (claim_id, body) values (1, 'Ask the ministry.')",
        then=("select author from notes", "ana"),
    ),
    Rule(
        "notes_author",
        "a plain client, whose name is not known, gives one",
        "insert into notes (claim_id, body, author) values (1, 'Ask the ministry.', 'ben')",
        then=("select author from notes", "ben"),
        actor=None,
    ),
    Rule(
        "notes_author_is_actor",
        "Datasette's write API lets anybody send any author",
        "insert into notes (claim_id, body, author) values (1, 'Ask the ministry.', 'ben')",
        Refused,
    ),
    Rule(
        "notes_author_is_actor",
        "one's own name may be sent, however it is written",
        "insert into notes (claim_id, body, author) values (1, 'Ask the ministry.', 'ANA')",
        then=("select author from notes", "ANA"),
    ),
    Rule(
        "notes_author_is_final",
        "a note is not laid at another's door",
        "update notes set author = 'ben'",
        Refused,
        given=("insert into notes (claim_id, body) values (1, 'Ask the ministry.')",),
    ),
    Rule(
        "notes_author_is_final",
        "its words may be mended",
        "update notes set body = 'Ask them again.'",
        given=("insert into notes (claim_id, body) values (1, 'Ask the ministry.')",),
        then=("select body from notes", "Ask them again."),
    ),
    Rule(
        "notes_words_are_the_authors",
        "they would still stand under her name",
        "update notes set body = 'Never mind.'",
        Refused,
        given=BENS_NOTE,
    ),
    Rule(
        "notes_words_are_the_authors",
        "and say it of another claim",
        "update notes set claim_id = 2",
        Refused,
        given=BENS_NOTE,
    ),
    Rule(
        "notes_words_are_the_authors",
        "not by way of an upsert either",
        "insert into notes (id, claim_id, body) values (1, 1, 'Never mind.')"
        " on conflict (id) do update set body = excluded.body",
        Refused,
        given=BENS_NOTE,
    ),
    Rule(
        "notes_words_are_the_authors",
        "a note that names nobody is laid at nobody's door",
        "update notes set body = 'Ask the ministry of trade.'",
        given=((None, "insert into notes (claim_id, body) values (1, 'Ask the ministry.')"),),
        then=("select body from notes", "Ask the ministry of trade."),
    ),
    Rule(
        "notes_words_are_the_authors",
        "who has the file, and no name, may clean it up",
        "update notes set body = 'Ask the ministry of trade.'",
        given=BENS_NOTE,
        then=("select body from notes", "Ask the ministry of trade."),
        actor=None,
    ),
    Rule(
        "notes_are_removed_by_their_author",
        "a colleague's note does not vanish",
        "delete from notes",
        Refused,
        given=BENS_NOTE,
    ),
    Rule(
        "notes_words_are_the_authors",
        "Ben, as he logs in, mends what he wrote as ben",
        "update notes set body = 'Ask the ministry of trade.'",
        given=BENS_NOTE,
        then=("select body from notes", "Ask the ministry of trade."),
        actor="Ben",
    ),
    Rule(
        "notes_are_removed_by_their_author",
        "and takes it back",
        "delete from notes",
        given=BENS_NOTE,
        then=("select count(*) from notes", 0),
        actor="BEN",
    ),
    Rule(
        "notes_are_removed_by_their_author",
        "one's own is taken back",
        "delete from notes",
        given=("insert into notes (claim_id, body) values (1, 'Ask the ministry.')",),
        then=("select count(*) from notes", 0),
    ),
    Rule(
        "notes_are_removed_by_their_author",
        "who has the file, and no name, may clean it up",
        "delete from notes",
        given=BENS_NOTE,
        then=("select count(*) from notes", 0),
        actor=None,
    ),
    Rule(
        "evidence_added_by",
        "Datasette's dialog sends no name here either",
        "insert into evidence (claim_id, url) values (1, 'https://stats.example')",
        then=("select added_by from evidence", "ana"),
    ),
    Rule(
        "reviews_drafted_by",
        "a review without a drafter could be approved by its writer",
        "insert into reviews (claim_id, publisher_id) values (2, 1)",
        then=("select drafted_by from reviews where claim_id = 2", "ana"),
    ),
    Rule(
        "matches_judged_by",
        "a judgement has a name on it",
        judged(1, "same"),
        then=("select judged_by from matches where id = 1", "ana"),
    ),
    Rule(
        "matches_judged_by",
        "and the time",
        judged(1, "same"),
        then=("select judged_at like '20__-__-__T%Z' from matches where id = 1", 1),
    ),
    Rule("history_is_not_updated", "history cannot be changed", "update history set actor = 'ben'", Refused),
    Rule("history_is_not_deleted", "nor thinned out", "delete from history", Refused),
    Rule(
        "history_is_not_replaced",
        "nor swapped in one stroke",
        "insert or replace into history (id, table_name, row_id, operation) values (1, 'claims', 1, 'insert')",
        Refused,
    ),
    Rule(
        "audit_context_stays",
        "without its row every later change would be nameless",
        "delete from audit_context",
        Refused,
    ),
    Rule(
        "claims_fts_insert",
        "a new claim is found",
        "insert into claims (id, text) values (9, 'Rents doubled.')",
        then=("select rowid from claims_fts where claims_fts match 'rent'", 9),
    ),
    Rule(
        "claims_fts_update",
        "a reworded claim is found by its new words",
        "update claims set text = 'Rents doubled.' where id = 3",
        then=("select rowid from claims_fts where claims_fts match 'rent'", 3),
    ),
    Rule(
        "claims_fts_update",
        "and not by its old ones",
        "update claims set text = 'Rents doubled.' where id = 3",
        then=("select count(*) from claims_fts where claims_fts match 'sank'", 0),
    ),
    Rule(
        "claims_fts_delete",
        "a deleted claim is not found",
        "delete from claims where id = 3",
        given=("delete from matches",),
        then=("select count(*) from claims_fts where claims_fts match 'sank'", 0),
    ),
    Rule(
        "claims_with_anything_on_them_stay",
        "what was quoted, noted or judged of a claim would hang on nothing",
        "delete from claims where id = 1",
        Refused,
    ),
    Rule(
        "claims_with_anything_on_them_stay",
        "one that was filed by mistake may go",
        "delete from claims where id = 3",
        given=("delete from matches",),
        then=("select count(*) from claims", 2),
    ),
    Rule(
        "articles_with_claims_stay",
        "the quotes of its claims would stand nowhere",
        "delete from articles where id = 1",
        Refused,
    ),
    Rule(
        "articles_with_claims_stay",
        "one that nothing was found in may go",
        "delete from articles where id = 2",
        then=("select count(*) from articles", 1),
    ),
    Rule(
        "claimants_with_claims_stay",
        "claims would be nobody's without anybody having said so",
        "delete from claimants",
        Refused,
        given=(
            "insert into claimants (id, name) values (1, 'Ada')",
            "update claims set claimant_id = 1 where id = 2",
        ),
    ),
    Rule(
        "claimants_with_claims_stay",
        "a name that nobody uses may go",
        "delete from claimants",
        given=("insert into claimants (id, name) values (1, 'Ada')",),
        then=("select count(*) from claimants", 0),
    ),
    Rule(
        "articles_fts_insert",
        "a new article is found",
        f"insert into articles (id, text, text_sha256) values (9, 'Rents doubled.', '{'9' * 64}')",
        then=("select rowid from articles_fts where articles_fts match 'rent'", 9),
    ),
    Rule(
        "articles_fts_update",
        "a title that comes later is found",
        "update articles set title = 'Rents' where id = 1",
        then=("select rowid from articles_fts where articles_fts match 'rent'", 1),
    ),
    Rule(
        "articles_fts_delete",
        "a deleted article is not found",
        "delete from articles where id = 1",
        given=("delete from appearances",),
        then=("select count(*) from articles_fts where articles_fts match 'prices'", 0),
    ),
    Rule(
        "notes_fts_insert",
        "a new note is found",
        "insert into notes (id, claim_id, body) values (9, 1, 'The memo came.')",
        then=("select rowid from notes_fts where notes_fts match 'memos'", 9),
    ),
    Rule(
        "notes_fts_update",
        "a changed note is found by its new words alone",
        "update notes set body = 'Memo'",
        then=("select group_concat(rowid) from notes_fts where notes_fts match 'memo OR letter'", "7"),
        given=("insert into notes (id, claim_id, body) values (7, 1, 'Letter')",),
    ),
    Rule(
        "notes_fts_delete",
        "a note that was taken back is not found",
        "delete from notes where id = 7",
        given=("insert into notes (id, claim_id, body) values (7, 1, 'Letter')",),
        then=("select count(*) from notes_fts where notes_fts match 'letter'", 0),
    ),
]


def run(db, script, actor="ana"):
    """The script as a change of its own, or within the one that is open; by the actor in either."""
    with translated(), writing(db.conn), signed(db.conn, actor):
        db.executescript(script)


@pytest.fixture(scope="module")
def filled_file(new_desk_file, tmp_path_factory):
    path = shutil.copy(new_desk_file, tmp_path_factory.mktemp("filled") / "claims.db")
    with closing(open_desk(path)) as db:
        run(db, DESK)
    return path


@pytest.fixture
def filled(filled_file, desk_path):
    with closing(open_desk(shutil.copy(filled_file, desk_path))) as db:
        yield db


@each_row("rule", RULES, ids=map(str, RULES))
def test_the_database_keeps_the_rule(filled, rule):
    with writing(filled.conn, end="rollback"):  # to open a desk for each rule took most of the time
        keep(filled, rule)


def contents(db):
    """All rows of all tables but the search indexes, which put their pages in order whenever they are asked."""
    named = "select name from sqlite_master where type = 'table' and not name glob '*_fts*'"
    tables = db.execute(named).fetchall()
    return {name: db.execute(f"select * from [{name}]").fetchall() for (name,) in tables}


def keep(filled, rule):
    for statement in rule.given:
        actor, script = statement if isinstance(statement, tuple) else ("ana", statement)
        run(filled, script, actor)
    if rule.error:
        with translated(), signed(filled.conn, rule.actor):
            before = contents(filled)
            with pytest.raises(rule.error), translated():
                filled.executescript(rule.do)
            assert contents(filled) == before
    else:
        run(filled, rule.do, rule.actor)
        query, answer = rule.then
        assert filled.execute(query).fetchone()[0] == answer


def test_every_rule_has_a_case():
    """The triggers of history, the match index, the vectors, the words and the references have tests of their own."""
    others = {f"triggers_{name}.sql" for name in ("history", "match", "vectors", "words", "references")}
    scripts = [path for path in resource("schema").glob("triggers*.sql") if path.name not in others]
    written = re.findall(
        r"^create trigger (\w+)", "\n".join(path.read_text() for path in scripts), re.MULTILINE
    )
    assert {rule.trigger for rule in RULES} == set(written)


ONE_OF_EACH = """
insert into claimants (name) values ('Ana Pell');
insert into evidence (claim_id, url) values (1, 'https://a.example/source');
insert into archives (url) values ('https://a.example/source');
insert into interventions (claim_id, asked, request, asked_on)
    values (1, 'Ana Pell', 'Mend it.', '2024-05-01');
insert into tunings (part, fitted_to, parameters, figures) values ('matching', 'test', '{}', '{}');
"""


def worded_columns(db):
    """Each column that takes the names of a lookup table, with that table."""
    tables = [row[0] for row in db.execute("select name from sqlite_master where type = 'table'")]
    for table in tables:
        for _, _, lookup, column, key, *_ in db.execute(f"pragma foreign_key_list({table})").fetchall():
            if key == "name":
                yield table, column, lookup


def test_a_word_outside_its_lookup_table_is_refused_with_foreign_keys_off_as_well(filled):
    """sqlite3 and most clients leave them off, and a word that the program cannot read stops it."""
    run(filled, ONE_OF_EACH)
    filled.execute("pragma foreign_keys = off")
    found = list(worded_columns(filled))
    assert len(found) >= 16
    for table, column, lookup in found:
        names = [row[1] for row in filled.execute(f"pragma table_info({table})")]
        assert filled.execute(f"select count(*) from {table}").fetchone()[0], table
        others = ", ".join(
            "null" if name == "id" else "'no word'" if name == column else name for name in names
        )
        for write in (
            f"update {table} set {column} = 'no word'",
            f"insert into {table} ({', '.join(names)}) select {others} from {table} limit 1",
        ):
            with pytest.raises(ClaimtrackError) as refused:
                run(filled, write)
            # By a trigger, this one or the one for steps, and not by a CHECK that only this row breaks.
            assert "rules do not allow" not in str(refused.value), (table, column)
            assert (
                lookup in str(refused.value)
                or "step" in str(refused.value)
                or "enters unjudged" in str(refused.value)
            )


NUMBERS = [
    # Table, column, a whole row that names one that is there, and whether it may name none.
    ("claims", "claimant_id", "insert into claims (text, claimant_id) values ('Rivers rose.', {})", True),
    ("appearances", "claim_id", "insert into appearances (claim_id, article_id) values ({}, 2)", False),
    ("appearances", "article_id", "insert into appearances (claim_id, article_id) values (3, {})", False),
    (
        "articles",
        "previous_id",
        "insert into articles (url, previous_id) values ('https://a.example', {})",
        True,
    ),
    ("notes", "claim_id", "insert into notes (claim_id, body) values ({}, 'Asked.')", False),
    ("evidence", "claim_id", "insert into evidence (claim_id, url) values ({}, 'https://a.example')", False),
    (
        "reviews",
        "claim_id",
        "insert into reviews (claim_id, publisher_id, drafted_by) values ({}, 1, 'ana')",
        False,
    ),
]


@pytest.mark.parametrize(("table", "column", "insert", "may_be_none"), NUMBERS)
def test_a_number_that_no_row_has_is_refused_with_foreign_keys_off_as_well(
    filled, table, column, insert, may_be_none
):
    """A plain `sqlite-utils insert` leaves them off, and no list shows a claim whose claimant is not there."""
    run(filled, "insert into claimants (name) values ('Ana Pell')")
    filled.execute("pragma foreign_keys = off")
    with pytest.raises(InvalidValue, match=f"{column} must be the id of a row in the table"):
        run(filled, insert.format(999))
    run(filled, insert.format(1))
    made = filled.execute(f"select max(id) from {table}").fetchone()[0]
    with pytest.raises(InvalidValue, match=f"{column} must be the id of a row in the table"):
        run(filled, f"update {table} set {column} = 999 where id = {made}")
    if may_be_none:
        run(filled, f"update {table} set {column} = null where id = {made}")


def test_every_column_that_names_a_row_by_its_number_has_both_rules(filled):
    there = {row[0] for row in filled.execute("select name from sqlite_master where type = 'trigger'")}
    keys = [
        (table, column)
        for (table,) in filled.execute("select name from sqlite_master where type = 'table'").fetchall()
        for _, _, _, column, key, *_ in filled.execute(f"pragma foreign_key_list({table})").fetchall()
        if key == "id" and column != "name_of_id"  # triggers_names.sql asks more of it
    ]
    assert len(keys) >= 20
    for table, column in keys:
        assert {f"{table}_{column}_leads_somewhere", f"{table}_{column}_still_leads_somewhere"} <= there


@pytest.mark.parametrize(
    ("table", "steps"), [("claims", "status_transitions"), ("reviews", "review_status_transitions")]
)
def test_every_step_outside_the_table_of_steps_is_refused(filled, table, steps):
    allowed = {tuple(row) for row in filled.execute(f"select from_status, to_status from {steps}")}
    names = {name for step in allowed for name in step}
    for other in ("reviews_approver_is_actor", "reviews_withdrawn_say_why"):
        run(filled, f"drop trigger if exists {other}")  # not what is tried here
    for before in names:
        for after in names - {before}:
            assert_step(filled, table, before, after, allowed=(before, after) in allowed)


def assert_step(db, table, before, after, *, allowed):
    """Try the step on row 1, which is put at its start without any rule, and put it back."""
    db.execute("savepoint try")
    rule = db.execute("select sql from sqlite_master where name = ?", [f"{table}_status_step"]).fetchone()[0]
    db.execute(f"drop trigger {table}_status_step")
    db.execute(
        f"update {table} set status = ?" + (", approved_by = 'ben'" if table == "reviews" else ""), [before]
    )
    db.execute(rule)
    try:
        with write_transaction(db, None):
            db.execute(f"update {table} set status = ? where id = 1", [after])
        went = True
    except InvalidTransition:
        went = False
    db.execute("rollback to try")
    db.execute("release try")
    assert went == allowed, (table, before, after)


@pytest.mark.parametrize("note", ["null", "''", "'  '"])
def test_a_correction_says_in_public_what_changed(filled, note):
    with pytest.raises(ClaimtrackError, match="a public note that says what changed"):
        run(filled, f"update reviews set corrects_id = 1, correction_note = {note}")


REVIEWS_THAT_STAY_IN = [
    # Each of the three is what a reader of the verdict needs; the rating is what the second person agreed to.
    ("rating_id = null", "an approved review cannot be edited"),
    ("status = 'published', url = null", "a rating, a url and a date"),
    ("status = 'published', reviewed_on = null", "a rating, a url and a date"),
    # Both are given in the step that publishes it, and by nobody before.
    ("url = null", "an approved review cannot be edited"),
    ("reviewed_on = null", "an approved review cannot be edited"),
    # One person cannot sign off alone, even where no actor is known.
    ("approved_by = 'ana'", "someone other than its drafter must approve"),
    ("approved_by = null", "someone other than its drafter"),
    # Nobody is no second person.
    ("approved_by = ' '", "someone other than its drafter"),
]


@pytest.mark.parametrize(("change", "words"), REVIEWS_THAT_STAY_IN)
def test_a_review_is_published_only_complete_and_signed_by_a_second_person(filled, change, words):
    run(filled, PUBLISHED[0])
    with pytest.raises(ClaimtrackError, match=words):
        run(filled, f"{PUBLISHED[1]}; update reviews set {change}; {PUBLISHED[2]}", actor=None)
    assert filled.execute("select status from reviews").fetchone()[0] == "submitted"
