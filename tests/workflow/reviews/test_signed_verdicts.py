"""What readers get of a verdict is what two people signed: one person alone changes none of it on the desk.

Each change is tried while the verdict stands and while a correction of it is a draft; "public" is all that leaves the desk.
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
from claimtrack.workflow import editing, joining, linking
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.exporting import export_claimreview
from claimtrack.workflow.matching.judging import judge
from claimtrack.workflow.publishing import publish
from claimtrack.workflow.reviews import linting, reviewing

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
        who = claimants.get_or_add(db, "Tove Brandt")
        claim_id = claims.add(db, WORDS, claimant_id=who, claimed_on="2024-06-04")
        paper = articles.add(
            db,
            Article(text=TEXT, url=PAGE, title="Full boats", outlet="The Herald", published_on="2024-06-05"),
        )
        quote_in(db, paper, who)
    linking.add_link(db, claim_id, STATS, stance=Stance.REFUTES, title="Traffic", actor="ada")
    draft = reviewing.draft(db, claim_id, rating="Mostly false", scale="Four-step scale", actor="ada")
    sign(db, draft, "2024-06-10")
    db.close()
    return path


@pytest.fixture
def desk(signed_file, desk_path):
    """A claim with a quote in an article, a place where it was heard, a link; a verdict on it by ada, signed by ben, out."""
    with closing(open_desk(shutil.copy(signed_file, desk_path))) as db:
        yield db


def quote_in(db, article_id, who, claim_id=1):
    db.execute(
        "insert into appearances (claim_id, article_id, claimant_id, span_start, span_end, quote, kind)"
        " values (?, ?, ?, 0, ?, ?, 'indirect')",
        [claim_id, article_id, who, len(WORDS), WORDS],
    )


def sign(db, review_id, day, url=URL):
    reviewing.submit(db, review_id, actor="ada")
    reviewing.approve(db, review_id, actor="ben")
    reviewing.publish(db, review_id, url=url, reviewed_on=day, actor="ada")


def read_public(desk_path, folder):
    """All that leaves the desk, as the lines of the feed, of the public copy and of the site."""
    feed, copy, site = folder / "feed.json", folder / "public.db", folder / "site"
    export_claimreview(desk_path, feed)
    publish(desk_path, copy, site=site)
    with closing(sqlite3.connect(copy)) as conn:
        rows = list(conn.iterdump())
    pages = [line for page in sorted(site.rglob("*.html")) for line in page.read_text().splitlines()]
    return [*feed.read_text().splitlines(), *rows, *pages]


@pytest.fixture
def public(desk_path, tmp_path):
    """A function: all that leaves the desk now."""
    return lambda: read_public(desk_path, tmp_path)


@pytest.fixture(scope="module")
def before(signed_file, tmp_path_factory):
    """All that leaves the desk of these tests while nothing is changed."""
    return read_public(signed_file, tmp_path_factory.mktemp("before"))


def sql(statement):
    def change(db):
        with write_transaction(db, "ada"):
            db.execute(statement)

    return change


MOVED = "update appearances set quote = 'carried', span_start = 8, span_end = 15 where id = 1"
BY_ONE = {
    "a link is attached": lambda db: linking.add_link(db, 1, "https://blog.example", actor="ada"),
    "a link is taken off": lambda db: linking.remove_link(db, 1, actor="ada"),
    "a link is turned round": sql("update evidence set stance = 'supports'"),
    "a link leads elsewhere": sql("update evidence set url = 'https://elsewhere.example'"),
    "a link is called otherwise": sql(
        "update evidence set title = 'Lies', quote = 'All lies', is_primary = 1"
    ),
    "other words are quoted": sql(MOVED),
    "the quote is taken away": sql("delete from appearances where id = 1"),
    "the quote is of another day": sql("update appearances set said_on = '2020-02-02', kind = 'direct'"),
    "the quote is somebody else's": sql(
        "update appearances set speaker_as_written = 'x', claimant_id = null"
    ),
    "the article is another": sql(
        "update articles set url = 'https://other.example', title = 'T', outlet = 'O'"
    ),
    "the claimant is renamed": sql("update claimants set name = 'Tove Brand'"),
    "the claimant is a body": sql("update claimants set kind = 'organisation'"),
    "the claimant has an office": sql("update claimants set role = 'thief', url = 'https://thief.example'"),
    "the claimant is another": lambda db: editing.edit_claim(db, 1, claimant="Nils Aas", actor="ada"),
    "the claim is reworded": lambda db: editing.edit_claim(db, 1, text="Ferries ran empty", actor="ada"),
    "the claim is of another day": lambda db: editing.edit_claim(db, 1, claimed_on="2024-06-01", actor="ada"),
    "the scale has another end": sql("update rating_scales set best = best + 1, name = 'S'"),
    "the rating has another name": sql("update ratings set name = 'Whatever', value = 1"),
}


@pytest.mark.parametrize("is_corrected", [False, True], ids=["standing", "while it is corrected"])
@pytest.mark.parametrize("change", BY_ONE.values(), ids=BY_ONE)
def test_what_one_person_changes_on_the_desk_readers_do_not_get(desk, public, before, change, is_corrected):
    if is_corrected:
        reviewing.correct(desk, 1, note="We look at it again.", actor="ada")
    with suppress(ClaimtrackError):
        change(desk)
    assert public() == before


@pytest.mark.parametrize("change", BY_ONE.values(), ids=BY_ONE)
def test_they_get_it_with_a_correction_that_two_people_signed(desk, public, change):
    correction = reviewing.correct(desk, 1, note="We had it wrong.", actor="ada")
    assert signed.changed_since(desk, 1) == {}
    with suppress(ClaimtrackError):
        change(desk)
    is_changed = 1 in signed.changed_since(desk, 1)
    sign(desk, correction, "2024-07-01")
    assert signed.changed_since(desk, 1) == {}
    assert is_changed or change in (
        BY_ONE["the scale has another end"],
        BY_ONE["the rating has another name"],
    )


def test_a_definition_that_is_put_in_other_words_is_that_of_verdicts_to_come(desk, desk_path, tmp_path):
    sql("update ratings set definition = 'Not so.'")(desk)
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    page = (tmp_path / "site" / "reviews" / "1.html").read_text()
    assert "The claim is wrong in what matters." in page
    assert "Not so." not in page
    assert signed.changed_since(desk, 1) == {1: ["the definition of the rating"]}


def named(desk):
    return desk.execute("select appearances from claimreview_sheet").fetchone()[0]


def occasions(desk_path, tmp_path):
    publish(desk_path, tmp_path / "public.db")
    with closing(sqlite3.connect(tmp_path / "public.db")) as conn:
        return conn.execute("select quote, seen_on, title, url from appearances order by id").fetchall()


SIGNED = (WORDS, "2024-06-05", "Full boats", PAGE)


def test_where_the_claim_is_seen_later_is_added_behind_what_was_signed(desk, desk_path, tmp_path):
    """An earlier day, too: which page comes first, and the day of the claim, are a part of what was signed."""
    earlier = NewClaim(
        WORDS, claimant="Tove Brandt", source="https://radio.example/1", claimed_on="2024-05-30"
    )
    add_claim(desk, earlier, on_duplicate=OnDuplicate.ATTACH, actor="cid")
    again = NewClaim("In May 40,000 took the ferry", source="https://tv.example/2", claimed_on="2024-06-20")
    other = add_claim(desk, again, on_duplicate=OnDuplicate.NEW, actor="cid").claim_id
    judge(desk, 1, other, Judgement.SAME, actor="cid")
    assert named(desk) == f'["{PAGE}","https://radio.example/1","https://tv.example/2"]'
    assert occasions(desk_path, tmp_path) == [
        SIGNED,
        (None, "2024-05-30", None, "https://radio.example/1"),
        (None, "2024-06-20", None, "https://tv.example/2"),
    ]
    assert signed.changed_since(desk, 1) == {}


def test_what_is_seen_no_longer_or_again_counts_as_before(desk, desk_path, tmp_path):
    """The next version of an article holds the claim still, a speaker tells the day of what was signed without one."""
    with write_transaction(desk, "cid"):
        later = articles.add(
            desk,
            Article(text=f"{TEXT} She was asked twice.", url=PAGE, published_on="2024-06-07"),
            previous_id=1,
        )
        quote_in(desk, later, 1)
        desk.execute(
            "insert into appearances (claim_id, article_id, claimant_id, said_on) values (1, 1, 1, '2024-06-03')"
        )
    assert named(desk) == f'["{PAGE}"]'
    assert occasions(desk_path, tmp_path) == [SIGNED]


def test_what_nobody_knew_is_filled_in(desk, desk_path, tmp_path):
    """The saved copy of a link, and the page of a place that had no address."""
    with write_transaction(desk, "ada"):
        desk.execute("insert into articles (id, source) values (50, 'Harbour radio')")
        desk.execute("insert into appearances (id, claim_id, article_id, claimant_id) values (50, 1, 50, 1)")
    sign(desk, reviewing.correct(desk, 1, note="Heard on the radio, too.", actor="ada"), "2024-07-01")
    with write_transaction(desk, "ada"):
        desk.execute("update evidence set archived_url = 'https://archive.example/1'")
        desk.execute("update articles set url = 'https://radio.example', title = 'At noon' where id = 50")
    assert named(desk) == f'["{PAGE}","https://radio.example"]'
    assert occasions(desk_path, tmp_path) == [SIGNED, (None, None, "At noon", "https://radio.example")]
    with closing(sqlite3.connect(tmp_path / "public.db")) as conn:
        kept = conn.execute("select url, archived_url from evidence").fetchall()
    assert kept == [(STATS, "https://archive.example/1")]
    assert signed.changed_since(desk, 1) == {}
    # Of a link whose copy was signed, too, it is that copy.
    sign(desk, reviewing.correct(desk, 2, note="Saved.", actor="ada"), "2024-07-02")
    reviewing.correct(desk, 3, note="Another.", actor="ada")
    sql("update evidence set archived_url = 'https://archive.example/2'")(desk)
    assert "1 changed source" in signed.changed_since(desk, 1)[3]
    publish(desk_path, tmp_path / "public.db")
    with closing(sqlite3.connect(tmp_path / "public.db")) as conn:
        assert conn.execute("select archived_url from evidence").fetchone()[0] == "https://archive.example/1"


def test_a_link_that_came_after_the_signature_is_not_published_with_it(desk, public):
    correction = reviewing.correct(desk, 1, note="A second source.", actor="ada")
    linking.add_link(desk, 1, "https://port.example/counts", actor="ada")
    reviewing.submit(desk, correction, actor="ada")
    reviewing.approve(desk, correction, actor="ben")
    linking.add_link(desk, 1, "https://late.example", actor="ada")
    reviewing.publish(desk, correction, reviewed_on="2024-07-01", actor="ada")
    told = "\n".join(public())
    assert "https://port.example/counts" in told
    assert "https://late.example" not in told
    [beware] = [one for one in linting.obstacles(desk, correction) if "since" in one]
    assert "Changed on the desk since: 1 more source" in beware


def test_what_is_sent_back_is_signed_anew(desk, public):
    correction = reviewing.correct(desk, 1, note="A second source.", actor="ada")
    reviewing.submit(desk, correction, actor="ada")
    reviewing.approve(desk, correction, actor="ben")
    reviewing.send_back(desk, correction, actor="ben")
    linking.add_link(desk, 1, "https://port.example/counts", actor="ada")
    sign(desk, correction, "2024-07-01")
    assert "https://port.example/counts" in "\n".join(public())


def test_a_correction_that_is_given_up_leaves_what_readers_had(desk, public, before):
    correction = reviewing.correct(desk, 1, note="We had it wrong.", actor="ada")
    linking.remove_link(desk, 1, actor="ada")
    editing.edit_claim(desk, 1, text="Ferries ran empty", actor="ada")
    reviewing.give_up(desk, correction, actor="ada")
    assert public() == before
    assert signed.changed_since(desk, 1) == {1: ["1 removed source"]}
    # Attached again it is the link that was signed.
    linking.add_link(desk, 1, STATS, stance=Stance.REFUTES, title="Traffic", actor="ada")
    assert signed.changed_since(desk, 1) == {}
    assert public() == before


def test_its_address_is_mended_and_nothing_else_changes(desk, public, before):
    linking.add_link(desk, 1, "https://blog.example", actor="ada")
    reviewing.mend_address(desk, 1, "https://desk.example/2024/ferries", actor="ben")
    after = public()
    assert after != before
    assert [line.replace("https://desk.example/2024/ferries", URL) for line in after] == before


def test_a_verdict_that_was_taken_back_shows_nothing_and_tells_no_difference(desk, public):
    linking.add_link(desk, 1, "https://blog.example", actor="ada")
    reviewing.withdraw(desk, 1, note="The harbour counted anew.", actor="ada")
    assert STATS not in "\n".join(public())
    assert signed.changed_since(desk, 1) == {}


def test_of_two_languages_each_rests_on_what_was_signed_with_it(desk, desk_path, tmp_path):
    """One is corrected and the other not: the page of that one shows its own links."""
    sign(desk, reviewing.correct(desk, 1, note="In English.", language="en", actor="ada"), "2024-06-11")
    norse = reviewing.draft(
        desk, 1, rating="Mostly false", scale="Four-step scale", language="no", actor="ada"
    )
    sign(desk, norse, "2024-06-12", url=f"{URL}/no")
    correction = reviewing.correct(desk, 2, note="A better source.", actor="ada")
    linking.remove_link(desk, 1, actor="ada")
    linking.add_link(desk, 1, "https://port.example/counts", actor="ada")
    sign(desk, correction, "2024-07-01")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    with closing(sqlite3.connect(tmp_path / "public.db")) as conn:
        links = conn.execute("select review_id, url from evidence order by review_id").fetchall()
    assert links == [(norse, STATS), (correction, "https://port.example/counts")]
    pages = {number: (tmp_path / "site" / "reviews" / f"{number}.html").read_text() for number in (1, norse)}
    assert (STATS in pages[norse], STATS in pages[1]) == (True, False)
    assert signed.changed_since(desk, 1) == {norse: ["1 more source", "1 removed source"]}


def test_two_claims_that_are_parted_again_leave_what_was_signed(desk, desk_path, tmp_path):
    """That the one was said where the other was is a part of what two people signed: a correction takes it back."""
    other = add_claim(
        desk,
        NewClaim("In May 40,000 took the ferry", source="https://tv.example/2", claimed_on="2024-06-06"),
        on_duplicate=OnDuplicate.NEW,
        actor="cid",
    ).claim_id
    judge(desk, 1, other, Judgement.SAME, actor="cid")
    sign(desk, reviewing.correct(desk, 1, note="It was on television, too.", actor="ada"), "2024-07-01")
    judge(desk, 1, other, Judgement.DIFFERENT, actor="cid")
    assert len(occasions(desk_path, tmp_path)) == 2
    assert signed.changed_since(desk, 1) == {2: ["1 removed appearance"]}


def test_another_publishers_review_is_read_from_the_desk(desk, desk_path, tmp_path):
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


def test_doctor_finds_a_verdict_whose_contents_were_lost(desk):
    with write_transaction(desk, None):
        desk.execute("drop trigger signed_verdicts_stay")
        desk.execute("delete from signed_verdicts")
    assert "every signed verdict is kept as it was signed" in {
        one.check for one in examine(desk) if not one.ok
    }


def test_a_page_of_the_site_carries_what_the_feed_does(desk, desk_path, tmp_path):
    """Also a place of no known day, and the address of an article's earlier version."""
    with write_transaction(desk, "ada"):
        desk.execute(
            "insert into articles (id, url, created_at) values (50, 'https://radio.example', '2024-06-01')"
        )
        desk.execute("insert into appearances (claim_id, article_id, claimant_id) values (1, 50, 1)")
        later = articles.add(desk, Article(text=f"{TEXT} So it is.", url=f"{PAGE}-2"), previous_id=1)
        quote_in(desk, later, 1)
    correction = reviewing.correct(desk, 1, note="It was on the radio, too.", actor="ada")
    sign(desk, correction, "2024-07-01")
    feed = tmp_path / "feed.json"
    export_claimreview(desk_path, feed)
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    [document] = json.loads(feed.read_text())["dataFeedElement"][0]["item"]
    page = (tmp_path / "site" / "reviews" / "1.html").read_text()
    script = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(script) == document
    pages = [document["itemReviewed"]["firstAppearance"], *document["itemReviewed"]["appearance"]]
    assert [one["url"] for one in pages] == ["https://radio.example", PAGE, f"{PAGE}-2"]


@pytest.mark.parametrize("address", [None, "https://radio.example"])
def test_a_claim_that_was_heard_before_it_stood_on_a_page_first_appeared_there(
    desk, desk_path, tmp_path, address
):
    """Also where the address of that place is told later: the page that was signed as the first is none then, either."""
    with write_transaction(desk, "ada"):
        desk.execute("insert into articles (id, source, published_on) values (50, 'Radio 4', '2024-06-01')")
        desk.execute("insert into appearances (claim_id, article_id, claimant_id) values (1, 50, 1)")
    correction = reviewing.correct(desk, 1, note="It was on the radio before.", actor="ada")
    sign(desk, correction, "2024-07-01")
    with write_transaction(desk, "ada"):
        desk.execute("update articles set url = ? where id = 50", [address])
    read_public(desk_path, tmp_path)
    [document] = json.loads((tmp_path / "feed.json").read_text())["dataFeedElement"][0]["item"]
    item = document["itemReviewed"]
    assert "firstAppearance" not in item
    assert [one["url"] for one in item["appearance"]] == [PAGE, *([address] if address else [])]
    page = (tmp_path / "site" / "reviews" / "1.html").read_text()
    script = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(script) == document


def test_a_verdict_keeps_its_name_and_nobody_is_asked_to_correct_that(desk, public):
    """As docs/speakers.md has it, of a name that is spelt otherwise or joined to another."""
    before = public()
    joining.spell(desk, "TOVE BRANDT", actor="ada")
    add_claim(desk, NewClaim("The quay is closed", claimant="Tove B. Brandt"), actor="ada")
    joining.join(desk, "Tove B. Brandt", ["TOVE BRANDT"], actor="ada")
    assert signed.changed_since(desk, 1) == {}
    assert public() == before
