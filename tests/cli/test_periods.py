"""What a desk did in a period: `stats` and `export` with --since and --until; and who repeats which claim."""

import csv
import io
import json
import shutil
import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.plugin.startup import canned_queries
from claimtrack.store import claims
from claimtrack.store.file.database import write_transaction
from tests.cli.conftest import figures
from tests.tables import each_row

CLAIMS = [
    ("Rents rose by 9 percent.", "Marla Tennick", "False", "2025-03-03"),
    ("The mill employs 400 people.", "Ole Brandt", "True", "2025-03-31"),
    ("Ferries were late on 40 days.", "Ole Brandt", "False", "2025-04-01"),
    ("Nine bridges are closed.", "Marla Tennick", "Mostly false", "2025-04-20"),
]


@pytest.fixture(scope="module")
def published_file(new_desk_file, tmp_path_factory):
    """Two verdicts of March and two of April 2025, one of them corrected in May and one withdrawn in April; a fifth claim is unrated."""
    path = shutil.copy(new_desk_file, tmp_path_factory.mktemp("published") / "claims.db")

    def run_ok(*words, actor="ada"):
        result = CliRunner(catch_exceptions=False).invoke(
            cli, ["--db", str(path), "--actor", actor, *map(str, words)]
        )
        assert result.exit_code == 0, result.output

    run_ok("init", "--name", "The Lenn Desk")  # and with the four-step scale that every desk has
    for number, (text, claimant, rating, day) in enumerate(CLAIMS, start=1):
        run_ok(
            "add",
            text,
            "--claimant",
            claimant,
            "--source",
            f"https://n.example/{number}",
            "--date",
            "2025-02-01",
            "--on-duplicate",
            "new",
        )
        run_ok("link", number, f"https://e.example/{number}")
        run_ok("status", number, "checking")
        run_ok("review", "draft", number, "--rating", rating, "--scale", "Four-step scale", "--summary", "S", "--headline", f"H{number}",
             "--url", f"https://d.example/{number}", "--date", day)  # fmt: skip
        approve_and_publish(run_ok, number)
    run_ok(
        "review", "correct", 1, "--note", "We had left out Tarn.", "--rating", "True", "--date", "2025-05-02"
    )
    approve_and_publish(run_ok, 5)
    run_ok("review", "withdraw", 3, "--note", "The source erred.", "--date", "2025-04-11")
    run_ok("add", "Snow fell on 30 days.", "--on-duplicate", "new")
    return path


def approve_and_publish(run_ok, review_id):
    run_ok("review", "submit", review_id)
    run_ok("review", "approve", review_id, actor="ben")
    run_ok("review", "publish", review_id)


@pytest.fixture
def published(published_file, desk_path):
    return shutil.copy(published_file, desk_path)


def verdicts(read_json, *options):
    counts = figures(read_json("stats", *options))
    return {
        name: count
        for name, count in counts.items()
        if name.startswith("verdicts") and not name.startswith("verdicts_published_")
    }


def test_verdicts_of_a_month_are_counted_by_their_rating_at_the_time(read_json, published):
    assert verdicts(read_json, "--since", "2025-03-01", "--until", "2025-03-31") == {
        "verdicts_published": 2,
        "verdicts_published: False": 1,
        "verdicts_published: True": 1,
        "verdicts_corrected": 0,
        "verdicts_updated": 0,
        "verdicts_withdrawn": 0,
        "verdicts_imported": 0,
    }
    assert verdicts(read_json, "--since", "2025-04-01", "--until", "2025-04-30") == {
        "verdicts_published": 2,
        "verdicts_published: False": 1,
        "verdicts_published: Mostly false": 1,
        "verdicts_corrected": 0,
        "verdicts_updated": 0,
        "verdicts_withdrawn": 1,
        "verdicts_imported": 0,
    }
    # A correction is not counted as another verdict.
    assert verdicts(read_json, "--since", "2025-05-01") == {
        "verdicts_published": 0,
        "verdicts_corrected": 1,
        "verdicts_updated": 0,
        "verdicts_withdrawn": 0,
        "verdicts_imported": 0,
    }
    assert verdicts(read_json, "--until", "2025-03-03")["verdicts_published"] == 1


@pytest.mark.usefixtures("published")
def test_sources_and_requests_for_comment_of_a_month_are_counted_by_verdict(read_json, run_ok):
    run_ok("link", 1, "https://e.example/more")  # the verdict was corrected since
    run_ok("link", 3, "https://e.example/table", "--primary")  # withdrawn since
    run_ok("link", 5, "https://e.example/5", "--primary")  # no verdict
    for claim_id, purpose, day in ((1, "comment", "2025-03-03"), (1, "comment", "2025-03-01"), (2, "comment", "2025-04-01"),
                                   (2, "correction", "2025-03-01"), (3, "comment", "2025-03-01")):  # fmt: skip
        run_ok("intervention", "ask", claim_id, "Ada Moor", "Where from?", "--for", purpose, "--date", day)

    def counts(*options):
        rows = figures(read_json("stats", *options))
        whats = ("with_two_or_more_sources", "with_a_primary_source", "after_asking_for_comment")
        return [rows[f"verdicts_published_{what}"] for what in whats]

    assert counts("--since", "2025-03-01", "--until", "2025-03-31") == [1, 0, 1]
    assert counts("--since", "2025-04-01", "--until", "2025-04-30") == [1, 1, 1]
    assert counts("--since", "2025-05-01") == [0, 0, 0]


@pytest.mark.usefixtures("published")
def test_imported_verdicts_of_a_month_are_counted_apart(read_json, run_ok):
    theirs = (
        "claimReviewed;reviewRating.alternateName;url;datePublished;author.name\n"
        "Trams stood still on 9 days.;Wrong;https://c.example/1;2025-03-04;The Courier\n"
        "Trams stood still on 8 days.;Wrong;https://c.example/2;2025-04-04;The Courier\n"
    )
    run_ok("import", "claimreview", "-", stdin=theirs)
    counts = verdicts(read_json, "--since", "2025-03-01", "--until", "2025-03-31")
    assert {name: count for name, count in counts.items() if "imported" in name} == {
        "verdicts_imported": 1,
        "verdicts_imported: Wrong": 1,
    }
    assert counts["verdicts_published"] == 2


def test_claims_are_counted_by_the_day_of_the_clock(read_json, published):
    def counts(*options):
        rows = figures(read_json("stats", *options))
        return [rows[f"claims_{what}"] for what in ("filed", "taken_into_checking", "handed_in_for_review")]

    assert counts("--since", "2025-05-03") == [5, 4, 4]  # all were filed today
    assert counts("--until", "2025-05-03") == [0, 0, 0]
    assert counts("--until", "9999-12-31") == [5, 4, 4]


def test_stats_without_a_period_cover_the_whole_desk(read_json, published):
    assert "claims_filed" not in figures(read_json("stats"))


def test_figures_by_month_tag_or_own_column_are_those_of_the_period(published, read_json, run_ok):
    run_ok("tag", 1, "Platform: Facebook", "Platform:Facebook")  # one value of one claim
    run_ok("tag", 2, "Platform: X", "platform: Facebook")
    by_month = {row.pop("month"): row for row in read_json("stats", "--by", "month", "--until", "2025-12-31")}
    counted = {
        month: (row["verdicts_published"], row["verdicts_corrected"]) for month, row in by_month.items()
    }
    assert counted == {"2025-03": (2, 0), "2025-04": (2, 0), "2025-05": (0, 1)}
    for (month, row), last in zip(by_month.items(), (31, 30, 31), strict=True):
        whole = figures(read_json("stats", "--since", f"{month}-01", "--until", f"{month}-{last}"))
        assert {name: whole[name] for name in row} == row
    rows = read_json("stats", "--by", "quarter", "--by", "Platform", "--until", "2025-03-31")
    assert [[*row.values()][:4] for row in rows] == [["2025-Q1", "Facebook", 0, 2], ["2025-Q1", "X", 0, 1]]
    given = {"since": "", "until": "2025-03-31", "column": " platform:"}
    with closing(sqlite3.connect(published)) as desk:
        asked = desk.execute(canned_queries()["figures_by_month"]["sql"], given).fetchall()
    assert asked == [("2025-03", "Facebook", 0, 2, 0), ("2025-03", "X", 0, 1, 0)]
    by_rating = read_json("stats", "--by", "rating", "--since", "2025-04-01", "--until", "2025-05-31")
    assert [[*row.values()] for row in by_rating] == [["False", 0, 1, 1], ["Mostly false", 0, 1, 0]]


@each_row(
    "by, told, reason",
    [
        (["weather"], "Besides these, figures can be counted by month, quarter", "no column of the desk"),
        (["month", "Month"], "two columns would be called 'month'", "twice the same"),
        (
            ["Platform", "platform:"],
            "two columns would be called 'platform'",
            "twice the same of the desk's own",
        ),
        (["claims_filed"], "two columns would be called 'claims_filed'", "the name of a figure"),
    ],
)
def test_what_cannot_be_counted_by_is_refused(run, published, by, told):
    result = run("stats", *(word for one in by for word in ("--by", one)))
    assert result.exit_code == 1
    assert told in result.stderr


EXPORTS = [
    (["reviews", "--since", "2025-04-01", "--until", "2025-04-30"], [3, 4]),
    (["reviews", "--until", "2025-03-31"], [1, 2]),
    (["reviews", "--since", "2025-05-01"], [5]),
    (["reviews", "--since", "2025-04-01", "--claimant", "ole brandt"], [3]),
    # The former meaning of --since: the day on which the claim was filed.
    (["reviews", "--filed-since", "2025-06-01"], [1, 2, 3, 4, 5]),
    (["reviews", "--filed-since", "2999-01-01"], []),
    (["corrections", "--since", "2025-04-01", "--until", "2025-04-30"], [3]),
    (["corrections", "--since", "2025-05-01"], [5]),
    # The day of a claim is the one on which it was filed.
    (["claims", "--since", "2025-06-01"], [1, 2, 3, 4, 5]),
    (["claims", "--until", "2025-06-01"], []),
    (["claims", "--since", "2025-06-01", "--filed-since", "2999-01-01"], []),
    (["evidence", "--until", "2025-06-01"], []),
]


@pytest.mark.parametrize(("options", "expected"), EXPORTS, ids=lambda value: " ".join(map(str, value)))
def test_export_selects_rows_by_their_own_day(run_ok, published, options, expected):
    rows = csv.DictReader(io.StringIO(run_ok("export", "csv", *options).stdout))
    assert [int(row["id"]) for row in rows] == expected


def test_feed_selects_verdicts_by_their_day(run_ok, published):
    feed = json.loads(run_ok("export", "claimreview", "--since", "2025-04-02").stdout)
    days = ("datePublished", "dateModified")
    # A correction is chosen by its own day, and has that of the first verdict, too.
    assert {tuple(map(entry["item"][0].get, days)) for entry in feed["dataFeedElement"]} == {
        ("2025-04-20", None),
        ("2025-03-03", "2025-05-02"),
    }
    assert [entry.get("dateModified") for entry in feed["dataFeedElement"]].count("2025-05-02") == 1


@pytest.mark.parametrize("command", [("stats",), ("export", "csv"), ("export", "claimreview")], ids=" ".join)
def test_period_that_ends_before_it_begins_is_refused(run, published, command):
    result = run(*command, "--since", "2025-04-02", "--until", "2025-04-01")
    assert result.exit_code == 2
    assert ": give the earlier day first" in result.stderr


# ── who repeats what ────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def repeated(run_ok, two_claims):
    """Éva Molnár said that prices fell three times, under two names and in two claims judged the same, and twice that wages rose."""
    occasions = [
        ("Prices fell.", "Éva Molnár", "2025-01-03"),
        ("Prices fell.", "Éva Molnár", "2025-01-09"),
        ("Prices fell.", "Ole Brandt", "2025-01-05"),
        ("Wages rose.", "Éva Molnár", "2025-02-01"),
        ("Wages rose.", "Minister Molnár", "2025-02-07"),
        ("It costs less now than before.", "Minister Molnár", "2025-03-01"),
    ]
    for number, (text, claimant, day) in enumerate(occasions):
        run_ok(
            "add",
            text,
            "--claimant",
            claimant,
            "--source",
            f"https://n.example/{number}",
            "--date",
            day,
            "--on-duplicate",
            "attach" if number < 5 else "new",
        )
    run_ok("speaker", "join", "Éva Molnár", "Minister Molnár")
    run_ok("judge", "1", "3", "same")


def test_repeats_are_counted_over_all_names_and_claims_judged_the_same(run_ok, read_json, repeated):
    keys = ("speaker", "claim_id", "appearances", "first_seen", "last_seen")
    rows = [tuple(row[key] for key in keys) for row in read_json("speaker", "repeats")]
    assert rows == [
        ("Éva Molnár", 1, 3, "2025-01-03", "2025-03-01"),
        ("Éva Molnár", 2, 2, "2025-02-01", "2025-02-07"),
    ]
    assert read_json("speaker", "repeats", "--limit", "1") == read_json("speaker", "repeats")[:1]
    assert read_json("speaker", "repeats", "molnar") == read_json("speaker", "repeats")
    assert read_json("speaker", "repeats", "brandt") == []
    assert "no speaker who made the same claim" in run_ok("speaker", "repeats", "brandt").stderr
    header = run_ok("speaker", "repeats", "brandt", "--format", "csv").stdout
    assert header.strip().split(",") == list(read_json("speaker", "repeats")[0])


def test_claims_that_score_less_are_left_out_of_lists_and_repeats(read_json, repeated, desk):
    with write_transaction(desk, "ada"):
        claims.update(desk, 1, score=0.3)
        claims.update(desk, 2, score=0.7)
    for command in (["list"], ["speaker", "repeats"], ["speaker", "repeats", "--limit", "1"]):
        found = read_json(*command, "--min-score", "0.7")
        assert [row.get("claim_id", row.get("id")) for row in found] == [2], command
