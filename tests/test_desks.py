"""The desk that tests of commands keep open: nothing that one command leaves on the connection reaches the next."""

import sqlite3
from contextlib import closing

import pytest

from claimtrack.store.file import database
from claimtrack.store.file.database import write_transaction


@pytest.mark.usefixtures("desk_kept_open")
def test_kept_desk_can_be_written_after_it_was_read_for_an_export(desk_path):
    with closing(database.open_desk(desk_path)) as reading:
        reading.execute("pragma query_only = on")
        reading.conn.row_factory = sqlite3.Row
    with closing(database.open_desk(desk_path)) as writing:
        assert writing.conn is reading.conn
        assert writing.execute("select 1").fetchone() == (1,)
        with write_transaction(writing, "ada"):
            writing.execute("insert into tags (name) values ('rents')")
    with closing(database.open_desk(desk_path)) as again:
        assert again.execute("select name from tags").fetchall() == [("rents",)]
