"""What pages tell of each claim wherever they show it: its language, for screen readers, which of its articles were withdrawn, and who has one judged the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.core.texts.languages import is_english
from claimtrack.plugin import desks
from claimtrack.store import claims, clusters, history, history_ranges, same_claims

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.plugin.visit import Page, Visit


async def read_page(visit: Visit, page: Page, more: Any = None) -> dict[str, Any]:
    """What the page shows, and the version of the desk that it shows. HTML also gets, by the ids of all claims in it and in `more`, the `languages` of those that are not in English.

    `in_english` are the ids of those that certainly are, `withdrawn_articles` are the numbers of their articles that were withdrawn, `taken_as` the claims judged the same that somebody has.
    """

    def read(db: Database) -> dict[str, Any]:
        # The version first, so that changes made while the page is read count as unseen.
        version = history.last_change_id(db)
        context = page.read(db, visit)
        if page.template:
            named = version if visit.as_json else history_ranges.version_name(db, version)
            context = {"desk_version": named, **context}
        if visit.as_json:
            return context
        shown = set(_claim_ids([context, more]))
        known = claims.known_languages(db, shown)
        english = {one for one, code in known.items() if is_english(code)}
        return {
            **context,
            "languages": {one: code for one, code in known.items() if one not in english},
            "in_english": english,
            "withdrawn_articles": clusters.count_withdrawn(db, shown),
            "taken_as": same_claims.taken_elsewhere(db, shown),
        }

    return await desks.read(visit.database, read)


def _claim_ids(data: Any) -> Iterator[int]:
    """Yield the ids of all claims anywhere in the data: a row has it as `claim_id` or, beside its text, as `id`."""
    if is_dataclass(data) and not isinstance(data, type):
        data = asdict(data)
    if isinstance(data, dict):
        ids = (data.get("claim_id"), data.get("id") if "text" in data else None)
        yield from (one for one in ids if isinstance(one, int))
        data = list(data.values())
    if isinstance(data, list | tuple):
        for one in data:
            yield from _claim_ids(one)
