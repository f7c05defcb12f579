"""Names with the time on a line of their own, as programs set them above what is said: "Ada Moor  0:03", "Speaker: Ada Moor (00:12)"."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from claimtrack.core.capitals import PARTICLE
from claimtrack.core.expressions import expression
from claimtrack.core.extract.words.reading import Span, name_pattern

_NAME = rf"(?:(?:Speaker|SPEAKER|Name): )?(?P<name>[A-Z][\w.'-]*(?: (?:{PARTICLE} )?[A-Z\d][\w.'-]*){{1,4}})"
_TIME = r"[(\[]?(?P<time>(?:\d{1,2}:)?\d{1,2}:\d{2})(?:[.,]\d{1,3})?[)\]]?"
_STAMP = name_pattern(rf"{_NAME}:?,?[ \t]{{1,8}}{_TIME}:?")
_ALONE = name_pattern(rf"{_NAME}:?")
_TIME_ALONE = expression(_TIME)
_ENDS_TIME = "0123456789)]:"
_STOPS = ".?!…\"'"
_LONGEST = 80
_FEWEST = 2


class Stamp(NamedTuple):
    """Who speaks in the paragraph of a number, and when, in seconds."""

    number: int
    name: Span
    time: int


def is_stamp(text: str, line: Span) -> bool:
    """Whether a line is a time, with a name or without, and nothing else."""
    is_short = line.end - line.start <= _LONGEST and text.find(":", *line) >= 0
    return is_short and (_STAMP.fullmatch(text, *line) or _TIME_ALONE.fullmatch(text, *line)) is not None


def stamped(plain: str, paragraphs: list[Span]) -> dict[int, Span]:
    """Who speaks in which paragraph, by the line or two above it.

    Nobody unless several speak and the times go on: the reporters of a live page stand above the newest entry first.
    """
    short = (
        number
        for number, line in enumerate(paragraphs)
        if line.end - line.start <= _LONGEST and plain[line.end - 1] in _ENDS_TIME
    )
    found = [stamp for number in short if (stamp := _stamp(plain, paragraphs, number))]
    names = {plain[slice(*stamp.name)] for stamp in found}
    goes_on = all(first.time <= second.time for first, second in pairwise(found))
    is_transcript = goes_on and len(names) >= _FEWEST
    return {stamp.number: stamp.name for stamp in found} if is_transcript else {}


def _stamp(plain: str, paragraphs: list[Span], number: int) -> Stamp | None:
    line = paragraphs[number]
    if match := _STAMP.fullmatch(plain, *line):
        name, time = Span(*match.span("name")), match["time"]
    elif number and (alone := _TIME_ALONE.fullmatch(plain, *line)):
        above = _ALONE.fullmatch(plain, *paragraphs[number - 1])
        if above is None:
            return None
        name, time = Span(*above.span("name")), alone["time"]
    else:
        return None
    below = paragraphs[number + 1] if number + 1 < len(paragraphs) else line
    is_said = plain[below.end - 1] in _STOPS and not is_stamp(plain, below)
    seconds = 0
    for part in time.split(":"):
        seconds = 60 * seconds + int(part)
    return Stamp(number + 1, name, seconds) if is_said else None
