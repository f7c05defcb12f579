"""Whatever a user can do on a desk is refused if a colleague has changed what it is about since the form was shown, or cannot do harm."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest
from lxml.html import document_fromstring

from claimtrack.plugin.routes import OPERATIONS
from claimtrack.workflow import concurrent_edits

from .conftest import EDITOR, REPORTER
from .test_reviewing import CLAIM, SECOND_EDITOR, post, publish, rating_id_of

pytestmark = pytest.mark.asyncio
REVIEW = "claim/{claim_id}/review/{review_id}"
ARTICLE = "/claims/-/article/1"
IDS = {"claim_id": 1, "review_id": 1, "evidence_id": 1, "article_id": 1, "appearance_id": 1, "match_id": 1, "intervention_id": 1, "claimant_id": 1}  # fmt: skip

# Each with the reason why it compares nothing.
COMPARES_NOTHING = {
    "claim/{claim_id}/link": "it adds a source",
    "claim/{claim_id}/tag": "it adds a tag",
    "claim/{claim_id}/untag": "a tag has nothing that could have been changed: it is there or not",
    "note/{note_id}/remove": "only its author removes a note, and nobody can change one",
    "article/{article_id}/propose": "it adds a claim",
    "claim/{claim_id}/again": "it adds an appearance",
    "propose/file": "it adds a claim",
    "bring/article": "it adds an article, or compares it with what the desk has",
    "check/draft": "it writes nothing",
    "undo": "it refuses by itself to undo what was changed since",
    "claim/{claim_id}/ask": "it adds a request",
    "claim/{claim_id}/draft": "it adds a review",
    REVIEW + "/hold": "in doubt, readers get less: that must not wait, and the reverse step compares",
    "people/reassign": "it is about all claims that a person has then, whichever they are",
    "tags/rename": "it names the tags as they were shown, and one that was renamed is not found",
    "outlets/rename": "it names the outlets as they were shown, and one that was renamed is not found",
    "tags/forget": "a former name is there or not",
    "speaker/{claimant_id}/join": "it adds a name, and one that is another speaker's is refused",
    "speaker/{claimant_id}/split": "a name is this speaker's or not",
    "outlets/forget": "a former name is there or not",
}


async def drafted(ds):
    draft = {"rating_id": await rating_id_of(ds), "summary": "We looked."}
    await post(ds, "draft", REPORTER, **draft)


async def submitted(ds):
    await drafted(ds)
    await post(ds, "review/1/submit", REPORTER)


async def approved(ds):
    await submitted(ds)
    await post(ds, "review/1/approve", EDITOR)


async def held(ds):
    await publish(ds)
    await post(ds, "review/1/hold", EDITOR)


async def asked(ds):
    await post(ds, "ask", EDITOR, asked="The ministry", request="Is it so?")


async def retracted(ds):
    await publish(ds)
    await ds.client.post("/claims/-/evidence/1/retract", json={}, actor=REPORTER)


async def withdrawn(ds):
    await ds.client.post(f"{ARTICLE}/withdraw", json={}, actor=REPORTER)


async def nothing(ds):
    pass


HIGH = ("claim/1/priority", {"priority": "high"})
REVISED = ("claim/1/review/1/revise", {"summary": "We rang."})
LATER = ("claim/1/review/1/not-before", {"not_before": "2999-05-03T18:00Z"})
MOVED = ("claim/1/review/1/address", {"url": "https://desk.example/moved"})
QUOTED = ("evidence/1/change", {"quote": "p. 4: 40%"})
RETRACTED = ("evidence/1/retract", {"retracted_on": "2024-06-01", "note": "They rang."})
WITHDRAWN = ("article/1/withdraw", {"withdrawn_on": "2024-06-01", "note": "They rang."})
# The operation: what was done before its form was shown, what a colleague does then, what the form contains.
STALE = {
    "claim/{claim_id}/work": (nothing, HIGH, {"assignee": "rob"}),
    "claim/{claim_id}/status": (nothing, HIGH, {"status": "checking"}),
    "claim/{claim_id}/priority": (nothing, HIGH, {"priority": "low"}),
    "claim/{claim_id}/due": (nothing, HIGH, {"due_on": "2999-05-01"}),
    "claim/{claim_id}/assign": (nothing, HIGH, {"assignee": "rob"}),
    "claim/{claim_id}/edit": (nothing, HIGH, {"text": "Trade shrank"}),
    "claim/{claim_id}/note": (retracted, WITHDRAWN, {"body": "It holds.", "settles_doubt": True}),
    "claim/{claim_id}/triage": (nothing, ("claim/4/edit", {"text": "Exports fell"}), {"decision": "accept"}),
    "evidence/{evidence_id}/change": (nothing, QUOTED, {"quote": "p. 5"}),
    "evidence/{evidence_id}/remove": (nothing, QUOTED, {}),
    "evidence/{evidence_id}/retract": (nothing, RETRACTED, {}),
    "evidence/{evidence_id}/restore": (retracted, RETRACTED, {}),
    "article/{article_id}/withdraw": (nothing, WITHDRAWN, {}),
    "article/{article_id}/restore": (withdrawn, WITHDRAWN, {}),
    "article/{article_id}/language": (nothing, ("article/1/language", {"language": "cy"}), {"language": "ga"}),
    "speaker/{claimant_id}/describe": (nothing, ("speaker/1/describe", {"role": "minister"}), {"role": "premier"}),
    "article/{article_id}/copy": (
        nothing,
        ("article/1/copy", {"archived_url": "https://archive.example/1"}),
        {"archived_url": "https://archive.example/2"},
    ),
    "appearance/{appearance_id}/move": (
        nothing,
        ("appearance/1/move", {"quote": "Trade grew by 40%,” the minister said"}),
        {"quote": "Trade grew"},
    ),
    "claim/{claim_id}/intervention/{intervention_id}/close": (
        asked,
        ("claim/1/intervention/1/close", {"outcome": "corrected"}),
        {"outcome": "declined"},
    ),
    "match/{match_id}/judge": (nothing, ("match/1/judge", {"judgement": "different"}), {"judgement": "same"}),
    "marked/change": (nothing, HIGH, {"claims": [1, 2], "tag": "rents"}),
    f"{REVIEW}/revise": (drafted, REVISED, {"summary": "Mine."}),
    f"{REVIEW}/submit": (drafted, REVISED, {}),
    f"{REVIEW}/give-up": (drafted, REVISED, {}),
    f"{REVIEW}/send-back": (submitted, REVISED, {}),
    f"{REVIEW}/approve": (submitted, REVISED, {}),
    f"{REVIEW}/not-before": (approved, LATER, {"not_before": None}),
    f"{REVIEW}/publish": (approved, LATER, {"url": "https://desk.example/1", "reviewed_on": "2024-05-01"}),
    f"{REVIEW}/address": (publish, MOVED, {"url": "https://desk.example/elsewhere"}),
    f"{REVIEW}/release": (held, ("claim/1/review/1/release", {}), {}),
    f"{REVIEW}/withdraw": (publish, MOVED, {"note": "We erred."}),
    f"{REVIEW}/correct": (publish, MOVED, {"note": "We erred."}),
    f"{REVIEW}/update": (publish, MOVED, {"note": "It has grown since."}),
}  # fmt: skip


async def test_every_operation_compares_or_is_listed_with_the_reason_why_it_need_not():
    compares = {operation.path for operation in OPERATIONS if operation.about}
    assert compares == set(STALE), "say in STALE what a colleague changes meanwhile"
    compares_nothing = {operation.path for operation in OPERATIONS} - compares
    assert compares_nothing == set(COMPARES_NOTHING), "give it an `about`, or say in COMPARES_NOTHING why not"


@pytest.mark.parametrize("name", STALE)
async def test_what_a_colleague_changed_meanwhile_is_named_and_nothing_is_done(ds, name):
    before, (theirs, change), mine = STALE[name]
    await before(ds)
    seen = (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["desk_version"]
    ids = IDS | ({"claim_id": 4} if name.endswith("/triage") else {})
    answer = await ds.client.post(f"/claims/-/{theirs}", json=change, actor=SECOND_EDITOR)
    assert answer.status_code == 200, answer.text
    now = (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["desk_version"]
    form = f"/claims/-/{name.format(**ids)}"
    late = await ds.client.post(
        form, json={**mine, "version": seen}, actor=REPORTER if name.endswith("give-up") else EDITOR
    )
    assert (late.status_code, late.json()["kind"]) == (409, "ChangedMeanwhile"), late.text
    assert "meanwhile" in late.json()["error"]
    assert (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["desk_version"] == now


@pytest.mark.parametrize("name", STALE)
async def test_a_version_that_the_desk_has_not_reached_is_refused(ds, name):
    """With a page from before a backup was put back, all that colleagues did since was overwritten."""
    before, _, mine = STALE[name]
    await before(ds)
    now = (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["desk_version"]
    form, ahead = f"/claims/-/{name.format(**IDS)}", {**mine, "version": now + 1}
    refused = await ds.client.post(form, json=ahead, actor=EDITOR)
    assert (refused.status_code, refused.json()["kind"]) == (409, "ChangedMeanwhile")
    assert "put back from a backup" in refused.json()["error"]


async def test_the_comparison_and_the_step_are_one_transaction(ds, path, monkeypatch):
    """Else another program could change the claim between them."""

    def write_meanwhile(*args, **options):
        with (
            closing(sqlite3.connect(path, timeout=0)) as other,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            other.execute("begin immediate")
        compared.append(args)

    compared = []
    monkeypatch.setattr(concurrent_edits, "check", write_meanwhile)
    done = await post(ds, "priority", EDITOR, priority="high", version=1)
    assert (done.status_code, len(compared)) == (200, 1)


async def file_everything(ds):
    """One desk on whose pages all forms are: a held verdict, an approved one, one that waits for approval and a draft."""
    await held(ds)
    await asked(ds)
    await ds.client.post("/claims/-/evidence/1/retract", json={}, actor=REPORTER)
    await withdrawn(ds)
    draft = {"rating_id": await rating_id_of(ds), "summary": "We looked."}
    for review_id, claim_id in ((2, 2), (3, 3), (4, 4)):
        claim = f"/claims/-/claim/{claim_id}"
        await ds.client.post(f"{claim}/draft", json=draft, actor=REPORTER)
        await ds.client.post(f"{claim}/link", json={"url": "https://a.example/"}, actor=REPORTER)
        for step in ("submit", "approve")[: claim_id - 2]:
            await ds.client.post(f"{claim}/review/{review_id}/{step}", json={}, actor=SECOND_EDITOR)


async def test_every_form_of_a_page_tells_which_version_of_the_desk_it_shows(ds):
    await file_everything(ds)
    routes = {re.compile(f"/claims/-/{re.sub(r'{[a-z_]+}', '[0-9]+', one.path)}"): one for one in OPERATIONS}
    pages = [
        "claim/1",
        "claim/2",
        "claim/3",
        "claim/4",
        "article/1",
        "speaker/1",
        "triage",
        "duplicates",
        "marked?claim=1,2",
    ]
    visits = [(page, SECOND_EDITOR) for page in pages] + [("claim/2", REPORTER)]
    shown = str((await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["desk_version"])
    told = set()
    for page, actor in visits:
        html = document_fromstring((await ds.client.get(f"/claims/-/{page}", actor=actor)).text)
        for form in html.xpath("//main//form[@method='post']"):
            [operation] = [one for route, one in routes.items() if route.fullmatch(form.action.split("?")[0])]
            sent = dict(form.form_values())
            assert sent["version"].partition("-")[0] == shown, (page, form.action)
            assert sent["shown_to"] == actor["id"], (page, form.action)
            told.add(operation.path)
    # On pages, one form has all of these.
    without_form = {f"claim/{{claim_id}}/{name}" for name in ("status", "priority", "due", "assign")}
    assert set(STALE) - told == without_form
