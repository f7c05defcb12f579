"""The triage queue: one proposed claim at a time, with what is needed to decide."""

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
    """The next claim after the skipped ones, of one article or all; no claim at the end of the queue. Raises NotFound."""
    article_id = visit.number("article") or None
    if article_id:
        # A live transcript gets a new version every minute.
        article_id = articles.newest_version(db, article_id)
        waiting = queues.count_in_article(db, article_id, Status.PROPOSED)
    else:
        waiting = queues.count_by_status(db)[Status.PROPOSED]
    skipped = min(visit.number("skip"), waiting)
    taken = _held_by_others(visit)
    ids = queues.proposed_ids(db, limit=len(taken) + 1, offset=skipped, article_id=article_id)
    passed = list(takewhile(taken.__contains__, ids[:-1]))
    # After an error, show the same claim again: the input belongs to it.
    shown = visit.ids.get("claim_id") or next(iter(ids[len(passed) :]), None)
    if _can_decide(visit) and visit.actor:
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


_last_shown: dict[tuple[str | None, str], tuple[int | None, float]] = {}
"""The claim last shown to each person who decides (None at the end of the queue), and when (monotonic seconds): meanwhile others get the next one."""
_HOLD_SECONDS = 120.0
"""How long a claim is held for a person, in seconds, in case they have left."""


def _can_decide(visit: Visit) -> bool:
    """Whether the user may decide on the page; a program reads the whole queue, and holds nothing."""
    return permissions.ANNOTATE in visit.may and not visit.as_json


def _held_by_others(visit: Visit) -> dict[int, str]:
    """The claims that others are deciding on, with their names; empty for users who may only read."""
    if not _can_decide(visit):
        return {}
    since = monotonic() - _HOLD_SECONDS
    return {
        claim_id: name
        for (desk, name), (claim_id, when) in _last_shown.copy().items()
        if claim_id and desk == visit.database.path and when > since and not visit.is_by(name)
    }


ARTICLE = Field("article", "only claims from this article", Kind.INTEGER)

PAGE = Page(
    "triage", "claimtrack_triage.html", "The proposed claims, one at a time", read, query=(SKIP, ARTICLE)
)
