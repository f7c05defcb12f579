"""Reading a desk: claims by their words, and the history of what was done."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimtrack.api import given
from claimtrack.api.opened import Opened

if TYPE_CHECKING:
    from claimtrack.api.given import Day


class DeskReading(Opened):
    """The methods of a desk that search, and read its history."""

    def search(self, query: str, *, limit: int = 20) -> list[dict[str, Any]]:
        """Return up to `limit` rows of the view claim_overview that have all words of the query, best first, like the command `search`.

        `tags` is a list; `found_in` names the tags, places, notes, links and reviews that have the words. Raises
        InvalidValue.
        """
        from claimtrack.store.searching import search

        rows = search(self.db, given.text(query, "the query"), limit=given.number(limit))
        return [{**row, "tags": json.loads(row["tags"])} for row in rows]

    def history(
        self, claim_id: int | None = None, *, since: Day | None = None, by: str | None = None, limit: int = 50
    ) -> list[dict[str, Any]]:
        """Return all changes to a claim and to what belongs to it, oldest first; without `claim_id` the last changes on the desk, newest first.

        `since` (a day or moment, as in `claims`), `by` (a person's name) and `limit` count only without `claim_id`. Raises
        NotFound if there is no such claim, InvalidValue.
        """
        from claimtrack.workflow import dossier

        if claim_id is not None:
            return dossier.claim_history(self.db, given.number(claim_id))
        person, most = given.some_text(by, "by"), given.number(limit)
        return dossier.desk_history(self.db, since=given.moment(since, "since"), actor=person, limit=most)
