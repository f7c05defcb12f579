"""Which reasons for or against checking a claim are shown to a person, and what its flags warn of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimtrack.core.expressions import expression
from claimtrack.core.model import Flag

MAX_REASONS = 5
_POINTS = expression(r"[+-]\d{1,4}")

FLAG_MEANINGS: Mapping[str, str] = {
    Flag.GLUED_WORDS: "words run together",
    Flag.NO_QUOTES: "a quotation that lost its marks",
    Flag.UNRESOLVED_PRONOUN: "cannot be understood alone",
    Flag.FUTURE_PLAN: "not checkable yet",
    Flag.NON_ENGLISH: "not in English",
    Flag.FRAGMENT: "hardly a whole statement: a heading, a caption, a menu, a question, a cut sentence",
    Flag.MIXED_VOICES: "may include who says it, what somebody else says, or what the outlet adds",
    Flag.UNSURE_SPEAKER: "the rules found little to tell them who says it",
}
"""What each flag warns of, in a few words. Plug-ins may have flags of their own."""


def top_reasons(reasons: Iterable[str]) -> list[str]:
    """Return the reasons with the most points, for or against, highest first."""
    return sorted(reasons, key=_parse_points, reverse=True)[:MAX_REASONS]


def _parse_points(reason: str) -> int:
    """Return the points at the end of a reason ("a figure: +13" gives 13); 0 if a plug-in gave none."""
    points = reason.rpartition(" ")[2]
    return abs(int(points)) if _POINTS.fullmatch(points) else 0
