"""Claims marked in a list are changed together: all or none, with one undo."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from lxml.html import document_fromstring

from claimtrack.plugin.pages import marked
from claimtrack.store.file.database import open_desk
from claimtrack.workflow import changing_many
from tests.tables import each_row

from .conftest import EDITOR, HTML, REPORTER, VIEWER, read_claim

pytestmark = pytest.mark.asyncio
CHANGE = "/claims/-/marked/change"


async def change(ds, actor=REPORTER, **values):
    return await ds.client.post(CHANGE, json=values, actor=actor)


async def test_marked_claims_are_changed_in_their_own_history_and_undone_together(ds, path):
    before = [await read_claim(ds, number) for number in (1, 4)]
    changes = {
        "status": "rejected",
        "assignee": "rob",
        "tag": "old news",
        "priority": "low",
        "due_on": "2030-01-02",
    }
    done = (await change(ds, claims=[1, 4, 1], **changes)).json()
    told = "2 claims: status rejected, low priority, assigned to rob, due 2030-01-02, tagged old news."
    assert done["message"] == told
    db = open_desk(path)
    expected = [(1, "rob"), (4, "rob")]
    sql = "select distinct row_id, actor from history where id > ? and table_name = 'claims' order by 1"
    assert db.execute(sql, [done["after"]]).fetchall() == expected
    db.close()
    for number in (1, 4):
        after = await read_claim(ds, number)
        assert (after["status"], after["assignee"], after["due_on"]) == ("rejected", "rob", "2030-01-02")
        assert "old news" in after["tags"]
    undo = done["undo"]
    assert (await ds.client.post(undo["path"], json=undo["body"], actor=REPORTER)).status_code == 200
    assert [await read_claim(ds, number) for number in (1, 4)] == before


async def test_a_note_and_a_source_are_added_to_marked_claims_and_undone_together(ds, path):
    url = "https://stats.example/rents"
    await ds.client.post("/claims/-/claim/4/link", json={"url": url, "title": "Rents"}, actor=EDITOR)
    additions = {
        "note": "Rang them.",
        "url": url,
        "stance": "supports",
        "is_primary": True,
        "quote": "p. 4:\n12 percent",
    }
    done = (await change(ds, claims=[1, 4], **additions)).json()
    assert done["message"].startswith(f"2 claims: noted, source {url}.")
    for number, title in ((1, None), (4, "Rents")):
        page = (await ds.client.get(f"/claims/-/claim/{number}.json", actor=EDITOR)).json()
        assert (page["notes"][-1]["body"], page["notes"][-1]["author"]) == ("Rang them.", "rob")
        [link] = [row for row in page["evidence"] if row["url"] == url]
        assert (link["title"], link["stance"], link["is_primary"]) == (title, "supports", 1)
        assert link["quote"] == "p. 4:\n12 percent"
    undo = done["undo"]
    assert (await ds.client.post(undo["path"], json=undo["body"], actor=REPORTER)).status_code == 200
    page = (await ds.client.get("/claims/-/claim/4.json", actor=EDITOR)).json()
    assert [(row["stance"], row["is_primary"]) for row in page["evidence"] if row["url"] == url] == [
        ("context", None)
    ]
    assert "Rang them." not in [note["body"] for note in page["notes"]]


async def reviews(ds, claim_id):
    page = (await ds.client.get(f"/claims/-/claim/{claim_id}.json", actor=EDITOR)).json()
    return [(row["status"], row["rating"], row["drafted_by"], row["approved_by"]) for row in page["reviews"]]


async def half_true_id(ds):
    page = (await ds.client.get("/claims/-/marked.json?claim=1", actor=REPORTER)).json()
    return next(rating["id"] for rating in page["ratings"] if rating["name"] == "Half true")


async def test_marked_verdicts_are_submitted_by_one_person_and_approved_by_another(ds):
    rating = await half_true_id(ds)
    await ds.client.post("/claims/-/claim/1/draft", json={"summary": "We rang."}, actor=REPORTER)
    done = (await change(ds, claims=[1, 4], review="submit", rating_id=rating)).json()
    assert done["message"].startswith("2 claims: verdicts submitted as Half true.")
    assert "undo" not in done or done["undo"] is None
    for number in (1, 4):
        assert await reviews(ds, number) == [("submitted", "Half true", "rob", None)]
    message = (await change(ds, claims=[1, 4], review="approve", actor=EDITOR)).json()["message"]
    assert message.startswith("2 claims: verdicts approved.")
    assert await reviews(ds, 4) == [("approved", "Half true", "rob", "eve")]
    assert (await read_claim(ds, 4))["approved_rating"] == "Half true"
    page = (await ds.client.get("/claims/-/marked?claim=4", actor=EDITOR)).text
    assert "Half true, approved by <bdi>eve</bdi>" in page
    assert (await change(ds, claims=[1, 4], review="return", actor=EDITOR)).json()["ok"]
    assert await reviews(ds, 1) == [("draft", "Half true", "rob", None)]


async def test_one_verdict_that_cannot_take_the_step_blocks_all(ds):
    rating = await half_true_id(ds)
    await change(ds, claims=[1], review="submit", rating_id=rating)
    refused = [
        (REPORTER, {"claims": [1], "review": "approve"}, 403, "you need the role editor"),
        (REPORTER, {"claims": [4], "review": "submit"}, 400, "claim 4 has no rating yet"),
        (REPORTER, {"claims": [4, 1], "review": "submit", "rating_id": rating}, 409, "claim 1 has no reviews that are draft (review 1 is submitted)"),
        (EDITOR, {"claims": [1, 4], "review": "approve"}, 409, "claim 4 has no reviews that are submitted (it has no review in progress)"),
        (EDITOR, {"claims": [1], "rating_id": rating}, 400, "choose that step"),
        (EDITOR, {"claims": [1], "review": "approve", "rating_id": rating}, 400, "choose that step"),
        (EDITOR, {"claims": [1], "review": "return", "summary": "No."}, 400, "choose that step"),
        (EDITOR, {"claims": [1], "review": "submit", "rating_id": 999}, 404, "there is no rating 999"),
    ]  # fmt: skip
    for actor, values, status, message in refused:
        answer = await change(ds, actor=actor, **values)
        assert (answer.status_code, message in answer.json()["error"]) == (status, True), answer.text
    assert await reviews(ds, 4) == []
    assert await reviews(ds, 1) == [("submitted", "Half true", "rob", None)]
    own = await change(ds, claims=[4], review="submit", rating_id=rating, actor=EDITOR)
    assert own.status_code == 200
    answer = await change(ds, claims=[1, 4], review="approve", actor=EDITOR)
    assert "was drafted by eve: someone else must approve it" in answer.json()["error"]
    assert await reviews(ds, 1) == [("submitted", "Half true", "rob", None)]


async def test_only_editors_are_offered_to_approve_marked_verdicts(ds):
    for actor, offered in ((REPORTER, False), (EDITOR, True)):
        page = (await ds.client.get("/claims/-/marked?claim=1,4", actor=actor)).text
        assert '<option value="submit">' in page
        assert ('value="in_review"' in page, 'value="published"' in page) == (True, False)
        assert ('<option value="approve">' in page) == offered


REFUSED = [
    ({"claims": [1, 4], "status": "in_review", "tag": "x"}, 409, "claim 1 is open: it can go to"),
    ({"claims": [4, 5, 1], "status": "in_review"}, 409, "; nor can claims 5, 1. None of the claims was changed: leave out"),
    ({"claims": [1, 99], "tag": "x"}, 404, "there is no claim 99"),
    ({"claims": [1]}, 400, "there is nothing to change"),
    ({"claims": [1], "status": "published"}, 400, "claims are published with their verdicts"),
    ({"claims": []}, 400, "claims is missing"),
    ({"claims": ["1;2"], "tag": "x"}, 400, "claims must be a list of whole numbers, not '1;2' (the claims to change"),
    ({"claims": [*range(1, 1002)], "tag": "x"}, 400, "at most 1,000 claims"),
    ({"claims": [1, 4], "url": "ftp://a.example"}, 400, "not a web address"),
    ({"claims": [1, 4], "stance": "supports"}, 400, "about a source: give its address"),
    ({"claims": [1, 4], "quote": "p. 4"}, 400, "about a source: give its address"),
    ({"claims": [1, 4], "note": "  "}, 400, "note"),
    ({"claims": [1, 4], "due_on": "soon"}, 400, "soon"),
]  # fmt: skip


async def test_one_claim_that_cannot_be_changed_blocks_all(ds):
    before = [await read_claim(ds, number) for number in (1, 4)]
    for values, status, message in REFUSED:
        answer = await change(ds, **values)
        assert answer.status_code == status, answer.text
        assert message in answer.json()["error"]
    assert [await read_claim(ds, number) for number in (1, 4)] == before


async def test_a_colleagues_change_meanwhile_is_reported_before_it_is_overwritten(ds):
    seen = (await ds.client.get("/claims/-/marked.json?claim=1,4", actor=REPORTER)).json()["version"]
    await ds.client.post("/claims/-/claim/4/assign", json={"assignee": "ada"}, actor=EDITOR)
    form = {"claims": "4", "assignee": "rob", "version": seen}
    page = await ds.client.post(f"{CHANGE}?claim=1,4", data=form, headers=HTML, actor=REPORTER)
    assert page.status_code == 409
    assert "Claim 4: meanwhile eve changed the assignee from nobody to &#34;ada&#34;" in page.text
    assert 'value="4" form="ct-change" aria-label="Mark claim 4" checked' in page.text
    assert 'value="1" form="ct-change" aria-label="Mark claim 1">' in page.text
    assert (await read_claim(ds, 4))["assignee"] == "ada"
    seen = (await ds.client.get("/claims/-/marked.json?claim=4", actor=REPORTER)).json()["version"]
    assert (await change(ds, claims=[4], assignee="-", version=seen)).json()["ok"]
    assert (await read_claim(ds, 4))["assignee"] is None


async def test_the_form_changes_the_ticked_claims_and_links_back_to_the_list(ds):
    where = f"{CHANGE}?claim=1,2,4&back=%2Fclaims%2Fclaim_overview%3Fstatus%3Dopen"
    body = "claims=1&claims=4&tag=old+news&assignee=&status=&priority=&due_on="
    done = await ds.client.post(
        where,
        content=body,
        headers={**HTML, "content-type": "application/x-www-form-urlencoded"},
        actor=REPORTER,
    )
    assert (
        done.headers["location"]
        == "/claims/-/marked?claim=1,4&back=%2Fclaims%2Fclaim_overview%3Fstatus%3Dopen"
    )
    page = await ds.client.get(done.headers["location"], actor=REPORTER, cookies=dict(done.cookies))
    assert "2 claims: tagged old news." in page.text
    assert '<a href="/claims/claim_overview?status=open">Back to the list</a>' in page.text
    stances = document_fromstring(page.text).xpath("//select[@name='stance']/option/text()")
    assert stances == ["context", "supports", "refutes"]
    assert ["old news" in (await read_claim(ds, number))["tags"] for number in (1, 2, 4)] == [
        True,
        False,
        True,
    ]


async def test_approved_verdicts_of_marked_claims_are_published_by_a_pattern_of_addresses_or_none(ds):
    await change(ds, claims=[1, 4], review="submit", rating_id=await half_true_id(ds))
    await change(ds, claims=[1, 4], review="approve", actor=EDITOR)
    told = {"review": "publish", "url_pattern": "https://d.example/{claim_id}", "reviewed_on": "2024-05-03"}
    assert (await change(ds, claims=[1, 4], **told)).status_code == 403
    refused = await change(ds, claims=[1, 2, 4], **told, actor=EDITOR)
    assert "claim 2 has no reviews that are approved" in refused.json()["error"]
    assert (
        "only for verdicts to publish"
        in (await change(ds, claims=[1], reviewed_on="2024-05-03")).json()["error"]
    )
    same = await change(ds, claims=[1, 4], **told | {"url_pattern": "https://d.example/{day}"}, actor=EDITOR)
    assert (
        "would have the same address, https://d.example/03: add {id} to the pattern" in same.json()["error"]
    )
    message = (await change(ds, claims=[1, 4], **told, actor=EDITOR)).json()["message"]
    assert message.startswith("2 claims: verdicts published. Undo does not take that back: ")
    assert "Warning: claim 1: the review does not say why: add a summary; " in message
    shown = [(await read_claim(ds, number)) for number in (1, 4)]
    assert [claim["status"] for claim in shown] == ["published"] * 2
    published = (await ds.client.get("/claims/-/published.json", actor=REPORTER)).json()["reviews"]
    assert {row["url"] for row in published} >= {"https://d.example/1", "https://d.example/4"}


async def test_a_blank_assignee_changes_nothing_and_a_dash_unassigns(ds):
    await change(ds, claims=[1, 4], assignee="eve")
    assert (await change(ds, claims=[1, 4], assignee="  ", tag="x")).json()[
        "message"
    ] == "2 claims: tagged x."
    assert "there is nothing to change" in (await change(ds, claims=[1, 4], assignee=" ")).json()["error"]
    assert [(await read_claim(ds, number))["assignee"] for number in (1, 4)] == ["eve", "eve"]
    assert "assigned to nobody" in (await change(ds, claims=[1, 4], assignee=" - ")).json()["message"]


async def test_a_form_without_a_ticked_box_comes_back_without_one(ds):
    form = {"tag": "old news", "assignee": "", "status": "", "priority": "", "due_on": ""}
    page = await ds.client.post(f"{CHANGE}?claim=1,4", data=form, headers=HTML, actor=REPORTER)
    assert "Missing: the claims to change" in page.text
    assert 'value="old news"' in page.text
    assert " checked" not in page.text


async def test_changes_meanwhile_to_several_claims_are_all_reported(ds):
    seen = (await ds.client.get("/claims/-/marked.json?claim=1,2,4", actor=REPORTER)).json()["version"]
    await change(ds, EDITOR, claims=[1, 4], assignee="ada")
    late = await change(ds, claims=[1, 2, 4], assignee="rob", version=seen)
    assert (late.status_code, late.json()["kind"]) == (409, "ChangedMeanwhile")
    change_reported = 'meanwhile eve changed the assignee from nobody to "ada"'
    hint = "Your changes are still here: save again if they still apply"
    assert late.json()["error"] == f"claim 1: {change_reported}, claim 4: {change_reported}. {hint}"
    assert (await read_claim(ds, 2))["assignee"] is None


async def test_unknown_marked_claims_are_named(ds):
    for numbers, status, message in (
        ("1,98", 404, "there is no claim 98: see"),
        ("98,1,99", 404, "there are no claims 98, 99: see"),
        ("1,x", 400, "claim must be numbers, as in claim=1,2, not '1,x'"),
    ):
        missed = await ds.client.get(f"/claims/-/marked.json?claim={numbers}", actor=REPORTER)
        assert (missed.status_code, missed.json()["error"][: len(message)]) == (status, message)


async def test_marked_claims_over_the_limit_stay_marked_for_the_next_round(ds, monkeypatch):
    monkeypatch.setattr(marked, "MOST", 2)
    monkeypatch.setattr(changing_many, "MOST", 2)
    listed = {"claim": ["4", "1", "5", "2", "3"], "back": "/claims/claim_overview"}
    page = await ds.client.get("/claims/-/marked", params=listed, actor=REPORTER)
    for waiting in ([5, 2, 3], [3]):
        shown = document_fromstring(page.text)
        assert "At most 2 claims can be changed at once." in page.text
        boxes = [box.get("value") for box in shown.xpath("//input[@name='claims' and @checked]")]
        address = shown.xpath("//form[@id='ct-change']/@action")[0]
        done = await ds.client.post(address, data={"claims": boxes, "tag": "rents"}, actor=REPORTER)
        changed = await ds.client.get(done.headers["location"], actor=REPORTER)
        [go_on] = document_fromstring(changed.text).xpath("//a[. = 'go on to them']/@href")
        numbers = ",".join(map(str, waiting))
        assert go_on == f"/claims/-/marked?{urlencode({'claim': numbers, 'back': listed['back']})}"
        page = await ds.client.get(go_on, actor=REPORTER)
    assert "At most" not in page.text
    assert ["rents" in (await read_claim(ds, number))["tags"] for number in (4, 1, 5, 2, 3)] == [True] * 4 + [
        False
    ]
    program = await ds.client.get("/claims/-/marked.json?claim=1,2,3", actor=REPORTER)
    assert (program.status_code, "at most 2 claims" in program.json()["error"]) == (400, True)


@each_row(
    "back", ["https://evil.example/", "//evil.example", "/claimsx/y", "javascript:alert(1)", "/claims/%0Ax"]
)
async def test_the_link_back_never_leads_to_another_site(ds, back):
    page = await ds.client.get(f"/claims/-/marked?claim=1&back={back}", actor=REPORTER)
    assert "Back to the list" not in page.text


LISTS = [
    "/claims/claim_overview",
    "/claims/proposed_queue",
    "/claims/claims_to_check",
    "/claims/-/search?q=trade",
]


@each_row("address", LISTS)
async def test_lists_of_claims_have_boxes_for_those_who_may_change_them(ds, address):
    page = (await ds.client.get(address, actor=REPORTER)).text
    assert 'name="claim" value=' in page
    assert 'action="/claims/-/marked"' in page
    for actor in (VIEWER, None):
        assert "ct-mark" not in (await ds.client.get(address, actor=actor)).text


async def test_lists_of_other_rows_have_no_boxes(ds):
    for address in ("/claims/claims/1", "/claims/article_overview", "/claims/appearance_overview"):
        assert "ct-mark" not in (await ds.client.get(address, actor=REPORTER)).text


@each_row("source", ["ftp://stats.example", "stats.example/rents", "14"])
async def test_a_source_refused_for_marked_claims_is_reported_at_its_field(ds, source):
    refused = await ds.client.post(
        f"{CHANGE}?claim=1,4", data={"claims": ["1", "4"], "url": source}, actor=REPORTER
    )
    field = refused.text.partition('name="url"')[2].partition(">")[0]
    assert (refused.status_code, 'aria-invalid="true" autofocus' in field) == (400, True)
