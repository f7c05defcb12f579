"""Subtitles (WebVTT and SubRip): what is spoken, without numbers and styles; a paragraph for each turn, its time above it now and then."""

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
_TIMES = re.compile(rf"\s*({_CLOCK})\s*-->\s*{_CLOCK}")
"""The line that begins a cue, with when; its place on the screen may stand behind."""
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

_IN_BRACKETS = re.compile(
    r"[\[(](?!(?i:laughter|laughs|music|applause|cheers|translat\w+|breaking|caption|narrator|on screen|off screen|\w+ing|in)\b)"
    r"([A-ZÀ-Þ][\w.'’-]{0,30}(?: [A-ZÀ-Þ][\w.'’-]{0,30})?)(?::[\])]|[\])]:)(?=\s|$)"
)
"""The same in brackets: "[MARR:]", "(Marr):"; not "[LAUGHTER:]", "[SPEAKING SPANISH:]"."""

_STOP = (".", "!", "?", "…", '"', "”")
_EVERY = 30
"""Seconds after which the time is told again, and from which on: what is said in them is soon found in a recording."""

_BELOW = "\n\n"

_MOST_LINES = 8
"""Lines of a cue that may stand in the one before, too."""


class _Line(NamedTuple):
    """A line of a cue. `name` tells who speaks, `turns` that somebody else does, `colour` in which people are told apart.

    `at` is when it is first shown, in seconds from the beginning.
    """

    words: str
    name: str
    colour: str
    turns: bool
    sure: bool
    """Whether the name can be nothing else: it comes from a tag, or stands in capitals."""
    at: int = 0


class _Turn(NamedTuple):
    """What somebody says until another does, or so much of it as a paragraph holds. `label` stands in front of it."""

    at: int
    label: str
    words: str


def load(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """One article. Raises UnreadableSource where nobody says anything at a time."""
    text, warnings = decode(data, hints)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    spoken = "\n\n".join(_timed(_turns(_once(_read(at, cue) for at, cue in _cues(lines)))))
    if not spoken:
        raise UnreadableSource(
            f"{hints.name} holds no subtitles: give it the suffix .txt if it is plain text"
        )
    yield Loaded(Article(text=spoken, url=hints.url), hints.source, warnings, written=text)


def _cues(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The second at which each cue is shown, and its lines, without the numbers and names of cues."""
    cue: list[str] = []
    second, is_read = 0, False
    for at, line in enumerate(lines):
        if times := _TIMES.match(line):
            yield second, cue
            cue, second, is_read = [], _seconds(times[1]), True
        elif not line:  # one that holds a blank stands for a line without words
            is_read = is_read and not "".join(lines[at + 1 : at + 2]).startswith(_NO_CUE)
        elif is_read and not _is_number(lines, at):
            cue.append(line)
    yield second, cue


def _seconds(clock: str) -> int:
    """The whole seconds of 01:02:03,400, or of 02:03.400."""
    seconds = 0
    for part in re.split("[.,]", clock)[0].split(":"):
        seconds = seconds * 60 + int(part)
    return seconds


def _is_number(lines: list[str], at: int) -> bool:
    """Whether a line is the number or the name of the next cue."""
    is_first = not lines[at - 1].strip() or lines[at].strip().isdigit()
    return is_first and at + 1 < len(lines) and _TIMES.match(lines[at + 1]) is not None


def _read(at: int, cue: list[str]) -> list[_Line]:
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
    found = [line._replace(at=at) for line in found]
    return [line for line in found if line.words and not _SOUND.fullmatch(line.words)]


def _line(words: str, voice: str, colour: str) -> _Line:
    mark = _MARK.match(words)
    words = words[mark.end() :] if mark else words
    bracketed = None if voice else _IN_BRACKETS.match(words)
    label = bracketed or (None if voice else _LABEL.match(words))
    name = label[1] if label else voice
    words = words[label.end() :].lstrip() if label else words
    is_sure = voice != "" or bracketed is not None or name.isupper()
    return _Line(words, name, colour, turns=mark is not None, sure=is_sure)


def _once(cues: Iterable[list[_Line]]) -> list[_Line]:
    """Each line once: captions that roll up show again what stood last, the last line maybe longer than before."""
    told: list[_Line] = []
    for cue in cues:
        most = min(len(told), len(cue), _MOST_LINES)
        again = next((n for n in range(most, 0, -1) if _shows_again(told[-n:], cue[:n])), 0)
        if again:
            cue[again - 1] = cue[again - 1]._replace(at=told[-1].at)
        told[len(told) - min(again, 1) :] = cue[max(again - 1, 0) :]
    return told


def _shows_again(told: list[_Line], shown: list[_Line]) -> bool:
    if [line[:2] for line in told[:-1]] != [line[:2] for line in shown[:-1]]:
        return False
    last, now = told[-1], shown[-1]
    return last.name == now.name and f"{now.words} ".startswith(f"{last.words} ")


def _turns(lines: list[_Line]) -> Iterator[_Turn]:
    """What each speaker says until another does; a name that is sure stands in front as captions set it, ">> Ada Moor: ".

    What takes long goes on in another paragraph, at the end of a sentence, behind the same name.
    """
    times = Counter(line.name for line in lines)
    said: list[str] = []
    name = colour = label = ""
    at = 0
    for line in lines:
        is_other = line.turns or (line.name not in {"", name}) or (line.colour != colour and not line.name)
        is_long = bool(said) and line.at >= at + _EVERY and said[-1].endswith(_STOP)
        if said and (is_other or is_long):
            yield _Turn(at, label, " ".join(said))
            said = []
            label = label if name else ""  # arrows alone would tell of another speaker
        if not said:
            at = line.at
            if not is_long or is_other:
                name, label = line.name, _label(line, times)
        said.append(line.words)
        colour = line.colour
    if said:
        yield _Turn(at, label, " ".join(said))


def _label(line: _Line, times: Counter[str]) -> str:
    mark = ">> " if line.turns or line.sure or (line.name and times[line.name] > 1) else ""
    return f"{mark}{line.name}: " if line.name else mark


def _timed(turns: Iterable[_Turn]) -> Iterator[str]:
    """The paragraphs, every half minute with the time: above one, or in front of a name that stands there bare, where it is read as a label."""
    told = 0
    for at, label, words in turns:
        clock = ""
        if at >= told + _EVERY:
            told = at
            is_bare = label and not label.startswith(">>")
            clock = f"[{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}]{' ' if is_bare else _BELOW}"
        yield f"{clock}{label}{words}"
