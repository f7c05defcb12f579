"""Who states the items of a list: "The review found:", "- Traces were misread"?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.reading import Span, split_letter_runs
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.draft import Draft

_LAST_VERB = expression(r"([a-z]+)(?<!\bthat)(?: that)?$")
_COUNTED = expression(
    r"\b(?:found|finds|gave|gives|listed|lists|cited|cites|named|names|identified|identifies) (?:[a-z]+ )?(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+) (?:[a-z-]+ )?[a-z]+s\b"
)
"""A lead-in that counts what the list holds: "The review found two causes for the loss:"."""
_OF_US = expression(
    r"(?:[\w,]+ ){0,3}(?:[Ww]e|[Oo]ur)(?! (?:have |also |then |first )*(?:report(?:s|ed|ers?)|asked|wrote|contacted|approached)\b) (?:[a-z]+ ){0,2}[a-z]"
)
"""The start of an item in which an organisation refers to itself, below "The firm said it would make changes, including:"."""
_STOPS = tuple(".!?\"'")


def find_list_lead(plain: str, found: list[Draft]) -> Draft | None:
    """Find the final sentence of a paragraph that introduces a list of what its subject states: "The report says:"."""
    last = found[-1] if found else None
    if last is None or last.source is None:
        return None
    if not last.is_lead_in:
        return last if plain.startswith(":", last.span.end) else None
    words = plain[slice(*last.span)].rstrip(": ")
    verb = _LAST_VERB.search(words)
    is_lead = (
        words.startswith("According ")
        or _COUNTED.search(words) is not None
        or (verb is not None and verb[1] in lexicon.SPEECH_CUES)
    )
    return last if is_lead else None


def attribute_item(plain: str, item: Span, found: list[Draft], lead: Draft | None, *, marked: bool) -> bool:
    """Attribute an item to the source in the lead-in above the list; return whether it is an item.

    Items are `marked` by a bullet, or lack a full stop below a document that "says" them.
    """
    if lead is None or lead.source is None or any(draft.kind is not Kind.OUTLET for draft in found):
        return False
    if not lead.is_lead_in and not (marked or _OF_US.match(plain, *item)):
        return False
    words = set(split_letter_runs(plain[slice(*lead.source)].lower()))
    is_line = not plain.endswith(_STOPS, item.start, item.end) and not words.isdisjoint(nouns.DOCUMENTS)
    if not (marked or is_line or not lead.is_lead_in):
        return False
    for draft in found:
        draft.kind = Kind.INDIRECT if lead.is_lead_in or marked else Kind.DIRECT
        draft.source = lead.source
    return bool(found)
