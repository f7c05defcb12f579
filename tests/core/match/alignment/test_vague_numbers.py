"""A vague number word does not contradict a number that it may stand for."""

from tests.tables import each_row

ROWS = [
    ("Two officers were hurt in the riot in Malm on Friday", "Some officers were hurt in the riot in Malm on Friday", "related", "at least two"),
    ("Five officers were hurt in the riot in Malm on Friday", "Several officers were hurt in the riot in Malm on Friday", "related", "a few"),
    ("Five officers were hurt in the riot in Malm on Friday", "A few officers were hurt in the riot in Malm on Friday", "related", "a few"),
    ("40 officers were hurt in the riot in Malm on Friday", "Dozens of officers were hurt in the riot in Malm on Friday", "related", "about that many"),
    ("Two officers were hurt in the riot in Malm on Friday", "A pair of officers were hurt in the riot in Malm on Friday", "related", "two"),
    ("A few officers were hurt in the riot in Malm on Friday", "Some officers were hurt in the riot in Malm on Friday", "related", "in two words"),
    ("Two officers were hurt in the riot in Malm on Friday", "Many officers were hurt in the riot in Malm on Friday", "conflict", "not many"),
    ("400 officers were hurt in the riot in Malm on Friday", "A few officers were hurt in the riot in Malm on Friday", "conflict", "not few"),
    ("Three officers were hurt in the riot in Malm on Friday", "A pair of officers were hurt in the riot in Malm on Friday", "conflict", "not two"),
    ("Two officers were hurt in the riot in Malm on Friday", "All officers were hurt in the riot in Malm on Friday", "conflict", "all that exist"),
    ("Two officers were hurt in the riot in Malm on Friday", "No officers were hurt in the riot in Malm on Friday", "conflict", "none"),
    ("Two officers were hurt in the riot in Malm on Friday", "Three officers were hurt in the riot in Malm on Friday", "conflict", "two numbers"),
    ("The governor commuted the sentences of 1,500 people in December last year", "The governor commuted sentences 1,500 times in December last year", "related", "people or times"),
    ("The clerk was stabbed twelve times in the yard in Malm on Friday", "The clerk was stabbed with twelve knives in the yard in Malm on Friday", "related", "times or knives"),
    ("One officer was hurt in the riot in Malm on Friday", "Some officers were hurt in the riot in Malm on Friday", "conflict", "only one"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_a_vague_number_word_conflicts_only_with_numbers_it_excludes(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)
