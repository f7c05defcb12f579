"""On the claim page: further appearances of a claim, and correction requests with their outcome."""

from __future__ import annotations

import html as entities
from datetime import date

import pytest

from claimtrack.workflow import intervening
from tests.tables import each_row

from .conftest import EDITOR, HTML, REPORTER, VIEWER, read_flash

pytestmark = pytest.mark.asyncio


async def post(ds, path, actor=REPORTER, **values):
    return await ds.client.post(f"/claims/-/claim/1/{path}", json=values, actor=actor)


async def submit_form(ds, path, **values):
    return await ds.client.post(f"/claims/-/claim/1/{path}", data=values, headers=HTML, actor=REPORTER)


async def claim_page(ds):
    return (await ds.client.get("/claims/-/claim/1.json", actor=EDITOR)).json()


async def undo(ds, response):
    note = read_flash(ds, response)
    return note["message"], await ds.client.post(
        note["undo"], data=note["values"], headers=HTML, actor=REPORTER
    )


# ── further appearances ──────────────────────────────────────────────────────────────────────────────────


async def test_another_appearance_in_other_words_is_recorded_with_a_note(ds):
    before = await claim_page(ds)
    values = {
        "claimant": "Ana Sol",
        "source": "Radio Quay, 8:10",
        "claimed_on": "2024-05-02",
        "text": "Trade is up by 40 percent",
    }
    done = (await post(ds, "again", **values)).json()
    assert (done["ok"], done["outcome"]) == (True, "repeats")
    shown = await claim_page(ds)
    assert shown["ledger"]["appearances"] == before["ledger"]["appearances"] + 1
    last = next(row for row in shown["appearances"] if row["article"] == "Radio Quay, 8:10")
    assert (last["speaker"], last["seen_on"]) == ("Ana Sol", "2024-05-02")
    assert shown["notes"][-1]["body"] == "Also said in these words (Ana Sol): Trade is up by 40 percent"
    assert shown["claim"]["text"] == before["claim"]["text"]
    repeated = (await post(ds, "again", **values)).json()
    assert repeated["outcome"] == "known"
    assert "nothing was added" in repeated["message"]


async def test_undoing_another_appearance_also_removes_its_note(ds):
    before = await claim_page(ds)
    response = await submit_form(
        ds, "again", claimant="", source="Radio Quay", claimed_on="2024-05-02", text="Up 40 percent is trade"
    )
    assert response.headers["location"].endswith("/claim/1#appearances")
    message, _ = await undo(ds, response)
    assert "The words used this time are kept in a note." in message
    after = await claim_page(ds)
    assert [after[part] for part in ("ledger", "notes", "appearances")] == [
        before[part] for part in ("ledger", "notes", "appearances")
    ]


async def test_an_appearance_with_a_different_figure_warns(ds):
    done = (await post(ds, "again", source="Radio Quay", text="Trade grew by 70%")).json()
    assert done["differences"]
    assert "40%" in done["message"]


REFUSED = [
    pytest.param({}, "Nothing was entered: say who said it, where, when, or in which words", id="nothing"),
    pytest.param(
        {"source": "Radio Quay", "claimed_on": "2999-01-01"},
        "is in the future: give a date up to today",
        id="a date in the future",
    ),
    pytest.param({"source": "x" * 5_000}, "characters, and the limit is 4,000:", id="an overlong place"),
]


@each_row(("values", "message"), REFUSED)
async def test_a_refused_appearance_stays_in_the_form(ds, values, message):
    response = await submit_form(ds, "again", text="", **values)
    html = entities.unescape(response.text)
    assert (response.status_code, message in html) == (400, True)
    assert all(value in html for value in values.values())


# ── correction requests ───────────────────────────────────────────────────────────────────────


async def test_a_correction_request_is_recorded_and_closed(ds):
    response = await submit_form(
        ds,
        "ask",
        asked="The <Gazette>",
        request="Please\r\nmend it",
        asked_on="2024-05-02",
        url="https://g.example/1",
        purpose="comment",
    )
    assert response.headers["location"].endswith("/claim/1#interventions")
    [row] = (await claim_page(ds))["interventions"]
    assert (row["asked"], row["request"], row["outcome"]) == ("The <Gazette>", "Please\nmend it", "waiting")
    assert row["purpose"] == "comment"
    address = f"intervention/{row['id']}/close"
    closed = await submit_form(ds, address, outcome="corrected", outcome_on="2024-05-06", note="By phone")
    [row] = (await claim_page(ds))["interventions"]
    assert (row["outcome"], row["outcome_on"], row["outcome_note"]) == ("corrected", "2024-05-06", "By phone")
    await undo(ds, closed)
    assert (await claim_page(ds))["interventions"][0]["outcome"] == "waiting"


async def test_a_correction_request_without_a_date_gets_today_and_can_be_undone(ds):
    response = await submit_form(ds, "ask", asked="The Gazette", request="Mend it", asked_on="", url="")
    [row] = (await claim_page(ds))["interventions"]
    assert (row["asked_on"], row["purpose"]) == (date.today().isoformat(), "correction")
    closed = await submit_form(ds, f"intervention/{row['id']}/close", outcome="corrected", outcome_on="")
    assert (await claim_page(ds))["interventions"][0]["outcome_on"] == date.today().isoformat()
    for done in (closed, response):
        _, undone = await undo(ds, done)
        assert undone.status_code == 303
    assert (await claim_page(ds))["interventions"] == []


async def test_a_correction_request_is_saved_in_one_transaction(ds, monkeypatch):
    """A colleague's write between the request and the lookup of its history would block the undo."""
    ask, in_transaction = intervening.ask, []

    def observed_ask(db, *args, **given):
        in_transaction.append(db.conn.in_transaction)
        return ask(db, *args, **given)

    monkeypatch.setattr(intervening, "ask", observed_ask)
    await submit_form(ds, "ask", asked="The Gazette", request="Mend it", asked_on="", url="")
    assert in_transaction == [True]


async def test_a_refused_correction_request_or_outcome_stays_in_the_form(ds):
    refused = await submit_form(ds, "ask", asked="The Gazette", request="Mend it", asked_on="2999-01-01")
    assert (refused.status_code, "is in the future: give a date up to today" in refused.text) == (400, True)
    assert 'value="The Gazette"' in refused.text
    number = (await post(ds, "ask", asked="The Gazette", request="Mend it", asked_on="2024-05-02")).json()[
        "intervention_id"
    ]
    too_early = await submit_form(
        ds, f"intervention/{number}/close", outcome="corrected", outcome_on="2024-05-01", note="Kept <here>"
    )
    assert too_early.status_code == 400
    assert "Kept &lt;here&gt;" in too_early.text
    assert "claimtrack intervention" not in too_early.text
    wrong_claim = await ds.client.post(
        f"/claims/-/claim/2/intervention/{number}/close", json={"outcome": "corrected"}, actor=REPORTER
    )
    assert (wrong_claim.status_code, "claim 2 has no request" in wrong_claim.text) == (404, True)


async def test_the_form_asks_for_a_first_place_until_one_is_recorded(ds):
    filed = await ds.client.post(
        "/claims/-/propose/file", json={"text": "The quay reopened."}, actor=REPORTER
    )
    assert "Where it was said is not recorded, so" in filed.json()["message"]
    address = f"/claims/-/claim/{filed.json()['claim_id']}"
    assert (
        "<summary>Record where it was said</summary>" in (await ds.client.get(address, actor=REPORTER)).text
    )
    await ds.client.post(f"{address}/again", json={"source": "Radio Quay, 8:10"}, actor=REPORTER)
    assert (
        "<summary>Record another time it was said</summary>"
        in (await ds.client.get(address, actor=REPORTER)).text
    )


async def test_viewers_cannot_record_appearances_or_correction_requests(ds):
    html = (await ds.client.get("/claims/-/claim/1", actor=VIEWER)).text
    assert "Record another time it was said" not in html
    assert "Record where it was said" not in html
    assert "Record a request for comment or correction" not in html
    for path, values in (("again", {"source": "Radio"}), ("ask", {"asked": "A", "request": "B"})):
        assert (await post(ds, path, actor=VIEWER, **values)).status_code == 403
    assert (
        "Record a request for comment or correction"
        in (await ds.client.get("/claims/-/claim/1", actor=REPORTER)).text
    )
