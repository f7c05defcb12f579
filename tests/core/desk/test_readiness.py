"""What a claim, or a fact of the desk's own piece, still lacks before it can be published."""

from dataclasses import replace

from claimtrack.core.desk.facts import Dossier
from claimtrack.core.desk.readiness import (
    HINTS,
    OBSTACLES,
    PIECE_HINTS,
    PIECE_OBSTACLES,
    examine,
    examine_in_piece,
    only_proposed,
)
from claimtrack.core.desk.verdicts import Differing, Verdict
from tests.tables import each_row

READY = Dossier(
    claim_id=1,
    text="Rent doubled in ten years",
    status="in_review",
    claimant="Ada Miller",
    claimant_kind="person",
    claimed_on="2024-04-22",
    first_said="2024-04-22",
    first_seen="2024-04-22",
    evidence=2,
    primary=1,
    retracted=0,
    unarchived=None,
    places=1,
    requests=1,
    review_id=3,
    review_status="approved",
    rating="Hanner gwir",
    retired=0,
    summary="It rose by 60 percent.",
    url="https://desk.example/1",
    reviewed_on="2024-05-03",
    not_before=None,
    shares_address=0,
    claim_language="cy",
    language="cy-GB",
    contrary=0,
)

_OURS, _OTHER = Verdict(1, 3, "Half true"), Verdict(8, 9, "Mixed: 1 of 2")
SAME, SIMILAR = Differing(_OURS, _OTHER, True, False), Differing(_OURS, _OTHER, False, True)

# What is missing -> the only rule that reports it, and whether it blocks publication.
CASES = [
    ({"review_id": None, "rating": None, "summary": None, "review_status": None}, "no_review", True),
    ({"rating": None}, "no_rating", True),
    ({"summary": "  "}, "no_verdict_in_words", True),
    ({"evidence": 0, "primary": 0}, "no_evidence", True),
    ({"claimant": None, "claimant_kind": None}, "no_claimant", True),
    ({"review_status": "submitted"}, "waits_for_second_person", True),
    ({"url": None}, "no_address", True),
    ({"reviewed_on": None}, "no_date", True),
    # It is dated when its time has come, but nobody knows its address then.
    ({"reviewed_on": None, "not_before": "2999-05-03T16:00:00.000Z"}, None, False),
    ({"url": None, "not_before": "2999-05-03T16:00:00.000Z"}, "no_address_in_time", True),
    ({"reviewed_on": "2024-04-21"}, "dated_before_the_claim", True),
    ({"reviewed_on": "2024-04-22"}, None, False),
    # If the day of the claim is unknown, the day of its article is used.
    ({"reviewed_on": "2024-04-21", "first_said": None}, "dated_before_it_was_seen", True),
    ({"reviewed_on": "2024-04-22", "first_said": None}, None, False),
    # If it is known, the article may be from a later day.
    ({"reviewed_on": "2024-04-21", "first_said": "2024-04-20"}, None, False),
    # A draft needs no address yet.
    ({"url": None, "reviewed_on": None, "review_status": "draft"}, None, False),
    ({"url": "http://localhost:3000/1"}, "address_inside", True),
    ({"url": "http://localhost:3000/1", "review_status": "published"}, "published_address_inside", True),
    ({"shares_address": 1}, "address_of_another", True),
    ({"shares_address": 1, "review_status": "published"}, "published_address_of_another", True),
    ({"contrary": 1}, "contrary_verdicts", True),
    ({"contrary": 1, "differing": SAME}, "contrary_verdicts", True),
    ({"differing": SAME}, "differs_from_same", True),
    ({"differing": SIMILAR}, "differs_from_similar", True),
    ({"primary": 0}, "no_primary_source", False),
    ({"unarchived": "http://nas.lan/1 https://stats.example/1"}, "no_archived_link", False),
    ({"retracted": 1}, "retracted_evidence", False),
    # `archive` skips pages on the desk's own network, so the hint would never go away.
    ({"unarchived": "http://nas.lan/1 http://10.0.0.7/2"}, None, False),
    ({"claimant_kind": "unknown"}, "claimant_of_unknown_kind", False),
    ({"claimed_on": None, "first_seen": None}, "no_day", False),
    # Readers get the day on which it was seen.
    ({"claimed_on": None}, None, False),
    ({"places": 0}, "no_first_appearance", False),
    ({"text": "x" * 76}, "too_long", False),
    ({"text": "x" * 75}, None, False),
    ({"text": "Call 0170 555 0746: the dam breaks"}, "contact_details", False),
    ({"summary": "Ask jo@mail.example."}, "contact_details", False),
    ({"contact": "Sent by +44 7700 900123"}, "contact_details_beside", False),
    ({"key_address": "https://stats.example/1?token=7f3"}, "key_in_address", False),
    ({"retired": 1}, "retired_rating", False),
    ({"requests": 0}, "not_asked", False),
    ({"is_gone": True}, "no_longer_there", False),
    ({"language": "en"}, "in_another_language", False),
    ({"rating": "Half true"}, "rating_in_english", False),
    ({"rating": "Half true", "claim_language": "en", "language": "en-GB"}, None, False),
    ({"rating": "Half true", "language": None}, None, False),
    ({"language": None}, None, False),
    ({"claim_language": None}, None, False),
    ({"status": "published", "is_changed": True}, "changed_since_signed", False),
]


@each_row(("missing", "rule", "blocks"), CASES)
def test_each_readiness_rule_reports_only_its_own_gap(missing, rule, blocks):
    found = [(gap.rule, gap.blocks) for gap in examine(replace(READY, **missing))]
    assert found == ([(rule, blocks)] if rule else [])


@each_row("rating", ["True", "Mostly true", "half true", "Mostly false", "False", "Unproven"])
def test_ratings_of_the_scales_that_come_with_a_desk_are_english(rating):
    assert [gap.rule for gap in examine(replace(READY, rating=rating))] == ["rating_in_english"]


# What a fact of the desk's own piece lacks -> the only rule that reports it, and whether it blocks publication.
IN_PIECE = [
    ({}, None, False),
    ({"review_id": None, "rating": None, "summary": None, "review_status": None}, "no_review", True),
    ({"rating": None}, "no_rating", True),
    ({"evidence": 0, "primary": 0}, "no_evidence", True),
    ({"primary": 0}, "no_primary_source", True),
    ({"review_status": "draft"}, "not_handed_in", True),
    ({"review_status": "submitted"}, "waits_for_second_person", True),
    ({"contrary": 1}, "contrary_verdicts", True),
    ({"contrary": 1, "differing": SAME}, "contrary_verdicts", True),
    ({"differing": SAME}, "differs_from_same", True),
    ({"differing": SIMILAR}, "differs_from_similar", True),
    ({"unarchived": "https://stats.example/1"}, "no_archived_link", False),
    ({"retracted": 1}, "retracted_evidence", False),
    ({"retired": 1}, "retired_rating", False),
    ({"status": "published", "is_changed": True}, "changed_since_signed", False),
    # It is not yet decided whether this is a fact: what else it lacks comes later.
    ({"status": "proposed", "review_id": None, "evidence": 0}, "only_proposed", True),
    # Readers get the piece, not a verdict with its own address.
    ({"url": None, "reviewed_on": None, "summary": None, "places": 0, "requests": 0}, None, False),
    ({"claimant": None, "claimant_kind": None, "claimed_on": None, "text": "x" * 76}, None, False),
]


@each_row(("missing", "rule", "blocks"), IN_PIECE)
def test_each_rule_for_facts_of_a_piece_reports_only_its_own_gap(missing, rule, blocks):
    found = [(gap.rule, gap.blocks) for gap in examine_in_piece(replace(READY, **missing))]
    assert found == ([(rule, blocks)] if rule else [])


def test_every_readiness_rule_has_a_case_and_a_message():
    in_piece = (only_proposed, *PIECE_OBSTACLES, *PIECE_HINTS)
    assert {rule.__name__ for rule in (*OBSTACLES, *HINTS)} == {rule for _, rule, _ in CASES if rule}
    assert {rule.__name__ for rule in in_piece} == {rule for _, rule, _ in IN_PIECE if rule}
    assert all(rule.__doc__ for rule in (*OBSTACLES, *HINTS, *in_piece))


def test_a_message_names_the_claims_and_ratings_that_it_is_about():
    [told] = examine(replace(READY, differing=SIMILAR))
    assert told.message == (
        "claim 8 seems to say the same and is rated Mixed: 1 of 2: see whether both verdicts hold, then "
        "`claimtrack judge 1 8 same` or `claimtrack judge 1 8 different`"
    )
    assert told.message.page == "claim 8 seems to say the same and is rated Mixed: 1 of 2"
