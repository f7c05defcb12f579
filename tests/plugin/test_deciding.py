"""Triage and the judging of pairs."""

from __future__ import annotations

import html as entities
import re

import pytest

from claimtrack.core.model import Comparison, Suggestion
from claimtrack.plugin.pages import triage as triage_page
from claimtrack.store import matches
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow.reviews import reviewing
from claimtrack.workflow.triage import queue
from tests.tables import each_row

from .conftest import EDITOR, REPORTER, VIEWER

pytestmark = pytest.mark.asyncio
HTML = {"accept": "text/html"}


async def triage(ds, claim_id, actor=EDITOR, **values):
    return await ds.client.post(f"/claims/-/claim/{claim_id}/triage", json=values, actor=actor)


async def claim(ds, claim_id):
    return (await ds.client.get(f"/claims/-/claim/{claim_id}.json", actor=EDITOR)).json()["claim"]


async def test_the_queue_shows_one_proposed_claim_and_skips_to_the_next(ds):
    first = (await ds.client.get("/claims/-/triage.json", actor=EDITOR)).json()
    second = (await ds.client.get("/claims/-/triage.json?skip=1", actor=EDITOR)).json()
    assert {first["case"]["claim"]["id"], second["case"]["claim"]["id"]} == {4, 5}
    assert (await ds.client.get("/claims/-/triage.json?skip=2", actor=EDITOR)).json()["case"] is None


async def page_of(ds, actor, skip=0):
    return (await ds.client.get(f"/claims/-/triage?skip={skip}", actor=actor)).text


async def shown_to(ds, actor, skip=0):
    return int(re.search(r">Claim (\d+)</a>", await page_of(ds, actor, skip))[1])


async def test_two_who_decide_at_once_are_shown_two_claims(ds):
    assert [await shown_to(ds, who) for who in (EDITOR, REPORTER, EDITOR, REPORTER)] == [4, 5, 4, 5]
    assert await shown_to(ds, VIEWER) == 4
    page = await page_of(ds, REPORTER)
    assert "2 of 2 proposed" in page
    assert f'<bdi>{EDITOR["id"]}</bdi> is at <a href="/claims/-/claim/4">claim 4</a>' in page
    assert 'data-key="s" aria-keyshortcuts="s" href="/claims/-/triage?skip=2"' in page
    assert (await triage(ds, 5, actor=REPORTER, decision="reject")).status_code == 200
    page = await page_of(ds, REPORTER)
    assert ">Claim 4</a>" in page  # nothing else is left, and it is told
    assert f'<bdi>{EDITOR["id"]}</bdi> is at <a href="/claims/-/claim/4">claim 4</a>' in page


async def test_who_is_refused_may_skip_the_claim_behind_that_of_another(ds):
    assert [await shown_to(ds, who) for who in (EDITOR, REPORTER)] == [4, 5]
    cookies = (await ds.client.get("/claims/-/triage", actor=REPORTER)).cookies
    form = {"decision": "edit", "text": "-"}
    refused = await ds.client.post(
        "/claims/-/claim/5/triage?skip=0", data=form, cookies=cookies, actor=REPORTER, headers=HTML
    )
    assert refused.status_code == 400
    assert "2 of 2 proposed" in refused.text
    assert 'data-key="s" aria-keyshortcuts="s" href="/claims/-/triage?skip=2"' in refused.text


async def test_a_program_reads_the_whole_queue_and_keeps_no_claim_from_a_person(ds):
    async def read(actor, skip):
        return (await ds.client.get(f"/claims/-/triage.json?skip={skip}", actor=actor)).json()

    assert await shown_to(ds, EDITOR) == 4
    assert [(await read(REPORTER, skip))["case"]["claim"]["id"] for skip in (0, 1)] == [4, 5]
    assert await shown_to(ds, EDITOR, 1) == 5


async def test_a_claim_is_shown_again_when_whoever_was_at_it_has_gone(ds, monkeypatch):
    assert await shown_to(ds, EDITOR) == 4
    monkeypatch.setattr(triage_page, "_HOLD_SECONDS", 0.0)
    assert await shown_to(ds, REPORTER) == 4


async def test_who_only_reads_keeps_no_claim_from_those_who_decide(ds):
    assert [await shown_to(ds, who) for who in (VIEWER, EDITOR)] == [4, 4]


async def test_claims_of_one_score_come_in_the_order_of_the_terminal(ds, path):
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
        ({"decision": "accept"}, "open"),
        ({"decision": "reject"}, "rejected"),
        ({"decision": "edit", "text": "Exports rose", "speaker": "Ana", "note": "shorter"}, "open"),
        ({"decision": "duplicate", "other": 1}, "parked"),
    ],
)
async def test_a_decision_is_carried_out_and_taken_back_whole(ds, values, status):
    before = await claim(ds, 4)
    done = (await triage(ds, 4, **values)).json()
    assert (await claim(ds, 4))["status"] == status
    undone = {"after": done["after"], "until": done["until"], "back": "triage"}
    response = await ds.client.post("/claims/-/undo", json=undone, actor=EDITOR)
    assert response.status_code == 200, response.text
    assert await claim(ds, 4) == before


@pytest.mark.parametrize(
    "values",
    [
        {"decision": "edit", "text": "Exports rose", "note": "shorter"},
        {"decision": "accept"},
        {"decision": "reject"},
        {"decision": "duplicate", "other": 1},
    ],
)
async def test_who_decides_about_a_claim_that_was_reworded_meanwhile_is_told_and_decides_nothing(ds, values):
    shown = (await ds.client.get("/claims/-/claim/4.json", actor=EDITOR)).json()
    await ds.client.post("/claims/-/claim/4/edit", json={"text": "Exports tripled"}, actor=REPORTER)
    late = await ds.client.post(
        "/claims/-/claim/4/triage", data=values | {"version": shown["version"]}, headers=HTML, actor=EDITOR
    )
    told = (
        f'Meanwhile {REPORTER["id"]} changed the text from "{shown["claim"]["text"]}" to "Exports tripled". Your changes are still here: save again if '
        "they still apply"
    )
    assert (late.status_code, told in entities.unescape(late.text)) == (409, True)
    assert ((await claim(ds, 4))["text"], (await claim(ds, 4))["status"]) == ("Exports tripled", "proposed")
    assert values.get("text", "Exports tripled") in late.text
    [now] = set(re.findall('name="version" value="([0-9]+)"', late.text))
    again = await triage(ds, 4, **values, version=int(now))
    assert again.status_code == 200, again.text


@pytest.mark.parametrize(
    ("deed", "values"),
    [("priority", {"priority": "high"}), ("assign", {"assignee": "Kim"}), ("due", {"due_on": "2030-01-02"})],
)
async def test_who_decides_is_not_kept_from_it_by_what_changes_nothing_of_the_claim(ds, deed, values):
    shown = (await ds.client.get("/claims/-/claim/4.json", actor=EDITOR)).json()["version"]
    changed = await ds.client.post(f"/claims/-/claim/4/{deed}", json=values, actor=REPORTER)
    assert changed.status_code == 200, changed.text
    assert (await triage(ds, 4, decision="accept", version=shown)).status_code == 200


async def test_a_claim_that_somebody_else_decided_about_offers_nothing_but_the_next(ds):
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


async def test_what_repeats_a_claim_is_rejected_with_it_and_comes_back_with_it(ds):
    assert (await triage(ds, 5, decision="duplicate", other=4)).status_code == 200
    ring = await triage(ds, 4, decision="duplicate", other=5)
    assert (ring.status_code, "no claim would be left to check" in ring.text) == (409, True)
    done = (await triage(ds, 4, decision="reject")).json()
    assert (await claim(ds, 5))["status"] == "rejected"
    assert done["message"] == "Claim 4 rejected, and its duplicates with it: 5."
    undone = {"after": done["after"], "until": done["until"]}
    assert (await ds.client.post("/claims/-/undo", json=undone, actor=EDITOR)).status_code == 200
    assert [(await claim(ds, one))["status"] for one in (4, 5)] == ["proposed", "parked"]


async def test_somebody_elses_decision_is_not_taken_back_this_way(ds):
    done = (await triage(ds, 4, decision="accept")).json()
    undone = {"after": done["after"], "until": done["until"]}
    assert (await ds.client.post("/claims/-/undo", json=undone, actor=REPORTER)).status_code == 409
    everything = {"after": 0, "until": done["until"]}
    assert (await ds.client.post("/claims/-/undo", json=everything, actor=EDITOR)).status_code == 409


async def test_the_queue_of_pairs_is_gone_through_by_kind(ds):
    seen = {}
    for show in ("all", "repeats", "conflicts"):
        page = await ds.client.get(f"/claims/-/duplicates.json?show={show}", actor=EDITOR)
        seen[show] = (page.json()["waiting"], page.json()["pair"] is not None)
    assert seen == {"all": (1, True), "repeats": (0, False), "conflicts": (1, True)}
    bad = await ds.client.get("/claims/-/duplicates.json?show=nothing", actor=EDITOR)
    assert bad.status_code == 400


async def test_the_desk_says_why_two_claims_are_suspected_as_the_claim_does(ds):
    pair = (await ds.client.get("/claims/-/duplicates.json", actor=EDITOR)).json()["pair"]
    for page in ("desk", f"claim/{pair['left_id']}"):
        html = (await ds.client.get(f"/claims/-/{page}", actor=EDITOR)).text
        assert f"Against: <bdi>{pair['differences'][0]}</bdi>" in html, page


async def test_a_page_on_which_nothing_waits_tells_where_that_comes_from(ds):
    for claim_id in (4, 5):
        await triage(ds, claim_id, decision="accept")
    await ds.client.post("/claims/-/match/1/judge", json={"judgement": "different"}, actor=EDITOR)
    told = {
        "desk": "<code>claimtrack duplicates",
        "duplicates": "<code>claimtrack duplicates",
        "triage": "Bring in an article",
    }
    for page, words in told.items():
        assert words in (await ds.client.get(f"/claims/-/{page}", actor=EDITOR)).text, page


async def test_where_all_that_waits_is_of_the_other_kind_the_page_says_of_which_none_does(ds):
    page = (await ds.client.get("/claims/-/duplicates?show=repeats", actor=EDITOR)).text
    assert "No repeats are waiting." in page
    assert "New claims are compared" not in page


async def test_after_judging_the_same_kind_of_pairs_goes_on(ds):
    address = "/claims/-/match/1/judge?skip=0&show=conflicts"
    token = (await ds.client.get("/claims/-/duplicates", actor=EDITOR)).cookies
    done = await ds.client.post(address, data={"judgement": "different"}, cookies=token, actor=EDITOR)
    assert done.headers["location"].endswith("/claims/-/duplicates?skip=0&show=conflicts")


async def test_undo_leads_to_a_page_of_the_desk_and_nowhere_else(ds):
    done = (await triage(ds, 4, decision="accept")).json()
    undone = {"after": done["after"], "until": done["until"], "back": "//evil.example"}
    assert (await ds.client.post("/claims/-/undo", json=undone, actor=EDITOR)).status_code == 400


async def test_a_refused_undo_leads_back_to_the_page_and_says_why(ds):
    done = (await triage(ds, 4, decision="accept")).json()
    asked = {"after": done["after"], "until": done["until"], "back": "claim/4"}
    refused = await ds.client.post("/claims/-/undo", data=asked, headers=HTML, actor=REPORTER)
    assert (refused.status_code, refused.headers["location"]) == (303, "/claims/-/claim/4")
    page = await ds.client.get(refused.headers["location"], cookies=refused.cookies, actor=REPORTER)
    assert "That did not work: you can only undo your own changes here" in page.text
    assert (
        '<div class="ct-message ct-error" role="alert" tabindex="-1" autofocus>' in page.text
    )  # in the colours of what went wrong
    nowhere = asked | {"back": "//evil.example"}
    stays = await ds.client.post("/claims/-/undo", data=nowhere, headers=HTML, actor=REPORTER)
    assert stays.status_code == 400


async def test_the_second_of_two_who_decide_is_told(ds):
    await triage(ds, 4, decision="accept")
    late = await triage(ds, 4, decision="reject", actor=REPORTER)
    assert (late.status_code, "someone has decided on it" in late.text) == (409, True)


async def test_a_reporter_does_not_judge_by_way_of_triage(ds):
    assert (await triage(ds, 4, actor=REPORTER, decision="duplicate", other=1)).status_code == 409


async def test_a_pair_shows_what_differs_and_marks_the_facts(ds):
    page = (await ds.client.get("/claims/-/duplicates.json", actor=EDITOR)).json()
    facts = [[part["text"] for part in side["parts"] if part["fact"]] for side in page["sides"]]
    assert facts == [["5 million"], ["not", "50 million"]]


async def test_a_judgement_is_made_and_undone(ds):
    done = await ds.client.post("/claims/-/match/1/judge", json={"judgement": "different"}, actor=EDITOR)
    assert done.json()["before"] == "unjudged"
    assert (await ds.client.get("/claims/-/duplicates.json", actor=EDITOR)).json()["pair"] is None
    await ds.client.post("/claims/-/match/1/judge", json={"judgement": "unjudged"}, actor=EDITOR)
    assert (await ds.client.get("/claims/-/duplicates.json", actor=EDITOR)).json()["pair"]["id"] == 1


async def pair_version(ds):
    return (await ds.client.get("/claims/-/duplicates.json", actor=EDITOR)).json()["version"]


async def test_a_stale_page_overwrites_no_judgement(ds):
    shown = await pair_version(ds)
    judge = "/claims/-/match/1/judge"
    await ds.client.post(judge, json={"judgement": "same", "version": shown}, actor=EDITOR)
    late = await ds.client.post(judge, data={"judgement": "different", "version": str(shown)}, actor=EDITOR)
    assert late.status_code == 409
    assert f"Meanwhile {EDITOR['id']} judged claims" in entities.unescape(late.text)
    again = await ds.client.post(judge, json={"judgement": "same", "version": shown}, actor=EDITOR)
    assert again.json()["before"] == "same"
    assert f"already, by {EDITOR['id']}." in again.json()["message"]


async def test_a_pair_is_judged_anew_where_the_refusal_says(ds):
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


async def test_undo_of_a_judgement_comes_back_to_where_the_pair_was_shown(ds):
    shown = await pair_version(ds)
    form = {"judgement": "same", "version": str(shown)}
    done = await ds.client.post("/claims/-/match/1/judge?skip=0", data=form, actor=EDITOR)
    note = ds.unsign(done.cookies["claimtrack_done"], "claimtrack-done")
    undone = await ds.client.post(note["undo"], data=note["values"], actor=EDITOR)
    assert undone.headers["location"] == "/claims/-/duplicates?skip=0&show=all"
    assert (await ds.client.get("/claims/-/duplicates.json", actor=EDITOR)).json()["pair"]["id"] == 1


async def test_after_a_form_the_queue_stays_where_it_was(ds):
    data = {"decision": "accept"}
    response = await ds.client.post("/claims/-/claim/4/triage?skip=1", data=data, actor=EDITOR)
    assert response.headers["location"] == "/claims/-/triage?skip=1"


async def test_a_refused_edit_keeps_what_was_typed(ds):
    data = {"decision": "edit", "text": "My better words", "quote": "words that no article holds"}
    response = await ds.client.post("/claims/-/claim/4/triage", data=data, actor=EDITOR)
    assert response.status_code == 400
    assert "My better words" in entities.unescape(response.text)


async def test_a_pair_that_is_not_there_is_404(ds):
    response = await ds.client.post("/claims/-/match/99/judge", json={"judgement": "same"}, actor=EDITOR)
    assert response.status_code == 404


# Who looks at which page, the keys that the page names, and whether it says that editors judge.
KEYS = [
    ("triage", EDITOR, "a accept, r reject, e edit, s skip, 1 repeats that claim", False),
    ("triage?skip=1", EDITOR, "a accept, r reject, e edit, s skip, b back, 1 repeats that claim", False),
    ("triage", REPORTER, "a accept, r reject, e edit, s skip", True),
    ("triage", VIEWER, "s next", False),
    ("triage?skip=1", VIEWER, "s next, b back", False),
    ("duplicates", EDITOR, "y same, n different, m not sure, s next", False),
    ("duplicates", REPORTER, "s next", True),
]


@each_row(("page", "actor", "keys", "told"), KEYS)
async def test_a_page_names_the_keys_that_do_something_and_who_judges(ds, page, actor, keys, told):
    text = (await ds.client.get(f"/claims/-/{page}", actor=actor)).text
    assert f"Keys: {keys}</label>" in entities.unescape(text)
    assert ("Only an editor can judge" in text) is told


async def test_undo_is_named_where_there_is_something_to_undo(ds):
    token = (await ds.client.get("/claims/-/triage", actor=EDITOR)).cookies
    form = {"data": {"decision": "edit", "text": "Exports rose"}, "actor": EDITOR, "cookies": token}
    done = await ds.client.post("/claims/-/claim/4/triage?skip=0", **form)
    after = (await ds.client.get("/claims/-/triage", actor=EDITOR, cookies=done.cookies)).text
    assert "Claim 4 edited and accepted." in after
    assert "u undo" in after


async def same(ds):
    """Claims 4 and 5 are judged the same, and 5 is reworded; what the edit answered."""
    await ds.client.post("/claims/-/match/1/judge", json={"judgement": "same"}, actor=EDITOR)
    values = {"text": "The ministry bought twelve trains"}
    return await ds.client.post("/claims/-/claim/5/edit", json=values, actor=REPORTER)


async def test_who_rewords_a_claim_that_is_judged_the_same_as_another_is_told(ds):
    told = (await same(ds)).json()
    assert told["same_as"] == [4]
    assert told["message"] == (
        "Claim changed. It was judged the same as claim 4: check whether that is still true, under “Similar claims”."
    )
    form = {"text": "The ministry bought ten trains"}
    done = await ds.client.post("/claims/-/claim/5/edit", data=form, actor=REPORTER)
    assert done.headers["location"] == "/claims/-/claim/5#matches"
    told = (await triage(ds, 5, decision="edit", text="Nobody bought trains")).json()["message"]
    assert told == (
        "Claim 5 edited and accepted. It was judged the same as claim 4: check whether that is still true, on its "
        "page."
    )


async def test_no_old_score_is_shown_of_the_new_words(ds):
    await same(ds)
    shown = (await ds.client.get("/claims/-/claim/5.json", actor=EDITOR)).json()["matches"]
    assert [(row["score"], row["judgement"], row["reworded"]) for row in shown] == [(None, "same", True)]
    for page in ("claim/5", "claim/4", "triage"):
        html = (await ds.client.get(f"/claims/-/{page}", actor=EDITOR)).text
        assert ", before one of the claims was reworded" in html
        assert not re.search(r"\b0\.70\b", html)  # a time may end in "50.705Z"


async def test_the_pair_is_judged_anew_on_the_claims_page(ds):
    await same(ds)
    form = {"judgement": "same", "back": "claim/5"}
    done = await ds.client.post("/claims/-/match/1/judge", data=form, actor=EDITOR)
    assert done.headers["location"] == "/claims/-/claim/5"
    html = (await ds.client.get("/claims/-/claim/5", actor=EDITOR)).text
    assert "judged same" in html
    assert ", before one of the claims was reworded" not in html
    away = {"judgement": "different", "back": "//evil.example"}
    assert (await ds.client.post("/claims/-/match/1/judge", json=away, actor=EDITOR)).status_code == 400


def _published(path, claim_id, rating):
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


async def test_whoever_judges_claims_the_same_that_are_published_otherwise_is_told(ds, path):
    _published(path, 4, "True")
    _published(path, 5, "False")
    done = await ds.client.post("/claims/-/match/1/judge", json={"judgement": "same"}, actor=EDITOR)
    told = "laim 4 is published as True (review 1), but claim 5, judged the same, as False (review 2)"
    assert f"Warning: c{told}." in done.json()["message"]
    for claim_id in (4, 5):
        html = (await ds.client.get(f"/claims/-/claim/{claim_id}", actor=EDITOR)).text
        assert f"C{told}: correct one of them" in html


async def test_whoever_judges_claims_the_same_between_which_a_fact_differs_is_told_it(ds, path):
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
    other = await ds.client.post(
        f"/claims/-/match/{number}/judge", json={"judgement": "different"}, actor=EDITOR
    )
    assert "Warning" not in other.json()["message"]
