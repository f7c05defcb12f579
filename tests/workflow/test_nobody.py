"""The same words of nobody that is known, in two articles: two claims, and a person is asked whether they are one."""

import pytest

from claimtrack.core.match.unnamed_claimants import PERHAPS_ANOTHER_PERSON
from claimtrack.core.model import Article, OnDuplicate, Suggestion
from claimtrack.store import claims, matches
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles.dry_run import DryRun, Outcome
from claimtrack.workflow.articles.extracting import BUILT_IN, options_in_force
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.matching import matching

SHREDDED = "I was told to shred the invoices before the auditors came in"
ALONE = "Rents in Elland rose by 5 percent in 2023"
URL, OTHER_URL = "https://news.example/1", "https://paper.example/2"


def article(words, by="one worker", url=URL, more="", day="2023-01-02"):
    return Article(text=f'"{words}," {by} said on Monday.{more}', url=url, published_on=day)


@pytest.fixture
def ingest(desk):
    """Reads an article in which somebody says the words; the claims that they became, and whether these are new."""

    def ingest(words, **told):
        done = ingest_article(desk, article(words, **told), actor="ada")
        return [(one.claim_id, one.is_new) for one in done.filed]

    return ingest


def test_in_two_articles_they_are_two_claims_with_the_reason_beside_them(desk, ingest):
    assert ingest(SHREDDED) == [(1, True)]
    assert ingest(SHREDDED, url=OTHER_URL, day="2024-09-02") == [(2, True)]
    [pair] = matches.of_claim(desk, 2)
    assert (pair["claim_id"], pair["suggestion"], PERHAPS_ANOTHER_PERSON in pair["differences"]) == (
        1,
        "related",
        True,
    )
    matching.find_duplicates(desk, actor="ada")
    [waiting] = matching.waiting_pairs(desk)
    assert waiting["differences"] == [PERHAPS_ANOTHER_PERSON]


# Who says the words first and then, which words, and whether they are one claim without a person.
SPEAKERS = [
    ("one worker", "one worker", ALONE, True),
    ("one worker", "one worker", SHREDDED, False),
    ("Another", "Another", SHREDDED, False),
    ("the company", "the company", "We lost 4 million pounds in 2022", False),
    ("a senior official", "a senior official", "He took 4 million pounds in 2022", False),
    ("Ada Miller", "Ada Miller", SHREDDED, True),
    ("Ada Miller", "one worker", SHREDDED, False),
]


@pytest.mark.parametrize(("first", "then", "words", "are_one"), SPEAKERS)
def test_only_words_that_stand_alone_or_are_somebody_s_are_joined_unasked(
    ingest, first, then, words, are_one
):
    ingest(words, by=first)
    [(claim_id, is_new)] = ingest(words, by=then, url=OTHER_URL)
    assert (claim_id == 1, is_new) == (are_one, not are_one)


def test_within_one_article_and_its_versions_they_are_one_claim(desk, ingest):
    again = f'\n\nThe bank said no.\n\n"{SHREDDED}," one worker said again.'
    ingest(SHREDDED)
    first, *_, last = ingest(SHREDDED, url=OTHER_URL, more=again)
    assert (first, last) == ((2, True), (2, False))
    changed = ingest_article(
        desk,
        article(SHREDDED, url=OTHER_URL, more=f"\n\nThe court said 4 men left in 2022.{again}"),
        actor="ada",
    )
    assert changed.previous_id is not None
    assert 2 not in [one.claim_id for one in changed.filed if one.is_new]
    assert len(list(claims.find_by_text(desk, [SHREDDED]))) == 2


def test_a_dry_run_tells_the_same(desk, ingest):
    ingest(SHREDDED)
    with DryRun(desk, options_in_force(desk), BUILT_IN) as run:
        told = [
            run.article(article(SHREDDED, url=url), None).claims for url in (OTHER_URL, f"{OTHER_URL}3", URL)
        ]
    assert [one.outcome for some in told for one in some] == [Outcome.NEW, Outcome.NEW, Outcome.KNOWN]
    assert told[0][0].matches[0].differences == (PERHAPS_ANOTHER_PERSON,)


def test_by_hand_another_place_makes_another_claim_and_the_same_or_none_does_not(desk):
    def add(source, claimant="one worker", how=OnDuplicate.SAME):
        new = NewClaim(SHREDDED, claimant=claimant, source=source)
        return add_claim(desk, new, on_duplicate=how, actor="ada")

    assert add(URL).is_new
    assert [add(URL).claim_id, add(None).claim_id] == [1, 1]
    apart = add(OTHER_URL)
    assert (apart.claim_id, apart.is_new) == (2, True)
    assert [(one.claim_id, one.suggestion) for one in apart.matches] == [(1, Suggestion.RELATED)]
    assert add(OTHER_URL).claim_id == 2
    assert add("Radio 4", claimant=None).is_new


def test_an_article_that_comes_after_a_claim_without_a_place_repeats_it(desk, ingest):
    add_claim(desk, NewClaim(SHREDDED, claimant="worker"), actor="ada")
    assert ingest(SHREDDED) == [(1, False)]
