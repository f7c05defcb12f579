"""A claim comes in by hand: say what it repeats, then file it or add to what is there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from claimtrack.core.errors import Duplicate
from claimtrack.core.match import exact_repeat
from claimtrack.core.model import Article, ClaimantKind, Match, Stance, Statement, Status
from claimtrack.core.text import (
    clean_claim,
    clean_date,
    clean_line,
    clean_name,
    clean_note,
    clean_tag,
    clean_url,
    is_url,
)
from claimtrack.store import appearances, articles, claimants, claims, evidence, notes, rewinding, tags
from claimtrack.store.database import write_transaction
from claimtrack.workflow import matching

if TYPE_CHECKING:
    from sqlite_utils import Database


class OnDuplicate(StrEnum):
    """What becomes of a claim that the desk holds already.

    SAME: join an exact repeat, file anything else. ATTACH: join whatever the matcher takes for the
    same claim. NEW: file it whatever it repeats. FAIL: raise Duplicate for whatever ATTACH would join.
    """

    SAME = "same"
    ATTACH = "attach"
    NEW = "new"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class NewClaim:
    """What a reporter knows of a claim: its words at least.

    `source` is a web address, or says in words where it was heard; `claimed_on` is an ISO date.
    """

    text: str
    claimant: str | None = None
    source: str | None = None
    claimed_on: str | None = None
    links: tuple[tuple[str, Stance], ...] = ()
    status: Status = Status.OPEN
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    def cleaned(self) -> NewClaim:
        """The same with every value checked. Raises InvalidValue."""
        return replace(
            self,
            text=clean_claim(self.text),
            claimant=clean_name(self.claimant or "") or None,
            source=clean_line(self.source or "") or None,
            claimed_on=clean_date(self.claimed_on) if self.claimed_on else None,
            links=tuple((clean_url(url), stance) for url, stance in self.links),
            notes=tuple(filter(None, map(clean_note, self.notes))),
            tags=tuple(filter(None, map(clean_tag, self.tags))),
        )

    def statement(self) -> Statement:
        """What the matcher compares."""
        return Statement(self.text, self.claimant, self.claimed_on)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the claim: its row, whether that is new, and what else it resembles.

    `is_recorded` is false where the desk held all of it already; `status` is where the claim stands.
    """

    claim_id: int
    is_new: bool
    matches: tuple[Match, ...]
    is_recorded: bool = True
    status: Status = Status.OPEN


def add_claim(
    db: Database,
    new: NewClaim,
    *,
    on_duplicate: OnDuplicate = OnDuplicate.SAME,
    attach_to: int | None = None,
    actor: str | None,
) -> Added:
    """File a claim, or add it to the one it repeats (`attach_to` names that one outright).

    The look-up runs before the write lock is taken; within it, the claims that came in meanwhile are
    checked again, so that two people filing the same words at once make one row. Raises
    InvalidValue, NotFound (of `attach_to`), Duplicate with OnDuplicate.FAIL.
    """
    new = new.cleaned()
    newest = claims.newest_id(db)
    found = matching.look_up(db, new.statement())
    with write_transaction(db, actor):
        known = attach_to
        if known is None and on_duplicate is not OnDuplicate.NEW:
            late = matching.Latecomers(db, newest).repeated_by(new.statement())
            known = late or _repeat(db, new, found, on_duplicate)
        if known is not None and on_duplicate is OnDuplicate.FAIL:
            raise Duplicate(_already_there(claims.get(db, known)))
        before = rewinding.last_change(db)
        claim_id = known if known is not None else _insert(db, new)
        _annotate(db, claim_id, new, actor=actor)
        if known is not None:
            _repeat_again(db, claims.get(db, known), new, actor=actor)
        is_recorded = rewinding.last_change(db) > before
        if known is None:
            matching.record(db, claim_id, found)
        status = claims.get(db, claim_id).status
    matching.keep_index(db)
    others = tuple(match for match in matching.worth_telling(db, found) if match.claim_id != claim_id)
    return Added(claim_id, known is None, others, is_recorded, status)


def _already_there(claim: claims.ClaimRow) -> str:
    by = f" ({claim.claimant})" if claim.claimant else ""
    return (
        f"claim {claim.id} says the same{by}: {claim.text!r}. Nothing was added; "
        "--on-duplicate attach adds to that claim, --on-duplicate new files another"
    )


def _repeat(db: Database, new: NewClaim, found: list[Match], on_duplicate: OnDuplicate) -> int | None:
    exact = matching.exact_match(db, new.statement(), found)
    if exact is not None or on_duplicate is OnDuplicate.SAME:
        return exact
    return next((match.claim_id for match in found if matching.is_duplicate(match)), None)


def _repeat_again(db: Database, claim: claims.ClaimRow, new: NewClaim, *, actor: str | None) -> None:
    """Keep what is new about a repeat: its words where they differ, and the occasion where no source tells it."""
    if not exact_repeat(new.text, claim.text):
        by = f" ({new.claimant})" if new.claimant else ""
        wording = f"Also said in these words{by}: {new.text}"
        if all(note["body"] != wording for note in notes.of_claim(db, claim.id)):
            notes.add(db, claim.id, wording, author=actor)
    if new.source or not (new.claimed_on or new.claimant):
        return
    claimant_id = _claimant(db, new)
    own = (claimants.get_or_add(db, claim.claimant) if claim.claimant else None, claim.claimed_on)
    known = appearances.occasions(db, claim.id)
    if any(_fits(claimant_id, new.claimed_on, one) for one in (own, *known)):
        return
    speaks_anew = claimant_id not in (None, own[0])
    if not known and (own[1] or (own[0] and speaks_anew)):
        _hear(db, claim.id, *own, filed_on=claim.created_at[:10])
    _hear(db, claim.id, claimant_id, new.claimed_on, filed_on=datetime.now(UTC).date().isoformat())


def _fits(claimant_id: int | None, said_on: str | None, known: tuple[int | None, str | None]) -> bool:
    """Whether the occasion may be one that is known: nothing that was told of it is otherwise there."""
    return claimant_id in (None, known[0]) and said_on in (None, known[1])


def _hear(
    db: Database, claim_id: int, claimant_id: int | None, said_on: str | None, *, filed_on: str
) -> None:
    """Record an occasion of which the place is not known; where the day is not either, the day it was filed stands for it."""
    source, published_on = "a place not recorded", None
    if said_on is None:
        source, published_on = f"a place not recorded, filed on {filed_on}", filed_on
    article_id = articles.get_or_add(db, Article(text=None, published_on=published_on), source=source)
    appearances.add_heard(
        db, claim_id=claim_id, article_id=article_id, claimant_id=claimant_id, said_on=said_on
    )


def _insert(db: Database, new: NewClaim) -> int:
    return claims.add(
        db, new.text, claimant_id=_claimant(db, new), claimed_on=new.claimed_on, status=new.status
    )


def _claimant(db: Database, new: NewClaim) -> int | None:
    return claimants.get_or_add(db, new.claimant, ClaimantKind.UNKNOWN) if new.claimant else None


def _annotate(db: Database, claim_id: int, new: NewClaim, *, actor: str | None) -> None:
    claim = claims.get(db, claim_id)
    if new.claimant and claim.claimant is None:
        claims.set_claimant(db, claim_id, _claimant(db, new))
    if new.source:
        _appear(db, claim_id, new)
    for url, stance in new.links:
        if not evidence.has(db, claim_id, url):
            evidence.add(db, claim_id, url, stance=stance, added_by=actor)
    for body in new.notes:
        notes.add(db, claim_id, body, author=actor)
    for name in new.tags:
        tags.add(db, claim_id, name)


def _appear(db: Database, claim_id: int, new: NewClaim) -> None:
    """Record where it was said: at an address, or in a place that has none ("Radio 4, Today, 8:10")."""
    source = new.source or ""
    article = Article(text=None, url=source if is_url(source) else None)
    article_id = articles.get_or_add(db, article, source=None if article.url else source)
    appearances.add_heard(
        db,
        claim_id=claim_id,
        article_id=article_id,
        claimant_id=_claimant(db, new),
        said_on=new.claimed_on,
    )
