"""Corrects what the desk knows about an article besides its text: so far, its language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.texts.languages import clean_language
from claimtrack.store import articles, versions
from claimtrack.store.history_ranges import write_step

if TYPE_CHECKING:
    from claimtrack.store.history_ranges import HistoryRange


@dataclass(frozen=True, slots=True)
class Described:
    """An article with the code of its language before and now, None if unknown, and the range of history."""

    article_id: int
    before: str | None
    language: str | None
    written: HistoryRange


def set_language(db: Database, article_id: int, language: str | None, *, actor: str | None) -> Described:
    """Set the language of all versions of an article, and so of their claims that have none of their own; None or "" if unknown.

    Raises NotFound, InvalidValue.
    """
    code = clean_language(language) if language else None
    with write_step(db, actor) as written:
        before = articles.get(db, article_id)["language"]
        versions.set_language(db, article_id, code)
        return Described(article_id, before, code, written())
