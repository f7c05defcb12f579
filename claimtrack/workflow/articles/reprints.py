"""Reprints: an article repeats words whose speaker the rules misread before and a person corrected; the correction applies again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sqlite_utils import Database

from claimtrack.core.match import is_bare_answer, is_exact_repeat
from claimtrack.core.model import ExtractedClaim, Kind
from claimtrack.core.texts.anchor import common_prefix_length
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.store import speakers

if TYPE_CHECKING:
    from claimtrack.workflow.articles.candidates import Candidate

_MIN_SHARED_CONTEXT = 30
"""Characters of context that two articles share only where one copied the other."""


class Reprint(NamedTuple):
    """The claim whose words are printed again, and its speaker as a person corrected it."""

    claim_id: int
    claimant_id: int | None


def find_reprints(db: Database, candidates: Sequence[Candidate]) -> list[Reprint | None]:
    """For each candidate the claim that it reprints: same words, same context, same speaker as misread before. Reads only."""
    asked = [(one.found.text, tuple(match.claim_id for match in one.matches)) for one in candidates]
    # What an article repeats a thousand times is looked up once: each look-up reads all appearances of the words.
    once = list(dict.fromkeys(asked))
    found = dict(zip(once, speakers.find_corrected_quotes(db, once), strict=True))
    return [_find_reprint(candidate, found[one]) for candidate, one in zip(candidates, asked, strict=True)]


def _find_reprint(candidate: Candidate, misread: Iterable[speakers.CorrectedQuote]) -> Reprint | None:
    if is_bare_answer(candidate.words):
        return None
    return next(
        (
            Reprint(one.claim_id, one.claimant_id)
            for one in misread
            if _has_same_speaker(candidate, one)
            and is_exact_repeat(candidate.words, clean_line(one.quote))
            and _has_same_context(candidate.found, one)
        ),
        None,
    )


def _has_same_speaker(candidate: Candidate, before: speakers.CorrectedQuote) -> bool:
    if Kind.OUTLET in (candidate.found.kind, before.kind):
        return candidate.found.kind == before.kind  # the outlets themselves may differ
    return (candidate.claimant or "").casefold() == (before.read_as or "").casefold()


def _has_same_context(found: ExtractedClaim, before: speakers.CorrectedQuote) -> bool:
    """Whether the words have the same context: enough of it to be a copy, or all that the first article has."""
    lead = common_prefix_length(found.context_before[::-1], before.context_before[::-1])
    follow = common_prefix_length(found.context_after, before.context_after)
    whole = len(before.context_before), len(before.context_after)
    return lead + follow >= _MIN_SHARED_CONTEXT or (lead, follow) == whole
