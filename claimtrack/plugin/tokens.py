"""API tokens that end as the log-in does: each bears the key of its person, which a new password makes anew."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from datasette import hookimpl
from datasette.tokens import SignedTokenHandler
from datasette.views.special import CreateTokenView

from claimtrack.plugin import permissions

if TYPE_CHECKING:
    from datasette import Request, Response
    from datasette.app import Datasette
    from datasette.tokens import TokenRestrictions

_NAMESPACE = "token"
"""Datasette's, for what it signs as tokens."""
_session_key: ContextVar[str | None] = ContextVar("_asking", default=None)
"""The key of the session that makes a token: Datasette tells a handler the name alone, which may be a user's of several desks."""


class KeyedTokens(SignedTokenHandler):  # type: ignore[misc]  # Datasette is untyped
    """Datasette's own signed tokens, with the key of whoever made them, as the log-in cookie has it.

    One that bears none, as those of before and of `datasette create-token`, is nobody's key: whom the desk has as a user it serves not.
    """

    async def create_token(
        self,
        datasette: Datasette,
        actor_id: str,
        *,
        expires_after: int | None = None,
        restrictions: TokenRestrictions | None = None,
    ) -> str:
        """A token of the person; without a session, of the first desk that has a user of that name."""
        plain = await super().create_token(
            datasette, actor_id, expires_after=expires_after, restrictions=restrictions
        )
        key = _session_key.get() or _find_key(datasette, actor_id)
        told = _decode_token(datasette, plain) | ({"k": key} if key else {})
        return f"{plain.partition('_')[0]}_{datasette.sign(told, namespace=_NAMESPACE)}"

    async def verify_token(self, datasette: Datasette, token: str) -> dict[str, Any] | None:
        """Whose token it is, with its key. Raises TokenInvalid as Datasette's own does."""
        actor: dict[str, Any] | None = await super().verify_token(datasette, token)
        return actor and {**actor, "key": _decode_token(datasette, token).get("k", "")}


@hookimpl(tryfirst=True)
def register_token_handler() -> KeyedTokens:
    """Before Datasette's own, which they stand for."""
    return KeyedTokens()


def _decode_token(datasette: Datasette, token: str) -> dict[str, Any]:
    told: dict[str, Any] = datasette.unsign(token.partition("_")[2], namespace=_NAMESPACE)
    return told


def _find_key(datasette: Datasette, name: str) -> str | None:
    people = (permissions.users_of(database) or {} for database in datasette.databases.values())
    return next((known[name].key for known in people if name in known), None)


async def view(datasette: Datasette, request: Request) -> Response:
    """Datasette's page that makes a token, which is told whose session asks. Raises Forbidden for a stranger to all that is served."""
    await datasette.ensure_permission(action=permissions.SITE, actor=request.actor)
    asking = _session_key.set((request.actor or {}).get("key"))
    try:
        return await CreateTokenView(datasette).dispatch_request(request)
    finally:
        _session_key.reset(asking)
