"""Two actions reported of the same patient: another action, or the same in another word."""

from claimtrack.core.match import compare
from claimtrack.core.model import Statement
from tests.tables import each_row

OTHER = [
    ("The museum lent three Viking swords to Oslo.", "Three Viking swords were donated to Oslo by the museum.", "the other voice"),
    ("Police charged the driver of the school bus.", "The driver of the school bus was questioned by police.", "a suspect"),
    ("The firm recalled 40,000 pushchairs because of a faulty brake.", "40,000 pushchairs with a faulty brake were redesigned by the firm.", "a product"),
    ("Volkan Motors closed its plant in Sered.", "Volkan Motors sold its plant in Sered to a rival.", "works"),
    ("The committee censured senator Paul Reyes for his remarks.", "Senator Paul Reyes was cleared by the committee over his remarks.", "a person in a post"),
    ("Health inspectors sealed a bakery in Dunmore after finding rats.", "A bakery in Dunmore was inspected by health officials after rats were found.", "a description of inspectors is not an act"),
    ("The council plans to plant 300 limes along the quay.", "Along the quay 300 limes are to be felled by the council.", "two acts still to come"),
    ("The regulator approved the merger of the two ferry lines in April.", "In April the regulator postponed its decision on the merger of the two ferry lines.", "a decision is about what is decided"),
    ("Finance minister Lena Abbas retired on Friday.", "Finance minister Lena Abbas was promoted on Friday.", "an act of one's own accord"),
    ("A court in Malm threw out the former senator's appeal.", "The former senator's appeal was upheld by a court in Malm.", "the action in a phrase"),
    ("Lithium mining in the valley was suspended in 2022.", "In 2022 lithium mining was given the go-ahead in the valley.", "the action as what is given"),
]  # fmt: skip
KEPT = [
    ("The museum lent three Viking swords to Oslo.", "Three Viking swords are on loan to Oslo from the museum.", "in other words"),
    ("The zoo sold the ferry to the council for one pound.", "The council bought the ferry from the zoo for one pound.", "from either end"),
    ("The bear killed a fisherman and wounded his son.", "The fisherman's son was injured by the bear.", "one wounded, another killed"),
    ("The mayor was arrested and charged in May.", "The mayor was charged in May.", "one statement reports both actions"),
    ("The council plans to demolish the flats in Weld Street.", "The council has renovated the flats in Weld Street.", "one still to come"),
    ("The court in Lyon jailed the mayor.", "Police in Lyon questioned the mayor.", "by somebody else"),
    ("The ministry did not cut the subsidy for diesel.", "The ministry kept the subsidy for diesel.", "one is denied"),
    ("The union ended the blockade of the port.", "The port was reopened by the union.", "opposites that cancel each other out"),
    ("The minister's son was charged with fraud.", "The minister was questioned by police about fraud.", "somebody's son is somebody else"),
    ("The owner of the mine was fined.", "The mine was closed.", "an owner is not the possession"),
    ("The EU fined Gondar 2 billion euros over its search results.", "The EU sued Gondar over its advertising.", "on another matter"),
    ("Whether the club sells the keeper is open.", "The club loaned the keeper to Porto.", "one action is not reported as a fact"),
    ("If the senate rejects the treaty, the president will leave it.", "The senate debated the treaty.", "one is a condition"),
    ("The court fined the mayor of Bray for speeding.", "The mayor of Bray was convicted of speeding by the court.", "being fined is being convicted"),
    ("Helicopters rescued 40 guests from a hotel roof.", "Forty guests were evacuated from a hotel roof by helicopters.", "two words for one act"),
    ("The council froze council tax for a third year.", "Council tax was kept unchanged by the council for a third year.", "two words for one act"),
    ("The court ordered the statue to be removed.", "The court banned the statue.", "banning is ordering away"),
    ("The council gave the school a new roof.", "The council sold the school to a developer.", "something else is given to the school"),
    ("The library was lent 300 maps by the king.", "The library was sold by the king.", "something else is lent to it"),
    ("The state bailed out Carrow Bank.", "Carrow Bank was nationalised by the state.", "a rescue by purchase"),
]  # fmt: skip


@each_row(("a", "b", "reason"), OTHER)
def test_another_action_on_the_same_patient_is_a_conflict(a, b, assert_suggested):
    assert_suggested(a, b, "conflict")


@each_row(("a", "b", "reason"), KEPT)
def test_compatible_actions_do_not_conflict(a, b, assert_no_conflict):
    assert_no_conflict(a, b)


IN_WORDS = [
    ("Lithium mining was suspended in 2022.", "In 2022 lithium mining was given the go ahead.", "differs: suspended / given the go ahead"),
    ("The judge set the rapper free.", "The rapper was jailed by the judge.", "opposite: set free / jailed"),
    ("The court put the mayor behind bars.", "The mayor was acquitted by the court.", "differs: put behind bars / acquitted"),
]  # fmt: skip


@each_row(("a", "b", "difference"), IN_WORDS)
def test_an_action_is_quoted_in_full(a, b, difference):
    assert compare(Statement(a), Statement(b)).differences[0] == difference
