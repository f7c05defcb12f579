"""Triage and the judging of duplicate pairs on their pages."""

from __future__ import annotations

import html as entities
import re
from contextlib import closing

import pytest
from lxml.html import document_fromstring

from claimtrack.core.model import Comparison, Suggestion
from claimtrack.plugin.pages import triage as triage_module
from claimtrack.store import matches
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow.reviews import reviewing
from claimtrack.workflow.triage import queue
from tests.tables import each_row

from .conftest import EDITOR, HTML, REPORTER, VIEWER, read_claim, read_flash

pytestmark = pytest.mark.asyncio


async def triage(ds, claim_id, actor=EDITOR, **values):
    return await ds.client.post(f"/claims/-/claim/{claim_id}/triage", json=values, actor=actor)


async def test_the_queue_shows_one_proposed_claim_at_a_time(ds):
    first = (await ds.client.get("/claims/-/triage.json", actor=EDITOR)).json()
    second = (await ds.client.get("/claims/-/triage.json?skip=1", actor=EDITOR)).json()
    assert {first["case"]["claim"]["id"], second["case"]["claim"]["id"]} == {4, 5}
    assert (await ds.client.get("/claims/-/triage.json?skip=2", actor=EDITOR)).json()["case"] is None


async def triage_page_of(ds, actor, skip=0):
    return (await ds.client.get(f"/claims/-/triage?skip={skip}", actor=actor)).text


async def claim_shown_to(ds, actor, skip=0):
    return int(re.search(r">Claim (\d+)</a>", await triage_page_of(ds, actor, skip))[1])


async def test_flags_say_what_they_mean_without_a_mouse(ds, path):
    with closing(open_desk(path)) as db, write_transaction(db, "setup"):
        db.execute("""update appearances set flags = '["future_plan", "of_a_plugin"]'""")
    html = (await ds.client.get("/claims/-/article/1", actor=EDITOR)).text
    shown = {one.text_content() for one in document_fromstring(html).find_class("ct-flag")}
    assert shown == {"future plan: not checkable yet", "of a plugin"}


async def test_two_people_in_triage_are_shown_different_claims(ds):
    assert [await claim_shown_to(ds, who) for who in (EDITOR, REPORTER, EDITOR, REPORTER)] == [4, 5, 4, 5]
    assert await claim_shown_to(ds, VIEWER) == 4
    page = await triage_page_of(ds, REPORTER)
    assert "2 of 2 proposed" in page
    assert f'<bdi>{EDITOR["id"]}</bdi> is at <a href="/claims/-/claim/4">claim 4</a>' in page
    assert 'data-key="s" aria-keyshortcuts="s" href="/claims/-/triage?skip=2"' in page
    assert (await triage(ds, 5, actor=REPORTER, decision="reject")).status_code == 200
    page = await triage_page_of(ds, REPORTER)
    assert ">Claim 4</a>" in page  # no other claim is left, and the page says who is at it
    assert f'<bdi>{EDITOR["id"]}</bdi> is at <a href="/claims/-/claim/4">claim 4</a>' in page


async def test_after_a_refusal_skip_still_passes_over_a_colleagues_claim(ds):
    assert [await claim_shown_to(ds, who) for who in (EDITOR, REPORTER)] == [4, 5]
    cookies = (await ds.client.get("/claims/-/triage", actor=REPORTER)).cookies
    form = {"decision": "edit", "text": "-"}
    refused = await ds.client.post(
        "/claims/-/claim/5/triage?skip=0", data=form, cookies=cookies, actor=REPORTER, headers=HTML
    )
    assert refused.status_code == 400
    assert "2 of 2 proposed" in refused.text
    assert 'data-key="s" aria-keyshortcuts="s" href="/claims/-/triage?skip=2"' in refused.text


async def test_reading_the_queue_as_json_holds_no_claim(ds):
    async def read(actor, skip):
        return (await ds.client.get(f"/claims/-/triage.json?skip={skip}", actor=actor)).json()

    assert await claim_shown_to(ds, EDITOR) == 4
    assert [(await read(REPORTER, skip))["case"]["claim"]["id"] for skip in (0, 1)] == [4, 5]
    assert await claim_shown_to(ds, EDITOR, 1) == 5


async def test_who_has_reached_the_end_of_the_queue_holds_no_claim(ds):
    assert await claim_shown_to(ds, REPORTER) == 4
    assert "That was the last" in await triage_page_of(ds, REPORTER, 2)
    assert await claim_shown_to(ds, EDITOR) == 4


async def test_a_claim_is_shown_again_once_its_hold_expires(ds, monkeypatch):
    assert await claim_shown_to(ds, EDITOR) == 4
    monkeypatch.setattr(triage_module, "_HOLD_SECONDS", 0.0)
    assert await claim_shown_to(ds, REPORTER) == 4


async def test_a_viewer_holds_no_claim(ds):
    assert [await claim_shown_to(ds, who) for who in (VIEWER, EDITOR)] == [4, 4]


async def test_claims_of_equal_score_come_in_the_same_order_as_in_the_terminal(ds, path):
    db = open_desk(path)
    shown = [
        (await ds.client.get(f"/claims/-/triage.json?skip={at}", actor=EDITOR)).json()["case"]["claim"]["id"]
        for at in range(2)
    ]
    assert shown == queue(db) == [4, 5]
    db.close()


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"decision": "accept", "note": "  "}, "open"),
        ({"decision": "reject"}, "rejected"),
        ({"decision": "edit", "text": "Exports rose", "speaker": "Ana", "note": "shorter"}, "open"),
        ({"decision": "duplicate", "other": 1}, "parked"),
    ],
)
async def test_a_decision_is_carried_out_and_undone_completely(ds, values, status):
    before = await read_claim(ds, 4)
    done = (await triage(ds, 4, **values)).json()
    assert (await read_claim(ds, 4))["status"] == status
    undo = {"after": done["after"], "until": done["until"], "back": "triage"}
    response = await ds.client.post("/claims/-/undo", json=undo, actor=EDITOR)
    assert response.status_code == 200, response.text
    assert await read_claim(ds, 4) == before


async def test_what_stands_for_a_duplicate_is_told_when_it_is_filed_and_on_its_page(ds):
    await ds.client.post("/claims/-/claim/1/assign", json={"assignee": "Kim"}, actor=EDITOR)
    done = (await triage(ds, 4, decision="duplicate", other=1)).json()
    assert (
        done["message"] == "Claim 4 filed as a duplicate. It repeats claim 1, which is open, assigned to Kim."
    )
    page = (await ds.client.get("/claims/-/claim/4", actor=VIEWER)).text
    [stands] = re.findall(r"<dt>Parked, because it repeats</dt><dd>(.*?)</dd>", page)
    assert re.sub("<.+?>", "", stands) == "claim 1 open &middot; assigned to Kim"
    assert "<dt>Judged the same</dt>" not in page


@pytest.mark.parametrize(
    "values",
    [
        {"decision": "edit", "text": "Exports rose", "note": "shorter"},
        {"decision": "accept"},
        {"decision": "reject"},
        {"decision": "duplicate", "other": 1},
    ],
)
async def test_a_decision_on_a_claim_reworded_meanwhile_is_refused(ds, values):
    shown = (await ds.client.get("/claims/-/claim/4.json", actor=EDITOR)).json()
    await ds.client.post("/claims/-/claim/4/edit", json={"text": "Exports tripled"}, actor=REPORTER)
    late = await ds.client.post(
        "/claims/-/claim/4/triage", data=values | {"version": shown["version"]}, headers=HTML, actor=EDITOR
    )
    message = (
        f'Meanwhile {REPORTER["id"]} changed the text from "{shown["claim"]["text"]}" to "Exports tripled". Your changes are still here: save again if '
        "they still apply"
    )
    assert (late.status_code, message in entities.unescape(late.text)) == (409, True)
    assert ((await read_claim(ds, 4))["text"], (await read_claim(ds, 4))["status"]) == (
        "Exports tripled",
        "proposed",
    )
    assert values.get("text", "Exports tripled") in late.text
    [version] = set(re.findall('name="version" value="([0-9]+)-[0-9a-f]{6}"', late.text))
    again = await triage(ds, 4, **values, version=int(version))
    assert again.status_code == 200, again.text


@pytest.mark.parametrize(
    ("operation", "values"),
    [("priority", {"priority": "high"}), ("assign", {"assignee": "Kim"}), ("due", {"due_on": "2030-01-02"})],
)
async def test_a_change_of_priority_assignee_or_due_date_does_not_block_a_decision(ds, operation, values):
    shown = (await ds.client.get("/claims/-/claim/4.json", actor=EDITOR)).json()["version"]
    changed = await ds.client.post(f"/claims/-/claim/4/{operation}", json=values, actor=REPORTER)
    assert changed.status_code == 200, changed.text
    assert (await triage(ds, 4, decision="accept", version=shown)).status_code == 200


async def test_a_claim_decided_by_a_colleague_offers_only_the_next_one(ds):
    await triage(ds, 4, decision="reject", actor=REPORTER)
    data = {"decision": "edit", "text": "Exports rose a little"}
    late = await ds.client.post("/claims/-/claim/4/triage?skip=0", data=data, headers=HTML, actor=EDITOR)
    html = entities.unescape(late.text)
    assert (late.status_code, "someone has decided on it" in html) == (409, True)
    assert "Already decided" in html
    assert "You wrote: <bdi>Exports rose a little</bdi>" in html
    assert 'name="decision"' not in html
    assert "Keys: s next</label>" in html
    assert 'href="/claims/-/triage?skip=0"' in html


async def test_duplicates_are_rejected_and_restored_with_their_claim(ds):
    assert (await triage(ds, 5, decision="duplicate", other=4)).status_code == 200
    ring = await triage(ds, 4, decision="duplicate", other=5)
    assert (ring.status_code, "no claim would be left to check" in ring.text) == (409, True)
    done = (await triage(ds, 4, decision="reject")).json()
    assert (await read_claim(ds, 5))["status"] == "rejected"
    assert done["message"] == "Claim 4 rejected, and its duplicates with it: 5."
    undo = {"after": done["after"], "until": done["until"]}
    assert (await ds.client.post("/claims/-/undo", json=undo, actor=EDITOR)).status_code == 200
    assert [(await read_claim(ds, claim_id))["status"] for claim_id in (4, 5)] == ["proposed", "parked"]


async def test_undo_is_refused_for_another_persons_decision(ds):
    done = (await triage(ds, 4, decision="accept")).json()
    undo = {"after": done["after"], "until": done["until"]}
    assert (await ds.client.post("/claims/-/undo", json=undo, actor=REPORTER)).status_code == 409
    everything = {"after": 0, "until": done["until"]}
    assert (await ds.client.post("/claims/-/undo", json=everything, actor=EDITOR)).status_code == 409


async def test_the_queue_of_pairs_can_be_filtered_by_kind(ds):
    shown = {}
    for show in ("all", "repeats", "conflicts"):
        page = await ds.client.get(f"/claims/-/duplicates.json?show={show}", actor=EDITOR)
        shown[show] = (page.json()["waiting"], page.json()["pair"] is not None)
    assert shown == {"all": (1, True), "repeats": (0, False), "conflicts": (1, True)}
    bad = await ds.client.get("/claims/-/duplicates.json?show=nothing", actor=EDITOR)
    assert bad.status_code == 400


async def test_the_desk_and_the_claim_page_say_what_differs_in_a_pair(ds):
    pair = (await ds.client.get("/claims/-/duplicates.json", actor=EDITOR)).json()["pair"]
    for page in ("desk", f"claim/{pair['left_id']}"):
        html = (await ds.client.get(f"/claims/-/{page}", actor=EDITOR)).text
        assert f"Against: <bdi>{pair['differences'][0]}</bdi>" in html, page


async def test_an_empty_queue_says_how_to_fill_it(ds):
    for claim_id in (4, 5):
        await triage(ds, claim_id, decision="accept")
    await ds.client.post("/claims/-/match/1/judge", json={"judgement": "different"}, actor=EDITOR)
    hints = {
        "desk": "<code>claimtrack duplicates",
        "duplicates": "<code>claimtrack duplicates",
        "triage": "Bring in an article",
    }
    for page, hint in hints.items():
        assert hint in (await ds.client.get(f"/claims/-/{page}", actor=EDITOR)).text, page


async def test_an_empty_kind_of_pairs_is_named_while_others_wait(ds):
    page = (await ds.client.get("/claims/-/duplicates?show=repeats", actor=EDITOR)).text
    assert "No repeats are waiting." in page
    assert "New claims are compared" not in page


async def test_judging_a_pair_returns_to_the_same_kind_of_pairs(ds):
    address = "/claims/-/match/1/judge?skip=0&show=conflicts"
    token = (await ds.client.get("/claims/-/duplicates", actor=EDITOR)).cookies
    done = await ds.client.post(address, data={"judgement": "different"}, cookies=token, actor=EDITOR)
    assert done.headers["location"].endswith("/claims/-/duplicates?skip=0&show=conflicts")


async def test_undo_refuses_to_redirect_to_another_site(ds):
    done = (await triage(ds, 4, decision="accept")).json()
    undo = {"after": done["after"], "until": done["until"], "back": "//evil.example"}
    assert (await ds.client.post("/claims/-/undo", json=undo, actor=EDITOR)).status_code == 400


async def test_a_refused_undo_returns_to_the_page_and_says_why(ds):
    done = (await triage(ds, 4, decision="accept")).json()
    undo = {"after": done["after"], "until": done["until"], "back": "claim/4"}
    refused = await ds.client.post("/claims/-/undo", data=undo, headers=HTML, actor=REPORTER)
    assert (refused.status_code, refused.headers["location"]) == (303, "/claims/-/claim/4")
    page = await ds.client.get(refused.headers["location"], cookies=refused.cookies, actor=REPORTER)
    assert "That did not work: you can only undo your own changes here" in page.text
    assert '<div class="ct-message ct-error" role="alert" tabindex="-1" autofocus>' in page.text
    elsewhere = undo | {"back": "//evil.example"}
    unredirected = await ds.client.post("/claims/-/undo", data=elsewhere, headers=HTML, actor=REPORTER)
    assert unredirected.status_code == 400


async def test_a_second_decision_on_the_same_claim_is_refused(ds):
    await triage(ds, 4, decision="accept")
    late = await triage(ds, 4, decision="reject", actor=REPORTER)
    assert (late.status_code, "someone has decided on it" in late.text) == (409, True)


async def test_a_reporter_cannot_judge_a_pair_through_triage(ds):
    assert (await triage(ds, 4, actor=REPORTER, decision="duplicate", other=1)).status_code == 409


async def test_a_pair_marks_the_facts_that_differ(ds):
    page = (await ds.client.get("/claims/-/duplicates.json", actor=EDITOR)).json()
    facts = [[part["text"] for part in side["parts"] if part["fact"]] for side in page["sides"]]
    assert facts == [["5 million"], ["not", "50 million"]]
    # Whoever hears the page does not hear what is marked.
    html = (await ds.client.get("/claims/-/duplicates", actor=EDITOR)).text
    told = [one.text_content() for one in document_fromstring(html).find_class("ct-hidden")]
    told = [one for one in told if one.startswith("Only here: ")]
    assert "5 million (framed)" in told[0]
    assert "not (framed)" in told[1]


async def test_a_judgement_is_made_and_undone(ds):
    done = await ds.client.post("/claims/-/match/1/judge", json={"judgement": "different"}, actor=EDITOR)
    assert done.json()["before"] == "unjudged"
    assert (await ds.client.get("/claims/-/duplicates.json", actor=EDITOR)).json()["pair"] is None
    await ds.client.post("/claims/-/match/1/judge", json={"judgement": "unjudged"}, actor=EDITOR)
    assert (await ds.client.get("/claims/-/duplicates.json", actor=EDITOR)).json()["pair"]["id"] == 1


async def test_a_note_says_why_a_pair_was_judged_so_and_is_undone_with_it(ds):
    judge, form = "/claims/-/match/1/judge", {"judgement": "same", "note": "Both mean the bridge"}
    done = await ds.client.post(judge, data={**form, "version": str(await pair_version(ds))}, actor=EDITOR)
    for claim_id, other in ((4, 5), (5, 4)):
        shown = (await ds.client.get(f"/claims/-/claim/{claim_id}.json", actor=EDITOR)).json()
        assert [one["body"] for one in shown["notes"]] == [f"Claim {other}, same: Both mean the bridge"]
    undo = read_flash(ds, done)
    await ds.client.post(undo["undo"], data=undo["values"], actor=EDITOR)
    assert not (await ds.client.get("/claims/-/claim/4.json", actor=EDITOR)).json()["notes"]


async def test_a_note_on_a_pair_that_a_colleague_judged_is_not_lost(ds):
    shown, judge = await pair_version(ds), "/claims/-/match/1/judge"
    await ds.client.post(judge, json={"judgement": "different"}, actor=EDITOR)
    form = {"judgement": "same", "note": "Both mean the bridge", "version": str(shown)}
    late = (await ds.client.post(f"{judge}?skip=0", data=form, actor=EDITOR)).text
    assert "You wrote: <bdi>Both mean the bridge</bdi>" in late
    same = await ds.client.post(judge, json={"judgement": "different", "note": "Two bridges"}, actor=EDITOR)
    assert same.json()["message"].endswith(" Your note is on both.")


async def pair_version(ds):
    return (await ds.client.get("/claims/-/duplicates.json", actor=EDITOR)).json()["version"]


async def test_a_judgement_from_a_stale_page_is_refused(ds):
    shown = await pair_version(ds)
    judge = "/claims/-/match/1/judge"
    await ds.client.post(judge, json={"judgement": "same", "version": shown}, actor=EDITOR)
    late = await ds.client.post(judge, data={"judgement": "different", "version": str(shown)}, actor=EDITOR)
    assert late.status_code == 409
    assert f"Meanwhile {EDITOR['id']} judged claims" in entities.unescape(late.text)
    again = await ds.client.post(judge, json={"judgement": "same", "version": shown}, actor=EDITOR)
    assert again.json()["before"] == "same"
    assert f"already, by {EDITOR['id']}." in again.json()["message"]


async def test_a_refused_judgement_names_the_page_to_judge_again(ds):
    shown = await pair_version(ds)
    judge = "/claims/-/match/1/judge"
    await ds.client.post(judge, json={"judgement": "different"}, actor=EDITOR)
    form = {"judgement": "same", "version": str(shown)}
    late = entities.unescape((await ds.client.post(judge, data=form, actor=EDITOR)).text)
    assert "with “Judge again” on the page of claim 4" in late
    assert "claimtrack judge" not in late
    html = (await ds.client.get("/claims/-/claim/4", actor=EDITOR)).text
    assert '<summary>Judge again<span class="ct-hidden"> claim 5</span></summary>' in html
    assert "Still different" in html
    assert "Judge again" not in (await ds.client.get("/claims/-/claim/4", actor=REPORTER)).text


async def test_undoing_a_judgement_returns_to_the_queue_of_pairs(ds):
    shown = await pair_version(ds)
    form = {"judgement": "same", "version": str(shown)}
    done = await ds.client.post("/claims/-/match/1/judge?skip=0", data=form, actor=EDITOR)
    note = read_flash(ds, done)
    undone = await ds.client.post(note["undo"], data=note["values"], actor=EDITOR)
    assert undone.headers["location"] == "/claims/-/duplicates?skip=0&show=all"
    assert (await ds.client.get("/claims/-/duplicates.json", actor=EDITOR)).json()["pair"]["id"] == 1


async def test_a_decision_returns_to_the_same_place_in_the_queue(ds):
    data = {"decision": "accept"}
    response = await ds.client.post("/claims/-/claim/4/triage?skip=1", data=data, actor=EDITOR)
    assert response.headers["location"] == "/claims/-/triage?skip=1"


async def test_a_refused_edit_keeps_what_was_typed(ds):
    data = {"decision": "edit", "text": "My better words", "quote": "words that no article holds"}
    response = await ds.client.post("/claims/-/claim/4/triage", data=data, actor=EDITOR)
    assert response.status_code == 400
    assert "My better words" in entities.unescape(response.text)


async def test_an_unknown_pair_is_404(ds):
    response = await ds.client.post("/claims/-/match/99/judge", json={"judgement": "same"}, actor=EDITOR)
    assert response.status_code == 404


# Page, actor, the keys that the page names, and whether it says that only editors judge.
KEYS = [
    ("triage", EDITOR, "a accept, r reject, e edit, s skip, 1 repeats that claim", False),
    ("triage?skip=1", EDITOR, "a accept, r reject, e edit, s skip, b back, 1 repeats that claim", False),
    ("triage", REPORTER, "a accept, r reject, e edit, s skip", True),
    ("triage", VIEWER, "s next", False),
    ("triage?skip=1", VIEWER, "s next, b back", False),
    ("duplicates", EDITOR, "y same, n different, m not sure, w say why, s next", False),
    ("duplicates", REPORTER, "s next", True),
]


@each_row(("page", "actor", "keys", "names_editors"), KEYS)
async def test_a_queue_names_the_working_keys_and_who_may_judge(ds, page, actor, keys, names_editors):
    text = (await ds.client.get(f"/claims/-/{page}", actor=actor)).text
    assert f"Keys: {keys}</label>" in entities.unescape(text)
    assert ("Only an editor can judge" in text) is names_editors


async def test_triage_names_the_undo_key_after_a_decision(ds):
    token = (await ds.client.get("/claims/-/triage", actor=EDITOR)).cookies
    form = {"data": {"decision": "edit", "text": "Exports rose"}, "actor": EDITOR, "cookies": token}
    done = await ds.client.post("/claims/-/claim/4/triage?skip=0", **form)
    after = (await ds.client.get("/claims/-/triage", actor=EDITOR, cookies=done.cookies)).text
    assert "Claim 4 edited and accepted." in after
    assert "u undo" in after


async def judge_same_and_reword(ds):
    """Judge claims 4 and 5 the same, reword 5, and return the response to the edit."""
    same = {"judgement": "same"}
    judged = (await ds.client.post("/claims/-/match/1/judge", json=same, actor=EDITOR)).json()
    parked = "Claim 5 is parked, because it repeats claim 4, which waits for triage."
    assert parked in judged["message"]
    values = {"text": "The ministry bought twelve trains"}
    return await ds.client.post("/claims/-/claim/5/edit", json=values, actor=REPORTER)


async def test_rewording_a_claim_warns_that_it_was_judged_the_same_as_another(ds):
    edited = (await judge_same_and_reword(ds)).json()
    assert edited["same_as"] == [4]
    assert edited["message"] == (
        "Claim changed. Warning: claim 5 was judged the same as claim 4. Check whether that is still true of the new wording; if not: an "
        "editor can say so under “Similar claims” on the page of claim 5."
    )
    form = {"text": "The ministry bought ten trains"}
    done = await ds.client.post("/claims/-/claim/5/edit", data=form, actor=REPORTER)
    assert done.headers["location"] == "/claims/-/claim/5#matches"
    await ds.client.post("/claims/-/claim/5/status", json={"status": "proposed"}, actor=REPORTER)
    message = (await triage(ds, 5, decision="edit", text="Nobody bought trains")).json()["message"]
    assert message == (
        "Claim 5 edited and accepted. Warning: claim 5 was judged the same as claim 4. Check whether that is still true of the new wording; if "
        "not: an editor can say so under “Similar claims” on the page of claim 5."
    )


async def test_a_reworded_claim_is_not_shown_with_its_old_score(ds):
    await judge_same_and_reword(ds)
    shown = (await ds.client.get("/claims/-/claim/5.json", actor=EDITOR)).json()["matches"]
    assert [(row["score"], row["judgement"], row["reworded"]) for row in shown] == [(None, "same", True)]
    for page in ("claim/5", "claim/4", "triage"):
        html = (await ds.client.get(f"/claims/-/{page}", actor=EDITOR)).text
        assert ", before one of the claims was reworded" in html
        assert not re.search(r"\b0\.70\b", html)  # a time may end in "50.705Z"


async def test_a_reworded_pair_is_judged_again_on_the_claim_page(ds):
    await judge_same_and_reword(ds)
    form = {"judgement": "same", "back": "claim/5"}
    done = await ds.client.post("/claims/-/match/1/judge", data=form, actor=EDITOR)
    assert done.headers["location"] == "/claims/-/claim/5"
    html = (await ds.client.get("/claims/-/claim/5", actor=EDITOR)).text
    assert "judged same" in html
    assert ", before one of the claims was reworded" not in html
    elsewhere = {"judgement": "different", "back": "//evil.example"}
    assert (await ds.client.post("/claims/-/match/1/judge", json=elsewhere, actor=EDITOR)).status_code == 400


def publish_review(path, claim_id, rating):
    db = open_desk(path)
    number = reviewing.draft(
        db, claim_id, rating=rating, scale="Four-step scale", summary="Counted.", actor="rob"
    )
    reviewing.submit(db, number, actor="rob")
    reviewing.approve(db, number, actor="eve")
    reviewing.publish(
        db, number, url=f"https://daily.example/{claim_id}", reviewed_on="2025-03-01", actor="eve"
    )
    db.close()


async def test_judging_claims_with_different_verdicts_the_same_warns(ds, path):
    publish_review(path, 4, "True")
    publish_review(path, 5, "False")
    done = await ds.client.post("/claims/-/match/1/judge", json={"judgement": "same"}, actor=EDITOR)
    warning = "laim 4 is published as True (review 1), but claim 5, judged the same, as False (review 2)"
    assert f"Warning: c{warning}." in done.json()["message"]
    for claim_id in (4, 5):
        html = (await ds.client.get(f"/claims/-/claim/{claim_id}", actor=EDITOR)).text
        assert f"C{warning}: correct one of them" in html


async def test_judging_claims_that_differ_in_a_fact_the_same_warns(ds, path):
    db = open_desk(path)
    claims = db.execute("select left_id, right_id from matches where id = 1").fetchone()
    for claim_id, towns in zip(claims, (12, 21), strict=True):
        words = f"The river authority closed {towns} locks on the Merrow canal in the dry summer of 2022"
        with write_transaction(db, "eve"):
            db.execute("update claims set text = ? where id = ?", [words, claim_id])
            matches.record_suggestions(db, [(*claims, Comparison(0.1, Suggestion.CONFLICT))], scorer="any")
    number = db.execute("select id from matches where left_id = ? and right_id = ?", claims).fetchone()[0]
    db.close()
    done = await ds.client.post(f"/claims/-/match/{number}/judge", json={"judgement": "same"}, actor=EDITOR)
    assert "Warning: they differ in a fact (differs: 12 / 21)" in done.json()["message"]
    assert done.json()["in_spite_of"] == ["differs: 12 / 21"]
    different = await ds.client.post(
        f"/claims/-/match/{number}/judge", json={"judgement": "different"}, actor=EDITOR
    )
    assert "Warning" not in different.json()["message"]
