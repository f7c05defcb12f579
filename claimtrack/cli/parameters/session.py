"""The session of a command: its desk file and the person who runs it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import click

from claimtrack.cli.imports import import_sqlite_utils_only
from claimtrack.cli.output.messages import ending_on_interrupt, name_desk, progress, say
from claimtrack.cli.output.results import claim_row, write_results
from claimtrack.core.errors import READING_ERRORS, ClaimtrackError, NotFound

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.cli.output.rows import Row
    from claimtrack.store.history_ranges import HistoryRange

P = ParamSpec("P")
R = TypeVar("R")


def default_actor() -> str:
    """The system's user name; "unknown" if the process has none."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"


@dataclass(frozen=True)  # without slots, for the cached property
class Session:
    """The desk and the actor of one command."""

    path: str
    typed_actor: str

    @cached_property
    def actor(self) -> str:
        """The person's name, spelt as the desk spells its user. Read once: commands ask for it for each claim."""
        from claimtrack.store.users import spell

        return spell(self.path, self.typed_actor)

    @contextmanager
    def open(self) -> Iterator[Database]:
        """Open the desk, which must exist and be up to date.

        Afterwards it warns if the desk is read-only, unless an error occurred: a refused write says so itself.
        """
        from claimtrack.store.file.database import open_desk
        from claimtrack.store.file.desk_file import DeskFile
        from claimtrack.store.file.tables import report_lost_parts

        path, is_refused = Path(self.path), False
        with DeskFile(path).refuse_concurrent_change(), closing(open_desk(path)) as db, report_lost_parts(db):
            try:
                yield db
            except (ClaimtrackError, sqlite3.Error):
                is_refused = True
                raise
            finally:
                if not is_refused:
                    self._warn_if_read_only()

    def check(self) -> None:
        """Raise if the desk cannot be opened, for commands that do not open it themselves."""
        with self.open():
            pass

    def report_each(
        self,
        claim_ids: Iterable[int],
        change: Callable[[Database, int], str],
        *warnings: str,
        nothing: str = "",
        output_format: str,
        row_of: Callable[[Database, int], Row] = claim_row,
        undoes_one: bool = False,
    ) -> None:
        """Change all the claims or none, then print a line for each, the warnings, and how to undo several changes at once.

        With `undoes_one` that is printed of one claim, too, because no other command undoes all of its change.

        `nothing` is printed if there is nothing to report for any of them. Programs get the row that was made or changed for each
        claim (`row_of`) with its message and with what undoes all of it.
        """
        from claimtrack.store.history_ranges import write_step
        from claimtrack.workflow.undoing import changes_name

        with self.open() as db, write_step(db, self.actor) as written:
            told = change_all_or_none(db, self.actor, claim_ids, change)
            is_printed = output_format != "table"
            with_undo = len(told) > 1 or undoes_one
            name = changes_name(db, [written()]) if is_printed or with_undo else None
            undo = self._undo_line(name, "To undo all of it", "undo --changes") if with_undo else ""
            rows = [
                {**row_of(db, one), "message": name_desk(said) or None, "undo": name}
                for one, said in told.items()
                if is_printed
            ]
        said = [*filter(None, told.values())] or [nothing]
        say("\n".join([*said, *warnings, *filter(None, [undo])]))
        write_results(rows, output_format)

    def print_results(
        self, output_format: str, read: Callable[[Database], Iterable[Row]], *, keys: Sequence[str] = ()
    ) -> None:
        """For programs, print the rows that the command made or changed, as they are now. `keys` are the CSV header if there are none."""
        if output_format != "table":
            with self.open() as db:
                rows = list(read(db))
            write_results(rows, output_format, keys=keys)

    def undo(
        self, db: Database, written: Iterable[HistoryRange], lead: str, *, by: str = "undo --changes"
    ) -> str:
        """The command that undoes these changes, after the words `lead`; empty if there are none."""
        from claimtrack.workflow.undoing import changes_name

        return self._undo_line(changes_name(db, written), lead, by)

    def tell_import(self, db: Database, written: Iterable[HistoryRange]) -> str | None:
        """Say how to take an import back, and return the name of its changes; None if there are none."""
        from claimtrack.workflow.undoing import changes_name

        name = changes_name(db, written)
        if told := self._undo_line(name, "To take it back", "import undo"):
            say(told)
        return name

    def _undo_line(self, name: str | None, lead: str, by: str) -> str:
        """The command that undoes the changes of this name; empty if there are none."""
        return f"{lead}: `claimtrack {by} {name}`" if name else ""

    def is_only_read(self) -> bool:
        """Whether the desk exists and is not writable."""
        from claimtrack.store.file.desk_file import DeskFile

        return DeskFile(Path(self.path)).is_only_read()

    def file(self) -> Path:
        """The path of the desk, for reading; warns if it is read-only."""
        self._warn_if_read_only()
        return Path(self.path)

    def _warn_if_read_only(self) -> None:
        if self.is_only_read():
            say(f"{Path(self.path)} is read-only: the file, its folder or the disk cannot be written to.")

    @contextmanager
    def open_or_create(self, *, dry_run: bool = False, for_one: bool = False) -> Iterator[Database]:
        """Open the desk, creating it if it does not exist; a dry run creates a temporary one.

        Claims that another program has written are indexed first, which may take minutes: on a copy in a dry run. A desk opened
        `for_one` claim only mentions them.
        """
        import tempfile

        from claimtrack.store.file.copying import scratch_copy
        from claimtrack.workflow.setup import init_desk

        with ExitStack() as opened:
            try:
                db = opened.enter_context(self.open())
            except NotFound:
                made = self
                if dry_run:
                    folder = opened.enter_context(tempfile.TemporaryDirectory(prefix="claimtrack-"))
                    made = replace(self, path=str(Path(folder, "desk.db")))
                place = "" if Path(self.path).is_absolute() else f" in {Path.cwd()}"  # cron starts elsewhere
                # Another process may have created it in the meantime: then there is nothing to report.
                if init_desk(made.path, actor=self.actor).migrations:
                    say(
                        f"There is no desk at {self.path} yet, and a dry run does not create one. Comparing with an empty desk"
                        if dry_run
                        else f"Created the desk {self.path}{place}, which did not exist yet"
                    )
                db = opened.enter_context(made.open())
            if for_one:
                warn_if_unindexed(db)
            elif dry_run and warn_if_unindexed(db, remedy=_ADDING_ON_COPY):
                db = opened.enter_context(closing(scratch_copy(db)))
                index_waiting_claims(db, stopped=STOPPED_DRY)
            elif not dry_run and warn_if_unindexed(db, remedy="adding them now"):
                index_waiting_claims(db)
            yield db


def change_all_or_none(
    db: Database, actor: str | None, numbers: Iterable[int], change: Callable[[Database, int], R]
) -> dict[int, R]:
    """Apply the change once to each row id, in one transaction, and return the results by id."""
    from claimtrack.store.file.database import write_transaction

    with write_transaction(db, actor):
        return {number: change(db, number) for number in dict.fromkeys(numbers)}


def warn_if_shared(path: str) -> None:
    """Warn if the desk is on a network share or in a synchronised folder, where two computers writing at once can damage it."""
    from claimtrack.store.file.shares import find_share_kind, find_sync_program

    if kind := find_share_kind(path):
        where = f"on a network share ({kind})"
    elif program := find_sync_program(path):
        where = f"in a folder that {program} synchronises"
    else:
        return
    say(
        f"Warning: {path} is {where}, where two computers writing at once can damage it. Keep the file "
        "on one computer's own disk, and let the others use it over the network: see “For several people” in "
        "docs/install.md"
    )


def warn_if_unindexed(db: Database, **remedy: str) -> bool:
    """Warn if more claims wait for the match index than a look-up reads directly; return whether they do."""
    from claimtrack.store.index.derived import explain_waiting

    if told := explain_waiting(db, **remedy):
        say(f"{told}.")
    return bool(told)


_STOPPED = "Stopped. The claims indexed so far are kept: `claimtrack init` indexes the others."
_FEW_CLAIMS = 1_000
"""How many claims are indexed within a second."""
STOPPED_DRY = "Stopped. Nothing was written."
_ADDING_ON_COPY = "adding them for this run alone. `claimtrack init` adds them for good"


def index_waiting_claims(db: Database, *, stopped: str = _STOPPED) -> int:
    """Add waiting claims to the match index, with a progress bar; return their number.

    `stopped` is printed on Ctrl-C. Raises DatabaseError if the index is damaged: adding claims would hide that it was
    empty.
    """
    from claimtrack.store.index.derived import count_waiting, refuse_damaged_index
    from claimtrack.workflow.matching.matching import index_pending_claims

    if total := count_waiting(db):
        refuse_damaged_index(db)
        with indexing_progress(total, stopped) as count:
            index_pending_claims(db, progress=count)
    return total


def index_written_claims(db: Database) -> None:
    """Add what a command has just written to the match index, with a progress bar if that takes long.

    Called once its results are printed: who presses Ctrl-C then has them.
    """
    from claimtrack.store.index.derived import count_waiting
    from claimtrack.workflow.matching.matching import index_pending_claims

    if count_waiting(db) > _FEW_CLAIMS:
        index_waiting_claims(db)
    else:
        index_pending_claims(db)


@contextmanager
def indexing_progress(total: int, stopped: str) -> Iterator[Callable[[int], None]]:
    """Yield a callback to call with the size of each indexed batch; it drives a progress bar. `stopped` is printed on Ctrl-C."""
    done = 0
    with ending_on_interrupt(stopped), progress("Indexing claims") as advance:

        def count(batch: int) -> None:
            nonlocal done
            done += batch
            advance(done, total)

        yield count


def pass_session(command: Callable[Concatenate[Session, P], R]) -> Callable[P, R]:
    """Pass the session to the command as its first argument."""

    @click.make_pass_decorator(Session)
    @wraps(command)
    def run(session: Session, /, *args: P.args, **given: P.kwargs) -> R:
        import_sqlite_utils_only()
        try:
            return command(session, *args, **given)
        except READING_ERRORS:
            # A command may open the file itself: if that is damaged, the session says so.
            with session.open() if Path(session.path).is_file() else nullcontext():
                raise

    return run
