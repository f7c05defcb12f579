"""History records every change with its old row, new row, actor and time, whichever program makes it."""

import json
import sqlite3

import pytest

from claimtrack.store.file.connecting import prepare
from claimtrack.store.file.database import write_transaction

CLAIM = "insert into claims (id, text) values (1, 'Prices fell.')"


def write_as(db, *statements, actor="ana"):
    with write_transaction(db, actor):
        for statement in statements:
            db.execute(statement)


def trail(db, table="claims"):
    """(operation, actor) of each history entry for a table, oldest first."""
    rows = db.query("select operation, actor from history where table_name = ? order by id", [table])
    return [(row["operation"], row["actor"]) for row in rows]


def last_rows(db, operation):
    row = next(db.query("select * from history where operation = ? order by id desc", [operation]))
    return json.loads(row["old_row"] or "null"), json.loads(row["new_row"] or "null")


def test_history_records_insert_update_and_delete_with_old_and_new_row(desk):
    write_as(desk, CLAIM)
    write_as(desk, "update claims set text = 'Prices dropped.'", actor="ben")
    write_as(desk, "delete from claims", actor="cid")
    assert trail(desk) == [("insert", "ana"), ("update", "ben"), ("delete", "cid")]
    old, new = last_rows(desk, "insert")
    assert (old, new["text"]) == (None, "Prices fell.")
    old, new = last_rows(desk, "update")
    assert (old["text"], new["text"]) == ("Prices fell.", "Prices dropped.")
    old, new = last_rows(desk, "delete")
    assert (old["text"], new) == ("Prices dropped.", None)


def test_an_update_that_changes_nothing_leaves_no_entry(desk):
    write_as(desk, CLAIM, "update claims set text = text, priority = 'normal'")
    assert trail(desk) == [("insert", "ana")]


def test_a_change_that_is_rolled_back_leaves_no_entry(desk):
    with pytest.raises(RuntimeError), write_transaction(desk, "ana"):
        desk.execute(CLAIM)
        raise RuntimeError
    assert trail(desk) == []


def test_the_actor_of_the_outer_transaction_is_recorded(desk):
    with write_transaction(desk, "ana"), write_transaction(desk, "ben"):
        desk.execute(CLAIM)
    assert trail(desk) == [("insert", "ana")]


def test_no_actor_is_recorded_after_the_transaction_has_ended(desk):
    write_as(desk, "insert into tags (name) values ('prices')")
    desk.execute(CLAIM)
    assert trail(desk) == [("insert", None)]


def test_no_actor_is_recorded_after_a_failed_transaction(desk):
    with pytest.raises(RuntimeError), write_transaction(desk, "ana"):
        raise RuntimeError
    desk.execute(CLAIM)
    assert trail(desk) == [("insert", None)]


def test_changes_by_a_plain_sql_client_have_no_actor(desk, desk_path):
    client = sqlite3.connect(desk_path)
    client.execute(CLAIM)
    client.execute("update claims set priority = 'high'")
    client.commit()
    client.close()
    assert trail(desk) == [("insert", None), ("update", None)]


def test_a_replace_is_recorded_as_delete_and_insert(desk, desk_path):
    """Only with recursive_triggers on, which is why prepare() is called for every connection."""
    write_as(desk, "insert into tags (name) values ('prices')")
    client = sqlite3.connect(desk_path)
    prepare(client)
    client.execute("insert or replace into tags (name) values ('Prices')")
    client.commit()
    client.close()
    assert trail(desk, "tags") == [("insert", "ana"), ("delete", None), ("insert", None)]


TAKING_AN_ID = [
    # It would bypass the rules on status steps and, in a plain client, history.
    "insert or replace into claims (id, text, status) values (1, 'Prices fell.', 'published')",
    "update or replace claims set id = 1 where id = 2",
    "update or replace claims set rowid = 1 where id = 2",
    "update claims set id = 9 where id = 1",
    "update claims set _rowid_ = 9 where id = 1",
    # The text of an article is stored as read.
    f"insert or replace into articles (id, text, text_sha256) values (1, 'Prices rose.', '{'1' * 64}')",
    f"insert into articles (id, text, text_sha256) values (1, 'Prices rose.', '{'1' * 64}')"
    " on conflict (id) do update set title = 'Prices'",
]


@pytest.mark.parametrize("configure", [prepare, lambda client: None], ids=["prepared", "plain"])
@pytest.mark.parametrize("statement", TAKING_AN_ID)
def test_a_row_keeps_its_id_and_no_other_row_takes_it(desk, desk_path, configure, statement):
    write_as(
        desk,
        CLAIM,
        "insert into claims (id, text) values (2, 'Prices dropped.')",
        f"insert into articles (id, text, text_sha256) values (1, 'Prices fell.', '{'0' * 64}')",
    )
    client = sqlite3.connect(desk_path)
    configure(client)
    before = list(client.iterdump())
    with pytest.raises(sqlite3.IntegrityError, match="Refused"):
        client.execute(statement)
    assert list(client.iterdump()) == before
    client.close()


def test_rows_with_negative_ids_do_not_prevent_inserts(desk):
    """Claims can no longer have them; other tables accept any id that another program assigns."""
    write_as(desk, "insert into claimants (id, name) values (-1, 'Bo Li')", CLAIM)
    write_as(desk, "insert into claims (text) values ('Prices dropped.')")
    assert trail(desk) == [("insert", "ana")] * 2
    assert trail(desk, "claimants") == [("insert", "ana")]


def test_history_refuses_negative_ids_which_would_block_every_change(desk):
    with pytest.raises(sqlite3.IntegrityError, match="id > 0"):
        desk.execute(
            "insert into history (id, table_name, row_id, operation) values (-1, 'claims', 1, 'insert')"
        )


def test_history_keeps_an_articles_text_only_when_the_article_is_deleted(desk):
    write_as(desk, f"insert into articles (text, text_sha256) values ('Prices fell.', '{'0' * 64}')")
    write_as(desk, "update articles set title = 'Prices'")
    write_as(desk, "delete from articles")
    assert "text" not in last_rows(desk, "insert")[1]
    assert "text" not in last_rows(desk, "update")[1]
    assert last_rows(desk, "delete")[0]["text"] == "Prices fell."


ROWS_ABOUT_A_CLAIM = [
    # A claim's timeline is one lookup: each entry names the claim that its row is about.
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


@pytest.mark.parametrize(("table", "statement"), ROWS_ABOUT_A_CLAIM)
def test_history_names_the_claim_that_a_row_is_about(desk, table, statement):
    write_as(
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
    assert trail(desk, table)[0] == ("insert", "ana")  # and then what a trigger filled in


# What happens, and the changes that history has of it, in their order.
CAUSES = [
    pytest.param(
        ["update claims set text = 'Prices rose.' where id = 1"],
        [("claims", "update"), ("matches", "delete")],
        id="a claim is reworded",
    ),
    pytest.param(
        [
            "update matches set judgement = 'same'",
            "update claims set text = 'Prices rose.' where id = 1",
            "update matches set judgement = 'unjudged'",
        ],
        [("matches", "update"), ("matches", "update"), ("claims", "update"), ("matches", "update"), ("matches", "delete")],
        id="the judgement of a reworded claim is taken back",
    ),
    pytest.param(
        ["update claimants set name_of_id = 1 where id = 2"],
        [("claimants", "update"), ("matches", "delete")],
        id="two names are joined",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("statements", "trail"), CAUSES)
def test_history_has_a_change_before_what_triggers_change_with_it(desk, statements, trail):
    write_as(
        desk,
        "insert into claimants (id, name) values (1, 'Ada Moor'), (2, 'A. Moor')",
        "insert into claims (id, text, claimant_id) values (1, 'Prices fell.', 1), (2, 'Prices dropped.', 2)",
        "insert into matches (left_id, right_id, score, suggestion, scorer) values (1, 2, 1, 'duplicate', 'x')",
    )
    [(before,)] = desk.execute("select max(id) from history")
    write_as(desk, *statements)
    changes = desk.execute("select table_name, operation from history where id > ? order by id", [before])
    assert [*changes] == trail
