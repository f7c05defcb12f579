"""An article is corrected and read again: which claims it no longer holds, and on which days it held them."""

import sqlite3

import pytest

from claimtrack.core.extract import Options
from claimtrack.core.model import Article, Judgement, Status
from claimtrack.store import appearances, claims
from claimtrack.store.file.database import create_or_migrate
from claimtrack.workflow import desk as work
from claimtrack.workflow import marking
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import Extractor
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.dossier import claim_dossier
from claimtrack.workflow.matching import judging
from claimtrack.workflow.triage import case
from tests.desks import write_released

URL = "https://news.example/1"
TRAINS, SCHOOLS, MORE_SCHOOLS = "12 trains were late", "30 schools closed", "35 schools closed"


@pytest.fixture
def ingest(desk, file_claims):
    """Files an article that says these claims and nothing else."""

    def ingest(*said, **facts):
        return file_claims(desk, text_of(said), [(one, "Lee", 0.9) for one in said], **{"url": URL, **facts})

    return ingest


def text_of(said):
    return " ".join(f"{one}." for one in said)


def told(dropped):
    return [(one.claim_id, one.status) for one in dropped]


def overview(db, claim_id):
    sql = "select appearances, first_seen, last_seen, dropped from claim_overview where id = ?"
    return db.execute(sql, [claim_id]).fetchone()


def test_versions_are_one_place_from_the_first_day_to_the_last(ingest, desk):
    ingest(TRAINS, SCHOOLS, published_on="2024-05-01")
    ingest(TRAINS, MORE_SCHOOLS, published_on="2024-05-09")
    assert overview(desk, 1) == (1, "2024-05-01", "2024-05-09", 0)
    [entry] = claim_dossier(desk, 1)["ledger"]["entries"]
    assert (entry["seen_on"], entry["last_seen"], entry["article_id"]) == ("2024-05-01", "2024-05-09", 2)


def test_an_appearance_tells_which_version_of_its_article_followed(ingest, desk):
    ingest(TRAINS, SCHOOLS)
    ingest(TRAINS, MORE_SCHOOLS)
    ingest(TRAINS, url="https://other.example/2")
    seen = claim_dossier(desk, 1)["appearances"]
    assert [(row["article_id"], row["superseded_by"]) for row in seen] == [(1, 2), (2, None), (3, None)]
    [gone] = claim_dossier(desk, 2)["appearances"]
    assert (gone["superseded_by"], gone["dropped_by"]) == (2, 2)
    assert overview(desk, 1)[0] == claim_dossier(desk, 1)["ledger"]["times"] == 2


def test_an_older_version_that_is_read_later_makes_the_first_day_earlier(ingest, desk):
    ingest(TRAINS, published_on="2024-05-09")
    ingest(TRAINS, MORE_SCHOOLS, published_on="2024-05-01")
    assert overview(desk, 1)[:3] == (1, "2024-05-01", "2024-05-09")


def test_what_was_said_first_stands_first_in_the_ledger_also_when_it_was_corrected_later(ingest, desk):
    ingest(TRAINS, SCHOOLS, published_on="2024-05-01")
    ingest(TRAINS, url="https://other.example/2", published_on="2024-05-05")
    ingest(TRAINS, MORE_SCHOOLS, published_on="2024-05-09")
    entries = claim_dossier(desk, 1)["ledger"]["entries"]
    assert [(entry["seen_on"], entry["nth"], entry["article_id"]) for entry in entries] == [
        ("2024-05-01", 1, 3),
        ("2024-05-05", 2, 2),
    ]


def test_a_new_version_names_the_claims_it_no_longer_holds_and_decides_nothing(ingest, desk):
    ingest(TRAINS, SCHOOLS, "It rained")
    work.set_status(desk, 2, Status.OPEN, actor="ada")
    work.set_status(desk, 3, Status.REJECTED, actor="ada")
    done = ingest(TRAINS, MORE_SCHOOLS)
    assert told(done.dropped) == [(2, Status.OPEN), (3, Status.REJECTED)]
    assert [claims.get(desk, one).status for one in (2, 3)] == [Status.OPEN, Status.REJECTED]
    [seen] = claim_dossier(desk, 2)["appearances"]
    assert seen["dropped_by"] == done.article_id
    assert [overview(desk, one)[3] for one in (1, 2, 3, 4)] == [0, 1, 1, 0]
    # The second time it is known, and nothing is told again.
    assert ingest(TRAINS, MORE_SCHOOLS).dropped == ()


def test_a_claim_judged_the_same_as_one_that_stands_there_is_held(ingest, desk):
    ingest(TRAINS, SCHOOLS)
    done = ingest(TRAINS, MORE_SCHOOLS)
    assert told(done.dropped) == [(2, Status.PROPOSED)]
    judging.judge(desk, 2, 3, Judgement.SAME, actor="ada")
    assert overview(desk, 2)[0] == overview(desk, 3)[0] == 1
    assert overview(desk, 2)[3] == 0
    assert claim_dossier(desk, 2)["appearances"][0]["dropped_by"] is None
    # Nor is it told when the next version drops something else.
    assert told(ingest(MORE_SCHOOLS).dropped) == [(1, Status.PROPOSED)]


def test_a_claim_that_comes_back_is_held_and_was_seen_in_one_place(ingest, desk):
    ingest(TRAINS, SCHOOLS, published_on="2024-05-01")
    ingest(TRAINS, MORE_SCHOOLS, published_on="2024-05-02")
    ingest(TRAINS, SCHOOLS, "It rained", published_on="2024-05-03")
    assert overview(desk, 2) == (1, "2024-05-01", "2024-05-03", 0)
    assert overview(desk, 3) == (1, "2024-05-02", "2024-05-02", 1)


def test_an_older_text_that_is_read_again_is_the_newest_version(ingest, desk):
    said = {1: (TRAINS, SCHOOLS), 2: (TRAINS, MORE_SCHOOLS), 3: (TRAINS, "36 schools closed")}
    for number, day in ((1, "01"), (2, "02"), (3, "03")):
        ingest(*said[number], published_on=f"2024-05-{day}")
    back = ingest(*said[1])
    assert (back.article_id, back.is_new_article, back.previous_id) == (1, False, 3)
    assert told(back.dropped) == [(4, Status.PROPOSED)]
    assert [overview(desk, one)[3] for one in (1, 2, 3, 4)] == [0, 0, 1, 1]
    assert overview(desk, 1) == (1, "2024-05-01", "2024-05-03", 0)
    assert [entry["article_id"] for entry in claim_dossier(desk, 1)["ledger"]["entries"]] == [1]
    # Once: it is the newest now. A text that comes after it follows it, and a version between may come back as well.
    assert ingest(*said[1]).previous_id is None
    assert ingest(*said[2]).previous_id == 1
    assert ingest(TRAINS, "37 schools closed").previous_id == 2
    assert [overview(desk, one)[3] for one in (1, 2, 3, 4)] == [0, 1, 1, 1]


def test_it_has_what_people_told_of_the_version_before_that_stands_in_it_too(desk, file_claims):
    first, later = (f"{more}{TRAINS}. It rained." for more in ("", "So it was. "))
    for text in (first, later):
        file_claims(desk, text, [(TRAINS, "Lee", 0.9)], url=URL)
    heard = add_claim(desk, NewClaim("Rain fell all day", source=URL), actor="ada").claim_id
    marked = marking.mark(desk, 2, "It rained", actor="ada").claim_id
    again = file_claims(desk, first, [(TRAINS, "Lee", 0.9), ("It rained", "Lee", 0.9)], url=URL)
    assert (again.article_id, again.new, again.known) == (1, 0, 2)
    there = [(row["claim_id"], row["quote"]) for row in appearances.of_article(desk, 1)]
    assert there == [(heard, None), (1, TRAINS), (marked, "It rained")]
    assert again.dropped == ()
    assert [overview(desk, one)[0] for one in (1, heard, marked)] == [1, 1, 1]


def test_what_is_told_of_an_address_is_told_of_the_text_that_stands_there_now(ingest, desk):
    for said in ((TRAINS, SCHOOLS), (TRAINS, MORE_SCHOOLS), (TRAINS, SCHOOLS)):
        ingest(*said)
    claim_id = add_claim(desk, NewClaim("Rain fell all day", source=URL), actor="ada").claim_id
    assert [row["article_id"] for row in claim_dossier(desk, claim_id)["appearances"]] == [1]


def test_a_claim_that_another_article_still_holds_was_dropped_in_one_place_of_two(ingest, desk):
    ingest(TRAINS, SCHOOLS, published_on="2024-05-01")
    ingest(SCHOOLS, url="https://other.example/2", published_on="2024-05-05")
    ingest(TRAINS, published_on="2024-05-09")
    assert overview(desk, 2) == (2, "2024-05-01", "2024-05-05", 1)
    found = case(desk, 2)
    assert (found.times, found.dropped) == (2, 1)


def test_it_is_planned_as_it_comes(ingest, desk):
    ingest(TRAINS, SCHOOLS, "It rained")
    judging.judge(desk, 2, 3, Judgement.SAME, actor="ada")
    versions = [(TRAINS, MORE_SCHOOLS), (TRAINS, "It rained"), (TRAINS, SCHOOLS, "It rained", "So it was")]
    for said in [*versions, versions[0]]:
        article = Article(text=text_of(said), url=URL, outlet="The Daily")
        extractor = Extractor("rules", lambda article, options: [])
        planned = DryRun(desk, Options(), extractor).article(article, None)
        assert planned.ingested.previous_id is not None
        done = ingest_article(desk, article, extractor=extractor, actor="ada")
        assert (planned.ingested.previous_id, planned.ingested.dropped) == (done.previous_id, done.dropped)


def test_the_day_of_an_article_that_nobody_told_is_not_known(ingest, desk):
    ingest(TRAINS, published_on=None)
    assert overview(desk, 1) == (1, None, None, 0)
    book = claim_dossier(desk, 1)["ledger"]
    assert (book["undated"], book["entries"][0]["seen_on"]) == (1, None)
    assert book["entries"][0]["filed_on"] is not None
    # A version that tells its day is the first day that is known.
    ingest(TRAINS, MORE_SCHOOLS, published_on="2024-05-09")
    assert overview(desk, 1) == (1, "2024-05-09", "2024-05-09", 0)


def test_a_desk_of_before_tells_it_too(tmp_path):
    path = write_released(tmp_path / "old.db")
    conn = sqlite3.connect(path)
    kept = conn.execute("select id, claim_id, quote from appearances order by id").fetchall()
    conn.close()
    db, _ = create_or_migrate(path)
    assert db.execute("select id, claim_id, quote from appearances order by id").fetchall() == kept
    article = next(db.query("select * from articles where id = 1"))
    held = db.execute("select claim_id, quote from appearances where article_id = 1 order by id").fetchall()
    shortened = article["text"].replace(held[-1][1], "")
    done = ingest_article(
        db, Article(text=shortened, url=article["url"], published_on="2024-05-02"), actor="ada"
    )
    assert done.previous_id == 1
    assert held[-1][0] in {one.claim_id for one in done.dropped}
    assert overview(db, held[-1][0])[3] == 1
    assert overview(db, held[0][0])[1:] == ("2024-04-22", "2024-05-02", 0)
    db.close()
