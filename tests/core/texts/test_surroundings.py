"""The words around a quotation are whole, and tell where the article goes on."""

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
def test_before(before, start, shown):
    row = {"context_before": before, "context_after": None, "span_start": start}
    assert surroundings(row) == (shown, "")


@each_row(
    ("before", "called", "shown"),
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
def test_a_paragraph_that_ends_before_the_quote_is_marked(before, called, shown):
    row = {"context_before": before, "context_after": None, "span_start": len(before), "article": called}
    assert surroundings(row) == (shown, "")


def test_a_paragraph_that_ends_behind_the_quote_is_marked_and_not_the_end_of_the_article():
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
def test_after(after, shown):
    row = {"context_before": None, "context_after": after, "span_start": 0}
    assert surroundings(row) == ("", shown)
