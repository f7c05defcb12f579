"""On a desk that holds nothing yet each list says so, and what fills it: an empty answer looks like a broken command."""

from __future__ import annotations

import shutil

from click.testing import CliRunner

from claimtrack.cli import cli
from tests.tables import each_row

SAID = [
    (["list"], "No claims yet. Add some with `claimtrack ingest` or `claimtrack add`."),
    (["list", "--status", "open"], "No claims found."),
    (["user", "list"], "No users yet. Add one with `claimtrack user add NAME`."),
    (["review", "list"], "No review is in progress. To start one, use `claimtrack review draft`."),
    (["review", "corrections"], "No published review was corrected or withdrawn."),
    (
        ["intervention", "list"],
        "Nobody was asked about a claim. To record a request, use `claimtrack intervention ask`.",
    ),
    (
        ["intervention", "list", "--claim", "3"],
        "Nobody was asked about claim 3. To record a request, use `claimtrack intervention ask`.",
    ),
]


@each_row(("asked", "said"), SAID)
def test_a_list_of_nothing_says_so_beside_the_data(desk_path, asked, said):
    done = CliRunner().invoke(cli, ["--db", str(desk_path), *asked])
    assert (done.exit_code, done.stdout, done.stderr.strip()) == (0, "", said)
    assert CliRunner().invoke(cli, ["--db", str(desk_path), *asked, "--format", "json"]).stdout == "[]\n"


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


@each_row(("asked", "filling"), FILLED_BY)
def test_a_sheet_without_rows_has_the_header_that_it_has_with_some(named_file, tmp_path, asked, filling):
    path = shutil.copy(named_file, tmp_path / f"{' '.join(asked)}.db")

    def run(*given):
        return CliRunner().invoke(cli, ["--db", str(path), *given]).stdout

    run("add", "Rents rose by 12 percent", "--link", "https://stats.example/rents")
    header = run(*asked, "--format", "csv")
    run(*filling)
    filled = run(*asked, "--format", "csv")
    assert header.count("\n") == 1 < filled.count("\n")
    assert filled.startswith(header)
