"""A desk's own ratings: adding the first label creates a scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.core.texts.cleaning import clean_name, clean_note
from claimtrack.store.file.database import write_transaction
from claimtrack.store.reviews import ratings
from claimtrack.workflow import setup

if TYPE_CHECKING:
    from sqlite_utils import Database


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
    if value is not None and not 1 <= value < float("inf"):
        raise InvalidValue(f"a rating's value must be 1 or more (1 is the worst), not {value:g}")
    with write_transaction(db, actor):
        known = [one for one in ratings.list_all(db) if one["scale"].casefold() == scale.casefold()]
        if any(one["name"].casefold() == label.casefold() for one in known):
            raise InvalidValue(
                f"{scale!r} already has {label!r}. If it is retired, `claimtrack rating restore` brings it back"
            )
        if not known and not ratings.add_scale(db, scale, description=None, worst=None, best=None):
            raise InvalidValue(f"{scale!r} is the scale of another publisher: give yours another name")
        position = len(known) + 1
        definition = clean_note(definition or "", "definition") or None
        ratings.add_rating(db, scale, label, position=position, value=value, definition=definition)
        _extend_range(db, scale, [one["value"] for one in known], value)
    return not known


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
        if (scale, label) in setup.shipped_ratings():
            raise Refused(
                f"{label!r} comes with every desk, and `claimtrack init` would add it again: `claimtrack rating retire` stops it from being given"
            )
        is_used = ratings.is_used(db, scale)
        ratings.remove(db, gone)
        numbers = [
            one["value"] for one in ratings.list_all(db) if one["scale"] == scale and one["value"] is not None
        ]
        if not is_used:
            ends = (min(numbers), max(numbers)) if len(numbers) > 1 else (None, None)
            ratings.set_bounds(db, scale, *ends)


def _extend_range(db: Database, scale: str, before: list[float | None], value: float | None) -> None:
    """Extend a scale's range to a new label's value, once two labels have one. Raises InvalidValue if verdicts were given on it."""
    numbers = [one for one in before if one is not None]
    if value is None or not numbers or min(numbers) <= value <= max(numbers):
        return
    if ratings.is_used(db, scale):
        raise InvalidValue(
            f"verdicts were given on {scale!r} from {min(numbers):g} to {max(numbers):g}, and {value:g} would change what they mean: "
            "give a value in between, or begin a new scale"
        )
    ratings.set_bounds(db, scale, min(*numbers, value), max(*numbers, value))
