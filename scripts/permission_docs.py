"""Generates the table of docs/permissions.md from the plug-in's routes: a cog block there calls `matrix()`."""

from claimtrack.plugin import permissions
from claimtrack.plugin.routes import OPERATIONS, PAGES

ROLES = {
    "stranger": None,
    "viewer": permissions.Role.VIEWER,
    "reporter": permissions.Role.REPORTER,
    "editor": permissions.Role.EDITOR,
}
CORE = {
    "pages of the whole site: front page, databases, settings": "view-instance",
    "a table, a row, a view": "view-table",
    "a canned query": "view-query",
    "any SQL that reads": "execute-sql",
    "insert a row in Datasette": "insert-row",
    "edit a row in Datasette": "update-row",
    "delete a row in Datasette": "delete-row",
}


def matrix() -> str:
    lines = ["| route | permission | " + " | ".join(ROLES) + " |", "| --- " * (len(ROLES) + 2) + "|"]
    lines += [_line(f"`GET /{page.path}`", page.permission) for page in PAGES]
    lines += [_line(f"`POST /{operation.path}`", operation.permission) for operation in OPERATIONS]
    lines += [_line(what, action) for what, action in CORE.items()]
    return "\n".join(lines)


def _line(route: str, permission: str) -> str:
    cells = [
        "yes" if permissions.access(role, permission, public=False) is permissions.Access.ALLOW else "–"
        for role in ROLES.values()
    ]
    return f"| {route} | {permission} | {' | '.join(cells)} |"
