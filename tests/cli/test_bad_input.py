"""What a person gets wrong: one line that says it with the remedy, exit code 1 (2 for usage), nothing changed."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from claimtrack.store.file import connecting
from claimtrack.store.searching import _search_words
from tests.tables import each_row

COMMAND = [sys.executable, "-m", "claimtrack"]
HUGE = "9" * 25


def assert_one_line(result, code, words):
    assert result.exit_code == code
    assert result.stdout == ""
    lines = result.stderr.strip().splitlines()
    assert words in lines[-1]
    assert len(lines[-1]) < 1300
    # A usage error repeats how the command is used; anything else is one line.
    assert len(lines) == 1 or (code == 2 and lines[0].startswith("Usage:"))
    assert lines[-1].startswith("Error: ")


# ── values ──────────────────────────────────────────────────────────────────────────────────────

VALUES = [
    # Nothing to file.
    (["add", ""], 2, "the claim is empty"),
    (["add", " \t\n "], 2, "the claim is empty"),
    # Punctuation alone says nothing, and is looked up no more than it is filed.
    (["add", "..."], 2, "the claim is empty"),
    (["match", "?!"], 2, "there are no words to look up"),
    # A whole text is no claim: the remedy is another command.
    (["add", "word " * 200_000], 1, "claimtrack ingest"),
    # Nothing that anybody would see: a zero-width space, a byte-order mark, a direction override.
    (["add", "\u200b\ufeff \u202e"], 2, "the claim is empty"),
    (["add", "Prices fell.", "--date", "2024-02-30"], 2, "not a day of the calendar"),
    (["add", "Prices fell.", "--date", "22.4.2024"], 2, "YYYY-MM-DD"),
    # Arabic-Indic digits look like a date to Python.
    (["add", "Prices fell.", "--date", "٢٠٢٤-٠٤-٢٢"], 2, "YYYY-MM-DD"),
    (["add", "Prices fell.", "--link", "javascript:alert(1)"], 2, "http:// or https://"),
    (["add", "Prices fell.", "--link", "https://"], 2, "http:// or https://"),
    (["add", "Prices fell.", "--link", "https://a.example/\x1b[31m"], 2, "http:// or https://"),
    # A place that looks like an address is to be one: as words it would be compared with none and lead nowhere.
    (["add", "Prices fell.", "--source", "ftp://a.example/x"], 1, "say in words where it was said"),
    (["add", "Prices fell.", "--source", "javascript:alert(1)"], 1, "http:// or https://"),
    (["add", "Prices fell.", "--source", "file:///etc/passwd"], 1, "http:// or https://"),
    (["add", "Prices fell.", "--source", "//a.example"], 1, "http:// or https://"),
    (["add", "Prices fell.", "--source", "https://"], 1, "http:// or https://"),
    (
        ["add", "Prices fell.", "--source", "www.a.example/1"],
        1,
        ". Start it with http:// or https://, or say in words where it was said",
    ),
    (
        ["add", "Prices fell.", "--source", "a.example/1"],
        1,
        ". Start it with http:// or https://, or say in words where it was said",
    ),
    (["add", "Prices fell.", "--source", "x" * 4001], 1, "characters, and the limit is 4,000:"),
    (
        ["add", "Prices fell.", "--source", "https://a.example/" + "x" * 4000],
        1,
        "characters, and the limit is 4,000:",
    ),
    (["add", "Prices fell.", "--claimant", "x" * 301], 1, "characters, and the limit is 300:"),
    (["add", "Prices fell.", "--tag", "x" * 101], 1, "characters, and the limit is 100:"),
    (["add", "Prices fell.", "--note", "x" * 100_001], 1, "characters, and the limit is 100,000:"),
    (["add", "Prices fell.", "--status", "done"], 2, "'in_review'"),
    (
        ["add", "Prices fell.", "--on-duplicate", "ask"],
        2,
        "there is no terminal to ask in: choose --on-duplicate attach, new or fail",
    ),
    (["add"], 2, "Missing argument 'TEXT'"),
    (["link", "1", "javascript:alert(1)"], 2, "http:// or https://"),
    # It does start with https://: another reason needs another sentence.
    (["link", "1", "https://a.example/" + "x" * 4000], 2, "characters, and the limit is 4,000:"),
    (["link", "1", "https://a.example", "--archived", "ftp://a"], 2, "http:// or https://"),
    (["link", "1", "https://a.example", "--stance", "agrees"], 2, "'supports'"),
    (["link", "1", "https://a.example=agrees"], 2, "'agrees' is not a stance. Use one of:"),
    (["link", "1", "https://a.example=refutes", "--stance", "supports"], 2, "leave one of them out"),
    (["link", "1", "ftp://a.example=refutes"], 2, "http:// or https://"),
    (["note", "1", "  "], 2, "the note is empty"),
    (["note", "1", "\u200b"], 2, "the note is empty"),
    (["note", "1", "x" * 100_001], 1, "characters, and the limit is 100,000:"),
    (["list", "--limit", "1e3"], 2, "'1e3' is not a whole number of 1 or more"),
    (["list", "--article", "0"], 2, "'0' is not a whole number of 1 or more"),
    (["match", "x", "--limit", "9" * 5000], 2, "is not a whole number of 1 or more"),
    (["serve", "--port", "99999"], 2, "'99999' is not a whole number from 0 to 65535"),
    (["ingest", "a.txt", "--min-score", "nan"], 2, "'nan' is not a number from 0 to 1"),
    (["tag", "1", " "], 2, "the tag is empty"),
    (["tag", "1", "x" * 101], 1, "characters, and the limit is 100:"),
    (["tag", "1"], 2, "TAG..."),
    (["tag", "1", "prices", "--remove"], 1, "claim 1 has no tag 'prices'"),
    (["assign", "1", "x" * 301], 1, "characters, and the limit is 300:"),
    # Not a step of the desk: the message names those that are.
    (["status", "1", "published"], 1, "checking, parked, rejected"),
    (["judge", "1", "1", "same"], 1, "a claim cannot be judged against itself: give two different claims"),
    (["judge", "1", "2", "unjudged"], 2, "'same'"),
    (["undo", "1"], 2, "give both claims of the pair, or none to undo your last judgement"),
    (["undo"], 1, "ada has no judgement to undo"),
    (["undo", "1", "2"], 1, "claims 1 and 2 have no judgement to undo"),
    (["match"], 2, "nothing to look up"),
    (["match", "Prices fell.", "--file", __file__], 2, "leave one out"),
    (["match", "Prices fell.", "--date", "last week"], 2, "YYYY-MM-DD"),
    (["match", ""], 2, "there are no words to look up"),
    (["search", " "], 2, "the query is empty"),
    (["match", "--file", "missing.txt"], 2, "No such file"),
    (["list", "--limit", "0"], 2, "'0' is not a whole number of 1 or more"),
    (["list", "--since", "2023-02-29"], 2, "not a day of the calendar"),
    (["list", "--format", "xml"], 2, "'ndjson'"),
    (["search", "prices", "--limit", "-1"], 2, "'-1' is not a whole number of 1 or more"),
    (["duplicates", "--limit", "0"], 2, "'0' is not a whole number of 1 or more"),
    (["ingest"], 2, "SOURCE..."),
    (["ingest", "missing.txt"], 1, "no file or folder missing.txt"),
    (
        ["ingest", "a.txt", "b.txt", "--url", "https://a.example"],
        2,
        "is for a single article: give only one SOURCE",
    ),
    (["ingest", "a.txt", "--min-score", "2"], 2, "'2' is not a number from 0 to 1"),
    # No comparison refuses it, and nothing would be worth more than it.
    (["ingest", "a.txt", "--min-score", "nan"], 2, "not a number"),
    (["ingest", "a.txt", "--date", "2024-13-01"], 2, "not a day of the calendar"),
    (["ingest", "ftp://a.example/x"], 1, "http or https address"),
    # A variable of the shell that is not set: it stands for no folder, least of all the one we are in.
    (["import", "claimreview", ""], 2, "the name is empty: give a file, or - for standard input or output"),
    (["check", ""], 2, "the name is empty"),
    (
        ["archive", "--command", " "],
        2,
        "it is empty: name a program, as in `archive-now {url}`, or leave it out",
    ),
    (["import", "csv", "missing.csv"], 1, "missing.csv: check the name and the folder"),
    (["import", "csv", "."], 1, ": this is a folder, so name a file instead"),
    (["init", "--name", "  "], 2, 'claimtrack init --name "The Fact Desk"'),
    # What is wrong is repeated, but no megabyte of it, and the remedy still stands behind it.
    (["status", "1", "x" * 100_000], 2, "'rejected'."),
    (["backup", "nowhere/copy.db"], 1, "the folder nowhere does not exist: create it"),
    (["backup", "x" * 300], 1, ". Choose another place"),
    # Left by a variable of the shell that is not set; a database is no stream.
    (["backup", ""], 2, "the name is empty"),
    (["backup", "  "], 2, "the name is empty"),
    (["export", "csv", "-o", " "], 2, "the name is empty"),
    (
        ["backup", "-"],
        2,
        "this cannot go to standard output: give a file or folder (./- for one with that name)",
    ),
    (["publish", ""], 2, "the name is empty"),
    (["publish", "-"], 2, "cannot go to standard output"),
    (["publish", "public.db", "--site", ""], 2, "the name is empty"),
    (["export", "csv", "-o", "."], 1, "is a folder"),
    # A typing error: the name that was meant.
    (["lst"], 2, "Did you mean: list?"),
    (["frobnicate"], 2, "No such command 'frobnicate'"),
    # Words of other programs.
    (["help"], 2, "`claimtrack --help` lists the commands"),
    (["merge", "2", "3"], 2, "`claimtrack judge ID OTHER same`"),
    (["rm", "3"], 2, "`claimtrack status ID rejected`"),
    (["split", "3"], 2, "`claimtrack edit ID --text`"),
    (["--colour", "list"], 2, "No such option"),
    # Words that begin with a dash look like options: how they are given is told wherever words or a file may stand ...
    (
        ["add", "-5 percent of all homes stand empty"],
        2,
        "Put text that begins with a dash last, after two",
    ),
    (["match", "-5 percent of all homes"], 2, "claimtrack match [OPTIONS] -- [TEXT]"),
    (["search", "-5 percent"], 2, "claimtrack search [OPTIONS] -- QUERY"),
    (["note", "1", "-- so she says"], 2, "claimtrack note [OPTIONS] -- ID TEXT"),
    (["check", "-draft.txt"], 2, "claimtrack check [OPTIONS] -- DRAFT"),
    (["user", "add", "-ada"], 2, "claimtrack user add [OPTIONS] -- NAME"),
    (
        ["add", "Prices", "fell"],
        2,
        "Got unexpected extra argument (fell). Put text with spaces in quotation marks.",
    ),
    # ... and where options stand behind the two dashes, which make words of them.
    (
        ["add", "--", "-5 percent", "--claimant", "Ann"],
        2,
        "Got unexpected extra arguments (--claimant Ann). Nothing after two dashes is read as an option, so put "
        "options before them: claimtrack add [OPTIONS] -- TEXT",
    ),
    (["note", "--", "1", "-5 degrees", "--actor=me"], 2, "claimtrack note [OPTIONS] -- ID TEXT"),
    (["add", "--", "-5", "percent", "-3"], 2, ". Put text with spaces in quotation marks."),
    (["list", "Ada"], 2, "Got unexpected extra argument (Ada)"),
    # ... but not of a number, or where an option was misspelt.
    (["history", "-5"], 2, "No such option '-5'. Ids start at 1."),
    (["edit", "1", "--speaker", "Ada"], 2, "No such option '--speaker'. It is --claimant here."),
    (["ingest", "a.txt", "--claimant", "Ada"], 2, "It is --speaker here."),
    (["add", "Prices fell.", "--url", "https://a.example"], 2, "It is --source here."),
    (["add", "Prices fell.", "--claiment", "Ada"], 2, "Did you mean one of: '--claimant', '--link'?)"),
]
# Every command that takes a claim's id, with one that the desk does not have.
OF_A_CLAIM = [
    ("show", ""),
    ("history", ""),
    ("status", "open"),
    ("assign", "ada"),
    ("link", "https://a.example"),
    ("note", "Asked."),
    ("tag", "prices"),
    ("judge", "1 same"),
]
IDS = [
    ("99", 1, "there is no claim 99: see `claimtrack list`"),
    ("1000000000000000000", 1, "no claim 1000000000000000000"),
    # More than SQLite's 64 bits.
    (HUGE, 1, "the number is too large: ids and limits have at most 18 digits"),
    ("0", 2, "'0' is not a whole number of 1 or more"),
    ("one", 2, "'one' is not a whole number of 1 or more"),
]


@each_row(("command", "code", "words"), VALUES)
def test_a_bad_value_is_said_in_one_line_and_changes_nothing(
    run, two_claims, command, code, words, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    before = dump(two_claims)
    assert_one_line(run(*command), code, words)
    assert dump(two_claims) == before


@each_row(("command", "rest"), OF_A_CLAIM)
@each_row(("claim_id", "code", "words"), IDS)
def test_an_id_that_leads_nowhere_is_said_so_by_every_command(
    run, two_claims, command, rest, claim_id, code, words
):
    before = dump(two_claims)
    assert_one_line(run(command, claim_id, *rest.split()), code, words)
    assert dump(two_claims) == before


@pytest.mark.parametrize(
    "command", [["list", "--limit", HUGE], ["list", "--article", HUGE], ["search", "x", "--limit", HUGE]]
)
def test_a_number_that_no_database_holds_is_said_so(run, two_claims, command):
    assert_one_line(run(*command), 1, "the number is too large: ids and limits have at most 18 digits")


def test_a_negative_id_needs_no_dashes_to_be_refused(run, two_claims):
    result = run("show", "-1")
    assert result.exit_code == 2
    assert "-1" in result.stderr


def test_a_link_that_leads_back_to_itself_is_no_traceback(run, tmp_path):
    (tmp_path / "loop.db").symlink_to(tmp_path / "loop.db")
    for command in (["list"], ["init"], ["publish", "out.db"]):
        assert_one_line(run(*command, db=tmp_path / "loop.db"), 2, "give the file itself")


def test_a_word_that_is_searched_for_often_is_searched_for_once():
    """Sixty thousand times took eight seconds."""
    assert _search_words("prices " * 60_000 + '"fell fast" fell') == ["prices", "fell fast", "fell"]


def test_a_bad_value_does_not_create_a_desk(run, tmp_path):
    for command in (
        ["add", " "], ["add", "x", "--tag", "a" * 900], ["ingest", "missing.txt"], ["import", "csv", "missing.csv"],
        ["import", "claimreview", "missing.json"], ["init", "--name", " "],
    ):  # fmt: skip
        assert run(*command, db=tmp_path / "new.db").exit_code in (1, 2)
    assert not (tmp_path / "new.db").exists()


def test_an_escape_sequence_in_an_error_does_not_reach_the_terminal(run, two_claims):
    result = run("tag", "1", "\x1b]0;owned\x07", "--remove")
    assert result.exit_code == 1
    assert "\x1b" not in result.stderr


def test_an_actor_of_white_space_is_refused(run, two_claims):
    assert_one_line(
        run("note", "1", "Asked.", actor=" \t"),
        2,
        "the actor is empty: give your name with --actor or CLAIMTRACK_ACTOR",
    )


def dump(path):
    """Everything in the file, byte for byte."""
    with closing(sqlite3.connect(path)) as conn:
        return conn.serialize()


# ── articles ────────────────────────────────────────────────────────────────────────────────────

SOURCES = [
    ("empty.txt", b"", "empty.txt is empty"),
    ("blank.txt", b" \n\t\r\n", "blank.txt is empty"),
    ("film.txt", b"\x00\x01\x02" * 1000, "is a binary file"),
    ("page.pdf", b"%PDF-1.7 ...", "is a PDF"),
    ("claims.db", b"SQLite format 3\x00" + b"\x00" * 100, "give it as --db"),
    ("page.html", b"<html><body></body></html>", "no article text"),
]


@each_row(("name", "content", "words"), SOURCES)
@each_row("dry", [[], ["--dry-run"]])
def test_a_source_without_an_article_is_said_so(run, tmp_path, name, content, words, dry):
    folder = tmp_path / "sources"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    assert_one_line(run("ingest", folder / name, *dry, db=tmp_path / "new.db"), 1, words)
    assert not (tmp_path / "new.db").exists()


# ── the file ────────────────────────────────────────────────────────────────────────────────────

EVERY_COMMAND = [
    ["list"], ["show", "1"], ["search", "prices"], ["history", "1"], ["match", "Prices fell."], ["doctor"],
    ["duplicates"], ["judge", "1", "2", "same"], ["undo"], ["status", "1", "open"], ["assign", "1", "ada"],
    ["link", "1", "https://a.example"], ["note", "1", "Asked."], ["tag", "1", "prices"], ["backup", "copy.db"],
    ["triage", "--list"], ["export", "csv"],
]  # fmt: skip
CREATING = [["add", "Prices fell."], ["ingest", "article.txt"], ["init"]]


def foreign(path, desk):
    with sqlite3.connect(path) as conn:
        conn.execute("create table invoices (id integer primary key)")
    conn.close()


def text(path, desk):
    path.write_text("Dear editor, " * 100)


def newer(path, desk):
    shutil.copy(desk, path)
    with sqlite3.connect(path) as conn:
        conn.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) values ('claimtrack', '9999_next.sql', '')"
        )
    conn.close()


def cut_short(path, desk):
    path.write_bytes(desk.read_bytes()[:50_000])


FILES = [
    # Somebody else's database: our tables do not go into it.
    (foreign, "not a claimtrack desk"),
    (text, "not an SQLite database"),
    (newer, "install that version or a later one"),
    # Half a download.
    (cut_short, "restore"),
]


@each_row(("make", "words"), FILES)
@each_row("command", [*EVERY_COMMAND, *CREATING])
def test_a_file_that_is_no_desk_of_ours_is_refused_by_every_command(
    run, tmp_path, new_desk_file, monkeypatch, make, words, command
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text("Prices fell by 10 percent, Ada Miller said.")
    (tmp_path / "x.db").unlink(missing_ok=True)
    make(tmp_path / "x.db", new_desk_file)
    before = (tmp_path / "x.db").read_bytes()
    result = run(*command, db=tmp_path / "x.db")
    if make is cut_short and command == ["doctor"]:
        assert (result.exit_code, "False" in result.stdout or "restore" in result.stderr) == (1, True)
    else:
        assert_one_line(result, 1, words)
    assert (tmp_path / "x.db").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir() if "desk" not in path.name) == [
        "article.txt",
        "claims.db",
        "x.db",
    ]


@each_row("command", EVERY_COMMAND)
def test_a_desk_that_is_not_there_is_not_created_by_a_command_that_needs_one(run, tmp_path, command):
    result = run(*command, db=tmp_path / "typo.db")
    assert_one_line(result, 1, "init")
    assert not (tmp_path / "typo.db").exists()


@each_row("command", [*EVERY_COMMAND, *CREATING])
def test_a_folder_as_the_desk_is_a_mistake_in_the_call(run, tmp_path, command):
    assert_one_line(run(*command, db=tmp_path), 2, "is a directory")


@each_row("command", EVERY_COMMAND)
def test_an_empty_file_is_no_desk_yet_and_the_remedy_says_how_it_becomes_one(run, tmp_path, command):
    (tmp_path / "my desk.db").touch()
    result = run(*command, db=tmp_path / "my desk.db")
    assert_one_line(result, 1, f"create one with `claimtrack --db '{tmp_path}/my desk.db' init`")
    assert (tmp_path / "my desk.db").read_bytes() == b""


@pytest.mark.parametrize("command", [["list"], ["add", "Prices fell."], ["init"]])
def test_a_desk_without_a_name_is_a_mistake_in_the_call(run, command):
    assert_one_line(run(*command, db=""), 2, "--db is empty")


@pytest.mark.parametrize("command", [["add", "Prices fell."], ["init"]])
def test_a_desk_in_memory_is_refused_for_it_would_be_gone_at_once(run, command):
    assert_one_line(run(*command, db=":memory:"), 1, "give a file with --db")


def test_an_export_does_not_go_over_the_desk(run, two_claims):
    before = two_claims.read_bytes()
    for command in (["csv"], ["xlsx"], ["jsonl"], ["claimreview"]):
        assert_one_line(run("export", *command, "-o", two_claims), 1, "name another file with -o")
    assert two_claims.read_bytes() == before


def test_a_desk_in_a_folder_that_is_not_there_says_so(run, tmp_path):
    for command in (["init"], ["add", "Prices fell."], ["demo"]):
        assert_one_line(run(*command, db=tmp_path / "nowhere" / "x.db"), 1, "does not exist: create it")


WRITING = [
    ["add", "Prices rose."], ["ingest", "-"], ["judge", "1", "2", "same"], ["status", "1", "checking"],
    ["assign", "1", "ada"], ["link", "1", "https://a.example"], ["note", "1", "Asked."], ["tag", "1", "prices"],
]  # fmt: skip
ARTICLE = "Exports rose by 10 percent in 2023, Ada Miller said."


@pytest.mark.parametrize("command", WRITING, ids=lambda command: command[0])
def test_a_desk_that_another_program_holds_is_said_so(run, two_claims, monkeypatch, command):
    monkeypatch.setattr(connecting, "BUSY_TIMEOUT_MS", 20)
    before = dump(two_claims)
    other = sqlite3.connect(two_claims, isolation_level=None)
    other.execute("begin immediate")
    assert_one_line(run(*command, stdin=ARTICLE), 1, "another program is writing to it")
    other.close()
    assert dump(two_claims) == before


@pytest.mark.parametrize(
    "command", [["list"], ["show", "1"], ["match", "Prices fell."], ["backup", "copy.db"]]
)
def test_who_only_reads_does_not_wait_for_who_writes(run, two_claims, monkeypatch, tmp_path, command):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(connecting, "BUSY_TIMEOUT_MS", 20)
    other = sqlite3.connect(two_claims, isolation_level=None)
    other.execute("begin immediate")
    assert run(*command).exit_code == 0
    other.close()


@pytest.mark.parametrize("command", WRITING, ids=lambda command: command[0])
def test_a_file_that_may_not_be_written_is_said_so(run, two_claims, monkeypatch, command):
    """As the file system would refuse it: root, who runs CI, may write anything."""
    before = dump(two_claims)
    only_read(monkeypatch)
    assert_one_line(
        run(*command, stdin=ARTICLE),
        1,
        "the desk is read-only: check that its file and folder can be written to",
    )
    assert dump(two_claims) == before


def only_read(monkeypatch):
    prepare = connecting.prepare

    def prepare_read_only(conn):
        prepare(conn)
        conn.execute("pragma query_only = on")

    monkeypatch.setattr(connecting, "prepare", prepare_read_only)


@pytest.mark.parametrize("command", WRITING, ids=lambda command: command[0])
def test_a_full_disk_is_said_so_and_leaves_the_desk_as_it_was(run, two_claims, monkeypatch, command):
    with sqlite3.connect(two_claims) as conn:
        conn.execute("create table filler (x)")
        pages = conn.execute("pragma page_count").fetchone()[0]
        free = conn.execute("pragma freelist_count").fetchone()[0]
    conn.close()
    assert free == 0
    before = dump(two_claims)
    prepare = connecting.prepare

    def prepare_on_a_full_disk(conn):
        prepare(conn)
        conn.execute(f"pragma max_page_count = {pages}")

    monkeypatch.setattr(connecting, "prepare", prepare_on_a_full_disk)
    big = "Exports rose by 10 percent in 2023, Ada Miller said. " * 400
    result = run(*[word if word != "Asked." else "Asked." * 9000 for word in command], stdin=big)
    if result.exit_code:  # a small change fits into the pages that are there
        assert_one_line(result, 1, ": free some disk space and try again; nothing was lost")
        assert dump(two_claims) == before
    else:
        assert command[0] not in ("ingest", "note")


# ── bytes that are no text, streams that are closed: real processes ─────────────────────────────


def process(*args, cwd, stdin=subprocess.DEVNULL, **given):
    env = {
        name: value for name, value in os.environ.items() if not name.startswith(("CLAIMTRACK_", "PYTHONIO"))
    }
    return subprocess.run(
        [*COMMAND, *args], cwd=cwd, input=stdin if isinstance(stdin, bytes) else None,
        stdin=None if isinstance(stdin, bytes) else stdin, capture_output=True, env=env | given.pop("env", {}),
        check=False, **given,
    )  # fmt: skip


BROKEN = b"caf\xe9 prices"
NOT_UTF8 = [
    [b"add", BROKEN],
    [b"add", b"x", b"--claimant", BROKEN],
    [b"add", b"x", b"--source", BROKEN],
    [b"add", b"x", b"--tag", BROKEN],
    [b"add", b"x", b"--note", BROKEN],
    [b"note", b"1", BROKEN],
    [b"tag", b"1", b"prices", BROKEN],
    [b"assign", b"1", BROKEN],
    [b"link", b"1", b"https://a.example", b"--title", BROKEN],
    [b"link", b"1", b"https://a.example/" + BROKEN],
    [b"--actor", BROKEN, b"note", b"1", b"x"],
    [b"ingest", b"-", b"--outlet", BROKEN],
    [b"review", b"draft", b"1", b"--summary", BROKEN],
    [b"match", BROKEN],
    [b"match", b"x", b"--claimant", BROKEN],
    [b"search", BROKEN],
    [b"list", b"--claimant", BROKEN],
]


@each_row("command", NOT_UTF8)
def test_bytes_that_are_no_utf8_are_refused_and_nothing_is_written(run, two_claims, command):
    before = dump(two_claims)
    result = run(*map(os.fsdecode, command))
    assert_one_line(result, 2, "Invalid value for ")
    assert r"caf\xe9 prices" in result.stderr or r"caf\udce9 prices" in result.stderr
    assert dump(two_claims) == before


def test_a_process_refuses_them_alike(two_claims, tmp_path):
    result = process("--db", two_claims, b"add", BROKEN, cwd=tmp_path)
    last = result.stderr.splitlines()[-1]
    assert (result.returncode, b"Traceback" in result.stderr) == (2, False), result.stderr
    assert last.startswith(b"Error: Invalid value for ")
    assert rb"caf\xe9 prices" in last or rb"caf\udce9 prices" in last


def test_a_name_in_the_environment_that_is_no_utf8_is_refused(two_claims, tmp_path):
    result = process(
        "--db", two_claims, "note", "1", "x", cwd=tmp_path, env={"CLAIMTRACK_ACTOR": os.fsdecode(BROKEN)}
    )
    assert (result.returncode, b"not UTF-8 text" in result.stderr) == (2, True), result.stderr


def test_a_name_that_is_no_utf8_makes_no_desk(tmp_path):
    assert process("--db", tmp_path / "new.db", b"add", BROKEN, cwd=tmp_path).returncode == 2
    assert not (tmp_path / "new.db").exists()


def test_a_file_whose_name_is_no_utf8_is_ingested(desk_path, tmp_path):
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "w") as file:  # noqa: PTH123  # of bytes
        file.write(ARTICLE)
    result = process("--db", desk_path, b"ingest", name, cwd=tmp_path)
    assert (result.returncode, b"1 new, 0 repeating a claim" in result.stderr) == (0, True)


PIPED = [
    # As Windows programs pipe it.
    ("cp1252", "Caf\xe9 prices fell\r\n", "Caf\xe9 prices fell"),
    ("utf-16", "Caf\xe9 prices fell\r\n", "Caf\xe9 prices fell"),
    ("utf-8-sig", "Caf\xe9 prices fell\r\n", "Caf\xe9 prices fell"),
    ("utf-8", "Prices\0fell\n\n", "Prices\ufffdfell"),
    ("utf-8", "👩‍👩‍👧 prices fell", "👩‍👩‍👧 prices fell"),
    ("utf-8", "انخفضت الأسعار بمقدار الثلث", "انخفضت الأسعار بمقدار الثلث"),
]


@pytest.mark.parametrize(("encoding", "piped", "filed"), PIPED)
def test_a_claim_is_read_from_a_pipe_in_any_encoding(done, read, encoding, piped, filed):
    done("add", "-", stdin=piped.encode(encoding))
    assert [row["text"] for row in read("list")] == [filed]


CLOSED = [
    (["add", "Prices rose."], 0),
    (["ingest", "article.txt"], 0),
    (["list"], 0),
    (["add", "-"], 2),
    (["note", "1", "-"], 2),
    (["ingest", "-"], 2),
    (["check", "article.txt"], 0),
    (["check", "-"], 2),
    (["match", "--file", "-"], 2),
    (["triage", "--decisions", "-"], 2),
    (["import", "csv", "-"], 2),
    (["import", "claimreview", "-"], 2),
]
# Runs commands one after the other, in one process: each start takes as long as all of them.
ALL = """
import contextlib, io, json, sys
from claimtrack.cli import cli
assert sys.stdin is None
for command in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as talk:
        try:
            cli.main(command)
        except SystemExit as end:
            code = end.code
    print(json.dumps([code, talk.getvalue()]))
"""


def test_a_closed_standard_input_is_no_terminal(two_claims, tmp_path):
    (tmp_path / "article.txt").write_text(ARTICLE)
    desks = [shutil.copy(two_claims, tmp_path / f"{number}.db") for number in range(len(CLOSED))]
    commands = [["--db", str(desk), *command] for desk, (command, _) in zip(desks, CLOSED, strict=True)]
    call = ["sh", "-c", '"$@" <&-', "sh", sys.executable, "-c", ALL, json.dumps(commands)]
    result = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    for (command, code), line in zip(CLOSED, result.stdout.splitlines(), strict=True):
        ended, talk = json.loads(line)
        assert ended == code, (command, talk)
        assert code == 0 or "standard input is closed" in talk, command


@pytest.mark.parametrize(
    ("command", "code"), [CLOSED[0], CLOSED[3]], ids=["the words are given", "they are awaited"]
)
def test_a_process_whose_standard_input_is_closed_ends_alike(two_claims, tmp_path, command, code):
    call = ["sh", "-c", '"$@" <&-', "sh", *COMMAND, "--db", two_claims, *command]
    result = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (result.returncode, "Traceback" in result.stderr) == (code, False), result.stderr
    assert code == 0 or "standard input is closed" in result.stderr


@pytest.mark.parametrize("closed", ["1>&-", "2>&-"], ids=["standard output", "standard error"])
def test_a_process_whose_output_is_closed_does_its_work(two_claims, closed):
    for command in (["list"], ["add", "Ferry fares rose by 4 percent in May"], ["duplicates"]):
        call = ["sh", "-c", f'"$@" {closed}', "sh", *COMMAND, "--db", two_claims, *command]
        result = subprocess.run(call, capture_output=True, text=True, check=False)
        assert (result.returncode, "Error" in result.stdout + result.stderr) == (0, False), result.stderr


def test_a_file_of_nested_brackets_is_said_so(run, two_claims, tmp_path):
    path = tmp_path / "deep.ndjson"
    path.write_text('{"a":' * 100_000)
    assert_one_line(run("match", "--file", path), 1, 'line 1 is not a JSON object with a "text":')


def test_a_name_far_too_long_is_no_actor(run):
    """History would keep it in each row, and an error would print all of it."""
    result = run("undo", actor="x" * 301)
    assert_one_line(result, 1, "characters, and the limit is 300:")


READING = [
    "list",
    "match rents",
    "duplicates",
    "search rents",
    "show 3",
    "stats",
    "export csv",
    "export jsonl",
    "speaker list",
]
WRITING = ["add Rents", "add Rents --claimant Ben", "note 3 Asked", "tag 3 rents", "doctor --repair"]


@pytest.mark.parametrize("command", [*READING, *WRITING])
def test_a_row_in_another_encoding_stops_no_command(run, two_claims, command):
    with closing(sqlite3.connect(two_claims)) as conn, conn:
        conn.execute("insert into claimants (name) values (cast(x'4dfc6c6c6572' as text))")
        who = conn.execute("select max(id) from claimants").fetchone()[0]
        conn.execute(
            "insert into claims (text, claimant_id) values (cast(x'4dfc6e6368656e2072656e7473' as text), ?)",
            [who],
        )
    result = run(*command.split())
    assert (result.exit_code, "decode" in result.output) == (1 if command == "doctor --repair" else 0, False)
    assert "M\ufffdnchen rents" in run("list").stdout


@pytest.mark.parametrize(
    "fault",
    [
        UnicodeError("label"),
        OverflowError("too many"),
        RuntimeError("once more"),
    ],
)
def test_a_fault_of_ours_is_not_called_one_of_what_was_given(run, two_claims, fault, monkeypatch):
    def fail(*given, **named):
        monkeypatch.setattr(sys, "stdin", None)
        raise fault

    monkeypatch.setattr("claimtrack.store.views.claims", fail)
    with pytest.raises(type(fault), match=str(fault)):
        run("list")


@pytest.mark.parametrize(
    ("command", "given"),
    [
        pytest.param(
            ["user", "add", "Ada", "--role", "editor"], b"correct horse batter\xff\n", id="a password"
        ),
        pytest.param(["triage"], b"ecaf\xe9 prices\n\n\n", id="the words of an edit"),
        pytest.param(["triage"], b"\xe9\n", id="a key"),
    ],
)
@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
def test_typed_bytes_that_are_no_utf8_are_said_so(run, two_claims, tmp_path, command, given, errors):
    run("ingest", "-", stdin=ARTICLE.encode())
    before = dump(two_claims)
    encoding = {"PYTHONIOENCODING": f"utf-8:{errors}"}  # the second where the system tells no language
    result = process("--db", two_claims, *command, cwd=tmp_path, stdin=given, env=encoding)
    assert (result.returncode, b"Traceback" in result.stderr) == (1, False), result.stderr
    assert b"not UTF-8 text" in result.stderr or b"not a key" in result.stderr
    assert dump(two_claims) == before


@each_row(
    ("words", "told"),
    [
        (["list", "—status", "open"], "Begin an option with two hyphens: --status\n"),
        (["add", "Rents", "rose", "–date", "today"], "Begin an option with two hyphens: --date\n"),
        (["add", "“Rents", "rose”"], "Put text with spaces in straight quotation marks"),
        (["list", "--claimant", "„Ada", "Miller“"], "Put text with spaces in straight quotation marks"),
        (["list", "status=open"], "Got unexpected extra argument (status=open)"),
        (["status", "1,2", "open"], "put blanks between numbers, as in 12 15"),
        (["due", "1", "2026-02-30"], "not a day of the calendar: 2026-02-30"),
    ],
)
def test_what_a_word_processor_or_a_sheet_put_in_is_told(run, two_claims, words, told):
    result = run(*words)
    assert (result.exit_code, told in result.stderr) == (2, True), result.stderr


def test_a_word_of_the_desk_may_be_typed_as_the_desk_shows_it(done, two_claims):
    done("status", 1, "open")
    done("status", 1, "Checking")
    assert "checking → in_review" in done("status", 1, "In Review").stderr
    assert done("list", "--status", "in-review", "--format", "CSV").stdout.splitlines()[1].startswith("1,")
