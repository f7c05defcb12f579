"""Slow down password guessing: the delay after failed attempts, and the order of simultaneous ones."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

FORGET_AFTER = 60 * 60
"""Seconds after the last failed attempt."""
MAX_ENTRIES = 10_000
"""Entries to keep; above that, those with the fewest failures are dropped."""


@dataclass(frozen=True)
class Limit:
    """The failed attempts allowed without a delay, and the longest delay in seconds."""

    free: int
    longest_wait: float

    def wait(self, failures: int) -> float:
        """Seconds to wait after this many failures: 30 after the free ones, then doubling each time."""
        over = failures - self.free
        return min(self.longest_wait, 30 * 2 ** min(over, 20)) if over >= 0 else 0.0


FROM_ONE_ADDRESS = Limit(free=5, longest_wait=15 * 60)
FROM_ALL_ADDRESSES = Limit(free=100, longest_wait=30)
"""Lax, or a stranger could lock somebody out by guessing their password."""


@dataclass
class Attempts:
    """The number of failed attempts, the time of the last, and when the next is allowed (monotonic seconds)."""

    failures: int = 0
    last: float = 0.0
    not_before: float = 0.0


Key = tuple[str, str, str | None]
"""The desk, the case-folded user name, and the client address; None for all addresses together."""


class RateLimiter:
    """The failed attempts of one Datasette instance."""

    def __init__(self) -> None:
        self._attempts: dict[Key, Attempts] = {}
        """Ordered by the last attempt, oldest first."""

    def __len__(self) -> int:
        return len(self._attempts)

    def wait(self, desk: str, name: str, address: str) -> float:
        """Seconds until the next attempt for this name and address; 0 or less if it is allowed now."""
        found = [self._attempts[key] for key, _ in _limits(desk, name, address) if key in self._attempts]
        return max((attempts.not_before for attempts in found), default=0.0) - time.monotonic()

    def attempts_from(self, desk: str, address: str) -> int:
        """The number of failed attempts from the address, for all names."""
        return sum(
            attempts.failures
            for (at, _, whose), attempts in self._attempts.items()
            if (at, whose) == (desk, address)
        )

    def count(self, desk: str, name: str, address: str) -> None:
        """Count an attempt as failed, until `forget` is called."""
        now = time.monotonic()
        self._drop(before=now - FORGET_AFTER)
        for key, limit in _limits(desk, name, address):
            attempts = self._attempts.pop(key, Attempts())
            attempts.failures += 1
            attempts.last = now
            attempts.not_before = now + limit.wait(attempts.failures)
            self._attempts[key] = attempts

    def forget(self, desk: str, name: str, address: str) -> None:
        """Forget the attempts after a successful one."""
        for key, _ in _limits(desk, name, address):
            self._attempts.pop(key, None)

    def _drop(self, *, before: float) -> None:
        """Drop entries last used before this time and, above the maximum, the oldest of those with the fewest failures.

        Otherwise a flood of names would have the one forgotten whose password is being guessed.
        """
        while self._attempts and self._attempts[oldest := next(iter(self._attempts))].last < before:
            del self._attempts[oldest]
        while len(self._attempts) >= MAX_ENTRIES:
            del self._attempts[min(self._attempts, key=lambda one: self._attempts[one].failures)]


class TurnQueue:
    """Allows a fixed number of concurrent turns. Of those waiting, the one with the fewest attempts goes first, then the latest to arrive.

    Serving the earliest first would let a flood of attempts block everybody after it.
    """

    def __init__(self, at_once: int) -> None:
        self._free = at_once
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._number = count(0, -1)

    @asynccontextmanager
    async def turn(self, attempts: int) -> AsyncIterator[None]:
        """Wait for a turn, with the number of earlier attempts as the priority, and hold it within the context."""
        if self._free:
            self._free -= 1
        else:
            turn = asyncio.get_running_loop().create_future()
            heappush(self._waiting, (attempts, next(self._number), turn))
            try:
                await turn
            except asyncio.CancelledError:  # cancelled just as the turn was granted: pass it on
                if turn.done() and not turn.cancelled():
                    self._pass_turn_on()
                raise
        try:
            yield
        finally:
            self._pass_turn_on()

    def _pass_turn_on(self) -> None:
        while self._waiting:
            *_, turn = heappop(self._waiting)
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1


def _limits(desk: str, name: str, address: str) -> Iterator[tuple[Key, Limit]]:
    folded = name.casefold()
    yield (desk, folded, address), FROM_ONE_ADDRESS
    yield (desk, folded, None), FROM_ALL_ADDRESSES
