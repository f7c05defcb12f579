"""What happens to a desk in a notebook: cells that are run twice or out of order, loops that write, threads and forks, pandas' values."""

import copy
import multiprocessing
import pickle
import shutil
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime

import pytest

import claimtrack
from claimtrack import Status
from claimtrack.core.errors import DatabaseError, InvalidValue
from claimtrack.store.file.copying import backup
from tests.desks import use_elsewhere

HOMES = '"We built 40,000 homes last year," housing minister Ada Miller said on Tuesday.'


def needs_fork(test):
    """Mark a test that forks: where that is possible, Python warns of it."""
    test = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")(test)
    return pytest.mark.skipif(sys.platform == "win32", reason="has no fork")(test)


@pytest.fixture
def desk(desk_path):
    with claimtrack.open(desk_path, actor="nb") as desk:
        for town in ("Ness", "Vale", "Moor"):
            desk.add(f"The bridge of {town} cost 3 million in 2019")
        yield desk


# ── lists of claims, and other queries ───────────────────────────────────────────────────────────


def test_a_list_of_claims_is_as_it_was_read_whatever_is_done_meanwhile(desk):
    rows = desk.claims(status="open")
    for row in rows:
        desk.set_status(row["id"], "checking")
        desk.add(f"It is not true that {row['text']}", on_duplicate="new")
    assert [row["id"] for row in rows] == [1, 2, 3]
    assert (len(rows), len(desk.claims())) == (3, 6)


def test_a_desk_can_be_written_to_after_a_colleague_while_its_claims_are_read(desk, desk_path):
    """A query that is not read to its end keeps SQLite from writing after another connection has."""
    with claimtrack.open(desk_path, actor="ben") as bens:
        for row in desk.claims():
            bens.tag(row["id"], "bridges")
            desk.tag(row["id"], "money")
            first = next(iter(desk.claims()))
    assert first["tags"] == ["bridges", "money"]


def test_a_query_that_was_not_read_to_its_end_is_named_at_once(desk, desk_path, caplog):
    rows = desk.db.query("select id from claims")
    next(rows)
    with claimtrack.open(desk_path, actor="ben") as bens:
        bens.tag(1, "bridges")
    with pytest.raises(DatabaseError, match=r"not read to its end.* list\(desk\.db\.query\(SQL\)\)"):
        desk.tag(1, "money")
    assert not caplog.records  # that somebody else is writing
    del rows
    desk.tag(1, "money")
    assert desk.claims()[0]["tags"] == ["bridges", "money"]


def test_claims_may_have_one_of_several_statuses(desk):
    desk.set_status(1, "checking")
    desk.set_status(2, "parked")
    assert [row["id"] for row in desk.claims(status=["checking", Status.OPEN])] == [1, 3]
    with pytest.raises(InvalidValue, match="there is no status 'done'"):
        desk.claims(status=["open", "done"])
    with pytest.raises(InvalidValue, match="status is an empty list"):
        desk.claims(status=[])


# ── whose desk it is ─────────────────────────────────────────────────────────────────────────────


def test_another_thread_cannot_use_what_a_look_up_has_cached(desk):
    assert desk.match("the bridge of Ness cost 3 million")
    with ThreadPoolExecutor(1) as threads, pytest.raises(DatabaseError, match="opened in another thread"):
        threads.submit(desk.match, "the bridge of Ness cost 3 million").result()


def _tell(told, add):
    try:
        told.put(add())
    except DatabaseError as error:
        told.put(str(error))


def _in_fork(add):
    """Return what a call in a forked process returns, or its error."""
    context = multiprocessing.get_context("fork")
    told = context.SimpleQueue()
    child = context.Process(target=_tell, args=(told, add))
    child.start()
    answer = told.get()
    child.join()
    return answer


@needs_fork
def test_a_fork_cannot_use_the_connection_of_its_parent(desk):
    told = _in_fork(lambda: desk.add("The harbour was dredged in 2021").claim_id)
    assert "opened in another thread or process" in told
    assert len(desk.claims()) == 3


def _open_and_add(path):
    with claimtrack.open(path, actor="fork") as own:
        return own.add("The harbour was dredged in 2021").claim_id


@needs_fork
def test_a_fork_opens_a_desk_only_if_its_parent_had_closed_it(desk, desk_path, tmp_path):
    """SQLite in the fork takes the parent's lock for its own: the parent deleted the log into which the fork was writing."""
    assert "close the desk before you start other processes" in _in_fork(lambda: _open_and_add(desk_path))
    assert _in_fork(lambda: _open_and_add(tmp_path / "other.db")) == 1
    desk.close()
    assert _in_fork(lambda: _open_and_add(desk_path)) == 4
    with claimtrack.open(desk_path, actor="nb") as again:
        assert len(again.claims()) == 4


@pytest.mark.parametrize("send", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_desk_is_not_sent_to_another_process(desk, send):
    with pytest.raises(TypeError, match=r"open one there with claimtrack\.open"):
        send(desk)


def test_no_method_of_a_desk_is_sent_to_another_process(desk):
    for method in (desk.add, desk.reviews.draft):
        with pytest.raises(TypeError, match=r"open one there with claimtrack\.open"):
            pickle.dumps(method)


# ── the file ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.skipif(sys.platform == "win32", reason="keeps files that are open")
def test_a_desk_whose_file_is_gone_takes_nothing_that_would_be_lost(desk, desk_path, tmp_path):
    elsewhere = tmp_path / "elsewhere.db"
    desk_path.rename(elsewhere)
    for use in (desk.claims, lambda: desk.add("Wages rose in 2021"), lambda: desk.match("bridge of Ness")):
        with pytest.raises(
            DatabaseError, match=r"was deleted, moved or replaced.* close the desk, and open it again"
        ):
            use()
    elsewhere.rename(desk_path)
    assert desk.add("Wages rose in 2021").claim_id == 4


@pytest.mark.skipif(sys.platform == "win32", reason="keeps files that are open")
def test_no_new_desk_deletes_the_log_of_one_that_was_moved(desk, desk_path, tmp_path):
    """SQLite deletes a log without a file; that of a desk in use has the latest changes, here all claims."""
    elsewhere = tmp_path / "elsewhere.db"
    desk_path.rename(elsewhere)
    desk.close()
    with pytest.raises(DatabaseError, match=r"has the latest changes of a desk that was at .* move it back"):
        claimtrack.open(desk_path)
    assert not desk_path.exists()
    elsewhere.rename(desk_path)
    with claimtrack.open(desk_path) as again:
        assert len(again.claims()) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="keeps files that are open")
@pytest.mark.skipif(sys.version_info < (3, 12), reason="cannot leave a log alone")
def test_a_backup_that_is_copied_over_an_open_desk_is_not_ruined(desk, desk_path, tmp_path):
    """Without a word, SQLite wrote the log of the former file into it."""
    backup(desk.db, tmp_path / "backup.db")
    desk.tag(1, "bridges")
    shutil.copy(tmp_path / "backup.db", desk_path)
    with pytest.raises(DatabaseError, match="was deleted, moved or replaced"):
        desk.tag(1, "money")
    desk.close()
    with pytest.raises(DatabaseError, match="was written for another file"):
        claimtrack.open(desk_path)
    for end in ("-wal", "-shm"):
        desk_path.with_name(f"{desk_path.name}{end}").unlink()
    with claimtrack.open(desk_path) as again:
        assert [row["tags"] for row in again.claims()] == [[], [], []]


def test_a_log_that_the_notebook_switched_off_is_no_reason_to_refuse(desk, desk_path):
    desk.db.disable_wal()
    desk.tag(1, "bridges")
    with closing(sqlite3.connect(desk_path)) as conn:  # as a server that is started, and stopped
        conn.execute("pragma journal_mode = wal")
    desk.tag(1, "money")
    assert desk.claims()[0]["tags"] == ["bridges", "money"]


@pytest.mark.skipif(sys.platform == "win32", reason="keeps files that are open")
def test_a_desk_that_was_deleted_and_made_anew_is_not_the_one_that_is_open(desk, desk_path):
    desk_path.unlink()
    with claimtrack.open(desk_path, actor="nb") as anew:
        assert anew.add("Wages rose in 2021").claim_id == 1
        with pytest.raises(DatabaseError, match="was deleted, moved or replaced"):
            desk.add("Wages fell in 2022")
        desk.close()
        assert [row["text"] for row in anew.claims()] == ["Wages rose in 2021"]


@pytest.mark.skipif(sys.platform == "win32", reason="keeps locks for each handle")
def test_a_desk_whose_log_was_removed_takes_nothing_that_would_be_lost(desk, desk_path, tmp_path):
    """On POSIX systems a process loses its locks on a file when it closes the file, even one that it opened for reading."""
    shutil.copy(desk_path, tmp_path / "copy.db")
    desk.tag(1, "bridges")  # as long as nobody else has closed the desk, all is well
    use_elsewhere(desk_path)
    with pytest.raises(
        DatabaseError, match=r"such as shutil\.copy or DuckDB.* close the desk, and open it again"
    ):
        desk.tag(1, "money")
    desk.close()
    with claimtrack.open(desk_path, actor="nb") as again:
        assert again.claims()[0]["tags"] == ["bridges"]
        use_elsewhere(desk_path)
        again.tag(1, "money")


@pytest.mark.parametrize("is_link", [False, True])
def test_a_folder_with_the_desk_in_it_is_read_without_opening_the_desk(desk, desk_path, tmp_path, is_link):
    folder = tmp_path / "texts" if is_link else desk_path.parent
    if is_link:
        folder.mkdir()
        (folder / "link.db").symlink_to(desk_path)
    (folder / "a.txt").write_text(HOMES, encoding="utf-8")
    assert [read.new for read in desk.ingest(folder)] == [1]
    use_elsewhere(desk_path)
    desk.tag(1, "bridges")


# ── what a notebook passes in ────────────────────────────────────────────────────────────────────


def test_the_number_of_a_claim_may_be_a_float_as_beside_empty_cells(desk):
    desk.tag(2.0, "bridges")
    assert [row["id"] for row in desk.claims(tag="bridges")] == [2]


class Stamp(datetime):
    """As pandas' Timestamp: without a time zone it cannot be converted."""

    def astimezone(self, tz=None):
        raise TypeError("Cannot convert tz-naive Timestamp, use tz_localize to localize")


def test_a_moment_may_be_a_timestamp_of_pandas(desk):
    for year, count in ((2000, 3), (2999, 0)):
        assert len(desk.claims(since=Stamp(year, 1, 1))) == count
        assert len(desk.history(since=Stamp(year, 1, 1), limit=3)) == count


def test_links_may_be_a_dict_of_stances(desk):
    """Of a dict, a loop has the addresses alone."""
    desk.add("Wages rose in 2021", links={"https://a.example": "refutes", "https://b.example": "supports"})
    found = desk.db.query("select url, stance from evidence order by id")
    assert [tuple(row.values()) for row in found] == [
        ("https://a.example", "refutes"),
        ("https://b.example", "supports"),
    ]


def test_an_article_may_be_given_as_text(desk):
    [read] = desk.ingest(text=HOMES, url="https://news.example/homes", outlet="The Tide")
    assert [filed.found.text for filed in read.filed] == ["We built 40,000 homes last year"]
    [again] = desk.ingest(text=HOMES, url="https://news.example/homes")
    assert (again.article_id, again.new, again.known) == (read.article_id, 0, 1)
    [grown] = desk.ingest(
        text=f"{HOMES} Rents fell by 4 percent, she said.", url="https://news.example/homes"
    )
    assert (grown.article_id, grown.new) == (read.article_id, 1)


def test_what_was_ingested_is_shown_in_a_line(desk, tmp_path):
    (tmp_path / "a.txt").write_text(HOMES, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{HOMES} Nobody had expected it.", encoding="utf-8")
    [one, other] = desk.ingest(tmp_path)
    assert (
        repr(one)
        == f"<Ingested: article 1 from {str(tmp_path / 'a.txt')!r}, 1 new, 0 repeated, 0 known, 0 skipped>"
    )
    assert (
        repr(other)
        == f"<Ingested: article 2 from {str(tmp_path / 'b.txt')!r}, 1 new, 1 repeated, 0 known, 0 skipped>"
    )


def test_a_draft_may_be_given_as_text(desk):
    found = desk.check(text="It rained.\n\nThe bridge of Ness cost 3 million in 2019.")
    assert [(repeat.line, repeat.claim_id) for repeat in found] == [(3, 1)]


GERMAN = "Die Stadt hat im letzten Jahr 4.000 Wohnungen gebaut, sagte Anna Moor am Montag. Die Mieten sind um vier Prozent gesunken."


def test_warnings_about_an_article_are_logged_as_the_command_prints_them(desk, tmp_path, caplog):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GERMAN, encoding="utf-8")
    desk.ingest(tmp_path)
    desk.ingest(text=GERMAN, title="Wohnungen")
    names = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "the text"]
    assert [message.split(": this is not in English")[0] for message in caplog.messages] == names


def test_warnings_about_a_draft_are_logged(desk, tmp_path, caplog):
    (tmp_path / "a.txt").write_bytes(b"The caf\xe9 of Ness and the na\xefve mayor")
    desk.check(tmp_path / "a.txt")
    desk.check(text="It rained.\0")
    assert [message.split(":")[0] for message in caplog.messages] == [str(tmp_path / "a.txt"), "the text"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"source": "a.txt", "text": "Prices fell."}, "give a source, or text: one of them"),
        ({}, "source must be the name of a file, not None"),
        ({"text": " \n"}, "the text is empty: give one with words"),
        ({"text": 7}, "text must be text, not 7"),
    ],
)
def test_a_source_and_a_text_are_not_both_given_nor_neither(desk, given, expected):
    for read in (desk.ingest, desk.check):
        with pytest.raises(InvalidValue, match=expected):
            read(**given)


def test_what_is_imported_late_is_completed_too():
    assert {"open", "Desk", "ClaimtrackError", "__version__"} <= {*dir(claimtrack)}
