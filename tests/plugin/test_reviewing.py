"""A review goes from draft to publication, correction and withdrawal, signed by two people."""

from __future__ import annotations

import re
from contextlib import closing

import pytest
from lxml.html import document_fromstring

from claimtrack.core.model import Judgement, OnDuplicate
from claimtrack.store.file.database import open_desk
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.days import describe_time
from claimtrack.workflow.matching.judging import judge

from .conftest import EDITOR, HTML, REPORTER, import_rated

pytestmark = pytest.mark.asyncio
SECOND_EDITOR = {"id": "olga", "role": "editor"}
CLAIM = "/claims/-/claim/1"


async def post(ds, path, actor, **values):
    return await ds.client.post(f"{CLAIM}/{path}", json=values, actor=actor)


async def reviews(ds):
    return (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["reviews"]


async def rating_id_of(ds, name="False"):
    known = (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["ratings"]
    return next(choice["id"] for choice in known if choice["name"] == name)


async def publish(ds):
    await post(
        ds, "draft", EDITOR, rating_id=await rating_id_of(ds), headline="It did not", summary="We looked."
    )
    await post(ds, "review/1/submit", EDITOR)
    await post(ds, "review/1/approve", SECOND_EDITOR)
    return await post(
        ds, "review/1/publish", SECOND_EDITOR, url="https://desk.example/1", reviewed_on="2024-05-01"
    )


async def test_a_review_goes_from_draft_to_publication(ds):
    assert (await publish(ds)).status_code == 200
    (review,) = await reviews(ds)
    assert (review["status"], review["drafted_by"], review["approved_by"]) == ("published", "eve", "olga")
    page = (await ds.client.get("/claims/-/desk.json", actor=EDITOR)).json()
    assert page["newest"][0]["headline"] == "It did not"


async def test_a_correction_becomes_an_update_and_publication_names_the_day_that_stays(ds):
    await publish(ds)
    await post(ds, "work", EDITOR, due_on="2999-05-01")
    await post(ds, "review/1/correct", EDITOR, note="We erred.")
    page = document_fromstring((await ds.client.get(CLAIM, actor=EDITOR)).text)
    [form] = [one for one in page.forms if one.action.endswith("review/2/revise")]
    assert dict(form.fields)["is_update"] == "0"
    form.fields["is_update"], form.fields["note"] = "1", "A new law."
    done = await ds.client.post(form.action, data=dict(form.form_values()), actor=EDITOR)
    assert done.status_code == 303
    _, now = await reviews(ds)
    assert (now["is_update"], now["correction_note"]) == (1, "A new law.")
    assert (await post(ds, "review/2/revise", EDITOR, note="")).status_code == 400  # it is public
    await post(ds, "review/2/submit", EDITOR)
    await post(ds, "review/2/approve", SECOND_EDITOR)
    assert "Leave empty to keep 2999-05-01" in (await ds.client.get(CLAIM, actor=EDITOR)).text


async def test_fields_left_out_of_a_revision_stay(ds):
    named = {"rating_id": await rating_id_of(ds), "headline": "It did not", "url": "https://desk.example/1"}
    await post(ds, "draft", REPORTER, **named, reviewed_on="2024-05-01")
    (before,) = await reviews(ds)
    assert (await post(ds, "review/1/revise", REPORTER, summary="We looked.")).status_code == 200
    assert await reviews(ds) == [{**before, "summary": "We looked."}]
    await post(ds, "review/1/revise", REPORTER, headline="", url=None)
    assert await reviews(ds) == [{**before, "summary": "We looked.", "headline": None, "url": None}]


async def test_nobody_can_approve_their_own_review(ds):
    await post(ds, "draft", EDITOR, rating_id=await rating_id_of(ds))
    await post(ds, "review/1/submit", EDITOR)
    response = await post(ds, "review/1/approve", EDITOR)
    assert (response.status_code, "someone else must approve" in response.json()["error"]) == (409, True)
    assert (await reviews(ds))[0]["status"] == "submitted"


async def test_a_reporter_can_draft_and_submit_but_not_approve(ds):
    assert (await post(ds, "draft", REPORTER, rating_id=await rating_id_of(ds))).status_code == 200
    assert (
        await post(ds, "review/1/revise", REPORTER, rating_id=await rating_id_of(ds), headline="Better")
    ).status_code == 200
    assert (await post(ds, "review/1/submit", REPORTER)).status_code == 200
    assert (await post(ds, "review/1/approve", REPORTER)).status_code == 403


async def test_a_draft_without_a_rating_cannot_be_submitted(ds):
    await post(ds, "draft", REPORTER, headline="Unfinished")
    assert (await post(ds, "review/1/submit", REPORTER)).status_code == 400


async def test_a_review_is_sent_back_with_or_without_a_note(ds):
    await post(ds, "draft", REPORTER, rating_id=await rating_id_of(ds))
    await post(ds, "review/1/submit", REPORTER)
    page = (await ds.client.get(CLAIM, actor=EDITOR)).text
    assert "What is to be changed (a note for the desk)" in page
    done = await post(ds, "review/1/send-back", EDITOR, note="Name the source ")
    assert (done.status_code, (await reviews(ds))[0]["status"]) == (200, "draft")
    notes = (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["notes"]
    assert ("eve", "Review 1 sent back: Name the source") in [
        (note["author"], note["body"]) for note in notes
    ]
    await post(ds, "review/1/submit", REPORTER)
    bare = await ds.client.post(
        f"{CLAIM}/review/1/send-back", actor=EDITOR, headers={"Accept": "application/json"}
    )
    assert (bare.status_code, (await reviews(ds))[0]["status"]) == (200, "draft")


async def test_lint_findings_are_shown_beside_approve_and_publish(ds):
    await post(ds, "draft", EDITOR, rating_id=await rating_id_of(ds), headline="It did not")
    await post(ds, "review/1/submit", EDITOR)
    page = (await ds.client.get(CLAIM, actor=SECOND_EDITOR)).text
    assert "Before publishing:</strong> the review does not say why: add a summary" in re.sub(
        r"\s+<", "<", page
    )
    assert "a link has no archived copy" in page
    assert "second person:" not in page
    await post(ds, "review/1/approve", SECOND_EDITOR)
    page = (await ds.client.get(CLAIM, actor=SECOND_EDITOR)).text
    assert "Before publishing:" in page
    fields = document_fromstring(page).xpath("//form[contains(@action, '/publish')]//input[@required]/@name")
    assert fields == ["url", "reviewed_on"]  # browsers require them before sending
    published = await post(
        ds, "review/1/publish", SECOND_EDITOR, url="https://desk.example/1", reviewed_on="2024-05-01"
    )
    assert published.json()["message"] == "Published. Warning: the review does not say why: add a summary."
    assert "Before publishing:" not in (await ds.client.get(CLAIM, actor=SECOND_EDITOR)).text


async def test_lint_warnings_after_publication_name_no_command(ds):
    await ds.client.post("/claims/-/evidence/1/remove", json={}, actor=EDITOR)
    await post(ds, "draft", EDITOR, rating_id=await rating_id_of(ds), summary="It did not.")
    await post(ds, "review/1/submit", EDITOR)
    await post(ds, "review/1/approve", SECOND_EDITOR)
    published = await post(
        ds, "review/1/publish", SECOND_EDITOR, url="https://desk.example/1", reviewed_on="2024-05-01"
    )
    assert published.json()["message"] == "Published. Warning: no evidence."


async def test_publication_names_the_places_that_were_filed_since_the_approval(ds, path):
    await post(ds, "draft", EDITOR, rating_id=await rating_id_of(ds), summary="It did not.")
    await post(ds, "review/1/submit", EDITOR)
    await post(ds, "review/1/approve", SECOND_EDITOR)
    with closing(open_desk(path)) as db:
        [text] = db.execute("select text from claims where id = 1").fetchone()
        again = NewClaim(text, source="Radio 4, Today", claimed_on="2024-05-20")
        add_claim(db, again, on_duplicate=OnDuplicate.ATTACH, actor="ann")
    published = await post(
        ds, "review/1/publish", SECOND_EDITOR, url="https://desk.example/1", reviewed_on="2024-06-01"
    )
    told = published.json()["message"]
    assert "readers also get what was filed after it was approved: Radio 4, Today. " in told
    assert "deletes its row from the table “appearances”" in told


async def test_a_claim_judged_the_same_links_to_the_one_with_the_verdict(ds, path):
    await publish(ds)
    db = open_desk(path)
    judge(db, 1, 2, Judgement.SAME, actor="eve")
    db.close()
    page = (await ds.client.get("/claims/-/claim/2", actor=REPORTER)).text
    assert 'The verdict is on <a href="/claims/-/claim/1#reviews">claim 1</a>' in page
    assert "as claim 1</a>" in page
    assert "No verdict yet." not in page
    own = (await ds.client.get(CLAIM, actor=REPORTER)).text
    assert "The verdict is on" not in own


async def test_a_review_is_labelled_by_its_status(ds):
    """A draft has no address yet, and a corrected verdict is not a withdrawn one."""
    await post(ds, "draft", EDITOR, rating_id=await rating_id_of(ds), url="https://desk.example/1")
    assert "planned address" in (await ds.client.get(CLAIM, actor=EDITOR)).text
    await post(ds, "review/1/submit", EDITOR)
    await post(ds, "review/1/approve", SECOND_EDITOR)
    await post(ds, "review/1/publish", SECOND_EDITOR, reviewed_on="2024-05-01")
    assert "<bdi>read it</bdi>" in (await ds.client.get(CLAIM, actor=EDITOR)).text
    assert "review/1/correct" in (await ds.client.get(CLAIM, actor=EDITOR)).text
    await post(ds, "review/1/correct", EDITOR, note="A slip.", rating_id=await rating_id_of(ds))
    assert "review/1/correct" not in (await ds.client.get(CLAIM, actor=EDITOR)).text
    await post(ds, "review/2/submit", EDITOR)
    await post(ds, "review/2/approve", SECOND_EDITOR)
    await post(ds, "review/2/publish", SECOND_EDITOR, reviewed_on="2024-06-01")
    page = (await ds.client.get(CLAIM, actor=EDITOR)).text
    assert "corrected by review 2" in page
    await post(ds, "review/2/withdraw", EDITOR, note="All wrong.")
    page = (await ds.client.get(CLAIM, actor=EDITOR)).text
    assert (page.count("ct-status-withdrawn"), "former address" in page) == (1, True)


async def test_an_editor_can_mark_another_publishers_review_as_withdrawn(ds, path):
    with closing(open_desk(path)) as db:
        import_rated(db, claimReviewed="Trade grew by 40%")
    assert "Mark as withdrawn" not in (await ds.client.get(CLAIM, actor=REPORTER)).text
    page = (await ds.client.get(CLAIM, actor=EDITOR)).text
    assert ("Mark as withdrawn" in page, "review/1/correct" in page) == (True, False)
    assert (await post(ds, "review/1/withdraw", REPORTER, note="Gone.")).status_code == 403
    assert (await post(ds, "review/1/withdraw", EDITOR)).status_code == 400
    done = await post(ds, "review/1/withdraw", EDITOR, note="See their corrections.")
    assert done.json()["message"] == "Withdrawn."  # where they still have it is not for us to say
    page = (await ds.client.get(CLAIM, actor=EDITOR)).text
    assert "<strong>Why:</strong> <bdi>See their corrections.</bdi>" in page
    assert ("Mark as withdrawn" in page, "former address" in page) == (False, True)
    # Marked by mistake: docs/partners.md says how to restore it.
    assert (await ds.client.post("/claims/reviews/1/-/delete", json={}, actor=EDITOR)).status_code == 200
    with closing(open_desk(path)) as db:
        import_rated(db, claimReviewed="Trade grew by 40%")
    assert [review["status"] for review in await reviews(ds)] == ["published"]


async def test_history_is_shown_in_plain_words(ds):
    await publish(ds)
    page = (await ds.client.get(CLAIM, actor=EDITOR)).text
    shown_history = re.sub("</?bdi>", "", page[page.index('id="history-title"') :])
    assert "approved review 1<" in shown_history
    assert "changed the claim, status: in review → published" in shown_history
    assert "published review 1, address: nothing → https://" in shown_history
    for raw in ("in_review", "approved_by", "claim_reviewed", "claim reviewed"):
        assert raw not in shown_history


async def test_one_person_alone_cannot_change_a_published_claim(ds):
    await publish(ds)
    page = (await ds.client.get(CLAIM, actor=REPORTER)).text
    assert "Edit the claim" not in page
    assert "status-status" not in page
    assert "evidence/1/remove" not in page
    assert "The verdict on this claim is approved" in page
    moved = await post(ds, "status", REPORTER, status="checking")
    reworded = await post(ds, "edit", REPORTER, text="Trade fell by 40%", claimant="The union")
    removed = await ds.client.post("/claims/-/evidence/1/remove", json={}, actor=REPORTER)
    for refused in (moved, reworded, removed):
        assert refused.status_code == 409
        assert re.search(
            "start a correction of the review|correct, update or withdraw the review", refused.json()["error"]
        )
    assert "Trade grew by 40%" in (await ds.client.get("/claims/-/published", actor=REPORTER)).text


async def test_a_claim_edited_for_a_correction_is_shown_as_signed_until_published(ds):
    await publish(ds)
    await post(ds, "review/1/correct", EDITOR, note="It was 41%.", rating_id=await rating_id_of(ds))
    assert (await post(ds, "edit", REPORTER, text="Trade grew by 41%")).status_code == 200
    assert "Trade grew by 40%" in (await ds.client.get("/claims/-/published", actor=REPORTER)).text
    assert (
        "Published about: <bdi>Trade grew by 40%</bdi>" in (await ds.client.get(CLAIM, actor=REPORTER)).text
    )
    page = document_fromstring((await ds.client.get(CLAIM, actor=SECOND_EDITOR)).text)
    named = [" ".join(one.text_content().split()) for one in page.xpath("//*[@id='reviews']//summary")]
    assert {"Withdraw: review 1", "Withdraw: review 2"} < {*named}  # who hears them does not see the cards
    assert len({*named}) == len(named)
    await post(ds, "review/2/submit", EDITOR)
    await post(ds, "review/2/approve", SECOND_EDITOR)
    await post(ds, "review/2/publish", SECOND_EDITOR, reviewed_on="2024-06-01")
    assert "Trade grew by 41%" in (await ds.client.get("/claims/-/published", actor=REPORTER)).text


async def test_the_page_says_what_changed_since_readers_saw_the_claim(ds):
    await publish(ds)
    await post(ds, "link", REPORTER, url="https://stats.example/later", stance="context")
    page = (await ds.client.get(CLAIM, actor=EDITOR)).text
    assert (
        "Readers still see the approved version.</strong> Changed on the desk since: 1 more source. To show readers, publish a correction or an update."
        in page
    )
    await post(ds, "review/1/correct", EDITOR, note="A source was missing.")
    page = (await ds.client.get(CLAIM, actor=EDITOR)).text
    assert "publish review 2, which replaces it." in page


async def test_a_correction_keeps_the_old_verdict_and_says_what_changed(ds):
    await publish(ds)
    assert (await post(ds, "review/1/correct", EDITOR)).status_code == 400
    response = await post(
        ds, "review/1/correct", EDITOR, note="We misread a table", headline="It did, a little"
    )
    assert response.status_code == 200, response.text
    old, new = await reviews(ds)
    assert (old["status"], old["headline"]) == ("published", "It did not")
    assert (new["headline"], new["correction_note"]) == ("It did, a little", "We misread a table")


async def test_an_update_is_shown_as_one_and_its_claim_is_due_on_the_day_to_look_again(ds):
    await publish(ds)
    assert (await post(ds, "review/1/update", REPORTER, note="A new law")).status_code == 403
    assert (await post(ds, "review/1/update", EDITOR, note="A new law")).status_code == 200
    page = (await ds.client.get(CLAIM, actor=EDITOR)).text
    assert ("updates review 1" in page, "review/1/update" in page) == (True, False)
    await post(ds, "review/2/submit", EDITOR)
    await post(ds, "review/2/approve", SECOND_EDITOR)
    response = await post(ds, "review/2/publish", EDITOR, reviewed_on="2024-06-01", look_again="2999-05-01")
    assert response.json()["message"].startswith("Published, to look at again on 2999-05-01.")
    page = (await ds.client.get(CLAIM, actor=EDITOR)).text
    assert "updated by review 2" in page
    assert re.search(r'Look again on</label>\s*<input [^>]*value="2999-05-01"', page)
    due = (await ds.client.get("/claims/due.json?_shape=array", actor=EDITOR)).json()
    assert [(row["id"], row["status"]) for row in due] == [(1, "published")]
    assert "look again on 2999-05-01" in (await ds.client.get("/claims/-/desk", actor=EDITOR)).text
    assert (
        "Update:</strong> <bdi>A new law" in (await ds.client.get("/claims/-/published", actor=EDITOR)).text
    )


async def test_an_approved_verdict_waits_for_its_time_on_every_page(ds):
    """A reporter sets it in the draft; once two people have signed, who publishes may change it."""
    time = "2999-05-03T16:00Z"
    fields = {"rating_id": await rating_id_of(ds), "headline": "It did not", "not_before": time}
    assert (await post(ds, "draft", REPORTER, **fields)).status_code == 200
    await post(ds, "review/1/submit", REPORTER)
    await post(ds, "review/1/approve", EDITOR)
    await post(ds, "assign", EDITOR, assignee="eve")
    shown = describe_time("2999-05-03T16:00:00.000Z")
    for path, told in (
        (CLAIM, "Approved, waits until"),
        ("/claims/-/desk", "1 approved, waiting for its time"),
    ):
        page = (await ds.client.get(path, actor=EDITOR)).text
        assert told in page
        assert f"waits until {shown}" in page
    assert ("review/1/publish" in page, "review/1/not-before" in page) == (False, False)
    told = {"url": "https://desk.example/1", "reviewed_on": "2024-05-01"}
    early = await post(ds, "review/1/publish", EDITOR, **told)
    assert early.status_code == 409
    assert ": wait, or change that time" in early.json()["error"]
    assert (await post(ds, "review/1/not-before", REPORTER, not_before="")).status_code == 403
    wrong = await post(ds, "review/1/not-before", EDITOR, not_before="2024-05-03T16:00")
    assert (wrong.status_code, "is past" in wrong.json()["error"]) == (400, True)
    done = await post(ds, "review/1/not-before", EDITOR, not_before="")
    assert done.json()["message"] == "It can be published at any time."
    assert (await post(ds, "review/1/publish", EDITOR, **told)).status_code == 200


async def test_a_withdrawal_needs_a_public_note(ds):
    await publish(ds)
    assert "This is final: a withdrawn verdict" in (await ds.client.get(CLAIM, actor=EDITOR)).text
    assert (await post(ds, "review/1/withdraw", EDITOR)).status_code == 400
    told = (await post(ds, "review/1/withdraw", EDITOR, note="Taken back")).json()["message"]
    assert "on the site until it is built again, and in ClaimReview" in told


async def test_a_form_that_leaves_the_time_of_a_verdict_alone_does_not_move_it(ds, set_time_zone):
    """It is the first of two half past ones; the form has no offset, and without one the second is meant."""
    moment = "2998-11-04T05:30:00.000Z"
    set_time_zone("America/New_York")
    await post(ds, "draft", EDITOR, rating_id=await rating_id_of(ds), not_before=moment)
    for step in ("revise", "not-before"):
        if step == "not-before":
            await post(ds, "review/1/submit", EDITOR)
            await post(ds, "review/1/approve", SECOND_EDITOR)
        page = document_fromstring((await ds.client.get(CLAIM, actor=EDITOR)).text)
        [form] = [one for one in page.forms if one.action.endswith(f"review/1/{step}")]
        assert (await ds.client.post(form.action, data=dict(form.fields), actor=EDITOR)).status_code == 303
        assert [one["not_before"] for one in await reviews(ds)] == [moment], step
    changed = form.fields["not_before"].replace("T01:", "T03:")
    assert (await post(ds, "review/1/not-before", EDITOR, not_before=changed)).status_code == 200
    assert [one["not_before"] for one in await reviews(ds)] != [moment]


@pytest.mark.parametrize("until", ["approved", "published"])
async def test_words_that_nobody_signs_get_to_readers_only_through_an_editor(ds, until):
    """A reporter, or an agent with a reporter's token, put a request on the public site alone."""
    request = {"asked": "Vale Echo", "request": "Please mend the figure"}
    assert (await post(ds, "ask", REPORTER, **request)).status_code == 200
    await post(ds, "draft", EDITOR, rating_id=await rating_id_of(ds))
    await post(ds, "review/1/submit", EDITOR)
    assert 'action="/claims/-/claim/1/ask"' in (await ds.client.get(CLAIM, actor=REPORTER)).text
    await post(ds, "review/1/approve", SECOND_EDITOR)
    if until == "published":
        url = "https://desk.example/1"
        await post(ds, "review/1/publish", SECOND_EDITOR, url=url, reviewed_on="2024-05-01")
        await post(ds, "review/1/correct", EDITOR, note="We erred.")
    refused = await post(ds, "ask", REPORTER, asked="Vale Gazette", request="Please mend it, too")
    assert (refused.status_code, refused.json()["kind"]) == (409, "Refused")
    assert "ask an editor to record it" in refused.json()["error"]
    page = (await ds.client.get(CLAIM, actor=REPORTER)).text
    assert 'action="/claims/-/claim/1/ask"' not in page
    assert "Ask an editor to record another one" in page
    assert (await post(ds, "intervention/1/close", REPORTER, outcome="declined")).status_code == 200
    assert (await post(ds, "ask", EDITOR, asked="Vale Gazette", request="Please mend it")).status_code == 200


async def test_a_request_that_a_reporter_took_back_does_not_come_back_by_an_undo_once_a_verdict_is_signed(ds):
    """Its words got to readers, though nobody who signed had seen them."""
    asked = (await post(ds, "ask", REPORTER, asked="Vale Echo", request="Please mend the figure")).json()
    step = asked["undo"]["body"]
    await ds.client.post(asked["undo"]["path"], json=step, actor=REPORTER)
    removal = {"after": step["until"], "until": step["until"] + 1}
    await post(ds, "draft", EDITOR, rating_id=await rating_id_of(ds))
    await post(ds, "review/1/submit", EDITOR)
    await post(ds, "review/1/approve", SECOND_EDITOR)
    again = await ds.client.post(asked["undo"]["path"], json=removal, actor=REPORTER)
    assert (again.status_code, again.json()["kind"]) == (409, "Refused")
    found = (await ds.client.get(f"{CLAIM}.json", actor=REPORTER)).json()
    assert found["interventions"] == []
    await post(ds, "review/1/send-back", SECOND_EDITOR, note="Shorter")  # now it will be signed anew
    assert (await ds.client.post(asked["undo"]["path"], json=removal, actor=REPORTER)).status_code == 200


async def test_undo_takes_no_request_from_readers_nor_brings_one_to_them_past_an_editor(ds):
    """A reporter's Undo of a request that had been signed took it off the site; an Undo of such an Undo put one there."""
    kept, gone = [
        (await post(ds, "ask", REPORTER, asked="Vale Echo", request=words)).json()["undo"]["body"]
        for words in ("Is it so?", "Who says so?")
    ]
    assert (await ds.client.post("/claims/-/undo", json=gone, actor=REPORTER)).status_code == 200
    back = {"after": gone["until"], "until": gone["until"] + 1}
    await post(ds, "draft", REPORTER, rating_id=await rating_id_of(ds))
    await post(ds, "review/1/submit", REPORTER)
    await post(ds, "review/1/approve", EDITOR)
    requests = (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["interventions"]
    for undo in (kept, back):
        refused = await ds.client.post("/claims/-/undo", json=undo, actor=REPORTER)
        assert (refused.status_code, "ask an editor" in refused.json()["error"]) == (409, True)
    now = (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["interventions"]
    assert now == requests != []
    answered = await post(ds, "intervention/1/close", REPORTER, outcome="declined")
    undo = answered.json()["undo"]["body"]
    assert (await ds.client.post("/claims/-/undo", json=undo, actor=REPORTER)).status_code == 200
    own = (await post(ds, "ask", EDITOR, asked="Vale Gazette", request="Is it so?")).json()["undo"]["body"]
    assert (await ds.client.post("/claims/-/undo", json=own, actor=EDITOR)).status_code == 200


async def test_an_editor_holds_a_published_verdict_and_releases_it(ds):
    await publish(ds)
    assert "review/1/hold" not in (await ds.client.get(CLAIM, actor=REPORTER)).text
    assert (await post(ds, "review/1/hold", REPORTER)).status_code == 403
    told = (await post(ds, "review/1/hold", EDITOR, note="A letter.")).json()["message"]
    assert told.startswith("Held. Readers still have it at ")
    page = (await ds.client.get(CLAIM, actor=EDITOR)).text
    assert ("Held since" in page, ", held</span>" in page, "review/1/hold" in page) == (True, True, False)
    assert "is held from readers" in (await ds.client.get("/claims/-/desk", actor=REPORTER)).text
    assert (await ds.client.get("/claims/-/published.json", actor=REPORTER)).json()["reviews"] == []
    assert (await post(ds, "review/1/hold", EDITOR)).status_code == 409
    told = (await post(ds, "review/1/release", EDITOR)).json()["message"]
    assert told.startswith("No longer held. Readers have it again on the site once it is built again")
    assert len((await ds.client.get("/claims/-/published.json", actor=REPORTER)).json()["reviews"]) == 1


async def test_a_withdrawal_gets_the_given_date(ds):
    await publish(ds)
    withdrawal = {"note": "Taken back", "withdrawn_on": "2024-06-01"}
    assert (
        await post(ds, "review/1/withdraw", EDITOR, **withdrawal | {"withdrawn_on": "June"})
    ).status_code == 400
    assert (await post(ds, "review/1/withdraw", EDITOR, **withdrawal)).status_code == 200
    [row] = (await ds.client.get("/claims/reviews.json?_shape=array", actor=EDITOR)).json()
    assert row["withdrawn_on"] == "2024-06-01"


async def test_a_future_withdrawal_date_is_refused_and_kept_in_the_form(ds):
    await publish(ds)
    form = {"note": "Taken back", "withdrawn_on": "2999-06-01"}
    response = await ds.client.post(f"{CLAIM}/review/1/withdraw", data=form, actor=EDITOR)
    assert response.status_code == 400
    assert "2999-06-01 is in the future" in response.text
    assert 'value="2999-06-01"' in response.text


@pytest.mark.parametrize(
    ("step", "form", "wrong"),
    [
        ("1/review/1/correct", {"note": "It was less", "reviewed_on": "2024-04-01"}, "correct-1-reviewed_on"),
        ("1/review/1/withdraw", {"note": "Taken back", "withdrawn_on": "2024-04-01"}, "withdraw-1-withdrawn_on"),
        ("2/review/2/publish", {"url": "https://desk.example/1", "reviewed_on": "2024-05-01"}, "publish-2-url"),
    ],
)  # fmt: skip
async def test_a_day_or_address_that_another_verdict_forbids_is_marked_in_the_form(ds, step, form, wrong):
    await publish(ds)
    await ds.client.post(
        "/claims/-/claim/2/draft", json={"rating_id": await rating_id_of(ds)}, actor=REPORTER
    )
    for signed, actor in (("submit", REPORTER), ("approve", EDITOR)):
        await ds.client.post(f"/claims/-/claim/2/review/2/{signed}", json={}, actor=actor)
    refused = await ds.client.post(f"/claims/-/claim/{step}", data=form, actor=SECOND_EDITOR)
    marked = document_fromstring(refused.text).xpath("//*[@aria-invalid]/@id")
    assert (refused.status_code < 400, marked) == (False, [wrong])


async def test_the_correction_form_is_prefilled_except_for_the_date(ds):
    """Left unchanged, the date of the wrong verdict would become that of the correction."""
    await publish(ds)
    page = (await ds.client.get(CLAIM, actor=EDITOR)).text
    assert re.search(r'id="correct-1-url"[^>]*value="https://desk\.example/1"', page)
    assert re.search(r'id="correct-1-reviewed_on"[^>]*value=""', page)
    await post(ds, "draft", EDITOR, reviewed_on="2024-06-01")
    page = (await ds.client.get(CLAIM, actor=EDITOR)).text
    assert re.search(r'id="revise-2-reviewed_on"[^>]*value="2024-06-01"', page)


@pytest.mark.parametrize("operation", ["claim/1/edit", "propose/file"])
async def test_a_claim_with_a_future_date_is_refused(ds, operation):
    form = {"text": "Trade grew by 40%", "claimed_on": "2999-06-01"}
    response = await ds.client.post(f"/claims/-/{operation}", data=form, actor=EDITOR)
    assert (response.status_code, "2999-06-01 is in the future" in response.text) == (400, True)


async def test_a_reporter_is_told_to_ask_an_editor_for_a_correction(ds):
    await publish(ds)
    draft = await ds.client.post(f"{CLAIM}/draft", data={"headline": "It was less"}, actor=REPORTER)
    page = await ds.client.get(CLAIM, actor=REPORTER, cookies=draft.cookies)
    assert "to change its verdict, ask an editor to correct or update that one." in page.text
    form = {"language": "cy", "rating_id": await rating_id_of(ds, "False")}
    draft = await ds.client.post(f"{CLAIM}/draft", data=form, actor=EDITOR)
    page = await ds.client.get(CLAIM, actor=EDITOR, cookies=draft.cookies)
    assert "both can be public once review 1 has its language, too." in page.text


async def test_a_second_verdict_on_a_claim_warns_and_cannot_be_published(ds):
    await publish(ds)
    draft = await ds.client.post(
        f"{CLAIM}/draft", data={"rating_id": await rating_id_of(ds, "True")}, actor=EDITOR
    )
    page = await ds.client.get(CLAIM, actor=EDITOR, cookies=draft.cookies)
    assert (
        "Review 1, also of claim 1, is published (drafted by eve, approved by olga): to change its verdict, correct or update that one."
        in page.text
    )
    await post(ds, "review/2/submit", EDITOR)
    await post(ds, "review/2/approve", SECOND_EDITOR)
    form = {"url": "https://desk.example/2", "reviewed_on": "2024-06-01"}
    response = await ds.client.post(f"{CLAIM}/review/2/publish", data=form, actor=SECOND_EDITOR)
    assert response.status_code == 409
    assert "already has a published verdict of this desk, review 1" in response.text


async def test_a_refused_draft_is_kept_in_the_form(ds):
    data = {"headline": "A long day's work", "url": "not an address"}
    response = await ds.client.post(f"{CLAIM}/draft", data=data, actor=REPORTER)
    assert response.status_code == 400
    assert "A long day&#39;s work" in response.text


async def test_an_empty_draft_is_refused_and_leaves_the_claim_as_it_is(ds):
    empty = {"rating_id": "", "headline": "", "summary": " ", "url": "", "not_before": ""}
    response = await ds.client.post(f"{CLAIM}/draft", data=empty, actor=REPORTER)
    assert response.status_code == 400
    assert "Nothing is filled in: choose a rating" in response.text
    claim = (await ds.client.get(f"{CLAIM}.json", actor=REPORTER)).json()
    assert (claim["claim"]["status"], claim["reviews"]) == ("open", [])


async def test_a_review_of_another_claim_is_404(ds):
    await post(ds, "draft", EDITOR)
    assert (
        await ds.client.post("/claims/-/claim/2/review/1/submit", json={}, actor=EDITOR)
    ).status_code == 404


async def test_approval_is_offered_only_to_a_second_editor(ds):
    await post(ds, "draft", EDITOR, rating_id=await rating_id_of(ds))
    await post(ds, "review/1/submit", EDITOR)
    assert "review/1/approve" in (await ds.client.get(CLAIM, actor=SECOND_EDITOR)).text
    assert "review/1/approve" not in (await ds.client.get(CLAIM, actor=REPORTER)).text
    own = (await ds.client.get(CLAIM, actor=EDITOR)).text
    assert ("Another person must approve it" in own, "review/1/approve" in own) == (True, False)


async def test_only_a_second_editor_can_change_the_address_of_a_verdict(ds):
    await publish(ds)
    moved = {"url": "https://desk.example/rent"}
    assert (await post(ds, "review/1/address", REPORTER, **moved)).status_code == 403
    assert (await post(ds, "review/1/revise", REPORTER, **moved)).status_code == 409
    own = await post(ds, "review/1/address", EDITOR, **moved)
    assert (own.status_code, "someone else must change the address" in own.json()["error"]) == (409, True)
    assert "Change its address" not in (await ds.client.get(CLAIM, actor=EDITOR)).text
    assert "Change its address" in (await ds.client.get(CLAIM, actor=SECOND_EDITOR)).text
    assert (await post(ds, "review/1/address", SECOND_EDITOR, **moved)).status_code == 200
    assert [review["url"] for review in await reviews(ds)] == [moved["url"]]


@pytest.mark.parametrize("status", ["published", "withdrawn"])
async def test_datasettes_api_cannot_change_a_review_that_was_published(ds, status):
    await publish(ds)
    if status == "withdrawn":
        await post(ds, "review/1/withdraw", SECOND_EDITOR, note="Gone.", withdrawn_on="2024-06-01")
    rows = "/claims/reviews.json?_shape=array"
    before = (await ds.client.get(rows, actor=EDITOR)).json()
    for change in (
        {"rating_id": await rating_id_of(ds, "True")},
        {"correction_note": "Never mind."},
        {"withdrawn_on": "2024-06-02"},
        {"reviewed_on": "2024-05-02"},
        {"language": "de"},
        {"url": "https://elsewhere.example/"},
        {"status": "draft"},
    ):
        response = await ds.client.post("/claims/reviews/1/-/update", json={"update": change}, actor=EDITOR)
        assert response.status_code >= 400, change
    assert (await ds.client.get(rows, actor=EDITOR)).json() == before


async def test_a_reporter_can_give_up_only_their_own_draft(ds):
    await post(ds, "draft", EDITOR, rating_id=await rating_id_of(ds))
    await post(ds, "draft", REPORTER, rating_id=await rating_id_of(ds))
    page = (await ds.client.get(CLAIM, actor=REPORTER)).text
    assert ("review/1/give-up" in page, "review/2/give-up" in page) == (False, True)
    assert (await post(ds, "review/1/give-up", REPORTER)).status_code == 409
    assert (await post(ds, "review/2/give-up", REPORTER)).json()["message"] == "Withdrawn."
    assert [review["status"] for review in await reviews(ds)] == ["draft", "withdrawn"]


async def test_a_second_draft_warns_of_the_first_at_each_step(ds):
    await post(ds, "draft", EDITOR, rating_id=await rating_id_of(ds))
    second = await post(ds, "draft", REPORTER, rating_id=await rating_id_of(ds))
    submitted = await post(ds, "review/2/submit", REPORTER)
    approved = await post(ds, "review/2/approve", EDITOR)
    for response in (second, submitted, approved):
        assert (
            "Review 1, also of claim 1, is draft (drafted by eve): only one of them"
            in response.json()["message"]
        )


async def test_a_verdict_can_be_published_in_two_languages(ds):
    shared_fields = {"rating_id": await rating_id_of(ds), "reviewed_on": "2024-05-01"}
    for number, language in ((1, "en"), (2, "cy")):
        form = {**shared_fields, "language": language, "url": f"https://desk.example/{language}"}
        form["headline"] = {"en": "It did not", "cy": "Naddo"}[language]
        await ds.client.post(f"{CLAIM}/draft", data=form, actor=EDITOR)
        await post(ds, f"review/{number}/submit", EDITOR)
        await post(ds, f"review/{number}/approve", SECOND_EDITOR)
        assert (await post(ds, f"review/{number}/publish", SECOND_EDITOR)).status_code == 200
    assert [(review["language"], review["status"]) for review in await reviews(ds)] == [
        ("en", "published"),
        ("cy", "published"),
    ]
    page = (await ds.client.get(CLAIM, actor=EDITOR)).text
    assert re.search(r'id="correct-2-language"[^>]*value="cy"', page)
    for shown in (page, (await ds.client.get("/claims/-/published", actor=EDITOR)).text):
        assert '<bdi lang="cy">Naddo</bdi>' in shown  # not read out as if it were English


async def test_an_approved_review_offers_send_back_and_a_published_one_correction(ds):
    await post(ds, "draft", EDITOR, rating_id=await rating_id_of(ds))
    await post(ds, "review/1/submit", EDITOR)
    await post(ds, "review/1/approve", SECOND_EDITOR)
    page = (await ds.client.get(CLAIM, actor=REPORTER)).text
    assert re.search(r'ask an editor to\s+send back <a href="#reviews">review 1</a>', page)
    assert "correction or an update</a>" not in page
    await post(ds, "review/1/publish", SECOND_EDITOR, url="https://desk.example/1", reviewed_on="2024-05-01")
    for actor, who in (
        (EDITOR, "evidence,"),
        (REPORTER, "ask an editor to"),
    ):  # only editors find the form there
        page = (await ds.client.get(CLAIM, actor=actor)).text
        assert re.search(rf'{who}\s+start a <a href="#reviews">correction or an update</a>', page), actor


async def desk_version(ds):
    return (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["desk_version"]


async def test_the_second_of_two_editors_of_a_draft_overwrites_nothing(ds):
    await post(
        ds, "draft", REPORTER, rating_id=await rating_id_of(ds), headline="First", summary="We looked."
    )
    seen = await desk_version(ds)
    await post(ds, "review/1/revise", EDITOR, headline="Second", rating_id=await rating_id_of(ds, "True"))
    # All fields, as a form sends them; only the summary was changed.
    form = {
        "headline": "First",
        "summary": "We called.",
        "rating_id": await rating_id_of(ds),
        "version": seen,
    }
    path, html = f"{CLAIM}/review/1/revise", HTML
    refused = await ds.client.post(path, data=form, actor=REPORTER, headers=html)
    page = document_fromstring(refused.text)
    alert = page.xpath("string(//*[@role='alert'])")
    assert refused.status_code == 409
    assert 'eve changed the rating from "False" to "True", the headline from "First" to "Second"' in alert
    again = {**page.xpath("//form[contains(@action, '/revise')]")[0].fields}
    assert (again["headline"], again["summary"].strip()) == ("Second", "We called.")
    assert (await ds.client.post(path, data=again, actor=REPORTER, headers=html)).status_code == 303
    (review,) = await reviews(ds)
    assert [review[name] for name in ("rating", "headline", "summary")] == ["True", "Second", "We called."]


@pytest.mark.parametrize(
    ("operation", "values"),
    [
        # what readers would see of the verdict
        ("review/1/revise", {"summary": "We called."}),
        # what the verdict is about
        ("edit", {"text": "Trade grew by 41%"}),
    ],
)
async def test_a_review_changed_since_it_was_shown_cannot_be_approved(ds, operation, values):
    await post(
        ds, "draft", REPORTER, rating_id=await rating_id_of(ds), headline="It did not", summary="We looked."
    )
    await post(ds, "review/1/submit", REPORTER)
    seen = await desk_version(ds)
    await post(ds, "note", REPORTER, body="No matter of the verdict")
    await post(ds, operation, REPORTER, **values)
    refused = await post(ds, "review/1/approve", EDITOR, version=seen)
    assert (refused.status_code, "rob changed the" in refused.json()["error"]) == (409, True)
    assert (await reviews(ds))[0]["status"] == "submitted"
    assert (await post(ds, "review/1/approve", EDITOR, version=await desk_version(ds))).status_code == 200


@pytest.mark.parametrize(
    ("step", "values"),
    [
        # the drafter has already fixed what the editor objects to
        ("send-back", {"note": "Ring them"}),
        # the withdrawn verdict is not the one that was read
        ("withdraw", {"note": "Wrong", "withdrawn_on": ""}),
    ],
)
async def test_a_review_changed_meanwhile_cannot_be_sent_back_or_withdrawn(ds, step, values):
    await post(ds, "draft", REPORTER, rating_id=await rating_id_of(ds), summary="We looked.")
    await post(ds, "review/1/submit", REPORTER)
    seen = await desk_version(ds)
    await post(ds, "review/1/revise", REPORTER, summary="We called.")
    form = values | {"version": str(seen)}
    refused = await ds.client.post(f"{CLAIM}/review/1/{step}", data=form, actor=EDITOR, headers=HTML)
    page = document_fromstring(refused.text)
    alert = page.xpath("string(//*[@role='alert'])")
    assert (refused.status_code, 'the summary from "We looked." to "We called."' in alert) == (409, True)
    [again] = page.xpath(f"//form[contains(@action, '/review/1/{step}')]")
    assert again.fields["note"].strip() == values["note"]
    assert (await reviews(ds))[0]["status"] == "submitted"
    sent = await ds.client.post(
        f"{CLAIM}/review/1/{step}", data=dict(again.fields), actor=EDITOR, headers=HTML
    )
    assert sent.status_code == 303


async def test_a_review_changed_meanwhile_cannot_be_corrected(ds):
    await publish(ds)
    seen = await desk_version(ds)
    original = (await reviews(ds))[0]
    await post(ds, "review/1/address", SECOND_EDITOR, url="https://desk.example/moved")
    form = {"note": "The figure", "summary": "Better.", "url": original["url"], "version": str(seen)}
    refused = await ds.client.post(f"{CLAIM}/review/1/correct", data=form, actor=SECOND_EDITOR, headers=HTML)
    [again] = document_fromstring(refused.text).xpath("//form[contains(@action, '/review/1/correct')]")
    assert (refused.status_code, "changed the address from" in refused.text) == (409, True)
    fields = {name: again.fields[name].strip() for name in ("note", "summary", "url")}
    assert fields == {"note": "The figure", "summary": "Better.", "url": "https://desk.example/moved"}


async def test_a_new_note_does_not_block_approval(ds):
    await post(ds, "draft", REPORTER, rating_id=await rating_id_of(ds))
    seen = await desk_version(ds)
    await post(ds, "review/1/submit", REPORTER)
    await post(ds, "note", REPORTER, body="No matter of the verdict")
    assert (await post(ds, "review/1/approve", EDITOR, version=seen)).status_code == 200
