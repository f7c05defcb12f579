"""Edits a claim's words, claimant, day or language, and finds the consequences for other claims."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypedDict, Unpack

from sqlite_utils import Database

from claimtrack.core.language.capitals import is_same_name_respelt
from claimtrack.core.texts.cleaning import clean_claim, clean_date, clean_line, clean_speaker, has_words
from claimtrack.core.texts.languages import clean_language
from claimtrack.core.texts.markup import without_markup
from claimtrack.store import claimants, claims, matches, names, speakers
from claimtrack.store.file.database import write_transaction
from claimtrack.store.history_ranges import write_step
from claimtrack.workflow.days import clean_past_date
from claimtrack.workflow.matching import matching
from claimtrack.workflow.matching.repeating import find_new_repeats

if TYPE_CHECKING:
    from claimtrack.store.history_ranges import HistoryRange


class Fields(TypedDict, total=False):
    """The fields that an edit changes; None for none. `claimant` is a name and `claimed_on` an ISO date, never in the future.

    `language` is a code; without one, the claim has its article's.
    """

    text: str
    claimant: str | None
    claimed_on: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Edited:
    """What an edit changed in a claim, and its consequences for other claims."""

    written: HistoryRange
    same_as: tuple[int, ...] = ()
    """The claims that a reworded claim is judged the same as: a person must check whether it still is."""
    changes: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    """Each field that changed, with its value before and after."""
    repeats: tuple[int, ...] = ()
    """The claims that it now repeats exactly."""
    respelt: int = 0
    """How many claims have the claimant's name in its new spelling; 0 if the spelling is unchanged."""


def describe_respelling(respelt: int) -> list[str]:
    """Say that an edit changed the spelling of a name on other claims; nothing if it did not."""
    return (
        [f"The new spelling applies to all {respelt:,} claims filed under this name"] if respelt > 1 else []
    )


def edit_claim(
    db: Database,
    claim_id: int,
    *,
    actor: str | None,
    **fields: Unpack[Fields],
) -> Edited:
    """Change a claim's words, claimant, day or language. Quotes of its appearances stay; their speakers follow the claimant.

    A field that is not given stays; None or "" clears it. Raises NotFound, InvalidValue (also for a day in the future).
    """
    text = clean_claim(fields["text"]) if "text" in fields else None
    typed = clean_line(fields.get("claimant") or "")
    given = fields.get("claimed_on")
    day = clean_date(given) if given else None
    spoken = clean_language(told) if (told := fields.get("language")) else None
    with write_step(db, actor) as written:
        before = claims.get(db, claim_id)
        # A form sends the present name back, even on a desk that has somebody called "Unknown".
        name = typed if typed == before.claimant else clean_speaker(typed) or None
        if text is not None and text != before.text:
            claims.update(db, claim_id, text=text)
        if "claimant" in fields and name != before.claimant:
            set_claimant(db, before, name)
        if "claimed_on" in fields and day != before.claimed_on:
            claims.update(db, claim_id, claimed_on=clean_past_date(day) if day else None)
            _correct_ledger_day(db, before, day)
        if "language" in fields and spoken != before.language:
            claims.update(db, claim_id, language=spoken)
        renew_suggestions(db, before)
        now = claims.get(db, claim_id)
        others = find_consequences(db, before, now)
        return Edited(written(), changes=_changes(before, now), **others._asdict())


def clean_words(db: Database, claim_id: int, *, actor: str | None) -> Edited:
    """Remove HTML and doubled spaces from a claim's words, unless no word would be left. History keeps the former words."""
    with write_transaction(db, actor):
        text = claims.get(db, claim_id).text
        cleaned = without_markup(text)
        return edit_claim(db, claim_id, text=cleaned if has_words(cleaned) else text, actor=actor)


def _correct_ledger_day(db: Database, before: claims.ClaimRow, day: str | None) -> None:
    """Move the claim's own occasion in the ledger to the new day."""
    if before.claimed_on:
        claimant_id = claims.get(db, before.id).claimant_id
        speakers.correct_day(db, before.id, claimant_id, was=before.claimed_on, now=day)


def _changes(before: claims.ClaimRow, after: claims.ClaimRow) -> dict[str, tuple[str | None, str | None]]:
    pairs = {name: (getattr(before, name), getattr(after, name)) for name in Fields.__annotations__}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


class Consequences(NamedTuple):
    """The consequences of an edit for other claims; see `Edited`."""

    same_as: tuple[int, ...] = ()
    repeats: tuple[int, ...] = ()
    respelt: int = 0


def find_consequences(db: Database, before: claims.ClaimRow, now: claims.ClaimRow) -> Consequences:
    """Find the consequences of an edit for other claims; none if the statement is unchanged."""
    if now.statement == before.statement:
        return Consequences()  # the usual case in triage: the queries below are slow
    same_as = matches.judged_same(db, now.id) if now.text != before.text else ()
    return Consequences(same_as, _find_repeats(db, before, now), _count_respelt_claims(db, before, now))


def _count_respelt_claims(db: Database, before: claims.ClaimRow, now: claims.ClaimRow) -> int:
    """Count the claims on which the edit changed the spelling of the claimant's name."""
    if now.claimant_id is None or not is_same_name_respelt(before.claimant, now.claimant):
        return 0
    return names.count_claims(db, now.claimant_id)


def _find_repeats(db: Database, before: claims.ClaimRow, now: claims.ClaimRow) -> tuple[int, ...]:
    """The claims that this one repeats exactly since the edit, of those that are stored as its matches."""
    alike = (other for other, *_ in matches.decided(db, now.id))
    return find_new_repeats(db, now.id, before.statement, now.statement, alike=alike)


def renew_suggestions(db: Database, before: claims.ClaimRow) -> None:
    """Store new suggestions for an edited claim: those for its former words are gone.

    If the statement is unchanged, nothing is looked up. Call it at the end of the edit, inside the write transaction.
    """
    if claims.get(db, before.id).statement != before.statement:
        matching.renew_suggestions(db, before.id)


def set_claimant(db: Database, claim: claims.ClaimRow, name: str | None) -> int | None:
    """Set the claim's claimant, None for unknown, and the speaker of appearances that had the former one; return the claimant's id.

    The same name in another spelling respells the claimant everywhere. Call it inside the write transaction.
    """
    if name and is_same_name_respelt(claim.claimant, name):
        claimants.respell(db, name)
        return claim.claimant_id
    claimant_id = claimants.get_or_add(db, name) if name else None
    claims.update(db, claim.id, claimant_id=claimant_id)
    speakers.correct_speaker(db, claim.id, was=claim.claimant_id, now=claimant_id)
    return claimant_id


def restore(db: Database, claim_id: int, *, text: str, claimant: str | None, claimed_on: str | None) -> None:
    """Restore a claim's former words, claimant and day in one change. Call it inside the write transaction."""
    before = claims.get(db, claim_id)
    if (text, claimant, claimed_on) == (before.text, before.claimant, before.claimed_on):
        return
    claimant_id = before.claimant_id
    if claimant != before.claimant:
        claimant_id = claimants.get_or_add(db, claimant) if claimant else None
    claims.update(db, claim_id, text=text, claimant_id=claimant_id, claimed_on=claimed_on)
    speakers.correct_speaker(db, claim_id, was=before.claimant_id, now=claimant_id)
    if claimed_on != before.claimed_on:
        _correct_ledger_day(db, before, claimed_on)
