"""The one form for a claim's status, priority, person, due day and a tag: all that was changed is saved at once, or nothing."""

from __future__ import annotations

import html as entities
import re

import pytest

from claimtrack.store import claims, history
from claimtrack.store.file.database import open_desk

from .conftest import EDITOR, REPORTER
from .test_annotating import version

pytestmark = pytest.mark.asyncio
CLAIM = "/claims/-/claim/1"
AS_SHOWN = {"status": "open", "priority": "normal", "assignee": "", "due_on": "", "tag": ""}


def state(path):
    """What the desk holds of the claim, and how many entries its history has."""
    db = open_desk(path)
    claim = claims.get(db, 1)
    entries = len(list(history.of_claim(db, 1)))
    db.close()
    return (claim.status, claim.priority, claim.assignee, claim.due_on), entries


async def page_after(ds, done):
    cookies = {"claimtrack_done": done.cookies["claimtrack_done"]}
    return entities.unescape((await ds.client.get(CLAIM, actor=REPORTER, cookies=cookies)).text)


async def test_the_page_has_one_form_filled_in_with_what_there_is(ds):
    await ds.client.post(f"{CLAIM}/assign", json={"assignee": "rob"}, actor=REPORTER)
    page = (await ds.client.get(CLAIM, actor=REPORTER)).text
    [form] = re.findall(r'<form[^>]*/claim/1/work">.*?</form>', page, re.DOTALL)
    assert re.findall(r'<option value="(\w+)" selected', form) == ["open", "normal"]
    assert 'name="assignee" type="text" value="rob"' in form
    assert 'name="status" value="checking">Move to checking</button>' in form


async def test_each_change_has_its_entry_in_history_its_sentence_and_one_undo_for_all(ds, path):
    before, entries = state(path)
    typed = AS_SHOWN | {
        "status": "checking",
        "priority": "high",
        "assignee": "rob",
        "due_on": "2999-05-03",
        "tag": "rents",
    }
    done = await ds.client.post(
        f"{CLAIM}/work", data=typed | {"version": str(await version(ds))}, actor=REPORTER
    )
    assert done.status_code == 303
    after, more = state(path)
    assert after == ("checking", "high", "rob", "2999-05-03")
    assert more - entries == 5
    page = await page_after(ds, done)
    told = "Status: open → checking. Priority: normal → high. Assigned to rob. Due 2999-05-03. Tagged rents."
    assert told in page
    undo = dict(re.findall(r'<input type="hidden" name="(after|until|back)" value="([^"]*)">', page))
    await ds.client.post("/claims/-/undo", data=undo, actor=REPORTER)
    assert state(path)[0] == before
    assert "rents" not in (await ds.client.get(f"{CLAIM}.json", actor=REPORTER)).json()["claim"]["tags"]


async def test_what_is_as_it_was_shown_is_not_written_again(ds, path):
    before = state(path)
    done = await ds.client.post(f"{CLAIM}/work", data=AS_SHOWN, actor=REPORTER)
    assert state(path) == before
    page = await page_after(ds, done)
    assert "Nothing to change." in page
    assert ">Undo<" not in page


async def test_the_button_of_the_next_step_saves_what_else_was_typed(ds, path):
    typed = [*(AS_SHOWN | {"assignee": "rob"}).items(), ("status", "checking")]
    body = "&".join(f"{name}={value}" for name, value in typed)
    headers = {"content-type": "application/x-www-form-urlencoded"}
    done = await ds.client.post(f"{CLAIM}/work", content=body, headers=headers, actor=REPORTER)
    assert done.status_code == 303
    assert state(path)[0] == ("checking", "normal", "rob", None)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"due_on": "soon"}, "Not a date: 'soon'"),
        ({"tag": "x" * 500}, "The tag 'xxx"),
        ({"status": "published"}, "published"),
        ({"priority": "highest"}, "Priority must be one of"),
    ],
)
async def test_one_refusal_keeps_all_from_being_saved_and_all_that_was_typed_in_the_form(
    ds, path, wrong, told
):
    before = state(path)
    typed = AS_SHOWN | {"assignee": "rob", "tag": "rents"} | wrong
    refused = await ds.client.post(f"{CLAIM}/work", data=typed, actor=REPORTER)
    page = entities.unescape(refused.text)
    assert refused.status_code in (400, 409)
    assert told in re.search(r"Not saved:</strong> (.*)</p>", page)[1]
    assert 'name="assignee" type="text" value="rob"' in page
    assert f'name="tag" type="text" value="{typed["tag"]}"' in page
    assert state(path) == before


async def test_a_change_of_somebody_elses_is_told_and_kept(ds):
    seen = {"version": str(await version(ds))}
    await ds.client.post(f"{CLAIM}/work", json={"priority": "high"}, actor=EDITOR)
    late = await ds.client.post(f"{CLAIM}/work", data=AS_SHOWN | {"assignee": "rob"} | seen, actor=REPORTER)
    page = entities.unescape(late.text)
    assert late.status_code == 409
    assert 'eve changed the priority from "normal" to "high"' in page
    assert 'name="assignee" type="text" value="rob"' in page
    assert '<option value="high" selected>' in page


async def test_json_changes_what_it_names_and_clears_with_null(ds, path):
    await ds.client.post(f"{CLAIM}/work", json={"due_on": "2999-05-03", "assignee": "rob"}, actor=REPORTER)
    told = (await ds.client.post(f"{CLAIM}/work", json={"due_on": None}, actor=REPORTER)).json()
    assert told["message"] == "The due date is removed."
    assert state(path)[0] == ("open", "normal", "rob", None)
    assert told["undo"]["path"] == "/claims/-/undo"


async def test_a_published_verdict_leaves_the_person_and_tags_to_be_changed(ds, path):
    for status in ("checking", "in_review", "published"):
        await ds.client.post(f"{CLAIM}/work", json={"status": status}, actor=EDITOR)
    page = (await ds.client.get(CLAIM, actor=REPORTER)).text
    assert 'id="work-priority"' not in page
    assert 'id="work-due_on"' not in page
    done = await ds.client.post(f"{CLAIM}/work", data={"assignee": "rob", "tag": ""}, actor=REPORTER)
    assert done.status_code == 303
    assert state(path)[0][2] == "rob"
