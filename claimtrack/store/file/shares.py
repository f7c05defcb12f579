"""Whether a file is on a network share or in a synchronised folder, where SQLite's locks do not work between computers."""

from __future__ import annotations

import os
import re
from pathlib import Path

_MOUNTS = Path("/proc/self/mounts")
_NETWORK_FILESYSTEM = re.compile(
    r"nfs\d?|cifs|smb\w*|afpfs|afs|ceph|glusterfs|davfs|fuse\.(?:sshfs|rclone|glusterfs|davfs2?|smb\w*|gvfs.*)"
)

_SYNC_FOLDER = re.compile(
    r"(Dropbox|OneDrive|Google ?Drive|iCloud ?Drive|com~apple~CloudDocs|Nextcloud|ownCloud)(?:[ -].*)?",
    re.IGNORECASE,
)
"""Folder names of these programs: "OneDrive - The Courier", "Dropbox (The Courier)"."""


def find_sync_program(path: str | Path) -> str | None:
    """Return the program that synchronises the file, judging by the name of a parent folder; None if there is none."""
    parts = Path(os.path.realpath(path)).parts[:-1]
    found = next(filter(None, map(_SYNC_FOLDER.fullmatch, parts)), None)
    return found and found[1]


def find_share_kind(path: str | Path) -> str | None:
    """Return the file system of the network share for a path, which need not exist yet, such as "nfs4"; None for a disk, or if unknown."""
    real = os.path.realpath(path)
    if real.startswith(r"\\") and os.name == "nt":
        return "share"
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:  # not Linux
        return None
    mounts = [(_unescape_mount(point), kind) for _, point, kind, *_ in map(str.split, lines)]
    around = [one for one in mounts if f"{real}/".startswith(f"{one[0].rstrip('/')}/")]
    # Of two mounts at one point the later one hides the other.
    kind = max(reversed(around), key=lambda one: len(one[0]), default=("", ""))[1]
    return kind if _NETWORK_FILESYSTEM.fullmatch(kind) else None


def _unescape_mount(point: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), point)
