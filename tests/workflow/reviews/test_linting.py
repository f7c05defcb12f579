"""What `lint` finds out about a claim is about that claim: its own days, sources, articles and rating."""

from datetime import UTC, datetime

import pytest

from claimtrack.core.model import Article, Judgement
from claimtrack.store import articles, claims
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import adding, archiving, linking
from claimtrack.workflow.adding import NewClaim
from claimtrack.workflow.matching import judging
from claimtrack.workflow.reviews import linting, reviewing


def test_what_another_claim_has_does_not_count(desk):
    with write_transaction(desk, "ada"):
        claims.add(desk, "Wages fell")
        for claim_id, day in ((1, "2024-05-05"), (2, "2024-05-01")):
            page = Article(text=None, url=f"https://news.example/{claim_id}", published_on=day)
            seen = [claim_id, articles.add(desk, page)]
            desk.execute("insert into appearances (claim_id, article_id) values (?, ?)", seen)
        desk.execute("""
            insert into evidence (claim_id, url, archived_url, is_primary)
            values (1, 'https://e.example/1', 'https://archive.example/1', 0), (2, 'https://e.example/2', null, 1)
        """)
    for claim_id, rating in ((1, "Half true"), (2, "False")):
        reviewing.draft(desk, claim_id, rating=rating, reviewed_on="2024-05-03", actor="ada")
    desk.execute("update ratings set retired = 1 where name = 'False'")
    desk.execute("update articles set withdrawn_on = '2024-05-06' where id = 2")
    found = {(one.claim_id, one.rule) for one in linting.lint(desk, [1, 2])[1]}
    of_others = {
        "dated_before_it_was_seen",
        "no_primary_source",
        "no_archived_link",
        "retired_rating",
        "no_longer_there",
    }
    assert {one for one in found if one[1] in of_others} == {
        (1, "dated_before_it_was_seen"),
        (1, "no_primary_source"),
        (2, "no_archived_link"),
        (2, "retired_rating"),
        (2, "no_longer_there"),
    }
    # Told to whoever signs the verdict, and to whoever publishes it.
    for warnings in (linting.early_warnings, linting.obstacles):
        assert [any("none has it any longer" in told for told in warnings(desk, one)) for one in (1, 2)] == [
            False,
            True,
        ]


def test_what_readers_get_from_a_claim_judged_the_same_or_from_the_article_is_not_missing(desk):
    with write_transaction(desk, "ada"):
        claims.add(desk, "Wages fell")
        page = articles.add(desk, Article(text=None, url="https://news.example/2", published_on="2024-05-01"))
        desk.execute("insert into appearances (claim_id, article_id) values (2, ?)", [page])
    missing = {"no_day", "no_first_appearance"}
    assert missing <= {one.rule for one in linting.lint(desk, [1])[1]}
    judging.judge(desk, 1, 2, Judgement.SAME, actor="ada")
    assert missing.isdisjoint(one.rule for one in linting.lint(desk, [1])[1])


def test_whoever_publishes_is_told_of_an_article_that_changed_since_the_verdict_was_signed(reviewed_desk):
    """The claim is still in another article; the verdict is in doubt at once all the same."""
    add = NewClaim("Rent doubled in ten years", claimant="Ada Miller", source="https://news.example/later")
    adding.add_claim(reviewed_desk, add, attach_to=1, actor="ada")
    told = "no longer has the claim: see whether it was made"
    assert not any(told in one for one in linting.obstacles(reviewed_desk, 1))
    with write_transaction(reviewed_desk, "eve"):
        articles.add(reviewed_desk, Article(text="Other words.", url="https://news.example/1"), previous_id=1)
    assert [told in one for one in linting.obstacles(reviewed_desk, 1)].count(True) == 1


_SEEN = "insert into articles (source, title) values ({place}, {title}); insert into appearances (claim_id, article_id, speaker_as_written) select 3, max(id), {speaker} from articles"
NOWHERE = {"place": "'Radio 4'", "title": "null", "speaker": "null"}
BESIDE = [
    ("speaker", _SEEN.format(**NOWHERE | {"speaker": "'+44 7700 900123'"})),
    ("words of the place", _SEEN.format(**NOWHERE | {"place": "'Voice message of 0170 555 0746'"})),
    ("title, as of an e-mail", _SEEN.format(**NOWHERE | {"title": "'Fwd: jo@mail.example'"})),
    (
        "passage",
        "insert into evidence (claim_id, url, quote) values (3, 'https://a.example/1', 'Call 0170 555 0746')",
    ),
    ("source", "insert into evidence (claim_id, source) values (3, 'Call to +44 7700 900123')"),
    ("address", "insert into evidence (claim_id, url) values (3, 'https://a.example/?to=jo@mail.example')"),
    (
        "asked",
        "insert into interventions (claim_id, asked, request, asked_on) values (3, 'jo@mail.example', 'Why?', '2024-05-01')",
    ),
    ("headline", "update reviews set headline = 'Ask jo@mail.example' where id = 3"),
]


@pytest.mark.parametrize(("where", "changes"), BESIDE)
def test_contact_details_are_found_in_all_that_readers_see_beside_a_claim(reviewed_desk, where, changes):
    assert "contact_details_beside" not in rules_of(reviewed_desk, 3), where
    with write_transaction(reviewed_desk, "ada"):
        for change in changes.split("; "):
            reviewed_desk.execute(change)
    assert "contact_details_beside" in rules_of(reviewed_desk, 3), where


def test_a_key_in_an_address_is_found(reviewed_desk):
    linking.add_link(reviewed_desk, 1, "https://stats.example/1?id=5", actor="ada")
    assert "key_in_address" not in rules_of(reviewed_desk, 1)
    linking.add_link(reviewed_desk, 1, "https://stats.example/2?token=7f3a9c", actor="ada")
    assert "key_in_address" in rules_of(reviewed_desk, 1)


def test_a_key_in_the_address_of_a_copy_of_a_place_is_found(reviewed_desk):
    """Readers get it, too, and it needs no second person."""
    again = NewClaim("Rent doubled in ten years", source="https://news.example/copied")
    adding.add_claim(reviewed_desk, again, attach_to=1, actor="ada")
    assert "key_in_address" not in rules_of(reviewed_desk, 1)
    copy = "https://drive.example/f/9?token=7f3a9c"
    archiving.file_copy(reviewed_desk, again.source, copy, now=datetime.now(UTC), actor="ada")
    assert "key_in_address" in rules_of(reviewed_desk, 1)


def rules_of(desk, claim_id):
    return {one.rule for one in linting.lint(desk, [claim_id])[1]}
