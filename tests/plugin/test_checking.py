"""A draft is checked as `claimtrack check` does it, for everybody who may see the desk, and is not stored."""

from __future__ import annotations

import hashlib
import html as entities
import json
import re
from itertools import count

import pytest
import pytest_asyncio
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.plugin import submission
from claimtrack.plugin.operations import checking
from claimtrack.store.file.database import open_desk
from claimtrack.workflow import drafts
from tests.tables import each_row

from .conftest import FERRIES, HTML, REPORTER, VISITORS, import_rated

pytestmark = pytest.mark.asyncio

CHECK = "/claims/-/check/draft"
DRAFT = (
    f"Fares\n\n{FERRIES}.\n\nThe mayor opened the bridge. {FERRIES.replace('12', '19')}.\n\n"
    f"The claim that “{FERRIES}” is false. Trade grew by 40% in 2023?\n"
)


@pytest_asyncio.fixture
async def ds(path, serve, monkeypatch):
    """The small desk with a claim that another publisher rated false; on a busy computer, a stranger's one second may be too short."""
    monkeypatch.setattr(drafts, "SECONDS_FOR_STRANGERS", 1_000)
    db = open_desk(path)
    import_rated(db)
    db.close()
    return await serve(path)


async def check(ds, actor=None, **values):
    return await ds.client.post(CHECK, json=values, actor=actor)


async def submit_form(ds, text="", files=None):
    """Post the form as a browser does: with a file part even where none was chosen."""
    chosen = files or {"file": ("", b"", "application/octet-stream")}
    return await ds.client.post(CHECK, data={"text": text}, files=chosen, headers=HTML)


def run_check(path, draft):
    return CliRunner().invoke(cli, ["--db", str(path), "check", "-", "--format", "json"], input=draft)


async def test_the_json_response_equals_the_output_of_the_command(ds, path):
    done = (await check(ds, text=DRAFT)).json()
    printed = run_check(path, DRAFT)
    assert done["repeats"] == json.loads(printed.stdout)
    assert [(row["suggestion"], row["framing"], row["line"]) for row in done["repeats"]] == [
        ("duplicate", "asserted", 3),
        ("conflict", "asserted", 5),
        ("duplicate", "called_false", 7),
        ("related", "asked", 7),
    ]
    assert done["message"] == printed.stderr.splitlines()[0]
    assert (done["told"], done["unchecked"], done["undo"]) == ([], None, None)


async def test_the_page_lists_repeats_in_the_order_of_the_draft_with_links(ds):
    page = await submit_form(ds, DRAFT.replace("\n", "\r\n"))
    assert page.status_code == 200
    assert "In the draft: 1 repeating a claim, 1 with a fact changed, 1 calling" in page.text
    cards = page.text.split('class="ct-card"')[1:]
    links = [re.findall(r'href="/claims/-/claim/(\d+)"', card) for card in cards]
    assert links == [["6"], ["6"], ["6"], ["2"]]
    shown = [" ".join(entities.unescape(re.sub(r"<[^>]*>", " ", card)).split()) for card in cards]
    for card, expected in zip(
        shown,
        (
            "This sentence repeats claim 6, which is rated False by The Tide. duplicate · 1.00",
            "Against: differs: 19 percent / 12 percent",
            "This sentence calls claim 6 (rated False by The Tide) false, so it is not counted as a repeat",
            "related · asked",
        ),
        strict=True,
    ):
        assert expected in card
    assert ["ct-blocks" in card for card in cards] == [True, False, False, False]
    textarea = entities.unescape(page.text.split("<textarea", 1)[1].split("</textarea>")[0])
    assert DRAFT.strip() in textarea.replace("\r\n", "\n")
    assert "Not saved" not in page.text
    assert 'href="/claims/-/check" aria-current="page"' in page.text


async def test_a_checked_draft_is_not_stored(ds, path):
    def digests():
        return {file.name: hashlib.sha256(file.read_bytes()).digest() for file in path.parent.glob("claims*")}

    await check(ds)  # by now, the WAL files exist
    before = digests()
    page = (await ds.client.get("/claims/-/check")).text
    own = (await ds.client.get("/claims/-/check", actor=REPORTER)).text
    assert [
        "The draft is not stored" in page,
        "at most 1 MB" in page,  # for strangers
        "at most 5 MB" in own,
    ] == [True] * 3
    assert "The draft was not kept" in (await submit_form(ds, DRAFT)).text
    assert (await check(ds, text=DRAFT)).json()["repeats"]
    assert digests() == before


async def test_an_uploaded_draft_is_read_as_the_command_reads_it(ds, path):
    page = f"<html><head><title>Fares</title></head><body><article><p>{'It rained. ' * 9}</p><table><tr><td>{FERRIES}.</td></tr></table></article></body></html>"
    done = await ds.client.post(CHECK, files={"file": ("fares.html", page.encode())})
    assert [row["claim_id"] for row in done.json()["repeats"]] == [6]
    again = await submit_form(ds, files={"file": ("C:\\fares.html", page.encode("utf-16"))})
    assert "Choose <bdi>fares.html</bdi> again" in again.text


DRAFTS_WITHOUT_REPEATS = [
    pytest.param("0123456789 " * 900, id="only digits"),
    pytest.param("(" * 9_000, id="only punctuation"),
    pytest.param("ارتفعت أسعار العبارات إلى الجزر. \u202eabc", id="right to left"),
]


@each_row("text", DRAFTS_WITHOUT_REPEATS)
async def test_a_draft_without_repeats_is_reported_as_such(ds, text):
    page = await submit_form(ds, text)
    assert (page.status_code, "No sentence in the draft repeats a claim on the desk." in page.text) == (
        200,
        True,
    )


async def test_hostile_html_in_a_draft_is_shown_as_text(ds):
    page = await submit_form(
        ds, f"</textarea><script>alert(1)</script> & “{FERRIES} <img src=x onerror=alert(2)>”"
    )
    assert page.status_code == 200
    assert "<script>alert(" not in page.text
    assert "<img src=x" not in page.text


REFUSED = [
    pytest.param({"text": ""}, "draft is missing: paste its text, or choose a file", id="nothing"),
    pytest.param({"text": " \n "}, "is empty", id="blanks"),
    pytest.param(
        {"text": "Fares rose. " * 17_000},
        "characters, and the limit is 200,000: check it in parts",
        id="a book",
    ),
    pytest.param(
        {"text": "x", "files": {"file": ("a.txt", b"x")}},
        "oth a text and a file were given: choose one",
        id="both",
    ),
    pytest.param({"files": {"file": ("a.txt", b"x" * 1_000_001)}}, "larger than 1 MB", id="a file too large"),
    pytest.param({"files": {"file": ("a.pdf", b"%PDF-1.7\nbroken")}}, "a.pdf", id="a broken file"),
]


@each_row(("values", "message"), REFUSED)
async def test_a_refused_draft_says_why_on_the_page(ds, values, message):
    response = await submit_form(ds, **values)
    assert (response.status_code, message in entities.unescape(response.text)) == (400, True), response.text
    assert "Traceback" not in response.text
    assert "Not saved" not in response.text
    if "files" not in values:
        program = await check(ds, **values)
        assert (program.status_code, message in program.json()["error"]) == (400, True)


async def test_a_check_that_takes_too_long_stops_and_says_where(ds, monkeypatch):
    ticks = count()
    monkeypatch.setattr(drafts, "monotonic", lambda: next(ticks))
    monkeypatch.setattr(drafts, "SECONDS", 1_000)
    monkeypatch.setattr(drafts, "SECONDS_FOR_STRANGERS", 2)
    assert (await check(ds, REPORTER, text=DRAFT)).json()[
        "unchecked"
    ] is None  # logged-in people have more time
    done = (await check(ds, text=DRAFT)).json()
    assert [row["line"] for row in done["repeats"]] == [3]
    assert done["unchecked"] == "The mayor opened the bridge."
    page = await submit_form(ds, DRAFT)
    assert "Only the first part was checked" in page.text
    assert "<bdi>The mayor opened the bridge.</bdi>" in page.text


async def test_the_drafts_of_strangers_are_checked_one_at_a_time(ds):
    """A server has three threads to read with: three strangers with files that take long must not have them all."""
    with checking._of_strangers:
        refused = await check(ds, text=DRAFT)
        assert (refused.status_code, "try again in a few seconds" in refused.text) == (409, True)
        assert (await check(ds, REPORTER, text=DRAFT)).status_code == 200
    assert (await check(ds, text=DRAFT)).status_code == 200


@each_row("who", VISITORS)
async def test_everybody_who_may_see_the_desk_can_check_a_draft(path, serve, who):
    actor, granted = VISITORS[who]
    config = {"plugins": {"claimtrack": {"public_read": False}}}
    closed = await serve(path, config=config)
    response = await check(closed, actor, text=DRAFT)
    assert response.status_code == (200 if "claimtrack-view" in granted else 403)
    for page in ("desk", "search"):
        shown = await closed.client.get(f"/claims/-/{page}", actor=actor)
        assert ('href="/claims/-/check"' in shown.text) == ("claimtrack-view" in granted)


async def test_a_read_only_desk_checks_drafts(path, serve):
    fixed = await serve(immutables=[str(path)])
    assert (await check(fixed, REPORTER, text=DRAFT)).status_code == 200


async def test_a_draft_from_another_site_is_refused(ds):
    headers = {"sec-fetch-site": "cross-site", "origin": "https://evil.example"}
    assert (await ds.client.post(CHECK, json={"text": DRAFT}, headers=headers)).status_code == 403
    assert submission._MAX_FORM > drafts.MAX_BYTES  # so that a file that is too large is reported as such
