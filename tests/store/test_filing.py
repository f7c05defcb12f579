"""Filing many claims, appearances and tags at once."""

from dataclasses import replace

import pytest

from claimtrack.core.errors import InvalidSpan, InvalidValue
from claimtrack.core.model import Article, ExtractedClaim, Kind
from claimtrack.store import articles, filing, tags
from claimtrack.store.file.database import write_transaction
from claimtrack.store.filing import Proposal


def make_proposal(number, tag_names=()):
    text = f"Claim number {number} of a long article."
    extracted = ExtractedClaim(
        text=text, start=0, end=len(text), speaker=None, speaker_as_written=None, kind=Kind.OUTLET,
        score=0.1 + number / 7_000, checkworthy=True, reasons=(), tags=tuple(tag_names),
    )  # fmt: skip
    return Proposal(extracted, number, text, None)


def test_more_claims_than_one_statement_takes_are_filed_in_order_with_exact_scores(desk):
    proposals = [make_proposal(number) for number in range(1, 2_502)]
    filing.propose(desk, proposals)
    rows = desk.execute("select id, text, score from claims order by id").fetchall()
    assert rows == [(proposal.claim_id, proposal.words, proposal.found.score) for proposal in proposals]


TEXT = "Unemployment fell by a third. The city spent 40 million crowns on the new bridge."


def make_quote(quote, claim_id=1, start=None):
    start = TEXT.index(quote) if start is None else start
    extracted = replace(make_proposal(claim_id).found, text=quote, start=start, end=start + len(quote))
    return Proposal(extracted, claim_id, quote, None)


@pytest.fixture
def desk_with_article(desk, monkeypatch):
    """A desk with an article whose second sentence counts as far into the text."""
    monkeypatch.setattr(filing, "_FAR_OFFSET", 40)
    filing.propose(desk, [make_proposal(1), make_proposal(2)])
    with write_transaction(desk, "ada"):
        articles.add(desk, Article(text=TEXT))
    return desk


def file_appearances(db, proposals):
    with (
        write_transaction(db, "ada"),
        filing.check_spans_at_once(db, 1, [proposal.found for proposal in proposals]),
    ):
        filing.add_appearances(db, proposals, article_id=1, extractor="test")


def triggers(db):
    return db.execute(
        "select name, tbl_name, sql from sqlite_master where type = 'trigger' order by name"
    ).fetchall()


def test_spans_far_into_a_text_are_checked_and_filed_without_losing_triggers(desk_with_article):
    before = triggers(desk_with_article)
    quotes = ["Unemployment fell by a third", "The city spent 40 million crowns on the new bridge"]
    file_appearances(desk_with_article, [make_quote(quote, number) for number, quote in enumerate(quotes, 1)])
    assert [
        row[0] for row in desk_with_article.execute("select quote from appearances order by id")
    ] == quotes
    assert triggers(desk_with_article) == before


@pytest.mark.parametrize("start", [29, 31, 2_000])
def test_a_wrong_span_far_into_a_text_is_refused_without_losing_triggers(desk_with_article, start):
    before = triggers(desk_with_article)
    wrong = make_quote("The city spent 40 million crowns on the new bridge", start=start)
    with pytest.raises(InvalidSpan):
        file_appearances(desk_with_article, [wrong])
    assert desk_with_article.execute("select count(*) from appearances").fetchone() == (0,)
    assert triggers(desk_with_article) == before


def test_a_span_past_the_end_of_a_long_text_is_refused(desk_with_article):
    too_long = make_quote("the new bridge.")
    too_long = too_long._replace(found=replace(too_long.found, end=len(TEXT) + 5))
    with pytest.raises(InvalidSpan):
        file_appearances(desk_with_article, [too_long])


def test_no_trigger_is_lost_when_filing_fails_for_another_reason(desk_with_article):
    before = triggers(desk_with_article)
    appearance = make_quote("The city spent 40 million crowns on the new bridge", claim_id=99)
    with pytest.raises(InvalidValue):
        file_appearances(desk_with_article, [appearance])
    assert triggers(desk_with_article) == before


@pytest.mark.parametrize("known", [[], ["Economy"]], ids=["both are new", "one is known"])
def test_tags_that_differ_only_in_case_are_one_tag(desk, known):
    tags.get_or_add(desk, known)
    filing.propose(desk, [make_proposal(1, ["economy", "Health"]), make_proposal(2, ["Economy", "ECONOMY"])])
    counted = desk.execute(
        "select lower(name), count(*) from tags join claim_tags on tag_id = tags.id group by tag_id order by 1"
    )
    assert counted.fetchall() == [("economy", 2), ("health", 1)]


def test_former_tags_and_accented_capitals_are_filed_as_the_current_tag(desk):
    tags.get_or_add(desk, ["vaccine", "Élections"])
    desk.execute("insert into former_names (kind, name, current_name) values ('tag', 'vacine', 'vaccine')")
    filing.propose(
        desk,
        [make_proposal(1, ["Vacine", "élections"]), make_proposal(2, ["vaccine", "ÉLECTIONS", "elections"])],
    )
    assert [tags.of_claim(desk, claim_id) for claim_id in (1, 2)] == [
        ["vaccine", "Élections"],
        ["elections", "vaccine", "Élections"],
    ]
