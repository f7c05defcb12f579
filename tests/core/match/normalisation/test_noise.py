"""Noise around a statement in posts, feeds, transcripts and scans is not part of it."""

from claimtrack.core.match.normalisation.noise import compare_datelines
from claimtrack.core.match.normalisation.normalise import normalise_text
from tests.tables import each_row

CLEANED = [
    (">> The cook paid", "The cook paid", "a turn of captions"),
    ("[00:12:04] The cook paid", "The cook paid", "a time code"),
    ("1/ The cook paid", "The cook paid", "a thread"),
    ("Rents in twenty twenty", "Rents in 2020", "a year with a repeated word"),
    ("1/5 The cook paid", "The cook paid", "a thread with its length"),
    ("The cook paid. (1/5)", "The cook paid.", "a thread count after it"),
    ("MALM (AP) — The cook paid", "The cook paid", "a dateline"),
    ("MALM, May 3 (Reuters) - The cook paid", "The cook paid", "a dateline with its day"),
    ("(AP) — The cook paid", "The cook paid", "an agency without a town"),
    ("The cook paid (AP)", "The cook paid", "an agency after it"),
    ("1. The cook paid", "The cook paid", "a list"),
    ("#BREAKING | The cook paid", "The cook paid", "a tag"),
    ("\U0001f6a8BREAKING\U0001f6a8 The cook paid", "The cook paid", "between emojis"),
    ("\U0001f1fa\U0001f1f8 The cook paid", "The cook paid", "a flag"),
    ("The claim: The cook paid", "The cook paid", "a desk's label"),
    ("The cook&#39;s tax &amp; rent", "The cook's tax & rent", "a page's letters"),
    ("The cook [sic] paid", "The cook paid", "an editor's word"),
    ("VIDEO: The cook paid", "The cook paid", "a label"),
    ("The cook paid - BBC News", "The cook paid", "an outlet"),
    ("The cook paid | The Guardian", "The cook paid", "a site"),
    ("The cook paid (via @malm)", "The cook paid", "a sender"),
    ("The cook, uh, never paid", "The cook, never paid", "hesitation"),
    ("The cook never paid — never paid a tax", "The cook never paid a tax", "a false start"),
    ("The cook never never paid", "The cook never paid", "a word twice"),
    ("in the, in the town", "in the town", "unfinished"),
    ("The govern-\nment paid", "The government paid", "broken at the end of a line"),
    ("The pe0ple paid", "The people paid", "a digit for a letter"),
    ("A lega1 pers0n in L0ndon", "A legal person in London", "near its end, and in a name"),
]
KEPT = [
    ("2/3 Of cooks paid", "a number"),
    ("3.5 Million cooks were paid", "a number"),
    ("\U0001f1fa\U0001f1f8 sends tanks", "a country by its flag"),
    ("9/11 Cooks were paid", "a day"),
    ("9:30 PM is when the cooks are paid", "an hour"),
    ("The cooks were paid | Lenland", "a place"),
    ("The cooks of Pago Pago", "a name of two words"),
    ("the first first lady", "a number twice"),
    ("Rents have got to 12 percent", "a number reached"),
    ("0 in May", "no noun after it"),
    ("MALM - the cook paid", "a name"),
    ("um 55 Prozent", "a German word"),
    ("pre- and post-war", "half a word"),
    ("If it is, it is over", "two clauses"),
    ("the cook's the cook", "a possessive"),
    ("F16s, H1N1, A1c and top10", "intended digits"),
    ("| Rents | 12 |", "a table"),
]


@each_row(("text", "cleaned", "reason"), CLEANED)
def test_noise_around_a_statement_is_removed(text, cleaned):
    assert normalise_text(text).text == cleaned


@each_row(("text", "reason"), KEPT)
def test_words_that_may_belong_to_a_statement_are_kept(text):
    assert normalise_text(text).text == text


def test_the_towns_of_different_datelines_are_reported():
    assert (
        compare_datelines("MALM (AP) - The mayor paid", "ORSK (AFP) — The mayor paid")
        == "differs: MALM / ORSK"
    )
    assert compare_datelines("MALM (AP) - The mayor paid", "The mayor paid") is None
