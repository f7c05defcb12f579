"""Errors in the words of a page: what they would have a person type, a page has a link or a form for."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING

from claimtrack.core.model import Status, Suggestion
from claimtrack.core.verdicts import told_rating

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.core.model import Match
    from claimtrack.workflow.adding import Added, NewClaim
    from claimtrack.workflow.articles.proposing import Filed
    from claimtrack.workflow.editing import Edited
    from claimtrack.workflow.triage import Decided

_ANEW = r"with “Judge it anew” on the page of claim \1"
_COMMANDS = (
    (r",? as in `claimtrack [^`]*`", ""),
    (r",? or read the whole text with `claimtrack ingest`", ""),
    (r" \(`claimtrack review [^`]*`\)", ""),
    (r"\(`claimtrack status [^`]*`\)", "(on its page)"),
    (r"`claimtrack list` shows the ids there are", "“All claims” above shows those there are"),
    (
        r"`claimtrack export csv (?:reviews|evidence|appearances)` shows the ids there are(?:, as article_id)?",
        "the page of its claim shows those there are",
    ),
    (
        r"`claimtrack show` with --format json shows those of a claim",
        "the page of its claim shows those there are",
    ),
    (r"`claimtrack intervention list` shows them", "the page of its claim shows them"),
    (r"`claimtrack show \d+` shows those it has", "its page shows those it has"),
    (r"`claimtrack duplicates` shows those that wait", "“Duplicates” above shows those that wait"),
    (r"`claimtrack judge (\d+) \d+ [^`]*`", rf"{_ANEW}"),
    (r"`claimtrack undo (\d+) \d+` takes that back", rf"{_ANEW} that is taken back"),
    (r"`claimtrack undo (\d+) \d+`", rf"{_ANEW}"),
    (r" \(`claimtrack serve`\)", ""),
    (r", and so is what scores under --min-score", ""),
    (r", give it to `claimtrack add`, or name an extractor that reads the language \(`--extractor llm`\)",
     ", or file it as a claim"),
    (r"Then ingest it with the --date of that day, after the newer version's, or from standard input",
     "Then bring it in with the date of that day, after the newer version's"),
    (r"Then ingest it again with --version-of (\d+)",
     r"Then bring it in again, as a new version of article \1 (the last field)"),
    (r"Then ingest the newer text once more", "Then bring in the newer text once more"),
    (r": give a source with an article's text in it", ": give one with an article's text in it"),
    # What pages cannot do is done by whoever has the desk's file.
    (r"`((?:claimtrack|sqlite-utils) [^`]*)`", r"“\1” in a terminal"),
)  # fmt: skip

_RESEMBLED = 3
"""Claims that the message names; the page has all."""
_MAY = {
    Suggestion.DUPLICATE: "say the same as",
    Suggestion.CONFLICT: "contradict",
    Suggestion.RELATED: "be about the same as",
}
_NOT_SEEN = "Where it was said is not recorded, so it does not count as seen until it is, on its page."


def told_of_spelling(edited: Edited | Decided) -> str:
    """That an edit spelt a name otherwise on other claims, too, with a blank before it; nothing where it did not."""
    told = f" The name is spelt so on all {edited.respelt:,} claims that are filed under it."
    return told if edited.respelt > 1 else ""


def told_of_filed(added: Added, new: NewClaim) -> Iterator[str]:
    """What became of a claim that was filed by hand: a sentence each."""
    if added.is_new:
        yield "Filed."
        yield from _resembled(added.matches)
    else:
        words = " in other words" if added.other_words else ""
        same = f"The desk holds it already: this claim says the same{words}"
        yield (
            f"{same}, and another occasion of it was added."
            if added.is_recorded
            else f"{same}; nothing was added."
        )
        yield from _kept(added)
    if not new.source:
        yield (
            _NOT_SEEN
            if added.is_new
            else "Where it was said this time was not told: file it again with that."
        )


def told_of_marked(filed: Filed, status: Status) -> Iterator[str]:
    """What became of words of an article that were marked as a claim: a sentence each."""
    if filed.is_new:
        yield f"Proposed as claim {filed.claim_id}."
        yield from _resembled(filed.matches)
    else:
        yield f"The desk holds it already: claim {filed.claim_id} has another appearance."
        if status is Status.REJECTED:
            yield "It was rejected."


def told_of_said_again(added: Added) -> Iterator[str]:
    """What became of a claim that was said again: a sentence each."""
    if added.is_recorded:
        yield "That it was said again is recorded."
        if added.other_words:
            yield "The words of this time are kept in a note."
    else:
        yield "The desk holds all of this already: nothing was added."
    if added.differences:
        yield f"What differs in these words: {'; '.join(added.differences)}. If that is another claim, undo this and file it."
    yield from _kept(added)


def _resembled(matches: Sequence[Match]) -> Iterator[str]:
    told: dict[Suggestion, list[str]] = {}
    for match in matches[:_RESEMBLED]:
        told.setdefault(match.suggestion, []).append(_told(match))
    for suggestion, some in told.items():
        yield f"It may {_MAY[suggestion]} {'; '.join(some)}."


def _told(match: Match) -> str:
    rated = f", rated {rating}" if (rating := told_rating(asdict(match))) else ""
    differs = f" ({'; '.join(match.differences)})" if match.differences else ""
    return f"claim {match.claim_id}{rated}{differs}"


def _kept(added: Added) -> Iterator[str]:
    if added.status is Status.REJECTED:
        yield "It was rejected."
    if added.new_claimant:
        yield f"It named nobody: it is {added.new_claimant}'s from now on."
    if added.unnamed_on:
        yield f"It still names nobody, for who said it on {added.unnamed_on} was not told."
    if added.kept_claimant:
        yield f"It keeps its claimant, {added.kept_claimant}."


def told_of_others(edited: Edited | Decided) -> list[str]:
    """Which other claims an edit may have made one with the claim, or another than it: a clause each."""
    told = []
    if edited.same_as:
        told.append(f"It is judged the same as {_named(edited.same_as)}: look whether that still holds")
    if edited.repeats:
        told.append(f"It says the same as {_named(edited.repeats)} now: judge whether they are one")
    return told


def _named(claim_ids: Sequence[int]) -> str:
    more = f" and {len(claim_ids) - 5:,} more" if len(claim_ids) > 5 else ""
    return f"claim{'s' * (len(claim_ids) > 1)} {', '.join(map(str, claim_ids[:5]))}{more}"


def on_page(message: str) -> str:
    """The message as a page tells it."""
    for command, words in _COMMANDS:
        message = re.sub(command, words, message)
    return message
