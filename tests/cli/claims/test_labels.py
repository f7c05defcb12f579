"""Several spellings of a tag or an outlet are joined into one; nothing else changes, and everything can be undone."""

import re
import shutil
import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from tests.tables import each_row

TAGGED = (("vaccine", "health"), ("Vaccines",), ("vacine", "Vaccines"), ())
OUTLETS = ("Example News", "example news", "www.example.org", None)


@pytest.fixture(scope="module")
def tagged_file(new_desk_file, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tagged")
    path = shutil.copy(new_desk_file, folder / "claims.db")
    run = CliRunner(catch_exceptions=False).invoke
    desk = ["--db", str(path), "--actor", "ada"]
    for number, tags in enumerate(TAGGED, 1):
        words = [word for tag in tags for word in ("--tag", tag)]
        run(cli, [*desk, "add", f"The clinic gave {number}00 doses.", "--on-duplicate", "new", *words])
    for number, outlet in enumerate(OUTLETS, 1):
        file = folder / f"{number}.txt"
        file.write_text(f"Clinic {number} closed in May 201{number}.\n")
        run(cli, [*desk, "ingest", str(file), *(["--outlet", outlet] if outlet else [])])
    return path


@pytest.fixture
def tagged(tagged_file, desk_path):
    """Four claims with a tag in three spellings; four articles, three of them of an outlet in three spellings."""
    return shutil.copy(tagged_file, desk_path)


def undo_command(message):
    return re.search(r"To undo: `claimtrack (undo --changes \S+)`", message)[1].split()


def tags_by_claim(read_json):
    return [row["tags"] for row in read_json("list", "--status", "open")]


def outlets_by_article(read_json):
    return [row["outlet"] for row in read_json("articles")][::-1]


def test_tags_are_listed_with_their_claim_counts_and_searched_by_letters(run_ok, read_json, tagged):
    rows = read_json("tags", "list", "vac")
    assert [(row["name"], row["claims"]) for row in rows] == [("vaccine", 1), ("Vaccines", 2), ("vacine", 1)]
    assert "health" in run_ok("tags", "list").stdout
    assert (run_ok("tags", "list", "zzz").stdout, read_json("tags", "list", "zzz")) == ("", [])


def test_joining_tags_merges_them_on_every_claim_and_can_be_undone(run_ok, run, read_json, tagged):
    before = tags_by_claim(read_json)
    stderr = run_ok("tags", "join", "vaccines", "vaccine", "VACINE").stderr
    assert stderr.startswith("vaccine, vacine: now Vaccines, on 2 claims. To undo: ")
    assert tags_by_claim(read_json) == [["health", "Vaccines"], ["Vaccines"], ["Vaccines"], []]
    [row] = read_json("tags", "list", "vac")
    assert (row["name"], row["claims"]) == ("Vaccines", 3)
    assert [(row["actor"], row["operation"], row["summary"]) for row in read_json("history", 1)][-2:] == [
        ("ada", "insert", "Vaccines"),
        ("ada", "delete", "vaccine"),
    ]
    assert "these were made by ada" in run(*undo_command(stderr), actor="ben").stderr
    assert read_json(*undo_command(stderr)) == []
    assert tags_by_claim(read_json) == before
    assert run(*undo_command(stderr)).exit_code == 1
    assert run_ok("doctor").exit_code == 0


def test_tag_can_be_renamed_or_recapitalised(run_ok, read_json, tagged):
    stderr = run_ok("tags", "rename", "vacine", "jabs").stderr
    assert stderr.startswith("vacine: now jabs, on 1 claim. ")
    assert tags_by_claim(read_json)[2] == ["jabs", "Vaccines"]
    stderr = run_ok("tags", "rename", "vaccines", "VACCINES").stderr
    assert stderr.startswith("Vaccines: now VACCINES, on 2 claims. ")
    assert tags_by_claim(read_json)[1:3] == [["VACCINES"], ["jabs", "VACCINES"]]
    run_ok(*undo_command(stderr))
    assert tags_by_claim(read_json)[1] == ["Vaccines"]
    run_ok("tags", "rename", "Vaccines", "Élections")
    run_ok("tag", 4, "élections")  # SQLite itself does not fold accented capitals
    assert tags_by_claim(read_json)[1:] == [["Élections"], ["jabs", "Élections"], ["Élections"]]
    run_ok("tag", 4, "ÉLECTIONS", "--remove")
    run_ok("tags", "rename", "Élections", "élections")
    assert tags_by_claim(read_json)[1:] == [["élections"], ["jabs", "élections"], []]


def test_sheet_exported_before_a_join_does_not_restore_old_tags(run_ok, read_json, tagged, tmp_path):
    sheet = tmp_path / "desk.csv"
    run_ok("export", "csv", "-o", sheet)
    run_ok("tags", "join", "vaccine", "Vaccines", "vacine")
    run_ok("tags", "rename", "vaccine", "jabs")
    run_ok("import", "csv", sheet, "--yes")
    assert tags_by_claim(read_json) == [["health", "jabs"], ["jabs"], ["jabs"], []]


def test_joining_outlets_merges_them_and_can_be_undone(run_ok, read_json, tagged):
    rows = read_json("outlets", "list", "example")
    assert [(row["name"], row["articles"]) for row in rows] == [(name, 1) for name in OUTLETS[:3]]
    stderr = run_ok("outlets", "join", "Example News", "example news", "www.example.org").stderr
    assert stderr.splitlines()[0].startswith(
        "example news, www.example.org: now Example News, on 2 articles. To undo:"
    )
    assert outlets_by_article(read_json) == ["Example News"] * 3 + [None]
    run_ok(*undo_command(stderr))
    assert outlets_by_article(read_json) == list(OUTLETS)
    run_ok("outlets", "rename", "example news", "EXAMPLE NEWS")
    assert outlets_by_article(read_json)[1] == "EXAMPLE NEWS"


def test_joining_outlets_that_are_also_speakers_suggests_joining_both(run_ok, tagged):
    stderr = run_ok("outlets", "join", "Example News", "www.example.org").stderr
    assert "`claimtrack speaker join 'Example News' www.example.org`" in stderr
    run_ok("speaker", "join", "Example News", "www.example.org")
    run_ok("outlets", "forget", "www.example.org")
    run_ok("outlets", "rename", "example news", "www.example.org")
    assert "speaker" not in run_ok("outlets", "join", "Example News", "www.example.org").stderr


def former_names(read_json, noun, query=""):
    return {
        row["name"]: row["former_names"]
        for row in read_json(f"{noun}s", "list", query)
        if row["former_names"]
    }


def test_former_tag_is_replaced_by_the_current_one_wherever_it_comes_in(run_ok, read_json, tagged, tmp_path):
    run_ok("tags", "join", "vaccine", "Vaccines", "vacine")
    assert former_names(read_json, "tag", "vacine") == {"vaccine": ["Vaccines", "vacine"]}
    assert "Vaccines, vacine" in run_ok("tags", "list").stdout
    assert run_ok("tag", 4, "VACINE").stderr.startswith("Claim 4: tagged vaccine")
    run_ok(
        "add", "The clinic gave 500 doses.", "--tag", "vacine", "--tag", "Vaccines", "--on-duplicate", "new"
    )
    sheet = tmp_path / "new.csv"
    sheet.write_text('text,tags\n"The clinic gave 600 doses in all, it said.","vacine, health"\n')
    run_ok("import", "csv", sheet, "--yes")
    assert tags_by_claim(read_json) == [["health", "vaccine"], *[["vaccine"]] * 4, ["health", "vaccine"]]
    assert len(read_json("list", "--tag", "vacine")) == 6
    run_ok("tag", 4, "vacine", "--remove")
    assert tags_by_claim(read_json)[3] == []


def test_former_tag_is_recognised_despite_accented_capitals(run_ok, read_json, tagged, tmp_path):
    run_ok("tags", "rename", "vacine", "Été")
    run_ok("tags", "rename", "éTÉ", "Hiver")
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("claim,tags\nThe clinic gave 500 doses.,été\n")
    run_ok("import", "csv", str(sheet), "--yes")
    again = run_ok("import", "csv", str(sheet), "--yes").output
    assert "0 changed cells in 0 claims, 0 new claims" in again
    tags = {row["name"]: (row["former_names"], row["claims"]) for row in read_json("tags", "list")}
    assert tags["Hiver"] == (["Été", "vacine"], 2)
    assert len(read_json("list", "--tag", "ÉTÉ")) == 2
    run_ok("tags", "forget", "été")
    run_ok("tag", "1", "été")
    tags = {row["name"]: (row["former_names"], row["claims"]) for row in read_json("tags", "list")}
    assert (tags["Hiver"], tags["Été"]) == ((["vacine"], 2), ([], 1))
    assert len(read_json("list", "--tag", "ÉTÉ")) == 1
    assert len(run_ok("export", "jsonl", "--tag", "éTé").stdout.splitlines()) == 1


def test_former_tags_in_a_sheet_are_read_as_the_current_ones(run_ok, read_json, tagged, tmp_path):
    sheet = tmp_path / "desk.csv"
    run_ok("tags", "join", "vaccine", "Vaccines", "vacine")
    run_ok("export", "csv", "-o", sheet)
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace("vaccine", "vacine"), encoding="utf-8")
    assert "0 changed cells in 0 claims" in run_ok("import", "csv", sheet, "--dry-run").output
    sheet.write_text(text.replace("health, vaccine", "jobs, Vaccines"), encoding="utf-8")
    run_ok("import", "csv", sheet, "--yes")
    assert tags_by_claim(read_json) == [["jobs", "vaccine"], ["vaccine"], ["vaccine"], []]


def test_former_tag_is_freed_by_rename_undo_and_forget(run_ok, run, read_json, tagged):
    joined = run_ok("tags", "join", "vaccine", "Vaccines", "vacine").stderr
    run_ok(*undo_command(joined))
    assert former_names(read_json, "tag") == {}
    run_ok("tag", 4, "vacine")
    assert tags_by_claim(read_json)[3] == ["vacine"]
    run_ok("tags", "join", "vaccine", "vacine")
    respelt = run_ok("tags", "rename", "vaccine", "VACCINE").stderr
    assert former_names(read_json, "tag") == {"VACCINE": ["vacine"]}
    run_ok(*undo_command(respelt))
    assert former_names(read_json, "tag") == {"vaccine": ["vacine"]}
    run_ok("tags", "rename", "vaccine", "jabs")
    assert former_names(read_json, "tag") == {"jabs": ["vaccine", "vacine"]}
    back = run_ok("tags", "rename", "jabs", "vacine").stderr
    assert former_names(read_json, "tag") == {"vacine": ["jabs", "vaccine"]}
    run_ok(*undo_command(back))
    assert former_names(read_json, "tag") == {"jabs": ["vaccine", "vacine"]}
    forgotten = run_ok("tags", "forget", "VACINE").stderr
    assert forgotten.startswith("VACINE: no longer a former name of jabs. To undo: ")
    run_ok("tag", 2, "vacine")
    assert tags_by_claim(read_json)[1:] == [["Vaccines", "vacine"], ["jabs", "Vaccines"], ["jabs"]]
    refused = run(*undo_command(forgotten))
    assert (refused.exit_code, "in use" in refused.stderr) == (1, True)
    run_ok("tag", 2, "vacine", "--remove")
    run_ok(*undo_command(forgotten))
    assert former_names(read_json, "tag") == {"jabs": ["vaccine", "vacine"]}
    assert run_ok("doctor").exit_code == 0


def test_article_reread_under_its_former_outlet_is_recognised(run_ok, read_json, tagged, tmp_path):
    run_ok("outlets", "join", "Example News", "example news", "www.example.org")
    assert former_names(read_json, "outlet") == {"Example News": ["example news", "www.example.org"]}
    page = tmp_path / "5.txt"
    page.write_text("Clinic 5 closed in May 2015, the Mayor said.\n")
    run_ok("ingest", page, "--url", "https://www.example.org/5", "--outlet", "www.example.org")
    assert "1 known" in run_ok("ingest", page, "--outlet", "example news").stderr
    assert outlets_by_article(read_json) == ["Example News"] * 3 + [None, "Example News"]
    run_ok("outlets", "forget", "www.example.org")
    run_ok("outlets", "rename", "Example News", "example news")
    assert former_names(read_json, "outlet") == {"example news": ["Example News"]}


REFUSED = [
    (["tags", "join", "nope", "vaccine"], 1, "no claim has the tag 'nope': `claimtrack tags list` shows all. To rename 'vaccine': "
     "`claimtrack tags rename vaccine nope`"),
    (["tags", "join", "vaccine", "nope"], 1, "no claim has the tag 'nope'"),
    (["tags", "join", "vaccine", "Vaccine"], 1, "'vaccine' and 'Vaccine' are one tag, whatever its capitals"),
    (["tags", "join", "VACCINE", "vaccine"], 1, "`claimtrack tags rename vaccine VACCINE`"),
    (["tags", "join", "vaccine", "vaccine"], 1, "'vaccine' cannot be joined to itself"),
    (["tags", "rename", "vacine", "vaccine"], 1, "If they are the same: `claimtrack tags join vaccine vacine`"),
    (["tags", "rename", "vacine", "vacine"], 1, "already called 'vacine'"),
    (["tags", "rename", "vacine", " "], 2, "the tag is empty"),
    (["tags", "rename", "vacine", "x" * 101], 1, "the limit is 100"),
    (["outlets", "rename", "Example News", ""], 2, "the outlet is empty"),
    (["outlets", "join", "nope", "Example News"], 1, "no article has the outlet 'nope'"),
    (["outlets", "rename", "example news", "Example News"], 1, "`claimtrack outlets join 'Example News' 'example news'`"),
    (["tags", "forget", "vacine"], 1, "'vacine' is not a former name of a tag: `claimtrack tags list` shows all"),
    (["outlets", "forget", "-x"], 2, "No such option"),
    (["outlets", "forget", " "], 2, "the outlet is empty"),
    (["undo", "--changes", "1-2"], 2, "does not name any changes"),
    (["undo", "--changes", "1-2-aaaaaa"], 1, "has no changes of this name"),
    (["undo", "1", "2", "--changes", "1-2-aaaaaa"], 2, "leave one out"),
]  # fmt: skip


def test_refusals_name_the_current_tag_of_a_former_name(run_ok, run, tagged):
    run_ok("tags", "join", "vaccine", "vacine")
    gone = run("tags", "join", "Vaccines", "vacine")
    assert (
        "'vacine' is a former name of the tag 'vaccine'. To use it again: `claimtrack tags forget vacine`"
        in gone.stderr
    )
    taken = run("tags", "rename", "health", "vacine").stderr
    assert (
        "If they are the same: `claimtrack tags join vaccine health`; if not, first: `claimtrack tags forget vacine`"
        in taken
    )
    again = run("tags", "join", "vacine", "vaccine").stderr
    assert "'vaccine' and 'vacine' are one tag, because 'vacine' is its former name" in again
    assert run_ok("tags", "join", "vacine", "health").stderr.startswith("health: now vaccine, on 1 claim.")


@each_row(("words", "code", "message"), REFUSED)
def test_impossible_join_or_rename_is_refused_with_its_remedy(run, tagged, words, code, message):
    with closing(sqlite3.connect(tagged)) as db:
        before = db.execute("select max(id) from history").fetchone()
        refused = run(*words)
        assert (refused.exit_code, message in refused.stderr) == (code, True), refused.stderr
        assert db.execute("select max(id) from history").fetchone() == before
