"""What a desk that is open may lose under it: its file or its log, and what only looks like it."""

import shutil
import sqlite3
import sys
from contextlib import closing

import pytest

from claimtrack.store import claims
from claimtrack.store.file.copying import backup
from claimtrack.store.file.database import write_transaction
from claimtrack.store.file.opened_file import Loss, OpenedFile
from tests.desks import use_elsewhere

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="keeps files that are open")


def move_away(path):
    path.rename(path.with_name("away.db"))


def move_another_over_it(path):
    path.with_name("backup.db").rename(path)


def copy_another_over_it(path):
    shutil.copy(path.with_name("backup.db"), path)


def read_here_and_use_elsewhere(path):
    """Closing a file in this process ends SQLite's locks on it; then the next program deletes the log."""
    path.read_bytes()
    use_elsewhere(path)


def rewrite(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        for sql in ("vacuum", "pragma wal_checkpoint(truncate)", "vacuum"):
            conn.execute(sql)


HAPPENS = [
    (move_away, Loss.FILE),
    (lambda path: path.unlink(), Loss.FILE),
    (move_another_over_it, Loss.FILE),
    (copy_another_over_it, Loss.FILE),
    (read_here_and_use_elsewhere, Loss.LOG),
    (use_elsewhere, None),
    (rewrite, None),
]


@pytest.mark.parametrize("is_alone", [True, False], ids=["a notebook", "a server"])
@pytest.mark.parametrize("is_log_empty", [True, False], ids=["empty log", "log"])
@pytest.mark.parametrize(("happens", "loss"), HAPPENS)
def test_the_file_and_the_log_are_those_that_were_opened(
    desk, desk_path, happens, loss, is_alone, is_log_empty
):
    backup(desk, desk_path.with_name("backup.db"))
    opened = OpenedFile(desk_path, desk.conn if is_alone else None)
    with write_transaction(desk, None):
        claims.add(desk, "Rents rose")
    if is_log_empty:
        desk.execute("pragma wal_checkpoint(truncate)").fetchall()
    assert opened.find_loss() is None
    happens(desk_path)
    assert opened.find_loss() is loss


def test_a_link_that_leads_to_another_file_is_a_loss(desk, desk_path):
    link = desk_path.with_name("link.db")
    link.symlink_to(desk_path)
    backup(desk, desk_path.with_name("backup.db"))
    opened = OpenedFile(link)
    assert opened.find_loss() is None
    link.unlink()
    link.symlink_to(desk_path.with_name("backup.db"))
    assert opened.find_loss() is Loss.FILE


def test_a_desk_that_began_to_use_a_log_is_watched_from_then_on(desk, desk_path):
    """A backup that was opened has no log; a server that is started on it switches one on."""
    desk.execute("pragma journal_mode = delete")
    backup(desk, desk_path.with_name("backup.db"))
    opened = OpenedFile(desk_path, desk.conn)
    with closing(sqlite3.connect(desk_path, isolation_level=None)) as server:
        server.execute("pragma journal_mode = wal")
        with write_transaction(desk, None):
            claims.add(desk, "Rents rose")
        assert opened.find_loss() is None
        copy_another_over_it(desk_path)
        assert opened.find_loss() is Loss.FILE


def test_a_connection_that_its_user_has_closed_keeps_nothing(desk, desk_path):
    """`with desk.db as db` closes it, and with it the log goes; the desk is closed after that without an error."""
    opened = OpenedFile(desk_path, desk.conn)
    desk.close()
    opened.keep_log()
    move_away(desk_path)
    opened.keep_log()
