"""A denial of two acts together denies each, and is not a denial of the first alone."""

from tests.tables import each_row

ONE = [
    ("The company did not pay taxes or file accounts last year", "The company did not pay taxes and did not file accounts last year", "each by itself"),
    ("The minister has not read the report or seen the letter", "The minister has not read the report and has not seen the letter", "in the perfect"),
    ("The council never approved the plan or published it", "The council never approved the plan and never published it", 'with "never"'),
    ("The bank will not raise fees or cut rates", "The bank will not raise fees and will never cut rates", 'with "will never"'),
    ("The firm did not pay its 12 drivers or tell them why", "The firm did not pay its 12 drivers and didn't tell them why", "a contraction"),
]  # fmt: skip
TWO = [
    ("The company did not pay taxes or file accounts last year", "The company did not pay taxes and filed accounts last year", "the second was done"),
    ("The firm did not pay its 12 drivers or tell them why", "The firm did not pay its 12 drivers and told them why", "a verb with another past"),
    ("Miller did not win the vote or concede", "Miller did not win the vote but conceded", 'with "but"'),
    ("The firm did not cut jobs or close plants", "The firm did not cut jobs and did not keep plants", "the opposite is denied"),
    ("The bank will not raise fees or cut rates this year", "The bank will not raise fees and will not cut wages this year", "another thing is denied"),
    ("The company did not pay taxes or file accounts", "The company did not pay taxes and may not file accounts", "a possibility is not a denied past"),
    ("The bank will not raise fees or cut rates", "The bank will not raise fees and did not cut rates", "a denied past is not a denied future"),
]  # fmt: skip


@each_row(("a", "b", "reason"), ONE)
def test_a_denial_of_two_acts_together_denies_each(a, b, assert_duplicate):
    assert_duplicate(a, b)


@each_row(("a", "b", "reason"), TWO)
def test_an_act_reported_as_done_contradicts_a_joint_denial(a, b, assert_suggested):
    assert_suggested(a, b, "conflict")
