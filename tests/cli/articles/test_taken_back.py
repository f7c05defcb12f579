"""What `ingest` tells at its end takes it back."""

import re

FERRIES = "The ferry to Norre carried 900 cars in May, harbour master Zed Orr said.\n"
QUAY = "The quay of Norre cost $2m, mayor Ada Quist said.\n"


def undo_of(told):
    [command] = re.findall(r"To take it back: `claimtrack --db .+? (import undo .+)`", told)
    return command.split()


def test_articles_that_came_in_together_are_taken_back_together(done, desk, tmp_path):
    for name, text in (("ferries.txt", FERRIES), ("quay.txt", QUAY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    undo = undo_of(done("ingest", tmp_path).stderr)
    assert (desk.table("articles").count, desk.table("claims").count) == (2, 2)
    assert (
        done(*undo, "--yes").stderr == "Taken back: 2 claims that it filed, and what it changed of 0 others\n"
    )
    assert (desk.table("articles").count, desk.table("claims").count) == (0, 0)


def test_an_article_of_which_nothing_is_new_tells_of_nothing_to_take_back(done, desk, tmp_path):
    (tmp_path / "quay.txt").write_text(QUAY, encoding="utf-8")
    assert "import undo" in done("ingest", tmp_path / "quay.txt").stderr
    assert "import undo" not in done("ingest", tmp_path / "quay.txt").stderr
    assert "import undo" not in done("ingest", tmp_path / "quay.txt", "--dry-run").stderr


def test_an_article_without_a_claim_is_taken_back_too(done, desk, tmp_path):
    (tmp_path / "none.txt").write_text("Hello there\n", encoding="utf-8")
    done(*undo_of(done("ingest", tmp_path / "none.txt").stderr), "--yes")
    assert desk.table("articles").count == 0
