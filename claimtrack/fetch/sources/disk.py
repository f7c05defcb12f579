"""Reads from the disk: the bytes of a file, and the files of a folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimtrack.core.errors import LeftOut, SourceError, UnreadableSource
from claimtrack.core.steps import Worded
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.fetch.kinds.recognition import is_known
from claimtrack.fetch.loaded import Hints

_BARE_ADDRESS = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|uk|eu)/)", re.IGNORECASE)
# A shell's `<(command)` is a pipe that has a writer.
_DESCRIPTORS = ("/dev/fd/", "/dev/stdin", "/proc/")
_NAMED = 5
"""How many of the files that are left out for the same reason are named at most."""
# SQLite's file header, and the application id at byte 68 of a desk or of a public copy.
_SQLITE, _OURS = b"SQLite format 3\0", (b"clmt", b"clmp")
_BESIDE = ("-wal", "-shm", "-journal", ".before-", ".users.json")
"""Endings of files that belong to a desk: SQLite's own, backups before an upgrade, the log-ins."""
_SAVED_WITH = "_files"
_SPACES_OF_TEXT = 4
_IF_TEXT = "If it is the text itself, save it in a file, or pipe it in and give `-`"
_PAGES = (".html", ".htm", ".xhtml")


@dataclass(slots=True)
class Contents:
    """A folder's files: those of readable kinds (`wanted`), of other kinds, and in `refused` the errors for the rest."""

    wanted: list[Path] = field(default_factory=list)
    others: list[Path] = field(default_factory=list)
    refused: list[SourceError] = field(default_factory=list)
    hidden: int = 0
    """The number of files and folders whose names begin with a dot."""


def name_first(paths: Sequence[Path]) -> str:
    """The names of the first of these files, "" where there are none."""
    names = [path.name for path in paths[:_NAMED]]
    return ", ".join(names) + ", ..." * (len(paths) > _NAMED)


def contents(folder: Path, source: str) -> Contents:
    """The files of a folder and its subfolders, in order, without hidden files and without desks.

    Raises UnreadableSource for a folder that cannot be opened. Links to files are followed, those to folders are not:
    they may lead in a circle, or out into the whole disk.
    """
    try:
        next(folder.iterdir(), None)  # os.walk() would not report an error for this folder itself
    except OSError as error:
        raise explain_os_error(source, error) from error
    found = Contents()

    def closed(error: OSError) -> None:
        found.refused.append(explain_os_error(str(error.filename), error))

    for place, folders, files in os.walk(folder, onerror=closed):
        found.hidden += sum(name.startswith(".") for name in (*folders, *files))
        folders[:] = _entered(Path(place), folders, files, found.refused)
        for path in _without_desks([Path(place, name) for name in _visible(files)]):
            if _is_file(path):
                (found.wanted if is_known(Hints(path.name)) else found.others).append(path)
            elif path.is_symlink():
                found.refused.append(UnreadableSource(f"{path} is a broken link: fix or delete it"))
            else:  # opening it could block for ever
                found.refused.append(LeftOut(f"{path} is a pipe, a socket or a device, not a file"))
    found.wanted.sort()
    found.others.sort()
    return found


def _without_desks(paths: list[Path]) -> list[Path]:
    """The files of one folder without our databases and their companion files: people may keep a desk in the folder they ingest."""
    desks = [path.name for path in paths if _is_desk(path)]
    own = tuple(desk + end for desk in desks for end in _BESIDE)
    return [path for path in paths if path.name not in desks and not path.name.startswith(own)]


def _is_desk(path: Path) -> bool:
    try:
        if not path.is_file():  # a pipe would block until it has a writer
            return False
        # A database in use, maybe in this process: to close it after reading would end SQLite's locks on it.
        if Path(f"{path.resolve()}-wal").exists():
            return True
        with path.open("rb") as file:
            head = file.read(72)
    except OSError:  # opening it later reports why
        return False
    return head.startswith(_SQLITE) and head[68:] in _OURS


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # opening it later reports why
        return True


def _visible(names: Iterable[str]) -> list[str]:
    # Word writes "~$brief.docx" while somebody has brief.docx open; there is no text in it.
    return sorted(name for name in names if not name.startswith((".", "~$")))


def _entered(place: Path, folders: list[str], files: list[str], refused: list[SourceError]) -> list[str]:
    """The names of the subfolders to read; the errors for others are appended to `refused`."""
    entered = []
    for name in _visible(folders):
        path = place / name
        page = _page(name, files)
        if path.is_symlink():
            refused.append(
                LeftOut(
                    f"{path} is a link to a folder, and such links are not followed: give that folder as a source too"
                )
            )
        elif page:
            refused.append(
                LeftOut(
                    f"{path} was saved by a browser along with {page}, and contains no article of its own"
                )
            )
        else:
            entered.append(name)
    return entered


def _page(name: str, files: Iterable[str]) -> str | None:
    """The page that a browser saved with the folder of this name: "page.html" for "page_files"."""
    if not name.endswith(_SAVED_WITH):
        return None
    stem = name.removesuffix(_SAVED_WITH)
    return next((one for one in files if Path(one).stem == stem and one.lower().endswith(_PAGES)), None)


def file_bytes(path: Path, source: str, max_bytes: int) -> bytes:
    """The bytes of a file. Raises UnreadableSource if it is missing, unreadable, too large or an endless pipe."""
    if path.is_fifo() and not source.startswith(
        _DESCRIPTORS
    ):  # it would block until it has a writer, maybe for ever
        raise UnreadableSource(
            f"{source} is a named pipe: give it as standard input, " + Worded("`claimtrack ingest - < PIPE`")
        )
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        raise explain_os_error(source, error) from error
    return limit_size(data, source, max_bytes)


def limit_size(data: bytes, source: str, max_bytes: int) -> bytes:
    """The bytes themselves. Raises UnreadableSource if there are more than `max_bytes`."""
    if len(data) > max_bytes:
        raise UnreadableSource(f"{source} is larger than {max_bytes / 1e6:g} MB: ingest it in parts")
    return data


def explain_os_error(source: str, error: Exception) -> UnreadableSource:
    """Explain an error of the operating system to a person."""
    source = clean_line(source)[:200]
    if isinstance(error, FileNotFoundError):
        if _BARE_ADDRESS.match(source):
            return UnreadableSource(
                f"there is no file {source}. If it is a web address, add https:// in front"
            )
        missing = f"there is no file or folder {source}: check the name and the folder you are in"
        is_text = source.count(" ") >= _SPACES_OF_TEXT
        return UnreadableSource(f"{missing}. {_IF_TEXT}" if is_text else missing)
    if isinstance(error, PermissionError):
        return UnreadableSource(f"you may not read {source}: ask for read permission (chmod +r)")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    return UnreadableSource(f"{source} cannot be read: {reason}")
