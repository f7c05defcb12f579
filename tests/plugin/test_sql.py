"""Who may run custom SQL, and how much memory it may use."""

from __future__ import annotations

import json
import subprocess
import sys

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
READABLE = (
    "/claims/claims", "/claims/claims.json?status=open&_facet=status", "/claims/claims.csv?_stream=1",
    "/claims/claims_to_check", "/claims/claims_to_check.json", "/claims/said_again.csv", "/claims/-/claim/1", "/claims/-/statistics.json",
    "/claims/claims.json?_search=trade",
)  # fmt: skip
"""What a stranger may read on a public desk."""


def public_config(**options):
    return {"plugins": {"claimtrack": {"public_read": True, **options.pop("keys", {})}}, **options}


def public_desk_config(**options):
    return public_config(databases={"claims": options})


@pytest.fixture
def desk_with_users(path, quick_hashing):
    people.add_user(path, "vera", Role.VIEWER, "correct horse battery")
    return path


@pytest.mark.parametrize("actor", [None, {"id": "sam", "role": "of another site"}], ids=["nobody", "no role"])
async def test_strangers_can_read_a_public_desk_but_not_run_sql(path, serve, actor):
    ds = await serve(path, config=public_config())
    for address in READABLE:
        assert (await ds.client.get(address, actor=actor)).status_code == 200, address
    for address in OWN_SQL:
        assert (await ds.client.get(address, actor=actor)).status_code == 403, address
        assert (await ds.client.get(address, actor=VIEWER)).status_code == 200, address


OFFERS = {
    "/claims": "/claims/-/query",
    "/claims/claims?status=open": "View and edit SQL",
    "/claims/claims_to_check": "Edit SQL",
}


async def test_strangers_are_not_offered_sql_that_would_be_refused(path, serve):
    ds = await serve(path, config=public_config())
    for address, link in OFFERS.items():
        offered = [link in (await ds.client.get(address, actor=who)).text for who in (None, VIEWER)]
        assert offered == [False, True], address


SETTINGS = [
    pytest.param(public_desk_config(allow_sql=True), 200, 200, id="allowed for the desk"),
    pytest.param(public_config(allow_sql=True), 200, 200, id="allowed for all databases"),
    pytest.param(public_config(permissions={"execute-sql": True}), 200, 200, id="allowed by the long name of the setting"),
    pytest.param(public_desk_config(permissions={"execute-sql": True}), 200, 200, id="allowed for the desk by the long name"),
    pytest.param(public_desk_config(allow_sql={"id": "*"}), 403, 200, id="for those who log in, as older docs had it"),
    pytest.param(public_config(allow_sql={"id": "*"}), 403, 200, id="the same for all databases"),
    pytest.param(public_desk_config(allow_sql=False), 403, 403, id="allowed for nobody"),
    pytest.param(public_desk_config(title="Ours"), 403, 200, id="another setting of the desk"),
    pytest.param(public_config(keys={"local_names_only": True}), 200, 200, id="everybody at this machine"),
    pytest.param({}, 200, 200, id="no settings: plain Datasette"),
    pytest.param(
        {"plugins": {"claimtrack": {"public_read": False}}, "allow_sql": {"id": "vic"}}, 403, 200,
        id="allowing SQL does not open a closed desk",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("config", "stranger", "viewer"), SETTINGS)
async def test_settings_decide_who_may_run_sql(path, serve, config, stranger, viewer):
    ds = await serve(path, config=config)
    for address in OWN_SQL:
        answers = [(await ds.client.get(address, actor=who)).status_code for who in (None, VIEWER)]
        assert answers == [stranger, viewer], address


async def test_datasettes_default_allow_sql_setting_stops_strangers(path, serve):
    ds = await serve(path, settings={"default_allow_sql": False})
    assert [(await ds.client.get(address)).status_code for address in OWN_SQL] == [403] * 3


@each_row("allow_sql", [None, {"id": "*"}])
async def test_strangers_cannot_query_across_databases(desk_with_users, serve, allow_sql):
    ds = await serve(
        desk_with_users,
        config=public_desk_config(allow_sql=allow_sql) if allow_sql else public_config(),
        crossdb=True,
    )
    assert (await ds.client.get("/_memory/-/query.json?sql=select+1")).status_code == 403


async def test_anybody_can_run_limited_sql_on_a_published_copy(path, tmp_path, serve):
    build(path, tmp_path / "public.db")
    ds = await serve(tmp_path / "public.db")
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
]


@pytest.mark.parametrize("address", TOO_MUCH)
async def test_a_query_that_would_fill_the_memory_is_stopped_with_a_reason(path, serve, address):
    ds = await serve(path)
    answer = await ds.client.get(address)
    is_page = "/query?" in address  # Datasette shows its form again, with the error
    assert answer.status_code == (200 if is_page else 400)
    assert any(
        message in answer.text for message in ("longer than 100 MB", "too big", "fewer rows or columns")
    ), answer.text
    assert (await ds.client.get("/claims/-/desk")).status_code == 200
    assert (await ds.client.get("/claims/-/query.json?sql=select+zeroblob(99000)")).status_code == 200


async def test_a_row_of_long_values_is_stopped_before_it_fills_the_memory(path):
    """In a process of its own: the SQLite of the tests does not count its memory (lean_sqlite.py), and would not stop."""
    query = "select+" + ",".join(f"zeroblob(99000000)+a{n}" for n in range(12))
    command = [sys.executable, "-m", "datasette", str(path), "--get", f"/claims/-/query.json?sql={query}"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert json.loads(answer.stdout)["kind"] == "TookTooMuch"


async def test_an_article_of_the_maximum_length_is_readable_and_kept_in_history(path, serve):
    # 20 million bytes in Latin-1, most of which take two bytes in UTF-8. Not a letter: indexing its words would take twice as long.
    text = ("§" * 99 + "\n") * 200_000
    db = sqlite_utils.Database(path)
    db.execute(
        "insert into articles (id, title, text, text_sha256) values (9, 'long', ?, ?)", [text, "0" * 64]
    )
    db.conn.commit()
    db.close()
    ds = await serve(path)
    database = ds.get_database("claims")
    assert (await database.execute("select text from articles where id = 9")).first()["text"] == text
    await database.execute_write("delete from articles where id = 9")
    query = "select length(old_row) as n from history where table_name = 'articles' and row_id = 9 order by id desc"
    assert (await database.execute(query)).first()["n"] > len(text)


async def test_a_table_too_large_for_one_response_says_how_to_page_through_it(path, serve, monkeypatch):
    monkeypatch.setattr(desks, "MAX_VALUE_BYTES", 1_000_000)
    db = sqlite_utils.Database(path)
    long = [{"title": "long", "text": f"{n}" * 60_000, "text_sha256": f"{n}" * 32} for n in range(10, 40)]
    db["articles"].insert_all(long)
    db.close()
    ds = await serve(path)
    cut = await ds.client.get("/claims/articles.csv?_stream=1")
    assert "with _size=10 in its address" in cut.text.splitlines()[-1]
    assert (await ds.client.get("/claims/articles")).status_code == 400
    whole = await ds.client.get("/claims/articles.csv?_stream=1&_size=5")
    assert all(article["text"] in whole.text for article in long)


async def test_other_databases_have_no_memory_limit(path, tmp_path, serve):
    sqlite_utils.Database(tmp_path / "other.db")["t"].insert({"a": 1})
    ds = await serve(path, tmp_path / "other.db")
    sql = f"select+length(zeroblob({MAX_VALUE_BYTES + 1}))"
    assert (await ds.client.get(f"/other/-/query.json?sql={sql}")).status_code == 200


LONG = "hex(zeroblob(400000))", "(hex(zeroblob(200000)) || '1')"
ENDLESS = [
    ("instr({0}, {1})", 200, "Python finds a long text in another at once"),
    ("length(replace({0}, {1}, ''))", 200, "the same for replacing"),
    ("instr(zeroblob(800000), zeroblob(200000) || x'01')", 200, "a text in bytes, which are read as a text"),
    ("instr(zeroblob(800000), cast({1} as blob))", 400, "bytes in bytes, which nobody searches"),
    ("length(trim({0}, replace({1}, '0', '2') || '0'))", 400, "each letter is compared with all others"),
    ("length(json_patch(json_object({0}, 1), json_object({1}, 1)))", 400, "each key is compared with all others"),
    ("{0} like '%' || {1}", 400, "the pattern is too long"),
    ("replace('a_b', '_', ' ') || instr(x'0102', x'02') || instr('a1.5', 1.5) || trim('  a ') || trim('xax', 'x') || coalesce(instr(null, 'a'), '-')",
     200, "usual calls"),
]  # fmt: skip


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # Datasette prints why a function fails
async def test_no_query_takes_hours_in_one_step(path, serve):
    """The time limit counts SQLite's steps. The first of these took 40 seconds, and days with the longest texts that a query may have."""
    ds = await serve(path)
    for sql, status, reason in ENDLESS:
        answer = await ds.client.get(
            "/claims/-/query.json", params={"sql": f"select {sql.format(*LONG)} as x"}
        )
        assert answer.status_code == status, (reason, answer.text[:200])
    assert answer.json()["rows"] == [{"x": "a b22aa-"}]


CODE = [
    ("select fts3_tokenizer('simple')", "the address of code, which says where SQLite is in memory"),
    ("select fts3_tokenizer('simple', x'4141414141414141')", "code at an address, on in some builds"),
    ("select fts3_tokenizer('simple', :p)", "the same with a parameter, on in all"),
    ("select fts3_tokenizer(:p)", "an address, with a parameter"),
    ("select Fts3_Tokenizer ( 'simple' , :p )", "capitals and blanks"),
]


@pytest.mark.parametrize("file", ["desk", "public copy", "another database"])
async def test_no_query_has_the_server_run_foreign_code(path, serve, tmp_path, file):
    """CVE-2015-7036. Two requests ended the server, and with another address than this one they could have run anything in it."""
    served = path if file == "desk" else tmp_path / "claims.db"
    if file == "public copy":
        build(path, served := tmp_path / "public.db")
    elif file == "another database":
        sqlite_utils.Database(served := tmp_path / "other.db")["t"].insert({"a": 1})
    ds = await serve(served)
    query = f"/{served.stem}/-/query.json"
    for sql, reason in CODE:
        answer = await ds.client.get(query, params={"sql": sql, "p": "A" * 8}, actor=VIEWER)
        assert [list(row.values()) for row in answer.json()["rows"]] == [[None]], reason
    used = await ds.client.get(
        query, params={"sql": "select token from fts3tokenize where input = 'a b'"}, actor=VIEWER
    )
    assert [row["token"] for row in used.json()["rows"]] == ["a", "b"]
