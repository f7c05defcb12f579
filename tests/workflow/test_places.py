"""One page is one place, however its address was copied and whether it was told by hand or read."""

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
VARIANTS = [URL, f"{URL}?utm_source=tw", "https://www.news.example/1/", "http://news.example/1#top"]
DEATHS, BOATS, MORE_BOATS = "Deaths fell to 500 in 2021", "40 boats were lost", "41 boats were lost"


@pytest.fixture
def ingest(desk, file_claims):
    """Files an article that says these claims and nothing else, by Bo Lind."""

    def ingest(*said, **facts):
        text = " ".join(f"{one}." for one in said)
        return file_claims(desk, text, [(one, "Bo Lind", 0.9) for one in said], **{"url": URL, **facts})

    return ingest


@pytest.fixture
def add(desk):
    """Files a claim by hand."""

    def add(text=DEATHS, claimant="Bo Lind", source=URL, claimed_on=DAY):
        return add_claim(desk, NewClaim(text, claimant, source, claimed_on), actor="ada").claim_id

    return add


def seen(db, claim_id=1):
    return views.claims_by_id(db, [claim_id])[claim_id]["appearances"]


def pages(db):
    return db.execute("select count(*) from articles").fetchone()[0]


def test_a_page_that_is_read_under_each_of_its_addresses_is_known(ingest, desk):
    done = [ingest(DEATHS, BOATS, url=url, published_on=None) for url in VARIANTS]
    assert [(one.new, one.known, one.url) for one in done] == [
        (2, 0, URL),
        (0, 2, URL),
        (0, 2, URL),
        (0, 2, URL),
    ]
    # That the address was copied otherwise is nothing that was told otherwise.
    assert [one.kept for one in done] == [{}] * 4
    assert (pages(desk), seen(desk)) == (1, 1)


def test_another_page_is_another_place(ingest, desk):
    for url in (URL, f"{URL}?page=2", "https://news.example/12", "https://other.example/1"):
        ingest(DEATHS, url=url)
    assert (pages(desk), seen(desk)) == (4, 4)


@pytest.mark.parametrize("url", VARIANTS)
def test_a_changed_article_is_a_new_version_whichever_address_it_is_read_under(ingest, desk, url):
    first = ingest(DEATHS, BOATS, published_on=DAY)
    article = Article(f"{DEATHS}. {MORE_BOATS}.", url=url)
    planned = DryRun(desk, Options(), Extractor("none", lambda article, options: [])).article(article, None)
    assert planned.ingested.previous_id == first.article_id
    done = ingest(DEATHS, MORE_BOATS, url=url, published_on=None)
    assert (done.previous_id, done.new, done.known, done.url) == (first.article_id, 1, 1, URL)
    assert [one.text for one in done.dropped] == [BOATS]
    assert articles.get(desk, done.article_id)["published_on"] == DAY
    assert seen(desk) == 1


@pytest.mark.parametrize("url", VARIANTS)
def test_what_was_added_by_hand_and_is_then_read_on_the_page_counts_once(ingest, add, desk, url):
    assert add() == 1
    done = ingest(DEATHS, BOATS, url=url, published_on=DAY)
    assert (done.is_new_article, done.repeated, done.new) == (True, 1, 1)
    assert (pages(desk), seen(desk)) == (1, 1)
    # And read again, it is known.
    assert ingest(DEATHS, BOATS, url=url).known == 2
    assert add(source=VARIANTS[-1]) == 1
    assert (pages(desk), seen(desk)) == (1, 1)


def test_whoever_was_not_named_by_hand_is_whom_the_page_names(ingest, add, desk):
    add(claimant=None)
    ingest(DEATHS, published_on=DAY)
    assert seen(desk) == 1
    assert {row["speaker"] for row in appearances.of_claim(desk, 1)} == {"Bo Lind"}


def test_another_day_on_the_page_is_another_time(ingest, add, desk):
    add(claimed_on="2024-04-20")
    add(claimed_on=DAY)
    ingest(DEATHS, published_on=DAY)
    assert seen(desk) == 2


def test_claims_added_by_hand_stand_on_the_page_that_was_read(ingest, add, desk):
    ingest(DEATHS, published_on=DAY)
    assert add("Ports have lost 900 jobs", source=VARIANTS[2]) == 2
    assert pages(desk) == 1


def test_what_was_added_by_hand_goes_along_with_each_version_and_is_never_dropped(ingest, add, desk):
    jobs = add("Ports have lost 900 jobs")
    first = ingest(DEATHS, BOATS, published_on=DAY)
    standing = recognise(desk, Article(f"{DEATHS}. {MORE_BOATS}.", url=URL), None)
    assert standing.previous_id == first.article_id
    done = ingest(DEATHS, MORE_BOATS, url=VARIANTS[1])
    assert [one.text for one in done.dropped] == [BOATS]
    [row] = claim_dossier(desk, jobs)["appearances"]
    assert (row["article_id"], row["dropped_by"]) == (done.article_id, None)
    assert seen(desk, jobs) == 1


def test_what_was_added_by_hand_counts_once_with_what_a_later_version_says(ingest, add, desk):
    add(BOATS)
    ingest(DEATHS, published_on=DAY)
    ingest(DEATHS, BOATS, published_on="2024-04-29")
    assert seen(desk) == 1
    assert views.claims_by_id(desk, [1])[1]["first_seen"] == DAY
