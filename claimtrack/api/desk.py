"""An open desk: file claims, read articles, look up, decide."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from claimtrack.api import given
from claimtrack.api.reviews import Reviews
from claimtrack.api.working import DeskWork
from claimtrack.core.model import Judgement, OnDuplicate, Statement, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

    from sqlite_utils import Database

    from claimtrack.api.given import Day, Link
    from claimtrack.core.decisions import Decision
    from claimtrack.core.model import Match
    from claimtrack.workflow.adding import Added
    from claimtrack.workflow.checking import Repeat
    from claimtrack.workflow.ingesting import Ingested
    from claimtrack.workflow.triage import Decided


class Desk(DeskWork):
    """An open desk; use it in a `with` block, or close it yourself.

    `reviews` is the sign-off of verdicts. `db` is the sqlite-utils Database beneath, for everything this class does not
    do: read with it freely, but write through the methods here, so that history keeps the actor.
    """

    def __init__(self, db: Database, actor: str | None) -> None:
        self.db = db
        self.actor = actor
        self.reviews = Reviews(db, actor)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    def add(
        self,
        text: str,
        *,
        claimant: str | None = None,
        source: str | None = None,
        claimed_on: Day | None = None,
        links: Link | Iterable[Link] = (),
        status: Status | str = Status.OPEN,
        notes: str | Iterable[str] = (),
        tags: str | Iterable[str] = (),
        on_duplicate: OnDuplicate | str = OnDuplicate.SAME,
    ) -> Added:
        """File a claim, or add to the one it repeats; see `core.model.OnDuplicate`. Raises InvalidValue, Duplicate, Refused.

        A link is an address, or an address and its stance. One link, note or tag alone needs no list around it.
        """
        from claimtrack.workflow.adding import NewClaim, add_claim

        new = NewClaim(
            given.text(text, "the text of a claim"),
            given.some_text(claimant, "claimant"),
            given.some_text(source, "source"),
            given.day(claimed_on, "claimed_on"),
            given.links(links),
            given.word(Status, status, "status"),
            given.texts(notes, "a note"),
            given.texts(tags, "a tag"),
        )
        wanted = given.word(OnDuplicate, on_duplicate, "on_duplicate")
        return add_claim(self.db, new, on_duplicate=wanted, actor=self.actor)

    def match(
        self, text: str, *, claimant: str | None = None, claimed_on: Day | None = None, limit: int = 5
    ) -> list[Match]:
        """The claims that a text may repeat, best first. Reads only. Raises InvalidValue."""
        from claimtrack.workflow.matching import look_up

        said = Statement(
            given.text(text, "text"),
            given.some_text(claimant, "claimant"),
            given.day(claimed_on, "claimed_on"),
        )
        return look_up(self.db, said, limit=limit)

    def ingest(
        self,
        source: str | Path,
        *,
        url: str | None = None,
        published_on: Day | None = None,
        title: str | None = None,
        outlet: str | None = None,
    ) -> list[Ingested]:
        """Read a file, folder, address or feed and file its claims as proposed.

        What is told of the article (`published_on` as a date or YYYY-MM-DD) wins over what it says of itself. Raises SourceError,
        InvalidValue for a day to come.
        """
        from claimtrack.fetch import read
        from claimtrack.store.database import large_cache
        from claimtrack.workflow.days import clean_past_date
        from claimtrack.workflow.ingesting import ingest_article

        day = given.day(published_on, "published_on")
        if day:
            clean_past_date(day)
        articles = read(str(source), url=url, published_on=day, title=title, outlet=outlet)
        with large_cache(self.db):
            return [
                ingest_article(self.db, one.article, source=one.source, actor=self.actor) for one in articles
            ]

    def check(self, source: str | Path) -> list[Repeat]:
        """Which sentences of a draft (a file, `-` or an address) repeat a claim of the desk. Reads only.

        Raises SourceError.
        """
        from claimtrack.fetch import read
        from claimtrack.workflow.checking import check_draft

        return [
            repeat
            for one in read(str(source), whole=True)
            for repeat in check_draft(self.db, one.article, written=one.written)
        ]

    def triage(
        self,
        claim_id: int,
        decision: Decision | str,
        *,
        text: str | None = None,
        speaker: str | None = None,
        quote: str | None = None,
        other: int | None = None,
        note: str | None = None,
    ) -> Decided:
        """Decide about a proposed claim: accept, edit, reject, duplicate (of the claim `other`) or skip.

        What is left out stays as it is; see `core.decisions.Ruling`. `undo` takes the result back. Raises NotFound,
        Refused, InvalidValue, InvalidSpan.
        """
        from claimtrack.core.decisions import Decision, Ruling
        from claimtrack.workflow.triage import decide

        made = given.word(Decision, decision, "decision")
        ruling = Ruling(given.number(claim_id), made, text, speaker, quote, other, note)
        return decide(self.db, ruling, actor=self.actor)

    def undo(self, decided: Decided) -> None:
        """Take back a decision made in triage. Raises Refused where somebody has gone on from there."""
        from claimtrack.workflow.triage import undo

        undo(self.db, decided, actor=self.actor)

    def judge(self, one: int, other: int, judgement: Judgement | str) -> None:
        """Decide whether two claims say the same thing. Raises NotFound, InvalidValue, Refused."""
        from claimtrack.workflow.judging import judge

        made = given.word(Judgement, judgement, "judgement")
        judge(self.db, given.number(one), given.number(other), made, actor=self.actor)

    def claims(
        self,
        *,
        status: Status | str | None = None,
        claimant: str | None = None,
        assignee: str | None = None,
        tag: str | None = None,
        since: Day | None = None,
        article_id: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """Rows of claim_overview that meet each criterion that is given, with their tags as a list. Raises InvalidValue.

        `since` is a datetime or a date, or one of them in ISO 8601 in UTC.
        """
        from claimtrack.store import views

        stands = None if status is None else given.word(Status, status, "status")
        filed = given.moment(since, "since")
        rows = views.claims(self.db, views.ClaimFilter(stands, claimant, assignee, tag, filed, article_id))
        return ({**row, "tags": json.loads(row["tags"])} for row in rows)


def open(path: str | Path, *, actor: str | None = None, name: str | None = None) -> Desk:
    """Open a desk, creating it where there is none yet; `actor` is the name that history keeps.

    `name` is the desk's own, under which its reviews are published; left out it stays. Raises NotADesk, TooNew or
    NeedsMigration where the file cannot serve.
    """
    from claimtrack.store.database import open_desk
    from claimtrack.workflow.setup import init_desk, name_desk

    actor = given.actor(actor)
    if not Path(path).exists():
        init_desk(path, actor=actor)
    desk = Desk(open_desk(path), actor)
    if name is not None:
        name_desk(desk.db, name, actor=actor)
    return desk
