"""Names that stand for one another."""

from claimtrack.core.errors import Refused
from tests.store.rules.rule import CITED, CORRECTION, PUBLISHED, Rule, by_ben

ELSEWHERE = "insert into evidence (id, claim_id, url) values (2, 2, 'https://b.example')"
NAMES = "insert into claimants (id, name) values (1, 'Jane Doe'), (2, 'Doe'), (3, 'the mayor')"
DOE = "update claimants set name_of_id = 1 where id = 2"
PERSONS = "update claimants set kind = 'person'"
DOES_CLAIM = "update claims set claimant_id = 2 where id = 1"

RULES = [
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
