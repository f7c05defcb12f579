"""Mistakes in what a person types: one line with the remedy, exit code 1 (2 for usage), nothing changed."""

import sys

import pytest

from claimtrack.store.searching import _search_words
from tests.cli.conftest import assert_one_line, dump
from tests.tables import each_row

HUGE = "9" * 25


# ── values ──────────────────────────────────────────────────────────────────────────────────────

VALUES = [
    # Nothing to file.
    (["add", ""], 2, "the claim is empty"),
    (["add", " \t\n "], 2, "the claim is empty"),
    # Punctuation alone is neither filed nor looked up.
    (["add", "..."], 2, "the claim is empty"),
    (["match", "?!"], 2, "there are no words to look up"),
    # A whole text is not a claim: the remedy is another command.
    (["add", "word " * 200_000], 1, "claimtrack ingest"),
    # Only invisible characters: a zero-width space, a byte-order mark, a direction override.
    (["add", "\u200b\ufeff \u202e"], 2, "the claim is empty"),
    (["add", "Prices fell.", "--date", "2024-02-30"], 2, "YYYY-MM-DD"),
    (["add", "Prices fell.", "--date", "22.4.2024"], 2, "YYYY-MM-DD"),
    # Arabic-Indic digits look like a date to Python.
    (["add", "Prices fell.", "--date", "٢٠٢٤-٠٤-٢٢"], 2, "YYYY-MM-DD"),
    (["add", "Prices fell.", "--link", "javascript:alert(1)"], 2, "http:// or https://"),
    (["add", "Prices fell.", "--link", "https://"], 2, "http:// or https://"),
    (["add", "Prices fell.", "--link", "https://a.example/\x1b[31m"], 2, "http:// or https://"),
    # A source that looks like an address must be one: as text it would match no other source and lead nowhere.
    (["add", "Prices fell.", "--source", "ftp://a.example/x"], 1, "say in words where it was said"),
    (["add", "Prices fell.", "--source", "javascript:alert(1)"], 1, "http:// or https://"),
    (["add", "Prices fell.", "--source", "file:///etc/passwd"], 1, "http:// or https://"),
    (["add", "Prices fell.", "--source", "//a.example"], 1, "http:// or https://"),
    (["add", "Prices fell.", "--source", "https://"], 1, "http:// or https://"),
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
    # A link that readers could not see.
    (["publish", "out.db", "--link", " ", "https://a.example"], 2, "a --link has no title"),
    (["export", "markdown", "1", "--link", " ", "https://a.example"], 2, "a --link has no title"),
    # It does start with https://, so the message must give the real reason.
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
    # Not a step that the desk allows: the message names those that are.
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
    (["list", "--since", "2023-02-29"], 2, "YYYY-MM-DD"),
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
    # NaN passes every comparison, and no score would exceed it.
    (["ingest", "a.txt", "--min-score", "nan"], 2, "not a number"),
    (["ingest", "a.txt", "--date", "2024-13-01"], 2, "YYYY-MM-DD"),
    (["ingest", "ftp://a.example/x"], 1, "http or https address"),
    # An unset shell variable must not be taken for the current folder.
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
    # A long bad value is repeated in part, and the remedy still follows it.
    (["status", "1", "x" * 100_000], 2, "'rejected'."),
    (["backup", "nowhere/copy.db"], 1, "the folder nowhere does not exist: create it"),
    (["backup", "x" * 300], 1, ". Choose another place"),
    # An unset shell variable; and a database cannot be written to a stream.
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
    # A typing error: the intended command is suggested.
    (["lst"], 2, "Did you mean 'list'?"),
    (["frobnicate"], 2, "No such command 'frobnicate'"),
    # Commands of other programs.
    (["help"], 2, "`claimtrack --help` lists the commands"),
    (["merge", "2", "3"], 2, "`claimtrack judge ID OTHER same`"),
    (["rm", "3"], 2, "`claimtrack status ID rejected`"),
    (["split", "3"], 2, "`claimtrack edit ID --text`"),
    (["--colour", "list"], 2, "No such option"),
    # Text that begins with a dash looks like an option: the remedy is given wherever text or a file is expected ...
    (
        ["add", "-5 percent of all homes stand empty"],
        2,
        "Put text that begins with a dash last, after two",
    ),
    (["match", "-5 percent of all homes"], 2, "claimtrack match [OPTIONS] -- [TEXT]"),
    (["search", "-5 percent"], 2, "claimtrack search [OPTIONS] -- QUERY"),
    (["note", "1", "-- so she says"], 2, "claimtrack note [OPTIONS] -- ID... TEXT"),
    (["check", "-draft.txt"], 2, "claimtrack check [OPTIONS] -- DRAFT"),
    (["user", "add", "-ada"], 2, "claimtrack user add [OPTIONS] -- NAME"),
    (
        ["add", "Prices", "fell"],
        2,
        "Got unexpected extra argument (fell). Put text with spaces in quotation marks.",
    ),
    # ... and where options follow the two dashes, which turn them into text.
    (
        ["add", "--", "-5 percent", "--claimant", "Ann"],
        2,
        "Got unexpected extra arguments (--claimant Ann). Nothing after two dashes is read as an option, so put "
        "options before them: claimtrack add [OPTIONS] -- TEXT",
    ),
    (["note", "--", "1", "-5 degrees", "--actor=me"], 2, "claimtrack note [OPTIONS] -- ID... TEXT"),
    (["add", "--", "-5", "percent", "-3"], 2, ". Put text with spaces in quotation marks."),
    (["list", "Ada"], 2, "Got unexpected extra argument (Ada)"),
    # The file of the desk, the value of an option, a second number or "help" where none is expected.
    (["init", "my.db"], 2, "Give the file of the desk with its option: --db my.db"),
    (["serve", "my.db"], 2, "Give the file of the desk with its option: --db my.db"),
    (["serve", "a.db", "b.db"], 2, "For several at one address, use `datasette a.db b.db`"),
    (["serve", "a.db", "8001"], 2, "Give the file of the desk with its option: --db a.db"),
    (["show", "1", "my.db"], 2, "(my.db). Give the file of the desk with its option: --db my.db"),
    (["list", "proposed"], 2, "It is a value of --status: write --status proposed"),
    (["show", "1", "2"], 2, "(2). Give one number at a time"),
    (["doctor", "help"], 2, "`claimtrack doctor --help` explains this command"),
    # One dash before a long option, or another program's name of one.
    (["-db", "my.db", "list"], 2, "No such option '-d'. Options have two dashes: --db."),
    (
        ["list", "-status", "open"],
        2,
        "Options have two dashes: --said-since, --said-until, --since, --sort, --status.",
    ),
    (["--database", "my.db", "list"], 2, "No such option '--database'. It is --db here."),
    # Arguments in another order, or without their option.
    (
        ["status", "open", "1"],
        2,
        "'open' is not a whole number of 1 or more. Numbers come first, then STATUS",
    ),
    (["link", "1", "https://a.example", "supports"], 2, ". Numbers come first, then SOURCE[=STANCE]"),
    (["assign", "Ada", "1"], 2, "Put text with spaces in quotation marks. Numbers come first."),
    (["edit", "1", "Prices rose."], 2, "Other values are given with options, such as --text"),
    (["review", "draft", "1", "false"], 2, "Other values are given with options, such as --rating"),
    (["show", "prices"], 2, "To find the number of a claim, use `claimtrack search WORDS`"),
    (["articles", "edit", "Ada", "--language", "cy"], 2, "'Ada' is not a whole number of 1 or more"),
    # The name of a file for the text in it, the text for its file, and a number for the file of a public copy.
    (["add", __file__], 2, "is a file, and TEXT stands for the words themselves: to read an article, use"),
    (["match", __file__], 2, "to look its sentences up, use `claimtrack check"),
    (["match", __file__], 2, ". If these are the words, pipe them in and give `-`"),
    (
        ["check", "Prices fell by a tenth in May."],
        1,
        ". If it is the text itself, save it in a file, or pipe it in",
    ),
    (["publish", "1"], 2, "to publish a review, use `claimtrack review publish REVIEW` (./1 for a file"),
    # Names of commands from the pages, or without their group; and words where a group has its own commands.
    (["approve", "1"], 2, "It is `claimtrack review approve`."),
    (["open"], 2, "`claimtrack serve`"),
    (["find", "rents"], 2, "`claimtrack search QUERY`"),
    (["verdict", "3"], 2, "`claimtrack review draft ID --rating LABEL`"),  # "edit" is spelt most like it
    (["update", "3"], 2, "`claimtrack review update REVIEW`"),  # and "duplicates" like this
    (["articles", "show", "1"], 2, "`claimtrack list --article ARTICLE` lists the claims of one."),
    (["articles", "delete", "1"], 2, "use `claimtrack import undo` with what `claimtrack import list` shows"),
    (["review", "1"], 2, "Its commands are address, approve, correct,"),
    (["import", "claims.csv"], 2, "to import the rows of a sheet, `claimtrack import csv FILE`."),
    (["export", "claims.csv"], 2, "`claimtrack export csv -o FILE`."),
    (["import", "csvv", "a"], 2, "No such command 'csvv'. Did you mean 'csv'?"),
    # ... but not for a number, or where an option was misspelt.
    (["history", "-5"], 2, "No such option '-5'. Ids start at 1."),
    (["edit", "1", "--speaker", "Ada"], 2, "No such option '--speaker'. It is --claimant here."),
    (["ingest", "a.txt", "--claimant", "Ada"], 2, "It is --speaker here."),
    (["add", "Prices fell.", "--url", "https://a.example"], 2, "It is --source here."),
    (["list", "--json"], 2, "No such option '--json'. It is --format json here."),
    (["list", "--nl"], 2, "No such option '--nl'. It is --format ndjson here."),
    (["serve", "--json"], 2, "No such option '--json'"),
    (["add", "Prices fell.", "--claiment", "Ada"], 2, "Did you mean one of: '--claimant', '--link'?)"),
]
# Every command that takes a claim's id, and its other arguments.
COMMANDS_WITH_ID = [
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
def test_bad_value_is_reported_in_one_line_and_changes_nothing(
    run, two_claims, command, code, words, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    before = dump(two_claims)
    assert_one_line(run(*command), code, words)
    assert dump(two_claims) == before


@each_row(("command", "rest"), COMMANDS_WITH_ID)
@each_row(("claim_id", "code", "words"), IDS)
def test_unknown_or_invalid_id_is_reported_by_every_command(
    run, two_claims, command, rest, claim_id, code, words
):
    before = dump(two_claims)
    assert_one_line(run(command, claim_id, *rest.split()), code, words)
    assert dump(two_claims) == before


@pytest.mark.parametrize("command", ["list --limit", "list --article", "search x --limit", "history --limit"])
def test_number_too_large_for_the_database_is_reported(run, two_claims, command):
    for number in (HUGE, 2**63 - 1):
        told = "the number is too large: ids and limits have at most 18 digits"
        assert_one_line(run(*command.split(), number), 1, told)
    largest = run(*command.split(), 2**63 - 2)
    assert largest.exit_code == 0 or "no article" in largest.stderr


def test_negative_id_is_refused(run, two_claims):
    result = run("show", "-1")
    assert result.exit_code == 2
    assert "-1" in result.stderr


def test_link_to_itself_is_refused_as_a_desk(run, tmp_path):
    (tmp_path / "loop.db").symlink_to(tmp_path / "loop.db")
    for command in (["list"], ["init"], ["publish", "out.db"]):
        assert_one_line(run(*command, db=tmp_path / "loop.db"), 2, "give the file itself")


def test_word_that_is_repeated_in_a_query_is_searched_once():
    """A query of sixty thousand equal words took eight seconds."""
    assert _search_words("prices " * 60_000 + '"fell fast" fell') == ["prices", "fell fast", "fell"]


def test_bad_value_does_not_create_a_desk(run, tmp_path):
    for command in (
        ["add", " "], ["add", "x", "--tag", "a" * 900], ["ingest", "missing.txt"], ["import", "csv", "missing.csv"],
        ["import", "claimreview", "missing.json"], ["init", "--name", " "],
    ):  # fmt: skip
        assert run(*command, db=tmp_path / "new.db").exit_code in (1, 2)
    assert not (tmp_path / "new.db").exists()


def test_escape_sequence_in_an_error_does_not_reach_the_terminal(run, two_claims):
    result = run("tag", "1", "\x1b]0;owned\x07", "--remove")
    assert result.exit_code == 1
    assert "\x1b" not in result.stderr


def test_blank_actor_is_refused(run, two_claims):
    assert_one_line(
        run("note", "1", "Asked.", actor=" \t"),
        2,
        "the actor is empty: give your name with --actor or CLAIMTRACK_ACTOR",
    )


def test_overlong_actor_is_refused(run):
    """History would store the name in each row, and an error would print all of it."""
    result = run("undo", actor="x" * 301)
    assert_one_line(result, 1, "characters, and the limit is 300:")


@pytest.mark.parametrize(
    "fault",
    [
        UnicodeError("label"),
        OverflowError("too many"),
        RuntimeError("once more"),
    ],
)
def test_internal_error_is_not_reported_as_a_mistake_in_the_input(run, two_claims, fault, monkeypatch):
    def fail(*args, **kwargs):
        monkeypatch.setattr(sys, "stdin", None)
        raise fault

    monkeypatch.setattr("claimtrack.store.views.claims", fail)
    with pytest.raises(type(fault), match=str(fault)):
        run("list")


# ── articles and files of claims ────────────────────────────────────────────────────────────────

SOURCES = [
    ("empty.txt", b"", "empty.txt is empty"),
    ("blank.txt", b" \n\t\r\n", "blank.txt is empty"),
    ("film.txt", b"\x00\x01\x02" * 1000, "is a binary file"),
    ("page.pdf", b"%PDF-1.7 ...", "is a PDF"),
    ("claims.db", b"SQLite format 3\x00" + b"\x00" * 100, "give it as --db"),
    ("page.html", b"<html><body></body></html>", "no article text"),
]


@each_row(("name", "content", "words"), SOURCES)
@each_row("options", [[], ["--dry-run"]])
def test_source_without_an_article_is_reported(run, tmp_path, name, content, words, options):
    folder = tmp_path / "sources"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    assert_one_line(run("ingest", folder / name, *options, db=tmp_path / "new.db"), 1, words)
    assert not (tmp_path / "new.db").exists()


def test_file_of_deeply_nested_brackets_is_reported(run, two_claims, tmp_path):
    path = tmp_path / "deep.ndjson"
    path.write_text('{"a":' * 100_000)
    assert_one_line(run("match", "--file", path), 1, 'line 1 is not a JSON object with a "text":')


@each_row(
    ("words", "message"),
    [
        (["list", "—status", "open"], "Begin an option with two hyphens: --status\n"),
        (["add", "Rents", "rose", "–date", "today"], "Begin an option with two hyphens: --date\n"),
        (["add", "“Rents", "rose”"], "Put text with spaces in straight quotation marks"),
        (["list", "--claimant", "„Ada", "Miller“"], "Put text with spaces in straight quotation marks"),
        (["add", "Rents", "—rose"], "(—rose). Put text with spaces in quotation marks."),
        (["add", "“Rents", "fell", "—", "twice”"], "Put text with spaces in straight quotation marks"),
        (["show", "1", "—"], "Got unexpected extra argument (—)\n"),
        (["list", "–help"], "Begin an option with two hyphens: --help\n"),
        (
            ["status", "1", "“In", "Review”"],
            "'“In' is not a whole number of 1 or more. Put text with spaces in",
        ),
        (["due", "1", "„today“"], "as in 2024-04-22. Put text with spaces in straight quotation marks"),
        (["assign", "1,", "2", "Ben"], "'1,': put spaces between numbers, as in 12 15"),
        (["list", "status=open"], "Got unexpected extra argument (status=open)"),
        (["status", "1,2", "open"], "put spaces between numbers, as in 12 15"),
        (["due", "1", "2026-02-30"], "not a day of the calendar: 2026-02-30"),
    ],
)
def test_typographic_dashes_and_quotation_marks_are_explained(run, two_claims, words, message):
    result = run(*words)
    assert (result.exit_code, message in result.stderr) == (2, True), result.stderr


def test_status_and_format_ignore_capitals_spaces_and_hyphens(run_ok, two_claims):
    run_ok("status", 1, "open")
    run_ok("status", 1, "Checking")
    assert "checking → in review" in run_ok("status", 1, "In Review").stderr
    assert run_ok("list", "--status", "in-review", "--format", "CSV").stdout.splitlines()[1].startswith("1,")
