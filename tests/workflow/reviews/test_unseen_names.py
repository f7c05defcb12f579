"""Who signs or returns a verdict has seen the names in it: that of the claimant, and that of the rating."""

import pytest

from claimtrack.core.errors import ChangedMeanwhile
from claimtrack.store import history
from claimtrack.workflow import joining
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.reviews import reviewing, scales

RENAMED = [
    (lambda db: joining.rename(db, "Ada Fenn", "Ada Fenn-Smith", actor="cy"), 'claimant from "Ada Fenn" to "Ada Fenn-Smith"'),
    (lambda db: joining.join(db, "Bo Lund", ["Ada Fenn"], actor="cy"), 'claimant from "Ada Fenn" to "Bo Lund"'),
    (lambda db: joining.spell(db, "ADA FENN", actor="cy"), 'claimant from "Ada Fenn" to "ADA FENN"'),
    (lambda db: scales.rename(db, "Ours", "Wrong", "Made up", actor="cy"), 'rating from "Wrong" to "Made up"'),
]  # fmt: skip


@pytest.fixture
def submitted(desk):
    """Review 1, by ada, of a claim of Ada Fenn's."""
    for text, claimant in (("The bridge cost 40 million euros", "Ada Fenn"), ("Rents fell", "Bo Lund")):
        add_claim(desk, NewClaim(text, claimant=claimant), actor="ada")
    scales.add(desk, "Ours", "Wrong", actor="cy")
    reviewing.draft(desk, 2, rating="Wrong", scale="Ours", actor="ada")
    reviewing.submit(desk, 1, actor="ada")
    return desk


@pytest.mark.parametrize(("rename", "told"), RENAMED)
@pytest.mark.parametrize("step", [reviewing.approve, reviewing.send_back])
def test_nobody_signs_or_returns_a_verdict_with_another_name_than_they_saw(submitted, step, rename, told):
    """Else a verdict on one person's words was published as one on another's."""
    seen = history.last_change_id(submitted)
    rename(submitted)
    with pytest.raises(ChangedMeanwhile, match=f"meanwhile cy changed the name of the {told}. Read"):
        step(submitted, 1, version=seen, actor="ben")
    step(submitted, 1, version=history.last_change_id(submitted), actor="ben")


def test_the_name_of_another_speaker_is_no_matter_of_the_verdict(submitted):
    seen = history.last_change_id(submitted)
    joining.rename(submitted, "Bo Lund", "Bo Lindqvist", actor="cy")
    reviewing.approve(submitted, 1, version=seen, actor="ben")
