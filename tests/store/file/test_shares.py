"""A desk on a network share is recognised by its nearest mount, one in a synchronised folder by its folder names."""

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

SHARE_KINDS = [
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


@each_row(("path", "kind"), SHARE_KINDS)
def test_the_nearest_mount_determines_the_kind_of_share(mounted, path, kind):
    assert shares.find_share_kind(path) == kind


def test_a_system_without_a_mount_table_has_no_known_shares(tmp_path, monkeypatch):
    monkeypatch.setattr(shares, "_MOUNTS", tmp_path / "none")
    assert shares.find_share_kind(tmp_path / "claims.db") is None


def test_creating_a_desk_on_a_network_share_warns(tmp_path, monkeypatch, capsys):
    (tmp_path / "mounts").write_text(f"server:/desk {tmp_path} nfs rw 0 0", encoding="utf-8")
    monkeypatch.setattr(shares, "_MOUNTS", tmp_path / "mounts")
    warn_if_shared(str(tmp_path / "claims.db"))
    assert "is on a network share (nfs)" in capsys.readouterr().err


@each_row(
    ("path", "program"),
    [
        ("/home/ada/Dropbox/desk/claims.db", "Dropbox"),
        ("/home/ada/Dropbox (The Courier)/claims.db", "Dropbox"),
        ("/home/ada/OneDrive - The Courier/claims.db", "OneDrive"),
        ("/Users/ada/Library/CloudStorage/GoogleDrive-ada@courier.example/My Drive/claims.db", "GoogleDrive"),
        ("/home/ada/dropboxes/claims.db", None),
        ("/home/ada/Dropbox", None),
        ("/home/ada/desk/claims.db", None),
    ],
    ids=["its own folder", "a company's folder", "another company's folder", "on macOS", "a longer name", "a file of that name", "an ordinary folder"],
)  # fmt: skip
def test_a_folder_name_identifies_the_program_that_synchronises_it(path, program):
    assert shares.find_sync_program(path) == program


def test_creating_a_desk_in_a_synchronised_folder_warns(tmp_path, capsys):
    warn_if_shared(str(tmp_path / "Dropbox" / "claims.db"))
    assert "is in a folder that Dropbox synchronises, where two computers" in capsys.readouterr().err
