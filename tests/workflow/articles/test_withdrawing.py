"""An outlet withdraws an article: its claims stay on the desk, and everybody who works on them is told."""

from datetime import date

import pytest

from claimtrack.core.errors import InvalidValue, NotFound, Refused
from claimtrack.core.extract import Options
from claimtrack.core.model import Article, NoteStep, Status
from claimtrack.plugin.startup import canned_queries
from claimtrack.store import appearances, articles, claims, notes
from claimtrack.workflow import desk as work
from claimtrack.workflow.articles import withdrawing
from claimtrack.workflow.articles.dropping import Dropped
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import Extractor
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.articles.reporting import dry_run_notices, ingest_notices
from claimtrack.workflow.editing import edit_claim
from claimtrack.workflow.reviews.linting import lint
from claimtrack.workflow.taken_back import due_notices
from claimtrack.workflow.undoing import take_back_import
from tests.clocks import date_last_change
from tests.desks import extract_listed

TRAINS, SCHOOLS = "We ran 400 trains", "We closed 30 schools"
TEXT = f"{TRAINS}. {SCHOOLS}."
KILL = "KILL: Trains\n\nThe item was wrong. We ran 400 trains, it said, and that was made up."
EXTRACTOR = Extractor(
    "test-1",
    lambda article, options: [
        one
        for one in extract_listed(TEXT, [(TRAINS, "Lee", 0.9), (SCHOOLS, "Lee", 0.9)])
        if one.text in article.text
    ],
)
URN = "urn:newsml:agency.example:1"
PAGE = "https://news.example/1"


@pytest.fixture
def ingest(desk):
    def ingest(text, source=None, version_of=None, **facts):
        return ingest_article(
            desk,
            Article(text, **facts),
            extractor=EXTRACTOR,
            source=source,
            version_of=version_of,
            actor="ada",
        )

    return ingest


def withdrawn_claims(db):
    """The day of withdrawal and the version without each claim's first appearance, and how often the claim was dropped."""
    found = [appearances.of_claim(db, one)[0] for one in (1, 2)]
    dropped = [row[0] for row in db.execute("select dropped from claim_overview order by id")]
    return [
        (row["withdrawn_on"], row["dropped_by_id"], count) for row, count in zip(found, dropped, strict=True)
    ]


def listed(db):
    """The claims of the list “No longer in their articles”."""
    return [row["id"] for row in db.query(canned_queries()["no_longer_there"]["sql"])]


def changes(ingested):
    """How many changes to the desk an article made."""
    return sum(not part.is_empty for part in ingested.written)


def publish(db, claim_id):
    for status in (Status.CHECKING, Status.IN_REVIEW, Status.PUBLISHED):
        work.set_status(db, claim_id, status, actor="ada")


def test_a_marked_article_marks_its_claims_and_makes_published_ones_due(ingest, desk):
    ingest(TEXT, "a.txt")
    publish(desk, 1)
    assert listed(desk) == []
    done = withdrawing.withdraw(desk, 1, withdrawn_on="2024-05-03", note="Made up", actor="ben")
    assert ([one.claim_id for one in done.claims], done.due) == ([1, 2], (1,))
    assert withdrawn_claims(desk) == [("2024-05-03", 1, 1), ("2024-05-03", 1, 1)]
    assert [claims.get(desk, one).due_on for one in (1, 2)] == [date.today().isoformat(), None]
    assert listed(desk) == [1, 2]
    assert [one.claim_id for one in lint(desk, [1, 2])[1] if one.rule == "no_longer_there"] == [1, 2]
    again = withdrawing.withdraw(desk, 1, actor="ben")
    assert (again.due, again.withdrawn_on, articles.get(desk, 1)["withdrawn_note"]) == (
        (),
        "2024-05-03",
        "Made up",
    )
    assert (
        withdrawing.withdraw(desk, 1, withdrawn_on="", actor="ben").withdrawn_on == date.today().isoformat()
    )
    work.set_status(desk, 2, Status.REJECTED, actor="ada")
    work.add_note(desk, 1, "Claim 2, different: Other years", step=NoteStep.JUDGE, actor="ada")
    assert listed(desk) == [1]
    work.add_note(desk, 1, "She said it all the same.", actor="ada")
    assert listed(desk) == []


def test_a_restored_article_has_its_claims_again(ingest, desk):
    ingest(TEXT, "a.txt")
    withdrawing.withdraw(desk, 1, actor="ben")
    done = withdrawing.restore(desk, 1, actor="ben")
    assert withdrawn_claims(desk) == [(None, None, 0), (None, None, 0)]
    assert list(due_notices(done)) == []
    with pytest.raises(Refused, match="article 1 is not marked as withdrawn"):
        withdrawing.restore(desk, 1, actor="ben")
    with pytest.raises(NotFound, match="no article 9"):
        withdrawing.withdraw(desk, 9, actor="ben")
    with pytest.raises(InvalidValue, match="in the future"):
        withdrawing.withdraw(desk, 1, withdrawn_on="2999-01-01", actor="ben")


def test_a_note_since_takes_a_claim_off_the_list_until_its_article_changes_again(ingest, desk):
    ingest(TEXT, URN, published_on="2024-05-01")
    notes.add(desk, 1, "Before the withdrawal", author="ada")
    ingest(KILL, URN, published_on="2024-05-02")
    assert listed(desk) == [1, 2]
    notes.add(desk, 1, "Two other papers have it", author="ada")
    assert listed(desk) == [2]
    withdrawing.restore(desk, 2, actor="ben")
    withdrawing.withdraw(desk, 2, actor="ben")
    assert listed(desk) == [1, 2]


def test_a_note_takes_a_claim_off_the_list_by_the_order_of_both_whatever_the_clock_said(ingest, desk):
    ingest(TEXT, "a.txt")
    notes.add(desk, 2, "Before the withdrawal", author="ada")
    date_last_change(desk, "notes", "2999-01-01T00:00:00.000Z")
    withdrawing.withdraw(desk, 1, actor="ben")
    date_last_change(desk, "articles", "2998-01-01T00:00:00.000Z")
    notes.add(desk, 1, "She said it all the same.", author="ada")
    assert listed(desk) == [2]


def test_restoring_takes_back_the_due_days_that_nobody_has_changed_since(ingest, desk):
    ingest(TEXT, "a.txt")
    for claim_id in (1, 2):
        publish(desk, claim_id)
    withdrawing.withdraw(desk, 1, actor="ben")
    work.set_due_on(desk, 2, "2999-01-01", actor="ben")
    done = withdrawing.restore(desk, 1, actor="ada")
    assert list(due_notices(done)) == [
        "No longer due: claim 1.",
        "Still due, because somebody changed the day, or another article with the claim is withdrawn or other evidence retracted: claim 2.",
    ]
    assert [claims.get(desk, one).due_on for one in (1, 2)] == [None, "2999-01-01"]
    withdrawing.withdraw(desk, 1, actor="ben")
    assert withdrawing.restore(desk, 1, actor="ada").no_longer_due == (1,)


def test_restoring_takes_back_no_day_that_a_person_set(ingest, desk):
    """Directly after the withdrawal, or before it; nor is a day set again that somebody removed."""
    ingest(TEXT, "a.txt")
    publish(desk, 2)
    withdrawing.withdraw(desk, 1, actor="ben")
    work.set_due_on(desk, 1, "2999-01-01", actor="ben")
    work.set_due_on(desk, 2, None, actor="ben")
    assert withdrawing.withdraw(desk, 1, note="Made up", actor="ben").due == ()
    done = withdrawing.restore(desk, 1, actor="ben")
    assert (done.no_longer_due, done.still_due, claims.get(desk, 1).due_on) == ((), (), "2999-01-01")


def test_restoring_takes_back_no_day_of_a_claim_of_another_article(ingest, desk):
    """Even if a person set it directly after the withdrawal."""
    ingest(TEXT, "a.txt")
    other = claims.add(desk, "Rents doubled")
    for claim_id in (1, other):
        publish(desk, claim_id)
    withdrawing.withdraw(desk, 1, actor="ben")
    work.set_due_on(desk, other, "2999-01-01", actor="ada")
    done = withdrawing.restore(desk, 1, actor="ben")
    assert (done.no_longer_due, done.still_due, claims.get(desk, other).due_on) == ((1,), (), "2999-01-01")


def test_a_claim_stays_due_while_another_article_with_it_is_withdrawn(ingest, desk):
    for name in ("a.txt", "b.txt"):
        ingest(f"{TEXT} It is {name}.", name)
    publish(desk, 1)
    for article_id in (1, 2):
        withdrawing.withdraw(desk, article_id, actor="ben")
    assert withdrawing.restore(desk, 1, actor="ben").still_due == (1,)


@pytest.mark.parametrize(
    "place", [{"source": URN}, {"url": PAGE}, {"url": PAGE, "source": "https://news.example/feed"}]
)
def test_a_notice_withdraws_the_article_under_its_urn_or_at_its_address(ingest, desk, place):
    ingest(TEXT, published_on="2024-05-01", **place)
    publish(desk, 2)
    done = ingest(KILL, published_on="2024-05-02", **place)
    assert list(ingest_notices(done)) == [
        "Article 2 withdraws article 1, on 2024-05-02.",
        "  Published, so to be looked at again: claim 2. Those without a due day are due today (`claimtrack list --due-until today`).",
        f"  It had claim 1 (proposed): {TRAINS}",
        f"  It had claim 2 (published): {SCHOOLS}",
    ]
    assert (done.new, done.repeated, claims.get(desk, 2).due_on) == (0, 0, date.today().isoformat())
    assert [one[:1] for one in withdrawn_claims(desk)] == [("2024-05-02",)] * 2
    again = ingest(KILL, published_on="2024-05-02", **place)
    assert (changes(again), again.dropped) == (0, ())
    work.set_due_on(desk, 2, None, actor="ada")
    second = ingest(f"{KILL} This is a repeat.", published_on="2024-05-02", **place)
    told = [*ingest_notices(second)]
    assert (second.dropped, claims.get(desk, 2).due_on, len(told)) == ((), None, 1)
    assert [one[:1] for one in withdrawn_claims(desk)] == [("2024-05-02",)] * 2
    take_back_import(desk, *second.written, actor="ada")
    work.set_due_on(desk, 2, date.today().isoformat(), actor="ada")
    take_back_import(desk, *done.written, actor="ada")
    assert (claims.get(desk, 2).due_on, withdrawn_claims(desk)) == (None, [(None, None, 0)] * 2)


def test_of_many_claims_of_a_withdrawn_article_the_published_ones_and_the_first_are_named():
    claims_of_it = [Dropped(at, "Rents doubled", Status.OPEN) for at in range(1, 9)]
    claims_of_it.append(Dropped(9, "Rents fell", Status.PUBLISHED))
    first, *named, last = withdrawing.concerned(claims_of_it, 3)
    assert "to be looked at again: claim 9." in first
    assert (len(named), last) == (5, "  and 4 more claims (`claimtrack list --article 3`).")


def test_a_notice_of_another_file_withdraws_only_the_article_that_a_person_names(ingest, desk):
    ingest(TEXT, "a.txt")
    alone = ingest(KILL, "kill.txt")
    assert (alone.new, alone.withdrawn_on) == (0, None)
    told = next(iter(ingest_notices(alone)))
    assert "ingest it again with --version-of" in told
    assert "If it is no notice, take that back, and ingest it with another --title or first line." in told
    assert withdrawn_claims(desk) == [(None, None, 0)] * 2
    with DryRun(desk, Options(), EXTRACTOR) as run:
        planned = run.article(Article(KILL), "kill.txt", version_of=1)
    today = date.today().isoformat()
    assert (
        next(iter(dry_run_notices(planned, "kill.txt"))) == f"kill.txt would withdraw article 1, on {today}."
    )
    assert ingest(KILL, "kill.txt", version_of=1).dropped
    assert [one[0] for one in withdrawn_claims(desk)] == [today] * 2


def test_a_page_that_keeps_the_day_of_publication_was_withdrawn_today(ingest):
    ingest(TEXT, url=PAGE, published_on="2024-05-01")
    assert ingest(KILL, url=PAGE, published_on="2024-05-01").withdrawn_on == date.today().isoformat()


def test_an_item_can_be_withdrawn_on_the_day_on_which_it_was_published(ingest):
    ingest(TEXT, URN, published_on="2024-05-01")
    notice = ingest("Withdrawn", URN, published_on="2024-05-01", is_withdrawn=True)
    assert (notice.previous_id, notice.withdrawn_on) == (1, "2024-05-01")


def test_an_item_that_an_agency_withdraws_with_its_whole_text_has_its_claims_no_longer(ingest, desk):
    ingest(TEXT, URN, published_on="2024-05-01")
    done = ingest(TEXT, URN, published_on="2024-05-02", is_withdrawn=True)
    assert (done.article_id, done.withdrawn_on, len(done.dropped)) == (1, "2024-05-02", 2)
    assert [one[:2] for one in withdrawn_claims(desk)] == [("2024-05-02", 1)] * 2
    assert "is marked as withdrawn on 2024-05-02, and stays so" in " ".join(ingest_notices(ingest(TEXT, URN)))
    back = ingest(f"{TEXT} It rained.", URN)
    assert (back.previous_id, back.withdrawn_on) == (1, None)
    assert [row[0] for row in desk.execute("select dropped from claim_overview")] == [0, 0]


@pytest.mark.parametrize(
    "notice", [{"text": "KILL: Trains"}, {"text": KILL}, {"text": "Withdrawn", "is_withdrawn": True}]
)
def test_what_is_published_again_after_a_notice_has_its_claims_as_they_were_reworded(ingest, desk, notice):
    ingest(TEXT, URN)
    for claim_id in (1, 2):
        edit_claim(desk, claim_id, text=f"Claim {claim_id}.", actor="ada")
    ingest(source=URN, **notice)
    back = ingest(f"{TEXT} It rained.", URN)
    assert (back.new, back.known, back.previous_id) == (0, 2, 2)
    assert [row[0] for row in desk.execute("select dropped from claim_overview")] == [0, 0]


def test_two_items_with_the_same_text_are_withdrawn_one_by_one(ingest, desk):
    first, second = ({"source": f"{URN}{number}"} for number in (1, 2))
    assert [ingest(TEXT, **one).article_id for one in (first, second)] == [1, 2]
    read_again = (first, second, {"source": "saved.txt"}, {"source": "-"})
    assert [changes(ingest(TEXT, **one)) for one in read_again] == [0] * 4
    assert [row[0] for row in desk.execute("select appearances from claim_overview")] == [2, 2]
    ingest("Withdrawn", is_withdrawn=True, **first)
    assert [row[0] for row in desk.execute("select dropped from claim_overview")] == [1, 1]
    ingest("Withdrawn", is_withdrawn=True, **second)
    assert [row[0] for row in desk.execute("select dropped from claim_overview")] == [2, 2]


def test_restoring_after_a_second_notice_takes_back_the_first_one_too(ingest, desk):
    ingest(TEXT, URN, published_on="2024-05-01")
    publish(desk, 2)
    ingest("KILL: Trains\n\nThe item was wrong.", URN, published_on="2024-05-02")
    ingest("KILL: Trains\n\nThe item was wrong, again.", URN, published_on="2024-05-03")
    done = withdrawing.restore(desk, 3, actor="ada")
    assert (done.no_longer_due, claims.get(desk, 2).due_on) == ((2,), None)
    assert [row["withdrawn_on"] for row in desk.query("select withdrawn_on from articles")] == [None] * 3
    assert "To have those of article 1 again" in withdrawing.still_gone(desk, done)
    with pytest.raises(Refused, match="not marked as withdrawn"):
        withdrawing.restore(desk, 3, actor="ada")
