"""Checks a draft that a person brings in, and words the results: the same on the command line and on pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Framing, Suggestion
from claimtrack.core.steps import terminal_only
from claimtrack.fetch import read_bytes
from claimtrack.store.index import derived
from claimtrack.workflow.checking import check_sentences

if TYPE_CHECKING:
    from claimtrack.fetch import Loaded
    from claimtrack.workflow.draft_repeats import Repeat

MAX_BYTES = 5_000_000
"""The largest file, the same as for an uploaded article."""
MAX_BYTES_OF_STRANGERS = 1_000_000
"""The largest file of a stranger on a public desk: some kinds of files take a second a megabyte before the check begins."""
MAX_TEXT = 200_000
"""The longest draft, in characters: about 33,000 words."""
SECONDS = 6.0
"""The time limit for a check in a browser, enough for some 20,000 words."""
SECONDS_FOR_STRANGERS = 1.0
"""The time limit for strangers on a public desk: a server answers few requests at once, and they must not block the desk's people."""

SECONDS_TO_READ = 15.0
"""The time limit for reading the file, of which a few bytes can take minutes; enough for a PDF of some two hundred pages."""
SECONDS_TO_READ_FOR_STRANGERS = 5.0

SHOWN = {Framing.ASSERTED: "", Framing.CALLED_FALSE: "called false", Framing.ASKED: "asked"}
"""The words for each framing."""

_MEANINGS = {
    Suggestion.DUPLICATE: "repeating a claim",
    Suggestion.CONFLICT: "with a fact changed",
    Suggestion.RELATED: "much like one",
}
_FRAMED = {
    Framing.CALLED_FALSE: "calling a claim false",
    Framing.ASKED: "asking about one",
}
_DOES = {
    Framing.ASSERTED: "repeats claim {}, which is rated {}",
    Framing.CALLED_FALSE: "calls claim {} (rated {}) false, so it is not counted as a repeat",
    Framing.ASKED: "asks about claim {} (rated {}), so it is not counted as a repeat",
}


@dataclass(slots=True)
class Checked:
    """The repeats in a draft. `told` are warnings about it; `unchecked` is where the check was broken off."""

    repeats: list[Repeat] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    unchecked: str | None = None


def check_handed(db: Database, data: bytes, name: str | None, *, is_stranger: bool = False) -> Checked:
    """Check a draft, a file of that name or a text without one, within the time limit. Reads only.

    Raises UnreadableSource if it has no text, InvalidValue for far too much of it, NotExtracted.
    """
    checked = Checked()
    if waiting := derived.explain_waiting(db):
        checked.told.append(f"{waiting}.")
    loaded = _load_draft(data, name, is_stranger=is_stranger)
    until = monotonic() + (SECONDS_FOR_STRANGERS if is_stranger else SECONDS)
    for one in loaded:
        checked.told += one.warnings
        for (start, end), repeats in check_sentences(db, one.article, written=one.written):
            if monotonic() > until:
                checked.unchecked = (one.article.text or "")[start:end]
                return checked
            checked.repeats += repeats
    return checked


def max_bytes(*, is_stranger: bool) -> int:
    """The size of the largest file that is read for somebody."""
    return MAX_BYTES_OF_STRANGERS if is_stranger else MAX_BYTES


def _load_draft(data: bytes, name: str | None, *, is_stranger: bool) -> list[Loaded]:
    most = max_bytes(is_stranger=is_stranger)
    if len(data) > most:
        raise InvalidValue(f"the draft is larger than {most // 10**6} MB: " + _IN_PARTS)
    seconds = SECONDS_TO_READ_FOR_STRANGERS if is_stranger else SECONDS_TO_READ
    found = read_bytes(data, name or "the draft", whole=True, seconds=seconds)
    length = sum(len(one.article.text or "") for one in found)
    if length > MAX_TEXT:
        raise InvalidValue(
            f"the draft has {length:,} characters, and the limit is {MAX_TEXT:,}: " + _IN_PARTS
        )
    return found


_IN_PARTS = "check it in parts" + terminal_only(", or read the whole text with ", "claimtrack check")


def summarise_repeats(repeats: Iterable[Repeat]) -> str:
    """A summary in a sentence or two: how many sentences repeat claims, in which way, and how many of the claims have a verdict."""
    repeats = list(repeats)
    # A sentence may be listed several times, such as with a conflict and a related claim: the first of _MEANINGS counts.
    least = sorted(repeats, key=lambda one: [*_MEANINGS].index(one.suggestion), reverse=True)
    found = Counter(_meaning(one) for one in {(one.start, one.sentence): one for one in least}.values())
    counts = [f"{found[what]} {what}" for what in (*_MEANINGS.values(), *_FRAMED.values()) if found[what]]
    if not counts:
        return "No sentence in the draft repeats a claim on the desk."
    rated = len({(one.start, one.sentence) for one in repeats if one.rating})
    verdicts = (
        f" {rated} of them {'matches' if rated == 1 else 'match'} a claim with a verdict." if rated else ""
    )
    return f"In the draft: {', '.join(counts)}.{verdicts}"


def describe_false_claim(repeat: Repeat) -> str | None:
    """How the sentence frames a claim that was rated false; None if it has none."""
    if not repeat.is_false_claim_named:
        return None
    rated = f"{repeat.rating} by {repeat.rated_by}" if repeat.rated_by else repeat.rating
    return _DOES[repeat.framing].format(repeat.claim_id, f"{rated}, held" if repeat.held_on else rated)


def _meaning(repeat: Repeat) -> str:
    """The category in which the summary counts a repeat."""
    return _FRAMED.get(repeat.framing) or _MEANINGS[repeat.suggestion]
