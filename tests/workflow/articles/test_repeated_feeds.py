"""Hourly reads of a feed and reads of the full page it links to do not undo each other."""

import pytest

from claimtrack.core.extract import Options
from claimtrack.core.model import Article
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import BUILT_IN
from claimtrack.workflow.articles.ingesting import ingest_article

FEED, URL = "https://news.example/feed.xml", "https://news.example/1"
TEASER = "Lee said 12 trains were late."
PAGE = f"{TEASER} Lee said 30 schools closed last year. Moor said 40 nurses had left the hospital since 2020."


@pytest.fixture
def ingest(desk):
    """Ingests the article at URL from a source, with the title that feed and page share."""

    def ingest(text, source, **facts):
        article = Article(text, **{"url": URL, "title": "Late trains", **facts})
        return ingest_article(desk, article, source=source, actor="cron")

    return ingest


def appearance_counts(desk):
    sql = "select id, appearances, dropped from claim_overview order by id"
    return [tuple(row) for row in desk.execute(sql)]


@pytest.mark.parametrize(
    "order",
    [
        [(PAGE, URL), (TEASER, FEED)],  # the page first, because somebody needed it
        [(TEASER, FEED), (PAGE, URL)],  # the feed first
        [(PAGE, f"{URL}?utm_source=feed"), (TEASER, FEED)],  # the page's address with a tracking parameter
    ],
)
def test_a_feed_with_the_beginning_of_a_page_drops_none_of_its_claims(ingest, desk, order):
    for text, source in order:
        ingest(text, source)
    before, articles = appearance_counts(desk), desk.table("articles").count
    assert [dropped for _, _, dropped in before] == [0, 0, 0]
    page_source = next(source for text, source in order if text == PAGE)
    for _ in range(2):
        again = ingest(TEASER, FEED)
        assert (again.is_new_article, again.previous_id, again.newer_id, again.dropped) == (
            False,
            None,
            None,
            (),
        )
        assert ingest(PAGE, page_source).new == 0
    assert (appearance_counts(desk), desk.table("articles").count) == (before, articles)


@pytest.mark.parametrize(
    ("teaser", "reason"),
    [
        ("Lee said 13 trains were late.", "another number"),
        ("Moor said rents had risen by 12 percent.", "a summary in other words"),
    ],
)
def test_a_claim_only_in_the_feed_is_filed_and_drops_none_of_the_page(ingest, desk, teaser, reason):
    ingest(PAGE, URL)
    before = appearance_counts(desk)
    result = ingest(teaser, FEED)
    assert (result.new, result.is_new_article, result.previous_id, result.dropped) == (1, True, None, ()), (
        reason
    )
    assert appearance_counts(desk)[: len(before)] == before
    articles = desk.table("articles").count
    assert (ingest(teaser, FEED).new, ingest(PAGE, URL).new) == (0, 0), "nothing is new an hour later"
    assert desk.table("articles").count == articles
    assert ingest(PAGE.replace("30", "35"), URL).previous_id == 1, "the page's next version follows the page"


@pytest.mark.parametrize(
    "teaser",
    ["Lee said 12 trai...", "Lee said 12 […]", f"{TEASER}\nThe post Late trains appeared first on The News."],
)
def test_a_teaser_cut_off_mid_sentence_is_recognised_as_its_page(ingest, desk, teaser):
    ingest(f"{PAGE} Lee said 15 roads were shut in May, and that 9 bridges over the river were old.", URL)
    assert (ingest(teaser, FEED).article_id, desk.table("articles").count) == (1, 1)


def test_a_dry_run_recognises_the_teaser_of_a_known_page(ingest, desk):
    ingest(PAGE, URL)
    with DryRun(desk, Options(), BUILT_IN) as run:
        planned = run.article(Article(TEASER, url=URL, title="Late trains"), FEED)
    assert (planned.ingested.article_id, planned.ingested.previous_id, planned.ingested.dropped) == (
        1,
        None,
        (),
    )


def test_a_feed_fills_in_missing_facts_of_the_page_but_not_its_title(ingest):
    ingest(PAGE, URL, title="Late trains, again")
    result = ingest(TEASER, FEED, outlet="The News")
    assert result.filled == {"outlet": "The News"}
    assert result.kept == {}  # otherwise differing titles would be reported every hour


@pytest.mark.parametrize(
    ("text", "source", "reason"),
    [
        (PAGE.replace("30", "35"), FEED, "a feed with the full text has the correction"),
        (TEASER, URL, "the page itself was shortened"),
        (TEASER, "-", "a person pasted the current text"),
    ],
)
def test_a_text_that_represents_the_whole_page_is_a_new_version(ingest, text, source, reason):
    ingest(PAGE, URL)
    assert ingest(text, source).previous_id == 1, reason


def test_a_feed_that_returns_to_an_earlier_text_makes_it_the_newest_version(ingest):
    for text in (PAGE, PAGE.replace("30", "35"), PAGE):
        last = ingest(text, FEED)
    assert (last.article_id, last.previous_id) == (1, 2)
