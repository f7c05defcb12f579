"""A less exact statement is not another fact, except where all, none or the first of the things are meant."""

from tests.tables import each_row

ROWS = [
    ("A man was held after the fire in Malm on Monday", "A person was held after the fire in Malm on Monday", "related", "a person"),
    ("Two men were held after the fire in Malm on Monday", "Two people were held after the fire in Malm on Monday", "related", "a number of people"),
    ("A boy was struck by a lorry in Malm on Monday", "A child was struck by a lorry in Malm on Monday", "related", "a child of either sex"),
    ("A cyclist was struck by a lorry in Malm on Monday", "A woman was struck by a lorry in Malm on Monday", "related", "an agent noun"),
    ("Somebody was struck by a lorry in Malm on Monday", "A person was struck by a lorry in Malm on Monday", "related", "anybody at all"),
    ("Police in Malm shot a dog in the street on Monday", "Police in Malm shot an animal in the street on Monday", "related", "an animal"),
    ("The thief had a knife when he entered the bank", "The thief had a weapon when he entered the bank", "related", "a thing"),
    ("The mayor was convicted of murder by the court in May", "The mayor was convicted of a crime by the court in May", "related", "an act"),
    ("A hospital was hit by a rocket in Malm on Friday", "A building was hit by a rocket in Malm on Friday", "related", "a house"),
    ("A man was held after the fire in Malm on Monday", "A woman was held after the fire in Malm on Monday", "conflict", "another sex"),
    ("Police in Malm shot a dog in the street on Monday", "Police in Malm shot a cat in the street on Monday", "conflict", "another animal"),
    ("The thief had a knife when he entered the bank", "The thief had a gun when he entered the bank", "conflict", "another thing"),
    ("A monk was struck by a lorry in Malm on Monday", "A woman was struck by a lorry in Malm on Monday", "conflict", "not a woman"),
    ("Most women in Malm support the new law on rents", "Most people in Malm support the new law on rents", "conflict", "most of another group"),
    ("60 percent of women in Malm support the new law", "60 percent of people in Malm support the new law", "conflict", "a share of another group"),
    ("Women in Malm live longer than they did in 1990", "People in Malm live longer than they did in 1990", "conflict", "all of them"),
    ("She was the first woman to lead the central bank", "She was the first person to lead the central bank", "conflict", "the first of another group"),
    ("He was the oldest man in the world when he died", "He was the oldest person in the world when he died", "conflict", "a superlative of another group"),
    ("No dog may enter the park in Malm after six", "No animal may enter the park in Malm after six", "conflict", "none of another group"),
    ("3 million women are out of work in Norland this year", "3 million people are out of work in Norland this year", "conflict", "a number of another group"),
    ("The fire began in the kitchen of the hotel in Malm", "The fire began in the dining room of the hotel in Malm", "conflict", "a certain room"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_a_less_exact_statement_is_not_a_conflict(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)
