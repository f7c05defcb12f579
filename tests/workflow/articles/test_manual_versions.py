"""A page rewritten at its address is reported as another article; a person can make it a version of the earlier one."""

import pytest

from claimtrack.core.errors import NotFound, Refused
from claimtrack.core.extract import Options
from claimtrack.core.model import Article
from claimtrack.store import claims
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import Extractor
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.articles.reporting import dry_run_notices, ingest_notices, same_address_notices
from tests.desks import extract_listed

URL = "https://news.example/dam"
ORIGINAL = ("The dam holds 12 million litres", "Tolls rose by 8 percent", "We planted 3,000 trees")
REWRITTEN = ("The dam holds 13 million litres", "Tolls rose by 9 percent")


def text_of(texts):
    return " ".join(f"{text}." for text in texts)


def extractor_of(texts):
    return Extractor(
        "test-1",
        lambda article, options: list(extract_listed(article.text, [(text, "Lee", 0.9) for text in texts])),
    )


@pytest.fixture
def ingest(desk):
    def ingest(*texts, version_of=None, source=None, **facts):
        article = Article(text_of(texts), **{"url": URL, "published_on": "2024-05-01", **facts})
        return ingest_article(
            desk, article, extractor=extractor_of(texts), source=source, version_of=version_of, actor="ada"
        )

    return ingest


@pytest.fixture
def plan(desk):
    def plan(*texts, version_of=None, **facts):
        with DryRun(desk, Options(), extractor_of(texts)) as run:
            article = Article(text_of(texts), **{"url": URL, "published_on": "2024-05-01", **facts})
            planned = run.article(article, "v3.txt", version_of=version_of)
            return list(dry_run_notices(planned, "v3.txt"))

    return plan


def appearance_counts(db):
    """Each claim's number of appearances, and in how many articles it was dropped."""
    return [tuple(row) for row in db.execute("select appearances, dropped from claim_overview order by id")]


def test_a_rewritten_page_is_another_article_and_names_the_earlier_one(ingest, plan):
    ingest(*ORIGINAL)
    [planned] = plan(*REWRITTEN)
    result = ingest(*REWRITTEN)
    assert (result.previous_id, result.same_address_id) == (None, 1)
    [notice] = same_address_notices([result])
    assert notice.startswith(
        "Article 2 is at the same address as article 1, but is treated as another article"
    )
    assert "--version-of 1" in notice
    assert planned.startswith(
        "v3.txt would be at the same address as article 1, but is treated as another article"
    )
    assert list(same_address_notices([ingest(*REWRITTEN)])) == []  # reported only once


@pytest.mark.parametrize(
    ("texts", "facts"),
    [
        pytest.param(REWRITTEN, {"url": "https://news.example/weir"}, id="another address"),
        pytest.param(REWRITTEN, {"url": None}, id="no address"),
        pytest.param((ORIGINAL[0], *REWRITTEN), {}, id="a recognised version"),
        pytest.param(REWRITTEN, {"title": "The dam"}, id="a version recognised by its title"),
    ],
)
def test_a_new_address_or_a_recognised_version_causes_no_notice(ingest, texts, facts):
    ingest(*ORIGINAL, title="The dam")
    assert list(same_address_notices([ingest(*texts, **facts)])) == []


def test_many_articles_at_one_address_are_reported_in_two_lines(ingest):
    results = [
        ingest(f"Pump {number} moved {number} tonnes", source=f"{number}.txt") for number in range(2, 12)
    ]
    first, others = same_address_notices(results)
    assert first.startswith("Article 2 is at the same address as article 1,")
    assert others.startswith("The same goes for articles 3 (at that of 2), 4 (at that of 3),")
    assert others.endswith("and 3 more.")
    of_one_feed = [
        ingest(f"Crane {number} moved {number} tonnes", source="feed.xml") for number in range(2, 12)
    ]
    assert (
        len(list(same_address_notices(of_one_feed))) == 1
    )  # the first one, at the address of the last article before


def test_a_person_can_make_an_article_a_version_of_another(ingest, plan, desk):
    ingest(*ORIGINAL)
    assert plan(*REWRITTEN, version_of=1)[0] == "v3.txt would be a new version of article 1."
    result = ingest(*REWRITTEN, version_of=1)
    assert (result.article_id, result.previous_id, result.same_address_id) == (2, 1, None)
    notices = list(ingest_notices(result))
    assert notices[0] == "Article 2 is a new version of article 1."
    assert [line.partition(" (")[0].strip() for line in notices[1:]] == [
        "It no longer contains claim 1",
        "Perhaps it now reads",
        "It no longer contains claim 2",
        "Perhaps it now reads",
        "It no longer contains claim 3",
    ]
    assert appearance_counts(desk) == [(1, 1), (1, 1), (1, 1), (1, 0), (1, 0)]


def test_an_article_already_on_the_desk_becomes_a_version_and_keeps_its_edits(ingest, plan, desk):
    ingest(*ORIGINAL)
    ingest(*REWRITTEN)
    with write_transaction(desk, "ada"):
        claims.update(desk, 4, text="The dam holds 13 million litres of water")
    assert plan(*REWRITTEN, version_of=1)[0] == "v3.txt would be a new version of article 1."
    result = ingest(*REWRITTEN, version_of=1)
    assert (result.is_new_article, result.previous_id, result.joined_by_hand, result.known) == (
        False,
        1,
        True,
        2,
    )
    assert next(iter(ingest_notices(result))) == "Article 2 is a new version of article 1."
    assert appearance_counts(desk) == [(1, 1), (1, 1), (1, 1), (1, 0), (1, 0)]
    assert claims.get(desk, 4).text.endswith("of water")
    again = ingest(*REWRITTEN, version_of=1)
    assert (again.joined_by_hand, again.previous_id) == (False, None)


def test_a_version_of_an_older_article_is_appended_to_its_newest_version(ingest, desk):
    ingest(*ORIGINAL)
    ingest(*ORIGINAL[:2], "It rained 4 days")
    ingest(*REWRITTEN)
    ingest("Boats rose by 2 percent", *REWRITTEN)
    assert ingest(*REWRITTEN, version_of=1).previous_id == 2
    chain = desk.execute("select id, previous_id from articles order by id").fetchall()
    assert chain == [(1, None), (2, 1), (3, 2), (4, 3)]


def test_claims_in_both_articles_are_carried_over_once(ingest, desk):
    ingest(*ORIGINAL, url=None)
    result = ingest(ORIGINAL[2], *REWRITTEN, url="https://other.example/copy", version_of=1)
    assert (result.new, result.known) == (2, 1)
    assert appearance_counts(desk) == [(1, 1), (1, 1), (1, 0), (1, 0), (1, 0)]


def test_an_unknown_article_or_a_text_that_is_already_a_version_is_refused(ingest):
    ingest(*ORIGINAL)
    ingest("It rained 4 days", *ORIGINAL)
    ingest("Fees rose by 6 percent", url="https://news.example/fees")
    with pytest.raises(NotFound):
        ingest(*REWRITTEN, version_of=77)
    with pytest.raises(Refused, match="article 2 has this same text, and is already a version of article 1"):
        ingest("It rained 4 days", *ORIGINAL, version_of=3)
