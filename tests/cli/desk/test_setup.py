"""`init`, `demo`, `backup`, `doctor`, and the command as a whole."""

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


def test_init_makes_a_desk_with_its_scales_and_its_name(done, tmp_path):
    result = done("init", "--name", " The  Daily Fact Desk ", db=tmp_path / "new.db")
    assert result.stderr == (
        f"Created the desk {tmp_path / 'new.db'}. Next: claimtrack --db {tmp_path / 'new.db'} ingest ARTICLE\n"
    )
    with sqlite3.connect(tmp_path / "new.db") as conn:
        assert conn.execute("select name from publishers where is_desk").fetchall() == [
            ("The Daily Fact Desk",)
        ]
        assert conn.execute("select count(*) from rating_scales").fetchone()[0] >= 3
        assert conn.execute("select distinct actor from history").fetchall() == [("ada",)]
    conn.close()


def test_init_again_changes_nothing(done, two_claims):
    done("init")
    rows = lambda: list(sqlite3.connect(two_claims).iterdump())  # noqa: E731
    before = rows()
    assert done("init").stderr == f"The desk {two_claims} is up to date.\n"
    assert rows() == before


def test_init_says_what_the_desk_is_called_where_it_is_given_a_name(done, tmp_path):
    desk, other = tmp_path / "named.db", tmp_path / "unnamed.db"
    done("init", "--name", "The Tide", db=desk)
    assert "The desk is already called The Tide." in done("init", "--name", "The  Tide", db=desk).stderr
    told = done("init", "--name", "The Ebb", db=desk).stderr
    assert (
        "is now called The Ebb; its reviews, earlier ones too, are by The Ebb, no longer by The Tide." in told
    )
    done("init", db=other)
    assert "The desk is called The Ebb: its reviews" in done("init", "--name", "The Ebb", db=other).stderr


@pytest.fixture
def desk_of_010(tmp_path):
    """A desk that the first release wrote, with its claims in the match index of then."""
    path = write_released(tmp_path / "old.db")
    conn = connect_ignoring_checks(path)
    with conn:
        conn.executemany("insert into claims (text) values (?)", [(f"Rents rose by {n}%",) for n in range(6)])
        conn.execute("delete from match_pending")
    conn.close()
    return path


def test_an_upgrade_takes_all_claims_into_the_match_index_that_it_emptied(done, desk_of_010):
    before = counted(desk_of_010, "claims")
    told = done("init", db=desk_of_010).stderr
    assert told.startswith(f"Upgraded the desk {desk_of_010}: 0007_")
    assert told.endswith(f"Added {before} claims to the match index.\n")
    assert (counted(desk_of_010, "match_pending"), counted(desk_of_010, "claims")) == (0, before)
    assert "match index" not in done("match", "Rents rose by 4%", db=desk_of_010).stderr
    assert done("init", db=desk_of_010).stderr == f"The desk {desk_of_010} is up to date.\n"


def test_an_init_that_is_broken_off_while_it_indexes_goes_on_where_it_was(
    run, done, desk_of_010, monkeypatch
):
    before, write = counted(desk_of_010, "claims"), postings._write
    rounds = iter(range(3))

    def broken_off(*given):
        if next(rounds) == 2:
            raise KeyboardInterrupt
        write(*given)

    monkeypatch.setattr(postings, "BATCH", 2)
    monkeypatch.setattr(postings, "_write", broken_off)
    first = run("init", db=desk_of_010)
    assert (first.exit_code, f"Upgraded the desk {desk_of_010}: " in first.stderr) == (1, True)
    assert counted(desk_of_010, "match_pending") == before - 4
    monkeypatch.undo()
    again = done("init", db=desk_of_010).stderr
    assert again == (
        f"The desk {desk_of_010} is up to date.\nAdded {before - 4} claims to the match index.\n"
    )
    assert "match index is damaged" not in done("doctor", db=desk_of_010).stdout
    assert (
        json.loads(done("match", "Rents rose by 4%", "--format", "json", db=desk_of_010).stdout)[0]["score"]
        == 1
    )


def test_init_shows_how_far_indexing_has_come(done, desk_of_010, monkeypatch):
    monkeypatch.setattr(postings, "BATCH", 5)
    monkeypatch.setattr(messages, "_PROGRESS_INTERVAL", 0)
    assert "Indexing claims: 5 of " in done("init", db=desk_of_010).stderr


def test_an_upgrade_tells_of_weights_that_it_sets_aside(done, desk_of_010):
    with closing(connect_ignoring_checks(desk_of_010)) as conn, conn:
        conn.execute("update tunings set in_force = 0")
        conn.execute(
            "insert into tunings (id, part, fitted_to, parameters) values (70, 'matching', 'terms-guards 2', '{}')"
        )
    told = done("init", db=desk_of_010).stderr
    assert "matching, version 70, was fitted with an older claimtrack and is no" in told
    assert "`claimtrack tune --apply`" in told


def counted(path, table):
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute(f"select count(*) from {table}").fetchone()[0]


def test_init_of_an_empty_file_is_a_creation_and_tells_of_no_copy(done, tmp_path):
    (tmp_path / "new.db").touch()
    assert done("init", db=tmp_path / "new.db").stderr.startswith("Created the desk ")


def test_the_commands_to_go_on_with_can_be_typed_as_they_are_told(done, tmp_path):
    result = done("init", db=tmp_path / "my desk.db")
    assert f"claimtrack --db '{tmp_path}/my desk.db' ingest" in result.stderr


COMMANDS_AT_ONCE = [
    ["init"],
    # Each makes the desk where there is none: of three at once two come too late for that.
    ["add", "Rents in the capital rose by 12 percent in 2023", "--source", "https://a.example"],
]


@pytest.mark.parametrize("command", COMMANDS_AT_ONCE, ids=lambda command: command[0])
def test_several_may_make_the_same_desk_at_once(tmp_path, command):
    call = [sys.executable, "-m", "claimtrack", "--db", tmp_path / "new.db", *command]
    started = [
        subprocess.Popen(
            call, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    ended = [(one.communicate()[1], one.returncode) for one in started]
    assert [code for _, code in ended] == [0, 0, 0], ended
    assert sum("Created" in messages for messages, _ in ended) == 1
    assert not any("Upgraded" in messages for messages, _ in ended)
    with sqlite3.connect(tmp_path / "new.db") as conn:
        assert conn.execute("select count(*) from claims").fetchone()[0] == (command[0] == "add")
    conn.close()


def test_init_renames_the_desk_and_keeps_its_scales_as_people_changed_them(done, two_claims):
    done("init", "--name", "One")
    with sqlite3.connect(two_claims) as conn:
        conn.execute("update ratings set definition = 'ours' where id = 1")
    conn.close()
    done("init", "--name", "Two")
    with sqlite3.connect(two_claims) as conn:
        assert conn.execute("select name from publishers where is_desk").fetchall() == [("Two",)]
        assert conn.execute("select definition from ratings where id = 1").fetchone() == ("ours",)
    conn.close()


def test_a_backup_holds_everything_and_is_a_desk_of_its_own(done, read, two_claims, tmp_path):
    assert done("backup", tmp_path / "copy.db").stderr == f"Wrote {tmp_path / 'copy.db'}\n"
    assert read("list", db=tmp_path / "copy.db") == read("list")
    assert read("history", "1", db=tmp_path / "copy.db") == read("history", "1")


def test_a_backup_says_where_the_log_ins_are_that_it_leaves_out(done, two_claims, tmp_path, quick_hashing):
    """A copy that is handed on carries no password; but whoever restores one wants to know."""
    add_user(two_claims, "Ada", Role.EDITOR, "correct horse battery")
    told = done("backup", tmp_path / "copy.db").stderr
    assert f"{two_claims}.users.json to {tmp_path / 'copy.db'}.users.json" in told
    assert not (tmp_path / "copy.db.users.json").exists()


def test_a_backup_is_written_also_where_the_log_ins_cannot_be_read_and_says_so(done, two_claims, tmp_path):
    users_path(two_claims).write_text("{")
    told = done("backup", tmp_path / "copy.db").stderr
    assert told.startswith(
        f"Wrote {tmp_path / 'copy.db'}\nWarning: the copy is complete but for the logins: the users of the desk cannot"
    )
    assert "Restore the file from a copy." in told


def test_a_backup_never_overwrites(run, two_claims, tmp_path):
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
        # Two rows that belong together: a copy has both or neither.
        db.execute("insert into claims (text) values (?)", [f"claim {number}"])
        db.execute("insert into notes (claim_id, body) values (last_insert_rowid(), 'belongs to it')")
"""


def test_a_backup_beside_a_writer_is_whole(done, desk_path, tmp_path):
    writer = subprocess.Popen([sys.executable, "-c", WRITER, desk_path], stdout=subprocess.PIPE, text=True)
    assert writer.stdout.readline() == "writing\n"
    try:
        for number in range(3):
            done("backup", tmp_path / f"copy{number}.db")
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.wait()
        writer.stdout.close()
    for number in range(3):
        copy = tmp_path / f"copy{number}.db"
        done("doctor", db=copy)
        with sqlite3.connect(copy) as conn:
            assert (
                conn.execute("select count(*) from claims").fetchone()
                == conn.execute("select count(*) from notes").fetchone()
            )
        conn.close()


def test_doctor_says_what_it_examined_and_finds_a_good_desk_good(done, read, two_claims):
    assert all(finding["ok"] is True for finding in read("doctor"))
    assert "every span holds its quote" in done("doctor").stdout


@pytest.mark.parametrize("output_format", ["table", "json"])
def test_doctor_ends_with_1_when_something_is_wrong(run, two_claims, output_format):
    with sqlite3.connect(two_claims) as conn:
        conn.execute("drop trigger claims_status_step")
    conn.close()
    result = run("doctor", "--format", output_format)
    assert result.exit_code == 1
    assert "claims_status_step" in result.stdout
    assert f"`claimtrack --db {two_claims} init` restores them" in result.stdout
    if output_format == "json":
        assert [one["check"] for one in json.loads(result.stdout) if not one["ok"]] == [
            "every rule of the desk is in place"
        ]


# ── the demo ────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    result = CliRunner(catch_exceptions=False).invoke(cli, ["--db", str(path), "--actor", "ada", "demo"])
    assert result.exit_code == 0, result.output
    assert f"articles. Open it with: claimtrack --db {path} serve" in result.stderr
    return path


def test_the_demo_is_a_desk_in_use_with_nothing_wrong(done, read, demo):
    done("doctor", db=demo)
    statuses = {row["status"] for row in read("list", db=demo)}
    assert statuses >= {"proposed", "open", "checking", "published", "rejected"}


def test_the_demo_shows_a_recurrence_a_near_miss_and_a_verdict(read, demo):
    judged = {
        match["judgement"]
        for row in read("list", db=demo)
        for match in read("show", row["id"], db=demo)["matches"]
    }
    assert judged >= {"same", "different"}
    assert [row["rating"] for row in read("list", "--status", "published", db=demo)] != [None]


def test_the_demo_recognises_a_reprint_whole_and_finds_a_rewording_and_a_changed_fact(done, read, demo):
    brief = Path(__file__).parents[3] / "seeds" / "demo" / "brief-1.txt"
    printed_again = done(
        "ingest", brief, "--url", "https://reprint.example/china", "--dry-run", db=demo
    ).stderr
    assert printed_again.startswith("0 new, 12 repeating a claim of the desk, 0 known")
    found = read("duplicates", db=demo)
    assert found[0]["suggestion"] == "duplicate"
    assert ["differs: second visit / third visit"] in [pair["differences"] for pair in found]
    assert all(pair["left_text"] != pair["right_text"] for pair in found)  # which looks like a missed repeat


def test_the_demo_is_never_written_into_a_desk_in_use(run, two_claims):
    before = two_claims.read_bytes()
    result = run("demo")
    assert (result.exit_code, "already exists: give a new file with" in result.stderr) == (1, True)
    assert two_claims.read_bytes() == before


def test_a_demo_that_comes_second_leaves_the_file_that_was_first(monkeypatch, tmp_path):
    path = tmp_path / "demo.db"

    def somebody_is_first(*args):
        path.write_text("something dear")
        return {}

    monkeypatch.setattr(demo_workflow, "_replay", somebody_is_first)
    with pytest.raises(DatabaseError, match="already exists: give a new file"):
        demo_workflow.build_demo(path)
    assert path.read_text() == "something dear"
    assert list(tmp_path.iterdir()) == [path]


def test_a_demo_that_fails_leaves_no_file(monkeypatch, tmp_path):
    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr(demo_workflow, "_replay", fail)
    with pytest.raises(RuntimeError):
        demo_workflow.build_demo(tmp_path / "demo.db")
    assert list(tmp_path.iterdir()) == []


# ── the command as a whole ──────────────────────────────────────────────────────────────────────


def test_it_says_its_version():
    assert CliRunner().invoke(cli, ["--version"]).output == f"claimtrack, version {__version__}\n"


@each_row("option", ["-h", "--help"])
@each_row("command", COMMANDS)
def test_each_command_explains_itself_without_a_desk(command, option, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner(catch_exceptions=False).invoke(cli, [command, option])
    assert result.exit_code == 0
    assert result.output.startswith("Usage: ")
    assert list(tmp_path.iterdir()) == []


def test_without_a_command_it_shows_them_all():
    result = CliRunner().invoke(cli, [])
    assert all(f"\n  {command} " in result.output for command in COMMANDS)


def test_to_show_them_all_loads_neither_the_matcher_nor_the_extractor():
    """Whose expressions take half a second to compile: help comes at once."""
    code = (
        "import sys; from click.testing import CliRunner; from claimtrack.cli import cli; "
        "assert CliRunner().invoke(cli, ['--help']).exit_code == 0; "
        "print([name for name in sys.modules if name.startswith(('claimtrack.core.match', 'claimtrack.core.extract'))])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"


def test_a_command_loads_nothing_that_only_others_need(two_claims):
    """sqlite-utils alone would load numpy, and dateutil for its own commands, `tabulate` how wide all letters are."""
    unused = ("numpy", "dateutil", "wcwidth")
    code = (
        "import sys; from click.testing import CliRunner; from claimtrack.cli import cli; "
        f"print(CliRunner().invoke(cli, ['--db', {str(two_claims)!r}, 'list']).exit_code, {{*{unused}}} & {{*sys.modules}}); "
        # nor is it kept from those who want it
        "import numpy, wcwidth; from sqlite_utils import recipes; print(recipes.parsedate('5 May 2024'))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "0 set()\n2024-05-05\n"


def test_the_python_module_is_the_same_command(two_claims):
    call = [sys.executable, "-m", "claimtrack", "--db", two_claims, "list", "--format", "json"]
    result = subprocess.run(call, capture_output=True, text=True, check=True)
    assert len(json.loads(result.stdout)) == 2


def test_claims_that_wait_for_the_index_are_told_alike_by_a_look_up_and_by_doctor(
    done, desk_path, monkeypatch
):
    monkeypatch.setattr(derived, "MAX_FULLY_READ", 2)
    conn = sqlite3.connect(desk_path)
    with conn:
        conn.executemany("insert into claims (text) values (?)", [("Prices fell.",)] * 3)
    conn.close()
    told = (
        f"3 claims are not in the match index yet, so matching may miss rewordings: `claimtrack --db {desk_path} init` "
        "adds them"
    )
    assert f"{told}." in done("match", "Prices fell").stderr
    assert told in json.dumps(json.loads(done("doctor", "--format", "json").stdout), ensure_ascii=False)
    done("init")
    assert "match index" not in done("match", "Prices fell").stderr


@pytest.fixture
def waiting(two_claims, monkeypatch):
    """The desk, to which another program wrote more claims than a look-up reads; and a way to ask how many of them wait."""
    monkeypatch.setattr(derived, "MAX_FULLY_READ", 2)
    monkeypatch.setattr(postings, "BATCH", 2)
    conn = sqlite3.connect(two_claims)
    with conn:
        conn.executemany(
            "insert into claims (text) values (?)", [(f"Bread rose by {n}%.",) for n in range(5)]
        )
    yield lambda: conn.execute("select count(*) from match_pending").fetchone()[0]
    conn.close()


def test_what_waits_for_the_index_is_taken_in_before_much_is_filed_or_compared(done, waiting, tmp_path):
    (tmp_path / "sheet.csv").write_text("text\nRents fell by 5 percent in 2020\n")
    done("import", "csv", str(tmp_path / "sheet.csv"), "--dry-run")
    assert waiting() == 7
    told = done("import", "csv", str(tmp_path / "sheet.csv"), "--yes").stderr
    assert (
        "7 claims are not in the match index yet, so matching may miss rewordings: adding them now." in told
    )
    assert waiting() == 0


def test_a_dry_run_finds_what_waits_for_the_index_and_leaves_it_waiting(done, waiting, desk_path):
    done_dry = done(
        "ingest", "-", "--dry-run", "--format", "json", stdin="Bread rose by 3 percent, Lee said."
    )
    [row] = json.loads(done_dry.stdout)
    assert (row["outcome"], row["claim_id"]) == ("repeats", 6)
    assert (
        "7 claims are not in the match index yet, so matching may miss rewordings: adding them for this run alone. "
        f"`claimtrack --db {desk_path} init` adds them for good."
    ) in done_dry.stderr
    assert waiting() == 7


def test_to_add_one_claim_does_not_take_in_all_that_wait(done, waiting):
    told = done("add", "Rents fell by 5 percent in 2020").stderr
    assert "init` adds them." in told
    assert waiting() == 8


@pytest.mark.parametrize("command", [["init"], ["duplicates"]])
def test_nothing_is_taken_into_a_match_index_that_was_emptied(run, done, waiting, desk_path, command):
    done("init")
    with sqlite3.connect(desk_path) as conn:
        conn.execute("delete from match_postings")
        conn.execute("insert into claims (text) values ('Butter rose by 5%.')")
    conn.close()
    refused = run(*command)
    assert refused.exit_code == 1
    assert "damaged (empty: match_postings)" in refused.stderr
    assert waiting() == 1


@pytest.mark.parametrize("command", [["init"], ["duplicates"], ["doctor", "--repair"]])
def test_stopped_while_it_indexes_a_command_says_that_init_goes_on(
    run, done, waiting, desk_path, monkeypatch, command
):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(postings.time, "sleep", interrupted)  # between two batches
        stopped = run(*command)
    assert stopped.exit_code == 1
    assert f"`claimtrack --db {desk_path} init` indexes the others" in stopped.stderr
    left = waiting()
    assert left > 0
    assert f"Added {left} claims to the match index." in done("init").stderr
    assert waiting() == 0
