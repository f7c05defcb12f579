"""The form for status, priority, assignee, due date and a tag of a claim saves all changes at once, or none."""

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
UNCHANGED = {"status": "open", "priority": "normal", "assignee": "", "due_on": "", "tag": ""}


def state(path):
    """The claim's fields as stored, and the number of its history entries."""
    db = open_desk(path)
    claim = claims.get(db, 1)
    entries = len(list(history.of_claim(db, 1)))
    db.close()
    return (claim.status, claim.priority, claim.assignee, claim.due_on), entries


async def page_after(ds, done):
    cookies = {"claimtrack_done": done.cookies["claimtrack_done"]}
    return entities.unescape((await ds.client.get(CLAIM, actor=REPORTER, cookies=cookies)).text)


async def test_the_work_form_is_filled_in_with_the_current_values(ds):
    await ds.client.post(f"{CLAIM}/assign", json={"assignee": "rob"}, actor=REPORTER)
    page = (await ds.client.get(CLAIM, actor=REPORTER)).text
    [form] = re.findall(r'<form[^>]*/claim/1/work">.*?</form>', page, re.DOTALL)
    assert re.findall(r'<option value="(\w+)" selected', form) == ["open", "normal"]
    assert 'name="assignee" type="text" value="rob"' in form
    assert 'name="status" value="checking">Move to checking</button>' in form


async def test_changes_saved_together_are_recorded_one_by_one_and_undone_at_once(ds, path):
    before, entries = state(path)
    typed = UNCHANGED | {
        "status": "checking",
        "priority": "high",
        "assignee": "rob",
        "due_on": "2999-05-03",
        "tag": "rents",
        "note": "The minister repeats it tomorrow",
    }
    done = await ds.client.post(
        f"{CLAIM}/work", data=typed | {"version": str(await version(ds))}, actor=REPORTER
    )
    assert done.status_code == 303
    after, entries_after = state(path)
    assert after == ("checking", "high", "rob", "2999-05-03")
    assert entries_after - entries == 6
    page = await page_after(ds, done)
    message = (
        "Status: open → checking. Priority: normal → high. Assigned to rob. Due 2999-05-03. Tagged rents."
    )
    assert message in page
    undo = dict(re.findall(r'<input type="hidden" name="(after|until|back)" value="([^"]*)">', page))
    await ds.client.post("/claims/-/undo", data=undo, actor=REPORTER)
    assert state(path)[0] == before
    assert "rents" not in (await ds.client.get(f"{CLAIM}.json", actor=REPORTER)).json()["claim"]["tags"]


async def test_an_unchanged_form_writes_nothing(ds, path):
    before = state(path)
    done = await ds.client.post(f"{CLAIM}/work", data=UNCHANGED | {"note": " \n"}, actor=REPORTER)
    assert state(path) == before
    page = await page_after(ds, done)
    assert "Nothing to change." in page
    assert ">Undo<" not in page


async def test_the_next_step_button_also_saves_the_other_fields(ds, path):
    typed = [*(UNCHANGED | {"assignee": "rob"}).items(), ("status", "checking")]
    body = "&".join(f"{name}={value}" for name, value in typed)
    headers = {"content-type": "application/x-www-form-urlencoded"}
    done = await ds.client.post(f"{CLAIM}/work", content=body, headers=headers, actor=REPORTER)
    assert done.status_code == 303
    assert state(path)[0] == ("checking", "normal", "rob", None)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"due_on": "soon"}, "Not a date: 'soon'"),
        ({"tag": "x" * 500}, "The tag 'xxx"),
        ({"status": "published"}, "Only someone who can approve"),
        ({"priority": "highest"}, "Priority must be one of"),
    ],
)
async def test_one_wrong_field_saves_nothing_and_keeps_what_was_typed(ds, path, wrong, message):
    before = state(path)
    typed = UNCHANGED | {"assignee": "rob", "tag": "rents"} | wrong
    refused = await ds.client.post(f"{CLAIM}/work", data=typed, actor=REPORTER)
    page = entities.unescape(refused.text)
    assert refused.status_code in (400, 409)
    assert message in re.search(r"Not saved:</strong> (.*)</p>", page)[1]
    assert 'name="assignee" type="text" value="rob"' in page
    assert f'name="tag" type="text" value="{typed["tag"]}"' in page
    assert state(path) == before


async def test_a_colleagues_change_meanwhile_is_reported_and_kept(ds):
    seen = {"version": str(await version(ds))}
    await ds.client.post(f"{CLAIM}/work", json={"priority": "high"}, actor=EDITOR)
    late = await ds.client.post(f"{CLAIM}/work", data=UNCHANGED | {"assignee": "rob"} | seen, actor=REPORTER)
    page = entities.unescape(late.text)
    assert late.status_code == 409
    assert 'eve changed the priority from "normal" to "high"' in page
    assert 'name="assignee" type="text" value="rob"' in page
    assert '<option value="high" selected>' in page


async def test_json_changes_only_the_named_fields_and_null_clears_one(ds, path):
    await ds.client.post(f"{CLAIM}/work", json={"due_on": "2999-05-03", "assignee": "rob"}, actor=REPORTER)
    response = (await ds.client.post(f"{CLAIM}/work", json={"due_on": None}, actor=REPORTER)).json()
    assert response["message"] == "The due date is removed."
    assert state(path)[0] == ("open", "normal", "rob", None)
    assert response["undo"]["path"] == "/claims/-/undo"


async def test_assignee_and_tags_can_be_changed_after_publication(ds, path):
    for status in ("checking", "in_review", "published"):
        await ds.client.post(f"{CLAIM}/work", json={"status": status}, actor=EDITOR)
    page = (await ds.client.get(CLAIM, actor=REPORTER)).text
    assert 'id="work-priority"' not in page
    assert "Look again on" in page
    done = await ds.client.post(f"{CLAIM}/work", data={"assignee": "rob", "tag": ""}, actor=REPORTER)
    assert done.status_code == 303
    assert state(path)[0][2] == "rob"
