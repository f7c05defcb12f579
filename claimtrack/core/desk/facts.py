"""What the readiness rules are told of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.core.desk.verdicts import Differing


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the rules need to know about a claim and a review of it by our own desk, the newest unless another is requested.

    Counts of rows: `evidence`, its sources; `primary`, its primary sources; `retracted`, sources that their publishers retracted;
    `places`, its appearances and those of claims judged the same at a web address; `requests`, to others, for comment or correction;
    `shares_address`, our other published reviews at its address; `contrary`, pairs of our published verdicts that contradict each other on
    this claim and those judged the same. `claim_language` and `language` are the codes of the languages of the claim and of the review,
    None if unknown. `unarchived` are the addresses of sources without a copy, separated by spaces. `first_said` is the first day the claim
    was made, `first_seen` the first day it appeared anywhere. `not_before` is the time before which nobody publishes the review.
    `is_changed` if the desk has changed since the published verdict was signed. `is_gone` if no article has the claim any longer.
    `differing` is a verdict of ours with another rating than the review, on a claim that seems to be the same. `contact` is the first text
    that readers would see beside the claim and has somebody's telephone number or e-mail address, `key_address` the first address with
    what may be a password.
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
    not_before: str | None
    shares_address: int
    claim_language: str | None
    language: str | None
    retracted: int
    contrary: int
    is_changed: bool = False
    is_gone: bool = False
    differing: Differing | None = None
    contact: str | None = None
    key_address: str | None = None
