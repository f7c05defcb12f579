"""The desk's home page: reviews in progress, workloads, overdue claims and notes to the reader."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from urllib.parse import unquote

import pytest

from claimtrack.plugin.pages import home

from .conftest import EDITOR, REPORTER, VIEWER
from .test_reviewing import SECOND_EDITOR, publish, rating_id_of

pytestmark = pytest.mark.asyncio
DESK = "/claims/-/desk"
DOUBTS = "/claims/-/doubts"
PAST = "2024-01-01"
NEXT_YEAR = (date.today() + timedelta(days=365)).isoformat()


async def post(ds, path, actor, **values):
    done = await ds.client.post(f"/claims/-/claim/{path}", json=values, actor=actor)
    assert done.status_code == 200, done.text
    return done.json()


async def draft(ds, claim, actor, headline):
    rated = {"rating_id": await rating_id_of(ds), "summary": "We looked."}
    created = await post(ds, f"{claim}/draft", actor, headline=headline, **rated)
    return f"{claim}/review/{created['review_id']}"


async def verdicts_in_progress(ds, actor):
    """The headlines under each heading of the unpublished verdicts."""
    page = (await ds.client.get(DESK, actor=actor)).text
    parts = re.findall(r"<h3>([^<]+)</h3>(.*?)</ul>", page, re.DOTALL)
    return {heading: re.findall(r"<bdi>([^<]+)</bdi></a>", listed) for heading, listed in parts}


async def test_unpublished_verdicts_are_grouped_by_next_step_own_tasks_first(ds):
    submitted = [await draft(ds, 1, actor, f"By {actor['id']}") for actor in (EDITOR, SECOND_EDITOR)]
    for review in submitted:
        await post(ds, f"{review}/submit", EDITOR)
    sent_back = await draft(ds, 2, REPORTER, "Too short")
    for step, actor in (("submit", REPORTER), ("send-back", EDITOR)):
        await post(ds, f"{sent_back}/{step}", actor)
    await draft(ds, 3, SECOND_EDITOR, "Of somebody else")
    await draft(ds, 3, REPORTER, "Just begun")

    for_editor = await verdicts_in_progress(ds, EDITOR)
    assert list(for_editor) == ["To approve", "Drafts"]
    assert for_editor["To approve"] == ["By olga", "By eve"]
    assert (await verdicts_in_progress(ds, SECOND_EDITOR))["To approve"] == ["By eve", "By olga"]

    for_reporter = await verdicts_in_progress(ds, REPORTER)
    assert list(for_reporter) == ["Drafts", "Waiting for approval"]
    assert for_reporter["Drafts"] == ["Too short", "Just begun", "Of somebody else"]
    page = (await ds.client.get(DESK, actor=REPORTER)).text
    assert page.count("sent back by <bdi>eve</bdi>") == 1

    await post(ds, "3/assign", EDITOR, assignee="eve")  # whoever has the claim now goes on with its drafts
    assert (await verdicts_in_progress(ds, EDITOR))["Drafts"] == [
        "Of somebody else",
        "Just begun",
        "Too short",
    ]

    await post(ds, f"{submitted[1]}/approve", EDITOR)
    assert (await verdicts_in_progress(ds, EDITOR))["To publish"] == ["By olga"]

    # The other verdict on that claim is of no use any longer.
    url = "https://desk.example/olga"
    await post(ds, f"{submitted[1]}/publish", EDITOR, url=url, reviewed_on=date.today().isoformat())
    page = (await ds.client.get(DESK, actor=REPORTER)).text
    [told] = re.findall(r"cannot be published beside review (\d+)", page)
    assert submitted[1].endswith(f"/review/{told}")
    page = (await ds.client.get("/claims/-/claim/1", actor=REPORTER)).text
    assert f"cannot be published beside review {told}" in page


async def test_the_list_for_publishing_several_has_claims_of_all_statuses(ds):
    """One that is published already has a verdict in a second language."""
    for claim in (1, 2):
        review = await draft(ds, claim, EDITOR, "Checked")
        await post(ds, f"{review}/submit", EDITOR)
        await post(ds, f"{review}/approve", SECOND_EDITOR)
    await post(ds, "2/status", EDITOR, status="checking")
    page = (await ds.client.get(DESK, actor=EDITOR)).text
    [listed] = re.findall(r'href="([^"]+)">Publish several at once', page)
    shown = await ds.client.get(unescape(listed).replace("?", ".json?"), actor=EDITOR)
    assert sorted((row["id"], row["status"]) for row in shown.json()["rows"]) == [
        (1, "in_review"),
        (2, "checking"),
    ]


async def test_the_page_links_to_all_verdicts_if_it_shows_only_some(ds):
    for number in range(6):
        await draft(ds, 1, REPORTER, f"Draft {number}")
    page = (await ds.client.get(DESK, actor=REPORTER)).text
    assert len((await verdicts_in_progress(ds, REPORTER))["Drafts"]) == 5
    [address] = re.findall(r'<a href="([^"]+)">All 6 drafts</a>', unescape(page))
    listed = (await ds.client.get(address.replace("?", ".json?"))).json()["rows"]
    assert sorted(row["headline"] for row in listed) == [f"Draft {number}" for number in range(6)]


async def test_the_desk_lists_each_persons_claims_and_overdue_ones(ds):
    for claim, name, due in ((1, "Rob", PAST), (2, " rob", NEXT_YEAR), (3, "eve", None)):
        await post(ds, f"{claim}/work", EDITOR, assignee=name, due_on=due)
    page = (await ds.client.get(DESK, actor=VIEWER)).text
    section = page.split("Who has what")[1].split("</section>")[0]
    shown = re.sub(r"\s+", " ", re.sub("<[^>]+>", "", section)).strip()
    assert shown == "Rob 2 claims 1 overdue eve 1 claim"
    address = re.findall('href="([^"]+)"', section)[0].replace("&amp;", "&")
    listed = (await ds.client.get(address.replace("?", ".json?"))).json()["rows"]
    assert sorted(row["id"] for row in listed) == [1, 2], unquote(address)
    assert "1 of them overdue" in page
    assert "All 1 due" not in page
    [late] = re.findall(r'href="([^"]+)"><strong>1</strong>\s*<span>overdue</span>', page)
    listed = (await ds.client.get(unescape(late).replace("?", ".json?"))).json()["rows"]
    assert [row["id"] for row in listed] == [1]
    assert "Who has what" not in (await ds.client.get(DESK)).text
    for status in ("checking", "in_review", "published"):
        await post(ds, "1/status", EDITOR, status=status)
    await post(ds, "1/work", EDITOR, due_on=PAST)
    section = (await ds.client.get(DESK, actor=VIEWER)).text.split("Who has what")[1].split("</section>")[0]
    shown = re.sub(r"\s+", " ", re.sub("<[^>]+>", "", section)).strip()
    assert shown == "Rob 1 claim, 1 to look at again 1 overdue eve 1 claim"
    again = next(address for address in re.findall('href="([^"]+)"', section) if "published" in address)
    listed = await ds.client.get(unescape(again).replace("?", ".json?"), actor=VIEWER)
    assert [row["id"] for row in listed.json()["rows"]] == [1]


async def test_who_works_here_sees_a_claim_in_review_once(ds):
    review = await draft(ds, 1, REPORTER, "Checked")
    await post(ds, f"{review}/submit", REPORTER)
    for status in ("checking", "in_review"):
        await post(ds, "2/status", EDITOR, status=status)

    async def in_review(actor):
        page = (await ds.client.get(DESK, actor=actor)).text
        section = page.partition('id="review-title"')[2].split("<h3>")[0].split("</section>")[0]
        return re.findall(r'href="/claims/-/claim/(\d+)"', section)

    assert await in_review(EDITOR) == ["2"]
    assert sorted(await in_review(VIEWER)) == ["1", "2"]
    for actor in (EDITOR, VIEWER):  # for a program, the key means the same whoever asks
        found = (await ds.client.get(f"{DESK}.json", actor=actor)).json()
        assert sorted(row["id"] for row in found["in_review"]) == [1, 2], actor
    await post(ds, "2/status", EDITOR, status="checking")
    assert "In review, without a verdict" not in (await ds.client.get(DESK, actor=EDITOR)).text


async def test_own_claims_are_sorted_by_overdue_first_then_priority(ds):
    assignments = [(1, "high", NEXT_YEAR), (2, "low", PAST), (3, "high", None)]
    for claim, priority, due in assignments:
        await post(ds, f"{claim}/work", EDITOR, assignee="rob", priority=priority, due_on=due)
    mine = (await ds.client.get(f"{DESK}.json", actor=REPORTER)).json()["mine"]
    assert [claim["id"] for claim in mine] == [2, 1, 3]


async def test_the_desk_links_working_lists(ds):
    page = (await ds.client.get(DESK, actor=VIEWER)).text
    listed = re.findall(r'<li><a href="(/claims/\w+)">', page.split(">Lists<")[1])
    assert "/claims/without_evidence" in listed
    for address in listed:
        assert (await ds.client.get(address, actor=VIEWER)).status_code == 200, address


NAMED = [
    ("@rob: which table is this?", True, "the name at the beginning"),
    ("Ask @ROB, please", True, "in capitals, in the middle of a sentence"),
    ("rob rang", False, "a name without @ is not addressed"),
    ("@roberta knows", False, "another name with the same beginning"),
    ("@Rob-Roy knows", False, "another name, with a hyphen"),
    ("@rob - table 4?", True, "a dash after the name"),
    ("Write to bo@rob.example", False, "an email address"),
]


@pytest.mark.parametrize(("body", "is_shown", "reason"), NAMED)
async def test_a_note_that_mentions_somebody_is_shown_on_their_desk_page(ds, body, is_shown, reason):
    await post(ds, "1/note", EDITOR, body=body)
    page = (await ds.client.get(DESK, actor=REPORTER)).text
    assert (
        f'<a class="ct-claimed" href="/claims/-/claim/1#note-2"><bdi>{body}</bdi></a>' in page
    ) == is_shown, reason
    assert "Notes to you" not in (await ds.client.get(DESK, actor=EDITOR)).text


async def test_of_many_notes_to_somebody_the_page_says_that_it_has_the_newest(ds, monkeypatch):
    monkeypatch.setattr(home, "_MAX_OWN", 1)
    for claim, is_told in ((1, False), (2, True)):
        await post(ds, f"{claim}/note", EDITOR, body="@rob: which table?")
        assert ("Only the newest 1 are shown" in (await ds.client.get(DESK, actor=REPORTER)).text) == is_told


@pytest.mark.parametrize(
    ("operation", "actor", "values", "reason"),
    [
        ("1/note", REPORTER, {"body": "Table 4."}, "an answer"),
        ("1/status", EDITOR, {"status": "parked"}, "nothing is left to do"),
    ],
)
async def test_a_note_to_somebody_is_shown_until_answered_or_the_claim_is_done(
    ds, operation, actor, values, reason
):
    await post(ds, "1/note", EDITOR, body="@rob: which table?")
    await post(ds, "1/note", EDITOR, body="Nothing from me.")
    assert "Notes to you" in (await ds.client.get(DESK, actor=REPORTER)).text
    await post(ds, operation, actor, **values)
    assert "Notes to you" not in (await ds.client.get(DESK, actor=REPORTER)).text, reason


async def test_a_note_to_somebody_on_a_finished_claim_is_shown(ds):
    """A reader's objection to a verdict, for one, arrives after the claim is done."""
    await post(ds, "1/note", EDITOR, body="@rob: before")
    await post(ds, "1/status", EDITOR, status="parked")
    await post(ds, "1/note", EDITOR, body="@rob: behind")
    page = (await ds.client.get(DESK, actor=REPORTER)).text
    assert ("@rob: behind" in page, "@rob: before" in page) == (True, False)
    await post(ds, "1/note", REPORTER, body="Seen.")
    assert "Notes to you" not in (await ds.client.get(DESK, actor=REPORTER)).text


async def test_what_is_in_doubt_is_told_to_those_who_work_here_with_what_settles_it(ds):
    await publish(ds)
    assert "In doubt</h2>" not in (await ds.client.get(DESK, actor=EDITOR)).text
    assert "Nothing that readers see or saw is in doubt." in (await ds.client.get(DOUBTS, actor=EDITOR)).text
    await post(ds, "1/review/1/hold", EDITOR, note="A letter")
    for path, form in (
        ("evidence/1/retract", {"note": "<i>Invented</i>"}),
        ("article/1/withdraw", {"note": "An error"}),
    ):
        done = await ds.client.post(f"/claims/-/{path}", json=form, actor=EDITOR)
        assert done.status_code == 200, done.text
    rows = (await ds.client.get(f"{DOUBTS}.json", actor=REPORTER)).json()["doubts"]
    assert {row["doubt"]: (row["about"], row["note"], row["marked_by"]) for row in rows} == {
        "verdict_held": (None, "A letter", "eve"),
        "evidence_retracted": ("https://stats.example/trade", "<i>Invented</i>", "eve"),
        "article_withdrawn": ("Trade <b>news</b>", "An error", "eve"),
    }
    assert "(`claimtrack review release 1`)" in next(
        row["message"] for row in rows if row["doubt"] == "verdict_held"
    )
    for address in (DESK, DOUBTS):
        page = (await ds.client.get(address, actor=REPORTER)).text
        assert "Review 1 is held from readers: give it back, correct it, or withdraw it." in page
        assert 'href="/claims/-/article/1"><bdi>Trade &lt;b&gt;news&lt;/b&gt;</bdi></a>' in page
        assert "why: <bdi>&lt;i&gt;Invented&lt;/i&gt;</bdi>" in page
    box = 'name="settles_doubt"'
    claim = "/claims/-/claim/1"
    assert box in (await ds.client.get(claim, actor=REPORTER)).text
    assert box not in (await ds.client.get(claim, actor=VIEWER)).text
    await post(ds, "1/note", REPORTER, body="She said so on air, too.", settles_doubt=True)
    [row] = (await ds.client.get(f"{DOUBTS}.json", actor=REPORTER)).json()["doubts"]
    assert row["doubt"] == "verdict_held"
    assert box not in (await ds.client.get(claim, actor=REPORTER)).text
    assert (await ds.client.get(DOUBTS, actor=VIEWER)).status_code == 403
    assert "In doubt" not in (await ds.client.get(DESK, actor=VIEWER)).text


async def test_a_rumour_is_listed_once_and_names_who_has_another_of_its_claims(ds):
    left, right = 4, 5
    done = await ds.client.post("/claims/-/match/1/judge", json={"judgement": "same"}, actor=EDITOR)
    assert done.status_code == 200, done.text
    for claim in (left, right):
        await post(ds, f"{claim}/status", EDITOR, status="open")
    await post(ds, f"{right}/assign", EDITOR, assignee="olga")
    page = (await ds.client.get(DESK, actor=REPORTER)).text
    untaken = page[page.index("untaken-title") :].partition("</section>")[0]
    assert re.findall(r"/claim/(\d+)", untaken) == ["1", "2", "3"]
    found = (await ds.client.get(f"/claims/-/marked?claim={left}", actor=REPORTER)).text
    named = f'<a href="/claims/-/claim/{right}">claim {right}</a>'
    assert f"{named} says the same and is with <bdi>olga</bdi>" in found
    page = (await ds.client.get(f"/claims/-/claim/{left}", actor=REPORTER)).text
    assert f"{named}, which is with <bdi>olga</bdi>" in page
    assert "<dt>Judged the same</dt>" not in page
    saved = (await post(ds, f"{left}/work", REPORTER, status="checking", assignee="rita"))["message"]
    assert re.match(
        f"Status: .* Assigned to rita. Warning: claim {right} says the same and is with olga", saved
    )
    assert saved.count("is with olga") == 1
    await post(ds, f"{left}/assign", REPORTER, assignee="")
    drafted = await post(ds, f"{left}/draft", REPORTER, headline="Trade fell")
    assert drafted["message"].startswith(
        f"Draft saved. The claim is assigned to you. Warning: claim {right} says the same and is with olga"
    )


async def test_the_desk_leads_to_the_newest_articles_with_proposed_claims(ds):
    """The list of proposed claims begins with the highest score: what comes in tonight may be far below."""
    assert (await ds.client.get(DESK + ".json", actor=REPORTER)).json()["articles_to_triage"] == []
    for day in ("Monday", "Tuesday"):
        text = f"“Unemployment fell by 12 percent on {day},” Ada Miller said."
        await post(ds, "../bring/article", REPORTER, text=text, title=f"The debate of {day}")
    found = (await ds.client.get(DESK + ".json", actor=REPORTER)).json()["articles_to_triage"]
    assert [(one["name"], one["proposed"]) for one in found] == [
        ("The debate of Tuesday", 1),
        ("The debate of Monday", 1),
    ]
    page = (await ds.client.get(DESK, actor=REPORTER)).text
    assert f'/-/triage?article={found[0]["id"]}"><bdi>The debate of Tuesday</bdi></a> 1' in page


async def test_possible_duplicates_name_the_speakers_where_they_differ(ds):
    who = '<p class="ct-meta"><bdi>Ben Moor</bdi></p>'
    assert "speaker unknown" not in (await ds.client.get(DESK, actor=EDITOR)).text
    await post(ds, "4/edit", EDITOR, claimant="Ben Moor")
    page = (await ds.client.get(DESK, actor=EDITOR)).text
    assert who in page
    assert "speaker unknown" in page


async def test_the_desk_says_what_each_status_means(ds):
    page = (await ds.client.get(DESK, actor=VIEWER)).text
    for label in ("Proposed", "Open", "Checking", "In review", "Published", "Parked", "Rejected"):
        assert f"<dt>{label}</dt><dd>" in page, label


async def test_what_was_said_again_after_its_verdict_is_on_the_first_page(ds):
    async def repeated():
        return [row["id"] for row in (await ds.client.get(f"{DESK}.json", actor=VIEWER)).json()["repeated"]]

    await publish(ds)
    claim = (await ds.client.get("/claims/-/claim/1.json", actor=VIEWER)).json()["claim"]
    said = {"text": claim["text"], "claimant": claim["claimant"], "source": "Radio 4, this morning"}
    await ds.client.post("/claims/-/propose/file", json={**said, "claimed_on": "2024-04-02"}, actor=REPORTER)
    assert await repeated() == []
    filed = {**said, "claimed_on": date.today().isoformat()}
    assert (await ds.client.post("/claims/-/propose/file", json=filed, actor=REPORTER)).status_code == 200
    assert await repeated() == [1]
    page = (await ds.client.get(DESK, actor=VIEWER)).text
    assert "Repeated after rating</h2>" in page
