"""Where a quote is found again in a text, judged by its surroundings."""

from claimtrack.core.texts.anchor import anchor
from tests.tables import each_row

CASES = [
    # Moved by a paragraph inserted before it.
    ("New. Prices fell. Old.", "Prices fell.", "", " Old.", (5, 17)),
    # The one of two places with the same words before.
    ("In May prices fell. In June prices fell.", "prices fell", "In June ", ".", (28, 39)),
    # The one of two places with the same words after.
    ("prices fell here; prices fell there", "prices fell", "", " there", (18, 29)),
    # Without a difference, the first place.
    ("Prices fell. Prices fell.", "Prices fell.", "x", "y", (0, 12)),
    # Slashes are text, not paths.
    ("/a prices fell /b", "prices fell", "a/", " c/d", (3, 14)),
    ("1/2 prices fell 3/4 prices fell", "prices fell", "3/4 ", "", (20, 31)),
    # A reworded quote is not found.
    ("Prices rose.", "Prices fell.", "", "", None),
    # An empty quote is not found.
    ("Prices fell.", "", "", "", None),
    # Overlapping places are both considered.
    ("aaa", "aa", "a", "", (1, 3)),
    # Code points, not bytes or UTF-16 units.
    ("🙂é prices fell", "prices fell", "", "", (3, 14)),
]


# The same words in other typography: the text, the quote, and its span.
TYPESET = [
    ("“Prices” fell – by\u00a05", '"Prices" fell - by 5', (0, 20)),
    ('It\'s "so"', "It’s “so”", (0, 9)),
    ("「Prices」 fell", '"Prices" fell', (0, 13)),
    ("A. Prices\nfell.", "Prices fell", (3, 14)),
    # The original typography takes precedence if both occur.
    ("don't; don’t", "don’t", (7, 12)),
    ("Prices – fell", "Prices fell", None),
]


@each_row(("text", "quote", "span"), TYPESET)
def test_a_quote_is_found_however_it_is_typeset(text, quote, span):
    assert anchor(text, quote, "", "") == span


@each_row(("text", "quote", "before", "after", "span"), CASES)
def test_a_quote_is_found_where_its_surroundings_agree(text, quote, before, after, span):
    assert anchor(text, quote, before, after) == span
    assert span is None or text[span[0] : span[1]] == quote
