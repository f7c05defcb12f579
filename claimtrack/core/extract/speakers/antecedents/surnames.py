"""Surnames that are words for something else, too: "King said" in an article about Orla King."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.speakers.naming.known import is_known_alone, is_place
from claimtrack.core.extract.speakers.speaker import Speaker, somebody_called
from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.places import first_place
from claimtrack.core.extract.words.titles import are_many

if TYPE_CHECKING:
    from claimtrack.core.extract.speakers.speakers import Cast

_PEOPLE = nouns.PERSONS | nouns.TITLES


def bearer_of(cast: Cast, source: str) -> Speaker | None:
    """The person named in full before whose surname stands there alone; of a place or several things ("France", "Banks") only who was named last."""
    word = source.lower()
    full = cast.full_names.get(word)
    if not full or not full.endswith(f" {source}") or not 0 <= first_place(cast.text, full) < cast.at:
        return None
    if is_known_alone(word) or (are_many(word) and word[:-1] in _PEOPLE):
        return None  # "Democrats"
    may_be_other = is_place(source) or are_many(word)
    is_meant = not may_be_other or (cast.person is not None and cast.person.name == full)
    return somebody_called(full) if is_meant else None
