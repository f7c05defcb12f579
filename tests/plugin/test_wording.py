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
        "no claim 9: `claimtrack list` shows the ids there are",
        "no claim 9: “All claims” above shows those there are",
        id="a list",
    ),
    pytest.param(
        "take the other up first (`claimtrack status 4 open`)",
        "take the other up first (on its page)",
        id="a form",
    ),
    pytest.param(
        "`claimtrack undo 1 2` takes that back",
        "with “Judge it anew” on the page of claim 1 that is taken back",
        id="a button",
    ),
    pytest.param(
        "to judge them otherwise all the same: `claimtrack judge 29 30 ...`",
        "to judge them otherwise all the same: with “Judge it anew” on the page of claim 29",
        id="another button",
    ),
    pytest.param(
        "first: `claimtrack undo 1 2` or `claimtrack undo 2 3`",
        "first: with “Judge it anew” on the page of claim 1 or with “Judge it anew” on the page of claim 2",
        id="two buttons",
    ),
    pytest.param(
        "no evidence 9: `claimtrack export csv evidence` shows the ids there are",
        "no evidence 9: the page of its claim shows those there are",
        id="a list on another page",
    ),
    pytest.param(
        "the match index is damaged: `claimtrack doctor --repair` builds it anew",
        "the match index is damaged: “claimtrack doctor --repair” in a terminal builds it anew",
        id="no page does it",
    ),
    pytest.param(
        "an editor changes it in Datasette (`claimtrack serve`), table articles",
        "an editor changes it in Datasette, table articles",
        id="the pages themselves",
    ),
    pytest.param(
        "and notices are left out, too, and so is what scores under --min-score.",
        "and notices are left out, too.",
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
    assert "Whoever runs this desk adds the first person" in text
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
