"""Faults in a request or in the database file are explained, and nothing that was typed is lost."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import threading
from contextlib import closing
from types import SimpleNamespace

import pytest
import pytest_asyncio
import sqlite_utils
from datasette import handle_exception
from lxml.html import document_fromstring

from claimtrack.plugin import desks, startup
from claimtrack.store.file import connecting
from tests.desks import write_unknown_priority
from tests.tables import each_row

from .conftest import EDITOR, HTML, REPORTER, VIEWER

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize(
    ("form", "data"),
    [("claim/4/triage", {"decision": "accept"}), ("match/1/judge", {"judgement": "same"})],
)
async def test_a_skip_that_is_not_a_number_is_refused(ds, form, data):
    response = await ds.client.post(f"/claims/-/{form}?skip=abc", data=data, actor=EDITOR, headers=HTML)
    assert response.status_code == 400
    assert "Skip must be a whole number, not" in response.text


async def test_what_was_refused_on_a_page_of_its_own_is_tied_to_its_field_which_has_the_focus(ds):
    """The forms of evidence have no page of their own to come back to: what was typed is on the page of the refusal."""
    typed = {"title": "Figures", "quote": "p. 4", "archived_url": "archive.example/1"}
    page = await ds.client.post("/claims/-/evidence/1/change", data=typed, actor=REPORTER, headers=HTML)
    html = document_fromstring(page.text)
    (field,) = html.xpath("//*[@aria-invalid='true' and @autofocus]")
    assert (field.get("name"), field.text.strip()) == ("archived_url", "archive.example/1")
    told = html.get_element_by_id(field.get("aria-describedby")).text
    assert "It must start with http:// or https://." in told
    assert told in html.xpath("//*[@role='alert']")[0].text_content()
    # Where no field is to blame, the message itself has the focus.
    page = await ds.client.post("/claims/-/match/1/judge", data={}, actor=EDITOR, headers=HTML)
    assert document_fromstring(page.text).xpath("//*[@role='alert' and @autofocus]")


async def test_a_refused_rating_is_tied_to_its_list(ds):
    form = {"rating_id": "9x", "headline": "No growth"}
    page = await ds.client.post("/claims/-/claim/1/draft", data=form, actor=REPORTER, headers=HTML)
    (field,) = document_fromstring(page.text).xpath("//select[@aria-invalid='true' and @autofocus]")
    assert field.get("name") == "rating_id"


@each_row("kind", [{"json": {"body": "x" * 3_000_000}}, {"data": {"body": "x" * 3_000_000}, "headers": HTML}])
async def test_a_request_over_datasettes_size_limit_is_refused_with_a_reason(ds, kind):
    response = await ds.client.post("/claims/-/claim/1/note", actor=EDITOR, **kind)
    assert response.status_code == 400
    assert "equest cannot be read (Request body exceeded maximum size of 2097152 bytes)" in response.text
    assert ("json" in kind) == response.headers["content-type"].startswith("application/json")


async def test_a_form_with_more_fields_than_any_page_sends_is_not_parsed(ds):
    headers = {**HTML, "Content-Type": "application/x-www-form-urlencoded"}
    content = b"body=x&" * 20_000
    response = await ds.client.post("/claims/-/claim/1/note", actor=EDITOR, content=content, headers=headers)
    assert (response.status_code, "more than 20,000 fields" in response.text) == (400, True)


async def test_a_page_not_found_prints_no_traceback(ds, monkeypatch):
    painted = SimpleNamespace(get_console=lambda: pytest.fail("painted"))
    monkeypatch.setattr(handle_exception, "rich", painted)
    await startup.prepare_desks(ds)
    assert (await ds.client.get("/claims/nowhere", actor=EDITOR)).status_code == 404


@each_row("address", ["/claims/nowhere", "/claims/claims/999"])
async def test_a_missing_table_or_row_is_404_with_the_desk_menu(ds, address):
    page = await ds.client.get(address, actor=EDITOR, headers=HTML)
    assert (page.status_code, 'aria-label="Desk"' in page.text) == (404, True)
    program = await ds.client.get(f"{address}.json", actor=EDITOR)
    assert (program.status_code, program.json()["ok"]) == (404, False)


async def test_rows_that_take_too_long_are_answered_with_the_remedy(ds, path):
    """Datasette alone would answer 500 "QueryInterrupted: interrupted"."""
    endless = "with recursive n (i) as (select 1 union all select i + 1 from n) select count(*) as c from n"
    with sqlite3.connect(path) as desk:
        desk.execute(f"create view endless as {endless}")
    remedy = "Filter the rows, or sort them by another column"
    page = await ds.client.get("/claims/endless?_timelimit=20", actor=EDITOR, headers=HTML)
    assert (page.status_code, remedy in page.text, 'aria-label="Desk"' in page.text) == (400, True, True)
    program = await ds.client.get("/claims/endless.json?_timelimit=20", actor=EDITOR)
    assert (program.status_code, remedy in program.json()["error"]) == (400, True)
    sheet = await ds.client.get("/claims/endless.csv?_timelimit=20", actor=EDITOR)
    assert (sheet.status_code, remedy in sheet.text) == (400, True)


@pytest.mark.parametrize(
    "facet", ["_facet=mood", "_facet_array=mood", "_facet_date=mood", "_facet_array=text"]
)
async def test_a_list_counted_by_a_column_that_it_lacks_is_the_requests_fault(ds, facet):
    """As in a bookmark of an older version: Datasette answered with a server error, and a traceback in the log."""
    page = await ds.client.get(f"/claims/claims?{facet}", actor=EDITOR)
    assert (page.status_code, "Take _facet out of the address" in page.text) == (400, True)
    told = (await ds.client.get(f"/claims/claims.json?{facet}", actor=EDITOR)).json()
    assert (told["kind"], told["status"]) == ("InvalidValue", 400)
    assert (await ds.client.get("/claims/claims?_facet=status", actor=EDITOR)).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "_facet=text&" * 300,
        f"%5ffacet_size=max&_facet=text&more={'a' * 3000}",
        f"_facet_size=max&x={'a' * 60_000}",
    ],
    ids=lambda query: query[:12],
)
async def test_an_address_that_has_a_list_counted_too_often_is_refused(ds, query):
    """Each value's link holds the whole address: 12 kB of them made an answer of 300 MB, with 1.8 GB of memory."""
    page = await ds.client.get(f"/claims/claims?{query}", actor=EDITOR, headers=HTML)
    assert (page.status_code, "Take some of _facet out" in page.text, len(page.text) < 300) == (
        400,
        True,
        True,
    )
    told = (await ds.client.get(f"/claims/claims.json?{query}", actor=EDITOR)).json()
    assert (told["kind"], told["status"]) == ("InvalidValue", 400)
    usual = "&".join(f"_facet={column}" for column in ("status", "priority", "assignee") * 10)
    long = f"_facet=status&_facet_size=50&text__contains={'a' * 1500}"
    for allowed in (usual, long):
        assert (await ds.client.get(f"/claims/claims?{allowed}", actor=EDITOR)).status_code == 200


@pytest.mark.parametrize("name", ["_facet_size", "%5ffacet_size"])
async def test_a_number_of_values_that_is_only_like_a_digit_is_refused(ds, name):
    """Datasette takes ² for a number, and then cannot read it."""
    told = await ds.client.get(f"/claims/claims.json?_facet=status&{name}=%C2%B2", actor=EDITOR)
    assert (told.status_code, told.json()["error"]) == (
        400,
        "_facet_size is no number: give a whole number, or max.",
    )


async def test_words_that_are_too_long_to_look_for_are_the_requests_fault(ds):
    words = "a" * 60_000
    jump = await ds.client.get(f"/-/jump.json?q={words}", actor=EDITOR)
    named = await ds.client.get(f"/claims/claims/-/autocomplete?q={words}", actor=EDITOR)
    assert (jump.status_code, named.status_code) == (400, 400)
    assert "take fewer words" in jump.json()["error"]
    assert "take fewer words" in named.text


@pytest.mark.parametrize(
    "place", ["abc", "1,2", "9" * 30, "word " * 60, "9" * 5000], ids=lambda place: place[:5]
)
async def test_a_list_that_goes_on_where_it_does_not_is_the_requests_fault(ds, place):
    """As in an address that was cut off when it was pasted: Datasette answered with a server error."""
    remedy = "Take _next out of the address"
    page = await ds.client.get(f"/claims/claim_overview?_next={place}", actor=EDITOR, headers=HTML)
    assert (page.status_code, remedy in page.text, 'aria-label="Desk"' in page.text) == (400, True, True)
    told = (await ds.client.get(f"/claims/claim_overview.json?_next={place}", actor=EDITOR)).json()
    assert (told["kind"], told["status"]) == ("InvalidValue", 400)
    sheet = await ds.client.get(f"/claims/claim_overview.csv?_next={place}", actor=EDITOR)
    assert (sheet.status_code, remedy in sheet.text) == (400, True)


async def test_a_page_far_beyond_the_end_is_empty(ds):
    response = await ds.client.get("/claims/-/speaker/1?page=999999999999999999", actor=EDITOR)
    assert response.status_code == 200


async def test_deeply_nested_json_is_refused(ds):
    response = await ds.client.post(
        "/claims/-/claim/1/note",
        content="[" * 200_000,
        headers={"content-type": "application/json"},
        actor=EDITOR,
    )
    assert response.status_code == 400


async def test_a_refused_triage_edit_stays_with_its_claim(ds):
    accepted = await ds.client.post("/claims/-/claim/5/triage", json={"decision": "accept"}, actor=EDITOR)
    assert accepted.status_code == 200
    data = {"decision": "edit", "text": "Exports did not rise in Spain at all"}
    response = await ds.client.post("/claims/-/claim/5/triage?skip=0", data=data, actor=EDITOR, headers=HTML)
    assert response.status_code == 409
    assert data["text"] in response.text
    assert '<a href="/claims/-/claim/5">Claim 5</a>' in response.text
    assert "/claims/-/claim/4/triage" not in response.text


@pytest_asyncio.fixture
async def impatient(ds):
    """A server whose writes wait for another program's for 50 ms only."""

    async def wait_for(milliseconds):
        await ds.get_database("claims").execute_write_fn(
            lambda conn: conn.execute(f"pragma busy_timeout = {milliseconds}"), transaction=False
        )

    await wait_for(50)
    yield ds
    await wait_for(connecting.BUSY_TIMEOUT_MS)


async def test_a_locked_database_returns_the_form_with_what_was_typed(impatient, path):
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("begin immediate")
        data = {"body": "What the ministry said"}
        response = await impatient.client.post(
            "/claims/-/claim/1/note", data=data, actor=EDITOR, headers=HTML
        )
    assert response.status_code == 503
    assert "another program is writing" in response.text
    assert data["body"] in response.text


async def test_a_desk_that_is_away_for_a_moment_can_be_written_once_it_is_back(path, serve, monkeypatch):
    """Datasette keeps an error of opening the connection that writes, and would answer each write with it until it is stopped."""
    with closing(sqlite3.connect(path)) as desk:
        connecting.enable_wal(desk)  # as a desk in use has it
    ds = await serve(path, settings={"num_sql_threads": 1})
    note = {"json": {"body": "What the ministry said"}, "actor": EDITOR}

    def fail_to_write(conn):
        if threading.current_thread().name.startswith("_execute_writes"):
            raise sqlite3.OperationalError("disk I/O error")
        connecting.prepare(conn)

    with monkeypatch.context() as away:
        away.setattr(desks, "prepare", fail_to_write)
        await ds.client.post("/claims/-/claim/1/note", **note)
    response = await ds.client.post("/claims/-/claim/2/note", **note)
    assert response.status_code == 200, response.text


async def test_the_file_alone_has_all_changes_once_the_server_is_stopped(path, serve, tmp_path):
    with closing(sqlite3.connect(path)) as desk:
        connecting.enable_wal(desk)  # as a desk in use has it
    ds = await serve(path, settings={"num_sql_threads": 1})
    note = {"json": {"body": "What the ministry said"}, "actor": EDITOR}
    assert (await ds.client.post("/claims/-/claim/1/note", **note)).status_code == 200
    await ds.invoke_shutdown()
    shutil.copy(path, tmp_path / "copied.db")
    with closing(sqlite3.connect(tmp_path / "copied.db")) as copied:
        assert ("What the ministry said",) in copied.execute("select body from notes").fetchall()


async def test_the_log_of_a_desk_that_was_replaced_is_not_moved_to_its_file(path, serve, tmp_path):
    with closing(sqlite3.connect(path)) as desk:
        connecting.enable_wal(desk)
        desk.execute("vacuum into ?", [str(tmp_path / "backup.db")])
    ds = await serve(path, settings={"num_sql_threads": 1})
    note = {"json": {"body": "What the ministry said"}, "actor": EDITOR}
    await ds.client.post("/claims/-/claim/1/note", **note)
    backup = (tmp_path / "backup.db").read_bytes()
    path.write_bytes(backup)
    await ds.invoke_shutdown()
    assert path.read_bytes() == backup


# A write through Datasette's own API, and the message that refuses it.
BROKEN = [
    ("claimants/1/-/update", {"name": "a" * 5_000}, "name must be not empty, of at most 300 characters"),
    ("claims/1/-/update", {"text": " "}, "text must be not empty, of at most 10000 characters"),
    (
        "claims/1/-/update",
        {"text": "a\0b"},
        "text must be not empty, of at most 10000 characters, without a NUL character",
    ),
    (
        "notes/-/insert",
        {"claim_id": 1, "body": "a\0b"},
        "body must be not empty, of at most 100000 characters, without a NUL",
    ),
    (
        "articles/-/insert",
        {"url": "https://a.example/", "text": "a\0b"},
        "text must be without a NUL character",
    ),
    ("claims/1/-/update", {"claimed_on": "yesterday"}, "claimed_on must be a day, as in 2024-04-22"),
    (
        "claims/1/-/update",
        {"claimant_id": 9_999},
        "claimant_id must be the id of a row in the table claimants",
    ),
    ("tags/-/insert", {"name": "a" * 200}, "name must be of at most 100 characters"),
]


@each_row(("address", "values", "message"), BROKEN)
async def test_datasettes_api_explains_broken_constraints_in_words(ds, address, values, message):
    key = "row" if address.endswith("insert") else "update"
    response = await ds.client.post(f"/claims/{address}", json={key: values}, actor=EDITOR)
    assert response.status_code == 400
    assert message in response.json()["error"]
    assert "constraint" not in response.text


NUL = {
    "claim/1/edit": {"text": "North\0South paid 8 million"},
    "claim/1/note": {"body": "Ask\0them"},
    "claim/1/tag": {"tag": "tax\0es"},
    "claim/1/assign": {"assignee": "ru\0th"},
    "claim/1/link": {"url": "https://a.example/", "title": "A\0B"},
    "claim/1/draft": {"summary": "Not\0so"},
    "propose/file": {"text": "The zoo has 40\0 lions"},
}


@each_row("operation", NUL)
@each_row("form", ["json", "data"])
async def test_a_nul_character_is_refused_and_nothing_is_written(ds, operation, form):
    before = await ds.get_database("claims").execute("select count(*) from history")
    response = await ds.client.post(
        f"/claims/-/{operation}",
        **{form: NUL[operation]},
        headers=HTML if form == "data" else {},
        actor=EDITOR,
    )
    assert response.status_code == 400
    assert "contains a NUL character, which is not allowed: remove it" in response.text
    after = await ds.get_database("claims").execute("select count(*) from history")
    assert after.single_value() == before.single_value()


async def test_a_name_that_already_exists_is_refused_as_such(ds):
    row = {"row": {"name": "Only once"}}
    await ds.client.post("/claims/claimants/-/insert", json=row, actor=EDITOR)
    response = await ds.client.post("/claims/claimants/-/insert", json=row, actor=EDITOR)
    assert (response.status_code, response.json()["error"]) == (400, "there is already one with this name")


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("-/claim/1/note", {"body": "Asked the ministry"}),
        ("notes/-/insert", {"row": {"claim_id": 1, "body": "Asked the ministry"}}),
        ("claims/1/-/update", {"update": {"text": "Rents fell by 4 percent"}}),
    ],
)
async def test_a_write_that_would_crash_sqlite_is_refused(ds, path, address, sent):
    """After `sqlite-utils enable-counts` the server process died without a word in its log."""
    writer = sqlite_utils.Database(path)
    with pytest.raises(sqlite3.OperationalError, match="sqlite_sequence"):  # the last step of enable_counts
        writer.enable_counts()
    writer.close()
    refused = await ds.client.post(f"/claims/{address}", json=sent, actor=EDITOR)
    assert refused.status_code in (400, 500)
    assert "doctor --repair" in refused.text
    assert (await ds.client.get("/claims/-/claim/1", actor=EDITOR)).status_code == 200


def journal(path):
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute("pragma journal_mode").fetchone()[0]


async def test_a_restored_backup_is_switched_to_wal_when_served(path, serve):
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("pragma journal_mode = delete")  # the mode in which `backup` leaves a copy
    await serve(path)
    assert journal(path) == "wal"


async def test_a_restored_backup_being_read_by_another_program_is_served(path, serve, monkeypatch):
    monkeypatch.setattr(connecting, "BUSY_TIMEOUT_MS", 0)
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("pragma journal_mode = delete")
        conn.execute("begin")
        conn.execute("select count(*) from claims").fetchone()
        datasette = await serve(path)
        response = await datasette.client.get("/claims/-/claim/1.json", actor={"id": "root"})
    assert (response.status_code, journal(path)) == (200, "delete")


@pytest.mark.parametrize(
    ("form", "data", "actor", "status"),
    [
        # A colleague deleted the claim, or the source, meanwhile.
        ("claim/999/note", {"body": "An hour of work"}, EDITOR, 404),
        ("evidence/999/change", {"quote": "An hour of work", "stance": "refutes"}, EDITOR, 404),
        # The actor lost the role meanwhile.
        ("claim/1/note", {"body": "An hour of work"}, VIEWER, 403),
        ("marked/change", {"note": "An hour of work", "claims": "1,4", "review": "approve"}, VIEWER, 403),
        # A wrong value, and no page with this form that could be shown again.
        ("appearance/1/move", {"quote": "An hour of work"}, EDITOR, 400),
    ],
)
async def test_input_is_returned_where_no_page_has_its_form(ds, form, data, actor, status):
    response = await ds.client.post(f"/claims/-/{form}", data=data, actor=actor, headers=HTML)
    page = document_fromstring(response.text)
    words = [text.strip() for text in page.xpath("//textarea/text()")]
    assert (response.status_code, "An hour of work" in words) == (status, True)
    again = page.xpath("//form[.//textarea]")[0]
    fields = {name: value.strip() for name, value in again.fields.items()}
    assert (again.get("action"), fields) == (f"/claims/-/{form}", data)
    program = await ds.client.post(f"/claims/-/{form}", json=data, actor=actor)
    assert (program.status_code, program.json()["ok"]) == (status, False)


@each_row(
    "sent",
    [
        {"data": {"claims": "1", "review": "approve"}, "headers": HTML},
        {"json": {"claims": [1], "review": "approve"}},
    ],
)
async def test_a_request_with_one_forbidden_part_is_refused(ds, sent):
    """The refusal comes after the body was read: reading it a second time would wait for ever."""
    async with asyncio.timeout(10):
        response = await ds.client.post("/claims/-/marked/change", actor=REPORTER, **sent)
    assert (response.status_code, "you need the role editor" in response.text) == (403, True)


async def test_marked_claims_stay_marked_after_a_refusal(ds):
    form = {"claims": "1", "review": "approve", "tag": "rents"}
    address = "/claims/-/marked/change?claim=1,4"
    response = await ds.client.post(address, data=form, actor=REPORTER, headers=HTML)
    page = document_fromstring(response.text)
    marks = {box.get("value"): "checked" in box.attrib for box in page.xpath("//input[@name='claims']")}
    [typed] = page.xpath("//form[@id='ct-change']//input[@name='tag']/@value")
    assert (response.status_code, marks, typed) == (403, {"1": True, "4": False}, "rents")
    lost = await ds.client.post(
        address, data={"claims": ["1", "4"], "review": "approve"}, actor=VIEWER, headers=HTML
    )
    again = document_fromstring(lost.text).xpath("//form[.//textarea[@name='claims']]")[0]
    assert (lost.status_code, again.get("action")) == (403, address)
    assert {name: value.strip() for name, value in again.fields.items()} == {
        "claims": "1,4",
        "review": "approve",
    }


async def test_input_is_returned_when_its_form_is_gone_from_the_page(ds):
    """A colleague submitted and approved the draft meanwhile, so that it can no longer be edited."""
    review = "/claims/-/claim/1/review/1"
    [rating, *_] = (await ds.client.get("/claims/-/claim/1.json", actor=EDITOR)).json()["ratings"]
    await ds.client.post("/claims/-/claim/1/draft", json={"rating_id": rating["id"]}, actor=REPORTER)
    for step in ("submit", "approve"):
        assert (await ds.client.post(f"{review}/{step}", json={}, actor=EDITOR)).status_code == 200
    form = {"summary": "An <hour> of\r\nwork", "headline": "", "rating_id": str(rating["id"])}
    response = await ds.client.post(f"{review}/revise", data=form, actor=REPORTER, headers=HTML)
    page = document_fromstring(response.text)
    again = page.xpath("//main//form[.//textarea]")[0]
    assert (response.status_code, again.get("action")) == (409, f"{review}/revise")
    assert page.xpath("//main//a[text()='Back to the claim as it is now']/@href") == ["/claims/-/claim/1"]
    assert again.fields["summary"].strip().splitlines() == ["An <hour> of", "work"]
    assert again.fields["rating_id"] == form["rating_id"]


async def test_an_error_page_offers_no_resend_if_nothing_was_typed(ds):
    response = await ds.client.post("/claims/-/claim/999/note", data={"body": ""}, actor=EDITOR, headers=HTML)
    assert (response.status_code, "Send again" in response.text) == (400, False)


@each_row(
    "operation content_type reason",
    [
        ("claim/1/note", b"application/x-www-form-urlencoded", "a form"),
        ("bring/article", b"multipart/form-data; boundary=b", "a form with a file"),
    ],
)
async def test_a_request_cut_off_halfway_is_refused_without_a_traceback(ds, operation, content_type, capfd):
    parts = [
        {"type": "http.request", "body": b"body=half a no", "more_body": True},
        {"type": "http.disconnect"},
    ]
    answered = []

    async def receive():
        return parts.pop(0)

    async def send(part):
        answered.append(part)

    cookie = f"ds_actor={ds.client.actor_cookie(EDITOR)}".encode()
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": f"/claims/-/{operation}",
        "raw_path": f"/claims/-/{operation}".encode(),
        "query_string": b"",
        "headers": [(b"host", b"localhost"), (b"cookie", cookie), (b"content-type", content_type)],
    }
    await ds.app()(scope, receive, send)
    assert answered[0]["status"] == 400
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_a_text_that_is_not_utf_8_stops_no_page_and_can_be_written_anew(path, serve):
    """Python hands it to none of our SQL functions: 13 views, among them the list of claims, answered 400 for one article, and a write failed."""
    with closing(sqlite3.connect(path)) as conn:
        rules = conn.execute(
            "select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'articles'"
        ).fetchall()
        conn.executescript("".join(f"drop trigger {name};" for name, _ in rules))
        conn.executescript("""
            insert into tags (name) values (cast(cast('place:K' as blob) || x'ff' as text));
            insert into claim_tags (claim_id, tag_id) select 1, max(id) from tags;
            update articles set language = cast(x'656eff' as text), url = cast(cast('https://news.example/1' as blob) || x'ff' as text);
            update appearances set context_before = cast(x'ff' as text);
            insert into notes (claim_id, body) values (1, cast(cast('关税' as blob) || x'ff' as text));
        """)
        conn.executescript(";".join(sql for _, sql in rules))
        views = [name for (name,) in conn.execute("select name from sqlite_master where type = 'view'")]
        [tag_id] = conn.execute("select max(id) from tags").fetchone()
    ds = await serve(path)
    told = {view: await ds.client.get(f"/claims/{view}.json", actor=EDITOR) for view in views}
    assert {view: one.text for view, one in told.items() if one.status_code != 200} == {}
    assert told["claim_columns"].json()["rows"] == [{"claim_id": 1, "name": "place", "value": "K\ufffd"}]
    assert [row["path"] for row in told["article_pages"].json()["rows"]] == ["/1"]
    for page in ("desk", "claim/1", "search?q=关税"):
        assert (await ds.client.get(f"/claims/-/{page}", actor=EDITOR)).status_code == 200, page
    there = {
        "url": "https://news.example/1?page=2",
        "text": "Rents rose by 9 percent in May, the council said.",
    }
    brought = await ds.client.post("/claims/-/bring/article", json=there, actor=EDITOR)
    assert brought.status_code == 200, brought.text
    for address, new in ((f"tags/{tag_id}", {"name": "place:Kiel"}), ("articles/1", {"language": "en"})):
        saved = await ds.client.post(f"/claims/{address}/-/update", json={"update": new}, actor=EDITOR)
        assert saved.status_code == 200, saved.text


async def test_pages_tell_a_value_that_no_desk_has(path, serve):
    """SQLite does not check the values of a table over a connection that only reads. The pages showed the error of Python, as in the terminal no more."""
    write_unknown_priority(path, 4)
    ds = await serve(path)
    answer = await ds.client.get("/claims/-/claim/4.json", actor=EDITOR)
    assert "`claimtrack doctor` says where, and what mends it" in answer.json()["error"]
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("pragma ignore_check_constraints = on")
        conn.execute("update appearances set reasons = '5' where claim_id = 1")
    answer = await ds.client.get("/claims/-/claim/1.json", actor=EDITOR)
    assert "is damaged: restore the file from a backup" in answer.json()["error"]


async def test_a_value_that_only_a_template_stumbles_over_is_told_too(path, serve):
    """SQLite refuses such a value in a STRICT table, but another program can change what SQLite knows of the table."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("pragma writable_schema = on")
        conn.execute("update sqlite_master set sql = replace(sql, ') strict', ')') where name = 'claims'")
        conn.execute("pragma writable_schema = reset")
        conn.execute("pragma ignore_check_constraints = on")
        conn.execute("update claims set score = 'high' where id = 1")
    ds = await serve(path)
    shown = await ds.client.get("/claims/-/claim/1", actor=EDITOR, headers=HTML)
    assert "is damaged: restore the file from a backup" in shown.text
    typed = {"headline": "Rent rose less", "rating_id": "no number"}
    refused = await ds.client.post("/claims/-/claim/1/draft", data=typed, actor=EDITOR, headers=HTML)
    assert (refused.status_code, "Rent rose less" in refused.text) == (400, True)
