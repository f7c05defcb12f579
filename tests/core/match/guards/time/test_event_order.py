"""What precedes something in one statement follows it in the other, in any wording."""

from tests.tables import each_row

TURNED = [
    ("The bank warned its clients before the trial began.", "The trial had already begun when the bank warned its clients."),
    ("Torv closed its mine after the flood in Marn.", "Torv's mine closed ahead of the flood in Marn."),
    ("The mayor resigned once the audit was published.", "The mayor had resigned by the time the audit was published."),
    ("First the pipeline leaked and then the pump failed.", "The leak in the pipeline followed the failure of the pump."),
    ("The striker signed for Vell before he had passed the medical test.", "Only after he had passed the medical test did the striker sign for Vell."),
    ("Rents in Dorra rose in the months leading up to the election.", "Rents in Dorra rose in the months that followed the election."),
    ("By the time police arrived, the gunmen had fled the bank.", "Police arrived before the gunmen fled the bank."),
    ("The dam broke an hour before the alarm sounded in Kell.", "The alarm in Kell sounded an hour before the dam broke."),
    ("The recall of the toys preceded the death of the child in Oslen.", "The recall of the toys followed the death of the child in Oslen."),
    ("The senate voted, and afterwards the bill was changed.", "The bill was changed before the senate voted."),
]  # fmt: skip
KEPT = [
    ("The bank warned its clients before the trial began.", "The trial began after the bank had warned its clients."),
    ("Torv closed its mine after the flood in Marn.", "Following the flood in Marn, Torv closed its mine."),
    ("The mayor resigned once the audit was published.", "When the audit was published, the mayor resigned."),
    ("First the pipeline leaked and then the pump failed.", "The failure of the pump followed the leak in the pipeline."),
    ("Only after he had passed the medical test did the striker sign for Vell.", "The striker passed the medical test before he signed for Vell."),
    ("Rents in Dorra rose in the months leading up to the election.", "In the months before the election rents in Dorra went up."),
    ("By the time police arrived, the gunmen had fled the bank.", "The gunmen had already fled the bank when police arrived."),
    ("The dam broke an hour before the alarm sounded in Kell.", "The alarm in Kell sounded an hour after the dam broke."),
    ("The recall of the toys preceded the death of the child in Oslen.", "The child in Oslen died after the recall of the toys."),
    ("Moor left Vell before the season ended and joined Torv after the season.", "Moor, who joined Torv after the season, had left Vell before it ended."),
    ("The firm opened its mine before the vote and shut it after the vote in Marn.", "After the vote in Marn the firm shut the mine that it had opened before it."),
    ("Rents rose ahead of the election and fell after the vote in Dorra.", "Before the election in Dorra rents rose; after it they fell."),
    ("Rents rose 4 percent before the vote and 2 percent after the vote.", "Rents were up 2 percent after the vote, having risen 4 percent before the vote."),
]  # fmt: skip


@each_row(("a", "b"), TURNED)
def test_another_order_of_two_events_is_a_conflict(a, b, assert_suggested):
    assert_suggested(a, b, "conflict")


@each_row(("a", "b"), KEPT)
def test_the_same_order_stated_from_either_end_is_not_a_conflict(a, b, assert_no_conflict):
    assert_no_conflict(a, b)
