"""Names that meeting programs put into each cue, as people type them: "Ada Moor (she/her): ", "Moor, Ada", "ada moor | Vale"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import capwords

from claimtrack.core.extract.words.titles import has_title

LABEL = re.compile(r"([A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ\d(][\w.'’()-]*){0,4}):(?:\s+|$)")
"""A speaker's name before the words or on a line of its own; meeting programs write it in every cue."""
_NAME = r"(?P<name>[^\s<>:()♪♫#>\[-][^<>:]{0,60}?)"
_FORMS = (
    re.compile(rf"{_NAME}:\s+(?=\S)"),  # "Ada Moor (she/her): Good morning."
    re.compile(r"\((?P<name>[^<>:()]{2,60})\)\s*$"),  # "(Ada Moor)", and the words on the line below
    re.compile(
        r"(?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [\w.'’(-][\w.'’()/-]*){0,5})$"
    ),  # "Ada Moor", and the words below
)
_FEWEST = 3
_PRONOUNS = re.compile(r"\s*[\[(](?:she|he|they|ze|xe|any)\b[^\[\]()]{0,30}[\])]", re.IGNORECASE)
_BESIDE = re.compile(r"(?P<name>[^|]+?)\s*(?:\||\s[-–—@])\s+(?P<beside>[^()]+)")
_SURNAME_FIRST = re.compile(
    r"(?P<last>(?:[a-zà-þ]{1,3} ){0,2}[\w'’-]{2,40}), (?P<first>(?!(?:[JS]r|PhD|Esq)\b)[A-ZÀ-Þ][a-zà-þ][\w'’-]*(?: [A-ZÀ-Þ][\w.'’-]*)?)(?P<more> \(.*\))?"
)


def with_voice_tags(cues: list[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the cues with a voice tag instead of the name, if (nearly) every cue has one, whatever the names are.

    Rolling captions are excluded: there, too, the first line of a cue was shown before, but as the last line of another.
    """
    form = next((form for form in _FORMS if _is_in_each(form, cues)), None)
    for at, cue in cues:
        match = form.match(cue[0]) if form and cue else None
        yield at, [f"<v {match['name']}>", cue[0][match.end() :], *cue[1:]] if match else cue


def _is_in_each(form: re.Pattern[str], cues: list[tuple[int, list[str]]]) -> bool:
    """Whether nine cues in ten begin with this form of name, names recur, and words follow or are below it."""
    shown = [cue for _, cue in cues if cue]
    found = [(match, cue) for cue in shown if (match := form.match(cue[0]))]
    names = {match["name"] for match, _ in found}
    is_whole = len(found) >= _FEWEST and len(found) * 10 >= len(shown) * 9
    if not is_whole or len(names) == len(found):
        return False
    if form is _FORMS[0]:  # a label that is valid anywhere stays as it is
        return not all(LABEL.match(cue[0]) for _, cue in found)
    others = {line for cue in shown for line in cue[1:]}
    are_above = all(len(cue) > 1 for _, cue in found)
    if sum(cue[1][:1].islower() for _, cue in found if len(cue) > 1) * 2 > len(found):
        return False  # "The council" and below it "cut jobs" are one sentence
    return are_above and len(names) * 2 <= len(found) and others.isdisjoint(cue[0] for _, cue in found)


def normalise_name(name: str) -> str:
    """A name as texts write it: without pronouns, first name first, capitalised, and a company in brackets."""
    name = _PRONOUNS.sub("", name)
    turned = _SURNAME_FIRST.fullmatch(name)
    if turned and not has_title(turned["first"].split()):
        name = f"{turned['first']} {turned['last']}{turned['more'] or ''}"
    if beside := _BESIDE.fullmatch(name):
        name = f"{beside['name']} ({beside['beside']})"
    return capwords(name) if name.islower() else name[:1].upper() + name[1:]
