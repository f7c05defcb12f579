"""Extracting claims ahead and looking up half of them in another process: same results, even if that process dies."""

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import claimtrack
from claimtrack.core.errors import DatabaseError, SourceError
from claimtrack.core.extract import Options, extract
from claimtrack.core.match.reading import reading
from claimtrack.core.match.reading.indexing import index_terms
from claimtrack.core.model import Article, OnDuplicate, Statement
from claimtrack.fetch import Loaded
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles import extracting, prefetching
from claimtrack.workflow.articles.extracting import BUILT_IN, Extractor
from claimtrack.workflow.articles.prefetching import MIN_CLAIMS, read_ahead
from claimtrack.workflow.matching.matching import index_pending_claims, look_up_repeats
from claimtrack.workflow.worker_process import start_worker
from tests.conftest import FORKS

FEW = 2
TEXTS = [f"Prices rose by {number} percent in 2023, Ada Miller said. It rained." for number in range(2, 14)]
ARTICLES = [Loaded(Article(text), f"{number}.txt") for number, text in enumerate(TEXTS)]
EXPECTED = [extract(loaded.article) for loaded in ARTICLES]
KEEP_ALL = Options(min_score=0.0)


@pytest.fixture(autouse=True)
def _few_articles_on_two_cores(monkeypatch):
    monkeypatch.setattr(prefetching, "MIN_ARTICLES", FEW)
    monkeypatch.setattr(prefetching, "count_cores", lambda: 2)


@pytest.fixture(autouse=True)
def _forked(monkeypatch):
    """Fork the worker, which then starts at once. A real `ingest`, as below, spawns it, and it imports for a second."""
    monkeypatch.setattr(multiprocessing, "get_context", lambda method: FORKS)


@pytest.fixture(autouse=True)
def _awaited(monkeypatch):
    """Wait for the worker to start before asking it for anything."""
    has_started = prefetching._has_started
    monkeypatch.setattr(prefetching, "_has_started", lambda begun: (begun.result(), has_started(begun))[1])


@pytest.fixture
def extracted_by_main(monkeypatch):
    """The texts meant for the worker that this process read itself."""
    texts = []

    def extract_and_record(article, options):
        texts.extend({article.text}.difference(TEXTS[:FEW]))
        return extract(article, options)

    monkeypatch.setattr(extracting, "extract", extract_and_record)
    return texts


@pytest.fixture
def read_all_ahead(desk, desk_path):
    """Reads articles ahead; the worker opens the desk at `path`."""

    def read_all_ahead(articles=ARTICLES, extractor=BUILT_IN, path=desk_path):
        return read_ahead(desk, articles, extractor, KEEP_ALL, path)

    return read_all_ahead


def add_claims(desk, *texts):
    for text in texts:
        add_claim(desk, NewClaim(text), on_duplicate=OnDuplicate.NEW, actor="ada")
    index_pending_claims(desk)


def workers():
    return multiprocessing.active_children()


def test_the_worker_extracts_the_same_claims(extracted_by_main, read_all_ahead):
    claims = [extractor.run(loaded.article, KEEP_ALL) for loaded, extractor, _ in read_all_ahead()]
    assert (claims, extracted_by_main) == (EXPECTED, [])


def test_the_main_process_does_everything_until_the_worker_has_started(
    desk, monkeypatch, extracted_by_main, looked_up_by_main, read_all_ahead
):
    monkeypatch.setattr(prefetching, "_has_started", lambda begun: len(extracted_by_main) > 3)
    add_claims(desk, *CLAIMS[::4])
    claims, repeats = [], look_up_repeats(desk, STATEMENTS)
    for loaded, extractor, look_up in read_all_ahead():
        claims.append(extractor.run(loaded.article, KEEP_ALL))
        assert look_up(desk, STATEMENTS) == repeats
    assert (claims, extracted_by_main) == (EXPECTED, TEXTS[FEW : FEW + 4])
    by_worker = len(TEXTS) - FEW - 3
    assert looked_up_by_main == 3 * STATEMENTS + by_worker * STATEMENTS[:OWN_COUNT]


def test_the_index_terms_of_the_workers_claims_are_cached_in_the_main_process(monkeypatch, read_all_ahead):
    reading.read.cache_clear()
    from_worker = [
        (loaded, extractor.run(loaded.article, KEEP_ALL)) for loaded, extractor, _ in read_all_ahead()
    ][FEW:]
    monkeypatch.setattr(reading, "terms_by_place", None)
    cached = [index_terms(claim.text) for _, claims in from_worker for claim in claims]
    monkeypatch.undo()
    reading.read.cache_clear()
    assert cached == [index_terms(claim.text) for _, claims in from_worker for claim in claims]


def test_articles_come_in_order_even_if_none_is_extracted(read_all_ahead):
    assert [prefetched.loaded for prefetched in read_all_ahead()] == ARTICLES


def test_an_article_with_more_facts_on_the_desk_is_extracted_by_the_main_process(
    extracted_by_main, read_all_ahead
):
    for loaded, extractor, _ in read_all_ahead():
        article = replace(loaded.article, published_on="2021-01-01")
        assert extractor.run(article, KEEP_ALL) == extract(article, KEEP_ALL)
    assert extracted_by_main == TEXTS[FEW:]


def test_the_main_process_extracts_the_rest_if_the_worker_is_killed(extracted_by_main, read_all_ahead):
    claims = []
    for loaded, extractor, _ in read_all_ahead():
        for worker in workers():
            worker.kill()
            worker.join()
        claims.append(extractor.run(loaded.article, KEEP_ALL))
    assert claims == EXPECTED
    assert extracted_by_main[-1] == TEXTS[-1]


def work_until_called(begun, give_way):
    """Long work in the worker: give way until an urgent call came, which is what it returns."""
    begun.touch()
    end = time.monotonic() + 10
    while not URGENT_CALLS and time.monotonic() < end:
        give_way()
    return URGENT_CALLS


def call_urgently(words):
    URGENT_CALLS.append(words)
    return words


URGENT_CALLS = []


@pytest.mark.parametrize(
    ("where", "name", "error"),
    [(FORKS.Process, "_Popen", OSError), (ThreadPoolExecutor, "submit", RuntimeError)],
    ids=["process", "thread"],
)
def test_no_worker_is_started_if_the_system_allows_no_more(monkeypatch, where, name, error, read_all_ahead):
    def refuse(*_):
        raise error("can't start new thread")

    monkeypatch.setattr(where, name, refuse)
    assert [one.extractor for one in read_all_ahead(ARTICLES)] == [BUILT_IN] * len(ARTICLES)
    assert workers() == []


def test_an_urgent_call_is_answered_before_long_work_is_done(tmp_path):
    with start_worker() as worker:
        long_work = worker.call_later(work_until_called, tmp_path / "begun")
        wait_until((tmp_path / "begun").exists)
        answer = worker.call_first(call_urgently, "now")
        assert (answer(), long_work.result()) == ("now", ["now"])


STARTS_A_WORKER = """
import os
from claimtrack.workflow.worker_process import start_worker
if __name__ == "__main__":
    with start_worker() as worker:
        print(worker.call_first(abs, -7)(), os.environ.get("PYTHONSAFEPATH"))
"""


def test_a_file_of_the_current_folder_does_not_run_in_the_worker(tmp_path):
    """Python looks there first for what it starts a process with: `ingest` of ten articles ran somebody's own pickle.py."""
    program, here = tmp_path / "program.py", tmp_path / "here"
    program.write_text(STARTS_A_WORKER)
    here.mkdir()
    (here / "pickle.py").write_text("open('ran', 'w')\nraise SystemExit")
    environment = {**os.environ, "PYTHONPATH": str(Path(claimtrack.__file__).parents[1])}
    answered = subprocess.check_output([sys.executable, program], cwd=here, env=environment, text=True)
    assert (answered, (here / "ran").exists()) == ("7 None\n", False)


CLAIMS = [
    f"Prices rose by {number} percent in the city of Elland." for number in range(2, 2 + 2 * MIN_CLAIMS)
]
STATEMENTS = [Statement(text) for text in CLAIMS]
OWN_COUNT = len(STATEMENTS) // 2


@pytest.fixture
def looked_up_by_main(monkeypatch):
    """The statements that this process looked up itself, rather than the worker."""
    statements = []

    def look_up_and_record(db, statements_asked):
        statements.extend(statements_asked := list(statements_asked))
        return look_up_repeats(db, statements_asked)

    monkeypatch.setattr(prefetching, "look_up_repeats", look_up_and_record)
    return statements


@pytest.fixture
def shared_look_up(read_all_ahead):
    """A lookup on a desk of which the worker does a part."""
    pairs = read_all_ahead()
    *_, (_, _, look_up) = (next(pairs) for _ in range(FEW + 1))
    yield look_up
    pairs.close()


def test_a_lookup_shared_with_the_worker_gives_the_same_matches(desk, shared_look_up, looked_up_by_main):
    add_claims(desk, *CLAIMS[2::4])
    matches = shared_look_up(desk, STATEMENTS)
    assert looked_up_by_main == STATEMENTS[:OWN_COUNT]
    assert matches == look_up_repeats(desk, STATEMENTS)
    assert matches[STATEMENTS[-2]].matches[0].text == CLAIMS[-2]


def test_the_worker_sees_claims_filed_since_its_last_lookup(desk, shared_look_up, looked_up_by_main):
    for texts in (CLAIMS[::8], CLAIMS[4::8]):
        add_claims(desk, *texts)
        assert shared_look_up(desk, STATEMENTS) == look_up_repeats(desk, STATEMENTS)
    assert looked_up_by_main == 2 * STATEMENTS[:OWN_COUNT]


def test_a_few_claims_are_looked_up_without_the_worker(desk, shared_look_up, looked_up_by_main):
    shared_look_up(desk, STATEMENTS[: MIN_CLAIMS - 1])
    assert looked_up_by_main == STATEMENTS[: MIN_CLAIMS - 1]


def test_the_main_process_looks_up_everything_if_the_worker_is_killed(
    desk, shared_look_up, looked_up_by_main
):
    add_claims(desk, *CLAIMS[::4])
    for worker in workers():
        worker.kill()
        worker.join()
    assert shared_look_up(desk, STATEMENTS) == look_up_repeats(desk, STATEMENTS)
    assert looked_up_by_main == STATEMENTS


def test_the_main_process_looks_up_everything_if_the_workers_lookup_fails(
    desk, looked_up_by_main, read_all_ahead
):
    pairs = read_all_ahead(path=Path("no desk"))
    *_, (_, _, look_up) = (next(pairs) for _ in range(FEW + 1))
    assert look_up(desk, STATEMENTS).keys() == set(STATEMENTS)
    assert looked_up_by_main == STATEMENTS
    pairs.close()


def test_an_error_in_the_main_process_leaves_no_answer_to_the_next_lookup(desk, shared_look_up, monkeypatch):
    add_claims(desk, *CLAIMS[::4])

    def fail(db, statements_asked):
        raise DatabaseError("the match index is damaged")

    with monkeypatch.context() as patched:
        patched.setattr(prefetching, "look_up_repeats", fail)
        with pytest.raises(DatabaseError):
            shared_look_up(desk, STATEMENTS)
    reversed_statements = STATEMENTS[::-1]
    assert shared_look_up(desk, reversed_statements) == look_up_repeats(desk, reversed_statements)


@pytest.mark.parametrize(
    ("number", "extractor", "cores"),
    [
        pytest.param(FEW, BUILT_IN, 2, id="few articles take no longer than starting it"),
        pytest.param(12, BUILT_IN, 1, id="on one core it would not run in parallel"),
        pytest.param(12, Extractor("mine", extract), 2, id="a plug-in may not support it"),
    ],
)
def test_no_worker_is_started_if_it_would_not_help(monkeypatch, number, extractor, cores, read_all_ahead):
    monkeypatch.setattr(prefetching, "count_cores", lambda: cores)
    for prefetched in read_all_ahead(ARTICLES[:number], extractor):
        assert (prefetched.extractor, prefetched.look_up, workers()) == (extractor, look_up_repeats, [])


def test_an_unreadable_source_is_reported_after_the_articles_before_it(read_all_ahead):
    def load_then_fail():
        yield from ARTICLES[:5]
        raise SourceError("the feed broke off")

    pairs = read_all_ahead(load_then_fail())
    assert [next(pairs).loaded for _ in range(5)] == ARTICLES[:5]
    with pytest.raises(SourceError, match="broke off"):
        next(pairs)
    assert workers() == []


def test_an_error_of_the_desk_is_reported_after_the_articles_before_it(monkeypatch, read_all_ahead):
    def fail_at_the_sixth(db, one, *_, **__):
        if one is ARTICLES[5]:
            raise DatabaseError("the desk is damaged")
        return False

    monkeypatch.setattr(prefetching, "is_read", fail_at_the_sixth)
    pairs = read_all_ahead()
    assert [next(pairs).loaded for _ in range(5)] == ARTICLES[:5]
    with pytest.raises(DatabaseError, match="is damaged"):
        next(pairs)


def test_only_a_few_articles_are_read_in_advance(read_all_ahead):
    """All of a large folder would not fit into memory."""
    loaded = iter(3 * ARTICLES)
    pairs = read_all_ahead(loaded)
    for _ in range(FEW + 1):
        next(pairs)
    pairs.close()
    assert 3 * len(ARTICLES) - len(list(loaded)) == FEW + prefetching._MAX_WAITING


def test_the_worker_ends_when_reading_ahead_is_stopped(read_all_ahead):
    pairs = read_all_ahead()
    for _ in range(FEW + 1):
        next(pairs)
    assert len(workers()) == 1
    pairs.close()
    assert workers() == []


@pytest.fixture
def waiting_ingest(desk_path, tmp_path):
    """`ingest` with its worker running, waiting for an article from standard input."""
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
        # Tests that run in the background of a script would pass on that Ctrl-C is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        # One connection for all polls: each new one reads the whole schema again.
        with closing(sqlite3.connect(f"file:{desk_path}?mode=ro", uri=True)) as desk:
            wait_until(lambda: desk.execute("select count(*) from claims").fetchone()[0] >= 50)
        yield process
    finally:
        if is_alive(process):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def is_alive(process):
    """Whether a process or any that it started is still running."""
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.skipif(os.name != "posix", reason="sends POSIX signals to a group of processes")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_ingest_and_its_worker_without_a_traceback(waiting_ingest, number):
    """A terminal sends it to all processes of a command, and so does `timeout`."""
    os.killpg(waiting_ingest.pid, number)
    _, output = waiting_ingest.communicate(timeout=60)
    assert waiting_ingest.returncode == -number
    assert "Stopped. The articles counted here are" in output
    assert "Traceback" not in output
    wait_until(lambda: not is_alive(waiting_ingest))


@pytest.mark.skipif(os.name != "posix", reason="sends POSIX signals to a group of processes")
def test_a_killed_ingest_leaves_no_worker_behind(waiting_ingest):
    waiting_ingest.kill()
    waiting_ingest.wait()
    wait_until(lambda: not is_alive(waiting_ingest))
    assert "Traceback" not in waiting_ingest.communicate()[1]
