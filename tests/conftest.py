"""How the tests run. Fixtures that many of them share are in desks.py and packages.py, those of one folder in its conftest.py."""

import gc
import multiprocessing
import os
import shutil
import subprocess
import sys

# Before anything imports numpy: a thread of it for each core waits in a loop for the others', and sums took ten times as long.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

# isort: split
import pytest
from hypothesis import settings

pytest_plugins = ["tests.desks", "tests.packages"]

# Where the machine keeps no bytecode, each worker and each program that a test starts would compile the package anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# No test is timed: a busy machine would fail it. What is made up is half of what is usual, each time something else.
settings.register_profile("untimed", deadline=None, max_examples=50)
settings.load_profile("untimed")

# A process that others are forks of: it has imported what takes each of them a second.
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(
    [
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

# The first is Chromium without its window, which takes half the work.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def starts(browser):
    """Whether it does: Ubuntu's `chromium-browser` only says that a snap is to be installed."""
    return subprocess.run([browser, "--version"], capture_output=True, check=False).returncode == 0


CHROMIUM = next(filter(starts, filter(None, map(shutil.which, BROWSERS))), None)


def pytest_runtest_setup(item):
    if item.get_closest_marker("browser") and CHROMIUM is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI may not skip the browser tests: Chromium is missing", pytrace=False)
        pytest.skip(
            "no Chromium: install it (`apt-get install chromium-headless-shell`) to run the browser tests"
        )


# What takes longest comes first, so that no worker is left alone with it at the end. The tests of a file stay on one
# worker, and those of this folder, which share a browser.
LONGEST = (
    "tests/browser/",
    "tests/core/match/test_cases.py",
    "tests/cli/test_bad_bytes.py",
    "tests/plugin/test_api.py",
    "tests/test_packaging.py",
    "tests/cli/printed/test_output.py",
    "tests/core/extract/test_extract.py",
    "tests/cli/matching/test_match_files.py",
    "tests/cli/desk/test_setup.py",
    "tests/workflow/articles/test_prefetching.py",
    "tests/importing/test_sheets.py",
    "tests/plugin/test_hostile.py",
    "tests/workflow/reviews/test_signed_verdicts.py",
    "tests/importing/test_workbooks.py",
    "tests/plugin/test_site.py",
    "tests/test_docs.py",
)


def pytest_collection_modifyitems(items):
    places = {prefix: place for place, prefix in enumerate(LONGEST)}
    items.sort(
        key=lambda item: next((places[one] for one in LONGEST if item.nodeid.startswith(one)), len(LONGEST))
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Of `--dist loadgroup`, which does the same by marks: with pytest 9.2 it no longer sees them, and says nothing."""
    from xdist.scheduler import LoadFileScheduling

    class TogetherByFile(LoadFileScheduling):
        def _split_scope(self, nodeid):
            return LONGEST[0] if nodeid.startswith(LONGEST[0]) else super()._split_scope(nodeid)

    return TogetherByFile(config, log) if config.getvalue("dist") == "loadgroup" else None


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """What is there at its end stays: looking through it for garbage again and again took a fifth of the time."""
    gc.disable()
    collected = yield
    gc.freeze()
    gc.set_threshold(20_000)
    gc.enable()
    return collected
