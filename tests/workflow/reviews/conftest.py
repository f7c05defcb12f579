"""A named desk with a claim, and a review's way to publication."""

import shutil

import pytest

from claimtrack.store import claims
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow.reviews import reviewing

URL = "https://desk.example/rent"


@pytest.fixture
def desk(named_file, desk_path):
    db = open_desk(shutil.copy(named_file, desk_path))
    with write_transaction(db, "ada"):
        claims.add(db, "Rent doubled in ten years")
    yield db
    db.close()


def status_of(desk, claim_id=1):
    return claims.get(desk, claim_id).status


def published(desk, **fields):
    """A review by ada, approved by ben, published."""
    fields = {"rating": "Half true", "url": URL, "reviewed_on": "2024-05-03"} | fields
    review_id = reviewing.draft(desk, 1, actor="ada", **fields)
    reviewing.submit(desk, review_id, actor="ada")
    reviewing.approve(desk, review_id, actor="ben")
    reviewing.publish(desk, review_id, actor="ada")
    return review_id


def finish(desk, review_id, **fields):
    reviewing.submit(desk, review_id, actor="ada")
    reviewing.approve(desk, review_id, actor="ben")
    reviewing.publish(desk, review_id, actor="ada", **fields)
