"""A page is one place, whichever variant of its address is used and whether it is added by hand or ingested."""

import pytest

from claimtrack.core.extract import Options
from claimtrack.core.model import Article
from claimtrack.store import appearances, articles, views
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import Extractor
from claimtrack.workflow.articles.recognising import recognise
from claimtrack.workflow.dossier import claim_dossier

URL, DAY = "https://news.example/1", "2024-04-23"
ADDRESS_VARIANTS = [URL, f"{URL}?utm_source=tw", "https://www.news.example/1/", "http://news.example/1#top"]
DEATHS, BOATS, MORE_BOATS = "Deaths fell to 500 in 2021", "40 boats were lost", "41 boats were lost"


@pytest.fixture
def ingest(desk, file_claims):
    """Files an article that consists of exactly these claims, said by Bo Lind."""

    def ingest(*texts, **facts):
        content = " ".join(f"{text}." for text in texts)
        return file_claims(desk, content, [(text, "Bo Lind", 0.9) for text in texts], **{"url": URL, **facts})

    return ingest


@pytest.fixture
def add(desk):
    """Files a claim by hand."""

    def add(text=DEATHS, claimant="Bo Lind", source=URL, claimed_on=DAY):
        return add_claim(desk, NewClaim(text, claimant, source, claimed_on), actor="ada").claim_id

    return add


def appearance_count(db, claim_id=1):
    return views.claims_by_id(db, [claim_id])[claim_id]["appearances"]


def article_count(db):
    return db.execute("select count(*) from articles").fetchone()[0]


def test_a_page_ingested_under_each_variant_of_its_address_is_known(ingest, desk):
    results = [ingest(DEATHS, BOATS, url=url, published_on=None) for url in ADDRESS_VARIANTS]
    assert [(result.new, result.known, result.url) for result in results] == [
        (2, 0, URL),
        (0, 2, URL),
        (0, 2, URL),
        (0, 2, URL),
    ]
    # A variant of the address does not count as a contradicting fact.
    assert [result.kept for result in results] == [{}] * 4
    assert (article_count(desk), appearance_count(desk)) == (1, 1)


def test_claims_on_other_pages_are_other_appearances(ingest, desk):
    for url in (URL, f"{URL}?page=2", "https://news.example/12", "https://other.example/1"):
        ingest(DEATHS, url=url)
    assert (article_count(desk), appearance_count(desk)) == (4, 4)


@pytest.mark.parametrize("url", ADDRESS_VARIANTS)
def test_a_changed_article_is_a_new_version_under_any_variant_of_its_address(ingest, desk, url):
    first = ingest(DEATHS, BOATS, published_on=DAY)
    article = Article(f"{DEATHS}. {MORE_BOATS}.", url=url)
    planned = DryRun(desk, Options(), Extractor("none", lambda article, options: [])).article(article, None)
    assert planned.ingested.previous_id == first.article_id
    result = ingest(DEATHS, MORE_BOATS, url=url, published_on=None)
    assert (result.previous_id, result.new, result.known, result.url) == (first.article_id, 1, 1, URL)
    assert [claim.text for claim in result.dropped] == [BOATS]
    assert articles.get(desk, result.article_id)["published_on"] == DAY
    assert appearance_count(desk) == 1


@pytest.mark.parametrize("url", ADDRESS_VARIANTS)
def test_a_claim_added_by_hand_and_then_ingested_from_its_page_counts_once(ingest, add, desk, url):
    assert add() == 1
    result = ingest(DEATHS, BOATS, url=url, published_on=DAY)
    assert (result.is_new_article, result.repeated, result.new) == (True, 1, 1)
    assert (article_count(desk), appearance_count(desk)) == (1, 1)
    # Ingested again, it is known.
    assert ingest(DEATHS, BOATS, url=url).known == 2
    assert add(source=ADDRESS_VARIANTS[-1]) == 1
    assert (article_count(desk), appearance_count(desk)) == (1, 1)


def test_a_claim_added_without_claimant_gets_the_speaker_named_on_its_page(ingest, add, desk):
    add(claimant=None)
    ingest(DEATHS, published_on=DAY)
    assert appearance_count(desk) == 1
    assert {row["speaker"] for row in appearances.of_claim(desk, 1)} == {"Bo Lind"}


def test_another_day_on_the_page_is_another_occasion(ingest, add, desk):
    add(claimed_on="2024-04-20")
    add(claimed_on=DAY)
    ingest(DEATHS, published_on=DAY)
    assert appearance_count(desk) == 2


def test_a_claim_added_by_hand_belongs_to_the_page_already_ingested(ingest, add, desk):
    ingest(DEATHS, published_on=DAY)
    assert add("Ports have lost 900 jobs", source=ADDRESS_VARIANTS[2]) == 2
    assert article_count(desk) == 1


def test_a_claim_added_by_hand_moves_to_each_new_version_and_is_never_dropped(ingest, add, desk):
    jobs = add("Ports have lost 900 jobs")
    first = ingest(DEATHS, BOATS, published_on=DAY)
    recognised = recognise(desk, Article(f"{DEATHS}. {MORE_BOATS}.", url=URL), None)
    assert recognised.previous_id == first.article_id
    result = ingest(DEATHS, MORE_BOATS, url=ADDRESS_VARIANTS[1], published_on="2024-04-29")
    assert [claim.text for claim in result.dropped] == [BOATS]
    [row] = claim_dossier(desk, jobs)["appearances"]
    assert (row["article_id"], row["dropped_by_id"]) == (result.article_id, None)
    assert appearance_count(desk, jobs) == 1


def test_a_claim_added_by_hand_and_found_in_a_later_version_counts_once(ingest, add, desk):
    add(BOATS)
    ingest(DEATHS, published_on=DAY)
    ingest(DEATHS, BOATS, published_on="2024-04-29")
    assert appearance_count(desk) == 1
    assert views.claims_by_id(desk, [1])[1]["first_seen"] == DAY
