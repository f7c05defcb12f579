"""Messages on pages about operations and errors; the steps that a message recommends are worded in `core/steps.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from claimtrack.core import steps
from claimtrack.core.desk.verdicts import format_rating
from claimtrack.core.model import SET_ASIDE, Match, Status, Suggestion
from claimtrack.core.texts.printable import humanise_name
from claimtrack.workflow.adding import describe_speakers

if TYPE_CHECKING:
    from claimtrack.workflow.adding import Added, NewClaim
    from claimtrack.workflow.articles.proposing import Filed

_TWO_WORD_STATUSES = re.compile(rf"\b({'|'.join(word for word in Status if '_' in word)})\b")
_MAX_MATCHES = 3
"""Claims to name in the message; the page lists all."""
_RELATIONS = {
    Suggestion.DUPLICATE: "say the same as",
    Suggestion.CONFLICT: "contradict",
    Suggestion.RELATED: "be about the same as",
}
_NO_PLACE = (
    "Where it was said is not recorded, so it does not count as seen yet. You can add that on its page."
)


def describe_filed(added: Added, new: NewClaim) -> Iterator[str]:
    """Sentences about a claim filed by hand."""
    if added.is_new:
        yield "Filed."
        yield from _describe_matches(added.matches)
    else:
        words = " in other words" if added.other_words else ""
        same = f"The desk already has it: this claim says the same{words}"
        yield (
            f"{same}. Another time it was said was recorded."
            if added.is_recorded
            else f"{same}. Nothing was added."
        )
        yield from _describe_set_aside(added.status)
    yield from map(page_text, describe_speakers(added, new))
    if not new.source:
        yield (
            _NO_PLACE
            if added.is_new
            else "Where it was said this time is not recorded: file it again with that."
        )


def describe_marked(filed: Filed, status: Status) -> Iterator[str]:
    """Sentences about words of an article marked as a claim."""
    if filed.is_new:
        yield f"Proposed as claim {filed.claim_id}."
        yield from _describe_matches(filed.matches)
    else:
        yield f"The desk already has it: claim {filed.claim_id} now has another appearance."
        yield from _describe_set_aside(status)


def describe_repeat(added: Added, new: NewClaim) -> Iterator[str]:
    """Sentences about another time a claim was said."""
    if added.is_recorded:
        yield "Recorded."
        if added.other_words:
            yield "The words used this time are kept in a note."
    else:
        yield "The desk already has all of this: nothing was added."
    if added.differences:
        yield f"These words differ: {'; '.join(added.differences)}. If that makes it another claim, undo this and file it."
    yield from _describe_set_aside(added.status)
    yield from map(page_text, describe_speakers(added, new))


def _describe_matches(matches: Sequence[Match]) -> Iterator[str]:
    by_suggestion: dict[Suggestion, list[str]] = {}
    for match in matches[:_MAX_MATCHES]:
        by_suggestion.setdefault(match.suggestion, []).append(_describe_match(match))
    for suggestion, claims in by_suggestion.items():
        yield f"It may {_RELATIONS[suggestion]} {'; '.join(claims)}."


def _describe_match(match: Match) -> str:
    rated = f", rated {rating}" if (rating := format_rating(asdict(match))) else ""
    differs = f" ({'; '.join(match.differences)})" if match.differences else ""
    return f"claim {match.claim_id}{rated}{differs}"


def _describe_set_aside(status: Status) -> Iterator[str]:
    """Say that nobody checks the claim on the desk that was said again."""
    if status in SET_ASIDE:
        yield f"That claim {'was rejected' if status is Status.REJECTED else 'is parked'}."


def page_text(message: str | Exception) -> str:
    """Word a message or an error for a page: steps and the names that programs use, in plain words."""
    words: str = message if isinstance(message, str) else getattr(message, "words", str(message))
    # A form shows the field's label, not its name.
    labelled = re.sub(r"^\w+ is missing: ", "missing: ", steps.page_text(words))
    return _TWO_WORD_STATUSES.sub(lambda found: humanise_name(found[0]), labelled)


def page_sentence(error: str | Exception) -> str:
    """Word a message or an error as a sentence of its own for a page, keeping a field name at its beginning ("claims: ...")."""
    message = page_text(error)
    if not message.endswith((".", "?", "!")):
        message += "."
    begins_with_word = re.match(r"missing: |[a-z]+,? ", message)
    return message[0].upper() + message[1:] if begins_with_word else message
