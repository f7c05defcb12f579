"""What was at a time, and what is now beside it: "in 1990 there were more", "there are fewer than in 1990"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.syntax.phrases import terms_between
from claimtrack.core.match.words.lexicon import words_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_WAS = words_of("was were had did")


def more_then_and_now(a: Reading, b: Reading) -> str | None:
    """One says that there was more at a time, the other that there is more now than there was then."""
    if not told_of_then_and_now(a, b):
        return None
    ours, theirs = a.poles.get("comparative", ()), b.poles.get("comparative", ())
    if not ours or not theirs or {p for p, _, _ in ours} != {p for p, _, _ in theirs}:
        return None
    one, other = (
        f"{r.words[at]} {'than then' * ('than' in r.vocabulary) or 'then'}"
        for r, ((_, _, at), *_) in ((a, ours), (b, theirs))
    )
    return f"opposite: {one} / {other}"


def told_of_then_and_now(a: Reading, b: Reading) -> bool:
    """Whether one compares now with a time at which the other tells what was: an opposite makes up for that."""
    if ("than" in a.vocabulary) == ("than" in b.vocabulary):
        return False
    comparing, past = (a, b) if "than" in a.vocabulary else (b, a)
    if _WAS.isdisjoint(past.vocabulary) or not (comparing.years or "ago" in comparing.vocabulary):
        return False
    behind = terms_between(comparing, comparing.words.index("than") + 1, len(comparing.words))
    return bool(behind) and behind <= past.terms
