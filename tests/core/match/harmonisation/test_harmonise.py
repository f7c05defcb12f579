"""Names, descriptions and misprints are read as the other statement has them, unless they may mean something else."""

from claimtrack.core.match import Matcher, compare
from claimtrack.core.match.harmonisation.harmonise import harmonise
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

MEANT = [
    # the misprint, the other statement, the reason
    (
        "The minster said that prices had doubled.",
        "The minister said that prices had doubled.",
        "a missing letter",
    ),
    (
        "The miners had refsed to go down.",
        "The miners had refused to go down.",
        "a missing letter in the middle of a word",
    ),
    ("Rents have dobuled since 2019.", "Rents have doubled since 2019.", "two letters swapped"),
    ("Rents have doublwd since 2019.", "Rents have doubled since 2019.", "an adjacent key"),
    ("Rents have doubbled since 2019.", "Rents have doubled since 2019.", "a doubled letter"),
    ("Rents have dobuled, the minster said.", "Rents have doubled, the minister said.", "two misprints"),
]
NOT_CORRECTED = [
    ("Ilegal crossings doubled.", "Legal crossings doubled.", "it may as well be 'illegal'"),
    ("The fund lost 5 illion euros.", "The fund lost 5 million euros.", "it may as well be a billion"),
    ("The county sold its land.", "The country sold its land.", "both are words"),
    ("The port of Halden was sold.", "The port of Harden was sold.", "both may be names"),
    (
        "The port of halden was sold.",
        "the port of harden was sold.",
        "names without capitals",
    ),
    ("The dobuled rents are paid.", "Rents have doubled.", "other words beside it"),
]


@each_row(("written", "other", "reason"), MEANT)
def test_a_misprint_is_read_as_the_word_in_the_other_statement(written, other):
    assert [statement.text for statement in harmonise(Statement(written), Statement(other))] == [other, other]
    assert [statement.text for statement in harmonise(Statement(other), Statement(written))] == [other, other]


@each_row(("written", "other", "reason"), NOT_CORRECTED)
def test_a_word_that_may_be_right_is_not_corrected(written, other):
    assert harmonise(Statement(written), Statement(other)) == (Statement(written), Statement(other))


SAME_DESCRIPTION = [
    (
        "Odile Farrow, chairwoman of Kestrel Rail, resigned.",
        "Kestrel Rail chairwoman Odile Farrow resigned.",
        "after the name",
    ),
    (
        "Kestrel Rail's chairwoman, Odile Farrow, resigned.",
        "Kestrel Rail chairwoman Odile Farrow resigned.",
        "set off before it",
    ),
    ("They sued Odile Farrow, a signalman.", "They sued signalman Odile Farrow.", "at the end"),
    (
        "Odile Farrow, a signalman, sued.",
        "Signalman Odile Farrow sued.",
        "a capital at the beginning of a sentence",
    ),
    ("O. Farrow sued.", "Odile Farrow sued.", "an initial"),
    ("O. M. Farrow sued.", "Odile Farrow sued.", "two initials"),
    ("An F-35 crashed.", "An F35 crashed.", "a hyphen"),
    ("The COP 28 began.", "The COP28 began.", "a space"),
    ("Police closed T-Mobile there.", "Police closed T Mobile there.", "two words"),
    ("Karim al-Nasri fled.", "Karim Nasri fled.", "of a family"),
    ("In May Mr Farrow sued.", "In May Martin Farrow sued.", "with a form of address"),
    ("In May President Farrow sued.", "In May Martin Farrow sued.", "by the office"),
    ("In May Peru's President Martin Farrow sued.", "In May Farrow sued.", "with the country"),
    (
        "In May the former US president Martin Farrow sued.",
        "In May Martin J. Farrow sued.",
        "an office of the past",
    ),
    ("In May ex-President Farrow sued.", "In May Mr Farrow sued.", "the same in one word"),
    ("Martin Farrow, the prime minister, sued.", "Martin Farrow sued.", "an office after the name"),
    ("In May the prime minister, Martin Farrow, sued.", "In May Farrow sued.", "set off before it"),
    ("They sued Rep. Odile Farrow.", "They sued Congresswoman Odile Farrow.", "two words for an office"),
    ("They sued Senator Farrow's firm.", "They sued Odile Farrow's firm.", "a possessive"),
    ("They sued James Farrow.", "They sued Jimmy Farrow.", "another form of a first name"),
    ("They sued Alexander Farrow.", "They sued Alex Farrow.", "an abbreviated first name"),
    ("They sued Martin J. Farrow.", "They sued Martin James Farrow.", "a second name and its initial"),
    ("They sued Ada Petrovsky.", "They sued Ms Petrovskiy.", "another alphabet"),
]
APART = [
    (
        "Odile Farrow, chairwoman of Kestrel Rail, left.",
        "Merlin Rail chairwoman Odile Farrow left.",
        "another organisation",
    ),
    ("Norhaven's ally Telvik won.", "Telvik's ally Norhaven won.", "whose ally"),
    (
        "Odile Farrow, a founder of Kestrel, left.",
        "Odile Farrow, the founder of Kestrel, left.",
        "one founder, or the only one",
    ),
    ("O. Farrow sued.", "Greta Farrow sued.", "another initial"),
    ("In May Senator Farrow sued.", "In May Governor Farrow sued.", "two offices"),
    ("In May President Farrow sued.", "In May former President Farrow sued.", "in office and out of it"),
    ("In May Vice President Farrow sued.", "In May President Farrow sued.", "ranked below the other"),
    ("In May Mr Farrow sued.", "In May Mrs Farrow sued.", "husband and wife"),
    ("In May Mr Farrow sued.", "In May Anna Farrow sued.", "perhaps his wife"),
    ("In May Mrs Farrow sued.", "In May Martin Farrow sued.", "perhaps her husband"),
    ("In May German Chancellor Farrow sued.", "In May Austrian Chancellor Farrow sued.", "two countries"),
    ("In May Martin Farrow sued.", "In May Mr Farrer sued.", "another surname"),
    ("In May Martin W. Farrow sued.", "In May President Martin H. Farrow sued.", "another second initial"),
    ("In May Paul Farrow sued.", "In May Paula Farrow sued.", "a woman of such a name"),
    ("In May Senator Farrow sued Ida Farrow.", "In May Martin Farrow sued.", "two people of one name"),
    ("In May police captain Farrow sued.", "In May Mr Farrow sued.", "an office that is not known"),
    ("In May East Farrow sued.", "In May South Farrow sued.", "places"),
    ("An F-35 crashed.", "An F36 crashed.", "another number"),
    ("They flew to El Salvador.", "They flew to Salvador.", "not a family"),
    ("The M4,500 vase broke.", "The M4 was closed.", "a sum"),
]


@each_row(("written", "other", "reason"), SAME_DESCRIPTION)
def test_a_name_and_its_description_are_put_in_one_order(written, other):
    one, two = harmonise(Statement(written), Statement(other))
    assert one.text == two.text
    one, two = harmonise(Statement(other), Statement(written))
    assert one.text == two.text


@each_row(("written", "other", "reason"), APART)
def test_descriptions_of_different_people_are_left_alone(written, other):
    assert harmonise(Statement(written), Statement(other)) == (Statement(written), Statement(other))


def test_the_similarity_score_harmonises_like_the_comparison():
    one = Statement("Odile Farrow, who is chairwoman of Kestrel Rail, sold the depto in Marl to the town.")
    other = Statement("Kestrel Rail chairwoman Odile Farrow sold the depot in Marl to the town.")
    assert Matcher().similarity(one, other) == compare(one, other).score


LONGER = " In the harbour towns of the north they did so for ten years."


@each_row(("written", "other", "reason"), MEANT)
def test_a_misprint_is_a_duplicate_but_not_an_exact_repeat(written, other):
    comparison = compare(Statement(written + LONGER), Statement(other + LONGER))
    assert (comparison.suggestion, comparison.score < 1) == (Suggestion.DUPLICATE, True)


def test_a_changed_fact_beside_a_misprint_is_reported():
    comparison = compare(Statement("The minster said that 40 schools had closed in May."), Statement("The minister said that 60 schools had closed in May."))  # fmt: skip
    assert (comparison.suggestion, comparison.differences) == (
        Suggestion.CONFLICT,
        ("differs: 40 / 60",),
    )
