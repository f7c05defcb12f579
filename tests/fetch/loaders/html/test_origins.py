"""A page has the address and the day of its article, not those of its site, of a comment or of another article."""

import json

import pytest

from claimtrack.core.errors import UnreadableSource
from claimtrack.fetch import Hints
from claimtrack.fetch.loaders.html import load
from tests.tables import each_row

TEXT = "<article><h1>Pool is shut</h1><p>The town of Tarn closed its pool on Monday, the mayor said.</p></article>"
ARTICLE = {"@type": "NewsArticle", "datePublished": "2024-04-23T08:00:00Z", "headline": "Pool is shut"}
FETCHED = "https://courier.example/pool"


def article(head="", body=TEXT, before="", **hints):
    data = f"<!DOCTYPE html>{before}<html lang=en><head><title>Pool</title>{head}</head><body>{body}</body></html>"
    (loaded,) = load(data.encode(), Hints("page.html", **hints))
    return loaded.article


def canonical(address):
    return f'<link rel="canonical" href="{address}">'


@each_row(
    "reason, head, fetched, url",
    [
        ("a page names its address", canonical("https://courier.example/a"), FETCHED, "https://courier.example/a"),
        ("every page names the front page", canonical("https://courier.example/"), FETCHED, FETCHED),
        ("... without a slash", canonical("https://courier.example"), FETCHED, FETCHED),
        ("it is the front page", canonical("https://courier.example/"), "https://courier.example", "https://courier.example/"),
        ("a number in the query", canonical("https://courier.example/?p=4"), FETCHED, "https://courier.example/?p=4"),
        ("a saved page of which no more is known", canonical("https://courier.example/"), None, "https://courier.example/"),
    ],
)  # fmt: skip
def test_the_front_page_is_no_articles_address(head, fetched, url):
    assert article(head, url=fetched).url == url


@each_row(
    "before, url",
    [
        pytest.param(f"<!-- saved from url=(0028){FETCHED} -->", FETCHED, id="Chrome, Edge"),
        pytest.param(f"<!--\n Page saved with SingleFile \n url: {FETCHED} \n saved date: Tue -->", FETCHED, id="SingleFile"),
        pytest.param("<!-- saved from url=(0014)about:internet -->", None, id="the mark of the web"),
        pytest.param("<!-- see https://courier.example/other -->", None, id="another comment"),
    ],
)  # fmt: skip
def test_a_saved_page_has_the_address_it_was_saved_from(before, url):
    assert article(before=before).url == url


@each_row(
    "reason, told, day",
    [
        ("the article and a comment", {"comment": [{"@type": "Comment", "datePublished": "2021-01-01"}], **ARTICLE}, "2024-04-23"),
        ("a list of others", [{"@type": "ItemList", "itemListElement": [{**ARTICLE, "datePublished": "2019-01-01"}]}, ARTICLE], "2024-04-23"),
        ("the page's own", {"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, ARTICLE]}, "2024-04-23"),
        ("several types", {**ARTICLE, "@type": ["Thing", "NewsArticle"]}, "2024-04-23"),
    ],
)  # fmt: skip
def test_the_day_is_that_of_the_article(told, day):
    head = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    assert article(head).published_on == day


def test_a_day_that_differs_only_by_the_time_zone_stays_the_publishers():
    meta = '<meta property="article:published_time" content="2024-04-22T23:00:00-05:00">'
    head = f'{meta}<script type="application/ld+json">{json.dumps(ARTICLE)}</script>'
    assert article(head).published_on == "2024-04-22"


@each_row(
    "written, day",
    [
        ("Published 04/05/2024", "04/05/2024"),  # for which the caller warns
        ("Published 23/04/2024", "2024-04-23"),
        ("Published 04/05/2024, that is 4 May 2024", "2024-05-04"),
        ("Published 05/05/2024", "2024-05-05"),
    ],
)
def test_a_date_that_may_be_another_is_not_guessed(written, day):
    assert article(body=TEXT.replace("</h1>", f'</h1><p class="date">{written}</p>')).published_on == day


@each_row(
    "content, target",
    [
        (f"0; url={FETCHED}", FETCHED),
        ("1;URL='/pool'", FETCHED),
        ("300; url=https://courier.example/other", None),
        ("0; url=https://courier.example/here", None),
        ("5", None),
    ],
)
def test_a_page_that_forwards_at_once_is_refused_with_the_other_address(content, target):
    head = f'<meta http-equiv="refresh" content="{content}">'
    fetched = "https://courier.example/here"
    if target is None:
        assert article(head, url=fetched).text
    else:
        with pytest.raises(
            UnreadableSource, match=f"leads to another page: give the address of that, {target}"
        ):
            article(head, url=fetched)
        assert article(f"<noscript>{head}</noscript>", url=fetched).text  # for browsers without scripts
