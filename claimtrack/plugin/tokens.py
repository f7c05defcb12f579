"""API tokens that end with the log-in: each contains its user's key, which changes with the password."""

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
"""The namespace in which Datasette signs tokens."""
_session_key: ContextVar[str | None] = ContextVar("_asking", default=None)
"""The session key of the user who is creating a token: Datasette passes only a name, which may exist on several desks."""


class KeyedTokens(SignedTokenHandler):  # type: ignore[misc]  # Datasette is untyped
    """Datasette's signed tokens with the user's key, as in the log-in cookie.

    A token without a key, such as an older one or one from `datasette create-token`, has an empty key: it is refused
    for names that are users of a desk.
    """

    async def create_token(
        self,
        datasette: Datasette,
        actor_id: str,
        *,
        expires_after: int | None = None,
        restrictions: TokenRestrictions | None = None,
    ) -> str:
        """Create a token for the user; without a session, for the first desk with a user of that name."""
        plain = await super().create_token(
            datasette, actor_id, expires_after=expires_after, restrictions=restrictions
        )
        key = _session_key.get() or _find_key(datasette, actor_id)
        content = _decode_token(datasette, plain) | ({"k": key} if key else {})
        return f"{plain.partition('_')[0]}_{datasette.sign(content, namespace=_NAMESPACE)}"

    async def verify_token(self, datasette: Datasette, token: str) -> dict[str, Any] | None:
        """The actor of the token, with its key. Raises TokenInvalid, like Datasette's own."""
        actor: dict[str, Any] | None = await super().verify_token(datasette, token)
        return actor and {**actor, "key": _decode_token(datasette, token).get("k", "")}


@hookimpl(tryfirst=True)
def register_token_handler() -> KeyedTokens:
    """Register before Datasette's own handler, which this one replaces."""
    return KeyedTokens()


def _decode_token(datasette: Datasette, token: str) -> dict[str, Any]:
    content: dict[str, Any] = datasette.unsign(token.partition("_")[2], namespace=_NAMESPACE)
    return content


def _find_key(datasette: Datasette, name: str) -> str | None:
    people = (permissions.users_of(database) or {} for database in datasette.databases.values())
    return next((known[name].key for known in people if name in known), None)


async def view(datasette: Datasette, request: Request) -> Response:
    """Datasette's page for creating a token, with the key of the current session. Raises Forbidden if all databases are closed to the user."""
    await datasette.ensure_permission(action=permissions.SITE, actor=request.actor)
    asking = _session_key.set((request.actor or {}).get("key"))
    try:
        return await CreateTokenView(datasette).dispatch_request(request)
    finally:
        _session_key.reset(asking)
