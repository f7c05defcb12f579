"""A rating of another publisher is shown with its name everywhere, one of our own without a name."""

import csv
import io
import json

import pytest

THEIRS = "Harbour fees went up by 30 percent in two years"
THEIRS_AGAIN = "In two years harbour fees went up by 30 percent"
OURS = "Rent doubled in ten years"  # from the fixture reviewed_desk
OTHER = "The Tide"


@pytest.fixture
def rated(reviewed_desk, run_ok, tmp_path, set_up_once):
    """A desk with our verdict on claim 1 and one of The Tide on claim 4; claim 5, in triage, is much like claim 4."""
    document = {
        "@type": "ClaimReview",
        "claimReviewed": THEIRS,
        "url": "https://tide.example/fees",
        "datePublished": "2025-02-01",
        "author": {"name": OTHER},
        "reviewRating": {"alternateName": "False"},
    }
    (tmp_path / "theirs.json").write_text(json.dumps(document))

    def steps():
        run_ok("import", "claimreview", tmp_path / "theirs.json")
        run_ok("add", THEIRS_AGAIN, "--status", "proposed", "--on-duplicate", "new")

    set_up_once(steps)
    (tmp_path / "draft.txt").write_text(f"{THEIRS}.")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        ("list",),
        ("search", "harbour"),
        ("match", THEIRS),
        ("match", "--file", "{}/draft.txt"),
        ("check", "{}/draft.txt"),
        ("show", "4"),
        ("show", "5"),
    ],
    ids=" ".join,
)
def test_table_names_the_other_publisher_next_to_its_rating(rated, run_ok, command):
    shown = run_ok(*(word.format(rated) for word in command)).stdout
    assert f"False ({OTHER})" in shown
    assert "The Fact Desk)" not in shown


def test_our_rating_is_shown_without_a_name(rated, run_ok):
    [line] = [line for line in run_ok("list").stdout.splitlines() if OURS in line]
    assert "Half true" in line
    assert "(" not in line


@pytest.mark.parametrize(
    ("command", "rated_by_of"),
    [
        (("list",), lambda rows: {row["id"]: row["rated_by"] for row in rows}[4]),
        (("match", THEIRS), lambda rows: rows[0]["rated_by"]),
        (("check", "{}/draft.txt"), lambda rows: rows[0]["rated_by"]),
        (("show", "4"), lambda row: row["claim"]["rated_by"]),
        (("show", "5"), lambda row: row["matches"][0]["rated_by"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_json_has_the_publisher_as_rated_by_and_the_rating_alone(rated, read_json, command, rated_by_of):
    data = read_json(*(word.format(rated) for word in command))
    assert rated_by_of(data) == OTHER
    assert f"False ({OTHER})" not in json.dumps(data)


def test_json_has_no_rated_by_for_our_rating_or_for_none(rated, read_json):
    rows = {row["id"]: (row["rating"], row["rated_by"]) for row in read_json("list")}
    assert (rows[1], rows[3]) == (("Half true", None), (None, None))


def test_claim_judged_the_same_shows_their_rating_with_their_name(rated, run_ok, read_json):
    run_ok("judge", "4", "5", "same")
    assert read_json("list")[-1]["rated_by"] == OTHER
    assert f"rating: False ({OTHER}), of claim 4" in run_ok("show", "5").stdout


def test_our_verdict_replaces_theirs(rated, run_ok, read_json):
    run_ok("judge", "1", "4", "same")
    assert [(row["rating"], row["rated_by"]) for row in read_json("list") if row["id"] == 4] == [
        ("Half true", None)
    ]


def test_strict_check_names_the_publisher_of_the_verdict(rated, run):
    result = run("check", "--strict", rated / "draft.txt")
    assert result.exit_code == 1
    assert f"repeats claim 4, which is rated False by {OTHER}: {THEIRS}" in result.stderr


@pytest.mark.parametrize("preset", ["claims", "log"])
def test_sheet_has_a_rated_by_column(rated, run_ok, preset):
    rows = list(csv.DictReader(io.StringIO(run_ok("export", "csv", preset).stdout)))
    ratings = {row["id"]: (row["rating"], row["rated_by"]) for row in rows}
    assert (ratings["4"], ratings["1"]) == (("False", OTHER), ("Half true", ""))


def test_edited_rated_by_column_is_ignored_and_reported_on_import(rated, run_ok):
    sheet = run_ok("export", "csv").stdout
    (rated / "edited.csv").write_text(sheet.replace(f"False,{OTHER}", "False,Somebody"))
    stderr = run_ok("import", "csv", rated / "edited.csv", "--yes").stderr
    assert "rated_by “Somebody” is ignored (the desk has" in stderr
    assert "NOT READ" not in stderr


@pytest.mark.parametrize("options", [("--dry-run",), ()], ids=["dry run", "filed"])
def test_ingest_shows_the_verdict_on_what_is_said_again_but_not_on_a_conflict(rated, run_ok, options):
    (rated / "debate.txt").write_text(f"{THEIRS}. {THEIRS.replace('30', '40')}.")
    result = run_ok("ingest", rated / "debate.txt", *options)
    repeat, conflict = (line for line in result.stdout.splitlines() if "arbour fees" in line)
    assert f"  4 rated False ({OTHER})" in repeat
    assert "rated" not in conflict
    told = f"claim 4, which is parked and rated False ({OTHER}). If it is worth checking again, move it to open (`claimtrack"
    assert told in result.stderr


# ── triage ──────────────────────────────────────────────────────────────────────────────────────


def test_triage_shows_the_rating_of_a_possible_repeat(rated, run_ok):
    card = run_ok("triage", stdin="q").stdout
    assert f"claim 4, parked, rated False ({OTHER}): {THEIRS}" in card


def test_triage_table_names_the_publisher_and_json_has_bare_ids(rated, run_ok, read_json):
    again = "In ten years rent doubled"
    run_ok("add", again, "--status", "proposed", "--on-duplicate", "new")
    lines = run_ok("triage", "--list").stdout.splitlines()
    ends = {THEIRS_AGAIN: f"4 rated False ({OTHER})", again: "1 rated Half true"}
    for text, end in ends.items():
        assert [line for line in lines if text in line and line.endswith(f" {end}")], lines
    assert sorted(row["resembles"] for row in read_json("triage", "--list")) == [[1], [4]]


def test_triage_shows_our_rating_without_a_name(rated, run_ok):
    run_ok("add", "In ten years rent doubled", "--status", "proposed", "--on-duplicate", "new")
    run_ok("add", "In ten years rents doubled", "--status", "proposed", "--on-duplicate", "new")
    run_ok("judge", "1", "6", "unsure")
    cards = run_ok("triage", stdin="s s q").stdout
    assert f"claim 1, published, rated Half true: {OURS}" in cards


def test_match_has_the_address_of_our_or_their_verdict(rated, run_ok):
    theirs = json.loads(run_ok("match", THEIRS, "--format", "json").stdout)
    urls = {entry["claim_id"]: entry["review_url"] for entry in theirs}
    assert (urls[4], urls[5]) == ("https://tide.example/fees", None)
    (rated / "tips.csv").write_text(f"id,text\nwa-1,{OURS}\nwa-2,zebra\n")
    rows = csv.DictReader(
        io.StringIO(run_ok("match", "--file", rated / "tips.csv", "--limit", "1", "--format", "csv").stdout)
    )
    assert [(row["id"], bool(row["match_review_url"])) for row in rows] == [("wa-1", True), ("wa-2", False)]
