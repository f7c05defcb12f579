"""An article is its address and its text: the same twice is one, a changed one is its next version."""

import pytest

from claimtrack.core.errors import NotFound
from claimtrack.core.model import Article
from claimtrack.core.texts.addresses import unescaped_path
from claimtrack.store import articles

URL, OTHER = "https://a.example", "https://b.example"
A, B = Article("One.", url=URL), Article("Two.", url=URL)
HEARD, LINKED = Article(None), Article(None, url=URL)
# An article that is there, one that comes, whether it is the same.
SAME = [
    ((A, None), (A, None), True),
    ((A, None), (Article("One.", url=URL, title="Titled since"), "renamed.txt"), True),
    ((A, None), (B, None), False),
    # The same words at another address are another article; so are they in another file, and under another title.
    ((A, None), (Article("One.", url=OTHER), None), False),
    ((A, "a.txt"), (Article("One."), "b.txt"), False),
    ((A, None), (Article("One."), "b.txt"), False),
    # Pasted or piped in without an address they are what is there, and what comes with its address is what was pasted.
    ((A, None), (Article("One."), None), True),
    ((A, "a.txt"), (Article("One."), "-"), True),
    ((Article("One."), None), (A, "a.txt"), True),
    ((Article("One."), "-"), (A, None), True),
    ((Article("One.", url=URL, title="One"), None), (Article("One.", title="Two"), None), False),
    ((Article("One.", title="One"), None), (Article("One.", url=URL, title="Two"), None), False),
    ((Article("One."), "a.txt"), (Article("One."), "b.txt"), True),
    # The same file, whose address is told only one of the times; but no other address, and no other title.
    ((A, "a.txt"), (Article("One."), "a.txt"), True),
    ((Article("One."), "a.txt"), (A, "a.txt"), True),
    ((A, "a.txt"), (Article("One.", url=OTHER), "a.txt"), False),
    ((Article("One.", title="One"), "a.txt"), (Article("One.", url=URL, title="Two"), "a.txt"), False),
    # To the letter: a line end makes another text.
    ((A, None), (Article("One.\n", url=URL), None), False),
    ((HEARD, "Radio 4"), (HEARD, "Radio 4"), True),
    ((HEARD, "Radio 4"), (HEARD, "Radio 5"), False),
    ((LINKED, None), (LINKED, "anything"), True),
    # An address whose text is not held is not the text.
    ((LINKED, None), (A, None), False),
]


@pytest.mark.parametrize(("there", "comes", "is_same"), SAME)
def test_an_article_is_its_address_and_its_text(desk, there, comes, is_same):
    first = articles.add(desk, there[0], source=there[1])
    assert (articles.find(desk, comes[0], comes[1]) == first) is is_same
    assert (articles.get_or_add(desk, comes[0], source=comes[1]) == first) is is_same


def test_an_earlier_reading_has_another_text_and_is_the_newest_of_its_address(desk):
    def earlier(article, source=None):
        return [row["id"] for row in articles.find_earlier_versions(desk, article, source)]

    assert earlier(A) == []
    first = articles.add(desk, A)
    assert (earlier(A), earlier(B)) == ([], [first])
    second = articles.add(desk, B, previous_id=first)
    assert earlier(Article("Three.", url=URL)) == [second]
    assert earlier(Article("Three.", url=OTHER)) == []
    assert earlier(Article("Three.")) == []
    assert earlier(LINKED) == []


@pytest.mark.parametrize("article_id", [1, -1, 10**18])
def test_an_article_that_is_not_there_is_said_so(desk, article_id):
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
def test_the_path_is_the_same_in_sql_and_in_python(desk, url):
    articles.add(desk, Article("One.", url=url))
    assert desk.execute("select path from article_pages").fetchall() == [(unescaped_path(url),)]


def test_an_article_stands_under_the_address_that_the_desk_has_of_its_page(desk):
    def known(url):
        return articles.with_known_names(desk, Article("One.", url=url)).url

    assert known("http://a.example/1#top") == "http://a.example/1#top"
    articles.add(desk, Article("One.", url="https://a.example/1"))
    assert known("http://www.a.example/1/?utm_source=x") == "https://a.example/1"
    assert known("https://a.example/1?page=2") == "https://a.example/1?page=2"
    assert known("https://a.example/12") == "https://a.example/12"
    assert known(None) is None
    # Another program has filed the page under one more address: it stays.
    desk.execute("insert into articles (url) values ('http://a.example/1')")
    assert known("http://a.example/1") == "http://a.example/1"
    # A row that is changed by hand is found as it stands.
    desk.execute("update articles set url = 'https://a.example/moved'")
    assert known("https://a.example/moved/") == "https://a.example/moved"


def test_the_row_that_knew_only_the_address_is_given_the_text(desk):
    place = articles.get_or_add(desk, LINKED)
    read = Article("One.", url=URL, title="Read", published_on="2024-05-01")
    assert articles.find(desk, read) is None
    assert articles.add_read(desk, read, source="one.html") == place
    assert articles.add_read(desk, B, previous_id=place) != place
    row = articles.get(desk, place)
    assert [row[name] for name in ("text", "title", "published_on", "source")] == [
        "One.", "Read", "2024-05-01", "one.html",
    ]  # fmt: skip
    assert row["text_sha256"] == articles.digest("One.")


def test_what_is_told_of_a_page_without_its_text_stands_at_its_newest_version(desk):
    first = articles.add(desk, A)
    second = articles.add(desk, B, previous_id=first)
    assert articles.get_or_add(desk, Article(None, url=f"{URL}/?utm_source=x")) == second


@pytest.mark.parametrize("address", ["https://a.example/{}", "https://a.example/?p={}"])
def test_a_page_is_found_at_once_among_very_many(desk, address):
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
