"""What is said of each doubt, and with which commands it is settled; on a page, without the commands."""

from claimtrack.core.desk.doubts import Doubt, describe
from claimtrack.core.steps import commands_in
from tests.tables import each_row

NOTE = "claimtrack note 4 TEXT --settles-doubt"
CORRECT = "claimtrack review correct 7 --note WHY"
STEPS = {
    Doubt.HELD: ["claimtrack review release 7", CORRECT, "claimtrack review withdraw 7 --note WHY"],
    Doubt.WITHDRAWN: ["claimtrack review draft 4", "claimtrack status 4 parked", NOTE],
    Doubt.EVIDENCE_RETRACTED: [CORRECT, NOTE],
    Doubt.ARTICLE_WITHDRAWN: [CORRECT, NOTE],
    Doubt.ARTICLE_CHANGED: [CORRECT, NOTE],
}


@each_row("doubt", list(Doubt))
def test_each_doubt_names_the_steps_that_settle_it(doubt):
    told = describe({"doubt": doubt, "claim_id": 4, "review_id": 7, "reworded_as": []})
    assert commands_in(told) == STEPS[doubt]
    assert "claimtrack" not in told.page
    assert "perhaps" not in told


def test_a_changed_article_names_the_claims_that_may_be_meant():
    told = describe({"doubt": Doubt.ARTICLE_CHANGED, "claim_id": 4, "review_id": 7, "reworded_as": [8, 9]})
    assert "no longer has the claim (perhaps it now reads: claims 8, 9): see whether" in told
