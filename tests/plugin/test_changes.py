"""The page "What changed": who did what, in words, by day, with filters in its address."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import date
from html import unescape

import pytest

from claimtrack.store.file.database import open_desk
from claimtrack.workflow import desk as work
from tests.tables import each_row

from .conftest import EDITOR, REPORTER, VIEWER

pytestmark = pytest.mark.asyncio
PAGE = "/claims/-/changes"
FUTURE = "2999-01-01"


async def read(ds, query="", actor=VIEWER):
    """The rows of the page's JSON."""
    response = await ds.client.get(f"{PAGE}.json?{query}", actor=actor)
    assert response.status_code == 200, response.text
    return response.json()


def lines(html):
    """The words of each change, folded or not."""
    found = re.findall(r'<span class="ct-change">(.*?)</span>', html, re.DOTALL)
    return [unescape(re.sub("<[^>]+>", "", words)).strip() for words in found]


async def test_each_change_is_a_sentence_with_its_time_its_person_and_a_link(ds, path):
    db = open_desk(path)
    work.add_note(db, 2, "Ask the <office>", actor="eve")
    db.close()
    html = (await ds.client.get(f"{PAGE}?by=EVE", actor=VIEWER)).text
    assert lines(html) == ["added the note: Ask the <office>"]
    assert re.search(r'<time datetime="[\d:.TZ-]+" data-desk="[\d :-]+ UTC[^"]*">\d\d:\d\d</time>', html)
    assert '<bdi class="ct-who">eve</bdi>' in html
    assert re.search(r'href="/claims/-/claim/2">claim 2: <bdi>Trade grew by 40% in 2023</bdi>', html)
    assert f'<h2 id="day-1">{date.today():%A, %Y-%m-%d}</h2>' in html


async def test_what_was_done_at_once_is_one_line_which_opens_and_leads_to_all_of_it(ds, path):
    db = open_desk(path)
    db.conn.executemany("insert into tags (name) values (?)", [(f"tag {number}",) for number in range(30)])
    db.close()
    nameless = (await read(ds, "by=an+SQL+client"))["changes"]
    assert [change["actor"] for change in nameless] == [None] * 30
    html = (await ds.client.get(PAGE, actor=VIEWER)).text
    assert '<option value="an SQL client">' in html
    assert f'href="{PAGE}">What changed: claims</a>' in html
    assert re.search(r"<summary>added 30 tags of the desk<span", html)
    address, *_ = re.findall(r'href="([^"]*[?&;]step=[^"]*)">All changes of this step', html)
    whole = (await ds.client.get(unescape(address), actor=VIEWER)).text
    assert lines(whole)[::29] == ["added the tag of the desk: tag 29", "added the tag of the desk: tag 0"]
    assert "<summary>added" not in whole


@each_row(
    ("query", "tables"),
    [
        ("what=notes", {"notes"}),
        ("what=tags&by=ROB", {"tags", "claim_tags"}),
        ("claim=1&what=evidence", {"evidence"}),
        ("by=rob&claim=1", {"notes", "evidence", "claim_tags"}),
        ("claim=3&by=rob", set()),
        (f"since={FUTURE}", set()),
        ("until=yesterday", set()),
        ("since=yesterday+22:00&until=today&what=settings&by=setup", {"publishers", "rating_scales", "ratings"}),
        ("step=1-1", {"rating_scales"}),
    ],
)  # fmt: skip
async def test_the_address_says_which_changes(ds, query, tables):
    assert {change["table_name"] for change in (await read(ds, query))["changes"]} == tables
    assert (await ds.client.get(f"{PAGE}?{query}", actor=VIEWER)).status_code == 200


@each_row(
    ("query", "wrong"),
    [
        ("since=24.11.2026", "since: not a date: '24.11.2026'. Write it as YYYY-MM-DD, as in 2024-04-22"),
        ("since=2024-04-22+25:00", "since: not a time of the calendar: 2024-04-22 25:00. Write date and time, as in"),
        ("since=2024-04-22&until=2024-04-21", "until: 2024-04-21 is not after 2024-04-22: give the earlier one first"),
        ("since=gestern", "since: not a date: 'gestern'. Write it as YYYY-MM-DD, as in 2024-04-22, or as yesterday,"),
        ("by=RO", "by: nobody called 'RO' has changed anything: give rob"),
        ("by=nobody", "by: nobody called 'nobody' has changed anything: give one of rob, setup"),
        ("what=everything", "what must be one of claims, tags,"),
        ("claim=99", "claim: there is no claim 99"),
        ("claim=first", "claim must be a whole number of 0 or more, not 'first' (the number"),
        ("claim=99999999999999999999", "claim has too many digits: 99999999999999999999. Numbers have at most 18"),
        ("step=9", "step: the address of a step has two numbers, as in 120-164: open it from the list"),
        ("before=-1", "before must be a whole number of 0 or more, not '-1' (only changes before this one"),
    ],
)  # fmt: skip
async def test_a_wrong_value_is_named_with_the_form(ds, query, wrong):
    answer = await ds.client.get(f"{PAGE}.json?{query}", actor=VIEWER)
    assert (answer.status_code, answer.json()["error"][: len(wrong)]) == (400, wrong)
    page = await ds.client.get(f"{PAGE}?{query}", actor=VIEWER)
    [told] = re.findall(r'role="alert"[^>]*><p>(.*?)</p>', page.text)
    assert (page.status_code, unescape(told)[: len(wrong)].lower()) == (400, wrong.lower())
    assert '<select id="changes-what"' in page.text


async def test_programs_read_all_changes_page_by_page_while_others_write(ds, path, monkeypatch):
    everything = [change["id"] for change in (await read(ds))["changes"]]
    monkeypatch.setattr("claimtrack.plugin.pages.changes._MAX_ROWS", 5)
    found, following = [], ""
    while following is not None:
        answer = await read(ds, f"before={following}")
        found += [change["id"] for change in answer["changes"]]
        following = answer["next"]
        db = open_desk(path)
        work.add_note(db, 1, f"{following}", actor="eve")
        db.close()
    assert found == everything
    assert (len(found) > 20, found[-1]) == (True, 1)


async def test_programs_follow_the_changes_from_a_cursor_oldest_first_while_others_write(
    ds, path, monkeypatch
):
    everything = [change["id"] for change in (await read(ds))["changes"]]
    monkeypatch.setattr("claimtrack.plugin.pages.changes._MAX_ROWS", 5)
    found, following = [], "0"
    while (answer := await read(ds, f"after={following}"))["changes"]:
        found += [change["id"] for change in answer["changes"]]
        assert answer["next"] == answer["changes"][-1]["cursor"]
        following = answer["next"]
        if len(found) < 15:
            with closing(open_desk(path)) as db:
                work.add_note(db, 1, f"Asked after {following}", actor="eve")
    assert answer["next"] == following, "with nothing new, the cursor stays as it was"
    assert (found[: len(everything)], len(found)) == (everything[::-1], len(everything) + 2)
    tags = (await read(ds, "after=0&what=tags&by=rob"))["changes"]
    assert {change["table_name"] for change in tags} == {"tags", "claim_tags"}


async def test_a_cursor_that_the_desk_does_not_have_is_refused(ds):
    for cursor, status, kind in (
        ("2-000000", 409, "ChangedMeanwhile"),
        ("2", 400, "InvalidValue"),
        ("", 400, "InvalidValue"),
    ):
        answer = await ds.client.get(f"{PAGE}.json?after={cursor}", actor=VIEWER)
        assert (answer.status_code, answer.json()["kind"]) == (status, kind)
        documented = (await ds.client.get("/claims/-/openapi.json", actor=VIEWER)).json()["paths"]
        assert str(status) in documented["/-/changes.json"]["get"]["responses"]


async def test_a_removed_claim_has_its_changes_and_no_link(ds, path):
    db = open_desk(path)
    db.execute("delete from matches")
    db.execute("delete from claims where id = 5")
    db.close()
    html = (await ds.client.get(f"{PAGE}?claim=5", actor=VIEWER)).text
    assert "claim 5, which was removed" in html
    assert "removed the claim: Exports did not rise by 50 million in Spain" in lines(html)
    assert "/claims/-/claim/5" not in html


async def test_who_works_here_is_offered_their_own_last_change_and_all_users(serve, path):
    db = open_desk(path)
    work.add_note(db, 1, "Ask.", actor="eve")
    db.execute("drop trigger history_is_not_updated")
    db.execute("update history set happened_at = '2024-05-03T17:50:00.000Z' where actor = 'eve'")
    db.close()
    datasette = await serve(
        path, metadata={"plugins": {"claimtrack": {"roles": {"eve": "editor", "new": "reporter"}}}}
    )
    for actor, is_offered, names in (
        (EDITOR, True, {"eve", "rob", "setup", "new"}),
        (None, False, {"eve", "rob", "setup"}),
    ):
        html = (await datasette.client.get(PAGE, actor=actor)).text
        assert ("since=2024-05-03+" in html) is is_offered
        [choice] = re.findall(r'<select id="changes-by".*?</select>', html, re.DOTALL)
        assert set(re.findall(r'<option value="([^"]+)"', choice)) == names


async def test_the_desk_leads_to_the_page_and_the_old_list_stays(ds):
    assert (
        f'<a href="{PAGE}">What changed</a>' in (await ds.client.get("/claims/-/desk", actor=REPORTER)).text
    )
    rows = (await ds.client.get("/claims/what_changed.json?_shape=array", actor=REPORTER)).json()
    assert {"id", "happened_at", "actor", "changes"} <= set(rows[0])
