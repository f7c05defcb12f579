"""What many tests share. A fixture that one folder needs lives in that folder's conftest.py."""

import os
import shutil

import pytest

from claimtrack.store.database import create_or_migrate, open_desk

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def new_desk_file(tmp_path_factory):
    """A desk made once and copied for each test: making one takes 0.3 s, a copy a millisecond."""
    path = tmp_path_factory.mktemp("new") / "claims.db"
    db, _ = create_or_migrate(path)
    db.close()
    return path


@pytest.fixture
def desk_path(new_desk_file, tmp_path):
    """The file of a new, empty desk."""
    return shutil.copy(new_desk_file, tmp_path / "claims.db")


@pytest.fixture
def desk(desk_path):
    """A new, empty desk, open."""
    db = open_desk(desk_path)
    yield db
    db.close()


def pytest_runtest_setup(item):
    if item.get_closest_marker("browser") and CHROMIUM is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI may not skip the browser tests: Chromium is missing", pytrace=False)
        pytest.skip("no Chromium: install it (`apt-get install chromium`) to run the browser tests")
