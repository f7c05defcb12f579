"""Rules that let what two people signed change only by a correction."""

from claimtrack.core.errors import Refused
from tests.store.rules.rule import (
    CITED,
    CITED_IN_WORDS,
    CLAIM_PUBLISHED,
    CORRECTION,
    IN_TWO_LANGUAGES,
    PUBLISHED,
    VERDICT_ON_ANOTHER_CLAIM,
    Rule,
    by_ben,
    signed_correction,
)

BEING_CORRECTED = (
    *by_ben(PUBLISHED),
    CORRECTION,
    "update claims set text = 'Prices rose.', claimed_on = '2024-04-30' where id = 1",
)
# Like a file from before signed contents were kept, or one whose trigger somebody dropped.
LOSE_SIGNED = (
    "drop trigger signed_verdicts_stay",
    "delete from signed_verdicts",
)
LAST_REVIEW_IN_HISTORY = (
    "select new_row ->> 'status' || ' ' || coalesce(new_row ->> 'claim_reviewed', '') from history"
    " where table_name = 'reviews' order by id desc limit 1"
)
COUNT_KEPT = "select count(*) from signed_verdicts where said like '%stats.example%'"
KEEP_FORGED = "insert into signed_verdicts (review_id, said) values (1, '{}')"
KEEP_CURRENT = "insert into signed_verdicts select review_id, said from verdict_contents where review_id = 1"

RULES = [
    Rule(
        "reviews_keep_what_was_signed",
        "a published verdict keeps its own copy of the claim",
        "select 1",
        given=("update claims set claimed_on = '2024-04-29' where id = 1", *by_ben(PUBLISHED)),
        then=("select claim_reviewed || claimed_on_reviewed from reviews", "Prices fell.2024-04-29"),
    ),
    Rule(
        "reviews_keep_what_was_signed",
        "while a correction is being written, the public still reads what was signed",
        "select 1",
        given=BEING_CORRECTED,
        then=("select claim from review_overview where id = 1", "Prices fell."),
    ),
    Rule(
        "reviews_keep_what_was_signed",
        "history has the publication before the copy",
        "select 1",
        given=by_ben(PUBLISHED),
        then=(LAST_REVIEW_IN_HISTORY, "published Prices fell."),
    ),
    Rule(
        "reviews_signed_words_stay",
        "the claim's text in a published verdict cannot change",
        "update reviews set claim_reviewed = 'Prices rose.'",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "reviews_signed_words_stay",
        "the claim's day in a published verdict cannot change",
        "update reviews set claimed_on_reviewed = '2024-04-30'",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "reviews_signed_words_stay",
        "nor can it be removed, as if no reader had seen the verdict",
        "update reviews set claim_reviewed = null",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "reviews_signed_words_stay",
        "a draft cannot get it, as if readers had seen it",
        "update reviews set claim_reviewed = 'Prices fell.'",
        Refused,
    ),
    Rule(
        "reviews_signed_words_stay",
        "the text that is being corrected cannot be copied into the old verdict",
        "update reviews set claim_reviewed = 'Prices rose.', claimed_on_reviewed = '2024-04-30' where id = 1",
        Refused,
        given=BEING_CORRECTED,
    ),
    Rule(
        "reviews_signed_words_stay",
        "the signed claimant cannot be set before anybody signed",
        "update reviews set claimant_reviewed = 'Ada'",
        Refused,
    ),
    Rule(
        "reviews_enter_unsigned",
        "a new review cannot bring signed words with it",
        "insert into reviews (claim_id, publisher_id, claim_reviewed) values (2, 1, 'Prices rose.')",
        Refused,
    ),
    *(
        Rule(
            "reviews_enter_unsigned",
            f"nor {column}",
            f"insert into reviews (claim_id, publisher_id, {column}) values (2, 1, '2024-04-30')",
            Refused,
        )
        for column in ("claimant_reviewed", "claimed_on_reviewed")
    ),
    Rule(
        "reviews_enter_unsigned",
        "an imported review may bring its own words for the claim",
        "insert into reviews (claim_id, publisher_id, origin, claim_reviewed) values (2, 2, 'imported', 'Prices rose.')",
        then=("select claim_reviewed from reviews where claim_id = 2", "Prices rose."),
    ),
    Rule(
        "claims_signed_stay",
        "one person cannot change the claim of a verdict that two people signed",
        "update claims set text = 'Prices rose.' where id = 1",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "claims_signed_stay",
        "the claim's status does not matter: on a desk from before this rule it may be checking",
        "update claims set status = 'checking', text = 'Prices rose.' where id = 1",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "claims_signed_stay",
        "the claim cannot get another claimant",
        "update claims set claimant_id = 1 where id = 1",
        Refused,
        given=("insert into claimants (id, name) values (1, 'Ada')", *by_ben(PUBLISHED)),
    ),
    Rule(
        "claims_signed_stay",
        "the claim cannot change between approval and publication",
        "update claims set text = 'Prices rose.' where id = 1",
        Refused,
        given=by_ben(PUBLISHED[:2]),
    ),
    Rule(
        "claims_signed_stay",
        "its day cannot change either",
        "update claims set claimed_on = '2024-04-30' where id = 1",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "claims_signed_stay",
        "nor can it get the words that were signed of another claim",
        "update claims set text = 'Prices dropped.' where id = 1",
        Refused,
        given=(*by_ben(PUBLISHED), *VERDICT_ON_ANOTHER_CLAIM),
    ),
    Rule(
        "claims_signed_stay",
        "a correction in progress may change it, since it will be signed again",
        "update claims set text = 'Prices rose.' where id = 1",
        given=(*by_ben(PUBLISHED), CORRECTION),
        then=("select text from claims where id = 1", "Prices rose."),
    ),
    Rule(
        "claims_signed_stay",
        "a correction of another claim's verdict does not allow it",
        "update claims set text = 'Prices rose.' where id = 1",
        Refused,
        given=(
            *by_ben(PUBLISHED),
            *VERDICT_ON_ANOTHER_CLAIM,
            CORRECTION.replace("1, 1, 'We had", "1, 3, 'We had"),
        ),
    ),
    Rule(
        "claims_signed_stay",
        "the claim cannot change once the correction is approved",
        "update claims set text = 'Prices sank.' where id = 1",
        Refused,
        given=(
            *BEING_CORRECTED,
            "update reviews set status = 'submitted' where id = 2",
            ("ben", "update reviews set status = 'approved', approved_by = 'ben' where id = 2"),
        ),
    ),
    Rule(
        "claims_signed_stay",
        "the claim cannot return to its old text once the correction is approved",
        "update claims set text = 'Prices fell.', claimed_on = null where id = 1",
        Refused,
        given=(
            *BEING_CORRECTED,
            "update reviews set status = 'submitted' where id = 2",
            ("ben", "update reviews set status = 'approved', approved_by = 'ben' where id = 2"),
        ),
    ),
    Rule(
        "claims_with_a_verdict_are_not_rejected",
        "a claim with a published verdict cannot be rejected",
        "update claims set status = 'rejected' where id = 1",
        Refused,
        given=(*CLAIM_PUBLISHED, *by_ben(PUBLISHED), CORRECTION),
    ),
    Rule(
        "claims_with_a_verdict_are_not_rejected",
        "a claim without a verdict may be rejected",
        "update claims set status = 'rejected' where id = 1",
        then=("select status from claims where id = 1", "rejected"),
    ),
    Rule(
        "reviews_approver_left_the_claim",
        "ben cannot approve a text that he changed after ana submitted",
        "update reviews set status = 'approved', approved_by = 'ben'",
        Refused,
        given=(PUBLISHED[0], ("ben", "update claims set text = 'Prices rose.' where id = 1")),
        actor="ben",
    ),
    Rule(
        "reviews_approver_left_the_claim",
        "Ben cannot approve a text that he changed as Ben",
        "update reviews set status = 'approved', approved_by = 'Ben'",
        Refused,
        given=(PUBLISHED[0], ("ben", "update claims set text = 'Prices rose.' where id = 1")),
        actor="Ben",
    ),
    Rule(
        "reviews_approver_left_the_claim",
        "ben cannot approve a link that he added after ana submitted",
        "update reviews set status = 'approved', approved_by = 'ben'",
        Refused,
        given=(PUBLISHED[0], ("ben", CITED)),
        actor="ben",
    ),
    *(
        Rule(
            "reviews_approver_left_the_claim",
            f"ben cannot approve what he changed after ana submitted: {change}",
            "update reviews set status = 'approved', approved_by = 'ben'",
            Refused,
            given=(
                "insert into claimants (id, name) values (1, 'Ada'), (2, 'Bo')",
                CITED,
                "insert into evidence (claim_id, source) values (1, 'Phone call')",
                PUBLISHED[0],
                ("ben", change),
            ),
            actor="ben",
        )
        for change in (
            "update claims set claimed_on = '2024-04-30' where id = 1",
            "update claims set claimant_id = 2 where id = 1",
            "update evidence set source = 'A talk' where url is null",
            "update evidence set url = 'https://b.example' where id = 1",
            "update evidence set stance = 'refutes'",
            "update evidence set quote = 'Prices rose.'",
            "update evidence set title = 'Prices'",
            "update evidence set is_primary = 1",
            "update evidence set claim_id = 2 where id = 1",
            "update appearances set quote = 'prices', span_end = 21",
            "delete from appearances",
        )
    ),
    Rule(
        "reviews_approver_left_the_claim",
        "a later change of the review, or another that is submitted, makes no difference",
        "update reviews set status = 'approved', approved_by = 'ben' where id = 1",
        Refused,
        given=(
            PUBLISHED[0],
            ("ben", "update claims set text = 'Prices rose.' where id = 1"),
            "update reviews set url = 'https://desk.example/new'",
            "insert into reviews (id, claim_id, publisher_id) values (2, 2, 1)",
            "update reviews set status = 'submitted' where id = 2",
        ),
        actor="ben",
    ),
    Rule(
        "reviews_approver_left_the_claim",
        "ben may approve what he changed before ana submitted",
        "update reviews set status = 'approved', approved_by = 'ben'",
        given=(("ben", "update claims set text = 'Prices rose.' where id = 1"), PUBLISHED[0]),
        then=("select approved_by from reviews", "ben"),
        actor="ben",
    ),
    Rule(
        "reviews_withdrawn_say_why",
        "a published verdict cannot be withdrawn without a reason for its readers",
        "update reviews set status = 'withdrawn'",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "reviews_withdrawn_say_why",
        "the note of a correction that is still a draft tells readers nothing",
        "update reviews set status = 'withdrawn' where id = 1",
        Refused,
        given=(*by_ben(PUBLISHED), CORRECTION),
    ),
    Rule(
        "reviews_public_note_stays",
        "the reason for a withdrawal cannot be removed",
        "update reviews set correction_note = null",
        Refused,
        given=(*by_ben(PUBLISHED), "update reviews set status = 'withdrawn', correction_note = 'Gone.'"),
    ),
    Rule(
        "reviews_withdrawn_say_why",
        "a draft can be withdrawn without a reason",
        "update reviews set status = 'withdrawn'",
        then=("select status from reviews", "withdrawn"),
    ),
    Rule(
        "reviews_public_note_stays",
        "a published verdict cannot have the note of a withdrawal",
        "update reviews set correction_note = 'All lies.'",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "evidence_signed_is_not_replaced",
        "a signed link cannot be replaced, since REPLACE deletes without a trigger",
        "insert or replace into evidence (claim_id, url, stance) values (1, 'https://stats.example', 'refutes')",
        Refused,
        given=(CITED, *by_ben(PUBLISHED)),
    ),
    Rule(
        "evidence_signed_is_not_replaced",
        "a signed source in words cannot be replaced",
        "insert or replace into evidence (claim_id, source, stance) values (1, 'Phone call', 'refutes')",
        Refused,
        given=(CITED_IN_WORDS, *by_ben(PUBLISHED)),
    ),
    Rule(
        "evidence_signed_is_not_overwritten",
        "a signed source in words cannot be overwritten by a later one",
        "update or replace evidence set source = 'Phone call' where id = 2",
        Refused,
        given=(
            CITED_IN_WORDS,
            *by_ben(PUBLISHED),
            "insert into evidence (id, claim_id, source, created_at) values (2, 1, 'A book', '2099-01-01')",
        ),
    ),
    Rule(
        "evidence_signed_is_not_overwritten",
        "nor by one that comes from another claim",
        "update or replace evidence set claim_id = 1 where id = 2",
        Refused,
        given=(
            CITED,
            *by_ben(PUBLISHED),
            "insert into evidence (id, claim_id, url, created_at) values (2, 2, 'https://stats.example', '2099-01-01')",
        ),
    ),
    Rule(
        "evidence_signed_stays",
        "the words of a signed source cannot change",
        "update evidence set source = 'A talk with the minister'",
        Refused,
        given=(CITED_IN_WORDS, *by_ben(PUBLISHED)),
    ),
    Rule(
        "evidence_signed_is_not_overwritten",
        "a signed link cannot be overwritten by a later one",
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
        "a rating in use cannot be renamed, which would change published verdicts",
        "update ratings set name = 'Very false'",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    *(
        Rule(
            "ratings_published_stay",
            f"a rating keeps its {change.partition(' ')[0]} {when}",
            f"update ratings set {change}",
            Refused,
            given=(
                "insert into rating_scales (id, name) values (7, 'Stars')",
                "update ratings set value = 1",
                *given,
            ),
        )
        for when, given in (
            ("once a verdict is approved", by_ben(PUBLISHED[:2])),
            (
                "after one was withdrawn",
                (*by_ben(PUBLISHED), "update reviews set status = 'withdrawn', correction_note = 'Gone.'"),
            ),
        )
        for change in ("value = 2", "scale_id = 7")
    ),
    Rule(
        "ratings_published_stay",
        "a rating in use may be retired and explained",
        "update ratings set retired = 1, definition = 'It is not so.'",
        given=by_ben(PUBLISHED),
        then=("select retired from ratings", 1),
    ),
    Rule(
        "ratings_published_stay",
        "a rating in use without a number may get one",
        "update ratings set value = 2",
        given=by_ben(PUBLISHED),
        then=("select value from ratings", 2),
    ),
    Rule(
        "reviews_withdrawn_stay",
        "a withdrawn verdict cannot be deleted without trace",
        "delete from reviews",
        Refused,
        given=(*by_ben(PUBLISHED), "update reviews set status = 'withdrawn', correction_note = 'Gone.'"),
    ),
    Rule(
        "claims_signed_stay",
        "after an abandoned correction, the signed text may be restored",
        "update claims set text = 'Prices fell.', claimed_on = null where id = 1",
        given=(*BEING_CORRECTED, "update reviews set status = 'withdrawn' where id = 2"),
        then=("select text from claims where id = 1", "Prices fell."),
    ),
    Rule(
        "claims_signed_stay",
        "the claim of a withdrawn verdict may change",
        "update claims set text = 'Prices rose.' where id = 1",
        given=(*by_ben(PUBLISHED), "update reviews set status = 'withdrawn', correction_note = 'Gone.'"),
        then=("select text from claims where id = 1", "Prices rose."),
    ),
    Rule(
        "claims_signed_stay",
        "another publisher's verdict does not prevent changes",
        "update claims set text = 'Prices rose.' where id = 1",
        given=(
            "insert into reviews (claim_id, publisher_id, rating_id, url, status, origin)"
            " values (1, 2, 1, 'https://other.example/1', 'published', 'imported')",
        ),
        then=("select text from claims where id = 1", "Prices rose."),
    ),
    Rule(
        "claims_with_a_verdict_stay_published",
        "a claim with a published verdict cannot go back to checking",
        "update claims set status = 'checking' where id = 1",
        Refused,
        given=(*CLAIM_PUBLISHED, *by_ben(PUBLISHED)),
    ),
    *(
        Rule(
            "claims_with_a_verdict_stay_published",
            f"nor with {correction}",
            "update claims set status = 'checking' where id = 1",
            Refused,
            given=(*CLAIM_PUBLISHED, *given),
        )
        for correction, given in (
            (
                "a correction that was given up",
                (*by_ben(PUBLISHED), CORRECTION, "update reviews set status = 'withdrawn' where id = 2"),
            ),
            (
                "a correction of another claim's verdict",
                (
                    *by_ben(PUBLISHED),
                    *VERDICT_ON_ANOTHER_CLAIM,
                    CORRECTION.replace("1, 1, 'We had", "1, 3, 'We had"),
                ),
            ),
            (
                "a correction that is about another claim",
                (*by_ben(PUBLISHED), CORRECTION.replace("(2, 1, 1,", "(2, 2, 1,")),
            ),
            (
                "the correction of one that was withdrawn, while that in another language stands",
                (
                    *IN_TWO_LANGUAGES,
                    *signed_correction("null"),
                    "update reviews set status = 'withdrawn', correction_note = 'Gone.' where id = 1",
                ),
            ),
        )
    ),
    Rule(
        "claims_with_a_verdict_stay_published",
        "a claim that is being corrected may go back to checking",
        "update claims set status = 'checking' where id = 1",
        given=(*CLAIM_PUBLISHED, *by_ben(PUBLISHED), CORRECTION),
        then=("select status from claims where id = 1", "checking"),
    ),
    Rule(
        "claims_with_a_verdict_stay_published",
        "a claim whose verdict is published elsewhere may go back to checking",
        "update claims set status = 'checking' where id = 1",
        given=CLAIM_PUBLISHED,
        then=("select status from claims where id = 1", "checking"),
    ),
    Rule(
        "evidence_signed_is_not_removed",
        "the evidence of a published verdict cannot be removed",
        "delete from evidence",
        Refused,
        given=(CITED, *by_ben(PUBLISHED)),
    ),
    Rule(
        "evidence_signed_is_not_removed",
        "evidence cannot be removed between approval and publication",
        "delete from evidence",
        Refused,
        given=(CITED, *by_ben(PUBLISHED[:2])),
    ),
    Rule(
        "evidence_signed_is_not_removed",
        "a link added after the approval may be removed, even if it is dated before it",
        "delete from evidence",
        given=(*by_ben(PUBLISHED), CITED),
        then=("select count(*) from evidence", 0),
    ),
    Rule(
        "evidence_signed_is_not_removed",
        "evidence may be removed during a correction",
        "delete from evidence",
        given=(CITED, *by_ben(PUBLISHED), CORRECTION),
        then=("select count(*) from evidence", 0),
    ),
    *(
        Rule(
            "evidence_signed_stays",
            f"the {change.partition(' ')[0]} of a signed link cannot change",
            f"update evidence set {change}",
            Refused,
            given=(CITED, *by_ben(PUBLISHED)),
        )
        for change in (
            "stance = 'supports'",
            "url = 'https://b.example'",
            "title = 'Prices'",
            "quote = 'Prices rose.'",
            "is_primary = 1",
            "claim_id = 2",
        )
    ),
    Rule(
        "evidence_signed_stays",
        "a signed link cannot be backdated so that it can be removed",
        "update evidence set created_at = '2999-01-01'",
        Refused,
        given=(CITED, *by_ben(PUBLISHED)),
    ),
    Rule(
        "evidence_signed_stays",
        "the archived copy of a signed link cannot change",
        "update evidence set archived_url = 'https://elsewhere.example'",
        Refused,
        given=(CITED, "update evidence set archived_url = 'https://archive.example'", *by_ben(PUBLISHED)),
    ),
    Rule(
        "evidence_signed_stays",
        "an archived copy may be added after signing",
        "update evidence set archived_url = 'https://archive.example'",
        given=(CITED, *by_ben(PUBLISHED)),
        then=("select archived_url from evidence", "https://archive.example"),
    ),
    Rule(
        "reviews_contents_are_kept",
        "approval keeps the contents that the approver saw",
        "update reviews set status = 'approved', approved_by = 'ben'",
        given=(CITED, PUBLISHED[0]),
        actor="ben",
        then=(COUNT_KEPT, 1),
    ),
    Rule(
        "reviews_draft_keeps_no_contents",
        "a review sent back and approved again keeps its new contents",
        "update reviews set status = 'approved', approved_by = 'ben'",
        given=(*by_ben(PUBLISHED[:2]), "update reviews set status = 'draft'", CITED, PUBLISHED[0]),
        actor="ben",
        then=(COUNT_KEPT, 1),
    ),
    Rule(
        "signed_verdicts_are_final",
        "kept contents cannot change",
        "update signed_verdicts set said = '{}'",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "signed_verdicts_stay",
        "kept contents cannot be deleted",
        "delete from signed_verdicts",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "reviews_deleted_keep_no_contents",
        "a deleted review that was never published leaves no contents behind",
        "delete from reviews",
        given=(*by_ben(PUBLISHED[:2]), "update reviews set status = 'withdrawn'"),
        then=("select (select count(*) from reviews) + (select count(*) from signed_verdicts)", 0),
    ),
    Rule(
        "signed_verdicts_say_what_is_signed",
        "the contents of a draft cannot be kept as signed",
        KEEP_CURRENT,
        Refused,
    ),
    Rule(
        "signed_verdicts_say_what_is_signed",
        "kept contents cannot be replaced, since REPLACE deletes without a trigger",
        KEEP_CURRENT.replace("insert", "insert or replace"),
        Refused,
        given=(*by_ben(PUBLISHED), CITED),
    ),
    Rule(
        "signed_verdicts_say_what_is_signed",
        "lost contents cannot be restored with anything but what is on the desk",
        KEEP_FORGED,
        Refused,
        given=(*by_ben(PUBLISHED), *LOSE_SIGNED),
    ),
    Rule(
        "signed_verdicts_say_what_is_signed",
        "lost contents may be restored with what is on the desk",
        KEEP_CURRENT,
        given=(CITED, *by_ben(PUBLISHED), *LOSE_SIGNED),
        then=(COUNT_KEPT, 1),
    ),
    Rule(
        "appearances_signed_are_not_removed",
        "the only appearance of a signed claim cannot be removed",
        "delete from appearances",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "appearances_signed_are_not_removed",
        "an appearance without a quote may be removed, to be replaced by one with another claimant",
        "delete from appearances where id = 2",
        given=("insert into appearances (id, claim_id, article_id) values (2, 1, 2)", *by_ben(PUBLISHED)),
        then=("select count(*) from appearances", 1),
    ),
    Rule(
        "appearances_signed_stay",
        "a signed quote cannot change",
        "update appearances set span_end = 30, quote = 'prices fell by '",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "appearances_signed_stay",
        "a signed quote cannot move to another claim",
        "update appearances set claim_id = 2",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "appearances_signed_stay",
        "a signed quote cannot be dated later so that it can be removed",
        "update appearances set created_at = '2999-01-01'",
        Refused,
        given=by_ben(PUBLISHED),
    ),
    Rule(
        "appearances_signed_stay",
        "the day on which it was said may be filled in",
        "update appearances set said_on = '2024-04-22'",
        given=by_ben(PUBLISHED),
        then=("select said_on from appearances", "2024-04-22"),
    ),
    Rule(
        "appearances_signed_stay",
        "a quote may change during a correction",
        "update appearances set span_end = 30, quote = 'prices fell by '",
        given=(*by_ben(PUBLISHED), CORRECTION),
        then=("select quote from appearances", "prices fell by "),
    ),
]
