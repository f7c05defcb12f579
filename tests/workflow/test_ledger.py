"""The repeat ledger counts over all claims judged the same, and each occasion once."""

import pytest

from claimtrack.core.model import Judgement, OnDuplicate
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.dossier import claim_dossier
from claimtrack.workflow.ledger import ledger
from claimtrack.workflow.matching import judging


@pytest.fixture
def say(desk):
    """Files a claim as said by somebody on a day; its id."""

    def say(text, claimant, day, source=None):
        new = NewClaim(
            text, claimant, source or f"https://news.example/{claimant}/{day}".replace(" ", "-"), day
        )
        return add_claim(desk, new, on_duplicate=OnDuplicate.SAME, actor="ada").claim_id

    return say


def test_a_claim_never_seen_has_no_times_and_no_dates(desk):
    claim_id = add_claim(desk, NewClaim("Rents rose by a tenth"), actor="ada").claim_id
    book = ledger(desk, claim_id)
    assert (book["times"], book["first_seen"], book["speakers"]) == (0, None, [])


def test_it_counts_each_speakers_repeats_in_the_order_of_days(desk, say):
    for day in ("2024-03-01", "2024-01-01", "2024-02-01"):
        claim_id = say("Rents rose by a tenth", "Ada Miller", day)
    assert [(entry["seen_on"], entry["nth"]) for entry in ledger(desk, claim_id)["entries"]] == [
        ("2024-01-01", 1),
        ("2024-02-01", 2),
        ("2024-03-01", 3),
    ]


def test_it_reaches_over_claims_judged_the_same_by_way_of_others(desk, say):
    first = say("Rents rose by a tenth", "Ada Miller", "2024-01-01")
    second = say("Rent went up ten percent", "Bo Li", "2024-02-01")
    third = say("Tenants pay 10% more", "Ada Miller", "2024-03-01")
    apart = say("It rained in May", "Ada Miller", "2024-04-01")
    judging.judge(desk, first, second, Judgement.SAME, actor="ada")
    judging.judge(desk, second, third, Judgement.SAME, actor="ada")
    for claim_id in (first, second, third):
        book = ledger(desk, claim_id)
        assert book["claims"] == [first, second, third]
        assert (book["times"], book["first_seen"], book["last_seen"]) == (3, "2024-01-01", "2024-03-01")
        assert [(one["speaker"], one["times"]) for one in book["speakers"]] == [
            ("Ada Miller", 2),
            ("Bo Li", 1),
        ]
        assert [entry["nth"] for entry in book["entries"]] == [1, 1, 2]
    assert ledger(desk, apart)["times"] == 1


def test_a_place_without_an_address_is_named_in_words(desk, say):
    claim_id = say("Rents rose by a tenth", "Ada Miller", "2024-01-01", source="Radio 4, Today")
    assert ledger(desk, claim_id)["entries"][0]["source"] == "Radio 4, Today"


def test_an_undone_judgement_leaves_the_ledger(desk, say):
    first = say("Rents rose by a tenth", "Ada Miller", "2024-01-01")
    second = say("Rent went up ten percent", "Bo Li", "2024-02-01")
    judging.judge(desk, first, second, Judgement.SAME, actor="ada")
    judging.undo_judgement(desk, actor="ada")
    assert ledger(desk, first)["times"] == 1


def test_a_changed_article_counts_once(desk, file_claims):
    words = "The city spent 40 million crowns on the new bridge"
    file_claims(desk, f"{words}.", [(words, "outlet", 0.7)], url="https://news.example/bridge")
    file_claims(desk, f"Updated. {words}.", [(words, "outlet", 0.7)], url="https://news.example/bridge")
    assert desk.execute("select count(*) from appearances where claim_id = 1").fetchone() == (2,)
    assert ledger(desk, 1)["times"] == 1


def test_the_dossier_holds_the_ledger(desk, say):
    claim_id = say("Rents rose by a tenth", "Ada Miller", "2024-01-01")
    assert claim_dossier(desk, claim_id)["ledger"] == ledger(desk, claim_id)
