"""Where an export goes: a file that appears whole or not at all, or standard output."""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager, suppress
from secrets import token_hex
from typing import IO, TYPE_CHECKING

from claimtrack.core.errors import ClaimtrackError, InvalidValue
from claimtrack.core.texts.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def binary_target(path: Path | None) -> Iterator[IO[bytes]]:
    """A handle for bytes. A file is written beside its place and renamed when it is complete.

    None is standard output. When the work inside fails, or the disk is full, no file appears and
    one that stood there stays as it was. Raises InvalidValue where the folder cannot be written.
    """
    if path is None:
        with _standard_output() as out:
            yield out
        return
    _refuse_database(path)
    # A named pipe, /dev/stdout: nothing to rename over.
    if path.exists() and (not path.is_file() or _is_open(path)):
        # Appended, as in `-o /dev/stdout >>all.csv`: a name of an open file opens it anew, from its beginning on.
        with naming(path), path.open("ab") as there:
            yield there
        return
    path = path.resolve()  # a link stays, and points at the new file
    with _temporary_beside(path) as (handle, temporary):
        yield handle
        handle.flush()
        os.fsync(handle.fileno())
        handle.close()
        temporary.replace(path)


def _is_open(path: Path) -> bool:
    """Whether it names a file that is open: /dev/stdout, /dev/fd/3, or a link to one of these."""
    folder = path.absolute().parent.resolve()
    if folder.name == "fd" and folder.parts[1] in ("dev", "proc"):
        return True
    return path.is_symlink() and _is_open(path.parent / path.readlink())


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Within it, an error of writing names the file: the system tells it only of one that cannot be opened."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def _refuse_database(path: Path) -> None:
    """An export replaces an older one, but no database: `-o claims.db` would be the end of the desk, `-o claims.db.users.json` of its log-ins."""
    if path.is_dir():
        raise InvalidValue(f"{path} is a folder: name a file with -o")
    if path.is_file() and _begins_like_a_database(path):
        raise InvalidValue(
            f"{path} is a database, and an export never replaces one: name another file with -o"
        )
    if path.resolve().name.endswith(".users.json"):
        raise InvalidValue(f"in {path} a desk keeps who can log in to it: name another file with -o")


def _begins_like_a_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return False  # not to be read: that it cannot be written either is said further on


@contextmanager
def text_target(path: Path | None, *, bom: bool = False) -> Iterator[io.TextIOBase]:
    """A handle for text: UTF-8, line ends as written. `bom` marks it for older Excel versions."""
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
    """Makes visible what would act on the terminal; in a file or a pipe the data stay whole."""

    def write(self, text: str) -> int:
        return super().write(printable(text.replace("\r\n", "\n")))


@contextmanager
def _temporary_beside(path: Path) -> Iterator[tuple[IO[bytes], Path]]:
    temporary = path.with_name(f".{path.name}.{token_hex(4)}.part")
    try:
        # "x", and not mkstemp, whose files only their owner reads: an export is an ordinary file, as the system's mask has them.
        handle = temporary.open("xb")
    except OSError as error:
        raise InvalidValue(f"cannot write {path}: {error.strerror}. Choose another place with -o") from error
    try:
        with handle:
            yield handle, temporary
    except OSError as error:
        is_kept = isinstance(error, PermissionError)  # Windows replaces no file that a program has open
        remedy = ". Close it where it is open, as in Excel, or choose another name with -o" if is_kept else ""
        raise ClaimtrackError(
            f"could not write {path}: {error.strerror}{remedy}. No partial file was left behind"
        ) from error
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def _standard_output() -> Iterator[IO[bytes]]:
    if sys.__stdout__ is None:  # the command line has put an empty one in its place
        raise ClaimtrackError("standard output is closed: name a file with -o")
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()
