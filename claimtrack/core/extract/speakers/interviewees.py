"""The person interviewed, according to the words before the first question: "We talked with Ada Moor", "Bo Lund met the mayor, Ada Moor"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.topics import topics
from claimtrack.core.extract.words.reading import name_pattern
from claimtrack.core.extract.words.titles import FORMS_OF_ADDRESS, marks_person

if TYPE_CHECKING:
    import re

_BEFORE_INTERVIEWEE = name_pattern(
    r"\b(?i:interview|conversation|q ?(?:&|and) ?a|question(?:s and|-and-) ?answers?|phone-in|session|briefing|conference|hearing|minutes|lunch|breakfast|dinner) with"
    r"|\b(?i:interviewe?[ds]|interviews|interview of|questions (?:to|for)|questioned|evidence of|evidence from|testimony of)\b"
    r"(?! (?:by|on|for|in|at)\b)"
)
"""Words that precede the person interviewed: "interview with"."""
_MEETING_VERBS = name_pattern(
    r"\b(?:(?:spoke|speaks|speaking|talked|talks|talking|chatted|chats|sat down|sits down|caught up|catches up) (?:to|with)"
    r"|(?:answers|answered|takes|took) (?:our|your|readers'|some|[a-z]+) questions"
    r"|(?P<to_one>met|meets|asked|asks|visited|visits|joined|joins|called|phoned|put questions to))\b"
)
"""Verbs between interviewer and interviewee, in either order: "spoke to"."""
_PRONOUN = expression(r"(?:^|[ ,])(?:[Hh]e|[Ss]he|[Tt]hey)(?: [a-z]+)?$")
_OBJECT = expression(
    r" (?:him\b|them\b|her(?=[.,;]| (?:about|at|in|on|for|to|by|after|before|over|near|outside|why|how|whether|what|when|where|if)\b))"
)
_INTERVIEWER_NOUNS = expression(
    r"\b(?:[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Pp]resenter|[Hh]ost|[Jj]ournalist|[Ii]nterviewer|[Bb]roadcaster)s?\b"
)
_MEDIUM_AFTER = name_pattern(
    r",? (?:of|from|for) (?:(?:[Tt]he )?(?:[A-Z][\w-]+ )*(?:Post|Times|News|Herald|Courier|Journal|Tribune|Gazette|Mail|Echo|Observer|Guardian|Argus|Star|Sun"
    r"|Mirror|Express|Telegraph|Standard|Chronicle|Examiner|Radio|Television|TV|FM|Press|Review|Weekly|Today)\b|Radio )"
)
"""The medium after the name of a journalist: "Bo Lund of the Vale Post"."""
_CREDIT_LINE = expression(
    r"\b(?:[Ww]ords|[Ii]nterview|[Tt]ext|[Pp]hotos?|[Pp]hotographs?|[Pp]ictures?)(?: by|:) "
)
"""Words before the name of an author or photographer: "Words: Jo Penn"."""
_ROLE_AFTER = expression(r", (?:the|an?|who|its|their) ")
_ADDRESSED = name_pattern(
    rf"(?:{'|'.join(sorted(map(str.capitalize, FORMS_OF_ADDRESS)))})\.? (?P<who>[A-Z][\w'-]+), "
)
"""The start of a question to somebody: "Mr Lund, how many"."""
_INTRODUCTION, _ANSWER_REACH = 3000, 160  # characters before the first question; after a verb


def find_interviewee(text: str, begins: int, full_names: Mapping[str, str]) -> str | None:
    """The full name of the person interviewed, from the text before the first question at `begins`.

    None where nothing shows it; empty where either of two may be meant.
    """
    start = max(0, begins - _INTRODUCTION)
    announced, met = _find_meetings(text, start, begins)
    for found in announced:
        if name := _find_first_named(text, found.end(), begins, full_names):
            return name
    for spoke in met:
        if (name := _pick_interviewee(text, start, begins, spoke, full_names)) is not None:
            return name
    asked = _ADDRESSED.match(text, text.rfind("\n", 0, begins) + 1)
    return full_names.get(asked["who"].lower()) if asked else None


@lru_cache(maxsize=1)  # a transcript asks for each of its turns
def _find_meetings(text: str, start: int, begins: int) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """The words that announce an interview, and the verbs of meeting somebody."""
    return list(_BEFORE_INTERVIEWEE.finditer(text, start, begins)), list(
        _MEETING_VERBS.finditer(text, start, begins)
    )


def _pick_interviewee(
    text: str, start: int, begins: int, spoke: re.Match[str], full_names: Mapping[str, str]
) -> str | None:
    """The person of the two on either side of a verb who is interviewed; empty where it may be either."""
    opens = max(text.rfind(". ", start, spoke.start()), text.rfind("\n", start, spoke.start()), start - 1) + 1
    subject, rest = (
        text[opens : spoke.start()].strip(),
        text[spoke.end() : begins].partition("\n")[0][:_ANSWER_REACH],
    )
    named = topics.find_people(subject, full_names)
    by = topics.find_person(subject, full_names, {}) or next(filter(subject.endswith, sorted(named)), None)
    asks = _INTERVIEWER_NOUNS.search(subject) is not None
    if _OBJECT.match(rest):
        return _find_only_other(text[start:opens], by, full_names)
    name = _find_first_named(text, spoke.end(), begins, full_names)
    is_asker = name is not None and _is_interviewer(rest, name)
    if spoke["to_one"] and not is_asker:
        return None  # "Moor met Lund in May" mentions no interview
    if _PRONOUN.search(subject):
        return _find_only_other(text[start:opens], name, full_names)
    if by and name and not (asks or is_asker):
        has_role = _has_role(subject, by), _has_role(rest, name)
        return "" if has_role[0] == has_role[1] else by if has_role[0] else name
    return by if by and not asks else None if is_asker else name


def _has_role(words: str, name: str) -> bool:
    """Whether the words next to a name give a role: "the economist Ann Lee", "Ann Lee, the mayor"."""
    before, _, after = words.partition(name)
    return _ROLE_AFTER.match(after) is not None or marks_person(before.rstrip().rpartition(" ")[2].lower())


def _is_interviewer(words: str, name: str) -> bool:
    """Whether the words next to a name show an interviewer: "our reporter Bo Lund", "Bo Lund of the Post"."""
    before, _, after = words.partition(name)
    return bool(_INTERVIEWER_NOUNS.search(before) or _MEDIUM_AFTER.match(after) or before.endswith("'s "))


def _find_only_other(words: str, other: str | None, full_names: Mapping[str, str]) -> str | None:
    """The only person besides `other` whom the words name; empty where they name several."""
    named = {name for name in topics.find_people(words, full_names) if name in words} - {other}
    return next(iter(named)) if len(named) == 1 else "" if named else None


def _find_first_named(text: str, start: int, end: int, full_names: Mapping[str, str]) -> str | None:
    """The first person named in full between two offsets; None without one."""
    words = _CREDIT_LINE.split(text[start : min(end, start + _ANSWER_REACH)].partition("\n")[0])[0]
    names = topics.find_people(words, full_names)
    # Of Ada Moor and Ada Moor Lee, who begin at one place, the latter.
    return min(
        (name for name in names if name in words),
        key=lambda name: (words.find(name), -len(name)),
        default=None,
    )
