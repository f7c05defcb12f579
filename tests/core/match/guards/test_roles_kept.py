"""Where something is done is not who does it, and two words that mean the same cannot change places."""

from tests.tables import each_row

ROWS = [
    ("The man was calmly driving a tractor by the lake in Malm", "The man was driving a tractor by the lake in Malm", "related", "an adverb"),
    ("The boy was eating a pear by a tree when he was shot", "The boy was eating a pear when he was shot", "related", "beside a tree"),
    ("The bill is being blocked by the senate in Norland this week", "The senate is blocking the bill in Norland this week", "duplicate", "the passive"),
    ("The senate is being blocked by the bill in Norland this week", "The senate is blocking the bill in Norland this week", "conflict", "the other way round"),
    ("Twenty boats are competing in the race round the island", "Twenty boats are racing in the competition round the island", "duplicate", "one thing twice"),
    ("Farmers are suing the fishers over the lake in Malm", "Fishers are suing the farmers over the lake in Malm", "conflict", "two parties"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_only_what_changes_roles_is_a_conflict(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)
