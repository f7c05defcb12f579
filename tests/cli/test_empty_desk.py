"""On a desk that holds nothing yet each list says so, and what fills it: an empty answer looks like a broken command."""

from __future__ import annotations

from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.workflow.setup import init_desk
from tests.tables import each_row

SAID = [
    (["list"], "No claims yet. Add some with `claimtrack ingest` or `claimtrack add`."),
    (["list", "--status", "open"], "No claims found."),
    (["user", "list"], "No users yet. Add one with `claimtrack user add NAME`."),
    (["review", "list"], "No review is in progress. To start one, use `claimtrack review draft`."),
    (["review", "corrections"], "No published review was corrected or withdrawn."),
    (
        ["intervention", "list"],
        "Nobody was asked to correct a claim. To record a request, use `claimtrack intervention ask`.",
    ),
    (
        ["intervention", "list", "--claim", "3"],
        "Nobody was asked to correct claim 3. To record a request, use `claimtrack intervention ask`.",
    ),
]


@each_row(("asked", "said"), SAID)
def test_a_list_of_nothing_says_so_beside_the_data(tmp_path, asked, said):
    path = tmp_path / "claims.db"
    if not path.exists():
        init_desk(path, actor="ada")
    done = CliRunner().invoke(cli, ["--db", str(path), *asked])
    assert (done.exit_code, done.stdout, done.stderr.strip()) == (0, "", said)
    assert CliRunner().invoke(cli, ["--db", str(path), *asked, "--format", "json"]).stdout == "[]\n"
