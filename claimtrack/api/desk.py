"""An open desk: file claims, read articles, look claims up, decide about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from claimtrack.api import given
from claimtrack.api.importing import ImportWork
from claimtrack.api.names import NameWork
from claimtrack.api.opened import refuse_in_fork
from claimtrack.api.pairs import PairWork
from claimtrack.api.reading import DeskReading
from claimtrack.api.sources import only_one, read_source
from claimtrack.api.working import DeskWork
from claimtrack.core.errors import InvalidValue, NotFound
from claimtrack.core.model import Match, OnDuplicate, Stance, Statement, Status
from claimtrack.core.texts.printable import MOST_SHOWN, brief

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.api.given import Day, Link
    from claimtrack.api.reviews import Reviews
    from claimtrack.core.desk.decisions import Decision
    from claimtrack.fetch import Loaded
    from claimtrack.workflow.adding import Added
    from claimtrack.workflow.articles.ingesting import Ingested
    from claimtrack.workflow.draft_repeats import Repeat
    from claimtrack.workflow.editing import Edited
    from claimtrack.workflow.matching.matching import LookUps
    from claimtrack.workflow.triage import Decided


class Desk(DeskReading, DeskWork, PairWork, NameWork, ImportWork):
    """An open desk; use it in a `with` block, or close it yourself.

    `reviews` drafts and signs off verdicts. `db` is the sqlite-utils Database, for whatever this class cannot do. Read
    with it as you like, but write through the methods here, so that history records who did it.

    Days are a `datetime.date` or text "YYYY-MM-DD". Every error is a `claimtrack.core.errors.ClaimtrackError`. Besides
    those that a method names, each raises DatabaseError if the file cannot be used or is gone, the desk is closed, or another
    thread or process opened it.
    """

    _look_ups: LookUps | None = None

    def close(self) -> None:
        """Close the file, and forget what look-ups keep in memory. Closing it twice is fine."""
        super().close()
        self._look_ups = None

    @cached_property
    def reviews(self) -> Reviews:
        """The desk's own reviews: drafting them, and signing them off."""
        from claimtrack.api.reviews import Reviews

        return Reviews(self)

    def add(
        self,
        text: str,
        *,
        claimant: str | None = None,
        source: str | None = None,
        claimed_on: Day | None = None,
        links: Link | Iterable[Link] | Mapping[str, Stance | str] = (),
        status: Status | str = Status.OPEN,
        notes: str | Iterable[str] = (),
        tags: str | Iterable[str] = (),
        language: str | None = None,
        on_duplicate: OnDuplicate | str = OnDuplicate.SAME,
    ) -> Added:
        """File a claim, or add an appearance to the claim that it repeats; `on_duplicate` says which (`core.model.OnDuplicate`).

        `source` is where it was said, an address or a name such as "Radio 4". A link is an address, or a pair of address
        and stance; a dict of stances by address will do, too. A single link or note needs no list, and tags may be one text, as in a cell of a sheet: "housing, jobs".
        Raises InvalidValue for a value that cannot be used, Duplicate with `on_duplicate="fail"`, Refused if a rule of the desk forbids it.
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
            given.tags(tags),
            given.some_text(language, "language"),
        )
        wanted = given.word(OnDuplicate, on_duplicate, "on_duplicate")
        return add_claim(self.db, new, on_duplicate=wanted, actor=self.actor)

    def match(
        self, text: str, *, claimant: str | None = None, claimed_on: Day | None = None, limit: int = 5
    ) -> list[Match]:
        """Return up to `limit` claims that a text may repeat, best first; see `core.model.Match`. Changes nothing.

        Raises InvalidValue.
        """
        from claimtrack.workflow.matching.matching import LookUps

        said = Statement(
            given.text(text, "text"),
            given.some_text(claimant, "claimant"),
            given.day(claimed_on, "claimed_on"),
        )
        db = self.db  # in each call: it refuses other threads
        if self._look_ups is None:
            self._look_ups = LookUps(db)
        return self._look_ups(said, limit=given.count(limit, "limit"))

    def ingest(
        self,
        source: str | Path | None = None,
        *,
        text: str | None = None,
        url: str | None = None,
        published_on: Day | None = None,
        title: str | None = None,
        outlet: str | None = None,
        language: str | None = None,
        speaker: str | None = None,
        version_of: int | None = None,
        links: bool = False,
        min_score: float = 0.0,
    ) -> list[Ingested]:
        """Read a file, folder, web address or feed, and file the claims found in it as proposed; one result for each article.

        Instead of a source you may give the `text` of an article: plain text, HTML, Markdown, subtitles or an e-mail. What you pass (`url`,
        `published_on`, `title`, `outlet`, `language`) counts more than what the article says of itself. `speaker` is the author
        of a speech, post or op-ed: what it says in its own voice is then theirs, not the outlet's.
        `version_of` is the number of an article that this is a new version of, however much has changed; the source must
        then hold one article. With `links`, the links and footnotes of a draft (Markdown, Word) become evidence of the
        claims at which they stand. Claims with a score below `min_score`, from 0 to 1, are left out. What is left out, and what may be
        wrong with an article, such as that it is not in English, is logged as a warning. Raises SourceError if it cannot be read,
        InvalidValue (for a day in the future, too), NotFound if there is no article `version_of`, Refused if a rule of the desk forbids it.
        """
        from claimtrack.store.file.connecting import large_cache
        from claimtrack.store.history_ranges import Run
        from claimtrack.workflow.articles.citing import ingest_loaded
        from claimtrack.workflow.articles.extracting import choose_extractor, options_in_force
        from claimtrack.workflow.articles.reporting import loading_warnings

        day = given.past_day(published_on, "published_on")
        extractor = choose_extractor(speaker=given.some_text(speaker, "speaker"))
        version_of, least = given.some_number(version_of, "version_of"), given.share(min_score, "min_score")
        db = self.db  # before a page is asked for
        told = {"url": url, "title": title, "outlet": outlet, "language": language}
        facts: dict[str, Any] = {name: given.some_text(value, name) for name, value in told.items()}
        facts |= {"published_on": day, "links": bool(given.some_flag(links, "links"))}
        articles: Iterable[Loaded] = read_source(source, text, loading_warnings, **facts)
        if version_of is not None:
            articles = only_one(articles)
        how: dict[str, Any] = {"extractor": extractor, "version_of": version_of, "run": Run()}
        how["options"] = options_in_force(db, least)
        with large_cache(db):
            return [ingest_loaded(db, one, source=one.source, actor=self.actor, **how) for one in articles]

    def check(self, source: str | Path | None = None, *, text: str | None = None) -> list[Repeat]:
        """Return the sentences of a draft that repeat a claim on the desk.

        The draft is a file, a web address or `-` for standard input, or the `text` itself. Changes nothing. Raises SourceError if it
        cannot be read.
        """
        from claimtrack.workflow.checking import check_draft

        db = self.db  # before a page is asked for
        return [
            repeat
            for one in read_source(
                source, text, lambda one: [f"{one.source}: {told}" for told in one.warnings], whole=True
            )
            for repeat in check_draft(db, one.article, written=one.written)
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

        Whatever you leave out stays as it is; see `core.desk.decisions.Ruling`. Pass the result to `undo` to take the decision
        back. Raises NotFound if there is no such claim, InvalidValue, InvalidSpan if the article does not have the words
        of `quote`, Refused if the claim is no longer proposed or another rule forbids it.
        """
        from claimtrack.core.desk.decisions import Decision, Ruling
        from claimtrack.workflow.triage import decide

        ruling = Ruling(
            given.number(claim_id),
            given.word(Decision, decision, "decision"),
            given.some_text(text, "text"),
            given.some_text(speaker, "speaker"),
            given.some_text(quote, "quote"),
            given.some_number(other, "other"),
            given.some_text(note, "note"),
        )
        return decide(self.db, ruling, actor=self.actor)

    def undo(self, decided: Decided | Edited) -> None:
        """Take back a decision or an edit, given what `triage` or `edit` returned.

        Raises InvalidValue for anything else, Refused if another desk returned it or the claim has been changed since.
        """
        from claimtrack.workflow.editing import Edited
        from claimtrack.workflow.triage import Decided, undo

        if not isinstance(decided, Decided | Edited):
            told = brief(repr(decided), MOST_SHOWN)
            raise InvalidValue(f"undo takes what desk.triage or desk.edit returned, not {told}")
        undo(self.db, decided, actor=self.actor)


def open(path: str | Path, *, actor: str | None = None, name: str | None = None) -> Desk:
    """Open a desk. If there is no such file, or an empty one, a new desk is made.

    `actor` is your name, as history records it: spelt as the desk's user of that name, if there is one. `name` is the
    name under which the desk publishes its reviews; without it the present one stays. Raises InvalidValue if `path`
    cannot be a file's name, NotADesk if the file is something else, TooNew or NeedsMigration if another version of
    claimtrack wrote it (`claimtrack init` upgrades an older one), DatabaseError if a table or column is gone, or if this process was
    forked while its parent had the desk open.
    """
    from claimtrack.store.file.database import open_desk
    from claimtrack.store.file.tables import refuse_lost_parts
    from claimtrack.store.users import spell
    from claimtrack.workflow.setup import init_desk, name_desk

    path, actor, name = given.path(path, "path"), given.actor(actor), given.some_text(name, "name")
    refuse_in_fork(path)
    actor = actor and spell(path, actor)
    try:
        db = open_desk(path)
    except NotFound:
        init_desk(path, actor=actor)
        db = open_desk(path)
    desk = Desk(db, actor)
    try:
        refuse_lost_parts(db)
        if name is not None:
            name_desk(db, name, actor=actor)
    except BaseException:
        desk.close()
        raise
    return desk
