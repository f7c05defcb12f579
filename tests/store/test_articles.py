"""An article is identified by its address and text: repeats are the same article, a changed text is a new version."""

import pytest

from claimtrack.core.errors import DatabaseError, NotFound
from claimtrack.core.model import Article
from claimtrack.core.texts.addresses import unescaped_path
from claimtrack.store import articles, versions
from tests.tables import each_row

URL, OTHER = "https://a.example", "https://b.example"
A, B = Article("One.", url=URL), Article("Two.", url=URL)
WITHOUT_ADDRESS, ADDRESS_ONLY = Article(None), Article(None, url=URL)
# A filed article with its source, a new one with its source, and whether they are the same.
SAME_OR_NOT = [
    ((A, None), (A, None), True),
    ((A, None), (Article("One.", url=URL, title="Titled since"), "renamed.txt"), True),
    ((A, None), (B, None), False),
    # The same text at another address, in another file or under another title is another article.
    ((A, None), (Article("One.", url=OTHER), None), False),
    ((A, "a.txt"), (Article("One."), "b.txt"), False),
    ((A, None), (Article("One."), "b.txt"), False),
    # A text pasted or piped in without an address is the filed article, and the other way round.
    ((A, None), (Article("One."), None), True),
    ((A, "a.txt"), (Article("One."), "-"), True),
    ((Article("One."), None), (A, "a.txt"), True),
    ((Article("One."), "-"), (A, None), True),
    ((Article("One.", url=URL, title="One"), None), (Article("One.", title="Two"), None), False),
    ((Article("One.", title="One"), None), (Article("One.", url=URL, title="Two"), None), False),
    ((Article("One."), "a.txt"), (Article("One."), "b.txt"), True),
    # The same file, with its address given only once; but not with another address or title.
    ((A, "a.txt"), (Article("One."), "a.txt"), True),
    ((Article("One."), "a.txt"), (A, "a.txt"), True),
    ((A, "a.txt"), (Article("One.", url=OTHER), "a.txt"), False),
    ((Article("One.", title="One"), "a.txt"), (Article("One.", url=URL, title="Two"), "a.txt"), False),
    # A line end makes it another text.
    ((A, None), (Article("One.\n", url=URL), None), False),
    ((WITHOUT_ADDRESS, "Radio 4"), (WITHOUT_ADDRESS, "Radio 4"), True),
    ((WITHOUT_ADDRESS, "Radio 4"), (WITHOUT_ADDRESS, "Radio 5"), False),
    ((ADDRESS_ONLY, None), (ADDRESS_ONLY, "anything"), True),
    # An address filed without its text is not yet the article with that text.
    ((ADDRESS_ONLY, None), (A, None), False),
]


@pytest.mark.parametrize(("filed", "new", "is_same"), SAME_OR_NOT)
def test_articles_are_the_same_by_address_and_text(desk, filed, new, is_same):
    first = articles.add(desk, filed[0], source=filed[1])
    assert (articles.find(desk, new[0], new[1]) == first) is is_same
    assert (articles.get_or_add(desk, new[0], source=new[1]) == first) is is_same


def test_the_earlier_version_is_the_newest_with_another_text_at_its_address(desk):
    def earlier_versions(article, source=None):
        return [row["id"] for row in articles.find_earlier_versions(desk, article, source)]

    assert earlier_versions(A) == []
    first = articles.add(desk, A)
    assert (earlier_versions(A), earlier_versions(B)) == ([], [first])
    second = articles.add(desk, B, previous_id=first)
    assert earlier_versions(Article("Three.", url=URL)) == [second]
    assert earlier_versions(Article("Three.", url=OTHER)) == []
    assert earlier_versions(Article("Three.")) == []
    assert earlier_versions(ADDRESS_ONLY) == []
    third = articles.add(desk, Article("Three.", url=URL))  # nobody said of which it is a version
    assert earlier_versions(Article("Four.", url=URL)) == [third, second]


@each_row("article_id", [1, -1, 10**18])
def test_an_unknown_article_id_is_refused(desk, article_id):
    with pytest.raises(NotFound):
        articles.get(desk, article_id)


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example",
        "https://a.example/",
        "http://www.a.example:80/news/1.html?id=5#top",
        "https://a.example/news/caf%C3%A9/2/",
        "https://a.example/news/café/2",
        "https://a.example?next=https://b.example/1",
    ],
)
def test_sql_and_python_derive_the_same_path_from_an_address(desk, url):
    articles.add(desk, Article("One.", url=url))
    assert desk.execute("select path from article_pages").fetchall() == [(unescaped_path(url),)]


def test_an_article_takes_the_address_under_which_its_page_is_known(desk):
    def known_address(url):
        return articles.with_known_names(desk, Article("One.", url=url)).url

    assert known_address("http://a.example/1#top") == "http://a.example/1#top"
    articles.add(desk, Article("One.", url="https://a.example/1"))
    assert known_address("http://www.a.example/1/?utm_source=x") == "https://a.example/1"
    assert known_address("https://a.example/1?page=2") == "https://a.example/1?page=2"
    assert known_address("https://a.example/12") == "https://a.example/12"
    assert known_address(None) is None
    # Another program filed the page under a second address: both are kept.
    desk.execute("insert into articles (url) values ('http://a.example/1')")
    assert known_address("http://a.example/1") == "http://a.example/1"
    assert known_address("https://a.example/1") == "https://a.example/1"
    # A row changed by hand is found by its new address.
    desk.execute("update articles set url = 'https://a.example/moved'")
    assert known_address("https://a.example/moved/") == "https://a.example/moved"


def test_an_article_filed_without_text_gets_it_when_it_is_read(desk):
    place = articles.get_or_add(desk, ADDRESS_ONLY)
    article = Article("One.", url=URL, title="Read", published_on="2024-05-01")
    assert articles.find(desk, article) is None
    assert articles.add_read(desk, article, source="one.html") == place
    assert articles.add_read(desk, B, previous_id=place) != place
    row = articles.get(desk, place)
    assert [row[name] for name in ("text", "title", "published_on", "source")] == [
        "One.", "Read", "2024-05-01", "one.html",
    ]  # fmt: skip
    assert row["text_sha256"] == articles.digest("One.")


def test_a_page_given_without_text_is_its_newest_version(desk):
    first = articles.add(desk, A)
    second = articles.add(desk, B, previous_id=first)
    assert articles.get_or_add(desk, Article(None, url=f"{URL}/?utm_source=x")) == second


def test_versions_in_a_circle_on_an_older_desk_are_named_instead_of_read_without_end(desk):
    desk.execute("drop trigger articles_are_no_version_of_themselves")
    first = articles.add(desk, A)
    second = articles.add(desk, B, previous_id=first)
    desk.execute(
        "update articles set withdrawn_on = '2024-05-02', published_on = '2024-05-02', previous_id = ?",
        [first],
    )
    desk.execute("update articles set previous_id = ? where id = ?", [second, first])
    for read in (
        lambda: versions.last_appearances(desk, first),
        lambda: versions.next_by_date(desk, first, "2024-05-01"),
    ):
        with pytest.raises(
            DatabaseError, match="article 1 is a later version of itself: run `claimtrack doctor`"
        ):
            read()


@pytest.mark.parametrize("address", ["https://a.example/{}", "https://a.example/?p={}"])
def test_a_page_is_found_by_index_among_very_many(desk, address):
    desk.execute(
        """
        with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 20000)
        insert into articles (url) select replace(?, '{}', 100000 + n) from numbers
        """,
        [address],
    )
    plan = desk.execute("explain query plan select url from article_pages where path = '/1'").fetchall()
    assert "USING COVERING INDEX articles_page" in str(plan)
    wanted = Article("One.", url=address.format(100777).replace("https://", "http://www."))
    assert articles.with_known_names(desk, wanted).url == address.format(100777)
