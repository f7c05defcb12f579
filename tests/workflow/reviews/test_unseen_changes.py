"""Who signs a verdict has seen the names in it, that of the claimant and that of the rating, and its sources."""

import pytest

from claimtrack.core.errors import ChangedMeanwhile, Refused
from claimtrack.core.model import Article, Outcome, Stance
from claimtrack.store import history
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import intervening, joining, linking, marking, retracting
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles import withdrawing
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.reviews import reviewing, scales, unseen


def check_signature(db, review_id, version):
    unseen.check_signature(db, review_id, version, "ben")


def approve(db, review_id, *, version):
    """As Ben does who was shown that version of the desk."""
    check_signature(db, review_id, version)
    reviewing.approve(db, review_id, actor="ben")


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
        add_claim(desk, NewClaim(text, claimant, "https://news.example/1"), actor="ada")
    scales.add(desk, "Ours", "Wrong", actor="cy")
    reviewing.draft(desk, 2, rating="Wrong", scale="Ours", actor="ada")
    reviewing.submit(desk, 1, actor="ada")
    return desk


@pytest.mark.parametrize(("rename", "told"), RENAMED)
@pytest.mark.parametrize("check", [check_signature, unseen.check_verdict])
def test_nobody_signs_or_returns_a_verdict_with_another_name_than_they_saw(submitted, check, rename, told):
    """Else a verdict on one person's words was published as one on another's."""
    seen = history.last_change_id(submitted)
    rename(submitted)
    with pytest.raises(ChangedMeanwhile, match=f"meanwhile cy changed the name of the {told}. Read"):
        check(submitted, 1, seen)
    check(submitted, 1, history.last_change_id(submitted))


def test_the_name_of_another_speaker_is_no_matter_of_the_verdict(submitted):
    seen = history.last_change_id(submitted)
    joining.rename(submitted, "Bo Lund", "Bo Lindqvist", actor="cy")
    approve(submitted, 1, version=seen)


SOURCES = [
    (lambda db: linking.add_link(db, 2, "https://b.example", actor="cy"), "added the source https://b.example"),
    (lambda db: linking.remove_link(db, 1, actor="cy"), "removed the source https://a.example"),
    (lambda db: linking.change_link(db, 1, {"stance": Stance.REFUTES}, actor="cy"), "changed the source https://a.example"),
    (lambda db: retracting.retract(db, 1, actor="cy"), "changed the source https://a.example"),
    (lambda db: intervening.ask(db, 2, "Bo Lund", "Is it true?", asked_on="2024-05-01", actor="cy"), "added the request to Bo Lund"),
    (lambda db: intervening.close(db, 1, Outcome.DECLINED, actor="cy"), "changed the request to Ada Fenn"),
    (lambda db: by_sql(db, "update claimants set role = 'Mayor', kind = 'person' where name = 'Ada Fenn'"), "changed the kind and role of “Ada Fenn”"),
    (lambda db: by_sql(db, "update claimants set url = 'https://fenn.example'"), "changed the web address of “Ada Fenn”"),
    (lambda db: by_sql(db, "update ratings set definition = 'Made up'"), "changed the definition of “Wrong”"),
    (lambda db: withdrawing.withdraw(db, 1, actor="cy"), "changed the mark of article 1 as withdrawn"),
]  # fmt: skip


def by_sql(db, sql):
    """As an editor's dialog in Datasette does."""
    with write_transaction(db, "cy"):
        db.execute(sql)


@pytest.mark.parametrize(("change", "told"), SOURCES)
def test_nobody_signs_a_verdict_with_other_sources_or_people_than_they_saw(submitted, change, told):
    """They are part of what is signed: while it is approved, nobody can change them."""
    linking.add_link(submitted, 2, "https://a.example", actor="ada")
    intervening.ask(submitted, 2, "Ada Fenn", "Where is that from?", asked_on="2024-05-01", actor="ada")
    seen = history.last_change_id(submitted)
    change(submitted)
    with pytest.raises(ChangedMeanwhile, match=f"meanwhile cy {told}. Read the claim"):
        approve(submitted, 1, version=seen)
    approve(submitted, 1, version=history.last_change_id(submitted))


def test_nobody_signs_a_verdict_with_a_source_that_another_program_moved_elsewhere(submitted):
    linking.add_link(submitted, 2, "https://a.example", actor="ada")
    seen = history.last_change_id(submitted)
    with write_transaction(submitted, "cy"):
        submitted.execute("update evidence set url = 'https://b.example'")
    with pytest.raises(ChangedMeanwhile, match=r"meanwhile cy changed the source https://b\.example"):
        approve(submitted, 1, version=seen)


def test_whoever_adds_a_source_in_another_tab_is_told_that_somebody_else_must_approve(submitted):
    """To read the claim again, as they were told, was no remedy: whoever changed it may not sign it."""
    seen = history.last_change_id(submitted)
    linking.add_link(submitted, 2, "https://b.example", actor="Ben")
    with pytest.raises(
        Refused, match=r"you changed the claim, its evidence or the rating .*someone else approve"
    ):
        approve(submitted, 1, version=seen)


def test_nobody_signs_a_correction_with_another_public_note_than_they_saw(submitted):
    reviewing.approve(submitted, 1, actor="ben")
    reviewing.publish(submitted, 1, url="https://a.example/1", reviewed_on="2024-05-03", actor="ben")
    correction = reviewing.correct(submitted, 1, note="A figure was wrong", actor="ada")
    reviewing.submit(submitted, correction, actor="ada")
    seen = history.last_change_id(submitted)
    reviewing.revise(submitted, correction, note="The mayor lied to us", is_update=True, actor="ada")
    told = 'the public note from "A figure was wrong" to "The mayor lied to us", the kind from correction to update. Read'
    with pytest.raises(ChangedMeanwhile, match=told):
        approve(submitted, correction, version=seen)


def test_nobody_signs_a_verdict_with_another_quote_than_they_saw(submitted):
    words = "The bridge, she said, cost 40 million euros in the end"
    article = ingest_article(submitted, Article(f"{words}. It rained."), actor="ada").article_id
    held = marking.mark(
        submitted, article, words, text="The bridge cost 40 million euros", speaker="Ada Fenn", actor="ada"
    )
    assert held.claim_id == 2
    [(appearance,)] = submitted.execute("select id from appearances where claim_id = 2 and quote is not null")
    seen = history.last_change_id(submitted)
    marking.move_appearance(submitted, appearance, "cost 40 million euros", actor="cy")
    with pytest.raises(
        ChangedMeanwhile, match=r"meanwhile cy changed the quote “The bridge, she said, .*”. Read the claim"
    ):
        approve(submitted, 1, version=seen)


def test_nobody_signs_a_verdict_whose_article_was_withdrawn_in_a_later_version_or_by_a_notice(submitted):
    """The mark is on the newest version, which need not have the claim any more."""
    words, url = "The bridge, she said, cost 40 million euros in the end", "https://news.example/long"
    rest = " ".join(
        f"On day {day} the council heard {day + 7} people about its {day} schools." for day in range(9)
    )
    first = ingest_article(submitted, Article(f"{words}. {rest}", url=url), actor="ada").article_id
    marking.mark(
        submitted, first, words, text="The bridge cost 40 million euros", speaker="Ada Fenn", actor="ada"
    )
    newer = ingest_article(submitted, Article(rest, url=url), actor="ada").article_id
    seen = history.last_change_id(submitted)
    withdrawing.withdraw(submitted, newer, actor="cy")
    with pytest.raises(ChangedMeanwhile, match=f"cy changed the mark of article {newer} as withdrawn"):
        approve(submitted, 1, version=seen)
    seen = history.last_change_id(submitted)
    notice = Article("Withdrawn: the bridge\n\nThis article has been withdrawn.", url=url)
    filed = ingest_article(submitted, notice, actor="cy").article_id
    with pytest.raises(ChangedMeanwhile, match=f"cy changed the mark of article {filed} as withdrawn"):
        approve(submitted, 1, version=seen)


def test_a_copy_of_a_source_in_an_archive_and_a_source_of_another_claim_are_no_matter_of_the_verdict(
    submitted,
):
    linking.add_link(submitted, 2, "https://a.example", actor="ada")
    seen = history.last_change_id(submitted)
    linking.change_link(submitted, 1, {"archived_url": "https://archive.example/a"}, actor="cy")
    linking.add_link(submitted, 3, "https://b.example", actor="cy")
    approve(submitted, 1, version=seen)
