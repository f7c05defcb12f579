"""The desk for Python: notebooks and scripts open one, add, match, ingest.

>>> import claimtrack
>>> desk = claimtrack.open("claims.db", actor="ada")    # doctest: +SKIP
>>> desk.add("Unemployment fell by a third", claimant="Ada Miller").claim_id    # doctest: +SKIP
1
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from claimtrack.core.model import Judgement, Stance, Statement, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

    from sqlite_utils import Database

    from claimtrack.core.decisions import Decision
    from claimtrack.core.model import Match, OnDuplicate
    from claimtrack.workflow.adding import Added
    from claimtrack.workflow.checking import Repeat
    from claimtrack.workflow.ingesting import Ingested
    from claimtrack.workflow.triage import Decided


class Desk:
    """An open desk; use it in a `with` block, or close it yourself.

    `db` is the sqlite-utils Database beneath it, for everything this class does not do: read with it
    freely, but write through the methods here, so that history keeps the actor.
    """

    def __init__(self, db: Database, actor: str | None) -> None:
        self.db = db
        self.actor = actor

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
        claimed_on: str | None = None,
        links: Iterable[tuple[str, Stance]] = (),
        status: Status = Status.OPEN,
        notes: Iterable[str] = (),
        tags: Iterable[str] = (),
        on_duplicate: OnDuplicate | str = "same",
    ) -> Added:
        """File a claim, or add to the one it repeats; see `workflow.adding.OnDuplicate`. Raises InvalidValue."""
        from claimtrack.core.model import OnDuplicate
        from claimtrack.workflow.adding import NewClaim, add_claim

        new = NewClaim(
            text, claimant, source, claimed_on, tuple(links), Status(status), tuple(notes), tuple(tags)
        )
        return add_claim(self.db, new, on_duplicate=OnDuplicate(on_duplicate), actor=self.actor)

    def match(
        self, text: str, *, claimant: str | None = None, claimed_on: str | None = None, limit: int = 5
    ) -> list[Match]:
        """The claims that a text may repeat, best first. Reads only."""
        from claimtrack.workflow.matching import look_up

        return look_up(self.db, Statement(text, claimant, claimed_on), limit=limit)

    def ingest(
        self,
        source: str | Path,
        *,
        url: str | None = None,
        published_on: str | None = None,
        title: str | None = None,
        outlet: str | None = None,
    ) -> list[Ingested]:
        """Read a file, folder, address or feed and file its claims as proposed.

        What is told of the article (`published_on` as an ISO date) wins over what it says of itself. Raises SourceError,
        InvalidValue for a day to come.
        """
        from claimtrack.fetch import read
        from claimtrack.store.database import large_cache
        from claimtrack.workflow.days import clean_past_date
        from claimtrack.workflow.ingesting import ingest_article

        if published_on:
            clean_past_date(published_on)
        articles = read(str(source), url=url, published_on=published_on, title=title, outlet=outlet)
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

        ruling = Ruling(claim_id, Decision(decision), text, speaker, quote, other, note)
        return decide(self.db, ruling, actor=self.actor)

    def undo(self, decided: Decided) -> None:
        """Take back a decision made in triage. Raises Refused where somebody has gone on from there."""
        from claimtrack.workflow.triage import undo

        undo(self.db, decided, actor=self.actor)

    def judge(self, one: int, other: int, judgement: Judgement | str) -> None:
        """Decide whether two claims say the same thing. Raises NotFound, Refused."""
        from claimtrack.workflow.judging import judge

        judge(self.db, one, other, Judgement(judgement), actor=self.actor)

    def set_status(self, claim_id: int, status: Status | str) -> None:
        """Move a claim along the desk's steps. Raises NotFound, InvalidTransition."""
        from claimtrack.workflow import desk

        desk.set_status(self.db, claim_id, Status(status), actor=self.actor)

    def claims(
        self,
        *,
        status: Status | str | None = None,
        claimant: str | None = None,
        assignee: str | None = None,
        tag: str | None = None,
        since: str | None = None,
        article_id: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """Rows of claim_overview that meet each criterion that is given; `since` is a moment, ISO in UTC."""
        from claimtrack.store import views

        stands = Status(status) if status else None
        return views.claims(self.db, views.ClaimFilter(stands, claimant, assignee, tag, since, article_id))


def open(path: str | Path, *, actor: str | None = None) -> Desk:
    """Open a desk, creating it where there is none yet; `actor` is the name that history keeps.

    Raises NotADesk, TooNew or NeedsMigration where the file cannot serve.
    """
    from claimtrack.store.database import open_desk
    from claimtrack.workflow.setup import init_desk

    if not Path(path).exists():
        init_desk(path, actor=actor)
    return Desk(open_desk(path), actor)
