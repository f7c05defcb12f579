"""Claims are found ahead, and half of them looked up, in another process: it comes to the same, and nothing is lost with that process."""

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from claimtrack.core.errors import DatabaseError, SourceError
from claimtrack.core.extract import Options, extract
from claimtrack.core.match.reading import reading
from claimtrack.core.match.reading.indexing import index_terms
from claimtrack.core.model import Article, OnDuplicate, Statement
from claimtrack.fetch import Loaded
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles import extracting, prefetching
from claimtrack.workflow.articles.extracting import BUILT_IN, Extractor
from claimtrack.workflow.articles.prefetching import MIN_CLAIMS, OWN_SHARE, read_ahead
from claimtrack.workflow.matching.matching import index_pending_claims, look_up_repeats
from tests.conftest import FORKS

FEW = 2
TEXTS = [f"Prices rose by {number} percent in 2023, Ada Miller said. It rained." for number in range(2, 14)]
ARTICLES = [Loaded(Article(text), f"{number}.txt") for number, text in enumerate(TEXTS)]
FOUND = [extract(one.article) for one in ARTICLES]
ALL = Options(min_score=0.0)


@pytest.fixture(autouse=True)
def _few_articles_on_two_cores(monkeypatch):
    monkeypatch.setattr(prefetching, "MIN_ARTICLES", FEW)
    monkeypatch.setattr(prefetching, "_count_cores", lambda: 2)


@pytest.fixture(autouse=True)
def _forked(monkeypatch):
    """The other process begins at once; where `ingest` is started by itself, as below, it is spawned, and imports for a second."""
    monkeypatch.setattr(multiprocessing, "get_context", lambda method: FORKS)


@pytest.fixture(autouse=True)
def _awaited(monkeypatch):
    """Nothing is asked before the other process has begun."""
    monkeypatch.setattr(prefetching, "_has_started", lambda begun: begun.result() or True)


@pytest.fixture
def read_here(monkeypatch):
    """The texts that this process read itself, of those that the other was to read."""
    texts = []

    def reading(article, options):
        texts.extend({article.text}.difference(TEXTS[:FEW]))
        return extract(article, options)

    monkeypatch.setattr(extracting, "extract", reading)
    return texts


def coming(articles=ARTICLES, extractor=BUILT_IN, desk=Path("no desk")):
    return read_ahead(articles, extractor, ALL, desk)


def add(desk, *texts):
    for text in texts:
        add_claim(desk, NewClaim(text), on_duplicate=OnDuplicate.NEW, actor="ada")
    index_pending_claims(desk)


def others():
    return multiprocessing.active_children()


def test_the_other_process_finds_what_this_one_would(read_here):
    found = [extractor.run(one.article, ALL) for one, extractor, _ in coming()]
    assert (found, read_here) == (FOUND, [])


def test_until_the_other_process_has_begun_this_one_does_all_itself(
    desk, desk_path, monkeypatch, read_here, looked_up_here
):
    monkeypatch.setattr(prefetching, "_has_started", lambda begun: len(read_here) > 3)
    add(desk, *CLAIMS)
    found, repeats = [], look_up_repeats(desk, STATEMENTS)
    for one, extractor, look_up in coming(desk=desk_path):
        found.append(extractor.run(one.article, ALL))
        assert look_up(desk, STATEMENTS) == repeats
    assert (found, read_here) == (FOUND, TEXTS[FEW : FEW + 4])
    there = len(TEXTS) - FEW - 3
    assert looked_up_here == 3 * STATEMENTS + there * STATEMENTS[:OURS]


def test_the_terms_of_what_the_other_process_finds_are_known_here(monkeypatch):
    reading.read.cache_clear()
    read_there = [(one, extractor.run(one.article, ALL)) for one, extractor, _ in coming()][FEW:]
    monkeypatch.setattr(reading, "terms_by_place", None)
    known = [index_terms(claim.text) for _, found in read_there for claim in found]
    monkeypatch.undo()
    reading.read.cache_clear()
    assert known == [index_terms(claim.text) for _, found in read_there for claim in found]


def test_every_article_comes_in_its_turn_also_where_nothing_is_asked_of_it():
    assert [one.loaded for one in coming()] == ARTICLES


def test_an_article_of_which_the_desk_knows_more_is_read_here(read_here):
    for one, extractor, _ in coming():
        known = replace(one.article, published_on="2021-01-01")
        assert extractor.run(known, ALL) == extract(known, ALL)
    assert read_here == TEXTS[FEW:]


def test_where_the_other_process_is_killed_this_one_reads_the_rest(read_here):
    found = []
    for one, extractor, _ in coming():
        for other in others():
            other.kill()
            other.join()
        found.append(extractor.run(one.article, ALL))
    assert found == FOUND
    assert read_here[-1] == TEXTS[-1]


CLAIMS = [
    f"Prices rose by {number} percent in the city of Elland." for number in range(2, 2 + 2 * MIN_CLAIMS)
]
STATEMENTS = [Statement(text) for text in CLAIMS]
OURS = round(len(STATEMENTS) * OWN_SHARE)


@pytest.fixture
def looked_up_here(monkeypatch):
    """The statements that this process looked up itself."""
    statements = []

    def looking_up(db, asked):
        statements.extend(asked := list(asked))
        return look_up_repeats(db, asked)

    monkeypatch.setattr(prefetching, "look_up_repeats", looking_up)
    return statements


@pytest.fixture
def shared(desk_path):
    """A way to look up on a desk of which the other process does a part."""
    pairs = coming(desk=desk_path)
    *_, (_, _, look_up) = (next(pairs) for _ in range(FEW + 1))
    yield look_up
    pairs.close()


def test_a_part_is_looked_up_by_the_other_process_and_comes_to_the_same(desk, shared, looked_up_here):
    add(desk, *CLAIMS[::2])
    found = shared(desk, STATEMENTS)
    assert looked_up_here == STATEMENTS[:OURS]
    assert found == look_up_repeats(desk, STATEMENTS)
    assert found[STATEMENTS[-2]][0].text == CLAIMS[-2]


def test_the_other_process_sees_what_was_filed_since_it_looked_last(desk, shared, looked_up_here):
    for texts in (CLAIMS[:3], CLAIMS[3:]):
        add(desk, *texts)
        assert shared(desk, STATEMENTS) == look_up_repeats(desk, STATEMENTS)
    assert looked_up_here == 2 * STATEMENTS[:OURS]


def test_few_claims_are_looked_up_here(desk, shared, looked_up_here):
    shared(desk, STATEMENTS[: MIN_CLAIMS - 1])
    assert looked_up_here == STATEMENTS[: MIN_CLAIMS - 1]


def test_where_the_other_process_is_killed_all_is_looked_up_here(desk, shared, looked_up_here):
    add(desk, *CLAIMS)
    for other in others():
        other.kill()
        other.join()
    assert shared(desk, STATEMENTS) == look_up_repeats(desk, STATEMENTS)
    assert looked_up_here == STATEMENTS


def test_what_fails_in_the_other_process_is_looked_up_here(desk, looked_up_here):
    pairs = coming(desk=Path("no desk"))
    *_, (_, _, look_up) = (next(pairs) for _ in range(FEW + 1))
    assert look_up(desk, STATEMENTS).keys() == set(STATEMENTS)
    assert looked_up_here == STATEMENTS
    pairs.close()


def test_an_error_on_this_side_leaves_no_answer_behind_for_the_next(desk, shared, monkeypatch):
    add(desk, *CLAIMS)

    def failing(db, asked):
        raise DatabaseError("the match index is damaged")

    with monkeypatch.context() as patched:
        patched.setattr(prefetching, "look_up_repeats", failing)
        with pytest.raises(DatabaseError):
            shared(desk, STATEMENTS)
    backwards = STATEMENTS[::-1]
    assert shared(desk, backwards) == look_up_repeats(desk, backwards)


@pytest.mark.parametrize(
    ("number", "extractor", "cores"),
    [
        pytest.param(FEW, BUILT_IN, 2, id="of few articles: it takes as long to start as they do"),
        pytest.param(12, BUILT_IN, 1, id="on one core: it would only take turns"),
        pytest.param(12, Extractor("mine", extract), 2, id="for a plug-in: it may not bear it"),
    ],
)
def test_no_process_is_started(monkeypatch, number, extractor, cores):
    monkeypatch.setattr(prefetching, "_count_cores", lambda: cores)
    for one in coming(ARTICLES[:number], extractor):
        assert (one.extractor, one.look_up, others()) == (extractor, look_up_repeats, [])


def test_what_cannot_be_read_is_told_after_the_articles_before_it():
    def loaded():
        yield from ARTICLES[:5]
        raise SourceError("the feed broke off")

    pairs = coming(loaded())
    assert [next(pairs).loaded for _ in range(5)] == ARTICLES[:5]
    with pytest.raises(SourceError, match="broke off"):
        next(pairs)
    assert others() == []


def test_the_process_ends_where_the_articles_are_left():
    pairs = coming()
    for _ in range(FEW + 1):
        next(pairs)
    assert len(others()) == 1
    pairs.close()
    assert others() == []


@pytest.fixture
def waiting_ingest(desk_path, tmp_path):
    """`ingest` with the other process running, as it waits for an article from standard input."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(f"Prices rose by {number + 2} percent, Ada Miller said.")
    command = [sys.executable, "-m", "claimtrack", "--db", str(desk_path), "ingest", str(folder), "-"]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # Started in the background of a script, the tests would hand on that Ctrl-C is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        # One connection for all times that it is asked: each new one reads the whole schema anew.
        with closing(sqlite3.connect(f"file:{desk_path}?mode=ro", uri=True)) as desk:
            wait_until(lambda: desk.execute("select count(*) from claims").fetchone()[0] >= 50)
        yield process
    finally:
        if alive(process):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def alive(process):
    """Whether anything of a process and those that it started is there still."""
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until(true, seconds=60):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.skipif(os.name != "posix", reason="sends POSIX signals to a group of processes")
def test_ctrl_c_ends_both_without_a_traceback(waiting_ingest):
    os.killpg(waiting_ingest.pid, signal.SIGINT)  # as a terminal sends it
    _, said = waiting_ingest.communicate(timeout=60)
    assert waiting_ingest.returncode == 1
    assert "Stopped. The articles counted here are" in said
    assert "Traceback" not in said
    wait_until(lambda: not alive(waiting_ingest))


@pytest.mark.skipif(os.name != "posix", reason="sends POSIX signals to a group of processes")
def test_killed_it_leaves_no_process_behind(waiting_ingest):
    waiting_ingest.kill()
    waiting_ingest.wait()
    wait_until(lambda: not alive(waiting_ingest))
    assert "Traceback" not in waiting_ingest.communicate()[1]
