"""The public site in the language of a newsroom, and what its pages allow to run."""

import json
import re
import shutil
import tomllib
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.model import Article, Stance
from claimtrack.export.site_feeds import preview
from claimtrack.export.site_templates import templates
from claimtrack.export.words import words
from claimtrack.store import articles, rows
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import archiving, editing, intervening, linking
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles import describing, withdrawing
from claimtrack.workflow.exporting import verdict_texts, verdicts_for_articles
from claimtrack.workflow.publishing import publish
from claimtrack.workflow.reviews import reviewing
from tests.tables import each_row

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def desk_with_correction(reviewed_desk):
    """A desk whose second review is corrected in English, with evidence and a correction request."""
    db = reviewed_desk
    correction = reviewing.correct(db, 2, note="Its {words} were <wrong>.", language="en", actor="ben")
    editing.edit_claim(db, 2, text="Rents {rose} by a <half>", claimant="Ada Miller", actor="ada")
    linking.add_link(
        db, 2, "https://stats.example/2", stance=Stance.REFUTES, title="Rents", quote="p. 4", is_primary=True, actor="ada"
    )  # fmt: skip
    linking.add_link(db, 2, "Phone call with Ada Miller", actor="ada")
    intervening.ask(db, 2, "The Echo", "Mend it.", asked_on="2024-05-02", actor="ada")
    publish_correction(db, correction)
    return db


def publish_correction(db, review_id, day="2024-05-03"):
    reviewing.submit(db, review_id, actor="ada")
    reviewing.approve(db, review_id, actor="cid")
    reviewing.publish(db, review_id, reviewed_on=day, actor="ben")


@pytest.fixture
def make_site(desk_with_correction, desk_path, tmp_path):
    """Makes the site in a language and returns a function that reads a page of it."""

    def make(language=None, **options):
        folder = tmp_path / "site"
        publish(desk_path, tmp_path / "public.db", site=folder, language=language, **options)
        return lambda page: (folder / page).read_text(encoding="utf-8")

    return make


def test_a_site_has_the_phrases_dates_and_direction_of_its_language(make_site):
    read = make_site("ar")
    page = read("reviews/2.html")
    assert '<html lang="ar" dir="rtl">' in page
    assert re.findall(r"<h2>(.*?)</h2>", page) == [
        "الادعاء", "الحكم", "الأدلة", "أين قيل", "الأحكام السابقة", "طلبات التصحيح", "ادعاءات أخرى: <a href=\"../find/speaker-ada-miller.html\"><bdi>Ada Miller</bdi></a>",
    ]  # fmt: skip
    assert '<time datetime="2024-05-03">3 مايو 2024</time>' in page
    assert '<a href="https://stats.example/2"><bdi>Rents</bdi></a> (يدحض الادعاء، مصدر أولي)' in page
    assert "<bdi>Phone call with Ada Miller</bdi> (سياق)" in page
    assert '<blockquote dir="auto">p. 4</blockquote>' in page
    assert "(لا رد بعد)" in page
    assert '<time datetime="2024-05-03">3 مايو 2024</time> · صُحّح: ' in read("corrections.html")
    assert "«Rents {rose} by a &lt;half&gt;»" in read("index.html")


def test_updates_are_told_from_corrections(make_site, desk_with_correction):
    update = reviewing.correct(desk_with_correction, 1, note="A <new> law.", is_update=True, actor="ben")
    reviewing.revise(desk_with_correction, update, summary=None, actor="ben")
    publish_correction(desk_with_correction, update)
    read = make_site("de", base_url="https://desk.example/checks")
    log = read("corrections.html")
    assert re.findall(r"<h[1-3].*?>(Korr.*?|Akt.*?)</h\d>", log) == [
        "Korrekturen und Aktualisierungen", "Korrekturen", "Aktualisierungen",
    ]  # fmt: skip
    assert '<a href="corrections.html">Korrekturen und Aktualisierungen</a>' in read("index.html")
    corrections, updates = log.split('<h2 id="updates">Aktualisierungen</h2>')
    assert ("Its {words} were" in corrections, "A &lt;new&gt; law." in corrections) == (True, False)
    assert re.search(r"A &lt;new&gt; law.</p>\s*<p[^>]*>.*3. Mai 2024</time> · aktualisiert: „<bdi>", updates)
    page = read("reviews/1.html")
    assert "Aktualisierung:</strong> <bdi>A &lt;new&gt; law.</bdi>" in page
    assert re.search(
        r"<h2>Frühere Bewertungen</h2>\s*<ul>\s*<li><time .*, aktualisiert: „<bdi>Half true", page
    )
    assert ('"dateModified": "2024-05-03"' in page, '"correction":' in page) == (True, False)
    assert '"correction": "Its {words} were ' in read("reviews/2.html")
    assert "law" not in read("corrections.atom")
    assert f'id="update-{update}"' in updates
    text = json.loads(read("feed.json"))["items"][0]["content_text"]
    assert text == "„Rent doubled in ten years“: Half true.\n\nAktualisierung: A <new> law."


def test_corrections_and_withdrawals_are_listed_newest_first(make_site, desk_with_correction):
    reviewing.withdraw(
        desk_with_correction, 1, note="Our source was forged.", withdrawn_on="2024-05-04", actor="ben"
    )
    read = make_site(base_url="https://desk.example/checks")
    feed = ElementTree.fromstring(read("corrections.atom"))
    entries = [
        (entry.find(f"{ATOM}id").text, entry.find(f"{ATOM}summary").text)
        for entry in feed.findall(f"{ATOM}entry")
    ]
    assert entries == [
        ("https://desk.example/1#correction-1", "Our source was forged."),
        ("https://desk.example/2#correction-4", "Its {words} were <wrong>."),
    ]
    assert re.findall("Our source was forged|Its {words} were", read("corrections.html")) == [
        "Our source was forged",
        "Its {words} were",
    ]


def test_a_review_in_another_language_than_the_site_is_marked_with_it(make_site):
    page = make_site("es")("reviews/2.html")
    assert '<html lang="es">' in page
    assert '<h1 dir="auto" lang="en">' in page
    assert '<blockquote dir="auto" lang="en">Rents {rose}' in page
    assert (
        '<p class="note" dir="auto" lang="en"><strong lang="es">Corrección:</strong> <bdi>Its {words} were' in page
    )  # fmt: skip
    assert make_site("es")("index.html").count('<li lang="en">') == 1
    assert 'lang="en"' not in make_site("en")("index.html").replace('<html lang="en">', "")
    assert '<html lang="en">' in make_site()("reviews/1.html")  # nobody said the language of either


def test_a_claim_in_another_language_than_the_words_around_it_is_marked_with_it(
    make_site, desk_with_correction
):
    editing.edit_claim(desk_with_correction, 2, language="cy", actor="ada")
    [(article,)] = desk_with_correction.execute(
        "select distinct article_id from appearances where claim_id = 2"
    )
    describing.set_language(desk_with_correction, article, "de", actor="ada")
    with write_transaction(desk_with_correction, "ada"):
        desk_with_correction.execute("update articles set title = 'Mieten' where id = ?", [article])
    read = make_site("es")
    page = read("reviews/2.html")
    assert '<a href="https://news.example/2" rel="nofollow" lang="de"><bdi>Mieten</bdi></a>' in page
    assert '<blockquote dir="auto" lang="cy">Rents {rose}' in page
    assert '<h1 dir="auto" lang="en">' in page
    claim_review = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert (claim_review["itemReviewed"]["inLanguage"], claim_review["inLanguage"]) == ("cy", "en")
    assert '<p dir="auto" lang="cy"><bdi>Ada Miller' in read("index.html")
    assert '<h2 dir="auto" lang="cy"><a href="reviews/2.html">' in read("corrections.html")
    editing.edit_claim(desk_with_correction, 2, language="es-MX", actor="ada")
    # Within the review's English, the site's own language must be named, too; within the site's it need not be.
    assert '<p dir="auto" lang="es-MX"><bdi>Ada Miller' in make_site("es")("index.html")
    assert '<blockquote dir="auto">Rents' in make_site("es")("reviews/2.html")


def test_a_place_where_a_claim_was_said_is_marked_with_the_language_of_its_article(
    make_site, desk_with_correction
):
    said = "Cododd rhenti hanner."
    with write_transaction(desk_with_correction, "ada"):
        article = Article(said, url="https://news.example/3", title="A <title>", language="cy-GB")
        row = {"claim_id": 2, "article_id": articles.add(desk_with_correction, article), "quote": said}
        rows.insert(desk_with_correction, "appearances", row | {"span_start": 0, "span_end": len(said)})
    page = make_site("es")("reviews/2.html")
    assert (
        '<a href="https://news.example/3" rel="nofollow" lang="cy-GB"><bdi>A &lt;title&gt;</bdi></a>' in page
    )
    assert f'<blockquote dir="auto" lang="cy-GB">{said}</blockquote>' in page


def test_a_place_where_somebody_else_said_it_names_him_or_her(make_site, desk_with_correction):
    """Under one politician's claim stood the pages of another, as if she had said it there."""
    for speaker, place in [
        ("Jan <Kowalski>", "Radio 1"),
        ("ADA MILLER", "Radio 2"),
        (None, "Radio 3"),
        ("Radio 4", "Radio 4"),
    ]:
        again = NewClaim("Rents {rose} by a <half>", claimant=speaker, source=place)
        add_claim(desk_with_correction, again, attach_to=2, actor="ada")
    page = make_site("es")("reviews/2.html")
    assert re.findall("<bdi>Radio.*?(?=<blockquote|</li>)", page) == [
        "<bdi>Radio 1</bdi>, <bdi>Jan &lt;Kowalski&gt;</bdi>",
        "<bdi>Radio 2</bdi>",
        "<bdi>Radio 3</bdi>",
        "<bdi>Radio 4</bdi>",
    ]


@each_row(
    ("places", "listed", "phrase"),
    [
        (11, 11, None),  # one more line would be as long as the place
        (12, 10, "an weiteren Orten ohne Adresse: 2"),
    ],
)
def test_of_many_places_without_an_address_the_first_are_listed(
    make_site, desk_with_correction, places, listed, phrase
):
    """A rumour that hundreds of readers reported had a page of 46 KB, most of it the numbers of their messages."""
    for number in range(places):
        again = NewClaim("Rents {rose} by a <half>", source=f"Message M{number:03}")
        add_claim(desk_with_correction, again, attach_to=2, actor="ada")
    page = make_site("de")("reviews/2.html")
    assert page.count("<bdi>Message M0") == listed
    assert '<a href="https://news.example/2" rel="nofollow"' in page
    assert re.findall("an weiteren Orten ohne Adresse: [0-9]+", page) == ([phrase] if phrase else [])


def test_feeds_are_in_the_language_of_the_site(make_site):
    read = make_site("es", base_url="https://desk.example/checks")
    feed = ElementTree.fromstring(read("corrections.atom"))
    assert feed.get(LANGUAGE) == "es"
    assert feed.find(f"{ATOM}title").text.endswith(": correcciones")
    assert feed.find(f"{ATOM}entry/{ATOM}title").text == "Corrección: Rents {rose} by a <half>"
    json_feed = json.loads(read("feed.json"))
    assert (json_feed["language"], json_feed["title"].endswith(": verificaciones")) == ("es", True)
    assert [item.get("language") for item in json_feed["items"]] == ["en", None]
    entries = ElementTree.fromstring(read("feed.atom")).findall(f"{ATOM}entry")
    assert [entry.get(LANGUAGE) for entry in entries] == ["en", None]
    assert json_feed["items"][0]["content_text"].startswith("“Rents {rose} by a <half>”: ")


def test_feeds_and_the_sitemap_give_each_page_its_address_and_day(make_site, set_time_zone):
    """The corrected review keeps its address, and its entry says that it has changed."""
    set_time_zone("UTC0")
    read = make_site(base_url="https://desk.example/checks")
    days = {"https://desk.example/2": "2024-05-03", "https://desk.example/1": "2024-05-03"}
    for name, page, expected in (
        ("feed.atom", "", [(url, url, f"{day}T00:00:00Z") for url, day in days.items()]),
        (
            "corrections.atom",
            "corrections.html",
            [("https://desk.example/2#correction-4", "https://desk.example/2", "2024-05-03T00:00:00Z")],
        ),
    ):
        feed = ElementTree.fromstring(read(name))
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        assert links == {
            "self": f"https://desk.example/checks/{name}",
            "alternate": f"https://desk.example/checks/{page}",
        }
        assert feed.findtext(f"{ATOM}id") == links["self"]
        assert feed.findtext(f"{ATOM}updated") == "2024-05-03T00:00:00Z"
        assert feed.findtext(f"{ATOM}author/{ATOM}name") == "The Fact Desk"
        found = [
            (
                entry.findtext(f"{ATOM}id"),
                entry.find(f"{ATOM}link").get("href"),
                entry.findtext(f"{ATOM}updated"),
            )
            for entry in feed.findall(f"{ATOM}entry")
        ]
        assert found == expected
    feed = json.loads(read("feed.json"))
    assert (feed["home_page_url"], feed["feed_url"]) == (
        "https://desk.example/checks/",
        "https://desk.example/checks/feed.json",
    )
    items = feed["items"]
    assert [(item["id"], item["url"], item["date_published"]) for item in items] == [
        (url, url, f"{day}T00:00:00Z") for url, day in days.items()
    ]
    places = [tuple(part.text for part in page) for page in ElementTree.fromstring(read("sitemap.xml"))]
    own = [(f"https://desk.example/checks/{page}", "2024-05-03") for page in ("", "corrections.html")]
    lists = [
        (f"https://desk.example/checks/find/{name}.html", "2024-05-03")
        for name in ("rating-half-true", "rating-unproven", "speaker-ada-miller")
    ]
    assert places == [*own, ("https://desk.example/checks/find/",), *lists, *days.items()]


def test_feeds_without_an_address_have_ids_that_no_other_newsroom_has(make_site, desk_with_correction):
    def ids(read):
        return [
            ElementTree.fromstring(read(name)).findtext(f"{ATOM}id")
            for name in ("feed.atom", "corrections.atom")
        ]

    before = ids(make_site())
    assert ids(make_site()) == before
    with write_transaction(desk_with_correction, "ada"):
        desk_with_correction.execute("update publishers set name = 'Another Desk' where is_desk")
    assert len({*before, *ids(make_site())}) == 4
    assert [one[:9] for one in before] == ["urn:uuid:"] * 2


def test_a_site_without_a_language_is_in_plain_english_with_iso_dates(make_site):
    page = make_site()("reviews/2.html")
    assert '<html lang="en">' in page
    assert '<html lang="en">' in make_site()("index.html")
    assert re.findall(r"<h2>(.*?)</h2>", page) == [
        "The claim", "The verdict", "Evidence", "Where it was said", "Earlier verdicts", "Correction requests",
        'Other claims: <a href="../find/speaker-ada-miller.html"><bdi>Ada Miller</bdi></a>',
    ]  # fmt: skip
    assert '<li dir="auto"><a href="https://stats.example/2">Rents</a> (refutes, primary source)' in page
    assert '<time datetime="2024-05-03">2024-05-03</time>' in page
    assert "language" not in json.loads(make_site()("feed.json"))


def test_a_custom_outcome_is_shown_by_its_label(make_site, desk_with_correction):
    with write_transaction(desk_with_correction, "ada"):
        desk_with_correction.execute(
            "insert into outcomes (name, label, position, description) values ('moved_on', 'Moved on', 99, 'Gone.')"
        )
        desk_with_correction.execute(
            "update interventions set outcome = 'moved_on', outcome_on = '2024-05-04'"
        )
    assert "(moved on، 4 مايو 2024)" in make_site("ar")("reviews/2.html")


def test_a_custom_stance_is_shown_by_its_label(make_site, desk_with_correction):
    correction = reviewing.correct(desk_with_correction, 4, note="One more source.", actor="ben")
    with write_transaction(desk_with_correction, "ada"):
        desk_with_correction.execute(
            "insert into stances (name, label, position, description) values ('doubts', 'Doubts', 99, 'Asks back.')"
        )
        desk_with_correction.execute(
            "insert into evidence (claim_id, source, stance, added_by) values (2, 'A call', 'doubts', 'ada')"
        )
    publish_correction(desk_with_correction, correction)
    assert "A call (doubts)</li>" in make_site()("reviews/2.html")
    assert "<bdi>A call</bdi> (doubts)</li>" in make_site("ar")("reviews/2.html")


def test_custom_phrases_are_escaped(make_site, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        'language = "es"\nclaim = "<b>Dicho</b>"\nmoved = "<i>Ahora</i> {link}"\n', encoding="utf-8"
    )
    read = make_site(str(own))
    assert "<h2>&lt;b&gt;Dicho&lt;/b&gt;</h2>" in read("reviews/2.html")
    moved = read("reviews/4.html")
    assert '<p>&lt;i&gt;Ahora&lt;/i&gt; <a href="2.html">en su primera dirección</a></p>' in moved


def test_publishing_a_site_twice_gives_identical_files(make_site, tmp_path):
    def files():
        return {path: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()}

    make_site("fr")
    before = files()
    make_site("fr")
    assert files() == before


def test_the_404_page_links_to_the_corrections_by_absolute_addresses(make_site, tmp_path):
    """Servers show it at any address, so relative links would fail; without a known base URL there is no 404 page."""
    page = make_site("de", base_url="https://desk.example/checks")("404.html")
    links = re.findall(r' href="(.*?)"', page)
    assert links
    assert [link for link in links if not link.startswith("https://desk.example/checks/")] == []
    assert 'unter <a href="https://desk.example/checks/corrections.html">Korrekturen</a> aufgeführt' in page
    shutil.rmtree(tmp_path / "site")
    make_site("de")
    assert not (tmp_path / "site/404.html").exists()


def test_each_review_tells_search_engines_and_messengers_its_claim_and_verdict(make_site):
    def open_graph(page):
        return dict(re.findall(r'<meta property="og:(\w+)" content="(.*?)">', page))

    assert open_graph(make_site("en")("reviews/1.html")) == {
        "type": "article",
        "title": "Rent doubled in ten years",
        "url": "https://desk.example/1",
        "site_name": "The Fact Desk",
        "description": "“Rent doubled in ten years”: Half true. Verdict 1",
    }
    page = make_site()("reviews/1.html")
    assert open_graph(page)["title"] == "Rent doubled in ten years"
    assert f'<meta name="description" content="{open_graph(page)["description"]}">' in page


@each_row(
    ("claim", "summary", "told"),
    [
        ("Rents rose", None, "“Rents rose”: False."),  # there is nothing else to say
        (
            "Rents rose",
            "They did not.\n\nThey fell.",
            "“Rents rose”: False. They did not. They fell.",
        ),  # one line
        (
            "a " * 100,
            "No.",
            f"“{('a ' * 100)[:159]}…”: False. No.",
        ),  # the verdict on a long claim is still told
        ("Rents rose", "b" * 300, f"“Rents rose”: False. {'b' * 278}…"),
        ("Rents rose", "b" * 279, f"“Rents rose”: False. {'b' * 279}"),  # it just fits
        ("Rents rose", "b" * 277 + " too far", f"“Rents rose”: False. {'b' * 277}…"),
    ],
)
def test_a_preview_is_one_short_line_with_the_claim_and_the_verdict(claim, summary, told):
    assert preview({"claim": claim, "rating": "False", "summary": summary}, words(None)) == told


def test_a_corrected_verdict_says_everywhere_since_when_and_that_it_is_corrected(
    make_site, desk_with_correction, set_time_zone
):
    """Readers had only the day of the correction, and feeds and the list of all verdicts did not say that it was one."""
    set_time_zone("UTC0")
    again = reviewing.correct(desk_with_correction, 4, note="It was <less>.", actor="ben")
    publish_correction(desk_with_correction, again, "2024-06-01")
    read = make_site("en-GB")
    dates = '<time datetime="2024-05-03">3 May 2024</time> · corrected: <time datetime="2024-06-01">1 June 2024</time>'
    for page in (
        "reviews/2.html",
        "reviews/1.html",
        "index.html",
    ):  # the second lists it among others of its speaker
        assert dates in read(page), page
    atom = ElementTree.fromstring(read("feed.atom"))
    moments = [
        [entry.findtext(f"{ATOM}{name}") for name in ("id", "published", "updated")]
        for entry in atom.findall(f"{ATOM}entry")
    ]
    assert moments[0] == ["https://desk.example/2", "2024-05-03T00:00:00Z", "2024-06-01T00:00:00Z"]
    corrected, other = json.loads(read("feed.json"))["items"]
    assert corrected["content_text"].endswith("\n\nCorrection: It was <less>.")
    assert (corrected["date_published"], corrected["date_modified"]) == (
        "2024-05-03T00:00:00Z",
        "2024-06-01T00:00:00Z",
    )
    assert ("date_modified" in other, "Correction" in other["content_text"]) == (False, False)


def test_a_withdrawn_rating_is_in_quotes_and_feeds_lead_to_its_page(make_site, desk_with_correction):
    """ "withdrawn: False" reads like "not withdrawn", and the feed led to an address that need not be on the site."""
    reviewing.withdraw(desk_with_correction, 4, note="All wrong.", withdrawn_on="2024-05-04", actor="ben")
    read = make_site(base_url="https://desk.example/checks")
    log = read("corrections.html")
    assert "withdrawn: “<bdi>" in log
    links = [
        entry.find(f"{ATOM}link").get("href")
        for entry in ElementTree.fromstring(read("corrections.atom")).findall(f"{ATOM}entry")
    ]
    anchors = re.findall('<li id="(.*?)">', log)
    assert anchors == ["correction-4-withdrawn", "correction-4"]
    assert links == ["https://desk.example/checks/reviews/2.html"] * 2


def test_of_hundreds_of_places_a_page_shows_some_and_the_others_on_demand(make_site, desk_with_correction):
    """Requests for comment and earlier verdicts stood below screens of addresses."""
    for number in range(20):
        again = NewClaim("Rents {rose} by a <half>", source=f"https://news.example/again/{number}")
        add_claim(desk_with_correction, again, attach_to=2, actor="ada")
    page = make_site()("reviews/2.html")
    assert "<details>" not in page  # one more than are shown at once
    again = NewClaim("Rents {rose} by a <half>", source="https://news.example/again/20")
    add_claim(desk_with_correction, again, attach_to=2, actor="ada")
    listed = make_site()("reviews/2.html").partition("<h2>Where it was said</h2>")[2]
    shown, folded = listed.split("<details>\n<summary>more times: 2</summary>")
    assert [text.count("https://news.example/again/") for text in (shown, folded)] == [2 * 19, 2 * 2]
    assert folded.index("</details>") < folded.index("Earlier verdicts")


def test_a_page_leads_to_other_verdicts_on_its_speaker_and_to_its_claim_in_other_languages(
    make_site, desk_with_correction
):
    db = desk_with_correction
    german = reviewing.draft(db, 2, rating="Unproven", headline="Halb wahr", language="de", actor="ada")
    reviewing.submit(db, german, actor="ada")
    reviewing.approve(db, german, actor="cid")
    reviewing.publish(db, german, url="https://desk.example/de", reviewed_on="2024-05-03", actor="ben")
    read = make_site()
    english, translation, other = (read(f"reviews/{page}.html") for page in (2, german, 1))
    assert (
        f'<nav class="meta"><a href="{german}.html" lang="de" hreflang="de"><bdi>Deutsch</bdi></a></nav>'
        in english
    )
    assert '<a href="2.html" lang="en" hreflang="en"><bdi>English</bdi></a>' in translation
    for page in (english, translation):
        assert {*re.findall('<link rel="alternate" hreflang="(.*?)" href="(.*?)">', page)} == {
            ("en", "https://desk.example/2"),
            ("de", "https://desk.example/de"),
        }
    heading = '<h2>Other claims: <a href="../find/speaker-ada-miller.html"><bdi>Ada Miller</bdi></a></h2>'
    lists = [page.partition(heading)[2] for page in (english, other)]
    assert [re.findall(r'<a href="../reviews/(\d+).html"', one) for one in lists] == [["1"], ["2"]]
    assert "hreflang" not in other


def test_lists_have_one_address_for_search_engines(make_site):
    read = make_site(base_url="https://desk.example/checks")
    for name, address in (("index.html", ""), ("corrections.html", "corrections.html")):
        assert f'<link rel="canonical" href="https://desk.example/checks/{address}">' in read(name)
    assert '<link rel="canonical" href="https://desk.example/2">' in read("reviews/2.html")
    assert "canonical" not in read("404.html")


def test_readers_get_the_copy_of_a_place_where_a_claim_was_said(make_site, desk_with_correction, desk_path):
    """A post is often deleted once it is checked. Only the desk saw the copy that it had saved."""
    copied = {
        "https://news.example/2": "https://archive.example/x?fbclid=1",
        "https://news.example/1": "http://localhost/copy",
    }
    for page, copy in copied.items():
        archiving.file_copy(desk_with_correction, page, copy, now=datetime.now(UTC), actor="ada")
    told = ' · <a href="https://archive.example/x">archived copy</a>'
    read = make_site()
    assert (told in read("reviews/2.html"), "localhost" in read("reviews/1.html")) == (True, False)
    [text] = verdict_texts(verdicts_for_articles(desk_path, [2]))
    assert "](https://news.example/2) · [archived copy](https://archive.example/x)" in text
    [(article,)] = desk_with_correction.execute(
        "select distinct article_id from appearances where claim_id = 2"
    )
    withdrawing.withdraw(desk_with_correction, article, withdrawn_on="2024-05-04", actor="ada")
    assert told not in make_site()("reviews/2.html")


@each_row(
    ("text", "written"),
    [
        ("a \u202e b", "a  b"),  # an unclosed override would reverse the date after it
        ("a \u2067 b", "a  b"),  # an unclosed isolate
        ("a \u2069 b", "a  b"),  # an unmatched end would close the isolate that the page puts the text in
        ("\u2067a \u202b b\u2069 \u202c", "a  b "),  # closed in the wrong order
        ("\u2067a\u2069 \u202bb\u202c", "\u2067a\u2069 \u202bb\u202c"),  # balanced: Arabic texts need them
        ("a \u200f b", "a \u200f b"),  # a mark, which affects nothing else
    ],
)
def test_unbalanced_bidi_controls_are_removed_from_texts(text, written):
    assert templates().from_string("{{ text }}").render(text=text) == written


# ── the command ─────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def run_publish(desk_with_correction, desk_path, tmp_path):
    """Runs `publish --site` with the options and returns its exit code and messages."""

    def run(*options):
        target = [str(tmp_path / "public.db"), "--site", str(tmp_path / "site")]
        result = CliRunner().invoke(cli, ["--db", str(desk_path), "publish", *target, *options])
        assert result.stdout == ""
        return result.exit_code, result.stderr

    return run


def test_publish_prints_the_phrases_that_a_custom_language_file_lacks(run_publish, tmp_path):
    own = tmp_path / "gl.toml"
    own.write_text('language = "gl"\nclaim = "A afirmación"\nfoot = "Pé"\n', encoding="utf-8")
    status, messages = run_publish("--language", str(own))
    assert status == 0
    assert "no phrase of the site has that name: foot" in messages
    lines = messages.partition("add these lines to your file:\n")[2]
    assert tomllib.loads(lines)["fact_checks_of"] == "{name}: fact checks"
    own.write_text(own.read_text(encoding="utf-8").replace("foot", "#") + lines, encoding="utf-8")
    assert "add these lines" not in run_publish("--language", str(own))[1]


def test_publish_suggests_the_language_of_most_reviews(run_publish, desk_with_correction):
    def correct(review_id, language):
        number = reviewing.correct(
            desk_with_correction, review_id, note="Its language.", language=language, actor="ben"
        )
        publish_correction(desk_with_correction, number)
        return number

    assert "--language" not in run_publish()[1]
    second = correct(4, "pt-BR")
    assert "--language" not in run_publish()[1]  # one of two reviews; the language of the other is unknown
    first = correct(1, "pt-BR")
    assert (
        "Most reviews are in 'pt-BR', and the site's headings are in English: --language pt-BR"
        in run_publish()[1]
    )
    assert "--language" not in run_publish("--language", "pt-BR")[1]
    correct(first, "gl")
    correct(second, "gl")
    assert (
        "Most reviews are in 'gl', and the site's headings are in English: --language takes a file"
        in run_publish()[1]
    )


def test_an_unknown_language_leaves_the_existing_site_alone(run_publish, tmp_path):
    run_publish("--language", "es")
    status, messages = run_publish("--language", "gl")
    assert (status, "the site has no words in 'gl'" in messages) == (1, True)
    assert '<html lang="es">' in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_the_language_option_requires_a_site(desk_with_correction, desk_path, tmp_path):
    options = ["publish", str(tmp_path / "public.db"), "--language", "es"]
    result = CliRunner().invoke(cli, ["--db", str(desk_path), *options])
    assert (result.exit_code, "--language is for the pages of a site" in result.stderr) == (2, True)
