"""Explains why no claim meets a filter: what it names is unknown to the desk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.core.model import ReviewStatus
from claimtrack.core.texts.languages import base_language, language_name
from claimtrack.core.texts.printable import list_some, plural, shell_command

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.store.views import ClaimFilter

_MAX_SUGGESTIONS = 12
"""Most existing names to list when one is unknown."""


def explain_no_results(db: Database, criteria: ClaimFilter) -> str:
    """Explain an empty result: a claimant, article, tag, rating, flag or assignee unknown to the desk, with similar or existing names."""
    from claimtrack.store import articles, claimants, names

    name = criteria.claimant
    if name and claimants.find(db, name) is None:
        near = names.find_similar(db, name)
        told = f". Similar names: {', '.join(map(repr, near))}" if near else ""
        return f" No speaker is called {name[:80]!r}{told}."
    if criteria.article_id is not None and not articles.names(db, [criteria.article_id]):
        return f" There is no article {criteria.article_id}: see `claimtrack articles`."
    if criteria.rating and (hint := _held_hint(db, criteria.rating)):
        return hint
    for what, given, known in _named_criteria(db, criteria):
        if given.casefold() not in {one.casefold() for one in known}:
            return f" {what} {given[:80]!r}. Available: {list_some(map(repr, known), _MAX_SUGGESTIONS) or 'none'}."
    return _draft_hint(db, criteria.rating) if criteria.rating else ""


def _held_hint(db: Database, rating: str) -> str:
    """How to find claims by a rating as lists print it: “False, held” is no rating of its own."""
    from claimtrack.store import views

    label, comma, after = rating.rpartition(",")
    is_held = comma and after.strip().casefold() == "held"
    known = {one.casefold(): one for one in views.list_known(db, views.KnownNames.RATING)}
    if not is_held or rating.casefold() in known or label.strip().casefold() not in known:
        return ""
    command = shell_command("claimtrack", "list", "--rating", known[label.strip().casefold()])
    return f" A verdict that is held keeps its rating: `{command}`. `claimtrack review doubts` lists those that are held."


def _draft_hint(db: Database, rating: str) -> str:
    """The number of reviews not yet approved that have the rating."""
    from claimtrack.store.reviews import reviews

    given = [one["rating"] or "" for one in reviews.list_queue(db) if one["status"] != ReviewStatus.APPROVED]
    count = [one.casefold() for one in given].count(rating.casefold())
    return f" {plural(count, 'review')} not approved yet: see `claimtrack review list`." if count else ""


def _named_criteria(db: Database, criteria: ClaimFilter) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each name in the filter with the names that exist on the desk."""
    from claimtrack.core.sheets.own_columns import is_own_column
    from claimtrack.store import own_columns, views

    for tag in criteria.tags:
        begun = [f"{name}:" for name in own_columns.names(db)] if is_own_column(tag) else []
        yield "No claim has the tag", tag, [*begun, *views.list_known(db, views.KnownNames.TAG)]
    if criteria.rating:
        yield "There is no rating", criteria.rating, views.list_known(db, views.KnownNames.RATING)
    if criteria.flag:
        yield "No claim has the flag", criteria.flag, views.list_known(db, views.KnownNames.FLAG)
    in_language = views.ClaimFilter(language=criteria.language)
    if criteria.language and not any(views.claims(db, in_language, limit=1)):
        known = (
            language_name(base_language(code)) for code in views.list_known(db, views.KnownNames.LANGUAGE)
        )
        yield "No claim is in", language_name(criteria.language), [*dict.fromkeys(known)]
    if criteria.assignee:
        yield "No claim is assigned to", criteria.assignee, views.list_known(db, views.KnownNames.ASSIGNEE)
