"""The page of a withdrawn verdict on the public site: it stays, and says so."""

import json
import re
from xml.etree import ElementTree

import pytest

from claimtrack.export.site_feeds import FeedsOf, find_changes, write_feeds
from claimtrack.export.withdrawn import find_withdrawn
from claimtrack.export.words import words
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow.editing import edit_claim
from claimtrack.workflow.publishing import publish
from claimtrack.workflow.reviews import reviewing

SITE = "https://desk.example/checks"
ATOM = "{http://www.w3.org/2005/Atom}"


def sign(db, review_id, day, **address):
    reviewing.submit(db, review_id, actor="ada")
    reviewing.approve(db, review_id, actor="cid")
    reviewing.publish(db, review_id, reviewed_on=day, actor="ben", **address)
    return review_id


@pytest.fixture
def corrected(reviewed_desk):
    """The number of a correction of the first verdict, which has the page of that one."""
    correction = reviewing.correct(
        reviewed_desk, 1, note="It was <less>.", headline="Not doubled", actor="ben"
    )
    return sign(reviewed_desk, correction, "2024-05-05")


@pytest.fixture
def make_site(reviewed_desk, desk_path, tmp_path):
    """Makes the site and returns a function that reads a page of it."""

    def make(**options):
        options = {"base_url": SITE, **options}
        made.append(publish(desk_path, tmp_path / "public.db", site=tmp_path / "site", **options))
        return lambda page: (tmp_path / "site" / page).read_text(encoding="utf-8")

    made = []
    make.made = made
    return make


def test_a_withdrawn_verdict_has_a_page_that_says_when_and_why_without_the_verdict(
    make_site, reviewed_desk, corrected
):
    before = make_site()("reviews/1.html")
    words = [
        "Not doubled",
        "Half true",
        "Verdict 1",
        "It was &lt;less&gt;",
        "ClaimReview",
        "og:",
        "canonical",
    ]
    assert [one for one in words if one not in before] == []
    reviewing.withdraw(
        reviewed_desk, corrected, note="Our <source> erred.\nSorry.", withdrawn_on="2024-06-01", actor="ben"
    )
    read = make_site(language="de")
    page = read("reviews/1.html")
    assert [one for one in words if one in page] == []
    assert '<meta name="robots" content="noindex">' in page
    assert "<title>Zurückgezogen: Rent doubled in ten years · The Fact Desk</title>" in page
    assert "<h1>Dieser Faktencheck wurde zurückgezogen</h1>" in page
    assert re.search(
        r">3. Mai 2024</time> · zurückgezogen: <time datetime=\"2024-06-01\">1. Juni 2024<", page
    )
    assert re.findall('<p dir="auto">(.*?)</p>', page) == ["Our &lt;source&gt; erred.", "Sorry."]
    assert f'<a href="../corrections.html#correction-{corrected}-withdrawn">Korrekturen</a>' in page
    assert "reviews/1.html" not in read("sitemap.xml")
    assert 'href="reviews/1.html"' in read("corrections.html")


def test_the_claim_of_a_withdrawn_verdict_is_marked_with_its_language(make_site, reviewed_desk):
    """A screen reader read it out as if it were in the language of the site."""
    edit_claim(reviewed_desk, 1, language="cy", actor="ada")
    reviewing.withdraw(reviewed_desk, 1, note="It is wrong.", actor="ben")
    read = make_site(language="de")
    assert '<blockquote dir="auto" lang="cy">' in read("reviews/1.html")
    assert '<h2 dir="auto" lang="cy"><a href="reviews/1.html">' in read("corrections.html")


def test_the_feeds_of_a_withdrawn_verdict_lead_to_its_page(
    make_site, reviewed_desk, corrected, set_time_zone
):
    """Who only followed the verdicts kept the withdrawn one in the reader."""
    set_time_zone("UTC0")
    reviewing.withdraw(reviewed_desk, corrected, note="It is wrong.", withdrawn_on="2024-06-01", actor="ben")
    read = make_site()
    for feed in ("feed.atom", "corrections.atom"):
        entry = ElementTree.fromstring(read(feed)).find(f"{ATOM}entry")
        told = [entry.findtext(f"{ATOM}{name}") for name in ("title", "summary", "updated")]
        assert told == ["Withdrawn: Rent doubled in ten years", "It is wrong.", "2024-06-01T00:00:00Z"]
        assert entry.find(f"{ATOM}link").get("href") == f"{SITE}/reviews/1.html"
    first, other = json.loads(read("feed.json"))["items"]
    assert (first["id"], first["date_published"]) == ("https://desk.example/1", "2024-05-03T00:00:00Z")
    assert other["id"] == "https://desk.example/2"
    assert "Half true" not in read("feed.atom") + read("feed.json")
    entry = ElementTree.fromstring(make_site(base_url=None)("feed.atom")).find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}link").get("href") == "https://desk.example/1"  # where the site is is not known


def test_the_sitemap_has_the_day_of_the_newest_verdict_or_change(make_site, reviewed_desk, corrected):
    def days():
        pages = ElementTree.fromstring(make_site()("sitemap.xml"))
        return [page[1].text for page in pages if page[0].text in (f"{SITE}/", f"{SITE}/corrections.html")]

    assert [item["title"] for item in json.loads(make_site()("feed.json"))["items"]] == [
        "Not doubled",
        "Nobody pays rent",  # it has no headline
    ]
    assert days() == ["2024-05-05"] * 2
    reviewing.withdraw(reviewed_desk, corrected, note="It is wrong.", withdrawn_on="2024-06-01", actor="ben")
    assert days() == ["2024-06-01"] * 2
    again = reviewing.draft(reviewed_desk, 1, rating="Unproven", actor="ada")
    sign(reviewed_desk, again, "2024-07-01", url="https://desk.example/7")
    assert days() == ["2024-07-01", "2024-06-01"]


def test_a_withdrawal_without_an_address_is_only_among_the_corrections():
    row = {
        "id": 3, "claim_id": 1, "page_id": 3, "claim": "Rents rose", "action": "withdrawn", "note": "It is wrong.",
        "changed_on": "2024-05-05", "url": None, "feed_id": None, "first_reviewed_on": None,
    }  # fmt: skip
    changes = find_changes([row])
    withdrawn = find_withdrawn(changes.rows, [])
    files = write_feeds(FeedsOf("The Desk", words(None), None), [], changes, withdrawn, [])
    assert json.loads(files["feed.json"])["items"] == []
    entry = ElementTree.fromstring(files["corrections.atom"]).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == "urn:correction:3"


def test_only_a_page_that_has_no_verdict_any_more_is_a_withdrawn_one():
    """One whose correction is approved already has both."""
    changes = [
        {"id": number, "claim_id": 1, "page_id": number, "action": action}
        for number, action in ((3, "withdrawn"), (2, "withdrawn"), (1, "corrected"))
    ]
    found = find_withdrawn(changes, [{"page_id": 3, "claim_id": 1}])
    assert [(page.path, page.present) for page in found.values()] == [
        ("reviews/2.html", [{"page_id": 3, "claim_id": 1}])
    ]


def test_a_page_whose_verdict_was_withdrawn_leads_to_what_stands_now(make_site, reviewed_desk):
    reviewing.withdraw(reviewed_desk, 1, note="It is wrong.", actor="ben")
    assert "What we say of this claim now" not in make_site()("reviews/1.html")
    again = reviewing.draft(reviewed_desk, 1, rating="Unproven", headline="Nobody <knows>", actor="ada")
    # At the address of the former verdict, whose page is not that of this one.
    sign(reviewed_desk, again, "2024-06-01", url=f"{SITE}/reviews/1.html")
    read = make_site()
    now = read("reviews/1.html").partition("<h2>What we say of this claim now</h2>")[2]
    assert f'<a href="../reviews/{again}.html">Nobody &lt;knows&gt;</a>' in now
    assert "Unproven" in now
    assert make_site.made[-1].pageless == (f"{SITE}/reviews/1.html",)


def test_of_verdicts_withdrawn_one_after_the_other_at_one_address_a_feed_has_the_newest(
    make_site, reviewed_desk
):
    """Their entries had the same id."""
    reviewing.withdraw(reviewed_desk, 1, note="It is wrong.", withdrawn_on="2024-05-05", actor="ben")
    again = reviewing.draft(reviewed_desk, 1, rating="Unproven", actor="ada")
    sign(reviewed_desk, again, "2024-06-01", url="https://desk.example/1")
    items = json.loads(make_site()("feed.json"))[
        "items"
    ]  # that which stands is before one that was withdrawn
    assert [(one["id"], "Unproven" in one["content_text"]) for one in items] == [
        ("https://desk.example/1", True),
        ("https://desk.example/2", True),
    ]
    reviewing.withdraw(reviewed_desk, again, note="Wrong again.", withdrawn_on="2024-06-02", actor="ben")
    items = json.loads(make_site()("feed.json"))["items"]
    assert [(one["id"], one["content_text"]) for one in items] == [
        ("https://desk.example/1", "Wrong again."),
        ("https://desk.example/2", "“Nobody pays rent”: Unproven. Verdict 2"),
    ]


def test_nothing_is_told_of_a_withdrawn_verdict_that_is_held_or_whose_claim_was_erased(
    make_site, reviewed_desk, tmp_path
):
    def is_told():
        read = make_site()
        texts = [read(name) for name in ("corrections.html", "corrections.atom", "feed.atom", "feed.json")]
        return (tmp_path / "site/reviews/1.html").exists(), any("It is wrong." in text for text in texts)

    reviewing.withdraw(reviewed_desk, 1, note="It is wrong.", actor="ben")
    assert is_told() == (True, True)
    with write_transaction(reviewed_desk, "ada"):
        for (trigger,) in reviewed_desk.execute(
            "select name from sqlite_master where type = 'trigger'"
        ).fetchall():
            reviewed_desk.execute(f"drop trigger {trigger}")
    for erased in ("XXXXXXXXXXXXXXXXXXXXXXXX.", "“XXXX XXXXX”", "XXXXXXXX。"):
        with reviewed_desk.conn:  # as the script of docs/erasing.md does it
            reviewed_desk.execute("update reviews set claim_reviewed = ? where id = 1", [erased])
        assert is_told() == (False, False), erased
