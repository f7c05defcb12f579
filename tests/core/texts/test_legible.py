"""A text as readers see it, without hidden characters, and how its spans map back to the source."""

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.core.texts.legible import Legible, legible
from tests.tables import each_row

CASES = [
    # Soft hyphens mark where a word may be broken: web pages are full of them.
    ("unem\u00adploy\u00adment", "unemployment"),
    # The text of a PDF keeps the one at which a line was broken.
    ("unem\u00ad\nployment", "unemployment"),
    ("unem\u00ad\r\n  ployment", "unemployment"),
    # The next line is another paragraph.
    ("fell\u00ad\n\nPrices", "fell\n\nPrices"),
    # Real hyphens are kept, including the non-breaking one.
    ("re-elected, well\u2011known", "re-elected, well\u2011known"),
    # Zero-width spaces, joiners and byte-order marks within a word, beside one and before punctuation.
    ("Mil\u200bler", "Miller"),
    ("Mil\u2060ler", "Miller"),
    ("\ufeffMiller", "Miller"),
    ("Ada\u200b Miller\u200b, mayor", "Ada Miller, mayor"),
    ("Mil\u200dler", "Miller"),
    ("Ada\u200e Miller", "Ada Miller"),
    # After a full stop, a zero-width space replaces the space.
    ("It fell.\u200bThe mayor", "It fell.\u200bThe mayor"),
    # Persian is written with joiners, and family emoji are joined.
    ("\u0645\u06cc\u200c\u0631\u0648\u0645", "\u0645\u06cc\u200c\u0631\u0648\u0645"),
    ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
    # Macs write accents as separate characters.
    ("Jose\u0301", "Jos\u00e9"),
    ("Nguye\u0302\u0303n", "Nguy\u1ec5n"),
    ("\u1112\u1161\u11ab", "\ud55c"),
    # PDFs may have ligatures of two or three letters.
    ("The \ufb01rst o\ufb03cer", "The first officer"),
    # An accent without a composed letter is kept.
    ("x\u0301", "x\u0301"),
    ("plain", "plain"),
]


@each_row(("text", "seen"), CASES)
def test_a_text_is_read_without_its_hidden_characters(text, seen):
    assert legible(text) == seen
    assert Legible(text).text == seen
    assert legible(seen) == seen


def test_a_span_maps_back_to_the_words_with_their_hidden_characters():
    source = "\ufeffThe mi\u00adnister Jose\u0301 Mil\u00adler\u00ad said"
    read = Legible(source)
    for words, held in (("minister", "mi\u00adnister"), ("José", "Jose\u0301"), ("Miller", "Mil\u00adler")):
        start = read.text.index(words)
        first, last = read.span(start, start + len(words))
        assert source[first:last] == held
    assert read.span(0, len(read.text)) == (1, len(source))


PIECES = st.sampled_from(
    [
        "a",
        "e\u0301",
        "\u00ad",
        "\u200b",
        "\u00ad\n",
        ".",
        " ",
        "\u0301",
        "\u200d",
        "\u1112\u1161",
        "\ufb03",
        "x",
    ]
)


@given(st.lists(PIECES).map("".join), st.data())
def test_every_span_maps_back_to_source_words_that_read_the_same(source, data):
    read = Legible(source)
    if not read.text:
        return
    start = data.draw(st.integers(0, len(read.text) - 1))
    end = data.draw(st.integers(start + 1, len(read.text)))
    first, last = read.span(start, end)
    assert 0 <= first < last <= len(source)
    # A letter keeps all its accents, and whether a character at the edge is hidden depends on its neighbours.
    assert read.text[start:end].strip("\u200b\u200d\u0301") in Legible(source[first:last]).text
