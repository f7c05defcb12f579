"""Status, assignee, notes, sources and tags set by a signed-in person are saved under their name, undoable, or refused with a reason."""

from __future__ import annotations

import html as entities
import re
from datetime import date, timedelta

import pytest
from lxml.html import document_fromstring

from claimtrack.core.model import Role
from claimtrack.store.file.database import open_desk
from claimtrack.workflow.people import add_user
from tests.tables import each_row

from .conftest import EDITOR, REPORTER, VIEWER, read_claim, read_flash

pytestmark = pytest.mark.asyncio
CLAIM = "/claims/-/claim/1"


def last_change(path, table):
    db = open_desk(path)
    row = next(db.query("select * from history where table_name = ? order by id desc limit 1", [table]))
    db.close()
    return row


async def version(ds):
    return (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["version"]


@pytest.mark.parametrize(
    ("form", "data", "table"),
    [
        ("note", {"body": "Rang them twice"}, "notes"),
        ("status", {"status": "checking"}, "claims"),
        ("priority", {"priority": "high"}, "claims"),
        ("assign", {"assignee": "rob"}, "claims"),
        ("due", {"due_on": "2999-05-03"}, "claims"),
        ("link", {"url": "https://a.example/", "stance": "supports", "is_primary": "1"}, "evidence"),
        ("link", {"url": "Phone call with Bo Lee, 18 April", "quote": "p. 44:\r\n141"}, "evidence"),
        ("tag", {"tag": "trade"}, "claim_tags"),
        ("untag", {"tag": "economy"}, "claim_tags"),
    ],
)
async def test_each_form_saves_its_change_under_the_actors_name(ds, path, form, data, table):
    response = await ds.client.post(f"{CLAIM}/{form}", data=data, actor=REPORTER)
    assert response.status_code == 303
    assert response.headers["location"].startswith(CLAIM)
    assert last_change(path, table)["actor"] == "rob"


async def press_undo(ds, page):
    [form] = [one for one in document_fromstring(page).forms if one.action.endswith("/undo")]
    done = await ds.client.post(form.action, data=dict(form.form_values()), actor=REPORTER)
    assert done.status_code == 303


async def test_the_next_page_reports_the_change_and_offers_undo(ds, path):
    done = await ds.client.post(f"{CLAIM}/status", data={"status": "checking"}, actor=REPORTER)
    cookies = {"claimtrack_done": done.cookies["claimtrack_done"]}
    page = (await ds.client.get(CLAIM, actor=REPORTER, cookies=cookies)).text
    assert "Status: open → checking. Assigned to rob." in page
    await press_undo(ds, page)
    claim = (await ds.client.get(f"{CLAIM}.json", actor=REPORTER)).json()["claim"]
    assert (claim["status"], claim["assignee"]) == ("open", None)


@pytest.mark.parametrize(
    ("field", "value", "messages"),
    [
        ("status", "parked", ["Status: open → parked.", "Status: already parked."]),
        ("priority", "high", ["Priority: normal → high.", "Priority: already high."]),
    ],
)
async def test_setting_a_value_twice_reports_that_it_is_already_set(ds, field, value, messages):
    done = [await ds.client.post(f"{CLAIM}/{field}", data={field: value}, actor=REPORTER) for _ in messages]
    notes = [read_flash(ds, response) for response in done]
    assert [note["message"] for note in notes] == messages


async def test_a_priority_is_set_shown_and_undone(ds):
    done = await ds.client.post(f"{CLAIM}/priority", data={"priority": "high"}, actor=REPORTER)
    page = (await ds.client.get(CLAIM, actor=REPORTER, cookies=done.cookies)).text
    assert "Priority: normal → high." in page
    assert "high priority" in page
    assert '<option value="high" selected>' in page
    await press_undo(ds, page)
    assert (await ds.client.get(f"{CLAIM}.json", actor=REPORTER)).json()["claim"]["priority"] == "normal"
    for status in ("checking", "in_review", "published"):
        await ds.client.post(f"{CLAIM}/status", json={"status": status}, actor=EDITOR)
    assert 'id="priority-priority"' not in (await ds.client.get(CLAIM, actor=EDITOR)).text


async def test_the_details_of_a_source_are_edited_and_the_edit_undone(ds):
    before = (await ds.client.get(f"{CLAIM}.json", actor=REPORTER)).json()["evidence"][0]
    page = (await ds.client.get(CLAIM, actor=REPORTER)).text
    [form] = re.findall(r'action="(/claims/-/evidence/\d+/change)"', page)
    done = await ds.client.post(
        form, data={"title": "Trade, 2024", "stance": "supports", "is_primary": "0"}, actor=REPORTER
    )
    after = (await ds.client.get(f"{CLAIM}.json", actor=REPORTER)).json()["evidence"][0]
    assert (after["title"], after["stance"], after["is_primary"]) == ("Trade, 2024", "supports", 0)
    assert after["archived_url"] == before["archived_url"]
    note = read_flash(ds, done)
    await ds.client.post(note["undo"], data=note["values"], actor=REPORTER)
    assert (await ds.client.get(f"{CLAIM}.json", actor=REPORTER)).json()["evidence"][0] == before


async def test_a_source_without_an_address_is_shown_with_its_editable_quote(ds):
    words = {"url": " Tape <3>, 18 April ", "quote": "12:40\r\n“141”", "stance": "refutes"}
    answer = await ds.client.post(f"{CLAIM}/link", json=words, actor=REPORTER)
    path = f"/claims/-/evidence/{answer.json()['evidence_id']}/change"
    page = (await ds.client.get(CLAIM, actor=REPORTER)).text
    assert "<bdi>Tape &lt;3&gt;, 18 April</bdi>" in page
    assert '<blockquote class="ct-context ct-passage"><bdi>12:40\n“141”</bdi></blockquote>' in page
    same = await ds.client.post(path, json={"quote": words["quote"]}, actor=REPORTER)
    assert same.json()["message"] == "Nothing to change."
    await ds.client.post(path, json={"quote": "12:41"}, actor=REPORTER)
    row = (await ds.client.get(f"{CLAIM}.json", actor=REPORTER)).json()["evidence"][-1]
    assert (row["source"], row["url"], row["quote"], row["stance"]) == (
        "Tape <3>, 18 April", None, "12:41", "refutes",
    )  # fmt: skip


async def test_a_source_is_marked_as_retracted_and_the_mark_taken_back(ds):
    """With a note as it was typed; also one that a verdict rests on, since the mark is beside what was signed."""
    page = (await ds.client.get(CLAIM, actor=REPORTER)).text
    [form] = re.findall(r'action="(/claims/-/evidence/\d+/retract)"', page)
    note = {"retracted_on": "2024-05-03", "note": "<b>Invented</b>"}
    answer = await ds.client.post(form, json=note, actor=REPORTER)
    assert answer.json()["message"].startswith("Marked as retracted on 2024-05-03.")
    page = (await ds.client.get(CLAIM, actor=REPORTER)).text
    assert "retracted by its publisher on 2024-05-03</span> <bdi>&lt;b&gt;Invented&lt;/b&gt;</bdi>" in page
    assert (await ds.client.post(form, json=note, actor=VIEWER)).status_code == 403
    refused = await ds.client.post(form, json={"retracted_on": "2999-01-01"}, actor=REPORTER)
    assert (refused.status_code, "in the future" in refused.text) == (400, True)
    back = await ds.client.post(form.replace("retract", "restore"), json={}, actor=REPORTER)
    assert back.json()["message"].startswith("No longer marked as retracted.")
    assert "retracted by its publisher on" not in (await ds.client.get(CLAIM, actor=REPORTER)).text


async def test_spaces_around_a_due_date_are_stripped(ds):
    answer = await ds.client.post("/claims/-/claim/1/due", json={"due_on": " 2999-12-02 "}, actor=EDITOR)
    assert (answer.json()["due_on"], answer.json()["message"]) == ("2999-12-02", "Due 2999-12-02.")


async def test_undoing_a_due_date_or_an_assignment_brings_back_the_one_before(ds):
    for day, name in (("2999-12-02", "rob"), (None, None)):
        due = (await ds.client.post(f"{CLAIM}/due", json={"due_on": day}, actor=EDITOR)).json()
        assigned = (await ds.client.post(f"{CLAIM}/assign", json={"assignee": name}, actor=EDITOR)).json()
        await ds.client.post(f"{CLAIM}/status", json={"status": "parked"}, actor=EDITOR)
    assert due["message"] == "The due date is removed."
    for undo in (due["undo"], assigned["undo"]):
        await ds.client.post(undo["path"], json=undo["body"], actor=EDITOR)
    claim = await read_claim(ds, 1)
    assert (claim["due_on"], claim["assignee"]) == ("2999-12-02", "rob")


@pytest.mark.parametrize(
    ("operation", "body", "section"),
    [
        ("claim/1/status", {"status": "parked"}, "claim"),
        ("claim/1/priority", {"priority": "high"}, "claim"),
        ("claim/1/due", {"due_on": "2999-12-02"}, "claim"),
        ("claim/1/assign", {"assignee": "cem"}, "claim"),
        ("claim/1/note", {"body": "Rang the ministry"}, "notes"),
        ("claim/1/link", {"url": "https://stats.example/new"}, "evidence"),
        ("claim/1/tag", {"tag": "ferries"}, "claim"),
        ("claim/1/edit", {"text": "Exports tripled"}, "claim"),
    ],
)
async def test_the_json_response_says_how_to_undo_the_change(ds, operation, body, section):
    async def state():
        page = (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()
        found = page[section]
        return {**found, "version": None} if isinstance(found, dict) else found

    before = await state()
    done = (await ds.client.post(f"/claims/-/{operation}", json=body, actor=EDITOR)).json()
    assert await state() != before
    undone = await ds.client.post(done["undo"]["path"], json=done["undo"]["body"], actor=EDITOR)
    assert (undone.status_code, undone.text) == (200, undone.text)
    assert await state() == before


# How many days ahead the due date is, and the label shown.
DUE = [(0, "due today"), (-1, "overdue since "), (3, "due ")]


@pytest.mark.parametrize(("days_ahead", "label"), DUE)
async def test_a_due_date_is_shown_on_the_claim_and_the_desk_until_done(ds, days_ahead, label):
    day = (date.today() + timedelta(days=days_ahead)).isoformat()
    done = await ds.client.post(f"{CLAIM}/due", data={"due_on": day}, actor=REPORTER)
    label += day if label.endswith(" ") else ""
    page = (await ds.client.get(CLAIM, actor=REPORTER, cookies=done.cookies)).text
    desk = (await ds.client.get("/claims/-/desk", actor=REPORTER)).text
    assert f">{label}</span>" in page
    assert f">{label}</span>" in desk.split('id="due-title"')[1].split("</section>")[0]
    assert (await ds.client.get("/claims/due.json?_shape=array")).json()[0]["due_on"] == day
    await ds.client.post(f"{CLAIM}/status", json={"status": "parked"}, actor=REPORTER)
    assert 'id="due-title"' not in (await ds.client.get("/claims/-/desk", actor=REPORTER)).text
    await press_undo(ds, page)
    assert (await ds.client.get(f"{CLAIM}.json", actor=REPORTER)).json()["claim"]["due_on"] is None


# The steps taken, and the status that the button beside Save then offers: never a step back.
NEXT_STEPS = [
    pytest.param((), ["checking"], id="an open one is checked"),
    pytest.param(("checking",), ["in_review"], id="one being checked goes into review"),
    pytest.param(("checking", "in_review"), [], id="one in review waits for its review"),
    pytest.param(("checking", "in_review", "published"), [], id="a published one can only go back"),
    pytest.param(("rejected",), ["open"], id="a rejected one is reopened"),
]


@pytest.mark.parametrize(("steps", "onward"), NEXT_STEPS)
async def test_a_button_offers_the_next_status_and_the_list_shows_the_current_one(ds, steps, onward):
    for status in steps:
        await ds.client.post(f"{CLAIM}/status", json={"status": status}, actor=EDITOR)
    page = (await ds.client.get(CLAIM, actor=EDITOR)).text
    choice = re.search(r'<select id="work-status".*?</select>', page, re.DOTALL)[0]
    assert re.findall(r'<option value="([^"]*)" selected>', choice) == [("open", *steps)[-1]]
    assert re.findall(r'<button class="ct-second" name="status" value="(\w+)">', page) == onward


# The steps taken, and a move that no single step reverses.
ONE_WAY = [
    pytest.param(("checking", "in_review", "published"), "checking", id="no longer published"),
    pytest.param(("checking", "in_review"), "published", id="published"),
    pytest.param(("checking",), "rejected", id="rejected while being checked"),
]


@pytest.mark.parametrize(("steps", "move"), ONE_WAY)
async def test_a_move_without_a_step_back_can_be_undone(ds, steps, move):
    for status in steps:
        await ds.client.post(f"{CLAIM}/status", json={"status": status}, actor=EDITOR)
    done = await ds.client.post(f"{CLAIM}/status", data={"status": move}, actor=EDITOR)
    cookies = {"claimtrack_done": done.cookies["claimtrack_done"]}
    page = (await ds.client.get(CLAIM, actor=EDITOR, cookies=cookies)).text
    form = re.search(r'<form method="post" action="([^"]+/undo)">(.*?)</form>', page, re.DOTALL)
    values = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[2]))
    assert (await ds.client.post(form[1], data=values, actor=EDITOR)).status_code == 303
    shown = (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["claim"]
    assert shown["status"] == steps[-1]


async def test_a_reporter_who_tries_to_publish_is_referred_to_an_editor(ds):
    for status in ("checking", "in_review"):
        await ds.client.post(f"{CLAIM}/status", json={"status": status}, actor=REPORTER)
    refused = await ds.client.post(f"{CLAIM}/status", json={"status": "published"}, actor=REPORTER)
    assert (
        refused.json()["error"] == "only someone who can approve reviews can publish a claim: ask an editor"
    )


async def test_publishing_a_claim_without_a_review_warns_that_readers_see_no_verdict(ds):
    for status in ("checking", "in_review", "published"):
        message = (await ds.client.post(f"{CLAIM}/status", json={"status": status}, actor=EDITOR)).json()[
            "message"
        ]
        assert message.startswith("Status: ")
    assert message == (
        "Status: in review → published. You have no published review of it, so readers see no verdict yet."
    )


@pytest.mark.parametrize(
    ("form", "sent", "section", "id_field"),
    [
        ("note", {"body": "Rang the ministry"}, "notes", "note_id"),
        ("draft", {"headline": "Trade fell"}, "reviews", "review_id"),
        ("draft", {}, "reviews", "review_id"),
        ("ask", {"asked": "Daily Echo", "request": "Please correct"}, "interventions", "intervention_id"),
    ],
)
async def test_a_repeated_request_is_saved_once(ds, form, sent, section, id_field):
    async def ids():
        return {row["id"] for row in (await ds.client.get(f"{CLAIM}.json", actor=REPORTER)).json()[section]}

    before = await ids()
    answers = [(await ds.client.post(f"{CLAIM}/{form}", json=sent, actor=REPORTER)).json() for _ in range(2)]
    assert {answer[id_field] for answer in answers} == await ids() - before
    assert answers[0]["message"] == answers[1]["message"]
    assert not (answers[1]["undo"] or {}).get("path", "").endswith("/undo")  # it would undo nothing


async def test_two_people_may_write_the_same_note(ds):
    sent = {"body": "Rang the ministry"}
    answers = [
        (await ds.client.post(f"{CLAIM}/note", json=sent, actor=who)).json() for who in (REPORTER, EDITOR)
    ]
    assert answers[0]["note_id"] != answers[1]["note_id"]


async def test_a_note_can_be_removed_by_its_author_only(ds):
    assert (await ds.client.post("/claims/-/note/1/remove", json={}, actor=EDITOR)).status_code == 409
    assert (await ds.client.post("/claims/-/note/1/remove", json={}, actor=REPORTER)).status_code == 200
    assert (await ds.client.get(f"{CLAIM}.json", actor=REPORTER)).json()["notes"] == []


async def test_an_author_is_recognised_whatever_the_case_of_their_name(ds):
    button = "/claims/-/note/1/remove"
    assert button not in (await ds.client.get(CLAIM, actor=EDITOR)).text
    logged_in = REPORTER | {"id": "Rob"}
    assert button in (await ds.client.get(CLAIM, actor=logged_in)).text
    assert (await ds.client.post(button, json={}, actor=logged_in)).status_code == 200


@each_row(
    ("address", "sent"),
    [
        ("notes/1/-/update", {"update": {"body": "All is well"}}),
        ("notes/1/-/update", {"update": {"claim_id": 2}}),
        ("notes/-/upsert", {"rows": [{"id": 1, "claim_id": 1, "body": "All is well"}]}),
        ("notes/-/insert", {"rows": [{"id": 1, "claim_id": 1, "body": "All is well"}], "replace": True}),
        ("notes/1/-/delete", {}),
    ],
)
async def test_datasettes_api_refuses_changes_to_a_colleagues_note(ds, address, sent):
    before = (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["notes"]
    refused = await ds.client.post(f"/claims/{address}", json=sent, actor=EDITOR)
    assert refused.status_code == 400, refused.text
    assert "Refused: " in refused.text
    assert (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["notes"] == before
    assert before[0]["author"] == "rob"


async def test_datasettes_api_refuses_new_claims_in_review_or_published(ds):
    for status in ("in_review", "published"):
        row = {"row": {"text": "Rents rose", "status": status}}
        refused = await ds.client.post("/claims/claims/-/insert", json=row, actor=EDITOR)
        assert (refused.status_code, "step by step" in refused.text) == (400, True), refused.text
    row = {"row": {"text": "Rents rose", "status": "proposed"}}
    assert (await ds.client.post("/claims/claims/-/insert", json=row, actor=EDITOR)).status_code == 201


async def test_datasettes_api_lets_authors_edit_and_delete_their_notes(ds):
    note_id = (await ds.client.post(f"{CLAIM}/note", json={"body": "Rang tem"}, actor=EDITOR)).json()[
        "note_id"
    ]
    mended = {"update": {"body": "Rang them"}}
    done = await ds.client.post(f"/claims/notes/{note_id}/-/update", json=mended, actor=EDITOR)
    assert done.status_code == 200, done.text
    assert (
        await ds.client.post(f"/claims/notes/{note_id}/-/delete", json={}, actor=EDITOR)
    ).status_code == 200


async def test_a_source_can_be_removed(ds):
    await ds.client.post("/claims/-/evidence/1/remove", data={}, actor=REPORTER)
    assert (await ds.client.get(f"{CLAIM}.json", actor=REPORTER)).json()["evidence"] == []


@pytest.mark.parametrize(
    ("form", "part"), [("evidence/1/remove", "evidence"), ("note/1/remove", "notes")], ids=["link", "note"]
)
async def test_a_removed_source_or_note_is_restored_once_by_undo(ds, form, part):
    before = (await ds.client.get(f"{CLAIM}.json", actor=REPORTER)).json()[part]
    removed = (await ds.client.post(f"/claims/-/{form}", json={}, actor=REPORTER)).json()
    undo = {"after": removed["after"], "until": removed["until"]}
    assert (await ds.client.post("/claims/-/undo", json=undo, actor=EDITOR)).status_code == 409
    assert (await ds.client.post("/claims/-/undo", json=undo, actor=REPORTER)).status_code == 200
    assert (await ds.client.get(f"{CLAIM}.json", actor=REPORTER)).json()[part] == before
    assert (await ds.client.post("/claims/-/undo", json=undo, actor=REPORTER)).status_code == 409


async def test_undo_does_not_restore_a_source_that_was_added_again(ds):
    link = (await ds.client.get(f"{CLAIM}.json", actor=REPORTER)).json()["evidence"][0]
    removed = (await ds.client.post("/claims/-/evidence/1/remove", json={}, actor=REPORTER)).json()
    await ds.client.post(f"{CLAIM}/link", json={"url": link["url"]}, actor=REPORTER)
    undo = {"after": removed["after"], "until": removed["until"]}
    assert (await ds.client.post("/claims/-/undo", json=undo, actor=REPORTER)).status_code == 409


@each_row(
    ("form", "data", "status", "message"),
    [
        # the transition table leads nowhere from open to in_review
        ("status", {"status": "in_review"}, 409, "Claim 1 is open"),
        ("status", {"status": "published"}, 409, "Only someone who can approve reviews"),
        ("status", {"status": "nonsense"}, 400, "Status must be one of"),
        ("priority", {"priority": "urgent"}, 400, "Priority must be one of high, normal, low, not"),
        ("due", {"due_on": "next week"}, 400, "Write it as YYYY-MM-DD"),
        ("note", {"body": "  "}, 400, "The note is empty"),
        ("note", {"body": ""}, 400, "Missing: the note, as plain text."),
        ("link", {"url": "javascript:alert(1)", "title": "My title"}, 400, "ot a web address"),
        ("link", {"url": "https://stats.example/trade"}, 400, "already has this source"),
        ("tag", {"tag": "x", "colour": "red"}, 400, "no field 'colour'"),
        ("assign", {"assignee": "rob", "version": "x"}, 400, "whole number"),
    ],
)
async def test_a_refused_form_says_why_on_the_page_and_changes_nothing(ds, path, form, data, status, message):
    before = last_change(path, "claims")["id"]
    response = await ds.client.post(f"{CLAIM}/{form}", data=data, actor=REPORTER)
    assert response.status_code == status
    assert message in entities.unescape(response.text)
    assert "Where it was said" in response.text
    assert last_change(path, "claims")["id"] == before


async def test_a_refused_form_keeps_what_was_typed(ds):
    data = {"url": "example.com/a?b=1&c=<2>", "title": 'A "good" title', "stance": "supports"}
    page = (await ds.client.post(f"{CLAIM}/link", data=data, actor=REPORTER)).text
    assert 'value="example.com/a?b=1&amp;c=&lt;2&gt;"' in page
    assert 'value="A &#34;good&#34; title"' in page
    assert '<option value="supports" selected>' in page


async def test_a_form_for_an_unknown_claim_is_404(ds):
    response = await ds.client.post("/claims/-/claim/77/note", data={"body": "x"}, actor=EDITOR)
    assert response.status_code == 404


async def test_a_program_that_has_not_seen_the_last_change_overwrites_nothing(ds):
    seen = await version(ds)
    await ds.client.post(f"{CLAIM}/edit", json={"text": "Trade with Norland fell"}, actor=EDITOR)
    for form, data in (
        ("status", {"status": "checking"}),
        ("priority", {"priority": "high"}),
        ("due", {"due_on": "2999-05-03"}),
        ("assign", {"assignee": "rob"}),
    ):
        late = await ds.client.post(f"{CLAIM}/{form}", json={**data, "version": seen}, actor=REPORTER)
        assert (late.status_code, late.json()["kind"]) == (409, "ChangedMeanwhile"), form


async def test_the_second_of_two_editors_is_shown_what_changed(ds):
    seen = await version(ds)
    await ds.client.post(f"{CLAIM}/status", data={"status": "checking", "version": seen}, actor=EDITOR)
    late = await ds.client.post(f"{CLAIM}/work", data={"assignee": "rob", "version": seen}, actor=REPORTER)
    text = entities.unescape(late.text)
    assert late.status_code == 409
    assert 'eve changed the status from "open" to "checking"' in text
    assert 'name="assignee" type="text" value="rob"' in text
    again = {"assignee": "rob", "version": await version(ds)}
    assert (await ds.client.post(f"{CLAIM}/work", data=again, actor=REPORTER)).status_code == 303


async def test_a_colleagues_note_is_not_an_edit_conflict(ds):
    seen = await version(ds)
    await ds.client.post(f"{CLAIM}/note", data={"body": "Meanwhile"}, actor=EDITOR)
    late = await ds.client.post(
        f"{CLAIM}/status", data={"status": "checking", "version": seen}, actor=REPORTER
    )
    assert late.status_code == 303


@each_row("actor", [None, VIEWER, {"id": "stranger"}])
async def test_actors_without_write_permission_see_no_forms_and_are_refused(ds, actor):
    response = await ds.client.post(f"{CLAIM}/note", data={"body": "x"}, actor=actor)
    assert response.status_code == 403
    assert "<textarea" not in (await ds.client.get(CLAIM, actor=actor)).text


async def test_a_form_from_another_site_is_refused(ds):
    headers = {"Sec-Fetch-Site": "cross-site"}
    response = await ds.client.post(f"{CLAIM}/note", data={"body": "x"}, actor=EDITOR, headers=headers)
    assert response.status_code == 403


async def test_get_is_not_allowed_on_an_operation(ds):
    response = await ds.client.get(f"{CLAIM}/note", actor=EDITOR)
    assert (response.status_code, response.headers["allow"]) == (405, "POST")


async def test_operations_accept_and_return_json(ds):
    response = await ds.client.post(f"{CLAIM}/note", json={"body": "By a program"}, actor=REPORTER)
    assert (response.status_code, response.json()["note_id"]) == (200, 2)
    response = await ds.client.post(f"{CLAIM}/note", json={"body": 7}, actor=REPORTER)
    assert (response.status_code, response.json()["kind"]) == (400, "InvalidValue")


async def test_datasettes_write_api_signs_changes_and_obeys_the_rules(ds, path):
    update = {"update": {"status": "checking"}}
    response = await ds.client.post("/claims/claims/1/-/update", json=update, actor=EDITOR)
    assert response.status_code == 200
    assert last_change(path, "claims")["actor"] == "eve"
    for status in ("published", "nonsense"):
        refused = await ds.client.post(
            "/claims/claims/1/-/update", json={"update": {"status": status}}, actor=EDITOR
        )
        assert refused.status_code == 400
    refused = await ds.client.post("/claims/claims/1/-/update", json=update, actor=REPORTER)
    assert refused.status_code == 403


async def test_nobody_can_delete_history(ds):
    for actor in (EDITOR, REPORTER):
        response = await ds.client.post("/claims/history/1/-/delete", json={}, actor=actor)
        assert response.status_code == 403


async def test_the_audit_context_is_cleared_after_a_write(ds, path):
    await ds.client.post(f"{CLAIM}/note", data={"body": "x"}, actor=EDITOR)
    db = open_desk(path)
    assert db.execute("select actor from audit_context").fetchone() == (None,)
    db.close()


async def test_a_read_only_desk_refuses_writes_and_shows_no_forms(path, serve):
    datasette = await serve(immutables=[str(path)])
    response = await datasette.client.post(f"{CLAIM}/note", json={"body": "x"}, actor=EDITOR)
    assert (response.status_code, "read-only" in response.json()["error"]) == (403, True)
    assert "<textarea" not in (await datasette.client.get(CLAIM, actor=EDITOR)).text


@each_row(
    ("form", "typed", "wrong"),
    [
        ("work", {"due_on": " 2024-02-31 ", "assignee": "Rob"}, {"due_on"}),
        ("link", {"url": "ftp://stats.example", "title": "ftp"}, {"url"}),
        ("link", {"url": "", "title": "The same"}, {"url"}),
        ("link", {"url": " stats.example/2024 ", "title": "Rents"}, {"url"}),
        ("link", {"url": "2024"}, {"url"}),
        ("link", {"url": "A book", "quote": "p. 4\r\n" + "x" * 10_000}, {"quote"}),
        ("link", {"url": "y" * 4001}, {"url"}),
        ("note", {"body": "n\r\n" * 60_000}, {"body"}),
        ("link", {"url": "https://stats.example/trade", "title": "The same"}, {"url"}),
        ("edit", {"text": "Trade grew", "claimed_on": "9999-01-01"}, {"claimed_on"}),
        ("again", {"claimant": "", "claimed_on": ""}, set()),
        ("ask", {"asked": "", "request": ""}, {"asked", "request"}),
        ("status", {"status": "published"}, set()),
    ],
)
async def test_a_refused_field_gets_the_focus_and_says_why(ds, form, typed, wrong):
    response = await ds.client.post(f"{CLAIM}/{form}", data=typed, actor=REPORTER)
    page = response.text
    assert response.status_code in (400, 409)
    marked = re.findall(
        r'<(?:input|textarea|select) id="\w+-(\w+)"[^>]*aria-invalid="true" autofocus[^>]*>', page
    )
    assert set(marked) == wrong
    for name in wrong:
        description_id = re.search(rf'aria-describedby="({form}-{name}-wrong)( {form}-{name}-hint)?"', page)[
            1
        ]
        error = re.search(r'role="alert"[^>]*><p><strong>Not saved:</strong> ([^<]+)<', page)[1]
        assert f'id="{description_id}">{error}</span>' in page
    assert bool(re.search('role="alert" tabindex="-1" autofocus', page)) == (not wrong)
    unsent = re.findall(r'id="\w+-(\w+)"[^>]* data-unsent', page)
    assert set(unsent) == {name for name, value in typed.items() if value and form != "status"}


async def test_the_claim_form_suggests_the_tags_of_the_desk(ds):
    await ds.client.post("/claims/-/claim/2/tag", json={"tag": "fish & chips"}, actor=REPORTER)
    page = (await ds.client.get(CLAIM, actor=REPORTER)).text
    options = '<option value="economy"><option value="fish &amp; chips">'
    assert f'<datalist id="tags">{options}</datalist>' in page
    assert 'list="tags"' in page


async def test_assignees_match_users_in_any_case_and_take_their_spelling(ds, path):
    page = await ds.client.post(f"{CLAIM}/assign", json={"assignee": " ROB "}, actor=REPORTER)
    assert page.json()["assignee"] == "ROB"
    mine = (await ds.client.get("/claims/-/desk.json", actor=REPORTER)).json()["mine"]
    assert [row["id"] for row in mine] == [1]
    add_user(path, "Rob", Role.REPORTER, "three or four words")
    done = (await ds.client.post("/claims/-/claim/2/assign", json={"assignee": "rob"}, actor=EDITOR)).json()
    assert (done["assignee"], done["message"]) == ("Rob", "Assigned to Rob.")
    offered = '<datalist id="people"><option value="Rob"></datalist>'
    assert offered in (await ds.client.get(CLAIM, actor=EDITOR)).text
    done = (await ds.client.post("/claims/-/claim/2/assign", json={"assignee": "Rib"}, actor=EDITOR)).json()
    assert done["message"] == "Assigned to Rib. Warning: there is no user 'Rib' on this desk. Users: 'Rob'."


async def test_the_second_of_two_editors_of_a_source_overwrites_nothing(ds):
    seen = (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["desk_version"]
    change, html = "/claims/-/evidence/1/change", {"accept": "text/html"}
    await ds.client.post(change, json={"title": "Trade in figures"}, actor=EDITOR)
    # All fields, as a form sends them; only the quote was changed.
    form = {"title": "Statistics", "quote": "p. 3: 40%", "stance": "refutes", "version": seen}
    refused = await ds.client.post(change, data=form, actor=REPORTER, headers=html)
    assert refused.status_code == 409
    assert "eve changed the title from &#34;Statistics&#34; to &#34;Trade in figures&#34;" in refused.text
    form = document_fromstring(refused.text).xpath("//form[.//textarea]")[0]
    again = {name: value.strip() for name, value in form.fields.items()}
    number, _, mark = again["version"].partition("-")
    assert (again["quote"], number, len(mark)) == ("p. 3: 40%", str(seen + 1), 6)
    assert (await ds.client.post(change, data=again, actor=REPORTER, headers=html)).status_code == 303
    [row] = (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["evidence"]
    assert (row["title"], row["quote"], row["stance"]) == ("Trade in figures", "p. 3: 40%", "refutes")
