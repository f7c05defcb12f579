"""Detects concurrent edits of a claim or pair: the second person is shown the first change, and overwrites nothing unseen."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from claimtrack.core.desk.actors import is_same_actor
from claimtrack.core.errors import ChangedMeanwhile
from claimtrack.core.steps import judge_again_step
from claimtrack.core.texts.printable import MOST_SHOWN, brief, humanise_name, list_some
from claimtrack.store import history, judgements
from claimtrack.store.reviews import changed_since
from claimtrack.workflow.days import describe_time

AGAIN = "Your changes are still here: save again if they still apply"
_NAMES = {
    "not_before": "time before which nobody publishes it",
    "correction_note": "public note",
    "is_update": "kind",
    "url": "address",
    "due_on": "due day",
    "claimed_on": "day on which it was said",
    "reviewed_on": "date of the verdict",
    "outcome_on": "date of the outcome",
}
SAID_OF_EVIDENCE = ("title", "quote", "stance", "is_primary")
_CONTENTS = {
    "reviews": {
        *("rating_id", "headline", "summary", "url", "reviewed_on", "language", "not_before"),
        *("correction_note", "is_update"),
    },
    "evidence": {*SAID_OF_EVIDENCE, "archived_url"},
    "appearances": {"quote"},
    "interventions": {"outcome", "outcome_on", "outcome_note"},
}
_NOTES = dict.fromkeys(("correction_note", "outcome_note", "retracted_note", "withdrawn_note"), "note")
"""The columns that forms call otherwise."""


def check(
    db: Database,
    table: str,
    row_id: int,
    version: int | None,
    *,
    columns: Collection[str] | None = None,
    then: str = AGAIN,
) -> None:
    """Raise ChangedMeanwhile if somebody changed the row after that version of it, or of the desk; None checks nothing.

    With `columns`, changes to other columns are no conflict, nor are the steps of a review, which depend on its status. `then` is the
    advice in the message. Call it inside the write transaction.
    """
    if version is None:
        return
    watched = columns or _CONTENTS.get(table)
    changes = [
        one
        for one in _changes_since(db, table, row_id, version)
        if watched is None or one.differing & set(watched)
    ]
    if changes:
        raise ChangedMeanwhile(f"{_describe_changes(changes, watched)}. " + then, changes[0].shown())


def check_names(
    db: Database, claim_id: int, rating_id: int | None, version: int | None, *, then: str
) -> None:
    """Raise ChangedMeanwhile if the claim's claimant, or the rating, was called otherwise at that version of the desk; None checks nothing."""
    if version is None:
        return
    renamed = [
        f"{actor or 'somebody'} changed the name of the {what} from {_word(what, before)} to {_word(what, after)}"
        for what, actor, before, after in changed_since.renamed_since(db, claim_id, rating_id, version)
    ]
    if renamed:
        raise ChangedMeanwhile(f"meanwhile {'; '.join(renamed)}. " + then)


_DEEDS = {"insert": "added", "delete": "removed", "update": "changed"}
_SIGNED = {
    "evidence": ("url", "source", "title", "quote", "stance", "is_primary", "retracted_on"),
    "appearances": ("quote", "claimant_id"),
    "interventions": ("asked", "request", "asked_on", "outcome", "outcome_on", "url", "purpose"),
    "claimants": ("kind", "role", "url"),
    "ratings": ("definition",),
    "articles": ("withdrawn_on",),
}
"""What readers get of the rows that a verdict shows, unless another check has it."""


def check_signed(
    db: Database, claim_id: int, rating_id: int | None, version: int | None, actor: str | None, *, then: str
) -> None:
    """Raise ChangedMeanwhile if another than `actor` changed what a verdict shows beside its own words, after that version of the desk.

    None checks nothing. That is the claim's evidence, quotes, requests, claimant and articles, and what the rating means. A copy in an
    archive is no change, nor is a new quote.
    """
    if version is None:
        return
    changes = [
        f"{one['actor'] or 'somebody'} {_DEEDS[one['operation']]} the {what}"
        for one in changed_since.shown_since(db, claim_id, rating_id, version)
        if not is_same_actor(one["actor"], actor) and (what := _signed_part(one))
    ]
    if changes:
        raise ChangedMeanwhile(f"meanwhile {list_some(dict.fromkeys(changes))}. " + then)


def _signed_part(change: dict[str, Any]) -> str | None:
    """What a verdict shows otherwise after that change; None if it shows the same."""
    table = change["table_name"]
    old, new = (json.loads(change[name] or "{}") for name in ("old_row", "new_row"))
    differing = [name for name in _SIGNED[table] if old.get(name) != new.get(name)]
    if old and new and not differing:
        return None
    row = new or old
    match table:
        case "evidence":
            return f"source {row['url'] or row['source']}"
        case "appearances":
            return f"quote “{brief(old['quote'], MOST_SHOWN)}”"
        case "interventions":
            return f"request to {row['asked']}"
        case "articles":
            return f"mark of article {change['row_id']} as withdrawn"
    words = " and ".join({"url": "web address"}.get(name, name) for name in differing)
    return f"{words} of “{row['name']}”"


def check_all(db: Database, claim_ids: Iterable[int], version: int | None) -> None:
    """Raise ChangedMeanwhile, which lists every claim that changed after that version: saving again overwrites all of them."""
    if version is None:
        return
    changed = {claim_id: _changes_since(db, "claims", claim_id, version) for claim_id in claim_ids}
    descriptions = [
        f"claim {claim_id}: {_describe_changes(changes)}" for claim_id, changes in changed.items() if changes
    ]
    if descriptions:
        raise ChangedMeanwhile(f"{list_some(descriptions)}. {AGAIN}")


def check_judgement(db: Database, left: int, right: int, version: int | None) -> None:
    """Raise ChangedMeanwhile if the pair was judged after that version; None checks nothing.

    Call it inside the write transaction. A new score by the matcher is no conflict.
    """
    if version is None:
        return
    found = judgements.last_judged_since(db, left, right, version)
    if found:
        judgement, actor = found
        raise ChangedMeanwhile(
            f"meanwhile {actor or 'somebody'} judged claims {left} and {right}: {judgement}. Yours was not saved. "
            "You can still judge them differently: " + judge_again_step(left, right, "...")
        )


@dataclass(frozen=True)
class _Change:
    """One change of a row: who made it, and the row before and after, with names for the claimant and the rating."""

    actor: str | None
    old: dict[str, Any]
    new: dict[str, Any]
    ratings: tuple[str | None, str | None]

    @classmethod
    def read(cls, change: dict[str, Any]) -> _Change:
        old, new = json.loads(change["old_row"] or "{}"), json.loads(change["new_row"] or "{}")
        if "claimant_id" in new:
            old, new = (
                {**row, "claimant_id": change[name]}
                for row, name in ((old, "old_claimant"), (new, "new_claimant"))
            )
        return cls(change["actor"], old, new, (change["old_rating"], change["new_rating"]))

    @property
    def differing(self) -> set[str]:
        return {name for name, value in self.new.items() if self.old.get(name) != value}

    def describe(self, watched: Collection[str] | None) -> str:
        if "id" not in self.old:
            return f"{self.actor or 'somebody'} added it"
        differing = self.differing if watched is None else self.differing & {*watched, "status"}
        if differing == {"held_on"}:
            return f"{self.actor or 'somebody'} {'held' if self.new['held_on'] else 'released'} it"
        words = [
            f"{_NAMES.get(name) or name.removesuffix('_id').replace('_', ' ')} from {_word(name, old)} to {_word(name, new)}"
            for name, old, new in self._values()
            if name in differing
        ]
        return f"{self.actor or 'somebody'} changed the {', the '.join(words)}"

    def _values(self) -> Iterator[tuple[str, Any, Any]]:
        for name, value in self.new.items():
            yield name, *(self.ratings if name == "rating_id" else (self.old.get(name), value))

    def shown(self) -> dict[str, str | None]:
        """The row's former values, by the field names of forms."""
        claimant = self.old.get("claimant_id")
        named = {"claimant": claimant, "speaker": claimant}
        return {_NOTES.get(name, name): value for name, value in self.old.items()} | named


def _changes_since(db: Database, table: str, row_id: int, version: int) -> list[_Change]:
    """The changes of a row; none that removed it, which the step itself reports, nor one that restored it as it was."""
    changes, removed = [], None
    for row in history.of_row_since(db, table, row_id, version):
        if row["operation"] == "delete":
            removed = {name: row[name] for name in ("old_row", "old_claimant", "old_rating")}
            continue
        change = _Change.read(row | (removed or {}))
        changes += [change] if change.differing else []
        removed = None
    return changes


def _describe_changes(changes: Iterable[_Change], watched: Collection[str] | None = None) -> str:
    return f"meanwhile {'; '.join(change.describe(watched) for change in changes)}"


def _word(column: str, value: Any) -> str:
    if value is None:
        return "nobody" if column == "assignee" else "nothing"
    if column == "not_before":
        return describe_time(value)
    if column == "is_update":
        return "update" if value else "correction"
    return f'"{humanise_name(value) if column == "status" else value}"'
