"""Pages tell people what to do on pages, not what to type in a terminal."""

from __future__ import annotations

import html as entities

import pytest

from claimtrack.core.model import Match, Suggestion
from claimtrack.plugin.wording import on_page, told_of_filed
from claimtrack.workflow.adding import Added, NewClaim
from tests.tables import each_row

from .conftest import EDITOR, REPORTER, VIEWER

MESSAGES = [
    pytest.param(
        'the claim is empty: give its words, as in `claimtrack add "It rose"`',
        "the claim is empty: give its words",
        id="an example of a command",
    ),
    pytest.param(
        "there is no claim 9: see `claimtrack list`",
        "there is no claim 9: see “All claims” above",
        id="a list",
    ),
    pytest.param(
        "reopen the other first (`claimtrack status 4 open`)",
        "reopen the other first (on its page)",
        id="a form",
    ),
    pytest.param(
        "`claimtrack undo 1 2` takes that back",
        "take that back with “Judge again” on the page of claim 1",
        id="a button",
    ),
    pytest.param(
        "to judge them otherwise anyway: `claimtrack judge 29 30 ...`",
        "to judge them otherwise anyway: with “Judge again” on the page of claim 29",
        id="another button",
    ),
    pytest.param(
        "first: `claimtrack undo 1 2` or `claimtrack undo 2 3`",
        "first: with “Judge again” on the page of claim 1 or with “Judge again” on the page of claim 2",
        id="two buttons",
    ),
    pytest.param(
        "there is no evidence 9: see `claimtrack export csv evidence`",
        "there is no evidence 9: the page of its claim lists them",
        id="a list on another page",
    ),
    pytest.param(
        "the match index is damaged: `claimtrack doctor --repair` rebuilds it",
        "the match index is damaged: “claimtrack doctor --repair” in a terminal rebuilds it",
        id="no page does it",
    ),
    pytest.param(
        "an editor edits the articles table in Datasette (`claimtrack serve`)",
        "an editor edits the articles table in Datasette",
        id="the pages themselves",
    ),
    pytest.param(
        "notices, text without spaces, and claims scoring under --min-score are left out too.",
        "notices, and text without spaces are left out too.",
        id="an option",
    ),
    pytest.param("no review `false`", "no review `false`", id="no command"),
]


@each_row(("message", "told"), MESSAGES)
def test_a_command_becomes_what_a_page_has_for_it(message, told):
    assert on_page(message) == told


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
    told = list(told_of_filed(Added(9, True, matches), NewClaim("Rents fell", source="Radio 4")))
    assert told == ["Filed.", "It may be about the same as claim 1; claim 3.", "It may contradict claim 2."]
