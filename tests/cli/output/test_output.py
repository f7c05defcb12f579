"""Output of rows: tables for people, complete data for programs, and nothing that harms a terminal."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest
import wcwidth
from click.shell_completion import BashComplete

from claimtrack.cli import cli
from claimtrack.cli.output import rows as printed
from claimtrack.cli.output.failures import BROKEN_PIPE_EXIT
from claimtrack.core.sheets.cells import join_list
from claimtrack.core.texts.printable import printable
from tests.tables import each_row

COMMAND = [sys.executable, "-m", "claimtrack"]
HOSTILE = 'Prices "fell",\n=1+1; \x1b[31mred\x07 \u202eevil\u2066 \u200b naïve 🙂 أسعار'
# What a claim stores of it: one line, without characters that hide in or between words.
STORED = 'Prices "fell", =1+1; \x1b[31mred\x07 \u202eevil\u2066 naïve 🙂 أسعار'

LIST_KEYS = {"id", "text", "claimant", "status", "rating", "appearances", "evidence", "url"}
READING = [
    ("list",), ("show", "1"), ("search", "prices"), ("history", "1"), ("match", "Prices fell"), ("doctor",),
    ("triage", "--list"),
]  # fmt: skip


@pytest.fixture
def hostile(run_ok, desk_path):
    """A desk with one proposed claim, whose text, claimant, tag and note are written to do harm."""
    run_ok(
        "add", HOSTILE, "--claimant", "Mallory \x1b[2J", "--tag", "\x1b[1m", "--note", "one\n\x1b]0;x\x07two",
        "--status", "proposed",
    )  # fmt: skip
    return desk_path


@each_row("command", READING)
def test_table_makes_escapes_and_overrides_visible(run_ok, hostile, command):
    out = run_ok(*command).output
    assert not {"\x1b", "\x07", "\u202e", "\u2066", "\u200b"} & set(out)
    assert "\\u001b" in out or command[0] == "doctor"


def test_csv_lists_tags_as_text_that_an_import_reads_back(run_ok, read_json, two_claims, tmp_path):
    for name in ("economy", "tax, duties"):
        run_ok("tag", "1", name)
    path = tmp_path / "list.csv"
    path.write_text(run_ok("list", "--format", "csv").stdout, encoding="utf-8")
    with path.open(encoding="utf-8", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["tags"], second["tags"]) == ('economy, "tax, duties"', "")
    assert "0 changed cells" in run_ok("import", "csv", str(path), "--yes").stderr
    assert read_json("list")[0]["tags"] == ["economy", "tax, duties"]


@pytest.mark.parametrize("output_format", ["json", "ndjson"])
def test_json_encodes_control_characters_as_escapes(run_ok, hostile, output_format):
    out = run_ok("list", "--format", output_format).stdout
    assert not {"\x1b", "\x07", "\u202e", "\u2066"} & set(out)


@pytest.mark.parametrize(
    "command", [("list", "--since", "\x1b[31mx"), ("show", "\x1b[31mx"), ("ingest", "\x1b[31mx")]
)
def test_error_makes_escapes_in_the_input_visible(run, desk_path, command):
    assert "\x1b" not in run(*command).stderr


def test_messages_make_escapes_visible(run_ok, run, hostile):
    assert "\x1b" not in run_ok("assign", "1", "\x1b[31mada").stderr
    assert "\x1b" not in run("search", "\x1b[31mnothing").stderr


VISIBLE = [
    ("\x1b", "\\u001b"),
    ("\u202e", "\\u202e"),
    ("a\r", "a\\u000d"),
    # Persian and a family emoji need their joiners.
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("👨\u200d👩", "👨\u200d👩"),
    # The flag of England, and one of its letters without a flag, where it is invisible.
    (
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f won",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f won",
    ),
    ("a\U000e0067", "a\\U000e0067"),
    ("tab\tand\nline", "tab\tand\nline"),
]


@pytest.mark.parametrize(("text", "shown"), VISIBLE)
def test_control_characters_are_escaped_but_joiners_and_flags_are_kept(text, shown):
    assert printable(text) == shown


@each_row("command", READING)
def test_json_is_valid_and_ndjson_has_the_same_objects_one_a_line(run_ok, hostile, command):
    whole = json.loads(run_ok(*command, "--format", "json").stdout)
    lines = [json.loads(line) for line in run_ok(*command, "--format", "ndjson").stdout.split("\n") if line]
    assert lines == (whole if isinstance(whole, list) else [whole])
    assert lines


@each_row("command", READING)
def test_csv_has_the_same_values_as_json(run_ok, hostile, command):
    whole = json.loads(run_ok(*command, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run_ok(*command, "--format", "csv").stdout, newline="")))

    def cell(key, value):
        if key == "tags":
            return join_list(value)
        if isinstance(value, (list, dict)):
            return json.dumps(value, ensure_ascii=False)
        return "" if value is None else str(value)

    expected = whole if isinstance(whole, list) else [whole]
    assert rows == [{key: cell(key, value) for key, value in row.items()} for row in expected]


@pytest.mark.parametrize(
    "command", [("list",), ("search", "percent"), ("triage", "--list"), ("match", "Growth of -5 percent")]
)
def test_csv_escapes_formulas_and_json_has_the_text_unchanged(run_ok, read_json, desk_path, command):
    """CSV is opened in spreadsheets, so its cells are those of `export csv`."""
    run_ok("add", "--status", "proposed", "--claimant", "@ada", "--", "-5 percent growth")
    key = "speaker" if command[0] == "triage" else "claimant"
    [row] = csv.DictReader(io.StringIO(run_ok(*command, "--format", "csv").stdout))
    assert (row["text"], row[key]) == ("'-5 percent growth", "'@ada")
    [row] = read_json(*command)
    assert (row["text"], row[key]) == ("-5 percent growth", "@ada")


def test_formats_for_programs_have_the_text_unchanged(run_ok, read_json, hostile):
    assert [row["text"] for row in read_json("list")] == [STORED]


def test_list_has_the_documented_keys(read_json, two_claims):
    assert set(read_json("list")[0]) >= LIST_KEYS


EMPTY = [("list",), ("search", "nothing"), ("match", "nothing at all"), ("duplicates",), ("triage", "--list")]


@each_row("command", EMPTY)
def test_empty_result_is_an_empty_list_for_programs(run_ok, read_json, desk_path, command):
    assert read_json(*command) == []
    assert run_ok(*command, "--format", "ndjson").stdout == ""
    assert list(csv.DictReader(io.StringIO(run_ok(*command, "--format", "csv").stdout))) == []


@pytest.mark.parametrize(
    "command", [("list", "--status", "parked"), ("search", "nothing")], ids=lambda c: c[0]
)
def test_csv_without_rows_still_has_its_header(run_ok, read_json, two_claims, command):
    """Without it, pandas and spreadsheets refuse the file."""
    header = run_ok(*command, "--format", "csv").stdout
    rows = read_json("search", "prices") if command[0] == "search" else read_json("list")
    assert header.rstrip("\n").split(",") == list(rows[0])


@each_row("command", EMPTY[:4])
def test_empty_result_is_reported_to_a_person_on_standard_error(run_ok, desk_path, command):
    result = run_ok(*command)
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1


# ── real processes ──────────────────────────────────────────────────────────────────────────────


def run_process(*args, encoding=None, **kwargs):
    env = os.environ | ({"PYTHONIOENCODING": encoding} if encoding else {})
    return subprocess.run([*COMMAND, *args], env=env, capture_output=True, check=False, **kwargs)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_terminal_that_lacks_the_letters_gets_no_traceback(hostile, encoding):
    result = run_process("--db", hostile, "list", encoding=encoding)
    assert (result.returncode, b"Traceback" in result.stderr) == (0, False)
    assert b"Prices" in result.stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_data_is_utf8_whatever_the_encoding_of_the_terminal(hostile, encoding):
    json_output = run_process("--db", hostile, "list", "--format", "json", encoding=encoding).stdout
    assert json.loads(json_output)[0]["text"] == STORED
    csv_output = run_process("--db", hostile, "list", "--format", "csv", encoding=encoding).stdout
    assert next(csv.DictReader(io.StringIO(csv_output.decode())))["text"] == STORED


@pytest.fixture
def run_unread(two_claims, tmp_path):
    """Runs a command whose output, and with `talk` its messages too, goes to a closed pipe."""
    (tmp_path / "news.txt").write_text("Exports rose by 10 percent in 2023, Ada Miller said.\n\nPrices fell.")

    def run(*args, talk=False):
        reader, writer = os.pipe()
        os.close(reader)
        with os.fdopen(writer, "wb") as pipe:
            command = [*COMMAND, "--db", str(two_claims), *args]
            stderr = pipe if talk else subprocess.PIPE
            return subprocess.run(command, cwd=tmp_path, stdout=pipe, stderr=stderr, text=True, check=False)

    return run


# Every kind of output: tables, formats of rows, text, files, help, and rows with an exit code other than 0.
UNREAD = [
    ("list",), ("list", "--format", "json"), ("list", "--format", "csv"), ("list", "--format", "ndjson"), ("show", "1"),
    ("export", "csv"), ("--help",), ("list", "--help"), ("--version",), ("check", "news.txt", "--strict", "--format", "json"),
]  # fmt: skip


@pytest.mark.parametrize("command", UNREAD, ids=" ".join)
def test_closed_output_ends_every_command_silently_with_one_exit_code(run_unread, command):
    result = run_unread(*command)
    assert (result.returncode, result.stderr) == (BROKEN_PIPE_EXIT, "")


def test_closed_message_output_ends_a_command_with_the_same_exit_code(run_unread):
    assert run_unread("list", "--format", "json", talk=True).returncode == BROKEN_PIPE_EXIT
    assert run_unread("note", "1", "A note", talk=True).returncode == BROKEN_PIPE_EXIT


def test_claims_filed_before_the_output_was_closed_are_kept_and_reported(run_unread, read_json):
    result = run_unread("ingest", "news.txt", "--format", "ndjson")
    assert result.returncode == BROKEN_PIPE_EXIT
    assert "1 new, 1 repeating a claim of the desk" in result.stderr
    assert "Exports rose by 10 percent in 2023" in {row["text"] for row in read_json("list")}


# Whether a command notices is tested above; what it says is the same for all of a kind.
@each_row(
    "command", [("list",), ("list", "--format", "json"), ("export", "csv"), ("--help",), ("user", "--help")]
)
def test_full_disk_is_reported_once(two_claims, command):
    """Python would complain once more, when it exits, about what is left in its buffer."""
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        whole = [*COMMAND, "--db", str(two_claims), *command]
        result = subprocess.run(whole, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    told = json.loads(result.stderr)["error"] if {"json", "ndjson"} & {*command} else result.stderr
    assert (result.returncode, told.removeprefix("Error: ").strip()) == (
        1,
        "No space left on device: standard output",
    )


def test_shell_completes_files_and_what_follows_the_claims():
    complete = BashComplete(cli, {}, "claimtrack", "_CLAIMTRACK_COMPLETE").get_completions
    for command in (["ingest"], ["check"], ["import", "csv"], ["export", "csv", "-o"]):
        assert [(one.value, one.type) for one in complete(command, "art")] == [("art", "file")], command
    assert [one.value for one in complete(["status", "12", "15"], "p")] == ["proposed", "published", "parked"]


@each_row("instruction", ["bash_source", "bash_complete"])
def test_shell_completion_on_a_full_disk_ends_without_a_traceback(instruction):
    tab = {"_CLAIMTRACK_COMPLETE": instruction, "COMP_WORDS": "claimtrack ", "COMP_CWORD": "1"}
    call = "import sys; sys.argv = ['claimtrack']; from claimtrack.cli import main; main()"
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        result = subprocess.run(
            [sys.executable, "-c", call],
            env=os.environ | tab,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (result.returncode, result.stderr) == (1, b"Error: No space left on device: standard output\n")


def test_full_output_file_is_named(run, two_claims, tmp_path):
    assert run("export", "csv", "-o", "/dev/full").stderr == "Error: No space left on device: /dev/full\n"
    (tmp_path / "feed.json").write_text('[{"@type": "ClaimReview"}]', encoding="utf-8")
    result = run("import", "claimreview", tmp_path / "feed.json", "--rejected", "/dev/full")
    assert result.stderr.endswith("Error: No space left on device: /dev/full\n")


def test_reader_that_takes_one_line_of_many_causes_no_error(desk_path):
    import sqlite3

    with sqlite3.connect(desk_path) as conn:
        conn.executemany("insert into claims (text) values (?)", [(f"Claim {n} " * 20,) for n in range(1000)])
    conn.close()
    call = f"'{sys.executable}' -m claimtrack --db '{desk_path}' list --format ndjson | head -1"
    result = subprocess.run(["sh", "-c", call], capture_output=True, text=True, check=False)
    assert (json.loads(result.stdout)["id"], result.stderr) == (1, "")


def test_long_list_is_printed_as_several_tables_with_headings(run_ok, two_claims, monkeypatch):
    """The widths of a single table need all rows in memory at once: gigabytes for a million claims."""
    whole = run_ok("list").stdout.splitlines()
    monkeypatch.setattr(printed, "_MAX_TABLE_ROWS", 1)
    parted = run_ok("list").stdout.splitlines()
    assert [line.split() for line in parted] == [
        line.split() for line in [*whole[:1], *parted[1:2], whole[2], *whole[:1], *parted[4:5], whole[3]]
    ]
    assert run_ok("list", "--format", "json").stdout.count("\n") == 3


@pytest.mark.parametrize("width", [80, 100, 200])
def test_table_fits_the_terminal_and_truncates_nothing(monkeypatch, capsys, width):
    """Whoever has to choose between claims must see what differs."""
    rows = [
        {
            "id": 1,
            "claim": "Prices in the shops fell by half " * 3,
            "why": "number: 10 / 40; " * 5 + "the end",
        },
        {"id": 2, "claim": "Short.", "why": ""},
    ]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", str(width))
    printed.write_table(rows)
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) <= width
    words = " ".join(shown.split())
    assert words.count("number:") == 5
    assert words.count("shops") == 3
    assert "end" in words


@pytest.mark.parametrize("width", [30, 50, 70, 80, 90, 120])
def test_table_of_many_short_columns_fits_the_terminal(monkeypatch, capsys, width):
    """A column that does not fit beside the others is printed beneath its row, with its heading."""
    row = {
        "id": 12, "claim": "Prices in the shops fell by half " * 2, "claimant": "Ann Lee", "status": "proposed",
        "rating": "Half true", "seen": 2, "dropped": 1, "links": 0, "score": 0.9, "with": "ada",
    }  # fmt: skip
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", str(width))
    printed.write_table([row, {**row, "id": 13}])
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) <= width
    for name, value in row.items():
        assert name in shown
        assert shown.count("0.90" if name == "score" else str(value).split()[-1]) >= 1


@pytest.mark.parametrize("width", [41, 80, 120])
def test_characters_two_columns_wide_fit_the_terminal_and_none_is_lost(monkeypatch, capsys, width):
    claim = "\u6771\u4eac\u306e\u5bb6\u8cc3 rose \U0001f680 " + "\u4e0a\u6607" * 60
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", str(width))
    printed.write_table([{"id": 1, "claim": claim, "claimant": "\u7530\u4e2d" * 6, "status": "open"}])
    shown = capsys.readouterr().out
    assert max(map(wcwidth.wcswidth, shown.splitlines())) <= width
    assert [shown.count(sign) for sign in "\u4e0a\u6607"] == [60, 60]
    assert "\0" not in shown


def test_garbage_collection_is_tuned_by_the_command_but_not_by_an_import():
    """The command is a process of its own, but whoever imports claimtrack keeps their own setting."""
    code = """
import gc, sys
import claimtrack.api
from claimtrack.cli import main
print(gc.get_threshold() == before)
sys.argv = ["claimtrack", "--version"]
try:
    main()
except SystemExit:
    print(gc.get_threshold()[0] > before[0])
"""
    code = f"import gc; before = gc.get_threshold()\n{code}"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    first, _, last = result.stdout.splitlines()
    assert (first, last) == ("True", "True")


@each_row("text, columns", [("Zoë said “no” – twice …", 23), ("物価が上がった", 14)])
def test_columns_align_whatever_the_width_of_their_letters(capsys, text, columns):
    printed.write_table([{"claim": text, "status": "open"}, {"claim": "x" * 30, "status": "open"}])
    assert f"\n{text}{' ' * (30 - columns)}  open\n" in capsys.readouterr().out


def test_letters_whose_width_is_not_looked_up_take_one_column():
    letters = map(chr, range(sys.maxunicode))
    narrow = "".join(letter for letter in letters if not printed._MAY_NOT_BE_ONE_COLUMN.search(letter))
    assert wcwidth.wcswidth(narrow) == len(narrow) > 600
