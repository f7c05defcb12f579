"""A named desk with a claim, and helpers that take a review to publication."""

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


def publish_review(desk, **fields):
    """Have ada draft, ben approve and ada publish a review; returns its id."""
    fields = {"rating": "Half true", "url": URL, "reviewed_on": "2024-05-03"} | fields
    review_id = reviewing.draft(desk, 1, actor="ada", **fields)
    reviewing.submit(desk, review_id, actor="ada")
    reviewing.approve(desk, review_id, actor="ben")
    reviewing.publish(desk, review_id, actor="ada")
    return review_id


def approve_and_publish(desk, review_id, **fields):
    reviewing.submit(desk, review_id, actor="ada")
    reviewing.approve(desk, review_id, actor="ben")
    reviewing.publish(desk, review_id, actor="ada", **fields)
