"""Whose a rating is: another publisher's is told with its name wherever it is shown, our own without one."""

import csv
import io
import json

import pytest

THEIRS = "Harbour fees went up by 30 percent in two years"
THEIRS_AGAIN = "In two years harbour fees went up by 30 percent"
OURS = "Rent doubled in ten years"  # of reviewed_desk
OTHER = "The Tide"


@pytest.fixture
def rated(reviewed_desk, done, tmp_path, set_up_once):
    """A desk with a verdict of ours on claim 1, and one of The Tide on claim 4; claim 5 waits for triage and is much like 4."""
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
        done("import", "claimreview", tmp_path / "theirs.json")
        done("add", THEIRS_AGAIN, "--status", "proposed", "--on-duplicate", "new")

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
def test_a_table_tells_the_other_publisher_beside_its_rating(rated, done, command):
    shown = done(*(word.format(rated) for word in command)).stdout
    assert f"False ({OTHER})" in shown
    assert "The Fact Desk)" not in shown


def test_a_rating_of_ours_stands_alone(rated, done):
    [line] = [line for line in done("list").stdout.splitlines() if OURS in line]
    assert "Half true" in line
    assert "(" not in line


@pytest.mark.parametrize(
    ("command", "at"),
    [
        (("list",), lambda rows: {row["id"]: row["rated_by"] for row in rows}[4]),
        (("match", THEIRS), lambda rows: rows[0]["rated_by"]),
        (("check", "{}/draft.txt"), lambda rows: rows[0]["rated_by"]),
        (("show", "4"), lambda row: row["claim"]["rated_by"]),
        (("show", "5"), lambda row: row["matches"][0]["rated_by"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_json_tells_it_as_rated_by_and_the_rating_bare(rated, read, command, at):
    told = read(*(word.format(rated) for word in command))
    assert at(told) == OTHER
    assert f"False ({OTHER})" not in json.dumps(told)


def test_json_has_nobody_for_a_rating_of_ours_and_for_none(rated, read):
    rows = {row["id"]: (row["rating"], row["rated_by"]) for row in read("list")}
    assert (rows[1], rows[3]) == (("Half true", None), (None, None))


def test_a_claim_judged_the_same_has_their_rating_with_their_name(rated, done, read):
    done("judge", "4", "5", "same")
    assert read("list")[-1]["rated_by"] == OTHER
    assert f"rating: False ({OTHER}), of claim 4" in done("show", "5").stdout


def test_our_own_verdict_takes_the_place_of_theirs(rated, done, read):
    done("judge", "1", "4", "same")
    assert [(row["rating"], row["rated_by"]) for row in read("list") if row["id"] == 4] == [
        ("Half true", None)
    ]


def test_strict_says_whose_verdict_holds_the_draft_back(rated, run):
    result = run("check", "--strict", rated / "draft.txt")
    assert result.exit_code == 1
    assert f"repeats claim 4, which is rated False by {OTHER}: {THEIRS}" in result.stderr


@pytest.mark.parametrize("preset", ["claims", "log"])
def test_a_sheet_has_a_column_for_it(rated, done, preset):
    rows = list(csv.DictReader(io.StringIO(done("export", "csv", preset).stdout)))
    told = {row["id"]: (row["rating"], row["rated_by"]) for row in rows}
    assert (told["4"], told["1"]) == (("False", OTHER), ("Half true", ""))


def test_a_sheet_with_the_column_comes_back_and_an_edit_of_it_is_told(rated, done):
    sheet = done("export", "csv").stdout
    (rated / "edited.csv").write_text(sheet.replace(f"False,{OTHER}", "False,Somebody"))
    told = done("import", "csv", rated / "edited.csv", "--yes").stderr
    assert "rated_by “Somebody” is ignored (the desk has" in told
    assert "NOT READ" not in told


# ── triage ──────────────────────────────────────────────────────────────────────────────────────


def test_triage_tells_the_rating_of_what_a_claim_may_repeat(rated, done):
    card = done("triage", stdin="q").stdout
    assert f"claim 4, parked, rated False ({OTHER}): {THEIRS}" in card


def test_the_queue_tells_it_in_a_table_and_has_bare_numbers_for_a_file_of_decisions(rated, done, read):
    [line] = [line for line in done("triage", "--list").stdout.splitlines() if THEIRS_AGAIN in line]
    assert line.endswith(f"4 rated False ({OTHER}), 1 rated Half true")
    assert read("triage", "--list")[0]["matches"] == [4, 1]


def test_triage_tells_a_rating_of_ours_without_a_name(rated, done):
    done("add", "In ten years rent doubled", "--status", "proposed", "--on-duplicate", "new")
    done("add", "In ten years rents doubled", "--status", "proposed", "--on-duplicate", "new")
    done("judge", "1", "6", "unsure")
    cards = done("triage", stdin="s s q").stdout
    assert f"claim 1, published, rated Half true: {OURS}" in cards


def test_a_match_has_the_address_of_the_verdict_ours_or_theirs_for_whoever_answers_a_reader(rated, done):
    theirs = json.loads(done("match", THEIRS, "--format", "json").stdout)
    urls = {one["claim_id"]: one["review_url"] for one in theirs}
    assert (urls[4], urls[5]) == ("https://tide.example/fees", None)
    (rated / "tips.csv").write_text(f"id,text\nwa-1,{OURS}\nwa-2,zebra\n")
    told = csv.DictReader(
        io.StringIO(done("match", "--file", rated / "tips.csv", "--limit", "1", "--format", "csv").stdout)
    )
    assert [(row["id"], bool(row["match_review_url"])) for row in told] == [("wa-1", True), ("wa-2", False)]
