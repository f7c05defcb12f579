"""The rows of permission that Datasette asks a plug-in for, as the SQL it takes them in."""

from __future__ import annotations

import json

Rule = tuple[str, str | None, int]


def rules_sql(action: str, rules: list[Rule]) -> tuple[str, dict[str, str]]:
    """SQL and parameter for rules of the form (database, table or None for all of it, 1 or 0).

    The parameter carries the action's name: Datasette puts the rules of several actions into one query.
    """
    name = f"claimtrack_{action.replace('-', '_')}"
    sql = f"""
        select value ->> 0 as parent, value ->> 1 as child, value ->> 2 as allow, 'role on the desk' as reason
        from json_each(:{name})
    """
    return sql, {name: json.dumps(rules)}
