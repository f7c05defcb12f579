import pytest

from claimtrack.store.database import open_desk
from claimtrack.workflow import reviewing
from claimtrack.workflow.adding import NewClaim, OnDuplicate, add_claim
from claimtrack.workflow.setup import init_desk


@pytest.fixture
def reviewed_desk(desk_path):
    """A desk with two published reviews: a rated one, and one that says unproven; a third is a draft."""
    init_desk(desk_path, name="The Fact Desk", actor=None)
    db = open_desk(desk_path)
    for number, (text, rating) in enumerate(
        [
            ("Rent doubled in ten years", "Half true"),
            ("Nobody pays rent", "Unproven"),
            ("A third", "Half true"),
        ],
        1,
    ):
        new = NewClaim(
            text, claimant="Ada Miller", source=f"https://news.example/{number}", claimed_on="2024-04-22"
        )
        claim_id = add_claim(db, new, on_duplicate=OnDuplicate.NEW, actor="ada").claim_id
        review_id = reviewing.draft(db, claim_id, rating=rating, summary=f"Verdict {number}", actor="ada")
        if number == 3:
            continue
        reviewing.submit(db, review_id, actor="ada")
        reviewing.approve(db, review_id, actor="ben")
        url = f"https://desk.example/{number}"
        reviewing.publish(db, review_id, url=url, reviewed_on="2024-05-03", actor="ada")
    yield db
    db.close()
