"""A desk and a copy of it, for tests of what comes back from a copy."""

import shutil

import pytest

import claimtrack
from claimtrack.store.file.copying import backup


@pytest.fixture(scope="module")
def desk_and_copy(named_file, tmp_path_factory):
    """The folder of a desk with two claims, by Ada, and of a copy of it."""
    folder = tmp_path_factory.mktemp("copied")
    with claimtrack.open(shutil.copy(named_file, folder / "home.db"), actor="Ada") as desk:
        desk.add("Prices fell by half.", claimant="Zed Orr", on_duplicate="new")
        desk.add("Wages rose by a tenth.", on_duplicate="new")
        backup(desk.db, folder / "copy.db")
    return folder


@pytest.fixture
def home(desk_and_copy, tmp_path, shared_schemas):
    """The desk."""
    return shutil.copy(desk_and_copy / "home.db", tmp_path / "home.db")


@pytest.fixture
def copy(desk_and_copy, tmp_path):
    """The copy of it."""
    return shutil.copy(desk_and_copy / "copy.db", tmp_path / "copy.db")


@pytest.fixture
def at(home, copy):
    """Opens one of both: at(home) or at(copy, "Ben")."""
    opened = []

    def at(path, actor="Ada"):
        opened.append(claimtrack.open(path, actor=actor))
        return opened[-1]

    yield at
    for desk in opened:
        desk.close()
