"""Importing the reviews of other publishers, taking imports back, and articles that their outlets take back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.api import given
from claimtrack.api.opened import Opened
from claimtrack.core.errors import InvalidValue, Refused, UnreadableSource
from claimtrack.core.model import Status
from claimtrack.core.sheets.days import DayOrder
from claimtrack.core.texts.printable import MOST_SHOWN, brief

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.api.given import Day
    from claimtrack.importing.records import Record
    from claimtrack.store.history_ranges import HistoryRange
    from claimtrack.workflow.articles.describing import Described
    from claimtrack.workflow.articles.ingesting import Ingested
    from claimtrack.workflow.articles.withdrawing import Withdrawn
    from claimtrack.workflow.parting import Parted
    from claimtrack.workflow.returning import Returned
    from claimtrack.workflow.reviews.importing import Imported
    from claimtrack.workflow.undoing import Import
    from claimtrack.workflow.uniting import United


class ImportWork(Opened):
    """The methods of a desk that import reviews, a copy's work or another desk, undo imports, and mark articles as withdrawn."""

    def import_reviews(
        self,
        source: str | Path,
        *,
        status: Status | str = Status.PARKED,
        dates: DayOrder | str | None = None,
        whole: bool = False,
        dry_run: bool = False,
    ) -> Imported:
        """Import reviews of other publishers, or earlier ones of ours, from a ClaimReview feed, a page, Duke's CSV, or a folder of these.

        Claims that are new to the desk start at `status`. `dates` says how days such as 3/4/2025 are written ("day-first"
        or "month-first"); without it they are left out. The result counts what came in and names what was left out or
        rejected, and why; its `missed` are reviews that the desk has of these pages, or with `whole` of these publishers, and that
        are not in there any more. With `dry_run` nothing is written. Importing the same again adds nothing. Raises
        UnreadableSource if a file cannot be read, InvalidValue.
        """
        from claimtrack.importing.claimreview import files_of
        from claimtrack.workflow.reviews.importing import import_reviews

        goal = given.word(Status, status, "status")
        if goal is Status.PUBLISHED:
            raise InvalidValue(
                "an import cannot start a claim as published, since only a verdict of ours publishes it"
            )
        order = None if dates is None else given.word(DayOrder, dates, "order of days")
        is_dry = bool(given.some_flag(dry_run, "dry_run"))
        is_whole = bool(given.some_flag(whole, "whole"))
        db = self.db
        try:
            files = files_of(Path(given.path(source, "source")))
            return import_reviews(
                db,
                _records(files),
                status=goal,
                order=order,
                whole=is_whole,
                dry_run=is_dry,
                actor=self.actor,
            )
        except OSError as error:
            raise UnreadableSource(f"{error.strerror or error}: {error.filename or source}") from error

    def import_copy(self, path: str | Path, *, again: bool = False, dry_run: bool = False) -> Returned:
        """Bring back what was done in a copy of this desk since it was copied, all or nothing, under the names of those who did it.

        In the result `replayed.new_claims` gives a new claim's id in the copy by its id here, and `replayed.kept` what was not done because
        of what somebody has done here since. A later import of the copy leaves that as it is and has it in `replayed.left_earlier`, unless
        you want to try it `again`. With `dry_run` nothing is written. Raises NotFound if there is no such file, Refused if it is this desk
        or no copy of it, NotADesk, TooNew, NeedsMigration (run `claimtrack init` on the copy).
        """
        from claimtrack.workflow.matching.matching import index_pending_claims
        from claimtrack.workflow.returning import import_copy

        file = Path(given.path(path, "path"))
        repeated, is_dry = given.some_flag(again, "again"), given.some_flag(dry_run, "dry_run")
        db = self.db
        done = import_copy(db, file, actor=self.actor, again=bool(repeated), dry_run=bool(is_dry))
        if not is_dry:
            index_pending_claims(db)
        return done

    def import_desk(
        self,
        path: str | Path,
        *,
        people: Mapping[str, str] | None = None,
        again: bool = False,
        dry_run: bool = False,
    ) -> United:
        """Bring in all of another desk, one that never was a copy of this one, like the command `import desk`.

        `people` gives names of its users under which they are known here. In the result `replayed` is as for `import_copy`, `numbers` has the
        number here for each row there, such as `numbers["claims", 12]`, and `publisher` is whose the `verdicts` stay, or None. A later import
        only brings what is new. With `dry_run` nothing is written. Raises NotFound if there is no such file, Refused if it is this desk or a
        copy of it, NotADesk, TooNew, InvalidValue.
        """
        from claimtrack.workflow.matching.matching import index_pending_claims
        from claimtrack.workflow.uniting import import_desk

        named = {
            given.text(there, "people"): given.text(here, "people") for there, here in (people or {}).items()
        }
        repeated, is_dry = given.some_flag(again, "again"), given.some_flag(dry_run, "dry_run")
        db = self.db
        done = import_desk(
            db,
            Path(given.path(path, "path")),
            actor=self.actor,
            people=named,
            again=bool(repeated),
            dry_run=bool(is_dry),
        )
        if not is_dry:
            index_pending_claims(db)
        return done

    def export_desk(
        self, out: str | Path, *, tags: str | Iterable[str] = (), without: str | Iterable[str] = ()
    ) -> Parted:
        """Make a desk of the claims with all of these `tags`, or of those that it would leave out, like the command `export desk`.

        This desk is not changed. The result has the `counts` of rows by table, those it is `of`, and what was `left` across the two parts. Raises
        Refused if `out` exists, or would have no claims or all of them; InvalidValue.
        """
        from claimtrack.workflow.parting import export_desk

        chosen, others = given.tags(tags), given.tags(without)
        if bool(chosen) == bool(others):
            raise InvalidValue("say which claims: give either tags or without")
        return export_desk(self.db, Path(given.path(out, "out")), chosen or others, others=bool(others))

    def withdraw_article(
        self, article_id: int, *, on: Day | None = None, note: str | None = None
    ) -> Withdrawn:
        """Record that an outlet has withdrawn an article, like the command `articles withdraw`, by default today; again, to change `on` or `note`.

        Its published claims become due. The result has its `claims`, and which of them are `due`. Raises NotFound, InvalidValue for a day in
        the future.
        """
        from claimtrack.workflow.articles import withdrawing

        return withdrawing.withdraw(
            self.db,
            given.number(article_id, "the number of an article"),
            withdrawn_on=given.day(on, "on"),
            note=given.some_text(note, "note"),
            actor=self.actor,
        )

    def set_article_language(self, article_id: int, language: str | None) -> Described:
        """Correct the language of an article in all its versions, like the command `articles edit`: a code such as "cy"; None if unknown.

        Raises NotFound, InvalidValue.
        """
        from claimtrack.workflow.articles import describing

        spoken = given.some_text(language, "language")
        return describing.set_language(
            self.db, given.number(article_id, "the number of an article"), spoken, actor=self.actor
        )

    def restore_article(self, article_id: int) -> Withdrawn:
        """Record that an article is not withdrawn after all, like the command `articles restore`.

        The result has the claims that are `no_longer_due`, and those that are `still_due` although the withdrawal made them so. Raises
        NotFound, Refused if it is not marked so.
        """
        from claimtrack.workflow.articles import withdrawing

        return withdrawing.restore(
            self.db, given.number(article_id, "the number of an article"), actor=self.actor
        )

    def undo_import(self, done: str | Imported | Ingested | Returned | United | Iterable[Ingested]) -> Import:
        """Take back everything that one of your imports or an `ingest` did.

        `done` is what `import_reviews`, `import_copy`, `import_desk` or `ingest` returned, or the text that the command printed at its end, such as
        "179-204-3f9a2c". Names, places and ratings that came with it go, too. The result says how many claims it had
        `filed`, how many `others` it had changed, and how many pairs it had `judged`. Raises Refused, and changes nothing,
        if somebody has worked on what came in, or if it was somebody else's or another desk's; InvalidValue.
        """
        from claimtrack.workflow.undoing import import_parts, parse_changes_name, take_back_import

        parts = (
            import_parts(self.db, *parse_changes_name(done))
            if isinstance(done, str)
            else _parts(self.db, done)
        )
        return take_back_import(self.db, *parts, actor=self.actor)

    def imports(self, *, limit: int = 20) -> list[dict[str, Any]]:
        """Return the last `limit` imports of sheets, reviews and articles that were not taken back, newest first.

        `undo` is what `undo_import` takes. `why_kept` says why you cannot take the import back, or None if you can.
        Raises InvalidValue.
        """
        from claimtrack.workflow.undoing import imports

        return imports(self.db, limit=given.count(limit, "limit"), actor=self.actor)


def _parts(
    db: Database, done: Imported | Ingested | Returned | United | Iterable[Ingested]
) -> list[HistoryRange]:
    """The ranges of history that it wrote, in order. Raises InvalidValue for anything else, Refused if it changed nothing or another desk."""
    from claimtrack.store.history_ranges import join_ranges
    from claimtrack.workflow.articles.ingesting import Ingested
    from claimtrack.workflow.returning import Returned
    from claimtrack.workflow.reviews.importing import Imported
    from claimtrack.workflow.undoing import refuse_foreign
    from claimtrack.workflow.uniting import United

    kinds = (Imported, Ingested, Returned, United)
    ran = list(done) if isinstance(done, Iterable) else [done]
    if not all(isinstance(one, kinds) for one in ran):
        told = brief(repr(done), MOST_SHOWN)
        raise InvalidValue(
            f"undo_import takes what ingest, import_reviews, import_copy or import_desk returned, not {told}"
        )
    refuse_foreign(db, (part for one in ran for part in one.written))
    parts = join_ranges(part for one in ran for part in one.written)
    if not parts:
        raise Refused("it changed nothing, so there is nothing to undo")
    return parts


def _records(files: list[Path]) -> Iterator[Record]:
    from claimtrack.importing.claimreview import records

    for path in files:
        with path.open("rb") as file:
            yield from records(file, str(path))
