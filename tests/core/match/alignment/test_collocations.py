"""Words that mean the same beside certain others, and different things elsewhere."""

from claimtrack.core.match.words.thesaurus.collocations import GROUPS, NEAR
from claimtrack.core.model import Suggestion
from tests.tables import each_row

SAME = [
    ("Malm has been rated the safest port in the north four times", "Malm has been crowned the safest port in the north four times", "ranking"),
    ("The mayor of Malm sold two ferries in her third year in office", "The mayor of Malm sold two ferries in her third year in power", "holding office"),
    ("The parish of Malm paid 80 percent of the cost of the ferry", "The parish of Malm bore 80 percent of the cost of the ferry", "paying"),
    ("A riot broke out at the harbour of Malm on Sunday evening", "A riot erupted at the harbour of Malm on Sunday evening", "a verb and its particle"),
    ("The goalkeeper was arrested at a mill near Malm on Sunday", "The goalkeeper was arrested at a mill outside Malm on Sunday", "before a name"),
    ("Only a fifth of the cost of the ferry was borne by brewers in Malm", "Only a fifth of the cost of the ferry was paid by brewers in Malm", "a part of it, in the passive"),
    ("The house of the mayor in Malm was torched on Sunday evening", "The house of the mayor in Malm was burned on Sunday evening", "with where it was before"),
    ("The parish is set to vote on the ferry on Sunday", "The parish is due to vote on the ferry on Sunday", "before to"),
]  # fmt: skip
CONFLICT = [
    ("The brewers of Malm burned 40 barrels in the harbour on Sunday", "The brewers of Malm rated 40 barrels in the harbour on Sunday", "of no group"),
    ("Cooks in Malm work in office blocks of nine floors", "Cooks in Malm work in power blocks of nine floors", "a noun after"),
    ("The parish of Malm met the owners of the ferry on Sunday", "The parish of Malm bore the owners of the ferry on Sunday", "without company"),
    ("The jury in Malm named a ferry of the biggest brewery of the north", "The jury in Malm rated a ferry of the biggest brewery of the north", "a superlative of something else"),
    ("The brewers of Malm paid 40 cooks while the cost of beer doubled", "The brewers of Malm bore 40 cooks while the cost of beer doubled", "a cost in another clause"),
    ("The brewery of Malm has an office outside Poland since May 2019", "The brewery of Malm has an office near Poland since May 2019", "a country"),
    ("The goalkeeper named the captain of the ferry in Malm on Sunday", "The goalkeeper crowned the captain of the ferry in Malm on Sunday", "no superlative"),
]  # fmt: skip


@each_row(("a", "b", "reason"), SAME)
def test_words_of_one_collocation_group_are_the_same_beside_their_collocates(a, b, assert_duplicate):
    assert_duplicate(a, b)


@each_row(("a", "b", "reason"), CONFLICT)
def test_words_of_one_collocation_group_conflict_without_their_collocates(a, b, assert_suggested):
    assert_suggested(a, b, Suggestion.CONFLICT)


def test_each_collocation_group_lists_several_words_once_and_their_collocates():
    for line in (GROUPS.strip() + NEAR.rstrip()).splitlines():
        members, parting, beside = line.partition(" : ")
        assert parting, line
        assert beside.split(), line
        assert len(members.split()) == len(set(members.split())) > 1, line
