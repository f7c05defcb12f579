"""Tags and outlets are listed, renamed, joined and restored on their pages, by editors only."""

from __future__ import annotations

import re
import shlex

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.plugin.pages import labels
from claimtrack.store.file.database import open_desk
from claimtrack.workflow import changing_many
from claimtrack.workflow import desk as work

from .conftest import EDITOR, HTML, REPORTER, VIEWER

pytestmark = pytest.mark.asyncio
RENAME = "/claims/-/tags/rename"


@pytest.fixture
def with_tags(path):
    db = open_desk(path)
    for claim_id, tag in ((1, "Economic, all"), (2, "Economic, all"), (2, "<b>money</b>")):
        work.add_tag(db, claim_id, tag, actor="rob")
    db.close()


async def counts(ds, kind="tags", actor=VIEWER):
    """The names on the list, each with its number of claims or articles."""
    page = (await ds.client.get(f"/claims/-/{kind}.json", actor=actor)).json()
    return {row["name"]: row[page["bearers"]] for row in page["words"]}


async def test_marked_tags_are_joined_and_the_join_undone(ds, with_tags):
    before = await counts(ds)
    assert before == {"<b>money</b>": 1, "economy": 1, "Economic, all": 2}
    marked = [("names", "Economic, all"), ("names", "<b>money</b>"), ("name", "Economy")]
    body = "&".join(f"{name}={value.replace(' ', '+').replace(',', '%2C')}" for name, value in marked)
    form = {**HTML, "content-type": "application/x-www-form-urlencoded"}
    done = await ds.client.post(RENAME, content=body, headers=form, actor=EDITOR)
    assert (done.status_code, done.headers["location"]) == (303, "/claims/-/tags")
    assert await counts(ds) == {"economy": 2}
    renamed = (
        await ds.client.post(RENAME, json={"names": ["economy"], "name": "Economy"}, actor=EDITOR)
    ).json()
    assert renamed["message"] == "economy: now Economy, on 2 claims."
    assert await counts(ds) == {"Economy": 2}
    undo = renamed["undo"]
    assert (await ds.client.post(undo["path"], json=undo["body"], actor=EDITOR)).status_code == 200
    assert await counts(ds) == {"economy": 2}


async def test_an_outlet_is_renamed(ds):
    assert await counts(ds, "outlets") == {"The News": 1}
    renaming = {"names": ["The News"], "name": "The Daily News"}
    renamed = (await ds.client.post("/claims/-/outlets/rename", json=renaming, actor=EDITOR)).json()
    assert renamed["message"] == "The News: now The Daily News, on 1 article."
    assert await counts(ds, "outlets") == {"The Daily News": 1}


async def test_a_former_name_is_shown_and_can_be_forgotten_and_restored(ds, with_tags):
    for kind, renaming in (
        ("tags", {"names": ["Economic, all"], "name": "<i>economics</i>"}),
        ("outlets", {"names": ["The News"], "name": "The Daily News"}),
    ):
        await ds.client.post(f"/claims/-/{kind}/rename", json=renaming, actor=EDITOR)
        before, now = renaming["names"][0], renaming["name"]
        rows = (await ds.client.get(f"/claims/-/{kind}.json", actor=VIEWER)).json()["words"]
        assert {row["name"]: row["former_names"] for row in rows if row["former_names"]} == {now: [before]}
        gone = await ds.client.post(
            f"/claims/-/{kind}/rename", json={"names": [before], "name": "x"}, actor=EDITOR
        )
        assert f"is a former name of the {kind[:-1]} {now!r}" in gone.json()["error"]
        assert before not in (await ds.client.get(f"/claims/-/{kind}?q=zzz", headers=HTML, actor=EDITOR)).text
        for actor, buttons in ((EDITOR, 1), (REPORTER, 0)):
            page = (await ds.client.get(f"/claims/-/{kind}?q={before[:3]}", headers=HTML, actor=actor)).text
            assert page.count("Forget the former name") == buttons
        forget = f"/claims/-/{kind}/forget"
        assert (await ds.client.post(forget, json={"name": before}, actor=REPORTER)).status_code == 403
        forgotten = (await ds.client.post(forget, json={"name": before}, actor=EDITOR)).json()
        assert forgotten["message"] == f"{before}: no longer a former name of {now}."
        assert (await ds.client.post(forget, json={"name": before}, actor=EDITOR)).status_code == 404
        undo = forgotten["undo"]
        assert (await ds.client.post(undo["path"], json=undo["body"], actor=EDITOR)).status_code == 200
        rows = (await ds.client.get(f"/claims/-/{kind}.json", actor=VIEWER)).json()["words"]
        assert [before] in [row["former_names"] for row in rows]


async def test_adding_a_former_tag_adds_the_current_one(ds, with_tags):
    await ds.client.post(RENAME, json={"names": ["economy"], "name": "Economic, all"}, actor=EDITOR)
    sql = "select id from tags where name = 'economy'"
    [[former]] = (
        await ds.client.get("/claims/-/query.json", params={"sql": sql, "_shape": "arrays"}, actor=EDITOR)
    ).json()["rows"]
    for claim_id, before in ((2, 2), (3, 2)):
        assert (await counts(ds))["Economic, all"] == before
        row = {"claim_id": claim_id, "tag_id": former}
        response = await ds.client.post(
            "/claims/claim_tags/-/insert", json={"row": row, "return": True}, actor=EDITOR
        )
        assert response.status_code == 201, response.text
    assert await counts(ds) == {"<b>money</b>": 1, "Economic, all": 3}
    response = (await ds.client.post("/claims/-/claim/4/tag", json={"tag": "ECONOMY"}, actor=REPORTER)).json()
    assert (response["message"], response["added"]) == ("Tagged Economic, all.", True)
    response = (await ds.client.post("/claims/-/claim/4/tag", json={"tag": "economy"}, actor=REPORTER)).json()
    assert (response["message"], response["added"]) == ("It already has the tag Economic, all.", False)


async def test_a_list_too_long_for_a_page_says_how_many_it_shows(ds, with_tags, monkeypatch):
    monkeypatch.setattr(labels, "MAX_LABELS", 2)
    page = (await ds.client.get("/claims/-/tags", headers=HTML, actor=VIEWER)).text
    assert "The first 2 of 3: to see others, type letters" in page
    assert len(await counts(ds)) == 2


async def test_only_editors_see_the_form_to_rename_tags(ds, with_tags):
    for actor, forms in ((EDITOR, True), (REPORTER, False), (VIEWER, False)):
        page = (await ds.client.get("/claims/-/tags?q=econ", headers=HTML, actor=actor)).text
        assert ("Rename marked tags" in page, "Economic, all" in page, "money" in page) == (
            forms,
            True,
            False,
        )
    page = (await ds.client.get("/claims/-/tags", headers=HTML, actor=EDITOR)).text
    assert "&lt;b&gt;money" in page
    assert "?tags__arraycontains=Economic%2C%20all" in page
    renaming = {"names": ["economy"], "name": "x"}
    assert (await ds.client.post(RENAME, json=renaming, actor=REPORTER)).status_code == 403
    assert "economy" in await counts(ds)


REFUSED = [
    ({"names": ["gone"], "name": "x"}, 404, "no claim has the tag 'gone'"),
    ({"names": [], "name": "x"}, 400, "names is missing"),
    ({"names": [3], "name": "x"}, 400, "names must be text"),
    ({"names": "economy", "name": "x"}, 400, "names is a list of names, not text"),
    ({"names": ["economy"], "name": " "}, 400, "the tag is empty"),
    ({"names": ["economy", ""], "name": "x"}, 400, "names is missing"),
    ({"names": ["economy"]}, 400, "name is missing"),
]


@pytest.mark.parametrize(("given", "status", "message"), REFUSED)
async def test_a_refused_renaming_says_why(ds, given, status, message):
    answer = await ds.client.post(RENAME, json=given, actor=EDITOR)
    assert (answer.status_code, message in answer.json()["error"]) == (status, True), answer.text
    assert await counts(ds) == {"economy": 1}


async def test_reassigning_somebodys_claims_can_be_undone(ds):
    for claim_id in (1, 2):
        await ds.client.post(f"/claims/-/claim/{claim_id}/assign", json={"assignee": "Ben"}, actor=EDITOR)
    await ds.client.post("/claims/-/claim/2/status", json={"status": "parked"}, actor=EDITOR)
    page = (await ds.client.get("/claims/-/desk", headers=HTML, actor=REPORTER)).text
    assert '<option value="Ben">Ben</option>' in page
    reassign = "/claims/-/people/reassign"
    reassigned = (
        await ds.client.post(reassign, json={"of": "ben", "assignee": "rob"}, actor=REPORTER)
    ).json()
    assert (reassigned["message"], reassigned["claims"]) == ("1 claim of ben: assigned to rob.", 1)
    again = (await ds.client.post(reassign, json={"of": "rob", "assignee": "rob"}, actor=REPORTER)).json()
    assert again["message"] == "Nothing to change: they are theirs already."
    undo = reassigned["undo"]
    assert (await ds.client.post(undo["path"], json=undo["body"], actor=REPORTER)).status_code == 200
    await ds.client.post("/claims/-/claim/1/note", json={"body": "@Ben, who told you?"}, actor=EDITOR)
    nobody = (await ds.client.post(reassign, json={"of": "Ben", "assignee": "-"}, actor=REPORTER)).json()
    assert nobody["message"].startswith("1 claim of Ben: assigned to nobody.")
    assert "1 note to Ben waits for an answer, on claim 1" in nobody["message"]
    none = await ds.client.post(reassign, json={"of": "Ben", "assignee": "rob"}, actor=REPORTER)
    assert (none.status_code, "has no unfinished claims" in none.json()["error"]) == (404, True)
    assert (
        await ds.client.post(reassign, json={"of": "rob", "assignee": "x"}, actor=VIEWER)
    ).status_code == 403


async def test_a_change_too_large_for_undo_on_a_page_names_the_command(ds, path, with_tags, monkeypatch):
    monkeypatch.setattr(changing_many, "EACH", 0)
    renaming = {"names": ["economy", "Economic, all"], "name": "<b>money</b>"}
    renamed = (await ds.client.post(RENAME, json=renaming, actor=EDITOR)).json()
    for claim_id in (1, 2):
        await ds.client.post(f"/claims/-/claim/{claim_id}/assign", json={"assignee": "Ben"}, actor=EDITOR)
    reassignment = {"of": "Ben", "assignee": "rob"}
    reassigned = (await ds.client.post("/claims/-/people/reassign", json=reassignment, actor=EDITOR)).json()
    for change in (reassigned, renamed):
        assert change["undo"] is None
        words = shlex.split(re.search("“claimtrack (.*?)” in a terminal", change["message"])[1])
        assert CliRunner().invoke(cli, ["--db", str(path), *words]).exit_code == 0
    assert await counts(ds) == {"<b>money</b>": 1, "economy": 1, "Economic, all": 2}
