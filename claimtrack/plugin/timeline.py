"""History in words: what each change of a claim was, who made it and when."""

from __future__ import annotations

import json
from typing import Any

_NOUNS = {
    "claims": "claim",
    "appearances": "appearance",
    "evidence": "link",
    "notes": "note",
    "claim_tags": "tag",
    "matches": "match",
    "reviews": "review",
}
_VERBS = {"insert": "added", "update": "changed", "delete": "removed"}
# What says most about a row that came or went.
_TELLING = ("body", "url", "quote", "headline", "text", "judgement")
# What the database fills in by itself: no change of a person's.
_DERIVED = frozenset({"id", "claim_id", "created_at", "judged_at", "judged_by", "text_sha256"})


def changes(history: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The changes, newest first, each with the columns that differ."""
    told = [_told(row) for row in reversed(history)]
    return [change for change in told if change["columns"] or change["verb"] != "changed"]


def _told(row: dict[str, Any]) -> dict[str, Any]:
    old = json.loads(row["old_row"] or "{}")
    new = json.loads(row["new_row"] or "{}")
    updated = row["operation"] == "update"
    return {
        "id": row["id"],
        "when": row["happened_at"],
        "actor": row["actor"],
        "verb": _VERBS[row["operation"]],
        "noun": _NOUNS.get(row["table_name"], row["table_name"]),
        "table": row["table_name"],
        "row_id": row["row_id"],
        "about": None if updated else _about(new or old),
        "columns": _differing(old, new) if updated else [],
    }


def _about(row: dict[str, Any]) -> str | None:
    return next((str(row[name]) for name in _TELLING if row.get(name)), None)


def _differing(old: dict[str, Any], new: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"name": name, "before": old.get(name), "after": value}
        for name, value in new.items()
        if name not in _DERIVED and old.get(name) != value
    ]
