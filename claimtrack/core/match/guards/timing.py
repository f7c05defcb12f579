"""Guards on when it is: another year, month, day or part of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.dates import PARTS, parts_of_year
from claimtrack.core.match.reading.phrases import phrase_after
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.words.terms import side_by_side, wording

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


def years_differ(a: Reading, b: Reading) -> str | None:
    """Both name a year, and not the same year."""
    ours, theirs = a.years - b.years, b.years - a.years
    return f"other year: {min(ours)} / {min(theirs)}" if ours and theirs else None


def dates_differ(a: Reading, b: Reading) -> str | None:
    """Both name a day, a weekday or a month, and not the same one."""
    if a.weekdays and b.weekdays and not a.weekdays & b.weekdays:
        return "other weekday"
    if all(len(r.months) > 1 or not PARTS.isdisjoint(r.vocabulary) for r in (a, b)):
        ours, theirs = parts_of_year(a.words), parts_of_year(b.words)
        if ours and theirs and ours.isdisjoint(theirs):
            return "other part of the year"
    if a.months and b.months and not a.months & b.months:
        return "other month"
    if a.days - b.days and b.days - a.days:
        return f"other day: {min(a.days - b.days)} / {min(b.days - a.days)}"
    return None


_TOLD = 3
"""Words from "before" on that are told."""


def before_or_after(a: Reading, b: Reading) -> str | None:
    """What the one says was before something, the other says was after the same: "before the vote", "only after the election"."""
    if a.negators or b.negators:
        return None
    for one, other in ((a, b), (b, a)):
        if (
            "before" not in one.vocabulary - other.vocabulary
            or "after" not in other.vocabulary - one.vocabulary
        ):
            continue
        ours, theirs = _behind(one, "before"), _behind(other, "after")
        same = _said(ours, theirs)
        if (
            same
            and not _moved(ours, same, other, theirs)
            and not _moved(theirs, _said(theirs, ours), one, ours)
        ):
            told = (
                r.tokens[r.words.index(mark) :][:_TOLD] for r, mark in ((one, "before"), (other, "after"))
            )
            said = [wording(some) for some in told]
            return f"opposite: {side_by_side(said, turned=one is not a)}"
    return None


def _behind(reading: Reading, word: str) -> frozenset[str]:
    terms = phrase_after(reading, reading.words.index(word))
    return frozenset(term for term in terms if term[0] != "#")


def _said(terms: frozenset[str], others: frozenset[str]) -> set[str]:
    return {term for term in terms if _meant(term, others)}


def _meant(term: str, others: frozenset[str]) -> bool:
    """Whether a term is among some, in this or another word."""
    return term in others or any(not meanings(term).isdisjoint(meanings(one)) for one in others)


def _moved(terms: frozenset[str], same: set[str], other: Reading, behind: frozenset[str]) -> bool:
    """Whether what else stands behind the one word stands elsewhere in the other: then it is told from the other end."""
    return any(_meant(term, other.terms - behind) for term in terms - same)
