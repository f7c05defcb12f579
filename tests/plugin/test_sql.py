"""Who runs SQL of their own, and how much memory it may take."""

from __future__ import annotations

import pytest
import sqlite_utils

from claimtrack.core.model import Role
from claimtrack.plugin import desks
from claimtrack.store.file.connecting import MAX_VALUE_BYTES
from claimtrack.store.file.publication import build
from claimtrack.workflow import people
from tests.tables import each_row

from .conftest import VIEWER

pytestmark = pytest.mark.asyncio

OWN_SQL = (
    "/claims/-/query.json?sql=select+1",
    "/claims/claims.json?_where=1",
    "/claims/-/query?sql=select+1",
)
KEPT = (
    "/claims/claims", "/claims/claims.json?status=open&_facet=status", "/claims/claims.csv?_stream=1",
    "/claims/claims_to_check", "/claims/claims_to_check.json", "/claims/said_again.csv", "/claims/-/claim/1", "/claims/-/statistics.json",
    "/claims/claims.json?_search=trade",
)  # fmt: skip
"""What a stranger to a public desk reads."""


def public(**told):
    return {"plugins": {"claimtrack": {"public_read": True, **told.pop("keys", {})}}, **told}


def of_desk(**told):
    return public(databases={"claims": told})


@pytest.fixture
def peopled(path, quick_hashing):
    people.add_user(path, "vera", Role.VIEWER, "correct horse battery")
    return path


@pytest.mark.parametrize("actor", [None, {"id": "sam", "role": "of another site"}], ids=["nobody", "no role"])
async def test_a_stranger_reads_a_public_desk_but_runs_no_sql_there(path, served, actor):
    ds = await served(path, config=public())
    for address in KEPT:
        assert (await ds.client.get(address, actor=actor)).status_code == 200, address
    for address in OWN_SQL:
        assert (await ds.client.get(address, actor=actor)).status_code == 403, address
        assert (await ds.client.get(address, actor=VIEWER)).status_code == 200, address


OFFERS = {
    "/claims": "/claims/-/query",
    "/claims/claims?status=open": "View and edit SQL",
    "/claims/claims_to_check": "Edit SQL",
}


async def test_nothing_offers_a_stranger_sql_that_is_refused(path, served):
    ds = await served(path, config=public())
    for address, link in OFFERS.items():
        offered = [link in (await ds.client.get(address, actor=who)).text for who in (None, VIEWER)]
        assert offered == [False, True], address


SAID = [
    pytest.param(of_desk(allow_sql=True), 200, 200, id="opened for the desk"),
    pytest.param(public(allow_sql=True), 200, 200, id="opened for all databases"),
    pytest.param(public(permissions={"execute-sql": True}), 200, 200, id="opened by its long name"),
    pytest.param(of_desk(permissions={"execute-sql": True}), 200, 200, id="that of the desk, too"),
    pytest.param(of_desk(allow_sql={"id": "*"}), 403, 200, id="for those who log in, as it was written before"),
    pytest.param(public(allow_sql={"id": "*"}), 403, 200, id="the same for all databases"),
    pytest.param(of_desk(allow_sql=False), 403, 403, id="nobody"),
    pytest.param(of_desk(title="Ours"), 403, 200, id="a desk of which something else is said"),
    pytest.param(public(keys={"local_names_only": True}), 200, 200, id="whoever sits at this machine"),
    pytest.param({}, 200, 200, id="no word of strangers: plain Datasette"),
    pytest.param(
        {"plugins": {"claimtrack": {"public_read": False}}, "allow_sql": {"id": "vic"}}, 403, 200,
        id="no word about SQL opens a closed desk",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("config", "stranger", "viewer"), SAID)
async def test_who_keeps_the_desk_says_who_else_runs_sql(path, served, config, stranger, viewer):
    ds = await served(path, config=config)
    for address in OWN_SQL:
        answers = [(await ds.client.get(address, actor=who)).status_code for who in (None, VIEWER)]
        assert answers == [stranger, viewer], address


async def test_the_setting_of_datasette_that_allows_nobody_sql_holds_for_strangers(path, served):
    ds = await served(path, settings={"default_allow_sql": False})
    assert [(await ds.client.get(address)).status_code for address in OWN_SQL] == [403] * 3


@each_row("allow_sql", [None, {"id": "*"}])
async def test_nor_does_a_stranger_run_sql_across_databases(peopled, served, allow_sql):
    ds = await served(peopled, config=of_desk(allow_sql=allow_sql) if allow_sql else public(), crossdb=True)
    assert (await ds.client.get("/_memory/-/query.json?sql=select+1")).status_code == 403


async def test_anyone_runs_sql_on_a_copy_of_what_is_published_within_the_same_limits(path, tmp_path, served):
    build(path, tmp_path / "public.db")
    ds = await served(tmp_path / "public.db")
    assert (await ds.client.get("/public/-/query.json?sql=select+1")).status_code == 200
    too_long = await ds.client.get("/public/-/query.json?sql=select+length(zeroblob(100000001))")
    assert (too_long.status_code, "too big" in too_long.text) == (400, True)


MANY = "with+recursive+x(n)+as+(select+1+union+all+select+n%2B1+from+x+limit+1000)+select+{}+from+x"
TOO_MUCH = [
    pytest.param("/claims/-/query.json?sql=" + MANY.format("zeroblob(1000000)"), id="rows of one megabyte"),
    pytest.param("/claims/-/query?sql=" + MANY.format("zeroblob(1000000)"), id="the same as a page"),
    pytest.param("/claims/-/query.json?sql=select+length(hex(zeroblob(400000000)))", id="a value of 400 MB"),
    pytest.param("/claims/-/query.csv?sql=select+zeroblob(100000001)", id="a value as CSV"),
    pytest.param("/claims/claims.json?_where=length(zeroblob(100000001))", id="a filter"),
    pytest.param("/claims/claims?_where=length(hex(zeroblob(60000000)))", id="the same as a page"),
    pytest.param(
        "/claims/-/query.json?sql=select+" + ",".join(f"zeroblob(99000000)+a{n}" for n in range(12)),
        id="a row of long values",
    ),
]


@pytest.mark.parametrize("address", TOO_MUCH)
async def test_a_query_that_would_fill_the_memory_is_ended_and_says_so(path, served, address):
    ds = await served(path)
    answer = await ds.client.get(address)
    is_page = "/query?" in address  # Datasette shows its form again, with the fault
    assert answer.status_code == (200 if is_page else 400)
    assert any(told in answer.text for told in ("longer than 100 MB", "too big", "fewer rows or columns")), (
        answer.text
    )
    assert (await ds.client.get("/claims/-/desk")).status_code == 200
    assert (await ds.client.get("/claims/-/query.json?sql=select+zeroblob(99000)")).status_code == 200


async def test_the_longest_article_that_can_be_filed_is_read_and_kept_in_history(path, served):
    text = ("é" * 99 + "\n") * 200_000  # 20 million bytes in Latin-1, of which nearly all take two here
    db = sqlite_utils.Database(path)
    db.execute(
        "insert into articles (id, title, text, text_sha256) values (9, 'long', ?, ?)", [text, "0" * 64]
    )
    db.conn.commit()
    db.close()
    ds = await served(path)
    database = ds.get_database("claims")
    assert (await database.execute("select text from articles where id = 9")).first()["text"] == text
    await database.execute_write("delete from articles where id = 9")
    kept = "select length(old_row) as n from history where table_name = 'articles' and row_id = 9 order by id desc"
    assert (await database.execute(kept)).first()["n"] > len(text)


async def test_a_table_whose_articles_are_too_long_for_one_answer_says_how_to_read_them_all(
    path, served, monkeypatch
):
    monkeypatch.setattr(desks, "MAX_VALUE_BYTES", 1_000_000)
    db = sqlite_utils.Database(path)
    long = [{"title": "long", "text": f"{n}" * 60_000, "text_sha256": f"{n}" * 32} for n in range(10, 40)]
    db["articles"].insert_all(long)
    db.close()
    ds = await served(path)
    cut = await ds.client.get("/claims/articles.csv?_stream=1")
    assert "with _size=10 in its address" in cut.text.splitlines()[-1]
    assert (await ds.client.get("/claims/articles")).status_code == 400
    whole = await ds.client.get("/claims/articles.csv?_stream=1&_size=5")
    assert all(one["text"] in whole.text for one in long)


async def test_other_databases_are_not_limited(path, tmp_path, served):
    sqlite_utils.Database(tmp_path / "other.db")["t"].insert({"a": 1})
    ds = await served(path, tmp_path / "other.db")
    sql = f"select+length(zeroblob({MAX_VALUE_BYTES + 1}))"
    assert (await ds.client.get(f"/other/-/query.json?sql={sql}")).status_code == 200
