"""A desk's own ratings: added, renamed, numbered and removed. Adding the first label creates a scale."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlite_utils import Database

from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.core.texts.cleaning import clean_name, clean_note
from claimtrack.store.file.database import write_transaction
from claimtrack.store.reviews import ratings
from claimtrack.workflow import setup


def add(
    db: Database,
    scale: str,
    label: str,
    *,
    value: float | None = None,
    definition: str | None = None,
    actor: str | None,
) -> bool:
    """Add a label at the end of a scale, which is created if needed; return whether it was created.

    `value` is its number for ClaimReview, from 1 (the worst). A scale's range is that of its labels. Raises InvalidValue for an empty
    name, a label that the scale has, a number below 1, or one outside the range in which verdicts were already given.
    """
    scale, label = clean_name(scale), clean_name(label)
    if not scale or not label:
        raise InvalidValue("give the scale a name, and the rating one")
    _check_number(value)
    with write_transaction(db, actor):
        known = _labels(db, scale)
        _refuse_taken(known, scale, label)
        scale = known[0]["scale"] if known else scale
        if not known and not ratings.add_scale(db, scale, description=None, worst=None, best=None):
            raise InvalidValue(f"{scale!r} is the scale of another publisher: give yours another name")
        position = len(known) + 1
        definition = clean_note(definition or "", "definition") or None
        ratings.add_rating(db, scale, label, position=position, value=value, definition=definition)
        _fit_range(db, scale)
    return not known


def rename(db: Database, scale: str, label: str, name: str, *, actor: str | None) -> tuple[str, bool]:
    """Give a label another name; return its old name and whether a new label took its place.

    Verdicts that were approved, published or imported with one word keep it: then the label is retired, and another with its place, number
    and definition is added. So is one that comes with every desk, which `init` would add again, unless only the case of letters changes.
    Raises NotFound, InvalidValue for an empty name or one that the scale has, and Refused for a label that has to keep its name.
    """
    name = clean_name(name)
    if not name:
        raise InvalidValue("give the rating a name")
    with write_transaction(db, actor):
        old = ratings.get_label(db, scale, label)
        if old["name"] == name:
            return name, False
        is_settled, is_respelt = ratings.is_settled(db, old["id"]), old["name"].casefold() == name.casefold()
        if is_settled and is_respelt:
            raise Refused(
                f"verdicts that were approved, published or imported say {old['name']!r}, and a rating that differs only in its capitals cannot "
                "be given beside it: it stays as it is"
            )
        stays = is_settled or (setup.is_shipped(old["scale"], old["name"]) and not is_respelt)
        if stays and old["retired"]:
            raise Refused(
                f"{old['name']!r} is retired and keeps its name: rename a rating that can be given, or first bring this one back with "
                "`claimtrack rating restore`"
            )
        others = [one for one in _labels(db, old["scale"]) if stays or one["id"] != old["id"]]
        _refuse_taken(others, old["scale"], name)
        if stays:
            ratings.replace(db, old["id"], name)
        else:
            ratings.rename(db, old["id"], name)
    return old["name"], stays


class Numbered(NamedTuple):
    """A label that got a number, or lost it (None), what it had `before`, and whether that can be given back."""

    label: str
    value: float | None
    before: float | None
    can_go_back: bool


def number(
    db: Database, scale: str, values: Mapping[str, float | None], *, actor: str | None
) -> list[Numbered]:
    """Give labels of a scale their numbers, or take them away (None), all or none; verdicts that have the labels get them in ClaimReview.

    Raises NotFound, InvalidValue for a number below 1 or outside a range in which verdicts were given, and Refused for another
    number of a label with approved verdicts.
    """
    given = []
    with write_transaction(db, actor):
        for label, value in values.items():
            _check_number(value)
            known = ratings.get_label(db, scale, label)
            ratings.set_value(db, known["id"], value)
            scale = known["scale"]
            can_go_back = not ratings.is_settled(db, known["id"])
            given.append(Numbered(known["name"], value, known["value"], can_go_back))
        _fit_range(db, scale)
    return given


def _check_number(value: float | None) -> None:
    if value is not None and not 1 <= value < float("inf"):
        raise InvalidValue(f"a rating's value must be 1 or more (1 is the worst), not {value:g}")


def _refuse_taken(known: list[dict[str, Any]], scale: str, label: str) -> None:
    """Raise InvalidValue if one of the known labels has this name."""
    if any(one["name"].casefold() == label.casefold() for one in known):
        raise InvalidValue(
            f"{scale!r} already has {label!r}. If it is retired, `claimtrack rating restore` brings it back"
        )


def remove(db: Database, scale: str, label: str, *, actor: str | None) -> None:
    """Remove a label from a scale, as if it had never been added: the scale's range is that of the other labels again.

    Removing the last label removes the scale. If verdicts were given on the scale, its range stays. Raises NotFound, and Refused for a
    label that a review has, or had, and for one that comes with every desk.
    """
    with write_transaction(db, actor):
        gone = ratings.get_label(db, scale, label)
        scale, label = gone["scale"], gone["name"]
        if (review_id := ratings.find_review_with(db, gone["id"])) is not None:
            raise Refused(
                f"review {review_id} says {label!r}, or did before it was edited, so it stays: `claimtrack rating retire` stops it from being given"
            )
        if setup.is_shipped(scale, label):
            raise Refused(
                f"{label!r} comes with every desk, and `claimtrack init` would add it again: `claimtrack rating retire` stops it from being given"
            )
        is_used = ratings.is_used(db, scale)
        ratings.remove(db, gone)
        if not is_used:
            _fit_range(db, scale)


def retire(
    db: Database, scale: str, label: str | None, *, retired: bool = True, actor: str | None
) -> list[str]:
    """Stop a label from being given, or with None all of a scale, or allow it again; return the labels changed. Raises NotFound."""
    with write_transaction(db, actor):
        return ratings.retire(db, scale, label, retired=retired)


def _fit_range(db: Database, scale: str) -> None:
    """Let a scale run from its lowest to its highest number. Raises InvalidValue if verdicts were given on another range."""
    numbers = [one["value"] for one in _labels(db, scale) if one["value"] is not None]
    worst, best = ratings.bounds(db, scale)
    if worst is not None and best is not None and ratings.is_used(db, scale):
        outside = [value for value in numbers if not worst <= value <= best]
        if outside:
            raise InvalidValue(
                f"verdicts were given on {scale!r} from {worst:g} to {best:g}, and {outside[0]:g} would change what they mean: "
                "give a value in between, or begin a new scale"
            )
    else:
        ends = (min(numbers), max(numbers)) if len(set(numbers)) > 1 else (None, None)
        ratings.set_bounds(db, scale, *ends)


def _labels(db: Database, scale: str) -> list[dict[str, Any]]:
    """The labels of a scale, in whatever case its name is given: SQLite ignores the case of ASCII alone."""
    return [one for one in ratings.list_all(db) if one["scale"].casefold() == scale.casefold()]
