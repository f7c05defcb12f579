"""Texts of one article that are read in another order than they were published in."""

from functools import partial

import pytest

from claimtrack.core.extract import Options
from claimtrack.core.model import Article
from claimtrack.store import articles
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import Extractor
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.articles.reporting import dry_run_notices, ingest_notices
from claimtrack.workflow.editing import edit_claim
from claimtrack.workflow.undoing import imports, take_back_import
from tests.desks import extract_listed

TRAINS, SCHOOLS, HOMES = "We ran 400 trains", "We closed 30 schools", "We built 200 homes"
OLD, MIDDLE, NEW = f"{TRAINS}. {HOMES}.", f"{TRAINS}. {HOMES}. It rained.", f"{TRAINS}. {SCHOOLS}."
EXTRACTOR = Extractor(
    "test-1",
    lambda article, options: list(
        extract_listed(
            article.text, [(said, "Lee", 0.9) for said in (TRAINS, SCHOOLS, HOMES) if said in article.text]
        )
    ),
)
PAGE = "https://news.example/1"
URN = "urn:newsml:agency.example:1"


@pytest.fixture
def read(desk):
    def read(text, day, source="saved.txt", **facts):
        article = Article(text, **{"url": PAGE, "published_on": day, **facts})
        return ingest_article(desk, article, extractor=EXTRACTOR, source=source, actor="ada")

    return read


def versions(desk):
    """Each article with the one before it."""
    return dict(desk.execute("select id, previous_id from articles"))


def seen(desk):
    """How often each claim was seen, and on how many of these occasions its article has it no longer."""
    return {row[0]: row[1:] for row in desk.execute("select id, appearances, dropped from claim_overview")}


@pytest.mark.parametrize("source", ["saved.txt", "-", URN, "https://news.example/feed"])
def test_a_text_of_an_earlier_day_is_filed_before_the_newest_version(desk, read, source):
    read = partial(read, url=None if source == URN else PAGE)
    read(NEW, "2024-05-03", source)
    edit_claim(desk, 1, text="Lee's trains.", actor="ada")
    done = read(OLD, "2024-05-01", source)
    assert (done.known, done.new, done.dropped) == (1, 1, ())
    assert list(ingest_notices(done)) == [
        "Article 2 is an earlier version of article 1, by its date: the newest version stays current, and what only this one says is no longer "
        "in the article. If it is the newest, ingest it with a --date after that version's."
    ]
    assert (versions(desk), seen(desk)) == ({1: 2, 2: None}, {1: (1, 0), 2: (1, 0), 3: (1, 1)})
    assert read(MIDDLE, "2024-05-02", source).newer_id == 1
    assert versions(desk) == {1: 3, 2: None, 3: 2}
    again = read(OLD, "2024-05-01", source)
    assert ((again.article_id, again.previous_id), versions(desk)[1]) == ((2, None), 3)


def test_texts_without_dates_or_of_one_day_are_versions_in_the_order_of_reading(desk, read):
    for text, day in ((NEW, "2024-05-03"), (OLD, "2024-05-03"), (f"Sunny. {NEW}", None)):
        read(text, day)
    assert versions(desk) == {1: None, 2: 1, 3: 2}


def test_the_page_itself_has_the_newest_text_whatever_its_date(desk, read):
    read(NEW, "2024-05-03")
    assert read(OLD, "2024-05-01", source=PAGE).previous_id == 1


def test_what_an_earlier_version_brought_can_be_taken_back_and_planned(desk, read):
    read(NEW, "2024-05-03")
    with DryRun(desk, Options(), EXTRACTOR) as run:
        planned = run.article(Article(OLD, url=PAGE, published_on="2024-05-01"), "saved.txt")
    assert next(iter(dry_run_notices(planned, "saved.txt"))).startswith(
        "saved.txt would be an earlier version of article 1, by its date: the newest version stays current"
    )
    done = read(OLD, "2024-05-01")
    listed, former = imports(desk, limit=9, actor="ada")
    assert (listed["articles"], listed["article_id"], listed["what"]) == (1, 2, PAGE)
    assert former["why_kept"].startswith("article 1 has another version, more text or more claims since")
    take_back_import(desk, *done.written, actor="ada")
    assert (versions(desk), seen(desk)) == ({1: None}, {1: (1, 0), 2: (1, 0)})


def test_a_text_from_before_a_notice_of_withdrawal_stays_withdrawn(desk, read):
    read(NEW, "2024-05-02")
    read("KILL: Trains", "2024-05-03")
    read(OLD, "2024-05-01")
    assert versions(desk) == {1: 3, 2: 1, 3: None}
    assert articles.newest_version(desk, 3) == 2
    assert [dropped for _, dropped in seen(desk).values()] == [1, 1, 1]
