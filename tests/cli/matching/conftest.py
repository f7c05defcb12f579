"""A desk with one claim, which the tests of this folder look up, reword and contradict."""

import shutil
from contextlib import closing

import pytest

from claimtrack.store.file.database import open_desk
from claimtrack.workflow.adding import NewClaim, add_claim

CLAIM = "Unemployment fell by a third in the last two years of my time in office."
REWORDED = "In the last two years of my time in office unemployment fell by one third."
CHANGED = "Unemployment fell by a half in the last two years of my time in office."


@pytest.fixture(scope="module")
def known_file(new_desk_file, tmp_path_factory):
    path = shutil.copy(new_desk_file, tmp_path_factory.mktemp("known") / "claims.db")
    new = NewClaim(CLAIM, claimant="Ada Miller", source="https://a.example", claimed_on="2024-04-22")
    with closing(open_desk(path)) as db:
        add_claim(db, new, actor="ada")
    return path


@pytest.fixture
def known(known_file, desk_path):
    return shutil.copy(known_file, desk_path)
