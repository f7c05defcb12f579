"""A desk and a copy of it, for tests of what comes back from a copy."""

from pathlib import Path

import pytest

import claimtrack
from claimtrack.store.file.copying import backup


@pytest.fixture
def home(named_desk_path):
    """A desk with two claims, by Ada."""
    with claimtrack.open(named_desk_path, actor="Ada") as desk:
        desk.add("Prices fell by half.", claimant="Zed Orr", on_duplicate="new")
        desk.add("Wages rose by a tenth.", on_duplicate="new")
    return named_desk_path


@pytest.fixture
def named_desk_path(named_file, tmp_path):
    path = tmp_path / "home.db"
    path.write_bytes(Path(named_file).read_bytes())
    return path


@pytest.fixture
def copy(home, tmp_path):
    """A copy of it."""
    with claimtrack.open(home) as desk:
        backup(desk.db, tmp_path / "copy.db")
    return tmp_path / "copy.db"


@pytest.fixture
def at(home, copy, request):
    """Opens one of both: at(home) or at(copy, "Ben")."""
    opened = []

    def at(path, actor="Ada"):
        opened.append(claimtrack.open(path, actor=actor))
        return opened[-1]

    yield at
    for desk in opened:
        desk.close()
