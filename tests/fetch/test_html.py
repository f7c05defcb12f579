"""Of a web page the article remains, with what the page says about it."""

import json
from pathlib import Path
from warnings import catch_warnings, simplefilter

import pytest

from claimtrack.core.errors import UnreadableSource
from claimtrack.fetch import Hints
from claimtrack.fetch.html import fragment_text, load
from tests.tables import each_row

SAMPLE = Path(__file__).parent / "samples" / "council.html"
BRIEF = "The toll doubles in April, the council said."


def page(body, head="", **hints):
    data = f"<html><head>{head}</head><body>{body}</body></html>"
    (loaded,) = load(data.encode(), Hints("page.html", **hints))
    return loaded.article


@pytest.fixture(scope="module")
def article():
    (loaded,) = load(SAMPLE.read_bytes(), Hints("council.html"))
    assert loaded.warnings == ()
    return loaded.article


def test_only_the_article_s_text_remains_a_blank_line_between_paragraphs(article):
    assert article.text == (
        "The harbour toll will double to 12 euros a boat in April, the council said on Thursday.\n\n"
        "“Nobody has raised it since 2009,” said harbour master Ivo Lund, who called the café owners’ "
        "protest “a storm in a cup”.\n\n"
        "About 340 boats are registered in the port, according to the council’s yearly report, "
        "a third fewer than in 2015.\n\n"
        "Fishers have asked for a lower rate, and the council expects to vote on it before the summer."
    )


def test_the_page_says_its_title_author_outlet_address_and_language(article):
    assert article.title == "Harbour toll to double, council says"
    assert article.author == "Mina Okafor"
    assert article.outlet == "Port Gazette"
    assert article.url == "https://gazette.example/2023/harbour-toll"
    assert article.language == "en-GB"


def test_the_day_of_publication_is_the_publisher_s_own(article):
    """23:40 in New York is the next day in UTC."""
    assert article.published_on == "2023-03-02"


def test_a_day_that_is_still_to_come_is_read_too():
    """A page under embargo; and the clock of the machine is no part of an article."""
    head = '<meta property="article:published_time" content="2090-05-01T10:00:00Z">'
    assert page(f"<p>{BRIEF}</p>", head=head).published_on == "2090-05-01"


def test_a_time_zone_that_a_library_does_not_know_is_no_warning_to_the_reader():
    head = '<meta name="last-modified" content="2014-12-29 08:57:25 EST">'
    with catch_warnings():
        simplefilter("error")
        assert page(f"<article><p>{BRIEF}</p></article>", head=head).published_on == "2014-12-29"


def test_a_copyright_line_does_not_date_an_article():
    assert page(f"<article><p>{BRIEF}</p></article><footer>© 2019 Port Gazette</footer>").published_on is None


def test_a_short_brief_comes_without_the_menus_around_it():
    text = page(f"<nav><a href=/>Home</a> <a href=/s>Sport</a></nav><article><p>{BRIEF}</p></article>").text
    assert text == BRIEF


def test_without_a_canonical_address_the_one_that_answered_stands():
    assert page(f"<p>{BRIEF}</p>", url="https://gazette.example/x?y=1").url == "https://gazette.example/x?y=1"


def test_an_article_that_is_its_headline_keeps_it():
    article = page(f"<article><p>{BRIEF}</p></article>", head=f"<title>{BRIEF}</title>")
    assert article.text == BRIEF


@each_row(
    ("body", "why"),
    [
        ("", r" \(it has no words at all\)"),
        ("<img src=a.jpg>", r" \(it has no words at all\)"),
        *(
            (
                f"<{tag}>" * deep + BRIEF + f"</{tag}>" * deep,
                r" that can be read \(its elements are nested more than 250 deep\)",
            )
            for tag, deep in (("div", 300), ("div", 3_000), ("section", 400), ("blockquote", 300))
        ),
        ("<p>" * 120_000, r" that can be read \(it has more than 100,000 elements\)"),
        ("<iframe src=a.html></iframe>", r" \(it shows another page in a frame\)"),
        ("<script>render()</script><div id=root></div>", r" \(a script loads it\)"),
        (
            "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>",
            r" \(a script loads it\)",
        ),
        ("<footer>© 2019 Port Gazette</footer>", " that can be told apart from its menus"),
        (
            "<nav><a href=/>Home</a> <a href=/s>Sport and weather</a></nav><footer><p>Write to us at the quay.</p></footer>",
            " that can be told apart from its menus",
        ),
        (
            "<div role=navigation><p>All sections of the paper.</p></div>",
            " that can be told apart from its menus",
        ),
    ],
)
def test_a_page_without_an_article_is_refused_with_the_reason_and_a_remedy(body, why):
    with pytest.raises(UnreadableSource, match=rf"page\.html has no article text{why}: .*\.txt"):
        page(body)


FLOOD = " ".join(f"a{n}=1" for n in range(300_000))


@each_row("tag", ["<p {}>", '<p ="x" {}>', "<p a='>' {}>", '<p a=b=" {}">'])
def test_a_tag_that_would_keep_the_parser_busy_for_minutes_is_refused_at_once(tag):
    with pytest.raises(UnreadableSource, match=r"page\.html has a tag of more than 1,000 attributes"):
        page(tag.format(FLOOD) + BRIEF)
    with pytest.raises(UnreadableSource, match="the HTML in it has a tag"):
        fragment_text(tag.format(FLOOD) + BRIEF)


@each_row(
    "data",
    [
        f"<p>{BRIEF}</p>",
        f"<div>{BRIEF}",
        f"<!-- saved from the Gazette's archive in 2023 by its librarian --><html><body><p>{BRIEF}</p>",
        f"<?xml version='1.0' encoding='utf-8'?><p>{BRIEF}</p>",
        BRIEF,
    ],
)
def test_a_page_of_one_element_is_a_page(data):
    (loaded,) = load(data.encode(), Hints("page.html"))
    assert loaded.article.text == BRIEF


@each_row(
    "head",
    [
        '<meta charset="iso-8859-1">',
        "<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=windows-1252'>",
    ],
)
def test_the_encoding_a_page_declares_is_believed(head):
    data = (
        f"<html><head>{head}</head><body><p>Café “Zoë” raised its rents, the council said.</p></body></html>"
    )
    (loaded,) = load(data.encode("cp1252"), Hints("page.html"))
    assert loaded.article.text == "Café “Zoë” raised its rents, the council said."
    assert loaded.warnings == ()


def test_an_xml_declaration_is_believed():
    data = '<?xml version="1.0" encoding="iso-8859-2"?><html><body><p>Łódź raised its rents, it said.</p></body></html>'
    (loaded,) = load(data.encode("iso-8859-2"), Hints("page.xhtml"))
    assert loaded.article.text == "Łódź raised its rents, it said."


def test_a_page_readable_as_ascii_is_not_the_utf_16_it_claims_to_be():
    assert page(f"<p>{BRIEF}</p>", head="<meta charset=utf-16>").text == BRIEF


# ── pieces of HTML ──────────────────────────────────────────────────────────────────────────────


@each_row(
    ("html", "text"),
    [
        ("plain words", "plain words"),
        ("<p>One <b>b</b>old.</p>\n<p>Two.</p>", "One bold.\n\nTwo."),
        ("One<br>two<br/>three", "One\ntwo\nthree"),
        ("One<br><br>two", "One\n\ntwo"),
        ("<ul><li>One<li>Two</ul>tail", "One\n\nTwo\n\ntail"),
        ("a\n  b&nbsp;&amp;&#x2014;c", "a b &—c"),
        ("<p>Seen</p><script>unseen()</script><style>p{}</style><p>again</p>", "Seen\n\nagain"),
        ("<p>Never closed <i>at all", "Never closed at all"),
        ("5 < 7 tonnes", "5 < 7 tonnes"),
        ("<!-- nothing -->", ""),
        ("", ""),
    ],
)
def test_a_piece_of_html_becomes_its_words(html, text):
    assert fragment_text(html) == text


@each_row("piece", ["<a ", "<![", "<!--", "<div>", "&#", "<"])
def test_hostile_pieces_take_no_time(piece):
    """A second at most for what took html.parser minutes; a quadratic reader would need far longer."""
    import time

    start = time.process_time()
    fragment_text(piece * 100_000)
    assert time.process_time() - start < 3


# ── what pages do besides ───────────────────────────────────────────────────────────────────────

TOLL = "The harbour toll will double to 12 euros in April, the council said."
BOATS = "“We have lost 40 of 340 boats since May,” said harbour master Ivo Lund."
VOTE = "The council will vote on it in June."


def told(text, **more):
    data = {"@type": "NewsArticle", "articleBody": text, **more}
    return f'<script type="application/ld+json">{json.dumps({"@graph": [data]})}</script>'


@each_row("shown", ["<div id=root></div>", f"<article><p>{TOLL}</p></article>"])
def test_the_words_that_a_page_tells_machines_are_read_where_it_shows_but_their_beginning(shown):
    assert page(shown, told(f"{TOLL}\n\n{BOATS}\n\n{VOTE}")).text == f"{TOLL}\n\n{BOATS}\n\n{VOTE}"
    assert page(shown, told(f"<p>{TOLL}</p><p>{BOATS} &amp;c.</p>")).text == f"{TOLL}\n\n{BOATS} &c."


def test_what_a_page_tells_machines_may_have_its_encoding_in_its_type():
    script = told(f"{TOLL} {BOATS} {VOTE}").replace("ld+json", "LD+JSON; charset=utf-8")
    assert page(f"<article><p>{TOLL}</p></article>", script).text == f"{TOLL} {BOATS} {VOTE}"


def test_what_a_page_shows_wins_over_what_it_tells_machines():
    body = f"<article><p>{TOLL}</p><p>{BOATS}</p><p>{VOTE}</p></article>"
    assert page(body, told(f"{TOLL} {BOATS}")).text == f"{TOLL}\n\n{BOATS}\n\n{VOTE}"
    assert page(body, told(40) + '<script type="application/ld+json">{"@type": </script>').text.endswith(VOTE)


def test_a_page_for_subscribers_says_so():
    (loaded,) = load((told("", isAccessibleForFree=False) + f"<p>{TOLL}</p>").encode(), Hints("page.html"))
    assert "the page is for subscribers" in loaded.warnings[0]


def test_text_put_down_as_it_was_typed_keeps_its_sentences():
    typed = "The harbour toll will double to 12 euros\nin April, the council said.\n\nThe council will vote\non it in June.\n"
    assert page(f"<pre>\n{typed}</pre>").text == f"{TOLL}\n\n{VOTE}"
    assert page(f"<pre><code>toll = 12\n\nboats = 340</code></pre><p>{TOLL}</p>").text.endswith(TOLL)


def test_a_quotation_set_off_below_its_announcement_has_its_marks():
    quoted = "<p>We have lost 40 of 340 boats.</p><p>Nobody <b>asked us</b></p>"
    text = page(
        f"<article><p>He wrote on Facebook:</p><blockquote>{quoted}</blockquote><p>{VOTE}</p></article>"
    ).text
    assert text == f"He wrote on Facebook:\n\n“We have lost 40 of 340 boats.\n\n“Nobody asked us”\n\n{VOTE}"


def test_words_set_off_to_catch_the_eye_are_read_once():
    pulled = '<blockquote class="pullquote"><p>“We have lost 40 of 340 boats since May.”</p></blockquote>'
    text = page(f"<article><p>{TOLL}</p>{pulled}<p>{BOATS}</p><p>{VOTE}</p></article>").text
    assert text == f"{TOLL}\n\n{BOATS}\n\n{VOTE}"
    assert "We have lost" in page(f"<article><p>{TOLL}</p>{pulled}<p>{VOTE}</p></article>").text
