"""Rules for claims, articles, appearances, matches, ratings and history."""

from claimtrack.core.errors import InvalidSpan, InvalidTransition, InvalidValue, Refused
from tests.store.rules.rule import CLAIM_PUBLISHED, TEXT, VERDICT_ON_ANOTHER_CLAIM, Rule


def judge(match_id, judgement):
    return f"update matches set judgement = '{judgement}' where id = {match_id}"


SCORED_ANEW = (
    "score = 0.1",
    "suggestion = 'related'",
    "reasons = '[1]'",
    "differences = '[1]'",
    "scorer = 'new'",
)
GROW = f"update articles set text = '{TEXT} So be it.', text_sha256 = '{'1' * 64}' where id = 1"
SAYS_WELSH = "insert into articles (id, url, language) values (9, 'https://a.example/9', 'Welsh')"
ENDED_LINE = (
    f"insert into articles (id, text, text_sha256) values (9, 'Prices fell' || char(10), '{'9' * 64}')"
)
LINE_GOES_ON = f"update articles set text = 'Prices fell by half.', text_sha256 = '{'8' * 64}' where id = 9"
TWO_LATER_VERSIONS = (
    "update articles set previous_id = 1 where id = 2",
    "insert into articles (id, url, previous_id) values (3, 'https://a.example/latest', 2)",
)

RULES = [
    Rule(
        "claims_id_can_be_named",
        "no command takes a number below 1",
        "insert into claims (id, text) values (0, 'Prices fell.')",
        InvalidValue,
    ),
    Rule(
        "claims_id_can_be_named",
        "an id of the user's choice is accepted: another desk's, say",
        "insert into claims (id, text) values (123456, 'Prices fell.')",
        then=("select count(*) from claims where id = 123456", 1),
    ),
    Rule(
        "claims_enter_before_their_check",
        "a new claim cannot have been checked already",
        "insert into claims (text, status) values ('Rents rose.', 'published')",
        InvalidTransition,
    ),
    Rule(
        "claims_enter_before_their_check",
        "a new claim cannot have been submitted for review already",
        "insert into claims (text, status) values ('Rents rose.', 'in_review')",
        InvalidTransition,
    ),
    Rule(
        "claims_enter_before_their_check",
        "any status one step away from open is accepted: a claim that another desk checked is parked",
        "insert into claims (text, status) values ('Rents rose.', 'proposed'), ('Rents fell.', 'parked')",
        then=("select count(*) from claims where status in ('proposed', 'parked')", 2),
    ),
    Rule(
        "claims_language_is_a_code",
        "a code is accepted",
        "update claims set language = 'pt-BR' where id = 1",
        then=("select language from claim_overview where id = 1", "pt-BR"),
    ),
    *(
        Rule(
            trigger,
            f"{code} is no code, so browsers would not understand it",
            statement.format(code),
            InvalidValue,
        )
        for trigger, statement in (
            (
                "claims_enter_with_a_language_code",
                "insert into claims (text, language) values ('Prices fell.', '{}')",
            ),
            ("claims_language_is_a_code", "update claims set language = '{}' where id = 1"),
            ("articles_language_is_a_code", "update articles set language = '{}' where id = 1"),
        )
        for code in ("Welsh", "x-private", "en-GB,cy")
    ),
    Rule(
        "articles_language_is_a_code",
        "what a page said of itself stays when it is saved unchanged, and undo brings it back",
        "update articles set language = 'Welsh' where id = 9; update articles set language = 'cy' where id = 9;"
        " update articles set language = 'Welsh' where id = 9",
        given=(SAYS_WELSH,),
        then=("select language from articles where id = 9", "Welsh"),
    ),
    Rule(
        "articles_language_is_a_code",
        "it does not come to another article",
        "update articles set language = 'Welsh' where id = 1",
        InvalidValue,
        given=(SAYS_WELSH, "update articles set language = 'cy' where id = 9"),
    ),
    Rule(
        "claims_status_step",
        "a claim is not published without having been checked",
        "update claims set status = 'published' where id = 1",
        InvalidTransition,
    ),
    Rule(
        "claims_status_step",
        "an allowed step succeeds",
        "update claims set status = 'checking' where id = 1",
        then=("select status from claims where id = 1", "checking"),
    ),
    Rule(
        "claims_status_step",
        "saving a form with an unchanged status is not a step",
        "update claims set status = 'open', priority = 'high' where id = 1",
        then=("select priority from claims where id = 1", "high"),
    ),
    Rule(
        "claims_published_stays",
        "the desk says that a check of these words is out elsewhere",
        "update claims set text = 'Prices rose.' where id = 1",
        Refused,
        given=CLAIM_PUBLISHED,
    ),
    Rule(
        "claims_published_stays",
        "its date cannot change either",
        "update claims set claimed_on = '2020-01-01' where id = 1",
        Refused,
        given=CLAIM_PUBLISHED,
    ),
    Rule(
        "claims_published_stays",
        "its claimant cannot change either",
        "update claims set claimant_id = 1 where id = 1",
        Refused,
        given=("insert into claimants (id, name) values (1, 'Ada')", *CLAIM_PUBLISHED),
    ),
    Rule(
        "claims_published_stays",
        "our verdict on another claim, or another desk's on this one, changes nothing",
        "update claims set text = 'Prices rose.' where id = 1",
        Refused,
        given=(
            *CLAIM_PUBLISHED,
            *VERDICT_ON_ANOTHER_CLAIM,
            "insert into reviews (claim_id, publisher_id, rating_id, url, status, origin)"
            " values (1, 2, 1, 'https://other.example/1', 'published', 'imported')",
        ),
    ),
    Rule(
        "claims_published_stays",
        "its assignee is internal and may change",
        "update claims set assignee = 'ben' where id = 1",
        given=CLAIM_PUBLISHED,
        then=("select assignee from claims where id = 1", "ben"),
    ),
    Rule(
        "claims_published_stays",
        "a claim that is being checked again may be corrected",
        "update claims set text = 'Prices rose.' where id = 1",
        given=(*CLAIM_PUBLISHED, "update claims set status = 'checking' where id = 1"),
        then=("select text from claims where id = 1", "Prices rose."),
    ),
    Rule(
        "readings_go_with_their_article",
        "an article that is deleted and restored under its id is read in full",
        "delete from articles where id = 2",
        given=(f"insert into article_readings values (1, '{'0' * 64}', 3, 1), (2, '{'0' * 64}', 3, 1)",),
        then=("select group_concat(article_id) from article_readings", "1"),
    ),
    *(
        Rule(
            "articles_are_no_version_of_themselves",
            reason,
            f"update articles set previous_id = {previous_id} where id = 1",
            Refused,
            given=TWO_LATER_VERSIONS,
        )
        for previous_id, reason in (
            (1, "an article does not follow itself"),
            (2, "two articles do not follow each other"),
            (
                3,
                "an article does not follow a version of a version of it: commands that read all versions would not end",
            ),
        )
    ),
    Rule(
        "articles_are_no_version_of_themselves",
        "an article may follow another version of the one it followed",
        "update articles set previous_id = 1 where id = 3",
        given=TWO_LATER_VERSIONS,
        then=("select previous_id from articles where id = 3", 1),
    ),
    Rule(
        "articles_are_no_version_of_themselves",
        "a circle of an older desk can be opened",
        "update articles set previous_id = null where id = 1",
        given=(
            "drop trigger articles_are_no_version_of_themselves",
            *TWO_LATER_VERSIONS,
            "update articles set previous_id = 3 where id = 1",
        ),
        then=("select previous_id from articles where id = 1", None),
    ),
    Rule(
        "articles_text_is_final",
        "spans rely on the text as it was read",
        "update articles set text = 'Something else.' where id = 1",
        Refused,
    ),
    Rule(
        "articles_text_is_final",
        "the text cannot be removed",
        "update articles set text = null, text_sha256 = null where id = 1",
        Refused,
    ),
    Rule(
        "articles_text_is_final",
        "an article filed without its text may get it later",
        f"update articles set text = 'Now read.', text_sha256 = '{'1' * 64}' where id = 2",
        then=("select text from articles where id = 2", "Now read."),
    ),
    Rule(
        "articles_text_is_final",
        "a transcript that is still being written may grow at its end",
        GROW,
        then=("select text from articles where id = 1", f"{TEXT} So be it."),
    ),
    Rule(
        "articles_text_is_final",
        "text appended by hand, without its hash, was not read",
        f"update articles set text = '{TEXT} So be it.' where id = 1",
        Refused,
    ),
    Rule(
        "articles_text_is_final",
        "the hash cannot change without the text",
        f"update articles set text_sha256 = '{'1' * 64}' where id = 1",
        Refused,
    ),
    Rule(
        "articles_text_is_final",
        "a text may grow only at its end",
        f"update articles set text = 'So: {TEXT}', text_sha256 = '{'1' * 64}' where id = 1",
        Refused,
    ),
    Rule(
        "articles_text_is_final",
        "a text that never grew cannot be cut",
        f"update articles set text = '{TEXT[:-1]}', text_sha256 = '{'2' * 64}' where id = 1",
        Refused,
    ),
    Rule(
        "articles_text_is_final",
        "undo cuts a text back to what it was before it grew",
        f"update articles set text = '{TEXT}', text_sha256 = '{'0' * 64}' where id = 1",
        given=(GROW,),
        then=("select old_row ->> 'text' from history order by id desc", f"{TEXT} So be it."),
    ),
    Rule(
        "articles_text_is_final",
        "the words to be cut are quoted",
        f"update articles set text = '{TEXT}', text_sha256 = '{'0' * 64}' where id = 1",
        Refused,
        given=(
            GROW,
            "insert into appearances (claim_id, article_id, span_start, span_end, quote)"
            " values (2, 1, 36, 44, 'So be it')",
        ),
    ),
    Rule(
        "articles_text_is_final",
        "it cannot be cut to other words, or further than it grew",
        f"update articles set text = '{TEXT[:-1]}', text_sha256 = '{'2' * 64}' where id = 1",
        Refused,
        given=(GROW,),
    ),
    Rule(
        "articles_text_is_final",
        "with the hash of what it was, it is cut to that and to no other words",
        f"update articles set text = 'Prices rose.', text_sha256 = '{'0' * 64}' where id = 1",
        Refused,
        given=(GROW, "delete from appearances"),
    ),
    Rule(
        "articles_text_is_final",
        "a line that ended may go on",
        LINE_GOES_ON,
        given=(ENDED_LINE,),
        then=("select text from articles where id = 9", "Prices fell by half."),
    ),
    Rule(
        "articles_text_is_final",
        "its end is quoted",
        LINE_GOES_ON,
        Refused,
        given=(
            ENDED_LINE,
            "insert into appearances (claim_id, article_id, span_start, span_end, quote)"
            " values (2, 9, 0, 12, 'Prices fell' || char(10))",
        ),
    ),
    Rule(
        "articles_text_is_final",
        "a title may be corrected",
        f"update articles set title = 'Prices', text = '{TEXT}' where id = 1",
        then=("select title from articles where id = 1", "Prices"),
    ),
    Rule(
        "appearances_span_holds_quote",
        "the words are one character further on",
        "insert into appearances (claim_id, article_id, span_start, span_end, quote)"
        " values (2, 1, 14, 20, 'prices')",
        InvalidSpan,
    ),
    Rule(
        "appearances_span_holds_quote",
        "an article without text contains no quote",
        "insert into appearances (claim_id, article_id, span_start, span_end, quote)"
        " values (2, 2, 0, 6, 'prices')",
        InvalidSpan,
    ),
    Rule(
        "appearances_span_holds_quote",
        "a span past the end is longer than its quote",
        "insert into appearances (claim_id, article_id, span_start, span_end, quote)"
        " values (2, 1, 30, 99, 'half.')",
        InvalidSpan,
    ),
    Rule(
        "appearances_span_holds_quote",
        "spans count code points: an accent and an emoji come before this one",
        "insert into appearances (claim_id, article_id, span_start, span_end, quote)"
        " values (2, 1, 15, 21, 'prices')",
        then=("select count(*) from appearances where claim_id = 2", 1),
    ),
    Rule(
        "appearances_span_still_holds_quote",
        "a quote cannot be reworded",
        "update appearances set quote = 'prices rose by half' where id = 1",
        InvalidSpan,
    ),
    Rule(
        "appearances_span_still_holds_quote",
        "a quote cannot move to an article that does not contain it",
        "update appearances set article_id = 2 where id = 1",
        InvalidSpan,
    ),
    Rule(
        "appearances_span_still_holds_quote",
        "a span cannot begin elsewhere than its quote",
        "update appearances set span_start = 14 where id = 1",
        InvalidSpan,
    ),
    Rule(
        "appearances_span_still_holds_quote",
        "a span cannot go on beyond the end of the text",
        "update appearances set span_end = 99 where claim_id = 2",
        InvalidSpan,
        given=(
            "insert into appearances (claim_id, article_id, span_start, span_end, quote)"
            " values (2, 1, 30, 35, 'half.')",
        ),
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
        judge(3, "same"),
        Refused,
        given=(judge(1, "same"), judge(2, "different")),
    ),
    Rule(
        "matches_same_is_possible",
        "the same with the sides swapped: the 'different' lies on the left",
        judge(2, "same"),
        Refused,
        given=(judge(1, "different"), judge(3, "same")),
    ),
    Rule(
        "matches_same_is_possible",
        "'unsure' contradicts nothing",
        judge(3, "same"),
        given=(judge(1, "same"), judge(2, "unsure")),
        then=("select count(distinct cluster_id) from claim_clusters", 1),
    ),
    Rule(
        "matches_same_is_possible",
        "a person may change the judgement of this very pair",
        judge(1, "same"),
        given=(judge(1, "different"),),
        then=("select judgement from matches where id = 1", "same"),
    ),
    Rule(
        "matches_different_is_possible",
        "1 = 2 = 3 already joins 1 and 3",
        judge(3, "different"),
        Refused,
        given=(judge(1, "same"), judge(2, "same")),
    ),
    Rule(
        "matches_different_is_possible",
        "taking back the only 'same' between the two is allowed",
        judge(1, "different"),
        given=(judge(1, "same"),),
        then=("select count(*) from claim_clusters", 0),
    ),
    Rule(
        "matches_deleted_joins_nothing",
        "a deleted pair no longer joins its claims",
        "delete from matches where id = 2",
        given=(judge(1, "same"), judge(2, "same")),
        then=("select group_concat(claim_id) from claim_clusters", "1,2"),
    ),
    Rule(
        "claims_are_parted",
        "claims that other judgements join stay together",
        judge(1, "unsure"),
        given=(judge(1, "same"), judge(2, "same"), judge(3, "same")),
        then=("select count(*) from claim_clusters where cluster_id = 1", 3),
    ),
    Rule(
        "claims_are_parted",
        "a claim that nothing joins any more leaves the cluster",
        judge(1, "unsure"),
        given=(judge(1, "same"), judge(2, "same")),
        then=("select group_concat(claim_id) from claim_clusters where cluster_id = 2", "2,3"),
    ),
    Rule(
        "claims_are_parted",
        "claims that are apart again are compared with all others: one of them may have stood for both",
        judge(1, "unsure"),
        given=(judge(1, "same"), judge(2, "same"), "delete from match_uncompared"),
        then=("select group_concat(claim_id) from match_uncompared", "1,2,3"),
    ),
    Rule(
        "claims_are_parted",
        "claims that other judgements join are not compared again",
        judge(1, "unsure"),
        given=(judge(1, "same"), judge(2, "same"), judge(3, "same"), "delete from match_uncompared"),
        then=("select count(*) from match_uncompared", 0),
    ),
    Rule(
        "matches_enter_unjudged",
        "a judgement inserted with the row would bypass the rules on updates",
        "insert into matches (left_id, right_id, score, suggestion, scorer, judgement)"
        " values (1, 2, 0.9, 'duplicate', 'test', 'same')",
        Refused,
        given=("delete from matches where id = 1",),
    ),
    Rule(
        "matches_pair_is_final",
        "a judgement cannot be moved to other claims",
        "update matches set left_id = 1 where id = 2",
        Refused,
        given=("delete from matches where id = 3", judge(2, "same")),
    ),
    Rule(
        "matches_pair_is_final",
        "not to another claim on the right either",
        "update matches set right_id = 3 where id = 1",
        Refused,
        given=("delete from matches where id = 3", judge(1, "same")),
    ),
    Rule(
        "matches_judged_are_not_replaced",
        "a new suggestion does not replace a judgement",
        "insert or replace into matches (left_id, right_id, score, suggestion, scorer)"
        " values (1, 2, 0.1, 'related', 'test')",
        Refused,
        given=(judge(1, "different"),),
    ),
    Rule(
        "matches_judged_are_not_replaced",
        "an unjudged pair may be suggested again",
        "insert or replace into matches (left_id, right_id, score, suggestion, scorer)"
        " values (1, 2, 0.1, 'related', 'test')",
        then=("select score from matches where left_id = 1 and right_id = 2", 0.1),
    ),
    Rule(
        "matches_judged_stay",
        "a new matcher does not change a pair that a person has judged",
        "; ".join(f"update matches set {change} where id = 1" for change in SCORED_ANEW),
        given=(judge(1, "same"),),
        then=(
            "select count(*) from matches as judged join matches as other using (suggestion, score, reasons, differences, scorer)"
            " where judged.id = 1 and other.id = 2",
            1,
        ),
    ),
    Rule(
        "matches_judged_stay",
        "an unjudged pair may be scored again",
        "update matches set score = 0.1 where id = 1",
        then=("select score from matches where id = 1", 0.1),
    ),
    Rule(
        "matches_judged_by",
        "a judgement records who made it",
        judge(1, "same"),
        then=("select judged_by from matches where id = 1", "ana"),
    ),
    Rule(
        "matches_judge_is_actor",
        "nobody judges a pair in someone else's name",
        "update matches set judgement = 'same', judged_by = 'ben', judged_at = '2024-05-01T10:00:00.000Z' where id = 1",
        Refused,
    ),
    Rule(
        "matches_judge_is_actor",
        "a judgement of somebody else is not changed under their name, by another time",
        "update matches set judgement = 'different', judged_at = '2024-05-01T10:00:00.000Z' where id = 1",
        Refused,
        given=(("ben", judge(1, "same")),),
    ),
    Rule(
        "matches_judge_is_actor",
        "an undo restores a judgement with who made it and when",
        "update matches set (judgement, judged_by, judged_at) = ("
        "select new_row ->> 'judgement', new_row ->> 'judged_by', new_row ->> 'judged_at' from history"
        " where table_name = 'matches' and actor = 'ben' order by id desc limit 1) where id = 1",
        # At another time: within one millisecond it would be one judgement.
        given=(
            (
                "ben",
                "update matches set judgement = 'same', judged_by = 'ben', judged_at = '2024-05-01T10:00:00.000Z' where id = 1",
            ),
            judge(1, "different"),
        ),
        then=("select judgement || judged_by from matches where id = 1", "sameben"),
    ),
    Rule(
        "matches_judged_by",
        "a judgement records its time",
        judge(1, "same"),
        then=("select judged_at like '20__-__-__T%Z' from matches where id = 1", 1),
    ),
    Rule("history_is_not_updated", "history cannot be changed", "update history set actor = 'ben'", Refused),
    Rule("history_is_not_deleted", "history cannot be deleted", "delete from history", Refused),
    Rule(
        "history_is_not_replaced",
        "history cannot be replaced",
        "insert or replace into history (id, table_name, row_id, operation) values (1, 'claims', 1, 'insert')",
        Refused,
    ),
    Rule(
        "audit_context_stays",
        "without its row every later change would have no actor",
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
        "a reworded claim is not found by its old words",
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
        "articles_fts_insert",
        "a new article is found",
        f"insert into articles (id, text, text_sha256) values (9, 'Rents doubled.', '{'9' * 64}')",
        then=("select rowid from articles_fts where articles_fts match 'rent'", 9),
    ),
    Rule(
        "articles_fts_update",
        "a title added later is found",
        "update articles set title = 'Rents' where id = 1",
        then=("select rowid from articles_fts where articles_fts match 'rent'", 1),
    ),
    Rule(
        "articles_fts_update",
        "a corrected title is not found by its old words",
        "update articles set title = 'Wages' where id = 1",
        given=("update articles set title = 'Rents' where id = 1",),
        then=("select count(*) from articles_fts where articles_fts match 'rent'", 0),
    ),
    Rule(
        "articles_fts_update",
        "words at which a text has grown are found",
        f"update articles set text = '{TEXT} Rents rose.', text_sha256 = '{'1' * 64}' where id = 1",
        then=("select count(*) from articles_fts where articles_fts match 'rent'", 1),
    ),
    Rule(
        "articles_fts_delete",
        "a deleted article is not found",
        "delete from articles where id = 1",
        given=("delete from appearances",),
        then=("select count(*) from articles_fts where articles_fts match 'prices'", 0),
    ),
]
