"""What a command that fails prints for programs: a line of JSON on standard error, with the message, its kind and the commands it names."""

import json
import shlex

from claimtrack.cli.output.failures import wants_json
from tests.tables import each_row

FAILURES = [
    ("show 99", 1, "NotFound", "there is no claim 99: see `claimtrack list`", ["DESK list"]),
    ("show x", 2, "UsageError", "Invalid value for 'ID': 'x' is not a whole number of 1 or more", ["DESK search WORDS", "claimtrack show --help"]),
    ("--nope show 1", 2, "UsageError", "No such option '--nope'", ["claimtrack --help"]),
    ("shwo 1", 2, "UsageError", "No such command 'shwo'. Did you mean 'show'?", ["claimtrack --help"]),
    ("review draft 1 --ratin False", 2, "UsageError", "No such option '--ratin'.", ["claimtrack review draft --help"]),
    ("tag 1", 2, "UsageError", "", ["claimtrack tag --help"]),
    ("judge 1 1 same", 1, "InvalidValue", "a claim cannot be judged against itself", []),
    ("import csv nowhere.csv", 1, "FileError", "No such file or directory: nowhere.csv", []),
    ("ingest nowhere.txt", 1, "UnreadableSource", "there is no file or folder nowhere.txt", []),
    ("import undo 1-2-abcdef --yes", 1, "Refused", "these changes were not made by an import", ["DESK import list"]),
    ("note 1 ''", 2, "UsageError", "the note is empty", []),
    ("edit 1 --text ''", 2, "UsageError", "the claim is empty: give its words", []),
]  # fmt: skip


@each_row(("words", "code", "kind", "message", "commands"), FAILURES)
def test_failing_command_prints_one_line_of_json(run, two_claims, words, code, kind, message, commands):
    for output_format in ("json", "ndjson"):
        result = run(*shlex.split(words), "--format", output_format)
        error = json.loads(result.stderr)
        assert (result.exit_code, error["kind"], list(error)) == (code, kind, ["error", "kind", "commands"])
        assert error["error"].startswith(message)
        named = [command.replace(f"claimtrack --db {two_claims}", "DESK") for command in error["commands"]]
        assert named == commands


def test_the_middle_of_a_very_long_message_is_left_out_but_nothing_of_the_help(run, two_claims):
    rulings = "".join(f'{{"id": {number}, "decision": "accept"}}\n' for number in range(900, 960))
    stderr = run("triage", "--decisions", "-", stdin=rulings).stderr
    assert stderr.startswith("Error: line 1: there is no claim 900")
    assert stderr.endswith("nothing was decided: fix these lines and try again\n")
    assert (" ... " in stderr, len(stderr) < 1300) == (True, True)
    assert run("review").stderr == run("review", "--help").stdout


def test_errors_stay_text_for_people_and_for_csv(run, two_claims):
    for options in ([], ["--format", "table"], ["--format", "csv"], ["--format", "xml"]):
        assert "Error: " in run("show", "99", *options).stderr


def test_messages_before_the_error_stay_text(run, two_claims, tmp_path):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("id,text,status\n,Milk is free,dunno\n,Bread is free,open\n,Rain is free,dunno\n")
    result = run("import", "csv", sheet, "--yes", "--format", "json")
    *messages, last = result.stderr.splitlines()
    assert "lines 2, 4: there is no status 'dunno'" in "".join(messages)
    assert json.loads(last)["kind"] == "Refused"
    refused = [row["line"] for row in json.loads(result.stdout) if row["outcome"] == "refused"]
    assert (result.exit_code, refused) == (1, [2, 4])


def test_each_source_that_cannot_be_read_is_a_line_of_json_and_the_rest_is_filed(run, two_claims, tmp_path):
    for name, text in {"a": "Rents rose by 12 percent, Ada Miller said.", "b": "", "c": ""}.items():
        (tmp_path / f"{name}.txt").write_text(text)
    (tmp_path / "d.jpg").write_text("")
    result = run("ingest", tmp_path, "--format", "ndjson")
    errors = [json.loads(line) for line in result.stderr.splitlines() if line.startswith('{"error"')]
    assert [(error["kind"], error["error"].partition(" is empty")[0]) for error in errors] == [
        ("UnreadableSource", str(tmp_path / "b.txt")),
        ("UnreadableSource", str(tmp_path / "c.txt")),
    ]
    assert "Skipped: d.jpg" in result.stderr
    assert (result.exit_code, json.loads(result.stdout)["claim_id"]) == (1, 3)


def test_commands_name_the_desk_that_was_given_after_the_command(run, two_claims, tmp_path):
    other = tmp_path / "other.db"
    error = json.loads(run("list", "--format", "json", "--db", other).stderr)
    assert error["commands"] == [f"claimtrack --db {other} init"]


def test_error_is_ascii_and_escapes_what_a_terminal_would_interpret(run, two_claims):
    stderr = run("history", "--by", "\x1b[2J", "--since", "Zoë\u202e", "--format", "json").stderr
    assert stderr.isascii()
    assert stderr.strip().isprintable()
    assert "Zoë\\u202e" in json.loads(stderr)["error"]


@each_row(
    ("words", "expected"),
    [
        ("list --format json", True),
        ("list --format=NDJSON", True),
        ("list --format", False),
        ("list --format json --format csv", False),
        ("list --format csv --format json", True),
        ("note 1 -- --format json", False),
        ("add --formats=json", False),
        ("", False),
    ],
)
def test_format_is_read_as_click_reads_it(words, expected):
    assert wants_json(words.split()) is expected
