"""The brake on guessing passwords: how long a name waits after tries in vain, and whose turn it is where many try at once."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

FORGET_AFTER = 60 * 60
"""Seconds after the last try in vain."""
MAX_ENTRIES = 10_000
"""Counts: of more, those go whose last try is longest ago."""


@dataclass(frozen=True)
class Limit:
    """How often may be tried in vain without a wait, and the longest wait in seconds."""

    free: int
    longest_wait: float

    def wait(self, failures: int) -> float:
        """Seconds to wait after so many: 30 after the free ones, then twice as long each time."""
        over = failures - self.free
        return min(self.longest_wait, 30 * 2 ** min(over, 20)) if over >= 0 else 0.0


FROM_ONE_ADDRESS = Limit(free=5, longest_wait=15 * 60)
FROM_ALL_ADDRESSES = Limit(free=100, longest_wait=30)
"""Lax, for else a stranger could keep somebody out of the desk by trying their name."""


@dataclass
class Attempts:
    """How often it was tried in vain, when last, and when it may be tried again (monotonic seconds)."""

    failures: int = 0
    last: float = 0.0
    not_before: float = 0.0


Key = tuple[str, str, str | None]
"""The desk, the name in small letters, and the address that tried it; None for all addresses together."""


class RateLimiter:
    """The tries in vain of one Datasette."""

    def __init__(self) -> None:
        self._tries: dict[Key, Attempts] = {}
        """By their last try, the oldest first."""

    def __len__(self) -> int:
        return len(self._tries)

    def wait(self, desk: str, name: str, address: str) -> float:
        """The seconds until the name may be tried from the address; 0 or less where it may be now."""
        found = [self._tries[key] for key, _ in _limits(desk, name, address) if key in self._tries]
        return max((tries.not_before for tries in found), default=0.0) - time.monotonic()

    def attempts_from(self, desk: str, address: str) -> int:
        """How often it was tried from the address, whatever the name."""
        return sum(
            tries.failures for (at, _, whose), tries in self._tries.items() if (at, whose) == (desk, address)
        )

    def count(self, desk: str, name: str, address: str) -> None:
        """A try, in vain until `forget` says otherwise."""
        now = time.monotonic()
        self._drop(before=now - FORGET_AFTER)
        for key, limit in _limits(desk, name, address):
            tries = self._tries.pop(key, Attempts())
            tries.failures += 1
            tries.last = now
            tries.not_before = now + limit.wait(tries.failures)
            self._tries[key] = tries

    def forget(self, desk: str, name: str, address: str) -> None:
        """The try was not in vain."""
        for key, _ in _limits(desk, name, address):
            self._tries.pop(key, None)

    def _drop(self, *, before: float) -> None:
        """Let go what was last tried before then, and the oldest of too many."""
        while self._tries:
            oldest = next(iter(self._tries))
            if self._tries[oldest].last >= before and len(self._tries) < MAX_ENTRIES:
                return
            del self._tries[oldest]


class TurnQueue:
    """So many at a time; of those that wait, first who tried least, and of these the last to come: else a flood would go before everybody after it."""

    def __init__(self, at_once: int) -> None:
        self._free = at_once
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._number = count(0, -1)

    @asynccontextmanager
    async def turn(self, tries: int) -> AsyncIterator[None]:
        """Within it it is the turn of somebody who has tried so often."""
        if self._free:
            self._free -= 1
        else:
            turn = asyncio.get_running_loop().create_future()
            heappush(self._waiting, (tries, next(self._number), turn))
            try:
                await turn
            except asyncio.CancelledError:  # who hung up as their turn came passes it on
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
