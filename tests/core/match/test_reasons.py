"""The differences and reasons that are shown for a suggestion."""

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion
from claimtrack.core.texts.differing import swap_sides
from tests.tables import each_row

DIFFERENCES = [
    ("Mr Trump praised Ms Harris in the debate in Ohio on Monday", "Ms Harris praised Mr Trump in the debate in Ohio on Monday", "swapped: Trump / Harris", "a title is not part of a name"),
    ("Mr Trump left the office before Ms Harris", "Ms Harris left the office before Mr Trump", "order swapped: Trump / Harris", "nor is it in an order of events"),
    ("New Zealand sold 20 old ships to Chile in the spring", "Chile sold 20 old ships to New Zealand in the spring", "swapped: New Zealand / Chile", "a name of two words is quoted whole"),
    ("The Red Cross sold the blood of donors in Osk", "UNICEF sold the blood of donors in Osk", "other name: Red Cross / UNICEF", "so is the name of an organisation"),
    ("Says Ada Mill voted against the bridge in Osk 93 times.", "Says Bo Rand voted against the bridge in Osk 93 times.", "other name: Ada Mill / Bo Rand", '"Says" at the beginning is not a name'),
    ("The bishop of Osk was booed for saying that the bells are too loud", "The bishop of Osk apologised for saying that the bells are too loud", "differs: booed / apologised", "a verb in a participle is not a source"),
    ("The bishop, Arvo Lenn, said that coal is bad for the bells", "The bishop, Arvo Lenn, said that salt is bad for the bells", "differs: coal / salt", "words after a comma are not a source"),
    ("Trams in Osk are going to stop at the old mill from 2027", "Trams in Osk are not going to stop at the old mill from 2027", "negated: not going", "a negation"),
    ("The bank of Osk raised its rate by 25 basis points on Monday", "The bank of Osk raised its rate by 25 percent on Monday", "differs: 25 basis points / 25 percent", "a number with its unit"),
    ("The vote was held before the prime minister resigned over the leak", "The prime minister resigned over the leak before the vote was held", "order swapped: vote / prime minister", "both words of an office"),
    ("In 2018 the mayor said that the bridge over the Sarn was safe for lorries", "The engineer said that the bridge over the Sarn was safe for lorries", "other speaker: the mayor / The engineer", "who says it, and not when"),
    ("Under the law the council may sell the old pools in the valley", "The law the council may sell the old pools in the valley", "differs: Under the law / The law", "a function word with its complement"),
    ("The pass at Orrin was shut between March and October for the repair of its walls", "The pass at Orrin was shut between March and November for the repair of its walls", "other month: October / November", "the month that differs"),
    ("The council of Osk voted 7 to 4 for the new incinerator by the river", "The council of Osk voted 7 to 4 against the new incinerator by the river", "differs: for / against", "a function word that carries the meaning"),
    ("The school in Trest was shut because its roof had been repaired in spring", "The school in Trest was shut although its roof had been repaired in spring", "opposite: because / although", "the same with two conjunctions"),
    ("Wages in Osk have grown faster than prices since last summer", "Prices in Osk have grown faster than wages since last summer", "comparison reversed: faster", "a word of both, once"),
    ("The mayor of Trest opened the new swimming pool by the river on Monday", "The former mayor of Trest opened the new swimming pool by the river on Monday", "only one says: former", "an article is not quoted"),
    ("More cooks moved out of the valley than into it this spring", "More cooks moved into the valley than out of it this spring", "opposite: out of the valley / into the valley", "the first of two places, in every run"),
    ("Rents in the capital rose by twelve percent", "Rents in the capital rose 12 percent last year", "only one says: last year", "a number that both claims give is not quoted with what follows it"),
    ("Thirteen sheep were lost in the valley of Osk", "A total of 13 sheep were lost in the valley of Osk", "only one says: total", "a number that both claims give is not quoted with what precedes it"),
    ("The council of Osk was paid 300,000 euros by the mill", "The council of Osk got 300,000 euros from the mill", "differs: was paid 300,000 euros by / got 300,000 euros from", "a number that both claims give is quoted between words that differ"),
]  # fmt: skip


@each_row(("a", "b", "difference", "reason"), DIFFERENCES)
def test_a_difference_is_described_in_plain_words(a, b, difference):
    assert compare(Statement(a), Statement(b)).differences[0] == difference


IN_ORDER = [
    ("The port of Osk is now the largest of the country", "The port of Osk is now the second largest of the country", "differs: largest / second largest"),
    ("Farmers in Osk burned less straw this autumn than last", "Farmers in Osk burned more straw this autumn than last", "opposite: less straw / more straw"),
    ("The court of Osk ruled that the strike at the port was legal", "The court of Osk ruled that the strike at the port was illegal", "opposite: legal / illegal"),
    ("The council of Osk has sold the old baths to a builder", "The council of Osk plans to sell the old baths to a builder", "differs: Osk has sold / plans to sell"),
    ("Helmets are voluntary for riders on the path along the coast", "Helmets are mandatory for riders on the path along the coast", "opposite: voluntary / mandatory"),
    ("Teachers in Osk earn less than bus drivers", "Teachers in Osk earn as much as bus drivers", "differs: less / as much"),
    ("The trams of Osk are free for everyone", "The trams of Osk are free for residents only", "differs: everyone / residents only"),
    ("The central bank of Osk will raise its rate in June", "The central bank of Osk may raise its rate in June", "differs: will / may"),
    ("Regulators in Osk have approved the drug for children", "Regulators in Osk are still reviewing the drug for children", "differs: have approved / reviewing"),
    ("The audit of Osk was published before the prime minister resigned", "The audit of Osk was published after the prime minister of Osk resigned", "opposite: before the prime minister resigned / after the prime minister of Osk resigned"),
    ("The bridge over the Sarn was shut before it collapsed", "The bridge over the Sarn was shut on Monday after it collapsed", "opposite: before it collapsed / after it collapsed"),
    ("The mayor burned the letters before informing the auditor", "The mayor burned the letters after informing the auditor", "opposite: before informing the auditor / after informing the auditor"),
    ("Torv Steel has agreed to buy Osk Steel for 14 billion dollars", "Osk Steel has agreed to buy Torv Steel for 14 billion dollars", "swapped: Torv Steel / Osk Steel"),
    ("The mill in Osk was turned into a school", "The school in Osk was turned into a mill", "swapped: mill / school"),
    ("Prices will fall even if the levy on fuel is scrapped, the ministry said", "Prices will fall if the levy on fuel is scrapped, the ministry said", "differs: even if / if"),
]  # fmt: skip


@each_row(("a", "b", "difference"), IN_ORDER)
def test_the_side_of_the_first_statement_comes_first_in_a_difference(a, b, difference):
    label, _, sides = difference.partition(": ")
    assert difference in compare(Statement(a), Statement(b)).differences
    assert (
        f"{label}: {' / '.join(sides.split(' / ')[::-1])}" in compare(Statement(b), Statement(a)).differences
    )
    assert swap_sides(swap_sides([difference])) == (difference,)


def test_a_difference_without_two_clear_sides_is_not_reversed():
    for difference in (
        "negated: no evidence",
        "the same words, but perhaps by another person",
        "differs: half / 3 / 4",
    ):
        assert swap_sides([difference]) == (difference,)


def test_swapped_roles_are_reported_once():
    one, other = "Vell lost 8,000 nurses to Osk in a year", "Osk lost 8,000 nurses to Vell in a year"
    differences = compare(Statement(one), Statement(other)).differences
    assert [difference for difference in differences if difference.startswith("roles")] == [
        "roles swapped: Osk / Vell"
    ]


def test_a_difference_found_by_two_rules_is_reported_once_in_full():
    after, before = (
        f"{when} the mayor of Osk signed the contract, the council voted on it."
        for when in ("After", "Before")
    )
    differences = compare(Statement(after), Statement(before)).differences
    assert [difference for difference in differences if difference.startswith("opposite")] == [
        "opposite: After the mayor of Osk signed / Before the mayor of Osk signed"
    ]
    one, other = (f"It was Moor's {rank} visit to Vale in less than a year." for rank in ("second", "third"))
    assert compare(Statement(one), Statement(other)).differences == ("differs: second visit / third visit",)


@each_row(
    ("a", "b", "is_given"),
    [
        ("Rents rose in Lyon", "In Lyon rents rose", True),
        ("Rents in Lyon rose in May", "Rents in Lyon fell in May", False),
        ("Rents in the old town of Lyon rose in May", "In May rents in the old town of Lyon rose", False),
    ],
)
def test_a_pair_that_is_only_too_short_to_be_a_duplicate_says_so(a, b, is_given):
    comparison = compare(Statement(a), Statement(b))
    assert any("fewer than eight words" in reason for reason in comparison.reasons) == is_given
    assert not is_given or comparison.suggestion is Suggestion.RELATED


def test_same_numbers_is_a_reason_only_if_all_numbers_agree():
    one = "Of the 90 pupils in Lenn 40 walk to school, 30 cycle and 20 take the bus"
    other = "Of the 90 pupils in Lenn 40 walk to school, 30 cycle and 12 take the bus"
    assert "same numbers" in compare(Statement(one), Statement(f"{one} each day")).reasons
    assert "same numbers" not in compare(Statement(one), Statement(other)).reasons
