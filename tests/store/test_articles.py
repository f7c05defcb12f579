"""An article is its address and its text: the same twice is one, a changed one is its next version."""

import pytest

from claimtrack.core.errors import NotFound
from claimtrack.core.model import Article
from claimtrack.store import articles

URL, OTHER = "https://a.example", "https://b.example"
A, B = Article("One.", url=URL), Article("Two.", url=URL)
HEARD, LINKED = Article(None), Article(None, url=URL)
# An article that is there, one that comes, whether it is the same.
SAME = [
    ((A, None), (A, None), True),
    ((A, None), (Article("One.", url=URL, title="Titled since"), "renamed.txt"), True),
    ((A, None), (B, None), False),
    # The same words at another address, and at none, are other articles.
    ((A, None), (Article("One.", url=OTHER), None), False),
    ((A, None), (Article("One."), None), False),
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
        return [row["id"] for row in articles.earlier_readings(desk, article, source)]

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
