"""A page that was written anew at its address is another article, and says so; a person makes it a version of the former one."""

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

URL = "https://news.example/dam"
FIRST = ("The dam holds 12 million litres", "Tolls rose by 8 percent", "We planted 3,000 trees")
ANEW = ("The dam holds 13 million litres", "Tolls rose by 9 percent")


def text_of(said):
    return " ".join(f"{one}." for one in said)


def extractor_of(said):
    from tests.desks import rows

    return Extractor(
        "test-1", lambda article, options: list(rows(article.text, [(one, "Lee", 0.9) for one in said]))
    )


@pytest.fixture
def ingest(desk):
    def ingest(*said, version_of=None, source=None, **facts):
        article = Article(text_of(said), **{"url": URL, "published_on": "2024-05-01", **facts})
        return ingest_article(
            desk, article, extractor=extractor_of(said), source=source, version_of=version_of, actor="ada"
        )

    return ingest


@pytest.fixture
def plan(desk):
    def plan(*said, version_of=None, **facts):
        with DryRun(desk, Options(), extractor_of(said)) as run:
            article = Article(text_of(said), **{"url": URL, "published_on": "2024-05-01", **facts})
            planned = run.article(article, "v3.txt", version_of=version_of)
            return list(dry_run_notices(planned, "v3.txt"))

    return plan


def standing(db):
    """Each claim with the times it was said, and in how many articles it was dropped."""
    return [tuple(row) for row in db.execute("select appearances, dropped from claim_overview order by id")]


def test_a_page_written_anew_is_another_article_and_the_one_at_its_address_is_named(ingest, plan, desk):
    ingest(*FIRST)
    [planned] = plan(*ANEW)
    done = ingest(*ANEW)
    assert (done.previous_id, done.same_address_id) == (None, 1)
    [told] = same_address_notices([done])
    assert told.startswith("Article 2 is at the same address as article 1, but is treated as another article")
    assert "--version-of 1" in told
    assert planned.startswith(
        "v3.txt would be at the same address as article 1, but is treated as another article"
    )
    assert list(same_address_notices([ingest(*ANEW)])) == []  # known now: told once


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        pytest.param(ANEW, {"url": "https://news.example/weir"}, id="elsewhere"),
        pytest.param(ANEW, {"url": None}, id="no address"),
        pytest.param((FIRST[0], *ANEW), {}, id="a version"),
        pytest.param(ANEW, {"title": "The dam"}, id="a version by its title"),
    ],
)
def test_nothing_is_told_where_none_stands_at_the_address_or_it_is_a_version(ingest, said, facts):
    ingest(*FIRST, title="The dam")
    assert list(same_address_notices([ingest(*said, **facts)])) == []


def test_the_entries_of_a_live_page_are_told_in_two_lines(ingest):
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
    assert len(list(same_address_notices(of_one_feed))) == 1  # the first, beside the last of before


def test_a_person_says_that_it_is_a_version(ingest, plan, desk):
    ingest(*FIRST)
    assert plan(*ANEW, version_of=1)[0] == "v3.txt would be a new version of article 1."
    done = ingest(*ANEW, version_of=1)
    assert (done.article_id, done.previous_id, done.same_address_id) == (2, 1, None)
    told = list(ingest_notices(done))
    assert told[0] == "Article 2 is a new version of article 1."
    assert [line.partition(" (")[0].strip() for line in told[1:]] == [
        "It no longer contains claim 1",
        "Perhaps it now reads",
        "It no longer contains claim 2",
        "Perhaps it now reads",
        "It no longer contains claim 3",
    ]
    assert standing(desk) == [(1, 1), (1, 1), (1, 1), (1, 0), (1, 0)]


def test_so_does_one_that_is_on_the_desk_already_with_what_people_made_of_it(ingest, plan, desk):
    ingest(*FIRST)
    ingest(*ANEW)
    with write_transaction(desk, "ada"):
        claims.update(desk, 4, text="The dam holds 13 million litres of water")
    assert plan(*ANEW, version_of=1)[0] == "v3.txt would be a new version of article 1."
    done = ingest(*ANEW, version_of=1)
    assert (done.is_new_article, done.previous_id, done.joined_by_hand, done.known) == (False, 1, True, 2)
    assert next(iter(ingest_notices(done))) == "Article 2 is a new version of article 1."
    assert standing(desk) == [(1, 1), (1, 1), (1, 1), (1, 0), (1, 0)]
    assert claims.get(desk, 4).text.endswith("of water")
    again = ingest(*ANEW, version_of=1)
    assert (again.joined_by_hand, again.previous_id) == (False, None)


def test_the_version_of_an_older_one_follows_the_newest_and_takes_its_own_later_ones_along(ingest, desk):
    ingest(*FIRST)
    ingest(*FIRST[:2], "It rained 4 days")
    ingest(*ANEW)
    ingest("Boats rose by 2 percent", *ANEW)
    assert ingest(*ANEW, version_of=1).previous_id == 2
    order = desk.execute("select id, previous_id from articles order by id").fetchall()
    assert order == [(1, None), (2, 1), (3, 2), (4, 3)]


def test_what_both_hold_is_carried_along_once(ingest, desk):
    ingest(*FIRST, url=None)
    done = ingest(FIRST[2], *ANEW, url="https://other.example/copy", version_of=1)
    assert (done.new, done.known) == (2, 1)
    assert standing(desk) == [(1, 1), (1, 1), (1, 0), (1, 0), (1, 0)]


def test_a_number_that_is_no_article_and_a_text_that_follows_another_one_are_refused(ingest):
    ingest(*FIRST)
    ingest("It rained 4 days", *FIRST)
    ingest("Fees rose by 6 percent", url="https://news.example/fees")
    with pytest.raises(NotFound):
        ingest(*ANEW, version_of=77)
    with pytest.raises(Refused, match="article 2 has this same text, and is already a version of article 1"):
        ingest("It rained 4 days", *FIRST, version_of=3)
