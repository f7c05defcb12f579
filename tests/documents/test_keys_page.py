"""The page on keys for programs: its script prints each verdict that has changed since it last ran."""

import json
import re
import shutil
import subprocess

import pytest

import claimtrack
from claimtrack.store.file.copying import backup
from tests.documents.conftest import ROOT, environment

PAGE = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
[SCRIPT] = re.findall(r"^```sh\n(set -e\n.*?)^```", PAGE, re.MULTILINE | re.DOTALL)

pytestmark = pytest.mark.skipif(shutil.which("jq") is None, reason="the script needs jq")


def run_script(folder, script=SCRIPT):
    return subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment(), capture_output=True, text=True, check=False
    )


def printed(folder):
    """The number and the status of each verdict that the script prints."""
    run = run_script(folder)
    assert run.returncode == 0, run.stderr
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    return [(row["id"], row["status"]) for row in rows]


def test_the_script_prints_each_verdict_that_changed_since_it_last_ran(named_file, tmp_path):
    path = shutil.copy(named_file, tmp_path / "claims.db")
    with claimtrack.open(path, actor="ada") as desk, claimtrack.open(path, actor="ben") as bens:
        for words in ("Prices fell by half.", "Wages rose by a tenth."):
            desk.reviews.submit(desk.reviews.draft(desk.add(words).claim_id, rating="Half true"))
        assert printed(tmp_path) == [(1, "submitted"), (2, "submitted")]
        assert printed(tmp_path) == []
        desk.note(1, "Rang the office.")
        assert printed(tmp_path) == [], "a change, but none of a verdict"
        bens.reviews.approve(1)
        backup(desk.db, tmp_path / "kept.db")
        bens.reviews.approve(2)
        assert printed(tmp_path) == [(1, "approved"), (2, "approved")]
    shutil.move(tmp_path / "kept.db", path)
    with claimtrack.open(path, actor="ada") as desk:
        desk.note(1, "Rang again.")
    refused = run_script(tmp_path)
    assert (refused.returncode, json.loads(refused.stderr)["kind"]) == (1, "ChangedMeanwhile")


def test_what_could_not_be_passed_on_comes_again_in_the_next_run(named_file, tmp_path):
    path = shutil.copy(named_file, tmp_path / "claims.db")
    with claimtrack.open(path, actor="ada") as desk:
        desk.reviews.draft(desk.add("Prices fell by half.").claim_id, rating="Half true")
    *before, _, last = SCRIPT.splitlines()
    for failing in ("cat reviews.ndjson | false", "false"):
        assert run_script(tmp_path, "\n".join([*before, failing, last])).returncode == 1
    assert printed(tmp_path) == [(1, "draft")]
