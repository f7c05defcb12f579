"""Errors in the words of a page: what they would have a person type, a page has a link or a form for."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING

from claimtrack.core.desk.verdicts import told_rating
from claimtrack.core.model import Status, Suggestion
from claimtrack.core.texts.printable import in_words, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.core.model import Match
    from claimtrack.workflow.adding import Added, NewClaim
    from claimtrack.workflow.articles.proposing import Filed
    from claimtrack.workflow.editing import Edited
    from claimtrack.workflow.triage import Decided

_ANEW = r"with “Judge again” on the page of claim \1"
_COMMANDS = (
    # A page has a label there, and no name for programs.
    (r"^\w+ is missing: ", "missing: "),
    (r",? as in `claimtrack [^`]*`", ""),
    (r" with `claimtrack review publish \d+ [^`]*`", ""),
    (r"To change it: `claimtrack link [^`]*`", "To change it, use “Change” beside it"),
    (r",? or read the whole text with `claimtrack (?:ingest|check)`", ""),
    (r" \(`claimtrack review [^`]*`\)", ""),
    (r"\(`claimtrack status [^`]*`\)", "(on its page)"),
    (r"`claimtrack ingest --links` files links and footnotes as evidence",
     "To file links and footnotes as evidence, bring it in again with that ticked"),
    (r": `claimtrack (?:(?:tags|outlets) list|list --assignee [^`]*)` (?:shows|lists) all(?: of theirs)?", ""),
    (r"To use it again: `claimtrack (?:tags|outlets) forget [^`]*`", "To use it again, forget that with × in the list"),
    (r"see `claimtrack list`", "see “All claims” above"),
    (r"see `claimtrack articles`", "see “Articles” above"),
    (r"`claimtrack import list` shows what can be undone", "“Bring in an article” lists what you can undo"),
    (r"see `claimtrack export csv (?:evidence|appearances)`|see `claimtrack review list --all`", "the page of its claim lists them"),
    (r"`claimtrack show ID --format json` lists those of a claim", "the page of its claim lists them"),
    (r"see `claimtrack intervention list`", "see the page of its claim"),
    (r"`claimtrack show \d+` lists its tags", "its page lists them"),
    (r"`claimtrack duplicates` lists those waiting for a judgement", "see “Duplicates” above"),
    (r"`claimtrack judge (\d+) \d+ [^`]*`", rf"{_ANEW}"),
    (r"`claimtrack undo (\d+) \d+` takes that back", rf"take that back {_ANEW}"),
    (r"`claimtrack undo (\d+) \d+`", rf"{_ANEW}"),
    (r" \(`claimtrack serve`\)", ""),
    (r"text without spaces, and claims scoring under --min-score", "and text without spaces"),
    (r", add them with `claimtrack add`, or use an extractor that reads the language \(`--extractor llm`\)",
     ", or file them as claims"),
    (r"ingest it with a --date after the newer version's, or from standard input",
     "bring it in with a date after the newer version's"),
    (r"ingest it again with --version-of (\d+), to see",
     r"bring it in again as a new version of article \1 (the last field), to see"),
    (r"ingest the newer text again", "bring in the newer text again"),
    (r"run `pip install '(claimtrack\[\w+\])'` to read it, or", r"ask whoever runs the desk to install \1, or"),
    (r", for example with `(?:pdftotext|ocrmypdf)`", ""),
    (r"give it as --db, and an article as the source", "choose a text instead"),
    (r"give a source that has an article's text", "choose one that has text"),
    (r"ingest the page it links to", "save the page it links to, and choose that"),
    (r"\bingest (that|those|its|the result)\b", r"choose \1"),
    (rf"\b({'|'.join(word for word in Status if '_' in word)})\b", lambda found: in_words(found[1])),
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
_NOT_SEEN = (
    "Where it was said is not recorded, so it does not count as seen yet. You can add that on its page."
)


def told_of_spelling(edited: Edited | Decided) -> str:
    """That an edit spelt a name otherwise on other claims, too, with a blank before it; nothing where it did not."""
    told = f" The new spelling applies to all {edited.respelt:,} claims filed under this name."
    return told if edited.respelt > 1 else ""


def told_of_filed(added: Added, new: NewClaim) -> Iterator[str]:
    """What became of a claim that was filed by hand: a sentence each."""
    if added.is_new:
        yield "Filed."
        yield from _resembled(added.matches)
    else:
        words = " in other words" if added.other_words else ""
        same = f"The desk already has it: this claim says the same{words}"
        yield (
            f"{same}. Another time it was said was recorded."
            if added.is_recorded
            else f"{same}. Nothing was added."
        )
        yield from _kept(added)
    if not new.source:
        yield (
            _NOT_SEEN
            if added.is_new
            else "Where it was said this time is not recorded: file it again with that."
        )


def told_of_marked(filed: Filed, status: Status) -> Iterator[str]:
    """What became of words of an article that were marked as a claim: a sentence each."""
    if filed.is_new:
        yield f"Proposed as claim {filed.claim_id}."
        yield from _resembled(filed.matches)
    else:
        yield f"The desk already has it: claim {filed.claim_id} now has another appearance."
        if status is Status.REJECTED:
            yield "That claim was rejected."


def told_of_said_again(added: Added) -> Iterator[str]:
    """What became of a claim that was said again: a sentence each."""
    if added.is_recorded:
        yield "Recorded."
        if added.other_words:
            yield "The words used this time are kept in a note."
    else:
        yield "The desk already has all of this: nothing was added."
    if added.differences:
        yield f"These words differ: {'; '.join(added.differences)}. If that makes it another claim, undo this and file it."
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
        yield "That claim was rejected."
    if added.new_claimant:
        yield f"It had no claimant. It is now {added.new_claimant}."
    if added.unnamed_on:
        yield f"It still has no claimant, because nobody recorded who said it on {added.unnamed_on}."
    if added.kept_claimant:
        yield f"It keeps its claimant, {added.kept_claimant}."


def told_of_others(edited: Edited | Decided) -> list[str]:
    """Which other claims an edit may have made one with the claim, or another than it: a clause each."""
    told = []
    if edited.same_as:
        told.append(
            f"It was judged the same as {numbered('claim', edited.same_as)}: check whether that is still true"
        )
    if edited.repeats:
        told.append(
            f"It now says the same as {numbered('claim', edited.repeats)}: judge whether they are the same claim"
        )
    return told


def without_command(message: str) -> str:
    """The message without the command line's remedy: the page has a form for it."""
    return message.split(": ")[0] if "`" in message else message


def on_page(message: str) -> str:
    """The message as a page tells it."""
    for command, words in _COMMANDS:
        message = re.sub(command, words, message)
    return message


def sentence_on_page(error: Exception) -> str:
    """What went wrong as a page tells it where it stands alone: a sentence, but for a name at its beginning ("claims: ...")."""
    message = on_page(str(error))
    if not message.endswith((".", "?", "!")):
        message += "."
    begins_with_word = re.match(r"missing: |[a-z]+,? ", message)
    return message[0].upper() + message[1:] if begins_with_word else message
