"""Evidence that is no web page, and the passage that matters of a source, in a sheet of claims."""

import re

import pytest

from claimtrack.workflow import linking
from claimtrack.workflow.adding import NewClaim, add_claim
from tests.importing.conftest import notes_of

RENTS, CRIME = "Rents rose by 12 percent", "Crime fell by a third in May"
STATS, CALL = "https://stats.example/rents", "Phone call with Bruun, 18 April"


@pytest.fixture
def filed(desk):
    """Claim 1, with a link that has no passage, and one that has."""
    add_claim(desk, NewClaim(RENTS), actor="ben")
    linking.add_link(desk, 1, STATS, actor="ben")
    linking.add_link(desk, 1, "A book", quote="p. 7", actor="ben")
    return desk


def evidence_of(db):
    return [
        tuple(row)
        for row in db.execute(
            "select claim_id, coalesce(url, source), stance, quote from evidence order by id"
        )
    ]


def test_each_line_of_evidence_source_is_one_and_a_second_import_adds_none(desk, take):
    sheet = (
        ["Claim", "Evidence source", "Evidence"],
        [RENTS, f"{CALL}=refutes\n\n“Rents”, Oxford 1999; 2nd ed.", STATS],
        [CRIME, "", "Phoned the police"],
    )
    told, summary = take(*sheet)
    assert f"new, line 2, evidence: refutes {CALL}\n" in told
    assert "2 new claims, 1 new note, 3 new links" in summary
    assert evidence_of(desk) == [
        (1, STATS, "context", None),
        (1, CALL, "refutes", None),
        (1, "“Rents”, Oxford 1999; 2nd ed.", "context", None),
    ]
    assert notes_of(desk) == [(2, "Evidence: Phoned the police")]  # where words are no source for readers
    told, summary = take(*sheet)
    assert (told, "2 rows unchanged" in summary) == ("", True)


def test_the_passage_comes_with_its_source_or_is_added_to_the_one_that_is_there(filed, take, import_csv):
    headers = ["id", "Claim", "Evidence URL", "Evidence quote"]
    told, summary = take(
        headers, ["", CRIME, "https://b.example=refutes", "p. 3:\n141"], ["1", RENTS, STATS, "p. 44"]
    )
    assert "new, line 2, evidence: refutes https://b.example, quote: “p. 3:\n141”\n" in told
    assert f"claim 1, evidence: context {STATS}, quote: “p. 44”\n" in told
    assert "1 new link, 1 new quote, 0 rows unchanged" in summary
    assert evidence_of(filed) == [
        (1, STATS, "context", "p. 44"),
        (1, "A book", "context", "p. 7"),
        (2, "https://b.example", "refutes", "p. 3:\n141"),
    ]
    import_csv(re.search(r"import undo (\S+)`", summary)[1], "--yes", command=("import", "undo"))
    assert evidence_of(filed) == [(1, STATS, "context", None), (1, "A book", "context", "p. 7")]


def test_a_passage_that_is_there_stays_and_that_is_told(filed, take):
    _, summary = take(["id", "evidence_source", "evidence_quote"], ["1", "A book", "p. 8"])
    assert "line 2: claim 1 already has the link A book with the quote “p. 7”, and keeps it" in summary
    assert evidence_of(filed)[1] == (1, "A book", "context", "p. 7")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (
            ["", "p. 8"],
            "line 2: evidence_quote is a passage of one source, and the row names none: name one in",
        ),
        (["A book\nA tape", "p. 8"], "the row names 2: name one in"),
        (["www.b.example", ""], "not a web address: 'www.b.example'"),
        (["8", ""], "not a source: '8'"),
        (["A book", "x" * 10_001], "the limit is 10,000"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line_and_nothing_is_written(filed, take, cells, told):
    before = evidence_of(filed)
    _, summary = take(["id", "evidence source", "evidence quote"], ["1", *cells], ends=1)
    assert told in summary
    assert evidence_of(filed) == before


@pytest.mark.parametrize(("first", "has"), [("141", "another quote"), ("", "no quote")])
def test_of_two_rows_of_a_claim_that_quote_one_source_the_first_counts_and_that_is_told(
    desk, take, first, has
):
    headers = ["Claim", "When", "Evidence source", "Evidence quote"]
    _, summary = take(headers, [RENTS, "2024-04-01", CALL, first], [RENTS, "2024-04-02", CALL, "143"])
    assert f"line 3: {CALL} has {has} in a row above, and only that is kept" in summary
    assert evidence_of(desk) == [(1, CALL, "context", first or None)]
