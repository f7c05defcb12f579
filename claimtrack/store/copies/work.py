"""A copy of a desk in which somebody went on working: the last change that both files have, and what each has done since."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlite_utils import Database

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Judgement, ReviewStatus
from claimtrack.store import rows
from claimtrack.store.claims import Wording
from claimtrack.store.copies.forged import FORGED, check_change, parse_row

if TYPE_CHECKING:
    from claimtrack.store.history_ranges import HistoryRange

_ROWS_PER_READ = 1_000
SAME_CHANGE = "happened_at, table_name, row_id, operation"
"""What identifies a change with an id, even if a name was erased from its rows."""
SIGNED_COLUMNS = {"text", "claimant_id", "claimed_on"}
"""Columns of a claim that are part of a signed verdict."""
REPEATED = {
    "appearances", "articles", "claim_tags", "claimants", "claims", "evidence", "former_names", "interventions", "matches", "notes",
    "publishers", "rating_scales", "ratings", "reviews", "tags",
}  # fmt: skip
"""All tables with history but a computer's own settings and queues. No other: history is read from a file that anybody may have written."""
_SAME_ADDITION = {
    "articles": ("text_sha256", "url", "source"),
    "claim_tags": ("claim_id", "tag_id"),
    "evidence": ("claim_id", "url", "source"),
    "notes": ("claim_id", "body", "created_at"),
    "reviews": ("claim_id", "origin", "created_at"),
}
"""Columns by which a row that both files got is found again after somebody here has changed or deleted it, or if people have other names there."""


class Step(NamedTuple):
    """A change in history, with the columns of the row before and after it; empty if there was or is no row."""

    id: int
    happened_at: str
    actor: str | None
    table: str
    row_id: int
    claim_id: int | None
    operation: str
    old: dict[str, Any]
    new: dict[str, Any]

    @property
    def changed(self) -> dict[str, tuple[Any, Any]]:
        """The columns that an update changed: (old, new). Empty for other operations."""
        if self.operation != "update":
            return {}
        return {
            name: (self.old.get(name), new) for name, new in self.new.items() if self.old.get(name) != new
        }

    @property
    def makes_room_for_correction(self) -> bool:
        """Whether a review of ours was withdrawn because its correction was published, which withdraws it here, too."""
        if self.new.get("origin") == "imported":
            return False
        changed = {name: pair for name, pair in self.changed.items() if name != "held_on"}
        published_to_withdrawn = {"status": (ReviewStatus.PUBLISHED, ReviewStatus.WITHDRAWN)}
        return self.table == "reviews" and changed == published_to_withdrawn


def last_common_change(db: Database, copy: Database) -> int | None:
    """Return the id of the newest change before both files went separate ways; None if they have none in common.

    Two desks that were one have new numbers, so changes of what both have, such as a speaker, may get the same number later.
    """
    sql = f"select id, {SAME_CHANGE} from history where id between ? and ?"
    common, changes = None, copy.execute(f"select id, {SAME_CHANGE} from history order by id")
    while some := changes.fetchmany(_ROWS_PER_READ):
        here = {row[0]: row for row in db.execute(sql, [some[0][0], some[-1][0]])}
        for row in some:
            if row[0] in here:
                if here[row[0]] != row:
                    return common
                common = int(row[0])
    return common


def steps_since(db: Database, change_id: int, such: str = "true") -> Iterator[Step]:
    """Yield the changes after this one that meet the SQL condition `such`, oldest first. Raises InvalidValue for rows as no desk writes them."""
    # Of tables alone: SQLite refuses to read the columns of a view that it takes for unsafe.
    sql = """
        select tables.name, columns.name, columns.type
        from sqlite_master as tables, pragma_table_info(tables.name) as columns where tables.type = 'table'
    """
    types = {(table, name): kind for table, name, kind in db.execute(sql)}
    sql = f"""
        select id, happened_at, actor, table_name, row_id, claim_id, operation, old_row, new_row
        from history where id > ? and {such} order by id
    """
    # History that an older version wrote does not say which step wrote a note; the upgrade told it from the note's words.
    steps_of_notes = dict(db.execute("select id, step from notes where step is not null"))
    for *columns, old, new in db.execute(sql, [change_id]):
        step = Step._make([*columns, parse_row(old), parse_row(new)])
        check_change(step.happened_at, step.actor, step.row_id, step.operation, step.new)
        if step.table == "notes" and step.operation == "insert":
            step.new.setdefault("step", steps_of_notes.get(step.row_id))
        for name, value in chain(step.old.items(), step.new.items()):
            kind = types.get((step.table, name))
            if kind and value is not None and isinstance(value, str) != (kind == "TEXT"):
                raise InvalidValue(FORGED)
        yield step


def first_claim_since(db: Database, change_id: int) -> int | None:
    """Return the lowest id of the claims added after this change; None if there are none."""
    sql = "select min(row_id) from history where id > ? and +table_name = 'claims' and operation = 'insert'"
    return rows.fetch_number(db, sql, [change_id])


def first_wordings(db: Database, change_id: int) -> Iterator[Wording]:
    """Yield the claims added after this change as they were filed, if they were reworded since."""
    sql = """
        select claims.id, new_row ->> 'text', (select name from standing_claimants where id = new_row ->> 'claimant_id'),
            new_row ->> 'claimed_on', null
        from history join claims on claims.id = row_id
        where history.id > ? and +table_name = 'claims' and operation = 'insert' and new_row ->> 'text' <> claims.text
    """
    yield from map(Wording._make, db.execute(sql, [change_id]))


class WorkHere:
    """What was done on the desk since it was copied, to recognise what was brought back earlier and what somebody here has changed.

    The changes in the ranges `without_effect` are left out.
    """

    def __init__(self, db: Database, fork: int, without_effect: Sequence[HistoryRange]) -> None:
        self.added_articles: set[int] = set()
        self._inserted: dict[tuple[str, bytes], list[Step]] = defaultdict(list)
        self._found: dict[tuple[str, int | None], tuple[list[Step], Step]] = {}
        self._added: dict[tuple[Any, ...], int] = {}
        self._updated: dict[tuple[Any, ...], list[Step]] = defaultdict(list)
        self._deleted: dict[tuple[str, int], list[Step]] = defaultdict(list)
        self._by_row: dict[tuple[str, int], set[tuple[int, str]]] = defaultdict(set)
        self._by_claim: dict[int, set[tuple[int, str]]] = defaultdict(set)
        self._on_claim: dict[int, set[tuple[int, str]]] = defaultdict(set)
        for step in steps_since(db, fork):
            if not any(after < step.id <= until for after, until in without_effect):
                self._add(step)

    def _add(self, step: Step) -> None:
        key = step.table, step.row_id
        place = step._replace(old={}, new={})  # the rows of a whole desk would fill the memory
        parts = {(step.id, name) for name in step.changed or [""]}
        self._by_row[key] |= parts
        if step.claim_id and step.table != "matches":
            self._on_claim[step.claim_id] |= parts
        if step.table in ("evidence", "appearances"):
            self._by_claim[step.claim_id or 0] |= parts
        elif step.table == "claims":
            self._by_claim[step.claim_id or 0] |= {part for part in parts if part[1] in {"", *SIGNED_COLUMNS}}
        if step.operation == "insert":
            self._inserted[step.table, _content(step.new)].append(place)
            if step.table == "articles":
                self.added_articles.add(step.row_id)
            if names := _SAME_ADDITION.get(step.table):
                self._added.setdefault((step.table, *(step.new.get(name) for name in names)), step.row_id)
        elif step.operation == "delete":
            self._deleted[key].append(place)
        for name, values in step.changed.items():
            self._updated[*key, name, *map(_plain, values)].append(place)

    def find_inserted(self, table: str, row: Mapping[str, Any], known: int | None) -> int | None:
        """Return the id that a row with these values got here, which is `known` if that is given; each is found once."""
        same = self._inserted.get((table, _content(row)), [])
        found = next((place for place, step in enumerate(same) if known in (None, step.row_id)), None)
        if found is None:
            return None
        step = same.pop(found)
        self._found[table, step.row_id] = same, step
        return self._recognise(step)

    def release(self, table: str, row_id: int | None) -> None:
        """Let a row that is still here be found once more, as the other file has deleted what it was found for."""
        if found := self._found.pop((table, row_id), None):
            found[0].append(found[1])

    def find_added(self, table: str, row: Mapping[str, Any]) -> int | None:
        """Return the id of a row that was added here, too, and was changed or deleted afterwards."""
        names = _SAME_ADDITION.get(table)
        return self._added.get((table, *(row.get(name) for name in names))) if names else None

    def has_updated(self, table: str, row_id: int, column: str, old: Any, new: Any) -> bool:
        """Whether this very change of a column was made here; each is found once, since a claim may take the same step again."""
        made = self._updated.get((table, row_id, column, _plain(old), _plain(new)))
        return bool(made and self._recognise(made.pop(0), column))

    def has_deleted(self, table: str, row_id: int) -> bool:
        """Whether this row was deleted here; each deletion is found once, since it may have been restored."""
        made = self._deleted.get((table, row_id))
        return bool(made and self._recognise(made.pop(0)))

    def is_touched(self, table: str, row_id: int | None) -> bool:
        """Whether somebody here has added or changed this row."""
        return bool(row_id and self._by_row.get((table, row_id)))

    def is_worked_on(self, claim_id: int | None) -> bool:
        """Whether somebody here has changed a claim or anything on it."""
        return bool(claim_id and self._on_claim.get(claim_id))

    def is_verdict_touched(self, claim_id: int) -> bool:
        """Whether somebody here has added the claim, or changed what a verdict on it is about: its words, its sources or where it was said."""
        return bool(self._by_claim.get(claim_id))

    def accept(self, claim_id: int) -> None:
        """Count a claim here as the other file's: it has nothing that its verdict there is not about, either."""
        self._by_claim.pop(claim_id, None)
        self._by_row.pop(("claims", claim_id), None)

    def _recognise(self, step: Step, column: str = "") -> int:
        """Count a change as one of the copy's, and return its row."""
        part = step.id, column
        self._by_row[step.table, step.row_id].discard(part)
        for on_claims in (self._by_claim, self._on_claim):
            on_claims[step.claim_id or 0].discard(part)
        return step.row_id


class WorkThere:
    """What was done in the copy: `final` is the last value that it gave to each column that it changed, `gone` are rows that it added and deleted again, `deleted` all that
    it deleted.

    `judged` is the last change of each pair. `quotes` are the new appearances that have words of an article, by their claim.
    """

    def __init__(self, steps: Iterable[Step]) -> None:
        self.final: dict[tuple[str, int, str], Any] = {}
        self.gone: set[tuple[str, int]] = set()
        self.deleted: set[tuple[str, int | None]] = set()
        self.judged: dict[int, int] = {}
        self.quotes: dict[int, list[dict[str, Any]]] = defaultdict(list)
        added: set[tuple[str, int]] = set()
        for step in steps:
            key = step.table, step.row_id
            if step.table == "matches" and "judgement" in step.changed:
                self.judged[step.row_id] = step.id
            if step.operation == "delete":
                self.gone |= added & {key}
                self.deleted.add(key)
            elif step.operation == "insert":
                added.add(key)
                self.gone.discard(key)
                if step.table == "appearances" and step.new.get("quote"):
                    quote = {name: step.new.get(name) for name in ("article_id", "span_start", "span_end")}
                    self.quotes[step.claim_id or 0].append(quote)
            # A row keeps what it was added with, unless it was changed, or restored after it was deleted.
            kept = step.new if key in self.deleted or step.table == "matches" else ()
            for name in kept if step.operation == "insert" else step.changed:
                self.final[*key, name] = step.new[name]

    def is_judged(self, match_id: int) -> bool:
        """Whether somebody judged a new pair, and did not undo that."""
        return self.final.get(("matches", match_id, "judgement")) not in (None, Judgement.UNJUDGED)


def _content(row: Mapping[str, Any]) -> bytes:
    """Return a digest of the values of a row without its id, to compare it with another file's; an article's text may have grown since.

    An older version may lack columns.
    """
    without = ("id", "text_sha256")
    values = {
        name: _plain(value)
        for name, value in sorted(row.items())
        if name not in without and value is not None
    }
    return hashlib.blake2b(json.dumps(values).encode(), digest_size=16).digest()


def _plain(value: Any) -> Any:
    return float(f"{value:.12g}") if isinstance(value, float) else value  # history prints 15 digits
