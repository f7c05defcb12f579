"""Tuning: fits the matcher and the extractor to the desk's own decisions, and puts the result in force or resets it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlite_utils import Database

from claimtrack.core.advancing import Advance, tell_nobody
from claimtrack.core.match import MatchTuning
from claimtrack.core.model import Judgement, Status, TunedPart
from claimtrack.core.tuning import (
    ExtractReport,
    JudgedPair,
    MatchReport,
    TriagedSentence,
    examine_pairs,
    examine_sentences,
)
from claimtrack.store import appearances, matches, tuning
from claimtrack.store.file.database import write_transaction
from claimtrack.store.index.lookups import DeskMatcher
from claimtrack.store.tuning import ExtractTuning


@dataclass(frozen=True, slots=True)
class TuningReport:
    """The result of fitting to the desk's decisions, and the settings in force.

    `set_aside` are versions fitted to a scorer or extractor of an earlier claimtrack: the shipped settings apply instead.
    """

    matching: MatchReport
    matching_in_force: MatchTuning
    extraction: ExtractReport
    extraction_in_force: ExtractTuning
    set_aside: dict[TunedPart, int]

    def row(self) -> dict[str, Any]:
        """The report as JSON."""
        return {
            "matching": {**asdict(self.matching), "in_force": asdict(self.matching_in_force)},
            "extraction": {**asdict(self.extraction), "in_force": asdict(self.extraction_in_force)},
            "set_aside": dict(self.set_aside),
        }


def examine(db: Database, progress: Advance = tell_nobody) -> TuningReport:
    """Measure matcher and extractor on the desk's judgements and triage decisions. Reads only; `progress` is of the judged pairs.

    A pair judged "unsure" teaches nothing. A proposed claim counts as worth checking when it has left
    triage for anything but "rejected".
    """
    pairs = [
        JudgedPair(left, right, judgement is Judgement.SAME)
        for left, right, judgement in matches.judged_pairs(db)
        if judgement is not Judgement.UNSURE
    ]
    sentences = [
        TriagedSentence(words, kind, status is not Status.REJECTED, source)
        for words, kind, source, status in appearances.triaged_quotes(db)
    ]
    matcher, ranking = DeskMatcher.of(db), tuning.load_extraction(db)
    return TuningReport(
        matching=examine_pairs(pairs, matcher, progress),
        matching_in_force=matcher.tuned,
        extraction=examine_sentences(sentences, ranking.points),
        extraction_in_force=ranking,
        set_aside=tuning.outdated_versions(db),
    )


def apply(db: Database, report: TuningReport, *, actor: str | None) -> dict[TunedPart, int]:
    """Put the better settings of a report in force, each part as a new version; return the versions by part.

    A part without enough decisions, or for which the settings shipped or in force already are best, stays as it is.
    """
    versions = {}
    with write_transaction(db, actor):
        if report.matching.changes_anything:
            settings = MatchTuning(report.matching.thresholds, report.matching.weights)
            if replace(tuning.load_matching(db), version=None) != settings:
                versions[TunedPart.MATCHING] = tuning.store_matching(db, settings, asdict(report.matching))
        if report.extraction.changes_anything:
            ranking = ExtractTuning(report.extraction.threshold, report.extraction.points)
            figures = asdict(report.extraction)
            if replace(tuning.load_extraction(db), version=None) != ranking:
                versions[TunedPart.EXTRACTION] = tuning.store_extraction(db, ranking, figures)
    return versions


def reset(db: Database, *, actor: str | None) -> list[TunedPart]:
    """Return to the shipped settings; return the parts that had others in force."""
    with write_transaction(db, actor):
        return [part for part in TunedPart if tuning.reset(db, part)]
