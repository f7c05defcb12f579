"""The lists of claims on the desk, a speaker's page and in a search: what decides is told first, and nothing twice."""

from __future__ import annotations

import html as entities
import re

import pytest

from claimtrack.store.file.database import open_desk

from .conftest import EDITOR, FERRIES, VIEWER, import_rated

pytestmark = pytest.mark.asyncio


def rows(page, title):
    """The words of each row of a section, without its markup."""
    section = re.search(rf'<h2 id="{title}">.*?</section>', page, re.DOTALL)[0]
    found = re.findall(r"<li>(.*?)</li>", entities.unescape(section), re.DOTALL)
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", row)).strip() for row in found]


async def test_below_the_claim_stand_where_it_is_whether_it_is_late_and_who_said_it(ds):
    work = {"assignee": "eve", "due_on": "2001-05-03", "priority": "high"}
    await ds.client.post("/claims/-/claim/1/work", json=work, actor=EDITOR)
    page = (await ds.client.get("/claims/-/desk", actor=EDITOR)).text
    told = "Trade grew by 40% open overdue since 2001-05-03 high priority The minister · claim 1"
    assert [row.startswith(told) for row in rows(page, "mine-title")] == [True]
    assert 'class="ct-tag ct-late">overdue' in page


async def test_a_heading_that_names_a_status_is_not_said_over_again_in_each_row(ds):
    page = (await ds.client.get("/claims/-/desk", actor=EDITOR)).text
    assert ["proposed" in row for row in rows(page, "proposed-title")] == [False, False]


async def test_a_claim_that_nobody_recorded_as_seen_is_not_told_as_seen_once(ds):
    speaker = (await ds.client.get("/claims/-/speaker/1", actor=EDITOR)).text
    assert rows(speaker, "claims-title") == [  # without the speaker: the page is theirs
        "Records show growth in 2023 open claim 3 · seen once",
        "Trade grew by 40% in 2023 open claim 2 · seen once",
        "Trade grew by 40% open claim 1 · seen once",
    ]
    page = (await ds.client.get("/claims/-/desk", actor=EDITOR)).text
    assert ["seen" in row for row in rows(page, "proposed-title")] == [False, False]


async def test_a_desk_without_proposed_claims_leads_who_may_to_more(ds, path):
    for claim in (4, 5):
        await ds.client.post(f"/claims/-/claim/{claim}/work", json={"status": "open"}, actor=EDITOR)
    way = '<a href="/claims/-/bring">Bring in an article</a> to find some'
    assert way in (await ds.client.get("/claims/-/desk", actor=EDITOR)).text
    assert way not in (await ds.client.get("/claims/-/desk", actor=VIEWER)).text


async def test_of_a_possible_duplicate_both_claims_are_told_whole(ds):
    long = "Exports rose by 5 million in Spain" + " and in all countries round it" * 4
    await ds.client.post("/claims/-/claim/4/edit", json={"text": long}, actor=EDITOR)
    await ds.client.post("/claims/-/claim/5/edit", json={"text": f"{long} 6"}, actor=EDITOR)
    page = (await ds.client.get("/claims/-/desk", actor=EDITOR)).text
    [row] = rows(page, "pairs-title")
    assert sorted(re.findall("Exports.*?round it(?: 6)?(?= Exports| For)", row)) == [long, f"{long} 6"]


async def test_no_row_begins_with_what_parts_two_things(ds, path):
    db = open_desk(path)
    import_rated(db)
    db.close()
    found = (await ds.client.get("/claims/-/search.json?q=ferry+fares", actor=EDITOR)).json()["claims"]
    for status in ("open", "checking", "in_review"):
        await ds.client.post(f"/claims/-/claim/{found[0]['id']}/work", json={"status": status}, actor=EDITOR)
    page = (await ds.client.get("/claims/-/desk", actor=EDITOR)).text
    [row] = rows(page, "review-title")
    assert row.startswith(f"{FERRIES} False (The Tide)")
