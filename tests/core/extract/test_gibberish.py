"""Text that is not language yields no rows, however long it is."""

import base64

from claimtrack.core.extract import extract
from claimtrack.core.model import Article
from tests.tables import each_row

BEFORE = "The zoo bought 40 lions in 2023. The mayor opened the bridge, which cost 4 million pounds."
AFTER = "The river rose by 3 metres in May, and the town lost 12 houses, which nobody had insured."
GIBBERISH = {
    # Each thousand letters used to count as another appearance of the same claim.
    "one letter": "a" * 200_000,
    "with stops": ("Q" * 900 + ". ") * 20,
    "a coded picture": base64.b64encode(bytes(range(256)) * 40).decode(),
    "a key": "0f" * 2000,
    "words that lost their blanks": "therentsroseby12percentlastyear" * 40,
    "with a few words": f"See the picture {'x9' * 400} here.",
}


@each_row("words", GIBBERISH.values(), ids=GIBBERISH)
def test_gibberish_yields_no_rows_and_hides_no_others(words):
    found = extract(Article("\n\n".join([BEFORE] * 8 + [words] + [AFTER] * 8)))
    assert {row.text for row in found} == {
        row.text for row in extract(Article("\n\n".join([BEFORE] * 8 + [AFTER] * 8)))
    }


TEXT = {
    # A script without spaces.
    "Chinese": "“" + "该市去年修建了三百万套住房，" * 30 + "”，市长说。",
    "a long address": f"The council spent 4 million pounds in 2023, as it says at https://a.example/{'x' * 280}?page=2 in full",
    "a long word": "The ministry spent 4 million on the Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz.",
}


@each_row("words", TEXT.values(), ids=TEXT)
def test_long_words_and_scripts_without_spaces_are_read(words):
    assert extract(Article(words))


BROKEN = [
    "The Port Office said 340 boats came. The port denied it., which",
    "According to Moor,—.",
    "According to sources close to Lund,, able to help him as much suggesting money and boats might be this point, Moor suggested a "
    "deadline for turning the port, suggesting",
    "r h o h e l a . B s y r d State, who",
]


@each_row("text", BROKEN)
def test_rows_of_a_truncated_or_garbled_text_hold_the_words_at_their_spans(rows, text):
    for row in rows(text):
        assert text[row.start : row.end] == row.text
