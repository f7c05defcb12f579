"""Attempts to log in: a password is checked within limits for its name and the address that it comes from."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import IPv6Address, ip_network
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from claimtrack.plugin.rate_limit import RateLimiter, TurnQueue
from claimtrack.workflow.people import verify_password

if TYPE_CHECKING:
    from datasette import Request
    from datasette.app import Datasette
    from datasette.database import Database

    from claimtrack.store.users import User

_limiters: WeakKeyDictionary[Datasette, RateLimiter] = WeakKeyDictionary()
# Checking a password takes 32 MB and a tenth of a second: two at a time, and off the event loop. A waiting future belongs
# to the event loop that created it, so each Datasette instance has its own queue.
_hashing: WeakKeyDictionary[Datasette, TurnQueue] = WeakKeyDictionary()
_waiting: WeakKeyDictionary[Datasette, Counter[str]] = WeakKeyDictionary()
_MAX_WAITING = 20
"""Attempts of one address that may wait for a turn: enough for an office in the morning, too few for a flood."""


class TooManyAttempts(Exception):
    """Too many attempts for a name or from an address; the message says how long to wait."""


async def check_password(
    datasette: Datasette, request: Request, database: Database, name: str, password: str
) -> User | None:
    """The user, if the password is theirs; otherwise None. Raises TooManyAttempts."""
    limiter, address = _limiters.setdefault(datasette, RateLimiter()), _address(request)
    tried = (database.name, name, address)
    wait = limiter.wait(*tried)
    if wait > 0:
        raise TooManyAttempts(f"Too many attempts for this name. Try again in {_format_wait(wait)}.")
    async with _reserve_attempt(datasette, address):
        before = limiter.attempts_from(database.name, address)
        # Count it before checking: otherwise a thousand simultaneous attempts would all be free.
        limiter.count(*tried)
        async with _hashing.setdefault(datasette, TurnQueue(2)).turn(before):
            user = await asyncio.to_thread(verify_password, database.path, name, password)
    if user is not None:
        limiter.forget(*tried)
    return user


@asynccontextmanager
async def _reserve_attempt(datasette: Datasette, address: str) -> AsyncIterator[None]:
    """Within the context, count as one of the few concurrent attempts of the address. Raises TooManyAttempts if there are too many."""
    waiting = _waiting.setdefault(datasette, Counter())
    if waiting[address] >= _MAX_WAITING:
        raise TooManyAttempts("Too many people are logging in from your network. Try again in a few seconds.")
    waiting[address] += 1
    try:
        yield
    finally:
        waiting[address] -= 1
        waiting += Counter()  # drops addresses with nobody waiting


def _address(request: Request) -> str:
    """The client address from the server or a local proxy (X-Forwarded-For); for IPv6 the /64 network, which one customer has."""
    client = request.scope.get("client")
    address = str(client[0])[:100] if client else ""
    try:
        number = IPv6Address(address)
    except ValueError:
        return address
    return address if number.ipv4_mapped else str(ip_network((number, 64), strict=False))


def _format_wait(seconds: float) -> str:
    return f"{seconds:.0f} seconds" if seconds < 90 else f"{seconds / 60:.0f} minutes"
