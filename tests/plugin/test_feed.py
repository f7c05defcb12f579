"""The Atom feed of published reviews, and the page that lists them."""

from __future__ import annotations

import re
import sqlite3
from html import unescape
from xml.etree import ElementTree as ET

import pytest

import claimtrack
from claimtrack.plugin.pages import published, speaker
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow.reviews import reviewing

from .conftest import EDITOR

pytestmark = pytest.mark.asyncio
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def published_review(path):
    db = open_desk(path)
    review = reviewing.draft(
        db,
        1,
        rating="False",
        scale="Four-step scale",
        headline="No & <b>no</b>",
        summary="Bad \x0b byte",
        actor="ann",
    )
    reviewing.submit(db, review, actor="ann")
    reviewing.approve(db, review, actor="bob")
    reviewing.publish(db, review, url="https://desk.example/1?a=1&b=2", reviewed_on="2024-05-01", actor="bob")
    db.close()


async def test_the_feed_is_well_formed_whatever_the_reviews_contain(published_review, ds):
    response = await ds.client.get("/claims/-/feed.atom")
    assert response.headers["content-type"].startswith("application/atom+xml")
    feed = ET.fromstring(response.text)
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == feed.find(f"{ATOM}id").text == "http://localhost/claims/-/feed.atom"
    assert links["alternate"] == "http://localhost/claims/-/published"
    (entry,) = feed.iter(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "False: No & <b>no</b>"
    assert entry.find(f"{ATOM}link").get("href") == "https://desk.example/1?a=1&b=2"
    assert feed.find(f"{ATOM}author/{ATOM}name").text == "The Daily Test"
    assert feed.find(f"{ATOM}title").text == "Published by The Daily Test"
    assert entry.find(f"{ATOM}summary").text == "Bad \ufffd byte"
    assert entry.find(f"{ATOM}id").text == "http://localhost/claims/-/claim/1#review-1"


@pytest.fixture
def undated_review(path):
    """Another publisher's review of claim 1, without a date."""
    conn = sqlite3.connect(path)
    with conn:
        conn.execute("insert into publishers (id, name) values (99, 'Another desk')")
        conn.execute(
            "insert into reviews (claim_id, publisher_id, origin, rating_id, url, status)"
            " select 1, 99, 'imported', min(id), 'https://other.example/1', 'published' from ratings"
        )
    conn.close()


async def test_an_undated_review_is_on_the_pages_but_not_in_the_feed(
    published_review, undated_review, ds, monkeypatch
):
    for page in ("published", "desk", "speaker/1", "claim/1"):
        response = await ds.client.get(f"/claims/-/{page}")
        assert (response.status_code, "None" in response.text) == (200, False), page
    assert "Another desk" in (await ds.client.get("/claims/-/published")).text
    feed = ET.fromstring((await ds.client.get("/claims/-/feed.atom")).text)
    assert len(list(feed.iter(f"{ATOM}entry"))) == 1
    monkeypatch.setattr(speaker, "_MAX_RATINGS", 1)  # of more verdicts, the newest
    page = (await ds.client.get("/claims/-/speaker/1.json")).json()
    assert [row["reviewed_on"] for row in page["ratings"]] == ["2024-05-01"]
    assert "Only the newest 1 are shown." in (await ds.client.get("/claims/-/speaker/1")).text
    monkeypatch.undo()
    assert "are shown." not in (await ds.client.get("/claims/-/speaker/1")).text


async def test_a_speaker_with_undated_verdicts_alone_has_their_table_without_a_chart(undated_review, ds):
    page = (await ds.client.get("/claims/-/speaker/1")).text
    assert ("No published verdict" in page, "<svg" in page.split('id="ratings-title"')[1]) == (False, False)
    assert "<details open><summary>Show as a table</summary>" in page
    assert "<td>no date</td>" in page


async def test_a_desk_that_has_published_nothing_has_an_empty_feed(ds):
    feed = ET.fromstring((await ds.client.get("/claims/-/feed.atom")).text)
    assert list(feed.iter(f"{ATOM}entry")) == []


async def test_the_published_page_links_its_feed(published_review, ds):
    html = (await ds.client.get("/claims/-/published")).text
    assert 'type="application/atom+xml"' in html
    assert "No &amp; &lt;b&gt;no&lt;/b&gt;" in html


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/nodb/-/feed.atom", id="a desk that is not served"),
        pytest.param("/_memory/-/feed.atom", id="a database that is not a desk"),
    ],
)
async def test_a_database_that_is_not_a_desk_has_no_feed(ds, address):
    response = await ds.client.get(address)
    assert response.status_code == 404
    assert "Not found" in response.text


async def test_the_feed_does_not_accept_post(ds):
    response = await ds.client.post("/claims/-/feed.atom", data={"a": "b"}, actor=EDITOR)
    assert (response.status_code, response.headers["allow"]) == (405, "GET")


@pytest.fixture
def review_of_other_publisher(path):
    """Another publisher's review of claim 2, imported by maren."""
    db = open_desk(path)
    with write_transaction(db, "maren"):
        db.execute("insert into publishers (id, name) values (98, 'Truth Bay')")
        db.execute(
            "insert into reviews (claim_id, publisher_id, origin, rating_id, url, status, reviewed_on, drafted_by)"
            " select 2, 98, 'imported', min(id), 'https://other.example/1', 'published', '2024-06-01', 'maren' from ratings"
        )
    db.close()


async def test_reviews_of_other_publishers_are_listed_separately(
    published_review, review_of_other_publisher, ds
):
    feed = (await ds.client.get("/claims/-/feed.atom")).text
    assert ("Truth Bay" in feed, "The Daily Test" in feed) == (False, True)
    listed = (await ds.client.get("/claims/-/published.json")).json()
    assert [review["publisher"] for review in listed["reviews"]] == ["The Daily Test"]
    assert [review["publisher"] for review in listed["others"]] == ["Truth Bay"]
    for page, heading in (("published", "<h1"), ("desk", "Recently published")):
        text = (await ds.client.get(f"/claims/-/{page}")).text
        ours, theirs = text.partition(heading)[2].split("By other publishers")
        assert ("Truth Bay" in ours, "Truth Bay" in theirs) == (False, True), page
    assert "By <bdi>The Daily Test</bdi>" in (await ds.client.get("/claims/-/published")).text


async def test_the_published_page_says_that_it_has_only_the_newest_and_links_to_all(
    published_review, undated_review, review_of_other_publisher, ds, monkeypatch
):
    assert "These are the newest" not in (await ds.client.get("/claims/-/published")).text
    monkeypatch.setattr(published, "_MAX_SHOWN", 1)
    page = (await ds.client.get("/claims/-/published")).text
    [address] = re.findall(
        r'These are the newest 1. <a href="([^"]+)">All published verdicts of others', page
    )
    listed = await ds.client.get(unescape(address).replace("?", ".json?"))
    assert [row["claim_id"] for row in listed.json()["rows"]] == [2, 1]


async def test_a_claim_with_two_verdicts_that_was_said_again_is_listed_once(
    published_review, undated_review, path, ds
):
    with claimtrack.open(path, actor="maren") as desk, write_transaction(desk.db, "maren"):
        desk.db.execute("update reviews set reviewed_on = '2024-04-01' where origin = 'imported'")
        desk.add("Trade grew by 40%", source="Radio Ness", claimed_on="2024-07-01", on_duplicate="attach")
    listed = (await ds.client.get("/claims/repeated_although_rated.json")).json()["rows"]
    assert [(row["id"], row["reviewed_on"], row["last_seen"]) for row in listed] == [
        (1, "2024-05-01", "2024-07-01")
    ]


async def test_the_heading_for_other_publishers_is_hidden_without_their_reviews(published_review, ds):
    for page in ("published", "desk"):
        assert "By other publishers" not in (await ds.client.get(f"/claims/-/{page}")).text


async def test_an_imported_review_shows_its_importer_but_no_drafter(review_of_other_publisher, ds):
    page = (await ds.client.get("/claims/-/claim/2")).text
    card = page[page.index('id="reviews"') :].split("</section>")[0]
    assert "imported by <bdi>maren</bdi>" in card
    assert "drafted by" not in card
    assert "No headline yet" not in card
    [row] = (await ds.client.get("/claims/review_sheet.json?_shape=array&claim_id=2")).json()
    assert row["drafted_by"] is None
