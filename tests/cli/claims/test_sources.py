"""Evidence that is no web page: a call, a recording, a book, a file, in words."""

import json

import pytest

CALL = "Phone call with Ada Miller, 18 April, tape 3"


@pytest.fixture
def reviewed(done, two_claims):
    """Claim 1 with a source in words, and a review of it that is approved."""
    done("init", "--name", "The Desk")
    done("link", "1", f"{CALL}=refutes", "--primary")
    told = [
        "--rating",
        "Half true",
        "--summary",
        "No.",
        "--url",
        "https://desk.example/1",
        "--date",
        "2024-05-03",
    ]
    done("review", "draft", "1", *told)
    done("review", "submit", "1")
    done("review", "approve", "1", actor="ben")
    return two_claims


def test_a_source_in_words_is_added_changed_shown_and_removed(done, read, two_claims):
    assert done("link", "1", " Phone  call with Ada Miller, 18 April, tape 3 =refutes").stderr == (
        f"Claim 1: refutes {CALL}\n"
    )
    [row] = read("show", "1")["evidence"]
    assert (row["url"], row["source"], row["stance"]) == (None, CALL, "refutes")
    assert done("link", "1", CALL, "--primary").stderr == f"Claim 1, {CALL}: primary source: nothing → yes\n"
    assert f"refutes (primary): {CALL}" in done("show", "1").stdout
    assert read("list")[0]["evidence"] == 1
    assert done("link", "1", CALL, "--remove").stderr == f"Claim 1: removed {CALL} (refutes)\n"
    assert [row["summary"] for row in read("history", "1") if row["table_name"] == "evidence"][::2] == [
        CALL
    ] * 2
    assert read("show", "1")["evidence"] == []


def test_add_takes_a_source_in_words_and_keeps_the_one_that_is_there(done, read, two_claims):
    told = ["Prices fell by half", "--source", "Radio 4", "--link"]
    done("add", *told, f"{CALL}=supports")
    again = done("add", *told, f"{CALL}=refutes").stderr
    assert (
        f"already has the source {CALL} as supports. To change that: `claimtrack link 3 '{CALL}' --stance STANCE`"
        in again
    )
    assert [row["source"] for row in read("show", "3")["evidence"]] == [CALL]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("www.stats.example/2024", "or say in words what the source is"),
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
def test_what_is_neither_an_address_nor_words_is_refused(run, read, two_claims, source, told):
    refused = run("link", "1", source)
    assert (refused.exit_code, told in refused.stderr) == (2, True), refused.stderr
    assert read("show", "1")["evidence"] == []


def test_a_stance_is_read_in_capitals_and_other_words_are_part_of_the_name(done, read, two_claims):
    for source in (f"{CALL} = Supports", "Slide 4: E=mc", "Page 2, tab=4", "https://s.example/?q=suports"):
        done("link", "1", source)
    assert [(row["url"] or row["source"], row["stance"]) for row in read("show", "1")["evidence"]] == [
        (CALL, "supports"),
        ("Slide 4: E=mc", "context"),
        ("Page 2, tab=4", "context"),
        ("https://s.example/?q=suports", "context"),
    ]


def test_lint_and_the_archive_know_that_it_has_no_address(done, run, read, reviewed):
    told = run("lint", "1").stdout
    assert "no evidence" not in told
    assert "no archived copy" not in told
    done("archive", "--queue")
    assert read("archive", "--list") == []


def test_a_verdict_rests_on_it_as_it_was_signed(done, run, read, reviewed):
    refused = run("link", "1", CALL, "--remove")
    assert (refused.exit_code, "an approved verdict uses this source" in refused.stderr) == (1, True)
    done("link", "1", CALL, "--archived", "https://web.example/tape")  # a copy may be made later
    done("review", "publish", "1")
    assert "since" not in done("show", "1").stdout
    done("review", "correct", "1", "--note", "We had the wrong tape.")
    done("link", "1", CALL, "--remove")
    done("link", "1", "Phone call with Ada Miller, tape 4")
    assert "1 more source, 1 removed source" in done("show", "1").stdout


def test_readers_get_it_on_the_site_and_in_the_copy(done, reviewed, tmp_path):
    done("link", "1", "Rents <b>, a book", actor="ben")  # after the signature
    done("review", "publish", "1")
    done("publish", str(tmp_path / "public.db"), "--site", str(tmp_path / "site"))
    html = (tmp_path / "site" / "reviews" / "1.html").read_text(encoding="utf-8")
    assert f'<li dir="auto">{CALL} (refutes, primary source)</li>' in html
    assert "a book" not in html


def test_exports_have_it_in_a_column_of_its_own_and_the_log_on_a_line(done, read, reviewed):
    done("link", "1", "https://stats.example/2024")
    [words, page] = _rows(done("export", "jsonl", "evidence"))
    assert (words["url"], words["source"]) == (None, CALL)
    assert (page["url"], page["source"]) == ("https://stats.example/2024", None)
    log = _rows(done("export", "jsonl", "log"))
    assert log[0]["evidence"] == f"https://stats.example/2024\n{CALL}"


def test_search_finds_it_by_how_its_words_begin(done, read, reviewed):
    [found] = read("search", "tape mill")
    assert (found["id"], found["found_in"]) == (1, [{"where": "link", "text": CALL}])
    assert read("search", "ape") == []


def test_the_passage_that_matters_is_added_changed_and_removed(done, read, two_claims):
    page = "https://stats.example/2024"
    done("link", "1", page, "--quote", " p. 44:\n141 inhabitants ")
    assert f"  context: {page}\n    p. 44:\n    141 inhabitants\n" in done("show", "1").stdout
    told = done("link", "1", page, "--quote", "p. 45").stderr
    assert told == f"Claim 1, {page}: quote: p. 44: 141 inhabitants → p. 45\n"
    [row] = read("show", "1")["evidence"]
    assert (row["quote"], row["stance"]) == ("p. 45", "context")
    done("link", "1", page, "--quote", "")
    assert read("show", "1")["evidence"][0]["quote"] is None


def test_a_passage_is_no_book(run, read, two_claims):
    refused = run("link", "1", "A book", "--quote", "x" * 10_001)
    assert (refused.exit_code, "the limit is 10,000" in refused.stderr) == (1, True)
    assert read("show", "1")["evidence"] == []


def _rows(result):
    return [json.loads(line) for line in result.stdout.splitlines()]
