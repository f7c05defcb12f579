"""What a claim lacks before it can be published, or a piece before it is handed over: one small rule each, whose docstring users see, with the fields of the dossier filled in.

A rule returns True if it applies. An obstacle should be removed before publication, which some of them prevent. A hint is worth a look.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

from claimtrack.core.claimreview.validation import MAX_CLAIM_LENGTH
from claimtrack.core.desk.facts import Dossier
from claimtrack.core.desk.review_languages import in_another_language, rating_in_english
from claimtrack.core.model import ClaimantKind, ReviewStatus, Status
from claimtrack.core.steps import Worded
from claimtrack.core.texts.addresses import is_private_address
from claimtrack.core.texts.contacts import has_contact_details


def only_proposed(claim: Dossier) -> bool:
    """only proposed: take it up or reject it with `claimtrack triage`"""
    return claim.status == Status.PROPOSED


def no_review(claim: Dossier) -> bool:
    """no review: start one with `claimtrack review draft {claim_id} --rating RATING`"""
    return claim.review_id is None


def no_rating(claim: Dossier) -> bool:
    """the review has no rating: add one with `claimtrack review edit {review_id} --rating RATING`"""
    return claim.review_id is not None and claim.rating is None


def no_verdict_in_words(claim: Dossier) -> bool:
    """the review does not say why: add a summary"""
    return claim.review_id is not None and not (claim.summary or "").strip()


def no_evidence(claim: Dossier) -> bool:
    """no evidence: add a source with `claimtrack link {claim_id} URL`"""
    return claim.evidence == 0


def no_primary_source(claim: Dossier) -> bool:
    """no evidence is marked as a primary source: mark some with `claimtrack link {claim_id} URL --primary`"""
    return claim.evidence > 0 and claim.primary == 0


def no_archived_link(claim: Dossier) -> bool:
    """a link has no archived copy: save it with `claimtrack archive`"""
    # Private addresses are not queued, so no run of `archive` would ever remove the hint.
    return any(not is_private_address(url) for url in (claim.unarchived or "").split())


def no_claimant(claim: Dossier) -> bool:
    """no claimant: say who said it with `claimtrack edit {claim_id} --claimant NAME`"""
    return claim.claimant is None


def claimant_of_unknown_kind(claim: Dossier) -> bool:
    """the claimant is not marked as a person or an organisation: an editor can do so on the speaker's page (`claimtrack serve`)"""
    return claim.claimant is not None and claim.claimant_kind == ClaimantKind.UNKNOWN


def no_day(claim: Dossier) -> bool:
    """no date: say when it was said with `claimtrack edit {claim_id} --date DAY`"""
    return claim.claimed_on is None and claim.first_seen is None  # readers get either


def no_first_appearance(claim: Dossier) -> bool:
    """no web address where it was said"""
    return claim.places == 0


def too_long(claim: Dossier) -> bool:
    """the claim is longer than the 75 characters that search engines show: shorten it with `claimtrack edit {claim_id} --text CLAIM`"""
    return len(claim.text) > MAX_CLAIM_LENGTH


def contact_details(claim: Dossier) -> bool:
    """readers would see a telephone number or an e-mail address: if it is a private person's, remove it with `claimtrack edit {claim_id} --text CLAIM` or, from the summary, `claimtrack review edit REVIEW --summary WHY`"""
    return has_contact_details(claim.text) or has_contact_details(claim.summary or "")


def contact_details_beside(claim: Dossier) -> bool:
    """readers would see a telephone number or an e-mail address beside the claim, in “{contact}”: if it is a private person's, remove it there"""
    return claim.contact is not None


def key_in_address(claim: Dossier) -> bool:
    """readers would get an address with what may be a password or key of yours, {key_address}: use one without it"""
    return claim.key_address is not None


def retired_rating(claim: Dossier) -> bool:
    """its rating can no longer be given: choose another, or correct the review"""
    return bool(claim.retired)


def not_asked(claim: Dossier) -> bool:
    """nobody is recorded as asked for comment: add whom you asked with `claimtrack intervention ask {claim_id} WHOM REQUEST --for comment`"""
    return claim.requests == 0


def no_address(claim: Dossier) -> bool:
    """the review has no web address yet: add it with `claimtrack review publish {review_id} --url URL`"""
    return claim.review_status == ReviewStatus.APPROVED and claim.url is None and claim.not_before is None


def no_address_in_time(claim: Dossier) -> bool:
    """the review has no web address, so it is not published by itself once its time has come: publish it then with `claimtrack review publish {review_id} --url URL`"""
    return claim.review_status == ReviewStatus.APPROVED and claim.url is None and claim.not_before is not None


def no_date(claim: Dossier) -> bool:
    """the review has no date yet: add it with `claimtrack review publish {review_id} --date today`"""
    # With a time, it is dated when it is published.
    is_dated = claim.reviewed_on is not None or claim.not_before is not None
    return claim.review_status == ReviewStatus.APPROVED and not is_dated


def address_inside(claim: Dossier) -> bool:
    """readers cannot open the address of the review, which is on your own computer or network: change it when you publish, with `claimtrack review publish {review_id} --url URL`"""
    return claim.url is not None and is_private_address(claim.url) and not _is_out(claim)


def published_address_inside(claim: Dossier) -> bool:
    """readers cannot open the address of the review, which is on your own computer or network: change it with `claimtrack review address {review_id} URL`"""
    return claim.url is not None and is_private_address(claim.url) and _is_out(claim)


def _is_out(claim: Dossier) -> bool:
    return claim.review_status == ReviewStatus.PUBLISHED


def address_of_another(claim: Dossier) -> bool:
    """another published verdict has the same address: change one of them with `claimtrack review address REVIEW URL`, or this one when you publish with `claimtrack review publish {review_id} --url URL`"""
    return claim.shares_address > 0 and not _is_out(claim)


def published_address_of_another(claim: Dossier) -> bool:
    """another published verdict has the same address: change that of this one with `claimtrack review address {review_id} URL`, or that of the other"""
    return claim.shares_address > 0 and _is_out(claim)


def contrary_verdicts(claim: Dossier) -> bool:
    """two of our verdicts on claims judged the same contradict each other: `claimtrack show {claim_id}` names them. Correct one, or take the judgement back with `claimtrack undo ID OTHER`"""
    return claim.contrary > 0


def differs_from_same(claim: Dossier) -> bool:
    """claim {differing.other.claim_id}, judged the same, is rated {differing.other.rating}: give both the same rating or, if they are two claims, `claimtrack judge {claim_id} {differing.other.claim_id} different`"""
    # Once both are published, they are among the contrary verdicts.
    return claim.differing is not None and claim.differing.is_judged and not claim.contrary


def differs_from_similar(claim: Dossier) -> bool:
    """claim {differing.other.claim_id} seems to say the same and is rated {differing.other.rating}: see whether both verdicts hold, then `claimtrack judge {claim_id} {differing.other.claim_id} same` or `claimtrack judge {claim_id} {differing.other.claim_id} different`"""
    return claim.differing is not None and not claim.differing.is_judged


def dated_before_the_claim(claim: Dossier) -> bool:
    """the review is dated before the claim was made: fix one of the dates"""
    return bool(claim.reviewed_on and claim.first_said and claim.reviewed_on < claim.first_said)


def dated_before_it_was_seen(claim: Dossier) -> bool:
    """the review is dated before the claim was first seen: fix its date, or add the date of the claim"""
    seen = claim.first_seen if claim.first_said is None else None
    return bool(claim.reviewed_on and seen and claim.reviewed_on < seen)


def changed_since_signed(claim: Dossier) -> bool:
    """readers still see the approved version, and the desk has changed since: `claimtrack show {claim_id}` says what. To show readers, publish a correction (`claimtrack review correct REVIEW --note WHY`) or an update (`claimtrack review update REVIEW --note NEWS`)"""
    return claim.is_changed


def no_longer_there(claim: Dossier) -> bool:
    """every article with the claim was changed or withdrawn since, and none has it any longer: ask why, and say so in the summary"""
    return claim.is_gone


def retracted_evidence(claim: Dossier) -> bool:
    """a source was retracted by its publisher: see on the claim which, whether the verdict holds without it, and say so in the summary"""
    return claim.retracted > 0


def not_handed_in(claim: Dossier) -> bool:
    """the review is a draft: hand it in with `claimtrack review submit {review_id}`"""
    return claim.review_status == ReviewStatus.DRAFT


def waits_for_second_person(claim: Dossier) -> bool:
    """the review is waiting for a second person: `claimtrack review approve {review_id}`"""
    return claim.review_status == ReviewStatus.SUBMITTED


_Rules = tuple[Callable[[Dossier], bool], ...]

OBSTACLES: _Rules = (
    no_review,
    no_rating,
    no_verdict_in_words,
    no_evidence,
    no_claimant,
    waits_for_second_person,
    no_address,
    no_address_in_time,
    no_date,
    address_inside,
    published_address_inside,
    address_of_another,
    published_address_of_another,
    contrary_verdicts,
    differs_from_same,
    differs_from_similar,
    dated_before_the_claim,
    dated_before_it_was_seen,
)
HINTS: _Rules = (
    no_primary_source,
    no_archived_link,
    claimant_of_unknown_kind,
    no_day,
    no_first_appearance,
    too_long,
    contact_details,
    contact_details_beside,
    key_in_address,
    retired_rating,
    not_asked,
    no_longer_there,
    retracted_evidence,
    in_another_language,
    rating_in_english,
    changed_since_signed,
)
# Readers don't see the facts of a piece one by one, so these need no address, date or summary of their own.
PIECE_OBSTACLES: _Rules = (
    no_review,
    no_rating,
    no_evidence,
    no_primary_source,
    not_handed_in,
    waits_for_second_person,
    contrary_verdicts,
    differs_from_same,
    differs_from_similar,
)
PIECE_HINTS: _Rules = (no_archived_link, retracted_evidence, retired_rating, changed_since_signed)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A rule that applies: its name, its message, whether it is an obstacle, and the review examined."""

    claim_id: int
    review_id: int | None
    rule: str
    message: str
    blocks: bool


RESOLVED_BY_THE_STEP = frozenset(rule.__name__ for rule in (waits_for_second_person, no_address, no_date))
"""Rules whose remedy is the next step itself: the form to sign or publish asks for it anyway."""


def examine(claim: Dossier) -> list[Obstacle]:
    """Return everything that the claim lacks before its verdict is published, obstacles before hints."""
    return _apply_rules(claim, OBSTACLES, HINTS)


def examine_in_piece(claim: Dossier) -> list[Obstacle]:
    """Return what a fact lacks before its piece is handed over, such as an approved verdict; for a proposed claim only that it is proposed."""
    return _apply_rules(claim, (only_proposed,), ()) or _apply_rules(claim, PIECE_OBSTACLES, PIECE_HINTS)


def _apply_rules(claim: Dossier, obstacles: _Rules, hints: _Rules) -> list[Obstacle]:
    return [
        Obstacle(claim.claim_id, claim.review_id, rule.__name__, _rule_message(rule, claim), blocks)
        for rules, blocks in ((obstacles, True), (hints, False))
        for rule in rules
        if rule(claim)
    ]


def _rule_message(rule: Callable[[Dossier], bool], claim: Dossier) -> str:
    """Return the message of a rule, about this claim. If the remedy is a command, a page has a form for it and shows only the text before the colon."""
    told = (rule.__doc__ or "").strip()
    lacking, _, remedy = told.partition(": ")  # before a rating is filled in, which may have a colon
    facts = {field.name: getattr(claim, field.name) for field in fields(claim)}
    if "`" not in remedy:
        return told.format(**facts)
    return lacking.format(**facts) + Worded(f": {remedy}".format(**facts), "")
