"""A desk on a network share or in a synchronised folder is told: by the kind of the nearest mount above it, and by the names of its folders."""

import pytest

from claimtrack.cli.parameters.session import warn_if_shared
from claimtrack.store.file import shares
from tests.tables import each_row

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
server:/desk /mnt/desk nfs4 rw 0 0
//nas/news /mnt/the\040news cifs rw 0 0
/dev/sdb1 /mnt/desk/local ext4 rw 0 0
tmpfs /mnt/over tmpfs rw 0 0
ada@host:/ /mnt/over fuse.sshfs rw 0 0
C:\134 /mnt/c 9p rw 0 0
"""

PLACES = [
    ("/home/ada/claims.db", None),
    ("/mnt/desk/claims.db", "nfs4"),
    ("/mnt/desk", "nfs4"),
    ("/mnt/desktop/claims.db", None),
    ("/mnt/the news/a/b/claims.db", "cifs"),
    ("/mnt/desk/local/claims.db", None),
    ("/mnt/over/claims.db", "fuse.sshfs"),
    ("/mnt/c/claims.db", None),
]


@pytest.fixture
def mounted(tmp_path, monkeypatch):
    (tmp_path / "mounts").write_text(MOUNTS.strip(), encoding="utf-8")
    monkeypatch.setattr(shares, "_MOUNTS", tmp_path / "mounts")


@each_row(("place", "kind"), PLACES)
def test_the_nearest_mount_tells(mounted, place, kind):
    assert shares.find_share_kind(place) == kind


def test_where_the_system_does_not_tell_nothing_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(shares, "_MOUNTS", tmp_path / "none")
    assert shares.find_share_kind(tmp_path / "claims.db") is None


def test_who_makes_a_desk_on_a_share_is_told(tmp_path, monkeypatch, capsys):
    (tmp_path / "mounts").write_text(f"server:/desk {tmp_path} nfs rw 0 0", encoding="utf-8")
    monkeypatch.setattr(shares, "_MOUNTS", tmp_path / "mounts")
    warn_if_shared(str(tmp_path / "claims.db"))
    assert "is on a network share (nfs)" in capsys.readouterr().err


@each_row(
    ("place", "program"),
    [
        ("/home/ada/Dropbox/desk/claims.db", "Dropbox"),
        ("/home/ada/Dropbox (The Courier)/claims.db", "Dropbox"),
        ("/home/ada/OneDrive - The Courier/claims.db", "OneDrive"),
        ("/Users/ada/Library/CloudStorage/GoogleDrive-ada@courier.example/My Drive/claims.db", "GoogleDrive"),
        ("/home/ada/dropboxes/claims.db", None),
        ("/home/ada/Dropbox", None),
        ("/home/ada/desk/claims.db", None),
    ],
    ids=["its folder", "of a company", "of a company, another", "on macOS", "a word that begins so", "a file called so", "any folder"],
)  # fmt: skip
def test_the_name_of_a_folder_tells_who_synchronises_it(place, program):
    assert shares.find_sync_program(place) == program


def test_who_makes_a_desk_in_a_synchronised_folder_is_told(tmp_path, capsys):
    warn_if_shared(str(tmp_path / "Dropbox" / "claims.db"))
    assert "is in a folder that Dropbox synchronises, where two computers" in capsys.readouterr().err
