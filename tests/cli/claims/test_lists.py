"""`search`, `list` and `assign`: which claims a reporter finds, and by which criteria."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner

import claimtrack
from claimtrack.cli import cli
from claimtrack.core.model import Role, Status
from claimtrack.store import claims
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow.people import add_user
from tests.tables import each_row


def test_search_shows_partial_matches_when_no_claim_has_every_word(run_ok, read_json, two_claims):
    shown = run_ok("search", "prices of bread")
    assert "Prices fell." in shown.stdout
    assert "No claim has all of 'prices of bread'. These have some of the words." in shown.stderr
    assert read_json("search", "prices of bread") == []
    assert "Only the best" not in shown.stderr
    assert "These have some of the words." not in run_ok("search", "zebra bread").stderr


def test_search_shows_which_tag_or_note_has_the_words(run_ok, read_json, two_claims):
    assert "found in" not in run_ok("search", "prices").stdout
    assert read_json("search", "prices")[0]["found_in"] == []
    run_ok("note", "1", "Rang the ministry.\n\nThe Zuckerwatte memo is on its way.")
    run_ok("tag", "2", "Zuckerwatte")
    shown = run_ok("search", "zuckerwatte").stdout
    assert "found in" in shown
    assert "tag: Zuckerwatte" in shown
    assert "note: Rang the ministry. The Zuckerwatte memo is on its way." in shown
    rows = read_json("search", "ZUCKERWATTE")
    # A tag ranks above a note.
    assert [(row["id"], row["found_in"][0]["where"]) for row in rows] == [(2, "tag"), (1, "note")]
    header, *lines = run_ok("search", "zuckerwatte", "--format", "csv").stdout.splitlines()
    assert header.endswith(",found_in")
    assert '""where"": ""tag""' in lines[0]
    assert run_ok("search", "candyfloss", "--format", "csv").stdout.splitlines() == [header]
    assert [
        json.loads(line)["id"]
        for line in run_ok("search", "zuckerwatte", "--format", "ndjson").stdout.splitlines()
    ] == [2, 1]


# ── list ────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def busy_file(new_desk_file, tmp_path_factory):
    path = shutil.copy(new_desk_file, tmp_path_factory.mktemp("busy") / "claims.db")

    def run_ok(*words):
        CliRunner(catch_exceptions=False).invoke(cli, ["--db", str(path), "--actor", "ada", *map(str, words)])

    texts = [
        "Rents rose by 3 percent.",
        "The mill closed.",
        "Ferries are late.",
        "Nine bridges fell.",
        "Snow came.",
    ]
    days = ["2024-03-05", "2024-04-22", "2024-01-10", None, "2024-04-30"]
    for number, (text, day) in enumerate(zip(texts, days, strict=True), start=1):
        occasion = ["--source", f"https://n.example/{number}", "--date", day] if day else []
        run_ok(
            "add",
            text,
            "--claimant",
            "Marla Tennick" if number < 3 else "Ole Brandt",
            *occasion,
            "--on-duplicate",
            "new",
        )
    run_ok(
        "add",
        texts[0],
        "--claimant",
        "Marla Tennick",
        "--source",
        "https://n.example/9",
        "--date",
        "2024-05-02",
    )
    for claim_id, level in ((2, "low"), (3, "high")):
        run_ok("priority", claim_id, level)
    for claim_id, name in ((1, "Kai"), (2, "kai"), (3, "Jo  Field")):
        run_ok("assign", claim_id, name)
    run_ok("status", 2, "checking")
    run_ok("status", 5, "parked")
    for claim_id, day in ((1, "2024-06-30"), (3, "2024-05-31"), (4, "2999-01-01"), (5, "2024-05-01")):
        run_ok("due", claim_id, day)
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("update claims set score = id / 10.0 where id <> 4")
        conn.execute("insert into publishers (id, name, is_desk) values (70, 'Other Desk', 0)")
        conn.execute("insert into rating_scales (id, name) values (70, 'Theirs')")
        conn.execute("insert into ratings (id, scale_id, name, position) values (700, 70, 'False', 1)")
        conn.execute(
            "insert into reviews (claim_id, publisher_id, origin, rating_id, url, status)"
            " values (4, 70, 'imported', 700, 'https://o.example', 'published')"
        )
    return path


@pytest.fixture
def busy(busy_file, desk_path):
    """Five claims that differ in everything that a list can ask for."""
    return shutil.copy(busy_file, desk_path)


LISTS = [
    (["--status", "open", "--status", "checking"], [1, 2, 3, 4]),
    (["--status", "parked"], [5]),
    (["--priority", "high"], [3]),
    (["--priority", "normal"], [1, 4, 5]),
    (["--rating", "false"], [4]),
    (["--rating", "Fals"], []),
    (["--rating", ""], [1, 2, 3, 5]),
    (["--assignee", "KAI"], [1, 2]),
    (["--assignee", "jo field"], [3]),
    (["--assignee", ""], [4, 5]),
    # A claim that was said in March and in May counts for both months, but not for April.
    (["--said-since", "2024-04-01"], [1, 2, 5]),
    (["--said-since", "2024-04-01", "--said-until", "2024-04-30"], [2, 5]),
    (["--said-until", "2024-03-31"], [1, 3]),
    (["--said-until", "2999-12-31"], [1, 2, 3, 5]),
    (["--assignee", "kai", "--said-since", "2024-04-30", "--status", "open"], [1]),
    (["--sort", "newest"], [5, 4, 3, 2, 1]),
    (["--newest"], [5, 4, 3, 2, 1]),
    # Claims without a day or a score come last.
    (["--sort", "said"], [1, 5, 2, 3, 4]),
    (["--sort", "score"], [5, 3, 2, 1, 4]),
    (["--sort", "seen"], [1, 2, 3, 5, 4]),
    (["--sort", "priority"], [3, 1, 4, 5, 2]),
    (["--sort", "priority", "--limit", "2"], [3, 1]),
    # Finished claims are no longer due, unless their status is asked for.
    (["--due-until", "today", "--sort", "due"], [3, 1]),
    (["--due-until", "2024-05-31"], [3]),
    (["--due-until", "2024-05-31", "--status", "parked"], [5]),
    (["--sort", "due"], [5, 3, 1, 4, 2]),
]


@each_row(("options", "expected"), LISTS)
def test_list_filters_and_sorts_as_asked(read_json, busy, options, expected):
    assert [row["id"] for row in read_json("list", *options)] == expected


def test_a_list_says_that_a_limit_cut_it(run_ok, read_json, busy):
    told = "Only the first 4 are shown. To see more, raise --limit.\n"
    for form in ("table", "ndjson"):
        assert run_ok("list", "--limit", 4, "--format", form).stderr == told
    assert run_ok("list", "--limit", 5).stderr == ""
    assert [row["id"] for row in read_json("list", "--limit", 1)] == [1]


def test_claims_judged_the_same_are_listed_once_if_asked(read_json, run, run_ok, busy):
    run_ok("judge", 1, 4, "same")
    run_ok("judge", 3, 4, "same")
    run_ok("judge", 2, 5, "same")

    def listed(*options):
        return [row["id"] for row in read_json("list", "--once", *options)]

    # Claim 3 goes before claim 1, which somebody has, too, because it is more urgent, and before claim 4, which nobody has.
    assert listed() == [2, 3]
    assert listed("--sort", "newest", "--limit", "1") == [3]
    # Only among the claims that meet the filters: a rumour whose first claim does not is not lost.
    assert listed("--priority", "normal") == [1, 5]
    assert listed("--assignee", "") == [4, 5]
    run_ok("status", 1, "rejected")
    assert listed("--status", "rejected", "--status", "parked") == [1, 5]
    assert [row["id"] for row in read_json("list")] == [1, 2, 3, 4, 5]
    exported = run_ok("export", "jsonl", "--once").stdout.splitlines()
    assert [json.loads(row)["id"] for row in exported] == [2, 3]
    assert "export claims" in run("export", "csv", "log", "--once").stderr


def test_a_list_of_work_leaves_out_what_says_the_same_as_a_published_claim(read_json, run_ok, busy):
    with closing(open_desk(busy)) as db, write_transaction(db, "ada"):
        claims.add(db, "Snow fell.", status=Status.PUBLISHED)
    for claim_id in (3, 4, 5):
        run_ok("judge", claim_id, 6, "same")
    work = ("--once", "--status", "open", "--status", "checking", "--status", "parked")
    assert [row["id"] for row in read_json("list", *work)] == [1, 2, 3]
    told = "Left out: 1 claim that nobody has, and that says the same as a published one."
    assert told in run_ok("list", *work).stderr
    exported = run_ok("export", "jsonl", *work)
    assert [json.loads(row)["id"] for row in exported.stdout.splitlines()] == [1, 2, 3]
    assert told in exported.stderr
    assert "Left out" not in run_ok("list", *work, "--tag", "sea").stderr
    # Of a list that does not ask for work, nothing is left out.
    assert [row["id"] for row in read_json("list", "--once", "--priority", "normal")] == [1, 6]
    assert [row["id"] for row in read_json("list", *work[1:])] == [1, 2, 3, 4, 5]


def test_a_table_names_the_claim_judged_the_same_that_somebody_has(run_ok, busy):
    assert "taken as" not in run_ok("list").stdout
    run_ok("judge", 1, 3, "same")
    run_ok("judge", 2, 5, "same")
    table = run_ok("list").stdout
    assert [cell in table for cell in ("claim 3, open, with Jo Field", "claim 2, checking, with kai")] == [
        True,
        True,
    ]
    shown = run_ok("show", 1).stdout
    assert "taken as: claim 3, open, with Jo Field" in shown
    assert "same as: 3" not in shown


def test_two_sort_orders_are_refused(run, busy):
    result = run("list", "--newest", "--sort", "score")
    assert result.exit_code == 2
    assert "leave one out" in result.stderr


@pytest.fixture
def tagged(busy, run_ok):
    """Claim 1 has the tags sea and trade, claim 2 only sea, claim 3 only trade."""
    for claim_id, tags in ((1, ["sea", "trade"]), (2, ["sea"]), (3, ["trade"])):
        run_ok("tag", claim_id, *tags)


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (["sea"], [1, 2]),
        (["sea", "trade"], [1]),
        (["Sea", "sea"], [1, 2]),
        (["sea", "trade", "cod"], []),
    ],
    ids=lambda value: " ".join(map(str, value)),
)
def test_several_tags_select_the_claims_that_have_all_of_them(
    read_json, run_ok, tagged, desk_path, tags, expected
):
    options = [word for tag in tags for word in ("--tag", tag)]
    assert [row["id"] for row in read_json("list", *options)] == expected
    rows = run_ok("export", "jsonl", *options).stdout.splitlines()
    assert [json.loads(row)["id"] for row in rows] == expected
    with claimtrack.open(desk_path) as desk:
        assert [row["id"] for row in desk.claims(tag=tags)] == expected


@each_row(
    "command",
    [
        ["list", "--claimant", "Ole Brandt", "--claimant", "Marla Tennick"],
        ["list", "--assignee", "kai", "--assignee", ""],
        ["list", "--priority", "high", "--priority", "low"],
        ["list", "--rating", "True", "--rating", "False"],
        ["list", "--article", "1", "--article", "2"],
        ["export", "csv", "--claimant", "Ole Brandt", "--claimant", "Marla Tennick"],
        ["export", "claimreview", "--since", "2024-01-01", "--since", "2024-02-01"],
        ["match", "Prices fell", "--claimant", "Ole Brandt", "--claimant", "Marla Tennick"],
        ["add", "Prices fell", "--claimant", "Ole Brandt", "--claimant", "Marla Tennick"],
        ["edit", "1", "--claimant", "Ole Brandt", "--claimant", "Marla Tennick"],
    ],
)
def test_single_valued_option_with_two_values_is_refused(run, busy, command):
    result = run(*command)
    assert result.exit_code == 2
    assert "given more than once, as" in result.stderr


def test_same_value_given_twice_counts_once(read_json, busy):
    assert [row["id"] for row in read_json("list", "--assignee", "kai", "--assignee", "kai")] == [1, 2]


def test_export_accepts_several_statuses(run_ok, busy):
    rows = run_ok("export", "jsonl", "--status", "parked", "--status", "checking").stdout.splitlines()
    assert [json.loads(row)["id"] for row in rows] == [2, 5]


def test_partial_or_misspelt_claimant_suggests_the_full_name(run_ok, busy):
    assert "'Marla Tennick'" in run_ok("list", "--claimant", "Tennick").stderr
    assert "'Marla Tennick'" in run_ok("list", "--claimant", "marla tenick").stderr
    # No similar name; then a speaker who exists, but has no claim that meets the other criterion.
    assert run_ok("list", "--claimant", "Zyx").stderr == "No claims found. No speaker is called 'Zyx'.\n"
    assert run_ok("list", "--claimant", "Ole Brandt", "--status", "rejected").stderr == "No claims found.\n"


NOT_THERE = [
    (("--assignee", "zyx"), " No claim is assigned to 'zyx'. Available: 'Jo Field', 'Kai', 'kai'."),
    (("--tag", "zyx"), " No claim has the tag 'zyx'. Available: none."),
    (("--rating", "Flase"), " There is no rating 'Flase'. Available: 'False'."),
    # A value that exists, but of which no claim meets the other criterion.
    (("--rating", "false", "--status", "rejected"), ""),
    (("--assignee", "KAI", "--status", "rejected"), ""),
]


@pytest.mark.parametrize(("options", "hint"), NOT_THERE)
def test_filter_value_that_no_claim_has_lists_the_available_ones(run_ok, busy, options, hint):
    stderr = run_ok("list", *options).stderr
    assert stderr.startswith(f"No claims found.{hint}")
    assert bool(hint) == (stderr != "No claims found.\n")


def test_rating_filter_finds_reviews_once_they_are_approved(run_ok, read_json, two_claims, desk_path):
    run_ok("init", "--name", "The Fact Desk")

    def ids_rated(name):
        return [row["id"] for row in read_json("list", "--rating", name)]

    run_ok("review", "draft", 1, "--rating", "Half true")
    for step, actor in (("submit", "ada"), ("approve", "ben")):
        stderr = run_ok("list", "--rating", "half TRUE").stderr
        assert stderr == "No claims found. 1 review not approved yet: see `claimtrack review list`.\n"
        assert (ids_rated("Half true"), ids_rated("")) == ([], [1, 2])
        run_ok("review", step, 1, actor=actor)
    assert (ids_rated("half TRUE"), ids_rated("")) == ([1], [2])
    run_ok("review", "publish", 1, "--url", "https://desk.example/1", "--date", "2024-05-03")
    assert (ids_rated("Half true"), ids_rated("")) == ([1], [2])


# ── assign ──────────────────────────────────────────────────────────────────────────────────────


def test_assignee_is_stored_as_typed_when_the_desk_has_no_users(run_ok, read_json, two_claims):
    stderr = run_ok("assign", "1", " Jo   Field").stderr
    assert stderr == "Claim 1 is assigned to Jo Field\n"
    assert read_json("list", "--assignee", "Jo Field")[0]["id"] == 1


def test_assignee_is_spelt_as_the_user_is_and_an_unknown_one_is_flagged(
    run_ok, read_json, two_claims, quick_hashing
):
    for name in ("Jo", "Kai", "Mia Voss", "Ben"):
        add_user(two_claims, name, Role.REPORTER, "three or four words")
    assert run_ok("assign", "1", "mia  VOSS").stderr == "Claim 1 is assigned to Mia Voss\n"
    lines = run_ok("assign", "2", "Jp").stderr.splitlines()
    assert lines[0] == "Claim 2 is assigned to Jp"
    assert run_ok("assign", "2", "jp").stderr.splitlines()[0] == "Claim 2 is assigned to jp"
    assert lines[1].startswith("Warning: there is no user 'Jp' on this desk. Users: 'Jo', ")
    assert read_json("list", "--assignee", "jp")[0]["id"] == 2
    assert run_ok("assign", "2", "").stderr == "Claim 2 is assigned to nobody, no longer to jp\n"


def test_list_and_triage_queue_filter_by_flag(run_ok, read_json, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("The mill shut in May 2019.\n\nThe study, Ada Moor said, cost $4m.\n")
    run_ok("ingest", str(page))
    flagged = read_json("list", "--flag", "mixed_voices")
    assert [row["text"] for row in flagged] == ["The study, Ada Moor said, cost $4m."]
    queued = read_json("triage", "--list", "--flag", "mixed_voices")
    assert [(row["id"], row["flags"]) for row in queued] == [(flagged[0]["id"], ["mixed_voices"])]
    assert "Available: 'mixed_voices'" in run_ok("list", "--flag", "fragment").stderr
    run_ok("status", str(flagged[0]["id"]), "rejected")
    assert read_json("triage", "--list", "--flag", "mixed_voices") == []
