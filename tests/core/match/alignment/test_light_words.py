"""Light words that replace each other name different acts, and denying a word is weaker than asserting its opposite."""

from tests.tables import each_row

ROWS = [
    ("The wages of the cooks in Malm did not rise in May", "The wages of the cooks in Malm fell in May", "related", "not rising is not falling"),
    ("The treaty of the two parishes was kept in Malm in 1993", "The treaty of the two parishes was torn up in Malm in 1993", "conflict", "kept, torn up"),
    ("The parish of Malm has got to close two of its wells", "The parish of Malm has closed two of its wells", "related", "got to"),
    ("The parish of Malm has got to close two of its wells", "The parish of Malm has to close two of its wells", "duplicate", "got to, to"),
    ("The guild expelled 300 members in the spring of 2021", "In the spring of 2021, 300 people became members of the guild", "related", "expelled, became"),
    ("No wells were dug by the parish of Malm in May", "0 wells were dug by the parish of Malm in May", "duplicate", "a zero in digits"),
    ("No injuries were told of by the parish of Malm in May", "0 injuries were told of by the parish of Malm in May", "duplicate", "zero before a word that begins as in does"),
    ("Malm raised the minimum wage of its cooks by 20% in May", "Malm raised its cooks' minimum wage 20 percent in May", "duplicate", "a minimum wage is not a bound"),
    ("The parish of Malm paid $0 for all of its wells", "The parish of Malm paid nothing for all of its wells", "duplicate", "a sum of zero"),
    ("The concert of the cooks in Malm was put off because of snow", "The concert of the cooks in Malm was called off because of snow", "conflict", "put off, called off"),
    ("The concert of the cooks in Malm was put off because of snow", "The concert of the cooks in Malm was postponed because of snow", "duplicate", "put off, postponed"),
    ("The brewery in Malm will keep open its ferry until May", "The brewery in Malm will not close its ferry until May", "related", "kept open, not closed"),
    ("Forty cooks got nine euros for each barrel of beer", "Forty cooks were given nine euros for each barrel of beer", "duplicate", "being given is getting"),
    ("The beer sold on the ferry in Malm was tax-free last year", "The beer sold on the ferry in Malm was untaxed last year", "duplicate", "tax-free, untaxed"),
    ("The brewery in Malm refuses to pay its forty cooks", "The brewery in Malm will not pay its forty cooks", "duplicate", "refuses, will not"),
    ("The cook of the ferry is not alive, brewers in Malm say", "The cook of the ferry is dead, brewers in Malm say", "duplicate", "not alive is dead"),
    ("The cooks kept out the brewers at the gates of Malm", "The cooks brought in the brewers at the gates of Malm", "conflict", "kept out, brought in"),
    ("The cook went into the old brewery in Malm on Sunday", "The cook was kept out of the old brewery in Malm on Sunday", "conflict", "into, out of"),
    ("The cooks carried beer into the brewery and out of the brewery in Malm on Sunday", "The cooks carried beer into the brewery in Malm on Sunday", "duplicate", "into and out of, into"),
    ("The brewery bought up the shares in the ferry in Malm", "The brewery sold off the shares in the ferry in Malm", "conflict", "bought up, sold off"),
    ("The brewery bought up the shares in the ferry in Malm", "The brewery bought the shares in the ferry in Malm", "duplicate", "bought up, bought"),
    ("The brewers in Malm went over to serving cider in 2015", "The brewers in Malm switched to serving cider in 2015", "related", "went over, switched"),
    ("Beer keeps leaking from the old ferry off the coast of Malm", "Beer is still leaking from the old ferry off the coast of Malm", "duplicate", "keeps, still"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_replaced_light_words_and_weaker_denials_are_not_duplicates(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)
