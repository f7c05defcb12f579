"""CSV is made in large parts, and no longer than somebody waits for it."""

from __future__ import annotations

import asyncio

import pytest
from datasette.database import Database
from datasette.views import table as views

from claimtrack.plugin.streaming import stream_csv, tell_lack_of_memory
from claimtrack.store.file.database import open_desk

from .conftest import VIEWER

pytestmark = pytest.mark.asyncio


def scope(path="/claims/claims.csv", query=b"_stream=1", method="GET"):
    return {"type": "http", "path": path, "query_string": query, "method": method}


async def nothing_more():
    await asyncio.Event().wait()


async def query_seen_by_the_app(asked):
    async def app(given, receive, send):
        seen.append(given.get("query_string"))

    seen = []
    await stream_csv(app)(asked, nothing_more, None)
    [query] = seen
    return query


async def test_a_whole_table_is_read_a_thousand_rows_at_a_time(ds):
    """Datasette read as many as its page shows, fifty, in five times the time."""
    assert await query_seen_by_the_app(scope()) == b"_stream=1&_size=max"
    for asked in (
        {"type": "lifespan"},
        scope(query=b"_stream=1&_size=20"),
        scope(query=b"_stream="),
        scope(query=b""),
        scope(path="/claims/claims.json"),
        scope(method="HEAD"),
        scope(method="POST"),
    ):
        assert await query_seen_by_the_app(asked) == asked.get("query_string")
    paths = (f"/claims/history.csv?_stream=1&_sort=id{size}" for size in ("", "&_size=2", "&_size=max"))
    sheets = [(await ds.client.get(path, actor=VIEWER)).content for path in paths]
    assert len(sheets[0].splitlines()) > 20
    assert sheets[0] == sheets[1] == sheets[2]


async def test_rows_are_sent_many_at_a_time_and_others_come_in_between():
    async def app(scope, receive, send):
        await send({"type": "http.response.start", "status": 200})
        for _ in range(3_000):
            await send({"type": "http.response.body", "body": b"x" * 50, "more_body": True})
        await send({"type": "http.response.body", "body": b"end\r\n"})

    async def send(message):
        sent.append(message)

    async def other():
        for _ in range(2):
            await asyncio.sleep(0)
        sent.append("another request")

    sent = []
    async with asyncio.TaskGroup() as both:
        both.create_task(stream_csv(app)(scope(), nothing_more, send))
        both.create_task(other())
    assert asyncio.all_tasks() == {asyncio.current_task()}  # nothing waits for the client any more
    assert "another request" in sent[1:-1]
    sent.remove("another request")
    assert sent[0]["type"] == "http.response.start"
    assert len(sent) == 11
    assert b"".join(part["body"] for part in sent[1:]) == b"x" * 150_000 + b"end\r\n"
    assert [bool(part.get("more_body")) for part in sent[1:]] == [True] * 9 + [False]


async def last_part(*rows, query=b"_stream=1", status=200):
    async def app(scope, receive, send):
        await send({"type": "http.response.start", "status": status})
        for row in rows:
            await send({"type": "http.response.body", "body": row, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    async def send(message):
        sent.append(message)

    sent = []
    await stream_csv(app)(scope(query=query), nothing_more, send)
    assert b"".join(part["body"] for part in sent[1:]) == b"".join(rows)
    return sent[-1]["more_body"]


async def test_a_table_that_failed_in_its_middle_is_not_sent_as_a_whole_one():
    """It ended after 19,000 of 20,000 claims, with status 200: a program took that for all of them."""
    assert await last_part(b"id,text\r\n", b"1,One\r\n", b"QueryInterrupted: interrupted")
    assert await last_part(b"x" * 20_000 + b"\r\n", b"y" * 20_000)
    assert not await last_part(b"id,text\r\n", b"1,One\r\n")
    assert not await last_part(b"id,text\r", b"\n")
    assert not await last_part()
    assert not await last_part(b"no such column", status=400)
    assert not await last_part(b"not of Datasette", query=b"")
    assert not await last_part(b"a page of it</html>", query=b"_stream=1&_trace=1")


@pytest.fixture
def odd(path):
    """A view whose sixth row cannot be read."""
    db = open_desk(path)
    db.conn.execute(
        "create view odd as select id, json(case id when 6 then '{' else id end) as n from history where id < 10"
    )
    db.close()


@pytest.mark.usefixtures("odd")
async def test_datasette_tells_in_that_way_that_a_later_page_failed(ds):
    with pytest.raises(AssertionError):  # httpx asserts that the answer has an end
        await ds.client.get("/claims/odd.csv?_stream=1&_size=2", actor=VIEWER)
    whole = await ds.client.get("/claims/odd.csv?_stream=1&_size=2&id__lt=6", actor=VIEWER)
    assert whole.text.splitlines() == ["id,n", *(f"{n},{n}" for n in range(1, 6))]


@pytest.mark.usefixtures("odd")
async def test_nor_is_one_sent_as_a_whole_one_for_which_the_memory_did_not_suffice(ds, monkeypatch, capsys):
    """Somebody's own query had taken it: Datasette wrote an error without words, which looked like the end."""

    async def execute(database, sql, *how, **more):
        if sql.endswith("offset 4"):
            raise MemoryError
        return await read(database, sql, *how, **more)

    read = Database.execute
    monkeypatch.setattr(Database, "execute", execute)
    with pytest.raises(AssertionError):
        await ds.client.get("/claims/odd.csv?_stream=1&_size=2", actor=VIEWER)
    assert capsys.readouterr().err == "Caught this error: MemoryError: out of memory\n"


@pytest.mark.parametrize(
    "how",
    [
        lambda datasette, fetch_data, request: None,  # it knows the database
        None,  # it has no such function
    ],
)
async def test_a_datasette_that_makes_csv_in_another_way_is_left_as_it_is(monkeypatch, how):
    monkeypatch.setattr(views, "stream_csv", how)
    tell_lack_of_memory.__wrapped__()
    assert views.stream_csv is how


async def test_who_asks_for_the_head_of_a_table_only_has_no_rows_made(ds):
    made, sent = [], []

    async def app(given, receive, send):
        await send({"type": "http.response.start", "status": 200})
        made.append("rows")

    async def send(message):
        sent.append(message)

    async with asyncio.timeout(10):
        await stream_csv(app)(scope(method="HEAD"), nothing_more, send)
    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]
    assert made == []
    head = await ds.client.request("HEAD", "/claims/history.csv?_stream=1", actor=VIEWER)
    assert (head.status_code, head.content) == (200, b"")


@pytest.fixture
def ended():
    return []


@pytest.fixture
def endless(ended):
    async def app(scope, receive, send):
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("cancelled")

    return app


async def test_whoever_goes_away_ends_the_making_of_a_csv(endless, ended):
    """Each table that somebody stopped downloading kept the server busy to its end: 16 seconds for a history of 47 MB."""
    messages = iter([{"type": "http.request"}, {"type": "http.disconnect"}])

    async def receive():
        await asyncio.sleep(0.01)
        return next(messages)

    async with asyncio.timeout(10):
        await stream_csv(endless)(scope(), receive, None)
    assert ended == ["cancelled"]


async def test_a_server_that_stops_ends_the_making_of_a_csv(endless, ended):
    answering = asyncio.create_task(stream_csv(endless)(scope(), nothing_more, None))
    await asyncio.sleep(0.01)
    answering.cancel()
    with pytest.raises(asyncio.CancelledError):
        await answering
    await asyncio.sleep(0.01)
    assert ended == ["cancelled"]


async def test_an_error_is_reported_as_without_the_wrapper():
    async def app(scope, receive, send):
        raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        await stream_csv(app)(scope(), nothing_more, None)
