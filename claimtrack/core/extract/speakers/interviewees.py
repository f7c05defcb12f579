"""Whom the words before the first question of an interview tell to be asked: "We talked with Ada Moor", "Bo Lund met the mayor, Ada Moor"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.topics import topics
from claimtrack.core.extract.words.reading import name_pattern
from claimtrack.core.extract.words.titles import marks_person

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

_WITH = name_pattern(
    r"\b(?i:interview|conversation|q ?(?:&|and) ?a|question(?:s and|-and-) ?answers?|phone-in|session|briefing|conference|hearing|minutes|lunch|breakfast|dinner) with"
    r"|\b(?i:interviewe?[ds]|interviews|interview of|questions (?:to|for)|questioned|evidence of|evidence from|testimony of)\b"
    r"(?! (?:by|on|for|in|at)\b)"
)
"""Words that whoever is asked stands behind."""
_SPOKE = name_pattern(
    r"\b(?:(?:spoke|speaks|speaking|talked|talks|talking|chatted|chats|sat down|sits down|caught up|catches up) (?:to|with)"
    r"|(?:answers|answered|takes|took) (?:our|your|readers'|some|[a-z]+) questions"
    r"|(?P<to_one>met|meets|asked|asks|visited|visits|joined|joins|called|phoned|put questions to))\b"
)
"""Words between whoever asks and whoever is asked, whichever is first."""
_PRONOUN = expression(r"(?:^|[ ,])(?:[Hh]e|[Ss]he|[Tt]hey)(?: [a-z]+)?$")
_OBJECT = expression(
    r" (?:him\b|them\b|her(?=[.,;]| (?:about|at|in|on|for|to|by|after|before|over|near|outside|why|how|whether|what|when|where|if)\b))"
)
_ASKERS = expression(
    r"\b(?:[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Pp]resenter|[Hh]ost|[Jj]ournalist|[Ii]nterviewer|[Bb]roadcaster)s?\b"
)
_PAPER = name_pattern(
    r",? (?:of|from|for) (?:(?:[Tt]he )?(?:[A-Z][\w-]+ )*(?:Post|Times|News|Herald|Courier|Journal|Tribune|Gazette|Mail|Echo|Observer|Guardian|Argus|Star|Sun"
    r"|Mirror|Express|Telegraph|Standard|Chronicle|Examiner|Radio|Television|TV|FM|Press|Review|Weekly|Today)\b|Radio )"
)
"""Beside the name of whoever writes or broadcasts: "Bo Lund of the Vale Post"."""
_CREDITED = expression(
    r"\b(?:[Ww]ords|[Ii]nterview|[Tt]ext|[Pp]hotos?|[Pp]hotographs?|[Pp]ictures?)(?: by|:) "
)
"""What whoever wrote or pictured an interview stands behind: "Words: Jo Penn"."""
_OFFICE = expression(r", (?:the|an?|who|its|their) ")
_INTRODUCTION, _FAR = 3000, 160  # characters before the first question, and behind a word, with names


def find_interviewee(text: str, begins: int, full_names: Mapping[str, str]) -> str | None:
    """The full name of whoever is asked, told before the first question at `begins`; None where no words tell it, and no letters where two may be meant."""
    start = max(0, begins - _INTRODUCTION)
    for found in _WITH.finditer(text, start, begins):
        if name := _first_named(text, found.end(), begins, full_names):
            return name
    for spoke in _SPOKE.finditer(text, start, begins):
        if (name := _of_two(text, start, begins, spoke, full_names)) is not None:
            return name
    return None


def _of_two(
    text: str, start: int, begins: int, spoke: re.Match[str], full_names: Mapping[str, str]
) -> str | None:
    """Who of the two on either side of a verb is asked; no letters where either may be."""
    opens = max(text.rfind(". ", start, spoke.start()), text.rfind("\n", start, spoke.start()), start - 1) + 1
    subject, rest = text[opens : spoke.start()].strip(), text[spoke.end() : begins].partition("\n")[0][:_FAR]
    named = topics.find_people(subject, full_names)
    by = topics.find_person(subject, full_names, {}) or next(filter(subject.endswith, sorted(named)), None)
    asks = _ASKERS.search(subject) is not None
    if _OBJECT.match(rest):
        return _named_before(text[start:opens], by, full_names)
    name = _first_named(text, spoke.end(), begins, full_names)
    is_asker = name is not None and _asks(rest, name)
    if spoke["to_one"] and not is_asker:
        return None  # "Moor met Lund in May" tells of no interview
    if _PRONOUN.search(subject):
        return _named_before(text[start:opens], name, full_names)
    if by and name and not (asks or is_asker):
        told = _is_in_office(subject, by), _is_in_office(rest, name)
        return "" if told[0] == told[1] else by if told[0] else name
    return by if by and not asks else None if is_asker else name


def _is_in_office(words: str, name: str) -> bool:
    """Whether the words beside a name tell an office or a calling: "the economist Ann Lee", "Ann Lee, the mayor"."""
    before, _, behind = words.partition(name)
    return _OFFICE.match(behind) is not None or marks_person(before.rstrip().rpartition(" ")[2].lower())


def _asks(words: str, name: str) -> bool:
    """Whether the words beside a name tell that its bearer asks: "our reporter Bo Lund", "Bo Lund of the Post"."""
    before, _, behind = words.partition(name)
    return bool(_ASKERS.search(before) or _PAPER.match(behind) or before.endswith("'s "))


def _named_before(words: str, other: str | None, full_names: Mapping[str, str]) -> str | None:
    """The only person besides the `other` whom the words name; no letters where they name several."""
    named = {name for name in topics.find_people(words, full_names) if name in words} - {other}
    return next(iter(named)) if len(named) == 1 else "" if named else None


def _first_named(text: str, start: int, end: int, full_names: Mapping[str, str]) -> str | None:
    """The first person named in full between these places."""
    words = _CREDITED.split(text[start : min(end, start + _FAR)].partition("\n")[0])[0]
    names = topics.find_people(words, full_names)
    # Of Ada Moor and Ada Moor Lee, who begin at one place, the latter.
    return min(
        (name for name in names if name in words),
        key=lambda name: (words.find(name), -len(name)),
        default=None,
    )
