"""Mending a claim, its words in the article, and marking one that was missed."""

from __future__ import annotations

import pytest

from .conftest import EDITOR, REPORTER, TEXT

pytestmark = pytest.mark.asyncio


async def page(ds, path):
    return (await ds.client.get(f"/claims/-/{path}.json", actor=EDITOR)).json()


async def test_a_claim_is_reworded_and_the_words_of_the_article_stay(ds):
    values = {"text": "Trade  grew by\n40 percent", "claimant": "Ana Sol", "claimed_on": "2024-01-02"}
    response = await ds.client.post("/claims/-/claim/1/edit", json=values, actor=REPORTER)
    assert response.status_code == 200, response.text
    shown = await page(ds, "claim/1")
    claim = shown["claim"]
    assert (claim["text"], claim["claimant"], claim["claimed_on"]) == (
        "Trade grew by 40 percent",
        "Ana Sol",
        "2024-01-02",
    )
    assert shown["appearances"][0]["quote"] == "Trade grew by 40%,"


async def test_an_edit_is_undone_from_the_message(ds):
    before = (await page(ds, "claim/1"))["claim"]
    data = {"text": "Other words", "claimant": before["claimant"]}
    done = await ds.client.post("/claims/-/claim/1/edit", data=data, actor=REPORTER)
    note = ds.unsign(done.cookies["claimtrack_done"], "claimtrack-done")
    await ds.client.post(note["undo"], data=note["values"], actor=REPORTER)
    assert (await page(ds, "claim/1"))["claim"] == before


async def test_an_edit_over_somebody_elses_is_refused_and_kept(ds):
    version = (await page(ds, "claim/1"))["version"]
    await ds.client.post("/claims/-/claim/1/edit", json={"text": "Eve's words"}, actor=EDITOR)
    data = {"text": "Rob's words", "version": version}
    late = await ds.client.post("/claims/-/claim/1/edit", data=data, actor=REPORTER)
    assert late.status_code == 409
    assert "Rob&#39;s words" in late.text
    assert "Eve&#39;s words" in late.text


async def test_an_appearance_holds_other_words_of_its_article(ds):
    response = await ds.client.post(
        "/claims/-/appearance/1/move", json={"quote": "Trade grew by 40%"}, actor=REPORTER
    )
    assert response.status_code == 200
    row = (await page(ds, "claim/1"))["appearances"][0]
    assert TEXT[row["span_start"] : row["span_end"]] == row["quote"] == "Trade grew by 40%"


async def test_an_editor_takes_an_appearance_off_in_datasettes_own_table_as_undo_says(ds):
    held = len((await page(ds, "claim/1"))["appearances"])
    deleted = "/claims/appearances/1/-/delete"
    assert (await ds.client.post(deleted, json={}, actor=REPORTER)).status_code == 403
    assert (await ds.client.post(deleted, json={}, actor=EDITOR)).status_code == 200
    assert len((await page(ds, "claim/1"))["appearances"]) == held - 1


async def test_words_that_the_article_does_not_hold_are_refused(ds):
    for path in ("appearance/1/move", "article/1/propose"):
        response = await ds.client.post(f"/claims/-/{path}", json={"quote": "not in it"}, actor=REPORTER)
        assert (response.status_code, response.json()["kind"]) == (400, "InvalidSpan")


async def test_a_missed_claim_is_marked_where_it_was_selected(ds):
    second = TEXT.rindex("Trade grew")
    values = {"quote": "Trade grew", "near": second, "speaker": "Records", "kind": "indirect"}
    response = await ds.client.post("/claims/-/article/1/propose", json=values, actor=REPORTER)
    claim_id = response.json()["claim_id"]
    shown = await page(ds, f"claim/{claim_id}")
    row = shown["appearances"][0]
    assert (row["span_start"], row["kind"], shown["claim"]["status"]) == (second, "indirect", "proposed")
    assert row["reasons"] == ["marked by rob"]
    again = await ds.client.post("/claims/-/article/1/propose", json=values, actor=REPORTER)
    assert (again.status_code, "already" in again.json()["error"]) == (400, True)


async def test_a_claim_from_anywhere_is_filed_once(ds):
    values = {"text": "Inflation halved", "source": "https://radio.example/1", "claimant": "Ana"}
    first = (await ds.client.post("/claims/-/propose/file", json=values, actor=REPORTER)).json()
    second = (await ds.client.post("/claims/-/propose/file", json=values, actor=REPORTER)).json()
    assert (first["is_new"], second["is_new"], first["claim_id"]) == (True, False, second["claim_id"])


async def test_the_bookmarklet_fills_the_form_in(ds):
    address = "/claims/-/propose?text=%22Quoted%22+words&source=https://a.example/?a=1%26b=2"
    html = (await ds.client.get(address, actor=REPORTER)).text
    assert "&#34;Quoted&#34; words" in html
    assert 'value="https://a.example/?a=1&amp;b=2"' in html
    assert ">File a claim: The Daily Test</a>" in html
    assert (
        "javascript:window.open(&#39;http://localhost/claims/-/propose" in html
        or "javascript:window.open('http://localhost/claims/-/propose" in html
    )
