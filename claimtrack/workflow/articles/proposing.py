"""Files the claims of an article as proposed: each as another appearance of a claim that it repeats, else as a new claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.match.reading.reading import read
from claimtrack.core.model import ClaimantKind, ExtractedClaim, Match, Statement
from claimtrack.core.texts.spans import Spans
from claimtrack.store import appearances, claimants, claims, filing, speakers
from claimtrack.store.filing import Proposal
from claimtrack.store.history_ranges import NOTHING
from claimtrack.workflow.articles import naming, reprints
from claimtrack.workflow.matching import matching, repeating

if TYPE_CHECKING:
    from claimtrack.store.history_ranges import HistoryRange
    from claimtrack.workflow.articles.candidates import Candidate
    from claimtrack.workflow.articles.reprints import Reprint
    from claimtrack.workflow.matching.concurrent_additions import ConcurrentAdditions
    from claimtrack.workflow.matching.matching import Repeats


@dataclass(frozen=True, slots=True)
class Filed:
    """How one extracted claim was filed; `matches` are similar claims. `written` is set for one that a person marked."""

    found: ExtractedClaim
    claim_id: int
    is_new: bool
    matches: tuple[Match, ...] = ()
    written: HistoryRange = NOTHING

    @property
    def outcome(self) -> str:
        """Whether the desk got a new claim, or another appearance of one that it had: "new" or "repeats"."""
        return "new" if self.is_new else "repeats"


def propose(
    db: Database,
    article_id: int,
    candidates: Iterable[Candidate],
    additions: ConcurrentAdditions,
    extractor_name: str,
) -> list[Filed]:
    """File the candidates that overlap no appearance of the article. Call it within the write transaction."""
    additions.catch_up(db)
    fresh = list(_skip_covered(db, article_id, candidates))
    again = {
        one.found.start: found for one, found in zip(fresh, reprints.find_reprints(db, fresh), strict=True)
    }
    filed: list[Filed] = []
    with filing.check_spans_at_once(db, article_id, [one.found for one in fresh]):
        for run in _split_runs(fresh, again):
            filed += _file_run(db, article_id, run, again, additions, extractor_name)
    return filed


def covered_spans(db: Database, article_id: int) -> Spans:
    """The spans of the article's appearances, whose ends a person may have moved."""
    return Spans(appearances.spans(db, article_id))


def _skip_covered(db: Database, article_id: int, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    covered = covered_spans(db, article_id)
    for candidate in candidates:
        start, end = candidate.found.start, candidate.found.end
        if not covered.overlap(start, end):
            covered.add(start, end)
            yield candidate


def _split_runs(
    candidates: Iterable[Candidate], reprinted: Mapping[int, Reprint | None]
) -> Iterator[list[Candidate]]:
    """Split the candidates into runs in which none repeats another, except in the same words by the same speaker.

    A text may contain one sentence ten thousand times.
    """
    run: list[Candidate] = []
    said: dict[str, object] = {}
    for candidate in candidates:
        words = read(candidate.words).spelling
        by = object() if reprinted[candidate.found.start] else _repeat_key(candidate)
        if said.setdefault(words, by) != by:
            yield run
            run, said = [], {words: by}
        run.append(candidate)
    yield run


def _repeat_key(candidate: Candidate) -> tuple[Statement, str | None]:
    """A key that two candidates share if they are one claim, whatever else is on the desk."""
    return candidate.wording(), candidate.known_as


def _file_run(
    db: Database,
    article_id: int,
    run: list[Candidate],
    reprinted: Mapping[int, Reprint | None],
    additions: ConcurrentAdditions,
    extractor_name: str,
) -> list[Filed]:
    newest = claims.newest_id(db)
    late = _look_up_again(db, run, additions)
    rows = list(_assign_claims(db, article_id, run, reprinted, newest, additions))
    new: dict[int, Proposal] = {}
    for row in rows:
        if row.claim_id > newest:
            new.setdefault(row.claim_id, row)
    met = {
        row.claim_id: _mark_other_speakers(one, late.get(one.statement, one.met))
        for row, one in zip(rows, run, strict=True)
        if new.get(row.claim_id) is row
    }
    filing.propose(db, list(new.values()))
    kept = matching.record_suggestions(db, met)
    filed = [
        Filed(
            row.found,
            row.claim_id,
            True,
            tuple(match for match in met[row.claim_id].matches if match.claim_id in kept[row.claim_id]),
        )
        if new.get(row.claim_id) is row
        else Filed(row.found, row.claim_id, False, tuple(matching.filter_worth_showing(db, one.matches)))
        for row, one in zip(rows, run, strict=True)
    ]
    filing.add_appearances(db, rows, article_id=article_id, extractor=extractor_name)
    for claim_id, claimant_id in dict.fromkeys((row.claim_id, row.claimant_id) for row in rows):
        if claim_id <= newest and claimant_id is not None:
            speakers.name_unknown_speaker(
                db, claim_id=claim_id, article_id=article_id, claimant_id=claimant_id
            )
    return filed


def _look_up_again(
    db: Database, run: Iterable[Candidate], additions: ConcurrentAdditions
) -> dict[Statement, Repeats]:
    """The matches of candidates whose words were filed since they were looked up: a few lines before, another speaker said the same."""
    return matching.look_up_repeats(db, (one.statement for one in run if additions.have_words_of(one.words)))


def _mark_other_speakers(candidate: Candidate, met: Repeats) -> Repeats:
    """Mark the claims that it has the words of, but does not repeat."""
    return met._replace(matches=repeating.mark_other_speakers(candidate.wording(), met.matches))


def _assign_claims(
    db: Database,
    article_id: int,
    run: list[Candidate],
    reprinted: Mapping[int, Reprint | None],
    newest: int,
    additions: ConcurrentAdditions,
) -> Iterator[Proposal]:
    """Assign each candidate the id of the claim that it repeats, or else the next id after the `newest`.

    `reprinted` maps a candidate's start to the earlier claim that it reprints.
    """

    def elsewhere(ids: Set[int]) -> Set[int]:
        return speakers.claims_only_elsewhere(db, ids, [article_id])

    @cache  # a few people say most of what an article holds
    def filed_under(name: str | None, kind: ClaimantKind) -> int | None:
        return None if name is None else claimants.get_or_add(db, name, kind)

    asked = {_repeat_key(one): one for one in run}
    repeated = repeating.exact_matches(
        db, [(one.wording(), one.matches) for one in asked.values()], elsewhere
    )
    standing = dict(zip(asked, repeated, strict=True))
    for candidate in run:
        if again := reprinted[candidate.found.start]:
            named = again.claimant_id is not None
            found = candidate.found if named else replace(candidate.found, speaker_as_written=None)
            yield Proposal(found, again.claim_id, candidate.words, again.claimant_id)
            continue
        said = _repeat_key(candidate)
        own_id = standing[said] or additions.repeated_by(candidate.wording(), elsewhere)
        if own_id is None:
            own_id = newest = newest + 1
            additions.add(candidate.filed_as(own_id))
        standing[said] = own_id
        claimant_id = filed_under(candidate.claimant, naming.claimant_kind(candidate.found))
        yield Proposal(candidate.found, own_id, candidate.words, claimant_id)
