"""Unfinished files of a killed process are removed by a later one, and nothing else is."""

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

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
PREAMBLE = """
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


def run_and_kill(script: str, *arguments) -> None:
    result = subprocess.run([sys.executable, "-c", PREAMBLE + script, *map(str, arguments)], check=False)
    assert result.returncode == -signal.SIGKILL


def make_stale(*paths) -> None:
    long_ago = time.time() - STALE_AFTER - 60
    for path in paths:
        os.utime(path, (long_ago, long_ago))


def back_up(desk, target):
    db = open_desk(desk)
    backup(db, target)
    db.close()


def test_an_unfinished_backup_is_removed_by_the_next_days_backup(desk, out):
    run_and_kill("os.fsync = die; backup(open_desk(Path(sys.argv[1])), sys.argv[2])", desk, out / "monday.db")
    [unfinished] = out.iterdir()
    assert unfinished.name.endswith(".unfinished")
    back_up(desk, out / "at-once.db")
    assert unfinished.exists(), "another backup may be at work"
    make_stale(unfinished)
    back_up(desk, out / "tuesday.db")
    assert {path.name for path in out.iterdir()} == {"at-once.db", "tuesday.db"}


KILLED_DURING_SWAP = "Path.rename = lambda path, target: os.rename(path, target) if path.name != 'new' else die(); publish(*map(Path, sys.argv[1:3]), site=Path(sys.argv[3]))"


def test_publish_restores_the_site_that_a_killed_publish_moved_aside(desk, out):
    site = out / "site"
    publish(desk, out / "public.db", site=site)
    (site / "CNAME").write_text("desk.example")
    run_and_kill(KILLED_DURING_SWAP, desk, out / "public.db", site)
    assert not site.exists()
    publish(desk, out / "public.db", site=site)
    assert (site / "CNAME").read_text() == "desk.example"
    assert (site / "index.html").is_file()


def test_a_site_moved_aside_is_kept_if_another_took_its_place(desk, out):
    site = out / "site"
    publish(desk, out / "public.db", site=site)
    (site / "CNAME").write_text("desk.example")
    run_and_kill(KILLED_DURING_SWAP, desk, out / "public.db", site)
    site.mkdir()
    [aside] = [path for path in out.iterdir() if path.name.startswith(".site.")]
    make_stale(aside)
    publish(desk, out / "public.db", site=site)
    assert (aside / "old" / "CNAME").read_text() == "desk.example"


@pytest.mark.parametrize("is_listed", [True, False])
def test_unreadable_leftovers_do_not_stop_publishing(desk, out, monkeypatch, is_listed):
    """They may belong to another account, or the folder may be writable but not listable."""
    others = out / ".public.db.abcdefgh"
    others.mkdir()
    make_stale(others)
    iterdir = Path.iterdir

    def deny(path):
        if path == (others if is_listed else out):
            raise PermissionError(13, "Permission denied", str(path))
        return iterdir(path)

    monkeypatch.setattr(Path, "iterdir", deny)
    publish(desk, out / "public.db")
    assert (out / "public.db").is_file()
    assert others.is_dir()


def test_leftovers_of_a_killed_publish_are_removed_by_the_next_days_publish(desk, out):
    site = out / "site"
    run_and_kill(
        "from claimtrack.export import site; site.write = die\npublish(*map(Path, sys.argv[1:3]), site=Path(sys.argv[3]))",
        desk,
        out / "public.db",
        site,
    )
    run_and_kill(
        "from claimtrack.store.file import publication; publication._fill_copy = die\npublish(*map(Path, sys.argv[1:3]))",
        desk,
        out / "public.db",
    )
    leftovers = [path for path in out.iterdir() if path.is_dir()]
    assert len(leftovers) == 2
    unrelated = [out / ".site.settings", out / ".site.htpasswd", out / ".site.abcdefgh"]
    unrelated[0].mkdir()
    (unrelated[0] / "colours.css").touch()
    unrelated[1].touch()
    unrelated[2].symlink_to(unrelated[0])
    make_stale(*leftovers, *unrelated)
    publish(desk, out / "public.db", site=site)
    assert {*out.iterdir()} == {*unrelated, site, out / "public.db", out / "public.metadata.yml"}


def test_an_unfinished_export_is_removed_by_the_next_export_of_that_name(desk, out):
    run_and_kill(
        "from claimtrack.workflow import publishing; publishing.metadata = die\npublish(*map(Path, sys.argv[1:3]))",
        desk,
        out / "public.db",
    )
    [unfinished] = [path for path in out.iterdir() if path.suffix == ".part"]
    unrelated = out / ".other.metadata.yml.01234567.part"
    unrelated.touch()
    publish(desk, out / "public.db")
    assert unfinished.exists(), "another publish may be at work"
    make_stale(unfinished, unrelated)
    publish(desk, out / "public.db")
    assert {*out.iterdir()} == {unrelated, out / "public.db", out / "public.metadata.yml"}
