"""An article on which the extractor fails is named and left out: the rest is read, and programs get their JSON."""

import json

import pytest

from claimtrack import plugins
from claimtrack.core.extract import extract as rules
from claimtrack.fetch import markdown
from claimtrack.workflow.articles import extracting, prefetching
from claimtrack.workflow.articles.worker_process import WorkerProcess

GOOD = "Rents in Norbridge rose by {} percent in 2023, Ada Moor said."
BAD = "The article that nobody thought of. Rents rose by 7 percent."
FAULT = "claimtrack itself failed on this article with IndexError: list index out of range"


def failing(article, options):
    """Finds claims as the rules do, but for the one article."""
    return [][0] if article.text.startswith("The article") else rules(article, options)


@pytest.fixture
def fault(monkeypatch):
    monkeypatch.setattr(extracting, "extract", failing)


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "inbox"
    place.mkdir()
    for name, text in (("a", GOOD.format(4)), ("b", BAD), ("c", GOOD.format(9))):
        (place / f"{name}.txt").write_text(text)
    return place


@pytest.fixture
def odd(install):
    """Installs the extractor "odd" with the body given."""

    def add(body):
        install(
            "plug_odd",
            f"def extract(article, options):\n    {body}\n",
            {plugins.EXTRACTORS: {"odd": "plug_odd:extract"}},
        )

    return add


def errors(result):
    return [line for line in result.stderr.splitlines() if line.startswith("Error: ")]


def texts(result):
    return [row["text"][:32] for row in json.loads(result.stdout)]


@pytest.mark.usefixtures("fault")
@pytest.mark.parametrize("how", [[], ["--dry-run"]], ids=["filed", "dry run"])
def test_the_rest_of_a_folder_is_read_and_counted(run, folder, how):
    result = run("ingest", folder, "--format", "json", *how)
    assert result.exit_code == 1
    [error] = errors(result)
    assert error.startswith(f"Error: {folder / 'b.txt'}: {FAULT}")
    assert "Please report this line along with" in error
    assert "leave the article out" in error
    assert len(texts(result)) == 2
    assert "2 new, 0 repeat" in result.stderr


@pytest.mark.usefixtures("fault")
@pytest.mark.parametrize("how", [[], ["--dry-run"]], ids=["filed", "dry run"])
def test_alone_it_leaves_no_rows_and_no_advice_about_headings(run, folder, how):
    result = run("ingest", folder / "b.txt", "--format", "json", *how)
    assert (result.exit_code, json.loads(result.stdout), len(errors(result))) == (1, [], 1)
    assert "0 new" in result.stderr
    assert "taken for headings" not in result.stderr


def test_a_file_that_no_loader_of_ours_bears_is_told_likewise(run, folder, monkeypatch):
    (folder / "b.md").write_text("# Rents")
    monkeypatch.setattr(markdown, "load", lambda data, hints: {}["x"])
    result = run("ingest", folder, "--format", "json")
    assert errors(result)[0].startswith(
        f"Error: {folder / 'b.md'}: claimtrack itself failed to read this, with KeyError:"
    )
    assert (result.exit_code, len(texts(result))) == (1, 4)


@pytest.mark.parametrize(("module", "function"), [(extracting, "extract"), (markdown, "load")])
def test_where_the_memory_does_not_suffice_nobody_is_asked_for_a_report(
    run, folder, monkeypatch, module, function
):
    def needing_more(*_):
        raise MemoryError

    (folder / "b.md").write_text(GOOD.format(4))
    monkeypatch.setattr(module, function, needing_more)
    result = run("ingest", folder / "b.md")
    assert result.exit_code == 1
    [error] = errors(result)
    assert error.startswith("Error: there is not enough memory for this. End other programs")


@pytest.mark.usefixtures("fault")
def test_standard_input_is_called_by_its_name(run):
    assert errors(run("ingest", "-", stdin=BAD))[0].startswith("Error: standard input: claimtrack itself")


@pytest.mark.usefixtures("fault")
def test_a_draft_that_cannot_be_read_is_not_said_to_repeat_nothing(run, done, folder):
    done("init")
    result = run("check", folder / "b.txt", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (1, [])
    assert errors(result)[0].startswith(f"Error: {folder / 'b.txt'}: {FAULT}")
    assert "No sentence" not in result.stderr


@pytest.mark.usefixtures("fault")
def test_of_many_articles_that_another_process_reads_only_the_one_is_left_out(run, folder, monkeypatch):
    monkeypatch.setattr(prefetching, "_count_cores", lambda: 2)
    # What the other process cannot read this one is to read, and meets the fault.
    asked = WorkerProcess.call_later

    def call_later(other, work, *given):
        is_bad = any(one.text == BAD for one in given[:1])
        return asked(other, not is_bad and work, *given)

    monkeypatch.setattr(WorkerProcess, "call_later", call_later)
    monkeypatch.setattr(prefetching, "_has_started", lambda begun: begun.result() or True)
    for number in range(prefetching.MIN_ARTICLES + 5):
        (folder / f"a{number:02}.txt").write_text(GOOD.format(number + 10))
    result = run("ingest", folder, "--format", "json")
    assert (result.exit_code, len(errors(result))) == (1, 1)
    assert len(texts(result)) == prefetching.MIN_ARTICLES + 7


@pytest.mark.parametrize("how", [[], ["--dry-run"]], ids=["filed", "dry run"])
def test_a_plugin_that_fails_is_named_with_the_article_and_the_rest_is_read(run, folder, odd, how):
    odd(
        "if 'nobody' in article.text: raise ValueError('no model')\n    from claimtrack.core.extract import extract as e; return e(article, options)"
    )
    result = run("ingest", folder, "--extractor", "odd", "--format", "json", *how)
    [error] = errors(result)
    assert error.startswith(
        f"Error: {folder / 'b.txt'}: the plug-in 'odd' failed on this article with ValueError: no model"
    )
    assert (result.exit_code, len(texts(result))) == (1, 2)


FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title></channel></rss>'


@pytest.mark.parametrize("how", [(), ("--dry-run",)])
@pytest.mark.parametrize(
    ("name", "content", "code", "why"),
    [
        ("inbox", {}, 0, "nobody has put anything there yet"),
        ("inbox", {".DS_Store": "x"}, 0, "the Finder did, but nobody else"),
        ("inbox", {"chart.png": "x"}, 1, "somebody did, and it is not read"),
        ("inbox", {"blank.txt": " "}, 1, "a file that was cut off, say"),
        ("feed.xml", FEED, 0, "a feed on a quiet day"),
        ("feed.json", '{"version": "https://jsonfeed.org/version/1.1", "items": []}', 0, "another"),
        ("data.json", '{"items": []}', 1, "no feed"),
        ("blank.txt", " ", 1, "no article, and it will never be one"),
    ],
)
def test_what_has_nothing_to_read_yet_fails_no_nightly_job(run, tmp_path, how, name, content, code, why):
    place = tmp_path / name
    if isinstance(content, str):
        place.write_text(content)
    else:
        place.mkdir()
        for file, text in content.items():
            (place / file).write_text(text)
    done = run("ingest", place, *how)
    assert (done.exit_code, "Traceback" in done.stderr) == (code, False), (why, done.stderr)
    assert str(place) in done.stderr
    assert "Short lines" not in done.stderr  # as where an article was read and nothing found
