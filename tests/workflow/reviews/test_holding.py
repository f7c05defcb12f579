"""A published verdict that is held, which readers do not get until it is released, and the ids of entries in feeds."""

import re

import pytest

from claimtrack.core.errors import Refused
from claimtrack.core.model import Status
from claimtrack.store import doubts, notes
from claimtrack.store.queues import recently_published
from claimtrack.store.reviews import reviews
from claimtrack.store.reviews.published import published_ids
from claimtrack.workflow.days import today
from claimtrack.workflow.dossier import claim_history
from claimtrack.workflow.publishing import publish
from claimtrack.workflow.reviews import holding, reviewing
from tests.workflow.reviews.conftest import URL, approve_and_publish, publish_review, status_of

HEADLINE = "Rent did not double"


def of_site(path, folder):
    """Publish the desk, and return what the site has, by the names of its files."""
    publish(path, folder / "public.db", site=folder / "site", base_url="https://desk.example/")
    return {one.name: one.read_text() for one in (folder / "site").rglob("*.*") if one.suffix != ".db"}


def test_readers_do_not_get_a_held_verdict_and_get_it_back_as_it_was(desk, desk_path, tmp_path):
    publish_review(desk, headline=HEADLINE)
    before = of_site(desk_path, tmp_path)
    holding.hold(desk, 1, note="A letter from their lawyer.", actor="ben")
    result = publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert (result.held, result.rows["claims"], result.rows["reviews"]) == ((1,), 0, 0)
    without = of_site(desk_path, tmp_path)
    assert [name for name, text in without.items() if HEADLINE in text or "Rent doubled" in text] == []
    assert (published_ids(desk_path), recently_published(desk, limit=5)) == (set(), [])
    assert [(row["doubt"], row["review_id"]) for row in doubts.current(desk)] == [("verdict_held", 1)]
    holding.release(desk, 1, note="No objection.", actor="ada")
    assert of_site(desk_path, tmp_path) == before


def test_a_corrected_verdict_takes_its_entry_in_the_list_of_corrections_with_it(desk, desk_path, tmp_path):
    """The entry has the claim and both ratings."""
    publish_review(desk)
    correction = reviewing.correct(desk, 1, note="We had left out Wales.", actor="ada")
    approve_and_publish(desk, correction, reviewed_on="2024-06-01")
    assert "left out Wales" in of_site(desk_path, tmp_path)["corrections.html"]
    holding.hold(desk, correction, actor="ben")
    assert [name for name, text in of_site(desk_path, tmp_path).items() if "left out Wales" in text] == []


def test_entries_of_feeds_keep_their_ids_when_the_site_moves(desk, desk_path, tmp_path):
    publish_review(desk)
    correction = reviewing.correct(desk, 1, note="We had left out Wales.", actor="ada")
    approve_and_publish(desk, correction, reviewed_on="2024-06-01")

    def ids():
        site = of_site(desk_path, tmp_path)
        return [re.findall("<id>(.+?)</id>", site[name])[1:] for name in ("feed.atom", "corrections.atom")]

    before = ids()
    assert before == [[URL], [f"{URL}#correction-2"]]
    for address in ("https://facts.example/1", "https://facts.example/2"):
        reviewing.mend_address(desk, correction, address, actor="ben")
        assert ids() == before
    again = reviewing.correct(desk, correction, note="Scotland, too.", actor="ada")
    approve_and_publish(desk, again, reviewed_on="2024-06-02")
    assert ids()[0] == [URL]


def test_the_claim_stays_published_and_history_and_its_notes_say_who_held_it_and_why(desk):
    publish_review(desk)
    holding.hold(desk, 1, note="A letter.", actor="ben")
    assert (status_of(desk), reviews.get(desk, 1).held_on) == (Status.PUBLISHED, today())
    [note] = notes.of_claim(desk, 1)
    assert (note["body"], note["author"]) == ("Review 1 held: A letter.", "ben")
    holding.release(desk, 1, actor="ada")
    told = [(change["actor"], change["summary"].sentence) for change in claim_history(desk, 1)]
    assert ("ben", "held review 1") in told
    assert told[-1] == ("ada", "released review 1")


def test_a_verdict_that_is_not_published_or_is_held_already_cannot_be_held(desk):
    review_id = reviewing.draft(desk, 1, rating="Half true", actor="ada")
    with pytest.raises(Refused, match="only a published review can be held"):
        holding.hold(desk, review_id, actor="ben")
    with pytest.raises(Refused, match="not held: there is nothing to release"):
        holding.release(desk, review_id, actor="ben")
    reviewing.withdraw(desk, review_id, actor="ada")
    review_id = publish_review(desk)
    holding.hold(desk, review_id, actor="ben")
    with pytest.raises(Refused, match=r"held already.*`claimtrack review release 2`"):
        holding.hold(desk, review_id, actor="ben")


def test_withdrawing_or_correcting_a_held_verdict_ends_the_hold(desk, desk_path):
    publish_review(desk)
    holding.hold(desk, 1, actor="ben")
    correction = reviewing.correct(desk, 1, note="We had left out Wales.", actor="ada")
    assert reviews.get(desk, 1).held_on
    approve_and_publish(desk, correction, reviewed_on="2024-06-01")
    assert ([one.id for one in reviews.held_reviews(desk)], published_ids(desk_path)) == ([], {correction})
    holding.hold(desk, correction, actor="ben")
    reviewing.withdraw(desk, correction, note="Taken back.", actor="ben")
    assert (reviews.get(desk, correction).held_on, status_of(desk)) == (None, Status.CHECKING)


def test_the_same_verdict_in_another_language_is_named_since_readers_still_get_it(desk):
    publish_review(desk, language="en")
    welsh = publish_review(desk, language="cy", url="https://desk.example/rhent")
    assert [one.id for one in holding.hold(desk, 1, actor="ben").others] == [welsh]
    assert holding.hold(desk, welsh, actor="ben").others == []


def test_an_approved_correction_is_named_since_its_publication_ends_the_hold(desk):
    publish_review(desk)
    correction = reviewing.correct(desk, 1, note="We had left out Wales.", actor="ada")
    assert holding.hold(desk, 1, actor="ben").replacement is None
    holding.release(desk, 1, actor="ben")
    reviewing.submit(desk, correction, actor="ada")
    reviewing.approve(desk, correction, actor="ben")
    assert holding.hold(desk, 1, actor="ben").replacement.id == correction
