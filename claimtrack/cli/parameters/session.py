"""One run of the command: which desk, and who is at it."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import click

from claimtrack.cli.imports import import_sqlite_utils_only
from claimtrack.cli.output.messages import ending_on_interrupt, progress, say
from claimtrack.core.errors import ClaimtrackError, NotFound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlite_utils import Database

    from claimtrack.store.stretches import HistoryRange

P = ParamSpec("P")
R = TypeVar("R")


def default_actor() -> str:
    """The name of the user at the keyboard; "unknown" where the system has none for the process."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command: which desk, and who is at it."""

    path: str
    actor: str

    @contextmanager
    def open(self) -> Iterator[Database]:
        """The desk, which must be there and up to date.

        That it can only be read is said at the end, unless an error is: that of a refused write says it itself.
        """
        from claimtrack.store.file.connecting import refuse_concurrent_change
        from claimtrack.store.file.database import open_desk
        from claimtrack.store.file.tables import report_lost_parts

        path, is_refused = Path(self.path), False
        with refuse_concurrent_change(path), closing(open_desk(path)) as db, report_lost_parts(db):
            try:
                yield db
            except (ClaimtrackError, sqlite3.Error):
                is_refused = True
                raise
            finally:
                if not is_refused:
                    _warn_if_read_only(path)

    def check(self) -> None:
        """Say what is wrong with the desk, for a command that does not open it itself."""
        with self.open():
            pass

    def report_each(
        self,
        claim_ids: Iterable[int],
        change: Callable[[Database, int], str],
        *warnings: str,
        nothing: str = "",
    ) -> None:
        """Change all of the claims or none, and tell what became of each, these warnings, and how several are taken back at once.

        `nothing` is told where nothing is to be told of any of them.
        """
        from claimtrack.store.file.database import write_transaction
        from claimtrack.store.rewinding import last_change_id
        from claimtrack.store.stretches import since

        with self.open() as db, write_transaction(db, self.actor):
            begun = last_change_id(db)
            told = change_all_or_none(db, self.actor, claim_ids, change)
            undo = self.undo(db, [since(db, begun)], "To undo all of it") if len(told) > 1 else ""
        said = [*filter(None, told.values())] or [nothing]
        say("\n".join([*said, *warnings, *filter(None, [undo])]))

    def undo(
        self, db: Database, written: Iterable[HistoryRange], lead: str, *, by: str = "undo --changes"
    ) -> str:
        """The command that takes these changes back, after some words that lead to it; empty where there are none."""
        from claimtrack.store.file.connecting import command
        from claimtrack.workflow.undoing import changes_name

        name = changes_name(db, written)
        return f"{lead}: `{command(self.path, f'{by} {name}')}`" if name else ""

    def is_only_read(self) -> bool:
        """Whether the desk is there and cannot be written by us."""
        from claimtrack.store.file.connecting import is_only_read

        return is_only_read(Path(self.path))

    def file(self) -> Path:
        """The desk's file, to be read; says so where it can only be."""
        path = Path(self.path)
        _warn_if_read_only(path)
        return path

    @contextmanager
    def open_or_create(self, *, dry_run: bool = False, for_one: bool = False) -> Iterator[Database]:
        """The desk, created first where there is none yet; of a dry run one that goes again.

        What another program wrote is taken into the match index first, unless it is opened `for_one` claim: that may take minutes.
        """
        import tempfile

        from claimtrack.workflow.setup import init_desk

        with ExitStack() as opened:
            try:
                db = opened.enter_context(self.open())
            except NotFound:
                made = self
                if dry_run:
                    folder = opened.enter_context(tempfile.TemporaryDirectory(prefix="claimtrack-"))
                    made = replace(self, path=str(Path(folder, "desk.db")))
                # Whoever makes it at the same time may be first: then there is nothing left to tell.
                if init_desk(made.path, actor=self.actor).migrations:
                    say(
                        f"There is no desk at {self.path} yet, and a dry run does not create one. Comparing with an empty desk"
                        if dry_run
                        else f"Created the desk {self.path}, which did not exist yet"
                    )
                db = opened.enter_context(made.open())
            if dry_run or for_one:
                warn_if_unindexed(db)
            elif warn_if_unindexed(db, remedy="adding them now"):
                index_waiting_claims(db)
            yield db


def change_all_or_none(
    db: Database, actor: str | None, numbers: Iterable[int], change: Callable[[Database, int], R]
) -> dict[int, R]:
    """What became of each row of these numbers, each once: all of them are changed, or none."""
    from claimtrack.store.file.database import write_transaction

    with write_transaction(db, actor):
        return {number: change(db, number) for number in dict.fromkeys(numbers)}


def _warn_if_read_only(path: Path) -> None:
    from claimtrack.store.file.connecting import is_only_read

    if is_only_read(path):
        say(f"{path} is read-only: the file, its folder or the disk cannot be written to.")


def warn_if_shared(path: str) -> None:
    """Say where the desk lies on a network share or in a synchronised folder: two computers that write there at once damage it."""
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
    """Say where more claims wait for the match index than a look-up reads; whether they do."""
    from claimtrack.store.file.connecting import file_of, naming
    from claimtrack.store.index.derived import explain_waiting

    if told := explain_waiting(db, **remedy):
        say(f"{naming(file_of(db) or '', told)}.")
    return bool(told)


_STOPPED = "Stopped. The claims indexed so far are kept: `claimtrack init` indexes the others."


def index_waiting_claims(db: Database, *, stopped: str = _STOPPED) -> int:
    """Take the claims that wait into the match index, and tell how far that has come; how many waited.

    `stopped` is what Ctrl-C says. Raises DatabaseError where the index is damaged: what is taken in would hide that it was empty.
    """
    from claimtrack.store.index.derived import count_waiting, refuse_damaged_index
    from claimtrack.workflow.matching.matching import index_pending_claims

    if total := count_waiting(db):
        refuse_damaged_index(db)
        with indexing_progress(db, total, stopped) as count:
            index_pending_claims(db, progress=count)
    return total


@contextmanager
def indexing_progress(db: Database, total: int, stopped: str) -> Iterator[Callable[[int], None]]:
    """Tells how far indexing so many claims has come: call what it yields with the number of each batch. Says what goes on where it is `stopped`."""
    from claimtrack.store.file.connecting import file_of, naming

    done = 0
    with ending_on_interrupt(naming(file_of(db) or "", stopped)), progress("Indexing claims") as advance:

        def count(batch: int) -> None:
            nonlocal done
            done += batch
            advance(done, total)

        yield count


def pass_session(command: Callable[Concatenate[Session, P], R]) -> Callable[P, R]:
    """Give the command its session, as the first argument."""

    @click.make_pass_decorator(Session)
    @wraps(command)
    def run(session: Session, /, *args: P.args, **given: P.kwargs) -> R:
        import_sqlite_utils_only()
        return command(session, *args, **given)

    return run
