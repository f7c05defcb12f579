"""`ingest` ends by printing the command that takes its articles back."""

import json
import re

from claimtrack.core.model import OnDuplicate
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles import ingesting

FERRIES = "The ferry to Norre carried 900 cars in May, harbour master Zed Orr said.\n"
QUAY = "The quay of Norre cost $2m, mayor Ada Quist said.\n"


def undo_command(message):
    [command] = re.findall(r"To take it back: `claimtrack (import undo .+)`", message)
    return command.split()


def test_articles_ingested_together_are_undone_together(run_ok, desk, tmp_path):
    for name, text in (("ferries.txt", FERRIES), ("quay.txt", QUAY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    undo = undo_command(run_ok("ingest", tmp_path).stderr)
    assert (desk.table("articles").count, desk.table("claims").count) == (2, 2)
    assert run_ok(*undo, "--yes").stderr == "Undone: 2 claims that it filed\n"
    assert (desk.table("articles").count, desk.table("claims").count) == (0, 0)


def test_reingesting_a_known_article_offers_nothing_to_undo(run_ok, desk, tmp_path):
    (tmp_path / "quay.txt").write_text(QUAY, encoding="utf-8")
    assert "import undo" in run_ok("ingest", tmp_path / "quay.txt").stderr
    assert "import undo" not in run_ok("ingest", tmp_path / "quay.txt").stderr
    assert "import undo" not in run_ok("ingest", tmp_path / "quay.txt", "--dry-run").stderr


def test_article_without_claims_can_be_undone(run_ok, desk, tmp_path):
    (tmp_path / "none.txt").write_text("Hello there\n", encoding="utf-8")
    undone = run_ok(*undo_command(run_ok("ingest", tmp_path / "none.txt").stderr), "--yes").stderr
    assert undone == "Undone: no claims, only an article or what was filled in for it\n"
    assert desk.table("articles").count == 0


def write_articles_and_interleave(tmp_path, desk, monkeypatch, work):
    """Writes two articles to ingest in one run, and lets ada do other work after the transaction of each."""
    file_article = ingesting.ingest_article

    def then_other_work(db, article, **options):
        filed = file_article(db, article, **options)
        work(desk)
        return filed

    monkeypatch.setattr(ingesting, "ingest_article", then_other_work)
    for name, text in (("ferries.txt", FERRIES), ("quay.txt", QUAY)):
        (tmp_path / name).write_text(text, encoding="utf-8")


def add_lighthouse(desk):
    add_claim(desk, NewClaim("The lighthouse of Norre is shut."), on_duplicate=OnDuplicate.NEW, actor="ada")


def test_work_done_during_an_ingest_is_not_undone_with_it(run_ok, read_json, desk, tmp_path, monkeypatch):
    write_articles_and_interleave(tmp_path, desk, monkeypatch, add_lighthouse)
    undo = undo_command(run_ok("ingest", tmp_path).stderr)
    [row] = read_json("import", "list")
    assert (row["undo"], row["articles"], row["claims"]) == (undo[-1], 2, 2)
    assert "Undone: 2 claims" in run_ok(*undo, "--yes").stderr
    assert [row["text"] for row in desk.table("claims").rows] == ["The lighthouse of Norre is shut."] * 2
    assert read_json("import", "list") == []


def test_ingest_is_undone_whole_or_not_at_all(run, run_ok, read_json, desk, tmp_path, monkeypatch):
    write_articles_and_interleave(tmp_path, desk, monkeypatch, add_lighthouse)
    undo = undo_command(run_ok("ingest", tmp_path).stderr)
    run_ok("note", 1, "Ask the harbour.")
    assert "claim 1 (by ada)" in read_json("import", "list")[0]["why_kept"]
    refused = run(*undo, "--yes")
    assert (refused.exit_code, "claim 1 (by ada)" in refused.stderr) == (1, True)
    assert (desk.table("articles").count, desk.table("claims").count) == (2, 4)


def test_sheet_of_undone_claims_decides_nothing_about_later_claims(run, run_ok, desk, tmp_path):
    (tmp_path / "ferries.txt").write_text(FERRIES, encoding="utf-8")
    (tmp_path / "quay.txt").write_text(QUAY, encoding="utf-8")
    undo = undo_command(run_ok("ingest", tmp_path / "ferries.txt").stderr)
    [row] = json.loads(run_ok("triage", "--list", "--format", "json").stdout)
    run_ok(*undo, "--yes")
    run_ok("ingest", tmp_path / "quay.txt")
    [claim] = desk.table("claims").rows
    assert claim["id"] > row["id"]
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(f"id,decision,version\n{row['id']},reject,{row['version']}\n", encoding="utf-8")
    refused = run("triage", "--decisions", sheet)
    assert (
        refused.exit_code,
        f"there is no claim {row['id']}: see `claimtrack list`" in refused.stderr,
    ) == (1, True)
    assert [claim] == list(desk.table("claims").rows)
