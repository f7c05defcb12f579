"""The documentation is complete: everything a user can type is documented, and its links lead somewhere.

Its shell sessions are run by tests/documents, for `scripts/docs --check`.
"""

import doctest
import re
from functools import cache
from pathlib import Path

import click
from click.testing import CliRunner

import claimtrack
from claimtrack.api.reviews import Reviews
from claimtrack.cli import cli
from claimtrack.core.sheets.sheets import EDITABLE_FIELDS
from tests.tables import each_row

ROOT = Path(claimtrack.__file__).resolve().parent.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "schema" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
DOCS = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)


def walk(command, path=("claimtrack",)):
    yield " ".join(path), command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from walk(command.get_command(context, name), (*path, name))


COMMANDS = dict(walk(cli))


# ── commands ────────────────────────────────────────────────────────────────────────────────────


@each_row("name", COMMANDS)
def test_command_help_explains_the_command_and_shows_an_example(name):
    text = COMMANDS[name].help or ""
    first, _, rest = text.partition("\n")
    assert first.strip().endswith((".", ":")), first
    assert re.search(rf"^\s*(.*\| )?{_pattern_of_command(name)}", rest, re.MULTILINE), (
        f"no example in the help of {name}"
    )


def _pattern_of_command(name):
    """A pattern for the command as a person types it: options may follow `claimtrack`."""
    program, *words = name.split()
    return r"\s".join([program + r"( --\w+ \S+)*", *words]) + r"\b"


@each_row("name", COMMANDS)
def test_every_option_has_help_in_full_sentences(name):
    options = [param for param in COMMANDS[name].params if isinstance(param, click.Option)]
    whole = re.compile(r".+\.(  \[default: .+\])?", re.DOTALL)
    assert [option.name for option in options if not whole.fullmatch(option.help or "")] == []


@each_row("name", COMMANDS)
def test_usage_lines_never_break_a_word(name):
    def usage(columns):
        run = CliRunner().invoke(
            cli, [*name.split()[1:], "--help"], prog_name="claimtrack", terminal_width=columns
        )
        return squeezed(run.output.partition("\n\n")[0])

    assert usage(80) == usage(1000)


def test_the_commands_page_lists_exactly_the_existing_commands():
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    headings = re.findall(r"^#{2,} (claimtrack.*)$", page, re.MULTILINE)
    assert headings == list(COMMANDS), "run scripts/docs"


# ── tables, settings, links ─────────────────────────────────────────────────────────────────────


def test_the_schema_readme_explains_every_table(desk):
    page = (ROOT / "schema" / "README.md").read_text(encoding="utf-8")
    prose = page.split("## How they hang together")[0]
    tables = {name for name in desk.table_names() if not re.search(r"_fts_", name)}
    assert tables - set(re.findall(r"`(\w+)`", prose)) == set(), "say in schema/README.md what a row is"


def test_the_exports_page_names_the_columns_of_claims_and_the_fields_of_an_import(desk):
    page = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    [written] = re.findall(r"^\| `claims`.*", page, re.MULTILINE)
    [read] = re.findall(r"^The fields are .+?\n\n", page, re.MULTILINE | re.DOTALL)
    for columns, told in ((desk["claim_sheet"].columns_dict, written), (EDITABLE_FIELDS, read)):
        assert [one for one in columns if f"`{one}`" not in told] == [], "name it in docs/exports.md"


def test_the_architecture_page_names_tests_that_exist():
    table = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("| then run |")[2]
    named = re.findall(r"`([^`]+)`", " ".join(row.split("|")[-2] for row in table.splitlines() if "|" in row))
    paths = [path for names in named for path in names.split()]
    assert paths
    assert [path for path in paths if not (ROOT / "tests" / path).exists()] == []


def test_every_environment_variable_is_documented():
    files = [*(ROOT / "claimtrack").rglob("*.py"), *(ROOT / "scripts").iterdir()]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files if path.is_file())
    settings = set(re.findall(r"\bCLAIMTRACK_[A-Z]+\b", text))
    assert "CLAIMTRACK_DB" in settings
    assert {name for name in settings if f"`{name}`" not in DOCS} == set()


def links():
    for page in [*PAGES, ROOT / "tests" / "cases" / "README.md", ROOT / "benchmarks" / "notes.md"]:
        for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
            if not re.match(r"[a-z]+:", target):
                yield page.relative_to(ROOT).as_posix(), target


@cache
def anchors(page):
    """The anchors of a page's headings, derived as GitHub does."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.*)", re.sub(r"\[(.*?)\]\(.*?\)", r"\1", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@each_row(("page", "target"), sorted(set(links())))
def test_every_relative_link_leads_to_an_existing_file_and_heading(page, target):
    path, _, anchor = target.partition("#")
    linked = (ROOT / page).parent / path if path else ROOT / page
    assert linked.exists()
    assert not anchor or anchor in anchors(linked)


def test_the_index_links_every_page():
    linked = set(re.findall(r"\]\((\w+\.md)\)", (ROOT / "docs" / "index.md").read_text(encoding="utf-8")))
    assert linked == {path.name for path in (ROOT / "docs").glob("*.md")} - {"index.md"}


# ── the Python page ──────────────────────────────────────────────────────────────────────────


def test_the_examples_of_the_python_page_run_as_shown(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    page = str(ROOT / "docs" / "python.md")
    result = doctest.testfile(page, module_relative=False, optionflags=doctest.ELLIPSIS, encoding="utf-8")
    assert result.attempted > 10
    assert result.failed == 0, capsys.readouterr().out


def test_the_python_page_mentions_every_method_of_the_api():
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    public = {name for kind in (claimtrack.Desk, Reviews) for name in dir(kind) if not name.startswith("_")}
    assert {name for name in public if not re.search(rf"\b{name}\b", page)} == set()


# ── the benchmarks page ──────────────────────────────────────────────────────────────────────


def test_totals_in_the_benchmarks_text_match_the_tables():
    page = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")

    def sums(pattern):
        rows = re.findall(rf"^\| {pattern} \|$", page, re.MULTILINE)
        return [sum(int(figure.replace(",", "")) for figure in column) for column in zip(*rows, strict=True)]

    counts = r"(\d+) / (\d+) \| \d+ \| (\d+) / (\d+) \| \d+"
    for table in (rf"(?:\d\d|worked) \| {counts}", rf"never looked at, \d\d \| {counts}"):
        apart, changed, turned, rewordings = sums(table)
        assert f" {changed - apart} of {changed:,} |" in page
        assert f" {turned} of {rewordings:,} |" in page
    kinds = "(?:numbers and time|verbs of the news|grammar|names, spelling, words cut short)"
    equal, conflicts, _, merged = sums(rf"{kinds} \| ([\d,]+) \| (\d+) \| (\d+) \| [\d,]+ \| (\d+)")
    sentence = f"{conflicts} of the {equal:,} equal pairs are called a conflict and {merged} different ones a duplicate"
    assert sentence in squeezed(page)


# ── the triage page ──────────────────────────────────────────────────────────────────────────


def test_triage_prompts_as_its_page_shows(tmp_path):
    def run(*words, **given):
        options = ["--db", str(tmp_path / "claims.db")]
        return CliRunner().invoke(cli, [*options, *words], catch_exceptions=False, **given).output

    article = tmp_path / "bridge.txt"
    sentences = (
        "The mayor opened the bridge. “Unemployment fell by 12 percent in two years,” said Ada Miller."
    )
    article.write_text(f"{sentences}\n\nThe council did not comment.\n", encoding="utf-8")
    run("add", "In two years unemployment went down by 12%", "--claimant", "Ada Miller")
    run("status", "1", "checking")
    run("assign", "1", "")
    run("ingest", str(article), "--outlet", "The Daily", "--date", "2024-04-22")
    printed = squeezed(run("triage", input="q\n"))
    page = (ROOT / "docs" / "triage.md").read_text(encoding="utf-8")
    shown = re.search(r"^```text\n(.*?)^```", page, re.MULTILINE | re.DOTALL)[1]
    assert [line for line in shown.splitlines() if squeezed(line) not in printed] == []


@each_row("page", PAGES)
def test_code_blocks_can_be_pasted(page):
    """A prompt before a command, or before its continuation line, would be pasted with it."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert [line for block in blocks for line in block.splitlines() if re.match(r"[$>]( |$)", line)] == []


def squeezed(text):
    """Collapse runs of white space, as the docs shorten wide columns."""
    return " ".join(text.split())
