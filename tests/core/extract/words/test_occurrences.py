"""Where a name occurs in a text, whether long or short."""

import pytest

from claimtrack.core.extract import Options, extract
from claimtrack.core.extract.words import occurrences
from claimtrack.core.extract.words.occurrences import find_first_occurrence, find_occurrences
from claimtrack.core.model import Article
from tests.tables import CASES, each_row

TEXT = "Ann Lee left. McLee, Leeds and Lee's Lee-Lee met Ann Leeson, Ann Lee, O'Lee and al-Lee of 46 Lee St. Éa Lee. Ann Lee"
NAMES = ["Lee", "Ann Lee", "Ann", "Lee-Lee", "O'Lee", "al-Lee", "46 Lee", "St. Éa", "Éa", "left", "of", "Lee St", "Moor", "'s"]  # fmt: skip


@pytest.fixture
def index_every_text(monkeypatch):
    """Treat every text as long, so that it is indexed."""
    monkeypatch.setattr(occurrences, "_LONG_TEXT", 0)


@each_row("name", NAMES)
def test_a_name_is_found_at_the_same_places_with_an_index(name):
    ends = [None, *range(len(TEXT) + 1)]
    read = [list(find_occurrences(TEXT, name, end)) for end in ends]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(occurrences, "_LONG_TEXT", 0)
        assert [list(find_occurrences(TEXT, name, end)) for end in ends] == read


def test_a_name_is_not_found_inside_a_word():
    assert [TEXT[at - 4 : at + 5] for at in find_occurrences(TEXT, "Lee")][1:3] == ["and Lee's", "e's Lee-L"]
    assert find_first_occurrence(TEXT, "Lee") == 4
    assert find_first_occurrence(TEXT, "Moor") == -1


def test_a_long_text_is_not_scanned_for_each_name(index_every_text, monkeypatch):
    """Scanning ten million characters for each of a hundred thousand names took hours."""
    monkeypatch.setattr(occurrences, "_scan", None)
    assert len(list(find_occurrences(TEXT, "Ann Lee"))) == 3


@each_row("file", sorted((CASES / "seen").glob("a*.txt")))
def test_extraction_is_the_same_with_an_index(file):
    article = Article(file.read_text(encoding="utf-8").partition("\n---\n")[0])
    short = list(extract(article, Options()))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(occurrences, "_LONG_TEXT", 0)
        assert list(extract(article, Options())) == short
