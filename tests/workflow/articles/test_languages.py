"""An article has a language, and its claims have the same unless somebody gives them another."""

import pytest

from claimtrack.core.errors import InvalidValue, NotFound
from claimtrack.core.extract import Options
from claimtrack.core.model import Article
from claimtrack.store import articles, claims
from claimtrack.store.file.database import write_transaction
from claimtrack.store.views import ClaimFilter
from claimtrack.store.views import claims as list_claims
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles.describing import set_language
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import BUILT_IN
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.articles.reporting import dry_run_notices, ingest_notices
from claimtrack.workflow.editing import edit_claim
from claimtrack.workflow.undoing import take_back, take_back_import
from tests.tables import each_row

ENGLISH = (
    "The council sold 40 boats in May, and it was the first time that they had been sold, Zita Voll said."
)
WELSH = "“Mae rhenti wedi codi 12 y cant yng Nghaerdydd ers y llynedd,” meddai Siân Rhys wrth y gohebwyr ddydd Llun."
PAGE = "https://news.example/1"


@pytest.fixture
def ingest(desk):
    def ingest(text, **facts):
        return ingest_article(desk, Article(text, **facts), actor="ada")

    return ingest


def languages(db):
    return [claims.language(db, row["id"]) for row in list_claims(db)]


@pytest.mark.parametrize(
    ("text", "told", "stored"),
    [
        (WELSH, "cy", "cy"),
        (WELSH, None, None),
        (ENGLISH, None, "en"),
        # What the page says counts more than its words.
        (ENGLISH, "cy", "cy"),
    ],
)
def test_an_article_has_the_language_that_it_says_or_that_is_certain(ingest, desk, text, told, stored):
    done = ingest(text, language=told)
    assert articles.get(desk, done.article_id)["language"] == stored
    assert languages(desk) == [stored]
    assert ingest(text, language=told).kept == {}


def test_a_region_that_is_told_later_is_no_other_language(ingest, desk):
    ingest(ENGLISH, url=PAGE)
    again = ingest(ENGLISH, url=PAGE, language="en-GB")
    assert (again.kept, again.filled) == ({}, {})
    other = ingest(ENGLISH, url=PAGE, language="cy")
    assert other.kept == {"language": ("en", "cy")}
    assert any("`claimtrack articles edit 1 --language cy`" in line for line in ingest_notices(other))


def test_correcting_an_article_corrects_all_its_versions_and_their_claims(ingest, desk):
    ingest(WELSH, url=PAGE, language="en")
    ingest(f"{WELSH}\n\n“Mae 300 o ysgolion heb wres yn y gaeaf,” meddai wedyn.", url=PAGE, language="en")
    newer = ingest(f"Rhenti\n\n{WELSH}", url=PAGE, language="en")
    assert newer.previous_id is not None
    for text in ("It rained. Rents fell by 9 percent.", "It rained. Rents fell by 8 percent."):
        other = ingest(text, url="https://news.example/2", language="ga")
    assert other.previous_id is not None
    done = set_language(desk, newer.article_id, "Welsh", actor="ada")
    assert (done.before, done.language) == ("en", "cy")
    found = desk.execute("select distinct url, language from articles").fetchall()
    assert found == [(PAGE, "cy"), ("https://news.example/2", "ga")]
    assert set(languages(desk)) == {"cy", "ga"}
    again = ingest(f"Rhenti eto\n\n{WELSH}", url=PAGE, language="en")
    assert (again.previous_id, again.kept) == (newer.article_id, {"language": ("cy", "en")})
    assert articles.get(desk, again.article_id)["language"] == "cy"
    assert (
        f"keeps the language 'cy', not 'en'. To change it, run `claimtrack articles edit {again.article_id} --"
        in (" ".join(ingest_notices(again)))
    )
    take_back_import(desk, *again.written, actor="ada")
    take_back(desk, done.written, actor="ada")
    assert set(languages(desk)) == {"en", "ga"}


def test_a_dry_run_names_no_article_that_is_not_on_the_desk(ingest, desk):
    ingest(WELSH, url=PAGE, language="cy")
    with DryRun(desk, Options(), BUILT_IN) as run:
        planned = run.article(Article(f"Rhenti\n\n{WELSH}", url=PAGE, language="en"), None)
    assert [*dry_run_notices(planned, "saved.html")][-1] == (
        "saved.html would keep the language 'cy', not 'en'. To change it, run `claimtrack articles edit 1 --language en`"
    )


def test_the_correction_of_a_code_that_an_older_claimtrack_stored_can_be_undone(ingest, desk):
    ingest(WELSH)
    rule = "articles_language_is_a_code"
    [(sql,)] = desk.execute("select sql from sqlite_master where name = ?", [rule]).fetchall()
    for statement in (f"drop trigger {rule}", "update articles set language = 'en_GB'", sql):
        desk.execute(statement)
    done = set_language(desk, 1, "cy", actor="ada")
    take_back(desk, done.written, actor="ada")
    assert (articles.get(desk, 1)["language"], languages(desk)) == ("en_GB", ["en-GB"])
    with pytest.raises(InvalidValue, match="language must be a code"), write_transaction(desk, "ada"):
        articles.fill_in(desk, 1, {"language": "fr_FR"})


def test_a_wrong_language_or_article_is_refused(ingest, desk):
    ingest(WELSH)
    with pytest.raises(InvalidValue, match="not a known language: 'xx-yy-zz'"):
        set_language(desk, 1, "xx-yy-zz", actor="ada")
    with pytest.raises(NotFound):
        set_language(desk, 99, "cy", actor="ada")


def test_a_claim_has_its_own_language_or_that_of_its_first_article_that_has_one(ingest, desk):
    added = add_claim(desk, NewClaim("Rents rose.", language="EN_gb"), actor="ada")
    ingest(WELSH, language="cy")
    assert languages(desk) == ["en-GB", "cy"]
    edited = edit_claim(desk, 2, text="Rents in Cardiff rose by 12 percent", language="english", actor="ada")
    assert edited.changes["language"] == (None, "en")
    assert languages(desk) == ["en-GB", "en"]
    edit_claim(desk, 2, language="", actor="ada")
    edit_claim(desk, added.claim_id, language=None, actor="ada")
    assert languages(desk) == [None, "cy"]
    # Said again in a language, it is known.
    add_claim(desk, NewClaim("Rents rose.", source="Radio 4", language="en"), actor="ada")
    assert languages(desk) == ["en", "cy"]


@each_row(
    ("asked", "found"),
    [("cy", [2, 3]), ("cy-GB", [3]), ("CY", [2, 3]), ("c", []), ("", [4]), (None, [1, 2, 3, 4])],
)
def test_a_list_has_the_claims_in_a_language_with_its_regions(desk, asked, found):
    for number, code in enumerate(("en", "cy", "cy-GB", None)):
        add_claim(desk, NewClaim(f"Rents rose {number} times.", language=code), actor="ada")
    assert [row["id"] for row in list_claims(desk, ClaimFilter(language=asked))] == found
