"""Subtitles (WebVTT and SubRip): the spoken words, a paragraph for each turn, with the time above it every half minute."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import takewhile
from textwrap import TextWrapper
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.model import Article
from claimtrack.core.texts.cleaning import normalise_line_ends
from claimtrack.fetch.decoding.encodings import decode
from claimtrack.fetch.loaded import Loaded
from claimtrack.fetch.loaders.captions import cues
from claimtrack.fetch.loaders.captions.copied import as_cues

if TYPE_CHECKING:
    from claimtrack.fetch.loaded import Hints
    from claimtrack.fetch.loaders.captions.cues import Line

_LANGUAGE = re.compile(r"(?:NOTE )?language: *([a-z]{2,3}(?:-\w{2,8})*)\s*", re.IGNORECASE)
"""The language in YouTube's header or in a note of Microsoft's."""
_NUMBER = re.compile(r"[\da-f]{8}-[\da-f]{4}-[\da-f-]{12}|\+?\d[\d *()-]{5,}$", re.IGNORECASE)
"""A meeting program's label for somebody without a name: an id of its own, or a telephone number."""
_PAGE = re.compile(r"\s*<(?:!doctype|html)\b", re.IGNORECASE)
_STOP = tuple('.!?…"”。！？।')
_EVERY = 30
"""How many seconds pass before the time is given again: words within them are found quickly in a recording."""

_BELOW = "\n\n"

_SENTENCE_END = re.compile(r"(?<=[a-z]{4}[.!?]) (?=[A-Z])")
"""The end of a sentence within a line; not after a title: "Prof. Lee"."""
_NO_SENTENCE = 600
"""How many characters without a full stop must be several sentences: speech recognition may produce no full stops."""
_BEARABLE = 250
"""How many characters of such words fill a paragraph, which then ends with the line: nobody wants to check longer ones."""
_LEANS = re.compile(
    r"(?: (?:\S{0,20}\d|\w{1,20}n't|a|an|the|of|to|in|by|for|and|or|not|no|never|about|than|over|under)){1,3}$"
)
_IN_PIECES = (
    f"there are long stretches without a full stop, as in automatic captions, so claims are cut after about {_BEARABLE} "
    "characters, even within a sentence. Read the words around a claim before you check it"
)
_WRAPPER = TextWrapper(_BEARABLE + 50, break_long_words=False, break_on_hyphens=False)


class _Turn(NamedTuple):
    """A speaker's turn, or as much of it as a paragraph holds. `label` is put before it."""

    at: int
    label: str
    words: str


def load(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """Yield one article. Raises UnreadableSource if no words have a time."""
    text, warnings = decode(data, hints)
    plain = normalise_line_ends(text)
    lines = (plain if cues.ARROW in plain else as_cues(plain)).split("\n")
    said = list(_split_sentences(_name_numbered_speakers(cues.spoken_lines(lines))))
    if not said:
        problem = (
            "is a web page, not subtitles: download the subtitles again, or rename it to .html to read the page"
            if _PAGE.match(text)
            else "has no subtitles, which are text below a time such as 00:01:02,500 --> 00:01:04,000: rename it to .txt if "
            "it is plain text"
        )
        raise UnreadableSource(f"{hints.name} {problem}")
    unstopped = _find_unpunctuated(said)
    article = Article(
        text="\n\n".join(_timed(_turns(said, unstopped))), url=hints.url, language=_language(lines)
    )
    warnings += (_IN_PIECES,) if unstopped else ()
    yield Loaded(article, hints.source, warnings, written=text)


def _language(lines: list[str]) -> str | None:
    """The language that the header above the first cue gives."""
    head = takewhile(lambda line: cues.ARROW not in line, lines)
    return next((found[1] for line in head if (found := _LANGUAGE.fullmatch(line))), None)


def _turns(lines: list[Line], unstopped: set[int]) -> Iterator[_Turn]:
    """Yield the speakers' turns; a certain name is put before the words as captions do: ">> Ada Moor: ".

    A long turn continues in another paragraph with the same name: after a sentence, or after a line if sentences have no full stops.
    """
    times = Counter(line.name for line in lines)
    said: list[str] = []
    name = colour = label = ""
    at = 0
    for number, line in enumerate(lines):
        is_other = line.turns or (line.name not in {"", name}) or (line.colour != colour and not line.name)
        is_long = bool(said) and abs(line.at - at) >= _EVERY and said[-1].endswith(_STOP)
        is_cut = not is_other and number in unstopped and sum(map(len, said)) >= _BEARABLE
        if said and (is_other or is_long or is_cut):
            spoken, said = _split_last_words(said) if is_cut else (said, [])
            yield _Turn(at, label, " ".join(spoken))
            label = label if name else ""  # arrows alone would mean another speaker
        if not said or is_cut:
            at = line.at
        if not said and (is_other or not (is_long or is_cut)):
            name, label = line.name, _label(line, times)
        said.append(line.words)
        colour = line.colour
    if said:
        yield _Turn(at, label, " ".join(said))


def _name_numbered_speakers(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines, with "Speaker 1" instead of a meeting program's number for somebody."""
    numbers: dict[str, int] = {}
    for line in lines:
        if _NUMBER.match(line.name):
            yield line._replace(name=f"Speaker {numbers.setdefault(line.name, len(numbers) + 1)}")
        else:
            yield line


def _split_sentences(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines, split at the ends of sentences within them; a line far too long for a sentence is split anyway."""
    for line in lines:
        for words in _SENTENCE_END.split(line.words):
            for part in _WRAPPER.wrap(words) if len(words) > _NO_SENTENCE else [words]:
                yield line._replace(words=part)
                line = line._replace(name="", turns=False)  # the same speaker continues


def _find_unpunctuated(lines: list[Line]) -> set[int]:
    """The indices of lines without the end of a sentence, within so many such lines that full stops must be missing."""
    found: set[int] = set()
    start = size = 0
    for number, line in enumerate(lines, 1):
        size += len(line.words)
        if line.words.endswith(_STOP) or number == len(lines):
            found.update(range(start, number) if size > _NO_SENTENCE else ())
            start, size = number, 0
    return found


def _split_last_words(said: list[str]) -> tuple[list[str], list[str]]:
    """Split off the last words of the lines that belong to the words after them: "by 12", "not"."""
    leans = _LEANS.search(said[-1])
    return ([*said[:-1], said[-1][: leans.start()]], [leans[0].strip()]) if leans else (said, [])


def _label(line: Line, times: Counter[str]) -> str:
    mark = ">> " if line.turns or line.sure or (line.name and times[line.name] > 1) else ""
    return f"{mark}{line.name}: " if line.name else mark


def _timed(turns: Iterable[_Turn]) -> Iterator[str]:
    """Yield the paragraphs, every half minute with the time: above the paragraph, or before a bare name, which is then read as a label."""
    last = 0
    for at, label, words in turns:
        clock = ""
        if abs(at - last) >= _EVERY:  # times restart where two files were concatenated
            last = at
            is_bare = label and not label.startswith(">>")
            clock = f"[{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}]{' ' if is_bare else _BELOW}"
        yield f"{clock}{label}{words}"
