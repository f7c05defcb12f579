"""A claim reworded in triage is still recognised by the words quoted in its article."""

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
    """Files an article of these sentences, each of them a claim."""

    def ingest(*sentences, speaker=ADA, url=URL):
        text = " ".join(f"{sentence}." for sentence in sentences)
        return file_claims(desk, text, [(sentence, speaker, 0.9) for sentence in sentences], url=url)

    return ingest


@pytest.fixture
def reword(desk, ingest):
    """Files the quote from a page and rewords the claim in triage; returns its id."""

    def reword(quote=HOMES, rewording=REWORDED, speaker=ADA):
        claim_id = ingest(quote, speaker=speaker).filed[0].claim_id
        triage.decide(desk, Ruling(claim_id, Decision.EDIT, text=rewording), actor="ada")
        return claim_id

    return reword


@pytest.mark.parametrize("indexed", [False, True])
@pytest.mark.parametrize(
    "quote", [HOMES, TYPESET, HOMES.upper()], ids=["as quoted", "typeset", "in capitals"]
)
def test_a_reprint_of_the_quote_repeats_the_reworded_claim(desk, reword, ingest, quote, indexed):
    claim_id = reword()
    if indexed:
        postings.index_pending(desk.conn)
    result = ingest(quote, url=OTHER_URL)
    assert [(claim.claim_id, claim.is_new) for claim in result.filed] == [(claim_id, False)]
    assert views.claims_by_id(desk, [claim_id])[claim_id]["appearances"] == 2


# The quote of the reworded claim, who says it again, and whether that is automatically a repeat.
SPEAKERS = [
    (HOMES, ADA, True, "the same speaker"),
    (HOMES, "ada miller", True, "the same speaker in lower case"),
    (HOMES, BO, False, "another speaker"),
    (HOMES, "outlet", True, "no named speaker, so the words decide"),
    (SHORT, ADA, True, "a short quote of the same speaker"),
    (SHORT, "outlet", False, "a short quote without a speaker may be about another city"),
    (DANGLING, ADA, True, "context-dependent words of the same speaker"),
    (DANGLING, "outlet", False, "context-dependent words without a speaker"),
]


@pytest.mark.parametrize(
    ("quote", "speaker", "is_repeat", "reason"), SPEAKERS, ids=[row[-1] for row in SPEAKERS]
)
def test_a_repeat_of_the_quote_depends_on_its_speaker_as_for_any_claim(
    reword, ingest, quote, speaker, is_repeat, reason
):
    claim_id = reword(quote, REWORDED_SHORT)
    [claim] = ingest(quote, speaker=speaker, url=OTHER_URL).filed
    assert (claim.claim_id == claim_id, claim.is_new) == (is_repeat, not is_repeat), reason


def test_a_draft_that_repeats_the_quote_of_a_false_claim_is_reported(desk, desk_path, reword):
    init_desk(desk_path, name="The Fact Desk", actor=None)
    claim_id = reword()
    review_id = reviewing.draft(
        desk, claim_id, rating="False", scale="Four-step scale", summary="9,000 were.", actor="ada"
    )
    reviewing.submit(desk, review_id, actor="ada")
    reviewing.approve(desk, review_id, actor="ben")
    reviewing.publish(desk, review_id, url="https://desk.example/1", reviewed_on="2024-05-03", actor="ada")
    [repeat] = check_draft(desk, Article(f"{TYPESET}."))
    assert (repeat.claim_id, repeat.suggestion, repeat.is_false_claim_again) == (
        claim_id, Suggestion.DUPLICATE, True,
    )  # fmt: skip


def test_a_lookup_of_the_quote_gives_the_reason(desk, reword):
    claim_id = reword()
    [first, *_] = matching.look_up(desk, Statement(TYPESET))
    assert (first.claim_id, first.score, first.reasons) == (claim_id, 1.0, ("the words that it was read in",))


@pytest.mark.parametrize("quote", [DANGLING, DANGLING[0].lower() + DANGLING[1:]])
def test_a_context_dependent_quote_is_not_an_exact_match(desk, reword, quote):
    reword(quote, "Parliament never paid for the harbour in Oulu")
    assert all(match.score < 1 for match in matching.look_up(desk, Statement(quote)))


def test_adding_the_quote_by_hand_repeats_the_reworded_claim(desk, reword):
    claim_id = reword()
    result = add_claim(desk, NewClaim(HOMES, ADA, "Radio 4"), actor="ada")
    assert (result.claim_id, result.is_new, result.other_words) == (claim_id, False, REWORDED)
    # The quote is already on the desk, so no note is needed.
    assert notes.of_claim(desk, claim_id) == []


def test_a_claim_whose_text_is_the_quote_ranks_before_the_reworded_one(desk, reword, ingest):
    reworded_id = reword()
    own = add_claim(desk, NewClaim(HOMES, ADA), on_duplicate=OnDuplicate.NEW, actor="ada").claim_id
    matching.index_pending_claims(desk)
    judging.judge(desk, reworded_id, own, Judgement.DIFFERENT, actor="ada")
    assert [claim.claim_id for claim in ingest(HOMES, url=OTHER_URL).filed] == [own]
    scores = {match.claim_id: match.score for match in matching.look_up(desk, Statement(HOMES))}
    assert scores[own] == 1.0 > scores.get(reworded_id, 0.0)


def test_a_reworded_claim_is_found_by_its_quote_among_many_similar_claims(desk, reword, ingest):
    quote = "The state budget had a deficit in the year 2019, the treasury said on Monday in Oulu"
    claim_id = reword(quote, "In 2019 more was spent than came in")
    for year in range(1900, 1990):
        desk.execute("insert into claims (text) values (?)", [quote.replace("2019", str(year))])
    postings.index_pending(desk.conn)
    assert [claim.claim_id for claim in ingest(quote, url=OTHER_URL).filed] == [claim_id]
    plan = desk.execute(
        "explain query plan select 1 from appearances where substr(quote, 1, 40) = 'x' and quote = 'xy'"
    )
    assert "appearances_quote" in str(plan.fetchall())


def test_a_quote_changed_by_another_program_is_found(desk, reword):
    claim_id = reword()
    postings.index_pending(desk.conn)
    desk.execute("update appearances set quote = substr(quote, 1, 39), span_end = span_start + 39")
    assert postings.pending_count(desk.conn) == 1
    postings.index_pending(desk.conn)
    assert derived.find_index_damage(desk) is None
    assert matching.look_up(desk, Statement(HOMES[:39]))[0].claim_id == claim_id
    assert matching.look_up(desk, Statement(HOMES))[0].score < 1


@pytest.mark.parametrize("quote", [HOMES, TYPESET], ids=["as quoted", "typeset"])
def test_a_new_version_with_other_typography_keeps_the_reworded_claim(desk, reword, ingest, quote):
    claim_id = reword()
    result = ingest("It rained", quote, speaker=ADA)
    assert (result.previous_id, result.known, result.new, result.dropped) == (1, 1, 1, ())
    rows = appearances.of_claim(desk, claim_id)
    assert [row["quote"] for row in rows] == [HOMES, quote]
    assert views.claims_by_id(desk, [claim_id])[claim_id]["appearances"] == 1
