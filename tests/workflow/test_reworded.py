"""A claim that was reworded in triage is known by the words that it was read in, too."""

import pytest

from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.model import Article, Judgement, OnDuplicate, Statement, Suggestion
from claimtrack.store import appearances, notes, views
from claimtrack.store.index import derived, postings
from claimtrack.workflow import triage
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.checking import check_draft
from claimtrack.workflow.matching import judging, matching
from claimtrack.workflow.reviews import reviewing
from claimtrack.workflow.setup import init_desk

URL, OTHER_URL = "https://news.example/1", "https://reprint.example/5"
HOMES = 'We built "affordable" homes, 40,000 of them - more than any government before us'
TYPESET = "We built “affordable” homes, 40,000\u00a0of them – more than any government before us"
REWORDED = "The government built 40000 homes in the capital"
SHORT = "Rents rose by half"
REWORDED_SHORT = "Rents in Oulu rose by half"
DANGLING = "They never paid for any of it, neither then nor in this parliament"
ADA, BO = "Ada Miller", "Bo Lind"


@pytest.fixture
def ingest(desk, file_claims):
    """Files an article that says these words, each of them one claim."""

    def ingest(*said, by=ADA, url=URL):
        text = " ".join(f"{one}." for one in said)
        return file_claims(desk, text, [(one, by, 0.9) for one in said], url=url)

    return ingest


@pytest.fixture
def reworded(desk, ingest):
    """Files the words on a page and rewords the claim in triage; its id."""

    def reworded(said=HOMES, into=REWORDED, by=ADA):
        claim_id = ingest(said, by=by).filed[0].claim_id
        triage.decide(desk, Ruling(claim_id, Decision.EDIT, text=into), actor="ada")
        return claim_id

    return reworded


@pytest.mark.parametrize("indexed", [False, True])
@pytest.mark.parametrize("said", [HOMES, TYPESET, HOMES.upper()], ids=["as read", "typeset", "in capitals"])
def test_a_reprint_repeats_it(desk, reworded, ingest, said, indexed):
    claim_id = reworded()
    if indexed:
        postings.index_pending(desk.conn)
    done = ingest(said, url=OTHER_URL)
    assert [(one.claim_id, one.is_new) for one in done.filed] == [(claim_id, False)]
    assert views.claims_by_id(desk, [claim_id])[claim_id]["appearances"] == 2


# What was read and reworded, who says the words again, and whether it is the claim again without a person.
SPEAKERS = [
    (HOMES, ADA, True, "the same speaker"),
    (HOMES, "ada miller", True, "in small letters"),
    (HOMES, BO, False, "somebody else"),
    (HOMES, "outlet", True, "nobody named: the words decide"),
    (SHORT, ADA, True, "few words of the same speaker"),
    (SHORT, "outlet", False, "few words of nobody named may be about another city"),
    (DANGLING, ADA, True, "words that lean on others, of the same speaker"),
    (DANGLING, "outlet", False, "words that lean on others, of nobody named"),
]


@pytest.mark.parametrize(("said", "by", "repeats", "reason"), SPEAKERS, ids=[row[-1] for row in SPEAKERS])
def test_whose_words_they_are_counts_as_for_any_repeat(reworded, ingest, said, by, repeats, reason):
    claim_id = reworded(said, REWORDED_SHORT)
    [one] = ingest(said, by=by, url=OTHER_URL).filed
    assert (one.claim_id == claim_id, one.is_new) == (repeats, not repeats), reason


def test_a_draft_that_repeats_what_was_rated_false_is_told(desk, desk_path, reworded):
    init_desk(desk_path, name="The Fact Desk", actor=None)
    claim_id = reworded()
    review_id = reviewing.draft(
        desk, claim_id, rating="False", scale="Four-step scale", summary="9,000 were.", actor="ada"
    )
    reviewing.submit(desk, review_id, actor="ada")
    reviewing.approve(desk, review_id, actor="ben")
    reviewing.publish(desk, review_id, url="https://desk.example/1", reviewed_on="2024-05-03", actor="ada")
    [found] = check_draft(desk, Article(f"{TYPESET}."))
    assert (found.claim_id, found.suggestion, found.is_false_claim_again) == (
        claim_id, Suggestion.DUPLICATE, True,
    )  # fmt: skip


def test_a_look_up_says_why(desk, reworded):
    claim_id = reworded()
    [first, *_] = matching.look_up(desk, Statement(TYPESET))
    assert (first.claim_id, first.score, first.reasons) == (claim_id, 1.0, ("the words that it was read in",))


@pytest.mark.parametrize("said", [DANGLING, DANGLING[0].lower() + DANGLING[1:]])
def test_words_that_lean_on_others_are_looked_at_by_a_person(desk, reworded, said):
    reworded(said, "Parliament never paid for the harbour in Oulu")
    assert all(match.score < 1 for match in matching.look_up(desk, Statement(said)))


def test_whoever_adds_the_words_adds_to_the_claim(desk, reworded):
    claim_id = reworded()
    done = add_claim(desk, NewClaim(HOMES, ADA, "Radio 4"), actor="ada")
    assert (done.claim_id, done.is_new, done.other_words) == (claim_id, False, REWORDED)
    # The words are on the desk: a note would say them twice.
    assert notes.of_claim(desk, claim_id) == []


def test_a_claim_that_has_the_words_for_its_own_comes_first(desk, reworded, ingest):
    reworded_id = reworded()
    own = add_claim(desk, NewClaim(HOMES, ADA), on_duplicate=OnDuplicate.NEW, actor="ada").claim_id
    matching.index_pending_claims(desk)
    judging.judge(desk, reworded_id, own, Judgement.DIFFERENT, actor="ada")
    assert [one.claim_id for one in ingest(HOMES, url=OTHER_URL).filed] == [own]
    told = {match.claim_id: match.score for match in matching.look_up(desk, Statement(HOMES))}
    assert told[own] == 1.0 > told.get(reworded_id, 0.0)


def test_it_is_found_behind_very_many_that_are_like_it(desk, reworded, ingest):
    said = "The state budget had a deficit in the year 2019, the treasury said on Monday in Oulu"
    claim_id = reworded(said, "In 2019 more was spent than came in")
    for year in range(1900, 1990):
        desk.execute("insert into claims (text) values (?)", [said.replace("2019", str(year))])
    postings.index_pending(desk.conn)
    assert [one.claim_id for one in ingest(said, url=OTHER_URL).filed] == [claim_id]
    plan = desk.execute(
        "explain query plan select 1 from appearances where substr(quote, 1, 40) = 'x' and quote = 'xy'"
    )
    assert "appearances_quote" in str(plan.fetchall())


def test_other_words_of_the_article_that_another_program_quotes_are_found(desk, reworded):
    claim_id = reworded()
    postings.index_pending(desk.conn)
    desk.execute("update appearances set quote = substr(quote, 1, 39), span_end = span_start + 39")
    assert postings.pending_count(desk.conn) == 1
    postings.index_pending(desk.conn)
    assert derived.find_index_damage(desk) is None
    assert matching.look_up(desk, Statement(HOMES[:39]))[0].claim_id == claim_id
    assert matching.look_up(desk, Statement(HOMES))[0].score < 1


@pytest.mark.parametrize("said", [HOMES, TYPESET], ids=["as read", "typeset"])
def test_an_article_that_is_set_anew_keeps_it(desk, reworded, ingest, said):
    claim_id = reworded()
    done = ingest("It rained", said, by=ADA)
    assert (done.previous_id, done.known, done.new, done.dropped) == (1, 1, 1, ())
    seen = appearances.of_claim(desk, claim_id)
    assert [row["quote"] for row in seen] == [HOMES, said]
    assert views.claims_by_id(desk, [claim_id])[claim_id]["appearances"] == 1
