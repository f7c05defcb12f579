"""Pages show the language of articles and claims, and mark their words with it for screen readers."""

from __future__ import annotations

import re

import pytest

from claimtrack.store.file.database import open_desk
from claimtrack.workflow.reviews import reviewing

from .conftest import EDITOR, REPORTER, VIEWER

pytestmark = pytest.mark.asyncio


async def page(ds, path, actor=EDITOR):
    response = await ds.client.get(f"/claims/{path}", actor=actor)
    assert response.status_code == 200, response.text
    return response.text


async def marked(ds, path, words="Trade grew by 40%"):
    """The languages with which these words are marked on a page."""
    return set(
        re.findall(rf'<(?:bdi|div|a)[^>]*? lang="([^"]+)"[^>]*>{re.escape(words)}', await page(ds, path))
    )


async def test_the_language_of_an_article_is_corrected_and_marks_its_claims_everywhere(ds):
    assert await marked(ds, "-/claim/1") == set()
    sent = await ds.client.post(
        "/claims/-/article/1/language",
        json={"language": "welsh"},
        actor=REPORTER,
        headers={"accept": "application/json"},
    )
    assert (sent.json()["language"], sent.json()["message"]) == ("cy", "Language: Welsh.")
    for path in (
        "-/claim/1",
        "-/article/1",
        "-/desk",
        "-/search?q=trade",
        "-/changes",
        "claim_overview?language=cy",
    ):
        assert await marked(ds, path) == {"cy"}, path
    article = await page(ds, "-/article/1")
    assert re.search(r'<div class="ct-body"[^>]* dir="auto" lang="cy">', article)
    assert "&middot; Welsh" in article
    assert '<a href="/claims/claim_overview?language=cy">Welsh</a>' in await page(ds, "-/claim/1")
    assert ">Welsh</td>" in re.sub(r"\s+", "", await page(ds, "article_overview"))
    shown = (await ds.client.get("/claims/-/claim/1.json", actor=EDITOR)).json()
    assert (shown["claim"]["language"], shown["appearances"][0]["language"]) == ("cy", "cy")
    assert "languages" not in shown


async def test_a_claim_in_other_words_has_a_language_of_its_own(ds):
    await ds.client.post("/claims/-/article/1/language", json={"language": "cy"}, actor=REPORTER)
    await ds.client.post("/claims/-/claim/1/edit", json={"language": "de"}, actor=REPORTER)
    assert await marked(ds, "-/claim/1") == {"de"}
    quotation = re.search(
        r'<blockquote class="ct-context">\s*<bdi lang="(.+?)">', await page(ds, "-/claim/1")
    )
    assert quotation[1] == "cy"
    filed = await ds.client.post(
        "/claims/-/propose/file",
        json={"text": "Die Mieten sind gestiegen.", "language": "german"},
        actor=REPORTER,
    )
    assert await marked(ds, f"-/claim/{filed.json()['claim_id']}", "Die Mieten") == {"de"}


async def test_english_needs_no_mark(ds):
    await ds.client.post("/claims/-/article/1/language", json={"language": "en-GB"}, actor=REPORTER)
    assert await marked(ds, "-/desk") == set()
    assert "&middot; English (United Kingdom)" in await page(ds, "-/article/1")


async def test_a_wrong_language_is_refused_in_its_form(ds):
    for form, path in (
        ({"language": "xx-yy-zz"}, "article/1/language"),
        ({"text": "Rent rose", "language": "Welsch"}, "claim/1/edit"),
    ):
        sent = await ds.client.post(f"/claims/-/{path}", data=form, actor=REPORTER)
        assert (sent.status_code, "Give its code, such as cy" in sent.text) == (400, True)
        assert f'value="{form["language"]}"' in sent.text
    assert (
        await ds.client.post("/claims/-/article/1/language", json={"language": "cy"}, actor=VIEWER)
    ).status_code == 403


@pytest.mark.parametrize(("given", "marks"), [("cy", {"cy"}), ("en", set()), ("", {"de"})])
async def test_a_claim_beside_a_verdict_in_another_language_keeps_its_own_if_that_is_known(
    ds, path, given, marks
):
    await ds.client.post("/claims/-/article/1/language", json={"language": given}, actor=REPORTER)
    db = open_desk(path)
    number = reviewing.draft(db, 1, rating="False", scale="Four-step scale", language="de", actor="rob")
    reviewing.submit(db, number, actor="rob")
    reviewing.approve(db, number, actor="eve")
    reviewing.publish(db, number, url="https://daily.example/1", reviewed_on="2025-03-01", actor="eve")
    db.close()
    for shown in ("-/published", "-/claim/1"):
        assert await marked(ds, shown) == marks, shown
