"""Pages name the publisher of a rating that is not the desk's own, and rate what a claim resembles."""

from __future__ import annotations

import pytest

from claimtrack.core.model import Comparison, Status, Suggestion
from claimtrack.store import claims, matches
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow.reviews import reviewing
from tests.tables import each_row

from .conftest import EDITOR, FERRIES, import_rated

pytestmark = pytest.mark.asyncio


@pytest.fixture
def rated(path):
    """Claim 6, rated by The Tide; claim 7, which is like it and waits for triage; and claim 1, rated by ourselves."""
    db = open_desk(path)
    import_rated(db, datePublished="2025-02-01", itemReviewed={"author": {"name": "Ana Brook"}})
    with write_transaction(db, "setup"):
        claims.add(db, f"{FERRIES} alone", status=Status.PROPOSED, score=1.0)
        matches.record_suggestions(db, [(6, 7, Comparison(0.95, Suggestion.RELATED))], scorer="test")
        matches.record_suggestions(db, [(1, 7, Comparison(0.5, Suggestion.RELATED))], scorer="test")
    number = reviewing.draft(db, 1, rating="Half true", summary="It did.", actor="rob")
    reviewing.submit(db, number, actor="rob")
    reviewing.approve(db, number, actor="eve")
    reviewing.publish(db, number, url="https://daily.example/1", reviewed_on="2025-03-01", actor="eve")
    db.close()


THEIRS = '<span class="ct-rating">False (<bdi>The Tide</bdi>)</span>'
OURS = '<span class="ct-rating">Half true</span>'


@each_row(
    ("page", "shown"),
    [
        pytest.param("triage", [THEIRS, OURS], id="what it may repeat, in triage"),
        pytest.param("claim/7", [THEIRS, OURS], id="what resembles a claim"),
        pytest.param("claim/6", ["Rated: False by <bdi>The Tide</bdi>"], id="a claim's own, of another publisher"),
        pytest.param("claim/1", ['<span class="ct-rating">Rated: Half true</span>'], id="a claim's own, of ours"),
        pytest.param("duplicates", [THEIRS], id="a pair"),
        pytest.param("search?q=ferries", [THEIRS], id="what a search finds, of another publisher"),
        pytest.param("search?q=minister", [OURS], id="what a search finds, of ours"),
        pytest.param("statistics", ["False (The Tide): Ana Brook", "Half true: The minister<"], id="in numbers"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("rated")
async def test_a_page_tells_whose_a_rating_is(ds, page, shown):
    html = (await ds.client.get(f"/claims/-/{page}", actor=EDITOR)).text
    assert [one for one in shown if one not in " ".join(html.split())] == []


@pytest.mark.usefixtures("rated")
async def test_a_speaker_s_page_tells_it_in_the_list_the_table_and_the_chart(ds):
    claim = (await ds.client.get("/claims/-/claim/6.json", actor=EDITOR)).json()
    html = (await ds.client.get(f"/claims/-/speaker/{claim['claimant_id']}", actor=EDITOR)).text
    assert THEIRS in html
    assert "<td>False (<bdi>The Tide</bdi>)</td>" in html
    assert ">False (The Tide)</text>" in html


@pytest.mark.usefixtures("rated")
async def test_the_json_of_a_page_names_it(ds):
    shown = (await ds.client.get("/claims/-/claim/7.json", actor=EDITOR)).json()
    assert [(match["rating"], match["rated_by"]) for match in shown["matches"]] == [
        ("False", "The Tide"),
        ("Half true", None),
    ]
    assert shown["interventions"] == []


@pytest.mark.usefixtures("rated")
@pytest.mark.parametrize("page", ["triage", "claim/7"])
async def test_a_rating_of_ours_that_was_taken_back_is_told_as_such(ds, path, page):
    db = open_desk(path)
    reviewing.withdraw(db, 2, note="They ran all night.", actor="eve")
    db.close()
    html = (await ds.client.get(f"/claims/-/{page}", actor=EDITOR)).text
    assert '<span class="ct-rating">Half true, withdrawn</span>' in html
