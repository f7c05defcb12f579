"""Every change of the desk leaves its old row, its new row, who did it and when, whichever way it came."""

import json
import sqlite3

import pytest

from claimtrack.store.file.connecting import prepare
from claimtrack.store.file.database import write_transaction

CLAIM = "insert into claims (id, text) values (1, 'Prices fell.')"


def write(db, *statements, actor="ana"):
    with write_transaction(db, actor):
        for statement in statements:
            db.execute(statement)


def trail(db, table="claims"):
    """(operation, actor) of each entry for a table, oldest first."""
    rows = db.query("select operation, actor from history where table_name = ? order by id", [table])
    return [(row["operation"], row["actor"]) for row in rows]


def entry(db, operation):
    row = next(db.query("select * from history where operation = ? order by id desc", [operation]))
    return json.loads(row["old_row"] or "null"), json.loads(row["new_row"] or "null")


def test_a_row_is_followed_from_its_birth_to_its_death(desk):
    write(desk, CLAIM)
    write(desk, "update claims set text = 'Prices dropped.'", actor="ben")
    write(desk, "delete from claims", actor="cid")
    assert trail(desk) == [("insert", "ana"), ("update", "ben"), ("delete", "cid")]
    old, new = entry(desk, "insert")
    assert (old, new["text"]) == (None, "Prices fell.")
    old, new = entry(desk, "update")
    assert (old["text"], new["text"]) == ("Prices fell.", "Prices dropped.")
    old, new = entry(desk, "delete")
    assert (old["text"], new) == ("Prices dropped.", None)


def test_an_update_that_changes_nothing_leaves_no_entry(desk):
    write(desk, CLAIM, "update claims set text = text, priority = 'normal'")
    assert trail(desk) == [("insert", "ana")]


def test_a_change_that_is_rolled_back_leaves_no_entry(desk):
    with pytest.raises(RuntimeError), write_transaction(desk, "ana"):
        desk.execute(CLAIM)
        raise RuntimeError
    assert trail(desk) == []


def test_the_outer_transaction_names_the_actor(desk):
    with write_transaction(desk, "ana"), write_transaction(desk, "ben"):
        desk.execute(CLAIM)
    assert trail(desk) == [("insert", "ana")]


def test_the_actor_does_not_outlive_the_transaction(desk, desk_path):
    write(desk, "insert into tags (name) values ('prices')")
    desk.execute(CLAIM)
    assert trail(desk) == [("insert", None)]


def test_nor_does_the_actor_of_a_transaction_that_failed(desk):
    with pytest.raises(RuntimeError), write_transaction(desk, "ana"):
        raise RuntimeError
    desk.execute(CLAIM)
    assert trail(desk) == [("insert", None)]


def test_a_plain_sql_client_leaves_its_changes_without_a_name(desk, desk_path):
    client = sqlite3.connect(desk_path)
    client.execute(CLAIM)
    client.execute("update claims set priority = 'high'")
    client.commit()
    client.close()
    assert trail(desk) == [("insert", None), ("update", None)]


def test_a_replace_by_another_key_shows_as_a_death_and_a_birth(desk, desk_path):
    """Only where recursive_triggers is on, which is why prepare() is called for every connection."""
    write(desk, "insert into tags (name) values ('prices')")
    client = sqlite3.connect(desk_path)
    prepare(client)
    client.execute("insert or replace into tags (name) values ('Prices')")
    client.commit()
    client.close()
    assert trail(desk, "tags") == [("insert", "ana"), ("delete", None), ("insert", None)]


TAKING_A_NUMBER = [
    # It would slip past the rules on steps, and in a plain client past history.
    "insert or replace into claims (id, text, status) values (1, 'Prices fell.', 'published')",
    "update or replace claims set id = 1 where id = 2",
    "update claims set id = 9 where id = 1",
    # The text of an article is stored as read.
    f"insert or replace into articles (id, text, text_sha256) values (1, 'Prices rose.', '{'1' * 64}')",
    f"insert into articles (id, text, text_sha256) values (1, 'Prices rose.', '{'1' * 64}')"
    " on conflict (id) do update set title = 'Prices'",
]


@pytest.mark.parametrize("settings", [prepare, lambda client: None], ids=["prepared", "plain"])
@pytest.mark.parametrize("statement", TAKING_A_NUMBER)
def test_a_row_keeps_its_number_and_no_other_takes_it(desk, desk_path, settings, statement):
    write(
        desk,
        CLAIM,
        "insert into claims (id, text) values (2, 'Prices dropped.')",
        f"insert into articles (id, text, text_sha256) values (1, 'Prices fell.', '{'0' * 64}')",
    )
    client = sqlite3.connect(desk_path)
    settings(client)
    before = list(client.iterdump())
    with pytest.raises(sqlite3.IntegrityError, match="Refused"):
        client.execute(statement)
    assert list(client.iterdump()) == before
    client.close()


def test_a_row_with_a_number_below_zero_is_in_nobodys_way(desk):
    """Of claims there is none any more; other tables take what another program counts."""
    write(desk, "insert into claimants (id, name) values (-1, 'Bo Li')", CLAIM)
    write(desk, "insert into claims (text) values ('Prices dropped.')")
    assert trail(desk) == [("insert", "ana")] * 2
    assert trail(desk, "claimants") == [("insert", "ana")]


def test_history_has_no_such_number_for_it_would_be_in_every_change_s_way(desk):
    with pytest.raises(sqlite3.IntegrityError, match="id > 0"):
        desk.execute(
            "insert into history (id, table_name, row_id, operation) values (-1, 'claims', 1, 'insert')"
        )


def test_the_text_of_an_article_is_kept_in_history_only_when_the_article_goes(desk):
    write(desk, f"insert into articles (text, text_sha256) values ('Prices fell.', '{'0' * 64}')")
    write(desk, "update articles set title = 'Prices'")
    write(desk, "delete from articles")
    assert "text" not in entry(desk, "insert")[1]
    assert "text" not in entry(desk, "update")[1]
    assert entry(desk, "delete")[0]["text"] == "Prices fell."


CONCERNS = [
    # A claim's timeline is one look-up: what hangs on the claim names it.
    ("notes", "insert into notes (claim_id, body) values (1, 'Ask the ministry.')"),
    ("evidence", "insert into evidence (claim_id, url) values (1, 'https://stats.example')"),
    ("claim_tags", "insert into claim_tags (claim_id, tag_id) values (1, 1)"),
    ("appearances", "insert into appearances (claim_id, article_id) values (1, 1)"),
    ("reviews", "insert into reviews (claim_id, publisher_id) values (1, 1)"),
    (
        "matches",
        "insert into matches (left_id, right_id, score, suggestion, scorer) values (1, 2, 1, 'duplicate', 'x')",
    ),
]


@pytest.mark.parametrize(("table", "statement"), CONCERNS)
def test_history_names_the_claim_that_a_row_concerns(desk, table, statement):
    write(
        desk,
        CLAIM,
        "insert into claims (id, text) values (2, 'Prices dropped.')",
        "insert into tags (id, name) values (1, 'prices')",
        "insert into publishers (id, name) values (1, 'Our desk')",
        "insert into articles (id, url) values (1, 'https://news.example')",
        statement,
    )
    rows = desk.query("select distinct claim_id from history where table_name = ?", [table])
    assert [row["claim_id"] for row in rows] == [1]
