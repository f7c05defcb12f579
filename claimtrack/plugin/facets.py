"""Refuse an address that has a list counted too often: an answer of gigabytes would fill the memory of the server.

Datasette counts as many times as the address says, and puts all of the address into the link of each value that it counts. An
address of 12 kB took 1.8 GB and a minute and a half, in which nobody else was answered.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl

from datasette import Request, Response

from claimtrack.core.errors import InvalidValue
from claimtrack.plugin import views
from claimtrack.plugin.visit import wants_json

_HARMLESS = 300
"""Bytes of a query string that cannot ask for too much."""
_CONFIGURED = 5
"""About as many columns a table is counted by without being asked."""
_SIZE, _MOST_VALUES = "30", 1_000
"""How many values of a column are listed: by default, and at most."""
_MOST = 10_000_000
"""Characters of all links of an answer: a hundred times what a person clicks together."""
_TOLD = "This address asks for too many counts at once. Take some of _facet out of it, or _facet_size, or make it shorter."
_NO_NUMBER = "_facet_size is no number: give a whole number, or max."


def refuse_many_facets(app: Any) -> Any:
    """Wrap the application: whoever asks for too many counts gets an error that says so."""

    async def wrapper(scope: dict[str, Any], receive: Any, send: Any) -> None:
        told = _what_is_wrong(scope["query_string"]) if scope["type"] == "http" else None
        if told:
            is_program = wants_json(Request(scope, receive))
            refusal = (
                views.json_error(told, InvalidValue.__name__, 400)
                if is_program
                else Response.text(told, status=400)
            )
            await refusal.asgi_send(send)
        else:
            await app(scope, receive, send)

    return wrapper


def _what_is_wrong(query: bytes) -> str | None:
    given = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
    sizes = [value for name, value in given if name == "_facet_size"]
    # Datasette would take "²" for a number, and fail.
    if any(size.isdigit() and not size.isdecimal() for size in sizes):
        return _NO_NUMBER
    return _TOLD if len(query) > _HARMLESS and _asks_for_too_much(query, given, sizes) else None


def _asks_for_too_much(query: bytes, given: list[tuple[str, str]], sizes: list[str]) -> bool:
    counts = _CONFIGURED + sum(name.startswith("_facet") for name, _ in given) - len(sizes)
    size = sizes[0] if sizes else _SIZE
    values = int(size) + 1 if re.fullmatch("[0-9]{1,3}", size) else _MOST_VALUES
    return counts * values * len(query) > _MOST
