"""Who bears a name, how the name is joined, and a misprint are read as the other statement has them; what may be something else is not."""

from claimtrack.core.match import compare
from claimtrack.core.match.as_meant import as_meant
from claimtrack.core.match.features import even_rarity
from claimtrack.core.match.likeness import likeness
from claimtrack.core.match.score import WEIGHTS
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

MEANT = [
    # as it is written, as the other has it, why
    (
        "The minster said that prices had doubled.",
        "The minister said that prices had doubled.",
        "a letter is left out",
    ),
    ("The miners had refsed to go down.", "The miners had refused to go down.", "so in the midst of a word"),
    ("Rents have dobuled since 2019.", "Rents have doubled since 2019.", "two letters are exchanged"),
    ("Rents have doublwd since 2019.", "Rents have doubled since 2019.", "the key beside it was hit"),
    ("Rents have doubbled since 2019.", "Rents have doubled since 2019.", "a letter is there twice"),
    ("Rents have dobuled, the minster said.", "Rents have doubled, the minister said.", "two of them"),
]
AS_WRITTEN = [
    ("Ilegal crossings doubled.", "Legal crossings doubled.", "it may as well be 'illegal'"),
    ("The fund lost 5 illion euros.", "The fund lost 5 million euros.", "it may as well be a billion"),
    ("The county sold its land.", "The country sold its land.", "both are words"),
    ("The port of Halden was sold.", "The port of Harden was sold.", "both may be names"),
    (
        "The port of halden was sold.",
        "the port of harden was sold.",
        "without capitals nobody sees the names",
    ),
    ("The dobuled rents are paid.", "Rents have doubled.", "other words stand beside it"),
]


@each_row(("written", "other", "reason"), MEANT)
def test_a_misprint_is_read_as_the_word_in_its_place(written, other):
    assert [one.text for one in as_meant(Statement(written), Statement(other))] == [other, other]
    assert [one.text for one in as_meant(Statement(other), Statement(written))] == [other, other]


@each_row(("written", "other", "reason"), AS_WRITTEN)
def test_what_may_be_another_word_stays(written, other):
    assert as_meant(Statement(written), Statement(other)) == (Statement(written), Statement(other))


TOLD_ALIKE = [
    (
        "Odile Farrow, chairwoman of Kestrel Rail, resigned.",
        "Kestrel Rail chairwoman Odile Farrow resigned.",
        "behind the name",
    ),
    (
        "Kestrel Rail's chairwoman, Odile Farrow, resigned.",
        "Kestrel Rail chairwoman Odile Farrow resigned.",
        "set off before it",
    ),
    ("They sued Odile Farrow, a signalman.", "They sued signalman Odile Farrow.", "at the end"),
    ("Odile Farrow, a signalman, sued.", "Signalman Odile Farrow sued.", "the capital is the beginning's"),
    ("O. Farrow sued.", "Odile Farrow sued.", "an initial"),
    ("O. M. Farrow sued.", "Odile Farrow sued.", "two of them"),
    ("An F-35 crashed.", "An F35 crashed.", "a hyphen"),
    ("The COP 28 began.", "The COP28 began.", "a space"),
    ("Police closed T-Mobile there.", "Police closed T Mobile there.", "two words"),
    ("Karim al-Nasri fled.", "Karim Nasri fled.", "of a family"),
]
APART = [
    (
        "Odile Farrow, chairwoman of Kestrel Rail, left.",
        "Merlin Rail chairwoman Odile Farrow left.",
        "another body",
    ),
    ("Norhaven's ally Telvik won.", "Telvik's ally Norhaven won.", "whose ally"),
    (
        "Odile Farrow, a founder of Kestrel, left.",
        "Odile Farrow, the founder of Kestrel, left.",
        "one founder, or the only one",
    ),
    ("O. Farrow sued.", "Greta Farrow sued.", "another initial"),
    ("An F-35 crashed.", "An F36 crashed.", "another number"),
    ("They flew to El Salvador.", "They flew to Salvador.", "no family"),
    ("The M4,500 vase broke.", "The M4 was closed.", "a sum"),
]


@each_row(("written", "other", "reason"), TOLD_ALIKE)
def test_a_name_and_who_bears_it_are_told_alike(written, other):
    one, two = as_meant(Statement(written), Statement(other))
    assert one.text == two.text
    one, two = as_meant(Statement(other), Statement(written))
    assert one.text == two.text


@each_row(("written", "other", "reason"), APART)
def test_names_of_two_stay_as_they_are(written, other):
    assert as_meant(Statement(written), Statement(other)) == (Statement(written), Statement(other))


def test_likeness_takes_two_statements_as_they_are_meant_as_their_comparison_does():
    one = Statement("Odile Farrow, who is chairwoman of Kestrel Rail, sold the depto in Marl to the town.")
    other = Statement("Kestrel Rail chairwoman Odile Farrow sold the depot in Marl to the town.")
    assert likeness(one, other, even_rarity, WEIGHTS) == compare(one, other).score


LONGER = " In the harbour towns of the north they did so for ten years."


@each_row(("written", "other", "reason"), MEANT)
def test_a_misprint_is_a_duplicate_but_no_exact_repeat_which_would_be_joined_unasked(written, other):
    found = compare(Statement(written + LONGER), Statement(other + LONGER))
    assert (found.suggestion, found.score < 1) == (Suggestion.DUPLICATE, True)


def test_beside_a_misprint_a_changed_fact_is_told_as_it_is():
    found = compare(Statement("The minster said that 40 schools had closed in May."), Statement("The minister said that 60 schools had closed in May."))  # fmt: skip
    assert (found.suggestion, found.differences) == (
        Suggestion.CONFLICT,
        ("differs: 40 / 60",),
    )
