"""Several spellings of a tag, or of an outlet, become one on the command line; nothing else is changed, and all is taken back."""

import re
import shutil
import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli

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
    """Four claims with tags in three spellings; four articles of an outlet in three."""
    return shutil.copy(tagged_file, desk_path)


def undo(told):
    return re.search(r"To undo: `claimtrack --db \S+ (undo --changes \S+)`", told)[1].split()


def of_claims(read):
    return [row["tags"] for row in read("list", "--status", "open")]


def of_articles(read):
    return [row["outlet"] for row in read("articles")][::-1]


def test_tags_are_listed_with_their_claims_by_their_letters(done, read, tagged):
    rows = read("tags", "list", "vac")
    assert [(row["name"], row["claims"]) for row in rows] == [("vaccine", 1), ("Vaccines", 2), ("vacine", 1)]
    assert "health" in done("tags", "list").stdout
    assert (done("tags", "list", "zzz").stdout, read("tags", "list", "zzz")) == ("", [])


def test_joined_tags_are_one_on_each_claim_once_and_are_taken_back(done, run, read, tagged):
    before = of_claims(read)
    told = done("tags", "join", "vaccines", "vaccine", "VACINE").stderr
    assert told.startswith("vaccine, vacine: now Vaccines, on 2 claims. To undo: ")
    assert of_claims(read) == [["health", "Vaccines"], ["Vaccines"], ["Vaccines"], []]
    [row] = read("tags", "list", "vac")
    assert (row["name"], row["claims"]) == ("Vaccines", 3)
    assert [(row["actor"], row["operation"], row["summary"]) for row in read("history", 1)][-2:] == [
        ("ada", "insert", "Vaccines"),
        ("ada", "delete", "vaccine"),
    ]
    assert "these were made by ada" in run(*undo(told), actor="ben").stderr
    done(*undo(told))
    assert of_claims(read) == before
    assert run(*undo(told)).exit_code == 1
    assert done("doctor").exit_code == 0


def test_a_tag_gets_another_name_or_other_capitals(done, read, tagged):
    told = done("tags", "rename", "vacine", "jabs").stderr
    assert told.startswith("vacine: now jabs, on 1 claim. ")
    assert of_claims(read)[2] == ["jabs", "Vaccines"]
    told = done("tags", "rename", "vaccines", "VACCINES").stderr
    assert told.startswith("Vaccines: now VACCINES, on 2 claims. ")
    assert of_claims(read)[1:3] == [["VACCINES"], ["jabs", "VACCINES"]]
    done(*undo(told))
    assert of_claims(read)[1] == ["Vaccines"]
    done("tags", "rename", "Vaccines", "Élections")
    done("tag", 4, "élections")  # SQLite takes no accented capitals for their small letters
    assert of_claims(read)[1:] == [["Élections"], ["jabs", "Élections"], ["Élections"]]
    done("tag", 4, "ÉLECTIONS", "--remove")
    done("tags", "rename", "Élections", "élections")
    assert of_claims(read)[1:] == [["élections"], ["jabs", "élections"], []]


def test_a_sheet_from_before_a_join_takes_no_tag_back(done, read, tagged, tmp_path):
    sheet = tmp_path / "desk.csv"
    done("export", "csv", "-o", sheet)
    done("tags", "join", "vaccine", "Vaccines", "vacine")
    done("tags", "rename", "vaccine", "jabs")
    done("import", "csv", sheet, "--yes")
    assert of_claims(read) == [["health", "jabs"], ["jabs"], ["jabs"], []]


def test_outlets_are_one_and_are_taken_back(done, read, tagged):
    rows = read("outlets", "list", "example")
    assert [(row["name"], row["articles"]) for row in rows] == [(name, 1) for name in OUTLETS[:3]]
    told = done("outlets", "join", "Example News", "example news", "www.example.org").stderr
    assert told.splitlines()[0].startswith(
        "example news, www.example.org: now Example News, on 2 articles. To undo:"
    )
    assert of_articles(read) == ["Example News"] * 3 + [None]
    done(*undo(told))
    assert of_articles(read) == list(OUTLETS)
    done("outlets", "rename", "example news", "EXAMPLE NEWS")
    assert of_articles(read)[1] == "EXAMPLE NEWS"


def test_an_outlet_that_is_a_speaker_too_is_told_how_to_join_both(done, tagged):
    told = done("outlets", "join", "Example News", "www.example.org").stderr
    assert "`claimtrack speaker join 'Example News' www.example.org`" in told
    done("speaker", "join", "Example News", "www.example.org")
    done("outlets", "forget", "www.example.org")
    done("outlets", "rename", "example news", "www.example.org")
    assert "speaker" not in done("outlets", "join", "Example News", "www.example.org").stderr


def former(read, noun, query=""):
    return {
        row["name"]: row["former_names"] for row in read(f"{noun}s", "list", query) if row["former_names"]
    }


def test_whatever_comes_in_with_a_former_tag_gets_the_one_of_now(done, read, tagged, tmp_path):
    done("tags", "join", "vaccine", "Vaccines", "vacine")
    assert former(read, "tag", "vacine") == {"vaccine": ["Vaccines", "vacine"]}
    assert "Vaccines, vacine" in done("tags", "list").stdout
    assert done("tag", 4, "VACINE").stderr.startswith("Claim 4: tagged vaccine")
    done("add", "The clinic gave 500 doses.", "--tag", "vacine", "--tag", "Vaccines", "--on-duplicate", "new")
    sheet = tmp_path / "new.csv"
    sheet.write_text('text,tags\n"The clinic gave 600 doses in all, it said.","vacine, health"\n')
    done("import", "csv", sheet, "--yes")
    assert of_claims(read) == [["health", "vaccine"], *[["vaccine"]] * 4, ["health", "vaccine"]]
    assert len(read("list", "--tag", "vacine")) == 6
    done("tag", 4, "vacine", "--remove")
    assert of_claims(read)[3] == []


def test_a_former_tag_is_known_in_other_capitals_of_letters_with_accents(done, read, tagged, tmp_path):
    done("tags", "rename", "vacine", "Été")
    done("tags", "rename", "éTÉ", "Hiver")
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("claim,tags\nThe clinic gave 500 doses.,été\n")
    done("import", "csv", str(sheet), "--yes")
    again = done("import", "csv", str(sheet), "--yes").output
    assert "0 changed cells in 0 claims, 0 new claims" in again
    told = {row["name"]: (row["former_names"], row["claims"]) for row in read("tags", "list")}
    assert told["Hiver"] == (["vacine", "Été"], 2)
    assert len(read("list", "--tag", "ÉTÉ")) == 2
    done("tags", "forget", "été")
    done("tag", "1", "été")
    told = {row["name"]: (row["former_names"], row["claims"]) for row in read("tags", "list")}
    assert (told["Hiver"], told["Été"]) == ((["vacine"], 2), ([], 1))
    assert len(read("list", "--tag", "ÉTÉ")) == 1
    assert len(done("export", "jsonl", "--tag", "éTé").stdout.splitlines()) == 1


def test_a_sheet_with_former_tags_changes_nothing_and_what_it_adds(done, read, tagged, tmp_path):
    sheet = tmp_path / "desk.csv"
    done("tags", "join", "vaccine", "Vaccines", "vacine")
    done("export", "csv", "-o", sheet)
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace("vaccine", "vacine"), encoding="utf-8")
    assert "0 changed cells in 0 claims" in done("import", "csv", sheet, "--dry-run").output
    sheet.write_text(text.replace("health, vaccine", "jobs, Vaccines"), encoding="utf-8")
    done("import", "csv", sheet, "--yes")
    assert of_claims(read) == [["jobs", "vaccine"], ["vaccine"], ["vaccine"], []]


def test_a_former_tag_is_used_again_by_rename_by_undo_and_when_it_is_forgotten(done, run, read, tagged):
    joined = done("tags", "join", "vaccine", "Vaccines", "vacine").stderr
    done(*undo(joined))
    assert former(read, "tag") == {}
    done("tag", 4, "vacine")
    assert of_claims(read)[3] == ["vacine"]
    done("tags", "join", "vaccine", "vacine")
    respelt = done("tags", "rename", "vaccine", "VACCINE").stderr
    assert former(read, "tag") == {"VACCINE": ["vacine"]}
    done(*undo(respelt))
    assert former(read, "tag") == {"vaccine": ["vacine"]}
    done("tags", "rename", "vaccine", "jabs")
    assert former(read, "tag") == {"jabs": ["vaccine", "vacine"]}
    back = done("tags", "rename", "jabs", "vacine").stderr
    assert former(read, "tag") == {"vacine": ["jabs", "vaccine"]}
    done(*undo(back))
    assert former(read, "tag") == {"jabs": ["vaccine", "vacine"]}
    forgotten = done("tags", "forget", "VACINE").stderr
    assert forgotten.startswith("VACINE: no longer a former name of jabs. To undo: ")
    done("tag", 2, "vacine")
    assert of_claims(read)[1:] == [["Vaccines", "vacine"], ["jabs", "Vaccines"], ["jabs"]]
    refused = run(*undo(forgotten))
    assert (refused.exit_code, "in use" in refused.stderr) == (1, True)
    done("tag", 2, "vacine", "--remove")
    done(*undo(forgotten))
    assert former(read, "tag") == {"jabs": ["vaccine", "vacine"]}
    assert done("doctor").exit_code == 0


def test_an_article_read_again_under_its_former_outlet_is_the_same_article(done, read, tagged, tmp_path):
    done("outlets", "join", "Example News", "example news", "www.example.org")
    assert former(read, "outlet") == {"Example News": ["example news", "www.example.org"]}
    page = tmp_path / "5.txt"
    page.write_text("Clinic 5 closed in May 2015, the Mayor said.\n")
    done("ingest", page, "--url", "https://www.example.org/5", "--outlet", "www.example.org")
    assert "1 known" in done("ingest", page, "--outlet", "example news").stderr
    assert of_articles(read) == ["Example News"] * 3 + [None, "Example News"]
    done("outlets", "forget", "www.example.org")
    done("outlets", "rename", "Example News", "example news")
    assert former(read, "outlet") == {"example news": ["Example News"]}


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


def test_a_former_name_is_told_with_the_one_of_now(done, run, tagged):
    done("tags", "join", "vaccine", "vacine")
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
    assert done("tags", "join", "vacine", "health").stderr.startswith("health: now vaccine, on 1 claim.")


@pytest.mark.parametrize(("words", "code", "told"), REFUSED, ids=lambda value: None)
def test_what_cannot_be_is_refused_with_its_remedy(run, tagged, words, code, told):
    with closing(sqlite3.connect(tagged)) as db:
        before = db.execute("select max(id) from history").fetchone()
        refused = run(*words)
        assert (refused.exit_code, told in refused.stderr) == (code, True), refused.stderr
        assert db.execute("select max(id) from history").fetchone() == before
