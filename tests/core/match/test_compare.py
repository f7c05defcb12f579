"""The comparison of two statements: its suggestion, score, differences and reasons."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.core.match import Matcher, MatchTuning, Thresholds, compare, fold_text, is_exact_repeat
from claimtrack.core.match.features import FEATURES
from claimtrack.core.match.guards.guards import GUARDS
from claimtrack.core.match.statement_guards import relative_times_differ
from claimtrack.core.model import Statement, Suggestion
from tests.core.match.comparing import both_ways, suggest
from tests.tables import each_row

LONG = "The council of Ravensby spent 4 million pounds on a car park that nobody has used since 2019."


@each_row(
    ("a", "b"),
    [
        ("Rents rose by 1,500 euros.", "rents rose by 1500 euros"),
        ("“It’s over”, she said…", '"It\'s over" she said'),
        ("The U.S. left  the pact", "the US left the pact!"),
        ("它是。", "它是"),
        ("👍👍", "👍👍"),
        ("Rents rose by .5 percent", "Rents rose by 0.5 percent"),
        ("He said.5 people died", "He said. 5 people died"),
        ("No. Taxes will rise", "no: taxes will rise"),
        ("The price - $5 - is too high", "The price $5 is too high"),
        ("It was – 5 degrees in Riga", "It was -5 degrees in Riga"),
        ("State Bans Turkey Farms", "State bans turkey farms"),
        ("İstanbul is growing", "istanbul is growing"),
        ("RENTS IN THE US ROSE BY 5 KM", "Rents in the US rose by 5 km"),
        ('He paid "20" euros', "He paid 20 euros"),
        ("The mill is ‚closed‘, he said", "The mill is 'closed', he said"),
        ('"Is it over??"', "is it over ?"),
        ("In 2023, more than 400 homes burned", "In 2023 more than 400 homes burned"),
        ("Of 40, fewer than half left", "Of 40 fewer than half left"),
        ("He sold cups, plates, and forks", "He sold cups, plates and forks"),
        ("Ann Lee, who runs the mill, left", "Ann Lee who runs the mill left"),
        ("A 10-year-old boy found it", "A 10 year old boy found it"),
        ("A 5-year plan", "A 5 year plan"),
        ("The mayor NEVER paid for the FLOWERS", "The mayor never paid for the flowers"),
        ("crime in the uk rose", "Crime in the UK rose"),
    ],
)
def test_an_exact_repeat_ignores_case_punctuation_spacing_and_typography(a, b):
    assert is_exact_repeat(a, b)
    assert suggest(a, b) == Suggestion.DUPLICATE


def test_a_difference_only_in_signs_or_commas_is_reported():
    a = "The president said the minister is lying to the voters of Ghent"
    comparison = compare(
        Statement(a), Statement("The president, said the minister, is lying to the voters of Ghent")
    )
    assert (comparison.suggestion, comparison.differences) == (
        Suggestion.RELATED,
        ("differs: capitals, signs or commas that change the meaning",),
    )


@each_row(
    ("a", "b"),
    [
        ("It grew 1.5 times", "It grew 15 times"),
        ("It is -5 degrees", "It is 5 degrees"),
        ("It made -$5 million", "It made $5 million"),
        ("The minister, said the mayor, is corrupt", "The minister said the mayor is corrupt"),
        (
            "The mill went for 9 million euros less than it cost",
            "The mill went for 9 million euros, less than it cost",
        ),
        ("Rents rose 4 percent more than wages", "Rents rose 4 percent, more than wages"),
        ("The tower is 40 metres higher than planned", "The tower is 40 metres, higher than planned"),
        ("Miners, who are paid by the day, cough", "Miners who are paid by the day cough"),
        ("The dams, which leak, were closed", "The dams which leak were closed"),
        ("The circus bought 10-year-old camels", "The circus bought 10 year-old camels"),
        ("The ferry to Malm is free", 'The ferry to Malm is "free"'),
        ("The plant makes 5 MW of power", "The plant makes 5 mW of power"),
        ("The wall is 20' high", 'The wall is 20" high'),
        ("It was – 5 degrees in Riga", "It was 5 degrees in Riga"),
        ("The hotel got 5*", "The hotel got 5"),
        ("He sold Turkey", "He sold turkey"),
        ("They voted for Polish", "They voted for polish"),
        ("He got an A* in maths", "He got an A in maths"),
        ("Sanctions hit US hard", "Sanctions hit us hard"),
        ("They found ICE in the harbour", "They found ice in the harbour"),
        ("-£5m in a year", "£5m in a year"),
        ("It costs 10%", "It costs 10"),
        ("It costs $10", "It costs £10"),
        ("We're winning", "Were winning"),
        ("10² tonnes", "102 tonnes"),
        ("5½ years", "51/2 years"),
        ("pages 5-10", "pages 510"),
        ("He re-signed", "He resigned"),
        ("👍", "👎"),
        ("Rents rose by .5 percent", "Rents rose by 5 percent"),
        ("It was -.5 degrees", "It was 5 degrees"),
        ("No, taxes will rise", "No taxes will rise"),
        ("Taxes will rise?", "Taxes will rise."),
    ],
)
def test_punctuation_that_carries_meaning_prevents_an_exact_repeat(a, b):
    assert not is_exact_repeat(a, b)


def test_a_short_text_is_a_duplicate_only_of_its_exact_repeat():
    assert suggest("Taxes fell in Spain again", "In Spain taxes fell again") == Suggestion.RELATED
    assert suggest("Taxes fell in Spain again", "taxes fell in Spain again!") == Suggestion.DUPLICATE


def test_a_difference_is_reported_in_the_words_of_the_claims():
    comparison = compare(Statement(LONG), Statement(LONG.replace("4 million", "40 million")))
    assert comparison.suggestion == Suggestion.CONFLICT
    assert comparison.differences == ("differs: 4 million pounds / 40 million pounds",)


def test_a_conflict_in_a_long_claim_scores_below_one_half():
    assert compare(Statement(LONG), Statement(LONG.replace("2019", "2009"))).score < 0.5


def test_capitals_and_misprints_do_not_make_another_claim():
    assert suggest(LONG, LONG.upper() + " SAYS PAPER") == Suggestion.DUPLICATE
    assert (
        suggest(LONG, LONG.replace("council", "cuoncil").replace("Ravensby", "Ravnesby"))
        == Suggestion.DUPLICATE
    )


def test_reworded_first_person_claims_of_two_speakers_conflict():
    claim = "I have never taken any money from the tobacco industry in my life."
    reworded = "I have never taken any money from the tobacco industry in my whole life."
    assert compare(Statement(claim, "Ann Lee"), Statement(reworded, "Lee")).suggestion != Suggestion.CONFLICT
    assert (
        compare(Statement(claim, "Ann Lee"), Statement(reworded, "Bo Roy")).suggestion == Suggestion.CONFLICT
    )


def test_identical_first_person_claims_of_two_speakers_conflict():
    claim = "I have never taken any money from the tobacco industry in my life."
    assert compare(Statement(claim, "Ann Lee"), Statement(claim, "Bo Roy")).suggestion == Suggestion.CONFLICT
    for other in ("Lee", None):
        assert (
            compare(Statement(claim, "Ann Lee"), Statement(claim, other)).suggestion == Suggestion.DUPLICATE
        )


def test_identical_claims_about_we_by_two_speakers_are_only_related():
    claim = "We have built more than 40,000 homes in the valley since the flood."
    assert compare(Statement(claim, "Ann Lee"), Statement(claim, "Bo Roy")).suggestion == Suggestion.RELATED
    assert compare(Statement(claim, "Ann Lee"), Statement(claim, "A. Lee")).suggestion == Suggestion.DUPLICATE


def test_identical_claims_about_this_year_conflict_years_apart():
    claim = "More bees have died in the county this year than in any year before."
    early, late = Statement(claim, None, "2015-06-01"), Statement(claim, None, "2021-06-01")
    assert compare(early, late).suggestion == Suggestion.CONFLICT
    assert compare(early, early).suggestion == Suggestion.DUPLICATE


def test_reworded_claims_about_this_year_conflict_years_apart():
    claim = "More bees have died in the county this year than in any year before."
    reworded = "More bees have died in our county this year than in any year before."
    early, late = Statement(claim, None, "2015-06-01"), Statement(reworded, None, "2021-06-01")
    assert compare(early, late).suggestion == Suggestion.CONFLICT
    assert compare(early, Statement(reworded, None, "2015-07-01")).suggestion != Suggestion.CONFLICT


@each_row(
    ("text", "early", "late", "is_other"),
    [
        ("Half the ferries broke down this year", "2022-04-03", "2023-04-03", True),
        ("Half the ferries broke down this year", "2023-04-03", "2024-04-03", True),  # 366 days
        ("Half the ferries broke down last year", "2022-11-02", "2023-02-02", True),  # 2021 and 2022
        ("This year's ferries broke down by the dozen", "2022-11-02", "2023-02-02", True),
        ("Half the ferries broke down this year", "2023-02-01", "2023-11-30", False),  # the same year
        ("Half the ferries broke down this year", "2023-12-30", "2024-01-03", False),  # still about the old year
        ("Half the ferries broke down in the last year", "2022-11-02", "2023-02-02", False),  # the last twelve months
        ("Half the ferries are out of service today", "2022-11-02", "2023-02-02", False),  # a state that continues
        ("Half the ferries are out of service today", "2022-04-03", "2023-04-03", True),
        ("La mitad de los barcos se averió este año en la isla", "2022-11-02", "2023-02-02", True),
        ("La mitad de los barcos no navega hoy en la isla", "2022-11-02", "2023-02-02", False),
        ("La mitad de los barcos no navega hoy en la isla", "2022-04-03", "2023-04-03", True),
        ("今年、島のフェリーの半分が故障した", "2022-11-02", "2023-02-02", True),
    ],
)  # fmt: skip
def test_relative_times_conflict_if_they_mean_different_years(text, early, late, is_other):
    one, other = Statement(text, None, early), Statement(text, None, late)
    assert (compare(one, other).suggestion is Suggestion.CONFLICT) == is_other
    assert bool(relative_times_differ(one, other)) == is_other


def test_a_caller_can_set_thresholds_and_weights():
    pair = (
        Statement(LONG),
        Statement(
            "On a car park that has been used by nobody since 2019 Ravensby council spent 4 million pounds."
        ),
    )
    lax, strict = MatchTuning(Thresholds(duplicate=0.0)), MatchTuning(weights={"bias": -50.0})
    assert Matcher(lax).compare(*pair).suggestion == Suggestion.DUPLICATE
    assert Matcher(strict).compare(*pair).score < 0.01


def test_the_signature_and_date_of_a_tweet_count_as_its_words():
    claim = Statement("Mara Olsen shared a video of the harbour fire in June 2019")
    signed = "Look at that harbour burn! - Mara Olsen (@molsen) June 4, 2019"
    unsigned = "Look at that harbour burn! - Iva Brandt (@iva) May 1, 2021"
    assert compare(Statement(signed), claim).score > compare(Statement(unsigned), claim).score


def test_a_difference_in_words_common_on_the_desk_counts_less():
    a, b = Statement("Zyzzyva beetles eat wheat"), Statement("Zyzzyva beetles eat maize")
    farm_desk = Matcher(rarity=lambda term: 0.1 if term in ("wheat", "maiz") else 9.0)
    assert farm_desk.compare(a, b).score > compare(a, b).score


def test_every_feature_and_guard_has_a_sentence_to_show_as_its_reason():
    assert all((part.__doc__ or "").splitlines()[0].endswith(".") for part in (*FEATURES, *GUARDS))


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared(a, b):
    comparison = compare(Statement(a), Statement(b))
    assert 0 <= comparison.score <= 1
    assert all(0 <= value <= 1 for value in Matcher().examine(Statement(a), Statement(b))[0].values())


PIECES = st.sampled_from(
    "58:01 18:30 24:59 $18:30 6 pm o'clock thirty-second 32nd 1e99 trillion million % ½ - / , . .5 -15 about more than not only "
    "half a and three times 2018-19 May 5 last 16 semi-final South Sudan Mexico's Met 300万 人 °C £5m up to by from no 5-10 if".split()
)


@given(*[st.lists(PIECES, max_size=16).map(" ".join)] * 2)
def test_any_two_texts_of_odd_numbers_and_names_can_be_compared(a, b):
    assert 0 <= compare(Statement(a), Statement(b)).score <= 1


def test_astronomical_numbers_are_compared_without_an_error():
    one, other = (f"It cost {number} {'trillion ' * 60}euros" for number in ("1", "2.5"))
    assert suggest(one, other) != Suggestion.DUPLICATE


@given(st.text(max_size=80))
def test_a_text_is_its_own_exact_repeat_and_folding_is_idempotent(text):
    assert is_exact_repeat(text, text)
    assert fold_text(fold_text(text)) == fold_text(text)


@each_row(
    "text",
    [
        "",
        "\0",
        "the of and",
        "a12345",
        "👍",
        "مرحبا بالعالم",
        "北京的天气很好",
        "x" * 1_000_000,
        "1 " * 200_000,
    ],
)
def test_odd_texts_are_duplicates_only_of_themselves(text):
    assert compare(Statement(text), Statement(LONG)).score < 0.5
    assert compare(Statement(text), Statement(text)).suggestion == Suggestion.DUPLICATE


def test_importing_the_matcher_loads_neither_numpy_nor_rapidfuzz():
    code = (
        "import sys, claimtrack.core.match; assert not {'numpy', 'rapidfuzz', 'sqlite3'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_units_of_time_are_converted_before_numbers_are_compared():
    sentence = "The ferry to the island of Hven was out of service for {} after the storm."
    assert suggest(sentence.format("2 years"), sentence.format("24 months")) != Suggestion.CONFLICT
    assert suggest(sentence.format("2 years"), sentence.format("2 months")) == Suggestion.CONFLICT


@each_row(
    ("a", "b"),
    [
        ("The winter in the valley was mild, at -5 degrees", "The winter in the valley was mild, at 5 degrees"),
        ("The mill made a profit of -$5 million in a year", "The mill made a profit of $5 million in a year"),
        ("The bank raised its rate by 25 basis points in May", "The bank raised its rate by 25 percentage points in May"),
        ("Support for the party has gone up by 5 percent", "Support for the party has gone up by 5 percentage points"),
        ("The dish in the laboratory held 5e6 cells on Friday", "The dish in the laboratory held 5e9 cells on Friday"),
        ("该市有300万人居住在贫困线以下", "该市有500万人居住在贫困线以下"),
    ],
)  # fmt: skip
def test_a_changed_sign_power_or_point_is_a_conflict(a, b):
    assert suggest(a, b) == suggest(b, a) == Suggestion.CONFLICT


@each_row(
    ("a", "b", "reason"),
    [
        ("She moved to the hills from Brenta Oravia with her dogs", "She moved to the hills from Oravia to Brenta with her dogs", "side by side, and with a word between"),
        ("He is the first mayor to visit the third island since the war", "He is the fourth mayor to visit the island since the war", "three numbers, one the difference of the others"),
        ("Unemployment of the young in Oravia is above 25 percent", "Unemployment of the young in Oravia, a half of it hidden, is under 25 percent", "a half of 25 percent"),
    ],
)  # fmt: skip
def test_the_comparison_is_symmetric_whichever_side_has_the_odd_number(a, b):
    forward, backward = both_ways(a, b)
    assert forward.score == pytest.approx(backward.score)
    assert forward.suggestion == backward.suggestion


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_comparison_of_any_two_texts_is_symmetric(text, other):
    forward, backward = both_ways(text, other)
    assert forward.score == pytest.approx(backward.score)
    assert forward.suggestion == backward.suggestion


BRIDGE = "The new bridge in Kelso Bay cost 40 million crowns more than the council had planned"
TRAPPINGS = [
    # Whose post it is, whom it answers and what kind of post it is.
    (f"RT @maya_l: {BRIDGE}", "shared"),
    (f"RT @maya_l {BRIDGE}", "shared, without the colon"),
    (f"@tomhale @kelsocouncil {BRIDGE}", "a reply to two people"),
    (f"Fact-check: {BRIDGE}", "a label"),
    (f"Breaking: {BRIDGE}", "a label"),
    # Markup of a web page.
    (f'<p class="lead"><b>{BRIDGE}</b></p>', "pasted from a page"),
    (f"<blockquote>{BRIDGE}<br/></blockquote>", "pasted from a page"),
    (f"<script>let n = 14;</script><p>{BRIDGE}</p><style>p {{ color: red }}</style>", "with its script"),
    # Colour codes of a terminal.
    (BRIDGE.replace("40 million", "\x1b[31m40 million\x1b[0m"), "copied from a terminal"),
    (f"\x1b]0;14 men\x07{BRIDGE}\x1b[K", "copied from a terminal"),
    # Tag questions.
    (f"{BRIDGE}, didn't it?", "a question for agreement"),
    (f"{BRIDGE}, didn’t it?", "with a curly apostrophe"),
    (f"{BRIDGE}, right?", "a question for agreement"),
    (f"{BRIDGE}, did it not?", "a question for agreement"),
]


@each_row(("post", "reason"), TRAPPINGS)
def test_the_trappings_of_a_post_do_not_change_its_claim(post):
    comparison = compare(Statement(BRIDGE), Statement(post))
    assert (comparison.suggestion, comparison.differences) == (Suggestion.DUPLICATE, ())


ADDED_WORDS = [
    (f"{BRIDGE.replace('cost', 'did not cost')}, did it?", "a denial in the statement itself"),
    (f"Fact-check: {BRIDGE}? False.", "a verdict"),
    (f"Who says {BRIDGE[0].lower()}{BRIDGE[1:]}, or didn't it matter?", "another question"),
]


@each_row(("post", "reason"), ADDED_WORDS)
def test_words_that_a_post_adds_to_a_claim_count(post):
    assert compare(Statement(BRIDGE), Statement(post)).suggestion is not Suggestion.DUPLICATE


def test_a_handle_that_is_the_subject_is_compared():
    about, other = (
        f"@{name} has 4,000 vacancies for nurses and midwives this spring"
        for name in ("KelsoHealth", "OldinHealth")
    )
    assert compare(Statement(about), Statement(other)).suggestion is not Suggestion.DUPLICATE


ABOUT_ANOTHER_THING = [
    (
        "In Lisbon, pupils not vaccinated against measles are barred from camps.",
        "In Prague, the flu vaccine was banned after it killed two pupils.",
    ),
    (
        "The firm in Oslo laid off 4,500 of its workers in April, according to Ravn.",
        "Since June 2001, the firm has laid off 4,149 drivers, according to Nils Berg, a clerk.",
    ),
]


@pytest.mark.parametrize(("a", "b"), ABOUT_ANOTHER_THING)
def test_two_statements_with_little_in_common_do_not_conflict(a, b):
    comparison = compare(Statement(a), Statement(b))
    assert comparison.suggestion is Suggestion.RELATED
