"""A live page is read whole: its posts in order, without what surrounds them."""

import json
import time

import pytest
from lxml.html import document_fromstring

from claimtrack.fetch import Hints
from claimtrack.fetch.loaders.html import load
from claimtrack.fetch.loaders.html.html import _with_posts
from claimtrack.fetch.loaders.html.posts import articles_besides, posts
from tests.tables import each_row

LONG = (
    "The council of Norbridge met on Monday evening to speak about the bridge, which a boat had struck in May. "
    * 6
)
BRIDGE = "The bridge was shut at noon, the police said."
FERRY = "“No boat leaves before six,” said harbour master Ivo Lund."
POWER = "Some 12,000 homes have power again, the operator said."
HEAD = '<title>Storm live</title><meta property="article:published_time" content="2024-05-01T10:00:00Z">'


def load_article(body, head=HEAD, **hints):
    data = f"<html><head>{head}</head><body><nav><a href=/>Home</a></nav>{body}</body></html>"
    (loaded,) = load(data.encode(), Hints("live.html", **hints))
    return loaded.article


def find_posts(body):
    return posts(document_fromstring(body), body, None)


def post(text, heading="", mark="", inner="p"):
    return f"<article {mark}>{heading and f'<h2>{heading}</h2>'}<{inner}><p>{text}</p><p>{LONG}</p></{inner}></article>"


def texts_found(article):
    return [text for text in (BRIDGE, FERRY, POWER) if text in article.text]


POSTS = (BRIDGE, FERRY, POWER)


@each_row(
    "body",
    [
        pytest.param("<main>{}</main>".format("".join(map(post, POSTS))), id="side by side"),
        pytest.param(
            "<ol>{}</ol>".format("".join(f"<li>{post(text)}</li>" for text in POSTS)), id="in a list"
        ),
        pytest.param(
            "".join(post(text, mark=f'class="post post-{n}"') for n, text in enumerate(POSTS)),
            id="each with a class of its own",
        ),
        pytest.param(
            "".join(post(text, inner='div class="post-content"') for text in POSTS),
            id="with a class for their text",
        ),
        pytest.param(
            "<article><h1>Storm live</h1>{}</article>".format(
                "".join(post(text, mark="class=post") for text in POSTS)
            ),
            id="within an article",
        ),
        pytest.param(
            "".join(post(text, heading=f'<a href="#p{n}">What we know</a>') for n, text in enumerate(POSTS)),
            id="with a link to themselves",
        ),
        pytest.param(
            "".join(f'<div itemprop="liveBlogUpdate"><p>{text}</p><p>{LONG}</p></div>' for text in POSTS),
            id="marked by schema.org",
        ),
    ],
)
def test_every_post_is_read_in_its_place(body):
    article = load_article(body)
    assert texts_found(article) == list(POSTS)
    assert article.text.index(BRIDGE) < article.text.index(FERRY) < article.text.index(POWER)
    assert (article.title, article.published_on) == ("Storm live", "2024-05-01")
    assert "Home" not in article.text


def live_page(**more):
    author = {"@type": "Person", "name": "Bo Lind"}
    told = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": "Storm &amp; flood",
        "publisher": {"@type": "Organization", "name": "Norbridge Post"},
        "liveBlogUpdate": [
            {"@type": "BlogPosting", "headline": "Bridge shut", "articleBody": text, "author": author}
            for text in POSTS
        ],
    }
    return HEAD + f'<script type="application/ld+json">{json.dumps(told | more)}</script>'


AUTHORS = [{"@type": "Person", "name": "Ada Moor"}, {"@type": "Person", "name": "Tom Ryle"}]


@each_row(("more", "author"), [({}, None), ({"author": AUTHORS}, "Ada Moor; Tom Ryle")])
@each_row("body", ["".join(post(text, heading="Bridge shut") for text in POSTS), "<div id=root></div>"])
def test_live_page_has_its_own_headline_publisher_and_authors_not_those_of_a_post(body, more, author):
    article = load_article(body, live_page(**more))
    assert (article.title, article.outlet, article.author) == ("Storm & flood", "Norbridge Post", author)
    assert texts_found(article) == list(POSTS)


def test_posts_that_a_script_loads_are_read_below_what_the_page_shows():
    """The introduction alone would look like the whole article."""
    assert texts_found(load_article("<main><p>Follow our coverage.</p></main>", live_page())) == list(POSTS)
    introduction = f"<main><p>The storm cut off 40 villages, the council said.</p><p>{BRIDGE}</p></main>"
    text = load_article(introduction, live_page()).text
    assert text.startswith("The storm cut off 40 villages, the council said.")
    assert text.count(BRIDGE) == 1


def test_page_without_posts_to_add_is_read_in_a_time_that_grows_with_its_length():
    shown = "\n".join(f"Line {number} says that rents rose by {number} percent." for number in range(30_000))
    begun = time.process_time()
    assert _with_posts(shown, "") == shown
    assert time.process_time() - begun < 0.5


def test_live_page_keeps_the_author_whom_only_its_head_names():
    body = "".join(post(text, heading="Bridge shut") for text in POSTS)
    head = '<meta name="author" content="Ada Moor">' + live_page()
    assert load_article(body, head).author == "Ada Moor"


def test_page_declared_as_live_may_have_an_introduction():
    body = post(BRIDGE, mark="class=intro") + post(FERRY, mark="class=post") + post(POWER, mark="class=post")
    script = '<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>'
    assert len(find_posts(body)) == 0
    assert len(find_posts(body + script)) == 3
    assert texts_found(load_article(body, HEAD + script)) == list(POSTS)


def test_own_text_of_an_article_of_posts_comes_first():
    body = (
        f"<article><p>{POWER}</p>{post(BRIDGE, mark='class=post')}{post(FERRY, mark='class=post')}</article>"
    )
    article = load_article(body)
    assert article.text.index(POWER) < article.text.index(BRIDGE) < article.text.index(FERRY)
    assert article.text.count(BRIDGE) == 1


def test_link_to_the_page_itself_does_not_make_a_teaser():
    body = "".join(post(text, heading='<a href="/storm/post/7">What we know</a>') for text in POSTS)
    assert texts_found(load_article(body, url="https://gazette.example/storm/")) == list(POSTS)


@each_row(
    "other",
    [
        pytest.param(post(FERRY, heading='<a href="/ferry">Ferry waits</a>'), id="a teaser"),
        pytest.param(
            f"<a href='/ferry'>{post(FERRY, heading='Ferry waits')}</a>", id="a teaser that is a link"
        ),
        pytest.param(post(FERRY, heading='<a href="http://[">Ferry</a>'), id="a broken link"),
        pytest.param(post(FERRY, mark='class="promo"'), id="another look"),
        pytest.param(f"<ol class=comments><li>{post(FERRY)}</li></ol>", id="a reader's comment"),
        pytest.param("<article><h2>Ferry waits</h2></article>", id="a heading"),
    ],
)
def test_teasers_and_comments_around_an_article_are_not_posts(other):
    assert find_posts(post(BRIDGE) + other * 3) == []


def test_embedded_social_media_posts_do_not_make_an_article_a_live_page():
    embedded = '<article class="embed"><p>Boats wait at six.</p></article>'
    article = load_article(f"<article><p>{BRIDGE}</p>{embedded * 2}<p>{LONG}</p><p>{POWER}</p></article>")
    assert texts_found(article) == [BRIDGE, POWER]


@each_row("piece", ["<article>", "<article><p>A bridge was shut.</p></article>", "<article><h2><a href=x>"])
def test_reading_time_grows_about_linearly_with_the_articles(piece):
    def seconds(pieces):
        start = time.process_time()
        article = load_article(post(BRIDGE) + piece * pieces)
        assert texts_found(article) == [BRIDGE]
        return time.process_time() - start

    assert seconds(400) < 10 * seconds(100) + 0.3  # quadratic code would take sixteen times as long


@each_row("end", ["and no stop at its end", "and at last a stop."])
def test_long_paragraph_is_recognised_quickly(end):
    paragraph = "The harbour of Norbridge took in 40 boats on that day. " * 4_000 + end
    start = time.process_time()
    load_article(f"<article><p>{paragraph}</p></article>" + post(BRIDGE) + post(FERRY))
    assert time.process_time() - start < 4  # trying every word as the start of a sentence took hours


@each_row(
    ("text", "is_post"),
    [
        pytest.param("The quay at Lunde reopened.", True, id="a sentence"),
        pytest.param("“The quay at Lunde is open!”\n", True, id="its full stop within the quotation"),
        pytest.param("「The quay at Lunde is open!」", True, id="... in other quotation marks"),
        pytest.param("The quay (once more) is shut (see below.)  ", True, id="within brackets"),
        pytest.param("Boats wait at noon \u00a0", False, id="no full stop"),
        pytest.param("Read it here.", False, id="too few words"),
        pytest.param(" ... ", False, id="no word"),
    ],
)
def test_post_must_contain_a_sentence(text, is_post):
    posts_html = "".join(f"<article><time>9:0{n}</time><p>{text}</p></article>" for n in range(2))
    assert len(find_posts(f"<main class=live>{posts_html}</main>")) == (2 if is_post else 0)


STORY = f"<article><h1>Bridge shut</h1><p>{BRIDGE}</p><p>{LONG}</p></article>"


@each_row("head", ["<title>Bridge shut</title>", HEAD])
@each_row(
    "other",
    [
        pytest.param(f"<h2>Comments</h2>{post(FERRY)}", id="comments by their heading"),
        pytest.param(
            f"<h3>12 comments</h3><article><time>9:04</time><p>{FERRY}</p></article>",
            id="comments with times",
        ),
        pytest.param(f"<div id=disqus>{post(FERRY)}</div>", id="comments by an id"),
        pytest.param(f"<div class=reader-letters>{post(FERRY)}</div>", id="letters"),
        pytest.param(
            f"<h2>Most read</h2><article><h3>Ferry</h3><p>{FERRY}</p><a href=/f>Read more</a></article>",
            id="a list of most-read articles",
        ),
        pytest.param(
            f"<article><h3>Ferry</h3><p>{FERRY}</p><a href=/f>Read more</a></article>", id="a teaser"
        ),
        pytest.param(f"<aside>{post(FERRY)}</aside>", id="an aside"),
        pytest.param(f"<h2>Elsewhere</h2>{post(FERRY)}", id="a heading of its own"),
    ],
)
def test_comments_and_teasers_are_not_posts_even_on_a_live_page(head, other):
    assert posts(document_fromstring(head + STORY + other * 2), head, None) == []


def test_articles_side_by_side_are_posts_only_on_a_live_page():
    timed = "".join(f"<article><time>9:0{n}</time><p>{text}</p></article>" for n, text in enumerate(POSTS))
    assert find_posts(post(BRIDGE) + post(FERRY)) == []
    assert len(find_posts(f"<main>{timed}</main>")) == 3
    assert find_posts(f"<div><p>{LONG}</p></div><section><h2>You write</h2>{timed}</section>") == []
    assert len(find_posts(f"<main class=live-page>{post(BRIDGE)}{post(FERRY)}</main>")) == 2
    with_comments = (
        f"<main class=live-page>{post(BRIDGE)}{post(FERRY)}</main><h2>Comments</h2>{post(POWER) * 2}"
    )
    assert len(find_posts(with_comments)) == 2


def brief(text):
    return f"<article><p>{text}</p></article>"


@each_row(
    ("body", "unread"),
    [
        pytest.param(brief(BRIDGE) + brief(FERRY), "another article, which was", id="short ones"),
        pytest.param("".join(map(brief, POSTS)), "2 more articles, which were", id="several"),
        pytest.param(post(BRIDGE) + post(FERRY), None, id="long ones, which are read together"),
        pytest.param(f"<main class=live>{brief(BRIDGE)}{brief(FERRY)}</main>", None, id="a live page"),
        pytest.param(STORY, None, id="an article alone"),
        pytest.param(f"{STORY}<h2>Comments</h2>{brief(FERRY) * 3}", None, id="comments"),
        pytest.param(STORY + post(FERRY, heading="<a href=/f>Ferry</a>") * 3, None, id="teasers"),
        pytest.param(STORY + post(FERRY, mark="class=promo") * 3, None, id="another look"),
    ],
)
def test_unread_articles_of_a_page_are_reported(body, unread):
    (loaded,) = load(f"<title>News in brief</title>{body}".encode(), Hints("brief.html"))
    assert [warning.partition(" not read")[0] for warning in loaded.warnings] == (
        [f"the page has {unread}"] if unread else []
    )


def test_unread_articles_of_a_long_page_are_counted_in_a_time_that_grows_with_its_length():
    lines = [
        f"The mayor of Vale said that rents rose by {number} percent in May." for number in range(20_000)
    ]
    root = document_fromstring(f"<article>{''.join(f'<p>{line}</p>' for line in lines)}</article>")
    begun = time.process_time()
    assert articles_besides(root, "\n\n".join(lines), None) == 0
    assert time.process_time() - begun < 2
