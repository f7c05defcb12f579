"""Bringing in an article by its text or its file: what would be filed, what is filed, and what is refused."""

from __future__ import annotations

import html as entities
import re
import sqlite3

import pytest

from claimtrack.plugin import flash
from claimtrack.store.file.database import open_desk
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles import uploading
from tests.tables import each_row

from .conftest import EDITOR, REPORTER, VIEWER

pytestmark = pytest.mark.asyncio

HTML = {"accept": "text/html"}
QUAY = (
    "Fares to the islands rose by 9 percent in 2024, the harbour master Ida Voss said on Tuesday.\n\n"
    '"We carried 31,000 people in May," Voss told the council.\n'
)
BRING = "/claims/-/bring/article"


async def bring(ds, actor=REPORTER, **values):
    return await ds.client.post(BRING, json={"text": QUAY, **values}, actor=actor)


async def typed(ds, files=None, **values):
    """As a browser sends the form: with a file, if one of no name."""
    chosen = files or {"file": ("", b"", "application/octet-stream")}
    return await ds.client.post(BRING, data=values, files=chosen, headers=HTML, actor=REPORTER)


def message(ds, response):
    return ds.unsign(response.cookies["claimtrack_done"], "claimtrack-done")["message"]


async def claim(ds, claim_id):
    return (await ds.client.get(f"/claims/-/claim/{claim_id}.json", actor=EDITOR)).json()


async def test_what_a_program_brought_in_it_takes_back_with_what_the_answer_tells(ds):
    done = (await bring(ds)).json()
    undo = done["undo"]
    for part in (undo["body"], {**undo["body"], "after": undo["body"]["until"] - 1}):
        refused = await ds.client.post(undo["path"], json={**part, "mark": None}, actor=REPORTER)
        assert (
            refused.status_code,
            "an import can only be undone as a whole" in refused.json()["error"],
        ) == (
            409,
            True,
        )
    undone = await ds.client.post(undo["path"], json=undo["body"], actor=REPORTER)
    assert (undone.status_code, undone.json()) == (
        200,
        {"ok": True, "message": "Undone, 2 claims with it.", "undo": None},
    )
    gone = await ds.client.get(f"/claims/-/article/{done['article_id']}.json", actor=EDITOR)
    assert gone.status_code == 404
    again = await bring(ds, dry_run=True)
    assert again.json()["undo"] is None


async def test_what_was_brought_in_is_taken_back_from_the_next_page(ds):
    before = await ds.get_database("claims").execute("select max(id) from articles")
    done = await typed(ds, text=QUAY)
    note = ds.unsign(done.cookies["claimtrack_done"], "claimtrack-done")
    refused = await ds.client.post(
        note["undo"],
        data={**note["values"], "mark": "000000"},
        headers={"accept": "application/json"},
        actor=REPORTER,
    )
    assert (refused.status_code, "these changes were not made by an import" in refused.json()["error"]) == (
        409,
        True,
    )
    undone = await ds.client.post(note["undo"], data=note["values"], headers=HTML, actor=REPORTER)
    assert undone.headers["location"].endswith("/claims/-/bring")
    after = await ds.get_database("claims").execute("select max(id) from articles")
    assert after.single_value() == before.single_value()
    again = await typed(ds, text=QUAY)
    assert "2 new" in message(ds, again)


async def test_the_links_of_a_draft_become_evidence_if_that_is_ticked(ds):
    draft = QUAY.replace("9 percent", "[9 percent](https://stats.example/fares)")
    first = await typed(ds, text=draft)
    assert "1 link. Add what the desk needs of them" in message(ds, first)
    assert "To file links and footnotes as evidence, bring it in again with that ticked." in message(
        ds, first
    )
    shown = (await typed(ds, text=draft, links="1", dry_run="1")).text
    assert "Links and footnotes: 1 would be filed as evidence" in shown
    assert 'name="links" value="1" checked' in shown
    done = await typed(ds, text=draft, links="1")
    assert "Links and footnotes: 1 filed as evidence" in message(ds, done)
    [number] = re.findall(r"article/(\d+)", done.headers["location"])
    found = (await ds.client.get(f"/claims/-/article/{number}.json", actor=EDITOR)).json()["appearances"]
    evidence = [(await claim(ds, row["claim_id"]))["evidence"] for row in found]
    assert [[(one["url"], one["added_by"]) for one in rows] for rows in evidence] == [
        [("https://stats.example/fares", "rob")],
        [],
    ]


async def test_what_came_in_days_ago_is_found_on_the_page_and_taken_back(ds):
    """Its message is long gone; only whoever brought it in is shown it."""
    done = (await bring(ds, title="Fares")).json()
    await bring(ds, actor=EDITOR, text="The quay cost 4 million, the council said.")
    [row] = (await ds.client.get("/claims/-/bring.json", actor=REPORTER)).json()["imports"]
    assert (row["what"], row["claims"], row["why_kept"]) == ("Fares", 2, None)
    page = (await ds.client.get("/claims/-/bring", actor=REPORTER)).text
    assert "Delete<" in page
    assert all(f'name="{name}" value="{value}"' in page for name, value in row["undo"]["body"].items())
    undo = row["undo"]
    undone = await ds.client.post(undo["path"], data=undo["body"], headers=HTML, actor=REPORTER)
    assert undone.headers["location"].endswith("/claims/-/bring")
    gone = await ds.client.get(f"/claims/-/article/{done['article_id']}.json", actor=EDITOR)
    assert gone.status_code == 404
    assert "What you brought in recently" not in (await ds.client.get("/claims/-/bring", actor=REPORTER)).text


async def test_what_others_bring_in_all_day_hides_nothing(ds, monkeypatch):
    monkeypatch.setattr("claimtrack.plugin.pages.bring._MAX_IMPORTS", 1)
    await bring(ds, title="Fares")
    for millions in (3, 4, 5):
        await bring(ds, actor=EDITOR, text=f"The quay cost {millions} million, the council said.")
    told = (await ds.client.get("/claims/-/bring.json", actor=REPORTER)).json()["imports"]
    assert [row["what"] for row in told] == ["Fares"]


async def test_what_was_worked_on_since_stays_and_the_page_tells_why(ds):
    done = (await bring(ds)).json()
    note = {"body": "Ask her."}
    await ds.client.post(f"/claims/-/claim/{done['claims'][0]['claim_id']}/note", json=note, actor=EDITOR)
    page = (await ds.client.get("/claims/-/bring", actor=REPORTER)).text
    assert ("these claims were changed since" in page, "Delete<" in page) == (
        True,
        False,
    )


async def test_what_is_pasted_is_read_and_filed_as_proposed(ds):
    values = {
        "url": "https://quay.example/1",
        "published_on": "2025-03-05",
        "outlet": "The Quay",
        "title": "Fares",
    }
    done = (await bring(ds, **values)).json()
    assert (done["new"], done["repeated"], done["known"]) == (2, 0, 0)
    rows = [
        (row["outcome"], row["text"], row["speaker"], row["kind"], row["claimed_on"])
        for row in done["claims"]
    ]
    assert rows == [
        ("new", "Fares to the islands rose by 9 percent in 2024", "Ida Voss", "indirect", "2025-03-04"),
        ("new", "We carried 31,000 people in May", "Ida Voss", "direct", None),
    ]
    shown = await claim(ds, done["claims"][0]["claim_id"])
    assert (shown["claim"]["status"], shown["claim"]["claimant"]) == ("proposed", "Ida Voss")
    page = (await ds.client.get(f"/claims/-/article/{done['article_id']}.json", actor=EDITOR)).json()
    assert {name: page["article"][name] for name in values} == values
    assert page["article"]["source"] is None
    history = (await ds.client.get("/claims/history.json?_shape=array&_sort_desc=id", actor=EDITOR)).json()
    assert history[0]["actor"] == "rob"


async def test_the_form_leads_to_the_article_with_what_became_of_it(ds, path):
    db = open_desk(path)
    known = add_claim(
        db, NewClaim("Fares to the islands rose by 9 percent in 2024", "Ida Voss", "Radio"), actor="x"
    )
    db.close()
    response = await typed(ds, text=QUAY.replace("\n", "\r\n"), url="", outlet="")
    assert response.status_code == 303, response.text
    assert response.headers["location"] == "/claims/-/article/3"
    assert (
        message(ds, response)
        == f"1 new, 1 repeating a claim of the desk, 0 known. It repeats claim {known.claim_id}."
    )
    page = (await ds.client.get("/claims/-/article/3", actor=REPORTER)).text
    assert "/claims/-/triage?article=3" in page
    assert "seen 2 times" in page


async def test_the_same_text_again_is_known(ds):
    first = (await bring(ds)).json()
    again = await typed(ds, text=QUAY)
    assert again.headers["location"].endswith(f"/article/{first['article_id']}")
    assert (
        message(ds, again)
        == "The desk already has this article: 0 new, 0 repeating a claim of the desk, 2 known."
    )
    told = await typed(ds, text=QUAY, published_on="2025-03-05")
    assert "is already on the desk. Filled in: date 2025-03-05" in message(ds, told)


@each_row("first", [{}, {"url": "https://news.example/1", "outlet": "The Quay"}])
async def test_what_is_pasted_again_with_or_without_its_address_is_the_same_article(ds, first):
    other = {"url": "https://news.example/1"} if not first else {}
    article_id = (await bring(ds, **first)).json()["article_id"]
    again = (await bring(ds, **other)).json()
    assert (again["article_id"], again["new"], again["repeated"], again["known"]) == (article_id, 0, 0, 2)
    stands = (await ds.client.get(f"/claims/-/article/{article_id}.json", actor=EDITOR)).json()
    assert stands["article"]["url"] == "https://news.example/1"


async def test_only_what_stands_in_the_article_is_triaged_where_it_is_asked(ds):
    done = (await bring(ds)).json()
    filed = {row["claim_id"] for row in done["claims"]}
    address = f"/claims/-/triage.json?article={done['article_id']}"
    queue = (await ds.client.get(address, actor=EDITOR)).json()
    assert (queue["waiting"], queue["case"]["claim"]["id"] in filed) == (2, True)
    first = queue["case"]["claim"]["id"]
    decide = f"/claims/-/claim/{first}/triage?skip=0&article={done['article_id']}"
    accepted = await ds.client.post(decide, data={"decision": "accept"}, headers=HTML, actor=EDITOR)
    assert accepted.headers["location"].endswith(f"/triage?skip=0&article={done['article_id']}")
    note = ds.unsign(accepted.cookies["claimtrack_done"], "claimtrack-done")
    undone = await ds.client.post(note["undo"], data=note["values"], headers=HTML, actor=EDITOR)
    assert undone.headers["location"].endswith(f"/triage?skip=0&article={done['article_id']}")
    page = (await ds.client.get(f"/claims/-/triage?article={done['article_id']}&skip=1", actor=EDITOR)).text
    assert f"skip=0&amp;article={done['article_id']}" in page
    nothing = (await ds.client.get("/claims/-/triage?article=1", actor=EDITOR)).text
    assert "No claims from it are waiting for triage." in nothing
    assert (await ds.client.get("/claims/-/triage?article=99", actor=EDITOR)).status_code == 404


async def test_a_dry_run_shows_all_and_writes_nothing(ds, path):
    def held():
        with sqlite3.connect(path) as conn:
            return conn.execute(
                "select (select count(*) from articles), (select count(*) from claims)"
            ).fetchone()

    before = held()
    done = (await bring(ds, dry_run=True)).json()
    assert [(row["outcome"], row["claim_id"]) for row in done["claims"]] == [("new", None)] * 2
    assert (
        done["message"]
        == "2 new, 0 repeating a claim of the desk, 0 known. This is a preview: nothing was written."
    )
    page = await typed(ds, text=QUAY, outlet="The Quay", dry_run="1")
    assert page.status_code == 200
    assert "We carried 31,000 people in May" in page.text.split('id="article-form"')[0]
    assert 'value="The Quay"' in page.text
    assert QUAY.splitlines()[0] in entities.unescape(page.text.split("<textarea")[1])
    assert "Not saved" not in page.text
    assert 'href="/claims/-/bring" aria-current="page"' in page.text
    assert held() == before
    await bring(ds)
    known = (await bring(ds, dry_run=True)).json()
    assert {row["outcome"] for row in known["claims"]} == {"known"}


FILES = [
    pytest.param("quay.txt", QUAY.encode("utf-16"), id="text of another encoding"),
    pytest.param(
        "quay.html",
        b"<html><head><title>Fares up</title></head><body><article><p>" + QUAY.encode() + b"</p></article></body></html>",
        id="HTML",
    ),
    pytest.param("C:\\notes\\quay.md", b"# Fares up\n\n" + QUAY.encode(), id="Markdown, by a Windows path"),
    pytest.param(
        "quay.eml",
        b"From: Desk <d@quay.example>\nSubject: Fares\nDate: Wed, 5 Mar 2025 10:00:00 +0000\nMIME-Version: 1.0\n"
        b"Content-Type: text/plain; charset=utf-8\n\n" + QUAY.encode(),
        id="an e-mail",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data"), FILES)
async def test_a_file_is_read_as_ingest_reads_it(ds, name, data):
    response = await typed(ds, files={"file": (name, data)}, text="")
    assert response.status_code == 303, response.text
    assert message(ds, response).startswith("2 new")
    article = (await ds.client.get("/claims/-/article/2.json", actor=EDITOR)).json()["article"]
    assert article["source"] == name.rsplit("\\", 1)[-1]


async def test_subtitles_are_read_as_such(ds):
    captions = b"WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ida Voss>We carried 31,000 people in May.\n"
    for given in ({"files": {"file": ("talk.vtt", captions)}}, {"text": captions.decode()}):
        response = await typed(ds, **given)
        assert response.status_code == 303, response.text
    shown = await claim(ds, 6)
    assert (shown["claim"]["text"], shown["claim"]["claimant"]) == (
        "We carried 31,000 people in May.",
        "Ida Voss",
    )


async def test_a_program_sends_a_file_and_is_answered_in_json(ds):
    response = await ds.client.post(BRING, files={"file": ("quay.txt", QUAY.encode())}, actor=REPORTER)
    assert (response.status_code, response.json()["new"]) == (200, 2)


async def test_whose_speech_it_is_is_told(ds):
    speech = "Friends, we carried 31,000 people in May."
    done = (await bring(ds, text=speech, speaker="Ida Voss", outlet="The Quay")).json()
    assert (await claim(ds, done["claims"][0]["claim_id"]))["claim"]["claimant"] == "Ida Voss"


REFUSED = [
    pytest.param({"text": ""}, "is missing: paste its text, or choose a file", id="nothing"),
    pytest.param({"text": " \n "}, "text is empty", id="blanks"),
    pytest.param({"published_on": "5.3.2025"}, "YYYY-MM-DD", id="a day in another order"),
    pytest.param({"published_on": "2999-01-01"}, "is in the future: give a date up to today", id="a day to come"),
    pytest.param({"url": "quay"}, "http", id="an address that is none"),
    pytest.param({"speaker": "Ida " * 200}, "300", id="a name that is far too long"),
    pytest.param({"text": "Fares rose. " * 9_000}, "characters, and the limit is 100,000:", id="a book"),
]  # fmt: skip


@each_row(("values", "told"), REFUSED)
async def test_what_is_refused_is_told_in_the_form_with_all_that_was_typed(ds, values, told):
    given = {"text": QUAY, "outlet": "The Quay & Co", **values}
    response = await typed(ds, **given)
    assert (response.status_code, told in entities.unescape(response.text)) == (400, True), response.text
    assert "Traceback" not in response.text
    assert "The Quay &amp; Co" in response.text
    kept = entities.unescape(response.text.split("<textarea", 1)[1].split("</textarea>")[0])
    assert given["text"].strip() in kept
    program = await bring(ds, **values)
    assert (program.status_code, told in program.json()["error"]) == (400, True)


NO_ARTICLES = [
    pytest.param("quay.txt", b"", "is empty", id="an empty file"),
    pytest.param("quay.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0\1\2" * 90, "quay.png", id="a picture"),
    pytest.param("quay.pdf", b"%PDF-1.7\nbroken", "quay.pdf", id="a broken PDF"),
    pytest.param("quay.txt", b"x" * 5_000_001, "larger than 5 MB", id="a file that is too large"),
    pytest.param(
        "quay.rss",
        b'<rss version="2.0"><channel><title>Q</title>'
        + b"".join(b"<item><title>T%d</title><description>Fares rose by %d percent in May.</description></item>" % (n, n) for n in (3, 4))
        + b"</channel></rss>",
        "holds 2 articles",
        id="a feed",
    ),
]  # fmt: skip


@each_row(("name", "data", "told"), NO_ARTICLES)
async def test_a_file_that_cannot_be_read_is_told_and_to_be_chosen_again(ds, name, data, told):
    response = await typed(ds, files={"file": (name, data)}, outlet="The Quay")
    text = entities.unescape(response.text)
    assert (response.status_code, told in text) == (400, True), text
    assert f"Choose <bdi>{name}</bdi> again" in text
    assert 'value="The Quay"' in text


async def test_a_text_and_a_file_are_not_taken_for_one_another(ds):
    response = await typed(ds, files={"file": ("quay.txt", QUAY.encode())}, text=QUAY)
    assert "Both a text and a file were given: choose one." in response.text


async def test_a_form_that_is_far_too_large_or_broken_is_refused(ds, monkeypatch):
    from claimtrack.plugin import submission

    monkeypatch.setattr(submission, "_MAX_FORM", 1_000)
    response = await typed(ds, text="x" * 2_000)
    assert (response.status_code, "The form cannot be read" in response.text) == (400, True)
    response = await typed(ds, text="Fares", files={"file": ("quay.txt", b"x" * 200_000)}, outlet="The Quay")
    assert (response.status_code, "The form cannot be read" in response.text) == (400, True)
    assert 'value="The Quay"' in response.text  # behind the file
    assert "Fares</textarea>" in response.text  # and before it
    broken = await ds.client.post(
        BRING, content=b"nothing", headers={**HTML, "content-type": "multipart/form-data"}, actor=REPORTER
    )
    assert (broken.status_code, "The form cannot be read" in broken.text) == (400, True)


async def test_a_file_in_json_is_told_how_it_is_sent(ds):
    response = await ds.client.post(BRING, json={"file": "quay.txt"}, actor=REPORTER)
    assert (response.status_code, "multipart/form-data" in response.json()["error"]) == (400, True)


async def test_another_language_and_a_text_without_a_claim_are_told(ds):
    german = "Die Preise für die Fähre sind im Mai um neun Prozent gestiegen, sagte der Hafenmeister am Dienstag dem Rat der Stadt."
    response = await typed(ds, text=german)
    told = message(ds, response)
    assert "this is not in English but, as it seems, in German: only quotations are proposed from" in told
    assert "mark claims on the article's page, or file them as claims." in told
    empty = await typed(ds, text="Fares of the ferry")
    told = message(ds, empty)
    assert "No claims were found. Short lines" in told
    assert "is kept without claims. On its page" in told
    assert "claimtrack" not in told
    assert "--min-score" not in told


async def test_what_is_hostile_is_shown_as_text(ds):
    evil = '<script>alert(1)</script> "We carried 31,000 people in May," said Ida <b onx=1>Voss.'
    page = await typed(ds, text=f"{evil}\n\n{QUAY}", outlet='"><script>alert(2)</script>', dry_run="1")
    assert "<script>alert(" not in page.text
    filed = await typed(ds, text=f"{evil}\n\n{QUAY}", title="<script>alert(3)</script>")
    shown = (await ds.client.get(filed.headers["location"], actor=EDITOR)).text
    assert "<script>alert(" not in shown


async def test_the_address_is_not_opened(ds, monkeypatch):
    from claimtrack.fetch import web

    monkeypatch.setattr(web, "get", lambda *args, **more: pytest.fail("the desk opened an address"))
    assert (await bring(ds, url="http://127.0.0.1:1/admin")).status_code == 200


async def test_who_may_file_claims_may_and_nobody_else(ds):
    for actor in (None, VIEWER):
        assert (await bring(ds, actor=actor)).status_code == 403
        assert "Bring in an article" not in (await ds.client.get("/claims/-/desk", actor=actor)).text
    assert "Bring in an article" in (await ds.client.get("/claims/-/desk", actor=REPORTER)).text
    there = await ds.client.post(
        BRING,
        json={"text": QUAY},
        headers={"sec-fetch-site": "cross-site", "origin": "https://evil.example"},
        actor=REPORTER,
    )
    assert there.status_code == 403


async def test_while_it_is_read_others_write(ds, monkeypatch):
    """What takes long runs outside the transaction."""
    held = []
    read = uploading.read_article

    def looked_at(db, handed):
        held.append(db.conn.in_transaction)
        return read(db, handed)

    monkeypatch.setattr(uploading, "read_article", looked_at)
    assert (await bring(ds)).status_code == 200
    assert held == [False]


async def test_what_somebody_files_while_it_is_read_is_not_filed_twice(ds, path, monkeypatch):
    read = uploading.read_article

    def read_while_another_files(db, handed):
        found = read(db, handed)
        desk = open_desk(path)
        add_claim(
            desk, NewClaim("Fares to the islands rose by 9 percent in 2024", "Ida Voss", "Radio"), actor="x"
        )
        desk.close()
        return found

    monkeypatch.setattr(uploading, "read_article", read_while_another_files)
    done = (await bring(ds)).json()
    assert (done["new"], done["repeated"]) == (1, 1)


async def test_a_message_in_letters_that_take_more_room_still_reaches_the_next_page(ds):
    await bring(ds, url="https://quay.example/1", title="Alt")
    told = await typed(ds, text=QUAY, url="https://quay.example/1", title="\u0416" * 2_000)
    assert len(told.cookies["claimtrack_done"]) <= flash._MAX_COOKIE
    assert message(ds, told).startswith("The desk already has this article:")


async def test_a_page_written_anew_is_told_apart_and_made_a_version_in_the_form(ds):
    at = {"url": "https://quay.example/1"}
    await bring(ds, **at)
    number = (await bring(ds, **at)).json()["article_id"]
    other = "Fares to the islands fell by 4 percent in 2025, the harbour master Ida Voss said on Tuesday."
    told = message(ds, await typed(ds, text=other, **at))
    assert f"is at the same address as article {number}, but is treated as another" in told
    assert "as a new version of article" in told
    told = message(ds, await typed(ds, text=other, version_of=str(number), **at))
    assert f"is a new version of article {number}." in told
    assert "It no longer contains claim" in told
