"""Quotations that are signed: the words in marks, a dash or a bracket, and the name of whose they are."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.core.extract.words.reading import QUOTED, Span, name_pattern

_WORDS = rf"(?P<words>{QUOTED}+)\s*"
_DAY = r"(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})"
_SIGNED = name_pattern(
    # What somebody is may stand before his name.
    rf"{_WORDS}(?:(?P<dash>—|--|-) ?|\()(?:(?!(?:said|says|and|but|as|so|while|when|who|which)\b)[A-Za-z][a-z-]+ ){{0,5}}?(?P<name>[A-Z][\w.'-]*"
    r"(?:(?:(?: (?:de|van|von|der|den|bin|al|el|la|da|di|du|le)){0,2} [A-Z][\w.'-]*){1,4}|(?= \(@)))(?: \([^)\n]{1,60}\))?"
    rf"(?:,? {_DAY}|(?:, (?!who|which|and|but)| (?:on|in|at|to|via) )(?:[^.!?()\n]|\.(?=[\w,]| \d)){{1,80}})?(?(dash)|\))\.?$"
)
_BY_SURNAME = name_pattern(rf"{_WORDS}(?:—|--|-) ?(?P<name>[A-Z][\w'-]{{2,}})\.?$")
_LABEL = re.compile(rf"[*_]{{0,2}}[A-Z][\w' ]{{1,30}}[*_]{{0,2}}:[*_]{{0,2}} (?={QUOTED})")
"""What may stand before the words: "What was said:", "Statement:"."""


class Signed(NamedTuple):
    """The words of a signed quotation without their marks, and the name below."""

    words: Span
    name: Span


def signed(hidden: str, paragraph: Span, following: Span | None) -> Signed | None:
    """The signature of a paragraph that is a quotation; it may stand in the `following` one.

    `hidden` is the article with its quotations masked.
    """
    start = paragraph.start
    if hidden[start] != QUOTED:
        label = _LABEL.match(hidden, *paragraph)
        if label is None:
            return None
        start = label.end()
    match = _match(hidden, Span(start, paragraph.end))
    if match is None and following and hidden[following.start] in "—-":
        match = _match(hidden, Span(start, following.end))
    if match is None:
        return None
    start, end = match.span("words")
    return Signed(Span(start + 1, end - 1), Span(*match.span("name")))


def _match(hidden: str, signed: Span) -> re.Match[str] | None:
    return _SIGNED.match(hidden, *signed) or _BY_SURNAME.match(hidden, *signed)
