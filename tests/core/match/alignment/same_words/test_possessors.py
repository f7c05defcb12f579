"""Who acts on whom, if one of them is described as the other's: who sued whom, and who says it of whom."""

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion
from tests.core.match.comparing import both_ways
from tests.tables import each_row

TURNED = [
    ("Kestrel Gas sued its insurer for 40 million crowns over the burst pipe", "Kestrel Gas's insurer sued it for 40 million crowns over the burst pipe", 'an object "it"'),
    ("The orchestra blamed its conductor for the empty seats in March", "The orchestra's conductor blamed it for the empty seats in March", "a person as the possession"),
    ("The diocese paid its organist 70,000 crowns in cash in 2016", "The diocese's organist paid 70,000 crowns in cash in 2016", "no object after the verb"),
    ("The brewers sued their bank over the hidden fees in Malm", "The brewers' bank sued them over the hidden fees in Malm", "several"),
    ("Lorren owes its neighbour six billion crowns for salt from 2020", "Lorren's neighbour owes it six billion crowns for salt from 2020", "a country"),
    ("The ferry line misled its lenders about the leak in the hull", "The lenders of the ferry line misled it about the leak in the hull", 'with "of"'),
    ("The guild said that its members had burned the ledger in Malm", "The guild's members said that it had burned the ledger in Malm", 'a statement about "it"'),
    ("Ostrava said her deputy had hidden the ledger before the search", "Ostrava's deputy said she had hidden the ledger before the search", 'a statement about "she"'),
    ("The abbot says that his cook took 900 crowns from the chapel", "The abbot's cook says that he took 900 crowns from the chapel", 'a statement about "he"'),
]  # fmt: skip
SAME = [
    ("The orchestra accused its conductor of forging tickets in March", "The orchestra's conductor was accused of forging tickets in March", "in the passive"),
    ("Kestrel Gas was sued by its insurer over the burst pipe in Malm", "Kestrel Gas's insurer sued it over the burst pipe in Malm", "by its own agent"),
    ("The valley doubled its exports of cheese to Lorren last year", "The valley's exports of cheese to Lorren doubled last year", "a thing as possession"),
    ("The state moved its archivists into a former mill in May", "The state's archivists moved into a former mill in May", "an act without an object"),
    ("The guild met its rival in a hotel in Malm on Monday", "The guild's rival met it in a hotel in Malm on Monday", "a joint act"),
    ("The guild says that its members will stop work in Malm", "The guild's members will stop work in Malm, it says", "the source at the end"),
    ("The grocery chain Vardo sold its bakery arm Semmel", "Semmel, the bakery arm of grocery chain Vardo, is being sold by its owner", "a word that only looks like a verb"),
]  # fmt: skip


@each_row(("a", "b", "reason"), TURNED)
def test_an_act_between_owner_and_owned_conflicts_with_the_reverse(a, b):
    for comparison in both_ways(a, b):
        assert comparison.suggestion is Suggestion.CONFLICT
        assert "swapped" in comparison.differences[0]


@each_row(("a", "b", "reason"), SAME)
def test_an_act_between_owner_and_owned_is_the_same_in_the_passive(a, b):
    assert compare(Statement(a), Statement(b)).suggestion is not Suggestion.CONFLICT
