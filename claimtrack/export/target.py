"""The target of an export: a file that appears complete or not at all, or standard output."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from secrets import token_hex
from typing import IO, TYPE_CHECKING

from claimtrack.core.errors import ClaimtrackError, InvalidValue
from claimtrack.core.texts.printable import printable
from claimtrack.store.file.leftovers import delete_unfinished_files

if TYPE_CHECKING:
    from pathlib import Path


@contextmanager
def binary_target(path: Path | None) -> Iterator[IO[bytes]]:
    """Open a handle for bytes. A file is written under a temporary name and renamed when it is complete.

    None is standard output. If the block fails, or the disk is full, no file appears and
    an existing one stays as it was. Raises InvalidValue if the folder is not writable.
    """
    if path is None:
        with _standard_output() as out:
            yield out
        return
    _refuse_circle(path)
    _refuse_database(path)
    # A named pipe or /dev/stdout cannot be replaced by renaming.
    if path.exists() and (not path.is_file() or _is_open(path)):
        # Append, as in `-o /dev/stdout >>all.csv`: opening an open file by its name would start at its beginning.
        with naming(path), path.open("ab") as there:
            yield there
        return
    path = path.resolve()  # a link stays, and points to the new file
    with _temporary_beside(path) as (handle, temporary):
        yield handle
        handle.flush()
        os.fsync(handle.fileno())
        handle.close()
        temporary.replace(path)


def _is_open(path: Path) -> bool:
    """Whether the path is an open file: /dev/stdout, /dev/fd/3, or a link to one of these."""
    folder = path.absolute().parent.resolve()
    if re.fullmatch(r"/dev/fd|/proc/.+/fd", str(folder)):
        return True
    return path.is_symlink() and _is_open(path.parent / path.readlink())


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Within the block, write errors name the file: the system only names it if it cannot be opened."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def _refuse_circle(path: Path) -> None:
    """Raise InvalidValue for a link that leads back to itself, which `Path.resolve` refuses in some versions of Python and not in others."""
    try:
        path.stat()
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise InvalidValue(f"{path} is a link that leads back to itself: name a file with -o") from error


def _refuse_database(path: Path) -> None:
    """Raise InvalidValue for a target that is a database or kept beside one: `-o claims.db` would destroy the desk, `-o claims.db-wal` its latest changes."""
    if path.is_dir():
        raise InvalidValue(f"{path} is a folder: name a file with -o")
    if path.is_file() and _begins_like_a_database(path):
        raise InvalidValue(
            f"{path} is a database, and an export never replaces one: name another file with -o"
        )
    if path.resolve().name.endswith(("-wal", "-shm", "-journal")):
        raise InvalidValue(f"in {path} SQLite keeps changes of a desk: name another file with -o")
    if path.resolve().name.endswith(".users.json"):
        raise InvalidValue(f"in {path} a desk keeps who can log in to it: name another file with -o")


def _begins_like_a_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return False  # unreadable: if it is not writable either, that is reported later


@contextmanager
def text_target(path: Path | None, *, bom: bool = False) -> Iterator[io.TextIOBase]:
    """Open a handle for text: UTF-8, line ends as written. `bom` adds a byte order mark for older Excel versions."""
    with binary_target(path) as binary:
        is_seen = path is None and sys.stdout.isatty()
        kind = _OnTerminal if is_seen else io.TextIOWrapper
        text = kind(binary, encoding="utf-8-sig" if bom else "utf-8", newline="")
        try:
            yield text
            text.flush()
        finally:
            with suppress(OSError, ValueError):
                text.detach()


class _OnTerminal(io.TextIOWrapper):
    """Escapes control characters on a terminal; in a file or a pipe the data stay unchanged."""

    def write(self, text: str) -> int:
        return super().write(printable(text.replace("\r\n", "\n")))


@contextmanager
def _temporary_beside(path: Path) -> Iterator[tuple[IO[bytes], Path]]:
    delete_unfinished_files(path)
    temporary = path.with_name(f".{path.name}.{token_hex(4)}.part")
    try:
        # "x", not mkstemp, whose files only their owner can read: an export gets ordinary permissions.
        handle = temporary.open("xb")
    except OSError as error:
        raise InvalidValue(f"cannot write {path}: {error.strerror}. Choose another place with -o") from error
    try:
        with handle:
            yield handle, temporary
    except OSError as error:
        is_kept = isinstance(
            error, PermissionError
        )  # Windows does not replace a file that a program has open
        remedy = ". Close it where it is open, as in Excel, or choose another name with -o" if is_kept else ""
        raise ClaimtrackError(
            f"could not write {path}: {error.strerror}{remedy}. No partial file was left behind"
        ) from error
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def _standard_output() -> Iterator[IO[bytes]]:
    if sys.__stdout__ is None:  # the command line replaces it by an empty one
        raise ClaimtrackError("standard output is closed: name a file with -o")
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()
