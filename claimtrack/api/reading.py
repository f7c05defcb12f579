"""What a desk tells: claims by their words, and what was done with them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimtrack.api import given
from claimtrack.api.opened import Opened

if TYPE_CHECKING:
    from claimtrack.api.given import Day


class DeskReading(Opened):
    """The methods of a desk that find claims, and tell what was done."""

    def search(self, query: str, *, limit: int = 20) -> list[dict[str, Any]]:
        """Rows of claim_overview to which all words belong, best first, as the command `search` finds them.

        Each has its tags as a list, and in `found_in` the tags, places, notes, links and reviews that have the words. Raises InvalidValue.
        """
        from claimtrack.store.searching import search

        rows = search(self.db, given.text(query, "the query"), limit=given.number(limit))
        return [{**row, "tags": json.loads(row["tags"])} for row in rows]

    def history(
        self, claim_id: int | None = None, *, since: Day | None = None, by: str | None = None, limit: int = 50
    ) -> list[dict[str, Any]]:
        """Every change of a claim and of what hangs on it, oldest first; without a claim the newest changes of the whole desk.

        `since`, `by` and `limit` are for those: a day or moment, as `claims` takes it, and a person. Raises NotFound, InvalidValue.
        """
        from claimtrack.workflow import dossier

        if claim_id is not None:
            return dossier.claim_history(self.db, given.number(claim_id))
        person, most = given.some_text(by, "by"), given.number(limit)
        return dossier.desk_history(self.db, since=given.moment(since, "since"), actor=person, limit=most)
