"""The publisher of evidence takes it back: every claim that has it says so, and published ones are looked at again."""

import io
from datetime import date

import pytest

from claimtrack.core.errors import InvalidValue, NotFound, Refused
from claimtrack.core.model import Article, Stance, Status
from claimtrack.core.sheets.sheets import map_headers
from claimtrack.importing.table import read_table
from claimtrack.store import articles, claims, evidence
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import adding, linking, retracting
from claimtrack.workflow import desk as work
from claimtrack.workflow.articles import withdrawing
from claimtrack.workflow.dossier import claim_history
from claimtrack.workflow.reviews.linting import lint
from claimtrack.workflow.sheets import applying
from claimtrack.workflow.sheets.importing import plan_import
from claimtrack.workflow.undoing import take_back

STUDY = "https://journal.example/7"
SAME = "http://www.journal.example/7/?utm_source=letter"
OTHER = "https://journal.example/7?page=2"
CALL = "Phone call with Bo, 18 April"


def today():
    return date.today().isoformat()


@pytest.fixture
def three(desk):
    """A published claim and two open ones; 1 and 2 have the study as evidence, all the call."""
    for claim_id, url in ((1, STUDY), (2, SAME), (3, OTHER)):
        claims.add(desk, f"Rents rose in {claim_id} towns")
        linking.add_link(desk, claim_id, url, actor="ada")
        linking.add_link(desk, claim_id, CALL, actor="ada")
    publish(desk, 1)
    return desk


def publish(db, claim_id):
    for status in (Status.CHECKING, Status.IN_REVIEW, Status.PUBLISHED):
        work.set_status(db, claim_id, status, actor="ada")


def link_id(db, claim_id, source):
    return linking.link_to(db, claim_id, source)["id"]


def marked(db):
    """The claims and sources that are marked, each with its day and note."""
    sql = "select claim_id, coalesce(url, source), retracted_on, retracted_note from evidence where retracted_on is not null"
    return [*db.execute(f"{sql} order by id")]


def due(db):
    return [claims.get(db, one).due_on for one in (1, 2, 3)]


def test_one_mark_is_for_all_claims_with_the_address_and_makes_published_ones_due(three):
    done = retracting.retract(
        three, link_id(three, 2, SAME), retracted_on="2024-05-03", note="Invented", actor="ben"
    )
    assert ([one.claim_id for one in done.claims], done.due, due(three)) == (
        [1, 2],
        (1,),
        [today(), None, None],
    )
    assert marked(three) == [(1, STUDY, "2024-05-03", "Invented"), (2, SAME, "2024-05-03", "Invented")]
    assert [one.claim_id for one in lint(three, [1, 2, 3])[1] if one.rule == "retracted_evidence"] == [1, 2]
    # Another day, but the same note; somebody may have looked, so nothing becomes due again.
    work.set_due_on(three, 1, None, actor="ada")
    again = retracting.retract(three, link_id(three, 1, STUDY), retracted_on="", actor="ben")
    assert (again.due, again.was_marked, due(three)) == ((), True, [None, None, None])
    assert marked(three) == [(1, STUDY, today(), "Invented"), (2, SAME, today(), "Invented")]


def test_a_source_in_words_is_marked_on_its_claim_only(three):
    done = retracting.retract(three, link_id(three, 2, CALL), actor="ben")
    assert (done.due, marked(three)) == ((), [(2, CALL, today(), None)])


def test_a_later_link_to_the_address_is_marked_with_a_warning(three):
    retracting.retract(
        three, link_id(three, 1, STUDY), retracted_on="2024-05-03", note="Invented", actor="ben"
    )
    added = linking.add_link(three, 3, SAME, actor="ada")
    told = str(retracting.known_retraction(three, added))
    assert told.startswith("its publisher retracted it on 2024-05-03, as the desk has recorded before")
    assert marked(three)[-1] == (3, SAME, "2024-05-03", "Invented")
    assert retracting.known_retraction(three, linking.add_link(three, 3, f"{STUDY}1", actor="ada")) is None


def test_a_link_that_was_removed_and_comes_back_is_still_marked_unless_the_mark_was_taken_back(three):
    retracting.retract(three, link_id(three, 3, OTHER), retracted_on="2024-05-03", note="Why", actor="ben")
    linking.remove_link_to(three, 3, OTHER, actor="ada")
    assert marked(three) == []
    linking.add_link(three, 1, f"{OTHER}#top", actor="ada")
    assert marked(three) == [(1, f"{OTHER}#top", "2024-05-03", "Why")]
    linking.add_link(three, 2, OTHER, actor="ada")
    retracting.restore(three, link_id(three, 2, OTHER), actor="ada")
    linking.remove_link_to(three, 2, OTHER, actor="ada")
    linking.add_link(three, 3, OTHER, actor="ada")
    assert marked(three) == []


def add_with_a_claim(db):
    adding.add_claim(db, adding.NewClaim("Homes were built", links=((OTHER, Stance.CONTEXT),)), actor="ada")


def import_in_a_sheet(db):
    table = read_table(io.BytesIO(f"id,evidence\n1,{OTHER}\n".encode()), "sheet.csv")
    applying.apply_plan(db, plan_import(db, table, map_headers(table.headers, {})), actor="ada")


@pytest.mark.parametrize("way", [add_with_a_claim, import_in_a_sheet])
def test_a_removed_link_comes_back_with_its_mark_in_whichever_way(three, way):
    retracting.retract(three, link_id(three, 3, OTHER), retracted_on="2024-05-03", note="Why", actor="ben")
    linking.remove_link_to(three, 3, OTHER, actor="ada")
    way(three)
    assert [row[1:] for row in marked(three)] == [(OTHER, "2024-05-03", "Why")]


def test_taking_the_mark_back_takes_back_the_due_days_that_nobody_has_changed_since(three):
    publish(three, 2)
    retracting.retract(three, link_id(three, 1, STUDY), actor="ben")
    work.set_due_on(three, 2, "2999-01-01", actor="ben")
    done = retracting.restore(three, link_id(three, 2, SAME), actor="ada")
    assert (done.no_longer_due, done.still_due, due(three)) == ((1,), (2,), [None, "2999-01-01", None])
    assert marked(three) == []
    with pytest.raises(Refused, match="is not marked as retracted"):
        retracting.restore(three, link_id(three, 1, STUDY), actor="ada")


def test_a_claim_stays_due_while_something_else_that_it_rests_on_was_taken_back(three):
    """Other evidence, or an article."""
    with write_transaction(three, "ada"):
        article_id = articles.add(three, Article(text=None, url="https://news.example/1"))
        three.execute("insert into appearances (claim_id, article_id) values (1, ?)", [article_id])
    for source in (STUDY, CALL):
        retracting.retract(three, link_id(three, 1, source), actor="ben")
    withdrawing.withdraw(three, article_id, actor="ben")
    assert retracting.restore(three, link_id(three, 1, STUDY), actor="ada").still_due == (1,)
    retracting.retract(three, link_id(three, 1, STUDY), actor="ben")
    assert due(three) == [today(), None, None]


def test_history_tells_a_retraction_which_can_be_undone_as_a_whole(three):
    done = retracting.retract(three, link_id(three, 1, STUDY), note="Invented", actor="ben")
    [change] = [one for one in claim_history(three, 1) if "retracted_on" in one["changes"]]
    assert change["summary"].sentence == (
        f"marked as retracted the source {STUDY}, date: nothing → {today()}, why: nothing → Invented"
    )
    take_back(three, done.written, actor="ben")
    assert (marked(three), due(three)) == ([], [None, None, None])


def test_a_mark_that_one_of_them_lacks_can_be_completed_or_taken_back(three):
    """Taken off before the retraction, the source came back without the mark."""
    url = link_id(three, 1, STUDY)
    with write_transaction(three, "ben"):
        evidence.change(three, url, {"retracted_on": "2024-05-03", "retracted_note": "Invented"})
    retracting.retract(three, link_id(three, 2, SAME), actor="ben")
    whole = [(1, STUDY, "2024-05-03", "Invented"), (2, SAME, "2024-05-03", "Invented")]
    assert marked(three) == whole
    with write_transaction(three, "ben"):
        evidence.change(three, url, {"retracted_on": None, "retracted_note": None})
    assert retracting.restore(three, url, actor="ben").retracted_on is None
    assert marked(three) == []


def test_what_cannot_be_marked_changes_nothing(three):
    with pytest.raises(InvalidValue, match="in the future"):
        retracting.retract(three, link_id(three, 1, STUDY), retracted_on="2999-01-01", actor="ben")
    with pytest.raises(InvalidValue, match="shorten it"):
        retracting.retract(three, link_id(three, 1, STUDY), note="a" * 4_001, actor="ben")
    with pytest.raises(NotFound):
        retracting.retract(three, 99, actor="ben")
    assert marked(three) == []
    assert evidence.same_source(three, link_id(three, 3, OTHER))[0]["url"] == OTHER


def test_a_retracted_source_that_is_removed_takes_its_due_day_along(three):
    """The day stayed, and nothing said so. Here the source was added after the claim was published: no verdict has it."""
    removed = "The claim is no longer due: it was because of this source."
    retracting.retract(three, link_id(three, 1, STUDY), actor="ada")
    assert due(three) == [today(), None, None]
    assert linking.remove_link_to(three, 1, CALL, actor="ada") == (Stance.CONTEXT, "")
    assert linking.remove_link_to(three, 1, STUDY, actor="ada") == (Stance.CONTEXT, removed)
    assert due(three) == [None, None, None]


def test_a_due_day_that_somebody_set_or_another_mark_needs_outlives_a_removed_source(three):
    retracting.retract(three, link_id(three, 1, STUDY), actor="ada")
    retracting.retract(three, link_id(three, 1, CALL), actor="ada")
    _, told = linking.remove_link(three, link_id(three, 1, STUDY), actor="ada")
    assert (told, due(three)[0]) == ("", today())
    work.set_due_on(three, 1, "2999-01-01", actor="ben")
    _, told = linking.remove_link(three, link_id(three, 1, CALL), actor="ada")
    assert (told, due(three)[0]) == ("", "2999-01-01")
