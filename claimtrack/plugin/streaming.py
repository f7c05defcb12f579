"""Long answers: CSV is read and sent in large parts, its making ends when nobody waits for it any more, and one that fails is no whole one."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import cache
from inspect import signature
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from datasette.views import table as views

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Receive = Callable[[], Awaitable[dict[str, Any]]]
    Send = Callable[[dict[str, Any]], Awaitable[None]]

_PART = 2**14
"""Bytes to send at once. Datasette sends each row by itself, which took a fifth of the time."""
_END_OF_ROW = b"\r\n"


def stream_csv(app: Any) -> Any:
    """Wrap the application: CSV is made in large parts, and no longer than somebody waits for it; not at all where only its head is asked for."""

    async def wrapper(scope: dict[str, Any], receive: Receive, send: Send) -> None:
        is_csv = scope["type"] == "http" and scope["path"].endswith(".csv")
        if is_csv and scope["method"] == "HEAD":
            is_sent = asyncio.Event()
            await _answer_until(app(scope, receive, _head_only(send, is_sent)), is_sent.wait())
        elif is_csv and scope["method"] == "GET":  # which has no body to receive
            asked, is_table = _with_large_pages(scope)
            await _answer_until(app(asked, receive, _in_parts(send, is_table)), _wait_until_left(receive))
        else:
            await app(scope, receive, send)

    return wrapper


def _with_large_pages(scope: dict[str, Any]) -> tuple[dict[str, Any], bool]:
    """Have a whole table read a thousand rows at a time; return whether one is asked for, as CSV and not on a page with `_trace`.

    Datasette means to, but reads as many as its page shows, in five times the time.
    """
    given = parse_qs(scope["query_string"].decode("latin-1"))
    is_table = "_stream" in given
    if is_table and "_size" not in given:
        scope = {**scope, "query_string": scope["query_string"] + b"&_size=max"}
    return scope, is_table and "_trace" not in given


async def _answer_until(answering: Awaitable[None], ending: Awaitable[object]) -> None:
    """Await the answer, or cancel it at this end, such as that the client has gone."""
    answer = asyncio.ensure_future(answering)
    end = asyncio.ensure_future(ending)
    try:
        await asyncio.wait((answer, end), return_when=asyncio.FIRST_COMPLETED)
    finally:  # also if the server stops
        end.cancel()
        is_cancelled = answer.cancel()
    with suppress(*[asyncio.CancelledError] * is_cancelled):
        await answer


async def _wait_until_left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _head_only(send: Send, is_sent: asyncio.Event) -> Send:
    """Send the head of the answer, and say so before any of its rows is made."""

    async def send_head(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            await send(message)
            await send({"type": "http.response.body"})
            is_sent.set()
            await asyncio.Event().wait()

    return send_head


def _in_parts(send: Send, is_table: bool) -> Send:
    """Send what is small together with what follows it, and let others in after each part.

    If a later page of a whole table fails, as one that takes too long, Datasette writes why after the last row and ends the answer like a
    complete one, with status 200. Its end is not sent: the server then closes the connection, by which a program sees that rows are missing.
    """
    kept = bytearray()
    last = _END_OF_ROW

    async def send_together(message: dict[str, Any]) -> None:
        nonlocal last, is_table
        if message["type"] != "http.response.body":
            is_table = is_table and message.get("status") == 200
            await send(message)
            return
        body, more = message.get("body", b""), message.get("more_body", False)
        kept.extend(body)
        last = (last + body)[-len(_END_OF_ROW) :]
        if len(kept) >= _PART or not more:
            part = bytes(kept)
            kept.clear()
            await send({**message, "body": part, "more_body": more or (is_table and last != _END_OF_ROW)})
            await asyncio.sleep(0)

    return send_together


_KNOWN = ("datasette", "fetch_data", "request", "database")
"""What the function of Datasette takes that is replaced."""


@cache
def tell_lack_of_memory() -> None:
    """Let the CSV of a whole table say that the memory did not suffice for it: what Datasette writes of that error has no words.

    A Datasette that makes CSV in another way is left as it is.
    """
    make = getattr(views, "stream_csv", None)
    if make is None or tuple(signature(make).parameters) != _KNOWN:
        return

    async def stream(datasette: Any, fetch_data: Any, request: Any, database: str) -> Any:
        async def fetch(*page: Any, **how: Any) -> Any:
            try:
                return await fetch_data(*page, **how)
            except MemoryError as error:
                raise MemoryError("MemoryError: out of memory") from error

        return await make(datasette, fetch, request, database)

    views.stream_csv = stream
