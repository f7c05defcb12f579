"""Copies of a desk."""

from contextlib import closing

from claimtrack.store import claims
from claimtrack.store.file.copying import scratch_copy
from claimtrack.store.file.database import open_desk, write_transaction


def test_what_is_written_to_a_scratch_copy_stays_there(desk, desk_path):
    claims.add(desk, "Prices fell.")
    with closing(scratch_copy(desk).conn) as conn:
        conn.execute("delete from claims")
        assert conn.execute("select count(*) from claims").fetchone() == (0,)
    assert claims.get(desk, 1).text == "Prices fell."


def test_a_scratch_copy_has_the_rules_and_the_history_of_the_desk(desk):
    with closing(scratch_copy(desk).conn) as conn:
        conn.execute("insert into claims (text) values ('Wages rose.')")
        told = conn.execute("select table_name, operation from history").fetchall()
    assert told == [("claims", "insert")]


def test_it_is_made_and_written_while_another_program_writes_to_the_desk(desk, desk_path):
    with closing(open_desk(desk_path)) as other, write_transaction(other, "bo"):
        claims.add(other, "Rents rose.")
        copy = scratch_copy(desk)
        with write_transaction(copy, "ada"):
            assert claims.add(copy, "Wages rose.") == 1  # what is not committed is not there
        copy.close()
    assert claims.get(desk, 1).text == "Rents rose."
