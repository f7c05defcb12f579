"""Pages name the publisher of a rating by another publisher, and show the ratings of similar claims."""

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
    """Claim 6, rated by The Tide; claim 7, which resembles it and awaits triage; and claim 1, rated by the desk."""
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
        pytest.param("triage", [THEIRS, OURS], id="similar claims in triage"),
        pytest.param("claim/7", [THEIRS, OURS], id="similar claims on the claim page"),
        pytest.param("claim/6", ["Rated: False by <bdi>The Tide</bdi>"], id="the claim's own rating, by another publisher"),
        pytest.param("claim/1", ['<span class="ct-rating">Rated: Half true</span>'], id="the claim's own rating, by the desk"),
        pytest.param("duplicates", [THEIRS], id="a duplicate pair"),
        pytest.param("search?q=ferries", [THEIRS], id="a search result rated by another publisher"),
        pytest.param("search?q=minister", [OURS], id="a search result rated by the desk"),
        pytest.param("statistics", ["False (The Tide): Ana Brook", "Half true: The minister<"], id="statistics"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("rated")
async def test_a_page_names_the_publisher_of_a_rating(ds, page, shown):
    html = (await ds.client.get(f"/claims/-/{page}", actor=EDITOR)).text
    assert [text for text in shown if text not in " ".join(html.split())] == []


@pytest.mark.usefixtures("rated")
async def test_a_speakers_page_names_the_publisher_in_list_table_and_chart(ds):
    claim = (await ds.client.get("/claims/-/claim/6.json", actor=EDITOR)).json()
    html = (await ds.client.get(f"/claims/-/speaker/{claim['claimant_id']}", actor=EDITOR)).text
    assert THEIRS in html
    assert "<td>False (<bdi>The Tide</bdi>)</td>" in html
    assert ">False (The Tide)</text>" in html


@pytest.mark.usefixtures("rated")
async def test_the_json_of_a_claim_names_the_publishers_of_similar_claims(ds):
    shown = (await ds.client.get("/claims/-/claim/7.json", actor=EDITOR)).json()
    assert [(match["rating"], match["rated_by"]) for match in shown["matches"]] == [
        ("False", "The Tide"),
        ("Half true", None),
    ]
    assert shown["interventions"] == []


@pytest.mark.usefixtures("rated")
@pytest.mark.parametrize("page", ["triage", "claim/7"])
async def test_a_withdrawn_rating_of_the_desk_is_shown_as_withdrawn(ds, path, page):
    db = open_desk(path)
    reviewing.withdraw(db, 2, note="They ran all night.", actor="eve")
    db.close()
    html = (await ds.client.get(f"/claims/-/{page}", actor=EDITOR)).text
    assert '<span class="ct-rating">Half true, withdrawn</span>' in html
