"""Many rows filed at once."""

import pytest

from claimtrack.core.model import ExtractedClaim, Kind
from claimtrack.store import filing, tags
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


@pytest.mark.parametrize("known", [[], ["Economy"]], ids=["both are new", "one is known"])
def test_a_tag_is_one_whatever_its_case(desk, known):
    tags.get_or_add(desk, known)
    filing.propose(desk, [proposal(1, ["economy", "Health"]), proposal(2, ["Economy", "ECONOMY"])])
    counted = desk.execute(
        "select lower(name), count(*) from tags join claim_tags on tag_id = tags.id group by tag_id order by 1"
    )
    assert counted.fetchall() == [("economy", 2), ("health", 1)]
