"""The users of a desk as a request finds them: a page asks twenty times, and its answer is to come from one state of the file.

The next request looks again: users are added and removed, and files replaced, while the server runs.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, TypeVar

from claimtrack.store import users

if TYPE_CHECKING:
    from collections.abc import Callable

    from datasette.database import Database

    from claimtrack.store.users import User

T = TypeVar("T")

_found: ContextVar[dict[Any, Any] | None] = ContextVar("_found", default=None)
"""What the request has found out; None outside requests, where every question looks anew."""


def look_once(app: Any) -> Any:
    """Wrap the application so that each request looks once at the users of each desk."""

    async def wrapper(scope: dict[str, Any], receive: Any, send: Any) -> None:
        # Not for the server's whole life, which starts tasks that go on between requests.
        before = _found.set(None if scope["type"] == "lifespan" else {})
        try:
            await app(scope, receive, send)
        finally:
            _found.reset(before)

    return wrapper


def load(database: Database) -> dict[str, User]:
    """The users of a desk by name, as `users.load` returns them. Raises DatabaseError likewise."""
    return _ask(users.load, database)


def requires_login(database: Database) -> bool:
    """Whether the desk can only be seen after a log-in."""
    return _ask(users.requires_login, database)


def _ask(question: Callable[[Any], T], database: Database) -> T:
    found = _found.get()
    if found is None:
        return question(database.path)
    if (question, database.path) not in found:
        found[question, database.path] = question(database.path)
    answer: T = found[question, database.path]
    return answer
