"""What the database asks of claims, articles, appearances, matches and names, and of its own records."""

from claimtrack.core.errors import InvalidSpan, InvalidTransition, InvalidValue, Refused
from tests.store.rules.rule import OUT, TEXT, Rule


def judged(match_id, judgement):
    return f"update matches set judgement = '{judgement}' where id = {match_id}"


RULES = [
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
]
