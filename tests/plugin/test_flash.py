"""The message that an operation leaves in a cookie always fits a browser's limit, whatever its undo contains."""

import string
from random import Random
from types import SimpleNamespace

import pytest
from datasette import Response
from lxml.html import document_fromstring

from claimtrack.plugin import flash
from claimtrack.plugin.visit import Result, Undo
from tests.tables import each_row

from .conftest import EDITOR, HTML, REPORTER

pytestmark = pytest.mark.asyncio
MAX_COOKIE_BYTES = 4_096
"""The size of a cookie including its name and attributes; browsers silently drop longer ones."""


@each_row(
    ("length", "has_undo"), [(10, True), (1_000, True), (3_000, True), (4_000, False), (100_000, False)]
)
async def test_a_message_cookie_never_exceeds_the_limit_of_browsers(ds, length, has_undo):
    visit = SimpleNamespace(
        datasette=ds, database=ds.databases["claims"], path=lambda path: f"/claims/-/{path}", actor="ada"
    )
    response = Response.redirect("/claims/-/claim/1")
    random_letters = Random(7).choices(string.ascii_letters, k=length)  # incompressible
    values = {"tag": "".join(random_letters)}
    flash.store_message(visit, response, Result("m" * 5_000, "claim/1", Undo("claim/1/tag", values)))
    [cookie] = response._set_cookie_headers
    assert len(cookie.encode()) <= MAX_COOKIE_BYTES
    visit.request = SimpleNamespace(cookies={"claimtrack_done": cookie.partition("=")[2].partition(";")[0]})
    note = flash.read_message(visit)
    assert ("undo" in note, len(note["message"])) == (has_undo, flash._MAX_MESSAGE)


async def test_a_message_is_not_for_the_next_person_at_the_same_browser(ds):
    """Ben would take Ada's words for his, and her change back with Undo."""
    saved = await ds.client.post("/claims/-/claim/2/tag", data={"tag": "trams"}, actor=EDITOR, headers=HTML)
    cookies = {"claimtrack_done": saved.cookies["claimtrack_done"]}
    for actor, is_told in ((REPORTER, False), (EDITOR, True)):
        signed = {**cookies, "ds_actor": ds.client.actor_cookie(actor)}
        page = await ds.client.get("/claims/-/claim/2", cookies=signed)
        message = document_fromstring(page.text).xpath("//*[@class='ct-message']")
        assert (page.status_code, len(message) == 1) == (200, is_told)
