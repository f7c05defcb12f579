"""Many rows filed at once."""

from dataclasses import replace

import pytest

from claimtrack.core.errors import InvalidSpan, InvalidValue
from claimtrack.core.model import Article, ExtractedClaim, Kind
from claimtrack.store import articles, filing, tags
from claimtrack.store.file.database import write_transaction
from claimtrack.store.filing import Proposal


def proposal(number, named=()):
    text = f"Claim number {number} of a long article."
    found = ExtractedClaim(
        text=text, start=0, end=len(text), speaker=None, speaker_as_written=None, kind=Kind.OUTLET,
        score=0.1 + number / 7_000, checkworthy=True, reasons=(), tags=tuple(named),
    )  # fmt: skip
    return Proposal(found, number, text, None)


def test_more_rows_than_one_statement_takes_are_filed_in_their_order_with_the_very_score(desk):
    proposals = [proposal(number) for number in range(1, 2_502)]
    filing.propose(desk, proposals)
    rows = desk.execute("select id, text, score from claims order by id").fetchall()
    assert rows == [(one.claim_id, one.words, one.found.score) for one in proposals]


TEXT = "Unemployment fell by a third. The city spent 40 million crowns on the new bridge."


def quoted(words, claim_id=1, start=None):
    at = TEXT.index(words) if start is None else start
    found = replace(proposal(claim_id).found, text=words, start=at, end=at + len(words))
    return Proposal(found, claim_id, words, None)


@pytest.fixture
def article(desk, monkeypatch):
    """A desk with an article far into which its second sentence stands."""
    monkeypatch.setattr(filing, "_FAR_OFFSET", 40)
    filing.propose(desk, [proposal(1), proposal(2)])
    with write_transaction(desk, "ada"):
        articles.add(desk, Article(text=TEXT))
    return desk


def file_far(db, said):
    with write_transaction(db, "ada"), filing.check_spans_at_once(db, 1, [one.found for one in said]):
        filing.add_appearances(db, said, article_id=1, extractor="test")


def standing(db):
    return db.execute(
        "select name, tbl_name, sql from sqlite_master where type = 'trigger' order by name"
    ).fetchall()


def test_spans_far_into_a_text_are_held_to_their_quotes_with_one_reading(article):
    before = standing(article)
    words = ["Unemployment fell by a third", "The city spent 40 million crowns on the new bridge"]
    file_far(article, [quoted(one, number) for number, one in enumerate(words, 1)])
    assert [row[0] for row in article.execute("select quote from appearances order by id")] == words
    assert standing(article) == before


@pytest.mark.parametrize("start", [29, 31, 2_000])
def test_a_wrong_span_far_into_a_text_is_refused_and_the_rule_stays(article, start):
    before = standing(article)
    wrong = quoted("The city spent 40 million crowns on the new bridge", start=start)
    with pytest.raises(InvalidSpan):
        file_far(article, [wrong])
    assert article.execute("select count(*) from appearances").fetchone() == (0,)
    assert standing(article) == before


def test_a_span_that_runs_past_the_end_of_a_long_text_is_refused(article):
    past = quoted("the new bridge.")
    past = past._replace(found=replace(past.found, end=len(TEXT) + 5))
    with pytest.raises(InvalidSpan):
        file_far(article, [past])


def test_the_rule_stays_where_something_else_is_refused(article):
    before = standing(article)
    said = quoted("The city spent 40 million crowns on the new bridge", claim_id=99)
    with pytest.raises(InvalidValue):
        file_far(article, [said])
    assert standing(article) == before


@pytest.mark.parametrize("known", [[], ["Economy"]], ids=["both are new", "one is known"])
def test_a_tag_is_one_whatever_its_case(desk, known):
    tags.get_or_add(desk, known)
    filing.propose(desk, [proposal(1, ["economy", "Health"]), proposal(2, ["Economy", "ECONOMY"])])
    counted = desk.execute(
        "select lower(name), count(*) from tags join claim_tags on tag_id = tags.id group by tag_id order by 1"
    )
    assert counted.fetchall() == [("economy", 2), ("health", 1)]


def test_a_former_tag_is_filed_as_the_one_of_now_and_capitals_with_accents_make_no_other_tag(desk):
    tags.get_or_add(desk, ["vaccine", "Élections"])
    desk.execute("insert into former_names (kind, name, current_name) values ('tag', 'vacine', 'vaccine')")
    filing.propose(
        desk, [proposal(1, ["Vacine", "élections"]), proposal(2, ["vaccine", "ÉLECTIONS", "elections"])]
    )
    assert [tags.of_claim(desk, claim_id) for claim_id in (1, 2)] == [
        ["vaccine", "Élections"],
        ["elections", "vaccine", "Élections"],
    ]
