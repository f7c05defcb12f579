"""Forms of pages that were opened before a colleague changed the same: nothing is overwritten or signed unseen."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from html import unescape

import pytest
from lxml.html import document_fromstring

from claimtrack.store.file.database import open_desk

from .conftest import EDITOR, HTML, REPORTER
from .test_reviewing import CLAIM, SECOND_EDITOR, post, publish, rating_id_of, reviews

pytestmark = pytest.mark.asyncio


async def shown_version(ds, page=CLAIM):
    return (await ds.client.get(f"{page}.json", actor=EDITOR)).json()["desk_version"]


async def submitted(ds, claim_id=1, summary="We looked."):
    path = f"/claims/-/claim/{claim_id}"
    made = {"rating_id": await rating_id_of(ds), "summary": summary}
    review_id = (await ds.client.post(f"{path}/draft", json=made, actor=REPORTER)).json()["review_id"]
    await ds.client.post(f"{path}/review/{review_id}/submit", json={}, actor=REPORTER)
    return review_id


async def send_stale(ds, path, seen, **values):
    """Send a form as a browser does that shows an older version; what the page says."""
    form = {**values, "version": str(seen)}
    late = await ds.client.post(path, data=form, headers=HTML, actor=SECOND_EDITOR)
    assert late.status_code == 409
    return unescape(late.text)


async def send_stale_form(ds, page, form, theirs, **mine):
    """Send the form of a page after a colleague's change; what the page says then, and what its form has."""
    shown = await ds.client.get(page, actor=EDITOR)
    await ds.client.post(form, json=theirs, actor=REPORTER)
    late = await ds.client.post(form, data={**fields_of(shown, form), **mine}, headers=HTML, actor=EDITOR)
    assert late.status_code == 409
    return unescape(late.text), fields_of(late, form)


def fields_of(page, path):
    [form] = [one for one in document_fromstring(page.text).forms if one.action == path]
    # Browsers drop the line break at the beginning of a text area.
    return {name: value.removeprefix("\n") for name, value in form.form_values()}


# ── verdicts ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("step", ["approve", "return"])
async def test_marked_verdicts_are_not_signed_or_returned_unseen(ds, step):
    """The page of marked claims used to approve whatever the drafter had written since it was opened."""
    await submitted(ds)
    await submitted(ds, 2)
    seen = (await ds.client.get("/claims/-/marked.json?claim=1,2", actor=EDITOR)).json()["version"]
    await ds.client.post("/claims/-/claim/2/review/2/revise", json={"summary": "We rang."}, actor=REPORTER)
    values = {"claims": [1, 2], "review": step}
    late = await ds.client.post("/claims/-/marked/change", json={**values, "version": seen}, actor=EDITOR)
    assert (late.status_code, late.json()["kind"]) == (409, "ChangedMeanwhile")
    assert (
        'claim 2: meanwhile rob changed the summary from "We looked." to "We rang."' in late.json()["error"]
    )
    assert (await reviews(ds))[0]["status"] == "submitted"  # all or none
    seen = (await ds.client.get("/claims/-/marked.json?claim=1,2", actor=EDITOR)).json()["version"]
    again = await ds.client.post("/claims/-/marked/change", json={**values, "version": seen}, actor=EDITOR)
    assert again.status_code == 200


async def test_marked_drafts_are_not_submitted_unseen(ds):
    await post(ds, "draft", REPORTER, rating_id=await rating_id_of(ds), summary="We looked.")
    seen = await shown_version(ds)
    await post(ds, "review/1/revise", REPORTER, summary="We rang.")
    values = {"claims": [1], "review": "submit", "version": seen}
    late = await ds.client.post("/claims/-/marked/change", json=values, actor=EDITOR)
    assert (late.status_code, late.json()["kind"]) == (409, "ChangedMeanwhile")
    values["version"] = await shown_version(ds)
    assert (await ds.client.post("/claims/-/marked/change", json=values, actor=EDITOR)).status_code == 200


async def reapproved(ds, **changes):
    """Send an approved review back, change it and have it approved again."""
    await post(ds, "review/1/send-back", SECOND_EDITOR)
    await post(ds, "review/1/revise", REPORTER, **changes)
    await post(ds, "review/1/submit", REPORTER)
    await post(ds, "review/1/approve", EDITOR)


async def test_a_verdict_that_was_approved_anew_is_not_published_from_the_page_of_the_former(ds):
    """The form's old address used to replace the one that was signed."""
    await submitted(ds)
    await post(ds, "review/1/approve", EDITOR)
    seen = await shown_version(ds)
    await reapproved(ds, url="https://desk.example/new", rating_id=await rating_id_of(ds, "True"))
    values = {"url": "https://desk.example/old", "reviewed_on": "2024-05-01"}
    told = await send_stale(ds, f"{CLAIM}/review/1/publish", seen, **values)
    assert 'the rating from "False" to "True"' in told
    assert (await reviews(ds))[0]["status"] == "approved"
    assert (await post(ds, "review/1/publish", EDITOR, version=seen, **values)).status_code == 409
    seen = await shown_version(ds)
    assert (await post(ds, "review/1/publish", EDITOR, version=seen, **values)).status_code == 200


async def test_the_second_of_two_new_addresses_is_not_saved_unseen(ds):
    await publish(ds)
    seen = await shown_version(ds)
    await post(ds, "review/1/address", {"id": "ola", "role": "editor"}, url="https://desk.example/moved")
    told = await send_stale(ds, f"{CLAIM}/review/1/address", seen, url="https://desk.example/elsewhere")
    assert (
        'ola changed the address from "https://desk.example/1" to "https://desk.example/moved". Your' in told
    )
    assert (await reviews(ds))[0]["url"] == "https://desk.example/moved"


async def test_the_form_of_a_correction_overwrites_no_public_note_of_a_colleague(ds):
    """Nor does it, sent again, make a correction of what a colleague made an update."""
    await publish(ds)
    await post(ds, "review/1/correct", EDITOR, note="A figure was wrong.")
    theirs = {"note": "The figure has changed since.", "is_update": True}
    told, again = await send_stale_form(ds, CLAIM, f"{CLAIM}/review/2/revise", theirs, summary="Mine.")
    assert (
        'rob changed the public note from "A figure was wrong." to "The figure has changed since.", the kind from correction to update. Your'
        in told
    )
    assert again.items() >= {**theirs, "is_update": "1", "summary": "Mine."}.items()


# ── a claim and what belongs to it ──────────────────────────────────────────────────────────────


async def test_a_pair_that_was_judged_meanwhile_is_not_judged_otherwise_on_the_page_of_a_claim(ds):
    """It stays on that page, with the note in its form: the page of duplicates would show another pair, which a key judges."""
    page = document_fromstring((await ds.client.get("/claims/-/claim/4", actor=EDITOR)).text)
    [form, *_] = [one for one in page.forms if one.action.endswith("/judge")]
    [same, *_] = form.xpath(".//button[@name='judgement']/@value")
    assert same == "same"
    other = {"judgement": "different"}
    assert (await ds.client.post(form.action, json=other, actor=SECOND_EDITOR)).status_code == 200
    sent = {**dict(form.form_values()), "judgement": same, "note": "Both mean the bridge"}
    late = await ds.client.post(form.action, data=sent, headers=HTML, actor=EDITOR)
    assert (late.status_code, "olga judged claims 4 and 5: different" in late.text) == (409, True)
    page = document_fromstring(late.text)
    [again] = [one for one in page.forms if one.action == form.action]
    assert page.findtext(".//title").startswith("Claim 4:")
    assert again.fields["note"].strip() == "Both mean the bridge"
    assert "open" in again.getparent().attrib
    sent = {**dict(again.form_values()), "judgement": same}
    assert (await ds.client.post(form.action, data=sent, headers=HTML, actor=EDITOR)).status_code == 303


async def test_marked_words_that_were_moved_meanwhile_stay_where_they_are(ds):
    seen = await shown_version(ds)
    path = "/claims/-/appearance/1/move"
    await ds.client.post(path, json={"quote": "Trade grew by 40%,” the minister said"}, actor=REPORTER)
    told = await send_stale(ds, path, seen, quote="Trade grew")
    assert 'the quote from "Trade grew by 40%,"' in told
    page = (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()
    assert page["appearances"][0]["quote"] == "Trade grew by 40%,” the minister said"


async def test_the_second_of_two_outcomes_of_a_request_is_not_saved_unseen(ds):
    await post(ds, "ask", REPORTER, asked="The ministry", request="Is it so?")
    seen = await shown_version(ds)
    await post(ds, "intervention/1/close", REPORTER, outcome="corrected", note="They rang.")
    told = await send_stale(ds, f"{CLAIM}/intervention/1/close", seen, outcome="declined", note="")
    assert 'rob changed the outcome from "waiting" to "corrected"' in told
    [request] = (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["interventions"]
    assert (request["outcome"], request["outcome_note"]) == ("corrected", "They rang.")


@pytest.mark.parametrize(
    ("page", "form", "name"),
    [
        (CLAIM, "/claims/-/evidence/1/retract", "retracted"),
        ("/claims/-/article/1", "/claims/-/article/1/withdraw", "withdrawn"),
    ],
)
async def test_the_form_of_a_page_without_a_mark_does_not_empty_the_mark_of_a_colleague(ds, page, form, name):
    """Its empty fields used to take away the day and the reason."""
    seen = await shown_version(ds, page)
    mark = {f"{name}_on": "2024-05-01", "note": "The editor rang."}
    assert (await ds.client.post(form, json=mark, actor=REPORTER)).status_code == 200
    told = await send_stale(ds, form, seen, **{f"{name}_on": "", "note": ""})
    assert f"rob changed the {name} on from nothing to" in told
    kept = (await ds.client.post(form, json={}, actor=REPORTER)).json()["message"]
    assert kept.startswith(f"Marked as {name} on 2024-05-01")


@pytest.mark.parametrize(
    ("page", "form", "theirs"),
    [
        ("/claims/-/article/1", "/claims/-/article/1/withdraw", {"withdrawn_on": "2024-05-01"}),
        (CLAIM, f"{CLAIM}/intervention/1/close", {"outcome": "corrected"}),
    ],
)
async def test_a_form_that_was_refused_has_the_note_of_the_colleague_when_it_is_sent_again(
    ds, page, form, theirs
):
    """Its empty note, "still here", used to take away the colleague's."""
    await post(ds, "ask", REPORTER, asked="The ministry", request="Is it so?")
    theirs = {**theirs, "note": "The editor rang."}
    _, again = await send_stale_form(ds, page, form, theirs)
    assert again.items() >= theirs.items()
    _, again = await send_stale_form(ds, page, form, {**theirs, "note": "She wrote."}, note="Mine.")
    assert again["note"] == "Mine."


async def test_a_language_that_was_corrected_meanwhile_stays(ds):
    page = "/claims/-/article/1"
    seen = await shown_version(ds, page)
    await ds.client.post(f"{page}/language", json={"language": "cy"}, actor=REPORTER)
    told = await send_stale(ds, f"{page}/language", seen, language="ga")
    assert 'rob changed the language from nothing to "cy"' in told
    assert (await ds.client.get(f"{page}.json", actor=EDITOR)).json()["article"]["language"] == "cy"


async def test_a_note_does_not_settle_a_doubt_that_its_writer_has_not_seen(ds, path):
    await publish(ds)
    await ds.client.post("/claims/-/evidence/1/retract", json={}, actor=REPORTER)
    seen = await shown_version(ds)
    await ds.client.post("/claims/-/article/1/withdraw", json={}, actor=REPORTER)
    values = {"body": "It holds without the study.", "settles_doubt": True}
    late = await post(ds, "note", EDITOR, **values, version=seen)
    assert (late.status_code, late.json()["kind"]) == (409, "ChangedMeanwhile")
    assert "its outlet withdrew an article with the claim" in late.json()["error"]
    with closing(open_desk(path)) as db:
        assert db.execute("select count(*) from notes where step = 'settle'").fetchone() == (0,)
    assert (await post(ds, "note", EDITOR, **values, version=await shown_version(ds))).status_code == 200
    # A note that settles nothing only adds something.
    assert (await post(ds, "note", EDITOR, body="Rang them.", version=seen)).status_code == 200


# ── what was pressed or sent again ──────────────────────────────────────────────────────────────


async def press(ds, page, form, actor=EDITOR):
    """Send the form of a page as it is there."""
    return await ds.client.post(form, data=fields_of(page, form), headers=HTML, actor=actor)


async def test_a_verdict_that_was_held_anew_is_not_released_from_the_page_of_the_former_hold(ds):
    """Readers got what a lawyer's letter was about, from a page on which it was held for a misprint."""
    await publish(ds)
    await post(ds, "review/1/hold", EDITOR, note="A misprint?")
    page = await ds.client.get(CLAIM, actor=SECOND_EDITOR)
    await post(ds, "review/1/release", EDITOR)
    await post(ds, "review/1/hold", EDITOR, note="A lawyer wrote.")
    late = await press(ds, page, f"{CLAIM}/review/1/release", SECOND_EDITOR)
    assert late.status_code == 409
    assert "Meanwhile eve released it; eve held it. Read the claim and its review again" in late.text
    assert (await reviews(ds))[0]["held_on"]
    assert (await press(ds, late, f"{CLAIM}/review/1/release", SECOND_EDITOR)).status_code == 303


@pytest.mark.parametrize("step", ["submit", "give-up"])
async def test_a_draft_that_a_colleague_reworded_is_not_submitted_or_given_up_unseen(ds, step):
    await post(ds, "draft", REPORTER, rating_id=await rating_id_of(ds), summary="We looked.")
    page = await ds.client.get(CLAIM, actor=REPORTER)
    await post(ds, "review/1/revise", EDITOR, summary="We rang.")
    late = await press(ds, page, f"{CLAIM}/review/1/{step}", REPORTER)
    assert (late.status_code, "eve changed the summary" in late.text) == (409, True)
    assert (await reviews(ds))[0]["status"] == "draft"
    assert (await press(ds, late, f"{CLAIM}/review/1/{step}", REPORTER)).status_code == 303


async def test_a_source_to_which_a_colleague_added_a_passage_is_not_removed_unseen(ds):
    page = await ds.client.get(CLAIM, actor=EDITOR)
    await ds.client.post("/claims/-/evidence/1/change", json={"quote": "p. 4: 40%"}, actor=REPORTER)
    late = await press(ds, page, "/claims/-/evidence/1/remove")
    assert late.status_code == 409
    assert 'rob changed the quote from nothing to "p. 4: 40%". Look at it again' in unescape(late.text)
    assert f'<a href="{CLAIM}">Back to the claim as it is now</a>' in late.text
    page = await ds.client.get(CLAIM, actor=EDITOR)
    assert (await press(ds, page, "/claims/-/evidence/1/remove")).status_code == 303


async def test_a_source_that_was_removed_and_restored_as_it_was_is_no_change(ds):
    """ "meanwhile rob changed the title from nothing to "Statistics"", which it had been all the time."""
    seen = await shown_version(ds)
    undo = (await ds.client.post("/claims/-/evidence/1/remove", json={}, actor=REPORTER)).json()["undo"]
    await ds.client.post(undo["path"], json=undo["body"], actor=REPORTER)
    mine = {"quote": "p. 4", "version": seen}
    done = await ds.client.post("/claims/-/evidence/1/change", json=mine, actor=EDITOR)
    assert done.status_code == 200


async def test_a_programs_undo_of_what_a_backup_replaced_takes_nothing_else_back(ds, path, tmp_path):
    """Its body had only the numbers of the changes, which are those of others in a desk put back from a backup."""
    kept = tmp_path / "kept.db"
    with closing(sqlite3.connect(path)) as desk, closing(sqlite3.connect(kept)) as copy:
        desk.backup(copy)
    done = await ds.client.post(f"{CLAIM}/priority", json={"priority": "high"}, actor=REPORTER)
    with closing(sqlite3.connect(path)) as desk, closing(sqlite3.connect(kept)) as copy:
        copy.backup(desk)
    other = await ds.client.post(f"{CLAIM}/priority", json={"priority": "low"}, actor=REPORTER)
    assert other.json()["undo"]["body"]["until"] == done.json()["undo"]["body"]["until"]
    undo = done.json()["undo"]
    late = await ds.client.post(undo["path"], json=undo["body"], actor=REPORTER)
    assert (late.status_code, "put back from a backup" in late.json()["error"]) == (409, True)
    undo = other.json()["undo"]
    assert (await ds.client.post(undo["path"], json=undo["body"], actor=REPORTER)).status_code == 200


async def test_of_a_claim_that_was_removed_or_filed_meanwhile_no_columns_are_told(ds):
    """ "meanwhile rob changed the .", and of a new one "the id from nothing to"."""
    before = await shown_version(ds)
    filed = (
        await ds.client.post("/claims/-/propose/file", json={"text": "A bridge is shut"}, actor=REPORTER)
    ).json()
    path, undo = f"/claims/-/claim/{filed['claim_id']}/priority", filed["undo"]
    too_old = await ds.client.post(path, json={"priority": "high", "version": before}, actor=EDITOR)
    assert (too_old.status_code, "meanwhile rob added it. " in too_old.json()["error"]) == (409, True)
    seen = await shown_version(ds)
    await ds.client.post(undo["path"], json=undo["body"], actor=REPORTER)
    gone = await ds.client.post(path, json={"priority": "high", "version": seen}, actor=EDITOR)
    assert (gone.status_code, gone.json()["kind"]) == (404, "NotFound")


UNDONE = [
    ("assign", {"assignee": "rob"}, ("claim/1/assign", {"assignee": "olga"})),
    ("priority", {"priority": "high"}, ("claim/1/priority", {"priority": "low"})),
    ("due", {"due_on": "2999-05-01"}, ("claim/1/due", {"due_on": "2999-06-01"})),
    ("status", {"status": "checking"}, ("claim/1/status", {"status": "parked"})),
    ("link", {"url": "https://b.example/"}, ("evidence/2/change", {"quote": "p. 4: 40%"})),
]


@pytest.mark.parametrize(("form", "mine", "theirs"), UNDONE)
async def test_undo_takes_back_nothing_that_a_colleague_has_set_since(ds, form, mine, theirs):
    """Undo of these wrote over it what had been there before."""
    undo = (await post(ds, form, REPORTER, **mine)).json()["undo"]
    assert (
        await ds.client.post(f"/claims/-/{theirs[0]}", json=theirs[1], actor=SECOND_EDITOR)
    ).status_code == 200
    # Who changed something else of the same row is not whom to ask.
    await post(ds, "edit", EDITOR, claimed_on="2024-04-22")
    before = await shown_version(ds)
    refused = await ds.client.post(undo["path"], json=undo["body"], actor=REPORTER)
    assert (refused.status_code, await shown_version(ds)) == (409, before)
    assert "olga has changed it since, or undone it" in refused.json()["error"]


async def test_a_form_with_a_mistake_overwrites_no_change_when_it_is_sent_again(ds):
    """The page that showed the mistake had the version with the change, of which its form knew nothing."""
    page = await ds.client.get(CLAIM, actor=EDITOR)
    form = f"{CLAIM}/edit"
    await ds.client.post(form, json={"text": "Trade shrank by 40%"}, actor=REPORTER)
    mine = {**fields_of(page, form), "claimed_on": "2024-05-01"}
    shown = await ds.client.post(form, data={**mine, "text": ""}, headers=HTML, actor=EDITOR)
    mine = {**fields_of(shown, form), "text": mine["text"]}
    again = await ds.client.post(form, data=mine, headers=HTML, actor=EDITOR)
    assert (shown.status_code, again.status_code) == (400, 409)
    assert 'rob changed the text from "Trade grew by 40%" to "Trade shrank by 40%"' in unescape(again.text)
    assert fields_of(again, form)["text"] == "Trade shrank by 40%"
    assert (await press(ds, again, form)).status_code == 303
    claim = (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["claim"]
    assert (claim["text"], claim["claimed_on"]) == ("Trade shrank by 40%", "2024-05-01")


async def test_a_form_that_is_sent_again_from_the_page_of_the_problem_overwrites_no_further_change(ds):
    page, form = await ds.client.get(CLAIM, actor=EDITOR), "/claims/-/evidence/1/change"
    await ds.client.post(form, json={"quote": "p. 4"}, actor=REPORTER)
    mine = {**fields_of(page, form), "quote": "p. 5"}
    late = await ds.client.post(form, data=mine, headers=HTML, actor=EDITOR)
    await ds.client.post(form, json={"quote": "p. 6"}, actor=REPORTER)
    again = await press(ds, late, form)
    assert (again.status_code, 'from "p. 4" to "p. 6"' in unescape(again.text)) == (409, True)
    assert fields_of(again, form)["quote"] == "p. 5"
    assert (await press(ds, again, form)).status_code == 303


async def test_the_second_tab_of_one_person_is_told_of_the_first(ds):
    page, form = await ds.client.get(CLAIM, actor=EDITOR), f"{CLAIM}/edit"
    first = {**fields_of(page, form), "text": "Trade shrank by 40%"}
    assert (await ds.client.post(form, data=first, headers=HTML, actor=EDITOR)).status_code == 303
    second = await press(ds, page, form)
    assert (second.status_code, "eve changed the text" in second.text) == (409, True)


async def test_a_form_is_not_signed_by_whoever_has_logged_in_since_in_the_same_browser(ds):
    """A note that one person typed was saved, and a verdict that one read was approved, in the name of another."""
    page, form = await ds.client.get(CLAIM, actor=EDITOR), f"{CLAIM}/note"
    mine = {**fields_of(page, form), "body": "We rang the ministry."}
    refused = await ds.client.post(form, data=mine, headers=HTML, actor=REPORTER)
    assert refused.status_code == 409
    assert "opened by eve, and you are logged in as rob now" in refused.text
    assert fields_of(refused, form)["body"] == mine["body"]
    assert (await press(ds, refused, form, REPORTER)).status_code == 303
    found = (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["notes"]
    assert (found[-1]["author"], found[-1]["body"]) == ("rob", mine["body"])
