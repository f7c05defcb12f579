"""On an empty desk every list says so and how to fill it: an empty answer would look like a broken command."""

from __future__ import annotations

import shutil

from click.testing import CliRunner

from claimtrack.cli import cli
from tests.tables import each_row

MESSAGES = [
    (["list"], "No claims yet. Add some with `claimtrack --db DESK ingest` or `claimtrack --db DESK add`."),
    (["list", "--status", "open"], "No claims found."),
    (["archive", "--list"], "No page is in the queue."),
    (["user", "list"], "No users yet. Add one with `claimtrack --db DESK user add NAME`."),
    (["review", "list"], "No review is in progress. To start one, use `claimtrack --db DESK review draft`."),
    (["review", "corrections"], "No published review was corrected, updated or withdrawn."),
    (
        ["intervention", "list"],
        "Nobody was asked about a claim. To record a request, use `claimtrack --db DESK intervention ask`.",
    ),
    (
        ["intervention", "list", "--claim", "3"],
        "Nobody was asked about claim 3. To record a request, use `claimtrack --db DESK intervention ask`.",
    ),
]


@each_row(("command", "message"), MESSAGES)
def test_empty_list_is_reported_on_standard_error(desk_path, command, message):
    result = CliRunner().invoke(cli, ["--db", str(desk_path), *command])
    told = result.stderr.strip().replace(str(desk_path), "DESK")
    assert (result.exit_code, result.stdout, told) == (0, "", message)
    as_json = CliRunner().invoke(cli, ["--db", str(desk_path), *command, "--format", "json"])
    assert (as_json.stdout, as_json.stderr) == ("[]\n", result.stderr)


DRAFTING = ["review", "draft", "1", "--rating", "False", "--scale", "Four-step scale"]
FILLED_BY = [
    (["review", "list"], DRAFTING),
    (["review", "list", "--all"], DRAFTING),
    (["intervention", "list"], ["intervention", "ask", "1", "Daily Echo", "Correct it"]),
    (["archive", "--list"], ["archive", "--queue"]),
    (["duplicates"], ["add", "Rents rose by 21 percent", "--on-duplicate", "new"]),
    (["triage", "--list"], ["status", "1", "proposed"]),
    (["lint"], ["status", "1", "checking"]),
    (["history", "--by", "kai"], ["--actor", "kai", "tag", "1", "rents"]),
]


@each_row(("command", "filling"), FILLED_BY)
def test_csv_without_rows_has_the_header_it_has_with_rows(named_file, tmp_path, command, filling):
    path = shutil.copy(named_file, tmp_path / f"{' '.join(command)}.db")

    def run(*args):
        return CliRunner().invoke(cli, ["--db", str(path), *args]).stdout

    run("add", "Rents rose by 12 percent", "--link", "https://stats.example/rents")
    header = run(*command, "--format", "csv")
    run(*filling)
    filled = run(*command, "--format", "csv")
    assert header.count("\n") == 1 < filled.count("\n")
    assert filled.startswith(header)
