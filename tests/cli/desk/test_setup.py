"""`init`, `demo`, `backup` and `doctor`, and the `claimtrack` command as a whole."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimtrack import __version__
from claimtrack.cli import COMMANDS, cli
from claimtrack.cli.output import messages
from claimtrack.core.errors import DatabaseError
from claimtrack.core.model import Role
from claimtrack.store.index import derived, postings
from claimtrack.store.users import users_path
from claimtrack.workflow import demo as demo_workflow
from claimtrack.workflow.people import add_user
from tests.desks import connect_ignoring_checks, write_released
from tests.tables import each_row


def test_init_creates_a_desk_with_its_name_and_rating_scales(run_ok, tmp_path):
    result = run_ok("init", "--name", " The  Daily Fact Desk ", db=tmp_path / "new.db")
    assert result.stderr == (f"Created the desk {tmp_path / 'new.db'}. Next: `claimtrack ingest ARTICLE`\n")
    with sqlite3.connect(tmp_path / "new.db") as conn:
        assert conn.execute("select name from publishers where is_desk").fetchall() == [
            ("The Daily Fact Desk",)
        ]
        assert conn.execute("select count(*) from rating_scales").fetchone()[0] >= 3
        assert conn.execute("select distinct actor from history").fetchall() == [("ada",)]
    conn.close()


def test_init_changes_nothing_when_run_again(run_ok, two_claims):
    run_ok("init")
    rows = lambda: list(sqlite3.connect(two_claims).iterdump())  # noqa: E731
    before = rows()
    assert run_ok("init").stderr == f"The desk {two_claims} is up to date.\n"
    assert rows() == before


def test_init_reports_how_a_given_name_affects_the_desk(run_ok, tmp_path):
    desk, other = tmp_path / "named.db", tmp_path / "unnamed.db"
    run_ok("init", "--name", "The Tide", db=desk)
    assert "The desk is already called The Tide." in run_ok("init", "--name", "The  Tide", db=desk).stderr
    stderr = run_ok("init", "--name", "The Ebb", db=desk).stderr
    assert (
        "is now called The Ebb; its reviews, earlier ones too, are by The Ebb, no longer by The Tide."
        in stderr
    )
    run_ok("init", db=other)
    assert "The desk is called The Ebb: its reviews" in run_ok("init", "--name", "The Ebb", db=other).stderr


@pytest.fixture
def released_desk(tmp_path):
    """A desk that the first release wrote, with its claims in the match index of that release."""
    path = write_released(tmp_path / "old.db")
    conn = connect_ignoring_checks(path)
    with conn:
        conn.executemany("insert into claims (text) values (?)", [(f"Rents rose by {n}%",) for n in range(6)])
        conn.execute("delete from match_pending")
    conn.close()
    return path


def test_upgrade_adds_all_claims_to_the_match_index_it_emptied(run_ok, released_desk):
    before = count_rows(released_desk, "claims")
    stderr = run_ok("init", db=released_desk).stderr
    assert stderr.startswith(f"Upgraded the desk {released_desk}: 0007_")
    assert stderr.endswith(f"Added {before} claims to the match index.\n")
    assert (count_rows(released_desk, "match_pending"), count_rows(released_desk, "claims")) == (0, before)
    assert "match index" not in run_ok("match", "Rents rose by 4%", db=released_desk).stderr
    assert run_ok("init", db=released_desk).stderr == f"The desk {released_desk} is up to date.\n"


def test_init_resumes_indexing_after_an_interrupt(run, run_ok, released_desk, monkeypatch):
    before, write = count_rows(released_desk, "claims"), postings._write
    rounds = iter(range(3))

    def interrupt_third_batch(*args):
        if next(rounds) == 2:
            raise KeyboardInterrupt
        write(*args)

    monkeypatch.setattr(postings, "BATCH", 2)
    monkeypatch.setattr(postings, "_write", interrupt_third_batch)
    first = run("init", db=released_desk)
    assert (first.exit_code, f"Upgraded the desk {released_desk}: " in first.stderr) == (1, True)
    assert count_rows(released_desk, "match_pending") == before - 4
    monkeypatch.undo()
    again = run_ok("init", db=released_desk).stderr
    assert again == (
        f"The desk {released_desk} is up to date.\nAdded {before - 4} claims to the match index.\n"
    )
    assert "match index is damaged" not in run_ok("doctor", db=released_desk).stdout
    assert (
        json.loads(run_ok("match", "Rents rose by 4%", "--format", "json", db=released_desk).stdout)[0][
            "score"
        ]
        == 1
    )


def test_init_shows_its_indexing_progress(run_ok, released_desk, monkeypatch):
    monkeypatch.setattr(postings, "BATCH", 5)
    monkeypatch.setattr(messages, "_PROGRESS_INTERVAL", 0)
    assert "Indexing claims: 5 of " in run_ok("init", db=released_desk).stderr


def test_upgrade_reports_fitted_weights_that_it_sets_aside(run_ok, released_desk):
    with closing(connect_ignoring_checks(released_desk)) as conn, conn:
        conn.execute("update tunings set in_force = 0")
        conn.execute(
            "insert into tunings (id, part, fitted_to, parameters) values (70, 'matching', 'terms-guards 2', '{}')"
        )
    stderr = run_ok("init", db=released_desk).stderr
    assert "matching, version 70, was fitted with an older claimtrack and is no" in stderr
    assert "`claimtrack tune --apply`" in stderr


def count_rows(path, table):
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute(f"select count(*) from {table}").fetchone()[0]


def test_init_of_an_empty_file_counts_as_creating_a_desk(run_ok, tmp_path):
    (tmp_path / "new.db").touch()
    assert run_ok("init", db=tmp_path / "new.db").stderr.startswith("Created the desk ")


COMMANDS_AT_ONCE = [
    ["init", "--name", "The Fact Desk"],
    # Each creates the desk where there is none: of three processes at once, two come too late for that.
    ["add", "Rents in the capital rose by 12 percent in 2023", "--source", "https://a.example"],
]


@pytest.mark.parametrize("command", COMMANDS_AT_ONCE, ids=lambda command: command[0])
def test_several_processes_may_create_the_same_desk_at_once(tmp_path, command):
    call = [sys.executable, "-m", "claimtrack", "--db", tmp_path / "new.db", *command]
    started = [
        subprocess.Popen(
            call, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    ended = [(process.communicate()[1], process.returncode) for process in started]
    assert [code for _, code in ended] == [0, 0, 0], ended
    assert sum("Created" in messages for messages, _ in ended) == 1
    assert not any("Upgraded" in messages for messages, _ in ended)
    if command[0] == "init":  # only who made the desk need not be told what became of the name
        assert sum("called The Fact Desk" in messages for messages, _ in ended) == 2
    with sqlite3.connect(tmp_path / "new.db") as conn:
        assert conn.execute("select count(*) from claims").fetchone()[0] == (command[0] == "add")
    conn.close()


def test_init_renames_the_desk_and_keeps_edited_ratings(run_ok, two_claims):
    run_ok("init", "--name", "One")
    with sqlite3.connect(two_claims) as conn:
        conn.execute("update ratings set definition = 'ours' where id = 1")
    conn.close()
    run_ok("init", "--name", "Two")
    with sqlite3.connect(two_claims) as conn:
        assert conn.execute("select name from publishers where is_desk").fetchall() == [("Two",)]
        assert conn.execute("select definition from ratings where id = 1").fetchone() == ("ours",)
    conn.close()


def test_init_sets_the_home_page_of_a_desk_with_a_name(run, run_ok, two_claims):
    refused = run("init", "--url", "https://tide.example/checks")
    assert (refused.exit_code, 'init --name "The Fact Desk"' in refused.stderr) == (1, True)
    for url, stored in (("https://tide.example/checks", "https://tide.example/checks"), ("", None)):
        run_ok("init", "--name", "The Tide", "--url", url)
        with closing(sqlite3.connect(two_claims)) as conn:
            assert conn.execute("select url from publishers where is_desk").fetchone() == (stored,)


def test_backup_is_a_complete_desk_of_its_own(run_ok, read_json, two_claims, tmp_path):
    assert run_ok("backup", tmp_path / "copy.db").stderr == f"Wrote {tmp_path / 'copy.db'}\n"
    assert read_json("list", db=tmp_path / "copy.db") == read_json("list")
    assert read_json("history", "1", db=tmp_path / "copy.db") == read_json("history", "1")


def test_backup_says_where_the_log_ins_it_leaves_out_are(run_ok, two_claims, tmp_path, quick_hashing):
    """A copy that is passed on contains no passwords, but whoever restores one needs to know where they are."""
    add_user(two_claims, "Ada", Role.EDITOR, "correct horse battery")
    stderr = run_ok("backup", tmp_path / "copy.db").stderr
    assert f"{two_claims}.users.json to {tmp_path / 'copy.db'}.users.json" in stderr
    assert not (tmp_path / "copy.db.users.json").exists()


def test_backup_is_written_although_the_log_ins_cannot_be_read(run_ok, two_claims, tmp_path):
    users_path(two_claims).write_text("{")
    stderr = run_ok("backup", tmp_path / "copy.db").stderr
    assert stderr.startswith(
        f"Wrote {tmp_path / 'copy.db'}\nWarning: the copy is complete but for the logins: the users of the desk cannot"
    )
    assert "Restore the file from a copy." in stderr


def test_backup_never_overwrites_a_file(run, two_claims, tmp_path):
    (tmp_path / "copy.db").write_text("something dear")
    result = run("backup", tmp_path / "copy.db")
    assert (
        result.exit_code,
        "already exists: give another file, since a backup never overwrites one" in result.stderr,
    ) == (1, True)
    assert (tmp_path / "copy.db").read_text() == "something dear"


WRITER = """
import sys
from claimtrack.store.file.database import open_desk, write_transaction

db = open_desk(sys.argv[1])
print("writing", flush=True)
for number in range(100_000):
    with write_transaction(db, "ben"):
        # Two rows that belong together: a copy must have both or neither.
        db.execute("insert into claims (text) values (?)", [f"claim {number}"])
        db.execute("insert into notes (claim_id, body) values (last_insert_rowid(), 'belongs to it')")
"""


def test_backup_taken_while_another_process_writes_is_consistent(run_ok, desk_path, tmp_path):
    writer = subprocess.Popen([sys.executable, "-c", WRITER, desk_path], stdout=subprocess.PIPE, text=True)
    assert writer.stdout.readline() == "writing\n"
    try:
        for number in range(3):
            run_ok("backup", tmp_path / f"copy{number}.db")
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.wait()
        writer.stdout.close()
    for number in range(3):
        copy = tmp_path / f"copy{number}.db"
        run_ok("doctor", db=copy)
        with sqlite3.connect(copy) as conn:
            assert (
                conn.execute("select count(*) from claims").fetchone()
                == conn.execute("select count(*) from notes").fetchone()
            )
        conn.close()


def test_doctor_says_how_to_run_the_sql_that_it_suggests(run, two_claims):
    with closing(sqlite3.connect(two_claims)) as conn:
        conn.execute("update audit_context set actor = 'mallory'")
        conn.commit()
    told = run("doctor")
    assert "`update audit_context set actor = null`" in told.stdout
    assert f'run: sqlite-utils query {two_claims} "SQL"' in told.stderr


def test_doctor_lists_its_checks_and_passes_a_sound_desk(run_ok, read_json, two_claims):
    assert all(finding["ok"] is True for finding in read_json("doctor"))
    assert "every span holds its quote" in run_ok("doctor").stdout


@pytest.mark.parametrize("output_format", ["table", "json"])
def test_doctor_exits_with_1_when_a_check_fails(run, two_claims, output_format):
    with sqlite3.connect(two_claims) as conn:
        conn.execute("drop trigger claims_status_step")
    conn.close()
    result = run("doctor", "--format", output_format)
    assert result.exit_code == 1
    assert "claims_status_step" in result.stdout
    assert "`claimtrack init` restores them" in result.stdout
    if output_format == "json":
        assert [finding["check"] for finding in json.loads(result.stdout) if not finding["ok"]] == [
            "every rule of the desk is in place"
        ]


# ── the demo ────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    result = CliRunner(catch_exceptions=False).invoke(cli, ["--db", str(path), "--actor", "ada", "demo"])
    assert result.exit_code == 0, result.output
    assert f"articles. Open it with: `claimtrack --db {path} serve`" in result.stderr
    return path


def test_demo_is_a_desk_in_use_without_faults(run_ok, read_json, demo):
    run_ok("doctor", db=demo)
    statuses = {row["status"] for row in read_json("list", db=demo)}
    assert statuses >= {"proposed", "open", "checking", "published", "rejected"}


def test_demo_shows_a_repeat_a_near_miss_and_a_verdict(read_json, demo):
    judged = {
        match["judgement"]
        for row in read_json("list", db=demo)
        for match in read_json("show", row["id"], db=demo)["matches"]
    }
    assert judged >= {"same", "different"}
    assert [row["rating"] for row in read_json("list", "--status", "published", db=demo)] != [None]


def test_demo_recognises_a_reprint_a_rewording_and_a_changed_fact(run_ok, read_json, demo):
    brief = Path(__file__).parents[3] / "seeds" / "demo" / "brief-1.txt"
    report = run_ok("ingest", brief, "--url", "https://reprint.example/china", "--dry-run", db=demo).stderr
    assert report.startswith("0 new, 12 repeating a claim of the desk, 0 known")
    found = read_json("duplicates", db=demo)
    assert found[0]["suggestion"] == "duplicate"
    assert ["differs: second visit / third visit"] in [pair["differences"] for pair in found]
    assert all(
        pair["left_text"] != pair["right_text"] for pair in found
    )  # a pair of equal texts would look like a missed repeat


def test_demo_is_never_written_into_an_existing_desk(run, two_claims):
    before = two_claims.read_bytes()
    result = run("demo")
    assert (result.exit_code, "already exists: give a new file with" in result.stderr) == (1, True)
    assert two_claims.read_bytes() == before


def test_demo_does_not_overwrite_a_file_created_meanwhile(monkeypatch, tmp_path):
    path = tmp_path / "demo.db"

    def write_file_first(*args):
        path.write_text("something dear")
        return {}

    monkeypatch.setattr(demo_workflow, "_replay", write_file_first)
    with pytest.raises(DatabaseError, match="already exists: give a new file"):
        demo_workflow.build_demo(path)
    assert path.read_text() == "something dear"
    assert list(tmp_path.iterdir()) == [path]


def test_demo_that_fails_leaves_no_file(monkeypatch, tmp_path):
    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr(demo_workflow, "_replay", fail)
    with pytest.raises(RuntimeError):
        demo_workflow.build_demo(tmp_path / "demo.db")
    assert list(tmp_path.iterdir()) == []


# ── the command as a whole ──────────────────────────────────────────────────────────────────────


def test_version_option_prints_the_version():
    assert CliRunner().invoke(cli, ["--version"]).output == f"claimtrack, version {__version__}\n"


@each_row("option", ["-h", "--help"])
@each_row("command", COMMANDS)
def test_every_command_prints_its_help_without_a_desk(command, option, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner(catch_exceptions=False).invoke(cli, [command, option])
    assert result.exit_code == 0
    assert result.output.startswith("Usage: ")
    assert list(tmp_path.iterdir()) == []


def test_claimtrack_without_a_command_lists_all_commands():
    result = CliRunner().invoke(cli, [])
    assert all(f"\n  {command} " in result.output for command in COMMANDS)


def test_help_loads_neither_the_matcher_nor_the_extractor():
    """Their regular expressions take half a second to compile, and help is to appear at once."""
    code = (
        "import sys; from click.testing import CliRunner; from claimtrack.cli import cli; "
        "assert CliRunner().invoke(cli, ['--help']).exit_code == 0; "
        "print([name for name in sys.modules if name.startswith(('claimtrack.core.match', 'claimtrack.core.extract'))])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"


def test_desk_work_does_not_load_the_matcher(two_claims):
    """It is needed to undo an import, but took a third of the time of each command that changes a claim."""
    code = (
        "import sys; from click.testing import CliRunner; from claimtrack.cli import cli; "
        f"print(*(CliRunner().invoke(cli, ['--db', {str(two_claims)!r}, *one.split()]).exit_code "
        "for one in ('note 1 Yes', 'tag 1 new', 'priority 1 high', 'status 1 checking')), "
        "[name for name in sys.modules if name.startswith('claimtrack.core.match')])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "0 0 0 0 []\n"


def test_command_does_not_load_modules_that_only_others_need(two_claims):
    """sqlite-utils would load numpy, and dateutil for its own commands; `tabulate` would load wcwidth."""
    unused = ("numpy", "dateutil", "wcwidth")
    code = (
        "import sys; from click.testing import CliRunner; from claimtrack.cli import cli; "
        f"print(CliRunner().invoke(cli, ['--db', {str(two_claims)!r}, 'list']).exit_code, {{*{unused}}} & {{*sys.modules}}); "
        # They can still be imported by whoever wants them.
        "import numpy, wcwidth; from sqlite_utils import recipes; print(recipes.parsedate('5 May 2024'))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "0 set()\n2024-05-05\n"


def test_python_module_is_the_same_command(two_claims):
    call = [sys.executable, "-m", "claimtrack", "--db", two_claims, "list", "--format", "json"]
    result = subprocess.run(call, capture_output=True, text=True, check=True)
    assert len(json.loads(result.stdout)) == 2


def test_match_and_doctor_report_unindexed_claims_alike(run_ok, desk_path, monkeypatch):
    monkeypatch.setattr(derived, "MAX_FULLY_READ", 2)
    conn = sqlite3.connect(desk_path)
    with conn:
        conn.executemany("insert into claims (text) values (?)", [("Prices fell.",)] * 3)
    conn.close()
    warning = (
        "3 claims are not in the match index yet, so matching is slow and may miss rewordings: `claimtrack init` "
        "adds them"
    )
    assert f"{warning}." in run_ok("match", "Prices fell").stderr
    assert warning in json.dumps(json.loads(run_ok("doctor", "--format", "json").stdout), ensure_ascii=False)
    run_ok("init")
    assert "match index" not in run_ok("match", "Prices fell").stderr


@pytest.fixture
def count_waiting(two_claims, monkeypatch):
    """Writes more claims past claimtrack than a look-up reads; a function that counts those not indexed yet."""
    monkeypatch.setattr(derived, "MAX_FULLY_READ", 2)
    monkeypatch.setattr(postings, "BATCH", 2)
    conn = sqlite3.connect(two_claims)
    with conn:
        conn.executemany(
            "insert into claims (text) values (?)", [(f"Bread rose by {n}%.",) for n in range(5)]
        )
    yield lambda: conn.execute("select count(*) from match_pending").fetchone()[0]
    conn.close()


@pytest.mark.usefixtures("quick_hashing")
def test_import_indexes_waiting_claims_before_it_files_any(run_ok, count_waiting, tmp_path):
    run_ok("user", "add", "Ada", "--role", "editor", stdin="three or four words\n")
    (tmp_path / "sheet.csv").write_text("text,assignee\nRents fell by 5 percent in 2020,Zed\n")
    stderr = run_ok("import", "csv", str(tmp_path / "sheet.csv"), "--dry-run").stderr
    assert "adding them for this run alone" in stderr
    assert "there is no user 'Zed' on this desk" in stderr
    assert count_waiting() == 7
    stderr = run_ok("import", "csv", str(tmp_path / "sheet.csv"), "--yes").stderr
    assert (
        "7 claims are not in the match index yet, so matching is slow and may miss rewordings: adding them now."
        in stderr
    )
    assert count_waiting() == 0


def test_dry_run_finds_unindexed_claims_and_leaves_them_unindexed(run_ok, count_waiting, desk_path):
    result = run_ok(
        "ingest", "-", "--dry-run", "--format", "json", stdin="Bread rose by 3 percent, Lee said."
    )
    [row] = json.loads(result.stdout)
    assert (row["outcome"], row["claim_id"]) == ("repeats", 6)
    assert (
        "7 claims are not in the match index yet, so matching is slow and may miss rewordings: adding them for this run alone. "
        "`claimtrack init` adds them for good."
    ) in result.stderr
    assert count_waiting() == 7


def test_add_of_one_claim_does_not_index_all_that_wait(run_ok, count_waiting):
    stderr = run_ok("add", "Rents fell by 5 percent in 2020").stderr
    assert "init` adds them." in stderr
    assert count_waiting() == 8


@pytest.mark.parametrize("command", [["init"], ["duplicates"]])
def test_emptied_match_index_is_not_added_to(run, run_ok, count_waiting, desk_path, command):
    run_ok("init")
    with sqlite3.connect(desk_path) as conn:
        conn.execute("delete from match_postings")
        conn.execute("insert into claims (text) values ('Butter rose by 5%.')")
    conn.close()
    refused = run(*command)
    assert refused.exit_code == 1
    assert "damaged (empty: match_postings)" in refused.stderr
    assert count_waiting() == 1


@pytest.mark.parametrize("command", [["init"], ["duplicates"], ["doctor", "--repair"]])
def test_command_interrupted_while_indexing_says_that_init_resumes(
    run, run_ok, count_waiting, desk_path, monkeypatch, command
):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(postings.time, "sleep", interrupt)  # between two batches
        stopped = run(*command)
    assert stopped.exit_code == 1
    assert "`claimtrack init` indexes the others" in stopped.stderr
    left = count_waiting()
    assert left > 0
    assert f"Added {left} claims to the match index." in run_ok("init").stderr
    assert count_waiting() == 0
