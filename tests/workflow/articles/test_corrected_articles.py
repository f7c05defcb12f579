"""An article that is corrected and ingested again: which claims it drops, and on which days it contained them."""

import sqlite3

import pytest

from claimtrack.core.extract import Options
from claimtrack.core.model import Article, Judgement, Status
from claimtrack.store import appearances, claims
from claimtrack.store.file.database import create_or_migrate
from claimtrack.store.statistics import who_repeats
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
def ingest_version(desk, file_claims):
    """Ingests a version of an article that consists of exactly these claims."""

    def ingest_version(*texts, **facts):
        return file_claims(
            desk, text_of(texts), [(text, "Lee", 0.9) for text in texts], **{"url": URL, **facts}
        )

    return ingest_version


def text_of(texts):
    return " ".join(f"{text}." for text in texts)


def ids_and_statuses(dropped):
    return [(claim.claim_id, claim.status) for claim in dropped]


def overview_of(db, claim_id):
    sql = "select appearances, first_seen, last_seen, dropped from claim_overview where id = ?"
    return db.execute(sql, [claim_id]).fetchone()


def test_the_versions_of_an_article_count_as_one_occasion_from_first_to_last_day(ingest_version, desk):
    ingest_version(TRAINS, SCHOOLS, published_on="2024-05-01")
    ingest_version(TRAINS, MORE_SCHOOLS, published_on="2024-05-09")
    assert overview_of(desk, 1) == (1, "2024-05-01", "2024-05-09", 0)
    [entry] = claim_dossier(desk, 1)["ledger"]["entries"]
    assert (entry["seen_on"], entry["last_seen"], entry["article_id"]) == ("2024-05-01", "2024-05-09", 2)


def test_an_appearance_names_the_version_that_superseded_its_article(ingest_version, desk):
    ingest_version(TRAINS, SCHOOLS)
    ingest_version(TRAINS, MORE_SCHOOLS)
    ingest_version(TRAINS, url="https://other.example/2")
    rows = claim_dossier(desk, 1)["appearances"]
    assert [(row["article_id"], row["superseded_by_id"]) for row in rows] == [(1, 2), (2, None), (3, None)]
    [dropped] = claim_dossier(desk, 2)["appearances"]
    assert (dropped["superseded_by_id"], dropped["dropped_by_id"]) == (2, 2)
    assert overview_of(desk, 1)[0] == claim_dossier(desk, 1)["ledger"]["appearances"] == 2


def test_ingesting_an_older_version_later_moves_the_first_day_back(ingest_version, desk):
    ingest_version(TRAINS, published_on="2024-05-09")
    ingest_version(TRAINS, MORE_SCHOOLS, published_on="2024-05-01")
    assert overview_of(desk, 1)[:3] == (1, "2024-05-01", "2024-05-09")


def test_the_ledger_and_repeats_have_the_first_day_even_after_a_correction(ingest_version, desk):
    ingest_version(TRAINS, SCHOOLS, published_on="2024-05-01")
    ingest_version(TRAINS, url="https://other.example/2", published_on="2024-05-05")
    ingest_version(TRAINS, MORE_SCHOOLS, published_on="2024-05-09")
    entries = claim_dossier(desk, 1)["ledger"]["entries"]
    assert [(entry["seen_on"], entry["nth"], entry["article_id"]) for entry in entries] == [
        ("2024-05-01", 1, 3),
        ("2024-05-05", 2, 2),
    ]
    for limit in (None, 5):
        [repeats] = who_repeats(desk, limit=limit)
        told = (repeats["appearances"], repeats["first_seen"], repeats["last_seen"])
        assert told == overview_of(desk, 1)[:3] == (2, "2024-05-01", "2024-05-09")


def test_a_new_version_reports_dropped_claims_without_changing_their_status(ingest_version, desk):
    ingest_version(TRAINS, SCHOOLS, "It rained")
    work.set_status(desk, 2, Status.OPEN, actor="ada")
    work.set_status(desk, 3, Status.REJECTED, actor="ada")
    result = ingest_version(TRAINS, MORE_SCHOOLS)
    assert ids_and_statuses(result.dropped) == [(2, Status.OPEN), (3, Status.REJECTED)]
    assert [claims.get(desk, claim_id).status for claim_id in (2, 3)] == [Status.OPEN, Status.REJECTED]
    [rows] = claim_dossier(desk, 2)["appearances"]
    assert rows["dropped_by_id"] == result.article_id
    assert [overview_of(desk, claim_id)[3] for claim_id in (1, 2, 3, 4)] == [0, 1, 1, 0]
    # The second time the version is known and nothing is reported again.
    assert ingest_version(TRAINS, MORE_SCHOOLS).dropped == ()


def test_a_claim_judged_the_same_as_one_still_in_the_article_is_not_dropped(ingest_version, desk):
    ingest_version(TRAINS, SCHOOLS)
    result = ingest_version(TRAINS, MORE_SCHOOLS)
    assert ids_and_statuses(result.dropped) == [(2, Status.PROPOSED)]
    judging.judge(desk, 2, 3, Judgement.SAME, actor="ada")
    assert overview_of(desk, 2)[0] == overview_of(desk, 3)[0] == 1
    assert overview_of(desk, 2)[3] == 0
    assert claim_dossier(desk, 2)["appearances"][0]["dropped_by_id"] is None
    # It is not reported either when the next version drops another claim.
    assert ids_and_statuses(ingest_version(MORE_SCHOOLS).dropped) == [(1, Status.PROPOSED)]


def test_a_dropped_claim_that_returns_counts_as_one_occasion(ingest_version, desk):
    ingest_version(TRAINS, SCHOOLS, published_on="2024-05-01")
    ingest_version(TRAINS, MORE_SCHOOLS, published_on="2024-05-02")
    ingest_version(TRAINS, SCHOOLS, "It rained", published_on="2024-05-03")
    assert overview_of(desk, 2) == (1, "2024-05-01", "2024-05-03", 0)
    assert overview_of(desk, 3) == (1, "2024-05-02", "2024-05-02", 1)


def test_an_older_text_that_is_ingested_again_becomes_the_newest_version(ingest_version, desk):
    versions = {1: (TRAINS, SCHOOLS), 2: (TRAINS, MORE_SCHOOLS), 3: (TRAINS, "36 schools closed")}
    for number, day in ((1, "01"), (2, "02"), (3, "03")):
        ingest_version(*versions[number], published_on=f"2024-05-{day}")
    returned = ingest_version(*versions[1], published_on=None)
    assert (returned.article_id, returned.is_new_article, returned.previous_id) == (1, False, 3)
    assert ids_and_statuses(returned.dropped) == [(4, Status.PROPOSED)]
    assert [overview_of(desk, claim_id)[3] for claim_id in (1, 2, 3, 4)] == [0, 0, 1, 1]
    assert overview_of(desk, 1) == (1, "2024-05-01", "2024-05-03", 0)
    assert [entry["article_id"] for entry in claim_dossier(desk, 1)["ledger"]["entries"]] == [1]
    # Only once: it is the newest now. A later text follows it, and a version in between may return, too.
    assert ingest_version(*versions[1], published_on=None).previous_id is None
    assert ingest_version(*versions[2], published_on=None).previous_id == 1
    assert ingest_version(TRAINS, "37 schools closed", published_on=None).previous_id == 2
    assert [overview_of(desk, claim_id)[3] for claim_id in (1, 2, 3, 4)] == [0, 1, 1, 1]


def test_a_returning_version_keeps_claims_that_people_added_to_the_one_before(desk, file_claims):
    first, later = (f"{more}{TRAINS}. It rained." for more in ("", "So it was. "))
    for text in (first, later):
        file_claims(desk, text, [(TRAINS, "Lee", 0.9)], url=URL)
    added = add_claim(desk, NewClaim("Rain fell all day", source=URL), actor="ada").claim_id
    marked = marking.mark(desk, 2, "It rained", actor="ada").claim_id
    again = file_claims(desk, first, [(TRAINS, "Lee", 0.9), ("It rained", "Lee", 0.9)], url=URL)
    assert (again.article_id, again.new, again.known) == (1, 0, 2)
    quotes = [(row["claim_id"], row["quote"]) for row in appearances.of_article(desk, 1)]
    assert quotes == [(added, None), (1, TRAINS), (marked, "It rained")]
    assert again.dropped == ()
    assert [overview_of(desk, claim_id)[0] for claim_id in (1, added, marked)] == [1, 1, 1]


def test_a_claim_added_for_an_address_belongs_to_its_current_version(ingest_version, desk):
    for texts in ((TRAINS, SCHOOLS), (TRAINS, MORE_SCHOOLS), (TRAINS, SCHOOLS)):
        ingest_version(*texts)
    claim_id = add_claim(desk, NewClaim("Rain fell all day", source=URL), actor="ada").claim_id
    assert [row["article_id"] for row in claim_dossier(desk, claim_id)["appearances"]] == [1]


def test_a_claim_dropped_by_one_article_still_counts_in_another(ingest_version, desk):
    ingest_version(TRAINS, SCHOOLS, published_on="2024-05-01")
    ingest_version(SCHOOLS, url="https://other.example/2", published_on="2024-05-05")
    ingest_version(TRAINS, published_on="2024-05-09")
    assert overview_of(desk, 2) == (2, "2024-05-01", "2024-05-05", 1)
    triage_case = case(desk, 2)
    assert (triage_case.appearances, triage_case.dropped) == (2, 1)


def test_a_dry_run_predicts_the_previous_version_and_dropped_claims(ingest_version, desk):
    ingest_version(TRAINS, SCHOOLS, "It rained")
    judging.judge(desk, 2, 3, Judgement.SAME, actor="ada")
    versions = [(TRAINS, MORE_SCHOOLS), (TRAINS, "It rained"), (TRAINS, SCHOOLS, "It rained", "So it was")]
    for texts in [*versions, versions[0]]:
        article = Article(text=text_of(texts), url=URL, outlet="The Daily")
        extractor = Extractor("rules", lambda article, options: [])
        planned = DryRun(desk, Options(), extractor).article(article, None)
        assert planned.ingested.previous_id is not None
        result = ingest_article(desk, article, extractor=extractor, actor="ada")
        assert (planned.ingested.previous_id, planned.ingested.dropped) == (
            result.previous_id,
            result.dropped,
        )


def test_a_claim_from_an_undated_article_has_no_first_day(ingest_version, desk):
    ingest_version(TRAINS, published_on=None)
    assert overview_of(desk, 1) == (1, None, None, 0)
    claim_ledger = claim_dossier(desk, 1)["ledger"]
    assert (claim_ledger["undated"], claim_ledger["entries"][0]["seen_on"]) == (1, None)
    assert claim_ledger["entries"][0]["filed_on"] is not None
    # A later version with a date gives the first known day.
    ingest_version(TRAINS, MORE_SCHOOLS, published_on="2024-05-09")
    assert overview_of(desk, 1) == (1, "2024-05-09", "2024-05-09", 0)


def test_an_upgraded_desk_reports_dropped_claims_too(tmp_path):
    path = write_released(tmp_path / "old.db")
    conn = sqlite3.connect(path)
    appearances_before = conn.execute("select id, claim_id, quote from appearances order by id").fetchall()
    conn.close()
    db, _ = create_or_migrate(path)
    assert (
        db.execute("select id, claim_id, quote from appearances order by id").fetchall() == appearances_before
    )
    article = next(db.query("select * from articles where id = 1"))
    quotes = db.execute("select claim_id, quote from appearances where article_id = 1 order by id").fetchall()
    shortened = article["text"].replace(quotes[-1][1], "")
    result = ingest_article(
        db, Article(text=shortened, url=article["url"], published_on="2024-05-02"), actor="ada"
    )
    assert result.previous_id == 1
    assert quotes[-1][0] in {claim.claim_id for claim in result.dropped}
    assert overview_of(db, quotes[-1][0])[3] == 1
    assert overview_of(db, quotes[0][0])[1:] == ("2024-04-22", "2024-05-02", 0)
    db.close()


def test_what_is_read_under_a_urn_is_one_article_whatever_becomes_of_its_text(ingest_version):
    item = {"url": None, "source": "urn:newsml:agency.example:1"}
    ingest_version(TRAINS, SCHOOLS, title="Trains late", published_on="2024-05-01", **item)
    update = ingest_version(TRAINS, MORE_SCHOOLS, title="UPDATE 1", published_on="2024-05-02", **item)
    withdrawn = ingest_version(title="KILL", published_on="2024-05-03", **item)
    assert (update.previous_id, ids_and_statuses(update.dropped)) == (1, [(2, Status.PROPOSED)])
    assert (withdrawn.previous_id, [one.claim_id for one in withdrawn.dropped]) == (2, [1, 3])
    other = ingest_version(TRAINS, title="Trains late", url=None, source="urn:newsml:agency.example:2")
    assert other.previous_id is None


def test_an_item_with_the_former_text_of_another_does_not_make_that_one_current(ingest_version):
    item, other = ({"url": None, "source": f"URN:newsml:agency.example:{number}"} for number in (1, 2))
    ingest_version(TRAINS, **item)
    assert ingest_version(SCHOOLS, title="Schools", **item).previous_id == 1
    copied = ingest_version(TRAINS, **other)
    assert (copied.article_id, copied.previous_id, copied.dropped) == (3, None, ())
    # The agency did go back to its first text.
    assert ingest_version(TRAINS, **item).previous_id == 2
