"""What is no text claims nothing, and says nothing a thousand times over."""

import base64

from claimtrack.core.extract import extract
from claimtrack.core.model import Article
from tests.tables import each_row

BEFORE = "The zoo bought 40 lions in 2023. The mayor opened the bridge, which cost 4 million pounds."
AFTER = "The river rose by 3 metres in May, and the town lost 12 houses, which nobody had insured."
NO_TEXT = {
    # Each thousand letters were a place where the same claim stands.
    "one letter": "a" * 200_000,
    "with stops": ("Q" * 900 + ". ") * 20,
    "a coded picture": base64.b64encode(bytes(range(256)) * 40).decode(),
    "a key": "0f" * 2000,
    "words that lost their blanks": "therentsroseby12percentlastyear" * 40,
    "with a few words": f"See the picture {'x9' * 400} here.",
}


@each_row("words", NO_TEXT.values(), ids=NO_TEXT)
def test_what_is_no_text_is_no_claim_and_takes_none_away(words):
    found = extract(Article("\n\n".join([BEFORE] * 8 + [words] + [AFTER] * 8)))
    assert {one.text for one in found} == {
        one.text for one in extract(Article("\n\n".join([BEFORE] * 8 + [AFTER] * 8)))
    }


TEXT = {
    # A script without blanks.
    "Chinese": "“" + "该市去年修建了三百万套住房，" * 30 + "”，市长说。",
    "a long address": f"The council spent 4 million pounds in 2023, as it says at https://a.example/{'x' * 280}?page=2 in full",
    "a long word": "The ministry spent 4 million on the Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz.",
}


@each_row("words", TEXT.values(), ids=TEXT)
def test_long_words_and_scripts_without_blanks_are_text(words):
    assert extract(Article(words))


BROKEN = [
    "The Port Office said 340 boats came. The port denied it., which",
    "According to Moor,—.",
    "According to sources close to Lund,, able to help him as much suggesting money and boats might be this point, Moor suggested a "
    "deadline for turning the port, suggesting",
    "r h o h e l a . B s y r d State, who",
]


@each_row("text", BROKEN)
def test_a_text_that_is_broken_off_or_garbled_is_read(rows, text):
    for row in rows(text):
        assert text[row.start : row.end] == row.text
