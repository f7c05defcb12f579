"""Logging in, the session, and what the roles of a desk with users may do."""

from __future__ import annotations

import asyncio
import re
import shutil
import threading
import time
from pathlib import Path

import httpx2
import pytest
import pytest_asyncio
from datasette import Request, hookimpl
from datasette.plugins import pm
from lxml.html import document_fromstring

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Role
from claimtrack.plugin import login, rate_limit
from claimtrack.plugin.rate_limit import FROM_ALL_ADDRESSES, FROM_ONE_ADDRESS, Limit
from claimtrack.store.users import users_path
from claimtrack.workflow import people
from tests.tables import each_row

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("quick_hashing")]
PASSWORD = "correct horse battery"
LOGIN = "/claims/-/login"


@pytest_asyncio.fixture
async def ds(path, served):
    for name, role in (("Ada", Role.EDITOR), ("Vic", Role.VIEWER)):
        people.add_user(path, name, role, PASSWORD)
    return await served(path)


async def log_in(ds, name="Ada", password=PASSWORD, **more):
    return await ds.client.post(LOGIN, data={"name": name, "password": password, **more})


async def test_a_person_logs_in_and_history_names_them(ds):
    response = await log_in(ds)
    assert (response.status_code, response.headers["location"]) == (303, "/claims/-/desk")
    cookies = {"ds_actor": response.cookies["ds_actor"]}
    await ds.client.post("/claims/-/claim/1/note", json={"body": "Hello"}, cookies=cookies)
    page = (await ds.client.get("/claims/-/claim/1.json", cookies=cookies)).json()
    assert page["notes"][-1]["author"] == "Ada"


async def test_the_cookie_is_out_of_scripts_reach_and_ends(ds):
    cookie = (await log_in(ds)).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert f"Max-Age={login.SESSION_SECONDS}" in cookie


async def test_an_old_session_is_over(ds, monkeypatch):
    cookies = {"ds_actor": (await log_in(ds)).cookies["ds_actor"]}
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + login.SESSION_SECONDS + 1)
    assert (await ds.client.get("/claims/-/claim/1.json", cookies=cookies)).status_code == 403


NOTE = "/claims/-/claim/1/note"
TYPED = {"body": "Rang the ministry:\n<nobody> & nothing"}


def posted_again(page: str) -> dict[str, str] | None:
    """The fields of the form that a page holds, and what is in them; None where it holds none."""
    forms = document_fromstring(page).xpath("//main//form")
    return {name: value.strip() for name, value in forms[0].fields.items()} if forms else None


async def test_what_was_typed_when_the_session_ended_is_saved_after_the_log_in(ds):
    html = {"accept": "text/html"}
    refused = await ds.client.post(NOTE, data=TYPED, headers=html)
    assert (refused.status_code, refused.headers["cache-control"]) == (403, "no-store")
    assert f'href="{LOGIN}" target="_blank"' in refused.text
    assert posted_again(refused.text) == TYPED
    cookies = {"ds_actor": (await log_in(ds)).cookies["ds_actor"]}
    saved = await ds.client.post(NOTE, data=posted_again(refused.text), headers=html, cookies=cookies)
    assert saved.status_code == 303
    page = (await ds.client.get("/claims/-/claim/1.json", cookies=cookies)).json()
    assert page["notes"][-1]["body"] == TYPED["body"]


async def test_what_was_asked_for_is_named_and_asked_again(ds):
    """A check saves nothing: "Save it" would be the wrong thing to offer."""
    html, draft = {"accept": "text/html"}, {"text": "Rents rose by 12 percent."}
    refused = await ds.client.post("/claims/-/check/draft", data=draft, headers=html)
    assert "find sentences in a draft that repeat a claim" in refused.text
    assert "The draft: plain text, HTML, Markdown" in refused.text
    assert ("Send again" in refused.text, "Save" in refused.text) == (True, False)
    assert posted_again(refused.text) == draft


async def test_only_what_a_person_may_have_typed_is_given_back(ds, monkeypatch):
    html = {"accept": "text/html"}
    monkeypatch.setattr("claimtrack.plugin.submission._MAX_TYPED", 30)
    for data, given in (
        ({"body": "Short", "x": "y"}, {"body": "Short"}),
        ({"body": "Long" * 9}, None),
    ):
        assert posted_again((await ds.client.post(NOTE, data=data, headers=html)).text) == given
    form = {**html, "content-type": "application/x-www-form-urlencoded"}
    assert posted_again((await ds.client.post(NOTE, content=b"body=\xff", headers=form)).text) is None
    monkeypatch.setattr("claimtrack.plugin.submission._MAX_TYPED", 10**6)
    sent = {"data": {"outlet": "The Daily"}, "files": {"file": ("a.txt", b"Rents rose.")}}
    assert posted_again((await ds.client.post("/claims/-/bring/article", headers=html, **sent)).text) is None
    program = await ds.client.post(NOTE, json=TYPED)
    assert program.json()["kind"] == "NotAllowed"
    viewer = {"ds_actor": (await log_in(ds, "Vic")).cookies["ds_actor"]}
    refused = await ds.client.post(NOTE, data=TYPED, headers=html, cookies=viewer)
    assert (
        refused.status_code,
        "Your role does not allow this. It needs permission to:" in refused.text,
    ) == (403, True)


@pytest.mark.parametrize(
    ("name", "password"), [("Ada", "wrong"), ("Nobody", PASSWORD), ("", ""), ("Ada", "x" * 9999)]
)
async def test_a_wrong_name_and_a_wrong_password_are_answered_alike(ds, name, password):
    response = await log_in(ds, name, password)
    assert response.status_code == 403
    assert "Wrong name or password." in response.text
    assert "ds_actor" not in response.cookies


async def test_after_five_failures_even_the_right_password_waits(ds):
    for _ in range(FROM_ONE_ADDRESS.free):
        assert (await log_in(ds, password="wrong")).status_code == 403
    response = await log_in(ds, name="ada")
    assert response.status_code == 429
    assert "Try again in 30 seconds" in response.text
    assert (await log_in(ds, name="Vic")).status_code == 303


async def test_the_wait_ends(ds, monkeypatch):
    for _ in range(FROM_ONE_ADDRESS.free):
        await log_in(ds, password="wrong")
    now = time.monotonic()
    monkeypatch.setattr(rate_limit.time, "monotonic", lambda: now + 31)
    assert (await log_in(ds)).status_code == 303


def from_address(ds, address):
    """A client that the server sees at another address."""
    return httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=ds.app(), client=(address, 4711)), base_url="http://localhost"
    )


async def test_a_stranger_who_tries_a_name_keeps_nobody_out(ds):
    begun = {"ds_actor": (await log_in(ds)).cookies["ds_actor"]}
    async with from_address(ds, "198.51.100.7") as stranger:
        for _ in range(FROM_ONE_ADDRESS.free + 1):
            refused = await stranger.post(LOGIN, data={"name": "Ada", "password": "wrong"})
    assert refused.status_code == 429
    assert (await ds.client.get("/claims/-/claim/1.json", cookies=begun)).status_code == 200
    assert (await log_in(ds)).status_code == 303


async def test_guessing_from_ever_other_addresses_is_braked_too(ds, monkeypatch):
    monkeypatch.setattr(rate_limit, "FROM_ALL_ADDRESSES", Limit(free=7, longest_wait=30))
    answers = []
    for last in range(8):
        async with from_address(ds, f"198.51.100.{last}") as stranger:
            answers.append(
                (await stranger.post(LOGIN, data={"name": "ada", "password": "wrong"})).status_code
            )
    assert answers == [403] * 7 + [429]


async def test_no_more_than_two_passwords_are_checked_at_once(ds, monkeypatch):
    running, most = 0, 0

    def check(*given):
        nonlocal running, most
        running += 1
        most = max(most, running)
        time.sleep(0.05)
        running -= 1

    monkeypatch.setattr(login, "verify_password", check)
    answers = await asyncio.gather(*(log_in(ds, name=f"nobody {number}") for number in range(5)))
    assert [answer.status_code for answer in answers] == [403] * 5
    assert most == 2


async def test_a_flood_from_one_address_keeps_nobody_else_from_logging_in(ds, monkeypatch):
    verified, all_refused = login.verify_password, threading.Event()

    def check(path, name, password):
        if name != "Ada":  # a busy computer takes its time to refuse the others
            all_refused.wait(20)
        return verified(path, name, password)

    monkeypatch.setattr(login, "verify_password", check)
    async with from_address(ds, "198.51.100.7") as stranger, asyncio.timeout(20):
        flood = [
            asyncio.create_task(stranger.post(LOGIN, data={"name": f"nobody {number}", "password": "x"}))
            for number in range(60)
        ]
        while sum(one.done() for one in flood) < 40:
            await asyncio.sleep(0.01)
        all_refused.set()
        assert (await log_in(ds)).status_code == 303
        answers = [(await one).status_code for one in flood]
        assert (await stranger.post(LOGIN, data={"name": "Ada", "password": PASSWORD})).status_code == 303
    assert sorted(answers) == [403] * 20 + [429] * 40
    assert not login._waiting[ds]


async def test_a_flood_from_many_addresses_lets_whoever_tries_first_go_before(ds, monkeypatch):
    """Each of 30 addresses sends five: the person who comes last waits for none but those that are being checked."""
    order, all_sent = [], threading.Event()

    def check(path, name, password):
        all_sent.wait(20)
        order.append(name)

    monkeypatch.setattr(login, "verify_password", check)

    async def flood(last):
        async with from_address(ds, f"198.51.100.{last}") as stranger:
            given = [{"name": f"nobody {last} {number}", "password": "x"} for number in range(5)]
            await asyncio.gather(*(stranger.post(LOGIN, data=one) for one in given))

    async with asyncio.timeout(60):
        floods = [asyncio.create_task(flood(last)) for last in range(30)]
        while ds not in login._hashing or len(login._hashing[ds]._waiting) < 148:
            await asyncio.sleep(0.01)
        person = asyncio.create_task(log_in(ds))
        while len(login._hashing[ds]._waiting) < 149:
            await asyncio.sleep(0.01)
        all_sent.set()
        await asyncio.gather(person, *floods)
    assert len(order) == 151
    assert order.index("Ada") <= 3  # two are checked at a time: the other one's thread may be quicker


async def test_people_of_one_office_log_in_at_once(ds, path):
    answers = await asyncio.gather(*(log_in(ds, name=name) for name in ("Ada", "Vic") * 4))
    assert {answer.status_code for answer in answers} == {303}


async def test_who_hangs_up_while_waiting_passes_the_turn_on(ds):
    turns, order = rate_limit.TurnQueue(1), []

    async def one(name, tries):
        async with turns.turn(tries):
            order.append(name)
            await asyncio.sleep(0)

    tasks = [
        asyncio.create_task(one(name, tries)) for name, tries in (("a", 0), ("b", 1), ("c", 9), ("d", 2))
    ]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.wait(tasks, timeout=5)
    assert order == ["a", "d", "c"]
    async with asyncio.timeout(5), turns.turn(0):
        pass


@each_row(
    ("address", "counts_as"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),  # a customer of a provider has all of these
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "::ffff:203.0.113.7"),  # IPv4 on a server that listens at both
        ("a proxy's word", "a proxy's word"),
    ],
)
async def test_tries_count_for_whoever_has_the_address(address, counts_as):
    assert login._address(Request({"type": "http", "client": (address, 4711)}, None)) == counts_as


async def test_a_name_longer_than_any_is_refused_at_once_and_not_kept(ds, monkeypatch):
    monkeypatch.setattr(login, "verify_password", lambda *given: pytest.fail("hashed"))
    page = await log_in(ds, name="x" * 101)
    assert page.status_code == 403
    assert "Wrong name or password." in page.text
    assert ds not in login._limiters


async def test_no_more_names_are_kept_than_have_room(ds, monkeypatch):
    monkeypatch.setattr(rate_limit, "MAX_ENTRIES", 20)
    for _ in range(FROM_ONE_ADDRESS.free):
        await log_in(ds, name="first")
    for number in range(9):
        await log_in(ds, name=f"nobody {number}")
    kept = login._limiters[ds]
    assert kept.wait("claims", "first", "127.0.0.1") > 0
    for number in range(9, 30):
        await log_in(ds, name=f"nobody {number}")
    assert len(kept) == 21
    assert kept.wait("claims", "first", "127.0.0.1") <= 0  # tried longest ago


async def test_tries_are_forgotten_after_an_hour(ds, monkeypatch):
    for _ in range(FROM_ONE_ADDRESS.free):
        await log_in(ds, password="wrong")
    now = time.monotonic()
    monkeypatch.setattr(rate_limit.time, "monotonic", lambda: now + rate_limit.FORGET_AFTER + 1)
    for _ in range(FROM_ONE_ADDRESS.free):
        assert (await log_in(ds, password="wrong")).status_code == 403
    assert len(login._limiters[ds]) == 2


@each_row(
    ("limit", "failures", "seconds"),
    [(FROM_ONE_ADDRESS, 4, 0), (FROM_ONE_ADDRESS, 5, 30), (FROM_ONE_ADDRESS, 6, 60), (FROM_ONE_ADDRESS, 9, 480),
     (FROM_ONE_ADDRESS, 10, 900), (FROM_ONE_ADDRESS, 10**6, 900), (FROM_ALL_ADDRESSES, 99, 0),
     (FROM_ALL_ADDRESSES, 100, 30), (FROM_ALL_ADDRESSES, 101, 30)],
)  # fmt: skip
async def test_each_wait_is_twice_the_one_before_up_to_the_longest(limit, failures, seconds):
    assert limit.wait(failures) == seconds


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
async def test_a_log_in_leads_to_no_other_site(ds, target):
    assert (await log_in(ds, next=target)).headers["location"] == "/claims/-/desk"


async def test_a_log_in_leads_back_to_where_it_began(ds):
    stranger = await ds.client.get("/claims/-/claim/1?x=1")
    assert stranger.headers["location"] == "/claims/-/login?next=%2Fclaims%2F-%2Fclaim%2F1%3Fx%3D1"
    assert (await log_in(ds, next="/claims/-/claim/1")).headers["location"] == "/claims/-/claim/1"


@each_row(
    "address",
    ["/claims.json", "/claims/claims.json", "/claims/claims/1.json", "/claims/-/query.json?sql=select+1",
     "/claims/said_again.json", "/claims/-/claim/1.json", "/claims.db", "/claims/claims.csv"],
)  # fmt: skip
async def test_a_stranger_sees_nothing_of_a_desk_with_users(ds, address):
    assert (await ds.client.get(address)).status_code in (303, 403, 404)
    assert (await ds.client.get("/.json")).status_code == 403


async def test_public_read_lets_strangers_read_and_no_more(path, served):
    people.add_user(path, "Ada", Role.EDITOR, PASSWORD)
    datasette = await served(path, config={"plugins": {"claimtrack": {"public_read": True}}})
    assert (await datasette.client.get("/claims/-/claim/1.json")).status_code == 200
    assert (await datasette.client.post("/claims/-/claim/1/note", json={"body": "x"})).status_code == 403


async def test_what_is_no_text_is_a_wrong_password_like_any_other(ds):
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = await ds.client.post(LOGIN, content=b"name=Ada&password=\xff", headers=form)
    assert (answer.status_code, "Wrong name or password." in answer.text) == (403, True)


async def test_without_public_read_a_desk_without_users_can_be_closed(path, served):
    datasette = await served(path, config={"plugins": {"claimtrack": {"public_read": False}}})
    assert (await datasette.client.get("/claims/claims.json")).status_code == 403


async def test_a_new_password_and_a_removal_end_the_session(ds, path):
    cookies = {"ds_actor": (await log_in(ds)).cookies["ds_actor"]}
    assert (await ds.client.get("/claims/-/claim/1.json", cookies=cookies)).status_code == 200
    people.change_password(path, "Ada", "another long password")
    assert (await ds.client.get("/claims/-/claim/1.json", cookies=cookies)).status_code == 403
    cookies = {"ds_actor": (await log_in(ds, password="another long password")).cookies["ds_actor"]}
    people.remove_user(path, "Ada")
    assert (await ds.client.get("/claims/-/claim/1.json", cookies=cookies)).status_code == 403


async def test_a_desk_whose_last_user_was_removed_stays_closed_until_the_file_goes_too(ds, path):
    for name in ("Ada", "Vic"):
        people.remove_user(path, name)
    for address in ("/claims/claims.json", "/claims/-/desk.json", "/claims/claims.csv"):
        assert (await ds.client.get(address)).status_code == 403
    assert "Nobody can log in to this desk yet" in (await ds.client.get(LOGIN)).text
    users_path(path).unlink()
    assert (await ds.client.get("/claims/claims.json")).status_code == 200


async def test_another_plug_ins_actor_of_a_users_name_gets_that_users_role_and_no_better(ds):
    forged = {"id": "Vic", "role": "editor"}
    assert (
        await ds.client.post("/claims/-/claim/1/note", json={"body": "x"}, actor=forged)
    ).status_code == 403


async def test_the_users_file_is_for_its_owner_alone_and_the_database_holds_no_hash(ds, path):
    assert users_path(path).stat().st_mode & 0o777 == 0o600
    content = path.read_bytes() + path.with_name("claims.db-wal").read_bytes()
    assert people.users.load(path)["Ada"].hash.encode() not in content


@pytest.mark.parametrize("written", ["Ada", "ADA", "ada"])
async def test_a_name_is_taken_however_its_letters_are_written(ds, written):
    response = await log_in(ds, name=written)
    assert response.status_code == 303
    signed_in = {"ds_actor": response.cookies["ds_actor"]}
    actor = (await ds.client.get("/-/actor.json", cookies=signed_in)).json()["actor"]
    assert actor["id"] == "Ada"


async def test_two_whose_names_differ_in_nothing_else_are_told_apart(path):
    people.add_user(path, "zoe", Role.REPORTER, PASSWORD)
    with pytest.raises(
        InvalidValue, match="'Zoe' would log in with the same name as 'zoe': choose another name"
    ):
        people.add_user(path, "Zoe", Role.EDITOR, PASSWORD)


async def test_a_failed_log_in_says_what_failed_and_puts_the_cursor_where_it_goes_on(ds):
    assert re.search('<input id="login-name"[^>]* autofocus', (await ds.client.get("/claims/-/login")).text)
    page = (await log_in(ds, password="not this one")).text
    assert "Not saved" not in page
    assert "Wrong name or password." in page
    assert re.search('<input id="login-password"[^>]* autofocus', page)
    assert not re.search('<input id="login-name"[^>]* autofocus', page)


async def made_token(ds, cookies, **form):
    """What the page /-/create-token gives a person who is logged in."""
    page = await ds.client.post("/-/create-token", data={"expire_type": "", **form}, cookies=cookies)
    return re.search(r"dstok_[\w.-]+", page.text).group()


async def answered(ds, token):
    """What a token gets of a claim's page, and of a write to it."""
    headers = {"Authorization": f"Bearer {token}"}
    read = await ds.client.get("/claims/-/claim/1.json", headers=headers)
    written = await ds.client.post("/claims/-/claim/1/note", json={"body": "By a token"}, headers=headers)
    return read.status_code, written.status_code


@pytest_asyncio.fixture
async def token(ds):
    token = await made_token(ds, {"ds_actor": (await log_in(ds)).cookies["ds_actor"]})
    assert await answered(ds, token) == (200, 200)
    return token


async def test_a_token_that_is_sent_otherwise_is_told_how(ds, token):
    """Without "Bearer", or with a small b, Datasette sees none."""
    refused = await ds.client.get("/claims/-/claim/1.json", headers={"Authorization": token})
    assert refused.status_code == 403
    assert "Log in first, or send a token as Authorization: Bearer dstok_..." in refused.json()["error"]


async def test_a_token_ends_with_a_new_password(ds, path, token):
    people.change_password(path, "Ada", "another long password")
    assert await answered(ds, token) == (403, 403)


async def test_a_token_of_a_person_who_was_removed_stays_dead_when_the_name_is_added_again(ds, path, token):
    people.remove_user(path, "Ada")
    assert await answered(ds, token) == (403, 403)
    people.add_user(path, "Ada", Role.EDITOR, PASSWORD)
    assert await answered(ds, token) == (403, 403)
    assert await answered(ds, await ds.create_token("Ada")) == (200, 200)


async def test_a_token_keeps_its_limits(ds):
    cookies = {"ds_actor": (await log_in(ds)).cookies["ds_actor"]}
    of_tags = await made_token(ds, cookies, **{"resource:claims:tags:view-table": "on"})
    headers = {"Authorization": f"Bearer {of_tags}"}
    assert (await ds.client.get("/claims/tags.json", headers=headers)).status_code == 200
    assert (await ds.client.get("/claims/notes.json", headers=headers)).status_code == 403
    forged = await ds.client.get("/claims/tags.json", headers={"Authorization": f"Bearer {of_tags}x"})
    assert forged.status_code == 401


async def test_a_token_that_bears_no_key_is_no_users(ds):
    """As those made before tokens had one, or by `datasette create-token`, which knows no desk."""
    bare = ds.sign({"a": "Ada", "t": int(time.time())}, namespace="token")
    assert await answered(ds, f"dstok_{bare}") == (403, 403)


async def test_a_token_opens_no_other_desk_that_has_a_user_of_that_name(path, tmp_path, served):
    other = Path(shutil.copy(path, tmp_path / "other.db"))
    for desk in (path, other):
        people.add_user(desk, "Ada", Role.EDITOR, f"{PASSWORD} of {desk.stem}")
    ds = await served(path, other)
    form = {"name": "Ada", "password": f"{PASSWORD} of other"}
    cookies = {"ds_actor": (await ds.client.post("/other/-/login", data=form)).cookies["ds_actor"]}
    headers = {"Authorization": f"Bearer {await made_token(ds, cookies)}"}
    assert (await ds.client.get("/other/-/claim/1.json", headers=headers)).status_code == 200
    assert (await ds.client.get("/claims/-/claim/1.json", headers=headers)).status_code == 403


async def test_a_token_logs_nobody_in_to_a_desk_whose_password_was_not_given(path, tmp_path, served):
    other = Path(shutil.copy(path, tmp_path / "other.db"))
    for desk in (path, other):
        people.add_user(desk, "Ada", Role.EDITOR, f"{PASSWORD} of {desk.stem}")
    ds = await served(path, other)

    async def cookies(desk, **sent):
        form = {"name": "Ada", "password": f"{PASSWORD} of {desk}"}
        answer = await ds.client.post(f"/{desk}/-/login", data=form, **sent)
        return {"ds_actor": answer.cookies["ds_actor"]}

    token = await made_token(ds, await cookies("other"), **{"resource:other:tags:view-table": "on"})
    anew = await cookies("claims", headers={"Authorization": f"Bearer {token}"})
    assert (await ds.client.get("/claims/-/claim/1.json", cookies=anew)).status_code == 200
    assert (await ds.client.get("/other/-/claim/1.json", cookies=anew)).status_code == 403


@pytest.fixture
def a_class(path, tmp_path):
    """Three desks as docs/teaching.md makes them: copied with the teacher's log-in, each with one of its own."""
    people.add_user(path, "Ada", Role.EDITOR, PASSWORD)
    desks = [Path(shutil.copy(path, tmp_path / f"{name}.db")) for name in ("s1", "s2", "s3")]
    for desk in desks:
        shutil.copy(users_path(path), users_path(desk))
        people.add_user(desk, desk.stem, Role.EDITOR, PASSWORD)
    return desks


async def test_in_a_class_a_student_opens_one_desk_and_the_teacher_all(a_class, served):
    ds = await served(*a_class)

    async def opened(name):
        answer = await ds.client.post("/s1/-/login", data={"name": name, "password": PASSWORD})
        cookies = {"ds_actor": answer.cookies["ds_actor"]}
        listed = (await ds.client.get("/-/databases.json", cookies=cookies)).json()["databases"]
        menu = (await ds.client.get("/s1/-/desk", cookies=cookies)).text
        answers = [(await ds.client.get(f"/{desk.stem}/-/claim/1.json", cookies=cookies)) for desk in a_class]
        return (
            [answer.status_code for answer in answers],
            [one["name"] for one in listed],
            sorted(set(re.findall("Desk: (s[0-9])", menu))),
        )

    assert await opened("s1") == ([200, 403, 403], ["s1"], ["s1"])
    assert await opened("Ada") == ([200, 200, 200], ["s1", "s2", "s3"], ["s1", "s2", "s3"])


async def test_a_page_asks_no_more_often_who_may_what_the_more_desks_there_are(a_class, served):
    """With the desks of a class a page took half a second, as each desk in the menu went through the rules of all."""

    class Counting:
        asked = 0

        @hookimpl
        def permission_resources_sql(self):
            self.asked += 1

    counting = Counting()
    pm.register(counting, name="counting")
    try:
        counts = []
        for desks in (a_class[:1], a_class):
            ds = await served(*desks)
            actor = {"id": "s1"}
            assert (await ds.client.get("/s1/-/desk", actor=actor)).status_code == 200
            counting.asked = 0
            assert (await ds.client.get("/s1/-/desk", actor=actor)).status_code == 200
            counts.append(counting.asked)
    finally:
        pm.unregister(name="counting")
    assert counts[0] == counts[1] > 0
