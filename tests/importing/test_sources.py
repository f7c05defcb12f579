"""Sources in words, and the quoted passage of a source, in a sheet of claims."""

import re

import pytest

from claimtrack.workflow import linking
from claimtrack.workflow.adding import NewClaim, add_claim
from tests.importing.conftest import notes_of

RENTS, CRIME = "Rents rose by 12 percent", "Crime fell by a third in May"
STATS, CALL = "https://stats.example/rents", "Phone call with Bruun, 18 April"


@pytest.fixture
def filed(desk):
    """Claim 1, with a link without a quoted passage and a source with one."""
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


def test_every_line_of_evidence_source_is_a_source_and_is_imported_once(desk, import_rows):
    sheet = (
        ["Claim", "Evidence source", "Evidence"],
        [RENTS, f"{CALL}=refutes\n\n“Rents”, Oxford 1999; 2nd ed.", STATS],
        [CRIME, "", "Phoned the police"],
    )
    stdout, summary = import_rows(*sheet)
    assert f"new, line 2, evidence: refutes {CALL}\n" in stdout
    assert "2 new claims, 1 new note, 3 new links" in summary
    assert evidence_of(desk) == [
        (1, STATS, "context", None),
        (1, CALL, "refutes", None),
        (1, "“Rents”, Oxford 1999; 2nd ed.", "context", None),
    ]
    assert notes_of(desk) == [
        (2, "Evidence: Phoned the police")
    ]  # words in this column are not a source that readers see
    stdout, summary = import_rows(*sheet)
    assert (stdout, "2 rows unchanged" in summary) == ("", True)


def test_quoted_passage_comes_with_its_source_or_is_added_to_an_existing_one(filed, import_rows, import_csv):
    headers = ["id", "Claim", "Evidence URL", "Evidence quote"]
    stdout, summary = import_rows(
        headers, ["", CRIME, "https://b.example=refutes", "p. 3:\n141"], ["1", RENTS, STATS, "p. 44"]
    )
    assert "new, line 2, evidence: refutes https://b.example, quote: “p. 3:\n141”\n" in stdout
    assert f"claim 1, evidence: context {STATS}, quote: “p. 44”\n" in stdout
    assert "1 new link, 1 new quote, 0 rows unchanged" in summary
    assert evidence_of(filed) == [
        (1, STATS, "context", "p. 44"),
        (1, "A book", "context", "p. 7"),
        (2, "https://b.example", "refutes", "p. 3:\n141"),
    ]
    import_csv(re.search(r"import undo (\S+)`", summary)[1], "--yes", command=("import", "undo"))
    assert evidence_of(filed) == [(1, STATS, "context", None), (1, "A book", "context", "p. 7")]


def test_existing_passage_is_kept_which_is_reported_if_the_row_has_another(filed, import_rows):
    for cell, is_reported in (("p. 8", True), ("", False)):
        _, summary = import_rows(["id", "evidence_source", "evidence_quote"], ["1", "A book", cell])
        kept = "line 2: claim 1 already has the link A book with the quote “p. 7”, and keeps it"
        assert (kept in summary, "already has" in summary) == (is_reported, is_reported)
    assert evidence_of(filed)[1] == (1, "A book", "context", "p. 7")


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (
            ["", "p. 8"],
            "line 2: evidence_quote is a passage of one source, and the row names none: name one in",
        ),
        (["A book\nA tape", "p. 8"], "the row names 2: name one in"),
        (["b.example/1", ""], "not a web address: 'b.example/1'"),
        (["8", ""], "not a source: '8'"),
        (["A book", "x" * 10_001], "the limit is 10,000"),
    ],
)
def test_unreadable_source_is_refused_with_its_line_and_nothing_is_written(
    filed, import_rows, cells, message
):
    before = evidence_of(filed)
    _, summary = import_rows(["id", "evidence source", "evidence quote"], ["1", *cells], exit_code=1)
    assert message in summary
    assert evidence_of(filed) == before


@pytest.mark.parametrize(("first", "has"), [("141", "another quote"), ("", "no quote")])
def test_first_of_two_passages_of_one_source_is_kept_which_is_reported(desk, import_rows, first, has):
    headers = ["Claim", "When", "Evidence source", "Evidence quote"]
    _, summary = import_rows(headers, [RENTS, "2024-04-01", CALL, first], [RENTS, "2024-04-02", CALL, "143"])
    assert f"line 3: {CALL} has {has} in a row above, and only that is kept" in summary
    assert evidence_of(desk) == [(1, CALL, "context", first or None)]
