"""The page with the verdicts on a claim as text for an article."""

from __future__ import annotations

import re
from html import unescape

import pytest

from claimtrack.store.file.database import open_desk
from claimtrack.workflow.reviews import holding, reviewing, timing

from .conftest import VIEWER

pytestmark = pytest.mark.asyncio
PAGE = "/claims/-/claim/1/text"


@pytest.fixture
def published(path):
    """The number of a published verdict on claim 1, whose headline is hostile."""
    db = open_desk(path)
    review = reviewing.draft(
        db, 1, rating="False", scale="Four-step scale", headline="No *<b>no</b>*", language="ar", actor="ann"
    )
    reviewing.submit(db, review, actor="ann")
    reviewing.approve(db, review, actor="bob")
    reviewing.publish(db, review, url="https://desk.example/1?a=1&b=2", reviewed_on="2024-05-01", actor="bob")
    db.close()
    return review


async def test_a_claims_page_leads_to_its_verdict_as_formatted_text_and_as_markdown(published, ds):
    claim = (await ds.client.get("/claims/-/claim/1", actor=VIEWER)).text
    assert f'<a href="{PAGE}">as text for an article</a>' in claim
    page = (await ds.client.get(PAGE, actor=VIEWER)).text
    assert re.search(
        r'aria-label="Formatted" lang="ar" dir="rtl">\s*<article>\s*<h2 dir="auto">No \*&lt;b&gt;', page
    )
    assert '<a href="https://desk.example/1?a=1&amp;b=2"><bdi>' in page
    [text] = (await ds.client.get(f"{PAGE}.json", actor=VIEWER)).json()["texts"]
    assert text["markdown"].startswith("## No \\*&lt;b&gt;no&lt;/b&gt;\\*\n\n> ")
    [area] = re.findall(r"<textarea[^>]* readonly>\n(.*?)</textarea>", page, re.DOTALL)
    assert unescape(area) == text["markdown"]


async def test_an_approved_verdict_has_its_text_with_a_note_that_it_is_not_published(path, ds):
    db = open_desk(path)
    review = reviewing.draft(db, 1, rating="False", scale="Four-step scale", actor="ann")
    reviewing.submit(db, review, actor="ann")
    assert PAGE not in (await ds.client.get("/claims/-/claim/1", actor=VIEWER)).text
    reviewing.approve(db, review, actor="bob")
    timing.set_not_before(db, review, "2999-01-01 10:00", actor="bob")
    db.close()
    assert f'<a href="{PAGE}">as text' in (await ds.client.get("/claims/-/claim/1", actor=VIEWER)).text
    page = (await ds.client.get(PAGE, actor=VIEWER)).text
    note, text = page.split('<section class="ct-card ct-article-text"')
    assert re.search(r"Approved, but not published\.</strong> .* waits until [^<]*2999", note)
    assert "not published" not in text
    [row] = (await ds.client.get(f"{PAGE}.json", actor=VIEWER)).json()["texts"]
    assert (row["is_published"], row["url"], row["not_before"][:4]) == (False, None, "2999")


async def test_a_verdict_that_readers_do_not_get_has_no_text(published, path, ds):
    db = open_desk(path)
    holding.hold(db, published, actor="bob")
    db.close()
    claim = (await ds.client.get("/claims/-/claim/1", actor=VIEWER)).text
    assert "as text for an article" not in claim
    refused = await ds.client.get(PAGE, actor=VIEWER)
    assert refused.status_code == 404
    assert f"on claim 1: review {published} is held." in refused.text
