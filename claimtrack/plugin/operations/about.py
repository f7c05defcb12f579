"""What operations are about: each function raises ChangedMeanwhile if a colleague has changed that after the version that was shown.

An operation names one as its `about`, and `Operation.perform` calls it within the transaction, before the step.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from claimtrack.store import archives
from claimtrack.store import articles as stored_articles
from claimtrack.store.marks import RETRACTED, WITHDRAWN
from claimtrack.workflow import concurrent_edits, settling
from claimtrack.workflow.reviews import unseen

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.plugin.fields import Values
    from claimtrack.plugin.visit import About, Visit


_LOOK = "Look at it again before you go on"


def row_of(
    table: str, named: str, columns: Collection[str] | None = None, *, then: str = concurrent_edits.AGAIN
) -> About:
    """The row whose id is `named` in the address: these columns, or all that its forms show. `then` is the advice in the message."""

    def check(db: Database, visit: Visit, values: Values, version: int) -> None:
        concurrent_edits.check(db, table, visit.ids[named], version, columns=columns, then=then)

    return check


claim = row_of("claims", "claim_id")
appearance = row_of("appearances", "appearance_id")
source = row_of("evidence", "evidence_id")
source_to_remove = row_of(
    "evidence", "evidence_id", (*concurrent_edits.SAID_OF_EVIDENCE, *RETRACTED[1:]), then=_LOOK
)
retraction = row_of("evidence", "evidence_id", RETRACTED[1:])
retraction_to_remove = row_of("evidence", "evidence_id", RETRACTED[1:], then=_LOOK)
request = row_of("interventions", "intervention_id")
draft = row_of("reviews", "review_id")
review_address = row_of("reviews", "review_id", {"url"})
hold = row_of("reviews", "review_id", {"held_on"}, then=unseen.LOOK)
language = row_of("articles", "article_id", {"language"})
speaker = row_of("claimants", "claimant_id", {"kind", "role", "url"})


def verdict(db: Database, visit: Visit, values: Values, version: int) -> None:
    """A review, what it says, and of whom."""
    unseen.check_verdict(db, visit.ids["review_id"], version)


def signature(db: Database, visit: Visit, values: Values, version: int) -> None:
    """All that two people sign."""
    unseen.check_signature(db, visit.ids["review_id"], version, visit.actor)


def _withdrawal(then: str = concurrent_edits.AGAIN) -> About:
    """The mark of the newest version of an article."""

    def check(db: Database, visit: Visit, values: Values, version: int) -> None:
        newest = stored_articles.newest_version(db, visit.ids["article_id"])
        concurrent_edits.check(db, "articles", newest, version, columns=WITHDRAWN[1:], then=then)

    return check


withdrawal = _withdrawal()
withdrawal_to_remove = _withdrawal(_LOOK)


def copy(db: Database, visit: Visit, values: Values, version: int) -> None:
    """The copy of an article's page."""
    url = stored_articles.get(db, visit.ids["article_id"])["url"]
    if (found := archives.find(db, url)) is not None:
        concurrent_edits.check(db, "archives", found, version, columns={"archived_url"})


def doubts(db: Database, visit: Visit, values: Values, version: int) -> None:
    """What is in doubt of a claim, if the note settles it."""
    if values["settles_doubt"]:
        settling.check_unseen(db, visit.ids["claim_id"], version)


def as_the_step_says(db: Database, visit: Visit, values: Values, version: int) -> None:
    """What depends on the step, which itself compares `visit.version`."""
