"""What the desk has on one article, in the order of its text: in lists, sheets, `lint` and `history`."""

import csv
import io

import pytest

FIRST = "Lee said 12 trains were late in York. Lee said 30 schools closed."
SECOND = "Lee said 700 bridges were built in York. " + FIRST
PLACE = ("--url", "https://n.example/1", "--date", "2024-05-01")
# The first version has claims 1 and 2, the second one adds claim 3 before them; claim 4 is in neither.
IN_ORDER = ["3", "1", "2"]


@pytest.fixture
def piece(run_ok, tmp_path, set_up_once):
    """An article in two versions; each of its claims has a link and a note."""
    path = tmp_path / "piece.txt"

    def steps():
        for text in (FIRST, SECOND):
            path.write_text(text)
            run_ok("ingest", path, *PLACE)
        run_ok("add", "Nobody lives in York.", "--on-duplicate", "new")
        for claim in "1234":
            run_ok("link", claim, f"https://e.example/{claim}")
            run_ok("note", claim, f"Note on {claim}")

    set_up_once(steps)


@pytest.fixture
def sheet(run_ok, piece):
    """The rows of a preset for article 2."""

    def sheet(preset, article=2):
        out = run_ok("export", "csv", preset, "--article", article).stdout
        return list(csv.DictReader(io.StringIO(out)))

    return sheet


def test_sheet_has_the_claims_of_one_article_in_text_order(sheet):
    assert [row["id"] for row in sheet("claims")] == IN_ORDER
    for preset in ("evidence", "notes"):
        assert [row["claim_id"] for row in sheet(preset)] == IN_ORDER
    assert sheet("reviews") == sheet("corrections") == []


def test_sheet_omits_appearances_in_other_articles(sheet):
    """Two of the claims are in both versions."""
    assert [row["claim_id"] for row in sheet("appearances")] == IN_ORDER
    assert [row["id"] for row in sheet("log")] == IN_ORDER
    assert [row["id"] for row in sheet("log", article=1)] == ["1", "2"]


def test_list_is_in_text_order_when_sorted_by_place(run_ok, piece):
    listed = run_ok("list", "--article", 2, "--format", "csv").stdout
    assert [row["id"] for row in csv.DictReader(io.StringIO(listed))] == ["1", "2", "3"]
    listed = run_ok("list", "--article", 2, "--sort", "place", "--format", "csv").stdout
    assert [row["id"] for row in csv.DictReader(io.StringIO(listed))] == IN_ORDER


def test_sorting_by_place_requires_an_article(run, piece):
    refused = run("list", "--sort", "place")
    assert refused.exit_code == 2
    assert "name the article with --article" in refused.stderr


def test_articles_list_counts_the_claims_at_each_status(run_ok, read_json, piece):
    run_ok("init", "--name", "The Fact Desk")
    run_ok("status", 2, 3, "checking")
    run_ok("review", "draft", 3, "--rating", "Half true")
    run_ok("review", "submit", 1)
    counts = {"proposed": 1, "checking": 1, "in_review": 1}
    assert [(row["id"], row["statuses"]) for row in read_json("articles")] == [(2, counts)]
    assert "1 proposed, 1 checking, 1 in review" in run_ok("articles").stdout


@pytest.mark.parametrize("kind", ["csv", "jsonl", "claimreview"])
def test_exporting_an_unknown_article_is_an_error_rather_than_an_empty_sheet(run, piece, kind, tmp_path):
    refused = run("export", kind, "--article", 9, "-o", tmp_path / "sheet")
    assert refused.exit_code == 1
    assert "there is no article 9: see `claimtrack articles`" in refused.stderr
    assert not (tmp_path / "sheet").exists()


def test_listing_an_unknown_article_says_that_it_does_not_exist(run_ok, piece):
    told = "There is no article 9: see `claimtrack articles`"
    assert told in run_ok("list", "--article", 9).stderr


@pytest.fixture
def lint_piece(run, piece):
    """Runs `lint` on article 2; the rules that each claim breaks, in the order of the text, and the standard error."""

    def lint_piece(code=1):
        found = run("lint", "--article", 2, "--format", "csv")
        assert found.exit_code == code
        broken = {}
        for row in csv.DictReader(io.StringIO(found.stdout)):
            broken.setdefault(row["claim_id"], []).append(row["rule"])
        return {
            claim: [rule for rule in rules if rule != "no_archived_link"] for claim, rules in broken.items()
        }, found.stderr

    return lint_piece


def test_lint_of_a_piece_requires_primary_sources_and_approved_verdicts(run_ok, lint_piece):
    run_ok("init", "--name", "The Fact Desk")
    run_ok("status", 1, 3, 4, "checking")
    found, stderr = lint_piece()
    assert list(found.items()) == [
        ("3", ["no_review", "no_primary_source"]),
        ("1", ["no_review", "no_primary_source"]),
        ("2", ["only_proposed"]),
    ]
    assert "Facts ready to hand over: 0 of 3." in stderr
    run_ok("status", 2, "rejected")
    for claim in "13":
        run_ok("link", claim, f"https://e.example/{claim}", "--primary")
        run_ok("review", "draft", claim, "--rating", "Half true")
    assert lint_piece()[0] == {"3": ["not_handed_in"], "1": ["not_handed_in"]}
    run_ok("review", "submit", 1, 2)
    run_ok("review", "approve", 1, actor="ben")
    found, stderr = lint_piece()
    assert found == {"3": ["waits_for_second_person"], "1": []}
    assert "Facts ready to hand over: 1 of 2. Approved: 1 Half true.\nLeft out: 1 rejected" in stderr
    run_ok("review", "approve", 2, actor="ben")
    found, stderr = lint_piece(code=0)
    assert found == {"3": [], "1": []}  # a piece is ready before its reviews are published
    assert "Each has a primary source and an approved verdict. Approved: 2 Half true.\n" in stderr


def test_lint_of_an_older_version_names_the_newer_one(run, piece):
    told = "There is a newer version of it: `claimtrack lint --article 2`"
    assert told in run("lint", "--article", 1).stderr
    assert "newer version" not in run("lint", "--article", 2).stderr


def test_piece_without_facts_is_not_ready(run, run_ok, piece):
    run_ok("status", 1, 2, 3, "rejected")
    found = run("lint", "--article", 2)
    assert found.exit_code == 1
    assert "No facts to hand over" in found.stderr
    assert "Left out: 3 rejected" in found.stderr


def test_lint_refuses_ids_with_an_article_and_unknown_articles(run, piece):
    assert run("lint", 1, "--article", 2).exit_code == 2
    refused = run("lint", "--article", 9)
    assert refused.exit_code == 1
    assert "there is no article 9" in refused.stderr


def test_log_includes_sources_and_the_verdict_before_publication(run, run_ok, sheet):
    run_ok("init", "--name", "The Fact Desk")
    run_ok(
        "link", 3, "https://e.example/3", "--primary", "--title", "Bridges of York", "--stance", "supports"
    )
    run_ok("link", 3, "Phone call with Lee, tape 3", "--quote", "12:40: seven hundred")
    run_ok("review", "draft", 3, "--rating", "Half true")
    run_ok("review", "submit", 1)
    run_ok("review", "approve", 1, actor="ben")
    row, *others = sheet("log")
    assert row["sources"] == (
        "supports (primary): Bridges of York, https://e.example/3\ncontext: Phone call with Lee, tape 3, “12:40: seven hundred”"
    )
    columns = ("verdict", "verdict_state", "drafted_by", "approved_by")
    assert [row[name] for name in columns] == ["Half true", "approved", "ada", "ben"]
    assert (row["rating"], row["reviewer"]) == ("", "")
    assert not any(other[name] for other in others for name in columns)


def test_importing_a_log_is_refused_with_an_explanation(run, run_ok, piece, tmp_path):
    run_ok("export", "csv", "log", "-o", tmp_path / "log.csv")
    refused = run("import", "csv", tmp_path / "log.csv")
    assert "The log has a row for each appearance" in refused.stderr


def test_history_of_a_piece_covers_all_its_claims(run, read_json, piece, run_ok):
    run_ok("judge", 3, 4, "different")
    rows = read_json("history", "--article", 2)
    assert {row["claim_id"] for row in rows} == {1, 2, 3}
    assert {row["summary"] for row in rows if row["table_name"] == "notes"} == {
        f"Note on {claim}" for claim in "123"
    }
    assert rows[0]["table_name"] == "matches"
    assert [row["id"] for row in rows] == sorted((row["id"] for row in rows), reverse=True)
    assert {row["claim_id"] for row in read_json("history", "--article", 1)} == {1, 2}
    # A pair is filed under its lower claim, which is in no article here.
    run_ok("add", "Somebody lives in York.", "--on-duplicate", "new", "--source", "https://n.example/9")
    run_ok("judge", 4, 5, "different")
    assert read_json("history", "--article", 3)[0]["table_name"] == "matches"
    assert "No changes found" in run_ok("history", "--article", 2, "--by", "nobody").stderr
    assert run("history", 1, "--article", 2).exit_code == 2
    refused = run("history", "--article", 9)
    assert (refused.exit_code, "there is no article 9" in refused.stderr) == (1, True)
