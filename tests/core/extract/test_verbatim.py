from dataclasses import replace

import pytest

from claimtrack.core.extract import extract, is_verbatim, keep_verbatim
from claimtrack.core.model import Article

ARTICLE = Article("Ada Moor said the bridge was closed in May. The toll was paid. The toll was paid.")


@pytest.fixture
def claim():
    return extract(ARTICLE)[0]


def test_the_rules_own_rows_stand_in_the_article(claim):
    assert is_verbatim(ARTICLE, claim)
    assert keep_verbatim(ARTICLE, [claim]) == [claim]


def test_invented_words_are_dropped(claim):
    assert keep_verbatim(ARTICLE, [replace(claim, text="the bridge was blown up")]) == []


def test_a_wrong_span_is_mended_where_the_words_occur_once(claim):
    assert keep_verbatim(ARTICLE, [replace(claim, start=0, end=4)]) == [claim]


def test_a_wrong_span_of_words_that_occur_twice_is_dropped(claim):
    assert keep_verbatim(ARTICLE, [replace(claim, text="The toll was paid.", start=0, end=18)]) == []


@pytest.mark.parametrize("spoiled", [{"text": ""}, {"start": -5}, {"end": 10_000}])
def test_a_span_outside_the_text_is_not_verbatim(claim, spoiled):
    assert not is_verbatim(ARTICLE, replace(claim, **spoiled))
