"""Brings the work done in a copy of a desk back to it: on a laptop without a network, or in a backup that somebody took for the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from sqlite_utils import Database

from claimtrack.core.errors import NotFound, Refused
from claimtrack.core.model import Statement
from claimtrack.core.texts.printable import printable
from claimtrack.store import claimants, history, parting
from claimtrack.store.copies import records, work
from claimtrack.store.copies.replaying import Replay
from claimtrack.store.file.connecting import large_cache
from claimtrack.store.file.copying import scratch_copy
from claimtrack.store.file.database import record_as, write_transaction
from claimtrack.store.history_ranges import HistoryRange, Run, record_import
from claimtrack.store.reviews import signed
from claimtrack.workflow.copies import is_file_of, open_copy
from claimtrack.workflow.matching.concurrent_additions import ConcurrentAdditions
from claimtrack.workflow.retracting import follow_marks
from claimtrack.workflow.reviews.reviewing import restore_words

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from claimtrack.store.copies.records import Earlier
    from claimtrack.store.copies.results import Replayed
    from claimtrack.store.copies.twins import FindRepeat
    from claimtrack.store.copies.work import Step


Kind = TypeVar("Kind", bound=Replay)


@dataclass
class Returned:
    """What was brought back from a copy: until when both files are the same, what was repeated, and the changes that this made.

    `departed` are the numbers of new claims in the copy that claims had here, until they left with the desk's division. They are the same
    claims, unless the copy gave a number, too, to a claim of its own.
    """

    same_until: str
    replayed: Replayed
    departed: list[int] = field(default_factory=list)
    written: list[HistoryRange] = field(default_factory=list)


def import_copy(
    db: Database,
    path: Path,
    *,
    actor: str | None,
    again: bool = False,
    dry_run: bool = False,
    progress: Callable[[int, int], object] | None = None,
) -> Returned:
    """Repeat on this desk what was done in a copy of it, all or nothing.

    What an earlier import of the copy left as it is here stays so, and is not named any more, unless this is to be tried `again`. A dry run
    repeats it in a copy that is thrown away. `progress` receives the number of changes read and of all. Raises NotFound if there is no such
    file, Refused if it is this desk or no copy of it, and what `open_desk` raises.
    """
    _check_file(db, path)
    with open_copy(db, path) as copy:
        fork = work.last_common_change(db, copy)
        if fork is None:
            raise Refused(
                f"{path} is not a copy of this desk: their histories have nothing in common. Another desk is brought in by `claimtrack import desk` "
                "(docs/partners.md)"
            )
        if not dry_run:
            return _repeat(db, copy, fork, path.name, actor=actor, again=again, progress=progress)
        with closing(scratch_copy(db)) as scratch:
            return _repeat(scratch, copy, fork, path.name, actor=actor, again=again, progress=progress)


def _check_file(db: Database, path: Path) -> None:
    if not path.exists():
        raise NotFound(f"there is no file {path}: give the copy of the desk to bring back")
    if is_file_of(db, path):
        raise Refused(f"{path} is this desk itself: give a copy of it")


def _repeat(
    db: Database,
    copy: Database,
    fork: int,
    file: str,
    *,
    actor: str | None,
    again: bool,
    progress: Callable[[int, int], object] | None,
) -> Returned:
    there = work.WorkThere(work.steps_since(copy, fork))  # before others have to wait
    done = records.Import(printable(file), actor, history.last_change_id(copy))

    def begin(earlier: Earlier) -> Replay:
        return Replay(db, copy, there, fork, _repeat_finder(db, fork), earlier, again=again)

    replay, written = repeat_all(
        db, copy, done, begin, work.steps_since(copy, fork), fork=fork, progress=progress
    )
    departed = parting.left_here(db, replay.done.new_claims.values())
    return Returned(history.happened_at(copy, fork), replay.done, departed, written)


def repeat_all(
    db: Database,
    copy: Database,
    done: records.Import,
    begin: Callable[[Earlier], Kind],
    steps: Iterable[Step],
    *,
    fork: int,
    progress: Callable[[int, int], object] | None,
) -> tuple[Kind, list[HistoryRange]]:
    """Repeat these steps of another file on the desk, all or nothing, and record that; return what became of them, and the changes made.

    New claims wait for the match index: to index many takes long, and who is interrupted then has it all the same.

    `begin` receives what earlier imports of the file did, within the transaction. `progress` receives the number of steps and of all changes.
    """
    total = history.count_since(copy, fork)
    written: list[HistoryRange] = []
    with large_cache(db), write_transaction(db, done.actor):
        before, earlier = history.last_change_id(db), records.find_earlier(db, copy)
        replay, dates = begin(earlier), records.Dates(db, before)
        with record_import(db, written, Run()):
            for count, step in enumerate(steps, start=1):
                replay.repeat(step)
                dates.note(step.happened_at)
                if progress:
                    progress(min(count, total), total)
            record_as(db, done.actor)
            for claim_id in signed.claims_of_corrections_given_up(db, before):
                with suppress(Refused):  # as another verdict on these words is approved by now
                    restore_words(db, claim_id)
            replay.done.changed_claims |= follow_marks(db, before)
        is_new = done.until > max(fork, earlier.until) or replay.done.made
        if is_new or done.people != records.earlier_people(db, copy):
            records.record(db, copy, done, earlier, made=written[0], ids=replay.new_ids())
    return replay, written


def _repeat_finder(db: Database, fork: int) -> FindRepeat:
    """Return a function that finds, for a claim that is new in the copy, the claim filed here since that it repeats exactly."""
    first = work.first_claim_since(db, fork)
    if first is None:
        return lambda _: None
    names: dict[int | None, str | None] = {None: None}
    additions = ConcurrentAdditions(db, first - 1)
    for filed in work.first_wordings(db, fork):
        additions.add(filed)

    def find(row: dict[str, Any]) -> int | None:
        by = row["claimant_id"]
        if by not in names:
            names[by] = claimants.standing_name_of(db, by)
        statement = Statement(row["text"], names[by], row["claimed_on"])
        # Words that may be another person's are not the same claim unseen.
        return additions.repeated_by(statement, elsewhere=lambda unsure: unsure)

    return find
