"""Who may do what on a desk: roles, their permissions, and the rules that Datasette queries.

A role comes from the desk's own users, from `plugins: claimtrack: roles:` in the configuration, or from the actor
itself ("role", or "roles" as other log-in plug-ins set it), in that order.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from datasette import hookimpl
from datasette.permissions import Action, PermissionSQL
from datasette.resources import DatabaseResource

from claimtrack.core.errors import DatabaseError
from claimtrack.core.model import Role
from claimtrack.core.texts.folding import alphabetical
from claimtrack.plugin import desks, request_users
from claimtrack.store import granting, users

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.database import Database


_configured_roles: WeakKeyDictionary[Datasette, dict[str, Any]] = WeakKeyDictionary()

ROOT = "root"
IN_MEMORY = "_memory"
VIEW = "claimtrack-view"
ANNOTATE = "claimtrack-annotate"
JUDGE = "claimtrack-judge"
SIGN_OFF = "claimtrack-sign-off"

DESCRIPTIONS = {
    VIEW: "Read the desk's pages",
    ANNOTATE: "Bring in articles, triage, change a status, assign, note, tag, link, edit, draft and submit a review",
    JUDGE: "Judge whether two claims, speakers, tags or outlets are the same",
    SIGN_OFF: "Approve, publish, hold, release, withdraw, correct and update a review",
}

# Datasette's own actions. Users who may not see every table may not run SQL, which can read any table.
SITE = "view-instance"
SQL = "execute-sql"
READING = frozenset({SITE, "view-database", "view-table", "view-query", SQL, "view-database-download"})
WRITING = frozenset({"insert-row", "update-row", "delete-row"})

GRANTS: dict[Role, frozenset[str]] = {
    Role.VIEWER: READING | {VIEW},
    Role.REPORTER: READING | {VIEW, ANNOTATE},
    Role.EDITOR: READING | {VIEW, ANNOTATE, JUDGE, SIGN_OFF} | WRITING,
}

# The tables an editor may change in Datasette's edit dialog and JSON write API: not the lookup tables
# behind the enums, not history, and not which publisher is the desk: reviews of other publishers need no
# second person. The database enforces the rules of the desk there, too.
EDITABLE = (
    "appearances", "articles", "claim_tags", "claimants", "claims", "evidence", "matches", "notes",
    "rating_scales", "ratings", "reviews", "tags",
)  # fmt: skip


class Access(StrEnum):
    """What the rules say for an actor, an action and a desk."""

    ALLOW = "allow"
    DENY = "deny"
    SILENT = "silent"


@hookimpl
def register_actions() -> list[Action]:
    """The permissions of a desk, for Datasette."""
    return [
        Action(name=name, description=text, resource_class=DatabaseResource)
        for name, text in DESCRIPTIONS.items()
    ]


def role_of(datasette: Datasette, database: Database, actor: dict[str, Any] | None) -> Role | None:
    """The role of an actor on a desk; None for a stranger."""
    if actor is None or actor.get("id") is None:
        return None
    name = str(actor["id"])
    if name == ROOT and datasette.root_enabled:
        return Role.EDITOR
    people = users_of(database)
    if people is None:
        return None
    if known := people.get(name):
        return known.role if actor.get("key") is None or has_key_of(actor, known) else None
    if actor.get("key"):  # of another desk, whose keeper may add any name, or of a user who was removed
        return None
    roles = configured_roles(datasette)
    return _first_role([roles.get(name), actor.get("role"), *(actor.get("roles") or [])])


def has_key_of(actor: dict[str, Any] | None, user: users.User) -> bool:
    """Whether the session or token belongs to this user: each desk issues its own key, and a session on several desks has all of them."""
    return user.key in str((actor or {}).get("key") or "").split()


def users_of(database: Database) -> dict[str, users.User] | None:
    """The users of a desk by name; None if their file cannot be read, in which case nobody may do anything."""
    try:
        return request_users.load(database)
    except DatabaseError:
        return None


def assignable_names(datasette: Datasette, database: Database) -> list[str]:
    """The names of those who may work on a claim, from the desk's users or the configuration."""
    configured = configured_roles(datasette).items()
    # YAML reads some names as numbers or dates; `role_of` looks up text, so they match nobody.
    roles = {name: _first_role([role]) for name, role in configured if isinstance(name, str)}
    roles |= {user.name: user.role for user in request_users.load(database).values()}
    named = (name for name, role in roles.items() if role and ANNOTATE in GRANTS[role])
    return sorted(named, key=alphabetical)


def _first_role(names: list[Any]) -> Role | None:
    return next((Role(name) for name in names if name in list(Role)), None)


def is_public(datasette: Datasette, database: Database) -> bool:
    """Whether strangers may read the desk: as configured, or if it never had users.

    A copy in memory, such as datasette-copy-to-memory makes, does not tell whether its desk has users: strangers may read it only if
    the configuration says so.
    """
    if users_of(database) is None:
        return False
    setting = config(datasette, database.name).get("public_read")
    # Only True counts: "False" from a command line or quoted YAML is text, and text is truthy.
    if setting is not None:
        return setting is True
    return database.path is not None and not request_users.requires_login(database)


def is_local(datasette: Datasette) -> bool:
    """Whether only requests from this machine are answered."""
    return config(datasette).get("local_names_only") is True


def may_read(datasette: Datasette, database: Database, actor: dict[str, Any] | None) -> bool:
    """Whether the actor may read the desk."""
    return role_of(datasette, database, actor) is not None or is_public(datasette, database)


def files(datasette: Datasette) -> list[Database]:
    """All databases served except the in-memory one, which everybody may see and which is empty."""
    return [database for name, database in datasette.databases.items() if name != IN_MEMORY]


def config(datasette: Datasette, desk: str | None = None) -> dict[str, Any]:
    """The settings under `plugins: claimtrack:` except the roles; those of the desk's entry in `databases:` take precedence."""
    settings = datasette.plugin_config("claimtrack") or {}
    of_desk = datasette.plugin_config("claimtrack", database=desk, fallback=False) if desk else None
    return {**settings, **(of_desk or {})}


def configured_roles(datasette: Datasette) -> dict[str, Any]:
    """The roles in the configuration, by user name.

    They are removed from it, because Datasette shows the configuration to everybody who may see its front page.
    """
    roles = config(datasette).get("roles")
    if roles is not None:
        _configured_roles[datasette] = roles if isinstance(roles, dict) else {}
        datasette.config["plugins"]["claimtrack"].pop("roles")
    return _configured_roles.get(datasette, {})


def access(role: Role | None, action: str, *, public: bool) -> Access:
    """What a role may do; strangers on a public desk may do what viewers may."""
    granted = GRANTS[role] if role else GRANTS[Role.VIEWER] if public else frozenset()
    if action in granted:
        return Access.ALLOW
    return Access.DENY if action in READING else Access.SILENT


def _stranger_sql_access(datasette: Datasette, desk: str) -> Access:
    """Whether strangers on a public desk may run SQL there: a query can keep the whole machine busy.

    Settings about SQL in the configuration take precedence. Otherwise local users may, and so may everybody if no
    setting opened the desk to strangers: then it is a file like any other to plain Datasette.
    """
    settings = datasette.config or {}
    places = [settings, settings.get("databases", {}).get(desk, {})]
    if any("allow_sql" in one or SQL in one.get("permissions", {}) for one in places):
        return Access.SILENT
    is_own = config(datasette, desk).get("public_read") is None or is_local(datasette)
    return Access.ALLOW if is_own and datasette.setting("default_allow_sql") else Access.DENY


@hookimpl
async def permission_resources_sql(
    datasette: Datasette, actor: dict[str, Any] | None, action: str
) -> PermissionSQL | None:
    """The rules of all desks for one actor and one action."""
    if action not in READING | WRITING and action not in DESCRIPTIONS:
        return None
    if action == SITE:
        return await _site_rule(datasette, actor)
    rows: list[granting.Rule] = []
    reads_all = True
    for name, database in datasette.databases.items():
        # A desk of another version has no pages and accepts no changes, but stays as private as it was.
        if not await desks.is_claimtrack_file(database) or not (
            action in READING or await desks.is_desk(database)
        ):
            continue
        role = role_of(datasette, database, actor)
        verdict = access(role, action, public=role is None and is_public(datasette, database))
        if action == SQL and role is None and verdict is Access.ALLOW:
            verdict = _stranger_sql_access(datasette, name)
        reads_all = reads_all and verdict is Access.ALLOW
        tables: tuple[str | None, ...] = EDITABLE if action in WRITING else (None,)
        if verdict is not Access.SILENT:
            rows += [(name, table, int(verdict is Access.ALLOW)) for table in tables]
    # With --crossdb, SQL on the in-memory database can read every desk, and its page names all of them.
    if action in {SQL, "view-database"} and datasette.crossdb and not reads_all:
        rows.append((IN_MEMORY, None, 0))
    if not rows:
        return None
    sql, params = granting.rules_sql(action, rows)
    return PermissionSQL(sql=sql, params=params)


async def _site_rule(datasette: Datasette, actor: dict[str, Any] | None) -> PermissionSQL | None:
    """Deny strangers the pages of the whole site, such as the front page, if every database is closed to them."""
    served = files(datasette)
    for database in served:
        if not await desks.is_claimtrack_file(database) or may_read(datasette, database, actor):
            return None
    return PermissionSQL.deny(reason="no desk here is open to them") if served else None


async def granted_permissions(
    datasette: Datasette, actor: dict[str, Any] | None, desk: str
) -> frozenset[str]:
    """Our permissions that an actor has on a desk."""
    verdicts = await datasette.allowed_many(
        actions=list(DESCRIPTIONS), resource=DatabaseResource(desk), actor=actor
    )
    return frozenset(name for name, is_allowed in verdicts.items() if is_allowed)
