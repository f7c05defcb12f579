"""Parses the cues of subtitles (WebVTT and SubRip): what is said at which time, by whom, each line once."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimtrack.fetch.loaders.captions.cue_names import LABEL, normalise_name, with_voice_tags

_CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?"
ARROW = "-->"
_TIMES = re.compile(rf"\s*({_CLOCK})\s*{ARROW}\s*{_CLOCK}")
"""The first line of a cue, with its times; its position on the screen may follow."""
_NAMED = re.compile(r'\s*\d+ "([^"<>]{1,80})" \(\d+\)\s*')
"""The line above it in which a meeting program names the speaker: `12 "Ada Moor" (33870)`."""
_BEGUN = re.compile(r'(?:\d+(?: "[^\n]*)?(?:\n|$))?(?:\d[\d:.,]*(?:\s*-.*)?\s*)?')
"""An incomplete cue at the end of a file that is being written: its number, and its times or part of them."""
_NO_CUE = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)\b")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]+)>")
_COLOUR = re.compile(
    r"(?:<[biu]>)*<(?:font\s[^<>]*?color=[\"']?(?P<font>[#\w]+)|c\.(?P<css>white|lime|cyan|red|yellow|magenta|blue)\b)",
    re.IGNORECASE,
)
"""The start of a line with a colour of its own."""
_TAG = re.compile(r"</?[a-zA-Z\d][^<>]*>|\{\\[^{}]*\}")
r"""Tags for voices, styles and the times of single words, and `{\an8}`, which puts a line at the top."""
_SOUND = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|# .*")
"""A line for a sound that is not speech: "[Applause]"."""
_NOTES = ("♪", "♫")
_BETWEEN = re.compile(
    r"[\[(] ?(?:(?:\w+ )?(?:music|applause|laughter|cheers|cheering)(?: \w+ing)?|laugh(?:s|ing)|clears throat|coughs|sighs) ?[\])]|[♪♫]",
    re.IGNORECASE,
)
"""The same between words. Marks of missing words stay: "[inaudible]", "[crosstalk]"."""
_MARK = re.compile(r">{2,3}\s*|[-–—](?:\s+(?![a-z])|(?=[A-Z\"'“‘]))")
"""The mark before the words of another speaker."""
_NEXT_MARK = re.compile(r"\s+(?=>>)")
_IN_BRACKETS = re.compile(
    r"[\[(](?!(?i:laughter|laughs|music|applause|cheers|translat\w+|breaking|caption|narrator|on screen|off screen|\w+ing|in)\b)"
    r"([A-ZÀ-Þ][\w.'’-]{0,30}(?: [A-ZÀ-Þ][\w.'’-]{0,30})?)(?::[\])]|[\])]:)(?=\s|$)"
)
"""The same in brackets: "[MARR:]", "(Marr):"; not "[LAUGHTER:]", "[SPEAKING SPANISH:]"."""

_MOST_LINES = 8
"""How many lines of a cue may repeat those of the previous one."""


class Line(NamedTuple):
    """A line of a cue. `name` is the speaker, `turns` whether the speaker changes, `colour` the colour that identifies a speaker.

    `at` is when it is first shown, in seconds from the beginning.
    """

    words: str
    name: str
    colour: str
    turns: bool
    sure: bool
    """Whether the name is certainly a name: it comes from a tag, or is in capitals."""
    at: int = 0


def spoken_lines(lines: list[str]) -> list[Line]:
    """The spoken lines of a file, without styles and positions. Empty if no words have a time."""
    return _drop_repeated(_parse_cue(at, cue) for at, cue in with_voice_tags(list(_cues(lines))))


def _cues(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the second at which each cue is shown, and its lines, without the numbers and names of cues."""
    cue: list[str] = []
    second, is_read, is_begun = 0, False, False
    for at, line in enumerate(lines := _drop_incomplete_cue(lines)):
        times = _TIMES.match(line)
        if times or (is_begun and ARROW in line):  # an invalid time: what follows is shown after the last one
            yield second, cue
            named = _NAMED.fullmatch(lines[at - 1]) if at else None
            cue, is_read, is_begun = [f"<v {named[1]}>"] if named else [], True, True
            second = in_seconds(times[1]) if times else second
        elif not line:  # a line with only a space is an empty line within the cue
            is_read = is_read and not _NO_CUE.match("".join(lines[at + 1 : at + 2]))
        elif is_read and not _is_number(lines, at):
            cue.append(line)
    yield second, cue


def _drop_incomplete_cue(lines: list[str]) -> list[str]:
    """The lines without an incomplete last cue that has no words yet."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    start = end
    while start and lines[start - 1].strip():
        start -= 1
    return lines[:start] if _BEGUN.fullmatch("\n".join(lines[start:end])) else lines


def in_seconds(clock: str) -> int:
    """The whole seconds of 01:02:03,400, or of 02:03.400."""
    seconds = 0
    for part in re.split("[.,]", clock)[0].split(":"):
        seconds = seconds * 60 + int(part)
    return seconds


def _is_number(lines: list[str], at: int) -> bool:
    """Whether a line is the number or the name of the next cue."""
    is_first = not lines[at - 1].strip() or lines[at].strip().isdigit()
    return is_first and at + 1 < len(lines) and ARROW in lines[at + 1]


def _parse_cue(at: int, cue: list[str]) -> list[Line]:
    found: list[Line] = []
    voice = colour = ""
    for line in _skip_songs(cue):
        # "before<v Ada Moor>words<v Tom Ryle>more" gives the words before, a name, words, a name, more.
        first, *voices = _VOICE.split(line)
        shown = _COLOUR.match(line)
        colour = (shown["font"] or shown["css"]).lower() if shown else colour
        for name, marked in zip(["", *voices[::2]], [first, *voices[1::2]], strict=True):
            voice = normalise_name(" ".join(html.unescape(name).split())) or voice
            said = " ".join(_BETWEEN.sub(" ", html.unescape(_TAG.sub("", marked))).split())
            found += [_line(words, voice, colour) for words in _NEXT_MARK.split(said)]
            voice = voice or (found[-1].name if found[-1].sure and not found[-1].words else "")
        if line.rstrip().endswith(("</font>", "</c>")):
            colour = ""
    found = [line._replace(at=at) for line in found]
    return [line for line in found if line.words and not _SOUND.fullmatch(line.words)]


def _skip_songs(cue: list[str]) -> Iterator[str]:
    """Yield the lines of a cue without song lines: from one that begins with a musical note to one that ends with one."""
    is_sung = False
    for line in cue:
        words = _TAG.sub("", line).strip(" >-")
        is_none = not (is_sung or words.startswith(_NOTES))
        is_sung = not (is_none or words.endswith(_NOTES))
        if is_none:
            yield line


def _line(words: str, voice: str, colour: str) -> Line:
    mark = _MARK.match(words)
    words = words[mark.end() :] if mark else words
    bracketed = None if voice else _IN_BRACKETS.match(words)
    label = bracketed or (None if voice else LABEL.match(words))
    name = label[1] if label else voice
    words = words[label.end() :].lstrip() if label else words
    is_sure = voice != "" or bracketed is not None or name.isupper()
    return Line(words, name, colour, turns=mark is not None, sure=is_sure)


def _drop_repeated(cues: Iterable[list[Line]]) -> list[Line]:
    """Each line once: rolling captions repeat the last lines, of which the last may have grown."""
    kept: list[Line] = []
    shown = list(cues)
    if len(shown) > 1 and _is_unfinished(shown[-2], shown[-1]):
        shown.pop()
    for cue in shown:
        most = min(len(kept), len(cue), _MOST_LINES)
        again = next((n for n in range(most, 0, -1) if _repeats_lines(kept[-n:], cue[:n])), 0)
        if again:
            cue[again - 1] = cue[again - 1]._replace(at=kept[-1].at)
        kept[len(kept) - min(again, 1) :] = cue[max(again - 1, 0) :]
    return kept


def _is_unfinished(last: list[Line], cue: list[Line]) -> bool:
    """Whether the last cue of a file is incomplete: it only repeats the beginning of the previous cue's last lines."""
    again = last[-len(cue) :] if cue else []
    return (
        len(again) == len(cue) > 0
        and not cue[-1].words.endswith((".", "!", "?"))
        and [line[:2] for line in again[:-1]] == [line[:2] for line in cue[:-1]]
        and again[-1].words.startswith(cue[-1].words)
    )


def _repeats_lines(kept: list[Line], shown: list[Line]) -> bool:
    if [line[:2] for line in kept[:-1]] != [line[:2] for line in shown[:-1]]:
        return False
    last, now = kept[-1], shown[-1]
    # Below an unchanged line, an incomplete word may grow, too.
    end = "" if kept[1:] else " "
    return last.name == now.name and f"{now.words}{end}".startswith(f"{last.words}{end}")
