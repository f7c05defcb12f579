"""Marking a claim that the extraction missed in its article; known claims are recognised."""

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
    """The id of an article in which no claim was found."""
    finds_nothing = Extractor("none", lambda article, options: [])
    article = Article(TEXT, url="https://news.example/orla")
    return ingest_article(desk, article, extractor=finds_nothing, actor="bo").article_id


@pytest.mark.parametrize(
    ("known_speaker", "marked_speaker", "is_known"),
    [
        pytest.param("Ida Brook", "Ida Brook", True, id="the same speaker"),
        pytest.param("Ida Brook", "ida brook", True, id="the name in another case"),
        pytest.param("Ida Brook", None, True, id="the article names no speaker"),
        pytest.param(None, "Ida Brook", True, id="the known claim has no claimant"),
        pytest.param("Ida Brook", "Tor Lund", False, id="another speaker"),
    ],
)
def test_marking_the_words_of_a_known_claim_adds_an_appearance(
    desk, article_id, known_speaker, marked_speaker, is_known
):
    known = add_claim(desk, NewClaim(WORDS, known_speaker), actor="ada").claim_id
    marked = marking.mark(desk, article_id, WORDS, speaker=marked_speaker, actor="ada")
    assert (marked.claim_id == known, marked.is_new) == (is_known, not is_known)
    [appearance] = appearances.of_article(desk, article_id)
    assert (appearance["claim_id"], appearance["quote"]) == (marked.claim_id, WORDS)


def test_marking_a_claim_with_another_number_files_a_conflict_to_judge(desk, article_id):
    known = add_claim(desk, NewClaim(WORDS.replace("40,000", "14,000"), "Ida Brook"), actor="ada").claim_id
    marked = marking.mark(desk, article_id, WORDS, speaker="Ida Brook", kind=Kind.INDIRECT, actor="ada")
    assert [(match.claim_id, match.suggestion) for match in marked.matches] == [(known, Suggestion.CONFLICT)]
    assert [pair["claim_id"] for pair in matches.of_claim(desk, marked.claim_id)] == [known]


def test_marking_words_that_another_person_has_just_added_joins_their_claim(desk, article_id, monkeypatch):
    """The other person's write falls between lookup and write lock."""
    look_up, added_meanwhile = matching.look_up, []

    def look_up_then_add(db, statement, **options):
        matches_before = look_up(db, statement, **options)
        if not added_meanwhile:
            added_meanwhile.append(None)
            added_meanwhile[0] = add_claim(db, NewClaim(WORDS, "Ida Brook"), actor="cy").claim_id
        return matches_before

    monkeypatch.setattr(matching, "look_up", look_up_then_add)
    marked = marking.mark(desk, article_id, WORDS, speaker="Ida Brook", actor="ada")
    assert (marked.claim_id, marked.is_new) == (added_meanwhile[0], False)
    assert claims.newest_id(desk) == added_meanwhile[0]


def test_marking_the_same_words_elsewhere_repeats_the_claim_but_overlapping_is_refused(desk, article_id):
    first = marking.mark(desk, article_id, WORDS, speaker="Ida Brook", actor="ada")
    again = marking.mark(desk, article_id, WORDS, near=TEXT.rindex(WORDS), speaker="Ida Brook", actor="ada")
    assert (again.claim_id, again.is_new) == (first.claim_id, False)
    with pytest.raises(InvalidSpan, match="these words are already marked as claim"):
        marking.mark(desk, article_id, f"{WORDS}!", near=TEXT.rindex(WORDS), speaker="Ida Brook", actor="ada")
