"""A web page is reduced to its article, with what the page says about it."""

import json
from warnings import catch_warnings, simplefilter

import pytest

from claimtrack.core.errors import UnreadableSource
from claimtrack.fetch import Hints
from claimtrack.fetch.loaders.html import load
from claimtrack.fetch.loaders.html.text import fragment_text
from tests.fetch.conftest import SAMPLES
from tests.tables import each_row

SAMPLE = SAMPLES / "council.html"
BRIEF = "The toll doubles in April, the council said."


def load_page(body, head="", **hints):
    data = f"<html><head>{head}</head><body>{body}</body></html>"
    (loaded,) = load(data.encode(), Hints("page.html", **hints))
    return loaded.article


@pytest.fixture(scope="module")
def article():
    (loaded,) = load(SAMPLE.read_bytes(), Hints("council.html"))
    assert loaded.warnings == ()
    return loaded.article


def test_only_the_text_of_the_article_remains_in_paragraphs(article):
    assert article.text == (
        "The harbour toll will double to 12 euros a boat in April, the council said on Thursday.\n\n"
        "“Nobody has raised it since 2009,” said harbour master Ivo Lund, who called the café owners’ "
        "protest “a storm in a cup”.\n\n"
        "About 340 boats are registered in the port, according to the council’s yearly report, "
        "a third fewer than in 2015.\n\n"
        "Fishers have asked for a lower rate, and the council expects to vote on it before the summer."
    )


def test_page_gives_title_author_outlet_address_and_language(article):
    assert article.title == "Harbour toll to double, council says"
    assert article.author == "Mina Okafor"
    assert article.outlet == "Port Gazette"
    assert article.url == "https://gazette.example/2023/harbour-toll"
    assert article.language == "en-GB"


@each_row(
    ("head", "outlet"),
    [
        ('<link rel="canonical" href="https://ada:pw@news.example/1">', "news.example"),
        (
            '<link rel="canonical" href="https://ada:pw@news.example/1"><meta property="og:site_name" content="The News">',
            "The News",
        ),
    ],
)
def test_no_password_of_the_address_is_in_the_name_of_the_outlet(head, outlet):
    """Readers see the outlet. Without a name on the page, trafilatura takes it from the address."""
    assert load_page(f"<article><p>{BRIEF}</p></article>", head=head).outlet == outlet


def test_publication_date_is_in_the_time_zone_of_the_publisher(article):
    """23:40 in New York is the next day in UTC."""
    assert article.published_on == "2023-03-02"


def test_future_publication_date_is_accepted():
    """The page may be under embargo, and the clock of this machine must not affect an article."""
    head = '<meta property="article:published_time" content="2090-05-01T10:00:00Z">'
    assert load_page(f"<p>{BRIEF}</p>", head=head).published_on == "2090-05-01"


def test_time_zone_unknown_to_a_library_causes_no_warning():
    head = '<meta name="last-modified" content="2014-12-29 08:57:25 EST">'
    with catch_warnings():
        simplefilter("error")
        assert load_page(f"<article><p>{BRIEF}</p></article>", head=head).published_on == "2014-12-29"


@each_row(
    ("written", "day"),
    [
        ("2026-02-30T10:00:00Z", "2026-02-30"),
        ("30/02/2026", "30/02/2026"),
        ("2026-04-31", "2026-04-31"),
        ("2026-02-01", "2026-02-01"),
        ("2026-02-28", "2026-02-28"),
        ("2028-02-29", "2028-02-29"),
    ],
)
def test_a_day_that_is_not_in_the_calendar_is_not_made_the_first_of_its_month(written, day):
    """Whoever reads the article is told that this is no date."""
    head = f'<meta property="article:published_time" content="{written}">'
    assert load_page(f"<p>{BRIEF}</p>", head=head).published_on == day


def test_copyright_line_does_not_date_an_article():
    assert (
        load_page(f"<article><p>{BRIEF}</p></article><footer>© 2019 Port Gazette</footer>").published_on
        is None
    )


def test_short_brief_is_read_without_the_menus_around_it():
    text = load_page(
        f"<nav><a href=/>Home</a> <a href=/s>Sport</a></nav><article><p>{BRIEF}</p></article>"
    ).text
    assert text == BRIEF


def test_page_without_a_canonical_address_has_the_one_it_was_fetched_from():
    assert (
        load_page(f"<p>{BRIEF}</p>", url="https://gazette.example/x?y=1").url
        == "https://gazette.example/x?y=1"
    )


def test_article_that_equals_its_headline_keeps_its_text():
    article = load_page(f"<article><p>{BRIEF}</p></article>", head=f"<title>{BRIEF}</title>")
    assert article.text == BRIEF


@each_row(
    ("body", "cause"),
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
def test_page_without_an_article_is_refused_with_the_reason_and_a_remedy(body, cause):
    with pytest.raises(UnreadableSource, match=rf"page\.html has no article text{cause}: .*\.txt"):
        load_page(body)


FLOOD = " ".join(f"a{n}=1" for n in range(60_000))


@each_row("tag", ["<p {}>", '<p ="x" {}>', "<p a='>' {}>", '<p a=b=" {}">'])
def test_tag_with_too_many_attributes_is_refused_at_once(tag):
    with pytest.raises(UnreadableSource, match=r"page\.html has a tag of more than 1,000 attributes"):
        load_page(tag.format(FLOOD) + BRIEF)
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
def test_page_of_one_element_is_read(data):
    (loaded,) = load(data.encode(), Hints("page.html"))
    assert loaded.article.text == BRIEF


@each_row(
    "head",
    [
        '<meta charset="iso-8859-1">',
        "<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=windows-1252'>",
    ],
)
def test_encoding_declared_by_a_page_is_used(head):
    data = (
        f"<html><head>{head}</head><body><p>Café “Zoë” raised its rents, the council said.</p></body></html>"
    )
    (loaded,) = load(data.encode("cp1252"), Hints("page.html"))
    assert loaded.article.text == "Café “Zoë” raised its rents, the council said."
    assert loaded.warnings == ()


def test_encoding_of_an_xml_declaration_is_used():
    data = '<?xml version="1.0" encoding="iso-8859-2"?><html><body><p>Łódź raised its rents, it said.</p></body></html>'
    (loaded,) = load(data.encode("iso-8859-2"), Hints("page.xhtml"))
    assert loaded.article.text == "Łódź raised its rents, it said."


def test_ascii_page_that_declares_utf_16_is_read_as_ascii():
    assert load_page(f"<p>{BRIEF}</p>", head="<meta charset=utf-16>").text == BRIEF


# ── fragments of HTML ───────────────────────────────────────────────────────────────────────────


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
def test_html_fragment_is_reduced_to_its_text(html, text):
    assert fragment_text(html) == text


@each_row("piece", ["<a ", "<![", "<!--", "<div>", "&#", "<"])
def test_hostile_fragments_are_read_quickly(piece):
    """It takes a second at most, where html.parser took minutes; quadratic code would take far longer."""
    import time

    start = time.process_time()
    fragment_text(piece * 100_000)
    assert time.process_time() - start < 3


# ── JSON-LD, preformatted text and quotations ───────────────────────────────────────────────────

TOLL = "The harbour toll will double to 12 euros in April, the council said."
BOATS = "“We have lost 40 of 340 boats since May,” said harbour master Ivo Lund."
VOTE = "The council will vote on it in June."


def json_ld(text, **more):
    data = {"@type": "NewsArticle", "articleBody": text, **more}
    return f'<script type="application/ld+json">{json.dumps({"@graph": [data]})}</script>'


@each_row("shown", ["<div id=root></div>", f"<article><p>{TOLL}</p></article>"])
def test_article_body_in_json_ld_is_read_if_the_page_shows_only_its_beginning(shown):
    assert load_page(shown, json_ld(f"{TOLL}\n\n{BOATS}\n\n{VOTE}")).text == f"{TOLL}\n\n{BOATS}\n\n{VOTE}"
    assert load_page(shown, json_ld(f"<p>{TOLL}</p><p>{BOATS} &amp;c.</p>")).text == f"{TOLL}\n\n{BOATS} &c."


def test_json_ld_type_may_carry_a_charset_and_a_broken_script_may_precede_it():
    script = json_ld(f"{TOLL} {BOATS} {VOTE}").replace("ld+json", "LD+JSON; charset=utf-8")
    script = '<script type="application/ld+json">{"@type": </script>' + script
    assert load_page(f"<article><p>{TOLL}</p></article>", script).text == f"{TOLL} {BOATS} {VOTE}"


def test_text_shown_on_the_page_wins_over_its_json_ld():
    body = f"<article><p>{TOLL}</p><p>{BOATS}</p><p>{VOTE}</p></article>"
    assert load_page(body, json_ld(f"{TOLL} {BOATS}")).text == f"{TOLL}\n\n{BOATS}\n\n{VOTE}"
    assert load_page(
        body, json_ld(40) + '<script type="application/ld+json">{"@type": </script>'
    ).text.endswith(VOTE)


CONSENT = (
    "<p>We and our 842 partners store information on your device, such as cookies. Click to consent.</p>"
)
COOKIES_IN_THE_NEWS = f"<p>{TOLL}</p><p>Cookies need consent, the council said.</p>" + f"<p>{BOATS}</p>" * 40


@each_row(
    ("page", "told"),
    [
        (json_ld("", isAccessibleForFree=False) + f"<p>{TOLL}</p>", "the page is for subscribers, so "),
        (CONSENT, "this may be a notice about cookies in place of the article: "),
        (COOKIES_IN_THE_NEWS, ""),
        (f"<article><p>{TOLL}</p></article><p>The cookies cost 4 euros.</p>", ""),
        (f"<article><p>{TOLL}</p></article><nav><b>Page 2 of 3</b></nav>", "this is page 2 of 3, "),
        (f"<article><p>{TOLL}</p><p>That is on page 2 of 3.</p></article><p>Page 1 of 1</p>", ""),
        (f"<article><p>{TOLL}</p></article><div class=comments><b>Page 1 of 3</b></div>", ""),
    ],
)
def test_page_that_may_lack_some_of_its_article_is_reported(page, told):
    (loaded,) = load(page.encode(), Hints("page.html"))
    assert [warning[: len(told)] for warning in loaded.warnings] == ([told] if told else [])


def test_preformatted_text_is_split_into_paragraphs():
    typed = "The harbour toll will double to 12 euros\nin April, the council said.\n\nThe council will vote\non it in June.\n"
    assert load_page(f"<pre>\n{typed}</pre>").text == f"{TOLL}\n\n{VOTE}"
    code = "toll = 12\nfee = 3\n\nboats = 340"  # whose lines are no wrapped sentences
    page = load_page(f"<pre><code>{code}</code></pre><p>{TOLL}</p>")
    assert page.text == f"toll = 12\n\nfee = 3\n\nboats = 340\n\n{TOLL}"


def test_announced_blockquote_gets_quotation_marks():
    quoted = "<p>We have lost 40 of 340 boats.</p><p>Nobody <b>asked us</b></p>"
    text = load_page(
        f"<article><p>He wrote on Facebook:</p><blockquote>{quoted}</blockquote><p>{VOTE}</p></article>"
    ).text
    assert text == f"He wrote on Facebook:\n\n“We have lost 40 of 340 boats.\n\n“Nobody asked us”\n\n{VOTE}"


def test_pull_quote_is_not_read_twice():
    pull_quote = '<blockquote class="pullquote"><p>“We have lost 40 of 340 boats since May.”</p></blockquote>'
    text = load_page(f"<article><p>{TOLL}</p>{pull_quote}<p>{BOATS}</p><p>{VOTE}</p></article>").text
    assert text == f"{TOLL}\n\n{BOATS}\n\n{VOTE}"
    assert "We have lost" in load_page(f"<article><p>{TOLL}</p>{pull_quote}<p>{VOTE}</p></article>").text
