"""Readers get a verdict as two people signed it: no change by one person on the desk reaches them.

Each change is tried with a published verdict and during a correction; "public" means everything that leaves the desk.
"""

import json
import shutil
import sqlite3
from contextlib import closing, suppress

import pytest

from claimtrack.core.errors import ClaimtrackError
from claimtrack.core.model import Article, Judgement, OnDuplicate, Stance
from claimtrack.store import articles, claimants, claims
from claimtrack.store.file.checks import examine
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.store.reviews import signed
from claimtrack.workflow import editing, joining, linking, retracting
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles import withdrawing
from claimtrack.workflow.exporting import export_claimreview
from claimtrack.workflow.matching.judging import judge
from claimtrack.workflow.publishing import publish
from claimtrack.workflow.reviews import linting, reviewing
from tests.workflow.reviews.conftest import approve_and_publish

WORDS = "Ferries carried 40,000 people in May"
TEXT = f"{WORDS}, said harbour master Tove Brandt on Tuesday."
PAGE = "https://herald.example/ferries"
STATS = "https://stats.example/ferries"
URL = "https://desk.example/ferries"


@pytest.fixture(scope="module")
def signed_file(named_file, tmp_path_factory):
    path = shutil.copy(named_file, tmp_path_factory.mktemp("signed") / "claims.db")
    db = open_desk(path)
    with write_transaction(db, "ada"):
        claimant_id = claimants.get_or_add(db, "Tove Brandt")
        claim_id = claims.add(db, WORDS, claimant_id=claimant_id, claimed_on="2024-06-04")
        article_id = articles.add(
            db,
            Article(text=TEXT, url=PAGE, title="Full boats", outlet="The Herald", published_on="2024-06-05"),
        )
        add_quote(db, article_id, claimant_id)
    linking.add_link(db, claim_id, STATS, stance=Stance.REFUTES, title="Traffic", actor="ada")
    review_id = reviewing.draft(db, claim_id, rating="Mostly false", scale="Four-step scale", actor="ada")
    publish_on(db, review_id, "2024-06-10")
    db.close()
    return path


@pytest.fixture
def desk(signed_file, desk_path):
    """A claim with a quote in an article and a link, and a published verdict on it, drafted by ada and approved by ben."""
    with closing(open_desk(shutil.copy(signed_file, desk_path))) as db:
        yield db


def add_quote(db, article_id, claimant_id, claim_id=1):
    db.execute(
        "insert into appearances (claim_id, article_id, claimant_id, span_start, span_end, quote, kind)"
        " values (?, ?, ?, 0, ?, ?, 'indirect')",
        [claim_id, article_id, claimant_id, len(WORDS), WORDS],
    )


def publish_on(db, review_id, day, url=URL):
    approve_and_publish(db, review_id, url=url, reviewed_on=day)


def read_public(desk_path, folder):
    """Everything that leaves the desk, as the lines of the feed, the public copy and the site."""
    feed, copy, site = folder / "feed.json", folder / "public.db", folder / "site"
    export_claimreview(desk_path, feed)
    publish(desk_path, copy, site=site)
    with closing(sqlite3.connect(copy)) as conn:
        rows = list(conn.iterdump())
    pages = [line for page in sorted(site.rglob("*.html")) for line in page.read_text().splitlines()]
    return [*feed.read_text().splitlines(), *rows, *pages]


@pytest.fixture
def read_output(desk_path, tmp_path):
    """A function that returns everything that leaves the desk now."""
    return lambda: read_public(desk_path, tmp_path)


@pytest.fixture(scope="module")
def unchanged_output(signed_file, tmp_path_factory):
    """Everything that leaves the desk as long as nothing is changed."""
    return read_public(signed_file, tmp_path_factory.mktemp("before"))


def run_sql(statement):
    def change(db):
        with write_transaction(db, "ada"):
            db.execute(statement)

    return change


MOVE_QUOTE = "update appearances set quote = 'carried', span_start = 8, span_end = 15 where id = 1"
CHANGES_BY_ONE = {
    "a link is added": lambda db: linking.add_link(db, 1, "https://blog.example", actor="ada"),
    "a link is removed": lambda db: linking.remove_link(db, 1, actor="ada"),
    "the stance of a link changes": run_sql("update evidence set stance = 'supports'"),
    "a link gets another address": run_sql("update evidence set url = 'https://elsewhere.example'"),
    "a link gets another title": run_sql(
        "update evidence set title = 'Lies', quote = 'All lies', is_primary = 1"
    ),
    "other words are quoted": run_sql(MOVE_QUOTE),
    "the quote is removed": run_sql("delete from appearances where id = 1"),
    "the quote gets another day": run_sql("update appearances set said_on = '2020-02-02', kind = 'direct'"),
    "the quote gets another speaker": run_sql(
        "update appearances set speaker_as_written = 'x', claimant_id = null"
    ),
    "the article gets other facts": run_sql(
        "update articles set url = 'https://other.example', title = 'T', outlet = 'O'"
    ),
    "the claimant is renamed": run_sql("update claimants set name = 'Tove Brand'"),
    "the claimant becomes an organisation": run_sql("update claimants set kind = 'organisation'"),
    "the claimant gets a role": run_sql("update claimants set role = 'thief', url = 'https://thief.example'"),
    "the claim gets another claimant": lambda db: editing.edit_claim(db, 1, claimant="Nils Aas", actor="ada"),
    "the claim is reworded": lambda db: editing.edit_claim(db, 1, text="Ferries ran empty", actor="ada"),
    "the claim gets another day": lambda db: editing.edit_claim(db, 1, claimed_on="2024-06-01", actor="ada"),
    "the scale gets another end": run_sql("update rating_scales set best = best + 1, name = 'S'"),
    "the rating gets another name": run_sql("update ratings set name = 'Whatever', value = 1"),
}


@pytest.mark.parametrize("is_corrected", [False, True], ids=["published", "being corrected"])
@pytest.mark.parametrize("change", CHANGES_BY_ONE.values(), ids=CHANGES_BY_ONE)
def test_a_change_by_one_person_does_not_reach_readers(
    desk, read_output, unchanged_output, change, is_corrected
):
    if is_corrected:
        reviewing.correct(desk, 1, note="We look at it again.", actor="ada")
    with suppress(ClaimtrackError):
        change(desk)
    assert read_output() == unchanged_output


@pytest.mark.parametrize("change", CHANGES_BY_ONE.values(), ids=CHANGES_BY_ONE)
def test_a_change_is_signed_with_a_correction_by_two_people(desk, change):
    correction = reviewing.correct(desk, 1, note="We had it wrong.", actor="ada")
    assert signed.changed_since(desk, 1) == {}
    with suppress(ClaimtrackError):
        change(desk)
    is_changed = 1 in signed.changed_since(desk, 1)
    publish_on(desk, correction, "2024-07-01")
    assert signed.changed_since(desk, 1) == {}
    assert is_changed or change in (
        CHANGES_BY_ONE["the scale gets another end"],
        CHANGES_BY_ONE["the rating gets another name"],
    )


def test_a_reworded_rating_definition_applies_to_future_verdicts_only(desk, desk_path, tmp_path):
    run_sql("update ratings set definition = 'Not so.'")(desk)
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    page = (tmp_path / "site" / "reviews" / "1.html").read_text()
    assert "The claim is wrong in what matters." in page
    assert "Not so." not in page
    assert signed.changed_since(desk, 1) == {1: ["the definition of the rating"]}


def published_appearances(desk):
    return desk.execute("select appearances from claimreview_sheet").fetchone()[0]


def public_appearances(desk_path, tmp_path):
    publish(desk_path, tmp_path / "public.db")
    with closing(sqlite3.connect(tmp_path / "public.db")) as conn:
        return conn.execute("select quote, seen_on, title, url from appearances order by id").fetchall()


SIGNED_APPEARANCE = (WORDS, "2024-06-05", "Full boats", PAGE)


def test_later_appearances_are_published_after_the_signed_ones(desk, desk_path, tmp_path):
    """Even those of an earlier day: the first page and the claim's day are part of what was signed."""
    earlier = NewClaim(
        WORDS, claimant="Tove Brandt", source="https://radio.example/1", claimed_on="2024-05-30"
    )
    add_claim(desk, earlier, on_duplicate=OnDuplicate.ATTACH, actor="cid")
    again = NewClaim("In May 40,000 took the ferry", source="https://tv.example/2", claimed_on="2024-06-20")
    other = add_claim(desk, again, on_duplicate=OnDuplicate.NEW, actor="cid").claim_id
    judge(desk, 1, other, Judgement.SAME, actor="cid")
    assert published_appearances(desk) == f'["{PAGE}","https://radio.example/1","https://tv.example/2"]'
    assert public_appearances(desk_path, tmp_path) == [
        SIGNED_APPEARANCE,
        (None, "2024-05-30", None, "https://radio.example/1"),
        (None, "2024-06-20", None, "https://tv.example/2"),
    ]
    assert signed.changed_since(desk, 1) == {}


def test_repeats_in_the_same_place_do_not_add_to_the_signed_appearances(desk, desk_path, tmp_path):
    """The article's next version still contains the claim, and the day of a signed appearance becomes known."""
    with write_transaction(desk, "cid"):
        later = articles.add(
            desk,
            Article(text=f"{TEXT} She was asked twice.", url=PAGE, published_on="2024-06-07"),
            previous_id=1,
        )
        add_quote(desk, later, 1)
        desk.execute(
            "insert into appearances (claim_id, article_id, claimant_id, said_on) values (1, 1, 1, '2024-06-03')"
        )
    assert published_appearances(desk) == f'["{PAGE}"]'
    assert public_appearances(desk_path, tmp_path) == [SIGNED_APPEARANCE]
    assert signed.changed_since(desk, 1) == {}


def test_readers_are_told_that_an_outlet_withdrew_the_article_since(desk, desk_path, tmp_path):
    """Marked itself, or by the last of its versions, a notice; not why, which the desk notes for itself."""

    def on_page():
        publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
        page = (tmp_path / "site" / "reviews" / "1.html").read_text()
        assert "Made up" not in page
        marked = '(withdrawn by its outlet, <time datetime="2024-07-01">' in page
        return (marked, '"creativeWorkStatus": "Withdrawn",\n      "expires": "2024-07-01"' in page)

    assert on_page() == (False, False)
    withdrawing.withdraw(desk, 1, withdrawn_on="2024-07-01", note="Made up", actor="cid")
    assert on_page() == (True, True)
    withdrawing.restore(desk, 1, actor="cid")
    with write_transaction(desk, "cid"):
        for number, words in ((2, f"{TEXT} She was asked twice."), (3, "KILL: Full boats")):
            articles.add(desk, Article(words, url=PAGE), previous_id=number - 1)
    withdrawing.withdraw(desk, 1, withdrawn_on="2024-07-01", actor="cid")
    assert on_page() == (True, True)
    # Another article stands at the address now.
    with write_transaction(desk, "cid"):
        add_quote(desk, articles.add(desk, Article(f"{TEXT} He said so again.", url=PAGE)), 1)
    assert on_page() == (True, False)
    assert signed.changed_since(desk, 1) == {}


def test_readers_are_told_that_a_source_was_retracted_since(desk, desk_path, tmp_path):
    """Not why; also while somebody corrects the verdict and has removed the source. What was signed stays."""

    def on_page():
        publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
        page = (tmp_path / "site" / "reviews" / "1.html").read_text()
        assert "Made up" not in page
        return '(retracted by its publisher, <time datetime="2024-07-01">' in page

    assert not on_page()
    retracting.retract(desk, 1, retracted_on="2024-07-01", note="Made up", actor="cid")
    assert on_page()
    assert (signed.changed_since(desk, 1), linting.retracted_sources(desk, 1)) == (
        {},
        [f"{STATS} was retracted by its publisher on 2024-07-01: see whether the verdict holds without it"],
    )
    correction = reviewing.correct(desk, 1, note="The source was retracted.", actor="ada")
    linking.remove_link(desk, 1, actor="ada")
    assert (on_page(), linting.retracted_sources(desk, correction)) == (True, [])
    # Another claim can take the mark back, although the source is not on this one any more.
    other = add_claim(desk, NewClaim("Wages rose."), actor="ada").claim_id
    link_id = linking.add_link(desk, other, STATS, actor="ada")
    retracting.retract(desk, link_id, retracted_on="2024-07-01", actor="cid")
    assert on_page()
    retracting.restore(desk, link_id, actor="cid")
    assert not on_page()


def test_archived_copies_and_addresses_added_after_signing_are_published(desk, desk_path, tmp_path):
    """The archived copy of a link, and the page of a source that had no address."""
    with write_transaction(desk, "ada"):
        desk.execute("insert into articles (id, source) values (50, 'Harbour radio')")
        desk.execute("insert into appearances (id, claim_id, article_id, claimant_id) values (50, 1, 50, 1)")
    publish_on(desk, reviewing.correct(desk, 1, note="Heard on the radio, too.", actor="ada"), "2024-07-01")
    with write_transaction(desk, "ada"):
        desk.execute("update evidence set archived_url = 'https://archive.example/1'")
        desk.execute("update articles set url = 'https://radio.example', title = 'At noon' where id = 50")
    assert published_appearances(desk) == f'["{PAGE}","https://radio.example"]'
    assert public_appearances(desk_path, tmp_path) == [
        SIGNED_APPEARANCE,
        (None, None, "At noon", "https://radio.example"),
    ]
    with closing(sqlite3.connect(tmp_path / "public.db")) as conn:
        links = conn.execute("select url, archived_url from evidence").fetchall()
    assert links == [(STATS, "https://archive.example/1")]
    assert signed.changed_since(desk, 1) == {}
    # An archived copy that was signed stays that copy.
    publish_on(desk, reviewing.correct(desk, 2, note="Saved.", actor="ada"), "2024-07-02")
    reviewing.correct(desk, 3, note="Another.", actor="ada")
    run_sql("update evidence set archived_url = 'https://archive.example/2'")(desk)
    assert "1 changed source" in signed.changed_since(desk, 1)[3]
    publish(desk_path, tmp_path / "public.db")
    with closing(sqlite3.connect(tmp_path / "public.db")) as conn:
        assert conn.execute("select archived_url from evidence").fetchone()[0] == "https://archive.example/1"


def test_a_link_added_after_the_approval_is_not_published(desk, read_output):
    correction = reviewing.correct(desk, 1, note="A second source.", actor="ada")
    linking.add_link(desk, 1, "https://port.example/counts", actor="ada")
    reviewing.submit(desk, correction, actor="ada")
    reviewing.approve(desk, correction, actor="ben")
    linking.add_link(desk, 1, "https://late.example", actor="ada")
    reviewing.publish(desk, correction, reviewed_on="2024-07-01", actor="ada")
    output = "\n".join(read_output())
    assert "https://port.example/counts" in output
    assert "https://late.example" not in output
    [obstacle] = [text for text in linting.obstacles(desk, correction) if "since" in text]
    assert "Changed on the desk since: 1 more source" in obstacle


def test_a_review_sent_back_and_approved_again_publishes_its_new_evidence(desk, read_output):
    correction = reviewing.correct(desk, 1, note="A second source.", actor="ada")
    reviewing.submit(desk, correction, actor="ada")
    reviewing.approve(desk, correction, actor="ben")
    reviewing.send_back(desk, correction, actor="ben")
    linking.add_link(desk, 1, "https://port.example/counts", actor="ada")
    publish_on(desk, correction, "2024-07-01")
    assert "https://port.example/counts" in "\n".join(read_output())


def test_an_abandoned_correction_leaves_what_readers_had(desk, read_output, unchanged_output):
    correction = reviewing.correct(desk, 1, note="We had it wrong.", actor="ada")
    linking.remove_link(desk, 1, actor="ada")
    editing.edit_claim(desk, 1, text="Ferries ran empty", actor="ada")
    reviewing.give_up(desk, correction, actor="ada")
    assert read_output() == unchanged_output
    assert signed.changed_since(desk, 1) == {1: ["1 removed source"]}
    # Added again, the link is the signed one.
    linking.add_link(desk, 1, STATS, stance=Stance.REFUTES, title="Traffic", actor="ada")
    assert signed.changed_since(desk, 1) == {}
    for words in ("Letter of the port, 2 May", "Call with the port, 3 May"):
        linking.add_link(desk, 1, words, actor="ada")
    assert signed.changed_since(desk, 1) == {1: ["2 more sources"]}
    assert read_output() == unchanged_output


def test_changing_the_address_of_a_verdict_publishes_no_other_change(desk, read_output, unchanged_output):
    linking.add_link(desk, 1, "https://blog.example", actor="ada")
    reviewing.mend_address(desk, 1, "https://desk.example/2024/ferries", actor="ben")
    after = read_output()
    assert after != unchanged_output
    assert [line.replace("https://desk.example/2024/ferries", URL) for line in after] == unchanged_output


def test_a_withdrawn_verdict_is_not_published_and_has_no_changes(desk, read_output):
    linking.add_link(desk, 1, "https://blog.example", actor="ada")
    reviewing.withdraw(desk, 1, note="The harbour counted anew.", actor="ada")
    assert STATS not in "\n".join(read_output())
    assert signed.changed_since(desk, 1) == {}


def test_verdicts_in_two_languages_keep_their_own_signed_evidence(desk, desk_path, tmp_path):
    """Only one of them is corrected: the page of the other keeps its own links."""
    publish_on(desk, reviewing.correct(desk, 1, note="In English.", language="en", actor="ada"), "2024-06-11")
    norwegian = reviewing.draft(
        desk, 1, rating="Mostly false", scale="Four-step scale", language="no", actor="ada"
    )
    publish_on(desk, norwegian, "2024-06-12", url=f"{URL}/no")
    correction = reviewing.correct(desk, 2, note="A better source.", actor="ada")
    linking.remove_link(desk, 1, actor="ada")
    linking.add_link(desk, 1, "https://port.example/counts", actor="ada")
    publish_on(desk, correction, "2024-07-01")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    with closing(sqlite3.connect(tmp_path / "public.db")) as conn:
        links = conn.execute("select review_id, url from evidence order by review_id").fetchall()
    assert links == [(norwegian, STATS), (correction, "https://port.example/counts")]
    pages = {
        number: (tmp_path / "site" / "reviews" / f"{number}.html").read_text() for number in (1, norwegian)
    }
    assert (STATS in pages[norwegian], STATS in pages[1]) == (True, False)
    assert signed.changed_since(desk, 1) == {norwegian: ["1 more source", "1 removed source"]}


def test_separating_two_claims_leaves_the_signed_appearances(desk, desk_path, tmp_path):
    """The other claim's appearance is part of what was signed, and only a correction can remove it."""
    other = add_claim(
        desk,
        NewClaim("In May 40,000 took the ferry", source="https://tv.example/2", claimed_on="2024-06-06"),
        on_duplicate=OnDuplicate.NEW,
        actor="cid",
    ).claim_id
    judge(desk, 1, other, Judgement.SAME, actor="cid")
    publish_on(desk, reviewing.correct(desk, 1, note="It was on television, too.", actor="ada"), "2024-07-01")
    judge(desk, 1, other, Judgement.DIFFERENT, actor="cid")
    assert len(public_appearances(desk_path, tmp_path)) == 2
    assert signed.changed_since(desk, 1) == {2: ["1 removed appearance"]}


def test_another_publishers_review_is_exported_with_the_current_claimant(desk, desk_path, tmp_path):
    with write_transaction(desk, "ada"):
        desk.execute("insert into publishers (id, name) values (9, 'Another desk')")
        desk.execute(
            "insert into reviews (claim_id, publisher_id, origin, rating_id, url, reviewed_on, status)"
            " select 1, 9, 'imported', min(id), 'https://another.example', '2024-06-09', 'published' from ratings"
        )
        desk.execute("update claimants set role = 'harbour master' where id = 1")
    feed = tmp_path / "all.json"
    export_claimreview(desk_path, feed, all_publishers=True)
    ours, theirs = (line for line in feed.read_text().splitlines() if "DataFeedItem" in line)
    assert "harbour master" not in ours
    assert "harbour master" in theirs


def test_doctor_finds_a_verdict_whose_signed_contents_are_lost(desk):
    with write_transaction(desk, None):
        desk.execute("drop trigger signed_verdicts_stay")
        desk.execute("delete from signed_verdicts")
    assert "every signed verdict is kept as it was signed" in {
        finding.check for finding in examine(desk) if not finding.ok
    }


def test_a_page_of_the_site_has_the_same_claimreview_as_the_feed(desk, desk_path, tmp_path):
    """Even with an undated source and the address of an article's earlier version."""
    with write_transaction(desk, "ada"):
        desk.execute(
            "insert into articles (id, url, created_at) values (50, 'https://radio.example', '2024-06-01')"
        )
        desk.execute("insert into appearances (claim_id, article_id, claimant_id) values (1, 50, 1)")
        later = articles.add(desk, Article(text=f"{TEXT} So it is.", url=f"{PAGE}-2"), previous_id=1)
        add_quote(desk, later, 1)
    correction = reviewing.correct(desk, 1, note="It was on the radio, too.", actor="ada")
    publish_on(desk, correction, "2024-07-01")
    feed = tmp_path / "feed.json"
    export_claimreview(desk_path, feed)
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    [document] = json.loads(feed.read_text())["dataFeedElement"][0]["item"]
    page = (tmp_path / "site" / "reviews" / "1.html").read_text()
    script = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(script) == document
    pages = [document["itemReviewed"]["firstAppearance"], *document["itemReviewed"]["appearance"]]
    assert [page_data["url"] for page_data in pages] == ["https://radio.example", PAGE, f"{PAGE}-2"]


@pytest.mark.parametrize("url", [None, "https://radio.example"])
def test_a_claim_first_heard_off_line_has_no_first_page(desk, desk_path, tmp_path, url):
    """Even if the address of that source is added later."""
    with write_transaction(desk, "ada"):
        desk.execute("insert into articles (id, source, published_on) values (50, 'Radio 4', '2024-06-01')")
        desk.execute("insert into appearances (claim_id, article_id, claimant_id) values (1, 50, 1)")
    correction = reviewing.correct(desk, 1, note="It was on the radio before.", actor="ada")
    publish_on(desk, correction, "2024-07-01")
    with write_transaction(desk, "ada"):
        desk.execute("update articles set url = ? where id = 50", [url])
    read_public(desk_path, tmp_path)
    [document] = json.loads((tmp_path / "feed.json").read_text())["dataFeedElement"][0]["item"]
    item = document["itemReviewed"]
    assert "firstAppearance" not in item
    assert [page_data["url"] for page_data in item["appearance"]] == [PAGE, *([url] if url else [])]
    page = (tmp_path / "site" / "reviews" / "1.html").read_text()
    script = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(script) == document


def test_merging_the_claimant_of_a_verdict_does_not_change_the_verdict(desk, read_output):
    """As docs/speakers.md says of a name that is respelt or joined to another."""
    output = read_output()
    joining.spell(desk, "TOVE BRANDT", actor="ada")
    add_claim(desk, NewClaim("The quay is closed", claimant="Tove B. Brandt"), actor="ada")
    joining.join(desk, "Tove B. Brandt", ["TOVE BRANDT"], actor="ada")
    assert signed.changed_since(desk, 1) == {}
    assert read_output() == output
