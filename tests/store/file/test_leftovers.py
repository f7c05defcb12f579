"""What a process that was killed left half made is cleared by the next, and nothing else is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimtrack.store.file.copying import backup
from claimtrack.store.file.database import open_desk
from claimtrack.store.file.leftovers import STALE_AFTER
from claimtrack.workflow.publishing import publish
from claimtrack.workflow.setup import init_desk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no signal that nobody can catch")
DIES = """
import os, signal, sys
from pathlib import Path
from claimtrack.store.file.copying import backup
from claimtrack.store.file.database import open_desk
from claimtrack.workflow.publishing import publish
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "claims.db"
    init_desk(path, name="The Daily Test", actor="ada")
    return path


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def killed(script: str, *given) -> None:
    done = subprocess.run([sys.executable, "-c", DIES + script, *map(str, given)], check=False)
    assert done.returncode == -signal.SIGKILL


def grow_old(*paths) -> None:
    long_ago = time.time() - STALE_AFTER - 60
    for path in paths:
        os.utime(path, (long_ago, long_ago))


def backup_to(desk, target):
    db = open_desk(desk)
    backup(db, target)
    db.close()


def test_the_half_of_a_backup_is_cleared_by_one_of_the_next_day(desk, out):
    killed("os.fsync = die; backup(open_desk(Path(sys.argv[1])), sys.argv[2])", desk, out / "monday.db")
    [half] = out.iterdir()
    assert half.name.endswith(".unfinished")
    backup_to(desk, out / "at-once.db")
    assert half.exists(), "another backup may be at work"
    grow_old(half)
    backup_to(desk, out / "tuesday.db")
    assert {path.name for path in out.iterdir()} == {"at-once.db", "tuesday.db"}


SITE = "Path.rename = lambda path, target: os.rename(path, target) if path.name != 'new' else die(); publish(*map(Path, sys.argv[1:3]), site=Path(sys.argv[3]))"


def test_a_site_that_was_put_aside_when_publish_was_killed_has_its_place_again(desk, out):
    site = out / "site"
    publish(desk, out / "public.db", site=site)
    (site / "CNAME").write_text("desk.example")
    killed(SITE, desk, out / "public.db", site)
    assert not site.exists()
    publish(desk, out / "public.db", site=site)
    assert (site / "CNAME").read_text() == "desk.example"
    assert (site / "index.html").is_file()


def test_a_site_that_was_put_aside_stays_where_somebody_made_another_in_its_place(desk, out):
    site = out / "site"
    publish(desk, out / "public.db", site=site)
    (site / "CNAME").write_text("desk.example")
    killed(SITE, desk, out / "public.db", site)
    site.mkdir()
    [aside] = [path for path in out.iterdir() if path.name.startswith(".site.")]
    grow_old(aside)
    publish(desk, out / "public.db", site=site)
    assert (aside / "old" / "CNAME").read_text() == "desk.example"


@pytest.mark.parametrize("is_listed", [True, False])
def test_what_cannot_be_read_there_keeps_nobody_from_publishing(desk, out, monkeypatch, is_listed):
    """As that of another account, which is at work or was killed; or where the folder may be written to and not listed."""
    others = out / ".public.db.abcdefgh"
    others.mkdir()
    grow_old(others)
    listed = Path.iterdir

    def refusing(path):
        if path == (others if is_listed else out):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refusing)
    publish(desk, out / "public.db")
    assert (out / "public.db").is_file()
    assert others.is_dir()


def test_what_a_killed_publish_made_is_cleared_by_one_of_the_next_day(desk, out):
    site = out / "site"
    killed(
        "from claimtrack.export import site; site.write = die\npublish(*map(Path, sys.argv[1:3]), site=Path(sys.argv[3]))",
        desk,
        out / "public.db",
        site,
    )
    killed(
        "from claimtrack.store.file import publication; publication._fill_copy = die\npublish(*map(Path, sys.argv[1:3]))",
        desk,
        out / "public.db",
    )
    left = [path for path in out.iterdir() if path.is_dir()]
    assert len(left) == 2
    somebodys = [out / ".site.settings", out / ".site.htpasswd", out / ".site.abcdefgh"]
    somebodys[0].mkdir()
    (somebodys[0] / "colours.css").touch()
    somebodys[1].touch()
    somebodys[2].symlink_to(somebodys[0])
    grow_old(*left, *somebodys)
    publish(desk, out / "public.db", site=site)
    assert {*out.iterdir()} == {*somebodys, site, out / "public.db", out / "public.metadata.yml"}


def test_the_half_of_an_export_is_cleared_by_the_next_one_of_that_name(desk, out):
    killed(
        "from claimtrack.workflow import publishing; publishing.metadata = die\npublish(*map(Path, sys.argv[1:3]))",
        desk,
        out / "public.db",
    )
    [half] = [path for path in out.iterdir() if path.suffix == ".part"]
    others = out / ".other.metadata.yml.01234567.part"
    others.touch()
    publish(desk, out / "public.db")
    assert half.exists(), "another publish may be at work"
    grow_old(half, others)
    publish(desk, out / "public.db")
    assert {*out.iterdir()} == {others, out / "public.db", out / "public.metadata.yml"}
