"""Every entry of a feed becomes an article."""

import contextlib
import io
import json

import pytest

from claimtrack.core.errors import NothingYet, UnreadableSource
from claimtrack.fetch import read
from tests.fetch.conftest import SAMPLES
from tests.tables import each_row


def read_sample(name, **options):
    return [loaded.article for loaded in read(str(SAMPLES / name), **options)]


def read_piped(data):
    return list(read("-", stdin=io.BytesIO(data.encode() if isinstance(data, str) else data)))


def rss(items, declaration='<?xml version="1.0"?>'):
    return f'{declaration}<rss version="2.0"><channel><title>T</title>{items}</channel></rss>'


ITEM = "<item><title>Toll</title><description>Rents rose.</description>{}</item>"


# ── RSS and Atom ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.filterwarnings("error::DeprecationWarning")
def test_rss_entry_has_its_body_as_text():
    toll, _ = read_sample("gazette.rss")
    assert toll.text == "The toll will double in April.\n\n“Nobody raised it,” he said.\nBoats: 340."
    assert toll.title == "Toll & trouble"
    assert toll.url == "https://gazette.example/toll"
    assert toll.author == "Mina Okafor"
    assert toll.outlet == "Port Gazette"
    assert toll.language == "en-GB"


def test_entry_without_a_body_has_its_summary_as_text():
    assert read_sample("gazette.rss")[1].text == "Ferries carried 900 people on Friday."
    assert read_sample("ministry.atom")[1].text == "The quota stays at 7 tonnes."


def test_entry_without_text_is_skipped_and_reported_with_its_address():
    skipped = []
    assert len(read_sample("gazette.rss", on_skip=skipped.append)) == 2
    assert "https://gazette.example/picture has no text" in str(*skipped)


def test_date_is_in_the_time_zone_of_the_publisher():
    """In UTC, both would be another day."""
    assert read_sample("gazette.rss")[0].published_on == "2026-03-05"
    assert read_sample("ministry.atom")[0].published_on == "2026-03-06"


def test_entry_without_a_publication_date_has_the_date_of_its_last_change():
    assert read_sample("ministry.atom")[1].published_on == "2026-03-07"


def test_plain_text_in_atom_is_not_parsed_as_html():
    catch = read_sample("ministry.atom")[0]
    assert catch.text == "The catch was 5 < 7 tonnes."
    assert catch.title == "Catch < quota"
    assert (catch.author, catch.outlet) == ("Press office", "Ministry of Fisheries")


def test_a_feed_of_titles_leads_to_the_pages():
    titles = "<item><title>Rents rose</title><link>https://a.example/1</link></item>"
    with pytest.raises(UnreadableSource, match="no article text, only links: ingest the pages"):
        read_piped(rss(titles))


@each_row(
    "written, day",
    [
        pytest.param("22 April 2024", "2024-04-22", id="without a time"),
        pytest.param("Mon, 22 Apr 2024", "2024-04-22", id="with a weekday"),
        pytest.param("April 22, 2024 10:00 AM", "2024-04-22", id="as people write it"),
        pytest.param("Monday, April 22, 2024 - 10:00", "2024-04-22", id="as Drupal writes it"),
        pytest.param("04/22/2024 10:00", "2024-04-22", id="numbers of which only one can be the day"),
        pytest.param("04/05/2024", None, id="numbers of which either can be"),
        pytest.param("Thu, 01 Jan 1970 00:00:00 +0000", None, id="what a program writes for none"),
        pytest.param("1970-01-01T00:00:00Z", None, id="the same in ISO"),
        pytest.param("yesterday", None, id="no date"),
    ],
)
def test_a_date_is_read_however_it_is_written_or_told(written, day):
    (loaded,) = read_piped(rss(ITEM.format(f"<pubDate>{written}</pubDate>")))
    assert loaded.article.published_on == day
    assert bool(loaded.warnings) is (day is None and "1970" not in written)


def test_blanks_before_the_declaration_do_no_harm():
    (loaded,) = read_piped("\n\n  " + rss(ITEM.format("")))
    assert (loaded.article.text, loaded.warnings) == ("Rents rose.", ())


@each_row(
    "authors, names",
    [
        pytest.param("<author>desk@a.example (The Desk)</author>", "The Desk", id="an address and a name"),
        pytest.param("<author>desk@a.org (The Desk)</author>", "The Desk", id="a short domain"),
        pytest.param("<author>desk@a.example</author>", None, id="only an address"),
        pytest.param("<author>ada@a.org (ada)</author>", "ada", id="a name in small letters"),
        pytest.param("<dc:creator>Ada Moor</dc:creator><dc:creator>Bo Lund</dc:creator>", "Ada Moor; Bo Lund", id="two"),
        pytest.param("<dc:creator>Ada Moor (staff)</dc:creator>", "Ada Moor (staff)", id="brackets of a name"),
    ],
)  # fmt: skip
def test_authors_are_names_without_addresses(authors, names):
    (loaded,) = read_piped(rss(ITEM.format(authors)))
    assert loaded.article.author == names


def test_the_author_of_an_atom_feed_is_that_of_entries_without_one():
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><author><name>Ada Moor</name></author>{}</feed>'
    entry = "<entry><title>A</title><summary>Rents rose.</summary>{}</entry>"
    own = "<author><name>Bo Lund</name><email>bo@a.example</email></author>"
    found = read_piped(atom.format(entry.format("") + entry.format(own)))
    assert [loaded.article.author for loaded in found] == ["Ada Moor", "Bo Lund"]


def test_entry_without_an_address_has_none():
    assert read_sample("ministry.atom")[1].url is None


@each_row(
    ("channel", "entry", "address"),
    [
        ("<link>https://a.example/news/</link>", "<link>/rel/1</link>", "https://a.example/rel/1"),
        ("<link>https://a.example/news/</link>", "<link>rel/1</link>", "https://a.example/news/rel/1"),
        (
            '<link>https://a.example/</link><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" '
            'href="https://feeds.example/rss"/>',
            "<link>/1</link>",
            "https://feeds.example/1",
        ),
        ("<link>https://a.example/</link>", "<guid>https://b.example/1</guid>", "https://b.example/1"),
        ("<link>https://a.example/</link>", "<guid>story-1</guid>", None),
        ("<link>https://a.example/</link>", "<link>http://[x/</link>", None),
    ],
)
def test_relative_address_in_a_saved_feed_is_resolved_against_its_own_address(channel, entry, address):
    (loaded,) = read_piped(rss(channel + ITEM.format(entry)))
    assert loaded.article.url == address


def test_invalid_address_is_reported_with_its_entry():
    (loaded,) = read_piped(rss(ITEM.format("<link>/rel/1</link>")))
    assert loaded.article.url is None
    assert loaded.warnings == (
        "the address of 'Toll' is not a web address, so the article has none: '/rel/1'",
    )


def test_relative_address_in_a_fetched_feed_is_resolved_against_its_location(site):
    link = ITEM.format("<link>../1</link>") + ITEM.format("<guid>story-2</guid>")
    address = site.serve(
        "/feeds/new", rss("<link>https://a.example/</link>" + link), kind="application/rss+xml"
    )
    assert [loaded.article.url for loaded in read(address)] == [f"{site.address}/1", None]


def test_relative_address_in_atom_is_resolved_against_its_base():
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/blog/"><title>T</title>'
        "<entry><title>t</title><link href='1'/><summary>Rents rose.</summary></entry></feed>"
    )
    (loaded,) = read_piped(feed)
    assert loaded.article.url == "https://a.example/blog/1"


@each_row(
    ("home", "address"),
    [
        ({"home_page_url": "https://a.example/news/"}, "https://a.example/rel/1"),
        (
            {"feed_url": "https://f.example/feed.json", "home_page_url": "https://a.example/"},
            "https://f.example/rel/1",
        ),
        ({}, None),
    ],
)
def test_relative_address_in_a_json_feed_is_resolved_against_its_own_address(home, address):
    items = [{"id": "1", "url": "/rel/1", "title": "Toll", "content_text": "Rents rose."}]
    (loaded,) = read_piped(
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": items} | home)
    )
    assert loaded.article.url == address
    assert bool(loaded.warnings) == (address is None)


def test_password_in_the_address_of_an_entry_is_removed_and_reported():
    (loaded,) = read_piped(rss(ITEM.format("<link>https://ada:s3cret@a.example/1</link>")))
    assert loaded.article.url == "https://a.example/1"
    assert "had a name or password in it" in str(*loaded.warnings)
    assert "s3cret" not in str(*loaded.warnings)


def test_aggregated_entry_names_the_outlet_it_came_from():
    item = "<item><description>Rents rose.</description><source url='https://a.example/'>Port Gazette</source></item>"
    (loaded,) = read_piped(rss(item))
    assert loaded.article.outlet == "Port Gazette"


def test_doubly_escaped_feed_is_unescaped_twice():
    words = "&amp;lt;p&amp;gt;The toll is &amp;amp;pound;12.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;It isn&amp;amp;#8217;t paid.&amp;lt;/p&amp;gt;"
    (loaded,) = read_piped(
        rss(f"<item><title>Toll &amp;amp; trouble</title><description>{words}</description></item>")
    )
    assert loaded.article.text == "The toll is £12.\n\nIt isn’t paid."
    assert loaded.article.title == "Toll & trouble"


def test_paragraphs_survive_a_doubly_escaped_word():
    (loaded,) = read_piped(
        rss(
            "<item><description>&lt;p&gt;AT&amp;amp;amp;T rose, 5 &amp;lt; 6.&lt;/p&gt;&lt;p&gt;It fell.&lt;/p&gt;</description></item>"
        )
    )
    assert loaded.article.text == "AT&T rose, 5 < 6.\n\nIt fell."


def test_longer_of_two_texts_of_an_entry_is_read():
    items = [{"content_text": "The toll…", "content_html": "<p>The toll doubles.</p>"}]
    (loaded,) = read_piped(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}))
    assert loaded.article.text == "The toll doubles."


def test_truncated_feed_yields_its_whole_entries_and_is_reported():
    whole = rss("<item><description>Rents rose 4%.</description></item><item><title>y</title>")
    (loaded,) = read_piped(whole[: whole.index("</channel>")])
    assert loaded.article.text == "Rents rose 4%."
    assert "damaged" in loaded.warnings[0]


def test_feed_is_decoded_as_it_declares():
    item = "<item><description>Café Zoë raised its prices.</description></item>"
    (loaded,) = read_piped(rss(item, '<?xml version="1.0" encoding="iso-8859-1"?>').encode("latin-1"))
    assert loaded.article.text == "Café Zoë raised its prices."
    assert loaded.warnings == ()


def test_nested_entities_do_not_exhaust_the_memory():
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{entities}]>' + rss(
        "<item><description>&e9;</description></item>", ""
    )
    with contextlib.suppress(UnreadableSource):
        assert sum(len(loaded.article.text) for loaded in read_piped(bomb)) < 1_000


def test_unreadable_date_is_reported_with_its_entry():
    item = (
        "<item><title>Rents</title><description>Rents rose.</description><pubDate>a day ago</pubDate></item>"
    )
    (loaded,) = read_piped(rss(item))
    assert loaded.article.published_on is None
    assert loaded.warnings == ("the date of 'Rents' cannot be read, so the article has none: 'a day ago'",)


def test_truncated_json_feed_is_refused_as_broken():
    whole = '{"version": "https://jsonfeed.org/version/1.1", "items": [{"content_text": "Rents rose."}]}'
    with pytest.raises(UnreadableSource, match=r"broken JSON .* cut off"):
        read_piped(whole[:-3])


def test_feed_with_the_suffix_xml_is_read(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text(
        "<!-- made by hand -->\n" + rss("<item><description>Rents rose.</description></item>", "")
    )
    (loaded,) = read(str(path))
    assert loaded.article.text == "Rents rose."


def test_xml_other_than_a_feed_is_refused(tmp_path):
    path = tmp_path / "orders.xml"
    path.write_text("<orders><order>1</order></orders>")
    with pytest.raises(
        UnreadableSource, match="is XML, but not a feed: give an RSS or Atom feed, or a web page"
    ):
        list(read(str(path)))


def test_json_array_is_refused(tmp_path):
    path = tmp_path / "claims.json"
    path.write_text('[{"text": "Rents rose."}]')
    with pytest.raises(
        UnreadableSource, match="is JSON, but not a JSON Feed: give a feed, a web page or a text file"
    ):
        list(read(str(path)))


def test_feed_without_entries_has_nothing_to_read_yet():
    with pytest.raises(NothingYet, match="a feed without entries"):
        read_piped(rss(""))


# ── JSON Feed ───────────────────────────────────────────────────────────────────────────────────


def test_json_feed_entry_has_html_text_or_summary_as_text():
    nets, rope, oars = read_sample("blog.json")
    assert nets.text == "Nets cost 40 euros.\n\nThey cost 25 in 2020."
    assert rope.text == "Rope is cheaper by a third.\n"
    assert oars.text == "Oars sold out."


def test_json_feed_title_may_be_escaped_and_its_author_is_that_of_entries_without_one():
    item = {"title": "Toll &amp; trouble", "content_text": "Rents rose."}
    feed = {"version": "https://jsonfeed.org/version/1.1", "authors": [{"name": "Ada Moor"}]}
    feed["items"] = [item, item | {"author": {"name": "Bo Lund"}}]
    found = [loaded.article for loaded in read_piped(json.dumps(feed))]
    assert [(one.title, one.author) for one in found] == [
        ("Toll & trouble", "Ada Moor"),
        ("Toll & trouble", "Bo Lund"),
    ]


def test_json_feed_entry_has_title_author_outlet_and_date():
    nets, rope, oars = read_sample("blog.json")
    assert (nets.title, nets.author, nets.outlet, nets.language) == (
        "Nets",
        "Ada Berg; Jo Lee",
        "Quay Notes",
        "en",
    )
    assert (nets.url, nets.published_on) == ("https://quay.example/1", "2026-03-08")
    assert rope.url == "https://elsewhere.example/2"
    assert oars.author == "Jo Lee"


def test_characters_that_a_database_cannot_store_are_replaced():
    feed = '{"version": "https://jsonfeed.org/version/1", "items": [{"content_text": "a\\u0000b\\ud800c"}]}'
    (loaded,) = read_piped(feed)
    assert loaded.article.text == "a\ufffdb\ufffdc"
    assert "2 characters" in loaded.warnings[0]


@pytest.mark.parametrize(
    "feed",
    [
        {"rows": []},
        {"items": None},
        {"items": 3},
        [1],
        {"items": ["text", None]},
        {"items": [{"content_text": 5, "authors": "x", "url": []}]},
        {"items": [{"content_text": " ", "authors": [None]}]},
    ],
)
def test_json_other_than_a_feed_is_refused(feed, tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(feed))
    with pytest.raises(UnreadableSource, match=r"a\.json"):
        list(read(str(path)))


def test_broken_json_is_refused(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('{"items": ' + "[" * 100_000)
    with pytest.raises(
        UnreadableSource, match="is JSON, but not a JSON Feed: give a feed, a web page or a text file"
    ):
        list(read(str(path)))


def test_given_date_overrides_that_of_an_entry_which_is_reported():
    item = "<item><title>Rents</title><description>Rents rose.</description><pubDate>Tue, 23 Apr 2024 08:00:00 GMT</pubDate></item>"
    (loaded,) = read("-", stdin=io.BytesIO(rss(item).encode()), published_on="2020-01-01")
    assert loaded.article.published_on == "2020-01-01"
    assert loaded.warnings == (
        "the date of 'Rents' is 2024-04-23 according to the article itself; using the date you gave, 2020-01-01",
    )
    (same,) = read("-", stdin=io.BytesIO(rss(item).encode()), published_on="2024-04-23")
    assert same.warnings == ()
