"""Files that somebody chooses in a browser are read for a limited time, in a process of its own: nothing else stops the readers."""

import errno
import io
import os
import subprocess
import sys
import zipfile

import pytest

from claimtrack.core.errors import UnreadableSource
from claimtrack.fetch import read_bytes
from claimtrack.fetch.kinds import limited
from claimtrack.fetch.loaded import Hints
from tests.fetch.conftest import SAMPLES
from tests.tables import each_row


class Ending:
    """Ends the process that loads it, as the system does if it takes too much memory."""

    def __reduce__(self):
        return os._exit, (3,)


class TellingLimits:
    """Tells, in the process that loads it, how much time and memory that may take."""

    def __reduce__(self):
        return exec, (
            "import sys; from resource import RLIMIT_AS, RLIMIT_CPU, getrlimit;"
            "sys.exit(f'{getrlimit(RLIMIT_CPU)[1]} {getrlimit(RLIMIT_AS)[1]}')",
        )


def loaded_or_refused(name, data, seconds):
    try:
        return read_bytes(data, name, whole=True, seconds=seconds)
    except UnreadableSource as error:
        return error.args


def test_a_limit_changes_neither_articles_nor_messages():
    """The second is a PDF that does not open, or cannot be read without the optional reader."""
    for name, data in (
        ("gazette.rss", (SAMPLES / "gazette.rss").read_bytes()),
        ("broken.pdf", b"%PDF-1.7 ..."),
    ):
        assert loaded_or_refused(name, data, 60) == loaded_or_refused(name, data, None)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system limits less, or nothing")
def test_the_system_limits_the_time_and_memory_of_the_process():
    with pytest.raises(RuntimeError, match=rf"^31 {limited._MEMORY}$"):
        limited.load_within(30.5, "feed", TellingLimits(), Hints("a.rss"))


def test_what_takes_too_long_is_refused_with_a_remedy():
    data = (SAMPLES / "gazette.rss").read_bytes()
    with pytest.raises(
        UnreadableSource, match=r"^a\.rss takes more than 0\.01 seconds to read: copy the text"
    ):
        read_bytes(data, "a.rss", seconds=0.01)


def test_documents_web_pages_and_emails_are_limited_too():
    """Of 300 kB of line breaks, a page takes ten seconds."""
    word = io.BytesIO()
    with zipfile.ZipFile(word, "w") as parts:
        parts.writestr("[Content_Types].xml", "wordprocessingml.document.main+xml")
    for name, head in (
        ("a.pdf", b"%PDF-1.7 ..."),
        ("a.docx", word.getvalue()),
        ("a.html", b"<html><body>"),
        ("a.eml", b"From: a@b.example\nContent-Type: text/html\n\n"),
    ):
        with pytest.raises(UnreadableSource, match=r"takes more than 0\.01 seconds"):
            read_bytes(
                head if name == "a.docx" else head + b"<p>Rents rose by 4 percent.</p>", name, seconds=0.01
            )


def test_what_ends_the_process_is_refused_and_a_mistake_of_ours_is_named():
    with pytest.raises(UnreadableSource, match=r"^a\.rss is damaged, or takes too much memory"):
        limited.load_within(60, "feed", Ending(), Hints("a.rss"))
    with pytest.raises(RuntimeError, match="AttributeError"):
        limited.load_within(60, "feed", None, Hints("a.rss"))


@each_row(
    ("code", "told", "reason"),
    [
        (1, b"Traceback:\nMemoryError: no more\n", "Python got less memory than it needs"),
        (1, b"", "nothing says why"),
        (-9, b"Killed by somebody\n", "the system ended it"),
    ],
)
def test_a_process_that_was_ended_is_no_mistake_of_ours(monkeypatch, code, told):
    done = subprocess.CompletedProcess([], code, b"", told)
    monkeypatch.setattr(limited.subprocess, "run", lambda *_, **__: done)
    with pytest.raises(UnreadableSource, match=r"^a\.rss is damaged, or takes too much memory"):
        limited.load_within(60, "feed", b"", Hints("a.rss"))


def test_where_no_process_can_be_started_the_message_does_not_blame_the_file(monkeypatch):
    def run(*_, **__):
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(limited.subprocess, "run", run)
    assert read_bytes(b"Rents rose by 4 percent.", "a.txt", seconds=60)  # no process is needed
    with pytest.raises(
        UnreadableSource, match=r"no process could be started .*unavailable.* try again later"
    ):
        read_bytes((SAMPLES / "gazette.rss").read_bytes(), "a.rss", seconds=60)


def test_the_process_finds_the_modules_that_this_one_finds(monkeypatch, tmp_path):
    """As where claimtrack runs from the folder of its repository, without being installed."""
    monkeypatch.delenv("PYTHONPATH", raising=False)
    (tmp_path / "feedparser.py").write_text("import nothing_of_this_name", encoding="utf-8")
    data = (SAMPLES / "gazette.rss").read_bytes()
    assert read_bytes(data, "a.rss", seconds=60)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(UnreadableSource, match=r"claimtrack itself failed .*nothing_of_this_name"):
        read_bytes(data, "a.rss", seconds=60)


def test_a_process_that_does_not_get_as_far_as_the_file_does_not_blame_it(monkeypatch, tmp_path):
    (tmp_path / "claimtrack.py").write_text("raise ImportError('half installed')", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(RuntimeError, match="half installed"):
        limited.load_within(60, "feed", b"", Hints("a.rss"))
