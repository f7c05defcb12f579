"""Transcripts and interviews: lines that begin with the name of who speaks."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from claimtrack.core.extract.reading import Span, word_set

_CLOCK = r"(?P<clock>[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?(?: ?-)? )?"
"""When the line was spoken: "[00:01:09] "."""
_BOLD = r"(?:\*\*|__)?"
_LABEL = re.compile(
    rf"{_CLOCK}{_BOLD}\"?(?P<name>[A-ZÀ-ÖØ-Þ](?:[\w.'-]*\w)?"
    r"(?: [A-ZÀ-ÖØ-Þ][\w.'-]*| (?:de|van|von|der|of|the|al|bin)| \d{1,2}\b){0,5})"
    rf"(?:, [^:\n]{{2,60}}|(?P<whose> \([^)\n]{{1,60}}\))| \[[^\]\n]{{1,20}}\])?{_BOLD}:{_BOLD}\s+(?=\S)"
)
_SHORT_LABEL = re.compile(r"(?P<name>[QA])[.:)]\s+(?=\S)")
_NUMBERED = re.compile(
    r"(?:speaker|person|voice|witness|man|woman|participant|respondent|caller|resident|guest)[ _]?\d{1,3}",
    re.IGNORECASE,
)
"""Labels that a machine gives to voices it does not know."""
_FEWEST_SURE = 2
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
    sure: bool = False
    """Whether the label can be nothing but a speaker's: with the time, a party, a number."""


def labels(plain: str, paragraphs: list[Span]) -> dict[int, Line]:
    """The labelled paragraphs by number; empty unless the labels repeat, as they do in a transcript, or are sure.

    One "Note: ..." makes no speaker.
    """
    found: dict[int, Line] = {}
    for number, paragraph in enumerate(paragraphs):
        match = _SHORT_LABEL.match(plain, *paragraph) or _LABEL.match(plain, *paragraph)
        if match and match["name"].lower().removeprefix("the ") not in _NO_SPEAKER:
            found[number] = Line(Span(*match.span("name")), match.end(), sure=_is_sure(match))
    counts = Counter(plain[line.name.start : line.name.end].lower() for line in found.values())
    repeated = {name for name, count in counts.items() if count > 1}
    if not repeated and sum(line.sure for line in found.values()) < _FEWEST_SURE:
        return {}
    return {number: line for number, line in found.items() if _is_label(plain, line, repeated)}


def opens_with_label(text: str, line: Span) -> bool:
    """Whether a line may begin with the name of who speaks."""
    return _LABEL.match(text, *line) is not None


def _is_sure(match: re.Match[str]) -> bool:
    """Whether no heading looks like this label."""
    name, marks = match["name"], match.groupdict()
    clock = marks.get("clock") or ""
    is_timed = (
        clock[:1] in {"[", "("} or clock.count(":") > 1
    )  # "10:15 Norbridge:" may open an entry of a live page
    return bool(is_timed or (marks.get("whose") and " " in name) or _NUMBERED.fullmatch(name))


def _is_label(plain: str, line: Line, repeated: set[str]) -> bool:
    """Among labels that repeat, one in capitals or a sure one may speak only once."""
    name = plain[line.name.start : line.name.end]
    return line.sure or name.isupper() or name.lower() in repeated


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
