"""Which quotations are signed, and by whom? The name follows the words after a dash, in brackets or on its own line, or precedes them on one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.transcripts.surnames import is_surname
from claimtrack.core.extract.words.clauses import has_predicate
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import MARKS, QUOTED, Span, name_pattern, tokenise, trimmed
from claimtrack.core.extract.words.titles import has_title, without_titles
from claimtrack.core.language.capitals import NAME_PARTICLE

_WORDS = rf"(?P<words>{QUOTED}++)\s*"
_DAY = r"(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})"
_ROLE = r"(?:(?!(?:said|says|and|but|as|so|while|when|who|which)\b)[A-Za-z][a-z-]+ ){0,5}?"
"""A role may precede the name."""
_NAMES = rf"(?:(?: {NAME_PARTICLE}){{0,2}} [A-Z][\w.'-]*){{1,4}}"
_WHOSE = r"(?: \([^)\n]{1,60}\))?(?: of(?: [A-Z][\w'-]+){1,3})?"
"""A party or a place may follow it."""
_WHERE = r"(?:[^.!?()\n]|\.(?=[\w,]| \d)){1,80}"
_TAIL = rf"(?P<tail>,? {_DAY}|(?:, (?!who|which|and|but)| (?:on|in|at|to|via) ){_WHERE})?"
_SIGNED = name_pattern(
    rf"{_WORDS}(?:(?P<dash>—|--|-|~) ?|[(\[]){_ROLE}(?P<name>[A-Z][\w.'-]*(?:{_NAMES}|(?= \(@))){_WHOSE}{_TAIL}(?(dash)|[)\]])\.?$"
)
_BY_SURNAME = name_pattern(
    rf"{_WORDS}(?:—|--|-|~) ?(?P<name>[A-Z][\w'-]{{2,}})(?P<tail>(?:, (?:\d{{1,3}}|[A-Z][\w'-]*(?: [A-Z][\w'-]*){{0,2}}(?:, \d{{1,3}})?)(?:, who [^.\"\n]{{3,60}})?)?)\.?$"
)
"""A single name, with the age or place that newspapers add: "- Lee", "- Priya, Leeds"."""
_IN_BRACKETS = name_pattern(rf"{_WORDS}(?P<opened>\()(?P<name>[A-Z][\w'-]{{2,}}){_TAIL}\)\.?$")
_LINE = name_pattern(rf"{_ROLE}(?P<name>[A-Z][\w.'-]*{_NAMES})(?P<whose>{_WHOSE}){_TAIL}$")
"""A line that may sign the quotation above it: "*Ann Lee, on X*", "(Ann Lee, at a rally)", "Ann Lee"."""
_MARKS = "*_"
_SET_OFF = "*_(["
_DASHES = "—-~"
_FARTHEST = 10_000  # characters from a name to another mention of it
_MADE_BY = name_pattern(
    r"[*_]{0,2}(?:[Ss]ays who|[Ww]ho said (?:it|this)|(?:[Ss]aid|[Mm]ade|[Cc]laimed) by|[Cc]laimant|[Ss]peaker)[*_]{0,2}[:?][*_]{0,2} "
    r"(?P<name>[A-Z](?:[^,;:.(\n*_]|\.(?= [A-Z])){1,60}?)[*_]{0,2}(?:[,;(.\n]| (?:in|on|at) |$)"
)
"""The line below a claim that names the claimant: "Says who: Ann Lee, in a speech"."""
_DASHED = name_pattern(rf"(?:—|--|-|~) ?{_ROLE}(?P<name>[A-Z][\w.'-]*{_NAMES}){_WHOSE}{_TAIL}\.?$")
_BRACKETED = name_pattern(rf"[^(\n]+\({_ROLE}(?P<name>[A-Z][\w.'-]*(?:{_NAMES})?){_WHOSE}{_TAIL}\)$")
_STATED = name_pattern(
    rf"{_ROLE}(?P<name>[A-Z][\w.'-]*{_NAMES}){_WHOSE}\s+stated on [A-Z][a-z]+ \d{{1,2}}, \d{{4}}[^\n]{{0,80}}$"
)
"""The line above a claim that names the claimant: "Ann Lee stated on March 4, 2024 in a speech:"."""
_ONLY_STATED = expression(r"[Ss]tated on [A-Z][a-z]+ \d{1,2}, \d{4}[^.\n\"]{0,80}?(?::\s*|$)")
"""The same with the name on a line of its own."""
_OCCASION = expression(
    r"\b(?:on (?:X|Twitter|Facebook|Instagram|TikTok|television|TV|radio|social media)|speech|interview|rally|debate|press|podcast"
    r"|tweet|post|statement|parliament|congress|ad|19\d\d|20\d\d)\b",
    re.IGNORECASE,
)
"""The occasion of a statement rather than of a picture: "Ann Lee, in a debate", not "Ann Lee, in Brenno"."""
_LABEL = expression(rf"[*_]{{0,2}}[A-Z][\w' ]{{1,30}}[*_]{{0,2}}:[*_]{{0,2}} (?={QUOTED})")
"""Labels before the words: "What was said:", "Statement:"."""
_LONGEST_LABEL = 40  # characters before the quotation
_INTRODUCES = name_pattern(
    r"""(?:Here(?:'s| is) |This is )?(?P<who>[^"!?:\n]{0,80}\b[A-Z][\w'-]+ [A-Z][\w'-]+[^"!?:\n]{0,60}):"""
)


class Signature(NamedTuple):
    """A signed quotation without its marks, and the signatory; None where that may be a heading."""

    words: Span
    name: Span | None
    end: int  # the end of the signature
    tail: Span | None = None  # the words after the name, which may give the date


class Neighbours(NamedTuple):
    """The neighbours of a paragraph. A name above it, unless it signs another quotation, is its heading."""

    above: Span | None
    following: Span | None
    later: Span | None


def find_signature(hidden: str, paragraph: Span, neighbours: Neighbours) -> Signature | None:
    """Find the signature of a paragraph that is a quotation; it may be in the following paragraph.

    `hidden` is the article with its quotations masked.
    """
    start = paragraph.start
    following = neighbours.following
    if hidden[start] != QUOTED:
        is_near = hidden.find(QUOTED, start, start + _LONGEST_LABEL) > 0  # rare, and the expression is slow
        label = _LABEL.match(hidden, *paragraph) if is_near else None
        if label is None:
            return None
        start = label.end()
    match = _match_signature(hidden, Span(start, paragraph.end))
    if match is None and following and hidden[following.start] in _DASHES:
        match = _match_signature(hidden, Span(start, following.end))
    if match:
        name = Span(*match.span("name"))
        is_known = "opened" not in match.re.groupindex or is_surname(hidden, match["name"], name.start)
        return Signature(
            _strip_quotes(match.span("words")), name if is_known else None, name.end, _tail_span(match)
        )
    is_whole = hidden[start : paragraph.end].strip(QUOTED) in {"", "."}
    return _find_signature_below(hidden, Span(start, paragraph.end), neighbours) if is_whole else None


def _find_signature_below(hidden: str, quotation: Span, neighbours: Neighbours) -> Signature | None:
    """Find the signature of a quotation in the line below, which may lack a dash."""
    above, following, later = neighbours
    words = _strip_quotes((quotation.start, quotation.end - (hidden[quotation.end - 1] == ".")))
    if following is None:
        return None
    if name := claimant_below(hidden, following):
        return Signature(words, name, following.end, Span(name.end, following.end))
    heads_next = later is not None and hidden[later.start] == QUOTED
    if (above and is_signature(hidden, above)) or (match := _match_line(hidden, following)) is None:
        return None
    if _is_sure_signature(hidden, quotation, following, match) or ("(" in match["whose"] and not heads_next):
        return Signature(words, Span(*match.span("name")), following.end, _tail_span(match))
    may_sign = not heads_next and match["tail"] is None and _is_person(hidden, Span(*match.span("name")))
    return Signature(words, None, quotation.end) if may_sign else None


def claimant_below(hidden: str, following: Span | None) -> Span | None:
    """Return the claimant whom the paragraph below a claim names, if it does nothing else."""
    match = following and (_MADE_BY.match(hidden, *following) or _DASHED.match(hidden, *following))
    return Span(*match.span("name")) if match else None


def claimant_above(hidden: str, above: Span | None) -> Span | None:
    """Return the claimant whom the paragraph above a claim names with the date, if it does nothing else."""
    # Searched for first: hardly any paragraph has these words, and the expression is slow.
    match = _STATED.match(hidden, *above) if above and hidden.find("stated on ", *above) >= 0 else None
    return Span(*match.span("name")) if match else None


def is_claim_header(hidden: str, line: Span) -> bool:
    """Whether a line says who stated the claim below, or only when, after a line with the name."""
    if hidden.find("tated on ", *line) < 0:
        return False  # the usual case
    return claimant_above(hidden, line) is not None or _ONLY_STATED.fullmatch(hidden, *line) is not None


def split_claim_headers(plain: str, paragraphs: list[Span]) -> list[Span]:
    """Split off the words that give the date of a claim as a paragraph of their own: "Stated on March 4, 2024: ..."."""
    if "tated on " not in plain:
        return paragraphs
    found: list[Span] = []
    for paragraph in paragraphs:
        header = _ONLY_STATED.match(plain, *paragraph)
        start = header.end() if header else paragraph.start
        found += [Span(paragraph.start, start)] if header else []
        found += [Span(start, paragraph.end)] if start < paragraph.end else []
    return found


def split_bracketed_name(hidden: str, claim: Span) -> tuple[Span, Span | None]:
    """Return a claim without the bracketed name after it, and that name: "Rents fell. (Ann Lee, mayor)"."""
    match = _BRACKETED.match(hidden, *claim)
    name = Span(*match.span("name")) if match else None
    if name is None or not _is_person_name(hidden, name):
        return claim, None
    return trimmed(hidden, Span(claim.start, hidden.rindex("(", 0, name.start))), name


def match_name_alone(hidden: str, words: Span) -> Span | None:
    """Return the name in a few words that consist of it, perhaps with a role: "Ann Lee, mayor", "Lee"."""
    match = _LINE.match(hidden, *words)
    name = Span(*match.span("name")) if match else words
    return name if _is_person_name(hidden, name) else None


def _is_person_name(hidden: str, name: Span) -> bool:
    """Whether the words name a person: a full name, or a person's surname."""
    named = hidden[slice(*name)]
    if " " not in named:
        return is_surname(hidden, named, name.start)
    return has_title(named.split()) or _is_person(hidden, name)


def is_signature(hidden: str, line: Span) -> bool:
    """Whether a line is only a person's name, perhaps with role and place: "Ann Lee, mayor"."""
    return _match_line(hidden, line) is not None


def _tail_span(signature: re.Match[str]) -> Span | None:
    """The span of the words after the name, if any."""
    return Span(*signature.span("tail")) if signature["tail"] else None


def _is_sure_signature(hidden: str, quotation: Span, line: Span, match: re.Match[str]) -> bool:
    """Whether a line certainly signs the quotation above: a bare name only directly below it, and only a person's."""
    tail = match["tail"]
    is_near = hidden.count("\n", quotation.end, line.start) == 1
    is_marked = hidden[line.start] in _SET_OFF
    is_known = _is_person(hidden, Span(*match.span("name")))
    if tail is None:
        return hidden[line.start] in "([" or (is_known and (is_near or is_marked))
    return is_near or is_known or is_marked or _OCCASION.search(tail) is not None


def _is_person(hidden: str, name: Span) -> bool:
    """Whether a common first name or another mention nearby shows that the words are a name rather than a heading."""
    words = without_titles(hidden[slice(*name)].split()) or [hidden[slice(*name)]]
    last = words[-1]
    return (
        is_given_name(words[0].lower())
        or hidden.find(last, name.end, name.end + _FARTHEST) >= 0
        or hidden.rfind(last, max(0, name.start - _FARTHEST), name.start) >= 0
    )


def _match_line(hidden: str, line: Span) -> re.Match[str] | None:
    """Match a line that may be a signature; None if it contains a predicate."""
    match = _LINE.match(hidden, *_strip_line_marks(hidden, line))
    tail = tokenise(match["tail"] or "") if match else []
    return None if has_predicate(tail, 0, len(tail)) else match


def _strip_line_marks(hidden: str, line: Span) -> Span:
    """Strip the marks and brackets around the whole line, but not those of "Ann Lee (Lab)"."""
    start, end = trimmed(hidden, line, _MARKS)
    if end - start > 1 and hidden[start] + hidden[end - 1] in {"()", "[]"}:
        start, end = trimmed(hidden, Span(start + 1, end - 1), _MARKS)
    return Span(start, end)


def _strip_quotes(quoted: tuple[int, int]) -> Span:
    """Strip the quotation marks from the words."""
    return Span(quoted[0] + 1, quoted[1] - 1)


def _match_signature(hidden: str, line: Span) -> re.Match[str] | None:
    """Match the signature at the end of a quotation: after a dash, by surname, or in brackets."""
    match = _SIGNED.match(hidden, *line) or _BY_SURNAME.match(hidden, *line)
    if match is None and (match := _IN_BRACKETS.match(hidden, *line)) and not match["tail"]:
        # "(Applause)" is no signature; "(Lee, on X)" is, whoever Lee is.
        return match if is_surname(hidden, match["name"], match.start("name")) else None
    return match


def merge_introductions(plain: str, paragraphs: Sequence[Span]) -> list[Span]:
    """Merge each of these lines with the quotation below, so that it reads as an introduction."""
    found: list[Span] = []
    for paragraph in paragraphs:
        if plain.startswith(MARKS, paragraph.start) and found and _is_introduction(plain, found[-1]):
            found[-1] = Span(found[-1].start, paragraph.end)
        else:
            found.append(paragraph)
    return found


def _is_introduction(plain: str, line: Span) -> bool:
    """Whether a line with a colon only introduces the speaker below: "The mayor, Ann Lee:"."""
    if plain[line.end - 1] != ":":
        return False
    introduces = _INTRODUCES.fullmatch(plain, *line)
    if introduces is None:
        return False
    words = tokenise(introduces["who"])
    return not has_predicate(words, 0, len(words))
