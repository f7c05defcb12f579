"""A word broken at the end of a line is joined again, and a hyphen of its own is kept."""

import time

import pytest

from claimtrack.core.texts.wrapped import unwrap_line
from tests.tables import each_row


@each_row(
    ("words", "line", "elsewhere"),
    [
        pytest.param("homes were afford-\nable", "homes were affordable", "", id="an ending"),
        pytest.param("afford-\r\n  able homes", "affordable homes", "", id="an indented line of Windows"),
        pytest.param("the infor-\nmation", "the information", "", id="a longer ending"),
        pytest.param(
            "the govern-\nment's plan", "the govern-ment's plan", "", id="a possessive is ambiguous"
        ),
        pytest.param("home-\nowners", "homeowners", "Homeowners lost.", id="written as one word elsewhere"),
        pytest.param("Home-\nowners", "Home-owners", "", id="a word that may have a hyphen"),
        pytest.param("twenty-\nfive", "twenty-five", "", id="a number"),
        pytest.param("long-\nterm", "long-term", "", id="a compound"),
        pytest.param("re-\nsent them", "re-sent them", "", id="a prefix"),
        pytest.param(
            "co-\ned schools", "co-ed schools", "Co-ed schools close.", id="with a hyphen elsewhere"
        ),
        pytest.param("cost-of-\nliving", "cost-of-living", "", id="several words"),
        pytest.param("a 20-\nyear lease", "a 20-year lease", "", id="after a number"),
        pytest.param("a 20-\ner", "a 20-er", "", id="no word before an ending"),
        pytest.param("short-\nand long-term", "short- and long-term", "", id="its second half comes later"),
        pytest.param("10-\n12 per cent", "10- 12 per cent", "", id="numbers are left alone"),
        pytest.param("the Smith-\nJones case", "the Smith- Jones case", "", id="names are left alone"),
        pytest.param("rents -\nable to rise", "rents - able to rise", "", id="a dash"),
        pytest.param("a well-off man", "a well-off man", "", id="within a line"),
        pytest.param("inner-\ncity", "inner-city", "", id="not an ending, although it looks like one"),
        pytest.param("state-\nled", "state-led", "", id="a word that ends like one"),
        pytest.param("two-\nstory", "two-story", "", id="another such word"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_joined_again(words, line, elsewhere):
    assert unwrap_line(words, f"{words}. {elsewhere}") == line


def test_ten_thousand_broken_words_are_joined_quickly():
    text = "afford-\nable " * 10_000
    start = time.process_time()
    assert unwrap_line(text, text) == ("affordable " * 10_000).strip()
    unwrap_line("a-" * 100_000, text)
    assert time.process_time() - start < 2
