"""Occasions: who said a claim, on which day and where, as far as a reporter tells.

A place is an article whose text the desk does not hold: an address, or words such as "Radio 4, Today, 8:10".
Where no place is told, one article stands for all of them, so that the occasion counts all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.core.model import Article
from claimtrack.core.texts.addresses import is_same_page
from claimtrack.core.texts.cleaning import is_url
from claimtrack.store import appearances, articles, claimants, claims

if TYPE_CHECKING:
    from collections.abc import Set

    from sqlite_utils import Database

    from claimtrack.store.appearances import Heard
    from claimtrack.store.claims import ClaimRow

_NOWHERE = "a place not recorded"


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is known of one time that a claim was said. `said_on` is an ISO date, `source` an address or words.

    `claimant_id` is the name that it was told under, `speaker_id` the claimant that this is a name of.
    """

    claimant_id: int | None = None
    said_on: str | None = None
    source: str | None = None
    speaker_id: int | None = None

    @classmethod
    def of(cls, db: Database, claimant_id: int | None, said_on: str | None, source: str | None) -> Occasion:
        """The occasion, with whose name it is that was told."""
        return cls(claimant_id, said_on, source, claimants.standing_id(db, claimant_id))

    def may_be(self, other: Occasion) -> bool:
        """Whether speaker and day, as far as they are told, are those of the other."""
        return self.speaker_id in (None, other.speaker_id) and self.said_on in (None, other.said_on)

    def fits(self, other: Occasion) -> bool:
        """Whether nothing that is known of the one is known otherwise of the other."""
        pairs = ((self.speaker_id, other.speaker_id), (self.said_on, other.said_on))
        return all(None in pair or pair[0] == pair[1] for pair in pairs)


def record_occasion(db: Database, claim_id: int, told: Occasion, *, is_repeat: bool) -> None:
    """Record when, where and by whom the claim was said, and whose it is where nobody told that of its own day.

    What was signed names nobody, and changes by a correction only: the occasion tells who said it.
    """
    claim = claims.get(db, claim_id)
    is_open = claim.claimant is None and not claims.signed_at(db, claim_id)
    if told.claimant_id is not None and is_open and is_claim_day(db, claim, told):
        claims.update(db, claim_id, claimant_id=told.claimant_id)
    record_appearance(db, claims.get(db, claim_id), told, is_repeat=is_repeat)


def is_claim_day(db: Database, claim: ClaimRow, told: Occasion) -> bool:
    """Whether who spoke then may stand beside the claim's day: else that would be said of another time."""
    if claim.claimed_on is None or told.said_on is not None:
        return claim.claimed_on in (None, told.said_on)
    heard = appearances.occasions(db, claim.id)
    then = [one for one in heard if one.said_on == claim.claimed_on] or heard
    return not told.source or not heard or any(_is_at_source(db, one, told.source) for one in then)


def heard_elsewhere(db: Database, source: str, claim_ids: Set[int]) -> set[int]:
    """Those of these claims that were heard, and not at this place."""
    heard = {one: appearances.occasions(db, one) for one in claim_ids}
    return {
        one for one, some in heard.items() if some and not any(_is_at_source(db, at, source) for at in some)
    }


def claims_on(db: Database, url: str) -> list[int]:
    """The claims that were heard on this page."""
    article_id = articles.find(db, Article(text=None, url=url))
    return [] if article_id is None else appearances.claims_of(db, article_id)


def _is_at_source(db: Database, one: Heard, source: str) -> bool:
    if is_url(source):
        return bool(one.url and is_same_page(one.url, source))
    return one.article_id == articles.find(db, Article(text=None), source)


def record_appearance(db: Database, claim: ClaimRow, told: Occasion, *, is_repeat: bool) -> None:
    """Record an appearance of the claim, unless the desk knows this occasion already.

    A new claim without a place keeps its first speaker and day in its own row, without an appearance. When the
    claim is repeated on another occasion, the first one gets an appearance, too.
    """
    heard = appearances.occasions(db, claim.id)
    known = [_occasion(db, one) for one in heard]
    if is_repeat and not known:
        known = [_first(db, claim)]
        if not told.may_be(known[0]) and _differs_from_first(known[0], told):
            _record_without_place(db, claim.id, known[0], filed_at=claim.created_at)
    if told.source and is_url(told.source):
        _record_on_page(db, claim.id, told, [one for one in heard if _is_at_source(db, one, told.source)])
    elif told.source:
        _record_at_place(db, claim.id, told)
    elif is_repeat and not any(map(told.may_be, known)):
        _record_without_place(db, claim.id, told)


def is_known(db: Database, claim: ClaimRow, told: Occasion) -> bool:
    """Whether to `keep` this of a claim that is repeated would change nothing. Reads only."""
    heard = appearances.occasions(db, claim.id)
    if not told.source:
        known = [_occasion(db, one) for one in heard] or [_first(db, claim)]
        return any(map(told.may_be, known))
    if is_url(told.source):
        return any(told.may_be(_occasion(db, one)) for one in heard if _is_at_source(db, one, told.source))
    article_id = articles.find(db, Article(text=None), told.source)
    return article_id is not None and _find_occasion(db, claim.id, article_id, told) is not None


def _first(db: Database, claim: ClaimRow) -> Occasion:
    return Occasion.of(db, claim.claimant_id, claim.claimed_on, None)


def _differs_from_first(first: Occasion, told: Occasion) -> bool:
    """Whether the first time is another than this one: it has its day, or another speaker."""
    is_another = told.speaker_id not in (None, first.speaker_id)
    return first.said_on is not None or (first.speaker_id is not None and is_another)


def _occasion(db: Database, one: Heard) -> Occasion:
    return Occasion.of(db, one.claimant_id, one.said_on, one.url)


def _record_on_page(db: Database, claim_id: int, told: Occasion, here: list[Heard]) -> None:
    """Record the page, unless the claim was heard `here`, under this address or another of the same page.

    Who spoke there and when is filled in where it was not known.
    """
    if any(told.may_be(_occasion(db, one)) for one in here):
        return
    for one in here:
        if told.fits(_occasion(db, one)):
            appearances.fill_in(db, one.id, claimant_id=told.claimant_id, said_on=told.said_on)
            return
    _record_at_place(db, claim_id, told)


def _record_at_place(db: Database, claim_id: int, told: Occasion) -> None:
    """Record the place; an occasion of the same speaker and day whose place was not recorded takes it."""
    url = told.source if is_url(told.source or "") else None
    article_id = articles.get_or_add(db, Article(text=None, url=url), source=None if url else told.source)
    if _find_occasion(db, claim_id, article_id, told) is not None:
        return
    nowhere = articles.find(db, Article(text=None), _NOWHERE) if told.said_on else None
    unplaced = None if nowhere is None else _find_occasion(db, claim_id, nowhere, told)
    if unplaced is not None:
        appearances.place(db, unplaced, article_id)
    else:
        _record(db, claim_id, article_id, told)


def _record_without_place(
    db: Database, claim_id: int, told: Occasion, *, filed_at: str | None = None
) -> None:
    """Record it without a place. `filed_at` is when it was told (ISO, UTC), if not now."""
    article_id = articles.get_or_add(db, Article(text=None), source=_NOWHERE)
    _record(db, claim_id, article_id, told, filed_at)


def _find_occasion(db: Database, claim_id: int, article_id: int, told: Occasion) -> int | None:
    return appearances.heard(
        db, claim_id=claim_id, article_id=article_id, claimant_id=told.claimant_id, said_on=told.said_on
    )


def _record(
    db: Database, claim_id: int, article_id: int, told: Occasion, filed_at: str | None = None
) -> None:
    appearances.add_heard(
        db,
        claim_id=claim_id,
        article_id=article_id,
        claimant_id=told.claimant_id,
        said_on=told.said_on,
        filed_at=filed_at,
    )
