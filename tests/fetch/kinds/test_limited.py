"""Files that somebody chooses in a browser are read for a limited time, in a process of its own: nothing else stops the readers."""

import os

import pytest

from claimtrack.core.errors import UnreadableSource
from claimtrack.fetch import read_bytes
from claimtrack.fetch.kinds import limited
from claimtrack.fetch.loaded import Hints
from tests.fetch.conftest import SAMPLES


class Ending:
    """Ends the process that loads it, as the system does if it takes too much memory."""

    def __reduce__(self):
        return os._exit, (3,)


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


def test_what_takes_too_long_is_refused_with_a_remedy():
    data = (SAMPLES / "gazette.rss").read_bytes()
    with pytest.raises(
        UnreadableSource, match=r"^a\.rss takes more than 0\.01 seconds to read: copy the text"
    ):
        read_bytes(data, "a.rss", seconds=0.01)


def test_what_ends_the_process_is_refused_and_a_mistake_of_ours_is_named():
    with pytest.raises(UnreadableSource, match=r"^a\.rss is damaged, or takes too much memory"):
        limited.load_within(60, "feed", Ending(), Hints("a.rss"))
    with pytest.raises(RuntimeError, match="AttributeError"):
        limited.load_within(60, "feed", None, Hints("a.rss"))
