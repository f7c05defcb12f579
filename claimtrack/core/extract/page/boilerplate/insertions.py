"""What interrupts an article's text? Notes of writers and checkers, "[NQ]", links after a sentence, and headlines of other articles after a name: "Ada Moor Ada Jane MoorBridge is shut Mill burns MORE said"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words.reading import contains_any, name_pattern
from claimtrack.core.extract.words.titles import has_title

_RELATED = name_pattern(
    r"(?P<name>[A-Z][\w'-]+) (?P<full>(?:\(?[A-Z][\w.'-]*\)? ){1,5}(?P=name))(?=[A-Z\d\"'(])[^\n]{8,900}? MORE\b"
)
"""A name, repeated in full by the page, with the headlines that it links to."""
_LONGEST_WORD = 100  # characters
_TICKER = name_pattern(r"(?<=[a-z.] )[A-Z]{1,5}, [+-]\d{1,3}\.\d\d?%(?= )")
_LINK = expression(r"(?<=[.!?\u2026\"')])(?>(?:[ \t]+(?:https?://|www\.)[^\s\"']+)+)(?<!\))(?![\"']| ?[-–—])")
"""Web addresses after a sentence, unless the name of who posted it follows, or the mark that closes a quotation."""
# "[CQ]: Why?" has initials for a label, and in "you should [check the date] first" an editor replaces what was said.
_CODE = r"(?:(?:TK)+|(?:tk)+|[NC]Q|[nc]q)(?:[ ,:;/-][^\[\]\n]{0,80})?\](?![:(])"
_OBJECT = r"(?:the |this )?(?:spelling|name|title|date|year|age|figure|number|quote|source|fact|math)s?"
_TO_CHECK = rf"(?i:check|(?:fact[- ]?check|check {_OBJECT})(?:[ ,:;/-][^\[\]\n]{{0,80}})?)\](?=[.,;:!?]|\s*$|\s+[A-Z\"“])"
_BRACKETS = rf"\[(?:{_CODE}|{_TO_CHECK})"
_TO_COME = r"TK(?:[ ,]*TK)*"
_NOTES = expression(
    rf"^{_BRACKETS}[ \t]*|[ \t]*{_BRACKETS}|^[ \t]*{_TO_COME}[ \t.]*(?=\r?$)|(?<=[.!?\"”’])[ \t]+{_TO_COME}\.?[ \t]*(?=\r?$)",
    re.MULTILINE,
)
_OPENS_NOTE = ("[tk", "[nq", "[cq", "[check", "[fact")  # in lower case


def find_related(plain: str) -> list[re.Match[str]]:
    """Find the names followed by such headlines."""
    return list(_RELATED.finditer(plain)) if " MORE" in plain else []


def blank_related(plain: str, found: Iterable[re.Match[str]]) -> str:
    """Blank the headlines, so that the sentence continues after them."""
    return _replace_padded(plain, {one.span(): one["name"] for one in found})


def blank_tickers(plain: str) -> str:
    """Blank ticker symbols with share prices that a page inserts after company names: "Moor Boats MRB, +6.03% reported"."""
    if not ("%" in plain and (", +" in plain or ", -" in plain)):
        return plain
    return _TICKER.sub(lambda sign: " " * len(sign[0]), plain)


def blank_links(plain: str) -> str:
    """Blank the web addresses that follow a sentence, as in posts: they would be part of it, or make it a heading without a stop."""
    if "://" not in plain and "www." not in plain:
        return plain
    return _LINK.sub(lambda link: " " * len(link[0]), plain)


def restore_full_names(plain: str, found: Iterable[re.Match[str]]) -> str:
    """Replace surnames that stand alone by the full name, which the headlines give."""
    alone = (one for one in found if _stands_alone(plain, one.start()))
    return _replace_padded(plain, {(one.start(), one.end("full")): one["full"] for one in alone})


def _stands_alone(plain: str, at: int) -> bool:
    """Whether no first name precedes a surname."""
    before = plain[max(0, at - _LONGEST_WORD) : at].split()[-1:]
    return not before or not before[0][0].isupper() or before[0].endswith(".") or has_title(before)


def _replace_padded(plain: str, words: Mapping[tuple[int, int], str]) -> str:
    """Replace spans by shorter words padded with spaces; in one pass, since a page may have thousands."""
    parts, at = [], 0
    for (start, end), put in words.items():
        parts += [plain[at:start], put.ljust(end - start)]
        at = end
    return "".join([*parts, plain[at:]])


def find_notes(text: str) -> Iterator[tuple[int, int]]:
    """Find the notes, with the blanks before them. A bare "TK" within a sentence is a placeholder, and part of it."""
    if "TK" in text or ("[" in text and contains_any(text.lower(), _OPENS_NOTE)):
        yield from (found.span() for found in _NOTES.finditer(text))
