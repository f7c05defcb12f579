"""Carries a previous version's appearances over to the new version of an article, which may name another speaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.model import CONTEXT, Article, ExtractedClaim, Kind, Status
from claimtrack.store import appearances, claims, speakers, versions
from claimtrack.store.claimants import standing_name
from claimtrack.workflow.articles.naming import claimant_id, claimant_name
from claimtrack.workflow.marking import BY_HAND
from claimtrack.workflow.matching import matching

if TYPE_CHECKING:
    from claimtrack.workflow.articles.recognising import Recognised

    Row = dict[str, Any]
    Span = tuple[int, int]


OUTLET = "outlet"
"""The speaker of an outlet's own statements where the outlet has no name."""


@dataclass(frozen=True, slots=True)
class SpeakerChange:
    """A claim that a new version of its article attributes to another speaker than the previous version did.

    `was` and `now` are the two speakers, None for nobody. `is_kept`: a person has set the speaker, who therefore stays.
    `claimant` is the claim's claimant from now on. It becomes the new speaker while the claim waits for triage and is
    attributed to the former speaker nowhere else.
    """

    claim_id: int
    text: str
    status: Status
    was: str | None
    now: str | None
    is_kept: bool
    claimant: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """A change of speaker with what it takes to file it; with `claim_follows` the claim's claimant changes, too.

    `found` is the claim as extracted from the new version. It is None if that version is an older text, read again, which already has
    an appearance of the claim, by `speaker_id`.
    """

    change: SpeakerChange
    claim_follows: bool
    found: ExtractedClaim | None = None
    speaker_id: int | None = None


Corrections = dict[int, Correction]
"""Corrections by the id of the appearance in the previous version."""


def find_corrections(db: Database, recognised: Recognised, found: Iterable[ExtractedClaim]) -> Corrections:
    """Find the appearances that the new version attributes to another speaker.

    Reads only. Call it before the new version is entered.
    """
    if recognised.previous_id is None:
        return {}
    there = {row["id"]: row for row in versions.last_appearances(db, recognised.previous_id)}
    corrected = {}
    for appearance_id, one in _pair_with_found(recognised.carried, list(found)):
        row, name = there.get(appearance_id), claimant_name(recognised.article, one)
        if row and (correction := _correction(db, row, one.kind, name)):
            corrected[appearance_id] = replace(correction, found=one)
    if recognised.article_id is None:
        return corrected
    for own, appearance_id in _pair_own_appearances(db, recognised.article_id, recognised.quoted_already):
        row = there.get(appearance_id)
        name = own["speaker"] if own["claimant_id"] is not None else None
        is_same = row is not None and row["claim_id"] == own["claim_id"]
        if row and is_same and (correction := _correction(db, row, own["kind"], name)):
            corrected[appearance_id] = replace(correction, speaker_id=own["claimant_id"])
    return corrected


def _pair_own_appearances(
    db: Database, article_id: int, there: Iterable[tuple[int, Span]]
) -> Iterator[tuple[Row, int]]:
    """Pair an older text's own appearances with the ids of those that the previous version has in the same places."""
    if not there:
        return
    own = [row for row in appearances.of_article(db, article_id) if row["quote"] is not None]
    for appearance_id, (start, end) in there:
        near = [row for row in own if row["span_start"] < end and start < row["span_end"]]
        if len(near) == 1:
            yield near[0], appearance_id


def speaker_changes(corrected: Corrections) -> tuple[SpeakerChange, ...]:
    """The changes of speakers, each claim once, in the order of the text."""
    return tuple({one.change.claim_id: one.change for one in corrected.values()}.values())


def carry_over(db: Database, recognised: Recognised, article_id: int, corrected: Corrections) -> None:
    """Copy the previous version's appearances to the new one, with the speakers that it names. Call it within the transaction."""
    text = recognised.article.text or ""
    for appearance_id, (start, end) in recognised.carried:
        columns = {
            "context_before": text[max(0, start - CONTEXT) : start],
            "context_after": text[end : end + CONTEXT],
        }
        one = corrected.get(appearance_id)
        if one and one.found and not one.change.is_kept:
            columns |= _speaker_columns(db, recognised.article, one.found)
        versions.copy_to_version(
            db, appearance_id, article_id=article_id, span=(start, end), quote=text[start:end], said=columns
        )
    for claim_id, one in {one.change.claim_id: one for one in corrected.values()}.items():
        if one.claim_follows:
            now = claimant_id(db, one.found, one.change.claimant) if one.found else one.speaker_id
            claims.update(db, claim_id, claimant_id=now)
            matching.renew_suggestions(db, claim_id)


def _pair_with_found(
    carried: Iterable[tuple[int, Span]], found: Sequence[ExtractedClaim]
) -> Iterator[tuple[int, ExtractedClaim]]:
    """Pair each appearance with the extracted claim in its place, even if a person has moved the appearance's ends."""
    exactly = {(one.start, one.end): one for one in found}
    for appearance_id, (start, end) in carried:
        touching = (one for one in found if one.start < end and start < one.end)
        near = [exactly[start, end]] if (start, end) in exactly else list(touching)
        if len(near) == 1:
            yield appearance_id, near[0]


def _has_other_speaker(db: Database, row: Row, kind: str | None, name: str | None) -> bool:
    """Whether an appearance names another speaker: "Moor" is part of "Ada Moor", so no other."""
    if kind == Kind.OUTLET or row["kind"] == Kind.OUTLET:
        return bool(kind != row["kind"])
    if name is None or row["claimant_id"] is None:
        return name is not None
    by_either = _is_partial_name(name, row["filed_as"]) or _is_partial_name(name, row["speaker"])
    return not by_either and standing_name(db, name) != row["speaker"]


def _is_partial_name(name: str, whole: str) -> bool:
    return {*name.casefold().split()} <= {*whole.casefold().split()}


def _correction(db: Database, row: Row, kind: str | None, name: str | None) -> Correction | None:
    """The correction of an appearance whose speaker is now `name`; None where the speaker is the same.

    It is also None where a person corrected the speaker and the article still names the one that was wrong.
    """
    if row["extractor"] == BY_HAND or not _has_other_speaker(db, row, kind, name):
        return None
    claim = claims.get(db, row["claim_id"])
    read_as = speakers.misread_speakers(db, claim.id)
    is_kept = bool(read_as) and row["claimant_id"] != read_as[0][0]
    was = row["speaker"] or (OUTLET if row["kind"] == Kind.OUTLET else None)
    now = name or (OUTLET if kind == Kind.OUTLET else None)
    if is_kept and any(
        now and one and _is_partial_name(now, one)
        for one in (was, row["filed_as"], *(name for _, name in read_as))
    ):
        return None
    held_by = row["speaker"] if row["claimant_id"] is not None else None
    follows = (
        not is_kept
        and claim.status is Status.PROPOSED
        and claim.claimant == held_by
        and not speakers.appears_elsewhere(db, claim.id, row["claimant_id"], row["article_id"])
    )
    change = SpeakerChange(
        claim.id, claim.text, claim.status, was, now, is_kept, name if follows else claim.claimant
    )
    return Correction(change, follows)


def _speaker_columns(db: Database, article: Article, found: ExtractedClaim) -> Row:
    """The columns of an appearance that hold its speaker, kind and context."""
    return {
        "claimant_id": claimant_id(db, found, claimant_name(article, found)),
        "kind": found.kind,
        "kind_certain": int(found.kind_certain),
        "speaker_as_written": found.speaker_as_written,
        "context_before": found.context_before,
        "context_after": found.context_after,
    }
