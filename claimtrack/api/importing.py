"""What comes from other desks: the reviews that they published."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.api import given
from claimtrack.api.opened import Opened
from claimtrack.core.errors import InvalidValue, UnreadableSource
from claimtrack.core.model import Status
from claimtrack.core.sheets.days import DayOrder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.importing.claimreview import Record
    from claimtrack.workflow.reviews.importing import Imported


class ImportWork(Opened):
    """The methods of a desk that take in what others made."""

    def import_reviews(
        self,
        source: str | Path,
        *,
        status: Status | str = Status.PARKED,
        dates: DayOrder | str | None = None,
        dry_run: bool = False,
    ) -> Imported:
        """Take in other publishers' reviews, or earlier ones of ours: a ClaimReview feed, a page, Duke's CSV, or a folder of such files.

        A claim that is new on the desk starts at `status`. `dates` says how days such as 3/4/2025 are written (day-first or
        month-first): without it they are left out, which the result tells, as it does what was rejected and why. A dry run says what
        would happen. A second import adds nothing twice. Raises UnreadableSource, InvalidValue.
        """
        from claimtrack.importing.claimreview import files_of
        from claimtrack.workflow.reviews.importing import import_reviews

        goal = given.word(Status, status, "status")
        if goal is Status.PUBLISHED:
            raise InvalidValue("a claim is published by a verdict of ours: an import cannot begin it there")
        order = None if dates is None else given.word(DayOrder, dates, "order of days")
        is_dry = bool(given.some_flag(dry_run, "dry_run"))
        db = self.db
        try:
            files = files_of(Path(given.path(source, "source")))
            return import_reviews(
                db, _records(files), status=goal, order=order, dry_run=is_dry, actor=self.actor
            )
        except OSError as error:
            raise UnreadableSource(f"{error.strerror or error}: {error.filename or source}") from error


def _records(files: list[Path]) -> Iterator[Record]:
    from claimtrack.importing.claimreview import records

    for path in files:
        with path.open("rb") as file:
            yield from records(file, str(path))
