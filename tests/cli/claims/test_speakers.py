"""`claimtrack speaker`: who there is, which names are joined, and what is told where that cannot be."""

import csv
import io
import json
import shutil

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli

NEVER = "I never voted for the tram in this council."


@pytest.fixture(scope="module")
def filed_file(new_desk_file, tmp_path_factory):
    path = shutil.copy(new_desk_file, tmp_path_factory.mktemp("filed") / "claims.db")
    for name in ("Elland Tramways", "EllTram", "Jane Doe", "O'Brien"):
        words = [
            "--db",
            str(path),
            "--actor",
            "ada",
            "add",
            NEVER,
            "--claimant",
            name,
            "--on-duplicate",
            "new",
        ]
        CliRunner(catch_exceptions=False).invoke(cli, words)
    return path


@pytest.fixture
def filed(filed_file, desk_path):
    """Claims of four names, two of them of one body."""
    return shutil.copy(filed_file, desk_path)


def test_a_speaker_gets_a_name_that_is_new(filed, done, read):
    told = done("speaker", "rename", "EllTram", "Elland Trams").stderr
    assert told == "EllTram is now Elland Trams, with 1 claim. To undo: `claimtrack speaker split EllTram`\n"
    assert [one["claimant"] for one in read("list", "--claimant", "EllTram")] == ["Elland Trams"]


def test_names_are_joined_listed_and_split(filed, done, read):
    told = done("speaker", "join", "Elland Tramways", "elltram").stderr
    assert told.splitlines() == [
        "EllTram: now another name of Elland Tramways, with 1 claim. To undo: `claimtrack speaker split EllTram`",
        "To see which of their claims now say the same: claimtrack duplicates",
    ]
    [row] = read("speaker", "list", "elltr")
    assert (row["name"], row["other_names"], row["claims"]) == ("Elland Tramways", ["EllTram"], 2)
    assert [one["claimant"] for one in read("list", "--claimant", "EllTram")] == ["Elland Tramways"] * 2
    assert (
        done("speaker", "join", "Elland Tramways", "EllTram").stderr
        == "EllTram: already another name of Elland Tramways\n"
    )
    told = done("speaker", "split", "EllTram").stderr
    assert told == "EllTram is no longer a name of Elland Tramways, and has 1 claim\n"
    assert len(read("speaker", "list")) == 4


@pytest.mark.parametrize("query", ["etienne", "étienne", "ETIENNE v", "sorensen"])
def test_a_speaker_is_listed_without_accents_and_capitals(done, read, query):
    done("add", "Rents rose by 3 percent.", "--claimant", "Étienne Vasseur")
    done("add", "Wages fell by 2 percent.", "--claimant", "Mia Sørensen")
    [row] = read("speaker", "list", query)
    assert row["name"] == ("Mia Sørensen" if query == "sorensen" else "Étienne Vasseur")


def test_a_speaker_whom_an_article_calls_the_operator_is_the_one_that_ingest_filed(done, read, tmp_path):
    text = "Line 9 carried 4 million riders in 2023, the operator said on Monday."
    (tmp_path / "tram.txt").write_text(text, encoding="utf-8")
    done("ingest", str(tmp_path / "tram.txt"))
    done("add", NEVER, "--claimant", "the operator")
    done("add", NEVER, "--claimant", "the operator", "--source", "Radio 4")
    assert [row["name"] for row in read("speaker", "list")] == ["operator"]
    assert len(read("list", "--claimant", "the operator")) == 2
    done("add", "Fares are frozen until 2030 in Elland", "--claimant", "Elland Tramways")
    done("speaker", "join", "Elland Tramways", "the operator")
    assert len(read("list", "--claimant", "the operator")) == 3
    done("speaker", "split", "the operator")
    assert len(read("list", "--claimant", "the operator")) == 2


def test_a_table_shows_the_other_names_in_words(filed, done):
    done("speaker", "join", "Elland Tramways", "EllTram", "Jane Doe")
    table = done("speaker", "list", "tram").stdout
    assert "EllTram, Jane Doe" in table


def test_programs_get_every_column_and_a_header_where_there_is_none(filed, done):
    [row, *_] = csv.DictReader(io.StringIO(done("speaker", "list", "--format", "csv").stdout))
    empty = done("speaker", "list", "nobody", "--format", "csv")
    assert empty.stdout.strip().split(",") == list(row)
    assert empty.stderr == "No speaker has a name with 'nobody'.\n"


def test_a_limit_says_how_many_there_are(filed, done, read):
    assert len(read("speaker", "list", "--limit", "1")) == 1
    assert "1 of 4 speakers" in done("speaker", "list", "--limit", "1").stderr


def test_pairs_are_proposed_with_a_command_that_joins_them(filed, done, read):
    [pair] = read("speaker", "alike")
    assert (pair["name"], pair["other"]) == ("Elland Tramways", "EllTram")
    told = done("speaker", "alike")
    assert "initials of the other" in told.stdout
    assert "`claimtrack speaker join 'Elland Tramways' EllTram`" in told.stderr
    assert read("speaker", "alike", "doe") == []
    assert done("speaker", "alike", "doe").stderr == "No names look like they belong to one speaker.\n"
    assert len(read("speaker", "list")) == 4


def test_who_joins_an_unnamed_source_hears_that_verdicts_will_name_it(filed, done, desk_path):
    import sqlite3

    with sqlite3.connect(desk_path) as conn:
        conn.execute("update claimants set kind = 'anonymous' where name = 'EllTram'")
    assert "name Jane Doe to readers" in done("speaker", "join", "Jane Doe", "EllTram").stderr


def test_a_person_who_is_joined_to_a_body_may_be_a_slip_and_is_told(filed, done, desk_path):
    import sqlite3

    with sqlite3.connect(desk_path) as conn:
        conn.execute("update claimants set kind = iif(name = 'Jane Doe', 'person', 'organisation')")
    told = done("speaker", "join", "Elland Tramways", "EllTram", "Jane Doe").stderr
    assert "Jane Doe is filed as person, but Elland Tramways as organisation:" in told
    assert "slip" not in done("speaker", "join", "Elland Tramways", "O'Brien").stderr


def test_of_many_names_a_few_are_told(done):
    names = [f"Elland {number}" for number in range(15)]
    for name in names:
        done("add", f"{name} has {name.split()[1]} trams too many", "--claimant", name)
    for command, told in (
        ("now", "Elland 10 and 4 more: now other names of Elland 0"),
        ("already", "and 4 more: already other names"),
    ):
        assert told in done("speaker", "join", *names).stderr, command


def test_show_tells_under_which_name_each_occasion_was_told(filed, done, read):
    done("speaker", "join", "Elland Tramways", "EllTram")
    for name, day in (("EllTram", "2024-01-01"), ("Elland Tramways", "2024-02-01")):
        done("add", NEVER, "--claimant", name, "--date", day, "--source", "Radio 4")
    shown = done("show", "1").stdout
    assert "Elland Tramways, as EllTram (1st time)" in shown
    assert "Elland Tramways (2nd time)" in shown
    assert [one["filed_as"] for one in read("show", "1")["ledger"]["entries"]] == ["EllTram", None]


WRONG = [
    pytest.param(["join", "Jane Doe", "Jane Deo"], 1, "similar names: 'Jane Doe'", id="an unknown name"),
    pytest.param(["join", "Jane Doe", "JANE DOE"], 1, "one name", id="itself"),
    pytest.param(["join", "Jane Doe"], 2, "OTHER", id="nothing to join"),
    pytest.param(["join", "Jane Doe", ""], 2, "empty", id="an empty name"),
    pytest.param(["join", "Jane Doe", "\x00\x07"], 2, "empty", id="signs that nobody sees"),
    pytest.param(["join", "Jane Doe", "é" * 5000], 1, "no speaker", id="an endless name"),
    pytest.param(["split", "Jane Doe"], 1, "nothing to split", id="nobody's name"),
    pytest.param(["split", "Zoë"], 1, "no speaker 'Zoë'", id="nobody at all"),
    pytest.param(["list", "--limit", "0"], 2, "--limit", id="a limit of none"),
    pytest.param(["merge"], 2, "No such command", id="another verb"),
]


@pytest.mark.parametrize(("words", "code", "said"), WRONG)
def test_what_is_wrong_is_said_in_a_line(filed, run, words, code, said):
    result = run("speaker", *words)
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr


def test_a_desk_without_speakers_says_so(done):
    assert done("speaker", "list").stderr == "No speakers yet.\n"
    assert json.loads(done("speaker", "alike", "--format", "json").stdout) == []


def test_match_tells_the_speaker_by_the_name_that_stands(filed, done, read):
    done("speaker", "join", "Elland Tramways", "EllTram")
    found = read("match", NEVER, "--claimant", "EllTram")
    assert [one["suggestion"] for one in found if one["claimant"] == "Elland Tramways"] == ["duplicate"] * 2
    assert {one["suggestion"] for one in found if one["claimant"] != "Elland Tramways"} == {"conflict"}


@pytest.mark.parametrize("call", [["spell"], ["split"], ["join", "Elland Tramways"]], ids=" ".join)
def test_a_name_that_is_far_too_long_is_told_in_short(filed, run, call):
    result = run("speaker", *call, "a" * 5_000)
    assert (result.exit_code, "no speaker 'aaaa" in result.stderr, len(result.stderr) < 500) == (
        1,
        True,
        True,
    )


PODCAST = "Show {}\n\nSPEAKER 1: Welcome, {}.\n\nSPEAKER 2: {}\n"


def test_a_voice_without_a_name_is_nobody_that_transcripts_have_in_common(done, read, tmp_path):
    for number, guest, said in (
        (1, "Rhea Moor", "We lost 1,300 jobs in 2024."),
        (2, "Tobias Lund", "We created 14,000 jobs in 2024."),
    ):
        (tmp_path / f"{number}.txt").write_text(PODCAST.format(number, guest, said))
    done("ingest", tmp_path / "1.txt", tmp_path / "2.txt")
    assert {row["claimant"] for row in read("list")} == {None}
    assert read("speaker", "list") == []
    [appearance] = read("show", 1)["appearances"]
    assert (appearance["speaker"], appearance["speaker_as_written"]) == ("SPEAKER 2", "SPEAKER 2")


@pytest.mark.parametrize(
    ("names", "voice"),
    [(("Jane Doe", "SPEAKER 2"), "SPEAKER 2"), (("speaker 2", "Jane Doe"), "speaker 2")],
    ids=str,
)
def test_the_label_of_a_voice_is_no_name_of_anybody(filed, run, done, names, voice):
    done("add", "The tram cost 40 million euros in 2023", "--claimant", "SPEAKER 2")
    refused = run("speaker", "join", *names)
    assert refused.exit_code == 1
    assert f"{voice!r} is a label for an unnamed voice," in refused.stderr
    assert "claimtrack edit ID --claimant" in refused.stderr


def test_whoever_joins_a_source_without_a_name_is_told_that_it_may_be_somebody_else(filed, done):
    done("add", "The tram cost 40 million euros in 2023", "--claimant", "a senior official")
    told = done("speaker", "join", "Jane Doe", "a senior official").stderr
    assert "In another article, a senior official may be someone else, and their claims will count as" in told
