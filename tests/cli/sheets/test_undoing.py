"""`import undo` takes an import back by the name that is printed at its end, and `import list` shows these names."""

import json
import re

from tests.tables import each_row

SHEET = "text,claimant\nThe ferry to Norre carried 900 cars.,Zed Orr\nThe quay of Norre reopened.,Ada Quist\n"


def test_import_prints_the_command_that_undoes_it(run, run_ok, desk, tmp_path):
    (tmp_path / "log.csv").write_text(SHEET, encoding="utf-8")
    stderr = run_ok("import", "csv", tmp_path / "log.csv", "--yes").stderr
    [command] = re.findall(r"To take it back: `claimtrack (import .+)`", stderr)
    unconfirmed = run(*command.split())
    assert (unconfirmed.exit_code, "add --yes" in unconfirmed.stderr) == (1, True)
    assert desk.table("claims").count == 2
    undone = run_ok(*command.split(), "--yes").stderr
    assert undone == "Undone: 2 claims that it filed\n"
    assert desk.table("claims").count == 0


def test_part_of_an_import_cannot_be_undone(run, run_ok, desk, tmp_path):
    (tmp_path / "log.csv").write_text(SHEET, encoding="utf-8")
    stderr = run_ok("import", "csv", tmp_path / "log.csv", "--yes").stderr
    [(first, last, mark)] = re.findall(r"import undo (\d+)-(\d+)-(\w+)`", stderr)
    for part in (f"{int(first) + 1}-{last}-{mark}", f"{first}-{int(last) - 1}-{mark}"):
        refused = run("import", "undo", "--yes", part)
        assert (
            refused.exit_code,
            "these changes were not made by an import: `claimtrack import list` shows" in refused.stderr,
        ) == (1, True)
    assert desk.table("claims").count == 2


def test_undo_blocked_by_a_custom_trigger_changes_nothing(run, run_ok, desk, tmp_path):
    (tmp_path / "log.csv").write_text(SHEET, encoding="utf-8")
    stderr = run_ok("import", "csv", tmp_path / "log.csv", "--yes").stderr
    [changes] = re.findall(r"import undo (.+)`", stderr)
    desk.execute("create trigger keep before delete on claims begin select raise(ignore); end")
    refused = run("import", "undo", "--yes", changes)
    assert (
        refused.exit_code,
        "a trigger on this desk keeps deleted claims (2): nothing was undone" in refused.stderr,
    ) == (1, True)
    assert desk.table("claims").count == 2


def test_dry_run_offers_nothing_to_undo(run_ok, desk, tmp_path):
    (tmp_path / "log.csv").write_text(SHEET, encoding="utf-8")
    assert "import undo" not in run_ok("import", "csv", tmp_path / "log.csv", "--dry-run").stderr


BAD = [
    ("12", 2, "does not name any changes: give what was printed", "one number"),
    ("1-4", 2, "does not name any changes: give what was printed", "without the mark"),
    ("a-b-3f9a2c", 2, "does not name any changes: give what was printed", "letters"),
    ("-3-3f9a2c", 2, "does not name any changes: give what was printed", "no first number"),
    (
        "0-4-3f9a2c",
        1,
        "these changes were not made by an import: `claimtrack import list` shows",
        "there is no change 0",
    ),
    (
        "9-4-3f9a2c",
        1,
        "these changes were not made by an import: `claimtrack import list` shows",
        "backwards",
    ),
    (
        "1-4-3f9a2c",
        1,
        "these changes were not made by an import: `claimtrack import list` shows",
        "the mark of another import",
    ),
    (
        "1-99-3f9a2c",
        1,
        "these changes were not made by an import: `claimtrack import list` shows",
        "more than there are",
    ),
]


@each_row(("changes", "code", "message", "reason"), BAD)
def test_name_that_belongs_to_no_import_is_refused(run, two_claims, changes, code, message):
    result = run("import", "undo", "--yes", "--", changes)
    assert (result.exit_code, message in result.stderr) == (code, True)


# ── `import list` ───────────────────────────────────────────────────────────────────────────────

FERRIES = "Fares to Norre\n\nThe ferry to Norre carried 900 cars in May, harbour master Zed Orr said.\n"
QUAY = "The quay of Norre cost $2m, mayor Ada Quist said.\n"
REVIEW = """{
    "@type": "ClaimReview", "url": "https://tide.example/%d", "claimReviewed": "Harbour %d of Ness is closed",
    "author": {"@type": "Organization", "name": "The Tide"}, "datePublished": "2024-04-20",
    "reviewRating": {"alternateName": "False"}
}"""


def test_imports_are_listed_newest_first_with_the_command_that_undoes_them(run_ok, read_json, desk, tmp_path):
    for name, text in (("a.txt", FERRIES), ("b.txt", QUAY), ("log.csv", SHEET)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "feed.json").write_text(f"[{REVIEW % (1, 1)}]", encoding="utf-8")
    run_ok("ingest", tmp_path / "a.txt", tmp_path / "b.txt")
    run_ok("note", 1, "Ask the harbour.")
    sheet = run_ok("import", "csv", tmp_path / "log.csv", "--yes").stderr
    run_ok("import", "claimreview", tmp_path / "feed.json")
    rows = read_json("import", "list")
    assert [(row["what"], row["articles"], row["claims"], row["reviews"], row["actor"]) for row in rows] == [
        ("reviews", 0, 1, 1, "ada"),
        ("a sheet", 0, 2, 0, "ada"),
        ("2 articles, the first Fares to Norre", 2, 2, 0, "ada"),
    ]
    assert f"import undo {rows[1]['undo']}`" in sheet
    assert "2 claims" in run_ok("import", "undo", "--yes", rows[1]["undo"]).stderr
    assert [row["article_id"] for row in read_json("import", "list", "--limit", 2)] == [None, 1]
    assert run_ok("import", "list", "--limit", 1).stderr.startswith(
        "Only the newest 1 of 2 are shown. To see more, raise --limit."
    )
    assert "Only the newest" not in run_ok("import", "list", "--limit", 2).stderr
    assert desk.table("claims").count == 3


def test_import_list_explains_which_imports_cannot_be_undone(run_ok, read_json, tmp_path):
    (tmp_path / "a.txt").write_text(FERRIES, encoding="utf-8")
    (tmp_path / "b.txt").write_text(QUAY, encoding="utf-8")
    run_ok("ingest", tmp_path / "a.txt")
    run_ok("note", 1, "Ask the harbour.")
    run_ok("--actor", "bo", "ingest", tmp_path / "b.txt")
    by_ada, by_bo = read_json("import", "list")[::-1]
    assert by_ada["why_kept"].startswith("these claims were changed since, or are gone: claim 1 (by ada)")
    assert "these were made by bo" in by_bo["why_kept"]
    alone = run_ok("import", "list")
    assert "To undo the newest one that you can: `" not in alone.stderr
    assert "changed since, or are gone\n" in alone.stdout
    stderr = run_ok("--actor", "bo", "import", "list").stderr
    assert f"import undo {by_bo['undo']}`" in stderr
    assert read_json("--actor", "bo", "import", "list")[0]["why_kept"] is None
    run_ok("judge", 1, 2, "different")
    why = read_json("--actor", "bo", "import", "list")[0]["why_kept"]
    assert "claim 2 (by ada). Nothing was undone" in why
    assert ". To undo a judgement: `claimtrack" in why
    assert why.endswith("undo 1 2`")


def test_import_list_explains_that_an_article_was_changed_since(run_ok, run, read_json, tmp_path):
    (tmp_path / "a.txt").write_text(FERRIES, encoding="utf-8")
    run_ok("ingest", tmp_path / "a.txt")
    [row] = read_json("import", "list")
    assert row["why_kept"] is None
    run_ok("articles", "withdraw", 1)
    [row] = read_json("import", "list")
    assert "(articles 1): undo that by hand" in row["why_kept"]
    assert row["why_kept"] in run("import", "undo", "--yes", row["undo"]).stderr


def test_renaming_a_claimant_in_a_sheet_is_listed_as_a_sheet(run_ok, read_json, tmp_path):
    (tmp_path / "a.txt").write_text(FERRIES, encoding="utf-8")
    run_ok("ingest", tmp_path / "a.txt")
    (tmp_path / "log.csv").write_text("id,claimant\n1,Zed Orr of Norre\n", encoding="utf-8")
    run_ok("import", "csv", tmp_path / "log.csv", "--yes")
    assert [row["what"] for row in read_json("import", "list")] == [
        "a sheet",
        "Fares to Norre",
    ]


def test_a_sheet_is_still_listed_as_a_sheet_when_a_page_that_it_names_was_read_later(
    run_ok, read_json, tmp_path
):
    (tmp_path / "log.csv").write_text(
        "text,claimant,url\nThe quay of Norre reopened.,Ada Quist,https://tide.example/1\n", encoding="utf-8"
    )
    run_ok("import", "csv", tmp_path / "log.csv", "--yes")
    (tmp_path / "a.txt").write_text(FERRIES, encoding="utf-8")
    run_ok("ingest", tmp_path / "a.txt", "--url", "https://tide.example/1")
    rows = read_json("import", "list")
    assert [(row["what"], row["article_id"], row["articles"]) for row in rows] == [
        ("Fares to Norre", 1, 1),
        ("a sheet", None, 0),
    ]


def test_articles_ingested_together_are_one_import(run_ok, read_json, tmp_path):
    for name, text in (("a.txt", FERRIES), ("b.txt", QUAY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    stderr = run_ok("ingest", tmp_path / "a.txt", tmp_path / "b.txt").stderr
    [row] = read_json("import", "list")
    assert (row["article_id"], row["articles"]) == (1, 2)
    [changes] = re.findall(r"import undo (.+)`", stderr)
    run_ok("import", "undo", "--yes", changes)
    assert read_json("import", "list") == []
    assert "No imports to show." in run_ok("import", "list").stderr


def test_reviews_imported_in_batches_are_one_import(run_ok, read_json, tmp_path, monkeypatch):
    monkeypatch.setattr("claimtrack.workflow.reviews.importing.BATCH", 2)
    reviews = ", ".join(REVIEW % (number, number) for number in range(5))
    (tmp_path / "feed.json").write_text(f"[{reviews}]", encoding="utf-8")
    run_ok("import", "claimreview", tmp_path / "feed.json")
    [row] = read_json("import", "list")
    assert (row["claims"], row["reviews"]) == (5, 5)
    assert "5 claims" in run_ok("import", "undo", "--yes", row["undo"]).stderr


def test_imports_without_changes_and_dry_runs_are_not_listed(run_ok, read_json, tmp_path):
    (tmp_path / "a.txt").write_text(FERRIES, encoding="utf-8")
    (tmp_path / "log.csv").write_text(SHEET, encoding="utf-8")
    run_ok("ingest", tmp_path / "a.txt")
    run_ok("ingest", tmp_path / "a.txt")
    run_ok("ingest", "--dry-run", tmp_path / "a.txt")
    run_ok("import", "csv", tmp_path / "log.csv", "--dry-run")
    assert [row["what"] for row in read_json("import", "list")] == ["Fares to Norre"]
    listed = run_ok("import", "list", "--format", "csv").stdout.splitlines()
    assert listed[0] == "undo,happened_at,actor,what,articles,article_id,claims,reviews,why_kept"
    assert json.loads(run_ok("import", "list", "--format", "json").stdout)[0]["claims"] == 1
