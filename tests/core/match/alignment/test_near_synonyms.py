"""Near-synonyms that name different facts in the same position: another person, sum or step."""

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion
from tests.core.match.comparing import both_ways
from tests.tables import each_row

CONFLICT = [
    ("Campers pay the island 90,000 crowns a week, the harbour master says", "Campers cost the island 90,000 crowns a week, the harbour master says", "who pays"),
    ("Apprentices at the yard in Malm pay 400 crowns a month in winter", "Apprentices at the yard in Malm earn 400 crowns a month in winter", "who receives it"),
    ("The father of the goalkeeper sold the house in Malm in April", "The parents of the goalkeeper sold the house in Malm in April", "one of two"),
    ("The ward in Malm was shut for nine days after the flood", "The hospital in Malm was shut for nine days after the flood", "a part"),
    ("The doctor of the Malm Gazette was robbed on the ferry", "The editor of the Malm Gazette was robbed on the ferry", "to doctor is to edit"),
    ("The harbour master of Malm was arrested over the missing boats", "The harbour master of Malm was jailed over the missing boats", "a step"),
    ("Ada Orme was elected head of the harbour board in Malm in 2018", "Ada Orme was appointed head of the harbour board in Malm in 2018", "who chose her"),
    ("The goalkeeper and the singer from Malm divorced in April 2020", "The goalkeeper and the singer from Malm separated in April 2020", "a step"),
]  # fmt: skip
RELATED = [
    ("The cook is suspected of setting the barn in Malm on fire", "The cook is accused of setting the barn in Malm on fire", "a step"),
    ("A suspect in the barn fire at Malm broke his leg on Sunday", "A defendant in the barn fire at Malm broke his leg on Sunday", "a legal status"),
    ("The median income in Malm fell to 19,000 crowns in 2021", "The median salary in Malm fell to 19,000 crowns in 2021", "an income"),
    ("The parish backed the sale of the mill to the brewers", "The parish adopted the sale of the mill to the brewers", "favoured or done"),
    ("Orme was nominated as head of the harbour board in Malm", "Orme was appointed as head of the harbour board in Malm", "a step of an office"),
    ("A sailor was killed by two soldiers in the port of Malm on Friday", "A sailor was murdered by two soldiers in the port of Malm on Friday", "on purpose"),
    ("The bill bars cooks from selling ale on the ferry to Malm", "The law bars cooks from selling ale on the ferry to Malm", "not yet law"),
    ("The strike at the mill in Malm went on for nine hours", "The attack at the mill in Malm went on for nine hours", "one word with two meanings"),
    ("A cook from Malm shot a wolf by the mill on Sunday", "A cook from Malm filmed a wolf by the mill on Sunday", "one word with two meanings"),
    ("The customs in Malm found nine barrels of drugs on Sunday", "The customs in Malm found nine barrels of medicines on Sunday", "one word with two meanings"),
    ("The cook of the ferry to Malm had caught influenza on a farm in May", "The cook of the ferry to Malm had caught bird flu on a farm in May", "one of several"),
    ("The harbour master fled Malm two days before the vote", "The harbour master left Malm two days before the vote", "the reason for leaving"),
    ("The brewer died in his barn on the island of Malm", "The brewer was killed in his barn on the island of Malm", "the cause of death"),
    ("The parish claimed that the mill of Malm had been sold", "The parish confirmed that the mill of Malm had been sold", "whether it is confirmed"),
    ("The former head of the harbour board paid for the boat", "The previous head of the harbour board paid for the boat", "which of them"),
    ("The customs found 40 passports in a boat from Malm on Sunday", "The customs found 40 documents in a boat from Malm on Sunday", "of which kind"),
]  # fmt: skip
DUPLICATE = [
    ("The repairs of the mill cost the parish two million crowns", "The parish paid two million crowns for the repairs of the mill", "not in the same position"),
    ("Nine cooks died in the fire at the mill in Malm", "Nine cooks were killed in the fire at the mill in Malm", "an equal number of victims"),
    ("Average pay in Malm fell to 1,900 crowns a month in 2022", "Average earnings in Malm fell to 1,900 crowns a month in 2022", "a noun that is not a verb"),
    ("Women at the yard in Malm earn 18 percent less than men", "Women at the yard in Malm are paid 18 percent less than men", "paid to them"),
]  # fmt: skip


@each_row(("a", "b", "reason"), CONFLICT)
def test_near_synonyms_that_name_different_facts_conflict(a, b, assert_suggested):
    assert_suggested(a, b, "conflict")


@each_row(("a", "b", "reason"), RELATED)
def test_loosely_used_near_synonyms_are_reported_as_related(a, b):
    for comparison in both_ways(a, b):
        assert comparison.suggestion is Suggestion.RELATED
        assert comparison.differences[0].startswith("differs: ")


@each_row(("a", "b", "reason"), DUPLICATE)
def test_near_synonyms_in_different_constructions_are_duplicates(a, b):
    assert compare(Statement(a), Statement(b)).suggestion is Suggestion.DUPLICATE
