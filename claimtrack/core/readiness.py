"""What stands between a claim and publication: one small rule each, its docstring what a person reads.

A rule returns True where it finds something. An obstacle stands in the way; a hint is worth a look.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.core.addresses import is_inside
from claimtrack.core.claimreview.claimreview import LONGEST_CLAIM
from claimtrack.core.model import ClaimantKind, ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Dossier:
    """A claim with a review of our own desk, the newest unless another was asked for, as far as the rules ask. Counts count rows.

    `evidence` and `primary` are its links and those that are primary sources, `unarchived` the addresses of those
    without a copy, with a space between; `shares_address` the other published reviews of ours at its address, `contrary` the pairs of published verdicts of ours that
    contradict each other on it and on claims judged the same; `first_said` is the first of the days it was made on, `first_seen` the first on which it stood anywhere; `places` its appearances at an address; `requests` those to correct it; `is_changed`
    where something of a published verdict is another on the desk than it was signed.
    """

    claim_id: int
    text: str
    status: str
    claimant: str | None
    claimant_kind: str | None
    claimed_on: str | None
    first_said: str | None
    first_seen: str | None
    evidence: int
    primary: int
    unarchived: str | None
    places: int
    requests: int
    review_id: int | None
    review_status: str | None
    rating: str | None
    retired: int | None
    summary: str | None
    url: str | None
    reviewed_on: str | None
    shares_address: int
    contrary: int
    is_changed: bool = False


def no_review(claim: Dossier) -> bool:
    """no review: write one with `claimtrack review draft`"""
    return claim.review_id is None


def no_rating(claim: Dossier) -> bool:
    """the review has no rating: give it one with `claimtrack review edit --rating`"""
    return claim.review_id is not None and claim.rating is None


def no_verdict_in_words(claim: Dossier) -> bool:
    """the review does not say why: write its summary"""
    return claim.review_id is not None and not (claim.summary or "").strip()


def no_evidence(claim: Dossier) -> bool:
    """no link: attach one with `claimtrack link`"""
    return claim.evidence == 0


def no_primary_source(claim: Dossier) -> bool:
    """no link is marked as a primary source: `claimtrack link --primary` marks one"""
    return claim.evidence > 0 and claim.primary == 0


def no_archived_link(claim: Dossier) -> bool:
    """a link has no archived copy: `claimtrack archive` saves it"""
    # What only this network has is not queued, so no run of it would take the hint away.
    return any(not is_inside(url) for url in (claim.unarchived or "").split())


def no_claimant(claim: Dossier) -> bool:
    """nobody is named as having said it: `claimtrack edit --claimant` names them"""
    return claim.claimant is None


def claimant_of_unknown_kind(claim: Dossier) -> bool:
    """whether a person or an organisation said it is not recorded: an editor tells it on the speaker's page (`claimtrack serve`)"""
    return claim.claimant is not None and claim.claimant_kind == ClaimantKind.UNKNOWN


def no_day(claim: Dossier) -> bool:
    """the day it was said is not recorded: `claimtrack edit --date` tells it"""
    return claim.claimed_on is None


def no_first_appearance(claim: Dossier) -> bool:
    """no address where it was said is recorded"""
    return claim.places == 0


def too_long(claim: Dossier) -> bool:
    """the claim is longer than the 75 characters that search engines show"""
    return len(claim.text) > LONGEST_CLAIM


def retired_rating(claim: Dossier) -> bool:
    """its rating is no longer given: choose another, or correct the review"""
    return bool(claim.retired)


def not_asked(claim: Dossier) -> bool:
    """no request to the claimant is on record: `claimtrack intervention ask`"""
    return claim.requests == 0


def no_address(claim: Dossier) -> bool:
    """the review has no address yet: give it with `claimtrack review publish --url`"""
    return claim.review_status == ReviewStatus.APPROVED and claim.url is None


def no_date(claim: Dossier) -> bool:
    """the review has no date yet: give it with `claimtrack review publish --date`"""
    return claim.review_status == ReviewStatus.APPROVED and claim.reviewed_on is None


def address_inside(claim: Dossier) -> bool:
    """only this computer or its network has its address: give it one that readers have with `claimtrack review address`, or as this one is published with `claimtrack review publish --url`"""
    return claim.url is not None and is_inside(claim.url)


def address_of_another(claim: Dossier) -> bool:
    """another published verdict stands at its address: give one of them its own with `claimtrack review address`, or as this one is published with `claimtrack review publish --url`"""
    return claim.shares_address > 0


def contrary_verdicts(claim: Dossier) -> bool:
    """two verdicts of ours on claims judged the same as it contradict each other: `claimtrack show` names them; correct one, or take the judgement back with `claimtrack undo ID OTHER`"""
    return claim.contrary > 0


def dated_before_the_claim(claim: Dossier) -> bool:
    """the review is dated before the claim was made: mend the date of one of them"""
    return bool(claim.reviewed_on and claim.first_said and claim.reviewed_on < claim.first_said)


def dated_before_it_was_seen(claim: Dossier) -> bool:
    """the review is dated before the first day on which the claim was seen: mend its date, or record the day of the claim"""
    seen = claim.first_seen if claim.first_said is None else None
    return bool(claim.reviewed_on and seen and claim.reviewed_on < seen)


def changed_since_signed(claim: Dossier) -> bool:
    """the desk has something else than was signed, which readers have: `claimtrack show` tells what, a correction (`claimtrack review correct`) takes it to them"""
    return claim.is_changed


def waits_for_second_person(claim: Dossier) -> bool:
    """the review waits for a second person: `claimtrack review approve`"""
    return claim.review_status == ReviewStatus.SUBMITTED


OBSTACLES: tuple[Callable[[Dossier], bool], ...] = (
    no_review,
    no_rating,
    no_verdict_in_words,
    no_evidence,
    no_claimant,
    waits_for_second_person,
    no_address,
    no_date,
    address_inside,
    address_of_another,
    contrary_verdicts,
    dated_before_the_claim,
    dated_before_it_was_seen,
)
HINTS: tuple[Callable[[Dossier], bool], ...] = (
    no_primary_source,
    no_archived_link,
    claimant_of_unknown_kind,
    no_day,
    no_first_appearance,
    too_long,
    retired_rating,
    not_asked,
    changed_since_signed,
)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A rule that found something: its name, its message, whether it stands in the way, and the review that was looked at."""

    claim_id: int
    review_id: int | None
    rule: str
    message: str
    blocks: bool


ASKED_IN_THE_STEP = frozenset(rule.__name__ for rule in (waits_for_second_person, no_address, no_date))
"""Rules whose remedy is the step itself: whoever is about to sign or publish sees it before them."""


def examine(claim: Dossier) -> list[Obstacle]:
    """Everything the rules find, what stands in the way first."""
    return [
        Obstacle(claim.claim_id, claim.review_id, rule.__name__, (rule.__doc__ or "").strip(), blocks)
        for rules, blocks in ((OBSTACLES, True), (HINTS, False))
        for rule in rules
        if rule(claim)
    ]
