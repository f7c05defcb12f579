"""The words around a quotation: whole words, with a mark where the article goes on or a paragraph ends."""

import pytest

from claimtrack.core.model import CONTEXT
from claimtrack.core.texts.surroundings import surroundings
from tests.tables import each_row


@each_row(
    ("before", "start", "shown"),
    [
        pytest.param("", 0, "", id="the article begins with it"),
        pytest.param("Rents? ", 7, "Rents? ", id="all that stands before it"),
        pytest.param("x" * CONTEXT + " ", 201, "x" * CONTEXT + " ", id="all of it, if long"),
        pytest.param("nley) said: ", 90, "…said: ", id="in a word"),
        pytest.param(" Sunley said: ", 90, "…Sunley said: ", id="between words"),
        pytest.param("nley)\n\nHe said: ", 90, "…He said: ", id="at the end of a paragraph"),
        pytest.param("漢字漢字", 90, "…漢字漢字", id="where no blank tells words"),
        pytest.param("", 90, "", id="an extractor that keeps no context"),
        pytest.param("Rents? ", None, "Rents? ", id="a place that is not known"),
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
            "Last bank leaves town. ", "Last bank leaves", "Last bank leaves town. ", id="no heading"
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
        pytest.param(", she said.", ", she said.", id="all that stands behind it"),
        pytest.param(f"{'x' * 190} she sa\n\nHe", f"{'x' * 190} she sa…", id="in a word"),
        pytest.param(f"{'x' * 190} she said ", f"{'x' * 190} she said…", id="between words"),
        pytest.param("漢" * CONTEXT, "漢" * CONTEXT + "…", id="where no blank tells words"),
    ],
)
def test_the_words_after_a_quotation_end_with_a_whole_word(after, shown):
    row = {"context_before": None, "context_after": after, "span_start": 0}
    assert surroundings(row) == ("", shown)
