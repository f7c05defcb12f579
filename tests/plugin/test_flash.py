"""The message that a deed leaves: a cookie that browsers keep, whatever the way back holds."""

import string
from random import Random
from types import SimpleNamespace

import pytest
from datasette import Response

from claimtrack.plugin import flash
from claimtrack.plugin.visit import Result, Undo
from tests.tables import each_row

pytestmark = pytest.mark.asyncio
MOST = 4_096
"""Bytes of a cookie with its name and all; a browser drops a longer one without a word."""


@each_row(
    ("letters", "has_undo"), [(10, True), (1_000, True), (3_000, True), (4_000, False), (100_000, False)]
)
async def test_a_cookie_is_never_longer_than_browsers_keep(ds, letters, has_undo):
    visit = SimpleNamespace(
        datasette=ds, database=ds.databases["claims"], path=lambda path: f"/claims/-/{path}"
    )
    response = Response.redirect("/claims/-/claim/1")
    letters_of_any = Random(7).choices(string.ascii_letters, k=letters)  # which no packing makes shorter
    values = {"tag": "".join(letters_of_any)}
    flash.store_message(visit, response, Result("m" * 5_000, "claim/1", Undo("claim/1/tag", values)))
    [cookie] = response._set_cookie_headers
    assert len(cookie.encode()) <= MOST
    visit.request = SimpleNamespace(cookies={"claimtrack_done": cookie.partition("=")[2].partition(";")[0]})
    note = flash.read_message(visit)
    assert ("undo" in note, len(note["message"])) == (has_undo, flash._MAX_MESSAGE)
