"""`ingest` of a long text tells how far it is, on a terminal and without one."""

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


class Heard:
    """What is told of each step: the pairs (done, of how many)."""

    def __init__(self):
        self.steps = {}

    def __call__(self, step):
        self._told = self.steps.setdefault(step, [])
        return self

    def __enter__(self):
        return lambda done, total: self._told.append((done, total))

    def __exit__(self, *error):
        pass


@pytest.fixture
def long(monkeypatch, tmp_path):
    """A text that counts as long; whatever it takes, each step is told."""
    monkeypatch.setattr(reporting, "_LONG", 100)
    monkeypatch.setattr(messages, "_PROGRESS_INTERVAL", 0)
    path = tmp_path / "long.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_reading_counts_paragraphs_and_filing_claims(desk):
    heard = Heard()
    ingest_article(desk, Article(TEXT), follow=heard, actor="ada")
    assert list(heard.steps) == STEPS
    assert [told[-1] for told in heard.steps.values()] == [(9, 9), (9, 9)]
    read = [done for done, _ in heard.steps[STEPS[0]]]
    assert (sorted(read), set(read)) == (read, set(range(10)))  # also while the last questions are put


def test_a_dry_run_counts_what_it_compares(desk):
    heard = Heard()
    with DryRun(desk, Options(), BUILT_IN) as dry_run:
        dry_run.article(Article(TEXT), None, heard)
    assert list(heard.steps) == ["Reading the text", "Comparing its claims"]
    assert [told[-1] for told in heard.steps.values()] == [(9, 9), (9, 9)]


def test_who_listens_decides_about_nothing():
    listened = Options(progress=lambda done, total: None)
    assert listened == Options()
    assert extract(Article(TEXT), listened) == extract(Article(TEXT))


@pytest.mark.parametrize("dry", [[], ["--dry-run"]], ids=["filed", "dry"])
def test_without_a_terminal_lines_tell_it(done, long, dry):
    told = done("ingest", long, *dry).stderr
    assert "Reading the text: 1 of 9\n" in told


def test_a_short_text_is_done_before_anybody_asks(done, long, monkeypatch):
    monkeypatch.setattr(reporting, "_LONG", 10_000)
    assert "Reading the text" not in done("ingest", long).stderr


@pytest.mark.usefixtures("two_claims")
def test_on_a_terminal_a_bar_for_each_step(terminal_of, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text(f"{TEXT}\n\n" * 700, encoding="utf-8")
    terminal = terminal_of("ingest", str(path), "--min-score", "1")
    shown, code = terminal.ended()
    assert code == 0
    for step in STEPS:
        assert step in shown
    assert "100%" in shown
