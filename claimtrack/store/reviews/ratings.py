"""Rating scales and their labels: data, not code."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from claimtrack.core.errors import InvalidValue, NotFound
from claimtrack.core.texts.printable import shell_command
from claimtrack.store import rows


def add_scale(
    db: Database, name: str, *, description: str | None, worst: float | None, best: float | None
) -> bool:
    """Add a scale and return True; an existing scale with this name is left unchanged."""
    sql = """
        insert into rating_scales (name, description, worst, best) select :name, :description, :worst, :best
        where not exists (select 1 from rating_scales where name = :name)
    """
    row = {"name": name, "description": description or None, "worst": worst, "best": best}
    return rows.execute(db, sql, row).rowcount == 1


def add_rating(
    db: Database, scale: str, name: str, *, position: int, value: float | None, definition: str | None
) -> None:
    """Add a label to a scale; an existing label with this name, in whatever case, is left unchanged."""
    sql = """
        insert into ratings (scale_id, name, position, value, definition)
        select id, :name, :position, :value, :definition from rating_scales
        where name = :scale and not exists (select 1 from ratings where scale_id = rating_scales.id and name = :name collate nocase)
    """
    row = {"name": name, "position": position, "value": value, "definition": definition or None}
    rows.execute(db, sql, {**row, "scale": scale})


def set_bounds(db: Database, scale: str, worst: float | None, best: float | None) -> None:
    """Set the bounds of a scale; None for a scale without numbers."""
    rows.execute(db, "update rating_scales set worst = ?, best = ? where name = ?", [worst, best, scale])


def bounds(db: Database, scale: str) -> tuple[float | None, float | None]:
    """Return the worst and the best number of a scale; None for a scale without numbers, or that does not exist."""
    found = db.execute("select worst, best from rating_scales where name = ?", [scale]).fetchone()
    return found or (None, None)


def set_value(db: Database, rating_id: int, value: float | None) -> None:
    """Set the number of a label; None removes it. Raises Refused if approved verdicts have the label with another number."""
    rows.update(db, "ratings", rating_id, {"value": value})


def rename(db: Database, rating_id: int, name: str) -> None:
    """Rename a label, for all reviews that have it. Raises Refused if approved verdicts have it."""
    rows.update(db, "ratings", rating_id, {"name": name})


def replace(db: Database, rating_id: int, name: str) -> None:
    """Retire a label, and add another with its place, number and definition."""
    sql = """
        insert into ratings (scale_id, name, position, value, definition)
        select scale_id, :name, position, value, definition from ratings where id = :id
    """
    rows.execute(db, sql, {"id": rating_id, "name": name})
    rows.update(db, "ratings", rating_id, {"retired": 1})


def is_settled(db: Database, rating_id: int) -> bool:
    """Whether a verdict was approved, published or imported with the label."""
    sql = """
        select 1 from reviews
        where rating_id = ? and (origin <> 'desk' or status in ('approved', 'published') or claim_reviewed is not null) limit 1
    """
    return rows.fetch_number(db, sql, [rating_id]) is not None


def is_used(db: Database, scale: str) -> bool:
    """Whether any review uses the scale."""
    sql = """
        select 1 from reviews join ratings on ratings.id = rating_id join rating_scales on rating_scales.id = scale_id
        where rating_scales.name = ? limit 1
    """
    return rows.fetch_number(db, sql, [scale]) is not None


def find(db: Database, name: str, *, scale: str | None = None, beside: int | None = None) -> int:
    """Return the id of a label in use. Of several with this name, the one on the same scale as the label `beside`.

    Else it is the one on the scale that the desk used last, since a desk keeps to one scale. Raises NotFound that
    lists the labels, or InvalidValue if several scales have it and none was used yet.
    """
    try:
        named = _find_labels(choices(db), name, scale)
    except NotFound as error:
        raise NotFound(f"{error}{_explain_retired(db, name, scale)}") from None
    found = _prefer_scale(db, named, beside)
    if len(found) > 1:
        scales = " or ".join(f'--scale "{one["scale"]}"' for one in found)
        raise InvalidValue(
            f"several scales have {name!r}, and no review of the desk uses one of them yet: choose with {scales}. Later reviews use "
            "the same scale"
        )
    return int(found[0]["id"])


def _explain_retired(db: Database, name: str, scale: str | None) -> str:
    """Say that a label which cannot be given is retired, and how to bring it back; empty if there is none."""
    for one in list_all(db):
        if (
            one["name"].casefold() == name.casefold()
            and (scale or one["scale"]).casefold() == one["scale"].casefold()
        ):
            restore = shell_command("claimtrack", "rating", "restore", one["scale"], one["name"])
            return (
                f". {one['name']!r} of {one['scale']!r} is retired, and can be given again after `{restore}`"
            )
    return ""


def scales_to_choose(db: Database, name: str) -> list[str]:
    """Return the scales between which a reviewer has to choose for this label; empty if the scale is clear or none has the label."""
    found = _prefer_scale(db, [one for one in choices(db) if one["name"].casefold() == name.casefold()])
    return [one["scale"] for one in found] if len(found) > 1 else []


def _prefer_scale(
    db: Database, found: list[dict[str, Any]], beside: int | None = None
) -> list[dict[str, Any]]:
    """Return, of labels with one name, the one on the scale of the label `beside`, else on the scale used last; else all."""
    if len(found) < 2:
        return found
    near = rows.fetch_number(db, "select scale_id from ratings where id = ?", [beside])
    if near not in [one["scale_id"] for one in found]:
        near = _last_used_scale(db, [one["scale_id"] for one in found])
    return [one for one in found if one["scale_id"] == near] or found


def _find_labels(known: list[dict[str, Any]], name: str, scale: str | None) -> list[dict[str, Any]]:
    """Return the labels with this name, on this scale only if one is given. Raises NotFound."""
    if scale is not None:
        known = _on_scale(known, scale)
    found = [one for one in known if one["name"].casefold() == name.casefold()]
    if not found:
        labels = (
            ", ".join(dict.fromkeys(one["name"] for one in known))
            or "none; `claimtrack rating list` shows those that are retired, and `claimtrack init` adds what is missing"
        )
        raise NotFound(
            f"there is no rating {name!r}{f' on the scale {scale!r}' if scale else ''}. Ratings: {labels}. To add one of your "
            "own, use `claimtrack rating add SCALE RATING`"
        )
    return found


def _on_scale(known: list[dict[str, Any]], scale: str) -> list[dict[str, Any]]:
    """Return the labels on this scale. Raises NotFound that lists the scales."""
    found = [one for one in known if one["scale"].casefold() == scale.casefold()]
    if known and not found:
        there = dict.fromkeys(one["scale"] for one in known)
        raise NotFound(f"there is no scale {scale!r}. Scales: {', '.join(there)}")
    return found


def _last_used_scale(db: Database, scale_ids: list[int]) -> int | None:
    """Return, of these scales, the one that our own desk's latest review uses; None if none was used.

    A draft that came in with another desk counts only if there is no other review.
    """
    sql = """
        select scale_id from reviews join ratings on ratings.id = rating_id
        where origin = 'desk' and scale_id in (select value from json_each(?))
        order by exists (
            select 1 from history join copy_imports on is_desk and history.id between first_change and last_change
            where table_name = 'reviews' and row_id = reviews.id and operation = 'insert'
        ), reviews.id desc limit 1
    """
    return rows.fetch_number(db, sql, [json.dumps(scale_ids)])


def choices(db: Database) -> list[dict[str, Any]]:
    """Return the labels that a reviewer can choose, for a form: id, name, scale, value (None if it has none), definition."""
    given = [one for one in list_all(db) if not one["retired"]]
    return [{key: value for key, value in one.items() if key != "retired"} for one in given]


COLUMNS = ("id", "name", "scale", "scale_id", "value", "definition", "retired")
"""Columns of `list_all`."""


def list_all(db: Database) -> list[dict[str, Any]]:
    """Return the labels of the desk's own scales in order, including `retired` ones."""
    sql = """
        select ratings.id, ratings.name, rating_scales.name as scale, ratings.scale_id, ratings.value,
            ratings.definition, ratings.retired
        from ratings
        join rating_scales on rating_scales.id = ratings.scale_id
        left join publishers on publishers.id = rating_scales.publisher_id
        where coalesce(publishers.is_desk, 1) = 1
        order by rating_scales.id, ratings.position, ratings.id
    """
    return list(rows.query(db, sql))


def find_review_with(db: Database, rating_id: int) -> int | None:
    """Return the id of the first review that has the label, or had it according to history; None if there is none."""
    sql = """
        select min(id) from (
            select id from reviews where rating_id = :id
            union all
            select row_id from history
            where table_name = 'reviews' and :id in (old_row ->> 'rating_id', new_row ->> 'rating_id')
        )
    """
    return rows.fetch_number(db, sql, {"id": rating_id})


def get_label(db: Database, scale: str, name: str) -> dict[str, Any]:
    """Return a label of one of the desk's scales, retired or not, as `list_all` does. Raises NotFound that lists the labels."""
    [label] = _find_labels(list_all(db), name, scale)
    return label


def remove(db: Database, label: Mapping[str, Any]) -> None:
    """Delete a label, and its scale if it was the last one."""
    rows.delete(db, "ratings", label["id"])
    if rows.fetch_number(db, "select 1 from ratings where scale_id = ? limit 1", [label["scale_id"]]) is None:
        rows.delete(db, "rating_scales", label["scale_id"])


def retire(db: Database, scale: str, name: str | None = None, *, retired: bool = True) -> list[str]:
    """Retire a label, or without a name the whole scale, or bring them back; return the names changed. Reviews keep their labels.

    Raises NotFound that lists the labels, or the scales.
    """
    known = list_all(db)
    found = _on_scale(known, scale) if name is None else _find_labels(known, name, scale)
    changed = [one for one in found if bool(one["retired"]) is not retired]
    for one in changed:
        rows.update(db, "ratings", one["id"], {"retired": int(retired)})
    return [one["name"] for one in changed]
