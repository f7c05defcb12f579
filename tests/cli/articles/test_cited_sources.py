"""`ingest --links` files the sources cited in a draft as evidence of the claims next to them."""

import re

import pytest

from claimtrack.workflow.articles import citing

DRAFT = """# Rents

Rents in York rose by [12 percent](https://stats.example/rents) in 2023.[^1] Fares fell by 4 percent in 2022.[^2]

"We built 300 homes last year," said Ada Bell.

Nobody counted. See [the archive](https://archive.example).

[^1]: The census, p. 44: <https://census.example>
[^2]: Phone call with the harbour, 3 May
"""


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.md"
    path.write_text(DRAFT)
    return path


def evidence_by_claim(read_json):
    """The sources of each claim, with their titles, as context."""
    found = {}
    for row in read_json("list"):
        if row["evidence"]:
            rows = read_json("show", row["id"])["evidence"]
            assert {entry["stance"] for entry in rows} == {"context"}
            assert not any(entry["is_primary"] for entry in rows)
            found[row["text"].partition(" ")[0]] = [
                (entry["url"] or entry["source"], entry["title"]) for entry in rows
            ]
    return found


CITED = {
    "Rents": [("https://stats.example/rents", None), ("https://census.example", "The census, p. 44")],
    "Fares": [("Phone call with the harbour, 3 May", None)],
}


def test_cited_sources_are_filed_with_adjacent_claims_and_undone_with_them(run_ok, read_json, draft):
    stderr = run_ok("ingest", draft, "--links", "--min-score", "0.4").stderr
    assert (
        "Links and footnotes: 3 filed as evidence, 1 not, because there is no claim beside them: see the draft"
        in stderr
    )
    assert "left out" not in stderr
    assert evidence_by_claim(read_json) == CITED
    undo = re.search(r"import undo (\S+)`", stderr)[1]
    run_ok("import", "undo", undo, "--yes")
    assert read_json("list") == []
    assert run_ok("export", "jsonl", "evidence").stdout == ""


def test_links_are_filed_only_on_request_and_then_for_known_claims_too(run_ok, read_json, draft):
    stderr = run_ok("ingest", draft, "--min-score", "0.4").stderr
    assert "left out: 2 links, 2 footnotes." in stderr
    assert "`claimtrack ingest --links` files links and footnotes as evidence" in stderr
    assert evidence_by_claim(read_json) == {}
    fares = next(row["id"] for row in read_json("list") if row["text"].startswith("Fares"))
    run_ok("status", fares, "rejected")
    planned = run_ok("ingest", draft, "--links", "--min-score", "0.4", "--dry-run").stderr
    assert "Links and footnotes: 2 would be filed as evidence, 2 not" in planned
    assert evidence_by_claim(read_json) == {}
    stderr = run_ok("ingest", draft, "--links", "--min-score", "0.4").stderr
    assert "Links and footnotes: 2 filed as evidence, 2 not" in stderr
    assert evidence_by_claim(read_json) == {"Rents": CITED["Rents"]}
    assert read_json("import", "list")[0]["what"] == "evidence"
    run_ok("link", 1, "https://census.example", "--primary", "--stance", "supports")
    again = run_ok("ingest", draft, "--links", "--min-score", "0.4").stderr
    assert "Links and footnotes: 0 filed as evidence, 2 not" in again
    kept = [entry for entry in read_json("show", 1)["evidence"] if entry["url"] == "https://census.example"]
    assert [(entry["stance"], entry["is_primary"]) for entry in kept] == [("supports", 1)]


def test_interrupt_before_filing_sources_reports_the_claims_already_filed(
    run, run_ok, read_json, draft, monkeypatch
):
    def interrupted(*_given, **_how):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(citing, "_file_citations", interrupted)
        stopped = run("ingest", draft, "--links", "--min-score", "0.4")
    assert (stopped.exit_code, "new, 0 repeating" in stopped.stderr, "before anything" in stopped.stderr) == (
        1,
        True,
        False,
    )
    assert "import undo " in stopped.stderr
    assert evidence_by_claim(read_json) == {}
    run_ok("ingest", draft, "--links", "--min-score", "0.4")
    assert evidence_by_claim(read_json) == CITED


def test_new_version_brings_its_sources_to_the_claims_it_keeps(run_ok, read_json, draft, tmp_path):
    run_ok("ingest", draft, "--min-score", "0.4")
    draft.write_text(DRAFT.replace("Nobody counted.", "Nobody counted them."))
    stderr = run_ok("ingest", draft, "--links", "--min-score", "0.4").stderr
    assert "is a new version of" in stderr
    assert evidence_by_claim(read_json) == CITED
