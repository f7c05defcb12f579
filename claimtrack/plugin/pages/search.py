"""The search page: claims by their words or by what belongs to them, as `claimtrack search` finds them, and what a sentence repeats."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import DatabaseError
from claimtrack.core.match.contradicting import count_words
from claimtrack.core.model import Statement
from claimtrack.plugin.fields import Field
from claimtrack.plugin.visit import Page, Visit
from claimtrack.plugin.wording import page_text
from claimtrack.store.file.errors import translate_errors
from claimtrack.store.searching import search, search_any_word
from claimtrack.store.views import claims_by_id
from claimtrack.workflow.matching.matching import filter_by_score, look_up, related_threshold

if TYPE_CHECKING:
    from sqlite_utils import Database

_MAX_SHOWN = 100
_MAX_PARTIAL_MATCHES = 5
_MIN_SENTENCE = 4
"""Words from which on what is typed, which Chinese does not part, is looked up as a sentence, too: the desk may have it in other words."""


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """The best claims for the words that were typed, whether there are more, and which the words say again, as `claimtrack match` tells it."""
    query = visit.arg("q") or ""
    found = search(db, query, limit=_MAX_SHOWN + 1) if query else []
    context = {
        "query": query,
        "numbered": _find_by_number(db, query),
        "claims": found[:_MAX_SHOWN],
        "some": [] if found else search_any_word(db, query, limit=_MAX_PARTIAL_MATCHES),
        "more": len(found) > _MAX_SHOWN,
        "matches": [],
        "unmatched": None,
    }
    if max(len(query.split()), count_words(query)) < _MIN_SENTENCE:
        return context
    try:
        with translate_errors():
            return context | {"matches": _find_repeats(db, query)}
    except DatabaseError as error:  # a damaged match index or tuning, neither of which the words need
        return context | {"unmatched": page_text(error)}


def _find_by_number(db: Database, query: str) -> dict[str, Any] | None:
    """The claim whose number was typed, as in "12", "#12" or "claim 12"."""
    number = re.fullmatch(r"(?:claim\s+)?#?([0-9]{1,18})", query, re.IGNORECASE)
    return claims_by_id(db, [int(number[1])]).get(int(number[1])) if number else None


def _find_repeats(db: Database, sentence: str) -> list[dict[str, Any]]:
    return [
        asdict(match) for match in filter_by_score(look_up(db, Statement(sentence)), related_threshold(db))
    ]


PAGE = Page(
    "search",
    "claimtrack_search.html",
    "Claims by their words, speaker, tags, places, notes, links or our reviews, best first, and claims that a "
    "sentence may repeat",
    read,
    query=(
        Field(
            "q",
            "words from the claim, claimant, a tag, a place, a note, a link or our review, or the claim's number; put "
            "phrases in double quotes",
        ),
    ),
)
