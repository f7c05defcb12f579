"""Everything that the desk knows about one claim, and its history, for a reader."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from claimtrack.core.desk.verdicts import describe_contradiction
from claimtrack.core.sheets.sheets import FLAG_COLUMNS
from claimtrack.core.texts import timestamps
from claimtrack.core.texts.printable import brief, humanise_name
from claimtrack.store import (
    appearances,
    articles,
    claims,
    clusters,
    evidence,
    history,
    interventions,
    matches,
    notes,
    views,
)
from claimtrack.store.reviews import reviews, signed
from claimtrack.store.rows import decode_json_columns
from claimtrack.workflow.days import describe_time
from claimtrack.workflow.ledger import ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Self

    from sqlite_utils import Database

Row = dict[str, Any]


class Value(str):
    """A part of a summary that somebody wrote on the desk."""

    __slots__ = ()


class Summary(str):
    """A one-line summary of a change. `parts` are its pieces; those that are values are of the type Value.

    A page isolates the values: a right-to-left character in one would reverse the text around it.
    """

    parts: tuple[tuple[str, bool], ...]

    def __new__(cls, parts: Iterable[str]) -> Self:
        """Make the line from its pieces."""
        kept = tuple((str(part), isinstance(part, Value)) for part in parts)
        line = super().__new__(cls, "".join(words for words, _ in kept))
        line.parts = kept
        return line


_BRIEF = 80
"""How many characters of a value the summary of a change shows."""


_PEOPLE = frozenset(("approved_by", "drafted_by", "judged_by", "added_by", "assignee", "author"))
_DESK_WORDS = frozenset(("status", "outcome"))
_KEPT_WITH_A_VERDICT = frozenset(("claim_reviewed", "claimant_reviewed", "claimed_on_reviewed"))
"""Columns that publication copies from the claim: a summary need not repeat them."""


def claim_dossier(db: Database, claim_id: int, *, newest: int | None = None) -> Row:
    """The claim with its appearances, evidence, notes, matches, reviews and requests to others. Raises NotFound.

    `claim` is its row of claim_overview, `version` the id of its last change, `ledger` its ledger over all claims judged the same. The
    `article` of an appearance is the article's name. With `newest`, only so many of the newest appearances are included, and
    `appearances_in_all` is their total number. `verdict_on` is the claim whose verdict the rating is: itself, or one judged the same;
    `repeats` is the claim that stands for one that was parked in triage as its repeat; `contradictions` lists our published verdicts on
    these claims that contradict each other. For a published review, `changed_since` lists what changed on the desk since it was signed, and
    `being_corrected_by_id` is the correction or update in progress. Other publishers' reviews have the claim in their own words.
    """
    version = claims.get(db, claim_id).version
    seen = articles.add_article_names(db, appearances.of_claim(db, claim_id, newest=newest))
    in_all = {} if newest is None else {"appearances_in_all": appearances.count(db, claim_id)}
    add_recording_times(db, seen)
    stands = clusters.find_standing(db, claim_id) if clusters.was_parked_as_repeat(db, claim_id) else None
    return {
        "claim": decode_json_columns(views.claims_by_id(db, [claim_id])[claim_id]),
        "version": version,
        "appearances": [decode_json_columns(row) for row in seen],
        **in_all,
        "ledger": ledger(db, claim_id),
        "repeats": stands._asdict() if stands else None,
        "evidence": [decode_json_columns(row) for row in evidence.of_claim(db, claim_id)],
        "notes": notes.of_claim(db, claim_id),
        "matches": [decode_json_columns(row) for row in matches.of_claim(db, claim_id)],
        "reviews": _reviews(db, claim_id),
        "interventions": interventions.list_all(db, claim_id),
        "verdict_on": reviews.verdict_on(db, claim_id),
        "contradictions": [
            describe_contradiction(*pair) for pair in clusters.contradicting_verdicts(db, claim_id)
        ],
    }


def add_recording_times(db: Database, seen: Iterable[Row]) -> None:
    """Add to appearances the time in the recording at which the words were said (`timecode`) and a link to it (`timecode_url`).

    Both are None if the article's text has no times, and for an earlier version.
    """
    times_in = cache(
        lambda article_id: timestamps.find_timestamps(articles.get(db, article_id)["text"] or "")
    )
    for row in seen:
        stands = row["span_start"] is not None and not row["superseded_by_id"]
        second = timestamps.second_at(times_in(row["article_id"]), row["span_start"]) if stands else None
        row["timecode"] = None if second is None else timestamps.format_clock(second)
        row["timecode_url"] = None if second is None else timestamps.link_at(row["url"], second)


def _reviews(db: Database, claim_id: int) -> list[Row]:
    changed = signed.changed_since(db, claim_id)
    under_way = {one.corrects_id: one.id for one in reviews.unpublished_reviews(db, claim_id)}
    return [
        {
            **decode_json_columns(row),
            "changed_since": changed.get(row["id"], []),
            "being_corrected_by_id": under_way.get(row["id"]),
        }
        for row in views.reviews_of_claim(db, claim_id)
    ]


_KEPT = ("id", "happened_at", "actor", "operation", "table_name", "row_id")
DESK_KEYS = (*_KEPT, "changes", "summary", "claim_id")
"""The keys of a change in the history of a claim or of the desk."""


def claim_history(db: Database, claim_id: int) -> list[Row]:
    """Every change of the claim and of what belongs to it, oldest first. Raises NotFound.

    `changes` maps a column to its old and new value; `summary` is the change in one line, a Summary.
    """
    claims.get(db, claim_id)
    return list(claim_changes(db, claim_id))[::-1]


def claim_changes(db: Database, claim_id: int) -> Iterator[Row]:
    """Yield the rows of `claim_history`, newest first, each read only when needed."""
    return ({**_change(row), "claim_id": claim_id} for row in history.of_claim(db, claim_id))


def desk_history(
    db: Database,
    *,
    article_id: int | None = None,
    since: str | None = None,
    until: str | None = None,
    actor: str | None = None,
    limit: int,
) -> Iterator[Row]:
    """Yield the newest changes of the whole desk, or of an article's claims, each read only when needed.

    The rows are those of `claim_history`. `since` and `until` are ISO times in UTC, the latter exclusive;
    suggestions of the matcher are left out. Raises NotFound.
    """
    if article_id is not None:
        articles.get(db, article_id)
    found = history.of_desk(db, article_id=article_id, since=since, until=until, actor=actor, limit=limit)
    return ({**_change(row), "claim_id": row["claim_id"]} for row in found)


def _change(row: Row) -> Row:
    old = json.loads(row["old_row"]) if row["old_row"] else {}
    new = json.loads(row["new_row"]) if row["new_row"] else {}
    changes = {key: [old.get(key), new.get(key)] for key in {**old, **new} if old.get(key) != new.get(key)}
    kept = {key: row[key] for key in _KEPT}
    whole = new or old
    pieces: Sequence[str] = (
        [Value(row["about"])] if row["about"] else _summarise(row, _legible(changes, row), whole)
    )
    if row["table_name"] == "reviews":
        pieces = [*_which_review(row, whole), *pieces]
    if row["copy"]:
        pieces = [*pieces, " (done in the copy ", Value(row["copy"]), ")"]
    lists = {key: [decode_json_columns({key: one})[key] for one in pair] for key, pair in changes.items()}
    return {**kept, "changes": lists, "summary": Summary(pieces)}


def _legible(changes: dict[str, list[Any]], row: Row) -> dict[str, list[Any]]:
    """The changes with labels instead of rating ids, and names instead of claimant ids."""
    named = {
        "rating_id": ("rating", [row["old_rating"], row["new_rating"]]),
        "claimant_id": ("claimant", [row["old_claimant"], row["new_claimant"]]),
    }
    return dict(named.get(key, (key, pair)) for key, pair in changes.items())


def _summarise(row: Row, changes: dict[str, list[Any]], whole: Row) -> Sequence[str]:
    table, operation = row["table_name"], row["operation"]
    if table == "matches":
        is_judged = operation == "update" and "judgement" in changes
        became = " → ".join(changes["judgement"]) if is_judged else f"suggested {whole['suggestion']}"
        return [f"claims {whole['left_id']} and {whole['right_id']}: {became}"]
    if table == "reviews" and operation != "update":
        return _joined("; ", _describe_review(changes, whole, 1 if operation == "insert" else 0))
    if table == "interventions" and operation != "update":
        return [_shorten(whole["asked"]), ": ", _shorten(whole["request"])]
    if table == "claimants" and operation == "update":
        return _joined(", ", _describe_name(row, changes, whole))
    if table == "articles" and operation == "update" and "text_sha256" in changes:
        return [_describe_text(changes)]
    if operation == "update":
        pairs = (
            [f"{key.replace('_', ' ')}: ", _display_value(key, old), " → ", _display_value(key, new)]
            for key, (old, new) in changes.items()
            if key not in _KEPT_WITH_A_VERDICT
        )
        return _joined(", ", pairs)
    telling = ("text", "url", "source", "body", "name", "quote", "headline", "judgement")
    return [_shorten(whole[key]) for key in telling if whole.get(key)][:1]


def _describe_text(changes: dict[str, list[Any]]) -> str:
    """What happened to an article's text: history keeps the whole text only where some of it was taken away."""
    if "text" in changes:
        return "the text is again what it was before it grew"
    return "the text was added" if changes["text_sha256"][0] is None else "the text grew at its end"


def _display_value(key: str, value: Any) -> Value:
    """A value in words: "nobody" for a missing person, "in review" for a status with an underscore."""
    if value is None and key in _PEOPLE:
        return Value("nobody")
    if key == "not_before" and value:
        return Value(describe_time(value))
    if key in FLAG_COLUMNS:
        return Value("yes" if value else "no")
    return _shorten(humanise_name(value) if key in _DESK_WORDS and value else value)


def _joined(between: str, parts: Iterable[list[str]]) -> list[str]:
    return [one for part in parts for one in (between, *part)][1:]


def _which_review(row: Row, whole: Row) -> list[str]:
    """Words that identify a review among several of a claim, and an imported one, whose publisher may no longer be on the desk."""
    name = Value(row["publisher"]) if row["publisher"] else "another publisher"
    of = [" of ", name] if whole.get("origin") == "imported" else []
    return [f"review {row['row_id']}", *of, ": "]


def _describe_review(changes: dict[str, list[Any]], whole: Row, side: int) -> Iterator[list[str]]:
    """Yield the contents of a review that was added (`side` 1) or removed (0): which one it replaces, its rating and words."""
    if whole.get("corrects_id"):
        yield [f"{'updates' if whole.get('is_update') else 'corrects'} review {whole['corrects_id']}"]
    if "rating" in changes:
        yield [Value(changes["rating"][side])]
    if whole.get("not_before"):
        yield ["not before ", _display_value("not_before", whole["not_before"])]
    note = "update note" if whole.get("is_update") else "correction note"
    for name, label in (("headline", "headline"), ("summary", "summary"), ("correction_note", note)):
        if whole.get(name):
            yield [f"{label}: ", _shorten(whole[name])]


def _describe_name(row: Row, changes: dict[str, list[Any]], whole: Row) -> Iterator[list[str]]:
    """Yield how a claimant is spelt now, and whose other name it was and is."""
    if "name" in changes:
        yield ["name: ", _shorten(changes["name"][0]), " → ", _shorten(changes["name"][1])]
    if row["name_of_old"]:
        yield [_shorten(whole["name"]), " is no longer a name of ", _shorten(row["name_of_old"])]
    if row["name_of_new"]:
        yield [_shorten(whole["name"]), " is another name of ", _shorten(row["name_of_new"])]


def _shorten(value: Any) -> Value:
    return Value(brief(value, _BRIEF))
