"""Mending a claim: its words, its claimant, its day, the words of the article that it quotes, a missed claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict, Unpack

from claimtrack.core.anchor import nearest
from claimtrack.core.capitals import is_respelt
from claimtrack.core.errors import InvalidSpan, InvalidValue
from claimtrack.core.model import ClaimantKind, ExtractedClaim, Kind, Statement, Status
from claimtrack.core.text import clean_claim, clean_date, clean_line
from claimtrack.store import appearances, articles, claimants, claims, matches, names, rewinding, speakers
from claimtrack.store.file.database import write_transaction
from claimtrack.store.stretches import noted
from claimtrack.workflow import versions
from claimtrack.workflow.articles.proposing import Filed
from claimtrack.workflow.days import clean_past_date
from claimtrack.workflow.matching import matching
from claimtrack.workflow.matching.concurrent_additions import exactly_repeated
from claimtrack.workflow.matching.repeating import beside, said_over_again

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.store.stretches import Stretch

BY_HAND = "by hand"
"""The extractor of an appearance that a person marked."""


class Fields(TypedDict, total=False):
    """What an edit changes of a claim. `claimant` is a name and `claimed_on` an ISO date, never one to come; None for none."""

    text: str
    claimant: str | None
    claimed_on: str | None


@dataclass(frozen=True, slots=True)
class Edited:
    """Where history keeps the changes: ids in (after, until].

    `changes` has each field that is another now, as it was and as it is. `same_as` are the claims that a reworded claim was judged the same as before: whether it still is, a person decides.
    `repeats` are those that it says over again now, in their very words. `respelt` is how many claims have the claimant's name in
    its new spelling; 0 where that stays.
    """

    after: int
    until: int
    same_as: tuple[int, ...] = ()
    changes: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    repeats: tuple[int, ...] = ()
    respelt: int = 0


def edit_claim(
    db: Database,
    claim_id: int,
    *,
    version: int | None = None,
    actor: str | None,
    **fields: Unpack[Fields],
) -> Edited:
    """Reword a claim, say who made it and when; what its appearances quote stays, whom they name follows.

    A field that is not named stays; None or "" clears it. Raises NotFound, InvalidValue (for a new day that is to come, too),
    and ChangedMeanwhile when the claim has a newer version.
    """
    text = clean_claim(fields["text"]) if "text" in fields else None
    name = clean_line(fields.get("claimant") or "") or None
    given = fields.get("claimed_on")
    day = clean_date(given) if given else None
    with write_transaction(db, actor):
        versions.check(db, claim_id, version)
        before, after = claims.get(db, claim_id), rewinding.last_change(db)
        if text is not None and text != before.text:
            claims.set_text(db, claim_id, text)
        if "claimant" in fields and name != before.claimant:
            set_claimant(db, before, name)
        if "claimed_on" in fields and day != before.claimed_on:
            claims.set_claimed_on(db, claim_id, clean_past_date(day) if day else None)
            _put_day_right(db, before, day)
        look_again(db, before)
        now = claims.get(db, claim_id)
        others = touched(db, before, now)
        return Edited(after, rewinding.last_change(db), changes=_changes(before, now), **others._asdict())


def _put_day_right(db: Database, before: claims.ClaimRow, day: str | None) -> None:
    """Let the ledger tell of the new day what it told of the old one."""
    if before.claimed_on:
        claimant_id = claims.get(db, before.id).claimant_id
        speakers.put_day_right(db, before.id, claimant_id, was=before.claimed_on, now=day)


def _changes(before: claims.ClaimRow, after: claims.ClaimRow) -> dict[str, tuple[str | None, str | None]]:
    pairs = {name: (getattr(before, name), getattr(after, name)) for name in Fields.__annotations__}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


class Touched(NamedTuple):
    """What an edit may have to do with other claims; see `Edited`."""

    same_as: tuple[int, ...] = ()
    repeats: tuple[int, ...] = ()
    respelt: int = 0


def touched(db: Database, before: claims.ClaimRow, now: claims.ClaimRow) -> Touched:
    """What other claims have to do with an edit of this one; nothing where it says what it said before."""
    if matching.statement_of(now) == matching.statement_of(before):
        return Touched()  # as after most decisions of triage: what follows reads all that the claim resembles
    same_as = matches.judged_same(db, now.id) if now.text != before.text else ()
    return Touched(same_as, _repeats(db, before, now), _respelt(db, before, now))


def _respelt(db: Database, before: claims.ClaimRow, now: claims.ClaimRow) -> int:
    """On how many claims the claimant's name is spelt otherwise since this one was edited."""
    if now.claimant_id is None or not is_respelt(before.claimant, now.claimant):
        return 0
    return names.under(db, now.claimant_id)


def _repeats(db: Database, before: claims.ClaimRow, now: claims.ClaimRow) -> tuple[int, ...]:
    """The claims that this one says over again since it was edited: those of them that are recorded as like it."""
    alike = (pair["claim_id"] for pair in matches.of_claim(db, now.id))
    return said_over_again(db, now.id, matching.statement_of(before), matching.statement_of(now), alike=alike)


def look_again(db: Database, before: claims.ClaimRow) -> None:
    """Keep what an edited claim resembles as it stands now: what was suggested of its former words went with these.

    Nothing is looked up where the matcher sees what it saw before. Call it at the end of the edit, inside the write transaction.
    """
    if matching.statement_of(claims.get(db, before.id)) != matching.statement_of(before):
        matching.suggest_anew(db, before.id)


def set_claimant(db: Database, claim: claims.ClaimRow, name: str | None) -> int | None:
    """Say who made the claim, or with None that nobody knows, and so who is speaking where that one was; the claimant's id.

    The claimant's name in other letters is how that is spelt from now on. Call it inside the write transaction.
    """
    if name and is_respelt(claim.claimant, name):
        claimants.respell(db, name)
        return claim.claimant_id
    claimant_id = claimants.get_or_add(db, name) if name else None
    claims.set_claimant(db, claim.id, claimant_id)
    speakers.put_right(db, claim.id, was=claim.claimant_id, now=claimant_id)
    return claimant_id


def restore(db: Database, claim_id: int, *, text: str, claimant: str | None, claimed_on: str | None) -> None:
    """Let a claim say again what it said before, who said it and when, in one change. Call it inside the write transaction."""
    before = claims.get(db, claim_id)
    if (text, claimant, claimed_on) == (before.text, before.claimant, before.claimed_on):
        return
    claimant_id = before.claimant_id
    if claimant != before.claimant:
        claimant_id = claimants.get_or_add(db, claimant) if claimant else None
    claims.restore(db, claim_id, text=text, claimant_id=claimant_id, claimed_on=claimed_on)
    speakers.put_right(db, claim_id, was=before.claimant_id, now=claimant_id)
    if claimed_on != before.claimed_on:
        _put_day_right(db, before, claimed_on)


def move_appearance(db: Database, appearance_id: int, quote: str, *, actor: str | None) -> int:
    """Let an appearance hold other words of its article; the claim's id.

    Of several places where the words stand the one nearest to the present span counts. Raises NotFound, InvalidValue where
    the desk does not hold the article's text, InvalidSpan where that does not hold the words or they are a claim already.
    """
    with write_transaction(db, actor):
        row = appearances.get(db, appearance_id)
        move(db, row, quote)
    return int(row["claim_id"])


def move(db: Database, appearance: dict[str, Any], quote: str) -> None:
    """The same within a write transaction, of an appearance's row."""
    article_id, was = appearance["article_id"], (appearance["span_start"], appearance["span_end"])
    start, end = _find(db, article_id, quote, was[0] or 0)
    if (start, end) != was:
        _refuse_marked(db, article_id, (start, end))
        held = articles.get(db, article_id)["text"][start:end]
        appearances.move(db, appearance["id"], span=(start, end), quote=held)


def propose(
    db: Database,
    article_id: int,
    quote: str,
    *,
    near: int = 0,
    text: str | None = None,
    speaker: str | None = None,
    kind: Kind | None = None,
    actor: str | None,
) -> Filed:
    """File a claim that the extraction missed, as proposed, or as another appearance of the claim that it repeats.

    `near` is about where the words stand (code points): of several places the nearest counts. As with a claim that is added,
    the look-up runs before the write lock is taken, and what came in meanwhile is checked within it. Raises
    NotFound, InvalidValue, InvalidSpan where the article does not hold the words or they are a claim already.
    """
    newest = claims.newest_id(db)
    article = articles.get(db, article_id)
    span = _find(db, article_id, quote, near)
    held = article["text"][slice(*span)]
    name = clean_line(speaker or "") or None
    words = clean_claim(text or held)
    is_own_voice = name is None and kind in (None, Kind.OUTLET)
    statement = Statement(words, name, seen_on=article["published_on"], own_voice=is_own_voice)
    said = matching.as_known(db, statement)
    met = matching.look_up(db, said)
    elsewhere = partial(speakers.elsewhere, db, here=[article_id])
    written: list[Stretch] = []
    with write_transaction(db, actor), noted(db, written):
        _refuse_marked(db, article_id, span)
        known = exactly_repeated(db, said, met, newest=newest, elsewhere=elsewhere)
        if known is not None:
            _refuse_overlap(db, article_id, span, known)
        claimant_id = claimants.get_or_add(db, name, ClaimantKind.UNKNOWN) if name else None
        claim_id = known or claims.add(db, words, claimant_id=claimant_id, status=Status.PROPOSED)
        found = _marked(held, span, name, kind, actor)
        appearances.add_extracted(
            db, found, claim_id=claim_id, article_id=article_id, claimant_id=claimant_id, extractor=BY_HAND
        )
        if known is None:
            met = list(beside(said, met))
            matching.record(db, {claim_id: met})
    matching.keep_index(db)
    others = (match for match in matching.worth_telling(db, met) if match.claim_id != claim_id)
    return Filed(found, claim_id, known is None, tuple(others), tuple(written))


def _marked(
    held: str, span: tuple[int, int], speaker: str | None, kind: Kind | None, actor: str | None
) -> ExtractedClaim:
    """The words of an article that a person marked, as an extractor would give them."""
    return ExtractedClaim(
        text=held,
        start=span[0],
        end=span[1],
        speaker=speaker or "",
        speaker_as_written=None,
        kind=kind or Kind.OUTLET,
        kind_certain=kind is not None,
        score=1.0,
        checkworthy=True,
        reasons=(f"marked by {actor}",) if actor else (),
    )


def _find(db: Database, article_id: int, quote: str, near: int) -> tuple[int, int]:
    text = articles.get(db, article_id)["text"]
    if text is None:
        raise InvalidValue(f"the desk has no text of article {article_id}, only its address")
    span = nearest(text, quote, near)
    if span is None:
        raise InvalidSpan(
            f"the article does not contain these words: {clean_line(quote)[:80]!r}. Copy them from the article"
        )
    return span


def _refuse_marked(db: Database, article_id: int, span: tuple[int, int]) -> None:
    there = appearances.at(db, article_id, span)
    if there is not None:
        claim_id = appearances.get(db, there)["claim_id"]
        raise InvalidSpan(
            f"these words are already marked as claim {claim_id}: if they contain another claim, mark only its words"
        )


def _refuse_overlap(db: Database, article_id: int, span: tuple[int, int], claim_id: int) -> None:
    """Raise InvalidSpan where the words are in part those that the claim is quoted with already: that would count them twice."""
    for row in appearances.of_article(db, article_id):
        if (
            row["claim_id"] == claim_id
            and row["quote"]
            and row["span_start"] < span[1]
            and row["span_end"] > span[0]
        ):
            raise InvalidSpan(
                f"these words are already marked as claim {claim_id}: change the ends of its quote on its page"
            )
