"""Abbreviations and alternative names of countries are read as newsrooms write them; ambiguous ones are kept."""

from claimtrack.core.match.normalisation.normalise import normalise_text
from claimtrack.core.match.reading.reading import read
from tests.tables import each_row

IN_FULL = [
    ("The Czech Republic paid", "Czechia paid", "its short name"),
    ("Troops of the Russian Federation left", "Troops of Russia left", "its official name"),
    ("The DPRK paid", "North Korea paid", "its acronym"),
    ("Miners in the DRC paid", "Miners in the Democratic Republic of the Congo paid", "its acronym"),
    ("Congo-Brazzaville paid", "the Republic of the Congo paid", "the other of two countries"),
    ("Great Britain paid", "Britain paid", "the greater part of the country"),
    (
        "a fire in Portland, Ore., on Monday",
        "a fire in Portland, Oregon, on Monday",
        "a state as agencies write it",
    ),
    ("a fire in Portland, OR on Monday", "a fire in Portland, Oregon on Monday", "a state in postal form"),
    ("the strike on Mon at six", "the strike on Monday at six", "a weekday"),
    ("closed until Thurs.", "closed until Thursday", "a weekday with its full stop"),
    ("it drifted for 90 mi before dawn", "it drifted for 90 miles before dawn", "a unit"),
    ("patients w/o a bed", "patients without a bed", "as in posts"),
    ("schools closed b/c of heat", "schools closed because of heat", "as in posts"),
    ("the US Federal Reserve paid", "the Fed paid", "a bank"),
    ("SCOTUS ruled so", "the US Supreme Court ruled so", "a court"),
    ("an e-mail to Delhi", "an email to Delhi", "a hyphen"),
    ("drugs, e.g. insulin", "drugs, for example insulin", "Latin"),
    ("No 10 said so", "Downing Street said so", "a house as a speaker"),
    ("Number 10 has denied it", "Downing Street has denied it", "with the number in full"),
]
KEPT = [
    ("the Dominican Republic paid", "no other name of a country"),
    ("the republic of letters", "not a country"),
    ("It is bad, OR so they say", "no town before it"),
    ("OR THE OTHER, IN MAY", "a shout"),
    ("No 10 miners were paid", "a number"),
    ("It debuted at No 10 in the charts", "a rank"),
    ("the firm was bought by Sun in May", "not Sunday"),
    ("an attack on Sun reporters", "not Sunday"),
    ("a ruling on Sat exams", "not Saturday"),
]
WORDS = [
    ("The govt paid Sgt Moor", ["the", "government", "paid", "sergeant", "moor"], "an organisation and a rank"),
    ("Gov. Moor of Fifth Ave.", ["governor", "moor", "of", "fifth", "avenue"], "an office and a street"),
    ("Kane Jr. v Kane Sr.", ["kane", "junior", "versus", "kane", "senior"], "family members"),
    ("the sales rep", ["the", "sales", "rep"], "not a member of a parliament"),
    ("the gov minnow", ["the", "gov", "minnow"], "not a governor"),
]  # fmt: skip


@each_row(("written", "read_as", "reason"), IN_FULL)
def test_a_name_or_abbreviation_is_read_as_newsrooms_write_it(written, read_as):
    assert normalise_text(written).text == read_as


@each_row(("written", "reason"), KEPT)
def test_an_ambiguous_name_or_abbreviation_is_kept(written):
    assert normalise_text(written).text == written


@each_row(("written", "words", "reason"), WORDS)
def test_an_abbreviated_word_is_compared_in_full_but_quoted_as_written(written, words):
    assert read(written).words == words
    assert [token.text for token in read(written).tokens][-1] in written
