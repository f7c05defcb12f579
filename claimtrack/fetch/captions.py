"""Subtitles (WebVTT and SubRip): what is spoken, without numbers, times and styles; a paragraph for each turn."""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.model import Article
from claimtrack.fetch.encoding import decode
from claimtrack.fetch.loaded import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.fetch.loaded import Hints

_CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMES = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}")
"""The line that begins a cue; its place on the screen may stand behind."""
_NO_CUE = ("WEBVTT", "NOTE", "STYLE", "REGION")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]+)>")
_COLOUR = re.compile(
    r"(?:<[biu]>)*<(?:font\s[^<>]*?color=[\"']?(?P<font>[#\w]+)|c\.(?P<css>white|lime|cyan|red|yellow|magenta|blue)\b)",
    re.IGNORECASE,
)
"""How a line begins that is shown in a colour of its own."""
_TAG = re.compile(r"</?[a-zA-Z\d][^<>]*>|\{\\[^{}]*\}")
r"""Voices, styles, the times of single words, and `{\an8}`, which sets a line at the top."""
_SOUND = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|[♪♫].*|# .*")
"""What is heard but not said: "[Applause]", "♪ music ♪"."""
_MARK = re.compile(r">{2,3}\s*|[-–—](?:\s+(?![a-z])|(?=[A-Z\"'“‘]))")
"""What stands before the words of another speaker."""
_NEXT_MARK = re.compile(r"\s+(?=>>)")
_LABEL = re.compile(r"([A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ\d(][\w.'’()-]*){0,4}):(?:\s+|$)")
"""The name of who speaks before the words or on a line of its own; programs for meetings write it in every cue."""

_MOST_LINES = 8
"""Lines of a cue that may stand in the one before, too."""


class _Line(NamedTuple):
    """A line of a cue. `name` tells who speaks, `turns` that somebody else does, `colour` in which people are told apart."""

    words: str
    name: str
    colour: str
    turns: bool
    sure: bool
    """Whether the name can be nothing else: it comes from a tag, or stands in capitals."""


def load(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """One article. Raises UnreadableSource where nobody says anything at a time."""
    text, warnings = decode(data, hints)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    spoken = "\n\n".join(_turns(_once(map(_read, _cues(lines)))))
    if not spoken:
        raise UnreadableSource(
            f"{hints.name} holds no subtitles: give it the suffix .txt if it is plain text"
        )
    yield Loaded(Article(text=spoken, url=hints.url), hints.source, warnings, written=text)


def _cues(lines: list[str]) -> Iterator[list[str]]:
    """The lines of each cue, without the numbers and names of cues."""
    cue: list[str] = []
    is_read = False
    for at, line in enumerate(lines):
        if _TIMES.match(line):
            yield cue
            cue, is_read = [], True
        elif not line:  # one that holds a blank stands for a line without words
            is_read = is_read and not "".join(lines[at + 1 : at + 2]).startswith(_NO_CUE)
        elif is_read and not _is_number(lines, at):
            cue.append(line)
    yield cue


def _is_number(lines: list[str], at: int) -> bool:
    """Whether a line is the number or the name of the next cue."""
    is_first = not lines[at - 1].strip() or lines[at].strip().isdigit()
    return is_first and at + 1 < len(lines) and _TIMES.match(lines[at + 1]) is not None


def _read(cue: list[str]) -> list[_Line]:
    found: list[_Line] = []
    voice = colour = ""
    for line in cue:
        # "before<v Ada Moor>words<v Tom Ryle>more" gives what stands before, a name, words, a name, more.
        first, *voiced = _VOICE.split(line)
        shown = _COLOUR.match(line)
        colour = (shown["font"] or shown["css"]).lower() if shown else colour
        for name, marked in zip(["", *voiced[::2]], [first, *voiced[1::2]], strict=True):
            voice = " ".join(html.unescape(name).split()) or voice
            said = " ".join(html.unescape(_TAG.sub("", marked)).split())
            found += [_line(words, voice, colour) for words in _NEXT_MARK.split(said)]
            voice = voice or (found[-1].name if found[-1].sure and not found[-1].words else "")
        if line.rstrip().endswith(("</font>", "</c>")):
            colour = ""
    return [line for line in found if line.words and not _SOUND.fullmatch(line.words)]


def _line(words: str, voice: str, colour: str) -> _Line:
    mark = _MARK.match(words)
    words = words[mark.end() :] if mark else words
    label = None if voice else _LABEL.match(words)
    name = label[1] if label else voice
    words = words[label.end() :] if label else words
    return _Line(words, name, colour, turns=mark is not None, sure=voice != "" or name.isupper())


def _once(cues: Iterable[list[_Line]]) -> list[_Line]:
    """Each line once: captions that roll up show again what stood last, the last line maybe longer than before."""
    told: list[_Line] = []
    for cue in cues:
        most = min(len(told), len(cue), _MOST_LINES)
        again = next((n for n in range(most, 0, -1) if _shows_again(told[-n:], cue[:n])), 0)
        told[len(told) - min(again, 1) :] = cue[max(again - 1, 0) :]
    return told


def _shows_again(told: list[_Line], shown: list[_Line]) -> bool:
    if [line[:2] for line in told[:-1]] != [line[:2] for line in shown[:-1]]:
        return False
    last, now = told[-1], shown[-1]
    return last.name == now.name and f"{now.words} ".startswith(f"{last.words} ")


def _turns(lines: list[_Line]) -> Iterator[str]:
    """What each speaker says until another does; a name that is sure stands in front as captions set it, ">> Ada Moor: "."""
    times = Counter(line.name for line in lines)
    said: list[str] = []
    name = colour = ""
    for line in lines:
        is_other = line.turns or (line.name not in {"", name}) or (line.colour != colour and not line.name)
        if said and is_other:
            yield " ".join(said)
            said = []
        if said:
            said.append(line.words)
        else:
            name = line.name
            mark = ">> " if line.turns or line.sure or (name and times[name] > 1) else ""
            said = [f"{mark}{name}: {line.words}" if name else mark + line.words]
        colour = line.colour
    if said:
        yield " ".join(said)
