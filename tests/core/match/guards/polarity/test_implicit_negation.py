"""Implicit negation: what one statement denies with a negator, the other denies without one."""

from claimtrack.core.match.guards.polarity.negation import negations_differ
from claimtrack.core.match.reading.reading import read
from tests.tables import each_row

ALIKE = [
    ("The mill has no debts", "The mill is debt-free", '"free"'),
    ("The cook has no regrets", "The cook regrets nothing", '"nothing" as the object'),
    (
        "There is no proof that the mill is safe",
        "It is unproven that the mill is safe",
        '"un-" before another form',
    ),
    ("The law does not affect mills", "The law leaves mills untouched", '"un-" before a synonym'),
    ("Cooks pay nothing on the ferry", "The ferry is free for cooks", "free"),
    ("The clip shows a drill, not a battle", "The clip shows a drill and not fighting", '"and not"'),
    ("The cook has no children", "The cook is childless", "-less"),
    ("The cook will probably not sell the mill", "The cook is unlikely to sell the mill", "unlikely"),
    ("There was nobody on the ferry", "The ferry was empty", "empty"),
    ("There are no cooks in the mill any more", "All cooks have left the mill", "all gone"),
    ("The isle has had no army since 1948", "The isle abolished its army in 1948", "ended then"),
    ("Until 1971 cooks could not vote", "Cooks have been able to vote since 1971", "until then"),
    (
        "Only two of the cooks did not sign the deal",
        "All but two of the cooks signed the deal",
        "all except them",
    ),
    ("The cook was not to blame for the fire", "The fire was not the cook's fault", "in another word"),
    (
        "The map does not show Malm but Orsk",
        "The map shows Orsk rather than Malm",
        '"not ... but" and "rather than"',
    ),
]
APART = [
    ("The mill has no debts", "The mill has debts", "denied"),
    ("The cook will probably not sell the mill", "The cook is likely to sell the mill", "likely"),
    ("There was nobody on the ferry", "The ferry was not empty", "not empty"),
    ("There are no cooks in the mill any more", "All cooks are in the mill", "all there"),
    ("The isle has had no army since 1948", "The isle founded its army in 1948", "begun then"),
    ("Until 1971 cooks could not vote", "Until 1971 cooks could vote", "the same time"),
    ("Only two of the cooks did not sign the deal", "Only two of the cooks signed the deal", "a number that did"),
    ("The cook was not to blame for the fire", "The fire was the cook's fault", "one statement denies"),
]  # fmt: skip


@each_row(("a", "b", "reason"), ALIKE)
def test_an_implicit_negation_does_not_contradict_a_negation(a, b):
    assert negations_differ(read(a), read(b)) is None
    assert negations_differ(read(b), read(a)) is None


@each_row(("a", "b", "reason"), APART)
def test_a_lookalike_of_an_implicit_negation_contradicts_the_negation(a, b):
    assert negations_differ(read(a), read(b))
    assert negations_differ(read(b), read(a))
