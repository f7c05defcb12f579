"""The words around a quotation: whole words, with a mark where the article goes on or a paragraph ends."""

import pytest

from claimtrack.core.model import CONTEXT
from claimtrack.core.texts.surroundings import surroundings
from tests.tables import each_row


@each_row(
    ("before", "start", "shown"),
    [
        pytest.param("", 0, "", id="at the beginning of the article"),
        pytest.param("Rents? ", 7, "Rents? ", id="everything before it"),
        pytest.param("x" * CONTEXT + " ", 201, "x" * CONTEXT + " ", id="everything before it, even if long"),
        pytest.param("nley) said: ", 90, "…said: ", id="cut within a word"),
        pytest.param(" Sunley said: ", 90, "…Sunley said: ", id="cut between words"),
        pytest.param("nley)\n\nHe said: ", 90, "…He said: ", id="cut at the end of a paragraph"),
        pytest.param("漢字漢字", 90, "…漢字漢字", id="a script without spaces"),
        pytest.param("", 90, "", id="an extractor without context"),
        pytest.param("Rents? ", None, "Rents? ", id="an unknown position"),
    ],
)
def test_the_words_before_a_quotation_begin_with_a_whole_word(before, start, shown):
    row = {"context_before": before, "context_after": None, "span_start": start}
    assert surroundings(row) == (shown, "")


@each_row(
    ("before", "article_name", "shown"),
    [
        pytest.param(
            "Last bank leaves\n\nIt went. ", None, "Last bank leaves ¶ It went. ", id="a blank line"
        ),
        pytest.param("Last bank leaves\r\n \r\n", None, "Last bank leaves ¶ ", id="just before the quote"),
        pytest.param("It went\nin May. ", None, "It went\nin May. ", id="a line that is only wrapped"),
        pytest.param(
            "Last bank leaves\nIt went. ", "Last bank leaves", "Last bank leaves ¶ It went. ", id="a heading"
        ),
        pytest.param(
            "Last bank leaves town. ", "Last bank leaves", "Last bank leaves town. ", id="not a heading"
        ),
        pytest.param("\n\nIt went. ", None, "It went. ", id="blank lines at the article's beginning"),
    ],
)
def test_a_paragraph_break_before_a_quotation_is_marked(before, article_name, shown):
    row = {
        "context_before": before,
        "context_after": None,
        "span_start": len(before),
        "article": article_name,
    }
    assert surroundings(row) == (shown, "")


def test_a_paragraph_break_after_a_quotation_is_marked_but_not_the_last():
    row = {"context_before": None, "context_after": ", she said.\n\nThe last one stays.\n\n", "span_start": 0}
    assert surroundings(row) == ("", ", she said. ¶ The last one stays.")


@each_row(
    ("after", "shown"),
    [
        pytest.param(", she said.", ", she said.", id="everything after it"),
        pytest.param(f"{'x' * 190} she sa\n\nHe", f"{'x' * 190} she sa…", id="cut within a word"),
        pytest.param(f"{'x' * 190} she said ", f"{'x' * 190} she said…", id="cut between words"),
        pytest.param("漢" * CONTEXT, "漢" * CONTEXT + "…", id="a script without spaces"),
    ],
)
def test_the_words_after_a_quotation_end_with_a_whole_word(after, shown):
    row = {"context_before": None, "context_after": after, "span_start": 0}
    assert surroundings(row) == ("", shown)
