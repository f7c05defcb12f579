"""Pages name steps on pages, not commands in a terminal."""

from __future__ import annotations

import html as entities
import re

import pytest

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Match, Suggestion
from claimtrack.core.steps import SEE_CLAIMS
from claimtrack.plugin.wording import describe_filed, page_sentence
from claimtrack.workflow.adding import Added, NewClaim
from tests.tables import each_row

from .conftest import EDITOR, REPORTER, VIEWER

MESSAGES = [
    pytest.param(
        "there is no claim 9: " + SEE_CLAIMS,
        "There is no claim 9: see “All claims” above.",
        id="a step",
    ),
    pytest.param(
        "the match index is damaged: `claimtrack doctor --repair` rebuilds it",
        "The match index is damaged: “claimtrack doctor --repair” in a terminal rebuilds it.",
        id="a step that no page offers",
    ),
    pytest.param(
        "claim 5 is in_review: it can go to checking, published, but not to proposed",
        "Claim 5 is in review: it can go to checking, published, but not to proposed.",
        id="a status",
    ),
    pytest.param(
        "body is missing: the note, as plain text", "Missing: the note, as plain text.", id="a field"
    ),
    pytest.param("desk.db: not a desk", "desk.db: not a desk.", id="a name at the beginning"),
    pytest.param(
        "'Ada' is another name of 'Bo'. Choose one!",
        "'Ada' is another name of 'Bo'. Choose one!",
        id="a sentence already",
    ),
    pytest.param("no review `false`", "No review `false`.", id="no command"),
]


@each_row(("message", "sentence"), MESSAGES)
def test_an_error_on_a_page_is_a_sentence_in_the_pages_words(message, sentence):
    assert page_sentence(InvalidValue(message)) == sentence


@each_row(
    "data", [b"%PDF-1.7", b"PK\x03\x04", b"\x89PNG", b"ID3", b"SQLite format 3\0", b"\0" * 99, b"GIF8", b""]
)
@pytest.mark.asyncio
async def test_a_file_that_is_not_text_is_refused_in_the_pages_words(ds, data):
    for address in ("bring/article", "check/draft"):
        refused = await ds.client.post(
            f"/claims/-/{address}",
            files={"file": ("a.bin", data)},
            headers={"accept": "text/html"},
            actor=EDITOR,
        )
        alert = entities.unescape(refused.text).split("<main")[1].split('role="alert"')[1].split("</")[0]
        assert not re.search("`|ingest|--db|source", alert), alert


async def page_text(ds, address, actor, **form):
    token = (await ds.client.get("/claims/-/desk", actor=actor)).cookies
    if form:
        return entities.unescape((await ds.client.post(address, data=form, cookies=token, actor=actor)).text)
    return entities.unescape((await ds.client.get(address, actor=actor)).text)


@pytest.mark.asyncio
async def test_an_edit_without_text_asks_for_it(ds):
    text = await page_text(ds, "/claims/-/claim/1/edit", REPORTER, text=" - ", claimant="")
    assert "give its words" in text
    assert "`" not in text.split("<main")[1].split("</main>")[0]


@pytest.mark.asyncio
async def test_a_missing_page_has_the_desk_menu(ds):
    for address in ("/claims/-/claim/999", "/claims/-/claim/nothing"):
        text = await page_text(ds, address, VIEWER)
        assert 'aria-label="Desk"' in text
        assert "`" not in text.split("<main")[1].split("</main>")[0]


@pytest.mark.asyncio
async def test_a_stranger_on_a_desk_without_users_is_told_who_can_help(ds):
    text = await page_text(ds, "/claims/-/propose", None)
    assert "Whoever runs this desk must add the first user" in text
    assert "`" not in text.split("<body")[1].split("<script")[0]
    refused = await ds.client.post("/claims/-/claim/1/note", data={"body": "Rang them"})
    assert (refused.status_code, "Rang them</textarea>" in refused.text) == (403, True)


@pytest.mark.asyncio
async def test_json_errors_still_name_commands(ds):
    error = (await ds.client.get("/claims/-/claim/999.json", actor=EDITOR)).json()["error"]
    assert "`claimtrack list`" in error


def test_similar_claims_of_a_filed_claim_are_reported_by_kind():
    kinds = (Suggestion.RELATED, Suggestion.CONFLICT, Suggestion.RELATED, Suggestion.RELATED)
    matches = tuple(Match(number, "Rents rose", 0.5, kind) for number, kind in enumerate(kinds, 1))
    sentences = list(describe_filed(Added(9, True, matches), NewClaim("Rents fell", source="Radio 4")))
    assert sentences == [
        "Filed.",
        "It may be about the same as claim 1; claim 3.",
        "It may contradict claim 2.",
    ]
