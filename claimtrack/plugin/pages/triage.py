"""The triage queue: one proposed claim at a time, with what it takes to decide."""

from __future__ import annotations

from dataclasses import asdict
from itertools import takewhile
from time import monotonic
from typing import TYPE_CHECKING, Any

from claimtrack.core.model import Status
from claimtrack.plugin import permissions
from claimtrack.plugin.fields import SKIP, Field, Kind
from claimtrack.plugin.visit import Page, Visit
from claimtrack.store import articles, queues
from claimtrack.workflow import triage

if TYPE_CHECKING:
    from sqlite_utils import Database


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """The claim that is next after the skipped ones, of one article or all; no claim when the queue ends. Raises NotFound."""
    article_id = visit.number("article") or None
    if article_id:
        # Of a transcript that is read while it is written there is a newer version each minute.
        article_id = articles.newest_version(db, article_id)
        waiting = queues.count_in_article(db, article_id, Status.PROPOSED)
    else:
        waiting = queues.count_by_status(db)[Status.PROPOSED]
    skipped = min(visit.number("skip"), waiting)
    taken = _held_by_others(visit)
    ids = queues.proposed_ids(db, limit=len(taken) + 1, offset=skipped, article_id=article_id)
    passed = list(takewhile(taken.__contains__, ids[:-1]))
    # After a refusal the same claim is shown again: what was typed about it is not for the next one.
    shown = visit.ids.get("claim_id") or next(iter(ids[len(passed) :]), None)
    if shown and _can_decide(visit) and visit.actor:
        _last_shown[visit.database.path, visit.actor] = shown, monotonic()
    case = triage.case(db, shown, timed=True) if shown else None
    return {
        "waiting": waiting,
        "skip": skipped,
        "place": skipped + len(passed),
        "others": [{"claim_id": one, "actor": taken[one]} for one in (*passed, shown) if one in taken],
        "case": asdict(case) if case else None,
        "article_id": article_id,
        "article": articles.names(db, [article_id])[article_id] if article_id else None,
    }


_last_shown: dict[tuple[str | None, str], tuple[int, float]] = {}
"""Which claim of a desk a person who decides was shown last, and when (monotonic seconds): others are shown the next one meanwhile."""
_HOLD_SECONDS = 120.0
"""For how long, in seconds: who went away keeps no claim from the others."""


def _can_decide(visit: Visit) -> bool:
    """Whether a person may decide about what is shown: a program that reads the queue has all of it, and keeps none of it from anybody."""
    return permissions.ANNOTATE in visit.may and not visit.as_json


def _held_by_others(visit: Visit) -> dict[int, str]:
    """The claims that others decide about at this moment, each with who does; none for who only reads."""
    if not _can_decide(visit):
        return {}
    since = monotonic() - _HOLD_SECONDS
    return {
        claim_id: name
        for (desk, name), (claim_id, when) in _last_shown.copy().items()
        if desk == visit.database.path and when > since and not visit.is_by(name)
    }


ARTICLE = Field("article", "only claims from this article", Kind.INTEGER)

PAGE = Page(
    "triage", "claimtrack_triage.html", "The proposed claims, one at a time", read, query=(SKIP, ARTICLE)
)
