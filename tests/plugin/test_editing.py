"""Claims are edited, quotes moved, missed claims marked in an article, and claims filed from anywhere."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from urllib.parse import unquote

import pytest
from lxml.html import document_fromstring

from claimtrack.store import claimants, speakers
from claimtrack.store.file.database import open_desk, write_transaction
from tests.tables import each_row

from .conftest import EDITOR, FERRIES, REPORTER, TEXT, import_rated, read_flash

pytestmark = pytest.mark.asyncio


async def read_page(ds, path):
    return (await ds.client.get(f"/claims/-/{path}.json", actor=EDITOR)).json()


async def test_rewording_a_claim_leaves_its_quote_unchanged(ds):
    values = {"text": "Trade  grew by\n40 percent", "claimant": "Ana Sol", "claimed_on": "2024-01-02"}
    response = await ds.client.post("/claims/-/claim/1/edit", json=values, actor=REPORTER)
    assert response.status_code == 200, response.text
    shown = await read_page(ds, "claim/1")
    claim = shown["claim"]
    assert (claim["text"], claim["claimant"], claim["claimed_on"]) == (
        "Trade grew by 40 percent",
        "Ana Sol",
        "2024-01-02",
    )
    assert shown["appearances"][0]["quote"] == "Trade grew by 40%,"


def editable_state(shown):
    """What an edit may change: text, claimant, date, and the speakers of the appearances."""
    claim = shown["claim"]
    speaker_names = [(row["speaker"], row["speaker_as_written"]) for row in shown["appearances"]]
    return claim["text"], claim["claimant"], claim["claimed_on"], speaker_names


@pytest.fixture
def with_speaker(path):
    """The claimant of claim 1 is also the speaker of its appearance."""
    db = open_desk(path)
    with write_transaction(db, "setup"):
        speakers.set_claimant(db, 1, claimants.find(db, "The minister"))
    db.close()


async def edit(ds, **values):
    return await ds.client.post("/claims/-/claim/1/edit", json=values, actor=REPORTER)


async def test_fields_left_out_of_a_json_edit_stay(with_speaker, ds):
    await edit(ds, claimant="Ana Sol", claimed_on="2024-01-02")
    expected_speakers = [("Ana Sol", "the minister")]
    assert editable_state(await read_page(ds, "claim/1")) == (
        "Trade grew by 40%",
        "Ana Sol",
        "2024-01-02",
        expected_speakers,
    )
    await edit(ds, text="Other words")
    assert editable_state(await read_page(ds, "claim/1")) == (
        "Other words",
        "Ana Sol",
        "2024-01-02",
        expected_speakers,
    )
    await edit(ds, claimed_on="2024-01-03")
    assert editable_state(await read_page(ds, "claim/1")) == (
        "Other words",
        "Ana Sol",
        "2024-01-03",
        expected_speakers,
    )
    nothing = (await edit(ds)).json()
    assert (nothing["ok"], nothing["message"]) == (True, "Nothing to change.")
    assert editable_state(await read_page(ds, "claim/1")) == (
        "Other words",
        "Ana Sol",
        "2024-01-03",
        expected_speakers,
    )


async def test_null_or_an_empty_string_clears_optional_fields_only(with_speaker, ds):
    await edit(ds, claimant="Ana Sol", claimed_on="2024-01-02")
    await edit(ds, claimed_on="")
    assert (await read_page(ds, "claim/1"))["claim"]["claimed_on"] is None
    await edit(ds, claimant=None)
    assert editable_state(await read_page(ds, "claim/1")) == ("Trade grew by 40%", None, None, [(None, None)])
    for empty in ("", None):
        refused = await edit(ds, text=empty)
        assert (refused.status_code, "text is missing" in refused.json()["error"]) == (400, True)


async def test_a_field_emptied_in_the_form_is_cleared(ds):
    data = {"text": "Trade grew by 40%", "claimant": "", "claimed_on": ""}
    await ds.client.post("/claims/-/claim/1/edit", data=data, actor=REPORTER)
    assert (await read_page(ds, "claim/1"))["claim"]["claimant"] is None


async def test_an_assignment_without_an_assignee_is_refused_and_null_unassigns(ds):
    assign = "/claims/-/claim/1/assign"
    await ds.client.post(assign, json={"assignee": "Kim"}, actor=REPORTER)
    refused = await ds.client.post(assign, json={}, actor=REPORTER)
    assert (refused.status_code, "assignee is missing" in refused.json()["error"]) == (400, True)
    assert (await read_page(ds, "claim/1"))["claim"]["assignee"] == "Kim"
    await ds.client.post(assign, json={"assignee": None}, actor=REPORTER)
    assert (await read_page(ds, "claim/1"))["claim"]["assignee"] is None


async def test_an_edit_is_undone_from_its_message(ds):
    before = (await read_page(ds, "claim/1"))["claim"]
    data = {"text": "Other words", "claimant": before["claimant"]}
    done = await ds.client.post("/claims/-/claim/1/edit", data=data, actor=REPORTER)
    note = read_flash(ds, done)
    await ds.client.post(note["undo"], data=note["values"], actor=REPORTER)
    assert (await read_page(ds, "claim/1"))["claim"] == before


async def test_an_edit_over_a_colleagues_is_refused_and_kept_in_the_form(ds):
    version = (await read_page(ds, "claim/1"))["version"]
    await ds.client.post("/claims/-/claim/1/edit", json={"text": "Eve's words"}, actor=EDITOR)
    data = {"text": "Rob's words", "version": version}
    late = await ds.client.post("/claims/-/claim/1/edit", data=data, actor=REPORTER)
    assert late.status_code == 409
    assert "Rob&#39;s words" in late.text
    assert "Eve&#39;s words" in late.text


async def test_a_refused_edit_shows_a_colleagues_value_in_untouched_fields(ds):
    shown = await read_page(ds, "claim/1")
    await ds.client.post("/claims/-/claim/1/edit", json={"claimant": "Ana Sol"}, actor=EDITOR)
    data = {name: shown["claim"][name] or "" for name in ("claimant", "claimed_on")} | {"text": "Rob's words"}
    late = await ds.client.post(
        "/claims/-/claim/1/edit", data=data | {"version": shown["version"]}, actor=REPORTER
    )
    assert late.status_code == 409
    assert "Rob&#39;s words</textarea>" in late.text
    assert 'id="edit-claimant" name="claimant" type="text" value="Ana Sol"' in late.text
    await ds.client.post("/claims/-/claim/1/edit", json={"text": "Eve's words"}, actor=EDITOR)
    twice = await ds.client.post(
        "/claims/-/claim/1/edit", data=data | {"version": shown["version"]}, actor=REPORTER
    )
    assert "Rob&#39;s words</textarea>" in twice.text


async def test_an_edit_conflict_names_the_old_and_new_claimant(ds):
    version = (await read_page(ds, "claim/1"))["version"]
    await ds.client.post("/claims/-/claim/1/edit", json={"claimant": None}, actor=EDITOR)
    late = await edit(ds, text="Rob's words", version=version)
    assert 'eve changed the claimant from "The minister" to nothing' in late.json()["error"]
    await ds.client.post("/claims/-/claim/1/edit", json={"claimant": "Ana Sol"}, actor=EDITOR)
    late = await edit(ds, text="Rob's words", version=version)
    assert 'the claimant from nothing to "Ana Sol"' in late.json()["error"]
    html = (await ds.client.get("/claims/-/claim/1", actor=EDITOR)).text
    assert "claimant: <bdi>nothing</bdi> → <bdi>Ana Sol</bdi>" in html


async def test_an_appearance_can_be_moved_to_other_words_of_its_article(ds):
    response = await ds.client.post(
        "/claims/-/appearance/1/move", json={"quote": "Trade grew by 40%"}, actor=REPORTER
    )
    assert response.status_code == 200
    row = (await read_page(ds, "claim/1"))["appearances"][0]
    assert TEXT[row["span_start"] : row["span_end"]] == row["quote"] == "Trade grew by 40%"


async def test_editors_can_delete_an_appearance_in_datasettes_table(ds):
    before = len((await read_page(ds, "claim/1"))["appearances"])
    address = "/claims/appearances/1/-/delete"
    assert (await ds.client.post(address, json={}, actor=REPORTER)).status_code == 403
    assert (await ds.client.post(address, json={}, actor=EDITOR)).status_code == 200
    assert len((await read_page(ds, "claim/1"))["appearances"]) == before - 1


async def test_a_quote_that_is_not_in_the_article_is_refused(ds):
    for path in ("appearance/1/move", "article/1/propose"):
        response = await ds.client.post(
            f"/claims/-/{path}",
            json={"quote": "not in it"},
            actor=REPORTER,
        )
        assert (response.status_code, response.json()["kind"]) == (400, "InvalidSpan")


async def test_a_missed_claim_is_proposed_at_the_selected_position(ds):
    second = TEXT.rindex("Trade grew")
    values = {"quote": "Trade grew", "near": second, "speaker": "Records", "kind": "indirect"}
    response = await ds.client.post("/claims/-/article/1/propose", json=values, actor=REPORTER)
    claim_id = response.json()["claim_id"]
    shown = await read_page(ds, f"claim/{claim_id}")
    row = shown["appearances"][0]
    assert (row["span_start"], row["kind"], shown["claim"]["status"]) == (second, "indirect", "proposed")
    assert row["reasons"] == ["marked by rob"]
    again = await ds.client.post("/claims/-/article/1/propose", json=values, actor=REPORTER)
    assert (again.status_code, "already" in again.json()["error"]) == (400, True)


# A form that files a claim, its values, and the page shown after the undo.
FILED = [
    ("propose/file", {"text": "Inflation halved", "source": "Radio 4", "claimant": "Ana"}, "propose"),
    ("article/1/propose", {"quote": "Trade grew", "speaker": "Records"}, "article/1"),
]


@pytest.mark.parametrize(("form", "values", "back"), FILED)
async def test_undoing_a_filed_claim_also_removes_its_new_claimant_and_article(ds, path, form, values, back):
    def rows():
        with closing(sqlite3.connect(path)) as conn:
            return [
                conn.execute(f"select * from {table}").fetchall()
                for table in ("claims", "claimants", "articles", "appearances")
            ]

    before = rows()
    done = await ds.client.post(f"/claims/-/{form}", data=values, actor=REPORTER)
    assert rows() != before
    note = read_flash(ds, done)
    undone = await ds.client.post(note["undo"], data=note["values"], actor=REPORTER)
    assert undone.headers["location"].endswith(f"/claims/-/{back}")
    assert rows() == before


async def test_marking_a_claim_that_the_desk_already_has_adds_an_appearance(ds):
    statement = {"text": "Trade grew", "claimant": "Records"}
    known = (await ds.client.post("/claims/-/propose/file", json=statement, actor=REPORTER)).json()[
        "claim_id"
    ]
    values = {"quote": "Trade grew", "near": TEXT.rindex("Trade grew"), "speaker": "Records"}
    marked = (await ds.client.post("/claims/-/article/1/propose", json=values, actor=REPORTER)).json()
    assert (marked["claim_id"], marked["outcome"]) == (known, "repeats")
    assert marked["message"] == f"The desk already has it: claim {known} now has another appearance."
    await ds.client.post(f"/claims/-/claim/{known}/status", json={"status": "parked"}, actor=REPORTER)
    values["near"] = TEXT.index("Trade grew")
    again = (await ds.client.post("/claims/-/article/1/propose", json=values, actor=REPORTER)).json()
    assert again["message"].endswith("another appearance. That claim is parked.")


async def test_the_same_claim_is_filed_only_once(ds):
    values = {"text": "Inflation halved", "source": "https://radio.example/1", "claimant": "Ana"}
    first = (await ds.client.post("/claims/-/propose/file", json=values, actor=REPORTER)).json()
    second = (await ds.client.post("/claims/-/propose/file", json=values, actor=REPORTER)).json()
    assert (first["outcome"], second["outcome"], first["claim_id"]) == ("new", "known", second["claim_id"])


@pytest.fixture
def rated(path):
    """Claim 6, rated by another publisher."""
    db = open_desk(path)
    import_rated(db, itemReviewed={"author": {"name": "Ana Brook"}, "datePublished": "2025-01-05"})
    db.close()


@pytest.mark.parametrize(
    ("values", "sentences"),
    [
        pytest.param(
            {"source": "https://radio.example/2", "claimed_on": "2025-02-01"},
            [
                "The desk already has it: this claim says the same. Another time it was said was recorded.",
                "That claim is parked.",
            ],
            id="a repeat on another day",
        ),
        pytest.param(
            {"claimant": "Ana Brook"},
            [
                "The desk already has it: this claim says the same. Nothing was added. That claim is parked.",
                "Where it was said this time is not recorded: file it again with that.",
            ],
            id="nothing new",
        ),
        pytest.param(
            {"text": FERRIES.replace("12", "21"), "source": "https://radio.example/2"},
            [
                "Filed.",
                "It may contradict claim 6, rated False (The Tide) (differs: 21 percent / 12 percent).",
            ],
            id="a rated claim with a changed fact",
        ),
        pytest.param(
            {"text": "The lighthouse of Ravensby was sold to a hotel in May"},
            [
                "Filed.",
                "Where it was said is not recorded, so it does not count as seen yet. You can add that on its page.",
            ],
            id="a new claim without a place",
        ),
    ],
)
@pytest.mark.usefixtures("rated")
async def test_filing_a_claim_reports_whether_it_is_new_repeats_or_conflicts(ds, values, sentences):
    form = {"text": FERRIES, **values}
    answer = (await ds.client.post("/claims/-/propose/file", json=form, actor=REPORTER)).json()
    assert answer["message"] == " ".join(sentences)
    assert answer["resembles"] == ([6] if "contradict" in answer["message"] else [])


async def test_the_bookmarklet_fills_the_form_in(ds):
    address = "/claims/-/propose?text=%22Quoted%22+words&source=https://a.example/?a=1%26b=2"
    html = (await ds.client.get(address, actor=REPORTER)).text
    assert "&#34;Quoted&#34; words" in html
    assert 'value="https://a.example/?a=1&amp;b=2"' in html
    assert ">File a claim: The Daily Test</a>" in html
    assert bookmarklet_script(html).startswith(
        'javascript:window.open("http://localhost/claims/-/propose?"+new '
    )


@each_row(
    "host",
    [
        "a'+alert(1)+'",
        'a"+alert(1)+',
        "a\\",
        "a%27+alert(1)+%27",
        "a%22+alert(1)+%22",
        "a&quot;+alert(1)",
        "a</script>",
    ],
)
async def test_a_hostile_host_name_stays_inside_the_bookmarklets_string(ds, host):
    html = (await ds.client.get("/claims/-/propose", actor=REPORTER, headers={"host": host})).text
    script = bookmarklet_script(html)
    address, end = json.JSONDecoder().raw_decode(script.removeprefix("javascript:window.open("))
    assert address.endswith("/claims/-/propose?")
    assert script.removeprefix("javascript:window.open(")[end:].startswith("+new URLSearchParams({")


def bookmarklet_script(html):
    """What a browser runs: it decodes the escapes of HTML, then those of the address."""
    [link] = document_fromstring(html).xpath("//a[starts-with(@href, 'javascript:')]/@href")
    return unquote(link)


async def test_an_editor_can_delete_an_article_only_if_it_has_no_claims(ds, path):
    db = open_desk(path)
    with write_transaction(db, "setup"):
        db.execute("insert into articles (url) values ('https://news.example/')")
    db.close()
    assert (await ds.client.post("/claims/articles/2/-/delete", json={}, actor=EDITOR)).status_code == 200
    refused = await ds.client.post("/claims/articles/1/-/delete", json={}, actor=EDITOR)
    assert (refused.status_code, "Refused" in refused.text) == (400, True)


async def test_the_claim_form_suggests_the_speakers_of_the_desk(ds):
    form_page = (await ds.client.get("/claims/-/propose", actor=REPORTER)).text
    assert 'list="speakers"' in form_page
    assert '<datalist id="speakers"><option value="' in form_page
