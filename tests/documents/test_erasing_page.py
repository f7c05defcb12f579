"""The erasing page: its script removes names from the whole file and leaves a working desk."""

import re
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

import claimtrack
from tests.documents.conftest import ROOT, run_commands

PAGE = (ROOT / "docs" / "erasing.md").read_text(encoding="utf-8")


@pytest.fixture
def erase(tmp_path):
    """Runs the script of the page on the desk in this folder."""
    script = re.search(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)[1]
    (tmp_path / "erase.py").write_text(script, encoding="utf-8")

    def erase(*arguments):
        command = [sys.executable, "erase.py", "claims.db", *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    return erase


def dump(path):
    with closing(sqlite3.connect(path)) as conn:
        return "\n".join(conn.iterdump())


def test_a_sentence_is_erased_however_it_is_encoded_or_wrapped(tmp_path, erase):
    """History stores quotation marks and line ends in JSON's spelling, and the article has a line end within the sentence."""
    sentence = 'Was Zoë "quite quixotic"\tto Bo?'
    article = tmp_path / "brief.txt"
    wrapped = sentence.replace("quite quixotic", "quite\nquixotic")
    article.write_text(f'"Rents fell by 3 percent," Ada Moor said.\n\n{wrapped}\n', encoding="utf-8")
    with claimtrack.open(tmp_path / "claims.db", actor="ben") as desk:
        desk.ingest(article)
        desk.note(1, f"{sentence}\n{sentence} And more.")
    before = dump(tmp_path / "claims.db")
    listed = {line.partition(": ")[0] for line in erase(sentence).stdout.splitlines()}
    assert {"history.new_row", "notes.body", "articles.text"} <= listed
    assert dump(tmp_path / "claims.db") == before
    assert erase(sentence, "X").returncode == 0
    assert erase(sentence).stdout == ""
    after = dump(tmp_path / "claims.db")
    assert ("quixotic" in before, "quixotic" in after, "And more." in after) == (True, False, True)


def test_without_a_letter_other_spellings_of_the_name_are_listed(tmp_path, erase):
    with claimtrack.open(tmp_path / "claims.db", actor="ben") as desk:
        desk.add(
            "Żak’s office spent 3 million", claimant="Łucja O'Żak", source="https://news.example/lucja-ozak"
        )
        desk.link(1, "https://records.example/%C5%81ucja%20O%E2%80%99%C5%BBak.pdf")
        desk.note(1, "Asked ŁUCJA\nO’ŻAK and Łucja Żak")
    before = dump(tmp_path / "claims.db")
    found = {line for line in erase("Łucja O’Żak").stdout.splitlines() if line.startswith("also spelt")}
    assert {line.rpartition(": ")[0] for line in found} == {
        "also spelt 'lucja-ozak'",
        "also spelt '%C5%81ucja%20O%E2%80%99%C5%BBak'",
        "also spelt 'ŁUCJA\\nO’ŻAK'",
        "also spelt 'ŁUCJA\\\\nO’ŻAK'",  # in history's JSON
        'also spelt "Łucja O\'Żak"',
    }
    assert dump(tmp_path / "claims.db") == before
    assert "also spelt" not in erase("Łucja O’Żak", "X").stdout


def test_a_quote_that_overlaps_an_erased_name_still_matches_its_article(tmp_path, erase):
    article = tmp_path / "brief.txt"
    article.write_text('"We built 40,000 homes," Ada Moor said.\n')
    with claimtrack.open(tmp_path / "claims.db", actor="ben") as desk:
        desk.ingest(article)
    assert erase('40,000 homes," Ada', "X").returncode == 0
    with claimtrack.open(tmp_path / "claims.db") as desk:
        assert desk.db.execute("select quote from appearances").fetchall() == [("We built XXXXXXXXXXXX",)]


def test_vectors_of_claims_with_an_erased_name_are_deleted(tmp_path, erase):
    """No trigger fires for these changes."""
    with claimtrack.open(tmp_path / "claims.db", actor="ben") as desk:
        desk.add("Ada Moor built 40,000 homes")
        desk.db.execute("insert into encoders (name, version, dimensions, in_force) values ('e', '1', 1, 1)")
        desk.db.execute("insert into claim_vectors (encoder_id, claim_id, vector) values (1, 1, x'00')")
        desk.db.conn.commit()
    assert erase("Ada Moor", "X").returncode == 0
    with closing(sqlite3.connect(tmp_path / "claims.db")) as conn:
        assert conn.execute("select count(*) from claim_vectors").fetchall() == [(0,)]


def test_samples_that_sqlite_took_for_its_statistics_are_deleted(tmp_path, erase):
    """As by an SQLite built with STAT4. Any other reads such a table, but does not make one."""
    with claimtrack.open(tmp_path / "claims.db", actor="ben") as desk:
        desk.add("Rents fell by 3 percent", claimant="Ada Moor")
        desk.db.execute("analyze")
        desk.db.execute("create table samples (tbl, idx, neq, nlt, ndlt, sample)")
        desk.db.execute(
            "insert into samples values ('claimants', 'a', '1', '0', '0', cast('Ada Moor' as blob))"
        )
        desk.db.execute("pragma writable_schema = on")
        named = "replace(sql, 'samples', 'sqlite_stat4')"
        desk.db.execute(
            f"update sqlite_master set name = 'sqlite_stat4', tbl_name = 'sqlite_stat4', sql = {named} where name = 'samples'"
        )
        desk.db.conn.commit()
    assert erase("Ada Moor", "X").returncode == 0
    with closing(sqlite3.connect(tmp_path / "claims.db")) as conn:
        assert conn.execute("select count(*) from sqlite_stat4").fetchall() == [(0,)]
        conn.execute("vacuum")
    assert b"Ada Moor" not in (tmp_path / "claims.db").read_bytes()


def test_a_replacement_that_another_name_already_has_is_refused(tmp_path, erase):
    with claimtrack.open(tmp_path / "claims.db", actor="ben") as desk:
        desk.add("Rents fell by 3 percent", claimant="Ada Moor")
        desk.add("Rents rose by 5 percent", claimant="Bea Moor")
    assert erase("Ada Moor", "X").returncode == 0
    before = dump(tmp_path / "claims.db")
    refused = erase("Bea Moor", "X")
    assert refused.returncode == 1
    assert refused.stderr == (
        "UNIQUE constraint failed: claimants.name. Nothing is changed: another name has these letters, so take another letter\n"
    )
    assert dump(tmp_path / "claims.db") == before
    assert erase("Bea Moor", "Y").returncode == 0


@pytest.mark.slow
def test_an_erased_name_is_gone_from_the_file_and_the_desk_still_works(tmp_path, erase):
    commands = re.search(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)[1]
    article = tmp_path / "brief.txt"
    article.write_text(
        '"We built 40,000 homes," Ada Miller said. Miller told reporters: "Rents fell by 3 percent."\nMILLER MUST GO\n'
    )
    with claimtrack.open(tmp_path / "claims.db", actor="ben", name="The Desk") as desk:
        desk.ingest(
            article, title="What Ada Miller said", url="https://news.example/ada-miller", outlet="miller"
        )
        desk.rename_outlet("miller", "Miller")  # two outlets that differ in case only
        desk.note(1, "Rang Ada Miller")
        desk.tag(1, "Ada Miller")
        desk.edit(1, text="Ada Miller's ministry built 40,000 homes")
        desk.set_status(1, "open")
        desk.set_status(1, "checking")
        desk.link(1, "https://stats.example/homes", "refutes")
        review = desk.reviews.draft(1, rating="Half true", summary="Ada Miller is wrong")
        desk.reviews.submit(review)
        with claimtrack.open(tmp_path / "claims.db", actor="kim") as other:
            other.reviews.approve(review)
            other.reviews.publish(review, url="https://desk.example/1", reviewed_on="2024-05-01")
    assert b"Miller" in (tmp_path / "claims.db").read_bytes()
    run_commands(commands, tmp_path)
    assert b"miller" not in (tmp_path / "claims.db").read_bytes().lower()
    with claimtrack.open(tmp_path / "claims.db") as desk:
        [published] = desk.claims(status="published")
        assert (published["text"], published["claimant"]) == (
            "XXXXXXXXXX's ministry built 40,000 homes",
            "XXXXXXXXXX",
        )
        assert desk.history(1)
