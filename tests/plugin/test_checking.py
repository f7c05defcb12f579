"""Checking a draft: what it repeats is told as `claimtrack check` tells it, to whoever may see the desk, and nothing is kept."""

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
from claimtrack.store.file.database import open_desk
from claimtrack.workflow import drafts
from tests.tables import each_row

from .conftest import FERRIES, GRANTED, REPORTER, VIEWER, import_rated

pytestmark = pytest.mark.asyncio

HTML = {"accept": "text/html"}
CHECK = "/claims/-/check/draft"
DRAFT = (
    f"Fares\n\n{FERRIES}.\n\nThe mayor opened the bridge. {FERRIES.replace('12', '19')}.\n\n"
    f"The claim that “{FERRIES}” is false. Trade grew by 40% in 2023?\n"
)


@pytest_asyncio.fixture
async def ds(path, served):
    """The small desk with a claim that another publisher rated false."""
    db = open_desk(path)
    import_rated(db)
    db.close()
    return await served(path)


async def check(ds, actor=None, **values):
    return await ds.client.post(CHECK, json=values, actor=actor)


async def typed(ds, text="", files=None):
    """As a browser sends the form: with a file, if one of no name."""
    chosen = files or {"file": ("", b"", "application/octet-stream")}
    return await ds.client.post(CHECK, data={"text": text}, files=chosen, headers=HTML)


def command(path, draft):
    return CliRunner().invoke(cli, ["--db", str(path), "check", "-", "--format", "json"], input=draft)


async def test_a_program_is_told_what_the_command_tells(ds, path):
    done = (await check(ds, text=DRAFT)).json()
    told = command(path, DRAFT)
    assert done["repeats"] == json.loads(told.stdout)
    assert [(row["suggestion"], row["framing"], row["line"]) for row in done["repeats"]] == [
        ("duplicate", "asserted", 3),
        ("conflict", "asserted", 5),
        ("duplicate", "called_false", 7),
        ("related", "asked", 7),
    ]
    assert done["message"] == told.stderr.splitlines()[0]
    assert (done["told"], done["unchecked"], done["undo"]) == ([], None, None)


async def test_the_page_tells_it_in_the_order_of_the_draft_with_a_link_to_each_claim(ds):
    page = await typed(ds, DRAFT.replace("\n", "\r\n"))
    assert page.status_code == 200
    assert "In the draft: 1 repeating a claim, 1 with a fact changed, 1 calling" in page.text
    cards = page.text.split('class="ct-card"')[1:]
    links = [re.findall(r'href="/claims/-/claim/(\d+)"', card) for card in cards]
    assert links == [["6"], ["6"], ["6"], ["2"]]
    shown = [" ".join(entities.unescape(re.sub(r"<[^>]*>", " ", card)).split()) for card in cards]
    for card, told in zip(
        shown,
        (
            "This sentence repeats claim 6, which is rated False by The Tide. duplicate · 1.00",
            "Against: differs: 19 percent / 12 percent",
            "This sentence calls claim 6 (rated False by The Tide) false, so it is not counted as a repeat",
            "related · asked",
        ),
        strict=True,
    ):
        assert told in card
    assert ["ct-blocks" in card for card in cards] == [True, False, False, False]
    kept = entities.unescape(page.text.split("<textarea", 1)[1].split("</textarea>")[0])
    assert DRAFT.strip() in kept.replace("\r\n", "\n")
    assert "Not saved" not in page.text
    assert 'href="/claims/-/check" aria-current="page"' in page.text


async def test_nothing_of_the_draft_is_kept(ds, path):
    def held():
        return {one.name: hashlib.sha256(one.read_bytes()).digest() for one in path.parent.glob("claims*")}

    await check(ds)  # the files beside that of the desk are there by now
    before = held()
    assert "The draft is not stored" in (await ds.client.get("/claims/-/check")).text
    assert "The draft was not kept" in (await typed(ds, DRAFT)).text
    assert (await check(ds, text=DRAFT)).json()["repeats"]
    assert held() == before


async def test_a_file_is_read_as_the_command_reads_it(ds, path):
    page = f"<html><head><title>Fares</title></head><body><article><p>{'It rained. ' * 9}</p><table><tr><td>{FERRIES}.</td></tr></table></article></body></html>"
    # Not as a stranger, whose second is over on a busy computer before the first page is read.
    done = await ds.client.post(CHECK, files={"file": ("fares.html", page.encode())}, actor=VIEWER)
    assert [row["claim_id"] for row in done.json()["repeats"]] == [6]
    again = await typed(ds, files={"file": ("C:\\fares.html", page.encode("utf-16"))})
    assert "Choose <bdi>fares.html</bdi> again" in again.text


NOTHING = [
    pytest.param("0123456789 " * 900, id="only digits"),
    pytest.param("(" * 9_000, id="only signs"),
    pytest.param("ارتفعت أسعار العبارات إلى الجزر. \u202eabc", id="right to left"),
]


@each_row("text", NOTHING)
async def test_a_draft_that_repeats_nothing_is_told_so(ds, text):
    page = await typed(ds, text)
    assert (page.status_code, "No sentence in the draft repeats a claim on the desk." in page.text) == (
        200,
        True,
    )


async def test_what_is_hostile_is_shown_as_text(ds):
    page = await typed(ds, f"</textarea><script>alert(1)</script> & “{FERRIES} <img src=x onerror=alert(2)>”")
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
    pytest.param({"files": {"file": ("a.txt", b"x" * 5_000_001)}}, "larger than 5 MB", id="a file too large"),
    pytest.param({"files": {"file": ("a.pdf", b"%PDF-1.7\nbroken")}}, "a.pdf", id="a broken file"),
]


@each_row(("values", "told"), REFUSED)
async def test_what_is_refused_is_told_in_the_form(ds, values, told):
    response = await typed(ds, **values)
    assert (response.status_code, told in entities.unescape(response.text)) == (400, True), response.text
    assert "Traceback" not in response.text
    assert "Not saved" not in response.text
    if "files" not in values:
        program = await check(ds, **values)
        assert (program.status_code, told in program.json()["error"]) == (400, True)


async def test_what_takes_too_long_is_broken_off_and_told(ds, monkeypatch):
    ticks = count()
    monkeypatch.setattr(drafts, "monotonic", lambda: next(ticks))
    monkeypatch.setattr(drafts, "SECONDS", 1_000)
    monkeypatch.setattr(drafts, "SECONDS_FOR_STRANGERS", 2)
    assert (await check(ds, REPORTER, text=DRAFT)).json()[
        "unchecked"
    ] is None  # who is logged in has more time
    done = (await check(ds, text=DRAFT)).json()
    assert [row["line"] for row in done["repeats"]] == [3]
    assert done["unchecked"] == "The mayor opened the bridge."
    page = await typed(ds, DRAFT)
    assert "Only the first part was checked" in page.text
    assert "<bdi>The mayor opened the bridge.</bdi>" in page.text


@each_row("who", GRANTED)
async def test_whoever_may_see_the_desk_checks_a_draft(path, served, who):
    actor, granted = GRANTED[who]
    config = {"plugins": {"claimtrack": {"public_read": False}}}
    closed = await served(path, config=config)
    response = await check(closed, actor, text=DRAFT)
    assert response.status_code == (200 if "claimtrack-view" in granted else 403)
    for page in ("desk", "search"):
        shown = await closed.client.get(f"/claims/-/{page}", actor=actor)
        assert ('href="/claims/-/check"' in shown.text) == ("claimtrack-view" in granted)


async def test_a_desk_that_is_served_read_only_checks_too(path, served):
    fixed = await served(immutables=[str(path)])
    assert (await check(fixed, REPORTER, text=DRAFT)).status_code == 200


async def test_a_page_of_another_site_sends_no_draft(ds):
    there = {"sec-fetch-site": "cross-site", "origin": "https://evil.example"}
    assert (await ds.client.post(CHECK, json={"text": DRAFT}, headers=there)).status_code == 403
    assert submission._MAX_FORM > drafts.MAX_BYTES  # a file that is too large is told so
