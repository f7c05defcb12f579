"""robots.txt lists which addresses of an open desk search engines should skip, by the rules of RFC 9309."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from shutil import copy

import pytest
import pytest_asyncio
from datasette import Response, hookimpl
from datasette.plugins import pm

from tests.tables import each_row

pytestmark = pytest.mark.asyncio

OPEN = {"plugins": {"claimtrack": {"public_read": True}}}
CLOSED = {"plugins": {"claimtrack": {"public_read": False}}}


def may_fetch(robots: str, address: str) -> bool:
    """Whether the longest matching rule allows the address; at equal length, Allow wins. Python's own parser has no wildcards."""
    rules = re.findall(r"^(Allow|Disallow): (\S+)$", robots, re.MULTILINE)
    fits = [(len(rule), word == "Allow") for word, rule in rules if _pattern(rule).match(address)]
    return max(fits, default=(0, True))[1]


def _pattern(rule: str) -> re.Pattern[str]:
    end = "$" if rule.endswith("$") else ""
    return re.compile(re.escape(rule.removesuffix("$")).replace(r"\*", ".*") + end)


async def robots_of(datasette) -> str:
    answer = await datasette.client.get("/robots.txt")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/plain; charset=utf-8")
    return answer.text


@pytest_asyncio.fixture
async def robots_of_an_open_desk(path, serve) -> str:
    return await robots_of(await serve(path, config=OPEN))


@each_row(
    ("address", "is_for_readers"),
    [
        ("/", True),  # links to the desk
        ("/claims", True),  # links to the list
        ("/claims/-/desk", True),
        ("/claims/-/claim/1", True),
        ("/claims/-/article/1", True),
        ("/claims/-/speaker/1?page=2", True),  # more of the speaker's claims
        ("/claims/claim_overview", True),
        ("/claims/claim_overview?_next=50", True),  # all claims, in the default order
        ("/-/static/app.css?_hash=1", True),  # search engines render the page
        ("/-/static-plugins/claimtrack/claimtrack.css", True),
        ("/claims/-/claim/1.json", False),  # a duplicate of the page
        ("/claims/-/speaker/1.json?page=2", False),
        ("/claims/claim_overview?_next=50&_sort=id", False),  # the same claims in another order
        ("/claims/claim_overview?_sort=id&_next=50", False),
        ("/claims/claim_overview?status=open", False),
        ("/claims/claim_overview?_facet=claimant", False),
        ("/claims/claim_overview.json", False),
        ("/claims/claim_overview.csv?_size=max", False),
        ("/claims/history/1", False),  # one page for each change
        ("/claims/claims/1", False),  # the claim page says more
        ("/claims.json", False),
        ("/claims/-/export.csv?preset=claims", False),
        ("/claims/-/login?next=%2Fclaims%2F-%2Fclaim%2F1", False),  # one address for each page
        ("/claims/-/search?q=trade", False),
        ("/claims/-/triage", False),
        ("/claims/-/query?sql=select+1", False),
        ("/-/databases", False),
    ],
)
async def test_robots_may_fetch_pages_of_an_open_desk_but_not_sorted_variants(
    robots_of_an_open_desk, address, is_for_readers
):
    assert may_fetch(robots_of_an_open_desk, address) is is_for_readers


async def test_robots_txt_does_not_name_a_closed_desk(path, serve, tmp_path):
    robots = await robots_of(await serve(path, config=CLOSED))
    assert "claims" not in robots
    assert not may_fetch(robots, "/claims/-/login")


async def test_robots_may_fetch_a_database_that_is_not_a_desk(path, serve, tmp_path):
    other_db = tmp_path / "claims2.db"
    with closing(sqlite3.connect(other_db)) as conn:
        conn.execute("create table rain (id integer primary key)")
    robots = await robots_of(await serve(path, other_db, config=CLOSED))
    assert may_fetch(robots, "/claims2/rain?_sort=id")
    assert "/claims/" not in robots


async def test_robots_txt_encodes_desk_names_and_includes_the_base_url(path, serve, tmp_path):
    oddly_named = copy(path, tmp_path / "Prüf stelle.db")
    ds = await serve(oddly_named, config=OPEN, settings={"base_url": "/desk/"})
    robots = await robots_of(ds)
    page = (await ds.client.get("/Pr~C3~BCf+stelle/-/claim/1")).text
    assert "Trade grew by 40%" in page
    assert may_fetch(robots, "/desk/Pr~C3~BCf+stelle/-/claim/1")
    assert not may_fetch(robots, "/desk/Pr~C3~BCf+stelle/-/search?q=x")


class BlockingPlugin:
    """A plug-in like datasette-block-robots."""

    @hookimpl
    def register_routes(self):
        return [(r"^/robots\.txt$", lambda: Response.text("User-agent: *\nDisallow: /\n"))]


@pytest.mark.parametrize("is_first", [True, False])
async def test_robots_txt_of_another_plug_in_takes_precedence(path, serve, is_first):
    ours, blocking = pm.get_plugin("claimtrack"), BlockingPlugin()
    if is_first:
        pm.unregister(ours)
    pm.register(blocking)
    if is_first:
        pm.register(ours, name="claimtrack")
    try:
        robots = await robots_of(await serve(path, config=OPEN))
    finally:
        pm.unregister(blocking)
    assert robots == "User-agent: *\nDisallow: /\n"
