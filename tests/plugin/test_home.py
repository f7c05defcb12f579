"""The desk's page: whose turn it is, who has how much, and what is late."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from urllib.parse import unquote

import pytest

from .conftest import EDITOR, REPORTER, VIEWER
from .test_reviewing import OTHER, rating

pytestmark = pytest.mark.asyncio
DESK = "/claims/-/desk"
YESTERDAY = (date.today() - timedelta(days=1)).isoformat()
NEXT_YEAR = (date.today() + timedelta(days=365)).isoformat()


async def post(ds, path, actor, **values):
    done = await ds.client.post(f"/claims/-/claim/{path}", json=values, actor=actor)
    assert done.status_code == 200, done.text
    return done.json()


async def draft(ds, claim, actor, headline):
    rated = {"rating_id": await rating(ds), "summary": "We looked."}
    made = await post(ds, f"{claim}/draft", actor, headline=headline, **rated)
    return f"{claim}/review/{made['review_id']}"


async def under_way(ds, actor):
    """The headlines below each heading of the verdicts that are not out yet."""
    page = (await ds.client.get(DESK, actor=actor)).text
    parts = re.findall(r"<h3>([^<]+)</h3>(.*?)</ul>", page, re.DOTALL)
    return {heading: re.findall(r"<bdi>([^<]+)</bdi></a>", listed) for heading, listed in parts}


async def test_verdicts_stand_by_the_step_that_is_next_and_first_where_it_is_ones_own_turn(ds):
    submitted = [await draft(ds, 1, actor, f"By {actor['id']}") for actor in (EDITOR, OTHER)]
    for review in submitted:
        await post(ds, f"{review}/submit", EDITOR)
    returned = await draft(ds, 2, REPORTER, "Too short")
    for step, actor in (("submit", REPORTER), ("send-back", EDITOR)):
        await post(ds, f"{returned}/{step}", actor)
    await draft(ds, 3, OTHER, "Of somebody else")
    await draft(ds, 3, REPORTER, "Just begun")

    for_editor = await under_way(ds, EDITOR)
    assert list(for_editor) == ["To approve", "Drafts"]
    assert for_editor["To approve"] == ["By olga", "By eve"]
    assert (await under_way(ds, OTHER))["To approve"] == ["By eve", "By olga"]

    for_reporter = await under_way(ds, REPORTER)
    assert list(for_reporter) == ["Drafts", "Waiting for approval"]
    assert for_reporter["Drafts"] == ["Too short", "Just begun", "Of somebody else"]
    page = (await ds.client.get(DESK, actor=REPORTER)).text
    assert page.count("sent back by <bdi>eve</bdi>") == 1

    await post(ds, f"{submitted[1]}/approve", EDITOR)
    assert (await under_way(ds, EDITOR))["To publish"] == ["By olga"]


async def test_of_more_verdicts_than_are_shown_the_page_leads_to_all(ds):
    for number in range(6):
        await draft(ds, 1, REPORTER, f"Draft {number}")
    page = (await ds.client.get(DESK, actor=REPORTER)).text
    assert len((await under_way(ds, REPORTER))["Drafts"]) == 5
    [address] = re.findall(r'<a href="([^"]+)">All 6 drafts</a>', unescape(page))
    listed = (await ds.client.get(address.replace("?", ".json?"))).json()["rows"]
    assert sorted(row["headline"] for row in listed) == [f"Draft {number}" for number in range(6)]


async def test_who_has_how_much_is_told_by_person_with_what_is_late(ds):
    for claim, name, due in ((1, "Rob", YESTERDAY), (2, " rob", NEXT_YEAR), (3, "eve", None)):
        await post(ds, f"{claim}/work", EDITOR, assignee=name, due_on=due)
    page = (await ds.client.get(DESK, actor=VIEWER)).text
    section = page.split("Who has what")[1].split("</section>")[0]
    told = re.sub(r"\s+", " ", re.sub("<[^>]+>", "", section)).strip()
    assert re.fullmatch("[Rr]ob 2 claims 1 overdue eve 1 claim", told)
    address = re.findall('href="([^"]+)"', section)[0].replace("&amp;", "&")
    listed = (await ds.client.get(address.replace("?", ".json?"))).json()["rows"]
    assert sorted(row["id"] for row in listed) == [1, 2], unquote(address)
    assert "1 of them overdue" in page
    assert re.search(r'href="/claims/due"><strong>1</strong>\s*<span>overdue</span>', page)
    assert "Who has what" not in (await ds.client.get(DESK)).text


async def test_ones_own_claims_stand_with_the_late_ones_first_then_by_priority(ds):
    given = [(1, "high", NEXT_YEAR), (2, "low", YESTERDAY), (3, "high", None)]
    for claim, priority, due in given:
        await post(ds, f"{claim}/work", EDITOR, assignee="rob", priority=priority, due_on=due)
    mine = (await ds.client.get(f"{DESK}.json", actor=REPORTER)).json()["mine"]
    assert [claim["id"] for claim in mine] == [2, 1, 3]


async def test_the_lists_are_a_click_away(ds):
    page = (await ds.client.get(DESK, actor=VIEWER)).text
    listed = re.findall(r'<li><a href="(/claims/\w+)">', page.split(">Lists<")[1])
    assert "/claims/without_evidence" in listed
    for address in listed:
        assert (await ds.client.get(address, actor=VIEWER)).status_code == 200, address


NAMED = [
    ("@rob: which table is this?", True, "the name in front"),
    ("Ask @ROB, please", True, "in capitals, amid the words"),
    ("rob rang", False, "a name without the sign is no question to him"),
    ("@roberta knows", False, "another name that begins so"),
    ("@Rob-Roy knows", False, "another name, with a hyphen"),
    ("@rob - table 4?", True, "a dash behind the name"),
    ("Write to bo@rob.example", False, "an address"),
]


@pytest.mark.parametrize(("body", "is_told", "reason"), NAMED)
async def test_a_note_that_names_somebody_stands_on_their_page(ds, body, is_told, reason):
    await post(ds, "1/note", EDITOR, body=body)
    page = (await ds.client.get(DESK, actor=REPORTER)).text
    assert (
        f'<a class="ct-claimed" href="/claims/-/claim/1#note-2"><bdi>{body}</bdi></a>' in page
    ) == is_told, reason
    assert "Notes to you" not in (await ds.client.get(DESK, actor=EDITOR)).text


@pytest.mark.parametrize(
    ("deed", "actor", "values", "reason"),
    [
        ("1/note", REPORTER, {"body": "Table 4."}, "an answer"),
        ("1/status", EDITOR, {"status": "parked"}, "nothing is left to do"),
    ],
)
async def test_it_stands_there_until_it_is_answered_or_the_claim_is_done(ds, deed, actor, values, reason):
    await post(ds, "1/note", EDITOR, body="@rob: which table?")
    await post(ds, "1/note", EDITOR, body="Nothing from me.")
    assert "Notes to you" in (await ds.client.get(DESK, actor=REPORTER)).text
    await post(ds, deed, actor, **values)
    assert "Notes to you" not in (await ds.client.get(DESK, actor=REPORTER)).text, reason


async def test_a_note_on_a_claim_that_is_done_already_stands_there_too(ds):
    """That a reader contradicts a verdict is told behind it."""
    await post(ds, "1/note", EDITOR, body="@rob: before")
    await post(ds, "1/status", EDITOR, status="parked")
    await post(ds, "1/note", EDITOR, body="@rob: behind")
    page = (await ds.client.get(DESK, actor=REPORTER)).text
    assert ("@rob: behind" in page, "@rob: before" in page) == (True, False)
    await post(ds, "1/note", REPORTER, body="Seen.")
    assert "Notes to you" not in (await ds.client.get(DESK, actor=REPORTER)).text
