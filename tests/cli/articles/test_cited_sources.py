"""`ingest --links`: what the writer of a draft cites becomes evidence of the claims at which it stands."""

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


def evidence(read):
    """The sources of each claim, with their titles, as context."""
    found = {}
    for row in read("list"):
        if row["evidence"]:
            rows = read("show", row["id"])["evidence"]
            assert {one["stance"] for one in rows} == {"context"}
            assert not any(one["is_primary"] for one in rows)
            found[row["text"].partition(" ")[0]] = [
                (one["url"] or one["source"], one["title"]) for one in rows
            ]
    return found


FOUND = {
    "Rents": [("https://stats.example/rents", None), ("https://census.example", "The census, p. 44")],
    "Fares": [("Phone call with the harbour, 3 May", None)],
}


def test_sources_are_filed_with_the_claims_they_stand_at_and_taken_back_with_them(done, read, draft):
    told = done("ingest", draft, "--links", "--min-score", "0.4").stderr
    assert "Links and footnotes: 3 filed as evidence, 1 not, which stand at no claim: see the draft" in told
    assert "left out" not in told
    assert evidence(read) == FOUND
    undo = re.search(r"import undo (\S+)`", told)[1]
    done("import", "undo", undo, "--yes")
    assert read("list") == []
    assert done("export", "jsonl", "evidence").stdout == ""


def test_nothing_is_filed_unless_it_is_asked_for_and_then_of_what_is_known_too(done, read, draft):
    told = done("ingest", draft, "--min-score", "0.4").stderr
    assert "left out: 2 links, 2 footnotes." in told
    assert "`claimtrack ingest --links` files links and footnotes as evidence" in told
    assert evidence(read) == {}
    fares = next(row["id"] for row in read("list") if row["text"].startswith("Fares"))
    done("status", fares, "rejected")
    planned = done("ingest", draft, "--links", "--min-score", "0.4", "--dry-run").stderr
    assert "Links and footnotes: 2 would be filed as evidence, 2 not" in planned
    assert evidence(read) == {}
    told = done("ingest", draft, "--links", "--min-score", "0.4").stderr
    assert "Links and footnotes: 2 filed as evidence, 2 not" in told
    assert evidence(read) == {"Rents": FOUND["Rents"]}
    assert read("import", "list")[0]["what"] == "evidence"
    done("link", 1, "https://census.example", "--primary", "--stance", "supports")
    again = done("ingest", draft, "--links", "--min-score", "0.4").stderr
    assert "Links and footnotes: 0 filed as evidence, 2 not" in again
    kept = [one for one in read("show", 1)["evidence"] if one["url"] == "https://census.example"]
    assert [(one["stance"], one["is_primary"]) for one in kept] == [("supports", 1)]


def test_an_interrupt_before_the_sources_are_filed_tells_what_is(run, done, read, draft, monkeypatch):
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
    assert evidence(read) == {}
    done("ingest", draft, "--links", "--min-score", "0.4")
    assert evidence(read) == FOUND


def test_a_new_version_brings_its_sources_to_the_claims_that_stay(done, read, draft, tmp_path):
    done("ingest", draft, "--min-score", "0.4")
    draft.write_text(DRAFT.replace("Nobody counted.", "Nobody counted them."))
    told = done("ingest", draft, "--links", "--min-score", "0.4").stderr
    assert "is a new version of" in told
    assert evidence(read) == FOUND
