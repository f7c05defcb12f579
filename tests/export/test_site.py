"""The public site in the language of a newsroom, and what its pages allow to run."""

import json
import re
import shutil
import tomllib
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.model import Stance
from claimtrack.export.site import _pages
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import editing, intervening, linking
from claimtrack.workflow.publishing import publish
from claimtrack.workflow.reviews import reviewing
from tests.tables import each_row

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def worked_on(reviewed_desk):
    """A desk whose second review is a correction in English, with evidence and with people who were asked."""
    db = reviewed_desk
    correction = reviewing.correct(db, 2, note="Its {words} were <wrong>.", language="en", actor="ben")
    editing.edit_claim(db, 2, text="Rents {rose} by a <half>", claimant="Ada Miller", actor="ada")
    linking.add_link(
        db, 2, "https://stats.example/2", stance=Stance.REFUTES, title="Rents", quote="p. 4", is_primary=True, actor="ada"
    )  # fmt: skip
    linking.add_link(db, 2, "Phone call with Ada Miller", actor="ada")
    intervening.ask(db, 2, "The Echo", "Mend it.", asked_on="2024-05-02", actor="ada")
    sign(db, correction)
    return db


def sign(db, review_id):
    reviewing.submit(db, review_id, actor="ada")
    reviewing.approve(db, review_id, actor="cid")
    reviewing.publish(db, review_id, reviewed_on="2024-05-03", actor="ben")


@pytest.fixture
def site(worked_on, desk_path, tmp_path):
    """Makes the site in a language, and reads a page of it."""

    def make(language=None, **options):
        where = tmp_path / "site"
        publish(desk_path, tmp_path / "public.db", site=where, language=language, **options)
        return lambda page: (where / page).read_text(encoding="utf-8")

    return make


def test_a_site_has_the_words_the_days_and_the_direction_of_its_language(site):
    read = site("ar")
    page = read("reviews/2.html")
    assert '<html lang="ar" dir="rtl">' in page
    assert re.findall(r"<h2>(.*?)</h2>", page) == [
        "الادعاء", "الحكم", "الأدلة", "أين قيل", "طلبات التصحيح",
    ]  # fmt: skip
    assert '<time datetime="2024-05-03">3 مايو 2024</time>' in page
    assert '<a href="https://stats.example/2"><bdi>Rents</bdi></a> (يدحض الادعاء، مصدر أولي)' in page
    assert "<bdi>Phone call with Ada Miller</bdi> (سياق)" in page
    assert '<blockquote dir="auto">p. 4</blockquote>' in page
    assert "(لا رد بعد)" in page
    assert '<time datetime="2024-05-03">3 مايو 2024</time> · صُحّح: ' in read("corrections.html")
    assert "«Rents {rose} by a &lt;half&gt;»" in read("index.html")


def test_a_review_in_another_language_than_the_site_says_which(site):
    page = site("es")("reviews/2.html")
    assert '<html lang="es">' in page
    assert '<h1 dir="auto" lang="en">' in page
    assert '<blockquote dir="auto" lang="en">Rents {rose}' in page
    assert (
        '<p class="note" dir="auto" lang="en"><strong lang="es">Corrección:</strong> <bdi>Its {words} were' in page
    )  # fmt: skip
    assert site("es")("index.html").count('<li lang="en">') == 1
    assert 'lang="en"' not in site("en")("index.html").replace('<html lang="en">', "")


def test_feeds_are_in_the_language_of_the_site(site):
    read = site("es", base_url="https://desk.example/checks")
    feed = ElementTree.fromstring(read("corrections.atom"))
    assert feed.get(LANGUAGE) == "es"
    assert feed.find(f"{ATOM}title").text.endswith(": correcciones")
    assert feed.find(f"{ATOM}entry/{ATOM}title").text == "Corrección: Rents {rose} by a <half>"
    told = json.loads(read("feed.json"))
    assert (told["language"], told["title"].endswith(": verificaciones")) == ("es", True)
    assert [item.get("language") for item in told["items"]] == ["en", None]
    entries = ElementTree.fromstring(read("feed.atom")).findall(f"{ATOM}entry")
    assert [one.get(LANGUAGE) for one in entries] == ["en", None]
    assert told["items"][0]["content_text"].startswith("“Rents {rose} by a <half>”: ")


def test_without_a_language_a_site_is_as_it_was(site):
    page = site()("reviews/2.html")
    assert '<html lang="en">' in page
    assert re.findall(r"<h2>(.*?)</h2>", page) == [
        "The claim", "The verdict", "Evidence", "Where it was said", "Correction requests",
    ]  # fmt: skip
    assert '<li dir="auto"><a href="https://stats.example/2">Rents</a> (refutes, primary source)' in page
    assert '<time datetime="2024-05-03">2024-05-03</time>' in page
    assert "language" not in json.loads(site()("feed.json"))


def test_an_outcome_of_the_desks_own_is_told_by_its_name(site, worked_on):
    with write_transaction(worked_on, "ada"):
        worked_on.execute(
            "insert into outcomes (name, label, position, description) values ('moved_on', 'Moved on', 99, 'Gone.')"
        )
        worked_on.execute("update interventions set outcome = 'moved_on', outcome_on = '2024-05-04'")
    assert "(moved on، 4 مايو 2024)" in site("ar")("reviews/2.html")


def test_a_stance_of_the_desks_own_is_told_by_its_name(site, worked_on):
    correction = reviewing.correct(worked_on, 4, note="One more source.", actor="ben")
    with write_transaction(worked_on, "ada"):
        worked_on.execute(
            "insert into stances (name, label, position, description) values ('doubts', 'Doubts', 99, 'Asks back.')"
        )
        worked_on.execute(
            "insert into evidence (claim_id, source, stance, added_by) values (2, 'A call', 'doubts', 'ada')"
        )
    sign(worked_on, correction)
    assert "A call (doubts)</li>" in site()("reviews/2.html")
    assert "<bdi>A call</bdi> (doubts)</li>" in site("ar")("reviews/2.html")


def test_a_phrase_of_ones_own_is_text_and_no_html(site, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        'language = "es"\nclaim = "<b>Dicho</b>"\nmoved = "<i>Ahora</i> {link}"\n', encoding="utf-8"
    )
    read = site(str(own))
    assert "<h2>&lt;b&gt;Dicho&lt;/b&gt;</h2>" in read("reviews/2.html")
    moved = read("reviews/4.html")
    assert '<p>&lt;i&gt;Ahora&lt;/i&gt; <a href="2.html">en su primera dirección</a></p>' in moved


def test_a_site_twice_is_the_same_to_the_byte(site, tmp_path):
    def held():
        return {path: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()}

    site("fr")
    before = held()
    site("fr")
    assert held() == before


def test_a_page_that_is_not_there_leads_to_the_corrections(site, tmp_path):
    """At whatever address a server shows it: so its links are whole, and there is none where nobody said where the site stands."""
    page = site("de", base_url="https://desk.example/checks")("404.html")
    links = re.findall(r' href="(.*?)"', page)
    assert links
    assert [link for link in links if not link.startswith("https://desk.example/checks/")] == []
    assert 'unter <a href="https://desk.example/checks/corrections.html">Korrekturen</a> aufgeführt' in page
    shutil.rmtree(tmp_path / "site")
    site("de")
    assert not (tmp_path / "site/404.html").exists()


def test_a_site_in_a_language_tells_networks_what_a_link_to_a_review_shows(site):
    def told(page):
        return dict(re.findall(r'<meta property="og:(\w+)" content="(.*?)">', page))

    assert told(site("en")("reviews/1.html")) == {
        "type": "article",
        "title": "Rent doubled in ten years",
        "url": "https://desk.example/1",
        "site_name": "The Fact Desk",
        "description": "Verdict 1",
    }
    assert told(site()("reviews/1.html")) == {}  # as it was


@each_row(
    ("text", "written"),
    [
        ("a \u202e b", "a  b"),  # an override that is left open would turn the date behind it
        ("a \u2067 b", "a  b"),  # an isolate that is left open
        ("a \u2069 b", "a  b"),  # an end without its beginning would end the isolate that the page puts it in
        ("\u2067a \u202b b\u2069 \u202c", "a  b "),  # ended in the wrong order
        ("\u2067a\u2069 \u202bb\u202c", "\u2067a\u2069 \u202bb\u202c"),  # paired: Arabic pages need them
        ("a \u200f b", "a \u200f b"),  # a mark, which turns nothing else
    ],
)
def test_a_text_turns_nothing_beside_it(text, written):
    assert _pages().from_string("{{ text }}").render(text=text) == written


# ── the command ─────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def say(worked_on, desk_path, tmp_path):
    """What `publish --site` with these options says, and how it ends."""

    def run(*options):
        target = [str(tmp_path / "public.db"), "--site", str(tmp_path / "site")]
        result = CliRunner().invoke(cli, ["--db", str(desk_path), "publish", *target, *options])
        assert result.stdout == ""
        return result.exit_code, result.stderr

    return run


def test_publish_gives_the_lines_that_a_file_of_ones_own_lacks(say, tmp_path):
    own = tmp_path / "gl.toml"
    own.write_text('language = "gl"\nclaim = "A afirmación"\nfoot = "Pé"\n', encoding="utf-8")
    status, told = say("--language", str(own))
    assert status == 0
    assert "no phrase of the site has that name: foot" in told
    lines = told.partition("add these lines to your file:\n")[2]
    assert tomllib.loads(lines)["fact_checks_of"] == "{name}: fact checks"
    own.write_text(own.read_text(encoding="utf-8").replace("foot", "#") + lines, encoding="utf-8")
    assert "add these lines" not in say("--language", str(own))[1]


def test_publish_names_the_option_where_most_reviews_are_in_another_language(say, worked_on):
    def correct(review_id, language):
        number = reviewing.correct(worked_on, review_id, note="Its language.", language=language, actor="ben")
        sign(worked_on, number)
        return number

    assert "--language" not in say()[1]
    second = correct(4, "pt-BR")
    assert "--language" not in say()[1]  # one of two, and nobody knows the other's
    first = correct(1, "pt-BR")
    assert "Most reviews are in 'pt-BR', and the site's headings are in English: --language pt-BR" in say()[1]
    assert "--language" not in say("--language", "pt-BR")[1]
    correct(first, "gl")
    correct(second, "gl")
    assert (
        "Most reviews are in 'gl', and the site's headings are in English: --language takes a file"
        in say()[1]
    )


def test_a_language_without_words_leaves_the_site_that_is_there(say, tmp_path):
    say("--language", "es")
    status, told = say("--language", "xx")
    assert (status, "the site has no words in 'xx'" in told) == (1, True)
    assert '<html lang="es">' in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_a_language_is_for_a_site(worked_on, desk_path, tmp_path):
    options = ["publish", str(tmp_path / "public.db"), "--language", "es"]
    result = CliRunner().invoke(cli, ["--db", str(desk_path), *options])
    assert (result.exit_code, "--language is for the pages of a site" in result.stderr) == (2, True)
