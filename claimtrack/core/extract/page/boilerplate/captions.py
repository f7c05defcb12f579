"""Captions of pictures, told by whose the picture is, and lines that tell when a page was published."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words.reading import name_pattern
from claimtrack.core.extract.words.times import MONTHS, WEEKDAYS

_ENDED = r"[.!?)\"'] ?"
_NAMES = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,4}"
_FULL = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4}"
_PICTURED = expression(
    r"[.!?)\"'] \(?(?:(?:photo(?:graph)?|picture|image)s?(?: credit)?(?::| by) [^.:]{3,60}|(?:AP|File) Photo\b[^.:]{0,40})\)?$",
    re.IGNORECASE,
)
"""How a caption ends: "... on Monday. Photo: Ada Moor"."""
_KIND = r"(?: (?:[Ff]iles?|[Pp]hotos?|[Pp]ics?|[Ii]mages?|[Pp]ictures?|via [\w ]{2,30})){0,2}"
_CREDITED = name_pattern(
    rf"(?:{_ENDED}(?:[-—–|] ?|(?:[-—–|] ?)?[(\[])|[a-z]{{3}}[.!?] )(?:{_FULL},? ?/ ?{_NAMES}|REUTERS ?/ ?{_NAMES}){_KIND}[)\]]?$"
    rf"|{_ENDED}(?:[-—–|] ?)?[(\[]?(?:(?:Reuters|REUTERS|AFP|AP|EPA|PA|Getty|Bernama|Alamy|Shutterstock)(?: (?:[Ff]iles?|[Pp]hotos?|[Pp]ics?|[Ii]mages?|[Pp]ictures?)){{1,2}}"
    r"|(?i:file (?:photo|pic|picture|image)|supplied|pictures? by [\w. ]{3,40}|courtesy of [\w. ]{3,40}))[)\]]?\.?$"
)
"""The same with a photographer and his agency: "... on Monday. (Ada Moor/Vale Herald)", "... — Reuters pic"."""
_OPEN = name_pattern(
    r"\((?i:pictures?|photo(?:graph)?s?|images?|credit): [^()\n]{2,60}\)$"
    rf"|[\w,)] {_NAMES} ?/ ?(?:via )?(?:Reuters|REUTERS|AP|AFP|EPA|EPA-EFE|PA|PA Wire|Getty|(?:[A-Z]\w+ )?Images|Shutterstock|Alamy|Bloomberg)$"
)
"""The same behind a caption without a stop: "... at Fashion Week Ada Moor/Vale Images", "... in May (Picture: Ada Moor/AP)"."""
_TAIL = 90
"""Characters in which a caption tells whose the picture is."""
_HINTS = tuple(
    "/,hoto,HOTO,icture,ICTURE,mage,MAGE,file p,File p,upplied,UPPLIED,ourtesy,redit,REDIT, pic".split(",")
)
"""Without one of these in its last words no paragraph is such a caption."""
_LONGEST = 400
_MONTH = "|".join(sorted({word.capitalize() for word in MONTHS} | {word[:3].capitalize() for word in MONTHS}))
_DAY_OF_WEEK = "|".join(sorted(word.capitalize() for word in WEEKDAYS))
_PUBLISHED = expression(
    r"(?:\| ?)?(?:(?:first |last )?(?:published|posted|updated|created|modified|filed)(?: (?:on|at))?:? ?)?"
    rf"(?:(?:{_DAY_OF_WEEK}|mon|tue|wed|thu|fri|sat|sun),? )?"
    rf"(?:(?:{_MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH})\.?,? \d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d\d-\d\d)"
    r"(?:,? ?(?:at |- |\| ?)?\d{1,2}[:.]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,4}\)?)?)?\.?",
    re.IGNORECASE,
)
_LONGEST_STAMP = 70
_ENDS = frozenset("0123456789.mMTZ)")


def is_caption(text: str) -> bool:
    """Whether a paragraph ends with whose the picture is that it tells of."""
    tail = text[-_TAIL:]
    if len(text) > _LONGEST or not any(hint in tail for hint in _HINTS):
        return False  # nearly always
    at = max(0, len(text) - _TAIL)
    return bool(_PICTURED.search(text) or _CREDITED.search(text, at) or _OPEN.search(text, at))


def tells_when_published(text: str) -> bool:
    """Whether a line is but the day of a page, with the time or without; the stop of "4:56 p.m." ends no sentence."""
    return len(text) <= _LONGEST_STAMP and text[-1:] in _ENDS and _PUBLISHED.fullmatch(text) is not None
