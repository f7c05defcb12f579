"""Quotations that are signed: the words in marks, a dash, and the name of whose they are."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.core.extract.reading import QUOTED, Span, name_pattern

_SIGNED = name_pattern(
    # What somebody is may stand before his name.
    rf"(?P<words>{QUOTED}+)\s*(?:—|--|-) ?(?:(?!(?:said|says|and|but|as|so|while|when|who|which)\b)[A-Za-z][a-z-]+ ){{0,5}}?(?P<name>[A-Z][\w.'-]*"
    r"(?:(?:(?: (?:de|van|von|der|den|bin|al|el|la|da|di|du|le)){0,2} [A-Z][\w.'-]*){1,4}|(?= \(@)))(?: \([^)\n]{1,60}\))?"
    r"(?:,? (?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})|, (?!who|which|and|but)[^.!?\n]{2,80})?\.?$"
)


class Signed(NamedTuple):
    """The words of a signed quotation without their marks, and the name below."""

    words: Span
    name: Span


def signed(hidden: str, paragraph: Span, following: Span | None) -> Signed | None:
    """The signature of a paragraph that is a quotation; it may stand in the `following` one.

    `hidden` is the article with its quotations masked.
    """
    if hidden[paragraph.start] != QUOTED:
        return None
    match = _SIGNED.match(hidden, *paragraph)
    if match is None and following and hidden[following.start] in "—-":
        match = _SIGNED.match(hidden, paragraph.start, following.end)
    if match is None:
        return None
    start, end = match.span("words")
    return Signed(Span(start + 1, end - 1), Span(*match.span("name")))
