"""The functions that replace SQLite's slow ones: what they make is no longer than a desk may have. test_sql.py has how soon they end."""

import sqlite3
from contextlib import closing

import pytest

from claimtrack.store.file.quick_functions import replace_slow_functions


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    ("sought", "other"), [(200, 60_000), (1, 200)], ids=["by Python", "by a connection without limits"]
)
def test_replacing_makes_no_longer_text_than_a_desk_may_have(sought, other):
    """Both were made. With 600,000 letters the first took 2.3 GB, all outside SQLite's limit: a longer one would have ended the server."""
    with closing(sqlite3.connect(":memory:")) as conn:
        replace_slow_functions(conn)
        sql = "select length(replace(?1, substr(?1, 1, ?2), substr(?1, 1, ?3)))"
        with pytest.raises(sqlite3.DataError, match="too big"):
            conn.execute(sql, ["0" * 800_000, sought, other])


def test_a_long_text_is_found_in_a_long_blob_as_in_a_text():
    """So the search finds a whole Chinese sentence in a long note, which it reads as bytes."""
    with closing(sqlite3.connect(":memory:")) as conn:
        replace_slow_functions(conn)
        note = "关" * 50_000 + "税" * 1_000
        sql = "select instr(cast(?1 as blob), ?2), instr(?1, ?2)"
        assert conn.execute(sql, [note, "税" * 1_000]).fetchone() == (50_001, 50_001)
