"""Quotations that are signed: the words in marks, a dash, a bracket or a line of its own, and the name of whose they are."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.core.extract.clauses import has_predicate
from claimtrack.core.extract.genders import is_given_name
from claimtrack.core.extract.reading import QUOTED, Span, name_pattern, tokens
from claimtrack.core.extract.titles import without_titles

_WORDS = rf"(?P<words>{QUOTED}+)\s*"
_DAY = r"(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})"
_ROLE = r"(?:(?!(?:said|says|and|but|as|so|while|when|who|which)\b)[A-Za-z][a-z-]+ ){0,5}?"
"""What somebody is may stand before his name."""
_NAMES = r"(?:(?: (?:de|van|von|der|den|bin|al|el|la|da|di|du|le)){0,2} [A-Z][\w.'-]*){1,4}"
_WHOSE = r"(?: \([^)\n]{1,60}\))?(?: of(?: [A-Z][\w'-]+){1,3})?"
"""A party or where somebody comes from may stand behind it."""
_WHERE = r"(?:[^.!?()\n]|\.(?=[\w,]| \d)){1,80}"
_TAIL = rf"(?P<tail>,? {_DAY}|(?:, (?!who|which|and|but)| (?:on|in|at|to|via) ){_WHERE})?"
_SIGNED = name_pattern(
    rf"{_WORDS}(?:(?P<dash>—|--|-) ?|\(){_ROLE}(?P<name>[A-Z][\w.'-]*(?:{_NAMES}|(?= \(@))){_WHOSE}{_TAIL}(?(dash)|\))\.?$"
)
_BY_SURNAME = name_pattern(rf"{_WORDS}(?:—|--|-) ?(?P<name>[A-Z][\w'-]{{2,}})\.?$")
_LINE = name_pattern(
    rf"(?P<mark>[*_(]{{0,3}}){_ROLE}(?P<name>[A-Z][\w.'-]*{_NAMES}){_WHOSE}{_TAIL}(?P<end>[*_)]{{0,3}})$"
)
"""A line that may sign the quotation above it: "*Ann Lee, on X*", "(Ann Lee, at a rally)", "Ann Lee"."""
_MADE_BY = name_pattern(
    r"[*_]{0,2}(?:[Ss]ays who|[Ww]ho said (?:it|this)|(?:[Ss]aid|[Mm]ade|[Cc]laimed) by|[Cc]laimant|[Ss]peaker)[*_]{0,2}[:?][*_]{0,2} "
    r"(?P<name>[A-Z](?:[^,;:.(\n*_]|\.(?= [A-Z])){1,60}?)[*_]{0,2}(?:[,;(.\n]| (?:in|on|at) |$)"
)
"""The line below a claim that tells whose it is: "Says who: Ann Lee, in a speech"."""
_OCCASION = re.compile(
    r"\b(?:on (?:X|Twitter|Facebook|Instagram|TikTok|television|TV|radio|social media)|speech|interview|rally|debate|press|podcast"
    r"|tweet|post|statement|parliament|congress|ad|19\d\d|20\d\d)\b",
    re.IGNORECASE,
)
"""What tells of somebody's words rather than of a picture: "Ann Lee, in a debate", not "Ann Lee, in Brenno"."""
_LABEL = re.compile(rf"[*_]{{0,2}}[A-Z][\w' ]{{1,30}}[*_]{{0,2}}:[*_]{{0,2}} (?={QUOTED})")
"""What may stand before the words: "What was said:", "Statement:"."""


class Signed(NamedTuple):
    """The words of a signed quotation without their marks, and the name below."""

    words: Span
    name: Span
    end: int
    """Where the signature ends."""


def signed(hidden: str, paragraph: Span, following: Span | None, above: Span | None = None) -> Signed | None:
    """The signature of a paragraph that is a quotation; it may stand in the `following` one.

    `hidden` is the article with its quotations masked. A name in the paragraph `above`, unless that signs another
    quotation, is a heading, and the one below belongs to the next quotation.
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
    if match:
        return Signed(_inside(match.span("words")), Span(*match.span("name")), match.end("name"))
    is_whole = following is not None and hidden[start : paragraph.end].strip(QUOTED) in {"", "."}
    if not (following and is_whole):
        return None
    words = _inside((start, paragraph.end - (hidden[paragraph.end - 1] == ".")))
    if name := made_by(hidden, following) or (
        None if above and is_signature(hidden, above) else _signs(hidden, paragraph, following)
    ):
        return Signed(words, name, following.end)
    return None


def made_by(hidden: str, following: Span | None) -> Span | None:
    """The name in the paragraph below a claim that does nothing but tell whose it is."""
    told = _MADE_BY.match(hidden, *following) if following else None
    return Span(*told.span("name")) if told else None


def is_signature(hidden: str, line: Span) -> bool:
    """Whether a line is somebody's name, perhaps with what he is and where he spoke, and nothing else."""
    return _line(hidden, line) is not None


def _signs(hidden: str, quotation: Span, line: Span) -> Span | None:
    """The name in a line that signs the quotation above: a bare name only right below, and where it surely is a person's."""
    match = _line(hidden, line)
    if match is None:
        return None
    name, tail = match["name"], match["tail"]
    is_near = hidden.count("\n", quotation.end, line.start) == 1
    first, *_, last = without_titles(name.split()) or [name]
    is_known = is_given_name(first.lower()) or hidden.count(last) > 1
    if tail is None:
        signs = is_known and (is_near or match["mark"] != "")
    else:
        signs = is_near or is_known or match["mark"] != "" or _OCCASION.search(tail) is not None
    return Span(*match.span("name")) if signs else None


def _line(hidden: str, line: Span) -> re.Match[str] | None:
    match = _LINE.match(hidden, *line)
    if match is None or (match["mark"] == "") != (match["end"] == ""):
        return None
    tail = tokens(match["tail"] or "")
    return None if has_predicate(tail, 0, len(tail)) else match


def _inside(quoted: tuple[int, int]) -> Span:
    """The words without their marks."""
    return Span(quoted[0] + 1, quoted[1] - 1)


def _match(hidden: str, signed: Span) -> re.Match[str] | None:
    return _SIGNED.match(hidden, *signed) or _BY_SURNAME.match(hidden, *signed)
