"""`claimtrack speaker` lists, joins, splits and renames speakers, and explains what it refuses."""

import csv
import io
import json
import shutil

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from tests.tables import each_row

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
    """Claims under four names, two of which belong to one organisation."""
    return shutil.copy(filed_file, desk_path)


def test_speaker_can_be_renamed_to_a_new_name(filed, run_ok, read_json):
    stderr = run_ok("speaker", "rename", "EllTram", "Elland Trams").stderr
    assert (
        stderr == "EllTram is now Elland Trams, with 1 claim. To undo: `claimtrack speaker split EllTram`\n"
    )
    assert [row["claimant"] for row in read_json("list", "--claimant", "EllTram")] == ["Elland Trams"]


def test_names_can_be_joined_listed_and_split(filed, run_ok, read_json):
    stderr = run_ok("speaker", "join", "Elland Tramways", "elltram").stderr
    assert stderr.splitlines() == [
        "EllTram: now another name of Elland Tramways, with 1 claim. To undo: `claimtrack speaker split EllTram`",
        "To see which of their claims now say the same: `claimtrack duplicates`",
    ]
    [row] = read_json("speaker", "list", "elltr")
    assert (row["name"], row["other_names"], row["claims"]) == ("Elland Tramways", ["EllTram"], 2)
    assert [entry["claimant"] for entry in read_json("list", "--claimant", "EllTram")] == [
        "Elland Tramways"
    ] * 2
    assert (
        run_ok("speaker", "join", "Elland Tramways", "EllTram").stderr
        == "EllTram: already another name of Elland Tramways\n"
    )
    stderr = run_ok("speaker", "split", "EllTram").stderr
    assert stderr == "EllTram is no longer a name of Elland Tramways, and has 1 claim\n"
    assert len(read_json("speaker", "list")) == 4


@pytest.mark.parametrize("query", ["etienne", "étienne", "ETIENNE v", "sorensen"])
def test_speaker_search_ignores_accents_and_capitals(run_ok, read_json, query):
    run_ok("add", "Rents rose by 3 percent.", "--claimant", "Étienne Vasseur")
    run_ok("add", "Wages fell by 2 percent.", "--claimant", "Mia Sørensen")
    [row] = read_json("speaker", "list", query)
    assert row["name"] == ("Mia Sørensen" if query == "sorensen" else "Étienne Vasseur")


def test_definite_article_before_a_speaker_is_ignored_as_by_ingest(run_ok, read_json, tmp_path):
    text = "Line 9 carried 4 million riders in 2023, the operator said on Monday."
    (tmp_path / "tram.txt").write_text(text, encoding="utf-8")
    run_ok("ingest", str(tmp_path / "tram.txt"))
    run_ok("add", NEVER, "--claimant", "the operator")
    run_ok("add", NEVER, "--claimant", "the operator", "--source", "Radio 4")
    assert [row["name"] for row in read_json("speaker", "list")] == ["operator"]
    assert len(read_json("list", "--claimant", "the operator")) == 2
    run_ok("add", "Fares are frozen until 2030 in Elland", "--claimant", "Elland Tramways")
    run_ok("speaker", "join", "Elland Tramways", "the operator")
    assert len(read_json("list", "--claimant", "the operator")) == 3
    run_ok("speaker", "split", "the operator")
    assert len(read_json("list", "--claimant", "the operator")) == 2


def test_table_shows_the_other_names_of_a_speaker(filed, run_ok):
    run_ok("speaker", "join", "Elland Tramways", "EllTram", "Jane Doe")
    table = run_ok("speaker", "list", "tram").stdout
    assert "EllTram, Jane Doe" in table


def test_csv_has_every_column_and_a_header_without_rows(filed, run_ok):
    [row, *_] = csv.DictReader(io.StringIO(run_ok("speaker", "list", "--format", "csv").stdout))
    empty = run_ok("speaker", "list", "nobody", "--format", "csv")
    assert empty.stdout.strip().split(",") == list(row)
    assert empty.stderr == "No speaker has a name with 'nobody'.\n"


def test_limited_list_says_how_many_speakers_there_are(filed, run_ok, read_json):
    assert len(read_json("speaker", "list", "--limit", "1")) == 1
    assert "1 of 4 speakers" in run_ok("speaker", "list", "--limit", "1").stderr


def test_similar_names_are_proposed_with_the_command_that_joins_them(filed, run_ok, read_json):
    [pair] = read_json("speaker", "alike")
    assert (pair["name"], pair["other_name"]) == ("Elland Tramways", "EllTram")
    result = run_ok("speaker", "alike")
    assert "initials of the other" in result.stdout
    assert "`claimtrack speaker join 'Elland Tramways' EllTram`" in result.stderr
    assert read_json("speaker", "alike", "doe") == []
    assert run_ok("speaker", "alike", "doe").stderr == "No names look like they belong to one speaker.\n"
    assert len(read_json("speaker", "list")) == 4


def test_joining_an_unnamed_source_warns_that_verdicts_will_name_it(filed, run_ok, desk_path):
    import sqlite3

    with sqlite3.connect(desk_path) as conn:
        conn.execute("update claimants set kind = 'anonymous' where name = 'EllTram'")
    assert "name Jane Doe to readers" in run_ok("speaker", "join", "Jane Doe", "EllTram").stderr


def test_joining_a_person_to_an_organisation_warns_of_a_slip(filed, run_ok, desk_path):
    import sqlite3

    with sqlite3.connect(desk_path) as conn:
        conn.execute("update claimants set kind = iif(name = 'Jane Doe', 'person', 'organisation')")
    stderr = run_ok("speaker", "join", "Elland Tramways", "EllTram", "Jane Doe").stderr
    assert "Jane Doe is filed as person, but Elland Tramways as organisation:" in stderr
    assert "slip" not in run_ok("speaker", "join", "Elland Tramways", "O'Brien").stderr


def test_long_list_of_joined_names_is_abbreviated(run_ok):
    names = [f"Elland {number}" for number in range(15)]
    for name in names:
        run_ok("add", f"{name} has {name.split()[1]} trams too many", "--claimant", name)
    for command, message in (
        ("now", "Elland 10 and 4 more: now other names of Elland 0"),
        ("already", "and 4 more: already other names"),
    ):
        assert message in run_ok("speaker", "join", *names).stderr, command


def test_show_names_the_spelling_used_on_each_occasion(filed, run_ok, read_json):
    run_ok("speaker", "join", "Elland Tramways", "EllTram")
    for name, day in (("EllTram", "2024-01-01"), ("Elland Tramways", "2024-02-01")):
        run_ok("add", NEVER, "--claimant", name, "--date", day, "--source", "Radio 4")
    shown = run_ok("show", "1").stdout
    assert "Elland Tramways, as EllTram (1st time)" in shown
    assert "Elland Tramways (2nd time)" in shown
    assert [row["filed_as"] for row in read_json("show", "1")["ledger"]["entries"]] == ["EllTram", None]


WRONG = [
    pytest.param(["join", "Jane Doe", "Jane Deo"], 1, "similar names: 'Jane Doe'", id="an unknown name"),
    pytest.param(["join", "Jane Doe", "JANE DOE"], 1, "one name", id="itself"),
    pytest.param(["join", "Jane Doe"], 2, "OTHER", id="nothing to join"),
    pytest.param(["join", "Jane Doe", ""], 2, "empty", id="an empty name"),
    pytest.param(["join", "Jane Doe", "\x00\x07"], 2, "empty", id="invisible characters"),
    pytest.param(["join", "Jane Doe", "é" * 5000], 1, "no speaker", id="an endless name"),
    pytest.param(["split", "Jane Doe"], 1, "nothing to split", id="not another name of anybody"),
    pytest.param(["split", "Zoë"], 1, "no speaker 'Zoë'", id="an unknown speaker"),
    pytest.param(["list", "--limit", "0"], 2, "--limit", id="a limit of none"),
    pytest.param(["merge"], 2, "No such command", id="another verb"),
]


@each_row(("words", "code", "message"), WRONG)
def test_invalid_speaker_command_is_refused_with_a_reason(filed, run, words, code, message):
    result = run("speaker", *words)
    assert (result.exit_code, message in result.stderr) == (code, True), result.stderr


def test_a_desk_without_speakers_says_so(run_ok):
    assert run_ok("speaker", "list").stderr == "No speakers yet.\n"
    assert json.loads(run_ok("speaker", "alike", "--format", "json").stdout) == []


def test_match_knows_joined_speakers_by_their_common_name(filed, run_ok, read_json):
    run_ok("speaker", "join", "Elland Tramways", "EllTram")
    found = read_json("match", NEVER, "--claimant", "EllTram")
    assert [row["suggestion"] for row in found if row["claimant"] == "Elland Tramways"] == ["duplicate"] * 2
    assert {row["suggestion"] for row in found if row["claimant"] != "Elland Tramways"} == {"conflict"}


@pytest.mark.parametrize("call", [["spell"], ["split"], ["join", "Elland Tramways"]], ids=" ".join)
def test_overlong_speaker_name_is_abbreviated_in_the_error(filed, run, call):
    result = run("speaker", *call, "a" * 5_000)
    assert (result.exit_code, "no speaker 'aaaa" in result.stderr, len(result.stderr) < 500) == (
        1,
        True,
        True,
    )


PODCAST = "Show {}\n\nSPEAKER 1: Welcome, {}.\n\nSPEAKER 2: {}\n"


def test_unnamed_voices_of_several_transcripts_are_not_one_speaker(run_ok, read_json, tmp_path):
    for number, guest, sentence in (
        (1, "Rhea Moor", "We lost 1,300 jobs in 2024."),
        (2, "Tobias Lund", "We created 14,000 jobs in 2024."),
    ):
        (tmp_path / f"{number}.txt").write_text(PODCAST.format(number, guest, sentence))
    run_ok("ingest", tmp_path / "1.txt", tmp_path / "2.txt")
    assert {row["claimant"] for row in read_json("list")} == {None}
    assert read_json("speaker", "list") == []
    [appearance] = read_json("show", 1)["appearances"]
    assert (appearance["speaker"], appearance["speaker_as_written"]) == ("SPEAKER 2", "SPEAKER 2")


@pytest.mark.parametrize(
    ("names", "voice"),
    [(("Jane Doe", "SPEAKER 2"), "SPEAKER 2"), (("speaker 2", "Jane Doe"), "speaker 2")],
    ids=str,
)
def test_label_of_an_unnamed_voice_cannot_be_joined(filed, run, run_ok, names, voice):
    run_ok("add", "The tram cost 40 million euros in 2023", "--claimant", "SPEAKER 2")
    refused = run("speaker", "join", *names)
    assert refused.exit_code == 1
    assert f"{voice!r} is a label for an unnamed voice," in refused.stderr
    assert "claimtrack edit ID --claimant" in refused.stderr


def test_joining_an_anonymous_source_warns_that_it_may_be_several_people(filed, run_ok):
    run_ok("add", "The tram cost 40 million euros in 2023", "--claimant", "a senior official")
    stderr = run_ok("speaker", "join", "Jane Doe", "a senior official").stderr
    assert (
        "In another article, a senior official may be someone else, and their claims will count as" in stderr
    )
