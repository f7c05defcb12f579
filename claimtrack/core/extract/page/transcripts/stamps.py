"""Times above the lines of a transcript, as programs set them; and captions, which mark another speaker with ">>" and may name nobody."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from claimtrack.core.capitals import PARTICLE
from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.transcripts.interviews import addresses
from claimtrack.core.extract.page.transcripts.label_forms import (
    CLOCK,
    IN_WORDS,
    Moment,
    is_of_machine,
    moment,
)
from claimtrack.core.extract.page.transcripts.lines import ends_sentence
from claimtrack.core.extract.words.reading import Span, name_pattern

_NAMED = rf"(?P<name>[A-Z][\w.'-]*(?: (?:{PARTICLE} )?[A-Z\d][\w.'-]*){{0,4}})"
_BOLD = r"(?:\*\*|__)?"
_NAME = rf"{_BOLD}(?:(?:Speaker|SPEAKER|Name): )?{_NAMED}(?: \([^)\n]{{2,40}}\))?"
_TIME = rf"(?P<time>(?:(?:Today|Yesterday) at )?{CLOCK}|{IN_WORDS})"
_NAME_FIRST = name_pattern(rf"\[?{_NAME}\]?(?::?{_BOLD},?[ ]{{1,8}}| [—-] ){_TIME}:?")
_TIME_FIRST = name_pattern(rf"{_TIME}(?: ?[—-])?[ ]{{1,8}}(?:From )?{_NAME}(?: to Everyone)?:?{_BOLD}")
_ALONE = name_pattern(rf"{_NAME}:?{_BOLD}")
_TIME_ALONE = expression(rf"(?P<time>{CLOCK}|{IN_WORDS}(?:\d{{1,2}}:\d{{2}})?)")
_LONGEST, _FEWEST, _OFTEN = 80, 2, 10
_AT_FIRST = 60
"""Seconds in which the first words of a recording are spoken."""
_ARROWS = expression(r"^>>", re.MULTILINE)
_QUOTED_LETTER = expression(r"^> ?(?!>)", re.MULTILINE)
_ONE_EXCHANGE = 2
_RUN_ON = 120
"""Characters. A shorter line may be a heading or a reply."""
_MARKS = expression(r"[.!?,;:](?!\S)|\"")


class Stamp(NamedTuple):
    """Who speaks in the paragraph of a number, and when; whether that is a sentence, which what stands below a heading need not be."""

    number: int
    name: Span
    time: Moment
    is_said: bool
    is_set: bool
    """Whether a program set the time, in brackets or to the second."""
    is_named_first: bool
    """Whether the name stands before the time, which before it may open an entry of a live page, a programme or a chronicle."""


def is_stamp(text: str, line: Span) -> bool:
    """Whether a line is a time, with a name or without, and nothing else."""
    return (
        _may_hold_time(text, line) and (_match(text, line) or _TIME_ALONE.fullmatch(text, *line)) is not None
    )


def stamped(plain: str, paragraphs: list[Span]) -> dict[int, Span]:
    """Who speaks in which paragraph, by the line or two above it.

    Nobody unless the times go on, from the beginning of a recording or among several of whom one speaks again, beside a
    time that a program set, or before one where somebody speaks of himself or to somebody: the reporters of a live page stand
    behind the time, and in the log of a police station nobody speaks. A single word is a name where a full name stands so, too, or the times are to the second.
    """
    found: list[Stamp] = []
    for number, line in enumerate(paragraphs):
        if _may_hold_time(plain, line) and (stamp := _stamp(plain, paragraphs, number)):
            found.append(stamp)
    names = Counter(plain[slice(*stamp.name)] for stamp in found)
    are_said = sum(stamp.is_said for stamp in found) * 2 > len(found)
    are_names = any(" " in name for name in names) or all(stamp.time.exact for stamp in found)
    if not (are_said and len(found) >= _FEWEST and are_names):
        return {}
    back = sum(not _is_later(first.time, second.time) for first, second in pairwise(found))
    goes_on = back * _OFTEN <= len(found)  # a program may set a time or two wrong
    begins = found[0].time.seconds < _AT_FIRST and not any(stamp.time.of_day for stamp in found)
    is_told_again = len(names) >= _FEWEST and max(names.values()) > 1
    is_talk = found[0].is_set or (
        found[0].is_named_first and any(addresses(plain, paragraphs[stamp.number]) for stamp in found)
    )
    return (
        {stamp.number: stamp.name for stamp in found}
        if goes_on and (begins or (is_told_again and is_talk))
        else {}
    )


def _may_hold_time(text: str, line: Span) -> bool:
    """A look that costs little."""
    is_short = line.end - line.start <= _LONGEST
    return is_short and (text.find(":", *line) >= 0 or text.find("second", *line) >= 0)


def _match(text: str, line: Span) -> re.Match[str] | None:
    return _NAME_FIRST.fullmatch(text, *line) or _TIME_FIRST.fullmatch(text, *line)


def _is_later(first: Moment, second: Moment) -> bool:
    return first.day != second.day or first.seconds <= second.seconds


def _stamp(plain: str, paragraphs: list[Span], number: int) -> Stamp | None:
    """Who speaks below a line with the time: named in it, else in the line above or below."""
    line, below = paragraphs[number], number + 1
    if match := _match(plain, line):
        named: re.Match[str] | None = match
    elif match := _TIME_ALONE.fullmatch(plain, *line):
        named = _ALONE.fullmatch(plain, *paragraphs[number - 1]) if number else None
        if named is None and below < len(paragraphs):
            named = _ALONE.fullmatch(plain, *paragraphs[below])
            below += 1
    else:
        return None
    if below < len(paragraphs) and _TIME_ALONE.fullmatch(plain, *paragraphs[below]):
        below += 1  # "Ada Moor 0 minutes 3 seconds", below it "0:03"
    if named is None or below >= len(paragraphs):
        return None
    words = paragraphs[below]
    if is_stamp(plain, words):
        return None
    is_said = ends_sentence(plain, words) or words.end - words.start > _LONGEST
    is_set = is_of_machine(match["time"]) or not match["time"][0].isdigit()
    is_first = named.start("name") < match.start("time")
    return Stamp(below, Span(*named.span("name")), moment(match["time"]), is_said, is_set, is_first)


def is_captioned(text: str, paragraphs: int) -> bool:
    """Whether most paragraphs begin with the mark of captions for another speaker; no letter is quoted so, which has single marks, too.

    One question and its answer make nobody unknown in a film that begins with what a narrator tells.
    """
    marked = len(_ARROWS.findall(text)) if ">>" in text else 0
    is_talk = marked > _ONE_EXCHANGE or (marked == _ONE_EXCHANGE and text.startswith(">>"))
    return is_talk and marked * 2 >= paragraphs and _QUOTED_LETTER.search(text) is None


def runs_on(words: str) -> bool:
    """Whether a program wrote down speech without capitals and stops: nothing tells there where a statement ends and whose it is."""
    return len(words) >= _RUN_ON and words.islower() and _MARKS.search(words) is None
