"""The public copy: a database built from published rows only, with explicitly listed columns."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import ExitStack, closing, suppress
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from claimtrack.core.errors import ClaimtrackError, Refused
from claimtrack.core.texts.addresses import is_private_address, leads_inside, without_reader
from claimtrack.resources import resource
from claimtrack.store.file.connecting import decode_leniently
from claimtrack.store.file.desk_file import DeskFile
from claimtrack.store.file.errors import translate_errors
from claimtrack.store.file.leftovers import PUBLIC_COPY, temporary_folder_beside
from claimtrack.store.file.schema_files import statements

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.core.model import ReviewStatus

    Rows = list[dict[str, Any]]

APPLICATION_ID = 0x636C6D70  # "clmp": how a public copy is told from a desk
TABLES = ("claims", "reviews", "appearances", "evidence", "corrections", "interventions", "topics", "ratings")


class NewPlace(NamedTuple):
    """A place where readers now see that a claim was said: nobody had filed it when the verdict was signed, and the copy before lacked it."""

    claim_id: int
    place: str


class Built(NamedTuple):
    """What is in a public copy: rows per table, the addresses and file paths left out, and new places."""

    rows: dict[str, int]
    left_out: set[str]
    new_places: tuple[NewPlace, ...]


def build(desk: Path, out: Path, topics: Iterable[str] = ()) -> Built:
    """Build the public copy at `out`, complete or not at all.

    `topics` are the tags that readers may see. The caller has opened the desk, which checks its version. What is left out can only be
    opened on this computer or its network. Reads one snapshot. An older public copy is replaced; raises Refused for any other existing
    file, ClaimtrackError if the folder cannot be written.
    """
    _refuse_other_file(out)
    with ExitStack() as opened:
        try:
            folder = opened.enter_context(temporary_folder_beside(out))
        except OSError as error:
            raise ClaimtrackError(f"cannot write {out}: {error.strerror}. Choose another place") from error
        # A new file, so that no unused page can contain anything of the desk.
        made = folder / PUBLIC_COPY
        with DeskFile(desk).refuse_concurrent_change():
            filled = _fill_copy(desk, made, out, topics)
        made.replace(out)
    return filled


def is_public_copy(conn: sqlite3.Connection) -> bool:
    """Whether the database is a public copy made by `build`."""
    return bool(conn.execute("pragma application_id").fetchone()[0] == APPLICATION_ID)


def _refuse_other_file(out: Path) -> None:
    if not out.exists():
        return
    try:
        with closing(sqlite3.connect(DeskFile(out).uri("ro"), uri=True)) as conn:
            is_ours = is_public_copy(conn)
    except sqlite3.Error:
        is_ours = False
    if not is_ours:
        raise Refused(f"{out} exists and is not a public copy: give another file, or move it away")


def _fill_copy(desk: Path, made: Path, out: Path, topics: Iterable[str]) -> Built:
    with translate_errors(writing=out), closing(_connect(DeskFile(made).uri())) as conn:
        left_out = _fill(conn, desk, "select id, 'published' as status from desk.reviews", topics)
        conn.execute("analyze")
        conn.execute("vacuum")
        counts = {table: conn.execute(f"select count(*) from {table}").fetchone()[0] for table in TABLES}
        return Built(counts, left_out, _new_places(conn, out))


def _new_places(conn: sqlite3.Connection, out: Path) -> tuple[NewPlace, ...]:
    """Those of a copy that was just filled, compared with the one at `out`, which it will replace."""
    sql = """
        select places.claim_id, places.id, coalesce(places.url, places.title, places.outlet, 'a place without a name')
        from newest cross join sightings on sightings.review_id = newest.id
        join appearances as places on (places.claim_id, places.id) = (newest.claim_id, sightings.id)
        where sightings.is_later and sightings.counts order by 1, 2
    """
    later = conn.execute(sql).fetchall()
    before = _places_in(out) if later else set()
    return tuple(NewPlace(claim_id, place) for claim_id, at, place in later if (claim_id, at) not in before)


def _places_in(out: Path) -> set[tuple[int, int]]:
    """The claims and ids of the places in an older copy; none if there is no copy, or a damaged one, which is replaced all the same."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(DeskFile(out).uri("ro"), uri=True)) as conn:
        return set(conn.execute("select claim_id, id from appearances"))
    return set()


def _fill(conn: sqlite3.Connection, desk: Path, chosen: str, topics: Iterable[str] = ()) -> set[str]:
    """Create and fill the tables of a public copy with the reviews that some SQL chooses, if they have the status chosen; return what was left out."""
    left_out: set[str] = set()

    def noted(is_ours: Callable[[str], bool]) -> Callable[[str | None], bool]:
        def told(value: str | None) -> bool:
            if is_there := bool(value and is_ours(value)):
                left_out.add(str(value))
            return is_there

        return told

    conn.create_function("is_private_address", 1, noted(is_private_address))
    conn.create_function("leads_inside", 1, noted(leads_inside))
    conn.create_function("count_letters", 1, lambda text: len({*filter(str.isalnum, text)}))
    conn.create_function("without_reader", 1, lambda url: url and without_reader(url))
    conn.execute(f"pragma application_id = {APPLICATION_ID}")
    conn.execute("attach ? as desk", [DeskFile(desk).uri("ro")])
    conn.execute("begin")
    conn.execute(f"create temp table chosen as {chosen}")
    conn.execute("create temp table chosen_topics (name text) strict")
    conn.executemany("insert into chosen_topics values (?)", [(name,) for name in topics])
    for statement in statements((resource("schema") / "public.sql").read_text(encoding="utf-8")):
        conn.execute(statement)
    conn.execute("commit")
    conn.execute("detach desk")
    return left_out


def read_rows(public: Path, *tables: str) -> dict[str, Rows]:
    """Return the rows of these tables of the public copy, by table."""
    with translate_errors(), closing(_connect(DeskFile(public).uri("ro"))) as conn:
        return _read(conn, tables)


def rows_of_reviews(
    desk: Path, review_ids: Iterable[int], status: Literal[ReviewStatus.APPROVED, ReviewStatus.PUBLISHED]
) -> dict[str, Rows]:
    """Return what a public copy would have of these reviews, by table; nothing of those with another status, or held. Writes no file.

    An approved one is as if it were published now, with "" for its address and date.
    """
    ids = ", ".join(str(int(one)) for one in review_ids)
    with DeskFile(desk).refuse_concurrent_change(), translate_errors(), closing(_connect(":memory:")) as conn:
        _fill(conn, desk, f"select id, '{status}' as status from desk.reviews where id in ({ids})")
        return _read(conn, TABLES)


def _connect(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, isolation_level=None)


def _read(conn: sqlite3.Connection, tables: Iterable[str]) -> dict[str, Rows]:
    conn.row_factory = sqlite3.Row
    conn.text_factory = decode_leniently
    return {
        table: [dict(row) for row in conn.execute(f"select * from {table} order by id")] for table in tables
    }
