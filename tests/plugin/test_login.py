"""Logging in, sessions, tokens, and what the roles of a desk with users may do."""

from __future__ import annotations

import asyncio
import re
import shutil
import threading
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
import pytest_asyncio
from datasette import Request, hookimpl
from datasette.plugins import pm
from lxml.html import document_fromstring

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Role
from claimtrack.plugin import attempts, login, rate_limit
from claimtrack.plugin.rate_limit import FROM_ALL_ADDRESSES, FROM_ONE_ADDRESS, Limit
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.store.users import users_path
from claimtrack.workflow import people
from tests.tables import each_row

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("quick_hashing")]
PASSWORD = "correct horse battery"
LOGIN = "/claims/-/login"
HTML = {"accept": "text/html"}


@pytest_asyncio.fixture
async def ds(path, serve):
    for name, role in (("Ada", Role.EDITOR), ("Vic", Role.VIEWER)):
        people.add_user(path, name, role, PASSWORD)
    return await serve(path)


async def log_in(ds, name="Ada", password=PASSWORD, **more):
    return await ds.client.post(LOGIN, data={"name": name, "password": password, **more})


async def test_nobody_logs_in_to_a_desk_that_is_not_there(ds):
    page = await ds.client.get("/nosuch/-/login")
    assert (page.status_code, "Nobody can log in to this desk yet." in page.text) == (404, True)


async def test_changes_after_logging_in_are_signed_with_the_users_name(ds):
    response = await log_in(ds)
    assert (response.status_code, response.headers["location"]) == (303, "/claims/-/desk")
    cookies = {"ds_actor": response.cookies["ds_actor"]}
    await ds.client.post("/claims/-/claim/1/note", json={"body": "Hello"}, cookies=cookies)
    page = (await ds.client.get("/claims/-/claim/1.json", cookies=cookies)).json()
    assert page["notes"][-1]["author"] == "Ada"


async def test_the_session_cookie_is_http_only_and_expires(ds):
    cookie = (await log_in(ds)).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert f"Max-Age={login.SESSION_SECONDS}" in cookie


async def test_where_the_desk_is_served_over_https_the_session_cookie_is_sent_over_nothing_else(ds):
    assert "Secure" not in (await log_in(ds)).headers["set-cookie"]
    async with from_address(ds, "198.51.100.7", "https") as encrypted:
        response = await encrypted.post(LOGIN, data={"name": "Ada", "password": PASSWORD})
    assert "Secure" in response.headers["set-cookie"]
    ds._settings["force_https_urls"] = True  # behind a proxy that encrypts
    assert "Secure" in (await log_in(ds)).headers["set-cookie"]


async def test_a_session_expires_on_the_server_too(ds, monkeypatch):
    cookies = {"ds_actor": (await log_in(ds)).cookies["ds_actor"]}
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + login.SESSION_SECONDS + 1)
    assert (await ds.client.get("/claims/-/claim/1.json", cookies=cookies)).status_code == 403


NOTE = "/claims/-/claim/1/note"
TYPED = {"body": "Rang the ministry:\n<nobody> & nothing"}


def fields_to_resend(page: str) -> dict[str, str] | None:
    """The fields of the form that a page contains, with their values; None if it contains none."""
    forms = document_fromstring(page).xpath("//main//form")
    return {name: value.strip() for name, value in forms[0].fields.items()} if forms else None


async def test_a_form_sent_after_the_session_ended_can_be_resent_after_log_in(ds):
    html, typed = {"accept": "text/html"}, {**TYPED, "shown_to": "ada"}
    refused = await ds.client.post(NOTE, data=typed, headers=html)
    assert (refused.status_code, refused.headers["cache-control"]) == (403, "no-store")
    new_window = document_fromstring(refused.text).xpath("//a[@target='_blank']/@href")[0]
    back = parse_qs(urlsplit(new_window).query)["next"][0]
    assert fields_to_resend(refused.text) == typed
    assert "You are logged in" not in (await ds.client.get(back)).text
    cookies = {"ds_actor": (await log_in(ds)).cookies["ds_actor"]}
    assert "go back to what you typed" in (await ds.client.get(back, cookies=cookies)).text
    saved = await ds.client.post(NOTE, data=fields_to_resend(refused.text), headers=html, cookies=cookies)
    assert saved.status_code == 303
    page = (await ds.client.get("/claims/-/claim/1.json", cookies=cookies)).json()
    assert page["notes"][-1]["body"] == TYPED["body"]


async def test_a_refused_draft_check_offers_to_send_again_not_to_save(ds):
    """A check saves nothing: "Save it" would be the wrong offer."""
    html, draft = {"accept": "text/html"}, {"text": "Rents rose by 12 percent."}
    refused = await ds.client.post("/claims/-/check/draft", data=draft, headers=html)
    assert "find sentences in a draft that repeat a claim" in refused.text
    assert "The draft: plain text, HTML, Markdown" in refused.text
    assert ("Send again" in refused.text, "Save" in refused.text) == (True, False)
    assert fields_to_resend(refused.text) == draft


async def test_a_refused_undo_shows_none_of_what_its_form_carried_as_typed(ds):
    undo = {"after": "0", "until": "1", "back": "claim/1"}
    refused = await ds.client.post("/claims/-/undo", data=undo, headers={"accept": "text/html"})
    assert fields_to_resend(refused.text) == undo
    assert "<textarea" not in refused.text


async def test_only_short_well_formed_text_fields_are_returned_for_resending(ds, monkeypatch):
    html = {"accept": "text/html"}
    monkeypatch.setattr("claimtrack.plugin.submission._MAX_TYPED", 30)
    for data, expected in (
        ({"body": "Short", "x": "y"}, {"body": "Short"}),
        ({"body": "Long" * 9}, None),
    ):
        assert fields_to_resend((await ds.client.post(NOTE, data=data, headers=html)).text) == expected
    form = {**html, "content-type": "application/x-www-form-urlencoded"}
    assert fields_to_resend((await ds.client.post(NOTE, content=b"body=\xff", headers=form)).text) is None
    monkeypatch.setattr("claimtrack.plugin.submission._MAX_TYPED", 10**6)
    sent = {"data": {"outlet": "The Daily"}, "files": {"file": ("a.txt", b"Rents rose.")}}
    assert (
        fields_to_resend((await ds.client.post("/claims/-/bring/article", headers=html, **sent)).text) is None
    )
    program = await ds.client.post(NOTE, json=TYPED)
    assert program.json()["kind"] == "NotAllowed"
    viewer = {"ds_actor": (await log_in(ds, "Vic")).cookies["ds_actor"]}
    refused = await ds.client.post(NOTE, data=TYPED, headers=html, cookies=viewer)
    assert (
        refused.status_code,
        "Your role does not allow this. It needs permission to:" in refused.text
        and "Whoever runs this desk can change your role" in refused.text,
    ) == (403, True)


async def test_who_may_not_do_something_is_told_on_a_page_of_the_desk(ds):
    viewer = {"ds_actor": (await log_in(ds, "Vic")).cookies["ds_actor"]}
    undo = {"data": {"after": "0", "until": "1"}, "headers": HTML, "cookies": viewer}
    answers = [await ds.client.get("/claims/-/bring", cookies=viewer)]
    answers += [await ds.client.post("/claims/-/undo", **undo)]
    answers += [await ds.client.get("/claims/-/password", actor={"id": "sam"})]
    for answer in answers:
        page = document_fromstring(answer.text)
        assert (answer.status_code, page.findtext(".//main//h1")) == (403, "Not allowed")
    assert document_fromstring(answers[0].text).xpath("//nav//a[text()='Desk']")


async def test_a_sheet_leads_a_person_whose_session_has_ended_to_the_log_in(ds):
    """A program gets no page in the place of its sheet."""
    for address in ("/claims/-/export.csv", "/claims/claims.csv"):
        assert (await ds.client.get(address)).status_code == 403
        to_log_in = await ds.client.get(address, headers=HTML)
        assert parse_qs(urlsplit(to_log_in.headers["location"]).query) == {"next": [address]}


@pytest.mark.parametrize(
    ("name", "password"), [("Ada", "wrong"), ("Nobody", PASSWORD), ("", ""), ("Ada", "x" * 9999)]
)
async def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(ds, name, password):
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


async def test_logging_in_works_again_after_the_wait(ds, monkeypatch):
    for _ in range(FROM_ONE_ADDRESS.free):
        await log_in(ds, password="wrong")
    now = time.monotonic()
    monkeypatch.setattr(rate_limit.time, "monotonic", lambda: now + 31)
    assert (await log_in(ds)).status_code == 303


def from_address(ds, address, scheme="http"):
    """A client that the server sees at another address."""
    transport = httpx2.ASGITransport(app=ds.app(), client=(address, 4711))
    return httpx2.AsyncClient(transport=transport, base_url=f"{scheme}://localhost")


async def test_a_stranger_guessing_a_password_does_not_lock_out_its_owner(ds):
    begun = {"ds_actor": (await log_in(ds)).cookies["ds_actor"]}
    async with from_address(ds, "198.51.100.7") as stranger:
        for _ in range(FROM_ONE_ADDRESS.free + 1):
            refused = await stranger.post(LOGIN, data={"name": "Ada", "password": "wrong"})
    assert refused.status_code == 429
    assert (await ds.client.get("/claims/-/claim/1.json", cookies=begun)).status_code == 200
    assert (await log_in(ds)).status_code == 303


async def test_guessing_from_changing_addresses_is_slowed_down_too(ds, monkeypatch):
    monkeypatch.setattr(rate_limit, "FROM_ALL_ADDRESSES", Limit(free=7, longest_wait=30))
    answers = []
    for last in range(8):
        async with from_address(ds, f"198.51.100.{last}") as stranger:
            answers.append(
                (await stranger.post(LOGIN, data={"name": "ada", "password": "wrong"})).status_code
            )
    assert answers == [403] * 7 + [429]


async def test_at_most_two_passwords_are_checked_at_once(ds, monkeypatch):
    running, most = 0, 0

    def check(*given):
        nonlocal running, most
        running += 1
        most = max(most, running)
        time.sleep(0.05)
        running -= 1

    monkeypatch.setattr(attempts, "verify_password", check)
    answers = await asyncio.gather(*(log_in(ds, name=f"nobody {number}") for number in range(5)))
    assert [answer.status_code for answer in answers] == [403] * 5
    assert most == 2


async def test_a_flood_from_one_address_does_not_block_other_log_ins(ds, monkeypatch):
    verified, all_refused = attempts.verify_password, threading.Event()

    def check(path, name, password):
        if name != "Ada":  # refusing the others may take a busy computer a while
            all_refused.wait(20)
        return verified(path, name, password)

    monkeypatch.setattr(attempts, "verify_password", check)
    async with from_address(ds, "198.51.100.7") as stranger, asyncio.timeout(20):
        flood = [
            asyncio.create_task(stranger.post(LOGIN, data={"name": f"nobody {number}", "password": "x"}))
            for number in range(60)
        ]
        while sum(attempt.done() for attempt in flood) < 40:
            await asyncio.sleep(0.01)
        all_refused.set()
        assert (await log_in(ds)).status_code == 303
        answers = [(await attempt).status_code for attempt in flood]
        assert (await stranger.post(LOGIN, data={"name": "Ada", "password": PASSWORD})).status_code == 303
    assert sorted(answers) == [403] * 20 + [429] * 40
    assert not attempts._waiting[ds]


async def test_a_first_attempt_overtakes_a_flood_from_many_addresses(ds, monkeypatch):
    """Each of 30 addresses sends five: the person who comes last waits only for the two being checked."""
    order, all_sent = [], threading.Event()

    def check(path, name, password):
        all_sent.wait(20)
        order.append(name)

    monkeypatch.setattr(attempts, "verify_password", check)

    async def flood(last):
        async with from_address(ds, f"198.51.100.{last}") as stranger:
            guesses = [{"name": f"nobody {last} {number}", "password": "x"} for number in range(5)]
            await asyncio.gather(*(stranger.post(LOGIN, data=guess) for guess in guesses))

    async with asyncio.timeout(60):
        floods = [asyncio.create_task(flood(last)) for last in range(30)]
        while ds not in attempts._hashing or len(attempts._hashing[ds]._waiting) < 148:
            await asyncio.sleep(0.01)
        person = asyncio.create_task(log_in(ds))
        while len(attempts._hashing[ds]._waiting) < 149:
            await asyncio.sleep(0.01)
        all_sent.set()
        await asyncio.gather(person, *floods)
    assert len(order) == 151
    assert order.index("Ada") <= 3  # two are checked at a time, and the other thread may be quicker


async def test_people_at_one_address_can_log_in_at_the_same_time(ds, path):
    answers = await asyncio.gather(*(log_in(ds, name=name) for name in ("Ada", "Vic") * 4))
    assert {answer.status_code for answer in answers} == {303}


async def test_a_cancelled_log_in_passes_its_turn_on(ds):
    turns, order = rate_limit.TurnQueue(1), []

    async def take_turn(name, tries):
        async with turns.turn(tries):
            order.append(name)
            await asyncio.sleep(0)

    tasks = [
        asyncio.create_task(take_turn(name, tries))
        for name, tries in (("a", 0), ("b", 1), ("c", 9), ("d", 2))
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
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),  # a provider gives one customer the whole /64
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "::ffff:203.0.113.7"),  # IPv4 on a server that listens on both
        ("a proxy's word", "a proxy's word"),
    ],
)
async def test_attempts_are_counted_per_ipv4_address_or_ipv6_network(address, counts_as):
    assert attempts._address(Request({"type": "http", "client": (address, 4711)}, None)) == counts_as


async def test_an_overlong_name_is_refused_without_hashing_or_counting(ds, monkeypatch):
    monkeypatch.setattr(attempts, "verify_password", lambda *given: pytest.fail("hashed"))
    page = await log_in(ds, name="x" * 101)
    assert page.status_code == 403
    assert "Wrong name or password." in page.text
    assert ds not in attempts._limiters


async def test_a_full_limiter_forgets_other_names_than_the_one_that_is_guessed(ds, monkeypatch):
    monkeypatch.setattr(rate_limit, "MAX_ENTRIES", 20)
    for _ in range(FROM_ONE_ADDRESS.free):
        await log_in(ds, name="first")
    for number in range(30):
        await log_in(ds, name=f"nobody {number}")
    limiter = attempts._limiters[ds]
    assert len(limiter) == 21
    assert limiter.wait("claims", "first", "127.0.0.1") > 0


async def test_a_limiter_full_of_names_counts_the_failures_of_another_one(monkeypatch):
    """Whoever first fills it with names that failed twice could otherwise guess without end: each failure would be dropped for the next name."""
    monkeypatch.setattr(rate_limit, "MAX_ENTRIES", 20)
    limiter = rate_limit.RateLimiter()
    for number in range(20):
        limiter.count("claims", f"nobody {number // 2}", "192.0.2.1")
    for number in range(FROM_ONE_ADDRESS.free):
        limiter.count("claims", "ana", "192.0.2.1")
        limiter.count("claims", f"somebody {number}", "192.0.2.1")
    limiter.count("claims", "ana", "192.0.2.1")
    assert limiter.wait("claims", "ana", "192.0.2.1") > 0


async def test_attempts_are_forgotten_after_an_hour(ds, monkeypatch):
    for _ in range(FROM_ONE_ADDRESS.free):
        await log_in(ds, password="wrong")
    now = time.monotonic()
    monkeypatch.setattr(rate_limit.time, "monotonic", lambda: now + rate_limit.FORGET_AFTER + 1)
    for _ in range(FROM_ONE_ADDRESS.free):
        assert (await log_in(ds, password="wrong")).status_code == 403
    assert len(attempts._limiters[ds]) == 2


@each_row(
    ("limit", "failures", "seconds"),
    [(FROM_ONE_ADDRESS, 4, 0), (FROM_ONE_ADDRESS, 5, 30), (FROM_ONE_ADDRESS, 6, 60), (FROM_ONE_ADDRESS, 9, 480),
     (FROM_ONE_ADDRESS, 10, 900), (FROM_ONE_ADDRESS, 10**6, 900), (FROM_ALL_ADDRESSES, 99, 0),
     (FROM_ALL_ADDRESSES, 100, 30), (FROM_ALL_ADDRESSES, 101, 30)],
)  # fmt: skip
async def test_each_wait_doubles_up_to_the_longest(limit, failures, seconds):
    assert limit.wait(failures) == seconds


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example/",
    ],
)
async def test_a_log_in_never_redirects_to_another_site(ds, target):
    assert (await log_in(ds, next=target)).headers["location"] == "/claims/-/desk"


async def test_a_log_in_returns_to_the_requested_page(ds):
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


async def test_public_read_lets_strangers_read_only(path, serve):
    people.add_user(path, "Ada", Role.EDITOR, PASSWORD)
    datasette = await serve(path, config={"plugins": {"claimtrack": {"public_read": True}}})
    assert (await datasette.client.get("/claims/-/claim/1.json")).status_code == 200
    assert (await datasette.client.post("/claims/-/claim/1/note", json={"body": "x"})).status_code == 403


@pytest.mark.parametrize(
    "content",
    [b"name=Ada&password=\xff", f"name=Ada&password={PASSWORD}&{'a=&' * 20}".encode()],
    ids=["not UTF-8", "more fields than ours"],
)
async def test_a_log_in_that_no_browser_sends_is_a_wrong_password(ds, content):
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = await ds.client.post(LOGIN, content=content, headers=form)
    assert (answer.status_code, "Wrong name or password." in answer.text) == (403, True)


async def test_public_read_false_closes_a_desk_without_users(path, serve):
    datasette = await serve(path, config={"plugins": {"claimtrack": {"public_read": False}}})
    assert (await datasette.client.get("/claims/claims.json")).status_code == 403


async def test_a_new_password_and_removal_of_the_user_end_sessions(ds, path):
    cookies = {"ds_actor": (await log_in(ds)).cookies["ds_actor"]}
    assert (await ds.client.get("/claims/-/claim/1.json", cookies=cookies)).status_code == 200
    people.change_password(path, "Ada", "another long password")
    assert (await ds.client.get("/claims/-/claim/1.json", cookies=cookies)).status_code == 403
    cookies = {"ds_actor": (await log_in(ds, password="another long password")).cookies["ds_actor"]}
    people.remove_user(path, "Ada")
    assert (await ds.client.get("/claims/-/claim/1.json", cookies=cookies)).status_code == 403


async def test_a_desk_without_its_last_user_stays_closed_until_the_users_file_is_deleted(ds, path):
    for name in ("Ada", "Vic"):
        people.remove_user(path, name)
    for address in ("/claims/claims.json", "/claims/-/desk.json", "/claims/claims.csv"):
        assert (await ds.client.get(address)).status_code == 403
    assert "Nobody can log in to this desk yet" in (await ds.client.get(LOGIN)).text
    users_path(path).unlink()
    assert (await ds.client.get("/claims/claims.json")).status_code == 200


async def test_a_foreign_actor_named_like_a_user_gets_that_users_role(ds):
    forged = {"id": "Vic", "role": "editor"}
    assert (
        await ds.client.post("/claims/-/claim/1/note", json={"body": "x"}, actor=forged)
    ).status_code == 403


async def test_the_users_file_is_private_and_the_database_contains_no_hash(ds, path):
    assert users_path(path).stat().st_mode & 0o777 == 0o600
    content = path.read_bytes() + path.with_name("claims.db-wal").read_bytes()
    assert people.users.load(path)["Ada"].hash.encode() not in content


@pytest.mark.parametrize("name", ["Ada", "ADA", "ada"])
async def test_logging_in_ignores_the_case_of_the_name(ds, name):
    response = await log_in(ds, name=name)
    assert response.status_code == 303
    signed_in = {"ds_actor": response.cookies["ds_actor"]}
    actor = (await ds.client.get("/-/actor.json", cookies=signed_in)).json()["actor"]
    assert actor["id"] == "Ada"


async def test_a_user_name_that_differs_in_case_only_is_refused(path):
    people.add_user(path, "zoe", Role.REPORTER, PASSWORD)
    with pytest.raises(
        InvalidValue, match="'Zoe' would log in with the same name as 'zoe': choose another name"
    ):
        people.add_user(path, "Zoe", Role.EDITOR, PASSWORD)


async def test_who_cannot_log_in_is_told_whom_to_ask(ds):
    assert "Ask whoever runs the desk" in (await ds.client.get("/claims/-/login")).text


async def test_a_failed_log_in_says_why_and_focuses_the_password(ds):
    assert re.search('<input id="login-name"[^>]* autofocus', (await ds.client.get("/claims/-/login")).text)
    page = (await log_in(ds, password="not this one")).text
    assert "Not saved" not in page
    assert "Wrong name or password." in page
    assert re.search('<input id="login-password"[^>]* autofocus', page)
    assert not re.search('<input id="login-name"[^>]* autofocus', page)


async def create_token(ds, cookies, **form):
    """The token that the page /-/create-token gives a person who is logged in."""
    page = await ds.client.post("/-/create-token", data={"expire_type": "", **form}, cookies=cookies)
    return re.search(r"dstok_[\w.-]+", page.text).group()


async def statuses_with_token(ds, token):
    """The status codes of reading a claim's page and of writing to it with a token."""
    headers = {"Authorization": f"Bearer {token}"}
    read = await ds.client.get("/claims/-/claim/1.json", headers=headers)
    written = await ds.client.post("/claims/-/claim/1/note", json={"body": "By a token"}, headers=headers)
    return read.status_code, written.status_code


@pytest_asyncio.fixture
async def token(ds):
    token = await create_token(ds, {"ds_actor": (await log_in(ds)).cookies["ds_actor"]})
    assert await statuses_with_token(ds, token) == (200, 200)
    return token


async def test_a_token_sent_without_bearer_is_refused_with_the_remedy(ds, token):
    """Without "Bearer", or with a lower-case b, Datasette sees no token."""
    refused = await ds.client.get("/claims/-/claim/1.json", headers={"Authorization": token})
    assert refused.status_code == 403
    assert (
        "Log in first, or send a token of this desk as Authorization: Bearer dstok_..."
        in refused.json()["error"]
    )


async def test_a_token_of_another_program_opens_nothing(ds):
    assert await statuses_with_token(ds, "other_12345") == (403, 403)


async def test_a_new_password_ends_tokens(ds, path, token):
    people.change_password(path, "Ada", "another long password")
    assert await statuses_with_token(ds, token) == (403, 403)


async def test_a_removed_users_token_stays_invalid_when_the_name_is_reused(ds, path, token):
    people.remove_user(path, "Ada")
    assert await statuses_with_token(ds, token) == (403, 403)
    people.add_user(path, "Ada", Role.EDITOR, PASSWORD)
    assert await statuses_with_token(ds, token) == (403, 403)
    assert await statuses_with_token(ds, await ds.create_token("Ada")) == (200, 200)


async def test_a_token_keeps_its_restrictions(ds):
    cookies = {"ds_actor": (await log_in(ds)).cookies["ds_actor"]}
    token_for_tags = await create_token(ds, cookies, **{"resource:claims:tags:view-table": "on"})
    headers = {"Authorization": f"Bearer {token_for_tags}"}
    assert (await ds.client.get("/claims/tags.json", headers=headers)).status_code == 200
    assert (await ds.client.get("/claims/notes.json", headers=headers)).status_code == 403
    forged = await ds.client.get("/claims/tags.json", headers={"Authorization": f"Bearer {token_for_tags}x"})
    assert forged.status_code == 401


async def test_a_token_without_a_key_has_no_permissions(ds):
    """As tokens made before they had keys, or by `datasette create-token`, which knows no desk."""
    bare = ds.sign({"a": "Ada", "t": int(time.time())}, namespace="token")
    assert await statuses_with_token(ds, f"dstok_{bare}") == (403, 403)


async def test_a_token_is_valid_for_its_own_desk_only(path, tmp_path, serve):
    other = Path(shutil.copy(path, tmp_path / "other.db"))
    for desk in (path, other):
        people.add_user(desk, "Ada", Role.EDITOR, f"{PASSWORD} of {desk.stem}")
    ds = await serve(path, other)
    form = {"name": "Ada", "password": f"{PASSWORD} of other"}
    cookies = {"ds_actor": (await ds.client.post("/other/-/login", data=form)).cookies["ds_actor"]}
    headers = {"Authorization": f"Bearer {await create_token(ds, cookies)}"}
    assert (await ds.client.get("/other/-/claim/1.json", headers=headers)).status_code == 200
    assert (await ds.client.get("/claims/-/claim/1.json", headers=headers)).status_code == 403


async def test_logging_in_with_a_token_sent_along_does_not_open_the_tokens_desk(path, tmp_path, serve):
    other = Path(shutil.copy(path, tmp_path / "other.db"))
    for desk in (path, other):
        people.add_user(desk, "Ada", Role.EDITOR, f"{PASSWORD} of {desk.stem}")
    ds = await serve(path, other)

    async def session_cookies(desk, **sent):
        form = {"name": "Ada", "password": f"{PASSWORD} of {desk}"}
        answer = await ds.client.post(f"/{desk}/-/login", data=form, **sent)
        return {"ds_actor": answer.cookies["ds_actor"]}

    token = await create_token(ds, await session_cookies("other"), **{"resource:other:tags:view-table": "on"})
    session = await session_cookies("claims", headers={"Authorization": f"Bearer {token}"})
    assert (await ds.client.get("/claims/-/claim/1.json", cookies=session)).status_code == 200
    assert (await ds.client.get("/other/-/claim/1.json", cookies=session)).status_code == 403


@pytest.fixture
def class_desks(path, tmp_path):
    """Three desks as docs/teaching.md makes them: each has the teacher's log-in and one of its own."""
    people.add_user(path, "Ada", Role.EDITOR, PASSWORD)
    desks = [Path(shutil.copy(path, tmp_path / f"{name}.db")) for name in ("s1", "s2", "s3")]
    for desk in desks:
        shutil.copy(users_path(path), users_path(desk))
        people.add_user(desk, desk.stem, Role.EDITOR, PASSWORD)
    return desks


async def test_a_student_opens_one_desk_of_a_class_and_the_teacher_all(class_desks, serve):
    ds = await serve(*class_desks)

    async def opened(name):
        answer = await ds.client.post("/s1/-/login", data={"name": name, "password": PASSWORD})
        cookies = {"ds_actor": answer.cookies["ds_actor"]}
        listed = (await ds.client.get("/-/databases.json", cookies=cookies)).json()["databases"]
        menu = (await ds.client.get("/s1/-/desk", cookies=cookies)).text
        answers = [
            (await ds.client.get(f"/{desk.stem}/-/claim/1.json", cookies=cookies)) for desk in class_desks
        ]
        return (
            [answer.status_code for answer in answers],
            [database["name"] for database in listed],
            sorted(set(re.findall("Desk: (s[0-9])", menu))),
        )

    assert await opened("s1") == ([200, 403, 403], ["s1"], ["s1"])
    assert await opened("Ada") == ([200, 200, 200], ["s1", "s2", "s3"], ["s1", "s2", "s3"])


async def test_permission_queries_per_page_do_not_grow_with_the_number_of_desks(class_desks, serve):
    """With the desks of a class a page took half a second, as each desk in the menu evaluated the rules of all."""

    class Counting:
        calls = 0

        @hookimpl
        def permission_resources_sql(self):
            self.calls += 1

    counting = Counting()
    pm.register(counting, name="counting")
    try:
        counts = []
        for desks in (class_desks[:1], class_desks):
            ds = await serve(*desks)
            actor = {"id": "s1"}
            assert (await ds.client.get("/s1/-/desk", actor=actor)).status_code == 200
            counting.calls = 0
            assert (await ds.client.get("/s1/-/desk", actor=actor)).status_code == 200
            counts.append(counting.calls)
    finally:
        pm.unregister(name="counting")
    assert counts[0] == counts[1] > 0


async def test_whose_work_lies_with_somebody_who_has_left_is_seen_on_the_first_page(ds, path):
    """Only who removed them, in a terminal, was told."""
    cookies = {"ds_actor": (await log_in(ds)).cookies["ds_actor"]}
    people.add_user(path, "Bo", Role.REPORTER, PASSWORD)
    for claim, name in ((1, "Bo"), (2, "ada")):
        await ds.client.post(f"/claims/-/claim/{claim}/assign", json={"assignee": name}, cookies=cookies)
    for has_left in (False, True):
        page = await ds.client.get("/claims/-/desk", cookies=cookies)
        assert ("no user here" in page.text) is has_left
        found = (await ds.client.get("/claims/-/desk.json", cookies=cookies)).json()["workload"]
        assert {one["name"]: one["has_left"] for one in found} == {"Ada": False, "Bo": has_left}
        if not has_left:
            people.remove_user(path, "Bo")


async def test_work_is_listed_under_the_name_of_the_user_or_the_most_usual_spelling(ds, path):
    """The first spelling by letters was shown: "ADA", which one row of a sheet had."""
    cookies = {"ds_actor": (await log_in(ds)).cookies["ds_actor"]}
    with closing(open_desk(path)) as db, write_transaction(db, "setup"):
        for claim, name in ((1, "ADA"), (2, "ada"), (3, "BO"), (4, "Bo"), (5, "Bo")):
            db.execute("update claims set assignee = ?, status = 'open' where id = ?", [name, claim])
    found = (await ds.client.get("/claims/-/desk.json", cookies=cookies)).json()["workload"]
    assert sorted((one["name"], one["claims"]) for one in found) == [("Ada", 2), ("Bo", 3)]


async def test_who_has_a_role_from_the_configuration_has_not_left(path, serve):
    """Behind a proxy that logs people in, beside users of the desk's own."""
    config = {"plugins": {"claimtrack": {"roles": {"cara": "reporter"}}}}
    ds = await serve(path, config=config)
    people.add_user(path, "Bo", Role.REPORTER, PASSWORD)
    reporter = {"id": "cara"}
    for claim, name in ((1, "Cara"), (2, "Dan")):
        await ds.client.post(f"/claims/-/claim/{claim}/assign", json={"assignee": name}, actor=reporter)
    found = (await ds.client.get("/claims/-/desk.json", actor=reporter)).json()["workload"]
    assert {one["name"].lower(): one["has_left"] for one in found} == {"cara": False, "dan": True}
