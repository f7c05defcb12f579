"""Two claims joined in one sentence: where it may be divided."""

from claimtrack.core.desk.joined import find_joints
from tests.tables import each_row


@each_row(
    ("sentence", "parts"),
    [
        (
            "Rents rose by a tenth; wages fell by a fifth",
            [("Rents rose by a tenth", "wages fell by a fifth")],
        ),
        ("Rents rose by a tenth, but wages fell a lot", [("Rents rose by a tenth", "wages fell a lot")]),
        ("Rents rose by a tenth and wages fell a lot", [("Rents rose by a tenth", "wages fell a lot")]),
        # A claim has at least four words.
        ("Rents and wages in the city rose by a tenth", []),
        # What he denied goes for both claims.
        ("He denied that rents rose and that wages fell a lot", []),
        # After "but", it does not.
        (
            "He denied that rents rose, but wages fell a lot",
            [("He denied that rents rose", "wages fell a lot")],
        ),
    ],
)
def test_a_sentence_is_divided_where_it_may_join_two_claims(sentence, parts):
    joints = find_joints(sentence, 0, len(sentence))
    assert [(sentence[:end], sentence[start:]) for end, start in joints] == parts
