"""A feed is read every hour, and a page that it leads to was read as a whole: neither puts the other back."""

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
def read(desk):
    """Reads the article at URL from a source, with the title that feed and page have in common."""

    def read(text, source, **facts):
        article = Article(text, **{"url": URL, "title": "Late trains", **facts})
        return ingest_article(desk, article, source=source, actor="cron")

    return read


def standing(desk):
    sql = "select id, appearances, dropped from claim_overview order by id"
    return [tuple(row) for row in desk.execute(sql)]


@pytest.mark.parametrize(
    "order",
    [
        [(PAGE, URL), (TEASER, FEED)],  # the page first, when somebody needed it
        [(TEASER, FEED), (PAGE, URL)],  # the feed first
        [(PAGE, f"{URL}?utm_source=feed"), (TEASER, FEED)],  # an address that only tracks is the page's
    ],
)
def test_a_feed_with_the_beginning_of_a_page_takes_nothing_from_it(read, desk, order):
    for text, source in order:
        read(text, source)
    before, articles = standing(desk), desk.table("articles").count
    assert [dropped for _, _, dropped in before] == [0, 0, 0]
    page_source = next(source for text, source in order if text == PAGE)
    for _ in range(2):
        again = read(TEASER, FEED)
        assert (again.is_new_article, again.previous_id, again.newer_id, again.dropped) == (
            False,
            None,
            None,
            (),
        )
        assert read(PAGE, page_source).new == 0
    assert (standing(desk), desk.table("articles").count) == (before, articles)


@pytest.mark.parametrize(
    ("teaser", "why"),
    [
        ("Lee said 13 trains were late.", "it has another number"),
        ("Moor said rents had risen by 12 percent.", "it is a summary in words of its own"),
    ],
)
def test_what_only_the_feed_says_is_filed_and_takes_nothing_from_the_page(read, desk, teaser, why):
    read(PAGE, URL)
    before = standing(desk)
    told = read(teaser, FEED)
    assert (told.new, told.is_new_article, told.previous_id, told.dropped) == (1, True, None, ()), why
    assert standing(desk)[: len(before)] == before
    articles = desk.table("articles").count
    assert (read(teaser, FEED).new, read(PAGE, URL).new) == (0, 0), "nothing is new in the next hour"
    assert desk.table("articles").count == articles
    assert read(PAGE.replace("30", "35"), URL).previous_id == 1, "the page goes on from the page"


@pytest.mark.parametrize(
    "cut",
    ["Lee said 12 trai...", "Lee said 12 […]", f"{TEASER}\nThe post Late trains appeared first on The News."],
)
def test_the_beginning_of_a_page_may_be_cut_in_a_sentence(read, desk, cut):
    read(f"{PAGE} Lee said 15 roads were shut in May, and that 9 bridges over the river were old.", URL)
    assert (read(cut, FEED).article_id, desk.table("articles").count) == (1, 1)


def test_it_is_foreseen(read, desk):
    read(PAGE, URL)
    with DryRun(desk, Options(), BUILT_IN) as run:
        planned = run.article(Article(TEASER, url=URL, title="Late trains"), FEED)
    assert (planned.ingested.article_id, planned.ingested.previous_id, planned.ingested.dropped) == (
        1,
        None,
        (),
    )


def test_a_feed_tells_what_was_not_known_of_the_page(read, desk):
    read(PAGE, URL, title="Late trains, again")
    told = read(TEASER, FEED, outlet="The News")
    assert told.filled == {"outlet": "The News"}
    assert told.kept == {}  # each hour it would be said anew that the titles differ


@pytest.mark.parametrize(
    ("text", "source", "why"),
    [
        (PAGE.replace("30", "35"), FEED, "a feed with the whole text has the correction"),
        (TEASER, URL, "the page itself was cut"),
        (TEASER, "-", "a person pastes what stands there now"),
    ],
)
def test_what_tells_of_the_whole_page_is_a_new_version(read, text, source, why):
    read(PAGE, URL)
    assert read(text, source).previous_id == 1, why


def test_a_feed_that_went_back_itself_is_followed(read):
    for text in (PAGE, PAGE.replace("30", "35"), PAGE):
        last = read(text, FEED)
    assert (last.article_id, last.previous_id) == (1, 2)
