"""Editors join the names of one speaker on its page, and part them again."""

from __future__ import annotations

import re
from contextlib import closing

import pytest
from lxml.html import document_fromstring

from claimtrack.core.model import OnDuplicate
from claimtrack.store.file.database import open_desk
from claimtrack.workflow.adding import NewClaim, add_claim
from tests.tables import each_row

from .conftest import EDITOR, HTML, REPORTER, VIEWER

pytestmark = pytest.mark.asyncio
SPEAKER = "/claims/-/speaker/1"


@pytest.fixture(autouse=True)
def _speakers(path):
    """The minister has three claims; Dr. Ana Sol and Ana Sol have one each."""
    with closing(open_desk(path)) as db:
        for name in ("Dr. Ana Sol", "Ana Sol", "Bo Lind"):
            claim = NewClaim(f"{name} owns a boat", claimant=name)
            add_claim(db, claim, on_duplicate=OnDuplicate.NEW, actor="rob")


async def test_names_are_joined_parted_and_the_one_undoes_the_other(ds):
    async def names():
        claimant = (await ds.client.get(f"{SPEAKER}.json", actor=VIEWER)).json()["claimant"]
        return claimant["other_names"], claimant["claims"]

    joined = await ds.client.post(f"{SPEAKER}/join", json={"name": "ana sol"}, actor=EDITOR)
    assert joined.json()["message"] == "Ana Sol: now another name of The minister, with 1 claim."
    assert await names() == (["Ana Sol"], 4)
    again = await ds.client.post(f"{SPEAKER}/join", json={"name": "Ana Sol"}, actor=EDITOR)
    assert (again.json()["undo"], "Nothing to change" in again.json()["message"]) == (None, True)
    for path, held in (("split", []), ("join", ["Ana Sol"]), ("split", [])):
        undo = joined.json()["undo"]
        assert undo == {"path": f"{SPEAKER}/{path}", "body": {"name": "Ana Sol"}}
        typed = {"name": undo["body"]["name"].upper()}  # however its capitals are typed
        joined = await ds.client.post(undo["path"], json=typed, actor=EDITOR)
        assert (await names())[0] == held


@each_row(
    ("path", "name", "told"),
    [
        ("join", "Nobody here", "There is no speaker &#39;Nobody here&#39;; see “Speakers” above."),
        ("join", "The minister", "&#39;The minister&#39; is one name, whatever its capitals: give another name of the speaker."),
        ("join", "SPEAKER 2", "Name the claimant of each claim on its page."),
        ("join", "Bo Lind", "If all are the same, add &#39;Dr. Ana Sol&#39;; if that was wrong, first remove it there."),
        ("split", "Ana Sol", "&#39;Ana Sol&#39; is not another name of The minister."),
    ],
)  # fmt: skip
async def test_a_name_that_cannot_be_joined_or_parted_is_refused_in_the_form(ds, path, name, told):
    await ds.client.post("/claims/-/speaker/2/join", json={"name": "Bo Lind"}, actor=EDITOR)
    refused = await ds.client.post(f"{SPEAKER}/{path}", data={"name": name}, actor=EDITOR, headers=HTML)
    assert (refused.status_code in (400, 409), told in refused.text) == (True, True), refused.text
    is_open = bool(re.search(r'<details class="ct-form" open><summary>Add another name', refused.text))
    assert (is_open, 'id="join-name-wrong"' in refused.text) == ((path == "join"),) * 2


async def test_only_editors_have_the_forms_and_are_offered_names_that_differ_in_a_title(ds):
    await ds.client.post("/claims/-/speaker/2/join", json={"name": "Bo Lind"}, actor=EDITOR)
    for actor, is_editor in ((EDITOR, True), (REPORTER, False)):
        page = document_fromstring((await ds.client.get("/claims/-/speaker/2", actor=actor)).text)
        buttons = page.xpath("//main//button/@aria-label | //main//button[not(@aria-label)]/text()")
        expected = ["Make Bo Lind a speaker of its own again", "Add name", "Save speaker"]
        assert buttons == (expected if is_editor else [])
        assert page.xpath("//datalist[@id='alike']/option/@value") == (["Ana Sol"] if is_editor else [])
        assert "Bo Lind" in page.text_content()
        answer = await ds.client.post("/claims/-/speaker/2/join", json={"name": "Ana Sol"}, actor=REPORTER)
        assert answer.status_code == 403


async def test_a_name_of_another_kind_is_joined_with_a_warning(ds):
    for number, kind in ((1, "organisation"), (2, "person")):
        row = f"/claims/claimants/{number}/-/update"
        await ds.client.post(row, json={"update": {"kind": kind}}, actor=EDITOR)
    joined = await ds.client.post(f"{SPEAKER}/join", json={"name": "Dr. Ana Sol"}, actor=EDITOR)
    assert joined.json()["message"].endswith(
        "Warning: Dr. Ana Sol is filed as person, but The minister as organisation."
    )


async def test_the_row_of_a_speaker_leads_back_to_its_page(ds):
    row = (await ds.client.get("/claims/claimants/2", actor=EDITOR)).text
    assert '<a href="/claims/-/speaker/2">Open the page of this speaker</a>' in row


async def test_what_is_known_of_a_speaker_is_corrected_and_the_correction_undone(ds):
    async def form():
        page = document_fromstring((await ds.client.get("/claims/-/speaker/2", actor=EDITOR)).text)
        [form] = [one for one in page.forms if one.action.endswith("/describe")]
        return {name: value for name, value in form.form_values() if name in ("kind", "role", "url")}

    before, now = {"kind": "unknown"}, {"kind": "person", "role": "Mayor", "url": "https://sol.example/"}
    assert {name: value for name, value in (await form()).items() if value} == before
    done = await ds.client.post("/claims/-/speaker/2/describe", json=now, actor=EDITOR)
    assert await form() == now
    same = await ds.client.post("/claims/-/speaker/2/describe", json=now, actor=EDITOR)
    assert (same.json()["message"], same.json()["undo"]) == ("Nothing to change.", None)
    part = await ds.client.post("/claims/-/speaker/2/describe", json={"role": ""}, actor=EDITOR)
    assert await form() == now | {"role": ""}
    for undo in (part.json()["undo"], done.json()["undo"]):
        assert (await ds.client.post(undo["path"], json=undo["body"], actor=EDITOR)).status_code == 200
    assert {name: value for name, value in (await form()).items() if value} == before
    wrong = await ds.client.post(
        "/claims/-/speaker/2/describe", data={"kind": "person", "url": "sol"}, actor=EDITOR, headers=HTML
    )
    [field] = document_fromstring(wrong.text).xpath("//details[@open]//*[@aria-invalid]")
    assert (wrong.status_code, field.get("id")) == (400, "describe-url")


async def test_a_role_that_is_far_too_long_is_refused(ds):
    refused = await ds.client.post(f"{SPEAKER}/describe", json={"role": "minister " * 40}, actor=EDITOR)
    assert (refused.status_code, "the role" in refused.text.lower()) == (400, True), refused.text
