"""Bytes that are not text, and closed streams: one line with the remedy, no traceback, nothing changed."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from tests.cli.conftest import assert_one_line, dump
from tests.tables import each_row

COMMAND = [sys.executable, "-m", "claimtrack"]
ARTICLE = "Exports rose by 10 percent in 2023, Ada Miller said."


def run_process(*args, cwd, stdin=subprocess.DEVNULL, **kwargs):
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHONIO")}
    return subprocess.run(
        [*COMMAND, *args], cwd=cwd, input=stdin if isinstance(stdin, bytes) else None,
        stdin=None if isinstance(stdin, bytes) else stdin, capture_output=True, env=env | kwargs.pop("env", {}),
        check=False, **kwargs,
    )  # fmt: skip


BROKEN = b"caf\xe9 prices"
NOT_UTF8 = [
    [b"add", BROKEN],
    [b"add", b"x", b"--claimant", BROKEN],
    [b"add", b"x", b"--source", BROKEN],
    [b"add", b"x", b"--tag", BROKEN],
    [b"add", b"x", b"--note", BROKEN],
    [b"note", b"1", BROKEN],
    [b"tag", b"1", b"prices", BROKEN],
    [b"assign", b"1", BROKEN],
    [b"link", b"1", b"https://a.example", b"--title", BROKEN],
    [b"link", b"1", b"https://a.example/" + BROKEN],
    [b"link", b"1", BROKEN],
    [b"--actor", BROKEN, b"note", b"1", b"x"],
    [b"ingest", b"-", b"--outlet", BROKEN],
    [b"review", b"draft", b"1", b"--summary", BROKEN],
    [b"match", BROKEN],
    [b"match", b"x", b"--claimant", BROKEN],
    [b"search", BROKEN],
    [b"list", b"--claimant", BROKEN],
]


@each_row("command", NOT_UTF8)
def test_non_utf8_arguments_are_refused_and_nothing_is_written(run, two_claims, command):
    before = dump(two_claims)
    result = run(*map(os.fsdecode, command))
    assert_one_line(result, 2, "Invalid value for ")
    assert r"caf\xe9 prices" in result.stderr or r"caf\udce9 prices" in result.stderr
    assert dump(two_claims) == before


def test_separate_process_refuses_non_utf8_arguments(two_claims, tmp_path):
    result = run_process("--db", two_claims, b"add", BROKEN, cwd=tmp_path)
    last = result.stderr.splitlines()[-1]
    assert (result.returncode, b"Traceback" in result.stderr) == (2, False), result.stderr
    assert last.startswith(b"Error: Invalid value for ")
    assert rb"caf\xe9 prices" in last or rb"caf\udce9 prices" in last


def test_non_utf8_actor_in_the_environment_is_refused(two_claims, tmp_path):
    result = run_process(
        "--db", two_claims, "note", "1", "x", cwd=tmp_path, env={"CLAIMTRACK_ACTOR": os.fsdecode(BROKEN)}
    )
    assert (result.returncode, b"not UTF-8 text" in result.stderr) == (2, True), result.stderr


def test_non_utf8_argument_creates_no_desk(tmp_path):
    assert run_process("--db", tmp_path / "new.db", b"add", BROKEN, cwd=tmp_path).returncode == 2
    assert not (tmp_path / "new.db").exists()


def test_file_with_a_non_utf8_name_is_ingested(desk_path, tmp_path):
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "w") as file:  # noqa: PTH123  # of bytes
        file.write(ARTICLE)
    result = run_process("--db", desk_path, b"ingest", name, cwd=tmp_path)
    assert (result.returncode, b"1 new, 0 repeating a claim" in result.stderr) == (0, True)


PIPED = [
    # As Windows programs write it.
    ("cp1252", "Caf\xe9 prices fell\r\n", "Caf\xe9 prices fell"),
    ("utf-16", "Caf\xe9 prices fell\r\n", "Caf\xe9 prices fell"),
    ("utf-8-sig", "Caf\xe9 prices fell\r\n", "Caf\xe9 prices fell"),
    ("utf-8", "Prices\0fell\n\n", "Prices\ufffdfell"),
    ("utf-8", "👩‍👩‍👧 prices fell", "👩‍👩‍👧 prices fell"),
    ("utf-8", "انخفضت الأسعار بمقدار الثلث", "انخفضت الأسعار بمقدار الثلث"),
]


@pytest.mark.parametrize(("encoding", "piped", "filed"), PIPED)
def test_claim_is_read_from_standard_input_in_any_encoding(run_ok, read_json, encoding, piped, filed):
    run_ok("add", "-", stdin=piped.encode(encoding))
    assert [row["text"] for row in read_json("list")] == [filed]


_CLOSED = "standard input is closed"
CLOSED = [
    (["add", "Prices rose."], 0, ""),
    (["ingest", "article.txt"], 0, ""),
    (["list"], 0, ""),
    (["add", "-"], 2, _CLOSED),
    (["note", "1", "-"], 2, _CLOSED),
    (["ingest", "-"], 2, _CLOSED),
    (["check", "article.txt"], 0, ""),
    (["check", "-"], 2, _CLOSED),
    (["match", "--file", "-"], 2, _CLOSED),
    (["triage", "--decisions", "-"], 2, _CLOSED),
    (["import", "csv", "-"], 2, _CLOSED),
    (["import", "claimreview", "-"], 2, _CLOSED),
    (["import", "csv", "sheet.csv"], 1, "add --yes to write it"),
    (["import", "claimreview", "sheet.csv"], 1, "no column claimReviewed"),
    (["user", "add", "ada"], 2, "no password: run this in a terminal"),
]
# Runs the commands one after the other in a single process: starting it takes as long as all of them.
ALL = """
import contextlib, io, json, sys
from claimtrack.cli import cli
assert sys.stdin is None
for command in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as talk:
        try:
            cli.main(command)
        except SystemExit as end:
            code = end.code
    print(json.dumps([code, talk.getvalue()]))
"""


def test_closed_standard_input_is_not_treated_as_a_terminal(two_claims, tmp_path):
    (tmp_path / "article.txt").write_text(ARTICLE)
    (tmp_path / "sheet.csv").write_text("text\nFerry fares rose by 4 percent in May\n")
    desks = [shutil.copy(two_claims, tmp_path / f"{number}.db") for number in range(len(CLOSED))]
    commands = [["--db", str(desk), *command] for desk, (command, *_) in zip(desks, CLOSED, strict=True)]
    call = ["sh", "-c", '"$@" <&-', "sh", sys.executable, "-c", ALL, json.dumps(commands)]
    result = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    for (command, code, message), line in zip(CLOSED, result.stdout.splitlines(), strict=True):
        ended, talk = json.loads(line)
        assert ended == code, (command, talk)
        assert message in talk, command


def test_separate_process_handles_closed_standard_input(two_claims, tmp_path):
    command, code, message = CLOSED[3]
    call = ["sh", "-c", '"$@" <&-', "sh", *COMMAND, "--db", two_claims, *command]
    result = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (result.returncode, "Traceback" in result.stderr) == (code, False), result.stderr
    assert message in result.stderr


# Runs the commands one after the other in a single process, as above, but each as a whole.
EACH = """
import json, sys
from claimtrack.cli import main
for command in json.loads(sys.argv[1]):
    sys.argv = ["claimtrack", *command]
    try:
        main()
    except SystemExit as end:
        assert not end.code, (command, end.code)
"""


@pytest.mark.parametrize("closed", ["1>&-", "2>&-"], ids=["standard output", "standard error"])
def test_process_with_a_closed_output_does_its_work(two_claims, closed):
    commands = (["list"], ["duplicates"], ["add", "Ferry fares rose by 4 percent in May"])
    whole = json.dumps([["--db", str(two_claims), *command] for command in commands])
    call = ["sh", "-c", f'"$@" {closed}', "sh", sys.executable, "-c", EACH, whole]
    result = subprocess.run(call, capture_output=True, text=True, check=False)
    assert (result.returncode, "Error" in result.stdout + result.stderr) == (0, False), result.stderr
    assert "Ferry fares" in str(dump(two_claims))


READING = [
    "list",
    "match rents",
    "duplicates",
    "search rents",
    "show 3",
    "stats",
    "export csv",
    "export jsonl",
    "speaker list",
]
WRITING = ["add Rents", "add Rents --claimant Ben", "note 3 Asked", "tag 3 rents", "doctor --repair"]


@pytest.mark.parametrize("command", [*READING, *WRITING])
def test_row_in_another_encoding_does_not_stop_any_command(run, two_claims, command):
    with closing(sqlite3.connect(two_claims)) as conn, conn:
        conn.execute("insert into claimants (name) values (cast(x'4dfc6c6c6572' as text))")
        claimant_id = conn.execute("select max(id) from claimants").fetchone()[0]
        conn.execute(
            "insert into claims (text, claimant_id) values (cast(x'4dfc6e6368656e2072656e7473' as text), ?)",
            [claimant_id],
        )
    result = run(*command.split())
    assert (result.exit_code, "decode" in result.output) == (1 if command == "doctor --repair" else 0, False)
    assert "M\ufffdnchen rents" in run("list").stdout


@pytest.mark.parametrize(
    ("command", "typed"),
    [
        pytest.param(
            ["user", "add", "Ada", "--role", "editor"], b"correct horse batter\xff\n", id="a password"
        ),
        pytest.param(["triage"], b"ecaf\xe9 prices\n\n\n", id="the words of an edit"),
        pytest.param(["triage"], b"\xe9\n", id="a key"),
    ],
)
@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
def test_typed_bytes_that_are_not_utf8_are_refused(run, two_claims, tmp_path, command, typed, errors):
    run("ingest", "-", stdin=ARTICLE.encode())
    before = dump(two_claims)
    encoding = {
        "PYTHONIOENCODING": f"utf-8:{errors}"
    }  # Python uses surrogateescape where the system has no locale
    result = run_process("--db", two_claims, *command, cwd=tmp_path, stdin=typed, env=encoding)
    assert (result.returncode, b"Traceback" in result.stderr) == (1, False), result.stderr
    assert b"not UTF-8 text" in result.stderr or b"not a key" in result.stderr
    assert dump(two_claims) == before
