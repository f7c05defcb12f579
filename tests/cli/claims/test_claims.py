"""`add`, `list`, `show`, `search` and `history`, as a reporter uses them."""

import json
import sqlite3
import sys
from datetime import datetime, timedelta, timezone

import pytest

from claimtrack.core.model import Status

CLAIM = "Unemployment fell by a third in the last two years of my time in office."
REWORDED = "In the last two years of my time in office unemployment fell by one third."
MATCH_KEYS = {
    "claim_id", "text", "score", "suggestion", "reasons", "differences", "status", "rating", "appearances",
    "first_seen", "last_seen",
}  # fmt: skip


# ── add ─────────────────────────────────────────────────────────────────────────────────────────


def test_add_reports_a_new_claim_and_a_newly_created_desk(run_ok, tmp_path):
    result = run_ok("add", CLAIM, "--source", "Radio 4", db=tmp_path / "new.db")
    assert result.stdout == "Claim 1 is new.\n"
    assert result.stderr == f"Created the desk {tmp_path / 'new.db'}, which did not exist yet\n"


def test_add_names_the_folder_of_a_desk_that_it_created_where_it_was_started(run_ok, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run_ok("add", CLAIM, "--source", "Radio 4", db="new.db")
    assert result.stderr == f"Created the desk new.db in {tmp_path}, which did not exist yet\n"


def test_add_shows_the_claims_that_a_new_one_repeats(run_ok, desk_path):
    run_ok("add", CLAIM, "--claimant", "Ada Miller")
    result = run_ok("add", REWORDED, "--claimant", "Ada Miller")
    assert result.stdout.startswith("Claim 2 is new.\nIt resembles:\n")
    assert "duplicate" in result.stdout
    assert CLAIM in result.stdout
    assert run_ok("add", CLAIM, "--claimant", "Ada Miller").stdout.startswith("Claim 1 says the same")


def test_add_suggests_judging_a_likely_repeat_the_same(run_ok, desk_path):
    run_ok("add", CLAIM, "--claimant", "Ada Miller")
    added = run_ok("add", REWORDED, "--claimant", "Ada Miller", "--source", "Radio 4")
    assert added.stderr == "If it says the same as claim 1, run: `claimtrack judge 1 2 same`\n"
    run_ok("judge", "1", "2", "same")


def test_add_names_the_claim_it_joined_in_other_words(run_ok, read_json, desk_path):
    run_ok("add", CLAIM, "--claimant", "Ada Miller")
    joined = ["add", REWORDED, "--claimant", "Ada Miller", "--on-duplicate", "attach"]
    assert run_ok(*joined).stdout == f"Claim 1 says the same in other words, {CLAIM!r}: added to it.\n"
    assert read_json(*joined)["other_words"] == CLAIM


UNSEEN = [
    ([], "Where and when it was said is not recorded", "neither a place nor a day is given"),
    (["--date", "2024-04-22"], "Where it was said is not recorded", "a day alone does not count"),
    (["--source", "Radio 4"], None, "a place counts"),
]


@pytest.mark.parametrize(("options", "message", "reason"), UNSEEN)
def test_new_claim_without_a_source_is_reported_as_not_seen(run_ok, read_json, options, message, reason):
    stderr = run_ok("add", "Imports fell by a tenth.", *options).stderr
    assert (message or "") in stderr, reason
    assert bool(message) is ("it was said is not recorded, so it does not count" in stderr), reason
    assert ("Once the claim is said again, this day counts too." in stderr) is (
        "--date" in options and "--source" not in options
    ), reason
    assert read_json("list")[0]["appearances"] == (0 if message else 1), reason
    run_ok("add", "Imports fell by a tenth.", "--source", "Radio 4")
    assert read_json("list")[0]["appearances"] == 1


@pytest.mark.parametrize("command", [["add", "-"], ["note", "1", "-"], ["match", "-"]])
def test_replaced_nul_character_is_reported(run_ok, two_claims, command):
    assert "standard input: replaced 1 character" in run_ok(*command, stdin="Imports\0fell.").stderr


def test_nul_character_between_words_does_not_join_them(run_ok, read_json):
    run_ok("add", "-", stdin="Imports\0fell.")
    assert read_json("list")[0]["text"] == "Imports\ufffdfell."


@pytest.mark.parametrize("broken", ["\0", b"\xef\xbf\xbd", "\0 \0\n"])
def test_claim_of_unstorable_characters_only_is_refused_as_empty(run, broken):
    result = run("add", "-", stdin=broken)
    assert (result.exit_code, "the claim is empty" in result.stderr) == (2, True)


def test_repeat_without_a_source_is_reported_as_not_recorded(run_ok, two_claims):
    again = run_ok("add", "Prices fell.")
    assert again.stdout == "Claim 1 says the same, and has all of this already: nothing was added.\n"
    assert again.stderr == "If it was said another time, add it again with --source and --date.\n"
    noted = run_ok("add", "Prices fell.", "--note", "Asked.")
    missing = "Where and when it was said this time is not recorded. To record it, add it again with --source and --date."
    assert noted.stderr.splitlines()[:-1] == [missing]
    dated = run_ok("add", "Prices fell.", "--date", "2024-05-01")
    missing = "Where it was said this time is not recorded. To record it, add it again with --source."
    assert dated.stderr.splitlines()[:-1] == [missing]
    [undo] = run_ok("add", "Prices fell.", "--source", "Radio 4").stderr.splitlines()
    assert undo.startswith("To take it back: `claimtrack ")


KEPT = [
    (
        ["--status", "checking"],
        "Claim 1 keeps its status, open. To change it: `claimtrack status 1 checking`",
    ),
    # No single step leads there, so the steps that exist are named.
    (
        ["--status", "in_review"],
        "keeps its status, open. To change it: `claimtrack status 1 proposed|checking|parked|rejected`",
    ),
    (
        ["--link", "https://a.example=refutes"],
        "already has the source https://a.example as supports. To change that: `claimtrack link",
    ),
    (["--claimant", "Bo Li", "--on-duplicate", "attach"], "Claim 1 keeps its claimant, Ada Miller. "),
]


@pytest.mark.parametrize(("option", "words"), KEPT)
def test_add_reports_the_details_that_a_known_claim_keeps(run_ok, read_json, option, words):
    claim = CLAIM.replace("my", "her")  # a first-person claim of two people is two claims
    first = [claim, "--claimant", "Ada Miller", "--link", "https://a.example=supports"]
    run_ok("add", *first)
    before = read_json("list")
    stderr = run_ok("add", claim, "--source", "Radio 4", *option).stderr
    assert words in stderr
    assert [{**row, **AFTERWARDS} for row in read_json("list")] == [{**row, **AFTERWARDS} for row in before]
    again = [*first, "--source", "Radio 4", "--status", "open"]
    assert len(run_ok("add", *again).stderr.splitlines()) <= 1  # how to take it back
    assert run_ok("add", *again).stderr == ""


def test_first_person_claim_of_another_speaker_is_never_attached(run_ok):
    run_ok("add", CLAIM, "--claimant", "Ada Miller")
    stdout = run_ok("add", CLAIM, "--claimant", "Bo Li", "--on-duplicate", "attach").stdout
    assert stdout.startswith("Claim 2 is new.")
    assert "other speaker: Bo Li / Ada Miller" in stdout


AFTERWARDS = {"appearances": None, "first_seen": None, "last_seen": None}


CHOICES = [
    # The default without a terminal joins an exact repeat and nothing else.
    ([], CLAIM, 1, False),
    ([], REWORDED, 2, True),
    (["--on-duplicate", "attach"], CLAIM, 1, False),
    (["--on-duplicate", "attach"], REWORDED, 1, False),
    (["--on-duplicate", "new"], CLAIM, 2, True),
    (["--on-duplicate", "new"], REWORDED, 2, True),
    (["--on-duplicate", "fail"], "Bread is dearer than ever.", 2, True),
]


@pytest.mark.parametrize(("option", "words", "claim_id", "is_new"), CHOICES)
def test_add_obeys_on_duplicate(run_ok, read_json, option, words, claim_id, is_new):
    run_ok("add", CLAIM)
    added = read_json("add", words, *option)
    assert (added["claim_id"], added["outcome"] == "new") == (claim_id, is_new)
    assert all(set(match) >= MATCH_KEYS for match in added["matches"])


@pytest.mark.parametrize("words", [CLAIM, REWORDED])
def test_on_duplicate_fail_refuses_a_repeat(run, run_ok, read_json, words):
    run_ok("add", CLAIM)
    result = run("add", words, "--on-duplicate", "fail")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "claim 1 says the same" in result.stderr
    assert len(read_json("list")) == 1


def test_add_stores_every_detail_given(run_ok, read_json, desk_path):
    run_ok(
        "add", CLAIM, "--claimant", "Ada Miller", "--source", "https://news.example/1", "--date", "2024-04-22",
        "--link", "https://stats.example/a?x=1=refutes", "--link", "https://b.example/?q=supports",
        "--link", "https://c.example", "--status", "checking", "--note", "Asked.", "--note", "Asked again.",
        "--tag", "jobs", "--tag", "economy",
    )  # fmt: skip
    dossier = read_json("show", "1")
    claim = dossier["claim"]
    assert (claim["claimant"], claim["claimed_on"], claim["status"]) == (
        "Ada Miller",
        "2024-04-22",
        "checking",
    )
    assert (claim["url"], claim["tags"]) == ("https://news.example/1", ["economy", "jobs"])
    assert [(row["url"], row["stance"]) for row in dossier["evidence"]] == [
        ("https://stats.example/a?x=1", "refutes"),
        ("https://b.example/?q=supports", "context"),
        ("https://c.example", "context"),
    ]
    assert [note["body"] for note in dossier["notes"]] == ["Asked.", "Asked again."]


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.PUBLISHED])
def test_add_accepts_every_initial_status_except_published(run_ok, read_json, status):
    run_ok("add", CLAIM, "--status", status)
    assert read_json("list")[0]["status"] == status


# ── add asks at a terminal ──────────────────────────────────────────────────────────────────────


@pytest.fixture
def ask(terminal_of):
    """Types into `add` at a real terminal; (what it showed, exit code)."""

    def ask(*args, answers=()):
        terminal = terminal_of("--actor", "ada", "add", *args)
        for answer in answers:
            terminal.expect("n for a new one")
            terminal.send("\x04") if answer is None else terminal.sendline(answer)
        return terminal.ended()

    return ask


ANSWERS = [
    # The id joins the claim; n files another; a wrong answer is asked again; Ctrl-D files nothing.
    (["1"], 0, 1),
    (["n"], 0, 2),
    (["N"], 0, 2),
    (["7", "1"], 0, 1),
    ([None], 1, 1),
]


@pytest.mark.parametrize(("answers", "code", "claims"), ANSWERS)
def test_add_asks_at_a_terminal_whether_the_claim_is_the_same(run_ok, read_json, ask, answers, code, claims):
    run_ok("add", CLAIM)
    shown, exit_code = ask(REWORDED, answers=answers)
    assert (exit_code, len(read_json("list"))) == (code, claims)
    assert "It resembles" not in shown  # it was shown before the question


def test_add_says_nothing_was_filed_when_its_question_is_interrupted(run_ok, ask):
    run_ok("add", CLAIM)
    assert "Stopped. Nothing was filed." in ask(REWORDED, answers=[None])[0]


def test_add_names_the_difference_when_a_person_joins_a_conflicting_claim(run_ok, read_json, ask):
    run_ok("add", CLAIM)
    changed = CLAIM.replace("a third", "a half")
    shown, _ = ask(changed, answers=["1"])
    output = " ".join(shown.split())
    assert "Added to claim 1," in output
    assert "as you asked. What differs: differs: " in output
    assert "says the same" not in output
    # It does not say that the claims are the same when there is nothing left to add, either.
    assert "Nothing was added to claim 1," in " ".join(ask(changed, answers=["1"])[0].split())
    assert len(read_json("list")) == 1


def test_add_does_not_ask_about_claims_that_only_share_a_word(run_ok, read_json, ask):
    run_ok("add", "The mayor opened a bridge over the river on Monday morning in the rain.")
    shown, exit_code = ask("Wages of the river pilots were raised by the port authority in 2019.")
    assert (exit_code, "Claim 2 is new" in shown) == (0, True)


def test_add_asks_at_the_terminal_while_its_output_is_redirected(run_ok, desk_path, tmp_path):
    pexpect = pytest.importorskip("pexpect")
    run_ok("add", CLAIM)
    call = f"'{sys.executable}' -m claimtrack --db '{desk_path}' add '{REWORDED}' --format json > out.json"
    child = pexpect.spawn("sh", ["-c", call], encoding="utf-8", timeout=30, cwd=str(tmp_path))
    child.expect("n for a new one")
    child.sendline("n")
    child.expect(pexpect.EOF)
    child.close()
    assert json.loads((tmp_path / "out.json").read_text())["claim_id"] == 2


def test_new_claim_cannot_be_published(run, read_json, two_claims):
    result = run("add", CLAIM, "--status", "published")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'published' is not one of" in result.stderr
    choices = run("add", "--help").stdout.partition("--status [")[2].partition("]")[0]
    assert ("open" in choices, "published" in choices) == (True, False)
    assert len(read_json("list")) == 2


PAST_EVENTS = [
    pytest.param(["add", CLAIM], id="a claim was said before it is filed"),
    pytest.param(["ingest", "-"], id="an article was published before it is read"),
    pytest.param(
        ["intervention", "ask", "1", "Daily Echo", "Correct it"],
        id="an outlet was asked before the request is recorded",
    ),
    pytest.param(["review", "draft", "1"], id="a review is dated when its day has come"),
    pytest.param(["review", "publish", "1"], id="a published review is out"),
    pytest.param(["review", "correct", "1", "--note", "A slip."], id="a correction has been made"),
    pytest.param(["review", "withdraw", "1"], id="a withdrawal has been made"),
]


@pytest.mark.parametrize("command", PAST_EVENTS)
def test_future_date_is_refused(run, command):
    result = run(*command, "--date", "2999-01-01")
    assert (result.exit_code, "2999-01-01 is in the future: give a date up to today" in result.stderr) == (
        2,
        True,
    ), result.stderr


def test_tomorrow_is_accepted_for_reporters_in_eastern_time_zones(run_ok, read_json):
    tomorrow = datetime.now(timezone(timedelta(hours=14))).date().isoformat()
    run_ok("add", CLAIM, "--source", "Radio 4", "--date", tomorrow)
    assert read_json("list")[0]["claimed_on"] == tomorrow


# ── list, show, search, history ─────────────────────────────────────────────────────────────────


def test_list_filters_by_each_criterion(run_ok, read_json, two_claims):
    run_ok("assign", "2", "ben")
    run_ok("tag", "2", "jobs")
    run_ok("status", "2", "checking")
    run_ok("add", "Exports rose.", "--claimant", "Ada Miller", "--source", "https://a.example")
    for option, expected in [
        (["--status", "checking"], [2]),
        (["--claimant", "ada miller"], [3]),
        (["--assignee", "ben"], [2]),
        (["--tag", "JOBS"], [2]),
        (["--article", "1"], [3]),
        (["--since", "2000-01-01"], [1, 2, 3]),
        (["--since", "2999-01-01"], []),
        (["--limit", "2"], [1, 2]),
        (["--newest", "--limit", "2"], [3, 2]),
    ]:
        assert [row["id"] for row in read_json("list", *option)] == expected, option


@pytest.mark.parametrize(
    ("zone", "day", "ids"),
    [
        ("JST-9", "2024-05-02", [1, 2]),  # filed at four and at nine in the morning there
        ("UTC0", "2024-05-02", [2]),
        ("PET5", "2024-05-02", []),
        ("PET5", "2024-05-01", [1, 2]),
        ("PET5", "1000-01-01", [1, 2]),
        ("JST-9", "9999-12-31", []),
    ],
)
def test_since_counts_days_in_the_local_time_zone(
    desk, read_json, run_ok, two_claims, set_time_zone, zone, day, ids
):
    for claim_id, filed in ((1, "2024-05-01T19:00:00.000Z"), (2, "2024-05-02T00:00:00.000Z")):
        desk.execute("update claims set created_at = ? where id = ?", [filed, claim_id])
    desk.conn.commit()
    set_time_zone(zone)
    assert [row["id"] for row in read_json("list", "--since", day)] == ids
    rows = run_ok("export", "jsonl", "--since", day).stdout.splitlines()
    assert [json.loads(row)["id"] for row in rows] == ids


def test_weeks_of_the_chart_begin_on_monday_in_the_local_time_zone(desk, two_claims, set_time_zone):
    sunday_night = "2026-11-22T23:30:00.000Z"
    desk.execute("update claims set created_at = ?", [sunday_night])
    for zone, monday in (("UTC0", "2026-11-16"), ("CET-1", "2026-11-23")):
        set_time_zone(zone)
        assert list(desk.query("select * from claims_per_week")) == [{"week": monday, "claims": 2}]


def test_an_appearance_without_a_date_was_filed_on_a_day_in_the_local_time_zone(desk, run_ok, set_time_zone):
    run_ok("add", CLAIM, "--source", "Radio 4")
    desk.execute("update appearances set created_at = '2026-11-22T23:30:00.000Z'")
    desk.conn.commit()
    for zone, day in (("UTC0", "2026-11-22"), ("CET-1", "2026-11-23"), ("PET5", "2026-11-22")):
        set_time_zone(zone)
        assert f"unknown day (filed {day})" in run_ok("show", "1").stdout


def test_show_prints_everything_attached_to_a_claim(run_ok, two_claims):
    run_ok(
        "link",
        "1",
        "https://stats.example",
        "--stance",
        "refutes",
        "--title",
        "Data",
        "--archived",
        "https://w.example",
    )
    run_ok("note", "1", "Asked.")
    run_ok("tag", "1", "jobs")
    run_ok("judge", "1", "2", "different")
    run_ok("add", "Prices fell.", "--source", "https://news.example/1", "--date", "2024-04-22")
    shown = run_ok("show", "1").stdout
    for words in (
        "Claim 1: Prices fell.", "status: open", "tags: jobs", "seen: once, on 2024-04-22",
        "refutes: https://stats.example  Data  (archived: https://w.example)  (added by ada, 20", "ada: Asked.",
        "judged different by ada: claim 2: Wages rose.", "https://news.example/1",
    ):  # fmt: skip
        assert words in shown


def test_show_omits_an_undone_judgement(run_ok, two_claims):
    run_ok("judge", "1", "2", "same")
    run_ok("undo")
    assert "judged" not in run_ok("show", "1").stdout


def test_history_table_shows_times_in_the_local_time_zone(run_ok, read_json, two_claims, set_time_zone):
    set_time_zone("Asia/Kolkata")
    kept = datetime.fromisoformat(read_json("history", "1")[0]["happened_at"])
    assert f"{kept + timedelta(hours=5, minutes=30):%Y-%m-%d %H:%M}  ada" in run_ok("history", "1").stdout


def test_history_lists_who_did_what_in_order(run_ok, read_json, two_claims):
    run_ok("status", "1", "parked", actor="ben")
    run_ok("tag", "1", "jobs", actor="cleo")
    run_ok("judge", "2", "1", "same", actor="dora")
    rows = read_json("history", "1")
    entries = [(row["actor"], row["operation"], row["table_name"]) for row in rows]
    assert entries[:3] == [
        ("ada", "insert", "claims"),
        ("ben", "update", "claims"),
        ("cleo", "insert", "claim_tags"),
    ]
    assert entries[-1] == ("dora", "update", "matches")
    assert rows[1]["changes"] == {"status": ["open", "parked"]}
    shown = run_ok("history", "1").stdout
    assert "status: open → parked" in shown
    assert "jobs" in shown
    # A pair is part of both claims' history.
    assert read_json("history", "2")[-1]["actor"] == "dora"


def test_actor_comes_from_the_option_the_variable_or_the_system(run_ok, read_json, two_claims, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "system")
    run_ok("note", "1", "a", actor=None)
    monkeypatch.setenv("CLAIMTRACK_ACTOR", "variable")
    run_ok("note", "1", "b", actor=None)
    run_ok("note", "1", "c", actor=" option  er ")
    assert [note["author"] for note in read_json("show", "1")["notes"]] == ["system", "variable", "option er"]


def test_actor_is_unknown_for_a_process_without_a_user(run_ok, read_json, two_claims, monkeypatch):
    def raise_no_user():
        raise KeyError("getpwuid(): uid not found: 12345")

    monkeypatch.setattr("getpass.getuser", raise_no_user)
    run_ok("note", "1", "a", actor=None)
    assert read_json("show", "1")["notes"][0]["author"] == "unknown"


def test_desk_comes_from_the_option_the_variable_or_the_folder(two_claims, monkeypatch, tmp_path):
    from click.testing import CliRunner

    from claimtrack.cli import cli

    monkeypatch.chdir(tmp_path)
    rows = lambda *args: json.loads(CliRunner().invoke(cli, [*args, "list", "--format", "json"]).stdout)  # noqa: E731
    assert len(rows()) == 2
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    monkeypatch.setenv("CLAIMTRACK_DB", str(two_claims))
    assert len(rows()) == 2
    assert CliRunner().invoke(cli, ["--db", "other.db", "list"]).exit_code == 1


# ── reading changes nothing ─────────────────────────────────────────────────────────────────────

ONLY_READING = [
    ["list"], ["show", "1"], ["search", "prices"], ["history", "1"], ["match", "Prices fell."], ["doctor"],
    ["triage", "--list"], ["export", "csv"],
]  # fmt: skip


@pytest.mark.usefixtures("separate_connections")
@pytest.mark.parametrize("command", ONLY_READING, ids=lambda command: command[0])
def test_reading_commands_leave_the_file_and_its_folder_unchanged(run_ok, two_claims, tmp_path, command):
    def state():
        return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}

    before = state()
    run_ok(*command)
    assert state() == before


def test_list_prints_thousands_of_claims_in_full(run_ok, desk_path):
    with sqlite3.connect(desk_path) as conn:
        conn.executemany(
            "insert into claims (text) values (?)", [(f"Claim number {n}",) for n in range(3_000)]
        )
    conn.close()
    assert run_ok("list", "--format", "ndjson").stdout.count("\n") == 3_000


def test_mistyped_stance_is_refused_but_a_url_with_an_equals_sign_is_not(run):
    refused = run("add", "Rents rose", "--link", "https://a.example/x=maybe")
    assert refused.exit_code == 2
    assert "supports" in refused.stderr
    assert run("add", "Rents rose", "--link", "https://a.example/x?page=two").exit_code == 0
