"""Evidence that is not a web page but described in words: a call, a recording, a book, a file."""

import json

import pytest

from tests.tables import each_row

CALL = "Phone call with Ada Miller, 18 April, tape 3"


@pytest.fixture
def reviewed(run_ok, two_claims):
    """Claim 1 with a source in words, and a review of it that is approved."""
    run_ok("init", "--name", "The Desk")
    run_ok("link", "1", f"{CALL}=refutes", "--primary")
    options = [
        "--rating",
        "Half true",
        "--summary",
        "No.",
        "--url",
        "https://desk.example/1",
        "--date",
        "2024-05-03",
    ]
    run_ok("review", "draft", "1", *options)
    run_ok("review", "submit", "1")
    run_ok("review", "approve", "1", actor="ben")
    return two_claims


def test_source_in_words_can_be_added_changed_shown_and_removed(run_ok, read_json, two_claims):
    assert run_ok("link", "1", " Phone  call with Ada Miller, 18 April, tape 3 =refutes").stderr == (
        f"Claim 1: refutes {CALL}\n"
    )
    [row] = read_json("show", "1")["evidence"]
    assert (row["url"], row["source"], row["stance"]) == (None, CALL, "refutes")
    assert (
        run_ok("link", "1", CALL, "--primary").stderr == f"Claim 1, {CALL}: primary source: nothing → yes\n"
    )
    assert f"refutes (primary): {CALL}" in run_ok("show", "1").stdout
    assert read_json("list")[0]["evidence"] == 1
    assert run_ok("link", "1", CALL, "--remove").stderr == f"Claim 1: removed {CALL} (refutes)\n"
    assert [row["summary"] for row in read_json("history", "1") if row["table_name"] == "evidence"][::2] == [
        CALL
    ] * 2
    assert read_json("show", "1")["evidence"] == []


def test_add_accepts_a_source_in_words_and_keeps_the_existing_one(run_ok, read_json, two_claims):
    arguments = ["Prices fell by half", "--source", "Radio 4", "--link"]
    run_ok("add", *arguments, f"{CALL}=supports")
    again = run_ok("add", *arguments, f"{CALL}=refutes").stderr
    told = f"already has the source {CALL} as supports. To change that: `claimtrack link 3 '{CALL}' --stance STANCE`"
    assert told in again
    assert [row["source"] for row in read_json("show", "3")["evidence"]] == [CALL]


@each_row(
    ("source", "message"),
    [
        ("stats.example/2024", "or say in words what the source is"),
        ("htps://stats.example", "or say in words what the source is"),
        ("file:///home/ada/tape.mp3", "or say in words what the source is"),
        ("https://stats.example/a b", "leave no spaces in it"),
        ("8", "not a source: '8'"),
        ("", "not a source: ''"),
        ("=supports", "not a source: ''"),
        ("https://ada:secret@stats.example", "contains a name or password"),
        ("x" * 4001, "the limit is 4,000"),
        (f"{CALL}=suports", "'suports' is not a stance. Use one of: supports, refutes, context"),
        (f"{CALL} = Refute", "'Refute' is not a stance"),
    ],
)
def test_malformed_source_is_refused(run, read_json, two_claims, source, message):
    refused = run("link", "1", source)
    assert (refused.exit_code, message in refused.stderr) == (2, True), refused.stderr
    assert read_json("show", "1")["evidence"] == []


def test_the_doi_of_a_paper_is_its_address(run_ok, read_json, two_claims):
    for source in ("doi:10.5555/rents.2024=refutes", "10.5555/RENTS(2)24"):
        run_ok("link", "1", source)
    found = [(row["url"], row["stance"]) for row in read_json("show", "1")["evidence"]]
    assert found == [
        ("https://doi.org/10.5555/rents.2024", "refutes"),
        ("https://doi.org/10.5555/RENTS(2)24", "context"),
    ]


def test_stance_ignores_capitals_and_other_suffixes_belong_to_the_source(run_ok, read_json, two_claims):
    for source in (f"{CALL} = Supports", "Slide 4: E=mc", "Page 2, tab=4", "https://s.example/?q=suports"):
        run_ok("link", "1", source)
    assert [(row["url"] or row["source"], row["stance"]) for row in read_json("show", "1")["evidence"]] == [
        (CALL, "supports"),
        ("Slide 4: E=mc", "context"),
        ("Page 2, tab=4", "context"),
        ("https://s.example/?q=suports", "context"),
    ]


def test_lint_and_archive_expect_no_address_of_a_source_in_words(run_ok, run, read_json, reviewed):
    stdout = run("lint", "1").stdout
    assert "no evidence" not in stdout
    assert "no archived copy" not in stdout
    run_ok("archive", "--queue")
    assert read_json("archive", "--list") == []


def test_source_of_an_approved_verdict_is_removed_only_in_a_correction(run_ok, run, read_json, reviewed):
    refused = run("link", "1", CALL, "--remove")
    assert (refused.exit_code, "an approved verdict uses this source" in refused.stderr) == (1, True)
    run_ok("link", "1", CALL, "--archived", "https://web.example/tape")  # a copy may be made later
    run_ok("review", "publish", "1")
    assert "since" not in run_ok("show", "1").stdout
    run_ok("review", "correct", "1", "--note", "We had the wrong tape.")
    run_ok("link", "1", CALL, "--remove")
    run_ok("link", "1", "Phone call with Ada Miller, tape 4")
    assert "1 more source, 1 removed source" in run_ok("show", "1").stdout


def test_site_shows_signed_sources_in_words_and_omits_later_ones(run_ok, reviewed, tmp_path):
    run_ok("link", "1", "Rents <b>, a book", actor="ben")  # after the signature
    run_ok("review", "publish", "1")
    run_ok("publish", str(tmp_path / "public.db"), "--site", str(tmp_path / "site"))
    html = (tmp_path / "site" / "reviews" / "1.html").read_text(encoding="utf-8")
    assert f'<li dir="auto">{CALL} (refutes, primary source)</li>' in html
    assert "a book" not in html


def test_exports_have_a_source_column_and_the_log_a_line_for_each_source(run_ok, read_json, reviewed):
    run_ok("link", "1", "https://stats.example/2024")
    [words, page] = _parse_rows(run_ok("export", "jsonl", "evidence"))
    assert (words["url"], words["source"]) == (None, CALL)
    assert (page["url"], page["source"]) == ("https://stats.example/2024", None)
    log = _parse_rows(run_ok("export", "jsonl", "log"))
    assert log[0]["evidence"] == f"https://stats.example/2024\n{CALL}"


def test_search_finds_a_source_by_word_prefixes(run_ok, read_json, reviewed):
    [found] = read_json("search", "tape mill")
    assert (found["id"], found["found_in"]) == (1, [{"where": "link", "text": CALL}])
    assert read_json("search", "ape") == []


def test_quoted_passage_can_be_added_changed_and_removed(run_ok, read_json, two_claims):
    page = "https://stats.example/2024"
    run_ok("link", "1", page, "--quote", " p. 44:\n141 inhabitants ")
    [told] = run_ok("show", "1").stdout.partition(f"  context: {page}  (added by ")[2:]
    assert told.split("\n")[1:3] == ["    p. 44:", "    141 inhabitants"]
    stderr = run_ok("link", "1", page, "--quote", "p. 45").stderr
    assert stderr == f"Claim 1, {page}: quote: p. 44: 141 inhabitants → p. 45\n"
    [row] = read_json("show", "1")["evidence"]
    assert (row["quote"], row["stance"]) == ("p. 45", "context")
    run_ok("link", "1", page, "--quote", "")
    assert read_json("show", "1")["evidence"][0]["quote"] is None


def test_overlong_quoted_passage_is_refused(run, read_json, two_claims):
    refused = run("link", "1", "A book", "--quote", "x" * 10_001)
    assert (refused.exit_code, "the limit is 10,000" in refused.stderr) == (1, True)
    assert read_json("show", "1")["evidence"] == []


def _parse_rows(result):
    return [json.loads(line) for line in result.stdout.splitlines()]
