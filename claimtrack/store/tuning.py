"""The settings in force: the desk's own thresholds, weights and points, or the shipped ones."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from math import isfinite
from typing import Any

from sqlite_utils import Database

from claimtrack.core.errors import DatabaseError
from claimtrack.core.match import DEFAULT_THRESHOLDS, SCORER, MatchTuning, Thresholds
from claimtrack.core.model import TunedPart
from claimtrack.store import rows


@dataclass(frozen=True, slots=True)
class ExtractTuning:
    """How sentences are ranked; None as `points` means the shipped ones, None as `version` that nothing is tuned."""

    threshold: float
    points: Mapping[str, int] | None = None
    version: int | None = None


def load_matching(db: Database) -> MatchTuning:
    """Return the settings in force for look-ups."""
    row = _in_force(db, TunedPart.MATCHING, SCORER)
    if row is None:
        return MatchTuning()
    version, parameters = row
    thresholds: Any = parameters.get("thresholds")
    weights = parameters.get("weights")
    _require(TunedPart.MATCHING, _are_numbers(thresholds, asdict(DEFAULT_THRESHOLDS)))
    _require(TunedPart.MATCHING, 0 <= thresholds["related"] <= thresholds["duplicate"] <= 1)
    _require(TunedPart.MATCHING, weights is None or (_are_numbers(weights, weights) and "bias" in weights))
    return MatchTuning(Thresholds(**thresholds), weights, version)


def load_extraction(db: Database) -> ExtractTuning:
    """Return the settings in force for ingest."""
    # Imported here, because a look-up does not need the extractor, which is slow to import.
    from claimtrack.core.extract import DEFAULT_THRESHOLD, EXTRACTOR

    row = _in_force(db, TunedPart.EXTRACTION, EXTRACTOR)
    if row is None:
        return ExtractTuning(DEFAULT_THRESHOLD)
    version, parameters = row
    threshold: Any = parameters.get("threshold")
    points = parameters.get("points")
    _require(TunedPart.EXTRACTION, _are_numbers({"": threshold}, [""]))
    _require(TunedPart.EXTRACTION, points is None or _are_numbers(points, points))
    return ExtractTuning(threshold, points, version)


def _require(part: TunedPart, holds: bool) -> None:
    """Raise DatabaseError if the stored settings are invalid, as another program may have left them."""
    if not holds:
        raise DatabaseError(
            f"the settings from `tune` for {part.value} cannot be read: `claimtrack tune --reset` goes back to the shipped ones"
        )


def _are_numbers(found: Any, names: Iterable[str]) -> bool:
    """Whether `found` maps exactly these names to finite numbers."""
    return (
        isinstance(found, dict)
        and found.keys() == set(names)
        and all(isinstance(value, int | float) and isfinite(value) for value in found.values())
    )


def store_matching(db: Database, tuning: MatchTuning, figures: dict[str, Any]) -> int:
    """Store thresholds and weights as a new version in force and return its id."""
    parameters = {"thresholds": asdict(tuning.thresholds), "weights": tuning.weights and dict(tuning.weights)}
    return _store(db, TunedPart.MATCHING, SCORER, parameters, figures)


def store_extraction(db: Database, tuning: ExtractTuning, figures: dict[str, Any]) -> int:
    """Store points and threshold as a new version in force and return its id."""
    from claimtrack.core.extract import EXTRACTOR

    parameters = {"points": tuning.points and dict(tuning.points), "threshold": tuning.threshold}
    return _store(db, TunedPart.EXTRACTION, EXTRACTOR, parameters, figures)


def reset(db: Database, part: TunedPart) -> bool:
    """Go back to the shipped settings and return whether others were in force. The versions are kept."""
    sql = "update tunings set in_force = 0 where part = ? and in_force = 1"
    return rows.execute(db, sql, [part]).rowcount > 0


def outdated_versions(db: Database) -> dict[TunedPart, int]:
    """Return the versions in force that are ignored, because they were fitted to another scorer or extractor."""
    from claimtrack.core.extract import EXTRACTOR

    current = {TunedPart.MATCHING: SCORER, TunedPart.EXTRACTION: EXTRACTOR}
    in_force = db.execute("select part, id, fitted_to from tunings where in_force = 1")
    return {
        TunedPart(part): version
        for part, version, fitted_to in in_force
        if fitted_to != current[TunedPart(part)]
    }


def _in_force(db: Database, part: TunedPart, fitted_to: str) -> tuple[int, dict[str, Any]] | None:
    """Return the version in force and its parameters; None if there is none, or it was fitted to another scorer or extractor."""
    sql = "select id, parameters from tunings where part = ? and in_force = 1 and fitted_to = ?"
    row = db.execute(sql, [part, fitted_to]).fetchone()
    return None if row is None else (row[0], json.loads(row[1]))


def _store(
    db: Database, part: TunedPart, fitted_to: str, parameters: dict[str, Any], figures: dict[str, Any]
) -> int:
    reset(db, part)
    told = {"parameters": json.dumps(parameters), "figures": json.dumps(figures)}
    return rows.insert(db, "tunings", {"part": part, "fitted_to": fitted_to, **told})
