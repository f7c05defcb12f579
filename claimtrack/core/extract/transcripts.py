"""Transcripts and interviews: lines that begin with the name of who speaks."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from claimtrack.core.extract.reading import Span, word_set

_LABEL = re.compile(
    r"\"?(?P<name>[A-ZÀ-ÖØ-Þ][\w.'-]*(?: [A-ZÀ-ÖØ-Þ(][\w.'()-]*| (?:de|van|von|der|of|the|al|bin)){0,5})"
    r"(?:, [^:\n]{2,60}| \([^)\n]{1,60}\))?:\s+(?=\S)"
)
_SHORT_LABEL = re.compile(r"(?P<name>[QA])[.:)]\s+(?=\S)")
_NO_SPEAKER = word_set(
    "transcript interview debate note photo image video source sources update correction related read "
    "watch listen warning tip question who what when where why how ps example topic date time place "
    "subject re to from cc conclusion summary resolved whereas therefore enacted ordered moved seconded carried "
    "adopted agreed now further fact facts claim myth reality verdict rating assessment background context result "
    "results score location address step details pros cons highlights quote updated corrected monday "
    "tuesday wednesday thursday friday saturday sunday"
)
_QUESTIONER = frozenset({"q", "question", "interviewer", "reporter", "host", "moderator"})


class Line(NamedTuple):
    """The name that begins a paragraph, and where its words begin."""

    name: Span
    start: int


def labels(plain: str, paragraphs: list[Span]) -> dict[int, Line]:
    """The labelled paragraphs by number; empty unless the labels repeat, as they do in a transcript.

    One "Note: ..." makes no speaker.
    """
    found: dict[int, Line] = {}
    for number, paragraph in enumerate(paragraphs):
        match = _SHORT_LABEL.match(plain, *paragraph) or _LABEL.match(plain, *paragraph)
        if match and match["name"].lower().removeprefix("the ") not in _NO_SPEAKER:
            found[number] = Line(Span(*match.span("name")), match.end())
    counts = Counter(plain[line.name.start : line.name.end].lower() for line in found.values())
    repeated = {name for name, count in counts.items() if count > 1}
    if not repeated:
        return {}
    return {number: line for number, line in found.items() if _is_label(plain, line, repeated)}


def _is_label(plain: str, line: Line, repeated: set[str]) -> bool:
    """Among labels that repeat, one in capitals may speak only once."""
    name = plain[line.name.start : line.name.end]
    return name.isupper() or name.lower() in repeated


def is_questioner(name: str) -> bool:
    """Whether the label stands for whoever asks."""
    return name.lower().strip(".") in _QUESTIONER


def interviewers(plain: str, paragraphs: list[Span], lines: dict[int, Line]) -> frozenset[str]:
    """The labels of those who ask: whose lines mostly end in a question while nobody else's do."""
    turns: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for number, line in lines.items():
        name = plain[line.name.start : line.name.end]
        turns[name] += 1
        asked[name] += plain[line.start : paragraphs[number].end].rstrip(" \"'").endswith("?")
    # One question in two turns may be a debater's; of more turns half are enough: hosts also say "Go on."
    often = {
        name for name in turns if asked[name] * 2 >= turns[name] and (asked[name], turns[name]) != (1, 2)
    }
    others_ask = any(asked[name] for name in turns if name not in often)
    found = {name for name in often if turns[name] > 1 and len(often) == 1 and not others_ask}
    return frozenset(found | {name for name in turns if is_questioner(name)})
