"""Which titles and classes make a page live, and which parts of it are beside the article, is decided by their words."""

import pytest
from lxml.html import document_fromstring

from claimtrack.fetch import Hints
from claimtrack.fetch.loaders.html import load
from claimtrack.fetch.loaders.html.posts import posts
from tests.tables import each_row

POST = "<article><p>The quay at Lunde is shut, the police said.</p></article>"
TWO = POST * 2


def count(body, head="<title>Storm live</title>"):
    return len(posts(document_fromstring(head + body), head + body, None))


@each_row(
    ("titles", "is_live"),
    [
        pytest.param(
            ("Live", "Storm live", "Storm LIVE | Courier", "Storm – live"), True, id="the last word"
        ),
        pytest.param(("Live: storm", "Courier | Live | Storm", "Live – storm"), True, id="before a mark"),
        pytest.param(("Live - storm", "Storm | live - Courier"), True, id="before a spaced hyphen"),
        pytest.param(("Storm: live updates", "Live-blog: storm", "A liveticker"), True, id="a kind of page"),
        pytest.param(("We live on boats", "Boats that sail live here"), False, id="a verb"),
        pytest.param(("Alive | Courier", "They live - Courier", "Olive reports"), False, id="another word"),
        pytest.param(("Live-in carers leave", "Storm | Live-in carers"), False, id="a compound"),
    ],
)
def test_page_is_live_by_its_title(titles, is_live):
    for title in titles:
        assert count(TWO, f"<title>{title}</title>") == (2 if is_live else 0), title
        assert count(f"<h1>{title}</h1>{TWO}", "") == (2 if is_live else 0), title


@each_row(
    ("body", "is_live"),
    [
        pytest.param(f"<main class=live>{TWO}</main>", True, id="a class"),
        pytest.param(f"<main id=page-liveblog_2>{TWO}</main>", True, id="a part of an id"),
        pytest.param(POST.replace(">", " class=live>", 1) * 2, True, id="the posts' own class"),
        pytest.param(f"<main class='olive delivery lively'>{TWO}</main>", False, id="a longer word"),
        pytest.param(POST.replace("<p>", "<time>9.05</time><p>") * 2, True, id="times of day"),
        pytest.param(POST.replace("<p>", "<time>At 11 p.m.</time><p>") * 2, True, id="... in words"),
        pytest.param(POST.replace("<p>", "<time>4 May 2024</time><p>") * 2, False, id="dates"),
        pytest.param(POST.replace("<p>", "<time>9:05</time><p>") + POST, False, id="a time of one post"),
        pytest.param(f"<main><svg><title>Live</title></svg>{TWO}</main>", False, id="the title of an icon"),
    ],
)
def test_page_is_live_by_its_classes_or_the_times_of_its_posts(body, is_live):
    assert count(body, "<title>Storm</title>") == (2 if is_live else 0)


@each_row(
    ("names", "is_beside"),
    [
        pytest.param(("comments", "usercomment", "disqus_thread"), True, id="in any word"),
        pytest.param(("readers", "reader-letter", "responses", "reply", "replies"), True, id="readers"),
        pytest.param(("discussion", "forum", "a_discussions"), True, id="their debates"),
        pytest.param(("related", "recommended", "trending", "popular", "more"), True, id="other articles"),
        pytest.param(("most-read", "mostpopular", "most_viewed"), True, id="... that many read"),
        pytest.param(("promo", "teasers", "sidebar"), True, id="pieces of the page"),
        pytest.param(("evermore", "unrelated", "repl", "most", "reforum", "morels"), False, id="other words"),
    ],
)
def test_parts_beside_an_article_are_known_by_their_names(names, is_beside):
    for name in names:
        for mark in ("class", "id"):
            assert count(f"<main><div {mark}={name}>{TWO}</div></main>") == (0 if is_beside else 2), name
        assert count(f"<body class={name}>{TWO}</body>") == 2, "a word for the whole page names no part of it"


@each_row("tag", ["aside", "footer", "nav"])
def test_parts_beside_an_article_are_known_by_their_tags(tag):
    assert count(f"{TWO}<{tag}>{TWO}</{tag}>") == 2


@each_row(
    ("headings", "is_beside"),
    [
        pytest.param(("Comments", "12 comments", "Your comment", "Join the debate"), True, id="comments"),
        pytest.param(("» Letters", "Reader responses", "1 reply", "All replies"), True, id="letters"),
        pytest.param(("Discussion (3)", "Leave a reply", "Latest conversation"), True, id="talks"),
        pytest.param(("Have your say", "What you say", "What readers think"), True, id="invitations"),
        pytest.param(
            ("Related", "Recommended for you", "See also", "You might like"), True, id="more to read"
        ),
        pytest.param(
            ("Most viewed", "Most shared", "Editor's picks", "Top reactions"), True, id="favourites"
        ),
        pytest.param(("More", "More from Lunde", "Read next", "Read also", "Read more"), True, id="more"),
        pytest.param(("Trending", "Popular now", "Sponsored", "Advertisement"), True, id="advertisements"),
        pytest.param(("Commentary", "More than 40 boats sank", "Moreover", "We comment"), False, id="others"),
    ],
)
def test_parts_beside_an_article_are_known_by_their_headings(headings, is_beside):
    """The page is marked up as live, so that headings between its posts do not matter."""
    head = "<script>LiveBlogPosting</script>"
    for heading in headings:
        for tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            found = count(f"{TWO}<{tag}>{heading}</{tag}>{TWO}", head)
            assert found == (2 if is_beside else 4), (tag, heading)


@each_row(
    "words", ["More boats are needed", "Debate on the quay", "Letters show who knew", "Related parties left"]
)
def test_title_of_a_live_page_may_begin_like_the_heading_of_its_comments(words):
    told = [f"Boat {number} of the harbour master is lost, the police said." for number in range(3)]
    live = "".join(f"<article><time>9:0{n}</time><p>{text}</p></article>" for n, text in enumerate(told))
    page = f"<title>{words}</title><main><h1>{words} – live</h1>{live}</main>"
    (loaded,) = load(page.encode(), Hints("live.html"))
    assert [text for text in told if text in loaded.article.text] == told


def test_posts_apart_from_each_other_are_no_stream():
    apart = f"<div><p>One.</p>{POST}</div><div><p>Two.</p>{POST}</div>"
    wrapped = f"<div><div>{POST}</div></div>" * 2
    assert (count(f"<main>{apart}</main>"), count(f"<main>{wrapped}</main>")) == (0, 2)
    between = "<h2>Yesterday</h2>".join([POST, POST, POST])
    assert (count(between), count(f"<h1>Storm</h1>{TWO}<h2>Elsewhere</h2>")) == (0, 2)
    assert count(f"<h1>Storm</h1><h2>Elsewhere</h2>{TWO}") == 0
    assert count(f"<h2>Elsewhere</h2><h1>Storm</h1>{TWO}") == 2
    assert count(POST.replace("<p>", "<h2>Quay</h2><p>") * 2) == 2, "headings within posts are theirs"
