"""The permission rules of a plug-in, as the SQL that Datasette expects."""

from __future__ import annotations

import json

Rule = tuple[str, str | None, int]


def rules_sql(action: str, rules: list[Rule]) -> tuple[str, dict[str, str]]:
    """Return SQL and its parameter for rules of the form (database, table or None for all of it, 1 or 0).

    The parameter is named after the action, because Datasette combines the rules of several actions in one query.
    """
    name = f"claimtrack_{action.replace('-', '_')}"
    sql = f"""
        select value ->> 0 as parent, value ->> 1 as child, value ->> 2 as allow, 'role on the desk' as reason
        from json_each(:{name})
    """
    return sql, {name: json.dumps(rules)}
