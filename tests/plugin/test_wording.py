"""Pages tell people what to do on pages, not what to type in a terminal."""

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
        id="no page does it",
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


@each_row(("message", "told"), MESSAGES)
def test_where_an_error_stands_alone_on_a_page_it_is_a_sentence_in_words_of_the_page(message, told):
    assert page_sentence(InvalidValue(message)) == told


@each_row(
    "data", [b"%PDF-1.7", b"PK\x03\x04", b"\x89PNG", b"ID3", b"SQLite format 3\0", b"\0" * 99, b"GIF8", b""]
)
@pytest.mark.asyncio
async def test_a_file_that_is_no_text_is_refused_in_the_words_of_the_page(ds, data):
    for address in ("bring/article", "check/draft"):
        refused = await ds.client.post(
            f"/claims/-/{address}",
            files={"file": ("a.bin", data)},
            headers={"accept": "text/html"},
            actor=EDITOR,
        )
        told = entities.unescape(refused.text).split("<main")[1].split('role="alert"')[1].split("</")[0]
        assert not re.search("`|ingest|--db|source", told), told


async def page(ds, address, actor, **form):
    token = (await ds.client.get("/claims/-/desk", actor=actor)).cookies
    if form:
        return entities.unescape((await ds.client.post(address, data=form, cookies=token, actor=actor)).text)
    return entities.unescape((await ds.client.get(address, actor=actor)).text)


@pytest.mark.asyncio
async def test_an_empty_edit_asks_for_words(ds):
    text = await page(ds, "/claims/-/claim/1/edit", REPORTER, text=" - ", claimant="")
    assert "give its words" in text
    assert "`" not in text.split("<main")[1].split("</main>")[0]


@pytest.mark.asyncio
async def test_a_page_that_is_not_there_leads_on_through_the_desk(ds):
    for address in ("/claims/-/claim/999", "/claims/-/claim/nothing"):
        text = await page(ds, address, VIEWER)
        assert 'aria-label="Desk"' in text
        assert "`" not in text.split("<main")[1].split("</main>")[0]


@pytest.mark.asyncio
async def test_who_cannot_log_in_is_told_who_can_help_and_sees_no_marks_of_a_terminal(ds):
    text = await page(ds, "/claims/-/propose", None)
    assert "Whoever runs this desk must add the first user" in text
    assert "`" not in text.split("<body")[1].split("<script")[0]


@pytest.mark.asyncio
async def test_programs_are_told_what_commands_there_are(ds):
    told = (await ds.client.get("/claims/-/claim/999.json", actor=EDITOR)).json()["error"]
    assert "`claimtrack list`" in told


def test_what_a_claim_resembles_is_told_in_one_sentence_for_each_way():
    kinds = (Suggestion.RELATED, Suggestion.CONFLICT, Suggestion.RELATED, Suggestion.RELATED)
    matches = tuple(Match(number, "Rents rose", 0.5, kind) for number, kind in enumerate(kinds, 1))
    told = list(describe_filed(Added(9, True, matches), NewClaim("Rents fell", source="Radio 4")))
    assert told == ["Filed.", "It may be about the same as claim 1; claim 3.", "It may contradict claim 2."]
