"""The ledger counts each occasion once, over all claims judged the same."""

import pytest

from claimtrack.core.model import Judgement, OnDuplicate
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.dossier import claim_dossier
from claimtrack.workflow.ledger import ledger
from claimtrack.workflow.matching import judging


@pytest.fixture
def add_claim_by(desk):
    """Files a claim by a claimant on a day; returns its id."""

    def add_claim_by(text, claimant, day, source=None):
        new = NewClaim(
            text, claimant, source or f"https://news.example/{claimant}/{day}".replace(" ", "-"), day
        )
        return add_claim(desk, new, on_duplicate=OnDuplicate.SAME, actor="ada").claim_id

    return add_claim_by


def test_the_ledger_of_a_claim_without_appearances_is_empty(desk):
    claim_id = add_claim(desk, NewClaim("Rents rose by a tenth"), actor="ada").claim_id
    claim_ledger = ledger(desk, claim_id)
    assert (claim_ledger["appearances"], claim_ledger["first_seen"], claim_ledger["speakers"]) == (
        0,
        None,
        [],
    )


def test_the_ledger_numbers_a_speakers_repeats_by_day(desk, add_claim_by):
    for day in ("2024-03-01", "2024-01-01", "2024-02-01"):
        claim_id = add_claim_by("Rents rose by a tenth", "Ada Miller", day)
    assert [(entry["seen_on"], entry["nth"]) for entry in ledger(desk, claim_id)["entries"]] == [
        ("2024-01-01", 1),
        ("2024-02-01", 2),
        ("2024-03-01", 3),
    ]


def test_the_ledger_covers_claims_judged_the_same_indirectly(desk, add_claim_by):
    first = add_claim_by("Rents rose by a tenth", "Ada Miller", "2024-01-01")
    second = add_claim_by("Rent went up ten percent", "Bo Li", "2024-02-01")
    third = add_claim_by("Tenants pay 10% more", "Ada Miller", "2024-03-01")
    unrelated = add_claim_by("It rained in May", "Ada Miller", "2024-04-01")
    judging.judge(desk, first, second, Judgement.SAME, actor="ada")
    judging.judge(desk, second, third, Judgement.SAME, actor="ada")
    for claim_id in (first, second, third):
        claim_ledger = ledger(desk, claim_id)
        assert claim_ledger["claim_ids"] == [first, second, third]
        assert (claim_ledger["appearances"], claim_ledger["first_seen"], claim_ledger["last_seen"]) == (
            3,
            "2024-01-01",
            "2024-03-01",
        )
        assert [(row["speaker"], row["appearances"]) for row in claim_ledger["speakers"]] == [
            ("Ada Miller", 2),
            ("Bo Li", 1),
        ]
        assert [entry["nth"] for entry in claim_ledger["entries"]] == [1, 1, 2]
    assert ledger(desk, unrelated)["appearances"] == 1


def test_the_ledger_names_a_source_without_an_address(desk, add_claim_by):
    claim_id = add_claim_by("Rents rose by a tenth", "Ada Miller", "2024-01-01", source="Radio 4, Today")
    assert ledger(desk, claim_id)["entries"][0]["source"] == "Radio 4, Today"


def test_undoing_a_judgement_removes_the_other_claim_from_the_ledger(desk, add_claim_by):
    first = add_claim_by("Rents rose by a tenth", "Ada Miller", "2024-01-01")
    second = add_claim_by("Rent went up ten percent", "Bo Li", "2024-02-01")
    judging.judge(desk, first, second, Judgement.SAME, actor="ada")
    judging.undo_judgement(desk, actor="ada")
    assert ledger(desk, first)["appearances"] == 1


def test_versions_of_an_article_count_once_in_the_ledger(desk, file_claims):
    words = "The city spent 40 million crowns on the new bridge"
    file_claims(desk, f"{words}.", [(words, "outlet", 0.7)], url="https://news.example/bridge")
    file_claims(desk, f"Updated. {words}.", [(words, "outlet", 0.7)], url="https://news.example/bridge")
    assert desk.execute("select count(*) from appearances where claim_id = 1").fetchone() == (2,)
    assert ledger(desk, 1)["appearances"] == 1


def test_the_dossier_contains_the_ledger(desk, add_claim_by):
    claim_id = add_claim_by("Rents rose by a tenth", "Ada Miller", "2024-01-01")
    assert claim_dossier(desk, claim_id)["ledger"] == ledger(desk, claim_id)
