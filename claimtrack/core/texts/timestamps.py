"""When in a recording was something said? Found by the time stamps of its transcript: "[00:12:40]" above the words, "Ada Moor  0:03"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit, urlunsplit

from claimtrack.core.expressions import expression

if TYPE_CHECKING:
    import re

_TIME = expression(
    r"[^\S\n]*(?P<name>[^\s:!?\[(0-9][^\n:!?\[(]{0,59}?[^\S\n]{1,8})?(?P<mark>[\[(])?"
    r"(?P<hours>\d{1,3}:)?(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)(?:[.,]\d{1,3})?(?![\w:])(?(mark)[\])])"
)
_IN_CAPTIONS = expression(r"\[\d\d:\d\d:\d\d\]")
"""`ingest` writes times into captions like this."""
_CLOCK = expression(r"\d:\d\d")
_FAR = 100
"""Characters; time stamps begin within this distance of the start of a line."""
_REST = expression(r"[^\n]*")
_BEGINNING, _MINUTES = 3600, 120
"""Seconds within which a recording has its first time stamp, with hours and without: "[09:14:22]" at the top, or "9:30", is the time of
day. A stream may show a waiting screen for most of an hour."""
_FIRST_IN_CAPTIONS = range(30, 121)
"""Seconds of the first time in captions: `ingest` writes it half a minute into the recording, and words above it were said from its
beginning. Above an earlier or later time, words may be about the recording."""
_OVERLAP = 60
"""Seconds by which a time stamp may precede the one above it: people speak at the same time."""
_IN_YOUTUBE = ("/watch", "/live/", "/shorts/", "/embed/")
_YOUTUBE, _VIMEO = {"youtube.com", "youtu.be", "music.youtube.com"}, {"vimeo.com", "player.vimeo.com"}
_MEDIA = tuple(".mp3 .mp4 .m4a .m4v .ogg .oga .ogv .opus .wav .webm .mov .aac .flac".split())


class Timestamp(NamedTuple):
    """A time stamp in a transcript: its offset, and the seconds since the recording began; None where another recording begins."""

    place: int
    second: int | None


def find_timestamps(text: str) -> list[Timestamp]:
    """Find the time stamps of a recording in order; none if they are times of day.

    Where they go back, another recording begins, which the address does not play: none from there on.
    """
    found: list[Timestamp] = []
    latest = 0
    for match in filter(_is_timestamp, _find_candidates(text)):
        minutes = int((match["hours"] or "0:")[:-1]) * 60 + int(match["minutes"])
        second = minutes * 60 + int(match["seconds"])
        if not found and second > (_BEGINNING if match["hours"] else _MINUTES):
            return []
        is_below = not found and second in _FIRST_IN_CAPTIONS and match.start() > 0
        if is_below and _IN_CAPTIONS.match(text, match.start()):
            found.append(Timestamp(-1, 0))
        if found and second < latest - _OVERLAP:
            return [*found, Timestamp(match.start(), None)]
        latest = max(latest, second)
        found.append(Timestamp(match.start(), second))
    return found


def _find_candidates(text: str) -> Iterator[re.Match[str]]:
    """Yield possible time stamps, at most one per line. Lines without a time are skipped: a text may have millions."""
    last = -1
    for clock in _CLOCK.finditer(text):
        line = text.rfind("\n", max(0, clock.start() - _FAR), clock.start()) + 1
        if line == last or clock.start() - line > _FAR:
            continue
        last = line
        if match := _TIME.match(text, line):
            yield match


def _is_timestamp(match: re.Match[str]) -> bool:
    """Whether a time is written as programs do: alone on its line or after a name, in brackets, or with hours at the start."""
    after = _REST.match(match.string, match.end())[0]  # type: ignore[index]
    if match["mark"]:
        return not match["name"] or after[:1] == ":" or not after.strip()
    if match["name"]:
        return match["name"].endswith(("  ", "\t")) and not after.strip()
    return not after.strip() or (match["hours"] is not None and after[0].isspace())


def second_at(timestamps: Sequence[Timestamp], place: int) -> int | None:
    """Return the second of the last time stamp before an offset."""
    before = bisect_left(timestamps, place, key=attrgetter("place"))
    return timestamps[before - 1].second if before else None


def format_clock(second: int) -> str:
    """Format seconds as a time: 12:40, 1:02:03."""
    hours, rest = divmod(second, 3600)
    minutes = f"{rest // 60:02}" if hours else str(rest // 60)
    return f"{f'{hours}:' if hours else ''}{minutes}:{rest % 60:02}"


def link_at(url: str | None, second: int) -> str | None:
    """Return the address that plays a recording from that second on, if its site or file type is known to support it; else None."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"}:
        return None
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    if host in _VIMEO:
        return urlunsplit(parts._replace(fragment=f"t={second}s"))
    if host in _YOUTUBE and (host == "youtu.be" or parts.path.startswith(_IN_YOUTUBE)):
        kept = [one for one in parts.query.split("&") if one and not one.startswith(("t=", "start="))]
        start = f"start={second}" if parts.path.startswith("/embed/") else f"t={second}s"
        return urlunsplit(parts._replace(query="&".join([*kept, start]), fragment=""))
    if parts.path.lower().endswith(_MEDIA):
        return urlunsplit(parts._replace(fragment=f"t={second}"))
    return None
