"""Claims that differ by a small word of tense, quantity or coordination are related: such a word may be loosely used."""

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

RELATED = [
    (
        "Owners in Lenn have to register each flat",
        "Owners in Lenn had to register each flat",
        "another tense",
    ),
    (
        "Orsk doesn't sell arms to the rebels",
        "Orsk has stopped selling arms to the rebels",
        "never, no longer",
    ),
    (
        "Not all of the bridges need repair",
        "A majority of the bridges need repair",
        "all but a few, or fewer",
    ),
    (
        "Not all of the bridges need repair",
        "Nearly every one of the bridges needs repair",
        "nearly all, or fewer",
    ),
    (
        "Not all of the bridges need repair",
        "A minority of the bridges need repair",
        "fewer than half, or more",
    ),
    ("Crime in Orsk is higher than in Lenn", "Crime in Orsk is not lower than in Lenn", "more, or the same"),
    (
        "Children aged 12 or older wear a helmet",
        "Children older than 12 wear a helmet",
        "with that age or without",
    ),
    ("People aged 65 and over get a pass", "People over 65 get a pass", "with that age or without"),
    ("Children aged 12 and under pay nothing", "Children under 12 pay nothing", "with that age or without"),
    (
        "Peter Crowe was sued by Marta Lind over the pool",
        "Marta Lind and Peter Crowe sued over the pool",
        "who is sued",
    ),
    ("The guard and the thief were shot", "The thief was shot by the guard", "who is shot"),
]
THE_SAME = [
    (
        "Orsk no longer sells arms to the rebels",
        "Orsk has stopped selling arms to the rebels",
        "both have ended",
    ),
    ("Orsk and Lenn fought for the town of Senn", "Orsk fought Lenn for the town of Senn", "a verb for both"),
    ("Net migration to Lenn reached 340,000", "Migration to Lenn reached a net 340,000", "no coordination"),
]


@each_row(("one", "other", "reason"), RELATED)
def test_a_small_word_makes_claims_only_related(one, other):
    assert (
        compare(Statement(f"{one} in the spring"), Statement(f"{other} in the spring")).suggestion
        is Suggestion.RELATED
    )


@each_row(("one", "other", "reason"), THE_SAME)
def test_what_means_the_same_is_no_difference(one, other):
    assert compare(Statement(f"{one} in the spring"), Statement(f"{other} in the spring")).differences == ()
