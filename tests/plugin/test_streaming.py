"""CSV is made in large parts, and no longer than somebody waits for it."""

from __future__ import annotations

import asyncio

import pytest

from claimtrack.plugin.streaming import stream_csv

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
    for method in ("GET", "HEAD"):
        assert await query_seen_by_the_app(scope(method=method)) == b"_stream=1&_size=max"
    for asked in (
        {"type": "lifespan"},
        scope(query=b"_stream=1&_size=20"),
        scope(query=b"_stream="),
        scope(query=b""),
        scope(path="/claims/claims.json"),
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
        await send({"type": "http.response.body", "body": b"end"})

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
    assert b"".join(part["body"] for part in sent[1:]) == b"x" * 150_000 + b"end"
    assert [bool(part.get("more_body")) for part in sent[1:]] == [True] * 9 + [False]


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
