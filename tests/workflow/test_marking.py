"""A claim that the extraction missed, marked in its article: what the desk holds of it already is recognised."""

import pytest

from claimtrack.core.errors import InvalidSpan
from claimtrack.core.model import Article, Kind, Suggestion
from claimtrack.store import appearances, claims, matches
from claimtrack.workflow import marking
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles.extracting import Extractor
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.matching import matching

WORDS = "Ferries to Orla carried 40,000 people in March"
TEXT = f"Good morning. {WORDS}, the harbour said. {WORDS}! Fares to Orla rose by 5 percent."


@pytest.fixture
def article_id(desk):
    """An article in which no claim was found."""
    none = Extractor("none", lambda article, options: [])
    article = Article(TEXT, url="https://news.example/orla")
    return ingest_article(desk, article, extractor=none, actor="bo").article_id


@pytest.mark.parametrize(
    ("told", "marked", "is_one"),
    [
        pytest.param("Ida Brook", "Ida Brook", True, id="the same speaker"),
        pytest.param("Ida Brook", "ida brook", True, id="however the name is written"),
        pytest.param("Ida Brook", None, True, id="the article names nobody"),
        pytest.param(None, "Ida Brook", True, id="nobody was named before"),
        pytest.param("Ida Brook", "Tor Lund", False, id="another person says the same"),
    ],
)
def test_words_that_the_desk_holds_are_another_appearance_of_their_claim(
    desk, article_id, told, marked, is_one
):
    known = add_claim(desk, NewClaim(WORDS, told), actor="ada").claim_id
    filed = marking.mark(desk, article_id, WORDS, speaker=marked, actor="ada")
    assert (filed.claim_id == known, filed.is_new) == (is_one, not is_one)
    [seen] = appearances.of_article(desk, article_id)
    assert (seen["claim_id"], seen["quote"]) == (filed.claim_id, WORDS)


def test_a_claim_with_another_number_is_filed_and_the_pair_waits_for_a_judgement(desk, article_id):
    known = add_claim(desk, NewClaim(WORDS.replace("40,000", "14,000"), "Ida Brook"), actor="ada").claim_id
    filed = marking.mark(desk, article_id, WORDS, speaker="Ida Brook", kind=Kind.INDIRECT, actor="ada")
    assert [(one.claim_id, one.suggestion) for one in filed.matches] == [(known, Suggestion.CONFLICT)]
    assert [pair["claim_id"] for pair in matches.of_claim(desk, filed.claim_id)] == [known]


def test_who_marks_the_same_words_a_moment_later_adds_to_that_claim(desk, article_id, monkeypatch):
    """Between the look-up and the write lock somebody else was quicker."""
    look_up, quicker = matching.look_up, []

    def late(db, statement, **how):
        found = look_up(db, statement, **how)
        if not quicker:
            quicker.append(None)
            quicker[0] = add_claim(db, NewClaim(WORDS, "Ida Brook"), actor="cy").claim_id
        return found

    monkeypatch.setattr(matching, "look_up", late)
    filed = marking.mark(desk, article_id, WORDS, speaker="Ida Brook", actor="ada")
    assert (filed.claim_id, filed.is_new) == (quicker[0], False)
    assert claims.newest_id(desk) == quicker[0]


def test_the_same_words_further_on_count_again_and_a_part_of_the_quote_does_not(desk, article_id):
    first = marking.mark(desk, article_id, WORDS, speaker="Ida Brook", actor="ada")
    again = marking.mark(desk, article_id, WORDS, near=TEXT.rindex(WORDS), speaker="Ida Brook", actor="ada")
    assert (again.claim_id, again.is_new) == (first.claim_id, False)
    with pytest.raises(InvalidSpan, match="these words are already marked as claim"):
        marking.mark(desk, article_id, f"{WORDS}!", near=TEXT.rindex(WORDS), speaker="Ida Brook", actor="ada")
