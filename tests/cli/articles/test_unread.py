"""An article that makes the extractor fail is named and skipped: the rest is read, and JSON output stays valid."""

import json

import pytest

from claimtrack import plugins
from claimtrack.core.extract import extract as rules
from claimtrack.fetch.loaders import markdown
from claimtrack.workflow.articles import extracting, prefetching
from claimtrack.workflow.worker_process import WorkerProcess

GOOD = "Rents in Norbridge rose by {} percent in 2023, Ada Moor said."
BAD = "The article that nobody thought of. Rents rose by 7 percent."
FAULT = "claimtrack itself failed on this article with IndexError: list index out of range"


def extract_or_fail(article, options):
    """Finds claims as the rules do, but fails on the bad article."""
    return [][0] if article.text.startswith("The article") else rules(article, options)


@pytest.fixture
def fault(monkeypatch):
    monkeypatch.setattr(extracting, "extract", extract_or_fail)


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "inbox"
    place.mkdir()
    for name, text in (("a", GOOD.format(4)), ("b", BAD), ("c", GOOD.format(9))):
        (place / f"{name}.txt").write_text(text)
    return place


@pytest.fixture
def install_extractor(install):
    """Installs the extractor "odd" with this body."""

    def add(body):
        install(
            "plug_odd",
            f"def extract(article, options):\n    {body}\n",
            {plugins.EXTRACTORS: {"odd": "plug_odd:extract"}},
        )

    return add


def errors(result):
    """The errors, printed for people or for programs."""
    lines = result.stderr.splitlines()
    as_json = [json.loads(line)["error"] for line in lines if line.startswith('{"error": ')]
    return as_json or [line.removeprefix("Error: ") for line in lines if line.startswith("Error: ")]


def texts(result):
    return [row["text"][:32] for row in json.loads(result.stdout)]


@pytest.mark.usefixtures("fault")
@pytest.mark.parametrize("options", [[], ["--dry-run"]], ids=["filed", "dry run"])
def test_rest_of_a_folder_is_read_when_extraction_of_one_article_fails(run, folder, options):
    result = run("ingest", folder, "--format", "json", *options)
    assert result.exit_code == 1
    [error] = errors(result)
    assert error.startswith(f"{folder / 'b.txt'}: {FAULT}")
    assert "Please report this line along with" in error
    assert "leave the article out" in error
    assert len(texts(result)) == 2
    assert "2 new, 0 repeat" in result.stderr


@pytest.mark.usefixtures("fault")
@pytest.mark.parametrize("options", [[], ["--dry-run"]], ids=["filed", "dry run"])
def test_failing_article_alone_yields_no_rows_and_no_advice_about_headings(run, folder, options):
    result = run("ingest", folder / "b.txt", "--format", "json", *options)
    assert (result.exit_code, json.loads(result.stdout), len(errors(result))) == (1, [], 1)
    assert "0 new" in result.stderr
    assert "taken for headings" not in result.stderr


def test_loader_failure_is_reported_like_an_extractor_failure(run, folder, monkeypatch):
    (folder / "b.md").write_text("# Rents")
    monkeypatch.setattr(markdown, "load", lambda data, hints: {}["x"])
    result = run("ingest", folder, "--format", "json")
    assert errors(result)[0].startswith(
        f"{folder / 'b.md'}: claimtrack itself failed to read this, with KeyError:"
    )
    assert (result.exit_code, len(texts(result))) == (1, 4)


@pytest.mark.parametrize(("module", "function"), [(extracting, "extract"), (markdown, "load")])
def test_running_out_of_memory_does_not_ask_for_a_bug_report(run, folder, monkeypatch, module, function):
    def run_out_of_memory(*_):
        raise MemoryError

    (folder / "b.md").write_text(GOOD.format(4))
    monkeypatch.setattr(module, function, run_out_of_memory)
    result = run("ingest", folder / "b.md")
    assert result.exit_code == 1
    [error] = errors(result)
    assert error.startswith("there is not enough memory for this. Close other programs")


@pytest.mark.usefixtures("fault")
def test_failure_on_standard_input_names_standard_input(run):
    assert errors(run("ingest", "-", stdin=BAD))[0].startswith("standard input: claimtrack itself")


@pytest.mark.usefixtures("fault")
def test_check_of_an_unreadable_draft_does_not_say_that_nothing_repeats(run, run_ok, folder):
    run_ok("init")
    result = run("check", folder / "b.txt", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (1, [])
    assert errors(result)[0].startswith(f"{folder / 'b.txt'}: {FAULT}")
    assert "No sentence" not in result.stderr


@pytest.mark.usefixtures("fault")
def test_only_the_failing_article_is_skipped_when_another_process_reads_many(run, folder, monkeypatch):
    monkeypatch.setattr(prefetching, "count_cores", lambda: 2)
    # The article that the other process cannot read is left to this one, which meets the fault.
    original = WorkerProcess.call_later

    def call_later(other, work, *args):
        is_bad = any(article.text == BAD for article in args[:1])
        return original(other, not is_bad and work, *args)

    monkeypatch.setattr(WorkerProcess, "call_later", call_later)
    monkeypatch.setattr(prefetching, "_has_started", lambda begun: begun.result() or True)
    for number in range(prefetching.MIN_ARTICLES + 5):
        (folder / f"a{number:02}.txt").write_text(GOOD.format(number + 10))
    result = run("ingest", folder, "--format", "json")
    assert (result.exit_code, len(errors(result))) == (1, 1)
    assert len(texts(result)) == prefetching.MIN_ARTICLES + 7


@pytest.mark.parametrize("options", [[], ["--dry-run"]], ids=["filed", "dry run"])
def test_failing_plugin_is_named_with_the_article_and_the_rest_is_read(
    run, folder, install_extractor, options
):
    install_extractor(
        "if 'nobody' in article.text: raise ValueError('no model')\n    from claimtrack.core.extract import extract as e; return e(article, options)"
    )
    result = run("ingest", folder, "--extractor", "odd", "--format", "json", *options)
    [error] = errors(result)
    assert error.startswith(
        f"{folder / 'b.txt'}: the plug-in 'odd' failed on this article with ValueError: no model"
    )
    assert (result.exit_code, len(texts(result))) == (1, 2)


FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title></channel></rss>'


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
@pytest.mark.parametrize(
    ("name", "content", "code", "reason"),
    [
        ("inbox", {}, 0, "nobody has put anything there yet"),
        ("inbox", {".DS_Store": "x"}, 0, "only the Finder has put a file there"),
        ("inbox", {"chart.png": "x"}, 1, "somebody has, but it cannot be read"),
        ("inbox", {"blank.txt": " "}, 1, "the file may have been cut off"),
        ("feed.xml", FEED, 0, "a feed on a quiet day"),
        ("feed.json", '{"version": "https://jsonfeed.org/version/1.1", "items": []}', 0, "a quiet JSON feed"),
        ("data.json", '{"items": []}', 1, "JSON that is not a feed"),
        ("blank.txt", " ", 1, "not an article, and it will never become one"),
    ],
)
def test_source_with_nothing_to_read_yet_does_not_fail_a_nightly_job(
    run, tmp_path, options, name, content, code, reason
):
    place = tmp_path / name
    if isinstance(content, str):
        place.write_text(content)
    else:
        place.mkdir()
        for file, text in content.items():
            (place / file).write_text(text)
    result = run("ingest", place, *options)
    assert (result.exit_code, "Traceback" in result.stderr) == (code, False), (reason, result.stderr)
    assert str(place) in result.stderr
    assert "Short lines" not in result.stderr  # the advice after an article without claims


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_quiet_feed_yields_an_empty_json_list_and_creates_no_desk(run, tmp_path, options):
    feed = tmp_path / "feed.xml"
    feed.write_text(FEED)
    result = run("ingest", feed, *options, "--format", "json", db=tmp_path / "new.db")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert "1 source skipped" in result.stderr
    assert not (tmp_path / "new.db").exists()
