"""The shell sessions and commands of the other pages run as shown."""

import csv
import os
import re
import shutil
import subprocess
import sys

import pytest

import claimtrack
from claimtrack.store.file.checks import examine
from tests.documents.conftest import ROOT, environment
from tests.test_docs import squeezed

# Pages, each with a pattern for the part that is one shell session in an empty folder.
SESSIONS = [
    ("README.md", r"^## .*five-minute.*?$(.*?)(?=^## )"),
    ("docs/checking.md", r"\A(.*)\Z"),
    ("docs/verdicts.md", r"\A(.*?)(?=^## Your own)"),
]


def session_steps(page, part):
    """Yield (commands, lines that they print) of each ```sh block with the ```text block after it, in order."""
    text = (ROOT / page).read_text(encoding="utf-8")
    section = re.search(part, text, re.MULTILINE | re.DOTALL)
    blocks = r"^```sh\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?"
    for typed, printed in re.findall(blocks, section[1], re.MULTILINE | re.DOTALL):
        yield typed, printed.splitlines()


def run_in_shell(command, folder, *, shell="bash", check=True):
    """Run a documented command in that folder; it ends at the first line that fails."""
    return subprocess.run(
        [shell, "-e", "-c", command],
        cwd=folder,
        env=environment(),
        check=check,
        capture_output=True,
        text=True,
    )


@pytest.mark.slow
@pytest.mark.parametrize(("page", "part"), SESSIONS, ids=[page for page, _ in SESSIONS])
def test_a_documented_session_runs_as_shown(tmp_path, page, part):
    steps = list(session_steps(page, part))
    assert len(steps) >= 2
    for command, shown in steps:
        run = run_in_shell(command, tmp_path, check=False)
        printed = squeezed(run.stdout + run.stderr)
        assert run.returncode == 0, f"$ {command}\n{printed}"
        for line in shown:
            for piece in filter(None, map(str.strip, line.split("..."))):
                assert squeezed(piece) in printed, f"$ {command}\n{printed}"


@pytest.mark.slow
def test_the_custom_sheet_of_the_exports_page_has_each_text_whole(tmp_path):
    page = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    command = re.search(r"^```sh\n([^`]*sqlite-utils[^`]*)^```", page, re.MULTILINE)[1]
    article = tmp_path / "brief.txt"
    article.write_text(
        'Rents rose by 12 percent last year, minister Ada Miller said.\n\n"We built 40,000 homes, more than any before," she said.\n'
    )
    with claimtrack.open(tmp_path / "claims.db") as desk:
        desk.ingest(article, published_on="2024-04-22")
        desk.note(1, 'Ask the ministry, which said "no".\nThen the union.')
    run_in_shell(command, tmp_path)
    with (tmp_path / "for-the-chief.csv").open(encoding="utf-8", newline="") as sheet:
        rows = list(csv.DictReader(sheet))
    texts = ["Rents rose by 12 percent last year", "We built 40,000 homes, more than any before"]
    assert [(row["What they said"], row["Checked?"]) for row in rows] == [
        (text, "proposed") for text in texts
    ]


def test_an_invoice_counts_the_hours_of_clients_and_not_of_other_tags(tmp_path):
    page = (ROOT / "docs" / "permissions.md").read_text(encoding="utf-8")
    command = re.search(r"^```\n(sqlite-utils [^`]*time:[^`]*)^```", page, re.MULTILINE)[1]
    with claimtrack.open(tmp_path / "claims.db", actor="ada") as desk:
        desk.add("Rents in the capital rose by 12 percent", tags=["housing", "client: Courier"])
        desk.note(1, "time: 1.5")
    run = run_in_shell(command, tmp_path)
    assert [line.split() for line in run.stdout.splitlines()[2:]] == [["client:", "Courier", "1", "1.5"]]


@pytest.mark.parametrize("has_users", [True, False])
def test_the_nightly_cron_line_backs_up_the_desk_and_any_users_file(tmp_path, has_users):
    """Run as cron would: the backslashes are for cron alone."""
    page = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    command = re.search(r"^30 3 \* \* \*  chronic (.*)$", page, re.MULTILINE)[1].replace("\\%", "%")
    with claimtrack.open(tmp_path / "claims.db") as desk:
        desk.add("Rents in the capital rose by 12 percent")
    if has_users:
        (tmp_path / "claims.db.users.json").write_text("{}")
    program = tmp_path / "claimtrack-env" / "bin" / "claimtrack"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m claimtrack "$@"\n')
    program.chmod(0o755)
    backups = tmp_path / "backups"
    backups.mkdir()
    (backups / "claims-2020-01-01.db").touch()
    os.utime(backups / "claims-2020-01-01.db", (0, 0))
    run_in_shell(command, tmp_path, shell="sh")
    copy, *users_files = sorted(file.name for file in backups.iterdir())
    assert re.fullmatch(r"claims-\d{4}-\d\d-\d\d\.db", copy)
    assert users_files == ["claims.db.users.json"] * has_users


@pytest.mark.skipif(not shutil.which("sqlite3"), reason="the sqlite3 shell is not part of Python")
def test_a_desk_dumped_as_text_is_restored_whole(tmp_path):
    page = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    command = re.search(r"^```sh\n([^`]*\.dump[^`]*)^```", page, re.MULTILINE)[1]
    with claimtrack.open(tmp_path / "claims.db", actor="ada") as desk:
        desk.add("Rents in the capital rose by 12 percent", claimant="Zoë Grün", tags=["housing"])
        desk.note(1, "Ask the ministry, which said 'no'.\nThen the union.")
    run_in_shell(command, tmp_path)
    with claimtrack.open(tmp_path / "claims.db") as desk, claimtrack.open(tmp_path / "again.db") as restored:
        for table in ("claims", "claimants", "notes", "claim_tags", "history"):
            assert list(restored.db[table].rows) == list(desk.db[table].rows) != []
        assert [finding.check for finding in examine(restored.db) if not finding.ok] == []
        assert [row["id"] for row in restored.search("ministry")] == [1]


@pytest.mark.skipif(not shutil.which("sqlite3"), reason="the sqlite3 shell is not part of Python")
def test_a_program_without_claimtrack_reads_every_table_and_view_of_a_desk(tmp_path):
    page = (ROOT / "schema" / "README.md").read_text(encoding="utf-8")
    command = re.search(r"^```sh\n([^`]*-csv[^`]*)^```", page, re.MULTILINE)[1]
    with claimtrack.open(tmp_path / "claims.db", actor="ada") as desk:
        desk.add("Rents in the capital rose by 12 percent", claimant="Zoë Grün", tags=["housing"])
        names = {*desk.db.table_names(), *desk.db.view_names()}
    ran = run_in_shell(command, tmp_path, shell="sh")
    assert ran.stderr == ""
    assert {path.stem for path in tmp_path.glob("*.csv")} == {name for name in names if "_fts" not in name}
    with (tmp_path / "claim_overview.csv").open(encoding="utf-8", newline="") as sheet:
        [row] = csv.DictReader(sheet)
    assert (row["text"], row["claimant"]) == ("Rents in the capital rose by 12 percent", "Zoë Grün")
