"""The changes in history as lines for a reader: a summary of what was changed, and a sentence without its subject, whoever did it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from claimtrack.core.model import Judgement
from claimtrack.core.sheets.sheets import FLAG_COLUMNS
from claimtrack.core.texts.languages import language_name
from claimtrack.core.texts.printable import brief, humanise_name
from claimtrack.store.history_ranges import change_name
from claimtrack.store.rows import decode_json_columns
from claimtrack.workflow.days import describe_time
from claimtrack.workflow.deeds import LABELS, describe_deed

if TYPE_CHECKING:
    from typing import Self

Row = dict[str, Any]


class Value(str):
    """A part of a summary that somebody wrote on the desk."""

    __slots__ = ()


class Line(str):
    """A line about a change. `parts` are its pieces, each with whether it is a Value.

    A page isolates the values: a right-to-left character in one would reverse the text around it.
    """

    parts: tuple[tuple[str, bool], ...]

    def __new__(cls, parts: Iterable[str]) -> Self:
        """Make the line from its pieces."""
        kept = tuple((str(part), isinstance(part, Value)) for part in parts)
        line = super().__new__(cls, "".join(words for words, _ in kept))
        line.parts = kept
        return line


class Summary(Line):
    """What was changed, in one line. `sentence` says it after the name of whoever did it: "ben" "submitted review 2".

    `concerns` names what the change is about, as pages do: ("claim", 12). A row without a page of its own counts as its claim.
    """

    sentence: Line
    concerns: tuple[tuple[str, int], ...]


_BRIEF = 80
"""How many characters of a value the summary of a change shows."""


_PEOPLE = frozenset(("approved_by", "drafted_by", "judged_by", "added_by", "assignee", "author"))
_DESK_WORDS = frozenset(("status", "outcome"))
_KEPT_WITH_A_VERDICT = frozenset(("claim_reviewed", "claimant_reviewed", "claimed_on_reviewed", "feed_id"))
"""Columns that publication copies from the claim, and the former address that a new one leaves: a summary need not repeat them."""
_PAGES = {"articles": "article", "claimants": "speaker"}
"""Tables whose rows have pages of their own, besides claims."""


_KEPT = ("id", "happened_at", "actor", "operation", "table_name", "row_id")
CHANGE_KEYS = (*_KEPT, "changes", "summary", "claim_id", "done_at", "cursor")
"""The keys of a change."""


def describe_change(row: Row) -> Row:
    """A change as people read it, from a row of history: `changes` maps a column to its old and new value; `summary` is a Summary."""
    old = json.loads(row["old_row"]) if row["old_row"] else {}
    new = json.loads(row["new_row"]) if row["new_row"] else {}
    changes = {key: [old.get(key), new.get(key)] for key in {**old, **new} if old.get(key) != new.get(key)}
    whole = new or old
    which = _which_review(row, whole) if row["table_name"] == "reviews" else []
    copy = _tell_copy(row)
    colon = [": "] if which else []
    summary = Summary([*which, *colon, *_summarise(row, _legible(changes, row), whole), *copy])
    summary.sentence = Line([*_sentence(row, changes, whole, which), *copy])
    summary.concerns = tuple(_concerns(row, whole))
    before, after = (
        decode_json_columns({key: pair[side] for key, pair in changes.items()}) for side in (0, 1)
    )
    lists = {key: [before[key], after[key]] for key in changes}
    return {
        **{key: row[key] for key in _KEPT},
        "changes": lists,
        "summary": summary,
        "claim_id": row["claim_id"],
        "done_at": row["done_at"],
        "cursor": change_name(row),
    }


def _tell_copy(row: Row) -> list[str]:
    """The pieces that say where a change was made that came in from another file, and when; none for any other change."""
    if not (row["copy"] or row["done_at"]):
        return []
    file, is_desk = json.loads(row["copy"] or "[null, 0]")
    place = [f" {'on the desk' if is_desk else 'in the copy'} ", Value(file)] if file else []
    return [
        " (done",
        *place,
        f"{',' if place else ''} {describe_time(row['done_at'])})" if row["done_at"] else ")",
    ]


def _sentence(row: Row, changes: dict[str, list[Any]], whole: Row, which: list[str]) -> list[str]:
    """The pieces of the sentence: what was done, and what the summary says of it beyond that."""
    deed = describe_deed(row["table_name"], row["operation"], changes, whole, row["replaced_by"])
    which = which or _which_row(row, changes, whole)
    more = {key: pair for key, pair in changes.items() if key not in deed.said}
    rest = _summarise(row, _legible(more, row), whole, LABELS)
    begins = [deed.begins, *([" ", *which] if which else [])]
    return [*begins, deed.between, *rest] if rest else begins


def _concerns(row: Row, whole: Row) -> Iterator[tuple[str, int]]:
    """What the change is about, as pages name it."""
    table = row["table_name"]
    if table == "matches":
        yield from (("claim", whole[side]) for side in ("left_id", "right_id"))
    elif table in _PAGES:
        yield _PAGES[table], row["row_id"]
    elif row["claim_id"]:
        yield "claim", row["claim_id"]


def _legible(changes: dict[str, list[Any]], row: Row) -> dict[str, list[Any]]:
    """The changes with labels instead of rating ids, and names instead of claimant ids."""
    named = {
        "rating_id": ("rating", [row["old_rating"], row["new_rating"]]),
        "claimant_id": ("claimant", [row["old_claimant"], row["new_claimant"]]),
    }
    return dict(named.get(key, (key, pair)) for key, pair in changes.items())


def _summarise(
    row: Row, changes: dict[str, list[Any]], whole: Row, labels: Mapping[str, str] = MappingProxyType({})
) -> Sequence[str]:
    """The pieces of the summary; `labels` are other names for columns than their own."""
    table, operation = row["table_name"], row["operation"]
    if row["about"]:
        return [Value(row["about"])]
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
    if operation == "update" and "text_sha256" in changes:
        return [_describe_text(changes)]
    if operation == "update":
        pairs = (_pair(key, pair, labels) for key, pair in changes.items() if key not in _KEPT_WITH_A_VERDICT)
        return _joined(", ", pairs)
    telling = ("text", "url", "source", "body", "name", "quote", "headline", "judgement")
    return [_shorten(whole[key]) for key in telling if whole.get(key)][:1]


def _pair(key: str, pair: list[Any], labels: Mapping[str, str]) -> list[str]:
    """The pieces that say what a column was and is."""
    old, new = (_display_value(key, value) for value in pair)
    return [f"{labels.get(key, humanise_name(key))}: ", old, " → ", new]


def _describe_text(changes: dict[str, list[Any]]) -> str:
    """What happened to an article's text: history keeps the whole text only where some of it was taken away."""
    if "text" in changes:
        return "the text is again what it was before it grew"
    return "the text was added" if changes["text_sha256"][0] is None else "the text grew at its end"


def _display_value(key: str, value: Any) -> Value:
    """A value in words: "nobody" for a missing person, "in review" for a status with an underscore, "Welsh" for a language."""
    if value is None and key in _PEOPLE:
        return Value("nobody")
    if key == "not_before" and value:
        return Value(describe_time(value))
    if key == "language" and value:
        return Value(language_name(value))
    if key in FLAG_COLUMNS:
        return Value("yes" if value else "no")
    return _shorten(humanise_name(value) if key in _DESK_WORDS else value)


def _joined(between: str, parts: Iterable[list[str]]) -> list[str]:
    return [one for part in parts for one in (between, *part)][1:]


def _which_review(row: Row, whole: Row) -> list[str]:
    """Words that identify a review among several of a claim, and an imported one, whose publisher may no longer be on the desk."""
    name = Value(row["publisher"]) if row["publisher"] else "another publisher"
    of = [" of ", name] if whole.get("origin") == "imported" else []
    return [f"review {row['row_id']}", *of]


def _which_row(row: Row, changes: dict[str, list[Any]], whole: Row) -> list[str]:
    """Words that identify a row that was changed, if its name was not: an article by its number, a source by its address or words, a rating by its name."""
    if row["operation"] != "update" or "name" in changes or row["name_of_old"] or row["name_of_new"]:
        return []
    if row["table_name"] == "articles":
        return [f"article {row['row_id']}"]
    if row["table_name"] == "evidence" and not changes.keys() & {"url", "source"}:
        return [_shorten(whole.get("url") or whole.get("source") or "")]
    return [_shorten(whole["name"])] if "name" in whole else []


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
    """Yield how a claimant is spelt and described now, and whose other name it was and is."""
    if "name" in changes:
        yield ["name: ", _shorten(changes["name"][0]), " → ", _shorten(changes["name"][1])]
    if row["name_of_old"]:
        yield [_shorten(whole["name"]), " is no longer a name of ", _shorten(row["name_of_old"])]
    if row["name_of_new"]:
        yield [_shorten(whole["name"]), " is another name of ", _shorten(row["name_of_new"])]
    for key in ("kind", "role", "url"):
        if key in changes:
            yield _pair(key, changes[key], LABELS)


def _shorten(value: Any) -> Value:
    return Value(brief(value, _BRIEF))


_FILLED_IN = frozenset(
    ("author", "added_by", "drafted_by", "judged_by", "judged_at", "score", "reasons", "scorer", "feed_id")
)
"""Columns that triggers fill in, most of them after a row was added, and that the matcher changes."""


def is_human_change(change: Row) -> bool:
    """Whether a person would call it a change: not what triggers fill in, nor what the matcher suggests."""
    if change["operation"] != "update" and change["table_name"] == "matches":
        return Judgement.UNJUDGED not in change["changes"]["judgement"]
    return not _FILLED_IN.issuperset(change["changes"])
