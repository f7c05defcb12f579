"""An article is brought in as text or as a file: previewed, filed, undone, or refused."""

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

from .conftest import EDITOR, HTML, REPORTER, VIEWER, read_flash

pytestmark = pytest.mark.asyncio

QUAY = (
    "Fares to the islands rose by 9 percent in 2024, the harbour master Ida Voss said on Tuesday.\n\n"
    '"We carried 31,000 people in May," Voss told the council.\n'
)
BRING = "/claims/-/bring/article"


async def bring(ds, actor=REPORTER, **values):
    return await ds.client.post(BRING, json={"text": QUAY, **values}, actor=actor)


async def submit_form(ds, files=None, **values):
    """Post the form as a browser does: with a file part even where none was chosen."""
    chosen = files or {"file": ("", b"", "application/octet-stream")}
    return await ds.client.post(BRING, data=values, files=chosen, headers=HTML, actor=REPORTER)


def message(ds, response):
    return read_flash(ds, response)["message"]


async def claim_page(ds, claim_id):
    return (await ds.client.get(f"/claims/-/claim/{claim_id}.json", actor=EDITOR)).json()


async def test_a_text_that_states_its_day_is_named_until_somebody_gives_the_date(ds):
    dated = {"text": f"Council on fares, 12 March 2024\n\n{QUAY}"}
    planned = (await bring(ds, **dated, dry_run=True)).json()
    told = "the text begins or ends with 2024-03-12. If it was published then, "
    assert f"No date is given, and {told}fill in that date" in planned["told"]
    filed = message(ds, await submit_form(ds, **dated))
    assert f"has no date, and {told}bring it in again with that date." in filed
    again = message(ds, await submit_form(ds, **dated, published_on="2024-03-12"))
    assert "Filled in: date 2024-03-12" in again
    assert told not in again
    assert not any(told in one for one in (await bring(ds, published_on="2024-03-12")).json()["told"])


async def test_the_json_response_says_how_to_undo_an_import(ds):
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


async def test_an_import_is_undone_from_the_next_page(ds):
    before = await ds.get_database("claims").execute("select max(id) from articles")
    done = await submit_form(ds, text=QUAY)
    note = read_flash(ds, done)
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
    again = await submit_form(ds, text=QUAY)
    assert "2 new" in message(ds, again)


async def test_links_in_an_article_become_evidence_if_ticked(ds):
    draft = QUAY.replace("9 percent", "[9 percent](https://stats.example/fares)")
    first = await submit_form(ds, text=draft)
    assert "1 link. Add what you need from them" in message(ds, first)
    assert "To file links and footnotes as evidence, bring it in again with that ticked." in message(
        ds, first
    )
    shown = (await submit_form(ds, text=draft, links="1", dry_run="1")).text
    assert "Links and footnotes: 1 would be filed as evidence" in shown
    assert 'name="links" value="1" checked' in shown
    done = await submit_form(ds, text=draft, links="1")
    assert "Links and footnotes: 1 filed as evidence" in message(ds, done)
    [number] = re.findall(r"article/(\d+)", done.headers["location"])
    found = (await ds.client.get(f"/claims/-/article/{number}.json", actor=EDITOR)).json()["appearances"]
    evidence = [(await claim_page(ds, row["claim_id"]))["evidence"] for row in found]
    assert [[(link["url"], link["added_by"]) for link in links] for links in evidence] == [
        [("https://stats.example/fares", "rob")],
        [],
    ]


async def test_recent_imports_are_listed_for_their_importer_and_can_be_undone(ds):
    """The message with its undo is long gone; the list shows only one's own imports."""
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


async def test_imports_by_others_do_not_push_ones_own_off_the_list(ds, monkeypatch):
    monkeypatch.setattr("claimtrack.plugin.pages.bring._MAX_IMPORTS", 1)
    await bring(ds, title="Fares")
    for millions in (3, 4, 5):
        await bring(ds, actor=EDITOR, text=f"The quay cost {millions} million, the council said.")
    imports = (await ds.client.get("/claims/-/bring.json", actor=REPORTER)).json()["imports"]
    assert [row["what"] for row in imports] == ["Fares"]


async def test_an_import_whose_claims_were_changed_cannot_be_deleted(ds):
    done = (await bring(ds)).json()
    note = {"body": "Ask her."}
    await ds.client.post(f"/claims/-/claim/{done['claims'][0]['claim_id']}/note", json=note, actor=EDITOR)
    page = (await ds.client.get("/claims/-/bring", actor=REPORTER)).text
    assert ("these claims were changed since" in page, "Delete<" in page) == (
        True,
        False,
    )


async def test_claims_in_pasted_text_are_filed_as_proposed(ds):
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
    shown = await claim_page(ds, done["claims"][0]["claim_id"])
    assert (shown["claim"]["status"], shown["claim"]["claimant"]) == ("proposed", "Ida Voss")
    page = (await ds.client.get(f"/claims/-/article/{done['article_id']}.json", actor=EDITOR)).json()
    assert {name: page["article"][name] for name in values} == values
    assert page["article"]["source"] is None
    history = (await ds.client.get("/claims/history.json?_shape=array&_sort_desc=id", actor=EDITOR)).json()
    assert history[0]["actor"] == "rob"


async def test_the_form_redirects_to_the_article_and_reports_new_and_repeated_claims(ds, path):
    db = open_desk(path)
    known = add_claim(
        db, NewClaim("Fares to the islands rose by 9 percent in 2024", "Ida Voss", "Radio"), actor="x"
    )
    db.close()
    response = await submit_form(ds, text=QUAY.replace("\n", "\r\n"), url="", outlet="")
    assert response.status_code == 303, response.text
    assert response.headers["location"] == "/claims/-/article/3"
    assert (
        message(ds, response)
        == f"1 new, 1 repeating a claim of the desk, 0 known. It repeats claim {known.claim_id}."
    )
    page = (await ds.client.get("/claims/-/article/3", actor=REPORTER)).text
    assert "/claims/-/triage?article=3" in page
    assert "seen 2 times" in page


async def test_the_same_text_brought_in_again_is_recognised(ds):
    first = (await bring(ds)).json()
    again = await submit_form(ds, text=QUAY)
    assert again.headers["location"].endswith(f"/article/{first['article_id']}")
    assert (
        message(ds, again)
        == "The desk already has this article: 0 new, 0 repeating a claim of the desk, 2 known."
    )
    third = await submit_form(ds, text=QUAY, published_on="2025-03-05")
    assert "is already on the desk. Filled in: date 2025-03-05" in message(ds, third)
    other = await submit_form(ds, text=QUAY.partition("\n")[0])
    assert (
        message(ds, other) == "0 new, 1 repeating a claim of the desk, 0 known. It repeats claim "
        f"{first['claims'][0]['claim_id']}."
    )


@each_row("first", [{}, {"url": "https://news.example/1", "outlet": "The Quay"}])
async def test_the_same_text_with_and_without_an_address_is_one_article(ds, first):
    second = {"url": "https://news.example/1"} if not first else {}
    article_id = (await bring(ds, **first)).json()["article_id"]
    again = (await bring(ds, **second)).json()
    assert (again["article_id"], again["new"], again["repeated"], again["known"]) == (article_id, 0, 0, 2)
    page = (await ds.client.get(f"/claims/-/article/{article_id}.json", actor=EDITOR)).json()
    assert page["article"]["url"] == "https://news.example/1"


async def test_triage_of_an_article_stays_within_its_claims(ds):
    done = (await bring(ds)).json()
    filed = {row["claim_id"] for row in done["claims"]}
    address = f"/claims/-/triage.json?article={done['article_id']}"
    queue = (await ds.client.get(address, actor=EDITOR)).json()
    assert (queue["waiting"], queue["case"]["claim"]["id"] in filed) == (2, True)
    first = queue["case"]["claim"]["id"]
    decide = f"/claims/-/claim/{first}/triage?skip=0&article={done['article_id']}"
    accepted = await ds.client.post(decide, data={"decision": "accept"}, headers=HTML, actor=EDITOR)
    assert accepted.headers["location"].endswith(f"/triage?skip=0&article={done['article_id']}")
    note = read_flash(ds, accepted)
    undone = await ds.client.post(note["undo"], data=note["values"], headers=HTML, actor=EDITOR)
    assert undone.headers["location"].endswith(f"/triage?skip=0&article={done['article_id']}")
    page = (await ds.client.get(f"/claims/-/triage?article={done['article_id']}&skip=1", actor=EDITOR)).text
    assert f"skip=0&amp;article={done['article_id']}" in page
    nothing = (await ds.client.get("/claims/-/triage?article=1", actor=EDITOR)).text
    assert "No claims from it are waiting for triage." in nothing
    assert (await ds.client.get("/claims/-/triage?article=99", actor=EDITOR)).status_code == 404


async def test_a_preview_shows_the_claims_and_writes_nothing(ds, path):
    def counts():
        with sqlite3.connect(path) as conn:
            return conn.execute(
                "select (select count(*) from articles), (select count(*) from claims)"
            ).fetchone()

    before = counts()
    done = (await bring(ds, dry_run=True)).json()
    assert [(row["outcome"], row["claim_id"]) for row in done["claims"]] == [("new", None)] * 2
    assert (
        done["message"]
        == "2 new, 0 repeating a claim of the desk, 0 known. This is a preview: nothing was written."
    )
    page = await submit_form(ds, text=QUAY, outlet="The Quay", dry_run="1")
    assert page.status_code == 200
    assert "We carried 31,000 people in May" in page.text.split('id="article-form"')[0]
    assert 'value="The Quay"' in page.text
    assert QUAY.splitlines()[0] in entities.unescape(page.text.split("<textarea")[1])
    assert "Not saved" not in page.text
    assert 'href="/claims/-/bring" aria-current="page"' in page.text
    assert counts() == before
    await bring(ds)
    known = (await bring(ds, dry_run=True)).json()
    assert {row["outcome"] for row in known["claims"]} == {"known"}


FILES = [
    pytest.param("quay.txt", QUAY.encode("utf-16"), id="text in UTF-16"),
    pytest.param(
        "quay.html",
        b"<html><head><title>Fares up</title></head><body><article><p>" + QUAY.encode() + b"</p></article></body></html>",
        id="HTML",
    ),
    pytest.param("C:\\notes\\quay.md", b"# Fares up\n\n" + QUAY.encode(), id="Markdown, with a Windows path"),
    pytest.param(
        "quay.eml",
        b"From: Desk <d@quay.example>\nSubject: Fares\nDate: Wed, 5 Mar 2025 10:00:00 +0000\nMIME-Version: 1.0\n"
        b"Content-Type: text/plain; charset=utf-8\n\n" + QUAY.encode(),
        id="an email",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data"), FILES)
async def test_an_uploaded_file_is_read_as_ingest_reads_it(ds, name, data):
    response = await submit_form(ds, files={"file": (name, data)}, text="")
    assert response.status_code == 303, response.text
    assert message(ds, response).startswith("2 new")
    article = (await ds.client.get("/claims/-/article/2.json", actor=EDITOR)).json()["article"]
    assert article["source"] == name.rsplit("\\", 1)[-1]


async def test_subtitles_are_recognised_as_a_file_and_as_text(ds):
    captions = b"WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ida Voss>We carried 31,000 people in May.\n"
    for submitted in ({"files": {"file": ("talk.vtt", captions)}}, {"text": captions.decode()}):
        response = await submit_form(ds, **submitted)
        assert response.status_code == 303, response.text
    shown = await claim_page(ds, 6)
    assert (shown["claim"]["text"], shown["claim"]["claimant"]) == (
        "We carried 31,000 people in May.",
        "Ida Voss",
    )


async def test_a_file_sent_by_a_program_is_answered_in_json(ds):
    response = await ds.client.post(BRING, files={"file": ("quay.txt", QUAY.encode())}, actor=REPORTER)
    assert (response.status_code, response.json()["new"]) == (200, 2)


async def test_claims_in_a_speech_are_attributed_to_the_given_speaker(ds):
    speech = "Friends, we carried 31,000 people in May."
    done = (await bring(ds, text=speech, speaker="Ida Voss", outlet="The Quay")).json()
    assert (await claim_page(ds, done["claims"][0]["claim_id"]))["claim"]["claimant"] == "Ida Voss"


REFUSED = [
    pytest.param({"text": ""}, "is missing: paste its text, or choose a file", id="nothing"),
    pytest.param({"text": " \n "}, "text is empty", id="blanks"),
    pytest.param({"published_on": "5.3.2025"}, "YYYY-MM-DD", id="a date in another format"),
    pytest.param({"published_on": "2999-01-01"}, "is in the future: give a date up to today", id="a date in the future"),
    pytest.param({"url": "quay"}, "http", id="an invalid address"),
    pytest.param({"speaker": "Ida " * 200}, "300", id="a name that is far too long"),
    pytest.param({"text": "Fares rose. " * 9_000}, "characters, and the limit is 100,000:", id="a book"),
]  # fmt: skip


@each_row(("values", "expected"), REFUSED)
async def test_a_refused_article_form_says_why_and_keeps_what_was_typed(ds, values, expected):
    form = {"text": QUAY, "outlet": "The Quay & Co", **values}
    response = await submit_form(ds, **form)
    assert (response.status_code, expected in entities.unescape(response.text)) == (400, True), response.text
    assert "Traceback" not in response.text
    assert "The Quay &amp; Co" in response.text
    textarea = entities.unescape(response.text.split("<textarea", 1)[1].split("</textarea>")[0])
    assert form["text"].strip() in textarea
    program = await bring(ds, **values)
    assert (program.status_code, expected in program.json()["error"]) == (400, True)


UNREADABLE_FILES = [
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


@each_row(("name", "data", "expected"), UNREADABLE_FILES)
async def test_an_unreadable_file_is_reported_and_must_be_chosen_again(ds, name, data, expected):
    response = await submit_form(ds, files={"file": (name, data)}, outlet="The Quay")
    text = entities.unescape(response.text)
    assert (response.status_code, expected in text) == (400, True), text
    assert f"Choose <bdi>{name}</bdi> again" in text
    assert 'value="The Quay"' in text


async def test_text_and_a_file_together_are_refused(ds):
    response = await submit_form(ds, files={"file": ("quay.txt", QUAY.encode())}, text=QUAY)
    assert "Both a text and a file were given: choose one." in response.text


async def test_an_oversized_or_malformed_form_is_refused(ds, monkeypatch):
    from claimtrack.plugin import submission

    monkeypatch.setattr(submission, "_MAX_FORM", 1_000)
    response = await submit_form(ds, text="x" * 2_000_000)
    assert (response.status_code, "The file or text is too large (2 MB)" in response.text) == (400, True)
    response = await submit_form(
        ds, text="Fares", files={"file": ("quay.txt", b"x" * 200_000)}, outlet="The Quay"
    )
    assert (response.status_code, "The file or text is too large" in response.text) == (400, True)
    assert 'value="The Quay"' in response.text  # after the file
    assert "Fares</textarea>" in response.text  # before the file
    broken = await ds.client.post(
        BRING, content=b"nothing", headers={**HTML, "content-type": "multipart/form-data"}, actor=REPORTER
    )
    assert (broken.status_code, "The form cannot be read" in broken.text) == (400, True)


async def test_a_file_field_in_json_is_refused_naming_multipart(ds):
    response = await ds.client.post(BRING, json={"file": "quay.txt"}, actor=REPORTER)
    assert (response.status_code, "multipart/form-data" in response.json()["error"]) == (400, True)


async def test_text_in_another_language_or_without_claims_is_reported(ds):
    german = "Die Preise für die Fähre sind im Mai um neun Prozent gestiegen, sagte der Hafenmeister am Dienstag dem Rat der Stadt."
    response = await submit_form(ds, text=german)
    shown = message(ds, response)
    assert "this is not in English but, as it seems, in German: only quotations are proposed from" in shown
    assert "mark claims on the article's page, or file them as claims." in shown
    empty = await submit_form(ds, text="Fares of the ferry")
    shown = message(ds, empty)
    assert "No claims were found. Short lines" in shown
    assert "is kept without claims. On its page" in shown
    assert "claimtrack" not in shown
    assert "--min-score" not in shown


async def test_hostile_html_in_an_article_is_shown_as_text(ds):
    evil = '<script>alert(1)</script> "We carried 31,000 people in May," said Ida <b onx=1>Voss.'
    page = await submit_form(ds, text=f"{evil}\n\n{QUAY}", outlet='"><script>alert(2)</script>', dry_run="1")
    assert "<script>alert(" not in page.text
    filed = await submit_form(ds, text=f"{evil}\n\n{QUAY}", title="<script>alert(3)</script>")
    shown = (await ds.client.get(filed.headers["location"], actor=EDITOR)).text
    assert "<script>alert(" not in shown


async def test_the_given_address_is_not_fetched(ds, monkeypatch):
    from claimtrack.fetch.web import request as web

    monkeypatch.setattr(web, "get", lambda *args, **more: pytest.fail("the desk opened an address"))
    assert (await bring(ds, url="http://127.0.0.1:1/admin")).status_code == 200


async def test_only_actors_who_may_file_claims_can_bring_in_articles(ds):
    for actor in (None, VIEWER):
        assert (await bring(ds, actor=actor)).status_code == 403
        assert "Bring in an article" not in (await ds.client.get("/claims/-/desk", actor=actor)).text
    assert "Bring in an article" in (await ds.client.get("/claims/-/desk", actor=REPORTER)).text
    refused = await ds.client.post(
        BRING,
        json={"text": QUAY},
        headers={"sec-fetch-site": "cross-site", "origin": "https://evil.example"},
        actor=REPORTER,
    )
    assert refused.status_code == 403


async def test_an_article_is_read_outside_the_transaction(ds, monkeypatch):
    """Reading takes long, and others must be able to write meanwhile."""
    in_transaction = []
    read = uploading.read_article

    def observe(db, handed):
        in_transaction.append(db.conn.in_transaction)
        return read(db, handed)

    monkeypatch.setattr(uploading, "read_article", observe)
    assert (await bring(ds)).status_code == 200
    assert in_transaction == [False]


async def test_a_claim_filed_while_an_article_is_read_is_not_filed_twice(ds, path, monkeypatch):
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


async def test_a_long_message_in_multibyte_letters_still_fits_the_cookie(ds):
    await bring(ds, url="https://quay.example/1", title="Alt")
    response = await submit_form(ds, text=QUAY, url="https://quay.example/1", title="\u0416" * 2_000)
    assert len(response.cookies["claimtrack_done"]) <= flash._MAX_COOKIE
    assert message(ds, response).startswith("The desk already has this article:")


async def test_a_new_text_at_a_known_address_becomes_a_version_only_on_request(ds):
    at = {"url": "https://quay.example/1"}
    await bring(ds, **at)
    number = (await bring(ds, **at)).json()["article_id"]
    new_text = "Fares to the islands fell by 4 percent in 2025, the harbour master Ida Voss said on Tuesday."
    shown = message(ds, await submit_form(ds, text=new_text, **at))
    assert f"is at the same address as article {number}, but is treated as another" in shown
    assert "as a new version of article" in shown
    shown = message(ds, await submit_form(ds, text=new_text, version_of=f" {number} ", **at))
    assert f"is a new version of article {number}." in shown
    assert "It no longer contains claim" in shown


async def test_a_copy_of_an_articles_page_is_filed_on_its_page(ds):
    article_id = (await bring(ds, url="https://quay.example/9")).json()["article_id"]
    page = f"/claims/-/article/{article_id}"
    given = {"archived_url": "https://archive.example/9"}
    sent = await ds.client.post(f"{page}/copy", data=given, headers=HTML, actor=REPORTER)
    assert message(ds, sent) == "Copy saved."
    shown = (await ds.client.get(page)).text
    assert re.search(r'href="https://archive.example/9"[^>]*><bdi>archived copy', shown)
    nowhere = (await bring(ds, text="The ferry lost 40 passengers in May.")).json()["article_id"]
    for path, wrong in ((page, "no address"), (f"/claims/-/article/{nowhere}", "https://archive.example/1")):
        refused = await ds.client.post(f"{path}/copy", json={"archived_url": wrong}, actor=REPORTER)
        assert (refused.status_code, "web address" in refused.text) == (400, True)


async def test_an_article_is_marked_as_withdrawn_on_its_page_and_restored(ds):
    article_id = (await bring(ds)).json()["article_id"]
    page = f"/claims/-/article/{article_id}"
    given = {"withdrawn_on": "2025-03-06", "note": "<b>Made up</b>"}
    sent = await ds.client.post(f"{page}/withdraw", data=given, headers=HTML, actor=REPORTER)
    assert message(ds, sent) == "Marked as withdrawn on 2025-03-06."
    shown = (await ds.client.get(page, actor=REPORTER)).text
    assert "Withdrawn by its outlet on 2025-03-06: <bdi>&lt;b&gt;Made up&lt;/b&gt;</bdi>" in shown
    triage = (await ds.client.get(f"/claims/-/triage?article={article_id}", actor=REPORTER)).text
    assert "article withdrawn by its outlet on 2025-03-06" in triage
    assert (
        "</span>, <strong>its article was withdrawn</strong></p>"
        in (await ds.client.get("/claims/-/desk")).text
    )
    claim = re.search(r'href="(/claims/-/claim/\d+)"', shown)[1]
    assert "<strong>its article was withdrawn</strong></dd>" in (await ds.client.get(claim)).text
    again = await ds.client.post(
        f"{page}/withdraw", json={"note": "Made up, says the editor"}, actor=REPORTER
    )
    assert again.json()["withdrawn_on"] == "2025-03-06"
    given = {"withdrawn_on": "2025-03-05"}
    for undo in (True, False):  # the second changes nothing
        told = (await ds.client.post(f"{page}/withdraw", json=given, actor=REPORTER)).json()
        assert (told["message"], bool(told["undo"])) == ("Marked as withdrawn on 2025-03-05.", undo)
    shown = (await ds.client.get(page, actor=REPORTER)).text
    assert "Withdrawn by its outlet on 2025-03-05: <bdi>Made up, says the editor</bdi>" in shown
    refused = await ds.client.post(f"{page}/withdraw", json={"withdrawn_on": "2999-01-01"}, actor=REPORTER)
    assert (refused.status_code, "in the future" in refused.json()["error"]) == (400, True)
    assert (await ds.client.post(f"{page}/withdraw", json=given, actor=VIEWER)).status_code == 403
    restored = await ds.client.post(f"{page}/restore", json={}, actor=REPORTER)
    assert (restored.json()["withdrawn_on"], len(restored.json()["claims"])) == (None, 2)
    assert restored.json()["no_longer_due_claim_ids"] == restored.json()["still_due_claim_ids"] == []
    assert "Withdrawn by its outlet on" not in (await ds.client.get(page, actor=REPORTER)).text
