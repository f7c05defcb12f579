"""Two names in the same role of two statements that otherwise say the same."""

from tests.tables import each_row

RIVALS = [
    ("Two miners died when a shaft collapsed in the town of Dorra on Monday.", "On Monday a shaft collapse near Oslen killed two miners.", "the place"),
    ("Police in Marn arrested eleven men over the theft of the painting.", "Eleven men have been arrested by Kell police because the painting was stolen.", "of the same organisation"),
    ("Cases of bolefever tripled in the valley of Dorra within a year.", "In one year, cases of tarnpox rose threefold in Dorra valley.", "unlisted words"),
    ("The governor of Velland vetoed a ban on vapes in May.", "In May a ban on vapes was vetoed by Norrin's governor.", '"of" and a possessive'),
    ("The council of Merle fined the brewery 4,000 euros for noise.", "The brewery was fined 4,000 euros by Oslen council because of noise.", "before and after the noun"),
    ("The brewery Torvik sold 40 of its pubs to a Danish chain.", "To a chain from Denmark, Hardanger sold 40 of its pubs.", "the agent"),
]  # fmt: skip
NO_RIVALS = [
    ("Two miners died when a shaft collapsed in the town of Dorra on Monday.", "On Monday a shaft collapse in the Vell region killed two miners, police in Dorra say.", "a place within another"),
    ("The plant of Torvik in Dorra will close in May with the loss of 400 jobs.", "Some 400 jobs will go when Torvik shuts its factory in May, the Dorra Herald reports.", "the reporting outlet"),
    ("The party won 40 of the 90 seats in the Folkting.", "Of the parliament's 90 seats the party took 40.", "a name and a thing"),
    ("The Dorran president resigned over the leak on Friday.", "Over the leak, President Halden resigned on Friday.", "a country and a name"),
    ("Man Utd sacked their coach after five defeats in a row.", "Manchester United's coach was dismissed after five straight defeats.", "shortened"),
    ("Glaciers in the Alps lost a tenth of their ice in two years.", "In two years Alpine glaciers lost a tenth of their ice.", "in another form"),
    ("A bomb went off in a market in northern Velland and killed six.", "Six people were killed when a bomb exploded in a market in Kadu, Velland.", "more exactly"),
    ("The captain of the Lona Maris was jailed for 16 years.", "Verrano was sent to prison for 16 years.", "a description and a name"),
    ("Only one witness saw what went on in the pilothouse of the ferry.", "What went on in the ferry's wheelhouse was seen by one witness only.", "two words with one ending"),
]  # fmt: skip


@each_row(("a", "b", "reason"), RIVALS)
def test_two_names_in_the_same_role_conflict(a, b, assert_suggested):
    assert_suggested(a, b, "conflict")


@each_row(("a", "b", "reason"), NO_RIVALS)
def test_names_that_can_both_be_right_do_not_conflict(a, b, assert_no_conflict):
    assert_no_conflict(a, b)
