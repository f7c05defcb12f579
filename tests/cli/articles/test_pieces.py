"""A piece as a unit: what the desk has on one article, in the order of its text, in lists and sheets."""

import csv
import io

import pytest

FIRST = "Lee said 12 trains were late in York. Lee said 30 schools closed."
SECOND = "Lee said 700 bridges were built in York. " + FIRST
PLACE = ("--url", "https://n.example/1", "--date", "2024-05-01")
# The first version has claims 1 and 2, the second one adds claim 3 before them; claim 4 stands in neither.
IN_ORDER = ["3", "1", "2"]


@pytest.fixture
def piece(done, tmp_path, set_up_once):
    """An article in two versions; each of its claims has a link and a note."""
    path = tmp_path / "piece.txt"

    def steps():
        for text in (FIRST, SECOND):
            path.write_text(text)
            done("ingest", path, *PLACE)
        done("add", "Nobody lives in York.", "--on-duplicate", "new")
        for claim in "1234":
            done("link", claim, f"https://e.example/{claim}")
            done("note", claim, f"Note on {claim}")

    set_up_once(steps)


@pytest.fixture
def sheet(done, piece):
    """The rows of a preset for article 2."""

    def sheet(preset, article=2):
        out = done("export", "csv", preset, "--article", article).stdout
        return list(csv.DictReader(io.StringIO(out)))

    return sheet


def test_a_sheet_holds_the_claims_of_one_article_in_the_order_of_its_text(sheet):
    assert [row["id"] for row in sheet("claims")] == IN_ORDER
    for preset in ("evidence", "notes"):
        assert [row["claim_id"] for row in sheet(preset)] == IN_ORDER
    assert sheet("reviews") == sheet("corrections") == []


def test_where_a_claim_was_said_elsewhere_is_no_row_of_the_article(sheet):
    """Two of the claims stand in both versions."""
    assert [row["claim_id"] for row in sheet("appearances")] == IN_ORDER
    assert [row["id"] for row in sheet("log")] == IN_ORDER
    assert [row["id"] for row in sheet("log", article=1)] == ["1", "2"]


def test_a_list_stands_in_the_order_of_the_text_if_asked(done, piece):
    listed = done("list", "--article", 2, "--format", "csv").stdout
    assert [row["id"] for row in csv.DictReader(io.StringIO(listed))] == ["1", "2", "3"]
    listed = done("list", "--article", 2, "--sort", "place", "--format", "csv").stdout
    assert [row["id"] for row in csv.DictReader(io.StringIO(listed))] == IN_ORDER


def test_the_order_of_a_text_needs_a_text(run, piece):
    refused = run("list", "--sort", "place")
    assert refused.exit_code == 2
    assert "name the article with --article" in refused.stderr


def test_the_list_of_articles_tells_how_far_the_work_is(done, piece):
    done("init", "--name", "The Fact Desk")
    done("status", 2, 3, "checking")
    done("review", "draft", 3, "--rating", "Half true")
    done("review", "submit", 1)
    listed = csv.DictReader(io.StringIO(done("articles", "--format", "csv").stdout))
    assert [(row["id"], row["statuses"]) for row in listed] == [("2", "1 proposed, 1 checking, 1 in review")]
    assert "1 proposed, 1 checking, 1 in review" in done("articles").stdout


@pytest.mark.parametrize("kind", ["csv", "jsonl", "claimreview"])
def test_an_article_that_is_not_there_is_no_empty_sheet(run, piece, kind, tmp_path):
    refused = run("export", kind, "--article", 9, "-o", tmp_path / "sheet")
    assert refused.exit_code == 1
    assert "there is no article 9: see `claimtrack articles`" in refused.stderr
    assert not (tmp_path / "sheet").exists()


def test_a_list_of_an_article_that_is_not_there_says_so(done, piece):
    assert "There is no article 9: see `claimtrack articles`" in done("list", "--article", 9).stderr


@pytest.fixture
def lacking(run, piece):
    """What `lint` says stands in the way of handing over article 2, by claim in the order of its text, and what it says beside that."""

    def lacking(code=1):
        found = run("lint", "--article", 2, "--format", "csv")
        assert found.exit_code == code
        told = {}
        for row in csv.DictReader(io.StringIO(found.stdout)):
            told.setdefault(row["claim_id"], []).append(row["rule"])
        return {
            claim: [rule for rule in rules if rule != "no_archived_link"] for claim, rules in told.items()
        }, found.stderr

    return lacking


def test_lint_of_a_piece_asks_for_a_primary_source_and_an_approved_verdict(done, lacking):
    done("init", "--name", "The Fact Desk")
    done("status", 1, 3, 4, "checking")
    found, told = lacking()
    assert list(found.items()) == [
        ("3", ["no_review", "no_primary_source"]),
        ("1", ["no_review", "no_primary_source"]),
        ("2", ["only_proposed"]),
    ]
    assert "Facts ready to hand over: 0 of 3." in told
    done("status", 2, "rejected")
    for claim in "13":
        done("link", claim, f"https://e.example/{claim}", "--primary")
        done("review", "draft", claim, "--rating", "Half true")
    assert lacking()[0] == {"3": ["not_handed_in"], "1": ["not_handed_in"]}
    done("review", "submit", 1, 2)
    done("review", "approve", 1, actor="ben")
    found, told = lacking()
    assert found == {"3": ["waits_for_second_person"], "1": []}
    assert "Facts ready to hand over: 1 of 2. Approved: 1 Half true.\nLeft out: 1 rejected" in told
    done("review", "approve", 2, actor="ben")
    found, told = lacking(code=0)
    assert found == {"3": [], "1": []}  # nobody has to publish it
    assert "Each has a primary source and an approved verdict. Approved: 2 Half true.\n" in told


def test_lint_of_an_older_version_names_the_newer_one(run, piece):
    assert (
        "There is a newer version of it: `claimtrack lint --article 2`" in run("lint", "--article", 1).stderr
    )
    assert "newer version" not in run("lint", "--article", 2).stderr


def test_a_piece_without_facts_is_not_ready(run, done, piece):
    done("status", 1, 2, 3, "rejected")
    found = run("lint", "--article", 2)
    assert found.exit_code == 1
    assert "No facts to hand over" in found.stderr
    assert "Left out: 3 rejected" in found.stderr


def test_lint_takes_numbers_or_an_article_that_is_there(run, piece):
    assert run("lint", 1, "--article", 2).exit_code == 2
    refused = run("lint", "--article", 9)
    assert refused.exit_code == 1
    assert "there is no article 9" in refused.stderr


def test_the_log_has_the_sources_and_the_verdict_before_it_is_published(run, done, sheet):
    done("init", "--name", "The Fact Desk")
    done("link", 3, "https://e.example/3", "--primary", "--title", "Bridges of York", "--stance", "supports")
    done("link", 3, "Phone call with Lee, tape 3", "--quote", "12:40: seven hundred")
    done("review", "draft", 3, "--rating", "Half true")
    done("review", "submit", 1)
    done("review", "approve", 1, actor="ben")
    row, *others = sheet("log")
    assert row["sources"] == (
        "supports (primary): Bridges of York, https://e.example/3\ncontext: Phone call with Lee, tape 3, “12:40: seven hundred”"
    )
    told = ("verdict", "verdict_state", "drafted_by", "approved_by")
    assert [row[name] for name in told] == ["Half true", "approved", "ada", "ben"]
    assert (row["rating"], row["reviewer"]) == ("", "")
    assert not any(other[name] for other in others for name in told)


def test_a_log_that_somebody_imports_is_called_a_log(run, done, piece, tmp_path):
    done("export", "csv", "log", "-o", tmp_path / "log.csv")
    refused = run("import", "csv", tmp_path / "log.csv")
    assert "The log has a row for each appearance" in refused.stderr


def test_history_of_a_piece_has_what_was_done_with_each_of_its_claims(run, read, piece, done):
    done("judge", 3, 4, "different")
    rows = read("history", "--article", 2)
    assert {row["claim_id"] for row in rows} == {1, 2, 3}
    assert {row["summary"] for row in rows if row["table_name"] == "notes"} == {
        f"Note on {one}" for one in "123"
    }
    assert rows[0]["table_name"] == "matches"
    assert [row["id"] for row in rows] == sorted((row["id"] for row in rows), reverse=True)
    assert {row["claim_id"] for row in read("history", "--article", 1)} == {1, 2}
    # A pair is filed under its lower claim, which stands in no article here.
    done("add", "Somebody lives in York.", "--on-duplicate", "new", "--source", "https://n.example/9")
    done("judge", 4, 5, "different")
    assert read("history", "--article", 3)[0]["table_name"] == "matches"
    assert "No changes found" in done("history", "--article", 2, "--by", "nobody").stderr
    assert run("history", 1, "--article", 2).exit_code == 2
    refused = run("history", "--article", 9)
    assert (refused.exit_code, "there is no article 9" in refused.stderr) == (1, True)
