"""What is in force: the desk's own thresholds, weights and points, or those that claimtrack ships."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import DatabaseError
from claimtrack.core.match import DEFAULT_THRESHOLDS, SCORER, Thresholds
from claimtrack.core.model import TunedPart
from claimtrack.store import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class MatchTuning:
    """How pairs are scored; `weights` None are the shipped ones. `version` is None for what is shipped."""

    thresholds: Thresholds = DEFAULT_THRESHOLDS
    weights: Mapping[str, float] | None = None
    version: int | None = None

    @property
    def scorer(self) -> str:
        """The name that a match keeps, so that scores of two versions are told apart."""
        return SCORER if self.version is None else f"{SCORER}, tuning {self.version}"


@dataclass(frozen=True, slots=True)
class ExtractTuning:
    """How sentences are ranked; `points` None are the shipped ones. `version` is None for what is shipped."""

    threshold: float
    points: Mapping[str, int] | None = None
    version: int | None = None


def load_matching(db: Database) -> MatchTuning:
    """What look-ups go by."""
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
    """What ingest goes by."""
    # Imported here: a look-up has no use for the extractor, and would wait for it.
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
    """Refuse what another program wrote into the row in force, and nobody can go by."""
    if not holds:
        raise DatabaseError(
            f"the settings from `tune` for {part.value} cannot be read: `claimtrack tune --reset` goes back to the shipped ones"
        )


def _are_numbers(found: Any, names: Iterable[str]) -> bool:
    """Whether these names and no others stand for a number each."""
    return (
        isinstance(found, dict)
        and found.keys() == set(names)
        and all(isinstance(value, int | float) and isfinite(value) for value in found.values())
    )


def store_matching(db: Database, tuning: MatchTuning, figures: dict[str, Any]) -> int:
    """Put thresholds and weights in force as a new version; its number."""
    parameters = {"thresholds": asdict(tuning.thresholds), "weights": tuning.weights and dict(tuning.weights)}
    return _store(db, TunedPart.MATCHING, SCORER, parameters, figures)


def store_extraction(db: Database, tuning: ExtractTuning, figures: dict[str, Any]) -> int:
    """Put points and threshold in force as a new version; its number."""
    from claimtrack.core.extract import EXTRACTOR

    parameters = {"points": tuning.points and dict(tuning.points), "threshold": tuning.threshold}
    return _store(db, TunedPart.EXTRACTION, EXTRACTOR, parameters, figures)


def reset(db: Database, part: TunedPart) -> bool:
    """Go back to what is shipped; whether anything else was in force. The versions stay as rows."""
    sql = "update tunings set in_force = 0 where part = ? and in_force = 1"
    return rows.execute(db, sql, [part]).rowcount > 0


def outdated_versions(db: Database) -> dict[TunedPart, int]:
    """The versions that are in force by name but were fitted to another scorer or extractor, and so do not count."""
    from claimtrack.core.extract import EXTRACTOR

    current = {TunedPart.MATCHING: SCORER, TunedPart.EXTRACTION: EXTRACTOR}
    in_force = db.execute("select part, id, fitted_to from tunings where in_force = 1")
    return {
        TunedPart(part): version
        for part, version, fitted_to in in_force
        if fitted_to != current[TunedPart(part)]
    }


def _in_force(db: Database, part: TunedPart, fitted_to: str) -> tuple[int, dict[str, Any]] | None:
    """The version in force and its parameters; one that was fitted to another scorer or extractor does not count."""
    sql = "select id, parameters from tunings where part = ? and in_force = 1 and fitted_to = ?"
    row = db.execute(sql, [part, fitted_to]).fetchone()
    return None if row is None else (row[0], json.loads(row[1]))


def _store(
    db: Database, part: TunedPart, fitted_to: str, parameters: dict[str, Any], figures: dict[str, Any]
) -> int:
    reset(db, part)
    told = {"parameters": json.dumps(parameters), "figures": json.dumps(figures)}
    return rows.insert(db, "tunings", {"part": part, "fitted_to": fitted_to, **told})
