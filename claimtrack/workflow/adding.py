"""Adds a claim by hand: finds the claim that it repeats, then files it or adds to that one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from sqlite_utils import Database

from claimtrack.core.errors import Duplicate, InvalidValue, Refused
from claimtrack.core.match import is_exact_repeat
from claimtrack.core.model import Match, NoteStep, OnDuplicate, Stance, Statement, Status, Suggestion
from claimtrack.core.sheets.sheets import has_rows
from claimtrack.core.steps import Worded, terminal_only
from claimtrack.core.texts.cleaning import (
    clean_claim,
    clean_place,
    clean_source,
    clean_speaker,
    require_note,
    require_tag,
)
from claimtrack.core.texts.languages import clean_language
from claimtrack.core.texts.printable import shell_command
from claimtrack.store import claimants, claims, evidence, history, notes, quotes, tags
from claimtrack.store.history_ranges import NOTHING, HistoryRange, write_step
from claimtrack.workflow import occasions
from claimtrack.workflow.days import clean_past_date
from claimtrack.workflow.matching import matching, repeating
from claimtrack.workflow.matching.concurrent_additions import find_exact_repeat
from claimtrack.workflow.occasions import Occasion


@dataclass(frozen=True, slots=True)
class NewClaim:
    """What a reporter knows about a claim: at least its words.

    `source` is a web address, or a place in words; `claimed_on` is an ISO date; `language` is a code.
    """

    text: str
    claimant: str | None = None
    source: str | None = None
    claimed_on: str | None = None
    links: tuple[tuple[str, Stance], ...] = ()
    status: Status = Status.OPEN
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str | None = None

    def cleaned(self) -> NewClaim:
        """A copy with every value cleaned and validated. Raises InvalidValue, also for a table that was pasted as one claim."""
        if has_rows(self.text):
            raise InvalidValue(
                "this is a table and not one claim: save it as CSV and use `claimtrack import csv FILE`",
                self.text,
            )
        return replace(
            self,
            text=clean_claim(self.text),
            claimant=clean_speaker(self.claimant or "") or None,
            source=clean_place(self.source or "") or None,
            claimed_on=clean_past_date(self.claimed_on) if self.claimed_on else None,
            links=tuple((clean_source(source), stance) for source, stance in self.links),
            notes=tuple(map(require_note, self.notes)),
            tags=tuple(map(require_tag, self.tags)),
            language=clean_language(self.language) if self.language else None,
        )

    def statement(self) -> Statement:
        """The statement that the matcher compares."""
        return Statement(self.text, self.claimant, self.claimed_on)


@dataclass(frozen=True, slots=True)
class Added:
    """The result of adding a claim by hand: a new claim, or the known one that it repeats."""

    claim_id: int
    is_new: bool
    matches: tuple[Match, ...]
    """Other claims that it resembles."""
    is_recorded: bool = True
    """False if the desk had all of it already."""
    status: Status = Status.OPEN
    kept_links: tuple[tuple[str, Stance], ...] = ()
    """Links that the known claim has with another stance, with that stance, which stays."""
    kept_claimant: str | None = None
    """The known claim's claimant, if that differs and stays: the other speaker appears only in the ledger."""
    new_claimant: str | None = None
    """The claimant that the known claim has from now on, if it had none."""
    unnamed_on: str | None = None
    """The known claim's day, if it still has no claimant because the speaker is that of another occasion."""
    differences: tuple[str, ...] = ()
    """The differences that the matcher finds from the claim given as `attach_to`."""
    other_words: str | None = None
    """The known claim's words, if they differ."""
    namesakes: tuple[str, ...] = ()
    """Speakers of the desk who may be the claimant, if that name is new: theirs differs only in a title and the like."""
    written: HistoryRange = NOTHING

    @property
    def outcome(self) -> str:
        """What became of it, in the words of `ingest`: "new", "repeats", or "known" if the desk had all of it already."""
        if self.is_new:
            return "new"
        return "repeats" if self.is_recorded else "known"


def describe_speakers(added: Added, new: NewClaim) -> Iterator[str]:
    """Yield what became of the claimant of a claim that the desk had, and whom it has that a new speaker may be."""
    claim_id = added.claim_id
    rename = f"claimtrack edit {claim_id} --claimant NAME"
    if added.new_claimant:
        yield f"Claim {claim_id} had no claimant. It is now {added.new_claimant}."
    if added.unnamed_on:
        yield (
            f"Claim {claim_id} still has no claimant, because nobody recorded who said it on {added.unnamed_on}."
            + terminal_only(" The ledger has who said it this time. To name the claimant, use ", rename, ".")
        )
    if added.kept_claimant:
        kept = f"Claim {claim_id} keeps its claimant, {added.kept_claimant}."
        yield kept + terminal_only(" To change it: ", rename)
    for name in added.namesakes:
        join = shell_command("claimtrack", "speaker", "join", name, new.claimant or "")
        yield (
            f"{new.claimant} is a new speaker. If that is {name}"
            + Worded(f": `{join}`", ", an editor can make it another name of theirs: see “Speakers” above.")
        )


def add_claim(
    db: Database,
    new: NewClaim,
    *,
    on_duplicate: OnDuplicate = OnDuplicate.SAME,
    attach_to: int | None = None,
    actor: str | None,
) -> Added:
    """File a claim, or add it to the one that it repeats, or to the claim `attach_to`.

    The look-up runs before the write lock is taken; within the lock, claims that were filed meanwhile are checked, so that two people who
    file the same words at once create one row. Raises InvalidValue, NotFound for `attach_to`, Duplicate with OnDuplicate.FAIL, and Refused
    for a new claim with the status published.
    """
    new = new.cleaned()
    newest = claims.newest_id(db)
    said = matching.with_main_name(db, new.statement())
    found = matching.look_up(db, said)
    with write_step(db, actor) as written:
        known = attach_to
        if known is None and on_duplicate is not OnDuplicate.NEW:
            elsewhere = partial(occasions.heard_elsewhere, db, new.source) if new.source else None
            known = find_exact_repeat(db, said, found, newest=newest, elsewhere=elsewhere)
            found = list(repeating.mark_other_speakers(said, found)) if known is None else found
            if known is None and on_duplicate is not OnDuplicate.SAME:
                same = (one.claim_id for one in found if one.suggestion is Suggestion.DUPLICATE)
                known = next(same, None)
        was = None if known is None else claims.get(db, known)
        if was is not None and on_duplicate is OnDuplicate.FAIL:
            raise Duplicate(_already_there(was))
        is_new_name = claimants.find(db, new.claimant) is None
        before = history.last_change_id(db)
        claim_id = _insert(db, new) if was is None else was.id
        _annotate(db, claim_id, new, is_repeat=was is not None, actor=actor)
        is_recorded = history.last_change_id(db) > before
        if was is None:
            matching.suggest(db, claim_id, found)
        added = Added(claim_id, was is None, (), is_recorded, claims.get(db, claim_id).status)
        if was is not None:
            added = _compare_repeat(db, added, new, said, was)
        namesakes = _namesakes(db, new.claimant) if new.claimant and is_new_name else ()
        added = replace(added, namesakes=namesakes, written=written())
    matching.update_index(db)
    others = tuple(match for match in matching.filter_worth_showing(db, found) if match.claim_id != claim_id)
    differs = next((match.differences for match in found if match.claim_id == attach_to), ())
    return replace(added, matches=others, differences=differs)


def _namesakes(db: Database, name: str) -> tuple[str, ...]:
    from claimtrack.workflow.joining import same_but_for_title  # not needed for a name that the desk has

    return same_but_for_title(db, name)


def _compare_repeat(
    db: Database, added: Added, new: NewClaim, said: Statement, was: claims.ClaimRow
) -> Added:
    """Complete the result of a repeat with its differences from the known claim, which `was` so before."""
    claim = claims.get(db, was.id)
    is_anothers = said.claimant is not None and not repeating.may_be_same_speaker(
        claim.claimant, said.claimant
    )
    is_unnamed = said.claimant is not None and occasions.awaits_claimant(db, claim)
    return replace(
        added,
        kept_links=_kept_links(db, was.id, new),
        kept_claimant=claim.claimant if is_anothers else None,
        new_claimant=claim.claimant if was.claimant is None else None,
        unnamed_on=claim.claimed_on if is_unnamed else None,
        other_words=None if is_exact_repeat(new.text, claim.text) else claim.text,
    )


def _kept_links(db: Database, claim_id: int, new: NewClaim) -> tuple[tuple[str, Stance], ...]:
    """The links of the repeat that the claim already has with another stance."""
    given = dict(new.links)
    return tuple(
        (source, Stance(row["stance"]))
        for source, row in evidence.by_source(db, claim_id).items()
        if given.get(source, row["stance"]) != row["stance"]
    )


def _already_there(claim: claims.ClaimRow) -> str:
    by = f" ({claim.claimant})" if claim.claimant else ""
    return (
        f"claim {claim.id} says the same{by}: {claim.text!r}. Nothing was added. To add to that claim, use --on-duplicate attach; to "
        "file another, --on-duplicate new"
    )


def _insert(db: Database, new: NewClaim) -> int:
    if new.status is Status.PUBLISHED:
        raise Refused(
            "a new claim cannot be published, because only a review publishes it. Add it as open, then start a review"
            + terminal_only(" with ", "claimtrack review draft")
        )
    return claims.add(
        db,
        new.text,
        claimant_id=_claimant(db, new),
        claimed_on=new.claimed_on,
        status=new.status,
        language=new.language,
    )


def _claimant(db: Database, new: NewClaim) -> int | None:
    return claimants.get_or_add(db, new.claimant) if new.claimant else None


def _annotate(db: Database, claim_id: int, new: NewClaim, *, is_repeat: bool, actor: str | None) -> None:
    claimant_id = _claimant(db, new)
    occasions.record_occasion(
        db, claim_id, Occasion.of(db, claimant_id, new.claimed_on, new.source), is_repeat=is_repeat
    )
    for source, stance in new.links:
        if evidence.find(db, claim_id, source) is None:
            evidence.add(db, claim_id, source, stance=stance, added_by=actor)
    for body in new.notes:
        notes.add_once(db, claim_id, body, author=actor)
    if new.language and claims.language(db, claim_id) is None:
        claims.update(db, claim_id, language=new.language)
    if not is_exact_repeat(new.text, claims.get(db, claim_id).text):
        _note_other_words(db, claim_id, new, actor=actor)
    for name in new.tags:
        tags.add(db, claim_id, name)


def _note_other_words(db: Database, claim_id: int, new: NewClaim, *, actor: str | None) -> None:
    """Keep the other words of a repeat in a note, unless an appearance quotes them: only articles with a text have quotes."""
    if any(is_exact_repeat(new.text, quote) for _, quote, *_ in quotes.reworded_quotes(db, [claim_id])):
        return
    by = f" ({new.claimant})" if new.claimant else ""
    wording = f"Also said in these words{by}: {new.text}"
    if all(note["body"] != wording for note in notes.of_claim(db, claim_id)):
        notes.add(db, claim_id, wording, author=actor, step=NoteStep.REPEAT)
