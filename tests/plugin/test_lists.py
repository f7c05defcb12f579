"""Lists of claims on the desk, on a speaker's page and in a search show the decisive details first and nothing twice."""

from __future__ import annotations

import html as entities
import re
from contextlib import closing

import pytest

from claimtrack.core.model import Judgement
from claimtrack.store.file.database import open_desk
from claimtrack.workflow.matching.judging import judge

from .conftest import EDITOR, FERRIES, REPORTER, VIEWER, import_rated
from .test_reviewing import publish

pytestmark = pytest.mark.asyncio


def rows(page, title):
    """The text of each row of a section, without markup."""
    section = re.search(rf'<h2 id="{title}">.*?</section>', page, re.DOTALL)[0]
    found = re.findall(r"<li>(.*?)</li>", entities.unescape(section), re.DOTALL)
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", row)).strip() for row in found]


async def test_a_row_shows_status_lateness_priority_and_speaker_below_the_claim(ds):
    work = {"assignee": "eve", "due_on": "2001-05-03", "priority": "high"}
    await ds.client.post("/claims/-/claim/1/work", json=work, actor=EDITOR)
    page = (await ds.client.get("/claims/-/desk", actor=EDITOR)).text
    expected = "Trade grew by 40% open overdue since 2001-05-03 high priority The minister · claim 1"
    assert [row.startswith(expected) for row in rows(page, "mine-title")] == [True]
    assert 'class="ct-tag ct-late">overdue' in page


async def test_rows_do_not_repeat_the_status_that_their_heading_names(ds):
    page = (await ds.client.get("/claims/-/desk", actor=EDITOR)).text
    assert ["proposed" in row for row in rows(page, "proposed-title")] == [False, False]


async def test_rows_count_recorded_appearances_only(ds):
    speaker = (await ds.client.get("/claims/-/speaker/1", actor=EDITOR)).text
    assert rows(speaker, "claims-title") == [  # rows omit the speaker, whose page it is
        "Records show growth in 2023 open claim 3 · seen once",
        "Trade grew by 40% in 2023 open claim 2 · seen once",
        "Trade grew by 40% open claim 1 · seen once",
    ]
    page = (await ds.client.get("/claims/-/desk", actor=EDITOR)).text
    assert ["seen" in row for row in rows(page, "proposed-title")] == [False, False]


async def test_a_desk_without_proposed_claims_offers_to_bring_in_an_article(ds, path):
    for claim in (4, 5):
        await ds.client.post(f"/claims/-/claim/{claim}/work", json={"status": "open"}, actor=EDITOR)
    link = '<a href="/claims/-/bring">Bring in an article</a> to find some'
    assert link in (await ds.client.get("/claims/-/desk", actor=EDITOR)).text
    assert link not in (await ds.client.get("/claims/-/desk", actor=VIEWER)).text


async def test_a_suggested_pair_shows_both_claims_in_full(ds):
    long = "Exports rose by 5 million in Spain" + " and in all countries round it" * 4
    await ds.client.post("/claims/-/claim/4/edit", json={"text": long}, actor=EDITOR)
    await ds.client.post("/claims/-/claim/5/edit", json={"text": f"{long} 6"}, actor=EDITOR)
    page = (await ds.client.get("/claims/-/desk", actor=EDITOR)).text
    [row] = rows(page, "pairs-title")
    assert sorted(re.findall("Exports.*?round it(?: 6)?(?= Exports| For)", row)) == [long, f"{long} 6"]


async def test_no_row_begins_with_a_separator(ds, path):
    db = open_desk(path)
    import_rated(db)
    db.close()
    found = (await ds.client.get("/claims/-/search.json?q=ferry+fares", actor=EDITOR)).json()["claims"]
    for status in ("open", "checking", "in_review"):
        await ds.client.post(f"/claims/-/claim/{found[0]['id']}/work", json={"status": status}, actor=EDITOR)
    page = (await ds.client.get("/claims/-/desk", actor=EDITOR)).text
    [row] = rows(page, "review-title")
    assert row.startswith(f"{FERRIES} False (The Tide)")


async def test_claims_that_say_the_same_as_a_published_one_are_left_out_and_counted(ds, path):
    await publish(ds)
    work, listed = "/claims/claims_to_check", "/claims/published_already"
    assert f'href="{listed}"' not in (await ds.client.get(work, actor=REPORTER)).text
    with closing(open_desk(path)) as db:
        judge(db, 1, 2, Judgement.SAME, actor="eve")
    line = f'<p><a href="{listed}">1 claim that nobody has says the same as a published one</a>'
    for address in ("/claims/-/desk", work):
        assert line in (await ds.client.get(address, actor=REPORTER)).text
        assert line not in (await ds.client.get(address, actor=VIEWER)).text
    page = (await ds.client.get(listed, actor=REPORTER)).text
    assert 'name="claim" value="2"' in page
    assert re.search(r'published_id"><a href="/claims/-/claim/1"', page)
    assert "/claim/2" not in (await ds.client.get(work, actor=REPORTER)).text
