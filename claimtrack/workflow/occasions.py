"""Occasions: who said a claim, on which day and where, as far as a reporter knows.

A place is an article without a text: an address, or words such as "Radio 4, Today, 8:10". All occasions without a place share one
article, so that they count, too.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.model import Article, Status
from claimtrack.core.texts.addresses import is_same_page
from claimtrack.core.texts.cleaning import is_url
from claimtrack.store import appearances, articles, claimants, claims

if TYPE_CHECKING:
    from claimtrack.store.appearances import OccasionRow
    from claimtrack.store.claims import ClaimRow

_NOWHERE = "a place not recorded"


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occasion of a claim, as far as it is known. `said_on` is an ISO date, `source` an address or words.

    `claimant_id` is the name that was given, `speaker_id` the claimant to whom the name belongs.
    """

    claimant_id: int | None = None
    said_on: str | None = None
    source: str | None = None
    speaker_id: int | None = None

    @classmethod
    def of(cls, db: Database, claimant_id: int | None, said_on: str | None, source: str | None) -> Occasion:
        """Make an occasion, and look up the speaker to whom the given name belongs."""
        return cls(claimant_id, said_on, source, claimants.standing_id(db, claimant_id))

    def may_be(self, other: Occasion) -> bool:
        """Whether its speaker and day, as far as known, equal those of the other."""
        return self.speaker_id in (None, other.speaker_id) and self.said_on in (None, other.said_on)

    def fits(self, other: Occasion) -> bool:
        """Whether no speaker or day that is known of both differs."""
        pairs = ((self.speaker_id, other.speaker_id), (self.said_on, other.said_on))
        return all(None in pair or pair[0] == pair[1] for pair in pairs)


def record_occasion(db: Database, claim_id: int, occasion: Occasion, *, is_repeat: bool) -> None:
    """Record an occasion of the claim; a claim without a claimant takes the occasion's, if the day fits.

    A claim that is published, or whose review was signed, without a claimant stays so: the occasion has the speaker.
    """
    claim = claims.get(db, claim_id)
    may_be_named = occasion.claimant_id is not None and awaits_claimant(db, claim)
    if may_be_named and is_claim_day(db, claim, occasion):
        claims.update(db, claim_id, claimant_id=occasion.claimant_id)
    record_appearance(db, claims.get(db, claim_id), occasion, is_repeat=is_repeat)


def awaits_claimant(db: Database, claim: ClaimRow) -> bool:
    """Whether the claim has no claimant and may get one: only a correction changes one that is signed, and none that is published."""
    is_fixed = claim.status == Status.PUBLISHED or claims.signed_at(db, claim.id)
    return claim.claimant is None and not is_fixed


def is_claim_day(db: Database, claim: ClaimRow, occasion: Occasion) -> bool:
    """Whether the occasion may be the one of the claim's own day, so that its speaker can be the claim's."""
    if claim.claimed_on is None or occasion.said_on is not None:
        return claim.claimed_on in (None, occasion.said_on)
    heard = appearances.occasions(db, claim.id)
    then = [one for one in heard if one.said_on == claim.claimed_on] or heard
    return not occasion.source or not heard or any(_is_at_source(db, one, occasion.source) for one in then)


def heard_elsewhere(db: Database, source: str, claim_ids: Set[int]) -> set[int]:
    """Those of these claims that have occasions, but none at this place."""
    heard = {one: appearances.occasions(db, one) for one in claim_ids}
    return {
        one for one, some in heard.items() if some and not any(_is_at_source(db, at, source) for at in some)
    }


def claims_on(db: Database, url: str) -> list[int]:
    """The claims that have an occasion on this page."""
    article_id = articles.find(db, Article(text=None, url=url))
    return [] if article_id is None else appearances.claims_in_article(db, article_id)


def _is_at_source(db: Database, one: OccasionRow, source: str) -> bool:
    if is_url(source):
        return bool(one.url and is_same_page(one.url, source))
    return one.article_id == articles.find(db, Article(text=None), source)


def record_appearance(db: Database, claim: ClaimRow, occasion: Occasion, *, is_repeat: bool) -> None:
    """Add an appearance for an occasion of the claim, unless the desk knows the occasion already.

    A new claim without a place has its speaker and day in its own row, without an appearance. When it is repeated on another occasion,
    the first occasion gets an appearance, too.
    """
    heard = appearances.occasions(db, claim.id)
    known = [_occasion(db, one) for one in heard]
    if is_repeat and not known:
        known = [_first(db, claim)]
        if not occasion.may_be(known[0]) and _differs_from_first(known[0], occasion):
            _record_without_place(db, claim.id, known[0], filed_at=claim.created_at)
    if occasion.source and is_url(occasion.source):
        _record_on_page(
            db, claim.id, occasion, [one for one in heard if _is_at_source(db, one, occasion.source)]
        )
    elif occasion.source:
        _record_at_place(db, claim.id, occasion)
    elif is_repeat and not any(map(occasion.may_be, known)):
        _record_without_place(db, claim.id, occasion)


def is_known(db: Database, claim: ClaimRow, occasion: Occasion) -> bool:
    """Whether `record_appearance` of this repeat would change nothing. Reads only."""
    heard = appearances.occasions(db, claim.id)
    if not occasion.source:
        known = [_occasion(db, one) for one in heard] or [_first(db, claim)]
        return any(map(occasion.may_be, known))
    if is_url(occasion.source):
        return any(
            occasion.may_be(_occasion(db, one)) for one in heard if _is_at_source(db, one, occasion.source)
        )
    article_id = articles.find(db, Article(text=None), occasion.source)
    return article_id is not None and _find_occasion(db, claim.id, article_id, occasion) is not None


def _first(db: Database, claim: ClaimRow) -> Occasion:
    return Occasion.of(db, claim.claimant_id, claim.claimed_on, None)


def _differs_from_first(first: Occasion, occasion: Occasion) -> bool:
    """Whether the first occasion is a separate one: it has a day, or another speaker."""
    is_another = occasion.speaker_id not in (None, first.speaker_id)
    return first.said_on is not None or (first.speaker_id is not None and is_another)


def _occasion(db: Database, one: OccasionRow) -> Occasion:
    return Occasion.of(db, one.claimant_id, one.said_on, one.url)


def _record_on_page(db: Database, claim_id: int, occasion: Occasion, here: list[OccasionRow]) -> None:
    """Record an occasion on a page, unless one of those `here`, on the same page by this or another address, covers it.

    A speaker or day that was unknown there is filled in.
    """
    if any(occasion.may_be(_occasion(db, one)) for one in here):
        return
    for one in here:
        if occasion.fits(_occasion(db, one)):
            appearances.fill_in(db, one.id, claimant_id=occasion.claimant_id, said_on=occasion.said_on)
            return
    _record_at_place(db, claim_id, occasion)


def _record_at_place(db: Database, claim_id: int, occasion: Occasion) -> None:
    """Record an occasion at a place; one of the same speaker and day without a place is moved there instead."""
    url = occasion.source if is_url(occasion.source or "") else None
    article_id = articles.get_or_add(db, Article(text=None, url=url), source=None if url else occasion.source)
    if _find_occasion(db, claim_id, article_id, occasion) is not None:
        return
    nowhere = articles.find(db, Article(text=None), _NOWHERE) if occasion.said_on else None
    unplaced = None if nowhere is None else _find_occasion(db, claim_id, nowhere, occasion)
    if unplaced is not None:
        appearances.set_article(db, unplaced, article_id)
    else:
        _record(db, claim_id, article_id, occasion)


def _record_without_place(
    db: Database, claim_id: int, occasion: Occasion, *, filed_at: str | None = None
) -> None:
    """Record an occasion without a place. `filed_at` is the time of its filing (ISO, UTC), if not now."""
    article_id = articles.get_or_add(db, Article(text=None), source=_NOWHERE)
    _record(db, claim_id, article_id, occasion, filed_at)


def _find_occasion(db: Database, claim_id: int, article_id: int, occasion: Occasion) -> int | None:
    return appearances.find_unquoted(
        db,
        claim_id=claim_id,
        article_id=article_id,
        claimant_id=occasion.claimant_id,
        said_on=occasion.said_on,
    )


def _record(
    db: Database, claim_id: int, article_id: int, occasion: Occasion, filed_at: str | None = None
) -> None:
    appearances.add_unquoted(
        db,
        claim_id=claim_id,
        article_id=article_id,
        claimant_id=occasion.claimant_id,
        said_on=occasion.said_on,
        filed_at=filed_at,
    )
