"""A desk with claims to search and filter."""

from contextlib import contextmanager

import pytest

from claimtrack.store.file.database import write_transaction


def ids(rows):
    return [row["id"] for row in rows]


@contextmanager
def count_thousands_of_steps(db):
    """Yields a list that grows by one for every thousand steps of SQLite's virtual machine."""
    ticks = []
    db.conn.set_progress_handler(lambda: ticks.append(1) and None, 1000)
    yield ticks
    db.conn.set_progress_handler(None, 0)


@pytest.fixture
def desk_with_claims(desk):
    """Three claims: two with claimants, two with assignees; the first and last are tagged Economy, the second appears in an article."""
    with write_transaction(desk, "ada"):
        desk.execute("insert into claimants (name) values ('Ada Miller'), ('100% \\ Truth_ful')")
        rows = [
            ("Prices fell by half in the capital.", 1, "proposed", None, "2024-01-01T00:00:00Z"),
            ("Unemployment is falling, said a minister.", 2, "open", "ben", "2024-06-01T00:00:00Z"),
            ("The price of bread rose.", None, "open", "cleo", "2024-06-02T00:00:00Z"),
        ]
        for row in rows:
            desk.execute(
                "insert into claims (text, claimant_id, status, assignee, created_at) values (?, ?, ?, ?, ?)",
                row,
            )
        desk.execute("insert into tags (name) values ('Economy')")
        desk.execute("insert into claim_tags (claim_id, tag_id) values (1, 1), (3, 1)")
        desk.execute("insert into articles (url) values ('https://a.example')")
        desk.execute("insert into appearances (claim_id, article_id) values (2, 1)")
    return desk
