"""Only rows whose words stand in the article at their span are kept."""

from dataclasses import replace

import pytest

from claimtrack.core.extract import extract, is_verbatim, keep_verbatim
from claimtrack.core.extract.verbatim import drop_overlapping
from claimtrack.core.model import Article

ARTICLE = Article("Ada Moor said the bridge was closed in May. The toll was paid. The toll was paid.")


@pytest.fixture
def claim():
    return extract(ARTICLE)[0]


def test_extracted_rows_are_verbatim(claim):
    assert is_verbatim(ARTICLE, claim)
    assert keep_verbatim(ARTICLE, [claim]) == [claim]


def test_a_row_with_invented_words_is_dropped(claim):
    assert keep_verbatim(ARTICLE, [replace(claim, text="the bridge was blown up")]) == []


def test_a_wrong_span_is_corrected_if_the_words_occur_once(claim):
    assert keep_verbatim(ARTICLE, [replace(claim, start=0, end=4)]) == [claim]


def test_a_row_with_a_wrong_span_is_dropped_if_its_words_occur_twice(claim):
    assert keep_verbatim(ARTICLE, [replace(claim, text="The toll was paid.", start=0, end=18)]) == []


def test_of_rows_that_overlap_the_one_proposed_first_is_kept_in_the_order_of_the_text(claim):
    spans = [(40, 60), (0, 10), (40, 60), (5, 12), (60, 70), (41, 42), (30, 80)]
    rows = [replace(claim, start=start, end=end) for start, end in spans]
    assert drop_overlapping(rows) == [rows[1], rows[0], rows[4]]


@pytest.mark.parametrize("spoiled", [{"text": ""}, {"start": -5}, {"end": 10_000}])
def test_a_span_outside_the_text_is_not_verbatim(claim, spoiled):
    assert not is_verbatim(ARTICLE, replace(claim, **spoiled))


def test_hidden_characters_and_decomposed_accents_are_ignored_but_quoted():
    seen = (
        "Unemployment fell by 12 percent in 2023, minister José García said.\n\n“We built 40,000 homes,” García told "
        "reporters. A re-elected mayor spoke."
    )
    text = (
        seen.replace("employ", "em\u00adploy").replace("homes", "ho\u200bmes").replace("Garc", "Gar\u00adc")
    )
    text = "\ufeff" + text.replace("é", "e\u0301").replace("í", "i\u0301")
    plain_rows, rows = extract(Article(seen)), extract(Article(text))
    assert [(row.speaker, row.kind, row.score) for row in rows] == [
        (row.speaker, row.kind, row.score) for row in plain_rows
    ]
    assert [row.speaker for row in rows][:2] == ["José García", "José García"]
    assert rows[0].text == "Unem\u00adployment fell by 12 percent in 2023"
    for row in rows:
        assert is_verbatim(Article(text), row)
        assert text[row.end :].startswith(row.context_after)
        assert text[: row.start].endswith(row.context_before)
