"""`import undo`: what an import told at its end takes it back."""

import re

from tests.tables import each_row

SHEET = "text,claimant\nThe ferry to Norre carried 900 cars.,Zed Orr\nThe quay of Norre reopened.,Ada Quist\n"


def test_an_import_tells_how_it_is_taken_back(run, done, desk, tmp_path):
    (tmp_path / "log.csv").write_text(SHEET, encoding="utf-8")
    told = done("import", "csv", tmp_path / "log.csv", "--yes").stderr
    [command] = re.findall(r"To take it back: `claimtrack --db .+? (import .+)`", told)
    unasked = run(*command.split())
    assert (unasked.exit_code, "add --yes" in unasked.stderr) == (1, True)
    assert desk.table("claims").count == 2
    undone = done(*command.split(), "--yes").stderr
    assert undone == "Taken back: 2 claims that it filed, and what it changed of 0 others\n"
    assert desk.table("claims").count == 0


def test_a_part_of_an_import_is_not_taken_back(run, done, desk, tmp_path):
    (tmp_path / "log.csv").write_text(SHEET, encoding="utf-8")
    told = done("import", "csv", tmp_path / "log.csv", "--yes").stderr
    [(first, last, mark)] = re.findall(r"import undo (\d+)-(\d+)-(\w+)`", told)
    for part in (f"{int(first) + 1}-{last}-{mark}", f"{first}-{int(last) - 1}-{mark}"):
        refused = run("import", "undo", "--yes", part)
        assert (refused.exit_code, "no import made these changes" in refused.stderr) == (1, True)
    assert desk.table("claims").count == 2


def test_claims_that_a_trigger_of_ones_own_keeps_are_told(run, done, desk, tmp_path):
    (tmp_path / "log.csv").write_text(SHEET, encoding="utf-8")
    told = done("import", "csv", tmp_path / "log.csv", "--yes").stderr
    [changes] = re.findall(r"import undo (.+)`", told)
    desk.execute("create trigger keep before delete on claims begin select raise(ignore); end")
    refused = run("import", "undo", "--yes", changes)
    assert (refused.exit_code, "keeps claims that are deleted (2)" in refused.stderr) == (1, True)
    assert desk.table("claims").count == 2


def test_a_dry_run_tells_of_nothing_to_take_back(done, desk, tmp_path):
    (tmp_path / "log.csv").write_text(SHEET, encoding="utf-8")
    assert "import undo" not in done("import", "csv", tmp_path / "log.csv", "--dry-run").stderr


BAD = [
    ("12", 2, "names no import", "one number"),
    ("1-4", 2, "names no import", "without the mark"),
    ("a-b-3f9a2c", 2, "names no import", "letters"),
    ("-3-3f9a2c", 2, "names no import", "no first one"),
    ("0-4-3f9a2c", 1, "no import made these changes", "there is no change 0"),
    ("9-4-3f9a2c", 1, "no import made these changes", "backwards"),
    ("1-4-3f9a2c", 1, "no import made these changes", "the mark of others"),
    ("1-99-3f9a2c", 1, "no import made these changes", "more than there are"),
]


@each_row(("changes", "code", "said", "reason"), BAD, ids=[row[3] for row in BAD])
def test_what_names_no_import_is_refused(run, two_claims, changes, code, said, reason):
    result = run("import", "undo", "--yes", "--", changes)
    assert (result.exit_code, said in result.stderr) == (code, True)
