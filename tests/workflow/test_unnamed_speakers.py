"""The same words of unnamed speakers in two articles are two claims, and a person judges whether they are one."""

import pytest

from claimtrack.core.match.unnamed_claimants import PERHAPS_ANOTHER_PERSON
from claimtrack.core.model import Article, OnDuplicate, Suggestion
from claimtrack.store import claims, matches, queues
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import BUILT_IN, options_in_force
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.matching import matching

FIRST_PERSON = "I was told to shred the invoices before the auditors came in"
SELF_CONTAINED = "Rents in Elland rose by 5 percent in 2023"
URL, OTHER_URL = "https://news.example/1", "https://paper.example/2"


def article(words, speaker="one worker", url=URL, ending="", day="2023-01-02"):
    return Article(text=f'"{words}," {speaker} said on Monday.{ending}', url=url, published_on=day)


@pytest.fixture
def ingest(desk):
    """Ingests an article in which a speaker says the words; returns the ids of its claims and whether they are new."""

    def ingest(words, **options):
        result = ingest_article(desk, article(words, **options), actor="ada")
        return [(claim.claim_id, claim.is_new) for claim in result.filed]

    return ingest


def test_unnamed_speakers_in_two_articles_make_two_claims_with_the_reason(desk, ingest):
    assert ingest(FIRST_PERSON) == [(1, True)]
    assert ingest(FIRST_PERSON, url=OTHER_URL, day="2024-09-02") == [(2, True)]
    [pair] = matches.of_claim(desk, 2)
    assert (pair["claim_id"], pair["suggestion"], PERHAPS_ANOTHER_PERSON in pair["differences"]) == (
        1,
        "related",
        True,
    )
    matching.find_duplicates(desk, actor="ada")
    [waiting] = queues.unjudged_pairs(desk)
    assert waiting["differences"] == [PERHAPS_ANOTHER_PERSON]


# First and second speaker, their words, and whether these are automatically one claim.
SPEAKERS = [
    ("one worker", "one worker", SELF_CONTAINED, True),
    ("one worker", "one worker", FIRST_PERSON, False),
    ("Another", "Another", FIRST_PERSON, False),
    ("the company", "the company", "We lost 4 million pounds in 2022", False),
    ("a senior official", "a senior official", "He took 4 million pounds in 2022", False),
    ("Ada Miller", "Ada Miller", FIRST_PERSON, True),
    ("Ada Miller", "one worker", FIRST_PERSON, False),
]


@pytest.mark.parametrize(("first", "second", "words", "is_same"), SPEAKERS)
def test_only_self_contained_or_named_speakers_words_are_joined_automatically(
    ingest, first, second, words, is_same
):
    ingest(words, speaker=first)
    [(claim_id, is_new)] = ingest(words, speaker=second, url=OTHER_URL)
    assert (claim_id == 1, is_new) == (is_same, not is_same)


def test_an_unnamed_speakers_repeats_within_an_article_and_its_versions_are_one_claim(desk, ingest):
    again = f'\n\nThe bank said no.\n\n"{FIRST_PERSON}," one worker said again.'
    ingest(FIRST_PERSON)
    first, *_, last = ingest(FIRST_PERSON, url=OTHER_URL, ending=again)
    assert (first, last) == ((2, True), (2, False))
    changed = ingest_article(
        desk,
        article(FIRST_PERSON, url=OTHER_URL, ending=f"\n\nThe court said 4 men left in 2022.{again}"),
        actor="ada",
    )
    assert changed.previous_id is not None
    assert 2 not in [claim.claim_id for claim in changed.filed if claim.is_new]
    assert len(list(claims.find_by_text(desk, [FIRST_PERSON]))) == 2


def test_a_dry_run_treats_unnamed_speakers_like_an_import(desk, ingest):
    ingest(FIRST_PERSON)
    with DryRun(desk, options_in_force(desk), BUILT_IN) as run:
        plans = [
            run.article(article(FIRST_PERSON, url=url), None).claims
            for url in (OTHER_URL, f"{OTHER_URL}3", URL)
        ]
    assert [claim.outcome for plan in plans for claim in plan] == ["new", "new", "known"]
    assert plans[0][0].matches[0].differences == (PERHAPS_ANOTHER_PERSON,)


def test_adding_an_unnamed_speakers_words_makes_a_new_claim_only_for_another_source(desk):
    def add(source, claimant="one worker", on_duplicate=OnDuplicate.SAME):
        new = NewClaim(FIRST_PERSON, claimant=claimant, source=source)
        return add_claim(desk, new, on_duplicate=on_duplicate, actor="ada")

    assert add(URL).is_new
    assert [add(URL).claim_id, add(None).claim_id] == [1, 1]
    other = add(OTHER_URL)
    assert (other.claim_id, other.is_new) == (2, True)
    assert [(match.claim_id, match.suggestion) for match in other.matches] == [(1, Suggestion.RELATED)]
    assert add(OTHER_URL).claim_id == 2
    assert add("Radio 4", claimant=None).is_new


def test_an_article_repeats_an_earlier_claim_by_an_unnamed_speaker_without_source(desk, ingest):
    add_claim(desk, NewClaim(FIRST_PERSON, claimant="worker"), actor="ada")
    assert ingest(FIRST_PERSON) == [(1, False)]
