"""Pages that were opened before the desk was put back from a backup, or on another desk: numbers there may be those of something else here."""

from __future__ import annotations

import shutil
from contextlib import closing
from html import unescape

import pytest
from lxml.html import document_fromstring

from claimtrack.store.file.copying import backup
from claimtrack.store.file.database import open_desk
from claimtrack.workflow.adding import NewClaim, add_claim

from .conftest import EDITOR, HTML, REPORTER

pytestmark = pytest.mark.asyncio
CLAIM = "/claims/-/claim/1"


@pytest.fixture
def kept(path, tmp_path):
    """A backup of the desk."""
    out = tmp_path / "kept.db"
    with closing(open_desk(path)) as db:
        backup(db, out)
    return out


def put_back(path, kept):
    """Put the backup in the place of the desk, as docs/install.md says."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)
    shutil.copy(kept, path)


def add_claims(path, *texts):
    with closing(open_desk(path)) as db:
        for text in texts:
            add_claim(db, NewClaim(text), actor="eve")


def fields_of(page, path):
    [form] = [one for one in document_fromstring(page.text).forms if one.action == path]
    return dict(form.form_values())


async def test_a_form_from_before_a_restore_is_shown_again_before_it_is_sent(path, kept, serve):
    """Its version was above that of the desk, and compared with nothing; a note asks for no version."""
    add_claims(path, "Tram fares rose by 4 percent")
    before = await serve(path)
    shown = fields_of(await before.client.get(CLAIM, actor=REPORTER), f"{CLAIM}/note")
    put_back(path, kept)
    ds = await serve(path)
    late = await ds.client.post(
        f"{CLAIM}/note", data={**shown, "body": "Rang the depot"}, headers=HTML, actor=REPORTER
    )
    assert late.status_code == 409
    assert "put back from a backup" in late.text
    again = fields_of(late, f"{CLAIM}/note")
    assert again["body"].strip() == "Rang the depot"
    saved = await ds.client.post(f"{CLAIM}/note", data=again, headers=HTML, actor=REPORTER)
    assert saved.status_code == 303


async def test_it_is_recognised_even_after_as_much_was_done_anew(path, kept, serve):
    add_claims(path, "Tram fares rose by 4 percent")
    before = await serve(path)
    shown = fields_of(await before.client.get("/claims/-/claim/6", actor=REPORTER), "/claims/-/claim/6/note")
    put_back(path, kept)
    add_claims(path, "The pier was closed for 9 weeks", "The library lends 300 books a day")
    ds = await serve(path)
    late = await ds.client.post(
        "/claims/-/claim/6/note", data={**shown, "body": "Rang the depot"}, headers=HTML, actor=REPORTER
    )
    assert late.status_code == 409
    assert "The pier was closed" in unescape(late.text)
    now = (await ds.client.get("/claims/-/claim/6.json", actor=REPORTER)).json()
    assert now["notes"] == []


async def test_undo_from_before_a_restore_undoes_nothing(path, kept, serve):
    before = await serve(path)
    done = await before.client.post(
        f"{CLAIM}/priority", data={"priority": "high"}, headers=HTML, actor=REPORTER
    )
    shown = await before.client.get(
        CLAIM, actor=REPORTER, cookies={"claimtrack_done": done.cookies["claimtrack_done"]}
    )
    undo = fields_of(shown, "/claims/-/undo")
    put_back(path, kept)
    ds = await serve(path)
    await ds.client.post(
        "/claims/-/claim/2/priority", data={"priority": "high"}, headers=HTML, actor=REPORTER
    )
    late = await ds.client.post("/claims/-/undo", data=undo, headers=HTML, actor=REPORTER)
    assert late.status_code == 303
    there = (await ds.client.get("/claims/-/claim/2.json", actor=REPORTER)).json()
    assert there["claim"]["priority"] == "high"


async def test_a_program_with_a_version_above_the_desks_is_refused(path, serve):
    ds = await serve(path)
    version = (await ds.client.get(f"{CLAIM}.json", actor=EDITOR)).json()["desk_version"]
    for sent, status in ((version + 1, 409), (version, 200)):
        answer = await ds.client.post(f"{CLAIM}/edit", json={"text": "x y z", "version": sent}, actor=EDITOR)
        assert answer.status_code == status
