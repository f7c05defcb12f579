"""`ingest` shows its progress through a long text, on a terminal and without one."""

import pytest

from claimtrack.cli.output import messages
from claimtrack.core.extract import Options, extract
from claimtrack.core.model import Article
from claimtrack.workflow.articles import reporting
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import BUILT_IN
from claimtrack.workflow.articles.ingesting import ingest_article

STEPS = ["Reading the text", "Filing its claims"]
TEXT = "\n\n".join(f"The harbour of Ness took in {tons:,} tons of cod in {2000 + tons}." for tons in range(9))


class RecordedProgress:
    """The progress reported of each step, as pairs (done, total)."""

    def __init__(self):
        self.steps = {}

    def __call__(self, step):
        self._pairs = self.steps.setdefault(step, [])
        return self

    def __enter__(self):
        return lambda done, total: self._pairs.append((done, total))

    def __exit__(self, *error):
        pass


@pytest.fixture
def long_text(monkeypatch, tmp_path):
    """The file of a text that counts as long; its progress is reported however short each step is."""
    monkeypatch.setattr(reporting, "_LONG", 100)
    monkeypatch.setattr(messages, "_PROGRESS_INTERVAL", 0)
    path = tmp_path / "long.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_reading_counts_paragraphs_and_filing_counts_claims(desk):
    progress = RecordedProgress()
    ingest_article(desk, Article(TEXT), follow=progress, actor="ada")
    assert list(progress.steps) == STEPS
    assert [pairs[-1] for pairs in progress.steps.values()] == [(9, 9), (9, 9)]
    read = [done for done, _ in progress.steps[STEPS[0]]]
    assert (sorted(read), set(read)) == (read, set(range(10)))  # every count from 0 to 9, in order


def test_dry_run_counts_the_claims_it_compares(desk):
    progress = RecordedProgress()
    with DryRun(desk, Options(), BUILT_IN) as dry_run:
        dry_run.article(Article(TEXT), None, progress)
    assert list(progress.steps) == ["Reading the text", "Comparing its claims"]
    assert [pairs[-1] for pairs in progress.steps.values()] == [(9, 9), (9, 9)]


def test_progress_callback_does_not_affect_extraction():
    watched = Options(progress=lambda run_ok, total: None)
    assert watched == Options()
    assert extract(Article(TEXT), watched) == extract(Article(TEXT))


@pytest.mark.parametrize("options", [[], ["--dry-run"]], ids=["filed", "dry"])
def test_progress_is_printed_as_lines_without_a_terminal(run_ok, long_text, options):
    stderr = run_ok("ingest", long_text, *options).stderr
    assert "Reading the text: 1 of 9\n" in stderr


def test_short_text_shows_no_progress(run_ok, long_text, monkeypatch):
    monkeypatch.setattr(reporting, "_LONG", 10_000)
    assert "Reading the text" not in run_ok("ingest", long_text).stderr


@pytest.mark.usefixtures("two_claims")
def test_terminal_shows_a_progress_bar_for_each_step(terminal_of, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text(f"{TEXT}\n\n" * 700, encoding="utf-8")
    terminal = terminal_of("ingest", str(path), "--min-score", "1")
    shown, code = terminal.ended()
    assert code == 0
    for step in STEPS:
        assert step in shown
    assert "100%" in shown
