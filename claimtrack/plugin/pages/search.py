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
from claimtrack.plugin.wording import on_page
from claimtrack.store.file.errors import translated
from claimtrack.store.searching import search, search_some
from claimtrack.store.views import claims_by_id
from claimtrack.workflow.matching.matching import filter_by_score, look_up, related_threshold

if TYPE_CHECKING:
    from sqlite_utils import Database

_SHOWN = 100
_SOME = 5
_A_SENTENCE = 4
"""Words from which on what is typed, which Chinese does not part, is looked up as a sentence, too: the desk may have it in other words."""


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """The best claims for the words that were typed, whether there are more, and which the words say again, as `claimtrack match` tells it."""
    query = visit.arg("q") or ""
    found = search(db, query, limit=_SHOWN + 1) if query else []
    context = {
        "query": query,
        "numbered": _numbered(db, query),
        "claims": found[:_SHOWN],
        "some": [] if found else search_some(db, query, limit=_SOME),
        "more": len(found) > _SHOWN,
        "matches": [],
        "unmatched": None,
    }
    if max(len(query.split()), count_words(query)) < _A_SENTENCE:
        return context
    try:
        with translated():
            return context | {"matches": _said_again(db, query)}
    except DatabaseError as error:  # a damaged match index or tuning, neither of which the words need
        return context | {"unmatched": on_page(error)}


def _numbered(db: Database, query: str) -> dict[str, Any] | None:
    """The claim whose number was typed, as in "12", "#12" or "claim 12"."""
    number = re.fullmatch(r"(?:claim\s+)?#?([0-9]{1,18})", query, re.IGNORECASE)
    return claims_by_id(db, [int(number[1])]).get(int(number[1])) if number else None


def _said_again(db: Database, sentence: str) -> list[dict[str, Any]]:
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
