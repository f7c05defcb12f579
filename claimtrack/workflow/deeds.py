"""The words for what people do on the desk: verbs and nouns for changes of each table, as history tells them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from claimtrack.core.model import NoteStep, ReviewStatus, Status


class Subject(StrEnum):
    """What a change may be about, for readers who look for some changes only."""

    CLAIMS = "claims"
    TAGS = "tags"
    APPEARANCES = "appearances"
    PAIRS = "pairs"
    EVIDENCE = "evidence"
    NOTES = "notes"
    REVIEWS = "reviews"
    REQUESTS = "requests"
    SPEAKERS = "speakers"
    ARTICLES = "articles"
    SETTINGS = "settings"


class Noun(NamedTuple):
    """What a row of a table is called, and what it is about."""

    subject: Subject
    one: str
    many: str


NOUNS = {
    "claims": Noun(Subject.CLAIMS, "claim", "claims"),
    "claim_tags": Noun(Subject.TAGS, "tag", "tags"),
    "tags": Noun(Subject.TAGS, "tag of the desk", "tags of the desk"),
    "former_names": Noun(Subject.TAGS, "former name", "former names"),
    "appearances": Noun(Subject.APPEARANCES, "appearance", "appearances"),
    "matches": Noun(Subject.PAIRS, "pair", "pairs"),
    "evidence": Noun(Subject.EVIDENCE, "source", "sources"),
    "archives": Noun(Subject.EVIDENCE, "archived copy", "archived copies"),
    "notes": Noun(Subject.NOTES, "note", "notes"),
    "reviews": Noun(Subject.REVIEWS, "review", "reviews"),
    "interventions": Noun(Subject.REQUESTS, "request", "requests"),
    "claimants": Noun(Subject.SPEAKERS, "speaker", "speakers"),
    "articles": Noun(Subject.ARTICLES, "article", "articles"),
    "publishers": Noun(Subject.SETTINGS, "publisher", "publishers"),
    "rating_scales": Noun(Subject.SETTINGS, "rating scale", "rating scales"),
    "ratings": Noun(Subject.SETTINGS, "rating", "ratings"),
    "tunings": Noun(Subject.SETTINGS, "tuning", "tunings"),
    "encoders": Noun(Subject.SETTINGS, "encoder", "encoders"),
}
"""Every table with history, but for those of a newsroom's own."""

LABELS = {
    "archived_url": "archived copy",
    "assignee": "assigned to",
    "is_primary": "primary source",
    "kind_certain": "kind is certain",
    "published_on": "date",
    "retracted_note": "why",
    "retracted_on": "date",
    "url": "address",
}
"""Columns whose names are not what pages call them."""

_VERBS = {"insert": "added", "update": "changed", "delete": "removed"}
_REVIEW_VERBS = {ReviewStatus.DRAFT: "sent back", ReviewStatus.WITHDRAWN: "withdrew"}
"""For statuses that are not verbs themselves, like "submitted"."""
_PRINTED_BEFORE = frozenset({"reviews", "matches"})
"""Tables whose rows the summary of a change names itself, as in "review 2" and "claims 1 and 2". So does the sentence about a changed article."""


class Deed(NamedTuple):
    """How the sentence about a change begins, what comes before the rest, and the columns that this says already."""

    begins: str
    between: str
    said: frozenset[str] = frozenset()


def describe_deed(
    table: str, operation: str, changes: Mapping[str, Any], row: Mapping[str, Any], replaced_by: int | None
) -> Deed:
    """How to begin the sentence about a change; `row` is the row as it is now, or was, and `replaced_by` the review that replaced it."""
    is_update = operation == "update"
    if replaced_by:
        return Deed(f"put review {replaced_by} in the place of", ", ", frozenset(("status", "held_on")))
    if table == "reviews" and is_update and "status" in changes:
        status = ReviewStatus(changes["status"][1])
        return Deed(_REVIEW_VERBS.get(status, status), ", ", frozenset(("status", "approved_by")))
    if table == "reviews" and is_update and "held_on" in changes:
        return Deed("held" if row.get("held_on") else "released", ", ", frozenset(("held_on",)))
    if table == "evidence" and is_update and "retracted_on" in changes:
        begins = "marked as retracted" if changes["retracted_on"][1] else "no longer marks as retracted"
        return Deed(f"{begins} the source", ", ")
    if table == "notes" and operation == "insert" and row.get("step") == NoteStep.SETTLE:
        return Deed("settled what was in doubt", ": ")
    if table == "reviews" and operation == "insert":
        return Deed("imported" if row.get("origin") == "imported" else "drafted", ": ")
    if table == "matches" and operation != "delete":
        return Deed("judged" if is_update and "judgement" in changes else "compared", " ")
    if table == "interventions" and not is_update:
        return Deed(f"{_VERBS[operation]} a request to", " ")
    if table == "claims" and operation == "insert":
        is_proposed = row.get("status") == Status.PROPOSED
        return Deed(f"{Status.PROPOSED if is_proposed else 'filed'} the claim", ": ")
    is_named = table in _PRINTED_BEFORE or (table == "articles" and is_update)
    noun = "" if is_named else f" the {_noun(table).one}"
    return Deed(f"{_VERBS[operation]}{noun}", " " if table == "matches" else ", " if is_update else ": ")


def _noun(table: str) -> Noun:
    return NOUNS.get(table) or Noun(Subject.SETTINGS, f"row of {table}", f"rows of {table}")


def count_deeds(counts: Mapping[tuple[str, str], int]) -> str:
    """Say how many rows were added, changed and removed, by table and operation: "added 2 claims and 1 note; changed 3 claims"."""
    told = []
    for operation, verb in _VERBS.items():
        things = [
            f"{count:,} {noun.one if count == 1 else noun.many}"
            for table, noun in {**NOUNS, **{table: _noun(table) for table, _ in counts}}.items()
            if (count := counts.get((table, operation), 0))
        ]
        told += [f"{verb} {_listed(things)}"] if things else []
    return "; ".join(told)


def _listed(things: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(things[:-1]), things[-1])))
