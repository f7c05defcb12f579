"""Several reviews are published at once; a dry run tells of each, and changes nothing."""

from claimtrack.store.reviews import reviews
from claimtrack.workflow.reviews import publishing, reviewing

PATTERN = "https://desk.example/{year}"


def test_a_dry_run_tells_of_each_review_where_it_would_be_or_why_not(reviewed_desk):
    reviewing.revise(reviewed_desk, 3, reviewed_on="2024-05-09", actor="ada")
    reviewing.submit(reviewed_desk, 3, actor="ada")
    reviewing.approve(reviewed_desk, 3, actor="ben")
    for chosen in ([3], [1], [3, 1]):  # 1 is published
        told = publishing.publish_several(
            reviewed_desk, chosen, url_pattern=PATTERN, dry_run=True, actor="ada"
        )
        addresses = [row["url"] for row in told.rows.values()]
        assert addresses == ["https://desk.example/2024"] * (3 in chosen)
        assert list(told.refused) == [number for number in chosen if number == 1]
    assert reviews.get(reviewed_desk, 3).status == "approved"
