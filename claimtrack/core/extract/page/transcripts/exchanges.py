"""Paragraphs in which several speak in turn, each behind a label: "Lee: Rents fell. Ray: "They rose."."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.extract.page.transcripts.label_forms import BRACKETED, TITLE
from claimtrack.core.extract.page.transcripts.lines import is_interview, is_surname
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import Span, name_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = rf"(?P<name>(?=[A-Z])(?:{TITLE})?[A-Z][\w'-]+(?: [A-Z][\w'-]+){{0,2}}|[QA]): (?=[\"'A-Z$£€\d])"
_TIMED = name_pattern(rf"(?P<name>[A-Z](?<=\b[A-Z])[\w.'-]*(?: [A-Z\d][\w.'-]*){{0,3}}): {BRACKETED} (?=\S)")
"""A label with the time behind it, which no article has in the midst of a line: "Ada Moor: (00:21) "."""
_FIRST = name_pattern(_NAME)
_NEXT = name_pattern(r"[.!?](?<=[.!?])[\"']? " + _NAME)
_LONGEST_LABEL = 60


def exchanges(plain: str, paragraphs: list[Span]) -> list[Span]:
    """The paragraphs, those in which several people speak in turn parted before each label.

    Where all of them are quoted in marks, the sentence tells who speaks as well, and the paragraph stays one.
    """
    return [part for paragraph in paragraphs for part in _parted(plain, paragraph)]


def in_exchange(plain: str, paragraphs: list[Span], number: int) -> bool:
    """Whether a paragraph was parted from one beside it: no line ends between them, and both begin with a label."""
    near = paragraphs[max(0, number - 1) : number + 2]
    return any(_are_of_one(plain, first, second) for first, second in pairwise(near))


def _are_of_one(plain: str, first: Span, second: Span) -> bool:
    is_near = second.start - first.end <= 1 and "\n" not in plain[first.end : second.start]
    return is_near and any(
        all(label.match(plain, *one) for one in (first, second)) for label in (_FIRST, _TIMED)
    )


def _parted(plain: str, paragraph: Span) -> Iterator[Span]:
    turns = _turns(plain, paragraph)
    if not turns:
        yield paragraph
        return
    starts = [paragraph.start, *turns, paragraph.end]
    for start, end in pairwise(starts):
        yield Span(start, end - (end < paragraph.end))


def _turns(plain: str, paragraph: Span) -> list[int]:
    """Where the second and any later speaker begins; nowhere unless all labels are names of people, and not the same.

    Behind words of the outlet only questions and answers are looked for, and the first one begins a turn, too.
    """
    if plain.find(": (", *paragraph) >= 0 or plain.find(": [", *paragraph) >= 0:
        timed = [label.start() for label in _TIMED.finditer(plain, *paragraph)]
        if timed[1:] and timed[0] == paragraph.start:
            return timed[1:]
    asks = plain.find("Q: ", *paragraph) >= 0
    if not asks and plain.find(": ", paragraph.start, paragraph.start + _LONGEST_LABEL) < 0:
        return []  # a look that costs little
    first = _FIRST.match(plain, *paragraph)
    others = (
        list(_NEXT.finditer(plain, first.end() if first else paragraph.start, paragraph.end))
        if first or asks
        else []
    )
    if not others:
        return []
    labels = [first, *others] if first else others
    names = [label["name"] for label in labels]
    words = [plain[label.end() : label.end() + 1] for label in labels]
    if len(set(names)) < 2 or all(word == '"' for word in words):
        return []
    is_named = first is not None and all(
        _is_person(plain, label["name"], label.start("name")) for label in labels
    )
    return [label.start("name") for label in others] if is_named or is_interview(names) else []


def _is_person(plain: str, name: str, at: int) -> bool:
    """Whether a label is a full name with a common first name, or the surname of somebody whom the text names in full."""
    *given, last = name.split()
    return is_surname(plain, last, at) or (bool(given) and is_given_name(given[0].lower()))
