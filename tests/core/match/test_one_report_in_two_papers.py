"""How two newspapers word one report, and pairs that only look like that."""

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

ROWS = [
    ("The plane is thought to have lost its wing over the sea near Dorra.", "The plane had lost its wing over the sea near Dorra.", "related", '"plane" is not "plan"'),
    ("The poll by Meld has a margin of error of 3 percentage points either way.", "The poll by Meld has a margin of error of 3 percent either way.", "duplicate", "a margin of error"),
    ("Support for the premier fell by 3 percentage points in the poll by Meld.", "Support for the premier fell by 3 percent in the poll by Meld.", "conflict", "but no margin"),
    ("South Korea sold 200 rockets to the rebels in the spring of 2019.", "Korea sold 200 rockets to the rebels in the spring of 2019.", "related", "Korea may be South Korea"),
    ("North Korea sold 200 rockets to the rebels in the spring of 2019.", "Korea sold 200 rockets to the rebels in the spring of 2019.", "conflict", "but hardly North Korea"),
    ("The man was not charged over the crash because Moor had been asleep.", "The man was not charged over the crash because the victim had been asleep.", "related", "a cause by name and by description"),
    ("The clerk lost his job because Moor lied to the inquiry.", "The clerk lost his job because Halden lied to the inquiry.", "conflict", "a reason with two names"),
    ("Torvik had wanted to publish its figures for the year on Tuesday.", "The Essen-based company had wanted to publish its figures for the year on Tuesday.", "related", "a home town"),
    ("The leaders of the OECD met in Dorra in May to talk about taxes on coal.", "The leaders of the Organisation for Economic Cooperation and Development met in Dorra in May to talk about taxes on coal.", "related", "an acronym"),
    ("Workers in Marn demonstrated against the closure of the mill on Friday.", "Workers in Marn protested the closure of the mill on Friday.", "duplicate", "protested what they demonstrated against"),
    ("Workers in Marn demonstrated for the closure of the mill on Friday.", "Workers in Marn protested the closure of the mill on Friday.", "conflict", "but not what they demonstrated for"),
    ("The spy learned of his wife's work at the IAEA in the spring of 2003.", "The spy learned of his wife's work at the agency in the spring of 2003.", "related", "an organisation by its kind"),
    ("The Senate confirmed Iva Prost as a judge in May.", "The king confirmed Iva Prost as a judge in May.", "conflict", "an organisation and somebody else"),
    ("Halden closed its last two paper mills in the spring of 2019.", "Harden closed its last two paper mills in the spring of 2019.", "conflict", "a name one letter from a word"),
    ("Goverment closed its last two paper mills in the spring of 2019.", "Government closed its last two paper mills in the spring of 2019.", "duplicate", "a misprint in a news word"),
    ("Sterling fell by two percent against the dollar after the budget.", "The pound fell by two percent against the dollar after the budget.", "duplicate", "sterling, the pound"),
    ("The deputy president of Velland was arrested at the airport on Monday.", "The vice-president of Velland was arrested at the airport on Monday.", "duplicate", "deputy, vice"),
    ("The deputy mayor of Dorra was arrested at the airport on Monday night.", "The mayor of Dorra was arrested at the airport on Monday night.", "conflict", 'with and without "deputy"'),
    ("Workmen found the remains of a Roman bath below the market hall.", "Workers found the remains of a Roman bath below the market hall.", "duplicate", "workmen, workers"),
    ("Bobby Falk resigned as head of the port of Dorra on Monday evening.", "Robert Falk resigned as head of the port of Dorra on Monday evening.", "duplicate", "a nickname"),
    ("Bobby Falk resigned as head of the port of Dorra on Monday evening.", "Rudolf Falk resigned as head of the port of Dorra on Monday evening.", "conflict", "another first name"),
    ("Unless the court agrees, the mine in Vell will close in May.", "Only if the court agrees will the mine in Vell close in May.", "conflict", '"unless" and "only if" at the beginning'),
    ("If the court agrees, the mine in Vell will close in May.", "The mine in Vell will close in May if the court agrees.", "duplicate", "a condition before and after"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_two_wordings_of_one_report_are_distinguished_from_lookalikes(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)


def test_a_quotation_is_not_taken_for_a_description_of_its_speaker():
    comparison = compare(
        Statement(
            '"The audit confirms that the mayor lied," Ada Moor, a clerk of the bank, said in a release.'
        ),
        Statement('"The audit confirms that the mayor lied," said Ada Moor, a clerk of the Bank of Dorra.'),
    )
    assert comparison.suggestion is not Suggestion.CONFLICT


def test_the_stronger_of_two_reasons_replaces_the_weaker():
    comparison = compare(
        Statement("The mill in Dorra closed in May"), Statement("The mill in Dorra was closed in May")
    )
    assert "share most of their rare words" in comparison.reasons
    assert "share rare words" not in comparison.reasons
