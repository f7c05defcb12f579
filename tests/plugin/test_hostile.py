"""Whatever people and articles write is shown as text, on every page."""

from __future__ import annotations

import html as entities
import re
import shutil
from html.parser import HTMLParser

import pytest
import pytest_asyncio
from datasette.app import Datasette

from claimtrack.core.model import Article, Comparison, ExtractedClaim, Kind, Status, Suggestion
from claimtrack.core.texts.legible import legible
from claimtrack.plugin.routes import PAGES
from claimtrack.store import appearances, articles, claimants, claims, evidence, matches, notes, tags
from claimtrack.store.file.database import open_desk, write_transaction
from tests.tables import each_row

from .conftest import EDITOR, OWN_METADATA

pytestmark = pytest.mark.asyncio(loop_scope="module")

SCRIPTS = [
    "<script>alert({n})</script>", "</script><script>alert({n})</script>", "<img src=x onerror=alert({n})>",
    "<svg/onload=alert({n})>", "<iframe src=javascript:alert({n})>", "</textarea><script>alert({n})</script>",
    "</title><script>alert({n})</script>", "--><script>alert({n})</script><!--", "<a href='javascript:alert({n})'>x</a>",
    "<style>@import 'x{n}'</style>", "<math><mtext></form><form><mglyph><style></math><img src onerror=alert({n})>",
]  # fmt: skip
ATTRIBUTES = [
    '" onmouseover="alert({n})',
    "' onfocus='alert({n})' autofocus='",
    "` onclick=alert({n})",
    '" autofocus onfocus=alert({n}) x="',
]
TEMPLATES = [
    "{{{{ 7*{n} }}}}",
    "{{% raw %}}{n}",
    "{{{{ config }}}}{n}",
    "${{7*{n}}}",
    "#{{7*{n}}}",
    "<%= 7*{n} %>",
    "{{# c {n} #}}",
]
DIRECTIONS = [
    "\u202eevil{n}\u202c",
    "\u2066a{n}\u2069",
    "\u200fb{n}",
    "\ufeffc{n}",
    "e\u0301\u0327{n}",
    "\u0000d{n}",
    "\x1b[31m{n}",
]
OTHERS = [
    "javascript:alert({n})",
    "data:text/html,<b>{n}</b>",
    "=cmd|' /C calc'!A{n}",
    "'; drop table claims; -- {n}",
    "&lt;b&gt;{n}",
    "%3Cb%3E{n}",
    "a\r\nSet-Cookie: b={n}",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 {n}",
]
PATTERNS = SCRIPTS + ATTRIBUTES + TEMPLATES + DIRECTIONS + OTHERS
STRINGS = [pattern.format(n=1000 + number) for number, pattern in enumerate(PATTERNS)]


def fill(path):
    """File each string as a claim's text, claimant, note, tag, title of evidence and of an article, and article text."""
    db = open_desk(path)
    with write_transaction(db, None):  # no actor, as from another program, so that a note may have any author
        for number, string in enumerate(STRINGS):
            text = string.replace("\0", "")
            article_id = articles.add(
                db, Article(f"{text} {number}", url=f"https://a.example/{number}", title=text, outlet=text)
            )
            claimant_id = claimants.get_or_add(db, f"{text} {number}")
            claim_id = claims.add(
                db, f"{text} {number}", claimant_id=claimant_id, status=Status.PROPOSED, score=1.0
            )
            found = ExtractedClaim(
                text=text, start=0, end=len(text), speaker=text, speaker_as_written=text, kind=Kind.DIRECT,
                score=1.0, checkworthy=True, reasons=(text,), context_before=text, context_after=text,
            )  # fmt: skip
            appearances.add_extracted(
                db, found, claim_id=claim_id, article_id=article_id, claimant_id=claimant_id, extractor="x"
            )
            notes.add(db, claim_id, text, author=text)
            tags.add(db, claim_id, " ".join(text.split()))
            evidence.add(db, claim_id, f"https://e.example/{number}?{'a' * number}", title=text)
            if number:
                comparison = Comparison(0.9, Suggestion.DUPLICATE, (text,), (text,))
                matches.record_suggestions(db, [(claim_id - 1, claim_id, comparison)], scorer=text)
    db.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ds(built, tmp_path_factory):
    """A desk full of hostile strings; the tests only read it."""
    path = shutil.copy(built, tmp_path_factory.mktemp("hostile") / "claims.db")
    fill(path)
    datasette = Datasette([str(path)], metadata=OWN_METADATA)
    await datasette.invoke_startup()
    yield datasette
    datasette.close()


class DangerFinder(HTMLParser):
    """Collects what a browser would run or follow."""

    def __init__(self):
        super().__init__()
        self.dangers = []
        self.text = []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag in ("iframe", "object", "embed", "math", "base") or (
            tag == "img" and attributes.get("src") == "x"
        ):
            self.dangers.append((tag, attributes))
        for name, value in attrs:
            is_handler = name.startswith("on") and value != "openColumnChooser()"  # Datasette's own
            is_script = name in ("href", "src", "action") and re.match(
                r"\s*(javascript|data|vbscript):", value or "", re.IGNORECASE
            )
            if is_handler or (is_script and "window.open(" not in value):
                self.dangers.append((tag, name, value))

    def handle_data(self, data):
        self.text.append(data)


def assert_harmless(html):
    finder = DangerFinder()
    finder.feed(html)
    assert finder.dangers == []
    assert not re.search(r"<script>alert", html)
    return "".join(finder.text)


async def test_hostile_strings_are_shown_as_text_on_claim_article_and_speaker_pages(ds):
    for number, string in enumerate(STRINGS):
        for page in ("claim", ("article", "speaker")[number % 2]):  # each kind of string is on each page
            identity = number + {"claim": 6, "article": 2, "speaker": 2}[page]
            response = await ds.client.get(f"/claims/-/{page}/{identity}", actor=EDITOR)
            assert response.status_code == 200
            text = assert_harmless(response.text)
            assert " ".join(string.replace("\0", "").split()) in " ".join(text.split()), (page, string)


async def test_hostile_strings_are_shown_as_text_on_all_other_pages(ds):
    for page in PAGES:
        if "{" not in page.path:
            for skip in ("", "?skip=3") if page.query else ("",):
                response = await ds.client.get(f"/claims/-/{page.path}{skip}", actor=EDITOR)
                assert response.status_code == 200
                assert_harmless(response.text)
    for table in ("claims", "claim_overview", "articles", "notes", "evidence", "history"):
        assert_harmless((await ds.client.get(f"/claims/{table}?_size=100", actor=EDITOR)).text)


@each_row("string", STRINGS[::2])  # test_hostile_values_in_an_address_fill_in_a_form_as_text uses all of them
async def test_refused_hostile_input_comes_back_as_text(ds, string):
    data = {"url": "8", "archived_url": string, "title": string}
    response = await ds.client.post("/claims/-/claim/6/link", data=data, actor=EDITOR)
    assert response.status_code == 400
    text = assert_harmless(response.text)
    assert "Not saved" in text
    title = re.search(r'id="link-title" name="title" type="text" value="([^"]*)"', response.text)[1]
    assert entities.unescape(title) == string.replace("\r\n", "\n") or entities.unescape(title) == string


async def test_hostile_values_in_an_address_fill_in_a_form_as_text(ds):
    for string in STRINGS:
        response = await ds.client.get(
            "/claims/-/propose", params={"text": string, "source": string}, actor=EDITOR
        )
        assert_harmless(response.text)
    response = await ds.client.get("/claims/-/login", params={"next": "javascript:alert(1)"})
    assert_harmless(response.text)


async def test_hostile_strings_stored_through_the_apis_are_shown_as_text(path):
    datasette = Datasette([str(path)], metadata=OWN_METADATA)
    await datasette.invoke_startup()
    client = datasette.client
    some = [text for text in STRINGS if "\0" not in text][::3]  # strings with a NUL are refused
    for hostile in some:
        # As a place in words: a mere string that looks like an address, "javascript:...", is refused.
        filed = {"text": f"{hostile} again", "claimant": hostile, "source": f"{hostile} on the radio"}
        answer = await client.post("/claims/-/propose/file", json=filed, actor=EDITOR)
        assert answer.status_code == 200
        claim = f"/claims/-/claim/{answer.json()['claim_id']}"
        for form, value in (
            ("note", {"body": hostile}),
            ("tag", {"tag": hostile}),
            ("assign", {"assignee": hostile}),
            ("link", {"url": f"{hostile} on tape", "title": hostile, "quote": hostile}),
        ):
            await client.post(f"{claim}/{form}", json=value, actor=EDITOR)
        await client.post(f"{claim}/draft", json={"headline": hostile, "summary": hostile}, actor=EDITOR)
        text = assert_harmless((await client.get(claim, actor=EDITOR)).text)
        stored = legible(hostile)  # as claims, notes and reviews store it
        assert " ".join(stored.split()) in " ".join(text.split())
    rows = [{"text": hostile, "assignee": hostile} for hostile in some]
    inserted = await client.post("/claims/claims/-/insert", json={"rows": rows, "return": True}, actor=EDITOR)
    assert inserted.status_code == 201
    for claim in inserted.json()["rows"]:
        assert_harmless((await client.get(f"/claims/-/claim/{claim['id']}", actor=EDITOR)).text)
    datasette.close()
