"""Sheets: the views behind exports, read row by row from one snapshot while others write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.core.desk.articlenames import HEAD_LENGTH, article_name
from claimtrack.core.sheets.sheets import LIST_COLUMNS, Preset
from claimtrack.core.texts import timestamps
from claimtrack.store import articles, own_columns
from claimtrack.store.file.database import open_desk
from claimtrack.store.file.desk_file import DeskFile
from claimtrack.store.file.errors import translate_errors
from claimtrack.store.views import ClaimFilter, article_order_sql

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    Row = tuple[Any, ...]


# Preset -> view, the column with the claim's id, and an order that an index provides without sorting.
_VIEWS = {
    Preset.CLAIMS: ("claim_sheet", "id", "id"),
    Preset.REVIEWS: ("review_sheet", "claim_id", "id"),
    Preset.APPEARANCES: ("appearance_sheet", "claim_id", "id"),
    Preset.EVIDENCE: ("evidence_sheet", "claim_id", "id"),
    Preset.NOTES: ("note_sheet", "claim_id", "id"),
    Preset.CORRECTIONS: ("correction_sheet", "claim_id", "id, action"),
    Preset.LOG: ("log_sheet", "id", "id, appearance_id"),
}


# Preset -> the column for an article's name, and the one with the appearance's id. A title is never a file name.
_ARTICLE_NAME_COLUMNS = {Preset.APPEARANCES: ("title", "id"), Preset.LOG: ("article", "appearance_id")}
# Preset -> the condition that a row is about this article itself: its claim may appear in others, too.
_ARTICLE_CONDITIONS = {
    Preset.APPEARANCES: "article_id = :article_id",
    Preset.LOG: "appearance_id in (select id from appearances where article_id = :article_id)",
}
_CACHED_NAMES = 20_000
"""Articles whose names are cached: finding one takes 0.3 ms."""


_TIMECODE = "timecode"
_CACHED_TIMES = 200
"""Articles whose timestamps are cached: an hour has a hundred, and rows mostly come article by article."""


class DateRange(NamedTuple):
    """A range of dates (ISO, inclusive) of reviews and corrections; None for an open end."""

    since: str | None = None
    until: str | None = None

    def where(self, column: str) -> tuple[str, dict[str, str]]:
        """Return the SQL condition on a column of dates, and its parameters."""
        if not any(self):
            return "1", {}
        ends = {"first_day": self.since or "0", "last_day": self.until or "9999-12-31"}
        return f"{column} between :first_day and :last_day", ends


ALL_DATES = DateRange()

DATE_COLUMNS = {Preset.REVIEWS: "reviewed_on", Preset.CORRECTIONS: "changed_on"}
"""Preset -> the column with the date of its rows."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Column names, and the rows as an iterator, so that memory use does not grow with their number."""

    columns: tuple[str, ...]
    rows: Iterator[Row]
    lists: frozenset[str] = LIST_COLUMNS
    """The columns with JSON arrays."""


@contextmanager
def open_sheet(
    path: Path,
    preset: Preset,
    criteria: ClaimFilter | None = None,
    days: DateRange = ALL_DATES,
    own: Sequence[str] = (),
) -> Iterator[Sheet]:
    """Context with the rows of a preset whose claims meet the criteria; of reviews and corrections those in the date range.

    One SELECT reads one snapshot: concurrent writes don't show. Rows of one article come in text order. `own` are columns of the desk's
    own, at the end. Raises NotFound if there is no such article or column, InvalidValue for a column that cannot be beside the others.
    """
    criteria = criteria or ClaimFilter()
    source, values = _source(preset, criteria, days)
    view, key, _ = _VIEWS[preset]
    with open_read_only(path, criteria) as conn:
        more = own_columns.find(conn, own)
        beside = [name for _, name, *_ in conn.execute(f"pragma table_info({view})")]
        own_columns.refuse_clash(more, [*beside, *([_TIMECODE] if preset is Preset.APPEARANCES else [])])
        selected, names = own_columns.select_sql(more, f"{view}.{key}")
        sql = f"select {view}.*{selected} from {source} order by {_order(preset, criteria)}"
        headers = tuple(one.header for one in more)
        with closing(conn.execute(sql, values | names)) as cursor:
            columns = tuple(column[0] for column in cursor.description)
            columns = (*columns[: len(columns) - len(headers)], *headers)
            yield _complete(conn, preset, columns, cursor, LIST_COLUMNS.union(headers))


def _complete(
    conn: sqlite3.Connection,
    preset: Preset,
    columns: tuple[str, ...],
    rows: Iterator[Row],
    lists: frozenset[str],
) -> Sheet:
    """Return the sheet with what no view can decide."""
    if preset in _ARTICLE_NAME_COLUMNS:
        rows = _add_article_names(conn, columns, rows, *_ARTICLE_NAME_COLUMNS[preset])
    if preset is Preset.APPEARANCES:
        columns, rows = (*columns, _TIMECODE), _add_times(conn, columns, rows)
    return Sheet(columns, rows, lists)


def _add_article_names(
    conn: sqlite3.Connection, columns: Sequence[str], rows: Iterable[Row], column: str, appearance: str
) -> Iterator[Row]:
    """Yield the rows with the names of untitled articles: a view cannot decide whether a first line is a heading."""
    at, by = columns.index(column), columns.index(appearance)

    @lru_cache(maxsize=_CACHED_NAMES)
    def called(article_id: int) -> str | None:
        sql = "select substr(text, 1, ?), iif(url is null, source, null) from articles where id = ?"
        head, source = conn.execute(sql, [HEAD_LENGTH, article_id]).fetchone()
        return article_name(head=head, source=None if column == "title" else source, otherwise="") or None

    for row in rows:
        if row[at] is None and row[by] is not None:
            [article_id] = conn.execute(
                "select article_id from appearances where id = ?", [row[by]]
            ).fetchone()
            row = (*row[:at], called(article_id), *row[at + 1 :])
        yield row


def _add_times(conn: sqlite3.Connection, columns: Sequence[str], rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows, each with the time in a recording at which its words were said, if the article has timestamps."""
    article, start = columns.index("article_id"), columns.index("span_start")

    @lru_cache(maxsize=_CACHED_TIMES)
    def told(article_id: int) -> Sequence[timestamps.Timestamp]:
        [text] = conn.execute("select text from articles where id = ?", [article_id]).fetchone()
        return timestamps.find_timestamps(text or "")

    for row in rows:
        second = None if row[start] is None else timestamps.second_at(told(row[article]), row[start])
        yield (*row, None if second is None else timestamps.format_clock(second))


def _source(preset: Preset, criteria: ClaimFilter, days: DateRange) -> tuple[str, dict[str, Any]]:
    view, key, _ = _VIEWS[preset]
    chosen, values = criteria.where_claim(key)
    if criteria.article_id is not None:
        chosen += f" and {_ARTICLE_CONDITIONS.get(preset, '1')}"
    dated, ends = days.where(DATE_COLUMNS[preset]) if preset in DATE_COLUMNS else ("1", {})
    return f"{view} where {chosen} and {dated}", values | ends


def _order(preset: Preset, criteria: ClaimFilter) -> str:
    view, key, order = _VIEWS[preset]
    if criteria.article_id is None:
        return order
    if preset in _ARTICLE_CONDITIONS:
        appearance = _ARTICLE_NAME_COLUMNS[preset][1]
        return f"(select span_start from appearances where appearances.id = {view}.{appearance}) nulls last, {order}"
    return f"{article_order_sql(f'{view}.{key}')}, {order}"


@contextmanager
def open_read_only(path: Path, criteria: ClaimFilter | None = None) -> Iterator[sqlite3.Connection]:
    """Context with a read-only connection for long reads. Raises what open_desk() does, and NotFound if there is no such article.

    Not with mode=ro: such a connection leaves a -wal and a -shm file behind if it is the last to close.
    """
    with DeskFile(path).refuse_concurrent_change(), translate_errors(), closing(open_desk(path)) as db:
        db.execute("pragma query_only = on")
        if criteria and criteria.article_id is not None:
            articles.get(db, criteria.article_id)
        yield db.conn
