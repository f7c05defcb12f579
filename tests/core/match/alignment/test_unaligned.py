"""A word that only has a related word in the other statement makes the two related: of the same stem or in another sense."""

from claimtrack.core.model import Suggestion
from tests.core.match.comparing import both_ways
from tests.tables import each_row

RELATED_WORDS = [
    ("The number of bankers in Zurich fell by four percent in 2021, the union said", "The number of banks in Zurich fell by four percent in 2021, the union said", "people and institutions"),
    ("The novelist from the village in Moravia was praised in Prague in 2019", "The novel from the village in Moravia was praised in Prague in 2019", "author and book"),
    ("Critics of the patients in Ghent were moved to the port of Oslo in May", "Critical patients in Ghent were moved to the port of Oslo in May", "a capital that marks no name"),
    ("The smuggler of the ivory was known to the police in Mombasa for years", "The smuggling of the ivory was known to the police in Mombasa for years", "agent and act"),
    ("The moral of the army in the north is low, the general told reporters", "The morale of the army in the north is low, the general told reporters", "a final e"),
    ("The striker missed the last match of the season in Bremen after the row", "The striker boycotted the last match of the season in Bremen after the row", "words on the same side"),
    ("The bank in Turin owned three hotels on the island of Vis in 2019", "The bank in Turin sold three hotels on the island of Vis in 2019", "words on the same side"),
    ("Shares in the carmaker halved after the recall of the electric vans", "Shares in the carmaker fell after the recall of the electric vans", "an amount without a number"),
    ("The hospital in Tromso employs 400 nurses, most of them from Poland", "The hospital in Tromso recruited 400 nurses, most of them from Poland", "a neighbouring sense"),
    ("A senator from Ohio blocked the bill on the pensions of miners on Thursday", "The senate of Ohio blocked the bill on the pensions of miners on Thursday", "a person and an organisation"),
    ("The council let its flats by the harbour in Cork for 900 euros a month", "The council rented its flats by the harbour in Cork for 900 euros a month", "who pays"),
    ("The lawyer's attorney was disbarred in Ohio in 2019 for lying to the court", "The lawyer was disbarred in Ohio in 2019 for lying to the court", "a possessor by the same word"),
    ("The vote on the budget of the region was held in Trieste on Wednesday", "The vote on the budget of the region was suspended in Trieste on Wednesday", "in another sense"),
]  # fmt: skip
THE_SAME = [
    ("The court annulled the election of the new mayor of Porto in 2018", "The election of the new mayor of Porto in 2018 has been annulled by the court", "forms of a verb"),
    ("The ministry imposed a tax on empty flats in the old town in 2018", "The imposition of a tax on empty flats in the old town in 2018 was the ministry's", "a participle and its noun"),
    ("Prices rose by 12 percent in the eastern half of the island in May", "Prices rose by 12 percent in the east half of the island in May", "a point of the compass"),
    ("The bank's shares lost 12 percent on Tuesday after the report on the mine", "The bank's shares fell 12 percent on Tuesday after the report on the mine", "an amount with a number"),
    ("The old bridge over the Tarn in Kell is not safe for lorries in winter", "The old bridge over the Tarn in Kell is dangerous for lorries in winter", "a side expressed by a negation"),
    ("The schools by the river in Brenta reopened after the storm in May", "The schools by the river in Brenta are open again after the storm in May", "re- is again"),
    ("MPs in Nairobi rejected the tax on bread in the spring of 2020", "Parliament in Nairobi rejected the tax on bread in the spring of 2020", "people for their organisation"),
]  # fmt: skip


@each_row(("a", "b", "reason"), RELATED_WORDS)
def test_a_word_aligned_only_with_a_related_word_makes_the_pair_related(a, b):
    for comparison in both_ways(a, b):
        assert comparison.suggestion is Suggestion.RELATED
        assert comparison.differences


@each_row(("a", "b", "reason"), THE_SAME)
def test_forms_of_a_word_and_equivalent_expressions_are_duplicates(assert_duplicate, a, b):
    assert_duplicate(a, b)
