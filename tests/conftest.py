"""Pytest settings, the Chromium check and the test order. Shared fixtures are in desks.py and packages.py; those of one folder are in its conftest.py."""

import gc
import multiprocessing
import os
import shutil
import subprocess
import sys

# Before anything imports numpy: its threads, one per core, busy-wait for each other, which made sums ten times slower.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

# isort: split
import tests.lean_sqlite  # noqa: F401

# isort: split
import pytest
from hypothesis import settings

# The last closes what a test leaves open. As an entry point, which `-p no:datasette` turns off, it would import sqlite3 before lean_sqlite.
pytest_plugins = ["tests.clocks", "tests.desks", "tests.packages", "datasette._pytest_plugin"]

# Without bytecode, each worker and each program that a test starts would compile the package again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# No deadline per example, which a busy machine would miss. A quarter of the usual number of examples, drawn at random on each run.
settings.register_profile("untimed", deadline=None, max_examples=25)
settings.load_profile("untimed")

# The process that test servers and commands are forked from: it has already imported what would take each of them a second.
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(
    [
        "tests.lean_sqlite",
        "datasette.cli",
        "uvicorn.lifespan.on",
        "uvicorn.protocols.http.auto",
        "claimtrack.cli.claims.triage",
        "claimtrack.core.extract.extractor",
        "claimtrack.workflow.adding",
        "claimtrack.workflow.articles.prefetching",
        "claimtrack.workflow.triage",
        "tests.warm",
    ]
)

# The first is Chromium without a window, which needs half the CPU time.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def can_start(browser):
    """Whether the program runs: Ubuntu's `chromium-browser` may only print that a snap must be installed."""
    return subprocess.run([browser, "--version"], capture_output=True, check=False).returncode == 0


CHROMIUM = next(filter(can_start, filter(None, map(shutil.which, BROWSERS))), None)


def pytest_runtest_setup(item):
    if item.get_closest_marker("browser") and CHROMIUM is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI may not skip the browser tests: Chromium is missing", pytrace=False)
        pytest.skip(
            "no Chromium: install it (`apt-get install chromium-headless-shell`) to run the browser tests"
        )


# The tests of a file stay on one worker. So do those of tests/browser, which share a browser, and those that read the syntax trees of all
# modules, which take a worker three seconds.
TOGETHER = (
    ("tests/browser/",),
    ("tests/test_architecture.py", "tests/core/test_steps.py", "tests/store/file/test_older_sqlite.py"),
)
# The slowest files come first, so that no worker is left with one at the end.
LONGEST = (
    "tests/browser/",
    "tests/plugin/test_api.py",
    "tests/cli/desk/test_setup.py",
    "tests/plugin/test_sql.py",
    "tests/cli/test_bad_bytes.py",
    "tests/workflow/test_publishing.py",
    "tests/cli/desk/test_serving.py",
    "tests/cli/output/test_output.py",
    "tests/workflow/articles/test_prefetching.py",
    "tests/cli/claims/test_triage.py",
    "tests/plugin/test_pages.py",
    "tests/store/file/test_foreign_rules.py",
    "tests/workflow/test_returning_conflicts.py",
    "tests/cli/claims/test_work.py",
    "tests/cli/claims/test_claims.py",
    "tests/core/extract/test_extract.py",
    "tests/fetch/web/test_request.py",
    "tests/plugin/test_hostile.py",
    "tests/core/match/test_cases.py",
    "tests/plugin/test_annotating.py",
    "tests/plugin/test_reviewing.py",
    *TOGETHER[1],
)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    """Let each worker begin with another part of the files: each compiles what the others have not yet, instead of all the same."""
    report = yield
    if isinstance(collector, pytest.Directory):
        worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:])
        workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
        first = len(report.result) * worker // workers
        report.result = report.result[first:] + report.result[:first]
    return report


def pytest_collection_modifyitems(items):
    """Put the tests into the order in which they run, the same on every worker."""
    ranks = {prefix: rank for rank, prefix in enumerate(LONGEST)}
    items.sort(
        key=lambda item: (
            next((ranks[prefix] for prefix in LONGEST if item.nodeid.startswith(prefix)), len(LONGEST)),
            item.path.parts,
        )
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Replaces `--dist loadgroup`, which groups tests by marks: with pytest 9.2 it silently ignores them."""
    from xdist.scheduler import LoadFileScheduling

    class TogetherByFile(LoadFileScheduling):
        def _split_scope(self, nodeid):
            together = next((files for files in TOGETHER if nodeid.startswith(files)), None)
            return together[0] if together else super()._split_scope(nodeid)

    return TogetherByFile(config, log) if config.getvalue("dist") == "loadgroup" else None


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Exempt what was collected from garbage collection: scanning it over and over took a fifth of the time."""
    gc.disable()
    collected = yield
    gc.freeze()
    gc.set_threshold(20_000)
    gc.enable()
    return collected


def pytest_sessionfinish():
    """Collect garbage once: pytest does it five times, 0.4 s each."""
    gc.collect()
    gc.freeze()
